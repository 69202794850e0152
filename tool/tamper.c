// SPDX-License-Identifier: LGPL-2.1-or-later
/* Rules of tampering: strace's expressions to abi/tamper.h. */
#include "tamper.h"

#include "decode/decode.h"
#include "options.h"
#include "table.h"

#include <errno.h>
#include <limits.h>
#include <linux/audit.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_ERRNO 4095
#define SIGNALS 64
#define POKE_MAX 1024 /* bytes, as strace */
#define WHEN_MAX 65535
#define ACTIONS                                                                   \
	(TAMPER_RETURN | TAMPER_SIGNAL | TAMPER_DELAY_ENTER | TAMPER_DELAY_EXIT | \
	 TAMPER_POKE_ENTER | TAMPER_POKE_EXIT)

/* One expression while it is read. */
struct reading {
	struct tamper *tamper;
	struct tamper_rule rule;
	bool fault;	/* fault=: error and when only */
	bool syscall;	/* syscall= was there */
	uint32_t pokes; /* of tamper, with those of this rule */
	uint32_t data;
};

/* What stands behind the prefix, or NULL. */
static const char *behind(const char *text, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(text, prefix, len) ? NULL : text + len;
}

/* A number from min to max; *ret_end: what follows it. */
static bool number(const char *text, unsigned long min, unsigned long max, uint32_t *ret,
		   const char **ret_end)
{
	unsigned long value;
	char *end;

	if (*text < '0' || *text > '9')
		return false;
	errno = 0;
	value = strtoul(text, &end, 10);
	if (errno || value < min || value > max)
		return false;
	*ret = (uint32_t)value;
	*ret_end = end;
	return true;
}

/* first[..last][+[step]] */
static bool read_when(struct reading *reading, const char *text)
{
	struct tamper_rule *rule = &reading->rule;

	rule->last = TAMPER_LAST_NONE;
	rule->step = 0;
	if (!number(text, 1, WHEN_MAX, &rule->first, &text))
		return false;
	if (!strncmp(text, "..", 2)) {
		if (!number(text + 2, rule->first, WHEN_MAX - 1, &rule->last, &text))
			return false;
		rule->step = 1;
	}
	if (*text != '+')
		return !*text;
	rule->step = 1;
	text++;
	return !*text || (number(text, 1, WHEN_MAX, &rule->step, &text) && !*text);
}

static bool read_error(struct reading *reading, const char *text)
{
	const char *end, *ignored;
	uint32_t value = 0;

	if (!number(text, 1, MAX_ERRNO, &value, &end) || *end) {
		for (value = 1; value <= MAX_ERRNO; value++) {
			const char *name = decode_error_name((int)value, &ignored);

			if (name && !strcasecmp(name, text))
				break;
		}
	}
	reading->rule.ret = -(int64_t)value;
	return value <= MAX_ERRNO;
}

static bool read_retval(struct reading *reading, const char *text)
{
	unsigned long long value;
	char *end;

	errno = 0;
	value = strtoull(text, &end, 0);
	if (end == text || *end || errno)
		return false;
	reading->rule.ret = (int64_t)value;
	if (reading->rule.ret < 0 && reading->rule.ret >= -MAX_ERRNO)
		fprintf(stderr,
			"self_ptrace: Inadvertent injection of error %lld is possible for "
			"retval=%llu\n",
			-(long long)reading->rule.ret, value);
	return true;
}

/* A call that does nothing takes the place of one that is not made: all of them are alike. */
static bool read_syscall(const char *text)
{
	const struct syscall_desc *row = syscall_by_name(AUDIT_ARCH_X86_64, text);

	return row && row->classes & CLASS_PURE;
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	       c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	       c >= 'A' && c <= 'F' ? c - 'A' + 10 :
				      -1;
}

/* @argN=HEX,... */
static bool read_pokes(struct reading *reading, const char *text, bool exit)
{
	struct tamper *tamper = reading->tamper;
	unsigned int args = 0;

	while (*text) {
		size_t digits;
		int arg;

		text = behind(text, "@arg");
		if (!text || *text < '1' || *text > '7' || text[1] != '=')
			return false;
		arg = *text - '1';
		text += 2;
		digits = strcspn(text, ",");
		if (!digits || digits % 2 || digits / 2 > POKE_MAX || args >> arg & 1 ||
		    reading->pokes == TAMPER_POKES_MAX ||
		    reading->data + digits / 2 > TAMPER_DATA_MAX)
			return false;
		args |= 1u << arg;
		tamper->pokes[reading->pokes++] = (struct tamper_poke){
			.offset = reading->data,
			.len = (uint16_t)(digits / 2),
			.arg = (uint8_t)arg,
			.exit = exit,
		};
		for (size_t i = 0; i < digits; i += 2) {
			int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);

			if (high < 0 || low < 0)
				return false;
			tamper->data[reading->data++] = (uint8_t)(high << 4 | low);
		}
		text += digits;
		text += *text == ',';
	}
	return args;
}

