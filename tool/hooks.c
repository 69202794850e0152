/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "hooks.h"

#include "lib/plugin.h"
#include "launch.h"
#include "preload.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LD_PRELOAD "LD_PRELOAD"

static int add_path(FILE *list, const char *hook)
{
	size_t len = strcspn(hook, ":");
	char path[PATH_MAX], absolute[PATH_MAX];

	if (strchr(hook, '\n')) {
		fputs("self_ptrace: --hook takes no newline\n", stderr);
		return -EINVAL;
	}
	snprintf(path, sizeof(path), "%.*s", (int)len, hook);
	/* A plugin may stay what it is while the command changes its directory. */
	if (!realpath(path, absolute) || access(absolute, R_OK)) {
		fprintf(stderr, "self_ptrace: --hook=%s: %s\n", path, strerror(errno));
		return -errno;
	}
	if (strchr(absolute, ':')) {
		fprintf(stderr, "self_ptrace: --hook=%s: its name has a colon\n", path);
		return -EINVAL;
	}
	fprintf(list, "%s%s\n", absolute, hook + len);
	return 0;
}

/* VAR as the command would have it: of the last -E for it, or our own. */
static const char *environ_of(const struct options *options, const char *name)
{
	const char *value = getenv(name);
	size_t len = strlen(name);

	for (size_t i = 0; i < options->env_count; i++)
		if (!strncmp(options->env[i], name, len) &&
		    (!options->env[i][len] || options->env[i][len] == '='))
			value = options->env[i][len] ? options->env[i] + len + 1 : NULL;
	return value && *value ? value : NULL;
}

/* change stays for as long as the tool runs. */
static int add_env(struct options *options, char *change)
{
	static char *kept[3];
	static size_t count;
	const char **env;

	if (!change)
		return -ENOMEM;
	env = realloc(options->env, (options->env_count + 1) * sizeof(*env));
	if (!env) {
		free(change);
		return -ENOMEM;
	}
	options->env = env;
	env[options->env_count++] = kept[count++] = change;
	return 0;
}

static int add_preload(struct options *options, const char *loader)
{
	const char *former = environ_of(options, LD_PRELOAD);
	char *change;

	if (strpbrk(loader, " :")) {
		fprintf(stderr,
			"self_ptrace: cannot load hooks by '%s': ld.so takes no name with a "
			"space or a colon\n",
			loader);
		return -EINVAL;
	}
	if (asprintf(&change, LD_PRELOAD "=%s%s%s", loader, former ? ":" : "",
		     former ? former : "") < 0)
		return -ENOMEM;
	return add_env(options, change);
}

static void warn_of_command(const char *command)
{
	char path[PATH_MAX];
	const char *why;
	int fd = launch_find(command, path) ? -1 : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	why = hookable_why_not(fd);
	close(fd);
	if (why)
		fprintf(stderr, "self_ptrace: %s: %s: not hooked\n", path, why);
}

int hooks_prepare(struct options *options)
{
	char loader[PATH_MAX], library[PATH_MAX], *list = NULL;
	size_t size;
	FILE *file;
	int ret;

	if (!options->hook_count)
		return 0;
	ret = preload_find(PLUGIN_LOADER, SHARED_BUILT, PRELOAD_INSTALLED, loader);
	if (!ret)
		ret = preload_find(PLUGIN_LIBRARY, SHARED_BUILT, SHARED_INSTALLED, library);
	if (ret) {
		fputs("self_ptrace: --hook: no " PLUGIN_LOADER " and " PLUGIN_LIBRARY
		      " where self_ptrace was built or installed\n",
		      stderr);
		return ret;
	}
	file = open_memstream(&list, &size);
	if (!file)
		return -ENOMEM;
	fprintf(file, PLUGIN_VARIABLE "=%s\n", library);
	for (size_t i = 0; !ret && i < options->hook_count; i++)
		ret = add_path(file, options->hooks[i]);
	fclose(file);
	if (!ret)
		ret = add_env(options, list);
	if (!ret)
		ret = add_preload(options, loader);
	if (!ret && !options->rewrite_after)
		ret = add_env(options, strdup(REWRITE_AFTER_VARIABLE "=0"));
	if (!ret)
		warn_of_command(options->command[0]);
	return ret;
}
