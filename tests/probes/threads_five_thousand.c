/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* message: [0-9]+ threads were not traced.* */
/* Five thousand threads alive at once, all in calls. */
#include <pthread.h>

#include "probe.h"

#define COUNT 5000

static pthread_barrier_t barrier;

static void *thread(void *arg)
{
	int pipes[2];
	char byte = 1;

	pthread_barrier_wait(&barrier);
	for (int i = 0; i < 1; i++) {
		struct timespec time = { 0, 1000 };

		CHECK(!pipe(pipes));
		CHECK_EQ(write(pipes[1], &byte, 1), 1);
		CHECK_EQ(read(pipes[0], &byte, 1), 1);
		nanosleep(&time, NULL);
		close(pipes[0]);
		close(pipes[1]);
	}
	pthread_barrier_wait(&barrier);
	return arg;
}

int main(void)
{
	static pthread_t threads[COUNT];
	pthread_attr_t attr;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 32768);
	pthread_barrier_init(&barrier, NULL, COUNT);
	for (int i = 0; i < COUNT; i++)
		if (pthread_create(&threads[i], &attr, thread, NULL))
			probe_skip("five thousand threads are too many here");
	for (int i = 0; i < COUNT; i++)
		CHECK(!pthread_join(threads[i], NULL));
	return probe_ok();
}
