// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that after PTRACE_SELF_ON with PTRACE_SELF_ALL no system call is
 * exempt, neither the return from a signal handler nor the requests, that the
 * flag goes with its request and not with the next one, and that it is refused
 * where it makes no sense.
 */

#define _GNU_SOURCE
#include <setjmp.h>

#include "self_ptrace_common.h"

static sigjmp_buf env;
static unsigned long usr1_flags;

static long self_ptrace_on(unsigned long flags)
{
	return syscall(__NR_ptrace, PTRACE_SELF_ON, 0, 0, flags);
}

/* Whose return is the next system call. */
static void arm(int sig LTP_ATTRIBUTE_UNUSED, siginfo_t *si LTP_ATTRIBUTE_UNUSED,
		void *ctx LTP_ATTRIBUTE_UNUSED)
{
	self_ptrace_on(usr1_flags);
}

static void leave(siginfo_t *si LTP_ATTRIBUTE_UNUSED, ucontext_t *uc LTP_ATTRIBUTE_UNUSED)
{
	siglongjmp(env, 1);
}

static void arm_in_handler(unsigned long flags)
{
	struct sigaction sa = {
		.sa_sigaction = arm,
		.sa_flags = SA_SIGINFO,
	};

	SAFE_SIGACTION(SIGUSR1, &sa, NULL);
	usr1_flags = flags;
	if (!sigsetjmp(env, 1))
		syscall(__NR_tgkill, getpid(), syscall(__NR_gettid), SIGUSR1);
}

static void test_sigreturn(void)
{
	long ret;

	handle_sigsys(leave);
	arm_in_handler(PTRACE_SELF_ALL);
	ret = A_CALL();

	TST_EXP_EQ_LI(sigsys_hits, 1);
	TST_EXP_EQ_LI(sigsys_info.si_code, SYS_SELF_PTRACE);
	TST_EXP_EQ_LI(sigsys_info.si_syscall, __NR_rt_sigreturn);
	TST_EXP_EQ_LI(ret, -1);

	handle_sigsys(return_magic);
	arm_in_handler(0);
	ret = A_CALL();

	TST_EXP_EQ_LI(sigsys_hits, 1);
	TST_EXP_EQ_LI(sigsys_info.si_syscall, __NR_close);
	TST_EXP_EQ_LI(ret, MAGIC);
}

static void test_requests(void)
{
	long on, off;

	handle_sigsys(return_magic);
	self_ptrace_on(PTRACE_SELF_ALL);
	on = self_ptrace_on(0);
	self_ptrace_on(PTRACE_SELF_ALL);
	off = self_ptrace(PTRACE_SELF_OFF);

	TST_EXP_EQ_LI(on, MAGIC);
	TST_EXP_EQ_LI(off, MAGIC);
	TST_EXP_EQ_LI(sigsys_hits, 2);
	TST_EXP_EQ_LI(sigsys_info.si_syscall, __NR_ptrace);

	/* The second of two requests is the one that counts. */
	handle_sigsys(return_magic);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on(PTRACE_SELF_ALL);
	on = self_ptrace_on(0);
	mask_sigsys(SIG_UNBLOCK);
	off = self_ptrace(PTRACE_SELF_OFF);

	TST_EXP_EQ_LI(on, 0);
	TST_EXP_EQ_LI(off, 0);
	TST_EXP_EQ_LI(sigsys_hits, 0);
}

static void test_invalid(void)
{
	TST_EXP_FAIL(self_ptrace_on(PTRACE_SELF_ALL << 1 | PTRACE_SELF_ALL), EINVAL);
	TST_EXP_FAIL(self_ptrace_on(PTRACE_SELF_ARMED), EINVAL);
	TST_EXP_FAIL(syscall(__NR_ptrace, PTRACE_SELF_OFF, 0, 0, PTRACE_SELF_ALL), EINVAL);
}

static void run(void)
{
	test_sigreturn();
	test_requests();
	test_invalid();
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
