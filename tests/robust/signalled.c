// SPDX-License-Identifier: LGPL-2.1-or-later
/* Signals of every kind of disposition, stops and ends: what a tracer is to show of them. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int handled;

static void handler(int signo)
{
	(void)signo;
	handled++;
}

static void *waits(void *arg)
{
	pause();
	return arg;
}

static void child(int kind)
{
	pthread_t thread;
	sigset_t all;

	switch (kind) {
	case 0: /* stops by job control */
		raise(SIGSTOP);
		raise(SIGTSTP);
		_exit(1);
	case 1:
		*(volatile int *)(long)kind = 0;
		break;
	case 2: /* an ignored fault signal, sent */
		signal(SIGSEGV, SIG_IGN);
		kill(getpid(), SIGSEGV);
		_exit(3);
	case 3:
		raise(SIGABRT);
		break;
	case 4: /* all threads stop, and die */
		sigfillset(&all);
		pthread_sigmask(SIG_BLOCK, &all, NULL); /* for the other one */
		pthread_create(&thread, NULL, waits, NULL);
		pthread_sigmask(SIG_UNBLOCK, &all, NULL);
		raise(SIGSTOP);
		raise(SIGTERM);
		break;
	case 5: /* SIGSYS, which the agent lives on */
		signal(SIGSYS, SIG_IGN);
		kill(getpid(), SIGSYS);
		signal(SIGSYS, SIG_DFL);
		raise(SIGSYS);
		break;
	case 6:
		raise(SIGSEGV);
		break;
	default:
		pause();
	}
	_exit(77);
}

int main(void)
{
	int status, stops;

	signal(SIGUSR1, handler);
	signal(SIGUSR2, SIG_IGN);
	kill(getpid(), SIGCHLD);
	kill(getpid(), SIGURG);
	kill(getpid(), SIGUSR1);
	kill(getpid(), SIGUSR2);
	for (int kind = 0; kind < 8; kind++) {
		pid_t pid = fork();

		if (!pid)
			child(kind);
		if (kind == 7)
			kill(pid, SIGTERM);
		for (stops = 0; waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status);
		     stops++)
			kill(pid, SIGCONT);
		printf("%d: %d stops, status %#x\n", kind, stops, (unsigned int)(status & ~0x80));
	}
	printf("%d handled\n", handled);
	return 0;
}
