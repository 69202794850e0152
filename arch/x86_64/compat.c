/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * int $0x80 from 64-bit code, or from 32-bit code in a 64-bit process: calls of
 * arch/x86/entry/syscalls/syscall_32.tbl.  They trap, and are never rewritten.
 * Of the calls that emulate.c is for, those whose arguments mean the same are made as if by
 * `syscall`; the others are made here as the kernel's compat layer makes them, or go on as they
 * are once what the agent must know of them is known.  All other calls are made as they are.
 *
 * A handler set by such a call has a frame of 32 bits and runs as 32-bit code
 * (kernel: SA_IA32_ABI, arch/x86/kernel/signal_32.c), whatever it has interrupted.
 */
#include "agent.h"

#include <linux/resource.h>

#define CODE_SEGMENT_32 0x23u /* __USER32_CS */
#define FSAVE_SIZE 112u	      /* of the old header before the FP state's own */
#define FXSAVE_ST 32u
#define FXSAVE_EXTENDED_SIZE 468u /* sw_reserved.extended_size */
#define INFINITY_32 UINT32_MAX	  /* COMPAT_RLIM_INFINITY */
#define OLD_LIMIT_MAX 0x7fffffffu

struct action32 { /* struct compat_sigaction */
	uint32_t handler, flags, restorer;
	uint32_t mask[2];
};

struct old_action32 { /* struct compat_old_sigaction */
	uint32_t handler, mask, flags, restorer;
};

struct stack32 { /* compat_stack_t */
	uint32_t sp;
	int32_t flags;
	uint32_t size;
};

struct limit32 {
	uint32_t soft, hard;
};

struct frame32_old { /* struct sigframe_ia32 */
	uint32_t restorer;
	int32_t signo;
	struct sigcontext_32 context;
	struct _fpstate_32 unused;
	uint32_t mask_high;
	uint8_t code[8];
};

struct frame32 { /* struct rt_sigframe_ia32 */
	uint32_t restorer;
	int32_t signo;
	uint32_t info_at, uc_at;
	uint32_t info[SIGINFO_SIZE / 4];
	struct {
		uint32_t flags, link;
		struct stack32 stack;
		struct sigcontext_32 context;
		uint32_t mask[2];
	} uc;
	uint8_t code[8];
};

_Static_assert(sizeof(struct sigcontext_32) == 88, "the kernel's");
_Static_assert(sizeof(struct frame32_old) == 736, "the kernel's");
_Static_assert(sizeof(struct frame32) == 16 + 128 + 116 + 8, "the kernel's");

/* What a thing is in 32 bits */

static uint64_t join(const uint32_t words[2])
{
	return words[0] | (uint64_t)words[1] << 32;
}

/* kernel/signal.c, copy_siginfo_to_external32(): by what the signal and its code say of it. */
static void narrow_info(uint32_t to[SIGINFO_SIZE / 4], const uint8_t *info)
{
	uint32_t from[SIGINFO_SIZE / 4];
	int signo, code;
	bool pointer;

	memcpy(from, info, sizeof(from));
	signo = (int)from[0];
	code = (int)from[2];
	pointer = code == -5 /* SI_SIGIO */ || (code > 0 && code < SI_KERNEL && signo != SIGCHLD);
	memset(to, 0, SIGINFO_SIZE);
	memcpy(to, from, 12);
	to[3] = from[4];
	if (pointer) { /* an address or a long, and what is behind it */
		to[4] = from[6];
		to[5] = signo == SIGSYS ? from[7] : from[8];
		to[6] = signo == SIGSYS ? 0 : from[10];
		return;
	}
	to[4] = from[5];
	to[5] = from[6];
	if (signo == SIGCHLD && code > 0) {
		to[6] = from[8];
		to[7] = from[10];
	}
}

