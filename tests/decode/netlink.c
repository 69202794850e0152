// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Messages of netlink, well made and badly, for against_strace: to a port that nobody
 * has, so that nothing comes of them; and a few that the kernel answers.  Nothing is
 * checked here.
 */
#include <arpa/inet.h>
#include <linux/cryptouser.h>
#include <linux/dcbnl.h>
#include <linux/fib_rules.h>
#include <linux/gen_stats.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_bonding.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/inet_diag.h>
#include <linux/neighbour.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_cttimeout.h>
#include <linux/netlink.h>
#include <linux/mpls.h>
#include <linux/mroute.h>
#include <linux/mroute6.h>
#include <linux/mptcp.h>
#include <linux/net_namespace.h>
#include <linux/netconf.h>
#include <linux/netlink_diag.h>
#include <linux/nexthop.h>
#include <linux/packet_diag.h>
#include <linux/pkt_cls.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/smc_diag.h>
#include <linux/sock_diag.h>
#include <linux/tls.h>
#include <linux/unix_diag.h>
#include <linux/xfrm.h>
#include <net/if_arp.h>
#include <stdbool.h>
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
	struct dcbmsg dcb = { AF_INET, DCB_CMD_IEEE_GET, 0 };
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
	at = message(RTM_GETDCB, 0, &dcb, sizeof(dcb));
	text(DCB_ATTR_IFNAME, "lo");
	number(DCB_ATTR_MAX + 1, 1);
	message_end(at);
	dcb.cmd = 77;
	at = message(RTM_SETDCB, 0, &dcb, sizeof(dcb));
	message_end(at);
	at = message(RTM_GETDCB, 0, &dcb, 1);
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
	struct smc_diag_req smc = { .diag_family = AF_SMC, .diag_ext = 7 };
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
	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &smc, sizeof(smc));
	message_end(at);
	at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &smc, 9);
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

/*
 * Every attribute of a set, each with data of many lengths, right and wrong, behind one
 * header.  path: the attributes that the set lies in, ended by END.
 */
#define END (-1)
#define PATH_MAX_DEPTH 4

struct set {
	int type, flags;
	const void *header;
	size_t len;
	const char *kind; /* of the link, told before the last attribute of the path; or NULL */
	int kind_type;
	int path[PATH_MAX_DEPTH];
	int last;
};

static const unsigned char pattern[256] = {
	2,  0,	 0,   0,   1,	0,   0, 0,   3,	  0,   4, 0,	0,    1,    0,	0, 127, 0, 0,  1,
	10, 255, 255, 255, 128, 'a', 0, 'b', 200, 201, 8, 0x45, 0x12, 0xb5, 16, 1, 0,	6, 17,
};

/*
 * What strace 6.1 shows otherwise if it has the wrong length (it reads some numbers whatever
 * follows, shows what follows some structs, has some addresses of 7 bytes), or has no name for;
 * and of a hop without a length it comes to no end.
 */
