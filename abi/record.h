/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the agent (inside the traced program) and the tool share: one arena of
 * shared memory per exec'd image, a ring in it per thread, records in a ring.
 *
 * The agent writes, the tool reads.  To the tool every byte in here comes from
 * a hostile process: each length is read once, clamped, then used
 * (tool/ring.c).  To the agent the tool is trusted, but may die at any time.
 *
 * Freestanding C11, compiled into both sides; nothing but fixed-width integers.
 */
#ifndef SELF_PTRACE_ABI_RECORD_H
#define SELF_PTRACE_ABI_RECORD_H

#include "tally.h"

#include <stdint.h>

#define ARENA_MAGIC 0x656361727470u /* "ptrace", little endian */
#define ARENA_VERSION 2u

/*
 * At which of a site's traps it is rewritten.  A rewriting costs as much as some
 * tens of traps: a process that lives shortly is not to pay for many.  One that
 * has trapped often goes on, as a rule: it is rewritten sooner.
 */
#define REWRITE_AFTER 16u
#define REWRITE_SOON 3u
#define REWRITE_OFTEN 64u      /* traps of the process's, of all sites */
#define REWRITE_AFTER_MAX 255u /* struct site.count */
/* In the environment: another number, 0 for never; tests want few. */
#define REWRITE_AFTER_VARIABLE "SELF_PTRACE_REWRITE_AFTER"

#define RING_ALIGN 8u
#define SYSCALL_WORDS 16u /* 1024 system call numbers, 64 to a word */
#define PLAN_CALLS (SYSCALL_WORDS * 64u)

/*
 * Life of a ring: FREE -> (agent) CLAIMED -> (agent) OPEN -> (agent, at the
 * thread's exit, or tool, at its death) CLOSED -> (tool, once drained) FREE.
 */
enum ring_state { RING_FREE, RING_CLAIMED, RING_OPEN, RING_CLOSED };

/* What a thread asks of the tool; it waits on ring.reply until answered. */
enum ring_request {
	REQUEST_NONE,
	REQUEST_EXEC,	     /* seize me, I am about to exec; request_arg: REQUEST_EXEC_
				bits, and from SANDBOX_SHIFT on enum sandbox */
	REQUEST_EXEC_FAILED, /* ... and am still the old one */
	REQUEST_UNSEIZE,     /* another is to trace me: under CONTROL_SIGNALS */
	REQUEST_RELEASE,     /* let go of process request_arg: I am going to trace it */
	REQUEST_MAPS,	     /* look what is mapped, while I am still there: for -k */
	REQUEST_ARM,	     /* have my calls trap: my filter does not let me */
	REQUEST_COPY,	     /* copy in my memory, as struct ring_copy at request_arg says */
	REQUEST_NAME,	     /* find out who I am, before I go on: our numbers differ */
};

/* The mask that the new image inherits shall have SIGSYS in it. */
#define REQUEST_EXEC_SIGSYS 1u
/* Its pid may mean nothing to the tool. */
#define REQUEST_EXEC_NAMESPACED 2u

struct ring_copy {
	uint64_t to, from, bytes;
	uint64_t copied; /* the tool writes */
};

enum ring_reply { REPLY_NONE, REPLY_DONE, REPLY_REFUSED };

struct ring {
	uint32_t state;	     /* enum ring_state; atomic */
	uint32_t pid;	     /* agent, before OPEN: as getpid() gives it, or as the tool told it */
	uint32_t tid;	     /* likewise, gettid() */
	uint32_t namespaced; /* they mean nothing to the tool */
	uint64_t birth;	     /* TSC when the ring was opened */

	/* Agent's side.  head counts the bytes ever published: release store. */
	uint64_t head __attribute__((aligned(64)));
	uint64_t open;	  /* TSC of the record being written now, 0 if none */
	uint32_t request; /* enum ring_request; release store */
	uint32_t waiting; /* 1: the agent sleeps on room */
	uint64_t request_arg;
	uint64_t slot;	     /* where the thread's block is, for a detach */
	uint32_t parked;     /* 1: waits for the reply, its call not begun */
	uint32_t execs;	     /* 1: makes an exec, under CONTROL_PRELOADED; release store */
	uint64_t dropped;    /* records not written, under CONTROL_DROP */
	uint64_t ways[WAYS]; /* calls, under CONTROL_STATS */

