/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Order: a record's time is taken by the thread that writes it, a little before
 * it can be read here.  So nothing later than `limit` is handed on, which is
 * the earliest of now (less a little) and the times of records being written.
 *
 * An end that no record tells (a kill, a successful exec) is put behind all
 * that the ring still holds, as the reader's "final".
 */
#include "consume.h"

#include "agent/image.h"
#include "clock.h"
#include "compat.h"
#include "end_status.h"
#include "table.h"
#include "tasks.h"
#include "tracee.h"

#include <dirent.h>
#include <errno.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* How far a stamp may be ahead of its announcement in ring->open. */
#define SLACK_NS 5000u
/* A record being written for longer is not waited for: its writer sleeps or lies. */
#define WRITING_NS 100000000u

static void *grow(void *array, size_t *capacity, size_t element)
{
	void *new;

	*capacity = *capacity ? *capacity * 2 : 16;
	new = realloc(array, *capacity * element);
	if (!new) {
		fputs("self_ptrace: out of memory\n", stderr);
		abort();
	}
	return new;
}

void consumer_add_view(struct consumer *consumer, struct arena_view *view)
{
	if (consumer->view_count == consumer->view_capacity)
		consumer->views =
			grow(consumer->views, &consumer->view_capacity, sizeof(*consumer->views));
	consumer->views[consumer->view_count++] = view;
}

/* Processes and threads */

struct process *process_find(struct consumer *consumer, pid_t pid)
{
	struct process *process = consumer->processes;

	while (process && process->pid != pid)
		process = process->next;
	return process;
}

struct process *process_new(struct consumer *consumer, pid_t pid)
{
	struct process *process = calloc(1, sizeof(*process));

	if (!process)
		abort();
	process->pid = pid;
	process->own_pid = pid;
	process->pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	process->next = consumer->processes;
	consumer->processes = process;
	return process;
}

struct process *process_living(struct consumer *consumer, pid_t pid)
{
	struct process *process = process_find(consumer, pid);

	return process && !process->dead ? process : process_new(consumer, pid);
}

static void process_free(struct consumer *consumer, struct process *process)
{
	struct process **at = &consumer->processes;

	while (*at != process)
		at = &(*at)->next;
	*at = process->next;
	if (process->pidfd >= 0)
		close(process->pidfd);
	free(process);
}

struct tracked *tracked_of(const struct process *process, pid_t tid)
{
	struct tracked *tracked = process->threads;

	while (tracked && tracked->task.tid != tid)
		tracked = tracked->next;
	return tracked;
}

struct tracked *tracked_find(struct consumer *consumer, pid_t tid)
{
	struct tracked *tracked = NULL;

	for (struct process *process = consumer->processes; process && !tracked;
	     process = process->next)
		if (!process->dead)
			tracked = tracked_of(process, tid);
	return tracked;
}

struct tracked *tracked_new(struct consumer *consumer, struct process *process, pid_t tid,
			    enum output_begin how)
{
	struct tracked *tracked = calloc(1, sizeof(*tracked));

	if (!tracked)
		abort();
	tracked->task.pid = process->pid;
	tracked->task.tid = tid;
	tracked->process = process;
	tracked->next = process->threads;
	process->threads = tracked;
	output_task_begin(consumer->output, &tracked->task, how);
	return tracked;
}

static void tracked_free(struct consumer *consumer, struct tracked *tracked)
{
	struct tracked **at = &tracked->process->threads;

	while (*at != tracked)
		at = &(*at)->next;
	*at = tracked->next;
	if (tracked->reader) {
		tracked->reader->owner = NULL;
		tracked->reader->forgotten = true;
	}
	output_task_end(consumer->output, &tracked->task);
	memory_free(&tracked->task.call.enter);
	memory_free(&tracked->task.call.exit);
	free(tracked);
}

void process_forget(struct consumer *consumer, struct process *process)
{
	while (process->threads)
		tracked_free(consumer, process->threads);
	process_free(consumer, process);
}

/* The heap of readers, by the time of their event */

