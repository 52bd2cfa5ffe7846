import { A as array, E as usualMetric, F as literal, H as tuple, I as looseObject, J as UserError, L as number$7, M as custom$1, O as _enum, R as object, U as union, V as string, W as unknown, g as toNanoseconds, h as normalUnit, j as boolean, k as _null, m as editDistance, n as MAX_MESSAGE$2, o as quantile$1, z as record } from "./cli-common.js";
import { i as createRoster, n as RUN_LIMITS, r as UNKNOWN_ENVIRONMENT, t as NEVER_NEGATIVE$1 } from "./cli-main.js";
import { join, relative, resolve, sep } from "node:path";
import { constants } from "node:fs";
import { glob, open, readdir, realpath, stat } from "node:fs/promises";

// src/ingest/key.ts
/**
* Names one benchmark of a file: the parts that are there, then `name=value` for each parameter in the order of the
* file, joined by `/`.
*/
function keyOf$1(parts, params) {
	const named = Object.entries(params).map(([name, value]) => `${name}=${value}`);
	return [...parts.filter((part) => part !== null && part !== ""), ...named].join("/");
}

// src/ingest/benchmark.ts
/** Room for the largest suites; a file with more is no result of benchmarks. */
const MAX_BENCHMARKS$1 = 2e4;
/** A summary; null when the tool gave no centre. */
function summary(statistic, centre, more = {}) {
	if (centre === null || centre === void 0) return null;
	const { spread = null, count = null } = more;
	return {
		kind: "summary",
		statistic,
		centre,
		spread,
		count: count !== null && Number.isFinite(count) && count >= 0 ? count : null
	};
}
/** A deterministic value; null when there is none. */
const exact = (value) => value === null || value === void 0 ? null : {
	kind: "exact",
	value
};
/** Values in groups. */
const samples = (of, groups) => ({
	kind: "samples",
	of,
	groups
});
/**
* What the same code does the same number of times, such as allocating: the one number on which all values agree. Where they do
* not, somebody else allocated too, and they are values like others.
*/
function counted(of, groups) {
	const [only, other] = new Set(groups.flat());
	return only === void 0 || other !== void 0 ? samples(of, groups) : {
		kind: "exact",
		value: only
	};
}
/** What can be passed on of the drafts: finite, not negative where nothing can be, one of each id; the rest is named in `warnings`. */
function soundMetrics(benchmark, drafts, warnings) {
	const metrics = /* @__PURE__ */ new Map();
	for (const { data, ...draft } of drafts) {
		if (data === null || metrics.has(draft.id)) continue;
		const sound = soundData(data, draft.unit, (what) => warnings.push(`${benchmark}: ${draft.id}: ${what}`));
		if (sound !== null) metrics.set(draft.id, {
			...draft,
			data: sound
		});
	}
	return [...metrics.values()];
}
/** Units of quantities that are never below zero: such a value is a fault of a clock or of a file. */
const NEVER_NEGATIVE = /* @__PURE__ */ new Set([
	"ns",
	"ops/s",
	"B",
	"B/s",
	"count",
	"fraction"
]);
function soundData(data, unit, warn) {
	const isSound = (value) => Number.isFinite(value) && (value >= 0 || !NEVER_NEGATIVE.has(unit));
	switch (data.kind) {
		case "exact":
			if (isSound(data.value)) return data;
			warn("left out, because its value is not finite or below zero");
			return null;
		case "summary":
			if (!isSound(data.centre)) {
				warn("left out, because its value is not finite or below zero");
				return null;
			}
			if (data.spread === null || isSoundSpread(data.spread)) return data;
			warn("its spread is left out, because it is not finite, below zero or upside down");
			return {
				...data,
				spread: null
			};
		case "samples": {
			const groups = data.groups.map((group) => group.filter(isSound)).filter((group) => group.length > 0);
			const size = (groups) => groups.reduce((sum, group) => sum + group.length, 0);
			const dropped = size(data.groups) - size(groups);
			if (dropped > 0) warn(`${dropped} values are left out, because they are not finite or below zero`);
			return groups.length === 0 ? null : {
				...data,
				groups
			};
		}
		default: return data;
	}
}
function isSoundSpread(spread) {
	if (spread.kind === "ci" || spread.kind === "unknown") return Number.isFinite(spread.low) && Number.isFinite(spread.high) && spread.low <= spread.high;
	return Number.isFinite(spread.value) && spread.value >= 0;
}
/** One benchmark; without a metric it has failed, and `failure` says why. */
function benchmarkOf$3(o) {
	const { suite = null, path = [], name, params = {}, metrics, failure = null } = o;
	const failed = metrics.length === 0;
	return {
		key: keyOf$1([
			suite,
			...path,
			name
		], params),
		suite,
		path,
		name,
		params,
		status: failed ? "failed" : "ok",
		message: failed ? failure ?? "the file holds no value of it" : null,
		metrics
	};
}

// src/ingest/bare-json.ts
const BARE = [
	"-Infinity",
	"Infinity",
	"NaN"
];
/**
* Text as JSON with bare NaN and Infinity read as `bare` (itself JSON); undefined where it is not JSON. The reason is
* not told: V8's message repeats a piece of the text, which can be a secret.
*/
function parseBareJson(text, bare = "null") {
	try {
		return JSON.parse(text);
	} catch {
		if (!BARE.some((word) => text.includes(word))) return void 0;
	}
	try {
		return JSON.parse(withoutBare(text, bare));
	} catch {
		return;
	}
}
/** Pieces that are kept before they become one text: millions of them would take gigabytes. */
const MAX_PARTS = 5e4;
/** Outside of strings only, in one pass. */
function withoutBare(text, bare) {
	const done = [];
	let parts = [];
	let from = 0;
	let at = 0;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = stringEnd(text, at);
			continue;
		}
		const word = code === MINUS || code === UPPER_I || code === UPPER_N ? BARE.find((w) => text.startsWith(w, at)) : void 0;
		if (word === void 0) {
			at++;
			continue;
		}
		parts.push(text.slice(from, at), bare);
		at += word.length;
		from = at;
		if (parts.length > MAX_PARTS) {
			done.push(parts.join(""));
			parts = [];
		}
	}
	return [
		...done,
		...parts,
		text.slice(from)
	].join("");
}
const [QUOTE, BACKSLASH, MINUS, UPPER_I, UPPER_N] = [
	34,
	92,
	45,
	73,
	78
];
/** Behind the string that starts at `at`. */
function stringEnd(text, at) {
	let end = at + 1;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === QUOTE) return end + 1;
		end += code === BACKSLASH ? 2 : 1;
	}
	return end;
}

// src/ingest/json-text.ts
/** Deeper than any tool nests; what reads the value may then recurse. */
const MAX_DEPTH$4 = 500;
/** Reads JSON, bare NaN and Infinity as null; `problem` quotes nothing of the text. */
function parseJsonText(text) {
	if (!/^\s*[[{]/.test(text.slice(0, 1e3))) return {
		json: void 0,
		problem: null
	};
	if (isTooDeep(text)) return {
		json: void 0,
		problem: `it is nested deeper than ${MAX_DEPTH$4} levels`
	};
	const json = parseBareJson(text);
	return json === void 0 ? {
		json,
		problem: problemOf$1(text)
	} : {
		json,
		problem: null
	};
}
function isTooDeep(text) {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) at = endOfString(text, at);
		else if (code === 91 || code === 123) {
			depth++;
			if (depth > MAX_DEPTH$4) return true;
		} else if (code === 93 || code === 125) depth--;
	}
	return false;
}
/** The position of the quote that ends the string which begins at `start`, or the end of the text. */
function endOfString(text, start) {
	let at = start + 1;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === 34) return at;
		at += code === 92 ? 2 : 1;
	}
	return text.length;
}
function problemOf$1(text) {
	try {
		JSON.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		if (/^(Unexpected end|Unterminated string)/.test(message)) return "it ends in the middle, as a truncated file does";
		const place = /\(line (\d+) column (\d+)\)/.exec(message);
		if (place !== null) return `it is broken at line ${place[1]}, column ${place[2]}`;
	}
	return "it is broken";
}

// src/ingest/other-outputs.ts
/** Outputs of known tools that are not read, because they say too little, by what stands in them; and what to write instead. */
const OUTPUTS = [
	[
		"\"catch2-version\"",
		"Catch2's JSON reporter, which drops the benchmarks",
		"run it with `-r xml`"
	],
	[
		"Catch2 v",
		"Catch2's console report",
		"run it with `-r xml`"
	],
	[
		"is a Catch v",
		"Catch2's console report",
		"run it with `-r xml`"
	],
	[
		"CPU   Iterations",
		"Google Benchmark's console report",
		"run it with `--benchmark_format=json`"
	],
	[
		"command,mean,stddev,median,user,system",
		"hyperfine's CSV",
		"run it with `--export-json FILE`"
	],
	[
		"Count,Message,Traceback,Nodes",
		"Locust's exceptions",
		"name the file that ends in `_stats.csv`"
	],
	[
		"Method,Name,Error,Occurrences",
		"Locust's failures",
		"name the file that ends in `_stats.csv`"
	],
	[
		"Timestamp,User Count,Type,Name",
		"Locust's history",
		"name the file that ends in `_stats.csv`"
	],
	[
		"%] ··",
		"asv's console report",
		"name the directory or file below `.asv/results`"
	],
	[
		"\"param_names\": [",
		"asv's list of benchmarks",
		"name the directory or file below `.asv/results`"
	],
	[
		/^\s*\[\s*\{\s*\}/,
		"a list of empty objects, as JSON.stringify makes of the tasks of tinybench 6",
		"write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })"
	],
	[
		"real	",
		"the shell's own `time`",
		"use GNU time: `/usr/bin/time -v`"
	]
];
/** Where in a text the sign of a tool is looked for. */
const LOOKED_AT = 1e5;
/** Which output of a known tool a text is, and what to write instead; null: none that is known. */
function otherOutput(text) {
	const start = text.slice(0, LOOKED_AT);
	const found = OUTPUTS.find(([sign]) => typeof sign === "string" ? start.includes(sign) : sign.test(start));
	return found === void 0 ? null : {
		tool: found[1],
		instead: found[2]
	};
}

// src/ingest/raw-input.ts
/** Of a file, or of all files of a directory together. */
const MAX_BYTES = 256 * 2 ** 20;
/** Bytes or text without a byte order mark; UTF-16 as Windows shells write it; null: no text. */
function decode(bytes) {
	const text = typeof bytes === "string" ? bytes.replace(/^\u{feff}/u, "") : decoder(bytes).decode(bytes);
	return text.includes("\0") ? null : text;
}
function decoder(bytes) {
	if (bytes[0] === 255 && bytes[1] === 254) return new TextDecoder("utf-16le");
	if (bytes[0] === 254 && bytes[1] === 255) return new TextDecoder("utf-16be");
	return new TextDecoder();
}

// src/ingest/json-shape.ts
/** Parts of a path that a message shows. */
const SHOWN_STEPS = 8;
/** A number of a tool's file, also Infinity; null or absent where the tool had none. */
const quantity$1 = custom$1((value) => value == null || typeof value === "number", { error: "expected a number" }).optional();
/** The file's JSON in the shape that a tool writes; throws a UserError that says where it is another. */
function shaped(schema, input, tool) {
	if (input.json === void 0) throw refusal(input, `${tool} writes JSON, and this is none`);
	const result = schema.safeParse(input.json);
	if (result.success) return result.data;
	const issue = deepest(result.error.issues);
	const where = issue.path.slice(0, SHOWN_STEPS).map(step).join("").replace(/^\./, "");
	throw refusal(input, `it is not what ${tool} writes: ${where === "" ? "" : `${where}: `}${issue.message}`);
}
/** The error for a file that cannot be read, and why. */
function refusal(input, why) {
	return new UserError("results", `cannot read the results in ${input.path}: ${why}`, "look at the file, write it again with the tool, or name its format");
}
/** True for objects that are neither null nor arrays. */
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function deepest(issues) {
	const [issue] = issues;
	if (issue === void 0) return {
		path: [],
		message: "it has another shape"
	};
	if (issue.code !== "invalid_union") return {
		path: [...issue.path],
		message: issue.message
	};
	const inner = issue.errors.map(deepest).sort((a, b) => b.path.length - a.path.length)[0];
	return inner === void 0 ? {
		path: [...issue.path],
		message: issue.message
	} : {
		path: [...issue.path, ...inner.path],
		message: inner.message
	};
}
function step(part) {
	if (typeof part === "number") return `[${part}]`;
	const name = String(part);
	return /^[\w$-]{1,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 60))}]`;
}

// src/ingest/at.ts
/** What a JSON value holds at a path of keys; undefined where there is nothing. */
function at(value, ...path) {
	let found = value;
	for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : void 0;
	return found;
}

// src/ingest/artillery.ts
const number$6 = number$7().nullable();
const statistics$1 = record(string(), record(string(), number$6));
const schema$6 = object({ aggregate: object({
	counters: record(string(), number$6).default({}),
	rates: record(string(), number$6).default({}),
	summaries: statistics$1.optional(),
	histograms: statistics$1.optional()
}) });
const ENDPOINT = "plugins.metrics-by-endpoint.";
const ENDPOINT_TIME = `${ENDPOINT}response_time.`;
/** Statistics of milliseconds by a part of their names; what a script records by itself can be anything. */
const TIMES$1 = ["response_time", "session_length"];
/** Counters of Artillery itself: requests, users, answers. They grow with the load. */
const OWN = [
	"http.",
	"vusers.",
	"plugins.",
	"errors.",
	"core.",
	"browser.",
	"socketio.",
	"websocket.",
	"engine."
];
/** Reads Artillery's report: `aggregate`, never the ten-second windows, whose load differs. */
const artillery = {
	name: "artillery",
	title: "Artillery: artillery run --output FILE",
	recognises: ({ json }) => {
		const aggregate = at(json, "aggregate");
		return isRecord(at(aggregate, "counters")) && isRecord(at(aggregate, "rates"));
	},
	read: (input) => {
		const { aggregate } = shaped(schema$6, input, "Artillery 2");
		const counters = new Map(Object.entries(aggregate.counters));
		const requests = requestsOf(counters);
		const found = Object.entries(aggregate.summaries ?? aggregate.histograms ?? {});
		if (found.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} summaries`);
		const warnings = ["Artillery rounds times to 0.1 ms and percentiles to buckets: small changes cannot be seen"];
		const benchmarks = found.map(([key, values]) => {
			const isTime = TIMES$1.some((word) => key.includes(word));
			if (!isTime) warnings.push(`${key}: the file does not say whether this is a time: its unit and direction are unknown`);
			const drafts = [...statisticsOf(new Map(Object.entries(values)), isTime), ...besideOf(key, {
				counters,
				requests,
				requestRate: aggregate.rates["http.request_rate"]
			})];
			const metrics = soundMetrics(key, [
				...drafts.slice(0, 1),
				...drafts.slice(-2),
				...drafts.slice(1, -2)
			], warnings);
			return benchmarkOf$3(key.startsWith(ENDPOINT_TIME) ? {
				path: ["endpoint"],
				name: key.slice(ENDPOINT_TIME.length),
				metrics
			} : {
				name: key,
				metrics
			});
		});
		const custom = [...counters].filter(([key]) => !OWN.some((start) => key.startsWith(start)));
		for (const [name, count] of custom.slice(0, MAX_BENCHMARKS$1)) {
			const drafts = [{
				id: "count",
				unit: "count",
				better: null,
				data: summary("other", count)
			}];
			benchmarks.push(benchmarkOf$3({
				name,
				metrics: soundMetrics(name, drafts, warnings)
			}));
		}
		if (benchmarks.length === 0) throw refusal(input, "it holds no summary");
		return {
			tool: "artillery",
			version: null,
			environment: {},
			benchmarks,
			warnings
		};
	}
};
function statisticsOf(values, isTime) {
	const id = isTime ? "time" : "value";
	const of = (id, statistic, key) => {
		const value = values.get(key);
		const scaled = value === null || value === void 0 ? null : value * (isTime ? 1e6 : 1);
		return {
			id,
			unit: isTime ? "ns" : "",
			better: isTime ? "lower" : null,
			data: summary(statistic, scaled, { count: values.get("count") })
		};
	};
	return [
		of(id, "mean", "mean"),
		of(`${id}.p50`, "other", "p50"),
		of(`${id}.p75`, "other", "p75"),
		of(`${id}.p90`, "other", "p90"),
		of(`${id}.p95`, "other", "p95"),
		of(`${id}.p99`, "other", "p99"),
		of(`${id}.p99.9`, "other", "p999"),
		of(`${id}.min`, "min", "min"),
		of(`${id}.max`, "max", "max")
	];
}
/** By endpoint, and under the empty name of all; in one pass, because a file can have as many endpoints as counters. */
function requestsOf(counters) {
	const all = /* @__PURE__ */ new Map();
	for (const [name, count] of counters) {
		const [endpoint, kind, code] = name.startsWith(ENDPOINT) ? splitEndpoint(name) : splitOwn(name);
		if (kind === null || count === null) continue;
		const requests = all.get(endpoint) ?? {
			answers: 0,
			wrong: 0,
			lost: 0
		};
		all.set(endpoint, requests);
		if (kind === "errors") requests.lost += count;
		else {
			requests.answers += count;
			if (Number(code) >= 400) requests.wrong += count;
		}
	}
	return all;
}
/** `plugins.metrics-by-endpoint./item.codes.200` */
function splitEndpoint(name) {
	for (const kind of ["codes", "errors"]) {
		const at = name.lastIndexOf(`.${kind}.`);
		if (at !== -1) return [
			name.slice(28, at),
			kind,
			name.slice(at + kind.length + 2)
		];
	}
	return [
		"",
		null,
		""
	];
}
function splitOwn(name) {
	if (name.startsWith("http.codes.")) return [
		"",
		"codes",
		name.slice(11)
	];
	return [
		"",
		name.startsWith("errors.") ? "errors" : null,
		""
	];
}
/** Throughput and error rate, always two; without data where the file has none for this summary. */
function besideOf(key, o) {
	const isHttp = key === "http.response_time";
	const isPartOfHttp = key.startsWith("http.response_time.");
	let failed = null;
	if (key === "vusers.session_length") failed = fraction(o.counters.get("vusers.failed") ?? 0, o.counters.get("vusers.created") ?? null);
	else if (isHttp || isPartOfHttp || key.startsWith(ENDPOINT_TIME)) {
		const isAll = isHttp || isPartOfHttp;
		const { answers, wrong, lost } = o.requests.get(isAll ? "" : key.slice(ENDPOINT_TIME.length)) ?? {
			answers: 0,
			wrong: 0,
			lost: 0
		};
		const asked = isAll ? o.counters.get("http.requests") ?? null : null;
		failed = fraction(wrong + lost, asked ?? answers + lost);
	}
	return [{
		id: "throughput",
		unit: "ops/s",
		better: "higher",
		data: summary("mean", isHttp ? o.requestRate ?? null : null)
	}, {
		id: "error-rate",
		unit: "fraction",
		better: "lower",
		data: summary("mean", failed)
	}];
}
const fraction = (part, whole) => whole === null || whole <= 0 ? null : Math.min(1, part / whole);

