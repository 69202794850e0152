/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the consumer (tool/consume.c) tells the output (tool/output.c), in the
 * order of time over all threads.  One call is two events, or three.
 */
#ifndef SELF_PTRACE_TOOL_EVENT_H
#define SELF_PTRACE_TOOL_EVENT_H

#include "call.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * A traced thread.  The consumer owns it, the output may hang its own state on
 * output_data; both end with EVENT_EXITED or EVENT_KILLED (output_task_end is
 * called once, by the consumer, before it frees the task).
 */
struct task {
	int pid;	  /* thread group */
	int tid;	  /* what strace prints */
	struct call call; /* the current one, or the last */
	bool in_call;
	void *output_data;
};

enum event_kind {
	EVENT_ENTER,   /* task->call was entered; args and call.enter are there */
	EVENT_EXIT,    /* and is done; ret and call.exit are there */
	EVENT_CANCEL,  /* the call entered last never took place: forget it (if its
			  beginning is printed already, close it with "= ?" restarted) */
	EVENT_SIGNAL,  /* siginfo: a handler runs, or (stopped/killed) is shown */
	EVENT_EXITED,  /* "+++ exited with status +++" of a process or thread */
	EVENT_KILLED,  /* "+++ killed by SIG (core dumped) +++" */
	EVENT_STOPPED, /* "--- stopped by SIG ---": job control, under --signals=all */
	EVENT_NOTE,    /* a message about this task, in its place: not traced because... */
};

struct event {
	enum event_kind kind;
	struct task *task;
	uint64_t ns;		/* CLOCK_REALTIME */
	int status;		/* EXITED: exit status; KILLED, STOPPED: signal number */
	bool core;		/* KILLED */
	const uint8_t *siginfo; /* SIGNAL: 128 bytes, siginfo_t of the program's arch */
	const char *note;	/* NOTE */
};

#endif
