/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Death for every call but those that the program makes: it makes them, with signals in between,
 * and lives. */
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include "probe.h"

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

#define ALLOW(nr) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

int main(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		ALLOW(SYS_read),
		ALLOW(SYS_write),
		ALLOW(SYS_rt_sigreturn),
		ALLOW(SYS_exit_group),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };
	struct itimerval timer = { { 0, 100 }, { 0, 100 } };
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	int pipes[2];
	pid_t child;

	CHECK(!pipe(pipes));
	child = fork();
	if (!child) {
		char byte = 1;

		CHECK(!sigaction(SIGALRM, &action, NULL));
		CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
		CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
		CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
		for (int i = 0; i < 20000 || hits < 1000; i++)
			if (write(pipes[1], &byte, 1) != 1 || read(pipes[0], &byte, 1) != 1)
				_exit(1);
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
