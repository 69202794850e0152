// SPDX-License-Identifier: LGPL-2.1-or-later
/* execs: threads that make calls, of which one soon executes the program anew, over and over. */
/* build: -pthread */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define THREADS 3
#define SOON_US 3000

static char **arguments;

static void *call(void *unused)
{
	for (;;)
		syscall(SYS_getppid);
	return unused;
}

static void *execute(void *unused)
{
	usleep((useconds_t)(rand() % SOON_US));
	execv("/proc/self/exe", arguments);
	perror("execv");
	_exit(1);
	return unused;
}

int main(int argc, char **argv)
{
	struct timespec now;
	pthread_t thread;

	(void)argc;
	arguments = argv;
	clock_gettime(CLOCK_MONOTONIC, &now);
	srand((unsigned int)now.tv_nsec);
	for (int i = 0; i < THREADS; i++)
		pthread_create(&thread, NULL, call, NULL);
	pthread_create(&thread, NULL, execute, NULL);
	call(NULL);
}
