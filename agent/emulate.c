/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The calls that would change what the agent stands on: signals, masks and
 * stacks, threads and processes, exec, exit, tracing by another.  Each is made
 * so that the application sees what it would see without the agent; every
 * other call is made as it is.
 *
 * Called from dispatch, signals deferred.  A call may be aborted
 * (thread->aborted) only by arch_call and its like, before it has had an effect.
 */
#include "agent.h"

#include "abi/facility.h"

#include <asm/prctl.h>
#include <linux/aio_abi.h>
#include <linux/fcntl.h>
#include <linux/membarrier.h>
#include <linux/mman.h>
#include <linux/prctl.h>
#include <linux/ptrace.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/seccomp.h>

#define CLONE3_MAX 256u	    /* struct clone_args of today is 88 bytes */
#define CLONE3_PAGE 4096u   /* the kernel's own bound */
#define MIN_STACK 2048u	    /* MINSIGSTKSZ */
#define CHUNKS_EXPECTED 64u /* of slots, for the hard RLIMIT_AS */
#define MAY_EXECUTE 1	    /* X_OK of unistd.h */

bool action_can_be_set(uint64_t signo, bool set)
{
	return signo >= 1 && signo <= SIGNALS && !(set && (signo == SIGKILL || signo == SIGSTOP));
}

struct action *action_of(struct dispositions *dispositions, int signo)
{
	struct action *action = &dispositions->actions[signo - 1];

	if (dispositions->unasked & SIGBIT(signo))
		sys4(__NR_rt_sigaction, signo, 0, action, MASK_BYTES);
	dispositions->unasked &= ~SIGBIT(signo);
	return action;
}

void actions_ask(struct thread *thread)
{
	lock(&thread->dispositions->lock);
	for (int signo = 1; thread->dispositions->unasked; signo++)
		action_of(thread->dispositions, signo);
	unlock(&thread->dispositions->lock);
}

long action_set(struct thread *thread, uint64_t signo, struct action *action,
		struct action *ret_old)
{
	const uint64_t flags_known = SA_NOCLDSTOP | SA_NOCLDWAIT | SA_SIGINFO | SA_ONSTACK |
				     SA_RESTART | SA_NODEFER | SA_RESETHAND | SA_RESTORER |
				     SA_EXPOSE_TAGBITS;
	struct dispositions *dispositions = thread->dispositions;
	long ret = 0;

	if (action) {
		action->flags &= flags_known;
		if (thread->arch != ARCH_AUDIT)
			action->flags |= ACTION_COMPAT;
		action->mask &= ~(SIGBIT(SIGKILL) | SIGBIT(SIGSTOP));
	}
	lock(&dispositions->lock);
	*ret_old = *action_of(dispositions, (int)signo);
	if (action) {
		ret = signal_install((int)signo, action);
		if (!ret)
			dispositions->actions[signo - 1] = *action;
	}
	unlock(&dispositions->lock);
	ret_old->flags &= flags_known;
	return ret;
}

/* rt_sigaction(signo, act, old, size) */
static long emulate_sigaction(struct thread *thread)
{
	uint64_t signo = (uint32_t)thread->args[0], at = thread->args[1];
	struct action action = { 0 }, old;
	long ret;

	if (thread->args[3] != MASK_BYTES || !action_can_be_set(signo, at))
		return arch_call(thread); /* EINVAL, in the kernel's own order */
	if (at && !copy_in(thread, &action, at, sizeof(action)))
		return -EFAULT;
	ret = action_set(thread, signo, at ? &action : NULL, &old);
	if (!ret && thread->args[2] && !copy_out(thread, thread->args[2], &old, sizeof(old)))
		return -EFAULT;
	return ret;
}

long mask_change(struct thread *thread, int how, const uint64_t *change, uint64_t *ret_old)
{
	uint64_t *set = &thread->scratch[0], *old = &thread->scratch[1];
	uint32_t blocked = thread->blocks_sigsys;
	long ret;

	thread->nr = __NR_rt_sigprocmask;
	thread->args[0] = (uint64_t)how;
	thread->args[1] = 0;
	thread->args[2] = (uint64_t)old;
	thread->args[3] = MASK_BYTES;
	if (change) {
		*set = *change & ~MASK_KEPT;
		thread->args[1] = (uint64_t)set;
		if (how == SIG_SETMASK)
			blocked = !!(*change & SIGBIT(SIGSYS));
		else if (*change & SIGBIT(SIGSYS))
			blocked = how == SIG_BLOCK;
	}
	ret = arch_call(thread);
	if (ret || thread->aborted)
		return ret;
	if (change) {
		if (how == SIG_SETMASK)
			thread->mask = *set;
		else
			thread->mask = how == SIG_BLOCK ? *old | *set : *old & ~*set;
	}
	*ret_old = *old | (thread->blocks_sigsys ? SIGBIT(SIGSYS) : 0);
	thread->blocks_sigsys = blocked;
	return 0;
}

