// SPDX-License-Identifier: LGPL-2.1-or-later
/* Mounts, modules, the log, asynchronous input and output, performance events, what is no more. */
#include "expect.h"

#include <linux/aio_abi.h>
#include <linux/io_uring.h>
#include <linux/mount.h>
#include <linux/perf_event.h>
#include <linux/reboot.h>
#include <poll.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>

/* Of the mount of /proc what there is to tell; the struct is newer than these headers. */
static void mount_told(void)
{
	struct {
		uint32_t size, opts;
		uint64_t mask;
		uint32_t major, minor;
		uint64_t magic;
		uint32_t flags, type;
		uint64_t id, parent;
		uint32_t id_old, parent_old;
		uint64_t attr, propagation, peer_group, master, from;
		uint32_t root, point;
		uint64_t ns, spare[49];
		char text[1024];
	} told = { 0 };
	struct {
		uint32_t size, fd;
		uint64_t id, param, ns;
	} request = { .size = 32, .param = 0x7f };
	uint32_t status[64]; /* struct statx */
	uint64_t mounts[2] = { 0 };
	char *parts = text("%s", "");

	if (syscall(SYS_statx, AT_FDCWD, "/proc", 0, 0x4000 /* STATX_MNT_ID_UNIQUE */, status) ||
	    !(status[0] & 0x4000))
		return;
	memcpy(&request.id, status + 36, sizeof(request.id));
	CALL(statmount, &request, &told, sizeof(told), 0);
	NOT_AS_STRACE("newer");
	if (rc == 0)
		parts = text(
			"{size=%u, mask=%s, sb_dev_major=%u, sb_dev_minor=%u, "
			"sb_magic=PROC_SUPER_MAGIC, sb_flags=%s, fs_type=\"%s\", mnt_id=%#lx, "
			"mnt_parent_id=%#lx, mnt_id_old=%u, mnt_parent_id_old=%u, mnt_attr=%s, "
			"mnt_propagation=%s, mnt_peer_group=%s, mnt_master=%s, "
			"propagate_from=%s, mnt_root=\"%s\", mnt_point=\"%s\"%s}",
			told.size,
			bits(told.mask, "STATMOUNT_SB_BASIC", 1, "STATMOUNT_MNT_BASIC", 2,
			     "STATMOUNT_PROPAGATE_FROM", 4, "STATMOUNT_MNT_ROOT", 8,
			     "STATMOUNT_MNT_POINT", 16, "STATMOUNT_FS_TYPE", 32,
			     "STATMOUNT_MNT_NS_ID", 64, NULL),
			told.major, told.minor, bits(told.flags, "MS_RDONLY", 1, NULL),
			told.text + told.type, told.id, told.parent, told.id_old, told.parent_old,
			bits(told.attr, "MOUNT_ATTR_RDONLY", 1, "MOUNT_ATTR_NOSUID", 2,
			     "MOUNT_ATTR_NODEV", 4, "MOUNT_ATTR_NOEXEC", 8, NULL),
			bits(told.propagation, "MS_PRIVATE", 1 << 18, "MS_SLAVE", 1 << 19,
			     "MS_SHARED", 1 << 20, NULL),
			bits(told.peer_group, NULL), bits(told.master, NULL), bits(told.from, NULL),
			told.text + told.root, told.text + told.point,
			told.mask & 64 ? text(", mnt_ns_id=%s", bits(told.ns, NULL)) : "");
	EXPECT("statmount(req={size=32, mnt_id=%#lx, param=STATMOUNT_SB_BASIC|"
	       "STATMOUNT_MNT_BASIC|STATMOUNT_PROPAGATE_FROM|STATMOUNT_MNT_ROOT|"
	       "STATMOUNT_MNT_POINT|STATMOUNT_FS_TYPE|STATMOUNT_MNT_NS_ID, mnt_ns_id=0}, buf=%s, "
	       "bufsize=%zu, flags=0)",
	       request.id, rc == 0 ? parts : ptr(&told), sizeof(told));
	request.id = -1; /* the root */
	request.param = 0;
	CALL(listmount, &request, mounts, 1, 0);
	NOT_AS_STRACE("newer");
	EXPECT("listmount(req={size=32, mnt_id=0xffffffffffffffff, param=0, mnt_ns_id=0}, "
	       "mnt_ids=%s, nr_mnt_ids=1, flags=0)",
	       rc == 1 ? text("[%#lx]", mounts[0]) : ptr(mounts));
}

