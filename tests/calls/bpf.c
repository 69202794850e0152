// SPDX-License-Identifier: LGPL-2.1-or-later
/* bpf by command, of all sizes; filters. */
#include "expect.h"

#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>

/* What is asked for is refused by any kernel: nobody has so many descriptors. */
#define NO_FD 77777

static uint32_t words[64];

static void *attr(size_t size)
{
	return at_end(words, size);
}

static void put64(size_t offset, uint64_t number)
{
	memcpy((char *)words + offset, &number, sizeof(number));
}

static void clear(void)
{
	memset(words, 0, sizeof(words));
}

static void maps(void)
{
	clear();
	words[0] = 0x4d;
	words[1] = 5;
	words[2] = 6;
	words[3] = 7;
	CALL(bpf, BPF_MAP_CREATE, attr(16), 16);
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=0x4d /* BPF_MAP_TYPE_??? */, key_size=5, "
	       "value_size=6, max_entries=7}, size=16)");
	CALL(bpf, BPF_MAP_CREATE, attr(4), 4);
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=0x4d /* BPF_MAP_TYPE_??? */, key_size=0, "
	       "value_size=0, max_entries=0}, size=4)");
	words[0] = BPF_MAP_TYPE_HASH;
	words[4] = 4;
	words[5] = NO_FD;
	words[6] = 0xffffffff;
	CALL(bpf, BPF_MAP_CREATE, attr(28), 28);
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=BPF_MAP_TYPE_HASH, key_size=5, "
	       "value_size=6, max_entries=7, map_flags=BPF_F_NUMA_NODE, inner_map_fd=77777, "
	       "numa_node=4294967295 /* NUMA_NO_NODE */}, size=28)");
	words[4] = 1 | 0x80000000;
	memcpy(words + 7, "a map's name...", 16);
	words[11] = 1;
	words[12] = NO_FD;
	words[13] = 8;
	words[14] = 9;
	words[15] = 10;
	put64(64, 11);
	CALL(bpf, BPF_MAP_CREATE, attr(72), 72);
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=BPF_MAP_TYPE_HASH, key_size=5, "
	       "value_size=6, max_entries=7, map_flags=BPF_F_NO_PREALLOC|0x80000000, "
	       "inner_map_fd=77777, map_name=\"a map's name...\", "
	       "map_ifindex=if_nametoindex(\"lo\"), btf_fd=77777, btf_key_type_id=8, "
	       "btf_value_type_id=9, btf_vmlinux_value_type_id=10, map_extra=11}, size=72)");
	words[18] = NO_FD;
	words[19] = -1;
	CALL(bpf, BPF_MAP_CREATE, attr(80), 80);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=BPF_MAP_TYPE_HASH, key_size=5, "
	       "value_size=6, max_entries=7, map_flags=BPF_F_NO_PREALLOC|0x80000000, "
	       "inner_map_fd=77777, map_name=\"a map's name...\", "
	       "map_ifindex=if_nametoindex(\"lo\"), btf_fd=77777, btf_key_type_id=8, "
	       "btf_value_type_id=9, btf_vmlinux_value_type_id=10, map_extra=11, "
	       "value_type_btf_obj_fd=77777, map_token_fd=-1}, size=80)");

	clear();
	words[0] = NO_FD;
	put64(8, 0x1000);
	put64(16, 0x2000);
	put64(24, 4);
	CALL(bpf, BPF_MAP_LOOKUP_ELEM, attr(24), 24);
	EXPECT("bpf(cmd=BPF_MAP_LOOKUP_ELEM, attr={map_fd=77777, key=0x1000, value=0x2000}, "
	       "size=24)");
	CALL(bpf, BPF_MAP_LOOKUP_AND_DELETE_ELEM, attr(32), 32);
	EXPECT("bpf(cmd=BPF_MAP_LOOKUP_AND_DELETE_ELEM, attr={map_fd=77777, key=0x1000, "
	       "value=0x2000, flags=BPF_F_LOCK}, size=32)");
	put64(24, 1);
	CALL(bpf, BPF_MAP_UPDATE_ELEM, attr(32), 32);
	EXPECT("bpf(cmd=BPF_MAP_UPDATE_ELEM, attr={map_fd=77777, key=0x1000, value=0x2000, "
	       "flags=BPF_NOEXIST}, size=32)");
	CALL(bpf, BPF_MAP_DELETE_ELEM, attr(32), 32);
	EXPECT("bpf(cmd=BPF_MAP_DELETE_ELEM, attr={map_fd=77777, key=0x1000, %s}, size=32)",
	       V("extra_data=\"\\x00\\x20\\x00\\x00\\x00\\x00\\x00\\x00\\x01\\x00\\x00\\x00\\x00"
		 "\\x00\\x00\\x00\" /* bytes 16..31 */",
		 "..."));
	put64(8, 0);
	CALL(bpf, BPF_MAP_GET_NEXT_KEY, attr(24), 24);
	EXPECT("bpf(cmd=BPF_MAP_GET_NEXT_KEY, attr={map_fd=77777, key=NULL, next_key=0x2000}, "
	       "size=24)");
	CALL(bpf, BPF_MAP_FREEZE, attr(4), 4);
	EXPECT("bpf(cmd=BPF_MAP_FREEZE, attr={map_fd=77777}, size=4)");
	CALL(bpf, BPF_MAP_FREEZE, page_end - 4, 5);
	EXPECT("bpf(cmd=BPF_MAP_FREEZE, attr=%p, size=5)", page_end - 4);
	CALL(bpf, BPF_MAP_FREEZE, words, 4097);
	EXPECT("bpf(cmd=BPF_MAP_FREEZE, attr=%p, size=4097)", words);

	clear();
	for (int i = 0; i < 4; i++)
		put64(8 * i, 0x1000 * i);
	words[8] = 3;
	words[9] = NO_FD;
	put64(40, 4);
	put64(48, 5);
	CALL(bpf, BPF_MAP_LOOKUP_BATCH, attr(56), 56);
	EXPECT("bpf(cmd=BPF_MAP_LOOKUP_BATCH, attr={batch={in_batch=NULL, out_batch=0x1000, "
	       "keys=0x2000, values=0x3000, count=3, map_fd=77777, elem_flags=BPF_F_LOCK, "
	       "flags=0x5}}, size=56)");
	CALL(bpf, BPF_MAP_UPDATE_BATCH, attr(56), 56);
	EXPECT("bpf(cmd=BPF_MAP_UPDATE_BATCH, attr={batch={keys=0x2000, values=0x3000, count=3, "
	       "map_fd=77777, elem_flags=BPF_F_LOCK, flags=0x5}}, size=56)");
	CALL(bpf, BPF_MAP_DELETE_BATCH, attr(56), 56);
	EXPECT("bpf(cmd=BPF_MAP_DELETE_BATCH, attr={batch={keys=0x2000, count=3, map_fd=77777, "
	       "elem_flags=BPF_F_LOCK, flags=0x5}}, size=56)");
}

