/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent: what lives inside the traced program.  No libc, no allocation
 * after start, no vector registers, no %fs; docs/invariants.md numbers the rules
 * and names the check of each.
 *
 * The way of a call through it:
 *
 *   trap (signal.c) -> dispatch (dispatch.c) -> capture (capture.c) -> ring (ring.c)
 *
 * with emulate.c for the calls that would change what the agent stands on, and
 * birth.c for threads and processes that come and go.
 *
 * "Deferral": whenever a thread is in the agent, outside the few instructions
 * marked as windows in entry.S, a signal's handler does nothing but keep the
 * siginfo, block all signals in the context it returns to, and leave; when the
 * thread is about to be the application's again it knocks (arch_knock), and the
 * trap's handler delivers what was kept.  So all C code here runs as if signals
 * did not exist.
 */
#ifndef SELF_PTRACE_AGENT_H
#define SELF_PTRACE_AGENT_H

#include "abi/hook.h"
#include "abi/sandbox.h"
#include "abi/tamper.h"
#include "arch.h"
#include "image.h"

#include <linux/errno.h>

#define CHUNKS_MAX 2048u
#define SIGNALS 64
#define MASK_BYTES 8
#define SIGINFO_SIZE 128u
#define PENDING_MAX 4u /* one signal, and SIGSYS, SIGSEGV, SIGBUS, which stay open */

#define SIGBIT(signo) (1ul << ((signo)-1))
/* Always deliverable in the kernel's mask, whatever the application blocks. */
#define MASK_KEPT SIGBIT(SIGSYS)
/* What stays open while a signal is deferred. */
#define MASK_DEFER (~(SIGBIT(SIGSYS) | SIGBIT(SIGSEGV) | SIGBIT(SIGBUS)))

/* In an action's flags: set by a 32-bit call, as the kernel's SA_IA32_ABI, and has such frames. */
#define ACTION_COMPAT 0x02000000u

/* The kernel's struct sigaction for rt_sigaction. */
struct action {
	uint64_t handler;
	uint64_t flags;
	uint64_t restorer;
	uint64_t mask;
};

/* Dispositions as the application believes them to be; index signo - 1. */
struct dispositions {
	uint32_t lock;
	uint64_t unasked; /* of a new image: no handlers; the kernel knows what is ignored */
	struct action actions[SIGNALS];
};

#define MARK_THREAD 0x6b2f9d53 /* as good as any that memory does not hold by chance */

enum slot_state { SLOT_FREE, SLOT_USED, SLOT_EXITING };

/* A thread's block: the head of its slot, found from any stack pointer in it. */
struct thread {
	struct regs regs; /* the application's; complete while in dispatch */

	/* The call as it is made: changed by emulate.c, never what is recorded. */
	uint64_t nr;
	uint64_t args[6];
	struct ring *ring; /* NULL: record nothing */
	int pid, tid;	   /* as its own namespace counts */
	uint32_t pending;  /* not 0: out of the agent, for signals are kept */

	struct thread *self;
	uint64_t mark; /* MARK_THREAD: by it a stub knows that %gs is not the program's */
	uint64_t stack_top;
	uint64_t go_on;	       /* regs.rip, or what does for it at a rewritten site */
	uint64_t code_segment; /* of regs.rip */
	uint64_t stack_segment;
	struct arch_fault fault; /* the application's last, which frames tell of */

	uint32_t aborted;  /* the call was not made: a signal came first */
	uint32_t plan;	   /* enum plan, of the call in progress */
	uint32_t trapped;  /* it did not come by a rewritten site */
	uint32_t facility; /* traps by PTRACE_SELF_ON, once for each, not by SUD */

	uint32_t kept;	      /* deferred signals in info[] */
	uint32_t returns;     /* knocks for the sake of its rt_sigreturn */
	uint32_t interrupted; /* the first of them came while the kernel had the call */
	uint64_t resume_mask; /* the kernel's mask to restore for them */
	uint8_t info[PENDING_MAX][SIGINFO_SIZE];

	uint32_t arch;		/* AUDIT_ARCH_* of the call */
	uint32_t blocks_sigsys; /* the application believes SIGSYS blocked */
	uint64_t mask;		/* the application's mask, as far as the last trap told */
	uint64_t wait_mask;	/* mask that the call waits with, if wait_mask_set */
	uint64_t saved_mask;	/* mask for the next handler's frame, if saved_mask_set */
	uint32_t wait_mask_set;
	uint32_t saved_mask_set;
	stack_t altstack;     /* the application's */
	uint32_t held_sigsys; /* a SIGSYS sent while "blocked" waits in held_info, or is lent */
	uint8_t held_info[SIGINFO_SIZE];

