/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Hooks within a program: what self_ptrace_hook.h promises, a line for each
 * promise (TAP).  Each test is a process of its own.
 *
 * What hooks write is volatile or atomic: a compiler takes the C library's
 * functions for such as call nothing here.
 */
#include "self_ptrace_hook.h"

#include <errno.h>
#include <fcntl.h>
#include <immintrin.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#define OTHER 1023 /* a number that no kernel has */

static void fail(const char *what, int line)
{
	char text[256];
	int len = snprintf(text, sizeof(text), "# line %d: %s (errno %d)\n", line, what, errno);

	(void)!write(1, text, (size_t)len);
	_exit(1);
}

#define CHECK(what) ((what) ? (void)0 : fail(#what, __LINE__))

static int add(struct self_ptrace_hook hook, int number)
{
	hook.size = sizeof(hook);
	return self_ptrace_hook_add(&hook, &number, 1);
}

#define ADD(number, ...) add((struct self_ptrace_hook){ __VA_ARGS__ }, number)

static _Atomic int count;

static int enter_count(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	count++;
	return SELF_PTRACE_PASS;
}

static int enter_answer(struct self_ptrace_event *event, void *context)
{
	event->result = (long)context;
	return SELF_PTRACE_EMULATE;
}

/* The verdicts */

static void emulates(void)
{
	CHECK(ADD(SYS_getppid, .enter = enter_answer, .context = (void *)4711) > 0);
	for (int i = 0; i < 10; i++)
		CHECK(getppid() == 4711);
	CHECK(ADD(SYS_chdir, .enter = enter_answer, .context = (void *)(long)-EXDEV) > 0);
	CHECK(chdir("/") == -1 && errno == EXDEV);
	CHECK(ADD(OTHER, .enter = enter_answer, .context = (void *)7) > 0);
	CHECK(syscall(OTHER) == 7);
}

static int enter_scribble(struct self_ptrace_event *event, void *context)
{
	event->args[0] = 77;
	event->number = SYS_getppid;
	event->result = 99;
	return (int)(long)context;
}

static void modifies(void)
{
	int id = ADD(SYS_dup, .enter = enter_scribble, .context = (void *)SELF_PTRACE_PASS);

	CHECK(id > 0);
	for (int i = 0; i < 10; i++)
		CHECK(close(dup(1)) == 0);
	CHECK(!self_ptrace_hook_remove(id));
	CHECK(ADD(SYS_dup, .enter = enter_scribble, .context = (void *)SELF_PTRACE_MODIFY) > 0);
	for (int i = 0; i < 10; i++)
		CHECK(dup(1) == getppid());
}

static void exit_double(struct self_ptrace_event *event, void *context)
{
	(void)context;
	if (event->kind == SELF_PTRACE_EXIT && event->result == getppid())
		event->result *= 2;
}

static void changes_results(void)
{
	int parent = getppid();

	CHECK(ADD(SYS_getppid, .exit = exit_double) > 0);
	for (int i = 0; i < 10; i++)
		CHECK(getppid() == 2 * parent);
}

static int enter_event(struct self_ptrace_event *event, void *context)
{
	*(struct self_ptrace_event *)context = *event;
	return SELF_PTRACE_PASS;
}

static void tells_the_call(void)
{
	struct self_ptrace_event event;

	CHECK(ADD(OTHER, .enter = enter_event, .context = &event) > 0);
	for (int i = 0; i < 10; i++) {
		memset(&event, 0, sizeof(event));
		syscall(OTHER, 1l, 2l, 3l, 4l, 5l, 1ul << 63);
		CHECK(event.number == OTHER && event.kind == SELF_PTRACE_ENTER);
		for (unsigned long j = 0; j < 5; j++)
			CHECK(event.args[j] == j + 1);
		CHECK(event.args[5] == 1ul << 63);
		CHECK(event.arch == 0xc000003e);
		CHECK(event.call_address > (unsigned long)syscall &&
		      event.call_address < (unsigned long)syscall + 64);
		CHECK(event.stack_pointer > (unsigned long)&event - 65536 &&
		      event.stack_pointer < (unsigned long)&event + 65536);
	}
}

/* Several hooks */

static char *volatile trail = (char[64]){ 0 };

