// SPDX-License-Identifier: LGPL-2.1-or-later
/* What ioctl asks of files and devices; quotas; what io_uring is told of. */
#include "expect.h"

#include <linux/blkpg.h>
#include <linux/blkzoned.h>
#include <linux/dqblk_xfs.h>
#include <linux/f2fs.h>
#include <linux/fd.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/hdreg.h>
#include <linux/hidraw.h>
#include <linux/if.h>
#include <linux/input.h>
#include <linux/io_uring.h>
#include <linux/kvm.h>
#include <linux/nbd.h>
#include <linux/perf_event.h>
#include <linux/ptp_clock.h>
#include <linux/quota.h>
#include <linux/random.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <linux/soundcard.h>
#include <linux/uinput.h>
#include <linux/userfaultfd.h>
#include <linux/watchdog.h>
#include <scsi/sg.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#ifndef INOTIFY_IOC_SETNEXTWD /* linux/inotify.h has structs of libc too */
#define INOTIFY_IOC_SETNEXTWD _IOW('I', 0, __s32)
#endif

/* Refused by any kernel. */
#define NO_FD 99
#define REQUEST(request, arg) CALL(ioctl, NO_FD, request, arg)

static void files(void)
{
	struct {
		struct fiemap map;
		struct fiemap_extent extents[4];
	} map = { .map = {
			  .fm_length = ~0UL, .fm_flags = FIEMAP_FLAG_SYNC, .fm_extent_count = 4 } };
	struct {
		struct file_dedupe_range range;
		struct file_dedupe_range_info info[2];
	} dedupe = { .range = { 1, 2, .dest_count = 2 }, .info = { { 98, 3 }, { 97, 4 } } };
	int fd = open("file", O_RDWR | O_CREAT, 0600);
	char *extents = text("%s", "");

	REQUEST(FS_IOC_FIEMAP, &map);
	EXPECT("ioctl(fd=99, request=FS_IOC_FIEMAP, arg={fm_start=0, "
	       "fm_length=18446744073709551615, fm_flags=FIEMAP_FLAG_SYNC, fm_extent_count=4})");
	REQUEST(FS_IOC_FIEMAP, fault);
	EXPECT("ioctl(fd=99, request=FS_IOC_FIEMAP, arg=%p)", fault);
	if (write(fd, "some bytes", 10) != 10)
		abort();
	CALL(ioctl, fd, FS_IOC_FIEMAP, &map);
	if (rc == 0) {
		for (unsigned i = 0; i < map.map.fm_mapped_extents; i++)
			extents = text("%s%s{fe_logical=%llu, fe_physical=%llu, fe_length=%llu, "
				       "fe_flags=%s}",
				       extents, i ? ", " : "", map.extents[i].fe_logical,
				       map.extents[i].fe_physical, map.extents[i].fe_length,
				       bits(map.extents[i].fe_flags, "FIEMAP_EXTENT_LAST", 1,
					    "FIEMAP_EXTENT_UNKNOWN", 2, "FIEMAP_EXTENT_DELALLOC", 4,
					    "FIEMAP_EXTENT_ENCODED", 8, "FIEMAP_EXTENT_NOT_ALIGNED",
					    0x100, "FIEMAP_EXTENT_DATA_INLINE", 0x200,
					    "FIEMAP_EXTENT_UNWRITTEN", 0x800,
					    "FIEMAP_EXTENT_MERGED", 0x1000, NULL));
		EXPECT("ioctl(fd=%d, request=FS_IOC_FIEMAP, arg={fm_start=0, "
		       "fm_length=18446744073709551615, fm_flags=FIEMAP_FLAG_SYNC, "
		       "fm_extent_count=4} => {fm_flags=%s, fm_mapped_extents=%u, %s})",
		       fd, bits(map.map.fm_flags, "FIEMAP_FLAG_SYNC", 1, NULL),
		       map.map.fm_mapped_extents, V(text("fm_extents=[%s]", extents), "..."));
	}
	REQUEST(FIDEDUPERANGE, &dedupe);
	EXPECT("ioctl(fd=99, request=BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE, arg={src_offset=1, src_length=2, dest_count=2, "
	       "info=[{dest_fd=98, dest_offset=3}, {dest_fd=97, dest_offset=4}]})");
	dedupe.info[0].dest_fd = dedupe.info[1].dest_fd = fd;
	CALL(ioctl, fd, FIDEDUPERANGE, &dedupe);
	if (rc == 0)
		EXPECT("ioctl(fd=%d, request=BTRFS_IOC_FILE_EXTENT_SAME or FIDEDUPERANGE, arg={src_offset=1, src_length=2, "
		       "dest_count=2, info=[{dest_fd=%d, dest_offset=3}, {dest_fd=%d, "
		       "dest_offset=4}]} => {info=[{bytes_deduped=%llu, status=%d}, "
		       "{bytes_deduped=%llu, status=%d}]})",
		       fd, fd, fd, dedupe.info[0].bytes_deduped, dedupe.info[0].status,
		       dedupe.info[1].bytes_deduped, dedupe.info[1].status);
	close(fd);
}

