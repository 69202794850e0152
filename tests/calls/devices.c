// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: devices that are not there. What is asked of them, and what they would answer. */
#include "device.h"

#include <linux/bsg.h>
#include <linux/btrfs.h>
#include <linux/btrfs_tree.h>
#include <linux/dm-ioctl.h>
#include <linux/fs.h>
#include <linux/gpio.h>
#include <linux/kd.h>
#include <linux/keyboard.h>
#include <linux/kvm.h>
#include <linux/lirc.h>
#include <linux/perf_event.h>
#include <linux/ptp_clock.h>
#include <linux/rtc.h>
#include <linux/userfaultfd.h>
#include <mtd/mtd-abi.h>
#include <mtd/ubi-user.h>
#include <scsi/sg.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>

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
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_FEATURES, index=9} => 0x10000000",
	     "{param=RTC_PARAM_FEATURES, index=9} => {uvalue=1<<RTC_FEATURE_ALARM}");
	param.param = 1;
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_CORRECTION, index=9} => 0x10000000",
	     "{param=RTC_PARAM_CORRECTION, index=9} => {svalue=1}");
	param.param = 2;
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_BACKUP_SWITCH_MODE, index=9} => 0x10000000",
	     "{param=RTC_PARAM_BACKUP_SWITCH_MODE, index=9} => {uvalue=RTC_BSM_DIRECT}");
	param.param = 3;
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=0x3 /* RTC_PARAM_??? */, index=9} => 0x10000000",
	     "{param=0x3 /* RTC_PARAM_??? */, index=9} => {uvalue=0x1}");
	param.param = 4;
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=0x4 /* RTC_PARAM_??? */, index=9} => 0x10000000",
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
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"... => dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=4, cmdp=\"\\x01\\x02\\x03\\x04\", mx_sb_len=5, iovec_count=0, dxfer_len=40, timeout=7, flags=SG_FLAG_DIRECT_IO, dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"... => dxferp=\"\\x64\\x61\\x74\\x61\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"..., status=0x2, masked_status=0, msg_status=0, sb_len_wr=3, sbp=\"\\x73\\x65\\x6e\", host_status=0, driver_status=0, resid=4, duration=8, info=SG_INFO_CHECK}");
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

/* Data that is in several places, and names. */
static void vectors(void)
{
	char *data = memcpy(PLACE + 0x1100, "abcdefghijklmnopqrstuvwxyz", 27);
	struct iovec *vector =
		memcpy(PLACE + 0x1300,
		       ((struct iovec[]){ { data, 3 }, { data + 4, 40 }, { data, 1 } }), 48);
	struct sg_io_hdr io = {
		.interface_id = 'S',
		.dxfer_direction = SG_DXFER_TO_FROM_DEV,
		.dxfer_len = 10,
		.iovec_count = 3,
		.dxferp = vector,
		.resid = 5,
	};
	struct sg_io_v4 io4 = {
		.guard = 'Q',
		.dout_iovec_count = 2,
		.dout_xfer_len = 5,
		.dout_xferp = (uintptr_t)vector,
		.din_iovec_count = 3,
		.din_xfer_len = 8,
		.din_xferp = (uintptr_t)vector,
		.din_resid = 2,
		.response_len = 2,
		.response = (uintptr_t)data,
	};
	struct ubi_rnvol_req names = { 2,
				       { 0 },
				       { { 1, 3, { 0 }, "one" }, { 2, 5, { 0 }, "three" } } };

	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efghijk\", iov_len=40}, {iov_base=\"\", iov_len=1}] => dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efghijk\", iov_len=40}, {iov_base=\"\", iov_len=1}] => dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	io.dxfer_direction = SG_DXFER_TO_DEV;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efghijk\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efghijk\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	io.dxfer_direction = SG_DXFER_FROM_DEV;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}, {iov_base=\"\", iov_len=1}], status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	io.dxferp = (void *)0x1000;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=0x1000, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=0x1000, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	io.dxfer_direction = SG_DXFER_TO_FROM_DEV;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=0x1000 => dxferp=0x1000, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=3, dxfer_len=10, timeout=0, flags=0, dxferp=0x1000 => dxferp=0x1000, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	io.iovec_count = 0;
	io.dxferp = data;
	io.resid = 10;
	tell(SG_IO, (long)P(io), "SG_IO",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=0, dxfer_len=10, timeout=0, flags=0, dxferp=\"\\x61\\x62\\x63\\x64\\x65\\x66\\x67\\x68\\x69\\x6a\", status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=10, duration=0, info=0}",
	     "{interface_id='S', dxfer_direction=SG_DXFER_TO_FROM_DEV, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=0, dxfer_len=10, timeout=0, flags=0, dxferp=\"\\x61\\x62\\x63\\x64\\x65\\x66\\x67\\x68\\x69\\x6a\", status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=10, duration=0, info=0}");
	others = "response_len is told twice";
	tell(SG_IO, (long)P(io4), "SG_IO",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=0, request=NULL, request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=0, dout_iovec_count=2, dout_xfer_len=5, din_iovec_count=3, din_xfer_len=8, dout_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}], timeout=0, flags=0, usr_ptr=0, response_len=2, response=\"\\x61\\x62\", din_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efg\", iov_len=40}, {iov_base=\"\", iov_len=1}], driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=0, request=NULL, request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=0, dout_iovec_count=2, dout_xfer_len=5, din_iovec_count=3, din_xfer_len=8, dout_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}], timeout=0, flags=0, usr_ptr=0, response_len=2, response=\"\\x61\\x62\", din_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efg\", iov_len=40}, {iov_base=\"\", iov_len=1}], driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}");
	io4.response_len = 0;
	others = "response_len is told twice";
	tell(SG_IO, (long)P(io4), "SG_IO",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=0, request=NULL, request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=0, dout_iovec_count=2, dout_xfer_len=5, din_iovec_count=3, din_xfer_len=8, dout_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}], timeout=0, flags=0, usr_ptr=0, response_len=0, response=\"\", din_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efg\", iov_len=40}, {iov_base=\"\", iov_len=1}], driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}",
	     "{guard='Q', protocol=BSG_PROTOCOL_SCSI, subprotocol=BSG_SUB_PROTOCOL_SCSI_CMD, request_len=0, request=NULL, request_tag=0, request_attr=0, request_priority=0, request_extra=0, max_response_len=0, dout_iovec_count=2, dout_xfer_len=5, din_iovec_count=3, din_xfer_len=8, dout_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"ef\", iov_len=40}], timeout=0, flags=0, usr_ptr=0, response_len=0, response=\"\", din_xferp=[{iov_base=\"abc\", iov_len=3}, {iov_base=\"efg\", iov_len=40}, {iov_base=\"\", iov_len=1}], driver_status=0, transport_status=0, device_status=0, retry_delay=0, info=0, duration=0, din_resid=2, dout_resid=0, generated_tag=0}");
	tell(SG_GET_REQUEST_TABLE, (long)W, "SG_GET_REQUEST_TABLE", "0x10000000",
	     "{req_state=1, orphan=0, sg_io_owned=0, problem=0, pack_id=2, usr_ptr=0x400000003, duration=5}");
	tell(SG_GET_REQUEST_TABLE, 0, "SG_GET_REQUEST_TABLE", "NULL", "NULL");
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL",
	     "{count=2, ents=[{vol_id=1, name_len=3, name=\"one\"}, {vol_id=2, name_len=5, name=\"three\"}]}",
	     "{count=2, ents=[{vol_id=1, name_len=3, name=\"one\"}, {vol_id=2, name_len=5, name=\"three\"}]}");
	names.count = 100;
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL",
	     "{count=100, ents=[{vol_id=1, name_len=3, name=\"one\"}, {vol_id=2, name_len=5, name=\"three\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}]}", "{count=100, ents=[{vol_id=1, name_len=3, name=\"one\"}, {vol_id=2, name_len=5, name=\"three\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}, {vol_id=0, name_len=0, name=\"\"}]}");
	names.count = 1;
	names.ents[0].name_len = 1000;
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL",
	     "{count=1, ents=[{vol_id=1, name_len=1000, name=\"one\"}]}",
	     "{count=1, ents=[{vol_id=1, name_len=1000, name=\"one\"}]}");
	names.ents[0].name_len = 2;
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL",
	     "{count=1, ents=[{vol_id=1, name_len=2, name=\"on\"...}]}",
	     "{count=1, ents=[{vol_id=1, name_len=2, name=\"on\"...}]}");
	names.ents[0].name_len = -1;
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL",
	     "{count=1, ents=[{vol_id=1, name_len=-1, name=\"\"...}]}",
	     "{count=1, ents=[{vol_id=1, name_len=-1, name=\"\"...}]}");
	names.count = 0;
	tell(UBI_IOCRNVOL, (long)P(names), "UBI_IOCRNVOL", "{count=0, ents=[]}",
	     "{count=0, ents=[]}");
}

