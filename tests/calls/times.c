// SPDX-License-Identifier: LGPL-2.1-or-later
/* Clocks, timers, sleeping. */
#include "expect.h"

#include <sys/timerfd.h>
#include <time.h>
#include <sys/time.h>
#include <sys/timex.h>

static char *date(long sec, const char *fraction)
{
	char stamp[64];

	strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%S", gmtime(&sec));
	return text("%s%s+0000", stamp, fraction);
}

static void clocks(void)
{
	struct timespec t = { 0 };
	struct timeval v = { 0 };
	struct timezone z = { 77, 77 };
	long seconds;
	struct timex x = { .modes = 0 };

	CALL(time, &seconds);
	EXPECT_NOTE(text(" (%s)", date(rc, "")), "time(tloc=[%ld /* %s */])", seconds,
		    date(seconds, ""));
	CALL(time, NULL);
	EXPECT_NOTE(text(" (%s)", date(rc, "")), "time(tloc=NULL)");
	CALL(time, fault);
	EXPECT("time(tloc=%p)", fault);
	CALL(gettimeofday, &v, &z);
	EXPECT("gettimeofday(tv={tv_sec=%ld, tv_usec=%ld}, tz={tz_minuteswest=%d, tz_dsttime=%d})",
	       v.tv_sec, v.tv_usec, z.tz_minuteswest, z.tz_dsttime);
	CALL(gettimeofday, NULL, NULL);
	EXPECT("gettimeofday(tv=NULL, tz=NULL)");
	CALL(gettimeofday, fault, NULL);
	EXPECT("gettimeofday(tv=%p, tz=NULL)", fault);
	v = (struct timeval){ -1, 2000000 };
	CALL(settimeofday, &v, NULL);
	EXPECT("settimeofday(tv={tv_sec=-1, tv_usec=2000000}, tz=NULL)");
	CALL(clock_gettime, CLOCK_MONOTONIC, &t);
	EXPECT("clock_gettime(clockid=CLOCK_MONOTONIC, tp={tv_sec=%ld, tv_nsec=%ld})", t.tv_sec,
	       t.tv_nsec);
	CALL(clock_gettime, CLOCK_REALTIME, fault);
	EXPECT("clock_gettime(clockid=CLOCK_REALTIME, tp=%p)", fault);
	CALL(clock_gettime, 77, &t);
	EXPECT("clock_gettime(clockid=0x4d /* CLOCK_??? */, tp=%p)", &t);
	CALL(clock_getres, CLOCK_BOOTTIME, &t);
	EXPECT("clock_getres(clockid=CLOCK_BOOTTIME, res={tv_sec=%ld, tv_nsec=%ld})", t.tv_sec,
	       t.tv_nsec);
	CALL(clock_getres, CLOCK_TAI, NULL);
	EXPECT("clock_getres(clockid=CLOCK_TAI, res=NULL)");
	t = (struct timespec){ 5, -1 };
	CALL(clock_settime, CLOCK_REALTIME, &t);
	EXPECT("clock_settime(clockid=CLOCK_REALTIME, tp={tv_sec=5, "
	       "tv_nsec=18446744073709551615})");
	CALL(clock_settime, CLOCK_PROCESS_CPUTIME_ID, NULL);
	EXPECT("clock_settime(clockid=CLOCK_PROCESS_CPUTIME_ID, tp=NULL)");
	for (int adjust = 0; adjust < 2; adjust++) {
		if (adjust)
			CALL(clock_adjtime, CLOCK_REALTIME, &x);
		else
			CALL(adjtimex, &x);
		EXPECT_NOTE(
			rc == 0 ? " (TIME_OK)" :
			rc == 5 ? " (TIME_ERROR)" :
				  " (?)",
			"%s{modes=0, offset=%ld, freq=%ld, maxerror=%ld, esterror=%ld, status=%s, "
			"constant=%ld, "
			"precision=%ld, tolerance=%ld, time={tv_sec=%ld, tv_usec=%ld}, tick=%ld, "
			"ppsfreq=%ld, jitter=%ld, "
			"shift=%d, stabil=%ld, jitcnt=%ld, calcnt=%ld, errcnt=%ld, stbcnt=%ld, "
			"tai=%d})",
			adjust ? "clock_adjtime(clockid=CLOCK_REALTIME, buf=" : "adjtimex(buf=",
			x.offset, x.freq, x.maxerror, x.esterror,
			bits(x.status, "STA_PLL", 1, "STA_UNSYNC", 0x40, "STA_NANO", 0x2000, NULL),
			x.constant, x.precision, x.tolerance, x.time.tv_sec, x.time.tv_usec, x.tick,
			x.ppsfreq, x.jitter, x.shift, x.stabil, x.jitcnt, x.calcnt, x.errcnt,
			x.stbcnt, x.tai);
	}
	CALL(adjtimex, fault);
	EXPECT("adjtimex(buf=%p)", fault);
	CALL(clock_adjtime, CLOCK_MONOTONIC, &x);
	EXPECT("clock_adjtime(clockid=CLOCK_MONOTONIC, buf=%p)", &x);
}

