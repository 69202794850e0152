#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# Many at a time.
i=0
while [ $i -lt 200 ]; do
	(exec "$BIN/tiny") &
	i=$((i + 1))
done
wait
seq 1 500 | xargs -n 1 -P 8 /bin/echo | sort -n | cksum
