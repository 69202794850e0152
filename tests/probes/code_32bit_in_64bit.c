/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A far jump into 32-bit code (as Wine does), a call there, and back. */
#include "probe.h"

int main(void)
{
	/* int $0x80; lret (32-bit) */
	static const uint8_t code[] = { 0xcd, 0x80, 0xcb };
	uint8_t *low = mmap(NULL, 16384, PROT_READ | PROT_WRITE | PROT_EXEC,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	struct {
		uint32_t offset;
		uint16_t segment;
	} __attribute__((packed)) * target;
	long pid;

	CHECK(low != MAP_FAILED);
	probe_needs_int80();
	memcpy(low, code, sizeof(code));
	/* A far call from 64-bit code would push 64-bit words: jump, and return through memory. */
	target = (void *)(low + 64);
	target->offset = (uint32_t)(uintptr_t)low;
	target->segment = 0x23;
	/* lret in 32-bit mode pops eip and cs, 32 bits each */
	*(uint32_t *)(low + 8192) = (uint32_t)(uintptr_t)(low + 32);
	*(uint32_t *)(low + 8196) = 0x33;
	memcpy(low + 32, "\x4c\x89\xe4\xff\xe3", 5); /* mov %r12,%rsp; jmp *%rbx */
	for (int i = 0; i < 5; i++) {
		*(uint32_t *)(low + 8192) = (uint32_t)(uintptr_t)(low + 32);
		*(uint32_t *)(low + 8196) = 0x33;
		__asm__ volatile("mov %%rsp, %%r12\n\t"
				 "sub $256, %%r12\n\t"
				 "lea 1f(%%rip), %%rbx\n\t"
				 "mov %2, %%rsp\n\t"
				 "mov $20, %%eax\n\t"
				 "ljmp *(%1)\n\t"
				 "1: add $256, %%rsp\n\t"
				 : "=&a"(pid)
				 : "r"(target), "r"(low + 8192)
				 : "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11",
				   "r12", "r13", "memory", "cc");
		CHECK_EQ(pid, getpid());
	}
	return probe_ok();
}