static bool earlier(const struct ring_reader *a, const struct ring_reader *b)
{
	return a->event.time < b->event.time;
}

static void heap_push(struct consumer *consumer, struct ring_reader *reader)
{
	size_t at;

	if (consumer->heap_count == consumer->heap_capacity)
		consumer->heap =
			grow(consumer->heap, &consumer->heap_capacity, sizeof(*consumer->heap));
	at = consumer->heap_count++;
	while (at && earlier(reader, consumer->heap[(at - 1) / 2])) {
		consumer->heap[at] = consumer->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	consumer->heap[at] = reader;
}

/* The first has another event than when it came there. */
static void heap_sift(struct consumer *consumer)
{
	struct ring_reader *first = consumer->heap[0];
	size_t at = 0, child;

	while ((child = 2 * at + 1) < consumer->heap_count) {
		if (child + 1 < consumer->heap_count &&
		    earlier(consumer->heap[child + 1], consumer->heap[child]))
			child++;
		if (!earlier(consumer->heap[child], first))
			break;
		consumer->heap[at] = consumer->heap[child];
		at = child;
	}
	consumer->heap[at] = first;
}

static void heap_pop(struct consumer *consumer)
{
	consumer->heap[0] = consumer->heap[--consumer->heap_count];
	if (consumer->heap_count)
		heap_sift(consumer);
}

/* Events */

static void emit(struct consumer *consumer, struct event *event, struct tracked *tracked,
		 enum event_kind kind, uint64_t ns)
{
	event->kind = kind;
	event->task = &tracked->task;
	event->ns = ns;
	output_event(consumer->output, event);
}

static void swap_memory(struct memory *a, struct memory *b)
{
	struct memory c = *a;

	*a = *b;
	*b = c;
}

/* What the call borrowed from its reader's chunk is about to go. */
static void call_keep(struct tracked *tracked)
{
	struct call *call = &tracked->task.call;

	if (tracked->task.in_call)
		memory_own(&call->enter);
	else
		memory_clear(&call->enter);
	memory_clear(&call->exit);
}

static void call_ends(struct consumer *consumer, struct tracked *tracked, int64_t ret, bool unknown,
		      uint64_t ns)
{
	struct event event = { 0 };
	struct call *call = &tracked->task.call;

	if (!tracked->task.in_call)
		return;
	call->exited = true;
	call->ret = ret;
	call->unknown_ret = unknown;
	call->exit_ns = ns;
	emit(consumer, &event, tracked, EVENT_EXIT, ns);
	tracked->task.in_call = false;
	consumer->calls += !unknown;
}

/* The kernel's own error of a call that a signal ended, which the program does not see; 0: unknown.
 */
static int64_t interruption_of(const struct call *call)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	return row ? -(int64_t)syscall_interruption(syscall_variant(row, call->args), call->args) :
		     0;
}

static void on_exit_record(struct consumer *consumer, struct tracked *tracked,
			   const struct record_exit *exit, uint64_t ns)
{
	struct call *call = &tracked->task.call;
	int64_t ret = exit->ret;

	call->marks = exit->record.flags;
	if (ret == -EINTR && !(call->marks & RECORD_INJECTED) && interruption_of(call) < -EINTR) {
		ret = interruption_of(call);
		call->restarted = true;
	}
	call_ends(consumer, tracked, ret, false, ns);
}

static void on_enter(struct consumer *consumer, struct tracked *tracked, struct ring_event *from,
		     uint64_t ns)
{
	struct call *call = &tracked->task.call;
	struct event event = { 0 };

	if (tracked->rolled_back && tracked->task.in_call) {
		emit(consumer, &event, tracked, EVENT_CANCEL, ns);
		tracked->task.in_call = false;
	}
	tracked->rolled_back = false;
	call_ends(consumer, tracked, 0, true, ns); /* what a hostile ring left open */
	event = (struct event){ 0 };
	call->nr = from->enter->nr;
	call->arch = from->enter->arch;
	call->ip = from->enter->ip;
	memcpy(call->args, from->enter->args, sizeof(call->args));
	if (call->arch == AUDIT_ARCH_I386)
		compat_arguments(call);
	call->exited = call->unknown_ret = call->restarted = false;
	call->ret = 0;
	call->marks = 0;
	call->enter_ns = call->exit_ns = ns;
	swap_memory(&call->enter, &from->memory);
	memory_clear(&call->exit);
	tracked->task.in_call = true;
	emit(consumer, &event, tracked, EVENT_ENTER, ns);
}

