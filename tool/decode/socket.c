// SPDX-License-Identifier: LGPL-2.1-or-later
/* Sockets: addresses, options, messages with their control data. */
#include "kinds.h"

#include "../../abi/capture.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>

#define ADDRESS_MAX sizeof(struct sockaddr_storage)

#define NAME(name)                 \
	{                          \
#name, name, ~0ull \
	}
static const struct xlat packet_types[] = {
	NAME(PACKET_HOST),	NAME(PACKET_BROADCAST), NAME(PACKET_MULTICAST),
	NAME(PACKET_OTHERHOST), NAME(PACKET_OUTGOING),	NAME(PACKET_LOOPBACK),
	NAME(PACKET_FASTROUTE),
};
static const struct xlat_group xlat_packet_types = {
	.name = "packet_types",
	.entries = packet_types,
	.count = sizeof(packet_types) / sizeof(*packet_types),
	.unknown = "PACKET_???",
};

struct value *decode_call_of(struct decode *decode, const char *function, struct value *arg)
{
	struct value *call = value_call(&decode->region, function);

	value_add(call, arg);
	return call;
}

struct value *decode_copied(struct decode *decode, const void *bytes, size_t len)
{
	return value_bytes(&decode->region, region_string(&decode->region, bytes, len), len);
}

struct value *decode_escaped(struct decode *decode, const void *bytes, size_t len)
{
	struct value *value = decode_copied(decode, bytes, len);

	value->flags |= VALUE_ESCAPED;
	return value;
}

static void address_unix(struct decode *decode, struct value *value, const uint8_t *bytes,
			 size_t len)
{
	const uint8_t *path = bytes + offsetof(struct sockaddr_un, sun_path);
	struct value *name;

	if (len <= offsetof(struct sockaddr_un, sun_path))
		return;
	len -= offsetof(struct sockaddr_un, sun_path);
	if (len > sizeof(((struct sockaddr_un *)0)->sun_path))
		len = sizeof(((struct sockaddr_un *)0)->sun_path);
	if (path[0]) {
		name = decode_copied(decode, path, strnlen((const char *)path, len));
		name->flags |= VALUE_PATH;
	} else {
		name = decode_copied(decode, path + 1, len - 1);
		name->flags |= VALUE_ABSTRACT;
	}
	value_member(value, "sun_path", name);
}

static struct value *inet_value(struct decode *decode, const void *address)
{
	char text[INET_ADDRSTRLEN];

	if (!inet_ntop(AF_INET, address, text, sizeof(text)))
		text[0] = '\0';
	return value_choice(
		&decode->region, decode_escaped(decode, address, sizeof(struct in_addr)),
		decode_call_of(decode, "inet_addr", decode_copied(decode, text, strlen(text))));
}

static struct value *inet6_value(struct decode *decode, const void *address, const char *variable)
{
	char text[INET6_ADDRSTRLEN];
	struct value *call = value_call(&decode->region, "inet_pton");
	struct value *choice;

	if (!inet_ntop(AF_INET6, address, text, sizeof(text)))
		text[0] = '\0';
	value_add(call, value_symbol(&decode->region, AF_INET6, "AF_INET6", NULL));
	value_add(call, decode_copied(decode, text, strlen(text)));
	if (variable)
		value_add(call, value_word(&decode->region, variable))->flags |= VALUE_BARE;
	choice = value_choice(&decode->region,
			      decode_escaped(decode, address, sizeof(struct in6_addr)), call);
	if (variable)
		choice->flags |= VALUE_BARE;
	return choice;
}

static bool address_inet(struct decode *decode, struct value *value, const uint8_t *bytes,
			 size_t len)
{
	struct sockaddr_in in;

	if (len < sizeof(in))
		return false;
	memcpy(&in, bytes, sizeof(in));
	value_member(value, "sin_port", decode_be16(decode, NULL, in.sin_port));
	value_member(value, "sin_addr", inet_value(decode, &in.sin_addr));
	return true;
}

