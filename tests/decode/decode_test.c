// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Calls made up here, through decoder and printers.  What is expected is
 * written by hand, after strace; numbers, structs and layouts are libc's.
 */
#include "tool/json.h"
#include "tool/text.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/futex.h>
#include <linux/sched.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <ucontext.h>

#define A 0x10000ul /* addresses of the program */
#define B 0x20000ul
#define C 0x30000ul
#define D 0x40000ul

static unsigned failures, checks;
static struct decode decode;
static struct decode_options options;
static struct text_style style;
static struct call call;
static struct buffer buffer;

#define BEGIN(nr, ...) begin(nr, (const uint64_t[6]){ __VA_ARGS__ })
#define TEXT(expected) check(__LINE__, false, expected)
#define JSON(expected) check(__LINE__, true, expected)
#define SPLIT(entry, exit) check_split(__LINE__, entry, exit)

static void begin(long nr, const uint64_t args[6])
{
	memory_clear(&call.enter);
	memory_clear(&call.exit);
	call.nr = (uint32_t)nr;
	call.arch = AUDIT_ARCH_X86_64;
	memcpy(call.args, args, sizeof(call.args));
	call.exited = true;
	call.unknown_ret = call.restarted = false;
	call.ret = 0;
	call.enter_ns = 1700000000000000001;
	call.exit_ns = 1700000000000002003;
}

static void enter(uint64_t addr, const void *bytes, size_t len)
{
	memory_add(&call.enter, addr, bytes, (uint32_t)len, (uint32_t)len);
}

static void enter_string(uint64_t addr, const char *string)
{
	enter(addr, string, strlen(string) + 1);
}

static void leave(uint64_t addr, const void *bytes, size_t len)
{
	memory_add(&call.exit, addr, bytes, (uint32_t)len, (uint32_t)len);
}

static void compare(int line, const char *what, const char *expected)
{
	checks++;
	if (buffer.used == strlen(expected) && memcmp(buffer.data, expected, buffer.used) == 0)
		return;
	failures++;
	printf("decode_test.c:%d: %s\n  is       %.*s\n  expected %s\n", line, what,
	       (int)buffer.used, buffer.data, expected);
}

static void check(int line, bool json, const char *expected)
{
	const struct decoded *decoded;
	unsigned entered;

	buffer_reset(&buffer);
	if (json) {
		decoded = decode_call(&decode, &call, DECODE_EXIT);
		json_call(&buffer, decoded, &call, 42);
		buffer.used--;
		compare(line, "json", expected);
		return;
	}
	/* The two halves of a line are printed from two decodings, as the tool may do. */
	entered = text_entry(&buffer, &style, decode_call(&decode, &call, DECODE_ENTRY));
	decoded = decode_call(&decode, &call, DECODE_EXIT);
	text_exit(&buffer, &style, decoded, entered);
	buffer_char(&buffer, ' ');
	text_result(&buffer, &style, decoded);
	compare(line, "text", expected);
}

static void check_split(int line, const char *entry, const char *exit)
{
	unsigned entered;

	buffer_reset(&buffer);
	entered = text_entry(&buffer, &style, decode_call(&decode, &call, DECODE_ENTRY));
	compare(line, "entry", entry);
	buffer_reset(&buffer);
	text_exit(&buffer, &style, decode_call(&decode, &call, DECODE_EXIT), entered);
	compare(line, "exit", exit);
}

