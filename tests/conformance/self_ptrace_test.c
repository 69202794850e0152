// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Whether libself_ptrace keeps what self_ptrace.h promises, each promise a line of
 * TAP.  The same program runs on each architecture and over each mechanism:
 *
 *	self_ptrace_test [--mechanism=kernel|sud|none] [--expect=...] [--list] [NAME...]
 *
 * --mechanism uses only this one and skips all where it is not, --expect fails if the
 * best one there is another.
 *
 * Each test is a process of its own, so that one that is killed fails.  An armed
 * thread must make no call that the test did not mean: calls are made first, with
 * call(), and judged after.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include "arch_notify.h"
#include "self_ptrace.h"

#define MAGIC 1234
#define NR_NONE 1023 /* no call of any architecture */
#define BAD_FD 9999

/* The compiler must not keep in registers what the function for stopped calls changes. */
#define call(nr, ...) call_((nr), (unsigned long[6]){ __VA_ARGS__ })

static long call_(long nr, const unsigned long *a)
{
	long ret;

	__asm__ volatile("" ::: "memory");
	ret = self_ptrace_raw_syscall(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
	__asm__ volatile("" ::: "memory");
	return ret;
}

static bool failed;

#define expect(condition) expect_(condition, #condition, __LINE__)

static void expect_(bool condition, const char *text, int line)
{
	if (condition)
		return;
	failed = true;
	printf("# line %d: %s\n", line, text);
}

/* What was stopped, and what is done with it. */
static int hits;
static struct self_ptrace_call last;
static siginfo_t last_info;
static unsigned long last_pc;
static void *last_context;
static void (*action)(struct self_ptrace_call *call);

static void on_call(struct self_ptrace_call *stopped, void *context)
{
	hits++;
	last = *stopped;
	last_info = *stopped->info;
	last_pc = (unsigned long)ARCH_PC((ucontext_t *)stopped->ucontext);
	last_context = context;
	if (action)
		action(stopped);
}

static void set_action(void (*function)(struct self_ptrace_call *))
{
	action = function;
	hits = 0;
	expect(self_ptrace_handler(on_call, NULL) == 0);
}

static void answer(struct self_ptrace_call *stopped)
{
	self_ptrace_set_result(stopped, MAGIC);
}

static void perform(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
}

static void perform_rearm(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	self_ptrace_perform(stopped);
}

static void rearm_perform(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
	self_ptrace_on();
}

/* The request */

static void next_call(void)
{
	int fd = dup(STDOUT_FILENO);
	long on, first, second;

	set_action(answer);
	on = self_ptrace_on();
	first = call(__NR_close, fd);
	second = call(__NR_close, fd);
	expect(on == 0);
	expect(first == MAGIC);
	expect(second == 0); /* else the first was executed, */
	expect(hits == 1);   /* or stopped again */
}

static void siginfo(void)
{
	set_action(answer);
	self_ptrace_on();
	call(__NR_close, BAD_FD);
	expect(last_info.si_signo == SIGSYS);
	expect(last_info.si_code == 3); /* SYS_SELF_PTRACE */
	expect(last_info.si_errno == 0);
	expect(last_info.si_syscall == __NR_close);
	expect(last_info.si_arch == ARCH_AUDIT);
	expect((unsigned long)last_info.si_call_addr == last_pc);
}

/* The abilities */

static void ability_1_number(void)
{
	set_action(answer);
	self_ptrace_on();
	call(__NR_close, BAD_FD);
	expect(last.size == sizeof(last));
	expect(last.nr == __NR_close);
	expect(last.arch == ARCH_AUDIT);
	expect((unsigned long)last.address == last_pc);
}

static void ability_2_arguments(void)
{
	set_action(answer);
	self_ptrace_on();
	call(NR_NONE, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5);
	for (unsigned i = 0; i < 6; i++)
		expect(last.args[i] == 0xa0 + i);
}

static int instrumented;

static void instrument(struct self_ptrace_call *stopped)
{
	int pipes[2];
	char buffer[8];

	if (!pipe(pipes) && write(pipes[1], "call", 4) == 4 && read(pipes[0], buffer, 8) == 4)
		instrumented++;
	close(pipes[0]);
	close(pipes[1]);
	self_ptrace_perform(stopped);
}

static void ability_3_other_calls(void)
{
	long ret;

	set_action(instrument);
	self_ptrace_on();
	ret = call(__NR_close, BAD_FD);
	expect(ret == -EBADF);
	expect(instrumented == 1);
	expect(hits == 1);
}

/* A read of the descriptor that is not there gives what a file has. */
static void emulate(struct self_ptrace_call *stopped)
{
	int fd = open("/proc/self/stat", O_RDONLY);

	self_ptrace_set_result(stopped, read(fd, (void *)stopped->args[1], stopped->args[2]));
	close(fd);
}

static void ability_4_emulate(void)
{
	char buffer[3] = "";
	long ret;

	set_action(emulate);
	self_ptrace_on();
	ret = call(__NR_read, BAD_FD, (unsigned long)buffer, 1);
	expect(ret == 1);
	expect(buffer[0] >= '1' && buffer[0] <= '9');
}

static void shorten_write(struct self_ptrace_call *stopped)
{
	stopped->args[2] = 2;
	self_ptrace_perform(stopped);
}

static void ability_5_change_arguments(void)
{
	char buffer[8];
	int pipes[2];
	long ret;

	expect(pipe(pipes) == 0);
	set_action(shorten_write);
	self_ptrace_on();
	ret = call(__NR_write, pipes[1], (unsigned long)"hello", 5);
	expect(ret == 2);
	expect(read(pipes[0], buffer, 8) == 2 && !memcmp(buffer, "he", 2));
}

static void ability_6_perform(void)
{
	int fd = dup(STDOUT_FILENO);
	long first, second;

	set_action(perform);
	self_ptrace_on();
	first = call(__NR_close, fd);
	second = call(__NR_close, fd);
	expect(first == 0);
	expect(second == -EBADF);
	expect(hits == 1);
}

static long performed;

static void perform_and_answer(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
	performed = self_ptrace_result(stopped);
	self_ptrace_set_result(stopped, -ENOTTY);
}

static void ability_7_change_result(void)
{
	int fd = dup(STDOUT_FILENO);
	long ret;

	set_action(perform_and_answer);
	self_ptrace_on();
	ret = call(__NR_close, fd);
	expect(performed == 0);
	expect(ret == -ENOTTY);
	expect(fcntl(fd, F_GETFD) < 0);
}

static void ability_8_rearm(void)
{
	int bad = 0;

	set_action(perform_rearm);
	self_ptrace_on();
	for (int i = 0; i < 100; i++)
		bad += call(__NR_close, BAD_FD) != -EBADF;
	action = rearm_perform;
	for (int i = 0; i < 100; i++)
		bad += call(__NR_close, BAD_FD) != -EBADF;
	self_ptrace_off();
	expect(bad == 0);
	expect(hits == 200);
	expect(call(__NR_close, BAD_FD) == -EBADF);
	expect(hits == 200);
}

/* What is stopped, and what is not */

static void mask_sigsys(int how)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGSYS);
	call(__NR_rt_sigprocmask, how, (unsigned long)&set, 0, 8);
}

