// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: devices that are not there. What is asked of them, and what they would answer. */
#include "expect.h"
#include "supervise.h"

#include <linux/bsg.h>
#include <linux/gpio.h>
#include <linux/kd.h>
#include <linux/lirc.h>
#include <linux/ptp_clock.h>
#include <linux/rtc.h>
#include <mtd/mtd-abi.h>
#include <mtd/ubi-user.h>
#include <scsi/sg.h>

/* All is at one place, so that its address can be written down; W: words 1, 2, 3, ... */
#define PLACE ((char *)0x10000000)
#define PLACE_SIZE 0x4000
#define P(variable) memcpy(PLACE, &(variable), sizeof(variable))
#define W words()

static void *words(void)
{
	for (unsigned i = 0; i < 1024; i++)
		((unsigned *)PLACE)[i] = i + 1;
	return PLACE;
}

static const char *others; /* what strace 6.1 shows otherwise of the next request */

/* The request, refused and done; NULL: it has no argument. */
static void tell(unsigned long request, long arg, const char *name, const char *refused,
		 const char *done)
{
	CALL(ioctl, 99, request, arg);
	if (others)
		dprintf(STDOUT_FILENO, "%d !strace %s\n", current, others);
	EXPECT("ioctl(fd=99, request=%s%s%s)", name, refused ? ", arg=" : "",
	       refused ? refused : "");
	CALL(ioctl, 97, request, arg);
	if (others)
		dprintf(STDOUT_FILENO, "%d !strace %s\n", current, others);
	EXPECT("ioctl(fd=97, request=%s%s%s)", name, done ? ", arg=" : "", done ? done : "");
	others = NULL;
}