static void faults(void)
{
	struct uffdio_api api = { .api = UFFD_API, .features = 1 };
	struct uffdio_copy copy = { .dst = 1, .src = 2, .len = 3, .mode = 1 };
	struct uffdio_register registering = { .range = { 1, 2 }, .mode = 3 };
	struct uffdio_zeropage zero = { .range = { 0, 2 }, .mode = 1 };
	int fd = syscall(SYS_userfaultfd, O_CLOEXEC | 1);

	REQUEST(UFFDIO_API, &api);
	EXPECT("ioctl(fd=99, request=UFFDIO_API, arg={api=0xaa, "
	       "features=UFFD_FEATURE_PAGEFAULT_FLAG_WP})");
	REQUEST(UFFDIO_COPY, &copy);
	EXPECT("ioctl(fd=99, request=UFFDIO_COPY, arg={dst=0x1, src=0x2, len=0x3, "
	       "mode=UFFDIO_COPY_MODE_DONTWAKE})");
	REQUEST(UFFDIO_REGISTER, &registering);
	EXPECT("ioctl(fd=99, request=UFFDIO_REGISTER, arg={range={start=0x1, len=0x2}, "
	       "mode=UFFDIO_REGISTER_MODE_MISSING|UFFDIO_REGISTER_MODE_WP})");
	REQUEST(UFFDIO_ZEROPAGE, &zero);
	EXPECT("ioctl(fd=99, request=UFFDIO_ZEROPAGE, arg={range={start=0, len=0x2}, "
	       "mode=UFFDIO_ZEROPAGE_MODE_DONTWAKE})");
	if (fd < 0)
		return;
	api.features = 0;
	CALL(ioctl, fd, UFFDIO_API, &api);
	NOT_AS_STRACE("features of newer kernels");
	if (rc)
		EXPECT("ioctl(fd=%d, request=UFFDIO_API, arg={api=0xaa, features=0})", fd);
	char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	zero = (struct uffdio_zeropage){ .range = { (uintptr_t)page, 4096 } };
	registering = (struct uffdio_register){ .range = { (uintptr_t)page, 4096 }, .mode = 1 };
	if (!ioctl(fd, UFFDIO_REGISTER, &registering)) {
		CALL(ioctl, fd, UFFDIO_ZEROPAGE, &zero);
		EXPECT("ioctl(fd=%d, request=UFFDIO_ZEROPAGE, arg={range={start=%p, len=0x1000}, "
		       "mode=0%s})",
		       fd, page, rc ? "" : ", zeropage=0x1000");
	}
	munmap(page, 4096);
	close(fd);
}

