// SPDX-License-Identifier: LGPL-2.1-or-later
/* Signals: actions, masks, siginfo of each kind, returning from handlers. */
#include "expect.h"

#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

struct action {
	void *handler;
	unsigned long flags;
	void *restorer;
	uint64_t mask;
};

static void actions(void)
{
	struct action new = { SIG_IGN, 0, NULL, 1 << (SIGINT - 1) }, old;

	CALL(rt_sigaction, SIGUSR1, &new, &old, 8);
	EXPECT("rt_sigaction(signum=SIGUSR1, act={sa_handler=SIG_IGN, sa_mask=[INT], sa_flags=0}, "
	       "oldact={sa_handler=SIG_DFL, sa_mask=[], sa_flags=0}, "
	       "sigsetsize=8)");
	new = (struct action){ (void *)0x1234,
			       0x04000000 | SA_RESTART | SA_SIGINFO | SA_NODEFER | SA_RESETHAND |
				       SA_ONSTACK | SA_NOCLDSTOP | SA_NOCLDWAIT,
			       (void *)0x5678, ~0UL };
	CALL(rt_sigaction, 34, &new, NULL, 8);
	EXPECT("rt_sigaction(signum=SIGRT_2, act={sa_handler=0x1234, sa_mask=~[], "
	       "sa_flags=SA_RESTORER|SA_ONSTACK|SA_RESTART|SA_NODEFER|SA_RESETHAND|"
	       "SA_SIGINFO|SA_NOCLDSTOP|SA_NOCLDWAIT, sa_restorer=0x5678}, oldact=NULL, "
	       "sigsetsize=8)");
	CALL(rt_sigaction, SIGKILL, NULL, &old, 8);
	EXPECT("rt_sigaction(signum=SIGKILL, act=NULL, oldact={sa_handler=SIG_DFL, sa_mask=[], "
	       "sa_flags=0}, sigsetsize=8)");
	new.handler = SIG_ERR;
	new.flags = 0x100;
	new.mask = ~(1UL << (SIGHUP - 1) | 1UL << 31);
	CALL(rt_sigaction, 77, &new, &old, 8);
	EXPECT("rt_sigaction(signum=77, act={sa_handler=SIG_ERR, sa_mask=~[HUP RTMIN], "
	       "sa_flags=0x100 /* SA_??? */}, oldact=%p, sigsetsize=8)",
	       &old);
	CALL(rt_sigaction, SIGUSR1, fault, NULL, 8);
	EXPECT("rt_sigaction(signum=SIGUSR1, act=%p, oldact=NULL, sigsetsize=8)", fault);
	CALL(rt_sigaction, SIGUSR1, NULL, NULL, 4);
	EXPECT("rt_sigaction(signum=SIGUSR1, act=NULL, oldact=NULL, sigsetsize=4)");
}

