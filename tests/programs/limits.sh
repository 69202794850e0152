#!/bin/bash
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# message: process \d+ cannot be traced after its exec \(.*: Too many open files\); it runs on untraced
# message: process \d+ cannot be traced after its exec \(.*: Cannot allocate memory\); it runs on untraced
# Where no descriptor or memory is left for the tool, the program runs unharmed.
(ulimit -n 3; /bin/true)
echo "status $?"
(ulimit -n 4; "$BIN/closer")
(ulimit -n 10; sh -c 'ls / | wc -l' >/dev/null; echo "status $?")
(ulimit -v 100000; /bin/echo little memory)
(ulimit -u 1000000; /bin/echo processes)
{ (ulimit -f 0; echo x >file); } 2>/dev/null
echo "status $?"
(ulimit -s 128; /bin/echo small stack; "$BIN/static_pie" small)
(ulimit -i 0; "$BIN/signals" | cksum)