/* rt_sigprocmask(how, set, old, size) */
static long emulate_sigprocmask(struct thread *thread)
{
	uint64_t set_at = thread->args[1], old_at = thread->args[2], set, old;
	long ret;

	if (thread->args[3] != MASK_BYTES)
		return arch_call(thread);
	if (set_at && !copy_in(thread, &set, set_at, MASK_BYTES))
		return -EFAULT;
	ret = mask_change(thread, (int)thread->args[0], set_at ? &set : NULL, &old);
	if (ret || thread->aborted)
		return ret;
	return old_at && !copy_out(thread, old_at, &old, MASK_BYTES) ? -EFAULT : 0;
}

/* kernel/signal.c do_sigaltstack() */
long altstack_set(struct thread *thread, const stack_t *new, stack_t *ret_old)
{
	uint32_t auto_disarm = (uint32_t)thread->altstack.ss_flags & SS_AUTODISARM, mode;
	bool on = altstack_has(thread, thread->regs.rsp);

	*ret_old = (stack_t){ .ss_sp = thread->altstack.ss_sp,
			      .ss_flags = (int)auto_disarm,
			      .ss_size = thread->altstack.ss_size };
	if (!thread->altstack.ss_size)
		ret_old->ss_flags |= SS_DISABLE;
	else if (on)
		ret_old->ss_flags |= SS_ONSTACK;
	if (!new)
		return 0;
	if (on)
		return -EPERM;
	mode = (uint32_t) new->ss_flags & ~SS_AUTODISARM;
	if (mode != SS_DISABLE && mode != SS_ONSTACK && mode != 0)
		return -EINVAL;
	if (mode != SS_DISABLE && new->ss_size < MIN_STACK)
		return -ENOMEM;
	thread->altstack = *new;
	if (mode == SS_DISABLE)
		thread->altstack = (stack_t){ .ss_flags = SS_DISABLE };
	return 0;
}

/* sigaltstack(stack, old): the kernel knows only the agent's */
static long emulate_sigaltstack(struct thread *thread)
{
	stack_t new, old = { 0 };
	long ret;

	if (thread->args[0] && !copy_in(thread, &new, thread->args[0], sizeof(new)))
		return -EFAULT;
	ret = altstack_set(thread, thread->args[0] ? &new : NULL, &old);
	if (!ret && thread->args[1] && !copy_out(thread, thread->args[1], &old, sizeof(old)))
		return -EFAULT;
	return ret;
}

/* A call that waits with a mask of its own, at `at`: SIGSYS may not be in it. */
static void wait_with_mask(struct thread *thread, uint64_t at, uint64_t size, uint64_t *pointer)
{
	uint64_t *mask = &thread->scratch[0];

	if (!at || size != MASK_BYTES || !copy_in(thread, mask, at, MASK_BYTES))
		return;
	thread->wait_mask = *mask;
	thread->wait_mask_set = 1;
	if (!thread->held_sigsys) /* it would end the wait again and again */
		*mask &= ~MASK_KEPT;
	*pointer = (uint64_t)mask;
}

static long emulate_wait(struct thread *thread, int arg, int size_arg)
{
	wait_with_mask(thread, thread->args[arg], thread->args[size_arg], &thread->args[arg]);
	return arch_call(thread);
}

/* pselect6 and io_pgetevents: {pointer, size} behind the last argument */
static long emulate_wait_packed(struct thread *thread)
{
	uint64_t *packed = &thread->scratch[2];

	if (thread->args[5] && copy_in(thread, packed, thread->args[5], 16)) {
		wait_with_mask(thread, packed[0], packed[1], &packed[0]);
		if (thread->wait_mask_set)
			thread->args[5] = (uint64_t)packed;
	}
	return arch_call(thread);
}

