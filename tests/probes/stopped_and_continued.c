/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* SIGSTOP and SIGCONT do not disturb calls that wait: nanosleep goes on by restart_syscall. */
#include <poll.h>

#include "probe.h"

int main(void)
{
	pid_t child;
	int status, pipes[2];

	CHECK(!pipe(pipes));
	for (int i = 0; i < 4; i++) {
		static const long calls[] = { SYS_clock_nanosleep, SYS_poll, SYS_read,
					      SYS_clock_nanosleep };
		char byte = 0;

		child = fork();
		if (!child) {
			struct timespec time = { 0, 200000000 };
			struct pollfd fd = { .fd = -1 };
			uint64_t begin = probe_ns();

			if (i % 3 == 0)
				CHECK(!nanosleep(&time, NULL));
			if (i == 1)
				CHECK_EQ(poll(&fd, 1, 200), 0);
			if (i == 2)
				CHECK_EQ(read(pipes[0], &byte, 1), 1);
			else
				CHECK(probe_ns() - begin >= 199000000);
			_exit(byte);
		}
		for (int n = 0; n < 5; n++) {
			probe_until_in(child, child,
				       n && calls[i] != SYS_read ? SYS_restart_syscall : calls[i]);
			CHECK(!kill(child, SIGSTOP));
			CHECK_EQ(waitpid(child, &status, WUNTRACED), child);
			CHECK(WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
			CHECK(!kill(child, SIGCONT));
			CHECK_EQ(waitpid(child, &status, WCONTINUED), child);
			CHECK(WIFCONTINUED(status));
		}
		if (i == 2)
			CHECK_EQ(write(pipes[1], "\0", 1), 1);
		probe_join(child);
	}
	return probe_ok();
}
