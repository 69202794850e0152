/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Seccomp filters that kill for every call but a few. */
#ifndef SELF_PTRACE_TESTS_FILTER_H
#define SELF_PTRACE_TESTS_FILTER_H

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include "probe.h"

#define FILTER_ALLOW(nr) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nr, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
/* FILTER_ONLY(FILTER_ALLOW(nr), ...): an array's initialiser. */
#define FILTER_ONLY(...)                                                                  \
	{                                                                                 \
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),    \
			__VA_ARGS__, BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS), \
	}

static inline void filter_install(struct sock_filter *code, size_t size)
{
	struct sock_fprog program = { (unsigned short)(size / sizeof(*code)), code };

	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
}

#endif