static bool is_other(const struct set *set, int attribute)
{
	static const struct {
		int type;
		int in; /* END: in none */
		int attribute;
	} others[] = {
		{ RTM_NEWLINK, END, IFLA_ADDRESS },
		{ RTM_NEWLINK, END, IFLA_BROADCAST },
		{ RTM_NEWLINK, END, IFLA_PERM_ADDRESS },
		{ RTM_NEWLINK, END, IFLA_EVENT },
		{ RTM_NEWLINK, AF_INET6, IFLA_INET6_STATS },
		{ RTM_NEWLINK, IFLA_PROTINFO, IFLA_INET6_STATS },
		{ RTM_NEWLINK, IFLA_AF_SPEC, IFLA_BRIDGE_VLAN_INFO },
		{ RTM_NEWLINK, IFLA_INFO_DATA, IFLA_BR_VLAN_PROTOCOL },
		{ RTM_NEWLINK, IFLA_VF_INFO, IFLA_VF_IB_NODE_GUID },
		{ RTM_NEWLINK, IFLA_VF_INFO, IFLA_VF_IB_PORT_GUID },
		{ RTM_NEWLINK, IFLA_VF_PORT, IFLA_PORT_VSI_TYPE },
		{ RTM_NEWLINK, IFLA_PORT_SELF, IFLA_PORT_VSI_TYPE },
		{ RTM_NEWLINK, IFLA_XDP, IFLA_XDP_FLAGS },
		{ RTM_NEWADDR, END, IFA_FLAGS },
		{ RTM_NEWADDR, END, IFA_PROTO },
		{ RTM_NEWROUTE, END, RTA_MULTIPATH },
		{ RTM_NEWROUTE, END, RTA_TABLE },
		{ RTM_NEWROUTE, END, RTA_ENCAP_TYPE },
		{ RTM_NEWROUTE, END, RTA_NH_ID },
		{ RTM_NEWROUTE, RTA_METRICS, RTAX_FASTOPEN_NO_COOKIE },
		{ RTM_NEWNEIGH, END, NDA_PROTOCOL },
		{ RTM_NEWRULE, END, FRA_TABLE },
		{ RTM_NEWRULE, END, FRA_PROTOCOL },
		{ RTM_NEWRULE, END, FRA_IP_PROTO },
		{ RTM_NEWNEXTHOP, END, NHA_GROUP },
		{ RTM_NEWNEXTHOP, END, NHA_ENCAP_TYPE },
		{ SOCK_DIAG_BY_FAMILY, END, INET_DIAG_REQ_PROTOCOL },
		{ SOCK_DIAG_BY_FAMILY, END, INET_DIAG_PROTOCOL },
		{ SOCK_DIAG_BY_FAMILY, END, INET_DIAG_SOCKOPT },
		{ SOCK_DIAG_BY_FAMILY, END, PACKET_DIAG_FILTER },
		{ SOCK_DIAG_BY_FAMILY, END, NETLINK_DIAG_FLAGS },
	};
	int in = END;

	for (int i = 0; i < PATH_MAX_DEPTH && set->path[i] != END; i++)
		in = set->path[i];
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (others[i].type == set->type && others[i].in == in &&
		    others[i].attribute == attribute)
			return true;
	return false;
}

static void sweep(int fd, const struct set *set)
{
	static const unsigned char lengths[] = { 0,  1,	 2,  3,	 4,  6,	 8,   12,
						 16, 20, 32, 36, 48, 64, 130, 250 };
	struct sockaddr_nl nobody = { .nl_family = AF_NETLINK, .nl_pid = 1 };
	int reverse;

	for (int number_ = 0; number_ <= 2 * set->last + 1; number_++) {
		size_t at = message(set->type, set->flags, set->header, set->len);
		size_t nested[PATH_MAX_DEPTH];
		int depth = 0;

		if (is_other(set, number_ / 2)) {
			used = 0;
			continue;
		}
		reverse = number_ & 1;
		if (!(set->flags & NLM_F_REQUEST))
			((struct nlmsghdr *)(buffer + at))->nlmsg_flags = (__u16)set->flags;
		for (; depth < PATH_MAX_DEPTH && set->path[depth] != END; depth++) {
			if (set->kind &&
			    (depth + 1 == PATH_MAX_DEPTH || set->path[depth + 1] == END))
				text(set->kind_type, set->kind);
			nested[depth] = attribute(set->path[depth], NULL, 0);
		}
		for (size_t i = 0; i < sizeof(lengths); i++)
			attribute(number_ / 2, pattern + (reverse ? 1 : 0), lengths[i]);
		while (depth--)
			nested_end(nested[depth]);
		message_end(at);
		sendto(fd, buffer, used, 0, (struct sockaddr *)&nobody, sizeof(nobody));
		used = 0;
	}
}

