/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The application's memory, read and written without a fault: arch_copy's
 * faults end it (signal.c).  Where the application blocks or ignores SIGSEGV or
 * SIGBUS a fault could not be caught, and the kernel copies (process_vm_readv),
 * or the tool where a seccomp filter minds that.  If the tool may not either
 * there is nothing left but to take the memory for what it should be.
 *
 * Called from dispatch and from the handler, by the thread itself.
 */
#include "agent.h"

#include <linux/uio.h>

bool copy_may_fault(const struct thread *thread)
{
	const struct action *actions = thread->dispositions->actions;

	return !(thread->mask & (SIGBIT(SIGSEGV) | SIGBIT(SIGBUS))) &&
	       actions[SIGSEGV - 1].handler != (uint64_t)SIG_IGN &&
	       actions[SIGBUS - 1].handler != (uint64_t)SIG_IGN;
}

static size_t copy_by_tool(struct thread *thread, uint64_t to, uint64_t from, size_t n)
{
	struct ring_copy copy = { .to = to, .from = from, .bytes = n };

	if (ring_ask(thread, REQUEST_COPY, (uint64_t)&copy) == REPLY_DONE)
		return copy.copied;
	return n - arch_copy((void *)to, (const void *)from, n);
}

static size_t copy_by_kernel(struct thread *thread, long nr, uint64_t local, uint64_t remote,
			     size_t n)
{
	struct iovec here = { .iov_base = (void *)local, .iov_len = n };
	struct iovec there = { .iov_base = (void *)remote, .iov_len = n };
	long ret;

	if (!may(SANDBOX_COPY))
		return nr == __NR_process_vm_readv ? copy_by_tool(thread, local, remote, n) :
						     copy_by_tool(thread, remote, local, n);
	ret = sys6(nr, thread->pid, &here, 1, &there, 1, 0);
	return error(ret) ? 0 : (size_t)ret;
}

bool copy_in_by_kernel(struct thread *thread, void *to, uint64_t from, size_t n)
{
	return copy_by_kernel(thread, __NR_process_vm_readv, (uint64_t)to, from, n) == n;
}

size_t copy_in_some(struct thread *thread, void *to, uint64_t from, size_t n)
{
	if (!copy_may_fault(thread))
		return copy_by_kernel(thread, __NR_process_vm_readv, (uint64_t)to, from, n);
	return n - arch_copy(to, (const void *)from, n);
}

bool copy_in(struct thread *thread, void *to, uint64_t from, size_t n)
{
	return copy_in_some(thread, to, from, n) == n;
}

static bool copy_out_by_kernel(struct thread *thread, uint64_t to, const void *from, size_t n)
{
	uint64_t local = (uint64_t)from;

	if (copy_by_kernel(thread, __NR_process_vm_writev, local, to, n) == n)
		return true;
	/* That does not make a stack grow (since Linux 6.5); a call that writes there does. */
	return n >= MASK_BYTES && may(SANDBOX_MASK) &&
	       !sys4(__NR_rt_sigprocmask, SIG_BLOCK, 0, to, MASK_BYTES) &&
	       copy_by_kernel(thread, __NR_process_vm_writev, local, to, n) == n;
}

bool copy_out(struct thread *thread, uint64_t to, const void *from, size_t n)
{
	if (!copy_may_fault(thread))
		return copy_out_by_kernel(thread, to, from, n);
	return arch_copy((void *)to, from, n) == 0;
}

/* Chunks end where pages do, so that a string at the end of its mapping is read. */
size_t copy_in_string(struct thread *thread, void *to, uint64_t from, size_t n)
{
	uint8_t *bytes = to;
	size_t done = 0;

	while (done < n) {
		size_t chunk = 64 - ((from + done) & 63);
		size_t got;

		if (chunk > n - done)
			chunk = n - done;
		got = copy_in_some(thread, bytes + done, from + done, chunk);
		for (size_t i = 0; i < got; i++)
			if (!bytes[done + i])
				return done + i + 1;
		done += got;
		if (got < chunk)
			break;
	}
	return done;
}

/* The compiler may call these for a struct's assignment. */
void *memcpy(void *to, const void *from, size_t n)
{
	void *ret = to;

	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(n) : : "memory");
	return ret;
}

void *memset(void *to, int byte, size_t n)
{
	void *ret = to;

	__asm__ volatile("rep stosb" : "+D"(to), "+c"(n) : "a"(byte) : "memory");
	return ret;
}