static void on_abort(struct consumer *consumer, struct tracked *tracked, uint32_t why, uint64_t ns)
{
	struct event event = { 0 };

	if (!tracked->task.in_call)
		return;
	tracked->task.call.restarted = why == ABORT_RESTART;
	if (why == ABORT_RESTART) {
		tracked->task.call.exited = true;
		tracked->task.call.ret = interruption_of(&tracked->task.call);
		tracked->task.call.exit_ns = ns;
		emit(consumer, &event, tracked, EVENT_EXIT, ns);
		consumer->calls++;
	} else {
		emit(consumer, &event, tracked, EVENT_CANCEL, ns);
	}
	tracked->task.in_call = false;
}

/* The thread's own end, or with its process. */
static void thread_ends(struct consumer *consumer, struct tracked *tracked, int wait_status,
			uint64_t ns)
{
	struct event event = { 0 };

	call_ends(consumer, tracked, 0, true, ns);
	if (WIFSIGNALED(wait_status)) {
		event.status = WTERMSIG(wait_status);
		event.core = WCOREDUMP(wait_status);
		emit(consumer, &event, tracked, EVENT_KILLED, ns);
	} else {
		event.status = WEXITSTATUS(wait_status);
		emit(consumer, &event, tracked, EVENT_EXITED, ns);
	}
	tracked_free(consumer, tracked);
}

static void on_leave(struct consumer *consumer, struct tracked *tracked,
		     const struct record_leave *leave, uint64_t ns)
{
	struct process *process = tracked->process;
	int status = W_EXITCODE(leave->status & 0xff, 0);
	struct event event = { 0 };

	switch (leave->why) {
	case LEAVE_EXIT_GROUP:
		process->exiting = true;
		process->exit_status = status;
		call_ends(consumer, tracked, 0, true, ns);
		/* Of several threads, each is told of when the process is gone. */
		if (process->threads == tracked && !tracked->next)
			thread_ends(consumer, tracked, status, ns);
		break;
	case LEAVE_EXIT:
		if (process->threads == tracked && !tracked->next) {
			process->exiting = true;
			process->exit_status = status;
		}
		thread_ends(consumer, tracked, status, ns);
		break;
	default:
		event.note = CONSUME_TRACED_NOTE;
		emit(consumer, &event, tracked, EVENT_NOTE, ns);
		tracked_free(consumer, tracked);
		break;
	}
}

static void end_reader(struct tracked *tracked, enum ring_final final, uint64_t time)
{
	if (!tracked->reader || tracked->reader->final)
		return;
	tracked->reader->final = final;
	tracked->reader->final_time = time;
}

static void on_final(struct consumer *consumer, struct ring_reader *reader);

static void final_now(struct consumer *consumer, struct tracked *tracked, enum ring_final final,
		      uint64_t time)
{
	struct ring_reader *reader = tracked->reader;

	reader->final = final;
	reader->final_time = time;
	on_final(consumer, reader);
}

/*
 * Where nothing was ptraced, a known process's new image is what tells of its
 * exec.  All that the old one wrote was earlier and has been handed on.
 */
static void exec_by_birth(struct consumer *consumer, struct process *process, uint64_t time)
{
	struct tracked *by = NULL, *next;

	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next)
		if (tracked->reader &&
		    (!by || tracked->reader->ring->execs ||
		     (!by->reader->ring->execs && tracked->task.tid == process->pid)))
			by = tracked;
	for (struct tracked *tracked = process->threads; tracked; tracked = next) {
		next = tracked->next;
		if (tracked->reader && tracked != by)
			final_now(consumer, tracked, FINAL_SUPERSEDED, time);
	}
	if (by)
		final_now(consumer, by, FINAL_EXEC, time);
}