static void mounts(void)
{
	struct mount_attr attr = { 1, 2, 0x40000, 5 };
	struct {
		uint64_t n[3];
	} request = { { 24, 5, 6 } };
	uint64_t ids[4];

	CALL(mount, "none", "/no/where", "tmpfs", 0xf, "size=5");
	EXPECT("mount(source=\"none\", target=\"/no/where\", type=\"tmpfs\", "
	       "flags=MS_RDONLY|MS_NOSUID|MS_NODEV|MS_NOEXEC, data=\"size=5\")");
	CALL(mount, "/a", "/no/where", fault, 0x1000 | 0x4000, NULL);
	EXPECT("mount(source=\"/a\", target=\"/no/where\", type=%p, flags=MS_BIND|MS_REC, "
	       "data=NULL)",
	       fault);
	CALL(mount, NULL, "/no/where", NULL, 0x20, "ro");
	EXPECT("mount(source=NULL, target=\"/no/where\", type=NULL, flags=MS_REMOUNT, "
	       "data=\"ro\")");
	CALL(mount, fault, fault, fault, 0, fault);
	EXPECT("mount(source=%p, target=%p, type=%p, flags=0, data=%p)", fault, fault, fault,
	       fault);
	CALL(umount2, "/no/where", 0xf);
	EXPECT("umount2(target=\"/no/where\", "
	       "flags=MNT_FORCE|MNT_DETACH|MNT_EXPIRE|UMOUNT_NOFOLLOW)");
	CALL(pivot_root, "/no/where", "/no/there");
	EXPECT("pivot_root(new_root=\"/no/where\", put_old=\"/no/there\")");
	CALL(open_tree, AT_FDCWD, "no/where", 1 | O_CLOEXEC | 0x8000);
	EXPECT("open_tree(dirfd=AT_FDCWD, path=\"no/where\", "
	       "flags=OPEN_TREE_CLONE|OPEN_TREE_CLOEXEC|AT_RECURSIVE)");
	CALL(move_mount, 99, "", AT_FDCWD, "no/where", 4);
	EXPECT("move_mount(from_dirfd=99, from_path=\"\", to_dirfd=AT_FDCWD, to_path=\"no/where\", "
	       "flags=MOVE_MOUNT_F_EMPTY_PATH)");
	CALL(fsopen, "nofs", 1);
	EXPECT("fsopen(fs_name=\"nofs\", flags=FSOPEN_CLOEXEC)");
	CALL(fsconfig, 99, FSCONFIG_SET_FLAG, "ro", NULL, 0);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_SET_FLAG, key=\"ro\", value=NULL, aux=0)");
	CALL(fsconfig, 99, FSCONFIG_SET_STRING, "a", "b", 0);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_SET_STRING, key=\"a\", value=\"b\", aux=0)");
	CALL(fsconfig, 99, FSCONFIG_SET_BINARY, "a", "\1\2", 2);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_SET_BINARY, key=\"a\", value=\"\\x01\\x02\", "
	       "aux=2)");
	CALL(fsconfig, 99, FSCONFIG_SET_PATH, "a", "/b", AT_FDCWD);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_SET_PATH, key=\"a\", value=\"/b\", aux=AT_FDCWD)");
	CALL(fsconfig, 99, FSCONFIG_SET_FD, "a", NULL, 5);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_SET_FD, key=\"a\", value=NULL, aux=5)");
	CALL(fsconfig, 99, FSCONFIG_CMD_CREATE, NULL, NULL, 0);
	EXPECT("fsconfig(fs_fd=99, cmd=FSCONFIG_CMD_CREATE, key=NULL, value=NULL, aux=0)");
	CALL(fsconfig, 99, 77, fault, NULL, 0);
	EXPECT("fsconfig(fs_fd=99, cmd=0x4d /* FSCONFIG_??? */, key=%p, value=NULL, aux=0)", fault);
	CALL(fsmount, 99, 1, 3);
	EXPECT("fsmount(fs_fd=99, flags=FSMOUNT_CLOEXEC, "
	       "attr_flags=MOUNT_ATTR_RDONLY|MOUNT_ATTR_NOSUID)");
	CALL(fspick, 99, "x", 3);
	EXPECT("fspick(dirfd=99, path=\"x\", flags=FSPICK_CLOEXEC|FSPICK_SYMLINK_NOFOLLOW)");
	CALL(mount_setattr, 99, "x", 0x8000 | AT_EMPTY_PATH, &attr, 32);
	EXPECT("mount_setattr(dirfd=99, path=\"x\", flags=AT_EMPTY_PATH|AT_RECURSIVE, "
	       "uattr={attr_set=MOUNT_ATTR_RDONLY, attr_clr=MOUNT_ATTR_NOSUID, "
	       "propagation=MS_PRIVATE, userns_fd=5}, usize=32)");
	CALL(mount_setattr, 99, "x", 0, fault, 32);
	EXPECT("mount_setattr(dirfd=99, path=\"x\", flags=0, uattr=%p, usize=32)", fault);
	CALL(statmount, &request, ids, 32, 0x10);
	NOT_AS_STRACE("newer");
	EXPECT("statmount(req={size=24, mnt_id=0x5, param=STATMOUNT_MNT_BASIC|"
	       "STATMOUNT_PROPAGATE_FROM}, buf=%p, bufsize=32, flags=0x10)",
	       ids);
	mount_told();
	CALL(listmount, fault, ids, 4, 2);
	NOT_AS_STRACE("newer");
	EXPECT("listmount(req=%p, mnt_ids=%p, nr_mnt_ids=4, flags=0x2 /* LISTMOUNT_??? */)", fault,
	       ids);
	CALL(quotactl, 0x80000700, "/dev/nothing", 5, 0x1000);
	EXPECT("quotactl(cmd=QCMD(Q_GETQUOTA, USRQUOTA), special=\"/dev/nothing\", id=5, "
	       "addr=0x1000)");
	CALL(quotactl_fd, 99, 0x80000101, -1, NULL);
	EXPECT("quotactl_fd(fd=99, cmd=QCMD(Q_SYNC, GRPQUOTA))");
	CALL(swapon, "/no/where", 0x8000 | 0x10000 | 7);
	EXPECT("swapon(path=\"/no/where\", swapflags=SWAP_FLAG_PREFER|SWAP_FLAG_DISCARD|7)");
	CALL(swapon, "/no/where", 0);
	EXPECT("swapon(path=\"/no/where\", swapflags=0)");
	CALL(swapoff, "/no/where");
	EXPECT("swapoff(path=\"/no/where\")");
	CALL(acct, "/no/where");
	EXPECT("acct(filename=\"/no/where\")");
	CALL(sysfs, 77, 1, 2);
	EXPECT("sysfs(option=0x4d, arg1=0x1, arg2=0x2)");
}

