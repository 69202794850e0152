/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Traps and signals.  One handler serves every signal that the kernel knows a
 * handler for; it runs on the thread's signal stack (the slot's upper part)
 * with all signals blocked but SIGSEGV and SIGBUS.
 *
 *   SIGSYS of the kernel's entry      a trap: the interrupted context is pointed
 *                                     at the dispatcher, nothing else
 *   a fault of arch_copy              the copy ends short
 *   anything else in the application  the application's handler gets the frame that
 *                                     it would have got, where it would have been
 *   anything else in the agent        deferred (agent.h)
 *
 * The application's handlers never run on the agent's stacks, so they may
 * longjmp, swap contexts or never return.
 */
#include "agent.h"
#include "patch.h"

#include "abi/facility.h"

#include <asm/siginfo.h>
#include <linux/prctl.h>
#include <linux/time_types.h>

#define HANDLER_DFL 0ul
#define HANDLER_IGN 1ul
#define SYS_CODE_SECCOMP 1	 /* SYS_SECCOMP, likewise */
#define SYS_CODE_USER_DISPATCH 2 /* SYS_USER_DISPATCH of asm-generic/siginfo.h */
#define SYS_CODE_SELF_PTRACE SYS_SELF_PTRACE
#define KERNEL_FLAGS (SA_RESTART | SA_NOCLDSTOP | SA_NOCLDWAIT)

struct siginfo_head {
	int signo, error, code;
};

struct siginfo_sys { /* asm-generic/siginfo.h, _sigsys */
	int signo, error, code, pad;
	uint64_t call_addr;
	int nr;
	uint32_t arch;
};

static bool within(uint64_t pc, const char *begin, const char *end)
{
	return pc >= (uint64_t)begin && pc < (uint64_t)end;
}

extern const char image_begin[], image_text_end[];

int signal_of(const uint8_t *info)
{
	return ((const struct siginfo_head *)info)->signo;
}

static int code_of(const uint8_t *info)
{
	return ((const struct siginfo_head *)info)->code;
}

/* Raised by the instruction at PC, which would raise it again. */
static bool is_fault(const uint8_t *info)
{
	uint64_t faults = SIGBIT(SIGSEGV) | SIGBIT(SIGBUS) | SIGBIT(SIGILL) | SIGBIT(SIGFPE) |
			  SIGBIT(SIGTRAP);

	return faults & SIGBIT(signal_of(info)) && code_of(info) > 0;
}

/* Ignored faults need no handler: the kernel kills for them all the same. */
bool signal_is_caught(int signo, const struct action *action)
{
	if (signo == SIGSEGV || signo == SIGBUS)
		return action->handler != HANDLER_IGN;
	return signo == SIGSYS;
}

long signal_install(int signo, const struct action *action)
{
	struct action kernel = *action;

	if (action->handler > HANDLER_IGN || signal_is_caught(signo, action)) {
		kernel.handler = (uint64_t)arch_handler;
		/* The mask says what is blocked: a fault of the handler's own is not. */
		kernel.flags = SA_SIGINFO | SA_ONSTACK | SA_RESTORER | SA_NODEFER |
			       (action->flags & KERNEL_FLAGS);
		if (action->handler == HANDLER_IGN)
			kernel.flags |= SA_RESTART; /* nothing is interrupted by what is ignored */
		kernel.restorer = (uint64_t)arch_restorer;
		/* leave_by_hand() would not get rid of a mask. */
		kernel.mask = may(SANDBOX_RETURN) ? ~(SIGBIT(SIGSEGV) | SIGBIT(SIGBUS)) : 0;
	}
	return sys4(__NR_rt_sigaction, signo, &kernel, 0, MASK_BYTES);
}

void signals_install(struct thread *thread, uint32_t former_sandbox)
{
	if (!((process.sandbox ^ former_sandbox) & SANDBOX_RETURN))
		return;
	lock(&thread->dispositions->lock);
	for (int signo = 1; signo <= SIGNALS; signo++) {
		const struct action *action = &thread->dispositions->actions[signo - 1];

		if (action->handler > HANDLER_IGN || signal_is_caught(signo, action))
			signal_install(signo, action);
	}
	unlock(&thread->dispositions->lock);
}

stack_t signal_stack(const struct thread *thread)
{
	return (stack_t){ .ss_sp = (uint8_t *)thread + SLOT_SIGNAL_STACK,
			  .ss_size = SLOT_SIZE - SLOT_SIGNAL_STACK };
}

static void resend(struct thread *thread, const uint8_t *info)
{
	sys4(__NR_rt_tgsigqueueinfo, thread->pid, thread->tid, signal_of(info), info);
}

