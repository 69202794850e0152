/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A thread held with ptrace for a moment: its registers, its memory, calls made
 * in it.  All functions want the thread stopped, and return 0 or -errno;
 * -ESRCH: it was killed meanwhile.
 */
#ifndef SELF_PTRACE_TOOL_TRACEE_H
#define SELF_PTRACE_TOOL_TRACEE_H

#include "options.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/user.h>

#define TRACEE_CODE_SIZE 32

/* Futex, bumped by handlers: of SIGCHLD, since a thread may have stopped; of fatal signals. */
extern uint32_t tracee_bell;

struct tracee {
	pid_t tid;
	struct user_regs_struct regs; /* as the program has them */
	uint64_t mask;		      /* its signal mask */
	uint64_t code;		      /* where instructions for calls were poked ... */
	long code_was[TRACEE_CODE_SIZE / sizeof(long)]; /* ... over these */
	bool stopped; /* a SIGSTOP came meanwhile, and is sent again */
	bool trapped; /* so did a SIGTRAP, which is queued again: */
	siginfo_t trap;
};

/* What a command's thread, or one that --signals=all keeps, is seized with. */
long tracee_options(const struct options *options);

/* Seizes a thread, with ptrace's options. */
int tracee_seize(pid_t tid, long options);
/* For a handler of SIGCHLD, without which it may wait for ever; async-signal-safe. */
void tracee_reap(void);
/* Seizes and stops a thread, or stops it where it was seized already (*ret_ours). */
int tracee_take(pid_t tid, bool *ret_ours);
/* Lets it go on: as it was seized before, or not. */
void tracee_leave(pid_t tid, bool ours);
/* Stops a seized thread; signals that are on their way in go in first.  -EBUSY: it does not stop.
 */
int tracee_interrupt(pid_t tid);
/* One instruction; *signo: the signal that it had been stopped for, and on return is, or 0. */
int tracee_step(pid_t tid, int *signo);
/* A call has trapped, and the thread not been stopped for its signal yet. */
bool tracee_trap_is_pending(pid_t tid);
/* Stops it, or is content with its being stopped for the signal of a call that trapped,
 * if that is enough. */
int tracee_interrupt_or(pid_t tid, bool (*enough)(void *data, pid_t tid), void *data);

/*
 * Takes registers and mask, holds signals back, and puts instructions for calls
 * where the thread's PC is.  -EOPNOTSUPP: not a 64-bit program.
 */
int tracee_begin(struct tracee *tracee, pid_t tid);
/* The same without the instructions, for tracee_run() alone; and these. */
int tracee_begin_run(struct tracee *tracee, pid_t tid);
int tracee_poke(struct tracee *tracee);
/* One system call in the thread; ret as the kernel returned it. */
int tracee_syscall(struct tracee *tracee, long nr, const uint64_t args[6], int64_t *ret);
/*
 * memfd_create("self_ptrace", flags), *ret_fd as the kernel returned it, and with that for a
 * descriptor (args[4] is not used) mmap, *ret likewise, at once.
 */
int tracee_map_memfd(struct tracee *tracee, unsigned int flags, const uint64_t args[6], int *ret_fd,
		     int64_t *ret);
/* Runs the thread from pc to its next breakpoint; ret: rax there. */
int tracee_run(struct tracee *tracee, uint64_t pc, uint64_t sp, uint64_t arg, int64_t *ret);
/* Puts registers, mask and code back as tracee has them (mask may have been changed). */
int tracee_end(struct tracee *tracee);

/* Every call of the thread's from outside that range traps; it is seized for the while. */
int tracee_dispatch(pid_t tid, uint64_t offset, uint64_t len);

/*
 * The program's registers, as the head of the agent's struct thread (struct
 * regs of arch.h) has them.
 */
struct saved_regs {
	uint64_t r8, r9, r10, r11, r12, r13, r14, r15;
	uint64_t rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip, flags;
};

void regs_save(struct saved_regs *ret, const struct user_regs_struct *regs);
void regs_restore(struct user_regs_struct *ret, const struct saved_regs *saved);
/* Stopped in a call that the kernel is about to make again? */
bool regs_restarting(const struct user_regs_struct *regs);

/* PTRACE_SELF_SET: flags of the kernel's struct ptrace_self_state. */
int tracee_arm(pid_t tid, uint64_t flags);

int tracee_write(pid_t tid, uint64_t addr, const void *bytes, size_t len);
int tracee_read(pid_t tid, uint64_t addr, void *bytes, size_t len);

#endif
