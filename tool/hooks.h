/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* --hook: what puts plugins into the command and its children. */
#ifndef SELF_PTRACE_TOOL_HOOKS_H
#define SELF_PTRACE_TOOL_HOOKS_H

#include "options.h"

/*
 * Adds to the command's environment what has ld.so load them, and says which
 * command it does not.  Not 0: the message is on stderr.
 */
int hooks_prepare(struct options *options);

#endif
