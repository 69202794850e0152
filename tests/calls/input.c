// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: input devices that are not there. What is asked of them, and what they would answer. */
#include "device.h"

#include <linux/input.h>

static void keys(void)
{
	unsigned key[] = { 30, KEY_A }, strange[] = { 4000000000, 0x11170 };
	struct input_keymap_entry entry = { 1, 4, 3, KEY_B, { 1, 2, 255 } };

	tell(EVIOCGKEYCODE, (long)P(key), "EVIOCGKEYCODE", "0x10000000", "[30, KEY_A]");
	tell(EVIOCSKEYCODE, (long)P(key), "EVIOCSKEYCODE", "[30, KEY_A]", "[30, KEY_A]");
	tell(EVIOCGKEYCODE, (long)P(strange), "EVIOCGKEYCODE", "0x10000000",
	     "[4000000000, 0x11170 /* KEY_??? */]");
	tell(EVIOCSKEYCODE, (long)P(strange), "EVIOCSKEYCODE",
	     "[4000000000, 0x11170 /* KEY_??? */]", "[4000000000, 0x11170 /* KEY_??? */]");
	tell(EVIOCGKEYCODE, (long)fault, "EVIOCGKEYCODE", text("%p", fault), text("%p", fault));
	tell(EVIOCSKEYCODE, (long)NULL, "EVIOCSKEYCODE", "NULL", "NULL");
	tell(EVIOCSKEYCODE, (long)at_end(key, sizeof(key) - 1), "EVIOCSKEYCODE",
	     text("%p", fault - 7), text("%p", fault - 7));
	tell(EVIOCGKEYCODE_V2, (long)P(entry), "EVIOCGKEYCODE_V2", "0x10000000",
	     V("{flags=1, len=4, index=3, keycode=KEY_B, scancode=[0x1, 0x2, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{flags=1, len=4, ...}"));
	tell(EVIOCSKEYCODE_V2, (long)P(entry), "EVIOCSKEYCODE_V2",
	     V("{flags=1, len=4, index=3, keycode=KEY_B, scancode=[0x1, 0x2, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{flags=1, len=4, ...}"),
	     V("{flags=1, len=4, index=3, keycode=KEY_B, scancode=[0x1, 0x2, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{flags=1, len=4, ...}"));
	entry.keycode = 0x11170;
	tell(EVIOCSKEYCODE_V2, (long)P(entry), "EVIOCSKEYCODE_V2",
	     V("{flags=1, len=4, index=3, keycode=0x11170 /* KEY_??? */, scancode=[0x1, 0x2, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{flags=1, len=4, ...}"),
	     V("{flags=1, len=4, index=3, keycode=0x11170 /* KEY_??? */, scancode=[0x1, 0x2, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{flags=1, len=4, ...}"));
	tell(EVIOCGKEYCODE_V2, (long)fault, "EVIOCGKEYCODE_V2", text("%p", fault),
	     text("%p", fault));
	tell(EVIOCSKEYCODE_V2, (long)at_end(&entry, sizeof(entry) - 1), "EVIOCSKEYCODE_V2",
	     text("%p", fault - 39), text("%p", fault - 39));
}

static void slots(void)
{
	int values[64] = { ABS_MT_POSITION_X, 1, -2, 3, 4 }, one[] = { 0xffff };

	tell(EVIOCGMTSLOTS(20), (long)P(values), "EVIOCGMTSLOTS(20)", "0x10000000",
	     "{code=ABS_MT_POSITION_X, values=[1, -2, 3, 4]}");
	tell(EVIOCGMTSLOTS(23), (long)P(values), "EVIOCGMTSLOTS(23)", "0x10000000",
	     "{code=ABS_MT_POSITION_X, values=[1, -2, 3, 4]}");
	tell(EVIOCGMTSLOTS(4), (long)P(values), "EVIOCGMTSLOTS(4)", "0x10000000",
	     "{code=ABS_MT_POSITION_X, values=[]}");
	tell(EVIOCGMTSLOTS(3), (long)P(values), "EVIOCGMTSLOTS(3)", "0x10000000", "0x10000000");
	tell(EVIOCGMTSLOTS(0), (long)P(values), "EVIOCGMTSLOTS(0)", "0x10000000", "0x10000000");
	tell(EVIOCGMTSLOTS(160), (long)P(values), "EVIOCGMTSLOTS(160)", "0x10000000",
	     V("{code=ABS_MT_POSITION_X, values=[1, -2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}",
	       "{code=ABS_MT_POSITION_X, values=[1, -2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...]}"));
	tell(EVIOCGMTSLOTS(4), (long)P(one), "EVIOCGMTSLOTS(4)", "0x10000000",
	     "{code=0xffff /* ABS_MT_??? */, values=[]}");
	tell(EVIOCGMTSLOTS(12), (long)at_end(values, 8), "EVIOCGMTSLOTS(12)", text("%p", fault - 8),
	     text("{code=ABS_MT_POSITION_X, values=[1, ... /* %p */]}", fault));
	tell(EVIOCGMTSLOTS(12), (long)at_end(values, 4), "EVIOCGMTSLOTS(12)", text("%p", fault - 4),
	     text("{code=ABS_MT_POSITION_X, values=%p}", fault));
	tell(EVIOCGMTSLOTS(12), (long)at_end(values, 10), "EVIOCGMTSLOTS(12)",
	     text("%p", fault - 10),
	     text("{code=ABS_MT_POSITION_X, values=[1, ... /* %p */]}", fault - 2));
	tell(EVIOCGMTSLOTS(12), (long)at_end(values, 3), "EVIOCGMTSLOTS(12)", text("%p", fault - 3),
	     text("%p", fault - 3));
	tell(EVIOCGMTSLOTS(12), (long)fault, "EVIOCGMTSLOTS(12)", text("%p", fault),
	     text("%p", fault));
	tell(EVIOCGMTSLOTS(12), (long)NULL, "EVIOCGMTSLOTS(12)", "NULL", "NULL");
}