/* A child with memory of its own goes on where the parent is, in a copy of the slot. */
static long clone_copying(struct thread *thread, uint64_t flags, uint64_t stack)
{
	long ret;

	hook_fork_begin(thread);
	/* Held, so that the child's copies are whole. */
	lock(&process.slots_lock);
	lock(&thread->dispositions->lock);
	sites_fork_begin(thread);
	__atomic_fetch_add(&process.arena->coming, 1, __ATOMIC_RELAXED);
	ret = arch_call(thread);
	sites_fork_end();
	unlock(&thread->dispositions->lock);
	unlock(&process.slots_lock);
	hook_fork_end(thread);
	if (error(ret) || thread->aborted || signal_refused(thread))
		__atomic_fetch_sub(&process.arena->coming, 1, __ATOMIC_RELAXED);
	else if (!ret)
		fork_child(thread, flags, stack);
	return ret;
}

/* fork(), vfork(), clone(flags, stack, ptid, ctid, tls) */
static long emulate_clone(struct thread *thread)
{
	uint64_t flags, stack = 0;

	thread->named_at = 0;
	if (thread->nr == __NR_clone) {
		flags = (uint32_t)thread->args[0];
		stack = thread->args[1];
		thread->args[1] = 0;
		thread->named_at = clone_named_at(flags, thread->args[2], thread->args[3]);
	} else {
		flags = thread->nr == __NR_vfork ? CLONE_VM | CLONE_VFORK | SIGCHLD : SIGCHLD;
	}
	if (flags & CLONE_VM)
		return clone_with_slot(thread, flags, stack);
	return clone_copying(thread, flags, stack);
}

/*
 * RLIMIT_AS is the application's; what the agent has mapped comes on top, and to
 * the hard limit what it may map yet: raised for it again, the soft one only.
 */
static bool address_space_limit(uint64_t soft, uint64_t hard)
{
	struct rlimit64 limit;

	if (!may(SANDBOX_LIMIT) || sys4(__NR_prlimit64, 0, RLIMIT_AS, 0, &limit))
		return false;
	if (limit.rlim_cur != RLIM64_INFINITY)
		limit.rlim_cur += soft;
	if (limit.rlim_max != RLIM64_INFINITY)
		limit.rlim_max += hard;
	return !sys4(__NR_prlimit64, 0, RLIMIT_AS, &limit, 0);
}

void rlimit_grow(uint64_t bytes)
{
	if (process.rlimit_extra && address_space_limit(bytes, 0))
		process.rlimit_extra += bytes;
}

void rlimit_put_back(void)
{
	if (process.rlimit_extra)
		address_space_limit(-process.rlimit_extra, -process.rlimit_extra_hard);
}

extern const char image_begin[], image_end[];

static uint64_t plus(uint64_t value, uint64_t extra)
{
	return value < RLIM64_INFINITY - extra ? value + extra : RLIM64_INFINITY;
}

static uint64_t minus(uint64_t value, uint64_t extra)
{
	return value == RLIM64_INFINITY || value < extra ? value : value - extra;
}

static long limits_call(struct thread *thread, const struct rlimit64 *new, struct rlimit64 *old)
{
	thread->nr = __NR_prlimit64;
	thread->args[0] = 0;
	thread->args[1] = RLIMIT_AS;
	thread->args[2] = (uint64_t) new;
	thread->args[3] = (uint64_t)old;
	return arch_call(thread);
}

long address_space_limits(struct thread *thread, const struct rlimit64 *wanted,
			  struct rlimit64 *ret_old)
{
	struct rlimit64 *new = (struct rlimit64 *)&thread->scratch[0];
	struct rlimit64 *old = (struct rlimit64 *)&thread->scratch[2];
	uint64_t extra = (uint64_t)(image_end - image_begin) + process.arena->size +
			 (uint64_t)process.chunks * SLOTS_PER_CHUNK * SLOT_SIZE;
	uint64_t extra_hard = process.arena->size + CHUNKS_EXPECTED * SLOTS_PER_CHUNK * SLOT_SIZE;
	long ret;