static bool address_inet6(struct decode *decode, struct value *value, const uint8_t *bytes,
			  size_t len)
{
	const size_t shortest = offsetof(struct sockaddr_in6, sin6_scope_id);
	struct sockaddr_in6 in6 = { 0 };

	if (len < shortest)
		return false;
	memcpy(&in6, bytes, len < sizeof(in6) ? len : sizeof(in6));
	value_member(value, "sin6_port", decode_be16(decode, NULL, in6.sin6_port));
	value_member(
		value, "sin6_flowinfo",
		value_choice(
			&decode->region,
			decode_escaped(decode, &in6.sin6_flowinfo, sizeof(in6.sin6_flowinfo)),
			decode_call_of(decode, "htonl",
				       value_unsigned(&decode->region, ntohl(in6.sin6_flowinfo)))));
	value_member(value, "sin6_addr", inet6_value(decode, &in6.sin6_addr, "&sin6_addr"));
	if (len < sizeof(in6))
		return true;
	/* of these addresses it is an interface */
	if (IN6_IS_ADDR_LINKLOCAL(&in6.sin6_addr) || IN6_IS_ADDR_MC_LINKLOCAL(&in6.sin6_addr))
		value_member(value, "sin6_scope_id", decode_interface(decode, in6.sin6_scope_id));
	else
		value_member(value, "sin6_scope_id",
			     value_unsigned(&decode->region, in6.sin6_scope_id));
	return true;
}

static bool address_netlink(struct decode *decode, struct value *value, const uint8_t *bytes,
			    size_t len)
{
	struct sockaddr_nl nl;
	char groups[16];

	if (len < sizeof(nl))
		return false;
	memcpy(&nl, bytes, sizeof(nl));
	if (nl.nl_pad)
		value_member(value, "nl_pad", value_hex(&decode->region, nl.nl_pad));
	value_member(value, "nl_pid", value_signed(&decode->region, (int32_t)nl.nl_pid));
	snprintf(groups, sizeof(groups), "%#08x", nl.nl_groups);
	value_member(value, "nl_groups",
		     value_form(&decode->region, nl.nl_groups,
				region_string(&decode->region, groups, strlen(groups))));
	return true;
}

static bool address_packet(struct decode *decode, struct value *value, const uint8_t *bytes,
			   size_t len)
{
	struct sockaddr_ll ll;

	if (len < sizeof(ll))
		return false;
	memcpy(&ll, bytes, sizeof(ll));
	value_member(
		value, "sll_protocol",
		decode_call_of(decode, "htons",
			       decode_group_enum(decode, &xlat_ethertype, ntohs(ll.sll_protocol))));
	value_member(value, "sll_ifindex", decode_interface(decode, (unsigned)ll.sll_ifindex));
	value_member(value, "sll_hatype", decode_group_enum(decode, &xlat_arphrd, ll.sll_hatype));
	value_member(value, "sll_pkttype",
		     decode_group_enum(decode, &xlat_packet_types, ll.sll_pkttype));
	value_member(value, "sll_halen", value_unsigned(&decode->region, ll.sll_halen));
	if (ll.sll_halen) {
		struct value *array = value_array(&decode->region);
		size_t count =
			ll.sll_halen < sizeof(ll.sll_addr) ? ll.sll_halen : sizeof(ll.sll_addr);

		for (size_t i = 0; i < count; i++)
			value_add(array, decode_hex(decode, NULL, ll.sll_addr[i]));
		value_member(value, "sll_addr", array);
	}
	return true;
}

