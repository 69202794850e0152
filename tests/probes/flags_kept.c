/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* DF, AC, ID, NT and the arithmetic flags survive a call. */
#include "probe.h"

static uint64_t with_flags(uint64_t flags)
{
	uint64_t after;

	__asm__ volatile("pushfq\n\t"
			 "pushq %1\n\t"
			 "popfq\n\t"
			 "mov %2, %%eax\n\t"
			 "syscall\n\t"
			 "pushfq\n\t"
			 "popq %0\n\t"
			 "popfq\n\t"
			 : "=&r"(after)
			 : "r"(flags | 0x202), "i"(SYS_getppid)
			 : "rax", "rcx", "r11", "memory", "cc");
	return after;
}

int main(void)
{
	static const uint64_t flags[] = { 0,	 1,	4,	 0x10,	   0x40,   0x80,    0x800,
					  0x8d5, 0x400, 0x40000, 0x200000, 0x4000, 0x2448d5 };

	probe_needs_flag(0x4000); /* NT */
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		for (int n = 0; n < 3; n++)
			CHECK_EQ(with_flags(flags[i]), flags[i] | 0x202);
	return probe_ok();
}
