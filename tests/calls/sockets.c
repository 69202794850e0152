// SPDX-License-Identifier: LGPL-2.1-or-later
/* Sockets: addresses, options, messages. */
#include "expect.h"

#include <arpa/inet.h>
#include <linux/ax25.h>
#include <linux/filter.h>
#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/if_xdp.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

#include <linux/vm_sockets.h>

static void making(void)
{
	int pair[2];

	CALL(socket, AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP);
	EXPECT("socket(domain=AF_INET, type=SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, "
	       "protocol=IPPROTO_TCP)");
	close(rc);
	CALL(socket, AF_UNIX, SOCK_DGRAM, 0);
	EXPECT("socket(domain=AF_UNIX, type=SOCK_DGRAM, protocol=0)");
	close(rc);
	CALL(socket, AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
	EXPECT("socket(domain=AF_NETLINK, type=SOCK_RAW, protocol=NETLINK_ROUTE)");
	close(rc);
	CALL(socket, AF_PACKET, SOCK_PACKET, htons(0x800));
	EXPECT("socket(domain=AF_PACKET, type=SOCK_PACKET, protocol=htons(ETH_P_IP))");
	close(rc);
	CALL(socket, 77, 15, 8);
	EXPECT("socket(domain=0x4d /* AF_??? */, type=0xf /* SOCK_??? */, protocol=8)");
	CALL(socketpair, AF_UNIX, SOCK_SEQPACKET, 0, pair);
	EXPECT("socketpair(domain=AF_UNIX, type=SOCK_SEQPACKET, protocol=0, sv=[%d, %d])", pair[0],
	       pair[1]);
	CALL(socketpair, AF_INET6, SOCK_RAW, IPPROTO_ICMPV6, fault);
	NOT_AS_STRACE("no name");
	EXPECT("socketpair(domain=AF_INET6, type=SOCK_RAW, protocol=IPPROTO_ICMPV6, sv=%p)", fault);
	CALL(shutdown, pair[0], SHUT_WR);
	EXPECT("shutdown(sockfd=%d, how=SHUT_WR)", pair[0]);
	CALL(shutdown, 99, 77);
	EXPECT("shutdown(sockfd=99, how=0x4d /* SHUT_??? */)");
	CALL(listen, 99, -1);
	EXPECT("listen(sockfd=99, backlog=-1)");
}

static void addresses(void)
{
	struct sockaddr_un un = { AF_UNIX, "/some/path" }, abstract = { AF_UNIX, "\0name" };
	struct sockaddr_in in = { .sin_family = AF_INET, .sin_port = htons(80) };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6,
				    .sin6_port = htons(443),
				    .sin6_flowinfo = htonl(7),
				    .sin6_scope_id = 1 };
	struct sockaddr_nl nl = { .nl_family = AF_NETLINK, .nl_pid = 5, .nl_groups = 0x11 };
	struct sockaddr_ll ll = { .sll_family = AF_PACKET,
				  .sll_protocol = htons(3),
				  .sll_ifindex = 1,
				  .sll_hatype = 772,
				  .sll_pkttype = 4,
				  .sll_halen = 6,
				  .sll_addr = { 1, 2, 3, 4, 5, 0xff } };
	unsigned char other[6] = { 77, 0, 'a', 1 };

	inet_pton(AF_INET, "127.0.0.1", &in.sin_addr);
	inet_pton(AF_INET6, "fe80::1", &in6.sin6_addr);
	CALL(connect, 99, &un, sizeof(un));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_UNIX, sun_path=\"/some/path\"}, "
	       "addrlen=110)");
	CALL(connect, 99, &abstract, 7);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_UNIX, sun_path=@\"name\"}, addrlen=7)");
	CALL(connect, 99, &un, 2);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_UNIX}, addrlen=2)");
	CALL(bind, 99, &in, sizeof(in));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_INET, sin_port=htons(80), "
	       "sin_addr=inet_addr(\"127.0.0.1\")}, addrlen=16)");
	CALL(bind, 99, &in, 8);
	EXPECT("bind(sockfd=99, addr={sa_family=AF_INET, sa_data=\"\\0P\\177\\0\\0\\1\"}, "
	       "addrlen=8)");
	CALL(bind, 99, &in6, sizeof(in6));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_INET6, sin6_port=htons(443), "
	       "sin6_flowinfo=htonl(7), inet_pton(AF_INET6, \"fe80::1\", "
	       "&sin6_addr), sin6_scope_id=if_nametoindex(\"lo\")}, addrlen=28)");
	CALL(bind, 99, &in6, 24);
	EXPECT("bind(sockfd=99, addr={sa_family=AF_INET6, sin6_port=htons(443), "
	       "sin6_flowinfo=htonl(7), inet_pton(AF_INET6, \"fe80::1\", "
	       "&sin6_addr)}, addrlen=24)");
	CALL(bind, 99, &nl, sizeof(nl));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_NETLINK, nl_pid=5, nl_groups=0x000011}, "
	       "addrlen=12)");
	nl.nl_pad = 3;
	CALL(bind, 99, &nl, sizeof(nl));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_NETLINK, nl_pad=0x3, nl_pid=5, "
	       "nl_groups=0x000011}, addrlen=12)");
	CALL(bind, 99, &ll, sizeof(ll));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_PACKET, sll_protocol=htons(ETH_P_ALL), "
	       "sll_ifindex=if_nametoindex(\"lo\"), "
	       "sll_hatype=ARPHRD_LOOPBACK, sll_pkttype=PACKET_OUTGOING, sll_halen=6, "
	       "sll_addr=[0x1, 0x2, 0x3, 0x4, 0x5, 0xff]}, addrlen=20)");
	CALL(bind, 99, other, sizeof(other));
	EXPECT("bind(sockfd=99, addr={sa_family=0x4d /* AF_??? */, sa_data=\"a\\1\\0\\0\"}, "
	       "addrlen=6)");
	CALL(bind, 99, fault, 16);
	EXPECT("bind(sockfd=99, addr=%p, addrlen=16)", fault);
	CALL(bind, 99, NULL, -1);
	EXPECT("bind(sockfd=99, addr=NULL, addrlen=-1)");
	CALL(bind, 99, &un, 1);
	EXPECT("bind(sockfd=99, addr=%p, addrlen=1)", &un);
}

