// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: terminals, files, network interfaces, name spaces, what has no name. */
#include "expect.h"
#include "supervise.h"

#include <linux/fs.h>
#include <linux/input.h>
#include <linux/loop.h>
#include <linux/nsfs.h>
#include <linux/rtc.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>

static void terminal(void)
{
	struct {
		unsigned iflag, oflag, cflag, lflag;
		unsigned char line, cc[19];
		unsigned ispeed, ospeed;
	} t = { 0 };
	struct winsize size = { 25, 80, 1, 2 };
	int master, number = 77;
	static const char *const cc_names[] = { "VINTR",    "VQUIT",	"VERASE",  "VKILL",
						"VEOF",	    "VTIME",	"VMIN",	   "VSWTC",
						"VSTART",   "VSTOP",	"VSUSP",   "VEOL",
						"VREPRINT", "VDISCARD", "VWERASE", "VLNEXT",
						"VEOL2",    "17",	"18" };
	char *cc = text("%s", "");

	master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
	CALL(ioctl, master, TIOCGPTN, &number);
	EXPECT("ioctl(fd=%d, request=TIOCGPTN, arg=[%d])", master, number);
	number = 0;
	CALL(ioctl, master, TIOCSPTLCK, &number);
	EXPECT("ioctl(fd=%d, request=TIOCSPTLCK, arg=[0])", master);
	CALL(ioctl, master, TCGETS, &t);
	for (int i = 0; i < 19; i++)
		cc = text("%s%s[%s]=%s", cc, i ? ", " : "", cc_names[i],
			  t.cc[i] ? text("%#x", t.cc[i]) : "0");
	EXPECT("ioctl(fd=%d, request=TCGETS, arg={c_iflag=ICRNL|IXON, "
	       "c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|OPOST|ONLCR, c_cflag=B38400|CS8|CREAD, "
	       "c_lflag=ISIG|ICANON|ECHO|ECHOE|ECHOK|IEXTEN|ECHOCTL|ECHOKE, %s})",
	       master, V(text("c_line=N_TTY, c_cc=[%s]", cc), "..."));
	t.iflag = 0;
	CALL(ioctl, 99, TCSETSW, &t);
	EXPECT("ioctl(fd=99, request=SNDCTL_TMR_STOP or TCSETSW, arg={c_iflag=, "
	       "c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|OPOST|ONLCR, c_cflag=B38400|CS8|CREAD, "
	       "c_lflag=ISIG|ICANON|ECHO|ECHOE|ECHOK|IEXTEN|ECHOCTL|ECHOKE, %s})",
	       V(text("c_line=N_TTY, c_cc=[%s]", cc), "..."));
	CALL(ioctl, master, 0x802c542aUL, &t);
	EXPECT("ioctl(fd=%d, request=TCGETS2, arg={c_iflag=ICRNL|IXON, "
	       "c_oflag=NL0|CR0|TAB0|BS0|VT0|FF0|OPOST|ONLCR, c_cflag=B38400|CS8|CREAD, "
	       "c_lflag=ISIG|ICANON|ECHO|ECHOE|ECHOK|IEXTEN|ECHOCTL|ECHOKE, %s})",
	       master,
	       V(text("c_line=N_TTY, c_cc=[%s], c_ispeed=38400, c_ospeed=38400", cc), "..."));
	CALL(ioctl, 99, TCGETS, &t);
	EXPECT("ioctl(fd=99, request=TCGETS, arg=%p)", &t);
	CALL(ioctl, 99, TCSETS, fault);
	EXPECT("ioctl(fd=99, request=SNDCTL_TMR_START or TCSETS, arg=%p)", fault);
	CALL(ioctl, master, TIOCSWINSZ, &size);
	EXPECT("ioctl(fd=%d, request=TIOCSWINSZ, arg={ws_row=25, ws_col=80, ws_xpixel=1, "
	       "ws_ypixel=2})",
	       master);
	CALL(ioctl, master, TIOCGWINSZ, &size);
	EXPECT("ioctl(fd=%d, request=TIOCGWINSZ, arg={ws_row=25, ws_col=80, ws_xpixel=1, "
	       "ws_ypixel=2})",
	       master);
	CALL(ioctl, 99, TCFLSH, 2);
	EXPECT("ioctl(fd=99, request=TCFLSH, arg=TCIOFLUSH)");
	CALL(ioctl, 99, TCXONC, 77);
	EXPECT("ioctl(fd=99, request=TCXONC, arg=0x4d /* TC??? */)");
	CALL(ioctl, 99, TCSBRK, 1);
	EXPECT("ioctl(fd=99, request=TCSBRK, arg=1)");
	CALL(ioctl, 99, TIOCNOTTY);
	EXPECT("ioctl(fd=99, request=TIOCNOTTY)");
	CALL(ioctl, 99, TIOCSTI, "x");
	EXPECT("ioctl(fd=99, request=TIOCSTI, arg=\"x\")");
	number = 6;
	CALL(ioctl, 99, TIOCMBIS, &number);
	EXPECT("ioctl(fd=99, request=TIOCMBIS, arg=[TIOCM_DTR|TIOCM_RTS])");
	CALL(ioctl, 99, FIONBIO, &number);
	EXPECT("ioctl(fd=99, request=FIONBIO, arg=[6])");
	CALL(ioctl, 99, TIOCSPGRP, &number);
	EXPECT("ioctl(fd=99, request=TIOCSPGRP, arg=[6])");
	CALL(ioctl, 99, TIOCGPTPEER, O_RDWR);
	EXPECT("ioctl(fd=99, request=TIOCGPTPEER, arg=0x2)");
	CALL(ioctl, master, FIONREAD, &number);
	EXPECT("ioctl(fd=%d, request=FIONREAD, arg=[0])", master);
}