static const unsigned char program[][8] = {
	{ 0xb7, 0x21, 0xff, 0xff, 1 }, /* mov64 */
	{ 0x18, 0x0a, 2, 0, 0xff, 0xff, 0xff, 0xff },
	{ 0x95 },
	{ 0x36, 0xb0, 0, 0x80 },
};

static void load(void)
{
	const char *insns =
		V("[{code=BPF_ALU64|BPF_K|BPF_MOV, dst_reg=BPF_REG_1, src_reg=BPF_REG_2, off=-1, "
		  "imm=0x1}, {code=BPF_LD|BPF_DW|BPF_IMM, dst_reg=BPF_REG_10, src_reg=BPF_REG_0, "
		  "off=2, imm=0xffffffff}, {code=BPF_JMP|BPF_K|BPF_EXIT, dst_reg=BPF_REG_0, "
		  "src_reg=BPF_REG_0, off=0, imm=0}, {code=BPF_JMP32|0x30 /* BPF_??? */, "
		  "dst_reg=BPF_REG_0, src_reg=0xb /* BPF_REG_??? */, off=-32768, imm=0}]",
		  ptr(program));
	char log[8] = "";

	clear();
	words[0] = BPF_PROG_TYPE_XDP;
	words[1] = 4;
	put64(8, (uintptr_t)program);
	put64(16, (uintptr_t) "BSD");
	CALL(bpf, BPF_PROG_LOAD, attr(24), 24);
	EXPECT("bpf(cmd=BPF_PROG_LOAD, attr={prog_type=BPF_PROG_TYPE_XDP, insn_cnt=4, insns=%s, "
	       "license=\"BSD\"}, size=24)",
	       insns);
	words[6] = 1;
	words[7] = sizeof(log);
	put64(32, (uintptr_t)log);
	CALL(bpf, BPF_PROG_LOAD, attr(40), 40);
	EXPECT("bpf(cmd=BPF_PROG_LOAD, attr={prog_type=BPF_PROG_TYPE_XDP, insn_cnt=4, insns=%s, "
	       "license=\"BSD\", log_level=1, log_size=8, log_buf=\"\"}, size=40)",
	       insns);
	words[1] = 0;
	put64(8, 0);
	put64(16, (uintptr_t)fault);
	put64(32, 0);
	words[7] = 0;
	words[10] = 0x06010203;
	words[11] = 0x80000001;
	memcpy(words + 12, "prog", 5);
	words[16] = 1;
	words[17] = BPF_XDP;
	words[18] = NO_FD;
	words[19] = 20;
	put64(80, 0x5000);
	words[22] = 21;
	words[23] = 22;
	put64(96, 0);
	words[26] = 23;
	words[27] = 24;
	words[28] = NO_FD;
	put64(120, 0x6000);
	CALL(bpf, BPF_PROG_LOAD, attr(128), 128);
	EXPECT("bpf(cmd=BPF_PROG_LOAD, attr={prog_type=BPF_PROG_TYPE_XDP, insn_cnt=0, insns=NULL, "
	       "license=%p, log_level=1, log_size=0, log_buf=NULL, "
	       "kern_version=KERNEL_VERSION(1537, 2, 3), "
	       "prog_flags=BPF_F_STRICT_ALIGNMENT|%s, prog_name=\"prog\", "
	       "prog_ifindex=if_nametoindex(\"lo\"), expected_attach_type=BPF_XDP, "
	       "prog_btf_fd=77777, func_info_rec_size=20, func_info=0x5000, func_info_cnt=21, "
	       "line_info_rec_size=22, line_info=NULL, line_info_cnt=23, attach_btf_id=24, "
	       "attach_prog_fd=77777, fd_array=0x6000}, size=128)",
	       fault, "0x80000000");
}