static void sleeping(void)
{
	struct timespec t = { 0, 1000 }, left = { 0 }, bad = { -1, 0 };

	CALL(nanosleep, &t, &left);
	EXPECT("nanosleep(req={tv_sec=0, tv_nsec=1000}, rem=%p)", &left);
	CALL(nanosleep, &bad, NULL);
	EXPECT("nanosleep(req={tv_sec=-1, tv_nsec=0}, rem=NULL)");
	CALL(nanosleep, fault, NULL);
	EXPECT("nanosleep(req=%p, rem=NULL)", fault);
	CALL(clock_nanosleep, CLOCK_MONOTONIC, 0, &t, &left);
	EXPECT("clock_nanosleep(clockid=CLOCK_MONOTONIC, flags=0, request={tv_sec=0, "
	       "tv_nsec=1000}, remain=%p)",
	       &left);
	CALL(clock_nanosleep, CLOCK_REALTIME, TIMER_ABSTIME, &t, NULL);
	EXPECT("clock_nanosleep(clockid=CLOCK_REALTIME, flags=TIMER_ABSTIME, request={tv_sec=0, "
	       "tv_nsec=1000}, remain=NULL)");
	CALL(clock_nanosleep, 77, 2, &bad, fault);
	EXPECT("clock_nanosleep(clockid=0x4d /* CLOCK_??? */, flags=0x2 /* TIMER_??? */, "
	       "request={tv_sec=-1, tv_nsec=0}, remain=%p)",
	       fault);
}

static void intervals(void)
{
	struct itimerval i = { { 1, 2 }, { 300, 4 } }, o = { { 0, 0 }, { 0, 0 } };

	CALL(setitimer, ITIMER_VIRTUAL, &i, &o);
	EXPECT("setitimer(which=ITIMER_VIRTUAL, new_value={it_interval={tv_sec=1, tv_usec=2}, "
	       "it_value={tv_sec=300, tv_usec=4}}, "
	       "old_value={it_interval={tv_sec=0, tv_usec=0}, it_value={tv_sec=0, tv_usec=0}})");
	CALL(getitimer, ITIMER_PROF, &o);
	EXPECT("getitimer(which=ITIMER_PROF, curr_value={it_interval={tv_sec=0, tv_usec=0}, "
	       "it_value={tv_sec=0, tv_usec=0}})");
	CALL(getitimer, 77, &o);
	EXPECT("getitimer(which=0x4d /* ITIMER_??? */, curr_value=%p)", &o);
	CALL(setitimer, ITIMER_REAL, fault, NULL);
	EXPECT("setitimer(which=ITIMER_REAL, new_value=%p, old_value=NULL)", fault);
	CALL(alarm, WIDE(300));
	EXPECT("alarm(seconds=300)");
	CALL(alarm, 0);
	EXPECT("alarm(seconds=0)");
}

