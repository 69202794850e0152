/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A filter's RET_TRAP: the handler gets the call as it was, PC and si_call_addr agree, and it sets
 * the result. */
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include "probe.h"

static volatile int calls;
extern char site[];

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	greg_t *regs = uc->uc_mcontext.gregs;

	CHECK_EQ(signo, SIGSYS);
	CHECK_EQ(info->si_code, 1 /* SYS_SECCOMP */);
	CHECK_EQ(info->si_errno, 42);
	CHECK_EQ(info->si_syscall, SYS_getpgrp);
	CHECK_EQ(info->si_arch, AUDIT_ARCH_X86_64);
	CHECK_EQ(info->si_call_addr, regs[REG_RIP]);
	CHECK_EQ(regs[REG_RIP], site + 2);
	CHECK_EQ(regs[REG_RAX], SYS_getpgrp);
	CHECK_EQ(regs[REG_RDI], 11);
	CHECK_EQ(regs[REG_R9], 66);
	regs[REG_RAX] = 1000 + calls++;
}

int main(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpgrp, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP | 42),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 77),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };
	pid_t child;
	int status;

	probe_handle(SIGSYS, handler, SA_NODEFER);
	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
	for (long i = 0; i < 50; i++) {
		long ret;
		register long r9 __asm__("r9") = 66;

		__asm__ volatile("site: syscall"
				 : "=a"(ret)
				 : "0"(SYS_getpgrp), "D"(11), "r"(r9)
				 : "rcx", "r11", "memory");
		CHECK_EQ(ret, 1000 + i);
		CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), -77);
	}
	CHECK_EQ(calls, 50);
	for (int i = 0; i < 3; i++) { /* forced: blocked, ignored or default is death */
		child = fork();
		if (!child) {
			sigset_t set;

			sigemptyset(&set);
			sigaddset(&set, SIGSYS);
			if (i == 0)
				sigprocmask(SIG_BLOCK, &set, NULL);
			else
				signal(SIGSYS, i == 1 ? SIG_IGN : SIG_DFL);
			syscall(SYS_getpgrp);
			_exit(3);
		}
		status = probe_wait(child);
		CHECK(WIFSIGNALED(status));
		CHECK_EQ(WTERMSIG(status), SIGSYS);
	}
	return probe_ok();
}
