// SPDX-License-Identifier: LGPL-2.1-or-later
/* Memory: flags of mmap and of what else can have huge pages; futexes. */
#include "kinds.h"

#include <linux/futex.h>
#include <linux/mman.h>
#include <unistd.h>

/* The log2 of a huge page's size stands above the flags. */
static void add_huge_size(struct decode *decode, struct value *value, uint64_t flag,
			  const char *shift)
{
	uint64_t size = value->raw >> MAP_HUGE_SHIFT & MAP_HUGE_MASK;

	if (!(value->raw & flag) || !size)
		return;
	value_flag_name(
		&decode->region, value,
		region_printf(&decode->region, "%llu<<%s", (unsigned long long)size, shift));
	value->rest &= ~((uint64_t)MAP_HUGE_MASK << MAP_HUGE_SHIFT);
}

struct value *decode_mmap_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_flags(&decode->region, raw, NULL);
	uint64_t huge = raw & MAP_HUGETLB ? (uint64_t)MAP_HUGE_MASK << MAP_HUGE_SHIFT : 0;
	const struct xlat *type = xlat_find(&xlat_mmap, raw & MAP_TYPE);

	(void)desc;
	value->rest &= ~huge;
	if (!type)
		value_flag_name(&decode->region, value,
				region_printf(&decode->region, "%#llx /* MAP_??? */",
					      (unsigned long long)(raw & MAP_TYPE)));
	decode_add_flags(decode, value, &xlat_mmap);
	value->rest &= ~(uint64_t)MAP_TYPE;
	value->rest |= raw & huge;
	if (huge)
		add_huge_size(decode, value, MAP_HUGETLB, "MAP_HUGE_SHIFT");
	return value;
}

struct value *decode_hugetlb_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat_group *group = desc->param;
	uint64_t huge = (uint64_t)MAP_HUGE_MASK << MAP_HUGE_SHIFT;
	struct value *value = value_flags(&decode->region, raw, group->unknown);

	value->rest &= ~huge;
	decode_add_flags(decode, value, group);
	value->rest |= raw & huge;
	add_huge_size(decode, value, ~0ull, "MFD_HUGE_SHIFT");
	return value;
}

struct value *decode_mincore_vec(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	long page = sysconf(_SC_PAGESIZE);
	struct value *array;
	uint64_t bytes, shown;

	if (decode_hidden(decode, raw) || !decode_count(decode, desc, &bytes) || page <= 0)
		return decode_address(decode, raw);
	bytes = bytes / (uint64_t)page + (bytes % (uint64_t)page != 0);
	shown = decode_shown(decode, bytes);
	array = value_array(&decode->region);
	for (uint64_t i = 0; i < shown && i < 65536; i++) {
		uint64_t resident;

		if (!decode_load(decode, raw + i, 1, false, &resident))
			return decode_address(decode, raw);
		value_add(array, value_unsigned(&decode->region, resident & 1));
	}
	if (shown < bytes)
		array->flags |= VALUE_MORE;
	return array;
}

/* Futexes */

struct value *decode_futex_call(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const uint64_t clock = FUTEX_CLOCK_REALTIME;
	const struct xlat *entry = xlat_find(&xlat_futex, raw);

	(void)desc;
	if (!entry && (raw & clock)) {
		entry = xlat_find(&xlat_futex, raw & ~clock);
		if (entry)
			return value_symbol(&decode->region, raw,
					    region_printf(&decode->region,
							  "%s|FUTEX_CLOCK_REALTIME", entry->name),
					    NULL);
	}
	return value_symbol(&decode->region, raw, entry ? entry->name : NULL, xlat_futex.unknown);
}

struct value *decode_futex_bitset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;

	(void)desc;
	value = value_symbol(
		&decode->region, (uint32_t)raw,
		(uint32_t)raw == FUTEX_BITSET_MATCH_ANY ? "FUTEX_BITSET_MATCH_ANY" : NULL, NULL);
	return value;
}

struct value *decode_futex_mask(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return raw > UINT32_MAX ? value_hex(&decode->region, raw) :
				  decode_futex_bitset(decode, desc, raw);
}

static const char *shifted(struct decode *decode, const struct xlat_group *group, uint64_t number,
			   unsigned shift)
{
	const struct xlat *entry = xlat_find(group, number);

	if (entry)
		return region_printf(&decode->region, "%s<<%u", entry->name, shift);
	return region_printf(&decode->region, "%#llx<<%u /* %s */", (unsigned long long)number,
			     shift, group->unknown);
}

/* Operation, its argument, comparison, its argument: bits 28, 12, 24 and 0. */
struct value *decode_futex_wake_op(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct region *region = &decode->region;
	struct value *value = value_flags(region, (uint32_t)raw, NULL);
	unsigned op = (unsigned)(raw >> 28 & 7);
	unsigned shift = (unsigned)(raw >> 28 & FUTEX_OP_OPARG_SHIFT);
	unsigned compare = (unsigned)(raw >> 24 & 0xf);

	(void)desc;
	value->rest = 0;
	if (shift)
		value_flag_name(region, value, "FUTEX_OP_OPARG_SHIFT<<28");
	value_flag_name(region, value, shifted(decode, &xlat_futex_op, op, 28));
	value_flag_name(region, value,
			region_printf(region, "%#x<<12", (unsigned)(raw >> 12 & 0xfff)));
	value_flag_name(region, value, shifted(decode, &xlat_futex_cmp, compare, 24));
	value_flag_name(region, value, region_printf(region, "%#x", (unsigned)(raw & 0xfff)));
	return value;
}