static void answer_rearm(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	self_ptrace_set_result(stopped, MAGIC);
}

static void requests(void)
{
	int ret[5];
	long stopped, after;

	set_action(answer);
	ret[0] = self_ptrace_on();
	ret[1] = self_ptrace_on();
	stopped = call(__NR_close, BAD_FD);
	ret[2] = self_ptrace_on();
	ret[3] = self_ptrace_off();
	ret[4] = self_ptrace_off();
	after = call(__NR_close, BAD_FD);
	for (int i = 0; i < 5; i++)
		expect(ret[i] == 0);
	expect(stopped == MAGIC);
	expect(after == -EBADF);
	expect(hits == 1);
}

static void requests_blocked(void)
{
	long ret;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	self_ptrace_on();
	self_ptrace_off();
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(ret == -EBADF);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	self_ptrace_off();
	self_ptrace_on();
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(ret == MAGIC);
	expect(hits == 1);
}

static void number_bad(void)
{
	long first, second, third;

	set_action(answer);
	self_ptrace_on();
	first = call(-1, 0xa0);
	expect(last.args[0] == 0xa0);
	expect(last.nr == -1 || last.nr == 0xffff); /* s390 looks at 16 bits */
	second = call(-1, 0xa0);
	self_ptrace_on();
	third = call(NR_NONE);
	expect(first == MAGIC);
	expect(second == -ENOSYS);
	expect(third == MAGIC);
	expect(hits == 2);
}

static void sigsys_blocked(void)
{
	long blocked, open;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	blocked = call(__NR_close, BAD_FD);
	mask_sigsys(SIG_UNBLOCK);
	open = call(__NR_close, BAD_FD);
	expect(blocked == -EBADF);
	expect(open == MAGIC);
	expect(hits == 1);
}

static void ptrace_is_stopped(void)
{
	long ret;

	set_action(answer);
	self_ptrace_on();
	ret = call(__NR_ptrace, 0 /* PTRACE_TRACEME */);
	expect(ret == MAGIC);
	expect(last.nr == __NR_ptrace);
}

