#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: \+\+\+ superseded by execve in pid \d+ \+\+\+
"$BIN/exec_thread" /bin/echo by a thread
echo "status $?"
"$BIN/exec_thread" "$BIN/static_pie" x
"$BIN/exec_thread" "$BIN/exec_thread" /bin/sh -c 'echo twice; exit 5'
