#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# timeout: 120
"$BIN/goroutines"
echo "status $?"
GOMAXPROCS=1 "$BIN/goroutines" | cksum