static void flash(void)
{
	struct ubi_mkvol_req volume = { 1, 2, 3, UBI_DYNAMIC_VOLUME, 1, 4, { 0 }, { "name" } };

	tell(MEMERASE, (long)W, "MIXER_WRITE(2) or MEMERASE", "{start=0x1, length=0x2}",
	     "{start=0x1, length=0x2}");
	tell(MEMLOCK, (long)W, "MIXER_WRITE(5) or MEMLOCK", "{start=0x1, length=0x2}",
	     "{start=0x1, length=0x2}");
	tell(MEMERASE64, (long)W, "MIXER_WRITE(20) or MEMERASE64",
	     "{start=0x200000001, length=0x400000003}", "{start=0x200000001, length=0x400000003}");
	tell(MEMWRITEOOB, (long)W, "MEMWRITEOOB", "{start=0x1, length=0x2, ptr=0x400000003}",
	     "{start=0x1, length=0x2, ptr=0x400000003}");
	tell(MEMREADOOB64, (long)W, "MEMREADOOB64",
	     "{start=0x200000001, length=0x4, usr_ptr=0x600000005}",
	     "{start=0x200000001, length=0x4, usr_ptr=0x600000005}");
	tell(MEMWRITE, (long)W, "MEMWRITE",
	     "{start=0x200000001, len=0x400000003, ooblen=0x600000005, usr_data=0x800000007, usr_oob=0xa00000009, mode=0xb /* MTD_OPS_??? */}",
	     "{start=0x200000001, len=0x400000003, ooblen=0x600000005, usr_data=0x800000007, usr_oob=0xa00000009, mode=0xb /* MTD_OPS_??? */}");
	tell(OTPGETREGIONINFO, (long)W, "MIXER_WRITE(15) or OTPGETREGIONINFO", "0x10000000",
	     "{start=0x1, length=0x2, locked=3}");
	tell(OTPLOCK, (long)W, "MIXER_READ(16) or OTPLOCK", "{start=0x1, length=0x2, locked=3}",
	     "{start=0x1, length=0x2, locked=3}");
	tell(OTPSELECT, (long)W, "MIXER_READ(13) or OTPSELECT", "[MTD_OTP_FACTORY]",
	     "[MTD_OTP_FACTORY]");
	tell(MTDFILEMODE, 2, "MTDFILEMODE", "MTD_FILE_MODE_OTP_USER", "MTD_FILE_MODE_OTP_USER");
	tell(MTDFILEMODE, 77, "MTDFILEMODE", "0x4d /* MTD_FILE_MODE_??? */",
	     "0x4d /* MTD_FILE_MODE_??? */");
	tell(MEMGETBADBLOCK, (long)W, "MIXER_WRITE(11) or MEMGETBADBLOCK", "[8589934593]",
	     "[8589934593]");
	tell(MEMGETINFO, (long)W, "MIXER_READ(1) or MEMGETINFO", "0x10000000",
	     "{type=MTD_RAM, flags=0x2 /* MTD_??? */, size=0x3, erasesize=0x4, writesize=0x5, oobsize=0x6, padding=0x800000007}");
	tell(MEMGETOOBSEL, (long)W, "MIXER_READ(10) or MEMGETOOBSEL", "0x10000000",
	     "{useecc=MTD_NANDECC_PLACE, eccbytes=0x2, oobfree=[[0x3, 0x4], [0x5, 0x6], [0x7, 0x8], [0x9, 0xa], [0xb, 0xc], [0xd, 0xe], [0xf, 0x10], [0x11, 0x12]], eccpos=[0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x31, 0x32]}");
	tell(ECCGETLAYOUT, (long)W, "MIXER_READ(17) or ECCGETLAYOUT", "0x10000000",
	     V("{eccbytes=0x1, eccpos=[0x2, 0x3, 0x4, 0x5, 0x6, 0x7, 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x3b, 0x3c, 0x3d, 0x3e, 0x3f, 0x40, 0x41], oobavail=0x42, oobfree=[{offset=0x43, length=0x44}, {offset=0x45, length=0x46}, {offset=0x47, length=0x48}, {offset=0x49, length=0x4a}, {offset=0x4b, length=0x4c}, {offset=0x4d, length=0x4e}, {offset=0x4f, length=0x50}, {offset=0x51, length=0x52}]}",
	       "{eccbytes=0x1, eccpos=[0x2, 0x3, 0x4, 0x5, 0x6, 0x7, 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, ...], oobavail=0x42, oobfree=[{offset=0x43, length=0x44}, {offset=0x45, length=0x46}, {offset=0x47, length=0x48}, {offset=0x49, length=0x4a}, {offset=0x4b, length=0x4c}, {offset=0x4d, length=0x4e}, {offset=0x4f, length=0x50}, {offset=0x51, length=0x52}]}"));
	tell(ECCGETSTATS, (long)W, "MIXER_READ(18) or ECCGETSTATS", "0x10000000",
	     "{corrected=0x1, failed=0x2, badblocks=0x3, bbtblocks=0x4}");
	tell(OTPGETREGIONCOUNT, (long)W, "MIXER_WRITE(14) or OTPGETREGIONCOUNT", "0x10000000",
	     "[1]");
	tell(MEMGETREGIONCOUNT, (long)W, "MIXER_READ(7) or MEMGETREGIONCOUNT", "0x10000000", "[1]");
	tell(MEMGETREGIONINFO, (long)W, "MEMGETREGIONINFO", "{regionindex=0x4}",
	     "{regionindex=0x4, offset=0x1, erasesize=0x2, numblocks=0x3}");
	tell(UBI_IOCMKVOL, (long)P(volume), "UBI_IOCMKVOL",
	     "{vol_id=1, alignment=2, bytes=3, vol_type=UBI_DYNAMIC_VOLUME, flags=UBI_VOL_SKIP_CRC_CHECK_FLG, name_len=4, name=\"name\"}",
	     "{vol_id=1, alignment=2, bytes=3, vol_type=UBI_DYNAMIC_VOLUME, flags=UBI_VOL_SKIP_CRC_CHECK_FLG, name_len=4, name=\"name\"} => [1]");
	tell(UBI_IOCRSVOL, (long)W, "UBI_IOCRSVOL", "{bytes=8589934593, vol_id=3}",
	     "{bytes=8589934593, vol_id=3}");
	tell(UBI_IOCEBCH, (long)W, "UBI_IOCEBCH", "{lnum=1, bytes=2, dtype=UBI_UNKNOWN}",
	     "{lnum=1, bytes=2, dtype=UBI_UNKNOWN}");
	tell(UBI_IOCATT, (long)W, "UBI_IOCATT",
	     "{ubi_num=1, mtd_num=2, vid_hdr_offset=3, max_beb_per1024=4}",
	     "{ubi_num=1, mtd_num=2, vid_hdr_offset=3, max_beb_per1024=4} => [1]");
	tell(UBI_IOCEBMAP, (long)W, "UBI_IOCEBMAP", "{lnum=1, dtype=UBI_SHORTTERM}",
	     "{lnum=1, dtype=UBI_SHORTTERM}");
	tell(UBI_IOCSETVOLPROP, (long)W, "UBI_IOCSETVOLPROP",
	     "{property=UBI_VOL_PROP_DIRECT_WRITE, value=0x400000003}",
	     "{property=UBI_VOL_PROP_DIRECT_WRITE, value=0x400000003}");
	tell(UBI_IOCVOLUP, (long)W, "UBI_IOCVOLUP", "[8589934593]", "[8589934593]");
	tell(UBI_IOCDET, (long)W, "UBI_IOCDET", "[1]", "[1]");
	tell(UBI_IOCEBER, (long)W, "UBI_IOCEBER", "[1]", "[1]");
	tell(UBI_IOCVOLCRBLK, 0, "UBI_IOCVOLCRBLK", NULL, NULL);
}

