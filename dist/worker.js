import Module, { SourceMap, createRequire, findSourceMap, registerHooks } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) {
		__defProp(target, name, {
			get: all[name],
			enumerable: true
		});
	}
	if (!no_symbols) {
		__defProp(target, Symbol.toStringTag, { value: "Module" });
	}
	return target;
};

// src/worker/builtins.ts
/**
* What the worker needs of Node's large modules. With an import statement Node would read every export of
* theirs, and so load promises and streams that a measuring process may never need: 3 ms for each of the two.
*/
const { readFileSync, writeSync } = process.getBuiltinModule("node:fs");
const { getCallSites } = process.getBuiltinModule("node:util");

// src/worker/describe-thrown.ts
const LOAD_WITH_TSX = "load the suite with tsx: measure.node-args: [\"--import\", \"tsx\"]";
/** A sentence about what was thrown, which may be any value. */
function describeThrown(thrown) {
	try {
		if (thrown instanceof Error) return describeError(thrown);
		return typeof thrown === "object" && thrown !== null ? `threw ${JSON.stringify(thrown)}` : `threw ${String(thrown)}`;
	} catch {
		return "threw something that cannot be printed";
	}
}
/** The code by which Node names what is wrong; null where it has none. */
function codeOf(thrown) {
	const code = thrown instanceof Error ? thrown.code : null;
	return typeof code === "string" ? code : null;
}
function describeError(error) {
	const message = error.message || error.name;
	switch (codeOf(error)) {
		case "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX": return `${message.replace(/\.$/, "")}; ${LOAD_WITH_TSX}`;
		case "ERR_UNKNOWN_FILE_EXTENSION": return /"\.[jt]sx"/.test(message) ? `${inProject(message)}; ${LOAD_WITH_TSX}` : inProject(message);
		case "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING": return `${inProject(message)}; ${LOAD_WITH_TSX}`;
	}
	return message.includes("does not provide an export") && isInTypeScript(error) ? `${message}; if that is a type, write \`import { type … }\`, or ${LOAD_WITH_TSX}` : message;
}
/** Above the stack of an error in a module that it could not load Node writes the place. */
function isInTypeScript({ stack }) {
	return /^\S+\.[cm]?ts:\d+\n/.test(stack ?? "");
}
function inProject(message) {
	return message.replaceAll("file://", "").replaceAll(`${process.cwd()}/`, "");
}

// src/worker/thrown-at.ts
const MAX_FRAMES = 50;
/** `at load (file:///a.js:1:2)`, `at /a.js:1:2`; a syntax error begins with `file:///a.js:1`. */
const FRAME = /(?:^|[( ])(file:\/\/[^()\s]+?|[/\\][^()]+?|[a-z]:[\\/][^()]+?):(\d+)(?::\d+)?\)?$/i;
/**
* The place in the project where something was thrown, as `file:line`; null where its stack names none. The
* path is relative to the project, because the one on disk is that of a checkout that will be gone.
*/
function thrownAt(thrown, project) {
	try {
		const { stack } = thrown;
		if (typeof stack !== "string") return null;
		for (const line of stack.split("\n", MAX_FRAMES)) {
			const [, script, number] = FRAME.exec(line.slice(0, 1e3)) ?? [];
			if (script === void 0) continue;
			const path = relative(project, script.startsWith("file:") ? fileURLToPath(script) : script);
			if (!path.split(sep).includes("..") && !path.split(sep).includes("node_modules")) return `${path.replaceAll(sep, "/")}:${number}`;
		}
	} catch {}
	return null;
}

// src/worker/channel.ts
const CHANNEL = 3;
/** The longest text that the parent process accepts. */
const MAX_TEXT = 2e4;
const RETRY_MS = 2;
const MAX_RETRIES = 2500;
/**
* Sends an event to the parent process. The write is synchronous, so that no event is lost when the next line
* of the suite ends the process. Throws when the parent is gone or does not read for five seconds.
*/
function send(event) {
	let bytes = Buffer.from(`${JSON.stringify(event)}\n`);
	for (let retries = 0; bytes.length > 0;) try {
		bytes = bytes.subarray(writeSync(CHANNEL, bytes));
	} catch (error) {
		if (error.code !== "EAGAIN" || ++retries > MAX_RETRIES) throw error;
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
	}
}
/** Sends what was thrown, which may be any value. `id` is null outside benchmarks. */
function sendThrown(id, thrown) {
	const place = id === null ? thrownAt(thrown, process.cwd()) : null;
	send({
		type: "error",
		id,
		message: describeThrown(thrown).slice(0, MAX_TEXT),
		place,
		code: codeOf(thrown)?.slice(0, MAX_TEXT) ?? null
	});
}

