#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: gcc make
# timeout: 120
# trace: execve\("[^"]*/cc1"
for i in 1 2 3 4 5 6; do
	printf '#include <stdio.h>\nint f%d(int x) { return x + %d; }\n' $i $i >f$i.c
done
cat >main.c <<'END'
#include <stdio.h>
int f1(int), f2(int), f3(int), f4(int), f5(int), f6(int);
int main(void)
{
	printf("%d\n", f1(f2(f3(f4(f5(f6(0)))))));
	return 0;
}
END
cat >Makefile <<'END'
program: main.o f1.o f2.o f3.o f4.o f5.o f6.o
	gcc -o $@ $^
%.o: %.c
	gcc -O2 -pipe -c -o $@ $<
END
make -s -j2 && ./program
make -s -j2 -q program
echo "up to date: $?"
echo 'int main(void) { return undeclared; }' >bad.c
gcc -c bad.c
echo "status $?"
gcc -flto -O2 -o lto main.c f*.c && ./lto
