/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program that limits its own address space to little more than it uses; and one that has
 * inherited a limit, whose child of vfork sets its own. */
#include <sys/resource.h>

#include "probe.h"

static void child_limits(void)
{
	struct rlimit limit, other;
	pid_t child;

	CHECK(!getrlimit(RLIMIT_AS, &other));
	other.rlim_cur = 1ul << 30;
	child = vfork();
	if (!child)
		_exit(setrlimit(RLIMIT_AS, &other) != 0);
	probe_join(child);
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, 64 << 20);
}

int main(int argc, char **argv)
{
	struct rlimit limit;
	pid_t child;
	char *memory;

	if (argc > 1) {
		child_limits();
		return 0;
	}
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	limit.rlim_cur = 64 << 20;
	CHECK(!setrlimit(RLIMIT_AS, &limit));
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		execl("/proc/self/exe", argv[0], "child", NULL);
		_exit(1);
	}
	probe_join(child);
	limit.rlim_max = limit.rlim_cur;
	CHECK(!setrlimit(RLIMIT_AS, &limit));
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, 64 << 20);
	memory = malloc(16 << 20);
	CHECK(memory);
	memset(memory, 1, 16 << 20);
	CHECK(!malloc(100 << 20));
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		execl("/bin/true", "true", NULL);
		_exit(1);
	}
	probe_join(child);
	return probe_ok();
}
