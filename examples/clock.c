/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Another time: it stands still, or runs faster or slower.
 *
 *   self_ptrace --hook clock.so:frozen=1000000000 date
 *   self_ptrace --hook clock.so:scale=60 ./program      # a minute each second
 *
 * Clocks are told so, the vDSO's too, and sleeps are as much shorter.  Not
 * changed: timeouts of other calls, timers, times of files, the processor's own
 * counters, and programs that hooks do not reach.
 */
#include <self_ptrace_hook.h>

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define CLOCKS 12
#define NS 1000000000ll

static double scale;			      /* 0: frozen */
static long long base[CLOCKS], shift[CLOCKS]; /* when the plugin came; what to add then */

static long long now(int clock)
{
	struct timespec time;

	/* Within a hook, and so the real time. */
	return clock_gettime(clock, &time) ? 0 : time.tv_sec * NS + time.tv_nsec;
}

static bool is_changed(int clock)
{
	return clock >= 0 && clock < CLOCKS && clock != CLOCK_PROCESS_CPUTIME_ID &&
	       clock != CLOCK_THREAD_CPUTIME_ID;
}

static long long changed(int clock)
{
	return base[clock] + shift[clock] + (long long)((double)(now(clock) - base[clock]) * scale);
}

static void tell(struct self_ptrace_event *event, void *context)
{
	struct timespec *time = (struct timespec *)event->args[1];
	struct timeval *day = (struct timeval *)event->args[0];
	long long ns;

	(void)context;
	if (event->result < 0)
		return;
	switch (event->number) {
	case SYS_clock_gettime:
		if (is_changed((int)event->args[0])) {
			ns = changed((int)event->args[0]);
			*time = (struct timespec){ ns / NS, ns % NS };
		}
		break;
	case SYS_gettimeofday:
		ns = changed(CLOCK_REALTIME);
		if (day)
			*day = (struct timeval){ ns / NS, ns % NS / 1000 };
		break;
	case SYS_time:
		event->result = changed(CLOCK_REALTIME) / NS;
		if (event->args[0])
			*(time_t *)event->args[0] = event->result;
		break;
	}
}

/* Sleeps here for as long as it takes; a frozen clock's sleep is over at once. */
static int sleep_less(struct self_ptrace_event *event, void *context)
{
	bool simple = event->number == SYS_nanosleep;
	int clock = simple ? CLOCK_MONOTONIC : (int)event->args[0];
	const struct timespec *time = (const struct timespec *)event->args[simple ? 0 : 2];
	double ns;
	struct timespec less;

	(void)context;
	if (!time || !is_changed(clock) || time->tv_nsec < 0 || time->tv_nsec >= NS)
		return SELF_PTRACE_PASS;
	ns = (double)(time->tv_sec * NS + time->tv_nsec);
	if (!simple && event->args[1] & TIMER_ABSTIME)
		ns -= (double)changed(clock);
	ns = scale > 0 && ns > 0 ? ns / scale : 0;
	less.tv_sec = (time_t)(ns / NS);
	less.tv_nsec = (long)fmod(ns, NS);
	event->result = -clock_nanosleep(CLOCK_MONOTONIC, 0, &less, NULL);
	return SELF_PTRACE_EMULATE;
}

int self_ptrace_plugin(const char *args)
{
	static const int clocks[] = { SYS_clock_gettime, SYS_gettimeofday, SYS_time };
	static const int sleeps[] = { SYS_nanosleep, SYS_clock_nanosleep };
	const struct self_ptrace_hook telling = { .size = sizeof(telling), .exit = tell };
	const struct self_ptrace_hook sleeping = { .size = sizeof(sleeping), .enter = sleep_less };

	for (int clock = 0; clock < CLOCKS; clock++)
		base[clock] = now(clock);
	if (!strncmp(args, "frozen=", 7))
		shift[CLOCK_REALTIME] = atoll(args + 7) * NS - base[CLOCK_REALTIME];
	else if (!strncmp(args, "scale=", 6))
		scale = atof(args + 6);
	else
		return EINVAL;
	shift[CLOCK_REALTIME_COARSE] = shift[CLOCK_TAI] = shift[CLOCK_REALTIME];
	if (self_ptrace_vdso_to_calls() || self_ptrace_hook_add(&telling, clocks, 3) < 0 ||
	    self_ptrace_hook_add(&sleeping, sleeps, 2) < 0)
		return errno;
	return 0;
}
