/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Without randomisation two runs have the same addresses: stack, heap, text, libc, a mapping. */
#include <sys/personality.h>

#include "probe.h"

int main(int argc, char **argv)
{
	char text[3][256] = { "", "", "" };

	if (argc > 1) {
		char here;

		printf("%p %p %p %p %p %p\n", (void *)&here, malloc(100), (void *)main,
		       (void *)printf,
		       mmap(NULL, 1 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), sbrk(0));
		return 0;
	}
	CHECK(personality(ADDR_NO_RANDOMIZE) >= 0);
	for (int i = 0; i < 3; i++) {
		int pipes[2];
		pid_t pid;

		CHECK(!pipe(pipes));
		pid = fork();
		if (!pid) {
			dup2(pipes[1], 1);
			close(pipes[0]);
			close(pipes[1]);
			execl("/proc/self/exe", argv[0], "again", NULL);
			_exit(1);
		}
		close(pipes[1]);
		CHECK(read(pipes[0], text[i], 255) > 0);
		close(pipes[0]);
		probe_join(pid);
	}
	CHECK(!strcmp(text[0], text[1]) && !strcmp(text[1], text[2]));
	printf("%s", text[0]); /* the same natively and traced */
	fflush(stdout);
	return probe_ok();
}