static int enter_trail(struct self_ptrace_event *event, void *context)
{
	(void)event;
	strcat(trail, context);
	return *(char *)context == 'x' ? SELF_PTRACE_EMULATE : SELF_PTRACE_PASS;
}

static void exit_trail(struct self_ptrace_event *event, void *context)
{
	(void)event;
	strcat(trail, context);
}

static void runs_in_order(void)
{
	int middle, last;

	CHECK(ADD(OTHER, .enter = enter_trail, .exit = exit_trail, .context = "c", .priority = 5) >
	      0);
	CHECK(ADD(OTHER, .enter = enter_trail, .exit = exit_trail, .context = "a", .priority = -5) >
	      0);
	middle = ADD(OTHER, .enter = enter_trail, .exit = exit_trail, .context = "b");
	last = ADD(OTHER, .enter = enter_trail, .exit = exit_trail, .context = "d", .priority = 5);
	syscall(OTHER);
	CHECK(!strcmp(trail, "abcddcba"));
	*trail = 0;
	CHECK(!self_ptrace_hook_remove(middle) && !self_ptrace_hook_remove(last));
	syscall(OTHER);
	CHECK(!strcmp(trail, "acca"));
	*trail = 0;
	/* Who is behind one that answers does not see the call. */
	CHECK(ADD(OTHER, .enter = enter_trail, .exit = exit_trail, .context = "x") > 0);
	syscall(OTHER);
	CHECK(!strcmp(trail, "axxa"));
}

static void all_calls(void)
{
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter_count };

	CHECK(self_ptrace_hook_add(&hook, NULL, 0) > 0);
	count = 0;
	getppid();
	syscall(OTHER);
	syscall(5000);
	syscall(SYS_getuid);
	CHECK(count == 4);
	/* But for those that are about hooks. */
	CHECK(!self_ptrace_suspend() && !self_ptrace_resume());
	CHECK(count == 4);
}

static void those_alone(void)
{
	static const int numbers[] = { SYS_getuid, SYS_getgid };
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter_count };

	CHECK(self_ptrace_hook_add(&hook, numbers, 2) > 0);
	getuid();
	getgid();
	getppid();
	CHECK(count == 2);
}

/* Calls of hooks */

static int enter_calls(struct self_ptrace_event *event, void *context)
{
	int fd;

	(void)context;
	(void)event;
	count++;
	getppid();
	fd = open("/dev/null", O_WRONLY);
	CHECK(fd >= 0 && write(fd, "x", 1) == 1 && !close(fd));
	errno = ENOTTY;
	return SELF_PTRACE_PASS;
}

static void does_not_recurse(void)
{
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter_calls };

	CHECK(self_ptrace_hook_add(&hook, NULL, 0) > 0);
	for (int i = 0; i < 10; i++) {
		count = 0;
		errno = EDOM;
		CHECK(getppid() > 0);
		CHECK(errno == EDOM);
		CHECK(count == 1);
	}
}

static void suspends(void)
{
	CHECK(self_ptrace_suspend() == -1 && errno == ENOSYS);
	CHECK(ADD(OTHER, .enter = enter_count) > 0);
	CHECK(self_ptrace_resume() == -1 && errno == EPERM);
	CHECK(!self_ptrace_suspend() && !self_ptrace_suspend());
	syscall(OTHER);
	CHECK(!self_ptrace_resume());
	syscall(OTHER);
	CHECK(count == 0);
	CHECK(!self_ptrace_resume());
	syscall(OTHER);
	CHECK(count == 1);
}

static void *suspended(void *unused)
{
	(void)unused;
	CHECK(!self_ptrace_suspend());
	syscall(OTHER);
	return NULL;
}

static void suspends_by_thread(void)
{
	pthread_t thread;

	CHECK(ADD(OTHER, .enter = enter_count) > 0);
	CHECK(!pthread_create(&thread, NULL, suspended, NULL) && !pthread_join(thread, NULL));
	CHECK(count == 0);
	syscall(OTHER);
	CHECK(count == 1);
}

/* Threads, forks, execs */

static struct {
	_Atomic int begin, end, fork, exec;
	_Atomic int forked_in;
} events;

