/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the program's seccomp filters say of the agent's own calls, found out by
 * running them: a call that is not simply allowed may be the program's death,
 * or be told to its supervisor.  Called when a filter is about to be installed
 * (emulate.c), signals deferred; nothing of it is kept but the bits.
 */
#include "agent.h"

#include <asm/prctl.h>
#include <linux/bpf_common.h>
#include <linux/fcntl.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <linux/memfd.h>
#include <linux/mman.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>

#ifndef SECCOMP_RET_ACTION_FULL
#define SECCOMP_RET_ACTION_FULL 0xffff0000u
#endif

struct fprog { /* struct sock_fprog */
	uint16_t len;
	uint64_t code;
};

static uint32_t load(const struct seccomp_data *data, uint32_t at)
{
	return at <= sizeof(*data) - 4 ? ((const uint32_t *)data)[at / 4] : 0;
}

static uint32_t compute(uint16_t op, uint32_t a, uint32_t b)
{
	switch (op) {
	case BPF_ADD:
		return a + b;
	case BPF_SUB:
		return a - b;
	case BPF_MUL:
		return a * b;
	case BPF_DIV:
		return b ? a / b : 0;
	case BPF_AND:
		return a & b;
	case BPF_OR:
		return a | b;
	case BPF_XOR:
		return a ^ b;
	case BPF_LSH:
		return b < 32 ? a << b : 0;
	case BPF_RSH:
		return b < 32 ? a >> b : 0;
	default: /* BPF_NEG */
		return -a;
	}
}

static bool compare(uint16_t op, uint32_t a, uint32_t b)
{
	switch (op) {
	case BPF_JEQ:
		return a == b;
	case BPF_JGT:
		return a > b;
	case BPF_JGE:
		return a >= b;
	default: /* BPF_JSET */
		return a & b;
	}
}

/* What the filter returns for the call; what the kernel would not take as a filter: death. */
static uint32_t filter_run(struct thread *thread, const struct fprog *program,
			   const struct seccomp_data *data)
{
	uint32_t a = 0, x = 0, memory[BPF_MEMWORDS] = { 0 };

	/* Jumps go forward only. */
	for (uint32_t pc = 0; pc < program->len && pc < BPF_MAXINSNS; pc++) {
		struct sock_filter code;
		uint32_t operand;

		if (!copy_in(thread, &code, program->code + pc * sizeof(code), sizeof(code)))
			break;
		operand = BPF_SRC(code.code) == BPF_X ? x : code.k;
		switch (BPF_CLASS(code.code)) {
		case BPF_LD:
		case BPF_LDX: {
			uint32_t value = code.k; /* BPF_IMM */

			if (BPF_MODE(code.code) == BPF_ABS)
				value = load(data, code.k);
			else if (BPF_MODE(code.code) == BPF_LEN)
				value = sizeof(*data);
			else if (BPF_MODE(code.code) == BPF_MEM)
				value = memory[code.k % BPF_MEMWORDS];
			if (BPF_CLASS(code.code) == BPF_LD)
				a = value;
			else
				x = value;
			break;
		}
		case BPF_ST:
			memory[code.k % BPF_MEMWORDS] = a;
			break;
		case BPF_STX:
			memory[code.k % BPF_MEMWORDS] = x;
			break;
		case BPF_ALU:
			a = compute(BPF_OP(code.code), a, operand);
			break;
		case BPF_JMP:
			if (BPF_OP(code.code) == BPF_JA)
				pc += code.k;
			else
				pc += compare(BPF_OP(code.code), a, operand) ? code.jt : code.jf;
			break;
		case BPF_RET:
			return BPF_RVAL(code.code) == BPF_A ? a : code.k;
		default: /* BPF_MISC */
			if (BPF_MISCOP(code.code) == BPF_TAX)
				x = a;
			else
				a = x;
			break;
		}
	}
	return SECCOMP_RET_KILL_PROCESS;
}

static bool allows(struct thread *thread, const struct fprog *program,
		   const struct seccomp_data *data)
{
	uint32_t action = filter_run(thread, program, data) & SECCOMP_RET_ACTION_FULL;

	return action == SECCOMP_RET_ALLOW || action == SECCOMP_RET_LOG;
}

