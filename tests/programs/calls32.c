// SPDX-License-Identifier: LGPL-2.1-or-later
/* The 32-bit calls that a libc of today makes no more, by number; and their structs. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define call(...) ((void)!syscall(__VA_ARGS__))

static char room[1024] __attribute__((aligned(8)));

static void handler(int signo)
{
	(void)signo;
}

int main(void)
{
	long in_memory[6] = { AF_UNIX, SOCK_STREAM, 0, (long)room };
	long to_send[4] = { 3, (long)"hello", 5, 0 };
	long to_map[6] = { 0, 4096, 3, 0x22, -1, 0 };
	long moment[2] = { 0, 1000 };
	long long moment64[2] = { 0, 1000 };
	long never[4] = { 0 };
	long times[4] = { 0, 5, 0, 6 };
	long long times64[4] = { 0, 5, 0, 6 };
	long to_select[5] = { 0, 0, 0, 0, (long)moment };
	long action[4] = { (long)handler, 1 << (SIGUSR2 - 1), SA_RESTART, 0 };
	long timer_event[3] = { 0, SIGALRM, SIGEV_SIGNAL };
	struct {
		long type;
		char text[8];
	} message = { 1, "msg" };
	struct flock lock = { F_RDLCK, SEEK_SET, 0, 1, 0 };
	struct flock64 lock64 = { F_RDLCK, SEEK_SET, 0, 0x100000001, 0 };
	long id, fd;

	call(106, "/etc", room);	 /* stat */
	call(195, "/etc", room);	 /* stat64 */
	call(197, 0, room);		 /* fstat64 */
	call(99, "/", room);		 /* statfs */
	call(268, "/", 84, room);	 /* statfs64 */
	call(102, 8, in_memory);	 /* socketcall: socketpair */
	call(102, 1, in_memory);	 /* socket */
	call(102, 9, to_send);		 /* send */
	call(67, SIGUSR1, action, room); /* sigaction */
	call(67, SIGUSR1, 0, room);
	call(126, 0, action + 1, room);	     /* sigprocmask */
	call(73, room);			     /* sigpending */
	kill(getpid(), SIGUSR1);	     /* sigreturn */
	call(265, 0, room);		     /* clock_gettime */
	call(403, 0, room);		     /* clock_gettime64 */
	call(162, moment, 0);		     /* nanosleep */
	call(90, to_map);		     /* mmap */
	call(82, to_select);		     /* select */
	id = syscall(117, 2, 0, 1, 0600, 0); /* ipc: semget, and what follows */
	(void)id;
	id = syscall(117, 13, 0, 0600);
	call(117, 11, id, 4, 0, &message);
	call(117, 12 | 1 << 16, id, 8, 0, &message, 1);
	call(117, 14, id, 0, 0, 0);
	id = syscall(117, 23, 0, 4096, 0600);
	call(117, 21, id, 0, room, 0);
	call(117, 22, 0, 0, 0, *(long *)room);
	call(117, 24, id, 0, 0, 0);
	fd = open("/etc/passwd", O_RDONLY);
	call(55, fd, F_SETLK, &lock);	     /* fcntl */
	call(193, "/nonexistent", 1, 2);     /* truncate64 */
	call(250, fd, 0, 1, 2, 3);	     /* fadvise64 */
	call(272, fd, 0, 1, 2, 3, 1);	     /* fadvise64_64 */
	call(140, fd, 1, 5, room, SEEK_SET); /* _llseek */
	call(7, -1, 0, 0);		     /* waitpid */
	call(76, 7, room);		     /* getrlimit */
	call(75, 7, room);
	call(122, room);				 /* uname */
	call(199);					 /* getuid32 */
	call(320, AT_FDCWD, "/nonexistent", times, 0);	 /* utimensat */
	call(412, AT_FDCWD, "/nonexistent", times64, 0); /* utimensat_time64 */
	call(186, 0, room);				 /* sigaltstack */
	room[0] = 0;
	room[1] = room[2] = room[3] = 0;
	call(187, 1, fd, room, 1);	       /* sendfile */
	call(240, room + 100, 0, 5, moment);   /* futex */
	call(422, room + 100, 0, 5, moment64); /* futex_time64 */
	call(308, 0, 0, 0, 0, moment, 0);      /* pselect6 */
	call(309, 0, 0, moment, 0, 8);	       /* ppoll */
	call(414, 0, 0, moment64, 0, 8);       /* ppoll_time64 */
	call(259, 0, timer_event, room);       /* timer_create */
	call(260, 0, 0, never, room);	       /* timer_settime */
	call(221, fd, 13, &lock64);	       /* fcntl64: F_SETLK64 */
	call(68);			       /* sgetmask */
	call(69, 1 << (SIGUSR1 - 1) | 2);      /* ssetmask */
	call(69, 0x40000000);
	signal(SIGUSR1, handler);
	call(69, 1 << (SIGUSR1 - 1));
	kill(getpid(), SIGUSR1);
	call(72, 0, 0, 2); /* sigsuspend */
	call(69, 0);
	_exit(9);
}
