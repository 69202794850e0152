/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The time stamp counter that the agent reads too, for the tool. */
#ifndef SELF_PTRACE_ARCH_CLOCK_H
#define SELF_PTRACE_ARCH_CLOCK_H

#include <stdint.h>

static inline uint64_t arch_stamp(void)
{
	uint32_t low, high;

	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
	return (uint64_t)high << 32 | low;
}

#endif
