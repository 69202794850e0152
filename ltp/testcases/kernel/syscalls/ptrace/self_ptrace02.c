// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a SIGSYS handler can request the next system call as its first
 * act, can make the stopped call itself after that, and is told of each call.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

#define CALLS	100

static void rearm_and_perform(siginfo_t *si, ucontext_t *uc)
{
	long ret;

	self_ptrace(PTRACE_SELF_ON);
	ret = syscall(si->si_syscall, 9999);
	UC_RET(uc) = ret == -1 ? -errno : ret;
}

static void run(void)
{
	int i, wrong = 0;

	handle_sigsys(rearm_and_perform);
	self_ptrace(PTRACE_SELF_ON);
	for (i = 0; i < CALLS; i++) {
		errno = 0;
		wrong += A_CALL() != -1 || errno != EBADF;
	}
	self_ptrace(PTRACE_SELF_OFF);

	TST_EXP_EQ_LI(wrong, 0);
	TST_EXP_EQ_LI(sigsys_hits, CALLS);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