static void effects(void)
{
	struct ff_effect effect = {
		FF_RUMBLE, -1, 0x4000, { 1, 2 }, { 3, 4 }, .u.rumble = { 5, 6 }
	};

	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_RUMBLE, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, rumble={strong_magnitude=5, weak_magnitude=6}}",
	       "{type=FF_RUMBLE, id=-1, direction=16384, ...}"),
	     V("{type=FF_RUMBLE, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, rumble={strong_magnitude=5, weak_magnitude=6}}",
	       "{type=FF_RUMBLE, id=-1, direction=16384, ...}"));
	effect.type = FF_CONSTANT;
	effect.u.constant = (struct ff_constant_effect){ -7, { 1, 2, 3, 4 } };
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_CONSTANT, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, constant={level=-7, envelope={attack_length=1, attack_level=2, fade_length=3, fade_level=0x4}}}",
	       "{type=FF_CONSTANT, id=-1, direction=16384, ...}"),
	     V("{type=FF_CONSTANT, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, constant={level=-7, envelope={attack_length=1, attack_level=2, fade_length=3, fade_level=0x4}}}",
	       "{type=FF_CONSTANT, id=-1, direction=16384, ...}"));
	effect.type = FF_RAMP;
	effect.u.ramp = (struct ff_ramp_effect){ -8, 9, { 1, 2, 3, 0 } };
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_RAMP, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, ramp={start_level=-8, end_level=9, envelope={attack_length=1, attack_level=2, fade_length=3, fade_level=0}}}",
	       "{type=FF_RAMP, id=-1, direction=16384, ...}"),
	     V("{type=FF_RAMP, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, ramp={start_level=-8, end_level=9, envelope={attack_length=1, attack_level=2, fade_length=3, fade_level=0}}}",
	       "{type=FF_RAMP, id=-1, direction=16384, ...}"));
	effect.type = FF_PERIODIC;
	effect.u.periodic = (struct ff_periodic_effect){ FF_SINE,	 1, -2,		  -3, 4,
							 { 5, 6, 7, 8 }, 9, (void *)PLACE };
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_PERIODIC, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, periodic={waveform=90, period=1, magnitude=-2, offset=-3, phase=4, envelope={attack_length=5, attack_level=6, fade_length=7, fade_level=0x8}, custom_len=9, custom_data=0x10000000}}",
	       "{type=FF_PERIODIC, id=-1, direction=16384, ...}"),
	     V("{type=FF_PERIODIC, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, periodic={waveform=90, period=1, magnitude=-2, offset=-3, phase=4, envelope={attack_length=5, attack_level=6, fade_length=7, fade_level=0x8}, custom_len=9, custom_data=0x10000000}}",
	       "{type=FF_PERIODIC, id=-1, direction=16384, ...}"));
	effect.u.periodic.custom_data = NULL;
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_PERIODIC, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, periodic={waveform=90, period=1, magnitude=-2, offset=-3, phase=4, envelope={attack_length=5, attack_level=6, fade_length=7, fade_level=0x8}, custom_len=9, custom_data=NULL}}",
	       "{type=FF_PERIODIC, id=-1, direction=16384, ...}"),
	     V("{type=FF_PERIODIC, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}, periodic={waveform=90, period=1, magnitude=-2, offset=-3, phase=4, envelope={attack_length=5, attack_level=6, fade_length=7, fade_level=0x8}, custom_len=9, custom_data=NULL}}",
	       "{type=FF_PERIODIC, id=-1, direction=16384, ...}"));
	effect.type = FF_SPRING;
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=FF_SPRING, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}}",
	       "{type=FF_SPRING, id=-1, direction=16384, ...}"),
	     V("{type=FF_SPRING, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}}",
	       "{type=FF_SPRING, id=-1, direction=16384, ...}"));
	effect.type = 0x99;
	tell(EVIOCSFF, (long)P(effect), "EVIOCSFF",
	     V("{type=0x99 /* FF_??? */, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}}",
	       "{type=0x99 /* FF_??? */, id=-1, direction=16384, ...}"),
	     V("{type=0x99 /* FF_??? */, id=-1, direction=16384, trigger={button=1, interval=2}, replay={length=3, delay=4}}",
	       "{type=0x99 /* FF_??? */, id=-1, direction=16384, ...}"));
	tell(EVIOCSFF, (long)fault, "EVIOCSFF", text("%p", fault), text("%p", fault));
	tell(EVIOCSFF, (long)NULL, "EVIOCSFF", "NULL", "NULL");
	tell(EVIOCSFF, (long)at_end(&effect, sizeof(effect) - 1), "EVIOCSFF",
	     text("%p", fault - 47), text("%p", fault - 47));
}

