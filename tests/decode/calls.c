// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Makes many different calls, with arguments that are hard to show, for
 * against_strace.  Nothing is checked here, and nothing outside the current
 * directory is changed: calls that could do harm are made so that they fail.
 */
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/futex.h>
#include <linux/openat2.h>
#include <linux/perf_event.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static char buffer[256] = "hello world";
static struct iovec vector[2] = { { buffer, 5 }, { buffer + 5, 6 } };

static void wait_for_descriptors(void)
{
	struct timespec soon = { 0, 1000 };
	struct timeval sooner = { 0, 1000 };
	struct pollfd fds[3] = { { 0 } };
	struct epoll_event event = { EPOLLIN | EPOLLONESHOT, { .u64 = 3 } };
	sigset_t mask;
	fd_set set;
	int ends[2], epoll;

	if (pipe(ends))
		return;
	sigemptyset(&mask);
	sigaddset(&mask, SIGCHLD);
	FD_ZERO(&set);
	FD_SET(ends[0], &set);
	pselect(ends[0] + 1, &set, NULL, NULL, &soon, &mask);
	FD_SET(ends[0], &set);
	FD_SET(ends[1], &set);
	syscall(SYS_select, ends[1] + 1, NULL, &set, NULL, &sooner);
	syscall(SYS_select, -1, NULL, NULL, NULL, &sooner);
	fds[0] = (struct pollfd){ ends[1], POLLOUT | POLLERR | POLLHUP, 0 };
	fds[1] = (struct pollfd){ -1, POLLIN, 0 };
	fds[2] = (struct pollfd){ 99, POLLIN, 0 };
	ppoll(fds, 1, &soon, &mask);
	ppoll(fds, 1, NULL, NULL);
	poll(fds, 3, 1);
	poll(fds + 1, 1, 1);
	poll(NULL, 0, 1);
	syscall(SYS_poll, 1, 1, 1);
	epoll = epoll_create1(EPOLL_CLOEXEC);
	epoll_ctl(epoll, EPOLL_CTL_ADD, ends[0], &event);
	epoll_pwait(epoll, &event, 1, 1, &mask);
	epoll_ctl(epoll, EPOLL_CTL_MOD, ends[1], &event);
	epoll_ctl(epoll, EPOLL_CTL_DEL, ends[0], NULL);
	close(signalfd(-1, &mask, SFD_NONBLOCK | SFD_CLOEXEC));
	inotify_add_watch(inotify_init1(IN_CLOEXEC | IN_NONBLOCK), ".", IN_CREATE | IN_DELETE);
	close(ends[0]);
	close(ends[1]);
}

static void tell_time(void)
{
	struct itimerspec timer = { { 1, 2 }, { 300, 4 } };
	struct itimerval old, new = { { 0, 0 }, { 0, 0 } };
	struct timespec now;
	int fd = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);

	timerfd_settime(fd, 0, &timer, &timer);
	timerfd_gettime(fd, &timer);
	close(fd);
	getitimer(ITIMER_REAL, &old);
	setitimer(ITIMER_VIRTUAL, &new, &old);
	syscall(SYS_clock_getres, CLOCK_MONOTONIC_RAW, &now);
	syscall(SYS_clock_gettime, -6, &now);
	now = (struct timespec){ 0, 1000 };
	nanosleep(&now, NULL);
	clock_nanosleep(CLOCK_MONOTONIC, 0, &now, &now);
	clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &now, NULL);
}

static void move_data(int fd)
{
	loff_t offset = 1;
	int ends[2];

	if (pipe(ends))
		return;
	pwritev(fd, vector, 2, 0);
	preadv(fd, vector, 2, 3);
	syscall(SYS_preadv2, fd, vector, 2, 0, 0, RWF_NOWAIT);
	syscall(SYS_pwritev2, fd, vector, 1, -1, -1, RWF_APPEND);
	splice(fd, &offset, ends[1], NULL, 4, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
	tee(ends[0], ends[1], 3, SPLICE_F_NONBLOCK);
	vmsplice(ends[1], vector, 2, SPLICE_F_GIFT);
	offset = 0;
	syscall(SYS_sendfile, ends[1], fd, &offset, 5);
	copy_file_range(fd, &offset, fd, NULL, 2, 0);
	sync_file_range(fd, 0, 10, SYNC_FILE_RANGE_WRITE);
	readahead(fd, 0, 10);
	syscall(SYS_fadvise64, fd, 0, 0, POSIX_FADV_WILLNEED);
	fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 10);
	lseek(fd, 0, SEEK_DATA);
	getrandom(buffer, 5, GRND_NONBLOCK);
	syscall(SYS_getrandom, NULL, 0, 8);
	close(ends[0]);
	close(ends[1]);
}

