/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A path remapper: one program has its private version of a file.
 *
 *   self_ptrace --hook remap.so:/etc/hosts=$PWD/my-hosts getent hosts printer
 *
 * The name has to be written as in FROM: it is compared, not resolved.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

static char *from, *to;

/* Which argument of these calls is a path. */
static int path_argument(int number)
{
	switch (number) {
	case SYS_openat:
	case SYS_openat2:
	case SYS_newfstatat:
	case SYS_statx:
	case SYS_faccessat:
	case SYS_faccessat2:
	case SYS_readlinkat:
		return 1;
	default: /* open, stat, lstat, access, readlink, truncate, chdir */
		return 0;
	}
}

static int enter(struct self_ptrace_event *event, void *context)
{
	int at = path_argument(event->number);
	const char *path = (const char *)event->args[at];

	(void)context;
	/* As the program gave it: a bad pointer would be this hook's crash. */
	if (!path || strcmp(path, from))
		return SELF_PTRACE_PASS;
	event->args[at] = (unsigned long)to;
	return SELF_PTRACE_MODIFY;
}

int self_ptrace_plugin(const char *args)
{
	static const int numbers[] = { SYS_open,       SYS_openat,     SYS_openat2,    SYS_stat,
				       SYS_lstat,      SYS_newfstatat, SYS_statx,      SYS_access,
				       SYS_chdir,      SYS_faccessat,  SYS_faccessat2, SYS_readlink,
				       SYS_readlinkat, SYS_truncate };
	const struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter };
	char *equals;

	from = strdup(args);
	equals = from ? strchr(from, '=') : NULL;
	if (!equals)
		return EINVAL;
	*equals = 0;
	to = realpath(equals + 1, NULL);
	if (!to)
		return errno;
	if (self_ptrace_hook_add(&hook, numbers, sizeof(numbers) / sizeof(numbers[0])) < 0)
		return errno;
	return 0;
}
