/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says the number of a child of vfork, which then waits until it is killed; ends with 3. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	pid_t child = vfork();

	if (!child) {
		char text[16];
		int len = snprintf(text, sizeof(text), "%d\n", getpid());

		if (write(STDOUT_FILENO, text, (size_t)len) != len)
			_exit(1);
		for (;;)
			pause();
	}
	return child > 0 ? 3 : 1;
}
