// SPDX-License-Identifier: LGPL-2.1-or-later
/* Makes the calls that tests/tamper/strace tampers with, and tells what became of them. */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t handled;
static sigjmp_buf jump;

static void handler(int signo)
{
	handled = signo;
}

static void jumper(int signo)
{
	(void)signo;
	siglongjmp(jump, 1);
}

static int pipe_end;

static void writer(int signo)
{
	if (write(pipe_end, "ab", 2) != 2)
		_exit(1);
	handled = signo;
}

static void on(int signo, void (*function)(int), int flags)
{
	struct sigaction action = { .sa_handler = function, .sa_flags = flags };

	sigaction(signo, &action, NULL);
}

static void told(const char *what, long ret)
{
	printf("%s: %ld %s handled %d\n", what, ret, ret < 0 ? strerror(errno) : "", handled);
	fflush(stdout);
	handled = 0;
}

/* From several places in the text, and from one that is soon rewritten. */
static int calls(void)
{
	char path[] = "/";
	char cwd[64] = "";
	int fds[2] = { -1, -1 };

	on(SIGUSR1, handler, SA_RESTART);
	on(SIGUSR2, handler, 0);
	for (int i = 0; i < 12; i++)
		told("chdir", chdir(path));
	printf("path %s\n", path);
	told("getcwd", syscall(SYS_getcwd, cwd, sizeof(cwd)));
	printf("cwd %s\n", cwd);
	told("pipe", pipe2(fds, 0));
	printf("fds %d\n", fds[0] > 2);
	return 0;
}

/* A call that waits is interrupted, made again if so it should be, or the last one. */
static int waits(int flags)
{
	char byte;
	int fds[2];

	if (pipe(fds))
		return 1;
	on(SIGUSR1, handler, flags);
	on(SIGALRM, writer, 0);
	pipe_end = fds[1];
	alarm(1);
	told("read", read(fds[0], &byte, 1));
	told("read", read(fds[0], &byte, 1));
	close(fds[0]);
	return 0;
}

static int interrupted(void)
{
	return waits(0);
}

static int restarted(void)
{
	return waits(SA_RESTART);
}

static int blocked(void)
{
	sigset_t set, old;

	on(SIGUSR1, handler, 0);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, &old);
	told("chdir", chdir("/"));
	sigpending(&set);
	printf("pending %d\n", sigismember(&set, SIGUSR1));
	sigprocmask(SIG_SETMASK, &old, NULL);
	told("unblocked", 0);
	return 0;
}

static int jumps(void)
{
	volatile int count = 0;

	on(SIGUSR1, jumper, 0);
	sigsetjmp(jump, 1);
	while (count < 6) {
		count++;
		told("chdir", chdir("/"));
	}
	return 0;
}

static void *thread(void *arg)
{
	for (int i = 0; i < 4; i++)
		told(arg, chdir("/"));
	return NULL;
}

/* Each thread and process counts for itself. */
static int counts(void)
{
	pthread_t other;

	thread("first");
	pthread_create(&other, NULL, thread, "second");
	pthread_join(other, NULL);
	if (!fork()) {
		thread("child");
		_exit(0);
	}
	wait(NULL);
	thread("first again");
	return 0;
}

/* The count goes on after an exec. */
static int execs(void)
{
	told("before", chdir("/"));
	execl("/proc/self/exe", "tampered", "after", NULL);
	return 1;
}

static int after(void)
{
	thread("after");
	return 0;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int delayed(void)
{
	double begin = seconds(), took;

	chdir("/");
	took = seconds() - begin;
	printf("chdir took 0.2 s: %d\n", took > 0.2 && took < 1.2);
	return 0;
}

/* Signals that come faster than the delay ends do not begin it anew. */
static int stormed(void)
{
	struct itimerval often = { { 0, 20000 }, { 0, 20000 } };
	int ret;

	on(SIGALRM, handler, SA_RESTART);
	setitimer(ITIMER_REAL, &often, NULL);
	ret = chdir("/");
	printf("chdir %d, a signal came: %d\n", ret, handled == SIGALRM);
	return 0;
}

/* Where one more call would be death. */
static int sandboxed(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ, SYS_chdir, 5, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ, SYS_write, 4, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ, SYS_exit_group, 3, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ, SYS_rt_sigreturn, 2, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ, SYS_clock_gettime, 1, 0),
		BPF_STMT(BPF_RET, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_RET, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = sizeof(filter) / sizeof(*filter), .filter = filter };

	on(SIGUSR1, handler, 0);
	told("start", 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		return 1;
	delayed();
	told("sandboxed", chdir("/"));
	fflush(stdout);
	return 0;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		int (*function)(void);
	} modes[] = {
		{ "calls", calls },
		{ "blocked", blocked },
		{ "interrupted", interrupted },
		{ "restarted", restarted },
		{ "jumps", jumps },
		{ "counts", counts },
		{ "execs", execs },
		{ "after", after },
		{ "delayed", delayed },
		{ "stormed", stormed },
		{ "sandboxed", sandboxed },
	};

	for (size_t i = 0; argc > 1 && i < sizeof(modes) / sizeof(modes[0]); i++)
		if (!strcmp(modes[i].name, argv[1]))
			return modes[i].function();
	return 2;
}