static void timers(void)
{
	struct itimerspec i = { { 1, 2 }, { 300, 4 } }, o;
	struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1 };
	int id = -1;

	CALL(timer_create, CLOCK_MONOTONIC, NULL, &id);
	EXPECT("timer_create(clockid=CLOCK_MONOTONIC, sevp=NULL, timerid=[%d])", id);
	CALL(timer_settime, id, 0, &i, &o);
	EXPECT("timer_settime(timerid=%d, flags=0, new_value={it_interval={tv_sec=1, tv_nsec=2}, "
	       "it_value={tv_sec=300, tv_nsec=4}}, "
	       "old_value={it_interval={tv_sec=0, tv_nsec=0}, it_value={tv_sec=0, tv_nsec=0}})",
	       id);
	CALL(timer_gettime, id, &o);
	EXPECT("timer_gettime(timerid=%d, curr_value={it_interval={tv_sec=1, tv_nsec=2}, "
	       "it_value={tv_sec=%ld, tv_nsec=%ld}})",
	       id, o.it_value.tv_sec, o.it_value.tv_nsec);
	CALL(timer_settime, id, TIMER_ABSTIME, fault, NULL);
	EXPECT("timer_settime(timerid=%d, flags=TIMER_ABSTIME, new_value=%p, old_value=NULL)", id,
	       fault);
	CALL(timer_getoverrun, id);
	EXPECT("timer_getoverrun(timerid=%d)", id);
	CALL(timer_delete, id);
	EXPECT("timer_delete(timerid=%d)", id);
	event.sigev_value.sival_int = 5;
	CALL(timer_create, CLOCK_MONOTONIC, &event, fault);
	EXPECT("timer_create(clockid=CLOCK_MONOTONIC, sevp={sigev_value={sival_int=5, "
	       "sival_ptr=0x5}, sigev_signo=SIGUSR1, "
	       "sigev_notify=SIGEV_SIGNAL}, timerid=%p)",
	       fault);
	event.sigev_value.sival_ptr = NULL;
	event.sigev_notify = SIGEV_THREAD_ID;
	event._sigev_un._tid = 1;
	CALL(timer_create, 77, &event, &id);
	EXPECT("timer_create(clockid=0x4d /* CLOCK_??? */, sevp={sigev_signo=SIGUSR1, "
	       "sigev_notify=SIGEV_THREAD_ID, "
	       "sigev_notify_thread_id=1}, timerid=%p)",
	       &id);
	event.sigev_notify = SIGEV_THREAD;
	event.sigev_notify_function = (void *)0x1234;
	event.sigev_notify_attributes = NULL;
	CALL(timer_create, 77, &event, &id);
	EXPECT("timer_create(clockid=0x4d /* CLOCK_??? */, sevp={sigev_signo=SIGUSR1, "
	       "sigev_notify=SIGEV_THREAD, "
	       "sigev_notify_function=0x1234, sigev_notify_attributes=NULL}, timerid=%p)",
	       &id);
	event.sigev_notify = SIGEV_NONE;
	CALL(timer_create, 77, &event, &id);
	EXPECT("timer_create(clockid=0x4d /* CLOCK_??? */, sevp={sigev_signo=10, "
	       "sigev_notify=SIGEV_NONE}, timerid=%p)",
	       &id);
	event.sigev_notify = 77;
	CALL(timer_create, 77, &event, &id);
	EXPECT("timer_create(clockid=0x4d /* CLOCK_??? */, sevp={sigev_signo=10, sigev_notify=0x4d "
	       "/* SIGEV_??? */}, timerid=%p)",
	       &id);
	CALL(timer_create, 77, fault, &id);
	EXPECT("timer_create(clockid=0x4d /* CLOCK_??? */, sevp=%p, timerid=%p)", fault, &id);
}

static void descriptors(void)
{
	struct itimerspec i = { { 0, 0 }, { 300, 0 } }, o;
	int fd;

	CALL(timerfd_create, CLOCK_BOOTTIME_ALARM, TFD_CLOEXEC | TFD_NONBLOCK);
	EXPECT("timerfd_create(clockid=CLOCK_BOOTTIME_ALARM, flags=TFD_CLOEXEC|TFD_NONBLOCK)");
	CALL(timerfd_create, CLOCK_REALTIME, 0);
	EXPECT("timerfd_create(clockid=CLOCK_REALTIME, flags=0)");
	fd = rc;
	CALL(timerfd_create, CLOCK_REALTIME_COARSE, 0x10);
	EXPECT("timerfd_create(clockid=CLOCK_REALTIME_COARSE, flags=0x10 /* TFD_??? */)");
	CALL(timerfd_settime, fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &i, NULL);
	EXPECT("timerfd_settime(fd=%d, flags=TFD_TIMER_ABSTIME|TFD_TIMER_CANCEL_ON_SET, "
	       "new_value={it_interval={tv_sec=0, tv_nsec=0}, "
	       "it_value={tv_sec=300, tv_nsec=0}}, old_value=NULL)",
	       fd);
	CALL(timerfd_gettime, fd, &o);
	EXPECT("timerfd_gettime(fd=%d, curr_value={it_interval={tv_sec=0, tv_nsec=0}, "
	       "it_value={tv_sec=%ld, tv_nsec=%ld}})",
	       fd, o.it_value.tv_sec, o.it_value.tv_nsec);
	CALL(timerfd_gettime, 99, &o);
	EXPECT("timerfd_gettime(fd=99, curr_value=%p)", &o);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	clocks();
	sleeping();
	intervals();
	timers();
	descriptors();
	return 0;
}
