// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The first and only service of a guest of kernel/check.
 *
 * /tests has a line for each program to run: name, seconds that it may take,
 * path, arguments.  The console gets, one a line and each preceded by "@@ ":
 *
 *	boot RELEASE CPUS	we are here
 *	run NAME		what follows is the program's output
 *	end NAME RESULT		RESULT is "exit N", "signal N" or "timeout"
 *	done			all have been run
 *
 * Then the machine is reset, which ends QEMU.
 *
 * Under any other number than 1 it is true(1), which the kernel's own tests run.
 *
 * Where there is a file /host, programs run on the host's files, which QEMU
 * exports read-only under the tag "host", with a /tmp of their own.  Of that,
 * the directory whose name is in /host stays the host's.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void say(const char *what, const char *name, const char *result, int n)
{
	/* A program may have left the line unfinished. */
	printf("\n@@ %s", what);
	if (name)
		printf(" %s", name);
	if (result)
		printf(" %s", result);
	if (n >= 0)
		printf(" %d", n);
	printf("\n");
	fflush(stdout);
}

static void die(const char *what)
{
	say("error", what, strerror(errno), -1);
	reboot(RB_AUTOBOOT);
	for (;;)
		pause();
}

static void mount_at(const char *root, const char *dir, const char *type)
{
	char path[600];

	snprintf(path, sizeof(path), "%s%s", root, dir);
	mkdir(path, 0755);
	if (mount(type, path, type, 0, NULL))
		die(path);
}

static void mount_all(const char *root)
{
	mount_at(root, "/proc", "proc");
	mount_at(root, "/sys", "sysfs");
	mount_at(root, "/dev", "devtmpfs");
	mount_at(root, "/tmp", "tmpfs");
}

static void loopback_up(void)
{
	struct ifreq lo = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || ioctl(fd, SIOCSIFFLAGS, &lo))
		die("lo");
	close(fd);
}

/* dir: below /tmp, where the guest's own hides it. */
static void bind_kept(const char *root, int fd, const char *dir)
{
	char from[64], path[600];
	const char *end = dir;

	do {
		end = strchrnul(end + 1, '/');
		snprintf(path, sizeof(path), "%s%.*s", root, (int)(end - dir), dir);
		mkdir(path, 0755);
	} while (*end);
	snprintf(from, sizeof(from), "/proc/self/fd/%d", fd);
	if (mount(from, path, NULL, MS_BIND, NULL))
		die(path);
}

static void enter_host(FILE *host)
{
	static const char root[] = "/mnt";
	char dir[512], path[600];
	int fd;

	if (!fgets(dir, sizeof(dir), host))
		die("/host");
	dir[strcspn(dir, "\n")] = 0;
	mkdir(root, 0755);
	if (mount("host", root, "9p", MS_RDONLY,
		  "trans=virtio,version=9p2000.L,cache=loose,msize=512000"))
		die("9p");
	snprintf(path, sizeof(path), "%s%s", root, dir);
	fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		die(path);
	mount_all(root);
	mount_at(root, "/dev/pts", "devpts");
	mount_at(root, "/dev/shm", "tmpfs");
	if (!strncmp(dir, "/tmp/", 5))
		bind_kept(root, fd, dir);
	close(fd);
	loopback_up();
	/* Not by chroot() alone: who is in one may not make a user namespace. */
	if (chdir(root) || mount(".", "/", NULL, MS_MOVE, NULL) || chroot(".") || chdir(dir))
		die("the host's root");
	symlink("/proc/self/fd", "/dev/fd");
	symlink("/proc/self/fd/0", "/dev/stdin");
	symlink("/proc/self/fd/1", "/dev/stdout");
	symlink("/proc/self/fd/2", "/dev/stderr");
	chmod("/tmp", 01777);
	setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
}

static void run(const char *name, int seconds, char **argv)
{
	struct timespec deadline, now, left = { .tv_sec = seconds };
	sigset_t chld, old;
	int status, code;
	pid_t pid, ended;

	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	sigprocmask(SIG_BLOCK, &chld, &old);
	clock_gettime(CLOCK_MONOTONIC, &deadline);
	deadline.tv_sec += seconds;

	say("run", name, NULL, -1);
	pid = fork();
	if (pid < 0)
		die("fork");
	if (pid == 0) {
		sigprocmask(SIG_SETMASK, &old, NULL);
		setsid();
		execv(argv[0], argv);
		printf("%s: %s\n", argv[0], strerror(errno));
		fflush(stdout);
		_exit(127);
	}
	for (;;) {
		/* Orphans of the program end here, too. */
		ended = waitpid(-1, &status, WNOHANG);
		if (ended == pid)
			break;
		if (ended > 0)
			continue;
		clock_gettime(CLOCK_MONOTONIC, &now);
		left.tv_sec = deadline.tv_sec - now.tv_sec;
		if (left.tv_sec <= 0)
			break;
		sigtimedwait(&chld, NULL, &left);
	}
	/* Whatever it left behind goes: everything but us. */
	kill(-1, SIGKILL);
	while (waitpid(-1, NULL, 0) > 0 || errno == EINTR)
		;
	sigprocmask(SIG_SETMASK, &old, NULL);

	if (ended != pid) {
		say("end", name, "timeout", -1);
		return;
	}
	code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
	say("end", name, WIFEXITED(status) ? "exit" : "signal", code);
}

int main(void)
{
	char line[4096], *argv[32], *save, *word;
	const struct rlimit no_core = { 0, 0 };
	struct utsname u;
	FILE *tests, *host;
	int argc;

	if (getpid() != 1)
		return 0;
	mount_all("");
	setrlimit(RLIMIT_CORE, &no_core);
	uname(&u);
	printf("\n@@ boot %s %ld\n", u.release, sysconf(_SC_NPROCESSORS_ONLN));
	fflush(stdout);

	tests = fopen("/tests", "re");
	if (!tests)
		die("/tests");
	host = fopen("/host", "re");
	if (host)
		enter_host(host);
	while (fgets(line, sizeof(line), tests)) {
		argc = 0;
		for (word = strtok_r(line, " \n", &save); word && argc < 31;
		     word = strtok_r(NULL, " \n", &save))
			argv[argc++] = word;
		argv[argc] = NULL;
		if (argc >= 3)
			run(argv[0], atoi(argv[1]), argv + 2);
	}
	say("done", NULL, NULL, -1);
	sync();
	reboot(RB_AUTOBOOT);
	for (;;)
		pause();
}
