/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the agent needs to know of x86_64: registers, signal frames, how a call
 * is made.  arch/<name>/ has the same files with the same names.
 *
 * Registers of a system call: number in rax, arguments in rdi, rsi, rdx, r10,
 * r8, r9; result in rax; rcx and r11 become the return address and the flags,
 * all else is kept.
 */
#ifndef SELF_PTRACE_ARCH_H
#define SELF_PTRACE_ARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <asm/sigcontext.h>
#include <asm/unistd.h>
#include <linux/audit.h>
#include <linux/signal.h>

#include <asm/ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_X86_64
/* `syscall` and `int $0x80` are two bytes long both. */
#define ARCH_CALL_SIZE 2u
/* restart_syscall of i386 */
#define ARCH_COMPAT_RESTART 0u
#define ARCH_RED_ZONE 128u

/*
 * The application's registers at a call: the head of the kernel's struct
 * sigcontext, so that one copy takes them from a signal frame or puts them there.
 */
struct regs {
	uint64_t r8, r9, r10, r11, r12, r13, r14, r15;
	uint64_t rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip, flags;
};

_Static_assert(offsetof(struct sigcontext, r15) == offsetof(struct regs, r15), "layout");
_Static_assert(offsetof(struct sigcontext, rdi) == offsetof(struct regs, rdi), "layout");
_Static_assert(offsetof(struct sigcontext, rax) == offsetof(struct regs, rax), "layout");
_Static_assert(offsetof(struct sigcontext, rip) == offsetof(struct regs, rip), "layout");
_Static_assert(offsetof(struct sigcontext, eflags) == offsetof(struct regs, flags), "layout");

/* What the kernel puts on the stack for a handler, whose rsp points at it. */
struct frame {
	uint64_t restorer;
	struct ucontext uc;
	uint8_t info[128]; /* siginfo_t */
};

/* What arch_make has at the outer end of the agent's stack, from rbp on: as if the
 * application had called, and what it takes to go back. */
struct make_frame {
	uint64_t rbp, rip, go_on, rsp;
};

/* __USER_CS, __USER_DS: 32-bit code may run in a 64-bit process (Wine), and any on segments of
 * its own (DOSEMU). */
#define ARCH_CODE_SEGMENT 0x33u
#define ARCH_STACK_SEGMENT 0x2bu

static inline uint64_t arch_context_code(const struct ucontext *uc)
{
	return uc->uc_mcontext.cs;
}

static inline uint64_t arch_context_stack(const struct ucontext *uc)
{
	return uc->uc_mcontext.ss;
}

static inline void arch_context_set_segments(struct ucontext *uc, uint64_t code, uint64_t stack)
{
	uc->uc_mcontext.cs = (uint16_t)code;
	uc->uc_mcontext.ss = (uint16_t)stack;
}

/*
 * What the kernel has put there for a handler: the interrupted code's, if that is valid;
 * what a context has may be so no more, and no handler could be begun with it.
 */
static inline uint64_t arch_stack_segment(void)
{
	uint64_t segment;

	__asm__ volatile("mov %%ss, %k0" : "=r"(segment));
	return segment;
}

#define FLAGS_TF 0x100ul
#define FLAGS_DF 0x400ul
#define FLAGS_RF 0x10000ul
#define FLAGS_AC 0x40000ul

/* By their numbers in DWARF: abi/record.h, STACK_REGISTERS. */
static inline void arch_dwarf_registers(const struct regs *regs, uint64_t to[17])
{
	to[0] = regs->rax;
	to[1] = regs->rdx;
	to[2] = regs->rcx;
	to[3] = regs->rbx;
	to[4] = regs->rsi;
	to[5] = regs->rdi;
	to[6] = regs->rbp;
	to[7] = regs->rsp;
	to[8] = regs->r8;
	to[9] = regs->r9;
	to[10] = regs->r10;
	to[11] = regs->r11;
	to[12] = regs->r12;
	to[13] = regs->r13;
	to[14] = regs->r14;
	to[15] = regs->r15;
	to[16] = regs->rip;
}

static inline struct regs *arch_context_regs(struct ucontext *uc)
{
	return (struct regs *)&uc->uc_mcontext;
}

/* The kernel puts a thread's last fault into the frame of each signal. */
struct arch_fault {
	uint64_t err, trapno, cr2;
};

static inline void arch_fault_take(struct arch_fault *to, const struct ucontext *uc)
{
	to->err = uc->uc_mcontext.err;
	to->trapno = uc->uc_mcontext.trapno;
	if (to->trapno == 14) /* a page fault; others leave it */
		to->cr2 = uc->uc_mcontext.cr2;
}

