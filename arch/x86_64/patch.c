/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * TACTIC_MOV: the call follows `mov $nr, %eax`, five bytes, which become a jump;
 * the call stays, so whoever jumps to it still makes it, by a trap.  That the
 * bytes are that instruction is known from %eax at the trap and from there
 * being no prefix before them.
 *
 * TACTIC_POINTER: the call's two bytes become `jmp *disp32(%rip)`, the four
 * bytes behind it serving as the displacement unchanged, whatever they are;
 * what it points at has to be free to be mapped.
 *
 * Both find rcx free in the stub, since a call destroys it.
 */
#include "patch.h"

#include "agent.h"

#define CACHE_LINE 64u
#define POINTER_BELOW (-0x100000)
#define JUMP_TO_SELF 0xfeebu /* jmp . */

static int32_t displacement(uint64_t to, uint64_t from)
{
	return (int32_t)(int64_t)(to - from);
}

static bool is_prefix(uint8_t byte)
{
	return (byte & 0xf0) == 0x40 || byte == 0x66 || byte == 0x67 || byte == 0xf0 ||
	       byte == 0xf2 || byte == 0xf3 || byte == 0x0f || byte == 0x62 || byte == 0xc4 ||
	       byte == 0xc5 || byte == 0x8f || byte == 0x64 || byte == 0x65;
}

bool arch_patch_plan(struct patch *ret, const uint8_t *code, uint64_t addr, uint32_t nr)
{
	const uint8_t *call = code + SITE_BEFORE;
	uint32_t operand;
	int32_t disp;

	if (call[0] != 0x0f || call[1] != 0x05)
		return false;
	*ret = (struct patch){ 0 };
	memcpy(&operand, code + 2, 4);
	if (code[1] == 0xb8 && operand == nr && !is_prefix(code[0])) {
		ret->tactic = TACTIC_MOV;
		ret->at = addr - 5;
		ret->len = 5;
		memcpy(ret->old, code + 1, 5);
		return true;
	}
	memcpy(&disp, call + 2, 4);
	ret->tactic = TACTIC_POINTER;
	ret->at = addr;
	ret->len = 2;
	ret->pointer_at = addr + 6 + (uint64_t)(int64_t)disp;
	memcpy(ret->old, call, 2);
	/* Below the site alone: above may be a heap's or a stack's room to grow. */
	return disp < POINTER_BELOW && ret->pointer_at < 1ul << 47;
}

void arch_patch_aim(struct patch *patch, uint64_t stub)
{
	int32_t disp = displacement(stub, patch->at + 5);

	if (patch->tactic == TACTIC_MOV) {
		patch->new[0] = 0xe9;
		memcpy(patch->new + 1, &disp, 4);
	} else {
		patch->new[0] = 0xff;
		patch->new[1] = 0x25;
	}
}

void arch_stub_make(uint8_t ret[STUB_SIZE], uint64_t at, uint64_t addr, uint32_t nr,
		    enum tactic tactic, bool plain)
{
	uint8_t *code = ret;
	int32_t disp;

	memset(ret, 0xcc, STUB_SIZE);
	if (tactic == TACTIC_MOV) { /* mov $nr, %eax */
		*code++ = 0xb8;
		memcpy(code, &nr, 4);
		code += 4;
	}
	/* lea after_the_call(%rip), %rcx */
	*code++ = 0x48;
	*code++ = 0x8d;
	*code++ = 0x0d;
	disp = displacement(addr + ARCH_CALL_SIZE, at + (uint64_t)(code + 4 - ret));
	memcpy(code, &disp, 4);
	code += 4;
	/* jmp *page(%rip); only a number that the stub itself loads is known to be plain */
	*code++ = 0xff;
	*code++ = 0x25;
	disp = displacement((at & ~4095ul) + (tactic == TACTIC_MOV && plain ? 8 : 0),
			    at + (uint64_t)(code + 4 - ret));
	memcpy(code, &disp, 4);
}

bool arch_reaches(uint64_t from, uint64_t page)
{
	int64_t distance = (int64_t)(page - from);

	return distance > -0x7ff00000l && distance < 0x7ff00000l;
}

/*
 * Below the site, out of the way of what grows: text of a library has the
 * mappings of later libraries below it, a program its heap above it.
 */
bool arch_near(uint64_t addr, uint32_t attempt, uint64_t *ret_page)
{
	static const int64_t steps[] = { -1024, -1536, -768, -1900, -512, -256, 1024, 1536, 512, 1900 };
	uint64_t page = addr & ~4095ul;
	uint32_t count = sizeof(steps) / sizeof(steps[0]);

	if (page < 2048ul << 20 && attempt < 16) {
		/* A program at a fixed low address: between the lowest mappable and its text. */
		*ret_page = 0x100000 + attempt * 0x20000ul;
		return true;
	}
	if (attempt >= 16 * count)
		return false;
	*ret_page = page + (uint64_t)(steps[attempt % count] * 1024 * 1024) +
		    attempt / count * 65536ul;
	return true;
}

bool arch_patch_splits(uint64_t addr, size_t n)
{
	return n <= 8 - addr % 8 || addr % CACHE_LINE != CACHE_LINE - 1;
}

static void store2(uint64_t addr, uint16_t value)
{
	__asm__ volatile("movw %1, %0" : "=m"(*(uint16_t *)addr) : "r"(value) : "memory");
}

void arch_patch_store(uint64_t addr, const uint8_t *bytes, size_t n, void (*sync)(void))
{
	uint16_t first;

	memcpy(&first, bytes, 2);
	if (n == 2) {
		store2(addr, first);
		return;
	}
	if (n <= 8 - addr % 8) { /* in one aligned word: one store */
		uint64_t *word = (uint64_t *)(addr & ~7ul), value = *word;

		memcpy((uint8_t *)&value + addr % 8, bytes, n);
		__atomic_store_n(word, value, __ATOMIC_SEQ_CST);
		return;
	}
	store2(addr, JUMP_TO_SELF);
	sync();
	for (size_t i = 2; i < n; i++)
		*(volatile uint8_t *)(addr + i) = bytes[i];
	sync();
	store2(addr, first);
}
