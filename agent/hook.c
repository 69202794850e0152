/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Hooks: on its way through dispatch a call whose plan has PLAN_HOOK is shown
 * to the hosts (abi/hook.h), whose code is ordinary code with a libc.
 *
 * While a hook runs, thread->inside is odd.  It has a stack of its own; calls
 * that it makes come to dispatch like any, on what is left of the agent's
 * stack, and are shown to no hook.  They use the thread's block, so what is
 * live in it lies in a struct nest meanwhile.  Signals wait until the call that
 * is hooked has left the agent (signal.c).
 *
 * A fork waits until no other thread is in a hook, and keeps them out for as
 * long: a lock of the hosts' libc that one held would be held for ever in the
 * child.  Going in costs no barrier; who waits for others makes one for all.
 */
#include "agent.h"

#include <linux/membarrier.h>
#include <linux/mman.h>
#include <linux/time_types.h>
#include <linux/prctl.h>

/* What is on the way of each call that is hooked. */
#define INLINE static inline __attribute__((always_inline))
#define HOOK_STACK_SIZE (256ul << 10)
#define HOOK_STACK_GUARD 4096ul
#define NAP_NS 100000l
#define NAPS_BEFORE_FORK                                                        \
	10000u /* a hook that waits for the forking thread cannot wait for ever \
		*/

/* What a call made by a hook would overwrite, but for thread->args, which struct hook_call has. */
struct nest {
	struct regs regs;
	uint64_t nr;
	uint64_t stack_top;
	uint64_t code_segment, stack_segment;
	uint64_t mask;
	uint64_t wait_mask;
	uint32_t arch;
	uint32_t aborted;
	uint32_t interrupted;
	uint32_t wait_mask_set;
	uint32_t blocks_sigsys;
};

/* No memory for a stack: the call goes by without its hooks, and the next one tries again. */
static bool stack_map(struct thread *thread)
{
	long at = sys6(__NR_mmap, 0, HOOK_STACK_GUARD + HOOK_STACK_SIZE, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);

	if (error(at))
		return false;
	sys3(__NR_mprotect, at, HOOK_STACK_GUARD, PROT_NONE);
	thread->hook_stack = (uint64_t)at + HOOK_STACK_GUARD + HOOK_STACK_SIZE;
	return true;
}

bool hook_ready(struct thread *thread)
{
	if (thread_in_hook(thread) || thread->hooks_suspended)
		return false;
	/* The hosts' own. */
	if (thread->nr == __NR_prctl && thread->args[0] == HOOK_PRCTL)
		return false;
	return thread->hook_stack || stack_map(thread);
}

static void nap(void)
{
	struct __kernel_timespec time = { .tv_nsec = NAP_NS };

	sys2(__NR_nanosleep, &time, 0);
}

/* Until each other thread has been seen outside of hooks, or so many naps have not helped. */
static void quiesce(struct thread *thread, uint32_t naps)
{
	/* Pairs with nothing in enter() but the order of its instructions. */
	if (sys3(__NR_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0))
		nap(); /* refused: by now each store has long been seen */
	for (uint32_t i = 0; i < __atomic_load_n(&process.slots_high, __ATOMIC_ACQUIRE); i++) {
		struct thread *other = slot_at(i);
		uint32_t inside = __atomic_load_n(&other->inside, __ATOMIC_ACQUIRE);

		if (other == thread || !(inside & 1))
			continue;
		while (naps && slot_get(i) == SLOT_USED &&
		       __atomic_load_n(&other->inside, __ATOMIC_ACQUIRE) == inside) {
			nap();
			naps--;
		}
	}
}

void hook_fork_begin(struct thread *thread)
{
	if (!process.host_count || thread_in_hook(thread))
		return;
	while (__atomic_exchange_n(&process.forking, 1, __ATOMIC_SEQ_CST))
		nap();
	quiesce(thread, NAPS_BEFORE_FORK);
	lock(&process.hosts_lock);
}