	/* The application's own Syscall User Dispatch. */
	uint32_t dispatches;
	uint64_t dispatch_offset, dispatch_len, dispatch_selector;

	uint32_t silent;   /* a thread that is not asked for (no -f) */
	uint32_t retiring; /* the next SIGSYS sets the thread free */
	uint32_t retired;  /* it did: whatever still comes through a site passes */
	struct dispositions *dispositions;
	uint8_t *ring_data;
	uint64_t enter_time;
	struct tallies *tallies; /* NULL: none */

	/* tamper.c: of the call in progress; valid if its plan has PLAN_TAMPER. */
	const struct tamper_rule *tamper; /* NULL: it is not its turn */
	uint16_t tamper_marks;		  /* RECORD_INJECTED and its like */
	uint16_t tamper_resumed;	  /* the call was delayed before a signal came */
	uint16_t interrupter;		  /* the signal that the timer sends */
	int timer;			  /* the kernel's number */
	uint16_t injected;		  /* a signal to deliver once the call is over, 0: none */
	struct tamper_counts *tamper_counts; /* valid while ring is */
	struct {
		uint64_t ip, sp; /* 0: none */
		uint32_t nr;
		const struct tamper_rule *rule;
	} tamper_again; /* a call that a signal came before, after its turn was decided */

	/* The clone in progress, for its child. */
	uint64_t clone_flags;
	uint64_t named_at;    /* where the kernel writes the child's tid, 0: nowhere */
	uint32_t unstacked;   /* the kernel does not know its signal stack yet */
	struct thread *child; /* that begins on this one's stack (vfork) */
	uint32_t vforking;    /* waits for such a child, or is about to */
	uint32_t holds_text;  /* changes the protection of text (sites_hold) */

	/* hook.c */
	uint32_t inside; /* counts the ways into hooks and out of them: odd inside */
	uint32_t hooks_suspended;
	uint64_t hook_stack; /* its top; stays with the slot; 0: none yet */
	uint64_t hook_mask;  /* the kernel's mask when the hook began */

	uint64_t scratch[64]; /* copies of arguments that are changed */

	struct dispositions own_dispositions; /* used where they are not shared */
};

_Static_assert(offsetof(struct thread, nr) == offsetof(struct image_thread, nr),
	       "as the tool reads it");
_Static_assert(offsetof(struct thread, ring) == offsetof(struct image_thread, ring),
	       "as the tool reads it");
_Static_assert(offsetof(struct thread, tid) == offsetof(struct image_thread, tid),
	       "as the tool reads it");
_Static_assert(offsetof(struct thread, pending) == offsetof(struct image_thread, pending),
	       "as the tool reads it");
_Static_assert(sizeof(struct thread) <= 8192, "leaves the agent stack its room");

struct process {
	struct arena *arena;
	uintptr_t image;     /* where the agent begins */
	uintptr_t slots;     /* where slots begin, chunk after chunk */
	uint32_t chunks;     /* mapped so far */
	uint32_t slots_high; /* slots [0, slots_high) have been used at least once */
	uint32_t slots_lock;
	uint32_t fsgsbase;     /* the program may write the gs base itself */
	uint32_t namespaced;   /* pids here are, or may be, others than the tool's */
	uint32_t membarrier;   /* registrations (MEMBARRIER_CMD_REGISTER_*) of the agent alone */
	uint32_t sandbox;      /* enum sandbox; not 0: a seccomp filter is in force */
	uint64_t rlimit_extra; /* added to RLIMIT_AS for the agent, once the program set it */
	uint64_t rlimit_extra_hard;
	uint64_t stamp_still; /* what arch_stamp returns where rdtsc is forbidden; 0: the time */
	uint32_t gone;	      /* the tool is dead or let go: record nothing */
	uint32_t hosts_lock;  /* of changes to the following two */
	uint32_t host_count;
	uint32_t forking; /* no thread may go into a hook */
	struct hook_host *hosts[HOOK_HOSTS_MAX];
	uint64_t later; /* the end of the image's first second, under CONTROL_STATS; or 0 */
	uint32_t plain; /* what plan 0 was still is: arch_plain need not ask */
	struct dispositions dispositions;
	uint8_t plan[PLAN_CALLS + 1];			  /* enum plan, by number */
	uint8_t slot_state[CHUNKS_MAX * SLOTS_PER_CHUNK]; /* enum slot_state; atomic */
};

