// SPDX-License-Identifier: LGPL-2.1-or-later
/* A library with one call, elsewhere or another one in each of them (WHICH), all of one size. */
#if WHICH == 1
#define CALL "mov $39, %eax; syscall; ret" /* getpid */
#elif WHICH == 2
#define CALL "mov $110, %eax; syscall; ret" /* getppid, in the same place */
#else
#define CALL ".skip 3, 0x90; mov $102, %eax; nop; syscall; cmp $-4095, %rax; ret" /* getuid */
#endif

__asm__(".text\n.balign 64\n.globl called\n.type called, @function\n"
	"called: " CALL "\n.balign 64\n.size called, 64\n");