static void modules(void)
{
	struct {
		void *buf;
		size_t bufsz;
		void *mem;
		size_t memsz;
	} segment = { (void *)0x1000, 1, (void *)0x2000, 3 };

	CALL(init_module, 0x1000, 5, "a=b");
	EXPECT("init_module(module_image=0x1000, len=5, param_values=\"a=b\")");
	CALL(finit_module, 99, "", 7);
	EXPECT("finit_module(fd=99, param_values=\"\", "
	       "flags=MODULE_INIT_IGNORE_MODVERSIONS|MODULE_INIT_IGNORE_VERMAGIC|MODULE_INIT_"
	       "COMPRESSED_FILE)");
	CALL(delete_module, "no such module", O_NONBLOCK | O_TRUNC);
	EXPECT("delete_module(name=\"no such module\", flags=O_NONBLOCK|O_TRUNC)");
	CALL(kexec_load, 0x1000, 1, &segment, 0x3e0004UL);
	NOT_AS_STRACE("newer");
	EXPECT("kexec_load(entry=0x1000, nr_segments=1, segments=[{buf=0x1000, bufsz=1, "
	       "mem=0x2000, memsz=3}], flags=KEXEC_ARCH_X86_64|KEXEC_UPDATE_ELFCOREHDR)");
	CALL(kexec_file_load, 99, -1, 4, "ro\0", 5);
	EXPECT("kexec_file_load(kernel_fd=99, initrd_fd=-1, cmdline_len=4, cmdline=\"ro\\0\\0\", "
	       "flags=KEXEC_FILE_UNLOAD|KEXEC_FILE_NO_INITRAMFS)");
	CALL(reboot, 1, 2, 3);
	EXPECT("reboot(magic=0x1 /* LINUX_REBOOT_MAGIC_??? */, magic2=0x2 /* "
	       "LINUX_REBOOT_MAGIC_??? */, op=0x3 /* LINUX_REBOOT_CMD_??? */)");
	CALL(reboot, 1, LINUX_REBOOT_MAGIC2A, LINUX_REBOOT_CMD_RESTART2, "how");
	EXPECT("reboot(magic=0x1 /* LINUX_REBOOT_MAGIC_??? */, magic2=LINUX_REBOOT_MAGIC2A, "
	       "op=LINUX_REBOOT_CMD_RESTART2, arg=\"how\")");
	CALL(syslog, 77, 0x1000, 5);
	EXPECT("syslog(type=77 /* SYSLOG_ACTION_??? */, bufp=0x1000, size=5)");
	CALL(syslog, 3, fault, -5);
	EXPECT("syslog(type=3 /* SYSLOG_ACTION_READ_ALL */, bufp=%p, size=-5)", fault);
	CALL(syslog, 10, NULL, 0);
	EXPECT("syslog(type=10 /* SYSLOG_ACTION_SIZE_BUFFER */)");
	CALL(syslog, 8, NULL, 77);
	EXPECT("syslog(type=8 /* SYSLOG_ACTION_CONSOLE_LEVEL */, bufp=NULL, size=77 /* "
	       "LOGLEVEL_??? */)");
	CALL(getrandom, page_end - 3, 3, 1);
	EXPECT("getrandom(buf=\"\\x%02x\\x%02x\\x%02x\", buflen=3, flags=GRND_NONBLOCK)",
	       (unsigned char)page_end[-3], (unsigned char)page_end[-2],
	       (unsigned char)page_end[-1]);
	CALL(getrandom, fault, 3, 8);
	EXPECT("getrandom(buf=%p, buflen=3, flags=0x8 /* GRND_??? */)", fault);
}

