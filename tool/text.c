// SPDX-License-Identifier: LGPL-2.1-or-later
/* The value tree in strace's text format. */
#include "text.h"

/* What text_entry returns: arguments printed whole, and these. */
#define ENTERED_HALF 0x10000u  /* of the next one, a change, the part before */
#define ENTERED_COMMA 0x20000u /* the comma after the last one */
#define ENTERED_COUNT 0xffffu

static void text_number(struct buffer *buffer, const struct value *value, uint64_t number)
{
	switch (value->base) {
	case BASE_HEX:
		buffer_hex(buffer, number);
		break;
	case BASE_OCTAL:
		if (number)
			buffer_octal(buffer, number);
		else
			buffer_char(buffer, '0');
		break;
	case BASE_MODE:
		if (number < 010)
			buffer_char(buffer, '0');
		buffer_octal(buffer, number);
		if (!number)
			buffer_char(buffer, '0');
		break;
	default:
		if (value->kind == VALUE_UNSIGNED || value->base == BASE_UNSIGNED)
			buffer_decimal(buffer, number);
		else
			buffer_signed(buffer, (int64_t)number);
	}
}

/* How a byte stands in a string: 0 as itself, 1 as an octal escape, else backslash and it. */
static const char escape_of[256] = {
	[0 ... 8] = 1, ['\t'] = 't',	['\n'] = 'n', ['\v'] = 'v',  ['\f'] = 'f',
	['\r'] = 'r',  [14 ... 31] = 1, ['"'] = '"',  ['\\'] = '\\', [127 ... 255] = 1,
};

static bool needs_hex(const uint8_t *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (escape_of[bytes[i]] == 1)
			return true;
	return false;
}

static void text_hex_bytes(struct buffer *buffer, const uint8_t *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char hex[4] = { '\\', 'x', "0123456789abcdef"[bytes[i] >> 4],
				"0123456789abcdef"[bytes[i] & 15] };

		buffer_bytes(buffer, hex, sizeof(hex));
	}
}

static size_t text_escape(char *out, uint8_t byte, bool digit_follows)
{
	size_t used = 0;
	char escape = escape_of[byte];

	out[used++] = '\\';
	if (escape > 1) {
		out[used++] = escape;
		return used;
	}
	if (digit_follows || byte >= 0100)
		out[used++] = (char)('0' + (byte >> 6));
	if (digit_follows || byte >= 010)
		out[used++] = (char)('0' + (byte >> 3 & 7));
	out[used++] = (char)('0' + (byte & 7));
	return used;
}

static void text_octal_bytes(struct buffer *buffer, const uint8_t *bytes, size_t len)
{
	char *out;

	/* Four characters a byte at most, checked once. */
	buffer_reserve(buffer, 4 * len);
	out = buffer->data + buffer->used;
	for (size_t i = 0; i < len; i++) {
		if (!escape_of[bytes[i]]) {
			*out++ = (char)bytes[i];
			continue;
		}
		out += text_escape(out, bytes[i],
				   i + 1 < len && bytes[i + 1] >= '0' && bytes[i + 1] <= '7');
	}
	buffer->used = (size_t)(out - buffer->data);
}

/* As octal, but bytes that have no letter of their own as \\x.. */
static void text_hex_chars(struct buffer *buffer, const uint8_t *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (escape_of[bytes[i]] == 1)
			text_hex_bytes(buffer, bytes + i, 1);
		else
			text_octal_bytes(buffer, bytes + i, 1);
	}
}

static void text_string(struct buffer *buffer, const struct text_style *style,
			const struct value *value)
{
	bool quoted = !(value->flags & VALUE_UNQUOTED);

	if (value->flags & VALUE_ABSTRACT)
		buffer_char(buffer, '@');
	if (quoted)
		buffer_char(buffer, '"');
	if ((value->flags & VALUE_ESCAPED) || style->hex == TEXT_HEX_ALL ||
	    (style->hex == TEXT_HEX_UNPRINTABLE && needs_hex(value->bytes, value->count)))
		text_hex_bytes(buffer, value->bytes, value->count);
	else if (style->hex == TEXT_HEX_CHARS)
		text_hex_chars(buffer, value->bytes, value->count);
	else
		text_octal_bytes(buffer, value->bytes, value->count);
	if (quoted)
		buffer_char(buffer, '"');
	if (value->flags & VALUE_MORE)
		buffer_bytes(buffer, "...", 3);
}