/* Does the application believe SIGSYS blocked, in the call it waits in or else? */
static bool sigsys_blocked(const struct thread *thread, bool waiting)
{
	return waiting ? !!(thread->wait_mask & SIGBIT(SIGSYS)) : thread->blocks_sigsys;
}

/* Comes whatever the application blocks or ignores (force_sig_info of kernel/signal.c). */
static bool is_forced_sigsys(const uint8_t *info)
{
	return signal_of(info) == SIGSYS && code_of(info) > 0;
}

static bool unseen(const struct thread *thread, const uint8_t *info, bool waiting)
{
	const struct action *action = &thread->dispositions->actions[SIGSYS - 1];

	return signal_of(info) == SIGSYS && !is_forced_sigsys(info) &&
	       (sigsys_blocked(thread, waiting) || action->handler == HANDLER_IGN);
}

bool signal_unseen(const struct thread *thread)
{
	for (uint32_t i = 0; i < thread->kept; i++)
		if (!unseen(thread, thread->info[i], thread->wait_mask_set))
			return false;
	return thread->kept;
}

bool signal_refused(const struct thread *thread)
{
	for (uint32_t i = 0; i < thread->kept; i++)
		if (signal_of(thread->info[i]) == SIGSYS &&
		    code_of(thread->info[i]) == SYS_CODE_SECCOMP)
			return true;
	return false;
}

static const uint64_t sigsys_set = SIGBIT(SIGSYS);

/* Within the agent nothing traps: there SIGSYS can be blocked. */
void sigsys_lend(struct thread *thread)
{
	sys4(__NR_rt_sigprocmask, SIG_BLOCK, &sigsys_set, 0, MASK_BYTES);
	resend(thread, thread->held_info);
}

void sigsys_take_back(struct thread *thread)
{
	static const struct __kernel_timespec zero;
	bool back = sys4(__NR_rt_sigtimedwait, &sigsys_set, thread->held_info, &zero, MASK_BYTES) ==
		    SIGSYS;

	sys4(__NR_rt_sigprocmask, SIG_UNBLOCK, &sigsys_set, 0, MASK_BYTES);
	thread->held_sigsys = back && thread->blocks_sigsys;
	if (back && !thread->blocks_sigsys)
		resend(thread, thread->held_info);
}

long facility_arm(const struct thread *thread)
{
	return thread->facility ? sys4(__NR_ptrace, PTRACE_SELF_ON, 0, 0, PTRACE_SELF_ALL) : 0;
}

void signal_knock(struct thread *thread)
{
	facility_arm(thread);
	arch_knock(thread);
}

/* The kernel has begun the call, and wants it made again; else rcx would be 0. */
static bool gave_back(const struct regs *regs, const char *call)
{
	return regs->rip == (uint64_t)call && regs->rcx == regs->rip + ARCH_CALL_SIZE;
}

/* Keeps the signal, and sends a thread at the brink of its call away from it. */
static void defer(struct thread *thread, const uint8_t *info, struct ucontext *uc)
{
	struct regs *regs = arch_context_regs(uc);
	uint64_t mask = uc->uc_sigmask;
	bool in_hook = thread_in_hook(thread);
	bool blocked = may(SANDBOX_RETURN) && (MASK_DEFER & SIGBIT(signal_of(info)));
	bool known = false;

	uc->uc_sigmask |= MASK_DEFER;
	for (uint32_t i = 0; i < thread->kept; i++) {
		if (blocked && (MASK_DEFER & SIGBIT(signal_of(thread->info[i])))) {
			/* Comes though it was blocked: a hook has set a mask of its own. */
			resend(thread, info);
			return;
		}
		if (signal_of(thread->info[i]) == signal_of(info))
			known = true;
	}
	if (!known) {
		/* In this order: where none is blocked, another signal may come at any point. */
		uint32_t kept = __atomic_fetch_add(&thread->kept, 1, __ATOMIC_SEQ_CST);

		if (!kept)
			thread->resume_mask = in_hook ? thread->hook_mask : mask & ~MASK_KEPT;
		if (kept < PENDING_MAX)
			memcpy(thread->info[kept], info, SIGINFO_SIZE);
		else
			__atomic_fetch_sub(&thread->kept, 1, __ATOMIC_SEQ_CST);
	}
	if (in_hook) /* it goes on as if nothing had been, and so do its calls */
		return;
	__atomic_store_n(&thread->pending, thread->kept, __ATOMIC_RELAXED);

	if (within(regs->rip, arch_call_window, arch_call_syscall + 1) ||
	    within(regs->rip, arch_clone_window, arch_clone_syscall + 1)) {
		thread->interrupted = gave_back(regs, arch_call_syscall);
		if (thread->interrupted && regs->rax == __NR_restart_syscall)
			thread->nr = __NR_restart_syscall;
		regs->rip = (uint64_t)arch_call_abort;
	} else if (within(regs->rip, arch_compat_window, arch_compat_syscall + 1)) {
		thread->interrupted = regs->rip == (uint64_t)arch_compat_syscall;
		if (thread->interrupted && (uint32_t)regs->rax == ARCH_COMPAT_RESTART)
			thread->nr = ARCH_COMPAT_RESTART;
		regs->rip = (uint64_t)arch_compat_abort;
	} else if (within(regs->rip, arch_make_window, arch_make_syscall + 1)) {
		thread->interrupted = gave_back(regs, arch_make_syscall);
		if (thread->interrupted && regs->rax == __NR_restart_syscall)
			thread->nr = __NR_restart_syscall;
		regs->rip = (uint64_t)arch_make_abort;
	} else if (regs->rip == (uint64_t)arch_again_syscall) {
		thread->regs.rax = regs->rax;
		regs->rip = (uint64_t)arch_again_abort;
	} else if (regs->rip == (uint64_t)arch_call_syscall + ARCH_CALL_SIZE ||
		   regs->rip == (uint64_t)arch_compat_syscall + ARCH_CALL_SIZE ||
		   regs->rip == (uint64_t)arch_make_syscall + ARCH_CALL_SIZE) {
		thread->interrupted = (long)regs->rax == -EINTR;
	}
}

