#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: execve\("/(usr/)?bin/ls", \["ls", "-lR", "/usr/include/linux"\]
mkdir -p a/b/c
ln -s c a/b/link
echo text >a/b/c/file
touch -d @0 a/b/c/file a/b/c a/b a
touch -h -d @0 a/b/link
ls -lR a
ls -lR /usr/include/linux
ls /does/not/exist
