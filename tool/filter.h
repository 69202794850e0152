/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What of a trace is wanted: -e trace=, -e status= (-z, -Z) and -e signal=,
 * compiled once from their expressions to bitmaps that every event is held
 * against.  Callers: options.c compiles, the lead's launch hands filter.wanted
 * to the agents (what is not in it is not even recorded), output.c asks.
 */
#ifndef SELF_PTRACE_TOOL_FILTER_H
#define SELF_PTRACE_TOOL_FILTER_H

#include "../abi/record.h"
#include "call.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum filter_status {
	STATUS_SUCCESSFUL = 1u << 0,
	STATUS_FAILED = 1u << 1,
	STATUS_UNFINISHED = 1u << 2,  /* never returned: killed, superseded by an exec */
	STATUS_UNAVAILABLE = 1u << 3, /* never with us: a result is always recorded */
	STATUS_DETACHED = 1u << 4,
	STATUS_ALL = (1u << 5) - 1,
};

/* A set of calls: bit nr of x86_64's and of i386's. */
struct syscall_set {
	uint64_t native[SYSCALL_WORDS];
	uint64_t compat[SYSCALL_WORDS];
};

struct filter {
	uint64_t wanted[SYSCALL_WORDS];	  /* bit nr: x86_64 */
	uint64_t wanted32[SYSCALL_WORDS]; /* bit nr: i386 */
	unsigned int status;		  /* enum filter_status */
	uint64_t signals;		  /* bit signo - 1 */
};

/* The message of an expression that was not understood, without "self_ptrace: ". */
struct filter_error {
	char text[256];
	bool usage; /* strace points at its help after this one */
};

/* Everything is wanted, which is also what no option means. */
void filter_init(struct filter *ret);

/* The sets of calls of strace's -e trace=, abbrev=, verbose= and raw=. */
int filter_parse_calls(const char *expr, struct syscall_set *ret, struct filter_error *error);

/*
 * The three take what stands after the "=" of strace's -e trace=, status=,
 * signal=.  The last expression of a kind replaces those before it.  -EINVAL:
 * error->text is set and the filter unchanged.
 */
/* Calls whose number has no name are wanted always: what they are nobody could ask for. */
int filter_set_trace(struct filter *filter, const char *expr, struct filter_error *error);
int filter_set_status(struct filter *filter, const char *expr, struct filter_error *error);
int filter_set_signals(struct filter *filter, const char *expr, struct filter_error *error);

/*
 * The grammar all of strace's sets share, "[!]all", "none", "a,b,c", for sets
 * of up to 32 named members; kind is what a wrong member is called in the
 * message.  names ends with a NULL name; several names may share a bit.
 */
struct filter_name {
	const char *name;
	unsigned int bits;
};

int filter_parse_names(const char *expr, const struct filter_name *names, const char *kind,
		       unsigned int *ret, struct filter_error *error);

/* A set of descriptors: "3,5", "!0", "all", "none". Freed with numbers_free(). */
struct numbers {
	bool set; /* by an option */
	bool inverted;
	int *members;
	size_t count;
};

int numbers_parse(const char *expr, struct numbers *ret, struct filter_error *error);
bool numbers_have(const struct numbers *numbers, int number);
void numbers_free(struct numbers *numbers);

/* "SIGINT", "int" or "2" -> 2; -EINVAL otherwise. */
int filter_signal_number(const char *text);

bool filter_wants_call(const struct filter *filter, uint32_t arch, uint32_t nr);
bool filter_wants_result(const struct filter *filter, const struct call *call);
bool filter_wants_signal(const struct filter *filter, int signo);

#endif
