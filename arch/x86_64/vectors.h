/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How much FP and vector state there is, and how it is saved. */
#ifndef SELF_PTRACE_ARCH_VECTORS_H
#define SELF_PTRACE_ARCH_VECTORS_H

#include <cpuid.h>
#include <stddef.h>

enum vectors_how { VECTORS_FXSAVE, VECTORS_XSAVE, VECTORS_XSAVEC };

struct vectors {
	size_t size;
	enum vectors_how how;
};

void arch_with_vectors(void (*function)(void *), void *argument, size_t size, enum vectors_how how);

static inline struct vectors arch_vectors(void)
{
	struct vectors ret = { .size = 512 + 64, .how = VECTORS_FXSAVE };
	unsigned int eax, ebx, ecx, edx;

	if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || !(ecx & bit_OSXSAVE) ||
	    !__get_cpuid_count(0xd, 0, &eax, &ebx, &ecx, &edx))
		return ret;
	ret.size = ebx;
	ret.how = VECTORS_XSAVE;
	if (__get_cpuid_count(0xd, 1, &eax, &ebx, &ecx, &edx) && eax & 2) {
		ret.how = VECTORS_XSAVEC; /* ebx counts what only the kernel saves, too */
		if (ebx > ret.size)
			ret.size = ebx;
	}
	return ret;
}

#endif
