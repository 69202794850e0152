// SPDX-License-Identifier: LGPL-2.1-or-later
/* Processes: their birth, their end, waiting for them, tracing them, what they share. */
#include "expect.h"

#include <elf.h>
#include <linux/kcmp.h>
#include <linux/sched.h>
#include <sched.h>
#include <stddef.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>

static char self[4096];

static const char *usage_of(const struct rusage *u)
{
	return text("{ru_utime={tv_sec=%ld, tv_usec=%ld}, ru_stime={tv_sec=%ld, tv_usec=%ld}, %s}",
		    u->ru_utime.tv_sec, u->ru_utime.tv_usec, u->ru_stime.tv_sec,
		    u->ru_stime.tv_usec,
		    V(text("ru_maxrss=%ld, ru_ixrss=0, ru_idrss=0, ru_isrss=0, ru_minflt=%ld, "
			   "ru_majflt=%ld, ru_nswap=0, ru_inblock=%ld, "
			   "ru_oublock=%ld, ru_msgsnd=0, ru_msgrcv=0, ru_nsignals=0, ru_nvcsw=%ld, "
			   "ru_nivcsw=%ld",
			   u->ru_maxrss, u->ru_minflt, u->ru_majflt, u->ru_inblock, u->ru_oublock,
			   u->ru_nvcsw, u->ru_nivcsw),
		      "..."));
}

static void ending(void)
{
	struct rusage usage;
	siginfo_t info = { 0 };
	int status;

	CALL(fork);
	if (rc == 0) {
		reserve();
		EXPECT_AS("?", "exit_group(status=7)");
		mark();
		syscall(SYS_exit_group, 7);
	}
	EXPECT("fork()");
	CALL(wait4, WIDE(-1), &status, 0, &usage);
	EXPECT("wait4(pid=-1, wstatus=[{WIFEXITED(s) && WEXITSTATUS(s) == 7}], options=0, "
	       "rusage=%s)",
	       usage_of(&usage));
	CALL(vfork);
	if (rc == 0)
		syscall(SYS_exit, 3);
	EXPECT("vfork()");
	CALL(waitid, P_PID, rc, &info, WEXITED | WNOWAIT, NULL);
	EXPECT("waitid(idtype=P_PID, id=%d, infop={si_signo=SIGCHLD, si_code=CLD_EXITED, "
	       "si_pid=%d, si_uid=%d, si_status=3, si_utime=0, "
	       "si_stime=0}, options=WEXITED|WNOWAIT, rusage=NULL)",
	       info.si_pid, info.si_pid, info.si_uid);
	CALL(wait4, info.si_pid, NULL, WUNTRACED | WCONTINUED, NULL);
	EXPECT("wait4(pid=%d, wstatus=NULL, options=WSTOPPED|WCONTINUED, rusage=NULL)",
	       info.si_pid);
	CALL(clone, CLONE_CHILD_CLEARTID | CLONE_CHILD_SETTID | SIGCHLD, 0, 0, &status, 0);
	if (rc == 0) {
		reserve();
		EXPECT_AS("?", "exit(status=-1)");
		mark();
		syscall(SYS_exit, -1);
	}
	EXPECT("clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, "
	       "child_tidptr=%p)",
	       &status);
	waitpid(rc, &status, 0);
	CALL(clone, CLONE_PARENT_SETTID | CLONE_VM | CLONE_VFORK | SIGURG, 0, &status, 0, 0);
	if (rc == 0)
		syscall(SYS_exit, 0);
	EXPECT("clone(child_stack=NULL, flags=CLONE_VM|CLONE_VFORK|CLONE_PARENT_SETTID|SIGURG, "
	       "parent_tid=[%d])",
	       status);
	waitpid(rc, &status, __WALL);
	CALL(clone, CLONE_THREAD | CLONE_SETTLS | 77, 0x1000, 0, 0, 0x5000);
	EXPECT("clone(child_stack=0x1000, flags=CLONE_THREAD|CLONE_SETTLS|77, tls=0x5000)");
	CALL(wait4, -1, &status, WNOHANG | __WALL | 0x100, &usage);
	EXPECT("wait4(pid=-1, wstatus=%p, options=WNOHANG|__WALL|0x100, rusage=%p)", &status,
	       &usage);
	CALL(waitid, 77, -1, fault, WSTOPPED, fault);
	EXPECT("waitid(idtype=0x4d /* P_??? */, id=-1, infop=%p, options=WSTOPPED, rusage=%p)",
	       fault, fault);
	CALL(waitid, P_ALL, 0, NULL, 0x100, NULL);
	EXPECT("waitid(idtype=P_ALL, id=0, infop=NULL, options=0x100 /* W??? */, rusage=NULL)");
}

