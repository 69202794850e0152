#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: curl python3
mkdir www
seq 1 50000 >www/file
mkfifo port
python3 -c '
import functools, http.server, os
class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory="www"))
with open("port", "w") as port:
    print(server.server_address[1], file=port)
server.serve_forever()' &
server=$!
# shellcheck disable=SC2094 # the server writes it
read -r port <port
curl -s "http://127.0.0.1:$port/file" | cksum
curl -s -o /dev/null -w '%{http_code} %{size_download}\n' "http://127.0.0.1:$port/file"
curl -s -f "http://127.0.0.1:$port/missing"
echo "status $?"
curl -s --parallel "http://127.0.0.1:$port/file?[1-5]" 2>/dev/null | wc
kill $server
wait $server 2>/dev/null
echo "server $?"
curl -s "http://127.0.0.1:1/"
echo "status $?"
