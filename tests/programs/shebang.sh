#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
# trace: execve\("\./first"
# trace: = -1 ENOEXEC
cat >interpreter <<'END'
#!/bin/sh
echo "interpreter: $*"
END
printf '#!%s/interpreter with one argument\n' "$PWD" >first
printf '#!%s/first\n' "$PWD" >second
printf '#!/usr/bin/env -S python3 -u\nimport sys; print(sys.argv)\n' >third
printf '#!/does/not/exist\n' >fourth
printf 'echo no shebang\n' >fifth
printf '#!%s/sixth\n' "$PWD" >sixth
chmod +x interpreter first second third fourth fifth sixth
./first a b
./second c
./third d
./fourth
echo "status $?"
./fifth
./sixth
echo "status $?"
python3 -c 'import os; os.execv("./fifth", ["fifth"])' 2>&1 | tail -n 1