static void exit_is_stopped(void)
{
	set_action(answer);
	self_ptrace_on();
	call(__NR_exit_group, 3);
	call(__NR_exit_group, hits == 1 && last.nr == __NR_exit_group && !failed ? 0 : 1);
}

/* Signals */

static volatile int signals;

static void install(int sig, void (*handler)(int), int flags)
{
	struct sigaction how = { .sa_handler = handler, .sa_flags = flags };

	expect(sigaction(sig, &how, NULL) == 0);
}

static void count_signal(int sig)
{
	(void)sig;
	signals++;
}

/* Another process sends us a signal.  It is made before we are armed. */
static pid_t sender(int sig)
{
	pid_t parent = getpid(), pid = fork();

	if (pid == 0) {
		usleep(20000);
		kill(parent, sig);
		_exit(0);
	}
	return pid;
}

static bool child_passes(pid_t pid)
{
	int status;

	return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool child_dies_of(pid_t pid, int sig)
{
	int status;

	return waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == sig;
}

static void signal_while_armed(void)
{
	int before;
	long ret;
	pid_t pid;

	install(SIGUSR1, count_signal, 0);
	set_action(answer);
	pid = sender(SIGUSR1);
	self_ptrace_on();
	while (!signals)
		;
	before = hits;
	ret = call(__NR_close, BAD_FD);
	expect(before == 0); /* the return from the handler is not the next call */
	expect(ret == MAGIC);
	expect(hits == 1);
	expect(child_passes(pid));
}

static volatile long ret_in_handler;

static void signal_with_call(int sig)
{
	(void)sig;
	ret_in_handler = call(__NR_close, BAD_FD);
	signals++;
}

static void signal_calls(void)
{
	long ret;
	pid_t pid;

	install(SIGUSR1, signal_with_call, 0);
	set_action(answer);
	pid = sender(SIGUSR1);
	self_ptrace_on();
	while (!signals)
		;
	ret = call(__NR_close, BAD_FD);
	expect(ret_in_handler == MAGIC);
	expect(ret == -EBADF);
	expect(hits == 1);
	expect(child_passes(pid));
}

static void signal_masks(void)
{
	struct sigaction masks = { .sa_handler = signal_with_call };
	long ret;
	pid_t pid;

	sigfillset(&masks.sa_mask);
	sigaction(SIGUSR1, &masks, NULL);
	set_action(answer);
	pid = sender(SIGUSR1);
	self_ptrace_on();
	while (!signals)
		;
	ret = call(__NR_close, BAD_FD);
	expect(ret_in_handler == -EBADF);
	expect(ret == MAGIC);
	expect(child_passes(pid));
}

static void rearm_then_signal(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	kill(getpid(), SIGUSR1);
	self_ptrace_set_result(stopped, MAGIC);
}

static void signal_in_function(void)
{
	long first, second, third;

	install(SIGUSR1, signal_with_call, 0);
	set_action(rearm_then_signal);
	self_ptrace_on();
	first = call(__NR_close, BAD_FD);
	action = answer;
	second = call(__NR_close, BAD_FD);
	third = call(__NR_close, BAD_FD);
	expect(first == MAGIC);
	expect(ret_in_handler == -EBADF);
	expect(second == MAGIC);
	expect(third == -EBADF);
	expect(signals == 1 && hits == 2);
}

/* At any point of a thread that is always armed; a handler's return is often trapped. */
static void signal_storm(void)
{
	struct itimerval timer = { { 0, 200 }, { 0, 200 } }, off = { { 0, 0 }, { 0, 0 } };
	int bad = 0, calls = 0;

	install(SIGALRM, count_signal, 0);
	set_action(answer_rearm);
	setitimer(ITIMER_REAL, &timer, NULL);
	self_ptrace_on();
	while (signals < 300) {
		bad += call(__NR_close, BAD_FD) != MAGIC;
		calls++;
	}
	self_ptrace_off();
	setitimer(ITIMER_REAL, &off, NULL);
	expect(bad == 0);
	expect(hits == calls);
}

static void arm_in_signal(int sig)
{
	(void)sig;
	signals++;
	self_ptrace_on();
}

/* Armed in a handler of another signal; a call that is restarted is made again. */
static void restart(void)
{
	char buffer[4];
	int pipes[2];
	long ret;
	pid_t pid;

	expect(pipe(pipes) == 0);
	install(SIGUSR1, arm_in_signal, SA_RESTART);
	set_action(answer);
	pid = sender(SIGUSR1);
	ret = call(__NR_read, pipes[0], (unsigned long)buffer, 4);
	expect(ret == MAGIC);
	expect(signals == 1 && hits == 1);
	expect(last.nr == __NR_read);
	expect(last.args[0] == (unsigned long)pipes[0]);
	expect(last.args[1] == (unsigned long)buffer);
	expect(last.args[2] == 4);
	expect(child_passes(pid));
}

static void interrupted(void)
{
	char buffer[4];
	int pipes[2];
	long ret, next;
	pid_t pid;

	expect(pipe(pipes) == 0);
	install(SIGUSR1, arm_in_signal, 0);
	set_action(answer);
	pid = sender(SIGUSR1);
	ret = call(__NR_read, pipes[0], (unsigned long)buffer, 4);
	next = call(__NR_close, BAD_FD);
	expect(ret == -EINTR);
	expect(next == MAGIC);
	expect(hits == 1);
	expect(child_passes(pid));
}

static void sigsys_of_others(void)
{
	long ret;
	pid_t pid;

	install(SIGSYS, count_signal, 0);
	set_action(answer);
	pid = sender(SIGSYS);
	self_ptrace_on();
	while (!signals)
		;
	ret = call(__NR_close, BAD_FD);
	expect(signals == 1); /* went to the handler that was there before */
	expect(ret == MAGIC); /* and the thread is armed still */
	expect(hits == 1);
	expect(child_passes(pid));
}

static void sigsys_of_others_kills(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		set_action(answer);
		kill(getpid(), SIGSYS);
		_exit(0);
	}
	expect(child_dies_of(pid, SIGSYS));
}