	/* Tool's side.  tail counts the bytes ever consumed: release store. */
	uint64_t tail __attribute__((aligned(64)));
	uint32_t room;	/* futex: bumped when tail moved while waiting was set */
	uint32_t reply; /* futex: enum ring_reply */
} __attribute__((aligned(64)));

/* struct arena.control: how the agent shall behave; the tool writes. */
enum control {
	CONTROL_FOLLOW = 1u << 0,      /* -f: children and threads are traced */
	CONTROL_DROP = 1u << 1,	       /* a full ring drops and counts, never waits */
	CONTROL_PASS = 1u << 3,	       /* record nothing any more */
	CONTROL_CAPTURE_ENV = 1u << 4, /* all of argv, strings of envp too (-v) */
	CONTROL_PRELOADED = 1u << 5,   /* the agent was preloaded: nobody is seized for an exec */
	CONTROL_ALONE = 1u << 6,       /* there is no tool, only hooks */
	CONTROL_STATS = 1u << 8,       /* --stats: calls are counted by the way they came */
	CONTROL_STACKS = 1u << 7,      /* -k: each ENTER has registers and stack, as below */
	CONTROL_SIGNALS = 1u << 10,    /* the tool sees those that have no handler */
	CONTROL_FACILITY = 1u << 9,    /* traps by PTRACE_SELF_ON (abi/facility.h) */
};

/* What is done with a call, bits; 0: made, and nothing else. */
enum plan {
	PLAN_RECORD = 1u << 0,
	PLAN_TAMPER = 1u << 1,	/* abi/tamper.h has a rule for it */
	PLAN_HOOK = 1u << 2,	/* shown to hooks first (abi/hook.h) */
	PLAN_COUNT = 1u << 3,	/* in the thread's tallies, and no record */
	PLAN_EMULATE = 1u << 7, /* the agent's own: made by emulate() */
};

struct arena {
	uint64_t magic;
	uint32_t version;
	uint32_t ring_count;	/* rings in this arena */
	uint32_t ring_bytes;	/* data bytes of one ring, a power of two */
	uint32_t control;	/* enum control; atomic */
	uint32_t rewrite_after; /* 0: no site is rewritten */
	uint64_t rings;		/* offset of struct ring[ring_count]: the first in the same page */
	uint64_t data;		/* offset of ring 0's data; ring i: + i * stride */
	uint64_t stride;
	uint64_t size;		/* of the whole arena */
	uint32_t string_limit;	/* -s */
	uint32_t tool_pid;	/* in the tool's pid namespace */
	uint64_t tamper;	/* offset of struct tamper, 0: there are no rules */
	uint64_t tamper_counts; /* offset of struct tamper_counts[ring_count] */

	/*
	 * The tool holds this robust futex for as long as it lives; the kernel
	 * sets FUTEX_OWNER_DIED in it when the tool dies, however it dies.
	 */
	uint32_t owner __attribute__((aligned(64)));

	/* Doorbell: the agent bumps it and wakes the tool where tool_sleeps is set. */
	uint32_t bell __attribute__((aligned(64)));
	uint32_t tool_sleeps;
	uint32_t ring_high;  /* rings [0, ring_high) have been claimed at least once */
	uint32_t ring_freed; /* futex: bumped by the tool when it frees a ring */
	uint32_t coming;     /* children made or being made that have no ring yet */

	uint64_t tallies; /* offset of a ring's struct tallies from its data, 0: none is counted */
	uint64_t second;  /* in stamps */
	struct stats stats;

	/* Counts shown at the end; atomic adds by agents. */
	uint64_t untraced_threads; /* no memory or no ring could be had for them */

	/* By number, enum plan; the agent takes a copy at an image's start.  Numbers of
	 * PLAN_CALLS and more, and calls of the machine's other ABI, go by the last one. */
	uint8_t plan[PLAN_CALLS + 1] __attribute__((aligned(64)));
};