pid_t own_number(pid_t tid)
{
	char numbers[TASK_STATUS_SIZE];
	const char *last;

	if (!task_status(tid, "NSpid", numbers))
		return 0;
	last = strrchr(numbers, '\t');
	return atoi(last ? last : numbers);
}

/* Has pid, as we count, a thread with this ring? Each copy of the memory has another there. */
static bool has_ring(pid_t pid, const struct ring_reader *reader)
{
	uint64_t value, ring = reader->view->base + IMAGE_ARENA_OFFSET +
			       (uint64_t)((uint8_t *)reader->ring - (uint8_t *)reader->view->arena);

	return !tracee_read(pid,
			    (reader->ring->slot & ~(SLOT_SIZE - 1)) +
				    offsetof(struct image_thread, ring),
			    &value, sizeof(value)) &&
	       value == ring;
}

/* As we count, the process that counts itself as `own` and has this ring; 0: none. */
static pid_t find_process(pid_t own, const struct ring_reader *reader)
{
	struct dirent *entry;
	DIR *proc = opendir("/proc");
	pid_t found = 0;

	while (proc && !found && (entry = readdir(proc))) {
		pid_t pid = (pid_t)strtol(entry->d_name, NULL, 10);

		if (pid > 0 && own_number(pid) == own && has_ring(pid, reader))
			found = pid;
	}
	if (proc)
		closedir(proc);
	return found;
}

static pid_t find_thread(pid_t pid, pid_t own)
{
	struct tasks tasks = { 0 };
	pid_t found = 0;

	do {
		if (tasks_look(&tasks, pid))
			break;
		for (size_t i = 0; i < tasks.count && !found; i++)
			if (own_number(tasks.tids[i]) == own)
				found = tasks.tids[i];
	} while (!found && !tasks.whole);
	free(tasks.tids);
	return found;
}

/* From the numbers of a pid namespace of its own to ours; as they are where that fails. */
static void name_really(const struct ring_reader *reader, pid_t *pid, pid_t *tid)
{
	pid_t leader = find_process(*pid, reader), thread;

	if (!leader)
		return;
	thread = *tid == *pid ? leader : find_thread(leader, *tid);
	if (!thread)
		return;
	*pid = leader;
	*tid = thread;
}

static int wait_status_of(const struct process *process)
{
	if (process->wait_known)
		return process->wait_status;
	return process->exiting ? process->exit_status : W_EXITCODE(0, SIGKILL);
}

/* How it ended, known or not; pid: where that may be looked up, or 0. */
static void dies(struct process *process, pid_t pid, const int *wait_status, uint64_t time)
{
	process->dead = true;
	process->death_time = time;
	process->wait_known = wait_status || end_status(pid, process->pidfd, &process->wait_status);
	if (wait_status)
		process->wait_status = *wait_status;
}

/*
 * Another process has its number, so it is dead, which may not have been seen
 * yet.  All that it wrote was earlier and has been handed on.
 */
static void replaced(struct consumer *consumer, struct process *process, uint64_t time)
{
	if (!process->dead)
		dies(process, 0, NULL, time);
	while (process->threads) {
		struct tracked *tracked = process->threads;

		if (tracked->reader)
			final_now(consumer, tracked, FINAL_DEAD, time);
		else
			thread_ends(consumer, tracked, wait_status_of(process), clock_to_ns(time));
	}
}

/*
 * Of those that had the number one after another, the first that may have been
 * alive then: an end may be seen before what comes from the ring, and so may the
 * beginning of the next.
 */
static struct process *process_of_birth(struct consumer *consumer, pid_t pid,
					const struct record_birth *birth)
{
	uint64_t time = birth->record.time;
	bool new =
		birth->how == BIRTH_FORK || birth->how == BIRTH_VFORK || birth->how == BIRTH_SHARE;
	struct process *found = NULL, *former = consumer->processes;

	for (struct process *process = former; process; process = process->next)
		if (process->pid == pid && !(process->born && new) &&
		    !(process->dead && process->death_time < time)) {
			found = process;
			former = process->next;
		}
	for (; former && new; former = former->next)
		if (former->pid == pid)
			replaced(consumer, former, time);
	return found ? found : process_new(consumer, pid);
}

