/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Processes end in handlers, by every kind of exit, in the middle of calls. */
#include "probe.h"

static volatile int how;

static void handler(int signo)
{
	(void)signo;
	if (how == 0)
		_exit(5);
	if (how == 1)
		syscall(SYS_exit, 5);
	if (how == 2)
		exit(5);
	execl("/bin/sh", "sh", "-c", "exit 5", NULL);
}

int main(void)
{
	for (int i = 0; i < 40; i++) {
		pid_t child = fork();

		if (!child) {
			how = i % 4;
			signal(SIGALRM, handler);
			ualarm((useconds_t)(1000 + i * 37), 0);
			for (;;)
				if (i % 8 < 4)
					getppid();
				else
					pause();
		}
		CHECK_EQ(probe_wait(child), 5 << 8);
	}
	return probe_ok();
}
