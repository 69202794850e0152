// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls from where interposers have missed or broken them, each told by its
 * argument and made ROUNDS times: tests/robust/interception looks for them.
 * intercepted [int80]: 32-bit calls, too.
 */
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 6
#define MARK 1000000

static void mark(int kind)
{
	for (int i = 0; i < ROUNDS; i++)
		syscall(SYS_getpgid, MARK + kind);
}

/* Made code; `at`: where in two pages its syscall instruction stands. */
static void made(int kind, unsigned long at)
{
	static const unsigned char code[] = { 0xb8, 121, 0, 0, 0, 0x0f, 0x05, 0xc3 }; /* getpgid */
	unsigned char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE | PROT_EXEC,
				    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	memcpy(pages + at - 5, code, sizeof(code));
	mprotect(pages, 8192, PROT_READ | PROT_EXEC);
	for (int i = 0; i < ROUNDS; i++)
		((long (*)(long))(pages + at - 5))(MARK + kind);
}

static void int80(int kind)
{
	for (int i = 0; i < ROUNDS; i++) {
		long ret;

		__asm__ volatile("int $0x80"
				 : "=a"(ret)
				 : "0"(132L), "b"((long)MARK + kind)
				 : "memory");
	}
}

static void handler(int signo)
{
	(void)signo;
	mark(3);
}

static int child(void *arg)
{
	(void)arg;
	mark(4);
	return 0;
}

int main(int argc, char **argv)
{
	static char stack[65536] __attribute__((aligned(16)));
	struct clone_args args = { .exit_signal = SIGCHLD };
	struct sigaction action = { .sa_handler = handler };
	char *again[] = { argv[0], "again", NULL }, *empty[] = { NULL };
	pid_t pid;

	if (argc > 1 && !strcmp(argv[1], "again")) {
		mark(9);
		return 0;
	}
	made(1, 64);
	if (argc > 1)
		int80(2);
	sigfillset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
	raise(SIGUSR1);
	waitpid(clone(child, stack + sizeof(stack), CLONE_VM | SIGCHLD, NULL), NULL, 0);
	pid = (pid_t)syscall(SYS_clone3, &args, sizeof(args));
	if (!pid) {
		mark(5);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	pid = vfork();
	if (!pid) {
		mark(6);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	prctl(PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_OFF, 0, 0, 0);
	mark(7);
	made(8, 4095);
	execve("/proc/self/exe", again, empty);
	return 1;
}
