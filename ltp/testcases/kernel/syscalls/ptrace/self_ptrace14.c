// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that syscall user dispatch comes before self_ptrace and leaves the
 * thread armed.
 */

#define _GNU_SOURCE
#include <sys/prctl.h>

#include "self_ptrace_common.h"
#include "lapi/prctl.h"

#ifndef PR_SET_SYSCALL_USER_DISPATCH
# define PR_SET_SYSCALL_USER_DISPATCH	59
# define PR_SYS_DISPATCH_OFF		0
# define PR_SYS_DISPATCH_ON		1
#endif

static char selector;

static void selector_off(siginfo_t *si LTP_ATTRIBUTE_UNUSED, ucontext_t *uc)
{
	selector = 0;
	UC_RET(uc) = MAGIC;
}

static void run(void)
{
	int first_code, second_code;
	long ret[3];

	handle_sigsys(selector_off);
	TEST(prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, 0, 0, &selector));
	if (TST_RET == -1 && TST_ERR == EINVAL)
		tst_brk(TCONF, "kernel has no syscall user dispatch");
	if (TST_RET)
		tst_brk(TBROK | TTERRNO, "PR_SET_SYSCALL_USER_DISPATCH");

	self_ptrace(PTRACE_SELF_ON);
	selector = 1;
	ret[0] = A_CALL();
	first_code = sigsys_info.si_code;
	ret[1] = A_CALL();
	second_code = sigsys_info.si_code;
	ret[2] = A_CALL();
	SAFE_PRCTL(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0, 0, 0);

	TST_EXP_EQ_LI(ret[0], MAGIC);
	TST_EXP_EQ_LI(first_code, SYS_USER_DISPATCH);
	TST_EXP_EQ_LI(ret[1], MAGIC);
	TST_EXP_EQ_LI(second_code, SYS_SELF_PTRACE);
	TST_EXP_EQ_LI(ret[2], -1);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
