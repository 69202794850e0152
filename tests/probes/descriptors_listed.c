/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Only what the program opened is open: /proc/self/fd, the next free number, close_range over all.
 */
#include <dirent.h>
#include <fcntl.h>

#include "probe.h"

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

static int count(void)
{
	DIR *directory = opendir("/proc/self/fd");
	struct dirent *entry;
	int n = 0;

	CHECK(directory);
	while ((entry = readdir(directory)))
		n += entry->d_name[0] != '.' && atoi(entry->d_name) > 2;
	closedir(directory);
	return n;
}

int main(int argc, char **argv)
{
	pid_t pid;
	int fd;

	(void)argc;
	if (argc == 1) {
		/* Whatever we were started with goes first. */
		syscall(SYS_close_range, 3u, ~0u, 0);
		execl("/proc/self/exe", argv[0], "again", NULL);
	}
	CHECK_EQ(count(), 1); /* the directory itself */
	fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	CHECK_EQ(fd, 3);
	pid = fork();
	if (!pid) {
		CHECK_EQ(count(), 2);
		CHECK_EQ(syscall(SYS_close_range, 0u, ~0u, 0), 0);
		CHECK_EQ(open("/dev/null", O_RDONLY | O_CLOEXEC), 0);
		for (int i = 0; i < 100; i++)
			getppid();
		execl("/bin/true", "true", NULL);
		_exit(1);
	}
	probe_join(pid);
	return probe_ok();
}
