// SPDX-License-Identifier: LGPL-2.1-or-later
/* Users, groups, sessions, capabilities, limits. */
#include "expect.h"

#include <grp.h>
#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/time.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>

static void users(void)
{
	unsigned a = 7, b = 7, c = 7, list[3] = { 1, 4000000000U, 7 };

	CALL(getuid);
	EXPECT("getuid()");
	CALL(geteuid);
	EXPECT("geteuid()");
	CALL(getgid);
	EXPECT("getgid()");
	CALL(getegid);
	EXPECT("getegid()");
	CALL(getresuid, &a, &b, &c);
	EXPECT("getresuid(ruid=[%u], euid=[%u], suid=[%u])", a, b, c);
	CALL(getresuid, &a, NULL, fault);
	EXPECT("getresuid(ruid=%p, euid=NULL, suid=%p)", &a, fault);
	CALL(getresgid, &a, &b, &c);
	EXPECT("getresgid(rgid=[%u], egid=[%u], sgid=[%u])", a, b, c);
	CALL(setresuid, -1, WIDE(-1), getuid());
	EXPECT("setresuid(ruid=-1, euid=-1, suid=%u)", getuid());
	CALL(setresgid, -1, -1, getgid());
	EXPECT("setresgid(rgid=-1, egid=-1, sgid=%u)", getgid());
	CALL(setreuid, -1, getuid());
	EXPECT("setreuid(ruid=-1, euid=%u)", getuid());
	CALL(setregid, getgid(), -1);
	EXPECT("setregid(rgid=%u, egid=-1)", getgid());
	CALL(setuid, -1);
	EXPECT("setuid(uid=-1)");
	CALL(setgid, WIDE(-1));
	EXPECT("setgid(gid=-1)");
	CALL(setfsuid, -1);
	EXPECT("setfsuid(fsuid=-1)");
	CALL(setfsgid, -1);
	EXPECT("setfsgid(fsgid=-1)");
	CALL(getgroups, 0, NULL);
	EXPECT("getgroups(size=0, list=NULL)");
	CALL(getgroups, -1, list);
	EXPECT("getgroups(size=-1, list=%p)", list);
	CALL(setgroups, 70000, NULL);
	EXPECT("setgroups(size=70000, list=NULL)");
	if (geteuid() == 0) {
		CALL(setgroups, 2, list);
		EXPECT("setgroups(size=2, list=[1, 4000000000])");
		CALL(getgroups, 3, list);
		EXPECT("getgroups(size=3, list=[1, 4000000000])");
	}
	CALL(setgroups, 1, fault);
	EXPECT("setgroups(size=1, list=%p)", fault);
}

static void capabilities(void)
{
	struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct data[2] = { { 0 } };

	CALL(capget, &header, NULL);
	EXPECT("capget(hdrp={version=_LINUX_CAPABILITY_VERSION_3, pid=0}, datap=NULL)");
	CALL(capget, fault, data);
	EXPECT("capget(hdrp=%p, datap=%p)", fault, data);
	header.pid = -1;
	data[0].effective = 1 << CAP_CHOWN | 1 << CAP_KILL;
	data[1].permitted = 1 << (CAP_PERFMON - 32);
	CALL(capset, &header, data);
	EXPECT("capset(hdrp={version=_LINUX_CAPABILITY_VERSION_3, pid=-1}, "
	       "datap={effective=1<<CAP_CHOWN|1<<CAP_KILL, "
	       "permitted=1<<CAP_PERFMON, inheritable=0})");
	header.version = 77;
	CALL(capset, &header, data);
	EXPECT("capset(hdrp={version=0x4d /* _LINUX_CAPABILITY_VERSION_??? */, pid=-1}, "
	       "datap={effective=1<<CAP_CHOWN|1<<CAP_KILL, permitted=0, inheritable=0})");
	header.version = _LINUX_CAPABILITY_VERSION_1;
	data[0].effective = 0;
	CALL(capset, &header, data);
	EXPECT("capset(hdrp={version=_LINUX_CAPABILITY_VERSION_1, pid=-1}, datap={effective=0, "
	       "permitted=0, inheritable=0})");
	CALL(capset, &header, fault);
	EXPECT("capset(hdrp={version=_LINUX_CAPABILITY_VERSION_1, pid=-1}, datap=%p)", fault);
}