static void test_files(void)
{
	struct stat stat = {
		.st_dev = makedev(8, 1),
		.st_ino = 5,
		.st_mode = S_IFREG | S_ISUID | 0755,
		.st_nlink = 2,
		.st_uid = 1000,
		.st_gid = 1000,
		.st_size = 123456789012,
		.st_blksize = 4096,
		.st_blocks = 8,
		.st_atim = { 1, 500 },
		.st_mtim = { 2, 0 },
	};

	BEGIN(SYS_openat, (uint64_t)AT_FDCWD, A, O_RDONLY | O_CLOEXEC, 0666);
	enter_string(A, "/etc/passwd");
	call.ret = 3;
	TEXT("openat(AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC) = 3");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"openat\",\"args\":{"
	     "\"dirfd\":{\"fd\":-100,\"symbol\":\"AT_FDCWD\"},\"path\":\"/etc/passwd\","
	     "\"flags\":{\"raw\":524288,\"flags\":[\"O_RDONLY\",\"O_CLOEXEC\"]}},"
	     "\"result\":3,\"duration\":0.000002002}");

	/* Upper halves of int arguments are no part of them. */
	BEGIN(SYS_openat, 0xffffffff00000007, A, O_WRONLY | O_CREAT | O_TRUNC | 0x40000000, 0644);
	enter_string(A, "a\"\\\t\1"
			"2\377\0011");
	call.ret = -EACCES;
	TEXT("openat(7, \"a\\\"\\\\\\t\\0012\\377\\0011\", O_WRONLY|O_CREAT|O_TRUNC|0x40000000, "
	     "0644) = -1 EACCES (Permission denied)");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"openat\",\"args\":{"
	     "\"dirfd\":7,\"path\":\"a\\\"\\\\\\u0009\\u00012\\udcff\\u00011\","
	     "\"flags\":{\"raw\":1073742401,\"flags\":[\"O_WRONLY\",\"O_CREAT\",\"O_TRUNC\"],"
	     "\"rest\":1073741824},\"mode\":420},"
	     "\"result\":-1,\"errno\":{\"raw\":13,\"symbol\":\"EACCES\","
	     "\"message\":\"Permission denied\"},\"duration\":0.000002002}");

	/* Not captured, and nowhere. */
	BEGIN(SYS_access, A, R_OK | X_OK);
	call.ret = -EFAULT;
	TEXT("access(0x10000, R_OK|X_OK) = -1 EFAULT (Bad address)");
	BEGIN(SYS_access, 0, F_OK);
	call.ret = -EFAULT;
	TEXT("access(NULL, F_OK) = -1 EFAULT (Bad address)");

	BEGIN(SYS_fstat, 3, A);
	leave(A, &stat, sizeof(stat));
	TEXT("fstat(3, {st_mode=S_IFREG|S_ISUID|0755, st_size=123456789012, ...}) = 0");
	SPLIT("fstat(3, ", "{st_mode=S_IFREG|S_ISUID|0755, st_size=123456789012, ...})");
	decode_set_put(&options.abbrev, SYS_fstat, false);
	TEXT("fstat(3, {st_dev=makedev(0x8, 0x1), st_ino=5, st_mode=S_IFREG|S_ISUID|0755, "
	     "st_nlink=2, st_uid=1000, st_gid=1000, st_blksize=4096, st_blocks=8, "
	     "st_size=123456789012, st_atime=1 /* 1970-01-01T00:00:01.000000500+0000 */, "
	     "st_atime_nsec=500, st_mtime=2 /* 1970-01-01T00:00:02+0000 */, st_mtime_nsec=0, "
	     "st_ctime=0, st_ctime_nsec=0}) = 0");
	decode_set_put(&options.abbrev, SYS_fstat, true);
	stat.st_mode = S_IFCHR | 0;
	stat.st_rdev = makedev(0x88, 2);
	BEGIN(SYS_fstat, 3, A);
	leave(A, &stat, sizeof(stat));
	TEXT("fstat(3, {st_mode=S_IFCHR|000, st_rdev=makedev(0x88, 0x2), ...}) = 0");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"fstat\",\"args\":{\"fd\":3,"
	     "\"statbuf\":{\"st_mode\":{\"raw\":8192,\"flags\":[\"S_IFCHR\"],\"rest\":0},"
	     "\"st_rdev\":{\"function\":\"makedev\",\"arguments\":[136,2]},\"...\":true}},"
	     "\"result\":0,\"duration\":0.000002002}");
	/* A failed call has written nothing, whatever is there. */
	call.ret = -EBADF;
	TEXT("fstat(3, 0x10000) = -1 EBADF (Bad file descriptor)");

	BEGIN(SYS_umask, 022);
	call.ret = 0;
	TEXT("umask(022) = 000");
	BEGIN(SYS_mknod, A, S_IFBLK | 0600, makedev(8, 3));
	enter_string(A, "x");
	TEXT("mknod(\"x\", S_IFBLK|0600, makedev(0x8, 0x3)) = 0");
	BEGIN(SYS_fcntl, 3, F_GETFL);
	call.ret = O_RDWR | 0100000;
	TEXT("fcntl(3, F_GETFL) = 0x8002 (flags O_RDWR|O_LARGEFILE)");
	BEGIN(SYS_fcntl, 3, F_DUPFD_CLOEXEC, 10);
	call.ret = 10;
	TEXT("fcntl(3, F_DUPFD_CLOEXEC, 10) = 10");
	BEGIN(SYS_fcntl, 3, F_GETFD);
	call.ret = FD_CLOEXEC;
	TEXT("fcntl(3, F_GETFD) = 0x1 (flags FD_CLOEXEC)");
}

