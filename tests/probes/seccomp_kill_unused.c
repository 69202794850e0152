/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Death for every call but those that the program makes: it makes them, with signals in between,
 * and lives. */
#include "filter.h"

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

int main(void)
{
	struct sock_filter code[] =
		FILTER_ONLY(FILTER_ALLOW(SYS_read), FILTER_ALLOW(SYS_write),
			    FILTER_ALLOW(SYS_rt_sigreturn), FILTER_ALLOW(SYS_exit_group));
	struct itimerval timer = { { 0, 100 }, { 0, 100 } };
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	int pipes[2];
	pid_t child;

	CHECK(!pipe(pipes));
	child = fork();
	if (!child) {
		char byte = 1;

		CHECK(!sigaction(SIGALRM, &action, NULL));
		CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
		filter_install(code, sizeof(code));
		for (int i = 0; i < 20000 || hits < 1000; i++)
			if (write(pipes[1], &byte, 1) != 1 || read(pipes[0], &byte, 1) != 1)
				_exit(1);
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