static void clocks(void)
{
	struct ptp_clock_caps caps = { 1, 2 };
	struct ptp_perout_request wave = {
		.start = { 1, 2, 0 }, .period = { 3, 4, 5 }, .index = 6, .rsv = { 7 }
	};
	struct ptp_sys_offset offsets = { 2,
					  { 0 },
					  { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 }, { 9, 10 } } };
	struct ptp_sys_offset_extended extended = {
		2, { 0 }, { { { 1, 2 }, { 3, 4 }, { 5, 6 } }, { { 7, 8 }, { 9, 10 } } }
	};
	struct ptp_pin_desc pin = { "name", 1, 2, 3, { 0 } };
	struct rtc_param param = { .uvalue = 1, .index = 9 };

	others = "newer";
	tell(PTP_CLOCK_GETCAPS, (long)W, "PTP_CLOCK_GETCAPS", "0x10000000",
	     "{max_adj=1, n_alarm=2, n_ext_ts=3, n_per_out=4, pps=5, n_pins=6, cross_timestamping=7, adjust_phase=8, max_phase_adj=9, rsv=[0xa, 0xb, 0xc, 0xd, 0xe, 0xf, 0x10, 0x11, 0x12, 0x13, 0x14]}");
	tell(PTP_CLOCK_GETCAPS2, (long)P(caps), "PTP_CLOCK_GETCAPS2", "0x10000000",
	     "{max_adj=1, n_alarm=2, n_ext_ts=0, n_per_out=0, pps=0, n_pins=0, cross_timestamping=0, adjust_phase=0}");
	tell(PTP_EXTTS_REQUEST, (long)W, "PTP_EXTTS_REQUEST", "{index=1, flags=PTP_RISING_EDGE}",
	     "{index=1, flags=PTP_RISING_EDGE}");
	tell(PTP_EXTTS_REQUEST2, (long)W, "PTP_EXTTS_REQUEST2",
	     "{index=1, flags=PTP_RISING_EDGE, rsv=[0x3, 0x4]}",
	     "{index=1, flags=PTP_RISING_EDGE, rsv=[0x3, 0x4]}");
	tell(PTP_PEROUT_REQUEST, (long)P(wave), "PTP_PEROUT_REQUEST",
	     "{start={sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=0}",
	     "{start={sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=0}");
	tell(PTP_PEROUT_REQUEST2, (long)P(wave), "PTP_PEROUT_REQUEST2",
	     "{start={sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=0, rsv=[0x7, 0, 0, 0]}",
	     "{start={sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=0, rsv=[0x7, 0, 0, 0]}");
	wave.flags = PTP_PEROUT_DUTY_CYCLE | PTP_PEROUT_PHASE;
	tell(PTP_PEROUT_REQUEST, (long)P(wave), "PTP_PEROUT_REQUEST",
	     "{phase={sec=1, nsec=2}, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=PTP_PEROUT_DUTY_CYCLE|PTP_PEROUT_PHASE, on={sec=7, nsec=0}}",
	     "{phase={sec=1, nsec=2}, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=PTP_PEROUT_DUTY_CYCLE|PTP_PEROUT_PHASE, on={sec=7, nsec=0}}");
	tell(PTP_PEROUT_REQUEST2, (long)P(wave), "PTP_PEROUT_REQUEST2",
	     "{phase={sec=1, nsec=2}, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=PTP_PEROUT_DUTY_CYCLE|PTP_PEROUT_PHASE, on={sec=7, nsec=0}}",
	     "{phase={sec=1, nsec=2}, period={sec=3, nsec=4, reserved=0x5}, index=6, flags=PTP_PEROUT_DUTY_CYCLE|PTP_PEROUT_PHASE, on={sec=7, nsec=0}}");
	tell(PTP_ENABLE_PPS, 1, "PTP_ENABLE_PPS", "0x1", "0x1");
	tell(PTP_SYS_OFFSET, (long)P(offsets), "PTP_SYS_OFFSET", "{n_samples=2}",
	     "{n_samples=2, ts=[{sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, {sec=3, nsec=4} /* 1970-01-01T00:00:03.000000004+0000 */, {sec=5, nsec=6} /* 1970-01-01T00:00:05.000000006+0000 */, {sec=7, nsec=8} /* 1970-01-01T00:00:07.000000008+0000 */, {sec=9, nsec=10} /* 1970-01-01T00:00:09.000000010+0000 */]}");
	offsets.n_samples = 99;
	tell(PTP_SYS_OFFSET2, (long)P(offsets), "PTP_SYS_OFFSET2", "{n_samples=99}",
	     V("{n_samples=99, ts=[{sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, {sec=3, nsec=4} /* 1970-01-01T00:00:03.000000004+0000 */, {sec=5, nsec=6} /* 1970-01-01T00:00:05.000000006+0000 */, {sec=7, nsec=8} /* 1970-01-01T00:00:07.000000008+0000 */, {sec=9, nsec=10} /* 1970-01-01T00:00:09.000000010+0000 */, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}]}", "{n_samples=99, ts=[{sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, {sec=3, nsec=4} /* 1970-01-01T00:00:03.000000004+0000 */, {sec=5, nsec=6} /* 1970-01-01T00:00:05.000000006+0000 */, {sec=7, nsec=8} /* 1970-01-01T00:00:07.000000008+0000 */, {sec=9, nsec=10} /* 1970-01-01T00:00:09.000000010+0000 */, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, {sec=0, nsec=0}, ...]}"));
	tell(PTP_SYS_OFFSET_EXTENDED, (long)P(extended), "PTP_SYS_OFFSET_EXTENDED", "{n_samples=2}",
	     "{n_samples=2, ts=[[{sec=1, nsec=2} /* 1970-01-01T00:00:01.000000002+0000 */, {sec=3, nsec=4} /* 1970-01-01T00:00:03.000000004+0000 */, {sec=5, nsec=6} /* 1970-01-01T00:00:05.000000006+0000 */], [{sec=7, nsec=8} /* 1970-01-01T00:00:07.000000008+0000 */, {sec=9, nsec=10} /* 1970-01-01T00:00:09.000000010+0000 */, {sec=0, nsec=0}]]}");
	others = "newer";
	tell(PTP_SYS_OFFSET_EXTENDED2, (long)W, "PTP_SYS_OFFSET_EXTENDED2",
	     "{n_samples=1, clockid=CLOCK_PROCESS_CPUTIME_ID, rsv=[0x3, 0x4]}",
	     "{n_samples=1, clockid=CLOCK_PROCESS_CPUTIME_ID, rsv=[0x3, 0x4], ts=[[{sec=25769803781, nsec=7, reserved=0x8} /* 2786-08-12T14:49:41.000000007+0000 */, {sec=42949672969, nsec=11, reserved=0xc} /* 3331-01-08T16:42:49.000000011+0000 */, {sec=60129542157, nsec=15, reserved=0x10} /* 3875-06-06T18:35:57.000000015+0000 */]]}");
	tell(PTP_SYS_OFFSET_PRECISE, (long)W, "PTP_SYS_OFFSET_PRECISE", "0x10000000",
	     "{device={sec=8589934593, nsec=3, reserved=0x4} /* 2242-03-16T12:56:33.000000003+0000 */, sys_realtime={sec=25769803781, nsec=7, reserved=0x8} /* 2786-08-12T14:49:41.000000007+0000 */, sys_monoraw={sec=42949672969, nsec=11, reserved=0xc}, rsv=[0xd, 0xe, 0xf, 0x10]}");
	tell(PTP_PIN_GETFUNC, (long)P(pin), "PTP_PIN_GETFUNC", "{index=1}",
	     "{index=1, name=\"name\", func=PTP_PF_PEROUT, chan=3}");
	tell(PTP_PIN_SETFUNC, (long)P(pin), "PTP_PIN_SETFUNC",
	     "{index=1, func=PTP_PF_PEROUT, chan=3}", "{index=1, func=PTP_PF_PEROUT, chan=3}");
	pin.rsv[1] = 5;
	tell(PTP_PIN_GETFUNC2, (long)P(pin), "PTP_PIN_GETFUNC2", "{index=1, rsv=[0, 0x5, 0, 0, 0]}",
	     "{index=1, rsv=[0, 0x5, 0, 0, 0], name=\"name\", func=PTP_PF_PEROUT, chan=3}");
	tell(PTP_PIN_SETFUNC2, (long)P(pin), "PTP_PIN_SETFUNC2",
	     "{index=1, func=PTP_PF_PEROUT, chan=3, rsv=[0, 0x5, 0, 0, 0]}",
	     "{index=1, func=PTP_PF_PEROUT, chan=3, rsv=[0, 0x5, 0, 0, 0]}");
	param.param = 0;
	others = "the address is told where it fails";
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET", "{param=RTC_PARAM_FEATURES, index=9}",
	     "{param=RTC_PARAM_FEATURES, index=9} => {uvalue=1<<RTC_FEATURE_ALARM}");
	param.param = 1;
	others = "the address is told where it fails";
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_CORRECTION, index=9}",
	     "{param=RTC_PARAM_CORRECTION, index=9} => {svalue=1}");
	param.param = 2;
	others = "the address is told where it fails";
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_BACKUP_SWITCH_MODE, index=9}",
	     "{param=RTC_PARAM_BACKUP_SWITCH_MODE, index=9} => {uvalue=RTC_BSM_DIRECT}");
	param.param = 3;
	others = "the address is told where it fails";
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=0x3 /* RTC_PARAM_??? */, index=9}",
	     "{param=0x3 /* RTC_PARAM_??? */, index=9} => {uvalue=0x1}");
	param.param = 4;
	others = "the address is told where it fails";
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=0x4 /* RTC_PARAM_??? */, index=9}",
	     "{param=0x4 /* RTC_PARAM_??? */, index=9} => {uvalue=0x1}");
}

