/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Threads and processes that come: injected ones (exec, -p), clone's children,
 * fork's.  Each is armed before its first instruction of application code.
 * And slots, the memory of threads: mapped by the chunk, never given back.
 */
#include "agent.h"
#include "image.h"

#include "abi/facility.h"

#include <linux/mman.h>
#include <linux/prctl.h>
#include <linux/sched.h>

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#define PR_SET_VMA_ANON_NAME 0
#endif

struct process process;
/* With what site.c has there, in one page: agent.ld. */
_Static_assert(offsetof(struct process, slot_state) <= 3328, "what forks copy has grown");

extern const char image_begin[], image_end[];

#define CHUNK_SIZE (SLOTS_PER_CHUNK * SLOT_SIZE)

/* For who looks at /proc/PID/maps or a core; the kernel may know of no names. */
static void name_memory(uint64_t addr, uint64_t len)
{
	if (!process.sandbox)
		sys6(__NR_prctl, PR_SET_VMA, PR_SET_VMA_ANON_NAME, addr, len, "self_ptrace", 0);
}

static bool chunk_map(void)
{
	uint64_t at = process.slots + (uint64_t)process.chunks * CHUNK_SIZE;
	long ret;

	if (process.chunks == CHUNKS_MAX || !may(SANDBOX_MAP))
		return false;
	rlimit_grow(CHUNK_SIZE);
	/* By flags that the filters of sandboxes know; elsewhere if there is no room. */
	ret = sys6(__NR_mmap, at, CHUNK_SIZE, PROT_READ | PROT_WRITE, CHUNK_FLAGS, -1, 0);
	if (error(ret))
		return false;
	if ((uint64_t)ret != at) {
		if (!process.sandbox)
			sys2(__NR_munmap, ret, CHUNK_SIZE);
		return false;
	}
	process.chunks++;
	name_memory(at, CHUNK_SIZE);
	return true;
}

uint32_t slot_index(const struct thread *thread)
{
	return (uint32_t)(((uintptr_t)thread - process.slots) / SLOT_SIZE);
}

enum slot_state slot_get(uint32_t index)
{
	return __atomic_load_n(&process.slot_state[index], __ATOMIC_ACQUIRE);
}

void slot_set(struct thread *thread, enum slot_state state)
{
	__atomic_store_n(&process.slot_state[slot_index(thread)], (uint8_t)state, __ATOMIC_RELEASE);
}

bool thread_alone(void)
{
	uint32_t running = 0;

	for (uint32_t i = 0; i < process.slots_high; i++)
		running += slot_get(i) == SLOT_USED && !slot_at(i)->vforking;
	return running == 1;
}

bool slot_has(int tid)
{
	for (uint32_t i = 0; i < process.slots_high; i++)
		if (slot_get(i) == SLOT_USED && slot_at(i)->tid == tid)
			return true;
	return false;
}

/* A thread that said it would exit is gone once the kernel does not know it any more. */
static bool slot_reclaimable(uint32_t index)
{
	return slot_get(index) == SLOT_EXITING && may(SANDBOX_KILL) &&
	       sys3(__NR_tgkill, slot_at(index)->pid, slot_at(index)->tid, 0) == -ESRCH;
}

/* Zeroed but for its stacks; NULL: no memory. */
struct thread *slot_alloc(void)
{
	struct thread *found = NULL;

	lock(&process.slots_lock);
	for (uint32_t i = 0; !found && i < process.slots_high; i++)
		if (slot_get(i) == SLOT_FREE || slot_reclaimable(i))
			found = slot_at(i);
	if (!found && (process.slots_high < process.chunks * SLOTS_PER_CHUNK || chunk_map()))
		found = slot_at(process.slots_high++);
	if (found) {
		uint64_t hook_stack = found->hook_stack;

		memset(found, 0, sizeof(*found));
		found->hook_stack = hook_stack;
		slot_set(found, SLOT_USED);
	}
	unlock(&process.slots_lock);
	return found;
}