/* Forms of their own. */
static void forms(void)
{
	struct {
		struct file_dedupe_range range;
		struct file_dedupe_range_info info[4];
	} dedupe = { .range = { 1, 2, .dest_count = 4 },
		     .info = { { 98, 3, 11, 1 }, { 97, 4, 12, -2 }, { 96, 5, 13, 3 } } };
	struct uffdio_api api = { .api = UFFD_API, .features = 1, .ioctls = 7 };
	struct {
		unsigned n, cnt, ids[4];
	} query = { 4, 3, { 1, 2, 3, 4 } };
	struct rtc_param param = { .uvalue = 1, .index = 9 };
	struct kvm_regs regs = { .rax = 1, .rbx = 2, .rsp = 3, .r15 = 4, .rip = 5, .rflags = 6 };

	tell(FIDEDUPERANGE, (long)P(dedupe), "BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE",
	     V("{src_offset=1, src_length=2, dest_count=4, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, {dest_fd=96, dest_offset=5}, {dest_fd=0, dest_offset=0}]}",
	       "{src_offset=1, src_length=2, dest_count=4, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, ...]}"),
	     V("{src_offset=1, src_length=2, dest_count=4, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, {dest_fd=96, dest_offset=5}, {dest_fd=0, dest_offset=0}]} => {info=[{bytes_deduped=11, status=1}, {bytes_deduped=12, status=-2}, {bytes_deduped=13, status=3}, {bytes_deduped=0, status=0}]}",
	       "{src_offset=1, src_length=2, dest_count=4, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, ...]} => {info=[{bytes_deduped=11, status=1}, {bytes_deduped=12, status=-2}, ...]}"));
	dedupe.range.dest_count = 3;
	tell(FIDEDUPERANGE, (long)P(dedupe), "BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE",
	     V("{src_offset=1, src_length=2, dest_count=3, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, {dest_fd=96, dest_offset=5}]}",
	       "{src_offset=1, src_length=2, dest_count=3, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, ...]}"),
	     V("{src_offset=1, src_length=2, dest_count=3, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, {dest_fd=96, dest_offset=5}]} => {info=[{bytes_deduped=11, status=1}, {bytes_deduped=12, status=-2}, {bytes_deduped=13, status=3}]}",
	       "{src_offset=1, src_length=2, dest_count=3, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}, ...]} => {info=[{bytes_deduped=11, status=1}, {bytes_deduped=12, status=-2}, ...]}"));
	dedupe.range.dest_count = 2;
	tell(FIDEDUPERANGE, (long)P(dedupe), "BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE",
	     "{src_offset=1, src_length=2, dest_count=2, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}]}",
	     "{src_offset=1, src_length=2, dest_count=2, info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}]} => {info=[{bytes_deduped=11, status=1}, {bytes_deduped=12, status=-2}]}");
	dedupe.range.dest_count = 1;
	tell(FIDEDUPERANGE, (long)P(dedupe), "BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE",
	     "{src_offset=1, src_length=2, dest_count=1, info=[{dest_fd=98, dest_offset=3}]}",
	     "{src_offset=1, src_length=2, dest_count=1, info=[{dest_fd=98, dest_offset=3}]} => {info=[{bytes_deduped=11, status=1}]}");
	tell(UFFDIO_API, (long)P(api), "UFFDIO_API",
	     "{api=0xaa, features=UFFD_FEATURE_PAGEFAULT_FLAG_WP}",
	     "{api=0xaa, features=UFFD_FEATURE_PAGEFAULT_FLAG_WP, ioctls=1<<_UFFDIO_REGISTER|1<<_UFFDIO_UNREGISTER|0x4}");
	api.features = 0;
	tell(UFFDIO_API, (long)P(api), "UFFDIO_API", "{api=0xaa, features=0}",
	     "{api=0xaa, features=0, ioctls=1<<_UFFDIO_REGISTER|1<<_UFFDIO_UNREGISTER|0x4}");
	tell(UFFDIO_API, 0x1000, "UFFDIO_API", "0x1000", "0x1000");
	tell(PERF_EVENT_IOC_QUERY_BPF, (long)P(query), "PERF_EVENT_IOC_QUERY_BPF",
	     "{ids_len=4, ...}", "{ids_len=4, prog_cnt=3, ids=[1, 2, 3]}");
	query.n = 2;
	tell(PERF_EVENT_IOC_QUERY_BPF, (long)P(query), "PERF_EVENT_IOC_QUERY_BPF",
	     "{ids_len=2, ...}", "{ids_len=2, prog_cnt=3, ids=[1, 2, 3]}");
	query.n = 0;
	tell(PERF_EVENT_IOC_QUERY_BPF, (long)P(query), "PERF_EVENT_IOC_QUERY_BPF",
	     "{ids_len=0, ...}", "{ids_len=0, prog_cnt=3, ids=[1, 2, 3]}");
	tell(PERF_EVENT_IOC_QUERY_BPF, 0x1000, "PERF_EVENT_IOC_QUERY_BPF", "0x1000", "0x1000");
	tell(RTC_PARAM_GET, (long)P(param), "RTC_PARAM_GET",
	     "{param=RTC_PARAM_FEATURES, index=9} => 0x10000000",
	     "{param=RTC_PARAM_FEATURES, index=9} => {uvalue=1<<RTC_FEATURE_ALARM}");
	tell(RTC_PARAM_GET, 0x1000, "RTC_PARAM_GET", "0x1000", "0x1000");
	tell(RTC_PARAM_GET, 0, "RTC_PARAM_GET", "NULL", "NULL");
	tell(KVM_SET_REGS, (long)P(regs), "KVM_SET_REGS",
	     V("{rax=0x1, rbx=0x2, rcx=0, rdx=0, rsi=0, rdi=0, rsp=0x3, rbp=0, r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, r14=0, r15=0x4, rip=0x5, rflags=0x6}",
	       "{rax=0x1, ..., rsp=0x3, rbp=0, ..., rip=0x5, rflags=0x6}"),
	     V("{rax=0x1, rbx=0x2, rcx=0, rdx=0, rsi=0, rdi=0, rsp=0x3, rbp=0, r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, r14=0, r15=0x4, rip=0x5, rflags=0x6}",
	       "{rax=0x1, ..., rsp=0x3, rbp=0, ..., rip=0x5, rflags=0x6}"));
	tell(KVM_GET_REGS, (long)P(regs), "KVM_GET_REGS", "0x10000000",
	     V("{rax=0x1, rbx=0x2, rcx=0, rdx=0, rsi=0, rdi=0, rsp=0x3, rbp=0, r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, r14=0, r15=0x4, rip=0x5, rflags=0x6}",
	       "{rax=0x1, ..., rsp=0x3, rbp=0, ..., rip=0x5, rflags=0x6}"));
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
	tell(KDGETKEYCODE, (long)P(keys), "KDGETKEYCODE", "{scancode=0x3, keycode=0x4}",
	     "{scancode=0x3, keycode=0x4 => 0x4}");
	tell(KDKBDREP, (long)W, "KDKBDREP", "{delay=1, period=2}",
	     "{delay=1, period=2} => {delay=1, period=2}");
	tell(KDSKBMODE, 77, "KDSKBMODE", "77 /* K_??? */", "77 /* K_??? */");
	tell(KDSKBMODE, 1, "KDSKBMODE", "K_XLATE", "K_XLATE");
	tell(KDGKBMODE, (long)P(mode), "KDGKBMODE", "0x10000000", "[77 /* K_??? */]");
}

