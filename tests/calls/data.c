// SPDX-License-Identifier: LGPL-2.1-or-later
/* Reading, writing, moving data; descriptors and what fcntl does with them. */
#include "expect.h"

#include <linux/fs.h>
#include <sys/file.h>
#include <sys/uio.h>

static int null, file;

static void reading(void)
{
	char buffer[100], *long_text = "0123456789012345678901234567890123456789";
	struct iovec vector[2] = { { buffer, 5 }, { buffer + 50, 10 } }, bad[1] = { { fault, 7 } };

	CALL(write, file, long_text, 40);
	EXPECT("write(fd=%d, buf=\"01234567890123456789012345678901\"..., count=40)", file);
	CALL(write, file, long_text, 32);
	EXPECT("write(fd=%d, buf=\"01234567890123456789012345678901\", count=32)", file);
	CALL(write, null, at_end("abc", 3), 4);
	EXPECT("write(fd=%d, buf=%p, count=4)", null, page_end - 3);
	CALL(write, WIDE(99), NULL, 0);
	EXPECT("write(fd=99, buf=NULL, count=0)");
	CALL(write, null, "x", 0);
	EXPECT("write(fd=%d, buf=\"\", count=0)", null);
	CALL(write, 99, fault, -1);
	EXPECT("write(fd=99, buf=%p, count=%lu)", fault, -1UL);
	CALL(pread64, file, buffer, 7, 30);
	EXPECT("pread64(fd=%d, buf=\"0123456\", count=7, pos=30)", file);
	CALL(pread64, file, buffer, 7, -1);
	EXPECT("pread64(fd=%d, buf=%p, count=7, pos=-1)", file, buffer);
	CALL(pwrite64, file, "\n\xc3\xa4", 3, 100);
	EXPECT("pwrite64(fd=%d, buf=\"\\n\\303\\244\", count=3, pos=100)", file);
	CALL(lseek, file, 0, SEEK_SET);
	EXPECT("lseek(fd=%d, offset=0, whence=SEEK_SET)", file);
	CALL(read, file, buffer, 9);
	EXPECT("read(fd=%d, buf=\"012345678\", count=9)", file);
	CALL(read, file, fault, 9);
	EXPECT("read(fd=%d, buf=%p, count=9)", file, fault);
	CALL(lseek, file, -5, SEEK_END);
	EXPECT("lseek(fd=%d, offset=-5, whence=SEEK_END)", file);
	CALL(lseek, file, 200, SEEK_CUR);
	EXPECT("lseek(fd=%d, offset=200, whence=SEEK_CUR)", file);
	CALL(read, file, buffer, 9);
	EXPECT("read(fd=%d, buf=\"\", count=9)", file);
	CALL(lseek, file, 0, SEEK_DATA);
	EXPECT("lseek(fd=%d, offset=0, whence=SEEK_DATA)", file);
	CALL(lseek, file, 0, SEEK_HOLE);
	EXPECT("lseek(fd=%d, offset=0, whence=SEEK_HOLE)", file);
	CALL(lseek, file, 0, 77);
	EXPECT("lseek(fd=%d, offset=0, whence=0x4d /* SEEK_??? */)", file);
	lseek(file, 0, SEEK_SET);
	CALL(readv, file, vector, 2);
	EXPECT("readv(fd=%d, iov=[{iov_base=\"01234\", iov_len=5}, {iov_base=\"5678901234\", "
	       "iov_len=10}], iovcnt=2)",
	       file);
	CALL(readv, 99, vector, 2);
	EXPECT("readv(fd=99, iov=[{iov_base=%p, iov_len=5}, {iov_base=%p, iov_len=10}], iovcnt=2)",
	       buffer, buffer + 50);
	CALL(readv, file, fault, 2);
	EXPECT("readv(fd=%d, iov=%p, iovcnt=2)", file, fault);
	lseek(file, 99, SEEK_SET);
	CALL(readv, file, vector, 2);
	EXPECT("readv(fd=%d, iov=[{iov_base=\"\\0\\n\\303\\244\", iov_len=5}, {iov_base=\"\", "
	       "iov_len=10}], iovcnt=2)",
	       file);
	memset(buffer, 'y', sizeof(buffer));
	CALL(writev, null, vector, 2);
	EXPECT("writev(fd=%d, iov=[{iov_base=\"yyyyy\", iov_len=5}, {iov_base=\"yyyyyyyyyy\", "
	       "iov_len=10}], iovcnt=2)",
	       null);
	CALL(writev, 99, bad, 1);
	EXPECT("writev(fd=99, iov=[{iov_base=%p, iov_len=7}], iovcnt=1)", fault);
	CALL(writev, 99, at_end(vector, sizeof(*vector)), 2);
	EXPECT("writev(fd=99, iov=[{iov_base=\"yyyyy\", iov_len=5}, ... /* %p */], iovcnt=2)",
	       fault);
	CALL(writev, 99, NULL, 0);
	EXPECT("writev(fd=99, iov=NULL, iovcnt=0)");
	CALL(writev, 99, vector, 0);
	EXPECT("writev(fd=99, iov=[], iovcnt=0)");
	CALL(preadv, file, vector, 1, 3, 0);
	EXPECT("preadv(fd=%d, iov=[{iov_base=\"34567\", iov_len=5}], iovcnt=1, pos_l=3)", file);
	CALL(pwritev, 99, vector, 1, -1, 0);
	EXPECT("pwritev(fd=99, iov=[{iov_base=\"34567\", iov_len=5}], iovcnt=1, pos_l=-1)");
	CALL(preadv2, file, vector, 1, 3, 0,
	     RWF_HIPRI | RWF_DSYNC | RWF_SYNC | RWF_NOWAIT | RWF_APPEND | 0x10000);
	EXPECT("preadv2(fd=%d, iov=[{iov_base=%p, iov_len=5}], iovcnt=1, pos_l=3, "
	       "flags=RWF_HIPRI|RWF_DSYNC|RWF_SYNC|"
	       "RWF_NOWAIT|RWF_APPEND|0x10000)",
	       file, buffer);
	CALL(pwritev2, 99, vector, 1, 3, 0, 0x10000);
	EXPECT("pwritev2(fd=99, iov=[{iov_base=\"34567\", iov_len=5}], iovcnt=1, pos_l=3, "
	       "flags=0x10000 /* RWF_??? */)");
}

