#!/bin/bash
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: \d+ +write\(1, "by fork\\n", 8\) += 8
# trace: \d+ +write\(1, "by vfork\\n", 9\) += 9
# trace: \d+ +write\(1, "by at\\n", 6\) += 6
# trace: \d+ +write\(1, "by last\\n", 8\) += 8
# trace: \d+ +execve\("/does/not/exist", 0x\w+, 0x\w+\) += -1 ENOENT.*
# trace: \d+ +write\(1, "bytes\\n", 6\) += 6
# Programs started by 32-bit calls of 64-bit code.
"$BIN/tiny32" >/dev/null 2>&1
if [ $? -ne 32 ]; then
	echo "this kernel has no 32-bit calls"
	exit 77
fi
"$BIN/int80"
echo "status $?"
