// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a tracer sees the SIGSYS of a stopped system call but no entry
 * and no exit of it, and each call that is executed just once.
 */

#define _GNU_SOURCE
#include <sys/ptrace.h>
#include <stdlib.h>

#include "self_ptrace_common.h"

#define SYSCALL_STOP	(SIGTRAP | 0x80)

static void tracee(void)
{
	long first, second;

	SAFE_PTRACE(PTRACE_TRACEME, 0, NULL, NULL);
	handle_sigsys(return_magic);
	syscall(__NR_kill, getpid(), SIGSTOP);

	self_ptrace(PTRACE_SELF_ON);	/* 1 */
	first = A_CALL();		/* stopped; 2: the handler's return */
	second = A_CALL();		/* 3 */
	_exit(first == MAGIC && second == -1 ? 0 : 1);	/* 4: does not return */
}

static void run(void)
{
	int stops = 0, stops_before_sigsys = -1, sigsys = 0;
	int status, sig = 0;
	pid_t pid;

	pid = SAFE_FORK();
	if (pid == 0)
		tracee();

	SAFE_WAITPID(pid, &status, 0);
	SAFE_PTRACE(PTRACE_SETOPTIONS, pid, NULL,
		    (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL));
	for (;;) {
		SAFE_PTRACE(PTRACE_SYSCALL, pid, NULL, (void *)(long)sig);
		SAFE_WAITPID(pid, &status, 0);
		if (!WIFSTOPPED(status))
			break;
		sig = WSTOPSIG(status);
		if (sig == SYSCALL_STOP) {
			stops++;
			sig = 0;
		} else if (sig == SIGSYS) {
			sigsys++;
			stops_before_sigsys = stops;
		}
	}

	TST_EXP_EQ_LI(status, 0);
	TST_EXP_EQ_LI(sigsys, 1);
	/* PTRACE_SELF_ON's two. */
	TST_EXP_EQ_LI(stops_before_sigsys, 2);
	/* And two each for the return and for the second call, one for the last. */
	TST_EXP_EQ_LI(stops, 2 + 5);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
