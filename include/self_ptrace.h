/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * libself_ptrace: a thread is told of its own system calls.
 *
 * Functions return 0 or a result, or -1 with errno, unless they say otherwise.
 * self_ptrace(3) has an example of each ability.
 */
#ifndef SELF_PTRACE_H
#define SELF_PTRACE_H

#include <signal.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The notification: one system call of one thread.
 *
 * After self_ptrace_on() the thread's next system call is not executed, the
 * request is off again, and the function given to self_ptrace_handler() is
 * called in place of the call.  The semantics are those of the kernel's
 * PTRACE_SELF_ON and PTRACE_SELF_OFF (kernel/patches/0008), which are used where
 * the kernel has them.  Elsewhere it is Syscall User Dispatch (Linux 5.11), where
 * the architecture has that; self_ptrace(3) names what differs.
 */

/* What self_ptrace_mechanism() returns. */
#define SELF_PTRACE_NONE 0   /* self_ptrace_on() fails with ENOSYS */
#define SELF_PTRACE_KERNEL 1 /* PTRACE_SELF_ON */
#define SELF_PTRACE_SUD 2    /* Syscall User Dispatch */

/*
 * A system call that was stopped.  The structure is the library's, and ends with
 * the function that it was given to.  Fields may be added at its end: size says
 * which are there.
 */
struct self_ptrace_call {
	uint32_t size;	       /* of this structure, in bytes */
	uint32_t arch;	       /* AUDIT_ARCH_* (linux/audit.h) of the entry that was used */
	long nr;	       /* the number, of that architecture */
	unsigned long args[6]; /* may be changed: self_ptrace_perform() uses them */
	void *address;	       /* behind the instruction that made the call */
	siginfo_t *info;       /* of the SIGSYS; si_code is SYS_SELF_PTRACE with each mechanism */
	void *ucontext;	       /* the saved context, a ucontext_t; may be changed */
};

/*
 * Called in the thread that made the call, in a signal handler on its stack,
 * with SIGSYS blocked; only what is async-signal-safe may be done, but that the
 * thread is known to be at a system call.  Calls that it makes are not stopped.
 * It may end by siglongjmp().  errno is kept.  If it does not set a result, the
 * call returns whatever its register holds.
 */
typedef void self_ptrace_function(struct self_ptrace_call *call, void *context);

/*
 * Installs the process's function for stopped calls.  It takes SIGSYS; a SIGSYS
 * that has another reason goes to the handler that was there before.  context is
 * passed on and stays the caller's.  A second call replaces the function; one
 * that runs meanwhile is run to its end.  Not async-signal-safe.
 *
 * EINVAL: function is NULL.  ENOSYS: SELF_PTRACE_NONE.  ENOMEM.
 */
int self_ptrace_handler(self_ptrace_function *function, void *context);

/*
 * Arms the calling thread: its next call made while SIGSYS is not blocked is
 * stopped.  While SIGSYS is blocked, as it is in the function for stopped calls,
 * the thread stays armed and calls are executed.  sigreturn, rt_sigreturn,
 * self_ptrace_on() and self_ptrace_off() are executed in any case and leave it
 * armed.  A new thread or process is not armed; execve() ends it.  Without a
 * function for stopped calls the thread is killed by SIGSYS.
 * Arming an armed thread is no error.  Async-signal-safe.
 *
 * ENOSYS: SELF_PTRACE_NONE.  EAGAIN (SELF_PTRACE_SUD only): SIGSYS is blocked
 * and another one is pending.
 */
int self_ptrace_on(void);

/* Disarms the calling thread; no error if it was not armed.  Async-signal-safe.
 * ENOSYS: SELF_PTRACE_NONE. */
int self_ptrace_off(void);

/*
 * Which mechanism is used, SELF_PTRACE_*.  The first use of the library finds it
 * out.  SELF_PTRACE_MECHANISM=kernel|sud|none in the environment allows one
 * only (not for set-user-ID programs).  Async-signal-safe.  Does not fail.
 */
int self_ptrace_mechanism(void);

/*
 * The following are for the function for stopped calls only, which call is from.
 */

/*
 * Makes the call for good, with call->nr and call->args as they are now, and sets
 * its result.  Signal masks and alternate stacks that the call sets are set for
 * the program, not for the handler.  Returns what the kernel returned, an error as
 * -errno; errno is not set.
 *
 * -EOPNOTSUPP, and no result set: calls whose child shares the memory (vfork,
 * clone and clone3 with CLONE_VM) cannot be made from a handler's stack, nor can
 * those of another architecture; see self_ptrace_pass().
 */
long self_ptrace_perform(struct self_ptrace_call *call);

/*
 * Has the program make the call itself, with call->args as they are now, after
 * the function has returned.  The call is not stopped, for the thread is
 * disarmed; its result is not seen.  self_ptrace_on() after it stops it again.
 *
 * EINVAL: call->nr was changed.
 */
int self_ptrace_pass(struct self_ptrace_call *call);

/* The result that the program gets; an error is -errno, as the kernel gives it. */
void self_ptrace_set_result(struct self_ptrace_call *call, long result);
long self_ptrace_result(const struct self_ptrace_call *call);

/*
 * Makes a system call and returns what the kernel returned, an error as -errno;
 * errno is not touched.  It is a call like others: an armed thread's is stopped.
 * Async-signal-safe.
 */
long self_ptrace_raw_syscall(long nr, unsigned long a, unsigned long b, unsigned long c,
			     unsigned long d, unsigned long e, unsigned long f);

#ifdef __cplusplus
}
#endif

#endif
