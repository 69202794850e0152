// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * refuse ptrace|pidfd_getfd|dispatch COMMAND...: runs it where a seccomp filter
 * answers that call with EPERM; dispatch: Syscall User Dispatch's prctl with EINVAL.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PR_DISPATCH 59 /* PR_SET_SYSCALL_USER_DISPATCH */

static int install(unsigned int nr, unsigned int argument, int any, unsigned int error)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 4),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, any ? 0 : argument, 0, 2),
		BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, any ? ~0u : argument, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = sizeof(code) / sizeof(code[0]), .filter = code };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int main(int argc, char **argv)
{
	int ret = -1;

	if (argc < 3)
		return 2;
	if (!strcmp(argv[1], "ptrace"))
		ret = install(SYS_ptrace, 0, 1, EPERM);
	else if (!strcmp(argv[1], "pidfd_getfd"))
		ret = install(SYS_pidfd_getfd, 0, 1, EPERM);
	else if (!strcmp(argv[1], "dispatch"))
		ret = install(SYS_prctl, PR_DISPATCH, 0, EINVAL);
	if (ret) {
		perror("refuse: seccomp");
		return 77;
	}
	execvp(argv[2], argv + 2);
	perror(argv[2]);
	return 127;
}