static void infrared(void)
{
	tell(LIRC_GET_FEATURES, (long)W, "LIRC_GET_FEATURES", "0x10000000",
	     "[0x1 /* LIRC_CAN_??? */]");
	tell(LIRC_GET_SEND_MODE, (long)W, "LIRC_GET_SEND_MODE", "0x10000000", "[LIRC_MODE_RAW]");
	tell(LIRC_SET_REC_MODE, (long)W, "LIRC_SET_REC_MODE", "[LIRC_MODE_RAW]", "[LIRC_MODE_RAW]");
	tell(LIRC_GET_LENGTH, (long)W, "LIRC_GET_LENGTH", "0x10000000", "[1]");
	tell(LIRC_SET_TRANSMITTER_MASK, (long)W, "LIRC_SET_TRANSMITTER_MASK", "[0x1]", "[0x1]");
	tell(LIRC_SET_REC_CARRIER, (long)W, "LIRC_SET_REC_CARRIER", "[1]", "[1]");
	tell(LIRC_GET_REC_TIMEOUT, (long)W, "LIRC_GET_REC_TIMEOUT", "0x10000000", "[1]");
}

static void lines(void)
{
	struct gpiochip_info chip = { "chip", "label", 3 };
	struct gpioline_info line = { 1, 3, "name", "consumer" };
	struct gpiohandle_request handle = {
		.lineoffsets = { 1, 2 },
		.flags = 3,
		.default_values = { 4, 5 },
		.consumer_label = "label",
		.lines = 2,
		.fd = 1,
	};
	struct gpioevent_request event = { 1, 1, 3, "label", 1 };
	struct gpio_v2_line_info info = {
		"name", "consumer", 1,
		3,	0x1d,	    { { 1, 0, { 5 } }, { 2, 0, { 5 } }, { 3, 0, { 5 } } }
	};
	struct gpio_v2_line_request request = {
		.offsets = { 1, 2 },
		.consumer = "consumer",
		.config = { 5,
			    4,
			    { 0 },
			    { { { 1, 0, { 5 } }, 1 },
			      { { 2, 0, { 5 } }, 2 },
			      { { 3, 1, { 5 } }, 3 },
			      { { 9, 0, { 5 } }, 4 } } },
		.num_lines = 2,
		.fd = 1,
	};

	tell(GPIO_GET_CHIPINFO_IOCTL, (long)P(chip), "GPIO_GET_CHIPINFO_IOCTL", "0x10000000",
	     "{name=\"chip\", label=\"label\", lines=3}");
	tell(GPIO_GET_LINEINFO_IOCTL, (long)P(line), "GPIO_GET_LINEINFO_IOCTL", "{line_offset=1}",
	     "{line_offset=1} => {flags=GPIOLINE_FLAG_KERNEL|GPIOLINE_FLAG_IS_OUT, name=\"name\", consumer=\"consumer\"}");
	tell(GPIO_GET_LINEINFO_UNWATCH_IOCTL, (long)W, "GPIO_GET_LINEINFO_UNWATCH_IOCTL",
	     "{offset=1}", "{offset=1}");
	tell(GPIO_GET_LINEHANDLE_IOCTL, (long)P(handle), "GPIO_GET_LINEHANDLE_IOCTL",
	     "{lines=2, lineoffsets=[1, 2], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5], consumer_label=\"label\"}",
	     "{lines=2, lineoffsets=[1, 2], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5], consumer_label=\"label\"} => {fd=1}");
	handle.lines = 1000;
	tell(GPIO_GET_LINEHANDLE_IOCTL, (long)P(handle), "GPIO_GET_LINEHANDLE_IOCTL",
	     V("{lines=1000, lineoffsets=[1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], consumer_label=\"label\"}",
	       "{lines=1000, lineoffsets=[1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...], consumer_label=\"label\"}"),
	     V("{lines=1000, lineoffsets=[1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], consumer_label=\"label\"} => {fd=1}",
	       "{lines=1000, lineoffsets=[1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...], flags=GPIOHANDLE_REQUEST_INPUT|GPIOHANDLE_REQUEST_OUTPUT, default_values=[4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...], consumer_label=\"label\"} => {fd=1}"));
	tell(GPIO_GET_LINEEVENT_IOCTL, (long)P(event), "GPIO_GET_LINEEVENT_IOCTL",
	     "{lineoffset=1, handleflags=GPIOHANDLE_REQUEST_INPUT, eventflags=GPIOEVENT_REQUEST_BOTH_EDGES, consumer_label=\"label\"}",
	     "{lineoffset=1, handleflags=GPIOHANDLE_REQUEST_INPUT, eventflags=GPIOEVENT_REQUEST_BOTH_EDGES, consumer_label=\"label\"} => {fd=1}");
	tell(GPIOHANDLE_GET_LINE_VALUES_IOCTL, (long)W, "GPIOHANDLE_GET_LINE_VALUES_IOCTL",
	     "0x10000000",
	     V("{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0, 13, 0, 0, 0, 14, 0, 0, 0, 15, 0, 0, 0, 16, 0, 0, 0]}",
	       "{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, ...]}"));
	tell(GPIOHANDLE_SET_LINE_VALUES_IOCTL, (long)W, "GPIOHANDLE_SET_LINE_VALUES_IOCTL",
	     V("{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0, 13, 0, 0, 0, 14, 0, 0, 0, 15, 0, 0, 0, 16, 0, 0, 0]}",
	       "{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, ...]}"),
	     V("{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0, 13, 0, 0, 0, 14, 0, 0, 0, 15, 0, 0, 0, 16, 0, 0, 0]}",
	       "{values=[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, ...]}"));
	tell(GPIOHANDLE_SET_CONFIG_IOCTL, (long)W, "GPIOHANDLE_SET_CONFIG_IOCTL",
	     V("{flags=GPIOHANDLE_REQUEST_INPUT, default_values=[2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0, 13, 0, 0, 0, 14, 0, 0, 0, 15, 0, 0, 0, 16, 0, 0, 0, 17, 0, 0, 0]}",
	       "{flags=GPIOHANDLE_REQUEST_INPUT, default_values=[2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, ...]}"),
	     V("{flags=GPIOHANDLE_REQUEST_INPUT, default_values=[2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, 10, 0, 0, 0, 11, 0, 0, 0, 12, 0, 0, 0, 13, 0, 0, 0, 14, 0, 0, 0, 15, 0, 0, 0, 16, 0, 0, 0, 17, 0, 0, 0]}",
	       "{flags=GPIOHANDLE_REQUEST_INPUT, default_values=[2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 8, 0, 0, 0, 9, 0, 0, 0, ...]}"));
	tell(GPIO_V2_GET_LINEINFO_IOCTL, (long)P(info), "GPIO_V2_GET_LINEINFO_IOCTL", "{offset=1}",
	     "{offset=1} => {name=\"name\", consumer=\"consumer\", flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT|GPIO_V2_LINE_FLAG_OUTPUT|GPIO_V2_LINE_FLAG_EDGE_RISING, num_attrs=3, attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT}, {values=0x5}, {debounce_period_us=5}]}");
	tell(GPIO_V2_GET_LINE_IOCTL, (long)P(request), "GPIO_V2_GET_LINE_IOCTL",
	     "{num_lines=2, offsets=[1, 2], consumer=\"consumer\", config={flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}}",
	     "{num_lines=2, offsets=[1, 2], consumer=\"consumer\", config={flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}} => {fd=1}");
	request.event_buffer_size = 5;
	request.padding[1] = 3;
	request.config.padding[2] = 1;
	tell(GPIO_V2_GET_LINE_IOCTL, (long)P(request), "GPIO_V2_GET_LINE_IOCTL",
	     "{num_lines=2, offsets=[1, 2], consumer=\"consumer\", config={flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, padding=[0, 0, 0x1, 0, 0], attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}, event_buffer_size=5, padding=[0, 0x3, 0, 0, 0]}",
	     "{num_lines=2, offsets=[1, 2], consumer=\"consumer\", config={flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, padding=[0, 0, 0x1, 0, 0], attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}, event_buffer_size=5, padding=[0, 0x3, 0, 0, 0]} => {fd=1}");
	tell(GPIO_V2_LINE_SET_CONFIG_IOCTL, (long)P(request.config),
	     "GPIO_V2_LINE_SET_CONFIG_IOCTL",
	     "{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, padding=[0, 0, 0x1, 0, 0], attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}",
	     "{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, num_attrs=4, padding=[0, 0, 0x1, 0, 0], attrs=[{flags=GPIO_V2_LINE_FLAG_USED|GPIO_V2_LINE_FLAG_INPUT, mask=0x1}, {values=0x5, mask=0x2}, {attr={id=3, padding=0x1, data=0x5}, mask=0x3}, {attr={id=9, data=0x5}, mask=0x4}]}");
	tell(GPIO_V2_LINE_GET_VALUES_IOCTL, (long)W, "GPIO_V2_LINE_GET_VALUES_IOCTL",
	     "{mask=0x400000003}", "{mask=0x400000003} => {bits=0x200000001}");
	tell(GPIO_V2_LINE_SET_VALUES_IOCTL, (long)W, "GPIO_V2_LINE_SET_VALUES_IOCTL",
	     "{bits=0x200000001, mask=0x400000003}", "{bits=0x200000001, mask=0x400000003}");
}

