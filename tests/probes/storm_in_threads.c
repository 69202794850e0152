/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Threads that signal each other as fast as they can while they exchange data: nothing is lost or
 * mixed up. */
#include <pthread.h>

#include "probe.h"

#define THREADS 4
#define ROUNDS 3000

static pthread_t threads[THREADS];
static pthread_barrier_t barrier;
static int received, sent;
static volatile bool over;
static __thread volatile long sum;

static void handler(int signo, siginfo_t *info, void *context)
{
	int saved = errno;

	(void)signo, (void)context;
	__atomic_fetch_add(&received, 1, __ATOMIC_SEQ_CST);
	sum += info->si_value.sival_int;
	gettid();
	errno = saved;
}

static void *thread(void *arg)
{
	int self = (int)(intptr_t)arg, pipes[2];

	CHECK(!pipe(pipes));
	pthread_barrier_wait(&barrier);
	for (int i = 0; i < ROUNDS; i++) {
		long out = i * 7 + self, in = 0;

		if (!pthread_sigqueue(threads[(self + 1 + i % (THREADS - 1)) % THREADS],
				      SIGRTMIN + 5, (union sigval){ .sival_int = 1 }))
			__atomic_fetch_add(&sent, 1, __ATOMIC_SEQ_CST);
		CHECK_EQ(write(pipes[1], &out, sizeof(out)), sizeof(out));
		CHECK_EQ(read(pipes[0], &in, sizeof(in)), sizeof(in));
		CHECK_EQ(in, out);
		CHECK_EQ(syscall(SYS_gettid), gettid());
	}
	pthread_barrier_wait(&barrier);
	for (int i = 0; i < 100; i++)
		getppid();
	pthread_barrier_wait(&barrier);
	return (void *)sum;
}

int main(void)
{
	long all = 0;

	probe_handle(SIGRTMIN + 5, handler, SA_RESTART);
	pthread_barrier_init(&barrier, NULL, THREADS);
	for (int i = 0; i < THREADS; i++)
		CHECK(!pthread_create(&threads[i], NULL, thread, (void *)(intptr_t)i));
	for (int i = 0; i < THREADS; i++) {
		void *ret;

		CHECK(!pthread_join(threads[i], &ret));
		all += (long)ret;
	}
	CHECK_EQ(received, sent);
	CHECK_EQ(all, sent);
	return probe_ok();
}
