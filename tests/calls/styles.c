// SPDX-License-Identifier: LGPL-2.1-or-later
/* Constants that are more than a name: check compares them under -X raw and -X verbose, too. */
#include "expect.h"

#include <linux/ax25.h>
#include <linux/bpf.h>
#include <linux/btrfs.h>
#include <linux/kd.h>
#include <linux/quota.h>
#include <linux/uinput.h>
#include <net/if_arp.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

static void sockets(void)
{
	struct sockaddr_ax25 call = { AF_AX25, { "\x98\x92\x9c\xaa\xb0\x40\x04" }, 0 };
	struct packet_mreq member = { 1, PACKET_MR_PROMISC, 6, { 1, 2, 3, 4, 5, 6 } };

	CALL(socket, 77, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 5);
	EXPECT("socket(domain=0x4d /* AF_??? */, type=SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, "
	       "protocol=5)");
	CALL(socket, 77, SOCK_DGRAM, 5);
	EXPECT("socket(domain=0x4d /* AF_??? */, type=SOCK_DGRAM, protocol=5)");
	CALL(socket, 77, SOCK_RAW | 0x10000, 5);
	EXPECT("socket(domain=0x4d /* AF_??? */, type=SOCK_RAW|0x10000 /* SOCK_??? */, protocol=5)");
	CALL(socket, 77, 13 | SOCK_CLOEXEC, 5);
	NOT_AS_STRACE("an unknown type is told with what is known");
	EXPECT("socket(domain=0x4d /* AF_??? */, type=SOCK_CLOEXEC|0xd, protocol=5)");
	CALL(connect, 99, &call, sizeof(call));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call=LINUX-2, "
	       "sax25_ndigis=0}, addrlen=16)");
	call.sax25_call.ax25_call[1] = 0x40;
	CALL(connect, 99, &call, sizeof(call));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, "
	       "sax25_call={ax25_call=\"\\x98\\x40\\x9c\\xaa\\xb0\\x40\\x04\"} /* L NUX-2 */, "
	       "sax25_ndigis=0}, addrlen=16)");
	CALL(setsockopt, 99, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &member, sizeof(member));
	EXPECT("setsockopt(sockfd=99, level=SOL_PACKET, optname=PACKET_ADD_MEMBERSHIP, "
	       "optval={mr_ifindex=%s, mr_type=PACKET_MR_PROMISC, mr_alen=6, "
	       "mr_address=01:02:03:04:05:06}, optlen=16)",
	       "if_nametoindex(\"lo\")");
}

static void signals(void)
{
	siginfo_t info = { .si_signo = SIGUSR1, .si_pid = 1, .si_uid = 2 };

	info.si_code = SI_QUEUE;
	CALL(rt_sigqueueinfo, -1, SIGUSR1, &info);
	EXPECT("rt_sigqueueinfo(tgid=-1, sig=SIGUSR1, info={si_signo=SIGUSR1, si_code=SI_QUEUE, "
	       "si_pid=1, si_uid=2})");
	info.si_code = -77;
	CALL(rt_sigqueueinfo, -1, SIGUSR1, &info);
	EXPECT("rt_sigqueueinfo(tgid=-1, sig=SIGUSR1, info={si_signo=SIGUSR1, si_code=0xffffffb3, "
	       "si_pid=1, si_uid=2})");
}

static void results(void)
{
	CALL(prctl, PR_GET_DUMPABLE);
	EXPECT_NOTE(" (SUID_DUMP_USER)", "prctl(option=PR_GET_DUMPABLE)");
	CALL(personality, 0xffffffff);
	EXPECT_NOTE(" (PER_LINUX)", "personality(persona=0xffffffff)");
	CALL(fcntl, STDOUT_FILENO, F_GETFD);
	EXPECT("fcntl(fd=1, cmd=F_GETFD)");
}

static void numbers(void)
{
	struct btrfs_ioctl_ino_lookup_args lookup = { 5, 77, "" };
	struct btrfs_ioctl_dev_info_args device = { .devid = makedev(8, 1) };
	struct kbentry key = { K_SHIFTTAB, 5, 0x103 };
	union bpf_attr attr = { 0 };

	CALL(quotactl, QCMD(Q_SYNC, USRQUOTA), "/dev/none", 5, 6);
	EXPECT("quotactl(cmd=QCMD(Q_SYNC, USRQUOTA), special=\"/dev/none\")");
	CALL(quotactl, QCMD(0x777777, 9), NULL, 5, 0);
	EXPECT("quotactl(cmd=QCMD(0x777777 /* Q_??? */, 0x9 /* ???QUOTA */), special=NULL, id=5, "
	       "addr=NULL)");
	attr.prog_type = BPF_PROG_TYPE_XDP;
	attr.kern_version = 0x60102;
	attr.insns = attr.license = 0x1000;
	CALL(bpf, BPF_PROG_LOAD, &attr, 44);
	EXPECT("bpf(cmd=BPF_PROG_LOAD, attr={prog_type=BPF_PROG_TYPE_XDP, insn_cnt=0, insns=%s, "
	       "license=0x1000, log_level=0, log_size=0, log_buf=NULL, "
	       "kern_version=KERNEL_VERSION(6, 1, 2)}, size=44)",
	       V("[]", "0x1000"));
	CALL(mknod, "/none/such", S_IFCHR | 0600, makedev(8, 1));
	EXPECT("mknod(path=\"/none/such\", mode=S_IFCHR|0600, dev=makedev(0x8, 0x1))");
	CALL(ioctl, 99, UI_GET_SYSNAME(30), 0x1000);
	EXPECT("ioctl(fd=99, request=UI_GET_SYSNAME(30), arg=0x1000)");
	CALL(ioctl, 99, _IOC(_IOC_READ, 0xfe, 1, 2), 0x1000);
	EXPECT("ioctl(fd=99, request=_IOC(_IOC_READ, 0xfe, 0x1, 0x2), arg=0x1000)");
	CALL(ioctl, 99, BTRFS_IOC_INO_LOOKUP, &lookup);
	EXPECT("ioctl(fd=99, request=BTRFS_IOC_INO_LOOKUP, arg={treeid=BTRFS_FS_TREE_OBJECTID, "
	       "objectid=77})");
	CALL(ioctl, 99, BTRFS_IOC_DEV_INFO, &device);
	EXPECT("ioctl(fd=99, request=BTRFS_IOC_DEV_INFO, arg={devid=makedev(0x8, 0x1)})");
	CALL(ioctl, 99, KDSKBENT, &key);
	EXPECT("ioctl(fd=99, request=KDSKBENT, arg={kb_table=K_SHIFTTAB, kb_index=5, "
	       "kb_value=0x103 /* K_F4 */})");
	CALL(ioctl, 99, KIOCSOUND, 1000);
	EXPECT("ioctl(fd=99, request=KIOCSOUND, arg=1000 /* 1193 Hz */)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	sockets();
	signals();
	results();
	numbers();
	return 0;
}