static inline void arch_fault_put(const struct arch_fault *from, struct ucontext *uc)
{
	uc->uc_mcontext.err = from->err;
	uc->uc_mcontext.trapno = from->trapno;
	uc->uc_mcontext.cr2 = from->cr2;
}

static inline void arch_pause(void)
{
	__asm__ volatile("pause");
}

static inline uintptr_t arch_stack_pointer(void)
{
	uintptr_t sp;

	__asm__("mov %%rsp, %0" : "=r"(sp));
	return sp;
}

/* Bytes of FP and vector state that the frame's fpstate points at (0: none). */
size_t arch_fpstate_size(const struct ucontext *uc);
/* It becomes the processor's, which is as at a handler's beginning. */
void arch_fpstate_load(const struct ucontext *uc);

/* arch/x86_64/entry.S; every `syscall` of the agent is there, in one section. */

struct thread;

/* A call of the agent's own.  Signals that arrive meanwhile are kept (signal.c). */
long arch_syscall(long nr, long a, long b, long c, long d, long e, long f);

/*
 * The application's call, as thread->nr and thread->args have it, on the
 * thread's agent stack.  If a signal is pending, or arrives before the kernel
 * has begun, thread->aborted is set and nothing was done.
 */
long arch_call(struct thread *thread);
/* The same through int $0x80. */
long arch_call_compat(struct thread *thread);
/* The same for a call that makes a child on an agent stack of its own, where
 * the child's first act is child_start(). */
long arch_call_clone(struct thread *thread);

/* Where a trapped thread's context is pointed at: the call is made on the agent stack. */
void arch_dispatch(void);
/* Back to the application, as thread->regs has it. */
void arch_resume(struct thread *thread) __attribute__((noreturn));
/* Traps, for the sake of the trap alone (signal.c). */
void arch_knock(struct thread *thread) __attribute__((noreturn));
/* The same where no call traps: by a fault. */
void arch_knock_by_fault(struct thread *thread) __attribute__((noreturn));
/* rt_sigreturn with the struct frame whose uc is at sp. */
void arch_sigreturn(uintptr_t sp) __attribute__((noreturn));
/* What the agent's own handler returns to. */
void arch_restorer(void);
/* To a place in the agent, with those registers. */
void arch_regs_resume(const struct regs *regs) __attribute__((noreturn));

struct hook_call;
/* function(call) on that stack; thread->stack_top is below this one until it is set anew. */
void arch_hook_call(struct thread *thread, uint64_t function, struct hook_call *call,
		    uint64_t stack);

/* The kernel's way into signal_handler. */
void arch_handler(void);

/* Where stubs of rewritten sites jump to (site.c); arch_plain: for calls of plan 0. */
void arch_trampoline(void);
void arch_plain(void);
/* The time stamp counter, as the tool's arch_clock.h reads it. */
uint64_t arch_stamp(void);
#define ARCH_RDTSC_SIZE 2u
/* %gs can be set and read: by an instruction, or by a call that no seccomp filter minds. */
bool arch_gs_usable(void);
/* The thread's block behind %gs, which rewritten sites find it by; NULL: as natively. */
void arch_thread_set(struct thread *thread);
/* %gs's base, of whom ever it is. */
uint64_t arch_gs_read(void);
/* %gs is not as a program begins with it. */
bool arch_gs_is_set(void);

/* n bytes; returns how many could not be copied, a fault being the end of it. */
size_t arch_copy(void *to, const void *from, size_t n);
/* By a store that changes nothing; a fault means that it is not. */
bool arch_is_writable(void *at);

/* Marks in entry.S for signal.c, in the order of addresses. */
extern const char arch_syscalls_begin[], arch_syscalls_end[];
extern const char arch_syscall_behind[];
extern const char arch_call_window[], arch_call_syscall[];
extern const char arch_compat_window[], arch_compat_syscall[], arch_compat_abort[];
extern const char arch_clone_window[], arch_clone_syscall[], arch_clone_on_stack[];
extern const char arch_call_abort[];
extern const char arch_make_window[], arch_make_syscall[], arch_make_abort[];
extern const char arch_plain_kept[], arch_plain_syscall[], arch_plain_not[], arch_plain_end[];
extern const char arch_again_syscall[], arch_again_abort[];
extern const char arch_resume_begin[], arch_resume_end[];
extern const char arch_knock_end[], arch_rdtsc[];
extern const char arch_trampoline_ours[], arch_trampoline_saved[];
extern const char arch_return_begin[], arch_return_end[];
extern const char arch_copy_begin[], arch_copy_end[], arch_copy_fault[];

#endif