/* Fonts, and what keys mean. */
static void console_tables(void)
{
	struct console_font_op font = { KD_FONT_OP_GET, 1, 8, 16, 2, (void *)(PLACE + 0x2000) };
	struct consolefontdesc desc = { 2, 16, PLACE + 0x2000 };
	struct unimapdesc map = { 2, (void *)(PLACE + 0x2000) };
	struct kbentry entry = { 1, 2, 0x0f05 };
	struct kbsentry string = { 3, "hello" };
	for (int i = 0; i < 2048; i++)
		PLACE[0x2000 + i] = i;

	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC, width=8, height=16, charcount=2, data=0x10002000}",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC, width=8, height=16, charcount=2, data=0x10002000} => {width=8, height=16, charcount=2, data=\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...}");
	font.op = KD_FONT_OP_SET;
	font.flags = KD_FONT_FLAG_DONT_RECALC | 4;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...}",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=\"\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x09\\x0a\\x0b\\x0c\\x0d\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f\"...}");
	font.data = (void *)0x1000;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=0x1000}",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=0x1000}");
	font.data = NULL;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=NULL}",
	     "{op=KD_FONT_OP_SET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=2, data=NULL}");
	font.op = KD_FONT_OP_SET_DEFAULT;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=NULL}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=NULL} => {width=8, height=16}");
	font.data = (void *)(PLACE + 0x2000);
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"\"}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"\"} => {width=8, height=16}");
	memset(PLACE + 0x2000, 'n', 31);
	PLACE[0x2000 + 31] = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"} => {width=8, height=16}");
	PLACE[0x2000 + 31] = 'n';
	PLACE[0x2000 + 32] = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"...}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"...} => {width=8, height=16}");
	PLACE[0x2000 + 32] = 'n';
	PLACE[0x2000 + 33] = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"...}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\"...} => {width=8, height=16}");
	PLACE[0x2000 + 3] = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnn\"}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnn\"} => {width=8, height=16}");
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnn\"}",
	     "{op=KD_FONT_OP_SET_DEFAULT, width=8, height=16, data=\"nnn\"} => {width=8, height=16}");
	font.op = KD_FONT_OP_COPY;
	tell(KDFONTOP, (long)P(font), "KDFONTOP", "{op=KD_FONT_OP_COPY, height=16}",
	     "{op=KD_FONT_OP_COPY, height=16}");
	font.op = 9;
	font.charcount = 1000;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=0x9 /* KD_FONT_OP_??? */, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=1000, data=0x10002000}",
	     "{op=0x9 /* KD_FONT_OP_??? */, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=16, charcount=1000, data=0x10002000} => {width=8, height=16, charcount=1000, data=0x10002000}");
	font.op = KD_FONT_OP_GET;
	font.width = 9;
	font.height = 33;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=9, height=33, charcount=1000, data=0x10002000}",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=9, height=33, charcount=1000, data=0x10002000} => {width=9, height=33, charcount=1000, data=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}");
	font.width = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=0, height=33, charcount=1000, data=0x10002000}",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=0, height=33, charcount=1000, data=0x10002000} => {width=0, height=33, charcount=1000, data=\"\"}");
	font.width = 8;
	font.height = 0;
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000}",
	     "{op=KD_FONT_OP_GET, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000} => {width=8, height=0, charcount=1000, data=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}");
	font.op = 4;
	others = "newer";
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_SET_TALL, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000}",
	     "{op=KD_FONT_OP_SET_TALL, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000} => {width=8, height=0, charcount=1000, data=0x10002000}");
	font.op = 5;
	others = "newer";
	tell(KDFONTOP, (long)P(font), "KDFONTOP",
	     "{op=KD_FONT_OP_GET_TALL, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000}",
	     "{op=KD_FONT_OP_GET_TALL, flags=KD_FONT_FLAG_DONT_RECALC|0x4, width=8, height=0, charcount=1000, data=0x10002000} => {width=8, height=0, charcount=1000, data=0x10002000}");
	tell(KDFONTOP, 0, "KDFONTOP", "NULL", "NULL");
	tell(KDFONTOP, 0x1000, "KDFONTOP", "0x1000", "0x1000");
	tell(GIO_FONTX, (long)P(desc), "GIO_FONTX",
	     "{charcount=2, charheight=16, chardata=0x10002000}",
	     "{charcount=2, charheight=16, chardata=0x10002000} => {charcount=2, charheight=16, chardata=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}");
	tell(PIO_FONTX, (long)P(desc), "PIO_FONTX",
	     "{charcount=2, charheight=16, chardata=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}",
	     "{charcount=2, charheight=16, chardata=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}");
	desc.charcount = 512;
	tell(GIO_FONTX, (long)P(desc), "GIO_FONTX",
	     "{charcount=512, charheight=16, chardata=0x10002000}",
	     "{charcount=512, charheight=16, chardata=0x10002000} => {charcount=512, charheight=16, chardata=\"\\x6e\\x6e\\x6e\\x00\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\\x6e\"...}");
	desc.chardata = NULL;
	tell(GIO_FONTX, (long)P(desc), "GIO_FONTX", "{charcount=512, charheight=16, chardata=NULL}",
	     "{charcount=512, charheight=16, chardata=NULL} => {charcount=512, charheight=16, chardata=NULL}");
	tell(PIO_FONTX, (long)P(desc), "PIO_FONTX", "{charcount=512, charheight=16, chardata=NULL}",
	     "{charcount=512, charheight=16, chardata=NULL}");
	desc.chardata = (void *)0x1000;
	tell(PIO_FONTX, (long)P(desc), "PIO_FONTX",
	     "{charcount=512, charheight=16, chardata=0x1000}",
	     "{charcount=512, charheight=16, chardata=0x1000}");
	tell(PIO_FONTX, 0, "PIO_FONTX", "NULL", "NULL");
	tell(GIO_UNIMAP, (long)P(map), "GIO_UNIMAP", "{entry_ct=2 => 2, entries=0x10002000}",
	     "{entry_ct=2 => 2, entries=[{unicode=0x6e6e, fontpos=0x6e}, {unicode=0x6e6e, fontpos=0x6e6e}]}");
	tell(PIO_UNIMAP, (long)P(map), "PIO_UNIMAP",
	     "{entry_ct=2, entries=[{unicode=0x6e6e, fontpos=0x6e}, {unicode=0x6e6e, fontpos=0x6e6e}]}",
	     "{entry_ct=2, entries=[{unicode=0x6e6e, fontpos=0x6e}, {unicode=0x6e6e, fontpos=0x6e6e}]}");
	CALL(ioctl, 94, GIO_UNIMAP, P(map));
	EXPECT("ioctl(fd=94, request=GIO_UNIMAP, arg={entry_ct=2 => 2, entries=0x10002000})");
	map.entry_ct = 0;
	tell(GIO_UNIMAP, (long)P(map), "GIO_UNIMAP", "{entry_ct=0 => 0, entries=0x10002000}",
	     "{entry_ct=0 => 0, entries=[]}");
	tell(PIO_UNIMAP, (long)P(map), "PIO_UNIMAP", "{entry_ct=0, entries=[]}",
	     "{entry_ct=0, entries=[]}");
	map.entry_ct = 65535;
	tell(GIO_UNIMAP, (long)P(map), "GIO_UNIMAP",
	     "{entry_ct=65535 => 65535, entries=0x10002000}", V("{entry_ct=65535 => 65535, entries=[{unicode=0x6e6e, fontpos=0x6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0x100, fontpos=0x302}, {unicode=0x504, fontpos=0x706}, {unicode=0x908, fontpos=0xb0a}, {unicode=0xd0c, fontpos=0xf0e}, {unicode=0x1110, fontpos=0x1312}, {unicode=0x1514, fontpos=0x1716}, {unicode=0x1918, fontpos=0x1b1a}, {unicode=0x1d1c, fontpos=0x1f1e}, {unicode=0x2120, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, {unicode=0x8180, fontpos=0x8382}, {unicode=0x8584, fontpos=0x8786}, {unicode=0x8988, fontpos=0x8b8a}, {unicode=0x8d8c, fontpos=0x8f8e}, {unicode=0x9190, fontpos=0x9392}, {unicode=0x9594, fontpos=0x9796}, {unicode=0x9998, fontpos=0x9b9a}, {unicode=0x9d9c, fontpos=0x9f9e}, {unicode=0xa1a0, fontpos=0xa3a2}, {unicode=0xa5a4, fontpos=0xa7a6}, {unicode=0xa9a8, fontpos=0xabaa}, {unicode=0xadac, fontpos=0xafae}, {unicode=0xb1b0, fontpos=0xb3b2}, {unicode=0xb5b4, fontpos=0xb7b6}, {unicode=0xb9b8, fontpos=0xbbba}, {unicode=0xbdbc, fontpos=0xbfbe}, {unicode=0xc1c0, fontpos=0xc3c2}, {unicode=0xc5c4, fontpos=0xc7c6}, {unicode=0xc9c8, fontpos=0xcbca}, {unicode=0xcdcc, fontpos=0xcfce}, {unicode=0xd1d0, fontpos=0xd3d2}, {unicode=0xd5d4, fontpos=0xd7d6}, {unicode=0xd9d8, fontpos=0xdbda}, {unicode=0xdddc, fontpos=0xdfde}, {unicode=0xe1e0, fontpos=0xe3e2}, {unicode=0xe5e4, fontpos=0xe7e6}, {unicode=0xe9e8, fontpos=0xebea}, {unicode=0xedec, fontpos=0xefee}, {unicode=0xf1f0, fontpos=0xf3f2}, {unicode=0xf5f4, fontpos=0xf7f6}, {unicode=0xf9f8, fontpos=0xfbfa}, {unicode=0xfdfc, fontpos=0xfffe}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, {unicode=0, fontpos=0}, ... /* 0x10004000 */]}", "{entry_ct=65535 => 65535, entries=[{unicode=0x6e6e, fontpos=0x6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e6e, fontpos=0x6e6e}, {unicode=0x6e, fontpos=0x2322}, {unicode=0x2524, fontpos=0x2726}, {unicode=0x2928, fontpos=0x2b2a}, {unicode=0x2d2c, fontpos=0x2f2e}, {unicode=0x3130, fontpos=0x3332}, {unicode=0x3534, fontpos=0x3736}, {unicode=0x3938, fontpos=0x3b3a}, {unicode=0x3d3c, fontpos=0x3f3e}, {unicode=0x4140, fontpos=0x4342}, {unicode=0x4544, fontpos=0x4746}, {unicode=0x4948, fontpos=0x4b4a}, {unicode=0x4d4c, fontpos=0x4f4e}, {unicode=0x5150, fontpos=0x5352}, {unicode=0x5554, fontpos=0x5756}, {unicode=0x5958, fontpos=0x5b5a}, {unicode=0x5d5c, fontpos=0x5f5e}, {unicode=0x6160, fontpos=0x6362}, {unicode=0x6564, fontpos=0x6766}, {unicode=0x6968, fontpos=0x6b6a}, {unicode=0x6d6c, fontpos=0x6f6e}, {unicode=0x7170, fontpos=0x7372}, {unicode=0x7574, fontpos=0x7776}, {unicode=0x7978, fontpos=0x7b7a}, {unicode=0x7d7c, fontpos=0x7f7e}, ...]}"));
	map.entries = (void *)0x1000;
	tell(PIO_UNIMAP, (long)P(map), "PIO_UNIMAP", "{entry_ct=65535, entries=0x1000}",
	     "{entry_ct=65535, entries=0x1000}");
	tell(GIO_UNIMAP, (long)P(map), "GIO_UNIMAP", "{entry_ct=65535 => 65535, entries=0x1000}",
	     "{entry_ct=65535 => 65535, entries=0x1000}");
	map.entries = NULL;
	tell(PIO_UNIMAP, (long)P(map), "PIO_UNIMAP", "{entry_ct=65535, entries=NULL}",
	     "{entry_ct=65535, entries=NULL}");
	tell(GIO_UNIMAP, (long)P(map), "GIO_UNIMAP", "{entry_ct=65535 => 65535, entries=NULL}",
	     "{entry_ct=65535 => 65535, entries=NULL}");
	tell(GIO_UNIMAP, 0, "GIO_UNIMAP", "NULL", "NULL");
	tell(KDGKBENT, (long)P(entry), "KDGKBENT", "{kb_table=K_SHIFTTAB, kb_index=2}",
	     "{kb_table=K_SHIFTTAB, kb_index=2, kb_value=0xf05 /* K(0xf, 0x5) */}");
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_SHIFTTAB, kb_index=2, kb_value=0xf05 /* K(0xf, 0x5) */}",
	     "{kb_table=K_SHIFTTAB, kb_index=2, kb_value=0xf05 /* K(0xf, 0x5) */}");
	tell(KDSKBENT, 0x1000, "KDSKBENT", "0x1000", "0x1000");
	tell(KDSKBENT, 0, "KDSKBENT", "NULL", "NULL");
	entry = (struct kbentry){ 0, 0, 0x0003 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_NORMTAB, kb_index=0, kb_value=0x3 /* K(KT_LATIN, '\\x03') */}",
	     "{kb_table=K_NORMTAB, kb_index=0, kb_value=0x3 /* K(KT_LATIN, '\\x03') */}");
	entry = (struct kbentry){ 1, 5, 0x0103 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_SHIFTTAB, kb_index=5, kb_value=0x103 /* K_F4 */}",
	     "{kb_table=K_SHIFTTAB, kb_index=5, kb_value=0x103 /* K_F4 */}");
	entry = (struct kbentry){ 2, 10, 0x0203 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_ALTTAB, kb_index=10, kb_value=0x203 /* K_SH_MEM */}",
	     "{kb_table=K_ALTTAB, kb_index=10, kb_value=0x203 /* K_SH_MEM */}");
	entry = (struct kbentry){ 3, 15, 0x0303 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_ALTSHIFTTAB, kb_index=15, kb_value=0x303 /* K_P3 */}",
	     "{kb_table=K_ALTSHIFTTAB, kb_index=15, kb_value=0x303 /* K_P3 */}");
	entry = (struct kbentry){ 4, 20, 0x0403 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_CTRL, kb_index=20, kb_value=0x403 /* K_DTILDE */}",
	     "{kb_table=1<<KG_CTRL, kb_index=20, kb_value=0x403 /* K_DTILDE */}");
	entry = (struct kbentry){ 5, 25, 0x0503 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_CTRL, kb_index=25, kb_value=0x503 /* K(KT_CONS, 0x3) */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_CTRL, kb_index=25, kb_value=0x503 /* K(KT_CONS, 0x3) */}");
	entry = (struct kbentry){ 6, 30, 0x0603 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_ALTGR|1<<KG_CTRL, kb_index=30, kb_value=0x603 /* K_UP */}",
	     "{kb_table=1<<KG_ALTGR|1<<KG_CTRL, kb_index=30, kb_value=0x603 /* K_UP */}");
	entry = (struct kbentry){ 7, 35, 0x0703 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL, kb_index=35, kb_value=0x703 /* K_ALT */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL, kb_index=35, kb_value=0x703 /* K_ALT */}");
	entry = (struct kbentry){ 8, 40, 0x0861 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_ALT, kb_index=40, kb_value=0x861 /* K(KT_META, 'a') */}",
	     "{kb_table=1<<KG_ALT, kb_index=40, kb_value=0x861 /* K(KT_META, 'a') */}");
	entry = (struct kbentry){ 9, 45, 0x0903 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALT, kb_index=45, kb_value=0x903 /* K_ASC3 */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALT, kb_index=45, kb_value=0x903 /* K_ASC3 */}");
	entry = (struct kbentry){ 10, 50, 0x0a03 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_ALTGR|1<<KG_ALT, kb_index=50, kb_value=0xa03 /* K_ALTLOCK */}",
	     "{kb_table=1<<KG_ALTGR|1<<KG_ALT, kb_index=50, kb_value=0xa03 /* K_ALTLOCK */}");
	entry = (struct kbentry){ 11, 55, 0x0b62 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_ALT, kb_index=55, kb_value=0xb62 /* K(KT_LETTER, 'b') */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_ALT, kb_index=55, kb_value=0xb62 /* K(KT_LETTER, 'b') */}");
	entry = (struct kbentry){ 12, 60, 0x0c03 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_CTRL|1<<KG_ALT, kb_index=60, kb_value=0xc03 /* K_ALT_SLOCK */}",
	     "{kb_table=1<<KG_CTRL|1<<KG_ALT, kb_index=60, kb_value=0xc03 /* K_ALT_SLOCK */}");
	entry = (struct kbentry){ 13, 65, 0x0de9 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_CTRL|1<<KG_ALT, kb_index=65, kb_value=0xde9 /* K(KT_DEAD2, '\\xe9') */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_CTRL|1<<KG_ALT, kb_index=65, kb_value=0xde9 /* K(KT_DEAD2, '\\xe9') */}");
	entry = (struct kbentry){ 14, 70, 0x0e03 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT, kb_index=70, kb_value=0xe03 /* K_BRL_DOT3 */}",
	     "{kb_table=1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT, kb_index=70, kb_value=0xe03 /* K_BRL_DOT3 */}");
	entry = (struct kbentry){ 15, 75, 0x0f03 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT, kb_index=75, kb_value=0xf03 /* K(0xf, 0x3) */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT, kb_index=75, kb_value=0xf03 /* K(0xf, 0x3) */}");
	entry = (struct kbentry){ 127, 255, K_HOLE };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL, kb_index=255, kb_value=0x200 /* K_HOLE */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL, kb_index=255, kb_value=0x200 /* K_HOLE */}");
	entry = (struct kbentry){ 128, 255, K_NOSUCHMAP };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_CTRLR, kb_index=255, kb_value=0x27f /* K_NOSUCHMAP */}",
	     "{kb_table=1<<KG_CTRLR, kb_index=255, kb_value=0x27f /* K_NOSUCHMAP */}");
	entry = (struct kbentry){ 255, 255, K_ALLOCATED };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0x27e /* K_ALLOCATED */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0x27e /* K_ALLOCATED */}");
	entry = (struct kbentry){ 255, 255, 0xffff };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0xffff /* K(0xff, 0xff) */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0xffff /* K(0xff, 0xff) */}");
	entry = (struct kbentry){ 255, 255, 0x0b41 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0xb41 /* K(KT_LETTER, 'A') */}",
	     "{kb_table=1<<KG_SHIFT|1<<KG_ALTGR|1<<KG_CTRL|1<<KG_ALT|1<<KG_SHIFTL|1<<KG_SHIFTR|1<<KG_CTRLL|1<<KG_CTRLR, kb_index=255, kb_value=0xb41 /* K(KT_LETTER, 'A') */}");
	entry = (struct kbentry){ 1, 0, 0x0041 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_SHIFTTAB, kb_index=0, kb_value=0x41 /* K(KT_LATIN, 'A') */}",
	     "{kb_table=K_SHIFTTAB, kb_index=0, kb_value=0x41 /* K(KT_LATIN, 'A') */}");
	entry = (struct kbentry){ 1, 0, 0xf041 };
	tell(KDSKBENT, (long)P(entry), "KDSKBENT",
	     "{kb_table=K_SHIFTTAB, kb_index=0, kb_value=0xf041 /* K(0xf0, 0x41) */}",
	     "{kb_table=K_SHIFTTAB, kb_index=0, kb_value=0xf041 /* K(0xf0, 0x41) */}");
	tell(KDGKBSENT, (long)P(string), "KDGKBSENT", "{kb_func=KVAL(K_F4)}",
	     "{kb_func=KVAL(K_F4), kb_string=\"hello\"}");
	tell(KDSKBSENT, (long)P(string), "KDSKBSENT", "{kb_func=KVAL(K_F4), kb_string=\"hello\"}",
	     "{kb_func=KVAL(K_F4), kb_string=\"hello\"}");
	memset(string.kb_string, 'a', 32);
	tell(KDSKBSENT, (long)P(string), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}");
	string.kb_string[31] = 0;
	tell(KDSKBSENT, (long)P(string), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}");
	tell(KDSKBSENT, (long)at_end(&string, 20), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=???}", "{kb_func=KVAL(K_F4), kb_string=???}");
	tell(KDSKBSENT, (long)at_end(&string, 1), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=???}", "{kb_func=KVAL(K_F4), kb_string=???}");
	tell(KDGKBSENT, (long)at_end(&string, 1), "KDGKBSENT", "{kb_func=KVAL(K_F4)}",
	     "{kb_func=KVAL(K_F4), kb_string=???}");
	memset(string.kb_string, 'a', sizeof(string.kb_string));
	tell(KDSKBSENT, (long)at_end(&string, 20), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=???}", "{kb_func=KVAL(K_F4), kb_string=???}");
	tell(KDSKBSENT, (long)at_end(&string, 100), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=???}", "{kb_func=KVAL(K_F4), kb_string=???}");
	tell(KDGKBSENT, (long)P(string), "KDGKBSENT", "{kb_func=KVAL(K_F4)}",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}");
	tell(KDSKBSENT, (long)P(string), "KDSKBSENT",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}",
	     "{kb_func=KVAL(K_F4), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}");
	string.kb_func = 255;
	tell(KDSKBSENT, (long)P(string), "KDSKBSENT",
	     "{kb_func=KVAL(K_UNDO), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}",
	     "{kb_func=KVAL(K_UNDO), kb_string=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"...}");
	tell(KDSKBSENT, 0, "KDSKBSENT", "NULL", "NULL");
	tell(KDGKBSENT, 0x1000, "KDGKBSENT", "0x1000", "0x1000");
}

