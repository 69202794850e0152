// SPDX-License-Identifier: LGPL-2.1-or-later
/* The smallest process: no library, one call, or more than one with arguments. */
/* build: -static -nostdlib -ffreestanding -fno-stack-protector */
#include <asm/unistd.h>

__attribute__((naked, used)) void _start(void)
{
	__asm__("xor %%edi, %%edi\n\t"
		"mov %0, %%eax\n\t"
		"syscall"
		:
		: "i"(__NR_exit_group));
}
