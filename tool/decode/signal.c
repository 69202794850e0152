// SPDX-License-Identifier: LGPL-2.1-or-later
/* Signals: names, sets, actions, siginfo. */
#include "kinds.h"

#include "../../abi/capture.h"

#include <linux/audit.h>
#include <signal.h>
#include <stddef.h>
#include <ucontext.h>
#include <unistd.h>

/* The kernel's view: 1.. 64, of which 32 is the first that is real-time. */
#define SIGNALS 64
#define FIRST_REALTIME 32

static const char *const signal_names[SIGNALS + 1] = {
	[SIGHUP] = "SIGHUP",	   [SIGINT] = "SIGINT",	      [SIGQUIT] = "SIGQUIT",
	[SIGILL] = "SIGILL",	   [SIGTRAP] = "SIGTRAP",     [SIGABRT] = "SIGABRT",
	[SIGBUS] = "SIGBUS",	   [SIGFPE] = "SIGFPE",	      [SIGKILL] = "SIGKILL",
	[SIGUSR1] = "SIGUSR1",	   [SIGSEGV] = "SIGSEGV",     [SIGUSR2] = "SIGUSR2",
	[SIGPIPE] = "SIGPIPE",	   [SIGALRM] = "SIGALRM",     [SIGTERM] = "SIGTERM",
	[SIGSTKFLT] = "SIGSTKFLT", [SIGCHLD] = "SIGCHLD",     [SIGCONT] = "SIGCONT",
	[SIGSTOP] = "SIGSTOP",	   [SIGTSTP] = "SIGTSTP",     [SIGTTIN] = "SIGTTIN",
	[SIGTTOU] = "SIGTTOU",	   [SIGURG] = "SIGURG",	      [SIGXCPU] = "SIGXCPU",
	[SIGXFSZ] = "SIGXFSZ",	   [SIGVTALRM] = "SIGVTALRM", [SIGPROF] = "SIGPROF",
	[SIGWINCH] = "SIGWINCH",   [SIGIO] = "SIGIO",	      [SIGPWR] = "SIGPWR",
	[SIGSYS] = "SIGSYS",	   [32] = "SIGRTMIN",	      [33] = "SIGRT_1",
	[34] = "SIGRT_2",	   [35] = "SIGRT_3",	      [36] = "SIGRT_4",
	[37] = "SIGRT_5",	   [38] = "SIGRT_6",	      [39] = "SIGRT_7",
	[40] = "SIGRT_8",	   [41] = "SIGRT_9",	      [42] = "SIGRT_10",
	[43] = "SIGRT_11",	   [44] = "SIGRT_12",	      [45] = "SIGRT_13",
	[46] = "SIGRT_14",	   [47] = "SIGRT_15",	      [48] = "SIGRT_16",
	[49] = "SIGRT_17",	   [50] = "SIGRT_18",	      [51] = "SIGRT_19",
	[52] = "SIGRT_20",	   [53] = "SIGRT_21",	      [54] = "SIGRT_22",
	[55] = "SIGRT_23",	   [56] = "SIGRT_24",	      [57] = "SIGRT_25",
	[58] = "SIGRT_26",	   [59] = "SIGRT_27",	      [60] = "SIGRT_28",
	[61] = "SIGRT_29",	   [62] = "SIGRT_30",	      [63] = "SIGRT_31",
	[64] = "SIGRT_32",
};
_Static_assert(SIGSYS < FIRST_REALTIME, "names of real-time signals begin behind the others");

const char *decode_signal_name(int signo)
{
	return signo > 0 && signo <= SIGNALS ? signal_names[signo] : NULL;
}

struct value *decode_signal_value(struct decode *decode, int64_t signo)
{
	const char *name = signo > 0 && signo <= SIGNALS ? signal_names[signo] : NULL;
	struct value *value = value_symbol(&decode->region, (uint64_t)signo, name, NULL);

	value->base = BASE_DECIMAL;
	return value;
}

struct value *decode_signal(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_signal_value(decode, (int)raw);
}