static void on_event(struct self_ptrace_event *event, void *context)
{
	(void)context;
	events.begin += event->kind == SELF_PTRACE_THREAD_BEGIN;
	events.end += event->kind == SELF_PTRACE_THREAD_END;
	events.exec += event->kind == SELF_PTRACE_EXEC;
	if (event->kind == SELF_PTRACE_FORK) {
		events.fork++;
		events.forked_in = getpid();
	}
}

static void *nothing(void *unused)
{
	return unused;
}

static void tells_of_threads(void)
{
	pthread_t thread;
	int status;
	pid_t pid;

	CHECK(ADD(OTHER, .thread = on_event, .fork = on_event, .exec = on_event) > 0);
	CHECK(!pthread_create(&thread, NULL, nothing, NULL) && !pthread_join(thread, NULL));
	CHECK(events.begin == 1 && events.end == 1 && !events.fork && !events.exec);
	pid = fork();
	if (!pid)
		_exit(events.fork == 1 && events.forked_in == getpid() ? 42 : 1);
	CHECK(waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 42);
	CHECK(!events.fork && !events.exec);
	CHECK(execl("/nonexistent", "x", NULL) == -1 && events.exec == 1);
	pid = vfork();
	if (!pid) {
		execl("/bin/true", "true", NULL);
		_exit(1);
	}
	CHECK(waitpid(pid, &status, 0) == pid && !status);
	CHECK(events.fork == 1 && events.exec == 2);
}

static void survives_forks(void)
{
	int status, id = ADD(OTHER, .enter = enter_answer, .context = (void *)1);
	pid_t pid = fork();

	if (!pid) {
		CHECK(syscall(OTHER) == 1);
		CHECK(!self_ptrace_hook_remove(id));
		CHECK(syscall(OTHER) == -1 && errno == ENOSYS);
		CHECK(ADD(OTHER, .enter = enter_answer, .context = (void *)2) > 0);
		CHECK(syscall(OTHER) == 2);
		_exit(42);
	}
	CHECK(waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 42);
	CHECK(syscall(OTHER) == 1);
}

static int vforked(void)
{
	pid_t pid = vfork();
	int status;

	if (!pid)
		_exit(syscall(OTHER) == 1 ? 42 : 1);
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static void hooks_vfork_children(void)
{
	CHECK(ADD(OTHER, .enter = enter_answer, .context = (void *)1) > 0);
	for (int i = 0; i < 10; i++)
		CHECK(vforked() == 42);
}

/* What the application does not notice */

static int enter_floats(struct self_ptrace_event *event, void *context)
{
	volatile double x = 1.5;
	volatile long double y = 2.5L;
	char text[64];

	(void)context;
	(void)event;
	__asm__ volatile("vzeroall" ::: "memory");
	snprintf(text, sizeof(text), "%g %Lg", x / 3, y / 3);
	CHECK(!strcmp(text, "0.5 0.833333"));
	count++;
	return SELF_PTRACE_PASS;
}

static void keeps_vectors(void)
{
	unsigned int mxcsr = 0x7f80, got; /* rounding toward zero */
	unsigned short cw = 0x0f7f, got_cw;

	if (!__builtin_cpu_supports("avx"))
		return;
	CHECK(ADD(OTHER, .enter = enter_floats) > 0);
	for (int i = 0; i < 10; i++) {
		unsigned char in[32], out[32];
		long ret;

		for (int j = 0; j < 32; j++)
			in[j] = (unsigned char)(i * 32 + j + 1);
		__asm__ volatile("vmovdqu %2, %%ymm7\n\t"
				 "ldmxcsr %3\n\t"
				 "fldcw %4\n\t"
				 "syscall\n\t"
				 "vmovdqu %%ymm7, %1\n\t"
				 "stmxcsr %5\n\t"
				 "fnstcw %6"
				 : "=a"(ret), "=m"(out), "+m"(in), "+m"(mxcsr), "+m"(cw), "=m"(got),
				   "=m"(got_cw)
				 : "a"(OTHER)
				 : "rcx", "r11", "xmm7", "memory");
		CHECK(!memcmp(in, out, 32) && got == mxcsr && got_cw == cw);
	}
	CHECK(count == 10);
}

static void keeps_registers(void)
{
	CHECK(ADD(OTHER, .enter = enter_calls) > 0);
	for (int i = 0; i < 10; i++) {
		register long r8 __asm__("r8") = 8, r9 __asm__("r9") = 9, r10 __asm__("r10") = 10,
				 r12 __asm__("r12") = 12, r15 __asm__("r15") = 15;
		long ret, di = 1, si = 2, dx = 3, bx = 4;

		__asm__ volatile("syscall"
				 : "=a"(ret), "+D"(di), "+S"(si), "+d"(dx), "+b"(bx), "+r"(r8),
				   "+r"(r9), "+r"(r10), "+r"(r12), "+r"(r15)
				 : "a"(OTHER)
				 : "rcx", "r11", "memory");
		CHECK(ret == -ENOSYS && di == 1 && si == 2 && dx == 3 && bx == 4);
		CHECK(r8 == 8 && r9 == 9 && r10 == 10 && r12 == 12 && r15 == 15);
	}
}

static _Atomic int handled, inside, handled_inside;
static _Atomic unsigned long handled_at;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)info;
	handled_inside += inside;
	handled_at = (unsigned long)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
	handled++;
}

