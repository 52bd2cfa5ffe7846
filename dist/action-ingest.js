import { Bn as toNanoseconds, Dr as isGitFolder, F as Catalog, Hn as unitOf, I as readEnvironment, In as isCounted, Jn as nameText, Ln as isTimed, On as checkGlob, Or as problemInProject, Tn as didYouMean, Tr as usualMetricIn, Vn as unitKind, Vt as plural, W as conditionsOf, Xn as normalName, Yn as nextOccurrence, cr as number$1, er as _enum, fr as string, hr as unknown, ht as SIDES, jn as quoted, jr as UserError, kr as problemOfOpened, lr as object, mr as union, nr as array, or as literal, pr as tuple, pt as quantile, rr as boolean, sr as looseObject, tr as _null, ur as record, z as MAX_MESSAGE$2, zn as normalUnit } from "./action-common.js";
import { basename, join, relative, resolve, sep } from "node:path";
import { glob, open, readdir, realpath, stat } from "node:fs/promises";
import { constants as constants$1 } from "node:fs";

// src/ingest/forms/json-text.ts
/** Deeper than any tool nests; what reads the value may then recurse. */
const MAX_DEPTH$4 = 500;
/** Samples, mostly. */
const MAX_VALUES = 2e7;
/** Reads JSON, bare NaN and Infinity as numbers that are not finite; `problem` quotes nothing of the text. */
function parseJsonText(text) {
	if (!/^\s*[[{]/.test(text.slice(0, 1e3))) return {
		json: void 0,
		problem: null
	};
	const shape = problemOfShape(text);
	if (shape !== null) return {
		json: void 0,
		problem: shape
	};
	const json = bareJson(text, NOT_FINITE);
	return json === void 0 ? {
		json,
		problem: problemOf(text)
	} : {
		json,
		problem: null
	};
}
const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [
	34,
	44,
	91,
	92,
	93,
	123,
	125
];
function problemOfShape(text) {
	let depth = 0;
	let values = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) at = stringEnd(text, at) - 1;
		else if (code === OPEN_LIST || code === OPEN) {
			if (++depth > MAX_DEPTH$4) return `it is nested deeper than ${MAX_DEPTH$4} levels`;
		} else if (code === CLOSE_LIST || code === CLOSE) depth--;
		else if (code === COMMA && ++values > MAX_VALUES) return `it holds more than ${MAX_VALUES.toLocaleString("en")} values`;
	}
	return null;
}
/**
* Behind the bracket that closes the one at `start`; null where none does before the end, or it is nested too
* deep.
*/
function jsonEnd(text, start) {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) at = stringEnd(text, at) - 1;
		else if (code === OPEN_LIST || code === OPEN) {
			if (++depth > MAX_DEPTH$4) return null;
		} else if ((code === CLOSE_LIST || code === CLOSE) && --depth === 0) return at + 1;
	}
	return null;
}
/** Behind the string that starts at `at`, or the end of the text. */
function stringEnd(text, at) {
	let end = at + 1;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === QUOTE) return end + 1;
		end += code === BACKSLASH ? 2 : 1;
	}
	return end;
}
function problemOf(text) {
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
const BARE = /[+-]?(?:nan(?:\([\w-]{0,20}\))?|inf(?:inity)?)(?![\w.])/iy;
/** JSON that is read as Infinity, which no adapter takes for a value, and each says so. */
const NOT_FINITE = "1e999";
/**
* Text as JSON with bare NaN and Infinity read as `bare` (itself JSON); undefined where it is not JSON. V8's
* message is not passed on, because it repeats a piece of the text, which can be a secret.
*/
function parseBareJson(text, bare = NOT_FINITE) {
	return text.length > MAX_VALUES && problemOfShape(text) !== null ? void 0 : bareJson(text, bare);
}
function bareJson(text, bare) {
	const json = parsed(text);
	return json === void 0 && /nan|inf/i.test(text) ? parsed(withoutBare(text, bare)) : json;
}
/** Text as JSON; undefined where it is not JSON. */
function parsed(text) {
	try {
		return JSON.parse(text);
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
		BARE.lastIndex = at;
		if (!BARE_STARTS.has(code) || !BARE.test(text)) {
			at++;
			continue;
		}
		parts.push(text.slice(from, at), bare);
		at = BARE.lastIndex;
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
const BARE_STARTS = new Set([..."+-iInN"].map((sign) => sign.charCodeAt(0)));

// src/ingest/forms/embedded-json.ts
/** Values that are read: the one that matters is among the largest. */
const MAX_READ = 20;
/** Beginnings that are looked at. */
const MAX_STARTS = 1e5;
/**
* What a JSON value begins with, at the beginning of a line: a bracket and what may follow it. `[info]` and
* `[12:30:01]` begin none.
*/
const BEGINNING = /^[ \t]*(?=\[\s*(?:[[{\]"]|-?\d[\d.eE+-]*\s*[,\]]|(?:true|false|null|[+-]?nan|[+-]?inf)\b)|\{\s*(?:\}|"(?:[^"\\\n]|\\.){0,1000}"\s*:))/gim;
/**
* The largest objects and lists of a text, in its order; what is behind their last bracket does not matter.
* `problem` says what is wrong with one that does not end, or with the largest that is broken.
*/
function jsonPieces(text) {
	const spans = [];
	const problemAt = (start, what) => `JSON begins in line ${lineAt(text, start)}, but ${what}`;
	let problem = null;
	BEGINNING.lastIndex = 0;
	for (let begun = BEGINNING.exec(text); begun !== null; begun = BEGINNING.exec(text)) {
		const start = begun.index + begun[0].length;
		const end = jsonEnd(text, start);
		if (end === null) {
			problem = problemAt(start, "it ends in the middle, as a truncated file does");
			break;
		}
		spans.push({
			start,
			end
		});
		if (spans.length === MAX_STARTS) break;
		BEGINNING.lastIndex = end;
	}
	return {
		pieces: spans.sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MAX_READ).flatMap(({ start, end }) => {
			const piece = text.slice(start, end);
			const json = parseBareJson(piece);
			if (json === void 0) problem ??= problemAt(start, "it is broken");
			return json === void 0 ? [] : [{
				text: piece,
				json,
				whereabouts: () => whereabouts(text, start, end)
			}];
		}),
		problem
	};
}
function whereabouts(text, start, end) {
	const from = lineAt(text, start);
	const to = lineAt(text, end);
	const others = [text.slice(0, start), text.slice(end)].reduce((sum, part) => sum + linesIn(part), 0);
	return `read from ${from === to ? `line ${from}` : `lines ${from} to ${to}`}, which ${from === to ? "is" : "are"} JSON; ${others === 1 ? "1 line beside is" : `${others} lines beside are`} left out`;
}
/** The line of a place, counted from 1. */
function lineAt(text, place) {
	let line = 1;
	for (let at = text.indexOf("\n"); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) line++;
	return line;
}
/** How many lines are not blank. */
function linesIn(text) {
	let count = 0;
	for (const _ of text.matchAll(/[^\s].*/g)) count++;
	return count;
}

// src/ingest/refusal.ts
const NO_REMEDY = "look at the file, write it again with the tool, or name its format";
/** The error for results that cannot be read: why, and what to do about it. */
const refusal = (input, why, remedy = NO_REMEDY, cause) => error("results", input, why, remedy, cause);
/** The error for results that can be read, and hold nothing. */
const nothingMeasured = (input, why, remedy = "check that the benchmarks ran") => error("no-results", input, why, remedy);
function error(code, { path }, why, remedy, cause) {
	const message = `cannot read the results in ${path}: ${why}`;
	return new UserError(code, message, remedy, {
		topic: "results",
		...cause !== void 0 && { cause }
	});
}

// src/ingest/forms/numbers.ts
const MAX_DIGITS = 60;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Commas between thousands, or in Indian groups: 1,234,567.5 and 12,34,567. 0,525 is no such number. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:,\d{2})+,\d{3})(?:\.\d*)?$/;
/** Digits, with all that people put between them. */
const DIGITS = /^[+-]?\d[\d.,:'\u{2019}\u{a0}\u{202f}]*(?:[eE][+-]?\d+)?$/u;
/** A number in decimal notation; null for all else, for `0x10`, `NaN`, `1,234` and the empty text. */
function decimal(text = "") {
	if (text.length > MAX_DIGITS || !PLAIN.test(text)) return null;
	const value = Number(text);
	return Number.isFinite(value) ? value : null;
}
/** The same for a tool that writes commas between thousands. */
const grouped = (text = "") => decimal(text.length <= MAX_DIGITS && GROUPED.test(text) ? text.replaceAll(",", "") : text);
/** Whether a word is a number in some notation, be it one that is not read. */
const isDigits = (word) => word.length <= MAX_DIGITS && DIGITS.test(word);

// src/ingest/forms/metrics.ts
/**
* A time for which less is better, which the tool writes in units of `factor` nanoseconds; `part` is a
* statistic of it.
*/
function time(factor = 1, part) {
	return {
		id: part === void 0 ? "time" : `time.${part}`,
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
const BYTES = {
	id: "bytes",
	unit: "B",
	better: "lower"
};
/** How often one iteration allocates. */
const ALLOCS = {
	id: "allocs",
	unit: "count",
	better: "lower"
};
/** Memory at its highest. */
const MEMORY = {
	id: "memory",
	unit: "B",
	better: "lower"
};
/** The share of requests that failed. */
const ERROR_RATE = {
	id: "error-rate",
	unit: "fraction",
	better: "lower"
};
/** Numbers in a unit of any spelling: in its normal form where it is known, else in `unknown`. */
function inUnit(written, unknown = written) {
	return normalUnit(written) ?? {
		unit: unknown,
		factor: 1,
		better: null
	};
}
/** What a number amounts to of which a file says nothing but its unit, in whatever spelling. */
function valueMetric(written) {
	const normal = inUnit(written);
	const kind = unitKind(normal.unit);
	if (kind === "time") return {
		id: "time",
		...normal
	};
	if (kind === "rate") return {
		id: "throughput",
		...normal
	};
	const isOpen = kind === "size" && !written.includes("/");
	return {
		id: "value",
		...normal,
		better: isOpen ? null : normal.better
	};
}
const [COST_WORDS, GAIN_WORDS] = ["malloc mallocs alloc allocs allocated allocation allocations time duration latency elapsed memory heap rss resident bytes instructions syscall syscalls cycles faults misses switches threads retain retains release releases errors failures timeouts retries dropped rejected stalls leaked", "throughput bandwidth uptime saved savings free available headroom hits speedup"].map((words) => new Set(words.split(" ")));
/** Without its direction, where that is of the unit alone and the metric's own name contradicts it. */
function unlessNamed(name, metric) {
	const words = name.slice(0, MAX_NAME$2).replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase().split(/[^a-z]+/);
	const against = metric.better === "higher" ? COST_WORDS : GAIN_WORDS;
	const isRate = isTimed(metric.unit) && unitKind(metric.unit) !== "time";
	return metric.better === "higher" === isRate && words.some((word) => against.has(word)) ? {
		...metric,
		better: null
	} : metric;
}
/** Of the name of a metric that is looked at. */
const MAX_NAME$2 = 200;
/**
* A number of which a file says nothing but its unit: deterministic where whole things are counted that the
* same code does the same number of times, unless a spread says that they varied.
*/
function numberIn(written, metric, value, spread = null) {
	const isWhole = value != null && Number.isInteger(value * (metric.factor ?? 1));
	const varies = spread !== null && "low" in spread && spread.low < spread.high;
	return isWhole && !varies && isCounted(written) ? exact(metric, value) : summary(metric, "other", value, { spread });
}
/** One number that stands for many; null where the tool gives none. */
function summary({ factor = 1, ...metric }, statistic, centre, more = {}) {
	if (centre == null) return null;
	const { spread = null, count = null } = more;
	const counted = count !== null && Number.isFinite(count) && count >= 0;
	const data = {
		statistic,
		centre: centre * factor,
		spread: spread && scaled(spread, factor)
	};
	return {
		...metric,
		data: {
			kind: "summary",
			...data,
			count: counted ? count : null
		}
	};
}
/** Statistics of one metric under their own names, such as `time.min` and `time.p99`. */
const parts = (metric, values, count = null) => Object.entries(values).map(([part, value]) => {
	const statistic = part === "min" || part === "max" || part === "mean" ? part : "other";
	return summary({
		...metric,
		id: `${metric.id}.${part}`
	}, statistic, value, { count });
});
/** A deterministic number; null where the tool gives none. */
function exact({ factor = 1, ...metric }, value) {
	return value == null ? null : {
		...metric,
		data: {
			kind: "exact",
			value: value * factor
		}
	};
}
/**
* Values in groups: those of one run belong together. What is no number is left out later, with a warning.
*/
function samples({ factor = 1, ...metric }, of, groups) {
	const scaled = groups.map((group) => group.map((value) => numeric(value) * factor));
	return {
		...metric,
		data: {
			kind: "samples",
			of,
			groups: scaled
		}
	};
}
/** Values each of which is of a process of its own, of those that have one. */
function ofProcesses(metric, values) {
	return samples(metric, "process", values.filter((value) => value != null).map((value) => [value]));
}
/**
* What the same code does the same number of times, such as allocating: the one number on which all values
* agree. Where they do not, somebody else allocated too, and they are values like others.
*/
function counted(metric, of, groups) {
	const [only, other] = new Set(groups.flat());
	return (other === void 0 ? exact(metric, only) : null) ?? samples(metric, of, groups);
}
/** A number of JSON, also one in quotes; NaN for what is none. */
function numeric(value) {
	if (typeof value === "number") return value;
	return (typeof value === "string" ? decimal(value.trim()) : null) ?? NaN;
}
/** A deviation or an error that a tool states, where it states one. */
function spreadOf$1(kind, value) {
	return value == null ? null : {
		kind,
		value
	};
}
/** The relative margin of the mean in percent, where a tool states it. */
function relativeMargin(percent, level) {
	return percent == null ? null : {
		kind: "rme",
		value: percent / 100,
		level
	};
}
/** A confidence interval, where both of its ends are there. */
function interval(low, high, level) {
	return low == null || high == null ? null : {
		kind: "ci",
		low,
		high,
		level
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

// src/ingest/forms/json.ts
/** Parts of a path that a message shows. */
const SHOWN_STEPS = 8;
/**
* A number of a tool's file, also one in quotes; null or absent where the tool had none, and not finite for
* what is no number, which is then left out by name.
*/
const quantity = unknown().transform((value) => value == null ? value : numeric(value)).optional();
/** Such numbers, by their names. */
const numbers = (...names) => Object.fromEntries(names.map((name) => [name, quantity]));
/** A name or a word: longer ones come from files that were not what they seemed. */
const text = string().max(1e4);
/** Such texts that a tool may leave out, by their names. */
const texts = (...names) => Object.fromEntries(names.map((name) => [name, optionalText]));
const optionalText = text.nullish();
/** A list whose entries are looked at one by one: what is no number is left out with a warning. */
const values = array(unknown()).nullish();
/**
* The file's JSON, or a part of it, in the shape that a tool writes; throws a UserError that says where it is
* another.
*/
function shaped(schema, input, tool, json = input.json) {
	if (json === void 0) throw refusal(input, `${tool} writes JSON, and this is none`);
	const result = schema.safeParse(json);
	if (result.success) return result.data;
	const issue = deepest(result.error.issues);
	const where = issue.path.slice(0, SHOWN_STEPS).map(step).join("").replace(/^\./, "");
	throw refusal(input, `it is not what ${tool} writes: ${where === "" ? "" : `${where}: `}${issue.message}`);
}
/** True for objects that are neither null nor arrays. */
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What a JSON value holds at a path of keys; undefined where there is nothing. */
function at(value, ...path) {
	let found = value;
	for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : void 0;
	return found;
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

// src/ingest/other-outputs.ts
/**
* Outputs of known tools that are not read, because they say too little, by what stands in them; and what to
* write instead.
*/
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
const LIST = "write a list of { \"name\", \"unit\", \"value\" } (format: custom)";
/** Tools that are not read in any form, by what stands in their outputs; and what to write instead. */
const OTHER_TOOLS = [
	[
		"\"median(elapsed)\"",
		"nanobench",
		"render nanobench's template `pyperf` (format: pyperf)"
	],
	[
		"\"central_tendency\"",
		"benchmark-ips",
		`${LIST}, with the unit "ops/s" and \`ips\` as the value`
	],
	[
		"<phpbench ",
		"PHPBench",
		`${LIST} of its report`
	],
	[
		/"bytesSent"[^]{0,100000}"differences"/,
		"tachometer",
		`${LIST}, with the unit "ms"`
	],
	[
		"\"counter-value\"",
		"`perf stat -j`",
		`${LIST}, with \`event\` as the name`
	],
	[
		/^Benchmark +(?:\(\w+\) +)*Mode +Cnt +Score/m,
		"JMH (its console)",
		"run it with `-rf json -rff FILE`"
	],
	[
		"\"Benchmark\",\"Mode\",\"Threads\"",
		"JMH (its CSV)",
		"run it with `-rf json -rff FILE`"
	],
	[
		/^Running \d+\w test @ /m,
		"wrk",
		`${LIST} of what its \`done\` script is given`
	],
	[
		"This is ApacheBench",
		"ApacheBench",
		`${LIST}, or use a tool with JSON, such as autocannon`
	]
];
/** Where in a text the sign of a tool is looked for. */
const LOOKED_AT = 1e5;
/** What a text is or seems to be, and what to write instead; null: nothing that is known. */
function otherOutput(text) {
	const start = text.slice(0, LOOKED_AT);
	const isIn = ([sign]) => typeof sign === "string" ? start.includes(sign) : sign.test(start);
	const output = OUTPUTS.find(isIn);
	if (output !== void 0) return {
		what: `it is ${output[1]}`,
		instead: output[2]
	};
	const other = OTHER_TOOLS.find(isIn);
	return other === void 0 ? null : {
		what: `it seems to be an output of ${other[1]}, which is not read`,
		instead: other[2]
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

// src/ingest/forms/names.ts
/**
* Names one benchmark of a file: the parts that are there, then `name=value` for each parameter in the order
* of the file, joined by `/`.
*/
function keyOf(parts, params = {}) {
	const named = Object.entries(params).map(([name, value]) => `${name}=${value}`);
	return [...parts.filter((part) => part !== null && part !== ""), ...named].join("/");
}
/**
* A name as it is the same in every process and on every machine: in Unicode's composed form (NFC), and
* without the addresses that Python prints of what has no other text (`<function f at 0x7f12…>`).
*/
const stableName = (written) => written.normalize("NFC").replace(/ at 0x[0-9A-Fa-f]{4,16}(?=>)/g, "");
/** Parameters as texts, what is none as JSON; empty for what is no object. */
function paramsOf$3(written) {
	const entries = Object.entries(isRecord(written) ? written : {});
	return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]));
}
const textOf = (value) => typeof value === "string" ? value : JSON.stringify(value) ?? "undefined";
/** Folders that tell two files of one name apart; more are not looked at. */
const MAX_STEPS = 20;
/**
* A short name for each absolute path or file URL: its file name, with as many folders as tell it from the
* others. Base and head lie in different folders and must give the same names.
*/
function suiteNames(paths) {
	const names = /* @__PURE__ */ new Map();
	let open = [...new Set(paths)].map((path) => ({
		path,
		steps: stepsOf(path)
	}));
	for (let length = 1; length <= MAX_STEPS && open.length > 0; length++) {
		const bySuffix = Map.groupBy(open, ({ steps }) => steps.slice(-length).join("/"));
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

// src/ingest/forms/entry.ts
/** What a map holds under a key, which is made where it is not there yet. */
function entryOf(map, key, create) {
	const known = map.get(key);
	if (known !== void 0) return known;
	const made = create();
	map.set(key, made);
	return made;
}

// src/ingest/forms/unread.ts
/** Names that a warning shows of each reason. */
const MAX_SHOWN$1 = 5;
const MAX_NAME$1 = 100;
const MAX_WORD = 40;
/** Why results are left out, and what to do about it. */
const REASONS = {
	notation: ["a number is not written like 1234.5", "; run the tool with LC_ALL=C"],
	value: ["a value is no number", ""],
	interrupted: ["something else was printed into the line", ""],
	nameless: ["no name belongs to the numbers", ""],
	form: ["the line has another form than expected", ""],
	again: ["the benchmark was measured before", "; give the benchmarks of a section other names"]
};
/** What holds numbers and is not read, counted by reason, the first of each by name. */
var Unread = class {
	#counts = /* @__PURE__ */ new Map();
	add(reason, name) {
		const one = entryOf(this.#counts, reason, () => ({
			count: 0,
			shown: []
		}));
		one.count++;
		if (one.shown.length < MAX_SHOWN$1) one.shown.push(JSON.stringify(name.trim().slice(0, MAX_NAME$1)));
	}
	/** A sentence for each reason. */
	warnings() {
		return [...this.#counts].map(([reason, { count, shown }]) => {
			const [why, remedy] = REASONS[reason];
			const more = count > shown.length ? ` and ${count - shown.length} more` : "";
			return `${count === 1 ? "1 result is" : `${count} results are`} left out, because ${why}: ${shown.join(", ")}${more}${remedy}`;
		});
	}
};
/** Why what stands for a number was not read. */
const reasonFor = (written) => typeof written === "string" && isDigits(written.trim()) ? "notation" : "value";
/** The same of one benchmark. */
function failureFor(written) {
	const shown = (JSON.stringify(written) ?? "nothing").slice(0, MAX_WORD);
	return reasonFor(written) === "notation" ? `${shown} is not written like 1234.5${REASONS.notation[1]}` : `${shown} is no number`;
}

// src/ingest/results-builder.ts
/** Room for the largest suites; a file with more is no result of benchmarks. */
const MAX_BENCHMARKS = 2e4;
/** Longer names come from files that were not what they seemed. */
const MAX_KEY = 2e3;
/** Of a longer one, as much as it takes to find it. */
const MAX_SHOWN = 40;
/** Of a text about the machine, or of a message. */
const MAX_TEXT = 200;
const MAX_MESSAGE$1 = 500;
/** Repeated names that a warning lists. */
const MAX_REPEATED = 5;
/** Puts together what an adapter finds in one input, and makes sure of what is promised of a result. */
var ResultsBuilder = class {
	version = null;
	warnings = [];
	/** What holds numbers and could not be read. */
	unread = new Unread();
	#environment = {};
	#all = [];
	/** The first of each key. */
	#byKey = /* @__PURE__ */ new Map();
	#occurrences = /* @__PURE__ */ new Map();
	#input;
	#twins;
	constructor(input, twins = "give every benchmark a name of its own") {
		this.#input = input;
		this.#twins = twins;
	}
	/** Adds what a file says of the machine; what is neither a text nor a number is passed over. */
	describe(entries) {
		for (const [name, value] of Object.entries(entries)) if ([
			"number",
			"boolean",
			"string"
		].includes(typeof value) && value !== "") this.#environment[name] = String(value).slice(0, MAX_TEXT);
	}
	/** Warns of what happened `count` times, where it did. */
	warnCount(count, what) {
		if (count > 0) this.warnings.push(`${count} ${what}`);
	}
	/** Adds a benchmark; throws where there are too many, or where it has no name. */
	add(found) {
		this.put(this.benchmark(found));
	}
	/** A benchmark that failed to report, because this was written where a number of it is expected. */
	unreadable(place, written) {
		const found = {
			...place,
			status: "failed",
			message: failureFor(written)
		};
		this.unread.add(reasonFor(written), this.benchmark(found).key);
		return found;
	}
	/** The benchmark as it may be passed on; without a usable metric it has failed. */
	benchmark(found) {
		const { status, message = null } = found;
		const place = {
			...placeOf$3(found),
			occurrence: 1
		};
		const { key } = place;
		const measures = found.measures && { measures: metricOf$4(found.measures) };
		if (status !== void 0) return {
			...place,
			status,
			message: firstLine$1(message),
			metrics: [],
			...measures
		};
		const sound = this.#sound(key, found.metrics ?? []);
		if ((found.primary === void 0 || sound[0]?.id === found.primary) && sound.length > 0) return {
			...place,
			status: "ok",
			message: null,
			metrics: sound
		};
		const why = firstLine$1(message) ?? "no usable value was measured";
		return {
			...place,
			status: "failed",
			message: why,
			metrics: [],
			...measures
		};
	}
	/** Of the benchmarks that were added, the first with this key. */
	find(key) {
		return this.#byKey.get(key);
	}
	/** Adds a benchmark that was made here. Those of one key are told apart by their order. */
	put(benchmark) {
		const { key } = benchmark;
		const place = this.#all.length + 1;
		if (key === "" || key.length > MAX_KEY) throw refusal(this.#input, `benchmark ${place} has ${key === "" ? "no name" : `a name of ${key.length} characters, which begins with ${JSON.stringify(key.slice(0, MAX_SHOWN))}`}`, `give it a name of at most ${MAX_KEY} characters`);
		this.checkCount(place);
		benchmark.occurrence = nextOccurrence(this.#occurrences, key);
		this.#all.push(benchmark);
		if (benchmark.occurrence === 1) this.#byKey.set(key, benchmark);
	}
	/**
	* Throws where a file may not have so many benchmarks; for adapters that find all of them before they add
	* any.
	*/
	checkCount(count) {
		if (count > 2e4) throw refusal(this.#input, `it holds more than ${MAX_BENCHMARKS.toLocaleString("en")} benchmarks`, "write several files, or fewer benchmarks");
	}
	/** All that was found. */
	file(tool) {
		return {
			tool,
			version: this.version?.slice(0, MAX_TEXT) ?? null,
			environment: this.#environment,
			benchmarks: this.#all,
			warnings: [
				...this.unread.warnings(),
				...this.warnings,
				...this.#repeated()
			]
		};
	}
	#repeated() {
		const repeated = [...this.#occurrences].filter(([, count]) => count > 1);
		if (repeated.length === 0) return [];
		const shown = repeated.slice(0, MAX_REPEATED).map(([key, count]) => `${JSON.stringify(key.slice(0, MAX_TEXT))} (${count})`);
		const more = repeated.length - shown.length;
		return [`several benchmarks have one name and are told apart by their order: ${`${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`}; ${this.#twins}`];
	}
	/**
	* What can be passed on: finite, not negative where nothing can be, one of each id; the rest is named in a
	* warning.
	*/
	#sound(key, found) {
		const metrics = /* @__PURE__ */ new Map();
		for (const metric of found) {
			if (metric === null || metrics.has(metric.id)) continue;
			const { id, unit, better } = metric;
			const data = soundData(metric.data, unit, (what) => this.warnings.push(`${key}: ${id}: ${what}`));
			if (data !== null) metrics.set(id, {
				id,
				unit,
				better,
				data
			});
		}
		return [...metrics.values()];
	}
};
/** Where a benchmark stands, in names that its tool would write again. */
function placeOf$3({ suite = null, path = [], name, params = {}, key, version }) {
	const entries = Object.entries(params).map(([param, value]) => [stableName(param), stableName(value)]);
	const place = {
		suite: suite === null ? null : stableName(suite),
		path: path.map(stableName),
		name: stableName(name),
		params: Object.fromEntries(entries)
	};
	const own = key === void 0 ? keyOf([
		place.suite,
		...place.path,
		place.name
	], place.params) : key;
	return {
		key: stableName(own),
		...place,
		...version && { version: version.slice(0, MAX_TEXT) }
	};
}
const metricOf$4 = ({ id, unit, better }) => ({
	id,
	unit,
	better
});
function soundData(data, unit, warn) {
	const { neverNegative } = unitOf(unit);
	const isSound = (value) => Number.isFinite(value) && (value >= 0 || !neverNegative);
	if (data.kind === "samples") {
		const groups = data.groups.map((group) => group.filter(isSound)).filter((group) => group.length > 0);
		const size = (groups) => groups.reduce((sum, group) => sum + group.length, 0);
		const dropped = size(data.groups) - size(groups);
		if (dropped === 1) warn("1 value is left out, because it is not finite or below zero");
		else if (dropped > 1) warn(`${dropped} values are left out, because they are not finite or below zero`);
		return groups.length === 0 ? null : {
			...data,
			groups
		};
	}
	if (!isSound(data.kind === "exact" ? data.value : data.centre)) {
		warn("left out, because its value is not finite or below zero");
		return null;
	}
	if (data.kind === "exact" || data.spread === null || isSoundSpread(data.spread)) return data;
	warn("its spread is left out, because it is not finite, below zero or upside down");
	return {
		...data,
		spread: null
	};
}
function isSoundSpread(spread) {
	if (spread.kind === "ci" || spread.kind === "unknown") return Number.isFinite(spread.low) && Number.isFinite(spread.high) && spread.low <= spread.high;
	return Number.isFinite(spread.value) && spread.value >= 0;
}
function firstLine$1(message) {
	const line = message?.trimStart().split("\n", 1)[0]?.trim().slice(0, MAX_MESSAGE$1) ?? "";
	return line === "" ? null : line;
}

// src/ingest/adapter.ts
/** The adapter of a tool. */
function adapter({ name, title, recognises, tool = name, empty, twins, read }) {
	return {
		name,
		title,
		recognises,
		read(input) {
			const results = new ResultsBuilder(input, twins);
			read(input, results);
			const file = results.file(tool);
			if (file.benchmarks.length > 0) return file;
			throw nothingMeasured(input, empty ?? `it was read as ${name} and holds no benchmark`);
		}
	};
}

// src/ingest/adapters/artillery.ts
const statistics$1 = record(string(), record(string(), quantity));
const schema$4 = object({ aggregate: object({
	counters: record(string(), quantity).default({}),
	rates: record(string(), quantity).default({}),
	summaries: statistics$1.optional(),
	histograms: statistics$1.optional()
}) });
const ENDPOINT = "plugins.metrics-by-endpoint.";
const ENDPOINT_TIME = `${ENDPOINT}response_time.`;
/** Statistics of milliseconds by a part of their names; what a script records by itself can be anything. */
const TIMES$1 = ["response_time", "session_length"];
/** Counters of Artillery itself: requests, users, answers. They grow with the load. */
const OWN = /^(?:http|vusers|plugins|errors|core|browser|socketio|websocket|engine)\./;
/** Reads Artillery's report: `aggregate`, never the ten-second windows, whose load differs. */
const artillery = adapter({
	name: "artillery",
	title: "Artillery: artillery run --output FILE",
	empty: "it holds no summary",
	recognises: ({ json }) => {
		const aggregate = at(json, "aggregate");
		return isRecord(at(aggregate, "counters")) && isRecord(at(aggregate, "rates"));
	},
	read(input, results) {
		const { aggregate } = shaped(schema$4, input, "Artillery 2");
		const counters = new Map(Object.entries(aggregate.counters));
		const requests = requestsOf(counters);
		results.warnings.push("Artillery rounds times to 0.1 ms and percentiles to buckets: small changes cannot be seen");
		for (const [key, written] of Object.entries(aggregate.summaries ?? aggregate.histograms ?? {})) {
			const isTime = TIMES$1.some((word) => key.includes(word));
			if (!isTime) results.warnings.push(`${key}: the file does not say whether this is a time: its unit and direction are unknown`);
			const [first, ...others] = statisticsOf(new Map(Object.entries(written)), isTime);
			const rate = key === "http.response_time" ? aggregate.rates["http.request_rate"] : null;
			const beside = [summary(THROUGHPUT, "mean", rate), summary(ERROR_RATE, "mean", failedShare(key, counters, requests))];
			const place = key.startsWith(ENDPOINT_TIME) ? {
				path: ["endpoint"],
				name: key.slice(ENDPOINT_TIME.length)
			} : { name: key };
			results.add({
				...place,
				metrics: [
					first,
					...beside,
					...others
				]
			});
		}
		for (const [name, count] of counters) {
			if (OWN.test(name)) continue;
			results.add({
				name,
				metrics: [summary({
					id: "count",
					unit: "count",
					better: null
				}, "other", count)]
			});
		}
	}
});
function statisticsOf(values, isTime) {
	const count = values.get("count");
	const metric = isTime ? time(1e6) : {
		id: "value",
		unit: "",
		better: null
	};
	const numbers = (...names) => Object.fromEntries(names.map((name) => [name, values.get(name)]));
	return [
		summary(metric, "mean", values.get("mean"), { count }),
		...parts(metric, numbers("p50", "p75", "p90", "p95", "p99"), count),
		...parts(metric, {
			"p99.9": values.get("p999"),
			...numbers("min", "max")
		}, count)
	];
}
const NONE = {
	answers: 0,
	wrong: 0,
	lost: 0
};
/** By endpoint, and of all under the empty name; in one pass, because there can be many endpoints. */
function requestsOf(counters) {
	const all = /* @__PURE__ */ new Map();
	for (const [name, count] of counters) {
		const [endpoint, kind, code] = name.startsWith(ENDPOINT) ? splitEndpoint(name) : splitOwn(name);
		if (kind === null || count == null) continue;
		const requests = entryOf(all, endpoint, () => ({ ...NONE }));
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
/** The share of what a summary times that failed; null where the file does not say. */
function failedShare(key, counters, requests) {
	if (key === "vusers.session_length") return fraction(counters.get("vusers.failed") ?? 0, counters.get("vusers.created") ?? null);
	const isAll = key === "http.response_time" || key.startsWith("http.response_time.");
	if (!isAll && !key.startsWith(ENDPOINT_TIME)) return null;
	const { answers, wrong, lost } = requests.get(isAll ? "" : key.slice(ENDPOINT_TIME.length)) ?? NONE;
	const asked = isAll ? counters.get("http.requests") : null;
	return fraction(wrong + lost, asked ?? answers + lost);
}
const fraction = (part, whole) => whole === null || whole <= 0 ? null : Math.min(1, part / whole);

// src/ingest/forms/leftovers.ts
/** Files of one run are written within these many ms of one another. */
const ONE_RUN_MS = 108e5;
/** Of leftovers that a warning names. */
const NAMED$1 = 5;
/**
* Which files are hours older than the newest of them, as those that a cache restored. `times` are in ms
* since 1970, by path; a path without one is not judged.
*/
function leftoversAmong(times, paths) {
	const newest = paths.reduce((latest, path) => Math.max(latest, times.get(path) ?? 0), 0);
	return new Set(paths.filter((path) => newest - (times.get(path) ?? newest) > ONE_RUN_MS));
}
/**
* The warning that leftovers of another run stand among the results, by their names; none where there are
* none. `what` is what to remove.
*/
function leftoverWarnings(names, what) {
	if (names.length === 0) return [];
	const more = names.length > NAMED$1 ? ` and ${names.length - NAMED$1} more` : "";
	return [`${`${names.slice(0, NAMED$1).join(", ")}${more}`}: hours older than the newest. Left over from another run? Remove ${what} before the run.`];
}
/** The warning of a directory of which each of these files is a result. */
const oldFileWarnings = ({ times = /* @__PURE__ */ new Map() }, paths) => leftoverWarnings([...leftoversAmong(times, paths)], "them");

// src/ingest/adapters/asv.ts
/** Stands for a bare NaN; no tool writes it. */
const SKIPPED$1 = "benchgate: bare NaN";
/** The interval that asv states. */
const LEVEL$3 = .99;
const value$1 = union([
	number$1(),
	_null(),
	literal(SKIPPED$1)
]);
const entry$1 = union([value$1, array(value$1)]);
/**
* Version 2 has a row whose last columns may be missing, by the names of the columns; version 1 the value
* itself, or an object with `stats` when the benchmark has parameters or statistics.
*/
const resultSchema = object({
	result: entry$1.default(null),
	params: array(array(string())).nullish(),
	version: string().nullish().catch(null),
	samples: array(array(number$1()).nullable()).nullish(),
	stats_ci_99_a: values,
	stats_ci_99_b: values,
	stats: array(object({ ci_99: tuple([unknown(), unknown()]).nullish() }).nullable()).nullish()
});
const schema$3 = object({
	version: number$1(),
	commit_hash: string().max(200).nullish(),
	env_name: string().nullish(),
	params: record(string(), unknown()).default({}),
	benchmark_version: record(string(), unknown()).nullish().catch(null),
	result_columns: array(string()).max(100).nullish(),
	results: record(string(), unknown())
});
const benchmarksSchema = record(string(), union([number$1(), object({
	type: string().max(100).nullish(),
	unit: string().max(100).nullish(),
	param_names: array(string()).nullish()
})]));
const asv = adapter({
	name: "asv",
	title: "asv: a file of .asv/results, or the directory",
	recognises: (input) => {
		if (input.files === null) return isResults(input.json);
		return [...input.files].some(([path, text]) => isResultsPath(path) && isResults(parseBareJson(text)));
	},
	read(input, results) {
		const described = descriptions(input);
		if (described === null) results.warnings.push("benchmarks.json is not beside the results: units are those that asv gives by name (time_ seconds, mem_ bytes)");
		const files = resultFiles(input).map((json) => shaped(schema$3, input, "asv", json));
		const [first] = files;
		if (first === void 0) throw refusal(input, "it holds no results of asv");
		if (files.some(({ commit_hash }) => commit_hash !== first.commit_hash)) throw refusal(input, `it holds the results of several commits, in ${files.length} files: name one`);
		results.warnings.push(...oldFileWarnings(input, [...input.files?.keys() ?? []].filter(isResultsPath)));
		const texts = Object.entries(first.params).filter(([, value]) => typeof value === "string");
		results.describe(Object.fromEntries(texts));
		for (const file of files) {
			const env = files.length > 1 ? file.env_name ?? null : null;
			for (const [name, raw] of Object.entries(file.results)) addCombinations(results, name, withVersion(resultOf$1(raw, file, input), file.benchmark_version?.[name]), {
				...described?.get(name) ?? presumed(name),
				env
			});
		}
	}
});
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
	const file = {
		...input,
		path: `${input.path}/benchmarks.json`,
		json: parseBareJson(text)
	};
	const written = shaped(benchmarksSchema, file, "asv");
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
/**
* The values of a parameter without their addresses in memory, and numbered where that leaves two alike, as
* later versions of asv do it themselves.
*/
function distinct(values) {
	const names = values.map(stableName);
	const alike = Map.groupBy(names, (name) => name);
	const seen = /* @__PURE__ */ new Map();
	return names.map((name) => {
		const number = seen.get(name) ?? 0;
		seen.set(name, number + 1);
		return alike.get(name).length === 1 ? name : `${name} (${number})`;
	});
}
/** As asv itself takes the type of a benchmark from its name. */
function presumed(name) {
	const last = name.slice(name.lastIndexOf(".") + 1);
	const [, type, unit] = PRESUMED.find(([start]) => last.startsWith(start)) ?? [
		"",
		"time",
		"seconds"
	];
	return {
		type,
		unit,
		paramNames: []
	};
}
const PRESUMED = [
	[
		"mem_",
		"memory",
		"bytes"
	],
	[
		"peakmem_",
		"peakmemory",
		"bytes"
	],
	[
		"track_",
		"track",
		"unit"
	]
];
/** Version 1 has the versions of all benchmarks in a place of their own. */
const withVersion = (result, written) => typeof written === "string" ? {
	...result,
	version: result.version ?? written
} : result;
function resultOf$1(raw, file, input) {
	let written = isRecord(raw) ? raw : { result: raw };
	if (file.version !== 1 && file.result_columns != null) {
		const row = shaped(values, input, "asv", raw) ?? [];
		written = Object.fromEntries(file.result_columns.map((name, index) => [name, row[index]]));
	}
	const { result, params, version, samples, stats, ...ci } = shaped(resultSchema, input, "asv", written);
	return {
		values: Array.isArray(result) ? result : [result],
		params: (params ?? []).map(distinct),
		version: version ?? null,
		samples: samples ?? [],
		low: ci.stats_ci_99_a ?? stats?.map((of) => of?.ci_99?.[0]) ?? [],
		high: ci.stats_ci_99_b ?? stats?.map((of) => of?.ci_99?.[1]) ?? []
	};
}
/**
* One for each combination of parameters; when all failed at once there is one value, null, for all of them.
*/
function addCombinations(results, fullName, result, o) {
	const steps = fullName.split(".");
	const name = steps.pop() ?? fullName;
	const [suite = null, ...path] = steps;
	const { values, params } = result;
	const all = params.reduce((product, axis) => product * axis.length, 1);
	const isWhole = params.length > 0 && values.length < all;
	if (isWhole && values.some((value) => value !== null)) results.warnings.push(`${fullName}: ${values.length} results for ${all} combinations of parameters`);
	for (const [index, value] of values.entries()) {
		const withEnv = [...isWhole && values.length === 1 ? [] : combination(params, o.paramNames, index), ...o.env === null ? [] : [["env", o.env]]];
		const measures = metricForm(o);
		const place = {
			suite,
			path,
			name,
			params: Object.fromEntries(withEnv),
			version: result.version,
			measures
		};
		if (value === SKIPPED$1) results.add({
			...place,
			status: "skipped"
		});
		else if (value === null) results.add({
			...place,
			status: "failed",
			message: "asv recorded a failure"
		});
		else results.add({
			...place,
			metrics: [metricOf$3(value, index, result, o)]
		});
	}
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
function metricForm({ type, unit }) {
	const isTime = type.startsWith("time");
	const id = type === "track" ? "value" : type.endsWith("memory") ? "memory" : isTime ? "time" : type;
	const normal = inUnit(unit);
	return {
		id,
		...normal,
		better: type === "track" ? null : normal.better
	};
}
function metricOf$3(value, index, result, described) {
	const { type } = described;
	const isTime = type.startsWith("time");
	const metric = metricForm(described);
	const batches = result.samples[index];
	if (batches?.length) return samples(metric, "batch", [batches]);
	if (type === "memory") return exact(metric, value);
	const [low, high] = [result.low[index], result.high[index]].map((bound) => typeof bound === "number" && Number.isFinite(bound) ? bound : null);
	return summary(metric, isTime ? "median" : "other", value, { spread: interval(low, high, LEVEL$3) });
}

// src/ingest/adapters/autocannon.ts
const stats = object(numbers("average", "stddev", "max", "p50", "p90", "p97_5", "p99", "total", "totalCount"));
const schema$2 = object({
	title: string().nullish(),
	url: string().nullish(),
	...numbers("connections", "pipelining", "duration", "samples", "errors", "mismatches", "non2xx"),
	latency: stats,
	requests: stats,
	throughput: stats
});
/** Reads autocannon's JSON: one benchmark a file. */
const autocannon = adapter({
	name: "autocannon",
	title: "autocannon --json",
	recognises: ({ json }) => isRecord(at(json, "requests")) && isRecord(at(json, "latency")) && typeof at(json, "connections") === "number",
	read(input, results) {
		const { latency, requests, throughput, ...run } = shaped(schema$2, input, "autocannon --json");
		const { connections, pipelining, duration, samples: seconds } = run;
		results.describe({
			connections,
			pipelining,
			duration: duration == null ? null : `${duration} s`
		});
		results.warnings.push("autocannon rounds every latency to whole milliseconds: judge the throughput; time and percentiles are for people");
		const name = run.title?.trim() ? run.title : pathOf(run.url ?? "");
		const answered = requests.total ?? 0;
		const errors = run.errors ?? 0;
		if (!(answered > 0)) {
			results.add({
				name,
				status: "failed",
				message: `no request was answered; ${errors} errors`
			});
			return;
		}
		const wrong = errors + (run.non2xx ?? 0) + (run.mismatches ?? 0);
		const asked = answered + errors;
		const perSecond = ({ average, stddev }) => [average, {
			spread: spreadOf$1("sd", stddev),
			count: seconds
		}];
		const { totalCount: count, p50, p90, p97_5, p99, max } = latency;
		results.add({
			name,
			metrics: [
				summary(THROUGHPUT, "mean", ...perSecond(requests)),
				summary(time(1e6), "mean", latency.average, {
					spread: spreadOf$1("sd", latency.stddev),
					count
				}),
				summary(ERROR_RATE, "mean", asked > 0 ? Math.min(1, wrong / asked) : null, { count: asked }),
				summary({
					id: "bytes-per-second",
					unit: "B/s",
					better: "higher"
				}, "mean", ...perSecond(throughput)),
				...parts(time(1e6), {
					p50,
					p90,
					"p97.5": p97_5,
					p99,
					max
				}, count)
			]
		});
	}
});
/** The path alone: base and head may listen on two ports, and a query or a user's part can hold a secret. */
function pathOf(url) {
	return URL.parse(url)?.pathname ?? "autocannon";
}

// src/ingest/adapters/benchmarkdotnet.ts
const fileSchema$5 = object({
	HostEnvironmentInfo: looseObject({}),
	Benchmarks: array(object({
		...texts("DisplayInfo", "FullName", "MethodTitle", "Namespace", "Type", "Parameters"),
		Method: text,
		Statistics: object({
			OriginalValues: values,
			N: number$1().nullish(),
			Mean: unknown().optional(),
			Median: unknown().optional(),
			StandardDeviation: unknown().optional()
		}).nullish(),
		Memory: unknown().optional(),
		Measurements: values,
		Metrics: unknown().optional()
	}))
});
/** What is shown of the machine. */
const DESCRIBED = "OsVersion ProcessorName LogicalCoreCount RuntimeVersion Architecture Configuration".split(" ");
/** Reads `*-report-full-compressed.json`, and with fewer details the brief report. */
const benchmarkDotNet = adapter({
	name: "benchmarkdotnet",
	title: "BenchmarkDotNet: `--exporters json`",
	tool: "BenchmarkDotNet",
	twins: "give each benchmark and each job a name of its own",
	recognises: ({ json }) => isRecord(at(json, "HostEnvironmentInfo")) && Array.isArray(at(json, "Benchmarks")),
	read(input, results) {
		const { HostEnvironmentInfo: host, Benchmarks: benchmarks } = shaped(fileSchema$5, input, "BenchmarkDotNet");
		const { BenchmarkDotNetVersion: version } = host;
		results.version = typeof version === "string" ? version : null;
		for (const name of DESCRIBED) results.describe({ [name]: host[name] });
		const named = benchmarks.map((written) => ({
			written,
			name: nameOf$1(written)
		}));
		for (const sameName of Map.groupBy(named, ({ name }) => keyName(name)).values()) {
			if (sameName.length === 1) continue;
			for (const { written, name } of sameName) {
				const job = jobOf(written);
				if (job !== null) name.params["job"] = job;
			}
		}
		for (const { written, name } of named) {
			const first = timeOf$1(written);
			const message = first === null ? "BenchmarkDotNet gives no statistics of it, because it failed" : null;
			results.add({
				...name,
				metrics: [first, ...othersOf(written)],
				primary: "time",
				message
			});
			if (first?.data.kind === "summary" && first.data.centre === 0) results.warnings.push(`${keyName(name)}: its time is 0, which is what an empty method or an error leaves`);
		}
	}
});
const keyName = ({ suite, name, params }) => keyOf([suite, name], params);
function nameOf$1(written) {
	const { Namespace: namespace, Type: type, Method: name } = written;
	const suite = [namespace, type].filter((part) => part != null && part !== "").join(".");
	return {
		suite: suite === "" ? null : suite,
		name,
		params: paramsOf$2(written)
	};
}
/**
* `N=1&Url=a?x=1&y=2`: a value may hold an ampersand and a word behind it, so that a parameter begins only
* where FullName declares one: `(N: 1, Url: "a?x=1&y=2")`.
*/
function paramsOf$2(written) {
	const declared = declaredNames(written);
	const params = Object.create(null);
	let last = null;
	for (const part of (written.Parameters ?? "").split("&")) {
		const name = part.slice(0, Math.max(part.indexOf("="), 0));
		if (name !== "" && !Object.hasOwn(params, name) && (declared?.has(name) ?? true)) {
			params[name] = part.slice(name.length + 1);
			last = name;
		} else if (last !== null) params[last] += `&${part}`;
	}
	return params;
}
/** The parameters that FullName has behind the method; null where it has none there. */
function declaredNames({ FullName: full, Method: method }) {
	const start = full?.indexOf(`.${method}(`) ?? -1;
	if (full == null || start === -1) return null;
	const called = full.slice(start + method.length + 1).replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, "\"\"");
	return new Set([...called.matchAll(/(?:^\(|, )([^\s:,()]+): /g)].map(([, name]) => name));
}
/**
* Several jobs (runtimes, platforms) run the same methods. DisplayInfo is `Type.Title: Job [Parameters]`; the
* title is the method unless its author described it, and may then hold anything. The tool invents a part of
* a job's name anew in each run.
*/
function jobOf({ DisplayInfo: info, Method: method, MethodTitle: title, Type: type }) {
	if (info == null) return null;
	const start = [
		title ?? method,
		`'${title}'`,
		method
	].map((one) => `${type}.${one}: `).find((one) => info.startsWith(one))?.length ?? afterTitle(info, method);
	if (start === null) return null;
	const end = info.endsWith("]") ? info.lastIndexOf(" [") : -1;
	return info.slice(start, end > start ? end : void 0).replace(/^Job-[A-Z]{4,10}(?=\()/, "Job");
}
/** Where the job begins in a text that does not begin with the type and the title. */
function afterTitle(info, method) {
	const at = info.indexOf(`${method}: `);
	return at === -1 ? null : at + method.length + 2;
}
function othersOf({ Memory: memory, Metrics: metrics }) {
	const bytes = at(memory, "BytesAllocatedPerOperation");
	return [exact(BYTES, typeof bytes === "number" ? bytes : null), ...Array.isArray(metrics) ? metrics.map(otherOf) : []];
}
/** Null where the tool gives no statistics. */
function timeOf$1({ Statistics: statistics, Measurements: measurements }) {
	if (statistics == null) return null;
	const launches = launchesOf(measurements ?? []);
	if (launches.length > 0) return samples(time(), "iteration", launches);
	if (statistics.OriginalValues?.length) return samples(time(), "iteration", [statistics.OriginalValues]);
	const { Mean: mean, Median: median, StandardDeviation: sd, N: count } = statistics;
	const spread = spreadOf$1("sd", typeof sd === "number" ? sd : null);
	if (typeof mean === "number") return summary(time(), "mean", mean, {
		spread,
		count
	});
	return summary(time(), "median", typeof median === "number" ? median : null, { count });
}
/** Results of the workload in ns for each operation, by process; all else is pilot, warm-up and overhead. */
function launchesOf(measurements) {
	const launches = /* @__PURE__ */ new Map();
	for (const measurement of measurements) {
		if (at(measurement, "IterationMode") !== "Workload" || at(measurement, "IterationStage") !== "Result") continue;
		const launch = numeric(at(measurement, "LaunchIndex"));
		const time = numeric(at(measurement, "Nanoseconds")) / numeric(at(measurement, "Operations"));
		entryOf(launches, launch, () => []).push(time);
	}
	return [...launches.values()];
}
/** What a diagnoser adds, with its direction. */
function otherOf(written) {
	const id = at(written, "Descriptor", "Id");
	const value = at(written, "Value");
	if (typeof id !== "string" || id === "Allocated Memory" || typeof value !== "number") return null;
	const unit = at(written, "Descriptor", "Unit");
	const greater = at(written, "Descriptor", "TheGreaterTheBetter");
	const better = greater === true ? "higher" : greater === false ? "lower" : null;
	return summary({
		...inUnit(typeof unit === "string" ? unit : ""),
		id,
		better
	}, "other", value);
}

// src/ingest/forms/lines.ts
const CARRIAGE_RETURN = 13;
const ESCAPE = "\x1B";
/** Longer lines are the output of the program under test; what was cut off is not taken for a number. */
const MAX_LINE$3 = 1e4;
/** The lines of a text, without their ends. Of a longer one the beginning, and a sign that it goes on. */
function* linesOf(text, maxLength = MAX_LINE$3) {
	let from = 0;
	while (from < text.length) {
		const newline = text.indexOf("\n", from);
		const end = newline === -1 ? text.length : newline;
		const stop = end > from && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
		yield stop - from <= maxLength ? text.slice(from, stop) : `${text.slice(from, from + maxLength)}…`;
		from = end + 1;
	}
}
/** Without ANSI escape sequences: `ESC [`, parameters, one final character. */
function withoutColours(line) {
	if (!line.includes("\x1B")) return line;
	const [start = "", ...rest] = line.split("\x1B");
	return start + rest.map((part) => part.replace(/^\[[0-?]*[ -/]*[@-~]/, "")).join("");
}
/**
* Each line that is one JSON object, in order; `results` is warned of those that are neither that nor blank.
* They are not quoted, because they may hold secrets.
*/
function* jsonLinesOf(text, results) {
	let number = 0;
	let others = 0;
	let first = 0;
	for (const line of linesOf(text, Infinity)) {
		number++;
		if (line.trim() === "") continue;
		const value = line.trimStart().startsWith("{") ? parseBareJson(line) : void 0;
		if (isRecord(value)) yield value;
		else if (others++ === 0) first = number;
	}
	if (others === 1) results?.warnings.push(`line ${first} is left out, because it is not JSON`);
	else if (others > 1) results?.warnings.push(`${others} lines are left out, because they are not JSON; the first is line ${first}`);
}
/** More than the first lines of any tool; detection has to stay cheap. */
const DETECTION_LENGTH = 1e5;
/** Whether one of the first lines is such a JSON object; lines of other programs may be above it. */
const hasJsonLine = (text, is) => text.includes("{") && jsonLinesOf(text.slice(0, DETECTION_LENGTH)).some(is);

// src/ingest/adapters/benchmarkjs.ts
/** The relative margin that Benchmark.js states is that of a 95 % interval of the mean. */
const RME_LEVEL$1 = .95;
/** ` x 1,234 ops/sec ±1.00% (90 runs sampled)`: names may hold " x " too, numbers may not. */
const RESULT = / x (\S+) ops\/sec ±(\S+)% \((\S+) runs? sampled\)\s*$/;
const RATE$1 = " ops/sec ±";
const MAX_LINE$2 = 2e3;
const dump$1 = array(object({
	name: string(),
	hz: quantity,
	error: unknown().optional(),
	stats: object({
		sample: array(unknown()),
		rme: quantity
	})
}));
/**
* Reads what `String(event.target)` of Benchmark.js prints, or a list of `{ name, hz, stats }` that a script
* writes.
*/
const benchmarkjs = adapter({
	name: "benchmarkjs",
	title: "Benchmark.js: its lines \"name x 1,234 ops/sec ±1.00% (90 runs sampled)\", or JSON of { name, hz, stats }",
	tool: "Benchmark.js",
	empty: "no line reads \"name x 1,234 ops/sec ±1.00% (90 runs sampled)\"",
	recognises: ({ json, text }) => json === void 0 ? new RegExp(RESULT, "m").test(asShown(text)) : isDump(json),
	read(input, results) {
		if (input.json === void 0) addPrinted(input.text, results);
		else addDumped(shaped(dump$1, input, "a script of Benchmark.js"), results);
	}
});
function isDump(json) {
	const first = Array.isArray(json) ? json[0] : null;
	return isRecord(first) && "hz" in first && isRecord(first.stats) && Array.isArray(first.stats.sample);
}
function addDumped(list, results) {
	for (const { name, hz, error, stats } of list) {
		const { sample, rme } = stats;
		if (error != null || sample.length === 0) results.add({
			name,
			status: "failed",
			message: typeof error === "string" ? error : null
		});
		else results.add({
			name,
			metrics: [samples(time(1e9), "batch", [sample]), rate$1(hz, rme, sample.length)]
		});
	}
}
/** At the end of a line nothing is written over it. Each run is looked at once, from its start. */
const AT_END = /(?<!\r)\r+(?=\n|(?![^]))/g;
/** What takes the cursor back to the start of its line, with all that the line had until then. */
const UNTIL_HOME = new RegExp(String.raw`^.*(?:\r|${"\x1B"}\[(?:[01]?G|2K))`, "gm");
/** Lines as a screen shows them in the end: scripts write each cycle over the one before. */
const asShown = (text) => text.includes("\x1B") || text.includes("\r") ? withoutColours(text.replaceAll(AT_END, "").replaceAll(UNTIL_HOME, "")) : text;
function addPrinted(text, results) {
	for (const line of linesOf(asShown(text), MAX_LINE$2)) {
		const [result, ...words] = RESULT.exec(line) ?? [];
		const name = result === void 0 ? "" : line.slice(0, -result.length).trim();
		if (name !== "") results.add(resultOf(name, words, results));
		else if (line.includes(RATE$1)) results.unread.add("form", line);
		else if (line.endsWith(": ") && line.length > 2) results.add({
			name: line.slice(0, -2),
			status: "failed"
		});
	}
}
function resultOf(name, words, results) {
	const numbers = words.map((word) => /^(?:Infinity|NaN)$/.test(word) ? Number(word) : grouped(word));
	const [hz, rme, runs] = numbers;
	const odd = numbers.indexOf(null);
	if (odd !== -1) return results.unreadable({ name }, words[odd]);
	return {
		name,
		metrics: [rate$1(hz, rme, runs)]
	};
}
const rate$1 = (hz, rme, count) => summary(THROUGHPUT, "mean", hz, {
	spread: relativeMargin(rme, RME_LEVEL$1),
	count
});

// src/ingest/adapters/benchmarktools-jl.ts
const TOOL = "BenchmarkTools.save";
const typed = tuple([string().max(200), unknown()]);
const fileSchema$4 = tuple([object({
	Julia: string().max(100).nullish(),
	BenchmarkTools: string().max(100).nullish()
}), array(unknown())]);
const groupSchema = object({ data: record(string(), unknown()) });
const estimateSchema$2 = object(numbers("time", "gctime", "memory", "allocs"));
const trialSchema = object({
	times: array(unknown()),
	...numbers("memory", "allocs")
});
/** Deeper than anyone nests groups. */
const MAX_DEPTH$3 = 64;
/** Reads what Julia's BenchmarkTools saves: groups of trials, or of one estimate of each. */
const benchmarktoolsJl = adapter({
	name: "benchmarktools-jl",
	title: "BenchmarkTools.jl: JSON of BenchmarkTools.save",
	empty: "it holds no trial and no estimate",
	recognises: ({ json }) => Array.isArray(json) && json.length === 2 && at(json[0], "BenchmarkTools") !== void 0 && Array.isArray(json[1]),
	read(input, results) {
		const [versions, values] = shaped(fileSchema$4, input, TOOL);
		results.version = versions.BenchmarkTools ?? null;
		results.describe({ julia: versions.Julia });
		for (const value of values) addValue(value, [], input, results);
	}
});
function addValue(value, path, input, results) {
	if (path.length > MAX_DEPTH$3) throw refusal(input, `groups are nested deeper than ${MAX_DEPTH$3}`);
	const [type, fields] = shaped(typed, input, TOOL, value);
	const place = {
		path: path.slice(0, -1),
		name: path.at(-1) ?? "benchmark"
	};
	switch (type) {
		case "BenchmarkGroup":
			for (const [key, inner] of Object.entries(shaped(groupSchema, input, TOOL, fields ?? null).data)) addValue(inner, [...path, key], input, results);
			return;
		case "Trial": {
			const { times, memory, allocs } = shaped(trialSchema, input, TOOL, fields ?? null);
			results.add({
				...place,
				metrics: [samples(time(), "batch", [times]), ...allocated(memory, allocs)]
			});
			return;
		}
		case "TrialEstimate": {
			const { time: ns, gctime, memory, allocs } = shaped(estimateSchema$2, input, TOOL, fields ?? null);
			const collecting = summary({
				...time(),
				id: "gc-time"
			}, "other", gctime);
			const metrics = [
				summary(time(), "other", ns),
				...allocated(memory, allocs),
				collecting
			];
			results.add({
				...place,
				metrics
			});
			return;
		}
		default: if (isRecord(fields)) {
			const title = path.join("/") || place.name;
			results.warnings.push(`${title}: a ${type} is no measurement and is left out`);
		}
	}
}
const allocated = (memory, allocs) => [exact(BYTES, memory), exact(ALLOCS, allocs)];

// src/ingest/adapters/bmf.ts
/** Measures that Bencher defines, by slug; the file names no units. */
const MEASURES = /* @__PURE__ */ new Map([
	["latency", time()],
	["throughput", THROUGHPUT],
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
/** What DHAT counts, in its own spelling or as a slug. */
const DHAT = /^(?:(?:Total|Max|Final) (?:Bytes|Blocks)|(?:total|at-t-gmax|at-t-end|reads|writes)-(?:bytes|blocks))$/;
/**
* Reads the Bencher Metric Format: benchmark, measure, `{ value, lower_value?, upper_value? }`. Its signature
* is weak, so it is tried last.
*/
const bmf = adapter({
	name: "bmf",
	title: "Bencher Metric Format: { benchmark: { measure: { value } } }",
	recognises({ json }) {
		if (!isRecord(json)) return false;
		const measures = Object.values(json).flatMap((benchmark) => isRecord(benchmark) ? Object.values(benchmark) : [null]);
		const right = measures.filter((measure) => measureIn(measure) !== null).length;
		return right > 0 && right * 2 >= measures.length;
	},
	read(input, results) {
		for (const [name, measures] of entriesOf(input, input.json, "the file")) {
			const metrics = [];
			let message = null;
			for (const [slug, written] of entriesOf(input, measures, JSON.stringify(name.slice(0, 100)))) {
				const measure = measureIn(written);
				if (measure === null) {
					results.unread.add(reasonFor(at(written, "value")), `${name}: ${slug}`);
					message ??= failureFor(at(written, "value") ?? null);
				} else metrics.push(metricOf$2(slug, measure, () => results.warnings.push(`${name}: ${slug}: its bounds do not hold its value and were left out`)));
			}
			results.add({
				name,
				metrics,
				message
			});
		}
	}
});
function metricOf$2(slug, { value, lower_value: low, upper_value: high }, warn) {
	const { isExact = false, ...metric } = measureOf(slug);
	if (isExact && low == null && high == null) return exact(metric, value);
	if (low == null || high == null) return summary(metric, "other", value);
	const holds = low <= value && value <= high;
	if (!holds) warn();
	return summary(metric, "other", value, { spread: holds ? bounds(low, high) : null });
}
/** What is known of a measure: Bencher's own by their slug, DHAT's (`Total Bytes`) by their last word. */
function measureOf(name) {
	const slug = name.slice(0, 200).toLowerCase().replaceAll(/[ _]/g, "-");
	const known = MEASURES.get(slug);
	if (known !== void 0) return known;
	if (DHAT.test(name)) return {
		id: name,
		unit: slug.endsWith("bytes") ? "B" : "count",
		better: "lower",
		isExact: true
	};
	const counted = inUnit(name);
	if (isCounted(name)) return {
		id: name,
		...counted,
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
/** A measure with a number; null for anything else. */
function measureIn(written) {
	const value = numeric(at(written, "value"));
	const [lower_value = null, upper_value = null] = ["lower_value", "upper_value"].map((name) => {
		const bound = at(written, name);
		return bound == null ? null : numeric(bound);
	});
	return [
		value,
		lower_value,
		upper_value
	].some(Number.isNaN) ? null : {
		value,
		lower_value,
		upper_value
	};
}
function entriesOf(input, value, what) {
	if (!isRecord(value)) throw refusal(input, `${what} is no object of the Bencher Metric Format`);
	return Object.entries(value);
}

// src/ingest/adapters/criterion.ts
const isBenchmark = (path) => `/${path}`.endsWith("/new/benchmark.json");
const benchmarkSchema = object({
	group_id: text,
	function_id: text.nullish(),
	value_str: text.nullish(),
	throughput: unknown().optional()
});
const sampleSchema = object({
	iters: array(unknown()),
	times: array(unknown())
});
const estimateSchema$1 = object({
	point_estimate: number$1(),
	confidence_interval: object({
		confidence_level: number$1(),
		lower_bound: number$1(),
		upper_bound: number$1()
	})
}).nullish();
const estimatesSchema = object({
	mean: estimateSchema$1,
	slope: estimateSchema$1
});
/** Reads `target/criterion`: of each benchmark the last run, in `new/`; all else is left alone. */
const criterion = adapter({
	name: "criterion",
	title: "Criterion.rs: the directory `target/criterion`",
	tool: "Criterion.rs",
	empty: "no `new/benchmark.json` of Criterion.rs is in it; give the directory `target/criterion`",
	twins: "give each benchmark a name of its own, or delete the directory and run again",
	recognises: ({ files }) => files !== null && [...files.keys()].some(isBenchmark),
	read(input, results) {
		const paths = [...(input.files ?? /* @__PURE__ */ new Map()).keys()].filter(isBenchmark).sort();
		const leftovers = leftoversAmong(input.times ?? /* @__PURE__ */ new Map(), paths);
		results.warnings.push(...leftoverWarnings([...leftovers].map((path) => path.replace(/\/?new\/benchmark\.json$/, "")), "target/criterion"));
		for (const path of paths) {
			const folder = path.slice(0, -14);
			const content = (name, schema) => {
				const text = input.files?.get(folder + name);
				const file = {
					...input,
					path: `${input.path}/${folder}${name}`
				};
				return text === void 0 ? null : shaped(schema, {
					...file,
					json: parsed(text)
				}, "Criterion.rs");
			};
			const { group_id: group, function_id, value_str, throughput } = content("benchmark.json", benchmarkSchema);
			const sample = content("sample.json", sampleSchema);
			const first = sample === null ? estimated(content("estimates.json", estimatesSchema)) : measured$1(sample, folder, input);
			if (first === null && leftovers.has(path)) continue;
			const own = [function_id, value_str].filter((part) => part != null).join("/");
			const work = workOf(throughput);
			results.add({
				path: own === "" ? [] : [group],
				name: own === "" ? group : own,
				metrics: [first, first === null || work === null ? null : rateOf$2(first.data, work.unit, work.amount)],
				message: "there is no sample.json of it"
			});
		}
	}
});
/**
* Times of one iteration: a row is a batch, and in the linear mode each batch is longer than the one before.
*/
function measured$1({ iters, times }, folder, input) {
	if (iters.length !== times.length) throw refusal(input, `${folder}sample.json has ${iters.length} iteration counts and ${times.length} times`);
	return samples(time(), "batch", [times.map((time, at) => numeric(time) / numeric(iters[at]))]);
}
function estimated(estimates) {
	const estimate = estimates?.slope ?? estimates?.mean;
	if (estimate == null) return null;
	const { confidence_level: level, lower_bound: low, upper_bound: high } = estimate.confidence_interval;
	const statistic = estimates?.slope == null ? "mean" : "other";
	return summary(time(), statistic, estimate.point_estimate, { spread: interval(low, high, level) });
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
/** A time as a rate; times of 0 have none. */
function rateOf$2(data, unit, amount) {
	const metric = {
		...THROUGHPUT,
		unit
	};
	const rate = (ns) => amount * 1e9 / ns;
	switch (data.kind) {
		case "samples": {
			const groups = data.groups.map((group) => group.filter((ns) => ns > 0).map(rate));
			return samples(metric, data.of, groups);
		}
		case "summary": {
			const { statistic, centre, spread, count } = data;
			const turned = spread?.kind === "ci" && spread.low > 0 ? interval(rate(spread.high), rate(spread.low), spread.level) : null;
			return summary(metric, statistic, centre > 0 ? rate(centre) : null, {
				spread: turned,
				count
			});
		}
		case "exact": return null;
		default: return data;
	}
}

// src/ingest/adapters/cargo-criterion.ts
const estimateSchema = object({
	estimate: number$1(),
	lower_bound: number$1(),
	upper_bound: number$1(),
	unit: text
}).nullish();
const messageSchema = object({
	id: text,
	iteration_count: values,
	measured_values: values,
	unit: text.nullish(),
	throughput: array(object({
		per_iteration: number$1(),
		unit: text
	})).max(10).nullish(),
	typical: estimateSchema
});
/** The confidence that cargo-criterion computes with; a message does not carry it. */
const LEVEL$2 = .95;
/** Reads the messages of `cargo criterion --message-format=json`, one object on each line. */
const cargoCriterion = adapter({
	name: "cargo-criterion",
	title: "cargo-criterion: `--message-format=json`",
	empty: "no message `benchmark-complete` is in it; give what `cargo criterion --message-format=json` prints",
	twins: "give each benchmark a name of its own",
	recognises: ({ text }) => /"reason":\s?"benchmark-complete"/.test(text),
	read(input, results) {
		for (const json of jsonLinesOf(input.text)) {
			if (json["reason"] !== "benchmark-complete") continue;
			const message = shaped(messageSchema, input, "cargo-criterion", json);
			results.add({
				name: message.id,
				metrics: metricsOf$9(message)
			});
		}
	}
});
function metricsOf$9(message) {
	const { iteration_count: counts, measured_values: totals, typical, throughput } = message;
	const written = message.unit ?? message.typical?.unit ?? "ns";
	const { unit, factor } = inUnit(written);
	const isTime = unitKind(unit) === "time";
	const metric = {
		id: isTime ? "time" : written,
		unit,
		better: "lower",
		factor
	};
	const first = counts?.length && counts.length === totals?.length ? samples(metric, "batch", [totals.map((total, at) => numeric(total) / numeric(counts[at]))]) : summary(metric, "other", typical?.estimate, { spread: interval(typical?.lower_bound, typical?.upper_bound, LEVEL$2) });
	const work = throughput?.find(({ unit, per_iteration: amount }) => amount > 0 && (unit === "bytes" || unit === "elements"));
	if (!isTime || first === null || work === void 0) return [first];
	return [first, rateOf$2(first.data, work.unit === "bytes" ? "B/s" : "ops/s", work.per_iteration)];
}

// src/ingest/adapters/catch2.ts
/** Reads `-r xml`; the JSON and JUnit reporters drop benchmarks, and the console cuts their names. */
const catch2 = adapter({
	name: "catch2",
	title: "Catch2: `-r xml`",
	tool: "Catch2",
	empty: "no benchmark is in it; give what `-r xml` prints, without `--skip-benchmarks`",
	recognises: ({ text }) => text.includes("<BenchmarkResults") && /<Catch(?:2TestRun)?[\s>]/.test(text),
	read: read$1
});
const MAX_DEPTH$2 = 1e3;
const MAX_TAG = 1e5;
function read$1(input, results) {
	/** Names of test case and sections around the place; null for every other element. */
	const around = [];
	let current = null;
	let isFailed = false;
	for (const tag of tagsOf(input)) {
		if (tag.kind !== "close") {
			const attributes = () => attributesOf(tag.attributes);
			if (tag.name === "Catch2TestRun") results.version = attributes().get("catch2-version") ?? null;
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
				results.warnings.push(`test case ${last.name ?? ""} failed; its benchmarks were measured all the same`);
				isFailed = false;
			}
		}
		if (tag.name === "BenchmarkResults" && current !== null) {
			const benchmark = results.benchmark(foundOf$1(current, results));
			current = null;
			if (results.find(benchmark.key) === void 0) results.put(benchmark);
			else results.unread.add("again", benchmark.key);
		}
	}
	if (around.length > 0) results.warnings.push("the file was cut off; benchmarks at its end may be missing");
}
function start(attributes, around) {
	const [suite = null, ...path] = around.flatMap(({ name }) => name === null ? [] : [name]);
	const count = decimal(attributes.get("samples"));
	return {
		suite,
		path,
		name: attributes.get("name") ?? "",
		count,
		mean: null,
		deviation: null,
		failure: null
	};
}
function foundOf$1(benchmark, results) {
	const { suite, path, name, count, mean, deviation, failure } = benchmark;
	if (failure !== null) return {
		suite,
		path,
		name,
		status: "failed",
		message: failure
	};
	const odd = ["value", ...BOUNDS].map((key) => mean?.get(key)).concat(deviation?.get("value")).find((written) => written !== void 0 && decimal(written) === null);
	if (odd !== void 0) return results.unreadable({
		suite,
		path,
		name
	}, odd);
	const spread = meanSpread(mean, decimal(deviation?.get("value")));
	const centre = decimal(mean?.get("value"));
	return {
		suite,
		path,
		name,
		metrics: [summary(time(), "mean", centre, {
			spread,
			count
		})]
	};
}
const BOUNDS = [
	"ci",
	"lowerBound",
	"upperBound"
];
/**
* The interval of the mean; without analysis Catch2 writes intervals of level 0 and a deviation of 0, which
* say nothing.
*/
function meanSpread(mean, sd) {
	const [level, low, high] = BOUNDS.map((key) => decimal(mean?.get(key)));
	return (level != null && level > 0 && level < 1 ? interval(low, high, level) : null) ?? (sd !== null && sd > 0 ? spreadOf$1("sd", sd) : null);
}
/** The tags that Catch2 writes: no entities of its own, no DTD. One pass, each character read once. */
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
		const [tag, body] = TAG.exec(text.slice(from, from + MAX_TAG)) ?? [];
		if (tag === void 0) {
			if (text.length - from > MAX_TAG) throw refusal(input, "a tag of it does not end");
			return;
		}
		yield tagOf(body);
		from += tag.length;
	}
}
/** All up to `>`, which does not count in quotes. */
const TAG = /^<([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/;
const SKIPPED = [
	["<!--", "-->"],
	["<![CDATA[", "]]>"],
	["<?", "?>"],
	["<!", ">"]
];
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
const NAMED = new Map(Object.entries({
	lt: "<",
	gt: ">",
	amp: "&",
	quot: "\"",
	apos: "'"
}));
const decoded = (text) => text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (written, hex, digits, name) => {
	if (name !== void 0) return NAMED.get(name) ?? written;
	const code = hex === void 0 ? Number(digits) : Number.parseInt(hex, 16);
	return code <= 1114111 ? String.fromCodePoint(code) : written;
});

// src/ingest/adapters/criterion-text.ts
/** With a unit of time. */
const TIME_LINE = /\btime: {1,20}\[[\d.,]{1,20} (?:[pnu\u{b5}\u{3bc}m]?s) [\d.,]/u;
/** A change is in percent, and no result. */
const INTERVAL = /\b(time|thrpt): {1,20}\[((?:[^\s%[\]]{1,20} ){5}[^\s%[\]]{1,20})\]/;
/** What Criterion.rs computes with unless a suite sets another. */
const LEVEL$1 = .95;
const RATES = ["B/s", "ops/s"];
/** Reads the lines `NAME time: [low estimate high]` of the console; `target/criterion` says more. */
const criterionText = adapter({
	name: "criterion-text",
	title: "Criterion.rs: what `cargo bench` prints",
	tool: "Criterion.rs",
	empty: "no line `NAME time: [low estimate high]` is in it",
	twins: "write the output of each crate into a file of its own",
	recognises: ({ text }) => TIME_LINE.test(text),
	read(input, results) {
		let before = "";
		let current = null;
		let hasEnded = false;
		for (const line of linesOf(input.text)) {
			const found = INTERVAL.exec(line);
			if (found?.[1] === "time") {
				if (current !== null) results.add(current);
				const name = nameOf(line.slice(0, found.index), before);
				current = benchmarkOf$3(name === "" ? "(no name)" : name, found[2], results);
			} else if (found !== null && current?.metrics !== void 0) current.metrics = [...current.metrics, rateOf$1(current.name, found[2], results)];
			else if (line.startsWith("error: bench failed") || line.includes(" panicked at ")) hasEnded = true;
			before = line;
		}
		if (current !== null) results.add(current);
		if (hasEnded) results.warnings.push("a benchmark of the file ended with an error; those behind it are missing");
	}
});
/** Where the intervals of all benchmarks begin. */
const COLUMN = 24;
/**
* The name in front of an interval. A long one is on a line of its own. One of several lines begins further
* up: its last line then begins with a space, or ends before the column that short names are filled up to.
*/
function nameOf(written, before) {
	if (written.trim() !== "" && !/^\s/.test(written) && written.length >= COLUMN || before.trim() === "" || INTERVAL.test(before)) return written.trim();
	return written.trim() === "" ? before.trim() : `${before.trimStart()}\n${written.trimEnd()}`;
}
function benchmarkOf$3(name, written, results) {
	const interval = intervalOf(written, ["ns"]);
	return typeof interval === "string" ? results.unreadable({ name }, interval) : {
		name,
		metrics: [summaryOf$1(time(), interval)]
	};
}
function rateOf$1(name, written, results) {
	const interval = intervalOf(written, RATES);
	if (typeof interval !== "string") return summaryOf$1({
		...THROUGHPUT,
		unit: interval.unit
	}, interval);
	results.unread.add(reasonFor(interval), `${name}: thrpt`);
	return null;
}
/** `15.11 ns 15.25 ns 15.40 ns`, or the part of it that cannot be read. */
function intervalOf(written, units) {
	const words = written.split(" ");
	const values = [];
	let last = "";
	for (let at = 0; at < words.length; at += 2) {
		const value = decimal(words[at]);
		const { unit, factor } = inUnit(words[at + 1]);
		if (value === null) return words[at];
		if (!units.includes(unit)) return `${words[at]} ${words[at + 1]}`;
		values.push(value * factor);
		last = unit;
	}
	return {
		unit: last,
		low: values[0],
		centre: values[1],
		high: values[2]
	};
}
/** The slope of the batches or their mean: the console does not say which. */
const summaryOf$1 = (metric, { low, centre, high }) => summary(metric, "other", centre, { spread: interval(low, high, LEVEL$1) });

// src/ingest/adapters/custom.ts
const MAX_RANGE = 100;
const file$3 = array(object({
	name: string(),
	value: unknown().optional(),
	unit: string(),
	range: union([string(), number$1()]).nullish().catch(null)
}));
/**
* Reads a list of `{ name, value, unit, range? }`, the custom format of github-action-benchmark. Whether more
* is better stands in that action's `tool:`, not in the file; here the unit says it for times and rates, else
* the config has to.
*/
const custom = adapter({
	name: "custom",
	title: "custom JSON: a list of { name, value, unit, range? }, as github-action-benchmark takes",
	recognises: ({ json }) => Array.isArray(json) && json.some(isEntry),
	read(input, results) {
		for (const { name, value: written, unit, range } of shaped(file$3, input, "github-action-benchmark")) {
			const metric = valueMetric(unit);
			const value = written == null ? null : numeric(written);
			if (Number.isNaN(value)) {
				results.add(results.unreadable({
					name,
					measures: metric
				}, written));
				continue;
			}
			const next = results.benchmark({
				name,
				metrics: [numberIn(unit, metric, value, spreadOf(value, range))],
				measures: metric
			});
			const first = results.find(next.key);
			const isNew = next.metrics.every(({ id }) => first?.metrics.every((metric) => metric.id !== id));
			if (first?.status === "ok" && next.status === "ok" && isNew) first.metrics.push(...next.metrics);
			else results.put(next);
		}
	}
});
const isEntry = (entry) => isRecord(entry) && typeof entry.name === "string" && typeof entry.unit === "string" && (entry.value === null || !Number.isNaN(numeric(entry.value)));
/** `3`, `"± 3"` and `"5%"`: what the number means is not defined, so that it is no more than a hint. */
function spreadOf(value, range) {
	if (value == null || range == null) return null;
	const text = String(range).slice(0, MAX_RANGE);
	const match = /^\s*(?:±|\+\/?-)?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(%)?/i.exec(text);
	if (match === null) return null;
	const margin = Number(match[1]) * (match[2] === void 0 ? 1 : Math.abs(value) / 100);
	return bounds(value - margin, value + margin);
}

// src/ingest/adapters/deno.ts
const measurement = object(numbers("n", "min", "avg", "p75", "p99"));
const failure$1 = object({
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
			failed: failure$1.nullish()
		}))
	}))
});
const deno = adapter({
	name: "deno",
	title: "Deno: deno bench --json",
	recognises: ({ json }) => isRecord(json) && typeof json.runtime === "string" && Array.isArray(json.benches),
	read(input, results) {
		const { runtime, cpu, benches } = shaped(file$2, input, "deno bench --json");
		results.version = /^Deno\/(\S+)/i.exec(runtime)?.[1] ?? null;
		results.describe({
			runtime,
			cpu
		});
		const suites = suiteNames(benches.map(({ origin }) => origin));
		for (const bench of benches) {
			const { origin, group, name } = bench;
			const place = {
				suite: suites.get(origin) ?? origin,
				path: group == null ? [] : [group],
				name
			};
			const [first, ...others] = bench.results;
			if (others.length > 0) {
				const key = keyOf([
					place.suite,
					...place.path,
					name
				]);
				results.warnings.push(`${key}: ${others.length} results behind the first were left out`);
			}
			const { ok, failed } = first ?? {};
			if (ok == null) {
				results.add({
					...place,
					status: "failed",
					message: failed?.message ?? failed?.exceptionMessage
				});
				continue;
			}
			results.add({
				...place,
				metrics: [
					summary(time(), "min", ok.min, {
						spread: bounds(ok.min, ok.p75),
						count: ok.n
					}),
					...parts(time(), { mean: ok.avg }, ok.n),
					...parts(time(), {
						p75: ok.p75,
						p99: ok.p99
					})
				]
			});
		}
	}
});

// src/ingest/adapters/divan.ts
const HEAD = /^\S+ +fastest +│ +slowest +│ +median +│ +mean +│ +samples +│ +iters/m;
const MAX_DEPTH$1 = 100;
const MAX_NAME = 2e3;
/**
* Reads the tree that `cargo bench` prints with Divan, which has no output for machines; what allocators and
* counters add is left out.
*/
const divan = adapter({
	name: "divan",
	title: "Divan: `cargo bench`, the table of the console",
	tool: "Divan",
	empty: "no benchmark of Divan is in it",
	twins: "give each benchmark a name of its own",
	recognises: ({ text }) => HEAD.test(text),
	read(input, results) {
		let suite = null;
		let path = [];
		/** A line of the tree without columns: its name goes on in the next one. */
		let open = null;
		for (const line of linesOf(input.text)) {
			if (HEAD.test(line)) {
				suite = line.split(/\s/, 1)[0];
				path = [];
				open = null;
				continue;
			}
			const written = open === null || branchOf(line) !== null ? line : `${open}\n${line}`;
			const branch = suite === null ? null : branchOf(written);
			const [first = "", ...cells] = (branch?.rest ?? line).split("│").map((cell) => cell.trim());
			open = null;
			if (branch === null) {
				if (isResult$1(line.split("│"))) results.unread.add("nameless", line);
				continue;
			}
			if (!isResult$1(cells)) {
				path = [...path.slice(0, branch.depth), first];
				if (cells.length === 0 && branch.rest.length < MAX_NAME) open = written;
				continue;
			}
			const { name, fastest } = nameAndTime(first);
			path = [...path.slice(0, branch.depth), name];
			const [slowest = "", median = "", , count] = cells;
			const place = {
				suite,
				path: path.slice(0, -1),
				name
			};
			const odd = [
				fastest,
				slowest,
				median
			].find((cell) => timeOf(cell) === null);
			if (odd !== void 0) results.add(results.unreadable(place, odd.split(/\s+/, 1)[0]));
			else {
				const data = {
					spread: bounds(timeOf(fastest), timeOf(slowest)),
					count: decimal(count)
				};
				results.add({
					...place,
					metrics: [summary(time(), "median", timeOf(median), data)]
				});
			}
		}
	}
});
/** How deep a line of the tree hangs, and what is on it; null for lines that only continue another. */
function branchOf(line) {
	let depth = 0;
	while (depth < MAX_DEPTH$1 && (line.startsWith("│  ", depth * 3) || line.startsWith("   ", depth * 3))) depth++;
	return line.startsWith("├─ ", depth * 3) || line.startsWith("╰─ ", depth * 3) ? {
		depth,
		rest: line.slice(depth * 3 + 3)
	} : null;
}
/** Whether cells are those of a result, the last of which are its samples and iterations. */
const isResult$1 = (cells) => /^\d/.test(cells.at(-2)?.trim() ?? "");
/** The name and the fastest time share a cell; a name may hold spaces. */
function nameAndTime(cell) {
	const [, name = cell, fastest = ""] = /^([^]*?)\s+(\S+ \S+)$/.exec(cell) ?? [];
	return {
		name,
		fastest
	};
}
/** In ns; null for a cell that holds no time. */
function timeOf(cell) {
	const [value, unit, ...more] = cell.split(/\s+/);
	const number = decimal(value);
	return number === null || unit === void 0 || more.length > 0 ? null : toNanoseconds(number, unit);
}

// src/ingest/adapters/go.ts
const RESULT_LINE = /^Benchmark\S*[ \t]+\d[\de+]*[ \t]+[\d.+NI]/m;
/** Name of what stands for all of a package that failed. */
const WHOLE_PACKAGE = "(package)";
const MAX_MESSAGE = 500;
const IDS = /* @__PURE__ */ new Map([
	["ns/op", "time"],
	["B/op", "bytes"],
	["allocs/op", "allocs"],
	["MB/s", "throughput"]
]);
/** Reads what `go test -bench` prints; a name that comes back within one package adds a value. */
const go = adapter({
	name: "go",
	title: "Go: `go test -bench .`, as text or with `-json`",
	tool: "Go",
	empty: "no benchmark of Go is in it; give what `go test -run '^$' -bench .` prints",
	twins: "give each benchmark of a package a name of its own",
	recognises: ({ text }) => isTest2Json(text) || RESULT_LINE.test(text),
	read({ text }, results) {
		const reading = {
			results,
			found: /* @__PURE__ */ new Map(),
			better: /* @__PURE__ */ new Map(),
			process: 0,
			open: null
		};
		for (const part of isTest2Json(text) ? outputs(text, results) : [text]) readText(part, reading);
		const found = leaves([...reading.found.values()]);
		const procs = suffixMeaning(found.map(({ written }) => written).filter((name) => name !== WHOLE_PACKAGE));
		if (procs.kind === "fixed") results.describe({ GOMAXPROCS: procs.value });
		if (procs.kind === "unclear") results.warnings.push("only some names end in a number, so that it cannot be told from GOMAXPROCS; all names are kept as they are written");
		for (const one of found) results.add(benchmarkOf$2(one, procs, reading.better));
	}
});
const isTest2Json = (text) => text.includes("\"Action\"") && hasJsonLine(text, (line) => typeof line["Action"] === "string" && ("Package" in line || "ImportPath" in line || "Output" in line));
/** What each package printed: packages run side by side, and one line may come in several events. */
function outputs(text, results) {
	const parts = /* @__PURE__ */ new Map();
	for (const event of jsonLinesOf(text, results)) {
		const { Action: action, Package: name, Output: output } = event;
		if (action !== "output" || typeof output !== "string") continue;
		entryOf(parts, typeof name === "string" ? name : "", () => []).push(output);
	}
	return [...parts].map(([name, output]) => (name === "" ? "" : `pkg: ${name}\n`) + output.join(""));
}
function readText(text, reading) {
	let suite = null;
	let failing = null;
	reading.process++;
	for (const line of linesOf(text)) {
		if (failing !== null && line.startsWith("    ") && !line.trimStart().startsWith("---")) {
			failing.failure ??= line.trim();
			continue;
		}
		failing = null;
		if (NAME$1.test(line)) readResult(line, suite, reading);
		else if (NAMELESS.test(line)) readNameless(line, reading);
		else if (line.startsWith("pkg: ")) {
			suite = line.slice(5).trim();
			reading.process++;
		} else if (/^(?:PASS|FAIL|ok)(?:\s|$)/.test(line)) {
			const failed = /^FAIL\s+(?!exit status)(\S+)(.*)$/.exec(line);
			if (failed !== null && !hasFailure(failed[1], reading)) entry(failed[1].slice(0, MAX_MESSAGE), WHOLE_PACKAGE, reading).failure ??= `the package failed ${/\[.*\]/.exec(failed[2].slice(0, MAX_MESSAGE))?.[0] ?? "before its end"}`;
			if (line !== "PASS" && line !== "FAIL") suite = null;
			reading.open = null;
			reading.process++;
		} else if (line.startsWith("Unit ")) readUnit(line, reading.better);
		else if (/^(?:goos|goarch|cpu): /.test(line)) {
			const colon = line.indexOf(":");
			reading.results.describe({ [line.slice(0, colon)]: line.slice(colon + 1).trim() });
		} else {
			const outcome = /^ *--- (FAIL|SKIP): (Benchmark\S*)/.exec(line);
			if (outcome === null) continue;
			const one = entry(suite, outcome[2], reading);
			if (outcome[1] === "SKIP") one.isSkipped = true;
			else failing = one;
		}
	}
}
const hasFailure = (suite, { found }) => [...found.values()].some((one) => one.suite === suite && one.failure !== null);
/** As Go itself tells a benchmark's name from other words. */
const NAME$1 = /^Benchmark(?!\p{Ll})/u;
/** Iterations, a number and a unit. */
const NAMELESS = /^\s*\d\S*\s+[+-]?[\d.]\S*\s+\S+\/op(?:\s|$)/;
/** The same at the end of a line. */
const ENDS_LIKE_RESULT = /\s\d\S*\s+[+-]?[\d.]\S*\s+\S+\/op(?:\s|$)/;
function readResult(line, suite, reading) {
	const [name, iterations, ...rest] = line.trim().split(/\s+/);
	reading.open = {
		suite,
		written: name
	};
	if (iterations === void 0) return;
	const values = [];
	for (let at = 0; at < rest.length; at += 2) {
		const value = numberOf$1(rest[at]);
		const unit = rest[at + 1];
		if (value !== null && unit !== void 0) values.push([unit, value]);
	}
	const hasIterations = /^\d/.test(iterations) && decimal(iterations) !== null;
	if (hasIterations && values.length > 0 && values.length * 2 >= rest.length) {
		const found = entry(suite, name, reading);
		for (const [unit, value] of values) {
			const groups = entryOf(found.values, unit, () => /* @__PURE__ */ new Map());
			entryOf(groups, reading.process, () => []).push(value);
		}
		reading.open = null;
		return;
	}
	const odd = rest.find((word, at) => at % 2 === 0 && isDigits(word) && decimal(word) === null);
	if (hasIterations && odd !== void 0) leaveOut(entry(suite, name, reading), "notation", failureFor(odd), reading);
	else if (hasIterations || ENDS_LIKE_RESULT.test(line)) leaveOut(entry(suite, name, reading), "interrupted", INTERRUPTED, reading);
}
/** Numbers below the line of a name, into which the benchmark printed something. */
function readNameless(line, reading) {
	const { open } = reading;
	reading.open = null;
	if (open === null) reading.results.unread.add("nameless", line);
	else leaveOut(entry(open.suite, open.written, reading), "interrupted", INTERRUPTED, reading);
}
const INTERRUPTED = "something else was printed into its line";
/** Where another line of it is read, only this one is missing; else it has failed to report. */
function leaveOut(found, reason, why, { results }) {
	results.unread.add(reason, keyOf([found.suite, found.written]));
	found.unread ??= why;
}
/** NaN for what the tool writes where there is no number, null for what is not its writing. */
const numberOf$1 = (word) => decimal(word) ?? (/^[+-]?(?:NaN|Inf)$/.test(word) ? NaN : null);
function entry(suite, written, { found, results }) {
	return entryOf(found, placeOf$2(suite, written), () => {
		results.checkCount(found.size + 1);
		return {
			suite,
			written,
			values: /* @__PURE__ */ new Map(),
			failure: null,
			unread: null,
			isSkipped: false
		};
	});
}
/** A package has no spaces in it, and neither has a name. */
const placeOf$2 = (suite, written) => `${suite ?? ""} ${written}`;
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
	for (const { suite, written } of found) for (let slash = written.indexOf("/"); slash !== -1; slash = written.indexOf("/", slash + 1)) parents.add(placeOf$2(suite, written.slice(0, slash)));
	return found.filter(({ suite, written, values, unread }) => values.size > 0 || unread !== null || !parents.has(placeOf$2(suite, written)));
}
/**
* What `-8` behind names means. The tool writes GOMAXPROCS there unless it is 1, so that a machine with more
* cores would rename every benchmark; a name can also end like that by itself. All of one number: GOMAXPROCS.
* Each name with each of several numbers: a list of `-cpu`. Anything else cannot be told, and names stay as
* they are.
*/
function suffixMeaning(names) {
	const byName = /* @__PURE__ */ new Map();
	const all = /* @__PURE__ */ new Set();
	for (const written of names) {
		const { name, procs } = split$2(written);
		entryOf(byName, name, () => /* @__PURE__ */ new Set()).add(procs);
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
function benchmarkOf$2(found, suffix, better) {
	const { suite, written, failure, unread, isSkipped } = found;
	const { name: stripped, procs } = split$2(written);
	const full = suffix.kind === "fixed" || suffix.kind === "varies" ? stripped : written;
	const params = Object.create(null);
	const path = [];
	for (const part of full.split("/")) {
		const equals = part.indexOf("=");
		const param = part.slice(0, Math.max(equals, 0));
		if (path.length > 0 && equals > 0 && !Object.hasOwn(params, param)) params[param] = part.slice(equals + 1);
		else path.push(part);
	}
	if (suffix.kind === "varies") params["procs"] = procs;
	const place = {
		suite,
		name: path.pop(),
		path,
		params
	};
	if (isSkipped) return {
		...place,
		status: "skipped"
	};
	if (failure !== null) return {
		...place,
		status: "failed",
		message: failure
	};
	return {
		...place,
		metrics: metricsOf$8(found, better),
		message: unread
	};
}
function metricsOf$8({ values }, better) {
	return [...values].map(([written, groups]) => {
		const dash = written.lastIndexOf("-");
		const known = normalUnit(written);
		const unit = known ?? unlessNamed(written.slice(0, dash), inUnit(written.slice(dash + 1), written));
		const of = isCounted(known === null ? written.slice(dash + 1) : written) ? counted : samples;
		const id = IDS.get(written) ?? written;
		return of({
			...unit,
			id,
			better: better.get(written) ?? unit.better
		}, "repetition", [...groups.values()]);
	}).sort((a, b) => Number(b.id === "time") - Number(a.id === "time"));
}

// src/ingest/adapters/google-benchmark.ts
const MAX_ROWS = 1e6;
const rowSchema = looseObject({
	name: text,
	...texts("run_name", "run_type", "aggregate_name", "time_unit", "error_message"),
	repetitions: number$1().optional(),
	error_occurred: boolean().optional(),
	skipped: boolean().optional()
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
/** Reads `--benchmark_out`: single rows are preferred to the aggregates beside them. */
const googleBenchmark = adapter({
	name: "google-benchmark",
	title: "Google Benchmark: `--benchmark_out=FILE --benchmark_out_format=json`",
	tool: "Google Benchmark",
	twins: "give each benchmark a name of its own",
	recognises: ({ json }) => ["num_cpus", "library_version"].some((key) => at(json, "context", key) !== void 0) && Array.isArray(at(json, "benchmarks")),
	read(input, results) {
		const { context, benchmarks } = shaped(fileSchema$3, input, "Google Benchmark");
		const { host_name, num_cpus, mhz_per_cpu, cpu_scaling_enabled, library_build_type } = context;
		results.describe({
			host_name,
			num_cpus,
			mhz_per_cpu,
			cpu_scaling_enabled,
			library_build_type
		});
		const { library_version: version } = context;
		results.version = typeof version === "string" ? version : null;
		const families = /* @__PURE__ */ new Map();
		for (const row of benchmarks) add(families, row);
		for (const [written, family] of families) {
			const { failure, isSkipped } = family;
			const place = split$1(written);
			if (failure !== null) results.add({
				...place,
				status: "failed",
				message: failure
			});
			else if (isSkipped) results.add({
				...place,
				status: "skipped"
			});
			else results.add({
				...place,
				metrics: metricsOf$7(written, family, input)
			});
		}
	}
});
function add(families, row) {
	const isAggregate = row.run_type === "aggregate" || row.run_type == null && OLD_AGGREGATE.test(row.name);
	const aggregate = row.aggregate_name ?? (isAggregate ? OLD_AGGREGATE.exec(row.name)?.[1] ?? null : null);
	if (aggregate === "BigO" || aggregate === "RMS") return;
	const name = row.run_name ?? (aggregate === null ? row.name : row.name.slice(0, -aggregate.length - 1));
	const none = {
		failure: null,
		isSkipped: false
	};
	const family = entryOf(families, name, () => ({
		rows: [],
		aggregates: /* @__PURE__ */ new Map(),
		...none
	}));
	if (row.error_occurred === true) family.failure ??= row.error_message ?? "the benchmark reported an error";
	else if (row.skipped === true) family.isSkipped = true;
	else if (isAggregate) family.aggregates.set(aggregate ?? "", row);
	else family.rows.push(row);
}
const OLD_AGGREGATE = /_(mean|median|stddev|cv|BigO|RMS)$/;
/**
* `BM_Sort/n:1000/8/real_time`: named arguments are parameters, the rest tells two benchmarks apart and is
* the name.
*/
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
function metricsOf$7(name, family, input) {
	const first = family.rows[0] ?? family.aggregates.get("mean") ?? family.aggregates.get("median");
	if (first === void 0) return [];
	const timeOf = (key) => (row) => numeric(row[key]) * nanoseconds(row, input);
	const real = metricOf$1(time(), family, timeOf("real_time"));
	const cpu = metricOf$1({
		...time(),
		id: "cpu-time"
	}, family, timeOf("cpu_time"));
	const counters = Object.entries(first).filter(([key, value]) => typeof value === "number" && !NO_COUNTERS.has(key)).map(([key]) => metricOf$1(counter$1(key), family, (row) => numeric(row[key]), COUNTED.has(key)));
	return [...family.rows, first].some(({ cpu_time: time }) => time === 0) || /\/(?:real|manual)_time(?:\/|$)/.test(name) ? [
		real,
		cpu,
		...counters
	] : [
		cpu,
		real,
		...counters
	];
}
function metricOf$1(metric, { rows, aggregates }, value, isCounted = false) {
	if (rows.length > 0) return (isCounted ? counted : samples)(metric, "repetition", [rows.map(value)]);
	const [mean, median, sd] = [
		"mean",
		"median",
		"stddev"
	].map((name) => aggregates.get(name));
	const spread = spreadOf$1("sd", sd && value(sd));
	if (mean !== void 0) return summary(metric, "mean", value(mean), {
		spread,
		count: mean.repetitions
	});
	return summary(metric, "median", median && value(median), { count: median?.repetitions });
}
function nanoseconds({ time_unit: unit = "ns" }, input) {
	const normal = inUnit(unit ?? "");
	if (unitKind(normal.unit) === "time") return normal.factor;
	throw refusal(input, "a time_unit of it is none of ns, us, ms and s");
}
/** A counter has no unit in the file; only the tool's own ones and their suffix say what they count. */
const counter$1 = (key) => COUNTERS.get(key) ?? (key.endsWith("_per_second") ? unlessNamed(key, {
	id: key,
	unit: "ops/s",
	better: "higher"
}) : {
	id: key,
	unit: "",
	better: null
});
const COUNTERS = /* @__PURE__ */ new Map([
	["bytes_per_second", {
		...THROUGHPUT,
		unit: "B/s"
	}],
	["items_per_second", {
		...THROUGHPUT,
		id: "item-throughput"
	}],
	["allocs_per_iter", ALLOCS],
	["max_bytes_used", MEMORY],
	["total_allocated_bytes", BYTES]
]);

// src/ingest/forms/valgrind.ts
const count = (id, better, unit = "count") => ({
	id,
	unit,
	better
});
const percent = (id, better) => ({
	id,
	unit: "fraction",
	better,
	factor: .01
});
const bytes = (id) => ({
	id,
	unit: "B",
	better: "lower"
});
/**
* What Valgrind's tools count, by the event names of gungraun's JSON, and what is printed for it, by iai too,
* whose accesses of a cache are gungraun's hits. A hit has no direction of its own: fewer in the first level
* is better when fewer were needed, and worse when they became misses.
*/
const COUNTS = [
	[
		"Ir",
		count("instructions", "lower", "instructions"),
		"Instructions"
	],
	[
		"EstimatedCycles",
		count("estimated-cycles", "lower", "cycles"),
		"Estimated Cycles"
	],
	[
		"L1hits",
		count("l1-hits", null),
		"L1 Hits",
		"L1 Accesses"
	],
	[
		"LLhits",
		count("ll-hits", null),
		"L2 Hits",
		"L2 Accesses",
		"LL Hits"
	],
	[
		"RamHits",
		count("ram-hits", "lower"),
		"RAM Hits",
		"RAM Accesses"
	],
	[
		"TotalRW",
		count("reads-and-writes", "lower"),
		"Total read+write"
	],
	["Dr", count("data-reads", "lower")],
	["Dw", count("data-writes", "lower")],
	["I1mr", count("i1-read-misses", "lower")],
	["D1mr", count("d1-read-misses", "lower")],
	["D1mw", count("d1-write-misses", "lower")],
	["ILmr", count("ll-instruction-read-misses", "lower")],
	["DLmr", count("ll-data-read-misses", "lower")],
	["DLmw", count("ll-data-write-misses", "lower")],
	["I1MissRate", percent("i1-miss-rate", "lower")],
	["D1MissRate", percent("d1-miss-rate", "lower")],
	["LLiMissRate", percent("ll-instruction-miss-rate", "lower")],
	["LLdMissRate", percent("ll-data-miss-rate", "lower")],
	["LLMissRate", percent("ll-miss-rate", "lower")],
	["L1HitRate", percent("l1-hit-rate", "higher")],
	["LLHitRate", percent("ll-hit-rate", null)],
	["RamHitRate", percent("ram-hit-rate", "lower")],
	["Bc", count("conditional-branches", "lower")],
	["Bcm", count("conditional-branch-misses", "lower")],
	["Bi", count("indirect-branches", "lower")],
	["Bim", count("indirect-branch-misses", "lower")],
	["Ge", count("bus-events", "lower")],
	["SysCount", count("system-calls", "lower")],
	[
		"TotalBytes",
		bytes("bytes"),
		"Total bytes"
	],
	[
		"TotalBlocks",
		count("allocs", "lower"),
		"Total blocks"
	],
	[
		"AtTGmaxBytes",
		bytes("memory"),
		"At t-gmax bytes"
	],
	[
		"AtTGmaxBlocks",
		count("memory-blocks", "lower"),
		"At t-gmax blocks"
	],
	[
		"AtTEndBytes",
		bytes("memory-at-end"),
		"At t-end bytes"
	],
	[
		"AtTEndBlocks",
		count("memory-blocks-at-end", "lower"),
		"At t-end blocks"
	],
	[
		"ReadsBytes",
		bytes("bytes-read"),
		"Reads bytes"
	],
	[
		"WritesBytes",
		bytes("bytes-written"),
		"Writes bytes"
	]
];
const EVENTS = new Map(COUNTS.map(([event, metric]) => [event, metric]));
const LABELS = new Map(COUNTS.flatMap(([event, , ...labels]) => labels.map((label) => [label, event])));
/**
* Time spent in the kernel, in the only two counts that two runs do not share; their unit is not in the file.
*/
const NOT_DETERMINISTIC = /* @__PURE__ */ new Set(["SysTime", "SysCpuTime"]);
/** What a count measures, by its event name or its printed label; null for times among the counts. */
function valgrindCount(name) {
	const event = LABELS.get(name) ?? name;
	if (NOT_DETERMINISTIC.has(event)) return null;
	return EVENTS.get(event) ?? count(event.toLowerCase().replaceAll(" ", "-"), null);
}
/** The blocks of a text: a line at the margin, and indented lines `Label:   1234…` below it. */
function* countBlocks(text) {
	let block = null;
	for (const raw of linesOf(text)) {
		const line = withoutColours(raw).trimEnd();
		if (line === "") continue;
		if (!line.startsWith(" ")) {
			if (block !== null && block.counts.size > 0) yield block;
			block = {
				title: line,
				counts: /* @__PURE__ */ new Map()
			};
			continue;
		}
		const colon = line.indexOf(":");
		const value = line.slice(colon + 1).trimStart();
		const label = line.slice(0, colon).trim();
		const isCount = LABELS.has(label) || /^\d/.test(value) || /^\S+\|\S/.test(value);
		if (colon === -1 || block === null || !isCount) continue;
		if (!block.counts.has(label)) block.counts.set(label, value);
	}
	if (block !== null && block.counts.size > 0) yield block;
}
/** A block as a benchmark, which has failed where one of its counts cannot be read. */
function benchmarkOf$1(place, { counts }, results) {
	const written = [...counts].map(([label, value]) => ({
		label,
		word: /^[^|\s(]*/.exec(value)[0]
	}));
	const odd = written.find(({ word }) => word !== GONE && decimal(word) === null);
	if (odd !== void 0) return results.unreadable(place, odd.word);
	const metrics = written.map(({ label, word }) => {
		const metric = valgrindCount(label);
		return metric === null ? null : exact(metric, decimal(word));
	});
	return {
		...place,
		metrics,
		message: "only the old run has it"
	};
}
/** What stands for a count of which there is only the old one. */
const GONE = "N/A";

// src/ingest/adapters/gungraun.ts
const value = object({
	Int: number$1().optional(),
	Float: number$1().optional()
});
const metric$1 = object({ metrics: object({
	Left: value.optional(),
	Right: value.optional(),
	Both: tuple([value, value]).optional()
}) });
const schema$1 = object({
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
/** Reads JSON, one object a benchmark, and text; cargo's lines may be between. */
const gungraun = adapter({
	name: "gungraun",
	title: "gungraun, iai-callgrind: text or JSON of cargo bench",
	empty: "it holds no benchmark of gungraun",
	recognises({ text, json }) {
		if (json !== void 0) return typeof at(json, "module_path") === "string" && Array.isArray(at(json, "profiles"));
		return text.includes("\"module_path\"") && text.includes("\"profiles\"") || /^ +[A-Z][^:\n]{0,40}: +(\d[\d.,]{0,30}|N\/A)\|/m.test(text.includes("\x1B") ? blackAndWhite(text) : text);
	},
	read(input, results) {
		const warnings = /* @__PURE__ */ new Set();
		let isJson = false;
		for (const object of input.json === void 0 ? objectsIn(input) : [input.json]) {
			if (at(object, "module_path") === void 0) continue;
			isJson = true;
			results.add(ofObject(object, input, warnings));
		}
		results.warnings.push(...warnings);
		if (!isJson) for (const block of countBlocks(input.text)) results.add(benchmarkOf$1(placeOfTitle(block.title), block, results));
	}
});
/** Enough of the text to see its first benchmarks, without colours. */
function blackAndWhite(text) {
	return countBlocks(text.slice(0, 1e6)).take(10).flatMap(({ counts }) => [...counts].map(([label, value]) => ` ${label}: ${value}`)).toArray().join("\n");
}
/** The JSON objects among the lines: on a line of their own, or from a line `{` to a line `}`. */
function* objectsIn(input) {
	if (!input.text.includes("\"module_path\"")) return;
	let open = null;
	let number = 0;
	for (const line of linesOf(input.text, Infinity)) {
		number++;
		if (open !== null) {
			open.push(line);
			if (line !== "}") continue;
			yield parsedAt(open.join("\n"), number, input);
			open = null;
		} else if (line === "{") open = [line];
		else if (line.startsWith("{\"")) yield parsedAt(line, number, input);
	}
	if (open !== null) throw refusal(input, "the JSON in it was cut off");
}
function parsedAt(text, line, input) {
	const json = parsed(text);
	if (json === void 0) throw refusal(input, `the JSON that ends in line ${line} is broken`);
	return json;
}
function ofObject(object, input, warnings) {
	const { version, module_path, id, profiles } = shaped(schema$1, input, "gungraun", object);
	if (version !== KNOWN_VERSION) warnings.add(`written in version ${version} of gungraun's JSON; read as version ${KNOWN_VERSION}`);
	const name = id ? `${module_path} ${id}` : module_path;
	const found = [];
	const taken = /* @__PURE__ */ new Set();
	for (const { tool, summaries } of profiles) {
		const { summary } = summaries.total;
		if (typeof summary === "string") continue;
		for (const [event, { metrics }] of Object.values(summary).flatMap((events) => Object.entries(events))) {
			const named = valgrindCount(event);
			if (named === null) {
				warnings.add(`${event} is left out: a time whose unit is not in the file`);
				continue;
			}
			const now = metrics.Left ?? metrics.Both?.[0];
			const number = now?.Int ?? now?.Float;
			if (number === void 0) {
				warnings.add(`${name}: ${named.id} is left out: only the old run has it`);
				continue;
			}
			const own = taken.has(named.id) ? `${tool.toLowerCase()}-${named.id}` : named.id;
			taken.add(own);
			found.push(exact({
				...named,
				id: own
			}, number));
		}
	}
	const metrics = found.filter((one) => one !== null).sort((a, b) => rank(a.id) - rank(b.id));
	return {
		...placeOf$1(module_path, id),
		metrics
	};
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
function placeOf$1(modulePath, id) {
	const steps = [...modulePath.split("::"), ...id ? [id] : []];
	const name = steps.pop() ?? modulePath;
	const [suite = null, ...path] = steps;
	return {
		suite,
		path,
		name
	};
}
/** `crate::group::function id:arguments`; the id tells cases apart, and arguments may be cut. */
function placeOfTitle(title) {
	const [, modulePath, id] = /^([^ ]*)(?: ([^:]*))?/.exec(title);
	return placeOf$1(modulePath, id);
}

// src/ingest/adapters/hyperfine.ts
const fileSchema$2 = object({ results: array(object({
	command: string().max(1e5),
	...numbers("mean", "stddev", "user", "system"),
	times: values,
	memory_usage_byte: values,
	exit_codes: values,
	parameters: unknown().optional()
})) });
/** Reads `--export-json`: each value is the time of one process. */
const hyperfine = adapter({
	name: "hyperfine",
	title: "hyperfine: `--export-json FILE`",
	empty: "it holds no results",
	twins: "give each command a name of its own with `-n`",
	recognises({ json }) {
		const results = at(json, "results");
		return Array.isArray(results) && typeof at(results[0], "command") === "string";
	},
	read(input, results) {
		for (const result of shaped(fileSchema$2, input, "hyperfine").results) {
			const { command, times } = result;
			const place = {
				name: command,
				params: paramsOf$3(result.parameters)
			};
			const failure = failureOf$1(result.exit_codes ?? []);
			if (failure !== null) {
				results.add({
					...place,
					status: "failed",
					message: failure
				});
				continue;
			}
			results.add({
				...place,
				metrics: metricsOf$6(result)
			});
			if (times?.includes(0)) {
				const shown = command.length > 100 ? `${command.slice(0, 100)}…` : command;
				results.warnings.push(`${shown}: some times are 0, because hyperfine subtracts what starting the shell takes; use \`-N\`, or measure a longer command`);
			}
		}
	}
});
/** With `-i` hyperfine goes on after a failure; a command that fails is mostly faster, and says nothing. */
function failureOf$1(codes) {
	const bad = codes.filter((code) => code !== 0);
	if (bad.length === 0) return null;
	const kinds = bad.map((code) => typeof code === "number" ? `exit code ${code}` : "ended by a signal");
	return `${bad.length} of ${codes.length} runs failed: ${[...new Set(kinds)].slice(0, 5).join(", ")}`;
}
function metricsOf$6({ times, mean, stddev, user, system, memory_usage_byte: memory }) {
	const count = times?.length ?? null;
	return [
		times?.length ? samples(time(1e9), "process", [times]) : summary(time(1e9), "mean", mean, { spread: spreadOf$1("sd", stddev) }),
		summary({
			...time(1e9),
			id: "user-time"
		}, "mean", user || null, { count }),
		summary({
			...time(1e9),
			id: "system-time"
		}, "mean", system || null, { count }),
		memory == null ? null : samples(MEMORY, "process", [memory])
	];
}

// src/ingest/adapters/iai.ts
/** Reads what iai prints: counts of instructions and accesses under Valgrind. */
const iai = adapter({
	name: "iai",
	title: "iai: text of cargo bench",
	empty: "it holds no counts of iai",
	recognises: ({ text }) => /^ +L1 Accesses: +\d/m.test(text),
	read(input, results) {
		for (const block of countBlocks(input.text)) results.add(benchmarkOf$1({ name: block.title }, block, results));
	}
});

// src/ingest/adapters/jmh.ts
/** A number, or the word "NaN" where there is none. */
const metricSchema = object({
	score: unknown().optional(),
	scoreConfidence: array(unknown()).nullish(),
	scoreUnit: text,
	rawData: array(array(unknown())).nullish(),
	rawDataHistogram: array(array(array(array(unknown()).max(2)))).nullish()
});
const fileSchema$1 = array(object({
	...texts("jmhVersion", "jdkVersion", "vmName"),
	benchmark: text,
	mode: text,
	params: unknown().optional(),
	primaryMetric: metricSchema,
	secondaryMetrics: unknown().optional()
}));
/**
* Calls that are kept of a fork in the mode that samples them; more add nothing to a quantile, and there can
* be millions.
*/
const MAX_CALLS = 1e4;
/** The bounds of a score belong to this confidence, whatever the settings. */
const LEVEL = .999;
/**
* Reads `-rf json`: each fork is a group of its iterations, or of single calls where the mode samples them.
*/
const jmh = adapter({
	name: "jmh",
	title: "JMH: `-rf json -rff FILE`",
	tool: "JMH",
	recognises: ({ json }) => Array.isArray(json) && typeof at(json[0], "benchmark") === "string" && isRecord(at(json[0], "primaryMetric")),
	read(input, results) {
		const elements = shaped(fileSchema$1, input, "JMH");
		const [first] = elements;
		results.version = first?.jmhVersion ?? null;
		results.describe({
			jdk: first?.jdkVersion,
			vm: first?.vmName
		});
		for (const element of elements) {
			const dot = element.benchmark.lastIndexOf(".");
			const next = results.benchmark({
				suite: dot > 0 ? element.benchmark.slice(0, dot) : null,
				name: element.benchmark.slice(dot + 1),
				params: paramsOf$3(element.params),
				metrics: metricsOf$5(element, input),
				primary: primaryId(element),
				measures: primaryOf(element)
			});
			const known = results.find(next.key);
			if (known === void 0) results.put(next);
			else addMode(known, next, element, input);
		}
	}
});
/** The modes of one benchmark are elements of their own in the file; here they are metrics of one. */
function addMode(known, next, { mode }, input) {
	const ids = new Set(known.metrics.map(({ id }) => id));
	const [primary, ...secondary] = next.metrics;
	if (primary === void 0) return;
	const id = ids.has(primary.id) ? `${primary.id} (${mode})` : primary.id;
	if (known.metrics.length === 0 || ids.has(id)) {
		const shown = JSON.stringify(next.key.slice(0, 200));
		throw refusal(input, `two results of one mode are called ${shown}; give the file of one run`);
	}
	known.metrics.push({
		...primary,
		id
	}, ...secondary.filter((metric) => !ids.has(metric.id)));
}
/** By its unit; where that is unknown, by the mode. */
function primaryId({ mode, primaryMetric }) {
	const { unit } = inUnit(primaryMetric.scoreUnit);
	if (unitKind(unit) === "time") return "time";
	return unitKind(unit) === "rate" || mode === "thrpt" ? "throughput" : "time";
}
function primaryOf(element) {
	const id = primaryId(element);
	const better = id === "throughput" ? "higher" : "lower";
	return {
		...inUnit(element.primaryMetric.scoreUnit),
		id,
		better
	};
}
function metricsOf$5(element, input) {
	const { primaryMetric, secondaryMetrics } = element;
	const others = Object.entries(isRecord(secondaryMetrics) ? secondaryMetrics : {});
	return [metricOf(primaryOf(element), primaryMetric), ...others.map(([name, json]) => typeof at(json, "scoreUnit") === "string" ? secondary(name, shaped(metricSchema, input, "JMH", json)) : null)];
}
/**
* What profilers and auxiliary counters add. Older versions put a middle dot and the name of the method
* before it.
*/
function secondary(written, metric) {
	const id = written.slice(written.lastIndexOf("·") + 1);
	if (id === "gc.alloc.rate.norm") return metricOf(BYTES, metric);
	if (id === "gc.alloc.rate" && metric.scoreUnit === "MB/sec") return metricOf({
		id,
		unit: "B/s",
		better: null,
		factor: 1024 ** 2
	}, metric);
	const unit = unlessNamed(id, inUnit(metric.scoreUnit));
	return metricOf({
		id,
		...unit,
		better: id.startsWith("gc.") ? null : unit.better
	}, metric);
}
function metricOf(metric, { score, scoreConfidence, rawData, rawDataHistogram }) {
	if (rawData?.some((fork) => fork.length > 0)) return samples(metric, "iteration", rawData);
	const calls = (rawDataHistogram ?? []).map(callsOf);
	if (calls.some((fork) => fork.length > 0)) return samples(metric, "iteration", calls);
	const [low, high] = (scoreConfidence ?? []).map(numeric);
	const spread = Number.isFinite(low) && Number.isFinite(high) ? interval(low, high, LEVEL) : null;
	return summary(metric, "mean", typeof score === "number" ? score : null, { spread });
}
/**
* The calls of a fork, smallest first; where there are too many, evenly spaced quantiles of them, which keeps
* their distribution.
*/
function callsOf(iterations) {
	const bins = iterations.flat().map(([value, count]) => ({
		value: numeric(value),
		count: Math.floor(numeric(count))
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

// src/ingest/adapters/k6.ts
const number = union([number$1(), string()]).nullable();
const containsSchema = _enum([
	"time",
	"data",
	"default"
]).catch("default");
const onlyNumbers = (values) => new Map(Object.entries(values ?? {}).flatMap(([name, value]) => typeof value === "number" || typeof value === "string" ? [[name, numeric(value)]] : []));
const flatSchema = object({ metrics: record(string(), record(string(), union([
	number,
	boolean(),
	record(string(), unknown())
])).transform(onlyNumbers)) });
const handledSchema = object({
	metrics: record(string(), object({
		contains: containsSchema,
		values: record(string(), number).transform(onlyNumbers)
	})),
	state: object({ testRunDurationMs: number$1().nullish() }).nullish()
});
const machineSchema = object({
	metadata: object({ k6Version: string().max(100) }),
	config: object({ duration: number$1().nullish() }).nullish(),
	results: object({
		metrics: array(object({
			name: string(),
			contains: containsSchema,
			values: record(string(), number).nullable().transform(onlyNumbers)
		})),
		checks: object({ results: array(object({
			passes: number$1(),
			fails: number$1()
		})).nullish() }).nullish()
	})
});
/**
* Built-in trends of times by the start of their names: --summary-export does not say what a metric contains.
*/
const TIMES = /^(?:http_req_(?!failed)|(?:iteration|group|grpc_req|ws_session|browser_http_req)_duration|ws_connecting|ws_ping)/;
/** Parts of http_req_duration and what comes before it: shown beside it, not as benchmarks of their own. */
const REQUEST_PARTS = "waiting sending receiving blocked connecting tls_handshaking".split(" ").map((part) => `http_req_${part}`);
/** How hard the script pushes, not how the tested system does. */
const LOAD = ["vus", "vus_max"];
const k6 = adapter({
	name: "k6",
	title: "k6: --summary-export, handleSummary, --new-machine-readable-summary",
	empty: "it holds no metric",
	recognises({ json }) {
		if (typeof at(json, "metadata", "k6Version") === "string") return true;
		if (!isRecord(at(json, "metrics"))) return false;
		return isRecord(at(json, "root_group")) || at(json, "state", "testRunDurationMs") !== void 0;
	},
	read(input, results) {
		const summary = summaryOf(input);
		const { metrics, durationS } = summary;
		const load = metrics.find(({ name }) => name === "vus_max") ?? metrics.find(({ name }) => name === "vus");
		results.version = summary.version;
		results.describe({
			vus: load?.values.get("max") ?? load?.values.get("value"),
			duration: durationS === null ? null : `${durationS} s`
		});
		addMetrics(summary, results);
	}
});
function summaryOf(input) {
	if (isRecord(at(input.json, "metadata"))) {
		const { metadata, results, config } = shaped(machineSchema, input, "k6");
		const checks = results.checks?.results ?? [];
		const fails = checks.reduce((sum, { fails }) => sum + fails, 0);
		const all = checks.reduce((sum, { passes }) => sum + passes, fails);
		return {
			version: metadata.k6Version,
			metrics: results.metrics,
			durationS: positive(config?.duration),
			checkFailures: all > 0 ? fails / all : null
		};
	}
	if (Object.values(at(input.json, "metrics") ?? {}).some((metric) => isRecord(at(metric, "values")))) {
		const { metrics, state } = shaped(handledSchema, input, "k6");
		const durationMs = positive(state?.testRunDurationMs);
		return withChecks(Object.entries(metrics).map(([name, metric]) => ({
			name,
			...metric
		})), durationMs === null ? null : durationMs / 1e3);
	}
	const { metrics } = shaped(flatSchema, input, "k6");
	return withChecks(Object.entries(metrics).map(([name, values]) => ({
		name,
		contains: builtIn(name),
		values
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
const positive = (value) => value != null && value > 0 ? value : null;
function builtIn(name) {
	if (TIMES.test(name)) return "time";
	return /^data_(?:sent|received)/.test(name) ? "data" : "unsaid";
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
function addMetrics(test, results) {
	const byName = new Map(test.metrics.map((metric) => [metric.name, metric]));
	const isTrendNamed = (name) => {
		const metric = byName.get(name);
		return metric !== void 0 && isTrend(metric);
	};
	const hasIterations = isTrendNamed("iteration_duration");
	/** Whether the metric is shown with another. */
	const isBeside = (name) => {
		const [base, tags] = split(name);
		if ([
			"http_reqs",
			"http_req_failed",
			...REQUEST_PARTS
		].includes(base)) return isTrendNamed(`http_req_duration${tags}`);
		return LOAD.includes(base) || name === "iterations" && hasIterations || name === "checks";
	};
	for (const metric of test.metrics) {
		const { name } = metric;
		if (isBeside(name)) continue;
		if (isTrend(metric)) {
			const [first = null, ...others] = trend(metric);
			results.add({
				name,
				metrics: [
					first,
					...beside(name, byName, test),
					...others
				]
			});
			if (metric.contains === "unsaid") results.warnings.push(`${name}: --summary-export does not say whether this is a time: its unit and direction are unknown`);
		} else if (isRate(metric)) results.add({
			name,
			metrics: [rate(metric)]
		});
		else if (metric.values.has("count")) results.add({
			name,
			metrics: counter(metric, test)
		});
		else results.add({
			name,
			metrics: [gauge(metric)]
		});
	}
	if (test.checkFailures !== null && !hasIterations) results.add({
		name: "checks",
		metrics: [errorRate(test.checkFailures)]
	});
}
const errorRate = (fraction) => summary(ERROR_RATE, "mean", fraction);
/** How often something happened in a second. */
function perSecond(metric, values, durationS) {
	const count = values.get("count");
	const rate = values.get("rate") ?? (count === void 0 || durationS === null ? null : count / durationS);
	return summary(metric, "mean", rate, { count });
}
const RATE = {
	id: "rate",
	unit: "ops/s",
	better: null
};
/** What is shown with a trend: how many there were a second, how many failed, and the parts of a request. */
function beside(name, byName, { durationS, checkFailures }) {
	const [base, tags] = split(name);
	const throughput = (counter) => counter === void 0 ? null : perSecond(THROUGHPUT, counter.values, durationS);
	const allFailed = byName.get("http_req_failed");
	const failedShare = (failed) => failed === void 0 ? null : rateOf(failed.values);
	if (base === "http_req_duration") {
		const parts = REQUEST_PARTS.map((part) => {
			const metric = byName.get(`${part}${tags}`);
			const first = metric === void 0 ? null : trend(metric)[0] ?? null;
			return first === null ? null : {
				...first,
				id: part
			};
		});
		const failed = byName.get(`http_req_failed${tags}`) ?? allFailed;
		return [
			throughput(byName.get(`http_reqs${tags}`)),
			errorRate(failedShare(failed)),
			...parts
		];
	}
	if (base !== "iteration_duration" && base !== "group_duration") return [];
	return [throughput(name === "iteration_duration" ? byName.get("iterations") : void 0), errorRate(checkFailures ?? failedShare(allFailed))];
}
const METRICS$1 = {
	time: time(1e6),
	data: {
		id: "size",
		unit: "B",
		better: null
	},
	default: {
		id: "value",
		unit: "",
		better: null
	},
	unsaid: {
		id: "value",
		unit: "",
		better: null
	}
};
function trend({ contains, values }) {
	const metric = METRICS$1[contains];
	const count = values.get("count");
	const percentiles = [...values].flatMap(([name, value]) => {
		const place = /^p\((.{1,20})\)$/.exec(name)?.[1];
		return place === void 0 ? [] : parts(metric, { [`p${place}`]: value }, count);
	});
	const [median, mean, min, max] = [
		"med",
		"avg",
		"min",
		"max"
	].map((name) => values.get(name));
	const percentile = percentiles[0] ?? null;
	return [
		summary(metric, "median", median, { count }) ?? summary(metric, "mean", mean, { count }) ?? (percentile && {
			...percentile,
			id: metric.id
		}),
		...median === void 0 ? [] : parts(metric, { mean }, count),
		...percentiles,
		...parts(metric, {
			min,
			max
		}, count)
	];
}
function rate({ name, values }) {
	const [base] = split(name);
	const fraction = rateOf(values);
	if (base === "checks") return errorRate(fraction === null ? null : 1 - fraction);
	if (base === "http_req_failed") return errorRate(fraction);
	return summary({
		id: "rate",
		unit: "fraction",
		better: null
	}, "mean", fraction);
}
function counter({ name, contains, values }, { durationS, checkFailures }) {
	if (contains === "data") {
		const bytes = perSecond({
			...RATE,
			unit: "B/s"
		}, values, durationS);
		return [bytes?.data.kind === "summary" ? {
			...bytes,
			data: {
				...bytes.data,
				count: null
			}
		} : null];
	}
	if (["http_reqs", "iterations"].includes(split(name)[0])) {
		const throughput = perSecond(THROUGHPUT, values, durationS);
		return name === "iterations" ? [throughput, errorRate(checkFailures)] : [throughput];
	}
	return [perSecond(RATE, values, durationS), summary({
		id: "count",
		unit: "count",
		better: null
	}, "other", values.get("count"))];
}
const gauge = ({ contains, values }) => summary({
	...METRICS$1[contains],
	id: "value",
	better: null
}, "other", values.get("value"));

// src/ingest/adapters/libtest.ts
/**
* Reads the lines `test NAME ... bench:` of `cargo bench`, which Criterion.rs also writes when asked to, and
* the JSON lines of `--format json`. What is ignored is left out: `cargo bench` lists every unit test as
* ignored.
*/
const libtest = adapter({
	name: "libtest",
	title: "Rust: `cargo bench` of libtest as text or JSON, Criterion.rs with `--output-format bencher`",
	empty: "no line `test NAME ... bench:` is in it; give what `cargo bench` prints",
	twins: "write the output of each crate into a file of its own",
	recognises: ({ text }) => /^(?:test [^\r\n]{1,2000} \.\.\. bench:|bench: [^\r\n]{1,200}\(\+\/-)/m.test(text) || isJson(text),
	read(input, results) {
		if (isJson(input.text)) addEvents(input.text, results);
		else for (const found of foundIn(input.text, results)) results.add(found);
	}
});
const isJson = (text) => /"type":\s?"bench"/.test(text) && hasJsonLine(text, ({ type }) => typeof type === "string");
/** What is between a name and the outcome. */
const OUTCOME = " ... ";
const BENCH = `${OUTCOME}bench:`;
/** At the end of a line, behind whatever a benchmark printed itself. */
const LATE_BENCH = /\bbench: +(\S+ \S+ \(\+\/- .*)$/;
/** Lines that a name can have. */
const MAX_NAME_LINES = 10;
function foundIn(text, results) {
	const found = [];
	const failed = /* @__PURE__ */ new Map();
	let suite = null;
	let failing = null;
	/** What stands behind `test ` of one whose outcome has not come yet. */
	let open = [];
	for (const line of linesOf(text)) {
		results.checkCount(found.length);
		const isTest = line.startsWith("test ");
		if (isTest) open = [];
		if (isTest || open.length > 0 && open.length < MAX_NAME_LINES) open.push(isTest ? line.slice(5) : line);
		const started = open.join("\n");
		const result = resultIn(line, started);
		if (result !== null) {
			if (result.name === "") results.unread.add("nameless", line);
			else found.push(foundOf(suite, result, results));
			open = [];
		} else if (isTest && line.endsWith(`${OUTCOME}FAILED`) || line === "FAILED" && started.includes(OUTCOME)) {
			const name = started.slice(0, started.lastIndexOf(OUTCOME)).trim();
			const one = {
				suite,
				name,
				status: "failed"
			};
			failed.set(name, one);
			found.push(one);
			open = [];
		} else if (isTest && (line.startsWith("test result: ") || / \.\.\. (?:ok$|ignored)/.test(line))) open = [];
		if (isTest) continue;
		if (line.trimStart().startsWith("Running ")) suite = crateOf(line) ?? suite;
		const report = /^---- (.+) stdout ----$/.exec(line);
		if (report !== null) failing = failed.get(report[1]) ?? null;
		else if (failing !== null && line.trim() !== "") {
			failing.message ??= line;
			failing = null;
		}
	}
	return found;
}
/**
* The result that a line ends with. A name can have several lines, and a benchmark can print something
* between its name and its result.
*/
function resultIn(line, started) {
	const at = line.lastIndexOf(BENCH);
	if (at !== -1) return {
		name: started.slice(0, Math.max(0, started.lastIndexOf(BENCH))).trim(),
		written: line.slice(at + BENCH.length)
	};
	const written = LATE_BENCH.exec(line)?.[1];
	if (written === void 0) return null;
	return {
		name: started.slice(0, Math.max(0, started.indexOf(OUTCOME))).trim(),
		written
	};
}
/** `Running benches/a.rs (target/release/deps/a-f36c88332bd25d23)` */
function crateOf(line) {
	const file = line.slice(line.lastIndexOf("(") + 1).split(/[\\/]/).at(-1);
	return /^([^()]+)-[0-9a-f]{16}(?:\.exe)?\)$/.exec(file)?.[1] ?? null;
}
/** `44,345.52 ns/iter (+/- 30,216.39) = 81715 MB/s` */
function foundOf(suite, { name, written }, results) {
	const [centre = "", unit = "", sign, width = "", equals, rate = "", rateUnit] = written.trim().split(/\s+/);
	const value = grouped(centre);
	const spread = sign === "(+/-" ? grouped(width.replace(/\)$/, "")) : void 0;
	const throughput = equals === "=" ? grouped(rate) : void 0;
	if (value === null || unit === "") return results.unreadable({
		suite,
		name
	}, centre);
	if (spread === null) return results.unreadable({
		suite,
		name
	}, width.replace(/\)$/, ""));
	if (throughput === null) return results.unreadable({
		suite,
		name
	}, rate);
	return {
		suite,
		name,
		metrics: [metric(value, spread ?? null, unit), throughput === void 0 || rateUnit === void 0 ? null : metric(throughput, null, rateUnit)]
	};
}
/** The unit is mostly `ns/iter`; harnesses of one's own write `cycles/iter` or a rate into the same form. */
function metric(value, width, written) {
	const { unit, factor, better } = inUnit(written);
	const half = width === null || width < 0 ? null : width / 2;
	return summary({
		id: (isTimed(unit) ? usualMetricIn(unit) : null) ?? unit,
		unit,
		factor,
		better: better ?? (written.endsWith("/iter") ? "lower" : null)
	}, "median", value, { spread: half === null ? null : bounds(Math.max(0, value - half), value + half) });
}
function addEvents(text, results) {
	for (const event of jsonLinesOf(text, results)) {
		const { type, event: kind, name, median, deviation, mib_per_second: rate, stdout } = event;
		if (type === "test" && kind === "failed" && typeof name === "string") results.add({
			name,
			status: "failed",
			message: typeof stdout === "string" ? stdout : null
		});
		else if (type === "bench") {
			if (typeof name !== "string") {
				results.unread.add("nameless", JSON.stringify(event));
				continue;
			}
			const width = deviation == null ? null : numeric(deviation);
			const throughput = rate == null ? null : metric(numeric(rate), null, "MB/s");
			results.add({
				name,
				metrics: [metric(numeric(median), width, "ns/iter"), throughput]
			});
		}
	}
}

// src/ingest/adapters/lighthouse.ts
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
	numericValue: quantity,
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
		benchmarkIndex: quantity
	}).nullish(),
	configSettings: object({
		formFactor: string().nullish(),
		throttlingMethod: string().nullish()
	}).nullish(),
	categories: record(string(), object({ score: quantity })).nullish(),
	audits: record(string(), audit)
});
/**
* Reads Lighthouse's JSON report; in a directory (.lighthouseci) each `lhr-*.json` is one run of its page.
*/
const lighthouse = adapter({
	name: "lighthouse",
	title: "Lighthouse: --output=json, or the directory .lighthouseci",
	recognises: ({ json, files }) => files === null ? isRecord(json) && typeof json.lighthouseVersion === "string" && isRecord(json.audits) : [...files.keys()].some(isReportName),
	read(input, results) {
		const reports = inputsOf(input).map((one) => shaped(report$1, one, "lighthouse --output=json"));
		const [first] = reports;
		if (first === void 0) return;
		results.version = first.lighthouseVersion;
		results.describe({
			browser: first.environment?.hostUserAgent,
			throttling: first.configSettings?.throttlingMethod,
			benchmarkIndex: first.environment?.benchmarkIndex
		});
		results.warnings.push(...oldFileWarnings(input, [...input.files?.keys() ?? []].filter(isReportName)));
		for (const [key, ofPage] of Map.groupBy(reports, (one) => keyOf([pageOf(one)], paramsOf$1(one)))) {
			const place = {
				name: pageOf(ofPage[0]),
				params: paramsOf$1(ofPage[0])
			};
			const error = ofPage.find(({ runtimeError }) => runtimeError != null)?.runtimeError;
			if (error != null) results.add({
				...place,
				status: "failed",
				message: error.message ?? error.code
			});
			else results.add({
				...place,
				metrics: metricsOf$4(key, ofPage, results.warnings)
			});
		}
	}
});
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
function paramsOf$1({ configSettings }) {
	const formFactor = configSettings?.formFactor;
	return formFactor == null ? {} : { formFactor };
}
function metricsOf$4(key, reports, warnings) {
	const audits = unique(reports.flatMap(({ audits }) => Object.keys(audits)));
	const isThere = new Set(audits);
	const audited = unique([...FIRST.filter((id) => isThere.has(id)), ...audits]).filter((id) => id !== BUNDLE).map((id) => {
		const runs = reports.map(({ audits }) => Object.hasOwn(audits, id) ? audits[id] : void 0);
		const failed = runs.filter((run) => run?.errorMessage != null).length;
		if (failed > 0) warnings.push(`${key}: ${id}: the audit failed in ${failed} of ${reports.length} runs`);
		const { unit, factor } = inUnit(runs.find((run) => run?.numericUnit != null)?.numericUnit ?? "unitless");
		return ofProcesses({
			id,
			unit,
			factor,
			better: "lower"
		}, runs.map((run) => run?.numericValue));
	});
	const scored = unique(reports.flatMap(({ categories }) => Object.keys(categories ?? {}))).map((id) => {
		const scores = reports.map(({ categories }) => categories != null && Object.hasOwn(categories, id) ? categories[id]?.score : null);
		return ofProcesses({
			id: `${id}-score`,
			unit: "fraction",
			better: "higher"
		}, scores);
	});
	return [...audited, ...scored];
}
const unique = (names) => [...new Set(names)];

// src/ingest/forms/csv.ts
/** Longest field; more is not a name or a number. */
const MAX_FIELD = 1e5;
/**
* A field with or without quotes around it, and what ends it: a comma, a line break or the end of the text.
* Without a bound on the quotes inside, a hostile text would exhaust the stack.
*/
const FIELD = /(?:"([^"]*(?:""[^"]*){0,100000})"|(?!"))([^,\r\n]*)(,|\r?\n?)/y;
/**
* The rows of a text in RFC 4180's form, with `"` around fields that hold a comma, a quote or a line break;
* null when a quote does not end, or a field or row is too long. Empty lines are no rows. At most `maxRows`;
* what is behind them is left unread.
*/
function csvRows(text, maxRows, maxColumns) {
	const rows = [];
	let row = [];
	FIELD.lastIndex = 0;
	let isInside = false;
	while ((isInside || FIELD.lastIndex < text.length) && rows.length < maxRows) {
		const [, quoted = "", plain, end] = FIELD.exec(text) ?? [];
		if (plain === void 0 || quoted.length + plain.length > MAX_FIELD || row.length >= maxColumns) return null;
		row.push(quoted.replaceAll("\"\"", "\"") + plain);
		isInside = end === ",";
		if (isInside) continue;
		if (row.length > 1 || row[0] !== "") rows.push(row);
		row = [];
	}
	return rows;
}

// src/ingest/adapters/locust.ts
const START = "Type,Name,Request Count,";
/** The other files of --csv, by how they start. */
const OTHERS = /* @__PURE__ */ new Map([
	["Timestamp,User Count,", "the history"],
	["Method,Name,Error,", "the list of failures"],
	["Count,Message,Traceback", "the list of exceptions"]
]);
const MAX_COLUMNS = 200;
/** Reads Locust's stats file: one benchmark a row, `Aggregated` among them. */
const locust = adapter({
	name: "locust",
	title: "Locust: PREFIX_stats.csv of --csv PREFIX",
	empty: "it holds no row",
	recognises: (input) => statsOf(input).length === 1,
	read(input, results) {
		const [text, second] = statsOf(input);
		if (second !== void 0) throw refusal(input, "it holds several stats files: name one");
		if (text === void 0) throw refusal(input, whatItIs(input));
		const rows = csvRows(text, MAX_BENCHMARKS + 2, MAX_COLUMNS);
		if (rows === null) throw refusal(input, `a quote in it does not end, or a row has more than ${MAX_COLUMNS} columns`);
		const [head = [], ...body] = rows;
		results.warnings.push("Locust rounds the median and all percentiles to whole milliseconds or coarser: time is the average");
		for (const [index, row] of body.entries()) {
			if (row.length < head.length) throw refusal(input, `row ${index + 2} ends early`);
			results.add(benchmarkOf(new Map(head.map((name, column) => [name, row[column] ?? ""])), results));
		}
	}
});
function statsOf(input) {
	return (input.files === null ? [input.text] : [...input.files.values()]).filter((text) => text.startsWith(START));
}
function whatItIs({ text }) {
	const other = [...OTHERS].find(([start]) => text.startsWith(start))?.[1];
	return other === void 0 ? "is no stats file of Locust (PREFIX_stats.csv of --csv PREFIX)" : `is ${other} of Locust; what is read is the stats file, PREFIX_stats.csv`;
}
function benchmarkOf(row, results) {
	const value = (column) => decimal(row.get(column)?.trim());
	const name = [row.get("Type"), row.get("Name")].filter(Boolean).join(" ");
	const odd = [...row].filter(([column]) => column !== "Type" && column !== "Name").find(([, text]) => !["", "N/A"].includes(text.trim()) && decimal(text.trim()) === null);
	if (odd !== void 0) return results.unreadable({ name }, odd[1]);
	const count = value("Request Count") ?? 0;
	if (!(count > 0)) return {
		name,
		status: "failed",
		message: "no request was made"
	};
	const failures = value("Failure Count");
	const ms = time(1e6);
	const entries = [...row.keys()].filter((column) => /^[0-9.]{1,10}%$/.test(column) && column !== "100%").map((column) => [`p${column.slice(0, -1)}`, value(column)]);
	return {
		name,
		metrics: [
			summary(ms, "mean", value("Average Response Time"), { count }),
			summary(THROUGHPUT, "mean", value("Requests/s"), { count }),
			summary(ERROR_RATE, "mean", failures === null ? null : Math.min(1, failures / count), { count }),
			summary({
				...ms,
				id: "time.p50"
			}, "median", value("Median Response Time"), { count }),
			...parts(ms, Object.fromEntries(entries), count),
			...parts(ms, {
				min: value("Min Response Time"),
				max: value("Max Response Time")
			}, count),
			summary({
				id: "content-size",
				unit: "B",
				better: null
			}, "mean", value("Average Content Size"), { count })
		]
	};
}

// src/ingest/adapters/mitata.ts
const MAX_COUNTER_DEPTH = 3;
const statistics = object({
	samples: values,
	...numbers("min", "p25", "p50", "p75", "p99", "avg", "ticks"),
	heap: object(numbers("avg", "min", "max")).nullish(),
	counters: unknown().optional()
});
const file$1 = object({
	layout: array(object({ name: string().nullish() })),
	benchmarks: array(object({
		alias: string(),
		group: number$1(),
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
/** Reads mitata 1. Its `stats.gc` is left out: it times the collections that mitata forces. */
const mitata = adapter({
	name: "mitata",
	title: "mitata: JSON of run({ format: 'json' })",
	recognises: ({ json }) => isRecord(json) && Array.isArray(json.layout) && Array.isArray(json.benchmarks) && isRecord(json.context),
	read(input, results) {
		const { layout, benchmarks, context } = shaped(file$1, input, "mitata");
		const runtime = [context.runtime, context.version].filter(Boolean).join(" ");
		results.describe({
			runtime,
			arch: context.arch,
			cpu: context.cpu?.name
		});
		for (const { alias, group: index, runs } of benchmarks) {
			const group = layout[index]?.name ?? null;
			for (const { name, args, error, stats } of runs) {
				const params = paramsOf$3(args);
				const unnamed = Object.entries(params).filter(([param]) => !alias.includes(`$${param}`));
				const place = {
					key: keyOf([group, name], Object.fromEntries(unnamed)),
					path: group === null ? [] : [group],
					name,
					params
				};
				if (error == null && stats != null) results.add({
					...place,
					metrics: metricsOf$3(stats)
				});
				else results.add({
					...place,
					status: "failed",
					message: errorText(error)
				});
			}
		}
	}
});
function metricsOf$3(stats) {
	const { samples: batches, min, p25, p50, p75, p99, avg, ticks, heap, counters } = stats;
	const of = batches?.length === ticks ? "iteration" : "batch";
	return [
		batches?.length ? samples(time(), of, [batches]) : summary(time(), "median", p50, { spread: bounds(p25, p75) }),
		...parts(time(), {
			min,
			mean: avg,
			p99
		}),
		summary(BYTES, "mean", heap?.avg, { spread: bounds(heap?.min, heap?.max) }),
		...countersOf(counters, "", 1)
	];
}
/** Processor counters of @mitata/counters: a tree whose nodes may have an average. */
function countersOf(node, above, depth) {
	if (!isRecord(node) || depth > MAX_COUNTER_DEPTH) return [];
	return Object.entries(node).flatMap(([name, value]) => {
		if (!isRecord(value) || name.startsWith("_")) return [];
		const id = `${above}${name}`;
		const average = typeof value.avg === "number" ? value.avg : null;
		return [summary({
			id,
			unit: "count",
			better: "lower"
		}, "mean", average), ...countersOf(value, `${id}.`, depth + 1)];
	});
}
function errorText(error) {
	if (typeof error === "string") return error;
	return isRecord(error) && typeof error.message === "string" ? error.message : null;
}

// src/ingest/adapters/openmetrics.ts
const MAX_LINE$1 = 1e5;
const DISTRIBUTIONS = /* @__PURE__ */ new Set([
	"histogram",
	"summary",
	"gaugehistogram"
]);
/** Types whose samples are texts in the form of numbers. */
const WITHOUT_VALUES = /* @__PURE__ */ new Set(["info", "stateset"]);
/**
* Reads the text formats of OpenMetrics and Prometheus: a benchmark is a family with its labels. Histograms
* and summaries give their mean (sum by count). Of all but durations nothing in the file says whether more is
* better: a config has to.
*/
const openmetrics = adapter({
	name: "openmetrics",
	title: "OpenMetrics or Prometheus text, as /metrics serves it",
	empty: "it holds no sample of OpenMetrics or Prometheus",
	recognises: ({ text }) => /^\s*# (HELP|TYPE|UNIT) [^\s{}"]+/.test(text.slice(0, 2e3)),
	read(input, results) {
		const families = /* @__PURE__ */ new Map();
		const series = /* @__PURE__ */ new Map();
		for (const line of linesOf(input.text, Infinity)) if (line.startsWith("#")) readComment(line, families);
		else if (line.trim() !== "") {
			const sample = line.length > MAX_LINE$1 ? null : parseSample(line);
			if (sample === null) results.unread.add("form", line);
			else addSample(sample, families, series);
			results.checkCount(series.size);
		}
		for (const one of series.values()) {
			const family = families.get(one.family) ?? {
				type: null,
				unit: null
			};
			const name = family.type === "counter" ? one.family.replace(/_total$/, "") : one.family;
			const place = {
				name,
				params: Object.fromEntries(one.labels)
			};
			if (one.repeats > 0) {
				const key = keyOf([name], place.params);
				results.warnings.push(`${key}: ${one.repeats} numbers stand twice; the last one counts`);
			}
			if (one.unreadable !== null) results.add(results.unreadable(place, one.unreadable));
			else if (DISTRIBUTIONS.has(family.type ?? "") && one.count === 0) results.add({
				...place,
				status: "skipped",
				message: "nothing was observed"
			});
			else results.add({
				...place,
				metrics: metricsOf$2(one, name, family)
			});
		}
	}
});
function readComment(line, families) {
	const match = /^# (TYPE|UNIT) (\S+) (\S+)\s*$/.exec(line.slice(0, MAX_LINE$1));
	if (match === null) return;
	const [, what, name, word] = match;
	const family = entryOf(families, name.replace(/^"|"$/g, ""), () => ({
		type: null,
		unit: null
	}));
	if (what === "TYPE") family.type = word;
	else family.unit = word;
}
function addSample(sample, families, series) {
	const { family, part } = partOf(sample.name, families);
	if (part === "skip" || WITHOUT_VALUES.has(families.get(family)?.type ?? "")) return;
	const isDistribution = DISTRIBUTIONS.has(families.get(family)?.type ?? "");
	const labels = new Map(sample.labels);
	const quantile = isDistribution ? labels.get("quantile") : void 0;
	if (isDistribution) for (const own of ["quantile", "le"]) labels.delete(own);
	const id = JSON.stringify([family, ...labels]);
	const none = {
		value: null,
		sum: null,
		count: null,
		unreadable: null,
		repeats: 0
	};
	const one = entryOf(series, id, () => ({
		family,
		labels,
		...none,
		quantiles: /* @__PURE__ */ new Map()
	}));
	const value = numberOf(sample.written);
	if (value === null) one.unreadable ??= sample.written;
	else if (quantile !== void 0) {
		if (one.quantiles.has(quantile)) one.repeats++;
		one.quantiles.set(quantile, value);
	} else {
		if (one[part] !== null) one.repeats++;
		one[part] = value;
	}
}
/**
* Which family a sample belongs to, as what; a suffix counts only behind the name of a family of its type.
*/
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
function metricsOf$2(series, name, family) {
	const word = family.unit ?? name.slice(name.lastIndexOf("_") + 1);
	const { unit, factor } = inUnit(word.length > 4 ? word : "", "");
	const isDistribution = DISTRIBUTIONS.has(family.type ?? "");
	const isTime = isDistribution && unitKind(unit) === "time";
	const id = isTime ? "time" : "value";
	const metric = {
		id,
		unit,
		factor,
		better: isTime ? "lower" : null
	};
	const { sum, count, quantiles, value } = series;
	return [
		isDistribution && sum !== null && count !== null ? summary(metric, "mean", sum / count, { count }) : null,
		...[...quantiles].map(([quantile, value]) => {
			const percent = Number((Number(quantile) * 100).toPrecision(10));
			return summary({
				...metric,
				id: `${id}.p${percent}`
			}, percent === 50 ? "median" : "other", value);
		}),
		numberIn(word, metric, value)
	];
}
const TEXT = String.raw`"([^"\\]*(?:\\[^][^"\\]*)*)"`;
/** In the braces: a label with its text, or a text alone, which is the name. */
const LABEL = new RegExp(String.raw`[ ,]*(?:${TEXT}|([^\s"=,{}]+))(?: *= *${TEXT})?`, "y");
/**
* `name{label="text",…} number [timestamp] [# exemplar]`, also with the name as a text in the braces; null:
* it is none.
*/
function parseSample(line) {
	const start = /^\s*([^\s{}"=,]*) *(\{)?/.exec(line);
	let end = start[0].length;
	let name = start[1];
	const labels = /* @__PURE__ */ new Map();
	if (start[2] !== void 0) {
		LABEL.lastIndex = end;
		for (let found = LABEL.exec(line); found !== null; found = LABEL.exec(line)) {
			end = LABEL.lastIndex;
			const [, quoted, bare, text] = found;
			const label = bare ?? unescaped(quoted);
			if (text === void 0 && quoted !== void 0) name = label;
			else if (text === void 0 || label === "") return null;
			else labels.set(label, unescaped(text));
		}
		const close = /^[ ,]*\}/.exec(line.slice(end));
		if (close === null) return null;
		end += close[0].length;
	}
	const written = /^\s*(\S+)(?:\s+[+-]?[\d.]+(?:e[+-]?\d+)?)?\s*(?:#.*)?$/i.exec(line.slice(end))?.[1];
	return name === "" || written === void 0 ? null : {
		name,
		labels,
		written
	};
}
const unescaped = (text) => text.replace(/\\([^])/g, (_, sign) => sign === "n" ? "\n" : sign);
function numberOf(word) {
	if (/^[+-]?inf(inity)?$/i.test(word)) return word.startsWith("-") ? -Infinity : Infinity;
	if (/^nan$/i.test(word)) return NaN;
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : null;
}

// src/ingest/adapters/pyperf.ts
const metadata = record(string(), unknown()).default({});
const schema = object({
	metadata,
	benchmarks: array(object({
		metadata,
		runs: array(object({
			metadata,
			values
		}))
	}))
});
const METRICS = /* @__PURE__ */ new Map([
	["second", time(1e9)],
	["byte", MEMORY],
	["integer", {
		id: "value",
		unit: "count",
		better: null
	}]
]);
/** Reads pyperf's JSON: each process is a group, its calibration and warm-ups are left out. */
const pyperf = adapter({
	name: "pyperf",
	title: "pyperf: JSON of -o FILE",
	recognises({ json }) {
		const benchmarks = at(json, "benchmarks");
		if (!Array.isArray(benchmarks) || typeof at(json, "version") !== "string") return false;
		const run = at(benchmarks[0], "runs");
		return Array.isArray(run) && !isRecord(at(json, "context")) && (isRecord(at(run[0], "metadata")) || Array.isArray(at(run[0], "values")) || Array.isArray(at(run[0], "warmups")));
	},
	read(input, results) {
		const file = shaped(schema, input, "pyperf");
		const { python_version, python_implementation, platform, cpu_model_name, cpu_count } = file.metadata;
		results.version = firstText(file.metadata["pyperf_version"], file.metadata["perf_version"]);
		results.describe({
			python_version,
			python_implementation,
			platform,
			cpu_model_name,
			cpu_count
		});
		for (const [index, { metadata, runs }] of file.benchmarks.entries()) {
			const word = (key) => firstText(metadata[key], file.metadata[key], runs[0]?.metadata[key]);
			const name = word("name") ?? `benchmark ${index + 1}`;
			const unit = word("unit") ?? "second";
			const metric = METRICS.get(unit) ?? {
				id: "value",
				unit,
				better: null
			};
			if (!METRICS.has(unit)) results.warnings.push(`${name}: the unit ${JSON.stringify(unit.slice(0, 50))} is not known`);
			const groups = runs.map(({ values }) => values ?? []);
			const metrics = [samples(metric, "batch", groups)];
			const measured = groups.some(({ length }) => length > 0);
			results.add({
				name,
				metrics,
				measures: metric,
				message: measured ? null : "no process measured a value"
			});
		}
	}
});
const firstText = (...values) => values.find((value) => typeof value === "string") ?? null;

// src/ingest/adapters/pytest-benchmark.ts
const fileSchema = object({
	version: text.nullish(),
	machine_info: looseObject({}),
	benchmarks: array(object({
		name: text,
		fullname: text.nullish(),
		params: unknown().optional(),
		extra_info: unknown().optional(),
		stats: object({
			data: values,
			...numbers("mean", "stddev", "rounds")
		})
	}))
});
/** Reads `--benchmark-json`, and with mean and deviation only what `--benchmark-save` leaves. */
const pytestBenchmark = adapter({
	name: "pytest-benchmark",
	title: "pytest-benchmark: `--benchmark-json=FILE`",
	empty: "it holds no benchmark, as with pytest-xdist (-n) and with --benchmark-disable",
	twins: "give each test and each set of parameters a name of its own",
	recognises: ({ json }) => isRecord(at(json, "machine_info")) && Array.isArray(at(json, "benchmarks")),
	read(input, results) {
		const { version, machine_info: machine, benchmarks } = shaped(fileSchema, input, "pytest-benchmark");
		results.version = version ?? null;
		results.describe({
			python: machine["python_version"],
			implementation: machine["python_implementation"],
			system: machine["system"],
			machine: machine["machine"],
			cpu: at(machine, "cpu", "brand_raw")
		});
		const places = placesOf(benchmarks);
		for (const [at, written] of benchmarks.entries()) results.add({
			...places[at],
			metrics: metricsOf$1(written)
		});
		if (benchmarks.every(({ stats }) => !stats.data?.length)) results.warnings.push("the file holds no single rounds, only mean and deviation; `--benchmark-json` or `--benchmark-save-data` writes them");
	}
});
/** A test by its parameters, or by its whole id where these do not say all that is in it. */
function placesOf(tests) {
	const places = tests.map((test) => placeOf(test, false));
	const keys = places.map(({ suite, path, name, params }) => keyOf([
		suite,
		...path,
		name
	], params));
	const same = Map.groupBy(keys, (key) => key);
	return places.map((place, at) => same.get(keys[at]).length > 1 ? placeOf(tests[at], true) : place);
}
function placeOf(written, byId) {
	const [suite, ...path] = splitNode(written.fullname ?? written.name);
	const last = path.pop() ?? suite;
	const place = {
		suite: last === suite ? null : suite,
		path
	};
	const bracket = last.endsWith("]") ? last.indexOf("[") : -1;
	const params = paramsOf(written.params);
	if (bracket === -1 || params === null) return {
		...place,
		name: last,
		params: params ?? {}
	};
	return !byId && isToldBy(last.slice(bracket + 1, -1), Object.values(written.params ?? {})) ? {
		...place,
		name: last.slice(0, bracket),
		params
	} : {
		...place,
		name: last,
		params: {}
	};
}
/**
* Whether the values say all of an id, in which pytest joins them by dashes: a part that no value is left for
* is a parameter that is not in the file. The author may have given a value an id of another text.
*/
function isToldBy(id, values) {
	let rest = `-${id}-`;
	const left = values.filter((value) => {
		const form = formsOf(value).find((text) => rest.includes(`-${text}-`));
		if (form !== void 0) rest = rest.replace(`-${form}-`, () => "-");
		return form === void 0;
	});
	return rest === "-" || left.length > 0;
}
/** How pytest may write a value into an id. */
function formsOf(value) {
	if (value === null) return ["None"];
	if (typeof value === "boolean") return [value ? "True" : "False"];
	if (typeof value !== "number") return [String(value)];
	const exponent = value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
	return [
		`${value}.0`,
		String(value),
		exponent
	];
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
function metricsOf$1({ stats, extra_info: extra }) {
	const { data, mean, stddev, rounds } = stats;
	const seconds = time(1e9);
	return [data?.length ? samples(seconds, "round", [data]) : summary(seconds, "mean", mean, {
		spread: spreadOf$1("sd", stddev),
		count: rounds
	}), ...Object.entries(isRecord(extra) ? extra : {}).map(([id, value]) => summary({
		id,
		unit: "",
		better: null
	}, "other", typeof value === "number" ? value : null))];
}

// src/ingest/adapters/size-limit.ts
const MAX_ERROR = 500;
const file = array(object({
	name: string(),
	passed: boolean().nullish(),
	...numbers("size", "running", "loading")
}));
/** Reads `size-limit --json`. Its unit is not in the file: sizes are bytes, times seconds. */
const sizeLimit = adapter({
	name: "size-limit",
	title: "size-limit --json",
	recognises: ({ json }) => Array.isArray(json) && json.some(isCheck) || errorIn(json) !== null,
	read(input, results) {
		const error = errorIn(input.json);
		if (error !== null) throw nothingMeasured(input, `size-limit itself failed: ${error}`, "run size-limit without --json");
		for (const { name, passed, size, running, loading } of shaped(file, input, "size-limit --json")) {
			if (passed === false) results.warnings.push(`${name}: size-limit itself says that it is over its limit`);
			results.add({
				name,
				metrics: [
					exact({
						id: "size",
						unit: "B",
						better: "lower"
					}, size),
					summary({
						...time(1e9),
						id: "running-time"
					}, "other", running),
					summary({
						...time(1e9),
						id: "loading-time"
					}, "other", loading)
				]
			});
		}
	}
});
function isCheck(entry) {
	return isRecord(entry) && typeof entry.name === "string" && entry.value === void 0 && entry.unit === void 0 && (isSize(entry.size) || typeof entry.passed === "boolean" && isSize(entry.running));
}
const isSize = (value) => !Number.isNaN(numeric(value));
/** The first line of what size-limit writes when it fails; nobody knows what the rest holds. */
function errorIn(json) {
	if (!isRecord(json) || Object.keys(json).length > 1 || typeof json.error !== "string") return null;
	return json.error.trim().split("\n", 1)[0].slice(0, MAX_ERROR);
}

// src/ingest/adapters/time-v.ts
const NS_PER_S = 1e9;
const BYTES_PER_KBYTE = 1024;
const COMMAND = "Command being timed: ";
const USER = "User time (seconds)";
const SYSTEM = "System time (seconds)";
const ELAPSED = "Elapsed (wall clock) time (h:mm:ss or m:ss)";
const MEMORY_LABEL = "Maximum resident set size (kbytes)";
const SIGNAL = "Command terminated by signal ";
/** Reads reports of GNU `time -v`; those of one command are processes of one benchmark. */
const timeV = adapter({
	name: "time-v",
	title: "GNU time: /usr/bin/time -v, its standard error",
	tool: "time -v",
	empty: `no line begins with "${COMMAND.trim()}", as those of GNU time -v do`,
	recognises: ({ text }) => text.includes(COMMAND),
	read(input, results) {
		for (const [name, runs] of runsOf(input.text)) {
			const failure = runs.map(failureOf).find((failure) => failure !== null);
			const odd = runs.flatMap(unreadableIn)[0];
			if (failure !== void 0) results.add({
				name,
				status: "failed",
				message: failure
			});
			else if (odd !== void 0) results.add(results.unreadable({ name }, odd));
			else results.add({
				name,
				metrics: metricsOf(runs),
				primary: "time",
				message: "its report has no elapsed time"
			});
		}
	}
});
function runsOf(text) {
	const commands = /* @__PURE__ */ new Map();
	let current = null;
	let signal = null;
	for (const line of linesOf(text)) {
		const trimmed = line.trim();
		if (trimmed.startsWith(SIGNAL)) signal = trimmed.slice(29);
		else if (trimmed.startsWith(COMMAND)) {
			const command = trimmed.slice(21).replace(/^"|"$/g, "");
			current = {
				fields: /* @__PURE__ */ new Map(),
				signal
			};
			signal = null;
			entryOf(commands, command, () => []).push(current);
		} else if (current !== null) {
			const colon = trimmed.lastIndexOf(": ");
			if (colon !== -1) current.fields.set(trimmed.slice(0, colon), trimmed.slice(colon + 2));
		}
	}
	return commands;
}
function metricsOf(runs) {
	const of = (metric, valueOf) => ofProcesses(metric, runs.map(valueOf));
	return [
		of(time(NS_PER_S), elapsedSeconds),
		of({
			...time(NS_PER_S),
			id: "cpu-time"
		}, cpuSeconds),
		of({
			...MEMORY,
			factor: BYTES_PER_KBYTE
		}, (run) => field(run, MEMORY_LABEL))
	];
}
function failureOf({ fields, signal }) {
	const status = fields.get("Exit status");
	if (signal !== null) return `it was ended by signal ${signal}`;
	return status === void 0 || status === "0" ? null : `its exit status was ${status}`;
}
/** What is written in the place of a number and is none. */
function unreadableIn(run) {
	const odd = [
		USER,
		SYSTEM,
		MEMORY_LABEL
	].filter((label) => run.fields.has(label) && field(run, label) === null);
	return (run.fields.has(ELAPSED) && elapsedSeconds(run) === null ? [ELAPSED, ...odd] : odd).map((label) => run.fields.get(label));
}
const field = ({ fields }, label) => decimal(fields.get(label));
function cpuSeconds(run) {
	const [user, system] = [field(run, USER), field(run, SYSTEM)];
	return user === null || system === null ? null : user + system;
}
function elapsedSeconds({ fields }) {
	const text = fields.get(ELAPSED) ?? "";
	const match = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text);
	if (match === null) return null;
	const [, hours = "0", minutes, seconds] = match;
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

// src/ingest/forms/console-table.ts
/** Rows hold stack traces; their ends are not needed. */
const MAX_LINE = 1e5;
const ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	b: "\b",
	f: "\f",
	v: "\v"
};
/**
* The tables in a text that have a column of this name. What something else prints between their lines does
* not end them.
*/
function* consoleTables(text, column) {
	let title = "";
	let table = null;
	for (const coloured of linesOf(text, MAX_LINE)) {
		const line = withoutColours(coloured).trim();
		if (table !== null && /^[┌└]/.test(line)) {
			yield {
				...table,
				isWhole: line.startsWith("└")
			};
			table = null;
		}
		if (!line.startsWith("│")) {
			if (/^[^┌├└]/.test(line)) title = line;
			continue;
		}
		const cells = cellsOf(line);
		if (table === null) {
			if (cells?.some((cell) => column.test(cell)) === true) table = {
				title,
				columns: cells,
				rows: [],
				broken: [],
				isWhole: false
			};
			title = "";
		} else if (cells?.length === table.columns.length) table.rows.push(cells);
		else table.broken.push(line);
	}
	if (table !== null) yield table;
}
/** The cells of a line, texts without their quotes; null: its end is missing. */
function cellsOf(line) {
	if (line.length < 2 || !line.endsWith("│")) return null;
	return line.slice(1, -1).split("│").map((cell) => unquoted(cell.trim()));
}
function unquoted(cell) {
	const quote = cell[0] ?? "";
	if (cell.length < 2 || !"'\"`".includes(quote) || !cell.endsWith(quote)) return cell;
	return cell.slice(1, -1).replace(/\\(?:x([0-9A-F]{2})|u([0-9a-f]{4})|(.))/g, (_, byte, unit, char = "") => byte === void 0 && unit === void 0 ? ESCAPES[char] ?? char : String.fromCharCode(parseInt(byte ?? unit, 16)));
}

// src/ingest/forms/tinybench-statistics.ts
const NS_PER_MS = 1e6;
/**
* Clocks go in steps of 10 to 100 ns. Of shorter times most values are the same step or the next, so that the
* median jumps by a whole one from run to run while nothing deviates from it.
*/
const MANY_STEPS_NS = 2e3;
/** The relative margin that tinybench 2 states is that of a 95 % interval of the mean. */
const RME_LEVEL = .95;
const distribution = object({
	samples: values,
	...numbers("samplesCount", "min", "mean", "p50", "p99", "sd", "sem", "mad")
});
/**
* What tinybench 3 and later says of a task; vitest 5 passes it on. Latency in ms, throughput in operations a
* second.
*/
const taskStatistics = object({
	latency: distribution,
	throughput: distribution.nullish()
});
/** What tinybench 2 says of a task; vitest up to 3 passes it on. Times in ms. */
const flatStatistics = object({
	samples: values,
	...numbers("sampleCount", "min", "mean", "median", "p99", "sd", "sem", "rme", "hz")
});
/** What tinybench 3 and later measured. */
function taskMetrics({ latency, throughput }) {
	if (throughput == null) return timesOf(latency);
	const { p50, mean, sem, samplesCount: count } = throughput;
	const rate = p50 == null ? summary(THROUGHPUT, "mean", mean, {
		spread: spreadOf$1("sem", sem),
		count
	}) : summary(THROUGHPUT, "median", p50, {
		spread: aroundMedian(throughput, latency.p50),
		count
	});
	return [...timesOf(latency), rate];
}
/** What tinybench 2 measured. */
function flatMetrics(flat) {
	const count = flat.sampleCount ?? flat.samples?.length;
	return [...timesOf({
		...flat,
		p50: flat.median,
		samplesCount: count
	}), summary(THROUGHPUT, "mean", flat.hz, {
		spread: relativeMargin(flat.rme, RME_LEVEL),
		count
	})];
}
/**
* What a row of `bench.table()` says, whose cells read `130.00 ± 10.00` and `2474.8 ± 106.66%`. Versions 3 to
* 6 differ in their words; version 2 shows means alone.
*/
function shownMetrics(cell) {
	const shown = (column) => cell(column).split(/ ± /, 2);
	const count = decimal(cell(/^Samples$/));
	const ns = time();
	const [median, mad] = shown(/^Latency med(?:ian)? \(ns\)$/);
	const [mean, margin] = shown(/^Latency (?:avg|average) \(ns\)$/);
	const [medianRate, madOfRate] = shown(/^Throughput med(?:ian)? \(ops\/s\)$/);
	const [p50, rate] = [decimal(median), decimal(medianRate)];
	const around = (shown = "") => {
		const value = decimal(shown);
		return value !== null && value > 0 && p50 >= MANY_STEPS_NS ? {
			kind: "mad",
			value
		} : null;
	};
	const averages = [summary({
		...ns,
		id: "time.mean"
	}, "mean", decimal(mean), {
		spread: marginOf(margin),
		count
	})];
	if (p50 !== null) return [
		summary(ns, "median", p50, {
			spread: around(mad),
			count
		}),
		...averages,
		summary(THROUGHPUT, "median", rate, {
			spread: around(madOfRate),
			count
		})
	].filter((metric) => metric !== null);
	const spread = marginOf(cell(/^Margin$/).replace(/^±/, ""));
	return [
		summary(ns, "mean", decimal(cell(MEAN_2)), {
			spread,
			count
		}),
		...averages,
		summary(THROUGHPUT, "mean", rate2(cell), {
			spread,
			count
		})
	].filter((metric) => metric !== null);
}
const MEAN_2 = /^Average Time \(ns\)$/;
const RATE_2 = /^ops\/sec$/;
/**
* Version 2 shows the rate as a whole number with what stands between thousands where it runs: 1.234 may be
* a thousand times as much as it looks. The mean, of which it is the inverse, tells.
*/
function rate2(cell) {
	const written = cell(RATE_2);
	const readings = [grouped(written), decimal(written.replaceAll(/[.,'\u{2019}\u{a0}\u{202f}]/gu, ""))];
	const rate = 1e9 / (decimal(cell(MEAN_2)) ?? NaN);
	return readings.find((value) => value !== null && Math.abs(value / rate - 1) < .1) ?? readings[0];
}
/** The first number of a row that is in another notation than those that are read; null: there is none. */
function oddNumber(cell) {
	const words = [
		/^Latency med/,
		/^Latency a/,
		/^Throughput med/,
		MEAN_2
	].flatMap((column) => cell(column).split(/ ± /, 2).map((word) => word.replace(/%$/, "")));
	const isOdd = (word) => isDigits(word) && decimal(word) === null;
	const rate = cell(RATE_2);
	return words.find(isOdd) ?? (isDigits(rate) && rate2(cell) === null ? rate : null);
}
const marginOf = (percent = "") => relativeMargin(decimal(percent.replace(/%$/, "")), RME_LEVEL);
/** A pause can make the standard deviation ten times as large; the one around the median hardly moves. */
function aroundMedian({ sd, mad }, medianMs) {
	const hasManySteps = medianMs != null && medianMs * NS_PER_MS >= MANY_STEPS_NS;
	return mad != null && mad > 0 && hasManySteps ? {
		kind: "mad",
		value: mad
	} : spreadOf$1("sd", sd);
}
function timesOf(times) {
	const { samples: calls, samplesCount: count, min, mean, p50, p99, sd, sem } = times;
	const ms = time(NS_PER_MS);
	return [
		calls?.length ? samples(ms, "iteration", [calls]) : p50 == null ? summary(ms, "mean", mean, {
			spread: spreadOf$1("sd", sd),
			count
		}) : summary(ms, "median", p50, {
			spread: aroundMedian(times, p50),
			count
		}),
		...parts(ms, { min }),
		summary({
			...ms,
			id: "time.mean"
		}, "mean", mean, {
			spread: spreadOf$1("sem", sem),
			count
		}),
		...parts(ms, { p99 })
	];
}

// src/ingest/adapters/tinybench.ts
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
/** The column of `bench.table()` that names a task, since version 2. */
const NAME = /^Task [Nn]ame$/;
/** How long what stands above a table took, which differs from run to run. */
const TIME_IN_TITLE = /\d\s*(?:[nuµm]?s|sec|min)\b/;
const REMEDY = "print console.table(bench.table()), or write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })";
/**
* Reads what scripts write of tinybench's results: the tables of `console.table(bench.table())`, JSON of
* `{ tasks, results }`, or a list of results each with its name. Version 6 keeps its fields private, so that
* tasks alone become `{}`.
*/
const tinybench = adapter({
	name: "tinybench",
	title: "tinybench: console.table(bench.table()), JSON of { tasks, results }, or a list of { name, result }",
	recognises({ json, text }) {
		if (json === void 0) return /│\s*Task [Nn]ame\s*│/.test(text);
		const results = isRecord(json) ? json.results : json;
		return Array.isArray(results) && results.some((entry) => isResult(isRecord(entry) ? entry.result ?? entry : null));
	},
	read(input, results) {
		if (input.json === void 0) {
			const tables = [...consoleTables(input.text, NAME)];
			if (tables.length === 0) throw refusal(input, "it holds neither a table of tinybench nor JSON", REMEDY);
			return addTables(tables, results);
		}
		const { group, tasks } = tasksOf(input);
		for (const { name, result, error } of tasks) {
			const path = group === null ? [] : [group];
			if (at(result, "state") === "aborted-with-statistics") {
				const key = keyOf([...path, name]);
				results.warnings.push(`${key}: it was aborted; what it measured until then counts`);
			}
			results.add({
				path,
				name,
				...measured(input, result, error, results)
			});
		}
	}
});
/** Tables of tasks with one name each are told apart by what is printed above them, such as `bench.name`. */
function addTables(tables, results) {
	const titles = new Set(tables.map(({ title }) => title));
	const names = tables.map(({ columns, rows }) => {
		const at = columns.findIndex((column) => NAME.test(column));
		return rows.map((row) => row[at]);
	});
	const hasTwins = new Set(names.flat()).size < names.flat().length;
	const isTitled = titles.size === tables.length && ![...titles].some((one) => one === "" || TIME_IN_TITLE.test(one));
	if (tables.some(({ isWhole }) => !isWhole)) results.warnings.push("a table was cut off; benchmarks at its end may be missing");
	for (const [i, { title, columns, rows, broken }] of tables.entries()) {
		for (const line of broken) results.unread.add("form", line);
		const path = hasTwins && isTitled ? [title] : [];
		for (const [j, row] of rows.entries()) {
			const place = {
				path,
				name: names[i][j]
			};
			const cell = (wanted) => row[columns.findIndex((column) => wanted.test(column))] ?? "";
			const error = cell(/^Error$/);
			const metrics = shownMetrics(cell);
			const odd = oddNumber(cell);
			if (odd !== null) results.add(results.unreadable(place, odd));
			else if (metrics.length > 0) results.add({
				...place,
				metrics
			});
			else results.add({
				...place,
				status: "failed",
				message: error === "" ? cell(/^Remarks$/) : error
			});
		}
	}
}
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
/** How a task ended, given what tinybench says of it. */
function measured(input, json, shownError, results) {
	const { state, error, runtime, runtimeVersion } = shaped(result, input, "tinybench", json);
	if (runtime != null) results.describe({ runtime: [runtime, runtimeVersion ?? ""].join(" ").trim() });
	if (state === "errored" || error != null) {
		const message = isRecord(error) ? error.message ?? shownError : error;
		return {
			status: "failed",
			message: typeof message === "string" ? message : null
		};
	}
	if (state === "not-started" || state === "started") return {
		status: "skipped",
		message: `its state is ${state}`
	};
	if (state === "aborted") return {
		status: "failed",
		message: "it was aborted"
	};
	return { metrics: isRecord(json) && isRecord(json.latency) ? taskMetrics(shaped(taskStatistics, input, "tinybench", json)) : flatMetrics(shaped(flatStatistics, input, "tinybench", json)) };
}

// src/ingest/adapters/vitest.ts
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
const vitest = adapter({
	name: "vitest",
	title: "vitest bench: --reporter=json (version 5) or --outputJson (versions 2 to 4)",
	recognises: ({ json }) => hasReport(json) || hasOutput(json) || isStoredResult(json),
	read(input, results) {
		const { json } = input;
		if (isStoredResult(json)) throw refusal(input, "it is one result that vitest stored (writeResult), without the name of its benchmark; use --reporter=json --outputFile.json=FILE");
		if (Array.isArray(at(json, "files"))) addOutput(results, shaped(output, input, "vitest bench --outputJson"));
		else addReport(results, shaped(report, input, "vitest bench --reporter=json"));
	}
});
const hasReport = (json) => hasBenchmarks(at(json, "testResults"), "assertionResults");
const hasOutput = (json) => hasBenchmarks(at(json, "files"), "groups");
const isStoredResult = (json) => isRecord(at(json, "latency")) && isRecord(at(json, "throughput")) && at(json, "period") !== void 0 && at(json, "name") === void 0;
/** Whether one of the files has an entry with a list of benchmarks in its list `name`. */
const hasBenchmarks = (files, name) => listOf(files).some((file) => listOf(at(file, name)).some((entry) => Array.isArray(at(entry, "benchmarks"))));
const listOf = (value) => Array.isArray(value) ? value : [];
function addReport(results, { testResults }) {
	const suites = suiteNames(testResults.map(({ name }) => name));
	for (const { name, status, message, assertionResults } of testResults) {
		const suite = suites.get(name) ?? name;
		if (assertionResults.length === 0 && status === "failed") results.add({
			key: suite,
			suite,
			name: suite,
			status,
			message
		});
		for (const test of assertionResults) addTest(results, test, suite);
	}
}
function addTest(results, { ancestorTitles, title, status, failureMessages, benchmarks }, suite) {
	const tasks = benchmarks?.flatMap(({ tasks }) => tasks) ?? [];
	const message = failureMessages?.[0];
	if (tasks.length === 0) {
		const ended = ENDED.get(status);
		if (ended !== void 0) results.add({
			suite,
			path: ancestorTitles,
			name: title,
			status: ended,
			message
		});
		return;
	}
	const path = [...ancestorTitles, title];
	const warn = (what) => results.warnings.push(`${keyOf([suite, ...path])}: ${what}`);
	if (status === "failed") warn(`the test failed${message ? `: ${firstLine(message)}` : ""}`);
	const fresh = tasks.filter(({ fromStore }) => fromStore !== true);
	if (fresh.length < tasks.length) warn(`${tasks.length - fresh.length} results of an earlier run (bench.from) were left out`);
	for (const task of fresh) results.add({
		suite,
		path,
		name: task.name,
		metrics: taskMetrics(task)
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
function addOutput(results, { files }) {
	for (const { fullName, benchmarks } of files.flatMap(({ groups }) => groups)) {
		const [suite = "", ...path] = fullName.split(BETWEEN_TITLES);
		for (const benchmark of benchmarks) results.add({
			suite,
			path,
			name: benchmark.name,
			metrics: flatMetrics(benchmark)
		});
	}
}

// src/ingest/registry.ts
/**
* Its signature would fit other tools' files too, so that it is asked only when no other adapter knows the
* file.
*/
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
const MAX_WARNINGS$1 = 100;
/**
* What a tool's output says. An explicit format wins over what the content looks like; without one exactly
* one adapter has to know it. Throws a UserError ('results') that names the file, what is wrong with it, and
* the formats in question.
*/
const ingest = (raw, format) => understand(raw, format).file;
/** What a tool's output says, with the name of the adapter that read it. */
function understand(raw, format) {
	const given = inputOf(raw, format);
	const { adapter, part, whereabouts, problem } = format === null ? detected(given) : named(format, given);
	const file = read(adapter, part, problem);
	const warnings = whereabouts === void 0 ? file.warnings : [whereabouts(), ...file.warnings];
	return {
		adapter: adapter.name,
		file: {
			...file,
			warnings: shortened(warnings)
		}
	};
}
function inputOf({ path, bytes, files, times = /* @__PURE__ */ new Map() }, format) {
	if (files !== null) {
		if (files.size === 0) throw refusal({ path }, "the directory holds no text file", "name the one that the tool wrote");
		return {
			input: {
				path,
				text: "",
				json: void 0,
				files,
				times
			},
			problem: null
		};
	}
	if (bytes.length > MAX_BYTES) throw refusal({ path }, `it is larger than ${MAX_BYTES / 2 ** 20} MiB`, "write a summary instead of every sample");
	const text = decode(bytes);
	if (text === null) throw refusal({ path }, "it is no text", "name the file that the tool wrote, unpacked");
	if (text.trim() === "") throw nothingMeasured({ path }, "it is empty", format === null || format === "pytest-benchmark" ? EMPTY_FILE : void 0);
	const conflict = conflictIn(text);
	if (conflict !== null) throw refusal({ path }, `it holds a merge conflict, which begins in line ${conflict}`, "resolve it, or write the file again with the tool");
	const { json, problem } = parseJsonText(text);
	if (isEmpty(json)) throw nothingMeasured({ path }, `it is an empty ${Array.isArray(json) ? "list" : "object"}: nothing was measured`);
	return {
		input: {
			path,
			text,
			json,
			files: null
		},
		problem: problem === null ? null : `it begins like JSON, but ${problem}`
	};
}
/** The line in which git wrote the first of the three marks of a merge conflict; null: not all are there. */
function conflictIn(text) {
	const start = text.search(/^<{7} /m);
	const middle = start === -1 ? -1 : text.indexOf("\n=======", start);
	if (middle === -1 || !text.includes("\n>>>>>>> ", middle)) return null;
	return lineAt(text, start);
}
const EMPTY_FILE = "check that the tool ran to its end; pytest-benchmark leaves an empty file with pytest-xdist (-n) and with --benchmark-disable";
const isEmpty = (json) => typeof json === "object" && json !== null && Object.keys(json).length === 0;
/** What tools call the list of their results. */
const RESULT_LISTS = [
	"results",
	"benchmarks",
	"testResults",
	"tasks",
	"files"
];
/** The list in which a tool would have written its results, had there been one; null: there is none. */
function emptyListIn(json) {
	if (!isRecord(json)) return null;
	const isEmptyList = (name) => Array.isArray(json[name]) && json[name].length === 0;
	return RESULT_LISTS.find(isEmptyList) ?? null;
}
function named(format, { input, problem }) {
	const adapter = adapterOf(format);
	if (adapter.recognises(input)) return {
		adapter,
		part: input,
		problem
	};
	const inside = piecesOf(input);
	return onlyPiece([adapter], input, inside.pieces) ?? {
		adapter,
		part: input,
		problem: problem ?? inside.problem
	};
}
function adapterOf(format) {
	const found = ADAPTERS.find(({ name }) => name === format);
	if (found !== void 0) return found;
	const near = didYouMean(format, ADAPTERS.map(({ name }) => name));
	throw new UserError("results", `there is no format ${JSON.stringify(format.slice(0, 100))}`, near === null ? `the formats are ${names(ADAPTERS)}` : `did you mean ${near}? The formats are ${names(ADAPTERS)}`);
}
function detected({ input, problem }) {
	const matching = KNOWN.filter((adapter) => adapter.recognises(input));
	const [only, second] = matching;
	if (second !== void 0) throw ambiguous(input, matching);
	const whole = only ?? (LAST.recognises(input) ? LAST : void 0);
	if (whole !== void 0) return {
		adapter: whole,
		part: input,
		problem
	};
	const inside = piecesOf(input);
	const piece = onlyPiece(KNOWN, input, inside.pieces) ?? onlyPiece([LAST], input, inside.pieces);
	if (piece !== null) return piece;
	const other = otherOutput(input.text);
	if (other !== null) throw refusal(input, other.what, other.instead);
	const empty = emptyListIn(input.json);
	if (empty !== null) throw nothingMeasured(input, `its list \`${empty}\` is empty: nothing was measured`);
	const broken = problem ?? inside.problem;
	throw broken === null ? refusal(input, "no format was recognised", `name one with \`format:\` or --format: ${names(ADAPTERS)}`) : refusal(input, broken, "write it again with the tool");
}
const KNOWN = ADAPTERS.filter((adapter) => adapter !== LAST);
const ambiguous = (input, adapters) => refusal(input, `it looks like ${names(adapters)}`, "say which it is with `format:` in the config or --format");
/** JSON among other lines: a library that prints one when it is loaded does not make a tool unreadable. */
const piecesOf = (input) => input.files === null && input.json === void 0 ? jsonPieces(input.text) : {
	pieces: [],
	problem: null
};
/** The piece of JSON that one of these adapters knows; throws where there are several. */
function onlyPiece(adapters, input, pieces) {
	const found = pieces.flatMap(({ text, json, whereabouts }) => {
		const part = {
			...input,
			text,
			json
		};
		return adapters.filter((adapter) => adapter.recognises(part)).map((adapter) => ({
			adapter,
			part,
			whereabouts,
			problem: null
		}));
	});
	const [only, second] = found;
	if (only === void 0) return null;
	if (second === void 0) return only;
	const different = adapters.filter((adapter) => found.some((one) => one.adapter === adapter));
	if (different.length > 1) throw ambiguous(input, different);
	throw refusal(input, `it holds ${found.length} results of ${only.adapter.name}`, "write each into a file of its own");
}
function read(adapter, input, problem) {
	try {
		return adapter.read(input);
	} catch (error) {
		if (error instanceof UserError && problem !== null && !error.message.includes(problem)) throw new UserError(error.code, `${error.message}; ${problem}`, error.remedy, {
			cause: error,
			topic: error.topic
		});
		throw error;
	}
}
function shortened(warnings) {
	if (warnings.length <= MAX_WARNINGS$1) return [...warnings];
	return [...warnings.slice(0, MAX_WARNINGS$1), `and ${warnings.length - MAX_WARNINGS$1} more warnings`];
}
const names = (adapters) => adapters.map(({ name }) => name).join(", ");

// src/ingest/read-input.ts
/** Files of one directory that are looked at. */
const MAX_FILES = 2e4;
const MAX_DEPTH = 50;
/** Results are in files like these; reports beside them are pages and pictures. */
const RESULT_NAME = /(^|\/)[^./]+$|\.(json|ndjson|jsonl|csv|xml|txt|log|out|prom)$/i;
/**
* Reads a result file, or the text files of a directory. Symbolic links inside a directory are followed to
* files of the same directory only; one that leaves it is a UserError, as are too many files, too many bytes,
* and what is no file.
*/
async function readInput(path, { project = null, limits = {
	bytes: MAX_BYTES,
	files: MAX_FILES
} } = {}) {
	try {
		const status = await stat(path);
		if (project !== null) refuseForeign(path, await problemInProject(project, path));
		if (status.isDirectory()) return {
			path,
			bytes: "",
			...await readTree(path, limits, project)
		};
		const times = /* @__PURE__ */ new Map([["", status.mtimeMs]]);
		return {
			path,
			bytes: await readFile$1(path, {
				shown: path,
				limit: limits.bytes,
				root: project,
				flags: 0
			}),
			files: null,
			times
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
/** Whether a path that no file has by that name may stand for several. */
const isGlob = (pattern) => /[*?{[]/.test(pattern);
/**
* What a person means by `pattern`: the file or folder of that name, else what matches it as a glob below the
* project, or where the person is, sorted, and one more than `limit` at most. `shown` is relative to that
* where the pattern is. Throws a UserError when nothing does.
*/
async function matchingPaths(pattern, project, limit) {
	const directory = project ?? ".";
	const named = (shown) => ({
		path: resolve(directory, shown),
		shown
	});
	if (await stat(resolve(directory, pattern)).catch(() => null) !== null || !isGlob(pattern)) return [named(pattern)];
	const found = [];
	const exclude = (path) => project !== null && isGitFolder(basename(path));
	for await (const path of glob(pattern, {
		cwd: directory,
		exclude
	})) {
		found.push(path.split(sep).join("/"));
		if (found.length > limit) break;
	}
	if (found.length === 0) throw failure(pattern, "no file matches it");
	return found.sort().map(named);
}
async function readTree(root, limits, project) {
	const realRoot = await realpath(root);
	const files = /* @__PURE__ */ new Map();
	const times = /* @__PURE__ */ new Map();
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
			if (project !== null && isGitFolder(entry.name)) continue;
			const path = join(folder.path, entry.name);
			const name = relative(realRoot, path).split(sep).join("/");
			if (entry.isDirectory()) pending.push({
				path,
				depth: folder.depth + 1
			});
			else if (entry.isFile() || entry.isSymbolicLink()) {
				const target = entry.isSymbolicLink() ? await realpath(path) : path;
				if (target !== realRoot && !target.startsWith(realRoot + sep)) throw failure(root, `${name} is a symbolic link that leaves it`);
				const status = await stat(target);
				if (!RESULT_NAME.test(name) || !status.isFile()) continue;
				times.set(name, status.mtimeMs);
				const bytes = await readFile$1(target, {
					shown: `${root}/${name}`,
					limit: left,
					root: project,
					flags: constants$1.O_NOFOLLOW
				});
				left -= bytes.length;
				const text = decode(bytes);
				if (text !== null) files.set(name, text);
			}
		}
	}
	return {
		files,
		times
	};
}
function refuseForeign(shown, problem) {
	if (problem !== null) throw refusal({ path: shown }, `it ${problem}`, "name a file or folder of the project");
}
/** `root`: the folder that must hold it; null: any may. */
async function readFile$1(path, { shown, limit, root, flags }) {
	const handle = await open(path, constants$1.O_RDONLY | constants$1.O_NONBLOCK | flags);
	try {
		if (root !== null) refuseForeign(shown, await problemOfOpened(root, handle, path));
		const status = await handle.stat();
		if (!status.isFile()) throw failure(shown, "it is neither a file nor a directory");
		const stream = handle.createReadStream({
			end: limit,
			highWaterMark: 2 ** 20,
			autoClose: false
		});
		const bytes = status.size > limit ? null : Buffer.concat(await stream.toArray());
		if (bytes === null || bytes.length > limit) throw failure(shown, `it is larger than ${Math.floor(limit / 2 ** 20)} MiB`);
		return bytes;
	} finally {
		await handle.close();
	}
}
const failure = (path, why, cause) => refusal({ path }, why, "name the file or directory that the tool wrote", cause);
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

// src/gate/read-results.ts
/** Values from which on a median says something that the low quantile does not. */
const MIN_FOR_MEDIAN = 3;
/**
* Reads what a tool left after one execution, with one value a metric: an execution is one process of a
* block.
*/
const readResults = async (from, format) => {
	const raw = "path" in from ? await readShown(from) : {
		path: "standard output",
		bytes: from.text,
		files: null
	};
	const file = ingest(raw, format);
	return {
		benchmarks: file.benchmarks.filter(({ status }) => status !== "skipped").map(toolBenchmark),
		warnings: file.warnings,
		conditions: conditionsOf([file])
	};
};
/** Reads a file or folder. `shown` is the name by which people know it. */
async function readShown({ path, shown, project }) {
	try {
		return {
			...await readInput(path, { project }),
			path: shown
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(error.code, error.message.replaceAll(path, shown), error.remedy, {
			cause: error,
			topic: error.topic
		});
	}
}
/**
* The results at these paths or matching these globs, each file or folder by itself, in the order given and
* by name within a glob. They must lie in `project`, to which the paths are relative; null: a person named
* them, relative to where they are. Throws a UserError where one cannot be read, a pattern matches nothing,
* or there are too many.
*/
async function readResultFiles(patterns, format, project = null) {
	const paths = /* @__PURE__ */ new Map();
	for (const pattern of patterns) {
		refuseUnfit(pattern);
		for (const { path, shown } of await matchingPaths(pattern, project, 100)) paths.set(path, shown);
	}
	if (paths.size > 100) throw new UserError("results", `there are more than ${100} result files`, "Name them more narrowly.");
	const results = [];
	const times = /* @__PURE__ */ new Map();
	for (const [path, shown] of paths) {
		const raw = await readShown({
			path,
			shown,
			project
		});
		const time = raw.times?.get("");
		if (time !== void 0) times.set(shown, time);
		results.push({
			name: shown,
			file: ingest(raw, format)
		});
	}
	return results.map((one) => withLeftovers(one, leftoversAmong(times, [...times.keys()])));
}
/** By the rule for globs of the config file: a few braces stand for more paths than can be looked for. */
function refuseUnfit(pattern) {
	const unfit = isGlob(pattern) ? checkGlob(pattern) : null;
	if (unfit === null) return;
	const message = `cannot read the results in ${quoted(pattern)}: ${unfit.message}`;
	throw new UserError("results", message, unfit.remedy, { topic: "results" });
}
/** A file that is hours older than the others of its side warns of that. */
const withLeftovers = ({ name, file }, leftovers) => ({
	name,
	file: leftovers.has(name) ? {
		...file,
		warnings: [...file.warnings, OLDER]
	} : file
});
const OLDER = "it is hours older than the newest of these files. Left over from another run? Remove it before the run.";
function toolBenchmark({ key, occurrence, status, message, metrics, measures, version }) {
	return {
		name: key,
		occurrence,
		...version && { version },
		...measures && { measures },
		failure: status === "ok" ? null : message ?? "its tool says that it failed",
		metrics: metrics.flatMap(rawMetrics)
	};
}
/** The value of one metric in an execution or a file, in its own unit; beside a time also its median. */
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
		value: valueOf(data, {
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
* The number that represents an execution. For samples it is, in each group, the 10th percentile of times and
* the 90th of rates, the ends that other load on the machine affects last, and the median of everything else;
* then the median of the groups.
*/
function valueOf(data, { unit, better }) {
	switch (data.kind) {
		case "exact": return data.value;
		case "summary": return data.centre;
		case "samples": {
			const share = shareOf(unit, better);
			return quantile(data.groups.map((group) => quantile(group, share)), .5);
		}
	}
}
function shareOf(unit, better) {
	if (!isTimed(unit)) return .5;
	return (better ?? unitOf(unit).better) === "lower" ? .1 : .9;
}
function medianOf(data) {
	if (data.kind !== "samples" || data.groups.every(({ length }) => length < MIN_FOR_MEDIAN)) return null;
	return quantile(data.groups.map((group) => quantile(group, .5)), .5);
}

// src/gate/external-results.ts
const MAX_WARNINGS = 100;
/** Characters of a suite, which is a path or the name of a tool. */
const MAX_SUITE = 2e3;
/**
* Reads the files of both sides. Several files of a side are several runs of the same benchmarks; a benchmark
* that one file lacks is known from the others. Throws a UserError where the files hold nothing that can be
* compared, or too many benchmarks.
*/
function readSides(sides, { metrics }) {
	const catalog = new Catalog(metrics);
	const suites = /* @__PURE__ */ new Map();
	const read = {
		base: readSide("base", sides.base, catalog, suites),
		head: readSide("head", sides.head, catalog, suites)
	};
	const { benchmarks } = catalog;
	for (const [id, { metrics: known }] of benchmarks) {
		if (known.length > 0 || SIDES.some((side) => read[side].failed.has(id))) continue;
		benchmarks.delete(id);
		for (const side of SIDES) read[side].failures.delete(id);
	}
	if (benchmarks.size === 0) {
		const [why = "every benchmark was skipped"] = catalog.warnings;
		throw new UserError("no-benchmarks", `the result files hold nothing to compare: ${why}`, "Run `benchgate ingest` to see all that is in them.");
	}
	for (const suite of new Set([...benchmarks.values()].map((benchmark) => benchmark.suite))) catalog.assumeSame(suite);
	const ofFiles = warningsOf([...sides.base, ...sides.head]);
	const { base, head } = read;
	return {
		survey: {
			benchmarks: [...benchmarks.values()],
			failures: [],
			lateErrors: [],
			indivisible: [],
			warnings: listed([...catalog.warnings, ...ofFiles])
		},
		values: {
			base: base.values,
			head: head.values
		},
		data: {
			base: base.data,
			head: head.data
		},
		failures: {
			base: base.failures,
			head: head.failures
		}
	};
}
/**
* Reads the files of one side and adds their benchmarks and metrics to the catalog. `failed` holds what the
* tools report as failed, and `suites` the suite of each name so far.
*/
function readSide(side, files, catalog, suites) {
	const values = [];
	const data = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	const failed = /* @__PURE__ */ new Set();
	const named = /* @__PURE__ */ new Map();
	for (const { file } of files) {
		const ofFile = /* @__PURE__ */ new Map();
		values.push(ofFile);
		for (const benchmark of file.benchmarks) {
			if (benchmark.status === "skipped") continue;
			const { occurrence } = benchmark;
			const name = normalName(benchmark.key);
			const local = nameText(name, occurrence);
			const suite = suites.get(local) ?? (benchmark.suite ?? file.tool).slice(0, MAX_SUITE);
			suites.set(local, suite);
			const key = {
				suite,
				name,
				occurrence
			};
			const place = {
				file: null,
				line: null,
				hash: benchmark.version ?? ""
			};
			const id = catalog.register({
				...key,
				source: "command",
				side
			}, place);
			named.set(id, (named.get(id) ?? 0) + 1);
			const found = catalog.values(id, side, benchmark.metrics.flatMap(rawMetrics));
			if (benchmark.status === "failed") failed.add(id);
			catalog.foresee(id, benchmark.measures);
			if (Object.keys(found).length === 0) noteFailure(failures, id, benchmark);
			else ofFile.set(id, found);
			collect(data, id, benchmark, found);
		}
	}
	for (const [id, failure] of failures) {
		const of = named.get(id);
		failures.set(id, {
			...failure,
			of,
			excluded: failure.processes === of
		});
	}
	return {
		values,
		data,
		failures,
		failed
	};
}
/** What the files warn of, each sentence once with the first file that holds it. */
function warningsOf(results) {
	const names = /* @__PURE__ */ new Map();
	for (const { name, file } of results) for (const warning of file.warnings) entryOf(names, warning, () => /* @__PURE__ */ new Set()).add(name);
	return [...names].map(([warning, files]) => {
		const [first] = files;
		return `${first}${files.size > 1 ? ` and ${plural(files.size - 1, "more file")}` : ""}: ${warning}`;
	});
}
function listed(warnings) {
	const shown = [...new Set(warnings)].slice(0, MAX_WARNINGS).map((warning) => warning.slice(0, MAX_MESSAGE$2));
	const more = new Set(warnings).size - shown.length;
	return more > 0 ? [...shown, `and ${more} more warnings of the result files`] : shown;
}
function noteFailure(failures, id, { status, message }) {
	const why = status === "failed" ? message ?? "its tool says that it failed" : "nothing that it reports can be compared";
	const { processes = 0, message: first = why } = failures.get(id) ?? {};
	failures.set(id, {
		message: first.slice(0, MAX_MESSAGE$2),
		processes: processes + 1,
		of: 0,
		excluded: false
	});
}
/**
* Keeps the data of metrics that have a value. A metric without one has another unit than before, or cannot
* be compared.
*/
function collect(data, id, { metrics }, values) {
	const ofBenchmark = data.get(id) ?? /* @__PURE__ */ new Map();
	data.set(id, ofBenchmark);
	for (const metric of metrics) if (Object.hasOwn(values, metric.id)) ofBenchmark.set(metric.id, [...ofBenchmark.get(metric.id) ?? [], metric.data]);
}
/** Characters of a tool's name and version. */
const MAX_TOOL = 200;
/** The name of the form that belongs to no tool. */
const NO_TOOL = "custom";
/** The tools that wrote the files, each with its version where that is known. */
const toolsOf = (files) => [...new Set(files.flatMap(({ file: { tool, version } }) => tool === NO_TOOL ? [] : `${tool} ${version ?? ""}`.trim().slice(0, MAX_TOOL)))];
/**
* Turns result files of head into evidence: each file is one process, and base was not measured. Whoever
* judges the evidence decides what replaces base. Throws a UserError as `readSides` does.
*/
function resultsEvidence(files, o) {
	const { survey, values, failures } = readSides({
		base: [],
		head: files
	}, o.config);
	return {
		schema: 3,
		command: o.command,
		seed: o.seed,
		filter: null,
		base: o.base,
		head: o.head,
		environment: {
			...o.environment,
			measuredOn: conditionsOf(files.map(({ file }) => file))
		},
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
/** A benchmark's values in the files that have it, four a block. Their order has no meaning. */
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

// src/action/results.ts
/**
* Result files that earlier steps of the workflow wrote, as what a gate or a record would have measured.
* Throws a UserError.
*/
async function evidenceOfResults({ inputs, project, env, runtime }, o) {
	const files = await readResultFiles(inputs.results, inputs.format, project);
	return resultsEvidence(files, {
		...o,
		seed: "",
		environment: readEnvironment(env, runtime.host)
	});
}

export { readResults as i, rawMetrics as n, readResultFiles as r, evidenceOfResults as t };