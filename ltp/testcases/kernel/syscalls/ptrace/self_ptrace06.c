// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that children of fork() and vfork() do not inherit PTRACE_SELF_ON,
 * and that the parent keeps it.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static int child_hits;

/* The child's mask of signals is its own, also after vfork(). */
static void child(void)
{
	mask_sigsys(SIG_UNBLOCK);
	sigsys_hits = 0;
	A_CALL();
	child_hits = sigsys_hits;
}

static void run(unsigned int n)
{
	int status;
	pid_t pid;
	long ret;

	handle_sigsys(return_magic);
	child_hits = 0;
	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	pid = n ? vfork() : fork();
	if (pid == 0) {
		child();
		_exit(child_hits);
	}
	mask_sigsys(SIG_UNBLOCK);
	ret = A_CALL();

	if (pid < 0)
		tst_brk(TBROK, "no child");
	SAFE_WAITPID(pid, &status, 0);
	tst_res(TINFO, "%s", n ? "vfork()" : "fork()");
	TST_EXP_EQ_LI(status, 0);
	TST_EXP_EQ_LI(ret, MAGIC);
}

static struct tst_test test = {
	.test = run,
	.tcnt = 2,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
