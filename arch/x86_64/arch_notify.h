/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lib/notify.c needs to know of x86_64; docs/porting.md explains each. */
#ifndef SELF_PTRACE_ARCH_NOTIFY_H
#define SELF_PTRACE_ARCH_NOTIFY_H

#include <linux/audit.h>
#include <ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_X86_64
#define ARCH_CALL_SIZE 2 /* syscall */

typedef greg_t arch_reg;
#define ARCH_REG(uc, name) ((uc)->uc_mcontext.gregs[REG_##name])
#define ARCH_PC(uc) ARCH_REG(uc, RIP)
#define ARCH_RESULT(uc) ARCH_REG(uc, RAX)

static inline arch_reg *arch_arg(ucontext_t *uc, int n)
{
	static const int regs[] = { REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8, REG_R9 };

	return &uc->uc_mcontext.gregs[regs[n]];
}

/* The kernel's struct rt_sigframe, behind its return address. */
#define ARCH_FRAME(info, uc) ((void)(info), (void *)(uc))
/* The number is in rax already. */
#define ARCH_SIGRETURN_AGAIN(uc, nr) ((void)(nr))

#define ARCH_CLONE_FLAGS(args) ((args)[0])

/* long arch_call(nr, a, b, c, d, e, f), by the name it is to have */
#define ARCH_CALL(name)             \
#name ":\n"                 \
	      "	mov %rdi, %rax\n"   \
	      "	mov %rsi, %rdi\n"   \
	      "	mov %rdx, %rsi\n"   \
	      "	mov %rcx, %rdx\n"   \
	      "	mov %r8, %r10\n"    \
	      "	mov %r9, %r8\n"     \
	      "	mov 8(%rsp), %r9\n" \
	      "	syscall\n"          \
	      "	ret\n"

/* void arch_sigreturn(frame): rt_sigreturn; the label is at the bare instruction */
#define ARCH_SIGRETURN(name, instruction)           \
#name ":\n"                                 \
	      "	mov %rdi, %rsp\n"                   \
	      "	mov $15, %eax\n" #instruction ":\n" \
	      "	syscall\n"                          \
	      "	ud2\n"

#endif
