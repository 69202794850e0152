/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Hooks: functions of the program's own, called before and after its system
 * calls.  self_ptrace_hook(3) tells the rules; the ones that matter most:
 *
 *  - A hook runs in the thread that makes the call, on a stack of 256 KB, with
 *    signals held back.  The calls that it makes itself go to no hook.
 *  - It returns; it does not longjmp, throw or exit its thread.
 *  - A hook of the program itself shares the program's libc, which may be in
 *    the middle of something: see "libc in hooks" there.  A plugin has its own.
 */
#ifndef SELF_PTRACE_HOOK_H
#define SELF_PTRACE_HOOK_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum self_ptrace_event_kind {
	SELF_PTRACE_ENTER,
	SELF_PTRACE_EXIT,
	SELF_PTRACE_THREAD_BEGIN, /* in the new thread, before its first instruction */
	SELF_PTRACE_THREAD_END,	  /* in a thread that calls exit or exit_group */
	SELF_PTRACE_FORK,	  /* in the new process, likewise */
	SELF_PTRACE_EXEC	  /* an exec is going to be tried */
};

/* event->flags */
#define SELF_PTRACE_EVENT_RESTART 1u /* exit: a signal was first; enter will be called anew */

/* What happened; of calls the kinds ENTER, EXIT, THREAD_END and EXEC tell. */
struct self_ptrace_event {
	enum self_ptrace_event_kind kind;
	unsigned int flags;
	unsigned int arch; /* AUDIT_ARCH_* of linux/audit.h */
	int number;	   /* SYS_*, for arch */
	unsigned long args[6];
	long result;		    /* exit, or set by an enter that answers; -errno */
	unsigned long call_address; /* after the instruction that made the call */
	unsigned long stack_pointer;
};

enum self_ptrace_verdict {
	SELF_PTRACE_PASS,   /* the call goes on as it is */
	SELF_PTRACE_MODIFY, /* it goes on with event's number and arguments */
	SELF_PTRACE_EMULATE /* it is not made: event's result is its result */
};

/* hook->flags */
/*
 * All callbacks are built with -mgeneral-regs-only and reach no cancellation
 * point: they touch no FP or vector register, which need not be saved, then.
 */
#define SELF_PTRACE_HOOK_NO_VECTOR 1u

struct self_ptrace_hook {
	size_t size; /* sizeof(struct self_ptrace_hook) */
	/* Before a call that was asked for: enum self_ptrace_verdict.  May be NULL, as all. */
	int (*enter)(struct self_ptrace_event *event, void *context);
	/* After it, if it returns, whoever answered it; may change event's result. */
	void (*exit)(struct self_ptrace_event *event, void *context);
	void (*thread)(struct self_ptrace_event *event, void *context);
	void (*fork)(struct self_ptrace_event *event, void *context);
	void (*exec)(struct self_ptrace_event *event, void *context);
	void *context;
	/* Lower: entered earlier, left later; the same: in the order they were added. */
	int priority;
	unsigned int flags;
};

/*
 * Adds a hook, which is copied, for the calls in numbers; numbers NULL and count
 * 0: for all calls, those of another ABI and of unknown numbers included.
 * Returns its id, over 0; or -1 and errno:
 *   EINVAL  hook is NULL or has no callback, or a number is not from 0 to 1023
 *   E2BIG   hook is of a later version, and uses what is not known here
 *   EBUSY   it is the first in this process, which has other threads already (one
 *           that was joined is none), or is traced by self_ptrace -p; or a signal
 *           handler has interrupted another self_ptrace_hook_* function of the
 *           same thread
 *   ENOSPC  there are 64 hooks
 *   ENOSYS  the kernel has no Syscall User Dispatch
 */
int self_ptrace_hook_add(const struct self_ptrace_hook *hook, const int *numbers, size_t count);

/*
 * Removes it.  When this returns 0, it is running nowhere and will not run any
 * more.  -1 and errno:
 *   ENOENT       no such hook
 *   EBUSY        as above
 *   EINPROGRESS  called within a hook: it will not be entered any more, but may
 *                still be running, in this thread or another
 */
int self_ptrace_hook_remove(int id);

/*
 * The calling thread's calls go to no hook until as many calls of resume have
 * been made.  -1 and errno: ENOSYS: there are no hooks in this process; EPERM:
 * resume without suspend.
 */
int self_ptrace_suspend(void);
int self_ptrace_resume(void);

/*
 * The vDSO's functions (clock_gettime, gettimeofday, time, getcpu) answer without
 * a call.  After this they make one, in this process and those it forks, so that
 * hooks see it.  Best done before there are threads that may be in one of them.
 * -1 and errno: ENOENT: there is no vDSO; EACCES and others: /proc/self/mem does
 * not let it be written to.
 */
int self_ptrace_vdso_to_calls(void);

/*
 * Loads the plugin at path and its own libc into a namespace of their own
 * (dlmopen) and calls its function self_ptrace_plugin(args).  -1 and errno, and
 * a message in error, size bytes, which may be NULL and 0:
 *   EINVAL   path is NULL
 *   ENOEXEC  it cannot be loaded, or has no such function
 *   else     what the function returned, or as self_ptrace_hook_add
 */
int self_ptrace_plugin_load(const char *path, const char *args, char *error, size_t size);

/* What a plugin defines; returns 0 or an errno's number, of which the program ends. */
int self_ptrace_plugin(const char *args);

#ifdef __cplusplus
}
#endif

#endif
