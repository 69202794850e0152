/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent in this very process: the one that the tool has put there, or, if
 * there is none, the same image mapped here, with no tool and nothing recorded.
 */
#include "hook.h"

#include "agent/agent_image.h"
#include "agent/image.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* How long threads may take to be gone that are ending. */
#define ENDING_NS 1000000
#define ENDING_LOOKS 1000

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#ifndef HWCAP2_FSGSBASE
#define HWCAP2_FSGSBASE (1 << 1)
#endif

/* As tool/image.c: below where mappings grow down from. */
#define BASE_LOW 0x7e8000000000ul
#define BASE_SLOTS 64u
#define BASE_STEP (4ul << 30)
#define BASE_TRIES 8

#define TASK_EXITING 0x4 /* PF_EXITING in /proc/TID/stat, proc(5) */

#define CHUNK_SIZE (SLOTS_PER_CHUNK * SLOT_SIZE)

long engine_control(enum hook_op op, void *argument)
{
	/* libc's would set errno, which hooks may be called in the midst of. */
	return syscall(SYS_prctl, HOOK_PRCTL, op, argument, 0, 0) < 0 ? -errno : 0;
}

static bool map(uint64_t at, size_t size, int flags)
{
	void *got = mmap((void *)at, size, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE | flags, -1, 0);

	if (got == (void *)at)
		return true;
	if (got != MAP_FAILED)
		munmap(got, size);
	return false;
}

static void unmap(uint64_t base)
{
	munmap((void *)base, agent_image_size);
	munmap((void *)(base + IMAGE_ARENA_OFFSET), sizeof(struct arena));
	munmap((void *)(base + IMAGE_SLOTS_OFFSET), CHUNK_SIZE);
}

static int map_all(uint64_t *ret_base)
{
	for (int i = 0; i < BASE_TRIES; i++) {
		uint32_t choice = (uint32_t)i;
		uint64_t base;

		(void)!getrandom(&choice, sizeof(choice), GRND_NONBLOCK);
		base = BASE_LOW + choice % BASE_SLOTS * BASE_STEP;
		if (!map(base, agent_image_size, 0))
			continue;
		if (map(base + IMAGE_ARENA_OFFSET, sizeof(struct arena), 0) &&
		    map(base + IMAGE_SLOTS_OFFSET, CHUNK_SIZE, MAP_NORESERVE)) {
			*ret_base = base;
			return 0;
		}
		unmap(base);
	}
	return -ENOMEM;
}

/* PF_EXITING, the seventh field after the name, which may have any character. */
static bool is_ending(int tasks, const char *tid)
{
	char path[32], text[512], *at;
	ssize_t length;
	int fd;

	stpcpy(stpcpy(path, tid), "/stat");
	fd = openat(tasks, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT;
	length = read(fd, text, sizeof(text) - 1);
	close(fd);
	if (length <= 0)
		return length < 0 && errno == ESRCH;
	text[length] = '\0';
	at = strrchr(text, ')');
	for (int field = 0; at && field < 7; field++)
		at = strchr(at + 1, ' ');
	return at && strtoul(at, NULL, 10) & TASK_EXITING;
}

/* -EBUSY: another thread is listed that is not ending.  No opendir(), which allocates. */
static int others_end(int tasks)
{
	alignas(struct dirent64) char entries[2048];
	pid_t self = gettid();
	long length;

	if (lseek(tasks, 0, SEEK_SET))
		return -errno;
	while ((length = syscall(SYS_getdents64, tasks, entries, sizeof(entries)))) {
		if (length < 0)
			return -errno;
		for (long at = 0; at < length;) {
			const struct dirent64 *entry = (const void *)(entries + at);
			long tid = strtol(entry->d_name, NULL, 10);

			if (tid && tid != self && !is_ending(tasks, entry->d_name))
				return -EBUSY;
			at += entry->d_reclen;
		}
	}
	return 0;
}

/*
 * Threads that are there already would have no block of the agent's.  One that was joined may be
 * there for a moment yet; and the list ends early where a thread ends that is being listed, so it
 * is the directory's links that tell: two, and one for each thread.  Handlers come here, too.
 */
static int alone(void)
{
	const struct timespec pause = { .tv_nsec = ENDING_NS };
	int tasks = open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC), ret = -EBUSY;
	struct stat directory;

	if (tasks < 0)
		return -errno;
	for (int i = 0; i < ENDING_LOOKS; i++) {
		ret = fstat(tasks, &directory) ? -errno : 0;
		if (ret || directory.st_nlink == 3)
			break;
		ret = others_end(tasks);
		if (ret)
			break;
		ret = -EBUSY;
		nanosleep(&pause, NULL);
	}
	close(tasks);
	return ret;
}

static uint32_t rewrite_after(void)
{
	const char *value = getenv(REWRITE_AFTER_VARIABLE);
	char *end;
	unsigned long number;

	if (!value || !*value)
		return REWRITE_AFTER;
	number = strtoul(value, &end, 10);
	return *end || number > REWRITE_AFTER_MAX ? REWRITE_AFTER : (uint32_t)number;
}

static int start(uint64_t base)
{
	struct image_header *header = (struct image_header *)base;
	struct arena *arena = (struct arena *)(base + IMAGE_ARENA_OFFSET);
	long (*start_here)(void) = (long (*)(void))(base + agent_start_here);

	memcpy((void *)base, agent_image, agent_image_filled);
	*header = (struct image_header){
		.image = base,
		.text = agent_image_data,
		.start_here = agent_start_here,
		.arena = (uint64_t)arena,
		.slots = base + IMAGE_SLOTS_OFFSET,
		.fd = -1,
		.chunks = 1,
		.threads = 1,
		.fsgsbase = !!(getauxval(AT_HWCAP2) & HWCAP2_FSGSBASE),
	};
	*arena = (struct arena){
		.magic = ARENA_MAGIC,
		.version = ARENA_VERSION,
		.control = CONTROL_ALONE | CONTROL_FOLLOW | CONTROL_PRELOADED,
		.rewrite_after = rewrite_after(),
		.size = sizeof(*arena),
	};
	if (mprotect((void *)base, agent_image_data, PROT_READ | PROT_EXEC))
		return -errno;
	return (int)start_here();
}

int engine_start(void)
{
	uint64_t base;
	int ret;

	/* An agent knows the call; -EINVAL: none is here. */
	if (syscall(SYS_prctl, HOOK_PRCTL, HOOK_PLAN, 0, 0, 0) == 0)
		return 0;
	ret = alone();
	if (!ret)
		ret = map_all(&base);
	if (ret)
		return ret;
	ret = start(base);
	if (ret) {
		unmap(base);
		return ret == -EINVAL ? -ENOSYS : ret; /* Syscall User Dispatch's prctl */
	}
	return 0;
}
