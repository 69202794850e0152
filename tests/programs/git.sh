#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: git
# timeout: 120
export GIT_AUTHOR_DATE='2000-01-01T00:00:00Z' GIT_COMMITTER_DATE='2000-01-01T00:00:00Z'
git config --global user.name tester
git config --global user.email tester@localhost
git config --global init.defaultBranch main
git init -q repo
cd repo || exit 1
for i in 1 2 3 4 5; do
	seq $i 100 >file$i
	git add file$i
	git commit -qm "commit $i"
done
git log --oneline
git checkout -qb side HEAD~2
echo change >>file1
git commit -qam 'on the side'
git checkout -q main
git merge -m merged side
git log --oneline --graph
git diff --stat HEAD~1
git tag -am tag v1
git rebase -q main side
git stash list
git grep -c 99
git gc -q
git fsck --no-progress
git count-objects
cd ..
git clone -q repo copy
git -C copy log --format=%H -1
git -C copy fetch -q origin
git -C copy bundle create -q ../bundle main
git bundle verify -q bundle && echo verified
git -C repo no-such-command
