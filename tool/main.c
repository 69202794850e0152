// SPDX-License-Identifier: LGPL-2.1-or-later
/* self_ptrace, the tracing tool: options, then output, then follow. */
#include "follow.h"
#include "hooks.h"
#include "launch.h"
#include "options.h"
#include "output.h"
#include "recording.h"
#include "stack.h"
#include "tips.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* Dies of the signal that the traced program died of, as strace does, without a core. */
static void die_of(int signo)
{
	const struct rlimit none = { 0, 0 };
	sigset_t mask;

	setrlimit(RLIMIT_CORE, &none);
	signal(signo, SIG_DFL);
	sigemptyset(&mask);
	sigaddset(&mask, signo);
	sigprocmask(SIG_UNBLOCK, &mask, NULL);
	raise(signo);
}

int main(int argc, char **argv)
{
	struct options options;
	struct replay *replay = NULL;
	struct output *output;
	int ret = options_parse(argc, argv, &options), output_ret, status;

	if (ret)
		return ret < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
	if (hooks_prepare(&options) || stacks_prepare(&options)) {
		options_free(&options);
		return EXIT_FAILURE;
	}
	if (!options.traces) {
		ret = launch_exec(&options);
		options_free(&options);
		return ret;
	}
	if ((options.read && replay_open(&options, &replay)) || output_new(&options, &output)) {
		replay_free(replay);
		options_free(&options);
		return EXIT_FAILURE;
	}
	if (replay)
		status = replay_run(replay, output) ? EXIT_FAILURE : EXIT_SUCCESS;
	else
		status = follow(&options, output);
	replay_free(replay);
	output_ret = output_free(output);
	tips_show(&options);
	options_free(&options);
	if (status < 0) {
		die_of(-status);
		return 128 - status;
	}
	return status ? status : output_ret ? EXIT_FAILURE : EXIT_SUCCESS;
}