static void objects(void)
{
	char name[] = "tracepoint";

	clear();
	put64(0, (uintptr_t) "/sys/fs/bpf/none");
	words[2] = NO_FD;
	words[3] = BPF_F_RDONLY | 1;
	CALL(bpf, BPF_OBJ_PIN, attr(12), 12);
	EXPECT("bpf(cmd=BPF_OBJ_PIN, attr={pathname=\"/sys/fs/bpf/none\", bpf_fd=77777}, size=12)");
	CALL(bpf, BPF_OBJ_GET, attr(16), 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET, attr={pathname=\"/sys/fs/bpf/none\", bpf_fd=77777, "
	       "file_flags=BPF_F_RDONLY|0x1}, size=16)");
	words[3] = 1 << 14;
	words[4] = -100;
	CALL(bpf, BPF_OBJ_GET, attr(20), 20);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_OBJ_GET, attr={pathname=\"/sys/fs/bpf/none\", bpf_fd=77777, "
	       "file_flags=BPF_F_PATH_FD, path_fd=AT_FDCWD}, size=20)");

	clear();
	words[0] = NO_FD;
	words[1] = NO_FD + 1;
	words[2] = BPF_CGROUP_DEVICE;
	words[3] = 7;
	words[4] = NO_FD + 2;
	CALL(bpf, BPF_PROG_ATTACH, attr(16), 16);
	EXPECT("bpf(cmd=BPF_PROG_ATTACH, attr={target_fd=77777, attach_bpf_fd=77778, "
	       "attach_type=BPF_CGROUP_DEVICE, "
	       "attach_flags=BPF_F_ALLOW_OVERRIDE|BPF_F_ALLOW_MULTI|BPF_F_REPLACE}, size=16)");
	CALL(bpf, BPF_PROG_ATTACH, attr(20), 20);
	EXPECT("bpf(cmd=BPF_PROG_ATTACH, attr={target_fd=77777, attach_bpf_fd=77778, "
	       "attach_type=BPF_CGROUP_DEVICE, "
	       "attach_flags=BPF_F_ALLOW_OVERRIDE|BPF_F_ALLOW_MULTI|BPF_F_REPLACE, "
	       "replace_bpf_fd=77779}, size=20)");
	CALL(bpf, BPF_PROG_DETACH, attr(12), 12);
	EXPECT("bpf(cmd=BPF_PROG_DETACH, attr={target_fd=77777, attach_type=BPF_CGROUP_DEVICE}, "
	       "size=12)");

	clear();
	words[0] = NO_FD;
	for (int i = 1; i < 4; i++)
		words[i] = i;
	put64(16, 0x1000);
	words[8] = 5;
	words[9] = 6;
	words[10] = 7;
	words[11] = 8;
	put64(48, 0x2000);
	words[16] = 3;
	words[17] = 9;
	words[18] = 10;
	CALL(bpf, BPF_PROG_TEST_RUN, attr(40), 40);
	EXPECT("bpf(cmd=BPF_PROG_TEST_RUN, attr={test={prog_fd=77777, retval=1, data_size_in=2, "
	       "data_size_out=3, data_in=0x1000, data_out=NULL, repeat=5, duration=6}}, size=40)");
	CALL(bpf, BPF_PROG_TEST_RUN, attr(76), 76);
	EXPECT("bpf(cmd=BPF_PROG_TEST_RUN, attr={test={prog_fd=77777, retval=1, data_size_in=2, "
	       "data_size_out=3, data_in=0x1000, data_out=NULL, repeat=5, duration=6, "
	       "ctx_size_in=7, ctx_size_out=8, ctx_in=0x2000, ctx_out=NULL, "
	       "flags=BPF_F_TEST_RUN_ON_CPU|BPF_F_TEST_XDP_LIVE_FRAMES, cpu=9, batch_size=10}}, "
	       "size=76)");

	clear();
	words[0] = 0xfffffffe;
	words[1] = 5;
	words[2] = BPF_F_WRONLY;
	CALL(bpf, BPF_PROG_GET_NEXT_ID, attr(12), 12);
	EXPECT("bpf(cmd=BPF_PROG_GET_NEXT_ID, attr={start_id=4294967294, next_id=5, "
	       "open_flags=BPF_F_WRONLY}, size=12)");
	CALL(bpf, BPF_LINK_GET_NEXT_ID, attr(8), 8);
	EXPECT("bpf(cmd=BPF_LINK_GET_NEXT_ID, attr={start_id=4294967294, next_id=5}, size=8)");
	CALL(bpf, BPF_PROG_GET_FD_BY_ID, attr(12), 12);
	EXPECT("bpf(cmd=BPF_PROG_GET_FD_BY_ID, attr={prog_id=4294967294, next_id=5, "
	       "open_flags=BPF_F_WRONLY}, size=12)");
	CALL(bpf, BPF_MAP_GET_FD_BY_ID, attr(8), 8);
	EXPECT("bpf(cmd=BPF_MAP_GET_FD_BY_ID, attr={map_id=4294967294, next_id=5}, size=8)");
	CALL(bpf, BPF_BTF_GET_FD_BY_ID, attr(4), 4);
	EXPECT("bpf(cmd=BPF_BTF_GET_FD_BY_ID, attr={btf_id=4294967294}, size=4)");
	CALL(bpf, BPF_LINK_GET_FD_BY_ID, attr(4), 4);
	EXPECT("bpf(cmd=BPF_LINK_GET_FD_BY_ID, attr={link_id=4294967294}, size=4)");

	clear();
	words[0] = NO_FD;
	words[1] = 88;
	put64(8, 0x1000);
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, attr(16), 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=77777, info_len=88, "
	       "info=0x1000}}, size=16)");

	clear();
	words[0] = NO_FD;
	words[1] = BPF_CGROUP_DEVICE;
	words[2] = 1;
	words[3] = 2;
	put64(16, 0x1000);
	words[6] = 9;
	CALL(bpf, BPF_PROG_QUERY, attr(28), 28);
	EXPECT("bpf(cmd=BPF_PROG_QUERY, attr={query={target_fd=77777, "
	       "attach_type=BPF_CGROUP_DEVICE, query_flags=BPF_F_QUERY_EFFECTIVE, "
	       "attach_flags=BPF_F_ALLOW_MULTI, prog_ids=0x1000, prog_cnt=9}}, size=28)");

	clear();
	put64(0, (uintptr_t)name);
	words[2] = NO_FD;
	CALL(bpf, BPF_RAW_TRACEPOINT_OPEN, attr(16), 16);
	EXPECT("bpf(cmd=BPF_RAW_TRACEPOINT_OPEN, attr={raw_tracepoint={name=\"tracepoint\", "
	       "prog_fd=77777}}, size=16)");

	clear();
	put64(0, (uintptr_t) "\1\2\3");
	put64(8, 0x1000);
	words[4] = 3;
	words[5] = 4;
	words[6] = 5;
	CALL(bpf, BPF_BTF_LOAD, attr(28), 28);
	EXPECT("bpf(cmd=BPF_BTF_LOAD, attr={btf=\"\\1\\2\\3\", btf_log_buf=0x1000, btf_size=3, "
	       "btf_log_size=4, btf_log_level=5}, size=28)");

	clear();
	words[0] = 0x7fffffff;
	words[1] = NO_FD;
	words[2] = 3;
	words[3] = 4;
	put64(16, 0x1000);
	CALL(bpf, BPF_TASK_FD_QUERY, attr(48), 48);
	EXPECT("bpf(cmd=BPF_TASK_FD_QUERY, attr={task_fd_query={pid=2147483647, fd=77777, "
	       "flags=3, buf_len=4, buf=0x1000, prog_id=0, fd_type=BPF_FD_TYPE_RAW_TRACEPOINT, "
	       "probe_offset=0, probe_addr=0}}, size=48)");
}

