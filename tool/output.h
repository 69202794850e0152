/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Last stage of a call's way: from events (tool/event.h) to lines, in strace's
 * text layout or as JSON, to stderr, a file, files per task or a command.
 *
 * Not thread safe: one thread feeds it, in the order of the events' time.
 *
 * Lines are gathered and written by output_flush().  An output that cannot be
 * written to any more is told once on stderr and takes the rest silently, so
 * that the traced program runs on; output_free() then returns the error.
 */
#ifndef SELF_PTRACE_TOOL_OUTPUT_H
#define SELF_PTRACE_TOOL_OUTPUT_H

#include "event.h"
#include "options.h"

#include <stdbool.h>
#include <stdio.h>

struct output;

/*
 * Opens what -o names.  -errno: the message is on stderr and strace's status
 * for it is 1.  options must outlive the output.
 */
int output_new(const struct options *options, struct output **ret);

/*
 * Flushes, prints the summary if one is wanted, closes, waits for the command
 * behind -o '|CMD'.  0, or the first -errno that output met.
 */
int output_free(struct output *output);

enum output_begin {
	OUTPUT_COMMAND,	 /* the program that the tool launched: nothing is said */
	OUTPUT_FOLLOWED, /* a thread or child of a traced one: "Process N attached" */
	OUTPUT_ATTACHED, /* by -p; output_attached() says so once per process */
};

/*
 * For every task, before its first event and after its last.  In between it
 * counts as traced: "[pid N]" appears once there are two.
 */
void output_task_begin(struct output *output, struct task *task, enum output_begin how);
void output_task_end(struct output *output, struct task *task);

void output_event(struct output *output, const struct event *event);

/* "Process N attached [with M threads]", for -p. */
void output_attached(struct output *output, int pid, unsigned int threads);
/* The task is let go while it runs on: ends its open line, "Process N detached" for -p. */
void output_detached(struct output *output, struct task *task);
/* An execve by thread by_tid of its process made this task go: "+++ superseded by ...". */
void output_superseded(struct output *output, struct task *task, int by_tid);

/* For -k: what this process has mapped may be looked at now, and not much longer. */
void output_mapped(struct output *output, int pid);

/* Calls that the agent only counted, for -c; see summary.h. */
void output_add_counts(struct output *output, uint32_t arch, uint32_t nr, uint64_t calls,
		       uint64_t errors, uint64_t ns_total, uint64_t ns_min, uint64_t ns_max);

/*
 * Writes all whole lines gathered so far, and with a line open on stderr that
 * too, as strace does: a program that hangs shows in which call.
 */
void output_flush(struct output *output);

/*
 * "self_ptrace: " and a message on stderr, in order with the trace where that
 * goes to stderr too.  For everything the tool says while output is in use.
 */
void output_message(struct output *output, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