/* Of these families the table knows all; the first for which there are enough bytes is taken. */
static const struct {
	uint16_t family;
	bool exact;
	const struct struct_desc *desc;
} other_addresses[] = {
	{ AF_IPX, false, &struct_sockaddr_ipx },
	{ AF_X25, false, &struct_sockaddr_x25 },
	{ AF_AX25, false, &struct_sockaddr_ax25 },
	{ AF_RXRPC, false, &struct_sockaddr_rxrpc },
	{ AF_IEEE802154, false, &struct_sockaddr_ieee802154 },
	{ AF_BLUETOOTH, true, &struct_sockaddr_hci_dev },
	{ AF_BLUETOOTH, true, &struct_sockaddr_hci },
	{ AF_BLUETOOTH, true, &struct_sockaddr_sco },
	{ AF_BLUETOOTH, true, &struct_sockaddr_rc },
	{ AF_BLUETOOTH, true, &struct_sockaddr_l2_short },
	{ AF_BLUETOOTH, true, &struct_sockaddr_l2 },
	{ AF_ALG, false, &struct_sockaddr_alg },
	{ AF_NFC, false, &struct_sockaddr_nfc_llcp },
	{ AF_NFC, false, &struct_sockaddr_nfc },
	{ AF_VSOCK, false, &struct_sockaddr_vm },
	{ AF_QIPCRTR, false, &struct_sockaddr_qrtr },
	{ AF_XDP, false, &struct_sockaddr_xdp },
	{ AF_MCTP, false, &struct_sockaddr_mctp },
};

static struct value *other_address(struct decode *decode, uint16_t family, uint64_t addr,
				   uint64_t len)
{
	for (size_t i = 0; i < sizeof(other_addresses) / sizeof(*other_addresses); i++) {
		const struct struct_desc *desc = other_addresses[i].desc;

		if (other_addresses[i].family != family || len < desc->size ||
		    (other_addresses[i].exact && len != desc->size))
			continue;
		/* Of AF_ALG a name follows, of any length. */
		if (family == AF_ALG && len == desc->size)
			continue;
		decode->extent = len - desc->size;
		return desc->decode ? desc->decode(decode, NULL, addr) :
				      decode_fields(decode, desc, addr);
	}
	return NULL;
}

struct value *decode_htobs(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_call_of(decode, "htobs", value_unsigned(&decode->region, raw));
}

/* A number of Bluetooth: by name, or by how far it is above the first of those given out. */
static struct value *bluetooth_number(struct decode *decode, const struct xlat_group *group,
				      uint64_t raw, const char *base, uint64_t first,
				      const char *unknown)
{
	const struct xlat *entry = xlat_find(group, raw);
	struct region *region = &decode->region;
	struct value *value;

	if (entry)
		value = value_symbol(region, raw, entry->name, NULL);
	else if (base)
		value = value_symbol(region, raw,
				     region_printf(region, "%s+%u", base, (unsigned)(raw - first)),
				     NULL);
	else
		value = value_symbol(region, raw, NULL, unknown);
	return decode_call_of(decode, "htobs", value);
}

struct value *decode_l2_psm(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const char *base = NULL;
	uint64_t first = 0;

	(void)desc;
	if (raw >= 0x1001) {
		base = "L2CAP_PSM_DYN_START";
		first = 0x1001;
	} else if (raw >= 0x80 && raw <= 0xff) {
		base = "L2CAP_PSM_LE_DYN_START";
		first = 0x80;
	}
	return bluetooth_number(decode, &xlat_l2_psms, raw, base, first, "L2CAP_PSM_???");
}

struct value *decode_l2_cid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return bluetooth_number(decode, &xlat_l2_cids, raw,
				raw >= 0x40 ? "L2CAP_CID_DYN_START" : NULL, 0x40, "L2CAP_CID_???");
}

/* The length is of the call: it may be shorter than the family's struct, or lie. */
struct value *decode_sockaddr_at(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct value *value;
	uint8_t bytes[ADDRESS_MAX + 1] = { 0 };
	uint16_t family;
	bool known = true;

	if (!addr || !decode->verbose || len < sizeof(family))
		return decode_address(decode, addr);
	if (len > ADDRESS_MAX)
		len = ADDRESS_MAX;
	if (!decode_copy(decode, addr, bytes, (size_t)len))
		return decode_address(decode, addr);
	memcpy(&family, bytes, sizeof(family));
	value = value_struct(&decode->region);
	value_member(value, "sa_family", decode_group_enum(decode, &xlat_addrfams, family));
	if (len == sizeof(family))
		return value;
	switch (family) {
	case AF_UNIX:
		address_unix(decode, value, bytes, (size_t)len);
		break;
	case AF_INET:
		known = address_inet(decode, value, bytes, (size_t)len);
		break;
	case AF_INET6:
		known = address_inet6(decode, value, bytes, (size_t)len);
		break;
	case AF_NETLINK:
		known = address_netlink(decode, value, bytes, (size_t)len);
		break;
	case AF_PACKET:
		known = address_packet(decode, value, bytes, (size_t)len);
		break;
	default: {
		struct value *other = other_address(decode, family, addr, len);

		if (other)
			return other;
		known = false;
	}
	}
	if (!known)
		value_member(value, "sa_data",
			     decode_copied(decode, bytes + sizeof(family),
					   (size_t)len - sizeof(family)));
	return value;
}

