// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that PTRACE_SELF_ON and PTRACE_SELF_OFF fail with
 *
 * - ESRCH if pid is neither 0 nor the caller's thread ID
 * - EINVAL if addr or data is not 0
 *
 * and that a request that fails changes nothing.
 */

#define _GNU_SOURCE
#include "self_ptrace_common.h"

static struct tcase {
	const char *desc;
	long request;
	long pid;
	long addr;
	long data;
	int exp_errno;
} tcases[] = {
	{"ON, pid 1", PTRACE_SELF_ON, 1, 0, 0, ESRCH},
	{"ON, pid -1", PTRACE_SELF_ON, -1, 0, 0, ESRCH},
	{"OFF, pid 1", PTRACE_SELF_OFF, 1, 0, 0, ESRCH},
	{"ON, addr", PTRACE_SELF_ON, 0, 1, 0, EINVAL},
	{"ON, data", PTRACE_SELF_ON, 0, 0, 1, EINVAL},
	{"OFF, addr", PTRACE_SELF_OFF, 0, 1, 0, EINVAL},
	{"OFF, data", PTRACE_SELF_OFF, 0, 0, 1, EINVAL},
};

static void run(unsigned int n)
{
	struct tcase *tc = &tcases[n];
	bool armed_before = tc->request == PTRACE_SELF_OFF;
	long ret, probe;
	int err;

	handle_sigsys(return_magic);
	mask_sigsys(SIG_BLOCK);
	if (armed_before)
		self_ptrace(PTRACE_SELF_ON);
	ret = syscall(__NR_ptrace, tc->request, tc->pid, tc->addr, tc->data);
	err = errno;
	mask_sigsys(SIG_UNBLOCK);
	probe = A_CALL();

	if (ret == -1 && err == tc->exp_errno)
		tst_res(TPASS, "%s: failed with %s", tc->desc, tst_strerrno(err));
	else
		tst_res(TFAIL, "%s: returned %ld, errno %s", tc->desc, ret, tst_strerrno(err));
	TST_EXP_EQ_LI(probe, armed_before ? MAGIC : -1);
}

static struct tst_test test = {
	.test = run,
	.tcnt = ARRAY_SIZE(tcases),
	.setup = require_self_ptrace,
};
