// SPDX-License-Identifier: LGPL-2.1-or-later
/* A 32-bit program with threads, signals, children and an exec of a 64-bit one. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu -pthread */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile int hits;
static char room[1];

static void on_signal(int signo, siginfo_t *info, void *context)
{
	(void)context;
	hits += info->si_signo == signo;
}

static void *thread(void *arg)
{
	nanosleep(&(struct timespec){ 0, 1000000 }, NULL);
	return arg;
}

static int run(void child(void))
{
	pid_t pid = fork();
	int status = -1;

	if (!pid) {
		child();
		_exit(1);
	}
	waitpid(pid, &status, 0);
	return status;
}

static void exec_64(void)
{
	execl("/bin/echo", "echo", "64 bits", (char *)NULL);
}

int main(void)
{
	struct iovec parts[2] = { { "ab", 2 }, { "cde", 3 } };
	struct itimerval timer = { { 0, 0 }, { 0, 1000 } };
	struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO };
	struct msghdr sent = { .msg_iov = parts, .msg_iovlen = 2 };
	struct rlimit limit;
	struct stat st;
	sigset_t mask, former;
	int fds[2], fd, status;
	char buffer[64];
	struct iovec part = { buffer, sizeof(buffer) };
	struct msghdr got = { .msg_iov = &part, .msg_iovlen = 1 };
	pthread_t other;
	void *result;

	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGALRM, &action, NULL);
	raise(SIGUSR1);
	sigemptyset(&mask);
	sigaddset(&mask, SIGUSR2);
	sigprocmask(SIG_BLOCK, &mask, &former);
	sigprocmask(SIG_SETMASK, &former, NULL);
	if (pipe(fds) || writev(fds[1], parts, 2) != 5 || read(fds[0], buffer, 5) != 5)
		return 1;
	fd = open("/etc/passwd", O_RDONLY);
	if (fstat(fd, &st) || lseek(fd, 3, SEEK_SET) != 3 || pread(fd, buffer, 4, 0) != 4)
		return 2;
	if (!stat("/nonexistent", &st) || getrlimit(RLIMIT_NOFILE, &limit))
		return 3;
	sigemptyset(&mask);
	sigaddset(&mask, SIGALRM);
	sigprocmask(SIG_BLOCK, &mask, &former);
	setitimer(ITIMER_REAL, &timer, NULL);
	sigsuspend(&former);
	sigprocmask(SIG_SETMASK, &former, NULL);
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) || sendmsg(fds[0], &sent, 0) != 5 ||
	    recvmsg(fds[1], &got, 0) != 5 || send(fds[0], "x", 1, 0) != 1 ||
	    recv(fds[1], buffer, 1, 0) != 1)
		return 4;
	pthread_create(&other, NULL, thread, room);
	pthread_join(other, &result);
	status = run(exec_64);
	printf("exec %d, abort %d, hits %d, thread %d\n", status, WTERMSIG(run(abort)), hits,
	       result == room);
	return 5;
}
