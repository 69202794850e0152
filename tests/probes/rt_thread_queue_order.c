/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Real-time signals to one thread come in the order in which they were sent. */
#include <pthread.h>
#include <sys/resource.h>

#include "probe.h"

#define COUNT 20000

static volatile int next_value;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)context;
	CHECK_EQ(info->si_value.sival_int, next_value);
	next_value++;
}

static void *sender(void *arg)
{
	pthread_t *to = arg;

	for (int i = 0; i < COUNT; i++)
		while (pthread_sigqueue(*to, SIGRTMIN + 3, (union sigval){ .sival_int = i }))
			;
	return NULL;
}

int main(void)
{
	struct rlimit limit = { 1000, 1000 }; /* the user's queue is to have room for others */
	pthread_t self = pthread_self(), thread;
	sigset_t set;

	CHECK(!setrlimit(RLIMIT_SIGPENDING, &limit));
	probe_handle(SIGRTMIN + 3, handler, 0);
	sigemptyset(&set);
	sigaddset(&set, SIGRTMIN + 3);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	CHECK(!pthread_create(&thread, NULL, sender, &self));
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	while (next_value < COUNT)
		syscall(SYS_getppid);
	pthread_join(thread, NULL);
	return probe_ok();
}
