/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Users change, capabilities are dropped, no_new_privs is set, another root without /proc is
 * entered: by processes that go on, make children and threads, handle signals and start programs.
 */
#include "probe.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#define NOBODY 65534u

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

static void *thread(void *data)
{
	CHECK_EQ(syscall(SYS_getpid), getpid());
	raise(SIGUSR1);
	return data;
}

/* What any process does, by sites that trap and by such that do no more. */
static void lives(bool starts, uid_t uid)
{
	char *argv[] = { "true", NULL };
	pthread_t other;
	pid_t pid;

	hits = 0;
	signal(SIGUSR1, handler);
	for (int i = 0; i < 6; i++) {
		CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
		CHECK_EQ(geteuid(), uid);
	}
	raise(SIGUSR1);
	CHECK_EQ(hits, 1);
	CHECK(!pthread_create(&other, NULL, thread, NULL));
	CHECK(!pthread_join(other, NULL));
	CHECK_EQ(hits, 2);
	pid = fork();
	if (!pid) {
		raise(SIGUSR1);
		_exit(hits);
	}
	CHECK_EQ(probe_wait(pid), 3 << 8);
	pid = vfork();
	if (!pid) {
		if (starts)
			execv("/bin/true", argv);
		_exit(0);
	}
	probe_join(pid);
}

static void drop_capabilities(void)
{
	struct __user_cap_header_struct head = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct data[2] = { 0 };

	for (int cap = 0; !prctl(PR_CAPBSET_DROP, cap, 0, 0, 0); cap++)
		;
	CHECK(!syscall(SYS_capset, &head, data));
	memset(data, 0xff, sizeof(data));
	CHECK(!syscall(SYS_capget, &head, data));
	CHECK_EQ(data[0].permitted | data[0].effective | data[1].permitted, 0);
	CHECK_ERRNO(setgid(NOBODY), EPERM);
}

static void without_privileges(void)
{
	uid_t real, effective, saved;

	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK_EQ(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0), 1);
	CHECK(!getresuid(&real, &effective, &saved));
	CHECK_EQ(real, effective);
}

static void as_nobody(void)
{
	uid_t real, effective, saved;

	CHECK(!setresgid(NOBODY, NOBODY, NOBODY));
	CHECK(!setresuid(NOBODY, NOBODY, NOBODY));
	CHECK(!getresuid(&real, &effective, &saved));
	CHECK_EQ(real, NOBODY);
	CHECK_EQ(saved, NOBODY);
	CHECK_ERRNO(setuid(0), EPERM);
	/* What the kernel does at a change of users, and nothing undoes for the agent's sake. */
	CHECK_EQ(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
	CHECK_ERRNO(open("/proc/self/mem", O_RDWR), EACCES);
}

static char root[] = "/tmp/probe-XXXXXX";

static void elsewhere(void)
{
	CHECK(!chroot(root));
	CHECK(!chdir("/"));
	CHECK_ERRNO(open("/proc/self/mem", O_RDWR), ENOENT);
	CHECK_ERRNO(open("/bin/true", O_RDONLY), ENOENT);
}

static void child(void (*change)(void), bool starts, uid_t uid)
{
	pid_t pid = fork();

	if (!pid) {
		change();
		lives(starts, uid);
		_exit(0);
	}
	probe_join(pid);
}

int main(void)
{
	uid_t uid = geteuid();

	child(without_privileges, true, uid);
	if (uid)
		return probe_ok();
	child(drop_capabilities, true, 0);
	child(as_nobody, true, NOBODY);
	CHECK(mkdtemp(root));
	child(elsewhere, false, 0);
	CHECK(!rmdir(root));
	return probe_ok();
}
