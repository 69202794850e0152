/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* munmap, mprotect and madvise over ranges where nothing of the program's is succeed or fail as
 * they should. */
#include "probe.h"

int main(void)
{
	/* Too low for libraries and stacks, too high for programs and their heaps. */
	CHECK_EQ(munmap((void *)0x100000000000, 1ul << 40), 0);
	CHECK_EQ(munmap((void *)0x7e0000000000, 0xd000000000), 0);
	for (int i = 0; i < 100; i++)
		CHECK_EQ(getppid(), raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0));
	CHECK_ERRNO(munmap((void *)1, 4096), EINVAL);
	CHECK_ERRNO(munmap((void *)4096, 0), EINVAL);
	CHECK_ERRNO(munmap((void *)-4096, 8192), EINVAL);
	CHECK_ERRNO(mprotect((void *)0x100000000000, 4096, PROT_READ), ENOMEM);
	return probe_ok();
}
