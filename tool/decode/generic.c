// SPDX-License-Identifier: LGPL-2.1-or-later
/* Kinds that know no subject: numbers, names of numbers, pointers, arrays, structs. */
#include "kinds.h"

#include "../../abi/capture.h"

/* Of a struct that grows with the kernel no caller gives more: a page. */
#define GROWN_LIMIT 4096u

struct value *decode_address(struct decode *decode, uint64_t addr)
{
	return value_address(&decode->region, addr);
}

/* Numbers */

struct value *decode_int(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return value_signed(&decode->region, (int64_t)raw);
}

struct value *decode_uint(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return value_unsigned(&decode->region, raw);
}

struct value *decode_ulong(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_uint(decode, desc, raw);
}

struct value *decode_hex(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return value_hex(&decode->region, raw);
}

struct value *decode_addr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_address(decode, raw);
}

struct value *decode_char(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint8_t *byte = region_alloc(&decode->region, 1);
	struct value *value;

	(void)desc;
	*byte = (uint8_t)raw;
	value = value_bytes(&decode->region, byte, 1);
	value->raw = raw;
	return value;
}

struct value *decode_wide_hex(struct decode *decode, uint64_t number, unsigned size)
{
	return value_form(&decode->region, number,
			  region_printf(&decode->region, "%#0*llx", 2 * (int)size + 2,
					(unsigned long long)number));
}

/* htons(80): the number in the host's order. */
struct value *decode_be16(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *call = value_call(&decode->region, "htons");
	uint16_t port = (uint16_t)raw;

	(void)desc;
	value_add(call, value_unsigned(&decode->region, __builtin_bswap16(port)));
	return value_choice(&decode->region, decode_escaped(decode, &port, sizeof(port)), call);
}

/* Names of numbers */

void decode_add_flags(struct decode *decode, struct value *value, const struct xlat_group *group)
{
	const struct xlat *entry;
	size_t index = 0;

	while ((entry = xlat_next(group, &value->rest, &index)))
		value_flag_name(&decode->region, value, entry->name);
}

struct value *decode_group_flags(struct decode *decode, const struct xlat_group *group,
				 uint64_t raw)
{
	struct value *value = value_flags(&decode->region, raw, group->unknown);

	decode_add_flags(decode, value, group);
	return value;
}

struct value *decode_group_enum(struct decode *decode, const struct xlat_group *group, uint64_t raw)
{
	const struct xlat *entry = xlat_find(group, raw);

	return value_symbol(&decode->region, raw, entry ? entry->name : NULL, group->unknown);
}

struct value *decode_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_group_flags(decode, desc->param, raw);
}

struct value *decode_enum(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_group_enum(decode, desc->param, raw);
}

struct value *decode_named(struct decode *decode, struct value *number, const char *name)
{
	struct value *value = value_comment(&decode->region, number, name);

	value->flags |= VALUE_NAMING;
	return value;
}

struct value *decode_enum_signed(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat_group *group = desc->param;
	uint64_t number = desc->is_signed ? (uint32_t)raw : raw;

	if (xlat_find(group, number)) {
		struct value *value = decode_group_enum(decode, group, number);

		value->base = BASE_UNSIGNED;
		return value;
	}
	return decode_enum_comment(decode, desc, raw);
}

struct value *decode_enum_comment(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat_group *group = desc->param;
	const struct xlat *entry = xlat_find(group, raw);
	const char *text = entry ? entry->name : group->unknown;
	struct value *value = desc->is_signed ? value_signed(&decode->region, (int64_t)raw) :
						value_unsigned(&decode->region, raw);

	return text ? decode_named(decode, value, text) : value;
}

struct value *decode_hex_comment(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat_group *group = desc->param;
	const struct xlat *entry = xlat_find(group, raw);
	const char *text = entry ? entry->name : raw ? group->unknown : NULL;
	struct value *value = value_hex(&decode->region, raw);

	return text ? decode_named(decode, value, text) : value;
}

struct value *decode_be32_hex(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_call_of(decode, "htonl",
			      value_hex(&decode->region, __builtin_bswap32((uint32_t)raw)));
}

/* Memory */

/*
 * Kinds whose memory is the value itself get its address; of the others the
 * bytes there are the raw value.
 */
