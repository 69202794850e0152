// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * What a getppid costs with hooks in the program: hook_cost N, for each way the
 * fastest of many rounds that take turns, in picoseconds, one a line.
 *
 * Built with -mgeneral-regs-only, as hooks with SELF_PTRACE_HOOK_NO_VECTOR are.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 40

static int empty(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	return SELF_PTRACE_PASS;
}

static int answer(struct self_ptrace_event *event, void *context)
{
	(void)context;
	event->result = 4711;
	return SELF_PTRACE_EMULATE;
}

static const struct {
	const char *name;
	int (*enter)(struct self_ptrace_event *, void *);
	unsigned int flags;
	int number;
} ways[] = {
	{ "native", NULL, 0, 0 },
	{ "hooks of other calls", empty, 0, SYS_getuid },
	{ "empty hook, no vectors", empty, SELF_PTRACE_HOOK_NO_VECTOR, SYS_getppid },
	{ "empty hook", empty, 0, SYS_getppid },
	{ "hook that answers, no vectors", answer, SELF_PTRACE_HOOK_NO_VECTOR, SYS_getppid },
	{ "hook that answers", answer, 0, SYS_getppid },
};

#define WAYS (sizeof(ways) / sizeof(ways[0]))

static long stamp(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000l + now.tv_nsec;
}

static long loop(long count)
{
	long begin = stamp();

	for (long left = count; left; left--)
		syscall(SYS_getppid);
	return (stamp() - begin) * 1000 / count;
}

int main(int argc, char **argv)
{
	long best[WAYS], count = argc > 1 ? atol(argv[1]) : 20000;

	memset(best, 0x7f, sizeof(best));
	/* The agent stays once it is there. */
	for (int round = 0; round < ROUNDS; round++) {
		long taken = loop(count);

		best[0] = taken < best[0] ? taken : best[0];
	}
	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 1; i < WAYS; i++) {
			const struct self_ptrace_hook hook = { .size = sizeof(hook),
							       .enter = ways[i].enter,
							       .flags = ways[i].flags };
			int id = self_ptrace_hook_add(&hook, &ways[i].number, 1);
			long taken;

			if (id < 0) {
				fprintf(stderr, "hook_cost: %s\n", strerror(errno));
				return 1;
			}
			taken = loop(count);
			best[i] = taken < best[i] ? taken : best[i];
			self_ptrace_hook_remove(id);
		}
	for (size_t i = 0; i < WAYS; i++)
		printf("%ld %s\n", best[i], ways[i].name);
	return 0;
}
