/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One thread of several has its process's parent trace it; the others go on as before. */
#include "probe.h"

#include <pthread.h>
#include <sys/ptrace.h>

static void *traced(void *argument)
{
	for (int i = 0; i < 5; i++)
		CHECK(syscall(SYS_getppid) > 0);
	CHECK(!ptrace(PTRACE_TRACEME, 0, 0, 0));
	for (int i = 0; i < 5; i++)
		CHECK(syscall(SYS_getppid) > 0);
	return argument;
}

int main(void)
{
	pid_t pid = fork(), ended;
	int status = -1, exits = 0;

	if (!pid) {
		pthread_t thread;

		CHECK(!pthread_create(&thread, NULL, traced, NULL));
		CHECK(!pthread_join(thread, NULL));
		for (int i = 0; i < 20; i++)
			CHECK(syscall(SYS_getppid) > 0);
		_exit(7);
	}
	while ((ended = waitpid(-1, &status, __WALL)) > 0) {
		CHECK(WIFEXITED(status));
		if (ended == pid)
			CHECK_EQ(WEXITSTATUS(status), 7);
		exits++;
	}
	CHECK_EQ(exits, 2);
	return probe_ok();
}
