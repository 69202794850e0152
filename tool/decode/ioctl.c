// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: requests, terminals, network interfaces. */
#include "kinds.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <linux/if.h>
#include <linux/if_arp.h>
#include <linux/input-event-codes.h>
#include <linux/input.h>
#include <linux/ioctl.h>
#include <linux/sockios.h>
#include <stddef.h>
#include <stdio.h>

/* Requests whose size is a parameter */
static const struct {
	uint8_t type, direction, number;
	const char *name;
} sized[] = {
	{ 'E', _IOC_READ, 0x06, "EVIOCGNAME" },
	{ 'E', _IOC_READ, 0x07, "EVIOCGPHYS" },
	{ 'E', _IOC_READ, 0x08, "EVIOCGUNIQ" },
	{ 'E', _IOC_READ, 0x09, "EVIOCGPROP" },
	{ 'E', _IOC_READ, 0x0a, "EVIOCGMTSLOTS" },
	{ 'E', _IOC_READ, 0x18, "EVIOCGKEY" },
	{ 'E', _IOC_READ, 0x19, "EVIOCGLED" },
	{ 'E', _IOC_READ, 0x1a, "EVIOCGSND" },
	{ 'E', _IOC_READ, 0x1b, "EVIOCGSW" },
	{ 'H', _IOC_READ, 0x04, "HIDIOCGRAWNAME" },
	{ 'H', _IOC_READ, 0x05, "HIDIOCGRAWPHYS" },
	{ 'H', _IOC_READ, 0x06, "HIDIOCGNAME" },
	{ 'H', _IOC_READ, 0x08, "HIDIOCGRAWUNIQ" },
	{ 'H', _IOC_READ, 0x12, "HIDIOCGPHYS" },
	{ 'H', _IOC_READ | _IOC_WRITE, 0x06, "HIDIOCSFEATURE" },
	{ 'H', _IOC_READ | _IOC_WRITE, 0x07, "HIDIOCGFEATURE" },
	{ 'U', _IOC_READ, 0x2c, "UI_GET_SYSNAME" },
	{ 'j', _IOC_READ, 0x13, "JSIOCGNAME" },
	{ 'k', _IOC_WRITE, 0x00, "SPI_IOC_MESSAGE" },
};

/* Requests with a parameter; NULL: none of those. */
static struct value *made_request(struct decode *decode, uint32_t request)
{
	uint32_t type = _IOC_TYPE(request), number = _IOC_NR(request);
	uint32_t direction = _IOC_DIR(request);
	struct value *call;

	for (size_t i = 0; i < sizeof(sized) / sizeof(*sized); i++)
		if (sized[i].type == type && sized[i].direction == direction &&
		    sized[i].number == number)
			return decode_call_of(decode, sized[i].name,
					      value_unsigned(&decode->region, _IOC_SIZE(request)));
	if (type == 'M' && (direction == _IOC_READ || direction == _IOC_WRITE))
		return decode_call_of(decode, direction == _IOC_READ ? "MIXER_READ" : "MIXER_WRITE",
				      value_unsigned(&decode->region, number));
	if (type != 'E')
		return NULL;
	if (direction == _IOC_READ && number >= 0x20 && number < 0x40) {
		call = value_call(&decode->region, "EVIOCGBIT");
		if (number == 0x20) /* EV_SYN: the kinds of events themselves */
			value_add(call, value_unsigned(&decode->region, 0));
		else
			value_add(call, decode_group_enum(decode, &xlat_evdev_ev, number - 0x20));
		value_add(call, value_unsigned(&decode->region, _IOC_SIZE(request)));
		return call;
	}
	if (direction == _IOC_READ && number >= 0x40 && number < 0x80)
		return decode_call_of(decode, "EVIOCGABS",
				      decode_group_enum(decode, &xlat_evdev_abs, number - 0x40));
	if (direction == _IOC_WRITE && number >= 0xc0)
		return decode_call_of(decode, "EVIOCSABS",
				      decode_group_enum(decode, &xlat_evdev_abs, number - 0xc0));
	return NULL;
}

