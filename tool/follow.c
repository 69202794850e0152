/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One thread, one loop: stops of ptraced threads, rings, requests, deaths, and
 * then sleep until a bell rings.
 *
 * A process is ptraced only from the moment it asks (it is about to exec) to
 * the moment that the agent is in the new image.
 */
#include "follow.h"

#include "attach.h"
#include "clock.h"
#include "consume.h"
#include "dump.h"
#include "image.h"
#include "inject.h"
#include "launch.h"
#include "outside.h"
#include "tasks.h"
#include "tracee.h"

#include "abi/facility.h"
#include "abi/sandbox.h"
#include "agent_image.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/futex.h>
#include <linux/prctl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RING_COUNT 2048u
#define RING_BYTES 32768u
/* How long output may lag while nobody rings, and deaths go unseen. */
#define SLEEP_NS 20000000
/* The same while something is held back for the order of time: the program is at work. */
#define PENDING_NS 1000000
/* ... and somebody waits for it. */
#define SHORT_NS 50000
/* How often ends are looked for while the rings are never empty. */
#define LOOK_NS 10000000
/* After which all that a dead process wrote is read. */
#define BIRTH_NS 1000000
/* An exec takes no longer, or is waited for in vain. */
#define EXEC_NS 100000000
#define WAITERS_MAX 127 /* of futex_waitv, with our own word 128 */

#ifndef PTRACE_O_TRACEEXEC
#define PTRACE_O_TRACEEXEC 0x10
#endif

struct follower {
	const struct options *options;
	struct output *output;
	struct consumer consumer;
	struct outside outside;
	struct arena_config config;
	struct launch launch;
	struct preload preload;
	bool preloads; /* ptrace is refused or not wanted */
	bool launched_ended;
	bool launched_left; /* -b: it has executed a program, and is let go */
	int launched_status;
	bool attached_any;
	bool ends; /* all are let go of */
};

static volatile sig_atomic_t fatal_signal;

static void on_sigchld(int signo)
{
	(void)signo;
	tracee_reap();
	__atomic_fetch_add(&tracee_bell, 1, __ATOMIC_SEQ_CST);
}

static void on_fatal(int signo)
{
	fatal_signal = signo;
	on_sigchld(signo);
}

/* A process that is traced takes one. */
static void raise_descriptors(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur == limit.rlim_max)
		return;
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
}

static void install_handlers(const struct options *options)
{
	static const int fatal[] = { SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM };
	struct sigaction action = { .sa_handler = on_sigchld, .sa_flags = SA_RESTART };

	sigaction(SIGCHLD, &action, NULL);
	action.sa_handler = options->interruptible >= INTERRUPTIBLE_NEVER ? SIG_IGN : on_fatal;
	for (size_t i = 0; i < sizeof(fatal) / sizeof(fatal[0]); i++)
		sigaction(fatal[i], &action, NULL);
	if (options->interruptible == INTERRUPTIBLE_NEVER_TSTP)
		sigaction(SIGTSTP, &action, NULL);
	action.sa_handler = SIG_IGN; /* a write to a pipe's end tells by its error */
	sigaction(SIGPIPE, &action, NULL);
	sigaction(SIGTTOU, &action, NULL);
	sigaction(SIGTTIN, &action, NULL);
	sigaction(SIGXFSZ, &action, NULL); /* likewise */
}

/* exec */

/* The kernel's own refusal, for the message: a nested agent's refusal looks the same. */
static bool kernel_lacks_dispatch(void)
{
	return prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0, 0, 0) < 0 &&
	       errno == EINVAL;
}

#define NO_DISPATCH                                                       \
	"this kernel has no Syscall User Dispatch (Linux 5.11 or later, " \
	"CONFIG_GENERIC_ENTRY): cannot trace"

/*
 * Puts the agent into the image that pid has just become; the thread is in its
 * exec stop.  What it returns has been told.
 */
static int inject_exec(struct follower *follower, struct process *process, bool blocks_sigsys,
		       const struct tamper_counts *counts)
{
	struct arena_config config = follower->config;
	struct injection injection = {
		.config = &config,
		.pid = process->pid,
		.pidfd = process->pidfd,
		.namespaced = process->namespaced,
		.how = BIRTH_EXEC,
		.blocks_sigsys = blocks_sigsys,
		.sandbox = process->sandbox,
	};
	struct arena_view *view;
	pid_t pid = process->pid;
	int ret;

	if (process->sandbox &
	    (SANDBOX_INJECT | SANDBOX_DISPATCH | SANDBOX_STACK | SANDBOX_NAMES)) {
		output_message(follower->output,
			       "process %d cannot be traced after its exec (its seccomp filter "
			       "forbids what that takes); it runs on untraced",
			       pid);
		process->untraced = true;
		return -EPERM;
	}
	config.counts = counts;
	ret = inject(&injection, &pid, 1, &view);

	if (!ret) {
		consumer_add_view(&follower->consumer, view);
		return 0;
	}
	if (ret == -ESRCH)
		return ret; /* killed: its end will be told */
	if (ret == -EOPNOTSUPP)
		return ret; /* a 32-bit program */
	if (ret == -EINVAL && kernel_lacks_dispatch())
		output_message(follower->output, NO_DISPATCH);
	else
		output_message(
			follower->output,
			"process %d cannot be traced after its exec (%s: %s); it runs on untraced",
			pid, injection.stage, strerror(-ret));
	process->untraced = true;
	return ret;
}

