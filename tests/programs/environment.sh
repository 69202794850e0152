#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
env -i /bin/ls -d /
env -i /usr/bin/env
env -i "$BIN/static_pie" x
env -i /usr/bin/python3 -c 'import os, subprocess; print(dict(os.environ) == {} or sorted(os.environ)); subprocess.run(["/bin/echo", "child"], env={})'
env -i LD_PRELOAD=/does/not/exist.so /bin/true
# shellcheck disable=SC2016 # the inner shell expands it
env -u PATH /bin/sh -c 'echo "${BIN:+set}"; exec /usr/bin/env -i /bin/sh -c "echo clean"'
python3 -c 'import os; os.execve("/usr/bin/env", ["env"], {"A%d" % i: "x" * 1000 for i in range(1000)})' | wc
python3 -c 'import os; os.execve("/bin/echo", [], {})' 2>&1 | wc -l
