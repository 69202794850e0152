// SPDX-License-Identifier: LGPL-2.1-or-later
/* Addresses of sockets that the table cannot tell: AX.25, RxRPC. */
#include "kinds.h"

#include <linux/ax25.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <stddef.h>
#include <sys/socket.h>

/* How far a call sign is what it should be. */
enum sign { SIGN_GOOD, SIGN_ODD, SIGN_BAD };

/* Letters, digits, then blanks, shifted by a bit; a number in the last byte. */
static enum sign check_sign(const ax25_address *address)
{
	unsigned char ssid = (unsigned char)address->ax25_call[sizeof(address->ax25_call) - 1];
	bool blank = false, other = false;
	enum sign sign = SIGN_GOOD;

	for (size_t i = 0; i < sizeof(address->ax25_call) - 1; i++) {
		unsigned char byte = (unsigned char)address->ax25_call[i], c = byte >> 1;

		/* What cannot be printed, or not within a comment. */
		if (c < ' ' || c > '~' || c == '*' || c == '/')
			return SIGN_BAD;
		if (byte & 1)
			sign = SIGN_ODD;
		if (c == ' ') {
			blank = true;
			continue;
		}
		other = true;
		if (blank || !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
			sign = SIGN_ODD;
	}
	return (ssid & ~0x1e) || (!other && ssid) ? SIGN_ODD : sign;
}

static const char *sign_text(struct decode *decode, const ax25_address *address)
{
	unsigned char ssid = (unsigned char)address->ax25_call[sizeof(address->ax25_call) - 1];
	char text[sizeof(address->ax25_call)] = "";
	size_t end = sizeof(address->ax25_call) - 1;

	while (end && (unsigned char)address->ax25_call[end - 1] >> 1 == ' ')
		end--;
	for (size_t i = 0; i < end; i++)
		text[i] = (char)((unsigned char)address->ax25_call[i] >> 1);
	if (!end && !(ssid >> 1 & 0xf))
		return "*";
	return region_printf(&decode->region, "%s-%u", text, ssid >> 1 & 0xfu);
}

static struct value *call_sign(struct decode *decode, const ax25_address *address)
{
	struct value *bytes = value_struct(&decode->region);
	enum sign sign = check_sign(address);
	struct value *text;

	value_member(bytes, "ax25_call",
		     decode_escaped(decode, address->ax25_call, sizeof(address->ax25_call)));
	if (sign == SIGN_BAD)
		return bytes;
	if (sign == SIGN_ODD)
		return value_comment(&decode->region, bytes, sign_text(decode, address));
	text = value_word(&decode->region, sign_text(decode, address));
	return value_choice(&decode->region, bytes, text);
}

struct value *decode_struct_sockaddr_ax25(struct decode *decode, const struct arg_desc *desc,
					  uint64_t addr)
{
	struct value *value = value_struct(&decode->region), *inner = value, *array;
	const size_t behind = (size_t)decode->extent;
	struct full_sockaddr_ax25 full = { 0 };
	size_t given = behind / sizeof(ax25_address), wanted = 0;

	(void)desc;
	if (!decode_copy(decode, addr, &full.fsa_ax25, sizeof(full.fsa_ax25)))
		return decode_address(decode, addr);
	value_member(value, "sa_family", decode_group_enum(decode, &xlat_addrfams, AF_AX25));
	if (full.fsa_ax25.sax25_ndigis || behind)
		inner = value_member(value, "fsa_ax25", value_struct(&decode->region));
	value_member(inner, "sax25_call", call_sign(decode, &full.fsa_ax25.sax25_call));
	member_signed(decode, inner, "sax25_ndigis", full.fsa_ax25.sax25_ndigis);
	if (inner == value)
		return value;
	if (full.fsa_ax25.sax25_ndigis > 0)
		wanted = (size_t)full.fsa_ax25.sax25_ndigis;
	if (wanted > AX25_MAX_DIGIS)
		wanted = AX25_MAX_DIGIS;
	if (given > AX25_MAX_DIGIS)
		given = AX25_MAX_DIGIS;
	decode_copy(decode, addr + sizeof(full.fsa_ax25), full.fsa_digipeater,
		    given * sizeof(ax25_address));
	if (wanted) {
		array = value_member(value, "fsa_digipeater", value_array(&decode->region));
		for (size_t i = 0; i < wanted && i < given; i++)
			value_add(array, call_sign(decode, &full.fsa_digipeater[i]));
		if (wanted > given)
			array->flags |= VALUE_MORE;
	}
	if (behind > given * sizeof(ax25_address))
		value->flags |= VALUE_MORE;
	return value;
}

/* linux/rxrpc.h, which does not go with libc's headers */
struct rxrpc_address {
	uint16_t family, service, transport_type, transport_len;
	union {
		uint16_t family;
		struct sockaddr_in sin;
		struct sockaddr_in6 sin6;
	} transport;
};

struct value *decode_struct_sockaddr_rxrpc(struct decode *decode, const struct arg_desc *desc,
					   uint64_t addr)
{
	static const struct arg_desc service = { .param = &xlat_rxrpc_services };
	const uint64_t at = addr + offsetof(struct rxrpc_address, transport);
	struct value *value = value_struct(&decode->region), *transport, *inner;
	const char *name = "family", *outer = NULL;
	struct rxrpc_address address;
	size_t len, least = 0;

	_Static_assert(sizeof(address) == 36, "struct sockaddr_rxrpc");
	(void)desc;
	if (!decode_copy(decode, addr, &address, sizeof(address)))
		return decode_address(decode, addr);
	value_member(value, "sa_family", decode_group_enum(decode, &xlat_addrfams, AF_RXRPC));
	value_member(value, "srx_service", decode_hex_comment(decode, &service, address.service));
	value_member(value, "transport_type",
		     decode_group_enum(decode, &xlat_sock_types, address.transport_type));
	member_unsigned(decode, value, "transport_len", address.transport_len);
	len = address.transport_len < sizeof(address.transport) ? address.transport_len :
								  sizeof(address.transport);
	if (address.transport.family == AF_INET) {
		outer = "sin";
		name = "sin_family";
		least = sizeof(struct sockaddr_in);
	} else if (address.transport.family == AF_INET6) {
		outer = "sin6";
		name = "sin6_family";
		least = offsetof(struct sockaddr_in6, sin6_scope_id);
	}
	if (outer && len >= least) {
		inner = decode_sockaddr_at(decode, at, len);
		if (inner->kind == VALUE_STRUCT)
			inner->first->name = name;
	} else {
		inner = value_struct(&decode->region);
		value_member(inner, name,
			     decode_group_enum(decode, &xlat_addrfams, address.transport.family));
		if (len > sizeof(address.transport.family))
			value_member(inner, "data",
				     decode_copied(decode,
						   (const char *)&address.transport +
							   sizeof(address.transport.family),
						   len - sizeof(address.transport.family)))
				->flags |= VALUE_BARE;
	}
	transport = inner;
	if (outer) {
		transport = value_struct(&decode->region);
		value_member(transport, outer, inner);
	}
	value_member(value, "transport", transport);
	return value;
}