struct value *decode_ioctl_cmd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const char *const directions[] = { "_IOC_NONE", "_IOC_WRITE", "_IOC_READ",
						  "_IOC_READ|_IOC_WRITE" };
	uint32_t request = (uint32_t)raw;
	const struct xlat *entry = xlat_find(&xlat_ioctl, request);
	struct value *call;

	(void)desc;
	/* Sound and flash have the same letter, and of sound's requests any size is one. */
	if (entry && _IOC_TYPE(request) == 'M' &&
	    (_IOC_DIR(request) == _IOC_READ || _IOC_DIR(request) == _IOC_WRITE))
		return value_symbol(&decode->region, request,
				    region_printf(&decode->region, "MIXER_%s(%u) or %s",
						  _IOC_DIR(request) == _IOC_READ ? "READ" : "WRITE",
						  _IOC_NR(request), entry->name),
				    NULL);
	if (entry)
		return value_symbol(&decode->region, request, entry->name, NULL);
	call = made_request(decode, request);
	if (call) {
		call->flags |= VALUE_FORM;
		return value_choice(&decode->region, value_hex(&decode->region, request), call);
	}
	call = value_call(&decode->region, "_IOC");
	value_add(call, value_symbol(&decode->region, _IOC_DIR(request),
				     directions[_IOC_DIR(request)], NULL));
	value_add(call, value_hex(&decode->region, _IOC_TYPE(request)));
	value_add(call, value_hex(&decode->region, _IOC_NR(request)));
	value_add(call, value_hex(&decode->region, _IOC_SIZE(request)));
	return value_choice(&decode->region, value_hex(&decode->region, request), call);
}

/* Input devices */

/* Of an answer of as many bytes as the call returned, the bits that are set by their names. */
static struct value *bit_names(struct decode *decode, uint64_t addr, const struct xlat_group *group,
			       unsigned max)
{
	uint64_t count =
		(uint64_t)decode->call->ret > max / 8 ? max : (uint64_t)decode->call->ret * 8;
	const uint8_t *bytes = decode_bytes_at(decode, addr, (size_t)(count + 7) / 8);
	struct value *set;

	if (!count || !bytes)
		return decode_address(decode, addr);
	set = value_set(&decode->region);
	for (unsigned i = 0; i < count; i++) {
		if (!(bytes[i / 8] >> i % 8 & 1))
			continue;
		if (decode->abbrev && set->count == 4) {
			set->flags |= VALUE_MORE;
			break;
		}
		value_add(set, decode_group_enum(decode, group, i));
	}
	return set;
}

struct value *decode_struct_input_keycode(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	struct value *array = value_array(&decode->region);
	uint32_t pair[2];

	(void)desc;
	if (!decode_copy(decode, raw, pair, sizeof(pair)))
		return decode_address(decode, raw);
	value_add(array, value_unsigned(&decode->region, pair[0]));
	value_add(array, decode_group_enum(decode, &xlat_evdev_key, pair[1]));
	return array;
}

static struct value *slot_value(struct decode *decode, const void *context, uint64_t addr)
{
	uint64_t number;

	(void)context;
	if (!decode_load(decode, addr, sizeof(int), true, &number))
		return NULL;
	return value_signed(&decode->region, (int64_t)number);
}

/* Of the slots of fingers: what was asked for, and behind it a number for each. */
static struct value *finger_slots(struct decode *decode, uint64_t addr, uint32_t size)
{
	struct value *value = value_struct(&decode->region);
	uint32_t code;