bool altstack_has(const struct thread *thread, uint64_t sp)
{
	uint64_t low = (uint64_t)thread->altstack.ss_sp;

	if ((uint32_t)thread->altstack.ss_flags & SS_AUTODISARM)
		return false;
	return sp > low && sp - low <= thread->altstack.ss_size;
}

/*
 * The frame as the kernel would have made it, on the stack where it would be, and the
 * context as the handler begins.  False if there is no room or no memory for it.
 */
static bool frame_push(struct thread *thread, const struct action *action, const uint8_t *info,
		       struct ucontext *uc, uint64_t mask)
{
	const stack_t *alt = &thread->altstack;
	struct regs *regs = arch_context_regs(uc);
	uint64_t sp = regs->rsp, fp = 0;
	size_t fp_size = arch_fpstate_size(uc);
	bool nested = altstack_has(thread, sp);
	bool enter = (action->flags & SA_ONSTACK) && alt->ss_size && !nested;
	struct frame frame;

	sp = enter ? (uint64_t)alt->ss_sp + alt->ss_size : sp - ARCH_RED_ZONE;
	if (fp_size) {
		sp = (sp - fp_size) & ~63ul;
		fp = sp;
	}
	sp = ((sp - sizeof(frame)) & ~15ul) - 8;
	if ((enter || nested) &&
	    !(sp > (uint64_t)alt->ss_sp && sp - (uint64_t)alt->ss_sp <= alt->ss_size))
		return false;
	frame.restorer = action->restorer;
	frame.uc = *uc;
	arch_fault_put(&thread->fault, &frame.uc);
	frame.uc.uc_stack = *alt;
	frame.uc.uc_sigmask = mask;
	frame.uc.uc_mcontext.oldmask = mask;
	frame.uc.uc_mcontext.fpstate = (void *)fp;
	memcpy(frame.info, info, SIGINFO_SIZE);
	if (fp && !copy_out(thread, fp, (void *)uc->uc_mcontext.fpstate, fp_size))
		return false;
	if (!copy_out(thread, sp, &frame, sizeof(frame)))
		return false;
	arch_context_set_segments(uc, ARCH_CODE_SEGMENT, arch_stack_segment());
	regs->rip = action->handler;
	regs->rsp = sp;
	regs->rdi = (uint64_t)signal_of(info);
	regs->rsi = sp + offsetof(struct frame, info);
	regs->rdx = sp + offsetof(struct frame, uc);
	regs->rax = 0;
	return true;
}

/* Death by the signal, or nothing if it is ignored; for those caught anyway. */
static void default_action(struct thread *thread, int signo, const uint8_t *info,
			   const struct action *action, struct ucontext *uc)
{
	const uint64_t ignored =
		SIGBIT(SIGCHLD) | SIGBIT(SIGURG) | SIGBIT(SIGWINCH) | SIGBIT(SIGCONT);
	static const struct action plain;
	bool fault = is_fault(info);

	if (action->handler == HANDLER_IGN && !fault && !is_forced_sigsys(info))
		return;
	if (!may(SANDBOX_ACTION) && (ignored & SIGBIT(signo)) && !fault)
		return;
	sys4(__NR_rt_sigaction, signo, &plain, 0, MASK_BYTES);
	/* A fault happens again, with its own siginfo; what was sent is sent again. */
	if (!fault) {
		resend(thread, info);
		uc->uc_sigmask &= ~SIGBIT(signo);
	}
}