static void stopping(void)
{
	int status, child = fork();

	if (!child) {
		signal(SIGTERM, SIG_DFL);
		raise(SIGSTOP);
		for (;;)
			pause();
	}
	CALL(wait4, child, &status, WUNTRACED, NULL);
	EXPECT("wait4(pid=%d, wstatus=[{WIFSTOPPED(s) && WSTOPSIG(s) == SIGSTOP}], "
	       "options=WSTOPPED, rusage=NULL)",
	       child);
	CALL(kill, child, SIGCONT);
	EXPECT("kill(pid=%d, sig=SIGCONT)", child);
	CALL(wait4, child, &status, WCONTINUED, NULL);
	EXPECT("wait4(pid=%d, wstatus=[{WIFCONTINUED(s)}], options=WCONTINUED, rusage=NULL)",
	       child);
	kill(child, SIGTERM);
	CALL(wait4, child, &status, 0, NULL);
	EXPECT("wait4(pid=%d, wstatus=[{WIFSIGNALED(s) && WTERMSIG(s) == SIGTERM}], options=0, "
	       "rusage=NULL)",
	       child);
}

static void cloning(void)
{
	struct clone_args args = { .flags = CLONE_PARENT_SETTID | CLONE_PIDFD,
				   .exit_signal = SIGCHLD };
	int pidfd = -1, tid = -1, status;
	int tids[2] = { 7, 8 };

	args.pidfd = (uintptr_t)&pidfd;
	args.parent_tid = (uintptr_t)&tid;
	CALL(clone3, &args, sizeof(args));
	if (rc == 0)
		syscall(SYS_exit, 0);
	EXPECT("clone3(cl_args={flags=CLONE_PIDFD|CLONE_PARENT_SETTID, pidfd=%p, parent_tid=%p, "
	       "exit_signal=SIGCHLD, stack=NULL, stack_size=0} "
	       "=> {pidfd=[%d], parent_tid=[%d]}, size=88)",
	       &pidfd, &tid, pidfd, tid);
	waitpid(rc, &status, 0);
	args = (struct clone_args){ .flags = CLONE_CLEAR_SIGHAND | CLONE_CHILD_SETTID |
					     CLONE_SETTLS | CLONE_SIGHAND,
				    .child_tid = 0x1000,
				    .exit_signal = 0x100000000,
				    .stack = 0x2000,
				    .stack_size = 0x3000,
				    .tls = 0x4000,
				    .set_tid = (uintptr_t)tids,
				    .set_tid_size = 2,
				    .cgroup = 5 };
	CALL(clone3, &args, sizeof(args));
	EXPECT("clone3(cl_args={flags=CLONE_SIGHAND|CLONE_SETTLS|CLONE_CHILD_SETTID|"
	       "CLONE_CLEAR_SIGHAND, child_tid=0x1000, exit_signal=4294967296, "
	       "stack=0x2000, stack_size=0x3000, tls=0x4000, set_tid=[7, 8], "
	       "set_tid_size=2, cgroup=5}, size=88)");
	CALL(clone3, &args, 8);
	EXPECT("clone3(cl_args=%p, size=8)", &args);
	CALL(clone3, fault, 64);
	EXPECT("clone3(cl_args=%p, size=64)", fault);
	CALL(clone3, NULL, 88);
	EXPECT("clone3(cl_args=NULL, size=88)");
}