	if (size < sizeof(code) || !decode_copy(decode, addr, &code, sizeof(code)))
		return decode_address(decode, addr);
	value_member(value, "code", decode_group_enum(decode, &xlat_evdev_mt, code));
	value_member(value, "values",
		     decode_elements_at(decode, addr + sizeof(code), size / sizeof(int) - 1,
					sizeof(int), slot_value, NULL));
	return value;
}

/* The last member was not there always; what is behind it, nobody knows yet. */
static struct value *axis(struct decode *decode, uint64_t addr, uint32_t size)
{
	const uint32_t old = offsetof(struct input_absinfo, resolution);
	const uint32_t known = sizeof(struct input_absinfo);
	struct value *value;

	if (size < old)
		return decode_address(decode, addr);
	value = decode_fields_within(decode, &struct_input_absinfo, addr,
				     size < known ? old : known);
	if (value->kind == VALUE_STRUCT && (decode->abbrev || (size != old && size != known)))
		value->flags |= VALUE_MORE;
	return value;
}

/* What an input device tells of itself, of a length or about a number that the request has. */
static struct value *input_answer(struct decode *decode, uint32_t request, uint64_t addr)
{
	static const struct {
		unsigned number; /* of the request, or 0x20 and the kind of event */
		const struct xlat_group *group;
		unsigned max;
	} sets[] = {
		{ 0x09, &xlat_evdev_prop, INPUT_PROP_MAX },
		{ 0x18, &xlat_evdev_key, KEY_MAX },
		{ 0x19, &xlat_evdev_led, LED_MAX },
		{ 0x1a, &xlat_evdev_snd, SND_MAX },
		{ 0x1b, &xlat_evdev_sw, SW_MAX },
		{ 0x20, &xlat_evdev_ev, EV_MAX },
		{ 0x20 + EV_KEY, &xlat_evdev_key, KEY_MAX },
		{ 0x20 + EV_REL, &xlat_evdev_rel, REL_MAX },
		{ 0x20 + EV_ABS, &xlat_evdev_abs, ABS_MAX },
		{ 0x20 + EV_MSC, &xlat_evdev_msc, MSC_MAX },
		{ 0x20 + EV_SW, &xlat_evdev_sw, SW_MAX },
		{ 0x20 + EV_LED, &xlat_evdev_led, LED_MAX },
		{ 0x20 + EV_SND, &xlat_evdev_snd, SND_MAX },
		{ 0x20 + EV_REP, &xlat_evdev_rep, REP_MAX },
		{ 0x20 + EV_FF, &xlat_evdev_ff, FF_MAX },
		{ 0x20 + EV_FF_STATUS, &xlat_evdev_ff_status, FF_STATUS_MAX },
	};
	uint32_t number = _IOC_NR(request);
	uint64_t power;

	if (number == 0x0a)
		return finger_slots(decode, addr, _IOC_SIZE(request));
	if (number == 0x20 + EV_PWR && decode_load(decode, addr, sizeof(int), true, &power)) {
		struct value *array = value_array(&decode->region);

		value_add(array, value_signed(&decode->region, (int64_t)power));
		return array;
	}
	if (number >= 0x06 && number <= 0x08) /* its name, its place, its number */
		return decode_data(decode, addr, (uint64_t)decode->call->ret);
	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		if (sets[i].number == number)
			return bit_names(decode, addr, sets[i].group, sets[i].max);
	if (number >= 0x40 && number < 0x80)
		return axis(decode, addr, _IOC_SIZE(request));
	return decode_address(decode, addr);
}

struct value *decode_ioctl_arg(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint32_t request = (uint32_t)decode_arg(decode, 1);

	if (_IOC_TYPE(request) != 'E')
		return raw ? decode_address(decode, raw) : decode_hex(decode, desc, raw);
	if (_IOC_DIR(request) == _IOC_READ) {
		struct value *value;

		decode->side = DECODE_OUT;
		value = raw && decode->verbose && decode_succeeded(decode) ?
				input_answer(decode, request, raw) :
				decode_address(decode, raw);
		value->flags |= VALUE_AT_EXIT;
		return value;
	}
	if (_IOC_DIR(request) == _IOC_WRITE && _IOC_NR(request) >= 0xc0 &&
	    !decode_hidden(decode, raw))
		return axis(decode, raw, _IOC_SIZE(request));
	return decode_address(decode, raw);
}

