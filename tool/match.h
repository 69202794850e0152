/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * -P, --trace-fds: whether a call names one of the wanted files, by its path or by a
 * descriptor of it.  Which arguments are paths and descriptors the table knows.
 *
 * Used by output.c only.
 */
#ifndef SELF_PTRACE_TOOL_MATCH_H
#define SELF_PTRACE_TOOL_MATCH_H

#include "descriptor.h"
#include "event.h"
#include "options.h"

#include <stdbool.h>

struct match {
	const struct options *options;
	char **paths; /* those given, and what they resolve to */
	size_t count;
};

/* Tells of paths that resolve to others, as strace does. */
int match_setup(struct match *match, const struct options *options);
void match_free(struct match *match);
/* Before the call's effect on descriptors is taken over. */
bool match_call(const struct match *match, struct descriptors *descriptors, const struct task *task,
		const struct call *call);

#endif
