/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What lib/notify.c needs to know of s390x; docs/porting.md explains each. */
#ifndef SELF_PTRACE_ARCH_NOTIFY_H
#define SELF_PTRACE_ARCH_NOTIFY_H

#include <linux/audit.h>
#include <ucontext.h>

#define ARCH_AUDIT AUDIT_ARCH_S390X
#define ARCH_CALL_SIZE 2 /* svc */

/*
 * The first argument and the result share a register, in which kernels without
 * kernel/patches/0001 leave -ENOSYS in place of the argument.
 */
#define ARCH_FIRST_ARGUMENT_MAY_BE_LOST 1

typedef unsigned long arch_reg;
#define ARCH_PC(uc) ((uc)->uc_mcontext.psw.addr)
#define ARCH_RESULT(uc) ((uc)->uc_mcontext.gregs[2])

static inline arch_reg *arch_arg(ucontext_t *uc, int n)
{
	return &uc->uc_mcontext.gregs[2 + n];
}

/* The kernel's struct rt_sigframe: 160 bytes for callees, an instruction, siginfo. */
#define ARCH_FRAME(info, uc) ((void)(uc), (void *)((char *)(info)-168))
/* A number that was in the instruction is not in its register. */
#define ARCH_SIGRETURN_AGAIN(uc, nr) ((void)((uc)->uc_mcontext.gregs[1] = (unsigned long)(nr)))

#define ARCH_CLONE_FLAGS(args) ((args)[1])

/* long arch_call(nr, a, b, c, d, e, f), by the name it is to have */
#define ARCH_CALL(name)                    \
#name ":\n"                        \
	      "	stmg %r6, %r7, 48(%r15)\n" \
	      "	lgr %r1, %r2\n"            \
	      "	lgr %r2, %r3\n"            \
	      "	lgr %r3, %r4\n"            \
	      "	lgr %r4, %r5\n"            \
	      "	lgr %r5, %r6\n"            \
	      "	lg %r6, 160(%r15)\n"       \
	      "	lg %r7, 168(%r15)\n"       \
	      "	svc 0\n"                   \
	      "	lmg %r6, %r7, 48(%r15)\n"  \
	      "	br %r14\n"

/* void arch_sigreturn(frame): rt_sigreturn; the label is at the bare instruction */
#define ARCH_SIGRETURN(name, instruction)           \
#name ":\n"                                 \
	      "	lgr %r15, %r2\n"                    \
	      "	lghi %r1, 173\n" #instruction ":\n" \
	      "	svc 0\n"                            \
	      "	j .\n"

#endif
