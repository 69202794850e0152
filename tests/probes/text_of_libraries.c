/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Libraries that come one after the other to the same address, with other calls there. */
#include "text.h"

#include <dlfcn.h>
#include <libgen.h>

static char directory[4096];

static void *load(int which)
{
	char path[5000];
	void *library;

	snprintf(path, sizeof(path), "%s/called_%d.so", directory, which);
	library = dlopen(path, RTLD_NOW);
	if (!library)
		dprintf(1, "%s\n", dlerror());
	CHECK(library);
	return library;
}

static void one_after_the_other(void)
{
	const long want[] = { 0, getpid(), getppid(), getuid() };
	const void *former = NULL, *called;
	int same = 0;

	for (int i = 0; i < 60; i++) {
		int which = 1 + i % 3;
		void *library = load(which);

		called = dlsym(library, "called");
		CHECK(called);
		/* Now and then too few for anything to have happened to it. */
		for (int j = 0; j < (i % 7 == 6 ? 2 : 20); j++)
			CHECK_EQ(text_call(called), want[which]);
		same += called == former;
		former = called;
		CHECK(!dlclose(library));
	}
	CHECK(same > 30);
}

int main(void)
{
	CHECK(readlink("/proc/self/exe", directory, sizeof(directory) - 1) > 0);
	dirname(directory);
	one_after_the_other();
	text_beside_another();
	one_after_the_other();
	return probe_ok();
}
