/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Death for calls that the program does not make, but a tracer in it might: in
 * threads and processes of all kinds, with signals, made after the filter.
 */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>

#include "probe.h"

#define THREADS 8
#define ROUNDS 300

static volatile int hits;
static __thread volatile long own;

static void handler(int signo)
{
	(void)signo;
	__atomic_fetch_add(&hits, 1, __ATOMIC_RELAXED);
}

static void work(void)
{
	for (int i = 0; i < ROUNDS; i++)
		CHECK(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0) > 0);
}

static void *thread(void *arg)
{
	own = (long)arg;
	work();
	return (void *)own;
}

static int shares_memory(void *arg)
{
	work();
	*(int *)arg = 1;
	return 0;
}

static void sandbox(void)
{
	static const int forbidden[] = {
		SYS_prctl,	    SYS_sigaltstack,	   SYS_getpid,		 SYS_gettid,
		SYS_tgkill,	    SYS_rt_tgsigqueueinfo, SYS_process_vm_readv, SYS_ptrace,
		SYS_restart_syscall
	};
	struct sock_filter code[2 * sizeof(forbidden) / sizeof(forbidden[0]) + 2] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };
	size_t at = 1;

	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
		code[at++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
							  (unsigned)forbidden[i], 0, 1);
		code[at++] =
			(struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
	}
	code[at] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
}

static void body(void)
{
	struct itimerval timer = { { 0, 300 }, { 0, 300 } }, never = { { 0, 0 }, { 0, 0 } };
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	static char stack[65536] __attribute__((aligned(16)));
	pthread_t threads[THREADS];
	int shared = 0;
	pid_t child;

	CHECK(!sigaction(SIGALRM, &action, NULL));
	sandbox();
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	for (int round = 0; round < 3; round++) {
		for (long i = 0; i < THREADS; i++)
			CHECK(!pthread_create(&threads[i], NULL, thread, (void *)i));
		for (long i = 0; i < THREADS; i++) {
			void *value;

			CHECK(!pthread_join(threads[i], &value));
			CHECK_EQ(value, i);
		}
	}
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
		work();
		CHECK(!pthread_create(&threads[0], NULL, thread, NULL));
		CHECK(!pthread_join(threads[0], NULL));
		_exit(0);
	}
	probe_join(child);
	child = clone(shares_memory, stack + sizeof(stack), CLONE_VM | CLONE_CHILD_SETTID | SIGCHLD,
		      &shared, NULL, NULL, &stack[0]);
	CHECK(child > 0);
	probe_join(child);
	CHECK_EQ(shared, 1);
	while (!hits)
		work();
	CHECK(!setitimer(ITIMER_REAL, &never, NULL));
}

int main(void)
{
	pid_t child = fork();

	if (!child) {
		body();
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
