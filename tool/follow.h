/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which processes are traced: launches the command, attaches with -p, follows
 * every exec, notices every end, and drives the consumer meanwhile.
 */
#ifndef SELF_PTRACE_TOOL_FOLLOW_H
#define SELF_PTRACE_TOOL_FOLLOW_H

#include "options.h"
#include "output.h"

/*
 * Traces what the options name until all of it has ended, or a signal ends the
 * tool.  Returns the status for exit(), or minus the number of the signal that
 * the tool shall die of, as strace does.
 */
int follow(const struct options *options, struct output *output);

#endif
