/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In a vfork's child dispositions and masks are its own, and its handlers run in it. */
#include "probe.h"

static volatile int calls, where;

static void handler(int signo)
{
	(void)signo;
	calls++;
	where = (int)syscall(SYS_getpid);
}

static void other(int signo)
{
	(void)signo;
	calls += 100;
}

int main(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	signal(SIGUSR1, handler);
	for (int i = 0; i < 50; i++) {
		struct sigaction now;
		sigset_t mask;
		pid_t pid;

		calls = 0;
		pid = vfork();
		if (!pid) {
			raise(SIGUSR1);
			if (calls != 1 || where != syscall(SYS_getpid))
				_exit(3);
			signal(SIGUSR1, other);
			raise(SIGUSR1);
			sigprocmask(SIG_BLOCK, &set, NULL);
			_exit(calls != 101);
		}
		probe_join(pid);
		sigaction(SIGUSR1, NULL, &now);
		CHECK(now.sa_handler == handler);
		sigprocmask(SIG_BLOCK, NULL, &mask);
		CHECK(!sigismember(&mask, SIGUSR2));
		raise(SIGUSR1);
		CHECK_EQ(calls, 102);
	}
	return probe_ok();
}
