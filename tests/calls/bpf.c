// SPDX-License-Identifier: LGPL-2.1-or-later
/* bpf by command, of all sizes; filters. */
#include "expect.h"

#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <net/if.h>
#include <sys/prctl.h>
#include <sys/socket.h>

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
	clear();
	words[0] = map;
	words[1] = 80;
	put64(8, (uintptr_t)(words + 32));
	CALL(bpf, BPF_OBJ_GET_INFO_BY_FD, words, 16);
	NOT_AS_STRACE("it knows by /proc what a descriptor is");
	EXPECT("bpf(cmd=BPF_OBJ_GET_INFO_BY_FD, attr={info={bpf_fd=%u, info_len=80%s, info=%p}}, "
	       "size=16)",
	       map, words[1] == 80 ? "" : text(" => %u", words[1]), words + 32);
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