	if (wanted) {
		if (wanted->rlim_cur > wanted->rlim_max)
			return -EINVAL;
		if (extra_hard < extra)
			extra_hard = extra;
		new->rlim_cur = plus(wanted->rlim_cur, extra);
		new->rlim_max = plus(wanted->rlim_max, extra_hard);
	}
	ret = limits_call(thread, wanted ? new : NULL, old);
	if (wanted && ret == -EPERM && !thread->aborted) {
		/* It may not raise the hard limit, but it need not do so for the agent. */
		ret = limits_call(thread, NULL, old);
		if (ret || thread->aborted)
			return ret;
		if (wanted->rlim_max > minus(old->rlim_max, process.rlimit_extra_hard))
			return -EPERM;
		new->rlim_max = min_u64(new->rlim_max, old->rlim_max);
		new->rlim_cur = min_u64(new->rlim_cur, new->rlim_max);
		extra = new->rlim_cur - wanted->rlim_cur;
		extra_hard = new->rlim_max - wanted->rlim_max;
		ret = limits_call(thread, new, old);
	}
	if (ret || thread->aborted)
		return ret;
	ret_old->rlim_cur = minus(old->rlim_cur, process.rlimit_extra);
	ret_old->rlim_max = minus(old->rlim_max, process.rlimit_extra_hard);
	if (wanted) {
		process.rlimit_extra = extra;
		process.rlimit_extra_hard = extra_hard;
	}
	return 0;
}

/* setrlimit(resource, new), getrlimit(resource, old), prlimit64(pid, resource, new, old) */
static long emulate_rlimit(struct thread *thread)
{
	bool wide = thread->nr == __NR_prlimit64;
	uint64_t new_at = wide			       ? thread->args[2] :
			  thread->nr == __NR_setrlimit ? thread->args[1] :
							 0;
	uint64_t old_at = wide			       ? thread->args[3] :
			  thread->nr == __NR_getrlimit ? thread->args[1] :
							 0;
	int pid = wide ? (int)thread->args[0] : 0;
	struct rlimit64 new, old;
	long ret;

	if ((uint32_t)thread->args[wide] != RLIMIT_AS || (pid && pid != thread->pid))
		return arch_call(thread);
	if (new_at && !copy_in(thread, &new, new_at, sizeof(new)))
		return -EFAULT;
	/* A filter that minds prlimit64 may allow these; what they set has no room for the
	 * agent. */
	if (!wide && !may(SANDBOX_LIMIT)) {
		ret = arch_call(thread);
		if (ret || thread->aborted)
			return ret;
		if (new_at)
			process.rlimit_extra = process.rlimit_extra_hard = 0;
		if (!old_at || !copy_in(thread, &old, old_at, sizeof(old)))
			return 0;
		old.rlim_cur = minus(old.rlim_cur, process.rlimit_extra);
		old.rlim_max = minus(old.rlim_max, process.rlimit_extra_hard);
	} else {
		ret = address_space_limits(thread, new_at ? &new : NULL, &old);
		if (ret || thread->aborted)
			return ret;
	}
	return old_at && !copy_out(thread, old_at, &old, sizeof(old)) ? -EFAULT : 0;
}

/* clone3(args, size) */
static long emulate_clone3(struct thread *thread)
{
	struct clone_args *args = (struct clone_args *)thread->scratch;
	uint64_t size = thread->args[1], stack;

	_Static_assert(sizeof(thread->scratch) >= CLONE3_MAX, "clone_args has room");
	if (size < CLONE_ARGS_SIZE_VER0 || size > CLONE3_PAGE)
		return arch_call(thread); /* the kernel refuses it */
	/* Beyond what is known the kernel wants zeros. */
	for (uint64_t at = CLONE3_MAX; at < size; at++) {
		uint8_t byte;

		if (!copy_in(thread, &byte, thread->args[0] + at, 1))
			return -EFAULT;
		if (byte)
			return -E2BIG;
	}
	if (size > CLONE3_MAX)
		size = CLONE3_MAX;
	memset(thread->scratch, 0, CLONE3_MAX);
	if (!copy_in(thread, args, thread->args[0], size))
		return -EFAULT;
	thread->args[1] = size;
	/* The kernel checks what is not to be seen any more once it is ours. */
	if (!args->stack != !args->stack_size)
		return arch_call(thread);
	stack = args->stack ? args->stack + args->stack_size : 0;
	thread->args[0] = (uint64_t)args;
	if (args->flags & CLONE_VM)
		return clone_with_slot(thread, args->flags, stack);
	args->stack = 0;
	args->stack_size = 0;
	thread->named_at = clone_named_at(args->flags, args->parent_tid, args->child_tid);
	return clone_copying(thread, args->flags, stack);
}

