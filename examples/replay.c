/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Records what a program reads from files, and gives it the same again when
 * they have changed.
 *
 *   self_ptrace --hook replay.so:record,$PWD/input.log,data/ ./program data/a data/b
 *   self_ptrace --hook replay.so:replay,$PWD/input.log,data/ ./program data/a data/b
 *
 * Files whose name begins with the third word, as it is given, and what open,
 * read and pread return for them; not mmap, nor whether they are there.  One process and one
 * thread: the log is in the order of the calls, and another order is an error.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES 1024

struct entry {
	int number;
	long result; /* of a read, so many bytes follow */
};

static bool replays, ours[FILES]; /* descriptors of such files */
static char *prefix;
static FILE *log_file;

static bool concerns(const struct self_ptrace_event *event)
{
	const char *path = NULL;

	if (event->number == SYS_openat)
		path = (const char *)event->args[1];
	else if (event->number == SYS_open)
		path = (const char *)event->args[0];
	if (path)
		return !strncmp(path, prefix, strlen(prefix));
	return event->args[0] < FILES && ours[event->args[0]];
}

static bool is_read(int number)
{
	return number == SYS_read || number == SYS_pread64;
}

static int enter(struct self_ptrace_event *event, void *context)
{
	struct entry entry;

	(void)context;
	if (!concerns(event))
		return SELF_PTRACE_PASS;
	if (event->number == SYS_close) {
		ours[event->args[0]] = false;
		return SELF_PTRACE_PASS;
	}
	if (!replays)
		return SELF_PTRACE_PASS;
	if (fread(&entry, sizeof(entry), 1, log_file) != 1 || entry.number != event->number ||
	    (is_read(entry.number) && entry.result > (long)event->args[2])) {
		fprintf(stderr, "replay: call %d is not the one that was recorded\n",
			event->number);
		_exit(1);
	}
	event->result = entry.result;
	if (is_read(entry.number) && entry.result > 0) {
		if (fread((void *)event->args[1], (size_t)entry.result, 1, log_file) != 1)
			event->result = -EIO;
	} else if (!is_read(entry.number) && entry.result >= 0) {
		event->result = open("/dev/null", O_RDONLY | O_CLOEXEC); /* a number to hold */
		if (event->result >= 0 && event->result < FILES)
			ours[event->result] = true;
	}
	return SELF_PTRACE_EMULATE;
}

static void leave(struct self_ptrace_event *event, void *context)
{
	struct entry entry = { event->number, event->result };

	(void)context;
	if (!concerns(event) || event->flags & SELF_PTRACE_EVENT_RESTART)
		return;
	fwrite(&entry, sizeof(entry), 1, log_file);
	if (is_read(event->number) && event->result > 0)
		fwrite((const void *)event->args[1], (size_t)event->result, 1, log_file);
	if (!is_read(event->number) && event->result >= 0 && event->result < FILES)
		ours[event->result] = true;
}

int self_ptrace_plugin(const char *args)
{
	static const int numbers[] = { SYS_open, SYS_openat, SYS_read, SYS_pread64, SYS_close };
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter };
	char *text = strdup(args), *mode = strtok(text, ","), *path = strtok(NULL, ",");
	int fd;

	prefix = strtok(NULL, ",");
	if (!mode || !path || !prefix)
		return EINVAL;
	replays = !strcmp(mode, "replay");
	fd = open(path, (replays ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC) | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	/* Out of the way of the numbers that the program is going to get. */
	log_file = fdopen(fcntl(fd, F_DUPFD_CLOEXEC, 900), replays ? "r" : "w");
	close(fd);
	if (!log_file)
		return errno;
	if (!replays)
		hook.exit = leave;
	return self_ptrace_hook_add(&hook, numbers, 5) < 0 ? errno : 0;
}
