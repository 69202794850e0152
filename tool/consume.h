/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From rings to events: reads every ring of every arena, puts what it finds in
 * the order of time, keeps who is who, and hands events to the output.
 */
#ifndef SELF_PTRACE_TOOL_CONSUME_H
#define SELF_PTRACE_TOOL_CONSUME_H

#include "arena.h"
#include "event.h"
#include "output.h"
#include "ring.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* What the trace says of a thread that another tracer takes. */
#define CONSUME_TRACED_NOTE "is traced by another from here on, and not by self_ptrace"

struct process;

/* A thread that is traced; task.tid names it. */
struct tracked {
	struct task task; /* first: output_data hangs on it */
	struct process *process;
	struct tracked *next;	    /* of the same process */
	struct ring_reader *reader; /* NULL between two images */
	bool rolled_back;	    /* its call will be entered again */
};

struct process {
	pid_t pid;
	pid_t own_pid; /* as it names itself: another in a pid namespace of its own */
	int pidfd;     /* -1: could not be had */
	struct tracked *threads;
	struct process *next;
	bool child;	    /* of the tool itself: waitpid tells its end */
	bool attached;	    /* by -p */
	bool born;	    /* the agent is or was in it */
	enum birth_how how; /* of its memory */
	bool untraced;	    /* the agent could not be put into its new image */
	bool outside;	    /* it has no agent, but stays ptraced (tool/outside.c) */
	bool blocks_sigsys; /* its next image inherits SIGSYS blocked */
	bool execs;	    /* it is about to, seized for that */
	bool namespaced;    /* its next image may be in another pid namespace */
	uint32_t sandbox;   /* enum sandbox, of its next image */
	bool told;	    /* that a thread of it could not be armed */
	bool exiting;	    /* exit_group was called with exit_status */
	int exit_status;
	pid_t exec_by; /* the thread that made the exec in progress */
	bool dead;
	uint64_t death_time; /* TSC, when it was seen */
	bool dead_marked;    /* every reader has its final */
	bool wait_known;     /* wait_status is true */
	int wait_status;
};

/* What only a tracer sees: a signal without a handler (siginfo), a stop (signo). */
struct stop {
	uint64_t time; /* TSC */
	pid_t tid;
	int signo; /* of the stop; 0: a signal, or the end */
	bool end;  /* of one whose birth has not been read: with wait_status */
	int wait_status;
	uint8_t siginfo[128];
};

struct consumer {
	struct output *output;
	struct arena_view **views;
	size_t view_count, view_capacity;
	bool keeps; /* views and processes, though nothing is left of them: somebody looks at one */
	struct process *processes;
	struct stop *stops; /* told by ptrace, not shown yet; earliest first */
	size_t stop_count, stop_capacity;
	struct ring_reader **heap; /* readers with an event ready, earliest first */
	size_t heap_count, heap_capacity;
	uint64_t calls;	     /* that were told with their ends */
	uint64_t call_limit; /* nothing is told after so many; 0: none */
	uint64_t ways[WAYS]; /* --stats: of rings and views that are done with */
	struct stats stats;
	uint64_t untraced_threads, corrupt_rings, dropped;
	/* A thread has a request (abi/record.h): answered by setting ring->reply. */
	void (*request)(void *data, struct tracked *tracked, enum ring_request request,
			uint64_t arg);
	void *request_data;
};

void consumer_add_view(struct consumer *consumer, struct arena_view *view);

static inline bool consume_limit_reached(const struct consumer *consumer)
{
	return consumer->call_limit && consumer->calls >= consumer->call_limit;
}

/* Everything that is there: true if any event was found. */
bool consume(struct consumer *consumer);
/* Answers what threads ask for and wait for; true: one has to wait for consume() first. */
bool consume_requests(struct consumer *consumer);
/* Something is read that could not be told yet, for the order's sake. */
static inline bool consume_pending(const struct consumer *consumer)
{
	return consumer->heap_count || consumer->stop_count;
}

/* Of several that had the number one after another, the last; NULL: none. */
/* What the process or thread calls itself, in the innermost namespace; 0: it is gone. */
pid_t own_number(pid_t tid);
struct process *process_find(struct consumer *consumer, pid_t pid);
struct process *process_new(struct consumer *consumer, pid_t pid);
/* The one that has the number now, of which somebody has seen a thread. */
struct process *process_living(struct consumer *consumer, pid_t pid);
/* The living thread; NULL: none is known. */
struct tracked *tracked_find(struct consumer *consumer, pid_t tid);
struct tracked *tracked_of(const struct process *process, pid_t tid);
struct tracked *tracked_new(struct consumer *consumer, struct process *process, pid_t tid,
			    enum output_begin how);
/* The process is gone from what is traced, though it may run on. */
void process_forget(struct consumer *consumer, struct process *process);

/* Of threads without a ring, as it happens: task.call is filled in, but for what says how it ended.
 */
void consume_begin_call(struct consumer *consumer, struct tracked *tracked);
/* It has returned; restarted is set where that is so. */
void consume_return(struct consumer *consumer, struct tracked *tracked, int64_t ret);
/* One that did not return, and never will. */
void consume_end_call(struct consumer *consumer, struct tracked *tracked);
void consume_signal(struct consumer *consumer, struct tracked *tracked, const uint8_t *siginfo);
void consume_thread_end(struct consumer *consumer, struct tracked *tracked, int wait_status);
/* Of a process without rings: its thread `by` is the only one of the new image. */
void consume_outside_exec(struct consumer *consumer, struct process *process, pid_t by);

/* An image was replaced: by thread `by` (its former tid). */
void consume_exec(struct consumer *consumer, struct process *process, pid_t by);
/* An image was replaced, and the new one shall not be traced. */
void consume_left(struct consumer *consumer, struct process *process);
/* Shown in its place in the order of time, of a thread that is traced; time 0: now. */
void consume_stop(struct consumer *consumer, struct stop *stop);
/* The process ended; wait_status as waitpid gives it, where known. */
void consume_death(struct consumer *consumer, struct process *process, const int *wait_status);
/* At the very end: what is counted in the rings that are still in use. */
void consume_counts(struct consumer *consumer);
/* Any thread, any process, anything unread? */
bool consume_finished(const struct consumer *consumer);

#endif
