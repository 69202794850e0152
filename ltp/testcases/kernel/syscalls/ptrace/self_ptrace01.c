// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Copyright (c) 2026 self_ptrace developers
 */

/*\
 * Verify that after PTRACE_SELF_ON the next system call is not executed, that
 * the thread gets SIGSYS instead, whose siginfo tells which call it was, and
 * that the call after it is executed.
 */

#define _GNU_SOURCE
#include <fcntl.h>

#include "self_ptrace_common.h"

static void run(void)
{
	int fd = SAFE_OPEN("/dev/null", O_RDONLY);
	long on, first, second;

	handle_sigsys(return_magic);
	on = self_ptrace(PTRACE_SELF_ON);
	first = syscall(__NR_close, fd);
	second = syscall(__NR_close, fd);

	TST_EXP_EQ_LI(on, 0);
	TST_EXP_EQ_LI(first, MAGIC);
	TST_EXP_EQ_LI(second, 0);
	TST_EXP_EQ_LI(sigsys_hits, 1);
	TST_EXP_EQ_LI(sigsys_info.si_signo, SIGSYS);
	TST_EXP_EQ_LI(sigsys_info.si_code, SYS_SELF_PTRACE);
	TST_EXP_EQ_LI(sigsys_info.si_syscall, __NR_close);
}

static struct tst_test test = {
	.test_all = run,
	.setup = require_self_ptrace,
};