/* Of a link to many functions, their names. */
static void symbols(void)
{
	static char name[200];
	const char *names[] = { "vfs_read", NULL, (char *)1, name, "a\n\"b", "end", "" };
	static const char *many[40];
	char *shown = text("%s", "");

#define SYMBOLS(count, at, what)                                                          \
	do {                                                                              \
		words[5] = count;                                                         \
		put64(24, (uintptr_t)(at));                                               \
		put64(32, 0);                                                             \
		CALL(bpf, BPF_LINK_CREATE, attr(48), 48);                                 \
		EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, "      \
		       "target_fd=77778, attach_type=BPF_TRACE_KPROBE_MULTI, flags=0x4, " \
		       "kprobe_multi={flags=BPF_F_KPROBE_MULTI_RETURN, cnt=%u, syms=%s, " \
		       "addrs=NULL, cookies=NULL}}}, size=48)",                           \
		       words[5], what);                                                   \
	} while (0)
	memset(name, 'x', sizeof(name) - 1);
	SYMBOLS(7, names,
		"[\"vfs_read\", NULL, 0x1, \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"..., "
		"\"a\\n\\\"b\", \"end\", \"\"]");
	SYMBOLS(0, names, "[]");
	for (int i = 0; i < 40; i++) {
		many[i] = "m";
		shown = text("%s%s\"m\"", shown, i ? ", " : "");
		if (i == 31 && !verbose)
			break;
	}
	for (int i = 0; i < 40; i++)
		many[i] = "m";
	SYMBOLS(40, many, text("[%s%s]", shown, V("", ", ...")));
	SYMBOLS(2, fault, ptr(fault));
}