/* The bits of what the filter at `at` does not allow. */
uint32_t sandbox_forbids(struct thread *thread, uint64_t at)
{
	const uint64_t pid = (uint64_t)thread->pid, tid = (uint64_t)thread->tid;
	const struct {
		uint32_t bit;
		int nr;
		uint64_t args[6];
	} calls[] = {
		{ SANDBOX_DISPATCH,
		  __NR_prctl,
		  { PR_SET_SYSCALL_USER_DISPATCH, PR_SYS_DISPATCH_ON, (uint64_t)arch_syscalls_begin,
		    (uint64_t)(arch_syscalls_end - arch_syscalls_begin) } },
		{ SANDBOX_STACK, __NR_sigaltstack, { thread->stack_top } },
		{ SANDBOX_NAMES, __NR_getpid, { 0 } },
		{ SANDBOX_NAMES, __NR_gettid, { 0 } },
		{ SANDBOX_WAKE, __NR_futex, { (uint64_t)&process.arena->bell, FUTEX_WAKE, 1 } },
		{ SANDBOX_KILL, __NR_tgkill, { pid, tid, 0 } },
		{ SANDBOX_FREE, __NR_tgkill, { pid, tid, SIGSYS } },
		{ SANDBOX_FREE | SANDBOX_ACTION,
		  __NR_rt_sigaction,
		  { SIGSYS, thread->stack_top, 0, MASK_BYTES } },
		{ SANDBOX_FREE | SANDBOX_MASK,
		  __NR_rt_sigprocmask,
		  { SIG_SETMASK, thread->stack_top, 0, MASK_BYTES } },
		{ SANDBOX_FREE | SANDBOX_RETURN, __NR_rt_sigreturn, { 0 } },
		{ SANDBOX_FREE, __NR_sigaltstack, { thread->stack_top } },
		{ SANDBOX_COPY,
		  __NR_process_vm_readv,
		  { pid, thread->stack_top, 1, thread->stack_top, 1 } },
		{ SANDBOX_COPY,
		  __NR_process_vm_writev,
		  { pid, thread->stack_top, 1, thread->stack_top, 1 } },
		{ SANDBOX_MAP,
		  __NR_mmap,
		  { process.slots, SLOTS_PER_CHUNK * SLOT_SIZE, PROT_READ | PROT_WRITE, CHUNK_FLAGS,
		    ~0ul } },
		{ SANDBOX_YIELD, __NR_sched_yield, { 0 } },
		{ SANDBOX_ACCESS, __NR_faccessat2, { 0, thread->stack_top, 1, AT_EACCESS } },
		{ SANDBOX_LIMIT, __NR_prlimit64, { 0, 9 /* RLIMIT_AS */ } },
		{ SANDBOX_LIMIT, __NR_prlimit64, { 0, 9 /* RLIMIT_AS */, thread->stack_top } },
		{ SANDBOX_INJECT,
		  __NR_memfd_create,
		  { thread->stack_top, MFD_CLOEXEC | 0x10 /* MFD_EXEC */ } },
		{ SANDBOX_INJECT,
		  __NR_mmap,
		  { process.image, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_FIXED_NOREPLACE,
		    3 } },
		{ SANDBOX_INJECT,
		  __NR_mmap,
		  { process.image, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE,
		    3 } },
		{ SANDBOX_INJECT,
		  __NR_mmap,
		  { process.slots, 4096, PROT_READ | PROT_WRITE, CHUNK_FLAGS | MAP_FIXED_NOREPLACE,
		    ~0ul } },
		{ SANDBOX_TEXT,
		  __NR_mprotect,
		  { process.image, 4096, PROT_READ | PROT_WRITE | PROT_EXEC } },
		{ SANDBOX_TEXT, __NR_mprotect, { process.image, 4096, PROT_READ | PROT_EXEC } },
		{ SANDBOX_TEXT, __NR_membarrier, { MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE } },
		{ SANDBOX_TEXT,
		  __NR_membarrier,
		  { MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE } },
		{ SANDBOX_TEXT,
		  __NR_membarrier,
		  { 1 << 9 /* MEMBARRIER_CMD_GET_REGISTRATIONS */ } },
		{ SANDBOX_GS, __NR_arch_prctl, { ARCH_SET_GS, (uint64_t)thread } },
		{ SANDBOX_GS, __NR_arch_prctl, { ARCH_GET_GS, thread->stack_top } },
		{ SANDBOX_INJECT, __NR_close, { 3 } },
		{ SANDBOX_INJECT, __NR_arch_prctl, { ARCH_GET_GS } },
		{ SANDBOX_INJECT, __NR_rt_sigaction, { 1, 0, thread->stack_top, MASK_BYTES } },
	};
	struct seccomp_data data = { .arch = ARCH_AUDIT,
				     .instruction_pointer = (uint64_t)arch_syscall_behind };
	uint8_t bytes[16];
	struct fprog program;
	uint32_t bits = SANDBOX_ANY;

	if (!copy_in(thread, bytes, at, sizeof(bytes)))
		return bits; /* the kernel refuses it */
	memcpy(&program.len, bytes, sizeof(program.len));
	if (thread->arch == ARCH_AUDIT)
		memcpy(&program.code, bytes + 8, sizeof(program.code));
	else
		program.code = *(uint32_t *)(bytes + 4);
	for (uint32_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		data.nr = calls[i].nr;
		memcpy(data.args, calls[i].args, sizeof(data.args));
		if (!allows(thread, &program, &data))
			bits |= calls[i].bit;
	}
	return bits;
}