static void name_self(struct thread *thread)
{
	thread->pid = (int)sys0(__NR_getpid);
	thread->tid = (int)sys0(__NR_gettid);
}

/* Where clone writes the child's number before the child runs, in memory that the child has. */
uint64_t clone_named_at(uint64_t flags, uint64_t parent_tid, uint64_t child_tid)
{
	if (flags & CLONE_CHILD_SETTID)
		return child_tid;
	return (flags & CLONE_PARENT_SETTID) && (flags & CLONE_VM) ? parent_tid : 0;
}

/* A child names itself; where it cannot, pid and tid are 0. */
static void name_child(struct thread *thread)
{
	uint32_t tid = 0;

	if (may(SANDBOX_NAMES)) {
		name_self(thread);
		return;
	}
	if (thread->named_at && !copy_in(thread, &tid, thread->named_at, sizeof(tid)))
		tid = 0;
	thread->tid = (int)tid;
	if (!(thread->clone_flags & CLONE_THREAD) || !tid)
		thread->pid = thread->tid;
}

long dispatch_on(void)
{
	return sys6(__NR_prctl, PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON,
		    arch_syscalls_begin, arch_syscalls_end - arch_syscalls_begin, 0, 0);
}

/*
 * %gs becomes the thread's block, if it is nobody's, or inherited from another
 * of ours; where the application uses it, as anybody may by loading it, sites
 * are not rewritten.
 */
static void take_gs(struct thread *thread)
{
	uint64_t slots = (uint64_t)process.chunks * CHUNK_SIZE;

	if (!process.arena->rewrite_after)
		return;
	if (!arch_gs_usable())
		sites_stop(thread);
	else if (arch_gs_read() - process.slots < slots)
		arch_thread_set(thread);
	else if (arch_gs_is_set())
		sites_end(thread);
	else if (sites_active())
		arch_thread_set(thread);
}

void thread_give_gs(struct thread *thread)
{
	if (arch_gs_usable() && arch_gs_read() == (uint64_t)thread)
		arch_thread_set(NULL);
}

/* Its traps would have no stack, which only these two calls give: it is left alone. */
static bool stackless(const struct thread *thread)
{
	return (thread->clone_flags & CLONE_VM) && !may(SANDBOX_STACK) && !may(SANDBOX_RETURN);
}

/* The agent's signal stack for the kernel, and every call from outside the agent traps. */
static long arm(struct thread *thread)
{
	const stack_t stack = signal_stack(thread);
	long ret = thread->unstacked ? 0 : sys2(__NR_sigaltstack, &stack, 0);

	thread->self = thread;
	thread->mark = MARK_THREAD;
	if (!thread->code_segment)
		thread->code_segment = ARCH_CODE_SEGMENT;
	if (!thread->stack_segment)
		thread->stack_segment = ARCH_STACK_SEGMENT;
	thread->stack_top = thread_stack_top(thread);
	take_gs(thread);
	/* Without a tool, too: what is virtual has to stay so. */
	if (ret)
		return ret;
	/* A sandbox would judge each request. */
	thread->facility = (process.arena->control & CONTROL_FACILITY) && !process.sandbox;
	if (!may(SANDBOX_DISPATCH) || stackless(thread))
		return -EPERM;
	return thread->facility ? 0 : dispatch_on();
}

void mask_set(uint64_t mask)
{
	sys4(__NR_rt_sigprocmask, SIG_SETMASK, &mask, 0, MASK_BYTES);
}

/* CLONE_CLEAR_SIGHAND: the kernel has reset every handler, the agent's too. */
static void dispositions_cleared(struct thread *thread)
{
	static const uint8_t caught[] = { SIGSYS, SIGSEGV, SIGBUS };
	struct action *actions = thread->dispositions->actions;

	for (int i = 0; i < SIGNALS; i++)
		if (actions[i].handler > (uint64_t)SIG_IGN)
			memset(&actions[i], 0, sizeof(actions[i]));
	for (uint32_t i = 0; i < sizeof(caught); i++)
		signal_install(caught[i], &actions[caught[i] - 1]);
}

