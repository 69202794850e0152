// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * text [SECONDS]: eight threads run calls in text that others unmap, map anew
 * with other calls in it, change in place, move, protect and fork meanwhile; calls stand at all
 * alignments, across lines and pages.  Each result is checked.
 */
/* build: -pthread */
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define THREADS 8
#define REGIONS 5
#define PAGES 3
#define PAGE 4096
#define SITES 32
#define RUNS_MIN 20 /* however long they take */

/* Two forms: the number loaded right before the call, and further up. */
static const uint8_t form_mov[] = { 0xb8, 0, 0, 0, 0, 0x0f, 0x05, 0xc3 };
static const uint8_t form_far[] = { 0xb8, 0,	0,    0,    0,	  0x90, 0x0f, 0x05,
				    0x48, 0x3d, 0x01, 0xf0, 0xff, 0xff, 0xc3 };
static const int numbers[] = { SYS_getppid, SYS_gettid, SYS_getpid, SYS_getuid, 500 };

struct region {
	pthread_rwlock_t lock;
	int file; /* -1: anonymous */
	int shared;
	uint8_t *text;
	int protection;
	struct {
		unsigned int at;
		int nr;
	} sites[SITES];
};

static struct region regions[REGIONS];
static atomic_int stop, wrong;
static atomic_long runs;

static void fill(struct region *region, uint8_t *text, unsigned int *seed)
{
	unsigned int at = rand_r(seed) % 8;

	memset(text, 0xcc, PAGES * PAGE);
	for (int i = 0; i < SITES; i++) {
		int far = rand_r(seed) % 2, nr = numbers[rand_r(seed) % 5];
		size_t size = far ? sizeof(form_far) : sizeof(form_mov);

		/* Some across a page's end, some across a line's, the rest anywhere. */
		if (i % 8 == 3)
			at = (at + 6 + PAGE) / PAGE * PAGE - 1 - rand_r(seed) % 7;
		else if (i % 3 == 1)
			at = (at + 6 + 64) / 64 * 64 - 1 - rand_r(seed) % 7;
		if (at + size > PAGES * PAGE) { /* no room: the last one again */
			region->sites[i] = region->sites[i - 1];
			continue;
		}
		memcpy(text + at, far ? form_far : form_mov, size);
		memcpy(text + at + 1, &nr, sizeof(nr));
		region->sites[i].at = at;
		region->sites[i].nr = nr;
		at += (unsigned int)size + rand_r(seed) % 200;
	}
}

/* Fresh text at the region's place. */
static void map(struct region *region, unsigned int *seed)
{
	static const int protection[] = { PROT_READ | PROT_EXEC, PROT_EXEC };
	uint8_t bytes[PAGES * PAGE];
	int flags = (region->shared ? MAP_SHARED : MAP_PRIVATE) | MAP_FIXED |
		    (region->file < 0 ? MAP_ANONYMOUS : 0);

	fill(region, bytes, seed);
	if (region->file >= 0 && pwrite(region->file, bytes, sizeof(bytes), 0) != sizeof(bytes))
		abort();
	if (mmap(region->text, sizeof(bytes), PROT_READ | PROT_WRITE, flags, region->file, 0) !=
	    region->text)
		abort();
	if (region->file < 0)
		memcpy(region->text, bytes, sizeof(bytes));
	region->protection = protection[rand_r(seed) % 2];
	if (mprotect(region->text, sizeof(bytes), region->protection))
		abort();
}

/* Whatever was done to its text, each page is protected as the program said. */
static int protection_kept(const struct region *region)
{
	uint64_t text = (uint64_t)region->text, low, high;
	FILE *maps = fopen("/proc/self/maps", "re");
	char line[512], what[8];
	int kept = 1;

	while (maps && fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%lx-%lx %7s", &low, &high, what) != 3 || high <= text ||
		    low >= text + PAGES * PAGE)
			continue;
		if ((what[0] == 'r') != !!(region->protection & PROT_READ) || what[1] != '-' ||
		    what[2] != 'x') {
			dprintf(2, "text: %s", line);
			kept = 0;
		}
	}
	if (maps)
		fclose(maps);
	return kept;
}

