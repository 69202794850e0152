/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* clone's flags are 32 bits: CLONE_CLEAR_SIGHAND and what else stands above are nothing to it. */
#include "probe.h"

static void handler(int signo)
{
	(void)signo;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler }, now;
	long pid;

	CHECK(!sigaction(SIGUSR1, &action, NULL));
	pid = raw_call(SYS_clone, (long)(0xffffffff00000000 | SIGCHLD), 0, 0, 0, 0, 0);
	CHECK(pid >= 0);
	if (!pid) {
		CHECK(!sigaction(SIGUSR1, NULL, &now));
		CHECK(now.sa_handler == handler);
		raise(SIGUSR1);
		_exit(0);
	}
	probe_join((pid_t)pid);
	return probe_ok();
}