struct value *decode_sockaddr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t len, given;

	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	if (!decode_count(decode, desc, &len))
		return decode_address(decode, raw);
	/* The kernel tells how long the address is, and wrote no more than there was room. */
	if (desc->count >= COUNT_DEREF0 && desc->count < COUNT_DEREF0 + 6) {
		decode->side = DECODE_IN;
		if (decode_load(decode, decode_arg(decode, desc->count - COUNT_DEREF0), 4, false,
				&given) &&
		    given < len)
			len = given;
		decode->side = DECODE_OUT;
	}
	return decode_sockaddr_at(decode, raw, (uint32_t)len);
}

struct value *decode_sock_protocol(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	switch ((int)decode_arg(decode, 0)) {
	case AF_INET:
	case AF_INET6:
		return decode_group_enum(decode, &xlat_ipproto, (uint32_t)raw);
	case AF_NETLINK:
		return decode_group_enum(decode, &xlat_netlink, (uint32_t)raw);
	case AF_PACKET:
		return decode_call_of(
			decode, "htons",
			decode_group_enum(decode, &xlat_ethertype, ntohs((uint16_t)raw)));
	default:
		return value_unsigned(&decode->region, (uint32_t)raw);
	}
}

/* A type, and flags of another one. */
struct value *decode_sock_type(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_group_flags(decode, desc->param, (uint32_t)raw);
	uint32_t type = (uint32_t)raw & 0xf; /* SOCK_TYPE_MASK in include/linux/net.h */
	const struct xlat *entry = xlat_find(&xlat_sock_types, type);
	struct value *parts;

	if (!entry || type == (uint32_t)raw)
		return value;
	parts = value_new(&decode->region, VALUE_PARTS);
	value_add(parts, value_symbol(&decode->region, type, entry->name, NULL));
	value_add(parts, decode_group_flags(decode, desc->param, (uint32_t)raw & ~0xfu));
	return value_choice(&decode->region, parts, value);
}

/* Options */

static const struct {
	const char *level;
	const struct xlat_group *names;
	const struct xlat_group *set, *get; /* of setsockopt or getsockopt alone */
} option_names[] = {
	{ "SOL_SOCKET", &xlat_so, NULL, NULL },
	{ "SOL_IP", &xlat_ip_options, &xlat_ip_set_options, &xlat_ip_get_options },
	{ "SOL_IPV6", &xlat_ipv6_options, &xlat_ipv6_set_options, &xlat_ipv6_get_options },
	{ "SOL_TCP", &xlat_tcp_options, NULL, NULL },
	{ "SOL_UDP", &xlat_udp_options, NULL, NULL },
	{ "SOL_SCTP", &xlat_sctp_options, NULL, NULL },
	{ "SOL_RAW", &xlat_raw_options, NULL, NULL },
	{ "SOL_CAN_RAW", &xlat_can_raw_options, NULL, NULL },
	{ "AF_VSOCK", &xlat_vsock_options, NULL, NULL },
	{ "SOL_IPX", &xlat_ipx_options, NULL, NULL },
	{ "SOL_IRDA", &xlat_irda_options, NULL, NULL },
	{ "SOL_AX25", &xlat_ax25_options, NULL, NULL },
	{ "SOL_PACKET", &xlat_packet_options, NULL, NULL },
	{ "SOL_LLC", &xlat_llc_options, NULL, NULL },
	{ "SOL_DCCP", &xlat_dccp_options, NULL, NULL },
	{ "SOL_NETLINK", &xlat_netlink_options, NULL, NULL },
	{ "SOL_TIPC", &xlat_tipc_options, NULL, NULL },
	{ "SOL_RXRPC", &xlat_rxrpc_options, NULL, NULL },
	{ "SOL_PPPOL2TP", &xlat_pppol2tp_options, NULL, NULL },
	{ "SOL_BLUETOOTH", &xlat_bluetooth_options, NULL, NULL },
	{ "SOL_PNPIPE", &xlat_pnpipe_options, NULL, NULL },
	{ "SOL_RDS", &xlat_rds_options, NULL, NULL },
	{ "SOL_IUCV", &xlat_iucv_options, NULL, NULL },
	{ "SOL_CAIF", &xlat_caif_options, NULL, NULL },
	{ "SOL_ALG", &xlat_alg_options, NULL, NULL },
	{ "SOL_NFC", &xlat_llcp_options, NULL, NULL },
	{ "SOL_KCM", &xlat_kcm_options, NULL, NULL },
	{ "SOL_TLS", &xlat_tls_options, NULL, NULL },
	{ "SOL_XDP", &xlat_xdp_options, NULL, NULL },
	{ "SOL_MPTCP", &xlat_mptcp_options, NULL, NULL },
};

