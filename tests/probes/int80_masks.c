/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What 32-bit calls from 64-bit code do to masks, stacks and waits, read back by either kind. */
#include "int80.h"

#include <poll.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>

#define BIT(signo) (1ul << ((signo)-1))

static volatile int hits, last;
static uint64_t mask_inside, mask_after;

static uint64_t mask_now(void)
{
	uint64_t mask = 0;

	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_BLOCK, 0, (long)&mask, 8, 0, 0), 0);
	return mask;
}

static void set_mask(uint64_t mask)
{
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&mask, 0, 8, 0, 0), 0);
}

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)info;
	hits++;
	last = signo;
	mask_inside = mask_now();
	memcpy(&mask_after, &((ucontext_t *)context)->uc_sigmask, 8);
}

static void masks(uint32_t *low)
{
	const uint64_t wide = BIT(SIGUSR1) | BIT(SIGSYS) | BIT(SIGSEGV) | BIT(40) | BIT(64);

	set_mask(wide);
	CHECK_EQ(call80(NR32_sgetmask, 0, 0, 0, 0, 0, 0), wide);
	low[0] = BIT(SIGUSR2) | BIT(SIGSYS);
	low[1] = 0;
	CHECK_EQ(call80(NR32_sigprocmask, SIG_SETMASK, low32(low), low32(&low[1]), 0, 0, 0), 0);
	CHECK_EQ(low[1], (uint32_t)wide);
	CHECK_EQ(mask_now(), BIT(SIGUSR2) | BIT(SIGSYS) | BIT(40) | BIT(64));
	low[0] = BIT(SIGSYS) | BIT(SIGKILL);
	CHECK_EQ(call80(NR32_sigprocmask, SIG_UNBLOCK, low32(low), 0, 0, 0, 0), 0);
	CHECK_EQ(mask_now(), BIT(SIGUSR2) | BIT(40) | BIT(64));
	CHECK_EQ(call80(NR32_sigprocmask, SIG_BLOCK, low32(low), low32(&low[1]), 0, 0, 0), 0);
	CHECK_EQ(low[1], BIT(SIGUSR2));
	CHECK_EQ(mask_now(), BIT(SIGSYS) | BIT(SIGUSR2) | BIT(40) | BIT(64));
	CHECK_EQ(call80(NR32_sigprocmask, 77, low32(low), 0, 0, 0, 0), -EINVAL);
	CHECK_EQ(call80(NR32_sigprocmask, 77, 0, low32(low), 0, 0, 0), 0);
	CHECK_EQ(call80(NR32_sigprocmask, SIG_BLOCK, 16, 0, 0, 0, 0), -EFAULT);
	CHECK_EQ(call80(NR32_ssetmask, BIT(SIGSYS) | BIT(SIGHUP), 0, 0, 0, 0, 0),
		 (int)(BIT(SIGSYS) | BIT(SIGUSR2)));
	CHECK_EQ(mask_now(), BIT(SIGSYS) | BIT(SIGHUP));
	CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
	CHECK_EQ(call80(NR32_ssetmask, (long)BIT(32), 0, 0, 0, 0, 0),
		 (int)(BIT(SIGSYS) | BIT(SIGHUP)));
	CHECK_EQ(mask_now(), 0xffffffff80000000); /* an int becomes a long */
	CHECK_EQ(call80(NR32_rt_sigprocmask, SIG_BLOCK, low32(low), 0, 4, 0, 0), -EINVAL);
	set_mask(0);
}

/* A SIGSYS that is blocked so stays pending, and comes after. */
static void blocked_sigsys(uint32_t *low)
{
	probe_handle(SIGSYS, handler, 0);
	hits = 0;
	call80(NR32_ssetmask, BIT(SIGSYS), 0, 0, 0, 0, 0);
	raise(SIGSYS);
	CHECK_EQ(hits, 0);
	low[0] = 0;
	CHECK_EQ(call80(NR32_sigpending, low32(low), 0, 0, 0, 0, 0), 0);
	CHECK_EQ(low[0], BIT(SIGSYS));
	low[0] = low[1] = 0;
	CHECK_EQ(call80(NR32_rt_sigpending, low32(low), 8, 0, 0, 0, 0), 0);
	CHECK_EQ(low[0], BIT(SIGSYS));
	call80(NR32_ssetmask, 0, 0, 0, 0, 0, 0);
	CHECK_EQ(hits, 1);
	CHECK_EQ(last, SIGSYS);
	signal(SIGSYS, SIG_DFL);
}