void hook_fork_end(struct thread *thread)
{
	if (!process.host_count || thread_in_hook(thread))
		return;
	unlock(&process.hosts_lock);
	__atomic_store_n(&process.forking, 0, __ATOMIC_RELEASE);
}

static void enter(struct thread *thread)
{
	for (;;) {
		__atomic_store_n(&thread->inside, thread->inside + 1, __ATOMIC_RELAXED);
		__atomic_signal_fence(__ATOMIC_SEQ_CST);
		if (!__atomic_load_n(&process.forking, __ATOMIC_ACQUIRE))
			return;
		__atomic_store_n(&thread->inside, thread->inside - 1, __ATOMIC_RELEASE);
		nap();
	}
}

/* Word by word: a string instruction takes longer to begin than this does. */
static inline void copy_regs(struct regs *to, const struct regs *from)
{
	uint64_t *words = (uint64_t *)to;

#pragma GCC unroll 18
	for (uint32_t i = 0; i < sizeof(*to) / sizeof(*words); i++)
		words[i] = ((const uint64_t *)from)[i];
}

static inline void copy_args(uint64_t *to, const uint64_t *from)
{
#pragma GCC unroll 6
	for (uint32_t i = 0; i < 6; i++)
		to[i] = from[i];
}

INLINE void nest_begin(struct thread *thread, struct nest *nest)
{
	copy_regs(&nest->regs, &thread->regs);
	nest->nr = thread->nr;
	nest->stack_top = thread->stack_top;
	nest->code_segment = thread->code_segment;
	nest->stack_segment = thread->stack_segment;
	nest->mask = thread->mask;
	nest->wait_mask = thread->wait_mask;
	nest->arch = thread->arch;
	nest->aborted = thread->aborted;
	nest->interrupted = thread->interrupted;
	nest->wait_mask_set = thread->wait_mask_set;
	nest->blocks_sigsys = thread->blocks_sigsys;
	thread->arch = ARCH_AUDIT;
	thread->hook_mask = thread->mask & ~MASK_KEPT;
	enter(thread);
	/* What was kept before stays kept, but turns no call of the hook's away. */
	__atomic_store_n(&thread->pending, 0, __ATOMIC_RELAXED);
}

INLINE void nest_end(struct thread *thread, const struct nest *nest)
{
	uint64_t mask = thread->mask & ~MASK_KEPT;

	copy_regs(&thread->regs, &nest->regs);
	thread->nr = nest->nr;
	thread->stack_top = nest->stack_top;
	thread->code_segment = nest->code_segment;
	thread->stack_segment = nest->stack_segment;
	thread->mask = nest->mask;
	thread->wait_mask = nest->wait_mask;
	thread->arch = nest->arch;
	thread->aborted = nest->aborted;
	thread->interrupted = nest->interrupted;
	thread->wait_mask_set = nest->wait_mask_set;
	thread->blocks_sigsys = nest->blocks_sigsys;
	/* A mask that a hook has left behind; with signals kept, resume_mask sees to it. */
	if (mask != thread->hook_mask && !thread->kept)
		mask_set(thread->hook_mask);
	__atomic_store_n(&thread->inside, thread->inside + 1, __ATOMIC_RELEASE);
	__atomic_store_n(&thread->pending, thread->kept, __ATOMIC_RELAXED);
}

static void call_host(struct thread *thread, uint32_t i, struct hook_call *call)
{
	call->host = i;
	arch_hook_call(thread, process.hosts[i]->call, call, thread->hook_stack);
}

static uint32_t host_count(void)
{
	return __atomic_load_n(&process.host_count, __ATOMIC_ACQUIRE);
}

static bool wants(uint32_t host, uint32_t index)
{
	return ((const uint8_t *)process.hosts[host]->wants)[index];
}