static void on_birth(struct consumer *consumer, struct ring_reader *reader,
		     const struct record_birth *birth)
{
	pid_t pid = (pid_t)birth->pid, tid = (pid_t)birth->tid;
	struct process *process;
	struct tracked *tracked;

	if (reader->ring->namespaced)
		name_really(reader, &pid, &tid);
	process = process_of_birth(consumer, pid, birth);
	if (!process->born)
		process->own_pid = (pid_t)birth->pid;
	if (birth->how == BIRTH_EXEC && reader->view->shared)
		exec_by_birth(consumer, process, birth->record.time);
	process->born = true;
	if (birth->how != BIRTH_THREAD)
		process->how = birth->how;
	tracked = tracked_of(process, tid);
	if (tracked && tracked->reader) {
		reader->corrupt = true; /* it claims to be somebody else */
		return;
	}
	if (!tracked)
		tracked =
			tracked_new(consumer, process, tid,
				    birth->how == BIRTH_ATTACH ? OUTPUT_ATTACHED : OUTPUT_FOLLOWED);
	tracked->reader = reader;
	reader->owner = tracked;
	if (process->dead) /* seen before what it had written was read */
		end_reader(tracked, FINAL_DEAD, process->death_time);
}

static void on_final(struct consumer *consumer, struct ring_reader *reader)
{
	struct tracked *tracked = reader->owner;
	uint64_t ns = clock_to_ns(reader->final_time);
	struct process *process;

	if (!tracked)
		return;
	call_keep(tracked);
	tracked->reader = NULL;
	reader->owner = NULL;
	process = tracked->process;
	switch (reader->final) {
	case FINAL_EXEC:
		tracked->task.tid = process->pid;
		call_ends(consumer, tracked, 0, false, ns);
		/* Its end was seen before this, and no ring of the new image will tell it. */
		if (process->dead && process->untraced)
			thread_ends(consumer, tracked, wait_status_of(process), ns);
		break;
	case FINAL_SUPERSEDED:
		if (tracked->task.tid == process->pid) {
			output_superseded(consumer->output, &tracked->task, process->exec_by);
			tracked_free(consumer, tracked);
		} else {
			thread_ends(consumer, tracked, W_EXITCODE(0, 0), ns);
		}
		break;
	default:
		if (reader->view->shared && reader->ring->execs && !process->wait_known &&
		    !process->exiting) {
			call_ends(consumer, tracked, 0, true, ns);
			emit(consumer,
			     &(struct event){ .note = "ran a program that is not traced" }, tracked,
			     EVENT_NOTE, ns);
			tracked_free(consumer, tracked);
			break;
		}
		thread_ends(consumer, tracked, wait_status_of(process), ns);
		break;
	}
}

static void on_event(struct consumer *consumer, struct ring_reader *reader)
{
	struct ring_event *from = &reader->event;
	struct tracked *tracked = reader->owner;
	uint64_t ns = clock_to_ns(from->time);
	struct event event = { 0 };

	if (from->type == RECORD_BIRTH) {
		if (!tracked)
			on_birth(consumer, reader, from->birth);
		return;
	}
	if (!tracked)
		return;
	switch (from->type) {
	case RECORD_ENTER:
		on_enter(consumer, tracked, from, ns);
		break;
	case RECORD_EXIT:
		swap_memory(&tracked->task.call.exit, &from->memory);
		on_exit_record(consumer, tracked, from->exit, ns);
		break;
	case RECORD_ABORT:
		tracked->task.call.marks = from->abort->record.flags;
		on_abort(consumer, tracked, from->abort->why, ns);
		break;
	case RECORD_SIGNAL:
		event.siginfo = from->signal->info;
		emit(consumer, &event, tracked, EVENT_SIGNAL, ns);
		break;
	case RECORD_LEAVE:
		on_leave(consumer, tracked, from->leave, ns);
		break;
	default:
		break;
	}
}

