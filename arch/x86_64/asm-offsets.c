/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Compiled to assembly; the build turns its ".ascii" lines into asm-offsets.h. */
#include "agent/agent.h"
#include "agent/image.h"
#include "patch.h"

#include "abi/facility.h"

#define DEFINE(name, value) __asm__ volatile("\n.ascii \"->#define " #name " %c0\"" : : "i"(value))

void offsets(void);
void offsets(void)
{
	DEFINE(SLOT_SIZE, SLOT_SIZE);
	DEFINE(SLOT_STACK_TOP, SLOT_STACK_TOP);
	DEFINE(SLOTS_PER_CHUNK, SLOTS_PER_CHUNK);
	DEFINE(CHUNKS_MAX, CHUNKS_MAX);
	DEFINE(IMAGE_SLOTS_OFFSET, IMAGE_SLOTS_OFFSET);
	DEFINE(STUB_SIZE, STUB_SIZE);
	DEFINE(STUB_DATA, STUB_DATA);
	DEFINE(STUB_AFTER, offsetof(struct stub_data, after));
	DEFINE(STUB_GO_ON, offsetof(struct stub_data, go_on));
	DEFINE(STUB_CALL, STUB_CALL);
	DEFINE(FRAME_REGS, offsetof(struct frame, uc.uc_mcontext));
	DEFINE(MAKE_RBP, offsetof(struct make_frame, rbp));
	DEFINE(MAKE_RIP, offsetof(struct make_frame, rip));
	DEFINE(MAKE_GO_ON, offsetof(struct make_frame, go_on));
	DEFINE(MAKE_RSP, offsetof(struct make_frame, rsp));
	DEFINE(THREAD_NR, offsetof(struct thread, nr));
	DEFINE(THREAD_ARGS, offsetof(struct thread, args));
	DEFINE(THREAD_ABORTED, offsetof(struct thread, aborted));
	DEFINE(THREAD_PENDING, offsetof(struct thread, pending));
	DEFINE(THREAD_FACILITY, offsetof(struct thread, facility));
	DEFINE(THREAD_CHILD, offsetof(struct thread, child));
	DEFINE(FACILITY_ON, PTRACE_SELF_ON);
	DEFINE(FACILITY_ALL, PTRACE_SELF_ALL);
	DEFINE(THREAD_SELF, offsetof(struct thread, self));
	DEFINE(THREAD_MARK, offsetof(struct thread, mark));
	DEFINE(MARK_THREAD, MARK_THREAD);
	DEFINE(THREAD_GO_ON, offsetof(struct thread, go_on));
	DEFINE(THREAD_STACK_TOP, offsetof(struct thread, stack_top));
	DEFINE(THREAD_CODE_SEGMENT, offsetof(struct thread, code_segment));
	DEFINE(THREAD_STACK_SEGMENT, offsetof(struct thread, stack_segment));
	DEFINE(PROCESS_STAMP_STILL, offsetof(struct process, stamp_still));
	DEFINE(PROCESS_PLAIN, offsetof(struct process, plain));
	DEFINE(REGS_R8, offsetof(struct thread, regs.r8));
	DEFINE(REGS_R9, offsetof(struct thread, regs.r9));
	DEFINE(REGS_R10, offsetof(struct thread, regs.r10));
	DEFINE(REGS_R11, offsetof(struct thread, regs.r11));
	DEFINE(REGS_R12, offsetof(struct thread, regs.r12));
	DEFINE(REGS_R13, offsetof(struct thread, regs.r13));
	DEFINE(REGS_R14, offsetof(struct thread, regs.r14));
	DEFINE(REGS_R15, offsetof(struct thread, regs.r15));
	DEFINE(REGS_RDI, offsetof(struct thread, regs.rdi));
	DEFINE(REGS_RSI, offsetof(struct thread, regs.rsi));
	DEFINE(REGS_RBP, offsetof(struct thread, regs.rbp));
	DEFINE(REGS_RBX, offsetof(struct thread, regs.rbx));
	DEFINE(REGS_RDX, offsetof(struct thread, regs.rdx));
	DEFINE(REGS_RAX, offsetof(struct thread, regs.rax));
	DEFINE(REGS_RCX, offsetof(struct thread, regs.rcx));
	DEFINE(REGS_RSP, offsetof(struct thread, regs.rsp));
	DEFINE(REGS_RIP, offsetof(struct thread, regs.rip));
	DEFINE(REGS_FLAGS, offsetof(struct thread, regs.flags));
	DEFINE(IMAGE_HEADER_SIZE, sizeof(struct image_header));
	DEFINE(IMAGE_MAPS, offsetof(struct image_header, maps));
	DEFINE(IMAGE_MAP_COUNT, IMAGE_MAP_COUNT);
	DEFINE(IMAGE_SLOTS, offsetof(struct image_header, slots));
	DEFINE(IMAGE_FD, offsetof(struct image_header, fd));
}