static void rest(void)
{
	int power = -5;
	struct input_absinfo position = { 1, -2, 3, 4, 5, 6 };
	unsigned char mask[4] = { 1 };
	struct input_mask masking = { EV_KEY, 4, (uintptr_t)mask };

	tell(EVIOCGBIT(EV_PWR, 4), (long)P(power), "EVIOCGBIT(EV_PWR, 4)", "0x10000000", "[-5]");
	tell(EVIOCGBIT(EV_PWR, 8), (long)P(power), "EVIOCGBIT(EV_PWR, 8)", "0x10000000", "[-5]");
	tell(EVIOCGBIT(EV_PWR, 4), (long)fault, "EVIOCGBIT(EV_PWR, 4)", text("%p", fault),
	     text("%p", fault));
	tell(EVIOCGBIT(0x1e, 4), (long)P(power), "EVIOCGBIT(0x1e /* EV_??? */, 4)", "0x10000000",
	     "0x10000000");
	tell(_IOC(_IOC_READ, 'E', 0x40 + ABS_X, 19), (long)P(position), "EVIOCGABS(ABS_X)",
	     "0x10000000", "0x10000000");
	tell(_IOC(_IOC_READ, 'E', 0x40 + ABS_X, 20), (long)P(position), "EVIOCGABS(ABS_X)",
	     "0x10000000",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_READ, 'E', 0x40 + ABS_X, 22), (long)P(position), "EVIOCGABS(ABS_X)",
	     "0x10000000",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, ...}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_READ, 'E', 0x40 + ABS_X, 24), (long)P(position), "EVIOCGABS(ABS_X)",
	     "0x10000000",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_READ, 'E', 0x40 + ABS_X, 28), (long)P(position), "EVIOCGABS(ABS_X)",
	     "0x10000000",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6, ...}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 19), (long)P(position), "EVIOCSABS(ABS_X)",
	     "0x10000000", "0x10000000");
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 20), (long)P(position), "EVIOCSABS(ABS_X)",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5}",
	       "{value=1, minimum=4294967294, ...}"),
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 22), (long)P(position), "EVIOCSABS(ABS_X)",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, ...}",
	       "{value=1, minimum=4294967294, ...}"),
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, ...}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 28), (long)P(position), "EVIOCSABS(ABS_X)",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6, ...}",
	       "{value=1, minimum=4294967294, ...}"),
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6, ...}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 28), (long)at_end(&position, 24),
	     "EVIOCSABS(ABS_X)",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6, ...}",
	       "{value=1, minimum=4294967294, ...}"),
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5, resolution=6, ...}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(_IOC(_IOC_WRITE, 'E', 0xc0 + ABS_X, 20), (long)at_end(&position, 20),
	     "EVIOCSABS(ABS_X)",
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5}",
	       "{value=1, minimum=4294967294, ...}"),
	     V("{value=1, minimum=4294967294, maximum=3, fuzz=4, flat=5}",
	       "{value=1, minimum=4294967294, ...}"));
	tell(EVIOCGMASK, (long)P(masking), "EVIOCGMASK", "0x10000000", "0x10000000");
	tell(EVIOCSMASK, (long)P(masking), "EVIOCSMASK", "0x10000000", "0x10000000");
	tell(_IO('E', 0x99), (long)P(masking), "_IOC(_IOC_NONE, 0x45, 0x99, 0)", "0x10000000",
	     "0x10000000");
	tell(_IOWR('E', 0x99, int), (long)P(masking), "_IOC(_IOC_READ|_IOC_WRITE, 0x45, 0x99, 0x4)",
	     "0x10000000", "0x10000000");
}

int main(int argc, char **argv)
{
	pid_t supervisor = device_begin(argc, argv);

	if (supervisor < 0)
		return 0;
	keys();
	slots();
	effects();
	rest();
	supervise_end(supervisor);
	return 0;
}
