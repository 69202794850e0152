// SPDX-License-Identifier: LGPL-2.1-or-later
/* A static-pie: its arguments, environment, a thread and a child. */
/* build: -static-pie -pthread */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void *thread(void *arg)
{
	return (char *)arg + 1;
}

int main(int argc, char **argv)
{
	pthread_t id;
	void *ret;
	int status, count = 0;

	while (environ[count])
		count++;
	printf("%d arguments, last %s; %d in the environment; uid %lu\n", argc, argv[argc - 1],
	       count, getauxval(AT_UID));
	fflush(stdout);
	if (pthread_create(&id, NULL, thread, argv[0]) || pthread_join(id, &ret) ||
	    ret != argv[0] + 1)
		return 1;
	if (!fork()) {
		puts("child");
		exit(3);
	}
	wait(&status);
	printf("status %d\n", WEXITSTATUS(status));
	return 0;
}
