// SPDX-License-Identifier: LGPL-2.1-or-later
/* Without libdw: options.c refuses -k. */
#include "stack.h"

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
