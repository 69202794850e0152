// SPDX-License-Identifier: LGPL-2.1-or-later
/* Without libdw: -k is refused. */
#include "stack.h"

#include <stdio.h>

int stacks_prepare(const struct options *options)
{
	if (options->stacks)
		fprintf(stderr, "self_ptrace: -k: this was built without libdw: install its "
				"headers (Debian: libdw-dev), and build anew\n");
	return options->stacks ? -1 : 0;
}

struct stacks *stacks_new(const struct options *options)
{
	(void)options;
	return NULL;
}

void stacks_free(struct stacks *stacks)
{
	(void)stacks;
}

void stacks_put(struct stacks *stacks, struct buffer *buffer, const struct task *task,
		const struct call *call)
{
	(void)stacks;
	(void)buffer;
	(void)task;
	(void)call;
}

void stacks_look(struct stacks *stacks, int pid)
{
	(void)stacks;
	(void)pid;
}

void stacks_forget(struct stacks *stacks, int pid)
{
	(void)stacks;
	(void)pid;
}
