/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A thread here is in one of three states: running, in a stop that the loop has yet to
 * learn of by waitpid, or between outside_stop() and its going on.  The kernel lets
 * all of them run on untraced if the tool dies.
 */
#include "outside.h"

#include "clock.h"
#include "compat.h"
#include "tasks.h"
#include "tracee.h"

#include <elf.h>
#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>

#define SYSCALL_STOP (SIGTRAP | 0x80)
/* A stop is told of after what was recorded before it: records are read so much later. */
#define LATER_NS 10000u
/* arch/x86/entry/syscalls/syscall_32.tbl */
#define I386_PTRACE 26u
/* No longer for a ring's last record than its consumer would. */
#define RING_NS 200000000u

static unsigned long options_for(const struct outside *outside)
{
	unsigned long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC;

	if (outside->options->follow)
		options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
	return options;
}

/* Until everything that rings have of the time before now is told. */
static void tell_rings(struct outside *outside)
{
	uint64_t until = clock_stamp() + clock_stamps_in(LATER_NS);

	if (!outside->consumer->view_count)
		return;
	do
		consume(outside->consumer);
	while (clock_stamp() < until);
}

static void go_on(pid_t tid, int signo)
{
	ptrace(PTRACE_SYSCALL, tid, 0, signo);
}

void outside_adopt(struct outside *outside, struct process *process)
{
	uint64_t until = clock_stamp() + clock_stamps_in(RING_NS);
	pid_t pid = process->pid;

	process->outside = true;
	process->born = true;
	/* The exec itself is told of by what the old image's ring has. */
	while (process->threads && process->threads->reader && clock_stamp() < until)
		consume(outside->consumer);
	ptrace(PTRACE_SETOPTIONS, pid, 0, options_for(outside));
	go_on(pid, 0);
}

static int seize_new(struct outside *outside, pid_t pid, struct tasks *tasks, unsigned int *count)
{
	int ret = tasks_look(tasks, pid), error;

	for (size_t i = 0; i < tasks->count; i++) {
		pid_t tid = tasks->tids[i];
		struct process *process;

		if (tracked_find(outside->consumer, tid))
			continue;
		error = tracee_seize(tid, (long)options_for(outside));
		if (error) {
			if (tid == pid)
				ret = error;
			continue;
		}
		process = process_find(outside->consumer, pid);
		if (!process) {
			process = process_new(outside->consumer, pid);
			process->attached = process->outside = process->born = true;
		}
		tracked_new(outside->consumer, process, tid, OUTPUT_ATTACHED);
		ptrace(PTRACE_INTERRUPT, tid, 0, 0);
		++*count;
	}
	return ret;
}

int outside_attach(struct outside *outside, pid_t pid, unsigned int *ret_threads)
{
	struct tasks tasks = { 0 };
	unsigned int seen;
	int ret;

	*ret_threads = 0;
	/* A thread may have made another meanwhile. */
	do {
		seen = *ret_threads;
		ret = seize_new(outside, pid, &tasks, ret_threads);
	} while (!ret && (seen != *ret_threads || !tasks.whole));
	free(tasks.tids);
	return ret;
}

/* The process of a thread that was born traced. */
static pid_t leader_of(pid_t tid)
{
	char leader[TASK_STATUS_SIZE];

	return task_status(tid, "Tgid", leader) ? atoi(leader) : tid;
}

static struct tracked *born(struct outside *outside, pid_t tid)
{
	pid_t pid = leader_of(tid);
	struct process *process = process_living(outside->consumer, pid);

	process->outside = process->born = true;
	return tracked_new(outside->consumer, process, tid, OUTPUT_FOLLOWED);
}

/* By what the kernel gives of its registers: those of its kind. */
static bool runs_32_bits(pid_t tid)
{
	struct user_regs_struct regs;
	struct iovec iov = { &regs, sizeof(regs) };

	return !ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &iov) && iov.iov_len < sizeof(regs);
}

bool outside_is(struct outside *outside, pid_t tid)
{
	struct tracked *tracked = tracked_find(outside->consumer, tid);

	return tracked ? tracked->process->outside : runs_32_bits(tid);
}

static struct compat_reader reader_of(const struct outside *outside, pid_t tid)
{
	return (struct compat_reader){ .tid = tid,
				       .string_limit = outside->options->string_limit,
				       .environment = outside->options->no_abbrev };
}