/* The kernel's twd_fxsr_to_i387(): two bits a register, in the order of their numbers. */
static uint32_t tags_of(const uint8_t *fx)
{
	uint32_t top = fx[3] >> 3 & 7, tags = 0xffff0000u;

	for (uint32_t i = 0; i < 8; i++) {
		const uint8_t *st = fx + FXSAVE_ST + 16 * ((i - top) & 7);
		uint32_t tag = 3, exponent;
		uint64_t significand;

		memcpy(&significand, st, sizeof(significand));
		exponent = (st[8] | (uint32_t)st[9] << 8) & 0x7fff;
		if (fx[4] >> i & 1)
			tag = exponent == 0x7fff ? 2 :
			      !exponent		 ? (significand ? 2 : 1) :
			      significand >> 63	 ? 0 :
						   2;
		tags |= tag << 2 * i;
	}
	return tags;
}

/* Not %fs, which is the application's alone: a frame of 32 bits does not show it here. */
static uint32_t segment(char which)
{
	uint32_t value = 0;

	if (which == 'd')
		__asm__ volatile("mov %%ds, %0" : "=r"(value));
	else if (which == 'e')
		__asm__ volatile("mov %%es, %0" : "=r"(value));
	else
		__asm__ volatile("mov %%gs, %0" : "=r"(value));
	return value;
}

/* If it can be: what cannot would fault. */
static void segment_set(char which, uint32_t value)
{
	bool valid = value <= 3;

	if (!valid)
		__asm__ volatile("verr %w1" : "=@ccz"(valid) : "r"(value));
	if (!valid || segment(which) == value)
		return;
	if (which == 'd')
		__asm__ volatile("mov %0, %%ds" : : "r"(value));
	else if (which == 'e')
		__asm__ volatile("mov %0, %%es" : : "r"(value));
	else
		__asm__ volatile("mov %0, %%gs" : : "r"(value));
}

/* Frames */

/* The header of 32 bits, as the kernel's convert_from_fxsr() makes it, and the state behind it. */
static bool put_fpstate(struct thread *thread, uint64_t at, const struct ucontext *uc, size_t size)
{
	const uint8_t *fx = (const uint8_t *)uc->uc_mcontext.fpstate;
	uint32_t header[FSAVE_SIZE / 4], extended = (uint32_t)size + FSAVE_SIZE;
	const uint16_t *words = (const uint16_t *)fx;

	header[0] = words[0] | 0xffff0000u;
	header[1] = words[1] | 0xffff0000u;
	header[2] = tags_of(fx);
	memcpy(&header[3], fx + 8, 4);
	header[4] = (uint32_t)arch_context_code(uc);
	memcpy(&header[5], fx + 16, 4);
	header[6] = segment('d') | 0xffff0000u;
	for (uint32_t i = 0; i < 8; i++)
		memcpy((uint8_t *)&header[7] + 10 * i, fx + FXSAVE_ST + 16 * i, 10);
	header[27] = words[1]; /* status, and a magic of 0: FXSR */
	return copy_out(thread, at, header, sizeof(header)) &&
	       copy_out(thread, at + FSAVE_SIZE, fx, size) &&
	       (size <= FXSAVE_EXTENDED_SIZE + 44 ||
		copy_out(thread, at + FSAVE_SIZE + FXSAVE_EXTENDED_SIZE, &extended, 4));
}

static struct sigcontext_32 narrow_context(const struct thread *thread, const struct ucontext *uc,
					   uint64_t fp, uint64_t mask)
{
	const struct regs *regs = arch_context_regs((struct ucontext *)uc);

	return (struct sigcontext_32){
		.gs = (uint16_t)segment('g'),
		.es = (uint16_t)segment('e'),
		.ds = (uint16_t)segment('d'),
		.di = (uint32_t)regs->rdi,
		.si = (uint32_t)regs->rsi,
		.bp = (uint32_t)regs->rbp,
		.sp = (uint32_t)regs->rsp,
		.bx = (uint32_t)regs->rbx,
		.dx = (uint32_t)regs->rdx,
		.cx = (uint32_t)regs->rcx,
		.ax = (uint32_t)regs->rax,
		.trapno = (uint32_t)thread->fault.trapno,
		.err = (uint32_t)thread->fault.err,
		.ip = (uint32_t)regs->rip,
		.cs = (uint16_t)arch_context_code(uc),
		.flags = (uint32_t)regs->flags,
		.sp_at_signal = (uint32_t)regs->rsp,
		.ss = (uint16_t)arch_context_stack(uc),
		.fpstate = (uint32_t)fp,
		.oldmask = (uint32_t)mask,
		.cr2 = (uint32_t)thread->fault.cr2,
	};
}

