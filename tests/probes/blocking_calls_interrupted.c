/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Every call that waits ends with EINTR, or goes on after the handler where SA_RESTART lets it. */
#include <linux/futex.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

#include "probe.h"

#ifdef __i386__ /* by their own numbers, not those of the calls that hold many */
#define SYS_accept SYS_accept4
#undef SYS_select
#define SYS_select SYS__newselect
#define SYS_semop SYS_semtimedop_time64
#define SYS_semtimedop SYS_semtimedop_time64
#endif

static int pipes[2], pair[2], listener, epoll, event_fd, inotify, timer_fd, queue, semaphores,
	lock_fd;
static pid_t child;
static uint32_t word;
static sigset_t none;
static const struct timespec long_time = { 1000, 0 };
static const int64_t long_time64[] = { 1000, 0 };

static long do_read(void)
{
	char byte;

	return syscall(SYS_read, pipes[0], &byte, 1);
}

static long do_readv(void)
{
	char byte;
	struct iovec {
		void *base;
		size_t len;
	} iov = { &byte, 1 };

	return syscall(SYS_readv, pipes[0], &iov, 1);
}

static long do_write(void)
{
	static char big[1 << 20];

	return syscall(SYS_write, pipes[1], big, sizeof(big));
}

static long do_accept(void)
{
	return syscall(SYS_accept, listener, NULL, NULL, 0);
}

static long do_recv(void)
{
	char byte;

	return syscall(SYS_recvfrom, pair[0], &byte, 1, 0, NULL, NULL);
}

static long do_poll(void)
{
	struct pollfd fd = { .fd = pipes[0], .events = POLLIN };

	return syscall(SYS_poll, &fd, 1, -1);
}

static long do_poll_timeout(void)
{
	struct pollfd fd = { .fd = pipes[0], .events = POLLIN };

	return syscall(SYS_poll, &fd, 1, 100000);
}

static long do_ppoll(void)
{
	struct pollfd fd = { .fd = pipes[0], .events = POLLIN };

	return syscall(SYS_ppoll, &fd, 1, NULL, &none, 8);
}

static long do_select(void)
{
	fd_set set;

	FD_ZERO(&set);
	FD_SET(pipes[0], &set);
	return syscall(SYS_select, pipes[0] + 1, &set, NULL, NULL, NULL);
}

static long do_pselect(void)
{
	struct timespec left = long_time;
	struct {
		const void *mask;
		size_t size;
	} mask = { &none, 8 };
	fd_set set;
	long ret;

	FD_ZERO(&set);
	FD_SET(pipes[0], &set);
	ret = syscall(SYS_pselect6, pipes[0] + 1, &set, NULL, NULL, &left, &mask);
	CHECK(left.tv_sec == 999 || left.tv_sec == 1000);
	return ret;
}

static long do_epoll_wait(void)
{
	struct epoll_event event;

	return syscall(SYS_epoll_wait, epoll, &event, 1, -1);
}

static long do_epoll_pwait(void)
{
	struct epoll_event event;

	return syscall(SYS_epoll_pwait, epoll, &event, 1, -1, &none, 8);
}

static long do_futex(void)
{
	return syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

static long do_futex_timeout(void)
{
	return syscall(SYS_futex, &word, FUTEX_WAIT, 0, &long_time, NULL, 0);
}

static long do_nanosleep(void)
{
	struct timespec left = { 0, 0 };
	long ret = syscall(SYS_nanosleep, &long_time, &left);

	CHECK(left.tv_sec == 999 || left.tv_sec == 1000); /* with the timer's slack */
	return ret;
}

static long do_clock_nanosleep(void)
{
	struct timespec left = { 0, 0 };
	long ret = syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &long_time, &left);

	CHECK(left.tv_sec == 999 || left.tv_sec == 1000); /* with the timer's slack */
	return ret;
}

static long do_clock_nanosleep_abs(void)
{
	struct timespec until;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += 1000;
	return syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}

static long do_pause(void)
{
	return syscall(SYS_pause);
}

static long do_sigsuspend(void)
{
	return syscall(SYS_rt_sigsuspend, &none, 8);
}

static long do_sigtimedwait(void)
{
	uint64_t set = 1ull << (SIGUSR2 - 1);

	return syscall(SYS_rt_sigtimedwait, &set, NULL, NULL, 8);
}

static long do_wait4(void)
{
	return syscall(SYS_wait4, child, NULL, 0, NULL);
}

static long do_waitid(void)
{
	siginfo_t info;

	return syscall(SYS_waitid, P_PID, child, &info, WEXITED, NULL);
}

static long do_semop(void)
{
	struct sembuf op = { .sem_op = -1 };

	return syscall(SYS_semop, semaphores, &op, 1, NULL);
}

static long do_semtimedop(void)
{
	struct sembuf op = { .sem_op = -1 };

	return syscall(SYS_semtimedop, semaphores, &op, 1, long_time64);
}

static long do_msgrcv(void)
{
	struct {
		long type;
		char text[8];
	} message;

	return syscall(SYS_msgrcv, queue, &message, 8, 0, 0);
}

static long do_eventfd(void)
{
	uint64_t value;

	return syscall(SYS_read, event_fd, &value, 8);
}

static long do_inotify(void)
{
	char buffer[4096];

	return syscall(SYS_read, inotify, buffer, sizeof(buffer));
}

static long do_timerfd(void)
{
	uint64_t value;

	return syscall(SYS_read, timer_fd, &value, 8);
}

static long do_flock(void)
{
	return syscall(SYS_flock, lock_fd, LOCK_EX);
}

