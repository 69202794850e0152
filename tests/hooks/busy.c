/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What libc makes calls in the midst of: heaps of threads, streams, forks, all at once. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void *work(void *unused)
{
	for (int i = 0; i < 100; i++) {
		FILE *file = fopen("/etc/passwd", "r");
		char line[256], *large;

		while (file && fgets(line, sizeof(line), file))
			;
		if (file)
			fclose(file);
		large = malloc(1u << (i % 24));
		*large = 1;
		large = realloc(large, 2u << (i % 24));
		free(large);
	}
	return unused;
}

int main(void)
{
	pthread_t threads[6];
	int bad = 0;

	for (int i = 0; i < 6; i++)
		pthread_create(&threads[i], NULL, work, NULL);
	for (int i = 0; i < 20; i++) {
		int status;
		pid_t pid = fork();

		if (!pid) {
			work(NULL);
			_exit(42);
		}
		waitpid(pid, &status, 0);
		bad += !WIFEXITED(status) || WEXITSTATUS(status) != 42;
	}
	bad += system("exit 3") != 3 << 8;
	for (int i = 0; i < 6; i++)
		pthread_join(threads[i], NULL);
	printf("%d bad\n", bad);
	return bad;
}