/* Terminals */

static const char *const control_names[] = {
	[VINTR] = "VINTR",	 [VQUIT] = "VQUIT",	  [VERASE] = "VERASE",
	[VKILL] = "VKILL",	 [VEOF] = "VEOF",	  [VTIME] = "VTIME",
	[VMIN] = "VMIN",	 [VSWTC] = "VSWTC",	  [VSTART] = "VSTART",
	[VSTOP] = "VSTOP",	 [VSUSP] = "VSUSP",	  [VEOL] = "VEOL",
	[VREPRINT] = "VREPRINT", [VDISCARD] = "VDISCARD", [VWERASE] = "VWERASE",
	[VLNEXT] = "VLNEXT",	 [VEOL2] = "VEOL2",
};

static struct value *termios_flags(struct decode *decode, const struct xlat_group *group,
				   uint32_t raw)
{
	struct value *value = decode_group_flags(decode, group, raw);

	/* No flag is told as nothing, where another group tells 0. */
	if (!raw)
		value_flag_name(&decode->region, value, "");
	return value;
}

static struct value *control_characters(struct decode *decode, const cc_t *bytes, size_t count)
{
	struct value *array = value_array(&decode->region);

	for (size_t i = 0; i < count; i++) {
		const char *name = NULL;
		char number[16];

		if (i < sizeof(control_names) / sizeof(*control_names))
			name = control_names[i];
		if (!name) {
			snprintf(number, sizeof(number), "%zu", i);
			name = number;
		}
		value_add(array,
			  value_form(&decode->region, bytes[i],
				     region_printf(&decode->region, "[%s]=%#x", name, bytes[i])));
	}
	return array;
}

static struct value *termios_value(struct decode *decode, const struct termios2 *termios,
				   bool speeds)
{
	struct value *value = value_struct(&decode->region);

	value_member(value, "c_iflag",
		     termios_flags(decode, &xlat_termios_iflag, termios->c_iflag));
	value_member(value, "c_oflag",
		     termios_flags(decode, &xlat_termios_oflag, termios->c_oflag));
	value_member(value, "c_cflag",
		     termios_flags(decode, &xlat_termios_cflag, termios->c_cflag));
	value_member(value, "c_lflag",
		     termios_flags(decode, &xlat_termios_lflag, termios->c_lflag));
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return value;
	}
	value_member(value, "c_line",
		     decode_group_enum(decode, &xlat_line_disciplines, termios->c_line));
	value_member(value, "c_cc", control_characters(decode, termios->c_cc, NCCS));
	if (speeds) {
		value_member(value, "c_ispeed", value_unsigned(&decode->region, termios->c_ispeed));
		value_member(value, "c_ospeed", value_unsigned(&decode->region, termios->c_ospeed));
	}
	return value;
}

struct value *decode_struct_termios2(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	struct termios2 termios;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &termios, sizeof(termios)))
		return decode_address(decode, raw);
	return termios_value(decode, &termios, true);
}

struct value *decode_struct_termios(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	struct termios2 termios = { 0 };

	(void)desc;
	/* termios2 is termios with the speeds behind it. */
	_Static_assert(sizeof(struct termios) == offsetof(struct termios2, c_ispeed), "layout");
	if (decode_hidden(decode, raw) ||
	    !decode_copy(decode, raw, &termios, sizeof(struct termios)))
		return decode_address(decode, raw);
	return termios_value(decode, &termios, false);
}

/* Network interfaces */

static struct value *interface_name(struct decode *decode, const struct ifreq *request)
{
	return decode_char_array(decode, request->ifr_name, sizeof(request->ifr_name));
}