static void devices(void)
{
	struct uffdio_range range = { 0x1000, 2 };
	struct fsxattr attributes = { FS_XFLAG_REALTIME, 2, 3, 4, 5, { 0 } };
	struct {
		struct rand_pool_info info;
		char bytes[8];
	} pool = { { 5, 4 }, "\1\2ab" };
	struct ifreq request = { .ifr_name = "eth0" };
	int fd = inotify_init1(IN_CLOEXEC), number = 7;
	struct seccomp_notif_resp response = { 5, -6, -ENOENT, 1 };
	struct seccomp_notif_addfd adding = { 5, 1, 98, 97, O_CLOEXEC };
	uint64_t id = 0x1234;

	REQUEST(WDIOC_GETTIMEOUT, 0x1000);
	EXPECT("ioctl(fd=99, request=WDIOC_GETTIMEOUT, arg=0x1000)");
	REQUEST(WDIOC_SETTIMEOUT, &number);
	EXPECT("ioctl(fd=99, request=WDIOC_SETTIMEOUT, arg=[7])");
	REQUEST(WDIOC_KEEPALIVE, 5);
	EXPECT("ioctl(fd=99, request=WDIOC_KEEPALIVE)");
	REQUEST(RNDADDENTROPY, &pool);
	EXPECT("ioctl(fd=99, request=RNDADDENTROPY, arg={entropy_count=5, buf_size=4, "
	       "buf=\"\\1\\2ab\"})");
	REQUEST(HDIO_GETGEO, 0x1000);
	EXPECT("ioctl(fd=99, request=HDIO_GETGEO, arg=0x1000)");
	REQUEST(NBD_DO_IT, 5);
	EXPECT("ioctl(fd=99, request=NBD_DO_IT)");
	REQUEST(NBD_SET_SOCK, 98);
	EXPECT("ioctl(fd=99, request=NBD_SET_SOCK, arg=98)");
	REQUEST(NBD_SET_TIMEOUT, 77);
	EXPECT("ioctl(fd=99, request=NBD_SET_TIMEOUT, arg=77)");
	REQUEST(NBD_SET_FLAGS, 3);
	EXPECT("ioctl(fd=99, request=NBD_SET_FLAGS, arg=NBD_FLAG_HAS_FLAGS|NBD_FLAG_READ_ONLY)");
	CALL(ioctl, fd, INOTIFY_IOC_SETNEXTWD, 5);
	EXPECT("ioctl(fd=%d, request=INOTIFY_IOC_SETNEXTWD, arg=5)", fd);
	REQUEST(PERF_EVENT_IOC_QUERY_BPF, &number);
	EXPECT("ioctl(fd=99, request=PERF_EVENT_IOC_QUERY_BPF, arg={ids_len=7, ...})");
	REQUEST(EVIOCGID, 0x1000);
	EXPECT("ioctl(fd=99, request=EVIOCGID, arg=0x1000)");
	REQUEST(UFFDIO_WAKE, &range);
	EXPECT("ioctl(fd=99, request=UFFDIO_WAKE, arg={start=0x1000, len=0x2})");
	REQUEST(HDIO_GET_DMA, 0x1000);
	EXPECT("ioctl(fd=99, request=HDIO_GET_DMA, arg=0x1000)");
	REQUEST(HDIO_SET_DMA, 1);
	EXPECT("ioctl(fd=99, request=HDIO_SET_DMA, arg=1)");
	REQUEST(FS_IOC_FSSETXATTR, &attributes);
	EXPECT("ioctl(fd=99, request=FS_IOC_FSSETXATTR, arg={fsx_xflags=FS_XFLAG_REALTIME, "
	       "fsx_extsize=2, fsx_projid=0x4, fsx_cowextsize=5})");
	REQUEST(F2FS_IOC_GET_FEATURES, 0x1000);
	EXPECT("ioctl(fd=99, request=F2FS_IOC_GET_FEATURES, arg=0x1000)");
	REQUEST(FDGETPRM, 0x1000);
	EXPECT("ioctl(fd=99, request=FDGETPRM, arg=0x1000)");
	REQUEST(PTP_PIN_GETFUNC, 0x1000);
	EXPECT("ioctl(fd=99, request=PTP_PIN_GETFUNC, arg=0x1000)");
	REQUEST(SG_GET_VERSION_NUM, 0x1000);
	EXPECT("ioctl(fd=99, request=SG_GET_VERSION_NUM, arg=0x1000)");
	REQUEST(0x8b01, 0x1000);
	EXPECT("ioctl(fd=99, request=SIOCGIWNAME, arg=0x1000)");
	REQUEST(UI_GET_SYSNAME(30), 0x1000);
	EXPECT("ioctl(fd=99, request=UI_GET_SYSNAME(30), arg=0x1000)");
	REQUEST(HIDIOCGRAWPHYS(5), 0x1000);
	EXPECT("ioctl(fd=99, request=HIDIOCGRAWPHYS(5), arg=0x1000)");
	REQUEST(SOUND_MIXER_READ_LINE, 0x1000);
	EXPECT("ioctl(fd=99, request=MIXER_READ(%d), arg=0x1000)", SOUND_MIXER_LINE);
	REQUEST(_IOW('M', SOUND_MIXER_PCM, int), 0x1000);
	EXPECT("ioctl(fd=99, request=MIXER_WRITE(%d), arg=0x1000)", SOUND_MIXER_PCM);
	REQUEST(BLKGETZONESZ, 0x1000);
	EXPECT("ioctl(fd=99, request=BLKGETZONESZ, arg=0x1000)");
	REQUEST(KVM_CHECK_EXTENSION, KVM_CAP_USER_MEMORY);
	EXPECT("ioctl(fd=99, request=KVM_CHECK_EXTENSION, arg=KVM_CAP_USER_MEMORY)");
	REQUEST(SECCOMP_IOCTL_NOTIF_SEND, &response);
	EXPECT("ioctl(fd=99, request=SECCOMP_IOCTL_NOTIF_SEND, arg={id=0x5, val=-6, error=-ENOENT, "
	       "flags=SECCOMP_USER_NOTIF_FLAG_CONTINUE})");
	REQUEST(SECCOMP_IOCTL_NOTIF_ID_VALID, &id);
	EXPECT("ioctl(fd=99, request=SECCOMP_IOCTL_NOTIF_ID_VALID, arg=[0x1234])");
	REQUEST(SECCOMP_IOCTL_NOTIF_ADDFD, &adding);
	EXPECT("ioctl(fd=99, request=SECCOMP_IOCTL_NOTIF_ADDFD, arg={id=0x5, "
	       "flags=SECCOMP_ADDFD_FLAG_SETFD, srcfd=98, newfd=97, newfd_flags=O_CLOEXEC})");
	strcpy(request.ifr_slave, "bond");
	REQUEST(SIOCSIFSLAVE, &request);
	EXPECT("ioctl(fd=99, request=SIOCSIFSLAVE, arg={ifr_name=\"eth0\", ifr_slave=\"bond\"})");
	request.ifr_hwaddr = (struct sockaddr){ 1, "\1\2\3\4\5\6" };
	REQUEST(SIOCADDMULTI, &request);
	EXPECT("ioctl(fd=99, request=SIOCADDMULTI, arg={ifr_name=\"eth0\", "
	       "ifr_hwaddr={sa_family=ARPHRD_ETHER, sa_data=01:02:03:04:05:06}})");
	close(fd);
}

