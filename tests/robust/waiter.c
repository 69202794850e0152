// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * waiter: two threads wait in calls, several frames deep, for who looks at their
 * stacks.  read()'s site has been rewritten by then, where sites are.
 */
/* build: -pthread -O1 -g -fno-omit-frame-pointer -fno-optimize-sibling-calls */
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define WARM_UP 20

static int fds[2];
int outermost(int argument);
int thread_outermost(int argument);

static __attribute__((noinline)) int innermost(int argument)
{
	char byte = 0;

	for (int i = 0; i < WARM_UP; i++) {
		if (write(fds[1], &byte, 1) != 1 || read(fds[0], &byte, 1) != 1)
			abort();
	}
	puts("waits");
	fflush(stdout);
	return (int)read(fds[0], &byte, 1) + argument;
}

static __attribute__((noinline)) int middle(int argument)
{
	volatile char room[200];

	memset((char *)room, argument, sizeof(room));
	return innermost(argument) + room[argument];
}

__attribute__((noinline)) int outermost(int argument)
{
	return middle(argument + 1) + 1;
}

__attribute__((noinline)) int thread_outermost(int argument)
{
	return poll(NULL, 0, -1) + argument;
}

static void *thread(void *argument)
{
	(void)argument;
	return (void *)(long)thread_outermost(1);
}

int main(int argc, char **argv)
{
	pthread_t id;

	(void)argv;
	if (pipe(fds) || pthread_create(&id, NULL, thread, NULL))
		return 1;
	return outermost(argc);
}