// src/ingest/asv.ts
/** Stands for a bare NaN; no tool writes it. */
const SKIPPED$1 = "benchgate: bare NaN";
const value$1 = union([
	number$7(),
	_null(),
	literal(SKIPPED$1)
]);
const entry$2 = union([value$1, array(value$1)]);
/** Version 1: the value itself, or an object when the benchmark has parameters or statistics. */
const v1Entry = union([value$1, object({
	result: entry$2,
	params: array(array(string())).nullish(),
	samples: array(array(number$7()).nullable()).nullish(),
	stats: array(object({ ci_99: tuple([unknown(), unknown()]).nullish() }).nullable()).nullish()
})]);
const schema$5 = object({
	version: number$7(),
	commit_hash: string().max(200).nullish(),
	env_name: string().nullish(),
	params: record(string(), unknown()).default({}),
	result_columns: array(string()).max(100).nullish(),
	results: record(string(), unknown())
});
const benchmarksSchema = record(string(), union([number$7(), object({
	type: string().max(100).nullish(),
	unit: string().max(100).nullish(),
	param_names: array(string()).nullish()
})]));
/** Reads asv's results of one commit. */
const asv = {
	name: "asv",
	title: "asv: a file of .asv/results, or the directory",
	recognises: (input) => {
		if (input.files === null) return isResults(input.json);
		return [...input.files].some(([path, text]) => isResultsPath(path) && isResults(parseBareJson(text)));
	},
	read: (input) => {
		const warnings = [];
		const described = descriptions(input);
		if (described === null) warnings.push("benchmarks.json is not beside the results: units are those that asv gives by name (time_ seconds, mem_ bytes)");
		const files = resultFiles(input).map((json) => shaped(schema$5, {
			...input,
			json
		}, "asv"));
		const [first] = files;
		if (first === void 0) throw refusal(input, "it holds no results of asv");
		if (files.some(({ commit_hash }) => commit_hash !== first.commit_hash)) throw refusal(input, `it holds the results of several commits, in ${files.length} files: name one`);
		const benchmarks = files.flatMap((file) => {
			const env = files.length > 1 ? file.env_name ?? null : null;
			return Object.entries(file.results).flatMap(([name, raw]) => {
				return benchmarksOf$2(name, resultOf$1(raw, file, input), {
					...described?.get(name) ?? presumed(name),
					env,
					warnings
				});
			});
		});
		if (benchmarks.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} benchmarks`);
		return {
			tool: "asv",
			version: null,
			environment: Object.fromEntries(Object.entries(first.params).flatMap(([key, value]) => typeof value === "string" ? [[key, value]] : [])),
			benchmarks,
			warnings
		};
	}
};
const isResults = (json) => typeof at(json, "commit_hash") === "string" && isRecord(at(json, "results")) && typeof at(json, "version") === "number";
/** The directory holds `benchmarks.json` and a `machine.json` for each machine, too. */
const isResultsPath = (path) => path.endsWith(".json") && !/(^|\/)(benchmarks|machine)\.json$/.test(path);
function resultFiles(input) {
	const marked = (text) => parseBareJson(text, JSON.stringify(SKIPPED$1));
	if (input.files === null) return [input.text.includes("NaN") ? marked(input.text) ?? input.json : input.json];
	return [...input.files].filter(([path]) => isResultsPath(path)).map(([, text]) => marked(text)).filter(isResults);
}
/** What benchmarks.json says, by the names of benchmarks; null without that file. */
function descriptions(input) {
	const text = [...input.files ?? []].find(([path]) => /(^|\/)benchmarks\.json$/.test(path))?.[1];
	if (text === void 0) return null;
	const written = shaped(benchmarksSchema, {
		...input,
		path: `${input.path}/benchmarks.json`,
		json: parseBareJson(text)
	}, "asv");
	return new Map(Object.entries(written).flatMap(([name, info]) => {
		if (typeof info === "number") return [];
		const { type, unit } = presumed(name);
		return [[name, {
			type: info.type ?? type,
			unit: info.unit ?? unit,
			paramNames: info.param_names ?? []
		}]];
	}));
}
/** As asv itself takes the type of a benchmark from its name. */
function presumed(name) {
	const last = name.slice(name.lastIndexOf(".") + 1);
	if (last.startsWith("mem_")) return {
		type: "memory",
		unit: "bytes",
		paramNames: []
	};
	if (last.startsWith("peakmem_")) return {
		type: "peakmemory",
		unit: "bytes",
		paramNames: []
	};
	if (last.startsWith("track_")) return {
		type: "track",
		unit: "unit",
		paramNames: []
	};
	return {
		type: "time",
		unit: "seconds",
		paramNames: []
	};
}
function resultOf$1(raw, file, input) {
	if (file.version === 1 || file.result_columns == null) {
		const written = shaped(v1Entry, {
			...input,
			json: raw
		}, "asv");
		if (typeof written !== "object" || written === null) return plainResult([written]);
		const stats = written.stats ?? [];
		return {
			...plainResult(Array.isArray(written.result) ? written.result : [written.result]),
			params: written.params ?? [],
			samples: written.samples ?? [],
			low: stats.map((of) => of?.ci_99?.[0]),
			high: stats.map((of) => of?.ci_99?.[1])
		};
	}
	const row = shaped(array(unknown()).nullable(), {
		...input,
		json: raw
	}, "asv") ?? [];
	const columns = file.result_columns;
	const column = (name) => {
		const index = columns.indexOf(name);
		return index === -1 ? null : row[index];
	};
	const list = (name) => shaped(array(unknown()).nullable(), {
		...input,
		json: column(name) ?? null
	}, "asv") ?? [];
	const results = shaped(entry$2, {
		...input,
		json: column("result") ?? null
	}, "asv");
	return {
		values: Array.isArray(results) ? results : [results],
		params: shaped(array(array(string())), {
			...input,
			json: list("params")
		}, "asv"),
		samples: shaped(array(array(number$7()).nullable()), {
			...input,
			json: list("samples")
		}, "asv"),
		low: list("stats_ci_99_a"),
		high: list("stats_ci_99_b")
	};
}
const plainResult = (values) => ({
	values,
	params: [],
	samples: [],
	low: [],
	high: []
});
/** One for each combination of parameters; when all failed at once there is one value, null, for all of them. */
function benchmarksOf$2(fullName, { values, params, samples: sampled, low, high }, o) {
	const steps = fullName.split(".");
	const name = steps.pop() ?? fullName;
	const [suite = null, ...path] = steps;
	const all = params.reduce((product, axis) => product * axis.length, 1);
	const isWhole = params.length > 0 && values.length < all;
	if (isWhole && values.some((value) => value !== null)) o.warnings.push(`${fullName}: ${values.length} results for ${all} combinations of parameters`);
	return values.map((value, index) => {
		const names = isWhole && values.length === 1 ? {} : Object.fromEntries(combination(params, o.paramNames, index));
		const withEnv = o.env === null ? names : {
			...names,
			env: o.env
		};
		const data = typeof value === "number" ? dataOf$3(value, {
			type: o.type,
			samples: sampled[index] ?? null,
			low: low[index],
			high: high[index]
		}) : null;
		const title = index === 0 ? fullName : `${fullName} (${index + 1})`;
		const metrics = data === null ? [] : soundMetrics(title, [{
			...normal(o),
			data: scaled$1(data, factorOf(o))
		}], o.warnings);
		const benchmark = benchmarkOf$3({
			suite,
			path,
			name,
			params: withEnv,
			metrics,
			failure: "asv recorded a failure"
		});
		return value === SKIPPED$1 ? {
			...benchmark,
			status: "skipped",
			message: null
		} : benchmark;
	});
}
/** The index counts through the last parameter first, as itertools.product does. */
function combination(params, names, index) {
	const pairs = [];
	let rest = index;
	for (let axis = params.length - 1; axis >= 0; axis--) {
		const values = params[axis] ?? [];
		if (values.length === 0) continue;
		pairs.unshift([names[axis] ?? `param${axis + 1}`, values[rest % values.length] ?? ""]);
		rest = Math.floor(rest / values.length);
	}
	return pairs;
}
function dataOf$3(value, o) {
	if (o.samples !== null && o.samples.length > 0) return samples("batch", [[...o.samples]]);
	if (o.type === "memory") return exact(value);
	const { low, high } = o;
	const spread = typeof low === "number" && typeof high === "number" ? {
		kind: "ci",
		low,
		high,
		level: .99
	} : null;
	return summary(o.type.startsWith("time") ? "median" : "other", value, { spread });
}
function scaled$1(data, factor) {
	switch (data.kind) {
		case "exact": return {
			...data,
			value: data.value * factor
		};
		case "samples": return {
			...data,
			groups: data.groups.map((group) => group.map((value) => value * factor))
		};
		case "summary": return {
			...data,
			centre: data.centre * factor,
			spread: data.spread?.kind === "ci" ? {
				...data.spread,
				low: data.spread.low * factor,
				high: data.spread.high * factor
			} : data.spread
		};
		default: return data;
	}
}
const factorOf = ({ unit }) => normalUnit(unit)?.factor ?? 1;
function normal({ type, unit }) {
	const known = normalUnit(unit);
	if (type === "track") return {
		id: "value",
		unit: known?.unit ?? unit,
		better: null
	};
	return {
		id: type.endsWith("memory") ? "memory" : type.startsWith("time") ? "time" : type,
		unit: known?.unit ?? unit,
		better: known?.better ?? null
	};
}

// src/ingest/autocannon.ts
const number$5 = number$7().nullish();
const stats = object({
	average: number$5,
	stddev: number$5,
	max: number$5,
	p50: number$5,
	p90: number$5,
	p97_5: number$5,
	p99: number$5,
	total: number$5,
	totalCount: number$5
});
const schema$4 = object({
	title: string().nullish(),
	url: string().nullish(),
	method: string().nullish(),
	connections: number$5,
	pipelining: number$5,
	duration: number$5,
	/** Seconds in which requests were counted. */
	samples: number$5,
	errors: number$5,
	mismatches: number$5,
	non2xx: number$5,
	latency: stats,
	requests: stats,
	throughput: stats
});
/** Reads autocannon's JSON: one benchmark a file. */
const autocannon = {
	name: "autocannon",
	title: "autocannon --json",
	recognises: ({ json }) => {
		const [requests, latency] = [at(json, "requests"), at(json, "latency")];
		return isRecord(requests) && isRecord(latency) && typeof at(json, "connections") === "number";
	},
	read: (input) => {
		const { latency, requests, throughput, ...run } = shaped(schema$4, input, "autocannon --json");
		const warnings = [];
		const name = run.title?.trim() ? run.title : pathOf(run.url ?? "");
		const answered = requests.total ?? 0;
		const wrong = (run.errors ?? 0) + (run.non2xx ?? 0) + (run.mismatches ?? 0);
		const asked = answered + (run.errors ?? 0);
		const sd = (value, factor) => value === null || value === void 0 ? null : {
			kind: "sd",
			value: value * factor
		};
		const time = (id, statistic, ms) => ({
			id,
			unit: "ns",
			better: "lower",
			data: summary(statistic, ms === null || ms === void 0 ? null : ms * 1e6, {
				spread: id === "time" ? sd(latency.stddev, 1e6) : null,
				count: latency.totalCount
			})
		});
		const drafts = [
			{
				id: "throughput",
				unit: "ops/s",
				better: "higher",
				data: summary("mean", requests.average, {
					spread: sd(requests.stddev, 1),
					count: run.samples
				})
			},
			time("time", "mean", latency.average),
			{
				id: "error-rate",
				unit: "fraction",
				better: "lower",
				data: summary("mean", asked > 0 ? Math.min(1, wrong / asked) : null, { count: asked })
			},
			{
				id: "bytes-per-second",
				unit: "B/s",
				better: "higher",
				data: summary("mean", throughput.average, {
					spread: sd(throughput.stddev, 1),
					count: run.samples
				})
			},
			time("time.p50", "other", latency.p50),
			time("time.p90", "other", latency.p90),
			time("time.p97.5", "other", latency.p97_5),
			time("time.p99", "other", latency.p99),
			time("time.max", "max", latency.max)
		];
		warnings.push("autocannon rounds every latency to whole milliseconds: judge the throughput; time and percentiles are for people");
		const metrics = answered > 0 ? soundMetrics(name, drafts, warnings) : [];
		const environment = Object.fromEntries(Object.entries({
			connections: run.connections,
			pipelining: run.pipelining,
			duration: run.duration
		}).flatMap(([key, value]) => value === null || value === void 0 ? [] : [[key, `${value}${key === "duration" ? " s" : ""}`]]));
		const failure = `no request was answered; ${run.errors ?? 0} errors`;
		return {
			tool: "autocannon",
			version: null,
			environment,
			benchmarks: [benchmarkOf$3({
				name,
				metrics,
				failure
			})],
			warnings
		};
	}
};
/** The path alone: base and head may listen on two ports, and a query or a user's part can hold a secret. */
function pathOf(url) {
	return URL.parse(url)?.pathname ?? "autocannon";
}

// src/ingest/lines.ts
/** The lines of a text, without their ends. */
function* linesOf(text) {
	let from = 0;
	while (from < text.length) {
		const newline = text.indexOf("\n", from);
		const end = newline === -1 ? text.length : newline;
		yield text.slice(from, end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
		from = end + 1;
	}
}
const CARRIAGE_RETURN = 13;
/** Each line that is one JSON object, in order; `other` is told of those lines that are neither blank nor an object. */
function* jsonLinesOf(text, other) {
	for (const line of linesOf(text)) {
		if (line.trim() === "") continue;
		const value = line.trimStart().startsWith("{") ? parsed$2(line) : void 0;
		if (typeof value === "object" && value !== null) yield value;
		else other(line);
	}
}
function parsed$2(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
/** The first line that is one JSON object, among the first few; null where there is none. */
function firstJsonLine(text) {
	if (!text.trimStart().startsWith("{")) return null;
	for (const value of jsonLinesOf(text.slice(0, DETECTION_LENGTH), () => {})) return value;
	return null;
}
/** More than the first line of any tool; detection has to stay cheap. */
const DETECTION_LENGTH = 1e5;
/** A number in decimal notation, commas between thousands allowed; null for all else, for `0x10`, `NaN` and the empty text. */
function decimal(text) {
	if (text.length > MAX_DIGITS) return null;
	const plain = text.replaceAll(",", "");
	if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null;
	const value = Number(plain);
	return Number.isFinite(value) ? value : null;
}
const MAX_DIGITS = 60;
/** A number as it is; NaN for what is none, so that it is counted among the values that are left out. */
const numeric$1 = (value) => typeof value === "number" ? value : NaN;

// src/ingest/twins.ts
/** Room for the largest suites; a file with more is no result of benchmarks. */
const MAX_BENCHMARKS = 2e4;
/** The benchmarks, each with a key of its own; throws where two share one, because nobody could say which is compared with which. */
function withoutTwins(input, benchmarks, remedy) {
	const keys = /* @__PURE__ */ new Set();
	for (const { key } of benchmarks) {
		if (keys.has(key)) throw refusal(input, `two benchmarks are called ${JSON.stringify(key.slice(0, MAX_SHOWN))}; ${remedy}`);
		keys.add(key);
	}
	return benchmarks;
}
const MAX_SHOWN = 200;

// src/ingest/benchmarkdotnet.ts
/** Reads `*-report-full-compressed.json`, and with fewer details the brief report. */
const benchmarkDotNet = {
	name: "benchmarkdotnet",
	title: "BenchmarkDotNet: `--exporters json`",
	recognises: ({ json }) => isRecord(at(json, "HostEnvironmentInfo")) && Array.isArray(at(json, "Benchmarks")),
	read: read$12
};
const text$5 = string().max(1e4);
const fileSchema$5 = object({
	HostEnvironmentInfo: looseObject({}),
	Benchmarks: array(object({
		DisplayInfo: text$5.nullish(),
		Namespace: text$5.nullish(),
		Type: text$5.nullish(),
		Method: text$5,
		Parameters: text$5.nullish(),
		Statistics: object({
			OriginalValues: array(unknown()).nullish(),
			N: number$7().nullish(),
			Mean: unknown().optional(),
			Median: unknown().optional(),
			StandardDeviation: unknown().optional()
		}).nullish(),
		Memory: unknown().optional(),
		Measurements: array(unknown()).nullish(),
		Metrics: unknown().optional()
	})).max(MAX_BENCHMARKS)
});
function read$12(input) {
	const file = shaped(fileSchema$5, input, "BenchmarkDotNet");
	if (file.Benchmarks.length === 0) throw refusal(input, "it holds no benchmarks");
	const names = file.Benchmarks.map(nameOf);
	const counts = /* @__PURE__ */ new Map();
	for (const name of names) counts.set(keyName(name), (counts.get(keyName(name)) ?? 0) + 1);
	const warnings = [];
	const benchmarks = file.Benchmarks.map((written, at) => {
		const name = names[at];
		const job = jobOf(written);
		if ((counts.get(keyName(name)) ?? 0) > 1 && job !== null) name.params["job"] = job;
		return toBenchmark$8(written, name, warnings);
	});
	const version = file.HostEnvironmentInfo["BenchmarkDotNetVersion"];
	return {
		tool: "BenchmarkDotNet",
		version: typeof version === "string" ? version.slice(0, 200) : null,
		environment: environmentOf$3(file.HostEnvironmentInfo),
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark and each job a name of its own"),
		warnings
	};
}
const keyName = ({ suite, name, params }) => keyOf$1([suite, name], params);
function nameOf({ Namespace: namespace, Type: type, Method: name, Parameters: written }) {
	const params = Object.create(null);
	for (const part of (written ?? "").split("&")) {
		const equals = part.indexOf("=");
		if (equals > 0) params[part.slice(0, equals)] = part.slice(equals + 1);
	}
	const suite = [namespace, type].filter((part) => part != null && part !== "").join(".");
	return {
		suite: suite === "" ? null : suite,
		name,
		params
	};
}
/** Several jobs (runtimes, platforms) run the same methods. The tool invents a part of a job's name anew in each run. */
function jobOf({ DisplayInfo: info, Method: method }) {
	const start = info?.indexOf(`${method}: `) ?? -1;
	if (info == null || start === -1) return null;
	const end = info.endsWith("]") ? info.lastIndexOf(" [") : -1;
	return info.slice(start + method.length + 2, end > start ? end : void 0).replace(/^Job-[A-Z]{4,10}(?=\()/, "Job");
}
function toBenchmark$8(written, name, warnings) {
	const shown = keyName(name);
	const time = timeOf$2(written);
	if (time === null) return benchmarkOf$3({
		...name,
		metrics: [],
		failure: "BenchmarkDotNet gives no statistics of it, because it failed"
	});
	const metrics = soundMetrics(shown, [
		{
			id: "time",
			unit: "ns",
			better: "lower",
			data: time
		},
		...memoryOf(written.Memory),
		...othersOf(written.Metrics)
	], warnings);
	if (metrics[0]?.id !== "time") return benchmarkOf$3({
		...name,
		metrics: []
	});
	const { data } = metrics[0];
	if (data.kind === "summary" && data.centre === 0) warnings.push(`${shown}: its time is 0, which is what an empty method or an error leaves`);
	return benchmarkOf$3({
		...name,
		metrics
	});
}
function timeOf$2({ Statistics: statistics, Measurements: measurements }) {
	if (statistics == null) return null;
	const launches = launchesOf(measurements ?? []);
	if (launches.length > 0) return samples("iteration", launches);
	if (statistics.OriginalValues?.length) return samples("iteration", [statistics.OriginalValues.map(numeric$1)]);
	const { Mean: mean, Median: median, StandardDeviation: sd, N: count = null } = statistics;
	const spread = typeof sd === "number" ? {
		kind: "sd",
		value: sd
	} : null;
	if (typeof mean === "number") return summary("mean", mean, {
		spread,
		count
	});
	return typeof median === "number" ? summary("median", median, { count }) : null;
}
/** Results of the workload in ns for each operation, those of one process together; all else is pilot, warmup and overhead. */
function launchesOf(measurements) {
	const launches = /* @__PURE__ */ new Map();
	for (const measurement of measurements) {
		if (at(measurement, "IterationMode") !== "Workload" || at(measurement, "IterationStage") !== "Result") continue;
		const launch = numeric$1(at(measurement, "LaunchIndex"));
		const values = launches.get(launch) ?? [];
		launches.set(launch, values);
		values.push(numeric$1(at(measurement, "Nanoseconds")) / numeric$1(at(measurement, "Operations")));
	}
	return [...launches.values()];
}
function memoryOf(memory) {
	const bytes = at(memory, "BytesAllocatedPerOperation");
	return typeof bytes === "number" ? [{
		id: "bytes",
		unit: "B",
		better: "lower",
		data: exact(bytes)
	}] : [];
}
/** What diagnosers add, each with its direction. */
function othersOf(metrics) {
	if (!Array.isArray(metrics)) return [];
	return metrics.flatMap((metric) => {
		const id = at(metric, "Descriptor", "Id");
		const value = at(metric, "Value");
		if (typeof id !== "string" || id === "Allocated Memory" || typeof value !== "number") return [];
		const written = at(metric, "Descriptor", "Unit");
		const unit = typeof written === "string" ? written : "";
		const known = normalUnit(unit);
		const greater = at(metric, "Descriptor", "TheGreaterTheBetter");
		const better = greater === true ? "higher" : greater === false ? "lower" : null;
		return [{
			id,
			unit: known?.unit ?? unit,
			better,
			data: summary("other", value * (known?.factor ?? 1))
		}];
	});
}
function environmentOf$3(host) {
	const environment = {};
	for (const key of [
		"OsVersion",
		"ProcessorName",
		"LogicalCoreCount",
		"RuntimeVersion",
		"Architecture",
		"Configuration"
	]) {
		const value = host[key];
		if (typeof value === "string" || typeof value === "number") environment[key] = String(value).slice(0, 200);
	}
	return environment;
}

// src/ingest/collect.ts
const NO_USABLE_VALUE = "no usable value was measured";
/** The metrics of one benchmark in the order in which its adapter finds them; numbers that are absent are passed over. */
var Collected = class {
	#drafts = [];
	#key;
	#warnings;
	constructor(key, warnings) {
		this.#key = key;
		this.#warnings = warnings;
	}
	/** Values in groups: those of one run belong together. */
	samples(metric, of, groups) {
		const { factor = 1, ...named } = metric;
		const scaled = groups.map((group) => group.map((value) => typeof value === "number" ? value * factor : NaN));
		this.#drafts.push({
			...named,
			data: {
				kind: "samples",
				of,
				groups: scaled
			}
		});
	}
	/** One number that stands for many. */
	summary(metric, statistic, centre, more = {}) {
		if (centre == null) return;
		const { factor = 1, ...named } = metric;
		const { spread = null, count } = more;
		const data = summary(statistic, centre * factor, {
			spread: spread && scaled(spread, factor),
			count
		});
		this.#drafts.push({
			...named,
			data
		});
	}
	/** A deterministic number. */
	exact(metric, value) {
		if (value == null) return;
		const { factor = 1, ...named } = metric;
		this.#drafts.push({
			...named,
			data: exact(value * factor)
		});
	}
	/** How the benchmark ended, given what was collected: without a usable metric it failed. */
	outcome() {
		const metrics = soundMetrics(this.#key, this.#drafts, this.#warnings);
		return metrics.length > 0 ? {
			status: "ok",
			message: null,
			metrics
		} : unmeasured("failed", NO_USABLE_VALUE);
	}
};
/** A benchmark that did not run to its end, and what the tool says of it. */
function unmeasured(status, message) {
	const line = message?.trimStart().split("\n", 1)[0]?.trim().slice(0, 500) ?? "";
	return {
		status,
		message: line === "" ? null : line,
		metrics: []
	};
}
/** The standard deviation or standard error that a tool states, where it states one. */
function spreadOf$3(kind, value) {
	return value == null ? null : {
		kind,
		value
	};
}
/** Bounds whose meaning no one defines, where both are there. */
function bounds(low, high) {
	return low == null || high == null ? null : {
		kind: "unknown",
		low,
		high
	};
}
function scaled(spread, factor) {
	if (spread.kind === "rme") return spread;
	return "value" in spread ? {
		...spread,
		value: spread.value * factor
	} : {
		...spread,
		low: spread.low * factor,
		high: spread.high * factor
	};
}

// src/ingest/time-metrics.ts
/** A time for which less is better, told in units of `factor` nanoseconds. */
function timeMetric(factor, statistic) {
	return {
		id: statistic === void 0 ? "time" : `time.${statistic}`,
		unit: "ns",
		better: "lower",
		factor
	};
}
/** Operations a second. */
const THROUGHPUT = {
	id: "throughput",
	unit: "ops/s",
	better: "higher"
};
/** Memory that one iteration allocates. */
const ALLOCATED = {
	id: "bytes",
	unit: "B",
	better: "lower"
};

// src/ingest/benchmarkjs.ts
const NS_PER_S$2 = 1e9;
/** The relative margin that Benchmark.js states is that of a 95 % interval of the mean. */
const RME_LEVEL = .95;
const RATE = " ops/sec ±";
const MAX_LINE$7 = 2e3;
const dump$1 = array(object({
	name: string(),
	hz: quantity$1,
	error: unknown().optional(),
	stats: object({
		sample: array(unknown()),
		rme: quantity$1
	})
}));
/** Reads what `String(event.target)` of Benchmark.js prints, or a list of `{ name, hz, stats }` that a script writes. */
const benchmarkjs = {
	name: "benchmarkjs",
	title: "Benchmark.js: its lines \"name x 1,234 ops/sec ±1.00% (90 runs sampled)\", or JSON of { name, hz, stats }",
	recognises: ({ json, text }) => json === void 0 ? text.includes(RATE) : isDump(json),
	read(input) {
		const warnings = [];
		return {
			tool: "Benchmark.js",
			version: null,
			environment: {},
			benchmarks: input.json === void 0 ? printed(input, warnings) : dumped(input, warnings),
			warnings
		};
	}
};
function isDump(json) {
	const first = Array.isArray(json) ? json[0] : null;
	return isRecord(first) && "hz" in first && isRecord(first.stats) && Array.isArray(first.stats.sample);
}
function dumped(input, warnings) {
	return shaped(dump$1, input, "a script of Benchmark.js").map(({ name, hz, error, stats }) => {
		const collected = new Collected(keyOf$1([name], {}), warnings);
		if (error != null || stats.sample.length === 0) return named$2(name, unmeasured("failed", typeof error === "string" ? error : null));
		collected.samples(timeMetric(NS_PER_S$2), "batch", [stats.sample]);
		addRate(collected, hz, stats.rme, stats.sample.length);
		return named$2(name, collected.outcome());
	});
}
function printed(input, warnings) {
	const benchmarks = [];
	for (const line of linesOf(input.text)) {
		if (line.length > MAX_LINE$7) continue;
		if (benchmarks.length > 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS$1} benchmarks; write several files`);
		const rate = rateOf$1(line);
		if (rate !== null) {
			const collected = new Collected(keyOf$1([rate.name], {}), warnings);
			addRate(collected, rate.hz, rate.rme, rate.runs);
			benchmarks.push(named$2(rate.name, collected.outcome()));
		} else if (line.includes(RATE)) warnings.push(`line ${JSON.stringify(line.slice(0, 100))} could not be read`);
		else if (line.endsWith(": ") && line.length > 2) benchmarks.push(named$2(line.slice(0, -2), unmeasured("failed", null)));
	}
	if (benchmarks.length === 0) throw refusal(input, "no line reads \"name x 1,234 ops/sec ±1.00% (90 runs sampled)\"");
	return benchmarks;
}
function rateOf$1(line) {
	const at = line.lastIndexOf(" x ");
	if (at <= 0) return null;
	const match = /^([\d,.]+|Infinity|NaN) ops\/sec ±([\d.]+|Infinity|NaN)% \((\d+) runs? sampled\)\s*$/.exec(line.slice(at + 3));
	if (match === null) return null;
	const [, hz, rme, runs] = match;
	return {
		name: line.slice(0, at),
		hz: Number(hz.replaceAll(",", "")),
		rme: Number(rme),
		runs: Number(runs)
	};
}
function addRate(collected, hz, rme, count) {
	const spread = rme == null ? null : {
		kind: "rme",
		value: rme / 100,
		level: RME_LEVEL
	};
	collected.summary(THROUGHPUT, "mean", hz, {
		spread,
		count
	});
}
function named$2(name, outcome) {
	return {
		key: keyOf$1([name], {}),
		suite: null,
		path: [],
		name,
		params: {},
		...outcome
	};
}

// src/ingest/benchmarktools-jl.ts
const TOOL = "BenchmarkTools.save";
const number$4 = number$7().nullish();
const typed = tuple([string().max(200), unknown()]);
const fileSchema$4 = tuple([object({
	Julia: string().max(100).nullish(),
	BenchmarkTools: string().max(100).nullish()
}), array(unknown()).max(MAX_BENCHMARKS$1)]);
const groupSchema = object({ data: record(string(), unknown()) });
const estimateSchema$2 = object({
	time: number$4,
	gctime: number$4,
	memory: number$4,
	allocs: number$4
});
const trialSchema = object({
	times: array(number$7().nullable()),
	memory: number$4,
	allocs: number$4
});
/** Deeper than anyone nests groups. */
const MAX_DEPTH$3 = 64;
/** Reads what Julia's BenchmarkTools saves: groups of trials, or of one estimate of each. */
const benchmarktoolsJl = {
	name: "benchmarktools-jl",
	title: "BenchmarkTools.jl: JSON of BenchmarkTools.save",
	recognises: ({ json }) => Array.isArray(json) && json.length === 2 && at(json[0], "BenchmarkTools") !== void 0 && Array.isArray(json[1]),
	read: (input) => {
		const [versions, values] = shaped(fileSchema$4, input, TOOL);
		const found = [];
		const warnings = [];
		for (const value of values) collect$1(value, [], {
			input,
			found,
			warnings
		});
		if (found.length === 0) throw refusal(input, "it holds no trial and no estimate");
		const environment = versions.Julia ? { julia: versions.Julia } : {};
		return {
			tool: "benchmarktools-jl",
			version: versions.BenchmarkTools ?? null,
			environment,
			benchmarks: found,
			warnings
		};
	}
};
function collect$1(value, path, o) {
	if (path.length > MAX_DEPTH$3) throw refusal(o.input, `groups are nested deeper than ${MAX_DEPTH$3}`);
	const [type, fields] = shaped(typed, {
		...o.input,
		json: value
	}, TOOL);
	const name = path.at(-1) ?? "benchmark";
	const title = path.join("/") || name;
	switch (type) {
		case "BenchmarkGroup":
			for (const [key, inner] of Object.entries(shaped(groupSchema, {
				...o.input,
				json: fields
			}, TOOL).data)) collect$1(inner, [...path, key], o);
			return;
		case "Trial":
		case "TrialEstimate": {
			const drafts = type === "Trial" ? ofTrial(fields, o.input) : ofEstimate(fields, o.input);
			const metrics = soundMetrics(title, drafts, o.warnings);
			o.found.push(benchmarkOf$3({
				path: path.slice(0, -1),
				name,
				metrics
			}));
			if (o.found.length > 2e4) throw refusal(o.input, `it has more than ${MAX_BENCHMARKS$1} benchmarks`);
			return;
		}
		default: if (isRecord(fields)) o.warnings.push(`${title}: a ${type} is no measurement and is left out`);
	}
}
const allocated = (memory, allocs) => [{
	id: "bytes",
	unit: "B",
	better: "lower",
	data: exact(memory)
}, {
	id: "allocs",
	unit: "count",
	better: "lower",
	data: exact(allocs)
}];
function ofTrial(fields, input) {
	const { times, memory, allocs } = shaped(trialSchema, {
		...input,
		json: fields
	}, TOOL);
	const values = times.map((time) => time ?? NaN);
	return [{
		id: "time",
		unit: "ns",
		better: "lower",
		data: samples("batch", [values])
	}, ...allocated(memory, allocs)];
}
function ofEstimate(fields, input) {
	const { time, gctime, memory, allocs } = shaped(estimateSchema$2, {
		...input,
		json: fields
	}, TOOL);
	return [
		{
			id: "time",
			unit: "ns",
			better: "lower",
			data: summary("other", time)
		},
		...allocated(memory, allocs),
		{
			id: "gc-time",
			unit: "ns",
			better: "lower",
			data: summary("other", gctime)
		}
	];
}

// src/ingest/bmf.ts
/** Measures that Bencher defines, by slug; the file names no units. */
const MEASURES = /* @__PURE__ */ new Map([
	["latency", {
		id: "time",
		unit: "ns",
		better: "lower"
	}],
	["throughput", {
		id: "throughput",
		unit: "ops/s",
		better: "higher"
	}],
	["build-time", {
		id: "build-time",
		unit: "ns",
		better: "lower",
		factor: 1e9
	}],
	["file-size", {
		id: "size",
		unit: "B",
		better: "lower",
		isExact: true
	}],
	["instructions", {
		id: "instructions",
		unit: "instructions",
		better: "lower",
		isExact: true
	}],
	["estimated-cycles", {
		id: "estimated-cycles",
		unit: "cycles",
		better: "lower",
		isExact: true
	}]
]);
/** What DHAT counts, in its own spelling. */
const DHAT = /^(Total|Max|Final) (Bytes|Blocks)$/;
/** Reads the Bencher Metric Format: benchmark, measure, `{ value, lower_value?, upper_value? }`. Its signature is weak, so it is tried last. */
const bmf = {
	name: "bmf",
	title: "Bencher Metric Format: { benchmark: { measure: { value } } }",
	recognises({ json }) {
		if (!isRecord(json)) return false;
		const measures = Object.values(json).flatMap((benchmark) => isRecord(benchmark) ? Object.values(benchmark) : [null]);
		return measures.length > 0 && measures.every(isMeasure);
	},
	read(input) {
		const warnings = [];
		return {
			tool: "bmf",
			version: null,
			environment: {},
			benchmarks: entriesOf(input, input.json, "the file").map(([name, measures]) => {
				const key = keyOf$1([name], {});
				const collected = new Collected(key, warnings);
				for (const [slug, measure] of entriesOf(input, measures, JSON.stringify(name.slice(0, 100)))) {
					if (!isMeasure(measure)) throw refusal(input, `measure ${JSON.stringify(slug.slice(0, 100))} has no numeric value`);
					add$1(collected, slug, measure, `${key}: ${slug}`, warnings);
				}
				return {
					key,
					suite: null,
					path: [],
					name,
					params: {},
					...collected.outcome()
				};
			}),
			warnings
		};
	}
};
function add$1(collected, slug, measure, where, warnings) {
	const { value, lower_value: low, upper_value: high } = measure;
	const { isExact = false, ...metric } = measureOf(slug);
	if (isExact && low == null && high == null) {
		collected.exact(metric, value);
		return;
	}
	const spread = bounds(low, high);
	const holds = spread?.kind === "unknown" && spread.low <= value && value <= spread.high;
	if (spread !== null && !holds) warnings.push(`${where}: its bounds do not hold its value and were left out`);
	collected.summary(metric, "other", value, { spread: holds ? spread : null });
}
/** What is known of a measure: Bencher's own by their slug, DHAT's (`Total Bytes`, `Max Blocks`) by their last word. */
function measureOf(name) {
	const slug = name.slice(0, 200).toLowerCase().replaceAll(/[ _]/g, "-");
	const known = MEASURES.get(slug);
	if (known !== void 0) return known;
	if (DHAT.test(name)) return {
		id: name,
		unit: name.endsWith("Bytes") ? "B" : "count",
		better: "lower",
		isExact: true
	};
	if (slug.endsWith("-bytes")) return {
		id: name,
		unit: "B",
		better: "lower"
	};
	if (slug.endsWith("-blocks")) return {
		id: name,
		unit: "count",
		better: "lower"
	};
	return {
		id: name,
		unit: "",
		better: null
	};
}
function isMeasure(measure) {
	return isRecord(measure) && typeof measure.value === "number" && [measure.lower_value, measure.upper_value].every((bound) => bound == null || typeof bound === "number");
}
function entriesOf(input, value, what) {
	if (!isRecord(value)) throw refusal(input, `${what} is no object of the Bencher Metric Format`);
	return Object.entries(value);
}