static void moving(void)
{
	long offset = 3;
	int ends[2];
	struct iovec vector = { "data", 4 };
	struct {
		uint64_t off, len;
	} range = { 0, 100 };
	struct {
		uint64_t n[5];
	} stat;

	CALL(pipe, ends);
	EXPECT("pipe(pipefd=[%d, %d])", ends[0], ends[1]);
	CALL(pipe, NULL);
	EXPECT("pipe(pipefd=NULL)");
	CALL(pipe2, fault, O_CLOEXEC | O_NONBLOCK | O_DIRECT);
	EXPECT("pipe2(pipefd=%p, flags=O_NONBLOCK|O_DIRECT|O_CLOEXEC)", fault);
	CALL(sendfile, ends[1], file, &offset, 5);
	EXPECT("sendfile(out_fd=%d, in_fd=%d, offset=[3] => [8], count=5)", ends[1], file);
	CALL(sendfile, 99, file, &offset, 5);
	EXPECT("sendfile(out_fd=99, in_fd=%d, offset=[8], count=5)", file);
	CALL(sendfile, 99, file, NULL, 5);
	EXPECT("sendfile(out_fd=99, in_fd=%d, offset=NULL, count=5)", file);
	CALL(sendfile, 99, file, fault, 5);
	EXPECT("sendfile(out_fd=99, in_fd=%d, offset=%p, count=5)", file, fault);
	offset = 2;
	CALL(splice, file, &offset, ends[1], NULL, 4, 15);
	EXPECT("splice(fd_in=%d, off_in=[2], fd_out=%d, off_out=NULL, len=4, "
	       "flags=SPLICE_F_MOVE|SPLICE_F_NONBLOCK|"
	       "SPLICE_F_MORE|SPLICE_F_GIFT)",
	       file, ends[1]);
	CALL(splice, -1, fault, 99, &offset, 4, 0x10);
	EXPECT("splice(fd_in=-1, off_in=%p, fd_out=99, off_out=[6], len=4, flags=0x10 /* "
	       "SPLICE_F_??? */)",
	       fault);
	CALL(tee, ends[0], 99, 3, 0);
	EXPECT("tee(fd_in=%d, fd_out=99, len=3, flags=0)", ends[0]);
	CALL(vmsplice, ends[1], &vector, 1, 2);
	EXPECT("vmsplice(fd=%d, iov=[{iov_base=\"data\", iov_len=4}], nr_segs=1, "
	       "flags=SPLICE_F_NONBLOCK)",
	       ends[1]);
	CALL(copy_file_range, file, &offset, 99, NULL, 5, 0);
	EXPECT("copy_file_range(fd_in=%d, off_in=[6], fd_out=99, off_out=NULL, len=5, flags=0)",
	       file);
	CALL(readahead, 99, 4096, 10);
	EXPECT("readahead(fd=99, offset=4096, count=10)");
	CALL(fadvise64, file, 1, 2, 3);
	EXPECT("fadvise64(fd=%d, offset=1, len=2, advice=POSIX_FADV_WILLNEED)", file);
	CALL(fadvise64, 99, -1, 2, 30);
	EXPECT("fadvise64(fd=99, offset=-1, len=2, advice=0x1e /* POSIX_FADV_??? */)");
	CALL(sync_file_range, file, 0, 10, 7);
	EXPECT("sync_file_range(fd=%d, offset=0, nbytes=10, "
	       "flags=SYNC_FILE_RANGE_WAIT_BEFORE|SYNC_FILE_RANGE_WRITE|"
	       "SYNC_FILE_RANGE_WAIT_AFTER)",
	       file);
	CALL(cachestat, file, &range, &stat, 0);
	NOT_AS_STRACE("newer");
	if (rc == 0)
		EXPECT("cachestat(fd=%d, range={off=0, len=100}, cstat={nr_cache=%lu, "
		       "nr_dirty=%lu, nr_writeback=%lu, "
		       "nr_evicted=%lu, nr_recently_evicted=%lu}, flags=0)",
		       file, stat.n[0], stat.n[1], stat.n[2], stat.n[3], stat.n[4]);
	else
		EXPECT("cachestat(fd=%d, range={off=0, len=100}, cstat=%p, flags=0)", file, &stat);
	CALL(cachestat, 99, fault, &stat, 8);
	NOT_AS_STRACE("newer");
	EXPECT("cachestat(fd=99, range=%p, cstat=%p, flags=0x8)", fault, &stat);
	CALL(fsync, 99);
	EXPECT("fsync(fd=99)");
	CALL(fdatasync, 99);
	EXPECT("fdatasync(fd=99)");
	CALL(syncfs, 99);
	EXPECT("syncfs(fd=99)");
	CALL(ftruncate, file, 50);
	EXPECT("ftruncate(fd=%d, length=50)", file);
	CALL(fallocate, 99, 3, 0, 10);
	EXPECT("fallocate(fd=99, mode=FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, offset=0, len=10)");
	CALL(fallocate, 99, 0x1000, -1, 10);
	EXPECT("fallocate(fd=99, mode=0x1000 /* FALLOC_FL_??? */, offset=-1, len=10)");
	CALL(flock, file, LOCK_EX | LOCK_NB);
	EXPECT("flock(fd=%d, operation=LOCK_EX|LOCK_NB)", file);
	CALL(flock, 99, LOCK_UN);
	EXPECT("flock(fd=99, operation=LOCK_UN)");
	CALL(flock, 99, 0x1000);
	EXPECT("flock(fd=99, operation=0x1000 /* LOCK_??? */)");
	close(ends[0]);
	close(ends[1]);
}

