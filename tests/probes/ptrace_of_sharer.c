/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A process stops the one that it shares its memory with, looks at its registers and lets it go,
 * as LeakSanitizer does at a program's end. */
#include "text.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/user.h>

static uint8_t stack[65536];
static pid_t first;
static unsigned int allowed, done;

static int look(void *argument)
{
	struct user_regs_struct regs;
	int status;

	while (!__atomic_load_n(&allowed, __ATOMIC_SEQ_CST))
		sched_yield();
	CHECK(!ptrace(PTRACE_ATTACH, first, NULL, NULL));
	for (;;) {
		CHECK_EQ(waitpid(first, &status, __WALL), first);
		CHECK(WIFSTOPPED(status));
		if (WSTOPSIG(status) == SIGSTOP)
			break;
		CHECK(!ptrace(PTRACE_CONT, first, NULL, WSTOPSIG(status)));
	}
	CHECK(!ptrace(PTRACE_GETREGS, first, NULL, &regs));
	CHECK_EQ(ptrace(PTRACE_PEEKDATA, first, &first, NULL) & 0xffffffff, first);
	CHECK(!ptrace(PTRACE_DETACH, first, NULL, NULL));
	for (int i = 0; i < 20; i++)
		CHECK_EQ(getppid(), first);
	__atomic_store_n(&done, 1, __ATOMIC_SEQ_CST);
	return argument != NULL;
}

int main(void)
{
	first = getpid();
	for (int i = 0; i < 5; i++) {
		int status;
		pid_t child;

		allowed = done = 0;
		child = clone(look, stack + sizeof(stack),
			      CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_UNTRACED, NULL);
		CHECK(child > 0);
		prctl(PR_SET_PTRACER, child, 0, 0, 0); /* where Yama asks for it */
		__atomic_store_n(&allowed, 1, __ATOMIC_SEQ_CST);
		while (!__atomic_load_n(&done, __ATOMIC_SEQ_CST))
			sched_yield();
		for (int j = 0; j < 20; j++)
			CHECK_EQ(raw_call(SYS_getpid, 0, 0, 0, 0, 0, 0), first);
		CHECK_EQ(waitpid(child, &status, __WALL), child);
		CHECK_EQ(status, 0);
	}
	return probe_ok();
}
