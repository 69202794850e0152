/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* known: the agent's shared memory is counted */
/* mlockall of a small program within a small limit, without privilege. */
#include <sys/resource.h>

#include "probe.h"

int main(void)
{
	struct rlimit limit = { 4 << 20, 4 << 20 };

	CHECK(!setrlimit(RLIMIT_MEMLOCK, &limit));
	if (!geteuid() && setresuid(65534, 65534, 65534))
		probe_skip("cannot give up root");
	CHECK(!mlockall(MCL_CURRENT));
	CHECK(!munlockall());
	return probe_ok();
}
