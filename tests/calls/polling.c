// SPDX-License-Identifier: LGPL-2.1-or-later
/* Waiting for descriptors: poll, select, epoll, inotify, fanotify, signalfd. */
#include "expect.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/fanotify.h>
#include <sys/inotify.h>
#include <sys/select.h>
#include <time.h>

static int ends[2];

static void polling(void)
{
	struct pollfd fds[3] = { { ends[0], POLLIN | POLLPRI, 0 },
				 { ends[1], POLLOUT | POLLERR | POLLHUP, 0 },
				 { -1, POLLIN, 0 } };
	struct timespec soon = { 0, 1000 }, later = { 300, 0 };
	uint64_t mask = 1 << (SIGCHLD - 1);

	CALL(poll, fds, WIDE(3), WIDE(1));
	EXPECT_NOTE(text(" ([{fd=%d, revents=POLLOUT}])", ends[1]),
		    "poll(fds=[{fd=%d, events=POLLIN|POLLPRI}, {fd=%d, "
		    "events=POLLOUT|POLLERR|POLLHUP}, {fd=-1}], nfds=3, timeout=1)",
		    ends[0], ends[1]);
	CALL(poll, fds, 1, 1);
	EXPECT_NOTE(" (Timeout)", "poll(fds=[{fd=%d, events=POLLIN|POLLPRI}], nfds=1, timeout=1)",
		    ends[0]);
	CALL(poll, NULL, 0, 0);
	EXPECT_NOTE(" (Timeout)", "poll(fds=NULL, nfds=0, timeout=0)");
	CALL(poll, fault, 1, -1);
	EXPECT("poll(fds=%p, nfds=1, timeout=-1)", fault);
	fds[1].fd = 99;
	fds[1].events = 0;
	CALL(poll, fds + 1, 1, -1);
	EXPECT_NOTE(" ([{fd=99, revents=POLLNVAL}])",
		    "poll(fds=[{fd=99, events=0}], nfds=1, timeout=-1)");
	fds[1].fd = ends[1];
	fds[1].events = POLLRDNORM | POLLRDBAND | POLLWRNORM | POLLWRBAND | POLLMSG | POLLREMOVE |
			POLLRDHUP;
	CALL(poll, fds + 1, 1, 0);
	EXPECT_NOTE(text(" ([{fd=%d, revents=POLLWRNORM}])", ends[1]),
		    "poll(fds=[{fd=%d, "
		    "events=POLLRDNORM|POLLRDBAND|POLLWRNORM|POLLWRBAND|POLLMSG|POLLREMOVE|"
		    "POLLRDHUP}], nfds=1, "
		    "timeout=0)",
		    ends[1]);
	fds[1].events = POLLOUT;
	CALL(ppoll, fds, 2, &later, &mask, 8);
	EXPECT_NOTE(text(" ([{fd=%d, revents=POLLOUT}], left {tv_sec=%ld, tv_nsec=%ld})", ends[1],
			 later.tv_sec, later.tv_nsec),
		    "ppoll(fds=[{fd=%d, events=POLLIN|POLLPRI}, {fd=%d, events=POLLOUT}], nfds=2, "
		    "timeout={tv_sec=300, tv_nsec=0}, "
		    "sigmask=[CHLD], sigsetsize=8)",
		    ends[0], ends[1]);
	CALL(ppoll, fds, 1, &soon, NULL, 0);
	EXPECT_NOTE(" (Timeout)",
		    "ppoll(fds=[{fd=%d, events=POLLIN|POLLPRI}], nfds=1, timeout={tv_sec=0, "
		    "tv_nsec=1000}, sigmask=NULL, "
		    "sigsetsize=0)",
		    ends[0]);
	CALL(ppoll, fds, 1, fault, fault, 8);
	EXPECT("ppoll(fds=[{fd=%d, events=POLLIN|POLLPRI}], nfds=1, timeout=%p, sigmask=%p, "
	       "sigsetsize=8)",
	       ends[0], fault, fault);
}

