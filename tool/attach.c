/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Detaching: every thread is stopped where none of its state is in the agent
 * any more: in the application, or in the one instruction that makes the
 * application's call, which is then made again from the site as the kernel
 * makes interrupted calls again.
 */
#include "attach.h"

#include "abi/facility.h"
#include "agent/image.h"
#include "agent_image.h"
#include "image.h"
#include "inject.h"
#include "tasks.h"
#include "tracee.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ATTEMPTS 2000
#define ATTEMPT_NS 500000
#define STEP_EACH 4 /* attempts */
#define STEPS 3000
#define SLOTS_AT_ONCE 64
#define AGAIN 20 /* times */
#define AGAIN_NS 1000000
#define CALL_SIZE 2	   /* ARCH_CALL_SIZE */
#define ERESTARTNOINTR 513 /* the kernel's linux/errno.h */

struct threads {
	pid_t *tids; /* the leader first, where it is alive */
	size_t count, capacity;
};

static bool known(const struct threads *threads, pid_t tid)
{
	for (size_t i = 0; i < threads->count; i++)
		if (threads->tids[i] == tid)
			return true;
	return false;
}

static int add(struct threads *threads, pid_t tid, pid_t leader)
{
	if (threads->count == threads->capacity) {
		size_t capacity = threads->capacity ? 2 * threads->capacity : 16;
		pid_t *tids = realloc(threads->tids, capacity * sizeof(*tids));

		if (!tids)
			return -ENOMEM;
		threads->tids = tids;
		threads->capacity = capacity;
	}
	threads->tids[threads->count++] = tid;
	if (tid == leader) {
		threads->tids[threads->count - 1] = threads->tids[0];
		threads->tids[0] = tid;
	}
	return 0;
}

static void release(struct threads *threads)
{
	for (size_t i = 0; i < threads->count; i++)
		ptrace(PTRACE_DETACH, threads->tids[i], 0, 0);
	free(threads->tids);
	*threads = (struct threads){ 0 };
}

/* A thread that is just ending is refused as another tracer's would be. */
static bool is_ending(pid_t tid)
{
	char state[TASK_STATUS_SIZE];

	return !task_status(tid, "State", state) || *state == 'X' || *state == 'Z';
}

/* One look at the list of threads; new ones are seized and stopped. */
static int stop_new(struct threads *threads, pid_t pid, struct tasks *tasks)
{
	bool ours;
	int ret = tasks_look(tasks, pid), error;

	for (size_t i = 0; !ret && i < tasks->count; i++) {
		pid_t tid = tasks->tids[i];

		if (known(threads, tid))
			continue;
		error = tracee_take(tid, &ours);
		/* Gone meanwhile, or a leader that has exited before its threads. */
		if (error && error != -ESRCH && (tid == pid ? !threads->count : !is_ending(tid)))
			ret = error;
		if (error)
			continue;
		ret = add(threads, tid, pid);
	}
	return ret;
}

/* A thread that is stopped makes no other: a whole look without a new one has seen all. */
static int stop_all(struct threads *threads, pid_t pid)
{
	struct tasks tasks = { 0 };
	size_t before;
	int ret;

	do {
		before = threads->count;
		ret = stop_new(threads, pid, &tasks);
	} while (!ret && (threads->count > before || !tasks.whole));
	free(tasks.tids);
	return ret ? ret : threads->count ? 0 : -ESRCH;
}

static int attach_once(const struct arena_config *config, pid_t pid, struct arena_view **ret_view,
		       unsigned int *ret_threads, const char **ret_stage)
{
	struct injection injection = {
		.config = config,
		.pid = pid,
		.pidfd = (int)syscall(SYS_pidfd_open, pid, 0),
		.namespaced = true,
		.how = BIRTH_ATTACH,
	};
	struct threads threads = { 0 };
	int ret = stop_all(&threads, pid);

	*ret_stage = ret == -EBUSY ? "a thread does not stop" : NULL;
	if (!ret && image_is_in(pid)) {
		ret = -EBUSY;
		*ret_stage = "it is traced by self_ptrace already, or has hooks";
	}
	*ret_threads = (unsigned int)threads.count;
	if (!ret) {
		ret = inject(&injection, threads.tids, threads.count, ret_view);
		*ret_stage = injection.stage;
	}
	if (injection.pidfd >= 0)
		close(injection.pidfd);
	release(&threads);
	return ret;
}

