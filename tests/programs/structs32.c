// SPDX-License-Identifier: LGPL-2.1-or-later
/* 32-bit calls whose structs have layouts of their own: System V, directories, ptrace, segments. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <asm/ldt.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define call(...) ((void)!syscall(__VA_ARGS__))
#define IPC_64 0x100
#define INDEX 0x7fff	  /* in an id, the index that SHM_STAT and its like take */
#define NOBODY 0x7ffffff0 /* no process has this number */

/* Of the multiplexer ipc; with 1 << 16 they would be of version 1. */
enum { SEMCTL = 3, MSGCTL = 14, SHMCTL = 24, SEMGET = 2, MSGGET = 13, SHMGET = 23 };
enum { SHM_STAT = 13, SHM_INFO, SHM_STAT_ANY, MSG_STAT = 11, MSG_INFO, MSG_STAT_ANY };
enum { SEM_STAT = 18, SEM_INFO, SEM_STAT_ANY };

static char room[4096] __attribute__((aligned(8)));
static long bad;

static void shm(void)
{
	static const int commands[] = { IPC_STAT, IPC_INFO, SHM_STAT, SHM_INFO, SHM_STAT_ANY };
	long id = syscall(117, SHMGET, 0, 8192, 0640), set[32] = { 0 };

	for (unsigned i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		int command = commands[i];
		long which = command == IPC_STAT ? id : id & INDEX;

		call(117, SHMCTL, which, command | IPC_64, 0, room);
		call(396, which, command, room);
		call(396, which, command | IPC_64, room);
		call(396, which, command, 0);
		call(396, which, command, bad);
		call(117, SHMCTL, which, command | IPC_64, 0, 0);
		call(117, SHMCTL, which, command | IPC_64, 0, bad);
		call(396, -1, command, room);
	}
	call(396, id, IPC_STAT, set);
	set[5] = 0600; /* shm_perm.mode */
	call(396, id, IPC_SET, set);
	call(117, SHMCTL, id, IPC_SET | IPC_64, 0, set);
	call(396, -1, IPC_SET, set);
	call(396, id, IPC_SET | IPC_64, set);
	call(396, id, IPC_SET, 0);
	call(396, id, IPC_SET, bad);
	call(396, id, 11, 0); /* SHM_LOCK */
	call(396, id, IPC_RMID, 0);
}

static void sem(void)
{
	static const int commands[] = { IPC_STAT, IPC_INFO, SEM_STAT, SEM_INFO, SEM_STAT_ANY };
	long id = syscall(117, SEMGET, 0, 3, 0640), set[32] = { 0 };
	long to_room = (long)room, to_set = (long)set, to_bad = bad, to_none = 0;
	unsigned short values[3] = { 1, 2, 3 };
	long to_values = (long)values;

	for (unsigned i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		int command = commands[i];
		long which = command == IPC_STAT ? id : id & INDEX;

		call(117, SEMCTL, which, 0, command | IPC_64, &to_room);
		call(394, which, 0, command, room);
		call(394, which, 0, command | IPC_64, room);
		call(394, which, 0, command, 0);
		call(394, which, 0, command, bad);
		call(117, SEMCTL, which, 0, command | IPC_64, &to_none);
		call(117, SEMCTL, which, 0, command | IPC_64, &to_bad);
		call(117, SEMCTL, which, 0, command | IPC_64, 0);
		call(117, SEMCTL, which, 0, command | IPC_64, bad);
		call(394, -1, 0, command, room);
	}
	call(394, id, 0, IPC_STAT, set);
	set[5] = 0600;
	call(394, id, 0, IPC_SET, set);
	call(117, SEMCTL, id, 0, IPC_SET | IPC_64, &to_set);
	call(394, -1, 0, IPC_SET, set);
	call(394, id, 0, IPC_SET | IPC_64, set);
	call(117, SEMCTL, -1, 0, IPC_SET | IPC_64, &to_set);
	call(117, SEMCTL, id, 0, IPC_SET | IPC_64, &to_bad);
	call(117, SEMCTL, id, 0, IPC_SET | IPC_64, &to_none);
	call(117, SEMCTL, id, 0, IPC_SET | IPC_64, 0);
	call(117, SEMCTL, id, 0, 99 | IPC_64, &to_set);
	call(394, id, 0, IPC_SET, 0);
	call(394, id, 0, IPC_SET, bad);
	call(394, id, 1, 16, 5);			 /* SETVAL */
	call(117, SEMCTL, id, 1, 12 | IPC_64, &to_none); /* GETVAL */
	call(394, id, 0, 17, values);			 /* SETALL */
	call(117, SEMCTL, id, 0, 17 | IPC_64, &to_values);
	call(394, id, 0, 13, room); /* GETALL */
	call(117, SEMCTL, id, 0, IPC_RMID, &to_none);
}

