/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that exists in memory only, for one program and its children.
 *
 *   self_ptrace --hook memory_file.so:/etc/motd=hello cat /etc/motd
 *
 * Its name leads to a memfd, so that it can be read, mapped, written to and
 * asked for its size like any file.  A program that is executed gets a new one.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define HIGH 900 /* where programs do not look, and shells do not count */

static char *name;
static char place[32]; /* what it is really called */

static int enter(struct self_ptrace_event *event, void *context)
{
	int at = event->number == SYS_openat || event->number == SYS_newfstatat ||
		 event->number == SYS_statx || event->number == SYS_faccessat ||
		 event->number == SYS_faccessat2;
	const char *path = (const char *)event->args[at];

	(void)context;
	if (!path || strcmp(path, name))
		return SELF_PTRACE_PASS;
	event->args[at] = (unsigned long)place;
	/* A link as far as the kernel is concerned. */
	if (event->number == SYS_lstat)
		event->number = SYS_stat;
	else if (event->number == SYS_newfstatat)
		event->args[3] &= ~(unsigned long)AT_SYMLINK_NOFOLLOW;
	else if (event->number == SYS_statx)
		event->args[2] &= ~(unsigned long)AT_SYMLINK_NOFOLLOW;
	else if (event->number == SYS_openat)
		event->args[2] &= ~(unsigned long)O_NOFOLLOW;
	return SELF_PTRACE_MODIFY;
}

int self_ptrace_plugin(const char *args)
{
	static const int numbers[] = { SYS_open,       SYS_openat,  SYS_stat,	SYS_lstat,
				       SYS_newfstatat, SYS_statx,   SYS_access, SYS_faccessat,
				       SYS_faccessat2, SYS_truncate };
	const struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter };
	int low = memfd_create("memory_file", MFD_CLOEXEC), fd;
	char *text;

	name = strdup(args);
	text = name ? strchr(name, '=') : NULL;
	if (!text || low < 0)
		return EINVAL;
	*text++ = 0;
	fd = fcntl(low, F_DUPFD_CLOEXEC, HIGH);
	if (fd < 0)
		return errno;
	close(low);
	if (dprintf(fd, "%s\n", text) < 0)
		return errno;
	snprintf(place, sizeof(place), "/proc/self/fd/%d", fd);
	if (self_ptrace_hook_add(&hook, numbers, sizeof(numbers) / sizeof(numbers[0])) < 0)
		return errno;
	return 0;
}
