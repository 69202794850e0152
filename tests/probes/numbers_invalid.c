/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers that are no calls give ENOSYS, x32's too where the kernel has none. */
#include "probe.h"

int main(void)
{
	bool x32 = raw_call(0x40000000 | SYS_getpid, 0, 0, 0, 0, 0, 0) >= 0;

	for (int n = 0; n < 20; n++) {
		for (long nr = 337; nr <= 423; nr++)
			CHECK_EQ(raw_call(nr, 0, 0, 0, 0, 0, 0), -ENOSYS);
		for (long nr = -3; nr < 0; nr++)
			CHECK_EQ(raw_call(nr, 0, 0, 0, 0, 0, 0), -ENOSYS);
		for (long nr = 600; nr < 1100; nr++)
			CHECK_EQ(raw_call(nr, 0, 0, 0, 0, 0, 0), -ENOSYS);
		CHECK_EQ(raw_call(0x3fffffff, 0, 0, 0, 0, 0, 0), -ENOSYS);
		CHECK_EQ(raw_call(0x80000000 | SYS_getpid, 0, 0, 0, 0, 0, 0), -ENOSYS);
		if (x32)
			continue;
		for (long nr = 0; nr < 600; nr++)
			CHECK_EQ(raw_call(0x40000000 | nr, 0, 0, 0, 0, 0, 0), -ENOSYS);
	}
	return probe_ok();
}