/* What every child does once it knows where it stands; false: its calls do not trap. */
static bool child_begin(struct thread *thread, enum birth_how how)
{
	const uint64_t sigsys = SIGBIT(SIGSYS);
	uint64_t flags = thread->clone_flags;
	bool named = thread->tid, armed;

	thread->regs.rax = 0;
	if (thread->held_sigsys) { /* the parent's: what is pending is not inherited */
		thread->held_sigsys = 0;
		if (!process.sandbox) /* where it is not lent */
			sys4(__NR_rt_sigprocmask, SIG_UNBLOCK, &sigsys, 0, MASK_BYTES);
	}
	if (flags & CLONE_CLEAR_SIGHAND)
		dispositions_cleared(thread);
	/* What cannot be left alone, or not without the tool, is traced. */
	if (!may(SANDBOX_FREE | SANDBOX_DISPATCH))
		thread->silent = 0;
	/* A process that nobody asks for goes free; who shares our memory cannot. */
	if (thread->silent && !(flags & CLONE_VM) && !process.host_count) {
		__atomic_fetch_sub(&process.arena->coming, 1, __ATOMIC_RELEASE);
		sites_end(thread);
		signal_retire(thread);
	}
	armed = !arm(thread);
	if (flags & CLONE_NEWPID)
		process.namespaced = 1;
	if (named)
		ring_open(thread, how, (uint32_t)thread->pid, (uint32_t)thread->tid);
	if (!named || stackless(thread))
		__atomic_fetch_add(&process.arena->untraced_threads, 1, __ATOMIC_RELAXED);
	__atomic_fetch_sub(&process.arena->coming, 1, __ATOMIC_RELEASE);
	if (!armed && !stackless(thread))
		armed = ring_ask(thread, REQUEST_ARM, 0) == REPLY_DONE;
	return armed;
}

/*
 * A child that shares the memory: thread, vfork, or a clone of neither kind.
 * It gets a slot and starts at the top of its agent stack, in child_start().
 */
long clone_with_slot(struct thread *thread, uint64_t flags, uint64_t stack)
{
	bool vfork = flags & CLONE_VFORK;
	struct thread *child = slot_alloc();
	bool failed, limited;
	long ret;

	if (!child) {
		__atomic_fetch_add(&process.arena->untraced_threads, 1, __ATOMIC_RELAXED);
		return -EAGAIN;
	}
	child->regs = thread->regs;
	if (stack)
		child->regs.rsp = stack;
	child->arch = ARCH_AUDIT;
	child->code_segment = thread->code_segment;
	child->stack_segment = thread->stack_segment;
	child->fault = thread->fault;
	child->mask = thread->mask;
	child->blocks_sigsys = thread->blocks_sigsys;
	child->held_sigsys = thread->held_sigsys;
	child->clone_flags = flags;
	child->pid = thread->pid;
	child->silent = thread->silent || !(process.arena->control & CONTROL_FOLLOW);
	/* A hook's posix_spawn is a call of the hook's. */
	child->hooks_suspended = vfork ? thread->hooks_suspended + thread_in_hook(thread) : 0;
	if (vfork)
		child->altstack = thread->altstack;
	else
		child->altstack.ss_flags = SS_DISABLE;
	child->dispositions = thread->dispositions;
	if (!(flags & CLONE_SIGHAND)) {
		lock(&thread->dispositions->lock);
		child->own_dispositions = *thread->dispositions;
		unlock(&thread->dispositions->lock);
		child->own_dispositions.lock = 0;
		child->dispositions = &child->own_dispositions;
	}

	if (thread->nr == __NR_vfork) {
		thread->child = child;
	} else if (thread->nr == __NR_clone) {
		child->named_at = clone_named_at(flags, thread->args[2], thread->args[3]);
		thread->args[1] = thread_stack_top(child);
	} else {
		struct clone_args *args = (struct clone_args *)thread->args[0];

		child->named_at = clone_named_at(flags, args->parent_tid, args->child_tid);
		args->stack = thread_stack_top(child) - 4096;
		args->stack_size = 4096;
	}
	if (!vfork)
		sites_expect_threads();
	__atomic_fetch_add(&process.arena->coming, 1, __ATOMIC_RELAXED);
	thread->vforking = vfork;
	limited = process.rlimit_extra;
	ret = arch_call_clone(thread);
	thread->vforking = 0;
	if (vfork && !limited) /* the child, whose limits are its own, may have told otherwise */
		process.rlimit_extra = process.rlimit_extra_hard = 0;
	failed = error(ret) || thread->aborted || signal_refused(thread);
	if (failed)
		__atomic_fetch_sub(&process.arena->coming, 1, __ATOMIC_RELAXED);
	if (vfork)
		sites_abandoned(child);
	if (vfork || failed)
		slot_set(child, SLOT_FREE);
	return ret;
}

