// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that an armed thread that ignores SIGSYS or has no handler for it is
 * killed by it at its next system call.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static struct tcase {
	const char *desc;
	void (*handler)(int sig);
} tcases[] = {
	{"SIG_DFL", SIG_DFL},
	{"SIG_IGN", SIG_IGN},
};

static void run(unsigned int n)
{
	struct tcase *tc = &tcases[n];
	int status;
	pid_t pid;

	pid = SAFE_FORK();
	if (pid == 0) {
		SAFE_SIGNAL(SIGSYS, tc->handler);
		self_ptrace(PTRACE_SELF_ON);
		A_CALL();
		_exit(0);
	}
	SAFE_WAITPID(pid, &status, 0);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		tst_res(TPASS, "%s: killed by SIGSYS", tc->desc);
	else
		tst_res(TFAIL, "%s: child %s", tc->desc, tst_strstatus(status));
}

static struct tst_test test = {
	.test = run,
	.tcnt = ARRAY_SIZE(tcases),
	.setup = require_self_ptrace,
	.forks_child = 1,
};