static void btrfs(void)
{
	struct btrfs_ioctl_vol_args volume = { 3, "name" };
	struct btrfs_ioctl_vol_args_v2 volume2 = {
		.fd = 3, .transid = 4, .flags = BTRFS_SUBVOL_RDONLY, .name = "name"
	};
	struct btrfs_ioctl_balance_args balance = {
		.flags = BTRFS_BALANCE_DATA | BTRFS_BALANCE_FORCE,
		.state = BTRFS_BALANCE_STATE_RUNNING,
		.data = { .profiles = BTRFS_BLOCK_GROUP_RAID1, .usage = 5, .pend = -1 },
	};
	struct btrfs_ioctl_dev_info_args device = {
		.devid = 1, .bytes_used = 2, .total_bytes = 3, .path = "/dev/sda"
	};
	struct btrfs_ioctl_get_dev_stats stats = { .devid = 1, .nr_items = 6, .values = { 1, 2 } };
	struct btrfs_ioctl_ino_lookup_args lookup = { 5, 256, "path" };
	struct btrfs_ioctl_search_args search = {
		.key = { .tree_id = 1,
			 .min_objectid = 256,
			 .max_objectid = -256ull,
			 .max_offset = -1,
			 .max_transid = -1,
			 .min_type = BTRFS_ROOT_ITEM_KEY,
			 .max_type = 77,
			 .nr_items = 2 },
	};
	struct btrfs_ioctl_search_header header = { 1, 256, 3, BTRFS_ROOT_ITEM_KEY, 8 };
	uint64_t *sources = memcpy(PLACE + 0x2100, words(), 16);
	struct btrfs_ioctl_send_args send = { .send_fd = 3,
					      .clone_sources_count = 2,
					      .clone_sources =
						      (__typeof__(send.clone_sources))sources,
					      .parent_root = 5,
					      .flags = BTRFS_SEND_FLAG_NO_FILE_DATA };
	uint64_t spaces[8] = { 2, 2, BTRFS_BLOCK_GROUP_DATA, 5, 6, 1ull << 40, 7, 8 };

	tell(BTRFS_IOC_SNAP_CREATE, (long)P(volume), "BTRFS_IOC_SNAP_CREATE",
	     "{fd=3, name=\"name\"}", "{fd=3, name=\"name\"}");
	tell(BTRFS_IOC_SUBVOL_CREATE, (long)P(volume), "BTRFS_IOC_SUBVOL_CREATE",
	     "{fd=3, name=\"name\"}", "{fd=3, name=\"name\"}");
	tell(BTRFS_IOC_RESIZE, (long)P(volume), "BTRFS_IOC_RESIZE", "{fd=3, name=\"name\"}",
	     "{fd=3, name=\"name\"}");
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume2), "BTRFS_IOC_SNAP_CREATE_V2",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY, name=\"name\"}",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY, name=\"name\"} => {transid=4}");
	tell(BTRFS_IOC_SYNC, 0, "BTRFS_IOC_SYNC", NULL, NULL);
	tell(BTRFS_IOC_BALANCE_CTL, 1, "BTRFS_IOC_BALANCE_CTL", "BTRFS_BALANCE_CTL_PAUSE",
	     "BTRFS_BALANCE_CTL_PAUSE");
	tell(BTRFS_IOC_BALANCE_CTL, 7, "BTRFS_IOC_BALANCE_CTL", "0x7 /* BTRFS_BALANCE_CTL_??? */",
	     "0x7 /* BTRFS_BALANCE_CTL_??? */");
	tell(BTRFS_IOC_START_SYNC, (long)W, "BTRFS_IOC_START_SYNC", "0x10000000", "[8589934593]");
	tell(BTRFS_IOC_WAIT_SYNC, (long)W, "BTRFS_IOC_WAIT_SYNC", "[8589934593]", "[8589934593]");
	tell(BTRFS_IOC_SUBVOL_GETFLAGS, (long)W, "BTRFS_IOC_SUBVOL_GETFLAGS", "0x10000000",
	     "BTRFS_SUBVOL_CREATE_ASYNC|0x200000000");
	tell(BTRFS_IOC_SUBVOL_SETFLAGS, (long)W, "BTRFS_IOC_SUBVOL_SETFLAGS",
	     "BTRFS_SUBVOL_CREATE_ASYNC|0x200000000", "BTRFS_SUBVOL_CREATE_ASYNC|0x200000000");
	tell(BTRFS_IOC_BALANCE_V2, (long)P(balance), "BTRFS_IOC_BALANCE_V2",
	     "{flags=BTRFS_BALANCE_DATA|BTRFS_BALANCE_FORCE, data={profiles=BTRFS_BLOCK_GROUP_RAID1, usage=5, devid=makedev(0, 0), pstart=0, pend=UINT64_MAX, vstart=0, vend=0, target=0, flags=0}}",
	     "{flags=BTRFS_BALANCE_DATA|BTRFS_BALANCE_FORCE, data={profiles=BTRFS_BLOCK_GROUP_RAID1, usage=5, devid=makedev(0, 0), pstart=0, pend=UINT64_MAX, vstart=0, vend=0, target=0, flags=0}} => {flags=BTRFS_BALANCE_DATA|BTRFS_BALANCE_FORCE, state=BTRFS_BALANCE_STATE_RUNNING, data={profiles=BTRFS_BLOCK_GROUP_RAID1, usage=5, devid=makedev(0, 0), pstart=0, pend=UINT64_MAX, vstart=0, vend=0, target=0, flags=0}}");
	tell(BTRFS_IOC_BALANCE_PROGRESS, (long)P(balance), "BTRFS_IOC_BALANCE_PROGRESS",
	     "0x10000000",
	     "{flags=BTRFS_BALANCE_DATA|BTRFS_BALANCE_FORCE, state=BTRFS_BALANCE_STATE_RUNNING, data={profiles=BTRFS_BLOCK_GROUP_RAID1, usage=5, devid=makedev(0, 0), pstart=0, pend=UINT64_MAX, vstart=0, vend=0, target=0, flags=0}}");
	tell(BTRFS_IOC_DEFRAG_RANGE, (long)W, "BTRFS_IOC_DEFRAG_RANGE",
	     "{start=8589934593, len=17179869187, flags=BTRFS_DEFRAG_RANGE_COMPRESS|0x600000004, extent_thresh=7, compress_type=0x8 /* BTRFS_COMPRESS_??? */}",
	     "{start=8589934593, len=17179869187, flags=BTRFS_DEFRAG_RANGE_COMPRESS|0x600000004, extent_thresh=7, compress_type=0x8 /* BTRFS_COMPRESS_??? */}");
	tell(BTRFS_IOC_DEV_INFO, (long)P(device), "BTRFS_IOC_DEV_INFO", "{devid=makedev(0, 0x1)}",
	     "{devid=makedev(0, 0x1)} => {bytes_used=2, total_bytes=3, path=\"/dev/sda\"}");
	device.uuid[15] = 1;
	tell(BTRFS_IOC_DEV_INFO, (long)P(device), "BTRFS_IOC_DEV_INFO",
	     "{devid=makedev(0, 0x1), uuid=00000000-0000-0000-0000-000000000001}",
	     "{devid=makedev(0, 0x1), uuid=00000000-0000-0000-0000-000000000001} => {uuid=00000000-0000-0000-0000-000000000001, bytes_used=2, total_bytes=3, path=\"/dev/sda\"}");
	tell(BTRFS_IOC_GET_FEATURES, (long)W, "BTRFS_IOC_GET_FEATURES", "0x10000000",
	     "{compat_flags=0x200000001 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID|0x400000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS|0x600000000}");
	tell(BTRFS_IOC_SET_FEATURES, (long)W, "BTRFS_IOC_SET_FEATURES",
	     "[{compat_flags=0x200000001 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID|0x400000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS|0x600000000}, {compat_flags=0x800000007 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE|0xa00000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_DEFAULT_SUBVOL|BTRFS_FEATURE_INCOMPAT_COMPRESS_LZO|0xc00000000}]",
	     "[{compat_flags=0x200000001 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID|0x400000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS|0x600000000}, {compat_flags=0x800000007 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE|0xa00000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_DEFAULT_SUBVOL|BTRFS_FEATURE_INCOMPAT_COMPRESS_LZO|0xc00000000}]");
	tell(BTRFS_IOC_FS_INFO, (long)W, "BTRFS_IOC_FS_INFO", "0x10000000",
	     "{max_id=8589934593, num_devices=17179869187, fsid=05000000-0600-0000-0700-000008000000, nodesize=9, sectorsize=10, clone_alignment=11, csum_type=0xc /* BTRFS_CSUM_TYPE_??? */, csum_size=0, flags=BTRFS_FS_INFO_FLAG_CSUM_INFO|BTRFS_FS_INFO_FLAG_METADATA_UUID|0xe00000008, metadata_uuid=11000000-1200-0000-1300-000014000000}");
	tell(BTRFS_IOC_GET_DEV_STATS, (long)P(stats), "BTRFS_IOC_GET_DEV_STATS",
	     "{devid=makedev(0, 0x1), nr_items=6, flags=0}",
	     "{devid=makedev(0, 0x1), nr_items=6, flags=0} => {nr_items=6, flags=0, [[BTRFS_DEV_STAT_WRITE_ERRS]=1, [BTRFS_DEV_STAT_READ_ERRS]=2, [BTRFS_DEV_STAT_FLUSH_ERRS]=0, [BTRFS_DEV_STAT_CORRUPTION_ERRS]=0, [BTRFS_DEV_STAT_GENERATION_ERRS]=0, ...]}");
	tell(BTRFS_IOC_INO_LOOKUP, (long)P(lookup), "BTRFS_IOC_INO_LOOKUP",
	     "{treeid=BTRFS_FS_TREE_OBJECTID, objectid=BTRFS_FIRST_FREE_OBJECTID}",
	     "{treeid=BTRFS_FS_TREE_OBJECTID, objectid=BTRFS_FIRST_FREE_OBJECTID} => {name=\"path\"}");
	lookup.treeid = 0;
	tell(BTRFS_IOC_INO_LOOKUP, (long)P(lookup), "BTRFS_IOC_INO_LOOKUP",
	     "{treeid=0, objectid=BTRFS_FIRST_FREE_OBJECTID}",
	     "{treeid=0, objectid=BTRFS_FIRST_FREE_OBJECTID} => {treeid=0, name=\"path\"}");
	tell(BTRFS_IOC_QGROUP_ASSIGN, (long)W, "BTRFS_IOC_QGROUP_ASSIGN",
	     "{assign=8589934593, src=17179869187, dst=25769803781}",
	     "{assign=8589934593, src=17179869187, dst=25769803781}");
	tell(BTRFS_IOC_QGROUP_CREATE, (long)W, "BTRFS_IOC_QGROUP_CREATE",
	     "{create=8589934593, qgroupid=17179869187}",
	     "{create=8589934593, qgroupid=17179869187}");
	tell(BTRFS_IOC_QGROUP_LIMIT, (long)W, "BTRFS_IOC_QGROUP_LIMIT", "0x10000000",
	     "{qgroupid=8589934593, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_MAX_EXCL|0x400000000, max_rfer=25769803781, max_excl=34359738375, rsv_rfer=42949672969, rsv_excl=51539607563}}");
	tell(BTRFS_IOC_QUOTA_CTL, (long)W, "BTRFS_IOC_QUOTA_CTL",
	     "{cmd=0x200000001 /* BTRFS_QUOTA_CTL_??? */}",
	     "{cmd=0x200000001 /* BTRFS_QUOTA_CTL_??? */}");
	tell(BTRFS_IOC_QUOTA_RESCAN, (long)W, "BTRFS_IOC_QUOTA_RESCAN", "{flags=8589934593}",
	     "{flags=8589934593}");
	tell(BTRFS_IOC_QUOTA_RESCAN_STATUS, (long)W, "BTRFS_IOC_QUOTA_RESCAN_STATUS", "0x10000000",
	     "{flags=8589934593, progress=17179869187}");
	tell(BTRFS_IOC_SET_RECEIVED_SUBVOL, (long)W, "BTRFS_IOC_SET_RECEIVED_SUBVOL",
	     "{uuid=01000000-0200-0000-0300-000004000000, stransid=25769803781, stime={sec=42949672969, nsec=11} /* 3331-01-08T16:42:49.000000011+0000 */, flags=77309411345}",
	     "{uuid=01000000-0200-0000-0300-000004000000, stransid=25769803781, stime={sec=42949672969, nsec=11} /* 3331-01-08T16:42:49.000000011+0000 */, flags=77309411345} => {rtransid=34359738375, rtime={sec=60129542157, nsec=15} /* 3875-06-06T18:35:57.000000015+0000 */}");
	tell(BTRFS_IOC_SCRUB, (long)W, "BTRFS_IOC_SCRUB",
	     "{devid=makedev(0, 0x200001), start=17179869187, end=25769803781, flags=BTRFS_SCRUB_READONLY|0x800000006}",
	     "{devid=makedev(0, 0x200001), start=17179869187, end=25769803781, flags=BTRFS_SCRUB_READONLY|0x800000006} => {progress={data_extents_scrubbed=42949672969, tree_extents_scrubbed=51539607563, data_bytes_scrubbed=60129542157, tree_bytes_scrubbed=68719476751, read_errors=77309411345, csum_errors=85899345939, verify_errors=94489280533, no_csum=103079215127, csum_discards=111669149721, super_errors=120259084315, malloc_errors=128849018909, uncorrectable_errors=137438953503, corrected_errors=146028888097, last_physical=154618822691, unverified_errors=163208757285}}");
	tell(BTRFS_IOC_SCRUB_PROGRESS, (long)W, "BTRFS_IOC_SCRUB_PROGRESS",
	     "{devid=makedev(0, 0x200001)}",
	     "{devid=makedev(0, 0x200001)} => {progress={data_extents_scrubbed=42949672969, tree_extents_scrubbed=51539607563, data_bytes_scrubbed=60129542157, tree_bytes_scrubbed=68719476751, read_errors=77309411345, csum_errors=85899345939, verify_errors=94489280533, no_csum=103079215127, csum_discards=111669149721, super_errors=120259084315, malloc_errors=128849018909, uncorrectable_errors=137438953503, corrected_errors=146028888097, last_physical=154618822691, unverified_errors=163208757285}}");
	memcpy(search.buf, &header, sizeof(header));
	memcpy(search.buf + 40, &header, sizeof(header));
	tell(BTRFS_IOC_TREE_SEARCH, (long)P(search), "BTRFS_IOC_TREE_SEARCH",
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_FIRST_FREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}}"),
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_FIRST_FREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}} => {key={nr_items=2}, buf=[{transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}, {transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}]}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}} => {key={nr_items=2}, ...}"));
	tell(BTRFS_IOC_SEND, (long)P(send), "BTRFS_IOC_SEND",
	     V("{send_fd=3, clone_sources_count=2, clone_sources=[8589934593, 17179869187], parent_root=BTRFS_FS_TREE_OBJECTID, flags=BTRFS_SEND_FLAG_NO_FILE_DATA}",
	       "{send_fd=3, clone_sources_count=2, clone_sources=0x10002100, parent_root=BTRFS_FS_TREE_OBJECTID, flags=BTRFS_SEND_FLAG_NO_FILE_DATA}"),
	     V("{send_fd=3, clone_sources_count=2, clone_sources=[8589934593, 17179869187], parent_root=BTRFS_FS_TREE_OBJECTID, flags=BTRFS_SEND_FLAG_NO_FILE_DATA}",
	       "{send_fd=3, clone_sources_count=2, clone_sources=0x10002100, parent_root=BTRFS_FS_TREE_OBJECTID, flags=BTRFS_SEND_FLAG_NO_FILE_DATA}"));
	tell(BTRFS_IOC_SPACE_INFO, (long)P(spaces), "BTRFS_IOC_SPACE_INFO", "{space_slots=2}",
	     V("{space_slots=2} => {total_spaces=2, spaces=[{flags=BTRFS_BLOCK_GROUP_DATA, total_bytes=5, used_bytes=6}, {flags=0x10000000000 /* BTRFS_SPACE_INFO_??? */, total_bytes=7, used_bytes=8}]}",
	       "{space_slots=2} => {total_spaces=2, ...}"));
	spaces[0] = 0;
	tell(BTRFS_IOC_SPACE_INFO, (long)P(spaces), "BTRFS_IOC_SPACE_INFO", "{space_slots=0}",
	     "{space_slots=0} => {total_spaces=2}");
}

