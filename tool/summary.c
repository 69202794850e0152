// SPDX-License-Identifier: LGPL-2.1-or-later
/* Counts per call and their table; see summary.h. */
#include "summary.h"

#include "table.h"

#include <errno.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define NUMBERS (SYSCALL_WORDS * 64)
#define MACHINES 2 /* native calls, and those of 32-bit programs */
#define NS_PER_US 1000
#define NS_PER_S 1e9

struct count {
	const char *name;
	uint64_t calls;
	uint64_t errors;
	uint64_t ns;
	uint64_t ns_min;
	uint64_t ns_max;
};

struct summary {
	const struct options *options;
	struct counts {
		uint64_t used[SYSCALL_WORDS]; /* a bit for each that is not all zero */
		struct count of[NUMBERS];
	} counts[MACHINES];
};

int summary_new(const struct options *options, struct summary **ret)
{
	/* calloc() would touch every page of it. */
	struct summary *summary = mmap(NULL, sizeof(*summary), PROT_READ | PROT_WRITE,
				       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (summary == MAP_FAILED)
		return -ENOMEM;
	summary->options = options;
	*ret = summary;
	return 0;
}

void summary_free(struct summary *summary)
{
	if (summary)
		munmap(summary, sizeof(*summary));
}

/* NULL for calls without a name: like strace's, the table has only those with one. */
static struct count *count_of(struct summary *summary, uint32_t arch, uint32_t nr)
{
	struct counts *counts = &summary->counts[arch != AUDIT_ARCH_X86_64];
	struct count *count;

	if (nr >= NUMBERS)
		return NULL;
	count = &counts->of[nr];
	if (!count->name) {
		const struct syscall_desc *row = syscall_by_number(arch, nr);

		if (!row)
			return NULL;
		count->name = row->name;
		counts->used[nr / 64] |= 1ul << (nr % 64);
	}
	return count;
}

static uint64_t less(uint64_t ns, uint64_t overhead)
{
	return ns > overhead ? ns - overhead : 0;
}

void summary_add(struct summary *summary, uint32_t arch, uint32_t nr, uint64_t calls,
		 uint64_t errors, uint64_t ns_total, uint64_t ns_min, uint64_t ns_max)
{
	uint64_t overhead = summary->options->summary_overhead_ns, all;
	struct count *count = count_of(summary, arch, nr);

	if (!count || !calls)
		return;
	if (__builtin_mul_overflow(overhead, calls, &all))
		all = UINT64_MAX;
	ns_min = less(ns_min, overhead);
	ns_max = less(ns_max, overhead);
	if (!count->calls || ns_min < count->ns_min)
		count->ns_min = ns_min;
	if (ns_max > count->ns_max)
		count->ns_max = ns_max;
	count->calls += calls;
	count->errors += errors;
	count->ns += less(ns_total, all);
}

void summary_call(struct summary *summary, uint32_t arch, uint32_t nr, bool failed, uint64_t ns)
{
	summary_add(summary, arch, nr, 1, failed, ns, ns, ns);
}

/* The table */

/* What strace's sort puts first: the most; of names the first. */
static int compare(const void *left, const void *right, void *data)
{
	const struct count *a = left, *b = right;
	const enum options_column *column = data;
	uint64_t x = 0, y = 0;

	switch (*column) {
	case COLUMN_TIME_PERCENT:
	case COLUMN_TOTAL_TIME:
		x = a->ns;
		y = b->ns;
		break;
	case COLUMN_MIN_TIME:
		x = a->ns_min;
		y = b->ns_min;
		break;
	case COLUMN_MAX_TIME:
		x = a->ns_max;
		y = b->ns_max;
		break;
	case COLUMN_AVG_TIME:
		x = a->ns / a->calls;
		y = b->ns / b->calls;
		break;
	case COLUMN_CALLS:
		x = a->calls;
		y = b->calls;
		break;
	case COLUMN_ERRORS:
		x = a->errors;
		y = b->errors;
		break;
	case COLUMN_NAME:
		return strcmp(a->name, b->name);
	case COLUMN_NONE:
		break;
	}
	return (x < y) - (x > y);
}

/* By number where the column is equal: insertion keeps the order, and the table is short. */
static void sort(struct count *counts, size_t count, enum options_column column)
{
	for (size_t i = 1; i < count; i++) {
		struct count moved = counts[i];
		size_t j = i;

		for (; j && compare(&counts[j - 1], &moved, &column) > 0; j--)
			counts[j] = counts[j - 1];
		counts[j] = moved;
	}
}

static const struct {
	const char *title;
	int width;
} columns[COLUMN_COUNT] = {
	[COLUMN_TIME_PERCENT] = { "% time", 6 },  [COLUMN_TOTAL_TIME] = { "seconds", 11 },
	[COLUMN_MIN_TIME] = { "shortest", 8 },	  [COLUMN_MAX_TIME] = { "longest", 8 },
	[COLUMN_AVG_TIME] = { "usecs/call", 11 }, [COLUMN_CALLS] = { "calls", 9 },
	[COLUMN_ERRORS] = { "errors", 9 },	  [COLUMN_NAME] = { "syscall", 16 },
};

/* One cell's text; total is of all calls, for the percentage. */
static void cell(char text[static 64], enum options_column column, const struct count *count,
		 const struct count *total)
{
	double percent = 100;

	*text = '\0';
	switch (column) {
	case COLUMN_TIME_PERCENT:
		if (count != total)
			percent = total->ns ? 100.0 * (double)count->ns / (double)total->ns : 0;
		snprintf(text, 64, "%.2f", percent);
		break;
	case COLUMN_TOTAL_TIME:
		snprintf(text, 64, "%.6f", (double)count->ns / NS_PER_S);
		break;
	case COLUMN_MIN_TIME:
		snprintf(text, 64, "%.6f", (double)count->ns_min / NS_PER_S);
		break;
	case COLUMN_MAX_TIME:
		snprintf(text, 64, "%.6f", (double)count->ns_max / NS_PER_S);
		break;
	case COLUMN_AVG_TIME:
		snprintf(text, 64, "%llu",
			 (unsigned long long)(count->ns / count->calls / NS_PER_US));
		break;
	case COLUMN_CALLS:
		snprintf(text, 64, "%llu", (unsigned long long)count->calls);
		break;
	case COLUMN_ERRORS:
		if (count->errors)
			snprintf(text, 64, "%llu", (unsigned long long)count->errors);
		break;
	case COLUMN_NAME:
		snprintf(text, 64, "%s", count->name);
		break;
	case COLUMN_NONE:
		break;
	}
}

struct table {
	const struct options *options;
	int widths[COLUMN_COUNT];
	FILE *file;
};

/* The name stands on the left, and unpadded where it ends the line. */
static void put(const struct table *table, size_t at, const char *text)
{
	enum options_column column = table->options->summary_columns[at];
	bool last = at + 1 == table->options->summary_column_count;
	int width = table->widths[column];

	if (at)
		fputc(' ', table->file);
	if (column != COLUMN_NAME)
		fprintf(table->file, "%*s", width, text);
	else if (last)
		fputs(text, table->file);
	else
		fprintf(table->file, "%-*s", width, text);
	if (last)
		fputc('\n', table->file);
}

static void put_row(const struct table *table, const struct count *count, const struct count *total)
{
	char text[64];

	for (size_t i = 0; i < table->options->summary_column_count; i++) {
		cell(text, table->options->summary_columns[i], count, total);
		put(table, i, text);
	}
}

static void put_rule(const struct table *table)
{
	char dashes[64];

	memset(dashes, '-', sizeof(dashes));
	for (size_t i = 0; i < table->options->summary_column_count; i++) {
		int width = table->widths[table->options->summary_columns[i]];

		fprintf(table->file, "%s%.*s", i ? " " : "", width, dashes);
	}
	fputc('\n', table->file);
}

static void widen(struct table *table, const struct count *count, const struct count *total)
{
	char text[64];

	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		int len;

		cell(text, (enum options_column)i, count, total);
		/* One more for a name, as strace leaves. */
		len = (int)strlen(text) + (i == COLUMN_NAME);
		if (len > table->widths[i])
			table->widths[i] = len;
	}
}

