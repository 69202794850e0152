/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A trace before it is decoded, in a file: what the consumer tells the output
 * (tool/event.h), in that order.  --record=FILE writes it in the place of lines,
 * --read=FILE hands it to an output as if it came from the consumer: so whatever
 * an output can make of a trace it can make of a recording.
 *
 * A file is a header, then items, the last of them ITEM_FINISHED.  Little
 * endian.  The reader trusts nothing in it.
 */
#ifndef SELF_PTRACE_TOOL_RECORDING_H
#define SELF_PTRACE_TOOL_RECORDING_H

#include "buffer.h"
#include "event.h"
#include "options.h"
#include "output.h"

#include <stdint.h>

#define RECORDING_MAGIC "\177selfptr"
#define RECORDING_VERSION 1u
#define RECORDING_FOLLOWS 1u /* flags: -f was given */

struct recording_header {
	uint8_t magic[8];
	uint32_t version;
	uint32_t flags;
	uint32_t sources; /* commands and processes of -p */
	uint32_t string_limit;
};

enum item_kind {
	ITEM_BEGIN, /* struct item_begin: a task, its number one more than the last one's */
	ITEM_END,
	ITEM_ENTER,    /* struct item_enter, pieces (abi/record.h) */
	ITEM_EXIT,     /* struct item_exit, pieces */
	ITEM_CANCEL,   /* these six as enum event_kind says */
	ITEM_SIGNAL,   /* siginfo_t, 128 bytes */
	ITEM_EXITED,   /* struct item_status */
	ITEM_KILLED,   /* struct item_status */
	ITEM_NOTE,     /* text, zeros up to size */
	ITEM_ATTACHED, /* struct item_pair: pid, threads; of no task */
	ITEM_DETACHED,
	ITEM_SUPERSEDED, /* struct item_pair: by */
	ITEM_FLUSH,	 /* output_flush() was called: open lines are written; of no task */
	ITEM_FINISHED,	 /* the recorder came to its end; of no task */
	ITEM_STOPPED,	 /* struct item_status; as enum event_kind says */
};

struct item {
	uint32_t size; /* of all, this included: a multiple of 8 */
	uint32_t kind; /* enum item_kind */
	uint32_t task; /* 1, 2, 3...; 0: none */
	uint32_t tid;  /* the task's by now */
	uint64_t ns;   /* CLOCK_REALTIME */
};

struct item_begin {
	uint32_t how; /* enum output_begin */
	uint32_t pid;
};

struct item_enter {
	uint32_t nr;
	uint32_t arch;
	uint64_t ip;
	uint64_t args[6];
};

struct item_exit {
	int64_t ret;
	uint32_t marks;
	uint32_t how; /* ITEM_RETURNED... */
};

#define ITEM_RETURNED 1u
#define ITEM_UNKNOWN 2u
#define ITEM_RESTARTED 4u

struct item_status {
	uint32_t status;
	uint32_t core;
};

struct item_pair {
	uint32_t first;
	uint32_t second;
};

/* Writing: each appends one item. */
void recording_header(struct buffer *buffer, const struct options *options);
void recording_begin(struct buffer *buffer, uint32_t number, const struct task *task,
		     enum output_begin how);
void recording_event(struct buffer *buffer, uint32_t number, const struct event *event);
/* END, DETACHED; SUPERSEDED, with by. */
void recording_of_task(struct buffer *buffer, enum item_kind kind, uint32_t number,
		       const struct task *task, uint32_t by);
void recording_attached(struct buffer *buffer, uint32_t pid, uint32_t threads);
/* FLUSH, FINISHED */
void recording_mark(struct buffer *buffer, enum item_kind kind);

/* Reading. */
struct replay;
/*
 * Opens options->read and takes from its header what the options have to be like.
 * Not 0: the message is on stderr.
 */
int replay_open(struct options *options, struct replay **ret);
/* Everything, into the output; not 0: it was cut, or makes no sense, which was told. */
int replay_run(struct replay *replay, struct output *output);
void replay_free(struct replay *replay);

#endif
