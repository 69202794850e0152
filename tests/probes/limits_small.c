/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Children under small limits: no descriptors, no processes, no file sizes; exec under each. */
#include <sys/resource.h>

#include "probe.h"

int main(int argc, char **argv)
{
	static const struct {
		int which;
		rlim_t value;
	} limits[] = { { RLIMIT_NOFILE, 4 },	    { RLIMIT_FSIZE, 0 },
		       { RLIMIT_STACK, 256 << 10 }, { RLIMIT_AS, 24 << 20 },
		       { RLIMIT_DATA, 4 << 20 },    { RLIMIT_MEMLOCK, 0 },
		       { RLIMIT_SIGPENDING, 0 },    { RLIMIT_CORE, 0 } };

	if (argc > 1) {
		struct rlimit got;
		int i = atoi(argv[1]);

		CHECK(!getrlimit(limits[i].which, &got));
		CHECK_EQ(got.rlim_cur, limits[i].value);
		CHECK_EQ(got.rlim_max, limits[i].value);
		free(malloc(1 << 20));
		return 0;
	}
	for (int i = 0; i < (int)(sizeof(limits) / sizeof(limits[0])); i++) {
		pid_t pid = fork();

		if (!pid) {
			struct rlimit limit = { limits[i].value, limits[i].value };
			char number[4];

			snprintf(number, sizeof(number), "%d", i);
			CHECK(!setrlimit(limits[i].which, &limit));
			execl("/nonexistent", "x", NULL);
			CHECK(!getrlimit(limits[i].which, &limit));
			CHECK_EQ(limit.rlim_cur, limits[i].value);
			execl("/proc/self/exe", argv[0], number, NULL);
			CHECK_EQ(errno, 0);
		}
		probe_join(pid);
	}
	return probe_ok();
}