static void deliver(struct thread *thread, int signo, uint8_t *info, struct ucontext *uc);

/* As the kernel does where it cannot make a frame. */
static void deliver_segv(struct thread *thread, int failed, struct ucontext *uc)
{
	struct siginfo_head head = { .signo = SIGSEGV, .code = SI_KERNEL };
	uint8_t info[SIGINFO_SIZE] = { 0 };
	static const struct action plain;

	memcpy(info, &head, sizeof(head));
	if (failed == SIGSEGV || (uc->uc_sigmask & SIGBIT(SIGSEGV)) ||
	    thread->dispositions->actions[SIGSEGV - 1].handler <= HANDLER_IGN) {
		sys4(__NR_rt_sigaction, SIGSEGV, &plain, 0, MASK_BYTES);
		uc->uc_sigmask &= ~SIGBIT(SIGSEGV);
		resend(thread, info);
		return;
	}
	deliver(thread, SIGSEGV, info, uc);
}

/* uc is the application's own context; it becomes that of its handler's beginning. */
static void deliver(struct thread *thread, int signo, uint8_t *info, struct ucontext *uc)
{
	struct action *slot = &thread->dispositions->actions[signo - 1];
	struct regs *regs = arch_context_regs(uc);
	struct action action;
	uint64_t mask = uc->uc_sigmask;
	bool blocked = signo == SIGSYS && sigsys_blocked(thread, thread->saved_mask_set);
	bool in_wait;

	if (blocked && !is_forced_sigsys(info)) {
		memcpy(thread->held_info, info, SIGINFO_SIZE);
		thread->held_sigsys = 1;
		process.plain = 0; /* dispatch lends it to the kernel for each call */
		return;
	}
	lock(&thread->dispositions->lock);
	action = *slot;
	if (action.handler > HANDLER_IGN && (action.flags & SA_RESETHAND)) {
		slot->handler = HANDLER_DFL;
		if (may(SANDBOX_ACTION)) /* else it is still caught: default_action() */
			signal_install(signo, slot);
	}
	unlock(&thread->dispositions->lock);
	if (signo == SIGSYS && code_of(info) == SYS_CODE_SECCOMP)
		((struct siginfo_sys *)info)->call_addr = regs->rip; /* not the agent's */
	/* What is sent again, or happens again, is for a tracer to see then. */
	if (!(process.arena->control & CONTROL_SIGNALS) || action.handler != HANDLER_DFL)
		ring_signal(thread, signo, info);
	if (action.handler <= HANDLER_IGN || blocked) {
		default_action(thread, signo, info, &action, uc);
		return;
	}

	in_wait = thread->saved_mask_set;
	if (in_wait) {
		mask = thread->saved_mask;
		thread->saved_mask_set = 0;
	}
	/* The kernel's may be a fault of the agent's, which it has caught. */
	if (is_fault(info))
		arch_fault_take(&thread->fault, uc);
	mask |= thread->blocks_sigsys ? SIGBIT(SIGSYS) : 0;
	if (!(action.flags & ACTION_COMPAT ? compat_frame_push : frame_push)(thread, &action, info,
									     uc, mask)) {
		deliver_segv(thread, signo, uc);
		return;
	}
	if (in_wait)
		thread->blocks_sigsys = !!(thread->wait_mask & SIGBIT(SIGSYS));
	if ((uint32_t)thread->altstack.ss_flags & SS_AUTODISARM)
		thread->altstack = (stack_t){ .ss_flags = SS_DISABLE };
	uc->uc_sigmask |= action.mask;
	if (!(action.flags & SA_NODEFER))
		uc->uc_sigmask |= SIGBIT(signo);
	if (uc->uc_sigmask & SIGBIT(SIGSYS))
		thread->blocks_sigsys = 1;
	uc->uc_sigmask &= ~MASK_KEPT;
	thread->mask = uc->uc_sigmask;
	regs->flags &= ~(FLAGS_DF | FLAGS_RF | FLAGS_TF);
	uc->uc_mcontext.fpstate = NULL; /* a handler begins with a fresh FP state */
}

/* A context about to be resumed: not by the fault that it would come to. */
static void step_behind(struct thread *thread, struct ucontext *uc)
{
	uint64_t behind = site_behind(thread, arch_context_regs(uc)->rip, false);

	if (behind)
		arch_context_regs(uc)->rip = behind;
}

