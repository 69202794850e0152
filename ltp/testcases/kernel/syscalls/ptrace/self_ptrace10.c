// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a signal between PTRACE_SELF_ON and the next system call does no
 * harm: its handler's return is neither stopped nor the end of the request.
 *
 * The signal is sent in the SIGSYS handler after it has armed the thread; its
 * own handler makes a system call, which is executed since SIGSYS is blocked.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static int usr1_hits;
static long usr1_ret;

static void on_usr1(int sig LTP_ATTRIBUTE_UNUSED)
{
	usr1_hits++;
	usr1_ret = A_CALL();
}

static void rearm_and_raise(siginfo_t *si LTP_ATTRIBUTE_UNUSED, ucontext_t *uc)
{
	self_ptrace(PTRACE_SELF_ON);
	syscall(__NR_kill, getpid(), SIGUSR1);
	UC_RET(uc) = MAGIC;
}

static void run(void)
{
	struct sigaction sa = { .sa_handler = on_usr1 };
	long ret[3];

	usr1_hits = 0;
	SAFE_SIGACTION(SIGUSR1, &sa, NULL);
	handle_sigsys(rearm_and_raise);
	self_ptrace(PTRACE_SELF_ON);
	ret[0] = A_CALL();
	sigsys_action = return_magic;
	ret[1] = A_CALL();
	ret[2] = A_CALL();

	TST_EXP_EQ_LI(usr1_hits, 1);
	TST_EXP_EQ_LI(usr1_ret, -1);
	TST_EXP_EQ_LI(ret[0], MAGIC);
	TST_EXP_EQ_LI(ret[1], MAGIC);
	TST_EXP_EQ_LI(ret[2], -1);
	TST_EXP_EQ_LI(sigsys_hits, 2);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