static void descriptors(void)
{
	CALL(dup, WIDE(null));
	EXPECT("dup(oldfd=%d)", null);
	close(rc);
	CALL(dup, -1);
	EXPECT("dup(oldfd=-1)");
	CALL(dup2, null, 20);
	EXPECT("dup2(oldfd=%d, newfd=20)", null);
	CALL(dup3, null, 20, O_CLOEXEC);
	EXPECT("dup3(oldfd=%d, newfd=20, flags=O_CLOEXEC)", null);
	CALL(dup3, 99, 20, 0);
	EXPECT("dup3(oldfd=99, newfd=20, flags=0)");
	CALL(close_range, 20, 20, 0);
	EXPECT("close_range(first=20, last=20, flags=0)");
	CALL(close_range, 5000, -1, 6);
	EXPECT("close_range(first=5000, last=4294967295, "
	       "flags=CLOSE_RANGE_UNSHARE|CLOSE_RANGE_CLOEXEC)");
	CALL(close_range, 5, 4, 0x10);
	EXPECT("close_range(first=5, last=4, flags=0x10 /* CLOSE_RANGE_??? */)");
	CALL(eventfd, WIDE(7));
	EXPECT("eventfd(initval=7)");
	close(rc);
	CALL(eventfd2, 7, 0x80801);
	EXPECT("eventfd2(initval=7, flags=EFD_SEMAPHORE|EFD_CLOEXEC|EFD_NONBLOCK)");
	close(rc);
	CALL(eventfd2, -1, 0x10);
	EXPECT("eventfd2(initval=4294967295, flags=0x10 /* EFD_??? */)");
	CALL(userfaultfd, 0x100000);
	EXPECT("userfaultfd(flags=0x100000 /* UFFD_??? */)");
}