static void no_function(void)
{
	static void (*const dispositions[])(int) = { SIG_DFL, SIG_IGN };

	for (int i = 0; i < 2; i++) {
		pid_t pid = fork();

		if (pid == 0) {
			signal(SIGSYS, dispositions[i]);
			self_ptrace_on();
			call(__NR_getppid);
			_exit(0);
		}
		expect(child_dies_of(pid, SIGSYS));
	}
}

static sigjmp_buf jump;

static void rearm_and_jump(struct self_ptrace_call *stopped)
{
	(void)stopped;
	self_ptrace_on();
	siglongjmp(jump, 1);
}

static void left_by_longjmp(void)
{
	volatile int returned = 0;
	long ret;

	set_action(rearm_and_jump);
	if (!sigsetjmp(jump, 1)) {
		self_ptrace_on();
		call(__NR_close, BAD_FD);
		returned = 1;
	}
	action = answer;
	ret = call(__NR_close, BAD_FD);
	expect(!returned);
	expect(ret == MAGIC);
	expect(hits == 2);
}

/* Children */

/* For children that have SIGSYS blocked. */
static int armed_here(void)
{
	int before = hits;

	mask_sigsys(SIG_UNBLOCK);
	call(__NR_getppid);
	return hits - before;
}

static void forked(void)
{
	long ret;
	pid_t pid;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	pid = fork();
	if (pid == 0)
		_exit(armed_here());
	expect(child_passes(pid));
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(ret == MAGIC);
}

static volatile int child_armed, child_called;

static void vforked(void)
{
	long ret;
	pid_t pid;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	pid = vfork();
	if (pid == 0) {
		child_armed = armed_here();
		child_called = 1;
		_exit(0);
	}
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(child_called && !child_armed);
	expect(ret == MAGIC);
	expect(child_passes(pid));
}

static volatile long child_ret;

/* In a copy of our memory, or in our memory. */
static void child_arms_itself(void)
{
	long ret;
	pid_t pid;

	set_action(answer);
	pid = fork();
	if (pid == 0) {
		self_ptrace_on();
		ret = call(__NR_close, BAD_FD);
		_exit(ret != MAGIC || hits != 1);
	}
	expect(child_passes(pid));
	pid = vfork();
	if (pid == 0) {
		self_ptrace_on();
		child_ret = call(__NR_close, BAD_FD);
		mask_sigsys(SIG_BLOCK);
		self_ptrace_on(); /* and ends armed */
		_exit(0);
	}
	ret = call(__NR_close, BAD_FD);
	expect(child_ret == MAGIC);
	expect(ret == -EBADF);
	expect(hits == 1);
	expect(child_passes(pid));
}

static long fork_result;

static void fork_and_rearm(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	fork_result = fork();
	action = answer;
	self_ptrace_set_result(stopped, fork_result);
}

static void fork_in_function(void)
{
	long ret;

	set_action(fork_and_rearm);
	self_ptrace_on();
	call(__NR_getppid);
	ret = call(__NR_close, BAD_FD);
	if (fork_result == 0)
		_exit(ret == -EBADF && hits == 1 ? 0 : 1);
	expect(ret == MAGIC);
	expect(hits == 2);
	expect(child_passes((pid_t)fork_result));
}

