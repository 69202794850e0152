#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: node
# timeout: 120
cat >main.js <<'END'
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const http = require("http");
const { Worker, isMainThread, parentPort, workerData } = require("worker_threads");

if (!isMainThread) {
	parentPort.postMessage(workerData * 2);
} else {
	(async () => {
		fs.writeFileSync("file", "x".repeat(100000));
		console.log((await fs.promises.readFile("file")).length);
		console.log(execFileSync("echo", ["a child"]).toString());
		const child = spawn("cat");
		child.stdin.end("through cat\n");
		child.stdout.pipe(process.stdout);
		console.log("status", await new Promise(done => child.on("close", done)));
		const sleeper = spawn("sleep", ["1000"]);
		sleeper.kill("SIGTERM");
		console.log("signal", await new Promise(done => sleeper.on("close", (code, signal) => done(signal))));
		const doubled = await Promise.all([1, 2, 3, 4].map(n => new Promise(done =>
			new Worker(__filename, { workerData: n }).on("message", done))));
		console.log(doubled);
		const server = http.createServer((request, response) => response.end("served " + request.url));
		await new Promise(done => server.listen(0, "127.0.0.1", done));
		const port = server.address().port;
		for (let i = 0; i < 5; i++)
			console.log(await new Promise(done => http.get({ port, host: "127.0.0.1", path: "/" + i, agent: false },
				response => response.on("data", data => done(data.toString())))));
		server.close();
		const late = await new Promise(done => setTimeout(() => done("timer"), 10));
		console.log(late);
		process.on("SIGUSR2", () => { console.log("handler"); process.exit(13); });
		process.kill(process.pid, "SIGUSR2");
		setInterval(() => {}, 1000);
	})();
}
END
node main.js
echo "status $?"
