/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Of the hooks inside libself_ptrace: what its files have in common. */
#ifndef SELF_PTRACE_LIB_HOOK_H
#define SELF_PTRACE_LIB_HOOK_H

#include "abi/hook.h"
#include "self_ptrace_hook.h"
#include "vectors.h"

#include <stdbool.h>

#define HOOKS_MAX 64u
#define PUBLIC __attribute__((visibility("default")))

/* hook_host.wants */
enum want {
	WANT_LIGHT = 1u << 0,
	WANT_VECTORS = 1u << 1, /* one of the hooks at least is not SELF_PTRACE_HOOK_NO_VECTOR */
};

/*
 * A hook.  Lists are read without a lock: a node that is removed keeps its next
 * until all readers have left the agent, and only then is used again.
 */
struct node {
	struct node *next;
	struct self_ptrace_hook hook;
	uint64_t serial; /* of its addition: a call that is older does not go to it */
	uint64_t numbers[(PLAN_CALLS + 64) / 64]; /* bit PLAN_CALLS: all others */
	uint32_t generation;
	uint32_t state; /* enum node_state */
};

extern struct node *hook_first;
extern struct node hook_nodes[HOOKS_MAX];
extern uint64_t hook_serial;
extern uint8_t hook_wants[PLAN_CALLS + 1];
extern struct vectors hook_vectors;
/* Once for each thread, before its first hook that may use vectors; may be NULL. */
extern void (*hook_thread_prepare)(void);

/* hook_run.c, which the agent calls */
void hook_run(struct hook_call *call);

/* engine.c: 0, or -errno; has an agent in this process, the tool's or one of our own. */
int engine_start(void);
/* The call that hosts make of the agent. */
long engine_control(enum hook_op op, void *argument);

#endif
