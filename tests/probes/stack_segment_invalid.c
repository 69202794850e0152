/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Code on a stack segment of its own: a handler's return puts it there, a signal that comes
 * there finds it and is handled though the segment has become invalid. */
#include "ldt.h"

#define ENTRY 5

static volatile uint16_t stack_wanted;
static volatile int came, signo_seen;
static volatile uint16_t stack_seen;
static greg_t saved[NGREG];

static bool segment_set(bool valid)
{
	struct user_desc desc = { .entry_number = ENTRY };

	if (valid) {
		desc.limit = 0xfffff;
		desc.seg_32bit = 1;
		desc.limit_in_pages = 1;
		desc.contents = MODIFY_LDT_CONTENTS_DATA;
		desc.useable = 1;
	} else { /* all that makes it an empty one */
		desc.read_exec_only = 1;
		desc.seg_not_present = 1;
	}
	return ldt_set(&desc);
}

/* csgsfs of the context: cs in the low 16 bits, ss in the high ones. */
static void with_segment(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	uint64_t segments = (uint64_t)uc->uc_mcontext.gregs[REG_CSGSFS];

	(void)signo, (void)info;
	memcpy(saved, uc->uc_mcontext.gregs, sizeof(saved));
	uc->uc_mcontext.gregs[REG_CSGSFS] =
		(greg_t)((segments & ~(0xffffull << 48)) | (uint64_t)stack_wanted << 48);
}

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)info;
	came++;
	signo_seen = signo;
	stack_seen = (uint16_t)((uint64_t)uc->uc_mcontext.gregs[REG_CSGSFS] >> 48);
	uc->uc_mcontext.gregs[REG_CSGSFS] = saved[REG_CSGSFS];
	if (signo == SIGTRAP)
		return;
	/* The return itself failed: to behind the raise, as if there had been no handler. */
	memcpy(uc->uc_mcontext.gregs, saved, sizeof(saved));
}

int main(void)
{
	char *stack = mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	stack_t altstack = { .ss_sp = stack, .ss_size = 65536 };

	if (!ldt_works())
		probe_skip("no segments of one's own here");
	CHECK(!sigaltstack(&altstack, NULL));
	probe_handle(SIGUSR1, with_segment, 0);
	probe_handle(SIGTRAP, handler, SA_ONSTACK);
	probe_handle(SIGSEGV, handler, SA_ONSTACK);
	probe_handle(SIGBUS, handler, SA_ONSTACK);
	for (int i = 0; i < 6; i++) {
		uint32_t now;

		/* Valid: the context has it, and int3 is reached on it. */
		CHECK(segment_set(true));
		stack_wanted = SELECTOR(ENTRY);
		came = 0;
		__asm__ volatile("syscall\n\tmov %%ss, %0\n\tint3"
				 : "=&d"(now)
				 : "a"((long)SYS_tgkill), "D"((long)getpid()), "S"((long)getpid()),
				   "0"((long)SIGUSR1)
				 : "rcx", "r11", "memory");
		CHECK_EQ(came, 1);
		CHECK_EQ(signo_seen, SIGTRAP);
		CHECK_EQ(now, SELECTOR(ENTRY));
		CHECK_EQ(stack_seen, SELECTOR(ENTRY));
		/* Not there: the return faults, and that is a signal with the segment in it. */
		CHECK(segment_set(false));
		came = 0;
		raise(SIGUSR1);
		CHECK_EQ(came, 1);
		CHECK_EQ(signo_seen, SIGSEGV);
		CHECK_EQ(stack_seen, SELECTOR(ENTRY));
	}
	return probe_ok();
}
