// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Sets of calls, results and signals: strace's expressions to bitmaps, see filter.h.
 */
#include "filter.h"

#include "decode/decode.h"
#include "table.h"

#include <errno.h>
#include <limits.h>
#include <linux/audit.h>
#include <regex.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SIGNALS 64

_Static_assert(SYSCALL_WORDS * 64 == DECODE_CALLS, "one bitmap fits agent and decoder");

/* Which of a machine's call tables a name was limited to: name@64. */
enum personality { NATIVE = 1, COMPAT = 2, X32 = 4, ANY = 7 };

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

static void put(uint64_t *words, uint32_t nr)
{
	if (nr < SYSCALL_WORDS * 64)
		words[nr / 64] |= UINT64_C(1) << (nr % 64);
}

static bool has(const uint64_t *words, uint32_t nr)
{
	return words[nr / 64] >> (nr % 64) & 1;
}

/*
 * Adds each call that matches() and returns whether there was one.  x32 shares
 * the native table's names here: it can be asked for, and matches no call.
 */
static bool put_matching(struct syscall_set *set, enum personality where,
			 bool (*matches)(const struct syscall_desc *row, const void *what),
			 const void *what)
{
	static const struct {
		enum personality where;
		uint32_t arch;
	} tables[] = { { NATIVE, AUDIT_ARCH_X86_64 },
		       { COMPAT, AUDIT_ARCH_I386 },
		       { X32, AUDIT_ARCH_X86_64 } };
	bool found = false;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		uint64_t *words = tables[i].where == NATIVE ? set->native : set->compat;
		const struct syscall_desc *row;
		uint32_t nr = 0;

		if (!(where & tables[i].where))
			continue;
		while ((row = syscall_next(tables[i].arch, &nr))) {
			if (!matches(row, what))
				continue;
			found = true;
			if (tables[i].where != X32)
				put(words, row->nr);
		}
	}
	return found;
}

static bool matches_name(const struct syscall_desc *row, const void *what)
{
	return !strcmp(row->name, what);
}

static bool matches_number(const struct syscall_desc *row, const void *what)
{
	return row->nr == *(const unsigned long *)what;
}

static bool matches_class(const struct syscall_desc *row, const void *what)
{
	return row->classes & *(const uint32_t *)what;
}

static bool matches_regex(const struct syscall_desc *row, const void *what)
{
	return !regexec(what, row->name, 0, NULL, 0);
}

static bool matches_all(const struct syscall_desc *row, const void *what)
{
	(void)row;
	(void)what;
	return true;
}

/* With '%' all classes can be named; without, the seven that strace had first. */
static bool class_bits(const char *name, uint32_t *ret)
{
	static const char *const bare[] = { "file", "process", "network", "signal",
					    "ipc",  "desc",    "memory" };

	if (*name == '%') {
		name++;
	} else {
		size_t i = 0;

		while (i < sizeof(bare) / sizeof(bare[0]) && strcmp(name, bare[i]))
			i++;
		if (i == sizeof(bare) / sizeof(bare[0]))
			return false;
	}
	if (!strcmp(name, "net"))
		name = "network";
	for (size_t i = 0; i < syscall_class_count; i++) {
		if (!strcmp(name, syscall_classes[i].name)) {
			*ret = syscall_classes[i].bit;
			return true;
		}
	}
	return false;
}

static int put_regex(struct syscall_set *set, enum personality where, const char *pattern,
		     bool *ret_found, struct filter_error *error)
{
	regex_t regex;
	int code = regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB);

	if (code) {
		char text[128];

		regerror(code, &regex, text, sizeof(text));
		return fail(error, "regcomp: %s: %s", pattern, text);
	}
	*ret_found = put_matching(set, where, matches_regex, &regex);
	regfree(&regex);
	return 0;
}

/* One member of a set: [?]{name|number|class|/regex|all}[@personality]. */
static int put_token(struct syscall_set *set, char *token, struct filter_error *error)
{
	char *name = token, *at, *end;
	enum personality where = ANY;
	unsigned long number;
	bool optional = false, found = false;
	uint32_t bits;
	int r;

	while (*name == '?') {
		optional = true;
		name++;
	}
	at = strrchr(name, '@');
	if (at) {
		if (!strcmp(at, "@64"))
			where = NATIVE;
		else if (!strcmp(at, "@32"))
			where = COMPAT;
		else if (!strcmp(at, "@x32"))
			where = X32;
		else {
			fail(error, "incorrect personality designator '%s' in qualification '%s'",
			     at + 1, name);
			error->usage = true;
			return -EINVAL;
		}
		*at = '\0';
	}

	number = strtoul(name, &end, 10);
	if (*name >= '0' && *name <= '9' && !*end) {
		found = put_matching(set, where, matches_number, &number);
	} else if (*name == '/') {
		r = put_regex(set, where, name + 1, &found, error);
		if (r < 0)
			return r;
	} else if (!strcmp(name, "all")) {
		found = put_matching(set, where, matches_all, NULL) || where == COMPAT;
	} else if (class_bits(name, &bits)) {
		/* A class is known even where a machine has no call in it. */
		put_matching(set, where, matches_class, &bits);
		found = true;
	} else {
		found = put_matching(set, where, matches_name, name);
		/* A compat process calls the same things; say nothing while it has no table. */
		if (!found && where == COMPAT)
			found = syscall_by_name(AUDIT_ARCH_X86_64, name);
	}
	if (at)
		*at = '@';
	if (!found && !optional)
		return fail(error, "invalid system call '%s'", name);
	return 0;
}