static void test_strings(void)
{
	char data[40];

	memset(data, 'x', sizeof(data));
	BEGIN(SYS_write, 1, A, 40);
	enter(A, data, 32);
	call.ret = 40;
	TEXT("write(1, \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"..., 40) = 40");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"write\",\"args\":{\"fd\":1,"
	     "\"buf\":{\"string\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\"more\":true},"
	     "\"count\":40},\"result\":40,\"duration\":0.000002002}");
	BEGIN(SYS_read, 3, A, UINT64_MAX);
	leave(A, "\0001\0a\n\r\v\f\200", 9);
	call.ret = 9;
	TEXT("read(3, \"\\0001\\0a\\n\\r\\v\\f\\200\", 18446744073709551615) = 9");
	SPLIT("read(3, ", "\"\\0001\\0a\\n\\r\\v\\f\\200\", 18446744073709551615)");
	style.hex = TEXT_HEX_UNPRINTABLE;
	TEXT("read(3, \"\\x00\\x31\\x00\\x61\\x0a\\x0d\\x0b\\x0c\\x80\", "
	     "18446744073709551615) = 9");
	style.hex = TEXT_HEX_NONE;
	call.ret = -EINTR;
	TEXT("read(3, 0x10000, 18446744073709551615) = -1 EINTR (Interrupted system call)");
	/* Invalid UTF-8 keeps every byte; valid stays as it is. */
	BEGIN(SYS_read, 3, A, 20);
	leave(A, "\xc3\xa4\xc3(\xed\xa0\x80\xf0\x9f\x98\x80", 11);
	call.ret = 11;
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"read\",\"args\":{\"fd\":3,"
	     "\"buf\":\"\xc3\xa4\\udcc3(\\udced\\udca0\\udc80\xf0\x9f\x98\x80\",\"count\":20},"
	     "\"result\":11,\"duration\":0.000002002}");
	/* Fewer bytes than the call says it wrote. */
	call.ret = 12;
	TEXT("read(3, 0x10000, 20) = 12");
}

static void test_vectors(void)
{
	struct iovec iov[2] = { { (void *)B, 3 }, { (void *)C, 50 } };
	uint64_t argv[3] = { B, C, 0 };

	BEGIN(SYS_writev, 1, A, 2);
	enter(A, iov, sizeof(iov));
	enter(B, "abc", 3);
	enter(C, "01234567890123456789012345678901", 32);
	call.ret = 53;
	TEXT("writev(1, [{iov_base=\"abc\", iov_len=3}, "
	     "{iov_base=\"01234567890123456789012345678901\"..., iov_len=50}], 2) = 53");
	BEGIN(SYS_readv, 0, A, 2);
	leave(A, iov, sizeof(iov));
	leave(B, "abc", 3);
	leave(C, "d", 1);
	call.ret = 4;
	TEXT("readv(0, [{iov_base=\"abc\", iov_len=3}, {iov_base=\"d\", iov_len=50}], 2) = 4");
	/* More elements than memory: the rest is at its address. */
	BEGIN(SYS_writev, 1, A, 3);
	enter(A, iov, sizeof(iov));
	enter(B, "abc", 3);
	call.ret = -EFAULT;
	TEXT("writev(1, [{iov_base=\"abc\", iov_len=3}, {iov_base=0x30000, iov_len=50}, "
	     "... /* 0x10020 */], 3) = -1 EFAULT (Bad address)");

	BEGIN(SYS_execve, A, B + 0x100, D);
	enter_string(A, "/bin/true");
	enter(B + 0x100, argv, sizeof(argv));
	enter_string(B, "true");
	enter_string(C, "--version");
	memory_add(&call.enter, D, argv, 8, 16);
	TEXT("execve(\"/bin/true\", [\"true\", \"--version\"], 0x40000 /* 2 vars */) = 0");
}

static void test_memory(void)
{
	BEGIN(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0xffffffff,
	      0x1000);
	call.ret = 0x7f0000001000;
	TEXT("mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0x1000) "
	     "= 0x7f0000001000");
	BEGIN(SYS_mmap, A, 1, PROT_NONE, MAP_SHARED | MAP_FIXED | MAP_HUGETLB | 21u << 26, 3, 0);
	call.ret = -ENOMEM;
	TEXT("mmap(0x10000, 1, PROT_NONE, MAP_SHARED|MAP_FIXED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, "
	     "3, 0) = -1 ENOMEM (Cannot allocate memory)");
	BEGIN(SYS_brk, 0);
	call.ret = 0x5000;
	TEXT("brk(NULL) = 0x5000");
	BEGIN(SYS_futex, A, FUTEX_WAIT_BITSET_PRIVATE | FUTEX_CLOCK_REALTIME, 7, 0, 0,
	      (uint32_t)FUTEX_BITSET_MATCH_ANY);
	call.ret = -EAGAIN;
	TEXT("futex(0x10000, FUTEX_WAIT_BITSET_PRIVATE|FUTEX_CLOCK_REALTIME, 7, NULL, "
	     "FUTEX_BITSET_MATCH_ANY) = -1 EAGAIN (Resource temporarily unavailable)");
}

