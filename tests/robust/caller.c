// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * caller: makes calls from five frames deep without end, by a site of each tactic,
 * for who looks at its stack at any instruction.
 */
/* build: -O1 -g -fno-omit-frame-pointer -fno-optimize-sibling-calls -no-pie -Wl,-Ttext-segment=0x20000000 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

int outermost(int argument);

static __attribute__((noinline)) long innermost(void)
{
	long ret;

	/* One site for each tactic: the number right before it; */
	__asm__ volatile("mov %1, %%eax\n\tsyscall\n\tnop\n\tnop\n\tnop"
			 : "=a"(ret)
			 : "i"(SYS_getppid)
			 : "rcx", "r11", "memory");
	/* a displacement behind it that leads far below; */
	__asm__ volatile("mov %1, %%eax\n\tnop\n\tsyscall\n\tcmp $-4096, %%rax"
			 : "=a"(ret)
			 : "i"(SYS_getppid)
			 : "rcx", "r11", "memory", "cc");
	/* one that leads above. */
	__asm__ volatile("mov %1, %%eax\n\tnop\n\tsyscall\n\tcmp $1, %%rax"
			 : "=a"(ret)
			 : "i"(SYS_getppid)
			 : "rcx", "r11", "memory", "cc");
	return ret + getppid();
}

static __attribute__((noinline)) int middle(int argument)
{
	volatile char room[200];

	room[argument] = (char)argument;
	return (int)innermost() + room[argument];
}

__attribute__((noinline)) int outermost(int argument)
{
	return middle(argument + 1) + 1;
}

int main(int argc, char **argv)
{
	(void)argv;
	for (;;)
		outermost(argc);
}
