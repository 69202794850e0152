/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tracee.h"

#include <errno.h>
#include <linux/elf.h>
#include <linux/futex.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "abi/facility.h"

#ifndef PTRACE_GETSIGMASK
#define PTRACE_GETSIGMASK 0x420a
#define PTRACE_SETSIGMASK 0x420b
#endif
#ifndef SYS_USER_DISPATCH
#define SYS_USER_DISPATCH 2 /* si_code */
#endif
#ifndef PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG
#define PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG 0x4210
#endif

/*
 * Two calls, the second one's fifth argument the first one's result; or the
 * second alone; and the name that the first may want.  The numbers travel in
 * registers of their own, since the thread may stand in its exec stop, whose
 * return will set rax.
 */
#define CODE_SECOND 13
#define CODE_NAME 19
static const uint8_t code[TRACEE_CODE_SIZE] = "\x89\xd8"     /* mov %ebx, %eax */
					      "\x0f\x05"     /* syscall */
					      "\x41\x89\xc0" /* mov %eax, %r8d */
					      "\x48\x89\xef" /* mov %rbp, %rdi */
					      "\x4c\x89\xe6" /* mov %r12, %rsi */
					      "\x44\x89\xe8" /* mov %r13d, %eax */
					      "\x0f\x05"     /* syscall */
					      "\xcc"	     /* int3 */
					      "self_ptrace";
_Static_assert(sizeof(code) % sizeof(long) == 0, "it is written by the word");

#define TEXT_PAGE 4096ul
#define EFLAGS_TF 0x100ul
#define MASK_BYTES 8
/* How long a thread is waited for that is to stop: one that waits for its child of vfork, or for
 * a device, does so only when that is over. */
#define PATIENCE_NS 3000000000l
/* Between looks where nothing rings. */
#define PAUSE_NS 10000000l
/* Between looks for threads that have ended, while another is seized. */
#define REAP_NS 10000000l

uint32_t tracee_bell;

static int ptrace_errno(long ret)
{
	return ret < 0 ? -errno : 0;
}

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000l + now.tv_nsec;
}

/*
 * The next stop of the thread, if it comes soon: else -EBUSY; -ESRCH if it ended instead, which is
 * left for the loop to learn: of the command's process, nothing else would tell.
 */
static int next_stop_soon(pid_t tid, int *ret_status)
{
	const struct timespec pause = { .tv_nsec = PAUSE_NS };
	siginfo_t info = { 0 };

	for (int64_t until = now_ns() + PATIENCE_NS; now_ns() < until;) {
		uint32_t bell = __atomic_load_n(&tracee_bell, __ATOMIC_SEQ_CST);

		if (waitid(P_PID, (id_t)tid, &info, WSTOPPED | __WALL | WNOHANG))
			return errno == ECHILD ? -ESRCH : -errno;
		if (info.si_pid) {
			*ret_status = W_STOPCODE(info.si_status);
			return 0;
		}
		syscall(SYS_futex, &tracee_bell, FUTEX_WAIT_PRIVATE, bell, &pause, NULL, 0);
	}
	return -EBUSY;
}

static bool is_trap(const siginfo_t *info)
{
	return info->si_signo == SIGSYS &&
	       (info->si_code == SYS_USER_DISPATCH || info->si_code == SYS_SELF_PTRACE);
}

bool tracee_trap_is_pending(pid_t tid)
{
	struct __ptrace_peeksiginfo_args args = { .nr = 1 };
	siginfo_t info;

	for (; ptrace(PTRACE_PEEKSIGINFO, tid, &args, &info) == 1; args.off++)
		if (is_trap(&info))
			return true;
	return false;
}

int tracee_interrupt_or(pid_t tid, bool (*enough)(void *data, pid_t tid), void *data)
{
	siginfo_t info;
	int status = 0, ret;

	for (;;) {
		/* Again after each other stop: that may have been the one asked for here. */
		ret = ptrace_errno(ptrace(PTRACE_INTERRUPT, tid, 0, 0));
		if (!ret && status)
			ret = ptrace_errno(
				ptrace(PTRACE_CONT, tid, 0, status >> 16 ? 0 : WSTOPSIG(status)));
		if (!ret)
			ret = next_stop_soon(tid, &status);
		if (ret || status >> 16 == PTRACE_EVENT_STOP)
			return ret;
		if (enough && status >> 16 == 0 && !ptrace(PTRACE_GETSIGINFO, tid, 0, &info) &&
		    is_trap(&info) && enough(data, tid))
			return 0;
	}
}

