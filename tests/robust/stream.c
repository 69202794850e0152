// SPDX-License-Identifier: LGPL-2.1-or-later
/* stream T N: in each of T threads N calls, numbered by an argument from 0 on. */
/* build: -pthread */
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static int fd;

static void *run(void *count)
{
	for (long i = 0; i < *(long *)count; i++)
		if (pwrite(fd, "x", 1, i) != 1)
			exit(1);
	return NULL;
}

int main(int argc, char **argv)
{
	int threads = argc > 2 ? atoi(argv[1]) : 0;
	pthread_t ids[64];
	long count;

	if (threads < 1 || threads > 64)
		return 2;
	count = atol(argv[2]);
	fd = open("/dev/null", O_WRONLY);
	for (int i = 0; i < threads; i++)
		if (pthread_create(&ids[i], NULL, run, &count))
			return 1;
	for (int i = 0; i < threads; i++)
		pthread_join(ids[i], NULL);
	return 0;
}