static const struct {
	const char *name;
	long (*make)(void);
	long nr;
	bool restarts; /* with SA_RESTART */
} calls[] = {
	{ "read", do_read, SYS_read, true },
	{ "readv", do_readv, SYS_readv, true },
	{ "write", do_write, SYS_write, false },
	{ "accept", do_accept, SYS_accept, true },
	{ "recvfrom", do_recv, SYS_recvfrom, true },
	{ "poll", do_poll, SYS_poll, false },
	{ "poll, timeout", do_poll_timeout, SYS_poll, false },
	{ "ppoll", do_ppoll, SYS_ppoll, false },
	{ "select", do_select, SYS_select, false },
	{ "pselect6", do_pselect, SYS_pselect6, false },
	{ "epoll_wait", do_epoll_wait, SYS_epoll_wait, false },
	{ "epoll_pwait", do_epoll_pwait, SYS_epoll_pwait, false },
	{ "futex", do_futex, SYS_futex, true },
	{ "futex, timeout", do_futex_timeout, SYS_futex, false },
	{ "nanosleep", do_nanosleep, SYS_nanosleep, false },
	{ "clock_nanosleep", do_clock_nanosleep, SYS_clock_nanosleep, false },
	{ "clock_nanosleep, absolute", do_clock_nanosleep_abs, SYS_clock_nanosleep, false },
	{ "pause", do_pause, SYS_pause, false },
	{ "rt_sigsuspend", do_sigsuspend, SYS_rt_sigsuspend, false },
	{ "rt_sigtimedwait", do_sigtimedwait, SYS_rt_sigtimedwait, false },
	{ "wait4", do_wait4, SYS_wait4, true },
	{ "waitid", do_waitid, SYS_waitid, true },
	{ "semop", do_semop, SYS_semop, false },
	{ "semtimedop", do_semtimedop, SYS_semtimedop, false },
	{ "msgrcv", do_msgrcv, SYS_msgrcv, false },
	{ "eventfd", do_eventfd, SYS_read, true },
	{ "inotify", do_inotify, SYS_read, true },
	{ "timerfd", do_timerfd, SYS_read, true },
	{ "flock", do_flock, SYS_flock, true },
};

static volatile int hits, wanted_hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

static volatile int escapes;

/* The way out of a call that restarts for ever. */
static void escape(int signo)
{
	(void)signo;
	escapes++;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler };
	struct sockaddr_in address = { .sin_family = AF_INET,
				       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct epoll_event event = { .events = EPOLLIN };
	char path[] = "/tmp/probe-XXXXXX";
	int other;

	CHECK(!pipe(pipes));
	CHECK(!socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	listener = socket(AF_INET, SOCK_STREAM, 0);
	CHECK(!bind(listener, (struct sockaddr *)&address, sizeof(address)));
	CHECK(!listen(listener, 1));
	epoll = epoll_create1(0);
	CHECK(!epoll_ctl(epoll, EPOLL_CTL_ADD, pipes[0], &event));
	event_fd = eventfd(0, 0);
	inotify = inotify_init1(0);
	timer_fd = timerfd_create(CLOCK_MONOTONIC, 0);
	semaphores = semget(IPC_PRIVATE, 1, 0600);
	queue = msgget(IPC_PRIVATE, 0600);
	other = mkstemp(path);
	lock_fd = open(path, O_RDWR | O_CLOEXEC);
	CHECK(lock_fd >= 0);
	unlink(path);
	CHECK(!flock(other, LOCK_EX));
	child = fork();
	if (!child) {
		close(lock_fd);
		for (;;)
			pause();
	}
	signal(SIGUSR2, SIG_DFL);
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		if (calls[i].nr == SYS_semop && semaphores < 0)
			continue;
		for (int restart = 0; restart < 2; restart++) {
			bool restarts = restart && calls[i].restarts;
			pid_t parent = getpid(), sender;
			long ret;

			hits = escapes = 0;
			action.sa_handler = handler;
			action.sa_flags = restart ? SA_RESTART : 0;
			CHECK(!sigaction(SIGUSR1, &action, NULL));
			action.sa_handler = escape;
			action.sa_flags = 0;
			CHECK(!sigaction(SIGHUP, &action, NULL));
			sender = fork();
			if (!sender) {
				for (int n = 0; n < (restarts ? 3 : 1); n++) {
					probe_until_in(parent, parent, calls[i].nr);
					kill(parent, SIGUSR1);
					usleep(2000);
				}
				if (restarts) {
					probe_until_in(parent, parent, calls[i].nr);
					kill(parent, SIGHUP);
				}
				_exit(0);
			}
			/* flock's waiting is with the sender's copies of everything */
			ret = calls[i].make();
			if (calls[i].make == do_write && ret > 0) {
				/* what fitted into the pipe: then it was interrupted */
				char drain[65536];

				CHECK(ret < 1 << 20);
				while (ret > 0)
					ret -= read(pipes[0], drain, sizeof(drain));
				ret = -1;
				errno = EINTR;
			}
			if (ret != -1 || errno != EINTR)
				probe_fail(calls[i].name, restart, "EINTR", ret, errno);
			if (hits < 1 || (restarts && !escapes))
				probe_fail(calls[i].name, restart, "hits, escapes", hits, escapes);
			probe_join(sender);
		}
	}
	kill(child, SIGKILL);
	probe_wait(child);
	semctl(semaphores, 0, IPC_RMID);
	msgctl(queue, IPC_RMID, NULL);
	return probe_ok();
}
