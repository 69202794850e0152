// SPDX-License-Identifier: LGPL-2.1-or-later
/* System V and POSIX interprocess communication, futexes, scheduling. */
#include "expect.h"

#include <linux/futex.h>
#include <mqueue.h>
#include <sched.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <time.h>

static const char *perm(const struct ipc_perm *p)
{
	return text("{uid=%u, gid=%u, mode=0%o, key=%d, cuid=%u, cgid=%u}", p->uid, p->gid, p->mode,
		    p->__key, p->cuid, p->cgid);
}

static void memory(void)
{
	struct shmid_ds ds;
	void *at;
	int id;

	CALL(shmget, IPC_PRIVATE, 4096, IPC_CREAT | 0600);
	EXPECT("shmget(key=IPC_PRIVATE, size=4096, shmflg=IPC_CREAT|0600)");
	id = rc;
	CALL(shmget, 0x1234, 5, IPC_EXCL | SHM_HUGETLB | SHM_NORESERVE);
	EXPECT("shmget(key=0x1234, size=5, shmflg=IPC_EXCL|SHM_HUGETLB|SHM_NORESERVE|000)");
	CALL(shmat, id, NULL, SHM_RDONLY | SHM_RND);
	EXPECT_HEX("shmat(shmid=%d, shmaddr=NULL, shmflg=SHM_RDONLY|SHM_RND)", id);
	at = (void *)rc;
	CALL(shmdt, at);
	EXPECT("shmdt(shmaddr=%p)", at);
	CALL(shmctl, id, IPC_STAT, &ds);
	EXPECT("shmctl(shmid=%d, cmd=IPC_STAT, buf={shm_perm=%s, shm_segsz=%zu, shm_cpid=%d, "
	       "shm_lpid=%d, shm_nattch=%lu, shm_atime=%ld, shm_dtime=%ld, "
	       "shm_ctime=%ld})",
	       id, perm(&ds.shm_perm), ds.shm_segsz, ds.shm_cpid, ds.shm_lpid, ds.shm_nattch,
	       ds.shm_atime, ds.shm_dtime, ds.shm_ctime);
	ds.shm_perm.mode = 0644;
	CALL(shmctl, id, IPC_SET, &ds);
	EXPECT("shmctl(shmid=%d, cmd=IPC_SET, buf={shm_perm={uid=%u, gid=%u, mode=0644}})", id,
	       ds.shm_perm.uid, ds.shm_perm.gid);
	CALL(shmctl, id, IPC_RMID, NULL);
	EXPECT("shmctl(shmid=%d, cmd=IPC_RMID, buf=NULL)", id);
	CALL(shmctl, -1, 0x100 | IPC_STAT, &ds);
	EXPECT("shmctl(shmid=-1, cmd=IPC_64|IPC_STAT, buf=%p)", &ds);
	CALL(shmctl, -1, 77, &ds);
	EXPECT("shmctl(shmid=-1, cmd=0x4d /* SHM_??? */, buf=%p)", &ds);
}

static void semaphores(void)
{
	struct sembuf ops[2] = { { 0, 1, SEM_UNDO }, { 1, -1, IPC_NOWAIT } };
	struct timespec soon = { 0, 1000 };
	struct semid_ds ds;
	int id;

	CALL(semget, IPC_PRIVATE, 2, IPC_CREAT | 0600);
	EXPECT("semget(key=IPC_PRIVATE, nsems=2, semflg=IPC_CREAT|0600)");
	id = rc;
	CALL(semop, id, ops, 1);
	EXPECT("semop(semid=%d, sops=[{sem_num=0, sem_op=1, sem_flg=SEM_UNDO}], nsops=1)", id);
	CALL(semtimedop, id, ops, 2, &soon);
	EXPECT("semtimedop(semid=%d, sops=[{sem_num=0, sem_op=1, sem_flg=SEM_UNDO}, {sem_num=1, "
	       "sem_op=-1, sem_flg=IPC_NOWAIT}], nsops=2, "
	       "timeout={tv_sec=0, tv_nsec=1000})",
	       id);
	CALL(semop, -1, fault, 1);
	EXPECT("semop(semid=-1, sops=%p, nsops=1)", fault);
	CALL(semctl, id, 0, IPC_STAT, &ds);
	EXPECT("semctl(semid=%d, semnum=0, cmd=IPC_STAT, arg={sem_perm=%s, sem_otime=%ld, "
	       "sem_ctime=%ld, sem_nsems=2})",
	       id, perm(&ds.sem_perm), ds.sem_otime, ds.sem_ctime);
	CALL(semctl, id, 1, SETVAL, 5);
	EXPECT("semctl(semid=%d, semnum=1, cmd=SETVAL, arg=0x5)", id);
	CALL(semctl, id, 1, GETVAL, 0);
	EXPECT("semctl(semid=%d, semnum=1, cmd=GETVAL, arg=NULL)", id);
	CALL(semctl, id, 0, IPC_RMID, 0);
	EXPECT("semctl(semid=%d, semnum=0, cmd=IPC_RMID, arg=NULL)", id);
	CALL(semctl, -1, 0, 77, 3);
	EXPECT("semctl(semid=-1, semnum=0, cmd=0x4d /* SEM_??? */, arg=0x3)");
}