/* What the thread has counted for -e inject=: it goes on counting in its new image. */
static const struct tamper_counts *counts_of(struct follower *follower, pid_t tid)
{
	struct tracked *tracked = tracked_find(&follower->consumer, tid);
	struct ring_reader *reader = tracked ? tracked->reader : NULL;

	return reader && reader->view->counts ? &reader->view->counts[reader->index] : NULL;
}

/* Where a seccomp filter kept the agent from it: it has told the tool. */
static void block_sigsys(pid_t pid)
{
	uint64_t mask;

	if (ptrace(PTRACE_GETSIGMASK, pid, sizeof(mask), &mask))
		return;
	mask |= UINT64_C(1) << (SIGSYS - 1);
	ptrace(PTRACE_SETSIGMASK, pid, sizeof(mask), &mask);
}

/* -b execve */
static void leave_at_exec(struct follower *follower, struct process *process)
{
	while (consume(&follower->consumer))
		;
	if (process->blocks_sigsys)
		block_sigsys(process->pid);
	if (process->pid == follower->launch.pid && follower->options->detach_on_execve)
		follower->launched_left = true;
	if (!(follower->options->quiet & QUIET_ATTACH))
		output_message(follower->output, "Process %d detached", process->pid);
	consume_left(&follower->consumer, process);
}

static bool has_sigsys_blocked(pid_t pid)
{
	uint64_t mask = 0;

	ptrace(PTRACE_GETSIGMASK, pid, sizeof(mask), &mask);
	return mask >> (SIGSYS - 1) & 1;
}

/* In its exec stop: let go with the agent in it, or, if it cannot be, kept. */
static void trace_image(struct follower *follower, struct process *process,
			const struct tamper_counts *counts)
{
	int ret = inject_exec(follower, process, process->blocks_sigsys, counts);

	if (ret == -EOPNOTSUPP) {
		if (process->blocks_sigsys)
			block_sigsys(process->pid);
		outside_adopt(&follower->outside, process);
		return;
	}
	if (ret)
		process->untraced = true;
	tracee_leave(process->pid, follower->options->all_signals && !process->untraced);
}

static void on_exec(struct follower *follower, pid_t pid)
{
	struct process *process = process_find(&follower->consumer, pid);
	unsigned long former = (unsigned long)pid;

	ptrace(PTRACE_GETEVENTMSG, pid, 0, &former);
	if (!process) {
		ptrace(PTRACE_DETACH, pid, 0, 0);
		return;
	}
	process->execs = false;
	if (process->outside) {
		process->blocks_sigsys = has_sigsys_blocked(pid);
		process->namespaced = true; /* for all that is known */
		outside_exec(&follower->outside, process, (pid_t)former);
		if (follower->options->detach_on_execve)
			process->blocks_sigsys = false; /* the kernel's mask is the program's */
	} else if (!follower->options->detach_on_execve) {
		consume_exec(&follower->consumer, process, (pid_t)former);
	}
	if (follower->options->detach_on_execve || follower->ends) {
		leave_at_exec(follower, process);
		ptrace(PTRACE_DETACH, pid, 0, 0);
		return;
	}
	trace_image(follower, process, counts_of(follower, (pid_t)former));
}

static bool has_ended(const struct process *process)
{
	struct pollfd poll_fd = { .fd = process->pidfd, .events = POLLIN };

	if (process->pidfd >= 0)
		return poll(&poll_fd, 1, 0) > 0;
	return kill(process->pid, 0) && errno == ESRCH;
}

/* A thread asks; it waits for the reply. */
static enum ring_reply seize_for_exec(struct follower *follower, struct tracked *tracked,
				      uint64_t arg)
{
	pid_t tid = tracked->task.tid;
	int error = 0;

	tracked->process->blocks_sigsys = arg & REQUEST_EXEC_SIGSYS;
	tracked->process->namespaced = arg & REQUEST_EXEC_NAMESPACED;
	tracked->process->sandbox = (uint32_t)(arg >> SANDBOX_SHIFT);
	tracked->process->execs =
		follower->options->all_signals || !(error = tracee_seize(tid, PTRACE_O_TRACEEXEC));
	if (tracked->process->execs)
		return REPLY_DONE;
	if (error == -ESRCH || has_ended(tracked->process)) /* killed just now */
		return REPLY_REFUSED;
	output_message(
		follower->output,
		"process %d cannot be followed into its exec (ptrace: %s); it runs on untraced",
		tracked->process->pid, strerror(-error));
	return REPLY_REFUSED;
}

