/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which programs ld.so does not put a plugin into. */
#include "plugin.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCRIPTS_MAX 5 /* as the kernel: BINPRM_BUF_SIZE, and its depth */
#define HEAD 256

static const char *elf_why_not(int fd, const Elf64_Ehdr *head)
{
	if (head->e_ident[EI_CLASS] != ELFCLASS64)
		return "a 32-bit program";
	for (int i = 0; i < head->e_phnum; i++) {
		Elf64_Phdr segment;

		if (pread(fd, &segment, sizeof(segment),
			  (off_t)(head->e_phoff + (size_t)i * sizeof(segment))) !=
		    (ssize_t)sizeof(segment))
			return NULL;
		if (segment.p_type == PT_INTERP)
			return NULL;
	}
	return "a static program";
}

/* Its rights are not the caller's: ld.so takes no preloaded library then. */
static int raises_rights(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return 0;
	return ((st.st_mode & S_ISUID) && st.st_uid != geteuid()) ||
	       ((st.st_mode & S_ISGID) && (st.st_mode & S_IXGRP) && st.st_gid != getegid());
}

static const char *why_not(int fd, int depth)
{
	union {
		char text[HEAD + 1];
		Elf64_Ehdr elf;
	} head;
	ssize_t got = pread(fd, head.text, HEAD, 0);
	const char *why;
	char *path;
	int interpreter;

	if (got < 4)
		return NULL;
	head.text[got] = 0;
	if (!memcmp(head.text, ELFMAG, SELFMAG) && (size_t)got >= sizeof(head.elf))
		return raises_rights(fd) ? "a set-user-ID program" : elf_why_not(fd, &head.elf);
	if (memcmp(head.text, "#!", 2) || !depth)
		return NULL;
	path = head.text + 2 + strspn(head.text + 2, " \t");
	path[strcspn(path, " \t\n")] = 0;
	interpreter = open(path, O_RDONLY | O_CLOEXEC);
	if (interpreter < 0)
		return NULL;
	why = why_not(interpreter, depth - 1);
	close(interpreter);
	return why;
}

const char *hookable_why_not(int fd)
{
	return why_not(fd, SCRIPTS_MAX);
}