bool compat_frame_push(struct thread *thread, const struct action *action, const uint8_t *info,
		       struct ucontext *uc, uint64_t mask)
{
	const stack_t *alt = &thread->altstack;
	struct regs *regs = arch_context_regs(uc);
	size_t fp_size = arch_fpstate_size(uc), size;
	bool rt = action->flags & SA_SIGINFO;
	bool nested = altstack_has(thread, regs->rsp), enter = false;
	uint64_t sp = regs->rsp, fp;
	union {
		struct frame32 rt;
		struct frame32_old old;
	} frame;

	memset(&frame, 0, sizeof(frame));
	if (action->flags & SA_ONSTACK)
		enter = alt->ss_size && !nested;
	else if (!nested && arch_context_stack(uc) != ARCH_STACK_SEGMENT &&
		 !(action->flags & SA_RESTORER) && action->restorer)
		sp = action->restorer; /* of old a stack was set so */
	if (enter)
		sp = (uint64_t)alt->ss_sp + alt->ss_size;
	sp = fp = ((sp - fp_size) & ~63ul) - FSAVE_SIZE;
	size = rt ? sizeof(frame.rt) : sizeof(frame.old);
	sp = ((sp - size + 4) & ~15ul) - 4;
	if ((enter || nested) &&
	    !(sp > (uint64_t)alt->ss_sp && sp - (uint64_t)alt->ss_sp <= alt->ss_size))
		return false;
	if (fp_size && !put_fpstate(thread, fp, uc, fp_size))
		return false;
	if (!fp_size)
		fp = 0;
	if (rt) {
		static const uint8_t code[8] = { 0xb8, 173, 0, 0, 0, 0xcd, 0x80, 0 };

		frame.rt.restorer = (uint32_t)action->restorer;
		frame.rt.signo = signal_of(info);
		frame.rt.info_at = (uint32_t)(sp + offsetof(struct frame32, info));
		frame.rt.uc_at = (uint32_t)(sp + offsetof(struct frame32, uc));
		narrow_info(frame.rt.info, info);
		frame.rt.uc.flags = uc->uc_flags & UC_FP_XSTATE;
		frame.rt.uc.stack = (struct stack32){ (uint32_t)(uint64_t)alt->ss_sp, alt->ss_flags,
						      (uint32_t)alt->ss_size };
		frame.rt.uc.context = narrow_context(thread, uc, fp, mask);
		memcpy(frame.rt.uc.mask, &mask, sizeof(mask));
		memcpy(frame.rt.code, code, sizeof(code));
	} else {
		static const uint8_t code[8] = { 0x58, 0xb8, 119, 0, 0, 0, 0xcd, 0x80 };

		frame.old.restorer = (uint32_t)action->restorer;
		frame.old.signo = signal_of(info);
		frame.old.context = narrow_context(thread, uc, fp, mask);
		frame.old.mask_high = (uint32_t)(mask >> 32);
		memcpy(frame.old.code, code, sizeof(code));
	}
	if (!copy_out(thread, sp, &frame, size))
		return false;
	segment_set('d', ARCH_STACK_SEGMENT);
	segment_set('e', ARCH_STACK_SEGMENT);
	arch_context_set_segments(uc, CODE_SEGMENT_32, ARCH_STACK_SEGMENT);
	regs->rip = action->handler;
	regs->rsp = sp;
	regs->rax = (uint64_t)signal_of(info);
	regs->rdx = frame.rt.info_at;
	regs->rcx = frame.rt.uc_at;
	if (!rt)
		regs->rdx = regs->rcx = 0;
	return true;
}