struct value *decode_element(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	uint64_t raw;

	if (desc->form == FORM_MEMORY)
		return desc->decode(decode, desc, addr);
	if (!decode_load(decode, addr, desc->size, desc->is_signed, &raw))
		return NULL;
	return desc->decode(decode, desc, raw);
}

struct value *decode_elements_at(struct decode *decode, uint64_t addr, uint64_t count, size_t size,
				 element_fn *element, const void *context)
{
	struct value *array;
	uint64_t shown = decode_shown(decode, count);

	if (decode_hidden(decode, addr))
		return decode_address(decode, addr);
	array = value_array(&decode->region);
	if (!count)
		return array;
	if (!size)
		return decode_address(decode, addr);
	if (shown > CAPTURE_ARRAY_LIMIT)
		shown = CAPTURE_ARRAY_LIMIT; /* no capture of ours has more */
	for (uint64_t i = 0; i < shown; i++) {
		uint64_t at = addr + i * size;
		struct value *value = element(decode, context, at);

		if (!value) {
			struct value *rest;

			if (!i)
				return decode_address(decode, addr);
			rest = value_comment(
				&decode->region, value_word(&decode->region, "..."),
				region_printf(&decode->region, "%#llx", (unsigned long long)at));
			value_add(array, rest);
			return array;
		}
		value_add(array, value);
	}
	if (shown < count)
		array->flags |= VALUE_MORE;
	return array;
}

void decode_cut_array(struct value *array, uint32_t count)
{
	struct value *last = array->first;

	if (array->count <= count)
		return;
	for (uint32_t i = 1; i < count; i++)
		last = last->next;
	last->next = NULL;
	array->last = last;
	array->count = count;
	array->flags |= VALUE_MORE;
}

struct value *decode_change_again(struct decode *decode, const char *name, struct value *value,
				  struct value *after)
{
	after->name = name;
	after->flags |= VALUE_NAMED;
	return value_change(&decode->region, value, after);
}

static struct value *element_by_desc(struct decode *decode, const void *context, uint64_t addr)
{
	const struct arg_desc *desc = context;

	/* Memory that is not there is for the array to tell. */
	if (!decode_bytes_at(decode, addr, desc->size))
		return NULL;
	return decode_element(decode, desc, addr);
}

struct value *decode_array(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct arg_desc *element = desc->param;
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_elements_at(decode, raw, count, element->size, element_by_desc, element);
}

/* In place within a struct there is room for so many. */
struct value *decode_elements(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct arg_desc *element = desc->param;
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	if (desc->size && element->size && count > desc->size / element->size)
		count = desc->size / element->size;
	return decode_elements_at(decode, raw, count, element->size, element_by_desc, element);
}

struct value *decode_ptr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct arg_desc *element = desc->param;
	struct value *array, *value;

	/* wait4 with WNOHANG writes no status when it returns 0 */
	if (decode_hidden(decode, raw) ||
	    (element->decode == decode_wstatus && decode->call->ret == 0))
		return decode_address(decode, raw);
	value = decode_element(decode, element, raw);
	if (!value)
		return decode_address(decode, raw);
	if (desc->dir == ARG_INOUT && decode_changed(decode, raw, element->size)) {
		struct value *after;

		decode->side = DECODE_OUT;
		after = decode_element(decode, element, raw);
		decode->side = DECODE_IN;
		if (after)
			value = value_change(&decode->region, value, after);
	}
	if (element->form == FORM_MEMORY)
		return value;
	array = value_array(&decode->region);
	value_add(array, value);
	return array;
}

static struct value *decode_field(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	uint64_t raw, given_end = decode->given_end;
	enum decode_side side = decode->side;
	struct value *value;
	bool loaded;

	/* Fields of less than one element: nothing a generic kind can tell. */
	if (desc->form == FORM_MEMORY)
		return desc->decode(decode, desc, addr);
	if (desc->decode == decode_elements)
		return desc->decode(decode, desc, addr);
	if (!decode->written)
		decode->side = DECODE_IN;
	loaded = decode_load(decode, addr, desc->size, desc->is_signed, &raw);
	decode->side = side;
	if (!loaded)
		return NULL;
	/* What it points at is no part of the struct. */
	decode->given_end = 0;
	value = desc->decode(decode, desc, raw);
	decode->given_end = given_end;
	return value;
}