/* Bluetooth's have no header for programs in the kernel: bytes. */
static void rarer_addresses(void)
{
	struct sockaddr_vm vm = { .svm_family = AF_VSOCK,
				  .svm_port = 1024,
				  .svm_cid = VMADDR_CID_HOST };
	struct sockaddr_alg alg = { .salg_family = AF_ALG,
				    .salg_type = "hash",
				    .salg_name = "sha256" };
	struct sockaddr_xdp xdp = { .sxdp_family = AF_XDP,
				    .sxdp_flags = XDP_SHARED_UMEM | XDP_COPY,
				    .sxdp_ifindex = 1,
				    .sxdp_queue_id = 3,
				    .sxdp_shared_umem_fd = 98 };
	struct sockaddr_qrtr qrtr = { AF_QIPCRTR, 5, QRTR_PORT_CTRL };
	unsigned char hci[6] = { AF_BLUETOOTH, 0, 1, 0, 3, 0 };
	unsigned char l2[14] = { AF_BLUETOOTH, 0, 3, 0, 1, 2, 3, 4, 5, 6, 0x41, 0, 1, 0 };

	CALL(connect, 99, &vm, sizeof(vm));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_VSOCK, svm_cid=VMADDR_CID_HOST, "
	       "svm_port=0x400, svm_flags=0}, addrlen=16)");
	vm.svm_cid = VMADDR_CID_ANY;
	vm.svm_port = VMADDR_PORT_ANY;
	CALL(bind, 99, &vm, sizeof(vm));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_VSOCK, svm_cid=VMADDR_CID_ANY, "
	       "svm_port=VMADDR_PORT_ANY, svm_flags=0}, addrlen=16)");
	CALL(bind, 99, &vm, 8);
	EXPECT("bind(sockfd=99, addr={sa_family=AF_VSOCK, "
	       "sa_data=\"\\0\\0\\377\\377\\377\\377\"}, addrlen=8)");
	CALL(bind, 99, &alg, sizeof(alg));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_ALG, salg_type=\"hash\", salg_feat=0, "
	       "salg_mask=0, salg_name=\"sha256\"}, addrlen=88)");
	CALL(bind, 99, &xdp, sizeof(xdp));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_XDP, sxdp_flags=XDP_SHARED_UMEM|XDP_COPY, "
	       "sxdp_ifindex=if_nametoindex(\"lo\"), sxdp_queue_id=3, sxdp_shared_umem_fd=98}, "
	       "addrlen=16)");
	CALL(connect, 99, &qrtr, sizeof(qrtr));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_QIPCRTR, sq_node=0x5, "
	       "sq_port=QRTR_PORT_CTRL}, addrlen=12)");
	CALL(bind, 99, hci, sizeof(hci));
	EXPECT("bind(sockfd=99, addr={sa_family=AF_BLUETOOTH, hci_dev=htobs(1), "
	       "hci_channel=HCI_CHANNEL_CONTROL}, addrlen=6)");
	CALL(connect, 99, l2, sizeof(l2));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_BLUETOOTH, "
	       "l2_psm=htobs(L2CAP_PSM_RFCOMM), l2_bdaddr=01:02:03:04:05:06, "
	       "l2_cid=htobs(L2CAP_CID_DYN_START+1), l2_bdaddr_type=BDADDR_LE_PUBLIC}, "
	       "addrlen=14)");
}

static int server, client, accepted;