static void test_processes(void)
{
	struct clone_args clone3 = {
		.flags = CLONE_VM | CLONE_SETTLS | CLONE_PARENT_SETTID,
		.parent_tid = B,
		.exit_signal = SIGCHLD,
		.stack = C,
		.stack_size = 0x1000,
		.tls = D,
	};
	int status = 3 << 8, pid = 77;

	BEGIN(SYS_clone, CLONE_CHILD_CLEARTID | CLONE_CHILD_SETTID | SIGCHLD, 0, 0, A, 0);
	call.ret = 77;
	TEXT("clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, "
	     "child_tidptr=0x10000) = 77");
	SPLIT("clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD",
	      ", child_tidptr=0x10000)");
	BEGIN(SYS_clone, CLONE_VM | CLONE_PARENT_SETTID | CLONE_SETTLS, A, B, 0, C);
	leave(B, &pid, sizeof(pid));
	call.ret = 77;
	TEXT("clone(child_stack=0x10000, flags=CLONE_VM|CLONE_SETTLS|CLONE_PARENT_SETTID, "
	     "parent_tid=[77], tls=0x30000) = 77");
	BEGIN(SYS_clone3, A, sizeof(clone3));
	enter(A, &clone3, sizeof(clone3));
	call.ret = 77;
	SPLIT("clone3({flags=CLONE_VM|CLONE_SETTLS|CLONE_PARENT_SETTID, parent_tid=0x20000, "
	      "exit_signal=SIGCHLD, stack=0x30000, stack_size=0x1000, tls=0x40000}",
	      " => {parent_tid=[77]}, 88)");
	BEGIN(SYS_wait4, (uint64_t)-1, A, WNOHANG, 0);
	leave(A, &status, sizeof(status));
	call.ret = 77;
	TEXT("wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], WNOHANG, NULL) = 77");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"wait4\",\"args\":{\"pid\":-1,"
	     "\"wstatus\":[{\"raw\":768,\"symbol\":\"{WIFEXITED(s) && WEXITSTATUS(s) == 3}\"}],"
	     "\"options\":{\"raw\":1,\"flags\":[\"WNOHANG\"]},\"rusage\":null},\"result\":77,"
	     "\"duration\":0.000002002}");
	call.ret = 0;
	TEXT("wait4(-1, 0x10000, WNOHANG, NULL) = 0");
	BEGIN(SYS_wait4, 5, A, 0, 0);
	status = SIGSEGV | 0x80;
	leave(A, &status, sizeof(status));
	call.ret = 5;
	TEXT("wait4(5, [{WIFSIGNALED(s) && WTERMSIG(s) == SIGSEGV && WCOREDUMP(s)}], 0, NULL) "
	     "= 5");
	BEGIN(SYS_exit_group, 3);
	call.unknown_ret = true;
	TEXT("exit_group(3) = ?");
	BEGIN(SYS_pause, 0);
	call.ret = -514;
	call.restarted = true;
	TEXT("pause() = ? ERESTARTNOHAND (To be restarted if no handler)");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"pause\",\"args\":{},"
	     "\"result\":null,\"errno\":{\"raw\":514,\"symbol\":\"ERESTARTNOHAND\","
	     "\"message\":\"To be restarted if no handler\"},\"duration\":0.000002002}");
	BEGIN(0x1f4, 1, 2, 3, 0, 0xffffffffffffffff, 6);
	call.ret = -ENOSYS;
	TEXT("syscall_0x1f4(0x1, 0x2, 0x3, 0, 0xffffffffffffffff, 0x6) "
	     "= -1 ENOSYS (Function not implemented)");
	BEGIN(SYS_getpid, 0);
	call.ret = -600;
	TEXT("getpid() = -1 (errno 600)");
}

static void test_limits(void)
{
	struct rlimit limit = { 8192 * 1024, RLIM_INFINITY };

	BEGIN(SYS_prlimit64, 0, RLIMIT_STACK, 0, A);
	leave(A, &limit, sizeof(limit));
	TEXT("prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) "
	     "= 0");
}

struct kernel_sigaction {
	uint64_t handler, flags, restorer, mask;
};