/* What is the agent's in the process is not to be inherited by a new image. */
static void before_exec(struct thread *thread, bool executing)
{
	const struct action *action = &thread->dispositions->actions[SIGSYS - 1];
	const uint64_t sigsys = SIGBIT(SIGSYS);

	if (action->handler == (uint64_t)SIG_IGN && may(SANDBOX_FREE)) {
		if (executing)
			sys4(__NR_rt_sigaction, SIGSYS, action, 0, MASK_BYTES);
		else
			signal_install(SIGSYS, action);
	}
	/* A tool that sees the exec takes it off again; there may be none by then. */
	if (thread->blocks_sigsys && may(SANDBOX_MASK))
		sys4(__NR_rt_sigprocmask, executing ? SIG_BLOCK : SIG_UNBLOCK, &sigsys, 0,
		     MASK_BYTES);
	if (executing)
		rlimit_put_back();
	else if (process.rlimit_extra)
		address_space_limit(process.rlimit_extra, process.rlimit_extra_hard);
}

/*
 * The tool is told and, where it injects, seizes us and tells the image that
 * comes; a preloaded one tells it itself, by its birth.
 */
static bool exec_announce(struct thread *thread)
{
	if (!(process.arena->control & CONTROL_PRELOADED))
		return ring_ask(thread, REQUEST_EXEC,
				(thread->blocks_sigsys ? REQUEST_EXEC_SIGSYS : 0) |
					(process.namespaced ? REQUEST_EXEC_NAMESPACED : 0) |
					(uint64_t)process.sandbox << SANDBOX_SHIFT) == REPLY_DONE;
	if (!thread->ring)
		return false;
	__atomic_store_n(&thread->ring->execs, 1, __ATOMIC_RELEASE);
	return true;
}

static void exec_failed(struct thread *thread)
{
	if (process.arena->control & CONTROL_PRELOADED)
		__atomic_store_n(&thread->ring->execs, 0, __ATOMIC_RELEASE);
	else
		ring_ask(thread, REQUEST_EXEC_FAILED, 0);
}

/* execve(path, argv, envp), execveat(dirfd, path, argv, envp, flags) */
long emulate_exec(struct thread *thread, bool at)
{
	int dirfd = at ? (int)thread->args[0] : AT_FDCWD;
	uint64_t path = at ? thread->args[1] : thread->args[0];
	bool asked;
	long ret = 0;

	/* A path that is not there (execvp tries several) need not bother the tool. */
	if (!(at && (thread->args[4] & AT_EMPTY_PATH)) && may(SANDBOX_ACCESS))
		ret = sys4(__NR_faccessat2, dirfd, path, MAY_EXECUTE, AT_EACCESS);
	if (ret == -ENOENT || ret == -ENOTDIR || ret == -EACCES)
		return call_own(thread);
	asked = exec_announce(thread);
	before_exec(thread, true);
	ret = call_own(thread);
	before_exec(thread, false);
	if (asked)
		exec_failed(thread);
	return ret;
}

static long emulate_exit(struct thread *thread)
{
	/* A signal that is for the process must not go under with the thread. */
	if (thread->nr == __NR_exit) {
		if (!process.sandbox)
			mask_set(~0ul);
		if (thread->pending) {
			thread->aborted = 1;
			if (!process.sandbox)
				mask_set(~MASK_KEPT);
			return 0;
		}
	}
	if (process.arena->control & CONTROL_STACKS)
		ring_ask(thread, REQUEST_MAPS, 0);
	ring_leave(thread, thread->nr == __NR_exit ? LEAVE_EXIT : LEAVE_EXIT_GROUP,
		   (uint32_t)thread->args[0]);
	ring_close(thread);
	slot_set(thread, SLOT_EXITING);
	return arch_syscall((long)thread->nr, (long)thread->args[0], 0, 0, 0, 0, 0);
}

/*
 * ptrace(request, pid, addr, data): whom another traces, the agent lets go, and
 * before it happens: a trap of ours would be a stop for the other.  Not whose memory the
 * other has as well (LeakSanitizer at a program's end), for the agent would be gone from it.
 */
