/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * confined ACTION NR,NR,... COMMAND...: executes the command under a seccomp
 * filter that does ACTION (kill, trap or errno) for these calls and allows all
 * others; with -NR,... it is the other way round.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define CALLS_MAX 500

static unsigned int action(const char *name)
{
	if (strcmp(name, "kill") == 0)
		return SECCOMP_RET_KILL_PROCESS;
	return strcmp(name, "trap") == 0 ? SECCOMP_RET_TRAP : SECCOMP_RET_ERRNO | EPERM;
}

int main(int argc, char **argv)
{
	static struct sock_filter code[2 * CALLS_MAX + 8];
	struct sock_fprog program = { .filter = code };
	unsigned int listed, others, at = 0;
	char *word;

	if (argc < 4)
		return 2;
	listed = action(argv[1]);
	others = SECCOMP_RET_ALLOW;
	if (argv[2][0] == '-') {
		others = listed;
		listed = SECCOMP_RET_ALLOW;
	}
	code[at++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
						  offsetof(struct seccomp_data, arch));
	code[at++] =
		(struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0);
	code[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
	code[at++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
						  offsetof(struct seccomp_data, nr));
	for (word = strtok(argv[2], "-,"); word && at < 2 * CALLS_MAX; word = strtok(NULL, ",")) {
		code[at++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
							  (unsigned int)atoi(word), 0, 1);
		code[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, listed);
	}
	code[at++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, others);
	program.len = (unsigned short)at;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
		perror("confined");
		return 2;
	}
	execvp(argv[3], argv + 3);
	perror(argv[3]);
	return 127;
}
