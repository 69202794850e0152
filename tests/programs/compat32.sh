#!/bin/bash
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: \d+ +write\(1, "32 bits\\n", 8\) += 8
# trace: \d+ +stat64\("/etc", \{st_mode=S_IFDIR.*\) += 0
# trace: \d+ +recvmsg\(\d+, .*iov_base="abcde", iov_len=64\}\].* = 5
# trace: \d+ +--- SIGALRM \{si_signo=SIGALRM, si_code=SI_KERNEL\} ---
# trace: \d+ +\+\+\+ killed by SIGABRT.*
# trace: \d+ +write\(1, "64 bits\\n", 8\) += 8
# Programs of 32 bits, started by those of 64, and starting them.
"$BIN/tiny32" >/dev/null 2>&1
if [ $? -ne 32 ]; then
	echo "this kernel runs no 32-bit programs"
	exit 77
fi
ulimit -c 0
"$BIN/tiny32"
echo "status $?"
"$BIN/compat32"
echo "status $?"
"$BIN/compat32_static"
echo "status $?"
"$BIN/traces32"
echo "status $?"
"$BIN/calls32" >calls
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
