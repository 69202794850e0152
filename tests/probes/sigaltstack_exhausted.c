/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Handlers nest on an alternate stack until it has no room: death by SIGSEGV. */
#include "probe.h"

static int *depth;

static void handler(int signo)
{
	(void)signo;
	++*depth;
	raise(SIGUSR1);
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_ONSTACK | SA_NODEFER };
	int status;
	pid_t child;

	depth = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	child = fork();
	if (!child) {
		static char stack[65536];
		stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) };

		CHECK(!sigaltstack(&alt, NULL));
		CHECK(!sigaction(SIGUSR1, &action, NULL));
		raise(SIGUSR1);
		_exit(2);
	}
	status = probe_wait(child);
	CHECK(WIFSIGNALED(status));
	CHECK_EQ(WTERMSIG(status), SIGSEGV);
	CHECK(*depth > 5 && *depth < 64);
	return probe_ok();
}
