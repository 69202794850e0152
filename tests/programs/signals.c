// SPDX-License-Identifier: LGPL-2.1-or-later
/* Handlers and what they may do; one line each. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

static volatile sig_atomic_t seen, depth, deepest;
static int fds[2];
static sigjmp_buf back;
static char *alt;

static void count(int signo)
{
	(void)signo;
	seen++;
}

static void feed(int signo)
{
	(void)signo;
	if (++seen == 5 && write(fds[1], "r", 1) != 1)
		abort();
}

static void nest(int signo)
{
	depth++;
	if (depth > deepest)
		deepest = depth;
	if (depth < 5)
		raise(signo);
	depth--;
}

static void jump(int signo)
{
	siglongjmp(back, signo);
}

static void fault(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	char here;

	seen = signo == SIGSEGV && info->si_addr == (void *)16 && &here > alt &&
	       &here < alt + SIGSTKSZ * 4 && uc->uc_mcontext.gregs[REG_CR2] == 16;
	siglongjmp(back, 1);
}

static void install(int signo, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigaction(signo, &action, NULL);
}

int main(void)
{
	struct itimerval timer = { { 0, 1000 }, { 0, 1000 } }, off = { 0 };
	struct signalfd_siginfo info;
	struct sigaction action = { .sa_flags = SA_SIGINFO | SA_ONSTACK }, old;
	stack_t stack;
	sigset_t set, empty, now;
	int got, fd;
	char byte;
	volatile int jumps = 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	sigemptyset(&empty);

	install(SIGUSR1, count, 0);
	for (int i = 0; i < 1000; i++)
		raise(SIGUSR1);
	printf("raised: %d\n", seen);

	install(SIGUSR2, nest, SA_NODEFER);
	raise(SIGUSR2);
	printf("nested: %d\n", deepest);

	install(SIGUSR1, jump, 0);
	if (sigsetjmp(back, 1) < SIGUSR1 || jumps < 100) {
		jumps++;
		raise(SIGUSR1);
	}
	sigprocmask(SIG_BLOCK, NULL, &now);
	printf("jumps: %d, blocked after: %d\n", jumps, sigismember(&now, SIGUSR1));

	/* A signal each millisecond; the read ends by what the fifth handler writes. */
	if (pipe(fds))
		return 1;
	seen = 0;
	install(SIGALRM, feed, SA_RESTART);
	setitimer(ITIMER_REAL, &timer, NULL);
	got = (int)read(fds[0], &byte, 1);
	setitimer(ITIMER_REAL, &off, NULL);
	printf("restarted read: %d %c, signals: %s\n", got, byte, seen > 4 ? "some" : "few");

	install(SIGALRM, count, 0);
	setitimer(ITIMER_REAL, &timer, NULL);
	got = (int)read(fds[0], &byte, 1);
	setitimer(ITIMER_REAL, &off, NULL);
	printf("interrupted read: %d %s\n", got, strerror(errno));

	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	seen = 0;
	install(SIGUSR1, count, 0);
	raise(SIGUSR1);
	printf("pending: %d\n", seen);
	got = sigsuspend(&empty);
	printf("suspended: %d, %d %s\n", seen, got, strerror(errno));
	raise(SIGUSR1);
	printf("waited for: %d\n", sigwaitinfo(&set, NULL) == SIGUSR1);
	fd = signalfd(-1, &set, 0);
	raise(SIGUSR1);
	got = (int)read(fd, &info, sizeof(info));
	printf("signalfd: %d %d\n", got == sizeof(info), info.ssi_signo == SIGUSR1);
	sigprocmask(SIG_UNBLOCK, &set, NULL);

	sigfillset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
	sigprocmask(SIG_BLOCK, NULL, &now);
	printf("all blocked: %d %d\n", sigismember(&now, SIGSYS), sigismember(&now, SIGSEGV));
	getppid();
	sigprocmask(SIG_SETMASK, &empty, NULL);

	alt = malloc((size_t)SIGSTKSZ * 4);
	stack = (stack_t){ .ss_sp = alt, .ss_size = (size_t)SIGSTKSZ * 4 };
	sigaltstack(&stack, NULL);
	action.sa_sigaction = fault;
	sigaction(SIGSEGV, &action, NULL);
	for (volatile int i = 0; i < 3; i++) {
		seen = 0;
		if (!sigsetjmp(back, 1))
			*(volatile int *)16 = 1;
		printf("fault on the alternate stack: %d\n", seen);
	}
	sigaction(SIGSEGV, NULL, &old);
	printf("handler read back: %d %#x\n", old.sa_sigaction == fault,
	       old.sa_flags & (SA_ONSTACK | SA_SIGINFO | SA_RESTART));
	return 0;
}