// src/worker/call-site.ts
const CALLER_OF_OUR_CALLER = 2;
/** The call site of the function that calls this one; null for code that is in no file. */
function callSite() {
	const frame = getCallSites(3, { sourceMap: false })[CALLER_OF_OUR_CALLER];
	if (!frame) return null;
	const file = pathOf$1(frame.scriptName);
	if (file === null) return null;
	const generated = {
		file,
		line: frame.lineNumber
	};
	return original(frame.scriptName, generated, frame.columnNumber) ?? generated;
}
/** A place in words: its path from the checkout, and its line. */
function placeOf({ file, line }) {
	return `${relative(process.cwd(), file).split(sep).join("/")}:${line}`;
}
function pathOf$1(script) {
	try {
		if (script.startsWith("file:")) return fileURLToPath(script.replace(/[?#].*$/, ""));
	} catch {
		return null;
	}
	return script.startsWith("/") || /^[a-z]:[\\/]/i.test(script) ? script : null;
}
function original(script, { file, line }, column) {
	const origin = ((process.sourceMapsEnabled ? findSourceMap(script) : void 0) ?? mapOnDisk(file))?.findEntry(line - 1, column - 1);
	if (!origin || !("originalSource" in origin)) return null;
	const source = origin.originalSource;
	return {
		file: pathOf$1(source) ?? resolve(dirname(file), source),
		line: origin.originalLine + 1
	};
}
const maps = /* @__PURE__ */ new Map();
function mapOnDisk(file) {
	if (!maps.has(file)) maps.set(file, readMap(file));
	return maps.get(file) ?? null;
}
function readMap(file) {
	try {
		const reference = [...readFileSync(file, "utf8").matchAll(/^\/\/# sourceMappingURL=(\S+)\s*$/gm)].at(-1)?.[1];
		if (reference === void 0) return null;
		const embedded = /^data:application\/json[^,]*;base64,(.*)$/.exec(reference)?.[1];
		const text = embedded ? Buffer.from(embedded, "base64").toString("utf8") : readFileSync(resolve(dirname(file), decodeURIComponent(reference)), "utf8");
		return new SourceMap(JSON.parse(text));
	} catch {
		return null;
	}
}

// node_modules/mitata/src/lib.mjs
var lib_exports = /* @__PURE__ */ __exportAll({
	$: () => $$1,
	do_not_optimize: () => do_not_optimize,
	fn: () => fn,
	gc: () => gc,
	generator: () => generator,
	iter: () => iter,
	k_batch_samples: () => k_batch_samples,
	k_batch_threshold: () => k_batch_threshold,
	k_batch_unroll: () => 4,
	k_concurrency: () => 1,
	k_max_samples: () => k_max_samples,
	k_min_cpu_time: () => k_min_cpu_time,
	k_min_samples: () => 12,
	k_samples_threshold: () => 12,
	k_warmup_samples: () => 2,
	k_warmup_threshold: () => k_warmup_threshold,
	kind: () => kind,
	measure: () => measure$1,
	now: () => now$1,
	print: () => print$1
});
const AsyncFunction = (async () => {}).constructor;
const GeneratorFunction = (function* () {}).constructor;
const AsyncGeneratorFunction = (async function* () {}).constructor;
function do_not_optimize(v) {
	$$1._ = v;
}
const $$1 = {
	_: null,
	__() {
		return print$1($$1._);
	}
};
async function measure$1(f, ...args) {
	return await {
		fn,
		iter,
		yield: generator,
		[void 0]() {
			throw new TypeError("expected iterator, generator or one-shot function");
		}
	}[kind(f)](f, ...args);
}
async function generator(gen, opts = {}) {
	const g = gen({ get(name) {
		return opts.args?.[name];
	} });
	const n = await g.next();
	let $fn = n.value;
	if (!n.value?.heap && null != n.value?.heap) opts.heap = false;
	opts.concurrency ??= n.value?.concurrency ?? opts.args?.concurrency;
	if (!n.value?.counters && null != n.value?.counters) opts.$counters = false;
	if (n.done || "fn" !== kind($fn)) {
		$fn = n.value?.bench || n.value?.manual;
		if ("fn" !== kind($fn, true)) throw new TypeError("expected benchmarkable yield from generator");
		opts.params ??= {};
		const params = $fn.length;
		opts.manual = !n.value.manual ? false : "manual" !== n.value.budget ? "real" : "manual";
		for (let o = 0; o < params; o++) {
			opts.params[o] = n.value[o];
			if ("fn" !== kind(n.value[o])) throw new TypeError("expected function for benchmark parameter");
		}
	}
	const stats = await fn($fn, opts);
	if (!(await g.next()).done) throw new TypeError("expected generator to yield once");
	return {
		...stats,
		kind: "yield"
	};
}
const print$1 = (() => {
	if (globalThis.console?.log) return globalThis.console.log;
	if (globalThis.print && !globalThis.document) return globalThis.print;
	return () => {
		throw new Error("no print function available");
	};
})();
const gc = (() => {
	try {
		return Bun.gc(true), () => Bun.gc(true);
	} catch {}
	try {
		return globalThis.gc.call, () => globalThis.gc();
	} catch {}
	try {
		return globalThis.__gc(), () => globalThis.__gc();
	} catch {}
	try {
		return globalThis.std.gc(), () => globalThis.std.gc();
	} catch {}
	try {
		return globalThis.$262.gc(), () => globalThis.$262.gc();
	} catch {}
	try {
		return globalThis.tjs.engine.gc.run(), () => globalThis.tjs.engine.gc.run();
	} catch {}
	return Object.assign(globalThis.Graal ? () => new Uint8Array(2 ** 29) : () => new Uint8Array(2 ** 30), { fallback: true });
})();
const now$1 = (() => {
	try {
		Bun.nanoseconds();
		return Bun.nanoseconds;
	} catch {}
	try {
		$$1.agent.monotonicNow();
		return () => 1e6 * $$1.agent.monotonicNow();
	} catch {}
	try {
		$262.agent.monotonicNow();
		return () => 1e6 * $262.agent.monotonicNow();
	} catch {}
	try {
		const now = performance.now.bind(performance);
		now();
		return () => 1e6 * now();
	} catch {
		return () => 1e6 * Date.now();
	}
})();
function kind(fn, _ = false) {
	if (!(fn instanceof Function || fn instanceof AsyncFunction || fn instanceof GeneratorFunction || fn instanceof AsyncGeneratorFunction)) return;
	if (fn instanceof GeneratorFunction || fn instanceof AsyncGeneratorFunction) return "yield";
	if ((_ ? true : 0 === fn.length) && (fn instanceof Function || fn instanceof AsyncFunction)) return "fn";
	if (0 !== fn.length && (fn instanceof Function || fn instanceof AsyncFunction)) return "iter";
}
const k_cpu_time_rescale_heap = 1.1;
const k_cpu_time_rescale_inner_gc = 2;
const k_concurrency = 1;
const k_min_samples = 12;
const k_batch_unroll = 4;
const k_max_samples = 1e9;
const k_warmup_samples = 2;
const k_batch_samples = 4096;
const k_samples_threshold = 12;
const k_batch_threshold = 65536;
const k_min_cpu_time = 642e6;
const k_warmup_threshold = 5e5;
function defaults(opts) {
	opts.gc ??= gc;
	opts.now ??= now$1;
	opts.heap ??= null;
	opts.params ??= {};
	opts.manual ??= false;
	opts.inner_gc ??= false;
	opts.$counters ??= false;
	opts.concurrency ??= 1;
	opts.min_samples ??= 12;
	opts.max_samples ??= k_max_samples;
	opts.min_cpu_time ??= k_min_cpu_time;
	opts.batch_unroll ??= 4;
	opts.batch_samples ??= k_batch_samples;
	opts.warmup_samples ??= 2;
	opts.batch_threshold ??= k_batch_threshold;
	opts.warmup_threshold ??= k_warmup_threshold;
	opts.samples_threshold ??= 12;
	if (opts.heap) opts.min_cpu_time *= k_cpu_time_rescale_heap;
	if (opts.gc && opts.inner_gc) opts.min_cpu_time *= k_cpu_time_rescale_inner_gc;
}
async function fn(fn, opts = {}) {
	defaults(opts);
	let async = false;
	let batch = false;
	const params = Object.keys(opts.params);
	warmup: {
		const $p = new Array(params.length);
		for (let o = 0; o < params.length; o++) $p[o] = await opts.params[o]();
		const t0 = now$1();
		const r = fn(...$p);
		let t1 = now$1();
		if (async = r instanceof Promise) await r, t1 = now$1();
		if (t1 - t0 <= opts.warmup_threshold) for (let o = 0; o < opts.warmup_samples; o++) {
			for (let oo = 0; oo < params.length; oo++) $p[oo] = await opts.params[oo]();
			const t0 = now$1();
			await fn(...$p);
			if (batch = now$1() - t0 <= opts.batch_threshold) break;
		}
	}
	if (opts.manual) {
		batch = false;
		opts.concurrency = 1;
	}
	const loop = new AsyncFunction("$fn", "$gc", "$now", "$heap", "$params", "$counters", `
    ${!opts.$counters ? "" : "let _hc = false;"}
    ${!opts.$counters ? "" : "try { $counters.init(); _hc = true; } catch {}"}

    let _ = 0; let t = 0;
    let samples = [];
    ${!opts.heap ? "" : "const heap = { _: 0, total: 0, min: Infinity, max: -Infinity };"}
    ${!(opts.gc && opts.inner_gc && !opts.gc.fallback) ? "" : "const gc = { total: 0, min: Infinity, max: -Infinity };"}

    ${!params.length ? "" : Array.from({ length: params.length }, (_, o) => `
      ${Array.from({ length: opts.concurrency }, (_, c) => `
        let param_${o}_${c} = ${!batch ? "null" : `new Array(${opts.batch_samples})`};
      `.trim()).join(" ")}
    `.trim()).join("\n")}

    ${!opts.gc ? "" : `$gc();`}

    for (; _ < ${opts.max_samples}; _++) {
      if (_ >= ${opts.min_samples} && t >= ${opts.min_cpu_time}) break;

      ${!params.length ? "" : `
        ${!batch ? `
          ${Array.from({ length: params.length }, (_, o) => `
            ${Array.from({ length: opts.concurrency }, (_, c) => `
              if ((param_${o}_${c} = $params[${o}]()) instanceof Promise) param_${o}_${c} = await param_${o}_${c};
            `.trim()).join(" ")}
          `.trim()).join("\n")}
        ` : `
          for (let o = 0; o < ${opts.batch_samples}; o++) {
            ${Array.from({ length: params.length }, (_, o) => `
              ${Array.from({ length: opts.concurrency }, (_, c) => `
                if ((param_${o}_${c}[o] = $params[${o}]()) instanceof Promise) param_${o}_${c}[o] = await param_${o}_${c}[o];
              `.trim()).join(" ")}
            `.trim()).join("\n")}
          }
        `}
      `}

      ${!(opts.gc && opts.inner_gc) ? "" : `
        igc: {
          const t0 = $now();
          $gc(); t += $now() - t0;
        }
      `}

      ${!opts.manual ? "" : "let t2 = 0;"}
      ${!opts.heap ? "" : "const h0 = $heap();"}
      ${!opts.$counters ? "" : "if (_hc) try { $counters.before(); } catch {};"} const t0 = $now();

      ${!batch ? `
        ${!async ? "" : 1 >= opts.concurrency ? "" : "await Promise.all(["}
          ${Array.from({ length: opts.concurrency }, (_, c) => `
            ${!opts.manual ? "" : "t2 +="} ${!async ? "" : 1 < opts.concurrency ? "" : "await"} ${(!params.length ? `
              $fn()
            ` : `
              $fn(${Array.from({ length: params.length }, (_, o) => `param_${o}_${c}`).join(", ")})
            `).trim()}${!async ? ";" : 1 < opts.concurrency ? "," : ";"}
          `.trim()).join("\n")}
        ${!async ? "" : 1 >= opts.concurrency ? "" : `]);`}
      ` : `
        for (let o = 0; o < ${opts.batch_samples / opts.batch_unroll | 0}; o++) {
          ${!params.length ? "" : `const param_offset = o * ${opts.batch_unroll};`}

          ${Array.from({ length: opts.batch_unroll }, (_, u) => `
            ${!async ? "" : 1 >= opts.concurrency ? "" : "await Promise.all(["}
              ${Array.from({ length: opts.concurrency }, (_, c) => `
                ${!async ? "" : 1 < opts.concurrency ? "" : "await"} ${(!params.length ? `
                  $fn()
                ` : `
                  $fn(${Array.from({ length: params.length }, (_, o) => `param_${o}_${c}[${u === 0 ? "" : `${u} + `}param_offset]`).join(", ")})
                `).trim()}${!async ? ";" : 1 < opts.concurrency ? "," : ";"}
              `.trim()).join(" ")}
            ${!async ? "" : 1 >= opts.concurrency ? "" : "]);"}
          `.trim()).join("\n")}
        }
      `}

      const t1 = $now();
      ${!opts.$counters ? "" : "if (_hc) try { $counters.after(); } catch {};"}

      ${!opts.heap ? "" : `
        heap: {
          const t0 = $now();
          const h1 = ($heap() - h0) ${!batch ? "" : `/ ${opts.batch_samples}`}; t += $now() - t0;

          if (0 <= h1) {
            heap._++;
            heap.total += h1;
            heap.min = Math.min(h1, heap.min);
            heap.max = Math.max(h1, heap.max);
          }
        }
      `}

      ${!(opts.gc && opts.inner_gc && !opts.gc.fallback) ? "" : `
        igc: {
          const t0 = $now();
          $gc(); const t1 = $now() - t0;

          t += t1;
          gc.total += t1;
          gc.min = Math.min(t1, gc.min);
          gc.max = Math.max(t1, gc.max);
        }
      `};

      const diff = ${opts.manual ? "t2" : "t1 - t0"};
      t += ${"manual" === opts.manual ? "t2" : "t1 - t0"};
      samples[_] = diff ${!batch ? "" : `/ ${opts.batch_samples}`};
    }

    samples.length = _;
    samples.sort((a, b) => a - b);
    if (samples.length > ${opts.samples_threshold}) samples = samples.slice(2, -2);

    return {
      samples,
      min: samples[0],
      max: samples[samples.length - 1],
      p25: samples[(.25 * (samples.length - 1)) | 0],
      p50: samples[(.50 * (samples.length - 1)) | 0],
      p75: samples[(.75 * (samples.length - 1)) | 0],
      p99: samples[(.99 * (samples.length - 1)) | 0],
      p999: samples[(.999 * (samples.length - 1)) | 0],
      avg: samples.reduce((a, v) => a + v, 0) / samples.length,
      ticks: samples.length ${!batch ? "" : `* ${opts.batch_samples}`},
      ${!opts.heap ? "" : "heap: { ...heap, avg: heap.total / heap._ },"}
      ${!(opts.gc && opts.inner_gc && !opts.gc.fallback) ? "" : "gc: { ...gc, avg: gc.total / _ },"}
      ${!opts.$counters ? "" : `...(!_hc ? {} : { counters: $counters.translate(${!batch ? 1 : opts.batch_samples}, _) }),`}
    };

    ${!opts.$counters ? "" : "if (_hc) try { $counters.deinit(); } catch {};"}
  `);
	return {
		kind: "fn",
		debug: loop.toString(),
		...await loop(fn, opts.gc, opts.now, opts.heap, opts.params, opts.$counters)
	};
}
async function iter(iter, opts = {}) {
	const _ = {};
	defaults(opts);
	let samples = [];
	const _i = { next() {
		return _.next();
	} };
	const ctx = {
		[Symbol.iterator]() {
			return _i;
		},
		[Symbol.asyncIterator]() {
			return _i;
		},
		get(name) {
			return opts.args?.[name];
		}
	};
	const gen = (function* () {
		let batch = false;
		warmup: {
			const t0 = now$1();
			yield void 0;
			if (now$1() - t0 <= opts.warmup_threshold) for (let o = 0; o < opts.warmup_samples; o++) {
				const t0 = now$1();
				yield void 0;
				if (batch = now$1() - t0 <= opts.batch_threshold) break;
			}
		}
		const loop = new GeneratorFunction("$gc", "$now", "$samples", _.debug = `
      let _ = 0; let t = 0;

      ${!opts.gc ? "" : `$gc();`}

      for (; _ < ${opts.max_samples}; _++) {
        if (_ >= ${opts.min_samples} && t >= ${opts.min_cpu_time}) break;

        ${!(opts.gc && opts.inner_gc) ? "" : `
          let inner_gc_cost = 0;

          igc: {
            const t0 = $now(); $gc();
            inner_gc_cost = $now() - t0;
          }
        `}

        const t0 = $now();
        
        ${!batch ? "yield void 0;" : `
          for (let o = 0; o < ${opts.batch_samples / opts.batch_unroll | 0}; o++) {
            ${new Array(opts.batch_unroll).fill("yield void 0;").join(" ")}
          }
        `}

        const t1 = $now();
        const diff = t1 - t0;

        $samples[_] = diff ${!batch ? "" : `/ ${opts.batch_samples}`};
        t += diff ${!(opts.gc && opts.inner_gc) ? "" : "+ inner_gc_cost"};
      }

      $samples.length = _;
    `)(opts.gc, opts.now, samples);
		_.batch = batch;
		_.next = loop.next.bind(loop);
		yield void 0;
	})();
	await iter((_.next = gen.next.bind(gen), ctx));
	if (samples.length < opts.min_samples) throw new TypeError(`expected at least ${opts.min_samples} samples from iterator`);
	samples.sort((a, b) => a - b);
	if (samples.length > opts.samples_threshold) samples = samples.slice(2, -2);
	return {
		samples,
		kind: "iter",
		debug: _.debug,
		min: samples[0],
		max: samples[samples.length - 1],
		p25: samples[.25 * (samples.length - 1) | 0],
		p50: samples[.5 * (samples.length - 1) | 0],
		p75: samples[.75 * (samples.length - 1) | 0],
		p99: samples[.99 * (samples.length - 1) | 0],
		p999: samples[.999 * (samples.length - 1) | 0],
		avg: samples.reduce((a, v) => a + v, 0) / samples.length,
		ticks: samples.length * (!_.batch ? 1 : opts.batch_samples)
	};
}

// node_modules/mitata/src/main.mjs
let FLAGS = 0;
let $counters = null;
const flags = {
	compact: 1,
	baseline: 2
};
var B = class {
	f = null;
	_args = {};
	_name = "";
	_group = 0;
	_gc = "once";
	flags = FLAGS;
	_highlight = false;
	constructor(name, f) {
		this.f = f;
		this.name(name);
		if (!kind(f)) throw new TypeError("expected iterator, generator or one-shot function");
	}
	name(name, color = false) {
		return this._name = name, this.highlight(color), this;
	}
	gc(gc = "once") {
		if (![
			true,
			false,
			"once",
			"inner"
		].includes(gc)) throw new TypeError("invalid gc type");
		return this._gc = gc, this;
	}
	highlight(color = false) {
		if (!color) return this._highlight = false, this;
		if (!$.colors.includes(color)) throw new TypeError("invalid highlight color");
		return this._highlight = color, this;
	}
	compact(bool = true) {
		if (bool) return this.flags |= flags.compact, this;
		if (!bool) return this.flags &= ~flags.compact, this;
	}
	baseline(bool = true) {
		if (bool) return this.flags |= flags.baseline, this;
		if (!bool) return this.flags &= ~flags.baseline, this;
	}
	range(name, s, e, m = 8) {
		const arr = [];
		for (let o = s; o <= e; o *= m) arr.push(Math.min(o, e));
		if (!arr.includes(e)) arr.push(e);
		return this.args(name, arr);
	}
	dense_range(name, s, e, a = 1) {
		const arr = [];
		for (let o = s; o <= e; o += a) arr.push(o);
		if (!arr.includes(e)) arr.push(e);
		return this.args(name, arr);
	}
	args(name, args) {
		if (name === null) return delete this._args.x, this;
		if (Array.isArray(name)) return this._args.x = name, this;
		if (null === args && "string" === typeof name) return delete this._args[name], this;
		if (Array.isArray(args) && "string" === typeof name) return this._args[name] = args, this;
		if (null !== name && "object" === typeof name) {
			for (const key in name) {
				const v = name[key];
				if (v == null) delete this._args[key];
				else if (Array.isArray(v)) this._args[key] = v;
				else throw new TypeError("invalid arguments map value");
			}
			return this;
		}
		throw new TypeError("invalid arguments");
	}
	*_names() {
		const args = Object.keys(this._args);
		if ((0 === args.length ? "static" : 1 === args.length ? "args" : "multi-args") === "static") yield this._name;
		else {
			const offsets = new Array(args.length).fill(0);
			const runs = args.reduce((len, name) => len * this._args[name].length, 1);
			for (let o = 0; o < runs; o++) {
				{
					const _args = {};
					let _name = this._name;
					for (let oo = 0; oo < args.length; oo++) _args[args[oo]] = this._args[args[oo]][offsets[oo]];
					for (let oo = 0; oo < args.length; oo++) _name = _name.replaceAll(`\$${args[oo]}`, _args[args[oo]]);
					yield _name;
				}
				let offset = 0;
				do
					offsets[offset] = (1 + offsets[offset]) % this._args[args[offset]].length;
				while (0 === offsets[offset++] && offset < args.length);
			}
		}
	}
	async run(thrw = false) {
		const args = Object.keys(this._args);
		const kind = 0 === args.length ? "static" : 1 === args.length ? "args" : "multi-args";
		const tune = {
			$counters,
			inner_gc: "inner" === this._gc,
			gc: !this._gc ? false : void 0,
			heap: await (async () => {
				if (globalThis.Bun) {
					const { memoryUsage } = await import("bun:jsc");
					return () => {
						return memoryUsage().current;
					};
				}
				try {
					const { getHeapStatistics } = await import("node:v8");
					getHeapStatistics();
					return () => {
						const m = getHeapStatistics();
						return m.used_heap_size + m.malloced_memory;
					};
				} catch {}
			})()
		};
		if (kind === "static") {
			let stats, error;
			try {
				stats = await measure$1(this.f, tune);
			} catch (err) {
				error = err;
				if (thrw) throw err;
			}
			return {
				kind,
				args: this._args,
				alias: this._name,
				group: this._group,
				baseline: !!(this.flags & flags.baseline),
				runs: [{
					stats,
					error,
					args: {},
					name: this._name
				}],
				style: {
					highlight: this._highlight,
					compact: !!(this.flags & flags.compact)
				}
			};
		} else {
			const offsets = new Array(args.length).fill(0);
			const runs = new Array(args.reduce((len, name) => len * this._args[name].length, 1));
			for (let o = 0; o < runs.length; o++) {
				{
					let stats, error;
					const _args = {};
					let _name = this._name;
					for (let oo = 0; oo < args.length; oo++) _args[args[oo]] = this._args[args[oo]][offsets[oo]];
					for (let oo = 0; oo < args.length; oo++) _name = _name.replaceAll(`\$${args[oo]}`, _args[args[oo]]);
					try {
						stats = await measure$1(this.f, {
							...tune,
							args: _args
						});
					} catch (err) {
						error = err;
						if (thrw) throw err;
					}
					runs[o] = {
						stats,
						error,
						args: _args,
						name: _name
					};
				}
				let offset = 0;
				do
					offsets[offset] = (1 + offsets[offset]) % this._args[args[offset]].length;
				while (0 === offsets[offset++] && offset < args.length);
			}
			return {
				runs,
				kind,
				args: this._args,
				alias: this._name,
				group: this._group,
				baseline: !!(this.flags & flags.baseline),
				style: {
					highlight: this._highlight,
					compact: !!(this.flags & flags.compact)
				}
			};
		}
	}
};
function compact(f) {
	const old = FLAGS;
	FLAGS |= flags.compact;
	const r = f();
	if (!(r instanceof Promise)) FLAGS = old;
	else return r.then(() => (FLAGS = old, void 0));
}
const $ = {
	bold: "\x1B[1m",
	reset: "\x1B[0m",
	red: "\x1B[31m",
	cyan: "\x1B[36m",
	blue: "\x1B[34m",
	gray: "\x1B[90m",
	white: "\x1B[37m",
	black: "\x1B[30m",
	green: "\x1B[32m",
	yellow: "\x1B[33m",
	magenta: "\x1B[35m",
	colors: [
		"red",
		"cyan",
		"blue",
		"green",
		"yellow",
		"magenta",
		"gray",
		"white",
		"black"
	],
	clamp(m, v, x) {
		return v < m ? m : v > x ? x : v;
	},
	min(arr, s = Infinity) {
		return arr.reduce((x, v) => Math.min(x, v), s);
	},
	max(arr, s = -Infinity) {
		return arr.reduce((x, v) => Math.max(x, v), s);
	},
	str(s, len = 3) {
		if (len >= s.length) return s;
		return `${s.slice(0, len - 2)}..`;
	},
	amount(n) {
		if (Number.isNaN(n)) return "NaN";
		if (n < 1e3) return n.toFixed(2);
		n /= 1e3;
		if (n < 1e3) return `${n.toFixed(2)}k`;
		n /= 1e3;
		if (n < 1e3) return `${n.toFixed(2)}M`;
		n /= 1e3;
		if (n < 1e3) return `${n.toFixed(2)}G`;
		n /= 1e3;
		if (n < 1e3) return `${n.toFixed(2)}T`;
		n /= 1e3;
		return `${n.toFixed(2)}P`;
	},
	bytes(b, pad = true) {
		if (Number.isNaN(b)) return "NaN";
		if (b < 1e3) return `${b.toFixed(2)} ${!pad ? "" : " "}b`;
		b /= 1024;
		if (b < 1e3) return `${b.toFixed(2)} kb`;
		b /= 1024;
		if (b < 1e3) return `${b.toFixed(2)} mb`;
		b /= 1024;
		if (b < 1e3) return `${b.toFixed(2)} gb`;
		b /= 1024;
		if (b < 1e3) return `${b.toFixed(2)} tb`;
		b /= 1024;
		return `${b.toFixed(2)} pb`;
	},
	time(ns) {
		if (ns < 1) return `${(ns * 1e3).toFixed(2)} ps`;
		if (ns < 1e3) return `${ns.toFixed(2)} ns`;
		ns /= 1e3;
		if (ns < 1e3) return `${ns.toFixed(2)} µs`;
		ns /= 1e3;
		if (ns < 1e3) return `${ns.toFixed(2)} ms`;
		ns /= 1e3;
		if (ns < 1e3) return `${ns.toFixed(2)} s`;
		ns /= 60;
		if (ns < 1e3) return `${ns.toFixed(2)} m`;
		ns /= 60;
		return `${ns.toFixed(2)} h`;
	},
	barplot: {
		symbols: {
			bar: "■",
			legend: "┤",
			tl: "┌",
			tr: "┐",
			bl: "└",
			br: "┘"
		},
		ascii(map, key = 8, size = 14, { steps = 0, fmt = $.time, colors = true, symbols = $.barplot.symbols } = {}) {
			const values = Object.values(map);
			const canvas = new Array(2 + values.length).fill("");
			steps += size;
			const min = $.min(values);
			const step = ($.max(values) - min) / steps;
			canvas[0] += " ".repeat(1 + key);
			canvas[0] += symbols.tl + " ".repeat(size) + symbols.tr;
			Object.keys(map).forEach((name, o) => {
				const value = map[name];
				const bars = Math.round((value - min) / step);
				if (colors?.[name]) canvas[o + 1] += colors[name];
				canvas[o + 1] += $.str(name, key).padStart(key);
				if (colors?.[name]) canvas[o + 1] += $.reset;
				canvas[o + 1] += " " + symbols.legend;
				if (colors) canvas[o + 1] += $.gray;
				canvas[o + 1] += symbols.bar.repeat(bars);
				if (colors) canvas[o + 1] += $.reset;
				canvas[o + 1] += " ";
				if (colors) canvas[o + 1] += $.yellow;
				canvas[o + 1] += fmt(value);
				if (colors) canvas[o + 1] += $.reset;
			});
			canvas[canvas.length - 1] += " ".repeat(1 + key);
			canvas[canvas.length - 1] += symbols.bl + " ".repeat(size) + symbols.br;
			return canvas;
		}
	},
	canvas: { braille(width, height) {
		const vwidth = 2 * width;
		const vheight = 4 * height;
		const buffer = new Uint8Array(vwidth * vheight);
		const symbols = [
			10241,
			10242,
			10244,
			10304,
			10248,
			10256,
			10272,
			10368
		];
		return {
			buffer,
			width,
			height,
			vwidth,
			vheight,
			set(x, y, tag = 1) {
				buffer[x + y * vwidth] = tag;
			},
			line(s, e, tag = 1) {
				s.x = Math.round(s.x);
				s.y = Math.round(s.y);
				e.x = Math.round(e.x);
				e.y = Math.round(e.y);
				const dx = Math.abs(e.x - s.x);
				const dy = Math.abs(e.y - s.y);
				let err = dx - dy;
				let x = s.x;
				let y = s.y;
				const sx = s.x < e.x ? 1 : -1;
				const sy = s.y < e.y ? 1 : -1;
				while (true) {
					buffer[x + y * vwidth] = tag;
					if (x === e.x && y === e.y) break;
					const e2 = 2 * err;
					if (e2 < dx) y += sy, err += dx;
					if (e2 > -dy) x += sx, err -= dy;
				}
			},
			toString({ background = false, format = (x, y, s, tag, backgorund) => s } = {}) {
				const canvas = new Array(height).fill("");
				for (let y = 0; y < vheight; y += 4) {
					const y0 = y * vwidth;
					const y1 = y0 + vwidth;
					const y2 = y1 + vwidth;
					const y3 = y2 + vwidth;
					for (let x = 0; x < vwidth; x += 2) {
						let c = 10240;
						if (buffer[x + y0]) c |= symbols[0];
						if (buffer[1 + x + y0]) c |= symbols[4];
						if (buffer[x + y1]) c |= symbols[1];
						if (buffer[1 + x + y1]) c |= symbols[5];
						if (buffer[x + y2]) c |= symbols[2];
						if (buffer[1 + x + y2]) c |= symbols[6];
						if (buffer[x + y3]) c |= symbols[3];
						if (buffer[1 + x + y3]) c |= symbols[7];
						if (c === 10240 && !background) canvas[y / 4] += " ";
						else canvas[y / 4] += format(x / (vwidth - 1), y / (vheight - 1), String.fromCharCode(c), buffer[x + y0] || buffer[1 + x + y0] || buffer[x + y1] || buffer[1 + x + y1] || buffer[x + y2] || buffer[1 + x + y2] || buffer[x + y3] || buffer[1 + x + y3], c === 10240);
					}
				}
				return canvas;
			}
		};
	} },
	lineplot: {
		symbols: {
			tl: "┌",
			tr: "┐",
			bl: "└",
			br: "┘"
		},
		ascii(map, { colors = true, xmin = 0, xmax = 1, ymin = 0, ymax = 1, symbols = $.lineplot.symbols, key = 8, width = 12, height = 12, labels = {
			xmin: null,
			xmax: null,
			ymin: null,
			ymax: null
		} } = {}) {
			const keys = Object.keys(map);
			const _canvas = $.canvas.braille(width, height);
			const xs = (_canvas.vwidth - 1) / (xmax - xmin);
			const ys = (_canvas.vheight - 1) / (ymax - ymin);
			const colorsv = Object.entries(colors).filter(([n]) => !Object.keys(labels).includes(n)).map(([_, v]) => v);
			const acolors = $.colors.filter((n) => !colorsv.includes($[n]));
			keys.forEach((name, k) => {
				const { x: xp, y: yp } = map[name];
				for (let o = 0; o < xp.length - 1; o++) {
					if (null == xp[o] || null == xp[o + 1]) continue;
					if (null == yp[o] || null == yp[o + 1]) continue;
					const s = {
						x: Math.round(xs * (xp[o] - xmin)),
						y: _canvas.vheight - 1 - Math.round(ys * (yp[o] - ymin))
					};
					const e = {
						x: Math.round(xs * (xp[o + 1] - xmin)),
						y: _canvas.vheight - 1 - Math.round(ys * (yp[o + 1] - ymin))
					};
					_canvas.line(s, e, 1 + k);
				}
			});
			const canvas = new Array(2 + _canvas.height).fill("");
			canvas[0] += " ".repeat(1 + key);
			canvas[0] += symbols.tl + " ".repeat(width) + symbols.tr;
			const lines = _canvas.toString({ format(x, y, s, tag) {
				const name = keys[tag - 1];
				if (map[name].format) return map[name].format(x, y, s);
				else if (colors?.[name]) return colors[name] + s + $.reset;
				else return $[acolors[(tag - 1) % acolors.length]] + s + $.reset;
			} });
			const plabels = {
				0: !colors?.ymax ? labels.ymax || "" : colors.ymax + (labels.ymax || "") + $.reset,
				[lines.length - 1]: !colors?.ymin ? labels.ymin || "" : colors.ymin + (labels.ymin || "") + $.reset
			};
			const legends = keys.map((name, k) => {
				if (colors?.[name]) return colors[name] + $.str(name, key).padStart(key) + $.reset;
				else return $[acolors[k % acolors.length]] + $.str(name, key).padStart(key) + $.reset;
			});
			lines.forEach((l, o) => {
				canvas[o + 1] += legends[o] ?? " ".repeat(key);
				canvas[o + 1] += " ".repeat(2) + l + (!plabels[o] ? "" : " " + plabels[o]);
			});
			canvas[canvas.length - 1] += " ".repeat(1 + key);
			canvas[canvas.length - 1] += symbols.bl + " ".repeat(width) + symbols.br;
			if (labels.xmin || labels.xmax) {
				const xmin = labels.xmin || "";
				const xmax = labels.xmax || "";
				const gap = 2 + width - xmin.length;
				canvas.push(" ".repeat(key) + " " + (!colors?.xmin ? xmin : colors.xmin + xmin + $.reset) + (!colors?.xmax ? xmax.padStart(gap) : colors.xmax + xmax.padStart(gap) + $.reset));
			}
			return canvas;
		}
	},
	histogram: {
		symbols: [
			"▁",
			"▂",
			"▃",
			"▄",
			"▅",
			"▆",
			"▇",
			"█"
		],
		bins(stats, size = 6, percentile = 1) {
			const offset = percentile * (stats.samples.length - 1) | 0;
			let min = stats.min;
			const max = stats.samples[offset] || stats.max || 1;
			const steps = new Array(size);
			const bins = new Array(size).fill(0);
			const step = (max - min) / (size - 1);
			if (0 === step) {
				min = 0;
				for (let o = 0; o < size; o++) steps[o] = o * step;
				bins[$.clamp(0, Math.round((stats.avg - min) / step), size - 1)] = 1;
			} else {
				for (let o = 0; o < size; o++) steps[o] = min + o * step;
				for (let o = 0; o <= offset; o++) bins[Math.round((stats.samples[o] - min) / step)]++;
			}
			return {
				min,
				max,
				step,
				bins,
				steps,
				peak: $.max(bins),
				outliers: stats.samples.length - 1 - offset,
				avg: $.clamp(0, Math.round((stats.avg - min) / step), size - 1)
			};
		},
		ascii(_bins, height = 1, { colors = true, symbols = $.histogram.symbols } = {}) {
			const canvas = new Array(height);
			const { avg, peak, bins } = _bins;
			const scale = (height * symbols.length - 1) / peak;
			for (let y = 0; y < height; y++) {
				let l = "";
				if (0 !== avg) {
					if (colors) l += $.cyan;
					for (let o = 0; o < avg; o++) {
						const b = bins[o];
						if (y === 0) l += symbols[$.clamp(0, Math.round(b * scale), symbols.length - 1)];
						else {
							const min = y * symbols.length;
							const max = (y + 1) * symbols.length;
							const offset = Math.round(b * scale) | 0;
							if (min >= offset) l += " ";
							else if (max <= offset) l += symbols[symbols.length - 1];
							else l += symbols[$.clamp(min, offset, max) % symbols.length];
						}
					}
					if (colors) l += $.reset;
				}
				{
					if (colors) l += $.yellow;
					const b = bins[avg];
					if (y === 0) l += symbols[$.clamp(0, Math.round(b * scale), symbols.length - 1)];
					else {
						const min = y * symbols.length;
						const max = (y + 1) * symbols.length;
						const offset = Math.round(b * scale) | 0;
						if (min >= offset) l += " ";
						else if (max <= offset) l += symbols[symbols.length - 1];
						else l += symbols[$.clamp(min, offset, max) % symbols.length];
					}
					if (colors) l += $.reset;
				}
				if (avg != bins.length - 1) {
					if (colors) l += $.magenta;
					for (let o = 1 + avg; o < bins.length; o++) {
						const b = bins[o];
						if (y === 0) l += symbols[$.clamp(0, Math.round(b * scale), symbols.length - 1)];
						else {
							const min = y * symbols.length;
							const max = (y + 1) * symbols.length;
							const offset = Math.round(b * scale) | 0;
							if (min >= offset) l += " ";
							else if (max <= offset) l += symbols[symbols.length - 1];
							else l += symbols[$.clamp(min, offset, max) % symbols.length];
						}
					}
					if (colors) l += $.reset;
				}
				canvas[y] = l;
			}
			return canvas.reverse();
		}
	},
	boxplot: {
		symbols: {
			v: "│",
			h: "─",
			tl: "┌",
			tr: "┐",
			bl: "└",
			br: "┘",
			avg: {
				top: "┬",
				middle: "│",
				bottom: "┴"
			},
			tail: {
				top: "╷",
				bottom: "╵",
				middle: ["├", "┤"]
			}
		},
		ascii(map, key = 8, size = 14, { fmt = $.time, colors = true, symbols = $.boxplot.symbols } = {}) {
			let tmin = Infinity;
			let tmax = -Infinity;
			const keys = Object.keys(map);
			const canvas = new Array(3 + 3 * keys.length).fill("");
			for (const name of keys) {
				const stats = map[name];
				if (tmin > stats.min) tmin = stats.min;
				const max = stats.p99 || stats.max || 1;
				if (max > tmax) tmax = max;
			}
			const steps = 2 + size;
			const step = (tmax - tmin) / (steps - 1);
			canvas[0] += " ".repeat(1 + key);
			canvas[0] += symbols.tl + " ".repeat(size) + symbols.tr;
			keys.forEach((name, o) => {
				o *= 3;
				const stats = map[name];
				const min = stats.min;
				const avg = stats.avg;
				const p25 = stats.p25;
				const p75 = stats.p75;
				const max = stats.p99 || stats.max || 1;
				const min_offset = 1 + Math.min(steps - 1, Math.round((min - tmin) / step));
				const max_offset = 1 + Math.min(steps - 1, Math.round((max - tmin) / step));
				const avg_offset = 1 + Math.min(steps - 1, Math.round((avg - tmin) / step));
				const p25_offset = 1 + Math.min(steps - 1, Math.round((p25 - tmin) / step));
				const p75_offset = 1 + Math.min(steps - 1, Math.round((p75 - tmin) / step));
				const u = new Array(2 + steps).fill(" ");
				const m = new Array(2 + steps).fill(" ");
				const l = new Array(2 + steps).fill(" ");
				u[0] = !colors ? "" : $.cyan;
				m[0] = !colors ? "" : $.cyan;
				l[0] = !colors ? "" : $.cyan;
				if (min_offset < p25_offset) {
					u[min_offset] = symbols.tail.top;
					l[min_offset] = symbols.tail.bottom;
					m[min_offset] = symbols.tail.middle[0];
					for (let o = 1 + min_offset; o < p25_offset; o++) m[o] = symbols.h;
				}
				if (avg_offset > p25_offset) {
					u[p25_offset] = symbols.tl;
					l[p25_offset] = symbols.bl;
					m[p25_offset] = min_offset === p25_offset ? symbols.v : symbols.tail.middle[1];
					for (let o = 1 + p25_offset; o < avg_offset; o++) u[o] = l[o] = symbols.h;
				}
				u[avg_offset] = !colors ? symbols.avg.top : $.reset + $.yellow + symbols.avg.top + $.reset + $.magenta;
				l[avg_offset] = !colors ? symbols.avg.bottom : $.reset + $.yellow + symbols.avg.bottom + $.reset + $.magenta;
				m[avg_offset] = !colors ? symbols.avg.middle : $.reset + $.yellow + symbols.avg.middle + $.reset + $.magenta;
				if (avg_offset < p75_offset) {
					u[p75_offset] = symbols.tr;
					l[p75_offset] = symbols.br;
					m[p75_offset] = max_offset === p75_offset ? symbols.v : symbols.tail.middle[0];
					for (let o = 1 + avg_offset; o < p75_offset; o++) u[o] = l[o] = symbols.h;
				}
				if (max_offset > p75_offset) {
					u[max_offset] = symbols.tail.top;
					l[max_offset] = symbols.tail.bottom;
					m[max_offset] = symbols.tail.middle[1];
					for (let o = 1 + Math.max(avg_offset, p75_offset); o < max_offset; o++) m[o] = symbols.h;
				}
				canvas[o + 1] = " ".repeat(1 + key) + u.join("").trimEnd() + (!colors ? "" : $.reset);
				if (colors?.[name]) canvas[o + 2] += colors[name];
				canvas[o + 2] += $.str(name, key).padStart(key);
				if (colors?.[name]) canvas[o + 2] += $.reset;
				canvas[o + 2] += " " + m.join("").trimEnd() + (!colors ? "" : $.reset);
				canvas[o + 3] = " ".repeat(1 + key) + l.join("").trimEnd() + (!colors ? "" : $.reset);
			});
			canvas[canvas.length - 2] += " ".repeat(1 + key);
			canvas[canvas.length - 2] += symbols.bl + " ".repeat(size) + symbols.br;
			const rmin = fmt(tmin);
			const rmax = fmt(tmax);
			const rmid = fmt((tmin + tmax) / 2);
			const gap = (size - rmin.length - rmid.length - rmax.length) / 2;
			canvas[canvas.length - 1] += " ".repeat(1 + key);
			canvas[canvas.length - 1] += !colors ? rmin : $.cyan + rmin + $.reset;
			canvas[canvas.length - 1] += " ".repeat(1 + gap | 0);
			canvas[canvas.length - 1] += !colors ? rmid : $.gray + rmid + $.reset;
			canvas[canvas.length - 1] += " ".repeat(1 + Math.ceil(gap));
			canvas[canvas.length - 1] += !colors ? rmax : $.magenta + rmax + $.reset;
			return canvas;
		}
	}
};

// src/worker/mitata.ts
/** mitata's measuring loops. Resolves to mitata's own statistics, of which only the kind is used here. */
const measureLoop = measure$1;

// src/worker/benchmark-registry.ts
/** How long run() waits for groups that nobody awaits. */
const MAX_WAIT_MS = 5e3;
let collections = [];
let registrations = [];
let top = topScope();
/** Which group's callback called. Only there while suites that have groups register. */
let scopes = null;
const unsettled = /* @__PURE__ */ new Map();
/** Everything registered since the last run. The arrays grow while they are read. */
function registered() {
	return {
		registrations,
		collections
	};
}
/** Clears the registry: a suite may register benchmarks and run again. */
function clearRegistry() {
	collections = [];
	registrations = [];
	top = topScope();
}
/** mitata's bench(): registers a benchmark and returns it for `.args()`, `.gc()` and the like. */
function bench(nameOrFunction, second) {
	return add("bench", nameOrFunction, second, callSite());
}
/** The form in which mitata 0.1 marks the benchmark that others are compared with. */
function baseline(nameOrFunction, second) {
	return add("baseline", nameOrFunction, second, callSite()).baseline(true);
}
function add(call, nameOrFunction, second, site) {
	const f = typeof nameOrFunction === "function" ? nameOrFunction : second;
	const name = typeof nameOrFunction === "function" ? nameOrFunction.name || "anonymous" : textOf(nameOrFunction, call);
	const trial = new B(name, f);
	const { id, groups } = currentScope().collection;
	trial._group = id;
	registrations.push({
		trial,
		groups,
		site
	});
	return trial;
}
const setName = B.prototype.name;
B.prototype.name = function(name, color) {
	return setName.call(this, textOf(name, "name"), color);
};
/** mitata's group(): benchmarks that belong together, with or without a name. */
function group(name, f) {
	if (typeof name === "function") return collect("g", null, name);
	return collect("g", name == null ? null : textOf(name, "group"), f);
}
const summary = (f) => collect("s", null, f);
const boxplot = (f) => collect("x", null, f);
const barplot = (f) => collect("b", null, f);
const lineplot = (f) => collect("l", null, f);
/**
* Waits until the groups that nobody awaits have registered their benchmarks, and stops following which
* callback calls what: on Node 22 that slows down the promises that a benchmark measures.
*/
async function endOfRegistration() {
	if (scopes === null) return;
	const around = /* @__PURE__ */ new Set();
	for (let scope = currentScope(); scope !== null; scope = scope.outer) around.add(scope);
	const others = [...unsettled].filter(([scope]) => !around.has(scope)).map(([, promise]) => promise);
	if (others.length > 0) {
		let timer;
		const late = new Promise((resolve) => timer = setTimeout(resolve, MAX_WAIT_MS));
		await Promise.race([Promise.all(others), late]).finally(() => clearTimeout(timer));
	}
	scopes?.disable();
	scopes = null;
	unsettled.clear();
}
/**
* A benchmark belongs to the group whose callback called bench(), however many others are open at that time.
* In mitata it is the one that was entered last, which is chance when a group's callback waits and nobody
* awaits the group.
*/
function collect(type, name, f) {
	const outer = currentScope();
	const { collection } = outer;
	const scope = {
		outer,
		collection: nextCollection({
			name: name || collection.name,
			types: [type, ...collection.types],
			groups: name ? [...collection.groups, name] : collection.groups
		})
	};
	const leave = () => void (outer.collection = nextCollection(outer.collection));
	scopes ??= new (process.getBuiltinModule("node:async_hooks")).AsyncLocalStorage();
	const returned = scopes.run(scope, f);
	if (!(returned instanceof Promise)) return leave();
	const settle = () => void unsettled.delete(scope);
	unsettled.set(scope, returned.then(settle, settle));
	return returned.then(leave);
}
const currentScope = () => scopes?.getStore() ?? top;
function topScope() {
	return {
		outer: null,
		collection: nextCollection({
			name: null,
			types: [],
			groups: []
		})
	};
}
function nextCollection(like) {
	const collection = {
		...like,
		id: collections.length
	};
	collections.push(collection);
	return collection;
}
/** A name as text. Objects have none, except for the options of mitata 0.1. */
function textOf(name, call) {
	if (typeof name === "object" && name !== null) {
		const { name: own, summary: _, ...more } = name;
		if (typeof own === "string") return own;
		if (call === "group" && own === void 0 && Object.keys(more).length === 0) return "";
	} else if (typeof name !== "function") return String(name);
	throw new TypeError(`the name that ${call}() gets is no string but ${kindOf(name)}`);
}
function kindOf(value) {
	const name = value.constructor?.name;
	return typeof name === "string" && name !== "Object" && name !== "" ? `an object (${name})` : "an object";
}

// src/worker/main-module.ts
/**
* Watches the main module. The returned function says whether its evaluation is over, its top-level await
* included; first asked once code of the main module has run, it answers in a later turn of the event loop.
*/
function watchMainModule() {
	let main = null;
	let isAsked = false;
	let isOver = false;
	registerHooks({ resolve(specifier, context, next) {
		if (specifier === main?.url && context.parentURL === import.meta.url) return {
			...main,
			shortCircuit: true
		};
		const resolved = next(specifier, context);
		if (context.parentURL === void 0) main ??= resolved;
		return resolved;
	} });
	return () => {
		if (main !== null && !isAsked) {
			isAsked = true;
			const over = () => void (isOver = true);
			import(main.url).then(over, over);
		}
		return isOver;
	};
}

// src/worker/patience.ts
/** For what a suite left behind without awaiting it, such as a server that closes. */
const LEFT_BEHIND_MS = 200;
/** For code that awaits run() in a function, where nothing shows whether it has ended. */
const GRACE_MS = 1e3;
/** For code that may still register benchmarks, call run() or clean up. */
const LATE_MS = 5e3;
/**
* How long a suite is waited for whose event loop stays alive, in ms. Then its process is ended, or its
* benchmarks are run if it has not done so itself. Infinity where it may be on the way to its first benchmark
* or to the next, so that only the parent process may lose patience.
*/
function patienceMs({ isPlanDone, hasRun, isWaiting, mainEnded }) {
	if (!hasRun) return isWaiting && mainEnded !== "not-yet" ? LATE_MS : Infinity;
	switch (mainEnded) {
		case "not-yet": return isPlanDone ? LATE_MS : Infinity;
		case "before-run-returned": return isPlanDone ? GRACE_MS : LATE_MS;
		case "after-run-returned": return isPlanDone ? LEFT_BEHIND_MS : GRACE_MS;
	}
}
/**
* How much of the time between two looks at a suite counts as waiting for it. A process that stands still,
* because the machine is busy or its own code works, is not idle: what is due by then happens only after the
* look. So however long it stood still, it gets most of the patience.
*/
const waitedMs = (betweenMs, patience) => Math.min(betweenMs, patience / 10);

// src/worker/read-plan.ts
/**
* The task of this process. It is not validated, because the parent process wrote it, and validation would
* load zod into every measuring process. Null in processes that inherit `--import` from a measuring process
* without being one.
*/
const plan = takePlan();
function takePlan() {
	const channel = process.env["BENCHGATE_PLAN"];
	if (channel === void 0) return null;
	delete process.env["BENCHGATE_PLAN"];
	return JSON.parse(readFileSync(Number(channel), "utf8"));
}
/** Whether this process should measure a benchmark. */
const isWanted = (id) => wanted?.has(id) ?? true;
const wanted = plan?.only && new Set(plan.only);

// src/errors.ts
/**
* The closed set of mistakes that a user can make or meet, each with its exit code (docs/reference.md).
* Anything else that is thrown is a bug in Benchgate and leaves with code 70.
*/
const EXIT = {
	pass: 0,
	overBudget: 1,
	usage: 2,
	measurement: 3,
	bug: 70
};
const ERROR_CODES = {
	usage: EXIT.usage,
	config: EXIT.usage,
	node: EXIT.usage,
	git: EXIT.usage,
	disk: EXIT.measurement,
	ref: EXIT.usage,
	"no-merge-base": EXIT.usage,
	"first-commit": EXIT.usage,
	"no-suites": EXIT.usage,
	setup: EXIT.measurement,
	dependencies: EXIT.measurement,
	"no-benchmarks": EXIT.measurement,
	"time-limit": EXIT.measurement,
	suite: EXIT.measurement,
	checkouts: EXIT.measurement,
	results: EXIT.usage,
	"no-results": EXIT.measurement,
	github: EXIT.measurement,
	store: EXIT.measurement
};

// src/model/metric.ts
/** Text without control characters and line breaks. */
const ONE_LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
const timed = (id, of, callsNeeded = 0) => ({
	id,
	units: ["ns"],
	better: "lower",
	of,
	callsNeeded
});
const timedTail = (id, callsNeeded, of) => timed(id, ({ tail }) => tail === null || tail.calls < callsNeeded ? null : of(tail), callsNeeded);
const reported = (id, units, better = "lower") => ({
	id,
	units,
	better,
	of: null,
	callsNeeded: 0
});
/**
* The metrics of suites, then those that only tools report. Names and units are listed so that a config file
* can be checked before anything is measured. `time` is the 10th percentile of a process's batch times: of
* the statistics that see a real slowdown it has the least noise, so the gate decides on it.
*/
const METRICS = [
	timed("time", ({ p10 }) => p10),
	timed("time.p50", ({ p50 }) => p50),
	timed("time.p75", ({ p75 }) => p75),
	timedTail("time.p95", 200, ({ p95 }) => p95),
	timedTail("time.p99", 1e3, ({ p99 }) => p99),
	timed("time.min", ({ min }) => min),
	timedTail("time.max", 200, ({ max }) => max),
	timed("time.mean", ({ mean }) => mean),
	{
		...reported("throughput", ["ops/s", "B/s"], "higher"),
		of: ({ p10 }) => 1e9 / p10
	},
	reported("bytes", ["B"]),
	reported("allocs", ["count"]),
	reported("size", ["B"]),
	reported("memory", ["B"]),
	reported("instructions", ["instructions", "count"]),
	reported("cpu-time", ["ns"]),
	reported("error-rate", ["fraction"])
];
const BY_ID = new Map(METRICS.map((metric) => [metric.id, metric]));
/** Names that mean the same whichever tool reports them. */
const USUAL_METRIC_IDS = METRICS.map(({ id }) => id);
const isSuiteMetric = (id) => (BY_ID.get(id)?.of ?? null) !== null;
/** What Benchgate measures of every benchmark of a suite. */
const SUITE_METRIC_IDS = USUAL_METRIC_IDS.filter(isSuiteMetric);
/**
* The word that a budget writes for the first metric that a benchmark reports, which is `time` in every
* suite.
*/
const PRIMARY = "primary";

// src/worker/reported-metrics.ts
const MAX_SHOWN = 60;
let isOpen = false;
const all = /* @__PURE__ */ new Map();
/** The series of the last call, which most often is that of the next call too. */
let latest = null;
/** Problems of the benchmark that belong to no series. */
let namelessProblem = null;
let overflowProblem = null;
let strayProblem = null;
/**
* The function that replaces benchgate's metric() in a suite. A benchmark may call it in every iteration, so
* it updates two numbers a series, never throws, and leaves reporting problems to those who read the metrics.
*/
const metric = (id, value, options) => {
	const series = latest !== null && id === latest.id ? latest : find(id, options);
	if (series === null) return;
	if (options?.unit !== series.unit || options?.better !== series.better) compare(series, options);
	const stretch = series.current;
	if (typeof value === "number" && value >= 0 && value < Infinity) stretch.mean += (value - stretch.mean) / ++stretch.count;
	else stretch.unusable ??= show(value);
};
/** Starts a benchmark, to which everything reported from now on belongs. */
function openMetrics() {
	closeMetrics();
	isOpen = true;
}
/** Called before each sample until the first that counts. Values reported so far are set aside. */
function beginWindow() {
	for (const series of all.values()) {
		const { current, earlier } = series;
		if (isEmpty(current)) continue;
		series.earlier = current;
		series.current = earlier;
		earlier.count = 0;
		earlier.mean = 0;
		earlier.unusable = null;
	}
}
/** What the benchmark reported. It can report nothing more from now on. */
function takeMetrics() {
	isOpen = false;
	const metrics = [];
	const metricProblems = [namelessProblem, overflowProblem].filter((problem) => problem !== null);
	for (const { id, unit, direction, fault, current, earlier } of all.values()) {
		const { mean, unusable } = isEmpty(current) ? earlier : current;
		if (fault !== null) metricProblems.push(fault);
		else if (unusable !== null) metricProblems.push(`metric ${show(id)}: ${unusable} was reported; a value is a finite number, 0 or above`);
		else metrics.push({
			id,
			value: mean,
			unit: typeof unit === "string" ? unit : "",
			better: direction
		});
	}
	return {
		metrics,
		metricProblems
	};
}
/** Ends a benchmark and forgets what it reported. */
function closeMetrics() {
	isOpen = false;
	all.clear();
	latest = null;
	namelessProblem = null;
	overflowProblem = null;
}
/** Problems with calls that belong to no benchmark. */
const strayProblems = () => strayProblem === null ? [] : [strayProblem];
const isEmpty = ({ count, unusable }) => count === 0 && unusable === null;
/** The series of an id, created by its first call; null where the call does not count. */
function find(id, options) {
	const known = typeof id === "string" ? all.get(id) : void 0;
	if (known !== void 0) {
		latest = known;
		return known;
	}
	if (!isOpen) strayProblem ??= `metric ${show(id)} was reported outside any benchmark, or after its last measured call, and counts for none`;
	else if (typeof id !== "string") namelessProblem ??= `metric ${show(id)}: ${ID_RULE}`;
	else if (all.size === 64) overflowProblem ??= `metric ${show(id)} and any after it are left out: a benchmark has at most ${64}`;
	else {
		latest = begin(id, options);
		all.set(id, latest);
		return latest;
	}
	return null;
}
const ID_RULE = `an id is a text of 1 to ${100} characters that can be printed`;
function begin(id, options) {
	const { unit, better } = fieldsOf(options);
	return {
		id,
		unit,
		better,
		direction: isDirection(better) ? better : null,
		fault: faultOf(id, options),
		current: {
			count: 0,
			mean: 0,
			unusable: null
		},
		earlier: {
			count: 0,
			mean: 0,
			unusable: null
		}
	};
}
function fieldsOf(options) {
	return typeof options === "object" && options !== null ? options : {};
}
const isDirection = (better) => better === "lower" || better === "higher";
function faultOf(id, options) {
	const { unit = "", better, ...others } = fieldsOf(options);
	const unknown = Object.keys(others)[0];
	const fault = (problem) => `metric ${show(id)}: ${problem}`;
	if (id === "" || id.length > 100 || !ONE_LINE.test(id)) return fault(ID_RULE);
	if (id === "__proto__") return fault("objects keep this name for themselves; report the value under another one");
	if (isSuiteMetric(id) || id === "primary") return fault("Benchgate uses this name itself; report the value under another one");
	if (options !== void 0 && options !== null && typeof options !== "object") return fault(`its options are an object, such as { unit: 'ms', better: 'lower' }, and not ${show(options)}`);
	if (unknown !== void 0) return fault(`it has the options unit and better, and no ${show(unknown)}`);
	if (typeof unit !== "string" || unit.length > 40 || !ONE_LINE.test(unit)) return fault(`a unit is a text of at most ${40} characters that can be printed, and not ${show(unit)}`);
	if (better !== void 0 && !isDirection(better)) return fault(`better is 'lower' or 'higher', and not ${show(better)}`);
	return null;
}
/**
* Handles a call that differs from the first call of its metric. It may omit the direction, which does not
* change the meaning of a value, but not the unit, which does.
*/
function compare(series, options) {
	const { id } = series;
	const { unit = "", better } = fieldsOf(options);
	const firstUnit = series.unit ?? "";
	if (unit !== firstUnit) series.fault ??= `metric ${show(id)} is reported ${inUnit(firstUnit)} and ${inUnit(unit)}: it needs one unit`;
	if (better === void 0 || better === series.direction) return;
	if (series.direction === null && isDirection(better)) series.direction = better;
	else series.fault ??= `metric ${show(id)} is reported with better: ${show(series.direction)} and with better: ${show(better)}`;
}
const inUnit = (unit) => unit === "" ? "without a unit" : `in ${show(unit)}`;
/** Any value as short text on one line. */
function show(value) {
	if (typeof value === "string") {
		const text = JSON.stringify(value.slice(0, MAX_SHOWN));
		return value.length > MAX_SHOWN ? `${text}…` : text;
	}
	if (typeof value === "bigint") return `the bigint ${String(value).slice(0, MAX_SHOWN)}`;
	if (typeof value === "function") return "a function";
	if (typeof value === "object" && value !== null) return Array.isArray(value) ? "an array" : "an object";
	return String(value).slice(0, MAX_SHOWN);
}

// src/model/benchmark.ts
/** The part of a key that tells the benchmarks of a suite apart. A name that ends like a number gets one. */
const nameText = (name, occurrence) => occurrence === 1 && !/ #\d+$/.test(name) ? name : `${name} #${occurrence}`;
/** One notion of equal for names, rules and stored runs: the composed form of Unicode, and then exact. */
const normalName = (name) => name.normalize("NFC");
/** The number of a name among the equal ones that were counted before it, from 1. */
function nextOccurrence(counts, name) {
	const count = (counts.get(name) ?? 0) + 1;
	counts.set(name, count);
	return count;
}

// src/worker/cases.ts
const MAX_PRINTED_ARGUMENT = 40;
/**
* The cases of one bench() call, in mitata's order (the first argument changes fastest). `$argument` in the
* name is replaced by its value. Where several cases then have one name, the arguments that the name does not
* distinguish follow in brackets: `sort [n=100, order=random]`. Values that print alike are written as
* positions (`#2`), as are objects that JSON cannot hold. `counts` are the occurrences of full names so far,
* to which these are added.
*/
function casesOf({ trial, groups }, counts) {
	const labels = new Map(Object.entries(trial._args).map(([key, values]) => [key, labelsOf(values)]));
	const choices = combinations(trial._args);
	const names = choices.map((choice) => nameOf(trial._name, choice, labels));
	const unnamed = [...labels].filter(([key, { isDistinct }]) => !(isDistinct && trial._name.includes(`$${key}`)));
	return names.map((name, i) => {
		const choice = choices[i];
		const ownName = names.indexOf(name) !== names.lastIndexOf(name) && unnamed.length > 0 ? `${name} [${unnamed.map(([key, { listed }]) => `${key}=${listed[choice[key]]}`).join(", ")}]` : name;
		const args = Object.fromEntries(Object.entries(choice).map(([key, at]) => [key, trial._args[key][at]]));
		const fullName = normalName([...groups, ownName].join("/"));
		const occurrence = nextOccurrence(counts, fullName);
		return {
			id: nameText(fullName, occurrence),
			fullName,
			occurrence,
			name,
			args
		};
	});
}
/** The position of each argument's value, for every case in mitata's order. */
function combinations(args) {
	let all = [{}];
	for (const key of Object.keys(args)) all = args[key].flatMap((_, at) => all.map((others) => ({
		...others,
		[key]: at
	})));
	return all;
}
function labelsOf(values) {
	const printed = values.map(print);
	const positions = values.map((_, at) => `#${at + 1}`);
	const listed = !printed.includes(null) && new Set(printed).size === values.length ? printed : positions;
	const inName = values.map((value, at) => isPrimitive(value) ? String(value) : listed[at]);
	return {
		inName,
		listed,
		isDistinct: new Set(inName).size === values.length
	};
}
function nameOf(name, choice, labels) {
	let filled = name;
	for (const [key, { inName }] of labels) filled = filled.replaceAll(`$${key}`, () => inName[choice[key]]);
	return filled;
}
const isPrimitive = (value) => value === null || typeof value !== "object" && typeof value !== "function";
/** Null for a value that has no text of its own. */
function print(value) {
	let text;
	try {
		if (typeof value === "function") text = value.name || "function";
		else if (isPrimitive(value)) text = String(value);
		else text = JSON.stringify(value);
	} catch {}
	return text?.slice(0, MAX_PRINTED_ARGUMENT) ?? null;
}

// node_modules/simple-statistics/dist/simple-statistics.mjs
/**
* [Bayesian Classifier](http://en.wikipedia.org/wiki/Naive_Bayes_classifier)
*
* This is a naïve bayesian classifier that takes
* singly-nested objects.
*
* @class
* @example
* var bayes = new BayesianClassifier();
* bayes.train({
*   species: 'Cat'
* }, 'animal');
* var result = bayes.score({
*   species: 'Cat'
* })
* // result
* // {
* //   animal: 1
* // }
*/
var BayesianClassifier = function BayesianClassifier() {
	this.totalCount = 0;
	this.data = {};
};
/**
* Train the classifier with a new item, which has a single
* dimension of Javascript literal keys and values.
*
* @param {Object} item an object with singly-deep properties
* @param {string} category the category this item belongs to
* @return {undefined} adds the item to the classifier
*/
BayesianClassifier.prototype.train = function train(item, category) {
	if (!this.data[category]) this.data[category] = {};
	for (var k in item) {
		var v = item[k];
		if (this.data[category][k] === void 0) this.data[category][k] = {};
		if (this.data[category][k][v] === void 0) this.data[category][k][v] = 0;
		this.data[category][k][v]++;
	}
	this.totalCount++;
};
/**
* Generate a score of how well this item matches all
* possible categories based on its attributes
*
* @param {Object} item an item in the same format as with train
* @returns {Object} of probabilities that this item belongs to a
* given category.
*/
BayesianClassifier.prototype.score = function score(item) {
	var odds = {};
	var category;
	for (var k in item) {
		var v = item[k];
		for (category in this.data) {
			if (odds[category] === void 0) odds[category] = {};
			if (this.data[category][k]) odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
			else odds[category][k + "_" + v] = 0;
		}
	}
	var oddsSums = {};
	for (category in odds) {
		oddsSums[category] = 0;
		for (var combination in odds[category]) oddsSums[category] += odds[category][combination];
	}
	return oddsSums;
};
var COEFFICIENTS = [
	.9999999999999971,
	57.15623566586292,
	-59.59796035547549,
	14.136097974741746,
	-.4919138160976202,
	3399464998481189e-20,
	4652362892704858e-20,
	-9837447530487956e-20,
	.0001580887032249125,
	-.00021026444172410488,
	.00021743961811521265,
	-.0001643181065367639,
	8441822398385275e-20,
	-26190838401581408e-21,
	36899182659531625e-22
];
var g = 607 / 128;
var LOGSQRT2PI = Math.log(Math.sqrt(2 * Math.PI));
/**
* Compute the logarithm of the [gamma function](https://en.wikipedia.org/wiki/Gamma_function) of a value using Lanczos' approximation.
* This function takes as input any real-value n greater than 0.
* This function is useful for values of n too large for the normal gamma function (n > 165).
* The code is based on Lanczo's Gamma approximation, defined [here](http://my.fit.edu/~gabdo/gamma.txt).
*
* @param {number} n Any real number greater than zero.
* @returns {number} The logarithm of gamma of the input value.
*
* @example
* gammaln(500); // 2605.1158503617335
* gammaln(2.4); // 0.21685932244884043
*/
function gammaln(n) {
	if (n <= 0) return Number.POSITIVE_INFINITY;
	n--;
	var a = COEFFICIENTS[0];
	for (var i = 1; i < 15; i++) a += COEFFICIENTS[i] / (n + i);
	var tmp = g + .5 + n;
	return LOGSQRT2PI + Math.log(a) - tmp + (n + .5) * Math.log(tmp);
}
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z) {
	var sum = z;
	var tmp = z;
	for (var i = 1; i < 30; i++) {
		tmp *= z * z / (2 * i + 1);
		sum += tmp;
	}
	return Math.round((.5 + sum / SQRT_2PI$1 * Math.exp(-z * z / 2)) * 1e4) / 1e4;
}
/**
* A standard normal table, also called the unit normal table or Z table,
* is a mathematical table for the values of Φ (phi), which are the values of
* the [cumulative distribution function](https://en.wikipedia.org/wiki/Normal_distribution#Cumulative_distribution_function)
* of the normal distribution. It is used to find the probability that a
* statistic is observed below, above, or between values on the standard
* normal distribution, and by extension, any normal distribution.
*/
var standardNormalTable = [];
for (var z = 0; z <= 3.09; z += .01) standardNormalTable.push(cumulativeDistribution(z));
/**
* This is a single-layer [Perceptron Classifier](http://en.wikipedia.org/wiki/Perceptron) that takes
* arrays of numbers and predicts whether they should be classified
* as either 0 or 1 (negative or positive examples).
* @class
* @example
* // Create the model
* var p = new PerceptronModel();
* // Train the model with input with a diagonal boundary.
* for (var i = 0; i < 5; i++) {
*     p.train([1, 1], 1);
*     p.train([0, 1], 0);
*     p.train([1, 0], 0);
*     p.train([0, 0], 0);
* }
* p.predict([0, 0]); // 0
* p.predict([0, 1]); // 0
* p.predict([1, 0]); // 0
* p.predict([1, 1]); // 1
*/
var PerceptronModel = function PerceptronModel() {
	this.weights = [];
	this.bias = 0;
};
/**
* **Predict**: Use an array of features with the weight array and bias
* to predict whether an example is labeled 0 or 1.
*
* @param {Array<number>} features an array of features as numbers
* @returns {number|null} 1 if the score is over 0, otherwise 0; null if
* the model has not been trained on feature arrays of this length
*/
PerceptronModel.prototype.predict = function predict(features) {
	if (features.length !== this.weights.length) return null;
	var score = 0;
	for (var i = 0; i < this.weights.length; i++) score += this.weights[i] * features[i];
	score += this.bias;
	if (score > 0) return 1;
	else return 0;
};
/**
* **Train** the classifier with a new example, which is
* a numeric array of features and a 0 or 1 label.
*
* @param {Array<number>} features an array of features as numbers
* @param {number} label either 0 or 1
* @returns {PerceptronModel|null} this, or null if the label is not 0 or 1
*/
PerceptronModel.prototype.train = function train(features, label) {
	if (label !== 0 && label !== 1) return null;
	if (features.length !== this.weights.length) {
		this.weights = features.slice();
		this.bias = 1;
	}
	var prediction = this.predict(features);
	if (typeof prediction === "number" && prediction !== label) {
		var gradient = label - prediction;
		for (var i = 0; i < this.weights.length; i++) this.weights[i] += gradient * features[i];
		this.bias += gradient;
	}
	return this;
};

// src/stats/incomplete-beta.ts
/**
* Regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x,
* for x within [0, 1] and a, b > 0.
*
* Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), evaluated by the
* modified Lentz method (W. J. Lentz, Applied Optics 15 (1976), 668-671).
*/
function incompleteBeta(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
	return Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x)) * continuedFraction(x, a, b) / a;
}
function continuedFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let value = d;
	for (let m = 1; m <= 1e4; m++) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		value *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		const factor = d * c;
		value *= factor;
		if (Math.abs(factor - 1) < 1e-15) break;
	}
	return value;
}