static void queues(void)
{
	struct {
		long type;
		char text[10];
	} msg = { 7, "hello" };
	struct msqid_ds ds;
	int id;

	CALL(msgget, IPC_PRIVATE, IPC_CREAT | 0600);
	EXPECT("msgget(key=IPC_PRIVATE, msgflg=IPC_CREAT|0600)");
	id = rc;
	CALL(msgsnd, id, &msg, 5, IPC_NOWAIT);
	EXPECT("msgsnd(msqid=%d, msgp={mtype=7, mtext=\"hello\"}, msgsz=5, msgflg=IPC_NOWAIT)", id);
	CALL(msgrcv, id, &msg, 5, 7, MSG_NOERROR);
	EXPECT("msgrcv(msqid=%d, msgp={mtype=7, mtext=\"hello\"}, msgsz=5, msgtyp=7, "
	       "msgflg=MSG_NOERROR)",
	       id);
	CALL(msgctl, id, IPC_STAT, &ds);
	EXPECT("msgctl(msqid=%d, cmd=IPC_STAT, buf={msg_perm=%s, msg_stime=%ld, msg_rtime=%ld, "
	       "msg_ctime=%ld, msg_qnum=%lu, msg_qbytes=%lu, "
	       "msg_lspid=%d, msg_lrpid=%d})",
	       id, perm(&ds.msg_perm), ds.msg_stime, ds.msg_rtime, ds.msg_ctime, ds.msg_qnum,
	       ds.msg_qbytes, ds.msg_lspid, ds.msg_lrpid);
	CALL(msgctl, id, IPC_SET, &ds);
	EXPECT("msgctl(msqid=%d, cmd=IPC_SET, buf={msg_perm={uid=%u, gid=%u, mode=0600}, "
	       "msg_qbytes=%lu})",
	       id, ds.msg_perm.uid, ds.msg_perm.gid, ds.msg_qbytes);
	CALL(msgctl, id, IPC_RMID, NULL);
	EXPECT("msgctl(msqid=%d, cmd=IPC_RMID, buf=NULL)", id);
	CALL(msgsnd, -1, fault, 5, 0);
	EXPECT("msgsnd(msqid=-1, msgp=%p, msgsz=5, msgflg=0)", fault);
	CALL(msgrcv, -1, &msg, 5, -7, MSG_EXCEPT);
	EXPECT("msgrcv(msqid=-1, msgp=%p, msgsz=5, msgtyp=-7, msgflg=MSG_EXCEPT)", &msg);
}

static void posix(void)
{
	struct mq_attr attr = { .mq_maxmsg = 2, .mq_msgsize = 10 }, old;
	struct sigevent event = { .sigev_notify = SIGEV_NONE };
	struct timespec zero = { 0, 0 };
	unsigned priority;
	char buffer[10];
	int queue;

	CALL(mq_open, "tests-calls", O_RDWR | O_CREAT, 0600, &attr);
	EXPECT("mq_open(name=\"tests-calls\", oflag=O_RDWR|O_CREAT, mode=0600, attr={mq_flags=0, "
	       "mq_maxmsg=2, mq_msgsize=10, mq_curmsgs=0})");
	queue = rc;
	CALL(mq_open, "nowhere-to-be", O_RDONLY);
	EXPECT("mq_open(name=\"nowhere-to-be\", oflag=O_RDONLY)");
	CALL(mq_unlink, "tests-calls");
	EXPECT("mq_unlink(name=\"tests-calls\")");
	CALL(mq_timedsend, queue, "hello", 5, 7, NULL);
	EXPECT("mq_timedsend(mqdes=%d, msg=\"hello\", len=5, prio=7, timeout=NULL)", queue);
	CALL(mq_timedreceive, queue, buffer, 10, &priority, &zero);
	if (rc == 5)
		EXPECT("mq_timedreceive(mqdes=%d, msg=\"hello\", len=10, prio=[7], "
		       "timeout={tv_sec=0, tv_nsec=0})",
		       queue);
	CALL(mq_timedreceive, 99, buffer, 10, NULL, NULL);
	EXPECT("mq_timedreceive(mqdes=99, msg=%p, len=10, prio=NULL, timeout=NULL)", buffer);
	CALL(mq_notify, queue, &event);
	EXPECT("mq_notify(mqdes=%d, sevp={sigev_signo=0, sigev_notify=SIGEV_NONE})", queue);
	CALL(mq_notify, 99, NULL);
	EXPECT("mq_notify(mqdes=99, sevp=NULL)");
	CALL(mq_getsetattr, queue, NULL, &old);
	if (rc == 0)
		EXPECT("mq_getsetattr(mqdes=%d, newattr=NULL, oldattr={mq_flags=0, mq_maxmsg=2, "
		       "mq_msgsize=10, mq_curmsgs=0})",
		       queue);
	attr.mq_flags = O_NONBLOCK;
	CALL(mq_getsetattr, 99, &attr, fault);
	EXPECT("mq_getsetattr(mqdes=99, newattr={mq_flags=O_NONBLOCK, mq_maxmsg=2, mq_msgsize=10, "
	       "mq_curmsgs=0}, oldattr=%p)",
	       fault);
}

