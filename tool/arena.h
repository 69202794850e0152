/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The tool's end of an arena (abi/record.h), and the image of the agent that
 * shares its memfd.
 */
#ifndef SELF_PTRACE_TOOL_ARENA_H
#define SELF_PTRACE_TOOL_ARENA_H

#include "../abi/tamper.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ring_reader;

/* What the tool believes of an arena it keeps for itself: the shared copies are hostile. */
struct arena_view {
	struct arena *arena;
	size_t size;
	uint32_t ring_count;
	uint32_t ring_bytes;
	struct ring *rings;
	uint8_t *data;
	size_t stride; /* from a ring's data to the next one's: more, and tallies are between */
	struct tamper_counts *counts; /* by ring; NULL without rules */
	struct ring_reader **readers; /* by ring; NULL: not in use */
	uint32_t high;		      /* rings [0, high) may be in use */
	unsigned int live;	      /* readers in use */
	uint64_t base;		      /* where the agent is, in each process that has the arena */
	bool shared;		      /* by images that follow each other: preloaded ones */
};

struct arena_config {
	uint32_t ring_count;
	uint32_t ring_bytes;
	uint32_t control; /* enum control */
	uint32_t rewrite_after;
	uint32_t string_limit;
	const uint64_t *wanted; /* SYSCALL_WORDS: bit nr: the call is recorded */
	bool count; /* calls are counted where they are made, those of which no more is wanted */
	uint64_t second;		    /* in stamps */
	const struct tamper *tamper;	    /* NULL: no rules */
	const struct tamper_counts *counts; /* of ring 0's thread before its exec; NULL: none */
};

size_t arena_size(const struct arena_config *config);
/*
 * Maps the arena at offset of fd (a memfd that is large enough) and fills it
 * in.  The tool is its owner from then on.
 */
int arena_open(int fd, size_t offset, const struct arena_config *config, struct arena_view **ret);
/* Whoever still has it mapped goes on untraced. */
void arena_close(struct arena_view *view);
/* No thread uses it and none is about to. */
bool arena_idle(const struct arena_view *view);

#endif
