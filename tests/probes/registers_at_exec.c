/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A new image begins with all registers 0 but the stack pointer, and nothing set in flags. */
#include "probe.h"

#include <fcntl.h>

extern const char image_code[], image_code_end[];

/* At its entry: exit(0) if all is so, else the number of the register that is not. */
__asm__(".pushsection .rodata\n"
	"image_code:\n"
	"	test %rax, %rax\n	mov $1, %edi\n	jnz 1f\n"
	"	test %rbx, %rbx\n	mov $2, %edi\n	jnz 1f\n"
	"	test %rcx, %rcx\n	mov $3, %edi\n	jnz 1f\n"
	"	test %rdx, %rdx\n	mov $4, %edi\n	jnz 1f\n"
	"	test %rsi, %rsi\n	mov $5, %edi\n	jnz 1f\n"
	"	test %rbp, %rbp\n	mov $6, %edi\n	jnz 1f\n"
	"	test %r8, %r8\n		mov $7, %edi\n	jnz 1f\n"
	"	test %r9, %r9\n		mov $8, %edi\n	jnz 1f\n"
	"	test %r10, %r10\n	mov $9, %edi\n	jnz 1f\n"
	"	test %r11, %r11\n	mov $10, %edi\n	jnz 1f\n"
	"	test %r12, %r12\n	mov $11, %edi\n	jnz 1f\n"
	"	test %r13, %r13\n	mov $12, %edi\n	jnz 1f\n"
	"	test %r14, %r14\n	mov $13, %edi\n	jnz 1f\n"
	"	test %r15, %r15\n	mov $14, %edi\n	jnz 1f\n"
	"	pushfq\n		testl $0x254500, (%rsp)\n"
	"	mov $15, %edi\n		jnz 1f\n"
	"	xor %edi, %edi\n"
	"1:	mov $60, %eax\n"
	"	syscall\n"
	"image_code_end:\n"
	".popsection\n");

int main(void)
{
	/* One segment, at a fixed address: Elf64_Ehdr, Elf64_Phdr, code. */
	static struct {
		uint8_t ident[16];
		uint16_t type, machine;
		uint32_t version;
		uint64_t entry, phoff, shoff;
		uint32_t flags;
		uint16_t ehsize, phentsize, phnum, shentsize, shnum, shstrndx;
		uint32_t p_type, p_flags;
		uint64_t p_offset, p_vaddr, p_paddr, p_filesz, p_memsz, p_align;
		uint8_t code[512];
	} image = {
		.ident = { 0x7f, 'E', 'L', 'F', 2, 1, 1 },
		.type = 2,
		.machine = 62,
		.version = 1,
		.entry = 0x10000000 + 120,
		.phoff = 64,
		.ehsize = 64,
		.phentsize = 56,
		.phnum = 1,
		.p_type = 1,
		.p_flags = 5,
		.p_vaddr = 0x10000000,
		.p_align = 4096,
		.p_filesz = sizeof(image),
		.p_memsz = sizeof(image),
	};
	char *argv[] = { "image", NULL };
	size_t size = (size_t)(image_code_end - image_code);
	int fd, status;
	pid_t pid;

	CHECK(size <= sizeof(image.code));
	CHECK_EQ(offsetof(__typeof__(image), code), 120);
	memcpy(image.code, image_code, size);
	fd = memfd_create("image", MFD_CLOEXEC);
	CHECK(fd >= 0);
	CHECK_EQ(write(fd, &image, sizeof(image)), sizeof(image));
	pid = fork();
	if (!pid) {
		syscall(SYS_execveat, fd, "", argv, argv + 1, AT_EMPTY_PATH);
		_exit(100);
	}
	status = probe_wait(pid);
	CHECK_EQ(status, 0);
	return probe_ok();
}
