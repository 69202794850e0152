/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tampering that was asked for: results in a call's place, signals, delays, bytes
 * poked into what arguments point at.  The order is strace's: pokes are in the
 * record of the entry, an entry is recorded before its delay, an exit before its
 * own, and a signal arrives when the call is over.
 *
 * Called from dispatch, signals deferred, for calls with PLAN_TAMPER only.
 */
#include "agent.h"

#include <linux/fcntl.h>
#include <linux/time.h>
#include <linux/time_types.h>

#define NS_PER_S 1000000000l
/* How often a thread that is delayed looks whether it is still traced. */
#define SLICE_NS 50000000l
/* At least so many stamps pass in a turn of the loop that waits without a call. */
#define SPIN_STAMPS 16u

static const struct tamper *rules(void)
{
	return (const struct tamper *)((uintptr_t)process.arena + process.arena->tamper);
}

static bool ended(void)
{
	return (process.arena->control & CONTROL_PASS) || !tool_alive();
}

static bool due(const struct tamper_rule *rule, uint64_t count)
{
	if (count < rule->first || (rule->last != TAMPER_LAST_NONE && count > rule->last))
		return false;
	return rule->step ? (count - rule->first) % rule->step == 0 : count == rule->first;
}

/* As a tracer writes: memory that the program itself may not write to, too. */
static bool write_by_force(uint64_t to, const void *from, size_t n)
{
	long fd, ret;

	if (process.sandbox)
		return false;
	fd = sys4(__NR_openat, AT_FDCWD, "/proc/self/mem", O_RDWR | O_CLOEXEC, 0);
	if (error(fd))
		return false;
	ret = sys4(__NR_pwrite64, fd, from, n, to);
	sys1(__NR_close, fd);
	return ret == (long)n;
}

static void poke(struct thread *thread, uint32_t nr, const uint64_t *args, bool exit)
{
	const struct tamper *tamper = rules();
	const struct tamper_rule *rule = thread->tamper;

	for (uint32_t i = 0; i < rule->poke_count; i++) {
		const struct tamper_poke *at = &tamper->pokes[rule->poke_first + i];

		const uint8_t *bytes = tamper->data + at->offset;

		if (at->exit != exit || at->arg >= tamper->nargs[nr])
			continue;
		if (copy_out(thread, args[at->arg], bytes, at->len) ||
		    write_by_force(args[at->arg], bytes, at->len))
			thread->tamper_marks |= RECORD_POKED;
	}
}

/* Under a seccomp filter any call of ours may be the program's death: it looks at the clock. */
static void spin(uint64_t stamps)
{
	uint64_t begin = arch_stamp();

	/* A clock that stands still (PR_SET_TSC) is waited for by counting. */
	for (uint64_t i = 0; i < stamps / SPIN_STAMPS && arch_stamp() - begin < stamps; i++)
		arch_pause();
}

static void delay(const struct tamper_delay *delay)
{
	struct __kernel_timespec now, until;
	int64_t end, left;

	if (process.sandbox) {
		spin(delay->stamps);
		return;
	}
	sys2(__NR_clock_gettime, CLOCK_MONOTONIC, &now);
	end = now.tv_sec * NS_PER_S + now.tv_nsec + (int64_t)delay->ns;
	while ((left = end - (now.tv_sec * NS_PER_S + now.tv_nsec)) > 0 && !ended()) {
		int64_t at = left > SLICE_NS ? end - left + SLICE_NS : end;

		until.tv_sec = at / NS_PER_S;
		until.tv_nsec = at % NS_PER_S;
		sys4(__NR_clock_nanosleep, CLOCK_MONOTONIC, TIMER_ABSTIME, &until, 0);
		sys2(__NR_clock_gettime, CLOCK_MONOTONIC, &now);
	}
}

/* As the kernel sends a signal for a tracer. */
void tamper_info(int signo, uint8_t *info)
{
	const int head[] = { signo, 0, SI_KERNEL };

	memset(info, 0, SIGINFO_SIZE);
	memcpy(info, head, sizeof(head));
}

static void queue(const struct thread *thread, const uint8_t *info)
{
	sys4(__NR_rt_tgsigqueueinfo, thread->pid, thread->tid, signal_of(info), info);
}