static void futexes(void)
{
	static int word = 5, other;
	struct timespec soon = { 0, 1000 };
	struct futex_waitv waiters[2] = {
		{ 5, (uintptr_t)&other, FUTEX_32 | FUTEX_PRIVATE_FLAG, 0 }, { 6, 0, 0x10, 0 }
	};

	CALL(futex, &word, FUTEX_WAIT_PRIVATE, 6, NULL);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAIT_PRIVATE, val=6, timeout=NULL)", &word);
	CALL(futex, &word, FUTEX_WAIT, 5, &soon);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAIT, val=5, timeout={tv_sec=0, tv_nsec=1000})", &word);
	CALL(futex, &word, FUTEX_WAKE_PRIVATE, 1);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAKE_PRIVATE, val=1)", &word);
	CALL(futex, &word, FUTEX_REQUEUE, 1, 2, &other);
	EXPECT("futex(uaddr=%p, op=FUTEX_REQUEUE, val=1, val2=2, uaddr2=%p)", &word, &other);
	CALL(futex, &word, FUTEX_CMP_REQUEUE_PRIVATE, 1, 2, &other, 5);
	EXPECT("futex(uaddr=%p, op=FUTEX_CMP_REQUEUE_PRIVATE, val=1, val2=2, uaddr2=%p, val3=5)",
	       &word, &other);
	CALL(futex, &word, FUTEX_WAKE_OP, 1, 2, &other,
	     FUTEX_OP(FUTEX_OP_ADD, 3, FUTEX_OP_CMP_GT, 4));
	EXPECT("futex(uaddr=%p, op=FUTEX_WAKE_OP, val=1, val2=2, uaddr2=%p, "
	       "val3=FUTEX_OP_ADD<<28|0x3<<12|FUTEX_OP_CMP_GT<<24|0x4)",
	       &word, &other);
	CALL(futex, &word, FUTEX_WAKE_OP, 1, 2, &other, 0xd700f00fU);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAKE_OP, val=1, val2=2, uaddr2=%p, "
	       "val3=FUTEX_OP_OPARG_SHIFT<<28|0x5<<28 /* FUTEX_OP_??? */|0xf<<12|0x7<<24 /* "
	       "FUTEX_OP_CMP_??? */|0xf)",
	       &word, &other);
	CALL(futex, 0x1001, FUTEX_LOCK_PI, 77, &soon);
	EXPECT("futex(uaddr=0x1001, op=FUTEX_LOCK_PI, timeout={tv_sec=0, tv_nsec=1000})");
	CALL(futex, 0x1001, FUTEX_UNLOCK_PI);
	EXPECT("futex(uaddr=0x1001, op=FUTEX_UNLOCK_PI)");
	CALL(futex, &word, FUTEX_WAIT_BITSET_PRIVATE | FUTEX_CLOCK_REALTIME, 6, NULL, NULL, -1);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAIT_BITSET_PRIVATE|FUTEX_CLOCK_REALTIME, val=6, "
	       "timeout=NULL, val3=FUTEX_BITSET_MATCH_ANY)",
	       &word);
	CALL(futex, &word, FUTEX_WAKE_BITSET, 1, NULL, NULL, 0x11);
	EXPECT("futex(uaddr=%p, op=FUTEX_WAKE_BITSET, val=1, val3=0x11)", &word);
	CALL(futex, 0x1001, FUTEX_WAIT_REQUEUE_PI, 1, fault, &other);
	EXPECT("futex(uaddr=0x1001, op=FUTEX_WAIT_REQUEUE_PI, val=1, timeout=%p, uaddr2=%p)", fault,
	       &other);
	CALL(futex, &word, 77, 1, 2, 3, 4);
	EXPECT("futex(uaddr=%p, op=0x4d /* FUTEX_??? */, val=1, timeout=0x2, uaddr2=0x3, val3=0x4)",
	       &word);
	CALL(futex_waitv, waiters, 2, 0x10, &soon, CLOCK_MONOTONIC);
	EXPECT("futex_waitv(waiters=[{val=0x5, uaddr=%p, flags=FUTEX_32|FUTEX_PRIVATE_FLAG}, "
	       "{val=0x6, uaddr=NULL, flags=0x10 /* FUTEX_??? */}], nr_futexes=2, flags=0x10, "
	       "timeout={tv_sec=0, tv_nsec=1000}, clockid=CLOCK_MONOTONIC)",
	       &other);
	CALL(futex_wake, &word, 0xffffffffUL, 1, 0x82);
	NOT_AS_STRACE("newer");
	EXPECT("futex_wake(uaddr=%p, mask=FUTEX_BITSET_MATCH_ANY, nr=1, "
	       "flags=FUTEX2_SIZE_U32|FUTEX2_PRIVATE)",
	       &word);
	CALL(futex_wait, &word, 6, 0x100000000UL, 2, NULL, CLOCK_REALTIME);
	NOT_AS_STRACE("newer");
	EXPECT("futex_wait(uaddr=%p, val=6, mask=0x100000000, flags=FUTEX2_SIZE_U32, timeout=NULL, "
	       "clockid=CLOCK_REALTIME)",
	       &word);
	CALL(futex_requeue, waiters, 0x10, 1, -1);
	NOT_AS_STRACE("newer");
	EXPECT("futex_requeue(waiters=[{val=0x5, uaddr=%p, flags=%s}, {val=0x6, uaddr=NULL, "
	       "flags=0x10 /* FUTEX_??? */}], flags=0x10, nr_wake=1, nr_requeue=-1)",
	       &other, "FUTEX_32|FUTEX_PRIVATE_FLAG");
}

