/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Plugins: hooks with a libc of their own.  The program's may be in the middle
 * of something, with its locks held, whenever it makes a call; a plugin lives in
 * a namespace of its own (dlmopen) with another libc and another copy of this
 * library, which shares nothing with the program's but the agent.
 */
#include "hook.h"

#include "plugin.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Said to whoever watches the program: a child that hooks do not reach. */
static void warn_of_exec(const struct self_ptrace_event *event)
{
	bool at = event->number == SYS_execveat;
	const char *path = (const char *)event->args[at], *why;
	char *const *env = (char *const *)event->args[at ? 3 : 2];
	int dirfd = at ? (int)event->args[0] : AT_FDCWD, fd;
	bool inherits = false;

	if (at && event->args[4] & AT_EMPTY_PATH)
		fd = dup(dirfd);
	else
		fd = openat(dirfd, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	for (; env && *env; env++)
		inherits |= !strncmp(*env, PLUGIN_VARIABLE "=", sizeof(PLUGIN_VARIABLE));
	why = inherits ? hookable_why_not(fd) : "started without " PLUGIN_VARIABLE;
	close(fd);
	if (why)
		dprintf(STDERR_FILENO, "self_ptrace: %s: %s: not hooked\n", path, why);
}

/* This libc's streams end with the process, of which it is not told otherwise. */
static int leave(struct self_ptrace_event *event, void *context)
{
	(void)context;
	if (event->number != SYS_exit_group)
		warn_of_exec(event);
	fflush(NULL);
	return SELF_PTRACE_PASS;
}

static int namespace_begin(void)
{
	static const int numbers[] = { SYS_exit_group, SYS_execve, SYS_execveat };
	static const struct self_ptrace_hook hook = { .size = sizeof(hook),
						      .enter = leave,
						      .priority = INT_MAX };
	static bool begun;

	if (begun)
		return 0;
	begun = true;
	/* What each thread's start does, for the libc that started it. */
	*(void **)&hook_thread_prepare = dlsym(RTLD_DEFAULT, "__ctype_init");
	setvbuf(stdout, NULL, _IOLBF, 0);
	return self_ptrace_hook_add(&hook, numbers, 3) < 0 ? errno : 0;
}

PUBLIC int self_ptrace_namespace_load(const char *path, const char *args, char *ret_error,
				      size_t size)
{
	int (*plugin)(const char *) = NULL;
	int ret = namespace_begin();
	void *handle;

	if (ret) {
		snprintf(ret_error, size, "cannot hook: %s", strerror(ret));
		return ret;
	}
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (handle)
		*(void **)&plugin = dlsym(handle, "self_ptrace_plugin");
	if (!plugin) {
		snprintf(ret_error, size, "%s", dlerror());
		return ENOEXEC;
	}
	ret = plugin(args);
	if (ret)
		snprintf(ret_error, size, "the plugin refuses: %s", strerror(ret));
	return ret;
}

/* This very library's file, or its name where it is linked statically. */
static const char *own_path(void)
{
	Dl_info info;

	if (dladdr((void *)self_ptrace_plugin_load, &info) && info.dli_fname &&
	    strstr(info.dli_fname, "libself_ptrace.so"))
		return info.dli_fname;
	return PLUGIN_LIBRARY;
}

PUBLIC int self_ptrace_plugin_load(const char *path, const char *args, char *ret_error, size_t size)
{
	int (*load)(const char *, const char *, char *, size_t) = NULL;
	char error[256];
	void *handle;
	int ret;

	if (!path || (!ret_error && size)) {
		errno = EINVAL;
		return -1;
	}
	handle = dlmopen(LM_ID_NEWLM, own_path(), RTLD_NOW | RTLD_LOCAL);
	if (handle)
		*(void **)&load = dlsym(handle, PLUGIN_LOAD);
	if (load) {
		ret = load(path, args ? args : "", error, sizeof(error));
	} else {
		ret = ENOEXEC;
		snprintf(error, sizeof(error), "%s", dlerror());
	}
	if (!ret)
		return 0;
	if (size)
		snprintf(ret_error, size, "%s", error);
	errno = ret;
	return -1;
}
