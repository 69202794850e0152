/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "ring.h"

#include <limits.h>
#include <linux/futex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* At most; more would be gone from the processor's cache when it is looked at. */
#define CHUNK_BYTES (64u << 10)

static void futex_wake(uint32_t *word, int count)
{
	syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0);
}

struct ring_reader *ring_reader_new(struct arena_view *view, uint32_t index)
{
	struct ring_reader *reader = calloc(1, sizeof(*reader));

	if (!reader)
		return NULL;
	reader->chunk_size = view->ring_bytes < CHUNK_BYTES ? view->ring_bytes : CHUNK_BYTES;
	reader->chunk = malloc(reader->chunk_size);
	if (!reader->chunk) {
		free(reader);
		return NULL;
	}
	reader->view = view;
	reader->index = index;
	reader->ring = &view->rings[index];
	reader->data = view->data + index * view->stride;
	view->readers[index] = reader;
	view->live++;
	return reader;
}

void ring_reader_free(struct ring_reader *reader)
{
	struct arena *arena = reader->view->arena;

	reader->view->readers[reader->index] = NULL;
	reader->view->live--;
	__atomic_store_n(&reader->ring->state, RING_FREE, __ATOMIC_RELEASE);
	__atomic_fetch_add(&arena->ring_freed, 1, __ATOMIC_RELEASE);
	futex_wake(&arena->ring_freed, INT_MAX);
	memory_free(&reader->event.memory);
	free(reader->chunk);
	free(reader);
}

void ring_answer(struct ring *ring, enum ring_reply reply)
{
	__atomic_store_n(&ring->reply, reply, __ATOMIC_RELEASE);
	futex_wake(&ring->reply, 1);
}

/* Partner of ring_wait() in agent/ring.c. */
static void publish_tail(struct ring_reader *reader)
{
	struct ring *ring = reader->ring;

	__atomic_store_n(&ring->tail, reader->tail, __ATOMIC_SEQ_CST);
	if (__atomic_load_n(&ring->waiting, __ATOMIC_SEQ_CST)) {
		__atomic_fetch_add(&ring->room, 1, __ATOMIC_SEQ_CST);
		futex_wake(&ring->room, 1);
	}
}

static void give_up(struct ring_reader *reader, uint64_t head)
{
	reader->corrupt = true;
	reader->partial = false;
	reader->chunk_at = reader->chunk_end = 0;
	reader->tail = head;
	publish_tail(reader);
}

static size_t header_size(uint32_t type)
{
	switch (type) {
	case RECORD_BIRTH:
		return sizeof(struct record_birth);
	case RECORD_ENTER:
		return sizeof(struct record_enter);
	case RECORD_EXIT:
		return sizeof(struct record_exit);
	case RECORD_ABORT:
		return sizeof(struct record_abort);
	case RECORD_MORE:
		return sizeof(struct record);
	case RECORD_SIGNAL:
		return sizeof(struct record_signal);
	case RECORD_LEAVE:
		return sizeof(struct record_leave);
	default:
		return SIZE_MAX;
	}
}

/* One whole record of the chunk. */
static bool parse(struct ring_reader *reader, const uint8_t *bytes, size_t size)
{
	struct ring_event *event = &reader->event;
	const struct record *record = (const struct record *)bytes;
	size_t header;

	if (size < sizeof(*record))
		return false;
	header = header_size(record->type);
	if (size < header || (record->type == RECORD_MORE) != reader->partial)
		return false;
	if (!reader->partial) {
		event->type = record->type;
		event->time = record->time;
		event->record = bytes;
		memory_clear(&event->memory);
	}
	if (record->type == RECORD_ENTER || record->type == RECORD_EXIT ||
	    record->type == RECORD_MORE) {
		if (!memory_add_pieces(&event->memory, bytes + header, size - header,
				       !reader->partial))
			return false;
		if (!reader->partial && (record->flags & RECORD_CONTINUED)) {
			/* The rest may be in another chunk. */
			memcpy(reader->begin, bytes, header);
			event->record = reader->begin;
			memory_own(&event->memory);
		}
		reader->partial = record->flags & RECORD_CONTINUED;
	}
	reader->ready = !reader->partial;
	return true;
}

/* How many of the bytes are whole records; 0: the first is none. */
static size_t whole_records(const uint8_t *bytes, size_t len)
{
	size_t at = 0;

	while (len - at >= RING_ALIGN) {
		/* A pad may be as short as size and type. */
		uint32_t size = ((const struct record *)(bytes + at))->size;

		if (size < RING_ALIGN || size % RING_ALIGN || size > len - at)
			break;
		at += size;
	}
	return at;
}

bool ring_fetch(struct ring_reader *reader)
{
	const uint32_t bytes = reader->view->ring_bytes;
	uint64_t head = __atomic_load_n(&reader->ring->head, __ATOMIC_ACQUIRE);
	uint32_t offset = (uint32_t)reader->tail & (bytes - 1);
	size_t len = head - reader->tail;

	if (!len)
		return false;
	if (reader->corrupt || len > bytes) {
		give_up(reader, head);
		return false;
	}
	if (len > bytes - offset)
		len = bytes - offset;
	if (len > reader->chunk_size)
		len = reader->chunk_size;
	memcpy(reader->chunk, reader->data + offset, len);
	__asm__ volatile("" : : : "memory"); /* once: what is copied is what is used */
	len = whole_records(reader->chunk, len);
	if (!len) {
		give_up(reader, head);
		return false;
	}
	reader->chunk_at = 0;
	reader->chunk_end = len;
	reader->tail += len;
	publish_tail(reader);
	return true;
}

bool ring_read(struct ring_reader *reader)
{
	while (!reader->ready && reader->chunk_at < reader->chunk_end) {
		const uint8_t *bytes = reader->chunk + reader->chunk_at;
		const struct record *record = (const struct record *)bytes;

		reader->chunk_at += record->size;
		if (record->type != RECORD_PAD && !parse(reader, bytes, record->size))
			give_up(reader, reader->tail);
	}
	return reader->ready;
}

bool ring_drained(const struct ring_reader *reader)
{
	return !reader->ready && reader->chunk_at == reader->chunk_end &&
	       __atomic_load_n(&reader->ring->head, __ATOMIC_ACQUIRE) == reader->tail;
}

uint64_t ring_writing_since(const struct ring_reader *reader)
{
	return __atomic_load_n(&reader->ring->open, __ATOMIC_ACQUIRE);
}