/* What is behind their pointers. */
static void btrfs_pointed(void)
{
	struct btrfs_ioctl_dev_replace_args replace = {
		.cmd = BTRFS_IOCTL_DEV_REPLACE_CMD_START,
		.result = BTRFS_IOCTL_DEV_REPLACE_RESULT_ALREADY_STARTED,
		.start = { 1, BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_AVOID,
			   "/dev/sda", "/dev/sdb" },
	};
	struct btrfs_ioctl_dev_replace_args state = {
		.cmd = BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS,
		.result = 7,
		.status = { BTRFS_IOCTL_DEV_REPLACE_STATE_FINISHED, 345, 1, 0, 5, 6 },
	};
	struct btrfs_ioctl_ino_path_args paths = { .inum = 256,
						   .size = 0x200,
						   .fspath = (uintptr_t)PLACE + 0x2000 };
	struct btrfs_ioctl_logical_ino_args inodes = { .logical = 5,
						       .size = 0x200,
						       .inodes = (uintptr_t)PLACE + 0x2200 };
	struct {
		struct btrfs_data_container head;
		uint64_t val[16];
	} * container;
	struct {
		struct btrfs_ioctl_search_args_v2 args;
		char buf[256];
	} search = {
		.args = { .key = { .tree_id = 1,
				   .min_objectid = 256,
				   .max_objectid = -256ull,
				   .max_offset = -1,
				   .max_transid = -1,
				   .min_type = BTRFS_ROOT_ITEM_KEY,
				   .max_type = 77,
				   .nr_items = 2 },
			  .buf_size = 256 },
	};
	struct btrfs_ioctl_search_header header = { 1, 256, 3, BTRFS_ROOT_ITEM_KEY, 8 };
	struct btrfs_ioctl_vol_args_v2 volume = { .fd = 3,
						  .transid = 4,
						  .size = 88,
						  .flags = BTRFS_SUBVOL_RDONLY |
							   BTRFS_SUBVOL_QGROUP_INHERIT,
						  .name = "name" };
	struct btrfs_qgroup_inherit *inherit = memcpy(PLACE + 0x2000, words(), sizeof(*inherit));

	inherit->num_qgroups = 2;
	inherit->qgroups[0] = 10;
	inherit->qgroups[1] = 11;
	volume.qgroup_inherit = inherit;
	tell(BTRFS_IOC_SUBVOL_CREATE_V2, (long)P(volume), "BTRFS_IOC_SUBVOL_CREATE_V2",
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=88, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=[10, 11]}, name=\"name\"}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=88, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"}"),
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=88, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=[10, 11]}, name=\"name\"} => {transid=4}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=88, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"} => {transid=4}"));
	volume.size = 72;
	others = "more than its size says is told of";
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume), "BTRFS_IOC_SNAP_CREATE_V2",
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=0x10002048}, name=\"name\"}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"}"),
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=0x10002048}, name=\"name\"} => {transid=4}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=2, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"} => {transid=4}"));
	inherit->num_qgroups = 0;
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume), "BTRFS_IOC_SNAP_CREATE_V2",
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=0, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=[]}, name=\"name\"}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=0, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"}"),
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=0, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=[]}, name=\"name\"} => {transid=4}",
	       "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=0, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"} => {transid=4}"));
	inherit->num_qgroups = -1ull;
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume), "BTRFS_IOC_SNAP_CREATE_V2",
	     V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=18446744073709551615, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=0x10002048}, name=\"name\"}", "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=18446744073709551615, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"}"), V("{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=18446744073709551615, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, qgroups=0x10002048}, name=\"name\"} => {transid=4}", "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit={flags=BTRFS_QGROUP_INHERIT_SET_LIMITS|0x200000000, num_qgroups=18446744073709551615, num_ref_copies=25769803781, num_excl_copies=34359738375, lim={flags=BTRFS_QGROUP_LIMIT_MAX_RFER|BTRFS_QGROUP_LIMIT_RSV_EXCL|0xa00000000, max_rfer=51539607563, max_excl=60129542157, rsv_rfer=68719476751, rsv_excl=77309411345}, ...}, name=\"name\"} => {transid=4}"));
	volume.qgroup_inherit = (void *)0x1000;
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume), "BTRFS_IOC_SNAP_CREATE_V2",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit=0x1000, name=\"name\"}",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit=0x1000, name=\"name\"} => {transid=4}");
	volume.qgroup_inherit = NULL;
	tell(BTRFS_IOC_SNAP_CREATE_V2, (long)P(volume), "BTRFS_IOC_SNAP_CREATE_V2",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit=NULL, name=\"name\"}",
	     "{fd=3, flags=BTRFS_SUBVOL_RDONLY|BTRFS_SUBVOL_QGROUP_INHERIT, size=72, qgroup_inherit=NULL, name=\"name\"} => {transid=4}");
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(replace), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_START, start={srcdevid=makedev(0, 0x1), cont_reading_from_srcdev_mode=BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_AVOID, srcdev_name=\"/dev/sda\", tgtdev_name=\"/dev/sdb\"}}",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_START, start={srcdevid=makedev(0, 0x1), cont_reading_from_srcdev_mode=BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_AVOID, srcdev_name=\"/dev/sda\", tgtdev_name=\"/dev/sdb\"}} => {result=BTRFS_IOCTL_DEV_REPLACE_RESULT_ALREADY_STARTED}");
	replace.start.cont_reading_from_srcdev_mode = 7;
	replace.start.srcdevid = makedev(8, 1);
	replace.start.tgtdev_name[0] = 0;
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(replace), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_START, start={srcdevid=makedev(0x8, 0x1), cont_reading_from_srcdev_mode=0x7 /* BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_??? */, srcdev_name=\"/dev/sda\", tgtdev_name=\"\"}}",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_START, start={srcdevid=makedev(0x8, 0x1), cont_reading_from_srcdev_mode=0x7 /* BTRFS_IOCTL_DEV_REPLACE_CONT_READING_FROM_SRCDEV_MODE_??? */, srcdev_name=\"/dev/sda\", tgtdev_name=\"\"}} => {result=BTRFS_IOCTL_DEV_REPLACE_RESULT_ALREADY_STARTED}");
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(state), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS}",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS} => {result=0x7 /* BTRFS_IOCTL_DEV_REPLACE_RESULT_??? */, status={replace_state=BTRFS_IOCTL_DEV_REPLACE_STATE_FINISHED, progress_1000=345 /* 34.5% */, time_started=1 /* 1970-01-01T00:00:01+0000 */, time_stopped=0, num_write_errors=5, num_uncorrectable_read_errors=6}}");
	state.status.progress_1000 = 1001;
	state.status.replace_state = 9;
	state.result = 0;
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(state), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS}",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_STATUS} => {result=BTRFS_IOCTL_DEV_REPLACE_RESULT_NO_ERROR, status={replace_state=0x9 /* BTRFS_IOCTL_DEV_REPLACE_STATE_??? */, progress_1000=1001, time_started=1 /* 1970-01-01T00:00:01+0000 */, time_stopped=0, num_write_errors=5, num_uncorrectable_read_errors=6}}");
	state.cmd = BTRFS_IOCTL_DEV_REPLACE_CMD_CANCEL;
	state.result = -1ull;
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(state), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_CANCEL}",
	     "{cmd=BTRFS_IOCTL_DEV_REPLACE_CMD_CANCEL} => {result=0xffffffffffffffff /* BTRFS_IOCTL_DEV_REPLACE_RESULT_??? */}");
	state.cmd = 9;
	tell(BTRFS_IOC_DEV_REPLACE, (long)P(state), "BTRFS_IOC_DEV_REPLACE",
	     "{cmd=0x9 /* BTRFS_IOCTL_DEV_REPLACE_CMD_??? */}",
	     "{cmd=0x9 /* BTRFS_IOCTL_DEV_REPLACE_CMD_??? */} => {result=0xffffffffffffffff /* BTRFS_IOCTL_DEV_REPLACE_RESULT_??? */}");
	tell(BTRFS_IOC_DEV_REPLACE, 0x1000, "BTRFS_IOC_DEV_REPLACE", "0x1000", "0x1000");
	tell(BTRFS_IOC_GET_SUPPORTED_FEATURES, (long)W, "BTRFS_IOC_GET_SUPPORTED_FEATURES",
	     "0x10000000",
	     "[{compat_flags=0x200000001 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID|0x400000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_MIXED_GROUPS|0x600000000} /* supported */, {compat_flags=0x800000007 /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE|0xa00000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_DEFAULT_SUBVOL|BTRFS_FEATURE_INCOMPAT_COMPRESS_LZO|0xc00000000} /* safe to set */, {compat_flags=0xe0000000d /* BTRFS_FEATURE_COMPAT_??? */, compat_ro_flags=BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE|BTRFS_FEATURE_COMPAT_RO_FREE_SPACE_TREE_VALID|BTRFS_FEATURE_COMPAT_RO_VERITY|BTRFS_FEATURE_COMPAT_RO_BLOCK_GROUP_TREE|0x1000000000, incompat_flags=BTRFS_FEATURE_INCOMPAT_MIXED_BACKREF|BTRFS_FEATURE_INCOMPAT_COMPRESS_ZSTD|0x1200000000} /* safe to clear */]");
	tell(BTRFS_IOC_GET_SUPPORTED_FEATURES, 0, "BTRFS_IOC_GET_SUPPORTED_FEATURES", "NULL",
	     "NULL");
	container = memset(PLACE + 0x2000, 0, 0x400);
	container->head = (struct btrfs_data_container){ 1, 2, 3, 4 };
	container->val[0] = 24;
	container->val[1] = 30;
	container->val[2] = 0x100000;
	strcpy((char *)container->val + 24, "one");
	strcpy((char *)container->val + 30, "a/two");
	tell(BTRFS_IOC_INO_PATHS, (long)P(paths), "BTRFS_IOC_INO_PATHS",
	     "{inum=256, size=512, fspath=0x10002000}",
	     V("{inum=256, size=512, fspath=0x10002000} => {fspath={bytes_left=1, bytes_missing=2, elem_cnt=3, elem_missed=4, val=[\"one\", \"a/two\", 0x10102010]}}",
	       "{inum=256, size=512, fspath=0x10002000} => {fspath={bytes_left=1, bytes_missing=2, elem_cnt=3, elem_missed=4, ...}}"));
	container->val[2] = 30;
	paths.fspath = 0x1000;
	tell(BTRFS_IOC_INO_PATHS, (long)P(paths), "BTRFS_IOC_INO_PATHS",
	     "{inum=256, size=512, fspath=0x1000}",
	     "{inum=256, size=512, fspath=0x1000} => {fspath=0x1000}");
	paths.fspath = 0;
	tell(BTRFS_IOC_INO_PATHS, (long)P(paths), "BTRFS_IOC_INO_PATHS",
	     "{inum=256, size=512, fspath=NULL}",
	     "{inum=256, size=512, fspath=NULL} => {fspath=NULL}");
	container = (void *)(PLACE + 0x2200);
	container->head = (struct btrfs_data_container){ 1, 2, 7, 4 };
	for (int i = 0; i < 7; i++)
		container->val[i] = i + 1;
	tell(BTRFS_IOC_LOGICAL_INO, (long)P(inodes), "BTRFS_IOC_LOGICAL_INO",
	     "{logical=5, size=512, flags=0, inodes=0x10002200}",
	     V("{logical=5, size=512, flags=0, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, val=[{inum=1, offset=2, root=3}, {inum=4, offset=5, root=6}]}}",
	       "{logical=5, size=512, flags=0, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, ...}}"));
	inodes.reserved[1] = 5;
	inodes.flags = BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET | 4;
	tell(BTRFS_IOC_LOGICAL_INO, (long)P(inodes), "BTRFS_IOC_LOGICAL_INO",
	     "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200}",
	     V("{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, val=[{inum=1, offset=2, root=3}, {inum=4, offset=5, root=6}]}}",
	       "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, ...}}"));
	others = "newer";
	tell(BTRFS_IOC_LOGICAL_INO_V2, (long)P(inodes), "BTRFS_IOC_LOGICAL_INO_V2",
	     "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200}",
	     V("{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, val=[{inum=1, offset=2, root=3}, {inum=4, offset=5, root=6}]}}",
	       "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=7, elem_missed=4, ...}}"));
	container->head.elem_cnt = 0;
	tell(BTRFS_IOC_LOGICAL_INO, (long)P(inodes), "BTRFS_IOC_LOGICAL_INO",
	     "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200}",
	     V("{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=0, elem_missed=4, val=[]}}",
	       "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=0x10002200} => {inodes={bytes_left=1, bytes_missing=2, elem_cnt=0, elem_missed=4, ...}}"));
	inodes.inodes = 0;
	tell(BTRFS_IOC_LOGICAL_INO, (long)P(inodes), "BTRFS_IOC_LOGICAL_INO",
	     "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=NULL}",
	     "{logical=5, size=512, reserved=[0, 0x5, 0], flags=BTRFS_LOGICAL_INO_ARGS_IGNORE_OFFSET|0x4, inodes=NULL} => {inodes=NULL}");
	memcpy(search.args.buf, &header, sizeof(header));
	memcpy((char *)search.args.buf + 40, &header, sizeof(header));
	tell(BTRFS_IOC_TREE_SEARCH_V2, (long)P(search), "BTRFS_IOC_TREE_SEARCH_V2",
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_FIRST_FREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}, buf_size=256}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}, buf_size=256}"),
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_FIRST_FREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}, buf_size=256} => {key={nr_items=2}, buf_size=256, buf=[{transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}, {transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}]}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=2}, buf_size=256} => {key={nr_items=2}, buf_size=256, ...}"));
	search.args.key.min_objectid = 1;
	search.args.key.nr_items = 100;
	tell(BTRFS_IOC_TREE_SEARCH_V2, (long)P(search), "BTRFS_IOC_TREE_SEARCH_V2",
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=256}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=256}"),
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=256} => {key={nr_items=100}, buf_size=256, buf=[{transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}, {transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}, {transid=0, objectid=0, offset=0, type=0, len=0}, {transid=0, objectid=0, offset=0, type=0, len=0}, {transid=0, objectid=0, offset=0, type=0, len=0}, {transid=0, objectid=0, offset=0, type=0, len=0}, {transid=0, objectid=0, offset=0, type=0, len=0}, ...]}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=256} => {key={nr_items=100}, buf_size=256, ...}"));
	search.args.buf_size = 50;
	tell(BTRFS_IOC_TREE_SEARCH_V2, (long)P(search), "BTRFS_IOC_TREE_SEARCH_V2",
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=50}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=50}"),
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=50} => {key={nr_items=100}, buf_size=50, buf=[{transid=1, objectid=BTRFS_FIRST_FREE_OBJECTID, offset=3, type=BTRFS_ROOT_ITEM_KEY, len=8}, ...]}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=100}, buf_size=50} => {key={nr_items=100}, buf_size=50, ...}"));
	search.args.buf_size = -1;
	search.args.key.nr_items = 0;
	tell(BTRFS_IOC_TREE_SEARCH_V2, (long)P(search), "BTRFS_IOC_TREE_SEARCH_V2",
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=0}, buf_size=18446744073709551615}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=0}, buf_size=18446744073709551615}"),
	     V("{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=0}, buf_size=18446744073709551615} => {key={nr_items=0}, buf_size=18446744073709551615, buf=[]}",
	       "{key={tree_id=BTRFS_ROOT_TREE_OBJECTID, min_objectid=BTRFS_ROOT_TREE_OBJECTID, min_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=0}, buf_size=18446744073709551615} => {key={nr_items=0}, buf_size=18446744073709551615, ...}"));
	tell(BTRFS_IOC_TREE_SEARCH_V2, 0, "BTRFS_IOC_TREE_SEARCH_V2", "NULL", "NULL");
	search.args.key.min_objectid = 256;
	search.args.buf_size = 1;
	CALL(ioctl, 93, BTRFS_IOC_TREE_SEARCH_V2, P(search));
	EXPECT("ioctl(fd=93, request=BTRFS_IOC_TREE_SEARCH_V2, arg={key={tree_id=BTRFS_ROOT_TREE_OBJECTID, %smin_offset=0, max_offset=UINT64_MAX, min_transid=0, max_transid=UINT64_MAX, min_type=BTRFS_ROOT_ITEM_KEY, max_type=77, nr_items=0}, buf_size=1} => {buf_size=1})",
	       V("min_objectid=BTRFS_FIRST_FREE_OBJECTID, max_objectid=BTRFS_LAST_FREE_OBJECTID, ",
		 ""));
	tell(BTRFS_IOC_INO_PATHS, 0, "BTRFS_IOC_INO_PATHS", "NULL", "NULL");
	tell(BTRFS_IOC_DEV_REPLACE, 0, "BTRFS_IOC_DEV_REPLACE", "NULL", "NULL");
	tell(BTRFS_IOC_GET_SUBVOL_INFO, 0, "BTRFS_IOC_GET_SUBVOL_INFO", "0", "0");
	tell(BTRFS_IOC_GET_SUBVOL_INFO, (long)W, "BTRFS_IOC_GET_SUBVOL_INFO", "0x10000000",
	     "0x10000000");
	tell(BTRFS_IOC_ENCODED_READ, 0, "BTRFS_IOC_ENCODED_READ", "0", "0");
	tell(BTRFS_IOC_ENCODED_READ, (long)W, "BTRFS_IOC_ENCODED_READ", "0x10000000", "0x10000000");
}

