/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* TF over calls: a SIGTRAP after each instruction but the call itself, at the same places as
 * natively; over calls of all forms that are rewritten, and each time. */
#include "probe.h"

extern char step_begin[], step_end[];
static volatile int steps;
static char *seen[64], *first[64];

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	char *pc = (char *)uc->uc_mcontext.gregs[REG_RIP];

	(void)signo, (void)info;
	if (pc >= step_begin && pc <= step_end && steps < 64)
		seen[steps++] = pc;
}

int main(void)
{
	probe_handle(SIGTRAP, handler, 0);
	for (int i = 0; i < 30; i++) {
		steps = 0;
		__asm__ volatile("sub $128, %%rsp\n\t"
				 "pushfq\n\torq $0x100, (%%rsp)\n\tpopfq\n\t"
				 "step_begin: mov $110, %%eax\n\t"
				 "syscall\n\t"
				 "nop\n\tnop\n\t"
				 "mov $110, %%eax\n\t"
				 "syscall\n\t"
				 "cmp $-4096, %%rax\n\t"
				 "mov $110, %%eax\n\tnop\n\t"
				 "syscall\n\t"
				 "cmp $-4096, %%rax\n\t"
				 "mov $110, %%eax\n\tnop\n\t"
				 "syscall\n\t"
				 "cmp $1, %%rax\n\t"
				 "nop\n\t"
				 "step_end: pushfq\n\tandq $~0x100, (%%rsp)\n\tpopfq\n\t"
				 "add $128, %%rsp\n\t"
				 :
				 :
				 : "rax", "rcx", "r11", "memory", "cc");
		if (i == 0) {
			char text[256];
			int used = 0;

			for (int n = 0; n < steps; n++)
				used += snprintf(text + used, sizeof(text) - (size_t)used, "%d ",
						 (int)(seen[n] - step_begin));
			dprintf(1, "%s\n", text); /* the same natively and traced */
			memcpy(first, seen, sizeof(first));
		}
		CHECK(steps >= 10 && steps < 20);
		CHECK(!memcmp(first, seen, sizeof(first)));
	}
	return probe_ok();
}
