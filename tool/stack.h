/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * -k: who called the call.  The agent copies registers and a part of the stack at each
 * entry; here they are unwound by the tables in the files that were mapped, with
 * elfutils' libdw.  What is mapped is asked of /proc when a process's first line is
 * made, when an address is in none of it, and before the process ends.
 *
 * Used by output.c only, and main.c, which prepares it.
 */
#ifndef SELF_PTRACE_TOOL_STACK_H
#define SELF_PTRACE_TOOL_STACK_H

#include "buffer.h"
#include "event.h"
#include "options.h"

struct stacks;

/* Once, before the rest, if options ask for stacks; not 0: the message is on stderr. */
int stacks_prepare(const struct options *options);

/* NULL: out of memory. */
struct stacks *stacks_new(const struct options *options);
void stacks_free(struct stacks *stacks);

/* A line a frame, or with --json the members of an array. */
void stacks_put(struct stacks *stacks, struct buffer *buffer, const struct task *task,
		const struct call *call);
/* What it has mapped can be looked at, while it is still there. */
void stacks_look(struct stacks *stacks, int pid);
/* The process has another image, or is gone. */
void stacks_forget(struct stacks *stacks, int pid);

#endif
