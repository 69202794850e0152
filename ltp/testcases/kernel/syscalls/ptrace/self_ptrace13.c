// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that seccomp does not see a stopped system call, and does see the calls
 * that the SIGSYS handler makes.
 */

#define _GNU_SOURCE
#include <stddef.h>
#include <sys/prctl.h>
#include <linux/filter.h>

#include "self_ptrace_common.h"
#include "lapi/seccomp.h"

#define FILTER_ERRNO	77

static long handlers_ret;
static int handlers_errno;

static void perform(siginfo_t *si, ucontext_t *uc)
{
	handlers_ret = syscall(si->si_syscall);
	handlers_errno = errno;
	UC_RET(uc) = MAGIC;
}

static void with_filter(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_getppid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | FILTER_ERRNO),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog prog = { .len = ARRAY_SIZE(filter), .filter = filter };
	long stopped, direct, by_handler;
	int direct_errno;

	SAFE_PRCTL(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	TEST(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog));
	if (TST_RET == -1 && TST_ERR == EINVAL)
		tst_brk(TCONF, "kernel has no seccomp filters");
	if (TST_RET)
		tst_brk(TBROK | TTERRNO, "PR_SET_SECCOMP");

	handle_sigsys(return_magic);
	self_ptrace(PTRACE_SELF_ON);
	stopped = syscall(__NR_getppid);
	direct = syscall(__NR_getppid);
	direct_errno = errno;
	sigsys_action = perform;
	self_ptrace(PTRACE_SELF_ON);
	by_handler = syscall(__NR_getppid);

	TST_EXP_EQ_LI(stopped, MAGIC);
	TST_EXP_EQ_LI(direct, -1);
	TST_EXP_EQ_LI(direct_errno, FILTER_ERRNO);
	TST_EXP_EQ_LI(by_handler, MAGIC);
	TST_EXP_EQ_LI(handlers_ret, -1);
	TST_EXP_EQ_LI(handlers_errno, FILTER_ERRNO);
}

static void run(void)
{
	/* A filter cannot be taken away again. */
	if (!SAFE_FORK())
		with_filter();
	tst_reap_children();
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
	.forks_child = 1,
};