/* Reading */

/* The next thing that the reader has to tell; false: there is none. */
static bool fill(struct consumer *consumer, struct ring_reader *reader)
{
	bool corrupt = reader->corrupt;

	while (!ring_read(reader)) {
		if (reader->owner)
			call_keep(reader->owner);
		if (!ring_fetch(reader))
			break;
	}
	if (reader->ready)
		return true;
	if (reader->corrupt && !corrupt)
		consumer->corrupt_rings++;
	if (reader->final && reader->owner && ring_drained(reader)) {
		reader->event.type = RECORD_PAD; /* stands for the final */
		reader->event.time = reader->final_time;
		reader->ready = true;
	}
	return reader->ready;
}

/* What the ring's thread has counted; the ring begins anew with nothing. */
static void take_counts(struct consumer *consumer, struct ring_reader *reader)
{
	const struct arena_view *view = reader->view;
	struct tallies *tallies = view->stride > view->ring_bytes ?
					  (struct tallies *)(reader->data + view->ring_bytes) :
					  NULL;

	for (uint32_t way = 0; way < WAYS; way++)
		consumer->ways[way] += reader->ring->ways[way];
	for (uint32_t nr = 0; tallies && nr < TALLY_CALLS; nr++) {
		uint16_t place = tallies->places[nr];
		struct tally tally;

		if (!place || place > TALLY_CALLS)
			continue;
		tally = tallies->of[place - 1];
		output_add_counts(consumer->output, AUDIT_ARCH_X86_64, nr, tally.calls,
				  tally.errors, clock_ns_in(tally.time),
				  clock_ns_in(tally.shortest), clock_ns_in(tally.longest));
		memset(&tallies->of[place - 1], 0, sizeof(tally));
		tallies->places[nr] = 0;
	}
	if (tallies)
		tallies->count = 0;
}

static void take_stats(struct consumer *consumer, struct arena_view *view)
{
	const struct arena *arena = view->arena;

	consumer->untraced_threads += arena->untraced_threads;
	consumer->stats.sites += arena->stats.sites;
	consumer->stats.undone += arena->stats.undone;
	for (uint32_t i = 0; i < TALLY_TACTICS; i++)
		consumer->stats.rewritten[i] += arena->stats.rewritten[i];
	for (uint32_t i = 0; i < LEFT_REASONS; i++)
		consumer->stats.left[i] += arena->stats.left[i];
}

void consume_counts(struct consumer *consumer)
{
	for (size_t v = 0; v < consumer->view_count; v++) {
		struct arena_view *view = consumer->views[v];

		for (uint32_t i = 0; i < view->ring_count; i++)
			if (view->readers[i])
				take_counts(consumer, view->readers[i]);
		take_stats(consumer, view);
	}
}

static bool finished(const struct ring_reader *reader)
{
	uint32_t state = __atomic_load_n(&reader->ring->state, __ATOMIC_ACQUIRE);

	return (state != RING_OPEN || reader->final) && ring_drained(reader) &&
	       (!reader->owner || !reader->final);
}

static void collect(struct consumer *consumer, struct arena_view *view, uint64_t now,
		    uint64_t *limit)
{
	uint32_t high = __atomic_load_n(&view->arena->ring_high, __ATOMIC_ACQUIRE);
	uint64_t longest = clock_stamps_in(WRITING_NS);

	if (high > view->ring_count)
		high = view->ring_count;
	if (high > view->high)
		view->high = high;
	for (uint32_t i = 0; i < view->high; i++) {
		struct ring_reader *reader = view->readers[i];
		uint32_t state = __atomic_load_n(&view->rings[i].state, __ATOMIC_ACQUIRE);
		uint64_t since;

		if (!reader && (state == RING_OPEN || state == RING_CLOSED))
			reader = ring_reader_new(view, i);
		if (!reader)
			continue;
		/* Asked before head is: what was being written then may be there now. */
		since = ring_writing_since(reader);
		if (since && since < *limit && now - since < longest && !reader->final)
			*limit = since;
		if (reader->ready)
			continue;
		if (fill(consumer, reader)) {
			heap_push(consumer, reader);
		} else if (finished(reader)) {
			/* Closed by a thread that goes on untraced, or whose end was told. */
			if (reader->owner) {
				call_keep(reader->owner);
				reader->owner->reader = NULL;
			}
			consumer->dropped += reader->ring->dropped;
			take_counts(consumer, reader);
			ring_reader_free(reader);
		}
	}
}

