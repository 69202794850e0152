/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Two timers at a high rate, for two seconds or until enough is done, around calls and arithmetic
 * whose results are checked. */
#include <pthread.h>

#include "probe.h"

static volatile int hits[2];
static int pipes[2];

static void handler(int signo, siginfo_t *info, void *context)
{
	int saved = errno;
	volatile double x = signo;

	(void)context;
	hits[signo == SIGALRM]++;
	CHECK_EQ(info->si_signo, signo);
	for (int i = 0; i < 10; i++)
		x = x * 1.5 + 1;
	getppid();
	errno = saved;
}

int main(void)
{
	struct itimerval timer = { { 0, 70 }, { 0, 70 } };
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL,
				  .sigev_signo = SIGRTMIN + 2,
				  .sigev_value.sival_int = 4711 };
	struct itimerspec spec = { { 0, 50000 }, { 0, 50000 } };
	static unsigned char out[4096], in[4096];
	uint64_t end = probe_ns() + 2000000000u;
	unsigned int seed = 1;
	timer_t id;
	long rounds = 0;

	CHECK(!pipe(pipes));
	probe_handle(SIGALRM, handler, SA_RESTART);
	probe_handle(SIGRTMIN + 2, handler, SA_RESTART);
	CHECK(!timer_create(CLOCK_MONOTONIC, &event, &id));
	CHECK(!timer_settime(id, 0, &spec, NULL));
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	while (probe_ns() < end || rounds < 100 || hits[0] < 1000 || hits[1] < 1000) {
		size_t len = 1 + seed % sizeof(out);
		double a = seed, b = a * 3;

		for (size_t i = 0; i < len; i++)
			out[i] = (unsigned char)(seed = seed * 1103515245 + 12345);
		CHECK_EQ(write(pipes[1], out, len), len);
		for (size_t done = 0; done < len;) {
			ssize_t got = read(pipes[0], in + done, len - done);

			CHECK(got > 0);
			done += (size_t)got;
		}
		CHECK(!memcmp(in, out, len));
		CHECK_EQ(lseek(pipes[0], 0, SEEK_SET), -1);
		CHECK_EQ(errno, ESPIPE);
		CHECK(b == a + a + a);
		rounds++;
	}
	timer_delete(id);
	return probe_ok();
}
