/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*
 * What the self_ptrace tests have in common.
 *
 * An armed thread must not make a system call that the test did not mean, and
 * tst_res() makes some.  So the tests make their calls first, and judge after.
 */

#ifndef SELF_PTRACE_COMMON_H__
#define SELF_PTRACE_COMMON_H__

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "tst_test.h"
#include "lapi/self_ptrace.h"

/*
 * The C library declares its syscall() a leaf function, so the compiler may
 * keep in registers what a handler that runs meanwhile reads and writes.
 */
#define syscall(...) ({							\
	long syscall_ret;							\
										\
	asm volatile("" : : : "memory");					\
	syscall_ret = (syscall)(__VA_ARGS__);					\
	asm volatile("" : : : "memory");					\
	syscall_ret;								\
})

/* What the tests let a stopped call return, and a call without an effect. */
#define MAGIC	1234
#define A_CALL()	syscall(__NR_close, 9999)

#if defined(__x86_64__)
# define UC_RET(uc)	((uc)->uc_mcontext.gregs[REG_RAX])
#elif defined(__i386__)
# define UC_RET(uc)	((uc)->uc_mcontext.gregs[REG_EAX])
#elif defined(__s390__)
# define UC_RET(uc)	((uc)->uc_mcontext.gregs[2])
#elif defined(__riscv)
# define UC_RET(uc)	((uc)->uc_mcontext.__gregs[10])
#elif defined(__loongarch__)
# define UC_RET(uc)	((uc)->uc_mcontext.__gregs[4])
#else
static long no_register;
# define UC_RET(uc)	(*((void)(uc), &no_register))
#endif

static int sigsys_hits;
static siginfo_t sigsys_info;
static void (*sigsys_action)(siginfo_t *si, ucontext_t *uc);

static void sigsys_handler(int sig LTP_ATTRIBUTE_UNUSED, siginfo_t *si, void *ctx)
{
	int saved_errno = errno;

	sigsys_hits++;
	sigsys_info = *si;
	if (sigsys_action)
		sigsys_action(si, ctx);
	errno = saved_errno;
}

static inline void handle_sigsys(void (*action)(siginfo_t *si, ucontext_t *uc))
{
	struct sigaction sa = {
		.sa_sigaction = sigsys_handler,
		.sa_flags = SA_SIGINFO,
	};

	sigsys_hits = 0;
	sigsys_action = action;
	memset(&sigsys_info, 0, sizeof(sigsys_info));
	SAFE_SIGACTION(SIGSYS, &sa, NULL);
}

static inline void return_magic(siginfo_t *si LTP_ATTRIBUTE_UNUSED, ucontext_t *uc)
{
	UC_RET(uc) = MAGIC;
}

/* The raw system call: the C library's ptrace() might make others. */
static inline long self_ptrace(long request)
{
	return syscall(__NR_ptrace, request, 0, 0, 0);
}

static inline void mask_sigsys(int how)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGSYS);
	syscall(__NR_rt_sigprocmask, how, &set, NULL, _NSIG / 8);
}

static inline void require_self_ptrace(void)
{
	if (self_ptrace(PTRACE_SELF_OFF) == 0)
		return;
	if (errno == ESRCH)
		tst_brk(TCONF, "kernel has no PTRACE_SELF_ON");
	if (errno == EIO)
		tst_brk(TCONF, "PTRACE_SELF_ON is not supported on this architecture");
	tst_brk(TFAIL | TERRNO, "PTRACE_SELF_OFF failed");
}

#endif /* SELF_PTRACE_COMMON_H__ */
