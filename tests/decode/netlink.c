// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Messages of netlink, well made and badly, for against_strace: to a port that nobody
 * has, so that nothing comes of them; and a few that the kernel answers.  Nothing is
 * checked here.
 */
#include <arpa/inet.h>
#include <linux/cryptouser.h>
#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/inet_diag.h>
#include <linux/neighbour.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <net/if_arp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

static unsigned char buffer[8192];
static size_t used;

/* strace knows the protocol of those only that have a port. */
static int open_bound(int protocol)
{
	struct sockaddr_nl any = { .nl_family = AF_NETLINK };
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol);

	bind(fd, (struct sockaddr *)&any, sizeof(any));
	return fd;
}

static void *put(const void *data, size_t len)
{
	void *at = buffer + used;

	if (len)
		memcpy(at, data, len);
	used += NLMSG_ALIGN(len);
	return at;
}

static size_t message(int type, int flags, const void *header, size_t len)
{
	struct nlmsghdr message = { .nlmsg_type = (__u16)type,
				    .nlmsg_flags = (__u16)(NLM_F_REQUEST | flags),
				    .nlmsg_seq = 7 };
	size_t at = used;

	put(&message, sizeof(message));
	put(header, len);
	return at;
}

static size_t attribute(int type, const void *data, size_t len)
{
	struct nlattr attribute = { (__u16)(NLA_HDRLEN + len), (__u16)type };
	size_t at = used;

	put(&attribute, sizeof(attribute));
	put(data, len);
	return at;
}

static void number(int type, unsigned value)
{
	attribute(type, &value, sizeof(value));
}

static void text(int type, const char *string)
{
	attribute(type, string, strlen(string) + 1);
}

static void nested_end(size_t at)
{
	((struct nlattr *)(buffer + at))->nla_len = (__u16)(used - at);
}

static void message_end(size_t at)
{
	((struct nlmsghdr *)(buffer + at))->nlmsg_len = (__u32)(used - at);
}

static void send_all(int fd)
{
	struct sockaddr_nl nobody = { .nl_family = AF_NETLINK, .nl_pid = 1 };
	struct iovec iov = { buffer, used };
	struct msghdr msg = { &nobody, sizeof(nobody), &iov, 1, NULL, 0, 0 };

	if (fd >= 0) {
		sendto(fd, buffer, used, 0, (struct sockaddr *)&nobody, sizeof(nobody));
		sendmsg(fd, &msg, 0);
	}
	used = 0;
}