/* Records */

enum record_type {
	RECORD_PAD,    /* nothing up to the ring's end */
	RECORD_BIRTH,  /* first of each ring: struct record_birth */
	RECORD_ENTER,  /* struct record_enter, then pieces */
	RECORD_EXIT,   /* struct record_exit, then pieces */
	RECORD_ABORT,  /* struct record_abort: the call entered last did not take place */
	RECORD_MORE,   /* further pieces of the ENTER or EXIT before it */
	RECORD_SIGNAL, /* struct record_signal: a handler is about to run */
	RECORD_LEAVE,  /* struct record_leave: the thread is traced no more */
};

/* In record.flags: a RECORD_MORE follows that belongs to the same ENTER or EXIT. */
#define RECORD_CONTINUED 1u
/* Likewise, of an EXIT or ABORT: what was done to the call (abi/tamper.h). */
#define RECORD_INJECTED 2u
#define RECORD_POKED 4u
#define RECORD_DELAYED 8u

/* Every record begins with this; size counts it and is a multiple of RING_ALIGN. */
struct record {
	uint32_t size;
	uint16_t type; /* enum record_type */
	uint16_t flags;
	uint64_t time; /* TSC */
};

enum birth_how {
	BIRTH_EXEC,   /* a new image (launch or exec) */
	BIRTH_THREAD, /* clone with CLONE_THREAD */
	BIRTH_FORK,   /* any other child */
	BIRTH_ATTACH, /* -p */
	BIRTH_VFORK,  /* a child whose memory is its parent's, who waits */
	BIRTH_SHARE,  /* ... and does not wait */
};

struct record_birth {
	struct record record;
	uint32_t how; /* enum birth_how */
	uint32_t pid, tid, pad;
};

struct record_enter {
	struct record record;
	uint32_t nr;
	uint32_t arch; /* AUDIT_ARCH_* */
	uint64_t ip;   /* after the call's instruction */
	uint64_t args[6];
};

struct record_exit {
	struct record record;
	int64_t ret; /* as the kernel returned it */
	uint64_t enter_time;
};

enum abort_why {
	ABORT_NOT_BEGUN, /* a signal came before the call: as if never entered */
	ABORT_RESTART,	 /* interrupted by a handler, made again after it */
	ABORT_NO_RETURN, /* exec or exit succeeded: nothing more will come */
};

struct record_abort {
	struct record record;
	uint32_t why; /* enum abort_why */
	uint32_t pad;
};

struct record_signal {
	struct record record;
	uint32_t signo;
	uint32_t pad;
	uint8_t info[128]; /* the kernel's siginfo_t */
};

enum leave_why {
	LEAVE_EXIT, /* exit is about to be made */
	LEAVE_EXIT_GROUP,
	LEAVE_TRACED, /* PTRACE_TRACEME: another tracer takes over */
};

struct record_leave {
	struct record record;
	uint32_t why;	 /* enum leave_why */
	uint32_t status; /* argument of the exit */
};

/*
 * A piece of the program's memory as the call found it (ENTER) or left it
 * (EXIT).  The decoder asks for addresses (tool/memory.h); what was not
 * captured, because it cannot be read or is over a bound, is printed as the
 * bare pointer.  Pieces are padded to RING_ALIGN.
 */
struct piece {
	uint64_t addr;
	uint32_t len;	/* bytes that follow */
	uint32_t total; /* bytes there were: over len where a bound cut it, and for a
			   NULL-terminated vector 8 for each pointer before the NULL */
};

/*
 * Under CONTROL_STACKS two pieces more: at this address, where no program has memory,
 * the registers by their numbers in DWARF, the program counter last; and so much of
 * the stack, in pieces whose addresses have a bit that no address of a program has:
 * what an argument points at is not to be found in them.
 */
#define STACK_MARK (1ull << 63)
#define STACK_REGISTERS 8u
#define STACK_REGISTER_COUNT 17u
#define STACK_LIMIT 65536u

#endif
