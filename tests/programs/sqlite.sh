#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: sqlite3
sqlite3 db <<'END'
pragma journal_mode = wal;
create table t(id integer primary key, name text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
insert into t select i, 'name ' || i from n;
create index by_name on t(name);
begin;
update t set name = upper(name) where id % 7 = 0;
rollback;
select count(*), sum(id), max(name) from t;
END
for i in 1 2 3 4; do
	sqlite3 -cmd '.timeout 20000' db "insert into t(name) values ('by $i')" &
done
wait
sqlite3 db 'select count(*) from t; vacuum; pragma integrity_check; select * from missing'
echo "status $?"
