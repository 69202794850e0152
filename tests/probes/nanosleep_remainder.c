/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A sleep that is interrupted and taken up with what is left, again and again, is as long as it was
 * meant. */
#include "probe.h"

static void handler(int signo)
{
	(void)signo;
}

int main(void)
{
	struct sigaction action = { .sa_handler = handler };
	struct itimerval timer = { { 0, 1000 }, { 0, 1000 } };
	struct timespec left = { 0, 300000000 };
	uint64_t begin, took;
	int interrupted = 0;

	CHECK(!sigaction(SIGALRM, &action, NULL));
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	begin = probe_ns();
	for (;;) {
		struct timespec next = left;

		if (!nanosleep(&next, &left))
			break;
		CHECK_EQ(errno, EINTR);
		CHECK(left.tv_sec == 0 && left.tv_nsec <= next.tv_nsec + 100000);
		interrupted++;
	}
	took = probe_ns() - begin;
	CHECK(interrupted > 20);
	CHECK(took >= 299000000);
	CHECK(took < 3000000000u);
	return probe_ok();
}