int tracee_interrupt(pid_t tid)
{
	return tracee_interrupt_or(tid, NULL, NULL);
}

long tracee_options(const struct options *options)
{
	if (!options->all_signals || !options->follow)
		return PTRACE_O_TRACEEXEC;
	return PTRACE_O_TRACEEXEC | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE;
}

/*
 * An exec waits for the end of the other threads, which those that are seized come to when they
 * are waited for; and PTRACE_SEIZE waits for an exec.  So they are waited for meanwhile, from
 * a timer's signal.
 */
static volatile sig_atomic_t seizing;

void tracee_reap(void)
{
	int error = errno;
	siginfo_t info = { 0 };

	/* Stops are told of, too, where they are traced.  No process has a thread's number. */
	while (seizing && !waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT | __WALL) &&
	       info.si_pid && info.si_code != CLD_TRAPPED && info.si_code != CLD_STOPPED &&
	       syscall(SYS_tgkill, info.si_pid, info.si_pid, 0) && errno == ESRCH &&
	       !waitid(P_PID, (id_t)info.si_pid, &info, WEXITED | WNOHANG | __WALL))
		info.si_pid = 0;
	errno = error;
}

static void reap_meanwhile(bool on)
{
	static const struct itimerspec each = { { 0, REAP_NS }, { 0, REAP_NS } }, never;
	static struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGCHLD };
	static timer_t timer;
	static bool made;

	made = made || !timer_create(CLOCK_MONOTONIC, &event, &timer);
	seizing = on;
	if (made)
		timer_settime(timer, 0, on ? &each : &never, NULL);
}

int tracee_seize(pid_t tid, long options)
{
	int ret;

	reap_meanwhile(true);
	ret = ptrace_errno(ptrace(PTRACE_SEIZE, tid, 0, options));
	reap_meanwhile(false);
	return ret;
}

int tracee_take(pid_t tid, bool *ret_ours)
{
	int ret;

	reap_meanwhile(true);
	ret = ptrace_errno(ptrace(PTRACE_SEIZE, tid, 0, 0));
	*ret_ours = ret == -EPERM;
	/* It stops after an exec that it has begun. */
	if (!ret)
		ret = tracee_interrupt(tid);
	else if (*ret_ours && !tracee_interrupt(tid))
		ret = 0;
	reap_meanwhile(false);
	return ret;
}

void tracee_leave(pid_t tid, bool ours)
{
	ptrace(ours ? PTRACE_CONT : PTRACE_DETACH, tid, 0, 0);
}

static bool shows_trap_flag(pid_t tid, struct user_regs_struct *regs)
{
	return !ptrace(PTRACE_GETREGS, tid, 0, regs) && (regs->eflags & EFLAGS_TF);
}

/* popf or iret: the flag may be what it loads. */
static bool loads_flags(pid_t tid, uint64_t pc)
{
	uint8_t bytes[2];

	return !tracee_read(tid, pc, bytes, sizeof(bytes)) &&
	       (bytes[0] == 0x9d || bytes[0] == 0xcf || (bytes[0] == 0x48 && bytes[1] == 0xcf));
}

/* It goes on with the signal, or none, and stops again without an instruction of its own. */
static int deliver(pid_t tid, int *signo)
{
	int status = 0, ret = ptrace_errno(ptrace(PTRACE_INTERRUPT, tid, 0, 0));

	if (!ret)
		ret = ptrace_errno(ptrace(PTRACE_CONT, tid, 0, *signo));
	if (!ret)
		ret = next_stop_soon(tid, &status);
	*signo = status >> 16 ? 0 : WSTOPSIG(status);
	return ret;
}

