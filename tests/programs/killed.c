// SPDX-License-Identifier: LGPL-2.1-or-later
/* killed HOW: dies by a signal: a number is sent, a name is a fault of that kind. */
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static int recurse(volatile char *above)
{
	volatile char here[4096];

	here[0] = above[0];
	return above[0] < 2 ? recurse(here) + here[0] : 0;
}

static void seccomp(unsigned int action)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, action),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(filter) / sizeof(filter[0]), filter };

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
	syscall(SYS_getppid);
}

int main(int argc, char **argv)
{
	const char *how = argc > 1 ? argv[1] : "";
	const struct rlimit none = { 0, 0 }, second = { 1, 2 }, stack = { 1 << 20, 1 << 20 };
	char first = 0;

	setrlimit(RLIMIT_CORE, &none);
	if (atoi(how)) {
		kill(getpid(), atoi(how));
	} else if (!strcmp(how, "null")) {
		*(volatile int *)(uintptr_t)(argc - 2) = 0;
	} else if (!strcmp(how, "call")) {
		((void (*)(void))(uintptr_t)(argc - 2))();
	} else if (!strcmp(how, "stack")) {
		setrlimit(RLIMIT_STACK, &stack);
		recurse(&first);
	} else if (!strcmp(how, "divide")) {
		volatile int zero = argc - 2;

		printf("%d\n", argc / zero);
	} else if (!strcmp(how, "illegal")) {
		__asm__("ud2");
	} else if (!strcmp(how, "trap")) {
		__asm__("int3");
	} else if (!strcmp(how, "bus")) {
		FILE *file = tmpfile();

		*(volatile char *)mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file),
				       0) = 1;
	} else if (!strcmp(how, "abort")) {
		abort();
	} else if (!strcmp(how, "alarm")) {
		alarm(1);
		pause();
	} else if (!strcmp(how, "cpu")) {
		setrlimit(RLIMIT_CPU, &second);
		for (;;)
			;
	} else if (!strcmp(how, "pipe")) {
		int fds[2];

		if (!pipe(fds)) {
			close(fds[0]);
			while (write(fds[1], "", 1) > 0)
				;
		}
	} else if (!strcmp(how, "seccomp-kill")) {
		seccomp(SECCOMP_RET_KILL_PROCESS);
	} else if (!strcmp(how, "seccomp-trap")) {
		seccomp(SECCOMP_RET_TRAP);
	}
	return 0;
}
