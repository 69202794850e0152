#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
# trace: epoll_wait\(|epoll_pwait2?\(
exec python3 - <<'END'
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def ask(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"line %d\n" % number)
    answer = await reader.readline()
    writer.close()
    return answer


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await asyncio.gather(*(ask(port, i) for i in range(20))))
    server.close()
    process = await asyncio.create_subprocess_exec("tr", "a-z", "b-za", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"some text\n"))
    print(await asyncio.gather(*(asyncio.sleep(0.01 * i, i) for i in range(5))))
    print(await asyncio.get_running_loop().run_in_executor(None, sum, range(100)))
    try:
        await asyncio.wait_for(asyncio.sleep(1000), 0.01)
    except asyncio.TimeoutError:
        print("timeout")


asyncio.run(main())
END
