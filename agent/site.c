/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Sites: the instructions that make calls.  One that traps again and again is
 * rewritten, so that the call comes to the dispatcher by a jump.  Only what the
 * kernel has reported is ever rewritten, never what looks like a call.
 *
 *   site -> stub (a page near the site) -> arch_trampoline -> dispatch
 *
 * Three tactics, all of arch/<name>/patch.c: over the instruction before the
 * call, which stays in place; over the call's own bytes; or over those and what
 * is behind.  A site for which
 * none is sure stays as it is: slower, never wrong.
 *
 * Text is written through /proc/self/mem, which needs no change of its
 * protection, and which the kernel refuses for memory that is shared; where
 * other threads may be executing the bytes, the first write only makes the
 * page private, and single stores to it follow.  Text that is writable belongs
 * to a JIT compiler and is left alone; before text becomes writable, ceases to be
 * executable, or moves, it is as the program wrote it.  Nobody else changes protections while that
 * is done.
 *
 * site_trapped() runs in the trap's handler, all signals blocked.
 */
#include "agent.h"
#include "patch.h"

#include <linux/fcntl.h>
#include <linux/membarrier.h>
#include <linux/mman.h>

#define PAGE 4096ul
#define PAGES_MAX IMAGE_STUB_PAGES

struct image_stubs image_stubs;
/* In the order of their first traps; few pages are touched by a program of few sites. */
static struct site table[SITES_MAX] __attribute__((aligned(PAGE)));

static struct {
	uint32_t lock;	     /* whose: 1 + the slot's number; 0: nobody's */
	uint32_t membarrier; /* registered */
	uint32_t after;	     /* TACTIC_AFTER has been used */
	uint32_t broken;     /* text cannot be written here: not tried again */
	uint32_t ended;	     /* nothing is rewritten any more */
	uint32_t traps;	     /* up to REWRITE_OFTEN */
	uint32_t count;	     /* of table */
	uint32_t stubs;	     /* of image_stubs.pages */
	uint32_t pointers;   /* of image_stubs.pointers */
	uint16_t heads[256]; /* of a hash of the address: 1 + the entry's number */
} sites;
_Static_assert(sizeof(sites) <= 4096 - 3328, "in one page with struct process: agent.ld");

static void stat_add(uint64_t *counter)
{
	__atomic_fetch_add(counter, 1, __ATOMIC_RELAXED);
}

/* Where the site's number is, or where 0 is that a new one's takes the place of. */
static uint16_t *entry_of(uint64_t addr)
{
	uint16_t *entry = &sites.heads[addr * 0x9e3779b97f4a7c15ul >> 56];

	while (*entry && table[*entry - 1].addr != addr)
		entry = &table[*entry - 1].next;
	return entry;
}

/* The site's entry, a new one where it has none; NULL: the table is full. */
static struct site *site_at(uint64_t addr)
{
	uint16_t *entry = entry_of(addr);

	if (!*entry) {
		if (sites.count == SITES_MAX)
			return NULL;
		table[sites.count].addr = addr;
		*entry = (uint16_t)++sites.count;
		stat_add(&process.arena->stats.sites);
	}
	return &table[*entry - 1];
}

static long mem_open(void)
{
	return sys4(__NR_openat, AT_FDCWD, "/proc/self/mem", O_RDWR | O_CLOEXEC, 0);
}

/* Opened when it is needed, -1 until then; false: it cannot be. */
static bool mem_at_hand(long *fd)
{
	if (*fd < 0 && !process.sandbox)
		*fd = mem_open();
	return *fd >= 0;
}

static bool mem_read(long fd, uint64_t addr, void *bytes, size_t n)
{
	return sys4(__NR_pread64, fd, bytes, n, addr) == (long)n;
}

static bool mem_write(long fd, uint64_t addr, const void *bytes, size_t n)
{
	return sys4(__NR_pwrite64, fd, bytes, n, addr) == (long)n;
}

/*
 * Whose it is can be told, for a child of vfork may be killed while it has it
 * (sites_abandoned).  False: somebody else's.
 */