static void scsi(void)
{
	char *command = memcpy(PLACE + 0x1000, "\1\2\3\4", 5);
	char *data = memcpy(PLACE + 0x1100, "data", 5), *sense = memcpy(PLACE + 0x1200, "sense", 6);
	unsigned numbers[] = { 0x101, 77, 2 };
	struct sg_io_hdr io = {
		.interface_id = 'S',
		.dxfer_direction = SG_DXFER_TO_DEV,
		.cmd_len = 4,
		.mx_sb_len = 5,
		.dxfer_len = 40,
		.dxferp = data,
		.cmdp = (void *)command,
		.sbp = (void *)sense,
		.timeout = 7,
		.flags = SG_FLAG_DIRECT_IO,
		.status = 2,
		.sb_len_wr = 3,
		.resid = 4,
		.duration = 8,
		.info = SG_INFO_CHECK,
	};
	struct sg_io_v4 io4 = {
		.guard = 'Q',
		.request_len = 4,
		.request = (uintptr_t)command,
		.dout_xfer_len = 4,
		.dout_xferp = (uintptr_t)data,
		.din_xfer_len = 6,
		.din_xferp = (uintptr_t)data,
		.max_response_len = 5,
		.response = (uintptr_t)sense,
		.response_len = 5,
		.din_resid = 2,
		.usr_ptr = 9,
		.flags = BSG_FLAG_Q_AT_TAIL,
	};

	tell(SG_GET_SCSI_ID, (long)W, "SG_GET_SCSI_ID", "0x10000000",
	     "{host_no=1, channel=2, scsi_id=0x3, lun=4, scsi_type=0x5, h_cmd_per_lun=6, d_queue_depth=0}");
	tell(SG_SCSI_RESET, (long)P(numbers[0]), "SG_SCSI_RESET",
	     "[SG_SCSI_RESET_NO_ESCALATE|SG_SCSI_RESET_DEVICE]",
	     "[SG_SCSI_RESET_NO_ESCALATE|SG_SCSI_RESET_DEVICE]");
	tell(SG_SCSI_RESET, (long)P(numbers[1]), "SG_SCSI_RESET", "[0x4d /* SG_SCSI_RESET_??? */]",
	     "[0x4d /* SG_SCSI_RESET_??? */]");
	tell(SG_SCSI_RESET, (long)P(numbers[2]), "SG_SCSI_RESET", "[SG_SCSI_RESET_BUS]",
	     "[SG_SCSI_RESET_BUS]");
	tell(SG_SET_TIMEOUT, (long)W, "SG_SET_TIMEOUT", "[1]", "[1]");
	tell(SG_GET_VERSION_NUM, (long)W, "SG_GET_VERSION_NUM", "0x10000000", "[1]");
	tell(SG_SET_TRANSFORM, 5, "SG_SET_TRANSFORM", "0x5", "0x5");
	tell(SG_GET_TIMEOUT, 0, "SG_GET_TIMEOUT", NULL, NULL);
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}");
	io.dxfer_direction = SG_DXFER_FROM_DEV;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}");
	io.dxfer_direction = SG_DXFER_TO_FROM_DEV;
	others = "another form of a change";
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"... => \"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"... => \"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}");
	io.dxfer_direction = -9;
	io.sb_len_wr = 0;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=0xfffffff7 /* SG_DXFER_??? */, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, status=0x2, masked_status=0, msg_status=0, sb_len_wr=0, sbp=\"\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}",
	     "{interface_id='S', dxfer_direction=0xfffffff7 /* SG_DXFER_??? */, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, status=0x2, masked_status=0, msg_status=0, sb_len_wr=0, sbp=\"\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}");
	others = "response_len is told twice";
	tell(SG_IO, (long)P(io4), "SG_IO",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=4, request=\"\\x01\\x02\\x03\\x04\", request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=5, dout_iovec_count=0, dout_xfer_len=4, din_iovec_count=0, din_xfer_len=6, dout_xferp=\"\\x64\\x61\\x74\\x61\", timeout=0, flags=BSG_FLAG_Q_AT_TAIL, usr_ptr=0x9, response_len=5, response=\"\\x73\\x65\\x6e\\x73\\x65\", din_xferp=\"\\x64\\x61\\x74\\x61\", driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=4, request=\"\\x01\\x02\\x03\\x04\", request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=5, dout_iovec_count=0, dout_xfer_len=4, din_iovec_count=0, din_xfer_len=6, dout_xferp=\"\\x64\\x61\\x74\\x61\", timeout=0, flags=BSG_FLAG_Q_AT_TAIL, usr_ptr=0x9, response_len=5, response=\"\\x73\\x65\\x6e\\x73\\x65\", din_xferp=\"\\x64\\x61\\x74\\x61\", driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}");
	tell(SG_IO, (long)W, "SG_IO", "[1]", "[1]");
}

