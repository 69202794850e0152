/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A sandbox that denies writing: files cannot be made, changed or removed,
 * except below one directory.
 *
 *   self_ptrace --hook readonly.so:/tmp/scratch make
 *
 * It stops programs that mean no harm, and shows what they would do.  It is no
 * wall against one that does: hooks live in the program's own memory, which it
 * can change; it may call from the agent's own text, start a static program,
 * write to what was open before, or ask another process.  Names are compared as
 * they are given, so a link out of the directory, or "..", leads out of it.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

#define WRITES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)

static char *allowed;

static bool may_write(const char *path)
{
	size_t len = strlen(allowed);

	if (!path)
		return true; /* the kernel says EFAULT */
	if (!strncmp(path, "/dev/", 5))
		return true;
	return len && !strncmp(path, allowed, len) && (path[len] == '/' || !path[len]) &&
	       !strstr(path, "/../");
}

static int deny(struct self_ptrace_event *event)
{
	event->result = -EROFS;
	return SELF_PTRACE_EMULATE;
}

static int enter_open(struct self_ptrace_event *event, void *context)
{
	const char *path = (const char *)event->args[event->number != SYS_open];
	unsigned long flags = event->args[event->number == SYS_open ? 1 : 2];

	(void)context;
	if (event->number == SYS_openat2)
		flags = flags ? ((struct open_how *)flags)->flags : 0;
	return flags & WRITES && !may_write(path) ? deny(event) : SELF_PTRACE_PASS;
}

/* Calls that change what their first path names; those with two are judged by both. */
static int enter_path(struct self_ptrace_event *event, void *context)
{
	(void)context;
	return may_write((const char *)event->args[0]) ? SELF_PTRACE_PASS : deny(event);
}

static int enter_at(struct self_ptrace_event *event, void *context)
{
	(void)context;
	return may_write((const char *)event->args[1]) ? SELF_PTRACE_PASS : deny(event);
}

static int enter_two(struct self_ptrace_event *event, void *context)
{
	bool at = event->number == SYS_renameat || event->number == SYS_renameat2 ||
		  event->number == SYS_linkat;

	(void)context;
	if (event->number == SYS_symlinkat)
		return may_write((const char *)event->args[2]) ? SELF_PTRACE_PASS : deny(event);
	return may_write((const char *)event->args[at ? 3 : 1]) &&
			       (event->number == SYS_symlink ||
				may_write((const char *)event->args[at ? 1 : 0])) ?
		       SELF_PTRACE_PASS :
		       deny(event);
}

/* Calls that no hook sees come of it. */
static int enter_never(struct self_ptrace_event *event, void *context)
{
	(void)context;
	event->result = -ENOSYS;
	return SELF_PTRACE_EMULATE;
}

static int add(int (*enter)(struct self_ptrace_event *, void *), const int *numbers, size_t count)
{
	const struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter };

	return self_ptrace_hook_add(&hook, numbers, count);
}

#define ADD(enter, ...)                           \
	(add(enter, (const int[]){ __VA_ARGS__ }, \
	     sizeof((const int[]){ __VA_ARGS__ }) / sizeof(int)))

int self_ptrace_plugin(const char *args)
{
	allowed = *args ? realpath(args, NULL) : strdup("");
	if (!allowed)
		return errno;
	if (ADD(enter_open, SYS_open, SYS_openat, SYS_openat2) < 0 ||
	    ADD(enter_path, SYS_creat, SYS_unlink, SYS_mkdir, SYS_rmdir, SYS_truncate, SYS_chmod,
		SYS_chown, SYS_lchown, SYS_mknod, SYS_utime, SYS_utimes, SYS_setxattr,
		SYS_lsetxattr, SYS_removexattr, SYS_lremovexattr) < 0 ||
	    ADD(enter_at, SYS_unlinkat, SYS_mkdirat, SYS_fchmodat, SYS_fchownat, SYS_mknodat,
		SYS_utimensat, SYS_futimesat) < 0 ||
	    ADD(enter_two, SYS_rename, SYS_renameat, SYS_renameat2, SYS_link, SYS_linkat,
		SYS_symlink, SYS_symlinkat) < 0 ||
	    ADD(enter_never, SYS_io_uring_setup) < 0)
		return errno;
	return 0;
}