static void test_signals(void)
{
	struct kernel_sigaction action = { A, 0x14000000, B, 1ull << (SIGINT - 1) | 1ull << 33 };
	struct kernel_sigaction old = { 0 };
	uint64_t all = ~0ull & ~(1ull << 31);
	ucontext_t uc;
	siginfo_t info = { .si_signo = SIGCHLD, .si_code = CLD_EXITED };

	BEGIN(SYS_rt_sigaction, SIGUSR1, C, D, 8);
	enter(C, &action, sizeof(action));
	leave(D, &old, sizeof(old));
	TEXT("rt_sigaction(SIGUSR1, {sa_handler=0x10000, sa_mask=[INT RT_2], "
	     "sa_flags=SA_RESTORER|SA_RESTART, sa_restorer=0x20000}, {sa_handler=SIG_DFL, "
	     "sa_mask=[], sa_flags=0}, 8) = 0");
	BEGIN(SYS_rt_sigprocmask, SIG_SETMASK, A, 0, 8);
	enter(A, &all, sizeof(all));
	TEXT("rt_sigprocmask(SIG_SETMASK, ~[RTMIN], NULL, 8) = 0");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"rt_sigprocmask\",\"args\":{"
	     "\"how\":{\"raw\":2,\"symbol\":\"SIG_SETMASK\"},"
	     "\"set\":{\"except\":[{\"raw\":32,\"symbol\":\"SIGRTMIN\"}]},"
	     "\"oldset\":null,\"sigsetsize\":8},\"result\":0,\"duration\":0.000002002}");
	memset(&uc, 0, sizeof(uc));
	sigaddset(&uc.uc_sigmask, SIGHUP);
	BEGIN(SYS_rt_sigreturn, A);
	enter(A, &uc, offsetof(ucontext_t, uc_sigmask) + 8);
	call.ret = 5;
	TEXT("rt_sigreturn({mask=[HUP]}) = 5");

	info.si_pid = 7;
	info.si_uid = 1000;
	info.si_status = 3;
	info.si_utime = 150;
	buffer_reset(&buffer);
	text_value(&buffer, &style, decode_siginfo(&decode, (const uint8_t *)&info));
	compare(__LINE__, "siginfo",
		"{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=7, si_uid=1000, si_status=3, "
		"si_utime=150 /* 1.50 s */, si_stime=0}");
	info = (siginfo_t){ .si_signo = SIGSEGV, .si_code = SEGV_MAPERR };
	info.si_addr = (void *)A;
	buffer_reset(&buffer);
	text_value(&buffer, &style, decode_siginfo(&decode, (const uint8_t *)&info));
	compare(__LINE__, "siginfo", "{si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10000}");
}

static void test_sockets(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET,
				  .sin_port = htons(80),
				  .sin_addr.s_addr = htonl(0x7f000001) };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6,
				    .sin6_port = htons(443),
				    .sin6_addr.s6_addr[15] = 1 };
	struct sockaddr_un un = { AF_UNIX, "\0bus" };
	socklen_t len = 128, after = sizeof(in);

	BEGIN(SYS_connect, 3, A, sizeof(in));
	enter(A, &in, sizeof(in));
	TEXT("connect(3, {sa_family=AF_INET, sin_port=htons(80), "
	     "sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0");
	BEGIN(SYS_bind, 3, A, sizeof(in6));
	enter(A, &in6, sizeof(in6));
	TEXT("bind(3, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
	     "inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, 28) = 0");
	BEGIN(SYS_bind, 3, A, sizeof(sa_family_t) + 4);
	enter(A, &un, sizeof(sa_family_t) + 4);
	TEXT("bind(3, {sa_family=AF_UNIX, sun_path=@\"bus\"}, 6) = 0");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"bind\",\"args\":{\"sockfd\":3,"
	     "\"addr\":{\"sa_family\":{\"raw\":1,\"symbol\":\"AF_UNIX\"},"
	     "\"sun_path\":{\"string\":\"bus\",\"abstract\":true}},\"addrlen\":6},\"result\":0,"
	     "\"duration\":0.000002002}");
	BEGIN(SYS_accept4, 3, A, B, SOCK_CLOEXEC);
	enter(B, &len, sizeof(len));
	leave(A, &in, sizeof(in));
	leave(B, &after, sizeof(after));
	call.ret = 4;
	TEXT("accept4(3, {sa_family=AF_INET, sin_port=htons(80), "
	     "sin_addr=inet_addr(\"127.0.0.1\")}, [128 => 16], SOCK_CLOEXEC) = 4");
	SPLIT("accept4(3, ", "{sa_family=AF_INET, sin_port=htons(80), "
			     "sin_addr=inet_addr(\"127.0.0.1\")}, [128 => 16], SOCK_CLOEXEC)");
	BEGIN(SYS_socket, AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP);
	call.ret = 3;
	TEXT("socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3");
	style.constants = TEXT_RAW;
	TEXT("socket(0x2, 0x1|0x80000, 0x6) = 3");
	style.constants = TEXT_VERBOSE;
	TEXT("socket(0x2 /* AF_INET */, 0x1 /* SOCK_STREAM */|0x80000 /* SOCK_CLOEXEC */, "
	     "0x6 /* IPPROTO_TCP */) = 3");
	style.constants = TEXT_ABBREV;
}