int attach(const struct arena_config *config, pid_t pid, struct arena_view **ret_view,
	   unsigned int *ret_threads, const char **ret_stage)
{
	const struct timespec pause = { .tv_nsec = AGAIN_NS };
	int ret;

	for (int i = 0; i < AGAIN; i++) {
		ret = attach_once(config, pid, ret_view, ret_threads, ret_stage);
		/* A thread's exec takes all others, and the leader's place, in the middle of that.
		 */
		if ((ret != -ESRCH && ret != -EPERM) || (kill(pid, 0) && errno == ESRCH))
			break;
		nanosleep(&pause, NULL);
	}
	return ret;
}

/* In the stub of a rewritten site? It is on its way into the agent then. */
static int in_stub(pid_t tid, uint64_t base, uint64_t pc)
{
	struct image_stubs stubs;
	int ret = tracee_read(tid, base + agent_stubs, &stubs, sizeof(stubs));

	if (ret)
		return ret;
	for (uint32_t i = 0; i < IMAGE_STUB_PAGES && stubs.pages[i].addr; i++)
		if ((pc & ~4095ul) == stubs.pages[i].addr)
			return 1;
	return 0;
}

/* Calls around which the agent holds its locks (agent/emulate.c). */
static bool call_locks_agent(uint64_t nr)
{
	switch (nr) {
	case SYS_clone:
	case SYS_clone3:
	case SYS_fork:
	case SYS_mprotect:
	case SYS_pkey_mprotect:
	case SYS_prctl:
	case SYS_seccomp:
		return true;
	default:
		return false;
	}
}

/* Calls after which it has something to do yet. */
static bool call_needs_agent(uint64_t nr)
{
	switch (nr) {
	case SYS_rt_sigaction:
	case SYS_rt_sigprocmask:
	case SYS_sigaltstack:
	case SYS_setrlimit:
	case SYS_getrlimit:
	case SYS_prlimit64:
	case SYS_execve:
	case SYS_execveat:
	case SYS_ptrace:
	case SYS_membarrier:
	case SYS_arch_prctl:
	case SYS_unshare:
	case SYS_setns:
		return true;
	default:
		return call_locks_agent(nr);
	}
}

/* Behind one of the instructions that make the application's call. */
static bool made_at(uint64_t at)
{
	at -= CALL_SIZE;
	return at == agent_call_syscall || at == agent_make_syscall || at == agent_again_syscall;
}

/*
 * Makes the stopped thread's registers the application's; -EAGAIN: it stands
 * where it has to come out of the agent by itself.
 */