static void masks(void)
{
	uint64_t new = 1UL << (SIGUSR2 - 1) | 1UL << 33 | 1UL << 63, old = 0, pending;
	struct timespec soon = { 0, 1000 };
	stack_t stack = { (void *)0x1000, SS_DISABLE, 5 }, had;

	CALL(rt_sigprocmask, SIG_BLOCK, &new, &old, 8);
	EXPECT("rt_sigprocmask(how=SIG_BLOCK, set=[USR2 RT_2 RT_32], oldset=[], sigsetsize=8)");
	CALL(rt_sigprocmask, SIG_SETMASK, &old, NULL, 8);
	EXPECT("rt_sigprocmask(how=SIG_SETMASK, set=[], oldset=NULL, sigsetsize=8)");
	CALL(rt_sigprocmask, 77, &new, fault, 8);
	EXPECT("rt_sigprocmask(how=0x4d /* SIG_??? */, set=[USR2 RT_2 RT_32], oldset=%p, "
	       "sigsetsize=8)",
	       fault);
	CALL(rt_sigprocmask, SIG_UNBLOCK, fault, NULL, 8);
	EXPECT("rt_sigprocmask(how=SIG_UNBLOCK, set=%p, oldset=NULL, sigsetsize=8)", fault);
	CALL(rt_sigprocmask, SIG_UNBLOCK, &new, &old, 16);
	EXPECT("rt_sigprocmask(how=SIG_UNBLOCK, set=%p, oldset=%p, sigsetsize=16)", &new, &old);
	CALL(rt_sigpending, &pending, 8);
	EXPECT("rt_sigpending(set=[], sigsetsize=8)");
	CALL(rt_sigpending, fault, 8);
	EXPECT("rt_sigpending(set=%p, sigsetsize=8)", fault);
	CALL(rt_sigtimedwait, &new, NULL, &soon, 8);
	EXPECT("rt_sigtimedwait(set=[USR2 RT_2 RT_32], info=NULL, timeout={tv_sec=0, "
	       "tv_nsec=1000}, sigsetsize=8)");
	CALL(sigaltstack, &stack, &had);
	EXPECT("sigaltstack(ss={ss_sp=0x1000, ss_flags=SS_DISABLE, ss_size=5}, old_ss={ss_sp=NULL, "
	       "ss_flags=SS_DISABLE, ss_size=0})");
	stack.ss_flags = 0x40;
	CALL(sigaltstack, &stack, fault);
	EXPECT("sigaltstack(ss={ss_sp=0x1000, ss_flags=0x40 /* SS_??? */, ss_size=5}, old_ss=%p)",
	       fault);
	CALL(sigaltstack, NULL, NULL);
	EXPECT("sigaltstack(ss=NULL, old_ss=NULL)");
}

static volatile siginfo_t *seen;
static siginfo_t last;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)context;
	last = *info;
	seen = &last;
}

static const char *volatile interrupted;

/* What follows the mark is the return from here. */
static void returning(int signo)
{
	(void)signo;
	reserve();
	EXPECT_AS(interrupted, "rt_sigreturn(frame={mask=[HUP]})");
	mark();
}

static void returned(void)
{
	struct sigaction action = { .sa_handler = returning };
	/* Again after a second, if it came before it was waited for. */
	struct itimerval soon = { { 1, 0 }, { 0, 20000 } }, never = { 0 };
	uint64_t mask = 1;

	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGALRM, &action, NULL);
	sigprocmask(SIG_SETMASK, (sigset_t *)&mask, NULL);
	interrupted = "0";
	kill(getpid(), SIGUSR1);
	/* what the call that was interrupted gives */
	interrupted = "-1 EINTR (Interrupted system call)";
	setitimer(ITIMER_REAL, &soon, NULL);
	pause();
	setitimer(ITIMER_REAL, &never, NULL);
	mask = 0;
	sigprocmask(SIG_SETMASK, (sigset_t *)&mask, NULL);
}

