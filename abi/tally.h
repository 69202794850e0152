/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the agent counts: calls for -c, which need no record then; and for
 * --stats its own doings.  Beside the rings, so that nothing is lost with a
 * process that is killed; the tool takes a ring's when it frees the ring.
 */
#ifndef SELF_PTRACE_ABI_TALLY_H
#define SELF_PTRACE_ABI_TALLY_H

#include <stdint.h>

#define TALLY_CALLS 512u /* numbers beyond have no names, and a table has only those with one */

/* The thread whose ring it is writes, times in stamps. */
struct tally {
	uint64_t calls, errors, time, shortest, longest;
};

/* In the order of their first calls: what makes few kinds of calls touches few pages. */
struct tallies {
	uint32_t count;		      /* in use */
	uint16_t places[TALLY_CALLS]; /* by number: 1 + its place in of; 0: none */
	struct tally of[TALLY_CALLS];
};

/* How a call came to the agent, and whether after its image's first second. */
enum way { WAY_TRAP, WAY_TRAP_LATER, WAY_SITE, WAY_SITE_LATER, WAYS };

/* Why a site was left to trap. */
enum left {
	LEFT_BYTES,    /* no tactic is sure of the bytes around it */
	LEFT_WRITABLE, /* its text may be written at any time */
	LEFT_ROOM,     /* no memory where a stub would have to be */
	LEFT_REFUSED,  /* the kernel let the text not be written */
	LEFT_REASONS,
};

#define TALLY_TACTICS 4u

/* Of an image: of its processes; atomic adds by agents. */
struct stats {
	uint64_t sites; /* seen to trap */
	uint64_t rewritten[TALLY_TACTICS];
	uint64_t left[LEFT_REASONS];
	uint64_t undone;
};

#endif
