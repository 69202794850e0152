/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* io_pgetevents waits with a mask of its own: interrupted, its handler, and the mask after it. */
#include "probe.h"

#include <linux/aio_abi.h>
#include <pthread.h>

#define BIT(signo) (1ul << ((signo)-1))

static volatile int hits;
static uint64_t inside, after;

static uint64_t mask_now(void)
{
	uint64_t mask = 0;

	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_BLOCK, 0, (long)&mask, 8, 0, 0), 0);
	return mask;
}

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)info;
	hits++;
	inside = mask_now();
	memcpy(&after, &((ucontext_t *)context)->uc_sigmask, 8);
}

static void *interrupts(void *data)
{
	pthread_t whom = *(pthread_t *)data;

	for (;;) {
		usleep(300);
		pthread_kill(whom, SIGUSR1);
	}
	return NULL;
}

int main(void)
{
	const uint64_t outside = BIT(SIGUSR1) | BIT(SIGSYS), within = BIT(SIGSYS) | BIT(SIGHUP);
	const struct {
		const uint64_t *mask;
		size_t size;
	} packed = { &within, 8 }, wrong = { &within, 4 };
	struct timespec none = { 0, 0 };
	pthread_t self = pthread_self(), other;
	aio_context_t context = 0;
	struct io_event event;

	if (syscall(SYS_io_setup, 1, &context))
		probe_skip("the kernel has no io_setup");
	probe_handle(SIGUSR1, handler, SA_RESTART);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&outside, 0, 8, 0, 0), 0);
	CHECK(!pthread_create(&other, NULL, interrupts, &self));
	for (int i = 0; i < 50; i++) {
		hits = 0;
		CHECK_EQ(raw_call(SYS_io_pgetevents, (long)context, 1, 1, (long)&event, 0,
				  (long)&packed),
			 -EINTR);
		CHECK_EQ(hits, 1);
		CHECK_EQ(inside, within | BIT(SIGUSR1));
		CHECK_EQ(after, outside);
		CHECK_EQ(mask_now(), outside);
	}
	pthread_cancel(other);
	CHECK(!pthread_join(other, NULL));
	CHECK_EQ(raw_call(SYS_io_pgetevents, (long)context, 1, 1, (long)&event, (long)&none,
			  (long)&wrong),
		 -EINVAL);
	CHECK_EQ(raw_call(SYS_io_pgetevents, (long)context, 1, 1, (long)&event, (long)&none, 16),
		 -EFAULT);
	CHECK_EQ(mask_now(), outside);
	return probe_ok();
}
