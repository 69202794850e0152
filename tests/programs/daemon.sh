#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3 setsid
# Orphans in sessions of their own: traced to their end.
mkfifo ended
setsid sh -c 'echo "in a session"; exit 0'
setsid -f sh -c 'echo "in the background"; echo x >ended'
cat ended
python3 -c '
import os
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
while os.getppid() == os.getsid(0):
    pass
os.chdir("/")
os.umask(0)
null = os.open("/dev/null", os.O_RDWR)
for fd in 0, 1, 2:
    os.dup2(null, fd)
with open(os.environ["PWD"] + "/ended", "w") as ended:
    ended.write("by a daemon\n")'
cat ended
(trap '' HUP; (cat ended >outlived) & )
kill -0 $$
echo to the one that outlives >ended
