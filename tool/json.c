// SPDX-License-Identifier: LGPL-2.1-or-later
/* The value tree as JSON (json.h has the forms). */
#include "json.h"

#include "../abi/record.h"

/* Length of the valid UTF-8 sequence at bytes, 0 if there is none (RFC 3629). */
static size_t utf8_length(const uint8_t *bytes, size_t len)
{
	uint8_t lead = bytes[0];
	uint8_t low = 0x80, high = 0xbf;
	size_t need;

	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	need = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (need > len)
		return 0;
	/* No overlong forms, no surrogates, nothing above U+10FFFF. */
	if (lead == 0xe0)
		low = 0xa0;
	else if (lead == 0xed)
		high = 0x9f;
	else if (lead == 0xf0)
		low = 0x90;
	else if (lead == 0xf4)
		high = 0x8f;
	if (bytes[1] < low || bytes[1] > high)
		return 0;
	for (size_t i = 2; i < need; i++)
		if ((bytes[i] & 0xc0) != 0x80)
			return 0;
	return need;
}

static void json_escape(struct buffer *buffer, unsigned code)
{
	char text[6] = { '\\',
			 'u',
			 "0123456789abcdef"[code >> 12 & 15],
			 "0123456789abcdef"[code >> 8 & 15],
			 "0123456789abcdef"[code >> 4 & 15],
			 "0123456789abcdef"[code & 15] };

	buffer_bytes(buffer, text, sizeof(text));
}

void json_string(struct buffer *buffer, const void *data, size_t len)
{
	const uint8_t *bytes = data;
	size_t i = 0;

	buffer_char(buffer, '"');
	while (i < len) {
		size_t plain = i;
		size_t length;

		while (plain < len && bytes[plain] >= 0x20 && bytes[plain] < 0x7f &&
		       bytes[plain] != '"' && bytes[plain] != '\\')
			plain++;
		buffer_bytes(buffer, bytes + i, plain - i);
		i = plain;
		if (i == len)
			break;
		if (bytes[i] == '"' || bytes[i] == '\\') {
			buffer_char(buffer, '\\');
			buffer_char(buffer, (char)bytes[i++]);
			continue;
		}
		if (bytes[i] == '\n') {
			buffer_bytes(buffer, "\\n", 2);
			i++;
			continue;
		}
		length = utf8_length(bytes + i, len - i);
		if (length > 1) {
			buffer_bytes(buffer, bytes + i, length);
			i += length;
		} else {
			json_escape(buffer, length ? bytes[i] : 0xdc00u + bytes[i]);
			i++;
		}
	}
	buffer_char(buffer, '"');
}

static void json_text(struct buffer *buffer, const char *string)
{
	json_string(buffer, string, strlen(string));
}

/* A key that is known to need no escape. */
static void json_key(struct buffer *buffer, const char *key)
{
	buffer_char(buffer, '"');
	buffer_string(buffer, key);
	buffer_bytes(buffer, "\":", 2);
}

static void json_raw(struct buffer *buffer, const struct value *value, uint64_t number)
{
	if (value->kind == VALUE_UNSIGNED || value->base != BASE_DECIMAL)
		buffer_decimal(buffer, number);
	else
		buffer_signed(buffer, (int64_t)number);
}

static void json_flags(struct buffer *buffer, const struct value *value)
{
	buffer_char(buffer, '{');
	json_key(buffer, "raw");
	json_raw(buffer, value, value->raw);
	buffer_char(buffer, ',');
	json_key(buffer, "flags");
	buffer_char(buffer, '[');
	for (uint32_t i = 0; i < value->count; i++) {
		if (i)
			buffer_char(buffer, ',');
		json_text(buffer, value->names[i]);
	}
	buffer_char(buffer, ']');
	if (value->rest || (value->flags & VALUE_REST)) {
		buffer_char(buffer, ',');
		json_key(buffer, "rest");
		json_raw(buffer, value, value->rest);
	}
	buffer_char(buffer, '}');
}

