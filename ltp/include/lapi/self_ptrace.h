/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Copyright (c) 2026 self_ptrace developers
 */

#ifndef LAPI_SELF_PTRACE_H__
#define LAPI_SELF_PTRACE_H__

#include <stdint.h>

#ifndef PTRACE_SELF_ON
# define PTRACE_SELF_ON		0x4213
# define PTRACE_SELF_OFF	0x4214
#endif

#ifndef PTRACE_SELF_GET
# define PTRACE_SELF_GET	0x4215
# define PTRACE_SELF_SET	0x4216
# define PTRACE_SELF_ARMED	0x1

struct ptrace_self_state {
	uint64_t flags;
};
#endif

#ifndef PTRACE_SELF_ALL
# define PTRACE_SELF_ALL	0x2
#endif

#ifndef SYS_SECCOMP
# define SYS_SECCOMP		1
#endif

#ifndef SYS_USER_DISPATCH
# define SYS_USER_DISPATCH	2
#endif

#ifndef SYS_SELF_PTRACE
# define SYS_SELF_PTRACE	3
#endif

#endif /* LAPI_SELF_PTRACE_H__ */
