/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Where ptrace is refused, ld.so puts this into programs: it maps the agent and
 * starts it.  Without libc, so that it can be the first of all constructors, in
 * programs of any libc, and has no name that could stand before another's.
 *
 * Whatever fails, the program runs on untraced: nothing is left in it but this.
 */
#include "preload/preload.h"

#include "agent/image.h"
#include "raw_syscall.h"

#include <asm/stat.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>
#include <linux/mman.h>
#include <stdbool.h>
#include <stddef.h>

#define call(nr, a, b, c) arch_raw_syscall(nr, (long)(a), (long)(b), (long)(c), 0, 0, 0)

/* Of whichever libc there is; musl gives constructors no arguments. */
extern char **environ __attribute__((weak));

static const char *find(char **env)
{
	static const char name[] = PRELOAD_VARIABLE "=";

	for (; env && *env; env++) {
		size_t at = 0;

		while (name[at] && (*env)[at] == name[at])
			at++;
		if (!name[at])
			return *env + at;
	}
	return NULL;
}

/* A number and the colon behind it. */
static bool number(const char **at, unsigned long *ret)
{
	*ret = 0;
	while (**at >= '0' && **at <= '9')
		*ret = *ret * 10 + (unsigned long)(*(*at)++ - '0');
	return *(*at)++ == ':';
}

static bool map(const struct image_map *map, int fd)
{
	long ret = arch_raw_syscall(__NR_mmap, (long)map->addr, (long)map->len, (long)map->prot,
				    (long)map->flags, map->fd < 0 ? -1 : fd, (long)map->offset);

	/* A kernel that does not know MAP_FIXED_NOREPLACE takes it for a wish. */
	if (ret == (long)map->addr)
		return true;
	if (ret >= 0)
		call(__NR_munmap, ret, map->len, 0);
	return false;
}

static void enter(int fd)
{
	struct image_header header;
	struct image_map maps[1 + IMAGE_MAP_COUNT];
	long (*start)(void);
	int count = 0;

	if (arch_raw_syscall(__NR_pread64, fd, (long)&header, sizeof(header), 0, 0, 0) !=
	    sizeof(header))
		return;
	maps[0] = (struct image_map){ header.image,
				      header.text,
				      PROT_READ | PROT_EXEC,
				      MAP_PRIVATE | MAP_FIXED_NOREPLACE,
				      fd,
				      0 };
	for (int i = 0; i < IMAGE_MAP_COUNT; i++)
		maps[1 + i] = header.maps[i];
	while (count <= IMAGE_MAP_COUNT && map(&maps[count], fd))
		count++;
	start = (long (*)(void))(header.image + header.start_here);
	/* Closed before: afterwards it would be a call of the program's. */
	call(__NR_close, fd, 0, 0);
	if (count > IMAGE_MAP_COUNT && !start())
		return;
	while (count-- > 0)
		call(__NR_munmap, maps[count].addr, maps[count].len, 0);
}

__attribute__((constructor)) static void preload(int argc, char **argv, char **env)
{
	const char *at = find(&environ && environ ? environ : env);
	unsigned long pid, inode;
	struct stat st;
	long fd;

	(void)argc;
	(void)argv;
	if (!at || !number(&at, &pid) || !number(&at, &inode) ||
	    (pid && (long)pid != call(__NR_getpid, 0, 0, 0)))
		return;
	fd = call(__NR_open, at, O_RDWR | O_CLOEXEC, 0);
	if (fd < 0)
		return;
	if (call(__NR_fstat, fd, &st, 0) || st.st_ino != inode)
		call(__NR_close, fd, 0, 0);
	else
		enter((int)fd);
}
