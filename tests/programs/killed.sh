#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# timeout: 120
# trace: \+\+\+ killed by SIGSEGV \+\+\+
# trace: \+\+\+ killed by SIGSYS \+\+\+
exec 2>&1
for signal in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 24 25 26 27 29 30 31 34 64; do
	"$BIN/killed" $signal
	echo "$signal: $?"
done
for signal in 17 18 23 28; do
	"$BIN/killed" $signal
	echo "$signal, ignored by default: $?"
done
for how in null call stack divide illegal trap bus abort alarm cpu pipe seccomp-kill seccomp-trap; do
	"$BIN/killed" $how
	echo "$how: $?"
done
