/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A loop of one call; prints what one took in ns, the best of several rounds.
 *
 *   calls [-s] [-p US] [-r ROUNDS] [none|getppid|read|write] [CALLS]
 *
 * none: a number that no call has, so that the price of getting there is all.
 * -s: under Syscall User Dispatch whose allowed range is all there is, without a
 * selector: the kernel's own tax on a thread that is armed.
 * -p: a pause between rounds; with rounds that a ring has room for, what a record
 * costs its writer, whoever reads it.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif
#define NR_NONE 500

static const struct {
	const char *name;
	long nr;
} known[] = {
	{ "none", NR_NONE },
	{ "getppid", SYS_getppid },
	{ "read", SYS_read },
	{ "write", SYS_write },
};

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

/* As libcs make it: the number is loaded right before. */
static inline long call(long nr, long fd, void *byte)
{
	long ret;

#define MADE(number)                                                \
	__asm__ volatile("mov %1, %%eax; syscall"                   \
			 : "=&a"(ret)                               \
			 : "i"(number), "D"(fd), "S"(byte), "d"(1L) \
			 : "rcx", "r11", "memory")
	switch (nr) {
	case NR_NONE:
		MADE(NR_NONE);
		break;
	case SYS_getppid:
		MADE(SYS_getppid);
		break;
	case SYS_read:
		MADE(SYS_read);
		break;
	default:
		MADE(SYS_write);
		break;
	}
	return ret;
}

int main(int argc, char **argv)
{
	static char byte;
	long nr = NR_NONE, count = 5000, rounds = 200, pause = 0;
	uint64_t best = UINT64_MAX;
	int option, sud = 0, fd;

	while ((option = getopt(argc, argv, "sp:r:")) != -1) {
		if (option == 's')
			sud = 1;
		else if (option == 'p')
			pause = atol(optarg);
		else if (option == 'r')
			rounds = atol(optarg);
		else
			return 2;
	}
	for (size_t i = 0; optind < argc && i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(argv[optind], known[i].name) == 0)
			nr = known[i].nr;
	if (optind + 1 < argc)
		count = atol(argv[optind + 1]);
	fd = open(nr == SYS_read ? "/dev/zero" : "/dev/null", O_RDWR);
	if (sud && prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, 4096ul, ~0ul - 8192, 0)) {
		perror("calls: Syscall User Dispatch");
		return 1;
	}
	while (rounds-- > 0) {
		uint64_t begin = now(), ns;

		for (long i = 0; i < count; i++)
			call(nr, fd, &byte);
		ns = now() - begin;
		if (ns < best)
			best = ns;
		if (pause)
			usleep((useconds_t)pause);
	}
	printf("%.1f\n", (double)best / (double)count);
	return 0;
}