extern struct process process;
extern const struct image_header image_header;

static inline struct thread *thread_self(void)
{
	return (struct thread *)(arch_stack_pointer() & ~(SLOT_SIZE - 1));
}

static inline struct thread *slot_at(uint32_t index)
{
	return (struct thread *)(process.slots + (uint64_t)index * SLOT_SIZE);
}

static inline uintptr_t thread_stack_top(struct thread *thread)
{
	return (uintptr_t)thread + SLOT_STACK_TOP;
}

static inline bool thread_in_hook(const struct thread *thread)
{
	return thread->inside & 1;
}

/* Calls of the agent's own of these kinds are made: no seccomp filter minds. */
static inline bool may(uint32_t kinds)
{
	return !(process.sandbox & kinds);
}

static inline uint64_t min_u64(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

static inline bool error(long ret)
{
	return (unsigned long)ret > -4096ul;
}

#define sys0(nr) arch_syscall(nr, 0, 0, 0, 0, 0, 0)
#define sys1(nr, a) arch_syscall(nr, (long)(a), 0, 0, 0, 0, 0)
#define sys2(nr, a, b) arch_syscall(nr, (long)(a), (long)(b), 0, 0, 0, 0)
#define sys3(nr, a, b, c) arch_syscall(nr, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define sys4(nr, a, b, c, d) arch_syscall(nr, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define sys6(nr, a, b, c, d, e, f) \
	arch_syscall(nr, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))

/* copy.c: the application's memory; never faults; true if all n bytes were copied. */
/* A fault would be caught: SIGSEGV and SIGBUS are neither blocked nor ignored. */
bool copy_may_fault(const struct thread *thread);
bool copy_in(struct thread *thread, void *to, uint64_t from, size_t n);
/* Only what is mapped with PROT_READ; what can be executed can often be read without. */
bool copy_in_by_kernel(struct thread *thread, void *to, uint64_t from, size_t n);
bool copy_out(struct thread *thread, uint64_t to, const void *from, size_t n);
/* As many bytes as can be read from `from` on, up to n. */
size_t copy_in_some(struct thread *thread, void *to, uint64_t from, size_t n);
/* Up to and with the NUL, or n bytes; 0: not readable at all. */
size_t copy_in_string(struct thread *thread, void *to, uint64_t from, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);

/* lock.c-like: held for a few instructions, signals deferred. */
static inline void lock(uint32_t *word)
{
	while (__atomic_exchange_n(word, 1, __ATOMIC_ACQUIRE))
		arch_pause();
}

static inline void unlock(uint32_t *word)
{
	__atomic_store_n(word, 0, __ATOMIC_RELEASE);
}

/* ring.c */
/* pid, tid: as the tool counts. */
void ring_open(struct thread *thread, enum birth_how how, uint32_t pid, uint32_t tid);
void ring_close(struct thread *thread);
/* Room for `size` bytes, contiguous; NULL: nothing can be recorded. */
void *ring_reserve(struct thread *thread, size_t size);
void ring_publish(struct thread *thread, size_t size);
void ring_leave(struct thread *thread, enum leave_why why, uint32_t status);
void ring_signal(struct thread *thread, int signo, const uint8_t *info);
/* Asks the tool and waits for its answer. */
enum ring_reply ring_ask(struct thread *thread, enum ring_request request, uint64_t arg);
bool tool_alive(void);

/* capture.c: one call's records; args: as the application gave them. */
void capture_enter(struct thread *thread, uint32_t nr, const uint64_t *args);
void capture_exit(struct thread *thread, uint32_t nr, const uint64_t *args, long ret);
void capture_abort(struct thread *thread, enum abort_why why);

/* tamper.c: what dispatch asks on the way of a call with PLAN_TAMPER. */
void tamper_enter(struct thread *thread, uint32_t nr, const uint64_t *args);
/* True: the call shall not be made, *ret is its result. */
bool tamper_answers(struct thread *thread, long *ret);
/* The first try at when the kernel should have begun the call. */
#define TAMPER_FIRST_NS 50000u
/* A signal is coming, for a call that it shall interrupt. */
bool tamper_arm(struct thread *thread, uint64_t ns);
/* It is not any more; true: it came before the call had begun. */
bool tamper_too_early(struct thread *thread);
void tamper_made(struct thread *thread, uint32_t nr, const uint64_t *args);
/* After the last record; does not return if a handler of an injected signal comes next. */
void tamper_leave(struct thread *thread, uint32_t nr);
void tamper_info(int signo, uint8_t *info);