static void msg(void)
{
	static const int commands[] = { IPC_STAT, IPC_INFO, MSG_STAT, MSG_INFO, MSG_STAT_ANY };
	long id = syscall(117, MSGGET, 0, 0640), set[32] = { 0 };

	for (unsigned i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		int command = commands[i];
		long which = command == IPC_STAT ? id : id & INDEX;

		call(117, MSGCTL, which, command | IPC_64, 0, room);
		call(402, which, command, room);
		call(402, which, command | IPC_64, room);
		call(402, which, command, 0);
		call(402, which, command, bad);
		call(117, MSGCTL, which, command | IPC_64, 0, 0);
		call(117, MSGCTL, which, command | IPC_64, 0, bad);
		call(402, -1, command, room);
	}
	call(402, id, IPC_STAT, set);
	set[5] = 0600;
	call(402, id, IPC_SET, set);
	call(117, MSGCTL, id, IPC_SET | IPC_64, 0, set);
	call(402, -1, IPC_SET, set);
	call(402, id, IPC_SET | IPC_64, set);
	call(402, id, IPC_SET, 0);
	call(402, id, IPC_SET, bad);
	call(402, id, IPC_RMID, 0);
}

/* Of libc 5: strace takes the structs for those of today. */
static int old(void)
{
	long id = syscall(117, SHMGET, 0, 8192, 0640), to_room = (long)room;

	call(117, SHMCTL, id, IPC_STAT, 0, room);
	call(117, SHMCTL, id, IPC_SET, 0, room);
	call(117, SHMCTL, id, IPC_INFO, 0, room);
	call(117, SHMCTL, id, IPC_RMID, 0, 0);
	id = syscall(117, SEMGET, 0, 3, 0640);
	call(117, SEMCTL, id, 0, IPC_STAT, &to_room);
	call(117, SEMCTL, id, 0, IPC_SET, &to_room);
	call(117, SEMCTL, id, 0, IPC_RMID, &to_room);
	id = syscall(117, MSGGET, 0, 0640);
	call(117, MSGCTL, id, IPC_STAT, 0, room);
	call(117, MSGCTL, id, IPC_SET, 0, room);
	call(117, MSGCTL, id, IPC_RMID, 0, 0);
	return 3;
}

static void directories(void)
{
	long fd = open("/proc/tty", O_RDONLY | O_DIRECTORY), at = 1;

	while (at > 0) {
		at = syscall(141, fd, room, sizeof(room)); /* getdents */
	}
	lseek(fd, 0, SEEK_SET);
	call(141, fd, room, 60);
	call(141, fd, room, 2);
	call(141, fd, 0, 100);
	call(141, fd, bad, 100);
	call(141, -1, room, 100);
	lseek(fd, 0, SEEK_SET);
	call(220, fd, room, sizeof(room)); /* getdents64 */
	lseek(fd, 0, SEEK_SET);
	for (int i = 0; i < 9; i++)
		call(89, fd, room, 1); /* readdir */
	lseek(fd, 0, SEEK_SET);
	call(89, fd, 0, 1);
	call(89, fd, bad, 7);
	call(89, -1, room, -1);
	close(fd);
	for (int nr = 18; nr <= 84; nr += nr == 18 ? 66 : 1) { /* oldstat, oldlstat */
		call(nr, "/proc", room);
		call(nr, "/dev/null", room);
		call(nr, "/proc/tty", room); /* its number is too large */
		call(nr, "/nonexistent", room);
		call(nr, bad, room);
		call(nr, "/proc", 0);
		call(nr, "/proc", bad);
	}
	fd = open("/proc", O_RDONLY);
	call(28, fd, room); /* oldfstat */
	call(28, fd, 0);
	call(28, fd, bad);
	call(28, -1, room);
	close(fd);
	call(109, room); /* olduname */
	call(109, 0);
	call(109, bad);
	call(59, room); /* oldolduname */
	call(59, 0);
	call(59, bad);
}

