/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A program that has installed a seccomp filter: which of the agent's and the
 * tool's own calls in it the filter does not simply allow.  The agent finds out
 * (agent/sandbox.c), the tool hands it on to the next image.
 */
#ifndef SELF_PTRACE_ABI_SANDBOX_H
#define SELF_PTRACE_ABI_SANDBOX_H

enum sandbox {
	SANDBOX_ANY = 1u << 0, /* there is a filter: no call but these */
	SANDBOX_DISPATCH = 1u << 1,
	SANDBOX_STACK = 1u << 2,
	SANDBOX_NAMES = 1u << 3,
	SANDBOX_WAKE = 1u << 4,
	SANDBOX_KILL = 1u << 5,
	SANDBOX_FREE = 1u << 6, /* what it takes to leave a process alone */
	SANDBOX_MAP = 1u << 7,
	SANDBOX_ACCESS = 1u << 8,
	SANDBOX_LIMIT = 1u << 9,
	SANDBOX_INJECT = 1u << 10, /* what it takes to begin in a new image */
	SANDBOX_COPY = 1u << 11,
	SANDBOX_YIELD = 1u << 12,
	SANDBOX_TEXT = 1u << 13, /* what it takes to undo the rewriting of a site */
	SANDBOX_ACTION = 1u << 14,
	SANDBOX_MASK = 1u << 15,
	SANDBOX_RETURN = 1u << 16, /* from the agent's handlers */
	SANDBOX_GS = 1u << 17,	   /* where it is set by arch_prctl */
	/* read, write, exit, rt_sigreturn: SECCOMP_MODE_STRICT */
	SANDBOX_STRICT = (SANDBOX_RETURN - 1) | SANDBOX_GS,
};

/* In the arg of REQUEST_EXEC, above REQUEST_EXEC_'s bits. */
#define SANDBOX_SHIFT 2

#endif
