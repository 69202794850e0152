// SPDX-License-Identifier: LGPL-2.1-or-later
/* Keys, seccomp, landlock, security modules, prctl. */
#include "expect.h"

#include <linux/filter.h>
#include <linux/keyctl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <asm/prctl.h>
#include <sys/uio.h>

/* Where the key is none, all that was given is told. */
static void public_keys(void)
{
	/* struct keyctl_pkey_params, by whatever names its union has */
	static const uint32_t params[10] = { 5, 4, 3 }, spare[10] = { -5, 2, 1, 0, 6 };
	static const struct {
		int operation;
		const char *name, *out;
	} operations[] = {
		{ KEYCTL_PKEY_ENCRYPT, "KEYCTL_PKEY_ENCRYPT", "out" },
		{ KEYCTL_PKEY_DECRYPT, "KEYCTL_PKEY_DECRYPT", "out" },
		{ KEYCTL_PKEY_SIGN, "KEYCTL_PKEY_SIGN", "out" },
		{ KEYCTL_PKEY_VERIFY, "KEYCTL_PKEY_VERIFY", "in2" },
	};

	for (unsigned i = 0; i < sizeof(operations) / sizeof(*operations); i++) {
		bool verify = operations[i].operation == KEYCTL_PKEY_VERIFY;
		char out[4] = "out";

		CALL(keyctl, operations[i].operation, params, "enc=pkcs1", "data", out);
		EXPECT("keyctl(operation=%s, params={key_id=5, in_len=4, %s_len=3}, "
		       "info=\"enc=pkcs1\", in=\"data\", %s=%s)",
		       operations[i].name, operations[i].out, operations[i].out,
		       verify ? "\"out\"" : ptr(out));
		CALL(keyctl, operations[i].operation, spare, NULL, "data", fault);
		EXPECT("keyctl(operation=%s, params={key_id=KEY_SPEC_USER_SESSION_KEYRING, "
		       "in_len=2, %s_len=1, __spare=[0, 0x6, 0, 0, 0, 0, 0]}, info=NULL, "
		       "in=\"da\", %s=%p)",
		       operations[i].name, operations[i].out, operations[i].out, fault);
		CALL(keyctl, operations[i].operation, fault, fault, "data", out);
		EXPECT("keyctl(operation=%s, params=%p, info=%p, in=%p, %s=%p)", operations[i].name,
		       fault, fault, "data", operations[i].out, out);
	}
}

