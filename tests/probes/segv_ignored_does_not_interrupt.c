/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An ignored signal, SIGSEGV, SIGBUS and SIGSYS too, does not end a call that waits. */
#include <sys/epoll.h>

#include "probe.h"

int main(void)
{
	static const int signals[] = { SIGSEGV, SIGBUS, SIGSYS, SIGUSR1 };
	int epoll = epoll_create1(0), pipes[2];
	struct epoll_event event = { .events = EPOLLIN };
	pid_t child;

	CHECK(!pipe(pipes));
	CHECK(!epoll_ctl(epoll, EPOLL_CTL_ADD, pipes[0], &event));
	for (int i = 0; i < 4; i++)
		signal(signals[i], SIG_IGN);
	child = fork();
	if (!child) {
		for (int i = 0; i < 4; i++) {
			probe_until_in(getppid(), getppid(), SYS_epoll_wait);
			kill(getppid(), signals[i]);
		}
		probe_until_in(getppid(), getppid(), SYS_epoll_wait);
		CHECK_EQ(write(pipes[1], "x", 1), 1);
		_exit(0);
	}
	CHECK_EQ(epoll_wait(epoll, &event, 1, -1), 1);
	probe_join(child);
	return probe_ok();
}
