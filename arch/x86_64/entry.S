/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Where the agent meets the kernel and the application.  Every `syscall` and
 * `int $0x80` of the agent stands in .text.syscalls, the one range that Syscall
 * User Dispatch lets pass (invariant I1).
 *
 * Windows: a signal whose interrupted PC lies in [window, syscall] of one of
 * the four calls below has come before the kernel began the application's
 * call, and signal.c sends the thread to its abort; at the syscall rcx tells
 * whether the kernel had the call and gave it back.  One whose PC lies in
 * [arch_resume_begin, arch_resume_end) or [arch_return_begin, arch_return_end)
 * finds the thread on its way out: the context becomes the application's at
 * once.  In [arch_trampoline, arch_trampoline_saved) the call has not begun and
 * all registers are the application's but rsp.  In [arch_plain, arch_plain_end)
 * all are but rcx, on either side of the call.  Anywhere else it is deferred.
 *
 * %gs is the application's to load at any time, without a call.  So stubs look
 * for a mark behind it first.  Where it is not there, or nothing is, the stub's
 * own call traps, at the brink of which nothing has been touched.
 *
 * The kernel leaves the processor's prediction of returns useless: a `ret` whose
 * `call` came before the kernel was entered costs more than all else here.  So
 * the two ways that matter, arch_plain and arch_make, have none.
 *
 * Frames: every function of the agent begins with rbp in a chain, and at the
 * chain's outer end is struct make_frame.  Whoever follows rbp (perf record -g)
 * comes to the application's callers by it, and gdb/unwind.py finds there what a
 * debugger needs.
 *
 * Offsets THREAD_*, REGS_*, MAKE_*, SLOT_* come from asm-offsets.c.
 */
#include "asm-offsets.h"

#define NR_close 3
#define NR_mmap 9
#define NR_rt_sigreturn 15
#define NR_ptrace 101
/* TF, DF, NT, RF, AC, ID: restored by iretq only. */
#define FLAGS_UNUSUAL 0x254500
#define FLAGS_TF 0x100
#define FLAGS_NT 0x4000
#define FLAGS_AC 0x40000
#define FLAGS_PLAIN 0x2

	.macro	function name
	.globl	\name
	.hidden	\name
	.type	\name, @function
\name:
	.endm

	.macro	mark name
	.globl	\name
	.hidden	\name
\name:
	.endm

	.section .text.header, "ax", @progbits
/*
 * The image begins with this (struct image_header in agent/image.h); the tool
 * fills it in before it is mapped.
 */
	.globl	image_header
	.hidden	image_header
image_header:
	.zero	IMAGE_HEADER_SIZE

	.section .text.syscalls, "ax", @progbits
	.balign	16
mark arch_syscalls_begin

/*
 * The injected thread starts here, with the application's stack pointer, which
 * is not used.  rbx: header; rbp: next mapping; r12: mappings left; all dead to
 * the application, whose registers the tool restores after the int3.
 * At the int3: rax 0, or -errno.
 */
function arch_start
	lea	image_header(%rip), %rbx
	lea	IMAGE_MAPS(%rbx), %rbp
	mov	$IMAGE_MAP_COUNT, %r12d
1:	mov	0(%rbp), %rdi
	mov	8(%rbp), %rsi
	mov	16(%rbp), %rdx
	mov	24(%rbp), %r10
	mov	32(%rbp), %r8
	mov	40(%rbp), %r9
	mov	$NR_mmap, %eax
	syscall
	cmp	$-4096, %rax
	ja	2f
	add	$48, %rbp
	dec	%r12d
	jnz	1b
	movslq	IMAGE_FD(%rbx), %rdi
	mov	$NR_close, %eax
	syscall
	mov	IMAGE_SLOTS(%rbx), %rsp
	add	$SLOT_STACK_TOP, %rsp
	call	birth_start
2:	int3
	hlt

/*
 * long arch_start_here(void) -> rax: 0 or -errno.  Called by the preloaded
 * library, which has made the mappings, as any function is, and returns to it.
 */
function arch_start_here
	push	%rbp
	mov	%rsp, %rbp
	lea	image_header(%rip), %rax
	mov	IMAGE_SLOTS(%rax), %rsp
	add	$SLOT_STACK_TOP, %rsp
	call	birth_start_here
	mov	%rbp, %rsp
	pop	%rbp
	ret

/* A further thread of an attached process: rsp is its slot's stack top. */
function arch_start_thread
	call	birth_attach_thread
	int3
	hlt

