#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# timeout: 240
# also: alone
"$BIN/processes" 10000 "$BIN/tiny"
