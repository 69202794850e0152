/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Running processes: -p puts the agent into one, and every way out of tracing
 * that is not the process's end takes it out again, leaving nothing behind.
 */
#ifndef SELF_PTRACE_TOOL_ATTACH_H
#define SELF_PTRACE_TOOL_ATTACH_H

#include "arena.h"
#include "consume.h"

#include <sys/types.h>

/*
 * All threads of pid.  0, or -errno with the stage of the failure in
 * *ret_stage (NULL: ptrace itself); then the process runs on as it was.
 */
int attach(const struct arena_config *config, pid_t pid, struct arena_view **ret_view,
	   unsigned int *ret_threads, const char **ret_stage);

/*
 * A stopped thread that waits for the tool, or has not begun its call, is at
 * the site again and will ask again; -EAGAIN: it is elsewhere.
 */
int roll_back(struct tracked *tracked);

/*
 * The process goes on as if it had never been traced; its rings should be read
 * once more afterwards.  serve is called while its threads find their way out
 * of the agent, which may wait for room in a ring.
 */
int detach(struct process *process, void (*serve)(void *data), void *data);

#endif