// src/ingest/criterion.ts
/** Reads `target/criterion`: of each benchmark the last run, in `new/`; `base/`, `change/` and reports are left alone. */
const criterion = {
	name: "criterion",
	title: "Criterion.rs: the directory `target/criterion`",
	recognises: ({ files }) => files !== null && [...files.keys()].some(isBenchmark),
	read: read$11
};
const isBenchmark = (path) => `/${path}`.endsWith("/new/benchmark.json");
const text$4 = string().max(1e4);
const benchmarkSchema = object({
	group_id: text$4,
	function_id: text$4.nullish(),
	value_str: text$4.nullish(),
	throughput: unknown().optional()
});
const sampleSchema = object({
	iters: array(unknown()),
	times: array(unknown())
});
const estimateSchema$1 = object({
	point_estimate: number$7(),
	confidence_interval: object({
		confidence_level: number$7(),
		lower_bound: number$7(),
		upper_bound: number$7()
	})
}).nullish();
const estimatesSchema = object({
	mean: estimateSchema$1,
	slope: estimateSchema$1
});
function read$11(input) {
	const files = input.files ?? /* @__PURE__ */ new Map();
	const paths = [...files.keys()].filter(isBenchmark).sort();
	if (paths.length === 0) throw refusal(input, "no `new/benchmark.json` of Criterion.rs is in it; give the directory `target/criterion`");
	if (paths.length > 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
	const warnings = [];
	const benchmarks = paths.map((path) => toBenchmark$7(path, files, input, warnings));
	return {
		tool: "Criterion.rs",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark a name of its own, or delete the directory and run again"),
		warnings
	};
}
function toBenchmark$7(path, files, input, warnings) {
	const folder = path.slice(0, -14);
	const content = (name, schema) => {
		const text = files.get(folder + name);
		return text === void 0 ? null : shaped(schema, {
			...input,
			path: `${input.path}/${folder}${name}`,
			json: parsed$1(text)
		}, "Criterion.rs");
	};
	const described = content("benchmark.json", benchmarkSchema);
	const sample = content("sample.json", sampleSchema);
	const time = sample === null ? estimated(content("estimates.json", estimatesSchema)) : measured$5(sample, folder, input);
	const { group_id: group, function_id: fn = null, value_str: value = null } = described;
	const own = [fn, value].filter((part) => part !== null).join("/");
	const drafts = [{
		id: "time",
		unit: "ns",
		better: "lower",
		data: time
	}];
	const work = workOf(described.throughput);
	if (time !== null && work !== null) drafts.push(throughput(time, work.unit, work.amount));
	return benchmarkOf$3({
		path: own === "" ? [] : [group],
		name: own === "" ? group : own,
		metrics: soundMetrics([group, own].filter(Boolean).join("/"), drafts, warnings),
		failure: "there is no sample.json of it"
	});
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Times of one iteration: a row is a batch, and in the linear mode each batch is longer than the one before. */
function measured$5({ iters, times }, folder, input) {
	if (iters.length !== times.length) throw refusal(input, `${folder}sample.json has ${iters.length} iteration counts and ${times.length} times`);
	return samples("batch", [times.map((time, at) => numeric$1(time) / numeric$1(iters[at]))]);
}
function estimated(estimates) {
	const estimate = estimates?.slope ?? estimates?.mean;
	if (estimate == null) return null;
	const { confidence_level: level, lower_bound: low, upper_bound: high } = estimate.confidence_interval;
	return summary(estimates?.slope == null ? "mean" : "other", estimate.point_estimate, { spread: {
		kind: "ci",
		low,
		high,
		level
	} });
}
/** What one iteration gets through: `{"Bytes": 4096}`, `{"Elements": 100}`. */
function workOf(written) {
	if (typeof written !== "object" || written === null) return null;
	for (const [kind, amount] of Object.entries(written)) {
		if (typeof amount !== "number" || !(amount > 0)) continue;
		if (kind === "Bytes" || kind === "BytesDecimal") return {
			unit: "B/s",
			amount
		};
		if (kind === "Elements") return {
			unit: "ops/s",
			amount
		};
	}
	return null;
}
/** The same measurement as a rate; times of 0 have none. */
function throughput(time, unit, amount) {
	const rate = (ns) => amount * 1e9 / ns;
	const draft = {
		id: "throughput",
		unit,
		better: "higher"
	};
	switch (time.kind) {
		case "samples": return {
			...draft,
			data: samples(time.of, time.groups.map((group) => group.filter((ns) => ns > 0).map(rate)))
		};
		case "summary": {
			const { centre, spread, ...rest } = time;
			const turned = spread?.kind === "ci" && spread.low > 0 ? {
				...spread,
				low: rate(spread.high),
				high: rate(spread.low)
			} : null;
			return {
				...draft,
				data: centre > 0 ? {
					...rest,
					centre: rate(centre),
					spread: turned
				} : null
			};
		}
		case "exact": return {
			...draft,
			data: null
		};
		default: return time;
	}
}

// src/ingest/cargo-criterion.ts
/** Reads the messages of `cargo criterion --message-format=json`, one object on each line. */
const cargoCriterion = {
	name: "cargo-criterion",
	title: "cargo-criterion: `--message-format=json`",
	recognises: ({ text, files }) => files === null && /"reason":\s?"benchmark-complete"/.test(text),
	read: read$10
};
const text$3 = string().max(1e4);
const estimateSchema = object({
	estimate: number$7(),
	lower_bound: number$7(),
	upper_bound: number$7(),
	unit: text$3
}).nullish();
const messageSchema = object({
	id: text$3,
	iteration_count: array(unknown()).nullish(),
	measured_values: array(unknown()).nullish(),
	unit: text$3.nullish(),
	throughput: array(object({
		per_iteration: number$7(),
		unit: text$3
	})).max(10).nullish(),
	typical: estimateSchema
});
/** The confidence that cargo-criterion computes with; a message does not carry it. */
const LEVEL$2 = .95;
function read$10(input) {
	const warnings = [];
	const benchmarks = [];
	for (const json of jsonLinesOf(input.text, () => {})) {
		if (json["reason"] !== "benchmark-complete") continue;
		if (benchmarks.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
		benchmarks.push(toBenchmark$6(shaped(messageSchema, {
			...input,
			json
		}, "cargo-criterion"), warnings));
	}
	if (benchmarks.length === 0) throw refusal(input, "no message `benchmark-complete` is in it; give what `cargo criterion --message-format=json` prints");
	return {
		tool: "cargo-criterion",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark a name of its own"),
		warnings
	};
}
function toBenchmark$6(message, warnings) {
	const written = message.unit ?? message.typical?.unit ?? "ns";
	const known = normalUnit(written);
	const data = dataOf$2(message, known?.factor ?? 1);
	const isTime = known?.unit === "ns";
	const drafts = [{
		id: isTime ? "time" : written,
		unit: known?.unit ?? written,
		better: "lower",
		data
	}];
	const work = message.throughput?.find(({ unit, per_iteration: amount }) => amount > 0 && (unit === "bytes" || unit === "elements"));
	if (isTime && data !== null && work !== void 0) drafts.push(throughput(data, work.unit === "bytes" ? "B/s" : "ops/s", work.per_iteration));
	return benchmarkOf$3({
		name: message.id,
		metrics: soundMetrics(message.id, drafts, warnings)
	});
}
function dataOf$2({ iteration_count: counts, measured_values: values, typical }, factor) {
	if (counts?.length && counts.length === values?.length) return samples("batch", [values.map((value, at) => numeric$1(value) / numeric$1(counts[at]) * factor)]);
	if (typical == null) return null;
	const { estimate, lower_bound: low, upper_bound: high } = typical;
	return summary("other", estimate * factor, { spread: {
		kind: "ci",
		low: low * factor,
		high: high * factor,
		level: LEVEL$2
	} });
}

// src/ingest/catch2.ts
/** Reads `-r xml`; the JSON and JUnit reporters drop benchmarks, and the console cuts their names. */
const catch2 = {
	name: "catch2",
	title: "Catch2: `-r xml`",
	recognises: ({ text, files }) => files === null && text.includes("<BenchmarkResults") && /<Catch(?:2TestRun)?[\s>]/.test(text),
	read: read$9
};
const MAX_DEPTH$2 = 1e3;
const MAX_TAG = 1e5;
function read$9(input) {
	const warnings = [];
	const found = /* @__PURE__ */ new Map();
	let version = null;
	/** Names of test case and sections around the place; null for every other element. */
	const around = [];
	let current = null;
	let isFailed = false;
	let repeated = 0;
	for (const tag of tagsOf(input)) {
		if (tag.kind !== "close") {
			const attributes = () => attributesOf(tag.attributes);
			if (tag.name === "Catch2TestRun") version = attributes().get("catch2-version") ?? null;
			else if (tag.name === "BenchmarkResults") current = start(attributes(), around);
			else if (tag.name === "mean" && current !== null) current.mean = attributes();
			else if (tag.name === "standardDeviation" && current !== null) current.deviation = attributes();
			else if (tag.name === "failed" && current !== null) current.failure = attributes().get("message") ?? "";
			else if (tag.name === "OverallResult") isFailed = attributes().get("success") === "false";
			if (tag.kind === "open") {
				if (around.length === MAX_DEPTH$2) throw refusal(input, `its elements are more than ${MAX_DEPTH$2} deep`);
				const isNamed = tag.name === "TestCase" || tag.name === "Section";
				around.push({
					tag: tag.name,
					name: isNamed ? (attributes().get("name") ?? "").trim() : null
				});
				continue;
			}
		} else {
			const last = around.pop();
			if (last?.tag !== tag.name) throw refusal(input, `an element ${tag.name.slice(0, 100)} ends that did not begin`);
			if (tag.name === "TestCase" && isFailed) {
				warnings.push(`test case ${last.name ?? ""} failed; its benchmarks were measured all the same`);
				isFailed = false;
			}
		}
		if (tag.name === "BenchmarkResults" && current !== null) {
			const benchmark = toBenchmark$5(current, warnings);
			current = null;
			if (found.has(benchmark.key)) repeated++;
			else if (found.size === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
			else found.set(benchmark.key, benchmark);
		}
	}
	if (found.size === 0) throw refusal(input, "no benchmark is in it; give what `-r xml` prints, without `--skip-benchmarks`");
	if (repeated > 0) warnings.push(`${repeated} results are left out, because their benchmark was measured before; give a section's benchmarks other names`);
	if (around.length > 0) warnings.push("the file was cut off; benchmarks at its end may be missing");
	return {
		tool: "Catch2",
		version,
		environment: {},
		benchmarks: [...found.values()],
		warnings
	};
}
function start(attributes, around) {
	const [suite = null, ...path] = around.flatMap(({ name }) => name === null ? [] : [name]);
	return {
		suite,
		path,
		name: attributes.get("name") ?? "",
		samples: decimal(attributes.get("samples") ?? ""),
		mean: null,
		deviation: null,
		failure: null
	};
}
function toBenchmark$5({ suite, path, name, samples: count, mean, deviation, failure }, warnings) {
	const value = (from, key) => decimal(from?.get(key) ?? "");
	const centre = value(mean, "value");
	const time = {
		id: "time",
		unit: "ns",
		better: "lower",
		data: failure === null ? summary("mean", centre, {
			spread: spreadOf$2(mean, value(deviation, "value")),
			count
		}) : null
	};
	return benchmarkOf$3({
		suite,
		path,
		name,
		metrics: soundMetrics(name, [time], warnings),
		failure: failure === "" ? null : failure
	});
}
/** The interval of the mean; without analysis Catch2 writes intervals of level 0 and a deviation of 0, which say nothing. */
function spreadOf$2(mean, sd) {
	const [level, low, high] = [
		"ci",
		"lowerBound",
		"upperBound"
	].map((key) => decimal(mean?.get(key) ?? ""));
	if (level != null && level > 0 && level < 1 && low != null && high != null) return {
		kind: "ci",
		low,
		high,
		level
	};
	return sd !== null && sd > 0 ? {
		kind: "sd",
		value: sd
	} : null;
}
/** The tags of the format that Catch2 writes: no entities of its own, no DTD. One pass, each character read once. */
function* tagsOf(input) {
	const { text } = input;
	let from = text.indexOf("<");
	for (; from !== -1; from = text.indexOf("<", from)) {
		const skipped = SKIPPED.find(([start]) => text.startsWith(start, from));
		if (skipped !== void 0) {
			const end = text.indexOf(skipped[1], from + skipped[0].length);
			if (end === -1) return;
			from = end + skipped[1].length;
			continue;
		}
		const end = tagEnd(text, from + 1);
		if (end === -1) {
			if (text.length - from > MAX_TAG) throw refusal(input, "a tag of it does not end");
			return;
		}
		yield tagOf(text.slice(from + 1, end));
		from = end + 1;
	}
}
const SKIPPED = [
	["<!--", "-->"],
	["<![CDATA[", "]]>"],
	["<?", "?>"],
	["<!", ">"]
];
/** Where the tag ends, `>` in quotes not counted; -1 when it does not within the bound. */
function tagEnd(text, from) {
	let quote = "";
	const last = Math.min(text.length, from + MAX_TAG);
	for (let at = from; at < last; at++) {
		const char = text[at];
		if (quote !== "") {
			if (char === quote) quote = "";
		} else if (char === "\"" || char === "'") quote = char;
		else if (char === ">") return at;
	}
	return -1;
}
function tagOf(text) {
	const isClose = text.startsWith("/");
	const isEmpty = text.endsWith("/");
	const body = text.slice(isClose ? 1 : 0, isEmpty ? -1 : void 0);
	const [name] = /^[^\s]*/.exec(body);
	return {
		name,
		attributes: body.slice(name.length),
		kind: isClose ? "close" : isEmpty ? "empty" : "open"
	};
}
function attributesOf(text) {
	const attributes = /* @__PURE__ */ new Map();
	const start = /\s*([^\s=]+)=(["'])/y;
	for (let found = start.exec(text); found !== null; found = start.exec(text)) {
		const end = text.indexOf(found[2], start.lastIndex);
		if (end === -1) break;
		attributes.set(found[1], decoded(text.slice(start.lastIndex, end)));
		start.lastIndex = end + 1;
	}
	return attributes;
}
const NAMED = /* @__PURE__ */ new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", "\""],
	["apos", "'"]
]);
const decoded = (text) => text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (written, hex, digits, name) => {
	if (name !== void 0) return NAMED.get(name) ?? written;
	const code = hex === void 0 ? Number(digits) : Number.parseInt(hex, 16);
	return code <= 1114111 ? String.fromCodePoint(code) : written;
});

// src/ingest/criterion-text.ts
/** Reads the lines `NAME time: [low estimate high]` of the console; the directory `target/criterion` says more. */
const criterionText = {
	name: "criterion-text",
	title: "Criterion.rs: what `cargo bench` prints",
	recognises: ({ text, files }) => files === null && TIME_LINE.test(text),
	read: read$8
};
/** With a unit of time: a change is `time: [-3.4% …]`. */
const TIME_LINE = /\btime: {1,20}\[[\d.]{1,20} (?:[pnu\u{b5}\u{3bc}m]?s) [\d.]/u;
const INTERVAL = /\b(time|thrpt): {1,20}\[([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20}) ([\d.]{1,20}) (\S{1,20})\]/;
const MAX_LINE$6 = 1e4;
/** What Criterion.rs computes with unless a suite sets another. */
const LEVEL$1 = .95;
function read$8(input) {
	const warnings = [];
	const found = [];
	let before = "";
	for (const line of linesOf(input.text)) {
		if (line.length > MAX_LINE$6) continue;
		const draft = intervalOf(line);
		if (draft?.id === "time") {
			if (found.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
			found.push({
				name: line.slice(0, line.indexOf("time:")).trim() || before,
				drafts: [draft]
			});
		} else if (draft !== null) found.at(-1)?.drafts.push(draft);
		else if (line.startsWith("error: bench failed") || line.includes(" panicked at ")) warnings.push("a benchmark of the file ended with an error; those behind it are missing");
		before = line.trim();
	}
	if (found.length === 0) throw refusal(input, "no line `NAME time: [low estimate high]` is in it");
	const benchmarks = found.map(({ name, drafts }) => {
		const metrics = soundMetrics(name, drafts, warnings);
		return benchmarkOf$3({
			name: name === "" ? "(no name)" : name,
			metrics
		});
	});
	return {
		tool: "Criterion.rs",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "write the output of each crate into a file of its own"),
		warnings: [...new Set(warnings)]
	};
}
function intervalOf(line) {
	const [, kind, ...words] = INTERVAL.exec(line) ?? [];
	const id = kind === "time" ? "time" : "throughput";
	const [low, centre, high] = [
		0,
		2,
		4
	].map((at) => {
		const normal = normalUnit(words[at + 1] ?? "");
		const value = decimal(words[at] ?? "");
		return normal !== null && id === "time" === (normal.unit === "ns") && value !== null ? {
			value: value * normal.factor,
			unit: normal.unit
		} : null;
	});
	if (low == null || centre == null || high == null) return null;
	const data = summary("other", centre.value, { spread: {
		kind: "ci",
		low: low.value,
		high: high.value,
		level: LEVEL$1
	} });
	return {
		id,
		unit: centre.unit,
		better: id === "time" ? "lower" : "higher",
		data
	};
}

// src/ingest/value-metric.ts
/** What a number amounts to of which a file says nothing but its unit, in whatever spelling. */
function valueMetric(unit) {
	const normal = normalUnit(unit);
	if (normal === null) return {
		id: "value",
		unit,
		better: null
	};
	if (normal.unit === "ns") return {
		id: "time",
		...normal
	};
	if (normal.unit === "ops/s") return {
		id: "throughput",
		...normal
	};
	const isOpen = normal.unit === "B" && !unit.includes("/");
	return {
		id: "value",
		...normal,
		better: isOpen ? null : normal.better
	};
}

// src/ingest/custom.ts
const MAX_RANGE = 100;
const file$3 = array(object({
	name: string(),
	value: quantity$1,
	unit: string(),
	range: union([string(), number$7()]).nullish()
}));
/**
* Reads a list of `{ name, value, unit, range? }`, the custom format of github-action-benchmark. Whether more is better
* stands in that action's `tool:`, not in the file; here the unit says it for times and rates, else the config has to.
*/
const custom = {
	name: "custom",
	title: "custom JSON: a list of { name, value, unit, range? }, as github-action-benchmark takes",
	recognises: ({ json }) => Array.isArray(json) && json.length > 0 && json.every((entry) => isRecord(entry) && typeof entry.name === "string" && typeof entry.unit === "string" && (typeof entry.value === "number" || entry.value === null)),
	read(input) {
		const warnings = [];
		const benchmarks = [];
		const byName = /* @__PURE__ */ new Map();
		for (const { name, value, unit, range } of shaped(file$3, input, "github-action-benchmark")) {
			const key = keyOf$1([name], {});
			const collected = new Collected(key, warnings);
			collected.summary(valueMetric(unit), "other", value, { spread: spreadOf$1(value, range) });
			const outcome = collected.outcome();
			const first = byName.get(name);
			const isNew = outcome.metrics.every(({ id }) => first?.metrics.every((metric) => metric.id !== id));
			if (first !== void 0 && first.status === "ok" && outcome.status === "ok" && isNew) {
				first.metrics.push(...outcome.metrics);
				continue;
			}
			if (benchmarks.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS$1} benchmarks`);
			const benchmark = {
				key,
				suite: null,
				path: [],
				name,
				params: {},
				...outcome
			};
			benchmarks.push(benchmark);
			if (first === void 0) byName.set(name, benchmark);
		}
		return {
			tool: "custom",
			version: null,
			environment: {},
			benchmarks,
			warnings
		};
	}
};
/** `3`, `"± 3"` and `"5%"`: what the number means is not defined, so that it is no more than a hint. */
function spreadOf$1(value, range) {
	if (value == null || range == null) return null;
	const text = String(range).slice(0, MAX_RANGE);
	const match = /^\s*(?:±|\+\/?-)?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%)?/i.exec(text);
	if (match === null) return null;
	const margin = Number(match[1]) * (match[2] === void 0 ? 1 : Math.abs(value) / 100);
	return bounds(value - margin, value + margin);
}

// src/ingest/suite-names.ts
/** Folders that tell two files of one name apart; more are not looked at. */
const MAX_STEPS = 20;
/**
* A short name for each absolute path or file URL: its file name, with as many folders as tell it from the others.
* Base and head lie in different folders and must give the same names.
*/
function suiteNames(paths) {
	const names = /* @__PURE__ */ new Map();
	let open = [...new Set(paths)].map((path) => ({
		path,
		steps: stepsOf(path)
	}));
	for (let length = 1; length <= MAX_STEPS && open.length > 0; length++) {
		const bySuffix = /* @__PURE__ */ new Map();
		for (const entry of open) {
			const suffix = entry.steps.slice(-length).join("/");
			const same = bySuffix.get(suffix);
			if (same === void 0) bySuffix.set(suffix, [entry]);
			else same.push(entry);
		}
		open = [];
		for (const [suffix, entries] of bySuffix) if (entries.length === 1) names.set(entries[0].path, suffix);
		else open.push(...entries);
	}
	for (const { path } of open) names.set(path, path);
	return names;
}
function stepsOf(path) {
	return path.replace(/^file:\/\//, "").replaceAll("\\", "/").split("/").filter((step) => step !== "");
}

// src/ingest/deno.ts
const measurement = object({
	n: quantity$1,
	min: quantity$1,
	avg: quantity$1,
	p75: quantity$1,
	p99: quantity$1
});
const failure$2 = object({
	message: string().nullish(),
	exceptionMessage: string().nullish()
});
const file$2 = object({
	runtime: string(),
	cpu: string().nullish(),
	benches: array(object({
		origin: string(),
		group: string().nullish(),
		name: string(),
		results: array(object({
			ok: measurement.nullish(),
			failed: failure$2.nullish()
		}))
	}))
});
/** Reads `deno bench --json`. */
const deno = {
	name: "deno",
	title: "Deno: deno bench --json",
	recognises: ({ json }) => isRecord(json) && typeof json.runtime === "string" && Array.isArray(json.benches),
	read(input) {
		const { runtime, cpu, benches } = shaped(file$2, input, "deno bench --json");
		const warnings = [];
		const suites = suiteNames(benches.map(({ origin }) => origin));
		const benchmarks = benches.map(({ origin, group, name, results }) => {
			const suite = suites.get(origin) ?? origin;
			const key = keyOf$1([
				suite,
				group ?? null,
				name
			], {});
			if (results.length > 1) warnings.push(`${key}: ${results.length - 1} results behind the first were left out`);
			return {
				key,
				suite,
				path: group == null ? [] : [group],
				name,
				params: {},
				...measured$4(results[0], key, warnings)
			};
		});
		return {
			tool: "deno",
			version: /^Deno\/(\S+)/i.exec(runtime)?.[1] ?? null,
			environment: {
				runtime,
				...cpu == null ? {} : { cpu }
			},
			benchmarks,
			warnings
		};
	}
};
function measured$4(result, key, warnings) {
	const { ok, failed } = result ?? {};
	if (ok == null) return unmeasured("failed", failed?.message ?? failed?.exceptionMessage);
	const collected = new Collected(key, warnings);
	collected.summary(timeMetric(1), "min", ok.min, {
		spread: bounds(ok.min, ok.p75),
		count: ok.n
	});
	collected.summary(timeMetric(1, "mean"), "mean", ok.avg, { count: ok.n });
	collected.summary(timeMetric(1, "p75"), "other", ok.p75);
	collected.summary(timeMetric(1, "p99"), "other", ok.p99);
	return collected.outcome();
}

// src/ingest/divan.ts
/** Reads the tree that `cargo bench` prints with Divan, which has no output for machines; what allocators and counters add is left out. */
const divan = {
	name: "divan",
	title: "Divan: `cargo bench`, the table of the console",
	recognises: ({ text, files }) => files === null && HEAD$1.test(text),
	read: read$7
};
const HEAD$1 = /^\S+ +fastest +│ +slowest +│ +median +│ +mean +│ +samples +│ +iters/m;
const MAX_LINE$5 = 1e4;
const MAX_DEPTH$1 = 100;
function read$7(input) {
	const warnings = [];
	const benchmarks = [];
	let suite = null;
	let path = [];
	for (const line of linesOf(input.text)) {
		if (line.length > MAX_LINE$5) continue;
		if (HEAD$1.test(line)) {
			suite = line.split(/\s/, 1)[0];
			path = [];
			continue;
		}
		const branch = suite === null ? null : branchOf(line);
		if (branch === null) continue;
		const [first, slowest, median, , count] = branch.rest.split("│").map((cell) => cell.trim());
		const { name, time: fastest } = nameAndTime(first);
		path = [...path.slice(0, branch.depth), name];
		if (fastest === null) continue;
		if (benchmarks.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
		const high = timeOf$1(slowest ?? "");
		const data = summary("median", timeOf$1(median ?? ""), {
			spread: high === null ? null : {
				kind: "unknown",
				low: fastest,
				high
			},
			count: decimal(count ?? "")
		});
		const metrics = soundMetrics(path.join("/"), [{
			id: "time",
			unit: "ns",
			better: "lower",
			data
		}], warnings);
		benchmarks.push(benchmarkOf$3({
			suite,
			path: path.slice(0, -1),
			name,
			metrics
		}));
	}
	if (benchmarks.length === 0) throw refusal(input, "no benchmark of Divan is in it");
	return {
		tool: "Divan",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark a name of its own"),
		warnings
	};
}
/** How deep a line of the tree hangs, and what is on it; null for lines that only continue another. */
function branchOf(line) {
	let depth = 0;
	while (depth < MAX_DEPTH$1 && (line.startsWith("│  ", depth * 3) || line.startsWith("   ", depth * 3))) depth++;
	return line.startsWith("├─ ", depth * 3) || line.startsWith("╰─ ", depth * 3) ? {
		depth,
		rest: line.slice(depth * 3 + 3)
	} : null;
}
/** The name and the fastest time share a cell; a name may hold spaces, a group has no time. */
function nameAndTime(cell) {
	const words = cell.split(/\s+/);
	const time = timeOf$1(words.slice(-2).join(" "));
	return time === null || words.length < 3 ? {
		name: words.join(" "),
		time: null
	} : {
		name: words.slice(0, -2).join(" "),
		time
	};
}
function timeOf$1(cell) {
	const [value, unit, ...more] = cell.split(/\s+/);
	const number = decimal(value ?? "");
	return number === null || unit === void 0 || more.length > 0 ? null : toNanoseconds(number, unit);
}

// src/ingest/go.ts
/** Reads what `go test -bench` prints, as text and with `-json`; a name that comes back within one package adds a value. */
const go = {
	name: "go",
	title: "Go: `go test -bench .`, as text or with `-json`",
	recognises: ({ text, files }) => files === null && (isTest2Json(text) || RESULT_LINE.test(text)),
	read: read$6
};
const RESULT_LINE = /^Benchmark\S*[ \t]+\d+[ \t]+[\d.+NI]/m;
/** Longer lines are output of the program under test. */
const MAX_LINE$4 = 1e4;
/** Name of what stands for all of a package that failed. */
const WHOLE_PACKAGE = "(package)";
const MAX_MESSAGE$1 = 500;
const IDS = /* @__PURE__ */ new Map([
	["ns/op", "time"],
	["B/op", "bytes"],
	["allocs/op", "allocs"],
	["MB/s", "throughput"]
]);
/** What does not depend on the time that it takes. */
const COUNTED$1 = /* @__PURE__ */ new Set(["B/op", "allocs/op"]);
function read$6(input) {
	const reading = {
		found: /* @__PURE__ */ new Map(),
		environment: {},
		better: /* @__PURE__ */ new Map(),
		warnings: [],
		process: 0,
		broken: 0
	};
	for (const text of isTest2Json(input.text) ? outputs(input.text, reading.warnings) : [input.text]) readText(text, reading, input);
	const found = leaves([...reading.found.values()]);
	if (found.length === 0) throw refusal(input, "no benchmark of Go is in it; give what `go test -run '^$' -bench .` prints");
	if (reading.broken > 0) reading.warnings.push(`${reading.broken} results are left out, because something else was printed into their lines`);
	const procs = suffixMeaning(found.map(({ written }) => written).filter((name) => name !== WHOLE_PACKAGE));
	if (procs.kind === "fixed") reading.environment["GOMAXPROCS"] = procs.value;
	if (procs.kind === "unclear") reading.warnings.push("only some names end in a number, so that it cannot be told from GOMAXPROCS; all names are kept as they are written");
	const benchmarks = found.map((one) => toBenchmark$4(one, procs, reading));
	return {
		tool: "Go",
		version: null,
		environment: reading.environment,
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark of a package a name of its own"),
		warnings: reading.warnings
	};
}
function isTest2Json(text) {
	const first = firstJsonLine(text);
	return typeof first?.["Action"] === "string" && ("Package" in first || "ImportPath" in first || "Output" in first);
}
/** What each package printed: packages run side by side, and one line may come in several events. */
function outputs(text, warnings) {
	const parts = /* @__PURE__ */ new Map();
	let others = 0;
	for (const event of jsonLinesOf(text, () => others++)) {
		const { Action: action, Package: name, Output: output } = event;
		if (action !== "output" || typeof output !== "string") continue;
		const key = typeof name === "string" ? name : "";
		const list = parts.get(key);
		if (list === void 0) parts.set(key, [output]);
		else list.push(output);
	}
	if (others > 0) warnings.push(`${others} lines are left out, because they are not JSON`);
	return [...parts].map(([name, output]) => (name === "" ? "" : `pkg: ${name}\n`) + output.join(""));
}
function readText(text, reading, input) {
	let suite = null;
	let failing = null;
	reading.process++;
	for (const line of linesOf(text)) {
		if (line.length > MAX_LINE$4) continue;
		if (failing !== null && line.startsWith("    ") && !line.trimStart().startsWith("---")) {
			failing.failure ??= line.trim().slice(0, MAX_MESSAGE$1);
			continue;
		}
		failing = null;
		if (line.startsWith("Benchmark")) readResult(line, suite, reading, input);
		else if (line.startsWith("pkg: ")) {
			suite = line.slice(5).trim();
			reading.process++;
		} else if (/^(?:PASS|FAIL|ok)(?:\s|$)/.test(line)) {
			const failed = /^FAIL\s+(?!exit status)(\S+)(.*)$/.exec(line);
			if (failed !== null && !hasFailure(failed[1], reading)) entry$1(failed[1].slice(0, MAX_MESSAGE$1), WHOLE_PACKAGE, reading, input).failure ??= `the package failed ${/\[.*\]/.exec(failed[2].slice(0, MAX_MESSAGE$1))?.[0] ?? "before its end"}`;
			if (line !== "PASS" && line !== "FAIL") suite = null;
			reading.process++;
		} else if (line.startsWith("Unit ")) readUnit(line, reading.better);
		else if (/^(?:goos|goarch|cpu): /.test(line)) {
			const colon = line.indexOf(":");
			reading.environment[line.slice(0, colon)] = line.slice(colon + 1).trim().slice(0, MAX_MESSAGE$1);
		} else {
			const outcome = /^ *--- (FAIL|SKIP): (Benchmark\S*)/.exec(line);
			if (outcome === null) continue;
			const one = entry$1(suite, outcome[2], reading, input);
			if (outcome[1] === "SKIP") one.isSkipped = true;
			else failing = one;
		}
	}
}
const hasFailure = (suite, { found }) => [...found.values()].some((one) => one.suite === suite && one.failure !== null);
function readResult(line, suite, reading, input) {
	const [name, iterations, ...rest] = line.trim().split(/\s+/);
	if (iterations === void 0 || !/^\d{1,15}$/.test(iterations)) return;
	const values = [];
	for (let at = 0; at < rest.length; at += 2) {
		const value = numberOf$1(rest[at]);
		const unit = rest[at + 1];
		if (value !== null && unit !== void 0) values.push([unit, value]);
	}
	if (values.length === 0 || values.length * 2 < rest.length) {
		reading.broken++;
		return;
	}
	const found = entry$1(suite, name, reading, input);
	for (const [unit, value] of values) {
		const groups = found.values.get(unit) ?? /* @__PURE__ */ new Map();
		found.values.set(unit, groups);
		const group = groups.get(reading.process);
		if (group === void 0) groups.set(reading.process, [value]);
		else group.push(value);
	}
}
/** NaN for what the tool writes where there is no number, null for what is not its writing. */
const numberOf$1 = (word) => decimal(word) ?? (/^[+-]?(?:NaN|Inf)$/.test(word) ? NaN : null);
function entry$1(suite, written, { found }, input) {
	const key = keyOf(suite, written);
	const known = found.get(key);
	if (known !== void 0) return known;
	if (found.size === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks; split it into several files`);
	const one = {
		suite,
		written,
		values: /* @__PURE__ */ new Map(),
		failure: null,
		isSkipped: false
	};
	found.set(key, one);
	return one;
}
/** A package has no spaces in it, and neither has a name. */
const keyOf = (suite, written) => `${suite ?? ""} ${written}`;
/** `Unit req/s better=higher` is how a suite says what its own units mean. */
function readUnit(line, better) {
	const [, unit, ...settings] = line.split(/\s+/);
	for (const setting of settings) {
		if (setting === "better=higher") better.set(unit, "higher");
		if (setting === "better=lower") better.set(unit, "lower");
	}
}
/** Without those that only report that one below them failed or was skipped. */
function leaves(found) {
	const parents = /* @__PURE__ */ new Set();
	for (const { suite, written } of found) for (let slash = written.indexOf("/"); slash !== -1; slash = written.indexOf("/", slash + 1)) parents.add(keyOf(suite, written.slice(0, slash)));
	return found.filter(({ suite, written, values }) => values.size > 0 || !parents.has(keyOf(suite, written)));
}
/**
* What `-8` behind names means. The tool writes GOMAXPROCS there unless it is 1, so that a machine with more cores would
* rename every benchmark; a name can also end like that by itself. All of one number: GOMAXPROCS. Each name with each of
* several numbers: a list of `-cpu`. Anything else cannot be told, and names stay as they are.
*/
function suffixMeaning(names) {
	const byName = /* @__PURE__ */ new Map();
	const all = /* @__PURE__ */ new Set();
	for (const written of names) {
		const { name, procs } = split$2(written);
		const seen = byName.get(name) ?? /* @__PURE__ */ new Set();
		byName.set(name, seen.add(procs));
		all.add(procs);
	}
	if (all.size === 1) {
		const [value] = all;
		return value === NO_SUFFIX ? { kind: "none" } : {
			kind: "fixed",
			value
		};
	}
	return { kind: [...byName.values()].every((seen) => seen.size === all.size) ? "varies" : "unclear" };
}
/** What the tool leaves out stands for one. */
const NO_SUFFIX = "1";
function split$2(written) {
	const dash = written.lastIndexOf("-");
	const procs = written.slice(dash + 1);
	return dash > 0 && /^[1-9]\d{0,5}$/.test(procs) && procs !== NO_SUFFIX ? {
		name: written.slice(0, dash),
		procs
	} : {
		name: written,
		procs: NO_SUFFIX
	};
}
function toBenchmark$4(found, suffix, { better, warnings }) {
	const { name: stripped, procs } = split$2(found.written);
	const full = suffix.kind === "fixed" || suffix.kind === "varies" ? stripped : found.written;
	const params = Object.create(null);
	const path = [];
	for (const part of full.split("/")) {
		const equals = part.indexOf("=");
		const param = part.slice(0, Math.max(equals, 0));
		if (path.length > 0 && equals > 0 && !Object.hasOwn(params, param)) params[param] = part.slice(equals + 1);
		else path.push(part);
	}
	if (suffix.kind === "varies") params["procs"] = procs;
	const name = path.pop();
	const metrics = found.failure === null && !found.isSkipped ? metricsOf$4(found, better) : [];
	const benchmark = benchmarkOf$3({
		suite: found.suite,
		path,
		name,
		params,
		metrics: soundMetrics(full, metrics, warnings),
		failure: found.failure
	});
	return found.isSkipped ? {
		...benchmark,
		status: "skipped",
		message: null
	} : benchmark;
}
function metricsOf$4({ values }, better) {
	return [...values].map(([written, groups]) => {
		const known = normalUnit(written) ?? withPrefix(written);
		const factor = known?.factor ?? 1;
		const data = COUNTED$1.has(written) ? counted : samples;
		return {
			id: IDS.get(written) ?? written,
			unit: known?.unit ?? written,
			better: better.get(written) ?? known?.better ?? null,
			data: data("repetition", [...groups.values()].map((group) => group.map((value) => value * factor)))
		};
	}).sort((a, b) => Number(b.id === "time") - Number(a.id === "time"));
}
/** `p99-ns/op` is a time that the suite has named. */
const withPrefix = (unit) => {
	const dash = unit.lastIndexOf("-");
	return dash === -1 ? null : normalUnit(unit.slice(dash + 1));
};

// src/ingest/google-benchmark.ts
/** Reads `--benchmark_format=json` and `--benchmark_out`: single rows are preferred to the aggregates beside them. */
const googleBenchmark = {
	name: "google-benchmark",
	title: "Google Benchmark: `--benchmark_out=FILE --benchmark_out_format=json`",
	recognises: ({ json }) => at(json, "context", "num_cpus") !== void 0 && Array.isArray(at(json, "benchmarks")),
	read: read$5
};
const MAX_ROWS = 1e6;
const text$2 = string().max(1e4);
const rowSchema = looseObject({
	name: text$2,
	run_name: text$2.optional(),
	run_type: text$2.optional(),
	aggregate_name: text$2.optional(),
	repetitions: number$7().optional(),
	time_unit: text$2.optional(),
	error_occurred: boolean().optional(),
	error_message: text$2.optional(),
	skipped: boolean().optional(),
	skip_message: text$2.optional()
});
const fileSchema$3 = object({
	context: looseObject({}),
	benchmarks: array(rowSchema).max(MAX_ROWS)
});
/** Numbers of a row that are no measurement; all others but the times are counters of the user. */
const NO_COUNTERS = /* @__PURE__ */ new Set([
	"family_index",
	"per_family_instance_index",
	"repetitions",
	"repetition_index",
	"threads",
	"iterations",
	"real_time",
	"cpu_time"
]);
/** What does not depend on the time that it takes. */
const COUNTED = /* @__PURE__ */ new Set(["allocs_per_iter", "total_allocated_bytes"]);
function read$5(input) {
	const file = shaped(fileSchema$3, input, "Google Benchmark");
	const families = /* @__PURE__ */ new Map();
	for (const row of file.benchmarks) add(families, row, input);
	if (families.size === 0) throw refusal(input, "it holds no benchmarks");
	const warnings = [];
	const benchmarks = [...families].map(([name, family]) => toBenchmark$3(name, family, input, warnings));
	return {
		tool: "Google Benchmark",
		version: stringOf(file.context["library_version"]),
		environment: environmentOf$2(file.context),
		benchmarks: withoutTwins(input, benchmarks, "give each benchmark a name of its own"),
		warnings
	};
}
function add(families, row, input) {
	const isAggregate = row.run_type === "aggregate" || row.run_type === void 0 && OLD_AGGREGATE.test(row.name);
	const aggregate = row.aggregate_name ?? (isAggregate ? OLD_AGGREGATE.exec(row.name)?.[1] ?? null : null);
	if (aggregate === "BigO" || aggregate === "RMS") return;
	const name = row.run_name ?? (aggregate === null ? row.name : row.name.slice(0, -aggregate.length - 1));
	const family = families.get(name) ?? {
		rows: [],
		aggregates: /* @__PURE__ */ new Map(),
		failure: null,
		isSkipped: false
	};
	if (families.size === 2e4 && !families.has(name)) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks; split it with --benchmark_filter`);
	families.set(name, family);
	if (row.error_occurred === true) family.failure ??= row.error_message ?? "the benchmark reported an error";
	else if (row.skipped === true) family.isSkipped = true;
	else if (isAggregate) family.aggregates.set(aggregate ?? "", row);
	else family.rows.push(row);
}
const OLD_AGGREGATE = /_(mean|median|stddev|cv|BigO|RMS)$/;
function toBenchmark$3(written, family, input, warnings) {
	const { name, params } = split$1(written);
	const drafts = family.failure === null && !family.isSkipped ? metricsOf$3(written, family, input) : [];
	const metrics = soundMetrics(written, drafts, warnings);
	const benchmark = benchmarkOf$3({
		name,
		params,
		metrics,
		failure: family.failure
	});
	return family.isSkipped && family.failure === null ? {
		...benchmark,
		status: "skipped",
		message: null
	} : benchmark;
}
/** `BM_Sort/n:1000/8/real_time`: named arguments are parameters, the rest tells two benchmarks apart and is the name. */
function split$1(written) {
	const params = Object.create(null);
	return {
		name: written.split("/").filter((part, at) => {
			const [, param, value] = /^([A-Za-z_][\w ]{0,99}):([^:].*)$/s.exec(part) ?? [];
			if (at === 0 || param === void 0 || Object.hasOwn(params, param)) return true;
			params[param] = value;
			return false;
		}).join("/"),
		params
	};
}
function metricsOf$3(name, family, input) {
	const first = family.rows[0] ?? family.aggregates.get("mean") ?? family.aggregates.get("median");
	if (first === void 0) return [];
	const draft = (key, as, factor) => ({
		...as,
		data: dataOf$1(family, (row) => numeric$1(row[key]) * factor(row), COUNTED.has(key))
	});
	const timeFactor = (row) => nanoseconds(row, input);
	const real = draft("real_time", {
		id: "time",
		unit: "ns",
		better: "lower"
	}, timeFactor);
	const cpu = draft("cpu_time", {
		id: "cpu-time",
		unit: "ns",
		better: "lower"
	}, timeFactor);
	const counters = Object.entries(first).filter(([key, value]) => typeof value === "number" && !NO_COUNTERS.has(key)).map(([key]) => draft(key, counter$1(key), () => 1));
	return /\/(?:real|manual)_time(?:\/|$)/.test(name) ? [
		real,
		cpu,
		...counters
	] : [
		cpu,
		real,
		...counters
	];
}
function dataOf$1(family, value, isCounted) {
	if (family.rows.length > 0) return (isCounted ? counted : samples)("repetition", [family.rows.map(value)]);
	const count = (row) => row.repetitions ?? null;
	const mean = family.aggregates.get("mean");
	const sd = family.aggregates.get("stddev");
	if (mean !== void 0) {
		const spread = sd === void 0 ? null : {
			kind: "sd",
			value: value(sd)
		};
		return summary("mean", value(mean), {
			spread,
			count: count(mean)
		});
	}
	const median = family.aggregates.get("median");
	return median === void 0 ? null : summary("median", value(median), { count: count(median) });
}
function nanoseconds({ time_unit: unit = "ns" }, input) {
	const normal = normalUnit(unit);
	if (normal?.unit === "ns") return normal.factor;
	throw refusal(input, "a time_unit of it is none of ns, us, ms and s");
}
/** A counter has no unit in the file; only the tool's own ones and their suffix say what they count. */
function counter$1(key) {
	switch (key) {
		case "bytes_per_second": return {
			id: "throughput",
			unit: "B/s",
			better: "higher"
		};
		case "items_per_second": return {
			id: "item-throughput",
			unit: "ops/s",
			better: "higher"
		};
		case "allocs_per_iter": return {
			id: "allocs",
			unit: "count",
			better: "lower"
		};
		case "max_bytes_used": return {
			id: "memory",
			unit: "B",
			better: "lower"
		};
		case "total_allocated_bytes": return {
			id: "bytes",
			unit: "B",
			better: "lower"
		};
		default: return key.endsWith("_per_second") ? {
			id: key,
			unit: "ops/s",
			better: "higher"
		} : {
			id: key,
			unit: "",
			better: null
		};
	}
}
const stringOf = (value) => typeof value === "string" ? value.slice(0, 200) : null;
function environmentOf$2(context) {
	const environment = {};
	for (const key of [
		"host_name",
		"num_cpus",
		"mhz_per_cpu",
		"cpu_scaling_enabled",
		"library_build_type"
	]) {
		const value = context[key];
		if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") environment[key] = String(value).slice(0, 200);
	}
	return environment;
}

// src/ingest/valgrind-counts.ts
const count = (id, better, unit = "count") => ({
	id,
	unit,
	better,
	factor: 1
});
const percent$1 = (id, better) => ({
	id,
	unit: "fraction",
	better,
	factor: .01
});
const bytes = (id) => ({
	id,
	unit: "B",
	better: "lower",
	factor: 1
});
/**
* What Valgrind's tools count, by the event names of gungraun's JSON. A hit has no direction of its own: fewer in the first
* level is better when fewer were needed, and worse when they became misses.
*/
const EVENTS = /* @__PURE__ */ new Map([
	["Ir", count("instructions", "lower", "instructions")],
	["EstimatedCycles", count("estimated-cycles", "lower", "cycles")],
	["L1hits", count("l1-hits", null)],
	["LLhits", count("ll-hits", null)],
	["RamHits", count("ram-hits", "lower")],
	["TotalRW", count("reads-and-writes", "lower")],
	["Dr", count("data-reads", "lower")],
	["Dw", count("data-writes", "lower")],
	["I1mr", count("i1-read-misses", "lower")],
	["D1mr", count("d1-read-misses", "lower")],
	["D1mw", count("d1-write-misses", "lower")],
	["ILmr", count("ll-instruction-read-misses", "lower")],
	["DLmr", count("ll-data-read-misses", "lower")],
	["DLmw", count("ll-data-write-misses", "lower")],
	["I1MissRate", percent$1("i1-miss-rate", "lower")],
	["D1MissRate", percent$1("d1-miss-rate", "lower")],
	["LLiMissRate", percent$1("ll-instruction-miss-rate", "lower")],
	["LLdMissRate", percent$1("ll-data-miss-rate", "lower")],
	["LLMissRate", percent$1("ll-miss-rate", "lower")],
	["L1HitRate", percent$1("l1-hit-rate", "higher")],
	["LLHitRate", percent$1("ll-hit-rate", null)],
	["RamHitRate", percent$1("ram-hit-rate", "lower")],
	["Bc", count("conditional-branches", "lower")],
	["Bcm", count("conditional-branch-misses", "lower")],
	["Bi", count("indirect-branches", "lower")],
	["Bim", count("indirect-branch-misses", "lower")],
	["Ge", count("bus-events", "lower")],
	["SysCount", count("system-calls", "lower")],
	["TotalBytes", bytes("bytes")],
	["TotalBlocks", count("allocs", "lower")],
	["AtTGmaxBytes", bytes("memory")],
	["AtTGmaxBlocks", count("memory-blocks", "lower")],
	["AtTEndBytes", bytes("memory-at-end")],
	["AtTEndBlocks", count("memory-blocks-at-end", "lower")],
	["ReadsBytes", bytes("bytes-read")],
	["WritesBytes", bytes("bytes-written")]
]);
/** The same by what is printed, of iai too. Its accesses of a cache are gungraun's hits. */
const LABELS = /* @__PURE__ */ new Map([
	["Instructions", "Ir"],
	["Estimated Cycles", "EstimatedCycles"],
	["L1 Hits", "L1hits"],
	["L1 Accesses", "L1hits"],
	["L2 Hits", "LLhits"],
	["L2 Accesses", "LLhits"],
	["LL Hits", "LLhits"],
	["RAM Hits", "RamHits"],
	["RAM Accesses", "RamHits"],
	["Total read+write", "TotalRW"],
	["Total bytes", "TotalBytes"],
	["Total blocks", "TotalBlocks"],
	["At t-gmax bytes", "AtTGmaxBytes"],
	["At t-gmax blocks", "AtTGmaxBlocks"],
	["At t-end bytes", "AtTEndBytes"],
	["At t-end blocks", "AtTEndBlocks"],
	["Reads bytes", "ReadsBytes"],
	["Writes bytes", "WritesBytes"]
]);
/** Time spent in the kernel, in the only two counts that two runs do not share; their unit is not in the file. */
const NOT_DETERMINISTIC = /* @__PURE__ */ new Set(["SysTime", "SysCpuTime"]);
/** How a count is told, by its event name or its printed label; null for times among the counts. */
function valgrindCount(name) {
	const event = LABELS.get(name) ?? name;
	if (NOT_DETERMINISTIC.has(event)) return null;
	return EVENTS.get(event) ?? count(event.toLowerCase().replaceAll(" ", "-"), null);
}

// src/ingest/valgrind-text.ts
/** Longest line that can be a title or a count. */
const MAX_LINE$3 = 1e4;
const ESCAPE = "\x1B";
/** The blocks of a text: a line at the margin, and indented lines `Label:   1234…` below it. Colours are taken off. At most `maxBlocks`. */
function countBlocks(text, maxBlocks) {
	const blocks = [];
	let title = null;
	let counts = null;
	for (const raw of linesOf(text)) {
		if (raw.length > MAX_LINE$3) continue;
		const line = withoutColours(raw).trimEnd();
		if (line === "") continue;
		if (!line.startsWith(" ")) {
			title = line;
			counts = null;
			continue;
		}
		const colon = line.indexOf(":");
		const value = line.slice(colon + 1).trimStart();
		if (colon === -1 || title === null || !/^(\d|N\/A\|)/.test(value)) continue;
		if (counts === null) {
			if (blocks.length >= maxBlocks) break;
			counts = /* @__PURE__ */ new Map();
			blocks.push({
				title,
				counts
			});
		}
		const label = line.slice(0, colon).trim();
		if (!counts.has(label)) counts.set(label, value);
	}
	return blocks;
}
/** The number that a value starts with; null for `N/A`. */
function countOf$1(value) {
	const digits = /^\d{1,20}(\.\d{1,20})?/.exec(value)?.[0];
	return digits === void 0 ? null : Number(digits);
}
/** Without ANSI escape sequences: `ESC [`, parameters, one final character. */
function withoutColours(line) {
	if (!line.includes(ESCAPE)) return line;
	const [start = "", ...rest] = line.split(ESCAPE);
	return start + rest.map((part) => part.replace(/^\[[0-?]*[ -/]*[@-~]/, "")).join("");
}

// src/ingest/gungraun.ts
const value = object({
	Int: number$7().optional(),
	Float: number$7().optional()
});
const metric$1 = object({ metrics: object({
	Left: value.optional(),
	Right: value.optional(),
	Both: tuple([value, value]).optional()
}) });
const schema$3 = object({
	version: string().max(100),
	module_path: string(),
	id: string().nullish(),
	profiles: array(object({
		tool: string().max(100),
		summaries: object({ total: object({ summary: union([string(), record(string(), record(string(), metric$1))]) }) })
	})).max(100)
});
/** The version of the JSON whose fields are known. */
const KNOWN_VERSION = "6";
/** Reads gungraun's and iai-callgrind's JSON, one object a benchmark, and their text; cargo's lines may be between. */
const gungraun = {
	name: "gungraun",
	title: "gungraun, iai-callgrind: text or JSON of cargo bench",
	recognises: ({ text, json }) => {
		if (json !== void 0) return typeof at(json, "module_path") === "string" && Array.isArray(at(json, "profiles"));
		return text.includes("\"module_path\"") && text.includes("\"profiles\"") || /^ +[A-Z][^:\n]{0,40}: +(\d[\d.]{0,30}|N\/A)\|/m.test(text.includes("\x1B") ? blackAndWhite(text) : text);
	},
	read: (input) => {
		const warnings = [];
		const written = (input.json === void 0 ? objectsIn(input) : [input.json]).filter((object) => at(object, "module_path") !== void 0);
		const benchmarks = written.length > 0 ? written.map((object) => benchmarkOfObject(object, input, warnings)) : countBlocks(input.text, MAX_BENCHMARKS$1 + 1).map((block) => benchmarkOfBlock(block, warnings));
		if (benchmarks.length === 0) throw refusal(input, "it holds no benchmark of gungraun");
		if (benchmarks.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} benchmarks`);
		return {
			tool: "gungraun",
			version: null,
			environment: {},
			benchmarks,
			warnings: [...new Set(warnings)]
		};
	}
};
/** Enough of the text to see its first benchmarks, without colours. */
function blackAndWhite(text) {
	return countBlocks(text.slice(0, 1e6), 10).flatMap(({ counts }) => [...counts].map(([label, value]) => ` ${label}: ${value}`)).join("\n");
}
/** The JSON objects among the lines: on a line of their own, or from a line `{` to a line `}`. */
function objectsIn(input) {
	const objects = [];
	if (!input.text.includes("\"module_path\"")) return objects;
	let open = null;
	let number = 0;
	for (const line of linesOf(input.text)) {
		number++;
		if (open !== null) {
			open.push(line);
			if (line !== "}") continue;
			objects.push(parsed(open.join("\n"), number, input));
			open = null;
		} else if (line === "{") open = [line];
		else if (line.startsWith("{\"")) objects.push(parsed(line, number, input));
		if (objects.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} objects`);
	}
	if (open !== null) throw refusal(input, "the JSON in it was cut off");
	return objects;
}
function parsed(text, line, input) {
	try {
		return JSON.parse(text);
	} catch {
		throw refusal(input, `the JSON that ends in line ${line} is broken`);
	}
}
function benchmarkOfObject(object, input, warnings) {
	const { version, module_path, id, profiles } = shaped(schema$3, {
		...input,
		json: object
	}, "gungraun");
	if (version !== KNOWN_VERSION) warnings.push(`written in version ${version} of gungraun's JSON; read as version ${KNOWN_VERSION}`);
	const name = id ? `${module_path} ${id}` : module_path;
	const drafts = [];
	const taken = /* @__PURE__ */ new Set();
	for (const { tool, summaries } of profiles) {
		const { summary } = summaries.total;
		if (typeof summary === "string") continue;
		for (const [event, { metrics }] of Object.values(summary).flatMap((events) => Object.entries(events))) {
			const named = valgrindCount(event);
			if (named === null) {
				warnings.push(`${event} is left out: a time whose unit is not in the file`);
				continue;
			}
			const now = metrics.Left ?? metrics.Both?.[0];
			const number = now?.Int ?? now?.Float;
			if (number === void 0) {
				warnings.push(`${name}: ${named.id} is left out: only the old run has it`);
				continue;
			}
			const own = taken.has(named.id) ? `${tool.toLowerCase()}-${named.id}` : named.id;
			taken.add(own);
			drafts.push({
				id: own,
				unit: named.unit,
				better: named.better,
				data: exact(number * named.factor)
			});
		}
	}
	const metrics = soundMetrics(name, drafts, warnings).sort((a, b) => rank(a.id) - rank(b.id));
	return benchmarkOf$3({
		...placeOf(module_path, id ?? null),
		metrics
	});
}
const FIRST$1 = [
	"instructions",
	"estimated-cycles",
	"bytes",
	"allocs",
	"memory"
];
const rank = (id) => (FIRST$1.indexOf(id) + FIRST$1.length + 1) % (FIRST$1.length + 1);
/** `crate::group::function` and the id of its case. */
function placeOf(modulePath, id) {
	const steps = [...modulePath.split("::"), ...id === null || id === "" ? [] : [id]];
	const name = steps.pop() ?? modulePath;
	const [suite = null, ...path] = steps;
	return {
		suite,
		path,
		name
	};
}
/** `crate::group::function id:arguments`; the id tells cases apart, and arguments may be cut. */
function benchmarkOfBlock({ title, counts }, warnings) {
	const space = title.indexOf(" ");
	const modulePath = space === -1 ? title : title.slice(0, space);
	const id = space === -1 ? null : title.slice(space + 1).split(":", 1)[0] ?? null;
	const drafts = [...counts].flatMap(([label, value]) => {
		const named = valgrindCount(label);
		if (named === null) return [];
		const number = countOf$1(value);
		return [{
			id: named.id,
			unit: named.unit,
			better: named.better,
			data: exact(number === null ? null : number * named.factor)
		}];
	});
	const metrics = soundMetrics(title, drafts, warnings);
	return benchmarkOf$3({
		...placeOf(modulePath, id),
		metrics,
		failure: "only the old run has it"
	});
}

// src/ingest/hyperfine.ts
/** Reads `--export-json`: each value is the time of one process. */
const hyperfine = {
	name: "hyperfine",
	title: "hyperfine: `--export-json FILE`",
	recognises: ({ json }) => {
		const results = at(json, "results");
		return Array.isArray(results) && typeof at(results[0], "command") === "string";
	},
	read: read$4
};
const number$3 = number$7().nullish();
const fileSchema$2 = object({ results: array(object({
	command: string().max(1e5),
	mean: number$3,
	stddev: number$3,
	user: number$3,
	system: number$3,
	times: array(unknown()).nullish(),
	memory_usage_byte: array(unknown()).nullish(),
	exit_codes: array(unknown()).nullish(),
	parameters: unknown().optional()
})).max(MAX_BENCHMARKS) });
function read$4(input) {
	const { results } = shaped(fileSchema$2, input, "hyperfine");
	if (results.length === 0) throw refusal(input, "it holds no results");
	const warnings = [];
	const benchmarks = results.map((result) => toBenchmark$2(result, warnings));
	return {
		tool: "hyperfine",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "give each command a name of its own with `-n`"),
		warnings
	};
}
function toBenchmark$2(result, warnings) {
	const params = Object.create(null);
	for (const [name, value] of Object.entries(isRecord(result.parameters) ? result.parameters : {})) params[name] = typeof value === "string" ? value : JSON.stringify(value);
	const failure = failureOf$1(result.exit_codes ?? []);
	const metrics = failure === null ? soundMetrics(shown(result.command), metricsOf$2(result), warnings) : [];
	if (metrics[0]?.data.kind === "samples" && metrics[0].data.groups[0].includes(0)) warnings.push(`${shown(result.command)}: some times are 0, because hyperfine subtracts what starting the shell takes; use \`-N\`, or measure a longer command`);
	return benchmarkOf$3({
		name: result.command,
		params,
		metrics,
		failure
	});
}
/** With `-i` hyperfine goes on after a failure; a command that fails is mostly faster, and says nothing. */
function failureOf$1(codes) {
	const bad = codes.filter((code) => code !== 0);
	if (bad.length === 0) return null;
	const kinds = [...new Set(bad.map((code) => typeof code === "number" ? `exit code ${code}` : "ended by a signal"))];
	return `${bad.length} of ${codes.length} runs failed: ${kinds.slice(0, 5).join(", ")}`;
}
function metricsOf$2({ times, mean, stddev, user, system, memory_usage_byte: memory }) {
	const count = times?.length ?? null;
	const seconds = (value) => value == null ? null : value * 1e9;
	const sd = seconds(stddev);
	const spread = sd === null ? null : {
		kind: "sd",
		value: sd
	};
	return [
		{
			id: "time",
			unit: "ns",
			better: "lower",
			data: count === null || count === 0 ? summary("mean", seconds(mean), { spread }) : samples("process", [times.map((time) => numeric$1(time) * 1e9)])
		},
		{
			id: "user-time",
			unit: "ns",
			better: "lower",
			data: summary("mean", seconds(user), { count })
		},
		{
			id: "system-time",
			unit: "ns",
			better: "lower",
			data: summary("mean", seconds(system), { count })
		},
		{
			id: "memory",
			unit: "B",
			better: "lower",
			data: memory == null ? null : samples("process", [memory.map(numeric$1)])
		}
	];
}
const shown = (command) => command.length > 100 ? `${command.slice(0, 100)}…` : command;

// src/ingest/iai.ts
/** Reads what iai prints: counts of instructions and accesses under Valgrind. */
const iai = {
	name: "iai",
	title: "iai: text of cargo bench",
	recognises: ({ text }) => /^ +L1 Accesses: +\d/m.test(text),
	read: (input) => {
		const warnings = [];
		const blocks = countBlocks(input.text, MAX_BENCHMARKS$1 + 1);
		if (blocks.length === 0) throw refusal(input, "it holds no counts of iai");
		if (blocks.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} benchmarks`);
		return {
			tool: "iai",
			version: null,
			environment: {},
			benchmarks: blocks.map(({ title, counts }) => {
				const drafts = [...counts].flatMap(([label, value]) => {
					const named = valgrindCount(label);
					if (named === null) return [];
					const { id, unit, better } = named;
					return [{
						id,
						unit,
						better,
						data: exact(countOf$1(value))
					}];
				});
				return benchmarkOf$3({
					name: title,
					metrics: soundMetrics(title, drafts, warnings)
				});
			}),
			warnings
		};
	}
};

// src/ingest/jmh.ts
/** Reads `-rf json`: each fork is a group of its iterations, or of single calls where the mode samples them. */
const jmh = {
	name: "jmh",
	title: "JMH: `-rf json -rff FILE`",
	recognises: ({ json }) => Array.isArray(json) && typeof at(json[0], "benchmark") === "string" && isRecord(at(json[0], "primaryMetric")),
	read: read$3
};
const text$1 = string().max(1e4);
/** A number, or the word "NaN" where there is none. */
const metricSchema = object({
	score: unknown().optional(),
	scoreConfidence: array(unknown()).nullish(),
	scoreUnit: text$1,
	rawData: array(array(unknown())).nullish(),
	rawDataHistogram: array(array(array(array(unknown()).max(2)))).nullish()
});
const fileSchema$1 = array(object({
	jmhVersion: text$1.nullish(),
	jdkVersion: text$1.nullish(),
	vmName: text$1.nullish(),
	benchmark: text$1,
	mode: text$1,
	params: unknown().optional(),
	primaryMetric: metricSchema,
	secondaryMetrics: unknown().optional()
})).max(MAX_BENCHMARKS);
/** Calls that are kept of a fork in the mode that samples them; more add nothing to a quantile, and there can be millions. */
const MAX_CALLS = 1e4;
/** The bounds of a score belong to this confidence, whatever the settings. */
const LEVEL = .999;
function read$3(input) {
	const elements = shaped(fileSchema$1, input, "JMH");
	if (elements.length === 0) throw refusal(input, "it holds no benchmarks");
	const warnings = [];
	const benchmarks = /* @__PURE__ */ new Map();
	for (const element of elements) addTo(benchmarks, toBenchmark$1(element, input, warnings), element, input);
	return {
		tool: "JMH",
		version: elements[0].jmhVersion ?? null,
		environment: environmentOf$1(elements[0]),
		benchmarks: [...benchmarks.values()],
		warnings
	};
}
/** The modes of one benchmark are elements of their own in the file; here they are metrics of one. */
function addTo(benchmarks, next, { mode }, input) {
	const known = benchmarks.get(next.key);
	if (known === void 0) {
		benchmarks.set(next.key, next);
		return;
	}
	const ids = new Set(known.metrics.map(({ id }) => id));
	const [primary, ...secondary] = next.metrics;
	if (primary === void 0) return;
	const id = ids.has(primary.id) ? `${primary.id} (${mode})` : primary.id;
	if (known.metrics.length === 0 || ids.has(id)) {
		const shown = JSON.stringify(next.key.slice(0, 200));
		throw refusal(input, `two results of one mode are called ${shown}; give the file of one run`);
	}
	const more = [{
		...primary,
		id
	}, ...secondary.filter((metric) => !ids.has(metric.id))];
	known.metrics.push(...more);
}
function toBenchmark$1(element, input, warnings) {
	const dot = element.benchmark.lastIndexOf(".");
	const suite = dot > 0 ? element.benchmark.slice(0, dot) : null;
	const name = element.benchmark.slice(dot + 1);
	const params = Object.create(null);
	for (const [param, value] of Object.entries(isRecord(element.params) ? element.params : {})) params[param] = typeof value === "string" ? value : JSON.stringify(value);
	const metrics = soundMetrics(keyOf$1([suite, name], params), metricsOf$1(element, input), warnings);
	const primary = primaryId(element);
	return benchmarkOf$3({
		suite,
		name,
		params,
		metrics: metrics[0]?.id === primary ? metrics : []
	});
}
/** By its unit; where that is unknown, by the mode. */
function primaryId({ mode, primaryMetric }) {
	const unit = normalUnit(primaryMetric.scoreUnit)?.unit;
	if (unit === "ns") return "time";
	return unit === "ops/s" || mode === "thrpt" ? "throughput" : "time";
}
function metricsOf$1(element, input) {
	const { primaryMetric, secondaryMetrics } = element;
	const id = primaryId(element);
	const known = normalUnit(primaryMetric.scoreUnit);
	const drafts = [{
		id,
		unit: known?.unit ?? primaryMetric.scoreUnit,
		better: id === "throughput" ? "higher" : "lower",
		data: dataOf(primaryMetric, known?.factor ?? 1)
	}];
	for (const [name, json] of Object.entries(isRecord(secondaryMetrics) ? secondaryMetrics : {})) {
		if (!isRecord(json) || typeof json["scoreUnit"] !== "string") continue;
		drafts.push(secondary(name, shaped(metricSchema, {
			...input,
			json
		}, "JMH")));
	}
	return drafts;
}
/** What profilers and auxiliary counters add. Older versions put a middle dot and the name of the method before it. */
function secondary(written, metric) {
	const name = written.slice(written.lastIndexOf("·") + 1);
	if (name === "gc.alloc.rate.norm") return {
		id: "bytes",
		unit: "B",
		better: "lower",
		data: dataOf(metric, 1)
	};
	if (name === "gc.alloc.rate" && metric.scoreUnit === "MB/sec") return {
		id: name,
		unit: "B/s",
		better: null,
		data: dataOf(metric, 1024 ** 2)
	};
	const known = normalUnit(metric.scoreUnit);
	return {
		id: name,
		unit: known?.unit ?? metric.scoreUnit,
		better: name.startsWith("gc.") ? null : known?.better ?? null,
		data: dataOf(metric, known?.factor ?? 1)
	};
}
function dataOf({ score, scoreConfidence, rawData, rawDataHistogram }, factor) {
	const forks = (rawData ?? []).map((fork) => fork.map((value) => numeric$1(value) * factor));
	if (forks.some((fork) => fork.length > 0)) return samples("iteration", forks);
	const calls = (rawDataHistogram ?? []).map((fork) => callsOf(fork, factor));
	if (calls.some((fork) => fork.length > 0)) return samples("iteration", calls);
	if (typeof score !== "number") return null;
	const [low, high] = (scoreConfidence ?? []).map(numeric$1);
	const isBounded = Number.isFinite(low) && Number.isFinite(high);
	return summary("mean", score * factor, { spread: isBounded ? {
		kind: "ci",
		low: low * factor,
		high: high * factor,
		level: LEVEL
	} : null });
}
/** The calls of a fork, smallest first; where there are too many, evenly spaced quantiles of them, which keeps their distribution. */
function callsOf(iterations, factor) {
	const bins = iterations.flat().map(([value, count]) => ({
		value: numeric$1(value) * factor,
		count: Math.floor(numeric$1(count))
	})).filter(({ value, count }) => Number.isFinite(value) && Number.isSafeInteger(count) && count > 0).sort((a, b) => a.value - b.value);
	const total = bins.reduce((sum, { count }) => sum + count, 0);
	const kept = Math.min(total, MAX_CALLS);
	const calls = [];
	let passed = 0;
	for (const { value, count } of bins) {
		passed += count;
		while (calls.length < kept && (calls.length + .5) * total / kept < passed) calls.push(value);
	}
	return calls;
}
function environmentOf$1({ jdkVersion, vmName }) {
	const environment = {};
	if (jdkVersion != null) environment["jdk"] = jdkVersion.slice(0, 200);
	if (vmName != null) environment["vm"] = vmName.slice(0, 200);
	return environment;
}

// src/ingest/k6.ts
const number$2 = number$7().nullable();
const containsSchema = _enum([
	"time",
	"data",
	"default"
]).catch("default");
const flatSchema = object({ metrics: record(string(), record(string(), union([
	number$2,
	boolean(),
	record(string(), unknown())
]))) });
const handledSchema = object({
	metrics: record(string(), object({
		contains: containsSchema,
		values: record(string(), number$2)
	})),
	state: object({ testRunDurationMs: number$7().nullish() }).nullish()
});
const machineSchema = object({
	version: string().max(100).nullish(),
	metadata: object({ k6Version: string().max(100) }),
	config: object({ duration: number$7().nullish() }).nullish(),
	results: object({
		metrics: array(object({
			name: string(),
			contains: containsSchema,
			values: record(string(), number$2).nullable()
		})).max(MAX_BENCHMARKS$1),
		checks: object({ results: array(object({
			passes: number$7(),
			fails: number$7()
		})).nullish() }).nullish()
	})
});
/** Built-in trends of times by the start of their names: --summary-export does not say what a metric contains. */
const TIMES = [
	"http_req_",
	"iteration_duration",
	"group_duration",
	"grpc_req_duration",
	"ws_connecting",
	"ws_ping",
	"ws_session_duration",
	"browser_http_req_duration"
];
const DATA = ["data_sent", "data_received"];
/** Parts of http_req_duration and what comes before it: shown beside it, not as benchmarks of their own. */
const REQUEST_PARTS = [
	"http_req_waiting",
	"http_req_sending",
	"http_req_receiving",
	"http_req_blocked",
	"http_req_connecting",
	"http_req_tls_handshaking"
];
/** How hard the script pushes, not how the tested system does. */
const LOAD = ["vus", "vus_max"];
/** Reads k6's end-of-test summaries. */
const k6 = {
	name: "k6",
	title: "k6: --summary-export, handleSummary, --new-machine-readable-summary",
	recognises: ({ json }) => {
		if (typeof at(json, "metadata", "k6Version") === "string") return true;
		if (!isRecord(at(json, "metrics"))) return false;
		return isRecord(at(json, "root_group")) || at(json, "state", "testRunDurationMs") !== void 0;
	},
	read: (input) => {
		const { version, metrics, durationS, checkFailures } = summaryOf(input);
		if (metrics.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} metrics`);
		const warnings = [];
		const benchmarks = benchmarksOf$1(metrics, {
			durationS,
			checkFailures,
			warnings
		});
		if (benchmarks.length === 0) throw refusal(input, "it holds no metric");
		const load = metrics.find(({ name }) => name === "vus_max") ?? metrics.find(({ name }) => name === "vus");
		const vus = load?.values.get("max") ?? load?.values.get("value");
		const environment = {};
		if (vus !== void 0) environment["vus"] = String(vus);
		if (durationS !== null) environment["duration"] = `${durationS} s`;
		return {
			tool: "k6",
			version,
			environment,
			benchmarks,
			warnings
		};
	}
};
function summaryOf(input) {
	if (isRecord(at(input.json, "metadata"))) {
		const { metadata, results, config } = shaped(machineSchema, input, "k6");
		const checks = results.checks?.results ?? [];
		const fails = checks.reduce((sum, { fails }) => sum + fails, 0);
		const all = checks.reduce((sum, { passes }) => sum + passes, fails);
		return {
			version: metadata.k6Version,
			metrics: results.metrics.map(({ name, contains, values }) => ({
				name,
				contains,
				values: numbers(values ?? {})
			})),
			durationS: positive(config?.duration),
			checkFailures: all > 0 ? fails / all : null
		};
	}
	if (Object.values(at(input.json, "metrics") ?? {}).some((metric) => isRecord(at(metric, "values")))) {
		const { metrics, state } = shaped(handledSchema, input, "k6");
		const durationMs = positive(state?.testRunDurationMs);
		return withChecks(Object.entries(metrics).map(([name, { contains, values }]) => ({
			name,
			contains,
			values: numbers(values)
		})), durationMs === null ? null : durationMs / 1e3);
	}
	const { metrics } = shaped(flatSchema, input, "k6");
	return withChecks(Object.entries(metrics).map(([name, values]) => ({
		name,
		contains: builtIn(name),
		values: numbers(values)
	})), null);
}
function withChecks(metrics, durationS) {
	const checks = metrics.find(({ name }) => name === "checks");
	const passed = checks === void 0 ? null : rateOf(checks.values);
	return {
		version: null,
		metrics,
		durationS,
		checkFailures: passed === null ? null : 1 - passed
	};
}
const positive = (value) => value !== null && value !== void 0 && value > 0 ? value : null;
const numbers = (values) => new Map(Object.entries(values).flatMap(([name, value]) => typeof value === "number" ? [[name, value]] : []));
function builtIn(name) {
	if (TIMES.some((start) => name.startsWith(start) && !name.startsWith("http_req_failed"))) return "time";
	return DATA.some((start) => name.startsWith(start)) ? "data" : "unsaid";
}
/** `http_reqs` and `{url:/a}`. */
function split(name) {
	const at = name.indexOf("{");
	return at === -1 ? [name, ""] : [name.slice(0, at), name.slice(at)];
}
/** How often a rate was true. `passes` are the trues: of http_req_failed, those are the failures. */
function rateOf(values) {
	const [passes, fails, matches, total] = [
		"passes",
		"fails",
		"matches",
		"total"
	].map((name) => values.get(name));
	if (passes !== void 0 && fails !== void 0 && passes + fails > 0) return passes / (passes + fails);
	if (matches !== void 0 && total !== void 0 && total > 0) return matches / total;
	return values.get("rate") ?? values.get("value") ?? null;
}
const isTrend = ({ values }) => [...values.keys()].some((name) => /^(avg|med|p\(.{1,20}\))$/.test(name));
const isRate = ({ values }) => values.has("passes") || values.has("matches") || values.has("rate") && !values.has("count");
function benchmarksOf$1(metrics, o) {
	const byName = new Map(metrics.map((metric) => [metric.name, metric]));
	const isTrendNamed = (name) => {
		const metric = byName.get(name);
		return metric !== void 0 && isTrend(metric);
	};
	const hasIterations = isTrendNamed("iteration_duration");
	/** Whether the metric is told with another. */
	const isBeside = (name) => {
		const [base, tags] = split(name);
		if ([
			"http_reqs",
			"http_req_failed",
			...REQUEST_PARTS
		].includes(base)) return isTrendNamed(`http_req_duration${tags}`);
		return LOAD.includes(base) || name === "iterations" && hasIterations || name === "checks";
	};
	const found = metrics.filter(({ name }) => !isBeside(name)).map((metric) => {
		const own = isTrend(metric) ? trend(metric) : [];
		const drafts = isTrend(metric) ? [
			...own.slice(0, 1),
			...beside(metric, byName, o),
			...own.slice(1)
		] : isRate(metric) ? [rate(metric)] : metric.values.has("count") ? counter(metric, o) : [gauge(metric)];
		if (isTrend(metric) && metric.contains === "unsaid") o.warnings.push(`${metric.name}: --summary-export does not say whether this is a time: its unit and direction are unknown`);
		return benchmarkOf$3({
			name: metric.name,
			metrics: soundMetrics(metric.name, drafts, o.warnings)
		});
	});
	if (o.checkFailures !== null && !hasIterations) found.push(benchmarkOf$3({
		name: "checks",
		metrics: soundMetrics("checks", [errorRate(o.checkFailures)], o.warnings)
	}));
	return found;
}
const errorRate = (fraction) => ({
	id: "error-rate",
	unit: "fraction",
	better: "lower",
	data: summary("mean", fraction)
});
const perSecond = (id, better, values, durationS) => {
	const count = values.get("count");
	const rate = values.get("rate") ?? (count === void 0 || durationS === null ? null : count / durationS);
	return {
		id,
		unit: "ops/s",
		better,
		data: summary("mean", rate, { count })
	};
};
/** What is told with a trend: how many there were a second, how many failed, and the parts of a request. */
function beside({ name }, byName, { durationS, checkFailures }) {
	const [base, tags] = split(name);
	const allFailed = byName.get("http_req_failed");
	if (base === "http_req_duration") {
		const requests = byName.get(`http_reqs${tags}`);
		const failed = byName.get(`http_req_failed${tags}`) ?? allFailed;
		const parts = REQUEST_PARTS.flatMap((part) => {
			const metric = byName.get(`${part}${tags}`);
			const first = metric === void 0 ? void 0 : trend(metric)[0];
			return first === void 0 ? [] : [{
				...first,
				id: part
			}];
		});
		return [
			...requests === void 0 ? [] : [perSecond("throughput", "higher", requests.values, durationS)],
			...failed === void 0 ? [] : [errorRate(rateOf(failed.values))],
			...parts
		];
	}
	if (base !== "iteration_duration" && base !== "group_duration") return [];
	const iterations = name === "iteration_duration" ? byName.get("iterations") : void 0;
	return [...iterations === void 0 ? [] : [perSecond("throughput", "higher", iterations.values, durationS)], errorRate(checkFailures ?? (allFailed === void 0 ? null : rateOf(allFailed.values)))];
}
const UNITS$1 = {
	time: {
		unit: "ns",
		factor: 1e6,
		id: "time",
		better: "lower"
	},
	data: {
		unit: "B",
		factor: 1,
		id: "size",
		better: null
	},
	default: {
		unit: "",
		factor: 1,
		id: "value",
		better: null
	},
	unsaid: {
		unit: "",
		factor: 1,
		id: "value",
		better: null
	}
};
function trend({ contains, values }) {
	const { unit, factor, id, better } = UNITS$1[contains];
	const count = values.get("count");
	const of = (id, statistic, value) => ({
		id,
		unit,
		better,
		data: summary(statistic, value === void 0 ? null : value * factor, { count })
	});
	const percentiles = [...values].flatMap(([name, value]) => {
		const place = /^p\((.{1,20})\)$/.exec(name)?.[1];
		return place === void 0 ? [] : [of(`${id}.p${place}`, "other", value)];
	});
	const [median, mean] = [values.get("med"), values.get("avg")];
	const first = median === void 0 ? of(id, "mean", mean) : of(id, "median", median);
	return [
		...first.data === null ? percentiles.slice(0, 1).map((draft) => ({
			...draft,
			id
		})) : [first],
		...median === void 0 ? [] : [of(`${id}.mean`, "mean", mean)],
		...percentiles,
		of(`${id}.min`, "min", values.get("min")),
		of(`${id}.max`, "max", values.get("max"))
	];
}
function rate({ name, values }) {
	const isFailure = split(name)[0] === "http_req_failed";
	const fraction = rateOf(values);
	if (split(name)[0] === "checks") return errorRate(fraction === null ? null : 1 - fraction);
	if (isFailure) return errorRate(fraction);
	return {
		id: "rate",
		unit: "fraction",
		better: null,
		data: summary("mean", fraction)
	};
}
function counter({ name, contains, values }, { durationS, checkFailures }) {
	if (contains === "data") {
		const { data, ...metric } = perSecond("rate", null, values, durationS);
		return [{
			...metric,
			unit: "B/s",
			data: data?.kind === "summary" ? {
				...data,
				count: null
			} : null
		}];
	}
	if (["http_reqs", "iterations"].includes(split(name)[0])) {
		const throughput = perSecond("throughput", "higher", values, durationS);
		return name === "iterations" ? [throughput, errorRate(checkFailures)] : [throughput];
	}
	return [perSecond("rate", null, values, durationS), {
		id: "count",
		unit: "count",
		better: null,
		data: summary("other", values.get("count"))
	}];
}
function gauge({ contains, values }) {
	const { unit, factor } = UNITS$1[contains];
	const value = values.get("value");
	return {
		id: "value",
		unit,
		better: null,
		data: summary("other", value === void 0 ? null : value * factor)
	};
}

// src/ingest/libtest.ts
/**
* Reads the lines `test NAME ... bench:` of `cargo bench`, which Criterion.rs also writes when asked to, and the JSON lines of
* `--format json`. What is ignored is left out: `cargo bench` lists every unit test as ignored.
*/
const libtest = {
	name: "libtest",
	title: "Rust: `cargo bench` of libtest as text or JSON, Criterion.rs with `--output-format bencher`",
	recognises: ({ text, files }) => files === null && (/^test [^\r\n]{1,2000} \.\.\. bench:/m.test(text) || isJson(text) && /"type":\s?"bench"/.test(text)),
	read: read$2
};
const MAX_LINE$2 = 1e4;
const MAX_MESSAGE = 500;
function read$2(input) {
	const warnings = [];
	const found = isJson(input.text) ? fromJson(input, warnings) : fromText(input, warnings);
	if (found.length === 0) throw refusal(input, "no line `test NAME ... bench:` is in it; give what `cargo bench` prints");
	const benchmarks = found.map(({ suite, name, metrics, failure }) => {
		return benchmarkOf$3({
			suite,
			name,
			metrics: soundMetrics(name, metrics, warnings),
			failure
		});
	});
	return {
		tool: "libtest",
		version: null,
		environment: {},
		benchmarks: withoutTwins(input, benchmarks, "write the output of each crate into a file of its own"),
		warnings
	};
}
const isJson = (text) => typeof firstJsonLine(text)?.["type"] === "string";
function fromText(input, warnings) {
	const found = [];
	const failed = /* @__PURE__ */ new Map();
	let suite = null;
	let failing = null;
	const add = (one) => {
		if (found.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
		found.push({
			suite,
			...one
		});
		return found.at(-1);
	};
	let broken = 0;
	for (const line of linesOf(input.text)) {
		if (line.length > MAX_LINE$2) continue;
		if (line.startsWith("test ")) {
			const bench = line.lastIndexOf(" ... bench:");
			if (bench !== -1) {
				const name = line.slice(5, bench).trim();
				const metrics = resultOf(line.slice(bench + 11));
				if (metrics === null || name === "") broken++;
				else add({
					name,
					metrics,
					failure: null
				});
			} else if (line.endsWith(" ... FAILED")) {
				const name = line.slice(5, -11).trim();
				failed.set(name, add({
					name,
					metrics: [],
					failure: null
				}));
			}
			continue;
		}
		if (line.trimStart().startsWith("Running ")) suite = crateOf(line) ?? suite;
		const report = /^---- (.+) stdout ----$/.exec(line);
		if (report !== null) failing = failed.get(report[1]) ?? null;
		else if (failing !== null && line.trim() !== "") {
			failing.failure ??= line.trim().slice(0, MAX_MESSAGE);
			failing = null;
		}
	}
	if (broken > 0) warnings.push(`${broken} lines \`test NAME ... bench:\` are left out, because they have another form than expected`);
	return found;
}
/** `Running benches/a.rs (target/release/deps/a-f36c88332bd25d23)` */
function crateOf(line) {
	const file = line.slice(line.lastIndexOf("(") + 1).split(/[\\/]/).at(-1);
	return /^([^()]+)-[0-9a-f]{16}(?:\.exe)?\)$/.exec(file)?.[1] ?? null;
}
/** `44,345.52 ns/iter (+/- 30,216.39) = 81715 MB/s` */
function resultOf(text) {
	const [centre, unit, sign, width, equals, rate, rateUnit] = text.trim().split(/\s+/);
	const value = decimal(centre ?? "");
	if (value === null || unit === void 0) return null;
	const drafts = [metric(value, sign === "(+/-" ? decimal((width ?? "").replace(/\)$/, "")) : null, unit)];
	const throughput = equals === "=" ? decimal(rate ?? "") : null;
	if (throughput !== null && rateUnit !== void 0) drafts.push(metric(throughput, null, rateUnit));
	return drafts;
}
/** The unit is mostly `ns/iter`; harnesses of one's own write `cycles/iter` or a rate into the same form. */
function metric(value, width, written) {
	const known = normalUnit(written);
	const factor = known?.factor ?? 1;
	const ids = {
		ns: "time",
		"B/s": "throughput",
		"ops/s": "throughput"
	};
	const spread = width === null || width < 0 ? null : half(value * factor, width * factor / 2);
	return {
		id: ids[known?.unit ?? ""] ?? known?.unit ?? written,
		unit: known?.unit ?? written,
		better: known?.better ?? (written.endsWith("/iter") ? "lower" : null),
		data: summary("median", value * factor, { spread })
	};
}
const half = (centre, width) => ({
	kind: "unknown",
	low: Math.max(0, centre - width),
	high: centre + width
});
function fromJson(input, warnings) {
	const found = [];
	let others = 0;
	for (const event of jsonLinesOf(input.text, () => others++)) {
		const { type, event: kind, name, median, deviation, mib_per_second: rate } = event;
		if (typeof name !== "string") continue;
		const isFailure = type === "test" && kind === "failed";
		if (type !== "bench" && !isFailure) continue;
		if (found.length === 2e4) throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`);
		const { stdout } = event;
		const failure = isFailure && typeof stdout === "string" ? stdout.trim().split("\n", 1)[0].slice(0, MAX_MESSAGE) : null;
		const metrics = isFailure ? [] : [metric(numeric$1(median), typeof deviation === "number" ? deviation : null, "ns/iter")];
		if (!isFailure && typeof rate === "number") metrics.push(metric(rate, null, "MB/s"));
		found.push({
			suite: null,
			name,
			metrics,
			failure
		});
	}
	if (others > 0) warnings.push(`${others} lines are left out, because they are not JSON`);
	return found;
}

// src/ingest/lighthouse.ts
/** The gate decides on the first of these that is there; other audits follow in the order of the file. */
const FIRST = [
	"largest-contentful-paint",
	"total-blocking-time",
	"cumulative-layout-shift",
	"first-contentful-paint",
	"speed-index",
	"interactive"
];
/** A bundle of other audits, with the number of one of them. */
const BUNDLE = "metrics";
const audit = object({
	numericValue: quantity$1,
	numericUnit: string().nullish(),
	errorMessage: string().nullish()
});
const report$1 = object({
	lighthouseVersion: string(),
	requestedUrl: string().nullish(),
	finalUrl: string().nullish(),
	finalDisplayedUrl: string().nullish(),
	runtimeError: object({
		code: string().nullish(),
		message: string().nullish()
	}).nullish(),
	environment: object({
		hostUserAgent: string().nullish(),
		benchmarkIndex: quantity$1
	}).nullish(),
	configSettings: object({
		formFactor: string().nullish(),
		throttlingMethod: string().nullish()
	}).nullish(),
	categories: record(string(), object({ score: quantity$1 })).nullish(),
	audits: record(string(), audit)
});
/** Reads Lighthouse's JSON report; in a directory (.lighthouseci) each `lhr-*.json` is one run of its page. */
const lighthouse = {
	name: "lighthouse",
	title: "Lighthouse: --output=json, or the directory .lighthouseci",
	recognises: ({ json, files }) => files === null ? isRecord(json) && typeof json.lighthouseVersion === "string" && isRecord(json.audits) : [...files.keys()].some(isReportName),
	read(input) {
		const reports = inputsOf(input).map((one) => shaped(report$1, one, "lighthouse --output=json"));
		const warnings = [];
		const pages = /* @__PURE__ */ new Map();
		for (const report of reports) {
			const name = pageOf(report);
			const formFactor = report.configSettings?.formFactor;
			const params = formFactor == null ? {} : { formFactor };
			const key = keyOf$1([name], params);
			const page = pages.get(key);
			if (page === void 0) pages.set(key, {
				name,
				params,
				reports: [report]
			});
			else page.reports.push(report);
		}
		const benchmarks = [...pages].map(([key, { name, params, reports }]) => ({
			key,
			suite: null,
			path: [],
			name,
			params,
			...measured$3(key, reports, warnings)
		}));
		const [first] = reports;
		const environment = {
			browser: first?.environment?.hostUserAgent ?? "",
			throttling: first?.configSettings?.throttlingMethod ?? "",
			benchmarkIndex: String(first?.environment?.benchmarkIndex ?? "")
		};
		return {
			tool: "lighthouse",
			version: first?.lighthouseVersion ?? null,
			environment: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== "")),
			benchmarks,
			warnings
		};
	}
};
const isReportName = (path) => /(^|\/)lhr-[^/]*\.json$/.test(path);
function inputsOf(input) {
	if (input.files === null) return [input];
	return [...input.files].filter(([path]) => isReportName(path)).map(([path, text]) => ({
		path: `${input.path}/${path}`,
		text,
		json: parseJsonText(text).json,
		files: null
	}));
}
/** Path and query of the page: host and port are another for every preview. */
function pageOf({ requestedUrl, finalUrl, finalDisplayedUrl }) {
	const url = requestedUrl ?? finalUrl ?? finalDisplayedUrl ?? "";
	const parsed = URL.parse(url);
	return parsed === null ? url : parsed.pathname + parsed.search;
}
function measured$3(key, reports, warnings) {
	const error = reports.find(({ runtimeError }) => runtimeError != null)?.runtimeError;
	if (error != null) return unmeasured("failed", error.message ?? error.code);
	const collected = new Collected(key, warnings);
	const audits = unique(reports.flatMap(({ audits }) => Object.keys(audits)));
	const isThere = new Set(audits);
	for (const id of unique([...FIRST.filter((id) => isThere.has(id)), ...audits])) {
		if (id === BUNDLE) continue;
		const runs = reports.map(({ audits }) => Object.hasOwn(audits, id) ? audits[id] : void 0);
		const failed = runs.filter((run) => run?.errorMessage != null).length;
		if (failed > 0) warnings.push(`${key}: ${id}: the audit failed in ${failed} of ${reports.length} runs`);
		const values = runs.map((run) => run?.numericValue).filter((value) => value != null);
		addValues(collected, {
			id,
			better: "lower",
			...unitOf$1(runs.find((run) => run?.numericUnit != null)?.numericUnit ?? "unitless")
		}, values);
	}
	for (const id of unique(reports.flatMap(({ categories }) => Object.keys(categories ?? {})))) {
		const scores = reports.map(({ categories }) => categories != null && Object.hasOwn(categories, id) ? categories[id]?.score : null).filter((score) => score != null);
		addValues(collected, {
			id: `${id}-score`,
			unit: "fraction",
			better: "higher"
		}, scores);
	}
	return collected.outcome();
}
function addValues(collected, metric, values) {
	if (values.length > 0) collected.samples(metric, "process", values.map((value) => [value]));
}
function unitOf$1(unit) {
	const normal = normalUnit(unit);
	if (normal !== null) return {
		unit: normal.unit,
		factor: normal.factor
	};
	return {
		unit,
		factor: 1
	};
}
const unique = (names) => [...new Set(names)];

// src/ingest/csv.ts
/** Longest field; more is not a name or a number. */
const MAX_FIELD = 1e5;
/**
* The rows of a text in RFC 4180's form, with `"` around fields that hold a comma, a quote or a line break; null when a quote
* does not end, or a field or row is too long. Empty lines are no rows. At most `maxRows`; what is behind them is left unread.
*/
function csvRows(text, maxRows, maxColumns) {
	const rows = [];
	let row = [];
	let at = 0;
	while (at < text.length && rows.length < maxRows) {
		const field = text.charAt(at) === "\"" ? quotedField(text, at) : plainField(text, at);
		if (field === null || field.value.length > MAX_FIELD || row.length >= maxColumns) return null;
		row.push(field.value);
		at = field.end;
		if (text.charAt(at) === ",") {
			at++;
			if (at < text.length) continue;
			row.push("");
		} else {
			if (text.charAt(at) === "\r") at++;
			if (text.charAt(at) === "\n") at++;
		}
		if (row.length > 1 || row[0] !== "") rows.push(row);
		row = [];
	}
	return rows;
}
function plainField(text, from) {
	let end = from;
	while (end < text.length && !",\r\n".includes(text.charAt(end))) end++;
	return {
		value: text.slice(from, end),
		end
	};
}
function quotedField(text, from) {
	const parts = [];
	let start = from + 1;
	for (;;) {
		const quote = text.indexOf("\"", start);
		if (quote === -1 || quote - from > 2 * MAX_FIELD) return null;
		parts.push(text.slice(start, quote));
		if (text.charAt(quote + 1) !== "\"") {
			const rest = plainField(text, quote + 1);
			return {
				value: parts.join("") + rest.value,
				end: rest.end
			};
		}
		parts.push("\"");
		start = quote + 2;
	}
}

// src/ingest/locust.ts
const START = "Type,Name,Request Count,";
/** The other files of --csv, by how they start. */
const OTHERS = /* @__PURE__ */ new Map([
	["Timestamp,User Count,", "the history"],
	["Method,Name,Error,", "the list of failures"],
	["Count,Message,Traceback", "the list of exceptions"]
]);
const MAX_COLUMNS = 200;
/** Reads Locust's stats file: one benchmark a row, `Aggregated` among them. */
const locust = {
	name: "locust",
	title: "Locust: PREFIX_stats.csv of --csv PREFIX",
	recognises: (input) => statsOf(input).length === 1,
	read: (input) => {
		const [text, second] = statsOf(input);
		if (second !== void 0) throw refusal(input, "it holds several stats files: name one");
		if (text === void 0) throw refusal(input, whatItIs(input));
		const rows = csvRows(text, MAX_BENCHMARKS$1 + 1, MAX_COLUMNS);
		if (rows === null) throw refusal(input, `a quote in it does not end, or a row has more than ${MAX_COLUMNS} columns`);
		if (rows.length > 2e4) throw refusal(input, `it has more than ${MAX_BENCHMARKS$1} rows`);
		const [head = [], ...body] = rows;
		if (body.length === 0) throw refusal(input, "it holds no row");
		const warnings = ["Locust rounds the median and all percentiles to whole milliseconds or coarser: time is the average"];
		return {
			tool: "locust",
			version: null,
			environment: {},
			benchmarks: body.map((row, index) => {
				if (row.length < head.length) throw refusal(input, `row ${index + 2} ends early`);
				return benchmarkOfRow(new Map(head.map((name, column) => [name, row[column] ?? ""])), warnings);
			}),
			warnings
		};
	}
};
function statsOf(input) {
	return (input.files === null ? [input.text] : [...input.files.values()]).filter((text) => text.startsWith(START));
}
function whatItIs({ text }) {
	const other = [...OTHERS].find(([start]) => text.startsWith(start))?.[1];
	return other === void 0 ? "is no stats file of Locust (PREFIX_stats.csv of --csv PREFIX)" : `is ${other} of Locust; what is read is the stats file, PREFIX_stats.csv`;
}
function benchmarkOfRow(row, warnings) {
	const value = (column) => {
		const text = row.get(column)?.trim() ?? "";
		return text === "" || text === "N/A" ? null : Number(text);
	};
	const [type, name] = [row.get("Type") ?? "", row.get("Name") ?? ""];
	const title = type === "" ? name : `${type} ${name}`;
	const count = value("Request Count") ?? 0;
	const failures = value("Failure Count");
	const scaled = (column) => {
		const ms = value(column);
		return ms === null ? null : ms * 1e6;
	};
	const time = (id, statistic, column) => ({
		id,
		unit: "ns",
		better: "lower",
		data: summary(statistic, scaled(column), { count })
	});
	const percentiles = [...row.keys()].filter((column) => /^[0-9.]{1,10}%$/.test(column) && column !== "100%");
	const drafts = [
		time("time", "mean", "Average Response Time"),
		{
			id: "throughput",
			unit: "ops/s",
			better: "higher",
			data: summary("mean", value("Requests/s"), { count })
		},
		{
			id: "error-rate",
			unit: "fraction",
			better: "lower",
			data: summary("mean", failures === null ? null : Math.min(1, failures / count), { count })
		},
		time("time.p50", "median", "Median Response Time"),
		...percentiles.map((column) => time(`time.p${column.slice(0, -1)}`, "other", column)),
		time("time.min", "min", "Min Response Time"),
		time("time.max", "max", "Max Response Time"),
		{
			id: "content-size",
			unit: "B",
			better: null,
			data: summary("mean", value("Average Content Size"), { count })
		}
	];
	const metrics = count > 0 ? soundMetrics(title, drafts, warnings) : [];
	return benchmarkOf$3({
		name: title,
		metrics,
		failure: "no request was made"
	});
}

// src/ingest/mitata.ts
const MAX_COUNTER_DEPTH = 3;
const statistics = object({
	samples: array(unknown()).nullish(),
	min: quantity$1,
	p25: quantity$1,
	p50: quantity$1,
	p75: quantity$1,
	p99: quantity$1,
	avg: quantity$1,
	ticks: quantity$1,
	heap: object({
		avg: quantity$1,
		min: quantity$1,
		max: quantity$1
	}).nullish(),
	counters: unknown().optional()
});
const file$1 = object({
	layout: array(object({ name: string().nullish() })),
	benchmarks: array(object({
		alias: string(),
		group: number$7(),
		runs: array(object({
			name: string(),
			args: unknown().optional(),
			stats: statistics.nullish(),
			error: unknown().optional()
		}))
	})),
	context: object({
		arch: string().nullish(),
		runtime: string().nullish(),
		version: string().nullish(),
		cpu: object({ name: string().nullish() }).nullish()
	})
});
/** Reads `run({ format: 'json' })` of mitata 1. Its `stats.gc` is left out: it times the collections that mitata forces. */
const mitata = {
	name: "mitata",
	title: "mitata: JSON of run({ format: 'json' })",
	recognises: ({ json }) => isRecord(json) && Array.isArray(json.layout) && Array.isArray(json.benchmarks) && isRecord(json.context),
	read(input) {
		const { layout, benchmarks, context } = shaped(file$1, input, "mitata");
		const warnings = [];
		const read = benchmarks.flatMap(({ alias, group, runs }) => runs.map((run) => benchmarkOf$2(run, alias, layout[group]?.name ?? null, warnings)));
		const environment = {
			runtime: [context.runtime, context.version].filter(Boolean).join(" "),
			arch: context.arch ?? "",
			cpu: context.cpu?.name ?? ""
		};
		return {
			tool: "mitata",
			version: null,
			environment: Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== "")),
			benchmarks: read,
			warnings
		};
	}
};
function benchmarkOf$2(run, alias, group, warnings) {
	const params = Object.fromEntries(Object.entries(isRecord(run.args) ? run.args : {}).map(([name, value]) => [name, argumentText(value)]));
	const unnamed = Object.entries(params).filter(([name]) => !alias.includes(`$${name}`));
	const key = keyOf$1([group, run.name], Object.fromEntries(unnamed));
	return {
		key,
		suite: null,
		path: group === null ? [] : [group],
		name: run.name,
		params,
		...measured$2(run, key, warnings)
	};
}
function measured$2(run, key, warnings) {
	if (run.error != null || run.stats == null) return unmeasured("failed", errorText(run.error));
	const { samples, min, p25, p50, p75, p99, avg, ticks, heap, counters } = run.stats;
	const collected = new Collected(key, warnings);
	const time = timeMetric(1);
	const of = samples?.length === ticks ? "iteration" : "batch";
	if (samples?.length) collected.samples(time, of, [samples]);
	else collected.summary(time, "median", p50, { spread: bounds(p25, p75) });
	collected.summary(timeMetric(1, "min"), "min", min);
	collected.summary(timeMetric(1, "mean"), "mean", avg);
	collected.summary(timeMetric(1, "p99"), "other", p99);
	collected.summary(ALLOCATED, "mean", heap?.avg, { spread: bounds(heap?.min, heap?.max) });
	if (isRecord(counters)) addCounters(collected, counters, "", 1);
	return collected.outcome();
}
/** Processor counters of @mitata/counters: a tree whose nodes may have an average. */
function addCounters(collected, node, above, depth) {
	for (const [name, value] of Object.entries(node)) {
		if (!isRecord(value) || name.startsWith("_")) continue;
		const id = `${above}${name}`;
		if (typeof value.avg === "number") collected.summary({
			id,
			unit: "count",
			better: "lower"
		}, "mean", value.avg);
		if (depth < MAX_COUNTER_DEPTH) addCounters(collected, value, `${id}.`, depth + 1);
	}
}
const argumentText = (value) => typeof value === "string" ? value : JSON.stringify(value) ?? "undefined";
function errorText(error) {
	if (typeof error === "string") return error;
	return isRecord(error) && typeof error.message === "string" ? error.message : null;
}

// src/ingest/openmetrics.ts
const MAX_LINE$1 = 1e5;
const DISTRIBUTIONS = /* @__PURE__ */ new Set([
	"histogram",
	"summary",
	"gaugehistogram"
]);
/** Types whose samples are texts in the form of numbers. */
const WITHOUT_VALUES = /* @__PURE__ */ new Set(["info", "stateset"]);
/**
* Reads the text formats of OpenMetrics and Prometheus: a benchmark is a family with its labels. Histograms and summaries
* give their mean (sum by count). Of all but durations nothing in the file says whether more is better: a config has to.
*/
const openmetrics = {
	name: "openmetrics",
	title: "OpenMetrics or Prometheus text, as /metrics serves it",
	recognises: ({ text }) => /^\s*# (HELP|TYPE|UNIT) [^\s{}"]+/.test(text.slice(0, 2e3)),
	read(input) {
		const families = /* @__PURE__ */ new Map();
		const series = /* @__PURE__ */ new Map();
		const warnings = [];
		let unreadable = 0;
		for (const line of linesOf(input.text)) if (line.startsWith("#")) readComment(line, families);
		else if (line.trim() !== "") {
			const sample = line.length > MAX_LINE$1 ? null : parseSample(line);
			if (sample === null) unreadable++;
			else addSample(sample, families, series);
		}
		if (series.size === 0) throw refusal(input, "it holds no sample of OpenMetrics or Prometheus");
		if (unreadable > 0) warnings.push(`${unreadable} lines are no sample and were left out`);
		return {
			tool: "openmetrics",
			version: null,
			environment: {},
			benchmarks: [...series.values()].map((one) => benchmarkOf$1(one, families.get(one.family), warnings)),
			warnings
		};
	}
};
function readComment(line, families) {
	const match = /^# (TYPE|UNIT) (\S+) (\S+)\s*$/.exec(line.slice(0, MAX_LINE$1));
	if (match === null) return;
	const [, what, name, word] = match;
	const family = families.get(unquoted(name)) ?? {
		type: null,
		unit: null
	};
	if (what === "TYPE") family.type = word;
	else family.unit = word;
	families.set(unquoted(name), family);
}
const unquoted = (name) => name.replace(/^"|"$/g, "");
function addSample(sample, families, series) {
	const { family, part } = partOf(sample.name, families);
	if (part === "skip" || WITHOUT_VALUES.has(families.get(family)?.type ?? "")) return;
	const isDistribution = DISTRIBUTIONS.has(families.get(family)?.type ?? "");
	const labels = new Map(sample.labels);
	const quantile = isDistribution ? labels.get("quantile") : void 0;
	if (isDistribution) for (const own of ["quantile", "le"]) labels.delete(own);
	const id = JSON.stringify([family, ...labels]);
	const one = series.get(id) ?? {
		family,
		labels,
		value: null,
		sum: null,
		count: null,
		quantiles: /* @__PURE__ */ new Map(),
		repeats: 0
	};
	series.set(id, one);
	if (quantile !== void 0) {
		if (one.quantiles.has(quantile)) one.repeats++;
		one.quantiles.set(quantile, sample.value);
		return;
	}
	if (one[part] !== null) one.repeats++;
	one[part] = sample.value;
}
/** Which family a sample belongs to, and as what; suffixes count only where the family without it is of such a type. */
function partOf(name, families) {
	const under = name.lastIndexOf("_");
	const [stem, suffix] = [name.slice(0, under), name.slice(under + 1)];
	const stemType = families.get(stem)?.type ?? "";
	if (DISTRIBUTIONS.has(stemType)) {
		if (suffix === "sum" || suffix === "gsum") return {
			family: stem,
			part: "sum"
		};
		if (suffix === "count" || suffix === "gcount") return {
			family: stem,
			part: "count"
		};
		if (suffix === "bucket") return {
			family: stem,
			part: "skip"
		};
	}
	if (suffix === "created" && stemType !== "") return {
		family: stem,
		part: "skip"
	};
	if (suffix === "info" && stemType === "info") return {
		family: stem,
		part: "skip"
	};
	if (suffix === "total" && stemType === "counter") return {
		family: stem,
		part: "value"
	};
	return {
		family: name,
		part: "value"
	};
}
function benchmarkOf$1(series, family, warnings) {
	const name = family?.type === "counter" ? series.family.replace(/_total$/, "") : series.family;
	const params = Object.fromEntries(series.labels);
	const key = keyOf$1([name], params);
	if (series.repeats > 0) warnings.push(`${key}: ${series.repeats} numbers stand twice; the last one counts`);
	const unit = unitOf(family?.unit ?? name.slice(name.lastIndexOf("_") + 1));
	const collected = new Collected(key, warnings);
	const isDistribution = DISTRIBUTIONS.has(family?.type ?? "");
	if (isDistribution && series.count === 0) return {
		key,
		suite: null,
		path: [],
		name,
		params,
		...unmeasured("skipped", "nothing was observed")
	};
	const id = isDistribution && unit.unit === "ns" ? "time" : "value";
	const metric = {
		id,
		better: id === "time" ? "lower" : null,
		...unit
	};
	if (isDistribution && series.sum !== null && series.count !== null) collected.summary(metric, "mean", series.sum / series.count, { count: series.count });
	for (const [quantile, value] of series.quantiles) {
		const percent = Number((Number(quantile) * 100).toPrecision(10));
		collected.summary({
			...metric,
			id: `${id}.p${percent}`
		}, percent === 50 ? "median" : "other", value);
	}
	collected.summary(metric, "other", series.value);
	return {
		key,
		suite: null,
		path: [],
		name,
		params,
		...collected.outcome()
	};
}
/** The normal form of a UNIT or of the last word of a name; a word that is no unit says nothing. */
function unitOf(word) {
	const normal = word.length > 4 ? normalUnit(word) : null;
	return normal === null ? {
		unit: "",
		factor: 1
	} : {
		unit: normal.unit,
		factor: normal.factor
	};
}
/** `name{label="text",…} number [timestamp] [# exemplar]`, also with the name as a text in the braces; null: it is none. */
function parseSample(line) {
	const start = /^\s*[^\s{}"=,]*/.exec(line)[0];
	let name = start.trim();
	let at = start.length;
	while (line[at] === " ") at++;
	const labels = /* @__PURE__ */ new Map();
	if (line[at] === "{") {
		at++;
		for (;;) {
			while (line[at] === " " || line[at] === ",") at++;
			if (line[at] === "}") break;
			let label = "";
			let text = line[at] === "\"" ? parseText(line, at) : null;
			if (text === null) {
				const end = line.indexOf("=", at);
				if (end === -1) return null;
				label = line.slice(at, end).trim();
				at = end + 1;
				while (line[at] === " ") at++;
			} else {
				at = text.end;
				while (line[at] === " ") at++;
				if (line[at] !== "=") {
					name = text.value;
					continue;
				}
				label = text.value;
				at++;
				while (line[at] === " ") at++;
			}
			text = line[at] === "\"" ? parseText(line, at) : null;
			if (text === null || label === "") return null;
			labels.set(label, text.value);
			at = text.end;
		}
		at++;
	}
	const word = /^\s*(\S+)/.exec(line.slice(at))?.[1];
	const value = word === void 0 ? null : numberOf(word);
	return name === "" || value === null ? null : {
		name,
		labels,
		value
	};
}
/** The text in quotes that starts at `at`, with its escapes undone, and where it ends; null: it does not end. */
function parseText(line, at) {
	let value = "";
	for (let end = at + 1; end < line.length; end++) {
		const sign = line[end];
		if (sign === "\"") return {
			value,
			end: end + 1
		};
		if (sign === "\\") {
			end++;
			value += line[end] === "n" ? "\n" : line[end] ?? "";
		} else value += sign;
	}
	return null;
}
function numberOf(word) {
	if (/^[+-]?inf(inity)?$/i.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
	if (/^nan$/i.test(word)) return NaN;
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : null;
}

// src/ingest/pyperf.ts
const metadata = record(string(), unknown()).default({});
const schema$2 = object({
	metadata,
	benchmarks: array(object({
		metadata,
		runs: array(object({
			metadata,
			values: array(number$7().nullable()).nullish()
		}))
	})).max(MAX_BENCHMARKS$1)
});
const UNITS = /* @__PURE__ */ new Map([
	["second", {
		id: "time",
		unit: "ns",
		better: "lower",
		factor: 1e9
	}],
	["byte", {
		id: "memory",
		unit: "B",
		better: "lower",
		factor: 1
	}],
	["integer", {
		id: "value",
		unit: "count",
		better: null,
		factor: 1
	}]
]);
const ENVIRONMENT = [
	"python_version",
	"python_implementation",
	"platform",
	"cpu_model_name",
	"cpu_count"
];
/** Reads pyperf's JSON: each process is a group, its calibration and warm-ups are left out. */
const pyperf = {
	name: "pyperf",
	title: "pyperf: JSON of -o FILE",
	recognises: ({ json }) => {
		const benchmarks = at(json, "benchmarks");
		if (!Array.isArray(benchmarks) || typeof at(json, "version") !== "string") return false;
		const run = at(benchmarks[0], "runs");
		return Array.isArray(run) && !isRecord(at(json, "context")) && (isRecord(at(run[0], "metadata")) || Array.isArray(at(run[0], "values")) || Array.isArray(at(run[0], "warmups")));
	},
	read: (input) => {
		const file = shaped(schema$2, input, "pyperf");
		const warnings = [];
		const benchmarks = file.benchmarks.map(({ metadata, runs }, index) => {
			const word = (key) => {
				const found = [
					metadata[key],
					file.metadata[key],
					runs[0]?.metadata[key]
				].find((value) => typeof value === "string");
				return typeof found === "string" ? found : null;
			};
			const name = word("name") ?? `benchmark ${index + 1}`;
			const unit = word("unit") ?? "second";
			const known = UNITS.get(unit);
			if (known === void 0) warnings.push(`${name}: the unit ${JSON.stringify(unit.slice(0, 50))} is not known`);
			const { factor, ...named } = known ?? {
				id: "value",
				unit,
				better: null,
				factor: 1
			};
			const groups = runs.map(({ values }) => (values ?? []).map((value) => value === null ? NaN : value * factor)).filter((values) => values.length > 0);
			const drafts = [{
				...named,
				data: samples("batch", groups)
			}];
			const metrics = groups.length === 0 ? [] : soundMetrics(name, drafts, warnings);
			return benchmarkOf$3({
				name,
				metrics,
				failure: "no process measured a value"
			});
		});
		const version = [file.metadata["pyperf_version"], file.metadata["perf_version"]].find((v) => typeof v === "string");
		const environment = Object.fromEntries(ENVIRONMENT.flatMap((key) => {
			const value = file.metadata[key];
			return typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [];
		}));
		return {
			tool: "pyperf",
			version: typeof version === "string" ? version : null,
			environment,
			benchmarks,
			warnings
		};
	}
};

// src/ingest/pytest-benchmark.ts
/** Reads `--benchmark-json`, and with mean and deviation only what `--benchmark-save` leaves. */
const pytestBenchmark = {
	name: "pytest-benchmark",
	title: "pytest-benchmark: `--benchmark-json=FILE`",
	recognises: ({ json }) => isRecord(at(json, "machine_info")) && Array.isArray(at(json, "benchmarks")),
	read: read$1
};
const text = string().max(1e4);
const number$1 = number$7().nullish();
const fileSchema = object({
	version: text.nullish(),
	machine_info: looseObject({}),
	benchmarks: array(object({
		name: text,
		fullname: text.nullish(),
		params: unknown().optional(),
		extra_info: unknown().optional(),
		stats: object({
			data: array(unknown()).nullish(),
			mean: number$1,
			stddev: number$1,
			rounds: number$1
		})
	})).max(MAX_BENCHMARKS)
});
function read$1(input) {
	const file = shaped(fileSchema, input, "pytest-benchmark");
	if (file.benchmarks.length === 0) throw refusal(input, "it holds no benchmarks");
	const warnings = [];
	const benchmarks = file.benchmarks.map((written) => toBenchmark(written, warnings));
	if (file.benchmarks.every(({ stats }) => !stats.data?.length)) warnings.push("the file holds no single rounds, only mean and deviation; `--benchmark-json` or `--benchmark-save-data` writes them");
	return {
		tool: "pytest-benchmark",
		version: file.version ?? null,
		environment: environmentOf(file.machine_info),
		benchmarks: withoutTwins(input, benchmarks, "give each test and each set of parameters a name of its own"),
		warnings
	};
}
function toBenchmark(written, warnings) {
	const [suite, ...path] = splitNode(written.fullname ?? written.name);
	const params = paramsOf(written.params);
	const last = path.pop() ?? suite;
	return benchmarkOf$3({
		suite: last === suite ? null : suite,
		path,
		name: params === null ? last : last.replace(/\[[^[]*\]$/, ""),
		params: params ?? {},
		metrics: soundMetrics(written.fullname ?? written.name, metricsOf(written), warnings)
	});
}
/** `file.py::Class::test[id]`; an id may hold colons. */
function splitNode(node) {
	const bracket = node.indexOf("[");
	const end = bracket === -1 ? node.length : bracket;
	const parts = node.slice(0, end).split("::");
	parts.push(parts.pop() + node.slice(end));
	return parts;
}
/** Null when there are none, or when one is an object that Python prints with its address in memory. */
function paramsOf(value) {
	const entries = Object.entries(isRecord(value) ? value : {});
	if (entries.length === 0) return null;
	const params = Object.create(null);
	for (const [name, param] of entries) {
		if (!(typeof param === "number" || typeof param === "boolean" || param === null) && (typeof param !== "string" || param.length > 100 || /^UNSERIALIZABLE|\bat 0x/.test(param))) return null;
		params[name] = String(param);
	}
	return params;
}
function metricsOf({ stats, extra_info: extra }) {
	const { data, mean, stddev, rounds } = stats;
	const spread = stddev == null ? null : {
		kind: "sd",
		value: stddev * 1e9
	};
	const time = data?.length ? samples("round", [data.map((round) => numeric$1(round) * 1e9)]) : summary("mean", mean == null ? null : mean * 1e9, {
		spread,
		count: rounds
	});
	const counters = Object.entries(isRecord(extra) ? extra : {}).filter(([, value]) => typeof value === "number");
	return [{
		id: "time",
		unit: "ns",
		better: "lower",
		data: time
	}, ...counters.map(([id, value]) => ({
		id,
		unit: "",
		better: null,
		data: summary("other", numeric$1(value))
	}))];
}
function environmentOf(machine) {
	const environment = {};
	const put = (name, value) => {
		if (typeof value === "string" && value !== "") environment[name] = value.slice(0, 200);
	};
	put("python", machine["python_version"]);
	put("implementation", machine["python_implementation"]);
	put("system", machine["system"]);
	put("machine", machine["machine"]);
	put("cpu", at(machine, "cpu", "brand_raw"));
	return environment;
}

// src/ingest/size-limit.ts
const NS_PER_S$1 = 1e9;
const file = array(object({
	name: string(),
	passed: boolean().nullish(),
	size: quantity$1,
	running: quantity$1,
	loading: quantity$1
}));
/** Reads `size-limit --json`. Its unit is not in the file: sizes are bytes, times seconds. */
const sizeLimit = {
	name: "size-limit",
	title: "size-limit --json",
	recognises: ({ json }) => Array.isArray(json) && json.length > 0 && json.every(isCheck),
	read(input) {
		const warnings = [];
		return {
			tool: "size-limit",
			version: null,
			environment: {},
			benchmarks: shaped(file, input, "size-limit --json").map(({ name, passed, size, running, loading }) => {
				const key = keyOf$1([name], {});
				const collected = new Collected(key, warnings);
				collected.exact({
					id: "size",
					unit: "B",
					better: "lower"
				}, size);
				const time = {
					unit: "ns",
					better: "lower",
					factor: NS_PER_S$1
				};
				collected.summary({
					id: "running-time",
					...time
				}, "other", running);
				collected.summary({
					id: "loading-time",
					...time
				}, "other", loading);
				if (passed === false) warnings.push(`${key}: size-limit itself says that it is over its limit`);
				return {
					key,
					suite: null,
					path: [],
					name,
					params: {},
					...collected.outcome()
				};
			}),
			warnings
		};
	}
};
function isCheck(entry) {
	return isRecord(entry) && typeof entry.name === "string" && entry.value === void 0 && (typeof entry.size === "number" || typeof entry.passed === "boolean" && typeof entry.running === "number");
}

// src/ingest/time-v.ts
const NS_PER_S = 1e9;
const BYTES_PER_KBYTE = 1024;
const COMMAND = "Command being timed: ";
const SIGNAL = "Command terminated by signal ";
const MAX_LINE = 1e4;
/** Reads the report of GNU `time -v`, one or several in one file; runs of one command are processes of one benchmark. */
const timeV = {
	name: "time-v",
	title: "GNU time: /usr/bin/time -v, its standard error",
	recognises: ({ text }) => text.includes(COMMAND),
	read(input) {
		const commands = runsOf(input.text);
		if (commands.size === 0) throw refusal(input, `no line begins with "${COMMAND.trim()}", as those of GNU time -v do`);
		const warnings = [];
		return {
			tool: "time -v",
			version: null,
			environment: {},
			benchmarks: [...commands].map(([name, runs]) => benchmarkOf(name, runs, warnings)),
			warnings
		};
	}
};
function runsOf(text) {
	const commands = /* @__PURE__ */ new Map();
	let current = null;
	let signal = null;
	for (const line of linesOf(text)) {
		if (line.length > MAX_LINE) continue;
		const trimmed = line.trim();
		if (trimmed.startsWith(SIGNAL)) signal = trimmed.slice(29);
		else if (trimmed.startsWith(COMMAND)) {
			const command = trimmed.slice(21).replace(/^"|"$/g, "");
			current = {
				fields: /* @__PURE__ */ new Map(),
				signal
			};
			signal = null;
			const runs = commands.get(command);
			if (runs === void 0) commands.set(command, [current]);
			else runs.push(current);
		} else if (current !== null) {
			const colon = trimmed.lastIndexOf(": ");
			if (colon !== -1) current.fields.set(trimmed.slice(0, colon), trimmed.slice(colon + 2));
		}
	}
	return commands;
}
function benchmarkOf(command, runs, warnings) {
	const key = keyOf$1([command], {});
	return {
		key,
		suite: null,
		path: [],
		name: command,
		params: {},
		...measured$1(key, runs, warnings)
	};
}
function measured$1(key, runs, warnings) {
	const failure = runs.map(failureOf).find((failure) => failure !== null);
	if (failure !== void 0) return unmeasured("failed", failure);
	const collected = new Collected(key, warnings);
	const add = (metric, valueOf) => {
		const values = runs.map(valueOf).filter((value) => value !== null);
		if (values.length > 0) collected.samples(metric, "process", values.map((value) => [value]));
	};
	add(timeMetric(NS_PER_S), elapsedSeconds);
	add({
		id: "cpu-time",
		unit: "ns",
		better: "lower",
		factor: NS_PER_S
	}, cpuSeconds);
	add({
		id: "memory",
		unit: "B",
		better: "lower",
		factor: BYTES_PER_KBYTE
	}, (run) => field(run, "Maximum resident set size (kbytes)"));
	return collected.outcome();
}
function failureOf({ fields, signal }) {
	const status = fields.get("Exit status");
	if (signal !== null) return `it was ended by signal ${signal}`;
	return status === void 0 || status === "0" ? null : `its exit status was ${status}`;
}
function field({ fields }, label) {
	const text = fields.get(label);
	return text !== void 0 && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
function cpuSeconds(run) {
	const [user, system] = [field(run, "User time (seconds)"), field(run, "System time (seconds)")];
	return user === null || system === null ? null : user + system;
}
function elapsedSeconds({ fields }) {
	const text = fields.get("Elapsed (wall clock) time (h:mm:ss or m:ss)") ?? "";
	const match = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
	if (match === null) return null;
	const [, hours = "0", minutes, seconds] = match;
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

// src/ingest/tinybench-statistics.ts
const NS_PER_MS = 1e6;
/**
* Clocks go in steps of 10 to 100 ns. Of shorter times most values are the same step or the next, so that the median jumps by a
* whole one from run to run while nothing deviates from it.
*/
const MANY_STEPS_NS = 2e3;
const distribution = object({
	samples: array(unknown()).nullish(),
	samplesCount: quantity$1,
	min: quantity$1,
	mean: quantity$1,
	p50: quantity$1,
	p99: quantity$1,
	sd: quantity$1,
	sem: quantity$1,
	mad: quantity$1
});
/** What tinybench 3 and later says of a task; vitest 5 passes it on. Latency in ms, throughput in operations a second. */
const taskStatistics = object({
	latency: distribution,
	throughput: distribution.nullish()
});
/** What tinybench 2 says of a task; vitest up to 3 passes it on. Times in ms. */
const flatStatistics = object({
	samples: array(unknown()).nullish(),
	sampleCount: quantity$1,
	min: quantity$1,
	mean: quantity$1,
	median: quantity$1,
	p99: quantity$1,
	sd: quantity$1,
	sem: quantity$1,
	rme: quantity$1,
	hz: quantity$1
});
/** Adds what tinybench 3 and later measured. */
function addTask(collected, { latency, throughput }) {
	addTimes(collected, {
		...latency,
		median: latency.p50,
		count: latency.samplesCount
	});
	if (throughput == null) return;
	const { p50, mean, sem, samplesCount: count } = throughput;
	if (p50 == null) collected.summary(THROUGHPUT, "mean", mean, {
		spread: spreadOf$3("sem", sem),
		count
	});
	else collected.summary(THROUGHPUT, "median", p50, {
		spread: aroundMedian(throughput, hasManySteps(latency.p50)),
		count
	});
}
/** Adds what tinybench 2 measured. */
function addFlat(collected, flat) {
	const count = flat.sampleCount ?? flat.samples?.length;
	addTimes(collected, {
		...flat,
		count
	});
	collected.summary(THROUGHPUT, "mean", flat.hz, {
		spread: flat.rme == null ? null : {
			kind: "rme",
			value: flat.rme / 100,
			level: .95
		},
		count
	});
}
/** Of a time in ms. */
const hasManySteps = (ms) => ms != null && ms * NS_PER_MS >= MANY_STEPS_NS;
/** One pause can make the standard deviation ten times the median; it leaves the deviation around the median alone. */
function aroundMedian({ sd, mad }, hasManySteps) {
	return mad != null && mad > 0 && hasManySteps ? {
		kind: "mad",
		value: mad
	} : spreadOf$3("sd", sd);
}
function addTimes(collected, { samples, count, min, mean, median, p99, sd, sem, mad }) {
	const time = timeMetric(NS_PER_MS);
	if (samples?.length) collected.samples(time, "iteration", [samples]);
	else if (median == null) collected.summary(time, "mean", mean, {
		spread: spreadOf$3("sd", sd),
		count
	});
	else collected.summary(time, "median", median, {
		spread: aroundMedian({
			sd,
			mad
		}, hasManySteps(median)),
		count
	});
	collected.summary(timeMetric(NS_PER_MS, "min"), "min", min);
	collected.summary(timeMetric(NS_PER_MS, "mean"), "mean", mean, {
		spread: spreadOf$3("sem", sem),
		count
	});
	collected.summary(timeMetric(NS_PER_MS, "p99"), "other", p99);
}

// src/ingest/tinybench.ts
const result = object({
	state: string().nullish(),
	error: unknown().optional(),
	runtime: string().nullish(),
	runtimeVersion: string().nullish()
});
const dump = object({
	name: string().nullish(),
	tasks: array(unknown()).nullish(),
	results: array(unknown()),
	table: array(unknown()).nullish()
});
const REMEDY = "write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })";
/**
* Reads what scripts write of tinybench's results: `{ tasks, results }`, or a list of results each with its name.
* Version 6 keeps its fields private, so that tasks alone become `{}`.
*/
const tinybench = {
	name: "tinybench",
	title: "tinybench: JSON of { tasks, results }, or a list of { name, result }",
	recognises({ json }) {
		const results = isRecord(json) ? json.results : json;
		return Array.isArray(results) && results.some((entry) => isResult(isRecord(entry) ? entry.result ?? entry : null));
	},
	read(input) {
		const { group, tasks } = tasksOf(input);
		const warnings = [];
		const environment = {};
		return {
			tool: "tinybench",
			version: null,
			environment,
			benchmarks: tasks.map(({ name, result, error }) => {
				const key = keyOf$1([group, name], {});
				return {
					key,
					suite: null,
					path: group === null ? [] : [group],
					name,
					params: {},
					...measured({
						...input,
						json: result
					}, error, key, warnings, environment)
				};
			}),
			warnings
		};
	}
};
function isResult(value) {
	if (!isRecord(value)) return false;
	if (typeof value.state === "string") return isRecord(value.latency) || value.state === "errored";
	return isRecord(value.latency) && isRecord(value.throughput) || typeof value.hz === "number" && Array.isArray(value.samples) && typeof value.rme === "number";
}
function tasksOf(input) {
	const { json } = input;
	if (Array.isArray(json)) return {
		group: null,
		tasks: named$1(input, json, [], [])
	};
	const { name, tasks, results, table } = shaped(dump, input, "tinybench");
	return {
		group: name ?? null,
		tasks: named$1(input, results, tasks ?? [], table ?? [])
	};
}
function named$1(input, results, tasks, table) {
	return results.map((entry, index) => {
		const shown = isRecord(table[index]) ? table[index] : {};
		const name = [
			entry,
			tasks[index],
			shown["Task name"]
		].map((holder) => isRecord(holder) ? holder.name : holder).find((name) => typeof name === "string");
		if (typeof name !== "string") throw refusal(input, `result ${index + 1} of tinybench has no name, which tinybench keeps apart from it; ${REMEDY}`);
		return {
			name,
			result: isRecord(entry) && isRecord(entry.result) ? entry.result : entry,
			error: shown.Error
		};
	});
}
function measured(input, shownError, key, warnings, environment) {
	const { state, error, runtime, runtimeVersion } = shaped(result, input, "tinybench");
	if (runtime != null) environment.runtime = [runtime, runtimeVersion ?? ""].join(" ").trim();
	if (state === "errored" || error != null) {
		const message = isRecord(error) ? error.message ?? shownError : error;
		return unmeasured("failed", typeof message === "string" ? message : null);
	}
	if (state === "not-started" || state === "started") return unmeasured("skipped", `its state is ${state}`);
	if (state === "aborted") return unmeasured("failed", "it was aborted");
	if (state === "aborted-with-statistics") warnings.push(`${key}: it was aborted; what it measured until then counts`);
	const collected = new Collected(key, warnings);
	if (isRecord(input.json) && isRecord(input.json.latency)) addTask(collected, shaped(taskStatistics, input, "tinybench"));
	else addFlat(collected, shaped(flatStatistics, input, "tinybench"));
	return collected.outcome();
}

// src/ingest/vitest.ts
const task = taskStatistics.extend({
	name: string(),
	fromStore: boolean().nullish()
});
const assertion = object({
	ancestorTitles: array(string()),
	title: string(),
	status: string(),
	failureMessages: array(string()).nullish(),
	benchmarks: array(object({ tasks: array(task) })).nullish()
});
const report = object({ testResults: array(object({
	name: string(),
	status: string().nullish(),
	message: string().nullish(),
	assertionResults: array(assertion)
})) });
const output = object({ files: array(object({
	filepath: string(),
	groups: array(object({
		fullName: string(),
		benchmarks: array(flatStatistics.extend({ name: string() }))
	}))
})) });
const BETWEEN_TITLES = " > ";
/** Reads `vitest bench`: version 5's JSON reporter, and `--outputJson` of version 3. */
const vitest = {
	name: "vitest",
	title: "vitest bench: --reporter=json (version 5) or --outputJson (version 3)",
	recognises: ({ json }) => isRecord(json) && (isReport(json) || isOutput(json) || isStoredResult(json)),
	read(input) {
		const { json } = input;
		if (isRecord(json) && isStoredResult(json)) throw refusal(input, "it is one result that vitest stored (writeResult), without the name of its benchmark; use --reporter=json --outputFile.json=FILE");
		const warnings = [];
		return {
			tool: "vitest",
			version: null,
			environment: {},
			benchmarks: isRecord(json) && Array.isArray(json.files) ? outputBenchmarks(shaped(output, input, "vitest bench --outputJson"), warnings) : reportBenchmarks(shaped(report, input, "vitest bench --reporter=json"), warnings),
			warnings
		};
	}
};
function isReport(json) {
	const { testResults } = json;
	return Array.isArray(testResults) && testResults.some((file) => some(file, "assertionResults", "benchmarks"));
}
function isOutput(json) {
	const { files } = json;
	return Array.isArray(files) && files.some((file) => some(file, "groups", "benchmarks"));
}
function isStoredResult(json) {
	return isRecord(json.latency) && isRecord(json.throughput) && json.period !== void 0 && json.name === void 0;
}
/** True when the list `name` of a value has an entry with the list `inner`. */
function some(value, name, inner) {
	const list = isRecord(value) ? value[name] : null;
	return Array.isArray(list) && list.some((entry) => isRecord(entry) && Array.isArray(entry[inner]));
}
function reportBenchmarks({ testResults }, warnings) {
	const suites = suiteNames(testResults.map(({ name }) => name));
	return testResults.flatMap(({ name, status, message, assertionResults }) => {
		const suite = suites.get(name) ?? name;
		if (assertionResults.length === 0 && status === "failed") return [{
			key: suite,
			suite,
			path: [],
			name: suite,
			params: {},
			...unmeasured("failed", message)
		}];
		return assertionResults.flatMap((test) => testBenchmarks(test, suite, warnings));
	});
}
function testBenchmarks({ ancestorTitles, title, status, failureMessages, benchmarks }, suite, warnings) {
	const tasks = benchmarks?.flatMap(({ tasks }) => tasks) ?? [];
	const path = [...ancestorTitles, title];
	const testKey = keyOf$1([suite, ...path], {});
	const message = failureMessages?.[0];
	if (tasks.length === 0) {
		const ended = ENDED.get(status);
		return ended === void 0 ? [] : [{
			key: testKey,
			suite,
			path: ancestorTitles,
			name: title,
			params: {},
			...unmeasured(ended, message)
		}];
	}
	if (status === "failed") warnings.push(`${testKey}: the test failed${message ? `: ${firstLine(message)}` : ""}`);
	const fresh = tasks.filter(({ fromStore }) => fromStore !== true);
	if (fresh.length < tasks.length) warnings.push(`${testKey}: ${tasks.length - fresh.length} results of an earlier run (bench.from) were left out`);
	return fresh.map((task) => {
		const key = keyOf$1([
			suite,
			...path,
			task.name
		], {});
		const collected = new Collected(key, warnings);
		addTask(collected, task);
		return {
			key,
			suite,
			path,
			name: task.name,
			params: {},
			...collected.outcome()
		};
	});
}
const ENDED = /* @__PURE__ */ new Map([
	["failed", "failed"],
	["skipped", "skipped"],
	["pending", "skipped"],
	["todo", "skipped"],
	["disabled", "skipped"]
]);
const firstLine = (text) => text.split("\n", 1)[0].slice(0, 500);
function outputBenchmarks({ files }, warnings) {
	return files.flatMap(({ groups }) => groups.flatMap(({ fullName, benchmarks }) => {
		const [suite = "", ...path] = fullName.split(BETWEEN_TITLES);
		return benchmarks.map((benchmark) => {
			const { name } = benchmark;
			const key = keyOf$1([
				suite,
				...path,
				name
			], {});
			const collected = new Collected(key, warnings);
			addFlat(collected, benchmark);
			return {
				key,
				suite,
				path,
				name,
				params: {},
				...collected.outcome()
			};
		});
	}));
}

// src/ingest/registry.ts
/** Its signature would fit other tools' files too, so that it is asked only when no other adapter knows the file. */
const LAST = bmf;
/** Every format that `format:` can name, most asked for first. */
const ADAPTERS = [
	mitata,
	vitest,
	custom,
	go,
	pytestBenchmark,
	criterion,
	cargoCriterion,
	criterionText,
	libtest,
	divan,
	hyperfine,
	tinybench,
	benchmarkjs,
	deno,
	googleBenchmark,
	jmh,
	benchmarkDotNet,
	sizeLimit,
	k6,
	autocannon,
	locust,
	artillery,
	catch2,
	pyperf,
	asv,
	gungraun,
	iai,
	benchmarktoolsJl,
	lighthouse,
	openmetrics,
	timeV,
	LAST
];

// src/ingest/ingest.ts
const MAX_WARNINGS$2 = 100;
/** Longer names come from files that were not what they seemed. */
const MAX_KEY = 2e3;
/**
* What a tool's output says. An explicit format wins over what the content looks like; without one exactly one adapter
* has to know it. Throws a UserError ('results') that names the file, what is wrong with it, and the formats in question.
*/
const ingest = (raw, format) => understand(raw, format).file;
/** The same, with the name of the adapter that read it. */
function understand(raw, format) {
	const { input, problem } = inputOf(raw);
	const adapter = format === null ? detected(input, problem) : adapterOf(format);
	const result = read(adapter, input, problem);
	if (result.benchmarks.length === 0) throw failure$1(input.path, `it was read as ${adapter.name} and holds no benchmark`, "check that the benchmarks ran");
	if (result.benchmarks.length > 2e4) throw failure$1(input.path, `it holds ${result.benchmarks.length.toLocaleString("en")} benchmarks, more than ${MAX_BENCHMARKS$1.toLocaleString("en")}`, "write several files, or fewer benchmarks");
	checkKeys(input.path, result.benchmarks);
	const warnings = [...result.warnings];
	const benchmarks = result.benchmarks.map((benchmark) => sound(benchmark, warnings));
	return {
		adapter: adapter.name,
		file: {
			...result,
			benchmarks,
			warnings: shortened(warnings)
		}
	};
}
function inputOf({ path, bytes, files }) {
	if (files !== null) {
		if (files.size === 0) throw failure$1(path, "the directory holds no text file", "name the one that the tool wrote");
		return {
			input: {
				path,
				text: "",
				json: void 0,
				files
			},
			problem: null
		};
	}
	if (bytes.length > MAX_BYTES) throw failure$1(path, `it is larger than ${MAX_BYTES / 2 ** 20} MiB`, "write a summary instead of every sample");
	const text = decode(bytes);
	if (text === null) throw failure$1(path, "it is no text", "name the file that the tool wrote, unpacked");
	if (text.trim() === "") throw failure$1(path, "it is empty", "check that the tool ran to its end");
	const { json, problem } = parseJsonText(text);
	return {
		input: {
			path,
			text,
			json,
			files: null
		},
		problem
	};
}
function adapterOf(format) {
	const found = ADAPTERS.find(({ name }) => name === format);
	if (found !== void 0) return found;
	const near = ADAPTERS.map(({ name }) => ({
		name,
		distance: editDistance(format.toLowerCase(), name)
	})).filter(({ distance }) => distance <= 2).sort((a, b) => a.distance - b.distance)[0];
	throw new UserError("results", `there is no format ${JSON.stringify(format.slice(0, 100))}`, near === void 0 ? `the formats are ${names$1(ADAPTERS)}` : `did you mean ${near.name}? The formats are ${names$1(ADAPTERS)}`);
}
function detected(input, problem) {
	const matching = ADAPTERS.filter((adapter) => adapter !== LAST && adapter.recognises(input));
	const [only, second] = matching;
	if (second !== void 0) throw failure$1(input.path, `it looks like ${names$1(matching)}`, "say which it is with `format:` in the config or --format");
	if (only !== void 0) return only;
	if (LAST.recognises(input)) return LAST;
	const other = otherOutput(input.text);
	if (other !== null) throw failure$1(input.path, `it is ${other.tool}`, other.instead);
	throw problem === null ? failure$1(input.path, "no format was recognised", `name one with \`format:\` or --format: ${names$1(ADAPTERS)}`) : failure$1(input.path, `it begins like JSON, but ${problem}`, "write it again with the tool");
}
function read(adapter, input, problem) {
	try {
		return adapter.read(input);
	} catch (error) {
		if (error instanceof UserError && problem !== null && !error.message.includes(problem)) throw new UserError("results", `${error.message}; it begins like JSON, but ${problem}`, error.remedy, { cause: error });
		throw error;
	}
}
function checkKeys(path, benchmarks) {
	const places = /* @__PURE__ */ new Map();
	for (const [index, { key }] of benchmarks.entries()) {
		const first = places.get(key);
		if (first !== void 0) throw failure$1(path, `two benchmarks are called ${JSON.stringify(key.slice(0, MAX_KEY))}: ${described(benchmarks, first)} and ${described(benchmarks, index)}`, "give every benchmark a name of its own");
		if (key === "" || key.length > MAX_KEY) throw failure$1(path, `benchmark ${index + 1} has ${key === "" ? "no name" : `a name of ${key.length} characters`}`, `give it a name of at most ${MAX_KEY} characters`);
		places.set(key, index);
	}
}
function described(benchmarks, index) {
	const { suite, path, name } = benchmarks[index];
	const parts = [
		suite,
		...path,
		name
	].filter((part) => part !== null);
	return `number ${index + 1} (${JSON.stringify(parts).slice(0, MAX_KEY)})`;
}
/** What adapters promise, made sure of once for all of them. */
function sound(benchmark, warnings) {
	if (benchmark.status !== "ok") return {
		...benchmark,
		metrics: []
	};
	const metrics = soundMetrics(benchmark.key, benchmark.metrics, warnings);
	return metrics.length > 0 ? {
		...benchmark,
		metrics
	} : {
		...benchmark,
		status: "failed",
		message: benchmark.message ?? "no usable value was measured",
		metrics
	};
}
function shortened(warnings) {
	if (warnings.length <= MAX_WARNINGS$2) return [...warnings];
	return [...warnings.slice(0, MAX_WARNINGS$2), `and ${warnings.length - MAX_WARNINGS$2} more warnings`];
}
const names$1 = (adapters) => adapters.map(({ name }) => name).join(", ");
function failure$1(path, why, remedy) {
	return new UserError("results", `cannot read the results in ${path}: ${why}`, remedy);
}

// src/ingest/read-input.ts
/** Files of one directory that are looked at. */
const MAX_FILES = 2e4;
const MAX_DEPTH = 50;
/** Results are in files like these; reports beside them are pages and pictures. */
const RESULT_NAME = /(^|\/)[^./]+$|\.(json|ndjson|jsonl|csv|xml|txt|log|out|prom)$/i;
/**
* Reads a result file, or the text files of a directory. Symbolic links inside a directory are followed to files of the
* same directory only; one that leaves it is a UserError, as are too many files, too many bytes, and what is no file.
*/
async function readInput(path, limits = {
	bytes: MAX_BYTES,
	files: MAX_FILES
}) {
	try {
		if ((await stat(path)).isDirectory()) return {
			path,
			bytes: "",
			files: await readTree(path, limits)
		};
		return {
			path,
			bytes: await readFile$1(path, path, limits.bytes, 0),
			files: null
		};
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw failure(path, CAUSES.get(codeOf(error)) ?? `it cannot be read (${codeOf(error)})`, error);
	}
}
const CAUSES = /* @__PURE__ */ new Map([
	["ENOENT", "there is no such file"],
	["ENOTDIR", "a part of its path is no directory"],
	["EACCES", "it may not be read"],
	["EPERM", "it may not be read"],
	["ELOOP", "it is a symbolic link in a circle"],
	["ENAMETOOLONG", "its name is too long"]
]);
/**
* What a person means by `pattern`: the file or folder of that name, else what matches it as a glob below `directory`, sorted,
* and one more than `limit` at most. `shown` is relative to `directory` where the pattern is. Throws a UserError when nothing does.
*/
async function matchingPaths(pattern, directory, limit) {
	const named = (shown) => ({
		path: resolve(directory, shown),
		shown
	});
	if (await stat(resolve(directory, pattern)).then(() => true, () => false) || !/[*?{[]/.test(pattern)) return [named(pattern)];
	const found = [];
	for await (const path of glob(pattern, { cwd: directory })) {
		found.push(path.split(sep).join("/"));
		if (found.length > limit) break;
	}
	if (found.length === 0) throw failure(pattern, "no file matches it");
	return found.sort().map(named);
}
async function readTree(root, limits) {
	const realRoot = await realpath(root);
	const files = /* @__PURE__ */ new Map();
	let seen = 0;
	let left = limits.bytes;
	const pending = [{
		path: realRoot,
		depth: 0
	}];
	for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
		if (folder.depth > MAX_DEPTH) throw failure(root, `it is nested deeper than ${MAX_DEPTH} folders`);
		const entries = await readdir(folder.path, { withFileTypes: true });
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			if (++seen > limits.files) throw failure(root, `it holds more than ${limits.files.toLocaleString("en")} files`);
			const path = join(folder.path, entry.name);
			const name = relative(realRoot, path).split(sep).join("/");
			if (entry.isDirectory()) pending.push({
				path,
				depth: folder.depth + 1
			});
			else if (entry.isFile() || entry.isSymbolicLink()) {
				const target = entry.isSymbolicLink() ? await linkTarget(root, realRoot, path, name) : path;
				if (target === null || !RESULT_NAME.test(name)) continue;
				const bytes = await readFile$1(target, `${root}/${name}`, left, constants.O_NOFOLLOW);
				left -= bytes.length;
				const text = decode(bytes);
				if (text !== null) files.set(name, text);
			}
		}
	}
	return files;
}
/** The file inside the tree that a link leads to; null: a directory of the tree, which is read anyway. */
async function linkTarget(root, realRoot, path, name) {
	const target = await realpath(path);
	if (target === realRoot) return null;
	if (!target.startsWith(realRoot + sep)) throw failure(root, `${name} is a symbolic link that leaves it`);
	return (await stat(target)).isFile() ? target : null;
}
async function readFile$1(path, shown, limit, flags) {
	const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | flags);
	try {
		const status = await handle.stat();
		if (!status.isFile()) throw failure(shown, "it is neither a file nor a directory");
		if (status.size > limit) throw tooLarge(shown, limit);
		return await readAll(handle, status.size, limit, shown);
	} finally {
		await handle.close();
	}
}
/** All bytes, also of a file that grows or whose size the system does not tell (`/proc`). */
async function readAll(handle, size, limit, shown) {
	let buffer = Buffer.allocUnsafe(Math.min(size, limit) + 1);
	let length = 0;
	for (;;) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
		if (bytesRead === 0) return buffer.subarray(0, length);
		length += bytesRead;
		if (length > limit) throw tooLarge(shown, limit);
		if (length === buffer.length) {
			const larger = Buffer.allocUnsafe(Math.max(65536, 2 * length));
			buffer.copy(larger);
			buffer = larger;
		}
	}
}
function tooLarge(path, limit) {
	return failure(path, `it is larger than ${Math.floor(limit / 2 ** 20)} MiB`);
}
function failure(path, why, cause) {
	return new UserError("results", `cannot read the results in ${path}: ${why}`, "name the file or directory that the tool wrote", { cause });
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

// src/gate/read-results.ts
/** Of so many values a median says something that the low quantile does not. */
const MIN_FOR_MEDIAN = 3;
/** What a tool left behind after one execution, with one value a metric: an execution is one process of a block. */
const readResults = async (from, format) => {
	const raw = "path" in from ? await readShown(from) : {
		path: "standard output",
		bytes: from.text,
		files: null
	};
	const { benchmarks, warnings } = ingest(raw, format);
	return {
		benchmarks: benchmarks.filter(({ status }) => status !== "skipped").map(toolBenchmark),
		warnings
	};
};
/** Reads a file of a checkout under the name that people know it by. */
async function readShown({ path, shown }) {
	try {
		return {
			...await readInput(path),
			path: shown
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(error.code, error.message.replaceAll(path, shown), error.remedy, { cause: error });
	}
}
/**
* The results that lie at these paths or match these globs, each file or folder by itself, in the order given and by name within a
* glob. Throws a UserError where one cannot be read, a pattern matches nothing, or there are too many.
*/
async function readResultFiles(patterns, format, directory = ".") {
	const paths = /* @__PURE__ */ new Map();
	for (const pattern of patterns) for (const { path, shown } of await matchingPaths(pattern, directory, 100)) paths.set(path, shown);
	if (paths.size > 100) throw new UserError("results", `there are more than ${100} result files`, "Name them more narrowly.");
	const results = [];
	for (const [path, shown] of paths) results.push({
		name: shown,
		file: ingest(await readShown({
			path,
			shown
		}), format)
	});
	return results;
}
function toolBenchmark({ key, status, message, metrics }) {
	return {
		id: key,
		failure: status === "ok" ? null : message ?? "its tool says that it failed",
		metrics: metrics.flatMap(rawMetrics)
	};
}
/** What an execution, or a file, says of one metric: one value, and beside a time its median. */
function rawMetrics({ id, unit, better, data }) {
	const metric = {
		id,
		unit,
		better,
		exact: data.kind === "exact"
	};
	const middle = id === "time" ? medianOf(data) : null;
	return [{
		...metric,
		value: valueOf$1(data, {
			unit,
			better
		})
	}, ...middle === null ? [] : [{
		...metric,
		id: "time.p50",
		value: middle
	}]];
}
/**
* The number that an execution counts with. Of samples, in each group the 10th percentile of times and the 90th of rates, the ends
* that other work on the machine reaches last, and the median of what is neither; then the median of the groups.
*/
function valueOf$1(data, { unit, better }) {
	switch (data.kind) {
		case "exact": return data.value;
		case "summary": return data.centre;
		case "samples": {
			const share = shareOf(unit, better);
			return quantile$1(data.groups.map((group) => quantile$1(group, share)), .5);
		}
	}
}
function shareOf(unit, better) {
	if (unit === "ns") return better === "higher" ? .9 : .1;
	if (unit === "ops/s" || unit === "B/s") return better === "lower" ? .1 : .9;
	return .5;
}
function medianOf(data) {
	if (data.kind !== "samples" || data.groups.every(({ length }) => length < MIN_FOR_MEDIAN)) return null;
	return quantile$1(data.groups.map((group) => quantile$1(group, .5)), .5);
}

// src/gate/results.ts
const MAX_WARNINGS$1 = 100;
/** A suite is a path or the name of a tool. */
const MAX_SUITE = 2e3;
/**
* Several files a side are several runs of the same benchmarks; one that a file lacks is known from the others. Throws a
* UserError where the files hold nothing that can be compared, or too many benchmarks.
*/
function readSides(sides, { metrics }) {
	const roster = createRoster(metrics);
	const values = {
		base: [],
		head: []
	};
	const data = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	const failures = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	const warnings = [];
	const failed = /* @__PURE__ */ new Set();
	for (const side of ["base", "head"]) {
		const named = /* @__PURE__ */ new Map();
		for (const { name, file } of sides[side]) {
			warnings.push(...file.warnings.map((warning) => `${name}: ${warning}`));
			const ofFile = /* @__PURE__ */ new Map();
			values[side].push(ofFile);
			for (const benchmark of file.benchmarks) {
				const { key: id } = benchmark;
				if (benchmark.status === "skipped") continue;
				const suite = roster.benchmarks.get(id)?.suite ?? (benchmark.suite ?? file.tool).slice(0, MAX_SUITE);
				if (!named.has(id)) roster.register({
					suite,
					source: "command",
					side
				}, id, [{
					file: null,
					line: null,
					hash: ""
				}]);
				named.set(id, (named.get(id) ?? 0) + 1);
				const found = roster.values(id, side, benchmark.metrics.flatMap(rawMetrics));
				if (benchmark.status === "failed") failed.add(id);
				if (Object.keys(found).length === 0) noteFailure(failures[side], benchmark);
				else ofFile.set(id, found);
				collect(data[side], benchmark, found);
			}
		}
		for (const [id, failure] of failures[side]) {
			const of = named.get(id);
			failures[side].set(id, {
				...failure,
				of,
				excluded: failure.processes === of
			});
		}
	}
	const { benchmarks } = roster;
	for (const [id, { metrics }] of benchmarks) {
		if (metrics.length > 0 || failed.has(id)) continue;
		benchmarks.delete(id);
		for (const side of ["base", "head"]) failures[side].delete(id);
	}
	if (benchmarks.size === 0) {
		const [why = "every benchmark was skipped"] = roster.warnings;
		throw new UserError("no-benchmarks", `the result files hold nothing to compare: ${why}`, "Run `benchgate ingest` to see all that is in them.");
	}
	for (const suite of new Set([...benchmarks.values()].map((benchmark) => benchmark.suite))) roster.assumeSame(suite);
	return {
		survey: {
			benchmarks: [...benchmarks.values()],
			failures: [],
			lateErrors: [],
			indivisible: [],
			warnings: listed([...roster.warnings, ...warnings])
		},
		values,
		data,
		failures
	};
}
function listed(warnings) {
	const shown = [...new Set(warnings)].slice(0, MAX_WARNINGS$1).map((warning) => warning.slice(0, MAX_MESSAGE$2));
	const more = new Set(warnings).size - shown.length;
	return more > 0 ? [...shown, `and ${more} more warnings of the result files`] : shown;
}
function noteFailure(failures, { key, status, message }) {
	const why = status === "failed" ? message ?? "its tool says that it failed" : "nothing that it reports can be compared";
	const { processes = 0, message: first = why } = failures.get(key) ?? {};
	failures.set(key, {
		message: first.slice(0, MAX_MESSAGE$2),
		processes: processes + 1,
		of: 0,
		excluded: false
	});
}
/** Keeps what a file says of metrics that have a value; one without is in another unit than before, or not comparable. */
function collect(data, { key, metrics }, values) {
	const ofBenchmark = data.get(key) ?? /* @__PURE__ */ new Map();
	data.set(key, ofBenchmark);
	for (const metric of metrics) if (Object.hasOwn(values, metric.id)) ofBenchmark.set(metric.id, [...ofBenchmark.get(metric.id) ?? [], metric.data]);
}
/** Characters of a tool's name and version. */
const MAX_TOOL = 200;
/** The name of a form that no tool has for itself. */
const NO_TOOL = "custom";
/** The tools that wrote the files, with their versions, where one is known. */
const toolsOf = (files) => [...new Set(files.flatMap(({ file: { tool, version } }) => tool === NO_TOOL ? [] : `${tool} ${version ?? ""}`.trim().slice(0, MAX_TOOL)))];
/**
* Result files of head as evidence: each file is one process, and base was not measured. Who judges it decides what
* stands in for base. Throws a UserError as `readSides` does.
*/
function resultsEvidence(files, o) {
	const { survey, values, failures } = readSides({
		base: [],
		head: files
	}, o.config);
	return {
		schema: 2,
		command: o.command,
		seed: o.seed,
		filter: null,
		base: o.base,
		head: o.head,
		environment: o.environment,
		survey,
		results: {
			tools: toolsOf(files),
			files: files.map(({ name }) => name.slice(0, MAX_MESSAGE$2))
		},
		baseFailure: "Only the results of this commit were handed over.",
		failures: [...failures.head].map(([benchmark, failure]) => ({
			side: "head",
			benchmark,
			...failure
		})),
		measured: survey.benchmarks.map(({ id }) => ({
			benchmark: id,
			blocks: blocksOf(values.head, id),
			confirming: []
		})),
		maxPairs: 4,
		stoppedBy: "decided",
		processes: 0,
		elapsedMs: 0,
		msInBenchmarks: 0,
		warnings: []
	};
}
/** A benchmark's values in the files that have it, four a block: there is no order in them that would mean anything. */
function blocksOf(files, id) {
	const processes = files.flatMap((file) => {
		const values = file.get(id);
		return values === void 0 ? [] : [{ values }];
	});
	const count = Math.ceil(processes.length / 4);
	return Array.from({ length: count }, (_, round) => ({
		round,
		base: [],
		head: processes.slice(round * 4, (round + 1) * 4)
	}));
}

// src/ingest/bencher-history.ts
const MAX_LENGTH$1 = 256 * 2 ** 20;
const MAX_LINES = 1e5;
const MAX_POINTS = 1e5;
const MAX_NAME$2 = 1e4;
const name = string().max(MAX_NAME$2);
const named = object({ name });
const number = number$7().nullish();
const point = object({
	iteration: number$7().nullish(),
	start_time: string().max(100),
	end_time: string().max(100).nullish(),
	version: object({
		number,
		hash: string().max(200).nullish()
	}).nullish(),
	metric: object({
		value: number,
		lower_value: number,
		upper_value: number
	}).nullish(),
	metrics: record(string().max(MAX_NAME$2), object({ value: number })).nullish()
});
const schema$1 = object({
	project: object({
		name,
		slug: name.nullish(),
		url: name.nullish()
	}),
	results: array(object({
		branch: named,
		testbed: named,
		benchmark: named,
		parameter: object({ set: record(string().max(MAX_NAME$2), unknown()).nullish() }).nullish(),
		measure: object({
			name,
			slug: name.nullish(),
			units: name.nullish()
		}),
		metrics: array(point).max(MAX_POINTS)
	})).max(MAX_LINES)
});
/** Reads the JSON of `bencher perf`; `path` is for messages. Throws a UserError ('results') when it is something else. */
function parseBencherHistory(text, path) {
	const input = {
		path,
		text: "",
		json: void 0,
		files: null
	};
	if (text.length > MAX_LENGTH$1) throw refusal(input, `it is longer than ${MAX_LENGTH$1} characters`);
	const { json, problem } = parseJsonText(text);
	if (json === void 0) throw refusal(input, problem ?? "it is no JSON of bencher perf");
	const { project, results } = shaped(schema$1, {
		...input,
		json
	}, "bencher perf");
	let dropped = 0;
	const lines = results.map(({ branch, testbed, benchmark, parameter, measure, metrics }) => {
		const points = metrics.flatMap((written) => pointOf(written) ?? []);
		dropped += metrics.length - points.length;
		return {
			branch: branch.name,
			testbed: testbed.name,
			benchmark: benchmark.name,
			parameters: Object.fromEntries(Object.entries(parameter?.set ?? {}).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)])),
			measure: {
				name: measure.name,
				slug: measure.slug ?? null,
				units: measure.units ?? null
			},
			points
		};
	});
	return {
		project: {
			name: project.name,
			slug: project.slug ?? null,
			url: project.url ?? null
		},
		lines,
		warnings: dropped === 0 ? [] : [`${dropped} of the points: without a value called "value"`]
	};
}
function pointOf({ start_time, iteration, version, metric, metrics }) {
	const named = new Map(Object.entries(metrics ?? {}));
	const value = named.get("value")?.value ?? metric?.value;
	if (value === null || value === void 0) return null;
	return {
		start: start_time,
		iteration: iteration ?? 0,
		version: {
			number: version?.number ?? null,
			hash: version?.hash ?? null
		},
		value,
		low: named.get("lower_value")?.value ?? metric?.lower_value ?? null,
		high: named.get("upper_value")?.value ?? metric?.upper_value ?? null
	};
}

// src/ingest/left-out.ts
/** Counts what is not taken over, reason by reason, for people: a history has thousands of numbers. */
var LeftOut = class {
	#counts = /* @__PURE__ */ new Map();
	/** `reason` ends a sentence that begins with `12 of the values:`; the first example of each is told. */
	add(what, reason, example, count = 1) {
		const key = `${what}: ${reason}`;
		const known = this.#counts.get(key);
		if (known === void 0) this.#counts.set(key, {
			count,
			example
		});
		else known.count += count;
	}
	/** A sentence for each reason, in the order in which they came up. */
	sentences() {
		return [...this.#counts].map(([key, { count, example }]) => `${count} of the ${key} (such as ${JSON.stringify(example.slice(0, 100))})`);
	}
};

// src/ingest/imported-runs.ts
/** Tools whose histories can be imported. */
const IMPORTABLE = ["github-action-benchmark", "bencher"];
/** Digests are the beginnings of hashes; these are none. */
const CONFIG = {
	"github-action-benchmark": "0000000000000001",
	bencher: "0000000000000002"
};
/** As many as can be read again. */
const MAX_RUNS = 1e4;
const MAX_SUBJECT = 200;
/** The year in which git began. */
const EARLIEST_MS = Date.UTC(2005);
/** The last year that is written with four digits. */
const LATEST_MS = Date.UTC(9999);
const CLOCK_TOLERANCE_MS = 864e5;
/**
* One run a commit. Of a benchmark that was recorded several times on one commit the newest value is taken: earlier ones would
* fill what is read of the branch and be shown nowhere. `recordings` are oldest first where two have the same time.
*/
function importedRuns(recordings, from, target, leftOut = new LeftOut()) {
	const latest = target.now.getTime() + CLOCK_TOLERANCE_MS;
	const usable = recordings.filter((recording) => {
		const problem = problemOf(recording, latest);
		if (problem !== null) leftOut.add("recordings", problem, recording.commit.id);
		return problem === null;
	});
	const nameOf = names(usable);
	const newestFirst = usable.toReversed().sort((a, b) => b.at - a.at);
	const taken = [...Map.groupBy(newestFirst, ({ commit }) => commit.id).values()].flatMap((ofCommit) => {
		const { benchmarks, used } = benchmarksOf(ofCommit, nameOf, leftOut);
		return benchmarks.length === 0 ? [] : [{
			used,
			benchmarks
		}];
	});
	taken.sort((a, b) => b.used[0].at - a.used[0].at);
	const surplus = taken[MAX_RUNS];
	if (surplus !== void 0) {
		const reason = `older than the newest ${MAX_RUNS}`;
		leftOut.add("commits", reason, surplus.used[0].commit.id, taken.length - MAX_RUNS);
	}
	const runs = taken.slice(0, MAX_RUNS).map(({ used, benchmarks }) => runOf(used, benchmarks, from, target));
	const ids = new Set(runs.flatMap(({ benchmarks }) => benchmarks.map(({ id }) => id)));
	return {
		runs: runs.reverse(),
		benchmarks: ids.size,
		leftOut: leftOut.sentences()
	};
}
function problemOf({ commit, at, values }, latest) {
	if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit.id)) return "the commit is not named by its full id";
	if (!(at >= EARLIEST_MS && at <= latest)) return "recorded before git was there, or in the future";
	return values.length === 0 ? "without a value" : null;
}
/** A benchmark's id: its name, and the suite before it where several suites have one of that name. */
function names(recordings) {
	const suites = /* @__PURE__ */ new Map();
	for (const { suite, values } of recordings) for (const { benchmark } of values) {
		const known = suites.get(benchmark);
		suites.set(benchmark, known === void 0 || known === suite ? suite : null);
	}
	return (suite, benchmark) => suites.get(benchmark) === null ? `${suite}/${benchmark}` : benchmark;
}
/** What the recordings of one commit amount to, and those of them that something was taken from, newest first. */
function benchmarksOf(newestFirst, nameOf, leftOut) {
	const benchmarks = /* @__PURE__ */ new Map();
	const owners = /* @__PURE__ */ new Map();
	for (const recording of newestFirst) for (const value of recording.values) {
		const id = nameOf(recording.suite, value.benchmark);
		const place = JSON.stringify([id, value.metric]);
		const owner = owners.get(place);
		const benchmark = benchmarks.get(id) ?? {
			id,
			suite: recording.suite,
			metrics: []
		};
		const problem = problemOfValue(id, value) ?? (owner === void 0 ? null : owner === recording || owner.suite !== recording.suite ? "the second of that name on one commit" : "measured again on the same commit later") ?? (benchmark.metrics.length === RUN_LIMITS.metrics || benchmarks.size === RUN_LIMITS.benchmarks && !benchmarks.has(id) ? "more than one run can hold" : null);
		if (problem !== null) {
			leftOut.add("values", problem, value.benchmark);
			continue;
		}
		const { metric, unit, better } = value;
		benchmark.metrics.push({
			metric,
			unit,
			better,
			values: [rounded(value.value)],
			change: null,
			verdict: null
		});
		benchmarks.set(id, benchmark);
		owners.set(place, recording);
	}
	return {
		benchmarks: [...benchmarks.values()],
		used: [...new Set(owners.values())]
	};
}
/** As it will be written in the file of the run, which can be infinite where the value was not. */
const rounded = (value) => Number.isSafeInteger(value) ? value : Number(value.toPrecision(5));
function problemOfValue(id, { metric, unit, better, value }) {
	if (better === null) return "neither unit nor tool says which way is better";
	if (!Number.isFinite(rounded(value))) return "more than a number can hold";
	if (value < 0 && NEVER_NEGATIVE$1.has(unit)) return "a time or a rate below zero";
	return id.length > RUN_LIMITS.name || metric.length > RUN_LIMITS.metricName || unit.length > RUN_LIMITS.unit ? "a name or a unit longer than any" : null;
}
function runOf(newestFirst, benchmarks, from, target) {
	const { commit, at } = newestFirst[0];
	const time = newestFirst.find((recording) => recording.commit.time !== null)?.commit.time ?? at;
	const message = newestFirst.find((recording) => recording.commit.message !== "")?.commit.message ?? "";
	const run = {
		schema: 1,
		commit: {
			sha: commit.id,
			parent: null,
			time: new Date(time).toISOString(),
			subject: subjectOf(message)
		},
		ref: target.ref,
		run: {
			id: "imported",
			attempt: 1,
			recordedAt: new Date(at).toISOString(),
			key: target.key
		},
		imported: {
			from,
			by: [...new Set(newestFirst.map(({ by }) => by))].slice(0, RUN_LIMITS.sources)
		},
		environment: UNKNOWN_ENVIRONMENT,
		config: CONFIG[from],
		seed: "",
		benchmarks
	};
	run.run.id = `imported${target.digest(JSON.stringify(run)).slice(0, 16)}`;
	return run;
}
const subjectOf = (message) => (message.trimStart().split("\n", 1)[0] ?? "").replace(/\p{Cc}/gu, " ").trim().slice(0, MAX_SUBJECT);
/** A time with its zone, ISO 8601, in ms since 1970; null for anything else. */
function timeOf(text) {
	if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
	const time = Date.parse(text);
	return time >= 0 && time < LATEST_MS ? time : null;
}