static void machines(void)
{
	struct {
		struct kvm_cpuid2 cpuid;
		struct kvm_cpuid_entry2 entries[1];
	} cpuid = { .cpuid = { .nent = 1 },
		    .entries = { { .function = 1,
				   .index = 2,
				   .flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX,
				   .eax = 3,
				   .ebx = 4,
				   .ecx = 5,
				   .edx = 6 } } };
	struct kvm_regs regs = { .rax = 1, .rbx = 2, .rsp = 3, .r15 = 4, .rip = 5, .rflags = 6 };
	struct kvm_sregs sregs = { .cs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, .cr0 = 12 };
	const char *none =
		"{base=0, limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, l=0, "
		"g=0, avl=0}";

	REQUEST(KVM_SET_REGS, &regs);
	EXPECT("ioctl(fd=99, request=KVM_SET_REGS, arg={rax=0x1, %s, rsp=0x3, rbp=0, %s, rip=0x5, "
	       "rflags=0x6})",
	       V("rbx=0x2, rcx=0, rdx=0, rsi=0, rdi=0", "..."),
	       V("r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, r14=0, r15=0x4", "..."));
	REQUEST(KVM_GET_REGS, &regs);
	EXPECT("ioctl(fd=99, request=KVM_GET_REGS, arg=%p)", &regs);
	REQUEST(KVM_SET_SREGS, &sregs);
	EXPECT("ioctl(fd=99, request=KVM_SET_SREGS, arg={cs={base=0x1, limit=2, selector=3, type=4, "
	       "present=5, dpl=6, db=7, s=8, l=9, g=10, avl=11}, %s})",
	       V(text("ds=%s, es=%s, fs=%s, gs=%s, ss=%s, tr=%s, ldt=%s, gdt={base=0, limit=0}, "
		      "idt={base=0, limit=0}, cr0=12, cr2=0, cr3=0, cr4=0, cr8=0, efer=0, "
		      "apic_base=0, interrupt_bitmap=[0, 0, 0, 0]",
		      none, none, none, none, none, none, none),
		 "..."));
	REQUEST(KVM_SET_CPUID2, &cpuid);
	EXPECT("ioctl(fd=99, request=KVM_SET_CPUID2, arg={nent=1, entries=[%s]})",
	       V("{function=0x1, index=0x2, flags=KVM_CPUID_FLAG_SIGNIFCANT_INDEX, eax=0x3, "
		 "ebx=0x4, ecx=0x5, edx=0x6}",
		 "..."));
	cpuid.cpuid.nent = 0;
	REQUEST(KVM_SET_CPUID2, &cpuid);
	EXPECT("ioctl(fd=99, request=KVM_SET_CPUID2, arg={nent=0, entries=[]})");
}

