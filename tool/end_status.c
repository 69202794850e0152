/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "end_status.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

/* PIDFD_GET_INFO of linux/pidfd.h, Linux 6.13; exit codes since 6.15. */
struct pidfd_info {
	uint64_t mask, cgroup;
	uint32_t ids[11];
	int32_t exit_code;
};
_Static_assert(sizeof(struct pidfd_info) == 64, "its first version");
#define PIDFD_GET_INFO_EXIT _IOWR(0xff, 11, struct pidfd_info)
#define PIDFD_INFO_EXIT_BIT (1u << 3)

static bool of_pidfd(int pidfd, int *ret_status)
{
	struct pidfd_info info = { .mask = PIDFD_INFO_EXIT_BIT };

	if (ioctl(pidfd, PIDFD_GET_INFO_EXIT, &info) || !(info.mask & PIDFD_INFO_EXIT_BIT))
		return false;
	*ret_status = info.exit_code;
	return true;
}

/* The last field of a zombie's /proc/PID/stat. */
static bool of_zombie(pid_t pid, int *ret_status)
{
	char path[64], line[1024], *at;
	FILE *file;
	bool read;

	snprintf(path, sizeof(path), "/proc/%d/stat", pid);
	file = fopen(path, "re");
	if (!file)
		return false;
	read = fgets(line, sizeof(line), file);
	fclose(file);
	at = read ? strrchr(line, ')') : NULL;
	if (!at || strncmp(at, ") Z ", 4) != 0)
		return false;
	at = strrchr(line, ' ');
	*ret_status = (int)strtol(at, NULL, 10);
	return true;
}

bool end_status(pid_t pid, int pidfd, int *ret_status)
{
	/* Once its parent has waited for it the kernel tells by the pidfd, till then by /proc. */
	for (int attempt = 0; attempt < 2 && pidfd >= 0; attempt++)
		if (of_pidfd(pidfd, ret_status) || (pid && of_zombie(pid, ret_status)))
			return true;
	return false;
}