static bool all_zero(struct decode *decode, uint64_t addr, size_t size)
{
	const uint8_t *bytes = decode_bytes_at(decode, addr, size);

	for (size_t i = 0; bytes && i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

static bool holds(struct decode *decode, const struct struct_desc *desc, uint64_t addr,
		  const struct arg_cond *cond)
{
	const struct field_desc *on;
	uint64_t raw;

	if (cond->test == COND_NONE || cond->arg >= desc->count)
		return true;
	on = &desc->fields[cond->arg];
	return decode_load(decode, addr + on->offset, on->desc.size, false, &raw) &&
	       arg_cond_holds(cond, raw);
}

/* What the call has made of a member is told with it. */
static struct value *decode_member(struct decode *decode, const struct field_desc *field,
				   uint64_t addr)
{
	const struct arg_desc *desc = &field->desc;
	uint64_t raw = 0;
	enum decode_side side = decode->side;
	struct value *value, *after;

	if (field->pointer && decode->abbrev)
		return decode_load(decode, addr, desc->size, false, &raw) ?
			       decode_address(decode, raw) :
			       NULL;
	if (desc->dir == ARG_OUT || field->done)
		decode->side = DECODE_OUT;
	else if (desc->dir == ARG_INOUT)
		decode->side = DECODE_IN;
	value = decode_field(decode, desc, addr);
	if (desc->dir == ARG_INOUT && (decode_changed(decode, addr, desc->size) ||
				       (field->always && decode_succeeded(decode)))) {
		decode->side = DECODE_OUT;
		after = decode_field(decode, desc, addr);
		if (value && after)
			value = field->again ?
					decode_change_again(decode, desc->name, value, after) :
					value_change(&decode->region, value, after);
	}
	decode->side = side;
	if (value && value->kind == VALUE_ARRAY && field->few && decode->abbrev)
		decode_cut_array(value, 2);
	if (value && value->kind == VALUE_ARRAY && field->elided && decode->abbrev &&
	    value->count) {
		value = value_array(&decode->region);
		value->flags |= VALUE_MORE;
	}
	return value;
}

/* What was given beyond the members that are known, if it is not zero. */
static void add_extra(struct decode *decode, struct value *value, uint64_t addr, uint64_t known,
		      uint64_t size)
{
	const uint8_t *bytes = known < size ? decode_bytes_at(decode, addr, (size_t)size) : NULL;
	struct value *extra;
	uint64_t at = known;

	while (bytes && at < size && !bytes[at])
		at++;
	if (!bytes || at == size)
		return;
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return;
	}
	extra = decode_copied(decode, bytes + known, (size_t)(size - known));
	extra->flags |= VALUE_ESCAPED;
	value_member(value, "extra_data",
		     value_comment(&decode->region, extra,
				   region_printf(&decode->region, "bytes %llu..%llu",
						 (unsigned long long)known,
						 (unsigned long long)size - 1)));
}

/* What depends on what a call has made of a struct is known when it is done. */
static bool is_there(struct decode *decode, const struct struct_desc *desc,
		     const struct field_desc *field, uint64_t addr)
{
	enum decode_side side = decode->side;
	bool there;

	if (field->done && !decode_succeeded(decode))
		return false;
	if (field->done || field->desc.dir == ARG_OUT)
		decode->side = DECODE_OUT;
	there = holds(decode, desc, addr, &field->desc.cond);
	decode->side = side;
	return there;
}

/* Where the last member ends that there can be with what the others are. */
static uint64_t add_members(struct decode *decode, struct value *value,
			    const struct struct_desc *desc, uint64_t addr, uint64_t size)
{
	uint64_t known = 0;

	for (uint32_t i = 0; i < desc->count; i++) {
		const struct field_desc *field = &desc->fields[i];
		const struct struct_desc *nested = field->desc.param;
		uint64_t end = field->offset + field->desc.size;

		if (end > size && !decode->given_end)
			continue;
		if (field->later && field->offset >= decode_given(decode, addr, desc->size))
			break;
		if (field->verbose && decode->abbrev) {
			if (is_there(decode, desc, field, addr))
				value->flags |= VALUE_MORE;
			continue;
		}
		/* A member that is shown if it is not zero is known where it is zero, too. */
		if (field->desc.cond.test != COND_NONE && field->desc.cond.arg == i && end > known)
			known = end;
		if (field->nonzero && all_zero(decode, addr + field->offset, field->desc.size))
			continue;
		if (field->hidden || !is_there(decode, desc, field, addr))
			continue;
		if (field->spread) {
			enum decode_side side = decode->side;

			if (field->desc.dir == ARG_OUT)
				decode->side = DECODE_OUT;
			add_members(decode, value, nested, addr + field->offset, nested->size);
			decode->side = side;
			continue;
		}
		decode->scope = desc;
		decode->scope_addr = addr;
		if (decode->given_end && field->desc.decode == decode_struct && !nested->decode) {
			struct value *inner = value_struct(&decode->region);

			end = field->offset +
			      add_members(decode, inner, nested, addr + field->offset, size);
			value_member(value, field->desc.name, inner);
		} else if (holds(decode, desc, addr, &field->also)) {
			struct value *member =
				value_member(value, field->desc.name,
					     decode_member(decode, field, addr + field->offset));

			if (member && field->gap && decode->abbrev)
				member->flags |= VALUE_GAP;
		}
		if (end > known)
			known = end;
	}
	return known;
}

struct value *decode_fields_within(struct decode *decode, const struct struct_desc *desc,
				   uint64_t addr, uint64_t size)
{
	const struct struct_desc *outer = decode->scope;
	uint64_t outer_addr = decode->scope_addr, known;
	struct value *value, *members;

	if (!size || !decode_bytes_at(decode, addr, (size_t)size) ||
	    (desc->grows && size > GROWN_LIMIT))
		return decode_address(decode, addr);
	if (desc->grows)
		decode->given_end = addr + size;
	value = members = value_struct(&decode->region);
	if (desc->within) {
		value = value_struct(&decode->region);
		value_member(value, desc->within, members);
	}
	known = add_members(decode, members, desc, addr, size);
	if (desc->grows) {
		add_extra(decode, value, addr, known, size);
		decode->given_end = 0;
	}
	decode->scope = outer;
	decode->scope_addr = outer_addr;
	return value;
}

struct value *decode_fields(struct decode *decode, const struct struct_desc *desc, uint64_t addr)
{
	return decode_fields_within(decode, desc, addr, desc->size);
}

static struct value *struct_at(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	const struct struct_desc *what = desc->param;
	uint64_t size;

	if (what->decode)
		return what->decode(decode, desc, addr);
	if (desc->count != COUNT_NONE && desc->count != COUNT_CONST &&
	    decode_count(decode, desc, &size) && (what->grows || size < what->size))
		return decode_fields_within(decode, what, addr, size);
	return decode_fields(decode, what, addr);
}

/* Whether what a struct becomes is to be told. */
static bool became(struct decode *decode, const struct struct_desc *what, uint64_t addr)
{
	if (!what->changed)
		return decode_succeeded(decode);
	for (uint32_t i = 0; i < what->becomes->count; i++) {
		const struct field_desc *field = &what->becomes->fields[i];

		if (!field->hidden &&
		    decode_differs(decode, addr + field->offset, field->desc.size))
			return true;
	}
	return false;
}

struct value *decode_struct(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct struct_desc *what = desc->param;
	struct value *value;

	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	value = struct_at(decode, desc, raw);
	if (what->becomes && value->kind == VALUE_STRUCT && became(decode, what, raw)) {
		bool written = decode->written;
		struct value *after;

		decode->side = DECODE_OUT;
		decode->written = true;
		after = what->becomes->decode ? what->becomes->decode(decode, desc, raw) :
						decode_fields(decode, what->becomes, raw);
		decode->side = DECODE_IN;
		decode->written = written;
		/* It may have nothing to tell of this one. */
		if (after->kind != VALUE_STRUCT || after->count || (after->flags & VALUE_MORE))
			value = value_change(&decode->region, value, after);
	} else if (desc->dir == ARG_INOUT && !what->by_member && !what->becomes &&
		   decode_changed(decode, raw, what->size)) {
		struct value *after;

		decode->side = DECODE_OUT;
		after = struct_at(decode, desc, raw);
		decode->side = DECODE_IN;
		value = value_change(&decode->region, value, after);
	}
	return value;
}
