/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command: found, forked, seized, and set going up to its exec. */
#ifndef SELF_PTRACE_TOOL_LAUNCH_H
#define SELF_PTRACE_TOOL_LAUNCH_H

#include "call.h"
#include "options.h"
#include "preload.h"

#include <limits.h>
#include <sys/types.h>

struct launch {
	pid_t pid;	    /* 0: no command */
	int go;		    /* a byte lets the command exec, and its closing has it end */
	int failed;	    /* the command writes errno of its failed exec */
	int error;	    /* that errno; 0: none */
	uint64_t exec_time; /* TSC */
	char path[PATH_MAX];
	char **argv;
	char **envp;
};

/* Where the command is, as a shell would find it; 0 or -errno. */
int launch_find(const char *name, char ret[static PATH_MAX]);
/* No trace: the tool becomes the command.  Returns an exit status only if it cannot. */
int launch_exec(const struct options *options);

/*
 * The command waits at the brink of its exec, seized unless it is to be preloaded.
 * Under -D this process becomes the command, and its grandchild returns.
 * Over 0: the message is on stderr, and ret is strace's status for it.
 * Below 0: -errno of the ptrace that was refused; there is no child then.
 */
int launch_start(struct launch *launch, const struct options *options, struct preload *preload);
/*
 * Lets it exec, up to the exec stop, or beyond if it is preloaded.  Over 0: it
 * ended before, with *ret_status, and launch->error if that was its exec's.
 */
int launch_wait(struct launch *launch, bool seized, int *ret_status);
/* The execve that it makes, as a record of it would be. */
void launch_first_call(const struct launch *launch, struct call *ret);

#endif