static void connections(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET }, peer;
	socklen_t len = sizeof(in);

	server = socket(AF_INET, SOCK_STREAM, 0);
	client = socket(AF_INET, SOCK_STREAM, 0);
	inet_pton(AF_INET, "127.0.0.1", &in.sin_addr);
	CALL(bind, server, &in, sizeof(in));
	EXPECT("bind(sockfd=%d, addr={sa_family=AF_INET, sin_port=htons(0), "
	       "sin_addr=inet_addr(\"127.0.0.1\")}, addrlen=16)",
	       server);
	listen(server, 5);
	CALL(getsockname, server, &in, &len);
	EXPECT("getsockname(sockfd=%d, addr={sa_family=AF_INET, sin_port=htons(%d), "
	       "sin_addr=inet_addr(\"127.0.0.1\")}, addrlen=[16])",
	       server, ntohs(in.sin_port));
	CALL(connect, client, &in, sizeof(in));
	EXPECT("connect(sockfd=%d, addr={sa_family=AF_INET, sin_port=htons(%d), "
	       "sin_addr=inet_addr(\"127.0.0.1\")}, addrlen=16)",
	       client, ntohs(in.sin_port));
	len = 100;
	CALL(accept, server, &peer, &len);
	accepted = rc;
	EXPECT("accept(sockfd=%d, addr={sa_family=AF_INET, sin_port=htons(%d), "
	       "sin_addr=inet_addr(\"127.0.0.1\")}, addrlen=[100 => 16])",
	       server, ntohs(peer.sin_port));
	len = 2;
	CALL(getpeername, client, &peer, &len);
	EXPECT("getpeername(sockfd=%d, addr={sa_family=AF_INET}, addrlen=[2 => 16])", client);
	CALL(accept, 99, NULL, NULL);
	EXPECT("accept(sockfd=99, addr=NULL, addrlen=NULL)");
	len = 16;
	CALL(accept4, 99, &peer, &len, SOCK_CLOEXEC | 4);
	EXPECT("accept4(sockfd=99, addr=%p, addrlen=[16], flags=SOCK_CLOEXEC|0x4)", &peer);
	CALL(getsockname, 99, fault, fault);
	EXPECT("getsockname(sockfd=99, addr=%p, addrlen=%p)", fault, fault);
}

static void sending(void)
{
	struct sockaddr_in in = { .sin_family = AF_INET, .sin_port = htons(9) }, from;
	char buffer[50];
	socklen_t len = 16;
	struct iovec vector[2] = { { "abc", 3 }, { "de", 2 } }, into = { buffer, 50 };
	struct msghdr msg = { .msg_iov = vector, .msg_iovlen = 2 };
	struct mmsghdr many[2] = { { .msg_hdr = { .msg_iov = vector, .msg_iovlen = 1 } },
				   { .msg_hdr = { .msg_iov = vector + 1, .msg_iovlen = 1 } } };
	struct timespec later = { 100, 0 };
	int pair[2];

	CALL(sendto, client, "hello", 5, MSG_NOSIGNAL | MSG_DONTWAIT, NULL, 0);
	EXPECT("sendto(sockfd=%d, buf=\"hello\", len=5, flags=MSG_DONTWAIT|MSG_NOSIGNAL, "
	       "dest_addr=NULL, addrlen=0)",
	       client);
	CALL(sendto, 99, fault, 5, 0x800000, &in, 16);
	EXPECT("sendto(sockfd=99, buf=%p, len=5, flags=0x800000 /* MSG_??? */, "
	       "dest_addr={sa_family=AF_INET, sin_port=htons(9), "
	       "sin_addr=inet_addr(\"0.0.0.0\")}, addrlen=16)",
	       fault);
	CALL(recvfrom, accepted, buffer, 50, MSG_PEEK, &from, &len);
	EXPECT("recvfrom(sockfd=%d, buf=\"hello\", len=50, flags=MSG_PEEK, src_addr=%s, "
	       "addrlen=[16 => 0])",
	       accepted, text("%p", &from));
	CALL(recvfrom, 99, buffer, 50, 0, NULL, NULL);
	EXPECT("recvfrom(sockfd=99, buf=%p, len=50, flags=0, src_addr=NULL, addrlen=NULL)", buffer);
	recv(accepted, buffer, 50, 0);
	CALL(sendmsg, client, &msg, 0);
	EXPECT("sendmsg(sockfd=%d, msg={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"abc\", "
	       "iov_len=3}, {iov_base=\"de\", iov_len=2}], "
	       "msg_iovlen=2, msg_controllen=0, msg_flags=0}, flags=0)",
	       client);
	msg = (struct msghdr){
		.msg_iov = &into, .msg_iovlen = 1, .msg_name = &from, .msg_namelen = 16
	};
	CALL(recvmsg, accepted, &msg, 0);
	EXPECT("recvmsg(sockfd=%d, msg={msg_name=%p, msg_namelen=16 => 0, "
	       "msg_iov=[{iov_base=\"abcde\", iov_len=50}], msg_iovlen=1, "
	       "msg_controllen=0, msg_flags=0}, flags=0)",
	       accepted, &from);
	msg.msg_namelen = 16;
	CALL(recvmsg, 99, &msg, MSG_TRUNC);
	EXPECT("recvmsg(sockfd=99, msg={msg_namelen=16}, flags=MSG_TRUNC)");
	CALL(recvmsg, 99, fault, 0);
	EXPECT("recvmsg(sockfd=99, msg=%p, flags=0)", fault);
	CALL(sendmsg, 99, NULL, 0);
	EXPECT("sendmsg(sockfd=99, msg=NULL, flags=0)");
	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair))
		return;
	CALL(sendmmsg, pair[0], many, 2, 0);
	EXPECT("sendmmsg(sockfd=%d, msgvec=[{msg_hdr={msg_name=NULL, msg_namelen=0, "
	       "msg_iov=[{iov_base=\"abc\", iov_len=3}], msg_iovlen=1, "
	       "msg_controllen=0, msg_flags=0}, msg_len=3}, {msg_hdr={msg_name=NULL, "
	       "msg_namelen=0, msg_iov=[{iov_base=\"de\", iov_len=2}], "
	       "msg_iovlen=1, msg_controllen=0, msg_flags=0}, msg_len=2}], vlen=2, flags=0)",
	       pair[0]);
	many[0].msg_hdr.msg_iov = &into;
	CALL(recvmmsg, pair[1], many, 1, 0, &later);
	EXPECT_NOTE(text(" (left {tv_sec=%ld, tv_nsec=%ld})", later.tv_sec, later.tv_nsec),
		    "recvmmsg(sockfd=%d, msgvec=[{msg_hdr={msg_name=NULL, msg_namelen=0, "
		    "msg_iov=[{iov_base=\"abc\", iov_len=50}], msg_iovlen=1, "
		    "msg_controllen=0, msg_flags=0}, msg_len=3}], vlen=1, flags=0, "
		    "timeout={tv_sec=100, tv_nsec=0})",
		    pair[1]);
	CALL(recvmmsg, 99, many, 1, MSG_WAITFORONE, NULL);
	EXPECT("recvmmsg(sockfd=99, msgvec=%p, vlen=1, flags=MSG_WAITFORONE, timeout=NULL)", many);
}