static void files(void)
{
	struct fstrim_range trim = { 1, 2, 3 };
	struct file_clone_range clone = { 5, 6, 7, 8 };
	static const char *const parameters[] = {
		"RTC_PARAM_FEATURES, uvalue=1<<RTC_FEATURE_ALARM",
		"RTC_PARAM_CORRECTION, svalue=1",
		"RTC_PARAM_BACKUP_SWITCH_MODE, uvalue=RTC_BSM_DIRECT",
		"0x3 /* RTC_PARAM_??? */, uvalue=0x1",
		"0x4 /* RTC_PARAM_??? */, uvalue=0x1",
	};
	struct rtc_pll_info pll = { 1, -2, 3, 4, 5, 6, 7 };
	struct rtc_time time = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
	uint64_t range[2] = { 1, 2 };
	int flags = 0x10;
	unsigned uid = 77;
	int space = open("/proc/self/ns/user", O_RDONLY);

	CALL(ioctl, 99, FICLONE, 5);
	EXPECT("ioctl(fd=99, request=%s, arg=5)", "BTRFS_IOC_CLONE or FICLONE");
	CALL(ioctl, 99, FICLONERANGE, &clone);
	EXPECT("ioctl(fd=99, request=%s, arg={src_fd=5, src_offset=6, src_length=7, "
	       "dest_offset=8})",
	       "BTRFS_IOC_CLONE_RANGE or FICLONERANGE");
	CALL(ioctl, 99, FITRIM, &trim);
	EXPECT("ioctl(fd=99, request=FITRIM, arg={start=0x1, len=2, minlen=3})");
	CALL(ioctl, 99, FS_IOC_SETFLAGS, &flags);
	EXPECT("ioctl(fd=99, request=FS_IOC_SETFLAGS, arg=[FS_IMMUTABLE_FL])");
	CALL(ioctl, 99, BLKDISCARD, range);
	EXPECT("ioctl(fd=99, request=BLKDISCARD, arg=[1, 2])");
	CALL(ioctl, 99, BLKRASET, 5);
	EXPECT("ioctl(fd=99, request=BLKRASET, arg=5)");
	CALL(ioctl, 99, BLKRRPART);
	EXPECT("ioctl(fd=99, request=BLKRRPART)");
	CALL(ioctl, 99, LOOP_SET_FD, 5);
	EXPECT("ioctl(fd=99, request=LOOP_SET_FD, arg=5)");
	CALL(ioctl, 99, RTC_PLL_SET, &pll);
	EXPECT("ioctl(fd=99, request=RTC_PLL_SET, arg={pll_ctrl=1, pll_value=-2, pll_max=3, "
	       "pll_min=4, pll_posmult=5, pll_negmult=6, pll_clock=7})");
	CALL(ioctl, 99, RTC_PLL_GET, &pll);
	EXPECT("ioctl(fd=99, request=RTC_PLL_GET, arg=%p)", &pll);
	for (unsigned i = 0; i < sizeof(parameters) / sizeof(*parameters); i++) {
		struct rtc_param param = { .param = i, .uvalue = 1, .index = 9 };

		CALL(ioctl, 99, RTC_PARAM_SET, &param);
		EXPECT("ioctl(fd=99, request=RTC_PARAM_SET, arg={param=%s, index=9})",
		       parameters[i]);
	}
	CALL(ioctl, 99, RTC_SET_TIME, &time);
	EXPECT("ioctl(fd=99, request=RTC_SET_TIME, arg={tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, "
	       "tm_mon=5, tm_year=6, %s})",
	       V("tm_wday=7, tm_yday=8, tm_isdst=9", "..."));
	CALL(ioctl, 99, EVIOCGBIT(EV_KEY, 96), range);
	EXPECT("ioctl(fd=99, request=EVIOCGBIT(EV_KEY, 96), arg=%p)", range);
	CALL(ioctl, 99, EVIOCGBIT(0, 8), NULL);
	EXPECT("ioctl(fd=99, request=EVIOCGBIT(0, 8), arg=NULL)");
	CALL(ioctl, 99, EVIOCGABS(ABS_X), range);
	EXPECT("ioctl(fd=99, request=EVIOCGABS(ABS_X), arg=%p)", range);
	CALL(ioctl, 99, EVIOCGNAME(64), range);
	EXPECT("ioctl(fd=99, request=EVIOCGNAME(64), arg=%p)", range);
	CALL(ioctl, space, NS_GET_NSTYPE);
	EXPECT_NOTE(" (CLONE_NEWUSER)", "ioctl(fd=%d, request=NS_GET_NSTYPE)", space);
	CALL(ioctl, space, NS_GET_OWNER_UID, &uid);
	EXPECT("ioctl(fd=%d, request=NS_GET_OWNER_UID, arg=[%u])", space, uid);
	CALL(ioctl, 99, 0xc123ab45UL, 0x1000);
	EXPECT("ioctl(fd=99, request=_IOC(_IOC_READ|_IOC_WRITE, 0xab, 0x45, 0x123), arg=0x1000)");
	CALL(ioctl, 99, 0x1234ab45UL, NULL);
	EXPECT("ioctl(fd=99, request=_IOC(_IOC_NONE, 0xab, 0x45, 0x1234), arg=0)");
}

