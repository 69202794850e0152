/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* vfork: the child writes the parent's memory, exits, is killed or execs; the parent waits; signals
 * rain. */
#include "probe.h"

static volatile int hits, value;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	struct itimerval timer = { { 0, 500 }, { 0, 500 } };

	CHECK(!sigaction(SIGALRM, &action, NULL));
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	for (int i = 0; i < 300; i++) {
		volatile int local = 1;
		pid_t parent = getpid(), pid = vfork();
		int status;

		if (!pid) {
			local = 2;
			value = i + 1;
			if (syscall(SYS_getppid) != parent || syscall(SYS_getpid) == parent)
				_exit(9);
			if (i % 3 == 1)
				raise(SIGKILL);
			if (i % 3 == 2) {
				execl("/nonexistent", "x", NULL);
				execl("/bin/true", "true", NULL);
			}
			_exit(0);
		}
		CHECK(pid > 0);
		CHECK_EQ(value, i + 1);
		CHECK_EQ(local, 2);
		CHECK_EQ(getpid(), parent);
		status = probe_wait(pid);
		CHECK_EQ(status, i % 3 == 1 ? SIGKILL : 0);
	}
	CHECK(hits > 0);
	return probe_ok();
}