/* First act of such a child, on its own agent stack. */
void child_start(struct thread *thread)
{
	uint64_t flags = thread->clone_flags;
	bool armed;

	name_child(thread);
	thread->unstacked = !may(SANDBOX_STACK);
	armed = child_begin(thread, flags & CLONE_THREAD ? BIRTH_THREAD :
				    flags & CLONE_VFORK	 ? BIRTH_VFORK :
							   BIRTH_SHARE);
	hook_birth(thread, flags & CLONE_THREAD ? HOOK_THREAD : HOOK_FORK);
	if (thread->unstacked && armed)
		arch_knock(thread);
	if (thread->unstacked && !stackless(thread) && copy_may_fault(thread))
		arch_knock_by_fault(thread);
	site_go_on(thread);
	arch_resume(thread);
}

/* The other kind: a copy of the parent, alone in a copy of its memory. */
void fork_child(struct thread *thread, uint64_t flags, uint64_t stack)
{
	sites_forked();
	memset(process.slot_state, SLOT_FREE, process.slots_high);
	slot_set(thread, SLOT_USED);
	if (thread->dispositions != &process.dispositions) {
		process.dispositions = *thread->dispositions;
		thread->dispositions = &process.dispositions;
	}
	thread->clone_flags = flags;
	thread->unstacked = 1; /* for now: it has come with its parent's, which is its own */
	name_child(thread);
	if (thread->kept) { /* of a hook's fork: the parent's signals */
		thread->kept = 0;
		mask_set(thread->hook_mask);
	}
	if (stack)
		thread->regs.rsp = stack;
	thread->silent |= !(process.arena->control & CONTROL_FOLLOW);
	thread->ring = NULL;
	thread->dispatches = 0;
	thread->tamper = NULL;
	thread->tamper_marks = 0;
	thread->tamper_again.ip = 0;
	child_begin(thread, BIRTH_FORK);
	thread->unstacked = 0;
	hook_birth(thread, HOOK_FORK);
}

static void attach(struct thread *thread, uint32_t blocks_sigsys)
{
	memset(thread, 0, sizeof(*thread));
	slot_set(thread, SLOT_USED);
	thread->arch = ARCH_AUDIT;
	thread->blocks_sigsys = blocks_sigsys;
	thread->dispositions = &process.dispositions;
	sys2(__NR_sigaltstack, 0, &thread->altstack);
	name_self(thread);
}

static void process_begin(void)
{
	process.image = image_header.image;
	process.arena = (struct arena *)image_header.arena;
	process.slots = image_header.slots;
	process.chunks = image_header.chunks;
	process.slots_high = image_header.threads;
	process.fsgsbase = image_header.fsgsbase;
	process.namespaced = image_header.namespaced;
	process.sandbox = image_header.sandbox;
	memcpy(process.plan, process.arena->plan, sizeof(process.plan));
	emulate_plan(process.plan);
	/* Under --stats each call is to be counted. */
	if (process.arena->control & CONTROL_STATS)
		process.later = arch_stamp() + process.arena->second;
	process.plain = !process.later;
	name_memory(process.image + image_header.text,
		    (uint64_t)(image_end - image_begin) - image_header.text);
	name_memory(process.slots, process.chunks * CHUNK_SIZE);
}

