/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The threads of a process.  A reading of /proc/PID/task ends early where the thread
 * ends that it has just come to: who stops or seizes all threads has to know of that,
 * and looks until a whole look finds nothing new.
 */
#ifndef SELF_PTRACE_TOOL_TASKS_H
#define SELF_PTRACE_TOOL_TASKS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct tasks {
	pid_t *tids; /* the caller's to free */
	size_t count;
	bool whole;	      /* none was missed that is there; those listed may be gone by now */
	unsigned int partial; /* looks in a row that were not: many, and one counts as whole */
};

/*
 * One look, which replaces what another has left in tasks: { 0 } at first.
 * 0, -ESRCH: there is no such process, or -ENOMEM.
 */
int tasks_look(struct tasks *tasks, pid_t pid);

#define TASK_STATUS_SIZE 128
/* The rest of a line of /proc/TID/status, which begins with "FIELD:"; false: it is gone. */
bool task_status(pid_t tid, const char *field, char ret[static TASK_STATUS_SIZE]);

#endif