#define Q(cmd) QCMD(cmd, USRQUOTA)

static void quotas(void)
{
	struct if_dqblk block = { 1, 2, 3, 4, 5, 6, 7, 8, QIF_BLIMITS | QIF_ITIME };
	struct if_dqinfo info = { 1, 2, 1, IIF_FLAGS };
	struct fs_disk_quota xfs = { .d_version = 1,
				     .d_flags = FS_USER_QUOTA,
				     .d_fieldmask = 5,
				     .d_id = 6,
				     .d_itimer = -7 };
	unsigned flags = FS_QUOTA_UDQ_ACCT | FS_QUOTA_PDQ_ENFD;

	CALL(quotactl, Q(Q_SYNC), "/dev/none", 5, 6);
	EXPECT("quotactl(cmd=QCMD(Q_SYNC, USRQUOTA), special=\"/dev/none\")");
	CALL(quotactl, Q(Q_QUOTAON), "/dev/none", QFMT_VFS_V1, "quota.user");
	EXPECT("quotactl(cmd=QCMD(Q_QUOTAON, USRQUOTA), special=\"/dev/none\", id=QFMT_VFS_V1, "
	       "addr=\"quota.user\")");
	CALL(quotactl, QCMD(Q_SETQUOTA, GRPQUOTA), "/dev/none", -1, &block);
	EXPECT("quotactl(cmd=QCMD(Q_SETQUOTA, GRPQUOTA), special=\"/dev/none\", id=-1, "
	       "addr={dqb_bhardlimit=1, dqb_bsoftlimit=2, dqb_curspace=3, dqb_ihardlimit=4, "
	       "dqb_isoftlimit=5, dqb_curinodes=6, %s})",
	       V("dqb_btime=7, dqb_itime=8, dqb_valid=QIF_BLIMITS|QIF_ITIME", "..."));
	CALL(quotactl, Q(Q_SETINFO), "/dev/none", 0, &info);
	EXPECT("quotactl(cmd=QCMD(Q_SETINFO, USRQUOTA), special=\"/dev/none\", "
	       "addr={dqi_bgrace=1, dqi_igrace=2, dqi_flags=DQF_ROOT_SQUASH, "
	       "dqi_valid=IIF_FLAGS})");
	CALL(quotactl, Q(Q_XSETQLIM), "/dev/none", 0, &xfs);
	EXPECT("quotactl(cmd=QCMD(Q_XSETQLIM, USRQUOTA), special=\"/dev/none\", id=0, "
	       "addr={d_version=1, d_flags=FS_USER_QUOTA, d_fieldmask=0x5, d_id=6, "
	       "d_blk_hardlimit=0, d_blk_softlimit=0, d_ino_hardlimit=0, d_ino_softlimit=0, "
	       "d_bcount=0, d_icount=0, %s})",
	       V("d_itimer=-7, d_btimer=0, d_iwarns=0, d_bwarns=0, d_rtb_hardlimit=0, "
		 "d_rtb_softlimit=0, d_rtbcount=0, d_rtbtimer=0, d_rtbwarns=0",
		 "..."));
	CALL(quotactl, Q(Q_XQUOTAON), "/dev/none", 0, &flags);
	EXPECT("quotactl(cmd=QCMD(Q_XQUOTAON, USRQUOTA), special=\"/dev/none\", "
	       "addr=[FS_QUOTA_UDQ_ACCT|FS_QUOTA_PDQ_ENFD])");
	CALL(quotactl, Q(Q_GETFMT), "/dev/none", 0, &flags);
	EXPECT("quotactl(cmd=QCMD(Q_GETFMT, USRQUOTA), special=\"/dev/none\", addr=%p)", &flags);
	CALL(quotactl_fd, NO_FD, Q(Q_XGETQSTAT), 0, fault);
	EXPECT("quotactl_fd(fd=99, cmd=QCMD(Q_XGETQSTAT, USRQUOTA), addr=%p)", fault);
	CALL(quotactl_fd, NO_FD, Q(Q_GETNEXTQUOTA), 7, fault);
	EXPECT("quotactl_fd(fd=99, cmd=QCMD(Q_GETNEXTQUOTA, USRQUOTA), id=7, addr=%p)", fault);
}

