/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Calls in text where none was made before a seccomp filter came, one or two, many: in all
 * threads, and in children, though the filter kills for every call that is not the program's. */
#include "text.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#define SITES 24
#define ALLOWED(nr)                                          \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##nr, 0, 1), \
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static uint8_t *text;
static unsigned int ready, confined, done;

static void calls(int more)
{
	for (unsigned int i = 0; i < SITES; i++)
		for (unsigned int j = 0; j < (more ? 20 : i % 8); j++)
			CHECK_EQ(text_call(text + i * 64),
				 i % 2 ? raw_call(SYS_gettid, 0, 0, 0, 0, 0, 0) : getpid());
}

static void *thread(void *argument)
{
	__atomic_fetch_add(&ready, 1, __ATOMIC_SEQ_CST);
	while (!__atomic_load_n(&confined, __ATOMIC_SEQ_CST))
		calls(0);
	calls(1);
	__atomic_fetch_add(&done, 1, __ATOMIC_SEQ_CST);
	for (;;)
		syscall(SYS_pause);
	return argument;
}

static void confine(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		ALLOWED(getpid),
		ALLOWED(gettid),
		ALLOWED(pause),
		ALLOWED(write),
		ALLOWED(exit),
		ALLOWED(exit_group),
		ALLOWED(rt_sigreturn),
		ALLOWED(fork),
		ALLOWED(wait4),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	};
	struct sock_fprog program = { .len = sizeof(code) / sizeof(code[0]), .filter = code };
	pthread_t threads[3];
	long child;
	int status;

	text = text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	for (unsigned int i = 0; i < SITES; i++)
		(i % 3 ? text_near : text_far)(text + i * 64, i % 2 ? SYS_gettid : SYS_getpid);
	CHECK(!mprotect(text, TEXT_PAGE, PROT_READ | PROT_EXEC));
	for (int i = 0; i < 3; i++)
		CHECK(!pthread_create(&threads[i], NULL, thread, NULL));
	while (__atomic_load_n(&ready, __ATOMIC_SEQ_CST) < 3)
		;
	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program));
	__atomic_store_n(&confined, 1, __ATOMIC_SEQ_CST);
	calls(1);
	while (__atomic_load_n(&done, __ATOMIC_SEQ_CST) < 3)
		;
	child = raw_call(SYS_fork, 0, 0, 0, 0, 0, 0);
	if (!child) {
		calls(1);
		raw_call(SYS_exit_group, 0, 0, 0, 0, 0, 0);
	}
	CHECK_EQ(raw_call(SYS_wait4, child, (long)&status, 0, 0, 0, 0), child);
	CHECK_EQ(status, 0);
	raw_call(SYS_exit_group, 0, 0, 0, 0, 0, 0);
}

int main(void)
{
	pid_t child = fork();

	if (!child)
		confine();
	probe_join(child);
	return probe_ok();
}