/* Sets are told by what is not in them where that is less. */
struct value *decode_sigset_bytes(struct decode *decode, const uint8_t *bytes, size_t len)
{
	struct value *set = value_set(&decode->region);
	size_t signals = len < SIGNALS / 8 ? 8 * len : SIGNALS;
	size_t members = 0;
	bool inverted;

	for (size_t i = 0; i < signals; i++)
		members += bytes[i / 8] >> i % 8 & 1;
	inverted = members >= 8 * len * 2 / 3;
	if (inverted)
		set->flags |= VALUE_INVERTED;
	for (size_t i = 0; i < signals; i++) {
		struct value *member;

		if ((bytes[i / 8] >> i % 8 & 1) == inverted)
			continue;
		member = decode_signal_value(decode, (int)i + 1);
		member->text = member->symbol + strlen("SIG");
		value_add(set, member);
	}
	return set;
}

static struct value *sigset_at(struct decode *decode, uint64_t addr, uint64_t len)
{
	const uint8_t *bytes = NULL;

	if (!decode_hidden(decode, addr) && len && len <= SIGNALS / 8 && len % 4 == 0)
		bytes = decode_bytes_at(decode, addr, (size_t)len);
	return bytes ? decode_sigset_bytes(decode, bytes, (size_t)len) :
		       decode_address(decode, addr);
}

struct value *decode_sigset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t len;

	if (!decode_count(decode, desc, &len))
		len = SIGNALS / 8;
	return sigset_at(decode, raw, len);
}

struct value *decode_sigset64(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return sigset_at(decode, raw, SIGNALS / 8);
}

struct value *decode_mask32(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint32_t mask = (uint32_t)raw;

	(void)desc;
	return decode_sigset_bytes(
		decode,
		(const uint8_t *)region_string(&decode->region, (const char *)&mask, sizeof(mask)),
		sizeof(mask));
}

struct value *decode_old_mask(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	decode_note(decode, "old mask", decode_mask32(decode, desc, raw));
	return NULL;
}

static struct value *handler_value(struct decode *decode, uint64_t raw)
{
	static const char *const names[] = { "SIG_DFL", "SIG_IGN" };

	if (raw == (uint64_t)(uintptr_t)SIG_ERR)
		return value_symbol(&decode->region, raw, "SIG_ERR", NULL);
	if (raw <= (uint64_t)(uintptr_t)SIG_IGN)
		return value_symbol(&decode->region, raw, names[raw], NULL);
	return decode_address(decode, raw);
}

/* The kernel's layout, which no header for programs on x86_64 has right. */
struct kernel_sigaction {
	uint64_t handler;
	uint64_t flags;
	uint64_t restorer;
	uint8_t mask[SIGNALS / 8];
};

struct value *decode_struct_sigaction(struct decode *decode, const struct arg_desc *desc,
				      uint64_t raw)
{
	const uint64_t sa_restorer =
		0x04000000; /* SA_RESTORER, asm/signal.h, clashes with libc's */
	struct kernel_sigaction action;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &action, sizeof(action)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	value_member(value, "sa_handler", handler_value(decode, action.handler));
	value_member(value, "sa_mask",
		     decode_sigset_bytes(decode,
					 (const uint8_t *)region_string(&decode->region,
									(const char *)action.mask,
									sizeof(action.mask)),
					 sizeof(action.mask)));
	value_member(value, "sa_flags",
		     decode_group_flags(decode, &xlat_sigaction_flags, action.flags));
	if (action.flags & sa_restorer)
		value_member(value, "sa_restorer", decode_address(decode, action.restorer));
	return value;
}

/* siginfo */

static void member_ticks(struct decode *decode, struct value *parent, const char *name,
			 int64_t ticks)
{
	value_member(parent, name,
		     decode_ticks(decode, value_unsigned(&decode->region, (uint64_t)ticks), ticks));
}

static void member_sender(struct decode *decode, struct value *parent, const siginfo_t *info)
{
	value_member(parent, "si_pid", decode_pid(decode, NULL, (uint64_t)(int64_t)info->si_pid));
	value_member(parent, "si_uid", decode_uid(decode, NULL, info->si_uid));
}