bool compat_is_sigreturn(uint64_t nr)
{
	return (uint32_t)nr == 119 || (uint32_t)nr == 173;
}

bool compat_frame_take(struct thread *thread, struct ucontext *uc)
{
	bool rt = (uint32_t)thread->regs.rax == 173;
	struct regs *regs = arch_context_regs(uc);
	struct frame32_old old = { 0 };
	struct frame32 frame;
	struct sigcontext_32 *context = rt ? &frame.uc.context : &old.context;

	/* The restorer has taken the return address off the stack, sigreturn's the number too. */
	if (!(rt ? copy_in(thread, &frame, thread->regs.rsp - 4, sizeof(frame)) :
		   copy_in(thread, &old, thread->regs.rsp - 8, sizeof(old))))
		return false;
	memset(uc, 0, sizeof(*uc));
	uc->uc_flags = UC_FP_XSTATE | UC_SIGCONTEXT_SS | UC_STRICT_RESTORE_SS;
	uc->uc_stack = thread->altstack;
	if (rt) {
		uc->uc_stack.ss_sp = (void *)(uint64_t)frame.uc.stack.sp;
		uc->uc_stack.ss_flags = frame.uc.stack.flags;
		uc->uc_stack.ss_size = frame.uc.stack.size;
		uc->uc_sigmask = join(frame.uc.mask);
	} else {
		uc->uc_sigmask = context->oldmask | (uint64_t)old.mask_high << 32;
	}
	*regs = thread->regs; /* those that no frame of 32 bits has */
	regs->rdi = context->di;
	regs->rsi = context->si;
	regs->rbp = context->bp;
	regs->rsp = context->sp;
	regs->rbx = context->bx;
	regs->rdx = context->dx;
	regs->rcx = context->cx;
	regs->rax = context->ax;
	regs->rip = context->ip;
	regs->flags = context->flags;
	arch_context_set_segments(uc, context->cs | 3u, context->ss | 3u);
	segment_set('g', context->gs);
	segment_set('d', context->ds);
	segment_set('e', context->es);
	if (context->fpstate)
		uc->uc_mcontext.fpstate = (void *)((uint64_t)context->fpstate + FSAVE_SIZE);
	return true;
}

/* Calls */

/* signal(signo, handler) */
static long compat_signal(struct thread *thread)
{
	struct action action = { .handler = thread->args[1], .flags = SA_ONESHOT | SA_NOMASK };
	struct action old;
	long ret;

	if (!action_can_be_set(thread->args[0], true))
		return arch_call_compat(thread);
	ret = action_set(thread, thread->args[0], &action, &old);
	return ret ? ret : (long)old.handler;
}

/* sigaction(signo, act, old) */
static long compat_sigaction(struct thread *thread)
{
	uint64_t at = thread->args[1];
	struct old_action32 narrow = { 0 };
	struct action action, old;
	long ret;

	if (!action_can_be_set(thread->args[0], at))
		return arch_call_compat(thread);
	if (at && !copy_in(thread, &narrow, at, sizeof(narrow)))
		return -EFAULT;
	action = (struct action){ narrow.handler, narrow.flags, narrow.restorer, narrow.mask };
	ret = action_set(thread, thread->args[0], at ? &action : NULL, &old);
	narrow = (struct old_action32){ (uint32_t)old.handler, (uint32_t)old.mask,
					(uint32_t)old.flags, (uint32_t)old.restorer };
	if (!ret && thread->args[2] && !copy_out(thread, thread->args[2], &narrow, sizeof(narrow)))
		return -EFAULT;
	return ret;
}

