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
 * TACTIC_AFTER: a jump over the call and the beginning of the instruction behind
 * it, which the stub makes too.  What is there for whoever comes to that
 * instruction by itself is the jump's third byte: the stub lies where that byte is
 * `hlt`, whose fault leads to the stub (signal.c).
 *
 * All find rcx and r11 free in the stub, since a call destroys them.
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

/* Instructions that are the same anywhere, of three bytes or more; 0: another one. */
static uint8_t behind_length(const uint8_t *code)
{
	static const struct {
		uint8_t begin[3], len, bytes;
	} known[] = {
		{ { 0x48, 0x3d }, 2, 6 },	/* cmp $imm32, %rax */
		{ { 0x48, 0x83, 0xf8 }, 3, 4 }, /* cmp $imm8, %rax */
		{ { 0x48, 0x85, 0xc0 }, 3, 3 }, /* test %rax, %rax */
		{ { 0x3d }, 1, 5 },		/* cmp $imm32, %eax */
		{ { 0x83, 0xf8 }, 2, 3 },	/* cmp $imm8, %eax */
		{ { 0x48, 0x89, 0x44 }, 3, 5 }, /* mov %rax, disp8(%rsp) and its like */
		{ { 0x89, 0x44 }, 2, 4 },	/* mov %eax, disp8(%rsp) */
	};

	for (uint32_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		uint32_t same = 0;

		while (same < known[i].len && code[same] == known[i].begin[same])
			same++;
		if (same == known[i].len)
			return known[i].bytes;
	}
	return 0;
}

bool arch_patch_plan(struct patch *ret, const uint8_t *code, uint64_t addr, uint32_t nr,
		     enum tactic tactic)
{
	const uint8_t *call = code + SITE_BEFORE;
	uint32_t operand;
	int32_t disp;

	if (call[0] != 0x0f || call[1] != 0x05)
		return false;
	*ret = (struct patch){ .tactic = tactic, .at = addr };
	switch (tactic) {
	case TACTIC_MOV:
		memcpy(&operand, code + 2, 4);
		ret->at = addr - 5;
		ret->len = 5;
		memcpy(ret->old, code + 1, 5);
		return code[1] == 0xb8 && operand == nr && !is_prefix(code[0]);
	case TACTIC_POINTER:
		memcpy(&disp, call + 2, 4);
		ret->len = 2;
		ret->pointer_at = addr + 6 + (uint64_t)(int64_t)disp;
		memcpy(ret->old, call, 2);
		/* Below the site alone: above may be a heap's or a stack's room to grow. */
		return disp < POINTER_BELOW && ret->pointer_at < 1ul << 47;
	default:
		ret->len = 5;
		ret->behind_len = behind_length(call + 2);
		memcpy(ret->behind, call + 2, BEHIND_MAX);
		memcpy(ret->old, call, 5);
		return ret->behind_len;
	}
}

uint64_t arch_stub_aimed(uint64_t addr, uint64_t page)
{
	uint64_t from = addr + 5,
		 at = from + (((page - from) & ~0xfffful) | (uint64_t)ARCH_HALT << 8);

	/* The displacement's low byte is free. */
	at += -at % sizeof(uint64_t);
	if (at % 4096 < STUB_FIRST || at % 4096 > 4096 - STUB_SIZE)
		at += 128;
	return at;
}

void arch_patch_aim(struct patch *patch, uint64_t stub)
{
	int32_t disp = displacement(stub, patch->at + 5);

	if (patch->tactic == TACTIC_POINTER) {
		patch->new[0] = 0xff;
		patch->new[1] = 0x25;
	} else {
		patch->new[0] = 0xe9;
		memcpy(patch->new + 1, &disp, 4);
	}
}

static uint8_t *put_address(uint8_t *code, uint64_t at, const uint8_t *begin, uint64_t to)
{
	int32_t disp = displacement(to, at + (uint64_t)(code + 4 - begin));

	memcpy(code, &disp, 4);
	return code + 4;
}

void arch_stub_make(uint8_t ret[STUB_SIZE], uint64_t at, uint64_t addr, uint32_t nr,
		    const struct patch *patch, bool plain)
{
	enum tactic tactic = patch->tactic;
	uint64_t target = at & ~4095ul; /* of pointers */
	struct stub_data data = { .after = addr + ARCH_CALL_SIZE, .go_on = addr + ARCH_CALL_SIZE };
	uint8_t *code = ret;

	memset(ret, 0xcc, STUB_SIZE);
	if (tactic == TACTIC_MOV) { /* mov $nr, %eax */
		*code++ = 0xb8;
		memcpy(code, &nr, 4);
		code += 4;
		/* Only a number that the stub itself loads is known to be plain. */
		target += plain ? 8 : 0;
	}
	/* lea data(%rip), %r11 */
	*code++ = 0x4c;
	*code++ = 0x8d;
	*code++ = 0x1d;
	code = put_address(code, at, ret, at + STUB_DATA);
	/* jmp *page(%rip) */
	*code++ = 0xff;
	*code++ = 0x25;
	put_address(code, at, ret, target);
	if (tactic == TACTIC_AFTER)
		data.go_on = at + STUB_BEHIND;
	memcpy(ret + STUB_DATA, &data, sizeof(data));
	/* the call; the instruction behind it; jmp behind_that */
	code = ret + STUB_CALL;
	*code++ = 0x0f;
	*code++ = 0x05;
	memcpy(code, patch->behind, patch->behind_len);
	code += patch->behind_len;
	*code++ = 0xe9;
	put_address(code, at, ret, addr + ARCH_CALL_SIZE + patch->behind_len);
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
	static const int64_t steps[] = { -1024, -1536, -768, -1900, -512,
					 -256,	1024,  1536, 512,   1900 };
	uint64_t page = addr & ~4095ul;
	uint32_t count = sizeof(steps) / sizeof(steps[0]);

	if (page < 2048ul << 20 && attempt < 16) {
		/* A program at a fixed low address: between the lowest mappable and its text. */
		*ret_page = 0x100000 + attempt * 0x20000ul;
		return true;
	}
	if (attempt >= 16 * count)
		return false;
	*ret_page =
		page + (uint64_t)(steps[attempt % count] * 1024 * 1024) + attempt / count * 65536ul;
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
	/* Where TACTIC_AFTER's hlt is, it comes first and goes last. */
	store2(addr, JUMP_TO_SELF);
	if (bytes[2] == ARCH_HALT)
		*(volatile uint8_t *)(addr + 2) = bytes[2];
	sync();
	for (size_t i = 3; i < n; i++)
		*(volatile uint8_t *)(addr + i) = bytes[i];
	sync();
	*(volatile uint8_t *)(addr + 2) = bytes[2];
	sync();
	store2(addr, first);
}
