/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the kernel's seccomp selftest needs of libcap, which has no static
 * packages for the guests' architectures.
 */
#ifndef GUEST_SYS_CAPABILITY_H
#define GUEST_SYS_CAPABILITY_H

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/capability.h>

typedef struct {
	struct __user_cap_header_struct header;
	struct __user_cap_data_struct data[2];
} *cap_t;
typedef int cap_value_t;
typedef enum { CAP_EFFECTIVE } cap_flag_t;
typedef enum { CAP_CLEAR, CAP_SET } cap_flag_value_t;

static inline cap_t cap_get_proc(void)
{
	cap_t cap = calloc(1, sizeof(*cap));

	cap->header.version = _LINUX_CAPABILITY_VERSION_3;
	syscall(__NR_capget, &cap->header, cap->data);
	return cap;
}

static inline int cap_get_flag(cap_t cap, cap_value_t value, cap_flag_t flag,
			       cap_flag_value_t *ret)
{
	*ret = cap->data[value / 32].effective >> value % 32 & 1 ? CAP_SET : CAP_CLEAR;
	return 0;
}

static inline int cap_set_flag(cap_t cap, cap_flag_t flag, int n, const cap_value_t *values,
			       cap_flag_value_t set)
{
	for (int i = 0; i < n; i++) {
		__u32 bit = 1U << values[i] % 32, *word = &cap->data[values[i] / 32].effective;

		*word = set ? *word | bit : *word & ~bit;
	}
	return 0;
}

static inline int cap_set_proc(cap_t cap)
{
	return syscall(__NR_capset, &cap->header, cap->data);
}

static inline int cap_free(cap_t cap)
{
	free(cap);
	return 0;
}

#endif /* GUEST_SYS_CAPABILITY_H */
