// SPDX-License-Identifier: LGPL-2.1-or-later
/* Makes calls until a debugger tells it to leave, or two seconds' worth of them. */
#include <sys/syscall.h>
#include <unistd.h>

volatile int go_on = 4000;
int count;

int step(int n)
{
	return count += n;
}

int main(void)
{
	while (go_on > 0) {
		go_on--;
		syscall(SYS_getppid);
		step(1);
		usleep(1000);
	}
	return count > 0 ? 4 : 5;
}