/* What the thread's seccomp filter does not let it do itself; it waits in the agent. */
static enum ring_reply arm_outside(struct follower *follower, struct tracked *tracked)
{
	uint64_t base = tracked->reader->view->base;
	int ret = tracee_dispatch(tracked->task.tid, base + agent_syscalls_begin,
				  agent_syscalls_end - agent_syscalls_begin);

	if (!ret || ret == -ESRCH)
		return REPLY_DONE;
	if (!tracked->process->told)
		output_message(follower->output,
			       "process %d: a thread or process made under its seccomp filter "
			       "cannot be traced wholly (ptrace: %s)",
			       tracked->process->pid, strerror(-ret));
	tracked->process->told = true;
	return REPLY_REFUSED;
}

/* All of it is the program's own memory, and its own wish. */
static enum ring_reply copy_within(pid_t tid, uint64_t at)
{
	struct ring_copy copy;
	uint8_t bytes[4096];

	if (tracee_read(tid, at, &copy, sizeof(copy)))
		return REPLY_REFUSED;
	copy.copied = 0;
	while (copy.copied < copy.bytes) {
		/* Up to the end of a page on either side: what follows may not be there. */
		uint64_t from = copy.from + copy.copied, to = copy.to + copy.copied;
		uint64_t low = (from | 4095) + 1 - from, high = (to | 4095) + 1 - to;
		size_t n = low < high ? low : high;

		if (n > copy.bytes - copy.copied)
			n = copy.bytes - copy.copied;
		if (tracee_read(tid, from, bytes, n) || tracee_write(tid, to, bytes, n))
			break;
		copy.copied += n;
	}
	return tracee_write(tid, at, &copy, sizeof(copy)) ? REPLY_REFUSED : REPLY_DONE;
}

static void unseize(pid_t tid)
{
	if (!tracee_interrupt(tid))
		ptrace(PTRACE_DETACH, tid, 0, 0);
}

/* Another tracer is about to take the process: it must find it as if never traced. */
static void let_go(struct follower *follower, struct process *process, const char *why);

/* Whom `by` means with a number of its own namespace. */
static struct process *find_as(struct follower *follower, const struct process *by, pid_t number)
{
	struct process *process = follower->consumer.processes;

	if (by->own_pid == by->pid)
		return process_find(&follower->consumer, number);
	while (process && (process->own_pid != number || process->own_pid == process->pid))
		process = process->next;
	return process;
}

static void on_request(void *data, struct tracked *tracked, enum ring_request request, uint64_t arg)
{
	struct follower *follower = data;
	struct ring *ring = tracked->reader->ring;
	enum ring_reply reply = REPLY_DONE;

	switch (request) {
	case REQUEST_EXEC:
		output_mapped(follower->output, tracked->task.pid);
		reply = seize_for_exec(follower, tracked, arg);
		break;
	case REQUEST_EXEC_FAILED:
		tracked->process->execs = false;
		if (!follower->options->all_signals)
			unseize(tracked->task.tid);
		break;
	case REQUEST_UNSEIZE:
		unseize(tracked->task.tid);
		break;
	case REQUEST_RELEASE: {
		struct process *process = find_as(follower, tracked->process, (pid_t)arg);

		if (process && process != tracked->process)
			let_go(follower, process, CONSUME_TRACED_NOTE);
		break;
	}
	case REQUEST_MAPS:
		output_mapped(follower->output, tracked->task.pid);
		break;
	case REQUEST_ARM:
		reply = arm_outside(follower, tracked);
		break;
	case REQUEST_COPY:
		reply = copy_within(tracked->task.tid, arg);
		break;
	case REQUEST_NAME: /* its birth has been read */
		break;
	default:
		reply = REPLY_REFUSED;
		break;
	}
	ring_answer(ring, reply);
}

/* Ends */

/* The command's end may be seen before its birth, which nobody has stopped for. */
static void await_birth(struct follower *follower, const struct process *process)
{
	uint64_t begin = clock_stamp();

	while (!process->born && clock_stamp() - begin < clock_stamps_in(BIRTH_NS))
		consume(&follower->consumer);
}

static void process_ended(struct follower *follower, pid_t pid, int status)
{
	struct process *process = process_find(&follower->consumer, pid);

	if (pid == follower->launch.pid) {
		if (follower->preloads && process && !follower->launch.error)
			await_birth(follower, process);
		if (follower->preloads && !follower->launch.error && process && !process->born)
			output_message(
				follower->output,
				"'%s' ran untraced: static or setuid programs cannot be preloaded",
				follower->launch.path);
		follower->launched_ended = true;
		follower->launched_status = status;
	}
	if (process && !process->dead)
		consume_death(&follower->consumer, process, &status);
}

/*
 * Job control stops a thread that is seized for its exec.  It should be seen to
 * be stopped, not traced: it asks again when it goes on.
 */