static bool blocks(const struct thread *thread, int signo)
{
	return signo == SIGSYS ? thread->blocks_sigsys : thread->mask & SIGBIT(signo);
}

/* What needs the kernel cannot be had in a sandbox: there a signal needs a handler. */
static void send(struct thread *thread, int signo)
{
	static const struct action plain;
	uint8_t info[SIGINFO_SIZE];
	struct action action;

	lock(&thread->dispositions->lock);
	action = *action_of(thread->dispositions, signo);
	unlock(&thread->dispositions->lock);
	tamper_info(signo, info);
	if (blocks(thread, signo)) {
		if (signo == SIGSYS) {
			memcpy(thread->held_info, info, SIGINFO_SIZE);
			thread->held_sigsys = 1;
		} else if (!process.sandbox) {
			queue(thread, info);
		}
	} else if (action.handler > (uint64_t)SIG_IGN) {
		thread->injected = (uint16_t)signo;
	} else {
		ring_signal(thread, signo, info);
		if (action.handler == (uint64_t)SIG_IGN || process.sandbox)
			return;
		if (signal_is_caught(signo, &action))
			sys4(__NR_rt_sigaction, signo, &plain, 0, MASK_BYTES);
		queue(thread, info);
	}
}

/*
 * A tracer's signal is pending when the call begins: a call that would wait is
 * interrupted.  From inside, a pending signal comes at once, before the call; so
 * a timer sends one while the kernel has the call.  It is taken back when the
 * call is over, and the signal itself sent then, whether it was needed or not.
 */
struct timer_info { /* siginfo of SI_TIMER, asm-generic/siginfo.h */
	int signo, error, code, pad, timer, overrun;
	uint64_t value;
};

struct timer_event { /* struct sigevent */
	uint64_t value;
	int signo, notify, tid, pad[11];
};

#define NOTIFY_THREAD 4 /* SIGEV_THREAD_ID */

static bool waits(uint64_t nr)
{
	switch (nr) {
	case __NR_clone:
	case __NR_clone3:
	case __NR_fork:
	case __NR_vfork:
	case __NR_execve:
	case __NR_execveat:
	case __NR_exit:
	case __NR_exit_group:
		return false;
	default:
		return true;
	}
}

static bool kills(int signo)
{
	const uint64_t others = SIGBIT(SIGCHLD) | SIGBIT(SIGCONT) | SIGBIT(SIGURG) |
				SIGBIT(SIGWINCH) | SIGBIT(SIGSTOP) | SIGBIT(SIGTSTP) |
				SIGBIT(SIGTTIN) | SIGBIT(SIGTTOU);

	return !(others & SIGBIT(signo));
}

/* What interrupts as signo would; 0: nothing that the program could notice. */
static int interrupter_for(const struct thread *thread, int signo)
{
	uint64_t handler;

	lock(&thread->dispositions->lock);
	handler = action_of(thread->dispositions, signo)->handler;
	unlock(&thread->dispositions->lock);
	if (blocks(thread, signo))
		return 0;
	if (handler > (uint64_t)SIG_IGN)
		return signo; /* with its own SA_RESTART */
	return handler == (uint64_t)SIG_DFL && kills(signo) ? SIGSYS : 0;
}

static bool is_interrupter(const struct thread *thread, const uint8_t *bytes)
{
	struct timer_info info;

	memcpy(&info, bytes, sizeof(info));
	return info.code == SI_TIMER && info.value == (uint64_t)thread;
}

bool tamper_arm(struct thread *thread, uint64_t ns)
{
	const struct tamper_rule *rule = thread->tamper;
	const struct __kernel_itimerspec when = { .it_value.tv_nsec = (long)ns };
	struct timer_event event = { .value = (uint64_t)thread,
				     .notify = NOTIFY_THREAD,
				     .tid = thread->tid };

	if (!rule || !(rule->actions & TAMPER_SIGNAL) || process.sandbox || thread->kept ||
	    !waits(thread->nr) || ns >= NS_PER_S)
		return false;
	event.signo = interrupter_for(thread, (int)rule->signo);
	thread->interrupter = (uint16_t)event.signo;
	if (!event.signo || sys3(__NR_timer_create, CLOCK_MONOTONIC, &event, &thread->timer))
		return false;
	sys4(__NR_timer_settime, thread->timer, 0, &when, 0);
	return true;
}

