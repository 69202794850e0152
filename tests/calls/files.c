// SPDX-License-Identifier: LGPL-2.1-or-later
/* Names in the file system, and what is known of files. */
#include "expect.h"

#include <dirent.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <linux/stat.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <time.h>
#include <utime.h>

static char name[] = "a file", nowhere[] = "no/where";
static char long_name[4200];

static void opening(void)
{
	struct open_how how = { .flags = O_RDONLY | O_CLOEXEC };
	char *unended = at_end("abc", 3);
	int dir;

	CALL(open, name, O_RDWR | O_CREAT | O_EXCL, 0640);
	EXPECT("open(path=\"a file\", flags=O_RDWR|O_CREAT|O_EXCL, mode=0640)");
	CALL(close, WIDE(rc));
	EXPECT("close(fd=3)");
	CALL(close, WIDE(99));
	EXPECT("close(fd=99)");
	CALL(open, nowhere,
	     O_WRONLY | O_APPEND | O_NONBLOCK | O_DIRECTORY | O_NOFOLLOW | O_NOATIME | O_PATH);
	EXPECT("open(path=\"no/where\", "
	       "flags=O_WRONLY|O_APPEND|O_NONBLOCK|O_NOFOLLOW|O_NOATIME|O_PATH|O_DIRECTORY)");
	CALL(open, nowhere, O_ACCMODE | O_SYNC | O_DIRECT | O_NOCTTY | O_ASYNC | 0x10000000);
	EXPECT("open(path=\"no/where\", "
	       "flags=O_ACCMODE|O_NOCTTY|O_SYNC|O_DIRECT|FASYNC|0x10000000)");
	CALL(open, nowhere, O_RDONLY | O_DSYNC | O_TRUNC);
	EXPECT("open(path=\"no/where\", flags=O_RDONLY|O_TRUNC|O_DSYNC)");
	CALL(open, NULL, 0);
	EXPECT("open(path=NULL, flags=O_RDONLY)");
	CALL(open, fault, 0);
	EXPECT("open(path=%p, flags=O_RDONLY)", fault);
	CALL(open, unended, 0);
	EXPECT("open(path=%p, flags=O_RDONLY)", unended);
	CALL(open, "tab\tnew\nline\"quote\\back\1\1771\377\033", 0);
	EXPECT("open(path=\"tab\\tnew\\nline\\\"quote\\\\back\\1\\1771\\377\\33\", "
	       "flags=O_RDONLY)");
	memset(long_name, 'x', sizeof(long_name) - 1);
	CALL(open, long_name, 0);
	EXPECT("open(path=\"%.4095s\"..., flags=O_RDONLY)", long_name);
	CALL(openat, WIDE(AT_FDCWD), ".", O_RDONLY | O_DIRECTORY);
	EXPECT("openat(dirfd=AT_FDCWD, path=\".\", flags=O_RDONLY|O_DIRECTORY)");
	dir = rc;
	CALL(openat, dir, "x", O_RDWR | O_TMPFILE, 0);
	EXPECT("openat(dirfd=%d, path=\"x\", flags=O_RDWR|O_TMPFILE, mode=000)", dir);
	CALL(openat, -2, "x", 0);
	EXPECT("openat(dirfd=-2, path=\"x\", flags=O_RDONLY)");
	CALL(openat2, AT_FDCWD, name, &how, sizeof(how));
	EXPECT("openat2(dirfd=AT_FDCWD, path=\"a file\", how={flags=O_RDONLY|O_CLOEXEC, "
	       "resolve=0}, size=24)");
	how = (struct open_how){ O_CREAT, 04711,
				 RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS |
					 RESOLVE_BENEATH | RESOLVE_IN_ROOT | RESOLVE_CACHED |
					 0x800 };
	CALL(openat2, -1, name, &how, sizeof(how));
	EXPECT("openat2(dirfd=-1, path=\"a file\", how={flags=O_RDONLY|O_CREAT, mode=04711, "
	       "resolve=RESOLVE_NO_XDEV|"
	       "RESOLVE_NO_MAGICLINKS|RESOLVE_NO_SYMLINKS|RESOLVE_BENEATH|RESOLVE_IN_ROOT|RESOLVE_"
	       "CACHED|0x800}, size=24)");
	CALL(openat2, -1, name, NULL, sizeof(how));
	EXPECT("openat2(dirfd=-1, path=\"a file\", how=NULL, size=24)");
	CALL(openat2, -1, name, fault, sizeof(how));
	EXPECT("openat2(dirfd=-1, path=\"a file\", how=%p, size=24)", fault);
	CALL(creat, "second", 0777);
	EXPECT("creat(path=\"second\", mode=0777)");
	CALL(creat, nowhere, 7);
	EXPECT("creat(path=\"no/where\", mode=007)");
	CALL(memfd_create, "a name", 3);
	EXPECT("memfd_create(name=\"a name\", flags=MFD_CLOEXEC|MFD_ALLOW_SEALING)");
	CALL(memfd_create, "0123456789012345678901234567890123", 4 | 21 << 26);
	EXPECT("memfd_create(name=\"01234567890123456789012345678901\"..., "
	       "flags=MFD_HUGETLB|21<<MFD_HUGE_SHIFT)");
	CALL(memfd_create, NULL, 0x80);
	EXPECT("memfd_create(name=NULL, flags=0x80 /* MFD_??? */)");
	CALL(memfd_secret, WIDE(0x10));
	NOT_AS_STRACE("its group");
	EXPECT("memfd_secret(flags=0x10)");
}

