/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A signal at every single instruction on the way of a call:
 *
 *   step SELF_PTRACE [OPTION...]
 *
 * runs itself traced with those options, stops it before a call, lets it go k
 * instructions and sends it a signal, for every k until the call is done ($STEPS: every so
 * manieth).  What the handler finds has to be the application's own: a PC in its code, its stack
 * pointer, its registers, the call not begun or done.  Linked at an address where
 * both tactics of rewriting apply.  $GS: in a sandbox, where sites stay rewritten, its %gs has
 * that base.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#define WARM_UP 8
#define LOOPS_BEFORE_GS 5
#define TRAP_FLAG 0x100
#define STEPS_MAX 20000

/* Where the tracer looks and writes: this program is both. */
static volatile long finish, hits, bad;
static volatile uint64_t loop_sp;
static long parent;
extern char made_mov[], done_mov[], made_pointer[], done_pointer[], loop_begin[], loop_end[];

static void complain(const char *what, const ucontext_t *uc, uint64_t value)
{
	if (bad++ < 5)
		fprintf(stderr, "# %s is %#llx at %#llx\n", what, (unsigned long long)value,
			(unsigned long long)uc->uc_mcontext.gregs[REG_RIP]);
}

static void handler(int signo, siginfo_t *info, void *context)
{
	static const struct {
		int reg;
		uint64_t value;
		const char *name;
	} kept[] = {
		{ REG_RDI, 0x1111, "rdi" }, { REG_RSI, 0x2222, "rsi" }, { REG_RDX, 0x3333, "rdx" },
		{ REG_R10, 0x4444, "r10" }, { REG_R8, 0x5555, "r8" },	{ REG_R9, 0x6666, "r9" },
		{ REG_RBX, 0x7777, "rbx" }, { REG_RBP, 0x8888, "rbp" }, { REG_R12, 0x9999, "r12" },
		{ REG_R13, 0xaaaa, "r13" }, { REG_R14, 0xbbbb, "r14" }, { REG_R15, 0xcccc, "r15" },
	};
	ucontext_t *uc = context;
	uint64_t pc = (uint64_t)uc->uc_mcontext.gregs[REG_RIP];
	uint64_t ax = (uint64_t)uc->uc_mcontext.gregs[REG_RAX];

	(void)signo, (void)info;
	hits++;
	if (pc < (uint64_t)loop_begin || pc > (uint64_t)loop_end)
		complain("a PC that is not the program's", uc, pc);
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if ((uint64_t)uc->uc_mcontext.gregs[kept[i].reg] != kept[i].value)
			complain(kept[i].name, uc, (uint64_t)uc->uc_mcontext.gregs[kept[i].reg]);
	if ((uint64_t)uc->uc_mcontext.gregs[REG_RSP] != loop_sp)
		complain("rsp", uc, (uint64_t)uc->uc_mcontext.gregs[REG_RSP]);
	/* CF and ZF, as set before the calls: cmp changes them behind the second. */
	if (pc <= (uint64_t)done_pointer && (uc->uc_mcontext.gregs[REG_EFL] & 0x41) != 0x41)
		complain("flags", uc, (uint64_t)uc->uc_mcontext.gregs[REG_EFL]);
	if ((pc == (uint64_t)made_mov || pc == (uint64_t)made_pointer) && ax != SYS_getppid)
		complain("rax before a call", uc, ax);
	if ((pc == (uint64_t)done_mov || pc == (uint64_t)done_pointer) && ax != (uint64_t)parent)
		complain("rax behind a call", uc, ax);
}

/* int3 is where the tracer waits. */
static void loop(void)
{
	__asm__ volatile(
		"push %%rbx; push %%rbp\n\t"
		"mov %%rsp, %[sp]\n\t"
		"mov $0x1111, %%edi; mov $0x2222, %%esi; mov $0x3333, %%edx; mov $0x4444, "
		"%%r10d\n\t"
		"mov $0x5555, %%r8d; mov $0x6666, %%r9d; mov $0x7777, %%ebx; mov $0x8888, %%ebp\n\t"
		"mov $0x9999, %%r12d; mov $0xaaaa, %%r13d; mov $0xbbbb, %%r14d; mov $0xcccc, "
		"%%r15d\n\t"
		"xor %%eax, %%eax; stc\n\t"
		"int3\n"
		"loop_begin: nop\n\t"
		"mov $110, %%eax\n"
		"made_mov: syscall\n"
		"done_mov: nop\n\t"
		"movq $110, %%rax\n"
		"made_pointer: syscall\n"
		"done_pointer: cmp $-4096, %%rax\n\t" /* these bytes are the displacement */
		"nop\n"
		"loop_end: nop\n\t"
		"pop %%rbp; pop %%rbx"
		: [sp] "=m"(loop_sp)
		:
		: "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
		  "r15", "memory", "cc");
}

static void set_gs(uint64_t base)
{
	struct sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { 1, &allow };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		bad++;
	__asm__ volatile("wrgsbase %0" : : "r"(base));
}

static int stepped(void)
{
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO };
	const char *gs = getenv("GS");
	int ready = 1;

	parent = getppid();
	sigaction(SIGUSR1, &action, NULL);
	if (write(3, &(pid_t){ getpid() }, sizeof(pid_t)) != sizeof(pid_t) ||
	    read(4, &ready, 1) != 1)
		return 2;
	for (int i = 0; !finish; i++) {
		if (gs && i == LOOPS_BEFORE_GS)
			set_gs(strtoul(gs, NULL, 0));
		loop();
	}
	printf("%ld\n", hits);
	return bad ? 1 : 0;
}

