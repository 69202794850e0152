/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the agent and a host of hooks (lib/hook.c), which live in the same
 * process, know of each other.  The host is found by a call that every kernel
 * refuses, so one that finds no agent knows it:
 *
 *   prctl(HOOK_PRCTL, enum hook_op, argument)
 *
 * Both trust each other.  There is more than one host where a plugin has a
 * namespace, and so a library, of its own.
 */
#ifndef SELF_PTRACE_ABI_HOOK_H
#define SELF_PTRACE_ABI_HOOK_H

#include "record.h"

#define HOOK_PRCTL 0x53504852
#define HOOK_HOSTS_MAX 4u

enum hook_op {
	HOOK_ATTACH,  /* argument: struct hook_host, which is the agent's from then on */
	HOOK_PLAN,    /* some host's wants have changed */
	HOOK_SUSPEND, /* this thread's calls pass; counted */
	HOOK_RESUME,
	/*
	 * Waits until no other thread is in a hook that it was in before: 0.  In a
	 * hook, where this could be forever: -EDEADLK.
	 */
	HOOK_QUIESCE,
};

enum hook_what {
	HOOK_ENTER,
	HOOK_EXIT,
	HOOK_THREAD, /* a new thread, before its first instruction */
	HOOK_FORK,   /* a new process, likewise */
};

enum hook_flag {
	HOOK_ANSWERED = 1u << 0, /* host: ret is the result, the call is not made */
	HOOK_RESTART = 1u << 1, /* agent, HOOK_EXIT: a signal came first, it will be entered anew */
};

/* One call on its way past the hooks; on the agent's stack from its enter to its exit. */
struct hook_call {
	uint32_t what;	/* enum hook_what */
	uint32_t flags; /* enum hook_flag */
	uint32_t arch;	/* AUDIT_ARCH_* */
	uint32_t nr;	/* HOOK_ENTER: the host may change it, and args */
	uint64_t args[6];
	int64_t ret; /* as a kernel returns it: -errno */
	uint64_t ip; /* after the call's instruction */
	uint64_t sp;
	uint32_t index; /* of host->wants */
	uint32_t exits; /* bit i: host i wants HOOK_EXIT */
	/* Each host's own: which of its hooks have been entered, and when. */
	struct {
		uint64_t entered, serial;
	} own[HOOK_HOSTS_MAX];
	uint32_t host; /* whose turn it is */
};

enum hook_event {
	HOOK_EVENT_THREAD = 1u << HOOK_THREAD,
	HOOK_EVENT_FORK = 1u << HOOK_FORK,
};

struct hook_host {
	uint64_t call;	 /* void (*)(struct hook_call *), on the thread's hook stack */
	uint64_t wants;	 /* address of uint8_t[PLAN_CALLS + 1], as struct arena.plan is indexed */
	uint32_t events; /* enum hook_event */
	uint32_t pad;
};

#endif