static void links(void)
{
	uint32_t map[] = { NO_FD, 5 };
	uint64_t addresses[] = { 0x1000, 0 };

	clear();
	words[0] = NO_FD;
	words[1] = NO_FD + 1;
	words[3] = 4;
	CALL(bpf, BPF_LINK_CREATE, attr(16), 16);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_CGROUP_INET_INGRESS, flags=0x4}}, size=16)");
	words[4] = 5;
	CALL(bpf, BPF_LINK_CREATE, attr(20), 20);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_CGROUP_INET_INGRESS, flags=0x4, target_btf_id=5}}, size=20)");
	words[2] = BPF_TRACE_ITER;
	put64(16, (uintptr_t)map);
	words[6] = 2;
	CALL(bpf, BPF_LINK_CREATE, attr(28), 28);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_TRACE_ITER, flags=0x4, iter_info=[{map={map_fd=77777}}, "
	       "{map={map_fd=5}}], iter_info_len=2}}, size=28)");
	words[2] = BPF_PERF_EVENT;
	put64(16, 0x1234);
	CALL(bpf, BPF_LINK_CREATE, attr(32), 32);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_PERF_EVENT, flags=0x4, perf_event={bpf_cookie=0x1234}}, %s}, "
	       "size=32)",
	       V("extra_data=\"\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00\" /* bytes 24..31 */",
		 "..."));
	words[2] = 42; /* BPF_TRACE_KPROBE_MULTI */
	words[4] = 1;
	words[5] = 2;
	put64(24, 0);
	put64(32, (uintptr_t)addresses);
	put64(40, 0);
	CALL(bpf, BPF_LINK_CREATE, attr(48), 48);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_TRACE_KPROBE_MULTI, flags=0x4, "
	       "kprobe_multi={flags=BPF_F_KPROBE_MULTI_RETURN, cnt=2, syms=NULL, "
	       "addrs=[0x1000, 0], cookies=NULL}}}, size=48)");
	symbols();
	words[2] = 27; /* BPF_LSM_MAC */
	words[4] = 6;
	put64(24, 7);
	CALL(bpf, BPF_LINK_CREATE, attr(32), 32);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=BPF_LSM_MAC, flags=0x4, tracing={target_btf_id=6, cookie=0x7}}}, "
	       "size=32)");
	words[2] = 77;
	words[4] = 0;
	put64(24, 0);
	CALL(bpf, BPF_LINK_CREATE, attr(24), 24);
	EXPECT("bpf(cmd=BPF_LINK_CREATE, attr={link_create={prog_fd=77777, target_fd=77778, "
	       "attach_type=0x4d /* BPF_??? */, flags=0x4}, %s}, size=24)",
	       V("extra_data=\"\\x00\\x00\\x00\\x00\\x02\\x00\\x00\\x00\" /* bytes 16..23 */",
		 "..."));

	clear();
	words[0] = NO_FD;
	words[1] = NO_FD + 1;
	words[2] = BPF_F_REPLACE;
	words[3] = NO_FD + 2;
	CALL(bpf, BPF_LINK_UPDATE, attr(16), 16);
	EXPECT("bpf(cmd=BPF_LINK_UPDATE, attr={link_update={link_fd=77777, new_prog_fd=77778, "
	       "flags=BPF_F_REPLACE, old_prog_fd=77779}}, size=16)");
	words[2] = 0;
	words[3] = 0;
	CALL(bpf, BPF_LINK_UPDATE, attr(16), 16);
	EXPECT("bpf(cmd=BPF_LINK_UPDATE, attr={link_update={link_fd=77777, new_prog_fd=77778, "
	       "flags=0}}, size=16)");
	CALL(bpf, BPF_LINK_DETACH, attr(4), 4);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_LINK_DETACH, attr={link_detach={link_fd=77777}}, size=4)");
	words[1] = 0;
	CALL(bpf, BPF_ITER_CREATE, attr(8), 8);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_ITER_CREATE, attr={iter_create={link_fd=77777, flags=0}}, size=8)");
	CALL(bpf, BPF_PROG_BIND_MAP, attr(12), 12);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_PROG_BIND_MAP, attr={prog_bind_map={prog_fd=77777, map_fd=0, "
	       "flags=0}}, size=12)");
	CALL(bpf, BPF_ENABLE_STATS, attr(4), 4);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_ENABLE_STATS, attr={enable_stats={type=0x12fd1 /* BPF_STATS_??? */}}, "
	       "size=4)");
	CALL(bpf, 36, attr(8), 8);
	NOT_AS_STRACE("newer");
	EXPECT("bpf(cmd=BPF_TOKEN_CREATE, attr={token_create={flags=0x12fd1, bpffs_fd=0}}, size=8)");
}

/* Every byte as a number. */
static const char *code_bytes(const void *bytes, size_t len)
{
	const char *all = "";

	for (size_t i = 0; i < len; i++)
		all = text("%s\\x%02x", all, ((const unsigned char *)bytes)[i]);
	return text("\"%s\"", all);
}

/* Of an object the kernel tells what it is. */
static void map_info(int map)
{
	struct bpf_map_info info = { 0 };

	clear();
	words[0] = map;
	words[1] = sizeof(info);
	put64(8, (uintptr_t)&info);
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=%zu%s, info=%s}}, "
	       "size=16)",
	       map, sizeof(info), words[1] == sizeof(info) ? "" : text(" => %u", words[1]),
	       V(text("{type=BPF_MAP_TYPE_ARRAY, id=%u, key_size=4, value_size=4, max_entries=4, "
		      "map_flags=0, name=\"\", ifindex=0, btf_vmlinux_value_type_id=0, "
		      "netns_dev=makedev(0, 0), netns_ino=0, btf_id=0, btf_key_type_id=0, "
		      "btf_value_type_id=0}",
		      info.id),
		 ptr(&info)));
	words[1] = 20;
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=20, info=%s}}, "
	       "size=16)",
	       map,
	       V(text("{type=BPF_MAP_TYPE_ARRAY, id=%u, key_size=4, value_size=4, max_entries=4, "
		      "map_flags=0}",
		      info.id),
		 ptr(&info)));
	put64(8, (uintptr_t)fault);
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=20, info=%p}}, "
	       "size=16)",
	       map, fault);
	/* refused, as there is something where this kernel's ends */
	clear();
	words[0] = map;
	words[1] = 160;
	put64(8, (uintptr_t)(words + 16));
	words[16] = BPF_MAP_TYPE_HASH;
	words[16 + 39] = 0x01020304;
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=160, info=%s}}, "
	       "size=16)",
	       map,
	       V(text("{type=BPF_MAP_TYPE_HASH, id=0, key_size=0, value_size=0, max_entries=0, "
		      "map_flags=0, name=\"\", ifindex=0, btf_vmlinux_value_type_id=0, "
		      "netns_dev=makedev(0, 0), netns_ino=0, btf_id=0, btf_key_type_id=0, "
		      "btf_value_type_id=0, extra_data=%s /* bytes 88..159 */}",
		      code_bytes(words + 16 + 22, 72)),
		 ptr(words + 16)));
}

