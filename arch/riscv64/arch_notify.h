/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lib/notify.c needs to know of riscv64; docs/porting.md explains each. */
#ifndef SELF_PTRACE_ARCH_NOTIFY_H
#define SELF_PTRACE_ARCH_NOTIFY_H

#include <linux/audit.h>
#include <ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_RISCV64
#define ARCH_CALL_SIZE 4 /* ecall */

typedef unsigned long arch_reg;
#define ARCH_PC(uc) ((uc)->uc_mcontext.__gregs[REG_PC])
#define ARCH_RESULT(uc) ((uc)->uc_mcontext.__gregs[REG_A0])

static inline arch_reg *arch_arg(ucontext_t *uc, int n)
{
	return &uc->uc_mcontext.__gregs[REG_A0 + n];
}

/* The kernel's struct rt_sigframe begins with siginfo. */
#define ARCH_FRAME(info, uc) ((void)(uc), (void *)(info))
/* The number is in a7 already. */
#define ARCH_SIGRETURN_AGAIN(uc, nr) ((void)(nr))

#define ARCH_CLONE_FLAGS(args) ((args)[0])

/* long arch_call(nr, a, b, c, d, e, f), by the name it is to have */
#define ARCH_CALL(name)      \
#name ":\n"          \
	      "	mv t0, a0\n" \
	      "	mv a0, a1\n" \
	      "	mv a1, a2\n" \
	      "	mv a2, a3\n" \
	      "	mv a3, a4\n" \
	      "	mv a4, a5\n" \
	      "	mv a5, a6\n" \
	      "	mv a7, t0\n" \
	      "	ecall\n"     \
	      "	ret\n"

/* void arch_sigreturn(frame): rt_sigreturn; the label is at the bare instruction */
#define ARCH_SIGRETURN(name, instruction)        \
#name ":\n"                              \
	      "	mv sp, a0\n"                     \
	      "	li a7, 139\n" #instruction ":\n" \
	      "	ecall\n"                         \
	      "	ebreak\n"

#endif
