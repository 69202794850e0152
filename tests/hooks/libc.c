/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A plugin whose hooks use libc in every call, whatever the program is in the
 * middle of.  args: a file to which the number of calls is added at the end.
 */
#include "self_ptrace_hook.h"

#include <ctype.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static char counts[4096];
static unsigned long calls;

static int enter(struct self_ptrace_event *event, void *context)
{
	char *text = NULL, *memory;
	size_t size;
	FILE *file = open_memstream(&text, &size);

	(void)context;
	fprintf(file, "%d %g", event->number, 0.5);
	fclose(file);
	memory = malloc(1 + (size_t)(rand() % 100000));
	*memory = (char)toupper(text[0]);
	if (!isdigit(*memory) && *memory != '-')
		abort();
	free(memory);
	free(text);
	pthread_mutex_lock(&mutex);
	calls++;
	pthread_mutex_unlock(&mutex);
	if (event->number == SYS_exit_group) {
		int fd = open(counts, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);

		dprintf(fd, "%lu\n", calls);
		close(fd);
	}
	return SELF_PTRACE_PASS;
}

static void leave(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	free(malloc(5000));
}

int self_ptrace_plugin(const char *args)
{
	static const struct self_ptrace_hook hook = { .size = sizeof(hook),
						      .enter = enter,
						      .exit = leave,
						      .thread = leave,
						      .fork = leave,
						      .exec = leave };

	snprintf(counts, sizeof(counts), "%s", args);
	return self_ptrace_hook_add(&hook, NULL, 0) > 0 ? 0 : 1;
}