static const char *changed(unsigned before, unsigned after)
{
	return before == after ? text("%u", before) : text("%u => %u", before, after);
}

static unsigned maps_id(int map)
{
	struct bpf_map_info info = { 0 };

	clear();
	words[0] = map;
	words[1] = 8;
	put64(8, (uintptr_t)&info);
	syscall(SYS_bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	return info.id;
}

static void program_info(int map)
{
	static const unsigned char insns[][8] = {
		{ 0xb7 },	/* r0 = 0 */
		{ 0x18, 0x11 }, /* r1 = the map */
		{ 0 },
		{ 0x95 }, /* exit */
	};
	static const char *const shown[] = {
		"{code=BPF_ALU64|BPF_K|BPF_MOV, dst_reg=BPF_REG_0, src_reg=BPF_REG_0, off=0, "
		"imm=0}",
		"{code=BPF_LD|BPF_W|BPF_IMM, dst_reg=BPF_REG_0, src_reg=BPF_REG_0, off=0, imm=0}, "
		"{code=BPF_JMP|BPF_K|BPF_EXIT, dst_reg=BPF_REG_0, src_reg=BPF_REG_0, off=0, imm=0}",
	};
	unsigned char code[sizeof(insns)], jited[32], shared[16];
	uint64_t symbol = 0;
	uint32_t maps[4] = { 0 };
	struct timespec real, boot;
	int loaded;

	memcpy(code, insns, sizeof(code));
	memcpy(code + 12, &map, sizeof(map));
	clear();
	words[0] = BPF_PROG_TYPE_SOCKET_FILTER;
	words[1] = 4;
	put64(8, (uintptr_t)code);
	put64(16, (uintptr_t) "GPL");
	memcpy(words + 12, "a_program", 10);
	loaded = (int)syscall(SYS_bpf, BPF_PROG_LOAD, words, 64);
	if (loaded < 0)
		return;
	for (int room = 0; room < 3; room++) {
		struct bpf_prog_info info = {
			.jited_prog_len = room ? sizeof(jited) : 0,
			.jited_prog_insns = room ? (uintptr_t)jited : 0,
			.xlated_prog_len = room == 1 ? sizeof(shared) :
					   room	     ? sizeof(code) :
						       0,
			.xlated_prog_insns = room ? (uintptr_t)(room == 1 ? shared : code) : 0,
			.nr_map_ids = room == 2 ? 4 : 0,
			.map_ids = room ? (uintptr_t)maps : 0,
			.nr_jited_ksyms = room == 2,
			.jited_ksyms = room == 2 ? (uintptr_t)&symbol : 0,
		};
		struct bpf_prog_info given = info;
		size_t len = room ? offsetof(struct bpf_prog_info, attach_btf_obj_id) :
				    offsetof(struct bpf_prog_info, ifindex);
		const char *instructions, *rest;
		time_t seconds;
		char date[64];

		clear();
		words[0] = loaded;
		words[1] = len;
		put64(8, (uintptr_t)&info);
		CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
		if (rc)
			break;
		clock_gettime(CLOCK_REALTIME, &real);
		clock_gettime(CLOCK_BOOTTIME, &boot);
		seconds = (time_t)((info.load_time + (real.tv_sec - boot.tv_sec) * 1000000000 +
				    real.tv_nsec - boot.tv_nsec) /
				   1000000000);
		strftime(date, sizeof(date), "%FT%T+0000", gmtime(&seconds));
		instructions = text("[%s, {code=BPF_LD|BPF_DW|BPF_IMM, dst_reg=BPF_REG_1, "
				    "src_reg=BPF_REG_1, off=0, imm=%#x}%s%s]",
				    shown[0], maps_id(map), room == 2 ? ", " : "",
				    room == 2 ? shown[1] : "");
		rest = text(
			", ifindex=0, gpl_compatible=1, netns_dev=makedev(0, 0), netns_ino=0, "
			"nr_jited_ksyms=%s, nr_jited_func_lens=%s, jited_ksyms=%s, "
			"jited_func_lens=NULL, btf_id=0, func_info_rec_size=%s, func_info=NULL, "
			"nr_func_info=0, nr_line_info=0, line_info=NULL, jited_line_info=NULL, "
			"nr_jited_line_info=0, line_info_rec_size=%s, "
			"jited_line_info_rec_size=%s, nr_prog_tags=%s, prog_tags=NULL, "
			"run_time_ns=0, run_cnt=0, recursion_misses=0, verified_insns=%u",
			changed(given.nr_jited_ksyms, info.nr_jited_ksyms),
			changed(0, info.nr_jited_func_lens), ptr((void *)given.jited_ksyms),
			changed(0, info.func_info_rec_size), changed(0, info.line_info_rec_size),
			changed(0, info.jited_line_info_rec_size), changed(0, info.nr_prog_tags),
			info.verified_insns);
		EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=%zu, "
		       "info=%s}}, size=16)",
		       loaded, len,
		       V(text("{type=BPF_PROG_TYPE_SOCKET_FILTER, id=%u, tag=%s, "
			      "jited_prog_len=%s, jited_prog_insns=%s, xlated_prog_len=%s, "
			      "xlated_prog_insns=%s, load_time=%llu /* %s */, created_by_uid=%u, "
			      "nr_map_ids=%s, map_ids=%s, name=\"a_program\"%s}",
			      info.id, code_bytes(info.tag, sizeof(info.tag)),
			      changed(given.jited_prog_len, info.jited_prog_len),
			      room ? code_bytes(jited, info.jited_prog_len) : "NULL",
			      changed(given.xlated_prog_len, info.xlated_prog_len),
			      room ? instructions : "NULL", info.load_time, date,
			      info.created_by_uid, changed(given.nr_map_ids, info.nr_map_ids),
			      room == 2 ? text("[%u]", maps[0]) :
			      room	? "[]" :
					  "NULL",
			      room ? rest : ""),
			 ptr(&info)));
	}
	close(loaded);
}

