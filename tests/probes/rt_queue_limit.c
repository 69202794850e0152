/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Real-time signals, sent as fast as the receiver's queue takes them: none is lost, none twice. */
#include <sys/prctl.h>
#include <sys/resource.h>

#include "probe.h"

#define COUNT 3000

static volatile int next_value;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)context;
	CHECK_EQ(info->si_value.sival_int, next_value);
	CHECK_EQ(info->si_code, SI_QUEUE);
	next_value++;
}

int main(void)
{
	struct rlimit limit = { 4, 4 };
	pid_t child;

	uid_t user = 100000 + (uid_t)getpid(); /* the queue is counted by user */

	if (!geteuid() && setresuid(user, user, user))
		probe_skip("cannot have a user of its own");
	CHECK(!setrlimit(RLIMIT_SIGPENDING, &limit));
	probe_handle(SIGRTMIN + 3, handler, SA_RESTART);
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		for (int i = 0; i < COUNT; i++)
			while (sigqueue(getppid(), SIGRTMIN + 3, (union sigval){ .sival_int = i }))
				CHECK_EQ(errno, EAGAIN);
		_exit(0);
	}
	while (next_value < COUNT)
		syscall(SYS_getppid);
	probe_join(child);
	return probe_ok();
}
