/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Signals to the process, sent while threads exit all the time: another thread takes each. */
#include <pthread.h>
#include <sys/resource.h>

#include "probe.h"

#define COUNT 5000

static int received;
static volatile int ended;

static void handler(int signo)
{
	(void)signo;
	__atomic_fetch_add(&received, 1, __ATOMIC_SEQ_CST);
}

static void *nothing(void *arg)
{
	return arg;
}

static void *storm(void *arg)
{
	pthread_t thread;

	while (!ended) {
		if (pthread_create(&thread, NULL, nothing, NULL))
			continue;
		pthread_join(thread, NULL);
	}
	return arg;
}

int main(void)
{
	struct rlimit limit = { 1000, 1000 }; /* the user's queue is to have room for others */
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	pthread_t threads[3];
	pid_t child;

	sigset_t set;

	CHECK(!setrlimit(RLIMIT_SIGPENDING, &limit));
	sigemptyset(&set);
	sigaddset(&set, SIGRTMIN + 1);
	CHECK(!sigaction(SIGRTMIN + 1, &action, NULL));
	child = fork();
	if (!child) {
		for (int i = 0; i < COUNT; i++) {
			while (sigqueue(getppid(), SIGRTMIN + 1, (union sigval){ 0 }))
				CHECK_EQ(errno, EAGAIN);
			if (i % 4 == 0)
				syscall(SYS_sched_yield);
		}
		_exit(0);
	}
	for (int i = 0; i < 3; i++)
		CHECK(!pthread_create(&threads[i], NULL, storm, NULL));
	pthread_sigmask(SIG_BLOCK, &set, NULL); /* the threads are to have them */
	probe_join(child);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	ended = 1;
	for (int i = 0; i < 3; i++)
		pthread_join(threads[i], NULL);
	CHECK_EQ(received, COUNT);
	return probe_ok();
}