static void mapper(void)
{
	struct dm_ioctl *dm = (struct dm_ioctl *)PLACE;
	struct dm_target_spec *target;
	struct dm_target_deps *deps;
	struct dm_name_list *names;
	struct dm_target_versions *versions;
	struct dm_target_msg *message;

	memset(PLACE, 0, 0x2000);
	dm->version[0] = 4;
	dm->version[1] = 37;
	dm->data_size = 1024;
	dm->data_start = 312;
	dm->target_count = 2;
	dm->open_count = 3;
	dm->event_nr = 4;
	dm->flags = DM_READONLY_FLAG | DM_STATUS_TABLE_FLAG;
	dm->dev = makedev(253, 1);
	strcpy(dm->name, "name");
	strcpy(dm->uuid, "uuid");

	tell(DM_VERSION, (long)dm, "DM_VERSION",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_REMOVE_ALL, (long)dm, "DM_REMOVE_ALL",
	     "[{version=[4, 37, 0], data_size=1024, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_DEV_CREATE, (long)dm, "DM_DEV_CREATE",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_DEV_REMOVE, (long)dm, "DM_DEV_REMOVE",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_DEV_SUSPEND, (long)dm, "DM_DEV_SUSPEND",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_DEV_STATUS, (long)dm, "DM_DEV_STATUS",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	tell(DM_TABLE_CLEAR, (long)dm, "DM_TABLE_CLEAR",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     "[{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]");
	strcpy(PLACE + 312, "a new name");
	tell(DM_DEV_RENAME, (long)dm, "DM_DEV_RENAME",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {string=\"a new name\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {string=\"a new name\"}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]"));
	tell(DM_DEV_SET_GEOMETRY, (long)dm, "DM_DEV_SET_GEOMETRY",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {string=\"a new name\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {string=\"a new name\"}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]"));
	memset(PLACE + 312, 0, 64);
	target = (struct dm_target_spec *)(PLACE + 312);
	target->length = 8;
	target->next = 64;
	strcpy(target->target_type, "linear");
	strcpy(PLACE + 352, "8:0 0");
	target = (struct dm_target_spec *)(PLACE + 376);
	target->sector_start = 8;
	target->length = 9;
	target->status = -1;
	strcpy(target->target_type, "error");
	tell(DM_TABLE_LOAD, (long)dm, "DM_TABLE_LOAD",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, target_type=\"error\", string=\"\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, target_type=\"error\", string=\"\"}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]"));
	tell(DM_TABLE_STATUS, (long)dm, "DM_TABLE_STATUS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, status=0, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, status=-1, target_type=\"error\", string=\"\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	tell(DM_DEV_WAIT, (long)dm, "DM_DEV_WAIT",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, status=0, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, status=-1, target_type=\"error\", string=\"\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=2, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	dm->target_count = 3;
	tell(DM_TABLE_LOAD, (long)dm, "DM_TABLE_LOAD",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, target_type=\"error\", string=\"\"}, ??? /* misplaced struct dm_target_spec */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector_start=0, length=8, target_type=\"linear\", string=\"8:0 0\"}, {sector_start=8, length=9, target_type=\"error\", string=\"\"}, ??? /* misplaced struct dm_target_spec */] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]"));
	memset(PLACE + 312, 0, 128);
	deps = (struct dm_target_deps *)(PLACE + 312);
	deps->count = 2;
	deps->dev[0] = makedev(8, 1);
	deps->dev[1] = makedev(8, 2);
	tell(DM_TABLE_DEPS, (long)dm, "DM_TABLE_DEPS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {count=2, deps=[makedev(0x8, 0x1), makedev(0x8, 0x2)]}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	deps->count = 2000;
	tell(DM_TABLE_DEPS, (long)dm, "DM_TABLE_DEPS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ??? /* misplaced struct dm_target_deps */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	memset(PLACE + 312, 0, 128);
	names = (struct dm_name_list *)(PLACE + 312);
	names->dev = makedev(253, 2);
	names->next = 40;
	strcpy(names->name, "one");
	PLACE[312 + 16] = 5;
	names = (struct dm_name_list *)(PLACE + 352);
	names->dev = makedev(253, 3);
	strcpy(names->name, "two");
	tell(DM_LIST_DEVICES, (long)dm, "DM_LIST_DEVICES",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {dev=makedev(0xfd, 0x2), name=\"one\", event_nr=5}, {dev=makedev(0xfd, 0x3), name=\"two\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	memset(PLACE + 312, 0, 128);
	versions = (struct dm_target_versions *)(PLACE + 312);
	versions->next = 40;
	versions->version[0] = 1;
	strcpy(versions->name, "linear");
	versions = (struct dm_target_versions *)(PLACE + 352);
	strcpy(versions->name, "error");
	tell(DM_LIST_VERSIONS, (long)dm, "DM_LIST_VERSIONS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {name=\"linear\", version=[1, 0, 0]}, {name=\"error\", version=[0, 0, 0]}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=312, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"));
	memset(PLACE + 312, 0, 128);
	message = (struct dm_target_msg *)(PLACE + 312);
	message->sector = 5;
	strcpy(message->message, "a message");
	tell(DM_TARGET_MSG, (long)dm, "DM_TARGET_MSG",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector=5, message=\"a message\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, {sector=5, message=\"a message\"}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_READONLY_FLAG|DM_STATUS_TABLE_FLAG}]"));
	dm->flags = DM_DATA_OUT_FLAG;
	strcpy(PLACE + 312, "its answer");
	tell(DM_TARGET_MSG, (long)dm, "DM_TARGET_MSG",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, {sector=8607344676270470249, message=\"er\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, {sector=8607344676270470249, message=\"er\"}] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, {string=\"its answer\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=312, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ...]"));
	dm->data_start = 1020;
	tell(DM_TARGET_MSG, (long)dm, "DM_TARGET_MSG",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_target_msg */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_target_msg */] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, {string=\"\"}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ...]"));
	tell(DM_LIST_DEVICES, (long)dm, "DM_LIST_DEVICES",
	     "[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_name_list */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}, ...]"));
	tell(DM_LIST_VERSIONS, (long)dm, "DM_LIST_VERSIONS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_target_versions */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, flags=DM_DATA_OUT_FLAG}, ...]"));
	tell(DM_TABLE_DEPS, (long)dm, "DM_TABLE_DEPS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_target_deps */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ...]"));
	tell(DM_TABLE_STATUS, (long)dm, "DM_TABLE_STATUS",
	     "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}]",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced struct dm_target_spec */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", flags=DM_DATA_OUT_FLAG}] => [{version=[4, 37, 0], data_size=1024, data_start=1020, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}, ...]"));
	dm->data_start = 1100;
	tell(DM_DEV_RENAME, (long)dm, "DM_DEV_RENAME",
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced string */]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_DATA_OUT_FLAG}, ...]"),
	     V("[{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_DATA_OUT_FLAG}, ??? /* misplaced string */] => [{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}]",
	       "[{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", event_nr=4, flags=DM_DATA_OUT_FLAG}, ...] => [{version=[4, 37, 0], data_size=1024, data_start=1100, dev=makedev(0xfd, 0x1), name=\"name\", uuid=\"uuid\", target_count=3, open_count=3, event_nr=4, flags=DM_DATA_OUT_FLAG}]"));
	dm->data_size = 5;
	tell(DM_DEV_STATUS, (long)dm, "DM_DEV_STATUS", "0x10000000", "0x10000000");
	dm->data_size = 300;
	tell(DM_DEV_STATUS, (long)dm, "DM_DEV_STATUS",
	     "[{version=[4, 37, 0], data_size=300 /* data_size too small */}]",
	     "[{version=[4, 37, 0], data_size=300 /* data_size too small */}] => [{version=[4, 37, 0], data_size=300 /* data_size too small */}]");
	dm->version[0] = 3;
	tell(DM_DEV_STATUS, (long)dm, "DM_DEV_STATUS",
	     "[{version=[3, 37, 0] /* unsupported device mapper ABI version */}]",
	     "[{version=[3, 37, 0] /* unsupported device mapper ABI version */}] => [{version=[3, 37, 0] /* unsupported device mapper ABI version */}]");
}

