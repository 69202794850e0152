/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a process ended that is not the tool's child. */
#ifndef SELF_PTRACE_TOOL_END_STATUS_H
#define SELF_PTRACE_TOOL_END_STATUS_H

#include <stdbool.h>
#include <sys/types.h>

/*
 * As wait has it.  pidfd: of the process, -1 where there is none; pid: the number that it
 * has as a zombie, 0 where another may have that by now.  False: nobody tells.
 */
bool end_status(pid_t pid, int pidfd, int *ret_status);

#endif