/*
 * The kernel (arch/x86/kernel/step.c) keeps in mind that the trap flag is its own, but not over
 * a popf or iret, and from then on, step by step, takes it for the program's: it would be in
 * the frames of signals, in threads that are made, and stay when the steps are over.  So it is
 * cleared, and steps begin anew; a signal goes in without one.
 */
int tracee_step(pid_t tid, int *signo)
{
	struct user_regs_struct before, after;
	siginfo_t info;
	bool own = shows_trap_flag(tid, &before);
	int status = 0, ret;

	if (*signo)
		return deliver(tid, signo);
	ret = ptrace_errno(ptrace(PTRACE_SINGLESTEP, tid, 0, 0));
	if (!ret)
		ret = next_stop_soon(tid, &status);
	if (ret)
		return ret;
	*signo = status >> 16 ? 0 : WSTOPSIG(status);
	if (*signo == SIGTRAP && !ptrace(PTRACE_GETSIGINFO, tid, 0, &info) && info.si_code > 0)
		*signo = 0; /* the step's own */
	/* What a popf or iret has loaded is the program's. */
	if (own || !shows_trap_flag(tid, &after) ||
	    (after.rip != before.rip && loads_flags(tid, before.rip)))
		return 0;
	after.eflags &= ~EFLAGS_TF;
	ret = ptrace_errno(ptrace(PTRACE_SETREGS, tid, 0, &after));
	return ret || *signo ? ret : deliver(tid, signo);
}

int tracee_dispatch(pid_t tid, uint64_t offset, uint64_t len)
{
	/* struct ptrace_sud_config of linux/ptrace.h, Linux 6.4 */
	struct {
		uint64_t mode, selector, offset, len;
	} config = { PR_SYS_DISPATCH_ON, 0, offset, len };
	bool ours;
	int ret = tracee_take(tid, &ours);

	if (ret)
		return ret;
	ret = ptrace_errno(
		ptrace(PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG, tid, sizeof(config), &config));
	tracee_leave(tid, ours);
	return ret;
}

int tracee_read(pid_t tid, uint64_t addr, void *bytes, size_t len)
{
	struct iovec here = { .iov_base = bytes, .iov_len = len };
	struct iovec there = { .iov_base = (void *)addr, .iov_len = len };
	ssize_t got = process_vm_readv(tid, &here, 1, &there, 1, 0);

	if (got < 0)
		return -errno;
	return (size_t)got == len ? 0 : -EFAULT;
}

int tracee_write(pid_t tid, uint64_t addr, const void *bytes, size_t len)
{
	struct iovec here = { .iov_base = (void *)bytes, .iov_len = len };
	struct iovec there = { .iov_base = (void *)addr, .iov_len = len };
	ssize_t put = process_vm_writev(tid, &here, 1, &there, 1, 0);

	if (put < 0)
		return -errno;
	return (size_t)put == len ? 0 : -EFAULT;
}

int tracee_begin_run(struct tracee *tracee, pid_t tid)
{
	struct iovec iov = { .iov_base = &tracee->regs, .iov_len = sizeof(tracee->regs) };
	uint64_t held = ~(1ul << (SIGTRAP - 1));
	int ret;

	*tracee = (struct tracee){ .tid = tid };
	ret = ptrace_errno(ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &iov));
	if (ret)
		return ret;
	if (iov.iov_len != sizeof(tracee->regs))
		return -EOPNOTSUPP;
	ret = ptrace_errno(ptrace(PTRACE_GETSIGMASK, tid, MASK_BYTES, &tracee->mask));
	if (ret)
		return ret;
	/* SIGTRAP stays open: forcing a blocked one resets its disposition. */
	return ptrace_errno(ptrace(PTRACE_SETSIGMASK, tid, MASK_BYTES, &held));
}

/* All that was there comes back as it was. */
static int code_poke(const struct tracee *tracee, const void *bytes)
{
	long words[TRACEE_CODE_SIZE / sizeof(long)];
	int ret = 0;

	memcpy(words, bytes, sizeof(words));
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && !ret; i++)
		ret = ptrace_errno(ptrace(PTRACE_POKETEXT, tracee->tid,
					  tracee->code + i * sizeof(long), words[i]));
	return ret;
}