static void on_group_stop(struct follower *follower, pid_t pid, int signo)
{
	struct tracked *tracked = tracked_find(&follower->consumer, pid);

	if (follower->options->all_signals)
		consume_stop(&follower->consumer, &(struct stop){ .tid = pid, .signo = signo });
	if (!follower->options->all_signals && tracked && !roll_back(tracked))
		ptrace(PTRACE_DETACH, pid, 0, 0);
	else
		ptrace(PTRACE_LISTEN, pid, 0, 0);
}

/* SigCgt of /proc/TID/status: the agent has a handler for it, and tells of it. */
static bool is_caught(pid_t tid, int signo)
{
	char caught[TASK_STATUS_SIZE];

	return task_status(tid, "SigCgt", caught) && strtoull(caught, NULL, 16) >> (signo - 1) & 1;
}

static void on_signal(struct follower *follower, pid_t pid, int signo)
{
	struct stop stop = { .tid = pid };
	siginfo_t info;

	_Static_assert(sizeof(info) == sizeof(stop.siginfo), "siginfo_t");
	if (follower->options->all_signals && !is_caught(pid, signo) &&
	    !ptrace(PTRACE_GETSIGINFO, pid, 0, &info)) {
		memcpy(stop.siginfo, &info, sizeof(info));
		consume_stop(&follower->consumer, &stop);
	}
	ptrace(PTRACE_CONT, pid, 0, signo);
}

/* The process of a thread whose end waitpid has yet to tell; 0: of another. */
static pid_t group_of(pid_t tid)
{
	char group[TASK_STATUS_SIZE], tracer[TASK_STATUS_SIZE];

	return task_status(tid, "Tgid", group) && task_status(tid, "TracerPid", tracer) &&
			       atoi(tracer) ?
		       atoi(group) :
		       0;
}

/* The thread has made another, which may come to its end before its agent has begun. */
static void on_child(struct follower *follower, pid_t pid)
{
	struct consumer *consumer = &follower->consumer;
	struct process *process;
	unsigned long tid = 0;
	pid_t group;

	ptrace(PTRACE_GETEVENTMSG, pid, 0, &tid);
	group = group_of((pid_t)tid);
	process = group ? process_living(consumer, group) : NULL;
	/* Its agent may have begun, and told of its end, already. */
	if (process && !tracked_of(process, (pid_t)tid) && !(process->born && group == (pid_t)tid))
		tracked_new(consumer, process, (pid_t)tid, OUTPUT_FOLLOWED);
	ptrace(PTRACE_CONT, pid, 0, 0);
}

static void on_stop(struct follower *follower, pid_t pid, int status)
{
	unsigned int event = (unsigned int)status >> 16;
	int signo = WSTOPSIG(status);

	if (event == PTRACE_EVENT_EXEC)
		on_exec(follower, pid);
	else if (outside_is(&follower->outside, pid))
		outside_stop(&follower->outside, pid, status);
	else if (event == PTRACE_EVENT_STOP && signo != SIGTRAP)
		on_group_stop(follower, pid, signo);
	else if (event && event != PTRACE_EVENT_STOP)
		on_child(follower, pid);
	else if (event)
		ptrace(PTRACE_CONT, pid, 0, 0);
	else
		on_signal(follower, pid, signo);
}

static bool reap(struct follower *follower)
{
	bool any = false;
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, __WALL | WNOHANG)) > 0) {
		any = true;
		if (WIFSTOPPED(status))
			on_stop(follower, pid, status);
		else if (!outside_ended(&follower->outside, pid, status))
			process_ended(follower, pid, status);
	}
	return any;
}

/* In its place among the other things that waitpid has to tell. */
static bool waitpid_will_tell(pid_t pid)
{
	siginfo_t info = { 0 };

	return !waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT | __WALL) &&
	       info.si_pid == pid;
}

static bool look_for_deaths(struct follower *follower)
{
	struct process *process = follower->consumer.processes;
	bool any = false;

	for (; process; process = process->next) {
		if (process->dead || process->child || process->outside)
			continue;
		if (!has_ended(process))
			continue;
		if (waitpid_will_tell(process->pid))
			continue;
		consume_death(&follower->consumer, process, NULL);
		any = true;
	}
	return any;
}

/* Sleep */

static void bells_set(struct follower *follower, uint32_t sleeps)
{
	struct consumer *consumer = &follower->consumer;

	for (size_t v = 0; v < consumer->view_count; v++)
		__atomic_store_n(&consumer->views[v]->arena->tool_sleeps, sleeps, __ATOMIC_SEQ_CST);
}