static int leave_agent(pid_t tid, uint64_t base, uint64_t slot, const struct ring *ring)
{
	struct user_regs_struct regs;
	struct saved_regs saved;
	struct image_thread head;
	uint64_t rax, orig_rax, at;
	int ret;

	if (ptrace(PTRACE_GETREGS, tid, 0, &regs))
		return -errno;
	at = regs.rip - base;
	if (at >= agent_text_end) {
		ret = in_stub(tid, base, regs.rip);
		return ret > 0 || (!ret && tracee_trap_is_pending(tid)) ? -EAGAIN : ret;
	}
	ret = tracee_read(tid, slot, &head, sizeof(head));
	if (ret)
		return ret;
	/* It delivers them on its way out. */
	if (head.pending)
		return -EAGAIN;
	_Static_assert(sizeof(head.regs) == sizeof(saved), "struct regs of arch.h");
	memcpy(&saved, head.regs, sizeof(saved));
	rax = regs.rax;
	orig_rax = regs.orig_rax;
	if (ring && __atomic_load_n(&ring->parked, __ATOMIC_ACQUIRE)) {
		/* It waits for us, its call not begun. */
		regs_restore(&regs, &saved);
		regs.rip -= CALL_SIZE;
		regs.rax = saved.rax;
		regs.orig_rax = ~0ul;
	} else if (at >= agent_plain_kept && at < agent_plain_not) {
		/* All registers are the application's but these. */
		regs.rcx = saved.rip;
		regs.rip = saved.rip;
		if (at <= agent_plain_syscall)
			regs.rip -= CALL_SIZE;
		if (!regs_restarting(&regs))
			regs.orig_rax = ~0ul;
	} else if ((made_at(at) || made_at(at + CALL_SIZE)) && call_locks_agent(head.nr)) {
		return -EAGAIN;
	} else if (at == agent_compat_syscall + CALL_SIZE && (int64_t)rax == -ERESTARTNOINTR) {
		return -EAGAIN; /* one that makes a child, likewise */
	} else if ((made_at(at) || at == agent_compat_syscall + CALL_SIZE) &&
		   regs_restarting(&regs)) {
		/* The kernel is about to make it again: at the site, then. */
		regs_restore(&regs, &saved);
		regs.rax = rax;
		regs.orig_rax = orig_rax;
	} else if (at == agent_make_syscall + CALL_SIZE ||
		   (at == agent_call_syscall + CALL_SIZE && !call_needs_agent(head.nr))) {
		/* Made, and stopped on the way out of the kernel. */
		regs_restore(&regs, &saved);
		regs.rax = rax;
		regs.orig_rax = ~0ul;
	} else if (made_at(at + CALL_SIZE)) {
		regs_restore(&regs, &saved);
		regs.rip -= CALL_SIZE;
		regs.rax = rax;
		regs.orig_rax = ~0ul;
	} else if (at >= agent_resume_begin && at < agent_resume_end) {
		ret = in_stub(tid, base, saved.rip);
		if (ret)
			return ret > 0 ? -EAGAIN : ret;
		regs_restore(&regs, &saved);
		regs.orig_rax = ~0ul;
	} else {
		return -EAGAIN;
	}
	return ptrace(PTRACE_SETREGS, tid, 0, &regs) ? -errno : 0;
}

int roll_back(struct tracked *tracked)
{
	struct ring *ring;
	int ret;

	if (!tracked->reader)
		return -EAGAIN;
	ring = tracked->reader->ring;
	ret = leave_agent(tracked->task.tid, tracked->reader->view->base,
			  ring->slot & ~(SLOT_SIZE - 1), ring);
	if (ret)
		return ret;
	/* The site is to trap, as if the thread had never been here. */
	if (tracked->reader->view->arena->control & CONTROL_FACILITY)
		tracee_arm(tracked->task.tid, PTRACE_SELF_ARMED | PTRACE_SELF_ALL);
	__atomic_store_n(&ring->request, REQUEST_NONE, __ATOMIC_RELEASE);
	__atomic_store_n(&ring->parked, 0, __ATOMIC_RELEASE);
	tracked->rolled_back = true;
	return 0;
}

static int unmap(struct tracee *tracee, uint64_t addr, uint64_t len)
{
	int64_t value;

	return tracee_syscall(tracee, SYS_munmap, (uint64_t[6]){ addr, len }, &value);
}

static void unmap_stubs(struct tracee *tracee, uint64_t base)
{
	struct image_stubs stubs;

	if (tracee_read(tracee->tid, base + agent_stubs, &stubs, sizeof(stubs)))
		return;
	for (uint32_t i = 0; i < IMAGE_STUB_PAGES && stubs.pages[i].addr; i++)
		unmap(tracee, stubs.pages[i].addr, 4096);
	for (uint32_t i = 0; i < IMAGE_POINTER_PAGES && stubs.pointers[i]; i++)
		unmap(tracee, stubs.pointers[i], 4096);
}

