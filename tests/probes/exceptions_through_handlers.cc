/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* C++ exceptions thrown in a handler, through its frame, out of faults and out of calls. */
#pragma GCC optimize("non-call-exceptions")

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int cleaned;

struct Cleaner {
	pid_t child = 0;

	~Cleaner()
	{
		cleaned = cleaned + 1;
		if (child)
			waitpid(child, nullptr, 0);
	}
};

/* SIGALRM, once the parent sleeps in read(). */
static void wake(pid_t parent)
{
	std::string path = "/proc/" + std::to_string(parent) + "/syscall", nr;

	while (nr != std::to_string(SYS_read)) {
		std::ifstream file(path);

		if (!(file >> nr))
			_exit(1);
	}
	_exit(kill(parent, SIGALRM));
}

static void handler(int signo)
{
	throw signo;
}

__attribute__((noinline)) static void fault()
{
	Cleaner cleaner;

	*(volatile char *)16 = 1;
}

__attribute__((noinline)) static void wait_in_call()
{
	Cleaner cleaner;
	int pipes[2];
	char byte;

	if (pipe(pipes))
		return;
	cleaner.child = fork();
	if (!cleaner.child)
		wake(getppid());
	(void)!read(pipes[0], &byte, 1);
}

int main()
{
	struct sigaction action = {};
	int caught = 0;

	action.sa_handler = handler;
	action.sa_flags = SA_NODEFER;
	sigaction(SIGSEGV, &action, nullptr);
	sigaction(SIGALRM, &action, nullptr);
	for (int i = 0; i < 50; i++) {
		try {
			if (i % 2) {
				fault();
			} else {
				wait_in_call();
			}
		} catch (int signo) {
			caught += signo == (i % 2 ? SIGSEGV : SIGALRM);
		}
	}
	if (caught != 50 || cleaned != 50) {
		printf("not ok exceptions_through_handlers: %d %d\n", caught, cleaned);
		return 1;
	}
	printf("ok exceptions_through_handlers\n");
	return 0;
}
