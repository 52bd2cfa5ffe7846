import { d as MAX_SERIES, f as recordHistory, g as keyOfStored, v as historyOf } from "./cli-common.js";

// src/history/of-runs.ts
/** The fewest values with a change point: three commits on each level. */
const FEWEST_VALUES = 6;
/**
* The history of runs, newest first, with as many values as `limit` allows: series that are `wanted` come
* before the others.
*/
function historyOfRuns(runs, context, { limit, names, wanted }) {
	const recording = recordHistory();
	const chosen = chosenNames(runs, {
		limit,
		names
	});
	for (const { path, run } of runs) {
		const benchmarks = run.benchmarks.filter((one) => chosen.has(nameOf(one)));
		recording.add({
			path,
			run: {
				...run,
				benchmarks
			}
		});
	}
	const recorded = recording.finish();
	const { series } = recorded;
	let values = 0;
	const kept = new Set([...series.filter(wanted), ...series.filter((one) => !wanted(one))].filter(({ at }) => (values += at.length) <= limit));
	return historyOf({
		...recorded,
		benchmarks: benchmarksOf(recorded, runs),
		series: series.filter((one) => kept.has(one))
	}, context);
}
const nameOf = (benchmark) => keyOfStored(benchmark).name;
/** Names with enough values for a change point, as many as the limit has room for. */
function chosenNames(runs, { limit, names }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { run } of runs) for (const benchmark of run.benchmarks) {
		const name = nameOf(benchmark);
		const count = counts.get(name);
		if (count === void 0 && counts.size >= 5e4 && !names.has(name)) continue;
		counts.set(name, (count ?? 0) + benchmark.metrics.length);
	}
	const chosen = /* @__PURE__ */ new Set();
	let values = 0;
	for (const isWanted of [true, false]) for (const [name, count] of counts) {
		if (names.has(name) !== isWanted || count < FEWEST_VALUES || values >= limit) continue;
		values += count;
		chosen.add(name);
	}
	return chosen;
}
/** How many benchmarks each commit has, whether they are looked at or not. */
function benchmarksOf({ commits }, runs) {
	const most = /* @__PURE__ */ new Map();
	for (const { run } of runs) most.set(run.commit.sha, Math.max(most.get(run.commit.sha) ?? 0, run.benchmarks.length));
	return Int32Array.from(commits, ({ sha }) => most.get(sha));
}

export { historyOfRuns };