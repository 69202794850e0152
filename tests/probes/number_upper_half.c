/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel takes the low half of the call's number; what stands above it does not matter. */
#include "probe.h"

static const long garbage = 0x5a5a5a5a00000000;
static volatile int calls;

static void handler(int signo)
{
	(void)signo;
	calls++;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler };
	uint64_t set = 1ul << (SIGSYS - 1) | 1ul << (SIGUSR1 - 1), old = 0;
	long pid;

	CHECK_EQ(raw_call(SYS_getpid | garbage, 0, 0, 0, 0, 0, 0), getpid());
	CHECK_EQ(raw_call(SYS_getpid | garbage << 1, 0, 0, 0, 0, 0, 0), getpid());
	CHECK(!sigaction(SIGUSR1, &action, NULL));
	CHECK_EQ(raw_call(SYS_rt_sigprocmask | garbage, SIG_SETMASK, (long)&set, 0, 8, 0, 0), 0);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask | garbage, SIG_BLOCK, 0, (long)&old, 8, 0, 0), 0);
	CHECK_EQ(old, set);
	CHECK_EQ(raw_call(SYS_rt_sigaction | garbage, SIGUSR1, 0, 0, 8, 0, 0), 0);
	raise(SIGUSR1);
	CHECK_EQ(calls, 0);
	set = 0;
	CHECK_EQ(raw_call(SYS_rt_sigprocmask | garbage, SIG_SETMASK, (long)&set, 0, 8, 0, 0), 0);
	CHECK_EQ(calls, 1);
	pid = raw_call(SYS_fork | garbage, 0, 0, 0, 0, 0, 0);
	if (!pid) {
		CHECK(getpid() == raw_call(SYS_getpid, 0, 0, 0, 0, 0, 0));
		raw_call(SYS_exit_group | garbage, 0, 0, 0, 0, 0, 0);
	}
	probe_join((pid_t)pid);
	return probe_ok();
}
