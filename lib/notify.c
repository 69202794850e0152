// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The notification of self_ptrace.h, over PTRACE_SELF_ON or Syscall User Dispatch.
 *
 * The former is nothing but the request.  With the latter (SUD) it is made thus,
 * and all of a thread's state is in the kernel, so that fork, vfork, clone and
 * exec do with it what they do with the facility's:
 *
 *   armed, SIGSYS open      SUD is on for all code but the section .text.self_ptrace:
 *                           the next call gives SIGSYS, and SUD is turned off first
 *   armed, SIGSYS blocked   SUD is off, since its SIGSYS would kill.  A SIGSYS is
 *                           pending that on_sigsys() knows by its value: when SIGSYS
 *                           is opened, by whatever means, it is delivered and turns
 *                           SUD on.  Its code is SI_TIMER: exec throws that away.
 *   not armed               neither
 *
 * While SUD is on and SIGSYS blocked, any call from outside of the section kills.
 * So all signals are blocked where that is so: from a trap's delivery until SUD is
 * off, and from SUD being on until the return from the handler.  That return is
 * made in the section.
 */
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "arch_notify.h"
#include "notify.h"

/* kernel/patches/0004 */
#define PTRACE_SELF_ON 0x4213
#define PTRACE_SELF_OFF 0x4214
#define CODE_SELF_PTRACE 3 /* SYS_SELF_PTRACE */

/* linux/prctl.h, asm-generic/siginfo.h */
#define PR_SET_SYSCALL_USER_DISPATCH 59
#define PR_SYS_DISPATCH_OFF 0
#define PR_SYS_DISPATCH_ON 1
#define CODE_USER_DISPATCH 2 /* SYS_USER_DISPATCH */

/*
 * pass_call() and pass_sigreturn() are never stopped by SUD.  They are written down
 * by the architecture's header; pass_again is the instruction that returns.
 * ask_call() is, and on_sigsys_dispatch() knows it.
 */
long pass_call(long nr, unsigned long a, unsigned long b, unsigned long c, unsigned long d,
	       unsigned long e, unsigned long f);
long ask_call(long nr, unsigned long a, unsigned long b, unsigned long c, unsigned long d,
	      unsigned long e, unsigned long f);
/* Not noreturn: sanitizers make calls of their own before one. */
void pass_sigreturn(void *frame);
extern const char pass_begin[], pass_again[], pass_end[], ask_end[];

/* clang-format off */
__asm__(".pushsection .text.self_ptrace, \"ax\", %progbits\n"
	".balign 16\n"
	".hidden pass_begin, pass_call, pass_sigreturn, pass_again, pass_end\n"
	".globl pass_begin, pass_call, pass_sigreturn, pass_again, pass_end\n"
	".type pass_call, %function\n"
	".type pass_sigreturn, %function\n"
	"pass_begin:\n"
	ARCH_CALL(pass_call)
	ARCH_SIGRETURN(pass_sigreturn, pass_again)
	"pass_end:\n"
	".popsection\n"
	".pushsection .text\n"
	".balign 16\n"
	".hidden ask_call, ask_end\n"
	".globl ask_call, ask_end, self_ptrace_raw_syscall\n"
	".type ask_call, %function\n"
	".type self_ptrace_raw_syscall, %function\n"
	ARCH_CALL(ask_call)
	"ask_end:\n"
	ARCH_CALL(self_ptrace_raw_syscall)
	".popsection\n");
/* clang-format on */

static long pass(long nr, unsigned long a, unsigned long b, unsigned long c, unsigned long d)
{
	return pass_call(nr, a, b, c, d, 0, 0);
}

static int result_of(long result)
{
	if (result >= 0)
		return 0;
	errno = (int)-result;
	return -1;
}

static bool mask_has_sigsys(const struct mask *mask)
{
	return mask->word[(SIGSYS - 1) / WORD_BITS] >> (SIGSYS - 1) % WORD_BITS & 1;
}

static void mask_set_sigsys(struct mask *mask, bool blocked)
{
	unsigned long bit = 1ul << (SIGSYS - 1) % WORD_BITS;
	unsigned long *word = &mask->word[(SIGSYS - 1) / WORD_BITS];

	*word = blocked ? *word | bit : *word & ~bit;
}

long mask_change(int how, const struct mask *set, struct mask *old)
{
	return pass(__NR_rt_sigprocmask, (unsigned long)how, (unsigned long)set, (unsigned long)old,
		    sizeof(*set));
}

/* The mechanism */

static int mechanism = -1;

static bool allowed(const char *name)
{
	const char *only = secure_getenv("SELF_PTRACE_MECHANISM");

	return !only || !strcmp(only, name);
}

static long dispatch(bool on)
{
	if (!on)
		return pass_call(__NR_prctl, PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0,
				 0, 0, 0);
	return pass_call(__NR_prctl, PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON,
			 (unsigned long)pass_begin, (unsigned long)(pass_end - pass_begin), 0, 0);
}

