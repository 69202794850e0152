/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The one way of every call, trapped or from a rewritten site: record, make,
 * record.  On the thread's agent stack, thread->regs complete, signals
 * deferred.  arch_make (arch/<name>/entry.S) asks dispatch_begin, makes the call
 * if that says so, and tells dispatch_end; then it goes back to the application,
 * or knocks if a signal came.
 */
#include "agent.h"

/* Where process.plan has the call. */
static uint32_t plan_index(const struct thread *thread, uint32_t nr)
{
	return thread->arch != ARCH_AUDIT || nr >= PLAN_CALLS ? PLAN_CALLS : nr;
}

static void load_call(struct thread *thread)
{
	const struct regs *regs = &thread->regs;

	thread->nr = (uint32_t)regs->rax; /* all that the kernel looks at */
	if (thread->arch == ARCH_AUDIT) {
		thread->args[0] = regs->rdi;
		thread->args[1] = regs->rsi;
		thread->args[2] = regs->rdx;
		thread->args[3] = regs->r10;
		thread->args[4] = regs->r8;
		thread->args[5] = regs->r9;
	} else {
		thread->args[0] = (uint32_t)regs->rbx;
		thread->args[1] = (uint32_t)regs->rcx;
		thread->args[2] = (uint32_t)regs->rdx;
		thread->args[3] = (uint32_t)regs->rsi;
		thread->args[4] = (uint32_t)regs->rdi;
		thread->args[5] = (uint32_t)regs->rbp;
	}
}

/* As if the instruction at the site had not been reached yet. */
static void roll_back(struct thread *thread)
{
	thread->regs.rip -= ARCH_CALL_SIZE;
	/* What the kernel was about to make again; restart_syscall only if it says so. */
	if (thread->interrupted &&
	    thread->nr == (thread->arch == ARCH_AUDIT ? __NR_restart_syscall : ARCH_COMPAT_RESTART))
		thread->regs.rax = thread->nr;
}

static void count(struct thread *thread, uint32_t nr, bool failed)
{
	struct tallies *tallies = thread->tallies;
	uint64_t time = arch_stamp() - thread->enter_time;
	struct tally *tally;

	if (!tallies->places[nr])
		tallies->places[nr] = (uint16_t)++tallies->count;
	tally = &tallies->of[tallies->places[nr] - 1];
	if (!tally->calls || time < tally->shortest)
		tally->shortest = time;
	if (time > tally->longest)
		tally->longest = time;
	tally->time += time;
	tally->errors += failed;
	tally->calls++;
}

/* The call was made, or a signal came first. */
static void done(struct thread *thread, uint32_t plan, uint32_t nr, const uint64_t *args, long ret)
{
	if (thread->aborted) {
		roll_back(thread);
		if (plan & PLAN_RECORD)
			capture_abort(thread,
				      thread->interrupted ? ABORT_RESTART : ABORT_NOT_BEGUN);
		if ((plan & PLAN_COUNT) && thread->interrupted)
			count(thread, nr, true);
	} else {
		thread->regs.rax = (uint64_t)ret;
		if (plan & PLAN_RECORD)
			capture_exit(thread, nr, args, ret);
		if (plan & PLAN_COUNT)
			count(thread, nr, error(ret));
		if (thread->trapped)
			site_go_on(thread);
	}
}

/* Ended by what the application is not to notice: to be made again. */
static void look_for_unseen(struct thread *thread, long ret)
{
	if (ret == -EINTR && thread->interrupted && signal_unseen(thread))
		thread->aborted = 1;
}

static long made(struct thread *thread)
{
	bool lent = thread->held_sigsys && !process.sandbox;
	long ret;

	if (lent)
		sigsys_lend(thread);
	ret = thread->arch == ARCH_AUDIT ? emulate(thread) : emulate_compat(thread);
	if (lent)
		sigsys_take_back(thread);
	look_for_unseen(thread, ret);
	return ret;
}