static void fork_performed(void)
{
	/* The flags are the first argument or the second; no other is needed. */
	unsigned long both[] = { 0, 1 }, flags = ARCH_CLONE_FLAGS(both);
	long pid, ret;

	set_action(perform_rearm);
	self_ptrace_on();
	pid = flags ? call(__NR_clone, 0, SIGCHLD) : call(__NR_clone, SIGCHLD, 0);
	if (pid == 0)
		call(__NR_exit_group, hits == 1 ? 0 : 1);
	action = answer;
	ret = call(__NR_close, BAD_FD);
	expect(pid > 0);
	expect(ret == MAGIC);
	expect(child_passes((pid_t)pid));
}

static void *thread_armed(void *ret)
{
	*(int *)ret = armed_here();
	return NULL;
}

static void new_thread(void)
{
	int armed = -1;
	pthread_t thread;
	long ret;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	expect(pthread_create(&thread, NULL, thread_armed, &armed) == 0);
	expect(pthread_join(thread, NULL) == 0);
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(armed == 0);
	expect(ret == MAGIC);
}

static volatile int go, done;

static void *thread_bystander(void *ret)
{
	while (!go)
		;
	*(long *)ret = call(__NR_close, BAD_FD);
	done = 1;
	return NULL;
}

static void other_thread(void)
{
	pthread_t thread;
	long ret, theirs;

	set_action(answer);
	expect(pthread_create(&thread, NULL, thread_bystander, &theirs) == 0);
	self_ptrace_on();
	go = 1;
	while (!done)
		;
	ret = call(__NR_close, BAD_FD);
	pthread_join(thread, NULL);
	expect(theirs == -EBADF);
	expect(ret == MAGIC);
}

#define THREAD_CALLS 1000

static __thread int thread_hits;

static void thread_count(struct self_ptrace_call *stopped)
{
	thread_hits++;
	self_ptrace_on();
	self_ptrace_set_result(stopped, MAGIC);
}

static void *thread_always_armed(void *bad)
{
	self_ptrace_on();
	for (int i = 0; i < THREAD_CALLS; i++)
		*(int *)bad += call(__NR_close, BAD_FD) != MAGIC;
	self_ptrace_off();
	*(int *)bad += thread_hits != THREAD_CALLS;
	*(int *)bad += call(__NR_close, BAD_FD) != -EBADF;
	return NULL;
}

static void many_threads(void)
{
	pthread_t threads[4];
	int bad[4] = { 0 };

	set_action(thread_count);
	for (int i = 0; i < 4; i++)
		expect(pthread_create(&threads[i], NULL, thread_always_armed, &bad[i]) == 0);
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		expect(bad[i] == 0);
	}
}

/* main() knows the argument. */
static void exec_check(void)
{
	char *argv[] = { "self_ptrace_test", "--not-armed", NULL };
	char *envp[] = { NULL };

	execve("/proc/self/exe", argv, envp);
	_exit(9);
}

static void *exec_thread(void *nothing)
{
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	exec_check();
	return nothing;
}

static void exec_ends_it(void)
{
	pthread_t thread;
	pid_t pid = fork();

	if (pid == 0)
		exec_thread(NULL);
	expect(child_passes(pid));
	/* By another thread than the first, which is armed as well. */
	pid = fork();
	if (pid == 0) {
		mask_sigsys(SIG_BLOCK);
		self_ptrace_on();
		pthread_create(&thread, NULL, exec_thread, NULL);
		pthread_join(thread, NULL);
		_exit(1);
	}
	expect(child_passes(pid));
}

static void exec_fails(void)
{
	char *nothing[] = { NULL };
	long ret;

	set_action(answer);
	mask_sigsys(SIG_BLOCK);
	self_ptrace_on();
	expect(execve("/nonexistent/program", nothing, nothing) == -1 && errno == ENOENT);
	mask_sigsys(SIG_UNBLOCK);
	ret = call(__NR_close, BAD_FD);
	expect(ret == MAGIC);
}

/* What a function can do */

static void perform_mask(void)
{
	sigset_t set, old, now;
	long ret[5];

	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	memset(&old, 0xff, sizeof(old));
	set_action(perform_rearm);
	self_ptrace_on();
	ret[0] = call(__NR_rt_sigprocmask, SIG_BLOCK, (unsigned long)&set, (unsigned long)&old, 8);
	ret[1] = call(__NR_rt_sigprocmask, 77, (unsigned long)&set, 0, 8);
	ret[2] = call(__NR_rt_sigprocmask, SIG_BLOCK, (unsigned long)&set, 0, 4);
	ret[3] = call(__NR_rt_sigprocmask, SIG_BLOCK, 8, 0, 8);
	ret[4] = call(__NR_rt_sigprocmask, SIG_BLOCK, 0, 8, 8);
	self_ptrace_off();
	sigprocmask(SIG_BLOCK, NULL, &now);
	expect(hits == 5);
	expect(ret[0] == 0);
	expect(ret[1] == -EINVAL);
	expect(ret[2] == -EINVAL);
	expect(ret[3] == -EFAULT);
	expect(ret[4] == -EFAULT);
	expect(!sigismember(&old, SIGUSR2) && !sigismember(&old, SIGSYS));
	expect(sigismember(&now, SIGUSR2) && !sigismember(&now, SIGSYS));
}