static void controlling(void)
{
	struct flock lock = { F_WRLCK, SEEK_SET, 10, 20, 7 };
	struct {
		int type, pid;
	} owner = { 1, getpid() };
	uint64_t hint = 2;

	CALL(fcntl, null, F_DUPFD, 30);
	EXPECT("fcntl(fd=%d, cmd=F_DUPFD, arg=30)", null);
	close(30);
	CALL(fcntl, 99, F_DUPFD_CLOEXEC, -1);
	EXPECT("fcntl(fd=99, cmd=F_DUPFD_CLOEXEC, arg=-1)");
	CALL(fcntl, null, F_SETFD, 1);
	EXPECT("fcntl(fd=%d, cmd=F_SETFD, arg=FD_CLOEXEC)", null);
	CALL(fcntl, null, F_GETFD);
	EXPECT_AS("0x1 (flags FD_CLOEXEC)", "fcntl(fd=%d, cmd=F_GETFD)", null);
	CALL(fcntl, null, F_SETFD, 0);
	EXPECT("fcntl(fd=%d, cmd=F_SETFD, arg=0)", null);
	CALL(fcntl, null, F_GETFD);
	EXPECT("fcntl(fd=%d, cmd=F_GETFD)", null);
	CALL(fcntl, null, F_GETFL);
	EXPECT_AS("0x8002 (flags O_RDWR|O_LARGEFILE)", "fcntl(fd=%d, cmd=F_GETFL)", null);
	CALL(fcntl, null, F_SETFL, O_RDWR | O_NONBLOCK | O_APPEND);
	EXPECT("fcntl(fd=%d, cmd=F_SETFL, arg=O_RDWR|O_APPEND|O_NONBLOCK)", null);
	CALL(fcntl, file, F_SETLK, &lock);
	EXPECT("fcntl(fd=%d, cmd=F_SETLK, arg={l_type=F_WRLCK, l_whence=SEEK_SET, l_start=10, "
	       "l_len=20})",
	       file);
	lock.l_type = F_UNLCK;
	lock.l_whence = SEEK_END;
	lock.l_start = -1;
	CALL(fcntl, file, F_SETLKW, &lock);
	EXPECT("fcntl(fd=%d, cmd=F_SETLKW, arg={l_type=F_UNLCK, l_whence=SEEK_END, l_start=-1, "
	       "l_len=20})",
	       file);
	lock = (struct flock){ F_RDLCK, SEEK_CUR, 0, 0, 0 };
	CALL(fcntl, file, F_OFD_SETLK, &lock);
	EXPECT("fcntl(fd=%d, cmd=F_OFD_SETLK, arg={l_type=F_RDLCK, l_whence=SEEK_CUR, l_start=0, "
	       "l_len=0})",
	       file);
	lock = (struct flock){ 77, 8, 0, 0, 0 };
	CALL(fcntl, file, F_OFD_SETLKW, &lock);
	EXPECT("fcntl(fd=%d, cmd=F_OFD_SETLKW, arg={l_type=0x4d /* F_??? */, l_whence=0x8 /* "
	       "SEEK_??? */, l_start=0, l_len=0})",
	       file);
	lock = (struct flock){ F_WRLCK, SEEK_SET, 0, 1, 0 };
	CALL(fcntl, file, F_GETLK, &lock);
	EXPECT("fcntl(fd=%d, cmd=F_GETLK, arg={l_type=F_UNLCK, l_whence=SEEK_SET, l_start=0, "
	       "l_len=1, l_pid=0})",
	       file);
	CALL(fcntl, 99, F_OFD_GETLK, &lock);
	EXPECT("fcntl(fd=99, cmd=F_OFD_GETLK, arg=%p)", &lock);
	CALL(fcntl, 99, F_SETLK, NULL);
	EXPECT("fcntl(fd=99, cmd=F_SETLK, arg=NULL)");
	CALL(fcntl, file, F_SETOWN, getpid());
	EXPECT("fcntl(fd=%d, cmd=F_SETOWN, arg=%d)", file, getpid());
	CALL(fcntl, file, F_GETOWN);
	EXPECT("fcntl(fd=%d, cmd=F_GETOWN)", file);
	CALL(fcntl, file, F_SETOWN_EX, &owner);
	EXPECT("fcntl(fd=%d, cmd=F_SETOWN_EX, arg={type=F_OWNER_PID, pid=%d})", file, owner.pid);
	CALL(fcntl, file, F_GETOWN_EX, &owner);
	EXPECT("fcntl(fd=%d, cmd=F_GETOWN_EX, arg={type=F_OWNER_PID, pid=%d})", file, owner.pid);
	CALL(fcntl, file, F_SETSIG, SIGUSR1);
	EXPECT("fcntl(fd=%d, cmd=F_SETSIG, arg=SIGUSR1)", file);
	CALL(fcntl, file, F_GETSIG);
	EXPECT_AS("10 (SIGUSR1)", "fcntl(fd=%d, cmd=F_GETSIG)", file);
	CALL(fcntl, file, F_SETSIG, 0);
	EXPECT("fcntl(fd=%d, cmd=F_SETSIG, arg=0)", file);
	CALL(fcntl, file, F_GETSIG);
	EXPECT("fcntl(fd=%d, cmd=F_GETSIG)", file);
	CALL(fcntl, 99, F_SETLEASE, F_RDLCK);
	EXPECT("fcntl(fd=99, cmd=F_SETLEASE, arg=F_RDLCK)");
	CALL(fcntl, file, F_GETLEASE);
	EXPECT_AS("0x2 (F_UNLCK)", "fcntl(fd=%d, cmd=F_GETLEASE)", file);
	CALL(fcntl, 99, F_NOTIFY, 0x80000005UL);
	EXPECT("fcntl(fd=99, cmd=F_NOTIFY, arg=DN_ACCESS|DN_CREATE|DN_MULTISHOT)");
	CALL(fcntl, 99, F_SETPIPE_SZ, 4096);
	EXPECT("fcntl(fd=99, cmd=F_SETPIPE_SZ, arg=4096)");
	CALL(fcntl, 99, F_GETPIPE_SZ);
	EXPECT("fcntl(fd=99, cmd=F_GETPIPE_SZ)");
	CALL(fcntl, 99, F_ADD_SEALS, 0x1f);
	EXPECT("fcntl(fd=99, cmd=F_ADD_SEALS, "
	       "arg=F_SEAL_SEAL|F_SEAL_SHRINK|F_SEAL_GROW|F_SEAL_WRITE|F_SEAL_FUTURE_WRITE)");
	{
		int sealed = memfd_create("x", MFD_ALLOW_SEALING);

		fcntl(sealed, F_ADD_SEALS, F_SEAL_SHRINK);
		CALL(fcntl, sealed, F_GET_SEALS);
		EXPECT_AS("0x2 (seals F_SEAL_SHRINK)", "fcntl(fd=%d, cmd=F_GET_SEALS)", sealed);
		close(sealed);
	}
	CALL(fcntl, 99, F_SET_RW_HINT, &hint);
	NOT_AS_STRACE("newer");
	EXPECT("fcntl(fd=99, cmd=F_SET_RW_HINT, arg=[RWH_WRITE_LIFE_SHORT])");
	CALL(fcntl, 99, F_GET_FILE_RW_HINT, &hint);
	NOT_AS_STRACE("newer");
	EXPECT("fcntl(fd=99, cmd=F_GET_FILE_RW_HINT, arg=%p)", &hint);
	hint = 77;
	CALL(fcntl, 99, F_SET_FILE_RW_HINT, &hint);
	NOT_AS_STRACE("newer");
	EXPECT("fcntl(fd=99, cmd=F_SET_FILE_RW_HINT, arg=[0x4d /* RWH_WRITE_LIFE_??? */])");
	CALL(fcntl, 99, 1027, null);
	NOT_AS_STRACE("newer");
	EXPECT("fcntl(fd=99, cmd=F_DUPFD_QUERY, arg=%d)", null);
	CALL(fcntl, 99, 0x777, 5);
	EXPECT("fcntl(fd=99, cmd=0x777 /* F_??? */, arg=0x5)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	null = open("/dev/null", O_RDWR);
	file = open("file", O_RDWR | O_CREAT, 0600);
	reading();
	moving();
	descriptors();
	controlling();
	CALL(sync);
	EXPECT("sync()");
	return 0;
}