/*
 * The application returns from its handler.  Its frame goes back to the kernel
 * from here, every signal blocked, with what is virtual in it put right.
 */
static void application_sigreturn(struct thread *thread)
{
	bool compat = thread->arch != ARCH_AUDIT;
	uint64_t args[6] = { compat ? 0 : thread->regs.rsp };
	uint32_t nr = (uint32_t)thread->regs.rax;
	struct ucontext uc;
	bool record = process.plan[compat ? PLAN_CALLS : nr] & PLAN_RECORD;

	if (record)
		capture_enter(thread, nr, args);
	if (!(compat ? compat_frame_take(thread, &uc) :
		       copy_in(thread, &uc, thread->regs.rsp, sizeof(uc))))
		arch_sigreturn(compat ? 0 : thread->regs.rsp); /* SIGSEGV, as natively */
	if (record)
		capture_exit(thread, nr, args, (long)arch_context_regs(&uc)->rax);
	thread->arch = ARCH_AUDIT;

	/* The kernel leaves the alternate stack alone where it would refuse it. */
	if (!altstack_has(thread, uc.uc_mcontext.rsp)) {
		thread->altstack = uc.uc_stack;
		if ((uint32_t)thread->altstack.ss_flags & SS_DISABLE)
			thread->altstack = (stack_t){ .ss_flags = SS_DISABLE };
	}
	thread->blocks_sigsys = !!(uc.uc_sigmask & SIGBIT(SIGSYS));
	uc.uc_sigmask &= ~MASK_KEPT;
	thread->mask = uc.uc_sigmask;
	if (thread->held_sigsys && !thread->blocks_sigsys) {
		thread->held_sigsys = 0;
		resend(thread, thread->held_info);
	}
	facility_arm(thread);
	uc.uc_stack = signal_stack(thread);
	step_behind(thread, &uc);
	arch_sigreturn((uintptr_t)&uc);
}

/* In a rewritten site's stub the call has not begun. */
static void leave_stub(struct regs *regs)
{
	const struct site *site = site_of_stub(regs->rip);

	if (!site)
		return;
	if (regs->rip >= site->stub + STUB_BEHIND) {
		regs->rip = site->addr + ARCH_CALL_SIZE +
			    (regs->rip > site->stub + STUB_BEHIND ? site->behind_len : 0);
		return;
	}
	regs->rip = site->addr;
	if (site->tactic == TACTIC_MOV)
		regs->rax = site->nr;
}

/* The thread is the application's again. */
static void context_restore(struct thread *thread, struct ucontext *uc)
{
	*arch_context_regs(uc) = thread->regs;
	leave_stub(arch_context_regs(uc)); /* site_go_on() */
	arch_context_set_segments(uc, thread->code_segment, thread->stack_segment);
}

/* Death whatever the application has arranged for the signal. */
static void force_exit(struct thread *thread, int signo)
{
	static const struct action plain;

	sys4(__NR_rt_sigaction, signo, &plain, 0, MASK_BYTES);
	sys3(__NR_tgkill, thread->pid, thread->tid, signo);
	mask_set(0);
	__builtin_trap();
}

/* Is the call one for the application's own dispatch?  kernel/entry/syscall_user_dispatch.c */
static bool dispatches(struct thread *thread, uint64_t pc)
{
	uint8_t state;

	if (!thread->dispatches || pc - thread->dispatch_offset < thread->dispatch_len)
		return false;
	if (!thread->dispatch_selector)
		return true;
	if (!copy_in(thread, &state, thread->dispatch_selector, 1))
		force_exit(thread, SIGSEGV);
	if (state != SYSCALL_DISPATCH_FILTER_ALLOW && state != SYSCALL_DISPATCH_FILTER_BLOCK)
		force_exit(thread, SIGSYS);
	return state == SYSCALL_DISPATCH_FILTER_BLOCK;
}

/* The context, behind its call, becomes the dispatcher's. */
static void dispatch_from(struct thread *thread, struct ucontext *uc, uint32_t arch)
{
	struct regs *regs = arch_context_regs(uc);

	thread->regs = *regs;
	thread->code_segment = arch_context_code(uc);
	thread->stack_segment = arch_context_stack(uc);
	arch_context_set_segments(uc, ARCH_CODE_SEGMENT, arch_stack_segment());
	thread->arch = arch;
	thread->mask = uc->uc_sigmask;
	if (arch == ARCH_AUDIT ? (int)regs->rax == __NR_rt_sigreturn :
				 compat_is_sigreturn(regs->rax))
		application_sigreturn(thread);
	if (arch == ARCH_AUDIT)
		site_trapped(thread, regs->rip - ARCH_CALL_SIZE, (uint32_t)regs->rax);
	regs->rip = (uint64_t)arch_dispatch;
	regs->rsp = thread->stack_top;
	regs->flags &= ~(FLAGS_DF | FLAGS_RF | FLAGS_TF | FLAGS_AC);
}

