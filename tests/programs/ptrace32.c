// SPDX-License-Identifier: LGPL-2.1-or-later
/* A 32-bit program that traces its child with each request of ptrace. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <elf.h>
#include <linux/ptrace.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define call(...) ((void)!syscall(__VA_ARGS__))
#define PTRACE 26

static long words[512] = { 0x12345678, 0x9abcdef0 };

static void nothing(int signo)
{
	(void)signo;
}

int main(void)
{
	long bad = (long)mmap(0, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct iovec set = { words, sizeof(words) };
	unsigned long long mask = 0;
	long chld = 1 << (SIGCHLD - 1);
	int status, ready[2];
	pid_t pid;
	char byte;

	alarm(20);
	if (pipe(ready))
		return 1;
	call(SYS_sigprocmask, SIG_BLOCK, &chld,
	     0); /* whether it comes before a wait's end is chance */
	pid = fork();
	if (!pid) {
		signal(SIGUSR2, nothing);
		call(SYS_write, ready[1], "x", 1);
		for (;;)
			pause();
	}
	call(SYS_read, ready[0], &byte, 1);
	call(PTRACE, PTRACE_SEIZE, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC);
	call(PTRACE, PTRACE_INTERRUPT, pid, 0, 0);
	waitpid(pid, &status, __WALL);
	call(PTRACE, PTRACE_SETOPTIONS, pid, 0, PTRACE_O_EXITKILL | 0x40000000);
	call(PTRACE, PTRACE_SETOPTIONS, pid, 0, PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD);
	call(PTRACE, PTRACE_PEEKDATA, pid, words, words + 2);
	call(PTRACE, PTRACE_PEEKTEXT, pid, words + 1, words + 2);
	call(PTRACE, PTRACE_PEEKTEXT, pid, bad + 4, 0);
	call(PTRACE, PTRACE_PEEKDATA, pid, 8, words + 2);
	call(PTRACE, PTRACE_PEEKDATA, pid, words, bad);
	call(PTRACE, PTRACE_PEEKUSR, pid, 44, words + 2); /* orig_eax */
	call(PTRACE, PTRACE_PEEKUSR, pid, 252, words + 2);
	call(PTRACE, PTRACE_PEEKUSR, pid, 45, words + 2);
	call(PTRACE, PTRACE_PEEKUSR, pid, 44, 0);
	call(PTRACE, PTRACE_POKEUSR, pid, 252, 0);
	call(PTRACE, PTRACE_POKEDATA, pid, words + 8, 0xabcdef);
	call(PTRACE, PTRACE_GETREGS, pid, 0, words);
	call(PTRACE, PTRACE_SETREGS, pid, 0, words);
	call(PTRACE, PTRACE_GETREGS, pid, 0, 0);
	call(PTRACE, PTRACE_SETREGS, pid, 0, bad);
	call(PTRACE, PTRACE_GETFPREGS, pid, 0, words);
	call(PTRACE, PTRACE_SETFPREGS, pid, 0, words);
	call(PTRACE, 18, pid, 0, words); /* PTRACE_GETFPXREGS */
	call(PTRACE, 19, pid, 0, words);
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRSTATUS, &set);
	call(PTRACE, PTRACE_SETREGSET, pid, NT_PRSTATUS, &set);
	set.iov_len = 20;
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRSTATUS, &set);
	call(PTRACE, PTRACE_SETREGSET, pid, NT_PRSTATUS, &set);
	set.iov_len = 22;
	call(PTRACE, PTRACE_SETREGSET, pid, NT_PRSTATUS, &set);
	set.iov_len = sizeof(words);
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRFPREG, &set);
	call(PTRACE, PTRACE_GETREGSET, pid, 0x12345, &set);
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRSTATUS, 0);
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRSTATUS, bad);
	set.iov_base = (void *)bad;
	call(PTRACE, PTRACE_GETREGSET, pid, NT_PRSTATUS, &set);
	call(PTRACE, PTRACE_SETREGSET, pid, NT_PRSTATUS, &set);
	call(PTRACE, PTRACE_GETSIGMASK, pid, 8, &mask);
	mask |= 1 << (SIGUSR1 - 1);
	call(PTRACE, PTRACE_SETSIGMASK, pid, 8, &mask);
	call(PTRACE, PTRACE_GETSIGMASK, pid, 4, &mask);
	call(PTRACE, PTRACE_GETSIGMASK, pid, 8, bad);
	call(PTRACE, PTRACE_GETEVENTMSG, pid, 0, words);
	call(PTRACE, PTRACE_GETEVENTMSG, pid, 0, bad);
	call(PTRACE, 25, pid, 12, words); /* PTRACE_GET_THREAD_AREA */
	call(PTRACE, 25, pid, 1, words);
	call(PTRACE, 26, pid, 12, words); /* PTRACE_SET_THREAD_AREA */
	call(PTRACE, PTRACE_GETSIGINFO, pid, 0, words);
	call(PTRACE, PTRACE_GETSIGINFO, pid, 0, bad);
	call(PTRACE, PTRACE_GET_SYSCALL_INFO, pid, sizeof(words), words);
	call(PTRACE, PTRACE_GET_SYSCALL_INFO, pid, 20, words);
	call(PTRACE, PTRACE_SECCOMP_GET_FILTER, pid, 0, 0);
	call(PTRACE, PTRACE_SECCOMP_GET_FILTER, pid, 0, words);
	words[0] = words[1] = words[2] = 0;
	call(PTRACE, PTRACE_SECCOMP_GET_METADATA, pid, 16, words);
	call(PTRACE, PTRACE_GET_RSEQ_CONFIGURATION, pid, 24, words);
	call(PTRACE, PTRACE_PEEKSIGINFO, pid, words, words + 8);
	call(PTRACE, PTRACE_SYSCALL, pid, 0, 0);
	waitpid(pid, &status, __WALL);
	call(PTRACE, PTRACE_GET_SYSCALL_INFO, pid, sizeof(words), words);
	call(PTRACE, PTRACE_GETSIGINFO, pid, 0, words);
	call(PTRACE, PTRACE_SYSCALL, pid, 0, 0);
	kill(pid, SIGUSR2);
	waitpid(pid, &status, __WALL);
	call(PTRACE, PTRACE_GET_SYSCALL_INFO, pid, sizeof(words), words);
	call(PTRACE, PTRACE_SYSCALL, pid, 0, 0);
	waitpid(pid, &status, __WALL);
	call(PTRACE, PTRACE_GETSIGINFO, pid, 0, words);
	call(PTRACE, PTRACE_SETSIGINFO, pid, 0, words);
	kill(pid, SIGUSR1); /* which it blocks */
	call(PTRACE, PTRACE_PEEKSIGINFO, pid, (long[]){ 0, 0, 1, 2 }, words);
	call(PTRACE, PTRACE_PEEKSIGINFO, pid, (long[]){ 0, 0, 0, 2 }, words);
	call(PTRACE, PTRACE_PEEKSIGINFO, pid, (long[]){ 0, 0, 0, 2 }, bad);
	call(PTRACE, PTRACE_PEEKSIGINFO, pid, bad, words);
	call(PTRACE, PTRACE_SINGLESTEP, pid, 0, SIGUSR2);
	waitpid(pid, &status, __WALL);
	call(PTRACE, PTRACE_GETSIGINFO, pid, 0, words);
	call(PTRACE, PTRACE_LISTEN, pid, 0, 0);
	call(PTRACE, PTRACE_DETACH, pid, 0, 0);
	kill(pid, SIGKILL);
	waitpid(pid, &status, __WALL);
	_exit(8);
}