/* Control data with a length that lies, as long as there are bytes. */
static void test_control(void)
{
	struct {
		struct cmsghdr header;
		int fds[2];
	} control = { { 24, SOL_SOCKET, SCM_RIGHTS }, { 5, 6 } };
	struct iovec iov = { (void *)B, 2 };
	struct msghdr msg = { .msg_iov = (void *)A,
			      .msg_iovlen = 1,
			      .msg_control = (void *)C,
			      .msg_controllen = sizeof(control) };

	for (int lie = 0; lie < 3; lie++) {
		control.header.cmsg_len = lie ? SIZE_MAX - 3 : 24;
		msg.msg_controllen = lie == 2 ? SIZE_MAX : sizeof(control);
		BEGIN(SYS_sendmsg, 3, D, MSG_NOSIGNAL);
		enter(D, &msg, sizeof(msg));
		enter(A, &iov, sizeof(iov));
		enter(B, "hi", 2);
		enter(C, &control, sizeof(control));
		call.ret = 2;
		if (!lie)
			TEXT("sendmsg(3, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"hi\", "
			     "iov_len=2}], msg_iovlen=1, msg_control=[{cmsg_len=24, "
			     "cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[5, 6]}], "
			     "msg_controllen=24, msg_flags=0}, MSG_NOSIGNAL) = 2");
		else if (lie == 1)
			TEXT("sendmsg(3, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"hi\", "
			     "iov_len=2}], msg_iovlen=1, msg_control=[{"
			     "cmsg_len=18446744073709551612, cmsg_level=SOL_SOCKET, "
			     "cmsg_type=SCM_RIGHTS, cmsg_data=[5, 6]}], msg_controllen=24, "
			     "msg_flags=0}, MSG_NOSIGNAL) = 2");
		else
			TEXT("sendmsg(3, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"hi\", "
			     "iov_len=2}], msg_iovlen=1, msg_control=[{"
			     "cmsg_len=18446744073709551612, cmsg_level=SOL_SOCKET, "
			     "cmsg_type=SCM_RIGHTS, cmsg_data=[5, 6, ... /* 0x30018 */]}], "
			     "msg_controllen=18446744073709551615, msg_flags=0}, MSG_NOSIGNAL) = "
			     "2");
	}
}

static void test_waiting(void)
{
	struct pollfd fds[2] = { { 3, POLLIN, 0 }, { 4, POLLOUT, 0 } };
	struct timespec timeout = { 1, 0 }, left = { 0, 500 };
	struct epoll_event event = { EPOLLIN | EPOLLET, { .u64 = 0x100000003 } };
	uint64_t set = 1 << 3 | 1 << 4, ready = 1 << 4;

	BEGIN(SYS_poll, A, 2, 10);
	enter(A, fds, sizeof(fds));
	fds[1].revents = POLLOUT;
	leave(A, fds, sizeof(fds));
	call.ret = 1;
	TEXT("poll([{fd=3, events=POLLIN}, {fd=4, events=POLLOUT}], 2, 10) = 1 "
	     "([{fd=4, revents=POLLOUT}])");
	SPLIT("poll([{fd=3, events=POLLIN}, {fd=4, events=POLLOUT}], 2, 10", ")");
	call.ret = 0;
	TEXT("poll([{fd=3, events=POLLIN}, {fd=4, events=POLLOUT}], 2, 10) = 0 (Timeout)");
	BEGIN(SYS_pselect6, 5, A, B, 0, C, 0);
	enter(A, &set, sizeof(set));
	enter(B, &set, sizeof(set));
	enter(C, &timeout, sizeof(timeout));
	leave(A, (uint64_t[]){ 0 }, 8);
	leave(B, &ready, sizeof(ready));
	leave(C, &left, sizeof(left));
	call.ret = 1;
	TEXT("pselect6(5, [3 4], [3 4], NULL, {tv_sec=1, tv_nsec=0}, NULL) = 1 "
	     "(out [4], left {tv_sec=0, tv_nsec=500})");
	JSON("{\"time\":1700000000.000000001,\"pid\":42,\"name\":\"pselect6\",\"args\":{"
	     "\"nfds\":5,\"readfds\":[3,4],\"writefds\":[3,4],\"exceptfds\":null,"
	     "\"timeout\":{\"tv_sec\":1,\"tv_nsec\":0},\"sigmask\":null},\"result\":1,"
	     "\"note\":{\"out\":[4],\"left\":{\"tv_sec\":0,\"tv_nsec\":500}},"
	     "\"duration\":0.000002002}");
	BEGIN(SYS_epoll_ctl, 5, EPOLL_CTL_ADD, 3, A);
	enter(A, &event, sizeof(event));
	TEXT("epoll_ctl(5, EPOLL_CTL_ADD, 3, {events=EPOLLIN|EPOLLET, "
	     "data={u32=3, u64=4294967299}}) = 0");
	BEGIN(SYS_nanosleep, A, B);
	enter(A, &timeout, sizeof(timeout));
	leave(B, &left, sizeof(left));
	call.ret = -516;
	call.restarted = true;
	TEXT("nanosleep({tv_sec=1, tv_nsec=0}, {tv_sec=0, tv_nsec=500}) "
	     "= ? ERESTART_RESTARTBLOCK (Interrupted by signal)");
}

