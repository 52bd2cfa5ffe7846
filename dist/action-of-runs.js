import { n as historyOf, t as recordHistory } from "./action-common.js";

// src/history/of-runs.ts
/**
* The history of runs, newest first, with as many values as `limit` allows: series that are `wanted` come
* before the others.
*/
function historyOfRuns(runs, context, { limit, wanted }) {
	const recording = recordHistory();
	for (const run of runs) recording.add(run);
	const recorded = recording.finish();
	const { series } = recorded;
	let values = 0;
	const kept = new Set([...series.filter(wanted), ...series.filter((one) => !wanted(one))].filter(({ at }) => (values += at.length) <= limit));
	return historyOf({
		...recorded,
		series: series.filter((one) => kept.has(one))
	}, context);
}

export { historyOfRuns };