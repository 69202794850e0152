/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program dispatches its own calls to itself, with a selector, as Wine does. */
#include <linux/prctl.h>
#include <sys/prctl.h>

#include "probe.h"

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif

static volatile unsigned char selector;
static volatile int traps;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)signo;
	selector = 0;
	CHECK_EQ(info->si_code, 2);
	CHECK_EQ(info->si_syscall, 0xf001);
	CHECK_EQ(info->si_call_addr, uc->uc_mcontext.gregs[REG_RIP]);
	uc->uc_mcontext.gregs[REG_RAX] = 0x123;
	traps++;
}

/* The signal that a child dies of with such a selector, whatever it has handlers for. */
static int death(unsigned char value, volatile void *at)
{
	pid_t child = fork();
	int status;

	if (!child) { /* where dispatch is not inherited */
		selector = 1;
		CHECK_EQ(raw_call(0xf001, 0, 0, 0, 0, 0, 0), -ENOSYS);
		selector = value;
		probe_handle(SIGSEGV, handler, 0);
		prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, 0, 0, at);
		raw_call(0xf001, 0, 0, 0, 0, 0, 0);
		_exit(1);
	}
	status = probe_wait(child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : -status;
}

int main(void)
{
	probe_handle(SIGSYS, handler, 0);
	CHECK_ERRNO(prctl(PR_SET_SYSCALL_USER_DISPATCH, 0, 1, 0, 0), EINVAL);
	CHECK_ERRNO(prctl(PR_SET_SYSCALL_USER_DISPATCH, 99, 0, 0, 0), EINVAL);
	CHECK(!prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, 0, 0, &selector));
	for (int i = 0; i < 10; i++) {
		CHECK_EQ(raw_call(0xf001, 0, 0, 0, 0, 0, 0), -ENOSYS);
		selector = 1;
		CHECK_EQ(raw_call(0xf001, 0, 0, 0, 0, 0, 0), 0x123);
		CHECK_EQ(selector, 0);
	}
	CHECK_EQ(traps, 10);
	CHECK_EQ(death(2, &selector), SIGSYS); /* neither allow nor block */
	CHECK_EQ(death(0, (void *)16), SIGSEGV);
	CHECK(!prctl(PR_SET_SYSCALL_USER_DISPATCH, 0, 0, 0, 0));
	return probe_ok();
}