int tracee_poke(struct tracee *tracee)
{
	uint64_t at, last = (tracee->regs.rip | (TEXT_PAGE - 1)) + 1 - TRACEE_CODE_SIZE;
	int ret;

	/* The page of the program counter can be executed: the next one, who knows? */
	at = tracee->regs.rip < last ? tracee->regs.rip : last;
	for (size_t i = 0; i < sizeof(tracee->code_was) / sizeof(tracee->code_was[0]); i++) {
		errno = 0;
		tracee->code_was[i] =
			ptrace(PTRACE_PEEKTEXT, tracee->tid, at + i * sizeof(long), 0);
		if (errno)
			return -errno;
	}
	tracee->code = at;
	ret = code_poke(tracee, code);
	if (ret) /* text that is shared: nothing was written */
		tracee->code = 0;
	return ret;
}

int tracee_begin(struct tracee *tracee, pid_t tid)
{
	int ret = tracee_begin_run(tracee, tid);

	return ret ? ret : tracee_poke(tracee);
}

/* A SIGTRAP of somebody's or of the program's own steps, pending since before: kept; true: the
 * thread is to go on. */
static bool trap_was_sent(struct tracee *tracee)
{
	siginfo_t info;

	if (ptrace(PTRACE_GETSIGINFO, tracee->tid, 0, &info) || info.si_code == SI_KERNEL)
		return false;
	tracee->trap = info;
	tracee->trapped = true;
	return true;
}

static int run_to_breakpoint(struct tracee *tracee, struct user_regs_struct *regs)
{
	int status = 0, ret;

	/* Not in a call any more: nothing is to be restarted on the way; nor stepped through. */
	regs->orig_rax = -1ul;
	regs->eflags &= ~EFLAGS_TF;
	ret = ptrace_errno(ptrace(PTRACE_SETREGS, tracee->tid, 0, regs));
	if (ret)
		return ret;
	for (;;) {
		ret = ptrace_errno(ptrace(PTRACE_CONT, tracee->tid, 0, 0));
		if (ret)
			return ret;
		ret = next_stop_soon(tracee->tid, &status);
		/* Out of there, for tracee_end(). */
		if (ret == -EBUSY && !ptrace(PTRACE_INTERRUPT, tracee->tid, 0, 0))
			next_stop_soon(tracee->tid, &status);
		if (ret)
			return ret;
		if (status >> 16 == 0 && WSTOPSIG(status) == SIGTRAP && trap_was_sent(tracee))
			continue;
		if (status >> 16 == 0 && WSTOPSIG(status) == SIGTRAP)
			return ptrace_errno(ptrace(PTRACE_GETREGS, tracee->tid, 0, regs));
		/* Cannot be blocked: it comes when the thread is the program's again. */
		if (status >> 16 == 0 && WSTOPSIG(status) == SIGSTOP)
			tracee->stopped = true;
		else if (status >> 16 == 0)
			return -EFAULT; /* the injected code's death */
	}
}

static void set_arguments(struct user_regs_struct *regs, const uint64_t args[6])
{
	regs->rdi = args[0];
	regs->rsi = args[1];
	regs->rdx = args[2];
	regs->r10 = args[3];
	regs->r8 = args[4];
	regs->r9 = args[5];
}

int tracee_syscall(struct tracee *tracee, long nr, const uint64_t args[6], int64_t *ret_value)
{
	struct user_regs_struct regs = tracee->regs;
	int ret;

	set_arguments(&regs, args);
	regs.rip = tracee->code + CODE_SECOND;
	regs.r13 = (uint64_t)nr;
	ret = run_to_breakpoint(tracee, &regs);
	*ret_value = (int64_t)regs.rax;
	return ret;
}

int tracee_map_memfd(struct tracee *tracee, unsigned int flags, const uint64_t args[6], int *ret_fd,
		     int64_t *ret_value)
{
	struct user_regs_struct regs = tracee->regs;
	int ret;

	set_arguments(&regs, args);
	regs.rip = tracee->code;
	regs.rbx = SYS_memfd_create;
	regs.rdi = tracee->code + CODE_NAME;
	regs.rsi = flags;
	regs.r13 = SYS_mmap;
	regs.rbp = args[0];
	regs.r12 = args[1];
	ret = run_to_breakpoint(tracee, &regs);
	*ret_fd = (int)regs.r8;
	*ret_value = (int64_t)regs.rax;
	return ret;
}

