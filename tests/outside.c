// SPDX-License-Identifier: LGPL-2.1-or-later
/* As if outside of the tree: tests/install and debian/tests build it with what is installed. */
#include <self_ptrace.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void answer(struct self_ptrace_call *call, void *context)
{
	self_ptrace_set_result(call, call->nr == SYS_getppid ? *(int *)context : -1);
}

int main(void)
{
	int result = 4711;

	if (self_ptrace_mechanism() == SELF_PTRACE_NONE) {
		puts("no mechanism");
		return 77;
	}
	if (self_ptrace_handler(answer, &result) || self_ptrace_on())
		return 1;
	return getppid() == 4711 && getppid() != 4711 ? 0 : 1;
}
