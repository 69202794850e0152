#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
"$BIN/closer"
"$BIN/closer" 5</dev/null 9>/dev/null
ls /proc/self/fd
python3 -c 'import os; print(os.listdir("/proc/self/fd")); os.closerange(0, 4096)'
sh -c 'exec 0<&- 1>&- 2>&-; "$BIN/killed" 0'
echo "status $?"
sh -c 'exec 0<&-; ls /proc/self/fd'
