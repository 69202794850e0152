/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Where ptrace is refused: one memfd with agent and arena for the command and,
 * with -f, all that comes of it, and an environment by which they find it.
 */
#ifndef SELF_PTRACE_TOOL_PRELOAD_H
#define SELF_PTRACE_TOOL_PRELOAD_H

#include "arena.h"

#include <limits.h>
#include <stdbool.h>

struct preload {
	int fd;
	unsigned long inode;
	bool follow;
	struct arena_view *view;
	char ld_preload[PATH_MAX + 16];
	char variable[128];
};

/* Beside the tool as it was built, or where it was installed. */
int preload_find(const char *name, const char *built, const char *installed,
		 char ret[static PATH_MAX]);

/* Not 0: the message is on stderr. */
int preload_prepare(struct preload *preload, const struct arena_config *config);
/* env with what the command needs; *env, an array on the heap, is replaced. */
int preload_environ(struct preload *preload, char ***env);
/* In the command's process, just before its exec and as the user that it runs as. */
int preload_child(struct preload *preload);

#endif