static void links(int fd)
{
	struct ifinfomsg info = { .ifi_family = AF_UNSPEC,
				  .ifi_type = ARPHRD_ETHER,
				  .ifi_index = 1,
				  .ifi_flags = 0x1043,
				  .ifi_change = 0xffffffff };
	struct rtnl_link_stats64 stats64 = { .rx_packets = 1, .tx_bytes = 1ull << 40 };
	struct rtnl_link_stats stats = { .tx_packets = 3 };
	struct ifla_bridge_id id = { { 0x80, 1 }, { 2, 3, 4, 5, 6, 7 } };
	struct ifla_vf_mac mac = { .vf = 2, .mac = { 1, 2, 3 } };
	unsigned conf[34] = { 1, 2, 3 };
	unsigned char byte = 6;
	size_t at, info_at, data, inner;
	__u64 ticks = 1500;

	at = message(RTM_NEWLINK, NLM_F_ACK | NLM_F_EXCL | NLM_F_CREATE, &info, sizeof(info));
	text(IFLA_IFNAME, "br0");
	attribute(IFLA_ADDRESS, "\2\0\0\0\0\1", 6);
	number(IFLA_MTU, 1500);
	attribute(IFLA_OPERSTATE, &byte, 1);
	attribute(IFLA_STATS, &stats, sizeof(stats));
	attribute(IFLA_STATS64, &stats64, sizeof(stats64));
	number(IFLA_EXT_MASK, 9);
	number(IFLA_NET_NS_FD, 0);
	number(IFLA_LINK_NETNSID, (unsigned)-1);
	info_at = attribute(IFLA_LINKINFO | NLA_F_NESTED, NULL, 0);
	text(IFLA_INFO_KIND, "bridge");
	data = attribute(IFLA_INFO_DATA, NULL, 0);
	attribute(IFLA_BR_FORWARD_DELAY, &ticks, sizeof(ticks));
	attribute(IFLA_BR_ROOT_ID, &id, sizeof(id));
	attribute(IFLA_BR_VLAN_PROTOCOL, "\x81\0", 2);
	number(IFLA_BR_STP_STATE, 1);
	nested_end(data);
	text(IFLA_INFO_SLAVE_KIND, "bridge");
	data = attribute(IFLA_INFO_SLAVE_DATA, NULL, 0);
	attribute(IFLA_BRPORT_STATE, &byte, 1);
	nested_end(data);
	nested_end(info_at);
	info_at = attribute(IFLA_AF_SPEC, NULL, 0);
	data = attribute(AF_INET, NULL, 0);
	attribute(IFLA_INET_CONF, conf, sizeof(conf));
	nested_end(data);
	data = attribute(AF_INET6, NULL, 0);
	number(IFLA_INET6_FLAGS, 0x80000010);
	attribute(IFLA_INET6_ADDR_GEN_MODE, &byte, 1);
	nested_end(data);
	nested_end(info_at);
	info_at = attribute(IFLA_VFINFO_LIST, NULL, 0);
	data = attribute(IFLA_VF_INFO, NULL, 0);
	attribute(IFLA_VF_MAC, &mac, sizeof(mac));
	nested_end(data);
	nested_end(info_at);
	info_at = attribute(IFLA_XDP, NULL, 0);
	number(IFLA_XDP_FLAGS, 2);
	attribute(IFLA_XDP_ATTACHED, &byte, 1);
	nested_end(info_at);
	info_at = attribute(IFLA_PROP_LIST, NULL, 0);
	text(IFLA_ALT_IFNAME, "another");
	nested_end(info_at);
	message_end(at);
	send_all(fd);

	info.ifi_family = AF_BRIDGE;
	at = message(RTM_SETLINK, 0, &info, sizeof(info));
	info_at = attribute(IFLA_AF_SPEC, NULL, 0);
	attribute(IFLA_BRIDGE_FLAGS, "\2\0", 2);
	inner = attribute(IFLA_BRIDGE_VLAN_TUNNEL_INFO, NULL, 0);
	number(IFLA_BRIDGE_VLAN_TUNNEL_ID, 5);
	nested_end(inner);
	nested_end(info_at);
	message_end(at);
	at = message(RTM_GETNEIGH, NLM_F_DUMP, &info, sizeof(info));
	message_end(at);
	send_all(fd);
}