/* What was asked for and what came of it, where the two are not the same. */
static void changed(void)
{
	struct sg_io_hdr io = { .interface_id = 'S',
				.dxfer_direction = SG_DXFER_NONE,
				.timeout = 7 };
	struct dm_ioctl dm = { .version = { 4 }, .data_size = 312, .data_start = 312 };
	struct uffdio_api api = { .api = UFFD_API, .features = 1 };
	static const char zeros[4096];

	CHANGED(96, SG_IO, P(io),
		"{interface_id='S', dxfer_direction=SG_DXFER_NONE, cmd_len=0, cmdp=NULL, mx_sb_len=0, iovec_count=0, dxfer_len=0, timeout=7, flags=0, status=0, masked_status=0, msg_status=0, sb_len_wr=0, sbp=NULL, host_status=0, driver_status=0, resid=5, duration=0, info=0}");
	CHANGED(96, DM_DEV_STATUS, P(dm),
		"[{version=[4, 0, 0], data_size=312, flags=0}] => [{version=[4, 0, 5], data_size=312, target_count=0, open_count=0, event_nr=0, flags=DM_READONLY_FLAG|DM_EXISTS_FLAG}]");
	CHANGED(96, BTRFS_IOC_DEV_INFO, P(zeros),
		"{devid=makedev(0, 0)} => {uuid=05000000-0000-0000-0000-000000000000, bytes_used=21474836480, total_bytes=0, path=\"\"}");
	CHANGED(96, BTRFS_IOC_INO_LOOKUP, P(zeros),
		"{treeid=0, objectid=0} => {treeid=0, name=\"\"}");
	CHANGED(96, UBI_IOCATT, P(zeros),
		"{ubi_num=0, mtd_num=0, vid_hdr_offset=0, max_beb_per1024=0} => [0]");
	CHANGED(96, UFFDIO_API, P(api),
		"{api=0xaa, features=UFFD_FEATURE_PAGEFAULT_FLAG_WP => features=UFFD_FEATURE_PAGEFAULT_FLAG_WP|UFFD_FEATURE_EVENT_REMAP, ioctls=0}");
	CHANGED(96, KDKBDREP, P(zeros), "{delay=0, period=0} => {delay=0, period=0}");
	CHANGED(96, PTP_PIN_GETFUNC, P(zeros), "{index=0, name=\"\", func=PTP_PF_NONE, chan=5}");
}

int main(int argc, char **argv)
{
	pid_t supervisor = device_begin(argc, argv);

	if (supervisor < 0)
		return 0;
	flash();
	clocks();
	infrared();
	lines();
	scsi();
	vectors();
	forms();
	console();
	console_tables();
	btrfs();
	btrfs_pointed();
	mapper();
	changed();
	supervise_end(supervisor);
	return 0;
}
