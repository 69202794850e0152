/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "launch.h"

#include "clock.h"
#include "raw_syscall.h"
#include "tracee.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/audit.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef PTRACE_O_TRACEEXEC
#define PTRACE_O_TRACEEXEC 0x10
#endif

/* Of a child that shares our memory and only waits and executes. */
#define STACK_SIZE 16384

extern char **environ;

/* As a shell would find it, and strace: what cannot be executed is passed over. */
int launch_find(const char *name, char ret[static PATH_MAX])
{
	const char *at = getenv("PATH");
	struct stat st;

	if (strchr(name, '/')) {
		if (strlen(name) >= PATH_MAX)
			return -ENAMETOOLONG;
		strcpy(ret, name);
		return stat(ret, &st) ? -errno : 0;
	}
	while (at && *at) {
		size_t len = strcspn(at, ":");
		int used =
			snprintf(ret, PATH_MAX, "%.*s%s%s", (int)len, at, len ? "/" : "./", name);

		if (used < PATH_MAX && !stat(ret, &st) && S_ISREG(st.st_mode) && !access(ret, X_OK))
			return 0;
		at += len + (at[len] == ':');
	}
	return -ENOENT;
}

static int become(const struct options *options)
{
	if (!options->user)
		return 0;
	if (initgroups(options->user, options->gid) || setregid(options->gid, options->gid) ||
	    setreuid(options->uid, options->uid))
		return -errno;
	return 0;
}

/* A process that waits to become the command. */
struct brink {
	const struct launch *launch;
	const struct options *options;
	struct preload *preload;
	int go, failed; /* its ends of launch's */
	int tools_go;	/* the tool's end of go, which it has too; or -1 */
};

/*
 * Its exit status, if it does not become the command.  The memory may be the
 * tool's, too, errno with it: what may fail while the tool runs sets none.
 */
static int stand(void *data)
{
	const struct brink *brink = data;
	const struct launch *launch = brink->launch;
	char byte;
	long got;
	int error;

	arch_raw_syscall(SYS_close, brink->tools_go, 0, 0, 0, 0, 0);
	do
		got = arch_raw_syscall(SYS_read, brink->go, (long)&byte, 1, 0, 0, 0);
	while (got == -EINTR);
	if (got != 1) /* the tool cannot trace, and has said why */
		return 1;
	error = become(brink->options);
	if (error) {
		fprintf(stderr, "self_ptrace: cannot become user '%s': %s\n", brink->options->user,
			strerror(-error));
		return 1;
	}
	error = brink->preload ? preload_child(brink->preload) : 0;
	if (error) {
		fprintf(stderr, "self_ptrace: cannot preload: a descriptor to pass: %s\n",
			strerror(-error));
		return 1;
	}
	error = (int)-arch_raw_syscall(SYS_execve, (long)launch->path, (long)launch->argv,
				       (long)launch->envp, 0, 0, 0);
	arch_raw_syscall(SYS_write, brink->failed, (long)&error, sizeof(error), 0, 0, 0);
	return 1;
}

static int wait_for(pid_t pid, int *ret_status)
{
	while (waitpid(pid, ret_status, __WALL) < 0)
		if (errno != EINTR)
			return -errno;
	return 0;
}

static int fork_child(struct launch *launch, const struct options *options, struct preload *preload)
{
	/* For the child, which may have them in common with us, until its exec. */
	static _Alignas(16) char stack[STACK_SIZE];
	static struct brink brink;
	int go[2], failed[2];

	if (pipe2(go, O_CLOEXEC) || pipe2(failed, O_CLOEXEC))
		return -errno;
	brink = (struct brink){ launch, options, preload, go[0], failed[1], go[1] };
	/* No copy of our memory, which would cost more than the rest, if the child needs none. */
	launch->pid = options->user || preload ?
			      fork() :
			      clone(stand, stack + sizeof(stack), CLONE_VM | SIGCHLD, &brink);
	if (launch->pid < 0)
		return -errno;
	if (!launch->pid)
		_exit(stand(&brink));
	close(go[0]);
	close(failed[1]);
	launch->go = go[1];
	launch->failed = failed[0];
	return 0;
}

int launch_exec(const struct options *options)
{
	char path[PATH_MAX], **envp;
	int ret = launch_find(options->command[0], path);

	if (ret) {
		fprintf(stderr, "self_ptrace: Can't stat '%s': %s\n", options->command[0],
			strerror(-ret));
		return 1;
	}
	ret = become(options);
	if (ret) {
		fprintf(stderr, "self_ptrace: cannot become user '%s': %s\n", options->user,
			strerror(-ret));
		return 1;
	}
	if (options_environ(options, environ, &envp))
		return 1;
	execve(path, options->command, envp);
	fprintf(stderr, "self_ptrace: exec: %s\n", strerror(errno));
	return 1;
}

