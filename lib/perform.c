// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What a function for stopped calls can do with the call.  Runs in a SIGSYS handler,
 * with SIGSYS blocked; what the return from the handler would undo is done to the
 * saved context instead.
 */
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/syscall.h>

#include "arch_notify.h"
#include "notify.h"

static long call_of(const struct self_ptrace_call *call)
{
	const unsigned long *a = call->args;

	return self_ptrace_raw_syscall(call->nr, a[0], a[1], a[2], a[3], a[4], a[5]);
}

/* A child that shares our memory would return into, and over, this handler's frame. */
static bool shares_memory(const struct self_ptrace_call *call)
{
	switch (call->nr) {
#ifdef __NR_vfork
	case __NR_vfork:
		return true;
#endif
	case __NR_clone:
		return ARCH_CLONE_FLAGS(call->args) & CLONE_VM;
#ifdef __NR_clone3
	case __NR_clone3:
		/* Of any flags: reading them from memory could fault. */
		return true;
#endif
	}
	return false;
}

/*
 * rt_sigprocmask of the program's mask, which the context has.  The kernel is asked
 * to read and to write, so that bad pointers and numbers fail as they do.
 */
static long perform_sigprocmask(const struct self_ptrace_call *call, ucontext_t *uc)
{
	const struct mask *set = (const struct mask *)call->args[1];
	struct mask *old = (struct mask *)call->args[2];
	struct mask mask = mask_of(uc), new = mask, handlers = { { 0 } };
	long ret;

	if (call->args[3] != sizeof(mask))
		return -EINVAL;
	mask_change(SIG_BLOCK, NULL, &handlers);
	if (set) {
		ret = mask_change(SIG_BLOCK, set, NULL);
		mask_change(SIG_SETMASK, &handlers, NULL);
		if (ret)
			return ret;
		if (call->args[0] != SIG_BLOCK && call->args[0] != SIG_UNBLOCK &&
		    call->args[0] != SIG_SETMASK)
			return -EINVAL;
		for (unsigned i = 0; i < sizeof(mask.word) / sizeof(mask.word[0]); i++) {
			unsigned long word = set->word[i];

			new.word[i] = call->args[0] == SIG_BLOCK   ? mask.word[i] | word :
				      call->args[0] == SIG_UNBLOCK ? mask.word[i] & ~word :
								     word;
		}
		memcpy(&uc->uc_sigmask, &new, sizeof(new));
	}
	if (old) {
		ret = mask_change(SIG_BLOCK, NULL, old);
		if (ret)
			return ret;
		*old = mask;
	}
	return 0;
}

/* Calls that open signals while they wait: a pending SIGSYS of ours would end them. */
static bool has_mask(long nr)
{
	static const long calls[] = {
		__NR_rt_sigsuspend,
		__NR_rt_sigtimedwait,
#ifdef __NR_ppoll
		__NR_ppoll,
#endif
#ifdef __NR_pselect6
		__NR_pselect6,
#endif
#ifdef __NR_epoll_pwait
		__NR_epoll_pwait,
#endif
#ifdef __NR_epoll_pwait2
		__NR_epoll_pwait2,
#endif
#ifdef __NR_io_pgetevents
		__NR_io_pgetevents,
#endif
#ifdef __NR_ppoll_time64
		__NR_ppoll_time64,
		__NR_pselect6_time64,
		__NR_rt_sigtimedwait_time64,
		__NR_io_pgetevents_time64,
#endif
	};

	for (unsigned i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (calls[i] == nr)
			return true;
	return false;
}

PUBLIC long self_ptrace_perform(struct self_ptrace_call *call)
{
	ucontext_t *uc = call->ucontext;
	bool held;
	long ret;

	if (call->arch != ARCH_AUDIT || shares_memory(call))
		return -EOPNOTSUPP;
	if (call->nr == __NR_rt_sigprocmask) {
		ret = perform_sigprocmask(call, uc);
	} else {
		held = has_mask(call->nr) && notify_hold();
		ret = call_of(call);
		if (held)
			self_ptrace_on();
		/* Else the return from the handler would set what the context has. */
		if (call->nr == __NR_sigaltstack && ret == 0)
			self_ptrace_raw_syscall(__NR_sigaltstack, 0, (unsigned long)&uc->uc_stack,
						0, 0, 0, 0);
	}
	self_ptrace_set_result(call, ret);
	return ret;
}

PUBLIC int self_ptrace_pass(struct self_ptrace_call *call)
{
	ucontext_t *uc = call->ucontext;

	if (call->nr != call->info->si_syscall) {
		errno = EINVAL;
		return -1;
	}
	for (int i = 0; i < 6; i++)
		*arch_arg(uc, i) = (arch_reg)call->args[i];
	ARCH_PC(uc) = (arch_reg)((uintptr_t)call->address - ARCH_CALL_SIZE);
	return self_ptrace_off();
}

PUBLIC void self_ptrace_set_result(struct self_ptrace_call *call, long result)
{
	ucontext_t *uc = call->ucontext;

	ARCH_RESULT(uc) = (arch_reg)result;
}

PUBLIC long self_ptrace_result(const struct self_ptrace_call *call)
{
	ucontext_t *uc = call->ucontext;

	return (long)ARCH_RESULT(uc);
}
