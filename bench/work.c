// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What bench/run measures where no ordinary program does just that:
 *
 *	work loop N        N times getppid, and how long one took, on stdout
 *	work armed N       the same, Syscall User Dispatch armed but passing all
 *	work threads T N   N times getppid in each of T threads
 *	work spawn N       N times fork, exec of /bin/true, wait
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#define PR_SYS_DISPATCH_ON 1
#endif

static double now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void *loop(void *count)
{
	for (long left = *(long *)count; left; left--)
		syscall(SYS_getppid);
	return NULL;
}

static void timed_loop(long count)
{
	double begin = now();

	loop(&count);
	printf("%.2f\n", (now() - begin) / (double)count * 1e9);
}

static int armed(long count)
{
	/* Every address is allowed: what is left is the kernel's own price. */
	if (prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, 1ul, ~0ul - 1, 0)) {
		perror("work: PR_SET_SYSCALL_USER_DISPATCH");
		return 1;
	}
	timed_loop(count);
	return 0;
}

static int threads(int count, long calls)
{
	pthread_t *ids = calloc((size_t)count, sizeof(*ids));

	for (int i = 0; ids && i < count; i++)
		if (pthread_create(&ids[i], NULL, loop, &calls))
			return 1;
	for (int i = 0; ids && i < count; i++)
		pthread_join(ids[i], NULL);
	free(ids);
	return 0;
}

static int spawn(long count)
{
	char *argv[] = { (char[]){ "true" }, NULL };

	for (; count; count--) {
		pid_t pid = fork();
		int status;

		if (!pid) {
			execv("/bin/true", argv);
			_exit(127);
		}
		if (pid < 0 || waitpid(pid, &status, 0) < 0 || status)
			return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	const char *what = argc > 2 ? argv[1] : "";
	long number = argc > 2 ? atol(argv[argc - 1]) : 0;

	if (number <= 0) {
		fputs("usage: work loop|armed|spawn N, work threads T N\n", stderr);
		return 2;
	}
	if (!strcmp(what, "armed"))
		return armed(number);
	if (!strcmp(what, "threads") && argc == 4)
		return threads(atoi(argv[2]), number);
	if (!strcmp(what, "spawn"))
		return spawn(number);
	timed_loop(number);
	return 0;
}