static void perform_altstack(void)
{
	static char stack[65536];
	stack_t want = { .ss_sp = stack, .ss_size = sizeof(stack) }, now;
	long ret;

	set_action(perform);
	self_ptrace_on();
	ret = call(__NR_sigaltstack, (unsigned long)&want, 0);
	expect(ret == 0);
	expect(sigaltstack(NULL, &now) == 0);
	expect(now.ss_sp == stack && now.ss_size == sizeof(stack) && !now.ss_flags);
}

/* It opens SIGSYS while it waits, and the thread is armed. */
static void perform_with_mask(void)
{
	struct timespec timeout = { 0, 1000000 };
	unsigned long nothing[2] = { 0, 0 };
	long ret, next;

	set_action(perform_rearm);
	self_ptrace_on();
	ret = call(__NR_ppoll, 0, 0, (unsigned long)&timeout, (unsigned long)nothing, 8);
	action = answer;
	next = call(__NR_close, BAD_FD);
	expect(ret == 0);
	expect(next == MAGIC);
}

static void perform_other(struct self_ptrace_call *stopped)
{
	stopped->nr = stopped->args[5] ? NR_NONE : __NR_getpid;
	self_ptrace_perform(stopped);
}

static void perform_number(void)
{
	long first, second;

	set_action(perform_other);
	self_ptrace_on();
	first = call(__NR_close, BAD_FD);
	self_ptrace_on();
	second = call(__NR_close, BAD_FD, 0, 0, 0, 0, 1);
	expect(first == getpid());
	expect(second == -ENOSYS);
}

static bool was_refused;

static void perform_or_pass(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	if (self_ptrace_perform(stopped) == -EOPNOTSUPP) {
		was_refused = true;
		self_ptrace_pass(stopped);
	}
}

/* It cannot be performed by a function: the child would return from it before we do. */
static void perform_refuses(void)
{
	pid_t pid;

	set_action(perform_or_pass);
	self_ptrace_on();
	pid = vfork();
	if (pid == 0)
		_exit(0);
	expect(was_refused);
	expect(hits == 1); /* passed: not armed any more */
	expect(child_passes(pid));
}

static void pass_two(struct self_ptrace_call *stopped)
{
	stopped->args[2] = 2;
	expect(self_ptrace_pass(stopped) == 0);
}

static void pass(void)
{
	char buffer[8];
	int pipes[2];
	long ret, next;

	expect(pipe(pipes) == 0);
	set_action(pass_two);
	self_ptrace_on();
	ret = call(__NR_write, pipes[1], (unsigned long)"hello", 5);
	next = call(__NR_close, BAD_FD);
	expect(ret == 2);
	expect(read(pipes[0], buffer, 8) == 2);
	expect(next == -EBADF);
	expect(hits == 1);
}

static int pass_error;

static void pass_other(struct self_ptrace_call *stopped)
{
	stopped->nr = __NR_getpid;
	pass_error = self_ptrace_pass(stopped) == -1 ? errno : 0;
	self_ptrace_set_result(stopped, MAGIC);
}

static void pass_number(void)
{
	long ret;

	set_action(pass_other);
	self_ptrace_on();
	ret = call(__NR_close, BAD_FD);
	expect(pass_error == EINVAL);
	expect(ret == MAGIC);
}

static void spoil_errno(struct self_ptrace_call *stopped)
{
	errno = ENOTTY;
	self_ptrace_set_result(stopped, MAGIC);
}

static void errno_kept(void)
{
	int kept;

	set_action(spoil_errno);
	self_ptrace_on();
	errno = EXDEV;
	call(__NR_close, BAD_FD);
	kept = errno;
	expect(kept == EXDEV);
}

/* The C library's own calls, each performed. */
static void program_watched(void)
{
	char line[64] = "";
	FILE *file;
	bool read;

	set_action(perform_or_pass);
	self_ptrace_on();
	file = fopen("/proc/self/stat", "re");
	read = file && fgets(line, sizeof(line), file);
	if (file)
		fclose(file);
	self_ptrace_off();
	expect(read);
	expect(atoi(line) == getpid());
	expect(hits >= 3);
	expect(last.nr == __NR_close);
}

/* Installing it */

static void function_null(void)
{
	errno = 0;
	expect(self_ptrace_handler(NULL, NULL) == -1 && errno == EINVAL);
}

