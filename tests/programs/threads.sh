#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# timeout: 120
"$BIN/threads" 8
"$BIN/threads" 1000