/* Out of the signals that were kept. */
static bool take_back(struct thread *thread)
{
	uint32_t i = 0;

	while (i < thread->kept && !is_interrupter(thread, thread->info[i]))
		i++;
	if (i == thread->kept)
		return false;
	for (; i + 1 < thread->kept; i++)
		memcpy(thread->info[i], thread->info[i + 1], SIGINFO_SIZE);
	thread->kept--;
	thread->pending = thread->kept;
	if (!thread->kept)
		mask_set(thread->resume_mask);
	return true;
}

bool tamper_too_early(struct thread *thread)
{
	const struct action *action = &thread->dispositions->actions[thread->interrupter - 1];
	static const struct __kernel_timespec zero;
	const uint64_t set = SIGBIT(thread->interrupter);
	uint8_t info[SIGINFO_SIZE];

	sys1(__NR_timer_delete, thread->timer);
	if (!take_back(thread)) {
		/* Others were kept, and it is blocked behind them (before Linux 6.13). */
		if (thread->kept && sys4(__NR_rt_sigtimedwait, &set, info, &zero, MASK_BYTES) > 0 &&
		    !is_interrupter(thread, info))
			queue(thread, info);
		return false;
	}
	/* Not made again by the kernel, a call whose instruction is next has not begun. */
	return thread->aborted && !thread->kept &&
	       (!thread->interrupted || !(action->flags & SA_RESTART));
}

void tamper_enter(struct thread *thread, uint32_t nr, const uint64_t *args)
{
	const struct tamper_rule *rule = &rules()->rules[rules()->rule_of[nr] - 1];

	thread->tamper = NULL;
	thread->tamper_marks = 0;
	thread->tamper_resumed = 0;
	if (!thread->ring || ended())
		return;
	if (thread->tamper_again.ip == thread->regs.rip &&
	    thread->tamper_again.sp == thread->regs.rsp && thread->tamper_again.nr == nr) {
		rule = thread->tamper_again.rule;
		thread->tamper_again.ip = 0;
		thread->tamper_resumed = 1;
		if (!rule)
			return;
	} else if (!due(rule, ++thread->tamper_counts->calls[nr])) {
		return;
	}
	thread->tamper = rule;
	if (rule->actions & TAMPER_RETURN)
		thread->tamper_marks |= RECORD_INJECTED;
	if (rule->actions & (TAMPER_DELAY_ENTER | TAMPER_DELAY_EXIT))
		thread->tamper_marks |= RECORD_DELAYED;
	poke(thread, nr, args, false);
}

bool tamper_answers(struct thread *thread, long *ret)
{
	const struct tamper_rule *rule = thread->tamper;

	if (!rule)
		return false;
	if ((rule->actions & TAMPER_DELAY_ENTER) && !thread->tamper_resumed)
		delay(&rule->enter);
	/* The one signal that comes before the call, and is no signal to see. */
	if ((rule->actions & TAMPER_SIGNAL) && rule->signo == SIGKILL && !process.sandbox)
		sys3(__NR_tgkill, thread->pid, thread->tid, SIGKILL);
	*ret = rule->ret;
	return rule->actions & TAMPER_RETURN;
}

void tamper_made(struct thread *thread, uint32_t nr, const uint64_t *args)
{
	if (thread->tamper && !thread->aborted)
		poke(thread, nr, args, true);
}

void tamper_leave(struct thread *thread, uint32_t nr)
{
	const struct tamper_rule *rule = thread->tamper;

	thread->tamper = NULL;
	thread->tamper_marks = 0;
	if (thread->aborted && !thread->interrupted) {
		/* It is the same call when the handler that comes first is done. */
		thread->tamper_again.ip = thread->regs.rip + ARCH_CALL_SIZE;
		thread->tamper_again.sp = thread->regs.rsp;
		thread->tamper_again.nr = nr;
		thread->tamper_again.rule = rule;
		return;
	}
	if (!rule)
		return;
	if (rule->actions & TAMPER_DELAY_EXIT)
		delay(&rule->exit);
	if (rule->actions & TAMPER_SIGNAL)
		send(thread, (int)rule->signo);
	if (thread->injected)
		signal_knock(thread);
}
