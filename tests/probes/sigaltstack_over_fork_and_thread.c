/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A fork's child has its parent's alternate stack, a thread none, exec'd programs none. */
#include <pthread.h>

#include "probe.h"

static char stack[65536];

static void *thread(void *arg)
{
	stack_t now, mine = { .ss_sp = malloc(65536), .ss_size = 65536 };

	CHECK(!sigaltstack(NULL, &now));
	CHECK_EQ(now.ss_flags, SS_DISABLE);
	CHECK(!sigaltstack(&mine, NULL));
	CHECK(!sigaltstack(NULL, &now));
	CHECK(now.ss_sp == mine.ss_sp);
	return arg;
}

int main(int argc, char **argv)
{
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) }, now;
	pthread_t id;
	pid_t child;

	CHECK(!sigaltstack(NULL, &now));
	CHECK_EQ(now.ss_flags, SS_DISABLE);
	if (argc > 1)
		return 0;
	CHECK(!sigaltstack(&alt, NULL));
	child = fork();
	if (!child) {
		CHECK(!sigaltstack(NULL, &now));
		CHECK_EQ(now.ss_flags, 0);
		CHECK(now.ss_sp == stack);
		execl("/proc/self/exe", argv[0], "again", NULL);
		_exit(1);
	}
	probe_join(child);
	child = vfork();
	if (!child) {
		execl("/proc/self/exe", argv[0], "again", NULL);
		_exit(1);
	}
	probe_join(child);
	CHECK(!pthread_create(&id, NULL, thread, NULL));
	pthread_join(id, NULL);
	CHECK(!sigaltstack(NULL, &now));
	CHECK(now.ss_sp == stack);
	return probe_ok();
}