static void handled(void)
{
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO };
	siginfo_t info = { .si_signo = SIGUSR1, .si_code = SI_QUEUE };
	struct timespec left = { 7, 7 }, request = { 300, 0 };
	uint64_t blocked = 1UL << (SIGUSR2 - 1), none = 0;
	timer_t timer;
	struct itimerspec soon = { { 1, 0 }, { 0, 20000000 } }, never = { 0 };

	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGUSR2, &action, NULL);
	sigaction(SIGALRM, &action, NULL);
	info.si_pid = 1;
	info.si_uid = 2;
	info.si_value.sival_ptr = (void *)0x100000005;
	CALL(rt_sigqueueinfo, getpid(), SIGUSR1, &info);
	EXPECT("rt_sigqueueinfo(tgid=%d, sig=SIGUSR1, info={si_signo=SIGUSR1, si_code=SI_QUEUE, "
	       "si_pid=1, si_uid=2, si_int=5, si_ptr=0x100000005})",
	       getpid());
	EXPECT_AS("\n", "--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_QUEUE, si_pid=1, si_uid=2, "
			"si_int=5, si_ptr=0x100000005} ---");
	CALL(kill, getpid(), SIGUSR1);
	EXPECT_AS("\n", "--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_USER, si_pid=%d, si_uid=%d} ---",
		  getpid(), getuid());
	CALL(tgkill, getpid(), getpid(), SIGUSR1);
	EXPECT("tgkill(tgid=%d, tid=%d, sig=SIGUSR1)", getpid(), getpid());
	EXPECT_AS("\n",
		  "--- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=%d, si_uid=%d} ---",
		  getpid(), getuid());
	if (timer_create(CLOCK_MONOTONIC, NULL, &timer))
		abort();
	timer_settime(timer, 0, &soon, NULL);
	CALL(nanosleep, &request, &left);
	timer_settime(timer, 0, &never, NULL);
	EXPECT_AS("? ERESTART_RESTARTBLOCK (Interrupted by signal)",
		  "nanosleep(req={tv_sec=300, tv_nsec=0}, rem={tv_sec=%ld, tv_nsec=%ld})",
		  left.tv_sec, left.tv_nsec);
	EXPECT_AS("\n",
		  "--- SIGALRM {si_signo=SIGALRM, si_code=SI_TIMER, si_timerid=0, si_overrun=0, "
		  "si_int=%d, si_ptr=%s} ---",
		  last.si_int, ptr(last.si_ptr));
	timer_settime(timer, 0, &soon, NULL);
	CALL(pause);
	timer_settime(timer, 0, &never, NULL);
	EXPECT_AS("? ERESTARTNOHAND (To be restarted if no handler)", "pause()");
	sigprocmask(SIG_BLOCK, (sigset_t *)&blocked, NULL);
	kill(getpid(), SIGUSR2);
	CALL(rt_sigpending, &none, 8);
	EXPECT("rt_sigpending(set=[USR2], sigsetsize=8)");
	none = 0;
	CALL(rt_sigsuspend, &none, 8);
	EXPECT_AS("? ERESTARTNOHAND (To be restarted if no handler)",
		  "rt_sigsuspend(mask=[], sigsetsize=8)");
	kill(getpid(), SIGUSR2);
	CALL(rt_sigtimedwait, &blocked, &info, NULL, 8);
	EXPECT_AS("12 (SIGUSR2)",
		  "rt_sigtimedwait(set=[USR2], info={si_signo=SIGUSR2, si_code=SI_USER, si_pid=%d, "
		  "si_uid=%d}, timeout=NULL, sigsetsize=8)",
		  getpid(), getuid());
	CALL(rt_sigsuspend, fault, 8);
	EXPECT("rt_sigsuspend(mask=%p, sigsetsize=8)", fault);
}

