/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Records on their way out: the thread's ring in the shared arena.  One writer,
 * the thread; one reader, the tool.  A record is published by one store of
 * head, so a thread that dies in the middle of one leaves none.  A full ring
 * waits for the tool; a dead tool (the arena's robust futex tells) ends all
 * waiting and all recording.
 */
#include "agent.h"

#include <linux/futex.h>
#include <linux/time_types.h>

#define SPINS 10000
#define CLAIM_ATTEMPTS 2   /* of WAIT_NS each */
#define WAIT_NS 100000000l /* how often a waiter looks whether the tool lives */

bool tool_alive(void)
{
	uint32_t owner = __atomic_load_n(&process.arena->owner, __ATOMIC_RELAXED);

	/* Not asked by pid: in a pid namespace of our own the tool has none. */
	if (owner && !(owner & FUTEX_OWNER_DIED))
		return true;
	process.gone = 1;
	return false;
}

/* Under a seccomp filter: it may be the program's death, or its restart_syscall may. */
static void futex_wait(uint32_t *word, uint32_t value)
{
	struct __kernel_timespec timeout = { .tv_sec = 0, .tv_nsec = WAIT_NS };

	if (process.sandbox) {
		if (may(SANDBOX_YIELD))
			sys0(__NR_sched_yield);
		for (int i = 0; i < SPINS; i++)
			arch_pause();
		return;
	}
	sys4(__NR_futex, word, FUTEX_WAIT, value, &timeout);
}

/* The tool sleeps on the bell only while tool_sleeps is set; its partner there
 * sets that, then looks at the rings once more (tool/consume.c). */
static void bell_ring(void)
{
	struct arena *arena = process.arena;

	__atomic_fetch_add(&arena->bell, 1, __ATOMIC_SEQ_CST);
	if (may(SANDBOX_WAKE) && __atomic_load_n(&arena->tool_sleeps, __ATOMIC_SEQ_CST))
		sys3(__NR_futex, &arena->bell, FUTEX_WAKE, 1);
}

static struct ring *ring_at(uint32_t index)
{
	struct arena *arena = process.arena;

	return (struct ring *)((uintptr_t)arena + arena->rings) + index;
}

static bool ring_claim(uint32_t *ret_index)
{
	struct arena *arena = process.arena;

	for (uint32_t i = 0; i < arena->ring_count; i++) {
		uint32_t expected = RING_FREE, high;

		if (!__atomic_compare_exchange_n(&ring_at(i)->state, &expected, RING_CLAIMED, false,
						 __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
			continue;
		high = __atomic_load_n(&arena->ring_high, __ATOMIC_RELAXED);
		while (high < i + 1 &&
		       !__atomic_compare_exchange_n(&arena->ring_high, &high, i + 1, false,
						    __ATOMIC_RELEASE, __ATOMIC_RELAXED))
			;
		*ret_index = i;
		return true;
	}
	return false;
}

void ring_open(struct thread *thread, enum birth_how how, uint32_t pid, uint32_t tid)
{
	struct arena *arena = process.arena;
	struct record_birth *birth;
	struct ring *ring;
	uint32_t index;

	thread->ring = NULL;
	if (thread->silent || process.gone)
		return;
	for (int attempt = 0;; attempt++) {
		uint32_t freed = __atomic_load_n(&arena->ring_freed, __ATOMIC_ACQUIRE);

		if (ring_claim(&index))
			break;
		if ((arena->control & CONTROL_PASS) || !tool_alive())
			return;
		/* More threads than rings, and they stay: while the tool attaches, certainly. */
		if (attempt == CLAIM_ATTEMPTS || how == BIRTH_ATTACH) {
			__atomic_fetch_add(&arena->untraced_threads, 1, __ATOMIC_RELAXED);
			return;
		}
		bell_ring();
		futex_wait(&arena->ring_freed, freed);
	}
	ring = ring_at(index);
	ring->pid = pid;
	ring->tid = tid;
	/* The tool itself gave the numbers of those that it injects. */
	ring->namespaced = process.namespaced && how != BIRTH_EXEC && how != BIRTH_ATTACH;
	ring->birth = arch_stamp();
	ring->head = 0;
	ring->open = 0;
	ring->request = REQUEST_NONE;
	ring->waiting = 0;
	ring->execs = 0;
	ring->slot = (uint64_t)thread;
	ring->dropped = 0;
	for (uint32_t i = 0; i < WAYS; i++)
		ring->ways[i] = 0;
	ring->tail = 0;
	ring->reply = REPLY_NONE;
	thread->ring = ring;
	thread->ring_data = (uint8_t *)arena + arena->data + index * arena->stride;
	if (arena->tallies) /* zeroed by the tool, with the ring */
		thread->tallies = (struct tallies *)(thread->ring_data + arena->tallies);
	if (arena->tamper) {
		thread->tamper_counts =
			(struct tamper_counts *)((uintptr_t)arena + arena->tamper_counts) + index;
		/* The tool has carried the old image's counts over the exec. */
		if (how != BIRTH_EXEC || (arena->control & CONTROL_PRELOADED))
			memset(thread->tamper_counts, 0, sizeof(*thread->tamper_counts));
	}
	__atomic_store_n(&ring->state, RING_OPEN, __ATOMIC_RELEASE);

	birth = ring_reserve(thread, sizeof(*birth));
	if (!birth)
		return;
	*birth = (struct record_birth){
		.record = { .type = RECORD_BIRTH, .time = ring->birth },
		.how = how,
		.pid = ring->pid,
		.tid = ring->tid,
	};
	ring_publish(thread, sizeof(*birth));
	bell_ring();
	/* Who is gone before the tool has looked cannot be found any more. */
	if (ring->namespaced)
		ring_ask(thread, REQUEST_NAME, 0);
}

void ring_close(struct thread *thread)
{
	struct ring *ring = thread->ring;

	if (!ring)
		return;
	thread->ring = NULL;
	__atomic_store_n(&ring->state, RING_CLOSED, __ATOMIC_RELEASE);
	bell_ring();
}

/* Until `need` bytes are free from head on. */
static bool ring_wait(struct ring *ring, uint64_t need)
{
	uint32_t bytes = process.arena->ring_bytes;

	for (;;) {
		uint32_t room = __atomic_load_n(&ring->room, __ATOMIC_ACQUIRE);

		__atomic_store_n(&ring->waiting, 1, __ATOMIC_SEQ_CST);
		if (ring->head + need - __atomic_load_n(&ring->tail, __ATOMIC_ACQUIRE) <= bytes)
			break;
		if (!tool_alive() || process.arena->control & CONTROL_PASS)
			return false;
		if (process.arena->control & CONTROL_DROP) {
			ring->dropped++;
			return false;
		}
		bell_ring();
		futex_wait(&ring->room, room);
	}
	__atomic_store_n(&ring->waiting, 0, __ATOMIC_RELAXED);
	return true;
}

void *ring_reserve(struct thread *thread, size_t size)
{
	struct ring *ring = thread->ring;
	uint32_t bytes, offset;
	uint64_t need = size;

	if (!ring || process.gone || (process.arena->control & CONTROL_PASS))
		return NULL;
	bytes = process.arena->ring_bytes;
	offset = (uint32_t)ring->head & (bytes - 1);
	if (offset + size > bytes)
		need += bytes - offset;
	if (ring->head + need - __atomic_load_n(&ring->tail, __ATOMIC_ACQUIRE) > bytes &&
	    !ring_wait(ring, need))
		return NULL;
	if (need > size) {
		struct record *pad = (struct record *)(thread->ring_data + offset);

		/* head is a multiple of RING_ALIGN: there is room for size and type at least */
		pad->size = bytes - offset;
		pad->type = RECORD_PAD;
		__atomic_store_n(&ring->head, ring->head + pad->size, __ATOMIC_RELEASE);
		offset = 0;
	}
	return thread->ring_data + offset;
}

/* The record that ring_reserve gave the room for, its header complete but for size. */
void ring_publish(struct thread *thread, size_t size)
{
	struct ring *ring = thread->ring;
	uint32_t bytes = process.arena->ring_bytes;
	uint64_t head = ring->head;
	struct record *record = (struct record *)(thread->ring_data + (head & (bytes - 1)));

	size = (size + RING_ALIGN - 1) & ~(size_t)(RING_ALIGN - 1);
	record->size = (uint32_t)size;
	__atomic_store_n(&ring->head, head + size, __ATOMIC_RELEASE);
	/* Half full, and just now: the tool should not wait for its next look. */
	if (((head + size - ring->tail) ^ (head - ring->tail)) & (bytes / 2))
		bell_ring();
}

void ring_leave(struct thread *thread, enum leave_why why, uint32_t status)
{
	struct record_leave *leave = ring_reserve(thread, sizeof(*leave));

	if (!leave)
		return;
	*leave = (struct record_leave){
		.record = { .type = RECORD_LEAVE, .time = arch_stamp() },
		.why = why,
		.status = status,
	};
	ring_publish(thread, sizeof(*leave));
}

void ring_signal(struct thread *thread, int signo, const uint8_t *info)
{
	struct record_signal *signal = ring_reserve(thread, sizeof(*signal));

	if (!signal)
		return;
	signal->record = (struct record){ .type = RECORD_SIGNAL, .time = arch_stamp() };
	signal->signo = (uint32_t)signo;
	signal->pad = 0;
	memcpy(signal->info, info, SIGINFO_SIZE);
	ring_publish(thread, sizeof(*signal));
}

/* Asked with the thread's call not begun: it can be made again as if nothing had been. */
static bool before_call(enum ring_request request)
{
	return request == REQUEST_EXEC || request == REQUEST_MAPS || request == REQUEST_RELEASE ||
	       request == REQUEST_UNSEIZE;
}

enum ring_reply ring_ask(struct thread *thread, enum ring_request request, uint64_t arg)
{
	struct ring *ring = thread->ring;
	uint32_t reply;

	if (!ring || process.gone)
		return REPLY_REFUSED;
	ring->reply = REPLY_NONE;
	ring->request_arg = arg;
	ring->parked = before_call(request);
	__atomic_store_n(&ring->request, request, __ATOMIC_RELEASE);
	bell_ring();
	while ((reply = __atomic_load_n(&ring->reply, __ATOMIC_ACQUIRE)) == REPLY_NONE) {
		/* A tool that lets go may be waiting for the vfork that this one holds up. */
		if (!tool_alive() || (process.arena->control & CONTROL_PASS)) {
			reply = REPLY_REFUSED;
			break;
		}
		futex_wait(&ring->reply, REPLY_NONE);
	}
	ring->parked = 0;
	return reply;
}
