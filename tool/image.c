/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "image.h"

#include "agent/image.h"
#include "agent_image.h"

#include <errno.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#ifndef HWCAP2_FSGSBASE
#define HWCAP2_FSGSBASE (1 << 1)
#endif

/*
 * Where the agent goes: below where a program's own mappings grow down from,
 * in a range that sanitizers take for the application's as well.
 */
#define BASE_LOW 0x7e8000000000ul
#define BASE_SLOTS 64u
#define BASE_STEP (4ul << 30)

const char image_memfd_name[16] = "self_ptrace";

uint64_t image_base(uint32_t attempt)
{
	uint32_t choice;

	if (getrandom(&choice, sizeof(choice), GRND_NONBLOCK) != sizeof(choice))
		choice = attempt;
	return BASE_LOW + choice % BASE_SLOTS * BASE_STEP;
}

/* Nothing else is likely to be executable just there. */
bool image_is_in(pid_t pid)
{
	char path[64], line[256], execute;
	unsigned long at;
	bool found = false;
	FILE *maps;

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	maps = fopen(path, "re");
	while (maps && !found && fgets(line, sizeof(line), maps))
		found = sscanf(line, "%lx-%*x %*c%*c%c", &at, &execute) == 2 && execute == 'x' &&
			at >= BASE_LOW && at < BASE_LOW + BASE_SLOTS * BASE_STEP &&
			(at - BASE_LOW) % BASE_STEP == 0;
	if (maps)
		fclose(maps);
	return found;
}

/* A program with little address space gets few and small rings; so do all if files may not be
 * large. */
static struct arena_config config_for(const struct arena_config *config, pid_t pid)
{
	struct arena_config fitted = *config;
	struct rlimit limit;

	if (!getrlimit(RLIMIT_FSIZE, &limit) && limit.rlim_cur != RLIM_INFINITY)
		while (fitted.ring_count > 1 &&
		       agent_image_data + arena_size(&fitted) > limit.rlim_cur)
			fitted.ring_count /= 2;

	if (!prlimit(pid, RLIMIT_AS, NULL, &limit) && limit.rlim_cur != RLIM_INFINITY)
		while (fitted.ring_count > 16 && arena_size(&fitted) > limit.rlim_cur / 64)
			fitted.ring_count /= 2;
	return fitted;
}

/* Shared memory is a file to the kernel. */
static bool file_size_raise(struct rlimit *ret_former)
{
	struct rlimit raised = { RLIM_INFINITY, RLIM_INFINITY };

	if (getrlimit(RLIMIT_FSIZE, ret_former) || ret_former->rlim_cur == RLIM_INFINITY)
		return false;
	if (!setrlimit(RLIMIT_FSIZE, &raised)) /* for the privileged */
		return true;
	raised = (struct rlimit){ ret_former->rlim_max, ret_former->rlim_max };
	return !setrlimit(RLIMIT_FSIZE, &raised);
}

int image_open(int fd, const struct arena_config *config, pid_t pid, struct arena_view **ret_view)
{
	struct arena_config fitted;
	struct rlimit former;
	bool raised = file_size_raise(&former);
	int ret;

	fitted = config_for(config, pid);
	ret = ftruncate(fd, (off_t)(agent_image_data + arena_size(&fitted))) ? -errno : 0;
	if (raised)
		setrlimit(RLIMIT_FSIZE, &former);
	return ret ? ret : arena_open(fd, agent_image_data, &fitted, ret_view);
}

/* Its own, and that of children to come, which is nobody's yet if it cannot be seen. */
static bool same_pid_namespace(pid_t pid)
{
	char path[64];
	struct stat ours, its, next;

	if (stat("/proc/self/ns/pid", &ours))
		return true;
	snprintf(path, sizeof(path), "/proc/%d/ns/pid", pid);
	if (stat(path, &its))
		return true;
	snprintf(path, sizeof(path), "/proc/%d/ns/pid_for_children", pid);
	return ours.st_ino == its.st_ino && !stat(path, &next) && ours.st_ino == next.st_ino;
}

int image_write(int fd, const struct image_use *use)
{
	uint64_t chunks = (use->threads + SLOTS_PER_CHUNK - 1) / SLOTS_PER_CHUNK;
	uint64_t slots = use->base + IMAGE_SLOTS_OFFSET;
	const struct image_header header = {
		.maps = {
			{ use->base + agent_image_data, agent_image_size - agent_image_data,
			  PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0 },
			{ use->base + IMAGE_ARENA_OFFSET, use->arena_bytes, PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_FIXED_NOREPLACE, use->fd, agent_image_data },
			{ slots, chunks * SLOTS_PER_CHUNK * SLOT_SIZE, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1,
			  0 },
		},
		.image = use->base,
		.text = agent_image_data,
		.start_here = agent_start_here,
		.arena = use->base + IMAGE_ARENA_OFFSET,
		.slots = slots,
		.fd = use->fd,
		.chunks = (uint32_t)chunks,
		.threads = (uint32_t)use->threads,
		.how = use->how,
		.blocks_sigsys = use->blocks_sigsys,
		.sandbox = use->sandbox,
		.pid = (uint32_t)use->pid,
		.tid = (uint32_t)use->tid,
		.namespaced = use->namespaced && !same_pid_namespace(use->pid),
		.fsgsbase = !!(getauxval(AT_HWCAP2) & HWCAP2_FSGSBASE),
	};

	struct rlimit former;
	bool raised = file_size_raise(&former);
	int ret = 0;

	if (pwrite(fd, agent_image, agent_image_filled, 0) != (ssize_t)agent_image_filled ||
	    pwrite(fd, &header, sizeof(header), 0) != (ssize_t)sizeof(header))
		ret = errno ? -errno : -EIO;
	if (raised)
		setrlimit(RLIMIT_FSIZE, &former);
	return ret;
}