bool consume_requests(struct consumer *consumer)
{
	bool left = false;

	for (size_t v = 0; v < consumer->view_count; v++) {
		struct arena_view *view = consumer->views[v];

		for (uint32_t i = 0; view->live && i < view->high; i++) {
			struct ring_reader *reader = view->readers[i];
			uint32_t request;

			if (!reader || !reader->ring->request)
				continue;
			if (!reader->owner && !reader->corrupt && !reader->forgotten) {
				left = true;
				continue;
			}
			request = __atomic_exchange_n(&reader->ring->request, REQUEST_NONE,
						      __ATOMIC_ACQUIRE);
			if (reader->owner)
				consumer->request(consumer->request_data, reader->owner, request,
						  reader->ring->request_arg);
			else
				ring_answer(reader->ring, REPLY_REFUSED);
		}
	}
	return left;
}

static void close_idle_views(struct consumer *consumer)
{
	for (size_t v = 0; v < consumer->view_count;) {
		struct arena_view *view = consumer->views[v];

		if (!arena_idle(view)) {
			v++;
			continue;
		}
		take_stats(consumer, view);
		arena_close(view);
		consumer->views[v] = consumer->views[--consumer->view_count];
	}
}

static void free_dead_processes(struct consumer *consumer)
{
	struct process *process = consumer->processes, *next;

	for (; process; process = next) {
		next = process->next;
		if (process->dead && !process->threads)
			process_free(consumer, process);
	}
}

void consume_stop(struct consumer *consumer, struct stop *stop)
{
	if (!stop->time)
		stop->time = clock_stamp();
	if (consumer->stop_count == consumer->stop_capacity)
		consumer->stops =
			grow(consumer->stops, &consumer->stop_capacity, sizeof(*consumer->stops));
	consumer->stops[consumer->stop_count++] = *stop;
}

/* The first comes before whatever is at `time`, and nothing else can. */
static bool stop_due(const struct consumer *consumer, uint64_t time, uint64_t limit)
{
	return consumer->stop_count && consumer->stops[0].time <= time &&
	       consumer->stops[0].time <= limit;
}

static void show_stop(struct consumer *consumer)
{
	struct stop stop = consumer->stops[0];
	struct tracked *tracked = NULL;
	struct event event = { .status = stop.signo, .siginfo = stop.siginfo };

	/* For a signal or a stop, its process may be dead by now too. */
	for (struct process *process = consumer->processes; process && !tracked;
	     process = process->next)
		if (!stop.end || (process->dead && process->death_time == stop.time))
			tracked = tracked_of(process, stop.tid);
	memmove(consumer->stops, consumer->stops + 1,
		--consumer->stop_count * sizeof(*consumer->stops));
	if (tracked && stop.end && !tracked->reader)
		thread_ends(consumer, tracked, stop.wait_status, clock_to_ns(stop.time));
	else if (tracked && !stop.end)
		emit(consumer, &event, tracked, stop.signo ? EVENT_STOPPED : EVENT_SIGNAL,
		     clock_to_ns(stop.time));
}