static void scheduling(void)
{
	struct {
		unsigned size, policy;
		uint64_t flags;
		int nice;
		unsigned priority;
		uint64_t runtime, deadline, period;
		unsigned min, max;
	} attr = { 0 };
	struct sched_param param = { 5 };
	struct timespec interval;
	uint64_t cpus[16] = { 0 }, set = 3;
	char *list = text("%s", "");

	CALL(sched_yield);
	EXPECT("sched_yield()");
	CALL(sched_getparam, 0, &param);
	EXPECT("sched_getparam(pid=0, param=[0])");
	param.sched_priority = 5;
	CALL(sched_setparam, -1, &param);
	EXPECT("sched_setparam(pid=-1, param=[5])");
	CALL(sched_setscheduler, -1, SCHED_FIFO | 0x40000000, &param);
	EXPECT("sched_setscheduler(pid=-1, policy=%s, param=[5])", "0x40000001 /* SCHED_??? */");
	CALL(sched_setscheduler, -1, 77, fault);
	EXPECT("sched_setscheduler(pid=-1, policy=0x4d /* SCHED_??? */, param=%p)", fault);
	CALL(sched_getscheduler, 0);
	EXPECT_AS("0 (SCHED_OTHER)", "sched_getscheduler(pid=0)");
	CALL(sched_getscheduler, -1);
	EXPECT("sched_getscheduler(pid=-1)");
	CALL(sched_get_priority_max, SCHED_RR);
	EXPECT("sched_get_priority_max(policy=SCHED_RR)");
	CALL(sched_get_priority_min, 77);
	EXPECT("sched_get_priority_min(policy=0x4d /* SCHED_??? */)");
	CALL(sched_rr_get_interval, 0, &interval);
	EXPECT("sched_rr_get_interval(pid=0, tp={tv_sec=%ld, tv_nsec=%ld})", interval.tv_sec,
	       interval.tv_nsec);
	CALL(sched_getaffinity, 0, sizeof(cpus), cpus);
	for (int i = 0; i < 1024; i++)
		if (cpus[i / 64] >> i % 64 & 1)
			list = text("%s%s%d", list, *list ? " " : "", i);
	EXPECT("sched_getaffinity(pid=0, cpusetsize=128, mask=[%s])", list);
	CALL(sched_setaffinity, -1, 8, &set);
	EXPECT("sched_setaffinity(pid=-1, cpusetsize=8, mask=[0 1])");
	CALL(sched_setaffinity, -1, 8, fault);
	EXPECT("sched_setaffinity(pid=-1, cpusetsize=8, mask=%p)", fault);
	attr.size = sizeof(attr);
	attr.policy = 6;
	attr.flags = 0x7;
	attr.nice = -5;
	attr.runtime = 1, attr.deadline = 2, attr.period = 3, attr.min = 4, attr.max = 5;
	CALL(sched_setattr, -1, &attr, 0);
	EXPECT("sched_setattr(pid=-1, attr={size=56, sched_policy=SCHED_DEADLINE, "
	       "sched_flags=SCHED_FLAG_RESET_ON_FORK|SCHED_FLAG_RECLAIM|"
	       "SCHED_FLAG_DL_OVERRUN, sched_nice=-5, sched_priority=0, sched_runtime=1, "
	       "sched_deadline=2, sched_period=3, sched_util_min=4, "
	       "sched_util_max=5}, flags=0)");
	attr.size = 48;
	CALL(sched_setattr, -1, &attr, 5);
	EXPECT("sched_setattr(pid=-1, attr={size=48, sched_policy=SCHED_DEADLINE, "
	       "sched_flags=SCHED_FLAG_RESET_ON_FORK|SCHED_FLAG_RECLAIM|"
	       "SCHED_FLAG_DL_OVERRUN, sched_nice=-5, sched_priority=0, sched_runtime=1, "
	       "sched_deadline=2, sched_period=3}, flags=5)");
	attr.size = 4;
	CALL(sched_setattr, -1, &attr, 0);
	EXPECT("sched_setattr(pid=-1, attr={size=4}, flags=0)");
	CALL(sched_getattr, 0, &attr, 48, 0);
	EXPECT("sched_getattr(pid=0, attr={size=48, sched_policy=SCHED_OTHER, sched_flags=0, "
	       "sched_nice=%d, sched_priority=0, sched_runtime=%lu, "
	       "sched_deadline=0, sched_period=0}, size=48, flags=0)",
	       attr.nice, attr.runtime);
	CALL(sched_getattr, -1, &attr, 56, 0);
	EXPECT("sched_getattr(pid=-1, attr=%p, size=56, flags=0)", &attr);
	CALL(membarrier, 0, 0);
	{
		const char *note =
			text(" (%s)",
			     bits(rc, "MEMBARRIER_CMD_GLOBAL", 1, "MEMBARRIER_CMD_GLOBAL_EXPEDITED",
				  2, "MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED", 4,
				  "MEMBARRIER_CMD_PRIVATE_EXPEDITED", 8,
				  "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED", 16,
				  "MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE", 32,
				  "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE", 64,
				  "MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ", 128,
				  "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ", 256,
				  "MEMBARRIER_CMD_GET_REGISTRATIONS", 512, NULL));

		NOT_AS_STRACE("newer commands");
		EXPECT_AS(text("%#lx%s", rc, note),
			  "membarrier(cmd=MEMBARRIER_CMD_QUERY, flags=0)");
	}
	CALL(membarrier, 0x4000, 1, 5);
	EXPECT("membarrier(cmd=0x4000 /* MEMBARRIER_CMD_??? */, flags=MEMBARRIER_CMD_FLAG_CPU, "
	       "cpu_id=5)");
}

static void threads(void)
{
	void *head;
	size_t size;

	CALL(set_tid_address, 0x1000);
	EXPECT("set_tid_address(tidptr=0x1000)");
	CALL(get_robust_list, 0, &head, &size);
	EXPECT("get_robust_list(pid=0, head_ptr=[%s], len_ptr=[%zu])", ptr(head), size);
	CALL(get_robust_list, -1, &head, NULL);
	EXPECT("get_robust_list(pid=-1, head_ptr=%p, len_ptr=NULL)", &head);
	CALL(set_robust_list, 0x1000, 5);
	EXPECT("set_robust_list(head=0x1000, len=5)");
	CALL(rseq, 0x1000, 31, 2, 0x53053053);
	EXPECT("rseq(rseq=0x1000, rseq_len=0x1f, flags=0x2, sig=0x53053053)");
}

int main(int argc, char **argv)
{
	begin(argc, argv);
	memory();
	semaphores();
	queues();
	posix();
	futexes();
	scheduling();
	threads();
	return 0;
}
