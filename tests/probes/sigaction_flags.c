/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* SA_RESETHAND, SA_NODEFER, sa_mask, and what sigaction reads back; every signal. */
#include "probe.h"

struct kernel_action {
	void *handler;
	unsigned long flags;
	void *restorer;
	uint64_t mask;
};

static volatile int depth, deepest, calls;
static uint64_t mask_inside;

static void handler(int signo)
{
	calls++;
	if (++depth > deepest)
		deepest = depth;
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask_inside, 8);
	if (calls < 3)
		raise(signo);
	depth--;
}

int main(void)
{
	struct kernel_action set, got;
	struct sigaction action = { .sa_handler = handler }, old;

	for (int signo = 1; signo <= 64; signo++) {
		if (signo == SIGKILL || signo == SIGSTOP) {
			CHECK_EQ(raw_call(SYS_rt_sigaction, signo, (long)&set, 0, 8, 0, 0),
				 -EINVAL);
			CHECK_EQ(raw_call(SYS_rt_sigaction, signo, 0, (long)&got, 8, 0, 0), 0);
			continue;
		}
		set = (struct kernel_action){ handler, 0xffffffff, (void *)0x1234, ~0ull };
		CHECK_EQ(raw_call(SYS_rt_sigaction, signo, (long)&set, 0, 8, 0, 0), 0);
		CHECK_EQ(raw_call(SYS_rt_sigaction, signo, 0, (long)&got, 8, 0, 0), 0);
		CHECK(got.handler == handler);
		CHECK_EQ(got.flags, 0xdc000807);
		CHECK(got.restorer == (void *)0x1234);
		CHECK(got.mask == ~(1ull << (SIGKILL - 1) | 1ull << (SIGSTOP - 1)));
		set = (struct kernel_action){ SIG_IGN, 0x400, 0, 5 };
		CHECK_EQ(raw_call(SYS_rt_sigaction, signo, (long)&set, (long)&got, 8, 0, 0), 0);
		CHECK(got.handler == handler);
		CHECK_EQ(raw_call(SYS_rt_sigaction, signo, 0, (long)&got, 8, 0, 0), 0);
		CHECK(got.handler == SIG_IGN);
		CHECK_EQ(got.flags, 0);
		CHECK_EQ(got.mask, 5);
		set = (struct kernel_action){ 0 };
		CHECK_EQ(raw_call(SYS_rt_sigaction, signo, (long)&set, (long)&got, 8, 0, 0), 0);
	}
	CHECK_EQ(raw_call(SYS_rt_sigaction, 0, 0, 0, 8, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigaction, 65, 0, 0, 8, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigaction, -1, 0, 0, 8, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 0, 0, 16, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 8, 0, 8, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 0, 8, 8, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 0, -4096, 8, 0, 0), -EFAULT);

	CHECK(!sigaction(SIGUSR1, &action, NULL)); /* deferred: one after the other */
	raise(SIGUSR1);
	CHECK_EQ(calls, 3);
	CHECK_EQ(deepest, 1);
	CHECK_EQ(mask_inside, 1ull << (SIGUSR1 - 1));

	calls = deepest = 0;
	action.sa_flags = SA_NODEFER;
	CHECK(!sigaction(SIGUSR1, &action, NULL));
	raise(SIGUSR1);
	CHECK_EQ(calls, 3);
	CHECK_EQ(deepest, 3);
	CHECK_EQ(mask_inside, 0);

	calls = 3;
	action.sa_flags = SA_RESETHAND;
	sigfillset(&action.sa_mask);
	CHECK(!sigaction(SIGSYS, &action, NULL));
	raise(SIGSYS);
	CHECK_EQ(calls, 4);
	CHECK_EQ(mask_inside, ~(1ull << (SIGKILL - 1) | 1ull << (SIGSTOP - 1) | 3ull << 31));
	CHECK(!sigaction(SIGSYS, NULL, &old));
	CHECK(old.sa_handler == SIG_DFL);
	syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask_inside, 8);
	CHECK_EQ(mask_inside, 0);
	return probe_ok();
}
