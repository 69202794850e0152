/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reading one ring: from bytes that a hostile process may change at any time to
 * one event with its memory, all in the tool's own storage.  Each length is
 * read once and clamped; a ring that makes no sense is given up, never believed.
 */
#ifndef SELF_PTRACE_TOOL_RING_H
#define SELF_PTRACE_TOOL_RING_H

#include "arena.h"
#include "call.h"

#include <stdbool.h>

struct tracked;

/* One record with all its parts. */
struct ring_event {
	enum record_type type;
	uint64_t time; /* TSC */
	struct memory memory;
	union {
		struct record_birth birth;
		struct record_enter enter;
		struct record_exit exit;
		struct record_abort abort;
		struct record_signal signal;
		struct record_leave leave;
	};
};

/* What ends a ring from outside, once everything in it was read. */
enum ring_final { FINAL_NONE, FINAL_EXEC, FINAL_SUPERSEDED, FINAL_DEAD };

struct ring_reader {
	struct arena_view *view;
	struct ring *ring;
	const uint8_t *data;
	uint32_t index;
	uint64_t tail; /* the tool's own count; ring->tail is a copy for the agent */
	bool corrupt;

	struct ring_event event;
	bool partial; /* event lacks parts */
	bool ready;   /* event is whole and was not taken yet */

	enum ring_final final;
	uint64_t final_time;
	struct tracked *owner; /* consume.c */
	uint8_t *record; /* ring_bytes long */
};

struct ring_reader *ring_reader_new(struct arena_view *view, uint32_t index);
/* The ring may be used by another thread from now on. */
void ring_reader_free(struct ring_reader *reader);

/* Fills reader->event if a whole record is there; true: reader->ready. */
bool ring_read(struct ring_reader *reader);
/* The event was used; its memory was swapped or may be overwritten. */
static inline void ring_take(struct ring_reader *reader)
{
	reader->ready = false;
}

/* Nothing is left to be read, and nothing half read. */
bool ring_drained(const struct ring_reader *reader);
/* TSC of a record that is being written just now, or 0. */
uint64_t ring_writing_since(const struct ring_reader *reader);

#endif
