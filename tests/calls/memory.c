// SPDX-License-Identifier: LGPL-2.1-or-later
/* Mappings, their protection, policies and locks; other processes' memory. */
#include "expect.h"

#include <linux/mempolicy.h>
#include <sys/uio.h>

static void mapping(void)
{
	char *at, *moved;

	CALL(mmap, NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	EXPECT_HEX("mmap(addr=NULL, length=8192, prot=PROT_READ|PROT_WRITE, "
		   "flags=MAP_PRIVATE|MAP_ANONYMOUS, fd=-1, offset=0)");
	at = (char *)rc;
	CALL(mmap, at, 4096, PROT_NONE, MAP_SHARED | MAP_FIXED | MAP_ANONYMOUS, WIDE(-1), 0);
	EXPECT_HEX("mmap(addr=%p, length=4096, prot=PROT_NONE, "
		   "flags=MAP_SHARED|MAP_FIXED|MAP_ANONYMOUS, fd=-1, offset=0)",
		   at);
	CALL(mmap, 0x1000, 0, PROT_EXEC | PROT_GROWSDOWN,
	     MAP_SHARED_VALIDATE | MAP_HUGETLB | 21 << 26 | MAP_LOCKED, 99, 0x5000);
	EXPECT_HEX("mmap(addr=0x1000, length=0, prot=PROT_EXEC|PROT_GROWSDOWN, "
		   "flags=MAP_SHARED_VALIDATE|MAP_LOCKED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, fd=99, "
		   "offset=0x5000)");
	CALL(mmap, NULL, 4096, 0x80, 0, 99, 0);
	EXPECT_HEX("mmap(addr=NULL, length=4096, prot=0x80 /* PROT_??? */, flags=MAP_FILE, fd=99, "
		   "offset=0)");
	CALL(mmap, NULL, 4096, 0, MAP_NORESERVE, 99, 0);
	EXPECT_HEX("mmap(addr=NULL, length=4096, prot=PROT_NONE, flags=MAP_FILE|MAP_NORESERVE, "
		   "fd=99, offset=0)");
	CALL(mmap, NULL, 4096, 0, 0xf | MAP_STACK, 99, 0);
	EXPECT_HEX("mmap(addr=NULL, length=4096, prot=PROT_NONE, flags=0xf /* MAP_??? "
		   "*/|MAP_STACK, fd=99, offset=0)");
	CALL(mprotect, at, 4096, PROT_READ | PROT_EXEC);
	EXPECT("mprotect(addr=%p, len=4096, prot=PROT_READ|PROT_EXEC)", at);
	CALL(mprotect, 0x1001, 4096, 8);
	EXPECT("mprotect(addr=0x1001, len=4096, prot=PROT_SEM)");
	CALL(pkey_mprotect, at, 4096, PROT_READ, -1);
	EXPECT("pkey_mprotect(addr=%p, len=4096, prot=PROT_READ, pkey=-1)", at);
	CALL(pkey_alloc, 0x10, 3);
	EXPECT("pkey_alloc(flags=0x10, access_rights=PKEY_DISABLE_ACCESS|PKEY_DISABLE_WRITE)");
	CALL(pkey_free, -1);
	EXPECT("pkey_free(pkey=-1)");
	CALL(mremap, at + 4096, 4096, 8192, MREMAP_MAYMOVE);
	EXPECT_HEX("mremap(old_address=%p, old_size=4096, new_size=8192, flags=MREMAP_MAYMOVE)",
		   at + 4096);
	moved = (char *)rc;
	CALL(mremap, moved, 8192, 4096, MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP, 0x5000);
	EXPECT_HEX("mremap(old_address=%p, old_size=8192, new_size=4096, "
		   "flags=MREMAP_MAYMOVE|MREMAP_FIXED|MREMAP_DONTUNMAP, new_address=0x5000)",
		   moved);
	CALL(remap_file_pages, 0x1000, 4096, 0, 0, 0);
	EXPECT("remap_file_pages(addr=0x1000, size=4096, prot=PROT_NONE, pgoff=0, flags=MAP_FILE)");
	CALL(madvise, moved, 8192, 4);
	EXPECT("madvise(addr=%p, length=8192, advice=MADV_DONTNEED)", moved);
	CALL(madvise, 0x1000, 1, 77);
	EXPECT("madvise(addr=0x1000, length=1, advice=0x4d /* MADV_??? */)");
	CALL(msync, moved, 4096, MS_SYNC | MS_INVALIDATE);
	EXPECT("msync(addr=%p, length=4096, flags=MS_SYNC|MS_INVALIDATE)", moved);
	CALL(msync, 0x1001, 0, 0);
	EXPECT("msync(addr=0x1001, length=0, flags=0)");
	*moved = 1;
	CALL(mincore, moved, 8192, at_end("xx", 2));
	EXPECT("mincore(addr=%p, length=8192, vec=[1, 0])", moved);
	CALL(mincore, 0x1001, 8192, NULL);
	EXPECT("mincore(addr=0x1001, length=8192, vec=NULL)");
	CALL(mlock, moved, 4096);
	EXPECT("mlock(addr=%p, len=4096)", moved);
	CALL(mlock2, 0x1000, 1, 1);
	EXPECT("mlock2(addr=0x1000, len=1, flags=MLOCK_ONFAULT)");
	CALL(mlock2, 0x1000, 1, 6);
	EXPECT("mlock2(addr=0x1000, len=1, flags=0x6 /* MLOCK_??? */)");
	CALL(munlock, moved, 4096);
	EXPECT("munlock(addr=%p, len=4096)", moved);
	CALL(mlockall, 0x17);
	EXPECT("mlockall(flags=MCL_CURRENT|MCL_FUTURE|MCL_ONFAULT|0x10)");
	CALL(munlockall);
	EXPECT("munlockall()");
	CALL(munmap, moved, 8192);
	EXPECT("munmap(addr=%p, length=8192)", moved);
	CALL(munmap, 1, -1);
	EXPECT("munmap(addr=0x1, length=18446744073709551615)");
	CALL(brk, 0);
	EXPECT_HEX("brk(addr=NULL)");
	CALL(mseal, 0x1001, 5, 0x10);
	NOT_AS_STRACE("newer");
	EXPECT("mseal(addr=0x1001, len=5, flags=0x10)");
	CALL(map_shadow_stack, 0x1000, 5, 0x3);
	NOT_AS_STRACE("newer");
	EXPECT_HEX("map_shadow_stack(addr=0x1000, size=5, flags=SHADOW_STACK_SET_TOKEN|%s)", "0x2");
}

static void policies(void)
{
	unsigned long mask = 5, both[2] = { 1, 2 };
	int mode = 77, status[2] = { 7, 7 }, nodes[2] = { 0, 1 };
	void *pages[2] = { (void *)0x1000, NULL };

	CALL(mbind, 0x1000, 4096, MPOL_BIND | MPOL_F_STATIC_NODES, &mask, 4, 7);
	EXPECT("mbind(addr=0x1000, len=4096, mode=MPOL_BIND|MPOL_F_STATIC_NODES, "
	       "nodemask=[0x00000000000005], maxnode=4, flags=MPOL_MF_STRICT|"
	       "MPOL_MF_MOVE|MPOL_MF_MOVE_ALL)");
	CALL(mbind, 0x1000, 0, 0x100, fault, 4, 0x100);
	EXPECT("mbind(addr=0x1000, len=0, mode=0x100 /* MPOL_??? */, nodemask=%p, maxnode=4, "
	       "flags=0x100 /* MPOL_??? */)",
	       fault);
	CALL(set_mempolicy, MPOL_INTERLEAVE, both, 128);
	EXPECT("set_mempolicy(mode=MPOL_INTERLEAVE, nodemask=[0x00000000000001, 0x00000000000002], "
	       "maxnode=128)");
	CALL(set_mempolicy, MPOL_DEFAULT, NULL, 0);
	EXPECT("set_mempolicy(mode=MPOL_DEFAULT, nodemask=NULL, maxnode=0)");
	mask = 0;
	CALL(get_mempolicy, &mode, NULL, 0, NULL, 0);
	if (rc == 0)
		EXPECT("get_mempolicy(policy=[MPOL_DEFAULT], nodemask=NULL, maxnode=0, addr=NULL, "
		       "flags=0)");
	else
		EXPECT("get_mempolicy(policy=%p, nodemask=NULL, maxnode=0, addr=NULL, flags=0)",
		       &mode);
	CALL(get_mempolicy, fault, &mask, 1024, 0x1000, 0x17);
	EXPECT("get_mempolicy(policy=%p, nodemask=%p, maxnode=1024, addr=0x1000, "
	       "flags=MPOL_F_NODE|MPOL_F_ADDR|MPOL_F_MEMS_ALLOWED|0x10)",
	       fault, &mask);
	CALL(set_mempolicy_home_node, 0x1001, 5, 6, 7);
	EXPECT("set_mempolicy_home_node(start=0x1001, len=5, home_node=6, flags=0x7)");
	mask = 1;
	CALL(migrate_pages, -1, 8, &mask, fault);
	EXPECT("migrate_pages(pid=-1, maxnode=8, old_nodes=[0x00000000000001], new_nodes=%p)",
	       fault);
	CALL(move_pages, 0, 2, pages, NULL, status, MPOL_MF_MOVE);
	if (rc == 0)
		EXPECT("move_pages(pid=0, count=2, pages=[0x1000, NULL], nodes=NULL, status=[%s, "
		       "%s], flags=MPOL_MF_MOVE)",
		       text("-%s", strerrorname_np(-status[0])),
		       text("-%s", strerrorname_np(-status[1])));
	else
		EXPECT("move_pages(pid=0, count=2, pages=[0x1000, NULL], nodes=NULL, status=%p, "
		       "flags=MPOL_MF_MOVE)",
		       status);
	CALL(move_pages, -1, 2, at_end(pages, 8), nodes, status, 0x100);
	EXPECT("move_pages(pid=-1, count=2, pages=[0x1000, ... /* %p */], nodes=[0, 1], status=%p, "
	       "flags=0x100 /* MPOL_??? */)",
	       fault, status);
}

static void others(void)
{
	char here[20] = "";
	struct iovec local = { here, 5 }, remote[2] = { { "hello", 3 }, { "xyz", 2 } };

	CALL(process_vm_readv, getpid(), &local, 1, remote, 2, 0);
	EXPECT("process_vm_readv(pid=%d, lvec=[{iov_base=\"helxy\", iov_len=5}], liovcnt=1, "
	       "rvec=[{iov_base=%p, iov_len=3}, {iov_base=%p, "
	       "iov_len=2}], riovcnt=2, flags=0)",
	       getpid(), remote[0].iov_base, remote[1].iov_base);
	CALL(process_vm_readv, -1, &local, 1, fault, 2, WIDE(7));
	EXPECT("process_vm_readv(pid=-1, lvec=[{iov_base=%p, iov_len=5}], liovcnt=1, rvec=%p, "
	       "riovcnt=2, flags=16045690981097406471)",
	       here, fault);
	remote[0].iov_base = here + 10;
	CALL(process_vm_writev, getpid(), &local, 1, remote, 1, 0);
	EXPECT("process_vm_writev(pid=%d, lvec=[{iov_base=\"helxy\", iov_len=5}], liovcnt=1, "
	       "rvec=[{iov_base=%p, iov_len=3}], riovcnt=1, flags=0)",
	       getpid(), here + 10);
	CALL(process_madvise, 99, remote, 1, 21, 0x10);
	EXPECT("process_madvise(pidfd=99, iovec=[{iov_base=%p, iov_len=3}], vlen=1, "
	       "advice=MADV_PAGEOUT, flags=0x10)",
	       here + 10);
	CALL(process_mrelease, 99, 0x10);
	EXPECT("process_mrelease(pidfd=99, flags=0x10)");
}

static void descriptors(void)
{
	struct {
		unsigned number, base, limit, bits;
	} entry = { -1, 0x12345678, 0xfffff, 0x51 };
	char table[16] = "";

	CALL(modify_ldt, 1, &entry, 15);
	NOT_AS_STRACE("the 32 bits that are returned are taken for an error");
	EXPECT("modify_ldt(func=1, ptr=%p, bytecount=15)", &entry);
	CALL(modify_ldt, 77, &entry, 16);
	NOT_AS_STRACE("the 32 bits that are returned are taken for an error");
	EXPECT("modify_ldt(func=77, ptr={entry_number=-1, base_addr=0x12345678, limit=0x0fffff, "
	       "seg_32bit=1, contents=0, read_exec_only=0, "
	       "limit_in_pages=1, seg_not_present=0, useable=1, lm=0}, bytecount=16)");
	CALL(modify_ldt, 0, table, 0);
	EXPECT("modify_ldt(func=0, ptr=%p, bytecount=0)", table);
	CALL(modify_ldt, 77, fault, 16);
	NOT_AS_STRACE("the 32 bits that are returned are taken for an error");
	EXPECT("modify_ldt(func=77, ptr=%p, bytecount=16)", fault);
	CALL(set_thread_area, &entry);
	EXPECT("set_thread_area(u_info=%s)",
	       "{entry_number=-1, base_addr=0x12345678, limit=0x0fffff, seg_32bit=1, contents=0, "
	       "read_exec_only=0, limit_in_pages=1, "
	       "seg_not_present=0, useable=1, lm=0}");
	CALL(get_thread_area, &entry);
	EXPECT("get_thread_area(u_info={entry_number=-1, ...})");
	CALL(get_thread_area, fault);
	EXPECT("get_thread_area(u_info=%p)", fault);
	CALL(iopl, 77);
	EXPECT("iopl(level=77)");
	CALL(ioperm, -1, 5, WIDE(-1));
	EXPECT("ioperm(from=0xffffffffffffffff, num=0x5, turn_on=-1)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	mapping();
	policies();
	others();
	descriptors();
	return 0;
}