static void invert(uint64_t *words)
{
	for (size_t i = 0; i < SYSCALL_WORDS; i++)
		words[i] = ~words[i];
}

int filter_parse_calls(const char *expr, struct syscall_set *ret, struct filter_error *error)
{
	const char *whole = expr;
	struct syscall_set set = { 0 };
	bool inverted = false;
	char *copy, *token, *rest;
	bool any = false;
	int r = 0;

	/* "!!x" is x to strace. */
	while (*expr == '!') {
		inverted = !inverted;
		expr++;
	}
	if (!strcmp(expr, "all")) {
		inverted = !inverted;
	} else if (strcmp(expr, "none") != 0) {
		copy = strdup(expr);
		if (!copy)
			return fail(error, "out of memory");
		for (token = strtok_r(copy, ",", &rest); token && !r;
		     token = strtok_r(NULL, ",", &rest)) {
			any = true;
			r = put_token(&set, token, error);
		}
		free(copy);
		if (r < 0)
			return r;
		if (!any)
			return fail(error, "invalid system call '%s'", whole);
	}
	if (inverted) {
		invert(set.native);
		invert(set.compat);
	}
	*ret = set;
	return 0;
}

void filter_init(struct filter *ret)
{
	memset(ret, 0, sizeof(*ret));
	memset(ret->wanted, 0xff, sizeof(ret->wanted));
	memset(ret->wanted32, 0xff, sizeof(ret->wanted32));
	ret->status = STATUS_ALL;
	ret->signals = UINT64_MAX;
}

/* Adds the numbers that no call of the table has, as strace does. */
static void put_nameless(uint64_t *words, uint32_t arch)
{
	uint64_t named[SYSCALL_WORDS] = { 0 };
	const struct syscall_desc *row;
	uint32_t nr = 0;
	bool any = false;

	while ((row = syscall_next(arch, &nr))) {
		put(named, row->nr);
		any = true;
	}
	/* Without a table nothing was found in it either: then only what was said counts. */
	for (size_t i = 0; any && i < SYSCALL_WORDS; i++)
		words[i] |= ~named[i];
}

int filter_set_trace(struct filter *filter, const char *expr, struct filter_error *error)
{
	struct syscall_set set = { 0 };
	int r = filter_parse_calls(expr, &set, error);

	if (r < 0)
		return r;
	put_nameless(set.native, AUDIT_ARCH_X86_64);
	put_nameless(set.compat, AUDIT_ARCH_I386);
	memcpy(filter->wanted, set.native, sizeof(filter->wanted));
	memcpy(filter->wanted32, set.compat, sizeof(filter->wanted32));
	return 0;
}

int filter_parse_names(const char *expr, const struct filter_name *names, const char *kind,
		       unsigned int *ret, struct filter_error *error)
{
	unsigned int bits = 0, all = 0;
	bool inverted = false;
	const char *token = expr, *whole = expr;
	bool any = false;

	for (const struct filter_name *name = names; name->name; name++)
		all |= name->bits;
	while (*token == '!') {
		inverted = !inverted;
		token++;
	}
	expr = token;
	if (!strcmp(expr, "all") || !strcmp(expr, "none")) {
		*ret = (*expr == 'a') != inverted ? all : 0;
		return 0;
	}
	while (*token) {
		size_t len = strcspn(token, ",");
		const struct filter_name *name = names;

		if (len) {
			while (name->name &&
			       (strncmp(name->name, token, len) != 0 || name->name[len]))
				name++;
			if (!name->name)
				return fail(error, "invalid %s '%.*s'", kind, (int)len, token);
			bits |= name->bits;
			any = true;
		}
		token += len + (token[len] == ',');
	}
	if (!any)
		return fail(error, "invalid %s '%s'", kind, whole);
	*ret = inverted ? all & ~bits : bits;
	return 0;
}

