// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Requests of ioctl by group, on a device that knows none of them, and those that
 * can be made without harm, for against_strace.  Nothing is checked here.
 */
#include <fcntl.h>
#include <linux/blkzoned.h>
#include <linux/fs.h>
#include <linux/fscrypt.h>
#include <linux/if_tun.h>
#include <linux/input.h>
#include <linux/kd.h>
#include <linux/kvm.h>
#include <linux/loop.h>
#include <linux/nsfs.h>
#include <linux/perf_event.h>
#include <linux/random.h>
#include <linux/rtc.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

static char buffer[4096];

static void by_name(int null)
{
	static const unsigned long requests[] = {
		BLKGETSIZE64,
		BLKGETSIZE,
		BLKROGET,
		BLKROSET,
		BLKRRPART,
		BLKFLSBUF,
		BLKSSZGET,
		BLKBSZGET,
		BLKDISCARD,
		BLKZEROOUT,
		BLKPBSZGET,
		BLKIOMIN,
		BLKIOOPT,
		BLKALIGNOFF,
		BLKDISCARDZEROES,
		BLKROTATIONAL,
		BLKSECDISCARD,
		BLKRAGET,
		BLKFRAGET,
		BLKSECTGET,
		BLKREPORTZONE,
		BLKRESETZONE,
		FIBMAP,
		FIGETBSZ,
		FITRIM,
		FS_IOC_GETFLAGS,
		FS_IOC_SETFLAGS,
		FS_IOC_GETVERSION,
		FS_IOC_FSGETXATTR,
		FS_IOC_GETFSLABEL,
		FS_IOC_SETFSLABEL,
		LOOP_CLR_FD,
		LOOP_GET_STATUS64,
		LOOP_SET_CAPACITY,
		LOOP_CTL_GET_FREE,
		RTC_AIE_ON,
		RTC_AIE_OFF,
		RTC_UIE_ON,
		RTC_ALM_SET,
		RTC_ALM_READ,
		RTC_RD_TIME,
		RTC_SET_TIME,
		RTC_IRQP_READ,
		RTC_WKALM_SET,
		RTC_WKALM_RD,
		RTC_VL_CLR,
		EVIOCGNAME(64),
		EVIOCGPHYS(64),
		EVIOCGPROP(8),
		EVIOCGKEY(64),
		EVIOCGLED(8),
		EVIOCGBIT(0, 8),
		EVIOCGBIT(EV_KEY, 96),
		EVIOCGABS(ABS_X),
		EVIOCGVERSION,
		EVIOCGREP,
		EVIOCSREP,
		EVIOCSCLOCKID,
		KVM_GET_API_VERSION,
		KVM_CREATE_VM,
		KVM_GET_VCPU_MMAP_SIZE,
		KVM_SET_USER_MEMORY_REGION,
		KVM_RUN,
		PERF_EVENT_IOC_ENABLE,
		PERF_EVENT_IOC_DISABLE,
		PERF_EVENT_IOC_RESET,
		PERF_EVENT_IOC_PERIOD,
		PERF_EVENT_IOC_SET_FILTER,
		PERF_EVENT_IOC_ID,
		NS_GET_USERNS,
		NS_GET_PARENT,
		NS_GET_NSTYPE,
		NS_GET_OWNER_UID,
		SIOCGIFNAME,
		SIOCGIFFLAGS,
		SIOCSIFFLAGS,
		SIOCGIFADDR,
		SIOCSIFADDR,
		SIOCGIFDSTADDR,
		SIOCGIFBRDADDR,
		SIOCGIFNETMASK,
		SIOCGIFMETRIC,
		SIOCGIFMTU,
		SIOCSIFMTU,
		SIOCSIFNAME,
		SIOCGIFHWADDR,
		SIOCGIFINDEX,
		SIOCGIFTXQLEN,
		SIOCSIFTXQLEN,
		SIOCGIFMAP,
		SIOCGSTAMP,
		SIOCBRADDBR,
		SIOCOUTQ,
		SIOCINQ,
		SIOCATMARK,
		SIOCGPGRP,
		SIOCSPGRP,
		FIOASYNC,
		FIONBIO,
		FIOCLEX,
		FIONCLEX,
		FIOQSIZE,
		TUNSETIFF,
		TUNSETPERSIST,
		TUNSETOWNER,
		TUNGETIFF,
		TUNGETFEATURES,
		TCGETS,
		TCSETS,
		TCSETSW,
		TCSETSF,
		TCXONC,
		TCFLSH,
		TIOCEXCL,
		TIOCNXCL,
		TIOCGPGRP,
		TIOCSPGRP,
		TIOCOUTQ,
		TIOCSTI,
		TIOCGWINSZ,
		TIOCSWINSZ,
		TIOCMGET,
		TIOCMBIS,
		TIOCMSET,
		TIOCGSOFTCAR,
		TIOCCONS,
		TIOCGSERIAL,
		TIOCPKT,
		TIOCNOTTY,
		TIOCSETD,
		TIOCGETD,
		TIOCSBRK,
		TIOCCBRK,
		TIOCGSID,
		TIOCGPTN,
		TIOCSPTLCK,
		TIOCGPTPEER,
		TIOCVHANGUP,
		FIONREAD,
		RNDGETENTCNT,
		RNDADDTOENTCNT,
		FS_IOC_SET_ENCRYPTION_POLICY,
	};

	for (unsigned i = 0; i < sizeof(requests) / sizeof(*requests); i++) {
		memset(buffer, 0, 256);
		strcpy(buffer, "lo");
		ioctl(null, requests[i], buffer);
		ioctl(null, requests[i], 0);
	}
}

