/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "ring.h"

#include <limits.h>
#include <linux/futex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Of one call; a hostile ring could go on for ever. */
#define MEMORY_MAX (256u << 20)

static void futex_wake(uint32_t *word, int count)
{
	syscall(SYS_futex, word, FUTEX_WAKE, count, NULL, NULL, 0);
}

struct ring_reader *ring_reader_new(struct arena_view *view, uint32_t index)
{
	struct ring_reader *reader = calloc(1, sizeof(*reader));

	if (!reader)
		return NULL;
	reader->record = malloc(view->ring_bytes);
	if (!reader->record) {
		free(reader);
		return NULL;
	}
	reader->view = view;
	reader->index = index;
	reader->ring = &view->rings[index];
	reader->data = view->data + (size_t)index * view->ring_bytes;
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
	free(reader->record);
	free(reader);
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

static bool add_pieces(struct memory *memory, const uint8_t *at, size_t left)
{
	while (left >= sizeof(struct piece)) {
		struct piece piece;

		memcpy(&piece, at, sizeof(piece));
		at += sizeof(piece);
		left -= sizeof(piece);
		if (piece.len > left || memory->used > MEMORY_MAX)
			return false;
		memory_add(memory, piece.addr, at, piece.len,
			   piece.total > piece.len ? piece.total : piece.len);
		if (piece.len == left)
			return true;
		piece.len = (piece.len + RING_ALIGN - 1) & ~(RING_ALIGN - 1);
		if (piece.len > left)
			return false;
		at += piece.len;
		left -= piece.len;
	}
	return true;
}

/* One whole record, private by now. */
static bool parse(struct ring_reader *reader, size_t size)
{
	struct ring_event *event = &reader->event;
	struct record record;
	size_t header;

	if (size < sizeof(record))
		return false;
	memcpy(&record, reader->record, sizeof(record));
	header = header_size(record.type);
	if (size < header || (record.type == RECORD_MORE) != reader->partial)
		return false;
	if (!reader->partial) {
		event->type = record.type;
		event->time = record.time;
		memory_clear(&event->memory);
		memcpy((uint8_t *)event + offsetof(struct ring_event, birth), reader->record, header);
	}
	if (record.type == RECORD_ENTER || record.type == RECORD_EXIT ||
	    record.type == RECORD_MORE) {
		if (!add_pieces(&event->memory, reader->record + header, size - header))
			return false;
		reader->partial = record.flags & RECORD_CONTINUED;
	}
	reader->ready = !reader->partial;
	return true;
}

bool ring_read(struct ring_reader *reader)
{
	const uint32_t bytes = reader->view->ring_bytes;

	while (!reader->ready) {
		uint64_t head = __atomic_load_n(&reader->ring->head, __ATOMIC_ACQUIRE);
		uint32_t offset = (uint32_t)reader->tail & (bytes - 1), size, type;
		struct record record = { 0 };

		if (head == reader->tail)
			return false;
		if (reader->corrupt || head - reader->tail > bytes) {
			give_up(reader, head);
			return false;
		}
		/* A pad may be as short as size and type. */
		memcpy(&record, reader->data + offset, RING_ALIGN);
		__asm__ volatile("" : : : "memory"); /* once: what is copied is what is used */
		size = record.size;
		type = record.type;
		if (size < RING_ALIGN || size % RING_ALIGN || size > bytes - offset ||
		    size > head - reader->tail) {
			give_up(reader, head);
			return false;
		}
		if (type != RECORD_PAD) {
			memcpy(reader->record, reader->data + offset, size);
			if (!parse(reader, size)) {
				give_up(reader, head);
				return false;
			}
		}
		reader->tail += size;
		publish_tail(reader);
	}
	return true;
}

bool ring_drained(const struct ring_reader *reader)
{
	return !reader->ready &&
	       __atomic_load_n(&reader->ring->head, __ATOMIC_ACQUIRE) == reader->tail;
}

uint64_t ring_writing_since(const struct ring_reader *reader)
{
	return __atomic_load_n(&reader->ring->open, __ATOMIC_ACQUIRE);
}
