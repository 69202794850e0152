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
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
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

static void mount_all(void)
{
	mkdir("/proc", 0755);
	mkdir("/sys", 0755);
	mkdir("/dev", 0755);
	mkdir("/tmp", 01777);
	if (mount("proc", "/proc", "proc", 0, NULL))
		die("mount /proc");
	if (mount("sysfs", "/sys", "sysfs", 0, NULL))
		die("mount /sys");
	if (mount("devtmpfs", "/dev", "devtmpfs", 0, NULL))
		die("mount /dev");
	if (mount("tmpfs", "/tmp", "tmpfs", 0, NULL))
		die("mount /tmp");
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
	char line[512], *argv[32], *save, *word;
	struct utsname u;
	FILE *tests;
	int argc;

	mount_all();
	uname(&u);
	printf("\n@@ boot %s %ld\n", u.release, sysconf(_SC_NPROCESSORS_ONLN));
	fflush(stdout);

	tests = fopen("/tests", "re");
	if (!tests)
		die("/tests");
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