/* Detach: undo what the thread's birth did; rsp as above. */
function arch_stop_thread
	call	birth_stop_thread
	int3
	hlt

/*
 * long arch_syscall(nr, a, b, c, d, e, f): rdi, rsi, rdx, rcx, r8, r9, 8(%rsp)
 * -> rax; clobbers rcx, r11 and the argument registers.
 */
function arch_syscall
	mov	%rdi, %rax
	mov	%rsi, %rdi
	mov	%rdx, %rsi
	mov	%rcx, %rdx
	mov	%r8, %r10
	mov	%r9, %r8
	mov	8(%rsp), %r9
	syscall
mark arch_syscall_behind
	ret

/* long arch_call(thread: rdi) -> rax; rbx: thread, across the call. */
function arch_call
	push	%rbx
	mov	%rdi, %rbx
	mov	THREAD_NR(%rbx), %rax
	mov	THREAD_ARGS+0(%rbx), %rdi
	mov	THREAD_ARGS+8(%rbx), %rsi
	mov	THREAD_ARGS+16(%rbx), %rdx
	mov	THREAD_ARGS+24(%rbx), %r10
	mov	THREAD_ARGS+32(%rbx), %r8
	mov	THREAD_ARGS+40(%rbx), %r9
	xor	%ecx, %ecx
mark arch_call_window
	cmpl	$0, THREAD_PENDING(%rbx)
	jne	arch_call_abort
mark arch_call_syscall
	syscall
	pop	%rbx
	ret

/* long arch_call_compat(thread: rdi) -> rax; r12: thread, as rbx is an argument. */
function arch_call_compat
	push	%rbx
	push	%rbp
	push	%r12
	mov	%rdi, %r12
	mov	THREAD_NR(%r12), %eax
	mov	THREAD_ARGS+0(%r12), %ebx
	mov	THREAD_ARGS+8(%r12), %ecx
	mov	THREAD_ARGS+16(%r12), %edx
	mov	THREAD_ARGS+24(%r12), %esi
	mov	THREAD_ARGS+32(%r12), %edi
	mov	THREAD_ARGS+40(%r12), %ebp
mark arch_compat_window
	cmpl	$0, THREAD_PENDING(%r12)
	jne	1f
mark arch_compat_syscall
	int	$0x80
2:	pop	%r12
	pop	%rbp
	pop	%rbx
	ret
mark arch_compat_abort
1:	movl	$1, THREAD_ABORTED(%r12)
	jmp	2b

/*
 * long arch_call_clone(thread: rdi) -> rax.  The child wakes up on the stack
 * that the arguments name, the top of its own slot's; nothing is on it.  One of
 * vfork, which names none, is on its parent's till arch_clone_on_stack.
 */
function arch_call_clone
	push	%rbx
	mov	%rdi, %rbx
	mov	THREAD_NR(%rbx), %rax
	mov	THREAD_ARGS+0(%rbx), %rdi
	mov	THREAD_ARGS+8(%rbx), %rsi
	mov	THREAD_ARGS+16(%rbx), %rdx
	mov	THREAD_ARGS+24(%rbx), %r10
	mov	THREAD_ARGS+32(%rbx), %r8
	mov	THREAD_ARGS+40(%rbx), %r9
mark arch_clone_window
	cmpl	$0, THREAD_PENDING(%rbx)
	jne	arch_call_abort
mark arch_clone_syscall
	syscall
	test	%rax, %rax
	jz	1f
	pop	%rbx
	ret
1:	mov	%rsp, %rdi
	and	$-SLOT_SIZE, %rdi
	cmp	%rdi, %rbx
	jne	arch_clone_on_stack
	mov	THREAD_CHILD(%rbx), %rdi
	lea	SLOT_STACK_TOP(%rdi), %rsp
mark arch_clone_on_stack
	xor	%ebp, %ebp
	call	child_start
	hlt

/*
 * A thread that was attached to in the midst of a call makes it again here,
 * where the kernel's restart of it does not trap: the tool points the thread
 * behind this instruction.  rbx: thread; rsp: its agent stack's top; the
 * argument registers: the application's.
 */
mark arch_again_syscall
	syscall
	mov	%rax, REGS_RAX(%rbx)
	mov	%rbx, %rdi
	jmp	arch_resume
mark arch_again_abort
	subq	$2, REGS_RIP(%rbx)
	mov	%rbx, %rdi
	jmp	arch_resume

/* arch_call and arch_call_clone come here when a signal was first; rbx: thread. */
mark arch_call_abort
	movl	$1, THREAD_ABORTED(%rbx)
	pop	%rbx
	ret