static void test_devices(void)
{
	struct winsize size = { 24, 80, 0, 0 };

	BEGIN(SYS_ioctl, 0, TIOCGWINSZ, A);
	leave(A, &size, sizeof(size));
	TEXT("ioctl(0, TIOCGWINSZ, {ws_row=24, ws_col=80, ws_xpixel=0, ws_ypixel=0}) = 0");
	SPLIT("ioctl(0, TIOCGWINSZ", ", {ws_row=24, ws_col=80, ws_xpixel=0, ws_ypixel=0})");
	BEGIN(SYS_ioctl, 0, 0xc0114523, A);
	call.ret = -ENOTTY;
	TEXT("ioctl(0, _IOC(_IOC_READ|_IOC_WRITE, 0x45, 0x23, 0x11), 0x10000) "
	     "= -1 ENOTTY (Inappropriate ioctl for device)");
}

/* Entries whose lengths lie end the count. */
static void test_directories(void)
{
	uint8_t bytes[64] = { 0 };

	bytes[16] = 24;
	bytes[18] = DT_REG;
	bytes[19] = 'a';
	bytes[24 + 16] = 24;
	BEGIN(SYS_getdents64, 3, A, 32768);
	leave(A, bytes, 48);
	call.ret = 48;
	TEXT("getdents64(3, 0x10000 /* 2 entries */, 32768) = 48");
	bytes[24 + 16] = 2;
	BEGIN(SYS_getdents64, 3, A, 32768);
	leave(A, bytes, 48);
	call.ret = 48;
	TEXT("getdents64(3, 0x10000 /* 1 entries */, 32768) = 48");
	decode_set_put(&options.abbrev, SYS_getdents64, false);
	TEXT("getdents64(3, [{d_ino=0, d_off=0, d_reclen=24, d_type=DT_REG, d_name=\"a\"}], "
	     "32768) = 48");
	decode_set_put(&options.abbrev, SYS_getdents64, true);
}

/* Options that choose how much is told. */
static void test_options(void)
{
	struct iovec iov = { (void *)B, 3 };

	BEGIN(SYS_writev, 1, A, 1);
	enter(A, &iov, sizeof(iov));
	enter(B, "abc", 3);
	call.ret = 3;
	decode_set_put(&options.verbose, SYS_writev, false);
	TEXT("writev(1, 0x10000, 1) = 3");
	decode_set_put(&options.verbose, SYS_writev, true);
	decode_set_put(&options.raw, SYS_writev, true);
	TEXT("writev(0x1, 0x10000, 0x1) = 0x3");
	decode_set_put(&options.raw, SYS_writev, false);
	style.arg_names = true;
	TEXT("writev(fd=1, iov=[{iov_base=\"abc\", iov_len=3}], iovcnt=1) = 3");
	style.arg_names = false;
	options.string_limit = 2;
	TEXT("writev(1, [{iov_base=\"ab\"..., iov_len=3}], 1) = 3");
	options.string_limit = 32;
}

static void test_memory_pieces(void)
{
	struct memory memory = { 0 };
	uint64_t total;
	size_t len;

	memory_add(&memory, A, "abcd", 4, 8);
	memory_add(&memory, A + 4, "efgh", 4, 4); /* the rest of the piece before it */
	memory_add(&memory, UINT64_MAX - 1, "xy", 2, 2);
	checks += 6;
	failures += !memory_at(&memory, A + 2, 6) ||
		    memcmp(memory_at(&memory, A + 2, 6), "cdefgh", 6) != 0;
	failures += memory_at(&memory, A + 2, 7) != NULL;
	failures += memory_at(&memory, A - 1, 1) != NULL;
	failures += !memory_at(&memory, UINT64_MAX - 1, 2);
	failures += memory_at(&memory, UINT64_MAX, 2) != NULL;
	failures += !memory_from(&memory, A + 3, &len, &total) || len != 5 || total != 5;
	memory_free(&memory);
}