static bool read_token(struct reading *reading, const char *token)
{
	struct tamper_rule *rule = &reading->rule;
	const char *value;
	uint32_t action;
	int signo;
	bool good;

	if ((value = behind(token, "when=")))
		return read_when(reading, value);
	if ((value = behind(token, "syscall="))) {
		good = !reading->syscall && read_syscall(value);
		reading->syscall = true;
		return good;
	}
	if ((value = behind(token, "error="))) {
		action = TAMPER_RETURN;
		good = read_error(reading, value);
	} else if (reading->fault) {
		return false;
	} else if ((value = behind(token, "retval="))) {
		action = TAMPER_RETURN;
		good = read_retval(reading, value);
	} else if ((value = behind(token, "signal="))) {
		action = TAMPER_SIGNAL;
		signo = filter_signal_number(value);
		good = signo >= 1 && signo <= SIGNALS;
		rule->signo = (uint32_t)signo;
	} else if ((value = behind(token, "delay_enter="))) {
		action = TAMPER_DELAY_ENTER;
		good = !options_duration(value, &rule->enter.ns);
	} else if ((value = behind(token, "delay_exit="))) {
		action = TAMPER_DELAY_EXIT;
		good = !options_duration(value, &rule->exit.ns);
	} else if ((value = behind(token, "poke_enter="))) {
		action = TAMPER_POKE_ENTER;
		good = read_pokes(reading, value, false);
	} else if ((value = behind(token, "poke_exit="))) {
		action = TAMPER_POKE_EXIT;
		good = read_pokes(reading, value, true);
	} else {
		return false;
	}
	good &= !(rule->actions & action);
	rule->actions |= action;
	return good;
}

static int __attribute__((format(printf, 2, 3)))
fail(struct filter_error *error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	error->usage = false;
	return -EINVAL;
}

static void take_rule(struct reading *reading, const struct syscall_set *set)
{
	struct tamper *tamper = reading->tamper;
	const struct syscall_desc *row;
	uint32_t nr = 0;

	reading->rule.poke_first = (uint16_t)tamper->poke_count;
	reading->rule.poke_count = (uint16_t)(reading->pokes - tamper->poke_count);
	tamper->poke_count = reading->pokes;
	tamper->data_used = reading->data;
	tamper->rules[tamper->rule_count++] = reading->rule;
	while ((row = syscall_next(AUDIT_ARCH_X86_64, &nr))) {
		if (row->nr >= PLAN_CALLS || !(set->native[row->nr / 64] >> (row->nr % 64) & 1))
			continue;
		tamper->rule_of[row->nr] = (uint8_t)tamper->rule_count;
		tamper->nargs[row->nr] = row->nargs;
	}
}

int tamper_parse(struct tamper **tamper, const char *expr, bool fault, struct filter_error *error)
{
	struct reading reading = {
		.rule = { .first = 1, .last = TAMPER_LAST_NONE, .step = 1 },
		.fault = fault,
	};
	char *copy, *token, *rest = NULL;
	struct syscall_set set = { 0 };
	bool good = true;
	int ret;

	if (!*tamper)
		*tamper = calloc(1, sizeof(**tamper));
	copy = strdup(expr);
	if (!*tamper || !copy) {
		free(copy);
		return fail(error, "out of memory");
	}
	reading.tamper = *tamper;
	reading.pokes = (*tamper)->poke_count;
	reading.data = (*tamper)->data_used;
	rest = copy + strcspn(copy, ":");
	if (*rest)
		*rest++ = '\0';
	while (good && *copy && (token = strtok_r(NULL, ":", &rest)))
		good = read_token(&reading, token);
	if (good && !(reading.rule.actions & ACTIONS) && fault) {
		reading.rule.actions = TAMPER_RETURN;
		reading.rule.ret = -ENOSYS;
	}
	/* The set's own mistakes are told before what is missing behind it, as strace does. */
	ret = good ? filter_parse_calls(copy, &set, error) : -EINVAL;
	free(copy);
	if (good && ret)
		return ret;
	if (!good || !reading.rule.actions)
		return fail(error, "invalid %s argument '%s'", fault ? "fault" : "inject", expr);
	if ((*tamper)->rule_count == TAMPER_RULES_MAX)
		return fail(error, "more than %u rules of tampering", TAMPER_RULES_MAX);
	take_rule(&reading, &set);
	return 0;
}