int tracee_run(struct tracee *tracee, uint64_t pc, uint64_t sp, uint64_t arg, int64_t *ret_value)
{
	struct user_regs_struct regs = tracee->regs;
	int ret;

	regs.rip = pc;
	regs.rsp = sp;
	regs.rdi = arg;
	regs.eflags &= ~0x40400ul; /* DF, AC */
	ret = run_to_breakpoint(tracee, &regs);
	*ret_value = (int64_t)regs.rax;
	tracee->regs.gs_base = regs.gs_base; /* what the agent has set is meant to stay */
	return ret;
}

/*
 * In the place of the breakpoint's own: the kernel queues a signal again, as it
 * is, that has become blocked while its thread was stopped for it.
 */
static int trap_queue(struct tracee *tracee)
{
	int ret, status;

	tracee->trapped = false;
	ret = ptrace_errno(ptrace(PTRACE_SETSIGINFO, tracee->tid, 0, &tracee->trap));
	if (!ret)
		ret = ptrace_errno(ptrace(PTRACE_INTERRUPT, tracee->tid, 0, 0));
	if (!ret)
		ret = ptrace_errno(ptrace(PTRACE_CONT, tracee->tid, 0, SIGTRAP));
	return ret ? ret : next_stop_soon(tracee->tid, &status);
}

int tracee_end(struct tracee *tracee)
{
	int ret = 0;

	if (tracee->stopped)
		syscall(SYS_tkill, tracee->tid, SIGSTOP);
	if (tracee->code)
		ret = code_poke(tracee, tracee->code_was);
	if (!ret)
		ret = ptrace_errno(ptrace(PTRACE_SETREGS, tracee->tid, 0, &tracee->regs));
	if (!ret)
		ret = ptrace_errno(
			ptrace(PTRACE_SETSIGMASK, tracee->tid, MASK_BYTES, &tracee->mask));
	if (!ret && tracee->trapped)
		ret = trap_queue(tracee);
	return ret;
}

int tracee_arm(pid_t tid, uint64_t flags)
{
	return ptrace_errno(ptrace(PTRACE_SELF_SET, tid, sizeof(flags), &flags));
}

void regs_save(struct saved_regs *ret, const struct user_regs_struct *regs)
{
	*ret = (struct saved_regs){
		.r8 = regs->r8,
		.r9 = regs->r9,
		.r10 = regs->r10,
		.r11 = regs->r11,
		.r12 = regs->r12,
		.r13 = regs->r13,
		.r14 = regs->r14,
		.r15 = regs->r15,
		.rdi = regs->rdi,
		.rsi = regs->rsi,
		.rbp = regs->rbp,
		.rbx = regs->rbx,
		.rdx = regs->rdx,
		.rax = regs->rax,
		.rcx = regs->rcx,
		.rsp = regs->rsp,
		.rip = regs->rip,
		.flags = regs->eflags,
	};
}

void regs_restore(struct user_regs_struct *ret, const struct saved_regs *saved)
{
	ret->r8 = saved->r8;
	ret->r9 = saved->r9;
	ret->r10 = saved->r10;
	ret->r11 = saved->r11;
	ret->r12 = saved->r12;
	ret->r13 = saved->r13;
	ret->r14 = saved->r14;
	ret->r15 = saved->r15;
	ret->rdi = saved->rdi;
	ret->rsi = saved->rsi;
	ret->rbp = saved->rbp;
	ret->rbx = saved->rbx;
	ret->rdx = saved->rdx;
	ret->rax = saved->rax;
	ret->rcx = saved->rcx;
	ret->rsp = saved->rsp;
	ret->rip = saved->rip;
	ret->eflags = saved->flags;
}

/* ERESTARTSYS to ERESTART_RESTARTBLOCK of the kernel's linux/errno.h */
bool regs_restarting(const struct user_regs_struct *regs)
{
	return (int64_t)regs->orig_rax >= 0 && (int64_t)regs->rax <= -512 &&
	       (int64_t)regs->rax >= -516;
}