/* dispatch.c: on the agent stack.  False: the call in thread->regs is to be made. */
bool dispatch_begin(struct thread *thread, bool trapped);
void dispatch_end(struct thread *thread, long ret);

/* emulate.c: makes the call in thread->nr, thread->args, helping where the agent must. */
long emulate(struct thread *thread);
/* Sets PLAN_EMULATE for the calls that this is needed for. */
void emulate_plan(uint8_t *plan);
/*
 * Its parts, for arch/<name>/compat.c, where the same is done for calls of the machine's other
 * ABI.  What they make by arch_call may be aborted.
 */
long emulate_compat(struct thread *thread);
long emulate_exec(struct thread *thread, bool at);
long emulate_membarrier(struct thread *thread);
long emulate_mprotect(struct thread *thread);
long emulate_mremap(struct thread *thread);
long emulate_prctl(struct thread *thread);
long emulate_ptrace(struct thread *thread);
long emulate_seccomp(struct thread *thread);
long emulate_setns(struct thread *thread);
long emulate_unshare(struct thread *thread);
bool action_can_be_set(uint64_t signo, bool set);
/* The application's disposition of a signal, under the lock. */
struct action *action_of(struct dispositions *dispositions, int signo);
/* What action_of() would have to ask of the kernel later, when a filter may mind. */
void actions_ask(struct thread *thread);
/* NULL sets none. */
long action_set(struct thread *thread, uint64_t signo, struct action *action,
		struct action *ret_old);
/* rt_sigprocmask(2) as the application means it; NULL changes nothing. */
long mask_change(struct thread *thread, int how, const uint64_t *change, uint64_t *ret_old);
long altstack_set(struct thread *thread, const stack_t *new, stack_t *ret_old);
struct rlimit64;
/* RLIMIT_AS of this process. */
long address_space_limits(struct thread *thread, const struct rlimit64 *wanted,
			  struct rlimit64 *ret_old);

/* The call in the way that the application makes it: all that stays the same of it. */
static inline long call_own(struct thread *thread)
{
	return thread->arch == ARCH_AUDIT ? arch_call(thread) : arch_call_compat(thread);
}

/* membarrier(2) for the agent: registers for a command, which the application is not to see. */
bool membarrier_register(int command);
/* The agent is about to map so much more. */
void rlimit_grow(uint64_t bytes);
void rlimit_put_back(void);

/* sandbox.c */
uint32_t sandbox_forbids(struct thread *thread, uint64_t at);

/* hook.c */
/* This thread's calls are to be shown to hooks, and there is a stack for it. */
bool hook_ready(struct thread *thread);
/* True: a hook has answered, call->ret; else thread's nr and args are what is to be made. */
bool hook_enter(struct thread *thread, struct hook_call *call, uint32_t index);
/* To those of call->exits; the result may be changed. */
void hook_exit(struct thread *thread, struct hook_call *call);
/* Around the making of a process that is a copy of this one; not from within a hook. */
void hook_fork_begin(struct thread *thread);
void hook_fork_end(struct thread *thread);
void hook_birth(struct thread *thread, enum hook_what what);
long hook_control(struct thread *thread);

/* site.c */
#define SITES_MAX 8192u

enum site_state { SITE_TRAPPING, SITE_REWRITTEN, SITE_LEFT };

struct site {
	uint64_t addr; /* of the call's instruction */
	uint64_t stub;
	uint64_t patch_at;
	uint32_t nr;   /* the stub's, where it loads it */
	uint16_t next; /* of the same hash: 1 + its number, 0: none */
	uint8_t state, tactic, count, patch_len, behind_len;
	uint8_t old[8], new[8];
};

extern struct image_stubs image_stubs;