long emulate_ptrace(struct thread *thread)
{
	/* As on a kernel without the facility: the agent's own must stay. */
	if (thread->args[0] == PTRACE_SELF_ON || thread->args[0] == PTRACE_SELF_OFF)
		return -ESRCH;
	if ((thread->args[0] == PTRACE_ATTACH || thread->args[0] == PTRACE_SEIZE) &&
	    !slot_has((int)thread->args[1]))
		ring_ask(thread, REQUEST_RELEASE, thread->args[1]);
	if (thread->args[0] != PTRACE_TRACEME)
		return call_own(thread);
	if (process.arena->control & CONTROL_SIGNALS)
		ring_ask(thread, REQUEST_UNSEIZE, 0);
	capture_abort(thread, ABORT_NOT_BEGUN);
	ring_leave(thread, LEAVE_TRACED, 0);
	ring_close(thread);
	if (!thread->facility)
		sys6(__NR_prctl, PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0, 0, 0, 0);
	/* Handlers and sites are the others' as well: it goes on by them, but does not trap. */
	if (!thread_alone()) {
		thread->facility = 0;
		return call_own(thread);
	}
	if (!(thread->clone_flags & CLONE_VM))
		sites_end(thread);
	thread->regs.rip -= ARCH_CALL_SIZE; /* made again from the site, untraced */
	thread->arch = ARCH_AUDIT;
	signal_retire(thread);
}

/* The way back to a rewritten site is by %gs, which is not ours any more: by a knock. */
static void leave_by_knock(struct thread *thread)
{
	if (!thread->pending)
		__atomic_store_n(&thread->pending, 1, __ATOMIC_RELAXED);
}

/* arch_prctl(code, addr): one user of %gs at a time, and the application goes first. */
static long emulate_arch_prctl(struct thread *thread)
{
	bool get = thread->args[0] == ARCH_GET_GS, set = thread->args[0] == ARCH_SET_GS;
	bool ours = (get || set) && arch_gs_usable() && arch_gs_read() == (uint64_t)thread;
	const uint64_t zero = 0;
	long ret;

	if (get && ours)
		return copy_out(thread, thread->args[1], &zero, sizeof(zero)) ? 0 : -EFAULT;
	if (ours)
		sites_end(thread);
	ret = arch_call(thread);
	if (ours)
		leave_by_knock(thread);
	return ret;
}

/*
 * From here on the agent makes no call of its own that the filter minds, and
 * for a trap none at all: the next one comes by itself.
 */
static long sandbox_begin(struct thread *thread, uint32_t forbidden)
{
	uint32_t former;
	long ret;

	/* No thread begun under it could have its own %gs. */
	if (!process.fsgsbase && (forbidden & SANDBOX_GS))
		sites_stop(thread);
	actions_ask(thread);
	/* The filter is for all threads, perhaps: none is to meet it in the midst of rewriting. */
	sites_hold(thread, 0, 0, false);
	former = process.sandbox;
	process.sandbox |= forbidden | SANDBOX_ANY;
	signals_install(thread, former);
	if (thread->facility && !dispatch_on())
		thread->facility = 0;
	ret = call_own(thread);
	if (ret < 0 || thread->aborted) {
		forbidden = process.sandbox;
		process.sandbox = former;
		signals_install(thread, forbidden);
	}
	sites_release(thread);
	return ret;
}

/*
 * prctl(PR_SET_SYSCALL_USER_DISPATCH, mode, offset, len, selector): the kernel's
 * is the agent's, whose traps look at the application's first (signal.c).
 */
static long emulate_dispatch(struct thread *thread)
{
	const uint64_t *args = thread->args;

	switch (args[1]) {
	case PR_SYS_DISPATCH_OFF:
		if (args[2] || args[3] || args[4])
			return -EINVAL;
		break;
	case PR_SYS_DISPATCH_ON:
		if (args[2] && args[2] + args[3] <= args[2])
			return -EINVAL;
		if ((int64_t)args[4] < 0) /* not an address of user space */
			return -EFAULT;
		/* What does not trap could not be dispatched. */
		sites_end(thread);
		leave_by_knock(thread);
		break;
	default:
		return -EINVAL;
	}
	thread->dispatches = args[1] == PR_SYS_DISPATCH_ON;
	thread->dispatch_offset = args[2];
	thread->dispatch_len = args[3];
	thread->dispatch_selector = args[4];
	return 0;
}

