/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Decoding: a struct call and its row of the table become a tree of values.
 *
 * All bytes of a call come from a hostile process.  Memory is read through
 * decode_bytes() and its like only, which yield whole captured ranges or
 * nothing; no loop runs longer than what was captured; nothing recurses on data.
 */
#ifndef SELF_PTRACE_TOOL_DECODE_H
#define SELF_PTRACE_TOOL_DECODE_H

#include "../call.h"
#include "../table.h"
#include "../value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DECODE_CALLS 1024u /* numbers that options can tell apart */

/* One bit a system call: what -e abbrev=, verbose= and raw= choose. */
struct decode_set {
	uint64_t bits[DECODE_CALLS / 64];
};

struct decode_options {
	uint32_t string_limit; /* -s */
	struct decode_set abbrev;
	struct decode_set verbose;
	struct decode_set raw;

	/*
	 * -y: what descriptor fd of the process of this call refers to, or AT_FDCWD:
	 * its length, at most size, or 0.  NULL: descriptors are plain numbers.
	 * *ret_flags: VALUE_DELETED, VALUE_VERBATIM.
	 */
	size_t (*fd_text)(void *data, const struct call *call, int fd, char *text, size_t size,
			  uint16_t *ret_flags);
	/* --decode-pids=comm, likewise. */
	size_t (*pid_text)(void *data, const struct call *call, int pid, char *text, size_t size);
	/*
	 * What descriptor fd is: enum object (objects.h).  NULL: never known.
	 * likely: what the call has of it looks so.
	 */
	int (*object)(void *data, const struct call *call, int fd, bool likely);
	/* When the machine was started, in ns since 1970; 0: not known. */
	int64_t boot_ns;
	void *data;
};

/* strace's defaults: -s 32, all abbreviated, none raw. */
void decode_options_init(struct decode_options *options);
void decode_set_all(struct decode_set *set, bool member);
void decode_set_put(struct decode_set *set, uint32_t nr, bool member);
bool decode_set_has(const struct decode_set *set, uint32_t nr);

enum decode_phase {
	DECODE_ENTRY, /* call.enter is there; values known at exit only are left out */
	DECODE_EXIT,  /* all is there */
};

/* A decoded call; valid until the next decode_call with the same struct decode. */
struct decoded {
	const char *name; /* of the system call; "syscall_0x1ff" if it is not known */
	/*
	 * The arguments in printing order, siblings, each with its name and with the
	 * marks VALUE_AT_EXIT, VALUE_SPLIT that do not depend on the phase.
	 */
	struct value *args;
	/* From here on of DECODE_EXIT only. */
	struct value *ret;	/* NULL: unknown, "?" */
	int error;		/* ENOENT; 0 if it succeeded */
	const char *error_name; /* "ENOENT", "ERESTARTSYS"; NULL: a number without a name */
	const char *error_text; /* "No such file or directory"; may be NULL */
	struct value *note;	/* LIST told in parentheses behind it; may be NULL */
	bool restarted;		/* "? ERESTARTSYS" instead of "-1 ENOENT" */
};

/* Which capture of memory a value is read from. */
enum decode_side {
	DECODE_IN,  /* as the call found it: what exit captured stands in for it */
	DECODE_OUT, /* as the call left it */
};

/*
 * What a decoder works with.  Zero-initialise and set options; decode_call
 * sets up the rest for each call.
 */
struct decode {
	const struct decode_options *options;
	struct region region;

	const struct call *call;
	enum decode_phase phase;
	const struct syscall_desc *row; /* NULL: not in the table */
	struct decoded result;
	/* Of this call, by options. */
	bool abbrev;
	bool verbose;

	/* Of the value being decoded. */
	enum decode_side side;
	bool written;			 /* on side DECODE_OUT: the call wrote it */
	const struct struct_desc *scope; /* the struct that the field is in; NULL: none */
	uint64_t scope_addr;
	/* In a struct whose caller tells how much of it there is: where that ends. */
	uint64_t given_end;

	/* Within a message of netlink. */
	uint64_t extent;   /* of the attribute's data */
	unsigned depth;	   /* how many it is in */
	uint8_t family;	   /* of the message */
	uint8_t subsystem; /* of netfilter */

	/* Where the last piece of memory was found, and how long to go on looking. */
	size_t hint[2];
	size_t searches, lookups;
};

const struct decoded *decode_call(struct decode *decode, const struct call *call,
				  enum decode_phase phase);
void decode_free(struct decode *decode);

/*
 * The part of siginfo_t that strace shows: {si_signo=SIGCHLD, si_code=..., ...}.
 * Takes the place of a call decoded before.
 */
struct value *decode_siginfo(struct decode *decode, const uint8_t info[128]);
/* "SIGCHLD", "SIGRT_3"; NULL for a number that is no signal. */
const char *decode_signal_name(int signo);
/* "ENOENT", and its message in ret_text; NULL if there is no such error. */
const char *decode_error_name(int error, const char **ret_text);

#endif