static void types_info(void)
{
	static const struct {
		uint16_t magic;
		uint8_t version, flags;
		uint32_t len, type_off, type_len, str_off, str_len;
		uint32_t name, info, size, bits;
		char strings[5];
	} btf = { 0xeb9f, 1, 0, 24, 0, 16, 16, 5, 1, 1 << 24, 4, 32, "\0int" };
	struct {
		uint64_t btf;
		uint32_t btf_size, id;
		uint64_t name;
		uint32_t name_len, kernel_btf;
	} info = { 0 };
	char name[8] = "not";
	int types;

	clear();
	put64(0, (uintptr_t)&btf);
	words[4] = offsetof(__typeof__(btf), strings) + sizeof(btf.strings);
	types = (int)syscall(SYS_bpf, BPF_BTF_LOAD, words, 28);
	if (types < 0)
		return;
	info.name = (uintptr_t)name;
	info.name_len = sizeof(name);
	clear();
	words[0] = types;
	words[1] = sizeof(info);
	put64(8, (uintptr_t)&info);
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	NOT_AS_STRACE("it knows maps and programs");
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=32, info=%s}}, "
	       "size=16)",
	       types,
	       V(text("{btf=NULL, btf_size=%s, id=%u, name=\"\", name_len=%s, kernel_btf=0}",
		      changed(0, info.btf_size), info.id, changed(8, info.name_len)),
		 ptr(&info)));
	close(types);
}

static void link_info(void)
{
	static const unsigned char insns[][8] = { { 0xb7 }, { 0x95 } };
	struct {
		uint32_t type, id, prog_id, pad;
		uint64_t tp_name;
		uint32_t tp_name_len;
	} info = { 0 };
	char name[16] = "";
	int loaded, linked;

	clear();
	words[0] = BPF_PROG_TYPE_RAW_TRACEPOINT;
	words[1] = 2;
	put64(8, (uintptr_t)insns);
	put64(16, (uintptr_t) "GPL");
	loaded = (int)syscall(SYS_bpf, BPF_PROG_LOAD, words, 64);
	clear();
	put64(0, (uintptr_t) "task_rename");
	words[2] = loaded;
	linked = (int)syscall(SYS_bpf, BPF_RAW_TRACEPOINT_OPEN, words, 16);
	if (linked < 0)
		return;
	info.tp_name = (uintptr_t)name;
	info.tp_name_len = sizeof(name);
	clear();
	words[0] = linked;
	words[1] = 32;
	put64(8, (uintptr_t)&info);
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	NOT_AS_STRACE("it knows maps and programs");
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%d, info_len=32%s, info=%s}}, "
	       "size=16)",
	       linked, words[1] == 32 ? "" : text(" => %u", words[1]),
	       V(text("{type=BPF_LINK_TYPE_RAW_TRACEPOINT, id=%u, prog_id=%u, "
		      "tp_name=\"task_rename\", tp_name_len=%s}",
		      info.id, info.prog_id, changed(16, info.tp_name_len)),
		 ptr(&info)));
	close(linked);
	close(loaded);
}

/* What a map is really made of, where this may be done. */
static void real(void)
{
	uint32_t key = 1, id, map;

	clear();
	words[0] = BPF_MAP_TYPE_ARRAY;
	words[1] = words[2] = words[3] = 4;
	CALL(bpf, BPF_MAP_CREATE, attr(16), 16);
	map = rc;
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr={map_type=BPF_MAP_TYPE_ARRAY, key_size=4, "
	       "value_size=4, max_entries=4}, size=16)");
	if (rc < 0)
		return;
	clear();
	CALL(bpf, BPF_MAP_GET_NEXT_ID, words, 12);
	id = words[1];
	if (rc == 0)
		EXPECT("bpf(cmd=BPF_MAP_GET_NEXT_ID, attr={start_id=0, next_id=0 => %u, "
		       "open_flags=0}, size=12)",
		       id);
	map_info(map);
	map_info(dup(map));
	program_info(map);
	types_info();
	link_info();
	clear();
	words[8] = 1;
	words[9] = map;
	put64(8, (uintptr_t)(words + 32));
	put64(16, (uintptr_t)(words + 34));
	put64(24, (uintptr_t)(words + 36));
	CALL(bpf, BPF_MAP_LOOKUP_BATCH, words, 56);
	if (rc == 0 && words[8] == 1)
		EXPECT("bpf(cmd=BPF_MAP_LOOKUP_BATCH, attr={batch={in_batch=NULL, out_batch=%p, "
		       "keys=%p, values=%p, count=1, map_fd=%u, elem_flags=BPF_ANY, flags=0}}, "
		       "size=56)",
		       words + 32, words + 34, words + 36, map);
	words[8] = 9;
	CALL(bpf, BPF_MAP_LOOKUP_BATCH, words, 56);
	if (rc < 0 && words[8] == 4)
		EXPECT("bpf(cmd=BPF_MAP_LOOKUP_BATCH, attr={batch={in_batch=NULL, out_batch=%p, "
		       "keys=%p, values=%p, count=9, map_fd=%u, elem_flags=BPF_ANY, flags=0}} "
		       "=> {batch={count=4}}, size=56)",
		       words + 32, words + 34, words + 36, map);
	close(map);
	(void)key;
}