PUBLIC int self_ptrace_mechanism(void)
{
	int found = __atomic_load_n(&mechanism, __ATOMIC_RELAXED);

	if (found >= 0)
		return found;
	/* A bad argument: EINVAL says that the request is known, and nothing is done. */
	if (allowed("kernel") && pass(__NR_ptrace, PTRACE_SELF_OFF, 0, 1, 0) == -EINVAL)
		found = SELF_PTRACE_KERNEL;
	else if (allowed("sud") && dispatch(false) == 0)
		found = SELF_PTRACE_SUD;
	else
		found = SELF_PTRACE_NONE;
	__atomic_store_n(&mechanism, found, __ATOMIC_RELAXED);
	return found;
}

/* Armed while SIGSYS is blocked, with SUD: a SIGSYS of ours is pending. */

/* Beginning and value of a siginfo_t that the kernel sees as that of a timer. */
static bool is_ours(const siginfo_t *info)
{
	return info->si_code == SI_TIMER && info->si_value.sival_ptr == &mechanism;
}

static long pending_put(const siginfo_t *info)
{
	long pid = pass(__NR_getpid, 0, 0, 0, 0);
	long tid = pass(__NR_gettid, 0, 0, 0, 0);

	return pass(__NR_rt_tgsigqueueinfo, (unsigned long)pid, (unsigned long)tid, SIGSYS,
		    (unsigned long)info);
}

/* Takes a pending SIGSYS away; false: there was none. */
static bool pending_take(siginfo_t *info)
{
	static const struct timespec zero;
	struct mask mask = { { 0 } };

	mask_set_sigsys(&mask, true);
	return pass(__NR_rt_sigtimedwait, (unsigned long)&mask, (unsigned long)info,
		    (unsigned long)&zero, sizeof(mask)) == SIGSYS;
}

static bool pending_any(void)
{
	struct mask mask = { { 0 } };

	pass(__NR_rt_sigpending, (unsigned long)&mask, sizeof(mask), 0, 0);
	return mask_has_sigsys(&mask);
}

/* Takes ours away, if there is one, and no other. */
static bool pending_take_ours(void)
{
	siginfo_t info;

	if (!pending_any() || !pending_take(&info))
		return false;
	if (is_ours(&info))
		return true;
	pending_put(&info);
	return false;
}

static long pending_put_ours(void)
{
	siginfo_t info;

	/* Signals that do not queue are dropped, without an error, if one is pending. */
	if (pending_any()) {
		bool armed = pending_take_ours();

		if (!armed)
			return -EAGAIN;
	}
	memset(&info, 0, sizeof(info));
	info.si_signo = SIGSYS;
	info.si_code = SI_TIMER;
	info.si_value.sival_ptr = &mechanism;
	return pending_put(&info);
}

static long arm(const struct mask *mask)
{
	return mask_has_sigsys(mask) ? pending_put_ours() : dispatch(true);
}

bool notify_hold(void)
{
	return self_ptrace_mechanism() == SELF_PTRACE_SUD && pending_take_ours();
}

PUBLIC int self_ptrace_on(void)
{
	struct mask mask = { { 0 } };

	switch (self_ptrace_mechanism()) {
	case SELF_PTRACE_KERNEL:
		return result_of(pass(__NR_ptrace, PTRACE_SELF_ON, 0, 0, 0));
	case SELF_PTRACE_SUD:
		mask_change(SIG_BLOCK, NULL, &mask);
		return result_of(arm(&mask));
	}
	errno = ENOSYS;
	return -1;
}

PUBLIC int self_ptrace_off(void)
{
	switch (self_ptrace_mechanism()) {
	case SELF_PTRACE_KERNEL:
		return result_of(pass(__NR_ptrace, PTRACE_SELF_OFF, 0, 0, 0));
	case SELF_PTRACE_SUD:
		pending_take_ours();
		return result_of(dispatch(false));
	}
	errno = ENOSYS;
	return -1;
}

/* The handler */

/* Never freed: another thread may be reading it. */
struct handler {
	self_ptrace_function *function;
	void *context;
	struct handler *replaced;
};

static struct handler *handler;
static struct sigaction before; /* for SIGSYS that are not ours */

static void deliver(siginfo_t *info, ucontext_t *uc)
{
	const struct handler *to = __atomic_load_n(&handler, __ATOMIC_ACQUIRE);
	int saved_errno = errno;
	struct self_ptrace_call call = {
		.size = sizeof(call),
		.arch = info->si_arch,
		.nr = info->si_syscall,
		.address = info->si_call_addr,
		.info = info,
		.ucontext = uc,
	};

	info->si_code = CODE_SELF_PTRACE;
	for (int i = 0; i < 6; i++)
		call.args[i] = (unsigned long)*arch_arg(uc, i);
	to->function(&call, to->context);
	errno = saved_errno;
}

/* A SIGSYS of kill(), seccomp or somebody's own Syscall User Dispatch. */
static void forward(int signo, siginfo_t *info, void *uc)
{
	if (before.sa_flags & SA_SIGINFO) {
		before.sa_sigaction(signo, info, uc);
	} else if (before.sa_handler == SIG_DFL ||
		   (before.sa_handler == SIG_IGN && info->si_code > 0)) {
		/* Dies when the handler returns, as it would have. */
		signal(SIGSYS, SIG_DFL);
		raise(SIGSYS);
	} else if (before.sa_handler != SIG_IGN) {
		before.sa_handler(signo);
	}
}