static void controls(void)
{
	char room[200] __attribute__((aligned(8))) = "", byte = 'x';
	struct iovec vector = { &byte, 1 };
	struct msghdr msg = {
		.msg_iov = &vector, .msg_iovlen = 1, .msg_control = room, .msg_controllen = 24
	};
	struct cmsghdr *c = (void *)room;
	int fds[2] = { 0, 1 };

	c->cmsg_len = 24;
	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	memcpy(CMSG_DATA(c), fds, 8);
	CALL(sendmsg, 99, &msg, 0);
	EXPECT("sendmsg(sockfd=99, msg={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", "
	       "iov_len=1}], msg_iovlen=1, msg_control=[{cmsg_len=24, "
	       "cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[0, 1]}], "
	       "msg_controllen=24, msg_flags=0}, flags=0)");
	c->cmsg_type = SCM_CREDENTIALS;
	c->cmsg_len = 28;
	msg.msg_controllen = 32;
	memcpy(CMSG_DATA(c), (int[]){ 5, 6, -1 }, 12);
	CALL(sendmsg, 99, &msg, 0);
	EXPECT("sendmsg(sockfd=99, msg={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", "
	       "iov_len=1}], msg_iovlen=1, msg_control=[{cmsg_len=28, "
	       "cmsg_level=SOL_SOCKET, cmsg_type=SCM_CREDENTIALS, cmsg_data={pid=5, uid=6, "
	       "gid=-1}}], msg_controllen=32, msg_flags=0}, flags=0)");
	c->cmsg_level = 77;
	c->cmsg_type = 7;
	c->cmsg_len = 20;
	msg.msg_controllen = 20;
	memcpy(CMSG_DATA(c), "abcd", 4);
	CALL(sendmsg, 99, &msg, 0);
	NOT_AS_STRACE("no data of unknown levels");
	EXPECT("sendmsg(sockfd=99, msg={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", "
	       "iov_len=1}], msg_iovlen=1, msg_control=[{cmsg_len=20, "
	       "cmsg_level=0x4d /* SOL_?? */, cmsg_type=0x7, cmsg_data=\"abcd\"}], "
	       "msg_controllen=20, msg_flags=0}, flags=0)");
	msg.msg_controllen = 0;
	CALL(sendmsg, 99, &msg, 0);
	EXPECT("sendmsg(sockfd=99, msg={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=\"x\", "
	       "iov_len=1}], msg_iovlen=1, "
	       "msg_controllen=0, msg_flags=0}, flags=0)");
}