// src/ingest/bencher-runs.ts
/**
* What Bencher answered as runs: of one branch, since other commits are another history, and of one testbed, since other machines
* are, in both cases the one with the most points. What belongs to no commit is left out.
*/
function bencherRuns(history, target) {
	const leftOut = new LeftOut();
	const lines = largest(largest(history.lines, "branch", leftOut), "testbed", leftOut);
	const reports = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const { testbed } = line;
		const described = describe(line);
		for (const { start, iteration, version, value } of line.points) {
			const { hash } = version;
			if (hash === null) {
				leftOut.add("points", "of no commit", described.benchmark);
				continue;
			}
			const key = JSON.stringify([
				hash,
				start,
				iteration
			]);
			let report = reports.get(key);
			if (report === void 0) {
				report = {
					commit: {
						id: hash,
						time: null,
						message: ""
					},
					at: timeOf(start) ?? NaN,
					suite: testbed,
					by: testbed,
					values: [],
					iteration
				};
				reports.set(key, report);
			}
			const { factor, ...metric } = described;
			report.values.push({
				...metric,
				value: value * factor
			});
		}
	}
	const oldestFirst = [...reports.values()].sort((a, b) => a.iteration - b.iteration);
	const imported = importedRuns(oldestFirst, "bencher", target, leftOut);
	return {
		...imported,
		leftOut: [...history.warnings, ...imported.leftOut]
	};
}
/** The lines of the branch or testbed with the most points, of several the first. */
function largest(lines, by, leftOut) {
	const count = (some) => some.reduce((sum, { points }) => sum + points.length, 0);
	const groups = [...Map.groupBy(lines, (line) => line[by])].sort((a, b) => count(b[1]) - count(a[1]));
	for (const [name, others] of groups.slice(1)) leftOut.add("points", `of another ${by} than ${JSON.stringify(groups[0][0])}`, name, count(others));
	return groups[0]?.[1] ?? [];
}
function describe({ benchmark, parameters, measure }) {
	const known = measureOf(measure.name);
	const named = {
		benchmark: keyOf$1([benchmark], parameters),
		metric: known.id
	};
	const units = measure.units ?? "";
	const unit = [/\(([^()]*)\)\s*$/.exec(units)?.[1] ?? "", units].find((text) => normalUnit(text) !== null);
	const { factor = 1, ...metric } = unit === void 0 ? known : valueMetric(unit);
	return {
		...named,
		unit: unit === void 0 && known.unit === "" ? units : metric.unit,
		better: metric.better ?? known.better ?? usualMetric(known.id)?.better ?? null,
		factor
	};
}

