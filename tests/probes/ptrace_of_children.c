/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program traces a child of its own: TRACEME, SEIZE, calls stepped through, registers read. */
#include <sys/ptrace.h>
#include <sys/user.h>

#include "probe.h"

int main(void)
{
	for (int round = 0; round < 6; round++) {
		struct user_regs_struct regs;
		int status, seen = 0;
		pid_t pid = fork();

		if (!pid) {
			if (round % 2 == 0)
				ptrace(PTRACE_TRACEME, 0, 0, 0);
			raise(SIGSTOP);
			for (int i = 0; i < 10; i++)
				raw_call(SYS_getpgid, 4711 + i, 0, 0, 0, 0, 0);
			_exit(3);
		}
		if (round % 2) {
			CHECK_EQ(waitpid(pid, &status, WUNTRACED), pid);
			CHECK(WIFSTOPPED(status));
			CHECK(!ptrace(PTRACE_SEIZE, pid, 0, PTRACE_O_TRACESYSGOOD));
			CHECK(!kill(pid, SIGCONT));
			CHECK_EQ(waitpid(pid, &status, 0), pid);
			CHECK(WIFSTOPPED(status));
		} else {
			CHECK_EQ(waitpid(pid, &status, 0), pid);
			CHECK(WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
			CHECK(!ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD));
		}
		for (;;) {
			CHECK(!ptrace(PTRACE_SYSCALL, pid, 0, 0));
			CHECK_EQ(waitpid(pid, &status, 0), pid);
			if (WIFEXITED(status))
				break;
			CHECK(WIFSTOPPED(status));
			if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
				CHECK(WSTOPSIG(status) != SIGSYS);
				continue;
			}
			CHECK(!ptrace(PTRACE_GETREGS, pid, 0, &regs));
			if (regs.orig_rax == SYS_getpgid && regs.rdi >= 4711 && regs.rdi < 4721)
				seen++;
		}
		CHECK_EQ(WEXITSTATUS(status), 3);
		CHECK_EQ(seen, 20);
	}
	return probe_ok();
}