static void member_payload(struct decode *decode, struct value *parent, const siginfo_t *info)
{
	uint64_t pointer = (uint64_t)(uintptr_t)info->si_ptr;

	if (!info->si_int && !pointer)
		return;
	member_signed(decode, parent, "si_int", info->si_int);
	value_member(parent, "si_ptr", decode_address(decode, pointer));
}

static const struct xlat_group *codes_of(int signo)
{
	switch (signo) {
	case SIGILL:
		return &xlat_sigill_code;
	case SIGFPE:
		return &xlat_sigfpe_code;
	case SIGSEGV:
		return &xlat_sigsegv_code;
	case SIGBUS:
		return &xlat_sigbus_code;
	case SIGTRAP:
		return &xlat_sigtrap_code;
	case SIGCHLD:
		return &xlat_sigchld_code;
	case SIGIO:
		return &xlat_sigpoll_code;
	case SIGSYS:
		return &xlat_sigsys_code;
	default:
		return NULL;
	}
}

static struct value *code_value(struct decode *decode, const siginfo_t *info)
{
	const struct xlat_group *group = codes_of(info->si_signo);
	uint64_t code = (uint64_t)(int64_t)info->si_code;
	const struct xlat *entry = xlat_find(&xlat_si_code, code);
	struct value *value;

	if (!entry)
		entry = xlat_find(&xlat_si_code, (uint32_t)code);
	if (!entry && group)
		entry = xlat_find(group, code);
	value = value_symbol(&decode->region, code, entry ? entry->name : NULL, NULL);
	value->base = BASE_HEX;
	if (!entry) {
		value->raw = (uint32_t)code;
	} else if (info->si_code < 0) {
		struct value *plain =
			value_symbol(&decode->region, (uint32_t)code, entry->name, NULL);

		value->base = BASE_DECIMAL;
		value = value_choice(&decode->region, plain, value);
	}
	return value;
}

static void siginfo_child(struct decode *decode, struct value *value, const siginfo_t *info)
{
	member_sender(decode, value, info);
	if (info->si_code == CLD_EXITED)
		member_signed(decode, value, "si_status", info->si_status);
	else
		value_member(value, "si_status", decode_signal_value(decode, info->si_status));
	member_ticks(decode, value, "si_utime", info->si_utime);
	member_ticks(decode, value, "si_stime", info->si_stime);
}

struct value *decode_call_name(struct decode *decode, uint32_t arch, uint32_t nr)
{
	const struct syscall_desc *row = syscall_by_number(arch, nr);
	const char *name = row ? region_printf(&decode->region, "__NR_%s", row->name) : NULL;
	struct value *number = value_symbol(&decode->region, nr, name, NULL);

	number->base = BASE_DECIMAL;
	return number;
}

/* Of struct seccomp_data, whose next member is the arch. */
struct value *decode_syscall_name(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t arch = 0;

	(void)desc;
	decode_load(decode, decode->scope_addr + 4, 4, false, &arch);
	return decode_call_name(decode, (uint32_t)arch, (uint32_t)raw);
}

static void siginfo_kernel(struct decode *decode, struct value *value, const siginfo_t *info)
{
	uint64_t addr = (uint64_t)(uintptr_t)info->si_addr;

	switch (info->si_signo) {
	case SIGCHLD:
		siginfo_child(decode, value, info);
		break;
	case SIGILL:
	case SIGFPE:
	case SIGSEGV:
	case SIGBUS:
	case SIGTRAP:
		value_member(value, "si_addr", decode_address(decode, addr));
		if (info->si_signo == SIGSEGV && info->si_code == SEGV_PKUERR)
			value_member(value, "si_pkey",
				     value_unsigned(&decode->region, info->si_pkey));
		break;
	case SIGIO:
		if (info->si_code < POLL_IN || info->si_code > POLL_HUP)
			break;
		member_signed(decode, value, "si_band", info->si_band);
		value_member(value, "si_fd", decode_fd_value(decode, info->si_fd));
		break;
	case SIGSYS:
		value_member(value, "si_call_addr",
			     decode_address(decode, (uint64_t)(uintptr_t)info->si_call_addr));
		value_member(value, "si_syscall",
			     decode_call_name(decode, info->si_arch, (uint32_t)info->si_syscall));
		value_member(value, "si_arch",
			     decode_group_enum(decode, &xlat_audit_arch, info->si_arch));
		break;
	default:
		if (info->si_pid || info->si_uid)
			member_sender(decode, value, info);
		member_payload(decode, value, info);
		break;
	}
}