static void stacks(uint32_t *low)
{
	static char stack[65536];
	stack_t mine = { .ss_sp = stack, .ss_size = sizeof(stack) }, now;

	low[0] = low32(low) + 4096;
	low[1] = 0;
	low[2] = 8192;
	CHECK_EQ(call80(NR32_sigaltstack, low32(low), low32(&low[4]), 0, 0, 0, 0), 0);
	CHECK_EQ(low[5], SS_DISABLE);
	CHECK(!sigaltstack(NULL, &now));
	CHECK_EQ(low32(now.ss_sp), low[0]);
	CHECK_EQ(now.ss_size, 8192);
	CHECK_EQ(now.ss_flags, 0);
	low[2] = 100;
	CHECK_EQ(call80(NR32_sigaltstack, low32(low), 0, 0, 0, 0, 0), -ENOMEM);
	low[1] = 99;
	CHECK_EQ(call80(NR32_sigaltstack, low32(low), 0, 0, 0, 0, 0), -EINVAL);
	CHECK_EQ(call80(NR32_sigaltstack, 16, 0, 0, 0, 0, 0), -EFAULT);
	CHECK(!sigaltstack(&mine, NULL));
	CHECK_EQ(call80(NR32_sigaltstack, 0, low32(low), 0, 0, 0, 0), 0);
	CHECK_EQ(low[0], low32(stack));
	CHECK_EQ(low[1], 0);
	CHECK_EQ(low[2], sizeof(stack));
	low[1] = SS_DISABLE;
	CHECK_EQ(call80(NR32_sigaltstack, low32(low), 0, 0, 0, 0, 0), 0);
}

/* SIG_DFL and SIG_IGN; what has a handler of the other kind is told of. */
static void dispositions(uint32_t *low)
{
	struct sigaction action = { 0 };
	int status;
	pid_t pid;

	probe_handle(SIGUSR2, handler, SA_RESTART);
	CHECK(!sigaction(SIGUSR2, NULL, &action));
	CHECK_EQ(call80(NR32_signal, SIGUSR2, (long)SIG_IGN, 0, 0, 0, 0), (long)(uintptr_t)handler);
	CHECK(!sigaction(SIGUSR2, NULL, &action));
	CHECK_EQ(action.sa_handler == SIG_IGN, 1);
	CHECK_EQ(action.sa_flags & ~0x04000000, (int)(SA_RESETHAND | SA_NODEFER));
	hits = 0;
	raise(SIGUSR2);
	CHECK_EQ(hits, 0);
	memset(low, 0, 64);
	CHECK_EQ(call80(NR32_rt_sigaction, SIGUSR2, low32(low), low32(&low[5]), 8, 0, 0), 0);
	CHECK_EQ(low[5], 1);
	CHECK(!sigaction(SIGUSR2, NULL, &action));
	CHECK_EQ(action.sa_handler == SIG_DFL, 1);
	memset(low, 0, 64);
	CHECK_EQ(call80(NR32_sigaction, SIGUSR2, 0, low32(low), 0, 0, 0), 0);
	CHECK_EQ(low[0], 0);
	CHECK_EQ(call80(NR32_signal, SIGKILL, (long)SIG_IGN, 0, 0, 0, 0), -EINVAL);
	CHECK_EQ(call80(NR32_signal, 65, (long)SIG_IGN, 0, 0, 0, 0), -EINVAL);
	CHECK_EQ(call80(NR32_rt_sigaction, SIGUSR2, low32(low), 0, 4, 0, 0), -EINVAL);
	CHECK_EQ(call80(NR32_rt_sigaction, SIGUSR2, 16, 0, 8, 0, 0), -EFAULT);
	/* Those that the agent stands on: ignored, default, and still in force for it. */
	for (int i = 0; i < 3; i++) {
		static const int signals[] = { SIGSYS, SIGSEGV, SIGBUS };

		CHECK_EQ(call80(NR32_signal, signals[i], (long)SIG_IGN, 0, 0, 0, 0), 0);
		CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
		CHECK_EQ(raw_call(SYS_pipe, 16, 0, 0, 0, 0, 0), -EFAULT);
		raise(signals[i]);
		CHECK_EQ(call80(NR32_signal, signals[i], (long)SIG_DFL, 0, 0, 0, 0), 1);
		pid = fork();
		if (!pid) {
			raise(signals[i]);
			_exit(0);
		}
		status = probe_wait(pid);
		CHECK(WIFSIGNALED(status));
		CHECK_EQ(WTERMSIG(status), signals[i]);
	}
}