static void handle(int signo, int flags)
{
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | flags };

	CHECK(!sigaction(signo, &action, NULL));
}

static int enter_signals(struct self_ptrace_event *event, void *context)
{
	char *memory;

	(void)event;
	inside = 1;
	count++;
	if (count == 1 || context) {
		raise(SIGUSR1);
		kill(getpid(), SIGUSR2);
	}
	memory = malloc(100);
	free(memory);
	getppid();
	inside = 0;
	return SELF_PTRACE_PASS;
}

static _Atomic int exits, restarts;

static void exit_signals(struct self_ptrace_event *event, void *context)
{
	(void)context;
	exits++;
	restarts += event->flags & SELF_PTRACE_EVENT_RESTART;
}

static void holds_signals_back(void)
{
	sigset_t mask;

	handle(SIGUSR1, 0);
	handle(SIGUSR2, 0);
	CHECK(ADD(OTHER, .enter = enter_signals, .exit = exit_signals) > 0);
	/* The signals come before the call, which then is entered anew. */
	CHECK(syscall(OTHER) == -1 && errno == ENOSYS);
	CHECK(handled == 2 && !handled_inside);
	CHECK(count == 2 && exits == 2 && restarts == 1);
	CHECK(handled_at > (unsigned long)syscall && handled_at < (unsigned long)syscall + 64);
	CHECK(!sigprocmask(SIG_BLOCK, NULL, &mask));
	CHECK(!sigismember(&mask, SIGUSR1) && !sigismember(&mask, SIGUSR2) &&
	      !sigismember(&mask, SIGHUP));
}

static void exit_raises(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	inside = 1;
	raise(SIGUSR1);
	getppid();
	inside = 0;
}

static void holds_signals_back_at_exit(void)
{
	handle(SIGUSR1, 0);
	CHECK(ADD(OTHER, .exit = exit_raises) > 0);
	for (int i = 1; i < 10; i++) {
		CHECK(syscall(OTHER) == -1 && errno == ENOSYS);
		CHECK(handled == i && !handled_inside);
	}
}

static void storms(void)
{
	const struct itimerval timer = { { 0, 100 }, { 0, 100 } };
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter_calls };

	handle(SIGALRM, SA_RESTART);
	CHECK(self_ptrace_hook_add(&hook, NULL, 0) > 0);
	setitimer(ITIMER_REAL, &timer, NULL);
	for (int i = 0; i < 3000 || handled < 20; i++) {
		char *memory = malloc(1000);

		CHECK(getppid() > 0);
		CHECK(syscall(OTHER) == -1 && errno == ENOSYS);
		free(memory);
	}
	CHECK(!handled_inside);
}

static int enter_blocks(struct self_ptrace_event *event, void *context)
{
	sigset_t mask;

	(void)context;
	(void)event;
	sigfillset(&mask);
	sigprocmask(SIG_BLOCK, &mask, NULL);
	return SELF_PTRACE_PASS;
}

static void puts_masks_back(void)
{
	sigset_t mask;

	CHECK(ADD(OTHER, .enter = enter_blocks) > 0);
	for (int i = 0; i < 10; i++)
		syscall(OTHER);
	CHECK(!sigprocmask(SIG_BLOCK, NULL, &mask));
	for (int signo = 1; signo < 32; signo++)
		CHECK(!sigismember(&mask, signo));
	handle(SIGUSR1, 0);
	raise(SIGUSR1);
	CHECK(handled == 1);
}