/* As if the call had trapped at its site, which it has not. */
static void dispatch_at(struct thread *thread, struct ucontext *uc, const struct site *site)
{
	struct regs *regs = arch_context_regs(uc);

	regs->rip = site->addr + ARCH_CALL_SIZE;
	regs->rcx = regs->rip;
	regs->r11 = regs->flags;
	dispatch_from(thread, uc, ARCH_AUDIT);
}

/* A stub's own call, for %gs is the application's: as if made at the site, and by the next ones. */
static void leave_stub_call(struct thread *thread, struct siginfo_sys *sys, struct regs *regs)
{
	if (!site_is_in_stub(regs->rip))
		return;
	regs->rip = ((const struct stub_data *)(regs->rip - STUB_BEHIND + STUB_DATA))->after;
	regs->rcx = regs->rip;
	sys->call_addr = regs->rip;
	if (sites_active())
		sites_end(thread);
}

static void trap(struct thread *thread, uint8_t *info, struct ucontext *uc)
{
	struct siginfo_sys *sys = (struct siginfo_sys *)info;
	struct regs *regs = arch_context_regs(uc);

	leave_stub_call(thread, sys, regs);
	if (dispatches(thread, regs->rip)) {
		sys->code = SYS_CODE_USER_DISPATCH;
		facility_arm(thread);
		deliver(thread, SIGSYS, info, uc);
		return;
	}
	dispatch_from(thread, uc, sys->arch);
}

/*
 * The thread is done with its call and knocks: its context becomes the
 * application's, and what was kept is delivered there, each handler on top of
 * the one before, as the kernel would have stacked them.
 */
static void on_knock(struct thread *thread, struct ucontext *uc)
{
	uint8_t kept[PENDING_MAX][SIGINFO_SIZE];
	uint32_t count = 0, all;
	int injected = thread->injected;

	thread->pending = 0;
	do { /* others may come meanwhile (signal_install) */
		for (; count < thread->kept; count++) {
			memcpy(kept[count], thread->info[count], SIGINFO_SIZE);
			memset(thread->info[count], 0, sizeof(int)); /* for defer() to see */
		}
		all = count;
	} while (!__atomic_compare_exchange_n(&thread->kept, &all, 0, false, __ATOMIC_SEQ_CST,
					      __ATOMIC_SEQ_CST));
	thread->injected = 0;
	if (!count) /* nothing was deferred: the mask is the application's */
		thread->resume_mask = uc->uc_sigmask;
	if (thread->returns) {
		thread->returns = 0;
		if (!count)
			application_sigreturn(thread);
		thread->regs.rip -= ARCH_CALL_SIZE; /* after the handlers of what was kept */
	}
	context_restore(thread, uc);
	uc->uc_sigmask = thread->resume_mask;
	/* A child may have come without (child_start), or with its parent's. */
	uc->uc_stack = signal_stack(thread);
	/* A call that waits with a mask of its own hands its handlers that mask. */
	if (thread->interrupted && thread->wait_mask_set && !thread->aborted) {
		thread->saved_mask = thread->resume_mask;
		thread->saved_mask_set = 1;
		uc->uc_sigmask = thread->wait_mask & ~MASK_KEPT;
	}
	for (uint32_t i = 0; i < count; i++) {
		int signo = signal_of(kept[i]);

		if (uc->uc_sigmask & SIGBIT(signo))
			resend(thread, kept[i]);
		else
			deliver(thread, signo, kept[i], uc);
	}
	if (injected) {
		uint8_t info[SIGINFO_SIZE];

		tamper_info(injected, info);
		if (uc->uc_sigmask & SIGBIT(injected))
			resend(thread, info);
		else
			deliver(thread, injected, info, uc);
	}
	if (thread->saved_mask_set) {
		thread->saved_mask_set = 0;
		uc->uc_sigmask = thread->saved_mask;
	}
	step_behind(thread, uc);
}

/* The thread's last moment in the agent: everything becomes the application's own. */
static void set_free(struct thread *thread, struct ucontext *uc)
{
	uint64_t mask = thread->mask | (thread->blocks_sigsys ? SIGBIT(SIGSYS) : 0);

	for (int signo = 1; signo <= SIGNALS; signo++) {
		const struct action *action = &thread->dispositions->actions[signo - 1];

		if (action->handler > HANDLER_IGN || signal_is_caught(signo, action))
			sys4(__NR_rt_sigaction, signo, action, 0, MASK_BYTES);
	}
	for (uint32_t i = 0; i < thread->kept; i++)
		resend(thread, thread->info[i]);
	thread->retiring = 0;
	thread->retired = 1;
	context_restore(thread, uc);
	uc->uc_stack = thread->altstack;
	uc->uc_sigmask = mask;
}

