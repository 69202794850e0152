/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Death for every call but those that the program makes: handlers that are there but once come,
 * and what their signals do without them. */
#include "filter.h"

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

static void send(int to, int signo)
{
	char byte = (char)signo;

	CHECK(write(to, &byte, 1) == 1);
}

int main(void)
{
	struct sock_filter code[] =
		FILTER_ONLY(FILTER_ALLOW(SYS_read), FILTER_ALLOW(SYS_write),
			    FILTER_ALLOW(SYS_rt_sigreturn), FILTER_ALLOW(SYS_exit_group));
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART | SA_RESETHAND };
	static const int signals[] = { SIGURG, SIGCHLD, SIGWINCH, SIGCONT, SIGUSR1,
				       SIGURG, SIGCHLD, SIGWINCH, SIGCONT };
	int to[2], from[2];
	pid_t child;
	char byte;

	CHECK(!pipe(to));
	CHECK(!pipe(from));
	child = fork();
	if (!child) {
		for (int i = 0; i < 5; i++)
			CHECK(!sigaction(signals[i], &action, NULL));
		filter_install(code, sizeof(code));
		for (int i = 0; i < 9; i++) {
			send(from[1], i);
			if (read(to[0], &byte, 1) != 1)
				_exit(1);
		}
		_exit(hits == 5 ? 0 : 2);
	}
	close(from[1]);
	close(to[0]);
	for (int i = 0; i < 9; i++) {
		CHECK(read(from[0], &byte, 1) == 1);
		CHECK(!kill(child, signals[i]));
		send(to[1], 0);
	}
	CHECK_EQ(probe_wait(child), 0);
	return probe_ok();
}