/* The agent stands on some of it, which to the application is not mapped. */
static bool is_agents(uint64_t addr, uint64_t len)
{
	const struct {
		uint64_t addr, len;
	} parts[] = {
		{ process.image, (uint64_t)(image_end - image_begin) },
		{ (uint64_t)process.arena, process.arena->size },
		{ process.slots, (uint64_t)process.chunks * SLOTS_PER_CHUNK * SLOT_SIZE },
	};

	for (uint32_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (addr - parts[i].addr < parts[i].len || parts[i].addr - addr < len)
			return true;
	return false;
}

/* mmap(addr, len, protection, flags, fd, offset): what would have to be in the agent's place */
static long emulate_mmap(struct thread *thread)
{
	const uint64_t *args = thread->args;

	if ((args[3] & (MAP_FIXED | MAP_FIXED_NOREPLACE)) == MAP_FIXED &&
	    is_agents(args[0], args[1]))
		return -ENOMEM;
	return arch_call(thread);
}

/* madvise(addr, len, advice): as over what is not mapped */
static long emulate_madvise(struct thread *thread)
{
	return is_agents(thread->args[0], thread->args[1]) ? -ENOMEM : arch_call(thread);
}

/* munmap(addr, len): all but what the agent stands on, which the application has not mapped. */
static long emulate_munmap(struct thread *thread)
{
	uint64_t low = process.image;
	uint64_t high = process.slots + (uint64_t)process.chunks * SLOTS_PER_CHUNK * SLOT_SIZE;
	uint64_t addr = thread->args[0], end = addr + thread->args[1];

	if (addr >= high || end <= low || end <= addr || addr % 4096)
		return arch_call(thread);
	if (addr < low)
		sys2(__NR_munmap, addr, low - addr);
	if (end > high)
		sys2(__NR_munmap, high, end - high);
	return 0;
}

/* MEMBARRIER_CMD_GET_REGISTRATIONS: Linux 6.3 */
#define MEMBARRIER_REGISTRATIONS (1 << 9)
/* For other cores and for restartable sequences: both show the plain one, too. */
#define MEMBARRIER_REGISTERS_PRIVATE                           \
	(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE | \
	 MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ)

bool membarrier_register(int command)
{
	long before = sys3(__NR_membarrier, MEMBARRIER_REGISTRATIONS, 0, 0), after;

	if (sys3(__NR_membarrier, command, 0, 0))
		return false;
	/* One registration may show as two. */
	after = sys3(__NR_membarrier, MEMBARRIER_REGISTRATIONS, 0, 0);
	after = error(after) ? command : after & ~before;
	__atomic_fetch_or(&process.membarrier, (uint32_t)after, __ATOMIC_RELAXED);
	return true;
}

/* membarrier(command, flags, cpu): not allowed by what the agent has registered. */
long emulate_membarrier(struct thread *thread)
{
	int command = (int)thread->args[0];
	bool private = command == MEMBARRIER_CMD_PRIVATE_EXPEDITED ||
		       command == MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE;
	bool flags = (uint32_t)thread->args[1];
	long ret;

	/* A registration's bit is the next one above its command's. */
	_Static_assert(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED == MEMBARRIER_CMD_PRIVATE_EXPEDITED
									    << 1 &&
			       MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE ==
				       MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE << 1,
		       "bits");
	if (private && !flags && (process.membarrier & (uint32_t)command << 1))
		return -EPERM;
	ret = call_own(thread);
	if (thread->aborted || error(ret))
		return ret;
	if (command == MEMBARRIER_REGISTRATIONS)
		return ret & ~(long)process.membarrier;
	if (command & MEMBARRIER_REGISTERS_PRIVATE)
		command |= MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED;
	__atomic_fetch_and(&process.membarrier, ~(uint32_t)command, __ATOMIC_RELAXED);
	return ret;
}

/* mprotect(addr, len, protection), pkey_mprotect(addr, len, protection, key) */
long emulate_mprotect(struct thread *thread)
{
	bool text = (thread->args[2] & (PROT_WRITE | PROT_EXEC)) == PROT_EXEC;
	long ret;

	if (is_agents(thread->args[0], thread->args[1]))
		return -ENOMEM;
	if (!sites_active())
		return call_own(thread);
	/* What the program is going to write over is to be what it has written. */
	sites_hold(thread, thread->args[0], thread->args[1], !text);
	ret = call_own(thread);
	sites_release(thread);
	return ret;
}

long emulate_mremap(struct thread *thread)
{
	if (is_agents(thread->args[0], thread->args[1]))
		return -EFAULT;
	if ((thread->args[3] & MREMAP_FIXED) && is_agents(thread->args[4], thread->args[2]))
		return -ENOMEM;
	/* Moved text would jump from another place. */
	sites_undo(thread, thread->args[0], thread->args[1]);
	return call_own(thread);
}

long emulate_prctl(struct thread *thread)
{
	if (thread->args[0] == PR_SET_SYSCALL_USER_DISPATCH)
		return emulate_dispatch(thread);
	if (thread->args[0] == HOOK_PRCTL)
		return hook_control(thread);
	if (thread->args[0] == PR_SET_SECCOMP)
		return sandbox_begin(thread, thread->args[1] == SECCOMP_MODE_STRICT ?
						     SANDBOX_STRICT :
						     sandbox_forbids(thread, thread->args[2]));
	/* The agent's reading of it may come where SIGSEGV is blocked. */
	if (thread->args[0] == PR_SET_TSC && thread->args[1] == PR_TSC_SIGSEGV)
		process.stamp_still = thread->enter_time;
	return call_own(thread);
}

long emulate_unshare(struct thread *thread)
{
	if (thread->args[0] & CLONE_NEWPID)
		process.namespaced = 1;
	return call_own(thread);
}

long emulate_setns(struct thread *thread)
{
	process.namespaced = 1; /* of a descriptor, or by flags */
	return call_own(thread);
}

long emulate_seccomp(struct thread *thread)
{
	if (thread->args[0] == SECCOMP_SET_MODE_STRICT)
		return sandbox_begin(thread, SANDBOX_STRICT);
	if (thread->args[0] == SECCOMP_SET_MODE_FILTER)
		return sandbox_begin(thread, sandbox_forbids(thread, thread->args[2]));
	return call_own(thread);
}

/* By a rewritten site: a trap's handler has seen to its own. */
static long emulate_sigreturn(struct thread *thread)
{
	if (thread->retired)
		arch_sigreturn(thread->regs.rsp);
	signal_return(thread);
}

#define EMULATED(CALL)                                    \
	CALL(rt_sigreturn, emulate_sigreturn(thread))     \
	CALL(rt_sigaction, emulate_sigaction(thread))     \
	CALL(rt_sigprocmask, emulate_sigprocmask(thread)) \
	CALL(sigaltstack, emulate_sigaltstack(thread))    \
	CALL(rt_sigsuspend, emulate_wait(thread, 0, 1))   \
	CALL(ppoll, emulate_wait(thread, 3, 4))           \
	CALL(epoll_pwait, emulate_wait(thread, 4, 5))     \
	CALL(epoll_pwait2, emulate_wait(thread, 4, 5))    \
	CALL(pselect6, emulate_wait_packed(thread))       \
	CALL(io_pgetevents, emulate_wait_packed(thread))  \
	CALL(clone, emulate_clone(thread))                \
	CALL(fork, emulate_clone(thread))                 \
	CALL(vfork, emulate_clone(thread))                \
	CALL(clone3, emulate_clone3(thread))              \
	CALL(execve, emulate_exec(thread, false))         \
	CALL(execveat, emulate_exec(thread, true))        \
	CALL(exit, emulate_exit(thread))                  \
	CALL(exit_group, emulate_exit(thread))            \
	CALL(setrlimit, emulate_rlimit(thread))           \
	CALL(getrlimit, emulate_rlimit(thread))           \
	CALL(prlimit64, emulate_rlimit(thread))           \
	CALL(ptrace, emulate_ptrace(thread))              \
	CALL(munmap, emulate_munmap(thread))              \
	CALL(mmap, emulate_mmap(thread))                  \
	CALL(madvise, emulate_madvise(thread))            \
	CALL(mprotect, emulate_mprotect(thread))          \
	CALL(pkey_mprotect, emulate_mprotect(thread))     \
	CALL(mremap, emulate_mremap(thread))              \
	CALL(membarrier, emulate_membarrier(thread))      \
	CALL(arch_prctl, emulate_arch_prctl(thread))      \
	CALL(unshare, emulate_unshare(thread))            \
	CALL(setns, emulate_setns(thread))                \
	CALL(prctl, emulate_prctl(thread))                \
	CALL(seccomp, emulate_seccomp(thread))

void emulate_plan(uint8_t *plan)
{
#define NUMBER(name, how) __NR_##name,
	static const uint16_t numbers[] = { EMULATED(NUMBER) PLAN_CALLS };

	for (uint32_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		plan[numbers[i]] |= PLAN_EMULATE;
}

long emulate(struct thread *thread)
{
	if (thread->retired && thread->nr != __NR_rt_sigreturn)
		return arch_call(thread);
	switch (thread->nr) {
#define MAKE(name, how)   \
	case __NR_##name: \
		return how;
		EMULATED(MAKE)
	default:
		return arch_call(thread);
	}
}