bool hook_enter(struct thread *thread, struct hook_call *call, uint32_t index)
{
	struct nest nest;
	uint32_t count;

	call->what = HOOK_ENTER;
	call->flags = 0;
	call->arch = thread->arch;
	call->nr = (uint32_t)thread->nr;
	copy_args(call->args, thread->args);
	call->ret = 0;
	call->ip = thread->regs.rip;
	call->sp = thread->regs.rsp;
	call->index = index;
	call->exits = 0;
	nest_begin(thread, &nest);
	count = host_count();
	for (uint32_t i = 0; i < count && !(call->flags & HOOK_ANSWERED); i++)
		if (count == 1 || wants(i, index)) /* of one host it is known from the plan */
			call_host(thread, i, call);
	nest_end(thread, &nest);
	if (call->flags & HOOK_ANSWERED)
		return true;
	thread->nr = call->nr;
	copy_args(thread->args, call->args);
	return false;
}

void hook_exit(struct thread *thread, struct hook_call *call)
{
	struct nest nest;

	call->what = HOOK_EXIT;
	if (thread->aborted)
		call->flags |= HOOK_RESTART;
	nest_begin(thread, &nest);
	for (uint32_t i = HOOK_HOSTS_MAX; i-- > 0;)
		if (call->exits & 1u << i)
			call_host(thread, i, call);
	nest_end(thread, &nest);
}

void hook_birth(struct thread *thread, enum hook_what what)
{
	struct hook_call call = { .what = what, .arch = ARCH_AUDIT };
	uint32_t events = 0;
	struct nest nest;

	for (uint32_t i = 0; i < host_count(); i++)
		events |= process.hosts[i]->events;
	if (!(events & 1u << what) || !hook_ready(thread))
		return;
	nest_begin(thread, &nest);
	for (uint32_t i = 0; i < host_count(); i++)
		if (process.hosts[i]->events & 1u << what)
			call_host(thread, i, &call);
	nest_end(thread, &nest);
}

/* PLAN_HOOK where any host wants it. */
static void plan(void)
{
	process.plain = 0;
	for (uint32_t index = 0; index <= PLAN_CALLS; index++) {
		bool wanted = false;

		for (uint32_t i = 0; i < process.host_count; i++)
			wanted |= wants(i, index);
		if (wanted)
			__atomic_fetch_or(&process.plan[index], PLAN_HOOK, __ATOMIC_RELAXED);
		else
			__atomic_fetch_and(&process.plan[index], (uint8_t)~PLAN_HOOK,
					   __ATOMIC_RELAXED);
	}
}

static long attach(struct hook_host *host)
{
	/* A tool that came by -p will go again, and the agent with it. */
	if (image_header.how == BIRTH_ATTACH)
		return -EBUSY;
	if (process.host_count == HOOK_HOSTS_MAX)
		return -ENOSPC;
	membarrier_register(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
	process.hosts[process.host_count] = host;
	__atomic_store_n(&process.host_count, process.host_count + 1, __ATOMIC_RELEASE);
	return 0;
}

/* prctl(HOOK_PRCTL, op, argument) */
long hook_control(struct thread *thread)
{
	long ret = 0;

	switch (thread->args[1]) {
	case HOOK_ATTACH:
		lock(&process.hosts_lock);
		ret = attach((struct hook_host *)thread->args[2]);
		unlock(&process.hosts_lock);
		return ret;
	case HOOK_PLAN:
		lock(&process.hosts_lock);
		plan();
		unlock(&process.hosts_lock);
		return 0;
	case HOOK_SUSPEND:
		thread->hooks_suspended++;
		return 0;
	case HOOK_RESUME:
		if (!thread->hooks_suspended)
			return -EPERM;
		thread->hooks_suspended--;
		return 0;
	case HOOK_QUIESCE:
		if (thread_in_hook(thread))
			return -EDEADLK;
		quiesce(thread, UINT32_MAX);
		return 0;
	default:
		return -EINVAL;
	}
}
