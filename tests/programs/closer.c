// SPDX-License-Identifier: LGPL-2.1-or-later
/* What a program sees of its descriptors, and closing all of them. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void list(const char *what)
{
	DIR *dir = opendir("/proc/self/fd");
	struct dirent *entry;

	printf("%s:", what);
	while ((entry = readdir(dir)))
		if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(dir))
			printf(" %s", entry->d_name);
	puts("");
	closedir(dir);
	fflush(stdout);
}

int main(void)
{
	int closed = 0;

	list("at start");
	printf("next: %d\n", open("/dev/null", O_RDONLY));
	for (int fd = 3; fd < 4096; fd++)
		closed += !close(fd);
	printf("closed: %d\n", closed);
	list("after close");
	dup2(1, 100);
	dup2(1, 1023);
	if (syscall(SYS_close_range, 3, ~0u, 0))
		perror("close_range");
	list("after close_range");
	printf("next: %d\n", open("/dev/null", O_RDONLY));
	fflush(stdout);
	closefrom(3);
	if (!fork()) {
		execl("/bin/ls", "ls", "/proc/self/fd", (char *)NULL);
		_exit(127);
	}
	wait(NULL);
	return 0;
}
