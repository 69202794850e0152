/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Ten thousand threads come and go, some detached, some with the smallest stack, each making calls.
 */
#include <limits.h>
#include <pthread.h>

#include "probe.h"

static int done;

static void *thread(void *arg)
{
	CHECK_EQ(syscall(SYS_getpid), getpid());
	CHECK_EQ(syscall(SYS_gettid), gettid());
	__atomic_fetch_add(&done, 1, __ATOMIC_SEQ_CST);
	return arg;
}

int main(void)
{
	pthread_attr_t small;

	pthread_attr_init(&small);
	pthread_attr_setstacksize(&small, (size_t)PTHREAD_STACK_MIN);
	for (int i = 0; i < 10000; i += 8) {
		pthread_t threads[8];

		for (int n = 0; n < 8; n++)
			while (pthread_create(&threads[n], n & 1 ? &small : NULL, thread,
					      threads + n))
				CHECK_EQ(errno, EAGAIN);
		for (int n = 0; n < 8; n++) {
			void *ret;

			if (n == 7) {
				pthread_detach(threads[n]);
				continue;
			}
			CHECK(!pthread_join(threads[n], &ret));
			CHECK(ret == threads + n);
		}
	}
	while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) < 10000)
		syscall(SYS_sched_yield);
	return probe_ok();
}
