/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Segments of the program's own (modify_ldt). */
#ifndef SELF_PTRACE_TESTS_LDT_H
#define SELF_PTRACE_TESTS_LDT_H

#include "probe.h"

#include <asm/ldt.h>

#define SELECTOR(entry) ((entry) << 3 | 7)

static inline bool ldt_set(const struct user_desc *desc)
{
	return !syscall(SYS_modify_ldt, 1, desc, sizeof(*desc));
}

/* Not where the kernel has no modify_ldt, nor where it takes one that the processor, of a virtual
 * machine, then does not find. */
static inline bool ldt_works(void)
{
	pid_t child = fork();

	if (!child) {
		struct user_desc desc = {
			.limit = 0xfffff, .seg_32bit = 1, .limit_in_pages = 1, .useable = 1
		};

		if (!ldt_set(&desc))
			_exit(1);
		__asm__ volatile("mov %0, %%es" : : "r"(SELECTOR(0)) : "memory");
		_exit(0);
	}
	return !probe_wait(child);
}

#endif