void site_trapped(struct thread *thread, uint64_t addr, uint32_t nr);
bool sites_undo(struct thread *thread, uint64_t addr, uint64_t len);
/* Around a change of the protection of [addr, addr + len); undo: to what is not text. */
void sites_hold(struct thread *thread, uint64_t addr, uint64_t len, bool undo);
void sites_release(struct thread *thread);
/* By a child of vfork that is gone: it may have been killed. */
void sites_abandoned(struct thread *thread);
void sites_end(struct thread *thread);
/* None is rewritten any more, or false; %gs is as it was. */
bool sites_stop(struct thread *thread);
/* Around the making of a process that is a copy of this one; and in it. */
void sites_fork_begin(const struct thread *thread);
void sites_fork_end(void);
void sites_forked(void);
/* The application is about to have another thread. */
void sites_expect_threads(void);
/* Sites are being rewritten, or may be. */
bool sites_active(void);
bool site_is_in_stub(uint64_t pc);
const struct site *site_of_stub(uint64_t pc);
/* One rewritten by a jump through a pointer; NULL: pc is none. */
const struct site *site_by_pointer(uint64_t pc);
/* What the stub has for the instruction at pc, which is behind a rewritten call; 0: pc is not.
 * halted: what stands there has been executed, and has faulted. */
uint64_t site_behind(struct thread *thread, uint64_t pc, bool halted);
/* The thread, whose call is done, goes on there, if it is: the call may have blocked SIGSEGV. */
void site_go_on(struct thread *thread);

/* arch/<name>/compat.c: what signal.c does for the machine's other ABI. */
bool compat_is_sigreturn(uint64_t nr);
bool compat_frame_push(struct thread *thread, const struct action *action, const uint8_t *info,
		       struct ucontext *uc, uint64_t mask);
/* What the thread returns to from such a frame; false: there is none. */
bool compat_frame_take(struct thread *thread, struct ucontext *uc);

/* signal.c */
bool altstack_has(const struct thread *thread, uint64_t sp);
void signal_handler(int signo, uint8_t *info, struct ucontext *uc);
/* Goes back to the application by way of the handlers of what was kept. */
void signal_knock(struct thread *thread) __attribute__((noreturn));
/* The application's rt_sigreturn, from a rewritten site. */
void signal_return(struct thread *thread) __attribute__((noreturn));
/* Tells the kernel of a disposition, the agent's handler in the place of the application's. */
long signal_install(int signo, const struct action *action);
/* Again, if what the sandbox was before makes a difference. */
void signals_install(struct thread *thread, uint32_t former_sandbox);
/* The application's own dispositions, mask and alternate stack become the kernel's. */
void signal_retire(struct thread *thread) __attribute__((noreturn));
/* The thread's next call traps: the last act before it is the application's again. */
long facility_arm(const struct thread *thread);
/* The thread's calls trap by Syscall User Dispatch from now on. */
long dispatch_on(void);
/* As the kernel is to know it. */
stack_t signal_stack(const struct thread *thread);
int signal_of(const uint8_t *info);
/* Nothing of what was kept is the application's to see: it ignores or blocks it. */
bool signal_unseen(const struct thread *thread);
/* A seccomp filter has answered the call just made with SIGSYS: it was not made. */
bool signal_refused(const struct thread *thread);
/* A SIGSYS that the application blocks is the kernel's to keep while it makes a call. */
void sigsys_lend(struct thread *thread);
void sigsys_take_back(struct thread *thread);
/* Has the agent's handler in the kernel whatever the application's disposition. */
bool signal_is_caught(int signo, const struct action *action);

/* birth.c */
struct thread *slot_alloc(void);
uint32_t slot_index(const struct thread *thread);
/* The thread of that number is in this memory. */
bool slot_has(int tid);
enum slot_state slot_get(uint32_t index);
void slot_set(struct thread *thread, enum slot_state state);
/* No other executes the application's text: all that there are wait for children of vfork. */
bool thread_alone(void);
void mask_set(uint64_t mask);
/* %gs is as the application would have it, if the thread's block was behind it. */
void thread_give_gs(struct thread *thread);
uint64_t clone_named_at(uint64_t flags, uint64_t parent_tid, uint64_t child_tid);
long clone_with_slot(struct thread *thread, uint64_t flags, uint64_t stack);
void fork_child(struct thread *thread, uint64_t flags, uint64_t stack);
void child_start(struct thread *thread) __attribute__((noreturn));
long birth_start(void);
long birth_start_here(void);
/* arg: its number as the tool counts, and bit 0: it blocks SIGSYS */
long birth_attach_thread(uint64_t arg);
long birth_stop_thread(bool last);

#endif