static void name_files(int fd)
{
	struct open_how how = { O_RDONLY | O_CREAT, 0600, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
	struct timeval times[2] = { { 1, 2 }, { 3, 4 } };
	struct timespec omit[2] = { { 5, 6 }, { 7, UTIME_OMIT } };
	struct timespec now[2] = { { 0, UTIME_NOW }, { -1, 0 } };

	fsetxattr(fd, "user.x", "a\0b", 3, XATTR_CREATE);
	fgetxattr(fd, "user.x", buffer, 100);
	fgetxattr(fd, "user.x", NULL, 0);
	flistxattr(fd, buffer, 100);
	lgetxattr("nowhere", "user.y", buffer, 10);
	fremovexattr(fd, "user.none");
	syscall(SYS_renameat2, AT_FDCWD, "one", AT_FDCWD, "two", RENAME_NOREPLACE);
	linkat(AT_FDCWD, "two", AT_FDCWD, "three", AT_SYMLINK_FOLLOW);
	symlinkat("x", AT_FDCWD, "four");
	readlinkat(AT_FDCWD, "four", buffer, 100);
	unlinkat(AT_FDCWD, "four", 0);
	unlink("three");
	syscall(SYS_openat2, AT_FDCWD, "two", &how, sizeof(how));
	syscall(SYS_openat, AT_FDCWD, ".", O_RDWR | O_TMPFILE, 0600);
	syscall(SYS_openat, -1, "", 3 | 0x40000000);
	syscall(SYS_utimes, "two", times);
	syscall(SYS_futimesat, AT_FDCWD, "two", times);
	futimens(fd, omit);
	utimensat(AT_FDCWD, "nowhere", now, AT_SYMLINK_NOFOLLOW);
	mknod("pipe", S_IFIFO | 0600, 0);
	unlink("pipe");
	mknod("/nowhere/x", S_IFCHR | S_ISVTX | 0644, 0x103);
	chmod("two", 04755);
	fchown(fd, (uid_t)-1, (gid_t)-1);
	syscall(SYS_faccessat2, AT_FDCWD, "two", R_OK | X_OK, AT_EACCESS);
	truncate("two", 7);
	umask(027);
	umask(0);
	unlink("two");
	syscall(SYS_newfstatat, 1, "", NULL, AT_EMPTY_PATH);
	syscall(SYS_statx, AT_FDCWD, "nowhere", AT_STATX_FORCE_SYNC, STATX_ALL, buffer);
	syscall(SYS_getcwd, buffer, 1);
	syscall(SYS_access, 1, F_OK);
	rename("a\"\\\n\t\1\1777\200", "b\0");
}

static void control_descriptors(int fd)
{
	struct flock lock = { F_RDLCK, SEEK_SET, 1, 2, 0 };

	fcntl(fd, F_OFD_SETLK, &lock);
	fcntl(fd, F_OFD_GETLK, &lock);
	fcntl(fd, F_GETLK, &lock);
	fcntl(fd, F_GETOWN);
	fcntl(fd, F_GETSIG);
	fcntl(fd, F_GET_SEALS);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	fcntl(fd, F_GETFD);
	fcntl(fd, F_SETFL, O_APPEND | O_NONBLOCK);
	fcntl(fd, F_GETFL);
	fcntl(fd, 999, 1);
	close(fcntl(fd, F_DUPFD_CLOEXEC, 30));
	close((int)syscall(SYS_memfd_create, "name", 1 | MFD_HUGETLB | 21u << 26));
	syscall(SYS_close_range, 100, ~0u, 0);
}

static void map_memory(void)
{
	unsigned char resident[2];
	char *map = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);

	mincore(map, 8192, resident);
	mlock(map, 4096);
	munlock(map, 1);
	madvise(map, 4096, MADV_DONTNEED);
	madvise(map, 1, 12345);
	map = mremap(map, 8192, 1 << 20, MREMAP_MAYMOVE);
	msync(map, 4096, MS_SYNC | MS_INVALIDATE);
	mprotect(map, 4096, PROT_NONE);
	munmap(map, 1 << 20);
	syscall(SYS_mmap, 0, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS | MAP_HUGETLB | 21 << 26,
		-1, 0);
	syscall(SYS_mmap, 0, 4096, 8, 0, -1, 0);
	process_vm_readv(getpid(), vector, 2, vector, 2, 0);
}

