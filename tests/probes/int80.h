/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* 32-bit calls from 64-bit code, and memory and code that they can have. */
#ifndef SELF_PTRACE_TESTS_INT80_H
#define SELF_PTRACE_TESTS_INT80_H

#include "probe.h"

/* Numbers of arch/x86/entry/syscalls/syscall_32.tbl. */
enum {
	NR32_read = 3,
	NR32_execve = 11,
	NR32_kill = 37,
	NR32_signal = 48,
	NR32_sigaction = 67,
	NR32_sgetmask = 68,
	NR32_ssetmask = 69,
	NR32_sigsuspend = 72,
	NR32_setrlimit = 75,
	NR32_sigpending = 73,
	NR32_sigreturn = 119,
	NR32_sigprocmask = 126,
	NR32_nanosleep = 162,
	NR32_prctl = 172,
	NR32_rt_sigreturn = 173,
	NR32_rt_sigaction = 174,
	NR32_rt_sigprocmask = 175,
	NR32_rt_sigpending = 176,
	NR32_rt_sigsuspend = 179,
	NR32_sigaltstack = 186,
	NR32_vfork = 190,
	NR32_ugetrlimit = 191,
	NR32_exit_group = 252,
	NR32_pselect6 = 308,
	NR32_ppoll = 309,
	NR32_epoll_pwait = 319,
	NR32_seccomp = 354,
};

static inline long call80(long nr, long b, long c, long d, long s, long di, long bp)
{
	long words[2] = { nr, bp };
	long ret = (long)words;

	__asm__ volatile("push %%rbp\n\t"
			 "mov 8(%%rax), %%rbp\n\t"
			 "mov (%%rax), %%rax\n\t"
			 "int $0x80\n\t"
			 "pop %%rbp"
			 : "+a"(ret)
			 : "b"(b), "c"(c), "d"(d), "S"(s), "D"(di)
			 : "memory", "r8", "r9", "r10", "r11");
	return ret;
}

/* Memory that 32 bits reach; skips the probe where there are no such calls. */
static inline void *low_memory(size_t size, int protection)
{
	void *low = mmap(NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	CHECK(low != MAP_FAILED);
	probe_needs_int80();
	return low;
}

static inline uint32_t low32(const void *at)
{
	return (uint32_t)(uintptr_t)at;
}

#endif