static int enter_writes(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	inside = 1;
	while (handled < 1) /* cancelled by now: the main thread says so */
		usleep(100);
	CHECK(write(open("/dev/null", O_WRONLY), "x", 1) == 1);
	inside = 0;
	count++;
	return SELF_PTRACE_PASS;
}

static void *to_be_cancelled(void *unused)
{
	syscall(OTHER);
	pause();
	return unused;
}

static void is_not_cancelled(void)
{
	pthread_t thread;
	void *ret;

	CHECK(ADD(OTHER, .enter = enter_writes) > 0);
	CHECK(!pthread_create(&thread, NULL, to_be_cancelled, NULL));
	while (!inside)
		usleep(100);
	CHECK(!pthread_cancel(thread));
	handled = 1;
	CHECK(!pthread_join(thread, &ret) && ret == PTHREAD_CANCELED && count >= 1);
}

/* A hook that fails */

static int enter_crashes(struct self_ptrace_event *event, void *context)
{
	(void)event;
	*(volatile int *)context = 1;
	return SELF_PTRACE_PASS;
}

static void exit_0(int signo)
{
	(void)signo;
	_exit(0);
}

static void crashes_as_itself(void)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		signal(SIGSEGV, exit_0);
		CHECK(ADD(OTHER, .enter = enter_crashes, .context = (void *)8) > 0);
		syscall(OTHER);
		_exit(0);
	}
	CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) &&
	      WTERMSIG(status) == SIGSEGV);
}

/* libc in hooks */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static int enter_libc(struct self_ptrace_event *event, void *context)
{
	char *text = NULL, *copy;
	size_t size;
	FILE *file = open_memstream(&text, &size);

	(void)context;
	pthread_mutex_lock(&mutex);
	count++;
	pthread_mutex_unlock(&mutex);
	fprintf(file, "%d %s %.3f", event->number, "hook", 2.5);
	fclose(file);
	copy = malloc(100000);
	strcpy(copy, text);
	CHECK(strstr(copy, "hook 2.500"));
	copy = realloc(copy, 300000);
	free(copy);
	free(text);
	return SELF_PTRACE_PASS;
}

static void *works(void *unused)
{
	for (int i = 0; i < 200; i++) {
		void *memory = malloc((size_t)i * 1000);

		CHECK(syscall(OTHER) == -1 && getppid() > 0);
		free(memory);
	}
	return unused;
}

static void has_libc(void)
{
	pthread_t threads[4];
	int status;

	CHECK(ADD(OTHER, .enter = enter_libc, .exit = on_event) > 0);
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_create(&threads[i], NULL, works, NULL));
	for (int i = 0; i < 30; i++) {
		pid_t pid = fork();

		if (!pid) {
			works(NULL);
			_exit(42);
		}
		CHECK(waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 42);
	}
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_join(threads[i], NULL));
	CHECK(count == 800);
}

static int enter_makes(struct self_ptrace_event *event, void *context)
{
	pthread_t thread;
	int status;
	pid_t pid;

	(void)event;
	(void)context;
	count++;
	if (count > 3)
		return SELF_PTRACE_PASS;
	CHECK(!pthread_create(&thread, NULL, nothing, NULL) && !pthread_join(thread, NULL));
	pid = fork();
	if (!pid)
		_exit(42);
	CHECK(waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 42);
	CHECK(system("exit 3") == 3 << 8);
	return SELF_PTRACE_PASS;
}

static void makes_threads_and_processes(void)
{
	CHECK(ADD(OTHER, .enter = enter_makes) > 0);
	for (int i = 0; i < 5; i++)
		CHECK(syscall(OTHER) == -1 && errno == ENOSYS);
	CHECK(count == 5);
}

/* Added and removed */