/* What a descriptor or pid refers to: <text>, in which < and > are escaped too. */
static void text_reference(struct buffer *buffer, const struct value *value)
{
	const uint8_t *bytes = value->bytes;

	if (!value->count)
		return;
	buffer_char(buffer, '<');
	if (value->flags & VALUE_VERBATIM) {
		buffer_bytes(buffer, bytes, value->count);
		buffer_char(buffer, '>');
		return;
	}
	for (size_t i = 0; i < value->count; i++) {
		if (bytes[i] == '"')
			buffer_char(buffer, '"');
		else if (bytes[i] == '<')
			buffer_bytes(buffer, "\\74", 3);
		else if (bytes[i] == '>')
			buffer_bytes(buffer, "\\76", 3);
		else
			text_octal_bytes(buffer, bytes + i, 1);
	}
	buffer_char(buffer, '>');
	if (value->flags & VALUE_DELETED)
		buffer_string(buffer, "(deleted)");
}

static void text_comment(struct buffer *buffer, const char *text)
{
	buffer_bytes(buffer, " /* ", 4);
	buffer_string(buffer, text);
	buffer_bytes(buffer, " */", 3);
}

static void text_symbol(struct buffer *buffer, const struct text_style *style,
			const struct value *value)
{
	const char *shown = value->symbol && value->text ? value->text : value->symbol;

	if (value->symbol && (style->constants == TEXT_ABBREV || (value->flags & VALUE_FORM))) {
		buffer_string(buffer, shown);
		return;
	}
	text_number(buffer, value, value->raw);
	if (style->constants == TEXT_RAW)
		return;
	if (!value->symbol)
		shown = value->text;
	if (shown)
		text_comment(buffer, shown);
}

static void text_flag_names(struct buffer *buffer, const struct value *value)
{
	for (uint32_t i = 0; i < value->count; i++) {
		if (i)
			buffer_char(buffer, '|');
		buffer_string(buffer, value->names[i]);
	}
	if (value->rest || (value->flags & VALUE_REST)) {
		buffer_char(buffer, '|');
		text_number(buffer, value, value->rest);
	}
}

static void text_flags(struct buffer *buffer, const struct text_style *style,
		       const struct value *value)
{
	if (value->count && style->constants == TEXT_ABBREV) {
		text_flag_names(buffer, value);
		if ((value->flags & VALUE_REST) && value->text)
			text_comment(buffer, value->text);
		return;
	}
	text_number(buffer, value, value->raw);
	if (style->constants == TEXT_RAW)
		return;
	if (value->count) {
		buffer_bytes(buffer, " /* ", 4);
		text_flag_names(buffer, value);
		buffer_bytes(buffer, " */", 3);
	} else if (value->text && value->raw) {
		text_comment(buffer, value->text);
	}
}

static void text_children(struct buffer *buffer, const struct text_style *style,
			  const struct value *parent, bool named)
{
	bool first = true, more = parent->flags & VALUE_MORE;

	for (const struct value *child = parent->first; child; child = child->next) {
		if (!first)
			buffer_bytes(buffer, ", ", 2);
		first = false;
		if (child->flags & VALUE_GAP) {
			buffer_bytes(buffer, "..., ", 5);
			more = false;
		}
		/* What names itself does so in its meaning only. */
		bool bare = (child->flags & VALUE_BARE) &&
			    (child->kind != VALUE_CHOICE || style->constants == TEXT_ABBREV);

		if (named && child->name && !bare) {
			buffer_string(buffer, child->name);
			buffer_char(buffer, parent->kind == VALUE_LIST ? ' ' : '=');
		}
		text_value(buffer, style, child);
	}
	if (more)
		buffer_string(buffer, first ? "..." : ", ...");
}