static void interfaces(void)
{
	struct ifreq r = { .ifr_name = "lo" };
	struct ifreq list[4];
	struct ifconf conf = { .ifc_len = sizeof(*list), .ifc_req = list };
	int inet = socket(AF_INET, SOCK_DGRAM, 0);

	CALL(ioctl, inet, SIOCGIFINDEX, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFINDEX, arg={ifr_name=\"lo\", ifr_ifindex=%d})", inet,
	       r.ifr_ifindex);
	CALL(ioctl, inet, SIOCGIFFLAGS, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFFLAGS, arg={ifr_name=\"lo\", ifr_flags=%s})", inet,
	       bits((unsigned short)r.ifr_flags, "IFF_UP", 1, "IFF_LOOPBACK", 8, "IFF_RUNNING",
		    0x40, NULL));
	CALL(ioctl, inet, SIOCGIFADDR, &r);
	if (rc == 0)
		EXPECT("ioctl(fd=%d, request=SIOCGIFADDR, arg={ifr_name=\"lo\", "
		       "ifr_addr={sa_family=AF_INET, sin_port=htons(0), "
		       "sin_addr=inet_addr(\"127.0.0.1\")}})",
		       inet);
	CALL(ioctl, inet, SIOCGIFMTU, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFMTU, arg={ifr_name=\"lo\", ifr_mtu=%d})", inet,
	       r.ifr_mtu);
	CALL(ioctl, inet, SIOCGIFHWADDR, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFHWADDR, arg={ifr_name=\"lo\", "
	       "ifr_hwaddr={sa_family=ARPHRD_LOOPBACK, sa_data=00:00:00:00:00:00}})",
	       inet);
	CALL(ioctl, inet, SIOCGIFMAP, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFMAP, arg={ifr_name=\"lo\", ifr_map={mem_start=0, "
	       "mem_end=0, base_addr=0, irq=0, dma=0, port=0}})",
	       inet);
	CALL(ioctl, inet, SIOCGIFTXQLEN, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFTXQLEN, arg={ifr_name=\"lo\", ifr_qlen=%d})", inet,
	       r.ifr_qlen);
	CALL(ioctl, inet, SIOCGIFMETRIC, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFMETRIC, arg={ifr_name=\"lo\", ifr_metric=%d})", inet,
	       r.ifr_metric);
	strcpy(r.ifr_name, "nope");
	CALL(ioctl, inet, SIOCGIFBRDADDR, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFBRDADDR, arg={ifr_name=\"nope\"})", inet);
	r.ifr_mtu = 5;
	CALL(ioctl, 99, SIOCSIFMTU, &r);
	EXPECT("ioctl(fd=99, request=SIOCSIFMTU, arg={ifr_name=\"nope\", ifr_mtu=5})");
	strcpy(r.ifr_newname, "new");
	CALL(ioctl, 99, SIOCSIFNAME, &r);
	EXPECT("ioctl(fd=99, request=SIOCSIFNAME, arg={ifr_name=\"nope\", ifr_newname=\"new\"})");
	r.ifr_ifindex = 1;
	CALL(ioctl, inet, SIOCGIFNAME, &r);
	EXPECT("ioctl(fd=%d, request=SIOCGIFNAME, arg={ifr_ifindex=1, ifr_name=\"lo\"})", inet);
	CALL(ioctl, inet, SIOCGIFNAME, fault);
	EXPECT("ioctl(fd=%d, request=SIOCGIFNAME, arg=%p)", inet, fault);
	CALL(ioctl, 99, SIOCGIFCONF, &conf);
	EXPECT("ioctl(fd=99, request=SIOCGIFCONF, arg={ifc_len=40 /* 1 * sizeof(struct ifreq) */, "
	       "ifc_buf=%p})",
	       list);
	CALL(ioctl, 99, SIOCBRADDBR, "bridge");
	EXPECT("ioctl(fd=99, request=SIOCBRADDBR, arg=\"bridge\")");
}

static void answered(void)
{
	struct input_absinfo position = { 1, -2, 3, 4, 5, 6 };
	unsigned char bits[96] = { 0 };
	pid_t supervisor = supervise();

	if (supervisor < 0)
		return;
	CALL(ioctl, 98, EVIOCGNAME(5), "name");
	EXPECT("ioctl(fd=98, request=EVIOCGNAME(5), arg=\"name\\0\")");
	CALL(ioctl, 98, EVIOCGABS(ABS_X), &position);
	EXPECT("ioctl(fd=98, request=EVIOCGABS(ABS_X), arg={value=1, minimum=4294967294, %s})",
	       V("maximum=3, fuzz=4, flat=5, resolution=6", "..."));
	CALL(ioctl, 98, EVIOCSABS(ABS_Y), &position);
	EXPECT("ioctl(fd=98, request=EVIOCSABS(ABS_Y), arg={value=1, minimum=4294967294, %s})",
	       V("maximum=3, fuzz=4, flat=5, resolution=6", "..."));
	CALL(ioctl, 98, EVIOCGBIT(0, 8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(0, 8), arg=[])");
	bits[0] = 1 << EV_SYN | 1 << EV_KEY | 1 << EV_REL | 1 << EV_ABS | 1 << EV_MSC;
	CALL(ioctl, 98, EVIOCGBIT(0, 8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(0, 8), arg=[EV_SYN EV_KEY EV_REL EV_ABS %s])",
	       V("EV_MSC", "..."));
	bits[0] = 3;
	bits[95] = 0x80; /* the last one is told of by none */
	CALL(ioctl, 98, EVIOCGBIT(EV_KEY, 96), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(EV_KEY, 96), arg=[KEY_RESERVED KEY_ESC])");
	CALL(ioctl, 98, EVIOCGKEY(8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGKEY(8), arg=[KEY_RESERVED KEY_ESC])");
	CALL(ioctl, 98, EVIOCGBIT(EV_REL, 8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(EV_REL, 8), arg=[REL_X REL_Y])");
	CALL(ioctl, 98, EVIOCGBIT(EV_SW, 8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(EV_SW, 8), arg=[SW_LID SW_TABLET_MODE])");
	CALL(ioctl, 98, EVIOCGLED(8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGLED(8), arg=[LED_NUML LED_CAPSL])");
	CALL(ioctl, 98, EVIOCGPROP(8), bits);
	EXPECT("ioctl(fd=98, request=EVIOCGPROP(8), arg=[INPUT_PROP_POINTER INPUT_PROP_DIRECT])");
	CALL(ioctl, 98, EVIOCGBIT(EV_KEY, 96), fault);
	EXPECT("ioctl(fd=98, request=EVIOCGBIT(EV_KEY, 96), arg=%p)", fault);
	supervise_end(supervisor);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	terminal();
	files();
	interfaces();
	answered();
	return 0;
}