static void refuses(void)
{
	static const int good = OTHER, negative = -1, large = 1024;
	struct {
		struct self_ptrace_hook hook;
		long more;
	} later = { { .size = sizeof(later), .enter = enter_count }, 0 };
	struct self_ptrace_hook hook = { .size = sizeof(hook), .enter = enter_count };
	struct self_ptrace_hook empty = { .size = sizeof(empty) };
	struct self_ptrace_hook small = { .size = 8, .enter = enter_count };
	struct self_ptrace_hook flags = { .size = sizeof(flags),
					  .enter = enter_count,
					  .flags = 128 };

	CHECK(self_ptrace_hook_add(NULL, &good, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&empty, &good, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&small, &good, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&flags, &good, 1) == -1 && errno == E2BIG);
	CHECK(self_ptrace_hook_add(&hook, &negative, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&hook, &large, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&hook, NULL, 1) == -1 && errno == EINVAL);
	CHECK(self_ptrace_hook_add(&later.hook, &good, 1) > 0);
	later.more = 1;
	CHECK(self_ptrace_hook_add(&later.hook, &good, 1) == -1 && errno == E2BIG);
	CHECK(self_ptrace_hook_remove(0) == -1 && errno == ENOENT);
	CHECK(self_ptrace_hook_remove(-1) == -1 && errno == ENOENT);
	CHECK(self_ptrace_hook_remove(12345678) == -1 && errno == ENOENT);
	CHECK(self_ptrace_plugin_load(NULL, NULL, NULL, 0) == -1 && errno == EINVAL);
	CHECK(self_ptrace_plugin_load("/nonexistent", NULL, NULL, 0) == -1 && errno == ENOEXEC);
}

static void removes(void)
{
	int ids[64], id;

	for (int round = 0; round < 3; round++) {
		count = 0;
		for (int i = 0; i < 64; i++)
			CHECK((ids[i] = ADD(OTHER, .enter = enter_count)) > 0);
		CHECK(ADD(OTHER, .enter = enter_count) == -1 && errno == ENOSPC);
		syscall(OTHER);
		CHECK(count == 64);
		for (int i = 0; i < 64; i++)
			CHECK(!self_ptrace_hook_remove(ids[i]));
		syscall(OTHER);
		CHECK(count == 64);
	}
	id = ADD(OTHER, .enter = enter_count);
	CHECK(id != ids[0] && self_ptrace_hook_remove(ids[0]) == -1 && errno == ENOENT);
	CHECK(!self_ptrace_hook_remove(id));
	CHECK(self_ptrace_hook_remove(id) == -1 && errno == ENOENT);
}

static int enter_sleeps(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	inside = 1;
	usleep(200000);
	inside = 0;
	count++;
	return SELF_PTRACE_PASS;
}

static void *calls(void *unused)
{
	syscall(OTHER);
	return unused;
}

static void removes_while_it_runs(void)
{
	int id = ADD(OTHER, .enter = enter_sleeps);
	pthread_t thread;

	CHECK(!pthread_create(&thread, NULL, calls, NULL));
	while (!inside)
		usleep(100);
	CHECK(!self_ptrace_hook_remove(id));
	CHECK(!inside && count == 1);
	pthread_join(thread, NULL);
}

static volatile int own_id;

static int enter_removes_itself(struct self_ptrace_event *event, void *context)
{
	(void)event;
	(void)context;
	CHECK(self_ptrace_hook_remove(own_id) == -1 && errno == EINPROGRESS);
	CHECK(ADD(SYS_getuid, .enter = enter_answer, .context = (void *)31) > 0);
	count++;
	return SELF_PTRACE_PASS;
}

static void changes_within_hooks(void)
{
	own_id = ADD(OTHER, .enter = enter_removes_itself, .exit = on_event);
	syscall(OTHER);
	syscall(OTHER);
	CHECK(count == 1 && getuid() == 31);
}

static int pipe_of[2];

static void *reads(void *unused)
{
	char byte;

	CHECK(read(pipe_of[0], &byte, 1) == 1);
	return unused;
}

/* A call that is under way: those that entered it leave it, and no others. */
static void changes_while_a_call_waits(void)
{
	pthread_t thread;
	int first, second;

	CHECK(!pipe(pipe_of));
	CHECK(ADD(SYS_read, .enter = enter_trail, .exit = exit_trail, .context = "a") > 0);
	first = ADD(SYS_read, .enter = enter_trail, .exit = exit_trail, .context = "b");
	CHECK(!pthread_create(&thread, NULL, reads, NULL));
	while (strcmp(trail, "ab"))
		usleep(100);
	usleep(20000);
	CHECK(!self_ptrace_hook_remove(first)); /* does not wait for the call */
	second = ADD(SYS_read, .enter = enter_trail, .exit = exit_trail, .context = "c");
	CHECK(second > 0 && write(pipe_of[1], "x", 1) == 1);
	pthread_join(thread, NULL);
	CHECK(!strcmp(trail, "aba"));
}