struct value *decode_sockopt_name(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	bool get = decode->call->nr == SYS_getsockopt;
	const struct xlat *level = xlat_find(&xlat_socketlayers, (uint32_t)decode_arg(decode, 1));

	(void)desc;
	raw = (uint32_t)raw;
	for (size_t i = 0; level && i < sizeof(option_names) / sizeof(*option_names); i++) {
		const struct xlat_group *own;

		if (strcmp(option_names[i].level, level->name))
			continue;
		own = get ? option_names[i].get : option_names[i].set;
		if (!own || xlat_find(option_names[i].names, raw))
			own = option_names[i].names;
		return decode_group_enum(decode, own, raw);
	}
	return value_unsigned(&decode->region, raw);
}

static struct value *int_array(struct decode *decode, uint64_t addr)
{
	struct value *array;
	uint64_t number;

	if (!decode_load(decode, addr, 4, true, &number))
		return decode_address(decode, addr);
	array = value_array(&decode->region);
	value_add(array, value_signed(&decode->region, (int64_t)number));
	return array;
}

struct value *decode_inet_at(struct decode *decode, uint64_t addr, int family, const char *variable)
{
	struct in6_addr address;
	size_t size = family == AF_INET ? sizeof(struct in_addr) : sizeof(struct in6_addr);

	if (!decode_copy(decode, addr, &address, size))
		return decode_address(decode, addr);
	return family == AF_INET ? inet_value(decode, &address) :
				   inet6_value(decode, &address, variable);
}

struct value *decode_interface(struct decode *decode, unsigned index)
{
	char name[IF_NAMESIZE];

	if (!if_indextoname(index, name))
		return value_unsigned(&decode->region, index);
	return value_choice(&decode->region, value_unsigned(&decode->region, index),
			    decode_call_of(decode, "if_nametoindex",
					   decode_copied(decode, name, strlen(name))));
}

