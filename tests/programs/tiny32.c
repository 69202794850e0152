// SPDX-License-Identifier: LGPL-2.1-or-later
/* A 32-bit program: writes a line, ends with status 32. */
/* build: -m32 -static -nostdlib -ffreestanding -fno-stack-protector -fno-pie -no-pie -Wl,-e,start */
static int call(int nr, int a, int b, int c)
{
	int ret;

	__asm__ volatile("int $0x80" : "=a"(ret) : "a"(nr), "b"(a), "c"(b), "d"(c) : "memory");
	return ret;
}

__attribute__((used)) void start(void)
{
	static const char line[] = "32 bits\n";

	call(4, 1, (int)line, sizeof(line) - 1);
	call(1, 32, 0, 0);
}
