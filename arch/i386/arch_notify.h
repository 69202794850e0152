/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lib/notify.c needs to know of i386; docs/porting.md explains each. */
#ifndef SELF_PTRACE_ARCH_NOTIFY_H
#define SELF_PTRACE_ARCH_NOTIFY_H

#include <linux/audit.h>
#include <ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_I386
#define ARCH_CALL_SIZE 2 /* int $0x80; the vDSO's other ways come back behind one, too */

typedef greg_t arch_reg;
#define ARCH_REG(uc, name) ((uc)->uc_mcontext.gregs[REG_##name])
#define ARCH_PC(uc) ARCH_REG(uc, EIP)
#define ARCH_RESULT(uc) ARCH_REG(uc, EAX)

static inline arch_reg *arch_arg(ucontext_t *uc, int n)
{
	static const int regs[] = { REG_EBX, REG_ECX, REG_EDX, REG_ESI, REG_EDI, REG_EBP };

	return &uc->uc_mcontext.gregs[regs[n]];
}

/* The kernel's struct rt_sigframe: return address, three arguments, siginfo. */
#define ARCH_FRAME(info, uc) ((void)(uc), (void *)((char *)(info)-12))
/* The number is in eax already. */
#define ARCH_SIGRETURN_AGAIN(uc, nr) ((void)(nr))

#define ARCH_CLONE_FLAGS(args) ((args)[0])

/* long arch_call(nr, a, b, c, d, e, f), by the name it is to have */
#define ARCH_CALL(name)               \
#name ":\n"                   \
	      "	push %ebp\n"          \
	      "	push %edi\n"          \
	      "	push %esi\n"          \
	      "	push %ebx\n"          \
	      "	mov 20(%esp), %eax\n" \
	      "	mov 24(%esp), %ebx\n" \
	      "	mov 28(%esp), %ecx\n" \
	      "	mov 32(%esp), %edx\n" \
	      "	mov 36(%esp), %esi\n" \
	      "	mov 40(%esp), %edi\n" \
	      "	mov 44(%esp), %ebp\n" \
	      "	int $0x80\n"          \
	      "	pop %ebx\n"           \
	      "	pop %esi\n"           \
	      "	pop %edi\n"           \
	      "	pop %ebp\n"           \
	      "	ret\n"

/* void arch_sigreturn(frame): rt_sigreturn; the label is at the bare instruction */
#define ARCH_SIGRETURN(name, instruction)            \
#name ":\n"                                  \
	      "	mov 4(%esp), %esp\n"                 \
	      "	mov $173, %eax\n" #instruction ":\n" \
	      "	int $0x80\n"                         \
	      "	ud2\n"

#endif
