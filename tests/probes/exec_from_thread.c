/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A thread that is not the first execs while others wait, lock and spin: one process goes on, with
 * the first's number. */
#include <pthread.h>

#include "probe.h"

static char **arguments;

static void *spin(void *arg)
{
	for (;;)
		getppid();
	return arg;
}

static void *sleep_for_ever(void *arg)
{
	for (;;)
		pause();
	return arg;
}

static void *execute(void *arg)
{
	char number[16];

	snprintf(number, sizeof(number), "%d", getpid());
	execl("/nonexistent", "x", NULL);
	execl("/proc/self/exe", arguments[0], number, NULL);
	_exit(1);
	return arg;
}

int main(int argc, char **argv)
{
	if (argc > 1) {
		CHECK_EQ(getpid(), atoi(argv[1]));
		CHECK_EQ(syscall(SYS_gettid), getpid());
		return 0;
	}
	arguments = argv;
	for (int i = 0; i < 20; i++) {
		pid_t pid = fork();

		if (!pid) {
			pthread_t thread;

			for (int n = 0; n < 3; n++)
				CHECK(!pthread_create(&thread, NULL, n ? spin : sleep_for_ever,
						      NULL));
			CHECK(!pthread_create(&thread, NULL, execute, NULL));
			for (;;)
				i % 2 ? pause() : getppid();
		}
		probe_join(pid);
	}
	return probe_ok();
}