static char *stat_text(const struct stat *s)
{
	char *size = S_ISCHR(s->st_mode) ? text("st_rdev=makedev(%#x, %#x)", major(s->st_rdev),
						minor(s->st_rdev)) :
					   text("st_size=%ld", s->st_size);
	char *mode = S_ISCHR(s->st_mode) ? text("S_IFCHR|0%o", s->st_mode & 07777) :
		     S_ISDIR(s->st_mode) ? text("S_IFDIR|0%o", s->st_mode & 07777) :
		     S_ISLNK(s->st_mode) ? text("S_IFLNK|0%o", s->st_mode & 07777) :
					   text("S_IFREG|0%o", s->st_mode & 07777);
	char stamp[3][64], nsec[3][16];
	const struct timespec *times[] = { &s->st_atim, &s->st_mtim, &s->st_ctim };

	if (!verbose)
		return text("{st_mode=%s, %s, ...}", mode, size);
	for (int i = 0; i < 3; i++) {
		strftime(stamp[i], sizeof(stamp[i]), "%Y-%m-%dT%H:%M:%S",
			 gmtime(&times[i]->tv_sec));
		nsec[i][0] = 0;
		if (times[i]->tv_nsec)
			sprintf(nsec[i], ".%09ld", times[i]->tv_nsec);
	}
	return text("{st_dev=makedev(%#x, %#x), st_ino=%lu, st_mode=%s, st_nlink=%lu, st_uid=%u, "
		    "st_gid=%u, "
		    "st_blksize=%ld, st_blocks=%ld, %s, st_atime=%ld /* %s%s+0000 */, "
		    "st_atime_nsec=%ld, "
		    "st_mtime=%ld /* %s%s+0000 */, st_mtime_nsec=%ld, st_ctime=%ld /* %s%s+0000 "
		    "*/, st_ctime_nsec=%ld}",
		    major(s->st_dev), minor(s->st_dev), s->st_ino, mode, s->st_nlink, s->st_uid,
		    s->st_gid, s->st_blksize, s->st_blocks, size, s->st_atim.tv_sec, stamp[0],
		    nsec[0], s->st_atim.tv_nsec, s->st_mtim.tv_sec, stamp[1], nsec[1],
		    s->st_mtim.tv_nsec, s->st_ctim.tv_sec, stamp[2], nsec[2], s->st_ctim.tv_nsec);
}

static char *statx_time(const char *label, const struct statx_timestamp *t)
{
	time_t sec = t->tv_sec;
	char stamp[64], nsec[16] = "";

	strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%S", gmtime(&sec));
	if (t->tv_nsec)
		sprintf(nsec, ".%09u", t->tv_nsec);
	return text(", stx_%stime={tv_sec=%lld, tv_nsec=%u} /* %s%s+0000 */", label, t->tv_sec,
		    t->tv_nsec, stamp, nsec);
}

