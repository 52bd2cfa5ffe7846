import { n as __require, t as __commonJSMin } from "./action-rolldown-runtime.js";
import path, { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import * as os$1 from "os";
import { stripVTControlCharacters } from "node:util";
import { once } from "node:events";
import { hash, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { appendFile, lstat, mkdir, mkdtemp, open, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import os, { constants as constants$1, tmpdir } from "node:os";
import { constants as constants$2, existsSync, statSync, statfsSync } from "node:fs";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error$1(message);
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error$1(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}

// package.json
var version$2 = "0.1.0";

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
/**
* What docs/troubleshooting.md has a section on: the message as its heading, with `…` for what varies. A test
* holds the messages to it.
*/
const TOPICS = {
	"no-suites": "no file of head matches suites: …",
	"no-bench-calls": "the suites of head hold no benchmark: …",
	"no-command-results": "the commands of head reported no benchmark",
	"changing-names": "the suites of head hold no benchmark with a fixed name: …",
	"nothing-gated": "none of the … benchmarks has a budget for what it reports, so there is nothing to check",
	"no-match": "no benchmark matches --filter …",
	"nothing-measured": "nothing was measured: …",
	"no-block": "the time limit of … s was used up before one block was complete…",
	"no-time": "the time limit was used up before anything was measured: …",
	setup: "… does not build: …",
	dependencies: "… cannot use the installed dependencies: …",
	"no-base": "… Nothing can stand in for it: …",
	"checkout-changed": "… changed while …: …",
	"first-commit": "… is the first commit of the repository: nothing lies before it to compare with",
	"no-parent": "The parent … of … is not in this shallow clone and could not be fetched",
	"no-default-branch": "No default branch was found to take the merge base with …",
	"no-common-ancestor": "… and … have no common ancestor.…",
	"unknown-ref": "… is no branch, tag or commit of this repository",
	"no-repository": "… is not in a git repository",
	"two-config-files": "There are … config files: …",
	"limit-unit": "… is written in …, and … reports it in …",
	results: "cannot read the results in …: …",
	"nothing-recorded": "There is no branch … on …: nothing is recorded yet",
	"store-refused": "The baseline branch … could not be …: …",
	"pull-request-target": "pull_request_target runs with a token that can write …",
	"fork-token": "This pull request comes from a fork, and …: its code could take the token.",
	input: "An input is wrong: …"
};
/** A mistake with its way out: `message` says what and where, `remedy` says what to do next. */
var UserError = class extends Error {
	name = "UserError";
	code;
	remedy;
	/** Where docs/troubleshooting.md says more. */
	topic;
	constructor(code, message, remedy, { topic = null, ...options } = {}) {
		super(message, options);
		this.topic = topic;
		this.code = code;
		this.remedy = remedy;
	}
	/** The process exit code that this mistake leads to. */
	get exitCode() {
		return ERROR_CODES[this.code];
	}
};
/** Throws when a condition that only a bug can break is broken. */
function invariant(condition, what) {
	if (!condition) throw new Error(`bug in benchgate: ${what}`);
}

// src/files/project-path.ts
/** File systems of Macs pass over these within a name. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
const IN_GIT = "lies in `.git`, which belongs to git";
/** Whether a step of a path is, on some system, the folder in which git keeps a repository. */
function isGitFolder(step) {
	const name = step.replace(IGNORED, "").replace(/[. ]+$/, "");
	return /^(\.git|git~1)$/i.test(name);
}
/**
* What is wrong with a path or glob as it is written; null: nothing. `place` is what it is relative to, and
* `root` what it must not leave.
*/
function problemOfPath(path, place, root = "the project") {
	if (/[\p{C}\p{Zl}\p{Zp}]/u.test(path)) return {
		problem: "holds a control character",
		remedy: "Remove it."
	};
	if (/^([/\\~]|[a-z]:)/i.test(path)) return {
		problem: "is an absolute path",
		remedy: `Write it relative to ${place}.`
	};
	const steps = path.split(/[/\\]/);
	if (steps.includes("..")) return {
		problem: `leaves ${root}`,
		remedy: `Write it without \`..\`, relative to ${place}.`
	};
	if (path.includes("\\")) return {
		problem: "holds a backslash",
		remedy: "Separate folders with `/`."
	};
	return steps.some(isGitFolder) ? {
		problem: IN_GIT,
		remedy: "Name a place outside of `.git`."
	} : null;
}
/**
* Why something of a project may not be used, by where it really is, as the end of a sentence; null: it may,
* or nothing is there. Links that stay within the project are followed.
*/
async function problemInProject(project, path, root = "the project") {
	const real = await realpath(path).catch(() => null);
	const leaves = `leaves ${root}`;
	const behindLink = `lies behind a link that ${leaves}`;
	const problem = real === null ? null : problemOfPlace(await realpath(project), real, behindLink);
	return problem && (problemOfPlace(resolve(project), resolve(path), leaves) ?? problem);
}
/**
* Why what was opened may not be read, like `problemInProject`. Where the system says where an open file is,
* that counts: by now the path may lead elsewhere.
*/
async function problemOfOpened(project, handle, path) {
	const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => realpath(path));
	return problemOfPlace(await realpath(project), opened, "lies behind a link that leaves the project");
}
function problemOfPlace(root, path, leaves) {
	const inside = relative(root, path);
	const steps = inside.split(sep);
	if (steps[0] === ".." || isAbsolute(inside)) return leaves;
	return steps.some(isGitFolder) ? IN_GIT : null;
}

// src/model/config.ts
/** Where a project's config file is looked for, relative to its root. */
const CONFIG_PLACES = [
	".github/benchgate.yml",
	".github/benchgate.yaml",
	"benchgate.yml",
	"benchgate.yaml"
];
/** Its fields in the order of the file; words are not of a person's own choice, and need no quotes. */
const waiverFields = ({ match, suite, occurrence, metric, upTo, reason, until }) => [
	{
		key: "match",
		value: match,
		isWord: false
	},
	{
		key: "suite",
		value: suite,
		isWord: false
	},
	{
		key: "occurrence",
		value: occurrence,
		isWord: true
	},
	{
		key: "metric",
		value: metric,
		isWord: true
	},
	{
		key: "up-to",
		value: upTo,
		isWord: true
	},
	{
		key: "reason",
		value: reason,
		isWord: false
	},
	{
		key: "until",
		value: until,
		isWord: true
	}
].flatMap(({ value, ...field }) => value === void 0 ? [] : [{
	...field,
	value
}]);

// src/model/metric.ts
const BETTER = ["lower", "higher"];
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
const reported$1 = (id, units, better = "lower") => ({
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
		...reported$1("throughput", ["ops/s", "B/s"], "higher"),
		of: ({ p10 }) => 1e9 / p10
	},
	reported$1("bytes", ["B"]),
	reported$1("allocs", ["count"]),
	reported$1("size", ["B"]),
	reported$1("memory", ["B"]),
	reported$1("instructions", ["instructions", "count"]),
	reported$1("cpu-time", ["ns"]),
	reported$1("error-rate", ["fraction"])
];
const BY_ID$1 = new Map(METRICS.map((metric) => [metric.id, metric]));
/** What is known of a metric by its name alone; null: its source has to describe it. */
const usualMetric = (id) => BY_ID$1.get(id) ?? null;
/** Names that mean the same whichever tool reports them. */
const USUAL_METRIC_IDS = METRICS.map(({ id }) => id);
/** The name that a metric in this unit usually has; null: there is none. */
const usualMetricIn = (unit) => METRICS.find(({ units }) => units.includes(unit))?.id ?? null;
const isSuiteMetric = (id) => (BY_ID$1.get(id)?.of ?? null) !== null;
/** What Benchgate measures of every benchmark of a suite. */
const SUITE_METRIC_IDS = USUAL_METRIC_IDS.filter(isSuiteMetric);
/** A metric that every benchmark of a suite has. It is never exact: times vary from process to process. */
function suiteMetric(id) {
	const known = usualMetric(id);
	invariant(known?.of != null, `${id} is no metric of suites`);
	return {
		id,
		unit: known.units[0],
		better: known.better,
		exact: false
	};
}
/** Calls that a process must time one by one for a metric; 0 where it needs none. */
const callsNeeded = (id) => usualMetric(id)?.callsNeeded ?? 0;
/**
* The word that a budget writes for the first metric that a benchmark reports, which is `time` in every
* suite.
*/
const PRIMARY = "primary";

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}

// node_modules/zod/v4/core/core.js
var _a$1;
/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor$1(source) {
	return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor$1(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$2 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const _null$2 = /^null$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};

// node_modules/zod/v4/core/versions.js
const version$1 = {
	major: 4,
	minor: 6,
	patch: 7
};

// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version$1;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$2;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodNull = /*@__PURE__*/ $constructor("$ZodNull", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = _null$2;
	inst._zod.values = /* @__PURE__ */ new Set([null]);
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (input === null) return payload;
		payload.issues.push({
			expected: "null",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject$2 = isObject;
	const jit = !globalConfig.jitless;
	const allowsEval$1 = allowsEval;
	const fastEnabled = jit && allowsEval$1.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$2(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = /* @__PURE__ */ new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodTuple = /*@__PURE__*/ $constructor("$ZodTuple", (inst, def) => {
	$ZodType.init(inst, def);
	const items = def.items;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				input,
				inst,
				expected: "tuple",
				code: "invalid_type"
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
		const proms = [];
		const optinStart = getTupleOptStart(items, "optin");
		const optoutStart = getTupleOptStart(items, "optout");
		if (!def.rest) {
			if (input.length < optinStart) {
				payload.issues.push({
					code: "too_small",
					minimum: optinStart,
					inclusive: true,
					input,
					inst,
					origin: "array"
				});
				return payload;
			}
			if (input.length > items.length) payload.issues.push({
				code: "too_big",
				maximum: items.length,
				inclusive: true,
				input,
				inst,
				origin: "array"
			});
		}
		const itemResults = new Array(items.length);
		const abortEarly = def.rest ? ctx?.abortEarly : void 0;
		let itemAborted = false;
		for (let i = 0; i < items.length; i++) {
			const r = items[i]._zod.run({
				value: input[i],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((rr) => {
				itemResults[i] = rr;
			}));
			else {
				itemResults[i] = r;
				if (abortEarly && !itemAborted && r.issues.length) itemAborted = aborted(r);
			}
		}
		if (def.rest && !itemAborted) {
			let i = items.length - 1;
			const rest = input.slice(items.length);
			let seen = payload.issues.length;
			for (const el of rest) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				i++;
				const result = def.rest._zod.run({
					value: el,
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((r) => handleTupleResult(r, payload, i)));
				else handleTupleResult(result, payload, i);
			}
		}
		if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
		return handleTupleResults(itemResults, payload, items, input, optoutStart);
	};
});
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--) if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		const r = itemResults[i];
		const isPresent = i < input.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i;
	else break;
	return final;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$2.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE$2 = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE$2;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE$2;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE$2;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE$2;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open$1 = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open$1.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE$2) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open$1.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open$1.length > depth ? open$1.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
const error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}

// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		coerce: true,
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _null$1(Class, params) {
	return new Class({
		type: "null",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
			assignProp(properties, key, merged);
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
	if (ctx.target === "openapi-3.0") {
		json.type = "string";
		json.nullable = true;
		json.enum = [null];
	} else json.type = "null";
};
const undefinedProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {};
const unknownProcessor = (_schema, _ctx, _json, _params) => {};
const dateProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const nanProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
	const _json = json;
	const pattern = schema._zod.pattern;
	if (!pattern) throw new Error("Pattern not found in template literal");
	_json.type = "string";
	_json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
	const _json = json;
	_json.type = "string";
	_json.format = "binary";
	_json.contentEncoding = "binary";
	const { minimum, maximum, mime } = aggregateChecks(schema);
	if (minimum !== void 0) _json.minLength = minimum;
	if (maximum !== void 0) _json.maxLength = maximum;
	if (!mime) return;
	if (mime.length === 0) _json.not = {};
	else if (mime.length === 1) _json.contentMediaType = mime[0];
	else _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "array";
	const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
	const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
	const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			prefixPath,
			i
		]
	}));
	const rest = def.rest ? processSchema(def.rest, ctx, {
		...params,
		path: [
			...params.path,
			restPath,
			...ctx.target === "openapi-3.0" ? [def.items.length] : []
		]
	}) : null;
	let minItems = def.items.length;
	while (minItems > 0) {
		const item = def.items[minItems - 1];
		if (!(ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional")) break;
		minItems--;
	}
	const maxItems = def.items.length;
	const isClosed = !def.rest;
	if (ctx.target === "draft-2020-12") {
		json.prefixItems = prefixItems;
		if (isClosed) json.items = false;
		else if (rest) json.items = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else if (ctx.target === "openapi-3.0") {
		json.items = { anyOf: prefixItems };
		if (rest) json.items.anyOf.push(rest);
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else {
		json.items = prefixItems;
		if (isClosed) json.additionalItems = false;
		else if (rest) json.additionalItems = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	}
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$2 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
	const innerType = schema._zod.innerType;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const allProcessors = {
	string: stringProcessor,
	number: numberProcessor,
	boolean: booleanProcessor,
	bigint: bigintProcessor,
	symbol: symbolProcessor,
	null: nullProcessor,
	undefined: undefinedProcessor,
	void: voidProcessor,
	never: neverProcessor,
	any: anyProcessor,
	unknown: unknownProcessor,
	date: dateProcessor,
	enum: enumProcessor,
	literal: literalProcessor,
	nan: nanProcessor,
	template_literal: templateLiteralProcessor,
	file: fileProcessor,
	success: successProcessor,
	custom: customProcessor,
	function: functionProcessor,
	transform: transformProcessor,
	map: mapProcessor,
	set: setProcessor,
	array: arrayProcessor,
	object: objectProcessor,
	union: unionProcessor,
	intersection: intersectionProcessor,
	tuple: tupleProcessor,
	record: recordProcessor,
	nullable: nullableProcessor,
	nonoptional: nonoptionalProcessor,
	default: defaultProcessor,
	prefault: prefaultProcessor,
	catch: catchProcessor,
	pipe: pipeProcessor,
	readonly: readonlyProcessor,
	promise: promiseProcessor,
	optional: optionalProcessor,
	lazy: lazyProcessor
};
function toJSONSchema(input, params) {
	if ("_idmap" in input) {
		const registry = input;
		const ctx = initializeContext({
			...params,
			processors: allProcessors
		});
		const defs = {};
		for (const entry of registry._idmap.entries()) {
			const [_, schema] = entry;
			processSchema(schema, ctx);
		}
		const schemas = {};
		ctx.external = {
			registry,
			uri: params?.uri,
			defs
		};
		for (const entry of registry._idmap.entries()) {
			const [key, schema] = entry;
			extractDefs(ctx, schema);
			assignProp(schemas, key, finalize(ctx, schema));
		}
		if (Object.keys(defs).length > 0) schemas.__shared = { [ctx.target === "draft-2020-12" ? "$defs" : "definitions"]: defs };
		return { schemas };
	}
	const ctx = initializeContext({
		...params,
		processors: allProcessors
	});
	processSchema(input, ctx);
	extractDefs(ctx, input);
	return finalize(ctx, input);
}

// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });

// node_modules/zod/v4/classic/parse.js
const parse = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(_overwrite(fn));
	},
	optional() {
		return optional$1(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional$1(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(_regex(...args));
	},
	includes(...args) {
		return this.check(_includes(...args));
	},
	startsWith(...args) {
		return this.check(_startsWith(...args));
	},
	endsWith(...args) {
		return this.check(_endsWith(...args));
	},
	min(...args) {
		return this.check(_minLength(...args));
	},
	max(...args) {
		return this.check(_maxLength(...args));
	},
	length(...args) {
		return this.check(_length(...args));
	},
	nonempty(...args) {
		return this.check(_minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(_lowercase(params));
	},
	uppercase(params) {
		return this.check(_uppercase(params));
	},
	trim() {
		return this.check(_trim());
	},
	normalize(...args) {
		return this.check(_normalize(...args));
	},
	toLowerCase() {
		return this.check(_toLowerCase());
	},
	toUpperCase() {
		return this.check(_toUpperCase());
	},
	slugify() {
		return this.check(_slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(_email(ZodEmail, params));
	},
	url(params) {
		return this.check(_url(ZodURL, params));
	},
	jwt(params) {
		return this.check(_jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(_emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(_guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(_uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(_uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(_uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(_uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(_nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(_cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(_cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(_ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(_base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(_base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(_xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(_ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(_ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(_ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(_cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(_cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(_e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(_isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(_isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(_isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(_isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
function url$1(params) {
	return _url(ZodURL, params);
}
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(_gt(value, params));
	},
	gte(value, params) {
		return this.check(_gte(value, params));
	},
	min(value, params) {
		return this.check(_gte(value, params));
	},
	lt(value, params) {
		return this.check(_lt(value, params));
	},
	lte(value, params) {
		return this.check(_lte(value, params));
	},
	max(value, params) {
		return this.check(_lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(_gt(0, params));
	},
	nonnegative(params) {
		return this.check(_gte(0, params));
	},
	negative(params) {
		return this.check(_lt(0, params));
	},
	nonpositive(params) {
		return this.check(_lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(_multipleOf(value, params));
	},
	step(value, params) {
		return this.check(_multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number$1(params) {
	return _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return _boolean(ZodBoolean, params);
}
const ZodNull = /*@__PURE__*/ $constructor("ZodNull", (inst, def) => {
	$ZodNull.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullProcessor(inst, ctx, json, params);
});
function _null(params) {
	return _null$1(ZodNull, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown$1() {
	return _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(_minLength(n, params));
	},
	nonempty(params) {
		return this.check(_minLength(1, params));
	},
	max(n, params) {
		return this.check(_maxLength(n, params));
	},
	length(n, params) {
		return this.check(_length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown$1() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown$1() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodObject(def);
}
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
function looseObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: unknown$1(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodDiscriminatedUnion", (inst, def) => {
	ZodUnion.init(inst, def);
	$ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodTuple = /*@__PURE__*/ $constructor("ZodTuple", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTuple.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
	rest(rest) {
		return this.clone({
			...this._zod.def,
			rest
		});
	},
	partial() {
		const def = this._zod.def;
		if (def.checks?.length) throw new Error(".partial() cannot be used on tuple schemas containing refinements");
		return this.clone({
			...def,
			items: def.items.map((item) => new ZodOptional({
				type: "optional",
				innerType: item
			}))
		});
	}
});
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	const params = hasRest ? _params : _paramsOrRest;
	return new ZodTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(params)
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal$1(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional$1(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}

// node_modules/zod/v4/classic/coerce.js
function number(params) {
	return _coercedNumber(ZodNumber, params);
}

// src/model/benchmark.ts
/**
* The key as text, which is never parsed: `suite › groups/name`, with ` #2` behind the second of a name. Two
* keys never have one text.
*/
const keyText = ({ suite, name, occurrence }) => `${suitePrefix(suite)}${nameText(name, occurrence)}`;
/** What the keys of all benchmarks of a suite begin with. A `›` in its name is doubled. */
const suitePrefix = (suite) => `${suite.replaceAll("›", "››")} › `;
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
/** A test for benchmarks whose name no other one has. */
function soleNames(benchmarks) {
	const counts = /* @__PURE__ */ new Map();
	for (const { name } of benchmarks) counts.set(name, (counts.get(name) ?? 0) + 1);
	return ({ name }) => counts.get(name) === 1;
}

// src/model/metric-schema.ts
const betterSchema = _enum(BETTER);
/**
* Name of a metric: `time`, `bytes`, `hit-rate`, or a tool's own word. Any text without control characters.
*/
const metricIdSchema = string().min(1).max(100).regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u).refine((id) => id !== "__proto__", "is a name that objects keep for themselves");
/** A unit in normal form; an unknown one stays as its source spells it. */
const unitSchema = string().max(40).regex(ONE_LINE);
const metricSchema = strictObject({
	id: metricIdSchema,
	unit: unitSchema,
	better: betterSchema,
	exact: boolean().describe("The same code gives the same value, so that values are compared without a test")
});

// src/model/unit.ts
/** Steps of a thousand, largest first. Bytes are decimal too, as in transfer rates: 1 kB is 1,000 B. */
const steps = (symbol, prefixes, step = 1e3) => prefixes.map((prefix, i) => ({
	symbol: `${prefix}${symbol}`,
	factor: step ** (prefixes.length - 1 - i)
}));
const BINARY_PREFIXES = [
	"Gi",
	"Mi",
	"Ki",
	""
];
const other = (id) => ({
	id,
	kind: "other",
	called: null,
	better: null,
	scales: [{
		symbol: id,
		factor: 1
	}],
	binary: [],
	isCountable: true,
	canBeZero: true,
	small: 1,
	neverNegative: false,
	offered: [],
	example: "1200",
	words: {},
	counts: "never",
	base: null,
	costs: "",
	perSecond: null
});
const UNITS = [
	{
		...other("ns"),
		kind: "time",
		called: "a time",
		better: "lower",
		scales: [
			{
				symbol: "s",
				factor: 1e9
			},
			{
				symbol: "ms",
				factor: 1e6
			},
			{
				symbol: "µs",
				factor: 1e3
			},
			{
				symbol: "ns",
				factor: 1
			}
		],
		isCountable: false,
		canBeZero: false,
		neverNegative: true,
		offered: [
			"ns",
			"us",
			"µs",
			"ms",
			"s",
			"min",
			"h"
		],
		example: "10 ms",
		base: {
			called: "time_seconds",
			unit: "seconds",
			factor: 1e9
		},
		words: {
			[.001]: "ps psec picosecond picoseconds",
			1: "ns nsec nanosecond nanoseconds nanos",
			1e3: "us usec microsecond microseconds micros",
			1e6: "ms msec millisecond milliseconds millis",
			1e9: "s sec secs second seconds",
			6e10: "min mins minute minutes",
			36e11: "h hr hour hours",
			864e11: "day days"
		}
	},
	{
		...other("ops/s"),
		kind: "rate",
		called: "a rate",
		better: "higher",
		scales: steps("ops/s", [
			"G",
			"M",
			"k",
			""
		]),
		isCountable: false,
		canBeZero: false,
		neverNegative: true,
		offered: [
			"ops/s",
			"kops/s",
			"Mops/s",
			"Gops/s"
		],
		example: "50 kops/s",
		base: {
			called: "throughput_operations_per_second",
			unit: "operations_per_second",
			factor: 1
		},
		words: { 1: "hz Hz HZ rps" },
		perSecond: (things) => things === "" || things === "1" ? 1 : workOf(things)
	},
	{
		...other("B"),
		kind: "size",
		called: "an amount of memory",
		better: "lower",
		scales: steps("B", [
			"T",
			"G",
			"M",
			"k",
			""
		]),
		binary: steps("B", BINARY_PREFIXES, 1024),
		small: 16,
		neverNegative: true,
		counts: "per-call",
		offered: [
			"B",
			"kB",
			"MB",
			"GB",
			"KiB",
			"MiB",
			"GiB"
		],
		example: "64 KiB",
		base: {
			called: "size_bytes",
			unit: "bytes",
			factor: 1
		},
		words: {
			1: "B byte bytes",
			1e3: "kB KB kb kilobyte kilobytes",
			1e6: "MB mb megabyte megabytes",
			1e9: "GB gb gigabyte gigabytes",
			0xe8d4a51000: "TB tb",
			1024: "kib kibibyte kibibytes",
			[1024 ** 2]: "mib mebibyte mebibytes",
			[1024 ** 3]: "gib gibibyte gibibytes",
			[1024 ** 4]: "tib tebibyte tebibytes"
		}
	},
	{
		...other("B/s"),
		kind: "rate-of-size",
		called: "a rate of data",
		better: "higher",
		scales: steps("B/s", [
			"T",
			"G",
			"M",
			"k",
			""
		]),
		binary: steps("B/s", BINARY_PREFIXES, 1024),
		canBeZero: false,
		neverNegative: true,
		offered: [
			"B/s",
			"kB/s",
			"MB/s",
			"GB/s",
			"KiB/s",
			"MiB/s",
			"GiB/s"
		],
		example: "50 MB/s",
		base: {
			called: "throughput_bytes_per_second",
			unit: "bytes_per_second",
			factor: 1
		},
		perSecond: (things) => factorIn("B", things)
	},
	{
		...other("fraction"),
		kind: "ratio",
		called: "a percentage",
		scales: [{
			symbol: "%",
			factor: .01
		}],
		small: .01,
		neverNegative: true,
		offered: ["%"],
		example: "1%",
		base: {
			called: "ratio",
			unit: "ratio",
			factor: 1
		},
		words: {
			.01: "% percent",
			1: "fraction ratio"
		}
	},
	{
		...other("count"),
		kind: "count",
		called: "a count",
		scales: [{
			symbol: "",
			factor: 1
		}],
		neverNegative: true,
		words: { 1: "count counts" },
		counts: "always",
		costs: "alloc allocs allocations"
	},
	{
		...other("instructions"),
		better: "lower",
		counts: "always",
		base: {
			called: "instructions",
			unit: "instructions",
			factor: 1
		},
		words: { 1: "instructions" }
	},
	{
		...other("cycles"),
		better: "lower",
		base: {
			called: "cycles",
			unit: "cycles",
			factor: 1
		},
		words: { 1: "cycles" }
	}
];
/** Limits as people write them, one of each kind. */
const LIMIT_EXAMPLES = [...new Set(UNITS.map(({ example }) => example))];
/** What faster code does more often per second. More `errors` or `faults` per second would not be better. */
const WORK = new Set("op ops operation operations iter iters iteration iterations req reqs request requests call calls run runs item items elem elems element elements msg msgs message messages event events query queries row rows record records tx txn transaction transactions".split(" "));
const WORK_PREFIXES = /* @__PURE__ */ new Map([
	["", 1],
	["k", 1e3],
	["K", 1e3],
	["M", 1e6],
	["G", 1e9],
	["T", 0xe8d4a51000]
]);
/**
* One unit of work, as in `ns/iter`. Every benchmark's time is per unit of work, so dividing by it changes
* nothing.
*/
const PER_WORK = /* @__PURE__ */ new Set([
	"op",
	"ops",
	"operation",
	"iter",
	"iteration",
	"call",
	"run",
	"request",
	"req"
]);
/** Longer than any known unit. */
const MAX_LENGTH$2 = 40;
const BY_ID = new Map(UNITS.map((unit) => [unit.id, unit]));
const BY_WORD = new Map(UNITS.flatMap(({ id: unit, better, words, costs }) => [...Object.entries({ ...words }).flatMap(([factor, spelled]) => spelled.split(" ").map((word) => [word, {
	unit,
	factor: Number(factor),
	better
}])), ...costs.split(" ").map((word) => [word, {
	unit,
	factor: 1,
	better: "lower"
}])]).filter(([word]) => word !== ""));
/** What is known of a unit in normal form. Any other text is a unit too, of which nothing is known. */
const unitOf = (id) => BY_ID.get(id) ?? other(id);
const unitKind = (id) => unitOf(id).kind;
const TIMED = /* @__PURE__ */ new Set([
	"time",
	"rate",
	"rate-of-size"
]);
/** Whether a quantity in this unit is the time that something takes, or how much of it is done in a time. */
const isTimed = (id) => TIMED.has(unitKind(id));
/** Whether a value is what a clock leaves that is too coarse: a missing value, unlike other zeros. */
const isTimedZero = (unit, value) => value === 0 && !unitOf(unit).canBeZero;
/** Whether better means faster. Of an uptime in ns more is better, but it is not a speed. */
const isSpeed = ({ unit, better }) => isTimed(unit) && unitOf(unit).better === better;
/** The largest scale in which a value is at least `least`, otherwise the smallest scale. */
const scaleFor = (value, scales, least = 1) => scales.find(({ factor }) => Math.abs(value) >= factor * least) ?? scales.at(-1);
/**
* The normal form of a unit word such as `us`, `ops/ms`, `KiB` or `%`; null when the word is unknown. Both
* code points of the micro sign are known.
*/
function normalUnit(unit) {
	if (unit.length > MAX_LENGTH$2) return null;
	const word = unit.trim().replace(/[\u{b5}\u{3bc}]/gu, "u");
	return plain$2(word) ?? quotient(word);
}
/**
* Whether a unit of this spelling counts what the same code does the same number of times: allocations, bytes
* of one call, instructions.
*/
function isCounted(written) {
	const word = written.trim();
	const slash = word.lastIndexOf("/");
	const isPerCall = slash !== -1 && PER_WORK.has(word.slice(slash + 1).toLowerCase());
	const normal = word.length > MAX_LENGTH$2 ? null : plain$2(isPerCall ? word.slice(0, slash) : word);
	if (normal?.better !== "lower") return false;
	const { counts } = unitOf(normal.unit);
	return counts === "always" || counts === "per-call" && isPerCall;
}
/** A duration in ns; null when the unit is not one of time, or the value is negative or not finite. */
function toNanoseconds(value, unit) {
	const normal = normalUnit(unit);
	if (normal === null || unitKind(normal.unit) !== "time") return null;
	const time = value * normal.factor;
	return Number.isFinite(time) && time >= 0 ? time : null;
}
/**
* Looks a word up as written, then in lower case where case has no meaning: `MS` is no millisecond and `Mb`
* no megabyte.
*/
function plain$2(word) {
	return BY_WORD.get(word) ?? (word.length > 2 ? BY_WORD.get(word.toLowerCase()) : void 0) ?? null;
}
/** How many of the unit `id` one `word` is; null where it is not a word for it. */
function factorIn(id, word) {
	const normal = plain$2(word);
	return normal?.unit === id ? normal.factor : null;
}
function quotient(word) {
	const slash = word.lastIndexOf("/");
	if (slash === -1) return null;
	const above = word.slice(0, slash);
	const below = word.slice(slash + 1);
	if (PER_WORK.has(below.toLowerCase())) return costOf$1(above);
	const time = factorIn("ns", below);
	if (time === null) return null;
	for (const { id: unit, better, perSecond } of UNITS) {
		const factor = perSecond?.(above) ?? null;
		if (factor !== null) return {
			unit,
			factor: factor * (1e9 / time),
			better
		};
	}
	return null;
}
/** `ns/op` is a time, but `items/op` is a unit of its own. */
function costOf$1(above) {
	const normal = plain$2(above);
	return normal?.better === "lower" ? normal : null;
}
/** The number of operations in a word: 1 for `ops`, 1e6 for `Melem`. */
function workOf(word) {
	if (WORK.has(word.toLowerCase())) return 1;
	const scale = WORK_PREFIXES.get(word.slice(0, 1));
	return scale !== void 0 && WORK.has(word.slice(1).toLowerCase()) ? scale : null;
}

// src/model/formats.ts
/** The names that `format:` takes, in the order of the adapters; a config is checked without loading any. */
const FORMATS = [
	"mitata",
	"vitest",
	"custom",
	"go",
	"pytest-benchmark",
	"criterion",
	"cargo-criterion",
	"criterion-text",
	"libtest",
	"divan",
	"hyperfine",
	"tinybench",
	"benchmarkjs",
	"deno",
	"google-benchmark",
	"jmh",
	"benchmarkdotnet",
	"size-limit",
	"k6",
	"autocannon",
	"locust",
	"artillery",
	"catch2",
	"pyperf",
	"asv",
	"gungraun",
	"iai",
	"benchmarktools-jl",
	"lighthouse",
	"openmetrics",
	"time-v",
	"bmf"
];

// src/git/ref-name.ts
const MAX_BRANCH = 200;
const MAX_REVISION = 250;
/** Why a name is none for a branch, or would be read otherwise (git-check-ref-format); null: it is fit. */
function problemOfBranch(name) {
	if (name === "") return "is empty";
	if (name.length > MAX_BRANCH) return `has more than ${MAX_BRANCH} characters`;
	if (/^[-/.]|[/.]$/.test(name)) return "begins or ends with a sign that a branch must not";
	if (/^(?:@|HEAD|refs\/.*)$/.test(name)) return "is what git calls something else";
	return /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u.test(name) ? "holds something that a branch name must not" : null;
}
/** Why a text names no commit and no pattern of tags, but an option or a range for git; null: it is fit. */
function problemOfRevision(revision) {
	if (revision === "") return "is empty";
	if (revision.length > 250) return `is longer than ${250} characters`;
	if (/^[-+]/.test(revision)) return `begins with \`${revision[0]}\`, as no ref can`;
	if (revision.includes("..")) return "is a range";
	return /[\s\p{C}:?[\\]/u.test(revision) ? "holds a character that no ref can hold" : null;
}
/** Refuses what is no name of one commit. Throws a UserError; `what` names it. */
function checkRevision(revision, what) {
	const problem = problemOfRevision(revision);
	if (problem === null) return;
	throw new UserError("ref", `The ${what} ${JSON.stringify(revision.slice(0, 250))} ${problem}`, "Name one branch, tag or commit, for example main, v1.2.0 or 91be03d.");
}
/** The branch that a full ref names; null where it names something else. */
const branchOf = (ref) => ref.startsWith("refs/heads/") ? branchName(ref) : null;
/** What people call a branch, whether its ref or its name is given. */
const branchName = (ref) => ref.replace(/^refs\/heads\//, "");

// src/report/text/link.ts
const MAX_URL = 2e3;
/** Of a page that parts are added to. */
const MAX_PAGE_URL = 500;
const COMMIT = /^[0-9a-f]{7,64}$/;
/** Markdown that leads to `url`; null where that is no URL to lead people to. `text` is Markdown already. */
function linkTo(text, url) {
	const target = url == null ? null : targetOf(url);
	return target === null ? null : `[${text}](${target})`;
}
/** A commit's Markdown, leading to its page where there is one. */
function commitLink(text, sha, links) {
	if (sha === null || !COMMIT.test(sha)) return text;
	return linkTo(text, links?.commit?.(sha)) ?? text;
}
/**
* What is wrong with the URL of a page that people are to be led to, as the end of a sentence; null: nothing.
*/
function problemOfPageUrl(url) {
	if (/[\p{C}\p{Z}]/u.test(url)) return "holds a blank or a control character";
	if (url.length > MAX_PAGE_URL) return `is longer than ${MAX_PAGE_URL} characters`;
	if (!/^https:\/\//i.test(url) || !URL.canParse(url)) return "is not a URL that begins with `https://`";
	const { username, password } = new URL(url);
	if (username !== "" || password !== "") return "names a user";
	return url.includes("#") ? "holds a `#`" : null;
}
function targetOf(url) {
	const parsed = url.length > MAX_URL || !URL.canParse(url) ? null : new URL(url);
	if (parsed?.protocol !== "https:" || parsed.username !== "" || parsed.password !== "") return null;
	return parsed.href.replace(/[^\w.~:/?#=%+,;!&-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`).replaceAll("&", "&amp;");
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/report/text/for-source-line.ts
var import_dist = require_dist();
/**
* A line of a file above a caret, with `\u{fffd}` for what would steer a terminal or a CI log: each UTF-16
* unit keeps its place. A tab becomes one blank.
*/
const forSourceLine = (line) => line.replaceAll("	", " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => "�".repeat(character.length));

// src/config/config-error.ts
/** The text of a config file under the name that people know it by. */
var Source = class {
	file;
	text;
	lines = new import_dist.LineCounter();
	constructor(file, text) {
		this.file = file;
		this.text = text;
		this.lines.addNewLine(0);
		for (const { index } of text.matchAll(/\n/g)) this.lines.addNewLine(index + 1);
	}
	problem(span, { message, remedy }) {
		const start = Math.max(0, Math.min(span.start, this.text.trimEnd().length));
		const { line, col } = this.lines.linePos(start);
		const sourceLine = this.text.slice(start - col + 1, this.lines.lineStarts[line]).replace(/\r?\n?$/, "");
		const column = Math.min(col - 1, sourceLine.length);
		const marked = sourceLine.slice(column, column + Math.max(1, span.end - start)).trimEnd();
		const length = Math.max(1, marked.length);
		return {
			message,
			remedy,
			file: this.file,
			line,
			column: column + 1,
			length,
			sourceLine
		};
	}
};
const SHOWN_COLUMNS = 100;
const SHOWN_PROBLEMS = 50;
/** A user's own words inside a message: on one line, without control characters, and cut when long. */
function quoted$1(words) {
	const cut = words.length > 60 ? `${words.slice(0, 59)}…` : words;
	return `\`${forSourceLine(cut).replaceAll("`", "'")}\``;
}
/** Words to choose from. */
const listed$2 = (words) => words.map((word) => `\`${word}\``).join(", ");
/** The part of a line that fits the screen and holds the caret. */
function excerpt({ sourceLine, column, length }) {
	const before = column - 1;
	const from = before + Math.min(length, 40) > SHOWN_COLUMNS ? before - 40 : 0;
	const cutLeft = from > 0 ? "…" : "";
	const cutRight = sourceLine.length > from + SHOWN_COLUMNS ? "…" : "";
	const text = `${cutLeft}${forSourceLine(sourceLine.slice(from, from + SHOWN_COLUMNS))}${cutRight}`;
	const shown = Math.max(1, Math.min(length, from + SHOWN_COLUMNS - before));
	return {
		text,
		caret: " ".repeat(cutLeft.length + before - from) + "^".repeat(shown)
	};
}
function renderProblem(problem) {
	const { text, caret } = excerpt(problem);
	const gutter = String(problem.line).replaceAll(/\d/g, " ");
	return [
		`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`,
		` ${gutter} |`,
		` ${problem.line} | ${text}`.trimEnd(),
		` ${gutter} | ${caret}`,
		...problem.remedy.split("\n").map((line) => ` ${gutter} = ${line}`)
	].join("\n");
}
/** All problems in the order of the file, each with its line, a caret under the place, and the way out. */
function renderProblems(problems) {
	const rendered = problems.slice(0, SHOWN_PROBLEMS).map(renderProblem);
	const rest = problems.length - rendered.length;
	if (rest > 0) rendered.push(`... and ${rest} more ${rest === 1 ? "problem" : "problems"}`);
	return rendered.join("\n\n");
}
/** Everything that is wrong with a config file, as one error that keeps the places. */
var ConfigError = class extends UserError {
	problems;
	constructor(file, problems) {
		const these = problems.length === 1 ? "this problem" : `these ${problems.length} problems`;
		super("config", renderProblems(problems), `Correct ${these} in ${file}; nothing was measured.`);
		this.problems = problems;
	}
};

// node_modules/balanced-match/dist/esm/index.js
const range = (a, b, str) => {
	let begs, beg, left, right = void 0, result;
	let ai = str.indexOf(a);
	let bi = str.indexOf(b, ai + 1);
	let i = ai;
	if (ai >= 0 && bi > 0) {
		if (a === b) return [ai, bi];
		begs = [];
		left = str.length;
		while (i >= 0 && !result) {
			if (i === ai) {
				begs.push(i);
				ai = str.indexOf(a, i + 1);
			} else if (begs.length === 1) {
				const r = begs.pop();
				if (r !== void 0) result = [r, bi];
			} else {
				beg = begs.pop();
				if (beg !== void 0 && beg < left) {
					left = beg;
					right = bi;
				}
				bi = str.indexOf(b, i + 1);
			}
			i = ai < bi && ai >= 0 ? ai : bi;
		}
		if (begs.length && right !== void 0) result = [left, right];
	}
	return result;
};

// node_modules/brace-expansion/dist/esm/index.js
const escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
const escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
const escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
const escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
const escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
const escSlashPattern = new RegExp(escSlash, "g");
const escOpenPattern = new RegExp(escOpen, "g");
const escClosePattern = new RegExp(escClose, "g");
const escCommaPattern = new RegExp(escComma, "g");
const escPeriodPattern = new RegExp(escPeriod, "g");
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 1e5;
const EXPANSION_MAX_LENGTH = 4e6;
const EXPANSION_MAX_DEPTH = 1e3;
const EXPANSION_MAX_REWRITES = 1e3;
const EXPANSION_MAX_STEPS = 2e7;
const CALL_STEPS = 16;
function numeric(str) {
	return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
	return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
	return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) target.push(items[i]);
}
function balancedWithBudget(str, masked, budget) {
	if (budget.remaining < 0) return;
	const r = range("{", "}", masked);
	const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
	budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
	if (!r || budget.remaining < 0) return;
	return {
		end: r[1],
		pre: str.slice(0, r[0]),
		body: str.slice(r[0] + 1, r[1]),
		post: str.slice(r[1] + 1),
		unmatched
	};
}
function maskUnmatchedOpens(masked, budget) {
	budget.remaining -= masked.length;
	const open = [];
	for (let i = 0; i < masked.length; i++) {
		const c = masked.charCodeAt(i);
		if (c === 123) open.push(i);
		else if (c === 125 && open.length) open.pop();
	}
	let out = "";
	let last = 0;
	for (let i = 0; i < open.length; i++) {
		const at = open[i];
		out += masked.slice(last, at) + "\0";
		last = at + 1;
	}
	return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) return false;
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 125) close = true;
		else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = false;
		else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return true;
	}
	return false;
}
/**
* Basically just str.split(","), but handling cases
* where we have nested braced sections, which should be
* treated as individual members, like {a,{b,c},d}
*
* Returns `undefined` if the step budget runs out before the whole set is
* split, since splitting what is left on every comma would tear apart the
* nested sets it still holds.
*/
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = "";
	for (;;) {
		const m = balancedWithBudget(str, str, budget);
		if (budget.remaining < 0) return;
		if (!m) {
			const tail = str.split(",");
			tail[0] = carry + tail[0];
			pushAll(parts, tail);
			return parts;
		}
		const { pre, body, post } = m;
		const p = pre.split(",");
		p[0] = carry + p[0];
		p[p.length - 1] += "{" + body + "}";
		if (!post.length) {
			pushAll(parts, p);
			return parts;
		}
		carry = p.pop();
		pushAll(parts, p);
		str = post;
	}
}
function bound(value, fallback) {
	return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
	if (!str) return [];
	const max = bound(options.max, EXPANSION_MAX);
	const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
	const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
	const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
	const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
	if (str.slice(0, 2) === "{}") str = "\\{\\}" + str.slice(2);
	return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
	return "{" + str + "}";
}
function isPadded(el) {
	return /^-?0\d/.test(el);
}
function lte(i, y) {
	return i <= y;
}
function gte(i, y) {
	return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
	let nonEmpty;
	outer: for (let a = 0; a < acc.length; a++) {
		const prefix = acc[a] + pre;
		let vs = values;
		if (dropEmpties && !prefix) {
			if (!nonEmpty) nonEmpty = values.filter((v) => v);
			vs = nonEmpty;
		}
		for (let v = 0; v < vs.length; v++) {
			if (out.length >= max) break outer;
			const expansion = prefix + vs[v];
			if (length + expansion.length > maxLength) break outer;
			out.push(expansion);
			length += expansion.length;
		}
	}
	budget.remaining -= out.length;
	return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	/* c8 ignore start */
	if (n[0] === void 0 || n[1] === void 0) return N;
	/* c8 ignore stop */
	const x = numeric(n[0]);
	const y = numeric(n[1]);
	const width = Math.max(n[0].length, n[1].length);
	let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
	let test = lte;
	if (y < x) {
		incr *= -1;
		test = gte;
	}
	const pad = n.some(isPadded);
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
		budget.remaining -= cost;
		if (budget.remaining < 0) return;
		let c;
		if (isAlphaSequence) {
			c = String.fromCharCode(i);
			if (c === "\\") c = "";
		} else {
			c = String(i);
			if (pad) {
				const need = width - c.length;
				if (need > 0) {
					const z = new Array(need + 1).join("0");
					if (i < 0) c = "-" + z + c.slice(1);
					else c = z + c;
				}
			}
		}
		if (length + c.length > maxLength) break;
		N.push(c);
		length += c.length;
	}
	return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) return [str];
	let acc = [""];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
		if (m.unmatched) masked = maskUnmatchedOpens(masked, budget);
		const pre = m.pre;
		const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
		if (/\$$/.test(pre)) {
			acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
			firstGroup = false;
			if (!m.post.length) break;
			str = m.post;
			masked = masked.slice(m.end + 1);
			continue;
		}
		const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
		const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
		const isSequence = isNumericSequence || isAlphaSequence;
		const isOptions = m.body.indexOf(",") >= 0;
		if (!isSequence && !isOptions) {
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + "{" + m.body + escClose + m.post;
				masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
			return literal();
		}
		if (firstGroup) {
			dropEmpties = isTop && !isSequence;
			firstGroup = false;
		}
		let values;
		if (isSequence) {
			values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
			if (!values) return literal();
		} else {
			let n = parseCommaParts(m.body, budget);
			if (!n) return literal();
			if (n.length === 1 && n[0] !== void 0) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) return literal();
				/* c8 ignore start */
				if (n.length === 1) {
					const next = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
					if (budget.remaining < 0) return literal();
					acc = next;
					if (!m.post.length) break;
					str = m.post;
					masked = masked.slice(m.end + 1);
					continue;
				}
			}
			let dropsEmpties = dropEmpties && !m.post.length && !pre;
			for (let d = 0; dropsEmpties && d < acc.length; d++) if (acc[d]) dropsEmpties = false;
			values = [];
			let valuesLength = 0;
			outer: for (let j = 0; j < n.length; j++) {
				const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
				if (budget.remaining < 0) return literal();
				for (let k = 0; k < expanded.length; k++) {
					const v = expanded[k];
					if (dropsEmpties && !v) continue;
					if (values.length >= max || valuesLength + v.length > maxLength) break outer;
					values.push(v);
					valuesLength += v.length;
				}
			}
		}
		const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
		if (budget.remaining < 0) return literal();
		acc = next;
		if (!m.post.length) break;
		str = m.post;
		masked = masked.slice(m.end + 1);
	}
	return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
const digit = (a, b) => a === b ? {
	t: "lit",
	ch: String(a)
} : {
	t: "class",
	re: new RegExp(`^[${a}-${b}]$`)
};
const prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
const fixed$1 = (a, b) => {
	if (!a) return [[]];
	let lo = +a[0];
	let hi = +b[0];
	const ra = a.slice(1);
	const rb = b.slice(1);
	if (lo === hi) return prefix(lo, fixed$1(ra, rb));
	const zeros = "0".repeat(ra.length);
	const nines = "9".repeat(ra.length);
	const out = [];
	if (ra !== zeros) out.push(...prefix(lo++, fixed$1(ra, nines)));
	const last = rb === nines ? [] : prefix(hi--, fixed$1(zeros, rb));
	if (lo <= hi) out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
	out.push(...last);
	return out;
};
const nonneg = (a, b, width) => {
	if (width) return fixed$1(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
	const out = [];
	for (let len = String(a).length; len <= String(b).length; len++) {
		const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
		const hi = Math.min(b, 10 ** len - 1);
		out.push(...fixed$1(String(lo), String(hi)));
	}
	return out;
};
/**
* The strings that the bash brace expansion `{lo..hi}` makes, as
* the alternatives of an `@(...)` extglob. Each one is a sequence of
* digits and digit classes, so there are only a few of them, even for
* a large range.
*
* If either end has a leading zero, such as `{01..10}`, each number
* has leading zeros to make it as long as the longer end, counting a
* `-` sign. So `{-05..3}` makes `-05` to `-01`, then `000` to `003`.
*
* Returns undefined if either end is not a safe integer.
*/
const numericRange = (loStr, hiStr) => {
	let lo = Number(loStr);
	let hi = Number(hiStr);
	if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi)) return;
	if (lo > hi) [lo, hi] = [hi, lo];
	const width = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr) ? Math.max(loStr.length, hiStr.length) : 0;
	const out = [];
	if (lo < 0) {
		const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
		out.push(...neg.map((s) => [{
			t: "lit",
			ch: "-"
		}, ...s]));
	}
	if (hi >= 0) out.push(...nonneg(Math.max(lo, 0), hi, width));
	return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
const posixClasses = {
	"[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
	"[:alpha:]": ["\\p{L}\\p{Nl}"],
	"[:ascii:]": ["\\x00-\\x7f"],
	"[:blank:]": ["\\p{Zs}\\t"],
	"[:cntrl:]": ["\\p{Cc}"],
	"[:digit:]": ["\\p{Nd}"],
	"[:graph:]": ["\\p{Z}\\p{C}", true],
	"[:lower:]": ["\\p{Ll}"],
	"[:print:]": ["\\p{C}", true],
	"[:punct:]": ["\\p{P}\\p{S}"],
	"[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
	"[:upper:]": ["\\p{Lu}"],
	"[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
	"[:xdigit:]": ["A-Fa-f0-9"]
};
const braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
const noMatch = /$./;
const parseClass = (glob, position, nocase = false, form) => {
	const norm = (c) => {
		const n = form ? c.normalize(form) : c;
		return [...n].length === 1 ? n : c;
	};
	const pos = position;
	/* c8 ignore start */
	if (glob.charAt(pos) !== "[") throw new Error("not in a brace expression");
	/* c8 ignore stop */
	const ranges = [];
	const negs = [];
	let i = pos + 1;
	let sawStart = false;
	let escaping = false;
	let negate = false;
	let endPos = pos;
	let rangeStart = "";
	WHILE: while (i < glob.length) {
		const c = String.fromCodePoint(glob.codePointAt(i));
		if ((c === "!" || c === "^") && i === pos + 1) {
			negate = true;
			i++;
			continue;
		}
		if (c === "]" && sawStart && !escaping) {
			endPos = i + 1;
			break;
		}
		sawStart = true;
		if (c === "\\") {
			if (!escaping) {
				escaping = true;
				i++;
				continue;
			}
		}
		if (c === "[" && !escaping) {
			for (const [cls, [unip, neg]] of Object.entries(posixClasses)) if (glob.startsWith(cls, i)) {
				if (rangeStart) return [noMatch, glob.length - pos];
				i += cls.length;
				if (neg) negs.push(unip);
				else ranges.push(unip);
				continue WHILE;
			}
		}
		escaping = false;
		const n = norm(c);
		if (rangeStart) {
			if (n.codePointAt(0) > rangeStart.codePointAt(0)) ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
			else if (n === rangeStart) ranges.push(braceEscape(n));
			rangeStart = "";
			i += c.length;
			continue;
		}
		if (glob.startsWith("-]", i + c.length)) {
			ranges.push(braceEscape(n + "-"));
			i += c.length + 1;
			continue;
		}
		if (glob.startsWith("-", i + c.length)) {
			rangeStart = n;
			i += c.length + 1;
			continue;
		}
		ranges.push(braceEscape(n));
		i += c.length;
	}
	if (endPos < i) return [noMatch, 0];
	if (!ranges.length && !negs.length) return [noMatch, glob.length - pos];
	const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
	const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
	const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
	return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
const MATCH = {
	t: "match",
	id: 0
};
const extTypes = "!?+*@";
const lit = (ch) => ({
	t: "lit",
	ch
});
const reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
const foldCache = /* @__PURE__ */ new Map();
const foldRe = (ch) => {
	let re = foldCache.get(ch);
	if (!re) {
		re = newFoldRe(ch);
		if (foldCache.size >= 1e3) foldCache.clear();
		foldCache.set(ch, re);
	}
	return re;
};
const litMatch = (l, c) => {
	if (c === l.ch) return true;
	if (!l.re) return false;
	const code = c.charCodeAt(0);
	if (code >= 128) return l.re.test(c);
	const ascii = l.ascii ??= /* @__PURE__ */ new Uint8Array(128);
	ascii[code] ||= l.re.test(c) ? 1 : 2;
	return ascii[code] === 1;
};
const tokenize = (p, nocase, noext, form, mark) => {
	const toks = [];
	for (let i = 0; i < p.length;) {
		const c = String.fromCodePoint(p.codePointAt(i));
		if (mark) {
			const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
			if (m || c === mark) {
				const start = i + m + mark.length;
				const end = p.indexOf(mark, start);
				const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
				const alts = end !== -1 && r && numericRange(r[1], r[2]);
				if (alts) {
					toks.push({
						t: "ext",
						type: "@",
						alts
					});
					i = end + mark.length;
					continue;
				}
			}
		}
		if (c === "\\") {
			const e = p.codePointAt(i + 1);
			const ch = e === void 0 ? c : String.fromCodePoint(e);
			toks.push(lit(ch));
			i += 1 + ch.length;
			continue;
		}
		if (c === "[") {
			const [re, consumed] = parseClass(p, i, nocase, form);
			if (consumed) {
				toks.push({
					t: "class",
					re
				});
				i += consumed;
				continue;
			}
		}
		if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
			toks.push({
				t: "open",
				type: c
			});
			i += 2;
			continue;
		}
		toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
		i += c.length;
	}
	return toks;
};
const pair = (toks) => {
	const pairs = /* @__PURE__ */ new Map();
	const stack = [];
	toks.forEach((tok, i) => {
		if (tok.t === "open") stack.push(i);
		else if (tok.t === "close" && stack.length) pairs.set(stack.pop(), i);
	});
	return pairs;
};
const build = (toks, pairs, start, end, top) => {
	let seq = [];
	const alts = [seq];
	for (let i = start; i < end; i++) {
		const tok = toks[i];
		const close = pairs.get(i);
		if (tok.t === "open" && close !== void 0) {
			const sub = build(toks, pairs, i + 1, close, false);
			seq.push({
				t: "ext",
				type: tok.type,
				alts: sub
			});
			i = close;
		} else if (tok.t === "bar" && !top) alts.push(seq = []);
		else if (tok.t === "open") seq.push(lit(tok.type), lit("("));
		else if (tok.t === "bar") seq.push(lit("|"));
		else if (tok.t === "close") seq.push(lit(")"));
		else seq.push(tok);
	}
	return alts;
};
const normalize$1 = (items, form) => {
	const out = [];
	let run = "";
	const flush = () => {
		for (const ch of run.normalize(form)) out.push(lit(ch));
		run = "";
	};
	for (const it of items) {
		if (it.t === "lit") {
			run += it.ch;
			continue;
		}
		flush();
		out.push(it.t === "ext" ? {
			...it,
			alts: it.alts.map((a) => normalize$1(a, form))
		} : it);
	}
	flush();
	return out;
};
const compile$1 = (items, nocase) => {
	let id = 1;
	const split = (out) => ({
		t: "split",
		id: id++,
		out
	});
	const seq = (items, next) => items.reduceRight((next, it) => item(it, next), next);
	const item = (it, next) => {
		switch (it.t) {
			case "lit":
				const re = nocase ? foldRe(it.ch) : void 0;
				return {
					t: "lit",
					id: id++,
					ch: it.ch,
					re,
					next
				};
			case "any":
			case "star": return {
				t: it.t,
				id: id++,
				next
			};
			case "class": return {
				t: "class",
				id: id++,
				re: it.re,
				next
			};
		}
		const alts = (next) => it.alts.map((a) => seq(a, next));
		switch (it.type) {
			case "@": return split(alts(next));
			case "?": return split([next, ...alts(next)]);
			case "!": return {
				t: "neg",
				id: id++,
				sub: split(alts(MATCH)),
				next
			};
		}
		const after = split([]);
		const entry = split(alts(after));
		after.out.push(next, entry);
		return it.type === "*" ? after : entry;
	};
	return [seq(items, MATCH), id];
};
const show = (start) => {
	const lines = [];
	const seen = /* @__PURE__ */ new Set();
	const ref = (n) => n.t === "match" ? "match" : String(n.id);
	const walk = (n, indent) => {
		if (n.t === "match" || seen.has(n)) return;
		seen.add(n);
		const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
		switch (n.t) {
			case "split":
				line(`split -> ${n.out.map(ref).join(", ")}`);
				for (const o of n.out) walk(o, indent);
				return;
			case "neg":
				line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
				walk(n.sub, indent + "  ");
				return walk(n.next, indent);
			case "lit":
				line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
				break;
			case "class":
				line(`${n.re} -> ${ref(n.next)}`);
				break;
			default: line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
		}
		walk(n.next, indent);
	};
	walk(start, "");
	return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
	gen;
	threads = [];
	match = false;
	runs = [];
	ids = [];
	constructor(gen) {
		this.gen = gen;
	}
	get dead() {
		return !this.threads.length && !this.match && !this.runs.length;
	}
};
const sameState = (a, b) => {
	if (a.ids.length !== b.ids.length) return false;
	if (a.runs.length !== b.runs.length) return false;
	if (a.ids.some((id, i) => id !== b.ids[i])) return false;
	return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
const marks = (size) => ({
	has: new Float64Array(size),
	seen: new Float64Array(size),
	gen: 0
});
var Sim = class {
	dots;
	dotStart;
	#marks;
	constructor(dots, dotStart, marks) {
		this.dots = dots;
		this.dotStart = dotStart;
		this.#marks = marks;
	}
	state() {
		return new State(++this.#marks.gen);
	}
	done(state) {
		state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
		if (state.match) state.ids.unshift(MATCH.id);
		return state;
	}
	#visit(state, node) {
		const { seen } = this.#marks;
		if (seen[node.id] === state.gen) return false;
		seen[node.id] = state.gen;
		return true;
	}
	#addThread(state, node) {
		const { has } = this.#marks;
		if (has[node.id] === state.gen) return false;
		has[node.id] = state.gen;
		state.threads.push(node);
		return true;
	}
	restricted(i, top) {
		return top && (this.dots || this.dotStart && i === 0);
	}
	add(state, node, i, top) {
		switch (node.t) {
			case "split":
				if (!this.#visit(state, node)) return;
				for (const o of node.out) this.add(state, o, i, top);
				return;
			case "neg":
				if (!this.#visit(state, node)) return;
				const sub = this.state();
				this.add(sub, node.sub, i, false);
				this.done(sub);
				return this.addRun(state, {
					t: "run",
					neg: node,
					state: sub
				}, i, top);
			case "star":
				if (this.restricted(i, top)) return;
				if (this.#addThread(state, node)) this.add(state, node.next, i, top);
				return;
			case "match":
				state.match = true;
				return;
			default: this.#addThread(state, node);
		}
	}
	addRun(state, run, i, top) {
		for (const r of state.runs) if (r.neg === run.neg && sameState(r.state, run.state)) return;
		state.runs.push(run);
		if (!run.state.match) this.add(state, run.neg.next, i, top);
	}
	step(state, c, i, top) {
		const next = this.state();
		for (const th of state.threads) switch (th.t) {
			case "lit":
				if (litMatch(th, c)) this.add(next, th.next, i + 1, top);
				break;
			case "any":
				if (!this.restricted(i, top)) this.add(next, th.next, i + 1, top);
				break;
			case "class":
				if (!this.restricted(i, top) && th.re.test(c)) this.add(next, th.next, i + 1, top);
				break;
			case "star": if (!this.restricted(i, top)) this.add(next, th, i + 1, top);
		}
		if (!this.restricted(i, top)) for (const run of state.runs) {
			if (run.state.dead) {
				this.addRun(next, run, i + 1, top);
				continue;
			}
			const sub = this.step(run.state, c, i, false);
			this.addRun(next, {
				t: "run",
				neg: run.neg,
				state: sub
			}, i + 1, top);
		}
		return this.done(next);
	}
};
const stateKey = (state) => {
	const ids = state.ids.join();
	if (!state.runs.length) return ids;
	return `${ids}|${state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`).sort().join("|")}`;
};
const DFA_BUDGET = 1 << 18;
var Dfa = class {
	#start;
	#states = /* @__PURE__ */ new Map();
	#size = 0;
	#plain;
	#dotStart;
	#sim;
	#dotSim;
	constructor(start, marks) {
		this.#start = start;
		this.#sim = new Sim(false, false, marks);
		this.#dotSim = new Sim(false, true, marks);
	}
	#make(state) {
		return {
			state,
			match: state.match,
			dead: state.dead,
			next: /* @__PURE__ */ new Map()
		};
	}
	#intern(state) {
		const key = stateKey(state);
		const found = this.#states.get(key);
		if (found) return found;
		if (this.#size > DFA_BUDGET) this.#clear();
		const d = this.#make(state);
		this.#states.set(key, d);
		this.#size += key.length + 1;
		return d;
	}
	#clear() {
		this.#states.clear();
		this.#size = 0;
		this.#plain = void 0;
		this.#dotStart = void 0;
	}
	start(dotStart) {
		if (dotStart) {
			if (this.#dotStart) return this.#dotStart;
			const state = this.#dotSim.state();
			this.#dotSim.add(state, this.#start, 0, true);
			return this.#dotStart = this.#make(this.#dotSim.done(state));
		}
		if (this.#plain) return this.#plain;
		const state = this.#sim.state();
		this.#sim.add(state, this.#start, 0, true);
		return this.#plain = this.#intern(this.#sim.done(state));
	}
	next(d, c) {
		const code = c.charCodeAt(0);
		const found = code < 128 ? void 0 : d.next.get(c);
		if (found) return found;
		const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
		if (code < 128) {
			if (!d.ascii) {
				d.ascii = new Array(128);
				this.#size += 128;
			}
			d.ascii[code] = n;
		} else d.next.set(c, n);
		this.#size++;
		return n;
	}
};
const linear = (start) => {
	const nodes = [];
	for (let n = start; n.t !== "match"; n = n.next) {
		if (n.t === "split" || n.t === "neg") return void 0;
		nodes.push(n);
	}
	return nodes;
};
const testLinear = (nodes, chars, start, end) => {
	let ni = 0;
	let ci = start;
	let starNi = -1;
	let starCi = 0;
	while (ci < end) {
		const n = nodes[ni];
		if (n?.t === "star") {
			starNi = ni++;
			starCi = ci;
			continue;
		}
		const c = chars[ci];
		if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
			ni++;
			ci++;
			continue;
		}
		if (starNi === -1) return false;
		ni = starNi + 1;
		ci = ++starCi;
	}
	while (nodes[ni]?.t === "star") ni++;
	return ni === nodes.length;
};
const lengths = (items) => {
	let min = 0;
	let max = 0;
	for (const it of items) {
		const [lo, hi] = itemLengths(it);
		min += lo;
		max += hi;
	}
	return [min, max];
};
const itemLengths = (it) => {
	if (it.t === "star") return [0, Infinity];
	if (it.t !== "ext") return [1, 1];
	if (it.type === "!") return [0, Infinity];
	const alts = it.alts.map(lengths);
	const min = Math.min(...alts.map((a) => a[0]));
	const max = Math.max(...alts.map((a) => a[1]));
	const loop = max === 0 ? 0 : Infinity;
	return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
const hasAffix = (lits, chars, start) => {
	for (let j = 0; j < lits.length; j++) if (!litMatch(lits[j], chars[start + j])) return false;
	return true;
};
const slashOrSurrogate = /[/\ud800-\udfff]/;
const surrogate = /[\ud800-\udfff]/;
const codePoints = (s) => surrogate.test(s) ? [...s] : s;
const noSlash = (s) => {
	if (s.includes("/")) throw new Error("can only match a single path portion, got: " + s);
};
var Matcher = class {
	pattern;
	options;
	#start;
	#size;
	#marks;
	#dotsSim;
	#literal;
	#literalFold = false;
	#literalRe;
	#linear;
	#wild = false;
	#min = 0;
	#max = Infinity;
	#prefix = [];
	#suffix = [];
	#prefixStr;
	#suffixStr;
	#affix = false;
	#dfa;
	#form;
	constructor(pattern, options = {}) {
		if (pattern.includes("/")) throw new Error("can only match a single path portion, got pattern: " + pattern);
		this.pattern = pattern;
		this.options = options;
		const { nocase = false, noext = false, normalize: n } = options;
		this.#form = n === true ? "NFC" : n || void 0;
		const literal = /^[?*+@]\(\)$/.test(pattern);
		const toks = tokenize(pattern, nocase, noext || literal, this.#form, options.rangeMark);
		let [items] = build(toks, pair(toks), 0, toks.length, true);
		if (this.#form) items = normalize$1(items, this.#form);
		const [start, size] = compile$1(items, nocase);
		this.#start = start;
		this.#size = size;
		if (items.every((it) => it.t === "lit")) {
			this.#literal = items.map((it) => it.ch).join("");
			this.#literalFold = nocase;
		} else {
			const lit = (it) => it.t !== "lit" ? void 0 : nocase ? {
				ch: it.ch,
				re: foldRe(it.ch)
			} : { ch: it.ch };
			for (const it of items) {
				const l = lit(it);
				if (!l) break;
				this.#prefix.push(l);
			}
			for (let j = items.length - 1; j >= 0; j--) {
				const l = lit(items[j]);
				if (!l) break;
				this.#suffix.unshift(l);
			}
			this.#affix = !!(this.#prefix.length || this.#suffix.length);
			if (!nocase) {
				this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
				this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
			}
			this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
			this.#wild = !!this.#linear?.every((n) => n.t === "star" || n.t === "any");
			const [min, max] = lengths(items);
			this.#min = min;
			this.#max = max;
		}
	}
	test(s) {
		if (this.#form) {
			noSlash(s);
			return this.#test(s.normalize(this.#form));
		}
		if (slashOrSurrogate.test(s)) {
			noSlash(s);
			return this.#test(s, [...s]);
		}
		return this.#test(s, s);
	}
	/**
	* The same as {@link Matcher#test}, but the string is not checked
	* for `/` chars, so the result for a string that has one is not
	* defined. Only use it for a string that is known to be one path
	* portion, such as a part of a path that was split on `/`. It can
	* be faster, because some patterns do not need to look at each char
	* of the string.
	*/
	testUnchecked(s) {
		return this.#test(this.#form ? s.normalize(this.#form) : s);
	}
	#test(s, chars) {
		if (this.#literal !== void 0) return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
		const min = this.#min;
		const max = this.#max;
		if (chars === void 0) {
			const most = s.length;
			const least = most + 1 >> 1;
			if (most < min || least > max) return false;
			if (least < min || most > max) chars = codePoints(s);
		}
		if (chars !== void 0 && (chars.length < min || chars.length > max)) return false;
		const prefix = this.#prefix.length;
		if (this.#affix) {
			if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
				if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) return false;
			} else {
				chars ??= codePoints(s);
				const end = chars.length - this.#suffix.length;
				if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) return false;
			}
		}
		const dotStart = !this.options.dot && s.startsWith(".");
		if (this.#linear) {
			if (s === "." || s === "..") return false;
			if (dotStart && !prefix) return false;
			if (this.#wild) return true;
			chars ??= codePoints(s);
			const end = chars.length - this.#suffix.length;
			return testLinear(this.#linear, chars, prefix, end);
		}
		chars ??= codePoints(s);
		if (s === "." || s === "..") {
			this.#marks ??= marks(this.#size);
			const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
			const start = sim.state();
			sim.add(start, this.#start, 0, true);
			let state = sim.done(start);
			for (let i = 0; i < chars.length; i++) state = sim.step(state, chars[i], i, true);
			return state.match;
		}
		this.#marks ??= marks(this.#size);
		const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
		let d = dfa.start(dotStart);
		const str = chars === s;
		for (let i = 0; i < chars.length; i++) {
			if (d.dead) return false;
			const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
			d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
		}
		return d.match;
	}
	/** a readable listing of the state machine */
	toString() {
		return show(this.#start);
	}
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 65536;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== "string") throw new TypeError("invalid pattern");
	if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError("pattern is too long");
};

// node_modules/minimatch/dist/esm/escape.js
/**
* Escape all magic characters in a glob pattern.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape}
* option is used, then characters are escaped by wrapping in `[]`, because
* a magic character wrapped in a character class can only be satisfied by
* that exact character.  In this mode, `\` is _not_ escaped, because it is
* not interpreted as a magic character, but instead as a path separator.
*
* If the {@link MinimatchOptions.magicalBraces} option is used,
* then braces (`{` and `}`) will be escaped.
*
* A leading `#` or `!` is escaped as well, so that the result is never a
* comment or a negated pattern. In `windowsPathsNoEscape` mode, a leading
* `!` is written as `@(!)`, because `[!` starts a negated class.
*/
const escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
	const c = e.charAt(0);
	if (c === "#") return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
	if (c === "!") return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
	return e;
};

// node_modules/minimatch/dist/esm/unescape.js
/**
* Un-escape a string that has been escaped with {@link escape}.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
* square-bracket escapes are removed, but not backslash escapes.
*
* For example, it will turn the string `'[*]'` into `*`, but it will not
* turn `'\\*'` into `'*'`, because `\` is a path separator in
* `windowsPathsNoEscape` mode.
*
* When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
* backslash escapes are removed.
*
* Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
* or unescaped.
*
* When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
* unescaped.
*/
const unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
	if (windowsPathsNoEscape && s.startsWith("@(!)")) return "!" + unescape(s.slice(4), {
		windowsPathsNoEscape,
		magicalBraces
	});
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
	return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
const DEFAULT_BRACE_EXPAND_MAX = 1e5;
const DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
const AWE_KEY = "allowWindowsEscape";
const minimatch = (p, pattern, options) => {
	assertValidPattern(pattern);
	if (!options?.nocomment && pattern.charAt(0) === "#") return false;
	return cachedMinimatch(pattern, options).match(p);
};
let cache = /* @__PURE__ */ new Map();
let oldCache = /* @__PURE__ */ new Map();
let cacheSize = 0;
let cacheTotalWeight = 0;
const cacheMax = 256;
const cacheMaxWeight = 32768;
const cacheMaxEntryWeight = 4096;
const cacheWeight = (mm) => {
	let w = mm.pattern.length;
	for (const s of mm.globSet) {
		w += s.length + 1;
		if (w > cacheMaxEntryWeight) break;
	}
	return w;
};
const tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
const booleanWeights = new Map(Object.keys({
	nobrace: 0,
	nocomment: 0,
	nonegate: 0,
	noglobstar: 0,
	noext: 0,
	nonull: 0,
	partial: 0,
	dot: 0,
	nocase: 0,
	nocaseMagicOnly: 0,
	magicalBraces: 0,
	matchBase: 0,
	flipNegate: 0,
	preserveMultipleSlashes: 0,
	windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
const optionsKey = (o) => {
	let n = 0;
	let wpe = false;
	for (const k in o) {
		const v = o[k];
		switch (k) {
			case "windowsPathsNoEscape":
				if (v) wpe = true;
				break;
			case AWE_KEY:
				if (v === false) wpe = true;
				break;
			case "platform": {
				const p = v || defaultPlatform;
				if (p === defaultPlatform) break;
				if (p === "darwin") n += 3;
				else if (p === "win32") n += 6;
				else if (p === "linux") n += 9;
				else return JSON.stringify(o);
				break;
			}
			case "optimizationLevel":
				if (v === void 0) break;
				n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
				break;
			case "braceExpandMax":
				if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) return JSON.stringify(o);
				break;
			case "maxGlobstarRecursion":
				if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) return JSON.stringify(o);
				break;
			case "normalize":
				if (v !== void 0) return JSON.stringify(o);
				break;
			default: n += (booleanWeights.get(k) ?? 0) * tri(v);
		}
	}
	return wpe ? n + 12 : n;
};
const copyOptions = (o) => {
	const copy = {};
	for (const k in o) copy[k] = o[k];
	return copy;
};
const cachedMinimatch = (pattern, options) => {
	const key = options ? optionsKey(options) : 0;
	let mm = cache.get(key)?.get(pattern);
	if (mm) return mm;
	mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
	const weight = cacheWeight(mm);
	if (weight > cacheMaxEntryWeight) return mm;
	if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
		oldCache = cache;
		cache = /* @__PURE__ */ new Map();
		cacheSize = 0;
		cacheTotalWeight = 0;
	}
	let byPattern = cache.get(key);
	if (!byPattern) cache.set(key, byPattern = /* @__PURE__ */ new Map());
	byPattern.set(pattern, mm);
	cacheSize++;
	cacheTotalWeight += weight;
	return mm;
};
/* c8 ignore start */
const defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
const path$2 = {
	win32: { sep: "\\" },
	posix: { sep: "/" }
};
/* c8 ignore stop */
const sep$1 = defaultPlatform === "win32" ? path$2.win32.sep : path$2.posix.sep;
minimatch.sep = sep$1;
const GLOBSTAR = Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
const filter = (pattern, options) => {
	let mm;
	return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
	if (!def || typeof def !== "object" || !Object.keys(def).length) return minimatch;
	const orig = minimatch;
	const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
	return Object.assign(m, {
		Minimatch: class Minimatch extends orig.Minimatch {
			constructor(pattern, options = {}) {
				super(pattern, ext(def, options));
			}
			static defaults(options) {
				return orig.defaults(ext(def, options)).Minimatch;
			}
		},
		unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
		escape: (s, options = {}) => orig.escape(s, ext(def, options)),
		filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
		defaults: (options) => orig.defaults(ext(def, options)),
		braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
		match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
		sep: orig.sep,
		GLOBSTAR
	});
};
minimatch.defaults = defaults;
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) return [pattern];
	let p = pattern.replace(/\\\\/g, "\\\\\\\\");
	if (options.windowsPathsNoEscape || options[AWE_KEY] === false) p = p.replace(/\[([{}])\]/g, "[\\$1]");
	return expand(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
const RANGE_MIN = 100;
const rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
const inRepeatOrNegExt = (portion, mark) => {
	const stack = [];
	for (let i = 0; i < portion.length; i++) {
		const c = portion.charAt(i);
		if (c === "\\") i++;
		else if (c === mark) {
			if (stack.some((t) => t !== "@" && t !== "?")) return true;
		} else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
			stack.push(c);
			i++;
		} else if (c === ")") stack.pop();
	}
	return false;
};
const match = (list, pattern, options = {}) => {
	const mm = new Minimatch(pattern, options);
	list = list.filter((f) => mm.match(f));
	if (mm.options.nonull && !list.length) list.push(pattern);
	return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const classEnd = (pattern, start) => {
	let i = start + 1;
	if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^") i++;
	let sawStart = false;
	for (; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "]" && sawStart) return i;
		sawStart = true;
		if (c === "\\") i++;
	}
	return -1;
};
const literal = (pattern, noext) => {
	if (!noext && (pattern === "+()" || pattern === "@()")) return pattern;
	let lit = "";
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") lit += pattern.charAt(++i) || c;
		else if (c === "*" || c === "?") return;
		else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close === -1) {
				lit += c;
				continue;
			}
			let body = pattern.slice(i + 1, close);
			if (body.startsWith("\\")) body = body.slice(1);
			if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) return;
			lit += body;
			i = close;
		} else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) return;
		else lit += c;
	}
	return lit;
};
const MAX_EXTGLOBS = 256;
const extglobCount = (pattern) => {
	let n = 0;
	for (let i = 0; i < pattern.length - 1; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") i++;
		else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			n++;
			i++;
		}
	}
	return n;
};
const assertValidExtglobs = (pattern) => {
	if (extglobCount(pattern) > MAX_EXTGLOBS) throw new TypeError("pattern has too many extglobs");
};
const extSafe = (pattern) => {
	if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:")) return false;
	let depth = 0;
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") {
			if (++i === pattern.length) return false;
		} else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close !== -1) i = close;
		} else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			depth++;
			i++;
		} else if (c === ")") {
			if (!depth--) return false;
		} else if (c === "|" && !depth) return false;
	}
	return !depth;
};
let lastSplit;
let lastChecked;
const portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
const endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
const isDots = (p) => p === "." || p === "..";
const isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
const isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
const uncHost = (p) => {
	if (p[0] !== "" || p[1] !== "") return -1;
	const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
	const host = p[h];
	const share = p[h + 1];
	return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
const walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
const dotPortion = (f, start, end, dot, sep) => {
	for (let k = start; k < end;) {
		if (f.charCodeAt(k) === 46) {
			if (!dot) return true;
			const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
			if (n >= end || isSep(f.charCodeAt(n), sep)) return true;
		}
		const s = nextSep(f, k, sep);
		if (s === -1) return false;
		k = s + 1;
		while (k < end && isSep(f.charCodeAt(k), sep)) k++;
	}
	return false;
};
const isSep = (c, sep) => sep === "/" ? c === 47 : sep === "\\" ? c === 92 : c === 47 || c === 92;
const nextSep = (f, from, sep) => {
	if (sep !== "both") return f.indexOf(sep, from);
	const s = f.indexOf("/", from);
	const b = f.indexOf("\\", from);
	return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
const lastSep = (f, from, sep) => sep !== "both" ? f.lastIndexOf(sep, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
const PENDING = {};
var Minimatch = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	#endCheck;
	#literalCheck;
	#level2;
	#form;
	#literals = [];
	#shapes = [];
	#endRows = [];
	#matchers = /* @__PURE__ */ new Map();
	#pending = false;
	#rangeMark;
	#globstarParts = /* @__PURE__ */ new WeakMap();
	constructor(pattern, options = {}) {
		assertValidPattern(pattern);
		options = options || {};
		this.options = options;
		this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
		this.pattern = pattern;
		this.platform = options.platform || defaultPlatform;
		this.isWindows = this.platform === "win32";
		this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
		if (this.windowsPathsNoEscape) this.pattern = this.pattern.replace(/\\/g, "/");
		this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
		this.negate = false;
		this.nonegate = !!options.nonegate;
		this.comment = false;
		this.empty = false;
		this.partial = !!options.partial;
		this.nocase = !!this.options.nocase;
		this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
		this.globSet = [];
		this.globParts = [];
		this.set = [];
		this.#endCheck = !this.preserveMultipleSlashes;
		this.#level2 = (options.optimizationLevel ?? 1) >= 2;
		const n = options.normalize;
		this.#form = n === true ? "NFC" : n || void 0;
		this.make();
		const drives = this.set.map((row) => this.#rootIndex(row));
		this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
		this.#literals = this.set.map((row, r) => {
			const end = this.#endRows[r] ? row.length - 1 : row.length;
			const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
			return [...new Set(lits)];
		});
		this.#literalCheck = this.#literals.some((l) => l.length);
		this.#shapes = this.set.map((row, r) => {
			const [p0, p1, p2] = row;
			if (this.#endRows[r] && row.length === 2) {
				if (p0 === GLOBSTAR && p1 !== GLOBSTAR) return "tail";
			}
			if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") return "base";
			if (!this.#endCheck || drives[r] !== -1) return void 0;
			if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && this.maxGlobstarRecursion > 0) return "mid";
			if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") return "head";
		});
	}
	#norm(p) {
		return this.#form ? p.normalize(this.#form) : p;
	}
	#rootIndex(row) {
		if (!this.isWindows) return -1;
		if (isDrive(row[0])) return 0;
		if (row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3])) return 3;
		const h = uncHost(row);
		return h === -1 ? -1 : h + 1;
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return true;
		for (const pattern of this.set) for (const part of pattern) if (typeof part !== "string") return true;
		return false;
	}
	make() {
		const pattern = this.pattern;
		const options = this.options;
		if (!options.nocomment && pattern.charAt(0) === "#") {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.#expandBraces())];
		const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.#pending = true;
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
				const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
				const isDrive = /^[a-z]:/i.test(s[0]);
				if (isUNC) return [...s.slice(0, n).map((p) => this.#norm(p)), ...s.slice(n).map((ss) => this.parse(ss))];
				else if (isDrive) return [this.#norm(s[0]), ...s.slice(1).map((ss) => this.parse(ss))];
			}
			return s.map((ss) => this.parse(ss));
		});
		this.set = set.filter((s) => s.indexOf(false) === -1);
		if (this.isWindows) for (let i = 0; i < this.set.length; i++) {
			const p = this.set[i];
			if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
				if (isLongUNC(this.globParts[i][3])) p[3] = "UNC";
				p[2] = "?";
			}
		}
		if (!options.noext) this.mergeRows();
		this.#pending = false;
		this.set.forEach((row, i) => {
			for (let k = 0; k < row.length; k++) if (row[k] === PENDING) row[k] = this.parse(this.globParts[i][k]);
		});
	}
	mergeRows() {
		let merged = true;
		while (merged) {
			merged = false;
			if (this.set.length < 2) return;
			let keys = this.#mergeKeys();
			const len = Math.max(0, ...this.set.map((r) => r.length));
			for (let k = 0; k < len; k++) {
				const groups = /* @__PURE__ */ new Map();
				const R = this.set.length + 1;
				this.set.forEach((row, i) => {
					if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) return;
					const { pre, suf } = keys[i];
					const key = pre[k] * R + suf[k + 1];
					const g = groups.get(key);
					if (g) g.push(i);
					else groups.set(key, [i]);
				});
				const drop = /* @__PURE__ */ new Set();
				for (const g of groups.values()) {
					if (g.length < 2) continue;
					const [first, ...rest] = g;
					const glob = `@(${g.map((i) => this.globParts[i][k]).join("|")})`;
					if (extglobCount(glob) > MAX_EXTGLOBS) continue;
					this.globParts[first][k] = glob;
					this.set[first][k] = this.parse(glob);
					for (const i of rest) drop.add(i);
				}
				if (drop.size) {
					merged = true;
					this.set = this.set.filter((_, i) => !drop.has(i));
					this.globParts = this.globParts.filter((_, i) => !drop.has(i));
					if (this.set.length < 2) return;
					keys = this.#mergeKeys();
				}
			}
		}
	}
	#mergeKeys() {
		const partIds = /* @__PURE__ */ new Map();
		const ids = this.globParts.map((parts) => parts.map((s) => {
			let id = partIds.get(s);
			if (id === void 0) partIds.set(s, id = partIds.size);
			return id;
		}));
		const P = partIds.size;
		const len = Math.max(0, ...ids.map((r) => r.length));
		const keys = ids.map((r) => ({
			pre: [0],
			suf: new Array(r.length + 1).fill(0)
		}));
		for (let k = 0; k < len; k++) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { pre } = keys[i];
				const key = pre[k] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				pre.push(id);
			});
		}
		for (let k = len - 1; k >= 0; k--) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { suf } = keys[i];
				const key = suf[k + 1] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				suf[k] = id;
			});
		}
		return keys;
	}
	preprocess(globParts) {
		if (this.options.noglobstar) {
			for (const partset of globParts) for (let j = 0; j < partset.length; j++) if (partset[j] === "**") partset[j] = "*";
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) {
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		} else if (optimizationLevel >= 1) globParts = this.levelOneOptimize(globParts);
		else globParts = this.adjascentGlobstarOptimize(globParts);
		return globParts;
	}
	adjascentGlobstarOptimize(globParts) {
		return globParts.map((parts) => {
			let gs = -1;
			while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
				let i = gs;
				while (parts[i + 1] === "**") i++;
				if (i !== gs) parts.splice(gs, i - gs);
			}
			return parts;
		});
	}
	levelOneOptimize(globParts) {
		return globParts.map((parts) => {
			const root = this.#rootIndex(parts) + 1;
			parts = parts.reduce((set, part) => {
				const prev = set[set.length - 1];
				if (part === "**" && prev === "**") return set;
				if (part === "..") {
					if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
						set.pop();
						return set;
					}
				}
				set.push(part);
				return set;
			}, []);
			return parts.length === 0 ? [""] : parts;
		});
	}
	#canMatch(f) {
		const sep = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
		let ends = this.#endCheck ? 0 : -1;
		let last = "";
		let lastStart = 0;
		let prev;
		let prevStart = 0;
		const dot = !!this.options.dot;
		ROWS: for (let r = 0; r < this.set.length; r++) {
			const row = this.set[r];
			const p = row[row.length - 1];
			let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
			if (end && ends === 0) {
				const i = lastSep(f, f.length, sep);
				lastStart = i + 1;
				last = f.slice(lastStart);
				if (last === "" && i >= 0) {
					let j = i;
					while (j > 0 && isSep(f.charCodeAt(j - 1), sep)) j--;
					prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep) + 1;
					prev = f.slice(prevStart, j);
				}
				const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
				ends = resolves ? -1 : 1;
				end = !resolves;
			}
			let tailStart = -1;
			if (end && typeof p === "string") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			if (this.#literalCheck) {
				for (const l of this.#literals[r]) if (!f.includes(l)) continue ROWS;
			}
			if (end && typeof p === "object") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			const shape = this.#shapes[r];
			if (shape === "base" && end) return "yes";
			if (shape === "tail" && end) {
				if (this.#level2 && dotPortion(f, 0, tailStart, true, sep)) return "maybe";
				if (!dotPortion(f, 0, tailStart, dot, sep)) return "yes";
				continue;
			}
			if (shape === "mid" || shape === "head") {
				const m = this.#walk(f, row, shape === "head", dot, sep);
				if (m !== "no") return m;
				continue;
			}
			return "maybe";
		}
		return "no";
	}
	#matchShape(file, row, shape) {
		const dot = !!this.options.dot;
		const n = file.length;
		if (shape === "head") {
			if (n < 2 || !portionMatch(row[0], file[0])) return false;
			for (let i = 1; i < n; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		const x = row[1];
		if (shape === "tail") {
			let t = n - 1;
			if (!portionMatch(x, file[t])) {
				if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) return false;
			}
			for (let i = 0; i < t; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		for (let k = 0; k < n; k++) {
			if (portionMatch(x, file[k]) && k + 1 < n) {
				let i = k + 1;
				while (i < n && walkable(file[i], dot)) i++;
				if (i === n) return true;
			}
			if (!walkable(file[k], dot)) return false;
		}
		return false;
	}
	#walk(f, row, head, dot, sep) {
		if (this.#level2 && dotPortion(f, 0, f.length, true, sep)) return "maybe";
		const x = row[head ? 0 : 1];
		let s = 0;
		for (let e = nextSep(f, s, sep); e !== -1; e = nextSep(f, s, sep)) {
			let next = e + 1;
			while (next < f.length && isSep(f.charCodeAt(next), sep)) next++;
			if ((typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e))) && !dotPortion(f, next, f.length, dot, sep)) return "yes";
			if (head || dotPortion(f, s, next, dot, sep)) return "no";
			s = next;
		}
		return "no";
	}
	#cachedSplit(f) {
		const last = lastSplit;
		return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
	}
	#split(f) {
		const { isWindows, preserveMultipleSlashes } = this;
		let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
		const normalize = this.#form;
		if (normalize) parts = parts.map((p) => p.normalize(normalize));
		lastSplit = {
			f,
			isWindows,
			preserveMultipleSlashes,
			normalize,
			parts
		};
		return lastSplit;
	}
	#levelTwoFileOptimize(file) {
		const parts = [...file];
		let didSomething = false;
		do {
			didSomething = false;
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
					if (i === 1 && p === "" && parts[0] === "") continue;
					if (p === "." || p === "") {
						didSomething = true;
						parts.splice(i, 1);
						i--;
					}
				}
				if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
					didSomething = true;
					parts.pop();
				}
			}
			const root = this.#rootIndex(parts) + 1;
			let dd = root;
			while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
				const p = parts[dd - 1];
				if (p && p !== "." && p !== ".." && p !== "**") {
					didSomething = true;
					parts.splice(dd - 1, 2);
					dd = Math.max(dd - 2, root);
				}
			}
		} while (didSomething);
		return parts.length === 0 ? [""] : parts;
	}
	firstPhasePreProcess(globParts) {
		const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
		let splitCells = 0;
		const maxSplitCells = 1e6;
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === "**") gss++;
					if (gss > gs) parts.splice(gs + 1, gss - gs);
					let next = parts[gs + 1];
					const p = parts[gs + 2];
					const p2 = parts[gs + 3];
					if (next !== "..") continue;
					if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") continue;
					const addedCells = parts.length - 1;
					if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
					didSomething = true;
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = "**";
					splitCells += addedCells;
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
						if (i === 1 && p === "" && parts[0] === "") continue;
						if (p === "." || p === "") {
							didSomething = true;
							parts.splice(i, 1);
							i--;
						}
					}
					if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
						didSomething = true;
						parts.pop();
					}
				}
				const root = this.#rootIndex(parts) + 1;
				let dd = root;
				while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
					const p = parts[dd - 1];
					if (p && p !== "." && p !== ".." && p !== "**") {
						didSomething = true;
						const splin = dd === 1 && parts[dd + 1] === "**" ? ["."] : [];
						parts.splice(dd - 1, 2, ...splin);
						if (parts.length === 0) parts.push("");
						dd = Math.max(dd - 2, root);
					}
				}
			}
		} while (didSomething);
		return globParts;
	}
	secondPhasePreProcess(globParts) {
		const keys = /* @__PURE__ */ new Set();
		const rows = globParts.filter((parts) => {
			const key = parts.join("/");
			if (keys.has(key)) return false;
			keys.add(key);
			return true;
		});
		const stars = /* @__PURE__ */ new Map();
		for (const parts of rows) {
			const s = [];
			for (let i = 0; i < parts.length; i++) if (parts[i] === "*") s.push(i);
			if (s.length) stars.set(s.join(","), s);
		}
		if (!stars.size || rows.length * stars.size > 1e5) return rows;
		const { dot } = this.options;
		return rows.filter((parts) => {
			for (const s of stars.values()) {
				if (s[s.length - 1] >= parts.length) continue;
				const c = [...parts];
				let ok = true;
				let changed = false;
				for (const i of s) {
					const p = parts[i];
					if (p === "*") continue;
					if (!p || p === "**" || !dot && p.startsWith(".")) {
						ok = false;
						break;
					}
					c[i] = "*";
					changed = true;
				}
				if (ok && changed && keys.has(c.join("/"))) return false;
			}
			return true;
		});
	}
	parseNegate() {
		if (this.nonegate) return;
		const pattern = this.pattern;
		let negate = false;
		let negateOffset = 0;
		for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
			negate = !negate;
			negateOffset++;
		}
		if (negateOffset) this.pattern = pattern.slice(negateOffset);
		this.negate = negate;
	}
	#matchRow(file, resolved, pattern, partial) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
		const fh = this.isWindows ? uncHost(resolved) : -1;
		const ph = fh === -1 ? -1 : uncHost(pattern);
		if (ph !== -1) {
			const host = pattern[ph];
			const share = pattern[ph + 1];
			if (typeof host !== "string" || typeof share !== "string") {
				fileStartIndex = fh;
				patternStartIndex = ph;
			} else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
				fileStartIndex = fh + 2;
				patternStartIndex = ph + 2;
			}
		} else if (this.isWindows) {
			const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
			const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
			const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
			const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
			const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
			const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
			if (typeof fdi === "number" && typeof pdi === "number") {
				const [fd, pd] = [file[fdi], pattern[pdi]];
				if (fd.toLowerCase() === pd.toLowerCase()) {
					patternStartIndex = pdi + 1;
					fileStartIndex = fdi + 1;
				}
			}
		}
		file = resolved;
		if (pattern.includes(GLOBSTAR)) return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
		return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
	}
	#matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
		const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
		if (head.length) {
			const headEnd = fileIndex + head.length;
			if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) return false;
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length) return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
			else {
				if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) return false;
				tailStart--;
				if (!this.#matchOne(file, tail, partial, tailStart, 0)) return false;
				fileTailMatch = tail.length + 1;
			}
		}
		if (!body.length) {
			let sawSome = !!fileTailMatch;
			for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
				const f = String(file[i]);
				sawSome = true;
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return partial || sawSome;
		}
		return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
	}
	#getGlobstarParts(pattern, partial, patternIndex) {
		let byStart = this.#globstarParts.get(pattern);
		if (!byStart) {
			byStart = [];
			this.#globstarParts.set(pattern, byStart);
		}
		const key = patternIndex * 2 + (partial ? 1 : 0);
		const found = byStart[key];
		if (found) return found;
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
		const head = pattern.slice(patternIndex, firstgs);
		const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
		const tail = partial ? [] : pattern.slice(lastgs + 1);
		const segments = [[[], 0]];
		let current = segments[0];
		let nonGsParts = 0;
		const nonGsPartsSums = [0];
		for (const b of body) if (b === GLOBSTAR) {
			nonGsPartsSums.push(nonGsParts);
			current = [[], 0];
			segments.push(current);
		} else {
			current[0].push(b);
			nonGsParts++;
		}
		segments.forEach((b, i) => {
			b[1] = nonGsParts - nonGsPartsSums[i];
		});
		const parts = {
			head,
			body,
			tail,
			segments
		};
		byStart[key] = parts;
		return parts;
	}
	#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
			if (partial) return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
			for (let i = fileIndex; i < fileLength; i++) {
				sawTail = true;
				const f = file[i];
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return sawTail;
		}
		const [body, need] = bs;
		const after = partial ? fileLength : fileLength - need;
		while (fileIndex <= after) {
			const key = bodyIndex * (file.length + 1) + fileIndex;
			if (tried.has(key)) return false;
			tried.add(key);
			if (this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length) && globStarDepth < this.maxGlobstarRecursion) {
				const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
				if (sub !== false) return sub;
			}
			if (fileIndex === after) break;
			const f = file[fileIndex];
			if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			fileIndex++;
		}
		return partial || null;
	}
	#matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
		let fi;
		let pi;
		let pl;
		let fl;
		for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
			let p = pattern[pi];
			let f = file[fi];
			/* c8 ignore start */
			if (p === false || p === GLOBSTAR) return false;
			/* c8 ignore stop */
			if (!portionMatch(p, f)) return false;
		}
		if (fi === fl && pi === pl) return true;
		else if (fi === fl) return partial;
		else if (pi === pl) return fi === fl - 1 && file[fi] === "";
		else throw new Error("wtf?");
		/* c8 ignore stop */
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	#expandBraces() {
		const { pattern } = this;
		if (this.options.nobrace) return this.braceExpand();
		let code = 57344;
		while (pattern.includes(String.fromCharCode(code))) if (++code > 63743) return this.braceExpand();
		const mark = String.fromCharCode(code);
		let found = false;
		const marked = pattern.replace(rangeRe, (m, lo, hi) => {
			const a = Number(lo);
			const b = Number(hi);
			if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) return m;
			found = true;
			return `${mark}${lo}..${hi}${mark}`;
		});
		if (!found) return this.braceExpand();
		const set = braceExpand(marked, this.options);
		for (const p of set) for (const portion of p.split("/")) {
			const c = portion.indexOf("[");
			if (c !== -1 && c < portion.lastIndexOf(mark)) return this.braceExpand();
			if (!this.options.noext && inRepeatOrNegExt(portion, mark)) return this.braceExpand();
		}
		this.#rangeMark = mark;
		return set;
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === "**") return GLOBSTAR;
		if (pattern === "") return "";
		const { nocase, nocaseMagicOnly, noext = false, dot, normalize } = options;
		const rangeMark = this.#rangeMark;
		const lit = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
		if (lit !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) return this.#norm(lit);
		if (this.#pending) return PENDING;
		let m = this.#matchers.get(pattern);
		if (!m) {
			if (!noext) assertValidExtglobs(pattern);
			m = new Matcher(pattern, {
				nocase,
				noext,
				dot,
				normalize,
				...rangeMark && { rangeMark }
			});
			this.#matchers.set(pattern, m);
		}
		return m;
	}
	#slashSplit(p) {
		if (this.preserveMultipleSlashes) return p.split("/");
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) return ["", ...p.split(/\/+/)];
		else return p.split(/\/+/);
	}
	match(f, partial = this.partial) {
		if (this.comment) return false;
		if (this.empty) return f === "";
		if (f === "/" && partial) return true;
		const options = this.options;
		let split = this.#cachedSplit(f);
		if (!split) {
			if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
				lastChecked = f;
				const can = this.#canMatch(f);
				if (can === "no") return options.flipNegate ? false : this.negate;
				if (can === "yes") return options.flipNegate ? true : !this.negate;
			}
			split = this.#split(f);
		}
		const ff = split.parts;
		const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
		const set = this.set;
		let filename = ff[ff.length - 1];
		if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
		for (let r = 0; r < set.length; r++) {
			const pattern = set[r];
			const shape = partial ? void 0 : this.#shapes[r];
			if (shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial)) {
				if (options.flipNegate) return true;
				return !this.negate;
			}
		}
		if (options.flipNegate) return false;
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
};
/* c8 ignore stop */
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// src/config/glob.ts
const MAX_LENGTH$1 = 512;
const MAX_STARS$1 = 16;
const MAX_ALTERNATIVES = 100;
const OPTIONS = {
	dot: true,
	noext: true,
	nonegate: true,
	nocomment: true,
	platform: "linux",
	braceExpandMax: 101
};
/**
* What makes a pattern unfit to be matched: hostile, or surely not what was meant; null when nothing does.
*/
function checkGlob(pattern) {
	const unfit = (what, remedy) => ({
		message: `the pattern ${what}`,
		remedy
	});
	const stars = pattern.split("*").length - 1;
	if (pattern === "") return unfit("is empty and matches nothing", "Write for example \"parser/*\", or \"**\" for all.");
	if (pattern.length > MAX_LENGTH$1) return unfit(`has ${pattern.length} characters, more than ${MAX_LENGTH$1}`, "Shorten it with a `*`.");
	if (/\p{Cc}/u.test(pattern)) return unfit("holds a control character", "Put a `?` in the place of that character.");
	if (stars > MAX_STARS$1) return unfit(`has ${stars} stars, more than ${MAX_STARS$1}`, "Split it into several patterns.");
	if (pattern.startsWith("!")) return {
		message: "a pattern cannot be negated",
		remedy: `Name what is to match. A name that begins with an exclamation mark is written ${quoted$1(`\\${pattern}`)}.`
	};
	if (alternatives(pattern) <= MAX_ALTERNATIVES) return null;
	return {
		message: `the braces of the pattern stand for more than ${MAX_ALTERNATIVES} patterns`,
		remedy: "Use a `*` in the place of braces."
	};
}
const alternatives = (pattern) => pattern.includes("{") ? braceExpand(pattern, OPTIONS).length : 1;
const compiled = /* @__PURE__ */ new Map();
const MAX_COMPILED = 1e4;
/**
* A test for ids (or paths) by one pattern that `checkGlob` accepts. An id always matches itself, whatever
* signs it holds, and `**` matches everything.
*/
function compileGlob(pattern) {
	let matcher = compiled.get(pattern);
	if (matcher === void 0) {
		if (compiled.size >= MAX_COMPILED) compiled.clear();
		matcher = compile(pattern.normalize("NFC"));
		compiled.set(pattern, matcher);
	}
	return matcher;
}
function compile(pattern) {
	if (pattern === "**") return () => true;
	const literal = /^[^*?[\]{}\\]*/.exec(pattern)[0];
	if (literal === pattern) return (id) => id.normalize("NFC") === pattern;
	const glob = new Minimatch(pattern, OPTIONS);
	return (id) => {
		const name = id.normalize("NFC");
		return name === pattern || name.startsWith(literal) && glob.match(name);
	};
}

// src/config/field-checks.ts
/** A refinement that hands what a check says on as the parameters of zod's issue. */
const refined = (check) => (value, context) => {
	const complaint = check(value);
	if (complaint !== null) context.addIssue({
		code: "custom",
		params: { ...complaint }
	});
};
/** A text that `check` has nothing to say about. */
const text$2 = (check) => string().superRefine(refined(check));
/** A key that may be left out, with what editors show of it. */
const optional = (schema, description, more = {}) => schema.meta({
	description,
	...more
}).exactOptional();
const firstOf = (...checks) => (value) => {
	for (const check of checks) {
		const complaint = check(value);
		if (complaint !== null) return complaint;
	}
	return null;
};
/** `…` in a message stands for the text itself. */
const refuse = (pattern, message, remedy) => (value) => pattern.test(value) ? {
	message: message.replace("…", () => quoted$1(value)),
	remedy
} : null;
/** Nothing that a screen shows; U+2800 is a letter of Braille without dots. */
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
const filled = (what, remedy) => refuse(BLANK, `the ${what} is empty`, remedy);
const atMost$1 = (most, what, remedy) => (value) => value.length > most ? {
	message: `the ${what} is longer than ${most} characters`,
	remedy
} : null;
const printable$1 = (what, remedy) => refuse(/[\p{C}\p{Zl}\p{Zp}]/u, `the ${what} holds a control character`, remedy);
/** A path of the project, relative to `place`. */
const inside = (place) => (path) => {
	const found = problemOfPath(path, place);
	return found && {
		message: `${quoted$1(path)} ${found.problem}`,
		remedy: found.remedy
	};
};
const ROOT = "the root of the project";
const checkSuite = firstOf(inside(ROOT), checkGlob);
const MAX_PATH_LENGTH = 500;
const path$1 = (place, remedy) => firstOf(filled("path", remedy), atMost$1(500, "path", remedy), inside(place));
const checkWorkingDirectory = path$1(ROOT, "Write for example `packages/parser`, or remove the key.");
/** The steps of a path, without those that go nowhere. */
const segmentsOf = (path) => path.split("/").filter((segment) => segment !== "" && segment !== ".");
const OUTPUT = "Write for example `results.json`, or remove the key: then standard output is read.";
/** What a command writes: removed before each run, so that no old result is ever read for a new one. */
const checkOutput$1 = firstOf(path$1("the working directory", OUTPUT), (output) => {
	if (segmentsOf(output).length > 0) return null;
	return {
		message: `${quoted$1(output)} is the working directory itself, and the output is removed before each run`,
		remedy: OUTPUT
	};
});
const MAX_PREFIX_LENGTH = 200;
const checkPrefix = firstOf(atMost$1(200, "prefix", "Shorten it."), printable$1("prefix", "Remove it: names are shown on one line."));
const checkRef = (ref) => {
	const problem = problemOfRevision(ref);
	if (problem === null) return null;
	return {
		message: `${ref === "" ? "the ref" : quoted$1(ref)} ${problem}`,
		remedy: "Name one revision. Write merge-base, parent, a branch, a tag or a commit."
	};
};
const checkBaseRef = firstOf(refuse(/^(?!merge-base$)merge[\s_]?base$/i, "unknown base …", "Did you mean `merge-base`?"), refuse(/\*/, "… is a pattern", "The newest tag that matches is written `ref: { tag: \"v*\" }`."), checkRef);
const checkNul = refuse(/\0/, "a NUL character", "Remove it: no process can be given one.");
const MAX_LINE_LENGTH = 4e3;
/** What a shell is given: one line or several. */
const line = (remedy) => firstOf(filled("command", remedy), atMost$1(MAX_LINE_LENGTH, "command", "Put it in a script, and call that."), checkNul);
const checkSetup = line("Write for example `npm ci`, or remove the key.");
const checkRun = line("Write for example `go test -run ^$ -bench . ./...`.");
const checkReason = firstOf(filled("reason", "Say why the regression is accepted; the next reader will ask."), atMost$1(500, "reason", "Link to the full explanation."));
const checkPageUrl = (url) => {
	const ofKey = url.replaceAll("{key}", "default");
	const problem = problemOfPageUrl(ofKey) ?? (/[{}]/.test(ofKey) ? "holds a brace that is none of `{key}`" : null);
	if (problem === null) return null;
	return {
		message: `${quoted$1(url)} ${problem}`,
		remedy: "Write where the dashboard is published, for example https://owner.github.io/name/."
	};
};
const DATE = "Write year-month-day, for example 2027-02-01.";
const checkDate = firstOf(refuse(/^(?!\d{4}-\d{2}-\d{2}$)/, "… is not a date", DATE), (date) => {
	const instant = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? null : {
		message: `${quoted$1(date)} is not in the calendar`,
		remedy: DATE
	};
});

// src/config/command.ts
const MAX_COMMANDS = 50;
const EXAMPLE = {
	run: "go test -run ^$ -bench . ./...",
	format: "go"
};
const command = strictObject({
	run: text$2(checkRun).meta({
		description: "The command line of the tool, one line or several, through the shell. It is run once for each measurement, in turn in the checkouts of base and head.",
		examples: [EXAMPLE.run],
		minLength: 1,
		maxLength: MAX_LINE_LENGTH
	}),
	format: optional(_enum(FORMATS), "What the tool writes. Left out: its content decides.", { examples: ["go"] }),
	output: optional(text$2(checkOutput$1), "File or folder that holds the results after a run, relative to the working directory; removed before each run. Left out: standard output.", {
		examples: ["results.json"],
		minLength: 1,
		maxLength: 500
	}),
	setup: optional(text$2(checkSetup), "Builds one checkout, once, before the first run there.", {
		examples: ["cargo build --release"],
		minLength: 1,
		maxLength: MAX_LINE_LENGTH
	}),
	"working-directory": optional(text$2(checkWorkingDirectory), "Folder that it is run in, relative to the root of the project.", {
		examples: ["packages/parser"],
		minLength: 1,
		maxLength: 500
	}),
	"name-prefix": optional(text$2(checkPrefix), "In front of the name of every benchmark that it reports, as written.", {
		examples: ["go/"],
		maxLength: 200
	})
}).transform((written) => ({
	run: written.run,
	format: written.format ?? null,
	output: written.output === void 0 ? null : segmentsOf(written.output).join("/"),
	setup: written.setup ?? null,
	workingDirectory: segmentsOf(written["working-directory"] ?? "").join("/") || null,
	namePrefix: written["name-prefix"] ?? ""
})).meta({ examples: [EXAMPLE] });
/** `command:`: one tool, or several. */
const commandSchema = union([command.transform((only) => [only]), array(command).min(1).max(MAX_COMMANDS).superRefine((commands, context) => {
	const firsts = /* @__PURE__ */ new Map();
	for (const [index, written] of commands.entries()) {
		const key = JSON.stringify(written);
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, index);
		else context.addIssue({
			code: "custom",
			path: [index],
			params: repeated(first)
		});
	}
})]).meta({
	description: "Benchmarks of any other tool: its command line, and what it writes. Without `suites`, nothing else is measured.",
	examples: [EXAMPLE, [EXAMPLE]]
});
const repeated = (first) => ({
	message: `this command is the same as number ${first + 1} of the list`,
	remedy: "Remove one of the two: each is run as often as it takes."
});

// src/model/edit-distance.ts
const LONGEST_COMPARED = 100;
/**
* Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours (Damerau
* 1964). A `*` in `pattern` stands for any text at no cost, so that a glob can be compared with the names it
* may have meant.
*/
function editDistance(pattern, word) {
	const a = pattern.slice(0, LONGEST_COMPARED);
	const b = word.slice(0, LONGEST_COMPARED);
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const free = a[i - 1] === "*";
		const row = [last[0] + (free ? 0 : 1)];
		for (let j = 1; j <= b.length; j++) {
			if (free) {
				row.push(Math.min(last[j], row[j - 1]));
				continue;
			}
			const same = a[i - 1] === b[j - 1];
			let best = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforeLast[j - 2] + 1);
			row.push(best);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length];
}
/** The candidate with the least distance, the first of several; null where all are infinitely far. */
function nearest(candidates, distanceTo) {
	let found = null;
	let least = Infinity;
	for (const candidate of candidates) {
		const distance = distanceTo(candidate);
		if (distance < least) [found, least] = [candidate, distance];
	}
	return found;
}
/** The distance of two words where it is at most `most`, otherwise Infinity. */
function distanceWithin(a, b, most) {
	if (Math.abs(a.length - b.length) > most) return Infinity;
	const distance = editDistance(a, b);
	return distance <= most ? distance : Infinity;
}

// src/model/nearest-names.ts
const plain$1 = (word) => word.toLowerCase().replaceAll(/[\s_.-]/g, "");
/** Up to `most` candidates that a mistyped word probably means, nearest first. */
function nearestNames(word, candidates, most) {
	const wanted = plain$1(word);
	if (wanted === "") return [];
	const named = candidates.map((candidate) => ({
		candidate,
		name: plain$1(candidate)
	}));
	const near = named.map((one) => ({
		...one,
		distance: editDistance(wanted, one.name)
	})).filter(({ name, distance }) => distance <= Math.max(1, Math.min(wanted.length, name.length) / 3)).sort((a, b) => a.distance - b.distance);
	const related = ({ name }) => name.includes(wanted) || name.length > 3 && wanted.includes(name);
	return (near.length > 0 || wanted.length < 3 ? near : named.filter(related)).slice(0, most).map(({ candidate }) => candidate);
}
/** The candidate that a mistyped word probably means; null when none is near. */
const didYouMean = (word, candidates) => nearestNames(word, candidates, 1)[0] ?? null;

// src/config/written-quantity.ts
/** What a quantity in a unit is called in a sentence. */
const calledIn = (unit) => unit === null ? "a bare number" : unitOf(unit).called ?? `a number of ${quoted$1(unit)}`;
/** Words that people try and that are no units, and what to write for them. */
const MEANT = /* @__PURE__ */ new Map([
	["pct", "%"],
	["m", "min"],
	["ops", "ops/s"],
	["/s", "ops/s"]
]);
const DIGITS = "[0-9]{1,15}(\\.[0-9]{1,15})?";
const QUANTITY = new RegExp(`^(?<digits>${DIGITS})(\\s*(?<word>[\\p{L}\\p{Sc}%‰°#\\/]([^\\p{C}\\p{Zl}\\p{Zp}]{0,38}[^\\p{C}\\p{Z}])?))?$`, "u");
/** `1e3 ms`: an exponent, and no unit that begins with an e. */
const EXPONENT = /^[0-9.]+e[-+0-9]/i;
/** For editors, simple enough for every engine: all that `parseQuantity` reads, and a few units more. */
const ANY_QUANTITY = `^(?![0-9.]+[eE][-+0-9])${DIGITS}(\\s*[^\\s0-9.,_+-].*)?$`;
/** A number with the unit as written. */
function split(text) {
	const { digits, word } = QUANTITY.exec(text)?.groups ?? {};
	return digits === void 0 || EXPONENT.test(text) ? null : {
		digits,
		word: word ?? null
	};
}
/** Reads `5%`, `64 KiB`, `40 frames`, `1200`; null for all but a plain decimal with or without a unit. */
function parseQuantity(text) {
	const written = split(text);
	if (written === null) return null;
	const { digits, word } = written;
	if (word === null) return {
		value: Number(digits),
		unit: null
	};
	const normal = normalUnit(word);
	if (normal === null) return {
		value: Number(digits),
		unit: word
	};
	const { unit, factor } = normal;
	return {
		value: factor === .01 ? Number(digits) / 100 : Number(digits) * factor,
		unit
	};
}
/** A limit as the config file takes it; of memory in steps of 1000 or of 1024, whichever is shorter. */
function limitText(value, unit) {
	const { scales, binary, offered } = unitOf(unit);
	const [decimal, inBinary] = [inScale$1(value, scales.filter(({ symbol, factor }) => factor === 1 || offered.includes(symbol))), inScale$1(value, binary)];
	return inBinary !== null && inBinary.length < decimal.length ? inBinary : decimal;
}
function inScale$1(value, scales) {
	if (scales.length === 0) return null;
	const { symbol, factor } = scaleFor(value, scales);
	const space = symbol === "" || symbol === "%" ? "" : " ";
	return `${digits(factor === .01 ? value * 100 : value / factor)}${space}${symbol}`;
}
/** Without the noise of binary fractions; of what is counted, one more is a difference. */
const digits = (value) => String(Number(value.toPrecision(12)));
const REGRESSION = {
	unit: "fraction",
	low: 0,
	high: 10,
	range: "above 0 % and below 1000 %",
	example: "5%",
	otherwise: "A limit in time or operations per second belongs to `max` or `min`."
};
const otherwise = "It is relative to the base.";
const ACCEPTED = {
	...REGRESSION,
	example: "20%",
	otherwise
};
const IMPROVEMENT = {
	...REGRESSION,
	high: 1,
	range: "above 0 % and below 100 %",
	example: "10%"
};
const TIME_PER_BENCHMARK = {
	unit: "ns",
	low: 5e6,
	high: 1e10,
	range: "from 5 ms to 10 s",
	example: "30 ms",
	otherwise: "Units of time are ns, µs, ms, s, min and h."
};
const TIME_LIMIT = {
	...TIME_PER_BENCHMARK,
	low: 1e9,
	high: 216e11,
	range: "from 1 s to 6 h",
	example: "15 min"
};
/** What a text of this kind looks like, for editors: the units, not the range. */
const quantityPattern = ({ unit }) => `^${DIGITS}\\s*(${accepted(unit).join("|")})$`;
/** Micro has two code points, U+00B5 and U+03BC, and keyboards disagree on which. */
const accepted = (unit) => {
	const { offered } = unitOf(unit);
	return [.../* @__PURE__ */ new Set([...offered, ...offered.map((word) => word.replace("µ", "μ"))])];
};
const writeFor = (example) => `Write for example ${example}.`;
/** What is wrong with a text where a quantity of this kind is wanted; null when nothing is. */
function checkQuantity(text, kind) {
	const word = split(text)?.word ?? null;
	const quantity = parseQuantity(text);
	if (quantity === null) return notAQuantity(text, kind.example);
	if (word === null) return wantsUnit(text, [kind.example]);
	const { value, unit } = quantity;
	if (unit !== null && unit !== kind.unit && unitOf(unit).called !== null) return {
		message: `${quoted$1(text)} is ${calledIn(unit)} where ${calledIn(kind.unit)} is wanted`,
		remedy: `${writeFor(kind.example)} ${kind.otherwise}`
	};
	if (!accepted(kind.unit).includes(word)) return unknownUnit(word, [kind.unit]);
	return (unitKind(kind.unit) === "ratio" ? value > kind.low && value < kind.high : value >= kind.low && value <= kind.high) ? null : {
		message: `${quoted$1(text)} is out of range`,
		remedy: `It must be ${kind.range}.`
	};
}
/** A bare number: says which units make it one of these examples. */
function wantsUnit(text, examples) {
	const units = examples.map((example) => `${text}${example.replace(/^[0-9]+/, "")}`);
	if (units.some((unit) => unit.endsWith("%")) && Number(text) < 1) units.unshift(`${Number((Number(text) * 100).toPrecision(6))}%`);
	return {
		message: `${quoted$1(text)} has no unit`,
		remedy: `Write it with one: ${units.join(" or ")}.`
	};
}
/** A word where one of these units (normal forms) is wanted. */
function unknownUnit(word, units) {
	const known = units.flatMap((unit) => unitOf(unit).offered);
	const meant = sameAs(word.toLowerCase(), known) ?? didYouMean(word, known);
	const choice = known.filter((spelling) => spelling !== "us").join(", ");
	const remedy = meant === null ? `The units here are ${choice}.` : `Did you mean ${quoted$1(meant)}?`;
	return {
		message: `unknown unit ${quoted$1(word)}`,
		remedy
	};
}
/**
* The offered spelling of a unit that was written in another word, such as `s` for `seconds`; null: there is
* none.
*/
function sameAs(word, offered) {
	const meant = MEANT.get(word) ?? word;
	if (offered.includes(meant)) return meant;
	const normal = normalUnit(meant);
	if (normal === null || meant.includes("/")) return null;
	const isSame = (other) => other?.unit === normal.unit && other.factor === normal.factor;
	return offered.find((spelling) => isSame(normalUnit(spelling))) ?? null;
}
/** Why a text is no quantity at all. */
function notAQuantity(text, example) {
	if (text.trim() === "") return {
		message: "the text is empty",
		remedy: writeFor(example)
	};
	if (/^[-\u2212]/.test(text)) return {
		message: `${quoted$1(text)} is negative`,
		remedy: `${writeFor(example)} Nothing here is below 0.`
	};
	if (/^\.[0-9]+$/.test(text)) return wantsUnit(`0${text}`, [example]);
	if (/^[0-9]+,[0-9]+/.test(text)) return {
		message: `${quoted$1(text)} has a comma in its number`,
		remedy: "Write a decimal point, and no thousands separator."
	};
	const remedy = `${writeFor(example)} Numbers are plain decimals of at most 15 digits.`;
	return {
		message: `${quoted$1(text)} is not a number with a unit`,
		remedy
	};
}

// src/config/limit.ts
/**
* Below this, and above `MOST`, a number is a slip: a thousandth of a nanosecond, of an operation a second.
*/
const LEAST$3 = .001;
const MOST = 0x38d7ea4c68000;
const ANY_EXAMPLE = "10 ms";
/** What a limit says, written as a text or as a bare number; null when it is none. */
function readLimit(written) {
	if (typeof written === "string") return parseQuantity(written);
	return Number.isFinite(written) && written >= 0 ? {
		value: written,
		unit: null
	} : null;
}
/** What is wrong with a limit whatever its metric is; null when nothing is. */
function checkLimit(written) {
	const quantity = readLimit(written);
	if (quantity === null) return notAQuantity(String(written), ANY_EXAMPLE);
	const { value, unit } = quantity;
	const least = unit === null || unitOf(unit).canBeZero ? 0 : LEAST$3;
	if (value >= least && value <= MOST) return null;
	const range = least === 0 ? "at most 1e15" : `more than 0 and less than 1e15 ${unit}`;
	return {
		message: `${quoted$1(String(written))} is out of range`,
		remedy: `It must be ${range}.`
	};
}
/**
* What is wrong with the unit of a limit where those of its metric (normal forms) are known; null: nothing.
*/
function checkUnit(text, { unit }, metric, units) {
	const isCount = units.some((known) => unitKind(known) === "count");
	if (unit === null) return isCount ? null : wantsUnit(text, units.flatMap(offersIn));
	if (units.includes(unit)) return null;
	const remedy = `Write for example ${either(units.map((known) => unitOf(known).example))}`;
	if (unitKind(unit) === "ratio") return {
		message: `${quoted$1(text)} is a percentage where ${either(units.map(calledIn))} is wanted`,
		remedy: `${remedy}. A limit relative to the base is \`max-regression\`.`
	};
	if (normalUnit(unit) === null && !isCount) return unknownUnit(unit, units);
	const other = isTimed(unit) || unitKind(unit) === "size" ? usualMetricIn(unit) : null;
	const measured = isCount ? "counted" : `measured in ${units.join(" or ")}`;
	return {
		message: `${quoted$1(text)} is ${calledIn(unit)}, and \`${metric}\` is ${measured}`,
		remedy: other === null ? `${remedy}.` : `${remedy}, or limit \`${other}\`.`
	};
}
/** A bare number is offered as whole bytes too, which is how most tools print memory. */
const offersIn = (unit) => [...unitKind(unit) === "size" ? ["64 B"] : [], unitOf(unit).example];
const either = (words) => [...new Set(words)].join(" or ");

// src/config/metric-names.ts
const KNOWN_IDS = [...USUAL_METRIC_IDS, PRIMARY];
/** The percentiles of a time that tools report: `time.p90`, `time.p99.9`. */
const PERCENTILE = /^time\.p(1|2\.5|5|10|20|25|30|40|50|60|66|70|75|80|90|95|97\.5|98|99(\.9{1,4})?|100)$/;
/** Metrics that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_METRICS = /* @__PURE__ */ new Set([
	"heap",
	"leak",
	"gc",
	"gc.count",
	"gc.pause",
	"cpu"
]);
/** In shorter words two letters make another word: `item` is no misspelt `time`. */
const LONG_WORD = 6;
/** What the name of any metric must be like; null when it is fit. */
function checkMetricText(name) {
	const remedy = "Write the name that the tool reports, for example `time`.";
	if (name.trim() === "") return {
		message: "the name of the metric is empty",
		remedy
	};
	if (name.length > 100) return {
		message: `the name of the metric is longer than ${100} characters`,
		remedy
	};
	return metricIdSchema.safeParse(name).success ? null : {
		message: `${quoted$1(name)} cannot be the name of a metric`,
		remedy
	};
}
/** Whether a name is almost certainly not what was meant; null when it may be any tool's own. */
function checkMetricName(name, { declared, hasCommands }) {
	if (KNOWN_IDS.includes(name) || declared.has(name)) return null;
	const own = "If it is a tool's own name, declare it under `metrics:`.";
	if (LATER_METRICS.has(name)) {
		const remedy = `The metrics of suites are ${listed$2(SUITE_METRIC_IDS)}. ${own}`;
		return {
			message: `the metric ${quoted$1(name)} is not supported yet`,
			remedy
		};
	}
	if (name.startsWith("time.")) {
		if (hasCommands && PERCENTILE.test(name)) return null;
		return unknown(name, didYouMean(name, SUITE_METRIC_IDS), hasCommands ? own : null);
	}
	const meant = misspelt(name);
	return meant === null ? null : unknown(name, meant, own);
}
function unknown(name, meant, own) {
	const remedy = meant === null ? `Of a time there are ${listed$2(SUITE_METRIC_IDS)}.` : `Did you mean \`${meant}\`?`;
	return {
		message: `unknown metric ${quoted$1(name)}`,
		remedy: own === null ? remedy : `${remedy} ${own}`
	};
}
/** The known name that is one slip away, or two where it is long. */
function misspelt(name) {
	const word = name.toLowerCase();
	return nearest(KNOWN_IDS, (known) => distanceWithin(known, word, Math.min(word.length, known.length) >= LONG_WORD ? 2 : 1));
}
/** A direction under `metrics:` that Benchgate knows to be otherwise. */
function checkDirection(name, better) {
	if (name === "primary") return {
		message: `\`${PRIMARY}\` stands for the first metric of a benchmark, whichever that is`,
		remedy: "Name the metric itself."
	};
	const known = meaningOf(name, {
		declared: /* @__PURE__ */ new Map(),
		hasCommands: true
	});
	if (known.better === null || known.better === better) return null;
	return {
		message: `\`${name}\` is better when it is ${known.better}, whatever tool reports it`,
		remedy: "Remove the entry."
	};
}
/** What is known of a metric before anything is measured: null is not known. */
function meaningOf(name, { declared, hasCommands }) {
	const isTime = PERCENTILE.test(name) || name === "primary" && !hasCommands;
	return usualMetric(isTime ? "time" : name) ?? {
		units: null,
		better: declared.get(name) ?? null
	};
}

// src/config/schema.ts
/** The newest `version:` that this Benchgate reads. */
const CONFIG_VERSION = 1;
const DEFAULT_SUITES = "**/*.bench.{ts,mts,cts,js,mjs,cjs}";
/** Measured time of one benchmark in each process, after warm-up. */
const DEFAULT_TIME_PER_BENCHMARK_MS = 30;
const DEFAULT_TIME_LIMIT_MIN = 15;
const MAX_SUITES$1 = 200;
/** A suite with more benchmarks than this is refused. */
const MAX_OCCURRENCE = 2e4;
/** Characters of a benchmark's name, or of its suite. */
const MAX_NAME$2 = 1e4;
/**
* Checks a text or a number and reads it. Both happen in one step, because each further step of a schema
* costs time and a file may hold thousands of amounts. `wrongType` is the issue for anything else.
*/
const amount = (read, check, wrongType) => unknown$1().transform((input, context) => {
	if (typeof input !== "string" && typeof input !== "number") context.addIssue({
		...wrongType,
		input
	});
	else {
		refined(check)(input, context);
		const value = read(input);
		if (value !== null) return value;
	}
	return NEVER;
});
/**
* A quantity of one kind, in its unit. `5` is the likeliest mistake where `5%` is wanted, so it is answered
* like a text without its unit.
*/
const quantity = (kind) => amount((written) => parseQuantity(String(written))?.value ?? null, (written) => checkQuantity(String(written), kind), {
	code: "invalid_type",
	expected: "string"
}).meta({
	type: "string",
	pattern: quantityPattern(kind),
	examples: [kind.example]
});
const milliseconds = (kind) => quantity(kind).transform((nanoseconds) => nanoseconds / 1e6);
/** A limit relative to base: two levels, or one value, which fails and warns at its fraction `warnAt`. */
const relative$1 = (kind, description, warnAt = null) => optional(union([quantity(kind).transform((fail) => ({
	warn: warnAt === null ? null : fail * warnAt,
	fail
})), strictObject({
	warn: optional(quantity(kind), "Warn from here on"),
	fail: optional(quantity(kind), "Fail from here on")
}).transform(({ warn = null, fail = null }) => ({
	warn,
	fail
}))]), description, { examples: [kind.example] });
const limit = amount(readLimit, checkLimit, {
	code: "invalid_union",
	errors: []
}).meta({ anyOf: [{
	type: "string",
	pattern: ANY_QUANTITY,
	examples: LIMIT_EXAMPLES
}, {
	type: "number",
	minimum: 0
}] });
/** Both levels are in one unit; the checks across fields refuse anything else. */
function levels$1(warn, fail) {
	const unit = (fail ?? warn)?.unit ?? null;
	return {
		warn: warn?.value ?? null,
		fail: fail?.value ?? null,
		...unit !== null && { unit }
	};
}
const absolute$1 = (description) => optional(union([limit.transform((fail) => levels$1(null, fail)), strictObject({
	warn: optional(limit, "Warn from here on", { examples: LIMIT_EXAMPLES }),
	fail: optional(limit, "Fail from here on", { examples: LIMIT_EXAMPLES })
}).transform(({ warn = null, fail = null }) => levels$1(warn, fail))]), description, { examples: LIMIT_EXAMPLES });
const glob$1 = (description) => text$2(checkGlob).meta({
	description,
	examples: ["parser/*"],
	minLength: 1
});
const narrowed = {
	suite: optional(text$2(checkGlob), "A glob over suites: only benchmarks of these, if several suites use one name. A mitata suite is named by its file's path in the project, a command by its `name-prefix` or else its command line.", {
		examples: ["packages/core/bench/*"],
		minLength: 1
	}),
	occurrence: optional(int().min(1).max(MAX_OCCURRENCE), "Only the n-th benchmark with this name in its suite, counted from 1.", { examples: [2] })
};
const metric = (description) => text$2(checkMetricText).meta({
	description,
	examples: [
		...SUITE_METRIC_IDS,
		"bytes",
		"primary"
	],
	minLength: 1,
	maxLength: 100
});
const suite = text$2(checkSuite).meta({
	examples: ["benchmarks/**/*.bench.ts"],
	minLength: 1
});
const budget$1 = strictObject({
	match: glob$1("A glob over names of benchmarks: groups and name joined by '/'. '**' is every benchmark."),
	...narrowed,
	metric: metric("What is limited: `time` and the other metrics of suites, what a tool reports, or `primary`, the first metric of each benchmark. If the rule only sets a severity, it may be omitted and means all metrics.").exactOptional(),
	"max-regression": relative$1(REGRESSION, "How much worse than base. A single value is the fail level, and half of it the warn level.", .5),
	max: absolute$1("The largest value, for metrics where lower is better, in the unit of the metric; a bare number for counts. A single value is the fail level."),
	min: absolute$1("The smallest value, for metrics where higher is better, in the unit of the metric; a bare number for counts. A single value is the fail level."),
	"min-improvement": relative$1(IMPROVEMENT, "How much better than base this change promises to be. A single value is the fail level."),
	severity: optional(_enum([
		"off",
		"warn",
		"fail"
	]), "The most that a finding can lead to.", { examples: ["warn"] })
}).transform(({ metric = null, "max-regression": worse, "min-improvement": gain, ...others }) => ({
	...others,
	metric,
	...worse && { maxRegression: worse },
	...gain && { minImprovement: gain }
}));
const waiver = strictObject({
	match: glob$1("A glob over names of benchmarks."),
	...narrowed,
	metric: metric("The metric whose regression is accepted; `primary` is the first of each benchmark."),
	"up-to": quantity(ACCEPTED).meta({ description: "How much worse is accepted. More than that still fails." }),
	reason: text$2(checkReason).meta({
		description: "Why; shown in every report.",
		examples: ["Correctness fix (#412)"],
		minLength: 1
	}),
	until: optional(text$2(checkDate), "Last day of the waiver.", {
		examples: ["2027-02-01"],
		pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
	})
}).transform(({ "up-to": upTo, until = null, ...others }) => ({
	...others,
	upTo,
	until
}));
const renamedName = (side) => text$2(checkNul).meta({
	description: `Groups and name on ${side}, as they are: no pattern. '**' on both sides is every benchmark, each under its name.`,
	examples: ["parser/small"],
	minLength: 1,
	maxLength: MAX_NAME$2
});
const renamedSuite = (side) => optional(text$2(checkNul), `Its suite on ${side}, where several suites have the name.`, {
	examples: ["bench/parser.bench.ts"],
	minLength: 1,
	maxLength: MAX_NAME$2
});
const rename$1 = strictObject({
	from: renamedName("base"),
	to: renamedName("head"),
	"from-suite": renamedSuite("base"),
	"to-suite": renamedSuite("head")
}).transform(({ from, to, "from-suite": fromSuite, "to-suite": toSuite }) => ({
	from: normalName(from),
	to: normalName(to),
	...fromSuite !== void 0 && { fromSuite },
	...toSuite !== void 0 && { toSuite }
}));
const MAX_BRANCHES = 50;
const MAX_RULES = 2e3;
const MAX_NODE_ARGS = 50;
const MAX_DECLARED = 200;
const direction = strictObject({ better: betterSchema.meta({
	description: "Which way it is better.",
	examples: ["higher"]
}) }).meta({ examples: [{ better: "higher" }] });
const TOO_MANY_DECLARED = {
	message: `\`metrics\` has more than ${MAX_DECLARED} entries`,
	remedy: "Declare only what budgets name."
};
const declared = record(string(), direction).superRefine(refined((metrics) => Object.keys(metrics).length > MAX_DECLARED ? TOO_MANY_DECLARED : null));
const baseRef = union([text$2(checkBaseRef).transform((ref) => ref === "merge-base" || ref === "parent" ? { kind: ref } : {
	kind: "ref",
	ref
}).meta({
	minLength: 1,
	maxLength: 250
}), strictObject({ tag: text$2(checkRef).meta({
	description: "A pattern; the newest tag that matches is the base.",
	examples: ["v*"]
}) }).transform(({ tag }) => ({
	kind: "tag",
	pattern: tag
}))]);
const base = strictObject({
	ref: optional(baseRef, "What the head is compared with: merge-base, parent, any ref, or the newest tag of a pattern.", {
		default: "merge-base",
		examples: [
			"merge-base",
			"parent",
			{ tag: "v*" }
		]
	}),
	setup: optional(text$2(checkSetup), "Command that prepares a checkout of base or head. One that only installs dependencies is skipped if yours will do.", {
		examples: ["npm ci"],
		minLength: 1
	})
});
const anchor = strictObject({
	tag: text$2(checkRef).meta({
		description: "A pattern; the newest tag that matches is the release.",
		examples: ["v*"]
	}),
	every: int().min(1).max(1e3).meta({
		description: "After how many recorded pushes the release is measured again.",
		examples: [20]
	})
});
const measure = strictObject({
	"time-per-benchmark": optional(milliseconds(TIME_PER_BENCHMARK), "How long each process measures one benchmark, after warm-up.", { default: `${30} ms` }),
	"time-limit": optional(milliseconds(TIME_LIMIT), "Measuring stops after this time; what is undecided then stays undecided.", { default: `${15} min` }),
	"node-args": optional(array(text$2(checkNul)).max(MAX_NODE_ARGS), "Arguments for Node in the measuring processes.", { examples: [["--import", "tsx"]] }),
	"node-threads": optional(boolean(), "Lets V8 collect garbage and compile on extra threads while measuring: closer to production, with more noise.", {
		default: false,
		examples: [true]
	}),
	"suites-from": optional(_enum(["head", "own"]), "Which version of a suite is measured if base and head differ in it: head's on both sides, or each side's own.", {
		default: "head",
		examples: ["own"]
	}),
	"suite-files": optional(array(suite).min(1).max(MAX_SUITES$1), "Globs of files that belong to the suites, such as fixtures and helpers, and come from head with them. Never code that is measured.", { examples: [["benchmarks/fixtures/**"]] })
}).transform((written) => ({
	timePerBenchmarkMs: written["time-per-benchmark"] ?? 30,
	timeLimitMs: written["time-limit"] ?? 15 * 6e4,
	nodeArgs: written["node-args"] ?? [],
	nodeThreads: written["node-threads"] ?? false,
	suitesFrom: written["suites-from"] ?? "head",
	suiteFiles: written["suite-files"] ?? []
}));
/**
* The file as a person writes it: the source of the types, of the errors and of the published JSON Schema.
*/
const configSchema = strictObject({
	version: literal$1(1).meta({
		description: "Version of this format.",
		examples: [1]
	}),
	suites: optional(array(suite).min(1).max(MAX_SUITES$1), "Globs of the benchmark suites, relative to the root of the project. With a `command`, none by default.", {
		default: [DEFAULT_SUITES],
		examples: [["benchmarks/**/*.bench.ts"]]
	}),
	command: commandSchema.exactOptional(),
	metrics: optional(declared, "By name of a metric: which way is better, if its tool does not say.", {
		examples: [{ fps: { better: "higher" } }],
		maxProperties: MAX_DECLARED
	}),
	base: optional(base, "What the head is compared with.", { examples: [{ ref: "merge-base" }] }),
	measure: optional(measure, "How it is measured.", { examples: [{ "time-limit": "15 min" }] }),
	budgets: optional(array(budget$1).max(MAX_RULES), "Limits. For each benchmark and metric, later rules override earlier ones field by field.", { examples: [[{
		match: "**",
		metric: "time",
		"max-regression": "5%"
	}]] }),
	accepted: optional(array(waiver).max(MAX_RULES), "Regressions that a person accepted; written by `benchgate accept`.", { examples: [[{
		match: "parser/large",
		metric: "time",
		"up-to": "20%",
		reason: "Correctness fix (#412)"
	}]] }),
	renamed: optional(array(rename$1).max(MAX_RULES), "Benchmarks that this change renames or moves, so that they are still compared.", { examples: [[{
		from: "parser/small",
		to: "parser/one line"
	}]] }),
	baseline: optional(strictObject({
		branches: optional(array(glob$1("A glob over names of branches.")).min(1).max(MAX_BRANCHES), "Globs of branches whose pushes are recorded, in addition to the default branch.", { examples: [["release/*"]] }),
		anchor: optional(anchor, "A release that some of the recorded pushes are measured against as well, which keeps levels from drifting.", { examples: [{
			tag: "v*",
			every: 20
		}] })
	}), "What is recorded.", { examples: [{ branches: ["release/*"] }] }),
	forks: optional(_enum(["warn", "fail"]), "The worst outcome of a finding in a pull request from a fork, whose numbers cannot be verified. Base's file applies.", {
		default: "fail",
		examples: ["warn"]
	}),
	report: optional(strictObject({
		comment: optional(_enum([
			"always",
			"on-change",
			"on-failure",
			"never"
		]), "When the pull request gets a comment.", {
			default: "on-change",
			examples: ["on-change"]
		}),
		issue: optional(boolean(), "Opens an issue for each regression that recorded pushes confirm on the default branch, and keeps it up to date. The job that records needs `issues: write`.", {
			default: false,
			examples: [true]
		}),
		"dashboard-url": optional(text$2(checkPageUrl), "Where the dashboard is published: reports link to it, and each row to its chart. `{key}` in it is the key of the gate.", {
			examples: ["https://owner.github.io/name/"],
			pattern: "^https://"
		})
	}).transform(({ "dashboard-url": dashboardUrl, ...others }) => ({
		...others,
		...dashboardUrl !== void 0 && { dashboardUrl }
	})), "What is reported where.", { examples: [{ comment: "on-change" }] })
});
/** Where a release of the package has the schema; users name it to their editors. */
const SCHEMA_URL = "https://unpkg.com/benchgate@0/dist/schema.json";
/** The published JSON Schema of the config file, in draft 7, which yaml-language-server reads. */
function configJsonSchema() {
	const { $schema, ...schema } = toJSONSchema(configSchema, {
		target: "draft-7",
		io: "input",
		override({ zodSchema, jsonSchema }) {
			const { examples, default: usual } = globalRegistry.get(zodSchema) ?? {};
			Object.assign(jsonSchema, examples && { examples }, usual !== void 0 && { default: usual });
		}
	});
	return {
		$schema,
		$id: SCHEMA_URL,
		title: "Benchgate configuration (.github/benchgate.yml)",
		...schema
	};
}

// src/config/defaults.ts
/** `line` of the rule that no file holds. */
const NO_LINE = 0;
/**
* V8 collects garbage and optimises code on threads of its own. When they finish is chance, and most of what
* one process differs in from the next comes from that. Under these flags both happen on the measured thread:
* their cost is in the number, whole and every time. Figures: `src/stats/README.md`.
*/
const QUIET_FLAGS = ["--single-threaded-gc", "--no-concurrent-recompilation"];
/** The budget that stands as long as no rule of the file sets a limit. */
const DEFAULT_BUDGET = {
	match: "**",
	metric: PRIMARY,
	maxRegression: {
		warn: .025,
		fail: .05
	},
	line: 0
};
/** What holds without a config file, and for every key that a file leaves out. */
const DEFAULT_CONFIG = {
	file: null,
	suites: [DEFAULT_SUITES],
	commands: [],
	metrics: {},
	base: {
		ref: { kind: "merge-base" },
		setup: null
	},
	measure: {
		timePerBenchmarkMs: 30,
		timeLimitMs: 15 * 6e4,
		nodeArgs: [],
		nodeThreads: false,
		suitesFrom: "head",
		suiteFiles: []
	},
	budgets: [DEFAULT_BUDGET],
	accepted: [],
	renamed: [],
	baseline: {
		branches: [],
		anchor: null
	},
	forks: "fail",
	report: {
		comment: "on-change",
		dashboardUrl: null,
		issue: false
	}
};

// src/config/target.ts
/** A test for the benchmarks that a rule, a waiver or a filter concerns. */
function concernedBy({ match, suite, occurrence }) {
	const hasName = compileGlob(match);
	const isIn = suite === void 0 ? null : compileGlob(suite);
	return (key) => (occurrence === void 0 || occurrence === key.occurrence) && hasName(key.name) && (isIn === null || isIn(key.suite));
}
/** The test of an optional filter: without one every benchmark is meant. */
const filterOf = (filter) => filter === null ? () => true : concernedBy(filter);
/** A target as an error names it. */
const describeTarget = ({ match, suite, occurrence }) => [
	quoted$1(match),
	...occurrence === void 0 ? [] : [`occurrence ${occurrence}`],
	...suite === void 0 ? [] : [`of suite ${quoted$1(suite)}`]
].join(" ");

// src/config/budgets.ts
const LIMITS$2 = [
	"maxRegression",
	"max",
	"min",
	"minImprovement"
];
const FIELDS = [...LIMITS$2, "severity"];
const setsLimit = (rule) => LIMITS$2.some((field) => rule[field] !== void 0);
/** Whether a rule or waiver names a metric: itself, or as the first that a benchmark reports. */
const names = (named, metric, primary) => named === metric || named === "primary" && metric === primary;
const concerns = (rule, metric, primary) => rule.metric === null || names(rule.metric, metric, primary);
/** Rules that set no limit at all, only severities, mean the default one. */
const withDefaultBudget = (rules) => rules.some(setsLimit) ? rules : [DEFAULT_BUDGET, ...rules];
const rulesFor = (config, key) => config.budgets.filter((rule) => concernedBy(rule)(key));
function budgetsOf(config, key) {
	const rules = rulesFor(config, key);
	const named = new Set(rules.filter(setsLimit).map(({ metric }) => metric));
	const of = (metric, primary) => overlaid(rules, metric, primary);
	return {
		of,
		limited: (available, primary) => available.filter((metric) => (named.has(metric) || metric === primary && named.has("primary")) && of(metric, primary).severity !== "off")
	};
}
function overlaid(rules, metric, primary) {
	const budget = {
		maxRegression: null,
		max: null,
		min: null,
		minImprovement: null,
		severity: "fail",
		lines: {
			maxRegression: null,
			max: null,
			min: null,
			minImprovement: null
		}
	};
	for (const rule of rules) {
		if (!concerns(rule, metric, primary)) continue;
		for (const limit of LIMITS$2) {
			if (rule[limit] === void 0) continue;
			budget[limit] = rule[limit];
			budget.lines[limit] = rule.line === 0 ? null : rule.line;
		}
		budget.severity = rule.severity ?? budget.severity;
	}
	return budget;
}
/** The budget of one benchmark and metric; who asks for several metrics takes `budgetsOf`. */
const resolveBudget = (config, key, metric, primary) => budgetsOf(config, key).of(metric, primary);
/** Which of the metrics of a benchmark some rule limits; who asks for their budgets too takes `budgetsOf`. */
const budgetedMetrics = (config, key, available, primary) => budgetsOf(config, key).limited(available, primary);
/**
* The limits of one metric as plain numbers in its unit; null where it has none, or in other units. A failure
* that is only to warn is a level of warning.
*/
function plainLimits(config, key, { metric, unit, primary }) {
	const budget = resolveBudget(config, key, metric, primary);
	if (budget.severity === "off") return null;
	const plain = (levels) => {
		if (levels === null || (levels.unit ?? unit) !== unit) return null;
		const { warn, fail } = levels;
		return budget.severity === "warn" ? {
			warn: warn ?? fail,
			fail: null
		} : {
			warn,
			fail
		};
	};
	const limits = {
		maxRegression: plain(budget.maxRegression),
		max: plain(budget.max),
		min: plain(budget.min)
	};
	return Object.values(limits).every((levels) => levels === null) ? null : limits;
}
/** The waiver of one benchmark and metric, expired or not; of several the last. */
const waiverFor = (config, key, metric, primary) => waiversFor(config, key, metric, primary).at(-1) ?? null;
/** Whether a waiver counts no more on a day (ISO date): its own last one still counts. */
const hasEnded = ({ until }, today) => until !== null && today > until;
const waiversFor = (config, key, metric, primary) => config.accepted.filter((waiver) => names(waiver.metric, metric, primary) && concernedBy(waiver)(key));
const MAX_COMPARED_IDS = 2e3;
const MAX_SUGGESTIONS = 20;
/** The rules and waivers that concern no benchmark. Without benchmarks more is amiss than a spelling. */
function unmatchedRules(config, benchmarks) {
	if (benchmarks.length === 0) return [];
	const names = [...new Set(benchmarks.map(({ name }) => name))];
	return [...config.budgets.map((rule) => ({
		list: "budgets",
		...rule
	})), ...config.accepted.map((waiver) => ({
		list: "accepted",
		...waiver
	}))].filter((rule) => rule.line !== 0 && !benchmarks.some(concernedBy(rule))).map((rule, index) => {
		const { list, line, match } = rule;
		const isNarrowed = names.some((name) => concernedBy({ match })({
			name,
			suite: "",
			occurrence: 1
		}));
		const compared = index < MAX_SUGGESTIONS && !isNarrowed ? names.slice(0, MAX_COMPARED_IDS) : [];
		const nearest$1 = nearest(compared, (name) => editDistance(match, name));
		const hint = nearest$1 === null ? "" : `; the nearest is ${quoted$1(nearest$1)}`;
		return {
			list,
			line,
			match,
			nearest: nearest$1,
			message: `${config.file}:${line}: ${describeTarget(rule)} matches no benchmark${hint}`
		};
	});
}
/** The rules that match benchmarks, and name a metric that none of these reports. */
function unreportedRules(config, benchmarks) {
	const reported = benchmarks.flatMap((benchmark) => [...benchmark.metrics, ...benchmark.primary === null ? [] : [PRIMARY]].map((metric) => ({
		benchmark,
		metric
	})));
	const reporters = Map.groupBy(reported, ({ metric }) => metric);
	const found = [];
	for (const rule of config.budgets) {
		const { metric, line } = rule;
		if (metric === null || line === 0) continue;
		const matches = concernedBy(rule);
		if (reporters.get(metric)?.some(({ benchmark }) => matches(benchmark))) continue;
		const matching = benchmarks.filter(matches);
		if (matching.length === 0) continue;
		const candidates = found.length < MAX_SUGGESTIONS ? matching.flatMap(({ metrics }) => metrics) : [];
		const nearest = didYouMean(metric, [...new Set(candidates)]);
		const hint = nearest === null ? "" : `; the nearest that is reported is ${quoted$1(nearest)}`;
		const does = setsLimit(rule) ? "limits" : "sets the severity of";
		const message = `${config.file}:${line}: the rule ${does} ${quoted$1(metric)}, which no benchmark that it matches reports${hint}`;
		found.push({
			line,
			metric,
			nearest,
			message
		});
	}
	return found;
}

// src/config/cross-field-checks.ts
const LIMITS$1 = [
	"max-regression",
	"max",
	"min",
	"min-improvement"
];
const RULE_KEYS = [
	"match",
	"suite",
	"occurrence",
	"metric",
	...LIMITS$1,
	"severity"
];
/**
* What the fields of a whole file must be to one another: the limits of a rule, and the names, units and
* directions of metrics. The file is as the user wrote it, so that all of its problems are reported at once.
* A field that is wrong by itself has been reported already and is passed over.
*/
function checkAcrossFields(config) {
	const { metrics } = config;
	const declared = new Map(entriesOf(metrics).flatMap(([name, entry]) => declaration(name, entry)));
	const vocabulary = {
		declared,
		hasCommands: config["command"] !== void 0
	};
	const inList = (list, check) => (Array.isArray(config[list]) ? config[list] : []).flatMap((rule, index) => isMap$1(rule) ? below([list, index], check(rule)) : []);
	return [
		...inList("budgets", checkRule),
		...entriesOf(metrics).flatMap(([name]) => about(["metrics", name], checkMetricText(name), "key")),
		...[...declared].flatMap(([name, better]) => about(["metrics", name], checkDirection(name, better), "key")),
		...inList("budgets", (rule) => checkNamed(rule, vocabulary)),
		...inList("accepted", (waiver) => checkNamed(waiver, vocabulary)),
		...inList("renamed", checkRename)
	];
}
const isMap$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const entriesOf = (value) => isMap$1(value) ? Object.entries(value) : [];
const below = (path, findings) => findings.map((finding) => ({
	...finding,
	path: [...path, ...finding.path]
}));
const about = (path, complaint, place) => complaint === null ? [] : [{
	path,
	complaint: {
		...complaint,
		...place && { about: place }
	}
}];
function checkRule(rule) {
	const limits = LIMITS$1.filter((limit) => rule[limit] !== void 0);
	const isMisspelt = Object.keys(rule).some((key) => !RULE_KEYS.includes(key));
	return [
		...limits.length === 0 && rule["severity"] === void 0 && !isMisspelt ? about([], NO_LIMIT) : [],
		...limits.slice(0, rule["metric"] === void 0 ? 1 : 0).flatMap(needsMetric),
		...limits.flatMap((limit) => [...isMisspelt ? [] : checkNotEmpty(limit, rule[limit]), ...checkOrder(limit, writtenLevels(limit, rule[limit]))])
	];
}
/** An entry for every name says nothing of one name, and one that renames nothing is a mistake. */
function checkRename({ from, to, ...suites }) {
	if (from === "**" !== (to === "**")) return about([], EVERY_NAME_ON_BOTH);
	const isSame = from === to && suites["from-suite"] === suites["to-suite"];
	return from !== void 0 && isSame ? about([], RENAMES_NOTHING) : [];
}
const EVERY_NAME_ON_BOTH = {
	message: "`**` stands for every name under itself, and one side alone has it",
	remedy: "Write `**` on both sides, with `from-suite` and `to-suite`, or a name on both."
};
const RENAMES_NOTHING = {
	message: "`from` and `to` are the same",
	remedy: "Say where it moved with `from-suite` and `to-suite`, or remove the entry."
};
const NO_LIMIT = {
	message: "this rule sets neither a limit nor a severity",
	remedy: "Add for example `max-regression: 5%`, or remove the rule."
};
const needsMetric = (limit) => about([limit], {
	message: `\`${limit}\` needs a metric`,
	remedy: "Add for example `metric: time`."
}, "key");
function writtenLevels(limit, value) {
	const levels = isMap$1(value) ? ["warn", "fail"].map((level) => ({
		path: [level],
		written: value[level]
	})) : [{
		path: [],
		written: value
	}];
	const isAbsolute = limit === "max" || limit === "min";
	return levels.flatMap(({ path, written }) => {
		if (typeof written !== "string" && (typeof written !== "number" || !isAbsolute)) return [];
		const quantity = readLimit(written);
		return quantity === null ? [] : [{
			path,
			written,
			quantity
		}];
	});
}
const checkNotEmpty = (limit, value) => isMap$1(value) && Object.keys(value).length === 0 ? about([limit], {
	message: `\`${limit}\` has no level`,
	remedy: "Write `warn`, `fail` or both."
}) : [];
function checkOrder(limit, [warn, fail]) {
	if (warn === void 0 || fail === void 0 || warn.quantity.unit !== fail.quantity.unit) return [];
	const bigIsLenient = limit === "max-regression" || limit === "max";
	const beyond = warn.quantity.value - fail.quantity.value;
	if (bigIsLenient ? beyond <= 0 : beyond >= 0) return [];
	const [first, last] = [warn, fail].map(({ written }) => quoted$1(String(written)));
	return about([limit, "warn"], {
		message: `the warning at ${first} would come after the failure at ${last}`,
		remedy: `Warn ${bigIsLenient ? "below" : "above"} ${fail.written}, or swap the two.`
	});
}
/** Levels of one limit that could not be compared with one another. */
function checkSameUnit(limit, [warn, fail]) {
	if (warn === void 0 || fail === void 0 || warn.quantity.unit === fail.quantity.unit) return [];
	const kind = ({ written, quantity }) => `${quoted$1(String(written))} is ${calledIn(quantity.unit)}`;
	return about([limit, "fail"], {
		message: `the warning at ${kind(warn)}, and the failure at ${kind(fail)}`,
		remedy: "Write both in units of one kind."
	});
}
function declaration(name, entry) {
	const better = isMap$1(entry) ? entry["better"] : void 0;
	return better === "lower" || better === "higher" ? [[name, better]] : [];
}
/** What does not fit the metric that a rule or waiver names. */
function checkNamed(rule, vocabulary) {
	const name = rule["metric"];
	if (typeof name !== "string" || checkMetricText(name) !== null) return [];
	const wrongName = about(["metric"], checkMetricName(name, vocabulary));
	if (wrongName.length > 0) return wrongName;
	const { units, better } = meaningOf(name, vocabulary);
	return ["max", "min"].flatMap((limit) => {
		const levels = writtenLevels(limit, rule[limit]);
		const wrongUnits = levels.flatMap(({ path, written, quantity }) => about([limit, ...path], units && checkUnit(String(written), quantity, name, units)));
		if (wrongUnits.length > 0) return wrongUnits;
		const wrongSide = rule[limit] === void 0 ? null : checkSide(limit, name, better, units);
		return [...checkSameUnit(limit, levels), ...about([limit], wrongSide, "key")];
	});
}
function checkSide(limit, name, better, units) {
	const sensible = better === "lower" ? "max" : "min";
	if (better === null || limit === sensible) return null;
	const good = units?.every((unit) => isSpeed({
		unit,
		better
	})) ? "fast" : "good";
	return {
		message: `\`${limit}\` of ${quoted$1(name)} would fail benchmarks for being ${good}`,
		remedy: `${better === "lower" ? "Lower" : "Higher"} is better here: the limit is called \`${sensible}\`.`
	};
}

// src/config/yaml-document.ts
const MAX_OPEN_BRACKETS = 500;
/** Reads one YAML document; text that cannot be read as one gives problems only. */
function readYaml(source) {
	const hopeless = conflictMarkers(source) ?? openBrackets(source);
	if (hopeless !== null) return { problems: hopeless };
	const document = parseYaml(source.text);
	const troubles = [...document.errors, ...document.warnings];
	if (troubles.length > 0) return { problems: syntaxProblems(source, troubles) };
	return new YamlData(source, document.contents);
}
/** A text as the library reads it, on demand with the tokens that its parts were made of. */
const parseYaml = (text, keepSourceTokens = false) => (0, import_dist.parseDocument)(text, {
	version: "1.2",
	stringKeys: true,
	uniqueKeys: false,
	resolveKnownTags: false,
	prettyErrors: false,
	logLevel: "error",
	keepSourceTokens
});
const CONFLICT = {
	message: "a merge conflict starts here",
	remedy: "Resolve it: keep one side, and remove the <<<<<<<, ======= and >>>>>>> lines."
};
function conflictMarkers(source) {
	const problems = [...source.text.matchAll(/^<{7} .*$/gm)].map(({ index, 0: marker }) => source.problem({
		start: index,
		end: index + marker.length
	}, CONFLICT));
	return problems.length === 0 ? null : problems;
}
function openBrackets(source) {
	let open = 0;
	for (const { 0: bracket, index } of source.text.matchAll(/[[\]{}]/g)) {
		open += bracket === "[" || bracket === "{" ? 1 : -1;
		if (open > MAX_OPEN_BRACKETS) return [source.problem({
			start: index,
			end: index + 1
		}, TOO_DEEP)];
	}
	return null;
}
const TOO_DEEP = {
	message: "values are nested too deeply",
	remedy: "No setting needs more than 5 levels."
};
/** One mistake makes the parser stumble several times; the first stumble on each line is the one to show. */
function syntaxProblems(source, errors) {
	const byLine = /* @__PURE__ */ new Map();
	for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
		const problem = source.problem({
			start: error.pos[0],
			end: error.pos[1]
		}, explainSyntax(error));
		if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
	}
	return [...byLine.values()];
}
/** By the library's code and message: what to say in their place. */
const SYNTAX = [
	[
		/^TAB_AS_INDENT/,
		"a tab indents this line",
		"YAML wants spaces: put two in the place of each tab."
	],
	[
		/^MULTIPLE_DOCS/,
		"a second YAML document starts here",
		"Keep one, and remove the `---` between them."
	],
	[
		/^BAD_SCALAR_START/,
		"a text cannot start with this character",
		"Put the text in quotes."
	],
	[
		/^BAD_ALIAS/,
		"`*` starts a YAML alias, not a pattern",
		"Put the pattern in quotes: \"*\"."
	],
	[
		/^BAD_DQ_ESCAPE/,
		"YAML does not know this escape",
		"Write the text in single quotes, '...', where a backslash is only a backslash."
	],
	[
		/^RESOURCE_EXHAUSTION/,
		TOO_DEEP.message,
		TOO_DEEP.remedy
	],
	[
		/^NON_STRING_KEY/,
		"a key must be a plain word",
		"Write `key: value`."
	],
	[
		/^TAG_RESOLVE_FAILED/,
		"a YAML tag stands before this value",
		"Remove the word that begins with `!`."
	],
	[
		/^BAD_DIRECTIVE/,
		"Benchgate knows no YAML directive",
		"Remove the line that begins with `%`."
	],
	[
		/^BLOCK_AS_IMPLICIT_KEY.*Nested mappings/,
		"an unquoted text holds a colon and a space",
		"Put the text in quotes."
	],
	[
		/^MISSING_CHAR.*Missing closing "/,
		"a double quote is opened and never closed",
		"Close it at the end of its text."
	],
	[
		/^MISSING_CHAR.*Missing closing/,
		"a single quote is opened and never closed",
		"Close it at the end of its text."
	],
	[
		/^MISSING_CHAR.*map keys need/,
		"a key without a value",
		"Write `key: value`, with a space after the colon."
	],
	[
		/^BAD_INDENT.*}/,
		"a brace `{` above is not closed before this place",
		"Close it with `}`."
	],
	[
		/^BAD_INDENT.*]/,
		"a bracket `[` above is not closed before this place",
		"Close it with `]`."
	],
	[
		/^BAD_INDENT/,
		"this line is indented like none of its neighbours",
		"Give all keys of one block the same number of leading spaces."
	]
];
function explainSyntax({ code, message: written }) {
	const words = written.replaceAll(/\p{C}+/gu, " ");
	const [, message, remedy] = SYNTAX.find(([error]) => error.test(`${code} ${words}`)) ?? [
		null,
		`this is not valid YAML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
		"Look at the quotes, brackets and leading spaces around this place."
	];
	return {
		message,
		remedy
	};
}
/**
* The plain data of a document, and where each value stands. An alias gives the very object that its anchor
* gave, which takes no more room and time however many aliases stand for one another: `toJS` of the library
* looks for each anchor in the whole document.
*/
var YamlData = class {
	/** Maps are objects without a prototype, so that no key can reach one; an alias of nothing is undefined. */
	data;
	/** Duplicate keys and aliases of nothing: the rest of the data is worth reading all the same. */
	problems = [];
	#source;
	#whole;
	#anchors = /* @__PURE__ */ new Map();
	/** Of each map and list, by key or index. */
	#places = /* @__PURE__ */ new Map();
	constructor(source, root) {
		this.#source = source;
		this.#whole = spanOf(root) ?? {
			start: 0,
			end: source.text.length
		};
		this.data = this.#read(root);
	}
	/**
	* A finding at the place of the value that its path leads to, or of the last one on the way that exists.
	*/
	problem({ path, complaint }) {
		const { key, value } = this.#placeOf(path);
		return this.#source.problem(complaint.about === "key" && key || value, complaint);
	}
	/** 1-based. */
	lineOf(path) {
		return this.#source.lines.linePos(this.#placeOf(path).value.start).line;
	}
	#placeOf(path) {
		let place = {
			key: null,
			value: this.#whole
		};
		let holder = this.data;
		for (const step of path) {
			const next = this.#places.get(holder)?.get(String(step));
			if (next === void 0) break;
			place = next;
			holder = holder[step];
		}
		return place;
	}
	#complain(node, message, remedy) {
		this.problems.push(this.#source.problem(spanOf(node), {
			message,
			remedy
		}));
	}
	#read(node) {
		if ((0, import_dist.isAlias)(node)) {
			const written = quoted$1(`*${node.source}`);
			const remedy = `If it is a pattern, put it in quotes: "${written.slice(1, -1)}".`;
			if (!this.#anchors.has(node.source)) this.#complain(node, `${written} is a YAML alias, and nothing has that name`, remedy);
			return this.#anchors.get(node.source);
		}
		const data = (0, import_dist.isMap)(node) ? Object.create(null) : (0, import_dist.isSeq)(node) ? [] : node?.value ?? null;
		if (node?.anchor !== void 0) this.#anchors.set(node.anchor, data);
		const places = /* @__PURE__ */ new Map();
		if (typeof data === "object" && data !== null) this.#places.set(data, places);
		if ((0, import_dist.isMap)(node)) this.#readPairs(node, data, places);
		if ((0, import_dist.isSeq)(node)) for (const [index, item] of node.items.entries()) {
			places.set(String(index), {
				key: null,
				value: spanOf(item)
			});
			data.push(this.#read(item));
		}
		return data;
	}
	#readPairs(node, map, places) {
		for (const { key, value } of node.items) {
			const name = String(key.value);
			const first = places.get(name)?.key;
			if (first != null) {
				const { line } = this.#source.lines.linePos(first.start);
				const remedy = `Keep one of the two; the first is on line ${line}.`;
				this.#complain(key, `${quoted$1(name)} is written twice`, remedy);
			} else if (name === "__proto__") this.#complain(key, "unknown key `__proto__`", "Remove it, or give it another name.");
			else {
				const span = spanOf(key);
				places.set(name, {
					key: span,
					value: spanOf(value) ?? span
				});
				map[name] = this.#read(value);
			}
		}
	}
};
const spanOf = (node) => node === null ? null : {
	start: node.range[0],
	end: node.range[1]
};

// src/config/zod-issue.ts
/** Keys that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_KEYS = new Set("slo complexity shards profile history anchor quarantine dashboard retention".split(" "));
/** What zod found, in words. A check of a field has put its own into the issue's parameters. */
function findingsOf(issue, data, above = []) {
	const path = [...above, ...issue.path];
	if (issue.code === "custom") return [{
		path,
		complaint: issue.params
	}];
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		path: [...path, key],
		complaint: unknownKey(key, path)
	}));
	if (issue.code === "invalid_union") {
		const branch = meantBranch(issue.errors);
		if (branch !== null) return branch.flatMap((inner) => findingsOf(inner, data, path));
	}
	const holder = valueAt(data, path.slice(0, -1));
	const value = valueAt(data, path);
	if (value !== void 0) return [{
		path,
		complaint: wrongValue(issue, path, value)
	}];
	return typeof holder === "object" && holder !== null && Object.hasOwn(holder, path.at(-1)) ? [] : [{
		path,
		complaint: missingKey(path)
	}];
}
/** Of a union's branches the one whose type was right, so that the mistake lies inside it. */
function meantBranch(branches) {
	const inside = branches.filter((issues) => !issues.some(isWrongType));
	return inside.length === 1 ? inside[0] : null;
}
const isWrongType = (issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_union" && meantBranch(issue.errors) === null);
function unknownKey(key, path) {
	const about = "key";
	if (LATER_KEYS.has(key)) return {
		message: `${quoted$1(key)} is not supported yet`,
		remedy: "Remove it; a later Benchgate will know it.",
		about
	};
	if (key === "<<") return {
		message: "merge keys (`<<`) are not supported",
		remedy: "Write the fields out.",
		about
	};
	const known = [...keysOf(schemaAt(path)).keys()];
	const meant = didYouMean(key, known);
	const where = path.length === 0 ? "" : ` in ${placeName(path)}`;
	const remedy = meant === null ? `The keys here are ${listed$2(known)}.` : `Did you mean \`${meant}\`?`;
	return {
		message: `unknown key ${quoted$1(key)}${where}`,
		remedy,
		about
	};
}
/** `budgets` for the rules inside it: a list's items go by the list's name. */
const placeName = (path) => quoted$1(String(path.findLast((step) => typeof step === "string") ?? ""));
const isItem = (path) => typeof path.at(-1) === "number";
const itemName = (path) => `${isItem(path) ? "an item of " : ""}${placeName(path)}`;
function missingKey(path) {
	const message = `\`${String(path.at(-1))}\` is missing`;
	return path.length === 1 && path[0] === "version" ? {
		message,
		remedy: `Write \`version: ${1}\` on the first line.`
	} : {
		message,
		remedy: `Add it: ${example(path)}.`
	};
}
/** Lists whose items match several things at once. */
const GLOBS = /* @__PURE__ */ new Set([
	"suites",
	"budgets",
	"accepted",
	"branches"
]);
const TYPE_WORDS = {
	string: "a text",
	object: "a map of keys",
	record: "a map of keys",
	array: "a list",
	boolean: "`true` or `false`"
};
function wrongValue(issue, path, value) {
	const name = itemName(path);
	if (path.length === 1 && path[0] === "version") return wrongVersion(value);
	if (path.length === 1 && path[0] === "command" && typeof value === "string") return COMMAND_AS_TEXT;
	if (value === null) {
		const remedy = `Write ${example(path)}, or remove the ${isItem(path) ? "item" : "key"}.`;
		return {
			message: `${name} has no value`,
			remedy,
			about: "key"
		};
	}
	switch (issue.code) {
		case "invalid_value": {
			if (typeof value !== "string") break;
			const known = issue.values.map(String);
			const meant = didYouMean(value, known);
			const remedy = meant === null ? `It must be one of ${listed$2(known)}.` : `Did you mean \`${meant}\`?`;
			return {
				message: `${name} cannot be ${quoted$1(value)}`,
				remedy
			};
		}
		case "invalid_type": return {
			message: `${name} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}, and this is ${kindOf$1(value)}`,
			remedy: typeRemedy(issue.expected, path, value)
		};
		case "too_big": {
			if (issue.origin !== "array") return outside$1(name, `at most ${issue.maximum}`, path);
			const remedy = GLOBS.has(path.at(-1)) ? "Cover more with one glob." : `Write at most ${issue.maximum}.`;
			return {
				message: `${name} has more than ${issue.maximum} items`,
				remedy
			};
		}
		case "too_small":
			if (issue.origin !== "array") return outside$1(name, `at least ${issue.minimum}`, path);
			return {
				message: `${name} is an empty list`,
				remedy: `Write ${example(path)}, or remove the key.`
			};
	}
	return {
		message: `${name} cannot be ${kindOf$1(value)}`,
		remedy: `Write ${example(path)}.`
	};
}
const outside$1 = (name, bound, path) => ({
	message: `${name} must be ${bound}`,
	remedy: `Write ${example(path)}.`
});
const COMMAND_AS_TEXT = {
	message: "`command` must be a map of keys, and this is a text",
	remedy: "Put the command line under `run`: `command: { run: \"…\" }`."
};
function typeRemedy(expected, path, value) {
	if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) return `Put it in quotes: "${value}".`;
	if (expected === "array" && typeof value === "string") return `Put it in brackets: [${value.trim().split(/\s+/).map((item) => `"${quoted$1(item).slice(1, -1)}"`).join(", ")}].`;
	return `Write ${example(path)}.`;
}
const wrongVersion = (value) => ({
	message: `${typeof value === "string" ? quoted$1(`"${value}"`) : kindOf$1(value)} is not a version of this format`,
	remedy: `Write \`version: ${1}\`, a number without quotes.`
});
function kindOf$1(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a map of keys";
	if (typeof value === "string") return "a text";
	return typeof value === "number" ? `the number ${value}` : `\`${String(value)}\``;
}
let published;
/** What the published schema says about a place; undefined for places that it does not know. */
function schemaAt(path) {
	let node = published ??= configJsonSchema();
	for (const step of path) {
		const { anyOf = [], additionalProperties: entry } = node;
		if (typeof step === "number") node = [node, ...anyOf].find(({ items }) => items)?.items;
		else node = keysOf(node).get(String(step)) ?? (typeof entry === "object" ? entry : void 0);
		if (node === void 0) break;
	}
	return node;
}
/** The keys that a place may hold; of a union, those of its map. */
function keysOf(node) {
	const map = node?.properties === void 0 ? node?.anyOf?.find(({ properties }) => properties) : node;
	return new Map(Object.entries(map?.properties ?? {}));
}
/** `for example key: value`, from the schema's own examples. */
function example(path) {
	const key = path.at(-1);
	return `for example ${quoted$1(`${typeof key === "string" ? `${key}: ` : ""}${inYaml(exampleAt(path))}`)}`;
}
/** An item's example is the first item of its list's. */
function exampleAt(path) {
	const own = schemaAt(path)?.examples?.[0];
	if (own !== void 0 || path.length === 0) return own;
	const list = isItem(path) ? exampleAt(path.slice(0, -1)) : void 0;
	return Array.isArray(list) ? list[0] : "text";
}
function inYaml(value) {
	if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
	if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(([key, inner]) => `${key}: ${inYaml(inner)}`).join(", ")} }`;
	return typeof value === "string" && !/^\w[\w %.-]*$/.test(value) ? JSON.stringify(value) : String(value);
}
function valueAt(data, path) {
	let value = data;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
		value = value[step];
	}
	return value;
}

// src/config/parse.ts
/** Far above any config; it keeps the time that the worst text takes well below a second. */
const MAX_LENGTH = 64e3;
const MAX_PROBLEMS = 1e3;
/**
* Reads the text of a config file. `file` is the name that problems carry. Gives the config, or every problem
* that the text has, in its order; never throws for anything that the text may hold.
*/
function parseConfig(text, file) {
	const source = new Source(file, text.replace(/^\u{feff}/u, ""));
	if (text.length > MAX_LENGTH) return { problems: [source.problem({
		start: 0,
		end: 0
	}, TOO_LONG)] };
	const document = readYaml(source);
	if (!("data" in document)) return { problems: document.problems.slice(0, MAX_PROBLEMS) };
	const hopeless = wrongRoot(document.data) ?? newerVersion(document.data);
	if (hopeless !== null) return { problems: [document.problem(hopeless)] };
	const data = document.data;
	const result = configSchema.safeParse(data);
	const found = [...(result.error?.issues ?? []).slice(0, MAX_PROBLEMS).flatMap((issue) => findingsOf(issue, data)), ...checkAcrossFields(data)].map((finding) => document.problem(finding));
	const problems = inOrder([...document.problems, ...found]).slice(0, MAX_PROBLEMS);
	if (problems.length > 0 || !result.success) return { problems };
	return { config: configOf$1(result.data, file, document) };
}
const SHORTEN = "Cover more benchmarks with one glob, and remove expired waivers.";
const TOO_LONG = {
	message: `the file has more than ${MAX_LENGTH} characters`,
	remedy: SHORTEN
};
function wrongRoot(data) {
	if (typeof data === "object" && data !== null && !Array.isArray(data)) return null;
	const start = `Start it with \`version: ${1}\``;
	const [message, remedy] = data === null ? ["the file is empty", `${start}, or delete it: without a file the defaults hold.`] : [`the file holds ${Array.isArray(data) ? "a list" : "a single value"} where keys are wanted`, `${start}; a space follows each colon.`];
	return {
		path: [],
		complaint: {
			message,
			remedy
		}
	};
}
/** What a newer format means is unknown here, so that its version is the only thing to say about it. */
function newerVersion(data) {
	const { version } = data;
	if (typeof version !== "number" || !(version > 1)) return null;
	return {
		path: ["version"],
		complaint: {
			message: `version ${version} of this format needs a newer Benchgate`,
			remedy: `This one reads version ${1}. Update Benchgate, in the workflow and in package.json.`
		}
	};
}
/** Sorted, and without the repetitions that a YAML alias brings. */
function inOrder(problems) {
	return [...new Map(problems.map((one) => [`${one.line}:${one.column}:${one.message}`, one])).values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
function configOf$1(written, file, document) {
	const { suites, command, metrics, base, measure, budgets = [], accepted = [], renamed = [], baseline, forks, report } = written;
	return {
		file,
		suites: suites ?? (command === void 0 ? DEFAULT_CONFIG.suites : []),
		commands: command ?? DEFAULT_CONFIG.commands,
		metrics: metrics ?? DEFAULT_CONFIG.metrics,
		base: {
			...DEFAULT_CONFIG.base,
			...base
		},
		measure: measure ?? DEFAULT_CONFIG.measure,
		budgets: withDefaultBudget(budgets.map((rule, index) => ({
			...rule,
			line: document.lineOf(["budgets", index])
		}))),
		accepted: accepted.map((waiver, index) => ({
			...waiver,
			line: document.lineOf(["accepted", index])
		})),
		renamed: renamed.map((rename, index) => ({
			...rename,
			line: document.lineOf(["renamed", index])
		})),
		baseline: {
			...DEFAULT_CONFIG.baseline,
			...baseline
		},
		forks: forks ?? DEFAULT_CONFIG.forks,
		report: {
			...DEFAULT_CONFIG.report,
			...report
		}
	};
}

// src/config/load.ts
/** What is read at most; `parseConfig` is stricter still. */
const MAX_BYTES = 1048576;
/**
* The config file of a project: `explicit` (relative to the root) or the one of the usual places that exists.
* Null when there is none; throws UserError when there are two, or when the explicit one is missing or unfit.
*/
async function findConfig(root, explicit) {
	if (explicit !== void 0) {
		if (!await exists(path.resolve(root, explicit))) throw new UserError("config", `There is no ${explicit} in ${root}.`, "Correct the path given with --config, or leave it out.");
		return read(root, explicit);
	}
	const found = [];
	for (const place of CONFIG_PLACES) if (await exists(path.join(root, place))) found.push(place);
	if (found.length > 1) throw severalFiles(found);
	return found[0] === void 0 ? null : read(root, found[0]);
}
const severalFiles = (found) => new UserError("config", `There are ${found.length} config files: ${found.join(" and ")}.`, `Keep one, for example ${found[0]}.`, { topic: "two-config-files" });
async function exists(file) {
	try {
		await lstat(file);
		return true;
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "ENOTDIR") return false;
		throw unreadable(file, error);
	}
}
async function read(root, given) {
	const file = path.resolve(root, given);
	const shown = path.relative(root, file).replaceAll(path.sep, "/");
	const unfit = (why, remedy) => new UserError("config", `${shown} ${why}.`, remedy);
	const refuse = (problem) => {
		if (problem !== null) throw unfit(problem, IN_PROJECT);
	};
	try {
		refuse(await problemInProject(root, file));
		if (!(await stat(file)).isFile()) throw unfit("is not a file", "Put the configuration into a file of that name.");
		const handle = await open(file);
		try {
			refuse(await problemOfOpened(root, handle, file));
			return {
				path: shown,
				text: await readBounded$1(handle, unfit)
			};
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (error instanceof TypeError) throw unfit("is not a text in UTF-8", "Save it as UTF-8.");
		throw unreadable(shown, error);
	}
}
const IN_PROJECT = "Keep the config file in the project, outside of `.git`.";
async function readBounded$1(handle, unfit) {
	const bytes = Buffer.alloc(1048577);
	const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
	if (bytesRead > MAX_BYTES) throw unfit(`has more than ${MAX_BYTES / 1024} KiB, the most that Benchgate reads`, SHORTEN);
	return new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	}).decode(bytes.subarray(0, bytesRead));
}
const unreadable = (file, cause) => new UserError("config", `${file} cannot be read: ${cause.message}.`, "Check that it exists and may be read.", { cause });
/**
* The config of a project: its file's, or the defaults. Throws one ConfigError with all problems of the file.
*/
async function loadConfig(root, explicit) {
	const found = await findConfig(root, explicit);
	return found === null ? DEFAULT_CONFIG : configOf(found);
}
/** Where a config file of a project may lie, relative to its root, with `/` on every platform. */
const placesOfConfig = (explicit) => explicit === void 0 ? CONFIG_PLACES : [path.posix.normalize(explicit.replaceAll(path.sep, "/"))];
/**
* The config among files that were read elsewhere, by path; null when none is a config file. Throws like
* `loadConfig` for what a file says.
*/
function configAmong(files, explicit) {
	const found = placesOfConfig(explicit).filter((place) => files.has(place));
	if (found.length > 1) throw severalFiles(found);
	if (found[0] === void 0) return null;
	const text = files.get(found[0]);
	if (text instanceof UserError) throw text;
	return configOf({
		path: found[0],
		text
	});
}
function configOf({ path, text }) {
	const result = parseConfig(text, path);
	if ("config" in result) return result.config;
	throw new ConfigError(path, result.problems);
}

// src/github/truncate.ts
/** The text within `limit` UTF-16 units and whole characters; what was cut shows as an ellipsis. */
function truncate(text, limit) {
	const whole = text.toWellFormed();
	if (whole.length <= limit) return whole;
	return `${whole.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

// src/github/action-outputs.ts
/** GitHub keeps 1 MB of outputs for a job; the two lists share the better part of it. */
const LIST_BYTES = 307200;
const TEXT_CHARACTERS$1 = 1e4;
/** The outputs of the action. action.yml and the table in docs/reference.md are generated from here. */
const OUTPUTS = {
	outcome: { description: "pass, warn or fail; nothing if there was nothing to do." },
	regressions: { description: "The benchmarks that got worse beyond their budget, as a JSON array." },
	improvements: { description: "The benchmarks that got better, as a JSON array." },
	summary: { description: "The headline of the report, on one line." },
	"report-json": { description: "Path of the report as JSON." },
	"report-markdown": { description: "Path of the report as Markdown." },
	"report-junit": { description: "Path of the report as JUnit XML." },
	"report-openmetrics": { description: "Path of the report as OpenMetrics, for node_exporter or Prometheus." },
	"comment-url": { description: "The comment on the pull request, if there is one." },
	"base-sha": { description: "The commit that was measured against." },
	dashboard: { description: "Path of the dashboard, if one was written." },
	"run-file": { description: "Path of the recorded run, if it could not be stored on the branch." }
};
/** Sets every output. */
async function setOutputs(files, outputs) {
	const assigned = Object.keys(OUTPUTS).map((name) => {
		const value = outputs[name] ?? "";
		return assignment(name, typeof value === "string" ? truncate(value, TEXT_CHARACTERS$1) : boundedJson(value));
	});
	await files.append("GITHUB_OUTPUT", assigned.join(""));
}
/** Sets the outcome of a step that had nothing to do; the other outputs stay empty. */
const setNothing = (files) => files.append("GITHUB_OUTPUT", assignment("outcome", "nothing"));
/**
* An output as the runner reads it: up to a word that no value holds. @actions/core writes the same, but into
* whatever lies at the file's path by then.
*/
function assignment(name, value) {
	const end = `benchgate_${randomUUID()}`;
	return `${name}<<${end}\n${value}\n${end}\n`;
}
function boundedJson(list) {
	const parts = [];
	let bytes = 2;
	for (const item of list) {
		const part = JSON.stringify(item);
		bytes += Buffer.byteLength(part) + 1;
		if (bytes > LIST_BYTES) break;
		parts.push(part);
	}
	return `[${parts.join(",")}]`;
}

// src/github/api-error.ts
/** A request to GitHub that failed for good; `kind` is for code, `message` and `remedy` for people. */
var ApiError = class ApiError extends UserError {
	kind;
	mayHaveHappened;
	waitMs;
	#failure;
	constructor(failure, options) {
		super("github", failure.message, remedyFor(failure), options);
		this.kind = failure.kind;
		this.mayHaveHappened = failure.mayHaveHappened;
		this.waitMs = failure.waitMs ?? null;
		this.#failure = failure;
	}
	/** The same failure, of a server that is known: each has its own place that says how it is. */
	of(serverUrl) {
		return new ApiError({
			...this.#failure,
			serverUrl
		}, { cause: this.cause });
	}
};
/** What a request resolves with; null where GitHub says that there is no such thing, or that it is gone. */
async function nullIfMissing(request) {
	try {
		return await request;
	} catch (error) {
		if (error instanceof ApiError && (error.kind === "not-found" || error.kind === "gone")) return null;
		throw error;
	}
}
/** Throws errors that are bugs on. */
function unpublished(error) {
	if (!(error instanceof UserError)) throw error;
	return {
		status: error instanceof ApiError && error.kind === "forbidden" ? "forbidden" : "failed",
		reason: error.message,
		remedy: error.remedy
	};
}
function remedyFor({ kind, permission = null, serverUrl }) {
	switch (kind) {
		case "unauthorized": return "Correct the input github-token, or leave it out.";
		case "forbidden": return permission === null ? "Look at the permissions of the job and at the settings of the repository." : `Give the job this permission: \`${permission}\`. For pull requests from forks and from Dependabot the token can only read.`;
		case "rate-limited": return "Run the job again later.";
		case "not-found":
		case "gone": return "Look whether it exists, and whether the token may see it.";
		case "conflict": return "Run the job again.";
		case "too-long":
		case "too-large":
		case "other": return "Please report this with the log of the step.";
		case "garbled":
		case "unavailable": return `Look at ${serverUrl === "https://github.com" ? "https://www.githubstatus.com" : "the status of the server"} and at proxies on the way, and run the job again.`;
	}
}

// src/github/step-summary.ts
/** What the runner takes of one step; of a larger file it takes nothing. */
const LIMIT_BYTES$2 = 1048576;
/**
* Adds Markdown to the job's summary. `no-summary`: this runner has none; `full`: together with what the step
* wrote before it would be too large, and was left out.
*/
async function appendSummary(files, markdown) {
	const size = files.size("GITHUB_STEP_SUMMARY");
	if (size === null) return "no-summary";
	const addition = `${size > 0 ? "\n" : ""}${markdown.toWellFormed()}\n`;
	if (size + Buffer.byteLength(addition) > LIMIT_BYTES$2) return "full";
	await files.append("GITHUB_STEP_SUMMARY", addition);
	return "written";
}

// src/report/text/one-line.ts
const UNPRINTABLE = /(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const PLAIN$1 = /^[\x20-\x7e]*$/;
const ONE_CELL_EACH = /^[\x20-\x7e\u00b5\u00b7\u2014\u2026\u2192]*$/;
const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u;
const TWO_CELLS = /\p{Emoji_Presentation}|\ufe0f/u;
const WORDS$1 = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** UTF-16 units that a cell may take: a family of four is 11 units in two cells. */
const UNITS_PER_CELL = 6;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** The text on one line, with whatever a screen would obey or hide written out: `\n`, `\u{202e}`. */
function printable(text) {
	if (PLAIN$1.test(text)) return text;
	return text.replace(UNPRINTABLE, (c) => WORDS$1[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
/**
* The text on one line, with whatever a screen would obey or hide, a CI runner obeys, or no file holds
* written out: `\u{202e}`, `#\u{23}[`. Two texts never become one, since what looks like that already is
* written out too.
*/
const spelledOut = (text) => PLAIN$1.test(text) && !STEERING$1.test(text) ? text : text.replace(TO_SPELL, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);
const STEERING$1 = /\\(?=u\{)|(?<=#)#(?=\[)/;
const TO_SPELL = new RegExp(`${UNPRINTABLE.source}|${STEERING$1.source}`, "gu");
/** Cells that a terminal gives to a printable text. */
function displayWidth(text) {
	if (ONE_CELL_EACH.test(text)) return text.length;
	let width = 0;
	for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
	return width;
}
function graphemeWidth(grapheme) {
	if (ZERO_WIDTH.test(grapheme)) return 0;
	const code = grapheme.codePointAt(0) ?? 0;
	return TWO_CELLS.test(grapheme) || isWide(code) ? 2 : 1;
}
/** Blocks that are wide throughout in Unicode's EastAsianWidth.txt; its other symbols are emoji. */
const isWide = (code) => code >= 4352 && code <= 4447 || code >= 11904 && code <= 42191 && code !== 12351 || code >= 43360 && code <= 43391 || code >= 44032 && code <= 55203 || code >= 63744 && code <= 64255 || code >= 65072 && code <= 65135 || code >= 65280 && code <= 65376 || code >= 65504 && code <= 65510 || code >= 131072 && code <= 262141;
/**
* Printable, and at most `maxCells` wide. What is cut is cut from the middle, because benchmarks differ in
* the end of a name (`n=1000`) as often as in its start. The length is bounded too: one cell can carry any
* number of combining marks.
*/
function shorten(text, maxCells) {
	const startCells = Math.ceil((maxCells - 1) * 2 / 3);
	const endCells = maxCells - 1 - startCells;
	if (text.length <= maxCells * UNITS_PER_CELL) {
		const whole = printable(text);
		if (whole.length <= maxCells * UNITS_PER_CELL && displayWidth(whole) <= maxCells) return whole;
	}
	const start = printable(text.slice(0, startCells * UNITS_PER_CELL).replace(/[\ud800-\udbff]$/, ""));
	const end = printable(text.slice(-endCells * UNITS_PER_CELL).replace(/^[\udc00-\udfff]/, ""));
	return `${fitting(start, startCells, "start")}…${fitting(end, endCells, "end")}`;
}
/** As much of the start or of the end as so many cells take. */
function fitting(text, maxCells, of) {
	if (PLAIN$1.test(text)) return of === "start" ? text.slice(0, maxCells) : text.slice(-maxCells);
	const parts = [...graphemes.segment(text)];
	let cells = 0;
	let units = 0;
	for (const { segment } of of === "start" ? parts : parts.reverse()) {
		cells += graphemeWidth(segment);
		if (cells > maxCells || units + segment.length > maxCells * UNITS_PER_CELL) break;
		units += segment.length;
	}
	return of === "start" ? text.slice(0, units) : text.slice(text.length - units);
}
/** A benchmark's name as people see it; even the empty name is something to point at. */
const shortName = (name, maxCells) => name.trim() === "" ? "(no name)" : shorten(name, maxCells);

// src/report/text/outside.ts
const outside = (kind, text) => ({
	kind,
	text
});
/** Words by a template: strings and numbers in it are ours. */
const words = (ours, ...between) => ours.flatMap((text, i) => {
	const next = between[i] ?? "";
	return typeof next === "number" ? [text, `${next}`] : [text, ...wordsOf(next)];
}).filter((part) => part !== "");
/** Lists as a sentence does: `a, b, c`. */
const listed$1 = (parts, separator = ", ") => parts.flatMap((part, i) => [...i === 0 ? [] : [separator], ...wordsOf(part)]);
/** What a sink makes of words, given what it makes of a text from outside. */
function written$1(text, write) {
	if (typeof text === "string") return text;
	if ("kind" in text) return write(text);
	return text.map((part) => written$1(part, write)).join("");
}
const wordsOf = (text) => typeof text === "string" || "kind" in text ? [text] : text;
/** As many characters of a commit id as people read. */
const shortSha = (sha) => sha.slice(0, 7);

// src/report/text/for-markdown.ts
const PLAIN_CODE = /^[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-](?:[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#% -]*[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-])?$/u;
const reference = (c) => `&#${c.codePointAt(0)};`;
const RUNNER_COMMAND = "##[";
/** Widest name in cells of a screen; table rows stay readable and 50 of them stay within a comment. */
const MAX_NAME_CELLS = 100;
/** A metric's name, or base and head with a unit each. */
const MAX_PHRASE_CELLS = 80;
/** A sentence that somebody wrote, or an error's message with what to do about it. */
const MAX_PROSE_CELLS = 600;
const WRITERS = {
	name: (text) => code(text, MAX_NAME_CELLS),
	ref: (text) => code(text, MAX_NAME_CELLS),
	place: (text) => code(text, MAX_NAME_CELLS),
	commit: (text, links) => commitLink(code(shortSha(text), MAX_NAME_CELLS), text, links),
	line: (text) => code(text.trimEnd(), MAX_PROSE_CELLS),
	metric: (text) => harmless(text, MAX_PHRASE_CELLS),
	quantity: (text) => harmless(text, MAX_PHRASE_CELLS),
	label: prose,
	sentence: prose
};
/** Words as Markdown on one line: ours are Markdown already, and a commit leads to its page in `links`. */
const forMarkdown = (text, links = null) => written$1(text, (one) => WRITERS[one.kind](one.text, links));
/**
* Lines of another program's output, each in code, indented as they are among themselves: a mark may stand
* below a place.
*/
function linesForMarkdown(lines) {
	const spaced = lines.map((line) => line.replace(/^\s+/, (indent) => indent.replaceAll("	", "    ").replace(/\s/g, " ")));
	const common = Math.min(...spaced.map((line) => line.search(/\S|$/)));
	return spaced.map((line) => forMarkdown(outside("line", line.slice(common))));
}
function code(word, maxCells) {
	const text = shortName(word, maxCells);
	if (PLAIN_CODE.test(text) && !text.includes(RUNNER_COMMAND)) return `\`${text}\``;
	return `<code>${text.replace(/[^\p{L}\p{N}\p{M}/, -]/gu, (c) => c.charCodeAt(0) < 128 ? reference(c) : c).replaceAll("&#64;", "&#64;⁠")}</code>`;
}
function prose(text) {
	if (text.trim() === "") return "…";
	return harmless(text, MAX_PROSE_CELLS).replace(/^\d+(?=[.)])/, "$&⁠").replace(/^[-+]/, reference);
}
const harmless = (text, maxCells) => shorten(text.trim(), maxCells).replace(/[@#$]|:(?=\/)|www(?=\.)|GH(?=-)/gi, "$&⁠").replace(/[^\p{L}\p{N}\p{M}\s.,;:()%'’"/!?+=…-]/gu, (c) => c.charCodeAt(0) < 128 ? reference(c) : c);

// src/report/text/for-log.ts
/** A line for the log of a CI runner, which obeys nothing of it. */
const forLog = (line) => line.replace(/[\r\n]+/g, " ").replaceAll("##[", "# #[").replace(/^(\s*)::/, "$1: :");

// src/report/text/for-terminal.ts
const ON_SCREEN = {
	name: 60,
	ref: 40,
	place: 60,
	commit: 40,
	metric: 40,
	quantity: 60,
	label: 60,
	sentence: 600,
	line: 300
};
/** An annotation stands alone in a log or beside a diff, where there is room. */
const IN_ANNOTATION = {
	...ON_SCREEN,
	name: 80,
	place: 80,
	metric: 60,
	quantity: 80
};
/** Words in an annotation, which GitHub shows as plain text. */
const forAnnotation = (text) => written$1(text, (one) => plain(one, IN_ANNOTATION[one.kind]));
function plain({ kind, text }, maxCells) {
	if (kind === "name") return forLog(shortName(text, maxCells));
	return outsideText(kind === "commit" ? shortSha(text) : text, maxCells);
}
/** A text from outside, whatever it is, on one line of a terminal. */
const outsideText = (text, maxCells) => forLog(shorten(text.trim(), maxCells));
/** Lines with parts from outside, such as the message of an error, as a terminal and a log show them. */
const linesForTerminal = (text) => text.split("\n").map((line) => forLog(shorten(line.replaceAll("	", " "), Infinity))).join("\n");

// src/gate/baseline-branches.ts
/** Matches the branches, besides the default one, whose pushes the config has recorded. */
function recordedBranches(config) {
	const matches = (config?.baseline.branches ?? []).map((glob) => compileGlob(glob));
	return (branch) => matches.some((match) => match(branch));
}
/**
* Matches the refs whose runs count as baselines: the default branch, and the branches that the config names.
*/
function baselineRefs(config, defaultBranch) {
	const isRecorded = recordedBranches(config);
	return (ref) => {
		const branch = branchOf(ref);
		return branch !== null && (branch === defaultBranch || isRecorded(branch));
	};
}

// src/cli/interrupt.ts
/**
* Turns the first Ctrl-C (or SIGTERM) into an abort, whose reason is the exit code, so that processes and
* directories are removed in order; a second one does what `atOnce` was given last and ends the program.
*/
function onInterrupt() {
	const controller = new AbortController();
	let cleanUp = () => {};
	const onSignal = (name) => {
		const exitCode = 128 + constants$1.signals[name];
		if (controller.signal.aborted) {
			cleanUp();
			process.exit(exitCode);
		}
		process.stderr.write("\nstopping: ending the processes and removing the checkouts\n");
		controller.abort(exitCode);
	};
	const signals = [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	];
	for (const name of signals) process.on(name, onSignal);
	return {
		signal: controller.signal,
		atOnce: (what) => {
			cleanUp = what;
		},
		release: () => {
			for (const name of signals) process.off(name, onSignal);
		}
	};
}

// src/report/quantity.ts
/** A unit that is not ours may be a sentence: what is printed of it, in cells. */
const MAX_UNIT = 20;
/** Digits that a number of this program can have. */
const MAX_DIGITS = 15;
/** From here on a number is written with an exponent: 1.23e+16. */
const MAX_INTEGER = 0x38d7ea4c68000;
/** One value in the unit that people would choose: `4.21 ms`, `1.23 %`, `48 B`; `—` where there is none. */
function formatQuantity(value, unit) {
	if (value === null) return "—";
	return inScale([value], scaleOf(value, unit), unit, 3).text;
}
/**
* Base and head in one unit and, within a tenfold, with as many decimals: `4.21 → 4.98 ms`. Values that
* differ by as much as a change is printed for get the digits in which they differ, so that `15.3 → 15.3 µs`
* is never beside a change; exact values get them however little they differ, since one byte more is a
* finding. Values more than a thousandfold apart keep their own units, and so does a side that has no value.
*/
function formatPair(base, head, unit, exact = false) {
	if (base === null || head === null || apart(base, head, unit)) return `${formatQuantity(base, unit)} → ${formatQuantity(head, unit)}`;
	const greatest = Math.max(Math.abs(base), Math.abs(head));
	const difference = Math.abs(head - base);
	const usual = difference < .02 * greatest ? 4 : 3;
	const scale = scaleOf(greatest, unit);
	const short = inScale([base, head], scale, unit, usual);
	if (!(exact ? difference > 0 : difference >= LEAST_SHOWN * Math.abs(base))) return short.text;
	const finest = exact ? scaleOf(0, unit) : scale;
	for (let digits = usual; digits <= MAX_DIGITS; digits += 1) {
		const pair = inScale([base, head], digits === usual ? scale : finest, unit, digits);
		if (pair.digits[0] !== pair.digits[1]) return pair.text;
	}
	return short.text;
}
/** The least change that has a percentage, of base: half of 0.01 %. */
const LEAST_SHOWN = 5e-5;
/** Values of one unit, with `count` significant digits of the largest. */
function inScale(values, scale, unit, count) {
	const digits = digitsOf(values.map((value) => scaled(value, scale)), count, scale.factor === 1 && unitOf(unit).isCountable);
	return {
		digits,
		text: withSymbol(digits.join(" → "), scale.symbol)
	};
}
/** The largest numbers have no percentage among the numbers; -0 is 0. */
const scaled = (value, { factor }) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value / factor)) + 0;
/** The unit to print beside a metric: none where it would repeat the metric's name, as of `instructions`. */
const unitBeside = ({ metric, unit }) => unit === metric && unitOf(unit).scales.every(({ symbol }) => symbol === unit) ? "" : unit;
/** A limit as a person wrote it: `10 ms`, `50 kops/s`, without digits that say nothing. */
function formatLimit(value, unit) {
	const scale = scaleOf(value, unit);
	return withSymbol(trimmed(scaled(value, scale)), scale.symbol);
}
/** A fraction as a level: .05 is `5 %`, .025 is `2.5 %`. */
const formatLevel = (fraction) => `${trimmed(fraction * 100)} %`;
/** A fraction's percentage without its sign: one decimal, two below .1 %, none from 100 % on. */
function percentDigits(fraction) {
	const percent = Math.min(Math.abs(fraction) * 100, Number.MAX_VALUE);
	if (percent >= 1e6) return percent.toExponential(1);
	if (percent >= 99.95) return grouped(percent);
	return percent.toFixed(percent > 0 && percent < .095 ? 2 : 1);
}
/** Wall time: `8.4 s`, `5 min 12 s`, `1 h 3 min`. */
function formatSeconds(seconds) {
	if (seconds < 10) return `${trimmed(Math.round(seconds * 10) / 10)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	const minutes = Math.round(whole / 60);
	const [count, large, small] = whole < 3600 ? [
		whole,
		"min",
		"s"
	] : [
		minutes,
		"h",
		"min"
	];
	return `${grouped(Math.floor(count / 60))} ${large}${count % 60 ? ` ${count % 60} ${small}` : ""}`;
}
/** A number for programs: what arithmetic leaves behind its 15th digit is not said. */
const plainNumber = (value) => `${Number.isSafeInteger(value) ? value : Number(value.toPrecision(MAX_DIGITS))}`;
/** An integer with commas: 5,000. */
const grouped = (value) => (Math.round(value) + 0).toLocaleString("en-US");
/** `1 benchmark`, `2 benchmarks`. */
const plural = (count, noun, many = `${noun}s`) => `${grouped(count)} ${count === 1 ? noun : many}`;
/** The unit that people would choose for a value; from 999.5 on, which would print as 1000, the next one. */
function scaleOf(value, unit) {
	const { kind, scales } = unitOf(unit);
	const scale = scaleFor(value, scales, .9995);
	return kind === "other" ? {
		...scale,
		symbol: shorten(scale.symbol.trim(), MAX_UNIT)
	} : scale;
}
/** Zero is zero in every unit. */
function apart(a, b, unit) {
	const [less, more] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other);
	return less > 0 && more > 1e3 * less && scaleOf(a, unit).factor !== scaleOf(b, unit).factor;
}
const withSymbol = (digits, symbol) => symbol === "" ? digits : `${digits} ${symbol}`;
function digitsOf(values, count, counted) {
	const inFull = (value) => {
		const size = Math.abs(value);
		return size < MAX_INTEGER && (Number.isInteger(value) || size >= 1e4 && count <= 4);
	};
	if (counted && values.every((value) => inFull(value))) return values.map(grouped);
	const sizes = values.map((value) => Math.abs(value)).filter((size) => size > 0);
	const greatest = Math.max(...sizes);
	const alike = sizes.length > 1 && greatest <= 10 * Math.min(...sizes);
	return values.map((value) => significant(value, count, alike ? greatest : Math.abs(value)));
}
/** A value with so many significant digits of a number of that size. */
function significant(value, digits, size) {
	if (size === 0) return "0";
	return isExtreme(size) ? scientific(value, digits) : fixed(value, decimalsOf(size, digits));
}
/** What would be too many digits or zeros. */
const isExtreme = (size) => size >= 1e7 || size < 1e-4;
/** Decimals of a number that is to have so many significant digits. */
function decimalsOf(size, digits) {
	const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
	const rounded = Number(size.toFixed(decimals));
	return Math.floor(Math.log10(rounded)) > Math.floor(Math.log10(size)) ? Math.max(0, decimals - 1) : decimals;
}
function fixed(value, decimals) {
	const text = value.toFixed(decimals);
	if (Math.abs(Number(text)) < 1e3) return text;
	return Number(text).toLocaleString("en-US", { minimumFractionDigits: decimals });
}
function trimmed(value) {
	const size = Math.abs(value);
	if (size >= MAX_INTEGER || size > 0 && size < 1e-4) return scientific(value, 3);
	if (Number.isInteger(value)) return grouped(value);
	return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
const scientific = (value, digits) => value.toExponential(digits - 1);

// src/cli/progress.ts
/** What a log says of a report. */
function progressWords(progress) {
	if (progress.kind === "preparing" || progress.kind === "note") return progress.text;
	if (progress.kind === "start") return `${shortened(progress.base)} → ${shortened(progress.head)} · ${plural(progress.benchmarks, "benchmark")}`;
	const { stage, undecided } = progress;
	return undecided > 0 ? `${stage}: ${undecided} undecided` : stage;
}
/** What a person calls a revision; a whole commit id is none of that. */
const shortened = (label) => /^[0-9a-f]{40,64}$/.test(label) ? label.slice(0, 7) : label;

// src/git/variables.ts
/** Variables by which git finds a repository; in a git hook they are set to the user's own one. */
const REPOSITORY_POINTERS = /* @__PURE__ */ new Set([
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_PREFIX",
	"GIT_INTERNAL_SUPER_PREFIX",
	"GIT_NAMESPACE",
	"GIT_GRAFT_FILE",
	"GIT_SHALLOW_FILE",
	"GIT_REPLACE_REF_BASE",
	"GIT_NO_REPLACE_OBJECTS",
	"GIT_QUARANTINE_PATH",
	"GIT_CONFIG",
	"GIT_CONFIG_PARAMETERS"
]);
/** True for a variable by which git would find another repository than the one of its working directory. */
function pointsGitElsewhere(name) {
	return REPOSITORY_POINTERS.has(name);
}
/** The environment with more settings for git: in no argument and on no disk, as one may be a token. */
function withGitSettings(env, settings) {
	const known = Number(env["GIT_CONFIG_COUNT"] ?? 0);
	const first = Number.isInteger(known) && known > 0 ? known : 0;
	const added = settings.flatMap(([key, value], i) => [[`GIT_CONFIG_KEY_${first + i}`, key], [`GIT_CONFIG_VALUE_${first + i}`, value]]);
	return {
		...env,
		...Object.fromEntries(added),
		GIT_CONFIG_COUNT: String(first + settings.length)
	};
}
/** A token as git sends it, base64 in a header that begins with `basic`. */
const credentialsOf = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
/** The settings by which git shows a token to one server, in place of what the user configured. */
function tokenSettings(serverUrl, token) {
	const key = `http.${serverUrl.replace(/\/+$/, "")}/.extraheader`;
	const header = `AUTHORIZATION: basic ${credentialsOf(token)}`;
	return [[key, ""], [key, header]];
}
/** Any text with the user name and password of the URLs in it left out. */
const withoutCredentials = (text) => text.replace(/(\w:\/\/)[^\s/@]*@/g, "$1");

// src/process/run-process.ts
/**
* How long output may take to end after the process and its group did. Only what left the group can hold it
* open that long, and then it is not whole: no time says that nothing more is on its way.
*/
const END_LIMIT_MS = 3e4;
/** The same of what is only read for people. Whoever left the group may hold it open for ever. */
const LOG_END_LIMIT_MS = 250;
/** Of what a process printed, so much is kept to explain how it ended. */
const TAIL_BYTES = 16384;
/** Ends a process and all that it started, as long as they stayed in its group. */
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
/**
* Runs a program with its arguments, or a line through the shell, in a process group of its own and waits for
* its end and that of its output; the group ends with it, so that a daemon that it left behind neither holds
* the pipes nor disturbs a measurement. Its output is captured and never inherited: it may hold workflow
* commands of untrusted code. Rejects with the signal's reason on abort and with the system's error when the
* program cannot be started; the result says everything else.
*/
async function runProcess(command, o) {
	o.signal?.throwIfAborted();
	const child = start(command, o);
	if (child.stdio === void 0) throw (await once(child, "error"))[0];
	let stopped = null;
	let hasEnded = false;
	const stop = (why) => {
		stopped ??= why;
		if (!hasEnded) killGroup(child.pid);
	};
	const aborted = Promise.withResolvers();
	const onAbort = () => {
		stop(null);
		aborted.resolve();
	};
	o.signal?.addEventListener("abort", onAbort, { once: true });
	const limit = o.timeLimitMs === void 0 ? void 0 : setTimeout(() => stop("time-limit"), o.timeLimitMs);
	const channel = o.channel && listen(child.stdio[3], o.channel, stop);
	if (o.onMessage) child.once("message", o.onMessage);
	child.stdin?.on("error", () => {}).end(o.input);
	const printed = capture(child.stdout, child.stderr, o.stdout, stop);
	const ends = endsOf(child, o, channel?.over);
	const release = () => {
		clearTimeout(limit);
		clearTimeout(channel?.stall);
	};
	try {
		const ended = await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.once("exit", (exitCode, exitSignal) => resolve({
				exitCode,
				exitSignal
			}));
		});
		release();
		killGroup(child.pid);
		hasEnded = true;
		const leftRunning = o.mark?.endLeftRunning(child.pid) ?? [];
		const isWhole = await within(END_LIMIT_MS, Promise.race([ends.whole, aborted.promise]));
		await within(LOG_END_LIMIT_MS, Promise.race([ends.logs, aborted.promise]));
		o.signal?.throwIfAborted();
		return {
			...ended,
			...printed(),
			isWhole,
			stopped,
			leftRunning
		};
	} finally {
		release();
		o.signal?.removeEventListener("abort", onAbort);
		for (const pipe of child.stdio) pipe?.destroy();
	}
}
function start(command, o) {
	const [file, args] = typeof command === "string" ? [command, []] : [command[0], command.slice(1)];
	return spawn(file, args, {
		cwd: o.cwd,
		env: o.mark === void 0 ? o.env : {
			...o.env,
			...o.mark.variables
		},
		shell: typeof command === "string",
		detached: true,
		stdio: [
			o.input === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe",
			...o.channel ? ["pipe"] : o.onMessage ? ["ipc"] : []
		]
	});
}
/** The ends of what has to be whole, and of what is only read for people. */
function endsOf(child, o, channel) {
	const [stdout, stderr] = [endOf(child.stdout, "close"), endOf(child.stderr, "close")];
	const isKept = typeof o.stdout === "number";
	const messages = o.onMessage && endOf(child, "disconnect");
	return {
		whole: Promise.all([
			isKept ? stdout : null,
			channel,
			messages
		]),
		logs: Promise.all([isKept ? null : stdout, stderr])
	};
}
const endOf = (source, event) => new Promise((resolve) => void source.once(event, () => resolve()));
/**
* Whether something happened within a time. On a busy machine the time goes by while what was written still
* waits to be read: once it is up, pipes are asked once more.
*/
async function within(limitMs, event) {
	const { promise, resolve } = Promise.withResolvers();
	const late = () => setImmediate(() => setImmediate(() => resolve(false)));
	const timer = setTimeout(late, limitMs);
	event.then(() => resolve(true));
	const happened = await promise;
	clearTimeout(timer);
	return happened;
}
/** Reads what a process prints; the returned function says what was kept of it. */
function capture(stdout, stderr, wanted, stop) {
	const kept = [];
	let bytes = 0;
	let tail = Buffer.alloc(0);
	const addToTail = (chunk) => {
		tail = Buffer.concat([tail, chunk]).subarray(-16384);
	};
	stderr.on("data", addToTail);
	stdout.on("data", (chunk) => {
		if (wanted === "none") return;
		if (wanted === "tail") return addToTail(chunk);
		bytes += chunk.length;
		if (bytes > wanted) return stop("output-limit");
		kept.push(chunk);
	});
	return () => ({
		stdout: Buffer.concat(kept),
		tail: tail.toString()
	});
}
/**
* Hands a process its task and reads what it says; returns the timer that ends a silent process, and the end
* of what it says.
*/
function listen(pipe, { task, onLine, isOver, stallMs, limitBytes }, stop) {
	const stall = setTimeout(() => stop("stall"), stallMs);
	const { promise: over, resolve } = Promise.withResolvers();
	let bytes = 0;
	let isOpen = true;
	const close = () => {
		isOpen = false;
		stop("channel");
	};
	const lines = createInterface({
		input: pipe,
		crlfDelay: Infinity
	});
	lines.on("line", (line) => {
		if (!isOpen) return;
		if (!onLine(line)) return close();
		stall.refresh();
		if (isOver()) resolve();
	});
	pipe.on("data", (chunk) => {
		bytes += chunk.length;
		if (bytes > limitBytes) close();
	});
	pipe.once("close", resolve);
	for (const source of [pipe, lines]) source.on("error", () => {});
	pipe.end(task);
	return {
		stall,
		over
	};
}
/** How a process ended that nobody stopped, as the end of a sentence. */
const howItEnded = ({ exitCode, exitSignal }) => exitCode === null ? `was ended by ${exitSignal}` : `ended with exit code ${exitCode}`;

// src/report/text/for-message.ts
/** A text from outside within the message of an error: on one line, cut. */
function forMessage(text, limit = 200) {
	const line = stripVTControlCharacters(text.slice(0, limit * 5)).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
	return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

// src/github/cache.ts
const TIME_LIMIT_MS$1 = 6e4;
/**
* A failure that took longer than this closes the cache: @actions/cache tries an ailing service for half a
* minute each time.
*/
const PATIENCE_MS = 5e3;
const SHOWN_CHARACTERS$1 = 300;
/**
* Opens the cache of the job's repository, or null where the runner offers none. A cache that is broken, slow
* or read-only costs time only: at most the limit for each call, and a notice. Nothing here ever throws for
* it.
*
* An archive is unpacked by `tar -P` and may write anywhere: a job that publishes for forks (report mode)
* must never open it.
*
* The work is done in a process of its own, for three reasons. @actions/cache cannot be stopped, and a
* transfer that goes on after its limit would disturb the measurements and change the directory later. It
* reports a cache that is merely ill as an error annotation. And with Azure's SDK it is several times larger
* than the rest of the action.
*/
function openCache(o) {
	const temporary = o.env["RUNNER_TEMP"];
	const service = o.env["ACTIONS_RESULTS_URL"] || o.env["ACTIONS_CACHE_URL"];
	if (!temporary || !service || !o.env["ACTIONS_RUNTIME_TOKEN"]) return null;
	const parent = join(temporary, "benchgate");
	let closed = false;
	const pathOf = (directory) => {
		invariant(directory === join(parent, basename(directory)), `${directory} is no place of the cache`);
		return `benchgate/${basename(directory)}`;
	};
	/** The key that was restored or saved; null after a notice, or where there is nothing to say. */
	async function ask(request) {
		if (closed || o.signal?.aborted) return null;
		const startedAt = performance.now();
		const { reply, complaint, how } = await askProcess(request, temporary, o).catch((error) => ({
			reply: null,
			complaint: null,
			how: error.message
		}));
		if (o.signal?.aborted) return null;
		if (reply?.kind === "unavailable") {
			closed = true;
			return null;
		}
		if (reply?.kind === "done" && reply.key !== null) return reply.key;
		if (reply?.kind === "done" && request.kind === "restore" && complaint === null) return null;
		const said = reply?.kind === "failed" ? reply.why : complaint || "the cache did not say why";
		const why = reply === null ? [how, complaint].filter(Boolean).join(": ") : said;
		closed = performance.now() - startedAt > PATIENCE_MS;
		tell(request, why);
		return null;
	}
	function tell(request, why) {
		const what = request.kind === "restore" ? "restored" : "saved";
		const after = closed ? ". The cache is not asked again in this job" : "";
		o.onNotice(`${basename(request.path)} was not ${what}: ${withoutSecrets(why)}${after}`);
	}
	return {
		place: (name) => join(parent, name),
		async restore(directory, { key, prefixes }) {
			const request = {
				kind: "restore",
				path: pathOf(directory),
				key,
				prefixes
			};
			await rm(directory, {
				recursive: true,
				force: true
			});
			const found = await ask(request);
			if (found !== null && existsSync(directory)) return { key: found };
			if (found !== null) tell(request, `${found} holds something else`);
			await rm(directory, {
				recursive: true,
				force: true
			});
			return null;
		},
		async save(directory, key) {
			return await ask({
				kind: "save",
				path: pathOf(directory),
				key
			}) !== null;
		}
	};
}
/** The program stands beside this file, as source or as bundle. */
function processFile() {
	const here = import.meta.url;
	return fileURLToPath(new URL(here.endsWith(".ts") ? "./cache-process.ts" : "./action-cache.js", here));
}
async function askProcess(request, temporary, o) {
	await mkdir(join(temporary, "benchgate"), { recursive: true });
	const scratch = await mkdtemp(join(temporary, "benchgate", "archive-"));
	const timeLimitMs = o.timeLimitMs ?? TIME_LIMIT_MS$1;
	let reply = null;
	try {
		const result = await runProcess([
			process.execPath,
			processFile(),
			JSON.stringify(request)
		], {
			cwd: temporary,
			env: {
				...o.env,
				RUNNER_TEMP: scratch,
				GITHUB_WORKSPACE: temporary,
				RUNNER_DEBUG: void 0
			},
			stdout: "tail",
			timeLimitMs,
			signal: o.signal,
			onMessage: (message) => {
				reply = message;
			}
		});
		const how = result.stopped === "time-limit" ? `it did not come to an end within ${timeLimitMs / 1e3} s` : `its process ended with ${result.exitSignal ?? `exit code ${result.exitCode}`}`;
		return {
			reply,
			complaint: lastComplaint(result.tail),
			how
		};
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
/** Where @actions/cache says that something went wrong: as a command to the runner, or plainly. */
const COMPLAINTS = [
	/^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:restore|save): ?)?(.*)$/,
	/^Failed to (?:restore|save): ?(.*)$/,
	/^Cache (?:restore|save) skipped: (.*)$/,
	/^Attempt \d+ of \d+ failed with error: (.*)$/
];
/**
* The last reason that @actions/cache printed, '' for one without words: it returns the same for "nothing
* found" and "could not".
*/
function lastComplaint(output) {
	for (const line of output.split("\n").reverse()) for (const pattern of COMPLAINTS) {
		const reason = pattern.exec(line)?.[1];
		if (reason !== void 0) return reason;
	}
	return null;
}
/** The first line of a reason, without the secrets that signed addresses carry. */
function withoutSecrets(text) {
	const [line = ""] = text.replaceAll("%25", "%").split(/%0D|%0A|\r|\n/);
	return forMessage(line.replace(/(https?:\/\/[^\s?]+)\?\S*/g, "$1"), SHOWN_CHARACTERS$1).replace(/\.$/, "");
}

// src/github/request-failure.ts
/** What went wrong with the request `what` ("GET /repos/..."); throws `error` on where it is a bug. */
function failureOf(error, what) {
	const known = [error, error.cause].find((candidate) => candidate instanceof ApiError);
	if (known !== void 0) return known;
	const answer = answerIn(error);
	if (answer === null) throw error;
	const kind = kindOf(answer);
	return new ApiError({
		kind,
		message: `GitHub answered ${answer.status} to ${what}${answer.message && ": "}${forMessage(answer.message)}`,
		permission: kind === "forbidden" ? permissionIn(answer.headers) : null,
		mayHaveHappened: answer.status >= 500,
		waitMs: kind === "rate-limited" ? waitAskedFor(answer.headers) : null
	}, { cause: error });
}
function answerIn(error) {
	const { status, message, headers, response } = error;
	if (typeof status !== "number" || typeof message !== "string") return null;
	return {
		status,
		message,
		headers: new Headers(headers instanceof Headers ? headers : response?.headers)
	};
}
function kindOf({ status, message, headers }) {
	const isLimit = headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0" || /secondary rate limit|abuse detection/i.test(message);
	if (status === 429 || status === 403 && isLimit) return "rate-limited";
	if (status === 401) return "unauthorized";
	if (status === 403) return "forbidden";
	if (status === 404) return "not-found";
	if (status === 409) return "conflict";
	if (status === 410) return "gone";
	if (status === 422 && /too long/i.test(message)) return "too-long";
	if (status >= 500) return "unavailable";
	return "other";
}
/** Milliseconds until GitHub takes requests again, as its headers say it; null when they do not. */
function waitAskedFor(headers) {
	const seconds = Number(headers.get("retry-after") ?? NaN);
	if (seconds >= 0) return seconds * 1e3;
	const resetMs = Number(headers.get("x-ratelimit-reset") ?? NaN) * 1e3;
	const nowMs = Date.parse(headers.get("date") ?? "");
	if (headers.get("x-ratelimit-remaining") === "0" && resetMs > nowMs) return resetMs - nowMs;
	return 6e4;
}
/**
* What GitHub's header x-accepted-github-permissions asks for, as a workflow spells it. Sets are separated by
* semicolons, the parts of one by commas.
*/
function permissionIn(headers) {
	const sets = (headers.get("x-accepted-github-permissions") ?? "").slice(0, 500).split(";").map((set) => set.split(",").map((part) => part.trim()).filter((part) => /^\w+=\w+$/.test(part)).map((part) => part.replaceAll("_", "-").replace("=", ": ")).join(" and ")).filter((set) => set !== "");
	return sets.length > 0 ? sets.join(" or ") : null;
}
/** The part of an answer that a schema names; an ApiError when it is not there. `what` names the request. */
function parsedAnswer(schema, data, what) {
	const result = schema.safeParse(data);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw new ApiError({
		kind: "garbled",
		message: `GitHub's answer to ${what} is not what its description says: ${issue?.path.join(".")} ${issue?.message}`,
		mayHaveHappened: true
	}, { cause: result.error });
}

// src/github/transport.ts
/** Failures to reach a host, before anything was sent. */
const NEVER_SENT = /* @__PURE__ */ new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"ENETUNREACH",
	"EHOSTUNREACH"
]);
/**
* `fetch` with an end for the request `what` ("GET /repos/..."): the whole answer is here within `timeMs` and
* has at most `limitBytes`, else it fails with an ApiError. With `limitBytes` null the answer's content is
* not read.
*/
function boundedFetch(fetch, what, timeMs, limitBytes) {
	return async (address, init) => {
		const signal = AbortSignal.timeout(timeMs);
		const unavailable = (how, mayHaveHappened, cause) => new ApiError({
			kind: "unavailable",
			message: `GitHub ${how} (${what})`,
			mayHaveHappened
		}, { cause });
		try {
			const response = await fetch(address, {
				...init,
				signal
			});
			const { status, headers } = response;
			if (limitBytes === null) await response.body?.cancel();
			const content = limitBytes === null ? null : await readBounded(response, what, limitBytes);
			const whole = new Response(content?.length ? content : null, {
				status,
				headers
			});
			return Object.defineProperty(whole, "url", { value: response.url });
		} catch (error) {
			if (error instanceof ApiError) throw error;
			if (signal.aborted) throw unavailable(`did not answer within ${timeMs / 1e3} s`, true, error);
			const { code, message } = error.cause ?? error;
			throw unavailable(`could not be reached (${code ?? message})`, !NEVER_SENT.has(code ?? ""), error);
		}
	};
}
async function readBounded(response, what, limitBytes) {
	const tooLarge = () => new ApiError({
		kind: "too-large",
		message: `GitHub sent more than the ${limitBytes} bytes that Benchgate reads (${what})`,
		mayHaveHappened: true
	});
	if (Number(response.headers.get("content-length")) > limitBytes) {
		await response.body?.cancel();
		throw tooLarge();
	}
	const chunks = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > limitBytes) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

// src/github/client.ts
const LIMITS = {
	/** Tries of one request. */
	attempts: 4,
	/** Milliseconds that all requests of this client together may spend waiting for another try. */
	waitMs: 6e4,
	/** Milliseconds for one try, with its answer. */
	requestMs: 3e4,
	/** Bytes of one answer. A page of 100 comments of 65,536 characters has at most 26 MB. */
	responseBytes: 33554432
};
const FIRST_WAIT_MS = 1e3;
/** True for requests that come to the same when they are carried out twice. */
const isRepeatable = (method) => method !== "POST";
function openClient(options) {
	const { token, context } = options;
	const limits = {
		...LIMITS,
		...options.limits
	};
	const withRetries = retries(options, limits);
	let octokit;
	const connected = () => octokit ??= connect(options, limits, withRetries);
	return {
		repository: {
			owner: context.repository.owner,
			repo: context.repository.name
		},
		serverUrl: context.serverUrl,
		octokit: connected,
		async graphql(query, variables, { repeatable } = { repeatable: /^\s*query\b/.test(query) }) {
			const { request } = await connected();
			const { data } = await request({
				method: "POST",
				url: context.graphqlUrl,
				query,
				variables,
				request: { repeatable }
			});
			const answer = parsedAnswer(graphqlSchema, data, "a GraphQL request");
			const error = answer.errors.find(({ type }) => type !== "NOT_FOUND");
			if (error !== void 0) throw graphqlError(error);
			return answer.data;
		},
		async get(address, { as, limitBytes }) {
			const { protocol, origin, pathname } = new URL(address);
			const what = `GET ${origin}${pathname}`;
			if (protocol !== "https:" && protocol !== new URL(context.apiUrl).protocol) throw new ApiError({
				kind: "other",
				message: `GitHub named an address without https (${what})`,
				mayHaveHappened: false
			});
			const { request } = await connected();
			const given = request.endpoint.DEFAULTS.request?.fetch;
			const fetch = boundedFetch(given, what, limits.requestMs, limitBytes);
			const headers = as === "git" ? { authorization: `basic ${credentialsOf(token)}` } : {};
			return withRetries(what, true, async () => {
				const response = await fetch(address, {
					method: "GET",
					headers
				});
				const bytes = Buffer.from(await response.arrayBuffer());
				if (response.ok) return bytes;
				throw Object.assign(/* @__PURE__ */ new Error(""), {
					status: response.status,
					headers: response.headers
				});
			});
		}
	};
}
function retries({ context, onNotice, wait = setTimeout$1 }, limits) {
	let waitedMs = 0;
	return async (what, repeatable, send) => {
		for (let attempt = 1;; attempt += 1) try {
			return await send();
		} catch (error) {
			const failure = failureOf(error, what).of(context.serverUrl);
			const waitMs = failure.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
			const isTransient = [
				"unavailable",
				"garbled",
				"rate-limited"
			].includes(failure.kind);
			const isSafe = repeatable || !failure.mayHaveHappened;
			const isAffordable = attempt < limits.attempts && waitedMs + waitMs <= limits.waitMs;
			if (!isTransient || !isSafe || !isAffordable) throw failure;
			waitedMs += waitMs;
			onNotice(`${failure.message}. Trying again in ${Math.ceil(waitMs / 1e3)} s (${attempt + 1} of ${limits.attempts}).`);
			await wait(waitMs);
		}
	};
}
async function connect({ token, context }, limits, withRetries) {
	const { getOctokit } = await import("./action-github.js");
	const octokit = getOctokit(token, {
		baseUrl: context.apiUrl,
		log: {
			debug() {},
			info() {},
			warn() {},
			error() {}
		}
	});
	octokit.hook.wrap("request", (request, parameters) => {
		const method = parameters.method ?? "GET";
		const what = `${method} ${new URL(octokit.request.endpoint(parameters).url).pathname}`;
		const fetch = parameters.request?.fetch;
		invariant(fetch, "@actions/github gives its requests a fetch");
		parameters.request = {
			...parameters.request,
			fetch: boundedFetch(fetch, what, limits.requestMs, limits.responseBytes)
		};
		return withRetries(what, parameters.request?.["repeatable"] ?? isRepeatable(method), async () => {
			const response = await request(parameters);
			if (response.status < 204 && (typeof response.data === "string" || response.data instanceof ArrayBuffer)) throw new ApiError({
				kind: "garbled",
				message: `GitHub sent no JSON: ${forMessage(String(response.data))} (${what})`,
				mayHaveHappened: true
			});
			return response;
		});
	});
	return octokit;
}
const graphqlSchema = object({
	data: unknown$1(),
	errors: array(object({
		type: string().default("no type"),
		message: string()
	})).default([])
});
const GRAPHQL_KINDS = {
	FORBIDDEN: "forbidden",
	STALE_DATA: "conflict",
	RATE_LIMITED: "rate-limited"
};
function graphqlError({ type, message }) {
	return new ApiError({
		kind: GRAPHQL_KINDS[type] ?? "other",
		message: `GitHub refused a GraphQL request (${forMessage(type)}): ${forMessage(message)}`,
		mayHaveHappened: false
	});
}

// src/github/context.ts
/** GitHub sends no event of more than 25 MB. */
const EVENT_LIMIT_BYTES = 26214400;
const text$1 = string().max(4096);
const sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "is not the id of a commit");
const count$1 = number().int().positive().max(Number.MAX_SAFE_INTEGER);
const fullName = string().max(256).regex(/^[\w.-]+\/[\w.-]+$/, "is not of the form owner/name");
const url = url$1({ protocol: /^https?$/ }).max(2048).transform((address) => address.replace(/\/+$/, ""));
const environmentSchema$1 = object({
	GITHUB_EVENT_NAME: text$1.min(1),
	GITHUB_REPOSITORY: fullName,
	GITHUB_SHA: sha,
	GITHUB_REF: text$1.default(""),
	GITHUB_ACTOR: text$1.default(""),
	GITHUB_RUN_ID: count$1,
	GITHUB_RUN_ATTEMPT: count$1.default(1),
	GITHUB_JOB: text$1.default(""),
	GITHUB_WORKFLOW: text$1.default(""),
	RUNNER_OS: text$1.default(""),
	RUNNER_ARCH: text$1.default(""),
	GITHUB_SERVER_URL: url.default("https://github.com"),
	GITHUB_API_URL: url.default("https://api.github.com"),
	GITHUB_GRAPHQL_URL: url.default("https://api.github.com/graphql")
});
const repositoryOfHead = object({ full_name: fullName }).nullish();
const pullSchema$1 = object({
	number: count$1,
	state: _enum(["open", "closed"]),
	user: object({ login: text$1 }).nullish(),
	head: object({
		sha,
		ref: text$1,
		repo: repositoryOfHead
	}),
	base: object({
		sha,
		ref: text$1,
		repo: object({ full_name: fullName })
	})
}).transform(({ number, state, user, head, base }) => ({
	number,
	state,
	author: user?.login ?? null,
	headSha: head.sha,
	headRef: head.ref,
	/** `owner/name`; null when the fork is gone. */
	headRepository: head.repo?.full_name ?? null,
	baseSha: base.sha,
	baseRef: base.ref,
	isFork: head.repo?.full_name !== base.repo.full_name
}));
const mergeGroupSchema = object({
	base_sha: sha,
	base_ref: text$1
}).transform((group) => ({
	baseSha: group.base_sha,
	baseRef: group.base_ref
}));
const workflowRunSchema = object({
	id: count$1,
	event: text$1,
	conclusion: text$1.nullish(),
	head_sha: sha,
	head_branch: text$1.nullish(),
	head_repository: repositoryOfHead
}).transform((run) => ({
	id: run.id,
	/** The event that had started it. */
	event: run.event,
	conclusion: run.conclusion ?? null,
	headSha: run.head_sha,
	headBranch: run.head_branch ?? null,
	/** `owner/name`; null when the fork is gone. */
	headRepository: run.head_repository?.full_name ?? null
}));
const eventSchema = object({
	action: text$1.nullish(),
	deleted: boolean().nullish(),
	repository: object({ default_branch: text$1.min(1) }).nullish(),
	pull_request: unknown$1().optional(),
	merge_group: unknown$1().optional(),
	workflow_run: unknown$1().optional()
});
const PULL_EVENTS = /* @__PURE__ */ new Set(["pull_request", "pull_request_target"]);
const DEPENDABOT = "dependabot[bot]";
/** The event that GITHUB_EVENT_PATH holds; UserError when it is missing, too large or no JSON. */
async function readEvent(env) {
	const file = env["GITHUB_EVENT_PATH"];
	if (!file) throw notARunner("GITHUB_EVENT_PATH is not set");
	try {
		const handle = await open(file);
		try {
			const { size } = await handle.stat();
			if (size > EVENT_LIMIT_BYTES) throw notARunner(`GITHUB_EVENT_PATH names a file of ${size} bytes`);
			return JSON.parse(await handle.readFile("utf8"));
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw notARunner(`GITHUB_EVENT_PATH cannot be read: ${error.message}`, error);
	}
}
/** What `env` and the event say; UserError that names the variable or field that is missing or unfit. */
function readContext(env, event) {
	const given = Object.fromEntries(Object.keys(environmentSchema$1.shape).map((name) => [name, env[name] || void 0]));
	const variables = parsed(environmentSchema$1, given, "");
	const payload = parsed(eventSchema, event, "the event");
	const name = variables.GITHUB_EVENT_NAME;
	const part = (field) => `the event's ${field}`;
	const pull = PULL_EVENTS.has(name) ? parsed(pullSchema$1, payload.pull_request, part("pull_request")) : null;
	const [owner, repositoryName] = variables.GITHUB_REPOSITORY.split("/");
	const branch = branchOf(variables.GITHUB_REF);
	return {
		event: name,
		/** What happened: `opened`, `closed`, `completed`... */
		action: payload.action ?? null,
		repository: {
			owner,
			name: repositoryName,
			fullName: variables.GITHUB_REPOSITORY,
			/**
			* Null where the event does not say. A schedule runs on the default branch only, and its event may say
			* nothing more.
			*/
			defaultBranch: payload.repository?.default_branch ?? (name === "schedule" ? branch : null)
		},
		sha: variables.GITHUB_SHA,
		/** A full ref: `refs/heads/main`, `refs/pull/7/merge`, `refs/tags/v1`. */
		ref: variables.GITHUB_REF,
		/** The branch that `ref` names, if it is one. */
		branch,
		/** True: started by Dependabot, whose token can only read. */
		isDependabot: variables.GITHUB_ACTOR === DEPENDABOT || pull?.author === DEPENDABOT,
		runId: variables.GITHUB_RUN_ID,
		runAttempt: variables.GITHUB_RUN_ATTEMPT,
		job: variables.GITHUB_JOB,
		workflow: variables.GITHUB_WORKFLOW,
		/** What the job runs on: `Linux X64`. */
		system: `${variables.RUNNER_OS} ${variables.RUNNER_ARCH}`.trim(),
		serverUrl: variables.GITHUB_SERVER_URL,
		apiUrl: variables.GITHUB_API_URL,
		graphqlUrl: variables.GITHUB_GRAPHQL_URL,
		runUrl: `${variables.GITHUB_SERVER_URL}/${variables.GITHUB_REPOSITORY}/actions/runs/${variables.GITHUB_RUN_ID}`,
		pull,
		mergeGroup: name === "merge_group" ? parsed(mergeGroupSchema, payload.merge_group, part("merge_group")) : null,
		sourceRun: name === "workflow_run" ? parsed(workflowRunSchema, payload.workflow_run, part("workflow_run")) : null,
		/** True: the push deleted its branch or tag. */
		deleted: payload.deleted === true
	};
}
function parsed(schema, value, what) {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const problems = result.error.issues.slice(0, 5).map((issue) => {
		return `${[what, issue.path.join(".")].filter((part) => part !== "").join(", ")}: ${issue.message}`;
	});
	throw notARunner(problems.join("; "));
}
const notARunner = (what, cause) => new UserError("usage", `The environment is not that of a GitHub Actions job: ${what}`, "Run this as a step of a workflow; elsewhere use the benchgate command.", { cause });

// src/github/runner-host.ts
/**
* Where the runner reads commands that a step leaves behind: a benchmark that appends to them would reach
* later steps.
*/
const RUNNER_FILES = [
	"GITHUB_OUTPUT",
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
const TOKENS = [
	"GITHUB_TOKEN",
	"GH_TOKEN",
	"GH_ENTERPRISE_TOKEN",
	"GITHUB_ENTERPRISE_TOKEN"
];
const OWN = /* @__PURE__ */ new Set([...RUNNER_FILES, ...TOKENS]);
/**
* Inputs of the action may hold a token (`INPUT_GITHUB-TOKEN`); ACTIONS_* open the cache and the artifacts of
* the run.
*/
const OWN_PREFIX = /^(INPUT_|ACTIONS_)/i;
/** What the runner calls a system, and what Node calls it. */
const SYSTEMS$1 = {
	Linux: "Linux",
	macOS: "Darwin",
	Windows: "Windows_NT"
};
/** What GitHub's runner says in the environment; outside of a runner, next to nothing. */
function readHost(env) {
	const target = env["GITHUB_BASE_REF"] || null;
	const previewed = /^refs\/pull\/\d+\/merge$/.test(env["GITHUB_REF"] ?? "") ? env["GITHUB_SHA"] : void 0;
	return {
		target: target === null ? null : {
			branch: target,
			namedBy: "pull request's base branch (GITHUB_BASE_REF)"
		},
		isPreview({ sha, parents: [first, second], subject }) {
			if (previewed === sha || env["GITHUB_ACTIONS"] === "true") return previewed === sha;
			return subject === `Merge ${second} into ${first}`;
		},
		temporary: env["RUNNER_TEMP"] || null,
		temporaryVariables: "RUNNER_TEMP or TMPDIR",
		system: SYSTEMS$1[env["RUNNER_OS"] ?? ""] ?? null,
		image: env["ImageOS"] ? `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim() : null,
		isOwnVariable: (name) => OWN.has(name) || OWN_PREFIX.test(name),
		wholeHistory: {
			aside: "with actions/checkout: fetch-depth: 0",
			clause: "with actions/checkout, set fetch-depth: 0"
		}
	};
}
/**
* Where the docs of the running action are, with `/` at the end; null for an action of the repository that
* uses it.
*/
function docsOfAction(env) {
	const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
	return repository && ref ? encodeURI(`${server || "https://github.com"}/${repository}/blob/${ref}/`) : null;
}

// src/github/runner-files.ts
/** The runner takes less of each of them from one step. */
const LIMIT_BYTES$1 = 4194304;
/** Of what was added, so much is looked at, and so much is shown. */
const ADDED_BYTES = 65536;
const SHOWN_LINES = 3;
const SHOWN_CHARACTERS = 200;
/** How appending fails where something else is in the place of a file, or of its folder. */
const REPLACED = /* @__PURE__ */ new Set([
	"ELOOP",
	"ENOENT",
	"EISDIR",
	"ENOTDIR",
	"EACCES"
]);
/**
* The files by which a step sets the environment, the PATH, outputs and the summary. Measured code finds them
* in `/proc`, and later steps obey what stands there. So what belongs in them is kept here: what was there
* when the step began, and what this program adds. Everything else is removed again.
*/
var RunnerFiles = class RunnerFiles {
	#files;
	#env;
	#changes = [];
	constructor(env, files) {
		this.#env = env;
		this.#files = files;
	}
	/** Notes what is in the files, before any code of the project runs. */
	static async note(env) {
		const files = /* @__PURE__ */ new Map();
		for (const variable of RUNNER_FILES) {
			const path = env[variable];
			const guarded = [...files.values()].find((file) => file.path === path) ?? (path ? await noted(path).catch(() => null) : null);
			if (guarded !== null) files.set(variable, guarded);
		}
		return new RunnerFiles(env, files);
	}
	/** Bytes of a file as far as they belong there; null: this runner has no such file. */
	size(variable) {
		return this.#files.get(variable)?.content.length ?? (this.#env[variable] ? 0 : null);
	}
	/** Adds to a file what this program has to say. */
	async append(variable, text) {
		const file = this.#files.get(variable);
		const path = this.#env[variable];
		if (file === void 0) return path ? await appendFile(path, text) : void 0;
		await this.#check(variable, file);
		file.content = Buffer.concat([file.content, Buffer.from(text)]);
		const flag = constants$2.O_WRONLY | constants$2.O_APPEND | constants$2.O_NOFOLLOW;
		await appendFile(file.path, text, { flag }).catch((error) => {
			if (!REPLACED.has(error.code ?? "")) throw error;
		});
	}
	/** Puts back what was changed; what was changed since this was last asked. */
	async putBack() {
		for (const [variable, file] of this.#files) await this.#check(variable, file);
		return this.#changes.splice(0);
	}
	async #check(variable, file) {
		const found = await changeOf$2(file);
		if (found === null) return;
		const { how, added } = found;
		const failure = await writeBack(file, how).then(() => null, (error) => error.code ?? error.message);
		const own = new Set(linesOf$1(file.content));
		const lines = linesOf$1(added).filter((line) => !own.has(line));
		const shown = lines.slice(0, SHOWN_LINES).map((line) => line.slice(0, SHOWN_CHARACTERS));
		this.#changes.push({
			variable,
			how,
			lines: shown,
			more: lines.length - shown.length,
			failure
		});
	}
};
const linesOf$1 = (text) => text.toString().split(/\r\n|\n|\r/).filter((line) => line !== "");
/** Null where it cannot be guarded: it is no plain file, or too large. */
async function noted(path) {
	const handle = await open(path, constants$2.O_RDWR | constants$2.O_CREAT | constants$2.O_NOFOLLOW | constants$2.O_NONBLOCK);
	try {
		const status = await handle.stat();
		if (!status.isFile() || status.size > LIMIT_BYTES$1) return null;
		return {
			path,
			content: await handle.readFile(),
			...identityOf(status)
		};
	} finally {
		await handle.close();
	}
}
const identityOf = ({ dev, ino, mode }) => ({
	dev,
	ino,
	mode: mode & 511
});
/** What is wrong with a file, and what stands in it beside what belongs there; null: nothing. */
async function changeOf$2(file) {
	const { path, content } = file;
	const nothing = Buffer.alloc(0);
	let handle;
	try {
		handle = await open(path, constants$2.O_RDONLY | constants$2.O_NOFOLLOW | constants$2.O_NONBLOCK);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT") return {
			how: "removed",
			added: nothing
		};
		return {
			how: await lstat(path).then((entry) => entry.isFile()).catch(() => false) ? "made-unreadable" : "replaced",
			added: nothing
		};
	}
	try {
		const status = await handle.stat();
		if (!status.isFile()) return {
			how: "replaced",
			added: nothing
		};
		const { bytesRead, buffer } = await handle.read({
			buffer: Buffer.alloc(content.length + ADDED_BYTES),
			position: 0
		});
		const now = buffer.subarray(0, bytesRead);
		const isKept = now.subarray(0, content.length).equals(content);
		const added = isKept ? now.subarray(content.length) : now;
		const { dev, ino, mode } = identityOf(status);
		if (dev !== file.dev || ino !== file.ino) return {
			how: "replaced",
			added
		};
		if (!isKept) return {
			how: "rewritten",
			added
		};
		if (added.length > 0) return {
			how: "appended",
			added
		};
		return mode === file.mode ? null : {
			how: "made-unreadable",
			added
		};
	} finally {
		await handle.close();
	}
}
/** Gives a file the content that belongs there, through no link. */
async function writeBack(file, how) {
	const handle = (how === "appended" || how === "rewritten" ? await openSame(file).catch(() => null) : null) ?? await openAnew(file);
	try {
		await handle.truncate(0);
		await handle.write(file.content, 0, file.content.length, 0);
		await handle.chmod(file.mode);
		Object.assign(file, identityOf(await handle.stat()));
	} finally {
		await handle.close();
	}
}
async function openSame({ path, dev, ino }) {
	const handle = await open(path, constants$2.O_RDWR | constants$2.O_NOFOLLOW | constants$2.O_NONBLOCK);
	const status = await handle.stat();
	if (status.dev === dev && status.ino === ino) return handle;
	await handle.close();
	return null;
}
async function openAnew({ path }) {
	if ((await stat(dirname(path)).catch(() => null))?.isDirectory() === false) await rm(dirname(path));
	await mkdir(dirname(path), { recursive: true });
	await rm(path, {
		recursive: true,
		force: true
	});
	return await open(path, "wx");
}

// src/github/inputs.ts
/** Modes of the design that do nothing yet. */
const UNSUPPORTED_MODES = ["shard", "merge"];
/** Inputs of later versions: named in the design, refused until they do something. */
const UNSUPPORTED_INPUTS = ["shard"];
const MAX_PATTERNS = 100;
/**
* The inputs of the action. action.yml and the table of the docs are generated from here, and `readInputs`
* reads no others.
*/
const INPUTS = {
	config: {
		description: "The config file. Default: .github/benchgate.yml, then benchgate.yml.",
		default: "",
		schema: () => string().max(1024).refine((given) => inProject(given) === null, { error: ({ input }) => inProject(String(input)) }).transform((given) => given || null)
	},
	"working-directory": {
		description: "The directory of the project, relative to the workspace.",
		default: ".",
		schema: ({ workspace }) => pathInside(workspace)
	},
	mode: {
		description: "auto (by the event), gate, record or report.",
		default: "auto",
		schema: () => string().refine((mode) => !UNSUPPORTED_MODES.includes(mode), {
			error: ({ input }) => `is ${quoted(String(input))}, which is not supported yet`,
			abort: true
		}).pipe(choice("auto", "gate", "record", "report"))
	},
	results: {
		description: "Result files that an earlier step wrote, instead of measuring: paths or globs, one per line, relative to working-directory. They are compared with the stored runs, which only warns. In report mode no file is read; the input then says that the measuring job may hand over results.",
		default: "",
		schema: () => patternsInside()
	},
	format: {
		description: "The tool that wrote the results. Default: detected from their content.",
		default: "",
		schema: () => string().refine((name) => name === "" || FORMATS.some((known) => known === name), { error: ({ input }) => `is ${quoted(String(input))}, and may be ${FORMATS.join(", ")}` }).transform((name) => name || null)
	},
	"github-token": {
		description: "The token for comment, check run and baseline branch.",
		default: "${{ github.token }}",
		schema: () => string().max(4096).regex(/^[\x21-\x7e]*$/, "holds characters that no token has").transform((token) => token || null)
	},
	"fail-on": {
		description: "What fails the step: fail (over budget), warn (warnings too) or never.",
		default: "fail",
		schema: () => choice("fail", "warn", "never")
	},
	comment: {
		description: "always, on-change, on-failure or never. Default: report.comment of the config file.",
		default: "",
		schema: () => literal$1("").transform(() => null).or(choice("always", "on-change", "on-failure", "never"))
	},
	key: {
		description: "Tells several gates of one repository apart: each key has its own comment, check run and stored runs.",
		default: "default",
		schema: () => string().regex(/^[A-Za-z0-9._-]{1,50}$/, "may be 1 to 50 letters, digits, dots, dashes and underscores")
	},
	matrix: {
		description: "Do not set: tells the legs of a matrix apart.",
		default: "${{ toJSON(matrix) }}",
		schema: () => string().max(1e5).transform((text) => text === "null" ? null : text || null)
	},
	dashboard: {
		description: "A folder to write the dashboard to once a run is recorded, relative to the workspace: an empty one, or an earlier dashboard.",
		default: "",
		schema: ({ workspace }) => literal$1("").transform(() => null).or(pathInside(workspace).refine((folder) => folder !== ".", "is the workspace itself"))
	},
	"baseline-branch": {
		description: "The branch that keeps the recorded runs.",
		default: "benchgate",
		schema: ({ defaultBranch }) => string().refine(isBranchName, { error: ({ input }) => `is ${quoted(String(input))}, which is no name of a branch` }).refine((name) => name !== defaultBranch, "is the default branch, which holds the project itself")
	}
};
const choice = (...values) => _enum(values, { error: ({ input }) => `is ${quoted(String(input))}, and may be ${values.join(", ")}` });
/** What is wrong with a path or glob of an input, relative to `place`; null: nothing. */
function wrongPath(given, place, root) {
	const found = problemOfPath(path.posix.normalize(given), place, root);
	return found && `${quoted(given)} ${found.problem}. ${found.remedy}`;
}
const inProject = (given) => wrongPath(given, "working-directory");
const pathInside = (workspace) => string().transform((given, check) => {
	const inside = path.relative(workspace, path.resolve(workspace, given)).split(path.sep).join("/");
	const message = given.startsWith("-") ? `${quoted(given)} begins with a dash` : wrongPath(path.isAbsolute(given) && !/^\.\.(\/|$)/.test(inside) ? inside : given, "the workspace", "the workspace");
	if (message === null) return inside || ".";
	check.addIssue({
		code: "custom",
		message
	});
	return NEVER;
});
const patternsInside = () => string().transform((given, check) => {
	const patterns = given.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	const message = patterns.length > MAX_PATTERNS ? `holds more than ${MAX_PATTERNS} lines` : patterns.map(inProject).find((wrong) => wrong !== null) ?? null;
	if (message === null) return patterns;
	check.addIssue({
		code: "custom",
		message
	});
	return NEVER;
});
/**
* The action's inputs, read through `getInput` of @actions/core. Throws one UserError that names every input
* that is wrong.
*/
function readInputs(getInput, place) {
	const table = Object.entries(INPUTS);
	const given = Object.fromEntries(table.map(([name, input]) => [name, getInput(name) || (input.default.startsWith("${{") ? "" : input.default)]));
	const result = object(Object.fromEntries(table.map(([name, input]) => [name, input.schema(place)]))).safeParse(given);
	const problems = [
		...(result.error?.issues ?? []).map((issue) => describe(issue)),
		...given["format"] !== "" && given["results"] === "" ? ["format: is for results, and none are given"] : [],
		...UNSUPPORTED_INPUTS.filter((name) => getInput(name) !== "").map((name) => `${name}: is not supported yet`)
	];
	if (result.success && problems.length === 0) return Object.fromEntries(Object.entries(result.data).map(([name, value]) => [camelCase(name), value]));
	throw new UserError("usage", problems.length === 1 ? `An input is wrong: ${problems[0]}` : `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join("\n")}`, "Correct the step that uses Benchgate in the workflow file, under `with:`.", { topic: "input" });
}
const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
function describe(issue) {
	const telling = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0] : issue;
	return `${issue.path.join(".")}: ${telling?.message ?? issue.message}`;
}
/** What is a branch for git, in plain characters. */
const isBranchName = (name) => problemOfBranch(name) === null && /^[\w./+-]+$/.test(name);
const quoted = (given) => JSON.stringify(given.length > 100 ? `${given.slice(0, 100)}…` : given);

// src/model/oldest-node.ts
/** Major and minor version of the oldest Node whose module hooks the worker can use. */
const OLDEST_NODE = [22, 18];
/** Names of long-term releases that are older. */
const OLD_NAMES = [
	"argon",
	"boron",
	"carbon",
	"dubnium",
	"erbium",
	"fermium",
	"gallium",
	"hydrogen",
	"iron"
];
/**
* Whether a version, as `.nvmrc` or actions/setup-node name it, can only be a Node that is too old: `20`,
* `v18.x`, `22.10`, `lts/iron`. Of a range the newest counts, and what is not understood is left alone.
*/
function isTooOld(version) {
	const text = version.trim().toLowerCase();
	const name = /^lts\/([a-z]+)$/.exec(text)?.[1];
	if (name !== void 0) return OLD_NAMES.includes(name);
	const [, sign = "", major = "", minor = ""] = /^([~^=]?)\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.[\w.*-]+)?$/.exec(text) ?? [];
	if (major === "") return false;
	if (Number(major) !== OLDEST_NODE[0]) return Number(major) < OLDEST_NODE[0];
	return sign !== "^" && /^\d+$/.test(minor) && Number(minor) < OLDEST_NODE[1];
}

// src/measure/node-on-path.ts
const TIME_LIMIT_MS = 1e4;
const MAX_ANSWER_BYTES = 65536;
const ownNode = {
	path: process.execPath,
	version: process.version
};
/**
* The project's Node: the one on PATH, which a workflow sets up, rather than the one that the runner brings
* for actions. Its real path is returned, so that all processes of a gate use the same one. Null when there
* is none that is new enough.
*/
async function nodeOnPath(env) {
	const question = "console.log(JSON.stringify([process.execPath, process.version]))";
	try {
		const { stdout, isWhole } = await runProcess([
			"node",
			"-e",
			question
		], {
			cwd: process.cwd(),
			env,
			timeLimitMs: TIME_LIMIT_MS,
			stdout: MAX_ANSWER_BYTES
		});
		if (!isWhole) return null;
		const [path, version] = JSON.parse(stdout.toString());
		return isTooOld(version) ? null : {
			path,
			version
		};
	} catch {
		return null;
	}
}

// src/action/job.ts
/** Reads what the runner hands over. Throws a UserError for what is wrong with it. */
async function openJob({ workerFile, dashboardPage }, env) {
	const runnerFiles = await RunnerFiles.note(env);
	const workspace = resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
	const context = readContext(env, await readEvent(env));
	const inputs = readInputs(getInput, {
		workspace,
		defaultBranch: context.repository.defaultBranch
	});
	const { githubToken: token } = inputs;
	if (token !== null) {
		setSecret(token);
		setSecret(credentialsOf(token));
	}
	const project = resolve(workspace, inputs.workingDirectory);
	await refuseForeign(workspace, project, inputs.workingDirectory);
	const temporary = join(env["RUNNER_TEMP"] || tmpdir(), "benchgate");
	await mkdir(temporary, { recursive: true });
	const { signal, atOnce } = onInterrupt();
	let client = null;
	let cache;
	return {
		inputs,
		context,
		env,
		runnerFiles,
		signal,
		workspace,
		project,
		prefix: relative(workspace, project),
		configPath: inputs.config ?? void 0,
		temporary,
		dashboardPage,
		runtime: {
			workerFile,
			env,
			host: readHost(env),
			clock: () => /* @__PURE__ */ new Date(),
			signal,
			onProgress: progressLog(),
			onCheckouts: atOnce,
			gitSettings: token === null ? [] : tokenSettings(context.serverUrl, token)
		},
		client: () => client ??= openClient({
			token: needed(token),
			context,
			onNotice: (text) => info(forLog(text))
		}),
		cache: () => cache === void 0 ? cache = openCache({
			env,
			signal,
			onNotice: (text) => info(forLog(text))
		}) : cache
	};
}
async function refuseForeign(workspace, project, given) {
	const problem = await problemInProject(workspace, project, "the workspace");
	if (problem === null) return;
	throw new UserError("usage", `An input is wrong: working-directory: ${JSON.stringify(given)} ${problem}`, "Name a folder of the checkout.", { topic: "input" });
}
function needed(token) {
	if (token !== null) return token;
	throw new UserError("usage", "The input github-token is empty", "Leave it out, or give it a token that can read this repository.");
}
/** What measuring needs beside the job: the project's own Node, and the cache of installed dependencies. */
async function measuringRuntime({ env, runtime, cache }) {
	const node = await nodeOnPath(env);
	if (node === null) info(`no Node of 22.18 or newer is on PATH: measuring with ${process.version}, which the runner brought`);
	const kept = cache();
	const dependencyCache = kept && {
		directory: kept.place("modules"),
		restore: async (key, directory) => await kept.restore(directory, {
			key,
			prefixes: []
		}) !== null,
		save: async (key, directory) => void await kept.save(directory, key)
	};
	return {
		...runtime,
		dependencyCache,
		...node !== null && { node }
	};
}
/** A log of stages: one line when a stage begins, since a log cannot be redrawn. */
function progressLog() {
	let last = "";
	return (progress) => {
		const line = progressWords(progress);
		if (line !== last) info(forLog(line));
		last = line;
	};
}

// src/files/explain-disk.ts
/** Who has less than this left cannot write a checkout, whatever the program says that tried to. */
const FULL_BYTES = 1048576;
/** Errors that led to an error; ours have one or two. */
const MAX_CAUSES = 5;
const BY_CODE = {
	ENOSPC: "full",
	EDQUOT: "quota",
	EROFS: "read-only",
	EACCES: "forbidden",
	EPERM: "forbidden"
};
/** The advice for what lies where the variables for temporary files point. */
const pointElsewhere = (variables) => `point ${variables} to another disk`;
/**
* Writes a file, whose text may come in parts; throws a UserError that names it where the disk does not take
* it.
*/
async function writeText(file, text, { otherwise, flag = "w" }) {
	try {
		await writeFile(file, text, { flag });
	} catch (error) {
		throw explainDisk(error, {
			what: `${file} could not be written`,
			directory: dirname(resolve(file)),
			otherwise
		});
	}
}
/** Whether a program's output says that a disk, or what its user may take of it, is full. */
const saysFull = (said) => fullness(said) !== null;
/** The words, since the code ENOSPC is also that of too many watched files. */
function fullness(said) {
	if (/no space left on device/i.test(said)) return "full";
	return /dis[ck] quota exceeded/i.test(said) ? "quota" : null;
}
/** The error for a program that filled a disk; null where that is not why it failed. */
function explainFull(said, unwritten) {
	const unsaid = /unable to write/.test(said) && isFull(unwritten.directory) ? "full" : null;
	const obstacle = fullness(said) ?? unsaid;
	return obstacle === null ? null : diskError(obstacle, unwritten, void 0);
}
/** An error of the file system as one that says what to do; any other error as it is. */
function explainDisk(error, unwritten) {
	if (error instanceof UserError) return error;
	let cause = error;
	for (let i = 0; i < MAX_CAUSES && cause instanceof Error; i++, cause = cause.cause) {
		const { code = "", syscall = "", path, dest } = cause;
		const obstacle = BY_CODE[code];
		const place = dest ?? path;
		if (obstacle === void 0 || /^(?:spawn|watch)/.test(syscall)) continue;
		if (obstacle === "forbidden" && place === void 0) continue;
		const directory = place === void 0 ? unwritten.directory : dirname(place);
		return diskError(obstacle, {
			...unwritten,
			directory
		}, cause);
	}
	return error;
}
const NO_PLACE = /* @__PURE__ */ new Map([
	["ENOENT", "there is no such folder"],
	["ENOTDIR", "a part of its path is no folder"],
	["EISDIR", "it is a folder"],
	["EEXIST", "something else is there"],
	["ELOOP", "it is a symbolic link in a circle"],
	["ENAMETOOLONG", "its name is too long"]
]);
/** The same of a place that somebody named, which may be none. */
function explainPlace(error, unwritten) {
	const { code } = error;
	const why = NO_PLACE.get(code);
	if (error instanceof UserError || why === void 0) return explainDisk(error, unwritten);
	const { what, otherwise } = unwritten;
	const remedy = `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
	return new UserError("usage", `${what}: ${why}`, remedy, { cause: error });
}
function diskError(obstacle, { what, directory, otherwise }, cause) {
	const mount = mountOf(directory);
	const disk = mount === directory ? mount : `${mount}, the disk of ${directory}`;
	const [why, remedy] = {
		full: room$2(mount).hasInodes ? [`no space is left on ${disk}`, `Free some space there, or ${otherwise}.`] : [`no more files fit on ${disk}`, `Remove files there, since its inodes are used up, or ${otherwise}.`],
		quota: [`the quota on ${disk} is used up`, `Free some space there, or ${otherwise}.`],
		"read-only": [`${disk} is read-only`, `Mount it writable, or ${otherwise}.`],
		forbidden: [cause?.message ?? `${directory} may not be written to`, `Let this user read and write there, or ${otherwise}.`]
	}[obstacle];
	return new UserError("disk", `${what}: ${why}`, remedy, { cause });
}
/** The directory above which another file system begins; the path itself where that cannot be found out. */
function mountOf(path) {
	try {
		let mount = path;
		let device;
		for (let directory = path;; directory = dirname(directory)) {
			const dev = statSync(directory, { throwIfNoEntry: false })?.dev;
			if (device !== void 0 && dev !== device) return mount;
			device = dev;
			mount = directory;
			if (directory === dirname(directory)) return mount;
		}
	} catch {
		return path;
	}
}
/** What is left on a disk; where nothing says it, there is something. */
function room$2(directory) {
	try {
		const { bavail, bsize, files, ffree } = statfsSync(mountOf(directory));
		return {
			bytes: bavail * bsize,
			hasInodes: files === 0 || ffree > 0
		};
	} catch {
		return {
			bytes: Infinity,
			hasInodes: true
		};
	}
}
/** Whether nothing of any size can be written to the disk of a directory. */
function isFull(directory) {
	const { bytes, hasInodes } = room$2(directory);
	return bytes < FULL_BYTES || !hasInodes;
}

// src/cli/describe-error.ts
/** What a person reads of any error, and the exit code that says as much to a machine. */
function describeError(error) {
	const directory = [tmpdir(), process.cwd()].find(isFull) ?? tmpdir();
	const otherwise = pointElsewhere("TMPDIR");
	const known = explainDisk(error, {
		what: "Benchgate cannot go on",
		directory,
		otherwise
	});
	if (known instanceof UserError) return known;
	const detail = error instanceof Error ? error.stack ?? error.message : String(error);
	return {
		message: `This is a bug in benchgate ${version$2} on Node ${process.version}.\n${detail}`,
		remedy: "Please report it with these lines.",
		topic: null,
		exitCode: EXIT.bug
	};
}

// src/action/stated-error.ts
const WHAT = {
	"no-benchmarks": "The evidence holds no number to judge",
	setup: "Base was not measured, and no stored run can stand in for it",
	results: "The evidence compares benchmarks that no entry of renamed pairs",
	config: "A limit is in another unit than the evidence"
};
const REMEDIES = { config: "Write the limit in the unit that the benchmark is measured in, or let the rule match other benchmarks." };
/**
* An error about evidence that is the pull request's own statement. Its first line is ours; the lines below
* it may hold names and messages of the job that measured, and are shown under a heading that says so.
*/
var StatedError = class extends UserError {
	constructor(cause) {
		const { code, message, remedy } = cause;
		super(code, `${WHAT[code] ?? "The evidence could not be judged"}.\n${message}`, REMEDIES[code] ?? remedy, { cause });
	}
};
/** The part of an error's message that is always ours. */
const firstLine = (message) => message.split("\n", 1)[0];

// src/model/side.ts
/** The two versions that a gate compares. */
const SIDES = ["base", "head"];

// node_modules/simple-statistics/dist/simple-statistics.mjs
/**
* This is the internal implementation of quantiles: when you know
* that the order is sorted, you don't need to re-sort it, and the computations
* are faster.
*
* This implements the linear interpolation method (type=7 in R/numpy),
* which is the default in numpy.percentile and R's quantile.
*
* @param {Array<number>} x sample of one or more data points
* @param {number} p desired quantile: a number between 0 to 1, inclusive
* @returns {number} quantile value
* @throws {Error} if p ix outside of the range from 0 to 1
* @throws {Error} if x is empty
* @example
* quantileSorted([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantileSorted(x, p) {
	var idx = (x.length - 1) * p;
	if (x.length === 0) throw new Error("quantile requires at least one data point.");
	else if (p < 0 || p > 1) throw new Error("quantiles must be between 0 and 1");
	else if (p === 1) return x[x.length - 1];
	else if (p === 0) return x[0];
	else if (idx % 1 !== 0) {
		var lower = Math.floor(idx);
		var upper = Math.ceil(idx);
		var fraction = idx - lower;
		return x[lower] + fraction * (x[upper] - x[lower]);
	} else return x[idx];
}
/**
* Rearrange items in `arr` so that all items in `[left, k]` range are the smallest.
* The `k`-th element will have the `(k - left + 1)`-th smallest value in `[left, right]`.
*
* Implements Floyd-Rivest selection algorithm https://en.wikipedia.org/wiki/Floyd-Rivest_algorithm
*
* @param {Array<number>} arr input array
* @param {number} k pivot index
* @param {number} [left] left index
* @param {number} [right] right index
* @returns {void} mutates input array
* @example
* var arr = [65, 28, 59, 33, 21, 56, 22, 95, 50, 12, 90, 53, 28, 77, 39];
* quickselect(arr, 8);
* // = [39, 28, 28, 33, 21, 12, 22, 50, 53, 56, 59, 65, 90, 77, 95]
*/
function quickselect(arr, k, left, right) {
	left = left || 0;
	right = right || arr.length - 1;
	while (right > left) {
		if (right - left > 600) {
			var n = right - left + 1;
			var m = k - left + 1;
			var z = Math.log(n);
			var s = .5 * Math.exp(2 * z / 3);
			var sd = .5 * Math.sqrt(z * s * (n - s) / n);
			if (m - n / 2 < 0) sd *= -1;
			quickselect(arr, k, Math.max(left, Math.floor(k - m * s / n + sd)), Math.min(right, Math.floor(k + (n - m) * s / n + sd)));
		}
		var t = arr[k];
		var i = left;
		var j = right;
		swap(arr, left, k);
		if (arr[right] > t) swap(arr, left, right);
		while (i < j) {
			swap(arr, i, j);
			i++;
			j--;
			while (arr[i] < t) i++;
			while (arr[j] > t) j--;
		}
		if (arr[left] === t) swap(arr, left, j);
		else {
			j++;
			swap(arr, j, right);
		}
		if (j <= k) left = j + 1;
		if (k <= j) right = j - 1;
	}
}
function swap(arr, i, j) {
	var tmp = arr[i];
	arr[i] = arr[j];
	arr[j] = tmp;
}
/**
* The [quantile](https://en.wikipedia.org/wiki/Quantile):
* this is a population quantile, since we assume to know the entire
* dataset in this library. This implementation uses linear interpolation,
* equivalent to R's type=7 and numpy's default percentile method.
*
* Sample is a one-dimensional array of numbers,
* and p is either a decimal number from 0 to 1 or an array of decimal
* numbers from 0 to 1.
* In terms of a k/q quantile, p = k/q - it's just dealing with fractions or dealing
* with decimal values.
* When p is an array, the result of the function is also an array containing the appropriate
* quantiles in input order
*
* @param {Array<number>} x sample of one or more numbers
* @param {Array<number> | number} p the desired quantile, as a number between 0 and 1
* @returns {number} quantile
* @example
* quantile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantile$1(x, p) {
	var copy = x.slice();
	if (Array.isArray(p)) {
		multiQuantileSelect(copy, p);
		var results = [];
		for (var i = 0; i < p.length; i++) results[i] = quantileSorted(copy, p[i]);
		return results;
	} else {
		quantileSelect(copy, quantileIndex(copy.length, p), 0, copy.length - 1);
		return quantileSorted(copy, p);
	}
}
function quantileSelect(arr, k, left, right) {
	if (k % 1 === 0) quickselect(arr, k, left, right);
	else {
		k = Math.floor(k);
		quickselect(arr, k, left, right);
		quickselect(arr, k + 1, k + 1, right);
	}
}
function multiQuantileSelect(arr, p) {
	var positions = /* @__PURE__ */ new Set();
	for (var i = 0; i < p.length; i++) {
		var idx = quantileIndex(arr.length, p[i]);
		positions.add(Math.floor(idx));
		positions.add(Math.ceil(idx));
	}
	var indices = Array.from(positions).sort(compare);
	multiselect(arr, indices, 0, indices.length - 1, 0, arr.length - 1);
}
function multiselect(arr, indices, lo, hi, left, right) {
	if (lo > hi) return;
	var mid = lo + hi >> 1;
	quickselect(arr, indices[mid], left, right);
	multiselect(arr, indices, lo, mid - 1, left, indices[mid] - 1);
	multiselect(arr, indices, mid + 1, hi, indices[mid] + 1, right);
}
function compare(a, b) {
	return a - b;
}
function quantileIndex(len, p) {
	var idx = (len - 1) * p;
	if (p === 1) return len - 1;
	else if (p === 0) return 0;
	else if (idx % 1 !== 0) return idx;
	else return idx;
}
/**
* The [median](http://en.wikipedia.org/wiki/Median) is
* the middle number of a list. This is often a good indicator of 'the middle'
* when there are outliers that skew the `mean()` value.
* This is a [measure of central tendency](https://en.wikipedia.org/wiki/Central_tendency):
* a method of finding a typical or central value of a set of numbers.
*
* The median isn't necessarily one of the elements in the list: the value
* can be the average of two elements if the list has an even length
* and the two central values are different.
*
* @param {Array<number>} x input
* @returns {number} median value
* @example
* median([10, 2, 5, 100, 2, 1]); // => 3.5
*/
function median(x) {
	return +quantile$1(x, .5);
}
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
/** Lower quartile, median and upper quartile of a sample, as `quantile` has them, with one sort. */
function quartiles(values) {
	const ascending = orderedSample(values, .5);
	return [
		between(ascending, .25),
		between(ascending, .5),
		between(ascending, .75)
	];
}
function between(ascending, probability) {
	const place = (ascending.length - 1) * probability;
	const lower = Math.floor(place);
	const low = ascending[lower];
	const high = ascending[Math.min(lower + 1, ascending.length - 1)];
	return low + (place - lower) * (high - low);
}

// src/model/sample.ts
/** From a millionth of a nanosecond, which is as good as nothing, to eleven days. */
const nanoseconds = number$1().min(1e-6).max(0x38d7ea4c68000);
/** Above any number of cores, for windows that are shorter than a tick of the clock of the processor. */
const MAX_CPU_SHARE = 1e6;
/** One value a metric, by its id, in the unit that the survey gives; never negative. */
const reportedValues = record(metricIdSchema, number$1().nonnegative()).refine((values) => Object.keys(values).length <= 64, `more than ${64} metrics`);
/** Rounding of an interpolated quantile, and of a mean of equal values. */
const ROUNDING$2 = 1 + 1e-9;
const ascend = (...values) => values.every((value, i) => i === 0 || values[i - 1] <= value * ROUNDING$2);
const tail = object({
	calls: int().positive(),
	p95: nanoseconds,
	p99: nanoseconds,
	max: nanoseconds
}).refine(({ p95, p99, max }) => ascend(p95, max) && ascend(p99, max), "its percentiles are above its maximum");
/** Quantiles (type 7) of the per-call times of one benchmark in one process, in ns. */
const timingStats = object({
	samples: int().positive(),
	min: nanoseconds,
	mean: nanoseconds,
	p10: nanoseconds,
	p50: nanoseconds,
	p75: nanoseconds,
	max: nanoseconds,
	/** CPU time over wall time inside the window; well below 1 means contention or I/O. */
	cpuShare: number$1().nonnegative().max(MAX_CPU_SHARE),
	/** Of individually timed calls, where the plan asks for them. */
	tail: tail.nullable(),
	/** What the benchmark itself reported, one value a metric. */
	values: reportedValues.optional()
}).refine(({ min, mean, p10, p50, p75, max }) => ascend(min, p10, p50, p75, max) && ascend(min, mean, max), "its quantiles do not ascend from min to max");
/**
* One execution of a command: the values that its tool reported of one benchmark. Benchgate timed none of
* them.
*/
const executionStats = strictObject({ values: reportedValues });
/** What one process measured of one benchmark. */
const processStats = union([timingStats, executionStats]);
/** What Benchgate timed itself; null for an execution of a command. */
const timingOf = (stats) => "p10" in stats ? stats : null;
/**
* A metric's value in one process, in the metric's unit. Null where the process did not report it or timed
* too few calls for it.
*/
function metricValue(metric, stats) {
	const { values } = stats;
	if (values !== void 0 && Object.hasOwn(values, metric)) return values[metric];
	const timing = timingOf(stats);
	return timing && (usualMetric(metric)?.of?.(timing) ?? null);
}

// src/model/comparison.ts
const NO_VALUE = {
	value: null,
	p50: null
};
/** The comparison of a metric of which nothing was measured, or nothing that counts. */
const nothingCompared = ({ exact }) => ({
	exact,
	decision: null,
	estimate: null,
	low: null,
	high: null,
	p: null,
	pairs: 0,
	sigma: null,
	grade: null,
	mde: null,
	pairsNeeded: null,
	base: NO_VALUE,
	head: NO_VALUE,
	headInterval: null,
	confirmed: null,
	first: null,
	basis: [],
	obstacle: null,
	voidBy: null,
	doubts: []
});
/** The limits of a metric without a budget. */
const NO_LIMITS = {
	maxRegression: null,
	max: null,
	min: null,
	minImprovement: null,
	cap: "fail"
};

// src/stats/order-statistic.ts
/**
* Distribution-free interval for the median of the values' distribution, in their unit: the k-th smallest and
* k-th largest of n values with the largest k for which 2 P(Bin(n, 1/2) < k) <= 1 - level. Null when even the
* extremes do not reach the level (n < 6 at .95). Covers at least `level`, exactly by the binomial.
*
* Source: W. R. Thompson, "On Confidence Ranges for the Median", Annals of Mathematical Statistics 7 (1936),
* 122-128.
*/
function medianInterval(values, level = .95) {
	const n = values.length;
	const sideLevel = (1 - level) / 2;
	let term = .5 ** n;
	let below = term;
	let k = 0;
	while (below <= sideLevel * (1 + 1e-12)) {
		k++;
		term *= (n - k + 1) / k;
		below += term;
	}
	if (k === 0) return null;
	const ascending = [...values].sort((a, b) => a - b);
	return {
		low: ascending[k - 1],
		high: ascending[n - k]
	};
}

// src/history/stored-runs.ts
/** How many runs are read, the newest ones. */
const RUNS_READ = 200;
/** Among how many commits the nearest one with a run is searched for. */
const COMMITS_READ = 500;
const CLOCK_TOLERANCE_MS = 864e5;
/**
* The stored runs that head may be compared with: those of branches that count as baselines, with the same
* key and the same settings. `stored` is null where nothing is recorded yet.
*/
async function lookUpStored(branch, question) {
	const { sha, key, configDigest, refs, series, now } = question;
	const { tip, runs, warnings } = await branch.read(RUNS_READ, key);
	if (tip === null) return {
		stored: null,
		warnings
	};
	const latest = new Date(now.getTime() + CLOCK_TOLERANCE_MS).toISOString();
	const usable = runs.filter(({ run }) => run.ref.startsWith("refs/heads/") && refs(run.ref) && run.config === configDigest && run.run.key === key && run.run.recordedAt <= latest);
	const [nearest = null, ...older] = runsOfAncestors(usable, await branch.ancestors(sha, COMMITS_READ));
	const shown = [...series, nearest?.run.run.ref].find((ref) => usable.some(({ run }) => run.ref === ref));
	const ofSeries = usable.filter(({ run }) => run.ref === shown);
	return {
		stored: {
			branch: question.branch,
			runs: ofSeries,
			nearest,
			older
		},
		warnings
	};
}
/** The measured runs of commits, in the order of the commits; of one commit the newest first. */
function runsOfAncestors(runs, commits) {
	const measured = Map.groupBy(runs.filter(({ run }) => run.imported === void 0), ({ run }) => run.commit.sha);
	return commits.flatMap((sha, commitsBefore) => (measured.get(sha) ?? []).map((run) => ({
		run,
		commitsBefore
	})));
}
/** The run nearest to base that fulfils a condition; null: no run of base or an ancestor does. */
const nearestThat = (stored, fits) => [stored?.nearest, ...stored?.older ?? []].find((one) => one != null && fits(one.run.run)) ?? null;
/** A system as people call it, with its architecture (`macOS arm64`); null where a run does not say. */
function systemOf({ os }) {
	const [type, , architecture] = os?.split(" ") ?? [];
	return architecture === void 0 ? null : `${SYSTEMS.get(type) ?? type} ${architecture}`;
}
const SYSTEMS = /* @__PURE__ */ new Map([["Darwin", "macOS"], ["Windows_NT", "Windows"]]);
/**
* The stored runs in the order in which a machine should be compared with them: first runs of its own system,
* however far they are from base; among the runs of one commit, first those of its processor and its Node.
*/
function nearTo(stored, environment) {
	if (stored === null) return null;
	const system = systemOf(environment);
	const isOther = ({ run }) => Number((systemOf(run.environment) ?? system) !== (system ?? systemOf(run.environment)));
	const unlike = ({ run: { environment: there } }) => 2 * Number(there.cpu !== environment.cpu) + Number(there.node !== environment.node);
	const [nearest = null, ...older] = [...stored.nearest ? [stored.nearest] : [], ...stored.older].sort((a, b) => isOther(a.run) - isOther(b.run) || (a.commitsBefore ?? 0) - (b.commitsBefore ?? 0) || unlike(a.run) - unlike(b.run));
	const ofSystem = stored.runs.filter((run) => isOther(run) === 0);
	return {
		...stored,
		runs: ofSystem.length > 0 ? ofSystem : stored.runs,
		nearest,
		older
	};
}

// src/model/assessment.ts
const revisionSchema = strictObject({
	label: string().describe("What the user called it: merge-base, working tree, v1.2.0, ...; none: there is no base"),
	sha: string().nullable().describe("Full commit id; of a working tree, the commit that it stands on"),
	dirty: boolean().describe("True when uncommitted changes were measured")
});
/** Of all tools of a gate, and of the conditions that one states. */
const MAX_CONDITIONS = 20;
const fewOf = (value) => record(string().max(200), value).refine((all) => Object.keys(all).length <= MAX_CONDITIONS, "more than anyone states");
const conditionsSchema = fewOf(fewOf(string().max(200)));
const environmentSchema = strictObject({
	cpu: string(),
	cores: int(),
	os: string(),
	image: string().nullable().describe("Name of the CI image, where there is one"),
	node: string(),
	nodeFlags: array(string().max(200)).max(20).default([]).describe("Flags of V8 that measuring processes of suites run under, beside measure.node-args"),
	mitata: string().describe("Version of the bundled mitata, which measures both sides"),
	loadAverage: number$1().describe("One-minute load average at the start"),
	ci: boolean(),
	measuredOn: conditionsSchema.optional().describe("What result files say of their machine, build and programs, by tool")
});
const stoppedBySchema = _enum([
	"decided",
	"max-pairs",
	"out-of-reach",
	"time-limit"
]).describe("out-of-reach: what was open could not be expected to be decided in the time and pairs that were left");
const VERDICTS = [
	"regression",
	"over-budget",
	"slower-small",
	"unchanged",
	"improvement",
	"inconclusive",
	"insufficient",
	"missing",
	"failed",
	"new",
	"removed",
	"accepted"
];
/** The most stored values that a row carries. */
const MAX_HISTORY = 50;
const levels = strictObject({
	warn: number$1().nullable(),
	fail: number$1().nullable()
});
const budget = strictObject({
	maxRegression: levels.nullable().describe("Fractions: .05 is 5 %"),
	max: levels.nullable().describe("In the metric's unit"),
	min: levels.nullable().describe("In the metric's unit"),
	minImprovement: levels.nullable().describe("Fractions: .1 is 10 % faster"),
	where: string().nullable().describe("file:line of the last rule that set a limit; null: a default")
});
const side = strictObject({
	value: number$1().nullable().describe("Median over processes of the metric, in the row's unit"),
	p50: number$1().nullable().describe("Median over processes of the median time in ns, shown beside time")
});
const standing$1 = strictObject({
	branch: string().describe("The recorded branch that has it, such as main"),
	event: string().describe("Of the change point, as `benchgate bisect --event` takes it"),
	effect: number$1().describe("Level of the branch now / level before - 1"),
	interval: strictObject({
		low: number$1(),
		high: number$1(),
		level: number$1()
	}).describe("Of the effect"),
	before: strictObject({
		sha: string(),
		pull: int().nullable()
	}).describe("The last commit on the level before, and the pull request that its subject names"),
	accepted: number$1().nullable().describe("The part of the effect that was accepted since; null: none"),
	takenBack: number$1().nullable().describe("What this change proves to take back of it, a fraction of the level before; null: nothing")
});
const row = strictObject({
	id: string().describe("Key of the benchmark, `suite › groups/name #n`: compare it, do not parse it"),
	benchmark: string().describe("Groups and name joined by /"),
	suite: string().describe("Path of the suite in the project; of a command, its prefix or its line"),
	occurrence: int().min(1).describe("Number among the benchmarks of that name in that suite"),
	metric: metricIdSchema.describe("As a budget names it"),
	unit: unitSchema.describe("ns, ops/s, B, B/s, count, fraction, or as its source spells it"),
	better: betterSchema.describe("The direction that is better"),
	exact: boolean().default(false).describe("Deterministic: compared without a test"),
	verdict: _enum(VERDICTS).describe("What was found"),
	severity: _enum([
		"fail",
		"warn",
		"pass"
	]).describe("What the budget makes of it"),
	effect: number$1().nullable().describe("head / base - 1"),
	interval: strictObject({
		low: number$1(),
		high: number$1(),
		level: number$1()
	}).nullable().describe("Of the effect"),
	p: number$1().nullable().describe("Repeated p of the test for a change for the worse"),
	pairs: int().describe("Pairs of a base and a head process"),
	sigma: number$1().nullable().describe("Standard deviation of a process's log value"),
	grade: _enum([
		"A",
		"B",
		"C",
		"D",
		"E"
	]).nullable().describe("The same noise as a letter: A is 1 % or less, E above 8 %"),
	mde: number$1().nullable().describe("Minimum detectable effect at 90 % power, a fraction"),
	pairsNeeded: int().nullable().describe("Pairs that would show the fail level; for inconclusive rows"),
	base: side.describe("What base measured"),
	head: side.describe("What head measured"),
	budget: budget.nullable().describe("The limits that held; null: none"),
	confirmed: boolean().nullable().describe("Whether the finding recurred when it was measured again; null: not asked"),
	edited: boolean().describe("True when the source of the benchmark, or its suite, differs between base and head"),
	suiteFrom: literal$1("head").optional().describe("Present where both sides ran head's version of the suite; else each ran its own"),
	location: string().nullable().describe("file:line of the bench() call in head"),
	notes: array(string()).describe("Why, in sentences for people"),
	waiver: strictObject({
		upTo: number$1(),
		reason: string(),
		until: string().nullable(),
		where: string(),
		added: boolean().default(false).describe("True when the change under judgement brings it itself")
	}).nullable().describe("The accepted regression that holds for it"),
	history: array(number$1()).max(50).default([]).describe("What earlier runs of the default branch measured, oldest first, in the row's unit"),
	standing: standing$1.optional().describe("Present where the branch has a regression of it that is neither fixed nor accepted; no verdict depends on it")
});
const budgetChange = strictObject({
	direction: _enum(["loosened", "tightened"]),
	metric: metricIdSchema.nullable().describe("Null for `forks`, which is of no metric"),
	limit: _enum([
		"max-regression",
		"max",
		"min",
		"min-improvement",
		"severity",
		"forks"
	]),
	from: string().describe("As the config file writes it; 'none' where there is no limit"),
	to: string(),
	benchmarks: int().describe("How many benchmarks it concerns"),
	example: string().nullable().describe("One of them; null for `forks`")
});
const storedRun = strictObject({
	sha: string().describe("The commit that was measured"),
	recordedAt: string().describe("ISO 8601, UTC"),
	cpu: string()
});
const history = strictObject({
	branch: string().describe("The branch that stores the runs"),
	runs: int().describe("Stored runs that were read"),
	nearest: storedRun.extend({ commitsBefore: int().nullable().describe("Commits between it and base; null: unknown") }).nullable().describe("The nearest run to base among its ancestors")
});
const standIn = storedRun.extend({ reason: string().describe("Why base could not be measured") });
/** What `report.json` holds. */
const reportSchema = strictObject({
	schema: literal$1(1).describe("Version of this format; fields may be added without a new one"),
	outcome: _enum([
		"pass",
		"warn",
		"fail"
	]).describe("The gravest severity among the rows"),
	command: _enum([
		"check",
		"compare",
		"record"
	]).describe("record: a commit of the default branch against its parent, or alone"),
	statedBy: literal$1("pull-request").optional().describe("Present where the pull request's own code measured in its own workflow: the numbers, the environment and texts in notes and warnings come from it and were not verified. Budgets and verdicts are this repository's"),
	forks: literal$1("warn").optional().describe("Present where a pull request from a fork would fail, and `forks: warn` in base's config file has it warn"),
	seed: string().describe("Of the random order of processes; --seed repeats it"),
	base: revisionSchema.describe("What head was compared with"),
	head: revisionSchema.describe("What was judged"),
	environment: environmentSchema.describe("The machine, and what ran on it"),
	summary: strictObject({
		benchmarks: int().describe("Distinct benchmarks seen on either side"),
		verdicts: record(_enum(VERDICTS), int()).describe("Rows by verdict"),
		failed: int().describe("Rows of severity fail"),
		warned: int().describe("Rows of severity warn"),
		processes: int(),
		pairs: int().describe("Pairs of the longest comparison"),
		seconds: number$1().describe("Wall time, set-up included"),
		secondsInBenchmarks: number$1().describe("Wall time inside benchmarks, warm-up included"),
		stoppedBy: stoppedBySchema
	}).describe("Numbers of the whole gate"),
	rows: array(row).describe("One for each benchmark and metric"),
	warnings: array(string()).describe("Sentences for people"),
	budgetChanges: array(budgetChange).default([]).describe("What the change does to the budgets; the rows are judged by base's"),
	history: history.nullable().default(null).describe("Null: no stored runs were asked for"),
	results: strictObject({
		tools: array(string()).describe("What measured"),
		base: array(string()).describe("Files of base; none where a stored run stands in, or nothing"),
		head: array(string())
	}).nullable().default(null).describe("Present where result files were compared that somebody else measured"),
	standIn: standIn.nullable().default(null).describe("Present when base could not be built and a stored run stands in")
});
/** The run of another job that took the place of base; null: none did. */
const runIn = (baseline) => "cpu" in baseline ? baseline : null;

// src/report/view/wording.ts
/** Of a finding that was measured again. */
const HELD = "Measured again, and it held.";
const percent = (fraction) => `${(100 * fraction).toFixed(1)} %`;
/** As the config has it: 22 % is no measured 22.0 %. */
const ceiling = (fraction) => `${Number((100 * fraction).toFixed(2))} %`;
const shortPercent = (fraction) => `${Number((100 * fraction).toPrecision(3))} %`;
/** The beginning of a hash tells two of them apart. */
const shortVersion = (version) => version.slice(0, 12);
const change = ({ size, direction }) => `a change of ${percent(size)} for the ${direction}`;
/** Names, quoted, the first few of them. */
function listed(names) {
	return [...names.slice(0, MAX_LISTED$1).map((name) => JSON.stringify(name.slice(0, MAX_NAME$1))), ...names.length > MAX_LISTED$1 ? [`${names.length - MAX_LISTED$1} more`] : []].join(", ");
}
const MAX_LISTED$1 = 5;
const MAX_NAME$1 = 80;
/** What the change under judgement says, so that its end is plain: it holds no other quotation mark. */
const quotation = (text) => `"${text.trim().replace(/["＂″‶ʺ‟〃〝〞〟\p{Pi}\p{Pf}„]/gu, "'")}"`;
const FILE_CHANGES = {
	appended: "appended to",
	rewritten: "rewritten",
	replaced: "replaced",
	removed: "removed",
	"made-unreadable": "made unreadable"
};
/** Every sentence that is said of a finding, in one place. */
const WORDING = {
	"change-without-budget": () => "Its relative change has no budget and was not tested.",
	"waiver-ended": ({ until, reason }) => `The waiver ended on ${until}: ${quotation(reason)}`,
	"waiver-exceeded": ({ upTo, measured, reason }) => `Accepted up to ${ceiling(upTo)}, measured ${percent(measured)}: ${quotation(reason)}`,
	accepted: ({ upTo, until, reason }) => `Accepted up to ${ceiling(upTo)}${until === null ? "" : ` until ${until}`}: ${quotation(reason)}`,
	"limit-broken": () => "The limit lies outside the whole interval of the head’s own value.",
	"limit-undecided": () => "The interval of the head’s own value straddles its limit.",
	"limit-broken-in-files": () => "What the result files say is beyond the limit.",
	"promise-broken": ({ needed }) => `An improvement of ${percent(needed)} is required here, and was not reached.`,
	"promise-undecided": ({ needed }) => `Whether the required improvement of ${percent(needed)} was reached could not be shown.`,
	"not-recurred": (data) => `It showed ${change(data)} at first, which did not recur when it was measured again.`,
	"depends-on-neighbours": (data) => `It depends on its neighbours: beside the other benchmarks of its process it showed ${change(data)}, and not when it ran alone.`,
	"not-confirmed": () => "It could not be measured again to confirm it.",
	failed: ({ side, processes, of, in: noun, message }) => `On ${side} it failed${noun === "result files" && of === 1 ? "" : ` in ${processes} of ${of} ${noun}`}: ${message}`,
	"suite-failed": ({ side, suite, message }) => `On ${side} ${suite} ${message}`,
	"fails-on-base-too": () => "Base fails too: this change did not break it.",
	"failed-before-registered": ({ suite, message }) => `It was not registered on head, where ${suite} ${message}`,
	"error-rate-rose": ({ base, head }) => `Its error rate rose from ${shortPercent(base)} to ${shortPercent(head)}: what it measured is not the same work.`,
	"error-rate-unknown": () => "Base reports an error rate, and head does not: whether it measured the same work is not known.",
	"zero-base": () => "Base measured 0, so there is no ratio.",
	"zero-value": () => "A value is 0: there is no ratio to it.",
	"timed-zero": ({ sides, unit }) => `0 ${unit} on ${sides.join(" and ")}: the clock is too coarse. Let each call do more work, or run more iterations.`,
	"benchmark-edited": ({ base, head }) => `The benchmark was edited (version ${shortVersion(base)} → ${shortVersion(head)}): not compared.`,
	"no-ratio": () => "A value is below zero or not finite, and has no ratio to another.",
	"optimised-away": () => "One call takes less than a processor cycle: its work was optimised away. Return the result or keep it.",
	contention: ({ share }) => `Contention or I/O: CPU time is ${Math.round(100 * share)} % of wall time.`,
	"no-block": () => "No block of processes was completed for it.",
	"no-room-for-a-block": () => "The time limit left no room for a whole block of processes.",
	"metric-not-reported": ({ sides, metric }) => `Some processes of ${sides.join(" and ") || "a side"} reported no ${metric} that can be compared.`,
	"metric-not-reported-on-head": ({ metric }) => `Some of its processes on head reported no ${metric}.`,
	"too-few-calls": ({ metric, needed, base, head }) => `${metric} needs ${needed} calls timed one by one in each process; there was time for ${base} on base and ${head} on head.`,
	"no-time-for-calls": ({ metric, needed }) => `${metric} needs ${needed} calls timed one by one in each process, and there was no time for them.`,
	"too-few-samples": ({ needed }) => `Fewer than ${needed} samples a side: one call takes too long for the time it was given.`,
	"not-in-files": ({ metric }) => `The result files have no ${metric} of it.`,
	"different-statistics": () => "Base and head hold different statistics, such as a mean and a median.",
	unsteady: () => "It should be the same in every run and is not: compared like a measured value.",
	"unknown-spread": () => "One value a side, with unknown spread: no interval.",
	"one-run": () => "One run on a side: the interval assumes that runs differ by one percent.",
	"nothing-to-compare-with": ({ why }) => `Nothing to compare with. ${sentenceOf(why)}`,
	"stored-run-has-it": ({ sha }) => `Base was measured without it, and the stored run of ${sha.slice(0, 7)} has it.`,
	"own-suites": ({ why }) => `Its suite was edited, and each side ran its own: ${why}.`,
	"suite-not-on-base": ({ why }) => `Its suite was not measured on base: ${why}.`,
	"occurrences-differ": () => "Base has another number of benchmarks of this name in the suite, and their sources do not say which of them this one is.",
	"looks-renamed": ({ from, entry }) => `It looks like ${from}, which this change removes. To compare them, add ${entry} to \`renamed:\` in the config file.`,
	renamed: ({ from }) => `Compared with ${from} of base, as \`renamed:\` says.`,
	"not-in-stored-run": () => "The stored run that is used in place of base does not have it.",
	"older-stored-run": ({ sha, nearest, elsewhere }) => `Compared with the stored run of ${sha.slice(0, 7)}: that of ${nearest.slice(0, 7)}, which is nearer to base, has no value of it.${elsewhere === null ? "" : ` It was ${elsewhere}.`}`,
	"no-stored-value": () => "The stored run has no value of it.",
	"stored-unit-differs": () => "The stored run has it in another unit.",
	"direction-turned": ({ stored, now }) => `${stored} was better in the stored run, and now ${now} is: they are not compared.`,
	"not-compared": ({ obstacle }) => `It was not compared: ${obstacle}.`,
	"removed-with-budget": () => "This change removes it together with its budget.",
	"budget-names-it": ({ place }) => `The budget at ${place} names it, and it did not run. Remove the rule with the benchmark.`,
	"metric-dropped": ({ metric }) => `Base reports ${metric} of it, and head does not.`,
	"nothing-shared": () => "No benchmark of base is there under its name any more: nothing was compared.",
	omitted: ({ sha, what }) => `The stored run of ${sha.slice(0, 7)} has this ${what}, and the pull request's job does not name it.`,
	"fails-on-base-claimed": () => "The pull request's job says that it fails on base too.",
	"fails-on-base-denied": ({ sha }) => `The pull request's job says that it fails on base too, and the stored run of ${sha.slice(0, 7)} has a value of it.`,
	"number-missing": ({ side, sha }) => `The pull request's job has no number of it on ${side}, and the stored run of ${sha.slice(0, 7)} has one.`,
	"from-head-untouched": () => "The pull request's job says that both sides ran head’s version of its suite, and the pull request does not touch that.",
	"edited-in-untouched-suite": () => "The pull request's job says that its own code differs, and the pull request does not touch its suite.",
	"new-in-untouched-suite": () => "The pull request's job calls it new, and the pull request does not touch its suite.",
	"new-in-suite-of-base": () => "The pull request's job calls all benchmarks of its suite new, and base has the suite.",
	"gone-from-untouched-suite": () => "The pull request's job calls it removed, and the pull request does not touch its suite.",
	"direction-claimed": ({ known, claimed }) => `It is better when it is ${known}, and the pull request's job says ${claimed}: not compared.`,
	"base-not-measured": ({ reason }) => `Base was not measured: ${reason}`,
	"parent-not-measured": ({ reason, remedy }) => `The parent was not measured: ${reason}. ${remedy}`,
	"anchor-not-measured": ({ reason, remedy }) => `The release was not measured: ${reason}. ${remedy}`,
	"only-exact-compared": ({ obstacle }) => `Only deterministic values were compared: ${obstacle}`,
	"results-compared-with-nothing": ({ obstacle }) => `The results were compared with nothing, and only absolute limits were checked: ${obstacle}. A push to the default branch records one.`,
	"measured-differently": ({ base, head, ofCounts }) => `Base was measured on ${base}, head on ${head}: ${ofCounts ? "nothing was" : "only deterministic values were"} compared`,
	"suite-failure": ({ suite, sides, message }) => `${suite} on ${sides.join(" and ")}: ${message}`,
	"late-error": ({ suite, sides, message }) => `${suite}${sides.length === 1 ? ` on ${sides[0]}` : ""} ${message}`,
	"left-running": ({ suite, side, programs }) => {
		const [processes, were, they] = programs.length === 1 ? [
			"a process",
			"was",
			"It"
		] : [
			`${programs.length} processes`,
			"were",
			"They"
		];
		return `${suite} on ${side} left ${processes} running. ${they} ${were} ended, because ${they.toLowerCase()} would disturb what is measured next: ${listed(programs)}`;
	},
	"suite-failure-again": ({ suite, side, message }) => `${suite} on ${side}, when it was measured again: ${message}`,
	"waiver-past": ({ place, match, until }) => `${place}: the waiver for ${JSON.stringify(match)} ended on ${until}`,
	"without-budget": ({ count, of, missed }) => {
		const [have, were] = count === 1 ? ["has", "was"] : ["have", "were"];
		return `${count} of ${of} benchmarks ${have} no budget and ${were} not ${missed}`;
	},
	"base-config-invalid": ({ problem }) => `The config file of base does not count, so its budgets are the defaults: ${problem}`,
	"base-config-missing": () => "Base has no config file: its budgets are the defaults",
	"settings-edited": ({ settings }) => `This change also edits ${settings.join(", ")} in the config file`,
	"too-few-blocks": ({ blocks, comparisons }) => `There was time for ${blocks} block of executions, which among ${comparisons} comparisons can show no regression: raise measure.time-limit, or let an execution take less time`,
	"checkouts-remain": ({ reason }) => `the checkouts could not be removed: ${reason}`,
	"checkout-written": ({ sides, files }) => `Measuring wrote into ${sides.length === 1 ? "the checkout" : "the checkouts"} of ${sides.join(" and ")}: ${listed(files)}`,
	"checkout-too-large": () => "The checkouts have more files than Benchgate watches: changes to the rest would go unnoticed",
	"stored-runs-unreadable": ({ reason, remedy }) => `The stored runs could not be read: ${reason} ${remedy}`,
	"benchmarks-lost": ({ sha, benchmarks }) => `${plural(benchmarks.length, "benchmark")} of the stored run of ${sha.slice(0, 7)} ${benchmarks.length === 1 ? "has" : "have"} no value in this one: ${listed(benchmarks)}. Changes are compared with the older run until a push measures ${benchmarks.length === 1 ? "it" : "them"} again`,
	"key-shared": ({ key, jobs, line }) => `Jobs of one workflow run share the key ${key}: this one and ${listed(jobs)}. The worst verdict counts, and a stored run of one may be the base of another. Give each a key of its own, in its step's \`with:\`: ${line}`,
	"run-not-stored": ({ reason, remedy, file }) => `The run was not stored: ${reason}. ${remedy} What was measured is in ${file} (output run-file).`,
	"runner-file-changed": ({ variable, how, lines, more, failure }) => {
		const changed = `While code of the project ran, ${variable}, which the runner reads after this step, was ${FILE_CHANGES[how]}`;
		if (failure !== null) return `${changed}, and cannot be put back (${failure}): later steps of the job are not to be trusted`;
		const removed = `${listed(lines)}${more > 0 ? ` and ${plural(more, "line")} more` : ""}`;
		return `${changed}. It was put back${lines.length === 0 ? "" : `; removed: ${removed}`}`;
	},
	reported: ({ text }) => text,
	worded: ({ text }) => text
};
/** Of numbers that came from a job of the pull request's own workflow. */
const STATEMENT = "These numbers come from the pull request's own code and workflow, and were not verified. The budgets and the verdict are this repository's.";
/** Above texts that such a job wrote. */
const REPORTED = "Reported by the pull request's job";
/** Where `forks: warn` has spared a pull request a failure. */
const FORKS_WARN = "What would fail only warns here, because base's config file sets `forks: warn`.";
/** Findings that hold texts of the job that measured. */
const OF_THE_JOB = /* @__PURE__ */ new Set([
	"base-not-measured",
	"benchmark-edited",
	"failed",
	"failed-before-registered",
	"late-error",
	"looks-renamed",
	"not-compared",
	"only-exact-compared",
	"own-suites",
	"renamed",
	"reported",
	"results-compared-with-nothing",
	"suite-failed",
	"suite-failure",
	"suite-failure-again",
	"suite-not-on-base"
]);
/** Whether a sentence repeats what the job that measured wrote, beside numbers and well-known names. */
const isOfTheJob = (finding) => finding.code === "nothing-to-compare-with" ? isOfTheJob(finding.why) : OF_THE_JOB.has(finding.code) || "metric" in finding && usualMetric(finding.metric) === null;
/** A finding in the words that people read. */
const sentenceOf = (finding) => WORDING[finding.code](finding);
/** Findings in words, each sentence once. */
const sentencesOf = (findings) => [...new Set(findings.map(sentenceOf))];
/** The warnings that say something new: why there is no base is said at the top of a report already. */
function newWarnings({ warnings, baseline }) {
	const run = runIn(baseline);
	if (run === null) return [...warnings];
	const known = sentenceOf({
		code: "base-not-measured",
		reason: run.reason
	});
	return warnings.filter((warning) => sentenceOf(warning) !== known);
}

// src/model/cost.ts
/**
* Where higher is better, no more than the whole value can be lost, and a loss of everything has no
* logarithm. This fraction stands for it, and for any larger one.
*/
const ALMOST_ALL = .999;
/**
* The log cost (positive) of a worsening by `fraction`: ln(1 + fraction), or its mirror where higher is
* better.
*/
function worseningCost(better, fraction) {
	return better === "lower" ? Math.log1p(fraction) : -Math.log1p(-Math.min(fraction, ALMOST_ALL));
}
/**
* The log cost (negative) of an improvement by `fraction`: 10 % faster is .9 of the time, or 1.1 of the
* throughput.
*/
function improvementCost(better, fraction) {
	return better === "lower" ? Math.log1p(-fraction) : -Math.log1p(fraction);
}
/** The effect head / base - 1 that a difference in log cost stands for, in the metric's own direction. */
function costToEffect(better, cost) {
	return Math.expm1(better === "lower" ? cost : -cost);
}
/**
* The worsening, as a positive fraction of the metric's own value, that a difference in log cost stands for.
*/
function costToWorsening(better, cost) {
	return better === "lower" ? Math.expm1(cost) : -Math.expm1(-cost);
}

// src/judge/limits.ts
/**
* Where an interval lies against an upper limit with two levels, both in one scale. It is undecided while it
* straddles the level that matters.
*/
function against(interval, limit) {
	if (interval === null) return "undecided";
	if (limit.fail !== null && interval.low > limit.fail) return "beyond-fail";
	const straddlesFail = limit.fail !== null && interval.high > limit.fail;
	if (limit.warn !== null && interval.low > limit.warn) return straddlesFail ? "undecided" : "beyond-warn";
	if (limit.warn !== null && interval.high > limit.warn) return "undecided";
	return straddlesFail ? "undecided" : "within";
}
const negate = (value) => value === null ? null : -value;
/** A lower limit is an upper limit on the negated value. */
const mirror = (levels) => ({
	warn: negate(levels.warn),
	fail: negate(levels.fail)
});
/** `max` and `min`, in the metric's unit, against the interval of head's own value. */
function absoluteState(limits, headInterval) {
	const states = [];
	if (limits.max) states.push(against(headInterval, limits.max));
	if (limits.min) {
		const flipped = headInterval && {
			low: -headInterval.high,
			high: -headInterval.low
		};
		states.push(against(flipped, mirror(limits.min)));
	}
	return worst(states);
}
/**
* `min-improvement`, a fraction, against the interval of the log cost. Beyond means that the promised
* improvement is proven absent.
*/
function promiseState(limits, { better }, comparison) {
	if (!limits.minImprovement) return "within";
	const { low, high } = comparison;
	const interval = low === null || high === null ? null : {
		low,
		high
	};
	const { warn, fail } = limits.minImprovement;
	return against(interval, {
		warn: warn === null ? null : improvementCost(better, warn),
		fail: fail === null ? null : improvementCost(better, fail)
	});
}
const ORDER = [
	"within",
	"undecided",
	"beyond-warn",
	"beyond-fail"
];
function worst(states) {
	return states.reduce((a, b) => ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a, "within");
}

// src/judge/verdict.ts
/**
* The verdict on one benchmark and metric, from its comparison and its budget: the only place where a verdict
* is made. Where several limits hold for one row, the gravest judgement becomes the row's.
*/
function judge(input) {
	const { absence, baseline, comparison, gated } = input;
	if (absence !== null) return withDoubts(input, judgeAbsence(absence, gated.limits));
	if (comparison.voidBy !== null && baseline.kind === "paired") return ruling(gated.limits, "failed", "fail", [comparison.voidBy]);
	return withDoubts(input, [
		judgeChange(input),
		judgeOwnValue(input),
		judgePromise(input)
	].filter((one) => one !== null).reduce((most, one) => gravity$3(one) > gravity$3(most) ? one : most));
}
const SEVERITIES = [
	"pass",
	"warn",
	"fail"
];
/** Of judgements with one severity, the one with the largest weight prevails: it matters most to a reader. */
const WEIGHTS = {
	failed: 0,
	missing: 0,
	removed: 0,
	new: 0,
	insufficient: 0,
	unchanged: 1,
	improvement: 2,
	inconclusive: 3,
	"slower-small": 4,
	accepted: 5,
	regression: 6,
	"over-budget": 7
};
const gravity$3 = (j) => SEVERITIES.indexOf(j.severity) * 100 + WEIGHTS[j.verdict];
/** The severity, limited by what the budget's `severity` allows. */
function atMost({ cap }, severity) {
	if (cap === "off") return "pass";
	return cap === "warn" && severity === "fail" ? "warn" : severity;
}
const ruling = (limits, verdict, severity, findings = [], limit = null) => ({
	verdict,
	severity: atMost(limits, severity),
	findings,
	waiver: null,
	limit
});
/**
* Log costs (positive) of the warn and fail levels of a relative budget. A missing warn level is half of the
* fail level, a missing fail level twice the warn level.
*/
function relativeLevels({ better }, limits) {
	const { warn: warnAt, fail: failAt } = limits.maxRegression ?? {
		warn: null,
		fail: null
	};
	const fail = failAt ?? (warnAt ? 2 * warnAt : DEFAULT_MAX_REGRESSION);
	return {
		warn: worseningCost(better, warnAt ?? fail / 2),
		fail: worseningCost(better, fail)
	};
}
/**
* Tolerance for log costs of equal ratios, which differ in their last digits: a value exactly at the
* limit has reached it.
*/
const ROUNDING$1 = 1e-9;
/** Fail level of a comparison without a budget, a fraction. */
const DEFAULT_MAX_REGRESSION = .05;
function judgeAbsence(absence, limits) {
	if (absence.kind === "failed") return ruling(limits, "failed", absence.onBaseToo ? "warn" : "fail", absence.findings);
	const { named, dropped, suspicions } = absence;
	if (named && !dropped) return ruling(limits, "missing", "fail", [...absence.findings, ...suspicions]);
	const findings = [...absence.findings, ...named ? [{ code: "removed-with-budget" }] : []];
	const severity = named || suspicions.length > 0 ? "warn" : "pass";
	return ruling(limits, "removed", severity, [...findings, ...suspicions]);
}
function judgeChange({ gated, baseline, comparison, today }) {
	const { limits, metric, waiver } = gated;
	const { decision, obstacle, voidBy } = comparison;
	if (voidBy !== null) return ruling(limits, "failed", "warn", [voidBy]);
	if (obstacle !== null) return ruling(limits, "insufficient", obstacle.severity, obstacle.findings);
	switch (baseline.kind) {
		case "none": return ruling(limits, "new", "pass");
		case "paired": return decision === null ? describeChange(comparison, limits) : judgePaired({
			limits,
			metric,
			comparison,
			waiver,
			today
		}, decision);
		default:
			invariant(decision !== null, "what was compared with another job is undecided");
			return ruling(limits, decision, decision === "regression" ? "warn" : "pass");
	}
}
/**
* A change that no budget limits was not tested. Its verdict says only what its interval (log costs) shows.
*/
function describeChange({ low, high }, limits) {
	return ruling(limits, (low ?? 0) > 0 ? "slower-small" : (high ?? 0) < 0 ? "improvement" : "unchanged", "pass", [{ code: "change-without-budget" }]);
}
function judgePaired({ metric, limits, comparison, waiver, today }, decision) {
	const levels = relativeLevels(metric, limits);
	const estimate = comparison.estimate ?? 0;
	const plain = (verdict, severity, findings = []) => ruling(limits, verdict, severity, findings, "maxRegression");
	if (decision === "inconclusive") {
		const isRefuted = comparison.confirmed === false;
		return plain(decision, estimate >= levels.fail && !isRefuted && !metric.exact ? "warn" : "pass", isRefuted ? [unconfirmed(comparison, metric)] : []);
	}
	if (decision !== "regression") return plain(decision, "pass");
	const found = plain("regression", limits.maxRegression?.fail != null && estimate >= levels.fail - ROUNDING$1 ? "fail" : "warn");
	if (!waiver) return found;
	const { reason, until, upTo } = waiver;
	if (until !== null && today > until) return {
		...found,
		waiver,
		findings: [{
			code: "waiver-ended",
			until,
			reason
		}]
	};
	const worsening = costToWorsening(metric.better, estimate);
	if (worsening > upTo + ROUNDING$1 && comparison.base.value !== 0) return {
		...found,
		waiver,
		findings: [{
			code: "waiver-exceeded",
			upTo,
			measured: worsening,
			reason
		}]
	};
	return {
		...plain("accepted", "pass", [{
			code: "accepted",
			upTo,
			until,
			reason
		}]),
		waiver
	};
}
/**
* Why a detected change was not confirmed. Where the fresh interval excludes the first estimate, the change
* came from the benchmarks that shared the process.
*/
function unconfirmed({ first, low, high }, { better }) {
	const estimate = first?.estimate ?? 0;
	const isRuledOut = estimate < (low ?? -Infinity) || estimate > (high ?? Infinity);
	return {
		code: first?.hadNeighbours && isRuledOut ? "depends-on-neighbours" : "not-recurred",
		size: Math.abs(costToEffect(better, estimate)),
		direction: estimate > 0 ? "worse" : "better"
	};
}
/**
* The limits `max` and `min`, which need no base; null while they hold. Where nothing was compared, a broken
* limit counts but an undecided one does not: there may be too few processes to decide. Result files are the
* exception, because no value can be added to them.
*/
function judgeOwnValue({ gated: { limits }, baseline, comparison, ofFiles }) {
	const { headInterval, head, obstacle } = comparison;
	const mayBeOpen = ofFiles ? head.value !== null : baseline.kind === "paired" && obstacle === null;
	for (const limit of ["max", "min"]) {
		if (limits[limit] === null) continue;
		const found = fromState(absoluteState({
			...limits,
			max: null,
			min: null,
			[limit]: limits[limit]
		}, headInterval), limits, limit, {
			beyond: { code: ofFiles ? "limit-broken-in-files" : "limit-broken" },
			undecided: { code: "limit-undecided" }
		});
		if (found !== null && (found.verdict === "over-budget" || mayBeOpen)) return found;
	}
	return null;
}
function judgePromise({ gated: { metric, limits }, baseline, comparison }) {
	if (!limits.minImprovement || baseline.kind !== "paired" || comparison.obstacle !== null) return null;
	const needed = limits.minImprovement.fail ?? limits.minImprovement.warn ?? 0;
	const state = promiseState(limits, metric, comparison);
	if (state === "within") return ruling(limits, "improvement", "pass", [], "minImprovement");
	return fromState(state, limits, "minImprovement", {
		beyond: {
			code: "promise-broken",
			needed
		},
		undecided: {
			code: "promise-undecided",
			needed
		}
	});
}
function fromState(state, limits, limit, findings) {
	if (state === "within") return null;
	if (state === "undecided") return ruling(limits, "inconclusive", "warn", [findings.undecided], limit);
	return ruling(limits, "over-budget", state === "beyond-fail" ? "fail" : "warn", [findings.beyond], limit);
}
/**
* Adds to a judgement whatever else a reader should know. A benchmark that failed in some processes of head
* alone has not passed.
*/
function withDoubts({ gated, comparison, partial: { base, head } }, { verdict, severity, findings, ...judgement }) {
	const { basis, confirmed, decision, doubts, pairs } = comparison;
	const isOpen = (verdict === "regression" || decision === "improvement") && confirmed === null && pairs > 0 && !gated.metric.exact;
	const partial = verdict === "failed" ? [] : [head, base].filter((one) => one !== null);
	const isWorse = partial.length > 0 && base === null && severity === "pass";
	return {
		...judgement,
		verdict,
		severity: isWorse ? atMost(gated.limits, "warn") : severity,
		findings: [
			...findings,
			...basis,
			...isOpen ? [{ code: "not-confirmed" }] : [],
			...partial,
			...doubts
		]
	};
}

// src/model/conditions.ts
/** What a tool's own word for a condition means; a word that is not here says nothing about times. */
const MEANINGS = new Map([
	...[
		"cpu",
		"ProcessorName",
		"cpu_model_name"
	].map((word) => [word, "processor"]),
	...[
		"arch",
		"goarch",
		"Architecture",
		"machine"
	].map((word) => [word, "architecture"]),
	...[
		"os",
		"goos",
		"OsVersion",
		"system",
		"platform"
	].map((word) => [word, "system"]),
	...["library_build_type", "Configuration"].map((word) => [word, "build"]),
	...["python", "python_version"].map((word) => [word, "Python"]),
	["jdk", "JDK"],
	["julia", "Julia"],
	...[
		"vm",
		"runtime",
		"RuntimeVersion",
		"implementation",
		"python_implementation",
		"browser"
	].map((word) => [word, "runtime"])
]);
/** asv calls the host a machine, which in CI has another name in each job. */
const isHost = (tool, word) => tool === "asv" && word === "machine";
/** Under which the version of the tool itself is kept. */
const VERSION = "version";
/** Conditions that are the same only where every letter is. */
const WHOLE = /* @__PURE__ */ new Set([
	"processor",
	"architecture",
	"build"
]);
/** Conditions in which the same code allocates, executes and occupies another number. */
const OF_COUNTS = /* @__PURE__ */ new Set(["architecture", "build"]);
/** Of all tools of a side, and of a text. */
const MAX_TOOLS = 20;
const MAX_TEXT = 200;
/** What the files of one side say, by tool and condition; several texts of one condition are joined. */
function conditionsOf(files) {
	const tools = [...Map.groupBy(files, ({ tool }) => tool.slice(0, MAX_TEXT))].slice(0, MAX_TOOLS);
	return Object.fromEntries(tools.map(([tool, ofTool]) => [tool, conditionsOfTool(tool, ofTool)]));
}
function conditionsOfTool(tool, files) {
	const said = files.flatMap(({ environment, version }) => [...Object.entries(environment).flatMap(([word, value]) => {
		const condition = isHost(tool, word) ? void 0 : MEANINGS.get(word);
		return condition === void 0 ? [] : [{
			condition,
			value
		}];
	}), ...version === null ? [] : [{
		condition: VERSION,
		value: version
	}]]);
	const grouped = [...Map.groupBy(said, ({ condition }) => condition)];
	return Object.fromEntries(grouped.map(([condition, values]) => {
		return [condition, [...new Set(values.map(({ value }) => value.trim()))].sort().join(" or ").slice(0, MAX_TEXT)];
	}));
}
/** How the conditions of two sides differ; null: in nothing that both state. */
function differenceOf(base = {}, head = {}) {
	const differing = Object.entries(head).flatMap(([tool, conditions]) => Object.entries(conditions).flatMap(([condition, onHead]) => {
		const ofTool = Object.hasOwn(base, tool) ? base[tool] : {};
		const onBase = Object.hasOwn(ofTool, condition) ? ofTool[condition] : void 0;
		if (onBase === void 0 || isAlike(condition, onBase, onHead)) return [];
		return [{
			tool,
			condition,
			onBase,
			onHead
		}];
	}));
	if (differing.length === 0) return null;
	const listed = (side) => [...new Set(differing.map((one) => phrase(one.tool, one.condition, one[side])))].join(" and ");
	return {
		base: listed("onBase"),
		head: listed("onHead"),
		ofCounts: differing.some(({ condition }) => OF_COUNTS.has(condition))
	};
}
/** Whether both state a processor, so that the one of the machine that read the files does not matter. */
const stateProcessor = (base = {}, head = {}) => Object.entries(head).some(([tool, { processor }]) => processor !== void 0 && base[tool]?.["processor"] !== void 0);
const isAlike = (condition, one, other) => one === other || !WHOLE.has(condition) && releaseIn(one) === releaseIn(other);
/** `Python 3.13` of `Python 3.13.1 (main)`: corrections of a release make no other program. */
const releaseIn = (text) => /^\D*\d+(?:\.\d+)?/.exec(text)?.[0] ?? text;
function phrase(tool, condition, value) {
	if (condition === "build") return `a ${value} build`;
	if (condition === VERSION) return `${tool} ${value}`;
	return condition === "Python" || condition === "JDK" || condition === "Julia" ? `${condition} ${value}` : value;
}
/** That a tool states two versions of a benchmark's own code; null: it states one, or not two. */
const editOf = (base, head) => !base || !head || base === head ? null : {
	code: "benchmark-edited",
	base,
	head
};

// src/history/series.ts
/**
* The index of the run whose value counts for each commit, newest commit first; `runs` are newest first. If a
* commit has several runs, the newest value counts, in the position of the oldest run: measuring an old
* commit again does not make it a new one. A value that another tool recorded counts only for a commit that
* was not measured here.
*/
function statingRuns(runs, has) {
	const chosen = /* @__PURE__ */ new Map();
	for (const [index, { sha, importedFrom }] of runs.entries()) {
		const known = chosen.get(sha);
		const stating = (known === void 0 || importedFrom === null && runs[known].importedFrom !== null) && has(index) ? index : known;
		if (stating === void 0) continue;
		chosen.delete(sha);
		chosen.set(sha, stating);
	}
	return [...chosen.values()];
}
/** The newest `limit` commits that have the metric, oldest first. `runs` are newest first. */
function pointsOf(runs, benchmark, metric, { limit }) {
	const points = runs.map((stored) => pointOf(stored, benchmark, metric));
	return statingRuns(runs.map(({ run }) => ({
		sha: run.commit.sha,
		importedFrom: run.imported?.from ?? null
	})), (index) => points[index] !== null).slice(0, limit).reverse().map((index) => points[index]);
}
const indexed = /* @__PURE__ */ new WeakMap();
/**
* The index is cached, since each benchmark of a suite looks at each run; a run never changes once it is
* read.
*/
function indexOf(run) {
	const known = indexed.get(run);
	if (known !== void 0) return known;
	const index = {
		byKey: /* @__PURE__ */ new Map(),
		byName: /* @__PURE__ */ new Map()
	};
	for (const one of run.benchmarks) {
		const key = keyOfStored(one);
		index.byKey.set(keyText(key), one);
		index.byName.set(key.name, index.byName.has(key.name) ? null : one);
	}
	indexed.set(run, index);
	return index;
}
/** The key of a stored benchmark. Runs of earlier versions have no number, and any form of Unicode. */
const keyOfStored = ({ id, suite, occurrence = 1 }) => ({
	suite,
	name: normalName(id),
	occurrence
});
/**
* A benchmark in a stored run; null when the run does not have it. One whose name is unique on both sides is
* found in any suite: runs of earlier versions and of other tools give their suites other names.
*/
function findStored(run, benchmark) {
	const { byKey, byName } = indexOf(run);
	const { name, sole, formerly } = benchmark;
	return byKey.get(keyText(benchmark)) ?? (sole ? byName.get(name) : null) ?? (formerly === null ? null : byKey.get(keyText(formerly)) ?? (sole ? byName.get(formerly.name) : null)) ?? null;
}
function pointOf(stored, benchmark, metric) {
	const owner = findStored(stored.run, benchmark);
	const found = owner?.metrics.find((one) => one.metric === metric);
	if (!owner || !found || found.values.length === 0) return null;
	const value = quantile(found.values, .5);
	if (isTimedZero(found.unit, value)) return null;
	return {
		stored,
		suite: owner.suite,
		edited: owner.edited === true,
		found,
		value
	};
}
/** The points since the benchmark was last edited, of points oldest first. */
const sinceEdit = (points) => points.slice(Math.max(0, points.findLastIndex(({ edited }) => edited)));
/**
* Medians of a metric of one benchmark in its unit since it was last edited, one a commit, oldest first, at
* most `limit` of the newest. `runs` are newest first.
*/
const seriesOf = (...question) => sinceEdit(pointsOf(...question)).map(({ value }) => value);

// src/model/metric-contradiction.ts
/**
* What is wrong with the unit of a metric that is known by its name, as the end of a sentence; null: nothing.
* A unit of which nothing is known may mean the same in other words, and so may a bare count.
*/
function foreignUnit({ id, unit }) {
	const known = usualMetric(id);
	const kind = unitKind(unit);
	if (known === null || kind === "other" || kind === "count" || known.units.includes(unit)) return null;
	return `is in ${unit}, and what has this name is measured in ${known.units.join(" or ")}: give it a name of its own`;
}
/** What a metric says of itself that cannot be; null: nothing. */
const contradictionIn = (metric) => metric.exact && isTimed(metric.unit) ? `is called exact, and ${unitOf(metric.unit).called ?? metric.unit} is not` : foreignUnit(metric);

// src/model/evidence.ts
const EVIDENCE_SCHEMA = 3;
/** Benchmarks of one gate; a result file may hold this many. */
const MAX_BENCHMARKS = 2e4;
const MAX_SUITES = 2e3;
/**
* Blocks beyond the usual ones of all benchmarks together. A test of many blocks takes long: these take about
* a minute to judge, and hours to measure.
*/
const MAX_FURTHER_BLOCKS = 3e3;
/**
* Result files that one gate reads: more than any workflow writes. A pattern that matches more is a mistake,
* such as one that matches the whole checkout.
*/
const MAX_RESULT_FILES = 100;
/** Blocks of one benchmark: as many as a gate measures, or four result files each. */
const MAX_BLOCKS = Math.max(24 + 4, 100 / 4);
/** Far above what one gate can take: a week, and more than any machine has. */
const MAX_MS = 6048e5;
const MAX_PROCESSES = 1e5;
const MAX_CORES = 1e5;
const MAX_LOAD = 1e6;
const MAX_LINE = 1e7;
/** Characters of an error's message: enough for a report. */
const MAX_MESSAGE = 2e3;
const name = string().max(1e4);
const occurrence = int().min(1).max(MAX_BENCHMARKS);
/** A suite, a name and a number. */
const id = string().max(20100);
const text = string().max(4e3);
const label = string().max(500);
const sideName = _enum(["base", "head"]);
const registered = strictObject({
	file: text.nullable(),
	line: int().positive().max(MAX_LINE).nullable(),
	hash: string().max(200).describe("Of the source of its function")
});
/** True when no two entries have the same name. */
const areDistinct = (names) => new Set(names).size === names.length;
const reported = metricSchema.extend({
	base: boolean().describe("Whether base reports it"),
	head: boolean()
});
const edit = strictObject({
	onBase: boolean().describe("Whether base's own suite has the benchmark too"),
	own: text.nullable().describe("Why each side ran its own suite, as the end of a sentence; null: both ran head's")
});
/** A benchmark on one side, which of the other side has another place or number there. */
const elsewhere = strictObject({
	suite: name,
	name,
	occurrence
});
const keyed = strictObject({
	id: id.describe("Its key as text: `suite › groups/name #n`. It is compared and never parsed"),
	suite: name.describe("The file, or the command line, that holds it"),
	name: name.describe("Groups and name joined by `/`"),
	occurrence: occurrence.describe("Its number among the benchmarks of that name in that suite"),
	source: _enum(["suite", "command"]).describe("In a suite Benchgate times the calls itself; a command reports what its tool measured"),
	metrics: array(reported).max(64).refine((list) => areDistinct(list.map(({ id }) => id)), "two metrics of one id").describe("What it reports itself, the first one first"),
	base: registered.nullable(),
	head: registered.nullable(),
	edit: edit.optional().describe("Present where its suite, or a file that belongs to it, differs between the sides"),
	onBase: elsewhere.nullable().describe("What base has in its place, where that has another suite, name or number")
}).refine((one) => one.id === keyText(one), "an id that is not that of its parts").superRefine(({ source, metrics }, context) => {
	for (const [i, metric] of metrics.entries()) {
		const message = source === "suite" && isSuiteMetric(metric.id) ? "is what Benchgate itself times in a suite" : contradictionIn(metric);
		if (message !== null) context.addIssue({
			code: "custom",
			path: ["metrics", i],
			message
		});
	}
});
const environment = environmentSchema.extend({
	cpu: label,
	cores: int().positive().max(MAX_CORES),
	os: label,
	image: label.nullable(),
	node: label,
	mitata: label,
	loadAverage: number$1().nonnegative().max(MAX_LOAD)
});
const suiteFailure = strictObject({
	suite: name,
	side: sideName,
	message: text
});
const benchmarkFailure = strictObject({
	message: text,
	processes: int().nonnegative().describe("In how many it failed"),
	of: int().nonnegative(),
	excluded: boolean().describe("True when it is no longer started: it ended its process twice, or threw twice before any block")
});
const revision = revisionSchema.extend({
	label: text,
	sha: string().regex(/^[0-9a-f]{40,64}$/).nullable()
});
const processes = array(processStats).max(4);
const block = strictObject({
	round: int().nonnegative().max(MAX_BLOCKS).describe("Rounds before it, 0-based"),
	base: processes,
	head: processes
}).refine(({ base, head }) => base.length + head.length > 0, "a block without processes");
const blocks = array(block).max(MAX_BLOCKS).refine((list) => list.every(({ round }, i) => i === 0 || round > list[i - 1].round), "rounds do not ascend");
const messages = array(text).max(1e4);
const allEvidence = strictObject({
	schema: literal$1(3),
	command: _enum([
		"check",
		"compare",
		"record"
	]),
	seed: string().max(200),
	filter: strictObject({
		match: string().max(1e3),
		suite: string().max(1e3).exactOptional(),
		occurrence: occurrence.exactOptional()
	}).nullable(),
	base: revision,
	head: revision,
	environment,
	survey: strictObject({
		benchmarks: array(keyed).min(1, "there is no benchmark").max(MAX_BENCHMARKS).refine((list) => areDistinct(list.map(({ id }) => id)), "two benchmarks of one id"),
		failures: array(suiteFailure).max(MAX_SUITES),
		lateErrors: array(suiteFailure).max(MAX_SUITES),
		warnings: messages,
		indivisible: array(name).max(MAX_SUITES).default([]).describe("Suites whose benchmarks depend on one another, so that they always share a process")
	}),
	results: strictObject({
		tools: array(text).max(100),
		files: array(text).min(1).max(100)
	}).nullable().describe("Result files of head that the workflow wrote itself, one process each; null: Benchgate measured"),
	baseFailure: text.nullable().describe("Why base could not be prepared; null: it could"),
	failures: array(benchmarkFailure.extend({
		side: sideName,
		benchmark: id
	})).max(2 * MAX_BENCHMARKS),
	measured: array(strictObject({
		benchmark: id,
		blocks,
		confirming: blocks.max(8)
	})).max(MAX_BENCHMARKS).refine((list) => areDistinct(list.map(({ benchmark }) => benchmark)), "two entries for one benchmark"),
	maxPairs: int().min(4).max(24 * 4).describe("Longest comparison that was planned: fewer where executions take long"),
	stoppedBy: stoppedBySchema,
	processes: int().nonnegative().max(MAX_PROCESSES),
	elapsedMs: number$1().nonnegative().max(MAX_MS),
	msInBenchmarks: number$1().nonnegative(),
	warnings: messages
});
/** Blocks that are more than the usual ones of their benchmarks. */
const furtherBlocks = ({ measured }) => measured.reduce((sum, { blocks }) => sum + Math.max(0, blocks.length - 8), 0);
const isWhole = (side) => side.length === 0 || side.length === 4;
const blocksIn = ({ measured }) => measured.flatMap(({ blocks, confirming }) => [...blocks, ...confirming]);
const evidenceSchema = allEvidence.refine((evidence) => evidence.baseFailure === null || blocksIn(evidence).every(({ base }) => base.length === 0), "a base that could not be prepared has measurements").refine((evidence) => evidence.results !== null || blocksIn(evidence).every(({ base, head }) => isWhole(base) && isWhole(head)), "half a block is none").refine(({ results, baseFailure, survey }) => results === null || baseFailure !== null && survey.benchmarks.every(({ base }) => base === null), "results of head alone have a base").refine((evidence) => evidence.results === null || evidence.measured.every(({ blocks, confirming }) => {
	const processes = blocks.reduce((sum, { head }) => sum + head.length, 0);
	return confirming.length === 0 && processes <= evidence.results.files.length;
}), "more results than files").refine(({ msInBenchmarks, elapsedMs, environment }) => msInBenchmarks <= elapsedMs * environment.cores, {
	path: ["msInBenchmarks"],
	message: "more than all cores could spend in that time"
}).refine((evidence) => evidence.results !== null || furtherBlocks(evidence) <= MAX_FURTHER_BLOCKS, {
	path: ["measured"],
	message: `has more than ${MAX_FURTHER_BLOCKS} blocks beyond the first ${8} of each benchmark`
}).superRefine(checkProcesses);
/**
* What is measured must fit its benchmark: in a suite Benchgate times every process, and no value may take
* the place of its time; of a command nothing is timed. Blocks are numbered within what was planned; those of
* a recorded commit that no look sees come after it.
*/
function checkProcesses(evidence, context) {
	const sources = new Map(evidence.survey.benchmarks.map(({ id, source }) => [id, source]));
	const rounds = (evidence.results === null ? evidence.maxPairs / 4 : Infinity) + (evidence.command === "record" ? 4 : 0);
	for (const [i, { benchmark, blocks, confirming }] of evidence.measured.entries()) {
		const source = sources.get(benchmark);
		const refuse = (message) => context.addIssue({
			code: "custom",
			path: [
				"measured",
				i,
				"benchmark"
			],
			message
		});
		if (source === void 0) refuse("is none of survey.benchmarks");
		if (blocks.some(({ round }) => round >= rounds)) refuse("has more blocks than maxPairs");
		const processes = [...blocks, ...confirming].flatMap(({ base, head }) => [...base, ...head]);
		if (processes.some((stats) => "p10" in stats !== (source === "suite"))) refuse(source === "suite" ? "is in a suite, and was not timed" : "is of a command, and was timed");
		if (source === "suite" && processes.some(({ values }) => Object.keys(values ?? {}).some((id) => isSuiteMetric(id)))) refuse("has a value in the place of what Benchgate times");
	}
}

// src/stats/normal.ts
/** Evaluates a polynomial at x (Horner); coefficients from the constant term upwards. */
function polynomial(coefficients, x) {
	let value = 0;
	for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
	return value;
}
const CENTRE = [[
	3.3871328727963665,
	133.14166789178438,
	1971.5909503065513,
	13731.69376550946,
	45921.95393154987,
	67265.7709270087,
	33430.57558358813,
	2509.0809287301227
], [
	1,
	42.31333070160091,
	687.1870074920579,
	5394.196021424751,
	21213.794301586597,
	39307.89580009271,
	28729.085735721943,
	5226.495278852854
]];
const TAIL = [[
	1.4234371107496835,
	4.630337846156546,
	5.769497221460691,
	3.6478483247632045,
	1.2704582524523684,
	.2417807251774506,
	.022723844989269184,
	.0007745450142783414
], [
	1,
	2.053191626637759,
	1.6763848301838038,
	.6897673349851,
	.14810397642748008,
	.015198666563616457,
	.0005475938084995345,
	1.0507500716444169e-9
]];
const FAR_TAIL = [[
	6.657904643501103,
	5.463784911164114,
	1.7848265399172913,
	.29656057182850487,
	.026532189526576124,
	.0012426609473880784,
	27115555687434876e-21,
	2.0103343992922881e-7
], [
	1,
	.599832206555888,
	.1369298809227358,
	.014875361290850615,
	.0007868691311456133,
	18463183175100548e-21,
	1.421511758316446e-7,
	20442631033899397e-31
]];
const ratio = ([numerator, denominator], x) => polynomial(numerator, x) / polynomial(denominator, x);
/**
* Quantile of the standard normal distribution for a probability within (0, 1); 0 and 1 give the infinities,
* anything else throws a RangeError. Relative error about 1e-16.
*
* Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
* Statistics 37 (1988), 477-484.
*/
function normalQuantile(probability) {
	if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies within [0, 1], got ${probability}`);
	const q = probability - .5;
	if (Math.abs(q) <= .425) return q * ratio(CENTRE, .180625 - q * q);
	const tail = Math.min(probability, 1 - probability);
	if (tail === 0) return q < 0 ? -Infinity : Infinity;
	const r = Math.sqrt(-Math.log(tail));
	const size = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
	return q < 0 ? -size : size;
}
const HART = [[
	220.206867912376,
	221.213596169931,
	112.079291497871,
	33.912866078383,
	6.37396220353165,
	.700383064443688,
	.0352624965998911
], [
	440.413735824752,
	793.826512519948,
	637.333633378831,
	296.564248779674,
	86.7807322029461,
	16.064177579207,
	1.75566716318264,
	.0883883476483184
]];
/**
* Probability that a standard normal variable is at most x (any number, infinities included). Absolute error
* below 1e-14, relative error in the lower tail below 1e-8; the upper tail is to be had as `normalCdf(-x)`.
*
* Source: G. West, "Better approximations to cumulative normal functions", Wilmott (2005), after J. F. Hart,
* "Computer Approximations" (1968), algorithm 5666.
*/
function normalCdf(x) {
	const size = Math.abs(x);
	if (size > 37) return x > 0 ? 1 : 0;
	const density = Math.exp(-size * size / 2);
	const tail = size < 7.07106781186547 ? density * ratio(HART, size) : density / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + .65))))) / Math.sqrt(2 * Math.PI);
	return x > 0 ? 1 - tail : tail;
}

// node_modules/mitata/package.json
var version = "1.0.34";

// src/measure/environment.ts
/** What the measurements depend on besides the code. It is read once, before the first process. */
function readEnvironment(env, { image, system }, nodeVersion = process.version) {
	return {
		cpu: os.cpus()[0]?.model.trim() || "unknown",
		cores: os.availableParallelism(),
		os: `${system ?? os.type()} ${os.release()} ${os.arch()}`,
		image,
		node: nodeVersion,
		nodeFlags: [],
		mitata: version,
		loadAverage: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
		ci: env["CI"] === "true" || env["CI"] === "1"
	};
}

// src/measure/catalog.ts
/** Warnings about metrics that are kept, since thousands of benchmarks may all make the same mistake. */
const MAX_WARNINGS$1 = 20;
const SHOWN_NAME = 60;
/**
* Every benchmark that either side registers, and the metrics that each reports. `directions` says which
* direction of a metric is better. Where base has it too it overrides the tool, because a person wrote it.
*/
var Catalog = class {
	benchmarks = /* @__PURE__ */ new Map();
	/** Benchmarks that were taken out again, by id, and why; null: for the reason of another one. */
	dropped = /* @__PURE__ */ new Map();
	#directions;
	#warnings = /* @__PURE__ */ new Map();
	/** What base's own suites register, where head's run in their place. */
	#own = /* @__PURE__ */ new Map();
	/** Ids by the key on base, where base has another key than head. */
	#onBase = /* @__PURE__ */ new Map();
	#isPaired = false;
	#foreseen = /* @__PURE__ */ new Map();
	#closed = false;
	constructor(directions) {
		this.#directions = directions;
	}
	get warnings() {
		return [...this.#warnings.values(), ...this.whyDropped];
	}
	/** Why benchmarks were taken out, each reason once. */
	get whyDropped() {
		const reasons = [...new Set(this.dropped.values())].filter((why) => why !== null);
		const more = reasons.length - MAX_WARNINGS$1;
		return more > 0 ? [...reasons.slice(0, MAX_WARNINGS$1), `and ${more} more like these`] : reasons;
	}
	/** Adds a warning, once for each subject and up to a limit. */
	warnOnce(about, message) {
		if (this.#warnings.has(about) || this.#warnings.size >= MAX_WARNINGS$1) return;
		this.#warnings.set(about, message);
	}
	/** Adds a benchmark as a suite registers it on one side, and returns its id. */
	register({ suite, name, occurrence, source, side }, place) {
		const id = keyText({
			suite,
			name,
			occurrence
		});
		const known = this.benchmarks.get(id);
		if (known !== void 0) known[side] = place;
		else {
			refuseTooMany(this.benchmarks.size);
			const entry = {
				id,
				suite,
				name,
				occurrence,
				source,
				metrics: [],
				base: null,
				head: null,
				onBase: null
			};
			this.benchmarks.set(id, {
				...entry,
				[side]: place
			});
		}
		return id;
	}
	/** Takes a benchmark out on both sides. */
	drop(id, why) {
		this.benchmarks.delete(id);
		this.dropped.set(id, why);
	}
	/** Replaces the list by one in which benchmarks of both sides were paired anew. */
	pair(benchmarks) {
		this.#isPaired = true;
		this.benchmarks.clear();
		this.#onBase.clear();
		for (const one of benchmarks) {
			this.benchmarks.set(one.id, one);
			if (one.onBase !== null) this.#onBase.set(keyText(one.onBase), one.id);
		}
	}
	/** Where a side has a benchmark: its suite, and its id among the benchmarks of that suite. */
	placeOn(side, id) {
		const benchmark = this.benchmarks.get(id);
		const { suite, name, occurrence } = (side === "base" ? benchmark.onBase : null) ?? benchmark;
		return {
			suite,
			local: nameText(name, occurrence)
		};
	}
	/** The id of what a suite of one side calls `local`. */
	idOf(side, suite, local) {
		const id = `${suitePrefix(suite)}${local}`;
		return (side === "base" ? this.#onBase.get(id) : void 0) ?? id;
	}
	/**
	* From now on head's suite runs on both sides. `registered` is what it registers on base, in the place of
	* what base's own suite does.
	*/
	runHeads(suite, registered) {
		for (const one of this.#onHead(suite)) {
			this.#own.set(one.id, one.base);
			one.edit = {
				onBase: one.base !== null,
				own: null
			};
			one.base = registered.get(one.id) ?? null;
		}
	}
	/**
	* From now on each side runs its own suite, for the reason `why`: the whole suite, or what it holds of
	* `ids`. Returns the ids.
	*/
	runOwn(suite, why, ids = () => true) {
		const found = this.#onHead(suite).filter(({ id }) => ids(id));
		for (const one of found) {
			const own = this.#own.has(one.id) ? this.#own.get(one.id) : one.base;
			one.base = this.#isPaired && this.#differsInNumber(one) && own?.hash !== one.head.hash ? null : own;
			one.edit = {
				onBase: one.base !== null,
				own: why.slice(0, MAX_MESSAGE)
			};
			for (const metric of one.metrics) metric.base = false;
		}
		return found.map(({ id }) => id);
	}
	/** Whether the two own suites have another number of benchmarks of this name. */
	#differsInNumber({ suite, name }) {
		const alike = [...this.benchmarks.values()].filter((one) => one.suite === suite && one.name === name);
		return alike.filter(({ id, base }) => (this.#own.has(id) ? this.#own.get(id) : base) !== null).length !== alike.filter(({ head }) => head !== null).length;
	}
	#onHead(suite) {
		return [...this.benchmarks.values()].filter((one) => one.suite === suite && one.head !== null);
	}
	/**
	* The values that one process reported of a benchmark, in normal units, by metric. A metric that is
	* reported for the first time on this side is recorded as one of the benchmark's; one that cannot be
	* compared is left out with a warning.
	*/
	values(id, side, reported) {
		const benchmark = this.benchmarks.get(id);
		const found = {};
		if (benchmark === void 0) return found;
		const { name } = benchmark;
		for (const raw of reported.slice(0, 64)) {
			const { unit, factor } = normalUnit(raw.unit) ?? {
				unit: raw.unit,
				factor: 1
			};
			const value = raw.value * factor;
			const better = this.#directionOf(raw);
			const obstacle = obstacleTo(raw.id, value, unit, better);
			const metric = {
				id: raw.id,
				unit,
				better,
				exact: raw.exact
			};
			const refusal = obstacle ?? this.#note(benchmark, side, metric);
			if (refusal === null) found[raw.id] = value;
			else {
				const about = obstacle === null ? `${id}\n${raw.id}` : `${raw.id}\n${obstacle}`;
				this.warnOnce(about, `${shown$1(name)}: ${shown$1(raw.id)} ${refusal}`);
			}
		}
		const more = reported.length - 64;
		if (more > 0) this.warnOnce(`${id}\n`, `${shown$1(name)} reports ${reported.length} metrics: ${more} of them are left out`);
		return found;
	}
	/** Notes what a benchmark that failed would have reported, for where no process ever reports anything. */
	foresee(id, metric) {
		if (metric === void 0) return;
		const unit = normalUnit(metric.unit)?.unit ?? metric.unit;
		const better = this.#directionOf(metric) ?? "lower";
		const known = {
			id: metric.id,
			unit,
			better,
			exact: false
		};
		if (metricIdSchema.safeParse(metric.id).success && unitSchema.safeParse(unit).success && foreignUnit(known) === null) this.#foreseen.set(id, known);
	}
	#directionOf({ id, better }) {
		const written = Object.hasOwn(this.#directions, id) ? this.#directions[id] : null;
		if (written !== null && written.added !== true) return written.better;
		return better ?? usualMetric(id)?.better ?? written?.better ?? null;
	}
	/**
	* Records a metric of this side. Returns why its values cannot be compared with the known ones; null: they
	* can.
	*/
	#note(benchmark, side, metric) {
		const known = benchmark.metrics.find(({ id }) => id === metric.id);
		if (known !== void 0 && (known.unit !== metric.unit || known.better !== metric.better)) return `is reported in two ways (${sense(known)}; ${sense(metric)}), and only the first is used`;
		if (this.#closed) return known?.[side] === true ? null : `was not reported by ${side} at first, and is left out`;
		if (known === void 0) {
			const contradiction = foreignUnit(metric);
			if (contradiction !== null) return contradiction;
			if (benchmark.metrics.length >= 64) return `is left out: it has ${64} metrics without it`;
			benchmark.metrics.push({
				...metric,
				base: side === "base",
				head: side === "head"
			});
			return null;
		}
		known[side] = true;
		known.exact &&= metric.exact;
		return null;
	}
	/**
	* Gives a benchmark without any value on one side the metrics of the other side: it failed, and may not
	* fail the next time.
	*/
	assumeSame(suite) {
		for (const { id, suite: own, base, head, metrics } of this.benchmarks.values()) {
			if (own !== suite) continue;
			const foreseen = this.#foreseen.get(id);
			if (metrics.length === 0 && foreseen !== void 0) metrics.push({
				...foreseen,
				base: base !== null,
				head: head !== null
			});
			if (base === null || head === null) continue;
			for (const side of SIDES) if (metrics.every((metric) => !metric[side])) for (const metric of metrics) metric[side] = true;
		}
	}
	/** From now on no metric is added: what will be judged is fixed. */
	close() {
		this.#closed = true;
	}
};
function refuseTooMany(count) {
	if (count < 2e4) return;
	throw new UserError("no-benchmarks", `there are more than ${MAX_BENCHMARKS.toLocaleString("en")} benchmarks`, "Measure fewer with each gate: narrow `suites:` or the commands, and give each gate a key.");
}
function obstacleTo(id, value, unit, better) {
	if (!metricIdSchema.safeParse(id).success) return "is no name for a metric: at most 100 printable characters";
	if (!unitSchema.safeParse(unit).success) return "has a unit that cannot be printed, or of more than 40 characters";
	if (better === null) return `comes without saying which way is better: add \`metrics: { ${JSON.stringify(id)}: { better: lower } }\`, or higher, to the config file`;
	if (!Number.isFinite(value)) return "is not finite";
	return value < 0 ? "is below zero, where no ratio means anything" : null;
}
const sense = ({ unit, better }) => `${unit || "no unit"}, ${better} is better`;
const shown$1 = (name) => name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME)}…` : name;

// src/history/standing.ts
/** A benchmark without a value in so many of the newest commits counts as removed from the branch. */
const GONE_AFTER = 10;
/** The standing regression of a benchmark and metric; null where the branch has none that is certain. */
function standingIn(history) {
	const places = new Map(history.trends.map((trend, i) => [placeOf$1(trend, trend.metric), i]));
	const events = new Map(history.events.flatMap((event) => event.members.map((one) => [stepPlace(one.trend, one.step), event])));
	const eventOf = (trend, step) => events.get(stepPlace(trend, step));
	return (key, metric) => {
		const index = places.get(placeOf$1(key, metric));
		return index === void 0 ? null : standingOf(history, index, eventOf);
	};
}
const placeOf$1 = (key, metric) => `${metric}\n${keyText(key)}`;
const stepPlace = (trend, step) => `${trend} ${step}`;
function standingOf({ trends, commits, ref }, index, eventOf) {
	const trend = trends[index];
	const first = trend.steps.findIndex(({ standing, worse }) => worse && standing === "standing");
	if (first < 0 || trend.points.at(-1).at < commits.length - GONE_AFTER) return null;
	const event = eventOf(index, first);
	const since = trend.steps.slice(first);
	const isAccepted = ({ accepted, worse }) => worse && accepted !== null;
	if (!isSurelyWorse(trend, sumOf(since.filter((step) => !isAccepted(step))))) return null;
	const whole = sumOf(since);
	const accepted = since.filter(isAccepted);
	const before = commits[event.from];
	const [low, high] = [Math.expm1(whole.low), Math.expm1(whole.high)];
	return {
		branch: ref.replace(/^refs\/heads\//, ""),
		event: event.id,
		effect: Math.expm1(whole.log),
		interval: {
			low,
			high,
			level: .95
		},
		before: {
			sha: before.sha,
			pull: before.pull
		},
		accepted: accepted.length === 0 ? null : Math.expm1(sumOf(accepted).log),
		unit: trend.unit,
		better: trend.better,
		to: since.at(-1).creptTo ?? since.at(-1).to
	};
}
const isSurelyWorse = ({ better }, { low, high }) => better === "lower" ? low > 0 : high < 0;
/** The change over several steps. Each has an error of its own, so that their squares add up. */
function sumOf(steps) {
	const log = steps.reduce((sum, { change }) => sum + change.log, 0);
	const error = (end) => Math.hypot(...steps.map(({ change }) => change[end] - change.log));
	return {
		log,
		low: log - error("low"),
		high: log + error("high")
	};
}

// src/gate/standing.ts
/** The fewest runs with a change point: three commits on each level. */
const FEWEST_RUNS = 6;
/** How many values a gate searches at most: 500 series of 200 commits take up to a second. */
const MAX_VALUES = 1e5;
/**
* The history of the stored runs of one branch and of this system; null if they are too few to show anything.
* If there are very many series, those without a row in the assessment may be left out.
*/
async function knownHistory(given, { environment, rows }, { config, clock }) {
	const stored = nearTo(given, environment);
	const here = systemOf(environment);
	const runs = stored?.runs.filter(({ run }) => (systemOf(run.environment) ?? here) === here) ?? [];
	if (runs.length < FEWEST_RUNS) return null;
	const ofRows = new Set(rows.map((row) => placeOf(keyOf(row), row.metric)));
	const now = clock();
	const { historyOfRuns } = await import("./action-of-runs.js");
	const history = historyOfRuns(runs, {
		limitsOf: () => null,
		acceptedBy: acceptedBy(config, runs, now),
		releases: /* @__PURE__ */ new Map(),
		now
	}, {
		limit: MAX_VALUES,
		names: new Set(rows.map(({ benchmark }) => benchmark)),
		wanted: (series) => ofRows.has(placeOf(series, series.metric))
	});
	const nearest = stored?.nearest?.run.run.commit.sha;
	return {
		history,
		runs,
		base: history.commits.findIndex(({ sha }) => sha === nearest)
	};
}
const placeOf = (key, metric) => `${metric}\n${keyText(key)}`;
/**
* The assessment, with what the branch has lost of each benchmark and not got back. It is a remark: no
* verdict depends on it.
*/
function withStanding$1(assessment, known) {
	if (known === null) return assessment;
	const find = standingIn(known.history);
	return {
		...assessment,
		rows: assessment.rows.map((row) => {
			const found = isKnownToBranch(row, assessment) ? find(keyOf(row), row.metric) : null;
			if (found === null || found.unit !== row.unit || found.better !== row.better) return row;
			return {
				...row,
				standing: standingOfRow(row, found, known.base >= found.to)
			};
		})
	};
}
/** Logarithms of equal ratios differ in their last digits. */
const ROUNDING = 1e-9;
/**
* Why an entry of the config file lets a benchmark be so much worse; null: none does. What the change under
* judgement adds counts once it is merged.
*/
function acceptedBy(config, runs, now) {
	const today = now.toISOString().slice(0, 10);
	const accepted = config.accepted.filter(({ added, until }) => added !== true && (until === null || until >= today));
	if (accepted.length === 0) return () => null;
	const primaryOf = primaryIn(runs);
	return (key, metric, { log }) => {
		const waiver = waiverFor({
			...config,
			accepted
		}, key, metric, primaryOf(key));
		return waiver !== null && Math.abs(Math.expm1(log)) <= waiver.upTo + ROUNDING ? waiver.reason : null;
	};
}
/** The metric that comes first in the newest run with a benchmark; null: no run has it. */
function primaryIn(runs) {
	return (key) => {
		for (const { run } of runs) {
			const found = findStored(run, {
				...key,
				sole: false,
				formerly: null
			});
			if (found !== null) return found.metrics[0]?.metric ?? null;
		}
		return null;
	};
}
/**
* Whether one of an event's changes is as large as its budget warns of. Histories show changes of 1 %, more
* than anybody asked to be told of.
*/
function isBeyondWarning({ history: { trends }, runs }, { members }, config) {
	const primaryOf = primaryIn(runs);
	return members.some((member) => {
		const trend = trends[member.trend];
		const budget = resolveBudget(config, trend, trend.metric, primaryOf(trend));
		const { log } = trend.steps[member.step].change;
		return budget.severity !== "off" && Math.abs(log) >= relativeLevels(trend, budget).warn - ROUNDING;
	});
}
const keyOf = ({ suite, benchmark, occurrence }) => ({
	suite,
	name: benchmark,
	occurrence
});
/** Whether the branch has a row's benchmark under this name: what a change adds is another one. */
const isKnownToBranch = ({ verdict, notes }, { command }) => (verdict !== "new" || command === "record") && !notes.some(({ code }) => code === "renamed" || code === "looks-renamed");
function standingOfRow(row, found, isInBase) {
	const { effect, verdict, edited, better } = row;
	const { to: _to, unit: _unit, better: _better, ...standing } = found;
	const isProven = verdict === "improvement" && effect !== null && !edited && isInBase;
	const sign = better === "lower" ? 1 : -1;
	const whole = sign * found.effect;
	const left = sign * ((1 + found.effect) * (1 + (effect ?? 0)) - 1);
	return {
		...standing,
		takenBack: isProven ? whole - Math.max(0, left) : null
	};
}

// src/files/own-file.ts
/**
* Writes a file whose name measured code may know: through no link that it left in the place of the file or
* of its folder, and into nothing that it may still hold open. Throws as `writeText` does.
*/
async function writeOwnFile(path, text, otherwise) {
	const folder = dirname(path);
	if ((await lstat(folder).catch(() => null))?.isDirectory() !== true) {
		await rm(folder, { force: true });
		await mkdir(folder, { recursive: true });
	}
	await rm(path, {
		recursive: true,
		force: true
	});
	await writeText(path, text, {
		otherwise,
		flag: "wx"
	});
}

// src/model/visible-json.ts
const STEERING = /##\[|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/**
* JSON of the same value in which nothing hides: a name may hold what turns the direction of a line, what a
* terminal obeys (the C1 controls, which JSON leaves as they are), or `##[`, which a CI runner obeys anywhere
* in a line. All of these occur in strings alone, and can be written as escapes there.
*/
const visibleJson = (json) => json.replace(STEERING, (sign) => sign === "##[" ? String.raw`#\u0023[` : sign.replace(/[^]/g, (unit) => escaped$1(unit)));
const escaped$1 = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

// src/github/annotations.ts
/** What the runner shows of each level for one step, and keeps of each message. */
const SHOWN_PER_LEVEL = 10;
const MESSAGE_CHARACTERS = 4096;
const TITLE_CHARACTERS = 255;
const FILE_CHARACTERS = 1024;
/**
* Prints annotations as far as the runner shows them: what is too much of a level is counted in its last one.
* One error is left free for the message with which a failing step ends.
*/
function annotate(sink, annotations) {
	for (const level of ["error", "warning"]) {
		const limit = level === "error" ? 9 : SHOWN_PER_LEVEL;
		const all = annotations.filter((annotation) => annotation.level === level);
		const shown = all.length > limit ? all.slice(0, limit - 1) : all;
		for (const annotation of shown) sink[level](truncate(annotation.message, MESSAGE_CHARACTERS), propertiesOf$1(annotation));
		if (shown.length < all.length) sink[level](`${all.length - shown.length} more are listed in the summary of this job.`, { title: "Benchgate" });
	}
}
function propertiesOf$1({ title, file, line }) {
	return {
		title: truncate(title, 255),
		...file !== null && { file: truncate(file, FILE_CHARACTERS) },
		...file !== null && line !== null && { startLine: line }
	};
}

// src/github/legs.ts
const MAX_NAME = 60;
/**
* A leg as it stands in what it publishes: a readable name and a hash of all that tells legs apart. Another
* attempt of the same leg has the same.
*/
function legOf({ workflow, job, matrix, system }) {
	const values = Object.values(scalarsIn(matrix));
	return `${[job, ...values.length > 0 ? values : [system]].join("-").replace(/[^\w.-]+/g, "-").replace(/-{2,}/g, "-").slice(0, MAX_NAME)}.${hash("sha256", JSON.stringify([
		workflow,
		job,
		matrix,
		system
	])).slice(0, 8)}`;
}
/** The readable part of what `legOf` made. */
const legName = (leg) => leg.slice(0, leg.lastIndexOf("."));
/** The line in a step's `with:` that gives each leg a key of its own. */
function keyLine({ matrix }) {
	const names = Object.keys(scalarsIn(matrix)).map((name) => `matrix.${name}`);
	return `key: ${(names.length > 0 ? names : ["github.job", "runner.os"]).map((name) => `\${{ ${name} }}`).join("-")}`;
}
/** The values of a matrix that an expression can name and a key can hold. */
function scalarsIn(matrix) {
	let value = null;
	try {
		value = JSON.parse(matrix ?? "null");
	} catch {}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
	return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => /^[A-Za-z_][\w-]{0,49}$/.test(name) && [
		"string",
		"number",
		"boolean"
	].includes(typeof one) ? [[name, String(one)]] : []));
}

// src/github/check-verdicts.ts
/** Lines of a list that nobody reads to its end. */
const SHOWN = 20;
const BY_GRAVITY = [
	"success",
	"neutral",
	"failure"
];
const gravity$2 = ({ conclusion }) => BY_GRAVITY.indexOf(conclusion);
/** `v2/key/subject/leg/conclusion/run/attempt`, about 150 characters at most. */
const externalIdOf = ({ key, subject, leg, conclusion, runId, runAttempt }) => [
	"v2",
	key,
	subject,
	leg,
	conclusion,
	runId,
	runAttempt
].join("/");
const EXTERNAL_ID = /^v2\/(?<key>[\w.-]{1,50})\/(?<subject>pull-[1-9]\d{0,14}|merge-group|branch|record)\/(?<leg>[\w.-]{1,80})\/(?<conclusion>success|neutral|failure)\/(?<runId>[1-9]\d{0,14})\/(?<runAttempt>[1-9]\d{0,5})$/;
/**
* The verdict in an external id; null for any other text, that of older versions (`key/run/attempt`, of no
* subject) among them.
*/
function verdictIn(externalId) {
	const { groups } = EXTERNAL_ID.exec(externalId ?? "") ?? {};
	if (groups === void 0) return null;
	return {
		key: groups["key"],
		subject: groups["subject"],
		leg: groups["leg"],
		conclusion: groups["conclusion"],
		runId: Number(groups["runId"]),
		runAttempt: Number(groups["runAttempt"])
	};
}
/** What others than `own` concluded last under the same key: of each subject and job the newest check run. */
function otherVerdicts(own, runs) {
	const newest = /* @__PURE__ */ new Map();
	for (const { external_id, conclusion, output } of runs.toSorted((a, b) => a.id - b.id)) {
		const verdict = verdictIn(external_id);
		if (verdict === null || verdict.key !== own.key) continue;
		if (verdict.subject === own.subject && verdict.leg === own.leg) continue;
		const title = conclusion === verdict.conclusion && output.title ? withoutSubject(output.title, verdict.subject) : null;
		newest.set(`${verdict.subject}/${verdict.leg}`, {
			...verdict,
			title
		});
	}
	return [...newest.values()];
}
/**
* The worst of a verdict and the others, which says whose it is and lists them all. Without others it is the
* verdict alone.
*/
function standing(own, others, { repository, serverUrl }) {
	const { conclusion, title, summary } = own;
	if (others.length === 0) return {
		conclusion,
		title,
		summary
	};
	const all = [own, ...others].sort((a, b) => gravity$2(b) - gravity$2(a));
	const [worst] = all;
	const address = `${serverUrl}/${repository.owner}/${repository.repo}`;
	const severalJobs = new Set(all.map(({ leg }) => leg)).size > 1;
	const lines = all.slice(0, SHOWN).map((verdict) => {
		const { subject, leg, runId } = verdict;
		const number = /^pull-(\d+)$/.exec(subject)?.[1];
		const what = number === void 0 ? nameOf$1(subject) : `[#${number}](${address}/pull/${number})`;
		const job = severalJobs ? `, job \`${legName(leg)}\`` : "";
		const where = verdict === own ? "below" : `[run](${address}/actions/runs/${runId})`;
		return `- ${what}${job}: ${verdict.conclusion} (${where})`;
	});
	if (all.length > SHOWN) lines.push(`- and ${all.length - SHOWN} more`);
	return {
		conclusion: worst.conclusion,
		title: `${nameOf$1(worst.subject)}: ${worst.title ?? worst.conclusion}`,
		summary: [
			"This commit was judged more than once, and the worst verdict stands:",
			lines.join("\n"),
			"A verdict is replaced when its job runs again. A new commit has none yet.",
			summary
		].join("\n\n")
	};
}
const NAMES$1 = {
	"merge-group": "Merge group",
	branch: "Branch",
	record: "Recorded commit"
};
const nameOf$1 = (subject) => subject in NAMES$1 ? NAMES$1[subject] : `#${subject.slice(5)}`;
function withoutSubject(title, subject) {
	const prefix = `${nameOf$1(subject)}: `;
	return title.startsWith(prefix) ? title.slice(prefix.length) : title;
}

// src/github/check-run.ts
/** GitHub's limits: annotations of one request, characters of a summary. */
const BATCH = 50;
const SUMMARY_CHARACTERS = 65535;
/** Four requests; nobody reads more, and the summary lists all. */
const ANNOTATION_LIMIT = 200;
/** Check runs of one page, each with its summary: some 10 MB. */
const PAGE = 50;
const MAX_PAGES = 20;
const checkRunSchema = object({
	id: number$1(),
	html_url: string().nullable(),
	external_id: string().nullable(),
	conclusion: string().nullable(),
	output: object({ title: string().nullable() }),
	app: object({ id: number$1() }).nullable()
});
const listSchema = object({ check_runs: array(checkRunSchema) });
/** What the check run of a key is called. */
const checkRunName = (key) => key === "default" ? "benchgate" : `benchgate (${key})`;
/**
* Creates a completed check run on a commit. It says the worst of this verdict and of the last ones that
* other pull requests and jobs have on the commit under the same key; an earlier one of the same is replaced.
* Annotations beyond the limit are left out; the summary has all of them.
*/
async function publishCheckRun(client, request) {
	const among = (runs) => runs === null ? amongTooMany(request) : standing(request, otherVerdicts(request, runs), client);
	try {
		const { rest } = await client.octokit();
		const annotations = request.annotations.filter((annotation) => annotation.file !== null).slice(0, ANNOTATION_LIMIT);
		const listed = await listRuns(client, request);
		const before = among(listed);
		const run = await create$1(client, request, {
			shown: before,
			first: annotations.slice(0, BATCH)
		});
		const ofApp = (listed === null ? null : await listRuns(client, request))?.filter(({ app }) => app?.id === run.app?.id) ?? null;
		const shown = among(ofApp);
		const batches = batched(annotations.slice(BATCH));
		if (batches.length === 0 && JSON.stringify(shown) !== JSON.stringify(before)) batches.push([]);
		for (const batch of batches) await rest.checks.update({
			...client.repository,
			check_run_id: run.id,
			status: "completed",
			conclusion: shown.conclusion,
			output: outputOf(shown, batch),
			request: { repeatable: batch.length === 0 }
		});
		const sharing = sharingIn(request, ofApp ?? []);
		return {
			status: "created",
			url: run.html_url ?? request.detailsUrl,
			sharing
		};
	} catch (error) {
		return unpublished(error);
	}
}
const sharingIn = (own, runs) => otherVerdicts(own, runs).flatMap(({ subject, leg, runId }) => subject === own.subject && runId === own.runId ? [leg] : []);
function batched(annotations) {
	const count = Math.ceil(annotations.length / BATCH);
	return Array.from({ length: count }, (_, i) => annotations.slice(i * BATCH, (i + 1) * BATCH));
}
/** A verdict where more others stand than are read: it is a failure, as one of them may be. */
function amongTooMany({ key, headSha, conclusion, title, summary }) {
	if (conclusion === "failure") return {
		conclusion,
		title,
		summary
	};
	return {
		conclusion: "failure",
		title: "Too many check runs on this commit",
		summary: `${`${headSha.slice(0, 7)} has 1000 check runs called ${checkRunName(key)} or more, and one of them may be worse.`} Push a new commit, which has none.\n\n${summary}`
	};
}
/** The commit's check runs of the key's name, of any app; null where there are too many. */
async function listRuns(client, { key, headSha }) {
	const { rest } = await client.octokit();
	const runs = [];
	for (let page = 1; page <= MAX_PAGES; page += 1) {
		const { data } = await rest.checks.listForRef({
			...client.repository,
			ref: headSha,
			check_name: checkRunName(key),
			filter: "all",
			per_page: PAGE,
			page
		});
		const { check_runs } = parsedAnswer(listSchema, data, "the list of check runs");
		runs.push(...check_runs);
		if (check_runs.length < PAGE) return runs;
	}
	return null;
}
async function create$1(client, request, { shown, first }) {
	const { rest } = await client.octokit();
	const external_id = externalIdOf(request);
	const send = async () => {
		const { data } = await rest.checks.create({
			...client.repository,
			name: checkRunName(request.key),
			head_sha: request.headSha,
			external_id,
			details_url: request.detailsUrl,
			status: "completed",
			conclusion: shown.conclusion,
			output: outputOf(shown, first)
		});
		return parsedAnswer(checkRunSchema, data, "a new check run");
	};
	try {
		return await send();
	} catch (error) {
		if (!(error instanceof ApiError && error.mayHaveHappened)) throw error;
		return (await listRuns(client, request))?.find((run) => run.external_id === external_id) ?? await send();
	}
}
function outputOf({ title, summary }, annotations) {
	return {
		title: truncate(title, 255),
		summary: truncate(summary, SUMMARY_CHARACTERS),
		annotations: annotations.map((annotation) => ({
			path: annotation.file ?? "",
			start_line: annotation.line ?? 1,
			end_line: annotation.line ?? 1,
			annotation_level: annotation.level === "error" ? "failure" : "warning",
			title: truncate(annotation.title, 255),
			message: truncate(annotation.message, MESSAGE_CHARACTERS)
		}))
	};
}

// src/report/text/marker.ts
/** A key that can stand in a marker. */
const KEY = /^[A-Za-z0-9._-]{1,50}$/;
/**
* The first line of a comment, by which it is found again; each gate that comments on a pull request has its
* `key`. Throws where the caller let a key through that could end the marker early.
*/
function markerOf(key) {
	invariant(KEY.test(key), "a comment key that was not validated");
	return `<!-- benchgate:v1 key=${key} -->`;
}

// src/github/authorship.ts
/** Node ids that GraphQL takes at once. */
const NODE_LIMIT = 100;
/** Whom GITHUB_TOKEN writes as. No user can have such a name. */
const ACTIONS_BOT = "github-actions[bot]";
const authorsOf = (what, onNotice) => ({
	what,
	isKnownFromGraphql: true,
	own: [ACTIONS_BOT],
	onNotice
});
const authorshipSchema = object({ nodes: array(object({
	id: string().optional(),
	viewerDidAuthor: boolean().optional()
}).nullable()) });
/**
* Those comments or issues that the token's identity wrote. Asked of GraphQL, since GITHUB_TOKEN may not ask
* REST who it is, and since this way GitHub itself compares the two. Where GraphQL cannot be reached, the
* author that REST names is compared with the one of GITHUB_TOKEN, or with that of what this job created
* itself. What is known to be ours is not asked again.
*/
async function onlyOurs(client, marked, known, authors) {
	const asked = marked.filter(({ id }) => !known.has(id));
	if (authors.isKnownFromGraphql) try {
		const ours = await askWhose(client, asked);
		return marked.filter(({ id, node_id }) => known.has(id) || ours.has(node_id));
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		authors.isKnownFromGraphql = false;
		authors.onNotice(`GraphQL did not say which ${authors.what} this token wrote; those of ${ACTIONS_BOT} are taken for them. ${error.message}`);
	}
	return marked.filter(({ id, user }) => known.has(id) || user && authors.own.includes(user.login));
}
/** The node ids of those that the token's identity wrote. */
async function askWhose(client, written) {
	const ours = /* @__PURE__ */ new Set();
	for (let start = 0; start < written.length; start += NODE_LIMIT) {
		const ids = written.slice(start, start + NODE_LIMIT).map(({ node_id }) => node_id);
		const { nodes } = parsedAnswer(authorshipSchema, await client.graphql(`query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on IssueComment { id viewerDidAuthor }
      ... on Issue { id viewerDidAuthor }
    } }`, { ids }), "who wrote what was found");
		for (const node of nodes) if (node?.id !== void 0 && node.viewerDidAuthor) ours.add(node.id);
	}
	return ours;
}

// src/github/same-text.ts
/** Whether GitHub may have made one text of the other, by other line ends and without the last one. */
const sameText = (a, b) => normal(a) === normal(b);
const normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();

// src/github/shared-comment.ts
/** Entries that are kept, the worst ones, and those that are listed: a comment has 65,536 characters. */
const MAX_ENTRIES = 20;
const MAX_LISTED = 10;
const BODY = "\n<!-- benchgate:body -->\n";
const JOBS = "\n<!-- benchgate:jobs v1 ";
const ENTRY = /^([\w.-]{1,80})\/(success|neutral|failure)\/([1-9]\d{0,14})\/([1-9]\d{0,5})$/;
const gravity$1 = ({ conclusion }) => BY_GRAVITY.indexOf(conclusion);
const worstFirst$1 = (a, b) => gravity$1(b) - gravity$1(a) || (a.leg < b.leg ? -1 : 1);
const isNewer = (a, b) => (a.runId - b.runId || a.runAttempt - b.runAttempt) > 0;
/**
* The comment of a key, from what this job has to say and what its comments say now. Of the legs that judged
* the same commit the worst is shown; a leg replaces only its own earlier attempts. Whoever composes it from
* the same parts gets the same text, so that jobs that write at once agree.
*/
function sharedComment(own, existing, { marker, key, line, runs }) {
	const found = existing.flatMap((text) => foundIn(text, marker)).filter(({ commit }) => commit === own.commit);
	const entries = /* @__PURE__ */ new Map();
	for (const entry of [...found.flatMap((one) => one.entries), own]) {
		const known = entries.get(entry.leg);
		if (known === void 0 || !isNewer(known, entry)) entries.set(entry.leg, entry);
	}
	const isOwn = entries.get(own.leg) === own;
	const bodies = [...isOwn ? [{
		leg: own.leg,
		body: withoutMarker(own.body, marker)
	}] : [], ...found.filter(({ shown }) => !isOwn || shown !== own.leg).map(({ shown: leg, body }) => ({
		leg,
		body
	}))];
	const all = [...entries.values()].sort(worstFirst$1).slice(0, MAX_ENTRIES);
	const [worst] = all;
	const shown = bodies.toSorted((a, b) => worstFirst$1(entries.get(a.leg), entries.get(b.leg)))[0];
	const isWorse = gravity$1(worst) > gravity$1(entries.get(shown.leg));
	const listed = all.slice(0, MAX_LISTED).map((one) => lineOf(one, runs));
	if (all.length > MAX_LISTED) listed.push(`- and ${all.length - MAX_LISTED} more`);
	const banner = all.length === 1 ? "" : `\n**${all.length} jobs judged this commit under the key \`${key}\`, and the worst verdict stands:**\n\n${listed.join("\n")}\n\nGive each its own comment, check run and stored runs, in its step's \`with:\`: \`${line}\`\n`;
	const heading = isWorse ? `### ❌ Another job found more:\n\n${lineOf(worst, runs)}\n${BODY}` : "";
	const state = all.map((one) => [
		one.leg,
		one.conclusion,
		one.runId,
		one.runAttempt
	].join("/")).join(" ");
	return {
		text: `${marker}\n${heading}${shown.body.trimEnd()}\n${JOBS}${own.commit} ${shown.leg} ${state} -->${banner}`,
		sharing: all.flatMap(({ leg, runId }) => leg !== own.leg && runId === own.runId ? [leg] : [])
	};
}
const withoutMarker = (text, marker) => text.startsWith(`${marker}\n`) ? text.slice(marker.length + 1) : text;
const lineOf = ({ leg, conclusion, runId }, runs) => `- \`${legName(leg)}\`: ${conclusion} ([run](${runs}/${runId}))`;
/** What a comment says of its legs; nothing where it was written by an older version. */
function foundIn(text, marker) {
	const whole = text.replaceAll("\r\n", "\n");
	const at = whole.lastIndexOf(JOBS);
	const end = whole.indexOf(" -->", at);
	if (at === -1 || end === -1) return [];
	const [commit = "", shown = "", ...written] = whole.slice(at + 24, end).split(" ");
	const entries = written.slice(0, MAX_ENTRIES).flatMap((one) => {
		const [, leg, conclusion, runId, runAttempt] = ENTRY.exec(one) ?? [];
		if (leg === void 0) return [];
		return [{
			leg,
			conclusion,
			runId: Number(runId),
			runAttempt: Number(runAttempt)
		}];
	});
	const body = withoutMarker(whole.slice(0, at), marker);
	const from = body.indexOf(BODY);
	return entries.some(({ leg }) => leg === shown) ? [{
		commit,
		shown,
		entries,
		body: from === -1 ? body : body.slice(from + 25)
	}] : [];
}

// src/github/comment.ts
/** 10,000 comments; GitHub itself closes a conversation at 2,500. */
const PAGE_LIMIT = 100;
/** Rounds of looking and writing, after each of which nobody may have interfered. */
const ROUND_LIMIT = 5;
/** How far back is looked for what others wrote meanwhile: longer than two requests can take. */
const OVERLAP_MS = 6e4;
const commentSchema = object({
	id: number$1(),
	node_id: string(),
	html_url: string(),
	body: string().nullish(),
	user: object({ login: string() }).nullish()
});
/**
* Brings the one comment of a key on a pull request up to date with what a job has to say. It is ours when
* its body starts with the key's marker and the token's own identity wrote it: the marker alone could be
* written by anyone.
*
* Of several the oldest is kept, because every job that looks picks the same one without talking to the
* others, and links to it stay good. The others are deleted: a stale red comment beside a green one would be
* wrong.
*/
async function publishComment(client, request) {
	try {
		return await converge(client, request);
	} catch (error) {
		return unpublished(error);
	}
}
async function converge(client, request) {
	const { pull, key, own, line, mayCreate, whySuperseded, onNotice } = request;
	const marker = markerOf(key);
	const { owner, repo } = client.repository;
	const about = {
		marker,
		key,
		line,
		runs: `${client.serverUrl}/${owner}/${repo}/actions/runs`
	};
	const ours = /* @__PURE__ */ new Map();
	const authors = authorsOf("comments", onNotice);
	let createdId = null;
	let wasWritten = false;
	let since = null;
	for (let round = 0; round < ROUND_LIMIT; round += 1) {
		const listing = await listComments(client, pull, marker, since);
		for (const comment of await onlyOurs(client, listing.marked, ours, authors)) ours.set(comment.id, comment);
		if (authors.isKnownFromGraphql) since ??= listing.startedAt;
		const [kept, ...duplicates] = [...ours.values()].sort((a, b) => a.id - b.id);
		if (kept === void 0 && !mayCreate) return { status: "not-needed" };
		const existing = [...ours.values()].map(({ body }) => body ?? "");
		const { text, sharing } = sharedComment(own, existing, about);
		if (kept !== void 0 && sameText(kept.body ?? "", text)) {
			for (const duplicate of duplicates) await remove(client, duplicate);
			return {
				status: kept.id === createdId ? "created" : wasWritten ? "updated" : "unchanged",
				url: kept.html_url,
				sharing
			};
		}
		const superseded = await whySuperseded();
		if (superseded !== null) return {
			status: "superseded",
			reason: superseded
		};
		if (kept === void 0) {
			const created = await create(client, pull, text);
			if (created === null) continue;
			ours.set(created.id, created);
			if (created.user) authors.own = [created.user.login];
			createdId = created.id;
		} else if (await update(client, kept, text)) {
			ours.set(kept.id, {
				...kept,
				body: text
			});
			wasWritten = true;
		} else ours.delete(kept.id);
	}
	return {
		status: "failed",
		reason: `The comment on #${pull} was deleted or written by others each of ${ROUND_LIMIT} times`,
		remedy: "Look for another workflow that deletes comments, or give each job its own key."
	};
}
/** The comments that start with the marker, by anyone; only those changed since `since`, if given. */
async function listComments(client, pull, marker, since) {
	const octokit = await client.octokit();
	const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
		...client.repository,
		issue_number: pull,
		per_page: 100,
		...since !== null && { since }
	});
	const marked = [];
	let startedAt = null;
	let pageCount = 0;
	for await (const { data, headers } of pages) {
		const startedMs = Date.parse(headers.date ?? "") - OVERLAP_MS;
		if (startedAt === null && Number.isFinite(startedMs)) startedAt = new Date(startedMs).toISOString();
		for (const comment of parsedAnswer(array(commentSchema), data, "the list of comments")) if (comment.body?.startsWith(marker)) marked.push(comment);
		pageCount += 1;
		if (pageCount === PAGE_LIMIT) break;
	}
	return {
		marked,
		startedAt
	};
}
/** Null when it is unknown whether there is a comment now. */
async function create(client, pull, body) {
	const { rest } = await client.octokit();
	try {
		const { data } = await rest.issues.createComment({
			...client.repository,
			issue_number: pull,
			body
		});
		return parsedAnswer(commentSchema, data, "a new comment");
	} catch (error) {
		if (error instanceof ApiError && error.mayHaveHappened) return null;
		throw error;
	}
}
/** False when the comment is gone. */
async function update(client, { id }, body) {
	const { rest } = await client.octokit();
	const request = rest.issues.updateComment({
		...client.repository,
		comment_id: id,
		body
	});
	return await nullIfMissing(request) !== null;
}
async function remove(client, { id }) {
	const { rest } = await client.octokit();
	await nullIfMissing(rest.issues.deleteComment({
		...client.repository,
		comment_id: id
	}));
}

// src/github/log.ts
const TEXT_CHARACTERS = 262144;
/**
* Prints text from outside so that the runner obeys nothing in it: neither `::command::` at the start of a
* line nor `##[command]` anywhere in one. The word that ends this is drawn after the text was written, so
* that it cannot hold it.
*/
function printOutside(info, text) {
	const token = `benchgate-${randomUUID()}`;
	info(`::stop-commands::${token}\n${truncate(text, TEXT_CHARACTERS)}\n::${token}::`);
}

// src/github/pulls.ts
const pullSchema = object({
	number: number$1().int().positive(),
	state: string(),
	head: object({
		sha: string(),
		repo: object({ full_name: string() }).nullable()
	}),
	base: object({
		sha: string(),
		ref: string()
	})
});
/**
* The open pull requests of this repository whose head is exactly the commit that a workflow run measured, by
* what the event says and never by what its artifact says. Asked by branch: GitHub names no pull requests in
* the event for forks, and for a commit that only a fork has it finds none.
*/
async function findPull(client, run) {
	const { headSha, headBranch, headRepository } = run;
	if (headBranch === null || headRepository === null) return {
		status: "none",
		reason: "the branch that was measured is gone"
	};
	const { rest } = await client.octokit();
	const owner = headRepository.split("/")[0];
	const { data } = await rest.pulls.list({
		...client.repository,
		head: `${owner}:${headBranch}`,
		state: "all",
		sort: "updated",
		direction: "desc",
		per_page: 100
	});
	const ofBranch = parsedAnswer(array(pullSchema), data, "the list of pull requests").filter((pull) => pull.head.repo?.full_name.toLowerCase() === headRepository.toLowerCase());
	const open = ofBranch.filter((pull) => pull.state === "open");
	const [first, ...others] = open.filter((pull) => pull.head.sha === headSha).map(({ number, base }) => ({
		number,
		baseRef: base.ref,
		baseSha: base.sha
	}));
	if (first !== void 0) return {
		status: "found",
		pulls: [first, ...others]
	};
	const short = headSha.slice(0, 7);
	const moved = open[0];
	if (moved !== void 0) return {
		status: "none",
		reason: `#${moved.number} has moved on from ${short} to ${moved.head.sha.slice(0, 7)}; the run for that commit will publish`
	};
	const closed = ofBranch.find((pull) => pull.head.sha === headSha);
	return {
		status: "none",
		reason: closed === void 0 ? `no pull request proposes ${short} of ${headRepository}` : `#${closed.number} is closed`
	};
}
/** Pages of 100: GitHub lists at most 3,000 files of a pull request. */
const MAX_FILE_PAGES = 30;
const fileSchema = object({
	filename: string(),
	status: string()
});
/** Of files that base does not have at that path. */
const NEW = /* @__PURE__ */ new Set([
	"added",
	"copied",
	"renamed"
]);
/** The most files that GitHub lists. */
const MAX_PULL_FILES = 3e3;
/**
* The files that a pull request touches, by their paths in the repository, and whether they are new there:
* the first 3,000 of them.
*/
async function filesOfPull(client, number) {
	const octokit = await client.octokit();
	const pages = octokit.paginate.iterator(octokit.rest.pulls.listFiles, {
		...client.repository,
		pull_number: number,
		per_page: 100
	});
	const files = /* @__PURE__ */ new Map();
	let pageCount = 0;
	for await (const { data } of pages) {
		for (const { filename, status } of parsedAnswer(array(fileSchema), data, "the files of a pull request")) files.set(filename, NEW.has(status) ? "new" : "edited");
		if (++pageCount === MAX_FILE_PAGES) break;
	}
	return files;
}

// src/dashboard/chart-link.ts
/** Address of the chart of one benchmark and metric, to be put behind that of the dashboard. */
const chartHash = (key, metric) => `#/b/${inHash(keyText(key))}/${inHash(metric)}`;
/**
* One part of an address. Brackets and quotes are encoded too, so that an address can stand in Markdown and
* in quotes; a name may hold half of a surrogate pair, which no address can.
*/
const inHash = (text) => encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

// src/report/view/change.ts
const SPEED = {
	worse: "slower",
	better: "faster"
};
const SIZE = {
	worse: "more",
	better: "less"
};
const LEVEL$1 = {
	worse: "lower",
	better: "higher"
};
const MIXED = {
	worse: "worse",
	better: "better"
};
/** Words for worse and better: times and rates get slower; of the rest there is more, or it gets lower. */
const directionOf = (row) => isSpeed(row) ? SPEED : row.better === "lower" ? SIZE : LEVEL$1;
/** Words for several rows together: `slower` is said only where all of them are speeds. */
const directionOfAll = (rows) => rows.every((row) => isSpeed(row)) ? SPEED : MIXED;
/**
* Effects are head / base - 1 in the metric's own direction; people read "slower" and "faster", so the sign
* is turned once, here: `worse` is positive when the head is worse.
*/
const worse = (row, effect) => row.better === "lower" ? effect : -effect;
/** How much worse the head is, as a fraction; negative when it is better, null when nobody knows. */
const worsening = (row) => row.effect === null ? null : worse(row, row.effect);
/** Its rank: what was zero and no longer is has no ratio, and is worse or better than any that has one. */
function rankOf(row) {
	const from0 = changeFromZero(row);
	return worsening(row) ?? (from0 === 0 ? 0 : worse(row, from0 * Infinity));
}
/**
* 1 or -1 where base is zero, so that there is no ratio, and head is above or below it; else 0, as for times
* and rates, where zero is no value.
*/
function changeFromZero({ effect, unit, base, head }) {
	if (isTimedZero(unit, base.value)) return 0;
	return effect === null && base.value === 0 && head.value !== null ? Math.sign(head.value) : 0;
}
/** What stands where there is nothing to say. */
const NOTHING = "—";
/** What is said beside a change for which nothing was estimated. */
const EXACT = "exact";
/** `18.3 % slower`, `12.5 % more`, `3.1 % lower`, `no difference`; `—` without an estimate. */
function effectWords(row) {
	const by = worsening(row);
	if (by === null) return "—";
	return isShown(by) ? `${percentDigits(by)} % ${sideOf(row, by)}` : "no difference";
}
/** Whether the digits that are printed of a fraction differ from zero. */
const isShown = (fraction) => Number(percentDigits(fraction)) !== 0;
/** How a row changed. An exact value that differs is never the same; from zero there is no percentage. */
function changeWords$1(row) {
	const from0 = changeFromZero(row);
	if (from0 !== 0) return from0 > 0 ? "up from 0" : "down from 0";
	const by = worsening(row);
	const isSame = row.base.value === 0 && row.head.value === 0 && !isTimedZero(row.unit, 0);
	if (by === null) return isSame ? "no difference" : "—";
	return row.exact && by !== 0 && !isShown(by) ? `under 0.01 % ${sideOf(row, by)}` : effectWords(row);
}
const sideOf = (row, by) => directionOf(row)[by > 0 ? "worse" : "better"];
/**
* The interval in the sense of the words beside it, without a sign: `15.1 to 21.7` is a range of "slower"
* where they say slower. An end that they do not cover says its own direction: `0.3 faster to 1.1 slower`.
*/
function intervalWords(row, between = " to ") {
	if (row.interval === null) return null;
	const by = worsening(row) ?? 0;
	const [low, high] = [worse(row, row.interval.low), worse(row, row.interval.high)].sort((one, other) => by < 0 ? other - one : one - other);
	const side = (end) => isShown(end) ? sideOf(row, end) : null;
	const from = side(low) ?? side(high);
	const to = side(high) ?? side(low);
	if (from !== to) return `${percentDigits(low)} ${from}${between}${percentDigits(high)} ${to}`;
	const range = [low, high].sort((one, other) => Math.abs(one) - Math.abs(other)).map(percentDigits).join(between);
	return to === null || to === side(by) ? range : `${range} ${to}`;
}
/**
* What is said beside the change of a row: its interval; `exact` where nothing was estimated; and where
* values that should not vary did so, how far. Null where there is nothing to say.
*/
function besideWords(row, between = " to ") {
	const interval = intervalWords(row, between);
	if (!row.exact) return interval;
	return row.interval !== null && row.interval.high - row.interval.low >= 1e-9 ? `varied: ${interval}` : EXACT;
}

// src/report/text/for-yaml.ts
/** What every version of YAML reads as text where it stands without quotes, in braces and brackets too. */
const PLAIN = /^(?:[a-z](?:[\w ./()+-]*[\w)])?|[\d.]+ ?%|\d{4}-\d\d-\d\d)$/i;
/** What some version of YAML reads as something else than text. */
const WORDS = /* @__PURE__ */ new Set([
	"true",
	"false",
	"null",
	"yes",
	"no",
	"on",
	"off",
	"y",
	"n"
]);
/** A text as YAML, in a style where that can hold it, and else in double quotes. */
function forYaml(text, style = "double") {
	if (style === "plain" && PLAIN.test(text) && !WORDS.has(text.toLowerCase())) return text;
	const quoted = escaped(JSON.stringify(text));
	const isAsWritten = quoted === JSON.stringify(text) && !/\p{C}/u.test(text);
	return style === "single" && isAsWritten ? `'${text.replaceAll("'", "''")}'` : quoted;
}
/**
* Besides what YAML needs, everything is escaped that could end a fenced block, start a comment or tag in
* Markdown, that a CI runner obeys (`##[`), or that shows something else than what is copied.
*/
const escaped = (quoted) => quoted.replace(/[`<>@\u007f-\uffff]|(?<=#)#(?=\[)/g, (c) => SEEN.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** Letters and digits that a screen shows. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

// src/report/text/for-shell.ts
/** What a shell takes as it is. */
const BARE = /^[\w./-][\w./:=%+,-]*$/;
/** What means nothing between single quotes: to a shell, to Markdown in a fenced block, to a CI runner. */
const HARMLESS = /^[ \w./:=%+,#$&*()|;?[\]{}~"^\\\p{L}\p{N}-]*$/u;
/** What no program can be given, and what is no character at all. */
const IMPOSSIBLE = /\0|\p{Cs}/u;
/**
* A text as one word of a line that is pasted into bash; null for one that no such line can hold. What a
* screen does not show, what ends a fenced block or a quote, and what a CI runner obeys is written as bytes.
*/
function forShell(text) {
	if (IMPOSSIBLE.test(text)) return null;
	if (BARE.test(text)) return text;
	if (HARMLESS.test(text) && !text.includes("##") && [...text].every((c) => c < "" || SEEN.test(c))) return `'${text}'`;
	return `$'${[...text].map(shown).join("")}'`;
}
/** A flag with its value, for such a line; null for a value that none can hold. */
function flagForShell(flag, value) {
	const text = forShell(value);
	return text && `--${flag}${value.startsWith("-") ? "=" : " "}${text}`;
}
const shown = (c) => {
	if (c === "\\") return "\\\\";
	if (c !== "#" && (c < "" || SEEN.test(c)) && HARMLESS.test(c)) return c;
	return [...new TextEncoder().encode(c)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
};

// src/report/view/accept.ts
const MAX_PATTERN = 512;
const MAX_STARS = 16;
const MAX_PERCENT = 999;
/** How far above what was measured a ceiling lies: a quarter of it, and two points at least. */
const ROOM = 1.25;
const LEAST_ROOM = .02;
/** Percent from which on a ceiling is a whole number. */
const WHOLE_FROM = 10;
/** What stands in a line for the reason, which a person has to write. */
const REASON_TO_WRITE = "…";
/**
* How a regression is accepted; null where nothing can be accepted. `narrowing` tells the benchmark from
* others of its name.
*/
const acceptanceOf = (row, narrowing) => row.verdict === "regression" ? acceptanceOfChange(row, narrowing) : null;
/** The same of a change for the worse that is no row of a report. */
function acceptanceOfChange(row, narrowing) {
	const upTo = ceilingOf(row);
	const target = literalTarget({
		...narrowing,
		match: row.benchmark
	});
	if (upTo === null || target === null) return null;
	const waiver = {
		...target,
		metric: row.metric,
		upTo,
		reason: "why it is worth it"
	};
	return {
		entry: `- { ${waiverFields(waiver).map(({ key, value, isWord }) => `${key}: ${typeof value === "number" ? value : forYaml(value, isWord ? "plain" : "double")}`).join(", ")} }`,
		line: ({ configFile, hasReport }) => {
			const flags = {
				metric: row.metric,
				...narrowing,
				...!hasReport && { upTo }
			};
			return acceptLine(row.benchmark, flags, configFile);
		}
	};
}
/** The globs that mean one name, and one suite, alone; null where no glob can say it. */
function literalTarget({ match, suite, ...more }) {
	const name = literalGlob(match);
	const inSuite = suite === void 0 ? void 0 : literalGlob(suite);
	if (name === null || inSuite === null) return null;
	return {
		match: name,
		...inSuite !== void 0 && { suite: inSuite },
		...more
	};
}
/** The line for one benchmark; null for all. */
function acceptLine(benchmark, { metric, suite, occurrence, upTo }, configFile) {
	const isUsual = configFile === null || CONFIG_PLACES.some((place) => place === configFile);
	const flags = [
		["metric", metric === "time" ? void 0 : metric],
		["suite", suite],
		["occurrence", occurrence?.toString()],
		["up-to", upTo],
		["config", isUsual ? void 0 : configFile]
	];
	const name = benchmark === null ? "--all" : forShell(benchmark);
	const written = flags.flatMap(([flag, value]) => value === void 0 ? [] : [flagForShell(flag, value)]);
	if (name === null || written.includes(null)) return null;
	const rest = [...written, `--reason "${"…"}"`].join(" ");
	return `npx benchgate accept ${benchmark?.startsWith("-") === true ? `${rest} -- ${name}` : `${name} ${rest}`}`;
}
/** The metric of `benchgate accept` where neither a flag nor a report names one. */
const DEFAULT_METRIC = "time";
/**
* The ceiling: what was measured and a quarter of it, at most the end of its interval, but two
* points more in any case; rounded up to half a percent, from 10 % on to a whole one. It has to let the same
* change pass when another machine measures it again, which moves an estimate by a point or two however
* narrow its interval is, and to stop what comes on top: the end of a wide interval (164 % for an estimate of
* 50 %) would let much more pass.
*/
function ceilingOf(row) {
	if (rankOf(row) === Infinity) return "1%";
	const estimate = worsening(row);
	if (estimate === null || estimate <= 0 || estimate * 100 >= MAX_PERCENT) return null;
	const { low, high } = row.interval ?? {
		low: 0,
		high: 0
	};
	const end = Math.max(worse(row, low), worse(row, high));
	const near = Math.min(ROOM * estimate, end > estimate ? end : Infinity);
	const percent = 100 * Math.max(near, estimate + LEAST_ROOM);
	const step = percent < WHOLE_FROM ? .5 : 1;
	const most = row.better === "higher" && estimate <= 1 ? 100 : MAX_PERCENT;
	return `${Math.min(most, Math.ceil(percent / step - 1e-9) * step)}%`;
}
/** `match` is a glob: a pattern in the name must mean itself. Null for a name that no glob can say. */
function literalGlob(name) {
	const pattern = name.replace(/[\\*?[\]{}]|^!/g, String.raw`\$&`).replace(/\p{Cc}/gu, "?");
	const stars = pattern.split("*").length - 1;
	return pattern.trim() === "" || pattern.length > MAX_PATTERN || stars > MAX_STARS ? null : pattern;
}

// src/report/view/changed-budgets.ts
/** What a change does to the budgets, and what of that everybody should see; null: it leaves them alone. */
function budgetChangesView({ budgetChanges }) {
	if (budgetChanges.length === 0) return null;
	const loosened = budgetChanges.filter(({ direction }) => direction === "loosened");
	const loosens = loosened.length > 0;
	const tightened = budgetChanges.length - loosened.length;
	const others = loosens && tightened > 0 ? `, and tightens ${plural(tightened, "other")}` : "";
	return {
		loosens,
		text: `This pull request ${loosens ? "loosens" : "tightens"} budgets${others}`,
		listed: (loosens ? loosened : budgetChanges).map(changeWords),
		all: budgetChanges.map((change) => words`${change.direction}: ${changeWords(change)}`)
	};
}
/** `time max-regression: 5% → 20%, for 12 benchmarks such as parser/large`. */
function changeWords({ metric, limit, from, to, benchmarks, example }) {
	if (metric === null || example === null) return words`${limit}: ${outside("ref", from)} → ${outside("ref", to)}, for pull requests from forks`;
	const name = outside("name", example);
	const whom = benchmarks === 1 ? name : words`${plural(benchmarks, "benchmark")} such as ${name}`;
	return words`${outside("label", metric)} ${limit}: ${outside("ref", from)} → ${outside("ref", to)}, for ${whom}`;
}

// src/report/view/revisions.ts
/** Labels that say no more than the side does. */
const EMPTY = /* @__PURE__ */ new Set([
	"",
	"HEAD",
	"head",
	"base"
]);
const GENERATED = /* @__PURE__ */ new Set([
	"merge-base",
	"parent",
	"working tree"
]);
/** A revision as its commit and, where that is not the same, what the user called it. */
function revisionView({ label, sha, dirty }) {
	const isGenerated = GENERATED.has(label);
	return {
		commit: sha ? outside("commit", sha) : null,
		label: EMPTY.has(label.trim()) || sha?.startsWith(label) ? null : outside(isGenerated ? "label" : "ref", label),
		isGenerated,
		dirty
	};
}
const OTHER_JOBS = "The interval of a change is as wide as jobs differ from one another: taken from successive stored runs on the same CPU, and wide where there are few of them.";
/** What a run in the place of base is called, above its column and in a sentence, and what it claims. */
const RUN_WORDS = { stored: {
	column: "Stored",
	run: "stored run",
	claim: OTHER_JOBS
} };
/** What the two columns of values are called. */
function sideNames({ command, baseline }) {
	const run = runIn(baseline);
	return {
		base: run !== null ? RUN_WORDS[run.kind].column : command === "record" ? "Parent" : "Base",
		head: {
			check: "PR",
			compare: "head",
			record: "commit"
		}[command]
	};
}
/** True where head was measured alone and there was nothing to compare it with. */
const isAlone = ({ base, baseline, measuredBy }) => baseline.kind === "none" && (measuredBy.kind === "tools" || base.sha === null);
/** An ISO date as people read it, to the day or to the minute; null for anything else. */
function formatDate(iso, precision) {
	const at = new Date(iso);
	if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 0 || at.getUTCFullYear() > 9999) return null;
	const [day = "", time = ""] = at.toISOString().split("T");
	return precision === "day" ? day : `${day} ${time.slice(0, 5)} UTC`;
}

// src/report/view/sparkline.ts
const BARS = "▁▂▃▄▅▆▇█";
/** Relative to the median: what differs by less than this is noise, and is drawn as nothing. */
const FLAT_BELOW = .02;
/**
* One bar a value, from the least to the greatest of them; all at the lowest bar where they span less than 2
* % of their median, which at full height would look like news. Values that are not finite are left out.
*/
function sparkline(values) {
	const finite = values.filter((value) => Number.isFinite(value));
	const ascending = [...finite].sort((a, b) => a - b);
	const least = ascending[0] ?? 0;
	const halfSpan = (ascending.at(-1) ?? 0) / 2 - least / 2;
	const median = ascending[Math.floor((ascending.length - 1) / 2)] ?? 0;
	if (halfSpan === 0 || halfSpan < FLAT_BELOW / 2 * Math.abs(median)) return BARS[0].repeat(finite.length);
	const highest = 7;
	return finite.map((value) => BARS[Math.round((value / 2 - least / 2) / halfSpan * highest)]).join("");
}

// src/report/view/columns.ts
/** Values of earlier runs that a table draws. */
const DRAWN = 20;
const column$1 = (title, align, cell) => ({
	title,
	align,
	cell
});
/** The columns that reports choose from. */
function columnsFor(a) {
	const level = a.rows.find((row) => row.interval !== null && !row.exact)?.interval?.level;
	const sides = sideNames(a);
	const longest = a.rows.reduce((most, { history }) => Math.max(most, Math.min(DRAWN, history.length)), 0);
	return {
		icon: column$1("", "left", ({ icon }) => ({ text: icon })),
		benchmark: column$1("Benchmark", "left", ({ name, chart }) => ({
			text: name,
			url: chart
		})),
		metric: column$1("Metric", "left", ({ metric }) => ({ text: metric })),
		values: column$1(`${sides.base} → ${sides.head}`, "right", (row) => ({
			text: row.values(),
			below: row.medians()
		})),
		change: column$1(level === void 0 ? "Change" : `Change (${percentDigits(level).replace(".0", "")} %)`, "right", (row) => changeCell(row)),
		budget: column$1("Budget", "right", ({ verdict, limit, waiver }) => ({
			text: limit()?.words ?? null,
			isStrong: verdict === "over-budget",
			below: waiver?.added === true ? "by this pull request" : null
		})),
		noise: column$1("Noise", "left", ({ noise }) => ({ text: noise && `${noise.grade} (${noise.spread ?? "—"})` })),
		visible: column$1("Smallest visible change", "right", ({ visible }) => ({ text: visible })),
		history: column$1(`Last ${longest} → ${sides.head}`, "left", ({ history, head: { value } }) => ({
			text: history.length === 0 ? null : sparkline([...history.slice(-20), ...value === null ? [] : [value]]),
			isFixed: history.length > 0
		})),
		need: column$1("Needs", "left", ({ need }) => ({ text: need() }))
	};
}
/** `between`: what stands between the ends of an interval. */
function changeCell({ verdict, instead, change, beside }, between) {
	const other = instead();
	if (other !== null) return {
		text: other,
		isStrong: verdict !== "insufficient"
	};
	const text = change();
	if (text === null) return { text };
	return {
		text,
		isStrong: verdict === "regression",
		beside: beside(between)
	};
}

// src/report/view/sections.ts
/** The parts of a report, one for every row, and what its rows are called behind their number. */
const NAMES = {
	failing: "failed",
	warned: "warnings",
	absent: "did not run",
	accepted: "accepted",
	slower: "slower",
	faster: "faster",
	inconclusive: "undecided",
	unchanged: "unchanged",
	added: "new",
	removed: "removed"
};
const SECTIONS = Object.keys(NAMES);
const BY_VERDICT = {
	failed: "absent",
	missing: "absent",
	"over-budget": "slower",
	regression: "slower",
	"slower-small": "slower",
	improvement: "faster",
	inconclusive: "inconclusive",
	insufficient: "inconclusive",
	unchanged: "unchanged",
	accepted: "accepted",
	new: "added",
	removed: "removed"
};
/** Where a row of a verdict stands that neither fails nor warns. */
const sectionOfVerdict = (verdict) => BY_VERDICT[verdict];
/** What must be acted on, and therefore comes first, is never cut and is explained. */
const FOUND = [
	"failing",
	"warned",
	"absent",
	"accepted"
];
/** What must be seen without a click: for `compare`, which finds nothing wrong, all that differs. */
const seenFirst = (command) => command === "compare" ? [
	...FOUND,
	"slower",
	"faster"
] : FOUND;
/** All rows by section, each section in the order in which a person wants to read it. */
function sectionsOf(a) {
	const rows = Map.groupBy(a.rows, (row) => sectionOf(row, a.command));
	return Object.fromEntries(SECTIONS.map((s) => [s, (rows.get(s) ?? []).sort(orderIn(s))]));
}
/** `compare` has no budgets: what it finds is slower or faster, and only what did not run is a failure. */
function sectionOf(row, command) {
	const section = BY_VERDICT[row.verdict];
	if (row.severity === "pass" || command === "compare" && section !== "absent") return section;
	return row.severity === "fail" ? "failing" : "warned";
}
/** Sections that are looked up rather than read are in the order of names. */
function orderIn(section) {
	if (section === "unchanged" || section === "added" || section === "removed") return byName;
	return section === "faster" ? bestFirst : worstFirst;
}
const GRAVITY = [
	"failed",
	"missing",
	"over-budget",
	"regression",
	"inconclusive",
	"insufficient"
];
const gravity = ({ verdict }) => GRAVITY.indexOf(verdict) + 1 || GRAVITY.length + 1;
/** What did not run, then what is over a limit, then the largest change for the worse; then by name. */
const worstFirst = (a, b) => gravity(a) - gravity(b) || compareRanks(b, a) || byName(a, b);
const bestFirst = (a, b) => compareRanks(a, b) || byName(a, b);
const compareRanks = (a, b) => Math.sign(rankOf(a) - rankOf(b)) || 0;
const byName = (a, b) => compareText(a.benchmark, b.benchmark) || compareText(a.id, b.id) || compareText(a.metric, b.metric);
const compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Distinct benchmarks among rows: one that breaks two of its budgets is still one benchmark. */
const benchmarksIn = (rows) => new Set(rows.map((row) => row.id)).size;
/** What could not be decided, for noise or for want of data. */
const isUndecided = ({ verdict }) => verdict === "inconclusive" || verdict === "insufficient";
/** What did not run. */
/** What is said of a row in place of its change; null: the change says it. */
const saidOf = (verdict) => SAID[verdict] ?? null;
const SAID = {
	missing: "did not run",
	failed: "failed"
};
const isStopped = ({ verdict }) => verdict === "missing" || verdict === "failed";
/** What one of the rows of a section is: `new`, `slower`. */
function wordOf(section, rows) {
	if (section === "slower") return directionOfAll(rows).worse;
	return section === "faster" ? directionOfAll(rows).better : NAMES[section];
}
/** `1 failed`, `3 undecided`: the size of a section in the words of the command and of its metrics. */
function countWords(section, rows, { command, measuredBy }) {
	if (section === "warned") return plural(rows.length, "warning");
	const isRecorded = section === "added" && command === "record" && measuredBy.kind === "tools";
	const bounds = section === "slower" && command !== "compare" ? " within budget" : "";
	return `${grouped(rows.length)} ${isRecorded ? "recorded" : wordOf(section, rows)}${bounds}`;
}
/** How many of its comparisons are in each section, undecided ones among failures and warnings apart. */
const countsOf$1 = (a, s) => SECTIONS.filter((name) => s[name].length > 0).map((name) => {
	const open = name === "inconclusive" ? 0 : s[name].filter(isUndecided).length;
	return `${countWords(name, s[name], a)}${open === 0 ? "" : ` (${grouped(open)} undecided)`}`;
});

// src/report/view/headline.ts
/** Compared is what has changed for the worse; without that its sign is the one of faster. */
const ICONS = {
	"did-not-run": "💥",
	"over-budget": "❌",
	warnings: "⚠️",
	accepted: "☑️",
	compared: "🔻",
	noisy: "❔",
	faster: "⚡",
	unchanged: "✅",
	"first-run": "🌱"
};
/** The headline as one plain line, for a log and for outputs. */
function headlineText(a) {
	const { icon, text } = headline(a, sectionsOf(a));
	return `${icon} ${text}`;
}
/**
* One sentence that follows from the rows, never from an average: the first case that is true wins. What is
* undecided, did not run, is gone or was edited is counted behind it: what was found is not the result
* without it.
*/
function headline(a, s) {
	const counts = countsOf(a);
	const { kind, says, text } = find(a, s, counts);
	const { compared, undecided, stopped, removed, edited } = counts;
	const remainder = [
		undecided > 0 && says !== "undecided" && `${grouped(undecided)} of ${grouped(compared)} undecided`,
		stopped > 0 && says !== "stopped" && `${grouped(stopped)} did not run`,
		removed > 0 && `${grouped(removed)} removed`,
		edited > 0 && `${grouped(edited)} edited`,
		isBaseClaimed(a) && "base not measured"
	].filter((part) => part !== false);
	const shown = isBaseClaimed(a) && QUIET.has(kind) ? "noisy" : kind;
	return {
		kind: shown,
		icon: ICONS[shown === "compared" && s.slower.length === 0 ? "faster" : shown],
		text: [text, ...remainder].join(", ")
	};
}
/** What passes. */
const QUIET = /* @__PURE__ */ new Set([
	"accepted",
	"faster",
	"unchanged",
	"first-run"
]);
/**
* That base could not be measured turns every failure into a warning, and here it is the change that says so.
*/
const isBaseClaimed = ({ statedBy, baseline, measuredBy }) => statedBy !== void 0 && measuredBy.kind === "benchgate" && runIn(baseline) !== null;
function countsOf({ rows, command }) {
	const count = (which) => benchmarksIn(rows.filter(which));
	const isCompared = (row) => row.verdict !== "new" && row.verdict !== "removed" && !isStopped(row);
	const partial = new Set(rows.filter((row) => row.verdict === "removed" || isUndecided(row)).map(({ benchmark }) => benchmark));
	return {
		compared: count(isCompared),
		/** Compared in all that was to be compared of them. */
		whole: count((row) => isCompared(row) && !partial.has(row.benchmark)),
		undecided: count(isUndecided),
		stopped: count(isStopped),
		removed: count(({ verdict }) => verdict === "removed"),
		edited: count((row) => row.edited && (command === "compare" || hasBudget(row)))
	};
}
const hasBudget = ({ budget }) => budget !== null && [
	budget.maxRegression,
	budget.max,
	budget.min,
	budget.minImprovement
].some((limit) => limit !== null);
/** From half of what was compared on, that it is undecided is the result. */
const isMostlyUndecided = ({ compared, undecided }) => undecided > 0 && 2 * undecided >= compared;
function find(a, s, counts) {
	if (a.rows.length === 0) return {
		kind: "did-not-run",
		text: "No benchmark was measured"
	};
	const failed = failing(s, counts);
	if (failed !== null) return failed;
	if (a.command === "record") return recorded(a, s, counts);
	if (a.command === "compare") return compared(s, counts) ?? warned(s) ?? quiet(a, s, counts);
	if (s.added.length < a.rows.length) return warned(s) ?? quiet(a, s, counts);
	return {
		kind: "first-run",
		text: `First run: ${nothingFor(a.rows)}`
	};
}
/** `3 benchmarks`, of rows. */
const benchmarksOf = (rows, noun = "benchmark") => plural(benchmarksIn(rows), noun);
/** `3 slower`; nothing of no rows. */
const counted$1 = (rows, words) => rows.length === 0 ? [] : [`${grouped(benchmarksIn(rows))} ${words}`];
function failing(s, { stopped }) {
	const over = s.failing.filter((row) => !isStopped(row));
	const overBudget = over.length > 0 ? [`${benchmarksOf(over)} over budget`] : [];
	if (over.length < s.failing.length) return {
		kind: "did-not-run",
		text: [`${plural(stopped, "benchmark")} did not run`, ...overBudget].join(", "),
		says: "stopped"
	};
	return over.length > 0 ? {
		kind: "over-budget",
		text: overBudget.join("")
	} : null;
}
function warned(s) {
	if (s.warned.length > 0) return {
		kind: "warnings",
		text: `${benchmarksOf(s.warned)} to look at, none failing`
	};
	if (s.accepted.length === 0) return null;
	return {
		kind: "accepted",
		text: `${acceptedWords$1(s.accepted)}, nothing else over budget`
	};
}
const nothingFor = (rows) => `${benchmarksOf(rows, "new benchmark")}, nothing to compare with yet`;
/** Who accepted it matters: a change that lets itself pass is for its reviewers to see. */
function acceptedWords$1(accepted) {
	const itself = benchmarksIn(accepted.filter(({ waiver }) => waiver?.added === true));
	if (itself === benchmarksIn(accepted)) return `${benchmarksOf(accepted, "regression")} accepted by this pull request`;
	const all = benchmarksOf(accepted, "accepted regression");
	return itself === 0 ? all : `${all}, ${grouped(itself)} of them by this pull request`;
}
function compared(s, counts) {
	const faster = counted$1(s.faster, directionOfAll(s.faster).better);
	const text = [...counted$1(s.slower, directionOfAll(s.slower).worse), ...faster].join(", ");
	return s.slower.length > 0 || s.faster.length > 0 && !isMostlyUndecided(counts) ? {
		kind: "compared",
		text
	} : null;
}
/** The commit is on its branch already: what was found is stored and said, and nothing is held up. */
function recorded(a, s, counts) {
	const isOfResults = a.measuredBy.kind === "tools";
	const benchmarks = benchmarksOf(a.rows.filter(({ head }) => head.value !== null));
	if (s.added.length === a.rows.length) {
		const isFirst = (a.history?.runs ?? 0) === 0;
		const whole = `Recorded ${benchmarks}${isOfResults ? "" : ", with no parent to compare with"}`;
		return {
			kind: "first-run",
			text: isFirst ? `First run: recorded ${benchmarks}` : whole
		};
	}
	const run = runIn(a.baseline);
	const other = run !== null ? `the ${RUN_WORDS[run.kind].run}` : "the parent";
	const warned = (which) => s.warned.filter(which);
	const isRegression = ({ verdict }) => verdict === "regression";
	const isOver = ({ verdict }) => verdict === "over-budget";
	const regressions = warned(isRegression);
	const worse = (rows) => directionOfAll(rows).worse;
	const found = [
		...counted$1([...warned(isStopped), ...s.absent], "did not run"),
		...counted$1(regressions, `${worse(regressions)} than ${other}`),
		...counted$1(warned(isOver), "over a limit"),
		...counted$1(s.accepted, `${worse(s.accepted)} as accepted`),
		...counted$1(s.slower, `${worse(s.slower)} by less than a warning`),
		...counted$1(s.faster, directionOfAll(s.faster).better),
		...counted$1(warned((row) => ![
			isStopped,
			isRegression,
			isOver,
			isUndecided
		].some((is) => is(row))), "to look at")
	];
	const unchanged = isAlone(a) && isOfResults || counts.whole < counts.compared || counts.compared === 0 ? "" : `: no change against ${other}`;
	const text = `Recorded ${benchmarks}${found.length === 0 ? unchanged : `: ${found.join(", ")}`}`;
	const isLost = a.warnings.some(({ code }) => code === "benchmarks-lost");
	if (s.warned.length > 0 || s.absent.length > 0 || isLost) return {
		kind: "warnings",
		text,
		says: "stopped"
	};
	if (s.accepted.length > 0) return {
		kind: "accepted",
		text
	};
	if (isMostlyUndecided(counts)) return {
		kind: "noisy",
		text
	};
	return {
		kind: s.faster.length > 0 ? "faster" : "unchanged",
		text
	};
}
function quiet(a, s, counts) {
	const { compared, undecided } = counts;
	const gained = directionOfAll(s.faster);
	const small = `${directionOfAll(s.slower).worse} by less than a warning`;
	const slower = counted$1(s.slower, small);
	if (isMostlyUndecided(counts)) {
		const found = [...counted$1(s.faster, gained.better), ...slower];
		const rest = found.length > 0 || undecided === compared ? found : ["nothing found in the rest"];
		return {
			kind: "noisy",
			text: [`${whyUndecided(a)}: ${whichUndecided(a, counts)}`, ...rest].join(", "),
			says: "undecided"
		};
	}
	if (s.faster.length > 0) {
		const rest = slower.length > 0 || undecided > 0 ? slower : [`none ${gained.worse}`];
		return {
			kind: "faster",
			text: [`${benchmarksOf(s.faster)} ${gained.better}`, ...rest].join(", ")
		};
	}
	if (slower.length > 0) return {
		kind: "unchanged",
		text: `${benchmarksOf(s.slower)} ${small}`
	};
	if (counts.whole > 0) return {
		kind: "unchanged",
		text: `No change in ${plural(counts.whole, "benchmark")}`
	};
	if (compared > 0) return {
		kind: "noisy",
		text: `No change in what is left of ${plural(compared, "benchmark")}`
	};
	if (s.added.length === 0) return {
		kind: "noisy",
		text: "Nothing to compare"
	};
	return {
		kind: "first-run",
		text: nothingFor(s.added)
	};
}
function whyUndecided({ measuredBy, rows }) {
	if (measuredBy.kind === "tools") return "Undecided";
	return rows.filter((row) => isUndecided(row)).every(({ verdict }) => verdict === "insufficient") ? "Too little data to judge" : "Too noisy to judge";
}
function whichUndecided({ rows }, { compared, undecided }) {
	const noun = compared === benchmarksIn(rows) ? "benchmark" : "compared benchmark";
	if (undecided < compared) return `${grouped(undecided)} of ${plural(compared, noun)}`;
	return compared === 1 ? `the only ${noun}` : `all ${plural(compared, noun)}`;
}

// src/report/view/labels.ts
/**
* Names benchmarks for people: groups and name; where several have them, with the shortest end of the suite's
* path behind it that tells the suites apart, and with a number where one suite has several.
*/
function labelsOf(benchmarks) {
	const labels = /* @__PURE__ */ new Map();
	for (const [name, alike] of Map.groupBy(benchmarks, (one) => one.name)) {
		const suites = [...new Set(alike.map(({ suite }) => suite))];
		const shown = suites.length === 1 ? /* @__PURE__ */ new Map() : shortest(suites);
		for (const key of alike) {
			const of = shown.has(key.suite) ? ` · ${shown.get(key.suite)}` : "";
			labels.set(keyText(key), `${name}${of}${key.occurrence > 1 ? ` #${key.occurrence}` : ""}`);
		}
	}
	return (key) => labels.get(keyText(key)) ?? key.name;
}
/** The parts of a path. A command line is none. */
const partsOf = (suite) => /\s/.test(suite) ? [suite] : suite.split("/");
const FILE_ENDING = /(\.(bench|benchmark))?\.[cm]?[jt]sx?$/;
/**
* For each path as few of its last parts as tell it from the others. Each round looks at one part more, and
* only at paths that are still alike, so that thousands of them take no longer than reading them.
*/
function shortest(suites) {
	const plain = suites.map((suite) => suite.replace(FILE_ENDING, ""));
	const bare = new Set(plain).size === suites.length ? plain : suites;
	const found = /* @__PURE__ */ new Map();
	let alike = [suites.map((suite, i) => ({
		suite,
		parts: partsOf(bare[i])
	}))];
	for (let count = 1; alike.length > 0; count++) {
		const groups = alike.flatMap((some) => [...Map.groupBy(some, ({ parts }) => parts.at(-count)).values()]);
		for (const [own, ...others] of groups) if (others.length === 0) found.set(own.suite, own.parts.slice(-count).join("/"));
		alike = groups.filter(({ length }) => length > 1);
	}
	return found;
}
/** The key of a row's benchmark. */
const keyOfRow = (row) => ({
	suite: row.suite,
	name: row.benchmark,
	occurrence: row.occurrence
});
/** What tells a benchmark from others of its name, in the fields of a rule or a waiver. */
function narrowingOf(benchmarks) {
	const byName = Map.groupBy(benchmarks, ({ name }) => name);
	return ({ name, suite, occurrence }) => {
		const alike = byName.get(name) ?? [];
		const inSuite = new Set(alike.filter((one) => one.suite === suite).map((one) => one.occurrence));
		return {
			...alike.some((one) => one.suite !== suite) && { suite },
			...inSuite.size > 1 && { occurrence }
		};
	};
}
const namesOf = (benchmarks) => ({
	label: labelsOf(benchmarks),
	narrowing: narrowingOf(benchmarks)
});

// src/report/view/baseline-description.ts
/** Which stored runs were looked back at, and how near the nearest is to base; null: none were asked for. */
function historyWords({ command, history, environment }) {
	if (history === null) return null;
	const { runs, nearest } = history;
	const branch = outside("ref", history.branch);
	const base = command === "record" ? "the parent" : "base";
	if (runs === 0) return words`No stored run on branch ${branch} yet`;
	const whole = words`${plural(runs, "stored run")} on branch ${branch}`;
	if (nearest === null) return words`${whole}, none of ${base} or of a commit before it`;
	const { sha, commitsBefore: before, recordedAt, cpu } = nearest;
	const commit = outside("commit", sha);
	const distance = before === null ? "an unknown number of commits" : plural(before, "commit");
	const place = before === 0 ? words`${base} itself, ${commit}` : words`${commit}, ${distance} before ${base}`;
	const at = formatDate(recordedAt, "minute");
	const when = at === null ? "" : `, recorded ${at}`;
	const machine = cpu === environment.cpu ? "the same CPU" : words`another CPU (${outside("label", cpu)})`;
	return words`${whole}; the nearest is of ${place}${when} on ${machine}`;
}

// src/report/view/how-measured.ts
/** Pairs of the longest comparison where time allows. */
const USUAL_PAIRS = 4 * 8;
const STOPPED = {
	decided: "Stopped when every comparison was decided",
	"max-pairs": "Stopped at the largest number of pairs",
	"out-of-reach": "Stopped when nothing that was open was likely to be decided in the time left",
	"time-limit": "Stopped by the time limit"
};
/**
* What is known of how the numbers came about: what the job that measured says, what is known besides, and
* what of both is said in short.
*/
function howMeasured(a) {
	const seed = words`seed ${outside("ref", a.seed)}`;
	const results = resultsWords(a);
	const cost = costWords(a);
	const history = historyWords(a);
	const hasHistory = a.rows.some(({ verdict, history }) => verdict !== "new" && history.length > 0);
	return {
		ofTheJob: results === null ? [
			words`${orderWords(a)} (${seed}).`,
			`${effortWords(a)}.`,
			`Cost: ${cost}.`,
			words`${machineWords(a)}.`
		] : [words`${results}.`],
		known: [
			history && words`${history}.`,
			hasHistory ? "What is shown of earlier runs was measured by other jobs, possibly on other machines." : null,
			testWords(a)
		].filter((sentence) => sentence !== null),
		short: [results ?? words`${cost}, ${seed}`, history]
	};
}
/** Why measuring ended, and how much was measured of each comparison at most. */
function effortWords(a) {
	const { pairs, stoppedBy } = a.summary;
	if (pairs === 0) return STOPPED[stoppedBy];
	const blocks = plural(Math.ceil(pairs / 4), "block");
	const narrow = (stoppedBy === "decided" || stoppedBy === "out-of-reach") && recordsIntervals(a) ? NARROW : "";
	return `${STOPPED[stoppedBy]}${narrow}, after up to ${plural(pairs, "pair")} of base and head in ${blocks}`;
}
const NARROW = " and the recorded intervals were narrow, or could not be made so";
/** Whether blocks were to be measured for the intervals alone, as `gate/narrow-changes.ts` does. */
const recordsIntervals = (a) => a.command === "record" && runIn(a.baseline) === null && a.rows.some(({ pairs, exact, unit }) => pairs > 0 && !exact && isTimed(unit));
/**
* What it cost: wall time and the part of it inside benchmarks, processes, and on a runner its minutes.
* GitHub bills whole minutes of each job; what the job does besides is not known here.
*/
function costWords({ summary, environment }) {
	const { processes, secondsInBenchmarks } = summary;
	const seconds = summary.seconds < 10 ? summary.seconds : Math.round(summary.seconds);
	const share = seconds > 0 ? Math.min(100, Math.round(100 * secondsInBenchmarks / seconds)) : null;
	return [
		`${formatSeconds(seconds)} of wall time${share === null ? "" : ` (${share} % in benchmarks)`}`,
		plural(processes, "process", "processes"),
		...environment.ci ? [plural(Math.ceil(seconds / 60), "runner minute")] : []
	].join(", ");
}
/**
* What a measurement that was cut short could have seen: a finding that is not there says nothing about
* smaller changes. Null where nothing was cut short or nothing was tested.
*/
function detectableWords(a) {
	const { stoppedBy, pairs } = a.summary;
	const cutShort = stoppedBy === "time-limit" || stoppedBy === "max-pairs" && pairs < USUAL_PAIRS;
	const tested = a.rows.filter((row) => row.pairs > 0 && row.p !== null && !row.exact);
	const sizes = tested.flatMap(({ mde }) => mde === null || mde === 0 ? [] : [mde]).sort((one, other) => one - other);
	if (!cutShort || runIn(a.baseline) !== null || sizes.length === 0) return null;
	const scope = stoppedBy === "time-limit" ? "Within the time limit" : `With the ${plural(pairs, "pair")} that there was time for`;
	const all = sizes.at(-1);
	const half = sizes[Math.ceil(sizes.length / 2) - 1];
	return `${scope} ${directionOfAll(tested).worse === "slower" ? "a slowdown" : "a change for the worse"} of ${percentDigits(all)} % or more would have been seen${reach(tested, half, all)}.`;
}
/** In how many of the rows: each of them, and what half of them could do, where that is less. */
function reach(rows, half, all) {
	if (rows.length === 1) return " (90 % power)";
	return ` in every ${benchmarksIn(rows) === rows.length ? "benchmark" : "comparison"} (90 % power)${percentDigits(half) === percentDigits(all) ? "" : `, ${percentDigits(half)} % in half of them`}`;
}
/** The machine and the programs that measured, with the flags of V8 that Benchgate gave to Node. */
function machineWords({ environment: e }) {
	const node = e.nodeFlags.length === 0 ? `Node ${e.node}` : `Node ${e.node} with ${e.nodeFlags.join(" ")}`;
	const shown = [
		e.cpu,
		plural(e.cores, "core"),
		e.os,
		e.image,
		node,
		`mitata ${e.mitata}`
	].filter((part) => part !== null).map((part) => outside("label", part));
	return words`${listed$1(shown, " · ")} · load ${e.loadAverage.toFixed(1)} at the start`;
}
/** What ran beside what, without the seed. */
function orderWords(a) {
	const head = a.command === "record" ? "The commit" : "Head";
	if (runIn(a.baseline) !== null || isAlone(a)) return `${head} alone ran, in fresh processes`;
	return `${a.command === "record" ? "The parent and the commit" : "Base and head"} ran in fresh processes on one machine, interleaved in random order`;
}
/** Files and tools that a report names. */
const MAX_SOURCES = 5;
/** Where results come from that Benchgate did not measure; null where it measured itself. */
function resultsWords({ measuredBy, baseline }) {
	if (measuredBy.kind === "benchgate") return null;
	const { tools, files } = measuredBy;
	const sides = Object.entries({
		base: baseline.kind === "files" ? baseline.files : [],
		head: files
	}).filter(([, of]) => of.length > 0).map(([side, of]) => words`${side} from ${someOf(of, "place")}`);
	const by = tools.length === 0 ? "Read from result files" : words`Measured by ${someOf(tools, "label")} and read from result files`;
	return sides.length === 0 ? words`${by}` : words`${by}: ${listed$1(sides, "; ")}`;
}
const someOf = (texts, kind) => listed$1([...texts.slice(0, MAX_SOURCES).map((text) => outside(kind, text)), ...texts.length > MAX_SOURCES ? [`${grouped(texts.length - MAX_SOURCES)} more`] : []]);
/** The test in one sentence, for people who ask what "slower" claims; null where nothing was compared. */
function testWords(a) {
	if (isAlone(a)) return null;
	const exact = a.rows.filter((row) => row.exact).length;
	return [...exact > 0 && exact === a.rows.length ? [] : [claimOf(a)], ...exact > 0 ? ["Values marked exact are the same each time, and were compared without a test."] : []].join(" ");
}
const RANKS = "A change is reported when an exact permutation test on ranks within blocks rejects \"no change\" for the whole suite at once (Benjamini-Hochberg, 5 %) and the estimate reaches the warning level; it is then measured again, and that decides.";
const claimOf = ({ baseline }) => "cpu" in baseline ? RUN_WORDS[baseline.kind].claim : CLAIMS[baseline.kind];
const CLAIMS = {
	paired: RANKS,
	none: RANKS,
	files: "A change is reported when its whole 95 % interval (Welch, on logarithms) lies beyond the warning level and it withstands Benjamini-Hochberg (5 %) over all comparisons; in which order the files were measured is not known, and on which machines only where they say so: a change therefore only warns."
};

// src/report/view/limit-words.ts
/** The limit that decides a row, as short as a table's cell wants it; null where no budget says anything. */
function limitOf(row) {
	const { budget, waiver } = row;
	if (waiver !== null && row.verdict === "accepted") return said(`accepted up to ${formatLevel(waiver.upTo)}`);
	if (budget === null) return null;
	if (row.verdict === "over-budget") return absolute(row);
	const { warn = null, fail = null } = budget.maxRegression ?? {};
	const warned = row.verdict === "regression" && row.severity === "warn";
	if (warn !== null && (warned || fail === null)) return said(`warns at ${formatLevel(warn)}`);
	return fail === null ? null : {
		words: [formatLevel(fail)],
		isLevel: true
	};
}
/** The first of `max`, `min` and `min-improvement` that the head's value or effect breaks. */
function absolute(row) {
	const { budget, head, severity, unit } = row;
	const level = (levels) => (severity === "warn" ? levels?.warn : null) ?? levels?.fail ?? null;
	const max = level(budget?.max);
	const min = level(budget?.min);
	const improvement = level(budget?.minImprovement);
	const quantity = (limit) => outside("quantity", formatLimit(limit, unit));
	if (max !== null && (head.value === null || head.value > max)) return said(words`at most ${quantity(max)}`);
	if (min !== null && (head.value === null || head.value < min)) return said(words`at least ${quantity(min)}`);
	if (improvement === null) return null;
	return said(`at least ${formatLevel(improvement)} ${directionOf(row).better}`);
}
const said = (text) => ({
	words: [text].flat(),
	isLevel: false
});

// src/report/view/need.ts
/** A row that would take more than so many times what the job measured is not decided by more time. */
const WITHIN_REACH = 2;
/**
* What an undecided row needs, to be read after "needs": `about 40 pairs (had 32), 1.3 times the time limit`.
* A row may have been given up early, so that the job's longest comparison is what can be measured. Null
* where nobody knows.
*/
function needWords({ verdict, pairs, pairsNeeded }, { command, summary }) {
	if (verdict !== "inconclusive" || pairsNeeded === null) return null;
	if (pairsNeeded <= pairs) return `a second measurement: ${plural(pairs, "pair")} usually decide`;
	const measured = Math.max(pairs, summary.pairs);
	if (pairsNeeded > WITHIN_REACH * measured) return `more than this job can measure: lower the noise${command === "compare" ? "" : " or widen the budget"}`;
	const about = `about ${plural(pairsNeeded, "pair")} (had ${grouped(pairs)})`;
	if (pairsNeeded <= measured) return about;
	return `${about}, ${(Math.ceil(pairsNeeded / measured * 10 - 1e-9) / 10).toFixed(1).replace(".0", "")} times ${summary.stoppedBy === "time-limit" ? "the time limit" : "what this job measured"}`;
}

// src/report/view/row-view.ts
/** Whether a finding repeats what the pull request's own job wrote, so that it stands below a heading. */
const isReported$1 = ({ statedBy }, finding) => statedBy !== void 0 && isOfTheJob(finding);
/** A metric's name; one of a job's own choice is data, like the name of a benchmark. */
const metricText = (metric, { statedBy }) => outside(statedBy !== void 0 && usualMetric(metric) === null ? "name" : "metric", metric);
function isKnown({ metric, unit }) {
	const known = usualMetric(metric);
	return known !== null && (unitKind(unit) !== "other" || known.units.includes(unit));
}
/** Parts that take time are functions, because a report lists few of thousands of rows. */
function rowView(row, section, a, names) {
	const { verdict, metric, base, head } = row;
	return {
		section,
		verdict,
		severity: row.severity,
		icon: iconOf(row, a.command),
		name: outside("name", names.label(keyOfRow(row))),
		metric: metricText(metric, a),
		isTime: metric === "time",
		/** Its chart in the dashboard; null where there is none. */
		chart: ({ dashboard }) => dashboard?.chart(keyOfRow(row), metric) ?? null,
		/** Base and head; null where neither has a value. */
		values: () => base.value === null && head.value === null ? null : outside("quantity", formatPair(base.value, head.value, unitBeside(row), row.exact)),
		medians: () => metric === "time" && base.p50 !== null && head.p50 !== null ? `p50 ${formatPair(base.p50, head.p50, "ns")}` : null,
		valueOf: ({ value }) => value === null ? null : outside("quantity", formatQuantity(value, unitBeside(row))),
		base,
		head,
		/** How much it changed; null where nobody knows. */
		change: () => knownChange(row),
		/** What supports that, with `between` the ends of an interval. */
		beside: (between) => besideWords(row, between),
		/** What is said in place of a change; null where there is one. */
		instead: () => insteadOf(row),
		isExact: row.exact,
		/** Of the interval, in percent. */
		level: row.interval && Math.round(row.interval.level * 100),
		limit: () => limitOf(row),
		/** Grade and spread of the processes. */
		noise: row.grade && {
			grade: row.grade,
			spread: percentOf(row.sigma)
		},
		/** The smallest change that would have been seen. */
		visible: percentOf(row.mde),
		need: () => needWords(row, a),
		/** Values of earlier runs. */
		history: row.history,
		...notesView(row, a),
		/** Whether its metric and its unit are known words. */
		isKnown: isKnown(row),
		location: place(row.location),
		/** The rule that set the limit. */
		budgetPlace: place(row.budget?.where),
		waiver: waiverView(row),
		/** Whether it was measured again, with the same result. */
		held: row.confirmed === true,
		edited: row.edited,
		/** Whether both sides ran head's version of its suite. */
		fromHead: row.suiteFrom === "head",
		/** How to accept the row; null where nothing can be accepted. */
		acceptance: () => acceptanceOf(row, names.narrowing(keyOfRow(row)))
	};
}
const place = (text) => text == null ? null : outside("place", text);
/** Of an accepted row: where that is written, and whether the change under judgement brings it. */
const waiverView = ({ waiver, verdict }) => waiver && verdict === "accepted" ? {
	place: outside("place", waiver.where),
	added: waiver.added
} : null;
/** What is said of a row, by this repository and by the pull request's own job. */
function notesView({ notes }, a) {
	const own = notes.filter((note) => !isReported$1(a, note));
	const reported = notes.filter((note) => isReported$1(a, note));
	return {
		notes: own.map((note) => outside("sentence", sentenceOf(note))),
		reported: reported.map((note) => outside("line", sentenceOf(note)))
	};
}
function knownChange(row) {
	const words = changeWords$1(row);
	return words === "—" ? null : words;
}
function insteadOf(row) {
	const { verdict, base, head } = row;
	const said = saidOf(verdict);
	if (said !== null) return said;
	if (verdict !== "insufficient" || knownChange(row) !== null) return null;
	return head.value !== null && base.value === null ? "not compared" : "too little data";
}
const percentOf = (fraction) => fraction === null ? null : `${percentDigits(fraction)} %`;
function iconOf({ verdict, severity }, command) {
	if (verdict === "missing" || verdict === "failed") return severity === "warn" ? "⚠️" : "💥";
	if (verdict === "accepted") return "☑️";
	if (verdict === "improvement" && severity === "pass") return "⚡";
	if (command === "compare") return "🔻";
	return severity === "fail" ? "❌" : "⚠️";
}

// src/report/view/standing.ts
/**
* The regressions that the branch has and that were neither fixed nor accepted: one remark for all rows that
* one change point moved, first what this change takes back, then the largest; null where there are none.
*/
function standingView(a, names) {
	const rows = a.rows.filter((row) => row.standing !== void 0).sort((one, other) => takenOf(other) - takenOf(one) || sizeOf(other) - sizeOf(one));
	const branch = rows[0]?.standing.branch;
	if (branch === void 0) return null;
	const events = Map.groupBy(rows, ({ standing: { event, before } }) => `${event} ${before.sha}`);
	const name = outside("ref", branch);
	return {
		title: words`Regressions that ${name} already has, which change no verdict here`,
		/** One of each change point; a remark names at most so many benchmarks. */
		remarks: (most) => [...events.values()].map((members) => remarkOf(members, {
			a,
			names,
			branch: name,
			most
		}))
	};
}
const takenOf = ({ standing }) => standing.takenBack ?? 0;
const sizeOf = ({ better, standing }) => worse({ better }, standing.effect);
function remarkOf(rows, page) {
	const [first] = rows;
	const { branch, a } = page;
	const { sha, pull } = first.standing.before;
	const than = words`than at ${outside("commit", sha)}${pull === null ? "" : words` (${outside("label", `#${pull}`)})`}`;
	if (rows.length === 1) {
		const change = changeOf$1(first);
		const interval = intervalWords(change);
		const is = directionOf(first).worse === "more" ? "has" : "is";
		const range = interval === null ? "" : ` (${interval})`;
		const accepted = acceptedWords(first);
		const taken = takenWords(first, a);
		return words`${nameOf(first, page)}: ${branch} ${is} ${effectWords(change)}${range} ${than}${accepted === null ? "" : `, ${accepted}`}.${taken === null ? "" : ` ${capital(taken)}.`}`;
	}
	const most = Math.max(...rows.map((row) => sizeOf(row)));
	const by = `up to ${percentDigits(most)} % ${directionOfAll(rows).worse}`;
	const shown = rows.slice(0, page.most).map((row) => memberOf(row, page));
	const rest = rows.length > shown.length ? ` and ${grouped(rows.length - shown.length)} more` : "";
	return words`${plural(benchmarksIn(rows), "benchmark")}: ${branch} is ${by} ${than}: ${listed$1(shown)}${rest}.`;
}
const changeOf$1 = ({ better, unit, standing: { effect, interval } }) => ({
	better,
	unit,
	effect,
	interval
});
const nameOf = (row, { a, names }) => {
	const name = outside("name", names.label(keyOfRow(row)));
	return row.metric === "time" ? words`${name}` : words`${name} ${metricText(row.metric, a)}`;
};
function memberOf(row, page) {
	const change = `${percentDigits(row.standing.effect)} %`;
	const more = [
		intervalWords(changeOf$1(row)),
		acceptedWords(row),
		takenWords(row, page.a)
	];
	return words`${nameOf(row, page)} (${[change, ...more.filter((text) => text !== null)].join(", ")})`;
}
const acceptedWords = ({ standing: { accepted } }) => accepted === null ? null : `of which ${percentDigits(accepted)} % is accepted`;
/** What the change gives back: `this change takes back 11.0 of the 12.0 %`. */
function takenWords(row, { command }) {
	const { takenBack } = row.standing;
	if (takenBack === null) return null;
	const whole = percentDigits(sizeOf(row));
	const taken = percentDigits(takenBack);
	const change = command === "record" ? "this commit" : "this change";
	return taken === whole ? `${change} takes it back` : `${change} takes back ${taken} of the ${whole} %`;
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// src/report/view/view.ts
/** Why a row is undecided where no further value would decide it. */
const BEYOND_VALUES = /* @__PURE__ */ new Set([
	"benchmark-edited",
	"different-statistics",
	"direction-turned",
	"no-ratio",
	"not-compared",
	"stored-unit-differs",
	"timed-zero",
	"zero-value"
]);
function viewOf(a) {
	const { command, rows, measuredBy, baseline } = a;
	const s = sectionsOf(a);
	const run = runIn(baseline);
	const benchmarks = benchmarksIn(rows);
	const isOfResults = measuredBy.kind === "tools";
	const alone = isAlone(a);
	const names = namesOf(rows.map(keyOfRow));
	const isStated = a.statedBy !== void 0;
	return {
		command,
		headline: headline(a, s),
		/** Whose statement the numbers are; null: they were measured here. */
		statement: isStated ? STATEMENT : null,
		/** That failures only warn; null: they fail. */
		lenience: a.forks === void 0 ? null : FORKS_WARN,
		sections: Object.fromEntries(SECTIONS.map((section) => [section, sectionView(section, s[section], a, names)])),
		columns: columnsFor(a),
		benchmarks: plural(benchmarks, "benchmark"),
		/** How many comparisons there are, where benchmarks have more than one; null: one each. */
		comparisons: benchmarks === rows.length ? null : plural(rows.length, isOfResults && alone ? "value" : "comparison"),
		counts: countsOf$1(a, s),
		base: revisionView(a.base),
		head: revisionView(a.head),
		/** What a sentence calls the other side. */
		baseName: command === "record" ? "The parent" : "Base",
		isAlone: alone,
		/** Whether somebody else measured. */
		isOfResults,
		/** What head was compared with in place of base. */
		storedBaseline: run === null ? null : storedBaselineView(run, isStated),
		budgetChanges: budgetChangesView(a),
		/** What was lost before, and not here. */
		standing: standingView(a, names),
		detectable: detectableWords(a),
		/** Benchmarks that fail. */
		failing: benchmarksIn(s.failing),
		/** Whether more values could decide what is undecided. */
		moreWouldHelp: s.inconclusive.some(({ notes }) => !notes.some(({ code }) => BEYOND_VALUES.has(code))),
		/** How to accept what can be accepted of them. */
		acceptances: s.failing.map((row) => acceptanceOf(row, names.narrowing(keyOfRow(row)))).filter((one) => one !== null),
		/** What a recorded commit lost, which is among the warnings too. */
		lost: a.warnings.filter(({ code }) => code === "benchmarks-lost").map((warning) => outside("sentence", sentenceOf(warning))),
		...besideRows(a, run),
		howMeasured: howMeasured(a)
	};
}
const storedBaselineView = (run, isStated) => ({
	called: RUN_WORDS[run.kind].run,
	commit: outside("commit", run.sha),
	day: formatDate(run.recordedAt, "day"),
	cpu: outside("label", run.cpu),
	/** Null: somebody else says it. */
	reason: isStated ? null : outside("sentence", run.reason)
});
/** What is said beside the rows, by this repository and by the pull request's own job. */
function besideRows(a, run) {
	const news = newWarnings(a);
	const reported = news.filter((one) => isReported$1(a, one));
	if (run !== null && a.statedBy !== void 0) reported.unshift({
		code: "base-not-measured",
		reason: run.reason
	});
	const own = news.filter((one) => !isReported$1(a, one));
	return {
		warnings: sentencesOf(own).map((warning) => outside("sentence", warning)),
		reported: sentencesOf(reported).map((text) => outside("line", text))
	};
}
function sectionView(section, rows, a, names) {
	let views = null;
	return {
		size: rows.length,
		/** Made when they are asked for: most of thousands of rows are only counted. */
		rows: () => views ??= rows.map((row) => rowView(row, section, a, names)),
		/** `3 undecided`. */
		count: countWords(section, rows, a),
		/** What one of its rows is: `new`, `slower`. */
		word: wordOf(section, rows)
	};
}
/** The rows of several sections, one after the other. */
const rowsOf = ({ sections }, of) => of.flatMap((section) => sections[section].rows());

// src/report/checks/row-annotations.ts
/** As many as GitHub's check runs take in four requests. */
const MAX_ANNOTATIONS = 200;
const MAX_NOTES$1 = 5;
const MAX_PATH = 1e3;
/** A place is `file:line`. */
const PLACE = /^(.+):(\d{1,7})$/s;
/**
* One annotation for what a recorded commit lost, one for each row that fails, the worst first, then one for
* each that warns. `prefix` is the project's path in the repository.
*/
function annotationsOf(a, { prefix, configFile = null }) {
	const view = viewOf(a);
	const file = configFile ?? ".github/benchgate.yml";
	const rows = rowsOf(view, [
		"failing",
		"warned",
		"absent"
	]).map((row) => ({
		level: row.severity === "fail" ? "error" : "warning",
		...textsOf(row, view.statement, file),
		...placeIn(prefix, row.location?.text ?? null)
	}));
	return [...view.lost.map(lostAnnotation), ...rows].slice(0, MAX_ANNOTATIONS);
}
function textsOf(row, statement, file) {
	const { title, message } = rowText(row, statement, file);
	if (statement !== null) return {
		title: `Benchmark: ${title}`,
		message
	};
	return {
		title: forAnnotation(words`${row.name}: ${title}`),
		message
	};
}
/** What is said of a row that stands alone, as plain text: in a few words, and in full on some lines. */
const rowText = (row, statement, configFile) => statement === null ? {
	title: titleOf(row),
	message: messageOf(row, configFile)
} : {
	title: titleOfStated(row),
	message: messageOfStated(row, statement)
};
const lostAnnotation = (sentence) => ({
	level: "warning",
	title: "Benchmarks lost",
	message: forAnnotation(sentence),
	file: null,
	line: null
});
function titleOf({ verdict, metric, isTime, change, instead }) {
	const name = forAnnotation(metric);
	switch (verdict) {
		case "over-budget": return `${name} over its limit`;
		case "insufficient": return `${name} has too little data`;
		case "inconclusive": return `${name} undecided`;
		default: return instead() ?? `${isTime ? "" : `${name} `}${change() ?? "—"}`;
	}
}
function titleOfStated(row) {
	const isOpen = row.verdict === "inconclusive" || row.verdict === "insufficient" || row.verdict === "over-budget";
	if (row.isKnown && (isOpen || row.change() !== null)) return titleOf(row);
	return row.instead() ?? row.change() ?? "to look at";
}
/**
* Of numbers that are the pull request's own statement. An annotation stands beside the code of this
* repository and has no heading, so that nothing in it is the job's own but a name in quotes and numbers.
*/
function messageOfStated(row, statement) {
	const { budgetPlace } = row;
	const need = row.need();
	return [
		`${JSON.stringify(forAnnotation(row.name))}: ${row.isKnown ? factsOf$1(row) : row.change() ?? "see the report"}.`,
		...row.notes.slice(0, MAX_NOTES$1).map((note) => forAnnotation(note)),
		...need === null ? [] : [`It needs ${need}.`],
		...row.held ? [HELD] : [],
		...budgetPlace === null ? [] : [`The budget is set at ${forAnnotation(budgetPlace)}.`],
		statement
	].join("\n");
}
function factsOf$1(row) {
	const { metric } = row;
	const [values, change, limit] = [
		row.values(),
		row.change(),
		row.limit()
	];
	const beside = row.beside();
	const interval = row.isExact ? "" : `${row.level} % interval `;
	return [
		values === null ? forAnnotation(metric) : forAnnotation(words`${metric} ${values}`),
		...change === null ? [] : [`${change}${beside === null ? "" : ` (${interval}${beside})`}`],
		...limit === null ? [] : [`budget ${forAnnotation(limit.words)}`]
	].join(", ");
}
function messageOf(row, configFile) {
	const { budgetPlace } = row;
	const need = row.need();
	const acceptance = row.severity === "fail" ? row.acceptance() : null;
	return [
		`${factsOf$1(row)}.`,
		...row.notes.slice(0, MAX_NOTES$1).map((note) => forAnnotation(note)),
		...need === null ? [] : [`It needs ${need}.`],
		...row.held ? [HELD] : [],
		...budgetPlace === null ? [] : [`The budget is set at ${forAnnotation(budgetPlace)}.`],
		...acceptance === null ? [] : howToAccept$1(acceptance, configFile)
	].join("\n");
}
function howToAccept$1(acceptance, configFile) {
	const { entry } = acceptance;
	const line = acceptance.line({
		configFile,
		hasReport: false
	});
	const byHand = `add to ${forAnnotation(outside("place", configFile))} below "accepted:"`;
	if (line === null) return [`To accept, ${byHand}`, entry];
	return [
		"To accept, with your reason:",
		line,
		`or ${byHand}`,
		entry
	];
}
/** A row's place as the repository knows it; nothing where it does not lie in the project. */
function placeIn(prefix, location) {
	const nowhere = {
		file: null,
		line: null
	};
	const [, path = "", line = ""] = PLACE.exec(location ?? "") ?? [];
	const parts = path.split("/");
	if (path.length > MAX_PATH || Number(line) < 1 || /[\p{C}\\]/u.test(path)) return nowhere;
	if (parts.some((part) => part === "" || part === "." || part === "..")) return nowhere;
	return {
		file: [...prefix.split("/").filter((part) => part !== "" && part !== "."), ...parts].join("/"),
		line: Number(line)
	};
}

// src/report/markdown/elements.ts
/** A GitHub table as its lines: title, rule, then one a row, so that a caller can cut it. */
function tableLines(columns, rows, links = null) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(columns.map((c) => c.title)),
		line(columns.map((c) => c.align === "right" ? "-:" : "-")),
		...rows.map((row) => line(columns.map((c) => cellText(c.cell(row), links))))
	];
}
function cellText({ text, isStrong, isFixed, url, beside, below }, links) {
	const plain = text === null ? "—" : forMarkdown(text);
	const fixed = isFixed === true ? `\`${plain}\`` : plain;
	const strong = isStrong === true ? `**${fixed}**` : fixed;
	return `${linkTo(strong, links && url?.(links)) ?? strong}${beside == null ? "" : ` (${beside})`}${below == null ? "" : `<br><sub>${below}</sub>`}`;
}
/** Ends what is Markdown already with a full stop. */
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
/** A part that opens on demand; both texts are Markdown. */
const foldedText = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
/** A list; what is more than `most` is counted. */
const listOf = (items, most = Infinity, links = null) => [...items.slice(0, most).map((item) => `- ${forMarkdown(item, links)}`), ...items.length > most ? [`- and ${grouped(items.length - most)} more`] : []].join("\n");
/** Parts of Markdown with an empty line between them; those that have nothing to say are left out. */
const paragraphs = (parts, between = "\n\n") => parts.filter((part) => part !== null && part !== "").join(between);

// src/report/markdown/explanation.ts
const MAX_WARNINGS = 20;
const MAX_NOTES = 5;
const MAX_PLACES = 5;
/** Rows that one item names. */
const MAX_NAMED = 5;
/** From here on, explanations fold away: the table is what must be seen. */
const OPEN_ITEMS = 5;
/** What follows the table: why each row is there, where its budget is set, how to accept it, warnings. */
function explanationOf(view, rows, { maxRows, configFile }) {
	const items = itemsOf(rows.slice(0, maxRows), maxRows === Infinity ? Infinity : 5);
	const acceptances = view.sections.failing.rows().slice(0, maxRows).map((row) => row.acceptance()).filter((one) => one !== null);
	return paragraphs([
		items.length > OPEN_ITEMS ? foldedText("About these rows", items.join("\n")) : items.join("\n"),
		budgetPlaces(rowsOf(view, ["failing", "warned"])),
		howToAccept(acceptances, configFile),
		view.warnings.length === 0 ? "" : `**Warnings**\n${listOf(view.warnings, MAX_WARNINGS)}`,
		reportedPart([...view.reported, ...reportedOf(rows.slice(0, maxRows))])
	]);
}
/** What the pull request's own job says of rows. */
const reportedOf = (rows) => rows.flatMap(({ name, reported }) => reported.slice(0, MAX_NOTES).map((text) => words`${name}: ${text}`));
/** Texts of the pull request's own job, under a heading that says so; nothing where there are none. */
function reportedPart(texts) {
	if (texts.length === 0) return "";
	const list = listOf(texts, MAX_WARNINGS);
	return texts.length > OPEN_ITEMS ? foldedText(REPORTED, list) : `**${REPORTED}**\n${list}`;
}
/** One item for all rows with the same explanation, so that a sentence is read once. */
function itemsOf(rows, maxNamed, needs = "here") {
	const explained = rows.map((row) => ({
		row,
		text: explanationOfRow(row, needs)
	})).filter(({ row, text }) => text !== "" || row.location !== null && row.severity !== "pass");
	return [...Map.groupBy(explained, ({ text }) => text)].map(([text, members]) => {
		const names = members.slice(0, maxNamed).map(({ row }) => nameAndPlace(row));
		const more = members.length > maxNamed ? ` and ${grouped(members.length - maxNamed)} more` : "";
		return `- ${names.join(", ")}${more}${text === "" ? "" : `: ${text}`}`;
	});
}
/** What a person needs to know about a row beyond its numbers; what it needs may be shown elsewhere. */
function explanationOfRow({ notes, waiver, held, edited, fromHead, need }, needs) {
	const sentences = notes.slice(0, MAX_NOTES).map((note) => sentence(forMarkdown(note)));
	if (notes.length > MAX_NOTES) sentences.push(`And ${plural(notes.length - MAX_NOTES, "more note")}.`);
	if (waiver !== null) {
		const { place, added } = waiver;
		sentences.push(`The entry is at ${forMarkdown(place)}${added ? ", **added by this pull request**" : ""}.`);
	}
	if (held) sentences.push(HELD);
	if (fromHead) sentences.push("Benchmark from head: both sides ran head’s version of its suite.");
	else if (edited) sentences.push("The benchmark's own code differs between base and head.");
	const needed = needs === "here" ? need() : null;
	if (needed !== null) sentences.push(`It needs ${needed}.`);
	return sentences.join(" ");
}
function nameAndPlace({ name, metric, isTime, location }) {
	const whole = isTime ? forMarkdown(name) : `${forMarkdown(name)} ${forMarkdown(metric)}`;
	return location === null ? whole : `${whole} (${forMarkdown(location)})`;
}
/** Where the budgets of these rows were set: one line, since most come from a few rules. */
function budgetPlaces(rows) {
	const found = rows.flatMap(({ budgetPlace }) => budgetPlace?.text ?? []);
	const places = [...new Set(found)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
	if (places.length === 0) return "";
	const shown = places.slice(0, MAX_PLACES).map((place) => forMarkdown(outside("place", place)));
	const more = places.length > MAX_PLACES ? ` and ${grouped(places.length - MAX_PLACES)} more places` : "";
	return `${places.length === 1 ? "The budget is" : "The budgets are"} set at ${shown.join(", ")}${more}.`;
}
/** The lines that accept, where a shell takes them, and the entries that they write. */
function howToAccept(acceptances, configFile) {
	if (acceptances.length === 0) return "";
	const file = forMarkdown(outside("place", configFile ?? ".github/benchgate.yml"));
	const lines = acceptances.map(({ line }) => line({
		configFile,
		hasReport: false
	})).filter((line) => line !== null);
	const yaml = [
		"```yaml",
		"accepted: # omit this line if the file already has it",
		...acceptances.map(({ entry }) => `  ${entry}`),
		"```"
	].join("\n");
	const parts = lines.length === 0 ? [`**To accept**, add to ${file} with your reason, and commit:\n${yaml}`] : [`**To accept**, replace the … with your reason, run this, commit and push:\n${fenced(lines)}`, foldedText("or edit the config file yourself", `Add to ${file}, with your reason:\n${yaml}`)];
	if (acceptances.length <= OPEN_ITEMS) return paragraphs(parts);
	return foldedText(`To accept: ${plural(acceptances.length, "regression")}`, paragraphs(parts));
}
const fenced = (lines) => [
	"```sh",
	...lines,
	"```"
].join("\n");

// src/report/text/for-mermaid.ts
const MAX_CELLS = 50;
/** Words within a quoted text of Mermaid. */
const forMermaid = (text) => written$1(text, (one) => shortName(one.text, MAX_CELLS).replace(/[^\p{L}\p{N}\p{M} /_.,:=()[\]+*!?'…-]/gu, "_"));

// src/report/view/chart.ts
/**
* Part of the largest value that the vertical axis spans at least: what is less is noise, and must not look
* like a cliff.
*/
const MIN_SPAN = .1;
/** Above it a number is written with an exponent, which Mermaid does not read. */
const MAX_NUMBER = 0x38d7ea4c68000;
const LABELS = {
	check: {
		base: "base",
		head: "PR",
		words: "then base and PR",
		alone: "then PR",
		failing: "it fails"
	},
	compare: {
		base: "base",
		head: "head",
		words: "then base and head",
		alone: "then head",
		failing: "it fails"
	},
	record: {
		base: "old",
		head: "new",
		words: "then the parent (old) and this commit (new)",
		alone: "then this commit (new)",
		failing: "a pull request would fail"
	}
};
/**
* What is drawn of the worst row that earlier runs know, oldest first: a line of values, and a level line
* where there is a fail level. Numbers are decimal, in the unit of the axis. Null where no row has a history
* that can be drawn.
*/
function chartFor(a) {
	const row = worstWithHistory(a);
	if (row === null) return null;
	const { base, head, ...labels } = LABELS[a.command];
	const baseValue = runIn(a.baseline) !== null ? null : row.base.value;
	const earlier = row.history.slice(-20);
	const points = [
		...earlier.map((value, i) => ({
			label: `${i + 1}`,
			value
		})),
		{
			label: base,
			value: baseValue
		},
		{
			label: head,
			value: row.head.value
		}
	].filter((point) => point.value !== null);
	const level = failLevel(row, a);
	const axis = axisOf([...points.map(({ value }) => value), ...level === null ? [] : [level]], row.unit);
	if (axis === null) return null;
	const { number, low, high, symbol } = axis;
	return {
		name: outside("name", labelsOf(a.rows.map(keyOfRow))(keyOfRow(row))),
		metric: metricText(row.metric, a),
		runs: plural(earlier.length, "earlier run"),
		words: baseValue === null ? labels.alone : labels.words,
		labels: points.map(({ label }) => label),
		values: points.map(({ value }) => number(value)),
		level: level === null ? null : {
			number: number(level),
			where: labels.failing,
			quantity: outside("quantity", formatLimit(Number(level.toPrecision(3)), row.unit))
		},
		axis: {
			low: number(low),
			high: number(high),
			unit: unitWords(symbol)
		}
	};
}
/**
* The first by the order in which a report tells of them; among those that are listed by name, the one that
* got worse the most.
*/
function worstWithHistory(a) {
	const sections = sectionsOf(a);
	for (const section of SECTIONS) {
		const known = sections[section].filter(({ history, head }) => history.length > 0 && head.value !== null);
		const gravest = [...known].sort((one, other) => rankOf(other) - rankOf(one) || 0);
		const worst = section === "unchanged" ? gravest[0] : known[0];
		if (worst !== void 0) return worst;
	}
	return null;
}
/** The value at which head fails: the limit that it broke, else the relative one, else an absolute one. */
function failLevel({ budget, base, better, verdict }, { baseline }) {
	const absolute = budget?.max?.fail ?? budget?.min?.fail ?? null;
	const change = budget?.maxRegression?.fail ?? null;
	const relative = change === null || base.value === null || runIn(baseline) !== null ? null : base.value * (better === "lower" ? 1 + change : 1 - change);
	return verdict === "over-budget" ? absolute ?? relative : relative ?? absolute;
}
/**
* Writes values as decimal numbers of one unit, with four digits of the largest; null where that cannot be
* done.
*/
function axisOf(values, unit) {
	const greatest = Math.max(...values);
	const least = Math.min(...values);
	const { factor, symbol } = scaleOf(greatest, unit);
	if (!(greatest > 0) || least < 0 || greatest / factor >= MAX_NUMBER) return null;
	const span = Math.max(greatest - least, MIN_SPAN * greatest);
	const middle = (greatest + least) / 2;
	const reach = span * .65;
	const decimals = Math.min(9, Math.max(0, 3 - Math.floor(Math.log10(greatest / factor))));
	const number = (value) => (value / factor).toFixed(decimals);
	const low = Math.max(0, middle - reach);
	const high = middle + reach;
	return number(low) === number(high) ? null : {
		symbol,
		low,
		high,
		number
	};
}
function unitWords(symbol) {
	if (symbol === "") return [];
	return words` in ${symbol === "%" ? "percent" : outside("quantity", symbol)}`;
}

// src/report/markdown/mermaid.ts
/** Mermaid's own first colour is next to white. These are seen on white and on black. */
const COLOURS = [
	"---",
	"config:",
	"  themeVariables:",
	"    xyChart:",
	"      plotColorPalette: \"#0969da, #cf222e\"",
	"---"
];
/** A Mermaid chart of the worst row that earlier runs know; null where there is none that can be drawn. */
function chartOf(a) {
	const chart = chartFor(a);
	if (chart === null) return null;
	const { name, metric, runs, words, labels, values, level, axis } = chart;
	return [
		`**History of ${forMarkdown(name)}** (${forMarkdown(metric)}): ${runs} of the default branch, ${words}.${level === null ? "" : ` The level line is where ${level.where}, ${forMarkdown(level.quantity)}.`} Earlier runs were other jobs, on whatever machines they had.`,
		"",
		"```mermaid",
		...COLOURS,
		"xychart-beta",
		`  title "${forMermaid(name)}"`,
		`  x-axis "${runs}, ${words}" [${labels.map((label) => `"${label}"`).join(", ")}]`,
		`  y-axis "${forMermaid(metric)}${forMermaid(axis.unit)}" ${axis.low} --> ${axis.high}`,
		`  line "measured" [${values.join(", ")}]`,
		...level === null ? [] : [`  line "fail level" [${values.map(() => level.number).join(", ")}]`],
		"```"
	].join("\n");
}

// src/report/markdown/opening.ts
/** Budget changes that a comment lists; the rest are counted. */
const LISTED_CHANGES = 3;
/** The line by which a comment is found again; nothing without a key. */
const markerLine = (key) => key === null ? "" : `${markerOf(key)}\n`;
/** What no limit cuts: the headline, what it is about, and what the comparison does not promise. */
function openingOf(view, links) {
	const { icon, text } = view.headline;
	const facts = [
		forMarkdown(revisions(view), links),
		paragraphs([view.benchmarks, view.comparisons], ", "),
		...view.counts,
		linkTo("diff", links?.compare),
		linkTo("dashboard", links?.dashboard?.page),
		linkTo("summary", links?.summary)
	];
	return paragraphs([
		`### ${icon} ${text}${nextStep(view)}\n${paragraphs(facts, " · ")}`,
		paragraphs([view.statement, view.lenience], " "),
		storedBaselineWords(view, links),
		budgetWords(view),
		view.detectable
	]);
}
function nextStep({ headline, failing, acceptances }) {
	if (headline.kind !== "over-budget") return "";
	const [them, changes] = failing === 1 ? ["it", "change"] : ["them", "changes"];
	return ` · fix ${them}, or ${acceptances.length > 0 ? `accept the ${changes} below` : "change the limit"}`;
}
function revisions({ command, head, base, isAlone, isOfResults, storedBaseline }) {
	const change = revisionWords(head, "Commit");
	if (isAlone && isOfResults) return words`${change} alone`;
	if (isAlone) return words`${change}, without a ${command === "record" ? "parent" : "base"}`;
	if (storedBaseline !== null) return words`${change} against the ${storedBaseline.called} of ${storedBaseline.commit}`;
	return words`${change} against ${revisionWords(base, "commit")}`;
}
/** A revision; it begins with a capital where `noun` does. */
function revisionWords({ commit, label, isGenerated, dirty }, noun) {
	const cased = (text) => /^[A-Z]/.test(noun) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
	const ours = label === null ? dirty ? cased("working tree") : noun : isGenerated ? cased(label.text) : null;
	const name = words`${ours ?? label}`;
	if (commit === null) return name;
	if (dirty) return words`${name} on ${commit}`;
	return ours === null ? words`${name} (${commit})` : words`${name} ${commit}`;
}
function storedBaselineWords({ storedBaseline, base, baseName, isOfResults }, links) {
	if (storedBaseline === null) return "";
	const { called, commit, day, cpu, reason } = storedBaseline;
	const machine = forMarkdown(cpu);
	const from = day === null ? "" : ` from ${day}`;
	if (isOfResults) return `The ${called} is of another job${from && `,${from}`}, on ${machine}: not a controlled comparison, so changes only warn.`;
	return `⚠️ **${baseName} could not be measured**${base.commit === null ? "" : ` (${forMarkdown(revisionWords(base, "commit"), links)})`}${reason === null ? "." : `: ${sentence(forMarkdown(reason))}`} Compared instead with the ${called} of ${forMarkdown(commit, links)}${from} on ${machine}: another job, not a controlled comparison, so changes only warn.`;
}
function budgetWords({ budgetChanges }) {
	if (budgetChanges === null) return "";
	const { loosens, text, listed } = budgetChanges;
	return `${loosens ? `⚠️ **${text}.**` : `${text}.`} The rows below are judged by base's budgets; the change counts after the merge.\n${listOf(listed, LISTED_CHANGES)}`;
}

// src/report/markdown/markdown.ts
const COMMENT_BYTES = 6e4;
const SUMMARY_BYTES = 921600;
/** Rows that are explained in a comment, and that stay in its table when bytes run out. */
const EXPLAINED_ROWS = 50;
/** Budget changes that are listed in full. */
const MAX_CHANGES = 200;
/** What is left out in addition at each step, until the text fits. */
const STEPS = [
	[],
	["links"],
	["unchanged"],
	["added", "removed"],
	["inconclusive"],
	["slower"],
	["faster"],
	[EXPLAINED_ROWS],
	["history"],
	["explanation"],
	["standing"],
	[20],
	[5],
	[0]
];
/** The report as GitHub Markdown; what does not fit is left out by a fixed order, and the text says so. */
function renderMarkdown(a, options = {}) {
	const { limitBytes = options.complete === true ? SUMMARY_BYTES : COMMENT_BYTES } = options;
	const draft = draftOf(a, options);
	for (const step of STEPS.keys()) {
		const text = compose(draft, STEPS.slice(0, step + 1).flat());
		if (Buffer.byteLength(text) <= limitBytes) return text;
	}
	return `${draft.top}\n`;
}
/** The job summary: the whole report within 900 KiB, with a chart. */
const renderSummary = (a, { configFile = null, links = null } = {}) => renderMarkdown(a, {
	complete: true,
	configFile,
	key: null,
	links: links && {
		...links,
		summary: null
	}
});
function draftOf(a, options) {
	const { complete = false, key = "default", configFile = null, links = null } = options;
	const view = viewOf(a);
	const rows = rowsOf(view, seenFirst(a.command));
	const maxRows = complete ? Infinity : EXPLAINED_ROWS;
	const { icon, benchmark, metric, values, change, budget } = view.columns;
	const columns = [
		icon,
		benchmark,
		metric,
		values,
		change,
		...a.command === "compare" ? [] : [budget]
	];
	const bars = barsOf(view, rows);
	const { ofTheJob, known } = view.howMeasured;
	const how = view.statement === null ? listOf([...ofTheJob, ...known], Infinity, links) : paragraphs([reportedPart(ofTheJob), `**Known to this repository**\n${listOf(known, Infinity, links)}`]);
	return {
		top: `${markerLine(key)}${openingOf(view, links)}`,
		rows,
		/** The main table. */
		lines: tableLines([...columns, ...bars], rows, links),
		hasBars: bars.length > 0,
		hasCharts: links?.dashboard != null,
		/** The table without the bars of earlier runs and links to charts. */
		plainLines: (most) => tableLines(columns, rows.slice(0, most)),
		explanation: explanationOf(view, rows, {
			maxRows,
			configFile
		}),
		standing: standingPart(view, {
			complete,
			links
		}),
		picture: complete ? chartOf(a) : null,
		folds: foldsOf(view, links),
		plainFolds: () => foldsOf(view, null),
		tail: [complete ? budgetFold(view) : "", foldedText("How this was measured", how)],
		/** Where a reader finds what was left out. */
		elsewhere: `The ${linkTo("job summary", links?.summary) ?? "JSON report"} has everything.`
	};
}
/** Remarks on what the branch lost before, and benchmarks that one of them names. */
const STANDING = {
	comment: {
		remarks: 5,
		named: 3
	},
	complete: {
		remarks: 100,
		named: 20
	}
};
function standingPart({ standing }, { complete, links }) {
	if (standing === null) return "";
	const { remarks, named } = STANDING[complete ? "complete" : "comment"];
	return `**${forMarkdown(standing.title)}**\n${listOf(standing.remarks(named), remarks, links)}`;
}
function compose(draft, without) {
	const { rows, hasCharts, explanation } = draft;
	const shown = Math.min(rows.length, ...without.filter((part) => typeof part === "number"));
	const isPlain = (draft.hasBars || hasCharts) && without.includes("history");
	const isUnlinked = hasCharts && without.includes("links");
	const folds = isUnlinked ? draft.plainFolds() : draft.folds;
	const isExplained = !without.includes("explanation");
	const standing = without.includes("standing") ? "" : draft.standing;
	const dropped = [
		...shown < rows.length ? [`${plural(rows.length - shown, "row")} of the table`] : [],
		...folds.filter(({ section }) => without.includes(section)).map(({ title }) => title),
		...isUnlinked ? [isPlain ? "links to charts" : "some links to charts"] : [],
		...isPlain && draft.hasBars ? ["the history of each row"] : [],
		...isExplained || explanation === "" ? [] : ["the explanations"],
		...standing === draft.standing ? [] : ["regressions of earlier commits"]
	];
	const kept = folds.filter(({ section }) => !without.includes(section));
	return `${paragraphs([
		draft.top,
		shown === 0 ? "" : (isPlain ? draft.plainLines(shown) : draft.lines.slice(0, 2 + shown)).join("\n"),
		isExplained ? explanation : "",
		standing,
		draft.picture,
		dropped.length === 0 ? "" : `_Left out to keep this short: ${dropped.join(", ")}._ ${draft.elsewhere}`,
		paragraphs([...kept.map(({ title, body }) => foldedText(title, body)), ...draft.tail], "\n")
	])}\n`;
}
/** The column of bars, where there is anything to draw. */
const barsOf = ({ columns }, rows) => rows.some(({ history }) => history.length > 0) ? [columns.history] : [];
const FOLDED = [
	"faster",
	"slower",
	"inconclusive",
	"unchanged",
	"added",
	"removed"
];
const foldsOf = (view, links) => FOLDED.filter((of) => view.sections[of].size > 0 && !seenFirst(view.command).includes(of)).map((of) => foldOf(of, view, links));
function foldOf(section, view, links) {
	const c = view.columns;
	const title = view.sections[section].count;
	const rows = view.sections[section].rows();
	const table = [
		c.benchmark,
		c.metric,
		c.values,
		c.change
	];
	const body = (columns) => tableLines(columns, rows, links).join("\n");
	switch (section) {
		case "inconclusive": {
			const known = [
				c.noise,
				c.visible,
				c.need
			].filter(({ cell }) => rows.some((row) => cell(row).text !== null));
			const noted = rows.filter(({ notes }) => notes.length > 0).slice(0, EXPLAINED_ROWS);
			return {
				section,
				title: known.includes(c.need) ? `${title}, with what each needs` : title,
				body: paragraphs([
					body([...table, ...known]),
					itemsOf(noted, 5, "elsewhere").join("\n"),
					reportedPart(reportedOf(rows.slice(0, EXPLAINED_ROWS)))
				])
			};
		}
		case "unchanged": {
			const values = {
				...c.values,
				cell: (row) => ({ text: row.values() })
			};
			return {
				section,
				title,
				body: body([
					c.benchmark,
					c.metric,
					values,
					c.change,
					c.noise
				])
			};
		}
		case "added":
		case "removed": return {
			section,
			title,
			body: rows.map(nameLine).join("\n")
		};
		default: return {
			section,
			title,
			body: body([...table, ...barsOf(view, rows)])
		};
	}
}
function nameLine({ name, metric, head, valueOf }) {
	const value = valueOf(head);
	return `- ${forMarkdown(words`${name} ${metric}${value === null ? "" : words`, ${value}`}`)}`;
}
const budgetFold = ({ budgetChanges }) => budgetChanges === null ? "" : foldedText(plural(budgetChanges.all.length, "budget change"), listOf(budgetChanges.all, MAX_CHANGES));

// src/report/checks/check-output.ts
/** GitHub takes 65,535 characters. */
const LIMIT_BYTES = 65e3;
/** What a check run says: neutral, which holds nothing up, where there are only warnings or noise. */
function checkOutput(a, { configFile = null, links = null } = {}) {
	const { kind, text } = headline(a, sectionsOf(a));
	const failed = a.outcome === "fail" || kind === "over-budget" || kind === "did-not-run";
	const open = a.outcome === "warn" || kind === "warnings" || kind === "noisy";
	return {
		title: text,
		summary: renderMarkdown(a, {
			limitBytes: LIMIT_BYTES,
			configFile,
			key: null,
			links
		}),
		conclusion: failed ? "failure" : open ? "neutral" : "success"
	};
}

// src/report/comment-policy.ts
/** What a pull request does every day, and nobody needs to read. */
const ORDINARY = /* @__PURE__ */ new Set([
	"unchanged",
	"new",
	"removed"
]);
const OPEN = /* @__PURE__ */ new Set(["inconclusive", "insufficient"]);
/**
* Whether a comment is to be written: `never` none; otherwise one that is there is always brought up to date,
* and a new one is created when the policy finds something to say. That nothing was measured is something to
* say.
*/
function shouldComment(a, policy, previous = "absent") {
	if (policy === "never") return false;
	if (policy === "always" || previous === "present" || a.rows.length === 0) return true;
	if (policy === "on-failure") return a.outcome === "fail";
	return runIn(a.baseline) !== null && a.measuredBy.kind === "benchgate" || a.budgetChanges.length > 0 || a.rows.some(({ verdict, severity }) => severity !== "pass" || !(ORDINARY.has(verdict) || a.measuredBy.kind === "tools" && OPEN.has(verdict)));
}

// src/report/markdown/did-not-run.ts
const MAX_LINES = 40;
/** What a gate that could not judge is called. */
const failureTitle = (hasRun) => hasRun ? "The measurements do not count" : "The benchmarks did not run";
/**
* What comment, summary and check say of a gate that could not judge: what went wrong and what to do, as a
* UserError says it. An earlier verdict must not stay in its place.
*/
function renderFailure({ message, remedy }, { hasRun = false, key = "default", sha = null, links = null, reported = false } = {}) {
	const [first = "", ...rest] = message.split("\n").filter((line) => line.trim() !== "");
	const shown = linesForMarkdown(rest.slice(0, MAX_LINES));
	if (rest.length > MAX_LINES) shown.push("…");
	const facts = [
		sha === null ? null : forMarkdown(words`Commit ${outside("commit", sha)}`, links),
		`nothing was judged, and what does not ${hasRun ? "count" : "run"} does not pass`,
		linkTo("summary", links?.summary)
	];
	const prose = (text) => sentence(forMarkdown(outside("sentence", text)));
	return `${paragraphs([
		`${markerLine(key)}### 💥 ${failureTitle(hasRun)}\n${paragraphs(facts, " · ")}`,
		`**What happened**: ${prose(first)}`,
		paragraphs([reported && shown.length > 0 ? `**${REPORTED}**` : "", shown.join("<br>\n")], "\n"),
		remedy.trim() === "" ? "" : `**What to do**: ${prose(remedy.replace(/\s+/g, " "))}`
	])}\n`;
}

// src/report/text/for-xml.ts
const REFERENCES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&apos;"
};
/**
* Words as text or in an attribute of XML, which has no way to write most control characters: these are
* spelled out.
*/
const forXml = (text) => written$1(text, ({ kind, text: of }) => spelledOut(kind === "commit" ? shortSha(of) : of)).replace(/[&<>"']/g, (c) => REFERENCES[c]);

// src/report/exports/junit.ts
/**
* The assessment as JUnit XML, in the form that Jenkins and Surefire describe: suites are suites, and each
* benchmark and metric is a case. It failed where the gate does, with an error where it did not run; it was
* skipped where nothing was judged. What only warns has passed, and says so in its output.
*/
function renderJunit(a, { configFile = null } = {}) {
	const names = namesOf(a.rows.map(keyOfRow));
	const file = configFile ?? ".github/benchgate.yml";
	const suites = [...Map.groupBy(a.rows, ({ suite }) => suite)];
	return [
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		opening("testsuites", {
			name: `benchgate ${a.command}`,
			...counted(a.rows),
			time: a.summary.seconds.toFixed(3)
		}),
		...suites.flatMap(([suite, rows]) => [
			`  ${opening("testsuite", {
				name: outside("place", suite),
				...counted(rows),
				skipped: `${count(rows, "skipped")}`
			})}`,
			...propertiesOf(a).map((line) => `    ${line}`),
			...rows.flatMap((row) => caseOf(row, a, names, file)).map((line) => `    ${line}`),
			"  </testsuite>"
		]),
		"</testsuites>",
		""
	].join("\n");
}
function resultOf(row) {
	if (row.severity === "fail") return isStopped(row) ? "error" : "failure";
	return isStopped(row) || isUndecided(row) || row.verdict === "new" || row.verdict === "removed" ? "skipped" : null;
}
const count = (rows, result) => rows.filter((row) => resultOf(row) === result).length;
const counted = (rows) => ({
	tests: `${rows.length}`,
	failures: `${count(rows, "failure")}`,
	errors: `${count(rows, "error")}`
});
function propertiesOf({ base, head, environment, seed, statedBy }) {
	return [
		"<properties>",
		...[
			["base", base.sha && outside("ref", base.sha)],
			["head", head.sha && outside("ref", head.sha)],
			["cpu", outside("label", environment.cpu)],
			["os", outside("label", environment.os)],
			["node", outside("label", environment.node)],
			["seed", outside("ref", seed)],
			["statement", statedBy === void 0 ? null : STATEMENT]
		].flatMap(([name, value]) => value === null ? [] : [`  ${element("property", {
			name,
			value
		})}`]),
		"</properties>"
	];
}
function caseOf(row, a, names, file) {
	const result = resultOf(row);
	const view = rowView(row, sectionOfVerdict(row.verdict), a, names);
	const { title: found, message } = rowText(view, a.statedBy === void 0 ? null : STATEMENT, file);
	const title = row.verdict === "new" || row.verdict === "removed" ? row.verdict : found;
	const said = row.severity === "warn" ? `Only warns: ${title}\n${message}` : message;
	const isFinding = row.severity !== "pass" && view.location !== null && a.statedBy === void 0;
	const text = forXml(isFinding ? `${said}\nThe benchmark is at ${forAnnotation(view.location)}.` : said);
	return [
		opening("testcase", {
			classname: outside("place", row.suite),
			name: [
				outside("name", nameText(row.benchmark, row.occurrence)),
				" · ",
				outside("metric", row.metric)
			]
		}),
		...result === null ? [`  <system-out>${text}</system-out>`] : [`  ${opening(result, {
			type: row.verdict,
			message: title
		})}${text}</${result}>`],
		"</testcase>"
	];
}
const written = (attributes) => Object.entries(attributes).map(([name, value]) => ` ${name}="${forXml(value)}"`).join("");
const opening = (name, attributes) => `<${name}${written(attributes)}>`;
const element = (name, attributes) => `<${name}${written(attributes)}/>`;

// src/report/text/for-openmetrics.ts
/** The value of a label, in its quotes; Prometheus and OpenMetrics read it alike. */
const forOpenMetrics = ({ text }) => `"${spelledOut(text).replace(/["\\]/g, String.raw`\$&`)}"`;

// src/report/exports/families.ts
const family = (name, help, samples, unit = null) => ({
	name: `benchgate_${name}`,
	help,
	unit,
	samples
});
/** The text of some families. Of one without a sample nothing is written, nor a value that is no number. */
const openMetricsText = (families) => [
	...families.map((one) => ({
		...one,
		samples: one.samples.filter(({ value }) => Number.isFinite(value))
	})).filter(({ samples }) => samples.length > 0).flatMap(linesOf),
	"# EOF",
	""
].join("\n");
const linesOf = ({ name, help, unit, samples }) => [
	`# TYPE ${name} gauge`,
	...unit === null ? [] : [`# UNIT ${name} ${unit}`],
	`# HELP ${name} ${help}`,
	...samples.map(({ labels, value }) => `${name}${labelsText(labels)} ${plainNumber(value)}`)
];
function labelsText(labels) {
	const written = Object.entries(labels).map(([name, value]) => {
		const of = typeof value === "string" ? outside("label", value) : value;
		return of.text === "" ? null : `${name}=${forOpenMetrics(of)}`;
	}).filter((text) => text !== null);
	return written.length === 0 ? "" : `{${written.join(",")}}`;
}
/** The labels of one metric of a benchmark. */
const labelsOfBenchmark = ({ suite, name, occurrence }, metric) => ({
	suite: outside("place", suite),
	benchmark: outside("name", nameText(name, occurrence)),
	metric: outside("metric", metric)
});
/**
* Values in base units, a family for each of these. What has no base unit, such as a count or a unit of a
* tool's own, is one family more, with the unit as a label.
*/
function quantities(values) {
	return [...Map.groupBy(values, ({ unit }) => unitOf(unit).base?.called ?? null)].map(([called, alike]) => {
		const base = unitOf(alike[0].unit).base;
		const samples = alike.map(({ labels, unit, value }) => base === null ? {
			labels: {
				...labels,
				unit: outside("quantity", unit)
			},
			value
		} : {
			labels,
			value: value / base.factor
		});
		return called === null || base === null ? family("benchmark_value", "Measured value of a metric, in the unit of its label.", samples) : family(`benchmark_${called}`, `Measured value of a metric, in ${base.unit.replaceAll("_", " ")}.`, samples, base.unit);
	});
}
/** Changes as three families: new / old - 1, and the ends of their intervals. */
function changes$1(all) {
	const ends = all.flatMap(({ labels, interval }) => interval === null ? [] : [{
		labels,
		...interval
	}]);
	return [
		family("benchmark_change_ratio", "Change against the base or parent commit: new / old - 1.", all.map(({ labels, effect: value }) => ({
			labels,
			value
		})), "ratio"),
		family("benchmark_change_lower_ratio", "Lower end of the interval of the change.", ends.map(({ labels, low: value }) => ({
			labels,
			value
		})), "ratio"),
		family("benchmark_change_upper_ratio", "Upper end of the interval of the change.", ends.map(({ labels, high: value }) => ({
			labels,
			value
		})), "ratio")
	];
}

// src/report/exports/openmetrics.ts
const OUTCOMES = [
	"pass",
	"warn",
	"fail"
];
/** The assessment as OpenMetrics text, with head's values. */
function renderOpenMetrics(a) {
	const { base, head, rows, outcome, summary } = a;
	const known = rows.map((row) => ({
		...row,
		labels: labelsOfBenchmark(keyOfRow(row), row.metric)
	}));
	return openMetricsText([
		family("report_info", "What was compared.", [{
			labels: {
				command: a.command,
				base: outside("ref", base.sha ?? ""),
				head: outside("ref", head.sha ?? ""),
				cpu: outside("label", a.environment.cpu)
			},
			value: 1
		}]),
		family("outcome", "1 for the outcome that the report has.", OUTCOMES.map((one) => ({
			labels: { outcome: one },
			value: Number(one === outcome)
		}))),
		family("comparisons", "Benchmarks and metrics by what their budget makes of them.", OUTCOMES.map((severity) => ({
			labels: { severity },
			value: rows.filter((row) => row.severity === severity).length
		}))),
		family("run_duration_seconds", "Wall time that measuring took.", [{
			labels: {},
			value: summary.seconds
		}], "seconds"),
		...quantities(known.flatMap(({ labels, unit, head: { value } }) => value === null ? [] : [{
			labels,
			unit,
			value
		}])),
		...changes$1(known.flatMap(({ labels, effect, interval }) => effect === null ? [] : [{
			labels,
			effect,
			interval
		}])),
		family("benchmark_verdict_info", "What was found, and what its budget makes of it.", known.map(verdictOf$1))
	]);
}
const verdictOf$1 = ({ labels, verdict, severity }) => ({
	labels: {
		...labels,
		verdict,
		severity
	},
	value: 1
});

// src/report/json.ts
/** Any value as JSON that may be printed to a terminal or a log. */
const jsonText = (content) => `${visibleJson(JSON.stringify(content, null, 2))}\n`;
/**
* The assessment as `report.json` holds it, its findings in words. Going through the schema puts the keys
* into its order, whatever order they were made in, and refuses NaN and Infinity, which JSON would turn into
* null.
*/
function reportOf({ rows, warnings, measuredBy, baseline, ...a }) {
	const { kind: _, ...run } = runIn(baseline) ?? { kind: null };
	return reportSchema.parse({
		...a,
		rows: rows.map((row) => ({
			...row,
			notes: row.notes.map(sentenceOf)
		})),
		warnings: sentencesOf(warnings),
		results: measuredBy.kind === "benchgate" ? null : {
			tools: measuredBy.tools,
			base: baseline.kind === "files" ? baseline.files : [],
			head: measuredBy.files
		},
		standIn: runIn(baseline) && run
	});
}
const renderJson = (a) => jsonText(reportOf(a));

// src/action/publish.ts
/** Publishes an assessment, sets the outputs, and fails the step last where that is to be. */
async function publish(job, assessment, to) {
	const { conclude } = await publishSurfaces(job, assessment, to);
	await conclude();
}
/** Publishes an assessment on all surfaces. Where one of them fails, the others are written all the same. */
async function publishSurfaces(job, assessment, to) {
	const { inputs } = job;
	const options = {
		configFile: to.config.file,
		key: inputs.key,
		links: linksOf(job, to.config)
	};
	const body = renderMarkdown(assessment, options);
	const policy = inputs.comment ?? to.config.report.comment;
	const output = checkOutput(assessment, options);
	const commented = await comment(job, to, policy, {
		body,
		conclusion: output.conclusion,
		mayCreate: shouldComment(assessment, policy)
	});
	const annotations = annotationsOf(assessment, {
		prefix: job.prefix,
		configFile: to.config.file
	});
	const checked = await check(job, to, output, annotations);
	annotate({
		error: error$1,
		warning
	}, annotations);
	const shared = sharedKey(job, [
		...commented.sharing,
		...checked,
		...to.sharing ?? []
	]);
	await summary(job, renderSummary({
		...assessment,
		warnings: [...assessment.warnings, ...shared]
	}, options));
	const headline = headlineText(assessment);
	printOutside(info, headline);
	return {
		outcome: assessment.outcome,
		conclude: () => concludeWith(job, assessment, to, {
			body,
			headline,
			url: commented.url
		})
	};
}
async function concludeWith({ inputs, context, temporary, runtime, runnerFiles }, assessment, to, { body, headline, url }) {
	const otherwise = pointElsewhere(runtime.host.temporaryVariables);
	const files = {};
	for (const [output, name, render] of [
		[
			"report-markdown",
			"report.md",
			() => body
		],
		[
			"report-json",
			"report.json",
			() => renderJson(assessment)
		],
		[
			"report-junit",
			"report.xml",
			() => renderJunit(assessment, { configFile: to.config.file })
		],
		[
			"report-openmetrics",
			"report.prom",
			() => renderOpenMetrics(assessment)
		]
	]) {
		files[output] = join(temporary, name);
		await orWarning(name, () => writeOwnFile(files[output], render(), otherwise));
	}
	await setOutputs(runnerFiles, {
		outcome: assessment.outcome,
		regressions: changes(assessment.rows, ["regression", "over-budget"]),
		improvements: changes(assessment.rows, ["improvement"]),
		summary: headline,
		...files,
		"comment-url": url,
		"base-sha": assessment.base.sha,
		dashboard: to.dashboard,
		"run-file": to.runFile
	});
	if ({
		fail: ["fail"],
		warn: ["fail", "warn"],
		never: []
	}[inputs.failOn].includes(assessment.outcome) && !to.neverFails) setFailed(`${headline}. Report: ${context.runUrl}`);
}
/**
* Publishes that nothing could be judged, so that no earlier verdict stays in its place, and sets the
* outputs. The caller fails the step.
*/
async function publishFailure(job, error, to) {
	const { conclude } = await publishFailureSurfaces(job, error, to);
	await conclude();
}
/** Publishes that nothing could be judged on all surfaces. */
async function publishFailureSurfaces(job, error, to) {
	const { inputs } = job;
	const links = linksOf(job, to.config);
	const policy = inputs.comment ?? to.config.report.comment;
	const what = describeError(error);
	const hasRun = error instanceof UserError && error.code === "checkouts";
	const title = failureTitle(hasRun);
	const options = {
		hasRun,
		sha: to.headSha,
		links,
		reported: error instanceof StatedError
	};
	const body = renderFailure(what, {
		...options,
		key: inputs.key
	});
	const plain = renderFailure(what, {
		...options,
		key: null
	});
	const conclusion = "failure";
	const commented = await comment(job, to, policy, {
		body,
		conclusion,
		mayCreate: to.mayCreate ?? true
	});
	const output = {
		title,
		summary: plain,
		conclusion
	};
	sharedKey(job, [...commented.sharing, ...await check(job, to, output, [])]);
	await summary(job, plain);
	const outputs = {
		outcome: "fail",
		regressions: [],
		improvements: [],
		summary: `${title}: ${firstLine(what.message)}`,
		"comment-url": commented.url,
		"run-file": to.runFile
	};
	return {
		outcome: "fail",
		conclude: () => setOutputs(job.runnerFiles, outputs)
	};
}
/** The rows of some verdicts, as later steps of a workflow want them. */
function changes(rows, verdicts) {
	return rows.filter(({ verdict }) => verdicts.includes(verdict)).sort((a, b) => Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0)).map(({ id, benchmark, suite, metric, verdict, severity, effect, interval, unit, base, head }) => ({
		id,
		benchmark,
		suite,
		metric,
		verdict,
		severity,
		effect,
		interval,
		unit,
		base: base.value,
		head: head.value
	}));
}
function linksOf({ context, inputs }, { report: { dashboardUrl } }) {
	const repository = `${context.serverUrl}/${context.repository.fullName}`;
	return {
		summary: context.runUrl,
		commit: (sha) => `${repository}/commit/${sha}`,
		compare: null,
		dashboard: dashboardUrl === null ? null : dashboardLinks(dashboardUrl.replaceAll("{key}", inputs.key))
	};
}
const dashboardLinks = (page) => ({
	page,
	chart: (benchmark, metric) => `${page}${chartHash(benchmark, metric)}`
});
/** This job's verdict, as its comment and its check run carry it. */
function verdictOf({ context, inputs }, conclusion) {
	const { runId, runAttempt } = context;
	return {
		leg: legOf({
			...context,
			matrix: inputs.matrix
		}),
		conclusion,
		runId,
		runAttempt
	};
}
/** Warns that other legs of this workflow run published under the same key. */
function sharedKey({ inputs }, legs) {
	if (legs.length === 0) return [];
	const line = keyLine(inputs);
	const finding = {
		code: "key-shared",
		key: inputs.key,
		jobs: [...new Set(legs.map(legName))],
		line
	};
	warning(sentenceOf(finding), { title: "One key for several jobs" });
	return [finding];
}
async function comment(job, { pull, headSha }, policy, text) {
	const { context, inputs } = job;
	const nothing = {
		url: null,
		sharing: []
	};
	if (pull === null || inputs.githubToken === null) return nothing;
	const { body, conclusion, mayCreate } = text;
	const result = await publishComment(job.client(), {
		pull,
		key: inputs.key,
		own: {
			...verdictOf(job, conclusion),
			commit: headSha,
			body
		},
		line: keyLine(inputs),
		mayCreate: mayCreate && policy !== "never",
		whySuperseded: () => whySuperseded(job),
		onNotice: (notice) => info(forLog(notice))
	});
	if ("url" in result || result.status === "not-needed") return {
		...nothing,
		...result
	};
	if (result.status === "superseded") notice(`The comment was left as it is: ${result.reason}`);
	else if (result.status === "forbidden" && policy === "never") debug(`no comment: ${result.reason}`);
	else if (result.status === "forbidden" && (context.pull?.isFork || context.isDependabot)) info("This token may not comment: the workflow on workflow_run publishes the report (docs/forks.md).");
	else warning(`The comment was not published. ${result.reason} ${result.remedy} The report is in the job summary.`);
	return nothing;
}
/** Why the pull request's comment is another run's to write; null: it is this one's. */
async function whySuperseded({ client, context: { pull, sourceRun } }) {
	const judged = pull === null ? sourceRun : {
		...pull,
		headBranch: pull.headRef
	};
	if (judged === null) return null;
	try {
		const search = await findPull(client(), judged);
		return search.status === "none" ? search.reason : null;
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return null;
	}
}
function subjectOf({ context }, { pull, recorded = false }) {
	if (pull !== null) return `pull-${pull}`;
	if (recorded) return "record";
	return context.mergeGroup === null ? "branch" : "merge-group";
}
/** Publishes the check run; the legs of the same workflow run that judged the same under the same key. */
async function check(job, to, output, annotations) {
	const { context, inputs } = job;
	if (inputs.githubToken === null) return [];
	const result = await publishCheckRun(job.client(), {
		key: inputs.key,
		subject: subjectOf(job, to),
		headSha: to.headSha,
		detailsUrl: context.runUrl,
		annotations,
		...output,
		...verdictOf(job, output.conclusion)
	});
	if (result.status === "created") return result.sharing;
	if (result.status === "forbidden") debug(`no check run: ${result.reason}`);
	else warning(`The check run was not published. ${result.reason} ${result.remedy}`);
	return [];
}
async function summary({ runnerFiles }, markdown) {
	await orWarning("The job summary", async () => {
		if (await appendSummary(runnerFiles, markdown) === "full") warning("The job summary has no room left for the report.");
	});
}
/** Writes a file beside the verdict, which a full disk must not turn into "did not run". */
async function orWarning(what, write) {
	try {
		await write();
	} catch (error) {
		warning(`${what} was not written: ${error.message}`);
	}
}

// src/stats/near-costs.ts
/**
* The approximate cost of the first (or last) n values about their median, for each n: the sum of
* min((x - median)^2 / sigma^2, outlier). Values that are NaN are skipped. The sums are not computed anew for
* each n, but updated, over the values close enough to the median not to be outliers. So they are off by
* rounding, by less than `nearCostError`.
*/
function nearCosts(values, { sigma, outlier, isReversed }) {
	const n = values.length;
	const costs = new Float64Array(n + 1);
	const sorted = n <= kept.length ? kept : new Float64Array(n);
	const reach = Math.sqrt(outlier) * sigma;
	const weight = 1 / sigma ** 2;
	let [size, low, high, sum, squares] = [
		0,
		0,
		0,
		0,
		0
	];
	let origin = NaN;
	for (let k = 0; k < n; k++) {
		costs[k + 1] = costs[k];
		const value = values[isReversed ? n - 1 - k : k];
		if (Number.isNaN(value)) continue;
		if (size === 0) origin = value;
		const one = value - origin;
		let place = size++;
		for (; place > 0 && sorted[place - 1] > one; place--) sorted[place] = sorted[place - 1];
		sorted[place] = one;
		if (place < low) {
			low++;
			high++;
		} else if (place <= high) {
			high++;
			sum += one;
			squares += one * one;
		}
		const middle = size >> 1;
		const median = size % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		for (; low < high && sorted[low] < median - reach; low++) {
			sum -= sorted[low];
			squares -= sorted[low] * sorted[low];
		}
		for (; low < high && sorted[high - 1] > median + reach; high--) {
			sum -= sorted[high - 1];
			squares -= sorted[high - 1] * sorted[high - 1];
		}
		for (; low > 0 && sorted[low - 1] >= median - reach; low--) {
			sum += sorted[low - 1];
			squares += sorted[low - 1] * sorted[low - 1];
		}
		for (; high < size && sorted[high] <= median + reach; high++) {
			sum += sorted[high];
			squares += sorted[high] * sorted[high];
		}
		const within = high - low;
		costs[k + 1] = (squares - 2 * median * sum + within * median * median) * weight + (size - within) * outlier;
	}
	return costs;
}
/** Room for stretches of the usual length. */
const kept = /* @__PURE__ */ new Float64Array(64);
/**
* Bounds a few hundred roundings of sums of squares. `range`: the largest difference of two values, in
* sigmas.
*/
const nearCostError = (range) => 1e-6 + 1e-10 * range ** 2;

// src/stats/noise.ts
/** Numbers up to which sorting by insertion, and selecting, are faster than a call of the engine's sort. */
const FEW$1 = 12;
const SOME = 2e3;
/** Median of numbers, which are left in another order; NaN of none. */
function medianInPlace(values) {
	const { length } = values;
	if (length === 0) return NaN;
	const middle = length >> 1;
	if (length > SOME) values.sort();
	else if (length <= FEW$1) insertionSort(values);
	else {
		select(values, middle);
		if (length % 2 === 1) return values[middle];
		let below = values[0];
		for (let i = 1; i < middle; i++) if (values[i] > below) below = values[i];
		return (below + values[middle]) / 2;
	}
	return length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
/** Median of the numbers that are not NaN; NaN of none. */
function medianOf(values) {
	const known = new Float64Array(values.length);
	let count = 0;
	for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) known[count++] = values[i];
	return medianInPlace(known.subarray(0, count));
}
/**
* Puts the number that sorting would put there at a place, and none that is larger before it.
*
* Source: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961), 321-322.
*/
function select(values, place) {
	let [low, high] = [0, values.length - 1];
	while (low < high) {
		const pivot = values[place];
		let [i, j] = [low, high];
		while (i <= j) {
			while (values[i] < pivot) i++;
			while (pivot < values[j]) j--;
			if (i > j) break;
			const value = values[i];
			values[i++] = values[j];
			values[j--] = value;
		}
		if (j < place) low = i;
		if (place < i) high = j;
	}
}
function insertionSort(values) {
	for (let i = 1; i < values.length; i++) {
		const value = values[i];
		let place = i;
		for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
		values[place] = value;
	}
}
/** Turns a median absolute deviation into a standard deviation, for normal noise. */
const MAD_TO_SIGMA = 1.4826;
/**
* Standard deviation of the noise of a series whose level moves seldom: 1.4826 MAD(differences of neighbours)
* / sqrt 2. Values that are NaN are skipped; NaN where fewer than two are left.
*
* Source: P. Fearnhead and G. Rigaill, "Changepoint Detection in the Presence of Outliers", JASA 114 (2019),
* 169-183.
*/
function noiseOfDifferences(values) {
	const differences = new Float64Array(values.length);
	let count = 0;
	let before = NaN;
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (Number.isNaN(value)) continue;
		if (!Number.isNaN(before)) differences[count++] = value - before;
		before = value;
	}
	const found = differences.subarray(0, count);
	const centre = medianInPlace(found);
	for (let i = 0; i < count; i++) found[i] = Math.abs(found[i] - centre);
	return noiseOfDeviation(medianInPlace(found));
}
/** The same from the median absolute deviation of the differences. */
const noiseOfDeviation = (deviation) => MAD_TO_SIGMA * deviation / Math.SQRT2;

// src/stats/change-point.ts
/** No value costs more, in squared standard deviations: what lies further away is an outlier. */
const OUTLIER = 9;
/** The most that a measured difference counts for a change: it is from many processes, but from one run. */
const LINK_OUTLIER = 25;
/** Fewest values on a level. */
const MINIMUM = 3;
/**
* The fewest values on a new level for a change that shows in values alone. Commits that are pushed
* together share a machine and its load: of the false changes that three values in a row show in recorded
* histories, two thirds are gone with the fifth, and no lasting one is lost by waiting for it.
*/
const CONFIRMING = 5;
/** Squared standard errors at which a measured difference alone is a change. */
const LINK_PENALTY = 9;
/** Standard errors of a 95 % interval. */
const Z95 = 1.959964;
/** Standard errors at which later differences take a measured one back. */
const TAKEN_BACK = 2.5;
/**
* The most likely change of level in a stretch; null: none is worth its penalty. Robust optimal partitioning
* into two levels: a level costs the sum of min((x - median)^2 / sigma^2, 9), a change costs 4 ln n. Called
* after each value since the last change, as `history/steps.ts` does, it partitions a series one change at a
* time.
*
* Where m series are watched, a change costs 2 ln m more: among a hundred benchmarks chance alone would
* change one every few commits otherwise.
*
* The place of a measured difference is known, so it needs no search: it is a change from 3 of its standard
* errors on, and where it excludes a change, the values cannot show one. Its cost is capped at 25.
*
* Sources: P. Fearnhead and G. Rigaill, JASA 114 (2019), 169-183 (biweight cost); R. Killick, P. Fearnhead
* and I. A. Eckley, "Optimal Detection of Changepoints With a Linear Computational Cost", JASA 107 (2012),
* 1590-1598 (penalised partitioning).
*/
function findChange(stretch) {
	const { values, links } = stretch;
	const n = values.length;
	if (n <= 3 || !mayChange(stretch)) return null;
	const before = levelsUpTo(values, stretch.sigma);
	const reversed = levelsUpTo(values.toReversed(), stretch.sigma);
	const penalty = 4 * Math.log(before.count[n]) + penaltyOf(stretch.series);
	const limit = linkLimit(stretch.series);
	const whole = before.cost[n];
	let best = null;
	let most = 0;
	for (let at = 1; at <= n - 3; at++) {
		const isClear = Math.abs(links[at]) >= limit * stretch.linkErrors[at];
		if (!isClear && !(whole - before.cost[at] - reversed.cost[n - at] > penalty)) continue;
		const sides = {
			whole,
			old: {
				level: before.level[at],
				cost: before.cost[at],
				count: before.count[at]
			},
			new: {
				level: reversed.level[n - at],
				cost: reversed.cost[n - at],
				count: reversed.count[n - at]
			}
		};
		const found = Number.isNaN(links[at]) ? unlinked(stretch, at, sides, penalty) : linked(stretch, at, sides, {
			penalty,
			limit,
			isClear
		});
		if (found === null || found.gain <= most) continue;
		most = found.gain;
		best = found.point;
	}
	if (best === null || !best.isLinked && reversed.count[n - best.at] < CONFIRMING) return null;
	return Math.abs(best.change) > 1.959964 * best.error ? best : null;
}
/**
* Whether a change may be worth its penalty, by approximate costs: at most commits none is by far, and exact
* costs take many times longer.
*/
function mayChange({ values, sigma, links, linkErrors, series }) {
	const n = values.length;
	const limit = linkLimit(series);
	let [count, least, most] = [
		0,
		Infinity,
		-Infinity
	];
	for (let i = 0; i < n; i++) {
		if (i > 0 && Math.abs(links[i]) >= limit * linkErrors[i]) return true;
		if (Number.isNaN(values[i])) continue;
		count++;
		least = Math.min(least, values[i]);
		most = Math.max(most, values[i]);
	}
	const first = nearCosts(values, {
		sigma,
		outlier: 9,
		isReversed: false
	});
	const last = nearCosts(values, {
		sigma,
		outlier: 9,
		isReversed: true
	});
	const slack = 3 * nearCostError((most - least) / sigma);
	const dearest = first[n] - 4 * Math.log(count) - penaltyOf(series) + slack;
	for (let at = 1; at <= n - 3; at++) if (first[at] + last[n - at] < dearest) return true;
	return false;
}
/** The additional cost of a change if so many series are watched. */
const penaltyOf = (series) => 2 * Math.log(series);
/** Standard errors at which a measured difference alone is a change. */
const linkLimit = (series) => Math.sqrt(LINK_PENALTY + penaltyOf(series));
/** For the first n values, for each n: their median, its cost, and how many of them are not NaN. */
function levelsUpTo(values, sigma) {
	const n = values.length;
	const [level, cost] = [new Float64Array(n + 1).fill(NaN), new Float64Array(n + 1)];
	const count = new Int32Array(n + 1);
	const sorted = new Float64Array(n);
	for (let k = 0; k < n; k++) {
		const value = values[k];
		let size = count[k];
		if (Number.isNaN(value)) {
			level[k + 1] = level[k];
			cost[k + 1] = cost[k];
			count[k + 1] = size;
			continue;
		}
		let place = size++;
		for (; place > 0 && sorted[place - 1] > value; place--) sorted[place] = sorted[place - 1];
		sorted[place] = value;
		count[k + 1] = size;
		const middle = size >> 1;
		level[k + 1] = size % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		cost[k + 1] = costOf(sorted, size, level[k + 1], sigma);
	}
	return {
		level,
		cost,
		count
	};
}
function costOf(values, size, level, sigma) {
	let sum = 0;
	for (let i = 0; i < size; i++) {
		const deviation = (values[i] - level) / sigma;
		sum += Math.min(deviation * deviation, 9);
	}
	return sum;
}
/** Variance of the difference of two medians. */
const varianceOf = ({ sigma }, sides) => Math.PI / 2 * sigma ** 2 / sides.old.count + Math.PI / 2 * sigma ** 2 / sides.new.count;
function unlinked(stretch, at, sides, penalty) {
	if (stretch.barred[at] === 1 || sides.old.count < 3 || sides.new.count < 3) return null;
	const gain = sides.whole - sides.old.cost - sides.new.cost - penalty;
	const { level } = sides.old;
	const change = sides.new.level - level;
	if (!isReached(stretch, at, level, sides.new.level)) return null;
	return {
		point: {
			at,
			level,
			change,
			error: Math.sqrt(varianceOf(stretch, sides)),
			isLinked: false
		},
		gain
	};
}
/** Whether enough values are on the new level, including the first: two outliers and one value are not. */
function isReached({ values }, at, before, after) {
	const isOn = (value) => Math.abs(value - after) < Math.abs(value - before);
	if (!isOn(values[at])) return false;
	let count = 0;
	for (let i = at; i < values.length && count < 3; i++) if (isOn(values[i])) count++;
	return count === 3;
}
function linked(stretch, at, sides, { penalty, limit, isClear }) {
	const [link, error] = [stretch.links[at], stretch.linkErrors[at]];
	const bySides = sides.new.level - sides.old.level;
	const hasSides = sides.old.count > 0 && sides.new.count > 0;
	if (!isClear && (stretch.barred[at] === 1 || !hasSides)) return null;
	if (isTakenBack(stretch, at)) return null;
	const variance = hasSides ? varianceOf(stretch, sides) : Infinity;
	const together = (link / error ** 2 + (hasSides ? bySides / variance : 0)) / (1 / error ** 2 + 1 / variance);
	const least = isClear ? limit ** 2 : penalty;
	const denied = Math.min((link / error) ** 2, LINK_OUTLIER);
	let best = null;
	for (const change of [together, link]) {
		const cost = hasSides ? shiftedCost(stretch, at, sides, change - bySides) : 0;
		const gain = (hasSides ? sides.whole - cost : 0) + denied - ((link - change) / error) ** 2;
		if (gain < least || gain <= (best?.gain ?? 0)) continue;
		const deviation = change === link && change !== together ? error : Math.sqrt(1 / (1 / error ** 2 + 1 / variance));
		best = {
			point: {
				at,
				level: sides.old.level,
				change,
				error: deviation,
				isLinked: true
			},
			gain
		};
	}
	return best && {
		...best,
		gain: best.gain - Math.min(least, penalty) + Number.EPSILON
	};
}
/** The cost of two levels whose difference is `more` larger than that of the medians. */
function shiftedCost({ values, sigma }, at, sides, more) {
	const share = sides.new.count / (sides.old.count + sides.new.count);
	const levels = [sides.old.level - more * share, sides.new.level + more * (1 - share)];
	let sum = 0;
	for (let i = 0; i < values.length; i++) {
		if (Number.isNaN(values[i])) continue;
		sum += Math.min(((values[i] - levels[i < at ? 0 : 1]) / sigma) ** 2, 9);
	}
	return sum;
}
/** Whether the two differences after a measured one, or those before it, go back to where it came from. */
function isTakenBack({ links, linkErrors }, at) {
	return [1, -1].some((direction) => {
		let [sum, variance] = [0, 0];
		for (let k = 1; k < 3; k++) {
			const i = at + k * direction;
			if (i < 1 || i >= links.length || Number.isNaN(links[i])) return false;
			sum += links[i];
			variance += linkErrors[i] ** 2;
			if (sum * links[at] < 0 && Math.abs(sum) >= Math.abs(links[at]) / 2 && Math.abs(sum) >= TAKEN_BACK * Math.sqrt(variance)) return true;
		}
		return false;
	});
}
/** Whether the newest values are away from the level of all. If not, no search for a change is needed. */
function isOffLevel(values, sigma, level) {
	let count = 0;
	for (let i = values.length - 1; i >= 0 && count < NEWEST; i--) if (!Number.isNaN(values[i])) newest[count++] = values[i];
	return Math.abs(medianInPlace(newest.subarray(0, count)) - level) > OFF * sigma;
}
const NEWEST = 5;
const newest = new Float64Array(NEWEST);
const OFF = .3;

// src/history/burn.ts
const DAYS_MS = 2592e6;
/**
* The share of runs whose whole interval lies beyond the fail level of a limit. If there are both `max` and
* `min`, the one that more runs are beyond counts. Null: there is no limit, or no run to count.
*
* The interval is that of the level, which includes how machines differ. For a point without a level it is
* the range between its quartiles: three of four processes were beyond.
*/
function burnOf(points, commits, limits, now) {
	const counted = points.slice(Math.max(0, points.findLastIndex((point) => point.break === "unit")));
	if (counted.length === 0) return null;
	const runs = counted.slice(-50);
	const days = counted.filter(({ at }) => {
		return now.getTime() - Date.parse(commits[at].time) <= DAYS_MS;
	});
	return ["max", "min"].flatMap((kind) => {
		const limit = limits?.[kind]?.fail ?? null;
		if (limit === null) return [];
		const count = (some) => ({
			beyond: some.filter((point) => isBeyond(point, kind, limit)).length,
			of: some.length
		});
		return [{
			limit,
			kind,
			runs: count(runs),
			days: count(days)
		}];
	}).toSorted((a, b) => b.runs.beyond - a.runs.beyond || b.days.beyond - a.days.beyond)[0] ?? null;
}
function isBeyond(point, kind, limit) {
	const { low, high } = point.level ?? point;
	return kind === "max" ? low > limit : high < limit;
}

// src/stats/line-or-step.ts
/**
* Whether a single step between two medians describes the values better than the line does, by the sum of
* squares, each cut at three standard deviations; better by more than `handicap`. `x` ascends, six places
* or more.
*
* The step has a parameter more, and steps are far more frequent than lines: one makes up for the other. With
* a handicap of 4 ln n, as change points have, most steps of 5 % at 3 % of noise would pass for lines.
*/
function isStepLike(x, y, line, handicap = 0) {
	const offLine = y.map((value, i) => value - line.at(x[i]));
	const steps = splits(y.length).map((at) => [...offMedian(y.slice(0, at)), ...offMedian(y.slice(at))]);
	const sigma = noiseOfDifferences(Float64Array.from(y)) || Math.min(...[offLine, ...steps].map(typical));
	return Math.min(...steps.map((off) => cost(off, sigma))) + handicap < cost(offLine, sigma);
}
const splits = (n) => Array.from({ length: n - 2 * 3 + 1 }, (_, i) => i + 3);
function offMedian(values) {
	const centre = median([...values]);
	return values.map((value) => value - centre);
}
const typical = (off) => MAD_TO_SIGMA * median(off.map(Math.abs));
const cost = (off, sigma) => off.reduce((sum, value) => sum + (value === 0 ? 0 : Math.min((value / sigma) ** 2, 9)), 0);
/**
* Whether one line describes values better than steps that follow each other in one direction, so that the
* last of them, at `steps.at(-1)`, is no event of its own. Costs are those of `isStepLike` with the noise
* given. For one step the contest is even, as there; each further one costs 2 ln n, which is what its place
* and its size are worth by Schwarz's criterion. Neither may a step on top of the line be worth that much: a
* large one in a creeping series is.
*
* Source: G. Schwarz, "Estimating the Dimension of a Model", Annals of Statistics 6 (1978), 461-464.
*/
function isPartOfLine(x, y, steps, sigma) {
	const levelOf = (place) => steps.filter((step) => step <= place).length;
	const levels = x.map(levelOf);
	const sides = levels.map((level) => Number(level === steps.length));
	const whole = sides.map(() => 0);
	const costWith = (groups, slope) => [...Map.groupBy(groups.keys(), (i) => groups[i]).values()].reduce((sum, places) => sum + cost(offMedian(places.map((i) => y[i] - slope * x[i])), sigma), 0);
	const line = costWith(whole, slopeWithin(x, y, whole));
	const more = 2 * Math.log(x.length);
	return line <= costWith(levels, 0) + (steps.length - 1) * more && line <= costWith(sides, slopeWithin(x, y, sides)) + more;
}
/** The median slope between two values of one group. */
function slopeWithin(x, y, groups) {
	const slopes = new Float64Array(x.length * (x.length - 1) / 2);
	let count = 0;
	for (let j = 1; j < x.length; j++) for (let i = 0; i < j; i++) if (groups[i] === groups[j]) slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
	return medianInPlace(slopes.subarray(0, count));
}

// src/stats/mann-kendall.ts
/** Up to here the null distribution is counted, beyond it the normal approximation is near enough. */
const EXACT_TO = 60;
/**
* Tests whether values have a trend in the order in which they are given: `s` is the number of pairs that
* rise minus the number of those that fall, `p` is two-sided. Up to 60 values p is exact, ties included: all
* orders of the values are equally likely without a trend. Beyond that it is the normal approximation with
* the variance of tied values and a correction for continuity.
*
* Sources: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13 (1945), 245-259; M. G. Kendall,
* "Rank Correlation Methods" (1955). The number of orders with k inversions has the generating function
* [n]!/([t1]! [t2]! ...) in q-factorials (P. A. MacMahon, "Combinatory Analysis" (1915)).
*/
function mannKendall(values) {
	const n = values.length;
	let s = 0;
	for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) s += Math.sign(values[j] - values[i]);
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const ties = [...counts.values()];
	return {
		s,
		p: n <= EXACT_TO ? exactP(s, ties) : normalP(s, kendallVariance(n, ties))
	};
}
/** The variance of `s` of n values without a trend, with the sizes of their groups of equal values. */
function kendallVariance(n, ...groups) {
	const term = (t) => t * (t - 1) * (2 * t + 5);
	return (term(n) - groups.flat().reduce((sum, t) => sum + term(t), 0)) / 18;
}
function normalP(s, variance) {
	if (s === 0) return 1;
	return Math.min(1, 2 * normalCdf(-(Math.abs(s) - 1) / Math.sqrt(variance)));
}
/** By the number of values, since most series have no ties. */
const withoutTies = [];
function exactP(s, ties) {
	const n = ties.length;
	const chances = ties.some((size) => size > 1) ? inversionChances(ties) : withoutTies[n] ??= inversionChances(ties);
	const inversions = (chances.length - 1 - Math.abs(s)) / 2;
	let tail = 0;
	for (let k = 0; k <= inversions; k++) tail += chances[k];
	return Math.min(1, 2 * tail);
}
/**
* The chance of each number of inversions of a random order. Each value that is added multiplies the
* generating function by (1 - q^m) / (1 - q^i), where it is the m-th of all and the i-th of its group.
*/
function inversionChances(ties) {
	let chances = Float64Array.of(1);
	let m = 0;
	for (const size of ties) for (let i = 1; i <= size; i++) {
		m++;
		const grown = new Float64Array(chances.length + m - i);
		for (let k = 0; k < grown.length; k++) {
			const added = (chances[k] ?? 0) - (k >= m ? chances[k - m] ?? 0 : 0);
			grown[k] = added * i / m + (k >= i ? grown[k - i] : 0);
		}
		chances = grown;
	}
	return chances;
}

// src/stats/theil-sen.ts
/**
* The line whose slope is the median of the slopes between all pairs of points with unlike x, through the
* median of what is left; null where fewer than two x differ. The interval inverts Kendall's test by its
* normal approximation with ties in x and y, and is unbounded on a side that the slopes do not reach.
*
* Source: P. K. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", JASA 63 (1968),
* 1379-1389.
*/
function theilSen(x, y, level = .95) {
	const slopes = [];
	for (let j = 1; j < x.length; j++) for (let i = 0; i < j; i++) if (x[i] !== x[j]) slopes.push((y[j] - y[i]) / (x[j] - x[i]));
	if (slopes.length === 0) return null;
	const ascending = Float64Array.from(slopes).sort();
	const slope = median([...ascending]);
	const variance = kendallVariance(x.length, groupSizes(x), groupSizes(y));
	const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
	const below = Math.round((slopes.length - reach) / 2) - 1;
	const intercept = median(y.map((value, i) => value - slope * x[i]));
	return {
		slope,
		low: ascending[below] ?? -Infinity,
		high: ascending[slopes.length - 1 - below] ?? Infinity,
		at: (place) => intercept + slope * place
	};
}
function groupSizes(values) {
	const sizes = /* @__PURE__ */ new Map();
	for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
	return [...sizes.values()];
}

// src/history/creep.ts
const FEWEST = 20;
const LEVEL = .001;
/** The smallest change over the window that is reported. It is also that of steps. */
const LEAST$2 = Math.log(1.02);
const WEEK_MS = 6048e5;
/**
* The steady change of the newest values that no single step explains; null: there is none. `values` are
* those comparable with the newest one, oldest first. They are absolute values after centring, each measured
* by itself. Fused levels would not do: their errors carry over from one commit to the next, like a trend.
*/
function creepOf(values, commits, better) {
	const window = values.slice(-60);
	if (window.length < FEWEST) return null;
	const logs = window.map(({ log }) => log);
	const { p } = mannKendall(logs);
	if (!(p < LEVEL)) return null;
	const places = window.map(({ at }) => at);
	const byCommit = theilSen(places, logs);
	const byTime = theilSen(window.map(({ at }) => Date.parse(commits[at].time) / WEEK_MS), logs);
	if (byCommit === null || byTime === null) return null;
	const [from, to] = [places[0], places.at(-1)];
	if (Math.abs(byCommit.slope) * (to - from) < LEAST$2 || isStepLike(places, logs, byCommit)) return null;
	const worse = byCommit.slope > 0 === (better === "lower");
	return {
		from,
		to,
		perWeek: changeOf(byTime),
		perCommit: changeOf(byCommit),
		worse,
		p
	};
}
const changeOf = ({ slope, low, high }) => ({
	log: slope,
	low,
	high
});

// src/history/events.ts
const SHORT = 7;
/**
* Steps in one direction whose ranges overlap are one event. They are taken in the order in which they were
* confirmed, so that an event keeps its id when others join it; of those that one run confirmed, the one with
* the narrowest range comes first. Others narrow the range only as long as it contains the commit of the id.
*/
function eventsOf(trends, commits) {
	const steps = trends.flatMap((trend, index) => trend.steps.map((one, step) => ({
		trend: index,
		step,
		one
	}))).sort((a, b) => a.one.confirmedAt - b.one.confirmedAt || a.one.to - a.one.from - (b.one.to - b.one.from) || a.one.at - b.one.at || a.trend - b.trend);
	const groups = [];
	const known = /* @__PURE__ */ new Map();
	for (const member of steps) {
		const { worse, at, from, to } = member.one;
		const id = freeId(known, commits[at].sha, {
			at,
			worse
		});
		const joined = known.get(id) ?? groups.findLast((group) => group.worse === worse && group.from < to && from < group.to);
		if (joined === void 0) {
			const group = {
				id,
				worse,
				at,
				from,
				to,
				members: [member]
			};
			groups.push(group);
			known.set(id, group);
			continue;
		}
		joined.members.push(member);
		const [low, high] = [Math.max(joined.from, from), Math.min(joined.to, to)];
		if (low < joined.at && joined.at <= high) Object.assign(joined, {
			from: low,
			to: high
		});
	}
	return groups.map(eventOf).sort((a, b) => a.at - b.at);
}
/**
* The shortest id that no event of another commit has. Seven digits alone are not enough: somebody who wants
* two events to be confused can easily make a second commit with the same seven.
*/
function freeId(known, sha, { at, worse }) {
	for (let length = SHORT;; length++) {
		const id = `${sha.slice(0, length)}-${worse ? "slower" : "faster"}`;
		const named = known.get(id)?.at;
		if (named === void 0 || named === at || length >= sha.length) return id;
	}
}
function eventOf({ id, worse, at, from, to, members }) {
	const stands = ({ one }) => Number(one.standing === "standing");
	const largest = members.toSorted((a, b) => stands(b) - stands(a) || Math.abs(b.one.change.log) - Math.abs(a.one.change.log));
	const crept = members.flatMap(({ one }) => one.creptTo ?? []);
	const standings = new Set(members.map(({ one }) => one.standing));
	const standing = standings.has("standing") ? "standing" : standings.has("fixed") ? "fixed" : null;
	return {
		id,
		worse,
		at,
		from,
		to,
		...crept.length === 0 ? {} : { creptTo: Math.max(...crept) },
		members: largest.map(({ trend, step }) => ({
			trend,
			step
		})),
		standing,
		accepted: largest.find(({ one }) => one.accepted !== null)?.one.accepted ?? null
	};
}

// src/history/forecast.ts
/** A pace that was seen for less time is no pace, and nobody plans for more than a year. */
const SHORTEST_WEEKS = 1;
const FARTHEST_WEEKS = 52;
/** How far ahead a pace is extrapolated, as a multiple of the time for which it was observed. */
const FARTHEST_SPANS = 4;
/** The first and the last decile: of ten stretches of as many commits, one was shorter, and one longer. */
const TEMPO_TAIL = .1;
/**
* When creeping values reach the nearest limit ahead at their present pace; null: there is none, or not
* within reach. `values` are those that `creepOf` was given.
*
* Values may creep with time or with commits, and commits come in bursts and with gaps. The interval
* therefore includes both: the pace by time, and the pace by commit, for which the number of commits to the
* limit is turned into the time that so many commits took before.
*/
function forecastOf(values, creep, commits, limits) {
	if (creep === null || limits === null) return null;
	const window = values.filter(({ at }) => at >= creep.from && at <= creep.to);
	const logs = window.map(({ log }) => log);
	const times = commits.slice(0, creep.to + 1).map(({ time }) => Date.parse(time) / WEEK_MS);
	const weeks = window.map(({ at }) => times[at]);
	const span = Math.max(...weeks) - Math.min(...weeks);
	if (span < SHORTEST_WEEKS) return null;
	const byTime = pathOf$1(weeks, logs, creep.perWeek);
	const byCommit = pathOf$1(window.map(({ at }) => at), logs, creep.perCommit);
	const ahead = nearestAhead(limits, creep.perCommit.log > 0, Math.exp(byCommit.newest));
	if (ahead === null) return null;
	const left = byTime.to(ahead.limit);
	const commitsLeft = byCommit.to(ahead.limit);
	const tempo = tempoOf(times.slice(-240));
	const low = Math.max(0, Math.min(left.low, tempo(commitsLeft.low, TEMPO_TAIL)));
	if (low > Math.min(FARTHEST_WEEKS, FARTHEST_SPANS * span)) return null;
	const high = Math.max(left.high, tempo(commitsLeft.high, .9));
	return {
		...ahead,
		weeks: {
			low,
			high: Number.isFinite(high) ? high : null
		}
	};
}
function pathOf$1(places, logs, pace) {
	const middle = quantile(places, .5);
	const heights = logs.map((log, i) => log - pace.log * (places[i] - middle));
	const height = quantile(heights, .5);
	const { low, high } = medianInterval(heights) ?? {
		low: height,
		high: height
	};
	const ahead = Math.max(...places) - middle;
	const [near, far, steep, flat] = pace.log > 0 ? [
		high,
		low,
		pace.high,
		pace.low
	] : [
		low,
		high,
		pace.low,
		pace.high
	];
	const arrives = Math.sign(flat) === Math.sign(pace.log);
	return {
		newest: height + pace.log * ahead,
		to: (limit) => ({
			low: (Math.log(limit) - near) / steep - ahead,
			high: arrives ? (Math.log(limit) - far) / flat - ahead : Infinity
		})
	};
}
/**
* The weeks that a number of commits took in the past: a quantile of all stretches of so many, or of a third
* of the past where that is fewer, and then in proportion.
*/
function tempoOf(times) {
	return (commits, probability) => {
		if (!Number.isFinite(commits)) return Infinity;
		const length = Math.min(Math.max(1, Math.round(commits)), Math.floor(times.length / 3));
		const took = times.slice(length).map((time, i) => Math.max(0, time - times[i]));
		return quantile(took, probability) * commits / length;
	};
}
/** The next limit in the direction in which a value moves; null: it passed all of them. */
function nearestAhead({ max, min }, rises, value) {
	const levels = rises ? max : min;
	const kind = rises ? "max" : "min";
	return ["fail", "warn"].flatMap((severity) => {
		const limit = levels?.[severity] ?? null;
		return limit !== null && limit > 0 && (rises ? limit > value : limit < value) ? [{
			limit,
			kind,
			severity
		}] : [];
	}).toSorted((a, b) => Math.abs(a.limit - value) - Math.abs(b.limit - value))[0] ?? null;
}

// src/stats/centring.ts
/** The fewest values of a group from which its level can be told. */
const LEAST$1 = 3;
/** A value of another group is compared with so many of the nearest values of the main group. */
const NEAREST = 5;
/**
* So many values of a group count, those nearest to the main group, and all that are within this distance.
* Values further away may be beyond a change of the level.
*/
const COUNTED = 10;
const NEAR = 5;
/**
* Values of several groups (machines, whose speeds differ) on the scale of one: of each other group the
* median difference to the 5 nearest values of the main one is taken off. NaN where a group has fewer than 3.
* `main` null: the largest group.
*/
function centred(values, groups, main = null) {
	if (isOne(groups)) return values;
	const { names, places } = placesOf$1(values, groups);
	if (places.length <= 1) return values;
	const wanted = main === null ? void 0 : places[names.indexOf(main)];
	const chosen = wanted !== void 0 && wanted.length >= LEAST$1 ? wanted : largest(places);
	const out = new Float64Array(values.length).fill(NaN);
	for (const own of places) {
		if (own.length < LEAST$1) continue;
		const offset = own === chosen ? 0 : offsetOf(values, own, chosen);
		for (let k = 0; k < own.length; k++) out[own[k]] = values[own[k]] - offset;
	}
	return out;
}
/** The places of the values of each group, in the order in which groups appear. Valid until the next call. */
function placesOf$1(values, groups) {
	const n = values.length;
	const { numberOf, order } = roomFor(n);
	const names = [];
	const counts = [];
	const numbers = /* @__PURE__ */ new Map();
	let [name, number] = [NaN, -1];
	for (let i = 0; i < n; i++) {
		numberOf[i] = -1;
		if (Number.isNaN(values[i])) continue;
		if (groups[i] !== name) {
			name = groups[i];
			number = numbers.get(name) ?? names.length;
			if (number === names.length) {
				numbers.set(name, number);
				names.push(name);
				counts.push(0);
			}
		}
		numberOf[i] = number;
		counts[number]++;
	}
	const places = [];
	let start = 0;
	for (let k = 0; k < counts.length; k++) {
		places.push(order.subarray(start, start + counts[k]));
		start += counts[k];
		counts[k] = start - counts[k];
	}
	for (let i = 0; i < n; i++) if (numberOf[i] >= 0) order[counts[numberOf[i]]++] = i;
	return {
		names,
		places
	};
}
/** Arrays that are reused: a window is centred at each commit, and allocating them takes time. */
let room$1 = makeRoom(0);
function makeRoom(n) {
	return {
		numberOf: new Int32Array(n),
		order: new Int32Array(n),
		following: new Int32Array(n),
		distances: new Int32Array(n),
		differences: new Float64Array(n)
	};
}
function roomFor(n) {
	if (room$1.order.length < n) room$1 = makeRoom(n);
	return room$1;
}
function isOne(groups) {
	for (let i = 1; i < groups.length; i++) if (groups[i] !== groups[0]) return false;
	return true;
}
/** Of equals the one that appeared last. */
const largest = (groups) => groups.reduce((a, b) => b.length >= a.length ? b : a);
function offsetOf(values, own, main) {
	const near = new Float64Array(Math.min(NEAREST, main.length));
	const { following, distances, differences } = room$1;
	findNearest(main, own);
	const reach = reachOf(distances.subarray(0, own.length));
	let count = 0;
	for (let k = 0; k < own.length; k++) {
		if (distances[k] > reach) continue;
		const i = own[k];
		let high = following[k];
		let low = high - 1;
		for (let found = 0; found < near.length; found++) {
			const isLow = high >= main.length || low >= 0 && i - main[low] <= main[high] - i;
			near[found] = values[isLow ? main[low--] : main[high++]];
		}
		differences[count++] = values[i] - medianInPlace(near);
	}
	return medianInPlace(differences.subarray(0, count));
}
/** For each place of a group, which of the main ones is the first after it, and how far the nearest is. */
function findNearest(main, own) {
	const { following, distances } = room$1;
	let next = 0;
	for (let k = 0; k < own.length; k++) {
		const i = own[k];
		while (next < main.length && main[next] < i) next++;
		following[k] = next;
		const after = next < main.length ? main[next] - i : FAR;
		const before = next > 0 ? i - main[next - 1] : FAR;
		distances[k] = Math.min(before, after);
	}
}
const FAR = 2 ** 30;
/** The distance up to which the values of a group count. */
function reachOf(distances) {
	const wanted = Math.min(COUNTED, distances.length);
	let near = 0;
	for (let k = 0; k < distances.length; k++) if (distances[k] <= NEAR) near++;
	return near >= wanted ? NEAR : distances.toSorted()[wanted - 1];
}
/**
* Values centred for each of several attributes in which they differ (processor, Node, image). If there is
* more than one, each is centred a second time after the others, since the first pass still contained the
* differences of the later ones.
*/
function centredByAll(values, groupings, mainOf = () => null) {
	const differing = groupings.filter((groups) => !isOne(groups));
	return (differing.length > 1 ? [...differing, ...differing] : differing).reduce((sofar, groups) => centred(sofar, groups, mainOf(groups)), values);
}

// src/stats/fusion.ts
/**
* The levels that agree best with values and differences, by weighted least squares, with their standard
* errors: NaN and infinite where nothing is known. Points are eliminated from the newest to the oldest: what
* a point says about earlier points is added to these points and to links among them, like a star that
* becomes a mesh in a network of resistors. Nothing is subtracted, so no digits are lost. If each point is
* linked to one earlier point, no links are added, and few if later points share a release, so the time is
* linear. The errors are the elements of the inverse matrix at the same links.
*
* Sources: H. Rue and L. Held, "Gaussian Markov Random Fields" (2005), sections 2.4 and 2.5. A. M. Erisman
* and W. F. Tinney, "On computing certain elements of the inverse of a sparse matrix", Communications of the
* ACM 18 (1975), 177-179.
*/
function fuse({ values, errors, links }) {
	const n = values.length;
	const precision = new Float64Array(n);
	const weighted = new Float64Array(n);
	/** For each point, the earlier points that it is linked to, with the precision of each link. */
	const before = Array.from({ length: n }, () => []);
	for (let i = 0; i < n; i++) {
		if (Number.isNaN(values[i])) continue;
		precision[i] = 1 / errors[i] ** 2;
		weighted[i] = precision[i] * values[i];
	}
	for (const { from, to, difference, error } of links) {
		const weight = 1 / error ** 2;
		addTo(before[to], from, weight);
		weighted[to] += weight * difference;
		weighted[from] -= weight * difference;
	}
	for (let i = n - 1; i >= 0; i--) {
		const own = precision[i];
		const near = before[i];
		for (const { weight } of near) precision[i] += weight;
		for (const [k, one] of near.entries()) {
			const share = one.weight / precision[i];
			precision[one.point] += share * own;
			weighted[one.point] += share * weighted[i];
			for (let l = 0; l < k; l++) {
				const other = near[l];
				const [low, high] = one.point < other.point ? [one.point, other.point] : [other.point, one.point];
				addTo(before[high], low, share * other.weight);
			}
		}
	}
	return substituted(precision, weighted, before);
}
function addTo(neighbours, point, weight) {
	const known = neighbours.find((one) => one.point === point);
	if (known === void 0) neighbours.push({
		point,
		weight,
		shared: NaN
	});
	else known.weight += weight;
}
/** Levels and errors from the oldest point to the newest, each from those before it. */
function substituted(precision, weighted, before) {
	const n = precision.length;
	const levels = new Float64Array(n);
	const variance = new Float64Array(n);
	const shared = (a, b) => a === b ? variance[a] : before[Math.max(a, b)].find(({ point }) => point === Math.min(a, b)).shared;
	for (let i = 0; i < n; i++) {
		const near = before[i];
		let sum = weighted[i];
		variance[i] = 1 / precision[i];
		for (const { point, weight } of near) sum += weight * levels[point];
		for (const one of near) {
			one.shared = 0;
			for (const { point, weight } of near) one.shared += weight / precision[i] * shared(one.point, point);
			variance[i] += one.weight / precision[i] * one.shared;
		}
		levels[i] = variance[i] === Infinity ? NaN : sum / precision[i];
	}
	return {
		levels,
		errors: variance.map(Math.sqrt)
	};
}

// src/history/track.ts
/** No interval is narrower than what rounding leaves. */
const LEAST_ERROR = 1e-4;
function trackOf(recorded, series) {
	const { parents, machines, software } = recorded;
	const n = series.at.length;
	const pointOf = new Int32Array(parents.length).fill(-1);
	for (let i = 0; i < n; i++) pointOf[series.at[i]] = i;
	const track = {
		value: series.value,
		lastWithoutLog: new Int32Array(n),
		parents: new Int32Array(n),
		links: new Float64Array(n),
		linkErrors: new Float64Array(n),
		anchors: [],
		machine: new Int32Array(n),
		software: new Int32Array(n),
		epoch: new Int32Array(n),
		series: series.at.map((at) => recorded.benchmarks[at]),
		breaks: Array.from({ length: n }, (_, i) => breakAt(recorded, series, i))
	};
	for (let i = 0; i < n; i++) {
		const run = series.run[i];
		const parent = parents[series.at[i]];
		const found = Number.isNaN(series.change[i]) || parent < 0 ? -1 : pointOf[parent];
		track.parents[i] = found < i ? found : -1;
		track.links[i] = series.change[i];
		track.linkErrors[i] = errorOf(series.changeLow[i], series.changeHigh[i]);
		track.machine[i] = machines[run];
		track.software[i] = software[run];
		track.epoch[i] = i === 0 ? 0 : track.epoch[i - 1] + Number(track.breaks[i] !== null);
		track.lastWithoutLog[i] = series.value[i] > 0 ? i === 0 ? -1 : track.lastWithoutLog[i - 1] : i;
	}
	if (series.anchors.size > 0) track.anchors = anchorsOf(recorded, series, track);
	return track;
}
function anchorsOf({ commits }, series, { epoch }) {
	const pointOf = new Map(Array.from(series.at, (at, i) => [commits[at].sha, i]));
	return [...series.anchors].flatMap(([to, { sha, log, low, high }]) => {
		const from = pointOf.get(sha) ?? to;
		if (from >= to || epoch[from] !== epoch[to]) return [];
		return [{
			from,
			to,
			difference: log,
			error: errorOf(low, high)
		}];
	});
}
const errorOf = (low, high) => Math.max((high - low) / (2 * Z95), LEAST_ERROR);
/** Why a point cannot be compared with the one before it; null: it can. */
function breakAt({ runs }, series, i) {
	if (i === 0) return null;
	const [run, former] = [runs[series.run[i]], runs[series.run[i - 1]]];
	if (run.importedFrom !== former.importedFrom) return "tool";
	if (series.units[i] !== series.units[i - 1]) return "unit";
	if (series.edited[i] === 1) return "edited";
	return run.config === former.config ? null : "settings";
}
/**
* The values of points as logarithms. A series that may be zero or below (the growth of a heap, a number of
* errors) has the generalised logarithm asinh(x / 2s): that of x / s for values well beyond the scale s, and
* x / 2s near zero.
*
* Source: B. P. Durbin, J. S. Hardin, D. M. Hawkins and D. M. Rocke, "A variance-stabilizing transformation
* for gene-expression microarray data", Bioinformatics 18 (2002), S105-S110.
*/
function logsOf(values, scale) {
	return values.map(scale === null ? Math.log : (value) => Math.asinh(value / (2 * scale)));
}
/** The value of which `log` is the logarithm of `logsOf`. */
const valueOf = (log, scale) => scale === null ? Math.exp(log) : 2 * scale * Math.sinh(log);
/** The stated intervals weigh as much as so many observed changes. */
const BELIEVED = 20;
const NARROWEST = .7;
const WIDEST = 3;
/**
* The factor by which the intervals of changes are too narrow (above 1) or too wide. Intervals of comparisons
* that stopped early are a little too wide by design, and none includes what differs from job to job.
*/
function linkScale({ parents, links, linkErrors }, from, to) {
	const scores = new Float64Array(to - from);
	let count = 0;
	for (let i = from; i < to; i++) if (parents[i] >= 0) scores[count++] = Math.abs(links[i] / linkErrors[i]);
	if (count === 0) return 1;
	const seen = MAD_TO_SIGMA * medianInPlace(scores.subarray(0, count));
	const together = (BELIEVED + count * seen ** 2) / (BELIEVED + count);
	return Math.min(Math.max(Math.sqrt(together), NARROWEST), WIDEST);
}
/** The sum of changes up to each point; a change that was not measured counts as none. */
function pathOf({ parents, links }) {
	const path = new Float64Array(links.length);
	for (let i = 1; i < path.length; i++) path[i] = path[i - 1] + (parents[i] === i - 1 ? links[i] : 0);
	return path;
}

// src/history/level.ts
/** From so many standard deviations on a value counts less; the weights are computed in so many rounds. */
const HUBER = 1.5;
const ROUNDS = 3;
const LEAST_NOISE$1 = 1e-4;
/**
* The level of a series on the machine of its newest values: absolute values, precise to the difference
* between machines, and the changes from parents, precise but with errors that add up. Their weighted least
* squares fusion has neither fault. `scale` null: as logarithms.
*/
function levelsOf(track, scale) {
	const n = track.value.length;
	const logs = logsOf(track.value, scale);
	const level = new Float64Array(n).fill(NaN);
	const error = new Float64Array(n).fill(NaN);
	const factor = linkScale(track, 0, n);
	for (const [start, end] of pieces(track, scale === null)) {
		const piece = fusedPiece(track, {
			start,
			end,
			logs,
			factor,
			hasLinks: scale === null
		});
		level.set(piece.levels, start);
		error.set(piece.errors, start);
	}
	return {
		level,
		error
	};
}
/** Stretches of points whose values can be compared: a break ends one where no change goes across it. */
function pieces({ breaks, parents }, hasLinks) {
	const starts = [0];
	for (let i = 1; i < breaks.length; i++) if (breaks[i] !== null && !(hasLinks && parents[i] === i - 1)) starts.push(i);
	return starts.map((start, k) => [start, starts[k + 1] ?? breaks.length]);
}
/** Points by which machines are centred for the newest values. */
const CONTEXT$1 = 100;
/**
* The logarithms of the newest values since the last break, as if of the newest machine, oldest first; none
* where one of them has no logarithm. They are no fusion: each is measured by itself.
*/
function newestLogs(track) {
	const end = track.value.length;
	const since = track.breaks.findLastIndex((one) => one !== null);
	const start = Math.max(0, since, end - CONTEXT$1);
	if (end === 0 || track.lastWithoutLog[end - 1] >= start) return [];
	const { rest, path } = settledPiece(track, {
		start,
		end,
		logs: logsOf(track.value, null),
		hasLinks: true
	});
	return Array.from(rest, (log, i) => ({
		point: start + i,
		log: log + path[i]
	})).filter(({ log }) => Number.isFinite(log));
}
/**
* Values as if of the newest machine and the newest version of the benchmark, less the sum of changes from
* parents, which is the path; NaN: too little is known.
*/
function settledPiece(track, { start, end, logs, hasLinks }) {
	const path = hasLinks ? pathOf(track).slice(start, end) : new Float64Array(end - start);
	return {
		rest: centredByAll(logs.slice(start, end).map((log, i) => log - path[i]), [
			track.epoch,
			track.machine,
			track.software
		].map((column) => column.subarray(start, end)), (group) => group.at(-1)),
		path
	};
}
function fusedPiece(track, { factor, ...piece }) {
	const { start, end, hasLinks } = piece;
	const { rest, path } = settledPiece(track, piece);
	const sigma = Math.max(noiseOfDifferences(rest), LEAST_NOISE$1) || LEAST_NOISE$1;
	const values = rest.map((value, i) => value + path[i]);
	const errors = new Float64Array(values.length).fill(sigma);
	const links = hasLinks ? linksWithin(track, {
		start,
		end,
		factor
	}) : [];
	let fused = fuse({
		values,
		errors,
		links
	});
	for (let round = 0; round < ROUNDS; round++) {
		for (let i = 0; i < values.length; i++) {
			const away = Math.abs(values[i] - fused.levels[i]) / (HUBER * sigma);
			errors[i] = sigma * Math.sqrt(Math.max(1, away || 0));
		}
		fused = fuse({
			values,
			errors,
			links
		});
	}
	return fused;
}
/** Changes from parents and from anchors between the points of a piece, counted from its first. */
function linksWithin({ parents, links, linkErrors, anchors }, { start, end, factor }) {
	const within = [];
	const add = (from, to, difference, error) => {
		if (from < start) return;
		within.push({
			from: from - start,
			to: to - start,
			difference,
			error: factor * error
		});
	};
	for (let i = start; i < end; i++) add(parents[i], i, links[i], linkErrors[i]);
	for (const { from, to, difference, error } of anchors) if (to < end) add(from, to, difference, error);
	return within;
}

// src/history/milestones.ts
/** Points whose median is compared: the best of many single values would be the luckiest one. */
const NEIGHBOURS = 5;
/**
* The first, the best and the last released level beside the newest one, among the points that can be
* compared with it. A level is the median of the five nearest points between two change points.
*/
function milestonesOf(points, steps, commits, better) {
	const values = comparable(points, commits);
	const edges = steps.map(({ at }) => at);
	const levels = values.map((_, i) => ({
		at: values[i].at,
		value: levelAt$1(values, i, edges)
	}));
	const newest = levels.at(-1);
	const known = levels.filter(({ value }) => value !== 0);
	if (newest === void 0 || newest.value === 0 || levels.length < 2) return NONE$1;
	const factor = ({ at, value }) => ({
		at,
		factor: newest.value / value
	});
	const first = known[0];
	const sign = better === "lower" ? 1 : -1;
	const best = known.reduce((a, b) => sign * b.value < sign * a.value ? b : a);
	const released = known.findLast(({ at }) => at !== newest.at && commits[at].releases.length > 0);
	const name = released && commits[released.at].releases.at(-1);
	return {
		first: factor(first),
		best: factor(best),
		release: released && name !== void 0 ? {
			name,
			...factor(released)
		} : null
	};
}
const NONE$1 = {
	first: null,
	best: null,
	release: null
};
/**
* Values that can be compared with the newest one: levels on one processor model. Where the newest point has
* none, the values as measured on its own processor model.
*/
function comparable(points, commits) {
	const since = points.slice(Math.max(0, points.findLastIndex((point) => point.break !== null)));
	const newest = since.at(-1);
	if (newest === void 0) return [];
	if (newest.level !== null) return since.flatMap(({ at, level }) => level === null ? [] : [{
		at,
		value: level.value
	}]);
	const { cpu } = commits[newest.at];
	return since.filter(({ at }) => commits[at].cpu === cpu).map(({ at, value }) => ({
		at,
		value
	}));
}
function levelAt$1(values, i, edges) {
	const plateau = (at) => edges.filter((edge) => edge <= at).length;
	const own = plateau(values[i].at);
	let [from, to] = [i, i + 1];
	const isOwn = (index) => index in values && plateau(values[index].at) === own;
	while (to - from < NEIGHBOURS && (isOwn(from - 1) || isOwn(to))) if (isOwn(from - 1) && (i - from <= to - 1 - i || !isOwn(to))) from--;
	else to++;
	return quantile(values.slice(from, to).map(({ value }) => value), .5);
}

// src/history/precision.ts
/** How often regressions that were flagged when their commit was recorded turned out to be real. */
function precisionOf(trends, commits) {
	const precision = {
		flagged: 0,
		recurred: 0,
		accepted: 0,
		vanished: 0,
		open: 0
	};
	for (const trend of trends) for (const [i, { verdict, change }] of trend.points.entries()) {
		if (change === null || verdict !== "regression" && verdict !== "accepted") continue;
		precision.flagged++;
		precision[outcomeOf(trend, i, change.log, commits)]++;
	}
	return precision;
}
function outcomeOf(trend, i, log, commits) {
	const flagged = trend.points[i];
	const next = nextOnItsProcessor(trend.points, i, commits);
	if (next === null) return "open";
	const before = Math.log(flagged.value) - log;
	if ((laterValueOf(flagged, next, commits) - before) / log >= .5) return "recurred";
	return flagged.verdict === "accepted" || trend.steps.some(({ worse, accepted, from, to }) => worse && accepted !== null && from < flagged.at && flagged.at <= to) ? "accepted" : "vanished";
}
/** Null also where a break comes first, after which values are of something else. */
function nextOnItsProcessor(points, i, commits) {
	const { cpu } = commits[points[i].at];
	for (const point of points.slice(i + 1)) {
		if (point.break !== null) return null;
		if (commits[point.at].cpu === cpu) return point;
	}
	return null;
}
/**
* The logarithm of the value that the next run has for the flagged code. If that run measured the flagged
* commit as its parent, it is the parent's value: a regression that the very next commit fixes did not
* vanish.
*/
function laterValueOf(flagged, next, commits) {
	const isParent = commits[next.at].parent === commits[flagged.at].sha;
	return Math.log(next.value) - (isParent && next.change !== null ? next.change.log : 0);
}

// src/stats/sorted-window.ts
/** A window of a longer list, a few dozen consecutive numbers of it, kept in ascending order. */
var SortedWindow = class {
	#values;
	#of = null;
	#from = 0;
	#to = 0;
	constructor(capacity) {
		this.#values = new Float64Array(capacity);
	}
	get size() {
		return this.#to - this.#from;
	}
	/** Moves the window to `from` up to before `to`, without any NaN. Fast if it held most of them already. */
	moveTo(list, from, to) {
		if (list !== this.#of || from < this.#from || to < this.#to || from >= this.#to) {
			this.#of = list;
			this.#from = this.#to = from;
		}
		while (this.#from < from) this.#take(list[this.#from]);
		while (this.#to < to) this.#add(list[this.#to]);
	}
	#add(value) {
		const values = this.#values;
		let place = this.size;
		for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
		values[place] = value;
		this.#to++;
	}
	#take(value) {
		const values = this.#values;
		let [low, high] = [0, this.size - 1];
		while (low < high) {
			const middle = low + high >> 1;
			if (values[middle] < value) low = middle + 1;
			else high = middle;
		}
		this.#from++;
		for (let i = low; i < this.size; i++) values[i] = values[i + 1];
	}
	/** NaN for an empty window. */
	median() {
		const [values, size] = [this.#values, this.size];
		if (size === 0) return NaN;
		const middle = size >> 1;
		return size % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
	}
	/** The median distance from the median; NaN for an empty window. */
	deviation() {
		const [values, size] = [this.#values, this.size];
		const centre = this.median();
		const middle = size >> 1;
		let high = middle;
		let low = high - 1;
		let [before, newest] = [NaN, NaN];
		for (let count = 0; count <= middle; count++) {
			before = newest;
			const below = low < 0 ? Infinity : Math.abs(values[low] - centre);
			const above = high >= size ? Infinity : Math.abs(values[high] - centre);
			if (below < above) {
				newest = below;
				low--;
			} else {
				newest = above;
				high++;
			}
		}
		return size % 2 === 1 ? newest : (before + newest) / 2;
	}
};

// src/history/steps.ts
/** How many values are searched for a change, and by how many points machines are centred. */
const WINDOW = 50;
const CONTEXT = 100;
/** The least noise of any series: with less, a rounding error would be a change. */
const LEAST_NOISE = .001;
/** The smallest changes that are reported: of values, and of what was measured against the parent. */
const LEAST = Math.log(1.02);
const LEAST_LINKED = Math.log(1.01);
/**
* The steps of a series, oldest first. A point is only looked at together with those before it, so that no
* later run moves or removes what was found: what is confirmed stays.
*/
function stepsOf(track, scale) {
	const found = [];
	const search = searchOf(track);
	const logs = numbersOf$1(track, null);
	const others = track.lastWithoutLog.at(-1) === -1 ? logs : numbersOf$1(track, scale);
	let last = 0;
	let way = null;
	for (let newest = 3; newest < track.value.length; newest++) {
		const isLog = track.lastWithoutLog[newest] < Math.max(0, newest + 1 - CONTEXT);
		const numbers = isLog ? logs : others;
		const change = changeUpTo(search, numbers, {
			newest,
			last
		});
		if (change === null) continue;
		way = wayWith(way, change, last);
		const isFolded = way.isReported && !isMeasured(track, change, newest) && creeps(search, numbers, newest, way);
		if (!isFolded) way = {
			...way,
			start: last,
			steps: [change.at]
		};
		last = change.at;
		if (!isFolded && !isReported(change, isLog ? null : scale)) continue;
		way.isReported = true;
		const { level: _, ...step } = change;
		found.push({
			...step,
			isFolded,
			isLog,
			confirmedAt: newest
		});
	}
	return found;
}
function searchOf(track) {
	const { epoch, machine, software, parents } = track;
	const alikeFrom = new Int32Array(parents.length);
	const lastLink = new Int32Array(parents.length).fill(-1);
	for (let i = 1; i < parents.length; i++) {
		const isAlike = epoch[i] === epoch[i - 1] && machine[i] === machine[i - 1] && software[i] === software[i - 1];
		alikeFrom[i] = isAlike ? alikeFrom[i - 1] : i;
		lastLink[i] = parents[i] === i - 1 ? i : lastLink[i - 1];
	}
	const [differences, level] = [new SortedWindow(WINDOW), new SortedWindow(WINDOW)];
	return {
		track,
		alikeFrom,
		lastLink,
		differences,
		level
	};
}
function wayWith(way, { at, change }, last) {
	const sign = Math.sign(change);
	if (way === null || way.sign !== sign) return {
		sign,
		isReported: false,
		start: last,
		steps: [at]
	};
	return {
		...way,
		steps: [...way.steps, at]
	};
}
/** Values among which creep is looked for, as `creep.ts` does. */
const CREEP_WINDOW = 60;
/** Whether the newest values are a creep rather than steps, of which the newest change is the last. */
function creeps({ track }, { rest, path }, newest, { start, steps }) {
	const end = newest + 1;
	const { first, settled } = settledUpTo(track, rest, end);
	const x = [];
	const y = [];
	for (let i = Math.max(first, start, end - CREEP_WINDOW); i < end; i++) {
		if (Number.isNaN(settled[i - first])) continue;
		x.push(i);
		y.push(settled[i - first] + path[i]);
	}
	return isPartOfLine(x, y, steps.filter((at) => at > x[0]), noiseOf(settled));
}
/** Whether a change from a parent is certain by itself, without any value. */
function isMeasured(track, { at, isLinked }, newest) {
	const factor = linkScale(track, Math.max(0, newest + 1 - CONTEXT), newest + 1);
	const limit = linkLimit(track.series[newest]) * factor * track.linkErrors[at];
	return isLinked && Math.abs(track.links[at]) >= limit;
}
/** Near zero, where percentages make no sense, a step is at least as large as the scale of the logarithm. */
function isReported({ level, change, isLinked }, scale) {
	if (Math.abs(change) < (isLinked ? LEAST_LINKED : LEAST)) return false;
	return scale === null || Math.abs(valueOf(level + change, scale) - valueOf(level, scale)) >= scale;
}
function numbersOf$1(track, scale) {
	const logs = logsOf(track.value, scale);
	const path = scale === null ? pathOf(track) : new Float64Array(logs.length);
	const rest = logs.map((log, i) => log - path[i]);
	return {
		rest,
		path,
		whole: rest.map((value, i) => value + path[i]),
		differences: rest.map((value, i) => value - rest[i - 1]),
		hasLinks: scale === null
	};
}
/** The change that the points from the last one on show, of which `newest` is the newest. */
function changeUpTo(search, numbers, { newest, last }) {
	const { track, alikeFrom } = search;
	const end = newest + 1;
	const first = Math.max(last, end - WINDOW);
	if (end - first <= 3) return null;
	const start = Math.max(0, end - CONTEXT);
	const { values, sigma, level } = alikeFrom[newest] <= start ? alikeUpTo(search, numbers, first, end) : centredUpTo(track, numbers, first, end);
	const series = track.series[newest];
	const { links, linkErrors, isMoved } = linksIn(search, {
		start,
		first,
		end,
		hasLinks: numbers.hasLinks,
		series
	});
	if (!isMoved && !isOffLevel(values, sigma, level)) return null;
	const change = findChange({
		values,
		sigma,
		links,
		linkErrors,
		series,
		barred: barredIn(track, first, end)
	});
	return change && {
		...change,
		at: first + change.at
	};
}
/** Values of one machine and one benchmark: the newest comes to those that were looked at before. */
function alikeUpTo({ differences, level }, numbers, first, end) {
	differences.moveTo(numbers.differences, Math.max(0, end - WINDOW) + 1, end);
	level.moveTo(numbers.whole, first, end);
	const noise = noiseOfDeviation(differences.deviation());
	return {
		values: numbers.whole.subarray(first, end),
		sigma: Math.max(cautious(noise, differences.size), LEAST_NOISE),
		level: level.median()
	};
}
function centredUpTo(track, { rest, path }, first, end) {
	const { first: start, settled } = settledUpTo(track, rest, end);
	const values = settled.slice(first - start);
	for (let i = first; i < end; i++) values[i - first] += path[i];
	return {
		values,
		sigma: noiseOf(settled),
		level: medianOf(values)
	};
}
/** The newest values as if of one machine and one benchmark; NaN: too little is known of its machine. */
function settledUpTo(track, rest, end) {
	const first = Math.max(0, end - CONTEXT);
	const groupings = [
		track.epoch,
		track.machine,
		track.software
	].map((groups) => groups.subarray(first, end));
	return {
		first,
		settled: centredByAll(rest.subarray(first, end), groupings)
	};
}
function noiseOf(settled) {
	const newest = settled.subarray(-50);
	let differences = -1;
	for (let i = 0; i < newest.length; i++) if (!Number.isNaN(newest[i])) differences++;
	return Math.max(cautious(noiseOfDifferences(newest), differences), LEAST_NOISE);
}
/** Points before which Node, the image or the benchmark was another. */
function barredIn({ software, epoch }, first, end) {
	const barred = new Uint8Array(end - first);
	for (let i = first + 1; i < end; i++) barred[i - first] = Number(software[i] !== software[i - 1] || epoch[i] !== epoch[i - 1]);
	return barred;
}
/** Of stretches of each length without a change that was measured. */
const NONE = Array.from({ length: 51 }, (_, length) => new Float64Array(length).fill(NaN));
/** Changes that were measured against the point before, and whether one of them is a step by itself. */
function linksIn({ track, lastLink }, { start, first, end, hasLinks, series }) {
	if (!hasLinks || lastLink[end - 1] <= first) {
		const none = NONE[end - first];
		return {
			links: none,
			linkErrors: none,
			isMoved: false
		};
	}
	const links = new Float64Array(end - first).fill(NaN);
	const linkErrors = new Float64Array(end - first).fill(NaN);
	let isMoved = false;
	const factor = linkScale(track, start, end);
	const limit = linkLimit(series);
	for (let i = first + 1; i < end; i++) {
		if (track.parents[i] !== i - 1) continue;
		links[i - first] = track.links[i];
		linkErrors[i - first] = factor * track.linkErrors[i];
		isMoved ||= Math.abs(links[i - first]) >= limit * linkErrors[i - first];
	}
	return {
		links,
		linkErrors,
		isMoved
	};
}
/**
* The noise of some values. While there are few it is enlarged, so that no change is found only because the
* first differences happen to be small.
*/
const cautious = (noise, differences) => differences < 1 ? Infinity : noise * (1 + (FEW / differences) ** 1.5);
const FEW = 6;

// src/history/trend-steps.ts
/** The steps of a trend: the steps of one creep are merged, and each step knows whether it still stands. */
function trendSteps(o) {
	const groups = withoutFolded(stepsOf(o.track, unitOf(o.series.unit).small), o);
	return withStanding(groups.map((members, i) => stepOf(members, {
		...o,
		until: groups[i + 1]?.[0].at
	})));
}
/**
* Steps, each with those that are folded into it. A step that was accepted when it was recorded stays a step
* of its own, and no later step is accepted with it.
*/
function withoutFolded(found, o) {
	const groups = [];
	const isPlain = (step) => acceptedIn(o, rangeOf(step)) === null;
	for (const step of found) {
		const before = groups.at(-1);
		const first = before?.[0];
		if (first !== void 0 && step.isFolded && first.isLog === step.isLog && isPlain(step) && isPlain(first)) before.push(step);
		else groups.push([step]);
	}
	return groups;
}
/** The points among which a step lies. */
const rangeOf = ({ at, isLinked }) => isLinked ? [at - 1, at] : [at - 2, at + 1];
function stepOf(members, { until, ...o }) {
	const { series, track, context } = o;
	const [first, newest] = [members[0], members.at(-1)];
	const scale = first.isLog ? null : unitOf(series.unit).small;
	const { metric, better } = series;
	const log = members.reduce((sum, { change }) => sum + change, 0);
	const worse = log > 0 === (better === "lower");
	const last = series.at.length - 1;
	const placeOf = (point) => series.at[Math.min(Math.max(point, 0), last)];
	const range = rangeOf(first);
	const error = Z95 * Math.hypot(...members.map((one) => one.error));
	const change = {
		log,
		low: log - error,
		high: log + error
	};
	const after = medianInPlace(track.value.slice(newest.at, Math.min(newest.at + 50, until ?? last + 1)));
	return {
		at: placeOf(first.at),
		from: placeOf(range[0]),
		to: placeOf(range[1]),
		change,
		worse,
		before: valueOf(logsOf(Float64Array.of(after), scale)[0] - log, scale),
		after,
		confirmedAt: placeOf(first.confirmedAt),
		...newest === first ? {} : { creptTo: placeOf(rangeOf(newest)[1]) },
		standing: null,
		accepted: worse ? acceptedIn(o, range) ?? context.acceptedBy(series, metric, change) : null
	};
}
/** The first commit of a range whose regression was accepted when it was recorded. */
function acceptedIn({ recorded, series }, [from, to]) {
	for (let i = Math.max(0, from + 1); i <= to && i < series.at.length; i++) {
		if (VERDICTS[series.verdict[i] - 1] !== "accepted") continue;
		const { sha, pull } = recorded.commits[series.at[i]];
		return `accepted in ${sha.slice(0, 7)}${pull === null ? "" : ` (#${pull})`}`;
	}
	return null;
}
/** Steps with their standing: one is fixed when later ones took back half of it. */
function withStanding(steps) {
	return steps.map((step, i) => {
		if (!step.worse || step.accepted !== null) return step;
		let since = 0;
		const isFixed = steps.slice(i + 1).some(({ change }) => {
			since += change.log;
			return since / step.change.log <= -.5;
		});
		return {
			...step,
			standing: isFixed ? "fixed" : "standing"
		};
	});
}

// src/history/history.ts
/** The trends and events of the recorded runs of a branch. */
function historyOf(recorded, context) {
	const commits = recorded.commits.map((commit) => ({
		...commit,
		releases: context.releases.get(commit.sha) ?? []
	}));
	const points = newestPoints(recorded);
	const trends = recorded.series.map((series) => trendOf(recorded, series, {
		context,
		commits,
		points
	}));
	const flagged = () => trends.filter((_, i) => recorded.series[i].verdict.some((verdict) => FLAGGED.has(verdict)));
	const precision = once$1(() => precisionOf(flagged(), commits));
	return {
		ref: recorded.ref,
		key: recorded.key,
		commits,
		trends,
		events: eventsOf(trends, commits),
		get precision() {
			return precision();
		}
	};
}
/** As `RecordedSeries` writes the verdicts that an alert is counted for. */
const FLAGGED = /* @__PURE__ */ new Set([VERDICTS.indexOf("regression") + 1, VERDICTS.indexOf("accepted") + 1]);
/**
* A trend. All but its steps is computed when it is read for the first time: a gate reads the steps alone.
*/
function trendOf(recorded, series, o) {
	const { context, commits } = o;
	const { suite, name, occurrence, metric, unit, better } = series;
	const track = trackOf(recorded, series);
	const steps = trendSteps({
		recorded,
		series,
		track,
		context
	});
	const limits = context.limitsOf(series, metric, unit);
	const creeping = once$1(() => {
		const values = newestLogs(trackOf(recorded, series)).map(({ point, log }) => ({
			at: series.at[point],
			log: log + stepsAfter(steps, series.at[point])
		}));
		const creep = creepOf(values, commits, better);
		return {
			creep,
			forecast: forecastOf(values, creep, commits, limits)
		};
	});
	const burn = once$1(() => limits === null ? null : burnOf(o.points(series), commits, limits, context.now));
	const milestones = once$1(() => milestonesOf(o.points(series), steps, commits, better));
	return {
		suite,
		name,
		occurrence,
		metric,
		unit,
		better,
		get points() {
			return o.points(series);
		},
		steps,
		get creep() {
			return creeping().creep;
		},
		get forecast() {
			return creeping().forecast;
		},
		get burn() {
			return burn();
		},
		get milestones() {
			return milestones();
		}
	};
}
const stepsAfter = (steps, at) => steps.reduce((sum, step) => step.at > at && step.creptTo === void 0 ? sum + step.change.log : sum, 0);
function once$1(make) {
	let made = null;
	return () => (made ??= { value: make() }).value;
}
/** Makes the points of a series; those that were asked for last are kept. */
function newestPoints(recorded) {
	let last = null;
	let points = [];
	return (series) => {
		if (series !== last) points = trendPoints(recorded, series);
		last = series;
		return points;
	};
}
function trendPoints(recorded, series) {
	const track = trackOf(recorded, series);
	const scale = track.lastWithoutLog.at(-1) === -1 ? null : unitOf(series.unit).small;
	const levels = levelsOf(track, scale);
	return Array.from(series.at, (at, i) => ({
		at,
		value: series.value[i],
		low: series.low[i],
		high: series.high[i],
		...unitOfPoint(recorded, series, i),
		change: Number.isNaN(series.change[i]) ? null : {
			log: series.change[i],
			low: series.changeLow[i],
			high: series.changeHigh[i]
		},
		verdict: VERDICTS[series.verdict[i] - 1] ?? null,
		break: track.breaks[i],
		otherEnvironment: i > 0 && (track.machine[i] !== track.machine[i - 1] || track.software[i] !== track.software[i - 1]),
		level: levelAt(levels, i, scale)
	}));
}
function unitOfPoint({ units }, series, i) {
	const unit = units[series.units[i]];
	return unit === series.unit ? {} : { unit };
}
function levelAt({ level, error }, i, scale) {
	const [log, deviation] = [level[i], error[i]];
	const value = valueOf(log, scale);
	const low = valueOf(log - Z95 * deviation, scale);
	const high = valueOf(log + Z95 * deviation, scale);
	return [
		value,
		low,
		high
	].every(Number.isFinite) ? {
		value,
		low,
		high
	} : null;
}

// src/history/column.ts
const FIRST = 8;
function column(type) {
	let values = new type(FIRST);
	let length = 0;
	return {
		get length() {
			return length;
		},
		push(value) {
			if (length === values.length) {
				const larger = new type(Math.ceil(1.5 * length));
				larger.set(values);
				values = larger;
			}
			values[length++] = value;
		},
		at: (index) => values[index]
	};
}

// src/history/recorded.ts
/** How many benchmarks and metrics are kept, those of the newest runs first: each run may have new names. */
const MAX_SERIES = 5e4;
const room = () => ({
	left: MAX_SERIES,
	isFull: false
});
/** Takes the runs of one ref and key, newest first, one at a time. Recorders may share their room. */
function recordHistory(within = room()) {
	const runs = [];
	const commits = /* @__PURE__ */ new Map();
	const owners = /* @__PURE__ */ new Map();
	const units = /* @__PURE__ */ new Map();
	/** Names that two benchmarks of one run have: there only the whole key says which is which. */
	const shared = /* @__PURE__ */ new Set();
	const interned = interner();
	let [ref, key] = ["", "default"];
	function add({ run }) {
		if (runs.length === 0) [ref, key] = [run.ref, run.run.key];
		const { sha, parent, time, subject } = run.commit;
		const facts = factsOf(run, interned);
		const place = runs.push(facts) - 1;
		const known = commits.get(sha);
		if (known === void 0 || known.importedFrom !== null && facts.importedFrom === null) {
			const { config: _, anchor: _anchor, ...machine } = facts;
			commits.set(sha, {
				...machine,
				parent: interned(parent),
				time,
				subject,
				pull: pullIn(subject)
			});
		}
		const names = /* @__PURE__ */ new Set();
		for (const benchmark of run.benchmarks) {
			const key = keyOfStored(benchmark);
			const text = keyText(key);
			const { metrics } = owners.get(text) ?? { metrics: /* @__PURE__ */ new Map() };
			if (names.has(key.name) && shared.size < 5e4) shared.add(key.name);
			names.add(key.name);
			const edited = benchmark.edited === true;
			for (const metric of benchmark.metrics) append(metrics, metric, {
				place,
				edited,
				units,
				facts,
				within
			});
			if (metrics.size > 0 && !owners.has(text)) owners.set(text, {
				key,
				metrics
			});
		}
	}
	const finish = () => ({
		ref,
		key,
		units: [...units.keys()],
		...columnsOf({
			runs,
			commits,
			owners: [...owners.values()],
			shared
		})
	});
	return {
		add,
		finish
	};
}
/** Shares one string among equal texts, because each parsed run has copies of its own. */
function interner() {
	const texts = /* @__PURE__ */ new Map();
	return (text) => {
		if (text === null) return text;
		const known = texts.get(text);
		if (known === void 0) texts.set(text, text);
		return known ?? text;
	};
}
const factsOf = ({ commit, environment, config, imported, anchor }, interned) => ({
	sha: interned(commit.sha),
	cpu: interned(environment.cpu),
	node: interned(environment.node),
	image: interned(environment.image),
	config: interned(config),
	importedFrom: interned(imported?.from ?? null),
	anchor: interned(anchor?.sha ?? null)
});
function columnsOf({ runs, commits, owners, shared }) {
	const places = placesOf(runs, commits);
	const benchmarks = new Int32Array(commits.size);
	const series = joined(owners, shared).flatMap((group) => {
		const found = seriesOfOwner(group, runs, places);
		const has = new Uint8Array(commits.size);
		for (const one of found) for (let i = 0; i < one.at.length; i++) has[one.at[i]] = 1;
		for (let at = 0; at < has.length; at++) benchmarks[at] += has[at];
		return found;
	});
	const inOrder = places.order.map((sha) => commits.get(sha));
	const number = new Map(places.order.map((sha, at) => [sha, at]));
	return {
		commits: inOrder,
		runs,
		benchmarks,
		parents: Int32Array.from(inOrder, ({ parent }) => parent === null ? -1 : number.get(parent) ?? -1),
		machines: numbersOf(runs, ({ cpu }) => cpu),
		software: numbersOf(runs, ({ node, image }) => JSON.stringify([node, image])),
		series
	};
}
/** A number for each text, in the order in which they come. */
function numbersOf(runs, textOf) {
	const known = /* @__PURE__ */ new Map();
	return Int32Array.from(runs, (run) => {
		const text = textOf(run);
		const number = known.get(text) ?? known.size;
		known.set(text, number);
		return number;
	});
}
function append(metrics, found, o) {
	if (found.values.length === 0) return;
	const [low, value, high] = quartiles(found.values);
	if (isTimedZero(found.unit, value) || ![
		low,
		value,
		high
	].every(isPlausible)) return;
	const isMeasured = o.facts.importedFrom === null;
	const { metric, unit, better } = found;
	const known = metrics.get(metric);
	if (known === void 0 && o.within.left === 0) {
		o.within.isFull = true;
		return;
	}
	const rows = known ?? emptyRows({
		metric,
		unit,
		better,
		isMeasured
	});
	if (known === void 0) {
		metrics.set(metric, rows);
		o.within.left--;
	}
	if (isMeasured && !rows.isMeasured) Object.assign(rows, {
		unit,
		better,
		isMeasured
	});
	const unitNumber = o.units.get(unit) ?? o.units.size;
	o.units.set(unit, unitNumber);
	if (found.anchor !== void 0 && isPlausibleChange(found.anchor)) {
		const { log, low, high } = found.anchor;
		rows.anchors = (rows.anchors ?? /* @__PURE__ */ new Map()).set(rows.run.length, {
			log,
			low,
			high
		});
	}
	rows.run.push(o.place);
	rows.value.push(value);
	rows.low.push(low);
	rows.high.push(high);
	const change = found.change !== null && isPlausibleChange(found.change) ? found.change : null;
	rows.change.push(change?.log ?? NaN);
	rows.changeLow.push(change?.low ?? NaN);
	rows.changeHigh.push(change?.high ?? NaN);
	rows.verdict.push(found.verdict === null ? 0 : VERDICTS.indexOf(found.verdict) + 1);
	rows.edited.push(Number(o.edited));
	rows.units.push(unitNumber);
}
/**
* Whether a number can be a measurement. Sums and ratios of larger or smaller ones would overflow, and a file
* may contain any number.
*/
const isPlausible = (value) => {
	const size = Math.abs(value);
	return size === 0 || size > 1e-100 && size < 1e100;
};
/** A change by less than a factor of 1e43, with an interval that is one. */
const isPlausibleChange = ({ log, low, high }) => low <= log && log <= high && Math.max(-low, high) < 100;
const emptyRows = (what) => ({
	...what,
	run: column(Int32Array),
	value: column(Float64Array),
	low: column(Float64Array),
	high: column(Float64Array),
	change: column(Float64Array),
	changeLow: column(Float64Array),
	changeHigh: column(Float64Array),
	anchors: null,
	verdict: column(Uint8Array),
	edited: column(Uint8Array),
	units: column(Int32Array)
});
const NO_ANCHORS = /* @__PURE__ */ new Map();
/**
* Groups the owners that are the same benchmark. A name that occurs at most once in every run is one
* benchmark, whatever its suite: runs of earlier versions and of other tools give their suites other names.
*/
function joined(owners, shared) {
	return [...Map.groupBy(owners, ({ key }) => shared.has(key.name) ? keyText(key) : JSON.stringify(key.name)).values()];
}
/** A commit never stands before its parent, whose job may have ended later. */
function placesOf(runs, commits) {
	const number = /* @__PURE__ */ new Map();
	for (const place of statingRuns(runs, () => true).reverse()) {
		const line = /* @__PURE__ */ new Set();
		let sha = runs[place].sha;
		while (sha !== null && commits.has(sha) && !number.has(sha) && !line.has(sha)) {
			line.add(sha);
			sha = commits.get(sha).parent;
		}
		for (const one of [...line].reverse()) number.set(one, number.size);
	}
	return {
		order: [...number.keys()],
		commitOf: Int32Array.from(runs, ({ sha }) => number.get(sha))
	};
}
function seriesOfOwner(group, runs, { order, commitOf }) {
	return [...new Set(group.flatMap(({ metrics }) => [...metrics.keys()]))].map((id) => {
		const parts = group.flatMap(({ metrics }) => metrics.get(id) ?? []);
		const partOf = new Int32Array(runs.length).fill(-1);
		const rowOf = new Int32Array(runs.length);
		for (const [part, rows] of parts.entries()) for (let row = 0; row < rows.run.length; row++) {
			partOf[rows.run.at(row)] = part;
			rowOf[rows.run.at(row)] = row;
		}
		const has = (place) => partOf[place] >= 0;
		const chosen = (order.length === runs.length ? [...runs.keys()].filter(has) : statingRuns(runs, has)).sort((a, b) => commitOf[a] - commitOf[b]);
		const { metric, unit, better } = parts.find(({ isMeasured }) => isMeasured) ?? parts[0];
		const pick = (type, name) => {
			const out = new type(chosen.length);
			chosen.forEach((place, i) => {
				out[i] = parts[partOf[place]][name].at(rowOf[place]);
			});
			return out;
		};
		const anchorsOf = () => new Map(chosen.flatMap((place, i) => {
			const [found, sha] = [parts[partOf[place]].anchors?.get(rowOf[place]), runs[place].anchor];
			return found === void 0 || sha === null ? [] : [[i, {
				...found,
				sha
			}]];
		}));
		return {
			...group[0].key,
			metric,
			unit,
			better,
			at: Int32Array.from(chosen, (place) => commitOf[place]),
			run: Int32Array.from(chosen),
			value: pick(Float64Array, "value"),
			low: pick(Float64Array, "low"),
			high: pick(Float64Array, "high"),
			change: pick(Float64Array, "change"),
			changeLow: pick(Float64Array, "changeLow"),
			changeHigh: pick(Float64Array, "changeHigh"),
			anchors: parts.some(({ anchors }) => anchors !== null) ? anchorsOf() : NO_ANCHORS,
			verdict: pick(Uint8Array, "verdict"),
			edited: pick(Uint8Array, "edited"),
			units: pick(Int32Array, "units")
		};
	});
}
/** The number of the pull request that a subject names, as GitHub writes it when it merges or squashes. */
function pullIn(subject) {
	const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)\s*$/.exec(subject) ?? [];
	const digits = merged ?? squashed;
	return digits === void 0 ? null : Number(digits);
}

export { quotation as $, ZodISODateTime as $n, shortName as $t, visibleJson as A, ConfigError as An, TOPICS as Ar, forMessage as At, evidenceSchema as B, toNanoseconds as Bn, percentDigits as Bt, findPull as C, DEFAULT_SUITES as Cn, suiteMetric as Cr, saysFull as Ct, onlyOurs as D, editDistance as Dn, isGitFolder as Dr, ownNode as Dt, authorsOf as E, nearestNames as En, CONFIG_PLACES as Er, openJob as Et, Catalog as F, problemOfBranch as Fn, info as Fr, tokenSettings as Ft, differenceOf as G, metricSchema as Gn, linesForTerminal as Gt, keyOfStored as H, unitOf as Hn, baselineRefs as Ht, readEnvironment as I, isCounted as In, notice as Ir, withGitSettings as It, judge as J, nameText as Jn, forMarkdown as Jt, editOf as K, unitSchema as Kn, outsideText as Kt, normalCdf as L, isTimed as Ln, setFailed as Lr, withoutCredentials as Lt, isBeyondWarning as M, require_dist as Mn, invariant as Mr, howItEnded as Mt, knownHistory as N, linkTo as Nn, version$2 as Nr, runProcess as Nt, KEY as O, checkGlob as On, problemInProject as Or, docsOfAction as Ot, withStanding$1 as P, checkRevision as Pn, error$1 as Pr, pointsGitElsewhere as Pt, costToEffect as Q, suitePrefix as Qn, written$1 as Qt, normalQuantile as R, isTimedZero as Rn, warning as Rr, formatPair as Rt, filesOfPull as S, QUIET_FLAGS as Sn, isSuiteMetric as Sr, pointElsewhere as St, sameText as T, didYouMean as Tn, usualMetricIn as Tr, measuringRuntime as Tt, seriesOf as U, betterSchema as Un, recordedBranches as Ut, findStored as V, unitKind as Vn, plural as Vt, conditionsOf as W, metricIdSchema as Wn, forAnnotation as Wt, absoluteState as X, normalName as Xn, shortSha as Xt, relativeLevels as Y, nextOccurrence as Yn, outside as Yt, promiseState as Z, soleNames as Zn, words as Zt, directionOfAll as _, withDefaultBudget as _n, toJSONSchema as _r, firstLine as _t, linksOf as a, setNothing as an, int as ar, nearestThat as at, worsening as b, filterOf as bn, SUITE_METRIC_IDS as br, explainFull as bt, publishFailureSurfaces as c, placesOfConfig as cn, number$1 as cr, NO_LIMITS as ct, listOf as d, hasEnded as dn, strictObject as dr, timingOf as dt, shorten as en, _enum as er, sentenceOf as et, paragraphs as f, plainLimits as fn, string as fr, timingStats as ft, flagForShell as g, waiverFor as gn, url$1 as gr, StatedError as gt, acceptanceOfChange as h, unreportedRules as hn, unknown$1 as hr, SIDES as ht, historyOf as i, unpublished as in, discriminatedUnion as ir, nearTo as it, writeOwnFile as j, quoted$1 as jn, UserError as jr, TAIL_BYTES as jt, legOf as k, compileGlob as kn, problemOfOpened as kr, parsedAnswer as kt, publishSurfaces as l, budgetedMetrics as ln, object as lr, nothingCompared as lt, namesOf as m, unmatchedRules as mn, union as mr, median as mt, recordHistory as n, ApiError as nn, array as nr, environmentSchema as nt, publish as o, configAmong as on, literal$1 as or, systemOf as ot, sentence as p, resolveBudget as pn, tuple as pr, quantile as pt, stateProcessor as q, keyText as qn, forLog as qt, room as r, nullIfMissing as rn, boolean as rr, lookUpStored as rt, publishFailure as s, loadConfig as sn, looseObject as sr, medianInterval as st, MAX_SERIES as t, appendSummary as tn, _null as tr, VERDICTS as tt, foldedText as u, budgetsOf as un, record as ur, metricValue as ut, effectWords as v, concernedBy as vn, _isoDateTime as vr, describeError as vt, printOutside as w, limitText as wn, usualMetric as wr, writeText as wt, MAX_PULL_FILES as x, DEFAULT_CONFIG as xn, callsNeeded as xr, explainPlace as xt, intervalWords as y, describeTarget as yn, PRIMARY as yr, explainDisk as yt, MAX_MESSAGE as z, normalUnit as zn, grouped as zt };