static void selecting(void)
{
	struct timespec soon = { 0, 1000 }, later = { 300, 0 };
	struct timeval sooner = { 0, 1000 }, much_later = { 300, 0 };
	uint64_t mask = ~0UL;
	struct {
		void *mask;
		size_t size;
	} pack = { &mask, 8 };
	fd_set in, out;

	FD_ZERO(&in);
	FD_ZERO(&out);
	FD_SET(ends[0], &in);
	FD_SET(ends[1], &out);
	CALL(select, ends[1] + 1, &in, &out, NULL, &much_later);
	EXPECT_NOTE(text(" (out [%d], left {tv_sec=%ld, tv_usec=%ld})", ends[1], much_later.tv_sec,
			 much_later.tv_usec),
		    "select(nfds=%d, readfds=[%d], writefds=[%d], exceptfds=NULL, "
		    "timeout={tv_sec=300, tv_usec=0})",
		    ends[1] + 1, ends[0], ends[1]);
	FD_SET(ends[0], &in);
	FD_SET(0, &in);
	CALL(select, WIDE(ends[0] + 1), NULL, NULL, &in, &sooner);
	EXPECT_NOTE(" (Timeout)",
		    "select(nfds=%d, readfds=NULL, writefds=NULL, exceptfds=[0 %d], "
		    "timeout={tv_sec=0, tv_usec=1000})",
		    ends[0] + 1, ends[0]);
	sooner.tv_usec = 0;
	CALL(select, 0, &in, NULL, NULL, &sooner);
	EXPECT_NOTE(" (Timeout)",
		    "select(nfds=0, readfds=%p, writefds=NULL, exceptfds=NULL, timeout={tv_sec=0, "
		    "tv_usec=0})",
		    &in);
	CALL(select, -1, NULL, &in, NULL, NULL);
	EXPECT("select(nfds=-1, readfds=NULL, writefds=%s, exceptfds=NULL, timeout=NULL)",
	       ptr(&in));
	CALL(select, 5, fault, NULL, NULL, fault);
	EXPECT("select(nfds=5, readfds=%p, writefds=NULL, exceptfds=NULL, timeout=%p)", fault,
	       fault);
	FD_ZERO(&out);
	FD_SET(ends[1], &out);
	CALL(pselect6, ends[1] + 1, NULL, &out, NULL, &later, &pack);
	EXPECT_NOTE(text(" (out [%d], left {tv_sec=%ld, tv_nsec=%ld})", ends[1], later.tv_sec,
			 later.tv_nsec),
		    "pselect6(nfds=%d, readfds=NULL, writefds=[%d], exceptfds=NULL, "
		    "timeout={tv_sec=300, tv_nsec=0}, "
		    "sigmask={sigmask=~[], sigsetsize=8})",
		    ends[1] + 1, ends[1]);
	CALL(pselect6, 0, NULL, NULL, NULL, &soon, NULL);
	EXPECT_NOTE(" (Timeout)", "pselect6(nfds=0, readfds=NULL, writefds=NULL, exceptfds=NULL, "
				  "timeout={tv_sec=0, tv_nsec=1000}, sigmask=NULL)");
	pack.mask = NULL;
	soon.tv_nsec = 1000;
	CALL(pselect6, 0, NULL, NULL, NULL, &soon, &pack);
	EXPECT_NOTE(" (Timeout)", "pselect6(nfds=0, readfds=NULL, writefds=NULL, exceptfds=NULL, "
				  "timeout={tv_sec=0, tv_nsec=1000}, "
				  "sigmask={sigmask=NULL, sigsetsize=8})");
	CALL(pselect6, -1, NULL, NULL, NULL, NULL, fault);
	EXPECT("pselect6(nfds=-1, readfds=NULL, writefds=NULL, exceptfds=NULL, timeout=NULL, "
	       "sigmask=%p)",
	       fault);
}