// src/ingest/gab-history.ts
/** Longer than any history that a page could still draw. */
const MAX_LENGTH = 256 * 2 ** 20;
const MAX_ENTRIES = 1e5;
const MAX_BENCHES = 2e4;
const MAX_NAME$1 = 1e4;
const numeric = custom$1((value) => value === null || typeof value === "number", { error: "expected a number" });
const bench = object({
	name: string().max(MAX_NAME$1),
	value: numeric,
	unit: string().max(200).default(""),
	range: union([string().max(MAX_NAME$1), number$7()]).nullish(),
	extra: string().max(1e5).nullish()
});
const entry = object({
	commit: object({
		id: string().max(200),
		timestamp: string().max(200).nullish(),
		message: string().max(1e6).nullish()
	}),
	date: numeric,
	tool: string().max(200),
	benches: array(bench).max(MAX_BENCHES)
});
const schema = object({
	lastUpdate: numeric.optional(),
	repoUrl: string().max(MAX_NAME$1).nullish(),
	entries: record(string().max(MAX_NAME$1), array(entry).max(MAX_ENTRIES))
});
/** Reads the text of a `data.js`; `path` is for messages. Throws a UserError ('results') when it is something else. */
function parseGabHistory(text, path) {
	const input = {
		path,
		text: "",
		json: void 0,
		files: null
	};
	if (text.length > MAX_LENGTH) throw refusal(input, `it is longer than ${MAX_LENGTH} characters`);
	const { json, problem } = parseJsonText(withoutAssignment(text));
	if (json === void 0) throw refusal(input, problem ?? "it is no data.js of github-action-benchmark: window.BENCHMARK_DATA = {…}");
	const written = shaped(schema, {
		...input,
		json
	}, "github-action-benchmark");
	let dropped = 0;
	const entries = Object.entries(written.entries).flatMap(([suite, entries]) => entries.map(({ commit, date, tool, benches }) => {
		const kept = benches.flatMap(({ name, value, unit, range, extra }) => value === null || !Number.isFinite(value) ? [] : [{
			name,
			value,
			unit,
			range: range == null ? null : String(range),
			extra: extra ?? null
		}]);
		dropped += benches.length - kept.length;
		return {
			suite,
			tool,
			commit: {
				id: commit.id,
				timestamp: commit.timestamp ?? null,
				message: commit.message ?? ""
			},
			date: date !== null && Number.isFinite(date) ? date : null,
			benches: kept
		};
	}));
	return {
		lastUpdate: written.lastUpdate ?? null,
		repoUrl: written.repoUrl ?? null,
		entries,
		warnings: [...dropped === 0 ? [] : [`${dropped} of the values: recorded as null or as more than a number can hold`], ...hasPrototypeSuite(json) ? ["1 of the suites: called __proto__, which is not read"] : []]
	};
}
/** A record of zod leaves such a key out without a word. */
const hasPrototypeSuite = (json) => isRecord(json) && isRecord(json.entries) && Object.hasOwn(json.entries, "__proto__");
/** What stands between `window.BENCHMARK_DATA =` and the end, less one semicolon; the text itself where there is no assignment. */
function withoutAssignment(text) {
	const script = text.replace(/^\u{feff}/u, "").trim();
	const start = /^window\s{0,100}\.\s{0,100}BENCHMARK_DATA\s{0,100}=/.exec(script)?.[0];
	if (start === void 0) return script;
	return script.slice(start.length, script.endsWith(";") ? -1 : void 0);
}

