/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* pthread_cancel of threads that wait in calls: cleanup handlers run, nothing is lost. */
#include <poll.h>
#include <pthread.h>

#include "probe.h"

static int pipes[2], cleaned;

static void cleanup(void *arg)
{
	(void)arg;
	cleaned++;
}

static void *thread(void *arg)
{
	char byte;

	pthread_cleanup_push(cleanup, NULL);
	switch ((intptr_t)arg % 4) {
	case 0:
		(void)!read(pipes[0], &byte, 1);
		break;
	case 1:
		pause();
		break;
	case 2:
		poll(NULL, 0, -1);
		break;
	default:
		sleep(1000);
	}
	pthread_cleanup_pop(1);
	return NULL;
}

int main(void)
{
	CHECK(!pipe(pipes));
	for (int i = 0; i < 200; i++) {
		pthread_t id;
		void *ret;

		CHECK(!pthread_create(&id, NULL, thread, (void *)(intptr_t)i));
		for (int n = i % 7; n; n--)
			syscall(SYS_sched_yield);
		CHECK(!pthread_cancel(id));
		CHECK(!pthread_join(id, &ret));
		CHECK(ret == PTHREAD_CANCELED);
	}
	CHECK(cleaned <= 200);
	return probe_ok();
}