/* Entered by sigreturn from a trap: rsp is the agent stack's top, all else dead. */
function arch_dispatch
	mov	%rsp, %rbx
	and	$-SLOT_SIZE, %rbx
	push	REGS_RSP(%rbx)
	push	REGS_RIP(%rbx)
	push	REGS_RIP(%rbx)
	push	REGS_RBP(%rbx)
	mov	%rsp, %rbp
	mov	$1, %r12d
	/* fall through */

/*
 * The call that the thread's registers have, for traps and rewritten sites.
 * rbx: thread; r12d: 1 if it came by a trap; rbp, rsp: the frame.  The agent's C code before the
 * call and behind it; calls that C makes itself are done after the first.
 */
arch_make:
	mov	%rbx, %rdi
	mov	%r12d, %esi
	call	dispatch_begin
	test	%eax, %eax
	jnz	2f
	mov	REGS_RAX(%rbx), %eax
	mov	REGS_RDI(%rbx), %rdi
	mov	REGS_RSI(%rbx), %rsi
	mov	REGS_RDX(%rbx), %rdx
	mov	REGS_R10(%rbx), %r10
	mov	REGS_R8(%rbx), %r8
	mov	REGS_R9(%rbx), %r9
	xor	%ecx, %ecx
mark arch_make_window
	cmpl	$0, THREAD_PENDING(%rbx)
	jne	arch_make_abort
mark arch_make_syscall
	syscall
1:	mov	%rbx, %rdi
	mov	%rax, %rsi
	call	dispatch_end
2:	test	%r12d, %r12d
	jz	arch_return_begin
	mov	%rbx, %rdi
	jmp	arch_resume
mark arch_make_abort
	movl	$1, THREAD_ABORTED(%rbx)
	jmp	1b

/*
 * A rewritten site's stub jumps here.  rax: number; r11: the stub's struct
 * stub_data; rcx: dead; the rest, rsp and flags included, is the application's
 * and is kept, which leaves jrcxz to look with.  Nothing is written to the
 * application's stack.
 */
	.balign	64
function arch_trampoline
	mov	%gs:THREAD_MARK, %rcx
	lea	-MARK_THREAD(%rcx), %rcx
	jrcxz	1f
arch_not_ours:
	lea	STUB_CALL - STUB_DATA(%r11), %rcx
	jmp	*%rcx
1:	mov	STUB_AFTER(%r11), %rcx
mark arch_trampoline_ours
	mov	%rsp, %gs:REGS_RSP
	mov	%gs:THREAD_STACK_TOP, %rsp
	push	%gs:REGS_RSP
	push	STUB_GO_ON(%r11)
	push	%rcx
	push	%rbp
	pushfq
	pop	%r11
	mov	%r11, %gs:REGS_FLAGS
	mov	%r11, %gs:REGS_R11
	mov	%r8, %gs:REGS_R8
	mov	%r9, %gs:REGS_R9
	mov	%r10, %gs:REGS_R10
	mov	%r12, %gs:REGS_R12
	mov	%r13, %gs:REGS_R13
	mov	%r14, %gs:REGS_R14
	mov	%r15, %gs:REGS_R15
	mov	%rdi, %gs:REGS_RDI
	mov	%rsi, %gs:REGS_RSI
	mov	%rbp, %gs:REGS_RBP
	mov	%rbx, %gs:REGS_RBX
	mov	%rdx, %gs:REGS_RDX
	mov	%rax, %gs:REGS_RAX
	mov	%rcx, %gs:REGS_RCX
	mov	%rcx, %gs:REGS_RIP
mark arch_trampoline_saved
	mov	%rsp, %rbp
	mov	%gs:THREAD_SELF, %rbx
	xor	%r12d, %r12d
	test	$FLAGS_UNUSUAL, %r11d
	jz	arch_make
	/* The program's own TF traps in the stub (signal.c): this one is a debugger's. */
	andl	$~FLAGS_TF, REGS_FLAGS(%rbx)
	test	$FLAGS_UNUSUAL - FLAGS_TF, %r11d
	jz	arch_make
	pushq	$FLAGS_PLAIN
	popfq
	jmp	arch_make

/* The way back to a rewritten site; rbx: thread. */
	.balign	16
