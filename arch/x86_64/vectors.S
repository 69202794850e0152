/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Part of libself_ptrace, not of the agent: hooks that use FP and vector
 * registers run between a save and a restore of the application's.
 */
	.text
/*
 * void arch_with_vectors(void (*function: rdi)(void *), argument: rsi, size: rdx,
 * how: ecx).  function(argument) with registers as a program begins with.
 * size: of the area, which is on this stack; how: enum vectors_how.
 */
	.globl	arch_with_vectors
	.hidden	arch_with_vectors
	.type	arch_with_vectors, @function
arch_with_vectors:
	push	%rbp
	mov	%rsp, %rbp
	push	%rbx
	push	%r12
	sub	%rdx, %rsp
	and	$-64, %rsp
	mov	%rsp, %rbx
	mov	%ecx, %r12d
	xor	%eax, %eax		/* the header, of which XSAVE writes a part */
	mov	%rax, 512(%rbx)
	mov	%rax, 520(%rbx)
	mov	%rax, 528(%rbx)
	mov	%rax, 536(%rbx)
	mov	%rax, 544(%rbx)
	mov	%rax, 552(%rbx)
	mov	%rax, 560(%rbx)
	mov	%rax, 568(%rbx)
	dec	%eax
	mov	%eax, %edx
	cmp	$1, %r12d
	jb	1f
	je	2f
	xsavec64 (%rbx)
	jmp	3f
2:	xsave64	(%rbx)
	jmp	3f
1:	fxsave64 (%rbx)
3:	fninit
	push	$0x1f80			/* all exceptions masked, to nearest */
	ldmxcsr	(%rsp)
	pop	%rax
	mov	%rdi, %rax
	mov	%rsi, %rdi
	call	*%rax
	mov	$-1, %eax
	mov	%eax, %edx
	test	%r12d, %r12d
	jz	4f
	xrstor64 (%rbx)
	jmp	5f
4:	fxrstor64 (%rbx)
5:	lea	-16(%rbp), %rsp
	pop	%r12
	pop	%rbx
	pop	%rbp
	ret
	.size	arch_with_vectors, . - arch_with_vectors

	.section .note.GNU-stack, "", @progbits