static void console(void)
{
	struct kbdiacrs accents = { 3, { { 'a', '\'', '\\' }, { '\n', 0, 200 }, { 1, 127, '"' } } };
	struct kbdiacrsuc wide = { 2, { { 1, 2, 3 }, { 4, 5, 6 } } };
	unsigned mode = 77, keys[] = { 3, 4 };
	static char bytes[8192];

	for (int i = 0; i < 8192; i++)
		bytes[i] = (char)i;

	tell(KIOCSOUND, 0, "KIOCSOUND", "0 /* off */", "0 /* off */");
	tell(KIOCSOUND, 1000, "KIOCSOUND", "1000 /* 1193 Hz */", "1000 /* 1193 Hz */");
	tell(KDMKTONE, 0x12345678, "KDMKTONE", "4660<<16|22136 /* 53 Hz, 4660 ms */",
	     "4660<<16|22136 /* 53 Hz, 4660 ms */");
	tell(KDMKTONE, 0x78, "KDMKTONE", "120 /* off */", "120 /* off */");
	tell(KDMKTONE, 0x780000, "KDMKTONE", "120<<16|0 /* off */", "120<<16|0 /* off */");
	tell(KDADDIO, 0x3b5, "KDADDIO", "0x3b5 /* GPFIRST + 1 */", "0x3b5 /* GPFIRST + 1 */");
	tell(KDDELIO, 1, "KDDELIO", "0x1", "0x1");
	tell(KDSKBLED, 0x77, "KDSKBLED", "LED_SCR|LED_NUM|LED_CAP|LED_SCR<<4|LED_NUM<<4|LED_CAP<<4",
	     "LED_SCR|LED_NUM|LED_CAP|LED_SCR<<4|LED_NUM<<4|LED_CAP<<4");
	tell(KDSETLED, 0x107, "KDSETLED", "LED_SCR|LED_NUM|LED_CAP", "LED_SCR|LED_NUM|LED_CAP");
	tell(KDGKBLED, (long)W, "KDGKBLED", "0x10000000", "[LED_SCR]");
	tell(KDSKBMETA, 3, "KDSKBMETA", "K_METABIT", "K_METABIT");
	tell(KDSKBMETA, 5, "KDSKBMETA", "0x5 /* K_??? */", "0x5 /* K_??? */");
	tell(KDGKBMETA, (long)W, "KDGKBMETA", "0x10000000", "[0x1 /* K_??? */]");
	tell(PIO_SCRNMAP, (long)P(bytes), "PIO_SCRNMAP",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(GIO_SCRNMAP, (long)P(bytes), "GIO_SCRNMAP", "0x10000000",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(PIO_UNISCRNMAP, (long)P(bytes), "PIO_UNISCRNMAP", V("[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe, 0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe]", "[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, ...]"),
	     V("[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe, 0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe]",
	       "[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, ...]"));
	tell(GIO_UNISCRNMAP,
	     (long)P(bytes), "GIO_UNISCRNMAP", "0x10000000", V("[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe, 0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, 0x4140, 0x4342, 0x4544, 0x4746, 0x4948, 0x4b4a, 0x4d4c, 0x4f4e, 0x5150, 0x5352, 0x5554, 0x5756, 0x5958, 0x5b5a, 0x5d5c, 0x5f5e, 0x6160, 0x6362, 0x6564, 0x6766, 0x6968, 0x6b6a, 0x6d6c, 0x6f6e, 0x7170, 0x7372, 0x7574, 0x7776, 0x7978, 0x7b7a, 0x7d7c, 0x7f7e, 0x8180, 0x8382, 0x8584, 0x8786, 0x8988, 0x8b8a, 0x8d8c, 0x8f8e, 0x9190, 0x9392, 0x9594, 0x9796, 0x9998, 0x9b9a, 0x9d9c, 0x9f9e, 0xa1a0, 0xa3a2, 0xa5a4, 0xa7a6, 0xa9a8, 0xabaa, 0xadac, 0xafae, 0xb1b0, 0xb3b2, 0xb5b4, 0xb7b6, 0xb9b8, 0xbbba, 0xbdbc, 0xbfbe, 0xc1c0, 0xc3c2, 0xc5c4, 0xc7c6, 0xc9c8, 0xcbca, 0xcdcc, 0xcfce, 0xd1d0, 0xd3d2, 0xd5d4, 0xd7d6, 0xd9d8, 0xdbda, 0xdddc, 0xdfde, 0xe1e0, 0xe3e2, 0xe5e4, 0xe7e6, 0xe9e8, 0xebea, 0xedec, 0xefee, UNI_DIRECT_BASE+0x1f0, 0xf3f2, 0xf5f4, 0xf7f6, 0xf9f8, 0xfbfa, 0xfdfc, 0xfffe]", "[0x100, 0x302, 0x504, 0x706, 0x908, 0xb0a, 0xd0c, 0xf0e, 0x1110, 0x1312, 0x1514, 0x1716, 0x1918, 0x1b1a, 0x1d1c, 0x1f1e, 0x2120, 0x2322, 0x2524, 0x2726, 0x2928, 0x2b2a, 0x2d2c, 0x2f2e, 0x3130, 0x3332, 0x3534, 0x3736, 0x3938, 0x3b3a, 0x3d3c, 0x3f3e, ...]"));
	tell(PIO_FONT, (long)P(bytes), "PIO_FONT",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(GIO_FONT, (long)P(bytes), "GIO_FONT", "0x10000000",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(PIO_CMAP, (long)P(bytes), "PIO_CMAP",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(GIO_CMAP, (long)P(bytes), "GIO_CMAP", "0x10000000",
	     "\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...");
	tell(PIO_UNIMAPCLR, (long)W, "PIO_UNIMAPCLR",
	     "{advised_hashsize=1, advised_hashstep=0, advised_hashlevel=2}",
	     "{advised_hashsize=1, advised_hashstep=0, advised_hashlevel=2}");
	tell(KDSKBDIACR, (long)P(accents), "KDSKBDIACR",
	     "{kb_cnt=3, kbdiacr=[{diacr='a', base='\\'', result='\\\\'}, {diacr='\\n', base='\\x00', result='\\xc8'}, {diacr='\\x01', base='\\x7f', result='\"'}]}",
	     "{kb_cnt=3, kbdiacr=[{diacr='a', base='\\'', result='\\\\'}, {diacr='\\n', base='\\x00', result='\\xc8'}, {diacr='\\x01', base='\\x7f', result='\"'}]}");
	tell(KDGKBDIACR, (long)P(accents), "KDGKBDIACR", "0x10000000",
	     "{kb_cnt=3, kbdiacr=[{diacr='a', base='\\'', result='\\\\'}, {diacr='\\n', base='\\x00', result='\\xc8'}, {diacr='\\x01', base='\\x7f', result='\"'}]}");
	tell(KDSKBDIACRUC, (long)P(wide), "KDSKBDIACRUC",
	     "{kb_cnt=2, kbdiacruc=[{diacr=0x1, base=0x2, result=0x3}, {diacr=0x4, base=0x5, result=0x6}]}",
	     "{kb_cnt=2, kbdiacruc=[{diacr=0x1, base=0x2, result=0x3}, {diacr=0x4, base=0x5, result=0x6}]}");
	tell(KDGKBDIACRUC, (long)P(wide), "KDGKBDIACRUC", "0x10000000",
	     "{kb_cnt=2, kbdiacruc=[{diacr=0x1, base=0x2, result=0x3}, {diacr=0x4, base=0x5, result=0x6}]}");
	tell(KDSETKEYCODE, (long)W, "KDSETKEYCODE", "{scancode=0x1, keycode=0x2}",
	     "{scancode=0x1, keycode=0x2}");
	others = "a change is told if there is none";
	tell(KDGETKEYCODE, (long)P(keys), "KDGETKEYCODE", "{scancode=0x3, keycode=0x4}",
	     "{scancode=0x3, keycode=0x4}");
	tell(KDKBDREP, (long)W, "KDKBDREP", "{delay=1, period=2}",
	     "{delay=1, period=2} => {delay=1, period=2}");
	tell(KDSKBMODE, 77, "KDSKBMODE", "77 /* K_??? */", "77 /* K_??? */");
	tell(KDSKBMODE, 1, "KDSKBMODE", "K_XLATE", "K_XLATE");
	tell(KDGKBMODE, (long)P(mode), "KDGKBMODE", "0x10000000", "[77 /* K_??? */]");
}

int main(int argc, char **argv)
{
	pid_t supervisor;

	begin(argc, argv);
	if (mmap(PLACE, PLACE_SIZE, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != PLACE)
		abort();
	supervisor = supervise();
	if (supervisor < 0)
		return 0;
	flash();
	clocks();
	infrared();
	lines();
	scsi();
	console();
	supervise_end(supervisor);
	return 0;
}
