/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whatever a program does with memory that it has not mapped itself, it lives on: what
 * carries a tracer's name in its maps, which natively nothing does.
 */
#include "probe.h"

struct range {
	unsigned long from, to;
};

static int find(struct range *ranges, int most)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	char line[512];
	int count = 0;

	CHECK(maps);
	while (fgets(line, sizeof(line), maps))
		if (strstr(line, "self_ptrace") && !strstr(line, "/self_ptrace") && count < most &&
		    sscanf(line, "%lx-%lx", &ranges[count].from, &ranges[count].to) == 2)
			count++;
	fclose(maps);
	return count;
}

static void lives(void)
{
	pid_t pid;

	for (int i = 0; i < 5; i++)
		CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
	pid = fork();
	if (!pid)
		_exit(0);
	probe_join(pid);
}

int main(void)
{
	struct range ranges[32];
	char *mine = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int count = find(ranges, 32);

	CHECK(mine != MAP_FAILED);
	for (int i = 0; i < count; i++) {
		void *at = (void *)ranges[i].from, *last = (void *)(ranges[i].to - 4096);
		size_t size = ranges[i].to - ranges[i].from;

		CHECK_ERRNO(mprotect(at, size, PROT_NONE), ENOMEM);
		CHECK_ERRNO(mprotect(last, 8192, PROT_NONE), ENOMEM);
		CHECK_ERRNO(madvise(at, size, MADV_DONTNEED), ENOMEM);
		CHECK_ERRNO(mremap(at, size, 4096, 0), EFAULT);
		CHECK_ERRNO(mremap(mine, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, last), ENOMEM);
		CHECK_ERRNO(
			mmap(last, 8192, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0),
			ENOMEM);
		CHECK_ERRNO(munmap(at, 0), EINVAL);
		CHECK_EQ(munmap(at, size), 0);
		lives();
	}
	CHECK_EQ(find(ranges, 32), count);
	/* What is the program's own is changed as it says. */
	CHECK(!mprotect(mine, 4096, PROT_NONE));
	CHECK(!madvise(mine + 4096, 4096, MADV_DONTNEED));
	CHECK(mmap(mine, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == mine);
	CHECK_EQ(mine[0] + mine[4096], 0);
	return probe_ok();
}
