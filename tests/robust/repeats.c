/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * repeats mprotect|prctl|fork|spawn|killed|thread|kill|sigsuspend|getpid80|setrlimit|signals: makes
 * that call over and over, or getppid while timers send two signals as fast as they can, until
 * SIGUSR1 comes, and ends with 5.  What it spawns takes long to exec, for its arguments, and finds
 * out whether it has inherited the mask; killed is spawn, where the tool's death may be that of an
 * image that it is putting its agent into (README.md, Limits).
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Of an argument; the kernel's bound is 128 KB (MAX_ARG_STRLEN). */
#define BLANKS 130000

#define THREADS 4

extern char **environ;

static volatile sig_atomic_t ended, handled;

static void end(int signo)
{
	(void)signo;
	ended = 1;
	handled++;
}

static void handle(int signo)
{
	(void)signo;
	getppid();
}

static void count(int signo)
{
	(void)signo;
	handled++;
}

static void start_timers(void)
{
	struct sigaction action = { .sa_handler = handle, .sa_flags = SA_RESTART };
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN };
	struct itimerval interval = { { 0, 70 }, { 0, 70 } };
	struct itimerspec other = { { 0, 50000 }, { 0, 50000 } };
	timer_t timer;

	sigaction(SIGALRM, &action, NULL);
	sigaction(SIGRTMIN, &action, NULL);
	timer_create(CLOCK_MONOTONIC, &event, &timer);
	timer_settime(timer, 0, &other, NULL);
	setitimer(ITIMER_REAL, &interval, NULL);
}

static void *thread(void *data)
{
	for (int i = 0; i < 100; i++)
		getppid();
	return data;
}

/* True: it went as it should. */
static int once(const char *call, void *memory, size_t size)
{
	static char text[BLANKS];
	char *argv[] = { "repeats", "masked", text, text, text, text, NULL };
	pthread_t others[THREADS];
	bool killed = !strcmp(call, "killed");
	sigset_t none;
	int status;
	pid_t pid;

	if (!strcmp(call, "mprotect"))
		return !mprotect(memory, size, PROT_READ) &&
		       !mprotect(memory, size, PROT_READ | PROT_WRITE);
	if (!strcmp(call, "prctl"))
		return !prctl(PR_SET_NAME, "repeats");
	if (!strcmp(call, "kill")) { /* it comes before the call returns */
		handled = 0;
		return !kill(getpid(), SIGUSR2) && handled;
	}
	if (!strcmp(call, "sigsuspend")) { /* it returns after a handler only */
		handled = 0;
		sigemptyset(&none);
		return sigsuspend(&none) == -1 && errno == EINTR && handled;
	}
	if (!strcmp(call, "getpid80")) {
		long ret;

		__asm__ volatile("int $0x80" : "=a"(ret) : "a"(20) : "memory");
		return ret > 0;
	}
	if (!strcmp(call, "setrlimit")) { /* as it was set is how it is, before and after */
		static struct rlimit set;
		struct rlimit now;

		if (getrlimit(RLIMIT_AS, &now) || (set.rlim_cur && memcmp(&now, &set, sizeof(now))))
			return 0;
		set = (struct rlimit){ 1ul << 33, now.rlim_max };
		return !setrlimit(RLIMIT_AS, &set);
	}
	if (!strcmp(call, "signals"))
		return getppid() > 0;
	if (!strcmp(call, "thread")) {
		for (int i = 0; i < THREADS; i++)
			if (pthread_create(&others[i], NULL, thread, NULL))
				return 0;
		for (int i = 0; i < THREADS; i++)
			if (pthread_join(others[i], NULL))
				return 0;
		return 1;
	}
	if (!strcmp(call, "spawn") || killed) {
		memset(text, ' ', sizeof(text) - 1);
		if (posix_spawn(&pid, "/proc/self/exe", NULL, NULL, argv, environ))
			return 0;
	} else {
		pid = fork();
		if (!pid)
			_exit(0);
	}
	return waitpid(pid, &status, 0) == pid &&
	       (!status || (killed && (status == SIGTRAP || status == SIGSEGV)));
}

int main(int argc, char **argv)
{
	const size_t size = 1 << 20;
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct sigaction action = { .sa_handler = end, .sa_flags = SA_RESTART };
	struct sigaction counted = { .sa_handler = count };
	sigset_t mask;

	if (argc > 2) { /* what it is to inherit */
		sigprocmask(SIG_SETMASK, NULL, &mask);
		return !sigismember(&mask, SIGSYS) || !sigismember(&mask, SIGWINCH);
	}
	if (argc < 2 || memory == MAP_FAILED || sigaction(SIGUSR1, &action, NULL) ||
	    sigaction(SIGUSR2, &counted, NULL))
		return 1;
	if (!strcmp(argv[1], "signals"))
		start_timers();
	if (!strcmp(argv[1], "sigsuspend")) {
		struct itimerval interval = { { 0, 1000 }, { 0, 1000 } };

		sigemptyset(&mask);
		sigaddset(&mask, SIGALRM);
		sigprocmask(SIG_BLOCK, &mask, NULL);
		sigaction(SIGALRM, &counted, NULL);
		setitimer(ITIMER_REAL, &interval, NULL);
	}
	sigemptyset(&mask);
	sigaddset(&mask, SIGSYS);
	sigaddset(&mask, SIGWINCH);
	if (!strcmp(argv[1], "spawn") || !strcmp(argv[1], "killed"))
		sigprocmask(SIG_BLOCK, &mask, NULL);
	/* Once before: libc may install handlers of its own. */
	if (!once(argv[1], memory, size) || write(STDOUT_FILENO, "begun\n", 6) != 6)
		return 1;
	while (!ended)
		if (!once(argv[1], memory, size)) {
			fprintf(stderr, "%s failed\n", argv[1]);
			return 2;
		}
	return 5;
}