static void json_elements(struct buffer *buffer, const struct value *parent)
{
	buffer_char(buffer, '[');
	for (const struct value *child = parent->first; child; child = child->next) {
		json_value(buffer, child);
		if (child->next)
			buffer_char(buffer, ',');
	}
	buffer_char(buffer, ']');
}

static void json_members(struct buffer *buffer, const struct value *first, bool more)
{
	bool comma = false;

	buffer_char(buffer, '{');
	for (const struct value *child = first; child; child = child->next) {
		if (comma)
			buffer_char(buffer, ',');
		comma = true;
		json_text(buffer, child->name ? child->name : "");
		buffer_char(buffer, ':');
		json_value(buffer, child);
	}
	if (more) {
		if (comma)
			buffer_char(buffer, ',');
		json_key(buffer, "...");
		buffer_string(buffer, "true");
	}
	buffer_char(buffer, '}');
}

/* An object of one member and, if more is set, "more":true. */
static void json_wrap(struct buffer *buffer, const char *key, const struct value *value)
{
	buffer_char(buffer, '{');
	json_key(buffer, key);
	if (value->kind == VALUE_STRING)
		json_string(buffer, value->bytes, value->count);
	else
		json_elements(buffer, value);
	if (value->flags & VALUE_MORE)
		buffer_string(buffer, ",\"more\":true");
	if (value->flags & VALUE_ABSTRACT)
		buffer_string(buffer, ",\"abstract\":true");
	buffer_char(buffer, '}');
}

static void json_reference(struct buffer *buffer, const struct value *value, const char *number,
			   const char *text)
{
	if (!value->count && !value->text) {
		buffer_signed(buffer, (int64_t)value->raw);
		return;
	}
	buffer_char(buffer, '{');
	json_key(buffer, number);
	buffer_signed(buffer, (int64_t)value->raw);
	if (value->text) {
		buffer_char(buffer, ',');
		json_key(buffer, "symbol");
		json_text(buffer, value->text);
	}
	if (value->count) {
		buffer_char(buffer, ',');
		json_key(buffer, text);
		json_string(buffer, value->bytes, value->count);
	}
	if (value->flags & VALUE_DELETED)
		buffer_string(buffer, ",\"deleted\":true");
	buffer_char(buffer, '}');
}

static void json_pair(struct buffer *buffer, const char *first, const struct value *a,
		      const char *second, const struct value *b)
{
	buffer_char(buffer, '{');
	json_key(buffer, first);
	json_value(buffer, a);
	buffer_char(buffer, ',');
	json_key(buffer, second);
	json_value(buffer, b);
	buffer_char(buffer, '}');
}

