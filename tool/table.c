/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions to the generated tables. */
#include "table.h"

#include "table_names.h"

#include <linux/audit.h>
#include <string.h>

struct call_table {
	const struct syscall_desc *const *numbers, *const *names;
	size_t number_count, name_count;
};

static struct call_table table_of(uint32_t arch)
{
	if (arch == AUDIT_ARCH_X86_64)
		return (struct call_table){ syscall_numbers, syscall_names, syscall_number_count,
					    syscall_name_count };
	if (arch == AUDIT_ARCH_I386)
		return (struct call_table){ compat_numbers, compat_names, compat_number_count,
					    compat_name_count };
	return (struct call_table){ 0 };
}

const struct syscall_desc *syscall_by_number(uint32_t arch, uint32_t nr)
{
	struct call_table table = table_of(arch);

	return nr < table.number_count ? table.numbers[nr] : NULL;
}

const struct syscall_desc *syscall_by_name(uint32_t arch, const char *name)
{
	struct call_table table = table_of(arch);
	size_t low = 0, high = table.name_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(name, table.names[middle]->name);

		if (!order)
			return table.names[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct syscall_desc *syscall_next(uint32_t arch, uint32_t *nr)
{
	struct call_table table = table_of(arch);

	while (*nr < table.number_count) {
		const struct syscall_desc *desc = table.numbers[(*nr)++];

		if (desc)
			return desc;
	}
	return NULL;
}

bool arg_cond_holds(const struct arg_cond *cond, uint64_t value)
{
	switch ((enum cond_test)cond->test) {
	case COND_ANY:
		return value & cond->mask;
	case COND_EQUAL:
		return (value & cond->mask) == cond->value;
	case COND_NONE:
		break;
	}
	return true;
}

const struct syscall_desc *syscall_variant(const struct syscall_desc *desc, const uint64_t args[6])
{
	for (size_t i = 0; i < desc->variant_count; i++) {
		const struct syscall_variant *variant = &desc->variants[i];

		if (arg_cond_holds(&variant->cond, args[variant->cond.arg]) &&
		    arg_cond_holds(&variant->also, args[variant->also.arg]))
			return variant->desc;
	}
	return desc;
}

int syscall_interruption(const struct syscall_desc *row, const uint64_t args[6])
{
	if (row->interrupt == INTERRUPT_TIMED)
		return syscall_interrupt_errors[args[3] ? INTERRUPT_BLOCK : INTERRUPT_RESTART];
	return syscall_interrupt_errors[row->interrupt];
}

static const struct xlat *find_sorted(const struct xlat_group *group, uint64_t value)
{
	size_t low = 0, high = group->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct xlat *entry = &group->by_value[middle];

		if (entry->value == value)
			return entry;
		if (entry->value > value)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct xlat *xlat_find(const struct xlat_group *group, uint64_t value)
{
	if (group->by_value) {
		const struct xlat *entry = find_sorted(group, value);

		/* Most negative names are there in 32 bits. */
		return entry || value >> 31 != UINT64_MAX >> 31 ?
			       entry :
			       find_sorted(group, (uint32_t)value);
	}
	for (size_t i = 0; i < group->count; i++)
		if (group->entries[i].value == value)
			return &group->entries[i];
	return NULL;
}

const struct xlat *xlat_next(const struct xlat_group *group, uint64_t *rest, size_t *index)
{
	while (*index < group->count) {
		const struct xlat *entry = &group->entries[(*index)++];

		if ((*rest & entry->mask) != entry->value)
			continue;
		*rest &= ~entry->mask;
		return entry;
	}
	return NULL;
}

bool xlat_by_name(const struct xlat_group *group, const char *name, uint64_t *ret_value)
{
	for (size_t i = 0; i < group->count; i++)
		if (!strcmp(group->entries[i].name, name)) {
			*ret_value = group->entries[i].value;
			return true;
		}
	return false;
}
