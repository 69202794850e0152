#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# message: .*(32.bit|i386|not traced|64-bit).*
# Runs unharmed, and is traced or said not to be.
"$BIN/tiny32" >/dev/null 2>&1
if [ $? -ne 32 ]; then
	echo "this kernel runs no 32-bit programs"
	exit 77
fi
"$BIN/tiny32"
echo "status $?"
# Whose end may be seen before all that came before its exec was read.
i=0
while [ $i -lt 100 ]; do
	"$BIN/tiny32" >/dev/null &
	"$BIN/tiny32" >/dev/null
	i=$((i + 1))
done
wait
sh -c '"$BIN/tiny32" | cat; exec "$BIN/tiny32"'
echo "status $?"