/* Until a bell rings whose value is still the one read before everything was looked at. */
static void sleep_on_bells(struct follower *follower, const uint32_t *values, uint32_t door,
			   long ns)
{
	struct consumer *consumer = &follower->consumer;
	struct futex_waitv waiters[WAITERS_MAX + 1] = { 0 };
	struct timespec until;
	size_t count = 0;

	if (consumer->view_count > WAITERS_MAX)
		ns = SHORT_NS * 10; /* more than can be waited for at once */
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += ns;
	if (until.tv_nsec >= 1000000000) {
		until.tv_nsec -= 1000000000;
		until.tv_sec++;
	}
	waiters[count++] = (struct futex_waitv){ .val = door,
						 .uaddr = (uintptr_t)&tracee_bell,
						 .flags = FUTEX_32 };
	for (size_t v = 0; v < consumer->view_count && v < WAITERS_MAX; v++)
		waiters[count++] =
			(struct futex_waitv){ .val = values[v],
					      .uaddr = (uintptr_t)&consumer->views[v]->arena->bell,
					      .flags = FUTEX_32 };
	if (syscall(SYS_futex_waitv, waiters, count, 0, &until, CLOCK_MONOTONIC) < 0 &&
	    errno == ENOSYS)
		usleep(1000); /* before Linux 5.16 */
}

static bool finished(const struct follower *follower)
{
	if (fatal_signal || consume_limit_reached(&follower->consumer))
		return true;
	if (follower->launch.pid && !follower->launched_ended && !follower->options->daemonize)
		return false;
	return consume_finished(&follower->consumer);
}

/* How long nobody needs to look. */
static long may_sleep(const struct follower *follower, bool asked)
{
	const struct consumer *consumer = &follower->consumer;

	if (asked)
		return SHORT_NS;
	/* Ends wait for the order's sake alone; a call's line can wait longer. */
	for (const struct process *process = consumer->processes; process; process = process->next)
		if (process->dead)
			return SHORT_NS;
	return consume_pending(consumer) ? PENDING_NS : SLEEP_NS;
}

static void loop(struct follower *follower)
{
	struct consumer *consumer = &follower->consumer;
	uint32_t values[WAITERS_MAX];
	uint64_t looked = 0;

	while (!finished(follower)) {
		uint32_t door = __atomic_load_n(&tracee_bell, __ATOMIC_SEQ_CST);
		uint64_t now = clock_stamp();
		bool any, asked;

		for (size_t v = 0; v < consumer->view_count && v < WAITERS_MAX; v++)
			values[v] =
				__atomic_load_n(&consumer->views[v]->arena->bell, __ATOMIC_SEQ_CST);
		any = consume(consumer);
		any |= reap(follower);
		asked = consume_requests(consumer);
		/* However busy the rings are. */
		if (!any || now - looked > clock_stamps_in(LOOK_NS)) {
			clock_refresh();
			any |= look_for_deaths(follower);
			looked = now;
		}
		if (any || finished(follower))
			continue;
		output_flush(follower->output);
		bells_set(follower, 1);
		sleep_on_bells(follower, values, door, may_sleep(follower, asked));
		bells_set(follower, 0);
	}
}

/* Letting go */

static void serve_rings(void *data)
{
	struct follower *follower = data;

	consume(&follower->consumer);
}

static const struct arena_view *view_of(const struct process *process)
{
	const struct tracked *tracked = process->threads;

	while (tracked && !tracked->reader)
		tracked = tracked->next;
	return tracked ? tracked->reader->view : NULL;
}

/* The agent cannot be taken out of memory that another process goes on in. */
static bool is_shared(struct follower *follower, const struct process *process)
{
	const struct process *other = follower->consumer.processes;
	const struct arena_view *view = view_of(process);

	while (other && (other == process || other->how != BIRTH_SHARE || view_of(other) != view ||
			 has_ended(other)))
		other = other->next;
	return other || process->how == BIRTH_SHARE;
}

/*
 * A child of vfork has the memory of its parent, who is let go of when the child is gone from
 * there; it passes till then.
 */
static int take_agent_out(struct follower *follower, struct process *process)
{
	int ret;

	if (process->how == BIRTH_VFORK)
		return 0;
	if (is_shared(follower, process))
		return -EBUSY;
	ret = detach(process, serve_rings, follower);
	/* An exec meanwhile, which leaves nothing of it. */
	return ret && !image_is_in(process->pid) ? 0 : ret;
}

/* why: said of each thread; NULL: nothing. */
static void let_go(struct follower *follower, struct process *process, const char *why)
{
	struct event event = { .kind = EVENT_NOTE, .note = why, .ns = clock_to_ns(clock_stamp()) };
	int ret = 0;

	follower->consumer.keeps = true; /* it may end meanwhile */
	if (process->outside)
		outside_let_go(&follower->outside, process);
	else
		ret = take_agent_out(follower, process);
	if (ret && ret != -ESRCH && !has_ended(process) && !follower->preloads)
		output_message(follower->output, "detach: process %d: %s", process->pid,
			       strerror(-ret));
	while (consume(&follower->consumer))
		;
	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next) {
		output_detached(follower->output, &tracked->task);
		event.task = &tracked->task;
		if (why)
			output_event(follower->output, &event);
	}
	process_forget(&follower->consumer, process);
	follower->consumer.keeps = false;
}

/* A thread that is traced from outside is about to trace, or to be traced. */
static void release(void *data, struct process *process, pid_t whom)
{
	struct follower *follower = data;

	if (whom)
		process = find_as(follower, process, whom);
	if (process)
		let_go(follower, process, CONSUME_TRACED_NOTE);
}