static void interfaces(void)
{
	static const unsigned long requests[] = {
		SIOCGIFFLAGS,  SIOCGIFADDR,   SIOCGIFNETMASK, SIOCGIFBRDADDR,
		SIOCGIFMTU,    SIOCGIFHWADDR, SIOCGIFINDEX,   SIOCGIFMETRIC,
		SIOCGIFTXQLEN, SIOCGIFMAP,    SIOCGIFDSTADDR,
	};
	int inet = socket(AF_INET, SOCK_DGRAM, 0);
	struct ifreq request = { 0 };

	for (unsigned i = 0; i < sizeof(requests) / sizeof(*requests); i++) {
		strcpy(request.ifr_name, "lo");
		ioctl(inet, requests[i], &request);
	}
	request.ifr_ifindex = 1;
	ioctl(inet, SIOCGIFNAME, &request);
	close(inet);
}

static void others(void)
{
	struct ip_mreqn multicast = { { htonl(0xe0000001) }, { htonl(0x7f000001) }, 1 };
	struct winsize size = { 25, 80, 0, 0 };
	struct termios termios;
	int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY), value = 0;
	int random = open("/dev/urandom", O_RDONLY), space = open("/proc/self/ns/user", O_RDONLY);
	int inet = socket(AF_INET, SOCK_DGRAM, 0), wide[4] = { 1 };

	ioctl(terminal, TIOCSPTLCK, &value);
	ioctl(terminal, TCGETS, &termios);
	ioctl(terminal, TCSETS, &termios);
	ioctl(terminal, TIOCSWINSZ, &size);
	ioctl(terminal, TIOCGWINSZ, &size);
	ioctl(terminal, TCFLSH, TCIOFLUSH);
	ioctl(random, RNDGETENTCNT, &value);
	ioctl(space, NS_GET_NSTYPE);
	ioctl(space, NS_GET_OWNER_UID, &value);
	setsockopt(inet, SOL_IP, IP_ADD_MEMBERSHIP, &multicast, 8);
	setsockopt(inet, SOL_IP, IP_DROP_MEMBERSHIP, &multicast, sizeof(multicast));
	setsockopt(inet, SOL_SOCKET, SO_REUSEADDR, wide, sizeof(wide));
	close(terminal);
	close(random);
	close(space);
	close(inet);
}

/* Addresses of families that few have sockets of, to no socket: whole, short and long. */
static void addresses(void)
{
	static const unsigned char families[] = { AF_IPX, AF_X25,   AF_BLUETOOTH, AF_ALG,
						  AF_NFC, AF_VSOCK, AF_QIPCRTR,	  AF_XDP };
	static const unsigned char lengths[] = { 3,  4,	 6,  8,	 10, 12, 13, 14, 15,
						 16, 24, 32, 40, 87, 88, 96, 100 };
	static const unsigned char bytes[2][126] = {
		{ 1,   0,   0,	 0,   1, 0, 0, 0, 2,   0,   0,	 0,   0, 0,
		  'h', 'a', 's', 'h', 0, 0, 0, 0, 's', 'h', 'a', '1', 0 },
		{ 0x81, 0x10, 0x60, 0,	 255, 255, 255, 255, 0x45, 0, 3,
		  0,	255,  255,  255, 255, 1,   16,	0,   0,	   0, 'x' },
	};

	for (size_t i = 0; i < sizeof(families); i++)
		for (size_t k = 0; k < 2; k++)
			for (size_t j = 0; j < sizeof(lengths); j++) {
				unsigned char address[128] = { families[i] };

				memcpy(address + 2, bytes[k], sizeof(bytes[k]));
				connect(-1, (struct sockaddr *)address, lengths[j]);
			}
}

static void interface_lists(void)
{
	struct ifreq list[8];
	struct ifconf conf = { .ifc_len = sizeof(list), .ifc_req = list };
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	ioctl(fd, SIOCGIFCONF, &conf);
	conf.ifc_len = 7;
	ioctl(fd, SIOCGIFCONF, &conf);
	conf.ifc_req = NULL;
	ioctl(fd, SIOCGIFCONF, &conf);
	close(fd);
}

/* Of a console, to what is none. */
static void console(int null)
{
	static const unsigned long requests[] = {
		KDENABIO,  KDDISABIO, KDMAPDISP, KDUNMAPDISP, PIO_FONTRESET, KDSETMODE,	  KDGETMODE,
		KDSKBMODE, KDGKBMODE, KDGKBTYPE, KDSETLED,    KDGETLED,	     KDSIGACCEPT,
	};

	for (size_t i = 0; i < sizeof(requests) / sizeof(*requests); i++)
		for (unsigned long value = 0; value < 10; value += 3)
			ioctl(null, requests[i], value);
}

int main(void)
{
	int null = open("/dev/null", O_RDWR);

	by_name(null);
	interfaces();
	others();
	console(null);
	close(null);
	addresses();
	interface_lists();
	return 0;
}