static void events(void)
{
	struct epoll_event event = { EPOLLIN | EPOLLOUT | EPOLLET | EPOLLONESHOT,
				     { .u64 = 0x100000003 } },
			   got[2];
	struct timespec soon = { 0, 1000 };
	uint64_t mask = 0;
	int epoll;

	CALL(epoll_create, WIDE(7));
	EXPECT("epoll_create(size=7)");
	close(rc);
	CALL(epoll_create1, 0x80000);
	EXPECT("epoll_create1(flags=EPOLL_CLOEXEC)");
	epoll = rc;
	CALL(epoll_create1, 0x10);
	EXPECT("epoll_create1(flags=0x10 /* EPOLL_??? */)");
	CALL(epoll_ctl, epoll, EPOLL_CTL_ADD, ends[1], &event);
	EXPECT("epoll_ctl(epfd=%d, op=EPOLL_CTL_ADD, fd=%d, "
	       "event={events=EPOLLIN|EPOLLOUT|EPOLLONESHOT|EPOLLET, data={u32=3, "
	       "u64=4294967299}})",
	       epoll, ends[1]);
	CALL(epoll_wait, epoll, got, 2, 0);
	EXPECT("epoll_wait(epfd=%d, events=[{events=EPOLLOUT, data={u32=3, u64=4294967299}}], "
	       "maxevents=2, timeout=0)",
	       epoll);
	CALL(epoll_wait, epoll, got, 2, 0);
	EXPECT("epoll_wait(epfd=%d, events=[], maxevents=2, timeout=0)", epoll);
	CALL(epoll_wait, 99, got, -1, -1);
	EXPECT("epoll_wait(epfd=99, events=%p, maxevents=-1, timeout=-1)", got);
	event.events = EPOLLPRI | EPOLLRDHUP | EPOLLWAKEUP | EPOLLEXCLUSIVE | 0x08000000;
	CALL(epoll_ctl, epoll, EPOLL_CTL_MOD, ends[0], &event);
	EXPECT("epoll_ctl(epfd=%d, op=EPOLL_CTL_MOD, fd=%d, "
	       "event={events=EPOLLPRI|EPOLLRDHUP|EPOLLEXCLUSIVE|EPOLLWAKEUP|0x8000000, "
	       "data={u32=3, u64=4294967299}})",
	       epoll, ends[0]);
	CALL(epoll_ctl, epoll, EPOLL_CTL_DEL, ends[1], NULL);
	EXPECT("epoll_ctl(epfd=%d, op=EPOLL_CTL_DEL, fd=%d, event=NULL)", epoll, ends[1]);
	CALL(epoll_ctl, epoll, 77, ends[1], fault);
	EXPECT("epoll_ctl(epfd=%d, op=0x4d /* EPOLL_CTL_??? */, fd=%d, event=%p)", epoll, ends[1],
	       fault);
	CALL(epoll_pwait, epoll, got, 2, 0, &mask, 8);
	EXPECT("epoll_pwait(epfd=%d, events=[], maxevents=2, timeout=0, sigmask=[], sigsetsize=8)",
	       epoll);
	CALL(epoll_pwait, 99, got, 2, 0, NULL, 8);
	EXPECT("epoll_pwait(epfd=99, events=%p, maxevents=2, timeout=0, sigmask=NULL, "
	       "sigsetsize=8)",
	       got);
	CALL(epoll_pwait2, epoll, got, 2, &soon, NULL, 0);
	EXPECT("epoll_pwait2(epfd=%d, events=[], maxevents=2, timeout={tv_sec=0, tv_nsec=1000}, "
	       "sigmask=NULL, sigsetsize=0)",
	       epoll);
	CALL(epoll_ctl_old, 1, 2, 3, 4);
	EXPECT("epoll_ctl_old(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4)");
	CALL(epoll_wait_old, 1, 2, 3, 4);
	EXPECT("epoll_wait_old(arg1=0x1, arg2=0x2, arg3=0x3, arg4=0x4)");
}