static void options(void)
{
	int one = 1, got = 0;
	socklen_t len = 4;
	struct linger linger = { 1, 5 };
	struct ucred cred;
	struct sock_filter filter = { 6, 0, 0, 1 };
	struct sock_fprog program = { 1, &filter };
	struct ip_mreq mreq = { { htonl(0xe0000001) }, { 0 } };
	struct ipv6_mreq mreq6 = { .ipv6mr_interface = 1 };
	int pair[2];

	CALL(setsockopt, server, SOL_SOCKET, SO_REUSEADDR, &one, 4);
	EXPECT("setsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_REUSEADDR, optval=[1], "
	       "optlen=4)",
	       server);
	CALL(getsockopt, server, SOL_SOCKET, SO_TYPE, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_TYPE, optval=[1], optlen=[4])",
	       server);
	len = 2;
	CALL(getsockopt, server, SOL_SOCKET, SO_TYPE, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_TYPE, optval=\"\\1\\0\", "
	       "optlen=[2])",
	       server);
	len = 4;
	CALL(getsockopt, 99, SOL_TCP, TCP_NODELAY, &got, &len);
	EXPECT("getsockopt(sockfd=99, level=SOL_TCP, optname=TCP_NODELAY, optval=%p, optlen=[4])",
	       &got);
	CALL(setsockopt, 99, SOL_IP, IP_TOS, NULL, 0);
	EXPECT("setsockopt(sockfd=99, level=SOL_IP, optname=IP_TOS, optval=NULL, optlen=0)");
	CALL(setsockopt, 99, SOL_IPV6, IPV6_V6ONLY, fault, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_IPV6, optname=IPV6_V6ONLY, optval=%p, optlen=4)",
	       fault);
	CALL(setsockopt, 99, IPPROTO_UDP, 1, &one, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_UDP, optname=UDP_CORK, optval=[1], optlen=4)");
	CALL(setsockopt, 99, SOL_PACKET, PACKET_VERSION, &one, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_PACKET, optname=PACKET_VERSION, optval=%s, "
	       "optlen=4)",
	       "[1]");
	CALL(setsockopt, 99, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &one, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_NETLINK, optname=NETLINK_ADD_MEMBERSHIP, "
	       "optval=[1], optlen=4)");
	CALL(setsockopt, 99, 77, 7, "abc", 3);
	EXPECT("setsockopt(sockfd=99, level=0x4d /* SOL_?? */, optname=7, optval=\"abc\", "
	       "optlen=3)");
	CALL(setsockopt, server, SOL_SOCKET, SO_LINGER, &linger, 8);
	EXPECT("setsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_LINGER, optval={l_onoff=1, "
	       "l_linger=5}, optlen=8)",
	       server);
	len = 8;
	CALL(getsockopt, server, SOL_SOCKET, SO_LINGER, &linger, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_LINGER, optval={l_onoff=1, "
	       "l_linger=5}, optlen=[8])",
	       server);
	for (len = 1; len < 8; len++) {
		static const char *const cut[] = {
			"",
			"l_onoff=\"\\x01\"",
			"l_onoff=\"\\x01\\x00\"",
			"l_onoff=\"\\x01\\x00\\x00\"",
			"l_onoff=1",
			"l_onoff=1, l_linger=\"\\x05\"",
			"l_onoff=1, l_linger=\"\\x05\\x00\"",
			"l_onoff=1, l_linger=\"\\x05\\x00\\x00\"",
		};

		CALL(getsockopt, server, SOL_SOCKET, SO_LINGER, &linger, &len);
		EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_LINGER, optval={%s}, "
		       "optlen=[%d])",
		       server, cut[len], len);
	}
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair))
		return;
	len = sizeof(cred);
	CALL(getsockopt, pair[0], SOL_SOCKET, SO_PEERCRED, &cred, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_PEERCRED, optval={pid=%d, "
	       "uid=%d, gid=%d}, optlen=[12])",
	       pair[0], cred.pid, cred.uid, cred.gid);
	CALL(setsockopt, pair[0], SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program));
	EXPECT("setsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_ATTACH_FILTER, optval={len=1, "
	       "filter=%s}, optlen=16)",
	       pair[0], V("[BPF_STMT(BPF_RET|BPF_K, 0x1)]", ptr(&filter)));
	CALL(setsockopt, 99, SOL_IP, IP_ADD_MEMBERSHIP, &mreq, 8);
	EXPECT("setsockopt(sockfd=99, level=SOL_IP, optname=IP_ADD_MEMBERSHIP, "
	       "optval={imr_multiaddr=inet_addr(\"224.0.0.1\"), "
	       "imr_interface=inet_addr(\"0.0.0.0\")}, optlen=8)");
	inet_pton(AF_INET6, "ff02::1", &mreq6.ipv6mr_multiaddr);
	CALL(setsockopt, 99, SOL_IPV6, IPV6_JOIN_GROUP, &mreq6, sizeof(mreq6));
	EXPECT("setsockopt(sockfd=99, level=SOL_IPV6, optname=IPV6_ADD_MEMBERSHIP, "
	       "optval={inet_pton(AF_INET6, \"ff02::1\", &ipv6mr_multiaddr), "
	       "ipv6mr_interface=if_nametoindex(\"lo\")}, optlen=20)");
}