static void text_set(struct buffer *buffer, const struct text_style *style, const struct value *set)
{
	if (set->flags & VALUE_INVERTED)
		buffer_char(buffer, '~');
	buffer_char(buffer, '[');
	for (const struct value *child = set->first; child; child = child->next) {
		text_value(buffer, style, child);
		if (child->next)
			buffer_char(buffer, ' ');
	}
	if (set->flags & VALUE_MORE)
		buffer_string(buffer, " ...");
	buffer_char(buffer, ']');
}

static void text_between(struct buffer *buffer, const struct text_style *style,
			 const struct value *value, char open, char close, bool named)
{
	buffer_char(buffer, open);
	text_children(buffer, style, value, named);
	buffer_char(buffer, close);
}

/* Behind the value itself: names only, and not of the variable that it is put in. */
static void text_meaning(struct buffer *buffer, const struct text_style *style,
			 const struct value *call)
{
	struct text_style plain = *style;

	buffer_bytes(buffer, " /* ", 4);
	if (call->kind != VALUE_CALL) {
		plain.constants = TEXT_ABBREV;
		text_value(buffer, &plain, call);
		buffer_bytes(buffer, " */", 3);
		return;
	}
	buffer_string(buffer, call->text);
	buffer_char(buffer, '(');
	for (const struct value *child = call->first; child; child = child->next) {
		if (child->flags & VALUE_BARE)
			continue;
		if (child != call->first)
			buffer_bytes(buffer, ", ", 2);
		plain.constants = (call->flags & VALUE_FORM) && child->kind == VALUE_SYMBOL &&
						  !child->symbol ?
					  TEXT_RAW :
					  TEXT_ABBREV;
		text_value(buffer, &plain, child);
	}
	buffer_bytes(buffer, ") */", 4);
}

void text_value(struct buffer *buffer, const struct text_style *style, const struct value *value)
{
	switch ((enum value_kind)value->kind) {
	case VALUE_SIGNED:
	case VALUE_UNSIGNED:
		text_number(buffer, value, value->raw);
		break;
	case VALUE_ADDRESS:
		if (value->raw)
			buffer_hex(buffer, value->raw);
		else
			buffer_bytes(buffer, "NULL", 4);
		break;
	case VALUE_WORD:
		buffer_string(buffer, value->symbol);
		break;
	case VALUE_SYMBOL:
		text_symbol(buffer, style, value);
		break;
	case VALUE_FLAGS:
		text_flags(buffer, style, value);
		break;
	case VALUE_SET:
		text_set(buffer, style, value);
		break;
	case VALUE_STRING:
		text_string(buffer, style, value);
		break;
	case VALUE_ARRAY:
		text_between(buffer, style, value, '[', ']', false);
		break;
	case VALUE_STRUCT:
		if (value->flags & VALUE_FRACTION) {
			text_value(buffer, style, value->first);
			buffer_char(buffer, '/');
			text_value(buffer, style, value->last);
			break;
		}
		text_between(buffer, style, value, '{', '}', true);
		break;
	case VALUE_CALL:
		buffer_string(buffer, value->text);
		text_between(buffer, style, value, '(', ')', false);
		break;
	case VALUE_FD:
	case VALUE_PID:
		if (value->text && style->constants == TEXT_ABBREV)
			buffer_string(buffer, value->text);
		else
			buffer_signed(buffer, (int64_t)value->raw);
		if (value->text && style->constants == TEXT_VERBOSE)
			text_comment(buffer, value->text);
		text_reference(buffer, value);
		break;
	case VALUE_CHANGE:
		text_value(buffer, style, value->first);
		buffer_bytes(buffer, " => ", 4);
		if (value->last->flags & VALUE_NAMED) {
			buffer_string(buffer, value->last->name);
			buffer_char(buffer, '=');
		}
		text_value(buffer, style, value->last);
		break;
	case VALUE_COMMENT:
		text_value(buffer, style, value->first);
		if (!(value->flags & VALUE_NAMING) || style->constants != TEXT_RAW)
			text_comment(buffer, value->text);
		break;
	case VALUE_CHOICE: {
		bool parts = value->first->kind == VALUE_PARTS;
		bool meaning = !parts &&
			       (style->constants == TEXT_ABBREV ||
				(style->constants == TEXT_VERBOSE && (value->flags & VALUE_FORM)));

		if (!meaning)
			text_value(buffer, style, value->first);
		if (parts || style->constants == TEXT_RAW)
			break;
		if (meaning)
			text_value(buffer, style, value->last);
		else if (value->first->kind != VALUE_SYMBOL) /* whose name has been told */
			text_meaning(buffer, style, value->last);
		break;
	}
	case VALUE_PARTS:
		for (const struct value *part = value->first; part; part = part->next) {
			if (part != value->first)
				buffer_char(buffer, '|');
			text_value(buffer, style, part);
		}
		break;
	case VALUE_LIST:
		text_children(buffer, style, value, true);
		break;
	}
}