static void asynchronous(void)
{
	struct iocb one = { .aio_lio_opcode = IOCB_CMD_PWRITE,
			    .aio_fildes = 99,
			    .aio_buf = (uintptr_t) "hello",
			    .aio_nbytes = 5,
			    .aio_offset = 7 },
		    two = { .aio_data = 1,
			    .aio_key = 2,
			    .aio_lio_opcode = IOCB_CMD_PREAD,
			    .aio_reqprio = 3,
			    .aio_fildes = 98,
			    .aio_buf = 0x1000,
			    .aio_nbytes = 5,
			    .aio_offset = -1,
			    .aio_flags = 3,
			    .aio_resfd = 7 },
		    three = { .aio_lio_opcode = IOCB_CMD_FSYNC, .aio_fildes = -1 },
		    *list[4] = { &one, &two, &three, NULL };
	struct iovec iov[2] = { { (void *)"one", 3 }, { (void *)"fours", 5 } };
	struct iocb write_vector = { .aio_lio_opcode = IOCB_CMD_PWRITEV,
				     .aio_fildes = 99,
				     .aio_buf = (uintptr_t)iov,
				     .aio_nbytes = 2,
				     .aio_offset = 7 },
		    read_vector = { .aio_lio_opcode = IOCB_CMD_PREADV,
				    .aio_fildes = 99,
				    .aio_buf = (uintptr_t)iov,
				    .aio_nbytes = 2,
				    .aio_rw_flags = RWF_NOWAIT },
		    bad_vector = { .aio_lio_opcode = IOCB_CMD_PWRITEV,
				   .aio_fildes = 99,
				   .aio_buf = (uintptr_t)fault,
				   .aio_nbytes = 2 },
		    poll = { .aio_lio_opcode = IOCB_CMD_POLL, .aio_fildes = 99, .aio_buf = POLLIN },
		    *vectors[4] = { &write_vector, &read_vector, &bad_vector, &poll };
	struct timespec soon = { 0, 1000 };
	struct io_event events[2];
	uint64_t mask = 1;
	struct {
		void *mask;
		size_t size;
	} pack = { &mask, 8 };
	unsigned long context = 0;

	CALL(io_setup, 5, &context);
	EXPECT("io_setup(nr_events=5, ctx_idp=[%p])", (void *)context);
	CALL(io_setup, 5, fault);
	EXPECT("io_setup(nr_events=5, ctx_idp=%p)", fault);
	CALL(io_submit, context, 4, list);
	EXPECT("io_submit(ctx_id=%p, nr=4, iocbpp=[{aio_data=0, aio_lio_opcode=IOCB_CMD_PWRITE, "
	       "aio_fildes=99, aio_buf=\"hello\", aio_nbytes=5, aio_offset=7}, "
	       "{aio_data=0x1, aio_key=2, aio_lio_opcode=IOCB_CMD_PREAD, "
	       "aio_reqprio=IOPRIO_PRIO_VALUE(IOPRIO_CLASS_NONE, 3), aio_fildes=98, "
	       "aio_buf=0x1000, aio_nbytes=5, aio_offset=-1, "
	       "aio_flags=IOCB_FLAG_RESFD|IOCB_FLAG_IOPRIO, aio_resfd=7}, {aio_data=0, "
	       "aio_lio_opcode=IOCB_CMD_FSYNC, aio_fildes=-1}, NULL])",
	       (void *)context);
	CALL(io_submit, context, 4, vectors);
	EXPECT("io_submit(ctx_id=%p, nr=4, iocbpp=[{aio_data=0, aio_lio_opcode=IOCB_CMD_PWRITEV, "
	       "aio_fildes=99, aio_buf=[{iov_base=\"one\", iov_len=3}, {iov_base=\"fours\", "
	       "iov_len=5}], aio_offset=7}, {aio_data=0, aio_rw_flags=RWF_NOWAIT, "
	       "aio_lio_opcode=IOCB_CMD_PREADV, aio_fildes=99, aio_buf=[{iov_base=%p, iov_len=3}, "
	       "{iov_base=%p, iov_len=5}], aio_offset=0}, {aio_data=0, "
	       "aio_lio_opcode=IOCB_CMD_PWRITEV, aio_fildes=99, aio_buf=%p, aio_offset=0}, "
	       "{aio_data=0, aio_lio_opcode=IOCB_CMD_POLL, aio_fildes=99, aio_buf=POLLIN}])",
	       (void *)context, iov[0].iov_base, iov[1].iov_base, fault);
	CALL(io_submit, context, -1, list);
	EXPECT("io_submit(ctx_id=%p, nr=-1, iocbpp=%p)", (void *)context, list);
	CALL(io_cancel, context, &three, events);
	EXPECT("io_cancel(ctx_id=%p, iocb={aio_data=0, aio_lio_opcode=IOCB_CMD_FSYNC, "
	       "aio_fildes=-1}, result=%p)",
	       (void *)context, events);
	CALL(io_cancel, 0x1000, fault, NULL);
	EXPECT("io_cancel(ctx_id=0x1000, iocb=%p, result=NULL)", fault);
	CALL(io_getevents, context, 0, 2, events, &soon);
	EXPECT("io_getevents(ctx_id=%p, min_nr=0, nr=2, events=[], timeout={tv_sec=0, "
	       "tv_nsec=1000})",
	       (void *)context);
	CALL(io_pgetevents, context, 0, 2, events, NULL, &pack);
	EXPECT("io_pgetevents(ctx_id=%p, min_nr=0, nr=2, events=[], timeout=NULL, "
	       "sig={sigmask=[HUP], sigsetsize=8})",
	       (void *)context);
	CALL(io_pgetevents, 0x1000, -1, 2, events, NULL, fault);
	EXPECT("io_pgetevents(ctx_id=0x1000, min_nr=-1, nr=2, events=%p, timeout=NULL, sig=%p)",
	       events, fault);
	CALL(io_destroy, context);
	EXPECT("io_destroy(ctx_id=%p)", (void *)context);
	CALL(io_destroy, 0);
	EXPECT("io_destroy(ctx_id=NULL)");
}

