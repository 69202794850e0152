// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a tracer can read and write a tracee's state with PTRACE_SELF_GET
 * and PTRACE_SELF_SET, as checkpoint and restore needs, and that they refuse a
 * wrong size, unknown flags and a bad address.
 */

#define _GNU_SOURCE
#include <sys/ptrace.h>
#include <stdlib.h>

#include "self_ptrace_common.h"

static void tracee(void)
{
	long first, second;

	SAFE_PTRACE(PTRACE_TRACEME, 0, NULL, NULL);
	handle_sigsys(return_magic);

	/* The tracer arms us here ... */
	syscall(__NR_kill, getpid(), SIGSTOP);
	first = A_CALL();
	/* ... and disarms us there, before the call is made. */
	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	syscall(__NR_kill, getpid(), SIGSTOP);
	mask_sigsys(SIG_UNBLOCK);
	second = A_CALL();
	_exit(first == MAGIC && second == -1 ? 0 : 1);
}

static long state_request(long request, pid_t pid, unsigned long size, void *state)
{
	return syscall(__NR_ptrace, request, pid, size, state);
}

static void next_stop(pid_t pid, int sig)
{
	int status;

	SAFE_WAITPID(pid, &status, 0);
	if (!WIFSTOPPED(status) || WSTOPSIG(status) != sig)
		tst_brk(TBROK, "tracee %s", tst_strstatus(status));
}

static void run(void)
{
	struct ptrace_self_state state = { .flags = ~0ULL };
	int status;
	pid_t pid;

	pid = SAFE_FORK();
	if (pid == 0)
		tracee();

	next_stop(pid, SIGSTOP);
	TST_EXP_PASS(state_request(PTRACE_SELF_GET, pid, sizeof(state), &state));
	TST_EXP_EQ_LI(state.flags, 0);

	state.flags = PTRACE_SELF_ARMED << 1;
	TST_EXP_FAIL(state_request(PTRACE_SELF_SET, pid, sizeof(state), &state), EINVAL);
	TST_EXP_FAIL(state_request(PTRACE_SELF_GET, pid, sizeof(state) - 1, &state), EINVAL);
	TST_EXP_FAIL(state_request(PTRACE_SELF_SET, pid, sizeof(state) + 1, &state), EINVAL);
	TST_EXP_FAIL(state_request(PTRACE_SELF_GET, pid, sizeof(state), (void *)1), EFAULT);
	TST_EXP_FAIL(state_request(PTRACE_SELF_SET, pid, sizeof(state), (void *)1), EFAULT);

	state.flags = PTRACE_SELF_ARMED;
	TST_EXP_PASS(state_request(PTRACE_SELF_SET, pid, sizeof(state), &state));
	SAFE_PTRACE(PTRACE_CONT, pid, NULL, NULL);
	next_stop(pid, SIGSYS);
	SAFE_PTRACE(PTRACE_CONT, pid, NULL, (void *)(long)SIGSYS);

	next_stop(pid, SIGSTOP);
	TST_EXP_PASS(state_request(PTRACE_SELF_GET, pid, sizeof(state), &state));
	TST_EXP_EQ_LI(state.flags, PTRACE_SELF_ARMED);
	state.flags = 0;
	TST_EXP_PASS(state_request(PTRACE_SELF_SET, pid, sizeof(state), &state));
	SAFE_PTRACE(PTRACE_DETACH, pid, NULL, NULL);

	SAFE_WAITPID(pid, &status, 0);
	TST_EXP_EQ_LI(status, 0);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