static void text_arg_name(struct buffer *buffer, const struct text_style *style,
			  const struct value *arg)
{
	if (arg->name && ((arg->flags & VALUE_NAMED) || style->arg_names)) {
		buffer_string(buffer, arg->name);
		buffer_char(buffer, '=');
	}
}

unsigned text_entry(struct buffer *buffer, const struct text_style *style,
		    const struct decoded *decoded)
{
	unsigned entered = 0;

	buffer_string(buffer, decoded->name);
	buffer_char(buffer, '(');
	for (const struct value *arg = decoded->args; arg; arg = arg->next) {
		if (entered && !((arg->flags & VALUE_AT_EXIT) && (arg->flags & VALUE_LATE_COMMA)))
			buffer_bytes(buffer, ", ", 2);
		else if (entered)
			break;
		if (arg->flags & VALUE_AT_EXIT) {
			entered |= ENTERED_COMMA;
			break;
		}
		text_arg_name(buffer, style, arg);
		if (arg->flags & VALUE_SPLIT) {
			text_value(buffer, style, arg->kind == VALUE_CHANGE ? arg->first : arg);
			entered |= ENTERED_HALF;
			break;
		}
		text_value(buffer, style, arg);
		entered++;
	}
	return entered;
}

void text_exit(struct buffer *buffer, const struct text_style *style, const struct decoded *decoded,
	       unsigned entered)
{
	const struct value *arg = decoded->args;
	unsigned count = entered & ENTERED_COUNT;
	bool comma = count && !(entered & ENTERED_COMMA);

	for (; count && arg; count--)
		arg = arg->next;
	if (arg && (entered & ENTERED_HALF)) {
		if (arg->kind == VALUE_CHANGE) {
			buffer_bytes(buffer, " => ", 4);
			text_value(buffer, style, arg->last);
		}
		arg = arg->next;
		comma = true;
	}
	for (; arg; arg = arg->next) {
		if (comma)
			buffer_bytes(buffer, ", ", 2);
		comma = true;
		text_arg_name(buffer, style, arg);
		text_value(buffer, style, arg);
	}
	buffer_char(buffer, ')');
}

void text_result(struct buffer *buffer, const struct text_style *style,
		 const struct decoded *decoded)
{
	buffer_bytes(buffer, "= ", 2);
	if (decoded->restarted || (!decoded->ret && !decoded->error))
		buffer_char(buffer, '?');
	else if (decoded->error)
		buffer_bytes(buffer, "-1", 2);
	else
		text_value(buffer, style, decoded->ret);
	if (decoded->error_name) {
		buffer_char(buffer, ' ');
		buffer_string(buffer, decoded->error_name);
	} else if (decoded->error) {
		buffer_string(buffer, " (errno ");
		buffer_signed(buffer, decoded->error);
		buffer_char(buffer, ')');
	}
	if (decoded->error_text) {
		buffer_bytes(buffer, " (", 2);
		buffer_string(buffer, decoded->error_text);
		buffer_char(buffer, ')');
	}
	if (decoded->note) {
		struct text_style names = *style;

		if (decoded->note->first->kind != VALUE_FLAGS) /* the number has been told */
			names.constants = TEXT_ABBREV;
		buffer_bytes(buffer, " (", 2);
		text_value(buffer, &names, decoded->note);
		buffer_char(buffer, ')');
	}
}
