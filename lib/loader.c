/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What `self_ptrace --hook` has ld.so put into programs: it loads
 * libself_ptrace and the plugins into a namespace of their own.  Without libc
 * itself, so that it does no harm where there is none, or another.
 *
 * A program that was to be hooked does not run without its hooks: whatever
 * fails is its end.  Only where it cannot be hooked at all, by another libc, it
 * is said and the program runs.
 */
#include "lib/plugin.h"

#include "raw_syscall.h"

#include <asm/unistd.h>
#include <stddef.h>

#define NAMESPACE_NEW (-1l) /* LM_ID_NEWLM */
#define NOW 2		    /* RTLD_NOW */
#define LINE_MAX 8192u
#define STDERR 2

extern char **environ __attribute__((weak));
/* Of glibc 2.34 or later; musl has the first not, older ones none that can be seen here. */
extern void *dlmopen(long ns, const char *path, int flags) __attribute__((weak));
extern void *dlsym(void *handle, const char *name) __attribute__((weak));
extern char *dlerror(void) __attribute__((weak));

static size_t length(const char *text)
{
	size_t n = 0;

	while (text[n])
		n++;
	return n;
}

static void say(const char *text)
{
	arch_raw_syscall(__NR_write, STDERR, (long)text, (long)length(text), 0, 0, 0);
}

static void end(const char *what, const char *why)
{
	say("self_ptrace: ");
	say(what);
	say(": ");
	say(why);
	say("\n");
	arch_raw_syscall(__NR_exit_group, 1, 0, 0, 0, 0, 0);
}

static const char *find(char **env)
{
	static const char name[] = PLUGIN_VARIABLE "=";

	for (; env && *env; env++) {
		size_t at = 0;

		while (name[at] && (*env)[at] == name[at])
			at++;
		if (!name[at])
			return *env + at;
	}
	return NULL;
}

/* Up to a newline, without it; where the next begins. */
static const char *line(const char *at, char ret[static LINE_MAX])
{
	size_t n = 0;

	for (; *at && *at != '\n'; at++)
		if (n < LINE_MAX - 1)
			ret[n++] = *at;
	ret[n] = 0;
	return *at ? at + 1 : at;
}

static char *args_of(char *plugin)
{
	for (; *plugin; plugin++)
		if (*plugin == ':') {
			*plugin = 0;
			return plugin + 1;
		}
	return plugin;
}

__attribute__((constructor)) static void load(int argc, char **argv, char **env)
{
	const char *at = find(&environ && environ ? environ : env);
	char text[LINE_MAX], error[512];
	int (*load_plugin)(const char *, const char *, char *, size_t) = NULL;
	void *library;

	(void)argc;
	(void)argv;
	if (!at)
		return;
	if (!dlmopen || !dlsym || !dlerror) {
		say("self_ptrace: not glibc 2.34 or later: hooks do not go into this program\n");
		return;
	}
	at = line(at, text);
	library = dlmopen(NAMESPACE_NEW, text, NOW);
	if (library)
		*(void **)&load_plugin = dlsym(library, PLUGIN_LOAD);
	if (!load_plugin)
		end("hooks", dlerror());
	while (*at) {
		const char *args;

		at = line(at, text);
		args = args_of(text);
		if (load_plugin(text, args, error, sizeof(error)))
			end(text, error);
	}
}
