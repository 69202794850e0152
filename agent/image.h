/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent's image as the tool carries it: [text | data], page aligned, no
 * relocations, entry points in the header, data all zero.  The tool fills in the header and
 * writes the image into the memfd that also holds the arena.
 */
#ifndef SELF_PTRACE_AGENT_IMAGE_H
#define SELF_PTRACE_AGENT_IMAGE_H

#include <stdint.h>

#define IMAGE_MAP_COUNT 3

/* A thread's slot: its block, the agent's stack, the signal stack; aligned to its size. */
#define SLOT_SIZE 65536ul
#define SLOT_STACK_TOP 28672ul	  /* the agent's stack ends here */
#define SLOT_SIGNAL_STACK 28672ul /* and the signal stack begins, up to the slot's end */
#define SLOTS_PER_CHUNK 16u
#define CHUNK_FLAGS (MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)

struct image_map { /* arguments of mmap, made by arch_start in this order */
	uint64_t addr, len, prot, flags;
	int64_t fd;
	uint64_t offset;
};

struct image_header {
	struct image_map maps[IMAGE_MAP_COUNT]; /* data, arena, slots */
	uint64_t image;				/* where it is mapped */
	uint64_t text;	     /* bytes of it before the data, which maps[0] maps */
	uint64_t start_here; /* offset of arch_start_here, for the preloaded library */
	uint64_t arena;
	uint64_t slots;		/* SLOT_SIZE aligned */
	int32_t fd;		/* closed by arch_start */
	uint32_t chunks;	/* chunks of slots mapped */
	uint32_t threads;	/* slots given to threads by the tool */
	uint32_t how;		/* enum birth_how */
	uint32_t blocks_sigsys; /* the mask inherited over exec had SIGSYS in it */
	uint32_t fsgsbase;	/* AT_HWCAP2 has HWCAP2_FSGSBASE */
	uint32_t pid, tid;	/* as the tool counts; 0: it does not know */
	uint32_t namespaced;	/* another pid namespace than the tool's */
	uint32_t sandbox;	/* enum sandbox, of filters that it has from before */
};

/* Head of struct thread (agent.h), whose regs are struct regs of arch.h. */
struct image_thread {
	uint64_t regs[18];
	uint64_t nr; /* of the call being made */
	uint64_t args[6];
	uint64_t ring; /* its address */
	int32_t pid, tid;
	uint32_t pending; /* signals are kept for it, and its mask is not the program's */
};

/*
 * The pages near rewritten sites, for a tool that wants to know whether a
 * thread is in one; agent/site.c writes it.
 */
#define IMAGE_STUB_PAGES 512
#define IMAGE_POINTER_PAGES 256

struct image_stubs { /* an address of 0: no more */
	struct {
		uint64_t addr, used;
	} pages[IMAGE_STUB_PAGES];
	uint64_t pointers[IMAGE_POINTER_PAGES];
};

/*
 * Distances in the address space from the image's first byte.  Small ones: what lies far apart
 * takes a page table of its own in each image, which is dear where a hypervisor shadows them.
 */
#define IMAGE_ARENA_OFFSET (704ul << 10)
#define IMAGE_SLOTS_OFFSET (256ul << 20)

#endif