/* True: the thread is not traced any more. */
static bool asks_for_tracer(struct outside *outside, struct tracked *tracked)
{
	const struct call *call = &tracked->task.call;
	long request = (long)call->args[0];
	pid_t whom = (pid_t)call->args[1];
	int status;

	if (call->arch != AUDIT_ARCH_I386 || call->nr != I386_PTRACE)
		return false;
	if (request == PTRACE_TRACEME) {
		outside->release(outside->data, tracked->process, 0);
		return true;
	}
	if (request != PTRACE_ATTACH && request != PTRACE_SEIZE)
		return false;
	/* A child made just now, whose first stop is still to come. */
	if (whom > 0 && !tracked_find(outside->consumer, whom) &&
	    waitpid(whom, &status, __WALL) == whom && WIFSTOPPED(status))
		outside_stop(outside, whom, status);
	outside->release(outside->data, tracked->process, whom);
	return false;
}

/* False: the thread is gone from here. */
static bool on_call(struct outside *outside, struct tracked *tracked)
{
	struct __ptrace_syscall_info info = { 0 };
	struct call *call = &tracked->task.call;
	pid_t tid = tracked->task.tid;
	struct compat_reader reader = reader_of(outside, tid);
	int64_t ret;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, tid, sizeof(info), &info) <= 0)
		return true;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
		consume_end_call(outside->consumer, tracked);
		memory_clear(&call->enter);
		memory_clear(&call->exit);
		call->nr = (uint32_t)info.entry.nr;
		call->arch = info.arch;
		call->ip = info.instruction_pointer;
		for (int i = 0; i < 6; i++)
			call->args[i] = info.entry.args[i];
		call->marks = 0;
		reader.stack = info.stack_pointer;
		if (call->arch == AUDIT_ARCH_I386)
			compat_enter(&reader, call);
		if (filter_wants_call(&outside->options->filter, call->arch, call->nr))
			consume_begin_call(outside->consumer, tracked);
		return !asks_for_tracer(outside, tracked);
	}
	if (info.op != PTRACE_SYSCALL_INFO_EXIT || !tracked->task.in_call)
		return true;
	ret = info.exit.rval;
	if (call->arch == AUDIT_ARCH_I386)
		ret = compat_result(call, ret);
	call->ret = ret;
	/* ERESTARTSYS and its like, which the program does not see */
	call->restarted = ret <= -512 && ret >= -516;
	if (call->arch == AUDIT_ARCH_I386)
		compat_exit(&reader, call);
	consume_return(outside->consumer, tracked, call->ret);
	return true;
}

static void on_signal(struct outside *outside, struct tracked *tracked)
{
	siginfo_t info;
	uint8_t bytes[128] = { 0 };

	if (ptrace(PTRACE_GETSIGINFO, tracked->task.tid, 0, &info))
		return;
	memcpy(bytes, &info, sizeof(info) < sizeof(bytes) ? sizeof(info) : sizeof(bytes));
	consume_signal(outside->consumer, tracked, bytes);
}

void outside_stop(struct outside *outside, pid_t tid, int status)
{
	struct tracked *tracked = tracked_find(outside->consumer, tid);
	unsigned int event = (unsigned int)status >> 16;
	int signo = WSTOPSIG(status);

	tell_rings(outside);
	if (!tracked)
		tracked = born(outside, tid);
	if (event == PTRACE_EVENT_STOP && signo != SIGTRAP) {
		ptrace(PTRACE_LISTEN, tid, 0, 0);
		return;
	}
	if (event) {
		go_on(tid, 0);
		return;
	}
	if (signo == SYSCALL_STOP) {
		if (on_call(outside, tracked))
			go_on(tid, 0);
		return;
	}
	on_signal(outside, tracked);
	go_on(tid, signo);
}

void outside_exec(struct outside *outside, struct process *process, pid_t by)
{
	tell_rings(outside);
	consume_outside_exec(outside->consumer, process, by);
	process->outside = false;
	ptrace(PTRACE_SETOPTIONS, process->pid, 0, tracee_options(outside->options));
}

bool outside_ended(struct outside *outside, pid_t tid, int status)
{
	struct tracked *tracked = tracked_find(outside->consumer, tid);

	if (!tracked || !tracked->process->outside || tracked->process->pid == tid)
		return false;
	tell_rings(outside);
	consume_thread_end(outside->consumer, tracked, status);
	return true;
}

void outside_let_go(struct outside *outside, struct process *process)
{
	(void)outside;
	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next) {
		pid_t tid = tracked->task.tid;
		int status, signo = 0;

		/* It is in a stop, and nothing more is to be known of that. */
		if (!ptrace(PTRACE_DETACH, tid, 0, 0))
			continue;
		if (ptrace(PTRACE_INTERRUPT, tid, 0, 0))
			continue;
		if (waitpid(tid, &status, __WALL) != tid || !WIFSTOPPED(status))
			continue;
		if (!(status >> 16) && WSTOPSIG(status) != SYSCALL_STOP)
			signo = WSTOPSIG(status);
		ptrace(PTRACE_DETACH, tid, 0, signo);
	}
}
