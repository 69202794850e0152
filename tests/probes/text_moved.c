/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text moved by mremap after calls were made there, whatever its protection was then, alone and
 * beside threads, with no descriptor free, and under a seccomp filter. */
#include "text.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define RX (PROT_READ | PROT_EXEC)

/* The program's protection, and no part with another one. */
static void check_protection(const uint8_t *text, int protection)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	unsigned long low, high;
	char line[512], what[8];
	int found = 0;

	if (!maps) /* no descriptor is left */
		return;
	while (fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%lx-%lx %7s", &low, &high, what) != 3 ||
		    high <= (uintptr_t)text || low >= (uintptr_t)text + 2 * TEXT_PAGE)
			continue;
		found++;
		CHECK_EQ(what[0] == 'r', !!(protection & PROT_READ));
		CHECK_EQ(what[2] == 'x', !!(protection & PROT_EXEC));
	}
	fclose(maps);
	CHECK_EQ(found, 1);
}

static void move(int before)
{
	uint8_t *text = text_map(2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1), *to;
	uint8_t was[2 * TEXT_PAGE];
	/* Across a line and the pages' border, where nothing is written at once; within a word. */
	const unsigned int places[] = { 0, 63 - 5, 200, TEXT_PAGE - 1 };

	for (unsigned int far = 0; far < 2; far++) {
		CHECK(!mprotect(text, 2 * TEXT_PAGE, PROT_READ | PROT_WRITE));
		memset(text, 0xcc, 2 * TEXT_PAGE);
		for (unsigned int i = 0; i < 4; i++)
			(far ? text_far : text_near)(text + places[i], SYS_getpid);
		memcpy(was, text, sizeof(was));
		CHECK(!mprotect(text, 2 * TEXT_PAGE, RX));
		for (unsigned int i = 0; i < 4; i++)
			text_calls(text + places[i], getpid());
		CHECK(!mprotect(text, 2 * TEXT_PAGE, before));
		to = mmap(NULL, 2 * TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		CHECK(mremap(text, 2 * TEXT_PAGE, 2 * TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED,
			     to) == to);
		text = to;
		check_protection(text, before);
		CHECK(!mprotect(text, 2 * TEXT_PAGE, RX));
		CHECK(!memcmp(was, text, sizeof(was)));
		for (unsigned int i = 0; i < 4; i++)
			text_calls(text + places[i], getpid());
	}
	munmap(text, 2 * TEXT_PAGE);
}

static void all(void)
{
	move(RX);
	move(PROT_EXEC);
	move(PROT_READ);
	move(PROT_NONE);
}

/* getpid is not made any more; what is not known to a program like this one kills. */
static void confine(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 2, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_pwrite64, 1, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_open, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = sizeof(code) / sizeof(code[0]), .filter = code };

	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0));
}

/* Calls were made before the filter, the text is moved after it. */
static void under_filter(void)
{
	uint8_t *text = text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1), *to;

	text_near(text, SYS_getpid);
	text_far(text + 64, SYS_getpid);
	CHECK(!mprotect(text, TEXT_PAGE, RX));
	text_calls(text, getpid());
	text_calls(text + 64, getpid());
	confine();
	to = mmap(NULL, TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mremap(text, TEXT_PAGE, TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to);
	text_calls(to, getpid());
	text_calls(to + 64, getpid());
	CHECK(!mprotect(to, TEXT_PAGE, PROT_READ | PROT_WRITE));
	text_near(to, SYS_getuid);
	CHECK(!mprotect(to, TEXT_PAGE, RX));
	text_calls(to, getuid());
}

static void in_child(void (*what)(void))
{
	pid_t child = fork();

	if (!child) {
		what();
		_exit(0);
	}
	probe_join(child);
}

static void without_descriptors(void)
{
	struct rlimit limit = { 3, 3 };

	CHECK(!setrlimit(RLIMIT_NOFILE, &limit));
	all();
}

/* The limit comes between the calls and the move. */
static void descriptors_run_out(void)
{
	uint8_t *text = text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1), *to;
	struct rlimit limit = { 3, 3 };

	text_near(text, SYS_getpid);
	CHECK(!mprotect(text, TEXT_PAGE, RX));
	text_calls(text, getpid());
	CHECK(!setrlimit(RLIMIT_NOFILE, &limit));
	to = mmap(NULL, TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mremap(text, TEXT_PAGE, TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to);
	text_calls(to, getpid());
}

static void beside_another(void (*what)(void))
{
	text_beside_another();
	what();
}

static void beside_all(void)
{
	beside_another(all);
}

static void beside_under_filter(void)
{
	beside_another(under_filter);
}

static void beside_descriptors_run_out(void)
{
	beside_another(descriptors_run_out);
}

/* The calls are made alone, the move is beside another thread. */
static void thread_comes_later(void)
{
	uint8_t *text = text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1), *to;

	for (unsigned int at = 0; at < 1024; at += 65)
		text_near(text + at, SYS_getpid);
	CHECK(!mprotect(text, TEXT_PAGE, RX));
	for (unsigned int at = 0; at < 1024; at += 65)
		text_calls(text + at, getpid());
	text_beside_another();
	to = mmap(NULL, TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mremap(text, TEXT_PAGE, TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to);
	for (unsigned int at = 0; at < 1024; at += 65)
		text_calls(to + at, getpid());
}

int main(void)
{
	all();
	in_child(under_filter);
	in_child(without_descriptors);
	in_child(descriptors_run_out);
	in_child(thread_comes_later);
	in_child(beside_all);
	in_child(beside_under_filter);
	in_child(beside_descriptors_run_out);
	return probe_ok();
}
