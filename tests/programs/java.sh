#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: java
# timeout: 180
# trace: execve\("[^"]*java"
java -version >/dev/null 2>&1
echo "status $?"
java -Xint -XX:+UseSerialGC -Xmx64m -XshowSettings:locale -version 2>&1 | grep 'default locale'
# Work with threads, files and cryptography.
keytool=$(dirname "$(readlink -f "$(command -v java)")")/keytool
"$keytool" -genkeypair -keystore store -storepass password -alias one -keyalg EC -dname CN=one \
	-keypass password >/dev/null 2>&1
echo "status $?"
"$keytool" -list -keystore store -storepass password | grep -c '^one, '
"$keytool" -delete -keystore store -storepass password -alias two
echo "status $?"
java No.Such.Class 2>&1 | head -n 1