static void executing(void)
{
	char *argv[] = { "one", "\1", NULL }, *envp[] = { "A=b", NULL },
	     *bad[] = { "one", fault, NULL }, *many[40], **unended;

	CALL(execve, "no/where", argv, envp);
	EXPECT("execve(pathname=\"no/where\", argv=[\"one\", \"\\1\"], envp=%s)",
	       V("[\"A=b\"]", text("%p /* 1 var */", envp)));
	CALL(execve, fault, NULL, NULL);
	EXPECT("execve(pathname=%p, argv=NULL, envp=NULL)", fault);
	CALL(execve, "no/where", bad, fault);
	EXPECT("execve(pathname=\"no/where\", argv=[\"one\", %p], envp=%p)", fault, fault);
	unended = at_end(argv, 8);
	CALL(execve, "no/where", unended, argv + 2);
	EXPECT("execve(pathname=\"no/where\", argv=[\"one\", ... /* %p */], envp=%s)", fault,
	       V("[]", text("%p /* 0 vars */", argv + 2)));
	for (int i = 0; i < 39; i++)
		many[i] = "x";
	many[39] = NULL;
	CALL(execve, "no/where", many, many + 37);
	EXPECT("execve(pathname=\"no/where\", argv=[%s\"x\"%s], envp=%s)",
	       V("\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", ",
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
		 "\"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "),
	       V("", ", ..."), V("[\"x\", \"x\"]", text("%p /* 2 vars */", many + 37)));
	CALL(execveat, 99, "", argv, envp, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW);
	EXPECT("execveat(dirfd=99, pathname=\"\", argv=[\"one\", \"\\1\"], envp=%s, "
	       "flags=AT_SYMLINK_NOFOLLOW|AT_EMPTY_PATH)",
	       V("[\"A=b\"]", text("%p /* 1 var */", envp)));
	if (!fork()) {
		char *again[] = { self, "exit", NULL };

		reserve();
		EXPECT_AS("0", "execve(pathname=\"%s\", argv=[\"%.32s\"..., \"exit\"], envp=%s)",
			  self, self, V("[\"A=b\"]", text("%p /* 1 var */", envp)));
		mark();
		syscall(SYS_execve, self, again, envp);
		_exit(9);
	}
	wait(NULL);
}

static void signalling(void)
{
	siginfo_t info = { .si_signo = SIGUSR2, .si_code = SI_QUEUE };
	int pidfd;

	CALL(kill, 0, 0);
	EXPECT("kill(pid=0, sig=0)");
	CALL(kill, WIDE(-99999), 77);
	EXPECT("kill(pid=-99999, sig=77)");
	CALL(tkill, -1, SIGHUP);
	EXPECT("tkill(tid=-1, sig=SIGHUP)");
	CALL(tgkill, -1, 5, 33);
	EXPECT("tgkill(tgid=-1, tid=5, sig=SIGRT_1)");
	CALL(pidfd_open, getpid(), 0);
	EXPECT("pidfd_open(pid=%d, flags=0)", getpid());
	pidfd = rc;
	CALL(pidfd_open, -1, O_NONBLOCK | 4);
	EXPECT("pidfd_open(pid=-1, flags=PIDFD_NONBLOCK|0x4)");
	CALL(pidfd_getfd, 99, 1, 0x10);
	EXPECT("pidfd_getfd(pidfd=99, targetfd=1, flags=0x10)");
	CALL(pidfd_send_signal, pidfd, 0, NULL, 0);
	EXPECT("pidfd_send_signal(pidfd=%d, sig=0, info=NULL, flags=0)", pidfd);
	info.si_pid = 1;
	CALL(pidfd_send_signal, 99, SIGUSR2, &info, 0x10);
	EXPECT("pidfd_send_signal(pidfd=99, sig=SIGUSR2, info={si_signo=SIGUSR2, si_code=SI_QUEUE, "
	       "si_pid=1, si_uid=0}, flags=0x10)");
}

/* "0, " so many times */
static const char *zeros(unsigned count)
{
	const char *all = "";

	while (count--)
		all = text("%s0, ", all);
	return all;
}