static void *adds(void *unused)
{
	for (int i = 0; i < 200; i++) {
		int id = ADD(OTHER, .enter = enter_count);

		CHECK(id > 0 && syscall(OTHER) == -1 && !self_ptrace_hook_remove(id));
	}
	return unused;
}

static void adds_in_threads(void)
{
	pthread_t threads[4];

	CHECK(ADD(SYS_getuid, .enter = enter_count) > 0);
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_create(&threads[i], NULL, adds, NULL));
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_join(threads[i], NULL));
	CHECK(count >= 800);
}

/* By the tool, whose agent is there from the beginning. */
static bool traced;

static void *adds_first(void *unused)
{
	int id = ADD(OTHER, .enter = enter_count);

	CHECK(traced ? id > 0 : id == -1 && errno == EBUSY);
	return unused;
}

static void is_first_alone(void)
{
	pthread_t threads[2];

	for (int i = 0; i < 2; i++)
		CHECK(!pthread_create(&threads[i], NULL, adds_first, NULL));
	for (int i = 0; i < 2; i++)
		CHECK(!pthread_join(threads[i], NULL));
	CHECK(ADD(OTHER, .enter = enter_count) > 0);
	syscall(OTHER);
	CHECK(count == (traced ? 3 : 1));
}

/* Descriptors of its own to close keep it listed after it was joined. */
static void *ends_slowly(void *unused)
{
	CHECK(!unshare(CLONE_FILES));
	for (int i = 0; i < 500; i++)
		CHECK(open("/dev/null", O_RDONLY) >= 0);
	return unused;
}

static void is_first_after_threads(void)
{
	for (int i = 0; i < 30; i++) {
		pthread_t thread;
		pid_t child = fork();
		int status;

		if (!child) {
			CHECK(!pthread_create(&thread, NULL, ends_slowly, NULL));
			CHECK(!pthread_join(thread, NULL));
			CHECK(ADD(OTHER, .enter = enter_count) > 0);
			syscall(OTHER);
			CHECK(count == 1);
			_exit(0);
		}
		CHECK(waitpid(child, &status, 0) == child && !status);
	}
}

static volatile int added;

static void add_in_handler(int signo)
{
	(void)signo;
	added = ADD(OTHER, .enter = enter_answer, .context = (void *)5);
}

static void adds_in_handler(void)
{
	signal(SIGUSR1, add_in_handler);
	raise(SIGUSR1);
	CHECK(added > 0 && syscall(OTHER) == 5);
	added = 0;
	raise(SIGUSR1);
	CHECK(added > 0);
	CHECK(!self_ptrace_hook_remove(added));
	CHECK(syscall(OTHER) == 5);
}

static void add_on_altstack(int signo)
{
	added = ADD(OTHER, .enter = enter_count);
	if (added == -1)
		added = -errno;
	(void)signo;
}

static void is_first_on_altstack(void)
{
	struct sigaction action = { .sa_handler = add_on_altstack, .sa_flags = SA_ONSTACK };
	stack_t stack = { .ss_sp = malloc(1 << 16), .ss_size = 1 << 16 }, now;

	CHECK(!sigaltstack(&stack, NULL) && !sigaction(SIGUSR1, &action, NULL));
	for (int i = 1; i < 5; i++) {
		raise(SIGUSR1);
		CHECK(added > 0);
		syscall(OTHER);
		CHECK(!self_ptrace_hook_remove(added));
		CHECK(count == i);
		CHECK(!sigaltstack(NULL, &now) && now.ss_sp == stack.ss_sp && !now.ss_flags);
	}
}

static void *adds_and_removes(void *stop)
{
	while (!*(_Atomic int *)stop) {
		int id = ADD(OTHER, .enter = enter_libc, .exit = on_event);

		CHECK(id > 0);
		usleep(50);
		CHECK(!self_ptrace_hook_remove(id));
	}
	return NULL;
}