static void addresses(int fd)
{
	struct ifaddrmsg address = { AF_INET, 24, IFA_F_PERMANENT, RT_SCOPE_LINK, 1 };
	struct ifa_cacheinfo cache = { 1, 2, 3, 4 };
	struct rtmsg route = {
		AF_INET,	   16,		0,	     0, RT_TABLE_MAIN, RTPROT_BOOT,
		RT_SCOPE_UNIVERSE, RTN_UNICAST, RTM_F_NOTIFY
	};
	struct rtnexthop hop = { sizeof(hop), RTNH_F_ONLINK, 3, 1 };
	struct ndmsg neighbour = { .ndm_family = AF_INET6,
				   .ndm_ifindex = 1,
				   .ndm_state = NUD_STALE | NUD_NOARP,
				   .ndm_flags = NTF_PROXY,
				   .ndm_type = RTN_LOCAL };
	struct fib_rule_hdr rule = { AF_INET, 8, 9, 0, RT_TABLE_LOCAL, 0, 0, FR_ACT_TO_TBL, 2 };
	struct fib_rule_uid_range range = { 1000, 2000 };
	struct tcmsg traffic = { .tcm_family = AF_UNSPEC,
				 .tcm_ifindex = 1,
				 .tcm_parent = TC_H_ROOT };
	struct in6_addr local = IN6ADDR_LOOPBACK_INIT;
	struct in_addr host = { htonl(INADDR_LOOPBACK) };
	unsigned char protocol = IPPROTO_TCP;
	size_t at, inner;

	at = message(RTM_NEWADDR, NLM_F_REPLACE, &address, sizeof(address));
	attribute(IFA_LOCAL, &host, sizeof(host));
	text(IFA_LABEL, "lo:1");
	attribute(IFA_CACHEINFO, &cache, sizeof(cache));
	number(IFA_FLAGS, IFA_F_NOPREFIXROUTE);
	attribute(IFA_ADDRESS, &host, 3);
	message_end(at);
	at = message(RTM_NEWROUTE, NLM_F_APPEND, &route, sizeof(route));
	attribute(RTA_DST, &host, sizeof(host));
	number(RTA_OIF, 1);
	number(RTA_TABLE, RT_TABLE_MAIN);
	number(RTA_PRIORITY, 100);
	inner = attribute(RTA_METRICS, NULL, 0);
	number(RTAX_MTU, 1400);
	text(RTAX_CC_ALGO, "cubic");
	nested_end(inner);
	inner = attribute(RTA_MULTIPATH, NULL, 0);
	put(&hop, sizeof(hop));
	hop.rtnh_len += 8;
	put(&hop, sizeof(hop));
	attribute(RTA_GATEWAY, &host, sizeof(host));
	nested_end(inner);
	message_end(at);
	send_all(fd);

	at = message(RTM_NEWNEIGH, NLM_F_CREATE, &neighbour, sizeof(neighbour));
	attribute(NDA_DST, &local, sizeof(local));
	attribute(NDA_LLADDR, "\2\0\0\0\0\1", 6);
	attribute(NDA_PORT, "\x12\xb5", 2);
	number(NDA_FLAGS_EXT, 1);
	message_end(at);
	at = message(RTM_DELRULE, 0, &rule, sizeof(rule));
	attribute(FRA_SRC, &host, sizeof(host));
	attribute(FRA_UID_RANGE, &range, sizeof(range));
	attribute(FRA_IP_PROTO, &protocol, 1);
	number(FRA_PRIORITY, 5);
	message_end(at);
	at = message(RTM_NEWQDISC, NLM_F_CREATE, &traffic, sizeof(traffic));
	text(TCA_KIND, "pfifo");
	attribute(TCA_OPTIONS, "\1\0\0\0", 4);
	message_end(at);
	/* Only a family, as libraries of old send it. */
	at = message(RTM_GETADDR, NLM_F_DUMP, "\2\0\0\0", 4);
	message_end(at);
	at = message(RTM_NEWPREFIX, 0, "\2\1\1\1", 4);
	message_end(at);
	send_all(fd);
}

static void bad_lengths(int fd)
{
	struct ifinfomsg info = { .ifi_index = 1 };
	size_t at = message(RTM_NEWLINK, 0, &info, sizeof(info));
	size_t inner = attribute(IFLA_IFNAME, "unending", 8);

	/* The attribute says more than there is, then less than its own header. */
	message_end(at);
	((struct nlattr *)(buffer + inner))->nla_len = 4000;
	send_all(fd);
	at = message(RTM_NEWLINK, 0, &info, sizeof(info));
	inner = attribute(IFLA_IFNAME, "x", 2);
	put("tail", 4);
	message_end(at);
	((struct nlattr *)(buffer + inner))->nla_len = 2;
	send_all(fd);
	/* A message longer than what is sent, one shorter than its header, a rest. */
	at = message(RTM_NEWLINK, 0, &info, sizeof(info));
	((struct nlmsghdr *)(buffer + at))->nlmsg_len = 33;
	send_all(fd);
	at = message(NLMSG_NOOP, 0, NULL, 0);
	message_end(at);
	put("rest", 4);
	send_all(fd);
	at = message(NLMSG_DONE, 0, "\0\0\0\0", 4);
	message_end(at);
	send_all(fd);
	at = message(0x7fff, 0, "\1\2\3\4\5", 8);
	message_end(at);
	send_all(fd);
}

