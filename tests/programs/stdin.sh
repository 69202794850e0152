#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
printf 'one\ntwo\nthree\n' | { read -r line; echo "first $line"; cat; }
printf 'b\na\n' | sort
seq 1 100000 | cat | tail -n 1
echo 41 | python3 -c 'print(int(input()) + 1)'
cat </dev/null
cat <&-
echo "status $?"
yes | head -n 100000 | wc
dd if=/dev/zero bs=1 count=5000 2>/dev/null | cksum