int filter_set_status(struct filter *filter, const char *expr, struct filter_error *error)
{
	static const struct filter_name names[] = {
		{ "successful", STATUS_SUCCESSFUL }, { "failed", STATUS_FAILED },
		{ "unfinished", STATUS_UNFINISHED }, { "unavailable", STATUS_UNAVAILABLE },
		{ "detached", STATUS_DETACHED },     { NULL, 0 },
	};

	return filter_parse_names(expr, names, "status", &filter->status, error);
}

int filter_signal_number(const char *text)
{
	char *end;
	unsigned long number;

	if (*text >= '0' && *text <= '9') {
		number = strtoul(text, &end, 10);
		return *end || number > 255 ? -EINVAL : (int)number;
	}
	if (!strncasecmp(text, "SIG", 3))
		text += 3;
	for (int signo = 1; signo <= SIGNALS; signo++) {
		const char *name = decode_signal_name(signo);

		if (name && !strcasecmp(name + strlen("SIG"), text))
			return signo;
	}
	return -EINVAL;
}

int filter_set_signals(struct filter *filter, const char *expr, struct filter_error *error)
{
	const char *whole = expr;
	uint64_t signals = 0;
	bool inverted = false, any = false;
	char *copy, *token, *rest;
	int r = 0;

	while (*expr == '!') {
		inverted = !inverted;
		expr++;
	}
	if (!strcmp(expr, "all")) {
		signals = UINT64_MAX;
	} else if (strcmp(expr, "none") != 0) {
		copy = strdup(expr);
		if (!copy)
			return fail(error, "out of memory");
		for (token = strtok_r(copy, ",", &rest); token && r >= 0;
		     token = strtok_r(NULL, ",", &rest)) {
			any = true;
			r = filter_signal_number(token);
			/* strace takes any number, though no signal may have it. */
			if (r > 0 && r <= SIGNALS)
				signals |= UINT64_C(1) << (r - 1);
			if (r < 0)
				fail(error, "invalid signal '%s'", token);
		}
		free(copy);
		if (r < 0)
			return r;
		if (!any)
			return fail(error, "invalid signal '%s'", whole);
	}
	filter->signals = inverted ? ~signals : signals;
	return 0;
}

bool filter_wants_call(const struct filter *filter, uint32_t arch, uint32_t nr)
{
	const uint64_t *words;

	if (nr >= SYSCALL_WORDS * 64)
		return true;
	words = arch == AUDIT_ARCH_X86_64 ? filter->wanted : filter->wanted32;
	return has(words, nr);
}

bool filter_wants_result(const struct filter *filter, const struct call *call)
{
	if (filter->status == STATUS_ALL)
		return true;
	if (!call->exited || call->unknown_ret)
		return filter->status & STATUS_UNFINISHED;
	if (call->restarted || (call->ret < 0 && call->ret >= -4095))
		return filter->status & STATUS_FAILED;
	return filter->status & STATUS_SUCCESSFUL;
}

bool filter_wants_signal(const struct filter *filter, int signo)
{
	return signo >= 1 && signo <= SIGNALS && filter->signals >> (signo - 1) & 1;
}

int numbers_parse(const char *expr, struct numbers *ret, struct filter_error *error)
{
	struct numbers numbers = { .set = true };
	bool any = false;

	while (*expr == '!') {
		numbers.inverted = !numbers.inverted;
		expr++;
	}
	if (!strcmp(expr, "all") || !strcmp(expr, "none")) {
		numbers.inverted = (*expr == 'a') != numbers.inverted;
		expr += strlen(expr);
		any = true;
	}
	while (*expr) {
		size_t len = strcspn(expr, ",");
		unsigned long number;
		int *members;
		char *end;

		number = strtoul(expr, &end, 10);
		if (len && (*expr < '0' || *expr > '9' || end != expr + len || number > INT_MAX)) {
			numbers_free(&numbers);
			return fail(error, "invalid descriptor '%.*s'", (int)len, expr);
		}
		if (len) {
			members = realloc(numbers.members, (numbers.count + 1) * sizeof(*members));
			if (!members) {
				numbers_free(&numbers);
				return fail(error, "out of memory");
			}
			numbers.members = members;
			members[numbers.count++] = (int)number;
			any = true;
		}
		expr += len + (expr[len] == ',');
	}
	if (!any)
		return fail(error, "invalid descriptor ''");
	numbers_free(ret);
	*ret = numbers;
	return 0;
}

bool numbers_have(const struct numbers *numbers, int number)
{
	bool member = false;

	for (size_t i = 0; i < numbers->count && !member; i++)
		member = numbers->members[i] == number;
	return member != numbers->inverted;
}

void numbers_free(struct numbers *numbers)
{
	free(numbers->members);
	*numbers = (struct numbers){ 0 };
}