static void diagnosis(int fd)
{
	struct inet_diag_req_v2 inet = { .sdiag_family = AF_INET,
					 .sdiag_protocol = IPPROTO_TCP,
					 .idiag_ext = 3,
					 .idiag_states = 0x402 };
	struct unix_diag_req local = { .sdiag_family = AF_UNIX,
				       .udiag_states = ~0u,
				       .udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER };
	struct netlink_diag_req netlink = { .sdiag_family = AF_NETLINK,
					    .sdiag_protocol = NDIAG_PROTO_ALL,
					    .ndiag_show = NDIAG_SHOW_GROUPS };
	struct packet_diag_req packet = { .sdiag_family = AF_PACKET,
					  .pdiag_show = PACKET_SHOW_INFO };
	struct inet_diag_msg answer = { .idiag_family = AF_INET6, .idiag_state = 10 };
	struct {
		struct inet_diag_bc_op op;
		struct inet_diag_hostcond host;
	} condition = { { INET_DIAG_BC_S_COND, 4, 8 }, { .family = AF_UNSPEC, .port = 22 } };
	unsigned memory[9] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
	unsigned char down = 1;
	size_t at;

	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &inet, sizeof(inet));
	attribute(INET_DIAG_REQ_BYTECODE, &condition, sizeof(condition));
	message_end(at);
	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &local, sizeof(local));
	message_end(at);
	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &netlink, sizeof(netlink));
	message_end(at);
	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &packet, sizeof(packet));
	message_end(at);
	send_all(fd);
	at = message(SOCK_DIAG_BY_FAMILY, 0, &answer, sizeof(answer));
	attribute(INET_DIAG_SKMEMINFO, memory, sizeof(memory));
	text(INET_DIAG_CONG, "reno");
	attribute(INET_DIAG_SHUTDOWN, &down, 1);
	attribute(INET_DIAG_INFO, memory, sizeof(memory));
	message_end(at);
	((struct nlmsghdr *)(buffer + at))->nlmsg_flags = NLM_F_MULTI;
	send_all(fd);
}

static void others(void)
{
	int netfilter = open_bound(NETLINK_NETFILTER);
	int crypto = open_bound(NETLINK_CRYPTO);
	int audit = open_bound(NETLINK_AUDIT);
	int uevent = open_bound(NETLINK_KOBJECT_UEVENT);
	struct nfgenmsg tables = { AF_INET, NFNETLINK_V0, htons(NFNL_SUBSYS_NFTABLES) };
	struct crypto_user_alg algorithm = { .cru_name = "sha256", .cru_refcnt = 2 };
	struct {
		char prefix[8];
		unsigned numbers[8];
	} udev = { "libudev", { htonl(0xfeedcafe), 40, 40, 8, 1, 2, 3, 4 } };
	size_t at;

	at = message(NFNL_MSG_BATCH_BEGIN, 0, &tables, sizeof(tables));
	message_end(at);
	at = message(NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_NEWTABLE, NLM_F_CREATE, &tables,
		     sizeof(tables));
	text(NFTA_TABLE_NAME, "filter");
	message_end(at);
	tables.res_id = htons(3);
	at = message(NFNL_SUBSYS_ULOG << 8 | 77, 0, &tables, sizeof(tables));
	message_end(at);
	send_all(netfilter);
	at = message(CRYPTO_MSG_GETALG, NLM_F_DUMP, &algorithm, sizeof(algorithm));
	number(CRYPTOCFGA_PRIORITY_VAL, 100);
	message_end(at);
	send_all(crypto);
	at = message(1107, 0, "text of an AVC", 14);
	message_end(at);
	send_all(audit);
	put(&udev, sizeof(udev));
	put("ACTION=x", 8);
	send_all(uevent);
	put("add@/devices/x", 14);
	send_all(uevent);
	close(netfilter);
	close(crypto);
	close(audit);
	close(uevent);
}

static void answers(int fd)
{
	struct ifaddrmsg address = { .ifa_family = AF_INET };
	struct ifinfomsg info = { .ifi_index = 0x7fffffff };
	int on = 1;
	size_t at;

	setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof(on));
	at = message(RTM_GETADDR, NLM_F_DUMP, &address, sizeof(address));
	message_end(at);
	send(fd, buffer, used, 0);
	recv(fd, buffer, sizeof(buffer), 0);
	recv(fd, buffer, sizeof(buffer), 0);
	used = 0;
	at = message(RTM_GETLINK, NLM_F_ACK, &info, sizeof(info));
	attribute(IFLA_IFNAME, "with no end, and far too long for a name", 40);
	message_end(at);
	send(fd, buffer, used, 0);
	recv(fd, buffer, sizeof(buffer), 0);
	used = 0;
}

int main(void)
{
	int route = open_bound(NETLINK_ROUTE);
	int diag = open_bound(NETLINK_SOCK_DIAG);

	links(route);
	addresses(route);
	bad_lengths(route);
	diagnosis(diag);
	others();
	answers(route);
	return 0;
}