static void infos(void)
{
	static const struct {
		int signo, code;
		const char *says;
	} kinds[] = {
		{ SIGSEGV, SEGV_MAPERR,
		  "{si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x500000001}" },
		{ SIGBUS, BUS_ADRALN,
		  "{si_signo=SIGBUS, si_code=BUS_ADRALN, si_addr=0x500000001}" },
		{ SIGILL, ILL_ILLOPC,
		  "{si_signo=SIGILL, si_code=ILL_ILLOPC, si_addr=0x500000001}" },
		{ SIGFPE, FPE_INTDIV,
		  "{si_signo=SIGFPE, si_code=FPE_INTDIV, si_addr=0x500000001}" },
		{ SIGTRAP, TRAP_BRKPT,
		  "{si_signo=SIGTRAP, si_code=TRAP_BRKPT, si_addr=0x500000001}" },
		{ SIGIO, POLL_IN,
		  "{si_signo=SIGIO, si_code=POLL_IN, si_band=21474836481, si_fd=9}" },
		{ SIGIO, 77, "{si_signo=SIGIO, si_code=0x4d}" },
		{ SIGCHLD, CLD_KILLED,
		  "{si_signo=SIGCHLD, si_code=CLD_KILLED, si_pid=1, si_uid=5, si_status=SIGKILL, "
		  "si_utime=0, si_stime=100 /* 1.00 s */}" },
		{ SIGCHLD, CLD_EXITED,
		  "{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=1, si_uid=5, si_status=9, "
		  "si_utime=0, si_stime=100 /* 1.00 s */}" },
		{ SIGSYS, 1,
		  "{si_signo=SIGSYS, si_code=SYS_SECCOMP, si_call_addr=0x500000001, si_syscall=9, "
		  "si_arch=0 /* AUDIT_ARCH_??? */}" },
		{ SIGUSR1, SI_KERNEL,
		  "{si_signo=SIGUSR1, si_code=SI_KERNEL, si_pid=1, si_uid=5, si_int=9, "
		  "si_ptr=0x9}" },
		{ SIGTRAP, SI_KERNEL,
		  "{si_signo=SIGTRAP, si_code=SI_KERNEL, si_addr=0x500000001}" },
		{ SIGSEGV, SI_KERNEL,
		  "{si_signo=SIGSEGV, si_code=SI_KERNEL, si_addr=0x500000001}" },
		{ SIGUSR1, SI_MESGQ,
		  "{si_signo=SIGUSR1, si_code=SI_MESGQ, si_pid=1, si_uid=5, si_int=9, "
		  "si_ptr=0x9}" },
		{ SIGUSR1, SI_ASYNCIO,
		  "{si_signo=SIGUSR1, si_code=SI_ASYNCIO, si_pid=1, si_uid=5, si_int=9, "
		  "si_ptr=0x9}" },
		{ SIGUSR1, SI_SIGIO,
		  "{si_signo=SIGUSR1, si_code=SI_SIGIO, si_band=21474836481, si_fd=9}" },
		{ SIGUSR1, SI_TIMER,
		  "{si_signo=SIGUSR1, si_code=SI_TIMER, si_timerid=0x1, si_overrun=5, si_int=9, "
		  "si_ptr=0x9}" },
		{ SIGUSR1, -77,
		  "{si_signo=SIGUSR1, si_code=0xffffffb3, si_pid=1, si_uid=5, si_int=9, "
		  "si_ptr=0x9}" },
		{ 77, 3, "{si_signo=77, si_code=0x3, si_pid=1, si_uid=5, si_int=9, si_ptr=0x9}" },
	};

	for (unsigned i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct {
			int signo, error, code, pad, a, b;
			uint64_t c;
			long d, e;
			uint64_t rest[10];
		} info = { kinds[i].signo, 0, kinds[i].code, 0, 1, 5, 9, 0, 100, { 0 } };

		if (kinds[i].signo == SIGCHLD)
			info.d = 0, info.e = 100;
		CALL(rt_sigqueueinfo, -1, kinds[i].signo, &info);
		EXPECT("rt_sigqueueinfo(tgid=-1, sig=%s, info=%s)",
		       kinds[i].signo == 77    ? "77" :
		       kinds[i].signo == SIGIO ? "SIGIO" :
						 text("SIG%s", sigabbrev_np(kinds[i].signo)),
		       kinds[i].says);
		info.error = EPERM;
		CALL(rt_tgsigqueueinfo, -1, WIDE(-1), kinds[i].signo, &info);
		EXPECT("rt_tgsigqueueinfo(tgid=-1, tid=-1, sig=%s, info=%s)",
		       kinds[i].signo == 77    ? "77" :
		       kinds[i].signo == SIGIO ? "SIGIO" :
						 text("SIG%s", sigabbrev_np(kinds[i].signo)),
		       text("%.*s, si_errno=EPERM%s",
			    (int)(strcspn(strstr(kinds[i].says, "si_code"), ",}") +
				  (strstr(kinds[i].says, "si_code") - kinds[i].says)),
			    kinds[i].says, strpbrk(strstr(kinds[i].says, "si_code"), ",}")));
	}
	CALL(rt_sigqueueinfo, -1, 5, fault);
	EXPECT("rt_sigqueueinfo(tgid=-1, sig=SIGTRAP, info=%p)", fault);
	CALL(rt_sigqueueinfo, -1, 5, NULL);
	EXPECT("rt_sigqueueinfo(tgid=-1, sig=SIGTRAP, info=NULL)");
}

static void restarting(void)
{
	CALL(restart_syscall);
	NOT_AS_STRACE("the call that it remembers, and what the kernel says");
	EXPECT_AS("? ERESTART_RESTARTBLOCK (Interrupted by signal)", "restart_syscall(call=%s)",
		  "<... resuming interrupted system call ...>");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	actions();
	masks();
	handled();
	infos();
	returned();
	restarting();
	return 0;
}