static void wake_futexes(void)
{
	struct timespec timeout = { 0, 1000 };
	int word = 0;

	syscall(SYS_futex, &word, FUTEX_WAIT, 0, &timeout, 0, 0);
	syscall(SYS_futex, &word, FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, 1, 0, 0, -1);
	syscall(SYS_futex, &word, FUTEX_WAKE_BITSET_PRIVATE, 1, 0, 0, 5);
	syscall(SYS_futex, &word, FUTEX_CMP_REQUEUE, 1, 1, &word, 0);
	syscall(SYS_futex, &word, FUTEX_WAKE_OP_PRIVATE, 1, 1, &word,
		FUTEX_OP(FUTEX_OP_SET, 0, FUTEX_OP_CMP_GT, 1));
	syscall(SYS_futex, &word, 77, 1, 1, &word, 0);
}

static void send_messages(void)
{
	union {
		struct cmsghdr header;
		char bytes[CMSG_SPACE(2 * sizeof(int))];
	} control = { .header = { CMSG_LEN(2 * sizeof(int)), SOL_SOCKET, SCM_RIGHTS } };
	struct msghdr msg = { .msg_iov = vector,
			      .msg_iovlen = 2,
			      .msg_control = &control,
			      .msg_controllen = sizeof(control) };
	struct mmsghdr many[2] = { { { .msg_iov = vector, .msg_iovlen = 2 }, 0 },
				   { { .msg_iov = vector + 1, .msg_iovlen = 1 }, 0 } };
	struct sockaddr_un address;
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair))
		return;
	sendmsg(pair[0], &msg, MSG_NOSIGNAL);
	msg.msg_name = &address;
	msg.msg_namelen = sizeof(address);
	recvmsg(pair[1], &msg, MSG_CMSG_CLOEXEC);
	recvmsg(pair[1], &msg, MSG_DONTWAIT);
	sendmmsg(pair[0], many, 2, MSG_DONTWAIT);
	recvmmsg(pair[1], many, 2, MSG_DONTWAIT, NULL);
	shutdown(pair[0], SHUT_WR);
	close(pair[0]);
	close(pair[1]);
}

static void use_sockets(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET,
				  .sin_port = htons(9),
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6,
				    .sin6_port = htons(9),
				    .sin6_addr = IN6ADDR_LOOPBACK_INIT };
	struct sockaddr_un un = { AF_UNIX, "\0abstract" };
	struct sockaddr unspecified = { .sa_family = AF_UNSPEC };
	struct linger linger = { 1, 5 };
	struct ucred cred;
	socklen_t len = sizeof(un);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;

	connect(fd, (struct sockaddr *)&un, sizeof(sa_family_t) + 9);
	strcpy(un.sun_path, "nowhere");
	connect(fd, (struct sockaddr *)&un, sizeof(un));
	accept(fd, (struct sockaddr *)&un, &len);
	getsockname(fd, (struct sockaddr *)&un, &len);
	getpeername(fd, NULL, NULL);
	len = sizeof(cred);
	getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &cred, &len);
	close(fd);
	fd = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
	sendto(fd, buffer, 3, MSG_NOSIGNAL | MSG_MORE, (struct sockaddr *)&in, sizeof(in));
	setsockopt(fd, SOL_IP, IP_TTL, &on, sizeof(on));
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
	setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3);
	setsockopt(fd, SOL_IP, 7777, &on, sizeof(on));
	setsockopt(fd, 77, 77, &on, sizeof(on));
	getsockopt(fd, SOL_SOCKET, SO_ERROR, NULL, NULL);
	connect(fd, &unspecified, sizeof(unspecified));
	bind(fd, (struct sockaddr *)&in, 3);
	syscall(SYS_bind, fd, 1, 16);
	recvfrom(fd, buffer, 1, MSG_DONTWAIT, NULL, NULL);
	close(fd);
	fd = socket(AF_INET6, SOCK_DGRAM, 0);
	connect(fd, (struct sockaddr *)&in6, sizeof(in6));
	close(fd);
	syscall(SYS_socket, AF_INET, SOCK_RAW, 255);
	syscall(SYS_socket, 77, 7, 7);
	send_messages();
}

static void ask_devices(void)
{
	struct ifreq request = { .ifr_name = "lo" };
	struct termios termios;
	struct winsize size;
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	ioctl(fd, SIOCGIFFLAGS, &request);
	ioctl(fd, SIOCGIFADDR, &request);
	ioctl(fd, SIOCGIFHWADDR, &request);
	close(fd);
	fd = posix_openpt(O_RDWR | O_NOCTTY);
	ioctl(fd, TCGETS, &termios);
	ioctl(fd, TIOCGWINSZ, &size);
	ioctl(fd, FIONREAD, &size);
	ioctl(fd, 0xc0114523, &size);
	ioctl(fd, TCFLSH, 2);
	close(fd);
}

