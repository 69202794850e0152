/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef TESTS_CALLS_SUPERVISE_H
#define TESTS_CALLS_SUPERVISE_H

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static inline int supervise_change(pid_t pid, uint64_t addr, const unsigned places[3])
{
	unsigned number = 5;

	for (unsigned i = 0; i < 3; i++) {
		struct iovec from = { &number, sizeof(number) };
		struct iovec to = { (void *)(uintptr_t)(addr + places[i]), sizeof(number) };

		if (process_vm_writev(pid, &from, 1, &to, 1, 0) != sizeof(number))
			return -EPERM;
	}
	return 0;
}

/*
 * What a device would answer: ioctls of descriptor 98 return the size that the request names,
 * those of descriptor 97 return 0, by leave of a supervisor; their content is what was there.
 * Those of descriptor 96 return 0, too, and what is at some places of it is 5 then; or they
 * fail, where the supervisor may not write there.  Of descriptor 95 it is the first words.
 * Those of descriptor 93 fail by EOVERFLOW, those of descriptor 94 by ENOMEM.
 * -1: this may not be had here.
 */
static inline pid_t supervise(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 4),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 93, 0, 2),
		BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, 98, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(*code), code };
	pid_t supervisor;
	int listener;

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
				SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
	if (listener < 0)
		return -1;
	supervisor = fork();
	if (supervisor == 0) {
		static const unsigned apart[] = { 8, 28, 72 }, first[] = { 0, 4, 8 };
		struct seccomp_notif asked;
		struct seccomp_notif_resp answer;

		for (;;) {
			memset(&asked, 0, sizeof(asked));
			memset(&answer, 0, sizeof(answer));
			if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked))
				_exit(1);
			answer.id = asked.id;
			if ((int)asked.data.args[0] == 98)
				answer.val = _IOC_SIZE((unsigned)asked.data.args[1]);
			if ((int)asked.data.args[0] == 93)
				answer.error = -EOVERFLOW;
			if ((int)asked.data.args[0] == 94)
				answer.error = -ENOMEM;
			if ((int)asked.data.args[0] == 96 || (int)asked.data.args[0] == 95)
				answer.error = supervise_change(
					(pid_t)asked.pid, asked.data.args[2],
					(int)asked.data.args[0] == 96 ? apart : first);
			ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
		}
	}
	return supervisor;
}

static inline void supervise_end(pid_t supervisor)
{
	kill(supervisor, SIGKILL);
	waitpid(supervisor, NULL, 0);
}

#endif