// src/stats/quantile.ts
/** Sorts a copy; throws a RangeError on an empty sample or a probability outside [0, 1]. */
function orderedSample(values, probability) {
	if (values.length === 0) throw new RangeError("a quantile needs at least one value");
	if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies within [0, 1], got ${probability}`);
	return [...values].sort((a, b) => a - b);
}
/**
* Quantile of a sample by linear interpolation between order statistics (type 7, the default of R and NumPy),
* in the values' unit; throws a RangeError on an empty sample or a probability outside [0, 1].
*
* Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", American Statistician 50
* (1996), 361-365.
*/
function quantile(values, probability) {
	return between(orderedSample(values, probability), probability);
}
function between(ascending, probability) {
	const place = (ascending.length - 1) * probability;
	const lower = Math.floor(place);
	const low = ascending[lower];
	const high = ascending[Math.min(lower + 1, ascending.length - 1)];
	return low + (place - lower) * (high - low);
}
/**
* Harrell-Davis quantile, in the values' unit: a mean of all order statistics weighted by Beta((n+1)p,
* (n+1)(1-p)), steadier than type 7 in the tail of small samples. Throws a RangeError on an empty sample; a
* probability of 0 or 1 gives the minimum or the maximum.
*
* Source: F. E. Harrell and C. E. Davis, "A New Distribution-Free Quantile Estimator", Biometrika 69 (1982),
* 635-640.
*/
function harrellDavis(values, probability) {
	const ascending = orderedSample(values, probability);
	const n = ascending.length;
	if (probability === 0) return ascending[0];
	if (probability === 1) return ascending[n - 1];
	const a = (n + 1) * probability;
	const b = (n + 1) * (1 - probability);
	let sum = 0;
	let before = 0;
	for (let i = 0; i < n; i++) {
		const after = incompleteBeta((i + 1) / n, a, b);
		sum += (after - before) * ascending[i];
		before = after;
	}
	return sum;
}

// src/worker/recorder.ts
const REAL_CLOCK = {
	now: performance.now.bind(performance),
	cpuUsage: process.cpuUsage
};
/**
* The least time of a sample: a clock that ticks every 40 ns may show no difference, but nothing takes no
* time.
*/
const LEAST_NS = 1;
/**
* One array for the life of the process, so that no benchmark runs into the garbage of the one before it.
* When it is full the benchmark ends early, which takes calls of about a microsecond, timed one by one.
*/
const record = new Float64Array(2 ** 16);
/**
* Replaces the clock of mitata's loop, which reads it right before and right after each sample. mitata itself
* returns samples sorted and without their extremes, and has no way to stop by wall time. The recorder keeps
* samples in the order of time and ends the loop by returning Infinity.
*/
function createRecorder(bounds, batch, beforeSample, beforeWindow, { now, cpuUsage } = REAL_CLOCK) {
	let isOpen = false;
	let beganMs = 0;
	let openedMs = 0;
	let kept = 0;
	let windowBeganMs = 0;
	let cpuAtWindow = cpuUsage();
	let cpuShare = 0;
	let sampleMs = 0;
	let reportedNs = null;
	function open() {
		beforeSample?.();
		if (kept === 0) {
			beforeWindow();
			cpuAtWindow = cpuUsage();
			windowBeganMs = now();
		}
		isOpen = true;
		openedMs = now();
		return 1e6 * openedMs;
	}
	function close() {
		const closedMs = now();
		isOpen = false;
		const elapsedMs = closedMs - beganMs;
		const isLate = closedMs >= bounds.deadlineMs;
		if (elapsedMs <= bounds.warmupMs && !isLate) return 1e6 * closedMs;
		record[kept++] = reportedNs ?? Math.max(1e6 * (closedMs - openedMs), LEAST_NS) / batch;
		if (!(elapsedMs >= bounds.warmupMs + bounds.windowMs && kept >= bounds.minSamples) && !isLate && kept < record.length) return 1e6 * closedMs;
		const cpu = cpuUsage(cpuAtWindow);
		cpuShare = (cpu.user + cpu.system) / 1e3 / (closedMs - windowBeganMs);
		sampleMs = (closedMs - windowBeganMs) / kept;
		return Infinity;
	}
	return {
		now: () => isOpen ? close() : open(),
		/** Warm-up starts here. */
		begin() {
			beganMs = now();
		},
		/** Records the time that a benchmark says itself its last call took, which then is the sample. */
		report(ns) {
			reportedNs = ns;
		},
		/** Times per call in ns, in order; CPU time over wall time; wall time of a sample with its gc. */
		samples: () => ({
			timesNs: record.slice(0, kept),
			cpuShare,
			sampleMs
		})
	};
}

// src/worker/generator.ts
function isGenerator(f) {
	const tag = f[Symbol.toStringTag];
	return tag === "GeneratorFunction" || tag === "AsyncGeneratorFunction";
}
/** The same benchmark, with what it yields (or returns, which mitata also accepts) passed through `see`. */
function seeYielded(f, see) {
	return async function* (state) {
		const generator = f(state);
		const first = await generator.next();
		if (first.done) return see(first.value);
		yield see(first.value);
		const second = await generator.next();
		if (!second.done) yield second.value;
	};
}
/** Whether parameters are computed for every call. mitata prepares those of a whole batch in advance. */
function hasParameters(yielded) {
	if (typeof yielded !== "object" || yielded === null) return false;
	const { bench, manual } = yielded;
	return ((bench ?? manual)?.length ?? 0) > 0;
}
/**
* The yielded value with a `manual` function that calls `report` every time it returns; null when the value
* has none. The budget `manual` becomes `real`: a gate promises wall time, so wall time ends the window.
*/
function reportingManual(yielded, report) {
	if (typeof yielded !== "object" || yielded === null) return null;
	const { bench, manual } = yielded;
	if (!manual) return null;
	const timed = bench ?? manual;
	const reporting = (...parameters) => {
		const returned = timed(...parameters);
		return returned instanceof Promise ? returned.then(check) : check(returned);
	};
	const check = (ns) => {
		if (typeof ns !== "number" || !(ns > 0 && ns < Infinity)) throw new TypeError(`a manual benchmark returns the time of its call in ns, above 0; this one returned ${String(ns)}`);
		report(ns);
		return ns;
	};
	Object.defineProperty(reporting, "length", { value: timed.length });
	const own = {
		value: reporting,
		enumerable: true
	};
	return Object.create(yielded, {
		[bench ? "bench" : "manual"]: own,
		budget: { value: "real" }
	});
}

// src/worker/sampling.ts
const collectGarbage = globalThis.gc ?? (() => {});
const UNROLL = 4;
/** Measures a benchmark in mitata's loops. Rejects with what the benchmark throws. */
async function sample(f, args, how, clock) {
	const beforeSample = how.gc === "inner" ? collectGarbage : null;
	const recorder = createRecorder(how, how.batch, beforeSample, beginWindow, clock);
	const seen = {
		timesItself: false,
		hasParameters: false
	};
	const watched = isGenerator(f) ? seeYielded(f, (yielded) => {
		seen.hasParameters = hasParameters(yielded);
		const reporting = reportingManual(yielded, recorder.report);
		seen.timesItself = reporting !== null;
		return reporting ?? yielded;
	}) : f;
	const { kind } = await measureLoop(watched, {
		args,
		now: recorder.now,
		gc() {
			if (how.gc !== "never") collectGarbage();
			recorder.begin();
		},
		heap: null,
		inner_gc: false,
		min_samples: 0,
		min_cpu_time: Number.MAX_VALUE,
		...how.batch > 1 ? {
			warmup_threshold: Infinity,
			batch_threshold: Infinity
		} : {
			warmup_threshold: -1,
			batch_threshold: -1
		},
		batch_samples: how.batch,
		batch_unroll: UNROLL
	});
	const { timesNs, cpuShare, sampleMs } = recorder.samples();
	if (timesNs.length === 0) throw new TypeError("the benchmark never iterated over its state, so nothing was measured");
	return {
		timesNs,
		cpuShare,
		sampleMs,
		kind,
		...seen
	};
}

// src/worker/batch.ts
const BATCH_NS = 5e5;
const SMALLEST_BATCH = 4;
const MAX_BATCH = 2 ** 22;
/**
* mitata's own batch size: it prepares the parameters of all calls in advance, which have to fit in memory.
*/
const MAX_BATCH_WITH_PARAMETERS = 4096;
/** A batch is large enough unless it should be more than this many times as large. */
const TOLERANCE = 2;
/**
* One round of calibration: enough samples for a quantile, unless the benchmark is slow or the machine busy.
*/
const ROUND = {
	warmupMs: 3,
	windowMs: 7,
	minSamples: 40,
	gc: "never"
};
const ROUND_LIMIT_MS = 50;
/** Few, because each round runs a generator's set-up again. */
const MAX_ROUNDS = 5;
/**
* Calls per sample that make a sample last about half a millisecond: 1, or a power of two from 4 on, so that
* small differences between two calibrations rarely change it. Takes about 20 ms, or a few calls of a slow
* benchmark.
*/
async function chooseBatch(f, args, deadlineMs, clock = REAL_CLOCK) {
	let batch = 1;
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const roundDeadlineMs = Math.min(deadlineMs, clock.now() + ROUND_LIMIT_MS);
		const better = fittingBatch(await sample(f, args, {
			...ROUND,
			batch,
			deadlineMs: roundDeadlineMs
		}, clock));
		if (better <= TOLERANCE * batch) return better;
		batch = better;
	}
	return batch;
}
/**
* The batch for a benchmark that turned out faster than in its calibration: on a busy machine the optimising
* compiler may not finish within twenty milliseconds. Null when the batch that was used is large enough.
*/
function largerBatch(samples, batch) {
	const better = fittingBatch(samples);
	return better > TOLERANCE * batch ? better : null;
}
function fittingBatch({ timesNs, timesItself, hasParameters }) {
	const callNs = quantile([...timesNs], .1);
	if (timesItself || callNs >= BATCH_NS / 2) return 1;
	const nearest = 2 ** Math.round(Math.log2(BATCH_NS / callNs));
	return Math.min(Math.max(nearest, SMALLEST_BATCH), hasParameters ? MAX_BATCH_WITH_PARAMETERS : MAX_BATCH);
}

// src/worker/timing-stats.ts
/** Below this many calls the highest percent holds too few of them to interpolate a quantile. */
const ENOUGH_FOR_INTERPOLATION = 5e3;
/** The statistics of one benchmark in one process, in ns. */
function timingStats({ timesNs, cpuShare }, individualNs) {
	const ascending = Array.from(timesNs).sort((a, b) => a - b);
	return {
		samples: ascending.length,
		min: ascending[0],
		mean: mean(ascending),
		p10: quantile(ascending, .1),
		p50: quantile(ascending, .5),
		p75: quantile(ascending, .75),
		max: ascending.at(-1),
		cpuShare,
		tail: individualNs && tailOf(individualNs)
	};
}
function tailOf(individualNs) {
	const ascending = Array.from(individualNs).sort((a, b) => a - b);
	const top = ascending.length < ENOUGH_FOR_INTERPOLATION ? harrellDavis : quantile;
	return {
		calls: ascending.length,
		p95: quantile(ascending, .95),
		p99: top(ascending, .99),
		max: ascending.at(-1)
	};
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// src/worker/settling.ts
const SEGMENT_NS = 1e7;
/** Fewer samples have no meaningful lower quartile. */
const LEAST_SAMPLES = 4;
const LEAST_SEGMENTS = 6;
/** A segment slower than the end of the trace by this factor belongs to the time before it settled. */
const SLOWER = 1.05;
/** Fraction of segments that may be slow by accident: a garbage collection, or other load on the machine. */
const ACCIDENTS = .1;
/**
* The time after which a benchmark that started cold had reached its speed at the end of the trace, in ms
* from the start. Null where the trace is too short to say, or has no steady end. V8 moves a function to its
* next compiler once the last one is done, and a loop that never returns may wait a tenth of a second for
* that: a window in which it happens in some processes and not in others measures chance.
*
* `timesNs` are times per call in the order of time, each the mean of `batch` calls.
*/
function settledAfterMs(timesNs, batch) {
	const segments = segmentsOf(timesNs, batch);
	if (segments.length < LEAST_SEGMENTS) return null;
	const end = segments.slice(-Math.ceil(segments.length / 3));
	const limit = SLOWER * quantile(end.map(({ level }) => level), .5);
	const isSteadyFrom = (start) => {
		const rest = segments.slice(start);
		return rest.filter(({ level }) => level > limit).length <= ACCIDENTS * rest.length;
	};
	if (!isSteadyFrom(segments.length - end.length)) return null;
	return segments.find(({ level }, i) => level <= limit && isSteadyFrom(i)).startNs / 1e6;
}
/** Segments of ten milliseconds. */
function segmentsOf(timesNs, batch) {
	const segments = [];
	let times = [];
	let startNs = 0;
	let endNs = 0;
	for (const ns of timesNs) {
		times.push(ns);
		endNs += ns * batch;
		if (endNs - startNs < SEGMENT_NS) continue;
		if (times.length >= LEAST_SAMPLES) segments.push({
			startNs,
			level: quantile(times, .25)
		});
		times = [];
		startNs = endNs;
	}
	return segments;
}

// src/worker/measure-case.ts
/**
* Fraction of the warm-up that precedes individually timed calls: the function is warm by then, but its new
* loop is not.
*/
const TAIL_WARMUP = .25;
/** So many individually timed calls show how long all of them would take. */
const TRIAL_CALLS = 10;
/** Measures one case by the plan. Rejects with what the benchmark throws. */
async function measureCase(trial, { id, args }, plan) {
	const deadlineMs = performance.now() + plan.benchmarkLimitMs;
	const gc = trial._gc === "inner" ? "inner" : trial._gc === false ? "never" : "once";
	const given = planned(plan.batches, id);
	const wantedCalls = planned(plan.individualCalls, id) ?? 0;
	const isTraced = plan.mode === "calibrate" && given !== void 0;
	const warmupMs = isTraced ? 0 : planned(plan.warmups, id) ?? plan.warmupMs;
	const windowMs = isTraced ? plan.traceMs : plan.windowMs;
	let batch = given ?? await chooseBatch(trial.f, args, deadlineMs);
	const { tailLimitMs } = plan;
	let samples = await window();
	const larger = given === void 0 ? largerBatch(samples, batch) : null;
	if (larger !== null) {
		batch = larger;
		samples = await window();
	}
	if (tailLimitMs !== void 0 && batch === 1 && wantedCalls > samples.timesNs.length && isAffordable(samples)) samples = await window(wantedCalls);
	const reported = takeMetrics();
	const isSingle = batch === 1 || samples.timesItself;
	const individualNs = wantedCalls === 0 ? null : isSingle ? samples.timesNs : await individualCalls();
	const settledMs = isTraced && gc !== "inner" ? settledAfterMs(samples.timesNs, batch) : null;
	return {
		batch: isSingle ? 1 : batch,
		stats: timingStats(samples, individualNs),
		samples,
		settledMs,
		reported
	};
	function window(wanted = batch === 1 && tailLimitMs === void 0 ? wantedCalls : 0) {
		const minSamples = Math.max(plan.minSamples, wanted);
		return sample(trial.f, args, {
			batch,
			warmupMs,
			windowMs,
			minSamples,
			deadlineMs,
			gc
		});
	}
	function isAffordable({ sampleMs }) {
		return wantedCalls * sampleMs <= (tailLimitMs ?? Infinity);
	}
	/** Null where they would take too long. */
	async function individualCalls() {
		const single = {
			batch: 1,
			warmupMs: TAIL_WARMUP * warmupMs,
			windowMs: 0,
			minSamples: wantedCalls,
			deadlineMs,
			gc
		};
		if (tailLimitMs !== void 0) {
			if (!isAffordable(await sample(trial.f, args, {
				...single,
				minSamples: TRIAL_CALLS
			}))) return null;
		}
		return (await sample(trial.f, args, single)).timesNs;
	}
}
/** A benchmark may have the name of a property that every object has, such as `constructor`. */
const planned = (values, id) => Object.hasOwn(values, id) ? values[id] : void 0;

// src/worker/source-hash.ts
/**
* A hash of a function's source text, by which an edited benchmark is recognised: 53 bits, in hexadecimal.
* Loading node:crypto would take every measuring process longer than hashing all benchmarks.
*
* Source: cyrb53 by bryc, public domain
* (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
*/
function sourceHash(text) {
	let a = 3735928559;
	let b = 1103547991;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
	b = Math.imul(b ^ b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, "0");
}

// src/worker/trial-result.ts
/** The result of one bench() call in the form that mitata's run() returns. */
function trialResult(trial, runs) {
	const count = Object.keys(trial._args).length;
	return {
		runs,
		kind: count === 0 ? "static" : count === 1 ? "args" : "multi-args",
		args: trial._args,
		alias: trial._name,
		group: trial._group,
		baseline: (trial.flags & flags.baseline) !== 0,
		style: {
			highlight: trial._highlight,
			compact: (trial.flags & flags.compact) !== 0
		}
	};
}
function runResult({ name, args }, samples, batch) {
	return {
		name,
		args,
		stats: trialStats(samples.kind, Array.from(samples.timesNs), batch),
		error: void 0
	};
}
/**
* The context of mitata's result, in which nothing is measured: mitata spends seconds on the machine's noise
* before the first benchmark.
*/
function runContext() {
	const unmeasured = trialStats("fn", [0], 1);
	return {
		now: Date.now(),
		arch: `${process.arch}-${process.platform}`,
		version: process.versions.node,
		runtime: "node",
		cpu: {
			name: null,
			freq: 0
		},
		noop: {
			fn: unmeasured,
			iter: {
				...unmeasured,
				kind: "iter"
			},
			fn_gc: unmeasured
		}
	};
}
function trialStats(kind, timesNs, batch) {
	const samples = timesNs.sort((a, b) => a - b);
	const at = (share) => samples[Math.trunc(share * (samples.length - 1))];
	return {
		kind,
		debug: "",
		ticks: samples.length * batch,
		samples,
		min: at(0),
		max: at(1),
		avg: samples.reduce((sum, ns) => sum + ns, 0) / samples.length,
		p25: at(.25),
		p50: at(.5),
		p75: at(.75),
		p99: at(.99),
		p999: at(.999)
	};
}

// src/worker/run-suite.ts
/** State that tells, when the process ends, how it ended. */
const progress = {
	/** The benchmark that is being measured. */
	running: null,
	/** Benchmarks that have started. */
	started: /* @__PURE__ */ new Set(),
	/** How many calls of run() there have been, and how many of them have returned. */
	runs: 0,
	returned: 0,
	onCall: () => {},
	/** Called when all of them have returned. */
	onReturn: () => {}
};
let lastRun = Promise.resolve();
const taken = /* @__PURE__ */ new WeakSet();
let leftOfCall = 0;
/** How often each full name has occurred. */
const counts = /* @__PURE__ */ new Map();
/** Wanted benchmarks that are registered and have not started. */
function pendingCount() {
	const waiting = registered().registrations.filter((registration) => !taken.has(registration));
	const ahead = new Map(counts);
	return leftOfCall + waiting.flatMap((one) => casesOf(one, ahead)).filter(({ id }) => isWanted(id)).length;
}
/**
* mitata's run(): measures or lists the registered benchmarks, and resolves to what mitata's run() resolves
* to, as far as it was measured. With `throw`, the first error is thrown after the others have been measured.
*/
function run(options = {}) {
	progress.runs++;
	progress.onCall();
	const result = lastRun.then(turnOfTheEventLoop).then(() => runRegistered(options));
	lastRun = result.then(noteReturn, noteReturn);
	return result;
}
function noteReturn() {
	if (++progress.returned === progress.runs) progress.onReturn();
}
async function runRegistered(options) {
	await endOfRegistration();
	const { registrations, collections } = registered();
	const context = runContext();
	const benchmarks = [];
	for (const registration of registrations) {
		taken.add(registration);
		const { trial } = registration;
		if (options.filter && !options.filter.test(trial._name)) continue;
		const cases = casesOf(registration, counts);
		for (const one of cases) sayRegistered(one, registration);
		if (plan?.mode === "list") continue;
		const runs = await runCases(registration, cases);
		if (runs.length === 0) continue;
		const result = trialResult(trial, runs);
		benchmarks.push(options.observe?.(result) ?? result);
	}
	const layout = collections.map(({ name, types }) => ({
		name,
		types
	}));
	clearRegistry();
	if (options.throw) {
		const failed = benchmarks.flatMap(({ runs }) => runs).find(({ stats }) => stats === void 0);
		if (failed) throw failed.error;
	}
	return {
		layout,
		context,
		benchmarks
	};
}
function sayRegistered({ id, fullName, occurrence }, { trial, site }) {
	send({
		type: "registered",
		id,
		name: fullName,
		occurrence,
		file: site?.file ?? null,
		line: site?.line ?? null,
		hash: sourceHash(String(trial.f))
	});
}
async function runCases(registration, cases) {
	const wanted = cases.filter(({ id }) => isWanted(id));
	const runs = [];
	for (const [i, one] of wanted.entries()) {
		leftOfCall = wanted.length - i - 1;
		runs.push(await runCase(registration, one));
	}
	return runs;
}
async function runCase({ trial }, one) {
	const { id, name, args } = one;
	send({
		type: "start",
		id
	});
	progress.running = id;
	progress.started.add(id);
	openMetrics();
	const startedMs = performance.now();
	try {
		const { batch, stats, samples, settledMs, reported } = await measureCase(trial, one, plan);
		const elapsedMs = performance.now() - startedMs;
		await turnOfTheEventLoop();
		send({
			type: "result",
			id,
			batch,
			elapsedMs,
			settledMs,
			stats,
			...reported
		});
		return runResult(one, samples, batch);
	} catch (error) {
		sendThrown(id, error);
		return {
			name,
			args,
			stats: void 0,
			error
		};
	} finally {
		closeMetrics();
		progress.running = null;
	}
}
/**
* Lets the event loop turn, so that what a benchmark left behind, such as a timer or an unhandled rejection,
* happens before the next one starts.
*/
function turnOfTheEventLoop() {
	return new Promise((resolve) => setImmediate(resolve));
}

// src/worker/ending.ts
/** Node's own exit code for a top-level await that can never settle. */
const NEVER_SETTLED = 13;
/** How often an idle process is looked at. While benchmarks run no timer of ours disturbs them. */
const STEP_MS = 20;
const { setTimeout: setTimeout$1 } = globalThis;
const exit = process.exit.bind(process);
const now = performance.now.bind(performance);
/**
* Tells the parent process how this process ends, runs a suite that never calls run(), and ends a process
* that has nothing more to measure. Otherwise it changes nothing about the end.
*/
function watchTheEnd() {
	/** Whether nothing more can come: the event loop ran dry, or the process is ended from here. */
	let isOver = false;
	process.on("SIGUSR1", () => {});
	process.on("beforeExit", () => {
		if (progress.runs > 0 || registered().registrations.length === 0) isOver = true;
		else run();
	});
	process.on("uncaughtExceptionMonitor", (error) => {
		if (!(process.listenerCount("uncaughtException") > 0)) ifHeard(() => sendThrown(progress.running, error));
	});
	process.on("exit", (code) => {
		const { running } = progress;
		if (isOver && running !== null && code === 0) process.exitCode = NEVER_SETTLED;
		const pending = isOver && running === null ? 0 : pendingCount();
		ifHeard(() => send({
			type: "end",
			running,
			pending,
			metricProblems: strayProblems()
		}));
	});
	endWhenQuiet(() => {
		isOver = true;
		exit();
	});
}
/** Calls `end` once the suite has been idle for as long as it is waited for. */
function endWhenQuiet(end) {
	const isMainOver = watchMainModule();
	let wasMainOver = false;
	let isDone = false;
	let lookedMs = now();
	/** Waited since anything changed. */
	let idleMs = 0;
	/** Waited since the plan was done. */
	let lateMs = 0;
	let last = "";
	let timer = null;
	const lookLater = () => timer ??= setTimeout$1(look, STEP_MS).unref();
	function look() {
		timer = null;
		if (progress.runs > progress.returned) return;
		const hasRun = progress.runs > 0;
		const waiting = registered().registrations.length;
		const mainEnded = !(hasRun || waiting > 0) || !isMainOver() ? "not-yet" : wasMainOver ? "before-run-returned" : "after-run-returned";
		const current = `${progress.runs} ${waiting} ${mainEnded}`;
		const patience = patienceMs({
			isPlanDone: isDone,
			hasRun,
			isWaiting: waiting > 0,
			mainEnded
		});
		const betweenMs = now() - lookedMs;
		lookedMs += betweenMs;
		idleMs = current === last ? idleMs + waitedMs(betweenMs, patience) : 0;
		last = current;
		if (isDone) lateMs += waitedMs(betweenMs, LATE_MS);
		if (idleMs < patience && lateMs < 5e3) lookLater();
		else if (hasRun) end();
		else run();
	}
	progress.onCall = () => void isMainOver();
	progress.onReturn = () => {
		wasMainOver = isMainOver();
		if (!isDone && isPlanDone()) {
			isDone = true;
			lookedMs = now();
		}
		if (isDone || plan?.mode === "list") ifHeard(() => send({ type: "done" }));
		lookLater();
	};
	lookLater();
}
/** Whether every benchmark of the plan has run. */
function isPlanDone() {
	const wanted = plan?.only ?? null;
	return wanted !== null && wanted.every((id) => progress.started.has(id)) && pendingCount() === 0;
}
/** Ignores that the parent process is gone: this process is ending anyway. */
function ifHeard(write) {
	try {
		write();
	} catch {}
}

// src/worker/installed-mitata.ts
/** Version of the mitata that a file would load by Node's rules; null when none is installed. */
function installedMitata(file) {
	for (let folder = dirname(file);; folder = dirname(folder)) try {
		const text = readFileSync(join(folder, "node_modules", "mitata", "package.json"), "utf8");
		return String(JSON.parse(text).version);
	} catch {
		if (folder === dirname(folder)) return null;
	}
}

// src/worker/resolve-as-written.ts
/** What Node says where it finds no file, package or entry of one, or where an alias is no package name. */
const NOT_FOUND = /* @__PURE__ */ new Set([
	"ERR_MODULE_NOT_FOUND",
	"MODULE_NOT_FOUND",
	"ERR_UNSUPPORTED_DIR_IMPORT",
	"ERR_PACKAGE_PATH_NOT_EXPORTED",
	"ERR_PACKAGE_IMPORT_NOT_DEFINED",
	"ERR_INVALID_MODULE_SPECIFIER"
]);
/**
* Resolves as Node does, and where Node finds nothing, as TypeScript and bundlers do for the project's own
* files. JSON may be imported without an attribute, as there.
*/
function resolveAsWritten(specifier, context, next) {
	const resolved = nextOrTypeScript(specifier, context, next);
	if (resolved.format !== "json" || isRequire(context) || !isOwn(context.parentURL)) return resolved;
	return {
		...resolved,
		importAttributes: {
			...context.importAttributes,
			type: "json"
		}
	};
}
/** Whether it is require() that resolves. Node 22 passes a set of conditions. */
const isRequire = ({ conditions }) => new Set(conditions).has("require");
function nextOrTypeScript(specifier, context, next) {
	try {
		return next(specifier, context);
	} catch (error) {
		const { code, url } = error;
		const { parentURL } = context;
		if (!NOT_FOUND.has(code ?? "") || !isOwn(parentURL)) throw error;
		const [, path = "", query = ""] = /^([^?]*)(.*)$/s.exec(specifier) ?? [];
		const missing = url?.startsWith("file:") ? fileURLToPath(url) : null;
		const importer = fileURLToPath(parentURL);
		const resolved = orThrowAs(code, () => typeScript().resolveTypeScript(path, importer, missing));
		if (resolved === null) throw error;
		if ("missing" in resolved) {
			const message = `Cannot find module '${resolved.missing}' imported from ${importer}`;
			throw Object.assign(new Error(message, { cause: error }), { code });
		}
		const { file } = resolved;
		return next(isRequire(context) ? file : pathToFileURL(file).href + query, context);
	}
}
/**
* Throws with the code that Node gave: suites that load something only where it is installed look at it, and
* have to run beside a tsconfig.json that cannot be read.
*/
function orThrowAs(code, f) {
	try {
		return f();
	} catch (error) {
		throw Object.assign(error, { code });
	}
}
/** Whether a module is the project's own, and not in a package that came from a registry. */
function isOwn(url) {
	return url?.startsWith("file:") === true && !url.includes("/node_modules/");
}
let loaded$1 = null;
/** Loaded for the first import that Node does not find: most suites have none. */
function typeScript() {
	const file = import.meta.url.endsWith(".ts") ? "./typescript-resolution.ts" : "./worker-typescript.js";
	return loaded$1 ??= createRequire(import.meta.url)(file);
}

// src/worker/interception.ts
/** Specifiers that need no installed package, and what require.resolve() makes of them on Node 24. */
const SPECIFIERS = [
	[/^(mitata(\/src\/(main|cli)\.mjs)?|benchgate:main)$/, "main"],
	[/^(mitata\/src\/lib\.mjs|benchgate:lib)$/, "lib"],
	[/^benchgate(:library)?$/, "library"]
];
/** The modules of all versions of mitata that measure; 0.1 calls the main one `cli`. */
const MODULE_OF_MITATA = /^(.*[\\/])src[\\/](main|cli|lib)\.mjs$/;
const JITI = /[\\/]jiti[\\/]dist[\\/]jiti\.c?js$/;
/**
* Gives a suite these substitutes, whichever version is installed, if any, and by whatever path, alias or
* loader it comes to one of the replaced modules.
*/
function intercept(substitutes) {
	const cache = Module._cache;
	for (const [key, { api }] of Object.entries(substitutes)) cache[requireKey(key)] = loaded(api);
	registerHooks({ resolve(specifier, context, next) {
		let key = SPECIFIERS.find(([pattern]) => pattern.test(specifier))?.[1] ?? null;
		if (key === null) {
			const resolved = resolveAsWritten(specifier, context, next);
			const path = pathOf(resolved.url);
			if (path !== null && JITI.test(path)) interceptJiti(substitutes);
			key = path === null ? null : moduleAt(path);
			if (key === null) return resolved;
		}
		return isRequire(context) ? {
			url: requireKey(key),
			format: "commonjs",
			shortCircuit: true
		} : {
			url: substitutes[key].url,
			format: "module",
			shortCircuit: true
		};
	} });
}
const requireKey = (key) => `benchgate:${key}`;
function loaded(exports) {
	const module = new Module("benchgate");
	module.exports = exports;
	module.loaded = true;
	return module;
}
function pathOf(url) {
	return url.startsWith("file:") ? fileURLToPath(url.replace(/[?#].*$/, "")) : null;
}
/** Which replaced module is at a path, by the package that it lies in. */
function moduleAt(path) {
	const [, folder, name] = MODULE_OF_MITATA.exec(path) ?? [];
	if (folder === void 0) return null;
	try {
		return JSON.parse(readFileSync(`${folder}package.json`, "utf8")).name !== "mitata" ? null : name === "lib" ? "lib" : "main";
	} catch {
		return null;
	}
}
let isJitiIntercepted = false;
/**
* jiti resolves by itself, and where it is called without `await` it reads, transforms and evaluates the
* files of packages too.
*/
function interceptJiti(substitutes) {
	if (isJitiIntercepted) return;
	isJitiIntercepted = true;
	const vm = process.getBuiltinModule("node:vm");
	const evaluate = vm.runInThisContext;
	vm.runInThisContext = (code, options) => {
		const path = typeof options === "object" ? options.filename : void 0;
		const key = path === void 0 ? null : moduleAt(path);
		if (key === null) return evaluate(code, options);
		return (_, __, module) => void (module.exports = substitutes[key].api);
	};
}

// src/worker/mitata-lib.ts
/** One call to warm up and one to measure: enough for a suite that reads the result. */
const SHORTEST = {
	min_cpu_time: 0,
	min_samples: 1,
	max_samples: 1,
	warmup_threshold: 0,
	gc: false
};
/**
* A loop of mitata that a suite calls itself. What it measures has no name and is not compared, so that it
* gets no time, and the parent process is told.
*/
const short = (call, loop) => function(f, options = {}) {
	sayUngated(call, callSite());
	return loop(f, {
		...options,
		...SHORTEST
	});
};
const measure = short("measure()", measure$1);
B.prototype.run = async function(mayThrow = false) {
	sayUngated("run() of a benchmark", callSite());
	const runs = [];
	for (const { name, args } of casesOf({
		trial: this,
		groups: [],
		site: null
	}, /* @__PURE__ */ new Map())) try {
		const stats = await measure$1(this.f, {
			args,
			...SHORTEST
		});
		runs.push({
			name,
			args,
			stats,
			error: void 0
		});
	} catch (error) {
		if (mayThrow) throw error;
		runs.push({
			name,
			args,
			stats: void 0,
			error
		});
	}
	return trialResult(this, runs);
};
/** The names of mitata's inner module. */
const mitataLib = {
	...lib_exports,
	measure,
	fn: short("fn()", fn),
	iter: short("iter()", iter),
	generator: short("generator()", generator)
};
let isSaid = plan === null;
function sayUngated(call, site) {
	if (isSaid) return;
	isSaid = true;
	send({
		type: "ungated",
		call,
		place: site === null ? null : placeOf(site)
	});
}

// src/worker/mitata-api.ts
var mitata_api_exports = /* @__PURE__ */ __exportAll({
	$: () => $,
	B: () => B,
	barplot: () => barplot,
	baseline: () => baseline,
	bench: () => bench,
	boxplot: () => boxplot,
	compact: () => compact,
	do_not_optimize: () => do_not_optimize,
	flags: () => flags,
	group: () => group,
	lineplot: () => lineplot,
	measure: () => measure,
	run: () => run,
	summary: () => summary
});

// src/worker.ts
/**
* Runs inside a measuring process, `node --expose-gc --import worker.js suite.js`. First it is a preload that
* substitutes itself for mitata, and for the package through which a suite reports its own metrics; then it
* is those modules. It sends its events to the parent process on file descriptor 3.
*/
if (plan !== null) {
	send({
		type: "hello",
		userMitata: installedMitata(resolve(process.argv[1] ?? "."))
	});
	watchTheEnd();
	const own = JSON.stringify(import.meta.url);
	const namesOfLib = Object.keys(mitataLib).join(", ");
	intercept({
		main: {
			url: import.meta.url,
			api: mitata_api_exports
		},
		lib: {
			url: dataUrl(`import { mitataLib } from ${own}; export const { ${namesOfLib} } = mitataLib`),
			api: mitataLib
		},
		library: {
			url: dataUrl(`export { metric } from ${own}`),
			api: { metric }
		}
	});
}
function dataUrl(source) {
	return `data:text/javascript,${encodeURIComponent(source)}`;
}

export { $, B, barplot, baseline, bench, boxplot, compact, do_not_optimize, flags, group, lineplot, measure, metric, mitataLib, run, summary };