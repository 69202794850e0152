/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program that limits its own address space to little more than it uses. */
#include <sys/resource.h>

#include "probe.h"

int main(void)
{
	struct rlimit limit = { 64 << 20, 64 << 20 };
	pid_t child;
	char *memory;

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
