/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "clock.h"

#include <time.h>

#include "arch_clock.h"

/* Less, and the rate of the first milliseconds would be off by more than 0.01 %. */
#define CALIBRATE_NS 1000000

static struct {
	uint64_t first_stamp, first_raw_ns; /* for the rate */
	uint64_t stamp, real_ns;	    /* the newest pair */
	double ns_per_stamp;
} clock_state;

static uint64_t now_ns(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t clock_stamp(void)
{
	return arch_stamp();
}

/* The clock's time at *ret_stamp, which is only as good as its neighbours are close. */
static uint64_t read_at(clockid_t clock, uint64_t *ret_stamp)
{
	uint64_t best = 0, best_ns = 0;

	for (int i = 0; i < 3; i++) {
		uint64_t before = clock_stamp(), ns = now_ns(clock), after = clock_stamp();

		if (!i || after - before < best) {
			best = after - before;
			best_ns = ns;
			*ret_stamp = before + best / 2;
		}
	}
	return best_ns;
}

void clock_begin(void)
{
	clock_state.first_raw_ns = read_at(CLOCK_MONOTONIC_RAW, &clock_state.first_stamp);
}

/* Until the rate is known; the program's exec has taken as long already, as a rule. */
static void settle(void)
{
	while (now_ns(CLOCK_MONOTONIC_RAW) - clock_state.first_raw_ns < CALIBRATE_NS)
		;
	clock_refresh();
}

void clock_refresh(void)
{
	uint64_t stamp, raw = read_at(CLOCK_MONOTONIC_RAW, &stamp);

	clock_state.ns_per_stamp = (double)(raw - clock_state.first_raw_ns) /
				   (double)(stamp - clock_state.first_stamp);
	clock_state.real_ns = read_at(CLOCK_REALTIME, &clock_state.stamp);
}

uint64_t clock_to_ns(uint64_t stamp)
{
	int64_t distance;

	if (!clock_state.stamp)
		settle();
	distance = (int64_t)(stamp - clock_state.stamp);
	return clock_state.real_ns +
	       (uint64_t)(int64_t)((double)distance * clock_state.ns_per_stamp);
}

uint64_t clock_stamps_in(uint64_t ns)
{
	if (!clock_state.stamp)
		settle();
	return (uint64_t)((double)ns / clock_state.ns_per_stamp);
}

uint64_t clock_ns_in(uint64_t stamps)
{
	return (uint64_t)((double)stamps * clock_state.ns_per_stamp);
}