/* rt_sigaction(signo, act, old, size) */
static long compat_rt_sigaction(struct thread *thread)
{
	uint64_t at = thread->args[1];
	struct action32 narrow = { 0 };
	struct action action, old;
	long ret;

	if (thread->args[3] != MASK_BYTES || !action_can_be_set(thread->args[0], at))
		return arch_call_compat(thread);
	if (at && !copy_in(thread, &narrow, at, sizeof(narrow)))
		return -EFAULT;
	action =
		(struct action){ narrow.handler, narrow.flags, narrow.restorer, join(narrow.mask) };
	ret = action_set(thread, thread->args[0], at ? &action : NULL, &old);
	narrow = (struct action32){ (uint32_t)old.handler,
				    (uint32_t)old.flags,
				    (uint32_t)old.restorer,
				    { (uint32_t)old.mask, (uint32_t)(old.mask >> 32) } };
	if (!ret && thread->args[2] && !copy_out(thread, thread->args[2], &narrow, sizeof(narrow)))
		return -EFAULT;
	return ret;
}

/* sigprocmask(how, set, old): the lower half only */
static long compat_sigprocmask(struct thread *thread)
{
	uint64_t set_at = thread->args[1], old_at = thread->args[2], set = 0, old;
	int how = (int)thread->args[0];
	uint32_t narrow;
	long ret;

	if (set_at && !copy_in(thread, &set, set_at, sizeof(narrow)))
		return -EFAULT;
	if (set_at && how == SIG_SETMASK) {
		ret = mask_change(thread, 0, NULL, &old);
		if (ret || thread->aborted)
			return ret;
		set |= old & ~(uint64_t)UINT32_MAX;
	}
	ret = mask_change(thread, how, set_at ? &set : NULL, &old);
	if (ret || thread->aborted)
		return ret;
	narrow = (uint32_t)old;
	return old_at && !copy_out(thread, old_at, &narrow, sizeof(narrow)) ? -EFAULT : 0;
}

/* sgetmask(), ssetmask(mask) */
static long compat_mask(struct thread *thread, bool set)
{
	uint64_t mask = (uint64_t)(int64_t)(int32_t)thread->args[0], old = 0;
	long ret = mask_change(thread, SIG_SETMASK, set ? &mask : NULL, &old);

	if (ret || thread->aborted)
		return ret;
	return set ? (long)(int32_t)old : (long)old;
}

/* sigaltstack(stack, old) */
static long compat_sigaltstack(struct thread *thread)
{
	uint64_t at = thread->args[0];
	struct stack32 narrow = { 0 };
	stack_t new, old = { 0 };
	long ret;

	if (at && !copy_in(thread, &narrow, at, sizeof(narrow)))
		return -EFAULT;
	new = (stack_t){ .ss_sp = (void *)(uint64_t)narrow.sp,
			 .ss_flags = narrow.flags,
			 .ss_size = narrow.size };
	ret = altstack_set(thread, at ? &new : NULL, &old);
	narrow = (struct stack32){ (uint32_t)(uint64_t)old.ss_sp, old.ss_flags,
				   (uint32_t)old.ss_size };
	if (!ret && thread->args[1] && !copy_out(thread, thread->args[1], &narrow, sizeof(narrow)))
		return -EFAULT;
	return ret;
}

/*
 * A call that waits with a mask of its own.  The kernel may have it as it is:
 * nothing traps while it waits, and handlers of the agent's begin with one of their own.
 */
static long compat_wait(struct thread *thread, uint64_t at, uint64_t size)
{
	uint64_t mask;

	if (at && size == MASK_BYTES && copy_in(thread, &mask, at, MASK_BYTES)) {
		thread->wait_mask = mask;
		thread->wait_mask_set = 1;
	}
	return arch_call_compat(thread);
}

/* pselect6 and io_pgetevents: {pointer, size} behind the last argument */
static long compat_wait_packed(struct thread *thread)
{
	uint32_t packed[2] = { 0 };

	if (thread->args[5] && !copy_in(thread, packed, thread->args[5], sizeof(packed)))
		packed[0] = 0;
	return compat_wait(thread, packed[0], packed[1]);
}

/* sigsuspend(unused, unused, mask) */
static long compat_sigsuspend(struct thread *thread)
{
	thread->wait_mask = (uint32_t)thread->args[2];
	thread->wait_mask_set = 1;
	return arch_call_compat(thread);
}

static uint32_t narrow_limit(uint64_t limit, uint32_t most)
{
	return limit > most ? most : (uint32_t)limit;
}

