/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Of signal frames, the part whose size only the kernel knows; and the %gs base. */
#include "agent.h"

#include <asm/prctl.h>

void arch_gs_write(uint64_t base);

size_t arch_fpstate_size(const struct ucontext *uc)
{
	const struct _fpstate *fp = (const struct _fpstate *)uc->uc_mcontext.fpstate;

	if (!fp)
		return 0;
	return fp->sw_reserved.magic1 == FP_XSTATE_MAGIC1 ? fp->sw_reserved.extended_size :
							    sizeof(*fp);
}

void arch_fpstate_load(const struct ucontext *uc)
{
	const struct _fpstate *fp = (const struct _fpstate *)uc->uc_mcontext.fpstate;
	const struct _fpx_sw_bytes *software;

	if (!fp)
		return;
	software = &fp->sw_reserved;
	if (software->magic1 == FP_XSTATE_MAGIC1)
		__asm__ volatile("xrstor64 (%0)"
				 :
				 : "r"(fp), "a"((uint32_t)software->xfeatures),
				   "d"((uint32_t)(software->xfeatures >> 32))
				 : "memory");
	else
		__asm__ volatile("fxrstor64 (%0)" : : "r"(fp) : "memory");
}

bool arch_gs_usable(void)
{
	return process.fsgsbase || may(SANDBOX_GS);
}

void arch_thread_set(struct thread *thread)
{
	if (process.fsgsbase)
		arch_gs_write((uint64_t)thread);
	else
		sys2(__NR_arch_prctl, ARCH_SET_GS, thread);
}

uint64_t arch_gs_read(void)
{
	uint64_t base = 0;

	if (process.fsgsbase)
		__asm__ volatile("rdgsbase %0" : "=r"(base));
	else
		sys2(__NR_arch_prctl, ARCH_GET_GS, &base);
	return base;
}

bool arch_gs_is_set(void)
{
	uint32_t selector;

	__asm__ volatile("mov %%gs, %0" : "=r"(selector));
	return selector || arch_gs_read();
}