static void wait_whole(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
}

/*
 * -D: this process is to be the command, so that its caller has it as a child; the
 * tool goes on in a grandchild, whose parent is gone before the command begins.
 */
static int fork_tool(struct launch *launch, const struct options *options)
{
	int go[2], failed[2];
	pid_t command = getpid(), middle, tool;
	char byte;

	if (pipe2(go, O_CLOEXEC) || pipe2(failed, O_CLOEXEC))
		return -errno;
	middle = fork();
	if (middle < 0)
		return -errno;
	if (middle) {
		close(go[1]);
		close(failed[0]);
		wait_whole(middle);
		if (read(go[0], &tool, sizeof(tool)) != sizeof(tool))
			_exit(1);
		/* Under Yama only an ancestor could seize us. */
		prctl(PR_SET_PTRACER, tool, 0, 0, 0);
		(void)!write(failed[1], "", 1);
		_exit(stand(&(struct brink){ launch, options, NULL, go[0], failed[1], -1 }));
	}
	tool = fork();
	if (tool)
		_exit(tool < 0);
	close(go[0]);
	close(failed[1]);
	if (options->daemonize == DAEMONIZE_PGROUP)
		setpgid(0, 0);
	else if (options->daemonize == DAEMONIZE_SESSION)
		setsid();
	tool = getpid();
	if (write(go[1], &tool, sizeof(tool)) != sizeof(tool) || read(failed[0], &byte, 1) != 1)
		_exit(1); /* the command was killed */
	launch->pid = command;
	launch->go = go[1];
	launch->failed = failed[0];
	return 0;
}

int launch_start(struct launch *launch, const struct options *options, struct preload *preload)
{
	int ret = launch_find(options->command[0], launch->path), status;

	if (ret) {
		fprintf(stderr, "self_ptrace: Can't stat '%s': %s\n", options->command[0],
			strerror(-ret));
		return 1;
	}
	launch->argv = options->command;
	ret = options_environ(options, environ, &launch->envp);
	if (!ret && preload)
		ret = preload_environ(preload, &launch->envp);
	if (!ret && options->daemonize)
		ret = fork_tool(launch, options);
	else if (!ret)
		ret = fork_child(launch, options, preload);
	if (ret) {
		fprintf(stderr, "self_ptrace: cannot prepare the command: %s\n", strerror(-ret));
		return 1;
	}
	if (preload || !ptrace(PTRACE_SEIZE, launch->pid, 0, tracee_options(options)))
		return 0;
	ret = -errno;
	close(launch->go);
	close(launch->failed);
	if (!options->daemonize)
		wait_for(launch->pid, &status);
	free(launch->envp);
	return ret;
}

static int wait_stopped(struct launch *launch, int *ret_status)
{
	for (;;) {
		int ret = wait_for(launch->pid, ret_status);

		if (ret || !WIFSTOPPED(*ret_status))
			return 1;
		if (*ret_status >> 16 == PTRACE_EVENT_EXEC)
			return 0;
		ptrace(PTRACE_CONT, launch->pid, 0, *ret_status >> 16 ? 0 : WSTOPSIG(*ret_status));
	}
}

int launch_wait(struct launch *launch, bool seized, int *ret_status)
{
	ssize_t got;
	int ret = 0;

	launch->exec_time = clock_stamp();
	launch->error = 0;
	(void)!write(launch->go, "", 1);
	close(launch->go);
	if (seized)
		ret = wait_stopped(launch, ret_status);
	/* Closed by a successful exec: at once the end of the pipe and of the wait. */
	if (!seized || ret) {
		while ((got = read(launch->failed, &launch->error, sizeof(launch->error))) < 0 &&
		       errno == EINTR)
			;
		if (!seized && got > 0)
			ret = wait_for(launch->pid, ret_status) ?: 1;
	}
	close(launch->failed);
	return ret;
}

static void add_string(struct memory *memory, const char *string)
{
	memory_add(memory, (uint64_t)string, string, (uint32_t)strlen(string) + 1,
		   (uint32_t)strlen(string) + 1);
}

static void add_vector(struct memory *memory, char **vector)
{
	uint32_t count = 0;

	while (vector[count])
		count++;
	memory_add(memory, (uint64_t)vector, vector, count * 8, count * 8);
	for (uint32_t i = 0; i < count; i++)
		add_string(memory, vector[i]);
}

void launch_first_call(const struct launch *launch, struct call *ret)
{
	ret->nr = SYS_execve;
	ret->arch = AUDIT_ARCH_X86_64;
	ret->args[0] = (uint64_t)launch->path;
	ret->args[1] = (uint64_t)launch->argv;
	ret->args[2] = (uint64_t)launch->envp;
	add_string(&ret->enter, launch->path);
	add_vector(&ret->enter, launch->argv);
	add_vector(&ret->enter, launch->envp);
}