#define REGISTER(opcode, arg, count) CALL(io_uring_register, NO_FD, opcode, arg, count)

static void rings(void)
{
	int fds[] = { 98, -1, -2 };
	struct io_uring_files_update update = { .offset = 1, .fds = (uintptr_t)fds };
	struct io_uring_restriction restrictions[] = {
		{ .opcode = IORING_RESTRICTION_REGISTER_OP, .register_op = IORING_REGISTER_PROBE },
		{ .opcode = IORING_RESTRICTION_SQE_OP, .sqe_op = IORING_OP_READV },
		{ .opcode = IORING_RESTRICTION_SQE_FLAGS_REQUIRED, .sqe_flags = 3 },
	};
	struct iovec iov = { (void *)0x1000, 5 };
	uint64_t tags[] = { 0, 7, 0 };
	struct io_uring_rsrc_register resources = { .nr = 3,
						    .data = (uintptr_t)fds,
						    .tags = (uintptr_t)tags };
	struct io_uring_rsrc_update2 updating = { .offset = 2, .data = (uintptr_t)&iov, .nr = 1 };
	struct io_uring_rsrc_update rings[] = { { -1, 0, 98 }, { 5, 0, 0 } };
	unsigned long cpus = 0x12;
	struct io_uring_params params = { 0 };
	unsigned limits[2] = { 0, 7 };
	struct {
		struct io_uring_probe probe;
		struct io_uring_probe_op ops[4];
	} probe;
	int fd;

	REGISTER(IORING_REGISTER_FILES_UPDATE, &update, 3);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_FILES_UPDATE, arg={offset=1, "
	       "fds=[98, -1, IORING_REGISTER_FILES_SKIP]}, nr_args=3)");
	REGISTER(IORING_REGISTER_RESTRICTIONS, restrictions, 3);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_RESTRICTIONS, "
	       "arg=[{opcode=IORING_RESTRICTION_REGISTER_OP, register_op=IORING_REGISTER_PROBE}, "
	       "{opcode=IORING_RESTRICTION_SQE_OP, sqe_op=IORING_OP_READV}, "
	       "{opcode=IORING_RESTRICTION_SQE_FLAGS_REQUIRED, "
	       "sqe_flags=IOSQE_FIXED_FILE|IOSQE_IO_DRAIN}], nr_args=3)");
	fds[2] = 97;
	REGISTER(IORING_REGISTER_FILES2, &resources, 32);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_FILES2, arg={nr=3, flags=0, "
	       "data=[98, -1, 97], tags=[0, 0x7, 0]}, nr_args=32)");
	resources = (struct io_uring_rsrc_register){ .nr = 1, .flags = 1, .data = (uintptr_t)&iov };
	REGISTER(IORING_REGISTER_BUFFERS2, &resources, 32);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_BUFFERS2, arg={nr=1, "
	       "flags=IORING_RSRC_REGISTER_SPARSE, data=[{iov_base=0x1000, iov_len=5}], "
	       "tags=NULL}, nr_args=32)");
	REGISTER(IORING_REGISTER_BUFFERS_UPDATE, &updating, 32);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_BUFFERS_UPDATE, arg={offset=2, "
	       "data=[{iov_base=0x1000, iov_len=5}], tags=NULL, nr=1}, nr_args=32)");
	updating.data = (uintptr_t)fds;
	REGISTER(IORING_REGISTER_FILES_UPDATE2, &updating, 32);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_FILES_UPDATE2, arg={offset=2, "
	       "data=[98], tags=NULL, nr=1}, nr_args=32)");
	REGISTER(IORING_REGISTER_IOWQ_AFF, &cpus, 8);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_IOWQ_AFF, arg=[1 4], nr_args=8)");
	REGISTER(IORING_REGISTER_RING_FDS, rings, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_RING_FDS, arg=[{offset=-1, "
	       "data=98}, {offset=5, data=0}], nr_args=2)");
	REGISTER(IORING_UNREGISTER_RING_FDS, rings, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_UNREGISTER_RING_FDS, "
	       "arg=[{offset=4294967295, data=0x62}, {offset=5}], nr_args=2)");
	REGISTER(IORING_REGISTER_IOWQ_MAX_WORKERS, limits, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_IOWQ_MAX_WORKERS, "
	       "arg=[[IO_WQ_BOUND]=0, [IO_WQ_UNBOUND]=7] => %p, nr_args=2)",
	       limits);
	REGISTER(IORING_REGISTER_IOWQ_MAX_WORKERS, NULL, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_IOWQ_MAX_WORKERS, arg=NULL, "
	       "nr_args=2)");
	memset(&probe, 0, sizeof(probe));
	REGISTER(IORING_REGISTER_PROBE, &probe, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_PROBE, arg=%p, nr_args=2)", &probe);
	probe.probe.last_op = IORING_OP_READV;
	probe.probe.ops_len = 3;
	probe.probe.resv2[1] = 5;
	probe.ops[1].op = 200;
	probe.ops[1].resv2 = 6;
	REGISTER(IORING_REGISTER_PROBE, &probe, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_PROBE, "
	       "arg={last_op=IORING_OP_READV, ops_len=3, resv2=[0, 0x5, 0], "
	       "ops=[{op=IORING_OP_NOP, flags=0}, {op=200 /* IORING_OP_??? */, flags=0, "
	       "resv2=0x6}]}, nr_args=2)");
	REGISTER(IORING_REGISTER_PROBE, &probe, 257);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_PROBE, arg=%p, nr_args=257)",
	       &probe);
	fd = syscall(SYS_io_uring_setup, 2, &params);
	if (fd < 0)
		return;
	memset(&probe, 0, sizeof(probe));
	CALL(io_uring_register, fd, IORING_REGISTER_PROBE, &probe, 4);
	NOT_AS_STRACE("newer operations, and ... for those that were not asked for");
	if (rc == 0 && probe.probe.last_op > 57) { /* newer than the names */
		static const char *const names[] = { "NOP", "READV", "WRITEV", "FSYNC" };
		char *ops = text("%s", "");

		for (unsigned i = 0; i < probe.probe.ops_len && i < 4; i++)
			ops = text("%s%s{op=IORING_OP_%s, flags=%s}", ops, i ? ", " : "", names[i],
				   bits(probe.ops[i].flags, "IO_URING_OP_SUPPORTED", 1, NULL));
		EXPECT("io_uring_register(fd=%d, opcode=IORING_REGISTER_PROBE, "
		       "arg={last_op=%u /* IORING_OP_??? */, ops_len=%u, ops=[%s]}, nr_args=4)",
		       fd, probe.probe.last_op, probe.probe.ops_len, ops);
	}
	CALL(io_uring_register, fd, IORING_REGISTER_IOWQ_MAX_WORKERS, limits, 2);
	if (rc == 0)
		EXPECT("io_uring_register(fd=%d, opcode=IORING_REGISTER_IOWQ_MAX_WORKERS, "
		       "arg=[[IO_WQ_BOUND]=0, [IO_WQ_UNBOUND]=7] => [[IO_WQ_BOUND]=%u, "
		       "[IO_WQ_UNBOUND]=%u], nr_args=2)",
		       fd, limits[0], limits[1]);
	close(fd);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	files();
	faults();
	devices();
	machines();
	quotas();
	rings();
	return 0;
}