#define SET(type, flags, header, last, ...)                                            \
	{                                                                              \
		type, flags, &(header), sizeof(header), NULL, 0, { __VA_ARGS__ }, last \
	}

/* Up to the last attribute that the headers of this system know. */
static void sweeps(int route, int diag)
{
	static const struct ifinfomsg info = { .ifi_type = ARPHRD_ETHER, .ifi_index = 1 };
	static const struct ifinfomsg bridge = { .ifi_family = AF_BRIDGE, .ifi_index = 1 };
	static const struct ifinfomsg inet6 = { .ifi_family = AF_INET6, .ifi_index = 1 };
	static const struct ifaddrmsg address = { AF_INET, 24, 0, 0, 1 },
				      address6 = { AF_INET6, 64, 0, 0, 1 };
	static const struct rtmsg rt = { .rtm_family = AF_INET }, rt6 = { .rtm_family = AF_INET6 };
	static const struct ndmsg nd = { .ndm_family = AF_INET, .ndm_ifindex = 1 };
	static const struct ndtmsg ndt = { .ndtm_family = AF_INET };
	static const struct fib_rule_hdr rule = { .family = AF_INET };
	static const struct tcmsg tc = { .tcm_ifindex = 1 };
	static const struct tcamsg tca = { .tca_family = AF_INET };
	static const struct ifaddrlblmsg label = { .ifal_family = AF_INET6 };
	static const struct netconfmsg netconf = { AF_INET };
	static const struct rtgenmsg gen = { AF_UNSPEC };
	static const struct nhmsg nh = { .nh_family = AF_INET };
	static const struct br_port_msg port = { AF_BRIDGE, 1 };
	static const struct if_stats_msg stats = { .ifindex = 1, .filter_mask = 0x7f };
	static const struct inet_diag_msg inet = { .idiag_family = AF_INET };
	static const struct inet_diag_req_v2 request = { .sdiag_family = AF_INET };
	static const struct unix_diag_msg local = { .udiag_family = AF_UNIX };
	static const struct netlink_diag_msg netlink = { .ndiag_family = AF_NETLINK };
	static const struct packet_diag_msg packet = { .pdiag_family = AF_PACKET };
	static const struct smc_diag_msg smc = { .diag_family = AF_SMC, .diag_state = 20 };
	static const struct rtgenmsg report = { RTNL_FAMILY_IPMR };
	static const struct rtgenmsg report6 = { RTNL_FAMILY_IP6MR };
	const struct set sets[] = {
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_TSO_MAX_SEGS, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_PROTO_DOWN_REASON_MAX,
		    IFLA_PROTO_DOWN_REASON, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, AF_MCTP + 1, IFLA_AF_SPEC, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_INET_MAX, IFLA_AF_SPEC, AF_INET, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_INET6_RA_MTU, IFLA_AF_SPEC, AF_INET6,
		    END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_MCTP_MAX, IFLA_AF_SPEC, AF_MCTP, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, inet6, IFLA_INET6_RA_MTU, IFLA_PROTINFO, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_INET6_RA_MTU, IFLA_PROTINFO, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, bridge, IFLA_BRPORT_LOCKED, IFLA_PROTINFO, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, bridge, IFLA_BRIDGE_CFM, IFLA_AF_SPEC, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, bridge, IFLA_BRIDGE_VLAN_TUNNEL_MAX, IFLA_AF_SPEC,
		    IFLA_BRIDGE_VLAN_TUNNEL_INFO, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_INFO_SLAVE_DATA, IFLA_LINKINFO, END),
		{ RTM_NEWLINK,
		  NLM_F_REQUEST,
		  &info,
		  sizeof(info),
		  "bridge",
		  IFLA_INFO_KIND,
		  { IFLA_LINKINFO, IFLA_INFO_DATA, END },
		  IFLA_BR_MCAST_QUERIER_STATE },
		{ RTM_NEWLINK,
		  NLM_F_REQUEST,
		  &info,
		  sizeof(info),
		  "tun",
		  IFLA_INFO_KIND,
		  { IFLA_LINKINFO, IFLA_INFO_DATA, END },
		  IFLA_TUN_MAX },
		{ RTM_NEWLINK,
		  NLM_F_REQUEST,
		  &info,
		  sizeof(info),
		  "other",
		  IFLA_INFO_KIND,
		  { IFLA_LINKINFO, IFLA_INFO_DATA, END },
		  3 },
		{ RTM_NEWLINK,
		  NLM_F_REQUEST,
		  &info,
		  sizeof(info),
		  "bridge",
		  IFLA_INFO_SLAVE_KIND,
		  { IFLA_LINKINFO, IFLA_INFO_SLAVE_DATA, END },
		  IFLA_BRPORT_LOCKED },
		{ RTM_NEWLINK,
		  NLM_F_REQUEST,
		  &info,
		  sizeof(info),
		  "other",
		  IFLA_INFO_SLAVE_KIND,
		  { IFLA_LINKINFO, IFLA_INFO_SLAVE_DATA, END },
		  3 },
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_VF_INFO_MAX, IFLA_VFINFO_LIST, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_VF_MAX, IFLA_VFINFO_LIST, IFLA_VF_INFO,
		    END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_VF_STATS_MAX, IFLA_VFINFO_LIST,
		    IFLA_VF_INFO, IFLA_VF_STATS, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_VF_VLAN_INFO_MAX, IFLA_VFINFO_LIST,
		    IFLA_VF_INFO, IFLA_VF_VLAN_LIST, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_VF_PORT_MAX, IFLA_VF_PORTS, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_PORT_MAX, IFLA_VF_PORTS, IFLA_VF_PORT,
		    END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_PORT_MAX, IFLA_PORT_SELF, END),
		SET(RTM_NEWLINK, NLM_F_REQUEST, info, IFLA_XDP_EXPECTED_FD, IFLA_XDP, END),
		SET(RTM_NEWADDR, NLM_F_REQUEST, address, IFA_PROTO, END),
		SET(RTM_NEWADDR, NLM_F_REQUEST, address6, IFA_MULTICAST, END),
		SET(RTM_NEWADDRLABEL, NLM_F_REQUEST, label, IFAL_LABEL, END),
		SET(RTM_NEWROUTE, NLM_F_REQUEST, rt, RTA_NH_ID, END),
		SET(RTM_NEWROUTE, NLM_F_REQUEST, rt6, RTA_NH_ID, END),
		SET(RTM_NEWROUTE, NLM_F_REQUEST, rt, RTAX_MAX, RTA_METRICS, END),
		SET(RTM_NEWNEIGH, NLM_F_REQUEST, nd, NDA_NDM_FLAGS_MASK, END),
		SET(RTM_NEWNEIGH, NLM_F_REQUEST, nd, NFEA_DONT_REFRESH, NDA_FDB_EXT_ATTRS, END),
		SET(RTM_NEWNEIGHTBL, NLM_F_REQUEST, ndt, NDTA_GC_INTERVAL, END),
		SET(RTM_NEWNEIGHTBL, NLM_F_REQUEST, ndt, NDTPA_INTERVAL_PROBE_TIME_MS, NDTA_PARMS,
		    END),
		SET(RTM_NEWRULE, NLM_F_REQUEST, rule, FRA_DPORT_RANGE, END),
		SET(RTM_NEWQDISC, NLM_F_REQUEST, tc, TCA_EGRESS_BLOCK, END),
		SET(RTM_NEWQDISC, NLM_F_REQUEST, tc, TCA_STATS_PKT64, TCA_STATS2, END),
		SET(RTM_NEWQDISC, NLM_F_REQUEST, tc, TCA_STAB_MAX, TCA_STAB, END),
		SET(RTM_NEWACTION, NLM_F_REQUEST, tca, TCA_ACT_USED_HW_STATS, END),
		SET(RTM_NEWACTION, NLM_F_REQUEST, tca, TCA_STATS_PKT64, TCA_ACT_STATS, END),
		SET(RTM_NEWNSID, NLM_F_REQUEST, gen, NETNSA_MAX, END),
		SET(RTM_NEWCACHEREPORT, NLM_F_REQUEST, report, IPMRA_CREPORT_TABLE + 1, END),
		SET(RTM_NEWCACHEREPORT, NLM_F_REQUEST, report6, IP6MRA_CREPORT_PKT + 1, END),
		SET(RTM_NEWCACHEREPORT, NLM_F_REQUEST, gen, 2, END),
		SET(RTM_NEWNETCONF, NLM_F_REQUEST, netconf, NETCONFA_BC_FORWARDING, END),
		SET(RTM_NEWMDB, NLM_F_REQUEST, port, MDBA_MAX, END),
		SET(RTM_NEWMDB, NLM_F_REQUEST, port, MDBA_MDB_MAX, MDBA_MDB, END),
		SET(RTM_NEWMDB, NLM_F_REQUEST, port, MDBA_MDB_ENTRY_MAX, MDBA_MDB, MDBA_MDB_ENTRY,
		    END),
		SET(RTM_NEWMDB, NLM_F_REQUEST, port, MDBA_ROUTER_MAX, MDBA_ROUTER, END),
		SET(RTM_GETSTATS, NLM_F_REQUEST, stats, IFLA_STATS_AF_SPEC, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, LINK_XSTATS_TYPE_MAX,
		    IFLA_STATS_LINK_XSTATS, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, BRIDGE_XSTATS_MAX, IFLA_STATS_LINK_XSTATS,
		    LINK_XSTATS_TYPE_BRIDGE, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, BOND_XSTATS_MAX,
		    IFLA_STATS_LINK_XSTATS_SLAVE, LINK_XSTATS_TYPE_BOND, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, BOND_3AD_STAT_MAX,
		    IFLA_STATS_LINK_XSTATS_SLAVE, LINK_XSTATS_TYPE_BOND, BOND_XSTATS_3AD, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, IFLA_OFFLOAD_XSTATS_CPU_HIT,
		    IFLA_STATS_LINK_OFFLOAD_XSTATS, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, AF_MPLS, IFLA_STATS_AF_SPEC, END),
		SET(RTM_NEWSTATS, NLM_F_REQUEST, stats, MPLS_STATS_MAX, IFLA_STATS_AF_SPEC, AF_MPLS,
		    END),
		SET(RTM_NEWNEXTHOP, NLM_F_REQUEST, nh, NHA_RES_BUCKET, END),
		SET(RTM_NEWNEXTHOP, NLM_F_REQUEST, nh, NHA_RES_GROUP_MAX, NHA_RES_GROUP, END),
		SET(RTM_NEWNEXTHOP, NLM_F_REQUEST, nh, NHA_RES_BUCKET_MAX, NHA_RES_BUCKET, END),
	};
	const struct set diag_sets[] = {
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST, request, INET_DIAG_REQ_PROTOCOL, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, INET_DIAG_SOCKOPT, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, INET_ULP_INFO_MAX, INET_DIAG_ULP_INFO,
		    END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, TLS_INFO_RXCONF, INET_DIAG_ULP_INFO,
		    INET_ULP_INFO_TLS, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, MPTCP_SUBFLOW_ATTR_MAX,
		    INET_DIAG_ULP_INFO, INET_ULP_INFO_MPTCP, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, SK_DIAG_BPF_STORAGE,
		    INET_DIAG_SK_BPF_STORAGES, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, inet, SK_DIAG_BPF_STORAGE_MAX,
		    INET_DIAG_SK_BPF_STORAGES, SK_DIAG_BPF_STORAGE, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, local, UNIX_DIAG_MAX, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, netlink, NETLINK_DIAG_MAX, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, packet, PACKET_DIAG_MAX, END),
		SET(SOCK_DIAG_BY_FAMILY, NLM_F_MULTI, smc, SMC_DIAG_FALLBACK + 1, END),
	};

	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		sweep(route, &sets[i]);
	for (size_t i = 0; i < sizeof(diag_sets) / sizeof(*diag_sets); i++)
		sweep(diag, &diag_sets[i]);
}

