/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One system call as the consumer hands it on: what was recorded, nothing
 * decoded.  Consumer (tool/consume.c) fills it, decoder (tool/decode/) reads.
 */
#ifndef SELF_PTRACE_TOOL_CALL_H
#define SELF_PTRACE_TOOL_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A copied piece of the program's memory; bytes belong to the memory it is in, or are borrowed. */
struct memory_piece {
	uint64_t addr;
	uint32_t len;	/* bytes held */
	uint32_t total; /* bytes there were, >= len */
	const uint8_t *bytes;
};

/* All pieces captured at one phase of a call. Nothing in it can be trusted. */
struct memory {
	struct memory_piece *pieces;
	size_t count;
	size_t capacity;
	uint8_t *buffer; /* owns all bytes; but for used 0: then all are borrowed */
	size_t used;
	size_t size;
};

/* The bytes at [addr, addr + len), or NULL where not all of them were captured. */
const void *memory_at(const struct memory *memory, uint64_t addr, size_t len);
/* The piece that holds addr, how many bytes it has from there on (0: none) and how
 * many there really were (ret_total may be NULL). */
const uint8_t *memory_from(const struct memory *memory, uint64_t addr, size_t *ret_len,
			   uint64_t *ret_total);
void memory_add(struct memory *memory, uint64_t addr, const void *bytes, uint32_t len,
		uint32_t total);
/* Likewise, where nothing was added otherwise: bytes stay where they are. */
void memory_borrow(struct memory *memory, uint64_t addr, const void *bytes, uint32_t len,
		   uint32_t total);
/* Copies what is borrowed. */
void memory_own(struct memory *memory);
static inline void memory_clear(struct memory *memory) /* empties, keeps the storage */
{
	memory->count = 0;
	memory->used = 0;
}
/*
 * struct piece after struct piece (abi/record.h), aligned; no other may change
 * them meanwhile.  false: they make no sense; what came before was added.
 */
bool memory_add_pieces(struct memory *memory, const uint8_t *at, size_t left, bool borrow);
void memory_free(struct memory *memory);

struct call {
	uint32_t nr;
	uint32_t arch; /* AUDIT_ARCH_* */
	uint64_t ip;
	uint64_t args[6];
	bool exited;
	int64_t ret;	    /* valid if exited; -4095..-1: -errno */
	bool unknown_ret;   /* "= ?": exit_group, killed in the call, lost */
	bool restarted;	    /* "= ? ERESTARTSYS ...": see ret for which */
	unsigned int marks; /* of the record's flags: RECORD_INJECTED, _POKED, _DELAYED */
	uint64_t enter_ns;  /* CLOCK_REALTIME */
	uint64_t exit_ns;
	struct memory enter; /* as found */
	struct memory exit;  /* as left */
};

#endif
