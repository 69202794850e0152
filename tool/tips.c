// SPDX-License-Identifier: LGPL-2.1-or-later
#include "tips.h"

#include <stdio.h>
#include <time.h>

static const char *const tips[] = {
	"-f follows children and threads; without it only the first thread is shown.",
	"-e trace=%file shows what a program looks for and does not find; add -Z for failures "
	"only.",
	"-y tells what each descriptor is: 3</etc/passwd>; -yy tells of sockets who is at the "
	"other end.",
	"--json makes one object a line: jq -c 'select(.error)' finds all that failed.",
	"-c counts calls instead of showing them; -C does both.",
	"-T tells how long each call took, -r how long after the one before it began.",
	"-P PATH shows only the calls that name that file, or have it open.",
	"-e read=3 -e write=3 dumps all that goes through descriptor 3.",
	"-s 4096 shows more than the first 32 bytes of strings, -v all members of structs.",
	"-p PID traces what runs already; Ctrl-C lets it go on as if nothing had been.",
	"-ff -o FILE gives each thread a file of its own: no <unfinished ...> in them.",
	"A call that is not wanted (-e trace=) is not even recorded: ask for less to disturb less.",
};

void tips_show(const struct options *options)
{
	const unsigned int count = sizeof(tips) / sizeof(*tips);
	struct timespec now;
	unsigned int tip;

	if (options->tips == TIPS_NONE)
		return;
	clock_gettime(CLOCK_REALTIME, &now);
	tip = options->tip < 0 ? (unsigned int)now.tv_nsec / 1000 % count :
				 (unsigned int)options->tip % count;
	if (options->tips == TIPS_FULL)
		fprintf(stderr, "\n  Tip %u of %u (--tips=none is quiet again):\n\n      %s\n\n",
			tip, count, tips[tip]);
	else
		fprintf(stderr, "Tip %u: %s\n", tip, tips[tip]);
}