static void notifying(void)
{
	uint64_t mask = 1 << (SIGINT - 1) | 1 << (SIGTERM - 1);
	int inotify;

	CALL(inotify_init);
	EXPECT("inotify_init()");
	close(rc);
	CALL(inotify_init1, IN_CLOEXEC | IN_NONBLOCK);
	EXPECT("inotify_init1(flags=IN_NONBLOCK|IN_CLOEXEC)");
	inotify = rc;
	CALL(inotify_add_watch, inotify, ".", IN_CREATE | IN_DELETE | IN_ONLYDIR | IN_MASK_ADD);
	EXPECT("inotify_add_watch(fd=%d, path=\".\", "
	       "mask=IN_CREATE|IN_DELETE|IN_ONLYDIR|IN_MASK_ADD)",
	       inotify);
	CALL(inotify_add_watch, inotify, fault, IN_ALL_EVENTS);
	EXPECT("inotify_add_watch(fd=%d, path=%p, mask=%s)", inotify, fault,
	       "IN_ACCESS|IN_MODIFY|IN_ATTRIB|IN_CLOSE_WRITE|IN_CLOSE_NOWRITE|IN_OPEN|IN_MOVED_"
	       "FROM|IN_MOVED_TO|IN_CREATE|IN_DELETE|"
	       "IN_DELETE_SELF|IN_MOVE_SELF");
	CALL(inotify_rm_watch, inotify, 1);
	EXPECT("inotify_rm_watch(fd=%d, wd=1)", inotify);
	CALL(inotify_rm_watch, 99, -1);
	EXPECT("inotify_rm_watch(fd=99, wd=-1)");
	CALL(fanotify_init, 0x80000000UL, O_RDONLY | O_CLOEXEC);
	NOT_AS_STRACE("a comment");
	EXPECT("fanotify_init(flags=FAN_CLASS_NOTIF|0x80000000, event_f_flags=O_RDONLY|O_CLOEXEC)");
	CALL(fanotify_init,
	     FAN_CLOEXEC | FAN_NONBLOCK | FAN_CLASS_PRE_CONTENT | FAN_UNLIMITED_QUEUE |
		     0x40000000UL,
	     O_RDWR);
	EXPECT("fanotify_init(flags=FAN_CLASS_PRE_CONTENT|FAN_CLOEXEC|FAN_NONBLOCK|FAN_UNLIMITED_"
	       "QUEUE|0x40000000, event_f_flags=O_RDWR)");
	CALL(fanotify_mark, 99, FAN_MARK_ADD | FAN_MARK_MOUNT, FAN_OPEN | FAN_CLOSE_WRITE, AT_FDCWD,
	     "x");
	EXPECT("fanotify_mark(fanotify_fd=99, flags=FAN_MARK_ADD|FAN_MARK_MOUNT, "
	       "mask=FAN_CLOSE_WRITE|FAN_OPEN, dirfd=AT_FDCWD, path=\"x\")");
	CALL(fanotify_mark, -1, FAN_MARK_FLUSH, 0, -1, NULL);
	EXPECT("fanotify_mark(fanotify_fd=-1, flags=FAN_MARK_FLUSH, mask=0, dirfd=FAN_NOFD, "
	       "path=NULL)");
	CALL(signalfd, -1, &mask, 8);
	EXPECT("signalfd(fd=-1, mask=[INT TERM], sizemask=8)");
	close(rc);
	CALL(signalfd4, -1, &mask, 8, 0x80800);
	EXPECT("signalfd4(fd=-1, mask=[INT TERM], sizemask=8, flags=SFD_CLOEXEC|SFD_NONBLOCK)");
	close(rc);
	CALL(signalfd4, 99, fault, 8, 0x10);
	EXPECT("signalfd4(fd=99, mask=%p, sizemask=8, flags=0x10 /* SFD_??? */)", fault);
	CALL(signalfd4, -1, &mask, 5, 0);
	EXPECT("signalfd4(fd=-1, mask=%p, sizemask=5, flags=0)", &mask);
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	if (pipe(ends))
		return 1;
	polling();
	selecting();
	events();
	notifying();
	return 0;
}