static int enter_exchanges(struct self_ptrace_event *event, void *context)
{
	int id = ADD(SYS_getuid, .enter = enter_count);

	(void)event;
	(void)context;
	CHECK(id > 0 || errno == ENOSPC);
	CHECK(id < 0 || (self_ptrace_hook_remove(id) == -1 && errno == EINPROGRESS));
	return SELF_PTRACE_PASS;
}

static void *calls_often(void *unused)
{
	for (int i = 0; i < 300; i++)
		syscall(OTHER);
	return unused;
}

/* Who waits for a hook does not keep it from changing hooks itself. */
static void changes_within_and_without(void)
{
	pthread_t threads[4];

	CHECK(ADD(OTHER, .enter = enter_exchanges) > 0);
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_create(&threads[i], NULL, calls_often, NULL));
	for (int i = 0; i < 300; i++) {
		int id = ADD(SYS_getgid, .enter = enter_count);

		CHECK(id > 0 || errno == ENOSPC);
		CHECK(id < 0 || !self_ptrace_hook_remove(id));
	}
	for (int i = 0; i < 4; i++)
		CHECK(!pthread_join(threads[i], NULL));
}

/* Threads come and go, processes are forked, hooks are exchanged, all at once. */
static void everything_at_once(void)
{
	static _Atomic int stop;
	pthread_t changer, threads[3];
	int status;

	CHECK(ADD(OTHER, .enter = enter_libc) > 0);
	CHECK(!pthread_create(&changer, NULL, adds_and_removes, &stop));
	for (int round = 0; round < 10; round++) {
		pid_t pid;

		for (int i = 0; i < 3; i++)
			CHECK(!pthread_create(&threads[i], NULL, works, NULL));
		pid = fork();
		if (!pid) {
			works(NULL);
			_exit(42);
		}
		CHECK(waitpid(pid, &status, 0) == pid && WEXITSTATUS(status) == 42);
		for (int i = 0; i < 3; i++)
			CHECK(!pthread_join(threads[i], NULL));
	}
	stop = 1;
	pthread_join(changer, NULL);
}

#define TEST(name)          \
	{                   \
#name, name \
	}

static const struct {
	const char *name;
	void (*run)(void);
} tests[] = {
	TEST(emulates),
	TEST(modifies),
	TEST(changes_results),
	TEST(tells_the_call),
	TEST(runs_in_order),
	TEST(all_calls),
	TEST(those_alone),
	TEST(does_not_recurse),
	TEST(suspends),
	TEST(suspends_by_thread),
	TEST(tells_of_threads),
	TEST(survives_forks),
	TEST(hooks_vfork_children),
	TEST(keeps_vectors),
	TEST(keeps_registers),
	TEST(holds_signals_back),
	TEST(holds_signals_back_at_exit),
	TEST(storms),
	TEST(puts_masks_back),
	TEST(is_not_cancelled),
	TEST(crashes_as_itself),
	TEST(has_libc),
	TEST(makes_threads_and_processes),
	TEST(refuses),
	TEST(removes),
	TEST(removes_while_it_runs),
	TEST(changes_within_hooks),
	TEST(changes_while_a_call_waits),
	TEST(adds_in_threads),
	TEST(is_first_alone),
	TEST(is_first_after_threads),
	TEST(adds_in_handler),
	TEST(is_first_on_altstack),
	TEST(changes_within_and_without),
	TEST(everything_at_once),
};

#define TESTS (sizeof(tests) / sizeof(tests[0]))

int main(int argc, char **argv)
{
	int failed = 0, number = 0;

	if (argc > 1 && !strcmp(argv[1], "traced")) {
		traced = true;
		argc = 1;
	}

	for (size_t i = 0; i < TESTS; i++) {
		int status;
		pid_t pid;

		if (argc > 1 && strcmp(argv[1], tests[i].name))
			continue;
		fflush(stdout);
		pid = fork();
		if (!pid) {
			alarm(30);
			tests[i].run();
			_exit(0);
		}
		waitpid(pid, &status, 0);
		failed |= status;
		printf("%s %d - %s", status ? "not ok" : "ok", ++number, tests[i].name);
		if (WIFSIGNALED(status))
			printf(": %s", strsignal(WTERMSIG(status)));
		printf("\n");
	}
	printf("1..%d\n", number);
	return !!failed;
}
