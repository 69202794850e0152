#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: tar xz
mkdir tree
for i in 1 2 3 4 5 6 7 8; do seq $i 60000 >tree/$i; done
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - tree |
	xz -T2 -1 --block-size=262144 >tree.tar.xz
xz -l --robot tree.tar.xz | cut -f 1-6
sha256sum tree.tar.xz
xz -T2 -dc tree.tar.xz | tar -tvf -
mkdir out
tar -C out -xJf tree.tar.xz
diff -r tree out/tree && echo same
gzip -9 <tree/1 | gzip -dc | cksum
tar -cf - /does/not/exist | wc -c