static int netlink_protocol;

static int protocol_of(void *data, const struct call *known, int fd, bool likely)
{
	(void)data, (void)known, (void)fd, (void)likely;
	return netlink_protocol;
}

/* What strace 6.1 does not tell: generic netlink, the state of audit; and depth's end. */
static void test_netlink(void)
{
	struct {
		struct nlmsghdr header;
		struct genlmsghdr command;
		struct nlattr name;
		char text[8];
	} family = {
		{ sizeof(family), GENL_ID_CTRL, NLM_F_REQUEST | NLM_F_DUMP, 1, 0 },
		{ .cmd = CTRL_CMD_GETFAMILY, .version = 1 },
		{ NLA_HDRLEN + 7, CTRL_ATTR_FAMILY_NAME },
		"nlctrl",
	};
	struct {
		struct nlmsghdr header;
		struct audit_status status;
	} audit = { { sizeof(audit), AUDIT_SET, NLM_F_REQUEST, 1, 0 },
		    { .mask = 1, .enabled = 2 } };
	struct {
		struct nlmsghdr header;
		struct ifinfomsg info;
		struct nlattr nested[32];
	} deep = { { sizeof(deep), RTM_NEWLINK, 0, 1, 0 }, { .ifi_index = 0 }, { { 0, 0 } } };
	char expected[512] = "";

	options.object = protocol_of;
	netlink_protocol = NETLINK_GENERIC;
	BEGIN(SYS_sendto, 3, A, sizeof(family), 0, 0, 0);
	enter(A, &family, sizeof(family));
	call.ret = sizeof(family);
	TEXT("sendto(3, [{nlmsg_len=32, nlmsg_type=nlctrl, nlmsg_flags=NLM_F_REQUEST|NLM_F_DUMP, "
	     "nlmsg_seq=1, nlmsg_pid=0}, {cmd=CTRL_CMD_GETFAMILY, version=1}, "
	     "[{nla_len=11, nla_type=CTRL_ATTR_FAMILY_NAME}, \"nlctrl\"]], 32, 0, NULL, 0) = 32");
	netlink_protocol = NETLINK_AUDIT;
	BEGIN(SYS_sendto, 3, A, sizeof(audit), 0, 0, 0);
	enter(A, &audit, sizeof(audit));
	call.ret = sizeof(audit);
	TEXT("sendto(3, [{nlmsg_len=60, nlmsg_type=AUDIT_SET, nlmsg_flags=NLM_F_REQUEST, "
	     "nlmsg_seq=1, nlmsg_pid=0}, {mask=0x1, enabled=2, failure=0, pid=0, rate_limit=0, "
	     "backlog_limit=0, lost=0, backlog=0, feature_bitmap=0, backlog_wait_time=0, "
	     "backlog_wait_time_actual=0}], 60, 0, NULL, 0) = 60");

	/* Each attribute is in the one before. */
	for (unsigned i = 0; i < 32; i++)
		deep.nested[i] = (struct nlattr){ (uint16_t)(4 * (32 - i)), IFLA_PROP_LIST };
	netlink_protocol = NETLINK_ROUTE;
	BEGIN(SYS_sendto, 3, A, sizeof(deep), 0, 0, 0);
	enter(A, &deep, sizeof(deep));
	call.ret = sizeof(deep);
	buffer_reset(&buffer);
	text_exit(&buffer, &style, decode_call(&decode, &call, DECODE_EXIT), 0);
	for (unsigned i = 0; i < 3; i++)
		snprintf(expected + strlen(expected), sizeof(expected) - strlen(expected),
			 "[{nla_len=%u, nla_type=IFLA_PROP_LIST}, ", 4 * (32 - i));
	buffer_char(&buffer, '\0');
	checks++;
	if (!strstr(buffer.data, expected) || !strstr(buffer.data, "\\x44\\x00\\x34\\x00")) {
		failures++;
		printf("%d: %s\n", __LINE__, buffer.data);
	}
	options.object = NULL;
}

int main(void)
{
	setenv("TZ", "UTC", 1);
	decode_options_init(&options);
	decode.options = &options;
	test_memory_pieces();
	test_files();
	test_strings();
	test_vectors();
	test_memory();
	test_processes();
	test_limits();
	test_signals();
	test_sockets();
	test_control();
	test_waiting();
	test_devices();
	test_directories();
	test_options();
	test_netlink();
	memory_free(&call.enter);
	memory_free(&call.exit);
	buffer_free(&buffer);
	decode_free(&decode);
	printf("%u checks, %u failures\n", checks, failures);
	return failures != 0;
}
