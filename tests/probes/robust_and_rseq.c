/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Per-thread registrations: robust mutexes of dead owners, rseq's area, set_tid_address, TLS. */
#include <pthread.h>

#include "probe.h"

extern const ptrdiff_t __rseq_offset __attribute__((weak));
extern const unsigned int __rseq_size __attribute__((weak));

static pthread_mutex_t *mutex;
static __thread int mine = 5;

static void *thread(void *arg)
{
	CHECK(mine == 5);
	mine = 6;
	if (&__rseq_size && __rseq_size) {
		char *self;
		volatile uint32_t *cpu;

#ifdef __i386__
		__asm__("mov %%gs:0, %0" : "=r"(self));
#else
		__asm__("mov %%fs:0, %0" : "=r"(self));
#endif
		cpu = (uint32_t *)(self + __rseq_offset + 4);
		for (int i = 0; i < 1000; i++) {
			getppid();
			CHECK(*cpu < 4096);
		}
	}
	CHECK(!pthread_mutex_lock(mutex));
	return arg; /* with the lock */
}

int main(void)
{
	pthread_mutexattr_t attr;
	pthread_t id;
	pid_t pid;
	int ret;

	mutex = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_mutexattr_init(&attr);
	pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED);
	pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST);
	pthread_mutex_init(mutex, &attr);
	for (int i = 0; i < 20; i++) {
		if (i % 2) {
			CHECK(!pthread_create(&id, NULL, thread, NULL));
			CHECK(!pthread_join(id, NULL));
		} else {
			pid = fork();
			if (!pid) {
				pthread_mutex_lock(mutex);
				if (i % 4)
					raise(SIGKILL);
				_exit(0);
			}
			probe_wait(pid);
		}
		ret = pthread_mutex_lock(mutex);
		CHECK_EQ(ret, EOWNERDEAD);
		CHECK(!pthread_mutex_consistent(mutex));
		CHECK(!pthread_mutex_unlock(mutex));
	}
	CHECK_EQ(mine, 5);
	CHECK_EQ(syscall(SYS_set_tid_address, &ret), getpid());
	return probe_ok();
}
