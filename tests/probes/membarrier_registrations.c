/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A process is registered for the barriers that it registered for, and no others. */
#include "probe.h"

#include <linux/membarrier.h>
#include <pthread.h>

#define REGISTRATIONS (1 << 9) /* MEMBARRIER_CMD_GET_REGISTRATIONS: Linux 6.3 */
#define SYNC_CORE MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE
#define REGISTER_SYNC_CORE MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE

static void *thread_main(void *arg)
{
	(void)arg;
	for (int i = 0; i < 2000; i++) {
		syscall(SYS_getppid);
		getegid();
		getpgrp();
	}
	return NULL;
}

static long barrier(int command)
{
	return syscall(SYS_membarrier, command, 0, 0) < 0 ? -errno : 0;
}

static void registered_for(int want)
{
	long got = syscall(SYS_membarrier, REGISTRATIONS, 0, 0);

	if (got >= 0) /* older kernels do not tell */
		CHECK_EQ(got, want);
}

int main(void)
{
	long supported = syscall(SYS_membarrier, MEMBARRIER_CMD_QUERY, 0, 0);
	pthread_t thread;

	if (supported < 0 || !(supported & SYNC_CORE))
		probe_skip("no membarrier for other cores");
	/* Calls beside another thread, the same ones again and again. */
	CHECK(!pthread_create(&thread, NULL, thread_main, NULL));
	thread_main(NULL);
	registered_for(0);
	CHECK_EQ(barrier(SYNC_CORE), -EPERM);
	CHECK_EQ(barrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED), -EPERM);
	CHECK_EQ(barrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED), 0);
	CHECK_EQ(barrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED), 0);
	registered_for(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
	CHECK_EQ(barrier(SYNC_CORE), -EPERM);
	CHECK_EQ(barrier(REGISTER_SYNC_CORE), 0);
	CHECK_EQ(barrier(SYNC_CORE), 0);
	registered_for(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED | REGISTER_SYNC_CORE);
	CHECK(!pthread_join(thread, NULL));
	return probe_ok();
}