static void keys(void)
{
	struct iovec vector = { "abc", 3 };
	struct keyctl_dh_params dh = { { 1 }, 2, 3 };

	CALL(add_key, "nonesuch", "description", "payload", 7, -3);
	EXPECT("add_key(type=\"nonesuch\", description=\"description\", payload=\"payload\", "
	       "plen=7, keyring=KEY_SPEC_SESSION_KEYRING)");
	CALL(add_key, fault, NULL, fault, 7, 77);
	EXPECT("add_key(type=%p, description=NULL, payload=%p, plen=7, keyring=77)", fault, fault);
	CALL(request_key, "nonesuch", "x", NULL, -4);
	EXPECT("request_key(type=\"nonesuch\", description=\"x\", callout_info=NULL, "
	       "keyring=KEY_SPEC_USER_KEYRING)");
	CALL(keyctl, KEYCTL_GET_KEYRING_ID, 0x7ffffff0, 0);
	EXPECT("keyctl(operation=KEYCTL_GET_KEYRING_ID, id=2147483632, create=0)");
	CALL(keyctl, KEYCTL_JOIN_SESSION_KEYRING, fault);
	EXPECT("keyctl(operation=KEYCTL_JOIN_SESSION_KEYRING, name=%p)", fault);
	CALL(keyctl, KEYCTL_UPDATE, 5, "abc", 3);
	EXPECT("keyctl(operation=KEYCTL_UPDATE, id=5, payload=\"abc\", plen=3)");
	CALL(keyctl, KEYCTL_REVOKE, 0x7ffffff0);
	EXPECT("keyctl(operation=KEYCTL_REVOKE, id=2147483632)");
	CALL(keyctl, KEYCTL_CHOWN, 0x7ffffff0, -1, 5);
	EXPECT("keyctl(operation=KEYCTL_CHOWN, id=2147483632, uid=-1, gid=5)");
	CALL(keyctl, KEYCTL_SETPERM, 0x7ffffff0, 0x3f000001);
	EXPECT("keyctl(operation=KEYCTL_SETPERM, id=2147483632, "
	       "perm=KEY_POS_VIEW|KEY_POS_READ|KEY_POS_WRITE|KEY_POS_SEARCH|KEY_POS_LINK|KEY_POS_"
	       "SETATTR|"
	       "KEY_OTH_VIEW)");
	CALL(keyctl, KEYCTL_DESCRIBE, 0x7ffffff0, fault, 5);
	EXPECT("keyctl(operation=KEYCTL_DESCRIBE, id=2147483632, buffer=%p, buflen=5)", fault);
	CALL(keyctl, KEYCTL_LINK, 0x7ffffff0, -1);
	EXPECT("keyctl(operation=KEYCTL_LINK, id=2147483632, ringid=KEY_SPEC_THREAD_KEYRING)");
	CALL(keyctl, KEYCTL_SEARCH, 0x7ffffff0, "a", "b", 0);
	EXPECT("keyctl(operation=KEYCTL_SEARCH, ringid=2147483632, type=\"a\", description=\"b\", "
	       "destringid=0)");
	CALL(keyctl, KEYCTL_INSTANTIATE, 5, NULL, 0, -2);
	EXPECT("keyctl(operation=KEYCTL_INSTANTIATE, id=5, payload=NULL, plen=0, "
	       "ringid=KEY_SPEC_PROCESS_KEYRING)");
	CALL(keyctl, KEYCTL_INSTANTIATE_IOV, 5, &vector, 1, -2);
	EXPECT("keyctl(operation=KEYCTL_INSTANTIATE_IOV, id=5, iov=[{iov_base=\"abc\", "
	       "iov_len=3}], ioc=1, ringid=KEY_SPEC_PROCESS_KEYRING)");
	CALL(keyctl, KEYCTL_NEGATE, 5, 6, -5);
	EXPECT("keyctl(operation=KEYCTL_NEGATE, id=5, timeout=6, "
	       "ringid=KEY_SPEC_USER_SESSION_KEYRING)");
	CALL(keyctl, KEYCTL_REJECT, 5, 6, 13, -6);
	EXPECT("keyctl(operation=KEYCTL_REJECT, id=5, timeout=6, error=EACCES, "
	       "ringid=KEY_SPEC_GROUP_KEYRING)");
	CALL(keyctl, KEYCTL_SET_REQKEY_KEYRING, 77);
	EXPECT("keyctl(operation=KEYCTL_SET_REQKEY_KEYRING, reqkey_defl=77 /* "
	       "KEY_REQKEY_DEFL_??? */)");
	CALL(keyctl, KEYCTL_SET_REQKEY_KEYRING, WIDE(-1));
	EXPECT("keyctl(operation=KEYCTL_SET_REQKEY_KEYRING, "
	       "reqkey_defl=KEY_REQKEY_DEFL_NO_CHANGE)");
	CALL(keyctl, KEYCTL_REJECT, 5, 6, WIDE(70000), -6);
	EXPECT("keyctl(operation=KEYCTL_REJECT, id=5, timeout=6, error=70000, "
	       "ringid=KEY_SPEC_GROUP_KEYRING)");
	CALL(keyctl, KEYCTL_SETPERM, 5, WIDE(1 << 24 | 1 << 30));
	EXPECT("keyctl(operation=KEYCTL_SETPERM, id=5, perm=KEY_POS_VIEW|0x40000000)");
	CALL(keyctl, KEYCTL_SET_TIMEOUT, 5, 6);
	EXPECT("keyctl(operation=KEYCTL_SET_TIMEOUT, id=5, timeout=6)");
	CALL(keyctl, KEYCTL_GET_PERSISTENT, -1, 77);
	EXPECT("keyctl(operation=KEYCTL_GET_PERSISTENT, uid=-1, destringid=77)");
	CALL(keyctl, KEYCTL_DH_COMPUTE, &dh, NULL, 0, NULL);
	EXPECT("keyctl(operation=KEYCTL_DH_COMPUTE, params={private=1, prime=2, base=3}, "
	       "buffer=NULL, buflen=0, kdf=NULL)");
	CALL(keyctl, KEYCTL_RESTRICT_KEYRING, 77, "a", NULL);
	EXPECT("keyctl(operation=KEYCTL_RESTRICT_KEYRING, ringid=77, type=\"a\", "
	       "restriction=NULL)");
	CALL(keyctl, KEYCTL_MOVE, 5, 6, 7, 1);
	EXPECT("keyctl(operation=KEYCTL_MOVE, id=5, from_ringid=6, to_ringid=7, "
	       "flags=KEYCTL_MOVE_EXCL)");
	CALL(keyctl, 77, 1, 2, 3, 4);
	EXPECT("keyctl(operation=0x4d /* KEYCTL_??? */, arg2=0x1, arg3=0x2, arg4=0x3, arg5=0x4)");
}

