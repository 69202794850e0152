/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The requests of kernel/patches, which no header has yet. */
#ifndef SELF_PTRACE_ABI_FACILITY_H
#define SELF_PTRACE_ABI_FACILITY_H

#ifndef PTRACE_SELF_ON
#define PTRACE_SELF_ON 0x4213
#define PTRACE_SELF_OFF 0x4214
#define PTRACE_SELF_GET 0x4215
#define PTRACE_SELF_SET 0x4216
#define PTRACE_SELF_ARMED 1u
#define PTRACE_SELF_ALL 2u
#endif

#ifndef SYS_SELF_PTRACE
#define SYS_SELF_PTRACE 3 /* si_code */
#endif

#endif
