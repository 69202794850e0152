// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that a new thread is not armed, that an armed thread's state is its
 * own, and that a thread can name itself by its thread ID but not by that of
 * its process.
 */

#define _GNU_SOURCE
#include <pthread.h>

#include "tst_safe_pthread.h"
#include "self_ptrace_common.h"

static struct {
	long inherited;
	long by_tgid;
	int by_tgid_errno;
	long by_tid;
	long stopped;
} seen;

static void *thread(void *arg LTP_ATTRIBUTE_UNUSED)
{
	mask_sigsys(SIG_UNBLOCK);
	seen.inherited = A_CALL();
	seen.by_tgid = syscall(__NR_ptrace, PTRACE_SELF_ON, getpid(), 0, 0);
	seen.by_tgid_errno = errno;
	seen.by_tid = syscall(__NR_ptrace, PTRACE_SELF_ON, syscall(__NR_gettid), 0, 0);
	seen.stopped = A_CALL();
	return NULL;
}

static void run(void)
{
	pthread_t t;
	long ret;

	handle_sigsys(return_magic);
	mask_sigsys(SIG_BLOCK);
	self_ptrace(PTRACE_SELF_ON);
	SAFE_PTHREAD_CREATE(&t, NULL, thread, NULL);
	SAFE_PTHREAD_JOIN(t, NULL);
	mask_sigsys(SIG_UNBLOCK);
	ret = A_CALL();

	TST_EXP_EQ_LI(seen.inherited, -1);
	TST_EXP_EQ_LI(seen.by_tgid, -1);
	TST_EXP_EQ_LI(seen.by_tgid_errno, ESRCH);
	TST_EXP_EQ_LI(seen.by_tid, 0);
	TST_EXP_EQ_LI(seen.stopped, MAGIC);
	TST_EXP_EQ_LI(ret, MAGIC);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
