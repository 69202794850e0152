/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names of traced threads' commands, for -Y: as they were when the call that is
 * printed was made, hence followed through execs and prctl(PR_SET_NAME).
 *
 * Used by output.c only.
 */
#ifndef SELF_PTRACE_TOOL_COMMAND_H
#define SELF_PTRACE_TOOL_COMMAND_H

#include "event.h"
#include "filter.h"

#include <stddef.h>

#define COMMAND_MAX 16u /* TASK_COMM_LEN, NUL included */

struct commands;

/* NULL: out of memory. */
struct commands *commands_new(const struct filter *filter);
void commands_free(struct commands *commands);

void commands_task_begin(struct commands *commands, int tid);
void commands_task_end(struct commands *commands, int tid);
/* After the printing of each call that has ended. */
void commands_after_exit(struct commands *commands, const struct task *task,
			 const struct call *call);
/* The name of tid's command, or of any process that is there; "" if there is none. */
const char *commands_text(struct commands *commands, int tid, char room[COMMAND_MAX]);

#endif