static void rings(void)
{
	struct io_uring_params p = { .flags = 0x80000000 };
	struct io_uring_getevents_arg arg = { .sigmask_sz = 8, .ts = 0 };
	struct iovec vector = { (void *)0x1000, 5 };
	int fds[2] = { 5, -1 };
	uint64_t mask = 2;

	CALL(io_uring_setup, 5, &p);
	EXPECT("io_uring_setup(entries=5, p={flags=0x80000000 /* IORING_SETUP_??? */, sq_thread_cpu=0, "
	       "sq_thread_idle=0})");
	p.flags = IORING_SETUP_ATTACH_WQ;
	p.wq_fd = 98;
	CALL(io_uring_setup, 5, &p);
	EXPECT("io_uring_setup(entries=5, p={flags=IORING_SETUP_ATTACH_WQ, sq_thread_cpu=0, "
	       "sq_thread_idle=0, wq_fd=98})");
	CALL(io_uring_setup, 5, fault);
	EXPECT("io_uring_setup(entries=5, p=%p)", fault);
	CALL(io_uring_enter, 99, 1, 2, 3, &mask, 8);
	EXPECT("io_uring_enter(fd=99, to_submit=1, min_complete=2, "
	       "flags=IORING_ENTER_GETEVENTS|IORING_ENTER_SQ_WAKEUP, arg=[INT], argsz=8)");
	CALL(io_uring_enter, 99, 1, 2, 8, &arg, 24);
	NOT_AS_STRACE("the address");
	EXPECT("io_uring_enter(fd=99, to_submit=1, min_complete=2, flags=IORING_ENTER_EXT_ARG, "
	       "arg={sigmask=NULL, sigmask_sz=8, ts=NULL}, argsz=24)");
	CALL(io_uring_register, 99, IORING_REGISTER_BUFFERS, &vector, 1);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_BUFFERS, arg=[{iov_base=0x1000, "
	       "iov_len=5}], nr_args=1)");
	CALL(io_uring_register, 99, IORING_REGISTER_FILES, fds, 2);
	EXPECT("io_uring_register(fd=99, opcode=IORING_REGISTER_FILES, arg=[5, -1], nr_args=2)");
	CALL(io_uring_register, 99, 77, 0x1000, 2);
	EXPECT("io_uring_register(fd=99, opcode=0x4d /* IORING_REGISTER_??? */, arg=0x1000, "
	       "nr_args=2)");
}

/* What -v adds: bits that are not set, and all that the size holds. */
static const char *bit_names[] = { "disabled",
				   "inherit",
				   "pinned",
				   "exclusive",
				   "exclude_user",
				   "exclude_kernel",
				   "exclude_hv",
				   "exclude_idle",
				   "mmap",
				   "comm",
				   "freq",
				   "inherit_stat",
				   "enable_on_exec",
				   "task",
				   "watermark",
				   "precise_ip",
				   "mmap_data",
				   "sample_id_all",
				   "exclude_host",
				   "exclude_guest",
				   "exclude_callchain_kernel",
				   "exclude_callchain_user",
				   "mmap2",
				   "comm_exec",
				   "use_clockid",
				   "context_switch",
				   "write_backward",
				   "namespaces",
				   "ksymbol",
				   "bpf_event",
				   "aux_output",
				   "cgroup",
				   "text_poke",
				   "build_id",
				   "inherit_thread",
				   "remove_on_exec",
				   "sigtrap",
				   NULL };

static char *bits_of(const char *set, const char *precise)
{
	char *result = text("%s", "");

	for (int i = 0; bit_names[i]; i++) {
		bool on = strstr(set, text(" %s ", bit_names[i]));

		if (!strcmp(bit_names[i], "precise_ip"))
			result = text("%s, precise_ip=%s", result, precise);
		else if (on || verbose)
			result = text("%s, %s=%d", result, bit_names[i], on);
	}
	return result;
}

static void performance(void)
{
	struct perf_event_attr attr = { .type = PERF_TYPE_SOFTWARE,
					.size = sizeof(attr),
					.config = PERF_COUNT_SW_TASK_CLOCK,
					.sample_period = 7,
					.sample_type = PERF_SAMPLE_IP | PERF_SAMPLE_TID,
					.read_format = PERF_FORMAT_ID,
					.disabled = 1,
					.inherit = 1,
					.exclude_kernel = 1,
					.precise_ip = 2,
					.sample_id_all = 1,
					.comm_exec = 1 };

	CALL(perf_event_open, &attr, -1, -1, 99, 9);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_SOFTWARE, size=PERF_ATTR_SIZE_VER7, "
	       "config=PERF_COUNT_SW_TASK_CLOCK, sample_period=7, "
	       "sample_type=PERF_SAMPLE_IP|PERF_SAMPLE_TID, read_format=PERF_FORMAT_ID%s, %s}, "
	       "pid=-1, cpu=-1, group_fd=99, "
	       "flags=PERF_FLAG_FD_NO_GROUP|PERF_FLAG_FD_CLOEXEC)",
	       bits_of(" disabled inherit  exclude_kernel  sample_id_all  comm_exec ",
		       "2 /* requested to have 0 skid */"),
	       V("wakeup_events=0, config1=0, config2=0, sample_regs_user=0, sample_regs_intr=0, "
		 "aux_watermark=0, sample_max_stack=0, aux_sample_size=0, "
		 "sig_data=0",
		 "..."));
	attr = (struct perf_event_attr){ .type = PERF_TYPE_HARDWARE,
					 .size = 64,
					 .config = PERF_COUNT_HW_INSTRUCTIONS,
					 .freq = 1,
					 .sample_freq = 9 };
	CALL(perf_event_open, &attr, 0, 5, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_HARDWARE, size=PERF_ATTR_SIZE_VER0, "
	       "config=PERF_COUNT_HW_INSTRUCTIONS, sample_freq=9, sample_type=0, "
	       "read_format=0%s, %s}, pid=0, cpu=5, group_fd=-1, flags=0)",
	       bits_of(" freq ", "0 /* arbitrary skid */"), V("wakeup_events=0, config1=0", "..."));
	attr.config |= 4ull << 32;
	attr.freq = 0;
	CALL(perf_event_open, &attr, 0, 5, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_HARDWARE, size=PERF_ATTR_SIZE_VER0, "
	       "config=0x4<<32|PERF_COUNT_HW_INSTRUCTIONS, sample_period=9, sample_type=0, "
	       "read_format=0%s, %s}, pid=0, cpu=5, group_fd=-1, flags=0)",
	       bits_of("", "0 /* arbitrary skid */"), V("wakeup_events=0, config1=0", "..."));
	attr.type = PERF_TYPE_HW_CACHE;
	attr.config = PERF_COUNT_HW_CACHE_L1I | PERF_COUNT_HW_CACHE_OP_PREFETCH << 8 |
		      PERF_COUNT_HW_CACHE_RESULT_MISS << 16;
	CALL(perf_event_open, &attr, 0, 5, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_HW_CACHE, size=PERF_ATTR_SIZE_VER0, "
	       "config=PERF_COUNT_HW_CACHE_RESULT_MISS<<16|PERF_COUNT_HW_CACHE_OP_PREFETCH<<8|"
	       "PERF_COUNT_HW_CACHE_L1I, sample_period=9, sample_type=0, "
	       "read_format=0%s, %s}, pid=0, cpu=5, group_fd=-1, flags=0)",
	       bits_of("", "0 /* arbitrary skid */"), V("wakeup_events=0, config1=0", "..."));
	attr.config = 0x512090377;
	CALL(perf_event_open, &attr, 0, 5, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_HW_CACHE, size=PERF_ATTR_SIZE_VER0, "
	       "config=0x5<<32|0x12<<24|0x9 /* PERF_COUNT_HW_CACHE_RESULT_??? */<<16|"
	       "0x3 /* PERF_COUNT_HW_CACHE_OP_??? */<<8|0x77 /* PERF_COUNT_HW_CACHE_??? */, "
	       "sample_period=9, sample_type=0, "
	       "read_format=0%s, %s}, pid=0, cpu=5, group_fd=-1, flags=0)",
	       bits_of("", "0 /* arbitrary skid */"), V("wakeup_events=0, config1=0", "..."));
	attr.size = 63;
	CALL(perf_event_open, &attr, 0, 5, -1, 0);
	EXPECT("perf_event_open(attr=%p, pid=0, cpu=5, group_fd=-1, flags=0)", &attr);
	attr = (struct perf_event_attr){ .type = PERF_TYPE_RAW,
					 .size = 72,
					 .config = 0x123,
					 .watermark = 1,
					 .wakeup_watermark = 5,
					 .config1 = 6,
					 .config2 = 7 };
	CALL(perf_event_open, &attr, -1, -1, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_RAW, size=PERF_ATTR_SIZE_VER1, config=0x123, "
	       "sample_period=0, sample_type=0, read_format=0%s, %s}, "
	       "pid=-1, cpu=-1, group_fd=-1, flags=0)",
	       bits_of(" watermark ", "0 /* arbitrary skid */"),
	       V("wakeup_watermark=5, config1=0x6, config2=0x7", "..."));
	attr = (struct perf_event_attr){ .type = PERF_TYPE_BREAKPOINT,
					 .size = sizeof(attr),
					 .bp_type = 3,
					 .bp_addr = 0x1234,
					 .bp_len = 8,
					 .use_clockid = 1,
					 .clockid = 7,
					 .sample_type =
						 PERF_SAMPLE_BRANCH_STACK | PERF_SAMPLE_STACK_USER,
					 .branch_sample_type = 9,
					 .sample_stack_user = 32,
					 .sig_data = 9 };
	CALL(perf_event_open, &attr, -1, -1, -1, 0);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_BREAKPOINT, size=PERF_ATTR_SIZE_VER7, "
	       "config=0, sample_period=0, "
	       "sample_type=PERF_SAMPLE_BRANCH_STACK|PERF_SAMPLE_STACK_USER, read_format=0%s, %s}, "
	       "pid=-1, cpu=-1, group_fd=-1, flags=0)",
	       bits_of(" use_clockid ", "0 /* arbitrary skid */"),
	       V("wakeup_events=0, bp_type=HW_BREAKPOINT_RW, bp_addr=0x1234, bp_len=8, "
		 "branch_sample_type=PERF_SAMPLE_BRANCH_USER|PERF_SAMPLE_BRANCH_ANY, "
		 "sample_regs_user=0, sample_stack_user=0x20, clockid=CLOCK_BOOTTIME, "
		 "sample_regs_intr=0, aux_watermark=0, sample_max_stack=0, "
		 "aux_sample_size=0, sig_data=0x9",
		 "..."));
	attr = (struct perf_event_attr){ .type = PERF_TYPE_TRACEPOINT, .size = 0, .config = 123 };
	CALL(perf_event_open, &attr, -1, -1, -1, 0x100);
	EXPECT("perf_event_open(attr={type=PERF_TYPE_TRACEPOINT, size=0 /* PERF_ATTR_SIZE_??? */, "
	       "config=123, sample_period=0, sample_type=0, read_format=0%s, "
	       "%s}, pid=-1, cpu=-1, group_fd=-1, flags=0x100 /* PERF_FLAG_??? */)",
	       bits_of("", "0 /* arbitrary skid */"), V("wakeup_events=0, config1=0", "..."));
	CALL(perf_event_open, fault, -1, -1, -1, 0);
	EXPECT("perf_event_open(attr=%p, pid=-1, cpu=-1, group_fd=-1, flags=0)", fault);
}

