/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * How a call's site is rewritten on x86_64: bytes in, bytes out; nothing here
 * touches memory but arch_patch_store().
 */
#ifndef SELF_PTRACE_ARCH_PATCH_H
#define SELF_PTRACE_ARCH_PATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes looked at before the call's instruction, and from it on. */
#define SITE_BEFORE 6u
#define SITE_AFTER 8u
#define PATCH_MAX 8u
#define STUB_SIZE 64u
#define STUB_FIRST 64u	/* pointers begin a page of stubs: to arch_trampoline and arch_plain */
#define STUB_DATA 24u	/* in a stub: struct stub_data, */
#define STUB_CALL 40u	/* a call of its own, which traps, */
#define STUB_BEHIND 42u /* and for TACTIC_AFTER the instruction behind the site's call */
#define BEHIND_MAX 6u
#define ARCH_HALT 0xf4u

/* All that the trampoline is told, in r11. */
struct stub_data {
	uint64_t after; /* the site's call */
	uint64_t go_on; /* the same, or what does for it */
};

enum tactic { TACTIC_MOV, TACTIC_POINTER, TACTIC_AFTER, TACTICS };

/* The jump through a pointer: what is behind the call's own bytes says where the pointer is. */
#define POINTER_JUMP 6u

struct patch {
	uint64_t at; /* what is overwritten: len bytes, old becomes new */
	uint32_t len;
	enum tactic tactic;
	uint64_t pointer_at; /* TACTIC_POINTER: where the stub's address is expected */
	uint8_t behind_len;  /* TACTIC_AFTER: the instruction that the stub makes, too */
	uint8_t behind[BEHIND_MAX];
	uint8_t old[PATCH_MAX];
	uint8_t new[PATCH_MAX];
};

/* code: SITE_BEFORE + SITE_AFTER bytes around the call at addr; false: not by this tactic. */
bool arch_patch_plan(struct patch *ret, const uint8_t *code, uint64_t addr, uint32_t nr,
		     enum tactic tactic);
/* The stub's place is known: completes new. */
void arch_patch_aim(struct patch *patch, uint64_t stub);
/* plain: nothing is done with calls of that number. */
void arch_stub_make(uint8_t ret[STUB_SIZE], uint64_t at, uint64_t addr, uint32_t nr,
		    const struct patch *patch, bool plain);
/* TACTIC_AFTER: the place in or near that page where its stub has to begin. */
uint64_t arch_stub_aimed(uint64_t addr, uint64_t page);
/* Places to try for a page of stubs, the best first; false: no more. */
bool arch_near(uint64_t addr, uint32_t attempt, uint64_t *ret_page);
bool arch_reaches(uint64_t from, uint64_t page);

/* Can n bytes at addr be replaced under the eyes of other threads? */
bool arch_patch_splits(uint64_t addr, size_t n);
/* Does so, on memory that is writable; sync: called between stores. */
void arch_patch_store(uint64_t addr, const uint8_t *bytes, size_t n, void (*sync)(void));

#endif
