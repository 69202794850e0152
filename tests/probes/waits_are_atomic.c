/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A signal that is blocked but for pselect, ppoll, epoll_pwait and sigsuspend is
 * handled there and nowhere else, with the mask that belongs to it.
 */
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>

#include "probe.h"

static volatile bool inside;
static volatile int hits;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	uint64_t mask;

	(void)info;
	CHECK(inside);
	hits++;
	/* What is restored is the mask outside; in force is the call's and our own. */
	memcpy(&mask, &uc->uc_sigmask, 8);
	CHECK_EQ(mask, 1ul << (SIGUSR1 - 1) | 1ul << (SIGUSR2 - 1));
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 0, (long)&mask, 8, 0, 0), 0);
	CHECK_EQ(mask, 1ul << (SIGHUP - 1) | 1ul << (SIGSYS - 1) | 1ul << (signo - 1));
}

static uint64_t mask_now(void)
{
	uint64_t mask;

	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 0, (long)&mask, 8, 0, 0), 0);
	return mask;
}

int main(void)
{
	sigset_t blocked, wait;
	uint64_t outside = 1ul << (SIGUSR1 - 1) | 1ul << (SIGUSR2 - 1);
	int epoll = epoll_create1(0);
	pid_t child;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGUSR1);
	sigaddset(&blocked, SIGUSR2);
	sigprocmask(SIG_BLOCK, &blocked, NULL);
	sigemptyset(&wait);
	sigaddset(&wait, SIGHUP);
	sigaddset(&wait, SIGSYS);
	probe_handle(SIGUSR1, handler, SA_RESTART);
	child = fork();
	if (!child) {
		pid_t parent = getppid();

		while (!kill(parent, SIGUSR1))
			syscall(SYS_sched_yield);
		_exit(0);
	}
	for (int i = 0; i < 8000; i++) {
		struct timespec zero = { 0, 0 };
		struct epoll_event event;
		int before = hits, ret;

		inside = true;
		errno = 0;
		switch (i % 4) {
		case 0:
			ret = pselect(0, NULL, NULL, NULL, i % 8 ? NULL : &zero, &wait);
			break;
		case 1:
			ret = ppoll(NULL, 0, i % 8 > 4 ? NULL : &zero, &wait);
			break;
		case 2:
			ret = epoll_pwait(epoll, &event, 1, i % 8 > 4 ? -1 : 0, &wait);
			break;
		default:
			ret = sigsuspend(&wait);
			break;
		}
		inside = false;
		if (ret < 0) {
			CHECK_EQ(errno, EINTR);
			CHECK_EQ(hits, before + 1);
		} else {
			CHECK_EQ(ret, 0);
			CHECK_EQ(hits, before);
		}
		CHECK_EQ(mask_now(), outside);
	}
	kill(child, SIGKILL);
	probe_wait(child);
	return probe_ok();
}
