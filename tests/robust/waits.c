/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * waits [64]: a thread for each of several calls that wait, and says each time that one comes back
 * with an error; ends with 5 at the end of its input.  64: no 32-bit calls.
 */
/* build: -pthread -no-pie */
#include <errno.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int pipes[2], epoll, semaphore, queue;
static uint32_t word;
static atomic_int ended;

static long wait_epoll(void)
{
	struct epoll_event event;

	return epoll_wait(epoll, &event, 1, -1);
}

static long wait_semop(void)
{
	struct sembuf down = { .sem_op = -1 };

	return semop(semaphore, &down, 1);
}

static long wait_read(void)
{
	char byte;

	return read(pipes[0], &byte, 1);
}

static long wait_poll(void)
{
	return poll(NULL, 0, -1);
}

static long wait_nanosleep(void)
{
	struct timespec time = { .tv_sec = 1000 };

	return nanosleep(&time, NULL);
}

static long wait_futex(void)
{
	return syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
}

static long wait_msgrcv(void)
{
	char message[64];

	return msgrcv(queue, message, sizeof(message) - sizeof(long), 0, 0);
}

/* By int $0x80, for which what is in memory has to be below 4 GB. */
static long call80(long nr, void *arg)
{
	long ret;

	__asm__ volatile("int $0x80" : "=a"(ret) : "a"(nr), "b"(arg), "c"(0) : "memory");
	errno = (int)-ret;
	return -1;
}

static long wait_pause80(void)
{
	return call80(29, NULL);
}

static long wait_nanosleep80(void)
{
	static struct {
		int32_t sec, nsec;
	} time = { 1000, 0 };

	return call80(162, &time);
}

static const struct wait {
	const char *name;
	long (*call)(void);
} waits[] = {
	{ "epoll_wait", wait_epoll },
	{ "semop", wait_semop },
	{ "read", wait_read },
	{ "poll", wait_poll },
	{ "nanosleep", wait_nanosleep },
	{ "futex", wait_futex },
	{ "msgrcv", wait_msgrcv },
	{ "pause80", wait_pause80 },
	{ "nanosleep80", wait_nanosleep80 },
};

/* The last ones. */
#define BY_INT80 2

static void *thread(void *data)
{
	const struct wait *wait = data;
	char line[64];
	int len;

	for (;;) {
		long ret = wait->call();

		if (atomic_load(&ended)) /* what it waits for is being removed */
			return NULL;
		len = snprintf(line, sizeof(line), "%s %ld %s\n", wait->name, ret,
			       strerrorname_np(errno));
		if (write(STDOUT_FILENO, line, (size_t)len) != len)
			_exit(1);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	size_t count = sizeof(waits) / sizeof(waits[0]);
	pthread_t id;
	char byte;

	epoll = epoll_create1(0);
	semaphore = semget(IPC_PRIVATE, 1, 0600);
	queue = msgget(IPC_PRIVATE, 0600);
	if (epoll < 0 || semaphore < 0 || queue < 0 || pipe(pipes))
		return 1;
	if (argc > 1 && !strcmp(argv[1], "64"))
		count -= BY_INT80;
	for (size_t i = 0; i < count; i++)
		if (pthread_create(&id, NULL, thread, (void *)&waits[i]))
			return 1;
	if (read(STDIN_FILENO, &byte, 1))
		return 1;
	atomic_store(&ended, 1);
	semctl(semaphore, 0, IPC_RMID);
	msgctl(queue, IPC_RMID, NULL);
	_exit(5);
}
