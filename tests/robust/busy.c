// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * busy FIFO: threads and children that make calls without end; says "busy" on
 * stdout, then at a line from FIFO all finish and the sum of their work is told.
 */
/* build: -pthread */
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define THREADS 8
#define CHILDREN 3

static struct shared {
	atomic_int stop;
	atomic_int wrong;
	atomic_int started;
	atomic_int ended;
} * shared;

static void *work(void *arg)
{
	char text[64], back[64];
	pid_t pid = getpid();
	int fds[2];

	(void)arg;
	atomic_fetch_add(&shared->started, 1);
	while (!atomic_load(&shared->stop)) {
		snprintf(text, sizeof(text), "%d", (int)syscall(SYS_gettid));
		if (pipe(fds) || write(fds[1], text, sizeof(text)) != sizeof(text) ||
		    read(fds[0], back, sizeof(back)) != sizeof(back) || strcmp(text, back) ||
		    syscall(SYS_getpid) != pid || close(fds[0]) || close(fds[1]))
			atomic_fetch_add(&shared->wrong, 1);
	}
	atomic_fetch_add(&shared->ended, 1);
	return NULL;
}

static void process(void)
{
	pthread_t threads[THREADS];

	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&threads[i], NULL, work, NULL))
			_exit(1);
	/* Not before: pthread_create() blocks signals meanwhile. */
	atomic_fetch_add(&shared->started, 1);
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
}

int main(int argc, char **argv)
{
	char line[16];
	int fd, status, good = 0;

	if (argc < 2)
		return 2;
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		      0);
	if (shared == MAP_FAILED)
		return 1;
	for (int i = 0; i < CHILDREN; i++)
		if (!fork()) {
			process();
			_exit(7);
		}
	while (atomic_load(&shared->started) < CHILDREN * (THREADS + 1))
		usleep(1000);
	if (write(1, "busy\n", 5) != 5)
		return 1;
	fd = open(argv[1], O_RDONLY);
	if (fd < 0 || read(fd, line, sizeof(line)) < 0)
		return 1;
	atomic_store(&shared->stop, 1);
	while (wait(&status) > 0)
		good += WIFEXITED(status) && WEXITSTATUS(status) == 7;
	/* New threads and images after all that. */
	if (!fork()) {
		execl("/bin/sh", "sh", "-c", "echo and a child | cat", (char *)NULL);
		_exit(127);
	}
	wait(&status);
	printf("%d children, %d threads, %d wrong, status %d\n", good, shared->ended, shared->wrong,
	       status);
	return 5;
}