static void filters(void)
{
	struct sock_filter filter[2] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 4),
					 BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW) };
	struct sock_fprog program = { 0, filter };
	unsigned action = SECCOMP_RET_ERRNO;
	struct {
		unsigned short notif, resp, data;
	} sizes;

	CALL(seccomp, SECCOMP_SET_MODE_STRICT, 5, NULL);
	EXPECT("seccomp(operation=SECCOMP_SET_MODE_STRICT, flags=0x5, args=NULL)");
	CALL(seccomp, SECCOMP_SET_MODE_FILTER, 3, &program);
	EXPECT("seccomp(operation=SECCOMP_SET_MODE_FILTER, "
	       "flags=SECCOMP_FILTER_FLAG_TSYNC|SECCOMP_FILTER_FLAG_LOG, args={len=0, filter=%s})",
	       V("[]", ptr(filter)));
	CALL(seccomp, SECCOMP_SET_MODE_FILTER, 0, fault);
	EXPECT("seccomp(operation=SECCOMP_SET_MODE_FILTER, flags=0, args=%p)", fault);
	CALL(seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action);
	EXPECT("seccomp(operation=SECCOMP_GET_ACTION_AVAIL, flags=0, args=[SECCOMP_RET_ERRNO])");
	CALL(seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &sizes);
	EXPECT("seccomp(operation=SECCOMP_GET_NOTIF_SIZES, flags=0, args={seccomp_notif=%u, "
	       "seccomp_notif_resp=%u, seccomp_data=%u})",
	       sizes.notif, sizes.resp, sizes.data);
	CALL(seccomp, 77, 1, 0x1000);
	EXPECT("seccomp(operation=0x4d /* SECCOMP_SET_MODE_??? */, flags=0x1, args=0x1000)");
}