static void dispositions_put_back(struct thread *thread)
{
	const struct dispositions *dispositions = thread->dispositions;

	for (int signo = 1; signo <= SIGNALS; signo++)
		if (!(dispositions->unasked & SIGBIT(signo)))
			sys4(__NR_rt_sigaction, signo, &dispositions->actions[signo - 1], 0,
			     MASK_BYTES);
}

/* On slot 0's stack.  ask: of which signals there may be handlers, or the agent needs one. */
static long begin(struct thread *thread, uint32_t blocks_sigsys, uint64_t ask)
{
	long ret;

	attach(thread, blocks_sigsys);
	process.dispositions.unasked = ~UINT64_C(0);
	for (int signo = 1; signo <= SIGNALS; signo++) {
		const struct action *action = &process.dispositions.actions[signo - 1];

		if (!(ask & SIGBIT(signo)))
			continue;
		action_of(&process.dispositions, signo);
		if (action->handler > (uint64_t)SIG_IGN || signal_is_caught(signo, action))
			signal_install(signo, action);
	}
	ret = arm(thread);
	if (!ret)
		ring_open(thread, image_header.how, image_header.pid ?: (uint32_t)thread->pid,
			  image_header.tid ?: (uint32_t)thread->tid);
	else
		dispositions_put_back(thread);
	return ret;
}

/* The first thread of an injected process; 0 or -errno. */
long birth_start(void)
{
	struct thread *thread = thread_self();
	bool handlers;
	long ret;

	process_begin();
	/* A new image has none; in a sandbox it could not be asked of later. */
	handlers = image_header.how != BIRTH_EXEC || process.sandbox;
	ret = begin(thread, image_header.blocks_sigsys, handlers ? ~0ul : ~MASK_DEFER);
	return ret ? ret : facility_arm(thread);
}

/* The first thread of a process that the preloaded library runs in; signals as they are. */
long birth_start_here(void)
{
	const uint64_t held = MASK_DEFER;
	struct thread *thread = thread_self();
	uint64_t mask = 0, blocks_sigsys;
	long ret;

	process_begin();
	if (process.arena->control & CONTROL_ALONE)
		process.gone = 1;
	else if ((process.arena->control & CONTROL_PASS) || !tool_alive())
		return -ESRCH;
	sys4(__NR_rt_sigprocmask, SIG_SETMASK, &held, &mask, MASK_BYTES);
	/* Blocked over the exec on purpose: before_exec() in emulate.c. */
	blocks_sigsys = mask & SIGBIT(SIGSYS);
	ret = begin(thread, !!blocks_sigsys, ~0ul);
	mask_set(ret ? mask : mask & ~MASK_KEPT);
	return ret;
}

/* Every further one. */
long birth_attach_thread(uint64_t arg)
{
	struct thread *thread = thread_self();
	long ret;

	attach(thread, arg & 1);
	ret = arm(thread);
	if (!ret)
		ring_open(thread, BIRTH_ATTACH, image_header.pid, (uint32_t)(arg >> 1));
	return ret ? ret : facility_arm(thread);
}

/*
 * The way back, for each thread; after the last one the kernel knows nothing of
 * the agent any more.  What the tool needs for the rest: bit 0: SIGSYS belongs
 * into the thread's mask; bits 32 and up: the chunks of slots.
 */
long birth_stop_thread(bool last)
{
	struct thread *thread = thread_self();

	if (thread->facility) /* SIGSYS is blocked here, and nothing traps */
		sys4(__NR_ptrace, PTRACE_SELF_OFF, 0, 0, 0);
	else
		sys6(__NR_prctl, PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0, 0, 0, 0);
	if (last)
		sites_end(thread);
	else
		thread_give_gs(thread);
	sys2(__NR_sigaltstack, &thread->altstack, 0);
	ring_close(thread);
	if (last) {
		dispositions_put_back(thread);
		rlimit_put_back();
	}
	return (long)process.chunks << 32 | !!thread->blocks_sigsys;
}
