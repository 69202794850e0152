// SPDX-License-Identifier: LGPL-2.1-or-later
/* The captured pieces of a traced program's memory (tool/call.h). */
#include "call.h"

#include "../abi/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY_ALIGN 8u
/* Of one call; a hostile ring could go on for ever. */
#define MEMORY_MAX (256u << 20)

static void *memory_room(void *old, size_t *size, size_t needed, size_t element)
{
	size_t more = *size ? *size : 64;
	void *new;

	while (more < needed) {
		if (more > SIZE_MAX / 2 / element)
			abort();
		more *= 2;
	}
	new = realloc(old, more * element);
	if (!new) {
		fputs("self_ptrace: out of memory\n", stderr);
		abort();
	}
	*size = more;
	return new;
}

const void *memory_at(const struct memory *memory, uint64_t addr, size_t len)
{
	for (size_t i = 0; i < memory->count; i++) {
		const struct memory_piece *piece = &memory->pieces[i];

		/* addr below the piece wraps to more than any len */
		if (addr - piece->addr <= piece->len && piece->len - (addr - piece->addr) >= len)
			return piece->bytes + (addr - piece->addr);
	}
	return NULL;
}

const uint8_t *memory_from(const struct memory *memory, uint64_t addr, size_t *ret_len,
			   uint64_t *ret_total)
{
	*ret_len = 0;
	if (ret_total)
		*ret_total = 0;
	for (size_t i = 0; i < memory->count; i++) {
		const struct memory_piece *piece = &memory->pieces[i];
		uint64_t offset = addr - piece->addr;

		if (offset >= piece->len)
			continue;
		*ret_len = piece->len - (size_t)offset;
		if (ret_total)
			*ret_total = piece->total - offset;
		return piece->bytes + offset;
	}
	return NULL;
}

void memory_add(struct memory *memory, uint64_t addr, const void *bytes, uint32_t len,
		uint32_t total)
{
	size_t start = (memory->used + MEMORY_ALIGN - 1) & ~(size_t)(MEMORY_ALIGN - 1);
	struct memory_piece *last = memory->count ? &memory->pieces[memory->count - 1] : NULL;
	/* What was cut in two to fit into records becomes one again. */
	bool goes_on = last && addr == last->addr + last->len && last->total > last->len &&
		       total == last->total - last->len && len <= UINT32_MAX - last->len;

	if (goes_on)
		start = memory->used;
	if (memory->size < start + len || !memory->buffer) {
		uintptr_t old = (uintptr_t)memory->buffer;

		memory->buffer = memory_room(memory->buffer, &memory->size, start + len, 1);
		for (size_t i = 0; i < memory->count && memory->pieces; i++)
			memory->pieces[i].bytes =
				memory->buffer + ((uintptr_t)memory->pieces[i].bytes - old);
	}
	if (goes_on) {
		memcpy(memory->buffer + start, bytes, len);
		last->len += len;
		memory->used = start + len;
		return;
	}
	if (len)
		memcpy(memory->buffer + start, bytes, len);
	memory_borrow(memory, addr, memory->buffer + start, len, total);
	memory->used = start + len;
}

void memory_borrow(struct memory *memory, uint64_t addr, const void *bytes, uint32_t len,
		   uint32_t total)
{
	if (memory->count == memory->capacity || !memory->pieces)
		memory->pieces = memory_room(memory->pieces, &memory->capacity, memory->count + 1,
					     sizeof(*memory->pieces));
	memory->pieces[memory->count++] = (struct memory_piece){
		.addr = addr,
		.len = len,
		.total = total < len ? len : total,
		.bytes = bytes,
	};
}

void memory_own(struct memory *memory)
{
	size_t count = memory->count;

	if (memory->used)
		return;
	memory->count = 0;
	/* Each piece is read before it is overwritten by itself. */
	for (size_t i = 0; i < count; i++) {
		struct memory_piece piece = memory->pieces[i];

		memory_add(memory, piece.addr, piece.bytes, piece.len, piece.total);
	}
}

bool memory_add_pieces(struct memory *memory, const uint8_t *at, size_t left, bool borrow)
{
	while (left >= sizeof(struct piece)) {
		const struct piece *piece = (const struct piece *)at;
		uint32_t len = piece->len, total = piece->total > len ? piece->total : len;

		at += sizeof(*piece);
		left -= sizeof(*piece);
		if (len > left || memory->used > MEMORY_MAX)
			return false;
		if (borrow)
			memory_borrow(memory, piece->addr, at, len, total);
		else
			memory_add(memory, piece->addr, at, len, total);
		if (len == left)
			return true;
		len = (len + RING_ALIGN - 1) & ~(RING_ALIGN - 1);
		if (len > left)
			return false;
		at += len;
		left -= len;
	}
	return true;
}

void memory_free(struct memory *memory)
{
	free(memory->pieces);
	free(memory->buffer);
	*memory = (struct memory){ 0 };
}