/*
 * Only a signal's return sets registers and mask at once and keeps the FP state:
 * so the thread sends itself one more, on its own signal stack.
 */
void signal_retire(struct thread *thread)
{
	const stack_t stack = signal_stack(thread);

	mask_set(~MASK_KEPT);
	sys2(__NR_sigaltstack, &stack, 0);
	thread->retiring = 1;
	sys3(__NR_tgkill, thread->pid, thread->tid, SIGSYS);
	__builtin_trap();
}

static bool on_signal_stack(const struct thread *thread, const struct regs *regs)
{
	/* At its very bottom the agent's stack begins. */
	return regs->rsp > (uint64_t)thread + SLOT_SIGNAL_STACK &&
	       regs->rsp < (uint64_t)thread + SLOT_SIZE;
}

/* Asynchronous, while the agent's handler runs: it waits until that is done. */
static bool nested(const struct thread *thread, const struct regs *regs)
{
	return may(SANDBOX_RETURN) && on_signal_stack(thread, regs);
}

/*
 * Where the program's filter does not let the kernel take up the context: so it
 * is done without.  Of all that rt_sigreturn does only the mask needs a call; it
 * is what it was, but where a handler of the program's is to run.
 */
static void leave_by_hand(struct thread *thread, struct ucontext *uc, uint64_t mask)
{
	struct regs *regs = arch_context_regs(uc);

	/* Within another handler it stays, for that one knows of no other than it has found. */
	if (uc->uc_sigmask != mask && may(SANDBOX_MASK) && !on_signal_stack(thread, regs))
		mask_set(uc->uc_sigmask);
	arch_fpstate_load(uc);
	if (within(regs->rip, image_begin, image_text_end) || thread_in_hook(thread))
		arch_regs_resume(regs);
	if (thread->kept) /* since it came here: to be delivered on top of the context */
		thread->resume_mask = uc->uc_sigmask;
	thread->regs = *regs;
	thread->code_segment = arch_context_code(uc);
	thread->stack_segment = arch_context_stack(uc);
	arch_resume(thread);
}

void signal_return(struct thread *thread)
{
	thread->returns = 1;
	arch_knock(thread);
}

/*
 * The application steps, and has come by a jump in the place of its call: natively
 * no step ends before the instruction behind that.
 */
static bool step_over_call(struct thread *thread, const uint8_t *info, struct ucontext *uc)
{
	struct regs *regs = arch_context_regs(uc);
	const struct site *site;

	if (signal_of(info) != SIGTRAP || !(regs->flags & FLAGS_TF))
		return false;
	site = site_of_stub(regs->rip);
	if (!site || regs->rip != site->stub || site->tactic == TACTIC_MOV)
		return false;
	dispatch_at(thread, uc, site);
	return true;
}

/*
 * The application has set AC, and the pointer that its site jumps through lies
 * where the text has it.
 */
static bool jump_unaligned(struct thread *thread, const uint8_t *info, struct ucontext *uc)
{
	const struct site *site;

	if (signal_of(info) != SIGBUS || code_of(info) != BUS_ADRALN)
		return false;
	site = site_by_pointer(arch_context_regs(uc)->rip);
	if (site)
		dispatch_at(thread, uc, site);
	return site;
}

/* The call has not begun, or is to be made again; or it is done. */
static void leave_plain(const struct thread *thread, const uint8_t *info, struct regs *regs)
{
	bool done = within(regs->rip, arch_plain_syscall + 1, arch_plain_not);

	if (!within(regs->rip, arch_plain_kept, arch_plain_not)) {
		regs->rip = ((const struct stub_data *)regs->r11)->after - ARCH_CALL_SIZE;
		return;
	}
	regs->rcx = thread->regs.rip;
	regs->rip = thread->regs.rip;
	if (!done) {
		regs->rip -= ARCH_CALL_SIZE;
	} else if ((long)regs->rax == -EINTR && unseen(thread, info, false)) {
		regs->rip -= ARCH_CALL_SIZE;
		regs->rax = thread->regs.rax;
	}
}

/* Whom the signal has interrupted: a child of vfork begins with its parent's signal stack. */
static struct thread *interrupted(const struct regs *regs)
{
	uint64_t slots = (uint64_t)process.chunks * SLOTS_PER_CHUNK * SLOT_SIZE;
	struct thread *thread = thread_self();

