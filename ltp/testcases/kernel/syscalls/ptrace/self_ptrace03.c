// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that PTRACE_SELF_OFF takes a request back, and that neither it nor a
 * second PTRACE_SELF_ON is stopped by the first.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static void run(void)
{
	long on, again, off, ret;

	handle_sigsys(return_magic);
	on = self_ptrace(PTRACE_SELF_ON);
	again = self_ptrace(PTRACE_SELF_ON);
	off = self_ptrace(PTRACE_SELF_OFF);
	ret = A_CALL();

	TST_EXP_EQ_LI(on, 0);
	TST_EXP_EQ_LI(again, 0);
	TST_EXP_EQ_LI(off, 0);
	TST_EXP_EQ_LI(ret, -1);
	TST_EXP_EQ_LI(sigsys_hits, 0);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
