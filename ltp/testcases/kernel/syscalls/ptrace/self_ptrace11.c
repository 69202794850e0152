// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a system call that is restarted after a signal handler is stopped
 * if that handler has armed the thread, and that one that is not restarted is
 * followed by one that is stopped.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static int fds[2];

static void arm(int sig LTP_ATTRIBUTE_UNUSED)
{
	self_ptrace(PTRACE_SELF_ON);
}

static void run(unsigned int n)
{
	struct sigaction sa = {
		.sa_handler = arm,
		.sa_flags = n ? 0 : SA_RESTART,
	};
	pid_t parent = getpid();
	long ret, next, err;
	int number;
	char buf[4];
	pid_t pid;

	SAFE_PIPE(fds);
	SAFE_SIGACTION(SIGUSR1, &sa, NULL);
	handle_sigsys(return_magic);

	pid = SAFE_FORK();
	if (pid == 0) {
		TST_PROCESS_STATE_WAIT(parent, 'S', 0);
		SAFE_KILL(parent, SIGUSR1);
		_exit(0);
	}

	ret = syscall(__NR_read, fds[0], buf, sizeof(buf));
	err = errno;
	number = sigsys_info.si_syscall;
	next = A_CALL();

	SAFE_WAITPID(pid, NULL, 0);
	SAFE_CLOSE(fds[0]);
	SAFE_CLOSE(fds[1]);

	tst_res(TINFO, "%s", n ? "without SA_RESTART" : "with SA_RESTART");
	if (n) {
		TST_EXP_EQ_LI(ret, -1);
		TST_EXP_EQ_LI(err, EINTR);
		TST_EXP_EQ_LI(next, MAGIC);
	} else {
		TST_EXP_EQ_LI(ret, MAGIC);
		TST_EXP_EQ_LI(number, __NR_read);
		TST_EXP_EQ_LI(next, -1);
	}
	TST_EXP_EQ_LI(sigsys_hits, 1);
}

static struct tst_test test = {
	.test = run,
	.tcnt = 2,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
