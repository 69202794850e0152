// SPDX-License-Identifier: LGPL-2.1-or-later
/* threads COUNT: that many at once, each with calls of its own; then once more. */
/* build: -pthread */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_barrier_t all;
static int pipe_fds[2];

static void *thread(void *arg)
{
	char byte = 'x';
	pid_t tid = gettid();

	pthread_barrier_wait(&all);
	if (tid == getpid() || syscall(SYS_gettid) != tid)
		return NULL;
	if (write(pipe_fds[1], &byte, 1) != 1 || read(pipe_fds[0], &byte, 1) != 1)
		return NULL;
	return arg;
}

int main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 0) : 8, good = 0;
	pthread_t *threads = calloc(count, sizeof(*threads));
	pthread_attr_t attr;

	if (!threads || pipe(pipe_fds))
		return 1;
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 65536);
	for (int round = 0; round < 2; round++) {
		pthread_barrier_init(&all, NULL, (unsigned int)count);
		for (unsigned long i = 0; i < count; i++) {
			int error = pthread_create(&threads[i], &attr, thread, (void *)(i + 1));

			if (error) {
				fprintf(stderr, "thread %lu: %s\n", i, strerror(error));
				return 1;
			}
		}
		for (unsigned long i = 0; i < count; i++) {
			void *ret;

			pthread_join(threads[i], &ret);
			good += ret == (void *)(i + 1);
		}
		pthread_barrier_destroy(&all);
	}
	printf("%lu of %lu\n", good, 2 * count);
	return good != 2 * count;
}
