/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A fault injector: calls fail with a probability, the same ones each time.
 *
 *   self_ptrace --hook faults.so:seed=7,p=0.2,errno=28,write,fsync ./program
 *
 * p: how many of the calls, from 0 to 1; errno: its number.  Each process
 * begins with the seed; its threads share one sequence.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

static const struct {
	const char *name;
	int number;
} calls[] = {
	{ "open", SYS_open },	      { "openat", SYS_openat },	  { "read", SYS_read },
	{ "write", SYS_write },	      { "fsync", SYS_fsync },	  { "close", SYS_close },
	{ "mmap", SYS_mmap },	      { "socket", SYS_socket },	  { "connect", SYS_connect },
	{ "accept", SYS_accept },     { "accept4", SYS_accept4 }, { "sendto", SYS_sendto },
	{ "recvfrom", SYS_recvfrom }, { "rename", SYS_rename },	  { "unlink", SYS_unlink },
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned short state[3];
static double probability = 0.1;
static int error = EIO;

static int enter(struct self_ptrace_event *event, void *context)
{
	double drawn;

	(void)context;
	pthread_mutex_lock(&mutex);
	drawn = erand48(state);
	pthread_mutex_unlock(&mutex);
	if (drawn >= probability)
		return SELF_PTRACE_PASS;
	event->result = -error;
	return SELF_PTRACE_EMULATE;
}

int self_ptrace_plugin(const char *args)
{
	const struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter };
	char *text = strdup(args), *word;
	int numbers[64];
	size_t count = 0;

	for (word = strtok(text, ","); word && count < 64; word = strtok(NULL, ",")) {
		size_t i = 0;

		if (!strncmp(word, "seed=", 5)) {
			state[0] = (unsigned short)atoi(word + 5);
		} else if (!strncmp(word, "p=", 2)) {
			probability = atof(word + 2);
		} else if (!strncmp(word, "errno=", 6)) {
			error = atoi(word + 6);
		} else {
			while (i < sizeof(calls) / sizeof(calls[0]) && strcmp(word, calls[i].name))
				i++;
			if (i == sizeof(calls) / sizeof(calls[0]))
				return EINVAL;
			numbers[count++] = calls[i].number;
		}
	}
	free(text);
	return self_ptrace_hook_add(&hook, numbers, count) < 0 ? errno : 0;
}
