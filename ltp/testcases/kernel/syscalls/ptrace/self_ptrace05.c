// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that while SIGSYS is blocked an armed thread's system calls are
 * executed, and that it stays armed.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static void run(void)
{
	long blocked, unblocked;

	handle_sigsys(return_magic);
	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	blocked = A_CALL();
	mask_sigsys(SIG_UNBLOCK);
	unblocked = A_CALL();

	TST_EXP_EQ_LI(blocked, -1);
	TST_EXP_EQ_LI(unblocked, MAGIC);
	TST_EXP_EQ_LI(sigsys_hits, 1);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