static size_t used_counts(const struct counts *from, struct count *to, struct count *total)
{
	size_t used = 0;

	*total = (struct count){ .name = "total" };
	for (size_t i = 0; i < NUMBERS; i++) {
		const struct count *count = &from->of[i];

		if (!(from->used[i / 64] >> (i % 64) & 1) || !count->calls)
			continue;
		if (!used || count->ns_min < total->ns_min)
			total->ns_min = count->ns_min;
		if (count->ns_max > total->ns_max)
			total->ns_max = count->ns_max;
		total->calls += count->calls;
		total->errors += count->errors;
		total->ns += count->ns;
		to[used++] = *count;
	}
	return used;
}

static void format_one(FILE *file, const struct options *options, const struct counts *from,
		       struct count *room, const char *title)
{
	struct table table = { .options = options, .file = file };
	struct count total;
	size_t used = used_counts(from, room, &total);

	if (!used)
		return;
	if (title)
		fprintf(file, "System call usage summary for %s mode:\n", title);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		table.widths[i] = columns[i].width;
	for (size_t i = 0; i < used; i++)
		widen(&table, &room[i], &total);
	widen(&table, &total, &total);
	sort(room, used, options->summary_sort);

	for (size_t i = 0; i < options->summary_column_count; i++)
		put(&table, i, columns[options->summary_columns[i]].title);
	put_rule(&table);
	for (size_t i = 0; i < used; i++)
		put_row(&table, &room[i], &total);
	put_rule(&table);
	put_row(&table, &total, &total);
}

int summary_format(struct summary *summary, char **ret, size_t *ret_len)
{
	static const char *const titles[MACHINES] = { NULL, "32 bit" };
	struct count *room = malloc(NUMBERS * sizeof(*room));
	FILE *file;

	if (!room)
		return -ENOMEM;
	file = open_memstream(ret, ret_len);
	if (!file) {
		free(room);
		return -ENOMEM;
	}
	for (size_t i = 0; i < MACHINES; i++)
		format_one(file, summary->options, &summary->counts[i], room, titles[i]);
	free(room);
	if (fclose(file)) {
		free(*ret);
		return -ENOMEM;
	}
	return 0;
}
