/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* siglongjmp out of a handler that interrupted a call, thousands of times: nothing piles up. */
#include <poll.h>
#include <setjmp.h>

#include "probe.h"

static sigjmp_buf back;
static volatile int jumps;

static void handler(int signo)
{
	(void)signo;
	jumps++;
	siglongjmp(back, 1);
}

int main(void)
{
	struct itimerval timer = { { 0, 150 }, { 0, 150 } };
	int pipes[2];
	char byte;

	CHECK(!pipe(pipes));
	signal(SIGALRM, handler);
	if (!sigsetjmp(back, 1))
		CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	while (jumps < 6000) {
		switch (jumps % 4) {
		case 0:
			CHECK_EQ(read(pipes[0], &byte, 1), 1); /* nobody writes */
			break;
		case 1:
			poll(NULL, 0, -1);
			break;
		case 2:
			for (;;)
				getppid();
		case 3:
			pause();
			break;
		}
	}
	setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL);
	return probe_ok();
}