mark arch_return_begin
	cmpl	$0, THREAD_PENDING(%rbx)
	jne	arch_resume_pending
	mov	REGS_FLAGS(%rbx), %ecx
	mov	MAKE_GO_ON(%rsp), %rax
	test	$FLAGS_UNUSUAL, %ecx
	jnz	1f
	mov	%rax, THREAD_GO_ON(%rbx)
	/* The arithmetic flags alone, for popf takes its time: sahf, and OF by an overflow. */
	mov	%ecx, %eax
	shl	$8, %eax
	shr	$11, %ecx
	and	$1, %ecx
	mov	%cl, %al
	add	$0x7f, %al
	sahf
	mov	REGS_R8(%rbx), %r8
	mov	REGS_R9(%rbx), %r9
	mov	REGS_R10(%rbx), %r10
	mov	REGS_R11(%rbx), %r11
	mov	REGS_R12(%rbx), %r12
	mov	REGS_RDI(%rbx), %rdi
	mov	REGS_RSI(%rbx), %rsi
	mov	REGS_RBP(%rbx), %rbp
	mov	REGS_RDX(%rbx), %rdx
	mov	REGS_RAX(%rbx), %rax
	mov	REGS_RIP(%rbx), %rcx
	mov	REGS_RSP(%rbx), %rsp
	mov	REGS_RBX(%rbx), %rbx	/* the compiler has kept r13 to r15 */
	jmp	*%gs:THREAD_GO_ON
1:	mov	%rax, REGS_RIP(%rbx)	/* rcx is to be what it was */
	jmp	arch_resume_all
mark arch_return_end

/*
 * The same for a call that nothing is done with: its stub knows that from the
 * number, and process.plain says that it is still so.  The application's stack,
 * registers and flags all the way; rcx and r11 become what the kernel makes them.
 */
	.balign	16
function arch_plain
	mov	%gs:THREAD_MARK, %rcx
	lea	-MARK_THREAD(%rcx), %rcx
	jrcxz	1f
	jmp	arch_not_ours
1:	mov	STUB_AFTER(%r11), %rcx
	mov	%rcx, %gs:REGS_RIP
mark arch_plain_kept
	mov	%rax, %gs:REGS_RAX
	mov	process+PROCESS_PLAIN(%rip), %ecx
	jrcxz	arch_plain_not
mark arch_plain_syscall
	syscall
	mov	%gs:REGS_RIP, %rcx
	jmp	*%rcx
mark arch_plain_not
	jmp	arch_trampoline
mark arch_plain_end

/* arch_resume(thread: rdi): no return. */
function arch_resume
	mov	%rdi, %rbx
	mov	THREAD_STACK_TOP(%rbx), %rsp
	cmpl	$0, THREAD_FACILITY(%rbx)
	jne	arch_resume_facility
mark arch_resume_begin
	cmpl	$0, THREAD_PENDING(%rbx)
	jne	arch_resume_pending
arch_resume_all:
	testl	$FLAGS_NT, REGS_FLAGS(%rbx)
	jz	1f
	pushq	$FLAGS_PLAIN		/* iretq with NT set would fault */
	popfq
1:	push	THREAD_STACK_SEGMENT(%rbx) /* iretq's frame: ss, rsp, flags, cs, rip */
	push	REGS_RSP(%rbx)
	push	REGS_FLAGS(%rbx)
	push	THREAD_CODE_SEGMENT(%rbx)
	push	REGS_RIP(%rbx)
	mov	REGS_R8(%rbx), %r8
	mov	REGS_R9(%rbx), %r9
	mov	REGS_R10(%rbx), %r10
	mov	REGS_R11(%rbx), %r11
	mov	REGS_R12(%rbx), %r12
	mov	REGS_R13(%rbx), %r13
	mov	REGS_R14(%rbx), %r14
	mov	REGS_R15(%rbx), %r15
	mov	REGS_RDI(%rbx), %rdi
	mov	REGS_RSI(%rbx), %rsi
	mov	REGS_RBP(%rbx), %rbp
	mov	REGS_RDX(%rbx), %rdx
	mov	REGS_RAX(%rbx), %rax
	mov	REGS_RCX(%rbx), %rcx
	mov	REGS_RBX(%rbx), %rbx
	iretq
mark arch_resume_end
arch_resume_pending:
	mov	%rbx, %rdi
	jmp	arch_knock
/* From here on there is no call but the application's, or the knock. */
arch_resume_facility:
	mov	$NR_ptrace, %eax
	mov	$FACILITY_ON, %edi
	xor	%esi, %esi
	xor	%edx, %edx
	mov	$FACILITY_ALL, %r10d
	syscall
	jmp	arch_resume_begin

