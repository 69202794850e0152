#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: busybox
exec busybox sh <<'END'
busybox seq 1 100 | busybox grep 3 | busybox awk '{ s += $1 } END { print s }'
busybox find /usr/include/linux -name 'a*.h' | busybox sort | busybox head -n 5
for i in 1 2 3; do (exit $i); echo $?; done
busybox gzip -c /usr/include/linux/fs.h | busybox gunzip -c | busybox sha256sum
busybox tar cf - -C /usr/include/linux . 2>/dev/null | busybox tar tf - | busybox wc -l
trap 'echo trapped' USR1
kill -USR1 $$
busybox ls /proc/self/fd
busybox env -i busybox env
exit 6
END