static void locks(void)
{
	struct {
		uint64_t fs, net;
	} ruleset = { 3, 1 };
	struct landlock_path_beneath_attr beneath = { 5, 9 };
	uint64_t port[2] = { 1, 80 };
	unsigned size = 7;
	uint64_t ids[10];

	CALL(landlock_create_ruleset, &ruleset, 8, 0x10);
	EXPECT("landlock_create_ruleset(attr={handled_access_fs=LANDLOCK_ACCESS_FS_EXECUTE|"
	       "LANDLOCK_ACCESS_FS_WRITE_FILE}, size=8, "
	       "flags=0x10 /* LANDLOCK_CREATE_RULESET_??? */)");
	CALL(landlock_create_ruleset, NULL, 0, 1);
	EXPECT("landlock_create_ruleset(attr=NULL, size=0, flags=LANDLOCK_CREATE_RULESET_VERSION)");
	CALL(landlock_add_rule, 99, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
	EXPECT("landlock_add_rule(ruleset_fd=99, rule_type=LANDLOCK_RULE_PATH_BENEATH, "
	       "rule_attr={allowed_access=LANDLOCK_ACCESS_FS_EXECUTE|"
	       "LANDLOCK_ACCESS_FS_READ_FILE, parent_fd=9}, flags=0)");
	CALL(landlock_add_rule, 99, 2, port, 0);
	NOT_AS_STRACE("newer");
	EXPECT("landlock_add_rule(ruleset_fd=99, rule_type=LANDLOCK_RULE_NET_PORT, "
	       "rule_attr={allowed_access=LANDLOCK_ACCESS_NET_BIND_TCP, port=80}, flags=0)");
	CALL(landlock_add_rule, 99, 77, port, 1);
	EXPECT("landlock_add_rule(ruleset_fd=99, rule_type=0x4d /* LANDLOCK_RULE_??? */, "
	       "rule_attr=%p, flags=0x1)",
	       port);
	CALL(landlock_restrict_self, 99, 1);
	EXPECT("landlock_restrict_self(ruleset_fd=99, flags=0x1)");
	CALL(lsm_get_self_attr, 77, ids, &size, 0x10);
	NOT_AS_STRACE("newer");
	EXPECT("lsm_get_self_attr(attr=0x4d /* LSM_ATTR_??? */, ctx=%p, size=[%u], flags=0x10 /* "
	       "LSM_FLAG_??? */)",
	       ids, size);
	CALL(lsm_set_self_attr, 100, ids, 5, 0x10);
	NOT_AS_STRACE("newer");
	EXPECT("lsm_set_self_attr(attr=LSM_ATTR_CURRENT, ctx=%p, size=5, flags=0x10)", ids);
	CALL(lsm_list_modules, ids, fault, 0);
	NOT_AS_STRACE("newer");
	EXPECT("lsm_list_modules(ids=%p, size=%p, flags=0)", ids, fault);
}

static void controls(void)
{
	char name[16] = "";
	int value = 77;
	void *base;

	CALL(prctl, PR_SET_NAME, "a name");
	EXPECT("prctl(option=PR_SET_NAME, name=\"a name\")");
	CALL(prctl, PR_SET_NAME, "0123456789abcdefgh");
	EXPECT("prctl(option=PR_SET_NAME, name=\"0123456789abcde\"...)");
	CALL(prctl, PR_GET_NAME, name);
	EXPECT("prctl(option=PR_GET_NAME, name=\"0123456789abcde\")");
	CALL(prctl, PR_SET_NAME, fault);
	EXPECT("prctl(option=PR_SET_NAME, name=%p)", fault);
	CALL(prctl, PR_SET_PDEATHSIG, SIGHUP);
	EXPECT("prctl(option=PR_SET_PDEATHSIG, sig=SIGHUP)");
	CALL(prctl, PR_GET_PDEATHSIG, &value);
	EXPECT("prctl(option=PR_GET_PDEATHSIG, sig=[SIGHUP])");
	CALL(prctl, PR_GET_DUMPABLE);
	EXPECT_NOTE(" (SUID_DUMP_USER)", "prctl(option=PR_GET_DUMPABLE)");
	CALL(prctl, PR_SET_DUMPABLE, 77);
	EXPECT("prctl(option=PR_SET_DUMPABLE, dumpable=0x4d /* SUID_DUMP_??? */)");
	CALL(prctl, PR_GET_KEEPCAPS, 0, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_KEEPCAPS)");
	CALL(prctl, PR_SET_KEEPCAPS, 7, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_KEEPCAPS, value=7)");
	CALL(prctl, PR_GET_CHILD_SUBREAPER, &value, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_CHILD_SUBREAPER, value=[0])");
	CALL(prctl, PR_GET_UNALIGN, &value, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_UNALIGN, value=%p)", &value);
	CALL(prctl, PR_SET_UNALIGN, 1, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_UNALIGN, value=PR_UNALIGN_NOPRINT)");
	CALL(prctl, PR_GET_TSC, &value, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_TSC, value=[PR_TSC_ENABLE])");
	CALL(prctl, PR_SET_TSC, 77, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_TSC, value=0x4d /* PR_TSC_??? */)");
	CALL(prctl, PR_SET_NO_NEW_PRIVS, 0, 1, 2, 3);
	EXPECT("prctl(option=PR_SET_NO_NEW_PRIVS, value=0, arg3=0x1, arg4=0x2, arg5=0x3)");
	CALL(prctl, PR_SET_SECCOMP, 77, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_SECCOMP, mode=0x4d /* SECCOMP_MODE_??? */, arg3=0, arg4=0, "
	       "arg5=0)");
	CALL(prctl, PR_CAPBSET_READ, 77, 0, 0, 0);
	EXPECT("prctl(option=PR_CAPBSET_READ, cap=0x4d /* CAP_??? */)");
	CALL(prctl, PR_CAPBSET_READ, 5, 0, 0, 0);
	EXPECT("prctl(option=PR_CAPBSET_READ, cap=CAP_KILL)");
	CALL(prctl, PR_GET_SECUREBITS, 0, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_SECUREBITS)");
	CALL(prctl, PR_SET_SECUREBITS, 0x1001, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_SECUREBITS, bits=SECBIT_NOROOT|0x1000)");
	CALL(prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, 5, 0, 1);
	EXPECT("prctl(option=PR_CAP_AMBIENT, op=PR_CAP_AMBIENT_IS_SET, arg3=CAP_KILL, arg4=0, "
	       "arg5=0x1)");
	CALL(prctl, PR_MCE_KILL, PR_MCE_KILL_SET, PR_MCE_KILL_LATE, 0, 1);
	EXPECT("prctl(option=PR_MCE_KILL, op=PR_MCE_KILL_SET, policy=PR_MCE_KILL_LATE, arg4=0, "
	       "arg5=0x1)");
	CALL(prctl, PR_MCE_KILL, PR_MCE_KILL_CLEAR, 5, 0, 1);
	EXPECT("prctl(option=PR_MCE_KILL, op=PR_MCE_KILL_CLEAR, arg3=0x5, arg4=0, arg5=0x1)");
	CALL(prctl, PR_SET_MM, PR_SET_MM_BRK, 0x1001, 0, 1);
	EXPECT("prctl(option=PR_SET_MM, op=PR_SET_MM_BRK, addr=0x1001, arg4=0, arg5=0x1)");
	CALL(prctl, PR_SET_PTRACER, -1, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_PTRACER, pid=PR_SET_PTRACER_ANY)");
	CALL(prctl, PR_SET_PTRACER, 0, 0, 0, 0);
	EXPECT("prctl(option=PR_SET_PTRACER, pid=0)");
	CALL(prctl, PR_GET_SPECULATION_CTRL, 77, 0, 0, 0);
	EXPECT("prctl(option=PR_GET_SPECULATION_CTRL, misfeature=0x4d /* PR_SPEC_??? */)");
	CALL(prctl, PR_SET_SPECULATION_CTRL, PR_SPEC_INDIRECT_BRANCH, 77, 0, 0);
	EXPECT("prctl(option=PR_SET_SPECULATION_CTRL, misfeature=PR_SPEC_INDIRECT_BRANCH, "
	       "control=0x4d /* PR_SPEC_??? */)");
	CALL(prctl, 0x53564d41, 0, 0x1001, 5, "a name");
	EXPECT("prctl(option=PR_SET_VMA, attr=PR_SET_VMA_ANON_NAME, addr=0x1001, size=5, name=\"a "
	       "name\")");
	CALL(prctl, 62, 0, -1, 1, 0x1000);
	EXPECT("prctl(option=PR_SCHED_CORE, command=PR_SCHED_CORE_GET, pid=-1, "
	       "type=0x1 /* PIDTYPE_TGID */, "
	       "cookie=0x1000)");
	CALL(prctl, 0x7777, 1, 2, 3, 4);
	EXPECT("prctl(option=0x7777 /* PR_??? */, arg2=0x1, arg3=0x2, arg4=0x3, arg5=0x4)");
	CALL(arch_prctl, ARCH_GET_FS, &base);
	EXPECT("arch_prctl(code=ARCH_GET_FS, addr=[%p])", base);
	CALL(arch_prctl, ARCH_GET_CPUID, 5);
	EXPECT("arch_prctl(code=ARCH_GET_CPUID)");
	CALL(arch_prctl, ARCH_GET_GS, fault);
	EXPECT("arch_prctl(code=ARCH_GET_GS, addr=%p)", fault);
	CALL(arch_prctl, 77, 5);
	EXPECT("arch_prctl(code=0x4d /* ARCH_??? */, addr=0x5)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	keys();
	public_keys();
	filters();
	locks();
	controls();
	return 0;
}
