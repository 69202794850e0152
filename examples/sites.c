/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Counts calls by where they are made from.
 *
 *   self_ptrace --hook sites.so:$PWD/counts.txt ./program
 *
 * At its end each process adds its lines: how often, the call's number, where.
 * The hook itself uses no vector register and is told so, which makes it cheap:
 * build it with -mgeneral-regs-only.
 */
#include <self_ptrace_hook.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SITES 4096

static struct {
	_Atomic unsigned long site; /* number in the upper bits, address below; 0: free */
	_Atomic unsigned long count;
} sites[SITES];
static _Atomic unsigned long lost;
static char *path;

static int count(struct self_ptrace_event *event, void *context)
{
	unsigned long site = (unsigned long)event->number << 48 | event->call_address;

	(void)context;
	for (unsigned long i = 0; i < SITES; i++) {
		unsigned long at =
			(event->call_address * 31 + (unsigned long)event->number + i) % SITES;
		unsigned long found = 0;

		if (sites[at].site == site ||
		    atomic_compare_exchange_strong(&sites[at].site, &found, site) ||
		    found == site) {
			sites[at].count++;
			return SELF_PTRACE_PASS;
		}
	}
	lost++;
	return SELF_PTRACE_PASS;
}

static void report(struct self_ptrace_event *event, void *context)
{
	int fd;

	(void)context;
	if (event->kind != SELF_PTRACE_THREAD_END || event->number != SYS_exit_group)
		return;
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	for (int i = 0; i < SITES; i++) {
		unsigned long address = sites[i].site & ((1ul << 48) - 1);
		Dl_info info = { 0 };

		if (!sites[i].site)
			continue;
		dladdr((void *)address, &info);
		dprintf(fd, "%8lu %4lu %s+0x%lx\n", sites[i].count, sites[i].site >> 48,
			info.dli_fname ? info.dli_fname : "?",
			info.dli_fbase ? address - (unsigned long)info.dli_fbase : address);
	}
	if (lost)
		dprintf(fd, "%8lu calls from more than %d sites\n", lost, SITES);
	close(fd);
}

/* A child begins anew. */
static void begin(struct self_ptrace_event *event, void *context)
{
	(void)context;
	(void)event;
	for (int i = 0; i < SITES; i++)
		sites[i].count = sites[i].site = 0;
}

int self_ptrace_plugin(const char *args)
{
	const struct self_ptrace_hook counting = { .size = sizeof(counting),
						   .enter = count,
						   .flags = SELF_PTRACE_HOOK_NO_VECTOR };
	const struct self_ptrace_hook events = { .size = sizeof(events),
						 .thread = report,
						 .fork = begin };

	path = realpath(args, NULL);
	if (!path) {
		int fd = open(args, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

		if (fd < 0)
			return errno;
		close(fd);
		path = realpath(args, NULL);
	}
	if (self_ptrace_hook_add(&counting, NULL, 0) < 0 ||
	    self_ptrace_hook_add(&events, (const int[]){ 0 }, 0) < 0)
		return errno;
	return 0;
}
