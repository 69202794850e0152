/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What shall be tampered with (-e inject=, -e fault=): rules that the tool writes
 * into the arena before the agent starts, and that the agent carries out on calls
 * with PLAN_TAMPER.
 */
#ifndef SELF_PTRACE_ABI_TAMPER_H
#define SELF_PTRACE_ABI_TAMPER_H

#include "record.h"

#define TAMPER_RULES_MAX 64u
#define TAMPER_POKES_MAX 256u
#define TAMPER_DATA_MAX 32768u
#define TAMPER_LAST_NONE UINT32_MAX

enum tamper_action {
	TAMPER_RETURN = 1u << 0, /* the call is not made: ret is its result */
	TAMPER_SIGNAL = 1u << 1,
	TAMPER_DELAY_ENTER = 1u << 2,
	TAMPER_DELAY_EXIT = 1u << 3,
	TAMPER_POKE_ENTER = 1u << 4,
	TAMPER_POKE_EXIT = 1u << 5,
};

struct tamper_delay {
	uint64_t ns;
	uint64_t stamps; /* the same in TSC, for a thread that may not ask the kernel */
};

/* Of a thread's calls of one number, counted from 1: first, first + step, ... last. */
struct tamper_rule {
	uint32_t actions; /* enum tamper_action */
	uint32_t signo;
	int64_t ret;
	struct tamper_delay enter, exit;
	uint32_t first, last;
	uint32_t step; /* 0: the first only */
	uint16_t poke_first, poke_count;
};

/* Bytes that are written to where an argument points. */
struct tamper_poke {
	uint32_t offset; /* in data */
	uint16_t len;
	uint8_t arg; /* from 0 */
	uint8_t exit;
};

struct tamper {
	uint8_t rule_of[PLAN_CALLS]; /* by number; 0: none, else index + 1 */
	uint8_t nargs[PLAN_CALLS];   /* arguments that the call has */
	uint32_t rule_count, poke_count, data_used;
	struct tamper_rule rules[TAMPER_RULES_MAX];
	struct tamper_poke pokes[TAMPER_POKES_MAX];
	uint8_t data[TAMPER_DATA_MAX];
};

/* A ring's thread's calls with PLAN_TAMPER, by number. */
struct tamper_counts {
	uint64_t calls[PLAN_CALLS];
};

#endif
