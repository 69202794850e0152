/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * As browsers confine themselves: no /proc any more, then a filter whose SIGSYS
 * handler answers what is forbidden, clone3 among it; threads and processes after
 * that, by sites that were used before and others.
 */
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>

#include "probe.h"

#define ROUNDS 100
#define THREADS 40

static volatile int hits;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	CHECK_EQ(signo, SIGSYS);
	CHECK_EQ(info->si_call_addr, uc->uc_mcontext.gregs[REG_RIP]);
	CHECK_EQ(uc->uc_mcontext.gregs[REG_RAX], info->si_syscall);
	__atomic_fetch_add(&hits, info->si_syscall == SYS_sched_getaffinity, __ATOMIC_RELAXED);
	uc->uc_mcontext.gregs[REG_RAX] = info->si_syscall == SYS_clone3 ? -ENOSYS : -77;
}

static void *work(void *confined)
{
	for (int i = 0; i < ROUNDS; i++) {
		long ret = raw_call(SYS_sched_getaffinity, 0, 0, 0, 0, 0, 0);

		CHECK_EQ(ret, confined ? -77 : -EINVAL);
		CHECK(syscall(SYS_getppid) > 0);
		CHECK(syscall(SYS_gettid) > 0);
	}
	return confined;
}

static void threads(void)
{
	static char stack[4096];
	struct clone_args args = { .flags = CLONE_VM | CLONE_FS | CLONE_FILES,
				   .exit_signal = SIGCHLD,
				   .stack = (uint64_t)stack,
				   .stack_size = sizeof(stack) };
	pthread_t thread;
	void *value;

	for (int i = 0; i < THREADS; i++) {
		CHECK_EQ(raw_call(SYS_clone3, (long)&args, CLONE_ARGS_SIZE_VER0, 0, 0, 0, 0),
			 -ENOSYS);
		CHECK(!pthread_create(&thread, NULL, work, (void *)1));
		CHECK(!pthread_join(thread, &value));
		CHECK_EQ(value, 1);
	}
}

#define TRAP(nr) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP)

static void confine(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		TRAP(SYS_sched_getaffinity),
		TRAP(SYS_prctl),
		TRAP(SYS_process_vm_readv),
		TRAP(SYS_openat),
		/* Not libc's, which blocks SIGSYS. */
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[1])),
		TRAP(CLONE_ARGS_SIZE_VER0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };
	char empty[] = "/tmp/probe-XXXXXX";

	/* Where it may not, the rest is still worth it. */
	CHECK(mkdtemp(empty) && !chdir(empty) && !rmdir(empty));
	if (!geteuid() || !unshare(CLONE_NEWUSER))
		CHECK(!chroot("."));
	for (int i = 0; i < 5; i++) /* another site, which cannot be rewritten */
		CHECK(syscall(SYS_getsid, 0) > 0 && getpgrp() > 0);
	probe_handle(SIGSYS, handler, SA_NODEFER);
	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
}

int main(void)
{
	pid_t child = fork();

	if (!child) {
		work(NULL);
		confine();
		work((void *)1);
		CHECK_EQ(hits, ROUNDS);
		threads();
		CHECK_EQ(hits, ROUNDS + THREADS * ROUNDS);
		child = fork();
		if (!child) {
			work((void *)1);
			threads();
			_exit(0);
		}
		probe_join(child);
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
