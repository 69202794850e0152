// SPDX-License-Identifier: LGPL-2.1-or-later
/* int80 [WORD]: starts itself by 32-bit calls, from 64-bit code; with a WORD: says it. */
/* build: -static -no-pie */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char self[4096], nowhere[] = "/does/not/exist", empty[] = "";
static char line[] = "bytes\n";
static char words[][8] = { "fork", "vfork", "at", "last" };
static uint32_t argv[3], envp[1];

static long call80(long nr, long b, long c, long d, long s, long di)
{
	long ret;

	__asm__ volatile("int $0x80"
			 : "=a"(ret)
			 : "0"(nr), "b"(b), "c"(c), "d"(d), "S"(s), "D"(di)
			 : "memory", "r8", "r9", "r10", "r11");
	return ret;
}

static uint32_t low(const void *at)
{
	return (uint32_t)(uintptr_t)at;
}

static long start(const char *path, char *word)
{
	argv[0] = low(self);
	argv[1] = low(word);
	return call80(11, low(path), low(argv), low(envp), 0, 0);
}

static void ended(long pid)
{
	int status;

	if (pid < 0 || waitpid((pid_t)pid, &status, 0) != pid)
		printf("no child\n");
	else
		printf("status %d\n", status);
	fflush(stdout);
}

int main(int argc, char **args)
{
	long pid;

	if (argc > 1) {
		printf("by %s\n", args[1]);
		return (int)strlen(args[1]);
	}
	if (readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	if (call80(20, 0, 0, 0, 0, 0) == -ENOSYS) {
		printf("the kernel has no 32-bit calls\n");
		return 77;
	}
	if (start(nowhere, words[0]) != -ENOENT || start(empty, words[0]) != -ENOENT)
		return 2;
	if (call80(4, 1, low(line), 6, 0, 0) != 6)
		return 2;
	pid = call80(2, 0, 0, 0, 0, 0);
	if (!pid) {
		start(self, words[0]);
		_exit(1);
	}
	ended(pid);
	/* The words are put into place before: the child has its parent's stack. */
	argv[0] = low(self);
	argv[1] = low(words[1]);
	__asm__ volatile("int $0x80\n\t"
			 "test %%eax, %%eax\n\t"
			 "jnz 1f\n\t"
			 "mov $11, %%eax\n\t"
			 "int $0x80\n\t"
			 "mov $1, %%ebx\n\t"
			 "mov $1, %%eax\n\t"
			 "int $0x80\n\t"
			 "1:"
			 : "=a"(pid)
			 : "0"(190L), "b"((long)low(self)), "c"((long)low(argv)),
			   "d"((long)low(envp))
			 : "memory", "r8", "r9", "r10", "r11");
	ended(pid);
	pid = call80(120, SIGCHLD, 0, 0, 0, 0);
	if (!pid) {
		argv[1] = low(words[2]);
		call80(358, -100, low(self), low(argv), low(envp), 0);
		call80(252, 1, 0, 0, 0, 0);
	}
	ended(pid);
	start(self, words[3]);
	return 3;
}
