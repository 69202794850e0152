#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: perl
exec perl - <<'END'
use strict;
use warnings;
use IO::Socket::INET;
use POSIX qw(:sys_wait_h);

$| = 1;
print map { $_ * 2, "\n" } 1 .. 3;
print `echo from backticks`;
system("exit 5");
print $? >> 8, "\n";
my $pid = fork;
if (!$pid) { sleep 1000 while 1; }
kill "TERM", $pid;
waitpid $pid, 0;
print WIFSIGNALED($?) ? WTERMSIG($?) : "not killed", "\n";
open my $pipe, "-|", "seq 1 5" or die;
print "read $_" while <$pipe>;
close $pipe;
my $server = IO::Socket::INET->new(Listen => 5, LocalAddr => "127.0.0.1") or die;
if (!($pid = fork)) {
	my $client = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $server->sockport);
	print $client "over the loopback\n";
	exit 0;
}
print $server->accept->getline;
waitpid $pid, 0;
local $SIG{ALRM} = sub { die "alarm\n" };
eval { alarm 1; sleep 1000; };
print $@;
opendir my $dir, "/usr/include/linux" or die;
print join(" ", sort grep { /^a/ } readdir $dir), "\n";
die "with a message\n";
END