static struct value *hardware_address(struct decode *decode, const struct sockaddr *address)
{
	struct value *value = value_struct(&decode->region);
	const uint8_t *data = (const uint8_t *)address->sa_data;

	value_member(value, "sa_family",
		     decode_group_enum(decode, &xlat_arphrd, address->sa_family));
	if (address->sa_family == ARPHRD_ETHER || address->sa_family == ARPHRD_LOOPBACK)
		value_member(
			value, "sa_data",
			value_word(&decode->region,
				   region_printf(&decode->region, "%02x:%02x:%02x:%02x:%02x:%02x",
						 data[0], data[1], data[2], data[3], data[4],
						 data[5])));
	else
		value_member(value, "sa_data",
			     decode_copied(decode, data, sizeof(address->sa_data)));
	return value;
}

static struct value *interface_map(struct decode *decode, const struct ifmap *map)
{
	struct value *value = value_struct(&decode->region);

	value_member(value, "mem_start", value_hex(&decode->region, map->mem_start));
	value_member(value, "mem_end", value_hex(&decode->region, map->mem_end));
	value_member(value, "base_addr", value_hex(&decode->region, map->base_addr));
	value_member(value, "irq", value_hex(&decode->region, map->irq));
	value_member(value, "dma", value_hex(&decode->region, map->dma));
	value_member(value, "port", value_hex(&decode->region, map->port));
	return value;
}

static void interface_member(struct decode *decode, struct value *value,
			     const struct ifreq *request, uint64_t addr)
{
	uint64_t union_addr = addr + offsetof(struct ifreq, ifr_ifru);
	uint64_t len = sizeof(struct sockaddr);

	switch ((uint32_t)decode_arg(decode, 1)) {
	case SIOCGIFINDEX:
		value_member(value, "ifr_ifindex",
			     value_signed(&decode->region, request->ifr_ifindex));
		break;
	case SIOCGIFFLAGS:
	case SIOCSIFFLAGS:
		value_member(value, "ifr_flags",
			     decode_group_flags(decode, &xlat_iff, (uint16_t)request->ifr_flags));
		break;
	case SIOCGIFADDR:
	case SIOCSIFADDR:
		value_member(value, "ifr_addr", decode_sockaddr_at(decode, union_addr, len));
		break;
	case SIOCGIFDSTADDR:
	case SIOCSIFDSTADDR:
		value_member(value, "ifr_dstaddr", decode_sockaddr_at(decode, union_addr, len));
		break;
	case SIOCGIFBRDADDR:
	case SIOCSIFBRDADDR:
		value_member(value, "ifr_broadaddr", decode_sockaddr_at(decode, union_addr, len));
		break;
	case SIOCGIFNETMASK:
	case SIOCSIFNETMASK:
		value_member(value, "ifr_netmask", decode_sockaddr_at(decode, union_addr, len));
		break;
	case SIOCADDMULTI:
	case SIOCDELMULTI:
	case SIOCSIFHWBROADCAST:
	case SIOCGIFHWADDR:
	case SIOCSIFHWADDR:
		value_member(value, "ifr_hwaddr",
			     hardware_address(decode, &request->ifr_ifru.ifru_hwaddr));
		break;
	case SIOCGIFMETRIC:
	case SIOCSIFMETRIC:
		value_member(value, "ifr_metric",
			     value_signed(&decode->region, request->ifr_metric));
		break;
	case SIOCGIFMTU:
	case SIOCSIFMTU:
		value_member(value, "ifr_mtu", value_signed(&decode->region, request->ifr_mtu));
		break;
	case SIOCGIFTXQLEN:
	case SIOCSIFTXQLEN:
		value_member(value, "ifr_qlen", value_signed(&decode->region, request->ifr_qlen));
		break;
	case SIOCGIFMAP:
	case SIOCSIFMAP:
		value_member(value, "ifr_map", interface_map(decode, &request->ifr_map));
		break;
	case SIOCSIFNAME:
		value_member(value, "ifr_newname",
			     decode_char_array(decode, request->ifr_newname,
					       sizeof(request->ifr_newname)));
		break;
	case SIOCGIFSLAVE:
	case SIOCSIFSLAVE:
		value_member(
			value, "ifr_slave",
			decode_char_array(decode, request->ifr_slave, sizeof(request->ifr_slave)));
		break;
	default:
		break;
	}
}