/* Messages of every type of a protocol, with all flags, and so many bytes of a header. */
static void types(int fd, int first, int last)
{
	static const unsigned char lengths[] = { 0, 1, 3, 4, 12, 60, 250 };
	struct sockaddr_nl nobody = { .nl_family = AF_NETLINK, .nl_pid = 1 };

	for (int type = first; type <= last; type++) {
		/* strace 6.1 takes these for no requests for something */
		if (type == XFRM_MSG_GETDEFAULT ||
		    type == (NFNL_SUBSYS_CTNETLINK_TIMEOUT << 8 | IPCTNL_MSG_TIMEOUT_DEFAULT_GET))
			continue;
		for (size_t i = 0; i < sizeof(lengths); i++) {
			size_t at = message(type, i & 1 ? 0xfffe : 0x0f00, pattern, lengths[i]);

			message_end(at);
		}
		sendto(fd, buffer, used, 0, (struct sockaddr *)&nobody, sizeof(nobody));
		used = 0;
	}
}

static void other_types(int route, int diag)
{
	int netfilter = open_bound(NETLINK_NETFILTER), crypto = open_bound(NETLINK_CRYPTO);
	int xfrm = open_bound(NETLINK_XFRM);
	struct inet_diag_req old = { .idiag_family = AF_INET, .idiag_ext = 7, .idiag_states = 2 };
	size_t at;

	types(route, 0, 20);
	types(diag, SOCK_DIAG_BY_FAMILY, SOCK_DESTROY + 1);
	types(xfrm, 15, XFRM_MSG_MAX + 1);
	types(crypto, CRYPTO_MSG_BASE, CRYPTO_MSG_GETALG);
	for (int subsystem = NFNL_SUBSYS_CTNETLINK; subsystem <= NFNL_SUBSYS_COUNT; subsystem++)
		types(netfilter, subsystem << 8, subsystem << 8 | 9);
	at = message(TCPDIAG_GETSOCK, NLM_F_DUMP, &old, sizeof(old));
	attribute(INET_DIAG_REQ_BYTECODE, pattern, 8);
	message_end(at);
	send_all(diag);
	close(netfilter);
	close(crypto);
	close(xfrm);
}

/* Programs that choose sockets: each operation, with what it is about and without. */
static void conditions(int fd)
{
	struct inet_diag_req_v2 inet = { .sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_TCP };
	struct {
		struct inet_diag_bc_op op;
		struct inet_diag_hostcond host;
		unsigned char addr[16];
	} condition = { { 0, 4, 8 }, { .port = 22 }, { 127, 0, 0, 1 } };
	static const unsigned char families[] = { AF_UNSPEC, AF_INET, AF_INET6, AF_UNIX };
	static const unsigned char lengths[] = { 0, 3, 4, 5, 8, 11, 12, 14, 16, 28 };

	for (int code = INET_DIAG_BC_NOP; code <= INET_DIAG_BC_CGROUP_COND + 1; code++)
		for (size_t family = 0; family < sizeof(families); family++) {
			size_t at = message(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, &inet, sizeof(inet));

			condition.op.code = (unsigned char)code;
			condition.host.family = families[family];
			for (size_t i = 0; i < sizeof(lengths); i++)
				attribute(INET_DIAG_REQ_BYTECODE, &condition, lengths[i]);
			message_end(at);
			send_all(fd);
		}
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
	sweeps(route, diag);
	other_types(route, diag);
	conditions(diag);
	return 0;
}