static void locks(void)
{
	struct flock lock = { F_RDLCK, SEEK_SET, 0, 1, 0 };
	struct flock64 lock64 = { F_RDLCK, SEEK_SET, 5, 0x100000001, 0 };
	long fd = open("/etc/passwd", O_RDONLY);

	for (int command = F_GETLK; command <= F_SETLKW; command++) {
		lock.l_type = F_RDLCK;
		call(55, fd, command, &lock);
		call(221, fd, command, &lock);
		call(221, fd, command, 0);
		call(221, fd, command, bad);
	}
	for (int command = 12; command <= 14; command++) { /* F_GETLK64... */
		lock64.l_type = F_RDLCK;
		call(221, fd, command, &lock64);
		call(221, -1, command, &lock64);
		call(221, fd, command, 0);
		call(221, fd, command, bad);
	}
	for (int command = 36; command <= 38; command++) /* F_OFD_GETLK... */
		call(221, fd, command, &lock64);
	close(fd);
}

static void segments(void)
{
	struct user_desc area = { .entry_number = -1,
				  .limit = 0xfffff,
				  .seg_32bit = 1,
				  .limit_in_pages = 1,
				  .useable = 1 };
	struct user_desc entry = area, none = area;
	struct clone_args args = { .flags = CLONE_SETTLS, .exit_signal = SIGCHLD };

	call(243, &area); /* set_thread_area */
	call(243, &area);
	none.entry_number = 5;
	call(243, &none);
	call(243, 0);
	call(243, bad);
	call(244, &area); /* get_thread_area */
	call(244, &none);
	call(244, 0);
	call(244, bad);
	call(123, 0, room, sizeof(room)); /* modify_ldt */
	entry.entry_number = 1;
	entry.seg_not_present = 0;
	call(123, 1, &entry, sizeof(entry));
	call(123, 0x11, &entry, sizeof(entry));
	call(123, 0, room, sizeof(room));
	call(123, 2, room, sizeof(room));
	call(123, 0, room, 16);
	call(123, 1, &entry, 4);
	call(123, 1, 0, 16);
	call(123, 1, bad, 16);
	call(123, 9, &entry, 16);
	args.tls = (unsigned long)&area;
	if (!syscall(435, &args, sizeof(args)))
		_exit(0);
	wait(0);
	args.tls = 0;
	call(435, &args, sizeof(args));
	args.tls = bad;
	call(435, &args, sizeof(args));
	args.tls = (unsigned long)&none;
	call(435, &args, sizeof(args));
	args.tls = (1ull << 40) + 5;
	call(435, &args, sizeof(args));
	call(120, CLONE_SETTLS | SIGCHLD, 0, 0, bad, 0); /* clone */
	call(120, CLONE_SETTLS | SIGCHLD, 0, 0, 0, 0);
	call(120, CLONE_SETTLS | SIGCHLD, 0, 0, &none, 0);
}

/* Of nobody: what is shown of each request as it is given. */
static void requests(void)
{
	static const long numbers[] = {
		0,	1,	2,	3,	4,	5,	6,	7,	8,
		9,	12,	13,	14,	15,	16,	17,	18,	19,
		20,	21,	24,	25,	26,	30,	31,	32,	33,
		99,	0x4200, 0x4201, 0x4202, 0x4203, 0x4204, 0x4205, 0x4206, 0x4207,
		0x4208, 0x4209, 0x420a, 0x420b, 0x420c, 0x420d, 0x420e, 0x420f,
	};
	long *words = mmap((void *)0x10000000, 4096, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);

	for (int i = 0; i < 40; i++)
		words[i] = 0x11 * i + 1;
	for (unsigned i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		if (!numbers[i])
			continue; /* it would be traced */
		call(26, numbers[i], NOBODY, 0, words);
		call(26, numbers[i], NOBODY, 1, 0);
		call(26, numbers[i], NOBODY, 44, 19);
		call(26, numbers[i], NOBODY, 8, bad);
		call(26, numbers[i], NOBODY, -1, -1);
	}
}

/* What else a siginfo has at other places than on x86_64. */
static void siginfos(void)
{
	siginfo_t info = { .si_signo = SIGIO, .si_code = SI_SIGIO };

	info.si_band = 5;
	info.si_fd = 3;
	call(SYS_rt_sigqueueinfo, -1, SIGIO, &info);
	info = (siginfo_t){ .si_signo = SIGSYS, .si_code = 1 /* SYS_SECCOMP */ };
	info.si_call_addr = (void *)0x12345;
	info.si_syscall = 20;
	info.si_arch = 0x40000003; /* AUDIT_ARCH_I386 */
	call(SYS_rt_sigqueueinfo, -1, SIGSYS, &info);
}

int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return old();
	/* Some requests take addresses for flags: they are to be the same each time. */
	bad = (long)mmap((void *)0x20000000, 4096, PROT_NONE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	shm();
	sem();
	msg();
	directories();
	locks();
	segments();
	requests();
	siginfos();
	_exit(9);
}