static struct value *siginfo_value(struct decode *decode, const uint8_t bytes[128])
{
	struct value *value = value_struct(&decode->region);
	siginfo_t info;

	_Static_assert(sizeof(info) == 128, "the kernel's siginfo_t");
	memcpy(&info, bytes, sizeof(info));
	if (!info.si_signo)
		return value;
	value_member(value, "si_signo", decode_signal_value(decode, info.si_signo));
	value_member(value, "si_code", code_value(decode, &info));
	if (info.si_errno) {
		const char *text;
		const char *name = decode_error_name(info.si_errno, &text);
		struct value *error =
			value_symbol(&decode->region, (uint64_t)info.si_errno, name, NULL);

		error->base = BASE_DECIMAL;
		value_member(value, "si_errno", error);
	}
	switch (info.si_code) {
	case SI_USER:
	case SI_TKILL:
		member_sender(decode, value, &info);
		break;
	case SI_TIMER:
		value_member(value, "si_timerid",
			     value_hex(&decode->region, (uint32_t)info.si_timerid));
		member_signed(decode, value, "si_overrun", info.si_overrun);
		member_signed(decode, value, "si_int", info.si_int);
		value_member(value, "si_ptr",
			     decode_address(decode, (uint64_t)(uintptr_t)info.si_ptr));
		break;
	case SI_KERNEL:
		/* Its addresses are none; but strace shows them. */
		siginfo_kernel(decode, value, &info);
		break;
	case SI_SIGIO:
		member_signed(decode, value, "si_band", info.si_band);
		value_member(value, "si_fd", decode_fd_value(decode, info.si_fd));
		break;
	default:
		if (info.si_code < 0) {
			member_sender(decode, value, &info);
			member_payload(decode, value, &info);
		} else {
			siginfo_kernel(decode, value, &info);
		}
	}
	return value;
}

struct value *decode_siginfo(struct decode *decode, const uint8_t bytes[128])
{
	region_reset(&decode->region);
	decode->call = NULL;
	return siginfo_value(decode, bytes);
}

struct value *decode_siginfo_at(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint8_t bytes[128];

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, bytes, sizeof(bytes)))
		return decode_address(decode, raw);
	return siginfo_value(decode, bytes);
}

static struct value *siginfo_element(struct decode *decode, const void *context, uint64_t addr)
{
	uint8_t bytes[128];

	(void)context;
	return decode_copy(decode, addr, bytes, sizeof(bytes)) ? siginfo_value(decode, bytes) :
								 NULL;
}

struct value *decode_siginfos(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	return decode_count(decode, desc, &count) ?
		       decode_elements_at(decode, raw, count, 128, siginfo_element, NULL) :
		       decode_address(decode, raw);
}

/* The frame that the call drops: its address is the first argument recorded. */
struct value *decode_call_rt_sigreturn(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	uint64_t frame = decode_arg(decode, 0);
	struct value *value, *name;
	uint8_t *mask;

	(void)desc;
	(void)raw;
	mask = region_alloc(&decode->region, SIGNALS / 8);
	if (!decode_copy(decode, frame + offsetof(ucontext_t, uc_sigmask), mask, SIGNALS / 8)) {
		name = decode_address(decode, frame);
	} else {
		value = value_struct(&decode->region);
		value_member(value, "mask", decode_sigset_bytes(decode, mask, SIGNALS / 8));
		name = value;
	}
	name->name = "frame";
	return name;
}

struct value *decode_call_sigreturn(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	return decode_call_rt_sigreturn(decode, desc, raw);
}
