/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A system call where there is no libc and no agent yet. */
#ifndef SELF_PTRACE_ARCH_RAW_SYSCALL_H
#define SELF_PTRACE_ARCH_RAW_SYSCALL_H

static inline long arch_raw_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	long ret;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return ret;
}

#endif