/* Those that have the memory of others come last: is_shared() asks for them. */
static struct process *first_to_go(const struct consumer *consumer)
{
	struct process *process = consumer->processes;

	while (process && process->how == BIRTH_SHARE)
		process = process->next;
	return process ? process : consumer->processes;
}

/* What was seized for an exec is let go of in its new image, which the agent is not in. */
static void await_execs(struct follower *follower)
{
	uint64_t begin = clock_stamp();
	const struct process *process;

	do {
		reap(follower);
		consume(&follower->consumer);
		consume_requests(&follower->consumer);
		process = follower->consumer.processes;
		while (process && (!process->execs || has_ended(process)))
			process = process->next;
		if (process)
			usleep(SHORT_NS / 1000);
	} while (process && clock_stamp() - begin < clock_stamps_in(EXEC_NS));
}

static void let_all_go(struct follower *follower)
{
	struct consumer *consumer = &follower->consumer;

	for (size_t v = 0; v < consumer->view_count; v++)
		__atomic_or_fetch(&consumer->views[v]->arena->control, CONTROL_PASS,
				  __ATOMIC_SEQ_CST);
	follower->ends = true;
	await_execs(follower);
	while (consume(consumer))
		;
	/* As strace: the command dies of what ends the tool, the rest runs on. */
	if (follower->launch.pid && !follower->launched_ended && fatal_signal &&
	    process_find(consumer, follower->launch.pid))
		kill(follower->launch.pid, fatal_signal);
	while (consumer->processes) {
		let_go(follower, first_to_go(consumer), NULL);
		consume(consumer); /* others may have ended meanwhile */
	}
}

/* Begin */

/* -c, and nothing is asked that an event would be needed for. */
static bool counts_only(const struct options *options)
{
	return options->summary == SUMMARY_ONLY && !options->path_count &&
	       !options->trace_fds.set && !options->syscall_limit && !options->record;
}

/* The tallies have their place then, and few calls are recorded. */
static uint32_t ring_bytes_for(const struct options *options)
{
	return counts_only(options) ? RING_BYTES / 2 : RING_BYTES;
}

static double percent(uint64_t part, uint64_t rest)
{
	return part + rest ? 100.0 * (double)part / (double)(part + rest) : 0;
}

/* --stats */
static void show_stats(const struct consumer *consumer)
{
	static const char *const tactics[TALLY_TACTICS] = { "mov", "pointer", "after" };
	static const char *const reasons[LEFT_REASONS] = { "bytes", "writable", "room", "refused" };
	const uint64_t *ways = consumer->ways;
	const struct stats *stats = &consumer->stats;
	uint64_t trapped = ways[WAY_TRAP] + ways[WAY_TRAP_LATER];
	uint64_t jumped = ways[WAY_SITE] + ways[WAY_SITE_LATER];

	fprintf(stderr, "stats: calls: %llu by rewritten sites (%.2f %%), %llu by traps\n",
		(unsigned long long)jumped, percent(jumped, trapped), (unsigned long long)trapped);
	fprintf(stderr,
		"stats: after the first second: %llu by rewritten sites (%.2f %%), %llu by traps\n",
		(unsigned long long)ways[WAY_SITE_LATER],
		percent(ways[WAY_SITE_LATER], ways[WAY_TRAP_LATER]),
		(unsigned long long)ways[WAY_TRAP_LATER]);
	fprintf(stderr, "stats: sites: %llu seen; rewritten:", (unsigned long long)stats->sites);
	for (uint32_t i = 0; i < TALLY_TACTICS && tactics[i]; i++)
		fprintf(stderr, " %s %llu", tactics[i], (unsigned long long)stats->rewritten[i]);
	fprintf(stderr, ", undone %llu; left:", (unsigned long long)stats->undone);
	for (uint32_t i = 0; i < LEFT_REASONS; i++)
		fprintf(stderr, " %s %llu", reasons[i], (unsigned long long)stats->left[i]);
	fprintf(stderr, "\n");
}

static bool kernel_lacks_facility(void)
{
	sigset_t sigsys, former;
	bool lacks;

	/* Blocked, so that nothing is trapped. */
	sigemptyset(&sigsys);
	sigaddset(&sigsys, SIGSYS);
	sigprocmask(SIG_BLOCK, &sigsys, &former);
	lacks = syscall(SYS_ptrace, PTRACE_SELF_ON, 0, 0, PTRACE_SELF_ALL);
	syscall(SYS_ptrace, PTRACE_SELF_OFF, 0, 0, 0);
	sigprocmask(SIG_SETMASK, &former, NULL);
	return lacks;
}

static int begin_preload(struct follower *follower)
{
	if (follower->options->daemonize || follower->options->detach_on_execve) {
		output_message(follower->output, "-D and -b need ptrace");
		return 1;
	}
	if (kernel_lacks_dispatch()) {
		output_message(follower->output, NO_DISPATCH);
		return 1;
	}
	if (preload_prepare(&follower->preload, &follower->config))
		return 1;
	consumer_add_view(&follower->consumer, follower->preload.view);
	follower->preloads = true;
	return 0;
}