/* Other numbers in the calls that are there, all else staying. */
static void change_in_place(struct region *region, unsigned int *seed)
{
	int execute = rand_r(seed) % 2 ? PROT_EXEC : 0;

	if (mprotect(region->text, PAGES * PAGE, PROT_READ | PROT_WRITE | execute))
		abort();
	for (int i = 0; i < SITES; i++) {
		uint8_t *at = region->text + region->sites[i].at;
		int nr = numbers[rand_r(seed) % 5];

		if (at[0] != form_mov[0] || memcmp(at + 1, &region->sites[i].nr, sizeof(nr))) {
			dprintf(2, "text: %p is not what was written there\n", (void *)at);
			wrong = 1;
		}
		memcpy(at + 1, &nr, sizeof(nr));
		for (int j = 0; j < SITES; j++)
			if (region->sites[j].at == region->sites[i].at)
				region->sites[j].nr = nr;
	}
	if (mprotect(region->text, PAGES * PAGE, region->protection))
		abort();
}

static void change(struct region *region, unsigned int *seed)
{
	uint8_t *to;

	if (!protection_kept(region))
		wrong = 1;
	switch (rand_r(seed) % 5) {
	case 0:
		munmap(region->text, PAGES * PAGE); /* another may map here before we do */
		region->text =
			mmap(NULL, PAGES * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		map(region, seed);
		break;
	case 1: /* over what is there */
		map(region, seed);
		break;
	case 2: /* away, and it goes on there */
		to = mmap(NULL, PAGES * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (mremap(region->text, PAGES * PAGE, PAGES * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
			   to) != to)
			abort();
		region->text = to;
		break;
	case 3:
		change_in_place(region, seed);
		break;
	default:
		mprotect(region->text, PAGES * PAGE, PROT_NONE);
		mprotect(region->text, PAGES * PAGE, region->protection);
		break;
	}
}

static long expected(int nr)
{
	switch (nr) {
	case SYS_getppid:
		return getppid();
	case SYS_gettid:
		return gettid();
	case SYS_getpid:
		return getpid();
	case SYS_getuid:
		return getuid();
	default:
		return -38; /* ENOSYS */
	}
}

static int run(const struct region *region, unsigned int *seed)
{
	for (int i = 0; i < 200; i++) {
		int site = (int)(rand_r(seed) % SITES);
		long want = expected(region->sites[site].nr), got = 0;
		void *at = region->text + region->sites[site].at;

		for (int j = 0; j < 5; j++) {
			__asm__ volatile("call *%1"
					 : "=&a"(got)
					 : "r"(at)
					 : "rcx", "r11", "memory", "cc");
			if (got != want) {
				dprintf(2, "text: call %d at %p: %ld instead of %ld\n",
					region->sites[site].nr, at, got, want);
				return 1;
			}
		}
	}
	atomic_fetch_add(&runs, 1);
	return 0;
}

static int forked(struct region *region, unsigned int *seed)
{
	pid_t child = fork();
	int status;

	if (!child) {
		for (int i = 0; i < 3; i++)
			if (run(region, seed))
				_exit(1);
		_exit(0);
	}
	return waitpid(child, &status, 0) != child || status;
}

static void *thread(void *argument)
{
	unsigned int seed = (unsigned int)(uintptr_t)argument;

	while (!stop && !wrong) {
		struct region *region = &regions[rand_r(&seed) % REGIONS];
		unsigned int what = rand_r(&seed) % 64;

		if (what < 8) {
			pthread_rwlock_wrlock(&region->lock);
			change(region, &seed);
			pthread_rwlock_unlock(&region->lock);
			continue;
		}
		pthread_rwlock_rdlock(&region->lock);
		if (what == 63 ? forked(region, &seed) : run(region, &seed))
			wrong = 1;
		pthread_rwlock_unlock(&region->lock);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	struct timespec begin, now;
	pthread_t threads[THREADS];
	unsigned int seed = argc > 2 ? (unsigned int)atoi(argv[2]) : (unsigned int)time(NULL);
	int seconds = argc > 1 ? atoi(argv[1]) : 3;

	for (int i = 0; i < REGIONS; i++) {
		regions[i].file = i < 3 ? memfd_create("text", 0) : -1;
		regions[i].shared = i == 0;
		regions[i].text =
			mmap(NULL, PAGES * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		pthread_rwlock_init(&regions[i].lock, NULL);
		if (regions[i].file >= 0 && ftruncate(regions[i].file, PAGES * PAGE))
			return 2;
		map(&regions[i], &seed);
	}
	for (uintptr_t i = 0; i < THREADS; i++)
		pthread_create(&threads[i], NULL, thread, (void *)(i + seed));
	clock_gettime(CLOCK_MONOTONIC, &begin);
	do {
		usleep(50000);
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (!wrong && (now.tv_sec - begin.tv_sec < seconds || runs < RUNS_MIN));
	stop = 1;
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	puts(wrong ? "wrong" : "right");
	return wrong;
}