/* With a signal of -e inject= that arrives while the call waits, if it does. */
static long made_tampered(struct thread *thread)
{
	uint64_t nr = thread->nr, args[6];

	memcpy(args, thread->args, sizeof(args));
	for (uint64_t ns = TAMPER_FIRST_NS;; ns *= 4) {
		bool armed = tamper_arm(thread, ns);
		long ret = made(thread);

		if (!armed || !tamper_too_early(thread))
			return ret;
		thread->nr = nr;
		memcpy(thread->args, args, sizeof(args));
		thread->aborted = 0;
		thread->interrupted = 0;
		thread->wait_mask_set = 0;
	}
}

/* A call that C makes, or does without. */
static void make(struct thread *thread, uint32_t plan, uint32_t index)
{
	bool hooked = (plan & PLAN_HOOK) && hook_ready(thread);
	uint32_t nr = (uint32_t)thread->nr;
	struct hook_call call;
	uint64_t args[6];
	long ret;

#pragma GCC unroll 6
	for (int i = 0; i < 6; i++)
		args[i] = thread->args[i];
	if (nr == __NR_rt_sigreturn && thread->arch == ARCH_AUDIT)
		made(thread); /* no return, and recorded where it is made */
	if (plan & PLAN_TAMPER)
		tamper_enter(thread, nr, args);
	if (plan & PLAN_RECORD)
		capture_enter(thread, nr, args);
	if (plan & PLAN_COUNT)
		thread->enter_time = arch_stamp();
	if (hooked && hook_enter(thread, &call, index))
		ret = call.ret;
	else if ((plan & PLAN_TAMPER) && tamper_answers(thread, &ret))
		; /* not made */
	else if (plan & PLAN_TAMPER)
		ret = made_tampered(thread);
	else
		ret = made(thread);
	if (plan & PLAN_TAMPER)
		tamper_made(thread, nr, args);
	if (hooked && call.exits) {
		call.ret = ret;
		hook_exit(thread, &call);
		ret = call.ret;
	}
	done(thread, plan, nr, args, ret);
	/* As every rewritten site takes for granted. */
	thread->arch = ARCH_AUDIT;
	if (plan & PLAN_TAMPER)
		tamper_leave(thread, nr);
}

bool dispatch_begin(struct thread *thread, bool trapped)
{
	uint32_t index = plan_index(thread, (uint32_t)thread->regs.rax);
	uint32_t plan = process.plan[index];

	/* What hooks call is theirs: made, and nothing else. */
	if (thread_in_hook(thread))
		plan &= PLAN_EMULATE;
	if ((plan & (PLAN_RECORD | PLAN_COUNT)) && (!thread->ring || process.gone))
		plan &= ~(PLAN_RECORD | PLAN_COUNT);
	if (process.later && thread->ring)
		thread->ring
			->ways[(trapped ? WAY_TRAP : WAY_SITE) + (arch_stamp() > process.later)]++;
	load_call(thread);
	if (!trapped) {
		thread->code_segment = ARCH_CODE_SEGMENT;
		thread->stack_segment = ARCH_STACK_SEGMENT;
	}
	thread->plan = plan;
	thread->trapped = trapped;
	thread->aborted = 0;
	thread->interrupted = 0;
	thread->wait_mask_set = 0;
	if (plan & ~(PLAN_RECORD | PLAN_COUNT) || thread->held_sigsys) {
		make(thread, plan, index);
		return true;
	}
	if (plan & PLAN_RECORD)
		capture_enter(thread, (uint32_t)thread->nr, thread->args);
	if (plan & PLAN_COUNT)
		thread->enter_time = arch_stamp();
	return false;
}

void dispatch_end(struct thread *thread, long ret)
{
	look_for_unseen(thread, ret);
	done(thread, thread->plan, (uint32_t)thread->regs.rax, thread->args, ret);
}