static void filters(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_H | BPF_ABS, SKF_AD_OFF + SKF_AD_PKTTYPE),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, SKF_AD_OFF + 1),
		BPF_STMT(BPF_LD | BPF_B | BPF_ABS, SKF_NET_OFF + 9),
		BPF_STMT(BPF_LD | BPF_B | BPF_ABS, SKF_LL_OFF),
		BPF_STMT(BPF_LD | BPF_B | BPF_IND, 4),
		BPF_STMT(BPF_LDX | BPF_B | BPF_MSH, 14),
		BPF_STMT(BPF_ST, 3),
		BPF_STMT(BPF_STX | 0x10, 3),
		BPF_STMT(BPF_ALU | BPF_X | BPF_XOR, 0),
		BPF_STMT(BPF_MISC | BPF_TXA, 0),
		BPF_STMT(BPF_MISC | 0x40, 0),
		BPF_JUMP(BPF_JMP | BPF_K | BPF_JSET, 0x1fff, 1, 2),
		BPF_STMT(BPF_JMP | 0x50, 7),
		BPF_STMT(BPF_RET | BPF_A, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 5),
		BPF_STMT(BPF_RET | BPF_K | 0x80, 0x12345678),
	};
	struct sock_fprog fprog = { sizeof(code) / sizeof(*code), code };
	const char *common =
		"BPF_STMT(BPF_LD|BPF_B|BPF_IND, 0x4), BPF_STMT(BPF_LDX|BPF_B|BPF_MSH, 0xe), "
		"BPF_STMT(BPF_ST, 0x3), BPF_STMT(BPF_STX|0x10 /* BPF_??? */, 0x3), "
		"BPF_STMT(BPF_ALU|BPF_X|BPF_XOR, 0), BPF_STMT(BPF_MISC|BPF_TXA, 0), "
		"BPF_STMT(BPF_MISC|0x40 /* BPF_??? */, 0), "
		"BPF_JUMP(BPF_JMP|BPF_K|BPF_JSET, 0x1fff, 0x1, 0x2), "
		"BPF_STMT(BPF_JMP|BPF_K|BPF_JNE, 0x7), "
		"BPF_STMT(BPF_RET|BPF_A, ";
	const char *of_socket =
		text("[BPF_STMT(BPF_LD|BPF_H|BPF_ABS, SKF_AD_OFF+SKF_AD_PKTTYPE), "
		     "BPF_STMT(BPF_LD|BPF_W|BPF_ABS, SKF_AD_OFF+0x1 /* SKF_AD_??? */), "
		     "BPF_STMT(BPF_LD|BPF_B|BPF_ABS, SKF_NET_OFF+9), "
		     "BPF_STMT(BPF_LD|BPF_B|BPF_ABS, SKF_LL_OFF+0), %s0), "
		     "BPF_STMT(BPF_RET|BPF_K, 0x50005), "
		     "BPF_STMT(BPF_RET|BPF_K|0x80 /* BPF_??? */, 0x12345678)]",
		     common);
	const char *of_calls = text("[BPF_STMT(BPF_LD|BPF_H|BPF_ABS, 0xfffff004), "
				    "BPF_STMT(BPF_LD|BPF_W|BPF_ABS, 0xfffff001), "
				    "BPF_STMT(BPF_LD|BPF_B|BPF_ABS, 0xfff00009), "
				    "BPF_STMT(BPF_LD|BPF_B|BPF_ABS, 0xffe00000), "
				    "%sSECCOMP_RET_KILL_THREAD), "
				    "BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ERRNO|0x5), "
				    "BPF_STMT(BPF_RET|BPF_K|0x80 /* BPF_??? */, "
				    "0x12340000 /* SECCOMP_RET_??? */|0x5678)]",
				    common);

	CALL(setsockopt, 99, SOL_SOCKET, SO_ATTACH_FILTER, &fprog, sizeof(fprog));
	EXPECT("setsockopt(sockfd=99, level=SOL_SOCKET, optname=SO_ATTACH_FILTER, "
	       "optval={len=16, filter=%s}, optlen=16)",
	       V(of_socket, ptr(code)));
	CALL(setsockopt, 99, SOL_SOCKET, SO_ATTACH_FILTER, fault, sizeof(fprog));
	EXPECT("setsockopt(sockfd=99, level=SOL_SOCKET, optname=SO_ATTACH_FILTER, optval=%p, "
	       "optlen=16)",
	       fault);
	CALL(seccomp, SECCOMP_SET_MODE_FILTER, 0, &fprog);
	EXPECT("seccomp(operation=SECCOMP_SET_MODE_FILTER, flags=0, args={len=16, filter=%s})",
	       V(of_calls, ptr(code)));
	CALL(prctl, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &fprog);
	EXPECT("prctl(option=PR_SET_SECCOMP, mode=SECCOMP_MODE_FILTER, args={len=16, filter=%s})",
	       V(of_calls, ptr(code)));
	fprog.filter = (void *)fault;
	CALL(seccomp, SECCOMP_SET_MODE_FILTER, 0, &fprog);
	EXPECT("seccomp(operation=SECCOMP_SET_MODE_FILTER, flags=0, args={len=16, filter=%p})",
	       fault);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	maps();
	load();
	objects();
	links();
	real();
	filters();
	return 0;
}
