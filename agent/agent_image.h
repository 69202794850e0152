/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The agent as the tool carries it; agent/embed.py writes the definitions. */
#ifndef SELF_PTRACE_AGENT_AGENT_IMAGE_H
#define SELF_PTRACE_AGENT_AGENT_IMAGE_H

/* Bytes of the image up to its last that is not zero, image_header first. */
extern const unsigned char agent_image[];
extern const unsigned long agent_image_filled;

/* Offsets in the image: data begins, everything ends, text ends. */
extern const unsigned long agent_image_data;
extern const unsigned long agent_image_size;
extern const unsigned long agent_text_end;

/* Entry points and marks of entry.S. */
extern const unsigned long agent_start;
extern const unsigned long agent_start_here;
extern const unsigned long agent_start_thread;
extern const unsigned long agent_stop_thread;
extern const unsigned long agent_call_syscall;
extern const unsigned long agent_compat_syscall;
extern const unsigned long agent_again_syscall;
extern const unsigned long agent_make_syscall;
extern const unsigned long agent_plain_kept, agent_plain_syscall, agent_plain_not;
extern const unsigned long agent_resume_begin;
extern const unsigned long agent_resume_end;

/* struct image_stubs (agent/image.h) */
extern const unsigned long agent_syscalls_begin, agent_syscalls_end;
extern const unsigned long agent_stubs;

#endif