bool consume(struct consumer *consumer)
{
	uint64_t now = clock_stamp(), limit = now - clock_stamps_in(SLACK_NS);
	bool any = false;

	for (size_t v = 0; v < consumer->view_count; v++)
		collect(consumer, consumer->views[v], now, &limit);
	for (;;) {
		uint64_t time = consumer->heap_count ? consumer->heap[0]->event.time : UINT64_MAX;
		struct ring_reader *reader;

		if (stop_due(consumer, time, limit)) {
			show_stop(consumer);
			any = true;
			continue;
		}
		if (time > limit || consume_limit_reached(consumer))
			break;
		reader = consumer->heap[0];
		if (reader->event.type == RECORD_PAD)
			on_final(consumer, reader);
		else
			on_event(consumer, reader);
		ring_take(reader);
		if (fill(consumer, reader))
			heap_sift(consumer);
		else
			heap_pop(consumer);
		any = true;
	}
	if (!consumer->keeps) {
		close_idle_views(consumer);
		free_dead_processes(consumer);
	}
	return any;
}

void consume_left(struct consumer *consumer, struct process *process)
{
	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next) {
		end_reader(tracked, FINAL_DEAD, clock_stamp());
		output_detached(consumer->output, &tracked->task);
	}
	process_forget(consumer, process);
}

void consume_exec(struct consumer *consumer, struct process *process, pid_t by)
{
	uint64_t now = clock_stamp();

	(void)consumer;
	process->exec_by = by;
	/* Told in this order: the others go, the one that made the call comes back. */
	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next)
		if (tracked->task.tid == by)
			end_reader(tracked, FINAL_EXEC, now + 1);
		else
			end_reader(tracked, FINAL_SUPERSEDED, now);
}

void consume_death(struct consumer *consumer, struct process *process, const int *wait_status)
{
	uint64_t now = clock_stamp();
	struct tracked *next;

	dies(process, process->pid, wait_status, now);
	for (struct tracked *tracked = process->threads; tracked; tracked = next) {
		int status = process->wait_known ? process->wait_status : process->exit_status;

		next = tracked->next;
		if (tracked->reader)
			end_reader(tracked, FINAL_DEAD, now + (tracked->task.tid == process->pid));
		else if (process->outside)
			thread_ends(consumer, tracked, status, clock_to_ns(now));
		else /* its ring may be there and not have been read */
			consume_stop(consumer, &(struct stop){ .time = now,
							       .tid = tracked->task.tid,
							       .end = true,
							       .wait_status = status });
	}
}

/* Threads without a ring */

static uint64_t now_ns(void)
{
	return clock_to_ns(clock_stamp());
}

void consume_begin_call(struct consumer *consumer, struct tracked *tracked)
{
	struct call *call = &tracked->task.call;
	struct event event = { 0 };

	call->exited = call->unknown_ret = call->restarted = false;
	call->ret = 0;
	call->enter_ns = call->exit_ns = now_ns();
	tracked->task.in_call = true;
	emit(consumer, &event, tracked, EVENT_ENTER, call->enter_ns);
}

void consume_return(struct consumer *consumer, struct tracked *tracked, int64_t ret)
{
	call_ends(consumer, tracked, ret, false, now_ns());
}

void consume_end_call(struct consumer *consumer, struct tracked *tracked)
{
	call_ends(consumer, tracked, 0, true, now_ns());
}

void consume_signal(struct consumer *consumer, struct tracked *tracked, const uint8_t *siginfo)
{
	struct event event = { .siginfo = siginfo };

	emit(consumer, &event, tracked, EVENT_SIGNAL, now_ns());
}

void consume_thread_end(struct consumer *consumer, struct tracked *tracked, int wait_status)
{
	thread_ends(consumer, tracked, wait_status, now_ns());
}

void consume_outside_exec(struct consumer *consumer, struct process *process, pid_t by)
{
	struct tracked *next, *stays = NULL;

	for (struct tracked *tracked = process->threads; tracked; tracked = next) {
		next = tracked->next;
		if (tracked->task.tid == by) {
			stays = tracked;
		} else if (tracked->task.tid == process->pid) {
			output_superseded(consumer->output, &tracked->task, by);
			tracked_free(consumer, tracked);
		} else {
			consume_thread_end(consumer, tracked, W_EXITCODE(0, 0));
		}
	}
	if (stays) {
		stays->task.tid = process->pid;
		consume_return(consumer, stays, 0);
	}
}

bool consume_finished(const struct consumer *consumer)
{
	return !consumer->processes;
}
