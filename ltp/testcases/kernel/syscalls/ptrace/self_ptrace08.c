// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that execve() clears PTRACE_SELF_ON, made by the thread group's leader
 * or by another thread, and that an execve() that fails does not.
 *
 * The program that is executed is this one.  It has SIGSYS blocked and without
 * a handler, and would be killed by it if it were armed.
 */

#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>

#include "self_ptrace_common.h"

#define CHECK_ENV	"LTP_SELF_PTRACE_EXECED"

static __attribute__((constructor)) void executed(void)
{
	if (!getenv(CHECK_ENV))
		return;
	mask_sigsys(SIG_UNBLOCK);
	A_CALL();
	_exit(0);
}

static void *arm_and_exec(void *arg LTP_ATTRIBUTE_UNUSED)
{
	char *const argv[] = {"self_ptrace08", NULL};
	char *const envp[] = {CHECK_ENV "=1", NULL};

	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	execve("/proc/self/exe", argv, envp);
	_exit(1);
}

static void exec_in_child(bool by_other_thread)
{
	pthread_t t;
	int status;
	pid_t pid;

	pid = SAFE_FORK();
	if (pid == 0) {
		if (!by_other_thread)
			arm_and_exec(NULL);
		pthread_create(&t, NULL, arm_and_exec, NULL);
		pthread_join(t, NULL);
		_exit(2);
	}
	SAFE_WAITPID(pid, &status, 0);
	TST_EXP_EQ_LI(status, 0);
}

static void failing_exec(void)
{
	char *const none[] = {NULL};
	long ret;
	int err;

	handle_sigsys(return_magic);
	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	execve("/nonexistent/program", none, none);
	err = errno;
	mask_sigsys(SIG_UNBLOCK);
	ret = A_CALL();

	TST_EXP_EQ_LI(err, ENOENT);
	TST_EXP_EQ_LI(ret, MAGIC);
}

static void run(unsigned int n)
{
	switch (n) {
	case 0:
		tst_res(TINFO, "by the leader");
		exec_in_child(false);
		break;
	case 1:
		tst_res(TINFO, "by another thread");
		exec_in_child(true);
		break;
	case 2:
		tst_res(TINFO, "failing");
		failing_exec();
		break;
	}
}

static struct tst_test test = {
	.test = run,
	.tcnt = 3,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
