#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# needs: gdb
# timeout: 120
# trace: execve\("/usr/bin/gdb"
# It traces programs of its own with ptrace, which excludes any other ptracer.
export DEBUGINFOD_URLS=
gdb -nx -q -batch -ex 'break main' -ex run -ex 'print argc' -ex 'print *argv[1]@1' \
	-ex 'break thread' -ex continue -ex bt -ex 'delete 2' -ex continue \
	--args "$BIN/threads" 2 >out 2>&1
echo "status $?"
grep -v '^\[\|\[.*\(Thread\|Inferior\)' out | sed -e 's/0x[0-9a-f]*/ADDRESS/g' -e 's/^Thread [0-9]* /Thread N /'
