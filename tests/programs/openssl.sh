#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: openssl
# timeout: 120
openssl version | cut -d ' ' -f 1
seq 1 100000 >text
openssl dgst -sha256 text
openssl enc -aes-256-cbc -pbkdf2 -k password -in text -out text.enc
openssl enc -d -aes-256-cbc -pbkdf2 -k password -in text.enc | cmp - text && echo decrypted
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -quiet -out key 2>/dev/null
openssl req -x509 -key key -subj /CN=localhost -days 10 -out cert
openssl x509 -in cert -noout -subject
openssl dgst -sha256 -sign key -out signature text
openssl pkey -in key -pubout -out public
openssl dgst -sha256 -verify public -signature signature text
openssl verify -CAfile cert cert
