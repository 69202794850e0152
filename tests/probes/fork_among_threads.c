/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Forks out of threads that allocate and lock, while signals arrive; the children call and exit. */
#include <pthread.h>

#include "probe.h"

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

static void *thread(void *arg)
{
	for (int i = 0; i < 60; i++) {
		pid_t pid;
		int status;

		free(malloc(1000 + (size_t)i));
		pid = fork();
		CHECK(pid >= 0);
		if (!pid) {
			free(malloc(2000));
			if (getpid() != syscall(SYS_getpid) || gettid() != getpid())
				_exit(3);
			raise(SIGUSR1);
			_exit(17);
		}
		while (waitpid(pid, &status, 0) != pid)
			CHECK_EQ(errno, EINTR);
		CHECK_EQ(status, 17 << 8);
	}
	return arg;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler };
	struct itimerval timer = { { 0, 1000 }, { 0, 1000 } };
	pthread_t threads[4];

	CHECK(!sigaction(SIGUSR1, &action, NULL));
	action.sa_flags = SA_RESTART;
	CHECK(!sigaction(SIGALRM, &action, NULL));
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_create(&threads[i], NULL, thread, NULL));
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_join(threads[i], NULL));
	return probe_ok();
}