/* Options that are structs; what is set must be long enough for all of it. */
static const struct {
	int level, name;
	const struct struct_desc *type;
	bool set, get;
	bool exact; /* of this length and no other */
} option_structs[] = {
	{ SOL_SOCKET, SO_LINGER, &struct_linger, true, true, false },
	{ SOL_SOCKET, SO_PEERCRED, &struct_ucred, false, true, false },
	{ SOL_IP, IP_ADD_MEMBERSHIP, &struct_ip_mreq, true, false, false },
	{ SOL_IP, IP_DROP_MEMBERSHIP, &struct_ip_mreq, true, false, false },
	{ SOL_IP, MCAST_JOIN_GROUP, &struct_group_req, true, false, false },
	{ SOL_IP, MCAST_LEAVE_GROUP, &struct_group_req, true, false, false },
	{ SOL_IPV6, IPV6_JOIN_GROUP, &struct_ipv6_mreq, true, false, false },
	{ SOL_IPV6, IPV6_LEAVE_GROUP, &struct_ipv6_mreq, true, false, false },
	{ SOL_IPV6, IPV6_JOIN_ANYCAST, &struct_ipv6_mreq, true, false, false },
	{ SOL_IPV6, IPV6_LEAVE_ANYCAST, &struct_ipv6_mreq, true, false, false },
	{ SOL_IPV6, MCAST_JOIN_GROUP, &struct_group_req, true, false, false },
	{ SOL_IPV6, MCAST_LEAVE_GROUP, &struct_group_req, true, false, false },
	{ SOL_PACKET, PACKET_RX_RING, &struct_tpacket_req, true, false, true },
	{ SOL_PACKET, PACKET_TX_RING, &struct_tpacket_req, true, false, true },
	{ SOL_PACKET, PACKET_ADD_MEMBERSHIP, &struct_packet_mreq, true, false, true },
	{ SOL_PACKET, PACKET_DROP_MEMBERSHIP, &struct_packet_mreq, true, false, true },
	{ SOL_PACKET, PACKET_STATISTICS, &struct_tpacket_stats, false, true, false },
};

/* A number in brackets, by its name if it has one: [ECONNREFUSED] */
static struct value *option_number(struct decode *decode, int name, bool get, uint64_t addr)
{
	struct value *array, *value = NULL;
	uint64_t number;

	if (!decode_load(decode, addr, sizeof(int), true, &number))
		return decode_address(decode, addr);
	if (name == SO_ERROR && get) {
		const char *text, *error = decode_error_name((int)number, &text);

		if (error)
			value = value_symbol(&decode->region, number, error, NULL);
	} else if (name == SO_TXREHASH) {
		value = decode_group_enum(decode, &xlat_txrehash, (uint32_t)number);
	}
	array = value_array(&decode->region);
	value_add(array, value ? value : value_signed(&decode->region, (int64_t)number));
	return array;
}

/* Of an ICMP_FILTER, the types in it, or those that are not. */
static struct value *icmp_filter(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct value *set;
	uint32_t bits = ~0u;

	if (!len || !decode_copy(decode, addr, &bits, len < 4 ? (size_t)len : 4))
		return decode_address(decode, addr);
	set = value_set(&decode->region);
	if (__builtin_popcount(bits) > 16) {
		bits = ~bits;
		set->flags |= VALUE_INVERTED;
	}
	for (unsigned i = 0; i < 32; i++)
		if (bits >> i & 1)
			value_add(set, decode_group_enum(decode, &xlat_icmp_types, i));
	return set;
}

/* As much of a struct as there was room for; of a member that is cut, its bytes. */
static struct value *option_part(struct decode *decode, const struct struct_desc *type,
				 uint64_t addr, uint64_t len)
{
	struct value *value = decode_fields_within(decode, type, addr, len);

	for (uint32_t i = 0; i < type->count && value->kind == VALUE_STRUCT; i++) {
		const struct field_desc *field = &type->fields[i];
		const void *bytes;

		if (field->offset >= len || field->offset + field->desc.size <= len)
			continue;
		bytes = decode_bytes_at(decode, addr + field->offset, (size_t)len - field->offset);
		if (bytes)
			value_member(value, field->desc.name,
				     decode_escaped(decode, bytes, (size_t)len - field->offset));
		break;
	}
	return value;
}