/* The command's process, seized, or to be preloaded where that is refused. */
static int start_command(struct follower *follower)
{
	const struct options *options = follower->options;
	int ret = 0;

	if (options->backend != BACKEND_PRELOAD) {
		ret = launch_start(&follower->launch, options, NULL);
		if (ret >= 0)
			return ret;
		if (options->backend != BACKEND_AUTO) {
			output_message(follower->output,
				       "ptrace is refused (%s): cannot inject the agent",
				       strerror(-ret));
			return 1;
		}
		output_message(follower->output, "ptrace is refused (%s): tracing by preloading",
			       strerror(-ret));
	}
	ret = begin_preload(follower);
	return ret ? ret : launch_start(&follower->launch, options, &follower->preload);
}

static int begin_command(struct follower *follower)
{
	struct process *process;
	struct tracked *tracked;
	int ret = start_command(follower);

	if (ret)
		return ret;
	process = process_new(&follower->consumer, follower->launch.pid);
	process->child = !follower->options->daemonize;
	process->namespaced = true; /* for all that is known */
	tracked = tracked_new(&follower->consumer, process, process->pid, OUTPUT_COMMAND);
	launch_first_call(&follower->launch, &tracked->task.call);
	return 0;
}

/* The command's own exec: shown as its first call, though nothing recorded it. */
static void show_first_call(struct follower *follower, struct tracked *tracked, uint64_t exit_time,
			    int error)
{
	struct event event = { .task = &tracked->task };

	if (!filter_wants_call(&follower->options->filter, tracked->task.call.arch,
			       tracked->task.call.nr))
		return;
	tracked->task.in_call = true;
	event.kind = EVENT_ENTER;
	event.ns = tracked->task.call.enter_ns = clock_to_ns(follower->launch.exec_time);
	output_event(follower->output, &event);
	event.kind = EVENT_EXIT;
	event.ns = tracked->task.call.exit_ns = clock_to_ns(exit_time);
	tracked->task.call.exited = true;
	tracked->task.call.ret = -error;
	output_event(follower->output, &event);
	tracked->task.in_call = false;
	follower->consumer.calls++;
}

static int command_execed(struct follower *follower)
{
	struct process *process = process_find(&follower->consumer, follower->launch.pid);
	struct launch *launch = &follower->launch;
	int status, ended = launch_wait(launch, !follower->preloads, &status), ret;
	uint64_t exit_time = clock_stamp();

	if (!ended || launch->error)
		show_first_call(follower, process->threads, exit_time, launch->error);
	if (launch->error)
		output_message(follower->output, "exec: %s", strerror(launch->error));
	if (ended) {
		process_ended(follower, process->pid, status);
		return 0;
	}
	if (follower->preloads)
		return 0;
	ret = inject_exec(follower, process, false, NULL);
	if (ret == -EINVAL && kernel_lacks_dispatch()) {
		kill(launch->pid, SIGKILL);
		ptrace(PTRACE_DETACH, launch->pid, 0, 0);
		process_forget(&follower->consumer, process);
		return 1;
	}
	if (ret == -EOPNOTSUPP) {
		outside_adopt(&follower->outside, process);
		return 0;
	}
	tracee_leave(process->pid, follower->options->all_signals && !process->untraced);
	if (process->untraced)
		process_forget(&follower->consumer, process);
	return 0;
}

/* --signals=all, of an attached process: threads that come meanwhile are found by another look. */
static void seize_all(struct follower *follower, pid_t pid)
{
	struct tasks tasks = { 0 };
	bool any;

	do {
		any = false;
		if (tasks_look(&tasks, pid))
			break;
		for (size_t i = 0; i < tasks.count; i++)
			any = !tracee_seize(tasks.tids[i], tracee_options(follower->options)) ||
			      any;
	} while (any || !tasks.whole);
	free(tasks.tids);
}

static int attach_all(struct follower *follower)
{
	const struct options *options = follower->options;

	for (size_t i = 0; i < options->pid_count; i++) {
		struct arena_view *view;
		struct process *process;
		unsigned int threads;
		const char *stage;
		int ret = attach(&follower->config, options->pids[i], &view, &threads, &stage);

		if (ret == -EOPNOTSUPP) {
			ret = outside_attach(&follower->outside, options->pids[i], &threads);
			if (!ret) {
				follower->attached_any = true;
				output_attached(follower->output, options->pids[i], threads);
				continue;
			}
			stage = NULL;
		}
		if (ret) {
			if (!stage)
				output_message(follower->output,
					       "attach: ptrace(PTRACE_SEIZE, %d): %s",
					       options->pids[i], strerror(-ret));
			else if (ret == -EINVAL && kernel_lacks_dispatch())
				output_message(follower->output, NO_DISPATCH);
			else
				output_message(follower->output, "attach: process %d: %s: %s",
					       options->pids[i], stage, strerror(-ret));
			continue;
		}
		consumer_add_view(&follower->consumer, view);
		process = process_new(&follower->consumer, options->pids[i]);
		process->attached = true;
		follower->attached_any = true;
		if (options->all_signals)
			seize_all(follower, options->pids[i]);
		output_attached(follower->output, options->pids[i], threads);
	}
	return options->pid_count && !follower->attached_any && !options->command;
}