static void on_call_other(struct self_ptrace_call *stopped, void *context)
{
	last_context = context;
	self_ptrace_set_result(stopped, MAGIC + 1);
}

static void function_replaced(void)
{
	long ret;

	set_action(answer);
	expect(self_ptrace_handler(on_call_other, &jump) == 0);
	self_ptrace_on();
	ret = call(__NR_close, BAD_FD);
	expect(ret == MAGIC + 1);
	expect(last_context == &jump);
	expect(hits == 0);
}

static void on_call_plus(struct self_ptrace_call *stopped, void *context)
{
	self_ptrace_set_result(stopped, (long)context);
}

static void on_call_minus(struct self_ptrace_call *stopped, void *context)
{
	self_ptrace_set_result(stopped, -(long)context);
}

static void *thread_installs(void *plus)
{
	for (int i = 0; i < 1000; i++)
		self_ptrace_handler(plus ? on_call_plus : on_call_minus, (void *)(plus ? 1L : -1L));
	return NULL;
}

/* By two threads, while a third one is stopped: function and context belong together. */
static void function_by_threads(void)
{
	pthread_t threads[2];
	int bad = 0;

	expect(self_ptrace_handler(on_call_plus, (void *)1L) == 0);
	for (int i = 0; i < 2; i++)
		expect(pthread_create(&threads[i], NULL, thread_installs, i ? &bad : NULL) == 0);
	for (int i = 0; i < 1000; i++) {
		self_ptrace_on();
		bad += call(__NR_close, BAD_FD) != 1;
	}
	pthread_join(threads[0], NULL);
	pthread_join(threads[1], NULL);
	expect(bad == 0);
}

/* Without a mechanism */

static void none(void)
{
	expect(self_ptrace_mechanism() == SELF_PTRACE_NONE);
	errno = 0;
	expect(self_ptrace_on() == -1 && errno == ENOSYS);
	errno = 0;
	expect(self_ptrace_off() == -1 && errno == ENOSYS);
	errno = 0;
	expect(self_ptrace_handler(on_call, NULL) == -1 && errno == ENOSYS);
	errno = 0;
	expect(self_ptrace_handler(NULL, NULL) == -1 && errno == EINVAL);
	expect(call(__NR_close, BAD_FD) == -EBADF);
	expect(call(__NR_getpid) == getpid());
}

struct test {
	const char *name, *promise;
	void (*run)(void);
};

/* self_ptrace(3), DIFFERENCES: there is one that a test cannot live with. */
static const char *skip_with_sud(const struct test *test)
{
	return test->run == signal_masks ? "a difference, see self_ptrace(3)" : NULL;
}

static const struct test tests[] = {
	{ "next_call", "the next call is not executed, the one after is", next_call },
	{ "siginfo", "SIGSYS tells of it", siginfo },
	{ "ability_1", "its number, architecture and address", ability_1_number },
	{ "ability_2", "its six arguments", ability_2_arguments },
	{ "ability_3", "other calls are made beside it", ability_3_other_calls },
	{ "ability_4", "it is emulated by other calls", ability_4_emulate },
	{ "ability_5", "its arguments are changed", ability_5_change_arguments },
	{ "ability_6", "it is performed for good", ability_6_perform },
	{ "ability_7", "its result is changed", ability_7_change_result },
	{ "ability_8", "the next one is requested, before or after", ability_8_rearm },
	{ "requests", "on and off are idempotent and not stopped", requests },
	{ "requests_blocked", "also while SIGSYS is blocked", requests_blocked },
	{ "number_bad", "numbers that are no call are stopped", number_bad },
	{ "sigsys_blocked", "the next call is the next one with SIGSYS open", sigsys_blocked },
	{ "ptrace_is_stopped", "other requests of ptrace are stopped", ptrace_is_stopped },
	{ "exit_is_stopped", "exit_group is a call", exit_is_stopped },
	{ "signal_while_armed", "sigreturn is exempt", signal_while_armed },
	{ "signal_calls", "a call in a signal handler is the next one", signal_calls },
	{ "signal_masks", "unless that handler blocks SIGSYS", signal_masks },
	{ "signal_in_function", "once armed, calls and other handlers pass", signal_in_function },
	{ "signal_storm", "signals at any point", signal_storm },
	{ "restart", "a call that is restarted is stopped", restart },
	{ "interrupted", "a call that is not restarted is not", interrupted },
	{ "sigsys_of_others", "goes to the old handler and changes nothing", sigsys_of_others },
	{ "sigsys_of_others_kills", "or kills as it would have", sigsys_of_others_kills },
	{ "no_function", "SIGSYS default or ignored: killed", no_function },
	{ "longjmp", "a function may end by siglongjmp", left_by_longjmp },
	{ "fork", "a child is not armed, its parent stays so", forked },
	{ "vfork", "nor is vfork's", vforked },
	{ "child_arms_itself", "a child's request is its own", child_arms_itself },
	{ "fork_in_function", "a fork made by the function", fork_in_function },
	{ "fork_performed", "a fork performed", fork_performed },
	{ "new_thread", "a new thread is not armed", new_thread },
	{ "other_thread", "another thread is not armed", other_thread },
	{ "many_threads", "threads that are always armed", many_threads },
	{ "exec", "exec ends it, by whatever thread", exec_ends_it },
	{ "exec_fails", "but not if it fails", exec_fails },
	{ "perform_mask", "a signal mask that is performed stays", perform_mask },
	{ "perform_altstack", "so does an alternate stack", perform_altstack },
	{ "perform_with_mask", "a call that waits with another mask", perform_with_mask },
	{ "perform_number", "with another number, also a bad one", perform_number },
	{ "perform_refuses", "EOPNOTSUPP for vfork, which can be passed", perform_refuses },
	{ "pass", "made by the program, with other arguments", pass },
	{ "pass_number", "but not with another number", pass_number },
	{ "errno", "errno is kept", errno_kept },
	{ "program_watched", "each call of stdio's is seen and performed", program_watched },
	{ "function_null", "EINVAL", function_null },
	{ "function_replaced", "and its context with it", function_replaced },
	{ "function_by_threads", "by threads at once", function_by_threads },
};