static void hanging_up(void)
{
	/* without a terminal of its own there is nothing to hang up */
	if (!fork()) {
		setsid();
		CALL(vhangup);
		EXPECT("vhangup()");
		_exit(0);
	}
	wait(NULL);
	CALL(bpf, 77, fault, 5);
	EXPECT("bpf(cmd=0x4d /* BPF_??? */, attr=%p, size=5)", fault);
	CALL(bpf, 0, NULL, WIDE(-1));
	EXPECT("bpf(cmd=BPF_MAP_CREATE, attr=NULL, size=4294967295)");
}

static void gone(void)
{
	CALL(uselib, "/no/where");
	EXPECT("uselib(library=\"/no/where\")");
	CALL(_sysctl, fault);
	EXPECT("_sysctl(args=%p)", fault);
	CALL(create_module, 1, 2);
	EXPECT_HEX("create_module(arg1=0x1, arg2=0x2)");
	CALL(get_kernel_syms, 1);
	EXPECT("get_kernel_syms(arg1=0x1)");
	CALL(query_module, 1, 2, 3, 4, 5);
	EXPECT("query_module(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4, arg5=0x5)");
	CALL(nfsservctl, 1, 2, 3);
	EXPECT("nfsservctl(arg1=0x1, arg2=0x2, arg3=0x3)");
	CALL(getpmsg, 1, 2, 3, 4, 5);
	EXPECT("getpmsg(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4, arg5=0x5)");
	CALL(putpmsg, 1, 2, 3, 4, 5);
	EXPECT("putpmsg(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4, arg5=0x5)");
	CALL(afs_syscall, 1, 2, 3, 4, 5);
	EXPECT("afs_syscall(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4, arg5=0x5)");
	CALL(tuxcall, 1, 2, 3);
	EXPECT("tuxcall(arg1=0x1, arg2=0x2, arg3=0x3)");
	CALL(security, 1, 2, 3);
	EXPECT("security(arg1=0x1, arg2=0x2, arg3=0x3)");
	CALL(vserver, 1, 2, 3, 4, 5);
	EXPECT("vserver(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4, arg5=0x5)");
	CALL_NR(0x7777, 1, 2, 3, 4, 5, 6);
	EXPECT("syscall_0x7777(arg0=0x1, arg1=0x2, arg2=0x3, arg3=0x4, arg4=0x5, arg5=0x6)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	mounts();
	modules();
	asynchronous();
	rings();
	performance();
	hanging_up();
	gone();
	return 0;
}
