// SPDX-License-Identifier: LGPL-2.1-or-later
/* exec_thread COMMAND...: the exec is made by a thread that is not the leader. */
/* build: -pthread */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *sleeper(void *arg)
{
	(void)arg;
	pause();
	return NULL;
}

static void *executor(void *arg)
{
	char **argv = arg;

	execv("/does/not/exist", argv);
	execv(argv[0], argv);
	perror(argv[0]);
	_exit(1);
}

int main(int argc, char **argv)
{
	pthread_t a, b;

	if (argc < 2)
		return 2;
	if (pthread_create(&a, NULL, sleeper, NULL) || pthread_create(&b, NULL, executor, argv + 1))
		return 1;
	pthread_join(b, NULL);
	return 1;
}