/* AX.25, RxRPC, IEEE 802.15.4 */
static void rare_addresses(void)
{
	struct full_sockaddr_ax25 ax = { .fsa_ax25 = { AF_AX25, { "" }, 2 } };
	struct {
		uint16_t family, service, type, len;
		union {
			struct sockaddr_in sin;
			struct sockaddr_in6 sin6;
		};
	} rx = { AF_RXRPC, 5, SOCK_DGRAM, sizeof(struct sockaddr_in) };
	struct {
		uint16_t family;
		uint32_t type;
		uint16_t pan;
		union {
			uint8_t hwaddr[8];
			uint16_t number;
		};
		char rest[8];
	} wpan = { AF_IEEE802154, 0, 0x1234, { { 1, 2, 3, 4, 5, 6, 7, 8 } } };
	char *sign = ax.fsa_ax25.sax25_call.ax25_call;

	memcpy(sign, "\x98\x92\x9c\xaa\xb0\x40\x04", 7);
	memcpy(ax.fsa_digipeater, "\x82\x84\x40\x40\x40\x40\x00\xa2\xa6\xa8\x62\x64\x66\x1e", 14);
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=2}, fsa_digipeater=[...]}, addrlen=16)");
	CALL(connect, 99, &ax, sizeof(ax));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=2}, fsa_digipeater=[AB-0, QST123-15]}, addrlen=72)");
	CALL(connect, 99, &ax, 15);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sa_data=\"\\230\\222\\234\\252\\260@\\4\\0\\0\\0\\2\\0\\0\"}, addrlen=15)");
	CALL(connect, 99, &ax, 17);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=2}, fsa_digipeater=[...], ...}, addrlen=17)");
	CALL(connect, 99, &ax, 24);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=2}, fsa_digipeater=[AB-0, ...], ...}, addrlen=24)");
	CALL(connect, 99, &ax, 30);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=2}, fsa_digipeater=[AB-0, QST123-15]}, addrlen=30)");
	ax.fsa_ax25.sax25_ndigis = 0;
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call=LINUX-2, sax25_ndigis=0}, addrlen=16)");
	CALL(connect, 99, &ax, sizeof(ax));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=0}}, addrlen=72)");
	ax.fsa_ax25.sax25_ndigis = -1;
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=-1}}, addrlen=16)");
	ax.fsa_ax25.sax25_ndigis = 9;
	CALL(connect, 99, &ax, sizeof(ax));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, fsa_ax25={sax25_call=LINUX-2, sax25_ndigis=9}, fsa_digipeater=[AB-0, QST123-15, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}, {ax25_call=\"\\x00\\x00\\x00\\x00\\x00\\x00\\x00\"}]}, addrlen=72)");
	ax.fsa_ax25.sax25_ndigis = 0;
	memset(sign, 0x40, 7);
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call={ax25_call=\"\\x40\\x40\\x40\\x40\\x40\\x40\\x40\"} /* * */, sax25_ndigis=0}, addrlen=16)");
	sign[6] = 0;
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call=*, sax25_ndigis=0}, addrlen=16)");
	memcpy(sign, "\x82\x40\x84\x40\x40\x40\x06", 7);
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call={ax25_call=\"\\x82\\x40\\x84\\x40\\x40\\x40\\x06\"} /* A B-3 */, sax25_ndigis=0}, addrlen=16)");
	memcpy(sign, "\x82\x54\x84\x14\x40\x40\x71", 7);
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call={ax25_call=\"\\x82\\x54\\x84\\x14\\x40\\x40\\x71\"}, sax25_ndigis=0}, addrlen=16)");
	memcpy(sign, "\x82\x84\x86\x88\x8a\x8d\x60", 7);
	CALL(connect, 99, &ax, 16);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_AX25, sax25_call={ax25_call=\"\\x82\\x84\\x86\\x88\\x8a\\x8d\\x60\"} /* ABCDEF-0 */, sax25_ndigis=0}, addrlen=16)");
	rx.sin = (struct sockaddr_in){ AF_INET, htons(80), { htonl(INADDR_LOOPBACK) } };
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x5 /* ???_SERVICE */, transport_type=SOCK_DGRAM, transport_len=16, transport={sin={sin_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}}}, addrlen=36)");
	CALL(connect, 99, &rx, 28);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, sa_data=\"\\5\\0\\2\\0\\20\\0\\2\\0\\0P\\177\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"}, addrlen=28)");
	rx.len = 200;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x5 /* ???_SERVICE */, transport_type=SOCK_DGRAM, transport_len=200, transport={sin={sin_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}}}, addrlen=36)");
	rx.len = 4;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x5 /* ???_SERVICE */, transport_type=SOCK_DGRAM, transport_len=4, transport={sin={sin_family=AF_INET, \"\\0P\"}}}, addrlen=36)");
	rx.len = 0;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x5 /* ???_SERVICE */, transport_type=SOCK_DGRAM, transport_len=0, transport={sin={sin_family=AF_INET}}}, addrlen=36)");
	rx.type = 77;
	rx.len = 28;
	rx.service = 2503;
	rx.sin6.sin6_family = AF_INET6;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x9c7 /* YFS_VL_SERVICE */, transport_type=0x4d /* SOCK_??? */, transport_len=28, transport={sin6={sin6_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(2130706433), inet_pton(AF_INET6, \"::\", &sin6_addr), sin6_scope_id=0}}}, addrlen=36)");
	rx.len = 24;
	rx.service = 1;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x1 /* CM_SERVICE */, transport_type=0x4d /* SOCK_??? */, transport_len=24, transport={sin6={sin6_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(2130706433), inet_pton(AF_INET6, \"::\", &sin6_addr)}}}, addrlen=36)");
	rx.sin6.sin6_family = AF_RXRPC;
	CALL(connect, 99, &rx, sizeof(rx));
	EXPECT("connect(sockfd=99, addr={sa_family=AF_RXRPC, srx_service=0x1 /* CM_SERVICE */, transport_type=0x4d /* SOCK_??? */, transport_len=24, transport={family=AF_RXRPC, \"\\0P\\177\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"}}, addrlen=36)");
	wpan.type = 0;
	CALL(connect, 99, &wpan, 20);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0 /* IEEE802154_ADDR_NONE */, pan_id=0x1234}}, addrlen=20)");
	wpan.type = 1;
	CALL(connect, 99, &wpan, 20);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0x1 /* IEEE802154_ADDR_??? */, pan_id=0x1234, hwaddr=01:02:03:04:05:06:07:08}}, addrlen=20)");
	wpan.type = 2;
	CALL(connect, 99, &wpan, 20);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0x2 /* IEEE802154_ADDR_SHORT */, pan_id=0x1234, short_addr=0x201}}, addrlen=20)");
	wpan.type = 3;
	CALL(connect, 99, &wpan, 20);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0x3 /* IEEE802154_ADDR_LONG */, pan_id=0x1234, hwaddr=01:02:03:04:05:06:07:08}}, addrlen=20)");
	wpan.type = 2;
	CALL(connect, 99, &wpan, 18);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, sa_data=\"\\0\\0\\2\\0\\0\\0004\\22\\1\\2\\3\\4\\5\\6\\7\\10\"}, addrlen=18)");
	wpan.pan = 0xffff;
	wpan.number = 0xfffe;
	CALL(connect, 99, &wpan, 24);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0x2 /* IEEE802154_ADDR_SHORT */, pan_id=0xffff /* IEEE802154_PANID_BROADCAST */, short_addr=0xfffe /* IEEE802154_ADDR_UNDEF */}}, addrlen=24)");
	wpan.number = 0xffff;
	CALL(connect, 99, &wpan, 20);
	EXPECT("connect(sockfd=99, addr={sa_family=AF_IEEE802154, addr={addr_type=0x2 /* IEEE802154_ADDR_SHORT */, pan_id=0xffff /* IEEE802154_PANID_BROADCAST */, short_addr=0xffff /* IEEE802154_ADDR_BROADCAST */}}, addrlen=20)");
}