static bool sites_try_lock(const struct thread *thread)
{
	uint32_t nobody = 0;

	return __atomic_compare_exchange_n(&sites.lock, &nobody, 1 + slot_index(thread), false,
					   __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
}

static void sites_lock(const struct thread *thread)
{
	while (!sites_try_lock(thread))
		arch_pause();
}

/*
 * With sites.lock: nor does the protection of text change from here on.  In a process that was
 * forked the others' slots are free, whatever they were doing.
 */
static void wait_for_holders(void)
{
	for (uint32_t i = 0; i < process.slots_high; i++)
		while (slot_get(i) == SLOT_USED &&
		       __atomic_load_n(&slot_at(i)->holds_text, __ATOMIC_SEQ_CST))
			arch_pause();
}

/* Every other thread sees the bytes before it executes anything more. */
static void sync_cores(void)
{
	sys3(__NR_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE, 0, 0);
}

static bool may_sync_cores(void)
{
	if (!sites.membarrier) {
		sites.membarrier = 1;
		if (!membarrier_register(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE))
			sites.broken = 1;
	}
	return !sites.broken;
}

/* The first of n bytes at addr, or the last: they may be in two pages. */
static bool is_writable(uint64_t addr, size_t n)
{
	return arch_is_writable((void *)addr) || arch_is_writable((void *)(addr + n - 1));
}

/*
 * n bytes at addr, of one instruction that other threads may be executing; they
 * see the old one, the new one, or wait at a jump to itself in between.
 */
static bool write_beside_others(struct thread *thread, uint64_t addr, const uint8_t *bytes,
				size_t n)
{
	uint64_t first = addr & ~(PAGE - 1), last = (addr + n - 1) & ~(PAGE - 1);
	size_t len = last - first + PAGE;
	uint8_t now[PATCH_MAX];
	bool writable;

	/* Protected from being read, which the kernel's copying heeds: what follows would end that.
	 */
	if (!may(SANDBOX_TEXT) || !copy_in_by_kernel(thread, now, addr, n))
		return false;
	if (!may_sync_cores())
		return false;
	if (sys3(__NR_mprotect, first, len, PROT_READ | PROT_WRITE | PROT_EXEC))
		return false;
	/* It is not where the thread has denied itself the key of the pages (pkeys(7)). */
	writable = !copy_may_fault(thread) || is_writable(addr, n);
	if (writable)
		arch_patch_store(addr, bytes, n, sync_cores);
	sys3(__NR_mprotect, first, len, PROT_READ | PROT_EXEC);
	sync_cores();
	return writable;
}

/* `now`, at addr, becomes `then`; both n bytes. */
static bool text_write(struct thread *thread, long fd, uint64_t addr, const uint8_t *now,
		       const uint8_t *then, size_t n)
{
	if (thread_alone())
		return mem_write(fd, addr, then, n);
	/* Refused where the text is shared; where it is not, the page is ours after this. */
	if (!arch_patch_splits(addr, n) || !mem_write(fd, addr, now, n))
		return false;
	return write_beside_others(thread, addr, then, n);
}

/* Memory for stubs that a jump from `near` reaches: *ret_at, with room for one. */
static bool stub_place(uint64_t near, uint64_t *ret_at)
{
	uint32_t index;

	for (index = 0; index < sites.stubs; index++) {
		uint64_t page = image_stubs.pages[index].addr;

		if (arch_reaches(near, page) && image_stubs.pages[index].used + STUB_SIZE <= PAGE)
			break;
	}
	if (index == sites.stubs) {
		uint64_t at = 0;

		if (index == PAGES_MAX)
			return false;
		for (uint32_t i = 0; arch_near(near, i, &at); i++)
			if (at >= PAGE * 256 &&
			    !error(sys6(__NR_mmap, at, PAGE, PROT_READ | PROT_EXEC,
					MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0)))
				break;
			else
				at = 0;
		if (!at)
			return false;
		image_stubs.pages[index].addr = at;
		image_stubs.pages[index].used = STUB_FIRST;
		sites.stubs++;
	}
	*ret_at = image_stubs.pages[index].addr + image_stubs.pages[index].used;
	return true;
}

static void stub_taken(uint64_t at)
{
	for (uint32_t i = 0; i < sites.stubs; i++)
		if ((at & ~(PAGE - 1)) == image_stubs.pages[i].addr)
			image_stubs.pages[i].used += STUB_SIZE;
}

/* A page of pointers at a place that the text dictates; false: something else is there. */
static bool pointer_page(uint64_t page)
{
	for (uint32_t i = 0; i < sites.pointers; i++)
		if (image_stubs.pointers[i] == page)
			return true;
	if (sites.pointers == IMAGE_POINTER_PAGES || page < PAGE * 256 ||
	    error(sys6(__NR_mmap, page, PAGE, PROT_READ,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0)))
		return false;
	image_stubs.pointers[sites.pointers++] = page;
	return true;
}

static enum site_state leave(enum left why)
{
	stat_add(&process.arena->stats.left[why]);
	return SITE_LEFT;
}

/* A page for one stub alone, at a place that the jump's bytes dictate. */
static bool stub_place_aimed(uint64_t near, uint64_t *ret_at)
{
	uint64_t page;

	if (sites.stubs == PAGES_MAX)
		return false;
	for (uint32_t i = 0; arch_near(near, i, &page); i++) {
		uint64_t at = arch_stub_aimed(near, page);

		page = at & ~(PAGE - 1);
		if (!arch_reaches(near, page) || page < PAGE * 256 ||
		    error(sys6(__NR_mmap, page, PAGE, PROT_READ | PROT_EXEC,
			       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0)))
			continue;
		image_stubs.pages[sites.stubs].addr = page;
		image_stubs.pages[sites.stubs].used = PAGE;
		sites.stubs++;
		*ret_at = at;
		return true;
	}
	return false;
}

static bool is_behind(const struct site *site, const struct patch *patch)
{
	const uint8_t *has = (const uint8_t *)site->stub + STUB_BEHIND;
	uint32_t same = 0;

	while (same < patch->behind_len && has[same] == patch->behind[same])
		same++;
	return same == patch->behind_len && same == site->behind_len;
}

/* Makes the site's stub, where it has not the very one; false: why is in *ret_why. */
static bool stub_for(struct site *site, uint32_t nr, const struct patch *patch, long fd,
		     enum left *ret_why)
{
	const uint64_t targets[] = { (uint64_t)arch_trampoline, (uint64_t)arch_plain };
	bool aimed = patch->tactic == TACTIC_AFTER;
	uint8_t stub[STUB_SIZE];
	uint64_t at;

	if (site->stub && site->tactic == patch->tactic &&
	    (aimed ? is_behind(site, patch) : site->nr == nr))
		return true;
	*ret_why = LEFT_ROOM;
	if (!(aimed ? stub_place_aimed(site->addr, &at) : stub_place(site->addr, &at)))
		return false;
	*ret_why = LEFT_REFUSED;
	arch_stub_make(stub, at, site->addr, nr, patch, nr < PLAN_CALLS && !process.plan[nr]);
	if (!mem_write(fd, at, stub, sizeof(stub)) ||
	    !mem_write(fd, at & ~(PAGE - 1), targets, sizeof(targets))) {
		sites.broken = 1;
		return false;
	}
	if (!aimed)
		stub_taken(at);
	site->stub = at;
	site->nr = nr;
	site->tactic = (uint8_t)patch->tactic;
	site->behind_len = patch->behind_len;
	return true;
}

/* The pointer where the text says that it is; not over another site's. */
static bool pointer_set(struct thread *thread, uint64_t at, uint64_t former, uint64_t stub, long fd)
{
	uint64_t now;

	return pointer_page(at & ~(PAGE - 1)) && pointer_page((at + 7) & ~(PAGE - 1)) &&
	       copy_in(thread, &now, at, sizeof(now)) && (!now || now == former) &&
	       mem_write(fd, at, &stub, sizeof(stub));
}

static uint32_t stands_on(uint32_t tactic, uint32_t len)
{
	return tactic == TACTIC_POINTER ? POINTER_JUMP : len;
}

/* Bytes that another's rewriting has changed, or stands on, are not to be changed or stood on. */
static bool meets_another(const struct site *site, const struct patch *patch)
{
	uint32_t len = stands_on(patch->tactic, patch->len);

	for (uint32_t i = 0; i < sites.count; i++) {
		const struct site *other = &table[i];

		if (other != site && other->state == SITE_REWRITTEN &&
		    (other->patch_at - patch->at < len ||
		     patch->at - other->patch_at < stands_on(other->tactic, other->patch_len)))
			return true;
	}
	return false;
}

static enum site_state rewrite(struct thread *thread, struct site *site, uint32_t nr, long fd)
{
	uint8_t code[SITE_BEFORE + SITE_AFTER];
	enum left why = LEFT_BYTES;

	if (!copy_in(thread, code, site->addr - SITE_BEFORE, sizeof(code)))
		return leave(LEFT_BYTES);
	for (uint32_t tactic = 0; tactic < TACTICS && !sites.broken; tactic++) {
		uint64_t former = site->stub;
		struct patch patch;

		if (!arch_patch_plan(&patch, code, site->addr, nr, (enum tactic)tactic))
			continue;
		/* Writable text changes under our hands: a JIT's. */
		if (is_writable(patch.at, patch.len))
			return leave(LEFT_WRITABLE);
		if (meets_another(site, &patch))
			continue;
		if (!stub_for(site, nr, &patch, fd, &why))
			continue;
		why = LEFT_ROOM;
		if (patch.pointer_at &&
		    !pointer_set(thread, patch.pointer_at, former, site->stub, fd))
			continue;
		arch_patch_aim(&patch, site->stub);
		why = LEFT_REFUSED;
		site->patch_at = patch.at;
		site->patch_len = (uint8_t)patch.len;
		memcpy(site->old, patch.old, sizeof(site->old));
		memcpy(site->new, patch.new, sizeof(site->new));
		if (tactic == TACTIC_AFTER)
			sites.after = 1;
		if (!text_write(thread, fd, patch.at, patch.old, patch.new, patch.len))
			continue;
		stat_add(&process.arena->stats.rewritten[tactic]);
		return SITE_REWRITTEN;
	}
	return leave(why);
}

bool sites_active(void)
{
	return !__atomic_load_n(&sites.ended, __ATOMIC_RELAXED) && process.arena->rewrite_after;
}

static bool is_new(const struct site *site, const uint8_t *bytes)
{
	for (uint32_t i = 0; i < site->patch_len; i++)
		if (bytes[i] != site->new[i])
			return false;
	return true;
}

/* The bytes are as the site's rewriting left them. */
static bool is_ours(struct thread *thread, const struct site *site)
{
	uint8_t now[PATCH_MAX];

	return copy_in(thread, now, site->patch_at, site->patch_len) && is_new(site, now);
}

static bool is_worth_it(struct site *site)
{
	uint32_t after = process.arena->rewrite_after;

	if (sites.traps == REWRITE_OFTEN && after > REWRITE_SOON)
		after = REWRITE_SOON;
	return ++site->count >= after;
}

void site_trapped(struct thread *thread, uint64_t addr, uint32_t nr)
{
	uint8_t now[PATCH_MAX];
	struct site *site;
	long fd;

	if (!sites_active() || sites.broken || process.sandbox || !copy_may_fault(thread) ||
	    process.arena->control & CONTROL_PASS)
		return;
	if (!sites_try_lock(thread))
		return; /* it will trap again */
	wait_for_holders();
	site = sites_active() && !process.sandbox ? site_at(addr) : NULL;
	if (site && site->state == SITE_REWRITTEN &&
	    copy_in(thread, now, site->patch_at, site->patch_len) && !is_new(site, now))
		site->state = SITE_TRAPPING; /* other text is there now */
	sites.traps += sites.traps < REWRITE_OFTEN;
	if (site && site->state == SITE_TRAPPING && is_worth_it(site)) {
		site->count = 0;
		fd = mem_open();
		if (!error(fd)) {
			site->state = (uint8_t)rewrite(thread, site, nr, fd);
			sys1(__NR_close, fd);
		} else if (fd != -EMFILE && fd != -ENFILE) {
			sites.broken = 1;
		}
	}
	unlock(&sites.lock);
}

static bool is_at(const struct site *site, uint64_t addr, uint64_t len)
{
	return site->state == SITE_REWRITTEN &&
	       (site->patch_at - addr < len || addr - site->patch_at < site->patch_len);
}

static bool any_at(uint64_t addr, uint64_t len)
{
	for (uint32_t i = 0; i < sites.count; i++)
		if (is_at(&table[i], addr, len))
			return true;
	return false;
}

/* The site's bytes become what they were, if they are still ours; false: they cannot. */
static bool put_back(struct thread *thread, struct site *site, long *fd)
{
	const uint64_t at = site->patch_at;
	const size_t n = site->patch_len;
	uint8_t now[PATCH_MAX];

	/* /proc/self/mem shows what may not be read, too. */
	if ((copy_in_by_kernel(thread, now, at, n) ||
	     (mem_at_hand(fd) ? mem_read(*fd, at, now, n) : copy_in(thread, now, at, n))) &&
	    is_new(site, now)) {
		bool written =
			thread_alone() && mem_at_hand(fd) && mem_write(*fd, at, site->old, n);

		/* What is not to be read or written otherwise, others are hardly executing. */
		if (!written && !write_beside_others(thread, at, site->old, n) &&
		    !(mem_at_hand(fd) && mem_write(*fd, at, site->old, n)))
			return false;
		stat_add(&process.arena->stats.undone);
	}
	site->state = SITE_TRAPPING;
	return true;
}

/*
 * Those in [addr, addr + len) as they were; only bytes that are still ours are
 * touched.  False: text cannot be written here (no /proc, a seccomp filter).
 */
bool sites_undo(struct thread *thread, uint64_t addr, uint64_t len)
{
	bool undone = true;
	long fd = -1;

	sites_lock(thread);
	wait_for_holders();
	for (uint32_t i = 0; i < sites.count; i++)
		if (is_at(&table[i], addr, len) && !put_back(thread, &table[i], &fd))
			undone = false;
	if (fd >= 0)
		sys1(__NR_close, fd);
	unlock(&sites.lock);
	return undone;
}

/* The protection of text is about to change, and no site meanwhile; undo: none is rewritten. */
void sites_hold(struct thread *thread, uint64_t addr, uint64_t len, bool undo)
{
	for (;;) {
		bool busy;

		__atomic_store_n(&thread->holds_text, 1, __ATOMIC_SEQ_CST);
		busy = __atomic_load_n(&sites.lock, __ATOMIC_SEQ_CST);
		if (!busy && !(undo && any_at(addr, len)))
			return;
		sites_release(thread);
		if (busy)
			arch_pause();
		else
			undo = sites_undo(thread, addr, len);
	}
}

void sites_release(struct thread *thread)
{
	__atomic_store_n(&thread->holds_text, 0, __ATOMIC_RELEASE);
}

void sites_abandoned(struct thread *thread)
{
	sites_release(thread);
	if (__atomic_load_n(&sites.lock, __ATOMIC_RELAXED) == 1 + slot_index(thread))
		unlock(&sites.lock);
}

bool sites_stop(struct thread *thread)
{
	__atomic_store_n(&sites.ended, 1, __ATOMIC_RELAXED);
	return sites_undo(thread, 0, UINT64_MAX);
}

/*
 * Not any more in this process; the thread's %gs is the application's from now
 * on, or where sites cannot be undone the agent's till the application sets it.
 */
void sites_end(struct thread *thread)
{
	if (!process.arena->rewrite_after)
		return;
	if (sites_stop(thread))
		thread_give_gs(thread);
}

bool site_is_in_stub(uint64_t pc)
{
	for (uint32_t i = 0; i < sites.stubs; i++)
		if ((pc & ~(PAGE - 1)) == image_stubs.pages[i].addr)
			return true;
	return false;
}

/* The site whose stub pc is in, or NULL. */
const struct site *site_of_stub(uint64_t pc)
{
	if (!site_is_in_stub(pc))
		return NULL;
	for (uint32_t i = 0; i < sites.count; i++)
		if (table[i].stub && pc - table[i].stub < STUB_SIZE)
			return &table[i];
	return NULL;
}

const struct site *site_by_pointer(uint64_t pc)
{
	uint16_t *entry = entry_of(pc);
	const struct site *site = *entry ? &table[*entry - 1] : NULL;

	if (site && site->state == SITE_REWRITTEN && site->tactic == TACTIC_POINTER)
		return site;
	return NULL;
}

uint64_t site_behind(struct thread *thread, uint64_t pc, bool halted)
{
	uint8_t byte;

	for (uint32_t i = 0; sites.after && i < sites.count; i++) {
		const struct site *site = &table[i];

		if (site->tactic == TACTIC_AFTER && site->stub &&
		    pc == site->addr + ARCH_CALL_SIZE &&
		    /* At the instruction itself it is enough: the rest may just be written. */
		    (halted ? copy_in(thread, &byte, pc, 1) && byte == ARCH_HALT :
			      is_ours(thread, site)))
			return site->stub + STUB_BEHIND;
	}
	return 0;
}

void site_go_on(struct thread *thread)
{
	uint64_t behind = site_behind(thread, thread->regs.rip, false);

	if (behind)
		thread->regs.rip = behind;
}

/* No descriptor of ours may be open when descriptors are copied. */
void sites_fork_begin(const struct thread *thread)
{
	sites_lock(thread);
}

void sites_fork_end(void)
{
	unlock(&sites.lock);
}

/* Registered with the first thread: later it takes the kernel 10 ms and more (synchronize_rcu). */
void sites_expect_threads(void)
{
	if (sites_active() && !process.sandbox)
		may_sync_cores();
}

void sites_forked(void)
{
	sites.lock = 0;
}