/* Undoes the thread's birth; the last one takes the mappings with it. */
static int stop_thread(pid_t tid, uint64_t base, uint64_t slot, bool last, size_t arena_bytes)
{
	struct tracee tracee;
	int64_t value = 0;
	int ret = tracee_begin_run(&tracee, tid);

	if (!ret)
		ret = tracee_run(&tracee, base + agent_stop_thread, slot + SLOT_STACK_TOP, last,
				 &value);
	if (!ret && (value & 1))
		tracee.mask |= 1ul << (SIGSYS - 1);
	/* Not before: the agent has put back what may be just there. */
	if (!ret && last)
		ret = tracee_poke(&tracee);
	if (!ret && last) {
		uint64_t chunks = (uint64_t)value >> 32;

		unmap_stubs(&tracee, base);
		unmap(&tracee, base + IMAGE_SLOTS_OFFSET, chunks * SLOTS_PER_CHUNK * SLOT_SIZE);
		unmap(&tracee, base + IMAGE_ARENA_OFFSET, arena_bytes);
		ret = unmap(&tracee, base, agent_image_size);
	}
	return tracee_end(&tracee) ?: ret;
}

/* A thread on its way out of the agent. */
struct leaving {
	uint64_t base;		 /* 0: there is no agent */
	uint64_t slot;		 /* 0: not known yet */
	pid_t number;		 /* its own, where the slot is looked for by that */
	const struct ring *ring; /* NULL: it has none */
	bool left;
};

/* What the tool knows of the thread; base: the agent's in the process. */
static void find_ring(const struct process *process, pid_t tid, uint64_t base,
		      struct leaving *leaving)
{
	leaving->base = base;
	leaving->left = !base;
	for (struct tracked *tracked = process->threads; tracked; tracked = tracked->next)
		if (tracked->task.tid == tid && tracked->reader) {
			leaving->ring = tracked->reader->ring;
			leaving->slot = leaving->ring->slot & ~(SLOT_SIZE - 1);
		}
}

/* What number each slot's thread has given itself; how many slots were read. */
static size_t read_slots(pid_t tid, uint64_t base, pid_t numbers[SLOTS_AT_ONCE])
{
	struct iovec here = { .iov_base = numbers, .iov_len = SLOTS_AT_ONCE * sizeof(*numbers) };
	struct iovec there[SLOTS_AT_ONCE];
	ssize_t got;

	for (size_t i = 0; i < SLOTS_AT_ONCE; i++)
		there[i] = (struct iovec){ (void *)(base + i * SLOT_SIZE +
						    offsetof(struct image_thread, tid)),
					   sizeof(*numbers) };
	got = process_vm_readv(tid, &here, 1, there, SLOTS_AT_ONCE, 0);
	return got < 0 ? 0 : (size_t)got / sizeof(*numbers);
}

/* Of threads that are not told of, or not yet: by the name that each gives itself. */
static void find_slots(const struct threads *threads, struct leaving *leaving)
{
	pid_t numbers[SLOTS_AT_ONCE];
	uint64_t slot = 0;
	size_t read;
	pid_t tid = 0;

	for (size_t i = 0; i < threads->count; i++) {
		if (leaving[i].left || leaving[i].slot)
			continue;
		tid = threads->tids[i];
		if (!leaving[i].number)
			leaving[i].number = own_number(tid);
		slot = leaving[i].base + IMAGE_SLOTS_OFFSET;
	}
	for (; tid && (read = read_slots(tid, slot, numbers)); slot += SLOTS_AT_ONCE * SLOT_SIZE)
		for (size_t i = 0; i < threads->count; i++)
			for (size_t j = 0; !leaving[i].left && !leaving[i].slot && j < read; j++)
				if (leaving[i].number && leaving[i].number == numbers[j])
					leaving[i].slot = slot + j * SLOT_SIZE;
}

/* Stopped for the signal of a call that trapped: it is the application's if it gets none. */
static bool leaves_by_trap(void *data, pid_t tid)
{
	struct leaving *leaving = data;
	struct user_regs_struct regs;

	if (!leaving->slot || ptrace(PTRACE_GETREGS, tid, 0, &regs) ||
	    regs.rip - leaving->base < agent_text_end || in_stub(tid, leaving->base, regs.rip))
		return false;
	regs.rip -= CALL_SIZE;
	regs.orig_rax = ~0ul;
	leaving->left = !ptrace(PTRACE_SETREGS, tid, 0, &regs);
	return leaving->left;
}

