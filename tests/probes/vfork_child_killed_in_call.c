/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A child of vfork is killed in the midst of a call that changes protections: its parent goes on.
 */
#include "probe.h"

#include <pthread.h>

#define SIZE (64ul << 20)

static volatile pid_t child;
static volatile long calls;

static void *killer(void *data)
{
	(void)data;
	while (calls < 10)
		usleep(100);
	usleep(2000);
	CHECK(!kill(child, SIGKILL));
	return NULL;
}

int main(void)
{
	char *memory = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(memory != MAP_FAILED);
	madvise(memory, SIZE, MADV_NOHUGEPAGE);
	memset(memory, 1, SIZE);
	for (int i = 0; i < 8; i++) {
		pthread_t thread;
		pid_t pid;

		calls = 0;
		CHECK(!pthread_create(&thread, NULL, killer, NULL));
		pid = vfork();
		if (!pid) {
			child = (pid_t)raw_call(SYS_getpid, 0, 0, 0, 0, 0, 0);
			for (;;) {
				raw_call(SYS_mprotect, (long)memory, SIZE, PROT_READ | PROT_EXEC, 0,
					 0, 0);
				raw_call(SYS_mprotect, (long)memory, SIZE, PROT_READ, 0, 0, 0);
				calls++;
			}
		}
		CHECK(pid > 0);
		CHECK_EQ(probe_wait(pid), SIGKILL);
		CHECK(!pthread_join(thread, NULL));
		/* By sites that no call has come from yet. */
		for (int j = 0; j < 5; j++) {
			switch (i) {
			case 0:
				CHECK_EQ(raw_call(SYS_getpid, 0, 0, 0, 0, 0, 0), getpid());
				break;
			case 1:
				CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
				break;
			default:
				CHECK_EQ(raw_call(SYS_gettid, 0, 0, 0, 0, 0, 0), getpid());
				break;
			}
			CHECK(!mprotect(memory, 4096, PROT_READ | PROT_WRITE));
		}
	}
	return probe_ok();
}