static void tracing(void)
{
	struct user_regs_struct r = { .r15 = 1, .rip = 0x1234 };
	struct iovec vector = { self, 8 };
	const size_t i387 = offsetof(struct user, i387);
	const size_t debugreg = offsetof(struct user, u_debugreg);
	struct iovec registers = { &r, 24 };
	struct user_fpregs_struct fp = { .cwd = 0x37f, .ftw = 2, .rip = 5 };
	struct __ptrace_peeksiginfo_args peek = { 5, PTRACE_PEEKSIGINFO_SHARED | 8, 1 };
	long word = 5;
	uint64_t mask = 1;
	siginfo_t info = { .si_signo = SIGINT, .si_code = SI_USER };
	const int no = -1;

	info.si_pid = 5;
	CALL(ptrace, PTRACE_PEEKDATA, no, 0x1000, &word);
	EXPECT("ptrace(request=PTRACE_PEEKDATA, pid=-1, addr=0x1000, data=%p)", &word);
	CALL(ptrace, PTRACE_POKETEXT, no, 0x1000, 0x77);
	EXPECT("ptrace(request=PTRACE_POKETEXT, pid=-1, addr=0x1000, data=0x77)");
	CALL(ptrace, PTRACE_PEEKUSER, no, 8 * 10, &word);
	EXPECT("ptrace(request=PTRACE_PEEKUSER, pid=-1, addr=8*RAX, data=%p)", &word);
	CALL(ptrace, PTRACE_POKEUSER, no, 3, 4);
	EXPECT("ptrace(request=PTRACE_POKEUSER, pid=-1, addr=8*R15+3, data=0x4)");
	CALL(ptrace, PTRACE_PEEKUSER, no, i387 + 4, &word);
	EXPECT("ptrace(request=PTRACE_PEEKUSER, pid=-1, addr=offsetof(struct user, i387)+4, "
	       "data=%p)",
	       &word);
	CALL(ptrace, PTRACE_POKEUSER, no, debugreg, 0);
	EXPECT("ptrace(request=PTRACE_POKEUSER, pid=-1, addr=offsetof(struct user, u_debugreg), "
	       "data=NULL)");
	CALL(ptrace, PTRACE_POKEUSER, no, sizeof(struct user), 0);
	EXPECT("ptrace(request=PTRACE_POKEUSER, pid=-1, addr=sizeof(struct user), data=NULL)");
	CALL(ptrace, PTRACE_POKEUSER, no, 5000, 0);
	EXPECT("ptrace(request=PTRACE_POKEUSER, pid=-1, addr=0x1388, data=NULL)");
	CALL(ptrace, PTRACE_CONT, no, 1, SIGTERM);
	EXPECT("ptrace(request=PTRACE_CONT, pid=-1, addr=0x1, data=SIGTERM)");
	CALL(ptrace, PTRACE_ATTACH, no, 0, 0);
	EXPECT("ptrace(request=PTRACE_ATTACH, pid=-1)");
	CALL(ptrace, PTRACE_SEIZE, no, 0, 0x3);
	EXPECT("ptrace(request=PTRACE_SEIZE, pid=-1, addr=NULL, "
	       "data=PTRACE_O_TRACESYSGOOD|PTRACE_O_TRACEFORK)");
	CALL(ptrace, PTRACE_SETOPTIONS, no, 0, 0x800000);
	EXPECT("ptrace(request=PTRACE_SETOPTIONS, pid=-1, addr=NULL, data=0x800000 /* PTRACE_O_??? "
	       "*/)");
	CALL(ptrace, PTRACE_GETREGS, no, 0, &r);
	EXPECT("ptrace(request=PTRACE_GETREGS, pid=-1, data=%p)", &r);
	CALL(ptrace, PTRACE_SETREGS, no, 0, &r);
	EXPECT("ptrace(request=PTRACE_SETREGS, pid=-1, data={r15=0x1, r14=0, r13=0, r12=0, rbp=0, "
	       "rbx=0, r11=0, r10=0, r9=0, r8=0, rax=0, rcx=0, "
	       "rdx=0, rsi=0, rdi=0, orig_rax=0, rip=0x1234, cs=0, eflags=0, rsp=0, ss=0, "
	       "fs_base=0, gs_base=0, ds=0, es=0, fs=0, gs=0})");
	CALL(ptrace, PTRACE_GETFPREGS, no, 0, &r);
	EXPECT("ptrace(request=PTRACE_GETFPREGS, pid=-1, data=%p)", &r);
	CALL(ptrace, PTRACE_SETFPREGS, no, 0, fault);
	EXPECT("ptrace(request=PTRACE_SETFPREGS, pid=-1, data=%p)", fault);
	CALL(ptrace, PTRACE_SETFPREGS, no, 0, &fp);
	EXPECT("ptrace(request=PTRACE_SETFPREGS, pid=-1, data={cwd=0x37f, swd=0, ftw=0x2, fop=0, "
	       "rip=0x5, rdp=0, mxcsr=0, mxcr_mask=0, st_space=[%s0], xmm_space=[%s%s], "
	       "padding=[%s0]})",
	       zeros(31), zeros(31), V(text("0, %s0", zeros(31)), "0, ..."), zeros(23));
	CALL(ptrace, PTRACE_GETEVENTMSG, no, 0, &word);
	EXPECT("ptrace(request=PTRACE_GETEVENTMSG, pid=-1, addr=NULL, data=%p)", &word);
	CALL(ptrace, PTRACE_GETSIGINFO, no, 0, &info);
	EXPECT("ptrace(request=PTRACE_GETSIGINFO, pid=-1, addr=NULL, data=%p)", &info);
	CALL(ptrace, PTRACE_SETSIGINFO, no, 0, &info);
	EXPECT("ptrace(request=PTRACE_SETSIGINFO, pid=-1, addr=NULL, data={si_signo=SIGINT, "
	       "si_code=SI_USER, si_pid=5, si_uid=0})");
	CALL(ptrace, PTRACE_GETREGSET, no, NT_PRSTATUS, &vector);
	EXPECT("ptrace(request=PTRACE_GETREGSET, pid=-1, addr=NT_PRSTATUS, data={iov_base=%p, "
	       "iov_len=%zu})",
	       vector.iov_base, vector.iov_len);
	CALL(ptrace, PTRACE_GETREGSET, no, NT_PRSTATUS, fault);
	EXPECT("ptrace(request=PTRACE_GETREGSET, pid=-1, addr=NT_PRSTATUS, data=%p)", fault);
	CALL(ptrace, PTRACE_SETREGSET, no, NT_PRSTATUS, &registers);
	EXPECT("ptrace(request=PTRACE_SETREGSET, pid=-1, addr=NT_PRSTATUS, "
	       "data={iov_base={r15=0x1, r14=0, r13=0}, iov_len=24})");
	registers.iov_len = 23;
	CALL(ptrace, PTRACE_SETREGSET, no, NT_PRSTATUS, &registers);
	EXPECT("ptrace(request=PTRACE_SETREGSET, pid=-1, addr=NT_PRSTATUS, data={iov_base=%p, "
	       "iov_len=23})",
	       &r);
	registers.iov_base = fault;
	CALL(ptrace, PTRACE_SETREGSET, no, NT_PRSTATUS, &registers);
	EXPECT("ptrace(request=PTRACE_SETREGSET, pid=-1, addr=NT_PRSTATUS, data={iov_base=%p, "
	       "iov_len=23})",
	       fault);
	CALL(ptrace, PTRACE_PEEKSIGINFO, no, &peek, &info);
	EXPECT("ptrace(request=PTRACE_PEEKSIGINFO, pid=-1, addr={off=5, "
	       "flags=PTRACE_PEEKSIGINFO_SHARED|0x8, nr=1}, data=%p)",
	       &info);
	CALL(ptrace, PTRACE_PEEKSIGINFO, no, fault, NULL);
	EXPECT("ptrace(request=PTRACE_PEEKSIGINFO, pid=-1, addr=%p, data=NULL)", fault);
	CALL(ptrace, PTRACE_GET_SYSCALL_INFO, no, 64, &info);
	EXPECT("ptrace(request=PTRACE_GET_SYSCALL_INFO, pid=-1, addr=64, data=%p)", &info);
	CALL(ptrace, PTRACE_SECCOMP_GET_METADATA, no, 16, &peek);
	EXPECT("ptrace(request=PTRACE_SECCOMP_GET_METADATA, pid=-1, addr=16, "
	       "data={filter_off=5})");
	CALL(ptrace, PTRACE_SETREGSET, no, 0x202, &vector);
	EXPECT("ptrace(request=PTRACE_SETREGSET, pid=-1, addr=NT_X86_XSTATE, data={iov_base=%p, "
	       "iov_len=8})",
	       self);
	CALL(ptrace, PTRACE_GETSIGMASK, no, 8, &mask);
	EXPECT("ptrace(request=PTRACE_GETSIGMASK, pid=-1, addr=8, data=%p)", &mask);
	CALL(ptrace, PTRACE_SETSIGMASK, no, 8, &mask);
	EXPECT("ptrace(request=PTRACE_SETSIGMASK, pid=-1, addr=8, data=[HUP])");
	CALL(ptrace, PTRACE_SECCOMP_GET_FILTER, no, 5, fault);
	EXPECT("ptrace(request=PTRACE_SECCOMP_GET_FILTER, pid=-1, addr=5, data=%p)", fault);
	CALL(ptrace, PTRACE_INTERRUPT, no, 0, 0);
	EXPECT("ptrace(request=PTRACE_INTERRUPT, pid=-1)");
	CALL(ptrace, 0x7777, no, 1, 2);
	EXPECT("ptrace(request=0x7777 /* PTRACE_??? */, pid=-1, addr=0x1, data=0x2)");
}