/* ret: whether it stands still.  -EAGAIN: it has to go on for that; one that is gone has left. */
static int leave(int ret, pid_t tid, struct leaving *leaving)
{
	if (!ret && !leaving->left)
		ret = leaving->slot ?
			      leave_agent(tid, leaving->base, leaving->slot, leaving->ring) :
			      -EAGAIN;
	if (ret == -ESRCH) {
		leaving->slot = 0;
		ret = 0;
	}
	leaving->left = !ret;
	return ret;
}

/*
 * One that makes call after call is nearly always stopped where the kernel comes
 * back from one.  Instruction by instruction it comes by the places between.
 */
static int step_out(pid_t tid, struct leaving *leaving)
{
	int ret = -EAGAIN, signo = 0;

	for (int i = 0; (i < STEPS || signo) && ret == -EAGAIN; i++) {
		if (tracee_step(tid, &signo))
			return -EAGAIN; /* it has come to its end, as the next look finds */
		if (!signo)
			ret = leave(0, tid, leaving);
	}
	return ret;
}

/* All that have not left go on for a moment, since they may wait for each other. */
static int try_again(const struct threads *threads, struct leaving *leaving, bool steps,
		     void (*serve)(void *data), void *data)
{
	const struct timespec pause = { .tv_nsec = ATTEMPT_NS };
	int ret = 0, error;

	for (size_t i = 0; i < threads->count; i++)
		if (!leaving[i].left)
			ptrace(PTRACE_CONT, threads->tids[i], 0, 0);
	serve(data);
	nanosleep(&pause, NULL);
	find_slots(threads, leaving);
	for (size_t i = 0; i < threads->count && ret != -EBUSY; i++) {
		if (leaving[i].left)
			continue;
		error = tracee_interrupt_or(threads->tids[i], leaves_by_trap, &leaving[i]);
		error = leave(error, threads->tids[i], &leaving[i]);
		if (error == -EAGAIN && steps)
			error = step_out(threads->tids[i], &leaving[i]);
		if (error && (!ret || ret == -EAGAIN))
			ret = error;
	}
	return ret;
}

/* Those from `from` on; the others have left already. */
static int leave_all(const struct process *process, const struct threads *threads, size_t from,
		     uint64_t base, struct leaving *leaving, void (*serve)(void *data), void *data)
{
	int ret = 0, error;

	for (size_t i = from; i < threads->count; i++)
		find_ring(process, threads->tids[i], base, &leaving[i]);
	find_slots(threads, leaving);
	for (size_t i = from; i < threads->count; i++) {
		error = leave(0, threads->tids[i], &leaving[i]);
		if (error && (!ret || ret == -EAGAIN))
			ret = error;
	}
	for (int attempt = 0; ret == -EAGAIN && attempt < ATTEMPTS; attempt++)
		ret = try_again(threads, leaving, attempt % STEP_EACH == STEP_EACH - 1, serve,
				data);
	return ret;
}

int detach(struct process *process, void (*serve)(void *data), void *data)
{
	struct leaving *leaving = NULL, *more;
	struct threads threads = { 0 };
	uint64_t base = 0;
	size_t arena_bytes = 0, first = 0, from;
	int ret = stop_all(&threads, process->pid);

	for (struct tracked *t = process->threads; t; t = t->next)
		if (t->reader) {
			base = t->reader->view->base;
			arena_bytes = t->reader->view->size;
		}
	/* A thread on its way out of the agent may have made another. */
	for (from = 0; !ret && from < threads.count;) {
		more = realloc(leaving, threads.count * sizeof(*leaving));
		if (!more) {
			ret = -ENOMEM;
			break;
		}
		leaving = more;
		memset(leaving + from, 0, (threads.count - from) * sizeof(*leaving));
		ret = leave_all(process, &threads, from, base, leaving, serve, data);
		from = threads.count;
		if (!ret)
			ret = stop_all(&threads, process->pid);
	}
	while (!ret && first < threads.count && !leaving[first].slot)
		first++;
	/* From the last to the first: that one undoes what is the process's. */
	for (size_t i = threads.count; i-- > first && !ret;)
		if (leaving[i].slot)
			ret = stop_thread(threads.tids[i], leaving[i].base, leaving[i].slot,
					  i == first, arena_bytes);
	free(leaving);
	release(&threads);
	return ret;
}
