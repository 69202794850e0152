/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* AC, DF and other flags over calls of all forms that are rewritten, faults blocked or not. */
#include "probe.h"

#define DF 0x400ul
#define NT 0x4000ul
#define AC 0x40000ul
#define ID 0x200000ul

/* The flags behind a call that is made with some. */
#define WITH_FLAGS(flags, call)                                          \
	({                                                               \
		uint64_t after_, ret_;                                   \
                                                                         \
		__asm__ volatile("sub $128, %%rsp\n\t"                   \
				 "pushfq\n\t"                            \
				 "pushq %2\n\t"                          \
				 "popfq\n\t" call "\n\t"                 \
				 "pushfq\n\t"                            \
				 "popq %0\n\t"                           \
				 "mov %%rax, %1\n\t"                     \
				 "popfq\n\t"                             \
				 "add $128, %%rsp"                       \
				 : "=&r"(after_), "=&r"(ret_)            \
				 : "r"((flags) | 0x202)                  \
				 : "rax", "rcx", "r11", "memory", "cc"); \
		CHECK_EQ(ret_, parent);                                  \
		CHECK_EQ((after_ ^ (flags)) & (DF | NT | AC | ID), 0);   \
	})

static long parent;

static void try(uint64_t flags, bool pointer)
{
	for (int i = 0; i < 8; i++) {
		WITH_FLAGS(flags, "mov $110, %%eax; syscall");
		/* What is behind reads as a place far above: not a displacement that is used. */
		WITH_FLAGS(flags, "movq $110, %%rax; syscall; test %%rax, %%rax; movq %%rax, %1");
		WITH_FLAGS(flags, "movq $110, %%rax; syscall; test %%rax, %%rax; cmp $1, %%rbx");
		if (pointer) {
			WITH_FLAGS(flags, "movq $110, %%rax; syscall; cmp $-4096, %%rax");
			WITH_FLAGS(flags, "movq $110, %%rax; nop; syscall; cmp $-4096, %%rax");
			WITH_FLAGS(flags, "movq $110, %%rax; nop; nop; syscall; cmp $-4096, %%rax");
		}
	}
}

int main(void)
{
	static const uint64_t flags[] = { 0, AC, DF, NT, ID, AC | DF, AC | DF | NT | ID };
	sigset_t all;

	probe_needs_flag(NT);
	parent = getppid();
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		try(flags[i], true);
	sigfillset(&all);
	CHECK(!sigprocmask(SIG_SETMASK, &all, NULL));
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		try(flags[i], !(flags[i] & AC));
	return probe_ok();
}
