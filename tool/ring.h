/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reading one ring: from bytes that a hostile process may change at any time to
 * one event with its memory.  As many whole records as are there are copied into
 * the tool's own storage at once, the chunk, and their room is given back; each
 * length is then read from there, and clamped.  A ring that makes no sense is
 * given up, never believed.
 */
#ifndef SELF_PTRACE_TOOL_RING_H
#define SELF_PTRACE_TOOL_RING_H

#include "arena.h"
#include "call.h"

#include <stdbool.h>

struct tracked;

/* One record with all its parts; what it points at is in the chunk. */
struct ring_event {
	enum record_type type;
	uint64_t time; /* TSC */
	struct memory memory;
	union {
		const uint8_t *record;
		const struct record_birth *birth;
		const struct record_enter *enter;
		const struct record_exit *exit;
		const struct record_abort *abort;
		const struct record_signal *signal;
		const struct record_leave *leave;
	};
};

#define RING_HEADER_MAX sizeof(struct record_signal) /* of all headers */

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
	bool forgotten; /* it was let go, or could not be: whoever still writes has no owner */

	uint8_t *chunk; /* whole records, [chunk_at, chunk_end) of them still to be told */
	size_t chunk_at, chunk_end, chunk_size;
	uint8_t begin[RING_HEADER_MAX]; /* a partial event's first record, kept over chunks */
};

struct ring_reader *ring_reader_new(struct arena_view *view, uint32_t index);
/* The ring may be used by another thread from now on. */
void ring_reader_free(struct ring_reader *reader);

/* The chunk's next whole event, into reader->event; true: reader->ready. */
bool ring_read(struct ring_reader *reader);
/*
 * After the last: what has come meanwhile, false: nothing.  It takes the place of
 * what was there; nothing may be borrowed from that any more.
 */
bool ring_fetch(struct ring_reader *reader);
/* The event was used; its memory was swapped or may be overwritten. */
static inline void ring_take(struct ring_reader *reader)
{
	reader->ready = false;
}

/* Nothing is left to be read, and nothing half read. */
bool ring_drained(const struct ring_reader *reader);
/* To the thread, which waits for it. */
void ring_answer(struct ring *ring, enum ring_reply reply);
/* TSC of a record that is being written just now, or 0. */
uint64_t ring_writing_since(const struct ring_reader *reader);

#endif
