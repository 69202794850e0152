#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: strace
# It traces programs of its own with ptrace, which excludes any other ptracer.
strace -e trace=write -o out echo traced
sed 's/[0-9]* *+++/+++/' out
strace -f -o out sh -c 'true; (exit 3); true | cat; exit 4'
echo "status $?"
grep -c exited out
strace -o out "$BIN/killed" 9
echo "status $?"
tail -n 1 out