static int exit_code(const struct follower *follower)
{
	int status = follower->launched_status;

	if (follower->launched_left)
		return 0;
	if (!follower->launched_ended)
		return fatal_signal ? -fatal_signal : 0;
	if (WIFSIGNALED(status))
		return -WTERMSIG(status);
	return WEXITSTATUS(status);
}

static void stamp_delays(struct tamper *tamper)
{
	for (uint32_t i = 0; i < tamper->rule_count; i++) {
		struct tamper_rule *rule = &tamper->rules[i];

		/* Not less than asked for: so early, the clock's rate may be 0.01 % off. */
		rule->enter.stamps = clock_stamps_in(rule->enter.ns + rule->enter.ns / 1000);
		rule->exit.stamps = clock_stamps_in(rule->exit.ns + rule->exit.ns / 1000);
	}
}

/* What the agents copy of a string; the decoder cuts it to -s. */
static uint32_t string_limit_for(const struct options *options)
{
	if (!options->dump_reads.set && !options->dump_writes.set)
		return options->string_limit;
	return options->string_limit > DUMP_LIMIT ? options->string_limit : DUMP_LIMIT;
}

static uint32_t control_for(const struct options *options)
{
	uint32_t control = 0;

	if (options->follow)
		control |= CONTROL_FOLLOW;
	if (options->backend == BACKEND_FACILITY)
		control |= CONTROL_FACILITY;
	return control;
}

int follow(const struct options *options, struct output *output)
{
	static struct follower follower; /* what it holds lives as long as the tool */
	int ret;

	follower.options = options;
	follower.output = output;
	follower.consumer = (struct consumer){ .output = output,
					       .request = on_request,
					       .request_data = &follower,
					       .call_limit = options->syscall_limit };
	follower.config = (struct arena_config){
		.ring_count = RING_COUNT,
		.ring_bytes = ring_bytes_for(options),
		.control = control_for(options),
		/* A call from a rewritten site would take two more: off, and on again. */
		.rewrite_after = options->backend == BACKEND_FACILITY ? 0 : options->rewrite_after,
		.string_limit = string_limit_for(options),
		.wanted = options->filter.wanted,
		.tamper = options->tamper,
	};
	if (options->no_abbrev)
		follower.config.control |= CONTROL_CAPTURE_ENV;
	if (options->all_signals)
		follower.config.control |= CONTROL_SIGNALS;
	if (options->stacks && options->summary != SUMMARY_ONLY)
		follower.config.control |= CONTROL_STACKS;
	follower.outside = (struct outside){ .options = options,
					     .consumer = &follower.consumer,
					     .release = release,
					     .data = &follower };
	clock_begin();
	if (options->tamper)
		stamp_delays(options->tamper);
	if (options->stats) { /* only then: so early, the clock has to be waited for */
		follower.config.control |= CONTROL_STATS;
		follower.config.second = clock_stamps_in(1000000000);
	}
	follower.config.count = counts_only(options);
	if (options->backend == BACKEND_PRELOAD && options->all_signals) {
		output_message(
			output,
			"--signals=all needs ptrace: it cannot be had with --backend=preload");
		return 1;
	}
	if (options->backend == BACKEND_PRELOAD && options->pid_count) {
		output_message(output, "-p needs ptrace: it cannot be had with --backend=preload");
		return 1;
	}
	if (options->backend == BACKEND_FACILITY && kernel_lacks_facility()) {
		output_message(output, "--backend=self_ptrace: this kernel has no PTRACE_SELF_ON "
				       "with PTRACE_SELF_ALL (kernel/patches)");
		return 1;
	}
	/* The command inherits dispositions and limits as they are: so it is forked first. */
	ret = options->command ? begin_command(&follower) : 0;
	install_handlers(options);
	raise_descriptors();
	if (!ret && options->command)
		ret = command_execed(&follower);
	if (ret)
		return ret > 0 ? ret : 1;
	ret = attach_all(&follower);
	if (ret)
		return 1;
	loop(&follower);
	if (consume_limit_reached(&follower.consumer) && !(options->quiet & QUIET_ATTACH))
		output_message(output, "System call limit has been reached, detaching tracees");
	let_all_go(&follower);
	consume_counts(&follower.consumer);
	if (options->stats)
		show_stats(&follower.consumer);
	if (follower.consumer.untraced_threads)
		output_message(output,
			       "%llu threads were not traced: no room for them, or no number",
			       (unsigned long long)follower.consumer.untraced_threads);
	return exit_code(&follower);
}
