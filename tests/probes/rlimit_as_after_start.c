/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A program that limits its own address space to little more than it uses; and those that have
 * inherited a limit: whose child of vfork sets its own, and which may not raise the hard one; and
 * one that may not ask. */
#include <linux/capability.h>
#include <sys/resource.h>

#include "filter.h"

static void child_limits(void)
{
	struct rlimit limit, other;
	pid_t child;

	CHECK(!getrlimit(RLIMIT_AS, &other));
	other.rlim_cur = 1ul << 30;
	child = vfork();
	if (!child)
		_exit(setrlimit(RLIMIT_AS, &other) != 0);
	probe_join(child);
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, 64 << 20);
}

#define HARD (1ul << 30)

static void set_and_get(rlim_t soft, rlim_t hard)
{
	struct rlimit limit = { soft, hard };

	CHECK_EQ(setrlimit(RLIMIT_AS, &limit), 0);
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, soft);
	CHECK_EQ(limit.rlim_max, hard);
}

static void hard_inherited(void)
{
	const struct rlimit more = { HARD / 2, HARD + 4096 }, former = { HARD / 2, HARD };

	set_and_get(HARD / 2, HARD);
	set_and_get(HARD, HARD);
	CHECK_ERRNO(setrlimit(RLIMIT_AS, &more), EPERM);
	set_and_get(HARD / 4, HARD - 4096);
	CHECK_ERRNO(setrlimit(RLIMIT_AS, &former), EPERM);
	set_and_get(HARD / 2, HARD / 2);
	CHECK_ERRNO(setrlimit(RLIMIT_AS, &former), EPERM);
}

/* By a filter, which is no reason to try another way. */
static void refused(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct rlimit limit = { HARD, HARD };

	CHECK(!setrlimit(RLIMIT_AS, &limit));
	filter_install(code, sizeof(code));
	CHECK_EQ(raw_call(SYS_prlimit64, 0, RLIMIT_AS, 0, (long)&limit, 0, 0), -EPERM);
	CHECK_EQ(raw_call(SYS_prlimit64, 0, RLIMIT_AS, (long)&limit, 0, 0, 0), -EPERM);
#ifdef __x86_64__ /* the older ones it lets through */
	for (int i = 0; i < 2; i++) {
		limit.rlim_cur = limit.rlim_max = 0;
		CHECK_EQ(raw_call(SYS_getrlimit, RLIMIT_AS, (long)&limit, 0, 0, 0, 0), 0);
		CHECK_EQ(limit.rlim_cur, HARD >> i);
		CHECK_EQ(limit.rlim_max, HARD);
		limit.rlim_cur /= 2;
		CHECK_EQ(raw_call(SYS_setrlimit, RLIMIT_AS, (long)&limit, 0, 0, 0, 0), 0);
	}
#endif
}

int main(int argc, char **argv)
{
	struct rlimit limit;
	pid_t child;
	char *memory;

	if (argc > 1) {
		(argv[1][0] == 'h' ? hard_inherited : child_limits)();
		return 0;
	}
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		refused();
		_exit(0);
	}
	probe_join(child);
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		/* Who may not do that has not got it either. */
		prctl(PR_CAPBSET_DROP, CAP_SYS_RESOURCE, 0, 0, 0);
		limit = (struct rlimit){ HARD, HARD };
		CHECK(!setrlimit(RLIMIT_AS, &limit));
		execl("/proc/self/exe", argv[0], "hard", NULL);
		_exit(1);
	}
	probe_join(child);
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	limit.rlim_cur = 64 << 20;
	CHECK(!setrlimit(RLIMIT_AS, &limit));
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		execl("/proc/self/exe", argv[0], "child", NULL);
		_exit(1);
	}
	probe_join(child);
	limit.rlim_max = limit.rlim_cur;
	CHECK(!setrlimit(RLIMIT_AS, &limit));
	CHECK(!getrlimit(RLIMIT_AS, &limit));
	CHECK_EQ(limit.rlim_cur, 64 << 20);
	memory = malloc(16 << 20);
	CHECK(memory);
	memset(memory, 1, 16 << 20);
	CHECK(!malloc(100 << 20));
	child = fork();
	CHECK(child >= 0);
	if (!child) {
		execl("/bin/true", "true", NULL);
		_exit(1);
	}
	probe_join(child);
	return probe_ok();
}