static void sessions(void)
{
	CALL(getpid);
	EXPECT("getpid()");
	CALL(gettid);
	EXPECT("gettid()");
	CALL(getppid);
	EXPECT("getppid()");
	CALL(getpgrp);
	EXPECT("getpgrp()");
	CALL(getpgid, 0);
	EXPECT("getpgid(pid=0)");
	CALL(getpgid, -5);
	EXPECT("getpgid(pid=-5)");
	CALL(setpgid, WIDE(0), -1);
	EXPECT("setpgid(pid=0, pgid=-1)");
	CALL(getsid, getpid());
	EXPECT("getsid(pid=%d)", getpid());
	CALL(setpgid, 0, 0);
	EXPECT("setpgid(pid=0, pgid=0)");
	CALL(setsid);
	EXPECT("setsid()");
}

/* Of 100 a second. */
static const char *ticks(long number)
{
	return text(number ? "%ld /* %ld.%02ld s */" : "%ld", number, number / 100, number % 100);
}

static const char *limit(unsigned long value)
{
	return value == RLIM_INFINITY		 ? "RLIM64_INFINITY" :
	       value > 1024 && value % 1024 == 0 ? text("%lu*1024", value / 1024) :
						   text("%lu", value);
}

static const char *time_of(struct timeval t)
{
	return text("{tv_sec=%ld, tv_usec=%ld}", t.tv_sec, t.tv_usec);
}

static void limits(void)
{
	struct rlimit get, set;
	struct rusage usage;
	struct tms tms;
	unsigned cpu = 99, node = 99;

	CALL(getrlimit, RLIMIT_NOFILE, &get);
	EXPECT("getrlimit(resource=RLIMIT_NOFILE, rlim={rlim_cur=%s, rlim_max=%s})",
	       limit(get.rlim_cur), limit(get.rlim_max));
	CALL(getrlimit, RLIMIT_AS, fault);
	EXPECT("getrlimit(resource=RLIMIT_AS, rlim=%p)", fault);
	set = (struct rlimit){ 5, 2048 };
	CALL(setrlimit, 77, &set);
	EXPECT("setrlimit(resource=0x4d /* RLIMIT_??? */, rlim={rlim_cur=5, rlim_max=2*1024})");
	CALL(setrlimit, RLIMIT_CORE, NULL);
	EXPECT("setrlimit(resource=RLIMIT_CORE, rlim=NULL)");
	CALL(prlimit64, 0, RLIMIT_STACK, NULL, &get);
	EXPECT("prlimit64(pid=0, resource=RLIMIT_STACK, new_limit=NULL, old_limit={rlim_cur=%s, "
	       "rlim_max=%s})",
	       limit(get.rlim_cur), limit(get.rlim_max));
	set.rlim_max = RLIM_INFINITY;
	CALL(prlimit64, -1, RLIMIT_CPU, &set, fault);
	EXPECT("prlimit64(pid=-1, resource=RLIMIT_CPU, new_limit={rlim_cur=5, "
	       "rlim_max=RLIM64_INFINITY}, old_limit=%p)",
	       fault);
	CALL(getrusage, RUSAGE_SELF, &usage);
	EXPECT("getrusage(who=RUSAGE_SELF, usage={ru_utime=%s, ru_stime=%s, %s})",
	       time_of(usage.ru_utime), time_of(usage.ru_stime),
	       V(text("ru_maxrss=%ld, ru_ixrss=%ld, ru_idrss=%ld, ru_isrss=%ld, ru_minflt=%ld, "
		      "ru_majflt=%ld, ru_nswap=%ld, "
		      "ru_inblock=%ld, ru_oublock=%ld, ru_msgsnd=%ld, ru_msgrcv=%ld, "
		      "ru_nsignals=%ld, ru_nvcsw=%ld, "
		      "ru_nivcsw=%ld",
		      usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss,
		      usage.ru_minflt, usage.ru_majflt, usage.ru_nswap, usage.ru_inblock,
		      usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
		      usage.ru_nvcsw, usage.ru_nivcsw),
		 "..."));
	CALL(getrusage, 77, &usage);
	EXPECT("getrusage(who=0x4d /* RUSAGE_??? */, usage=%p)", &usage);
	CALL(getrusage, RUSAGE_CHILDREN, NULL);
	EXPECT("getrusage(who=RUSAGE_CHILDREN, usage=NULL)");
	do { /* so that there is something to tell */
		CALL(times, &tms);
		EXPECT("times(buf={tms_utime=%s, tms_stime=%s, tms_cutime=%s, tms_cstime=%s})",
		       ticks(tms.tms_utime), ticks(tms.tms_stime), ticks(tms.tms_cutime),
		       ticks(tms.tms_cstime));
		for (volatile int i = 0; i < 10000000; i++)
			;
	} while (!tms.tms_utime);
	CALL(times, NULL);
	EXPECT("times(buf=NULL)");
	CALL(getcpu, &cpu, &node, NULL);
	EXPECT("getcpu(cpu=[%u], node=[%u], tcache=NULL)", cpu, node);
	CALL(getcpu, fault, NULL, NULL);
	EXPECT("getcpu(cpu=%p, node=NULL, tcache=NULL)", fault);
	CALL(getpriority, PRIO_PROCESS, 0);
	EXPECT("getpriority(which=PRIO_PROCESS, who=0)");
	CALL(getpriority, PRIO_PGRP, -1);
	EXPECT("getpriority(which=PRIO_PGRP, who=-1)");
	CALL(setpriority, PRIO_USER, -1, 5);
	EXPECT("setpriority(which=PRIO_USER, who=-1, prio=5)");
	CALL(setpriority, 9, 1, WIDE(-5));
	EXPECT("setpriority(which=0x9 /* PRIO_??? */, who=1, prio=-5)");
	CALL(ioprio_get, 1, 0);
	EXPECT_NOTE(rc == 4	 ? " (IOPRIO_PRIO_VALUE(IOPRIO_CLASS_NONE, 4))" :
		    rc == 0x4004 ? " (IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 4))" :
				   " (IOPRIO_PRIO_VALUE(IOPRIO_CLASS_NONE, 0))",
		    "ioprio_get(which=IOPRIO_WHO_PROCESS, who=0)");
	CALL(ioprio_set, 2, -1, 3 << 13 | 5);
	EXPECT("ioprio_set(which=IOPRIO_WHO_PGRP, who=-1, "
	       "ioprio=IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 5))");
	CALL(ioprio_set, 7, -1, 7 << 13);
	EXPECT("ioprio_set(which=0x7 /* IOPRIO_WHO_??? */, who=-1, ioprio=IOPRIO_PRIO_VALUE(0x7 /* "
	       "IOPRIO_CLASS_??? */, 0))");
}