/* setrlimit(resource, new); getrlimit(resource, old), which of old knew less */
static long compat_rlimit(struct thread *thread, bool set, uint32_t most)
{
	struct rlimit64 new = { 0 }, old;
	uint64_t at = thread->args[1];
	struct limit32 narrow;
	long ret;

	if (thread->args[0] != RLIMIT_AS)
		return arch_call_compat(thread);
	if (set) {
		if (!copy_in(thread, &narrow, at, sizeof(narrow)))
			return -EFAULT;
		new.rlim_cur = narrow.soft == INFINITY_32 ? RLIM64_INFINITY : narrow.soft;
		new.rlim_max = narrow.hard == INFINITY_32 ? RLIM64_INFINITY : narrow.hard;
	}
	ret = address_space_limits(thread, set ? &new : NULL, &old);
	if (ret || thread->aborted || set)
		return ret;
	narrow.soft = narrow_limit(old.rlim_cur, most);
	narrow.hard = narrow_limit(old.rlim_max, most);
	return copy_out(thread, at, &narrow, sizeof(narrow)) ? 0 : -EFAULT;
}

static long as_native(struct thread *thread, uint64_t nr)
{
	thread->nr = nr;
	return emulate(thread);
}

/* clone(flags, stack, parent_tid, tls, child_tid): the last two the other way round */
static long compat_clone(struct thread *thread)
{
	uint64_t tls = thread->args[3];

	thread->args[3] = thread->args[4];
	thread->args[4] = tls;
	return as_native(thread, __NR_clone);
}

long emulate_compat(struct thread *thread)
{
	const uint64_t *args = thread->args;

	switch (thread->nr) {
	case 1:
		return as_native(thread, __NR_exit);
	case 2:
		return as_native(thread, __NR_fork);
	case 11:
		return emulate_exec(thread, false);
	case 26:
		return emulate_ptrace(thread);
	case 48:
		return compat_signal(thread);
	case 67:
		return compat_sigaction(thread);
	case 68:
		return compat_mask(thread, false);
	case 69:
		return compat_mask(thread, true);
	case 72:
		return compat_sigsuspend(thread);
	case 75:
		return compat_rlimit(thread, true, INFINITY_32);
	case 76:
		return compat_rlimit(thread, false, OLD_LIMIT_MAX);
	case 120:
		return compat_clone(thread);
	case 125: /* mprotect */
	case 380: /* pkey_mprotect */
		return emulate_mprotect(thread);
	case 126:
		return compat_sigprocmask(thread);
	case 163:
		return emulate_mremap(thread);
	case 172:
		return emulate_prctl(thread);
	case 174:
		return compat_rt_sigaction(thread);
	case 175:
		return as_native(thread, __NR_rt_sigprocmask);
	case 179: /* rt_sigsuspend */
		return compat_wait(thread, args[0], args[1]);
	case 186:
		return compat_sigaltstack(thread);
	case 190:
		return as_native(thread, __NR_vfork);
	case 191:
		return compat_rlimit(thread, false, INFINITY_32);
	case 252:
		return as_native(thread, __NR_exit_group);
	case 308: /* pselect6 */
	case 385: /* io_pgetevents */
	case 413: /* pselect6_time64 */
	case 416: /* io_pgetevents_time64 */
		return compat_wait_packed(thread);
	case 309: /* ppoll */
	case 414: /* ppoll_time64 */
		return compat_wait(thread, args[3], args[4]);
	case 310:
		return emulate_unshare(thread);
	case 319: /* epoll_pwait */
	case 441: /* epoll_pwait2 */
		return compat_wait(thread, args[4], args[5]);
	case 340:
		return as_native(thread, __NR_prlimit64);
	case 346:
		return emulate_setns(thread);
	case 354:
		return emulate_seccomp(thread);
	case 358:
		return emulate_exec(thread, true);
	case 375:
		return emulate_membarrier(thread);
	case 435:
		return as_native(thread, __NR_clone3);
	default:
		return arch_call_compat(thread);
	}
}
