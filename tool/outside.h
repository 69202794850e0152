/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tracing from outside: 32-bit programs, which the agent cannot live in, stay
 * ptraced, with two stops for each call, and are told of as all others are.
 */
#ifndef SELF_PTRACE_TOOL_OUTSIDE_H
#define SELF_PTRACE_TOOL_OUTSIDE_H

#include "consume.h"
#include "options.h"

#include <stdbool.h>
#include <sys/types.h>

struct outside {
	const struct options *options;
	struct consumer *consumer;
	/* A thread asks to be traced by its parent (0), or to trace another. */
	void (*release)(void *data, struct process *process, pid_t whom);
	void *data;
};

/* Its one thread is in the exec stop of a 32-bit program; it goes on. */
void outside_adopt(struct outside *outside, struct process *process);
/* -p: all threads of a process that is not traced yet; ret_threads: so many. */
int outside_attach(struct outside *outside, pid_t pid, unsigned int *ret_threads);
/* Is a stop of this thread ours? */
bool outside_is(struct outside *outside, pid_t tid);
/* Any stop but that of an exec; the thread goes on. */
void outside_stop(struct outside *outside, pid_t tid, int status);
/* The exec stop of one that was traced so: its thread `by` comes back as the only one. */
void outside_exec(struct outside *outside, struct process *process, pid_t by);
/* A thread other than the leader has ended: true, if it was one of ours. */
bool outside_ended(struct outside *outside, pid_t tid, int status);
/* All its threads run on untraced; what waits for their stops has been told. */
void outside_let_go(struct outside *outside, struct process *process);

#endif
