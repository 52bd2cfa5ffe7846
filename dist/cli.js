#!/usr/bin/env node
// src/cli.ts
/**
* Entry of the command line. It only looks at the Node version and then loads the rest, so that an old Node
* says what it needs instead of failing on syntax or on a missing built-in.
*/
const NEEDED = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || major === NEEDED[0] && minor < NEEDED[1]) {
	process.stderr.write(`benchgate needs Node ${NEEDED.join(".")} or newer, and this is ${process.version}: install a newer one, or try \`npx -p node@24 -p benchgate benchgate …\`\n`);
	process.exitCode = 2;
} else {
	process.on("SIGUSR1", () => {});
	for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
	const { main } = await import("./cli-main.js");
	const entry = import.meta.url;
	const workerFile = new URL(entry.endsWith(".ts") ? "./worker.ts" : "./worker.js", entry);
	process.exitCode = await main(process.argv.slice(2), {
		workerFile: workerFile.href,
		demoFiles: new URL("./demo/", entry),
		package: new URL("../", entry)
	});
}

export {  };