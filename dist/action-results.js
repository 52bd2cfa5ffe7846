import { n as rawMetrics, t as evidenceOfResults } from "./action-ingest.js";
import { Jt as UserError, i as MAX_MESSAGE, r as SIDES, t as Catalog } from "./action-common.js";

// src/gate/external-results.ts
const MAX_WARNINGS = 100;
/** A suite is a path or the name of a tool. */
const MAX_SUITE = 2e3;
/**
* Several files a side are several runs of the same benchmarks; one that a file lacks is known from the
* others. Throws a UserError where the files hold nothing that can be compared, or too many benchmarks.
*/
function readSides(sides, { metrics }) {
	const catalog = new Catalog(metrics);
	const read = {
		base: readSide("base", sides.base, catalog),
		head: readSide("head", sides.head, catalog)
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
	const ofFiles = SIDES.flatMap((side) => sides[side].flatMap(({ name, file }) => file.warnings.map((warning) => `${name}: ${warning}`)));
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
* The files of one side; what they name and report goes into the catalog. `failed`: what its tool says
* failed.
*/
function readSide(side, files, catalog) {
	const values = [];
	const data = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	const failed = /* @__PURE__ */ new Set();
	const named = /* @__PURE__ */ new Map();
	for (const { file } of files) {
		const ofFile = /* @__PURE__ */ new Map();
		values.push(ofFile);
		for (const benchmark of file.benchmarks) {
			const { key: id } = benchmark;
			if (benchmark.status === "skipped") continue;
			const suite = catalog.benchmarks.get(id)?.suite ?? (benchmark.suite ?? file.tool).slice(0, MAX_SUITE);
			if (!named.has(id)) catalog.register({
				suite,
				source: "command",
				side
			}, id, [{
				file: null,
				line: null,
				hash: ""
			}]);
			named.set(id, (named.get(id) ?? 0) + 1);
			const found = catalog.values(id, side, benchmark.metrics.flatMap(rawMetrics));
			if (benchmark.status === "failed") failed.add(id);
			if (Object.keys(found).length === 0) noteFailure(failures, benchmark);
			else ofFile.set(id, found);
			collect(data, benchmark, found);
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
function listed(warnings) {
	const shown = [...new Set(warnings)].slice(0, MAX_WARNINGS).map((warning) => warning.slice(0, MAX_MESSAGE));
	const more = new Set(warnings).size - shown.length;
	return more > 0 ? [...shown, `and ${more} more warnings of the result files`] : shown;
}
function noteFailure(failures, { key, status, message }) {
	const why = status === "failed" ? message ?? "its tool says that it failed" : "nothing that it reports can be compared";
	const { processes = 0, message: first = why } = failures.get(key) ?? {};
	failures.set(key, {
		message: first.slice(0, MAX_MESSAGE),
		processes: processes + 1,
		of: 0,
		excluded: false
	});
}
/**
* Keeps what a file says of metrics that have a value; one without is in another unit than before, or not
* comparable.
*/
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
* Result files of head as evidence: each file is one process, and base was not measured. Who judges it
* decides what stands in for base. Throws a UserError as `readSides` does.
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
			files: files.map(({ name }) => name.slice(0, MAX_MESSAGE))
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
/**
* A benchmark's values in the files that have it, four a block: there is no order in them that would mean
* anything.
*/
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

export { evidenceOfResults, resultsEvidence as t };