/* arch_regs_resume(regs: rdi): no return; what is on the stack is dead. */
function arch_regs_resume
	mov	%ss, %eax
	mov	%cs, %ecx
	push	%rax			/* iretq's frame */
	push	REGS_RSP - REGS_R8(%rdi)
	push	REGS_FLAGS - REGS_R8(%rdi)
	push	%rcx
	push	REGS_RIP - REGS_R8(%rdi)
	mov	REGS_R8 - REGS_R8(%rdi), %r8
	mov	REGS_R9 - REGS_R8(%rdi), %r9
	mov	REGS_R10 - REGS_R8(%rdi), %r10
	mov	REGS_R11 - REGS_R8(%rdi), %r11
	mov	REGS_R12 - REGS_R8(%rdi), %r12
	mov	REGS_R13 - REGS_R8(%rdi), %r13
	mov	REGS_R14 - REGS_R8(%rdi), %r14
	mov	REGS_R15 - REGS_R8(%rdi), %r15
	mov	REGS_RSI - REGS_R8(%rdi), %rsi
	mov	REGS_RBP - REGS_R8(%rdi), %rbp
	mov	REGS_RBX - REGS_R8(%rdi), %rbx
	mov	REGS_RDX - REGS_R8(%rdi), %rdx
	mov	REGS_RAX - REGS_R8(%rdi), %rax
	mov	REGS_RCX - REGS_R8(%rdi), %rcx
	mov	REGS_RDI - REGS_R8(%rdi), %rdi
	iretq

/*
 * The kernel's way into signal_handler.  It leaves AC as it was, which would make
 * the compiler's code fault; and NT, which its sigreturn does not restore.  TF
 * is set only while a debugger or tool/attach.c steps through here, and popped again
 * it would be for the kernel the program's own.
 */
function arch_handler
	pushfq
	andl	$~(FLAGS_AC | FLAGS_TF), (%rsp)
	popfq
	jmp	signal_handler

/* arch_sigreturn(sp: rdi): no return. */
function arch_sigreturn
	mov	%rdi, %rsp
	/* fall through */
function arch_restorer
	mov	$NR_rt_sigreturn, %eax
	syscall
	hlt

mark arch_syscalls_end

	.text
/*
 * arch_knock(thread: rdi): a call from outside the range that passes, so that
 * the kernel makes a signal frame and the handler can send the thread to its
 * own signal's handler.  No call is made.  No return.
 */
function arch_knock
	mov	THREAD_STACK_TOP(%rdi), %rsp
	mov	$-1, %eax
	.byte	0x0f, 0x05	/* syscall; spelt so that it is seen to be on purpose */
mark arch_knock_end
	hlt
/* arch_knock_by_fault(thread: rdi): the same, where no call traps.  No return. */
function arch_knock_by_fault
	mov	THREAD_STACK_TOP(%rdi), %rsp
	jmp	arch_knock_end

/*
 * void arch_hook_call(thread: rdi, function: rsi, argument: rdx, stack: rcx):
 * function(argument) on that stack, 16 bytes aligned.  Calls that trap there
 * are dispatched below what is on this one.
 */
function arch_hook_call
	push	%rbp
	mov	%rsp, %rbp
	mov	%rsp, THREAD_STACK_TOP(%rdi)
	mov	%rcx, %rsp
	mov	%rdx, %rdi
	call	*%rsi
	mov	%rbp, %rsp
	pop	%rbp
	ret

/* void arch_gs_write(base: rdi), where the processor and the kernel allow it. */
function arch_gs_write
	wrgsbase %rdi
	ret

/* uint64_t arch_stamp(void) -> rax; clobbers rdx.  May fault (signal.c). */
function arch_stamp
	mov	process+PROCESS_STAMP_STILL(%rip), %rax
	test	%rax, %rax
	jnz	1f
mark arch_rdtsc
	rdtsc
	shl	$32, %rdx
	or	%rdx, %rax
1:	ret

/* bool arch_is_writable(at: rdi) -> rax: as the next one, the byte staying what others make it. */
function arch_is_writable
	xor	%ecx, %ecx
mark arch_copy_begin
	lock orb $0, (%rdi)
	mov	$1, %eax
	ret

/* size_t arch_copy(to: rdi, from: rsi, n: rdx) -> rax: bytes not copied. */
function arch_copy
	mov	%rdx, %rcx
	rep movsb
mark arch_copy_end
mark arch_copy_fault
	mov	%rcx, %rax
	ret

	.section .note.GNU-stack, "", @progbits