static void fail(const char *what)
{
	fprintf(stderr, "step: %s: %s\n", what, strerror(errno));
	exit(2);
}

static uint64_t pc_of(pid_t pid)
{
	struct user_regs_struct regs;

	if (ptrace(PTRACE_GETREGS, pid, 0, &regs))
		fail("registers");
	return regs.rip;
}

/* Goes on as `request` says until the next stop, whose signal it returns. */
static int go(pid_t pid, int request, int signo)
{
	int status;

	if (ptrace(request, pid, 0, signo))
		fail("going on");
	if (waitpid(pid, &status, __WALL) != pid || !WIFSTOPPED(status))
		fail("it ended");
	return WSTOPSIG(status);
}

static void to_breakpoint(pid_t pid, int signo)
{
	struct user_regs_struct regs;

	do {
		signo = go(pid, PTRACE_CONT, signo == SIGTRAP ? 0 : signo);
	} while (signo != SIGTRAP || pc_of(pid) != (uint64_t)loop_begin);
	/* Stepping over an iretq leaves the flag behind: a signal's frame took it for the
	 * program's. */
	if (ptrace(PTRACE_GETREGS, pid, 0, &regs))
		fail("registers");
	regs.eflags &= ~(unsigned long long)TRAP_FLAG;
	ptrace(PTRACE_SETREGS, pid, 0, &regs);
}

/* One instruction; a signal is on its way to it: SIGSYS is, at a trap. */
static void step(pid_t pid, int *signo)
{
	struct user_regs_struct regs;
	long code, top;

	if (ptrace(PTRACE_GETREGS, pid, 0, &regs))
		fail("registers");
	errno = 0;
	code = ptrace(PTRACE_PEEKTEXT, pid, regs.rip, 0);
	*signo = go(pid, PTRACE_SINGLESTEP, *signo);
	if (*signo == SIGTRAP)
		*signo = 0;
	if (!errno && (code & 0xff) == 0x9c && !*signo) { /* pushf: not our own flag */
		top = ptrace(PTRACE_PEEKDATA, pid, regs.rsp - 8, 0);
		ptrace(PTRACE_POKEDATA, pid, regs.rsp - 8, top & ~TRAP_FLAG);
	}
}

static long step_all(pid_t pid)
{
	const char *steps = getenv("STEPS");
	long sent = 0, stride = steps ? atol(steps) : 1;
	int status;

	if (ptrace(PTRACE_SEIZE, pid, 0, 0) || ptrace(PTRACE_INTERRUPT, pid, 0, 0) ||
	    waitpid(pid, &status, __WALL) != pid)
		fail("seizing it");
	if (write(6, "", 1) != 1)
		fail("telling it");
	for (int i = 0; i < WARM_UP; i++)
		to_breakpoint(pid, 0);
	for (long k = getpid() % stride; k < STEPS_MAX; k += stride) {
		int signo = 0, i;

		for (i = 0; i < k; i++) {
			step(pid, &signo);
			if (!signo && pc_of(pid) == (uint64_t)loop_end)
				break;
		}
		if (i < k) { /* the whole way was gone */
			to_breakpoint(pid, 0);
			break;
		}
		syscall(SYS_tgkill, pid, pid, SIGUSR1);
		sent++;
		do /* a trap's own signal goes first, as it came first */
			signo = go(pid, PTRACE_CONT, signo == SIGTRAP ? 0 : signo);
		while (signo != SIGUSR1);
		to_breakpoint(pid, signo);
	}
	ptrace(PTRACE_POKEDATA, pid, &finish, 1);
	ptrace(PTRACE_DETACH, pid, 0, 0);
	return sent;
}

int main(int argc, char **argv)
{
	int to[2], from[2], out[2], status;
	char *args[16] = { argv[1] }, text[64] = "";
	pid_t tool, pid;
	long sent;

	if (argc == 1)
		return stepped();
	for (int i = 2; i < argc && i < 12; i++)
		args[i - 1] = argv[i];
	args[argc - 1] = argv[0];
	if (pipe(from) || pipe(to) || pipe(out))
		fail("pipes");
	/* The program's: 3 and 4; ours: 5 and 6. */
	tool = fork();
	if (!tool) {
		int there = dup(from[1]), ready = dup(to[0]), text_fd = dup(out[1]);

		dup2(text_fd, 20);
		dup2(there, 21);
		dup2(ready, 22);
		dup2(20, 1);
		dup2(21, 3);
		dup2(22, 4);
		for (int fd = 5; fd < 64; fd++)
			close(fd);
		execv(argv[1], args);
		_exit(127);
	}
	close(from[1]);
	close(out[1]);
	if (read(from[0], &pid, sizeof(pid)) != sizeof(pid))
		fail("starting it");
	dup2(to[1], 6);
	sent = step_all(pid);
	if (read(out[0], text, sizeof(text) - 1) <= 0)
		fail("its count");
	waitpid(tool, &status, 0);
	printf("# %ld signals sent, %ld handled\n", sent, atol(text));
	return !(WIFEXITED(status) && !WEXITSTATUS(status) && atol(text) == sent && sent > 10);
}