struct value *decode_ifreq(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	bool done = decode_succeeded(decode);
	struct ifreq request, after;
	struct value *value;

	if (!raw || !decode->verbose || !decode_copy(decode, raw, &request, sizeof(request)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	if (desc->dir == ARG_IN) {
		value_member(value, "ifr_name", interface_name(decode, &request));
		interface_member(decode, value, &request, raw);
		return value;
	}
	decode->side = DECODE_OUT;
	if (done)
		done = decode_copy(decode, raw, &after, sizeof(after));
	if ((uint32_t)decode_arg(decode, 1) == SIOCGIFNAME) {
		value_member(value, "ifr_ifindex",
			     value_signed(&decode->region, request.ifr_ifindex));
		if (done)
			value_member(value, "ifr_name", interface_name(decode, &after));
	} else {
		value_member(value, "ifr_name", interface_name(decode, &request));
		if (done)
			interface_member(decode, value, &after, raw);
	}
	value->flags |= VALUE_AT_EXIT | VALUE_LATE_COMMA;
	return value;
}

static struct value *conf_length(struct decode *decode, int len)
{
	struct value *value = value_signed(&decode->region, len);
	int size = (int)sizeof(struct ifreq);
	const char *text;

	if (len < size)
		return value;
	if (len % size == 0)
		text = region_printf(&decode->region, "%d * sizeof(struct ifreq)", len / size);
	else
		text = region_printf(&decode->region, "%d * sizeof(struct ifreq) + %d", len / size,
				     len % size);
	return value_comment(&decode->region, value, text);
}

static struct value *conf_element(struct decode *decode, const void *context, uint64_t addr)
{
	struct value *value = value_struct(&decode->region);
	struct ifreq request;

	(void)context;
	if (!decode_copy(decode, addr, &request, sizeof(request)))
		return NULL;
	value_member(value, "ifr_name", interface_name(decode, &request));
	value_member(value, "ifr_addr",
		     decode_sockaddr_at(decode, addr + offsetof(struct ifreq, ifr_ifru),
					sizeof(struct sockaddr)));
	return value;
}

struct value *decode_struct_ifconf(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct ifconf before, after;
	struct value *value, *length;
	uint64_t buffer;

	(void)desc;
	if (!raw || !decode->verbose || !decode_copy(decode, raw, &before, sizeof(before)))
		return decode_address(decode, raw);
	after = before;
	decode->side = DECODE_OUT;
	if (decode_succeeded(decode))
		decode_copy(decode, raw, &after, sizeof(after));
	buffer = (uint64_t)(uintptr_t)after.ifc_buf;
	value = value_struct(&decode->region);
	length = conf_length(decode, buffer ? before.ifc_len : after.ifc_len);
	if (buffer && after.ifc_len != before.ifc_len)
		length = value_change(&decode->region, length, conf_length(decode, after.ifc_len));
	value_member(value, "ifc_len", length);
	decode->written = decode_succeeded(decode);
	value_member(value, "ifc_buf",
		     decode_elements_at(
			     decode, buffer,
			     after.ifc_len > 0 ? (uint64_t)after.ifc_len / sizeof(struct ifreq) : 0,
			     sizeof(struct ifreq), conf_element, NULL));
	value->flags |= VALUE_AT_EXIT | VALUE_LATE_COMMA;
	return value;
}