// src/ingest/gab-runs.ts
/** What the user said of the numbers of a suite; other tools say it by their units. */
const BETTER = /* @__PURE__ */ new Map([["customSmallerIsBetter", "lower"], ["customBiggerIsBetter", "higher"]]);
/** A history of github-action-benchmark as runs; the entries of one commit in several suites are one run. */
function gabRuns(history, target) {
	const recordings = history.entries.map((entry) => ({
		commit: {
			id: entry.commit.id,
			time: timeOf(entry.commit.timestamp),
			message: entry.commit.message
		},
		at: entry.date ?? NaN,
		suite: entry.suite,
		by: entry.tool,
		values: entry.benches.map((bench) => valueOf(bench, entry.tool))
	}));
	const imported = importedRuns(recordings, "github-action-benchmark", target);
	return {
		...imported,
		leftOut: [...history.warnings, ...imported.leftOut]
	};
}
function valueOf({ name, value, unit }, tool) {
	const { id, factor = 1, better, ...metric } = valueMetric(unit.split("	", 1)[0].trim());
	return {
		benchmark: name,
		metric: id,
		unit: metric.unit,
		better: better ?? BETTER.get(tool) ?? null,
		value: value * factor
	};
}

// src/ingest/table.ts
/** Characters that a cell may have; names are cut from the middle, because their ends tell them apart too. */
const MAX_NAME = 60;
const MAX_OTHERS = 4;
/** Warnings that are shown in full. */
const MAX_WARNINGS = 50;
const HEAD = [
	"benchmark",
	"metric",
	"centre",
	"spread",
	"values",
	"and"
];
/**
* What was understood of a result file, as plain text for people: the tool, a line for each benchmark with its first metric
* (centre, spread, number of values and groups) and the names of its others, and the warnings. Every text of the file goes
* through `printable`, which has to give one line without control characters.
*/
function renderTable(file, o) {
	const shown = (text) => cut(o.printable(text));
	const tool = [file.tool, ...file.version === null ? [] : [file.version]].map(shown).join(" ");
	const environment = Object.entries(file.environment).map(([key, value]) => `${shown(key)}: ${shown(value)}`);
	const rows = file.benchmarks.map((benchmark) => row(benchmark, shown));
	const more = file.warnings.length - MAX_WARNINGS;
	const warnings = [...file.warnings.slice(0, MAX_WARNINGS).map((warning) => `warning: ${o.printable(warning)}`), ...more > 0 ? [`warning: and ${more} more`] : []];
	return [
		`${tool}, read by the adapter ${shown(o.adapter)}`,
		...environment.map((line) => `  ${line}`),
		"",
		...rows.length === 0 ? ["no benchmarks"] : aligned([HEAD, ...rows]),
		...warnings.length === 0 ? [] : ["", ...warnings],
		""
	].join("\n");
}
function row({ key, status, message, metrics }, shown) {
	const [first, ...others] = metrics;
	const name = key.trim() === "" ? "(no name)" : shown(key);
	if (status !== "ok" || first === void 0) return [name, message === null ? status : `${status}: ${shown(message)}`];
	const names = others.slice(0, MAX_OTHERS).map(({ id }) => shown(id));
	const more = others.length - names.length;
	return [
		name,
		shown(first.id) + direction(first),
		quantity(centreOf(first.data), first.unit, shown),
		spreadOf(first, shown),
		countOf(first.data),
		[...names, ...more > 0 ? [`${more} more`] : []].join(", ")
	];
}
/** Where nobody says which way is better, a config has to. */
const direction = ({ better }) => better === null ? " (?)" : better === "lower" ? " ↓" : " ↑";
function centreOf(data) {
	switch (data.kind) {
		case "exact": return data.value;
		case "summary": return data.centre;
		case "samples": return quantile(data.groups.map((group) => quantile(group, .5)), .5);
		default: return data;
	}
}
function spreadOf({ data, unit }, shown) {
	switch (data.kind) {
		case "exact": return "exact";
		case "summary": return data.spread === null ? "unknown" : stated(data.spread, unit, shown);
		case "samples": {
			const values = data.groups.flat();
			if (values.length < 2) return "unknown";
			return `quartiles ${quantity(quantile(values, .25), unit, shown)} … ${quantity(quantile(values, .75), unit, shown)}`;
		}
		default: return data;
	}
}
function stated(spread, unit, shown) {
	switch (spread.kind) {
		case "sd":
		case "sem":
		case "mad": return `${spread.kind} ${quantity(spread.value, unit, shown)}`;
		case "ci": return `${percent(spread.level)} in ${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}`;
		case "rme": return `±${percent(spread.value)} (${percent(spread.level)})`;
		case "unknown": return `${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}, undefined`;
		default: return spread;
	}
}
function countOf(data) {
	if (data.kind === "exact") return "1";
	if (data.kind === "summary") return data.count === null ? "?" : String(data.count);
	return `${data.groups.reduce((sum, group) => sum + group.length, 0)} in ${data.groups.length} group${data.groups.length === 1 ? "" : "s"}`;
}
/** Linear between the two nearest; of nothing, 0. */
function quantile(values, fraction) {
	const sorted = Float64Array.from(values).sort();
	const place = (sorted.length - 1) * fraction;
	const low = sorted[Math.floor(place)] ?? 0;
	return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}
