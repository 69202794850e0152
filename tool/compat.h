/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A 32-bit call of x86 as the decoder wants it: with arguments in the places, and
 * structs in the layouts, that x86_64's call of the same meaning has, as the
 * kernel's own compat layer makes them.
 */
#ifndef SELF_PTRACE_TOOL_COMPAT_H
#define SELF_PTRACE_TOOL_COMPAT_H

#include "call.h"

#include <stdbool.h>
#include <sys/types.h>

/* Whose memory is read, and how much of it; the thread is stopped. */
struct compat_reader {
	pid_t tid;
	uint64_t stack; /* its stack pointer */
	uint32_t string_limit;
	bool environment; /* strings of envp too */
};

/*
 * Beside the command of a call, above its 32 bits: that of a fcntl is one of those
 * with locks of 64 bits; that of a System V call came by the multiplexer.
 */
#define COMPAT_LOCKS64 (UINT64_C(1) << 32)
#define COMPAT_LOCKS64_FIRST 12u /* F_GETLK64, asm-generic/fcntl.h */
#define COMPAT_IPC (UINT64_C(1) << 32)
/* The command of a System V call that has today's structs, not those of libc 5: linux/ipc.h */
#define COMPAT_IPC_64 0x100u

/* From registers to args[] of the call's row: nothing is read of memory. */
void compat_arguments(struct call *call);
/* The same, with what a multiplexer's argument points at, and what the call is given. */
void compat_enter(const struct compat_reader *reader, struct call *call);
/* What the call has left; call->ret is there. */
void compat_exit(const struct compat_reader *reader, struct call *call);
/* The result of a call in 64 bits, as its row has it. */
int64_t compat_result(const struct call *call, int64_t ret);
/*
 * An address of the program: what is in a 64-bit layout here has a bit more, so that
 * it is not taken for the program's bytes beside it.
 */
static inline uint64_t compat_address(uint64_t addr)
{
	return (uint32_t)addr;
}

#endif
