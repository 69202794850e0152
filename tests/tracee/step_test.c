/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * tracee_step() over everything that makes the kernel take the trap flag for the program's
 * own: popf, and a signal and a thread that come after it.  The program must never see it.
 */
#include "tracee.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#define FLAG_TF 0x100
#define STEPS 200000
#define DEAF 16 /* the last signals come while it steps over popf again and again */

static struct shared {
	atomic_int ready, go, done;
	atomic_int handled, threads;	/* what came */
	atomic_int seen_in, seen_after; /* TF, in a handler's context and in the flags */
} * shared;

static bool flag_is_set(void)
{
	unsigned long flags;

	__asm__ volatile("pushfq\n\tpop %0" : "=r"(flags));
	return flags & FLAG_TF;
}

static void handler(int signo, siginfo_t *info, void *context)
{
	const ucontext_t *uc = context;

	(void)signo;
	(void)info;
	shared->handled++;
	if (uc->uc_mcontext.gregs[REG_EFL] & FLAG_TF)
		shared->seen_in++;
}

static void *thread(void *data)
{
	if (flag_is_set())
		shared->seen_after++;
	shared->threads++;
	return data;
}

/* A stepped pushf shows the step's flag; what is popped is what the processor had. */
static void pop_flags(void)
{
	__asm__ volatile("pushfq\n\tandq $~0x100, (%%rsp)\n\tpopfq\n\tnop\n\tnop" ::
				 : "cc", "memory");
}

static _Noreturn void child(void)
{
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO };
	pthread_t id;

	sigaction(SIGUSR1, &action, NULL);
	shared->ready = 1;
	while (!shared->go)
		;
	pop_flags();
	raise(SIGUSR1);
	pop_flags();
	if (pthread_create(&id, NULL, thread, NULL) || pthread_join(id, NULL))
		_exit(2);
	pop_flags();
	raise(SIGUSR1);
	while (shared->handled < 2 + DEAF)
		pop_flags();
	shared->done = 1;
	while (shared->done < 2)
		;
	if (flag_is_set())
		shared->seen_after++;
	_exit(0);
}

static int failed, number;

static void check(bool good, const char *what, int value)
{
	printf("%s %d - %s", good ? "ok" : "not ok", ++number, what);
	printf(good ? "\n" : " # %d\n", value);
	failed |= !good;
}

/* As the tool has it: who waits for a stop looks again. */
static void on_sigchld(int signo)
{
	(void)signo;
	tracee_bell++;
}

int main(void)
{
	const struct sigaction bell = { .sa_handler = on_sigchld };
	int signo = 0, ret, status = 0, steps = 0, sent = 0;
	bool ours;
	pid_t pid;

	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		      0);
	pid = shared == MAP_FAILED ? -1 : fork();
	if (pid < 0)
		return 1;
	if (!pid)
		child();
	sigaction(SIGCHLD, &bell, NULL);
	while (!shared->ready)
		usleep(100);
	ret = tracee_take(pid, &ours);
	check(!ret, "it is stopped", ret);
	shared->go = 1;
	while (!ret && !shared->done && steps < STEPS) {
		ret = tracee_step(pid, &signo);
		steps++;
		if (!signo && shared->handled == 2 + sent && sent < DEAF && steps % 7 == 0)
			sent += !kill(pid, SIGUSR1);
	}
	check(!ret && shared->done, "it is stepped to its end", ret);
	check(shared->handled == 2 + DEAF, "each signal came once", shared->handled);
	check(shared->threads == 1, "its thread ran", shared->threads);
	check(!shared->seen_in, "no handler's context has the flag", shared->seen_in);
	tracee_leave(pid, ours);
	shared->done = 2;
	if (waitpid(pid, &status, 0) != pid)
		status = -1;
	check(!status, "it runs on and ends as it would", status);
	check(!shared->seen_after, "nor has it the flag then", shared->seen_after);
	printf("1..%d\n", number);
	return failed;
}