const SCALES = /* @__PURE__ */ new Map([
	["ns", [
		[1e9, "s"],
		[1e6, "ms"],
		[1e3, "µs"],
		[1, "ns"]
	]],
	["B", [
		[1e9, "GB"],
		[1e6, "MB"],
		[1e3, "kB"],
		[1, "B"]
	]],
	["B/s", [
		[1e9, "GB/s"],
		[1e6, "MB/s"],
		[1e3, "kB/s"],
		[1, "B/s"]
	]]
]);
/** Four digits, in the unit that people would use. */
function quantity(value, unit, shown) {
	if (unit === "fraction") return percent(value);
	const scales = SCALES.get(unit);
	if (scales === void 0) return `${digits(value)}${unit === "" ? "" : ` ${shown(unit)}`}`;
	const [size, name] = scales.find(([size]) => Math.abs(value) >= size) ?? scales.at(-1) ?? [1, unit];
	return `${digits(value / size)} ${name}`;
}
const percent = (fraction) => `${digits(fraction * 100)} %`;
/** Counts are exact and shown whole. */
const digits = (value) => Number.isInteger(value) && Math.abs(value) < 0x38d7ea4c68000 ? String(value) : String(Number(value.toPrecision(4)));
function cut(text) {
	if (text.length <= MAX_NAME) return text;
	return `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, "")}…${text.slice(-19).replace(/^[\udc00-\udfff]/, "")}`;
}
/** Columns as wide as their widest cell; what ends a row is not padded, nor does a row of two cells widen the second column. */
function aligned(rows) {
	const full = rows.filter((cells) => cells.length > 2);
	const widths = HEAD.map((_, column) => {
		return (column === 0 ? rows : full).reduce((width, cells) => Math.max(width, cells[column]?.length ?? 0), 0);
	});
	return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}

export { IMPORTABLE as a, resultsEvidence as c, readResultFiles as d, readResults as f, decode as h, bencherRuns as i, toolsOf as l, understand as m, gabRuns as n, parseBencherHistory as o, readInput as p, parseGabHistory as r, readSides as s, renderTable as t, rawMetrics as u };