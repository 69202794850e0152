// SPDX-License-Identifier: LGPL-2.1-or-later
/* Names that the system gives to things: descriptors, processes, users, devices, modes. */
#include "kinds.h"

#include <linux/audit.h>
#include <fcntl.h>
#include <sys/ipc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>

#define REFERENCE_MAX 4096u

/* What value, a descriptor or AT_FDCWD, refers to, as far as the options want it. */
static void add_reference(struct decode *decode, struct value *value)
{
	const struct decode_options *options = decode->options;
	char text[REFERENCE_MAX];
	uint16_t flags = 0;
	size_t len;

	if (!options->fd_text)
		return;
	len = options->fd_text(options->data, decode->call, (int)value->raw, text, sizeof(text),
			       &flags);
	if (len > sizeof(text))
		len = sizeof(text);
	value->bytes = (const uint8_t *)region_string(&decode->region, text, len);
	value->count = (uint32_t)len;
	value->flags |= flags;
}

struct value *decode_fd_value(struct decode *decode, int64_t fd)
{
	struct value *value = value_fd(&decode->region, (int)fd);

	if (fd >= 0)
		add_reference(decode, value);
	return value;
}

struct value *decode_fd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_fd_value(decode, (int)raw);
}

struct value *decode_atfd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;

	if ((int)raw != AT_FDCWD)
		return decode_fd(decode, desc, raw);
	value = value_fd(&decode->region, AT_FDCWD);
	value->text = "AT_FDCWD";
	add_reference(decode, value);
	return value;
}

struct value *decode_pid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct decode_options *options = decode->options;
	struct value *value = value_pid(&decode->region, (int)raw);
	char text[64];
	size_t len;

	(void)desc;
	if (!options->pid_text || (int)raw <= 0)
		return value;
	len = options->pid_text(options->data, decode->call, (int)raw, text, sizeof(text));
	if (len > sizeof(text))
		len = sizeof(text);
	value->bytes = (const uint8_t *)region_string(&decode->region, text, len);
	value->count = (uint32_t)len;
	return value;
}

/* -1 is no id: "do not change", "nobody mapped". */
struct value *decode_uid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if ((uint32_t)raw == UINT32_MAX)
		return value_signed(&decode->region, -1);
	return value_unsigned(&decode->region, (uint32_t)raw);
}

struct value *decode_gid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_uid(decode, desc, raw);
}

struct value *decode_dev_value(struct decode *decode, uint64_t dev)
{
	struct value *call = value_call(&decode->region, "makedev");

	value_add(call, value_hex(&decode->region, major(dev)));
	value_add(call, value_hex(&decode->region, minor(dev)));
	return value_choice(&decode->region, value_hex(&decode->region, dev), call);
}

struct value *decode_dev(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_dev_value(decode, raw);
}

struct value *decode_mode(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_octal(&decode->region, raw);

	(void)desc;
	value->base = BASE_MODE;
	return value;
}

/* File type and permissions: S_IFREG|S_ISUID|0644. */
struct value *decode_filemode(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const struct {
		uint32_t bit;
		const char *name;
	} special[] = { { S_ISUID, "S_ISUID" }, { S_ISGID, "S_ISGID" }, { S_ISVTX, "S_ISVTX" } };
	struct value *value = value_flags(&decode->region, raw, NULL);
	const char *type = NULL;

	(void)desc;
	value->base = BASE_MODE;
	switch (raw & S_IFMT) {
	case S_IFREG:
		type = "S_IFREG";
		break;
	case S_IFDIR:
		type = "S_IFDIR";
		break;
	case S_IFLNK:
		type = "S_IFLNK";
		break;
	case S_IFCHR:
		type = "S_IFCHR";
		break;
	case S_IFBLK:
		type = "S_IFBLK";
		break;
	case S_IFIFO:
		type = "S_IFIFO";
		break;
	case S_IFSOCK:
		type = "S_IFSOCK";
		break;
	default:
		break;
	}
	if (!type)
		return value;
	value->flags |= VALUE_REST;
	value_flag_name(&decode->region, value, type);
	value->rest &= ~(uint64_t)S_IFMT;
	for (size_t i = 0; i < sizeof(special) / sizeof(*special); i++) {
		if (value->rest & special[i].bit) {
			value_flag_name(&decode->region, value, special[i].name);
			value->rest &= ~(uint64_t)special[i].bit;
		}
	}
	return value;
}

struct value *decode_sysv_key(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if (!(uint32_t)raw)
		return value_symbol(&decode->region, IPC_PRIVATE, "IPC_PRIVATE", NULL);
	return value_hex(&decode->region, (uint32_t)raw);
}

struct value *decode_rlim(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;

	(void)desc;
	if (raw == RLIM_INFINITY) {
		value = value_symbol(&decode->region, raw,
				     decode->call->arch == AUDIT_ARCH_I386 ? "RLIM_INFINITY" :
									     "RLIM64_INFINITY",
				     NULL);
		value->base = BASE_UNSIGNED;
	} else if (raw > 1024 && raw % 1024 == 0) {
		value = value_symbol(
			&decode->region, raw,
			region_printf(&decode->region, "%llu*1024", (unsigned long long)raw / 1024),
			NULL);
		value->base = BASE_UNSIGNED;
	} else {
		value = value_unsigned(&decode->region, raw);
	}
	return value;
}

/* value / * 2001-09-09T01:46:40.000000002+0000 * / in the local time zone, as strace has it. */
struct value *decode_time_comment(struct decode *decode, struct value *value, int64_t sec,
				  int64_t fraction, int digits)
{
	char text[64], zone[16];
	time_t seconds = (time_t)sec;
	struct tm broken;
	size_t used;

	if ((!sec && !fraction) || !localtime_r(&seconds, &broken))
		return value;
	used = strftime(text, sizeof(text), "%FT%T", &broken);
	if (!used || !strftime(zone, sizeof(zone), "%z", &broken))
		return value;
	if (digits && fraction)
		return value_comment(&decode->region, value,
				     region_printf(&decode->region, "%s.%0*lld%s", text, digits,
						   (long long)fraction, zone));
	return value_comment(&decode->region, value,
			     region_printf(&decode->region, "%s%s", text, zone));
}

struct value *decode_time(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_time_comment(decode, value_signed(&decode->region, (int64_t)raw),
				   (int64_t)raw, 0, 0);
}

struct value *decode_date(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_time(decode, desc, raw);

	return value->kind == VALUE_COMMENT ? value_form(&decode->region, raw, value->text) : NULL;
}
