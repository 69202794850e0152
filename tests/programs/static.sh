#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: execve\("[^"]*/static_pie"
"$BIN/static_pie" one two
"$BIN/tiny"
echo "status $?"
env -i "$BIN/static_pie"