struct value *decode_sockopt(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const struct arg_desc membership = { .decode = decode_uint, .size = 4 };
	bool get = desc->dir != ARG_IN;
	int level = (int)decode_arg(decode, 1);
	int name = (int)decode_arg(decode, 2);
	uint64_t len;

	if (decode_hidden(decode, raw) || !decode_count(decode, desc, &len))
		return decode_address(decode, raw);
	len = (uint32_t)len;
	if (get && (!len || len > INT32_MAX))
		return decode_address(decode, raw);
	for (size_t i = 0; i < sizeof(option_structs) / sizeof(*option_structs); i++) {
		const struct struct_desc *type = option_structs[i].type;

		if (option_structs[i].level != level || option_structs[i].name != name ||
		    !(get ? option_structs[i].get : option_structs[i].set))
			continue;
		if (get)
			return len < type->size ? option_part(decode, type, raw, len) :
						  decode_fields(decode, type, raw);
		if (option_structs[i].exact ? len != type->size : len < type->size)
			return decode_address(decode, raw);
		return decode_fields(decode, type, raw);
	}
	if (level == SOL_RAW && xlat_find(&xlat_raw_options, (uint32_t)name))
		return icmp_filter(decode, raw, len);
	if (level == SOL_NETLINK && name == NETLINK_LIST_MEMBERSHIPS && get) {
		struct arg_desc groups = { .param = &membership, .count = COUNT_CONST };

		groups.limit = (uint32_t)(len / 4);
		return decode_array(decode, &groups, raw);
	}
	/* Options that are a number, however much room is given for it. */
	if (level == SOL_NETLINK ||
	    (level == SOL_SOCKET && (xlat_find(&xlat_so_numbers, (uint32_t)name) ||
				     name == SO_TXREHASH || (get && name == SO_ERROR)))) {
		const void *bytes;

		if (level == SOL_SOCKET && len >= sizeof(int))
			return option_number(decode, name, get, raw);
		if (len >= sizeof(int) || (get && level == SOL_NETLINK))
			return int_array(decode, raw);
		bytes = get ? decode_bytes_at(decode, raw, (size_t)len) : NULL;
		return bytes ? decode_escaped(decode, bytes, (size_t)len) :
			       decode_address(decode, raw);
	}
	return len == sizeof(int) ? int_array(decode, raw) : decode_data(decode, raw, len);
}

/* Messages */

static struct value *control_data(struct decode *decode, uint64_t addr, uint64_t len, int level,
				  int type)
{
	if (level == SOL_SOCKET && type == SCM_RIGHTS && len >= sizeof(int)) {
		static const struct arg_desc fd = {
			.decode = decode_fd,
			.size = sizeof(int),
			.is_signed = true,
		};
		struct arg_desc fds = { .param = &fd, .count = COUNT_CONST };

		fds.limit = (uint32_t)(len / sizeof(int));
		return decode_array(decode, &fds, addr);
	}
	if (level == SOL_SOCKET && type == SCM_CREDENTIALS && len == struct_ucred.size)
		return decode_fields(decode, &struct_ucred, addr);
	return decode_data(decode, addr, len);
}

static const struct xlat_group *control_types(int level)
{
	switch (level) {
	case SOL_SOCKET:
		return &xlat_scm;
	case SOL_IP:
		return &xlat_ip_options;
	default:
		return NULL;
	}
}

static struct value *control_value(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct value *array;
	uint64_t at = 0;
	uint64_t shown = 0;

	if (!addr || !len)
		return decode_address(decode, addr);
	if (len > INT32_MAX) /* as the kernel: sums below cannot overflow */
		len = INT32_MAX;
	if (!decode_bytes_at(decode, addr, sizeof(struct cmsghdr)))
		return decode_address(decode, addr);
	array = value_array(&decode->region);
	while (len - at >= sizeof(struct cmsghdr)) {
		const struct xlat_group *types;
		struct value *value;
		struct cmsghdr header;
		uint64_t size;

		if (!decode_copy(decode, addr + at, &header, sizeof(header)))
			break;
		if (decode->abbrev && shown++ >= decode->options->string_limit) {
			array->flags |= VALUE_MORE;
			break;
		}
		types = control_types(header.cmsg_level);
		size = header.cmsg_len;
		if (size > len - at)
			size = len - at;
		value = value_struct(&decode->region);
		value_member(value, "cmsg_len", value_unsigned(&decode->region, header.cmsg_len));
		value_member(
			value, "cmsg_level",
			decode_group_enum(decode, &xlat_socketlayers, (uint32_t)header.cmsg_level));
		value_member(value, "cmsg_type",
			     types ? decode_group_enum(decode, types, (uint32_t)header.cmsg_type) :
				     value_hex(&decode->region, (uint32_t)header.cmsg_type));
		if (size > sizeof(header))
			value_member(value, "cmsg_data",
				     control_data(decode, addr + at + sizeof(header),
						  size - sizeof(header), header.cmsg_level,
						  header.cmsg_type));
		value_add(array, value);
		/* A length that could not be begins no other. */
		if (header.cmsg_len < sizeof(header) || size < header.cmsg_len)
			break;
		size = (size + 7) & ~7ull;
		if (size > len - at)
			break;
		at += size;
	}
	return array;
}

