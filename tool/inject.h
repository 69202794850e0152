/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent goes in, and out again, with ptrace; in between nothing is ptraced.
 */
#ifndef SELF_PTRACE_TOOL_INJECT_H
#define SELF_PTRACE_TOOL_INJECT_H

#include "arena.h"

#include <stdbool.h>
#include <sys/types.h>

struct injection {
	const struct arena_config *config;
	pid_t pid;	    /* of the process */
	int pidfd;	    /* likewise */
	bool namespaced;    /* it may be in another pid namespace than this */
	uint32_t how;	    /* enum birth_how */
	bool blocks_sigsys; /* as the program believes */
	uint32_t sandbox;   /* enum sandbox */
	const char *stage;  /* of a failure, for the message */
};

/*
 * Into a process whose threads tids[0 .. count) are all stopped; they stay
 * stopped, as they were but for the agent.  0 or -errno; on failure nothing of
 * the agent is left in the process but perhaps unused mappings.
 */
int inject(struct injection *injection, const pid_t *tids, size_t count,
	   struct arena_view **ret_view);

#endif