	if (regs->rsp - process.slots < slots)
		thread = (struct thread *)(regs->rsp & ~(SLOT_SIZE - 1));
	if (within(regs->rip, arch_clone_syscall + ARCH_CALL_SIZE, arch_clone_on_stack) &&
	    !regs->rax && thread->child)
		thread = thread->child;
	return thread;
}

static void handle(struct thread *thread, int signo, uint8_t *info, struct ucontext *uc)
{
	struct regs *regs = arch_context_regs(uc);
	bool fault = is_fault(info);
	uint64_t behind;

	if (signo == SIGSYS &&
	    (code_of(info) == SYS_CODE_USER_DISPATCH || code_of(info) == SYS_CODE_SELF_PTRACE)) {
		if (regs->rip == (uint64_t)arch_knock_end) {
			on_knock(thread, uc);
			facility_arm(thread);
			return;
		}
		trap(thread, info, uc);
		return;
	}
	if (signo == SIGSYS && thread->retiring) {
		set_free(thread, uc);
		return;
	}
	if (fault && regs->rip == (uint64_t)arch_knock_end) { /* arch_knock_by_fault */
		on_knock(thread, uc);
		return;
	}
	if (fault && within(regs->rip, arch_copy_begin, arch_copy_end)) {
		regs->rip = (uint64_t)arch_copy_fault;
		return;
	}
	if (fault && signo == SIGSEGV && code_of(info) == SI_KERNEL &&
	    (behind = site_behind(thread, regs->rip, true))) {
		regs->rip = behind;
		return;
	}
	if (fault && regs->rip == (uint64_t)arch_rdtsc) {
		/* PR_SET_TSC forbids it: the time stands still. */
		regs->rax = (uint32_t)thread->enter_time;
		regs->rdx = thread->enter_time >> 32;
		regs->rip += ARCH_RDTSC_SIZE;
		return;
	}
	if (fault && (step_over_call(thread, info, uc) || jump_unaligned(thread, info, uc)))
		return;
	if (fault && signo == SIGSEGV &&
	    (regs->rip == (uint64_t)arch_trampoline || regs->rip == (uint64_t)arch_plain)) {
		regs->rip = regs->r11 + STUB_CALL - STUB_DATA; /* there is nothing behind %gs */
		return;
	}
	if (thread_in_hook(thread)) {
		static const struct action plain;

		if (nested(thread, regs)) {
			uc->uc_sigmask |= SIGBIT(signo);
			resend(thread, info);
		} else if (fault) { /* a hook's own, of which it dies as if it had no handler */
			sys4(__NR_rt_sigaction, signo, &plain, 0, MASK_BYTES);
		} else {
			defer(thread, info, uc);
		}
		return;
	}
	if (within(regs->rip, arch_resume_begin, arch_resume_end) ||
	    within(regs->rip, arch_return_begin, arch_return_end)) {
		if (thread->pending) { /* it is on its way to knock: done here as well */
			defer(thread, info, uc);
			on_knock(thread, uc);
			return;
		}
		context_restore(thread, uc);
		leave_stub(regs); /* where to go on may be in one */
	} else if (within(regs->rip, (const char *)arch_trampoline, arch_trampoline_ours)) {
		regs->rip = ((const struct stub_data *)regs->r11)->after - ARCH_CALL_SIZE;
	} else if (within(regs->rip, arch_trampoline_ours, arch_trampoline_saved)) {
		if (regs->rsp - (uint64_t)thread < SLOT_SIZE)
			regs->rsp = thread->regs.rsp;
		regs->rip = regs->rcx - ARCH_CALL_SIZE;
	} else if (within(regs->rip, (const char *)arch_plain, arch_plain_end)) {
		leave_plain(thread, info, regs);
	} else if (within(regs->rip, image_begin, image_text_end)) {
		if (fault) { /* a fault of the agent's own: die as such */
			static const struct action plain;

			sys4(__NR_rt_sigaction, signo, &plain, 0, MASK_BYTES);
		} else if (nested(thread, regs)) {
			uc->uc_sigmask |= SIGBIT(signo);
			resend(thread, info);
		} else {
			defer(thread, info, uc);
		}
		return;
	} else {
		leave_stub(regs);
	}
	deliver(thread, signo, info, uc);
	step_behind(thread, uc);
}

void signal_handler(int signo, uint8_t *info, struct ucontext *uc)
{
	struct thread *thread = interrupted(arch_context_regs(uc));
	uint64_t mask = uc->uc_sigmask;

	handle(thread, signo, info, uc);
	if (!may(SANDBOX_RETURN))
		leave_by_hand(thread, uc, mask);
}