static void make_children(void)
{
	struct rusage usage;
	siginfo_t info;
	pid_t pid = fork();
	int status;

	if (!pid) {
		for (;;)
			pause();
	}
	waitpid(pid, &status, WNOHANG);
	kill(pid, SIGKILL);
	waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
	syscall(SYS_waitid, P_ALL, 0, &info, WEXITED, NULL);
	pid = fork();
	if (!pid)
		_exit(3);
	wait4(pid, &status, 0, &usage);
	wait4(-1, &status, 0, NULL);
	kill(getpid(), 0);
	kill(getpid(), 99);
}

static void handle(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)info;
	(void)context;
}

static void raise_signals(void)
{
	struct sigaction action = { .sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_RESTART };
	union sigval payload = { .sival_int = 5 };
	struct timespec none = { 0, 0 };
	stack_t stack;
	sigset_t set;

	sigfillset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
	sigaction(SIGRTMIN + 3, &action, NULL);
	sigqueue(getpid(), SIGUSR1, payload);
	raise(SIGRTMIN + 3);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_BLOCK, &set, NULL);
	kill(getpid(), SIGUSR2);
	sigpending(&set);
	sigtimedwait(&set, NULL, &none);
	sigaltstack(NULL, &stack);
}

static void schedule(void)
{
	struct sched_param param = { 3 };
	cpu_set_t cpus;

	sched_setparam(0, &param);
	sched_setscheduler(0, SCHED_OTHER, &param);
	sched_getaffinity(0, sizeof(cpus), &cpus);
	syscall(SYS_getpriority, PRIO_PROCESS, 0);
	syscall(SYS_ioprio_get, 1, 0);
	syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, buffer);
	prctl(PR_GET_DUMPABLE);
	prctl(PR_SET_NAME, "a name that is too long");
	prctl(PR_GET_NAME, buffer);
	prctl(PR_CAPBSET_READ, CAP_FOWNER);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	prctl(9999, 1, 2, 3, 4);
	syscall(SYS_personality, 0xffffffff);
	syscall(SYS_getcpu, buffer, NULL, NULL);
}

static void share(void)
{
	struct {
		long type;
		char text[8];
	} message = { 1, "abc" };
	struct sembuf op = { 0, 1, SEM_UNDO };
	int queue = msgget(IPC_PRIVATE, 0600 | IPC_CREAT);
	int set = semget(IPC_PRIVATE, 1, 0600 | IPC_CREAT);
	int segment = shmget(IPC_PRIVATE, 100, 0600 | IPC_CREAT);

	msgsnd(queue, &message, 4, 0);
	msgctl(queue, IPC_RMID, NULL);
	semop(set, &op, 1);
	semctl(set, 0, IPC_RMID, NULL);
	shmdt(shmat(segment, NULL, SHM_RDONLY));
	shmctl(segment, IPC_RMID, NULL);
}

static void be_refused(void)
{
	mount("/nowhere", "/nowhere", "ext4", MS_RDONLY | MS_NOSUID, "data");
	mount(NULL, "/nowhere", NULL, MS_REC | MS_PRIVATE, NULL);
	umount2("/nowhere", MNT_DETACH);
	chroot("/nowhere");
	syscall(SYS_delete_module, "nowhere", O_NONBLOCK);
	syscall(SYS_setns, -1, CLONE_NEWNET);
	syscall(SYS_fsopen, "nowhere", 1);
	syscall(SYS_pidfd_send_signal, -1, 9, 0, 0);
	syscall(SYS_seccomp, 77, 0, NULL);
	syscall(SYS_perf_event_open, NULL, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
	syscall(SYS_clone3, buffer, 3);
	syscall(SYS_clock_settime, 77, NULL);
	syscall(500, 1, 2, 3, 4, 5, 6);
}

int main(void)
{
	int fd = open("one", O_RDWR | O_CREAT | O_TRUNC, 0600);

	wait_for_descriptors();
	tell_time();
	move_data(fd);
	name_files(fd);
	control_descriptors(fd);
	map_memory();
	wake_futexes();
	use_sockets();
	ask_devices();
	make_children();
	raise_signals();
	schedule();
	share();
	be_refused();
	return 0;
}