/* What ask_call() returns if it is stopped: with its first argument, without it. */
#define STOPPED -1
#define STOPPED_SPOILT -2
#define ASK_ARGUMENT 0x4711

/*
 * Whether SUD is on in this thread, which nothing tells but a call; it is off
 * afterwards.  No other signal's handler may run meanwhile.
 */
static long dispatch_ask(bool on)
{
	struct mask mask, old = { { 0 } };
	long answer;

	memset(&mask, 0xff, sizeof(mask));
	mask_set_sigsys(&mask, false);
	mask_change(SIG_SETMASK, &mask, &old);
	if (on)
		dispatch(true);
	answer = ask_call(__NR_getpid, ASK_ARGUMENT, 0, 0, 0, 0, 0);
	mask_change(SIG_SETMASK, &old, NULL);
	return answer;
}

static bool is_sigreturn(const siginfo_t *info)
{
#ifdef __NR_sigreturn
	if (info->si_syscall == __NR_sigreturn)
		return true;
#endif
	return info->si_syscall == __NR_rt_sigreturn;
}

static void on_sigsys_kernel(int signo, siginfo_t *info, void *context)
{
	if (info->si_code == CODE_SELF_PTRACE)
		deliver(info, context);
	else
		forward(signo, info, context);
}

/* Comes with all signals blocked.  A sanitizer is not told when a frame is left thus. */
__attribute__((no_sanitize("address"))) static void on_sigsys_dispatch(int signo, siginfo_t *info,
								       void *context)
{
	bool trap = info->si_code == CODE_USER_DISPATCH;
	uintptr_t address = (uintptr_t)info->si_call_addr;
	ucontext_t *uc = context;
	struct mask mask = mask_of(uc);

	if (trap && info->si_arch == ARCH_AUDIT && is_sigreturn(info)) {
		/* Of another signal's handler.  To be made where it would have been, and armed. */
		ARCH_SIGRETURN_AGAIN(uc, info->si_syscall);
		ARCH_PC(uc) = (uintptr_t)pass_again;
		pass_sigreturn(ARCH_FRAME(info, uc));
		return;
	}
	if (is_ours(info) && !mask_has_sigsys(&mask)) {
		dispatch(true);
		pass_sigreturn(ARCH_FRAME(info, uc));
		return;
	}
	if (is_ours(info)) {
		/* Opened for the duration of a call only, as sigsuspend() does. */
		pending_put_ours();
		return;
	}
	if (trap && address > (uintptr_t)ask_call && address < (uintptr_t)ask_end) {
		dispatch(false);
		ARCH_RESULT(uc) = *arch_arg(uc, 0) == ASK_ARGUMENT ? STOPPED : STOPPED_SPOILT;
		return;
	}
	if (trap)
		dispatch(false);
	else if (dispatch_ask(false) < 0)
		pending_put_ours();
	mask_set_sigsys(&mask, true);
	mask_change(SIG_SETMASK, &mask, NULL);
	if (trap)
		deliver(info, uc);
	else
		forward(signo, info, uc);
}

/* As s390 does to the first one, without kernel/patches/0001. */
static bool spoils_arguments(void)
{
	bool held = pending_take_ours();
	long answer = dispatch_ask(true);

	if (held)
		pending_put_ours();
	return answer == STOPPED_SPOILT;
}

PUBLIC int self_ptrace_handler(self_ptrace_function *function, void *context)
{
	struct sigaction action = { .sa_flags = SA_SIGINFO | SA_RESTART }, old;
	struct handler *new;
	int found = self_ptrace_mechanism();

	if (!function || found == SELF_PTRACE_NONE) {
		errno = function ? ENOSYS : EINVAL;
		return -1;
	}
	new = malloc(sizeof(*new));
	if (!new)
		return -1;
	new->function = function;
	new->context = context;
	new->replaced = __atomic_load_n(&handler, __ATOMIC_RELAXED);
	while (!__atomic_compare_exchange_n(&handler, &new->replaced, new, false, __ATOMIC_RELEASE,
					    __ATOMIC_RELAXED))
		;
	if (found == SELF_PTRACE_SUD) {
		action.sa_sigaction = on_sigsys_dispatch;
		/* All, those that the C library keeps for itself included. */
		memset(&action.sa_mask, 0xff, sizeof(action.sa_mask));
	} else {
		action.sa_sigaction = on_sigsys_kernel;
	}
	if (sigaction(SIGSYS, NULL, &old))
		return -1;
	if (old.sa_flags & SA_SIGINFO && old.sa_sigaction == action.sa_sigaction)
		return 0;
	before = old;
	if (sigaction(SIGSYS, &action, NULL))
		return -1;
	if (found == SELF_PTRACE_SUD && spoils_arguments()) {
		__atomic_store_n(&mechanism, SELF_PTRACE_NONE, __ATOMIC_RELAXED);
		sigaction(SIGSYS, &old, NULL);
		errno = ENOSYS;
		return -1;
	}
	return 0;
}