static void *interrupts(void *thread)
{
	for (;;) {
		usleep(500);
		pthread_kill(*(pthread_t *)thread, SIGUSR1);
	}
	return NULL;
}

static void waits(uint32_t *low)
{
	struct epoll_event *event = (void *)&low[64];
	const uint64_t outside = BIT(SIGUSR1) | BIT(SIGHUP), within = BIT(SIGSYS) | BIT(41);
	pthread_t self = pthread_self(), other;
	int epoll = epoll_create1(0);

	CHECK(epoll >= 0);
	probe_handle(SIGUSR1, handler, SA_RESTART);
	set_mask(outside);
	CHECK(!pthread_create(&other, NULL, interrupts, &self));
	memcpy(&low[0], &within, 8);
	low[2] = low32(low); /* packed */
	low[3] = 8;
	low[4] = 10; /* a timespec, of either size */
	low[5] = 0;
	low[6] = 0;
	for (int i = 0; i < 60; i++) {
		long ret;

		hits = 0;
		low[4] = 10;
		low[5] = 0;
		switch (i % 5) {
		case 0:
			ret = call80(NR32_sigsuspend, 0, 0, (long)(uint32_t)within, 0, 0, 0);
			break;
		case 1:
			ret = call80(NR32_rt_sigsuspend, low32(low), 8, 0, 0, 0, 0);
			break;
		case 2:
			ret = call80(NR32_ppoll, 0, 0, low32(&low[4]), low32(low), 8, 0);
			break;
		case 3:
			ret = call80(NR32_pselect6, 0, 0, 0, 0, low32(&low[4]), low32(&low[2]));
			break;
		default:
			ret = call80(NR32_epoll_pwait, epoll, low32(event), 1, 10000, low32(low),
				     8);
			break;
		}
		CHECK_EQ(ret, -EINTR);
		CHECK_EQ(hits, 1);
		CHECK_EQ(mask_inside & ~BIT(SIGUSR1), i % 5 ? within : (uint32_t)within);
		CHECK_EQ(mask_after, outside);
		CHECK_EQ(mask_now(), outside);
	}
	CHECK(!pthread_cancel(other));
	CHECK(!pthread_join(other, NULL));
	set_mask(0);
	/* One without a mask of its own. */
	hits = 0;
	raise(SIGUSR1);
	CHECK_EQ(hits, 1);
	close(epoll);
}

static void limits(uint32_t *low)
{
	struct rlimit limit;

	low[0] = 0x70000000;
	low[1] = UINT32_MAX;
	CHECK_EQ(call80(NR32_setrlimit, RLIMIT_AS, low32(low), 0, 0, 0, 0), 0);
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, 0x70000000);
	CHECK_EQ(limit.rlim_max, RLIM_INFINITY);
	low[0] = low[1] = 0;
	CHECK_EQ(call80(NR32_ugetrlimit, RLIMIT_AS, low32(low), 0, 0, 0, 0), 0);
	CHECK_EQ(low[0], 0x70000000);
	CHECK_EQ(low[1], UINT32_MAX);
	CHECK_EQ(call80(NR32_setrlimit, RLIMIT_AS, 16, 0, 0, 0, 0), -EFAULT);
	limit.rlim_cur = RLIM_INFINITY;
	CHECK(!setrlimit(RLIMIT_AS, &limit));
}

int main(void)
{
	uint32_t *low = low_memory(65536, PROT_READ | PROT_WRITE);

	masks(low);
	blocked_sigsys(low);
	stacks(low);
	dispositions(low);
	waits(low);
	limits(low);
	return probe_ok();
}
