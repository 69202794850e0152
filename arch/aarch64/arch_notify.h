/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lib/notify.c needs to know of arm64; docs/porting.md explains each. */
#ifndef SELF_PTRACE_ARCH_NOTIFY_H
#define SELF_PTRACE_ARCH_NOTIFY_H

#include <linux/audit.h>
#include <ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_AARCH64
#define ARCH_CALL_SIZE 4 /* svc #0 */

typedef unsigned long long arch_reg;
#define ARCH_PC(uc) ((uc)->uc_mcontext.pc)
#define ARCH_RESULT(uc) ((uc)->uc_mcontext.regs[0])

static inline arch_reg *arch_arg(ucontext_t *uc, int n)
{
	return &uc->uc_mcontext.regs[n];
}

/* The kernel's struct rt_sigframe begins with siginfo. */
#define ARCH_FRAME(info, uc) ((void)(uc), (void *)(info))
/* The number is in x8 already. */
#define ARCH_SIGRETURN_AGAIN(uc, nr) ((void)(nr))

#define ARCH_CLONE_FLAGS(args) ((args)[0])

/* long arch_call(nr, a, b, c, d, e, f), by the name it is to have */
#define ARCH_CALL(name)       \
#name ":\n"           \
	      "	mov x8, x0\n" \
	      "	mov x0, x1\n" \
	      "	mov x1, x2\n" \
	      "	mov x2, x3\n" \
	      "	mov x3, x4\n" \
	      "	mov x4, x5\n" \
	      "	mov x5, x6\n" \
	      "	svc #0\n"     \
	      "	ret\n"

/* void arch_sigreturn(frame): rt_sigreturn; the label is at the bare instruction */
#define ARCH_SIGRETURN(name, instruction)          \
#name ":\n"                                \
	      "	mov sp, x0\n"                      \
	      "	mov x8, #139\n" #instruction ":\n" \
	      "	svc #0\n"                          \
	      "	brk #0\n"

#endif