static void sharing(void)
{
	struct kcmp_epoll_slot slot = { 5, 6, 7 };

	CALL(kcmp, getpid(), getpid(), KCMP_FILE, 0, 1);
	EXPECT("kcmp(pid1=%d, pid2=%d, type=KCMP_FILE, idx1=0, idx2=1)", getpid(), getpid());
	CALL(kcmp, -1, 5, KCMP_VM, 0, 1);
	EXPECT("kcmp(pid1=-1, pid2=5, type=KCMP_VM)");
	CALL(kcmp, -1, 5, KCMP_EPOLL_TFD, 7, &slot);
	EXPECT("kcmp(pid1=-1, pid2=5, type=KCMP_EPOLL_TFD, idx1=7, idx2={efd=5, tfd=6, toff=7})");
	CALL(kcmp, -1, 5, 77, 7, 8);
	EXPECT("kcmp(pid1=-1, pid2=5, type=0x4d /* KCMP_??? */, idx1=0x7, idx2=0x8)");
	CALL(unshare, 0x1);
	EXPECT("unshare(flags=0x1 /* CLONE_??? */)");
	CALL(unshare, CLONE_FILES | CLONE_FS);
	EXPECT("unshare(flags=CLONE_FS|CLONE_FILES)");
	CALL(setns, 99, CLONE_NEWNS | CLONE_NEWNET);
	EXPECT("setns(fd=99, nstype=CLONE_NEWNS|CLONE_NEWNET)");
	CALL(setns, 99, 0);
	EXPECT("setns(fd=99, nstype=0)");
	CALL(personality, 0xffffffff);
	EXPECT_AS("0 (PER_LINUX)", "personality(persona=0xffffffff)");
	CALL(personality, ADDR_NO_RANDOMIZE | ADDR_LIMIT_3GB);
	EXPECT_AS("0 (PER_LINUX)",
		  "personality(persona=PER_LINUX|ADDR_NO_RANDOMIZE|ADDR_LIMIT_3GB)");
	CALL(personality, PER_LINUX32);
	EXPECT_AS("0x8040000 (PER_LINUX|ADDR_NO_RANDOMIZE|ADDR_LIMIT_3GB)",
		  "personality(persona=PER_LINUX32)");
	CALL(personality, 0x77);
	EXPECT_AS("0x8 (PER_LINUX32)", "personality(persona=0x77 /* PER_??? */)");
	CALL(personality, PER_LINUX);
	EXPECT_AS("0x77 (0x77 /* PER_??? */)", "personality(persona=PER_LINUX)");
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "exit"))
		return 5;
	begin(argc, argv);
	if (readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	ending();
	stopping();
	cloning();
	executing();
	signalling();
	tracing();
	sharing();
	return 0;
}