/* Names of options by level, and those that are more than a number. */
static void rarer_options(void)
{
	static const struct {
		int level, name;
		const char *text;
	} names[] = {
		{ SOL_IP, 64, "SOL_IP, optname=IPT_SO_SET_REPLACE" },
		{ SOL_IP, 129, "SOL_IP, optname=EBT_SO_SET_COUNTERS" },
		{ SOL_IPV6, 65, "SOL_IPV6, optname=IP6T_SO_SET_ADD_COUNTERS" },
		{ IPPROTO_SCTP, 3, "SOL_SCTP, optname=SCTP_NODELAY" },
		{ SOL_RAW, 2, "SOL_RAW, optname=0x2 /* RAW_??? */" },
		{ 257, 1, "SOL_AX25, optname=AX25_WINDOW" },
		{ 256, 1, "SOL_IPX, optname=IPX_TYPE" },
		{ 266, 11, "SOL_IRDA, optname=IRLMP_WAITDEVICE" },
		{ 100, 1, "SOL_CAN_BASE, optname=1" },
		{ 101, 3, "SOL_CAN_RAW, optname=CAN_RAW_LOOPBACK" },
		{ 40, 1, "AF_VSOCK, optname=SO_VM_SOCKETS_BUFFER_MIN_SIZE" },
		{ SOL_LLC, 2, "SOL_LLC, optname=LLC_OPT_SIZE" },
		{ SOL_DCCP, 2, "SOL_DCCP, optname=DCCP_SOCKOPT_SERVICE" },
		{ SOL_TIPC, 127, "SOL_TIPC, optname=TIPC_IMPORTANCE" },
		{ SOL_RXRPC, 1, "SOL_RXRPC, optname=RXRPC_SECURITY_KEY" },
		{ SOL_PPPOL2TP, 1, "SOL_PPPOL2TP, optname=PPPOL2TP_SO_DEBUG" },
		{ SOL_BLUETOOTH, 4, "SOL_BLUETOOTH, optname=BT_SECURITY" },
		{ SOL_PNPIPE, 1, "SOL_PNPIPE, optname=PNPIPE_ENCAP" },
		{ SOL_RDS, 8, "SOL_RDS, optname=SO_RDS_TRANSPORT" },
		{ SOL_IUCV, 0x80, "SOL_IUCV, optname=SO_IPRMDATA_MSG" },
		{ SOL_CAIF, 127, "SOL_CAIF, optname=CAIFSO_LINK_SELECT" },
		{ SOL_ALG, 1, "SOL_ALG, optname=ALG_SET_KEY" },
		{ SOL_NFC, 0, "SOL_NFC, optname=NFC_LLCP_RW" },
		{ SOL_KCM, 1, "SOL_KCM, optname=KCM_RECV_DISABLE" },
		{ SOL_TLS, 1, "SOL_TLS, optname=TLS_TX" },
		{ SOL_TLS, 9, "SOL_TLS, optname=0x9 /* TLS_??? */" },
		{ SOL_XDP, 2, "SOL_XDP, optname=XDP_RX_RING" },
	};
	struct sockaddr_in nowhere = { .sin_family = AF_INET,
				       .sin_port = htons(1),
				       .sin_addr = { htonl(INADDR_LOOPBACK) } };
	struct group_req group = { .gr_interface = 1 };
	struct packet_mreq packet = { 1, PACKET_MR_MULTICAST, 6, { 1, 2, 3, 4, 5, 0xff } };
	struct tpacket_req ring = { 4096, 2, 2048, 4 };
	int tcp = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	int netlink = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
	int raw = socket(AF_PACKET, SOCK_RAW, 0);
	uint32_t groups[4] = { 0 }, filter = 1 << 8 | 1;
	socklen_t len = 4;
	int one = 1, got;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		CALL(setsockopt, 99, names[i].level, names[i].name, &one, 4);
		EXPECT("setsockopt(sockfd=99, level=%s, optval=[1], optlen=4)", names[i].text);
	}
	CALL(getsockopt, tcp, SOL_IP, 65, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_IP, optname=IPT_SO_GET_ENTRIES, optval=%p, "
	       "optlen=[4])",
	       tcp, &got);
	/* What a connection that nobody took leaves behind. */
	connect(tcp, (struct sockaddr *)&nowhere, sizeof(nowhere));
	CALL(getsockopt, tcp, SOL_SOCKET, SO_ERROR, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_ERROR, optval=[%s], "
	       "optlen=[4])",
	       tcp, got == ECONNREFUSED ? "ECONNREFUSED" : "EINPROGRESS");
	CALL(getsockopt, tcp, SOL_SOCKET, SO_ERROR, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_ERROR, optval=[0], optlen=[4])",
	       tcp);
	len = 2;
	CALL(getsockopt, tcp, SOL_SOCKET, SO_KEEPALIVE, &got, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_KEEPALIVE, "
	       "optval=\"\\x00\\x00\", optlen=[2])",
	       tcp);
	CALL(setsockopt, tcp, SOL_SOCKET, SO_KEEPALIVE, &one, 2);
	EXPECT("setsockopt(sockfd=%d, level=SOL_SOCKET, optname=SO_KEEPALIVE, optval=%p, optlen=2)",
	       tcp, &one);
	CALL(setsockopt, 99, SOL_SOCKET, SO_TYPE, "12345678", 8);
	EXPECT("setsockopt(sockfd=99, level=SOL_SOCKET, optname=SO_TYPE, optval=\"12345678\", "
	       "optlen=8)");
	CALL(setsockopt, 99, SOL_SOCKET, 74, &one, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_SOCKET, optname=SO_TXREHASH, "
	       "optval=[SOCK_TXREHASH_ENABLED], optlen=4)");
	memcpy(&group.gr_group, &nowhere, sizeof(nowhere));
	CALL(setsockopt, 99, SOL_IP, MCAST_JOIN_GROUP, &group, sizeof(group));
	EXPECT("setsockopt(sockfd=99, level=SOL_IP, optname=MCAST_JOIN_GROUP, "
	       "optval={gr_interface=if_nametoindex(\"lo\"), gr_group={sa_family=AF_INET, "
	       "sin_port=htons(1), sin_addr=inet_addr(\"127.0.0.1\")}}, optlen=136)");
	CALL(setsockopt, 99, SOL_IPV6, MCAST_LEAVE_GROUP, &group, 8);
	EXPECT("setsockopt(sockfd=99, level=SOL_IPV6, optname=MCAST_LEAVE_GROUP, optval=%p, "
	       "optlen=8)",
	       &group);
	CALL(setsockopt, 99, SOL_PACKET, PACKET_RX_RING, &ring, sizeof(ring));
	EXPECT("setsockopt(sockfd=99, level=SOL_PACKET, optname=PACKET_RX_RING, "
	       "optval={tp_block_size=4096, tp_block_nr=2, tp_frame_size=2048, tp_frame_nr=4}, "
	       "optlen=16)");
	CALL(setsockopt, 99, SOL_PACKET, PACKET_TX_RING, &ring, 15);
	EXPECT("setsockopt(sockfd=99, level=SOL_PACKET, optname=PACKET_TX_RING, optval=%p, "
	       "optlen=15)",
	       &ring);
	CALL(setsockopt, 99, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &packet, sizeof(packet));
	EXPECT("setsockopt(sockfd=99, level=SOL_PACKET, optname=PACKET_ADD_MEMBERSHIP, "
	       "optval={mr_ifindex=if_nametoindex(\"lo\"), mr_type=PACKET_MR_MULTICAST, mr_alen=6, "
	       "mr_address=01:02:03:04:05:ff}, optlen=16)");
	if (raw >= 0) {
		len = 8;
		CALL(getsockopt, raw, SOL_PACKET, PACKET_STATISTICS, groups, &len);
		EXPECT("getsockopt(sockfd=%d, level=SOL_PACKET, optname=PACKET_STATISTICS, "
		       "optval={tp_packets=%u, tp_drops=%u}, optlen=[8])",
		       raw, groups[0], groups[1]);
	}
	CALL(setsockopt, 99, SOL_RAW, 1, &filter, 4);
	EXPECT("setsockopt(sockfd=99, level=SOL_RAW, optname=ICMP_FILTER, "
	       "optval=[ICMP_ECHOREPLY ICMP_ECHO], optlen=4)");
	filter = ~(1u << 3 | 1u << 8);
	CALL(setsockopt, 99, SOL_RAW, 1, &filter, 9);
	EXPECT("setsockopt(sockfd=99, level=SOL_RAW, optname=ICMP_FILTER, "
	       "optval=~[ICMP_DEST_UNREACH ICMP_ECHO], optlen=9)");
	one = 2;
	setsockopt(netlink, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &one, sizeof(one));
	len = 8;
	CALL(getsockopt, netlink, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, groups, &len);
	EXPECT("getsockopt(sockfd=%d, level=SOL_NETLINK, optname=NETLINK_LIST_MEMBERSHIPS, "
	       "optval=[%u, %u], optlen=[8])",
	       netlink, groups[0], groups[1]);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	making();
	addresses();
	rarer_addresses();
	connections();
	sending();
	controls();
	options();
	rare_addresses();
	rarer_options();
	return 0;
}