static void telling(void)
{
	struct timespec times[2] = { { 1000000000, 123456789 }, { 1000000000, 0 } };
	struct statfs fs;
	struct statx x;
	struct stat s;
	int fd = open(name, O_RDONLY);

	utimensat(AT_FDCWD, name, times, 0);
	CALL(stat, name, &s);
	EXPECT("stat(path=\"a file\", statbuf=%s)", stat_text(&s));
	CALL(stat, nowhere, &s);
	EXPECT("stat(path=\"no/where\", statbuf=%p)", &s);
	CALL(stat, name, NULL);
	EXPECT("stat(path=\"a file\", statbuf=NULL)");
	CALL(lstat, "/dev/null", &s);
	EXPECT("lstat(path=\"/dev/null\", statbuf=%s)", stat_text(&s));
	CALL(fstat, fd, &s);
	EXPECT("fstat(fd=%d, statbuf=%s)", fd, stat_text(&s));
	chmod(name, 07755);
	CALL(fstat, fd, fault);
	EXPECT("fstat(fd=%d, statbuf=%p)", fd, fault);
	CALL(newfstatat, AT_FDCWD, ".", &s, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
	EXPECT("newfstatat(dirfd=AT_FDCWD, path=\".\", statbuf=%s, "
	       "flags=AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)",
	       stat_text(&s));
	CALL(newfstatat, fd, "", &s, AT_EMPTY_PATH);
	EXPECT("newfstatat(dirfd=%d, path=\"\", "
	       "statbuf={%sst_mode=S_IFREG|S_ISUID|S_ISGID|S_ISVTX|0755, %s, flags=AT_EMPTY_PATH)",
	       fd,
	       verbose ? text("st_dev=makedev(%#x, %#x), st_ino=%lu, ", major(s.st_dev),
			      minor(s.st_dev), s.st_ino) :
			 "",
	       verbose ? strstr(stat_text(&s), "st_nlink") : "st_size=0, ...}");
	CALL(newfstatat, fd, "", &s, 0x80);
	EXPECT("newfstatat(dirfd=%d, path=\"\", statbuf=%p, flags=0x80 /* AT_??? */)", fd, &s);
	chmod(name, 0600);
	CALL(statx, AT_FDCWD, name, AT_STATX_SYNC_AS_STAT, STATX_BASIC_STATS, &x);
	{
#define ATTRIBUTES                                                                                \
	"STATX_ATTR_COMPRESSED", 4, "STATX_ATTR_IMMUTABLE", 0x10, "STATX_ATTR_APPEND", 0x20,      \
		"STATX_ATTR_NODUMP", 0x40, "STATX_ATTR_ENCRYPTED", 0x800, "STATX_ATTR_AUTOMOUNT", \
		0x1000, "STATX_ATTR_MOUNT_ROOT", 0x2000, "STATX_ATTR_VERITY", 0x100000,           \
		"STATX_ATTR_DAX", 0x200000, NULL
		char *mask =
			bits(x.stx_mask, "STATX_BASIC_STATS", 0x7ff, "STATX_MNT_ID", 0x1000, NULL);
		char *attributes = bits(x.stx_attributes, ATTRIBUTES);

		if (!verbose)
			EXPECT("statx(dirfd=AT_FDCWD, path=\"a file\", "
			       "flags=AT_STATX_SYNC_AS_STAT, mask=STATX_BASIC_STATS, "
			       "buf={stx_mask=%s, stx_attributes=%s, stx_mode=S_IFREG|0600, "
			       "stx_size=0, ...})",
			       mask, attributes);
		else
			EXPECT("statx(dirfd=AT_FDCWD, path=\"a file\", "
			       "flags=AT_STATX_SYNC_AS_STAT, mask=STATX_BASIC_STATS, "
			       "buf={stx_mask=%s, stx_blksize=%u, stx_attributes=%s, stx_nlink=1, "
			       "stx_uid=%u, stx_gid=%u, "
			       "stx_mode=S_IFREG|0600, stx_ino=%llu, stx_size=0, stx_blocks=%llu, "
			       "stx_attributes_mask=%s%s%s%s%s, "
			       "stx_rdev_major=0, stx_rdev_minor=0, stx_dev_major=%u, "
			       "stx_dev_minor=%u, stx_mnt_id=%#llx})",
			       mask, x.stx_blksize, attributes, x.stx_uid, x.stx_gid, x.stx_ino,
			       x.stx_blocks, bits(x.stx_attributes_mask, ATTRIBUTES),
			       statx_time("a", &x.stx_atime),
			       x.stx_mask & STATX_BTIME ? statx_time("b", &x.stx_btime) : "",
			       statx_time("c", &x.stx_ctime), statx_time("m", &x.stx_mtime),
			       x.stx_dev_major, x.stx_dev_minor, x.stx_mnt_id);
	}
	CALL(statx, -1, name, AT_STATX_FORCE_SYNC | AT_SYMLINK_NOFOLLOW,
	     STATX_TYPE | STATX_MODE | STATX_BTIME, &x);
	EXPECT("statx(dirfd=-1, path=\"a file\", flags=AT_STATX_FORCE_SYNC|AT_SYMLINK_NOFOLLOW, "
	       "mask=STATX_TYPE|STATX_MODE|"
	       "STATX_BTIME, buf=%p)",
	       &x);
	CALL(statx, -1, name, AT_STATX_DONT_SYNC, STATX_ALL, NULL);
	EXPECT("statx(dirfd=-1, path=\"a file\", flags=AT_STATX_DONT_SYNC, mask=STATX_ALL, "
	       "buf=NULL)");
	CALL(statfs, "/proc", &fs);
	EXPECT("statfs(path=\"/proc\", buf={f_type=PROC_SUPER_MAGIC, f_bsize=%lu, f_blocks=0, "
	       "f_bfree=0, f_bavail=0, "
	       "f_files=0, f_ffree=0, f_fsid={val=[%s, %s]}, f_namelen=255, f_frsize=%lu, "
	       "f_flags=%s})",
	       fs.f_bsize, fs.f_fsid.__val[0] ? text("%#x", fs.f_fsid.__val[0]) : "0",
	       fs.f_fsid.__val[1] ? text("%#x", fs.f_fsid.__val[1]) : "0", fs.f_frsize,
	       fs.f_flags == 0x20   ? "ST_VALID" :
	       fs.f_flags == 0x1020 ? "ST_VALID|ST_RELATIME" :
	       fs.f_flags == 0x102e ? "ST_VALID|ST_NOSUID|ST_NODEV|ST_NOEXEC|ST_RELATIME" :
				      "?");
	CALL(statfs, nowhere, &fs);
	EXPECT("statfs(path=\"no/where\", buf=%p)", &fs);
	CALL(fstatfs, 99, NULL);
	EXPECT("fstatfs(fd=99, buf=NULL)");
	CALL(ustat, 0x103, &fs);
	EXPECT("ustat(dev=makedev(0x1, 0x3), ubuf=%p)", &fs);
	CALL(access, name, R_OK | W_OK);
	EXPECT("access(path=\"a file\", mode=R_OK|W_OK)");
	CALL(access, name, F_OK);
	EXPECT("access(path=\"a file\", mode=F_OK)");
	CALL(access, name, 0x18);
	EXPECT("access(path=\"a file\", mode=0x18 /* ?_OK */)");
	CALL(access, nowhere, X_OK | 8);
	EXPECT("access(path=\"no/where\", mode=X_OK|0x8)");
	CALL(faccessat, AT_FDCWD, name, X_OK);
	EXPECT("faccessat(dirfd=AT_FDCWD, path=\"a file\", mode=X_OK)");
	CALL(faccessat2, -1, name, R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH);
	EXPECT("faccessat2(dirfd=-1, path=\"a file\", mode=R_OK, "
	       "flags=AT_SYMLINK_NOFOLLOW|AT_EACCESS|AT_EMPTY_PATH)");
	close(fd);
}

static void linking(void)
{
	char buffer[100];
	long size = sizeof(buffer);

	CALL(symlink, "target", "a link");
	EXPECT("symlink(target=\"target\", linkpath=\"a link\")");
	CALL(symlinkat, "target", AT_FDCWD, "a link");
	EXPECT("symlinkat(target=\"target\", newdirfd=AT_FDCWD, linkpath=\"a link\")");
	CALL(readlink, "a link", buffer, size);
	EXPECT("readlink(path=\"a link\", buf=\"target\", bufsiz=100)");
	CALL(readlink, "a link", buffer, 3);
	EXPECT("readlink(path=\"a link\", buf=\"tar\", bufsiz=3)");
	CALL(readlink, name, buffer, size);
	EXPECT("readlink(path=\"a file\", buf=%p, bufsiz=100)", buffer);
	CALL(readlinkat, AT_FDCWD, "a link", buffer, size);
	EXPECT("readlinkat(dirfd=AT_FDCWD, path=\"a link\", buf=\"target\", bufsiz=100)");
	CALL(readlinkat, 99, "", NULL, 0);
	EXPECT("readlinkat(dirfd=99, path=\"\", buf=NULL, bufsiz=0)");
	CALL(link, name, "b");
	EXPECT("link(oldpath=\"a file\", newpath=\"b\")");
	CALL(linkat, AT_FDCWD, name, -1, "b", AT_SYMLINK_FOLLOW | AT_EMPTY_PATH);
	EXPECT("linkat(olddirfd=AT_FDCWD, oldpath=\"a file\", newdirfd=-1, newpath=\"b\", "
	       "flags=AT_SYMLINK_FOLLOW|AT_EMPTY_PATH)");
	CALL(unlink, "b");
	EXPECT("unlink(path=\"b\")");
	CALL(unlink, fault);
	EXPECT("unlink(path=%p)", fault);
	CALL(unlinkat, AT_FDCWD, "b", AT_REMOVEDIR);
	EXPECT("unlinkat(dirfd=AT_FDCWD, path=\"b\", flags=AT_REMOVEDIR)");
	CALL(unlinkat, AT_FDCWD, "b", 0);
	EXPECT("unlinkat(dirfd=AT_FDCWD, path=\"b\", flags=0)");
	CALL(rename, "second", "third");
	EXPECT("rename(oldpath=\"second\", newpath=\"third\")");
	CALL(renameat, AT_FDCWD, "second", 99, "third");
	EXPECT("renameat(olddirfd=AT_FDCWD, oldpath=\"second\", newdirfd=99, newpath=\"third\")");
	CALL(renameat2, AT_FDCWD, "third", AT_FDCWD, name, RENAME_NOREPLACE);
	EXPECT("renameat2(olddirfd=AT_FDCWD, oldpath=\"third\", newdirfd=AT_FDCWD, newpath=\"a "
	       "file\", flags=RENAME_NOREPLACE)");
	CALL(renameat2, -1, "x", -1, "y", RENAME_EXCHANGE | RENAME_WHITEOUT | 8);
	EXPECT("renameat2(olddirfd=-1, oldpath=\"x\", newdirfd=-1, newpath=\"y\", "
	       "flags=RENAME_EXCHANGE|RENAME_WHITEOUT|0x8)");
	CALL(renameat2, -1, "x", -1, "y", 0x10);
	EXPECT("renameat2(olddirfd=-1, oldpath=\"x\", newdirfd=-1, newpath=\"y\", flags=0x10 /* "
	       "RENAME_?? */)");
}

static void directories(void)
{
	char buffer[1000];

	CALL(mkdir, "dir", 0700);
	EXPECT("mkdir(path=\"dir\", mode=0700)");
	CALL(mkdirat, AT_FDCWD, "dir", 01777);
	EXPECT("mkdirat(dirfd=AT_FDCWD, path=\"dir\", mode=01777)");
	CALL(chdir, "dir");
	EXPECT("chdir(path=\"dir\")");
	CALL(getcwd, buffer, sizeof(buffer));
	EXPECT("getcwd(buf=\"%s\", size=1000)", buffer);
	CALL(getcwd, buffer, 1);
	EXPECT("getcwd(buf=%p, size=1)", buffer);
	CALL(fchdir, 99);
	EXPECT("fchdir(fd=99)");
	CALL(chdir, "..");
	EXPECT("chdir(path=\"..\")");
	CALL(rmdir, "dir");
	EXPECT("rmdir(path=\"dir\")");
	CALL(chroot, nowhere);
	EXPECT("chroot(path=\"no/where\")");
	CALL(mknod, "fifo", S_IFIFO | 0600, 5);
	EXPECT("mknod(path=\"fifo\", mode=S_IFIFO|0600)");
	CALL(mknod, nowhere, S_IFSOCK | S_ISUID | 0600);
	EXPECT("mknod(path=\"no/where\", mode=S_IFSOCK|S_ISUID|0600)");
	CALL(mknod, nowhere, S_IFBLK | 0600, 0x801);
	EXPECT("mknod(path=\"no/where\", mode=S_IFBLK|0600, dev=makedev(0x8, 0x1))");
	CALL(mknod, nowhere, S_IFLNK | 0600);
	EXPECT("mknod(path=\"no/where\", mode=S_IFLNK|0600)");
	CALL(mknod, nowhere, 0600);
	NOT_AS_STRACE("not looked at");
	EXPECT("mknod(path=\"no/where\", mode=0600)");
	CALL(mknodat, -1, nowhere, S_IFCHR | 0600, 0x103);
	EXPECT("mknodat(dirfd=-1, path=\"no/where\", mode=S_IFCHR|0600, dev=makedev(0x1, 0x3))");
	CALL(mknodat, -1, nowhere, S_IFREG);
	EXPECT("mknodat(dirfd=-1, path=\"no/where\", mode=S_IFREG|000)");
}

static void entries(void)
{
	struct {
		uint64_t ino;
		int64_t off;
		uint16_t len;
		char rest[];
	} * entry;
	static const struct {
		int type;
		const char *name;
	} types[] = {
		{ DT_DIR, "DT_DIR" },
		{ DT_REG, "DT_REG" },
		{ DT_FIFO, "DT_FIFO" },
		{ DT_LNK, "DT_LNK" },
	};
	char buffer[1000], *list;

	mkdir("full", 0700);
	close(open("full/one", O_CREAT, 0600));
	if (symlink("x", "full/two") || mkfifo("full/three", 0600))
		abort();
	for (int wide = 0; wide < 2; wide++) {
		int fd = open("full", O_RDONLY), count = 0;

		CALL_NR(wide ? SYS_getdents64 : SYS_getdents, fd, buffer, WIDE(sizeof(buffer)));
		list = text("");
		for (long at = 0; at < rc; at += entry->len, count++) {
			const char *type = "?";
			int number;

			entry = (void *)(buffer + at);
			number = wide ? entry->rest[0] : buffer[at + entry->len - 1];
			for (unsigned i = 0; i < 4; i++)
				if (types[i].type == number)
					type = types[i].name;
			if (wide)
				list = text("%s%s{d_ino=%lu, d_off=%ld, d_reclen=%u, d_type=%s, "
					    "d_name=\"%s\"}",
					    list, *list ? ", " : "", entry->ino, entry->off,
					    entry->len, type, entry->rest + 1);
			else
				list = text("%s%s{d_ino=%lu, d_off=%lu, d_reclen=%u, "
					    "d_name=\"%s\", d_type=%s}",
					    list, *list ? ", " : "", entry->ino,
					    (unsigned long)entry->off, entry->len, entry->rest,
					    type);
		}
		if (verbose)
			EXPECT("getdents%s(fd=%d, dirp=[%s], count=1000)", wide ? "64" : "", fd,
			       list);
		else
			EXPECT("getdents%s(fd=%d, dirp=%p /* %d entries */, count=1000)",
			       wide ? "64" : "", fd, buffer, count);
		CALL_NR(wide ? SYS_getdents64 : SYS_getdents, fd, buffer, WIDE(sizeof(buffer)));
		if (verbose)
			EXPECT("getdents%s(fd=%d, dirp=[], count=1000)", wide ? "64" : "", fd);
		else
			EXPECT("getdents%s(fd=%d, dirp=%p /* 0 entries */, count=1000)",
			       wide ? "64" : "", fd, buffer);
		CALL_NR(wide ? SYS_getdents64 : SYS_getdents, 99, buffer, 10);
		EXPECT("getdents%s(fd=99, dirp=%p, count=10)", wide ? "64" : "", buffer);
		close(fd);
	}
}

static void changing(void)
{
	struct utimbuf utime = { 1000000000, 0 };
	struct timeval pair[2] = { { 1000000000, 5 }, { 0, 0 } };
	struct timespec stamps[2] = { { 1000000000, 7 }, { 1, UTIME_OMIT } },
			now[2] = { { 1, UTIME_NOW }, { -1, 1 } };

	CALL(truncate, name, 10);
	EXPECT("truncate(path=\"a file\", length=10)");
	CALL(truncate, name, -1);
	EXPECT("truncate(path=\"a file\", length=%lu)", -1UL);
	CALL(chmod, name, WIDE(0));
	EXPECT("chmod(path=\"a file\", mode=000)");
	CALL(chmod, name, 04755);
	EXPECT("chmod(path=\"a file\", mode=04755)");
	CALL(chmod, name, 0177777);
	EXPECT("chmod(path=\"a file\", mode=0177777)");
	CALL(fchmod, 99, 0600);
	EXPECT("fchmod(fd=99, mode=0600)");
	CALL(fchmodat, AT_FDCWD, name, 0600);
	EXPECT("fchmodat(dirfd=AT_FDCWD, path=\"a file\", mode=0600)");
	CALL(fchmodat2, AT_FDCWD, nowhere, 0600, AT_SYMLINK_NOFOLLOW);
	NOT_AS_STRACE("newer");
	EXPECT("fchmodat2(dirfd=AT_FDCWD, path=\"no/where\", mode=0600, "
	       "flags=AT_SYMLINK_NOFOLLOW)");
	CALL(chown, name, -1, 0);
	EXPECT("chown(path=\"a file\", owner=-1, group=0)");
	CALL(lchown, nowhere, 12, 4000000000U);
	EXPECT("lchown(path=\"no/where\", owner=12, group=4000000000)");
	CALL(fchown, 99, 0, WIDE(-1));
	EXPECT("fchown(fd=99, owner=0, group=-1)");
	CALL(fchownat, -1, "", 1, 2, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW);
	EXPECT("fchownat(dirfd=-1, path=\"\", owner=1, group=2, "
	       "flags=AT_SYMLINK_NOFOLLOW|AT_EMPTY_PATH)");
	CALL(umask, 0);
	EXPECT_AS("022", "umask(mask=000)");
	CALL(umask, 022);
	EXPECT_AS("000", "umask(mask=022)");
	CALL(utime, name, &utime);
	EXPECT("utime(path=\"a file\", times={actime=1000000000 /* 2001-09-09T01:46:40+0000 */, "
	       "modtime=0})");
	CALL(utime, name, NULL);
	EXPECT("utime(path=\"a file\", times=NULL)");
	CALL(utime, nowhere, fault);
	EXPECT("utime(path=\"no/where\", times=%p)", fault);
	CALL(utimes, name, pair);
	EXPECT("utimes(path=\"a file\", times=[{tv_sec=1000000000, tv_usec=5} /* "
	       "2001-09-09T01:46:40.000005+0000 */, "
	       "{tv_sec=0, tv_usec=0}])");
	CALL(utimes, nowhere, at_end(pair, 24));
	EXPECT("utimes(path=\"no/where\", times=%p)", page_end - 24);
	CALL(futimesat, -1, name, NULL);
	EXPECT("futimesat(dirfd=-1, path=\"a file\", times=NULL)");
	CALL(utimensat, AT_FDCWD, name, stamps, AT_SYMLINK_NOFOLLOW);
	EXPECT("utimensat(dirfd=AT_FDCWD, path=\"a file\", times=[{tv_sec=1000000000, tv_nsec=7} "
	       "/* 2001-09-09T01:46:40.000000007+0000 */, UTIME_OMIT], flags=AT_SYMLINK_NOFOLLOW)");
	CALL(utimensat, 99, NULL, now, 0);
	EXPECT("utimensat(dirfd=99, path=NULL, times=[UTIME_NOW, {tv_sec=-1, tv_nsec=1} "
	       "/* 1969-12-31T23:59:59.000000001+0000 */], flags=0)");
}

static void attributes(void)
{
	char value[] = "a\0b", buffer[300];

	CALL(setxattr, name, "user.x", value, 3, 1);
	EXPECT("setxattr(path=\"a file\", name=\"user.x\", value=\"a\\0b\", size=3, "
	       "flags=XATTR_CREATE)");
	CALL(setxattr, nowhere, "user.x", "text\0", 6, 0);
	EXPECT("setxattr(path=\"no/where\", name=\"user.x\", value=\"text\\0\", size=6, flags=0)");
	CALL(lsetxattr, nowhere, "user.x", NULL, 0, 2);
	EXPECT("lsetxattr(path=\"no/where\", name=\"user.x\", value=NULL, size=0, "
	       "flags=XATTR_REPLACE)");
	CALL(fsetxattr, 99, "user.x", fault, 5, 0xc);
	EXPECT("fsetxattr(fd=99, name=\"user.x\", value=%p, size=5, flags=0xc /* XATTR_??? */)",
	       fault);
	CALL(getxattr, name, "user.x", buffer, 300);
	if (rc == 3)
		EXPECT("getxattr(path=\"a file\", name=\"user.x\", value=\"a\\0b\", size=300)");
	else
		EXPECT("getxattr(path=\"a file\", name=\"user.x\", value=%p, size=300)", buffer);
	CALL(getxattr, name, "user.x", NULL, 0);
	EXPECT("getxattr(path=\"a file\", name=\"user.x\", value=NULL, size=0)");
	memcpy(buffer, "xyz", 4);
	CALL(getxattr, name, "user.x", buffer, 0);
	EXPECT("getxattr(path=\"a file\", name=\"user.x\", value=%s, size=0)",
	       rc == 3 ? "\"xyz\"" : ptr(buffer));
	CALL(lgetxattr, nowhere, "user.x", buffer, 300);
	EXPECT("lgetxattr(path=\"no/where\", name=\"user.x\", value=%p, size=300)", buffer);
	CALL(fgetxattr, 99, fault, buffer, 300);
	EXPECT("fgetxattr(fd=99, name=%p, value=%p, size=300)", fault, buffer);
	CALL(listxattr, nowhere, buffer, 300);
	EXPECT("listxattr(path=\"no/where\", list=%p, size=300)", buffer);
	CALL(llistxattr, name, buffer, 300);
	if (rc == 7)
		EXPECT("llistxattr(path=\"a file\", list=\"user.x\\0\", size=300)");
	CALL(llistxattr, "third", buffer, 0);
	EXPECT("llistxattr(path=\"third\", list=%p, size=0)", buffer);
	CALL(flistxattr, 99, NULL, 0);
	EXPECT("flistxattr(fd=99, list=NULL, size=0)");
	CALL(removexattr, name, "user.x");
	EXPECT("removexattr(path=\"a file\", name=\"user.x\")");
	CALL(lremovexattr, nowhere, "user.x");
	EXPECT("lremovexattr(path=\"no/where\", name=\"user.x\")");
	CALL(fremovexattr, 99, "user.x");
	EXPECT("fremovexattr(fd=99, name=\"user.x\")");
	CALL(lookup_dcookie, 77, buffer, 300);
	EXPECT("lookup_dcookie(cookie=77, buf=%p, len=300)", buffer);
}

static void handles(void)
{
	struct {
		unsigned bytes;
		int type;
		unsigned char handle[128];
	} handle = { .bytes = 128 };
	char *hex = text("");
	int mount = 77;

	CALL(name_to_handle_at, AT_FDCWD, ".", &handle, &mount, 0);
	if (rc == 0) {
		for (unsigned i = 0; i < handle.bytes; i++)
			hex = text("%s\\x%02x", hex, handle.handle[i]);
		EXPECT("name_to_handle_at(dirfd=AT_FDCWD, path=\".\", handle={handle_bytes=128 => "
		       "%u, handle_type=%d, "
		       "f_handle=\"%s\"}, mount_id=[%d], flags=0)",
		       handle.bytes, handle.type, hex, mount);
	} else {
		EXPECT("name_to_handle_at(dirfd=AT_FDCWD, path=\".\", handle={handle_bytes=128}, "
		       "mount_id=%p, flags=0)",
		       &mount);
	}
	handle.bytes = 0;
	CALL(name_to_handle_at, AT_FDCWD, ".", &handle, NULL, AT_SYMLINK_FOLLOW | AT_EMPTY_PATH);
	EXPECT("name_to_handle_at(dirfd=AT_FDCWD, path=\".\", handle={handle_bytes=0%s}, "
	       "mount_id=NULL, flags=AT_SYMLINK_FOLLOW|"
	       "AT_EMPTY_PATH)",
	       handle.bytes ? text(" => %u", handle.bytes) : "");
	CALL(name_to_handle_at, -1, "x", fault, NULL, 0);
	EXPECT("name_to_handle_at(dirfd=-1, path=\"x\", handle=%p, mount_id=NULL, flags=0)", fault);
	handle.bytes = 2;
	handle.type = 3;
	memcpy(handle.handle, "\1\377", 2);
	CALL(open_by_handle_at, -1, &handle, O_RDWR);
	EXPECT("open_by_handle_at(mount_fd=-1, handle={handle_bytes=2, handle_type=3, "
	       "f_handle=\"\\x01\\xff\"}, flags=O_RDWR)");
	CALL(open_by_handle_at, -1, NULL, 0);
	EXPECT("open_by_handle_at(mount_fd=-1, handle=NULL, flags=O_RDONLY)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	opening();
	telling();
	linking();
	directories();
	entries();
	changing();
	attributes();
	handles();
	return 0;
}