static void kernel(void)
{
	static char long_name[] =
		"0123456789012345678901234567890123456789012345678901234567890123456789";
	struct utsname uts;
	struct sysinfo info;

	CALL(uname, &uts);
	EXPECT("uname(buf={sysname=\"%s\", nodename=\"%s\", %s})", uts.sysname, uts.nodename,
	       V(text("release=\"%s\", version=\"%s\", machine=\"%s\", domainname=\"%s\"",
		      uts.release, uts.version, uts.machine, uts.domainname),
		 "..."));
	CALL(uname, NULL);
	EXPECT("uname(buf=NULL)");
	CALL(sysinfo, &info);
	EXPECT("sysinfo(info={uptime=%ld, loads=[%lu, %lu, %lu], totalram=%lu, freeram=%lu, "
	       "sharedram=%lu, bufferram=%lu, "
	       "totalswap=%lu, freeswap=%lu, procs=%u, totalhigh=%lu, freehigh=%lu, mem_unit=%u})",
	       info.uptime, info.loads[0], info.loads[1], info.loads[2], info.totalram,
	       info.freeram, info.sharedram, info.bufferram, info.totalswap, info.freeswap,
	       info.procs, info.totalhigh, info.freehigh, info.mem_unit);
	CALL(sysinfo, fault);
	EXPECT("sysinfo(info=%p)", fault);
	CALL(sethostname, long_name, WIDE(65));
	EXPECT("sethostname(name=%p, len=65)", long_name);
	CALL(setdomainname, NULL, 5);
	EXPECT("setdomainname(name=NULL, len=5)");
	CALL(setdomainname, fault, -1);
	EXPECT("setdomainname(name=%p, len=4294967295)", fault);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	users();
	capabilities();
	limits();
	kernel();
	sessions();
	return 0;
}