#define TESTS (sizeof(tests) / sizeof(tests[0]))

static const struct test without = { "none", "without a mechanism: ENOSYS", none };

static bool passes(const struct test *test)
{
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		alarm(60);
		test->run();
		fflush(stdout);
		_exit(failed);
	}
	if (waitpid(pid, &status, 0) != pid)
		return false;
	if (WIFSIGNALED(status))
		printf("# killed by signal %d\n", WTERMSIG(status));
	else if (WEXITSTATUS(status) > 1)
		printf("# exit status %d\n", WEXITSTATUS(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Installing a function may find out more; and that is for a child to do. */
static int find_mechanism(void)
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		self_ptrace_handler(on_call, NULL);
		_exit(self_ptrace_mechanism());
	}
	waitpid(pid, &status, 0);
	if (WIFEXITED(status) && WEXITSTATUS(status) == SELF_PTRACE_NONE)
		setenv("SELF_PTRACE_MECHANISM", "none", 1);
	return self_ptrace_mechanism();
}

static bool chosen(const char *name, char *const *names)
{
	if (!*names)
		return true;
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

int main(int argc, char **argv)
{
	static const char *const mechanisms[] = { "none", "kernel", "sud" };
	const char *wanted = NULL, *best = NULL;
	int n = 0, bad = 0, found;

	for (argv++; *argv && !strncmp(*argv, "--", 2); argv++) {
		if (!strncmp(*argv, "--mechanism=", 12)) {
			wanted = *argv + 12;
			setenv("SELF_PTRACE_MECHANISM", wanted, 1);
		} else if (!strncmp(*argv, "--expect=", 9)) {
			best = *argv + 9;
		} else if (!strcmp(*argv, "--not-armed")) {
			/* Armed, we would be killed. */
			mask_sigsys(SIG_UNBLOCK);
			call(__NR_getppid);
			return 0;
		} else if (!strcmp(*argv, "--list")) {
			for (unsigned i = 0; i < TESTS; i++)
				printf("%-28s %s\n", tests[i].name, tests[i].promise);
			return 0;
		} else {
			fprintf(stderr, "self_ptrace_test: unknown option %s\n", *argv);
			return 2;
		}
	}
	(void)argc;
	printf("TAP version 13\n");
	found = find_mechanism();
	printf("# mechanism: %s\n", mechanisms[found]);
	if (wanted && strcmp(wanted, mechanisms[found])) {
		printf("1..0 # SKIP this system has no mechanism %s\n", wanted);
		return 77;
	}
	if (best && strcmp(best, mechanisms[found])) {
		printf("Bail out! not %s\n", best);
		return 1;
	}
	for (unsigned i = 0; i < (found ? TESTS : 1); i++) {
		const struct test *test = found ? &tests[i] : &without;
		const char *skip = found == SELF_PTRACE_SUD ? skip_with_sud(test) : NULL;
		bool ok;

		if (!chosen(test->name, argv))
			continue;
		n++;
		ok = skip || passes(test);
		printf("%sok %d - %s: %s%s%s\n", ok ? "" : "not ", n, test->name, test->promise,
		       skip ? " # SKIP " : "", skip ? skip : "");
		bad += !ok;
	}
	printf("1..%d\n", n);
	return bad != 0;
}