/* A struct msghdr; data: how many of its bytes the call transferred. */
static struct value *message_value(struct decode *decode, uint64_t addr, bool received,
				   uint64_t data)
{
	struct region *region = &decode->region;
	struct value *value, *length;
	struct msghdr msg, before;
	enum decode_side side = decode->side;
	bool changed = false;

	if (!decode_copy(decode, addr, &msg, sizeof(msg)))
		return decode_address(decode, addr);
	value = value_struct(region);
	before = msg;
	if (received) {
		decode->side = DECODE_IN;
		changed = decode_changed(decode, addr, sizeof(msg)) &&
			  decode_copy(decode, addr, &before, sizeof(before)) &&
			  before.msg_namelen != msg.msg_namelen;
		decode->side = side;
	}
	value_member(value, "msg_name",
		     decode_sockaddr_at(decode, (uint64_t)(uintptr_t)msg.msg_name,
					msg.msg_namelen < before.msg_namelen ? msg.msg_namelen :
									       before.msg_namelen));
	length = value_signed(region, (int)msg.msg_namelen);
	if (changed)
		length =
			value_change(region, value_signed(region, (int)before.msg_namelen), length);
	value_member(value, "msg_namelen", length);
	value_member(value, "msg_iov",
		     decode_iovecs(decode, (uint64_t)(uintptr_t)msg.msg_iov, msg.msg_iovlen, data,
				   IOVEC_PACKET));
	value_member(value, "msg_iovlen", value_unsigned(region, msg.msg_iovlen));
	if (msg.msg_controllen)
		value_member(value, "msg_control",
			     control_value(decode, (uint64_t)(uintptr_t)msg.msg_control,
					   msg.msg_controllen));
	value_member(value, "msg_controllen", value_unsigned(region, msg.msg_controllen));
	value_member(value, "msg_flags",
		     decode_group_flags(decode, &xlat_msg, (uint32_t)msg.msg_flags));
	return value;
}

struct value *decode_msghdr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	bool received = desc->dir != ARG_IN;
	struct value *value;
	uint64_t namelen;

	if (!raw || !decode->verbose)
		return decode_address(decode, raw);
	if (!received)
		return message_value(decode, raw, false, UINT64_MAX);
	if (decode_succeeded(decode))
		return message_value(decode, raw, true, (uint64_t)decode->call->ret);
	/* Of a receive that failed strace tells the one length. */
	decode->side = DECODE_IN;
	if (!decode_load(decode, raw + offsetof(struct msghdr, msg_namelen), 4, true, &namelen))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	value_member(value, "msg_namelen", value_signed(&decode->region, (int64_t)namelen));
	return value;
}

struct mmsg_context {
	bool received;
};

static struct value *mmsg_element(struct decode *decode, const void *context, uint64_t addr)
{
	const struct mmsg_context *mmsg = context;
	struct value *value;
	uint64_t len = 0;
	bool known;

	if (!decode_bytes_at(decode, addr, sizeof(struct msghdr)))
		return NULL;
	value = value_struct(&decode->region);
	decode->side = DECODE_OUT;
	known = decode_succeeded(decode) &&
		decode_load(decode, addr + offsetof(struct mmsghdr, msg_len), 4, false, &len);
	if (!mmsg->received)
		decode->side = DECODE_IN;
	value_member(
		value, "msg_hdr",
		message_value(decode, addr, mmsg->received, mmsg->received ? len : UINT64_MAX));
	if (known)
		value_member(value, "msg_len", value_unsigned(&decode->region, len));
	return value;
}

struct value *decode_mmsghdr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct mmsg_context context = { .received = desc->dir == ARG_OUT };
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_elements_at(decode, raw, count, sizeof(struct mmsghdr), mmsg_element,
				  &context);
}