void json_value(struct buffer *buffer, const struct value *value)
{
	switch ((enum value_kind)value->kind) {
	case VALUE_SIGNED:
	case VALUE_UNSIGNED:
		json_raw(buffer, value, value->raw);
		break;
	case VALUE_ADDRESS:
		if (!value->raw) {
			buffer_string(buffer, "null");
			break;
		}
		buffer_string(buffer, "{\"address\":\"");
		buffer_hex(buffer, value->raw);
		buffer_bytes(buffer, "\"}", 2);
		break;
	case VALUE_WORD:
		json_text(buffer, value->symbol);
		break;
	case VALUE_SYMBOL:
		buffer_char(buffer, '{');
		json_key(buffer, "raw");
		json_raw(buffer, value, value->raw);
		if (value->symbol) {
			buffer_char(buffer, ',');
			json_key(buffer, "symbol");
			json_text(buffer, value->symbol);
		}
		buffer_char(buffer, '}');
		break;
	case VALUE_FLAGS:
		json_flags(buffer, value);
		break;
	case VALUE_SET:
		if (value->flags & VALUE_INVERTED)
			json_wrap(buffer, "except", value);
		else if (value->flags & VALUE_MORE)
			json_wrap(buffer, "elements", value);
		else
			json_elements(buffer, value);
		break;
	case VALUE_STRING:
		if (value->flags & (VALUE_MORE | VALUE_ABSTRACT))
			json_wrap(buffer, "string", value);
		else
			json_string(buffer, value->bytes, value->count);
		break;
	case VALUE_ARRAY:
		if (value->flags & VALUE_MORE)
			json_wrap(buffer, "elements", value);
		else
			json_elements(buffer, value);
		break;
	case VALUE_STRUCT:
	case VALUE_LIST:
		json_members(buffer, value->first, value->flags & VALUE_MORE);
		break;
	case VALUE_CALL:
		buffer_char(buffer, '{');
		json_key(buffer, "function");
		json_text(buffer, value->text);
		buffer_char(buffer, ',');
		json_key(buffer, "arguments");
		json_elements(buffer, value);
		buffer_char(buffer, '}');
		break;
	case VALUE_CHOICE:
	case VALUE_PARTS:
		json_value(buffer, value->last);
		break;
	case VALUE_FD:
		json_reference(buffer, value, "fd", "refers");
		break;
	case VALUE_PID:
		json_reference(buffer, value, "pid", "command");
		break;
	case VALUE_CHANGE:
		json_pair(buffer, "before", value->first, "after", value->last);
		break;
	case VALUE_COMMENT:
		buffer_char(buffer, '{');
		json_key(buffer, "value");
		json_value(buffer, value->first);
		buffer_char(buffer, ',');
		json_key(buffer, "comment");
		json_text(buffer, value->text);
		buffer_char(buffer, '}');
		break;
	}
}

static void json_seconds(struct buffer *buffer, uint64_t ns)
{
	buffer_decimal(buffer, ns / 1000000000);
	buffer_char(buffer, '.');
	buffer_padded(buffer, ns % 1000000000, 9);
}

void json_call(struct buffer *buffer, const struct decoded *decoded, const struct call *call,
	       int tid)
{
	static const struct {
		unsigned int mark;
		const char *name;
	} marks[] = { { RECORD_INJECTED, "result" },
		      { RECORD_POKED, "memory" },
		      { RECORD_DELAYED, "delay" } };

	buffer_string(buffer, "{\"time\":");
	json_seconds(buffer, call->enter_ns);
	buffer_string(buffer, ",\"pid\":");
	buffer_signed(buffer, tid);
	buffer_string(buffer, ",\"name\":");
	json_text(buffer, decoded->name);
	buffer_string(buffer, ",\"args\":");
	json_members(buffer, decoded->args, false);
	buffer_string(buffer, ",\"result\":");
	if (decoded->error && !decoded->restarted)
		buffer_string(buffer, "-1");
	else if (decoded->ret && !decoded->restarted)
		json_value(buffer, decoded->ret);
	else
		buffer_string(buffer, "null");
	if (decoded->error) {
		buffer_string(buffer, ",\"errno\":{\"raw\":");
		buffer_signed(buffer, decoded->error);
		if (decoded->error_name) {
			buffer_string(buffer, ",\"symbol\":");
			json_text(buffer, decoded->error_name);
		}
		if (decoded->error_text) {
			buffer_string(buffer, ",\"message\":");
			json_text(buffer, decoded->error_text);
		}
		buffer_char(buffer, '}');
	}
	if (decoded->note) {
		buffer_string(buffer, ",\"note\":");
		json_value(buffer, decoded->note);
	}
	if (call->marks & (RECORD_INJECTED | RECORD_POKED | RECORD_DELAYED)) {
		const char *comma = "";

		buffer_string(buffer, ",\"tampered\":[");
		for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			if (!(call->marks & marks[i].mark))
				continue;
			buffer_string(buffer, comma);
			json_text(buffer, marks[i].name);
			comma = ",";
		}
		buffer_char(buffer, ']');
	}
	if (call->exited && call->exit_ns >= call->enter_ns) {
		buffer_string(buffer, ",\"duration\":");
		json_seconds(buffer, call->exit_ns - call->enter_ns);
	}
	buffer_bytes(buffer, "}\n", 2);
}
