import { $n as ZodISODateTime, A as visibleJson, At as forMessage, B as evidenceSchema, C as findPull, Cn as DEFAULT_SUITES, Cr as suiteMetric, Ct as saysFull, Dn as editDistance, Dt as ownNode, En as nearestNames, F as Catalog, Fn as problemOfBranch, Fr as info, Ft as tokenSettings, G as differenceOf, Gn as metricSchema, Gt as linesForTerminal, H as keyOfStored, Hn as unitOf$1, Ht as baselineRefs, I as readEnvironment, Ir as notice, It as withGitSettings, J as judge, Jn as nameText, K as editOf, Kn as unitSchema, Kt as outsideText, L as normalCdf, Ln as isTimed, Lr as setFailed, Lt as withoutCredentials, Mn as require_dist, Mr as invariant, Mt as howItEnded, N as knownHistory, Nr as version, Nt as runProcess, Or as problemInProject, P as withStanding, Pn as checkRevision, Pt as pointsGitElsewhere, Q as costToEffect, Qn as suitePrefix, R as normalQuantile, Rn as isTimedZero, Rr as warning, S as filesOfPull, Sn as QUIET_FLAGS, Sr as isSuiteMetric, St as pointElsewhere, Tt as measuringRuntime, U as seriesOf, Un as betterSchema, V as findStored, Vn as unitKind, Vt as plural, Wn as metricIdSchema, Wt as forAnnotation, X as absoluteState, Xn as normalName, Y as relativeLevels, Yn as nextOccurrence, Yt as outside, Z as promiseState, Zn as soleNames, _n as withDefaultBudget, _r as toJSONSchema, an as setNothing, ar as int, at as nearestThat, bn as filterOf, br as SUITE_METRIC_IDS, bt as explainFull, c as publishFailureSurfaces, cn as placesOfConfig, cr as number, ct as NO_LIMITS, dn as hasEnded, dr as strictObject, dt as timingOf, er as _enum, et as sentenceOf$1, fn as plainLimits, fr as string, ft as timingStats, gn as waiverFor, gr as url, gt as StatedError, hn as unreportedRules, ht as SIDES, i as historyOf, ir as discriminatedUnion, it as nearTo, j as writeOwnFile, jr as UserError, jt as TAIL_BYTES, k as legOf, kn as compileGlob, kt as parsedAnswer, l as publishSurfaces, ln as budgetedMetrics, lr as object, lt as nothingCompared, mn as unmatchedRules, mt as median, n as recordHistory, nn as ApiError, nr as array, nt as environmentSchema, o as publish$1, on as configAmong, or as literal, ot as systemOf, pn as resolveBudget, pt as quantile, q as stateProcessor, qn as keyText, qt as forLog, r as room, rn as nullIfMissing, rr as boolean, rt as lookUpStored, s as publishFailure, sn as loadConfig, st as medianInterval, t as MAX_SERIES, tt as VERDICTS, un as budgetsOf, ut as metricValue, vn as concernedBy, vr as _isoDateTime, vt as describeError, w as printOutside, wn as limitText, wr as usualMetric, wt as writeText, x as MAX_PULL_FILES, xn as DEFAULT_CONFIG, xr as callsNeeded, xt as explainPlace, yn as describeTarget, yr as PRIMARY, yt as explainDisk, z as MAX_MESSAGE } from "./action-common.js";
import { builtinModules } from "node:module";
import { basename, dirname, isAbsolute, join, normalize, posix, relative, resolve, sep } from "node:path";
import { connect, createServer } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { crc32, inflateRawSync } from "node:zlib";
import { createHash, hash, randomBytes, randomUUID } from "node:crypto";
import { fileURLToPath, pathToFileURL } from "node:url";
import { access, constants, copyFile, cp, glob, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, rmdir, stat, symlink, writeFile } from "node:fs/promises";
import { homedir, hostname, platform, tmpdir } from "node:os";
import { chmodSync, closeSync, constants as constants$2, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync, rmdirSync, statSync, symlinkSync, unlinkSync } from "node:fs";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/github/evidence-names.ts
function evidenceNames(key) {
	const name = key === "default" ? "benchgate-report" : `benchgate-report-${key}`;
	return {
		artifact: name,
		file: `${name}.json`
	};
}

// src/github/merge-base.ts
const answerSchema = object({ merge_base_commit: object({ sha: string().regex(/^[0-9a-f]{40,64}$/) }) });
/**
* The merge base of two commits, for checkouts that do not hold it. Null when GitHub knows none: one of the
* commits is gone, or they have no common history.
*/
async function mergeBase$1(client, baseSha, headSha) {
	const { rest } = await client.octokit();
	const found = await nullIfMissing(rest.repos.compareCommitsWithBasehead({
		...client.repository,
		basehead: `${baseSha}...${headSha}`,
		per_page: 1
	}));
	return found && parsedAnswer(answerSchema, found.data, "a comparison").merge_base_commit.sha;
}

// src/compare/error-rise.ts
/** The metric for the fraction of a load test's requests that failed. */
const ERROR_RATE = "error-rate";
/**
* Rise of the error rate (a difference of fractions) above which times no longer measure the same work: one
* request in a thousand.
*/
const ERRORS_APPEAR = .001;
/**
* Why a time or a rate is void; null where it is not. A request that fails at once is fast, so where more
* requests fail than on base, times and throughput describe a different service. `rates` are fractions, one a
* process.
*/
function riseOfErrors({ id, unit }, rates) {
	if (!isTimed(unit) || id === "error-rate" || rates.base.length === 0) return null;
	if (rates.head.length === 0) return { code: "error-rate-unknown" };
	const [base, head] = [quantile(rates.base, .5), quantile(rates.head, .5)];
	if (head - base <= ERRORS_APPEAR) return null;
	return {
		code: "error-rate-rose",
		base,
		head
	};
}

// src/compare/extract.ts
/**
* Zero has no logarithm. Values below this are treated as this: a billionth of a byte, of an allocation, or
* of the requests.
*/
const SMALLEST = 1e-9;
/** Log cost of a value, zero included: see Block. */
function costOf(better, value) {
	const log = Math.log(Math.max(value, SMALLEST));
	return better === "lower" ? log : -log;
}
/** The blocks, in log costs, in which every process has a usable value of the metric. */
function costBlocks(metric, measured) {
	const blocks = [];
	for (const block of measured) {
		const base = costs(metric, block.base);
		const head = costs(metric, block.head);
		if (base && head && base.length > 0 && head.length > 0) blocks.push({
			base,
			head
		});
	}
	return blocks;
}
function costs(metric, side) {
	const found = [];
	for (const stats of side) {
		if (!isUsable(metric, stats)) return null;
		found.push(costOf(metric.better, metricValue(metric.id, stats)));
	}
	return found;
}
/** True when a process has a value of the metric that can be compared. */
function isUsable({ id, unit }, stats) {
	const value = metricValue(id, stats);
	return value !== null && Number.isFinite(value) && (value > 0 || value === 0 && unitOf$1(unit).canBeZero);
}
/** A metric's values, in its unit, of the processes that have one. */
const valuesIn = (metric, processes) => processes.map((stats) => metricValue(metric, stats)).filter((value) => value !== null);

// src/compare/exact.ts
/** Tolerance for logs of equal ratios, which differ in their last digits. */
const ROUNDING = 1e-9;
/**
* Compares a deterministic metric. Where all processes of a side agree, the difference is a fact, not an
* estimate, and one block is enough. Where they disagree after all, `low` and `high` are the least and the
* greatest difference between any two processes of the two sides: a change counts when the medians differ by
* the warn level and no two processes differ in the opposite direction. Results are differences in log cost,
* positive is worse; null without a block.
*/
function compareExactly({ levels, limited, metric }, measured) {
	const blocks = costBlocks(metric, measured);
	if (blocks.length === 0) return null;
	const base = blocks.flatMap((block) => block.base);
	const head = blocks.flatMap((block) => block.head);
	const estimate = quantile(head, .5) - quantile(base, .5);
	const low = Math.min(...head) - Math.max(...base);
	const high = Math.max(...head) - Math.min(...base);
	return {
		decision: limited ? decideRange({
			estimate,
			low,
			high
		}, levels.warn) : null,
		estimate,
		low,
		high,
		pairs: head.length
	};
}
function decideRange({ estimate, low, high }, warnLog) {
	if (estimate >= warnLog - ROUNDING) return low > 0 ? "regression" : "inconclusive";
	if (estimate <= -warnLog + ROUNDING && high < 0) return "improvement";
	return low > 0 ? "slower-small" : "unchanged";
}
/**
* The decision on a difference in log cost (positive is worse) between two deterministic values. `warnLog` >
* 0.
*/
const decideExactly = (estimate, warnLog) => decideRange({
	estimate,
	low: estimate,
	high: estimate
}, warnLog);

// src/compare/own-value.ts
const sideOf = (blocks, side) => blocks.flatMap((block) => block[side]);
/**
* A metric's values in its unit, one a process. Empty when any process lacks one, because the processes that
* lack a value are the slow ones.
*/
function valuesOfAll(metric, side) {
	const values = valuesIn(metric, side);
	return values.length === side.length ? values : [];
}
const medianOf = (values) => values.length === 0 ? null : quantile(values, .5);
/**
* Medians over the processes of a side: of the metric in its unit, and of the median time in ns, which is
* shown beside it.
*/
const middleOf = ({ id }, side) => ({
	value: medianOf(valuesOfAll(id, side)),
	p50: medianOf(valuesOfAll("time.p50", side))
});
const rangeOf = (values) => values.length === 0 ? null : {
	low: Math.min(...values),
	high: Math.max(...values)
};
/**
* Distribution-free 95 % interval of a side's own value, in the metric's unit; null below six processes. For
* a deterministic metric, the range of all values.
*/
function ownInterval(metric, side) {
	const values = valuesOfAll(metric.id, side);
	return metric.exact ? rangeOf(values) : medianInterval(values);
}
/** Why no block of processes was completed. */
const unmeasured = (timeUp) => ({ code: timeUp ? "no-room-for-a-block" : "no-block" });
/**
* Head's own value in the metric's unit, for limits that need no base. `why` says why base is missing; null
* where no base is expected.
*/
function describeAlone(metric, { first, fresh }, { ofFiles, timeUp }, why) {
	const all = sideOf([...first, ...fresh], "head");
	const middle = middleOf(metric, metric.exact ? all : sideOf(first, "head"));
	const values = valuesIn(metric.id, all);
	const head = ofFiles && middle.value === null ? {
		...middle,
		value: medianOf(values)
	} : middle;
	const isCoarse = isTimedZero(metric.unit, head.value);
	const lack = head.value === null ? [whyNoValue(metric, all.length === 0, {
		ofFiles,
		timeUp
	})] : [];
	const findings = [...why === null ? [] : [{
		code: "nothing-to-compare-with",
		why
	}], ...lack];
	return {
		...nothingCompared(metric),
		head,
		headInterval: isCoarse ? null : ownInterval(metric, fresh.length > 0 ? sideOf(fresh, "head") : metric.exact ? all : sideOf(first, "head")) ?? (ofFiles ? rangeOf(values) : null),
		obstacle: findings.length === 0 ? null : {
			findings,
			severity: "warn"
		},
		doubts: isCoarse ? [{
			code: "timed-zero",
			sides: ["head"],
			unit: metric.unit
		}] : []
	};
}
/** Why head has no value of a metric. */
function whyNoValue({ id: metric }, isUnmeasured, { ofFiles, timeUp }) {
	if (ofFiles) return {
		code: "not-in-files",
		metric
	};
	if (isUnmeasured) return unmeasured(timeUp);
	const needed = callsNeeded(metric);
	return needed > 0 ? {
		code: "no-time-for-calls",
		metric,
		needed
	} : {
		code: "metric-not-reported-on-head",
		metric
	};
}

// src/compare/stored.ts
/**
* Standard deviation of a log value between jobs, assumed where too few stored runs show it. Hosted runners
* differ by 3.8 to 14.4 % (git-perf's study of variance), those with one model of processor by less.
*/
const UNKNOWN_SPREAD = .1;
/** Stored runs from which on they show how much runs differ. */
const MIN_RUNS = 8;
const Z_95 = 1.96;
/** Turns the median absolute deviation of normal data into their standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/**
* Compares head's value with that of a run in another job; estimate and interval are log costs, positive is
* worse. The interval is that of two jobs, however many processes there were. Another job's conditions are
* not controlled, so the comparison can warn but never fail.
*/
function compareStored({ levels, metric }, baseline, measured, head) {
	const { metric: known, obstacle, basis } = baseline;
	const alone = {
		...describeAlone(metric, measured, head, null),
		basis
	};
	if (obstacle !== null) return {
		...alone,
		obstacle: alone.obstacle ?? obstacle
	};
	if (alone.obstacle !== null) return alone;
	invariant(known !== null && known.values.length > 0, "a stored run without a value is compared with");
	const from = quantile(known.values, .5);
	const base = {
		value: from,
		p50: null
	};
	const processes = sideOf(measured.first, "head");
	const values = valuesIn(metric.id, processes);
	if (known.better !== metric.better) {
		const turned = {
			code: "direction-turned",
			stored: known.better,
			now: metric.better
		};
		return {
			...alone,
			base,
			obstacle: {
				findings: [turned],
				severity: "warn"
			}
		};
	}
	const voidBy = riseOfErrors(metric, {
		base: baseline.errorRates,
		head: valuesIn(ERROR_RATE, processes)
	});
	const compared = {
		...alone,
		base,
		voidBy,
		obstacle: null
	};
	if (voidBy !== null) return compared;
	const to = quantile(values, .5);
	const coarse = SIDES.filter((side) => isTimedZero(metric.unit, {
		base: from,
		head: to
	}[side]));
	if (coarse.length > 0) {
		const zero = {
			code: "timed-zero",
			sides: coarse,
			unit: metric.unit
		};
		return {
			...compared,
			doubts: [],
			obstacle: {
				findings: [zero],
				severity: "warn"
			}
		};
	}
	if (from === 0 || to === 0) return {
		...compared,
		...compareWithZero(metric, {
			from,
			to
		})
	};
	if (metric.exact) {
		const estimate = costOf(metric.better, to) - costOf(metric.better, from);
		return {
			...compared,
			decision: decideExactly(estimate, levels.warn),
			estimate,
			low: estimate,
			high: estimate
		};
	}
	const estimate = costOf(metric.better, middle$1(values)) - costOf(metric.better, middle$1(known.values));
	const reach = Z_95 * Math.SQRT2 * spreadOf(baseline.earlier);
	const [low, high] = [estimate - reach, estimate + reach];
	return {
		...compared,
		decision: decideInterval(low, high, levels),
		estimate,
		low,
		high
	};
}
/** The median, in the metric's unit, of the values above zero, which alone have a logarithm. */
const middle$1 = (values) => quantile(values.filter((value) => value > 0), .5);
function decideInterval(low, high, levels) {
	if (low > levels.warn) return "regression";
	if (high < 0) return "improvement";
	return high < levels.fail ? "unchanged" : "inconclusive";
}
/** There is no ratio to zero, but for deterministic values it is still certain which one is worse. */
function compareWithZero({ better, exact }, { from, to }) {
	if (from === to) return {
		decision: "unchanged",
		estimate: 0
	};
	const isWorse = better === "lower" ? to > from : to < from;
	const zero = { code: "zero-value" };
	const estimate = from === 0 ? null : better === "lower" ? -Infinity : Infinity;
	return exact ? {
		decision: isWorse ? "regression" : "improvement",
		estimate,
		doubts: [zero]
	} : {
		obstacle: {
			findings: [zero],
			severity: "warn"
		},
		estimate
	};
}
function spreadOf(earlier) {
	if (earlier.length < MIN_RUNS) return UNKNOWN_SPREAD;
	const steps = earlier.slice(1).map((value, i) => Math.abs(Math.log(value / earlier[i])));
	return Math.max(MAD_TO_SIGMA * quantile(steps, .5) / Math.SQRT2, .005);
}

// src/config/budget-changes.ts
const LIMITS$2 = {
	"max-regression": {
		field: "maxRegression",
		bigIsLenient: true,
		relative: true
	},
	max: {
		field: "max",
		bigIsLenient: true,
		relative: false
	},
	min: {
		field: "min",
		bigIsLenient: false,
		relative: false
	}
};
const CAPS = [
	"fail",
	"warn",
	"off"
];
/**
* What a change does to the budgets of these benchmarks: one entry for each difference, with the number of
* benchmarks that it concerns; a promise of more speed is no budget of others. What gets more lenient in one
* level and stricter in the other counts as loosened. Loosened ones come first, and of these `forks`, which
* is about every failure.
*/
function budgetChanges(before, after, benchmarks) {
	const found = /* @__PURE__ */ new Map();
	for (const benchmark of benchmarks) {
		const { metrics, primary } = benchmark;
		const [from, to] = [budgetsOf(before, benchmark.before ?? benchmark), budgetsOf(after, benchmark)];
		for (const metric of metrics) {
			const [old, proposed] = [from.of(metric.id, primary), to.of(metric.id, primary)];
			for (const change of differences(old, proposed, metric)) {
				const key = JSON.stringify(change);
				const known = found.get(key);
				if (known) known.benchmarks++;
				else found.set(key, {
					...change,
					benchmarks: 1,
					example: benchmark.name
				});
			}
		}
	}
	return [...forksChange(before, after, benchmarks.length), ...found.values()].sort((a, b) => Number(a.direction === "tightened") - Number(b.direction === "tightened"));
}
function forksChange({ forks: from }, { forks: to }, benchmarks) {
	if (from === to) return [];
	return [{
		direction: to === "warn" ? "loosened" : "tightened",
		metric: null,
		limit: "forks",
		from,
		to,
		benchmarks,
		example: null
	}];
}
function differences(from, to, metric) {
	const changes = [];
	for (const limit of Object.keys(LIMITS$2)) {
		const { field } = LIMITS$2[limit];
		const direction = directionOf$1(limit, from[field], to[field], metric);
		const [before, after] = [words(limit, from[field], metric), words(limit, to[field], metric)];
		if (direction !== null) changes.push({
			direction,
			metric: metric.id,
			limit,
			from: before,
			to: after
		});
	}
	if (Object.values(LIMITS$2).some(({ field }) => from[field] !== null || to[field] !== null) && from.severity !== to.severity) {
		const direction = CAPS.indexOf(to.severity) > CAPS.indexOf(from.severity) ? "loosened" : "tightened";
		changes.push({
			direction,
			metric: metric.id,
			limit: "severity",
			from: from.severity,
			to: to.severity
		});
	}
	return changes;
}
function directionOf$1(limit, from, to, metric) {
	if (from !== null && to !== null && unitOf(from, metric) !== unitOf(to, metric)) return "loosened";
	const sign = LIMITS$2[limit].bigIsLenient ? 1 : -1;
	const leniency = (level) => level == null ? Infinity : sign * level;
	const steps = ["warn", "fail"].map((level) => [leniency(from?.[level]), leniency(to?.[level])]);
	if (steps.some(([before, after]) => after > before)) return "loosened";
	return steps.some(([before, after]) => after < before) ? "tightened" : null;
}
/** A bare number is in whatever unit the metric has. */
const unitOf = (levels, metric) => levels.unit ?? metric.unit;
function words(limit, levels, metric) {
	if (levels === null) return "none";
	const unit = LIMITS$2[limit].relative ? "fraction" : unitOf(levels, metric);
	const one = (value) => limitText(value, unit);
	const { warn, fail } = levels;
	if (fail !== null && (warn === null || limit === "max-regression" && warn === fail / 2)) return one(fail);
	return [warn === null ? "" : `warn ${one(warn)}`, fail === null ? "" : `fail ${one(fail)}`].filter(Boolean).join(", ");
}

// src/config/naming.ts
/**
* The rule that makes the absence of a benchmark a finding: one that matches it and nothing else that head
* still has. A rule by name is that, and so is a glob whose whole family vanished; `**` over the remaining
* suite is not. A rule by name asks for each key: `noop` of one suite does not excuse that `noop` is gone
* from another.
*/
const namingRule = (config, key, onHead) => config.budgets.find((rule) => {
	const matches = concernedBy(rule);
	const isByName = normalName(rule.match) === key.name;
	return rule.line !== 0 && matches(key) && !onHead.some((other) => !(isByName && other.name === key.name) && matches(other));
}) ?? null;

// src/judge/outcome.ts
/** The gravest row decides the outcome, never an average. */
function outcomeOf$1(rows) {
	if (rows.some((row) => row.severity === "fail")) return "fail";
	return rows.some((row) => row.severity === "warn") ? "warn" : "pass";
}

// src/judge/assemble.ts
/** The whole result of a gate: its rows and what is known beside them. */
function assemble(rows, { effort, benchmarks, warnings, ...about }) {
	const count = (matches) => rows.filter(matches).length;
	const verdicts = VERDICTS.map((verdict) => [verdict, count((row) => row.verdict === verdict)]);
	return {
		schema: 1,
		outcome: outcomeOf$1(rows),
		...about,
		summary: {
			benchmarks,
			verdicts: Object.fromEntries(verdicts),
			failed: count(({ severity }) => severity === "fail"),
			warned: count(({ severity }) => severity === "warn"),
			pairs: rows.reduce((most, { pairs }) => Math.max(most, pairs), 0),
			...effort
		},
		rows: rows.map((row) => ({
			...row,
			notes: row.notes.map(onOneLine)
		})),
		warnings: warnings.map(onOneLine)
	};
}
/** A process's last output has several lines; a table cell or a list item has room for one. */
function onOneLine(finding) {
	const entries = Object.entries(finding).map(([key, value]) => [key, typeof value === "string" ? value.replace(/:\s*\n\s*/g, ": ").replace(/\s*\n\s*/g, " ⏎ ") : isFinding(value) ? onOneLine(value) : value]);
	return Object.fromEntries(entries);
}
const isFinding = (value) => typeof value === "object" && value !== null && "code" in value;

// src/gate/nothing-measured.ts
/** Benchmarks whose reasons the error gives, and characters of a name and of a reason. */
const REASONS$1 = 10;
const SHOWN$3 = 300;
/**
* Throws a UserError where head was to be measured and has not a single number. Severities that only warn
* would otherwise let it pass. Where a row fails already, no error is needed, since the rows say more.
* `onHead` are head's benchmarks and metrics, each with its values; when it is empty there was nothing to
* measure, such as after removing everything that has a budget.
*/
function refuseNothingMeasured(rows, onHead) {
	if (onHead.length === 0 || onHead.some(({ values }) => values.length > 0)) return;
	if (outcomeOf$1(rows) === "fail") return;
	const count = new Set(onHead.map(({ benchmark }) => benchmark)).size;
	const who = count === 1 ? "the only benchmark of head has no value" : `none of ${count} benchmarks of head has a value`;
	const reasons = new Map(rows.filter(({ notes }) => notes.length > 0).map(({ id, benchmark, notes }) => [id, {
		benchmark,
		note: notes.at(-1)
	}]));
	throw new UserError("no-benchmarks", [`nothing was measured: ${who}`, ...[...reasons.values()].slice(0, REASONS$1).map(({ benchmark, note }) => `${benchmark.slice(0, SHOWN$3)}: ${sentenceOf$1(note).slice(0, SHOWN$3)}`)].join("\n"), "Run the benchmarks by themselves, and look at the log of the job that measured.", { topic: "nothing-measured" });
}

// src/judge/row.ts
/**
* The reported row of one benchmark and metric, whose log costs become effects: head / base - 1. `configFile`
* is the file that holds its waiver.
*/
function rowOf(gated, comparison, judgement, configFile) {
	const { budget, metric, places } = gated;
	const { limit, verdict, waiver } = judgement;
	const hasRatio = comparison.base.value !== 0;
	const effect = (cost) => cost === null || cost !== 0 && !hasRatio ? null : Math.min(costToEffect(metric.better, cost), Number.MAX_VALUE);
	const [a, b] = [effect(comparison.low), effect(comparison.high)];
	return {
		id: gated.benchmark,
		benchmark: gated.name,
		suite: gated.suite,
		occurrence: gated.occurrence,
		metric: metric.id,
		unit: metric.unit,
		better: metric.better,
		exact: comparison.exact,
		verdict,
		severity: judgement.severity,
		effect: effect(comparison.estimate),
		interval: a === null || b === null || !hasRatio && comparison.pairs > 0 ? null : {
			low: Math.min(a, b),
			high: Math.max(a, b),
			level: .95
		},
		p: comparison.p,
		pairs: comparison.pairs,
		sigma: comparison.sigma,
		grade: comparison.grade,
		mde: comparison.mde,
		pairsNeeded: verdict === "inconclusive" ? comparison.pairsNeeded : null,
		base: comparison.base,
		head: comparison.head,
		budget: budget && (limit === null ? budget : {
			...budget,
			where: places[limit] ?? null
		}),
		confirmed: comparison.confirmed,
		edited: gated.edited,
		...gated.edit?.own === null && { suiteFrom: "head" },
		location: gated.location,
		notes: [...judgement.findings, ...ownSuites(gated)],
		waiver: waiver && {
			upTo: waiver.upTo,
			reason: waiver.reason,
			until: waiver.until,
			where: `${configFile ?? "config"}:${waiver.line}`,
			added: waiver.added === true
		},
		history: []
	};
}
/** Why a benchmark that head edits or adds was not measured with head's suite on base. */
const ownSuites = ({ presence, edit }) => edit === void 0 || edit.own === null ? [] : [{
	code: presence === "head" ? "suite-not-on-base" : "own-suites",
	why: edit.own
}];

// src/gate/facts.ts
const measuredOf = ({ first, fresh }, { benchmark }) => ({
	first: first.get(benchmark) ?? [],
	fresh: fresh.get(benchmark) ?? []
});
/**
* Every value of a side, one a process or result file, in the metric's unit, those of the confirm stage
* included.
*/
function valuesOn(facts, gated, side) {
	const { first, fresh } = measuredOf(facts, gated);
	return valuesIn(gated.metric.id, sideOf([...first, ...fresh], side));
}
/**
* The facts as evidence that can be written to a file: what was measured, without what was concluded from it.
*/
function evidenceOf({ origin, survey, failures, first, fresh }, o) {
	return {
		schema: 3,
		...o,
		survey: {
			...survey,
			failures: survey.failures.map(shortened$1),
			lateErrors: survey.lateErrors.map(shortened$1)
		},
		results: origin.kind === "files" ? {
			tools: origin.tools,
			files: origin.head
		} : null,
		baseFailure: origin.kind === "paired" ? null : origin.why.slice(0, MAX_MESSAGE),
		failures: SIDES.flatMap((side) => [...failures[side]].map(([benchmark, failure]) => ({
			side,
			benchmark,
			...shortened$1(failure)
		}))),
		measured: [.../* @__PURE__ */ new Set([...first.keys(), ...fresh.keys()])].map((benchmark) => ({
			benchmark,
			blocks: first.get(benchmark) ?? [],
			confirming: fresh.get(benchmark) ?? []
		})),
		warnings: o.warnings.map((warning) => warning.slice(0, MAX_MESSAGE))
	};
}
const shortened$1 = (failure) => ({
	...failure,
	message: failure.message.slice(0, MAX_MESSAGE)
});
function factsOf(evidence) {
	const failures = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	for (const { side, benchmark, ...failure } of evidence.failures) failures[side].set(benchmark, failure);
	const blocksOf = (stage) => new Map(evidence.measured.filter((entry) => entry[stage].length > 0).map((entry) => [entry.benchmark, entry[stage]]));
	return {
		origin: originOf(evidence),
		survey: evidence.survey,
		failures,
		first: blocksOf("blocks"),
		fresh: blocksOf("confirming")
	};
}
/** Where the numbers of evidence come from. All other code asks this and not the fields of the file. */
function originOf({ results, baseFailure }) {
	if (results !== null) return {
		kind: "files",
		why: baseFailure ?? "",
		tools: results.tools,
		base: [],
		head: results.files
	};
	return baseFailure === null ? { kind: "paired" } : {
		kind: "head-alone",
		why: baseFailure
	};
}
/**
* Why no further process can measure a benchmark on a side: its suite fails, or it threw or ended its process
* too often. Null while it can be measured.
*/
function failureOn(facts, { benchmark, suite }, side) {
	const whole = suiteFailure(facts, suite, side);
	if (whole && !(side === "base" && wasCompared(facts, benchmark))) return {
		code: "suite-failed",
		side,
		suite,
		message: whole.message
	};
	const own = facts.failures[side].get(benchmark);
	if (!own) return null;
	const everyTime = own.processes >= 4 && !facts.first.has(benchmark);
	return own.excluded || everyTime ? failureOf(own, side, facts.origin) : null;
}
const suiteFailure = ({ survey }, suite, side) => survey.failures.find((failure) => failure.suite === suite && failure.side === side);
const wasCompared = ({ first }, benchmark) => first.get(benchmark)?.some(({ base, head }) => base.length > 0 && head.length > 0) === true;
/** How often a benchmark failed on a side, and why. */
const failureOf = ({ processes, of, message }, side, { kind }) => ({
	code: "failed",
	side,
	processes,
	of,
	in: kind === "files" ? "result files" : "processes",
	message
});
/**
* Where a benchmark can still be measured: on head alone when it fails on base, nowhere when it fails on
* head.
*/
function measurableOn(facts, subject) {
	if (subject.presence === "base" || failureOn(facts, subject, "head") !== null) return "nowhere";
	if (suiteFailure(facts, subject.suite, "base") && wasCompared(facts, subject.benchmark)) return "nowhere";
	if (subject.presence === "head" || failureOn(facts, subject, "base") !== null) return "head";
	return "both";
}
const measuredBy = (origin) => origin.kind === "files" ? {
	kind: "tools",
	tools: origin.tools,
	files: origin.head
} : { kind: "benchgate" };

// src/gate/pairing.ts
/**
* The benchmarks of both sides, each of head's with what it is compared with on base: the same key; where a
* suite has another number of one name on either side, the one with the same source; and what the change says
* that it was called before.
*/
function pairBenchmarks(benchmarks, renamed) {
	const paired = [...Map.groupBy(benchmarks, ({ suite, name }) => JSON.stringify([suite, name])).values()].map(pairOccurrences).flat();
	return renamed.reduce(pairRenamed, paired);
}
/**
* Benchmarks of one name in one suite. Their numbers say nothing where one was added or removed, and a source
* says which is which only where both sides have it as often: a loop makes many benchmarks of one source.
*/
function pairOccurrences(alike) {
	const onBase = alike.filter(({ base }) => base !== null);
	const onHead = alike.filter(({ head }) => head !== null);
	if (onBase.length === onHead.length || onBase.length === 0 || onHead.length === 0) return alike;
	if (onHead.every(({ edit }) => edit?.own === null)) return alike;
	const there = Map.groupBy(onBase, ({ base }) => base.hash);
	const here = Map.groupBy(onHead, ({ head }) => head.hash);
	const pairs = /* @__PURE__ */ new Map();
	for (const [hash, some] of here) {
		const others = there.get(hash) ?? [];
		if (hash === "" || others.length !== some.length) continue;
		for (const [i, own] of some.entries()) pairs.set(own, others[i]);
	}
	const paired = onHead.map((own) => {
		const other = pairs.get(own);
		return other === void 0 ? {
			...own,
			base: null
		} : withBase(own, other);
	});
	const taken = new Set(pairs.values());
	const left = onBase.filter((own) => !taken.has(own)).map((own, i) => {
		const key = {
			...own,
			occurrence: onHead.length + i + 1
		};
		return {
			...key,
			id: keyText(key),
			metrics: [],
			head: null,
			onBase: placeOf$3(own)
		};
	});
	return [...paired, ...left];
}
function withBase(head, base) {
	const isSame = keyText(head) === keyText(base);
	return {
		...head,
		base: base.base,
		onBase: isSame ? null : placeOf$3(base)
	};
}
const placeOf$3 = ({ suite, name, occurrence, onBase }) => onBase ?? {
	suite,
	name,
	occurrence
};
/** Pairs removed benchmarks with new ones as one entry of `renamed:` says. */
function pairRenamed(benchmarks, rename) {
	const removed = Map.groupBy(benchmarks.filter((one) => one.head === null && isFrom(rename, one)), ({ name }) => name);
	const pairs = /* @__PURE__ */ new Map();
	for (const own of benchmarks.filter((one) => one.base === null && isTo(rename, one))) {
		const name = rename.from === "**" ? own.name : rename.from;
		const candidates = (removed.get(name) ?? []).filter(({ source }) => source === own.source);
		const other = candidates.find(({ occurrence }) => occurrence === own.occurrence) ?? candidates[0];
		if (other !== void 0 && !pairs.has(other.id)) pairs.set(other.id, own);
	}
	const byHead = new Map([...pairs].map(([base, head]) => [head.id, base]));
	const known = new Map(benchmarks.map((one) => [one.id, one]));
	return benchmarks.filter(({ id }) => !pairs.has(id)).map((one) => byHead.has(one.id) ? withBase(one, known.get(byHead.get(one.id))) : one);
}
const isFrom = ({ from, fromSuite }, { name, suite }) => (from === "**" || from === name) && (fromSuite === void 0 || fromSuite === suite);
const isTo = ({ to, toSuite }, { name, suite }) => (to === "**" || to === name) && (toSuite === void 0 || toSuite === suite);
/** Whether an entry of `renamed:` says that a benchmark of base became this one. */
const isRenamed = (renamed, from, to) => renamed.some((rename) => isFrom(rename, from) && isTo(rename, to) && (rename.from !== "**" || from.name === to.name));
/**
* Under which key a benchmark is held to its budget. What the change itself renames keeps the budget that
* base's file has for the old name, which is all that it can know: a rename must not shed a limit.
*/
function budgetKeys(benchmarks, renamed) {
	const added = renamed.filter((rename) => rename.added === true);
	const removed = added.length === 0 ? [] : benchmarks.filter(({ head }) => head === null);
	return (own) => {
		if (added.length === 0 || own.head === null) return own;
		return (own.onBase === null ? removed : [own.onBase]).find((one) => isRenamed(added, one, own)) ?? own;
	};
}
/** What a benchmark was called before, if an entry of `renamed:` says so. */
function formerKey(renamed, key) {
	const rename = renamed.findLast((one) => isTo(one, key));
	if (rename === void 0) return null;
	const { from, fromSuite } = rename;
	return {
		...key,
		name: from === "**" ? key.name : from,
		suite: fromSuite ?? key.suite
	};
}
/**
* The new benchmarks of which a removed one is most likely the earlier form, by id. What could mean several
* is left out.
*/
function movedBenchmarks(benchmarks, renamed) {
	const removed = benchmarks.filter(({ head }) => head === null);
	const added = benchmarks.filter(({ base, edit }) => base === null || edit?.onBase === false);
	const found = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	for (const to of added.filter(({ base }) => base !== null)) {
		const open = removed.filter((one) => !taken.has(one.id) && isRenamed(renamed, one, to));
		const from = open.find(({ occurrence }) => occurrence === to.occurrence) ?? open[0];
		if (from === void 0) continue;
		taken.add(from.id);
		found.set(to.id, {
			from,
			isSure: true
		});
	}
	const marks = [
		{
			isSure: true,
			of: ({ name, occurrence }) => JSON.stringify([name, occurrence])
		},
		{
			isSure: true,
			of: ({ base, head }) => (base ?? head).hash || null
		},
		{
			isSure: false,
			of: ({ name }) => name.split("/").at(-1)
		}
	];
	for (const { isSure, of } of marks) {
		const before = Map.groupBy(removed.filter(({ id }) => !taken.has(id)), of);
		const after = Map.groupBy(added.filter(({ id }) => !found.has(id)), of);
		for (const [mark, [to, ...others]] of after) {
			const [from, ...rest] = mark === null ? [] : before.get(mark) ?? [];
			if (from === void 0 || rest.length > 0 || others.length > 0 || from.source !== to.source) continue;
			taken.add(from.id);
			found.set(to.id, {
				from,
				isSure
			});
		}
	}
	return found;
}
/** The entry of `renamed:` that compares two benchmarks. */
function renameEntry(from, to) {
	const suites = from.suite === to.suite ? "" : `, from-suite: ${JSON.stringify(from.suite)}, to-suite: ${JSON.stringify(to.suite)}`;
	return `{ from: ${JSON.stringify(from.name)}, to: ${JSON.stringify(to.name)}${suites} }`;
}
/** What is said of a new benchmark that a removed one most likely became. */
const looksRenamed = (from, to) => ({
	code: "looks-renamed",
	from: shownBeside(from, to),
	entry: renameEntry(from, to)
});
/** The name of one benchmark beside another, with its suite where that differs. */
const shownBeside = (one, other) => one.suite === other.suite ? one.name : `${one.name} of ${one.suite}`;

// src/gate/stored-benchmarks.ts
/**
* Result files together with the benchmarks and metrics that only the stored run has, so that the report
* shows what head no longer has.
*/
function withStored(facts, stored) {
	if (facts.origin.kind !== "files" || stored === null) return facts;
	const { survey } = facts;
	const benchmarks = withStoredBenchmarks(withStoredMetrics(survey.benchmarks, stored), stored, "command");
	return {
		...facts,
		survey: {
			...survey,
			benchmarks
		}
	};
}
const NOTHING_OMITTED = /* @__PURE__ */ new Map();
/**
* Measurements together with the benchmarks and metrics that the nearest stored run has a value of, and that
* neither side of the evidence names. Base may have lost them since that run; whoever states the evidence may
* also have left them out.
*/
function withOmitted(facts, stored, { renamed, commands }) {
	const run = stored?.nearest?.run.run;
	if (run === void 0) return {
		facts,
		omitted: NOTHING_OMITTED
	};
	const { survey } = facts;
	const { sha } = run.commit;
	const omitted = /* @__PURE__ */ new Map();
	const isSole = soleNames(survey.benchmarks);
	const there = /* @__PURE__ */ new Set();
	const known = survey.benchmarks.map((benchmark) => {
		const sole = isSole(benchmark);
		const [own = null, ...others] = [benchmark, ...benchmark.onBase === null ? [] : [benchmark.onBase]].map((key) => findStored(run, {
			...key,
			sole,
			formerly: formerKey(renamed, key)
		}));
		for (const one of [own, ...others]) if (one !== null) there.add(one);
		const gone = own === null || benchmark.base === null ? [] : metricsWithout(own, benchmark);
		for (const { id } of gone) omitted.set(`${benchmark.id}\n${id}`, {
			code: "omitted",
			sha,
			what: "metric"
		});
		return gone.length === 0 ? benchmark : {
			...benchmark,
			metrics: [...benchmark.metrics, ...gone].slice(0, 64)
		};
	});
	const added = goneBenchmarks(run.benchmarks.filter((one) => !there.has(one) && hasAnyValue(one)), known, commands.length > 0 ? "command" : "suite");
	for (const { id } of added) omitted.set(id, {
		code: "omitted",
		sha,
		what: "benchmark"
	});
	return {
		facts: {
			...facts,
			survey: {
				...survey,
				benchmarks: [...known, ...added]
			}
		},
		omitted
	};
}
/** The stored metrics with a value that a benchmark of head does not name. */
const metricsWithout = (stored, { head, metrics, source }) => {
	const valued = stored.metrics.filter(({ values }) => values.length > 0);
	return head === null ? [] : goneMetrics({
		...stored,
		metrics: valued
	}, source).filter(({ id }) => !metrics.some((metric) => metric.id === id));
};
/** Adds the stored benchmarks that are missing. `source` applies to those whose suite is gone too. */
function withStoredBenchmarks(known, { nearest }, source) {
	const run = nearest?.run.run;
	if (run === void 0) return [...known];
	const isSole = soleNames(known);
	const there = new Set(known.map((one) => findStored(run, {
		...one,
		sole: isSole(one),
		formerly: null
	})));
	return [...known, ...goneBenchmarks(run.benchmarks.filter((one) => !there.has(one)), known, source)];
}
/** Stored benchmarks as those of a base that head no longer has. */
function goneBenchmarks(stored, known, source) {
	const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]));
	const base = {
		file: null,
		line: null,
		hash: ""
	};
	return stored.map((one) => {
		const key = keyOfStored(one);
		const own = sources.get(key.suite) ?? source;
		const metrics = goneMetrics(one, own);
		return {
			...key,
			id: keyText(key),
			source: own,
			metrics,
			base,
			head: null,
			onBase: null
		};
	});
}
/** The stored metrics that a benchmark of this source reports itself. */
const goneMetrics = ({ metrics }, source) => metrics.filter(({ metric }) => source === "command" || !isSuiteMetric(metric)).flatMap(goneMetric$1);
/**
* Adds the stored metrics that are missing, so that budgets still see a metric that is gone, and puts them in
* the stored order: a change must not choose which metric is first and therefore `primary`.
*/
function withStoredMetrics(known, stored) {
	const isSole = soleNames(known);
	return known.map((benchmark) => {
		const sought = {
			...benchmark,
			sole: isSole(benchmark),
			formerly: null
		};
		const run = nearestThat(stored, (one) => hasValues(one, sought))?.run.run;
		const own = run && findStored(run, sought)?.metrics;
		if (own === void 0) return benchmark;
		const places = new Map(own.map(({ metric }, i) => [metric, i]));
		const placeOf = ({ id }) => places.get(id) ?? own.length;
		const inOrder = benchmark.metrics.toSorted((a, b) => placeOf(a) - placeOf(b));
		const gone = own.filter(({ metric, values }) => values.length > 0 && benchmark.metrics.every(({ id }) => id !== metric));
		if (gone.length === 0) return {
			...benchmark,
			metrics: inOrder
		};
		const metrics = [...inOrder, ...gone.flatMap(goneMetric$1)].slice(0, 64);
		return {
			...benchmark,
			metrics,
			base: benchmark.head
		};
	});
}
/** Whether a run has a value of any metric of a benchmark. */
function hasValues(run, benchmark) {
	const found = findStored(run, benchmark);
	return found !== null && hasAnyValue(found);
}
const hasAnyValue = ({ metrics }) => metrics.some(({ values }) => values.length > 0);
/** A metric that only the stored run has. Empty where no benchmark could report its name or unit. */
function goneMetric$1({ metric: id, unit, better }) {
	const { data } = metricSchema.safeParse({
		id,
		unit,
		better,
		exact: false
	});
	return data === void 0 ? [] : [{
		...data,
		base: true,
		head: false
	}];
}

// src/gate/baselines.ts
/** How many earlier values a report shows. */
const SHOWN$2 = 20;
/** A benchmark's values in the last runs, oldest first, in the metric's unit. */
const earlierValues = ({ runs }, gated) => seriesOf(runs, gated, gated.metric.id, { limit: SHOWN$2 });
/** Why no stored run can replace a base that could not be measured; null: the nearest one can. */
function whyNotStored(stored, environment) {
	const nearest = stored?.nearest?.run.run;
	if (!nearest) return "no stored run of base or of one of its ancestors is there to compare with";
	const elsewhere = otherMachine(nearest, environment);
	return elsewhere && `the stored run nearest to base was ${elsewhere}`;
}
/** How a stored run was measured differently, as far as its tools and those of head say it. */
const differenceFrom = (run, { measuredOn }) => differenceOf(run.environment.measuredOn, measuredOn);
/** Why the times of a run cannot be compared with those measured here; null: they can. */
function otherMachine(run, here) {
	const difference = differenceFrom(run, here);
	if (difference !== null) return `measured on ${difference.base}, and head on ${difference.head}`;
	const system = otherSystem(run, here);
	if (system !== null) return system;
	return run.environment.cpu === here.cpu || stateProcessor(run.environment.measuredOn, here.measuredOn) ? null : `measured on another processor (${run.environment.cpu}; here: ${here.cpu})`;
}
function otherSystem({ environment }, here) {
	const [there, system] = [systemOf(environment), systemOf(here)];
	return there === null || system === null || there === system ? null : `measured on another system (${there}; here: ${system})`;
}
/** What the run in the place of base is to its readers. */
const runKindOf = (_stored) => "stored";
/**
* The nearest stored run, where it replaces base. A check needs a base; a commit can be recorded without one.
*/
const storedBase = ({ origin }, { command, stored }) => origin.kind !== "paired" && command === "check" ? stored?.nearest?.run ?? null : null;
/** What head's values of one benchmark and metric are compared with. */
function baselineOf(facts, gated, benchmark, choice) {
	if (storedBase(facts, choice) !== null) return storedBaseline(facts.origin, gated, benchmark, choice);
	if (facts.origin.kind === "files") return {
		kind: "none",
		why: null
	};
	const failure = failureOn(facts, gated, "base");
	if (gated.presence === "both" && failure === null) {
		const turned = turnedDirection(gated, choice);
		return turned === null ? { kind: "paired" } : {
			kind: "none",
			why: turned
		};
	}
	return {
		kind: "none",
		why: failure ?? differingNumber(facts, gated) ?? surelyRenamed(gated, choice) ?? knownToHistory(facts, gated, choice) ?? (benchmark.base === null ? choice.claims?.doubtOf(benchmark) ?? null : null)
	};
}
/**
* Evidence that is somebody's own statement does not say which direction is better either, where the
* config file of base, the nearest stored run or the name of the metric do.
*/
function turnedDirection(gated, { claims, stored }) {
	if (claims == null) return null;
	const { id, better: claimed } = gated.metric;
	const run = nearestThat(stored, (one) => storedMetric$1(one, gated, id) !== null)?.run.run;
	const declared = Object.hasOwn(claims.metrics, id) ? claims.metrics[id] : null;
	const known = (declared !== null && declared.added !== true ? declared.better : null) ?? (run === void 0 ? null : storedMetric$1(run, gated, id).better) ?? usualMetric(id)?.better ?? claimed;
	return known === claimed ? null : {
		code: "direction-claimed",
		known,
		claimed
	};
}
function storedBaseline({ kind }, gated, { head }, choice) {
	const { metric, limits } = gated;
	const { stored, environment } = choice;
	const ofFiles = kind === "files";
	const found = nearestWith(stored, gated);
	if (ofFiles && found === null) return {
		kind: "none",
		why: null
	};
	const nearest = stored.nearest.run.run;
	const { run } = found?.run ?? { run: nearest };
	const known = storedMetric$1(run, gated, metric.id);
	const sameCpu = stored.runs.filter((one) => one.run.environment.cpu === run.environment.cpu);
	const place = run === nearest ? "nearest to base" : "that has it";
	const elsewhere = metric.exact && differenceFrom(run, environment)?.ofCounts !== true ? null : otherMachine(run, environment);
	const edit = ofFiles ? editOf(findStored(run, gated)?.version, head?.hash) : null;
	const why = edit ?? (elsewhere !== null ? {
		code: "not-compared",
		obstacle: `the stored run ${place} was ${elsewhere}`
	} : ofFiles ? whyNotFiles(metric, known) : whyNotMeasured(metric, known));
	const isOpen = !ofFiles || edit !== null || !(elsewhere !== null && run === nearest) && limits.maxRegression !== null;
	return {
		kind: runKindOf(stored),
		metric: known,
		errorRates: storedMetric$1(run, gated, "error-rate")?.values ?? [],
		earlier: earlierValues({ runs: sameCpu }, gated),
		obstacle: why === null ? null : {
			findings: [why],
			severity: isOpen ? "warn" : "pass"
		},
		basis: run === nearest ? [] : [{
			code: "older-stored-run",
			sha: run.commit.sha,
			nearest: nearest.commit.sha,
			elsewhere: otherSystem(run, environment)
		}]
	};
}
/**
* The nearest run that has a value of a metric. If none has: a run that names the metric, or the benchmark if
* that never had a value of any metric. Null: it is new.
*/
function nearestWith(stored, gated) {
	const runWith = (fits) => nearestThat(stored, fits);
	const known = runWith((run) => hasValue(run, gated, gated.metric.id)) ?? runWith((run) => storedMetric$1(run, gated, gated.metric.id) !== null);
	if (known !== null || runWith((run) => hasValues(run, gated)) !== null) return known;
	return runWith((run) => findStored(run, gated) !== null);
}
const whyNotMeasured = ({ unit }, known) => known !== null && known.values.length > 0 && known.unit === unit ? null : { code: "not-in-stored-run" };
function whyNotFiles({ unit }, known) {
	if (known === null || known.values.length === 0) return { code: "no-stored-value" };
	return known.unit === unit ? null : { code: "stored-unit-differs" };
}
/** Base has benchmarks of this name in the suite too, and which of them this one is cannot be told. */
function differingNumber({ survey }, { suite, name, presence }) {
	if (presence !== "head") return null;
	return goneNames(survey.benchmarks).has(nameIn(suite, name)) ? { code: "occurrences-differ" } : null;
}
const nameIn = (suite, name) => keyText({
	suite,
	name,
	occurrence: 1
});
/** The names in suites that only base has, of some number. Listed once: every new benchmark asks. */
function goneNames(benchmarks) {
	const known = listed$1.get(benchmarks);
	if (known !== void 0) return known;
	const gone = benchmarks.filter(({ base, head }) => head === null && base !== null);
	const names = new Set(gone.map(({ suite, name }) => nameIn(suite, name)));
	listed$1.set(benchmarks, names);
	return names;
}
const listed$1 = /* @__PURE__ */ new WeakMap();
function surelyRenamed(gated, { moved }) {
	const found = moved.get(gated.benchmark);
	return found?.isSure === true ? looksRenamed(found.from, gated) : null;
}
/**
* Why a benchmark or metric that base was measured without is not new, because a stored run of base or of an
* ancestor has it; null: it may be new.
*/
function knownToHistory({ origin }, gated, { stored }) {
	if (origin.kind !== "paired") return null;
	const run = nearestThat(stored, (one) => hasValue(one, gated, gated.metric.id))?.run.run;
	return run === void 0 ? null : {
		code: "stored-run-has-it",
		sha: run.commit.sha
	};
}
/** The commit of the nearest stored run, where that has a value of a metric; null: it has none. */
function storedCommit(stored, gated) {
	const run = stored?.nearest?.run.run;
	return run !== void 0 && hasValue(run, gated, gated.metric.id) ? run.commit.sha : null;
}
/** A metric of one benchmark in a stored run; null when the run does not have it. */
const storedMetric$1 = (run, benchmark, metric) => findStored(run, benchmark)?.metrics.find((one) => one.metric === metric) ?? null;
const hasValue = (run, benchmark, metric) => (storedMetric$1(run, benchmark, metric)?.values.length ?? 0) > 0;

// src/gate/gated-metrics.ts
/**
* Everything that will be judged, fixed before the first measurement: the error rates are promised over this
* list. `foreseen` are metrics that suites may report once they run. Throws a UserError when the list is
* empty, since a gate that measures nothing must not be green, and where a limit is in another unit than its
* metric.
*/
function chooseGated(request, survey, foreseen = []) {
	const { filter } = request;
	const chosen = survey.benchmarks.filter(filterOf(filter));
	if (chosen.length === 0) refuseFilter(filter);
	const isSole = soleNames(survey.benchmarks);
	const budgetKey = budgetKeys(survey.benchmarks, request.config.renamed);
	const gated = chosen.flatMap((benchmark) => gatedMetricsOf(request, benchmark, foreseen, {
		isSole,
		key: budgetKey(benchmark)
	}));
	if (gated.length === 0) throw new UserError("no-benchmarks", `none of the ${chosen.length} benchmarks has a budget for what it reports, so there is nothing to check`, "Add a rule to `budgets:` that matches them, such as { match: \"**\", metric: primary, max-regression: 5% }.", { topic: "nothing-gated" });
	return gated;
}
/**
* What has to be measured to know what will be judged: suites report metrics of their own only once they run.
*/
const foreseeGated = (request, survey) => chooseGated(request, survey, namedMetrics(request.config));
const namedMetrics = ({ budgets }) => [...new Set(budgets.flatMap(({ metric }) => metric === null || metric === "primary" ? [] : [metric]))];
/** Throws the error for a filter that no benchmark matches. */
function refuseFilter(filter) {
	if (filter === null) throw new Error("bug in benchgate: there is no benchmark, and no filter");
	throw new UserError("usage", `no benchmark matches --filter ${describeTarget(filter)}`, "A filter is a glob over groups and name, such as \"parser/**\".", { topic: "no-match" });
}
/** Whether the code of a benchmark itself differs between the sides. */
const isEdited = ({ base, head, edit }) => base !== null && head !== null && (edit?.onBase ?? base.hash !== head.hash);
function gatedMetricsOf(request, benchmark, foreseen, { isSole, key }) {
	const { command, config } = request;
	const { edit } = benchmark;
	const primary = primaryOf(benchmark);
	return limitsOf(request, benchmark, {
		foreseen,
		key
	}).map(({ metric, presence, limits, ...budget }) => {
		const limited = command !== "check" || limits.maxRegression !== null;
		const waiver = command === "compare" ? null : waiverFor(config, benchmark, metric.id, primary);
		const edited = isEdited(benchmark);
		return {
			...gatedMetric(benchmark, {
				metric,
				presence,
				limits,
				limited
			}),
			...budget,
			sole: isSole(benchmark),
			formerly: formerKey(config.renamed, benchmark),
			waiver,
			edited,
			edit,
			location: placeOf$2(benchmark)
		};
	});
}
/** A gated metric without anything but its limits. */
function gatedMetric({ suite, name, occurrence }, o) {
	const { metric } = o;
	const benchmark = keyText({
		suite,
		name,
		occurrence
	});
	const key = `${benchmark}\n${metric.id}`;
	const levels = relativeLevels(metric, o.limits);
	const isTested = o.limited && o.presence === "both" && !metric.exact;
	return {
		...o,
		key,
		benchmark,
		suite,
		name,
		occurrence,
		sole: true,
		formerly: null,
		budget: null,
		places: {},
		waiver: null,
		levels,
		hypothesis: isTested ? {
			key,
			warnLog: levels.warn,
			failLog: levels.fail
		} : null,
		edited: false,
		location: null
	};
}
/** bench() is called in a scratch checkout, while people know the file by its path in the project. */
function placeOf$2({ suite, base, head }) {
	const place = head ?? base;
	return place?.line == null ? null : `${suite}:${place.line}`;
}
/** The metric that a budget means by `primary`: the first that a tool reports, and the time in suites. */
const primaryOf = ({ source, metrics }) => source === "suite" ? "time" : metrics[0]?.id ?? "time";
/** Everything that can be judged of a benchmark, with Benchgate's own metrics first. */
function availableOf(benchmark) {
	const { base, head, source, metrics } = benchmark;
	const presence = base && head ? "both" : head ? "head" : "base";
	const own = source === "suite" ? SUITE_METRIC_IDS.map((id) => ({
		metric: suiteMetric(id),
		presence
	})) : [];
	const reported = metrics.flatMap(({ base: onBase, head: onHead, ...metric }) => {
		const [isOnBase, isOnHead] = [base !== null && onBase, head !== null && onHead];
		if (!isOnBase && !isOnHead) return [];
		return [{
			metric,
			presence: isOnBase && isOnHead ? "both" : isOnHead ? "head" : "base"
		}];
	});
	const all = [...own, ...reported];
	return all.length === 0 ? [{
		metric: suiteMetric("time"),
		presence
	}] : all;
}
/**
* The limits of every gated metric of a benchmark, whose rules match `key`. `compare` applies no budgets.
*/
function limitsOf(request, benchmark, { foreseen, key }) {
	const { command, config } = request;
	const { source } = benchmark;
	const primary = primaryOf(benchmark);
	const known = availableOf(benchmark);
	if (command === "compare") {
		const isOwn = source === "suite" ? new Set(SUITE_METRIC_IDS) : null;
		return known.filter(({ metric }) => metric.id === primary || (isOwn === null ? metric.exact : !isOwn.has(metric.id))).map((one) => ({
			...one,
			limits: NO_LIMITS,
			budget: null,
			places: {}
		}));
	}
	const available = source === "suite" ? [...known, ...unseen(foreseen, known)] : known;
	const budgeted = new Set(budgetedMetrics(config, key, available.map(({ metric }) => metric.id), primary));
	const isRecorded = ({ metric }) => command === "record" && (metric.id === primary || !isSuiteMetric(metric.id) || source === "command");
	return available.filter((one) => budgeted.has(one.metric.id) || isRecorded(one)).map((one) => {
		const { metric, presence } = one;
		const resolved = resolveBudget(config, key, metric.id, primary);
		const { maxRegression, minImprovement, severity } = resolved;
		const { max, min } = known.includes(one) ? inUnitOf(metric, resolved, {
			config,
			name: benchmark.name
		}) : inAnyUnit(resolved);
		return {
			metric,
			presence,
			limits: {
				maxRegression,
				max,
				min,
				minImprovement,
				cap: command === "record" && severity === "fail" ? "warn" : severity
			},
			...budgetOf(config, resolved)
		};
	});
}
const unseen = (foreseen, available) => foreseen.filter((id) => !available.some(({ metric }) => metric.id === id)).map((id) => ({
	metric: {
		id,
		unit: "",
		better: "lower",
		exact: false
	},
	presence: "both"
}));
/**
* Absolute limits as plain numbers in the metric's unit. Throws a UserError where a limit has another unit
* than its metric.
*/
function inUnitOf({ id: name, unit }, { max, min, lines }, { config, name: benchmark }) {
	for (const [limit, levels] of [["max", max], ["min", min]]) {
		if (levels?.unit === void 0 || levels.unit === unit) continue;
		throw new UserError("config", `${config.file}:${lines[limit]}: \`${limit}\` of \`${name}\` is written in ${levels.unit}, and ${JSON.stringify(benchmark)} reports it in ${unit || "no unit"}`, `Write the limit in ${unit || "a plain number"}, or let the rule match other benchmarks.`, { topic: "limit-unit" });
	}
	return inAnyUnit({
		max,
		min
	});
}
const inAnyUnit = ({ max, min }) => ({
	max: plain(max),
	min: plain(min)
});
const plain = (levels) => levels && {
	warn: levels.warn,
	fail: levels.fail
};
/**
* A budget as it is reported: with its limits, and with the place of the first of them in the config file.
*/
function budgetOf({ file }, resolved) {
	const { maxRegression, max, min, minImprovement, lines } = resolved;
	const places = {};
	for (const limit of LIMITS$1) if (lines[limit] !== null) places[limit] = `${file}:${lines[limit]}`;
	const where = LIMITS$1.map((limit) => places[limit]).find((place) => place !== void 0) ?? null;
	return {
		budget: {
			maxRegression,
			max: plain(max),
			min: plain(min),
			minImprovement,
			where
		},
		places
	};
}
const LIMITS$1 = [
	"maxRegression",
	"max",
	"min",
	"minImprovement"
];

// src/stats/subset-sums.ts
/** The counts of a sum with no terms: one way to give 0. */
const EMPTY_SUM = {
	offset: 0,
	counts: Float64Array.of(1),
	symmetric: true
};
/**
* Counts the sums of every choice of `size` of the given integers (any order, repeats allowed), by the
* recurrence over items "without it, or with it" (J. Pagano and D. Tritchler, "On Obtaining Permutation
* Distributions in Polynomial Time", JASA 78 (1983), 435-440). Exact while the number of choices stays below
* 2^53.
*/
function subsetSums(items, size) {
	const sorted = Int32Array.from(items).sort();
	const lowest = sorted[0] ?? 0;
	let least = 0;
	let most = 0;
	for (let i = 0; i < size; i++) {
		least += sorted[i];
		most += sorted[sorted.length - 1 - i];
	}
	const width = most - size * lowest + 1;
	const rows = new Float64Array((size + 1) * width);
	rows[0] = 1;
	const reach = new Int32Array(size + 1);
	for (let taken = 0; taken < sorted.length; taken++) {
		const item = sorted[taken] - lowest;
		for (let r = Math.min(taken + 1, size); r >= 1; r--) {
			const from = (r - 1) * width;
			const to = r * width + item;
			const end = reach[r - 1];
			for (let sum = 0; sum <= end; sum++) rows[to + sum] += rows[from + sum];
			reach[r] = end + item;
		}
	}
	const first = least - size * lowest;
	return {
		offset: least,
		counts: rows.slice(size * width + first, (size + 1) * width),
		symmetric: 2 * size === sorted.length
	};
}
/** Counts the sums of two independent parts (counts of choices multiply). */
function convolve(a, b) {
	const counts = new Float64Array(a.counts.length + b.counts.length - 1);
	const symmetric = a.symmetric && b.symmetric;
	const wanted = symmetric ? counts.length + 1 >> 1 : counts.length;
	const [long, short] = a.counts.length >= b.counts.length ? [a.counts, b.counts] : [b.counts, a.counts];
	for (let j = 0; j < short.length && j < wanted; j++) {
		const ways = short[j];
		if (ways === 0) continue;
		const end = Math.min(long.length, wanted - j);
		for (let i = 0; i < end; i++) counts[i + j] += ways * long[i];
	}
	for (let i = wanted; i < counts.length; i++) counts[i] = counts[counts.length - 1 - i];
	return {
		offset: a.offset + b.offset,
		counts,
		symmetric
	};
}
/**
* Shares of all combined choices of two independent parts whose sum is at least (`upper`) and at most
* (`lower`) the observed one. Spares the last and largest convolution, since only two of its cumulated values
* are wanted.
*/
function tailShares(a, b, observed) {
	const below = new Float64Array(b.counts.length + 1);
	for (let i = 0; i < b.counts.length; i++) below[i + 1] = below[i] + b.counts[i];
	const above = new Float64Array(b.counts.length + 1);
	for (let i = b.counts.length - 1; i >= 0; i--) above[i] = above[i + 1] + b.counts[i];
	let upper = 0;
	let lower = 0;
	let choices = 0;
	for (let i = 0; i < a.counts.length; i++) {
		const ways = a.counts[i];
		if (ways === 0) continue;
		choices += ways;
		const rest = observed - a.offset - i - b.offset;
		upper += ways * above[Math.min(Math.max(rest, 0), b.counts.length)];
		lower += ways * below[Math.min(Math.max(rest + 1, 0), b.counts.length)];
	}
	const all = choices * above[0];
	return {
		upper: upper / all,
		lower: lower / all
	};
}

// src/stats/aligned-rank.ts
const byValue = (a, b) => a - b;
/**
* The smallest p-value that the aligned rank test can give on blocks of these sizes: one over all
* arrangements.
*/
function smallestP(blocks) {
	return blocks.reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1);
}
function choose(n, k) {
	let ways = 1;
	for (let i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
	return ways;
}
/**
* The aligned rank test within blocks, made exact by the randomised order of each block: subtract delta from
* head, align each block on its median, rank all residuals jointly, and compare the sum of head ranks with
* its distribution when in every block each choice of head processes is equally likely. Needs no assumption
* on the noise. Throws a RangeError on an empty side or a value that is not finite.
*
* Source: J. L. Hodges and E. L. Lehmann, "Rank Methods for Combination of Independent Experiments in
* Analysis of Variance", Annals of Mathematical Statistics 33 (1962), 482-497.
*/
function alignedRankTest(blocks) {
	if (blocks.length === 0) throw new RangeError("the aligned rank test needs at least one block");
	const spans = [];
	const sorted = [];
	for (const { base, head } of blocks) {
		if (base.length === 0 || head.length === 0) throw new RangeError("a block has an empty side");
		const start = sorted.length;
		sorted.push(...[...base].sort(byValue), ...[...head].sort(byValue));
		spans.push({
			start,
			middle: start + base.length,
			end: sorted.length
		});
	}
	const values = Float64Array.from(sorted);
	if (!values.every(Number.isFinite)) throw new RangeError("a block holds a value that is not finite");
	const residuals = new Float64Array(values.length);
	const order = Int32Array.from(values.keys());
	function ranks(delta) {
		for (const span of spans) align(values, residuals, span, delta);
		sortByResidual(order, residuals);
		return doubledMidranks(order, residuals);
	}
	function tails(ranks) {
		const unit = ranks.every((rank) => rank % 2 === 0) ? 2 : 1;
		const half = spans.length >> 1;
		let first = EMPTY_SUM;
		let second = EMPTY_SUM;
		let observed = 0;
		for (const [i, span] of spans.entries()) {
			const block = ranks.subarray(span.start, span.end);
			const sums = subsetSums(unit === 2 ? block.map((rank) => rank / 2) : block, span.end - span.middle);
			if (i < half) first = convolve(first, sums);
			else second = convolve(second, sums);
			observed += headSum(ranks, span);
		}
		return tailShares(first, second, observed / unit);
	}
	function rejects(ranks, side, level) {
		if (normalTail(ranks, spans, side) > .1 + 2 * level) return false;
		return tails(ranks)[side] <= level * (1 + 1e-12);
	}
	return {
		ranks,
		tails,
		normalTail: (ranks, side) => normalTail(ranks, spans, side),
		rejects
	};
}
/** Writes the residuals of one block: values less delta on head, less the median of the block. */
function align(values, residuals, span, delta) {
	const { start, middle, end } = span;
	const size = end - start;
	const upperMiddle = size >> 1;
	let b = start;
	let h = middle;
	let previous = 0;
	let current = 0;
	for (let i = 0; i <= upperMiddle; i++) {
		previous = current;
		current = h >= end || b < middle && values[b] <= values[h] - delta ? values[b++] : values[h++] - delta;
	}
	const median = size % 2 === 1 ? current : (previous + current) / 2;
	for (let i = start; i < middle; i++) residuals[i] = values[i] - median;
	for (let i = middle; i < end; i++) residuals[i] = values[i] - delta - median;
}
function sortByResidual(order, residuals) {
	for (let i = 1; i < order.length; i++) {
		const item = order[i];
		const value = residuals[item];
		let j = i - 1;
		while (j >= 0 && residuals[order[j]] > value) {
			order[j + 1] = order[j];
			j--;
		}
		order[j + 1] = item;
	}
}
/**
* Twice the midrank: the places i to j (from 1) of a group of equal residuals share (i + j) / 2, doubled i +
* j.
*/
function doubledMidranks(order, residuals) {
	const ranks = new Int32Array(order.length);
	for (let start = 0; start < order.length;) {
		const value = residuals[order[start]];
		let end = start + 1;
		while (end < order.length && residuals[order[end]] === value) end++;
		for (let i = start; i < end; i++) ranks[order[i]] = start + 1 + end;
		start = end;
	}
	return ranks;
}
function headSum(ranks, { middle, end }) {
	let sum = 0;
	for (let i = middle; i < end; i++) sum += ranks[i];
	return sum;
}
/** Normal approximation of one tail, with the exact mean and variance of the permutation distribution. */
function normalTail(ranks, spans, side) {
	let excess = 0;
	let variance = 0;
	for (const span of spans) {
		const { start, middle, end } = span;
		const size = end - start;
		let sum = 0;
		let squares = 0;
		for (let i = start; i < end; i++) {
			sum += ranks[i];
			squares += ranks[i] * ranks[i];
		}
		const heads = end - middle;
		excess += headSum(ranks, span) - heads * sum / size;
		variance += heads * (middle - start) / (size * (size - 1)) * (squares - sum * sum / size);
	}
	if (variance === 0) return 1;
	const z = excess / Math.sqrt(variance);
	return normalCdf(side === "upper" ? -z : z);
}

// src/stats/hodges-lehmann.ts
/**
* Makes the median absolute difference of two normal values estimate their standard deviation: 1 / (sqrt 2
* quantile(3/4)).
*/
const NORMAL_DIFFERENCE = 1.0483;
/** Pitman efficiency of ranks against means for normal values, 3 / pi: n pairs are worth .955 n. */
const RANK_EFFICIENCY = 3 / Math.PI;
/** All head - base differences within blocks, in the values' unit. */
function withinBlockDifferences(blocks) {
	const differences = [];
	for (const { base, head } of blocks) for (const h of head) for (const b of base) differences.push(h - b);
	return differences;
}
/**
* The shift of head against base, in the values' unit: the median of all head - base differences within
* blocks.
*
* Source: J. L. Hodges and E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of Mathematical
* Statistics 34 (1963), 598-611; stratified by block.
*/
function shiftEstimate(blocks) {
	return median(withinBlockDifferences(blocks));
}
/**
* Standard deviation of one process's value within its block, in the values' unit: 1.0483 times the median
* absolute difference of two values of the same block, head shifted back by `shift`. Unlike deviations from
* the block's median, differences need no centre, whose fitting biases the scale of so small blocks (by -12
* to -19 %, measured; this: -1 to
* -4 %).
*
* Source: M. I. Shamos, "Geometry and Statistics", in "Algorithms and Complexity" (1976), 251-280; P. J.
* Rousseeuw and C. Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), 1273-1283.
*/
function processSigma(blocks, shift) {
	const differences = [];
	for (const { base, head } of blocks) {
		const values = [...base, ...head.map((value) => value - shift)];
		for (let i = 1; i < values.length; i++) for (let j = 0; j < i; j++) differences.push(Math.abs(values[i] - values[j]));
	}
	return NORMAL_DIFFERENCE * median(differences);
}
/**
* The shifts that the exact aligned rank test does not reject at `sideLevel` a side (.025 for a 95 %
* interval), in the values' unit, to about 1e-10. A level that the blocks cannot reach gives infinite limits.
*
* Source: D. F. Bauer, "Constructing Confidence Sets Using Rank Statistics", JASA 67 (1972), 687-690.
*/
function shiftInterval(blocks, sideLevel) {
	if (smallestP(blocks) > sideLevel * (1 + 1e-12)) return {
		low: -Infinity,
		high: Infinity
	};
	const test = alignedRankTest(blocks);
	const differences = withinBlockDifferences(blocks);
	const estimate = median(differences);
	const limit = (side, extreme) => {
		const beyond = extreme + (side === "upper" ? -1 : 1) * 1e-9 * Math.max(1, Math.abs(extreme));
		return limitBetween(test, side, sideLevel, estimate, beyond);
	};
	const least = differences.reduce((a, b) => Math.min(a, b));
	const most = differences.reduce((a, b) => Math.max(a, b));
	return {
		low: limit("upper", least),
		high: limit("lower", most)
	};
}
/** The shift between one that the test keeps and one that it rejects where its verdict changes. */
function limitBetween(test, side, level, kept, rejected) {
	const tolerance = 1e-10 * Math.max(1, Math.abs(kept));
	const rough = bisect(kept, rejected, Math.abs(rejected - kept) / 512, (shift) => {
		return test.normalTail(test.ranks(shift), side) <= level;
	});
	let inside = {
		shift: kept,
		ranks: test.ranks(kept)
	};
	let outside = {
		shift: rejected,
		ranks: test.ranks(rejected)
	};
	const place = (shift) => {
		const ranks = test.ranks(shift);
		const isRejected = same(ranks, outside.ranks) || !same(ranks, inside.ranks) && test.rejects(ranks, side, level);
		if (isRejected) outside = {
			shift,
			ranks
		};
		else inside = {
			shift,
			ranks
		};
		return isRejected;
	};
	const roughRejected = place(rough);
	const away = roughRejected ? kept : rejected;
	for (let step = (away - rough) / 32, at = rough + step; (at - away) * step < 0; step *= 2, at += step) if (place(at) !== roughRejected) break;
	return bisect(inside.shift, outside.shift, tolerance, place);
}
/**
* Halves the distance between a shift that is not rejected and one that is until it is at most `tolerance`,
* or no number lies between them.
*/
function bisect(kept, rejected, tolerance, rejects) {
	while (Math.abs(rejected - kept) > tolerance) {
		const middle = (kept + rejected) / 2;
		if (middle === kept || middle === rejected) break;
		if (rejects(middle)) rejected = middle;
		else kept = middle;
	}
	return (kept + rejected) / 2;
}
function same(a, b) {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

// src/compare/check-blocks.ts
/**
* Throws, naming `key`, when a block has an empty side or a value that is not finite: a bug of whatever built
* it.
*/
function checkBlocks(key, blocks) {
	for (const { base, head } of blocks) {
		invariant(base.length > 0 && head.length > 0, `a block of ${key} has an empty side`);
		invariant([...base, ...head].every(Number.isFinite), `a block of ${key} holds a value that is not finite`);
	}
}

// src/compare/confirm.ts
/**
* Level of the second, independent test. It is not corrected, because it faces only the few hypotheses
* already detected.
*/
const CONFIRM_LEVEL = .05;
/**
* Tests a detected change again on fresh blocks alone (log costs, measured with the two checkouts'
* directories swapped). It stands when they too show a change in that direction, one-sided exact p <= .05, of
* at least the floor. `estimate` is a log cost: positive is worse.
*/
function confirmChange(input) {
	const { detected, fresh, hypothesis } = input;
	checkBlocks(hypothesis.key, fresh);
	const test = alignedRankTest(fresh);
	const tails = test.tails(test.ranks(0));
	const estimate = shiftEstimate(fresh);
	const [p, size] = detected === "regression" ? [tails.upper, estimate] : [tails.lower, -estimate];
	return {
		stands: p <= CONFIRM_LEVEL && size >= hypothesis.warnLog,
		p,
		estimate
	};
}

// src/stats/power.ts
/** Quantile that leaves 10 %: all statements about power here are at 90 %. */
const POWER_90 = normalQuantile(.9);
/**
* Smallest relative slowdown (a fraction, .05 = 5 %) that `pairs` pairs of processes show with 90 % power,
* for a process sigma on the log scale and a one-sided level in (0, 1).
*
* Source: normal approximation of the two-sample test, n = pairs a side, times the efficiency 3/pi of ranks
* (E. L. Lehmann, "Nonparametrics", 1975, section 2.4).
*/
function minimumDetectableEffect(sigma, pairs, level) {
	return Math.expm1((normalQuantile(1 - level) + POWER_90) * sigma * Math.sqrt(2 / (RANK_EFFICIENCY * pairs)));
}
/**
* Pairs (whole, at least 1) that show the log effect `effectLog` > 0 with 90 % power: the same formula solved
* for n.
*/
function pairsToDetect(sigma, effectLog, level) {
	const errors = (normalQuantile(1 - level) + POWER_90) * (sigma / effectLog);
	return Math.max(1, Math.ceil(2 / RANK_EFFICIENCY * errors * errors));
}
/**
* Grade of a benchmark's noise from its process sigma on the log scale: A <= 1 %, B <= 2, C <= 4, D <= 8, E
* above.
*/
function noiseGrade(sigma) {
	if (sigma <= .01) return "A";
	if (sigma <= .02) return "B";
	if (sigma <= .04) return "C";
	return sigma <= .08 ? "D" : "E";
}

// src/stats/benjamini-hochberg.ts
/**
* Which of the hypotheses with these p-values are rejected when at most a share `q` (0 to 1) of the
* rejections may be false on average: those with p at most q k / m for the largest k that has k such
* p-values. Same order as the input.
*
* Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995), 289-300.
*/
function benjaminiHochberg(pValues, q) {
	const ascending = [...pValues].sort((a, b) => a - b);
	const m = ascending.length;
	const last = ascending.findLastIndex((p, i) => p <= q * (i + 1) / m);
	const limit = last < 0 ? -Infinity : ascending[last];
	return pValues.map((p) => p <= limit);
}

// src/compare/sequential.ts
/** Arrangements of one block. The reciprocal is the smallest p-value that one block can give. */
const ARRANGEMENTS = 70;
/** False discovery rate over all benchmarks and metrics of one gate. */
const Q = .05;
const LOOKS = [
	{
		blocks: 1,
		weight: 0,
		beta: .0145
	},
	{
		blocks: 2,
		weight: .25,
		beta: .012
	},
	{
		blocks: 3,
		weight: .1,
		beta: .008
	},
	{
		blocks: 4,
		weight: .12,
		beta: .006
	},
	{
		blocks: 5,
		weight: .12,
		beta: .004
	},
	{
		blocks: 6,
		weight: .15,
		beta: .003
	},
	{
		blocks: 8,
		weight: .26,
		beta: .0025
	}
];
const PASS_LEVEL = .05;
/** With fewer blocks no test can reject at this level, whatever the values are. */
const blocksToReject = (level) => Math.ceil(Math.log(1 / level) / Math.log(ARRANGEMENTS) - 1e-9);
/**
* One-sided p up to which a head that looks faster is worth another look. Chosen by simulation (process sigma
* 3 %): .06 measures unchanged code for 8.8 pairs instead of 8.5 and proves 74 % of 5 % improvements; .1
* would cost 9.0 pairs.
*/
const PROMISING = .06;
/**
* The looks of a comparison of at most `maxPairs` (at least 4) pairs, the last one at `maxPairs` rounded down
* to whole blocks. Fewer than 32 pairs take the first rows of the default table, scaled to the same sums.
* More pairs add looks at 48, 64, 96, 128, ... pairs, which share the weight and beta of the default last
* look: each takes half of what is left, so that the looks before it decide as they do in a short comparison.
*/
function planLooks(maxPairs) {
	const maxBlocks = Math.floor(maxPairs / 4);
	invariant(maxBlocks >= 1 && Number.isFinite(maxBlocks), `${maxPairs} pairs do not fill one block`);
	const looks = [];
	for (let i = 0; looks.at(-1)?.blocks !== maxBlocks; i++) looks.push({
		...tableRow(i),
		blocks: Math.min(tableRow(i).blocks, maxBlocks)
	});
	const shared = looks.slice(LOOKS.length - 1);
	for (const [i, look] of shared.entries()) {
		const part = .5 ** Math.min(i + 1, shared.length - 1);
		look.weight *= part;
		look.beta *= part;
	}
	const weightSum = sum(looks.map(({ weight }) => weight));
	const betaSum = sum(looks.map(({ beta }) => beta));
	return looks.map(({ blocks, weight, beta }) => ({
		blocks,
		weight: weightSum === 0 ? 1 : weight / weightSum,
		beta: beta / betaSum * PASS_LEVEL
	}));
}
/** A row of the default table, which continues at 1.5 and 1.33 times the blocks of the row before. */
function tableRow(index) {
	const known = LOOKS[index];
	if (known) return known;
	const beyond = index - LOOKS.length;
	return {
		...LOOKS.at(-1),
		blocks: (beyond % 2 === 0 ? 12 : 16) * 2 ** (beyond >> 1)
	};
}
const sum = (values) => values.reduce((a, b) => a + b, 0);
/**
* Takes one look: tests every undecided hypothesis on its blocks, controls the false discovery rate over all
* of them, and decides what can be decided (rules: `decide`). Returns the progress of every hypothesis; that
* of a decided one is unchanged. A hypothesis without blocks stays undecided with p = 1, even at the final
* look, because there is nothing to judge.
*/
function decideLook(input) {
	const { looks, lookIndex, final, q, hypotheses, blocks } = input;
	const look = looks[lookIndex];
	invariant(look, `look ${lookIndex} is not planned`);
	const weight = spendableWeights(looks, q, hypotheses.length)[lookIndex];
	const progress = /* @__PURE__ */ new Map();
	const results = [];
	for (const hypothesis of hypotheses) {
		const { key } = hypothesis;
		const before = input.progress.get(key) ?? notYetMeasured(key);
		const own = blocks.get(key) ?? [];
		const next = before.decision === null && own.length > 0 ? testAgain(hypothesis, own, before, {
			...look,
			weight
		}) : null;
		progress.set(key, next?.progress ?? before);
		if (next !== null) results.push(next.result);
	}
	const worse = rejected(progress, q, ({ pWorse }) => pWorse);
	const better = rejected(progress, q, ({ pBetter }) => pBetter);
	for (const item of results) {
		const { key } = item.hypothesis;
		const decision = decide(item, {
			worse: worse.has(key),
			better: better.has(key),
			final
		});
		if (decision) Object.assign(progress.get(key), {
			decision,
			atBlocks: item.blocks
		});
	}
	return progress;
}
/** Tests one open hypothesis on all its blocks so far. */
function testAgain(hypothesis, blocks, before, { weight, beta }) {
	const { key } = hypothesis;
	checkBlocks(key, blocks);
	const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0);
	if (pairs === before.pairs) {
		const { failRuledOut } = before;
		const result = {
			hypothesis,
			estimate: before.estimate,
			failRuledOut,
			looksBetter: false,
			blocks: blocks.length
		};
		return {
			progress: { ...before },
			result
		};
	}
	const test = alignedRankTest(blocks);
	const p = test.tails(test.ranks(0));
	const estimate = shiftEstimate(blocks);
	const failRuledOut = before.failRuledOut || test.rejects(test.ranks(hypothesis.failLog), "lower", beta);
	const looksBetter = estimate <= -hypothesis.warnLog && p.lower <= PROMISING;
	return {
		progress: {
			key,
			pWorse: spent(before.pWorse, p.upper, weight),
			pBetter: spent(before.pBetter, p.lower, weight),
			decision: null,
			atBlocks: null,
			estimate,
			pairs,
			failRuledOut
		},
		result: {
			hypothesis,
			estimate,
			failRuledOut,
			looksBetter,
			blocks: blocks.length
		}
	};
}
/**
* The stop rule for one hypothesis, in this order. Proven worse by at least the floor: regression. A slowdown
* of the fail level ruled out: slower-small if proven worse nevertheless, improvement if proven better by at
* least the floor, otherwise unchanged. Neither: undecided, or inconclusive at the final look.
*/
function decide({ hypothesis: { warnLog }, estimate, failRuledOut, looksBetter }, { worse, better, final }) {
	if (worse && estimate >= warnLog) return "regression";
	if (failRuledOut) {
		if (worse) return "slower-small";
		if (better && estimate <= -warnLog) return "improvement";
		if (!looksBetter || final) return "unchanged";
	}
	return final ? "inconclusive" : null;
}
const notYetMeasured = (key) => ({
	key,
	pWorse: 1,
	pBetter: 1,
	decision: null,
	atBlocks: null,
	estimate: null,
	pairs: 0,
	failRuledOut: false
});
/**
* The repeated p-value after one more look. Dividing by weights that sum to 1 keeps it a p-value
* (Bonferroni).
*/
function spent(before, p, weight) {
	return weight > 0 ? Math.min(before, p / weight) : before;
}
/**
* The looks' weights after each look that cannot reject anything has passed its weight to the next. With m
* hypotheses the strictest threshold is q w / m, and b blocks give no p-value below 70^-b. This depends on
* the plan only, so it is fixed before the first measurement.
*/
function spendableWeights(looks, q, hypotheses) {
	let carried = 0;
	return looks.map(({ blocks, weight }, i) => {
		const available = weight + carried;
		carried = q * available / hypotheses < ARRANGEMENTS ** -blocks && i < looks.length - 1 ? available : 0;
		return carried > 0 ? 0 : available;
	});
}
function rejected(progress, q, pValue) {
	const all = [...progress.values()];
	const rejections = benjaminiHochberg(all.map(pValue), q);
	return new Set(all.filter((_, i) => rejections[i]).map(({ key }) => key));
}

// src/compare/describe.ts
/**
* Estimate, interval, noise and power of one hypothesis from all its blocks (at least one). `q` is the false
* discovery rate over `hypotheses`, `lastWeight` the weight of the last planned look, `failLog` > 0 the fail
* level as a log cost.
*/
function describe(blocks, o) {
	invariant(blocks.length > 0, "nothing to describe");
	checkBlocks("a comparison", blocks);
	const estimate = shiftEstimate(blocks);
	const sigma = processSigma(blocks, estimate);
	const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0);
	const hardestLevel = o.q * o.lastWeight / o.hypotheses;
	return {
		estimate,
		...shiftInterval(blocks, sideLevel(blocks, o.ending)),
		level: .95,
		sigma,
		grade: noiseGrade(sigma),
		mde: smallestP(blocks) > hardestLevel ? null : minimumDetectableEffect(sigma, pairs, hardestLevel),
		pairsNeeded: Math.max(blocksToReject(hardestLevel), Math.ceil(pairsToDetect(sigma, o.failLog, hardestLevel) / 4)) * 4,
		pairs
	};
}
/**
* Level of each side of the interval. Stopping early favours estimates that happen to be large (or small), so
* that a plain 95 % interval covers only 91 to 94 %; .01 a side restores 94 to 98 % in every simulated kind
* of noise. Confirming blocks are not selected by their estimate, and a plain interval of theirs is right;
* but it is shown only for changes that were detected, and .015 a side makes up for those that were missed,
* whose intervals do not cover them.
*/
const SIDE_LEVELS = {
	planned: .025,
	early: .01,
	confirming: .015
};
/** A single block cannot give less than 1/70 a side, so that level is used rather than no interval. */
const sideLevel = (blocks, ending) => Math.min(.025, Math.max(SIDE_LEVELS[ending], smallestP(blocks)));

// src/compare/paired.ts
/** Samples that a side must hold in all before anything can be decided. */
const MIN_SAMPLES$1 = 40;
/** No work fits into less than half a cycle of a processor at 3 GHz. */
const ONE_CYCLE_NS = .15;
/** A process below this share of CPU time over wall time waited for something other than its own work. */
const BUSY_SHARE = .75;
/**
* Compares head with the base that was measured beside it. Where a detected change was measured again, only
* the fresh blocks count: a change that was detected because it looked large is overestimated, and in fresh
* blocks the benchmark ran alone.
*/
function comparePaired(gated, measured, test) {
	const { metric } = gated;
	const { first, fresh } = measured;
	const all = [...first, ...fresh];
	const voidBy = riseOfErrors(metric, {
		base: valuesIn(ERROR_RATE, sideOf(all, "base")),
		head: valuesIn(ERROR_RATE, sideOf(all, "head"))
	});
	if (voidBy !== null) return {
		...nothingCompared(metric),
		voidBy
	};
	const confirmation = confirmationOf(gated, measured, test.progress);
	const counted = metric.exact ? all : confirmation === null ? first : fresh;
	const own = {
		...nothingCompared(metric),
		base: middleOf(metric, sideOf(counted, "base")),
		head: middleOf(metric, sideOf(counted, "head")),
		headInterval: ownInterval(metric, sideOf(fresh.length > 0 ? fresh : counted, "head")),
		confirmed: confirmation?.stands ?? null
	};
	const compared = metric.exact ? {
		...own,
		...compareExactly(gated, counted)
	} : {
		...own,
		...tested(gated, measured, {
			counted,
			confirmation,
			own,
			test
		})
	};
	const isCompared = compared.pairs > 0;
	return {
		...compared,
		obstacle: isCompared ? null : whyInsufficient(metric, all, test.timeUp),
		doubts: [...isCompared && compared.base.value === 0 && compared.head.value !== 0 ? [{ code: "zero-base" }] : [], ...doubtsOf(metric, all, compared.head.value)]
	};
}
/**
* What fresh blocks show of a change that the looks detected; null where none was detected, or none was
* measured again.
*/
function confirmationOf({ hypothesis, metric }, { first, fresh }, progress) {
	const detected = progress?.decision;
	if (hypothesis === null || detected !== "regression" && detected !== "improvement") return null;
	const costs = costBlocks(metric, fresh);
	if (costs.length === 0) return null;
	const { stands } = confirmChange({
		detected,
		fresh: costs,
		hypothesis
	});
	return {
		stands,
		estimate: shiftEstimate(costBlocks(metric, first))
	};
}
function tested({ hypothesis, levels, metric }, { first }, o) {
	const { counted, confirmation, own, test } = o;
	const blocks = testableBlocks(metric, counted);
	if (blocks.length === 0) return {};
	const lastLook = test.plan.looks.at(-1);
	const { estimate, low, high, sigma, grade, mde, pairsNeeded, pairs } = describe(blocks, {
		ending: confirmation !== null ? "confirming" : first.length < lastLook.blocks ? "early" : "planned",
		hypotheses: Math.max(1, test.plan.tested),
		q: Q,
		lastWeight: lastLook.weight,
		failLog: levels.fail
	});
	const open = hypothesis === null ? null : "inconclusive";
	const decided = {
		decision: confirmation?.stands === false ? "inconclusive" : test.progress?.decision ?? open,
		p: test.progress?.pWorse ?? null,
		estimate,
		low,
		high,
		pairs: pairs + (confirmation === null ? 0 : 4 * costBlocks(metric, first).length),
		first: confirmation && {
			estimate: confirmation.estimate,
			hadNeighbours: test.hasNeighbours
		}
	};
	if (hasZero(metric, counted)) return decided;
	const shown = valuesApartBy(estimate, blocks, metric);
	return {
		...decided,
		base: {
			...own.base,
			value: shown.base
		},
		head: {
			...own.head,
			value: shown.head
		},
		sigma,
		grade,
		mde,
		pairsNeeded
	};
}
/**
* One value a side, in the metric's unit, whose ratio is exactly the estimate: the middle of both sides'
* costs once head is shifted back. The medians of the sides may differ by something else, and sometimes in
* the other direction, while readers compare the shown values with the effect beside them.
*/
function valuesApartBy(estimate, blocks, { better }) {
	const costs = blocks.flatMap(({ base, head }) => [...base, ...head.map((cost) => cost - estimate)]);
	const middle = quantile(costs, .5);
	const value = (cost) => Math.exp(better === "lower" ? cost : -cost);
	return {
		base: value(middle),
		head: value(middle + estimate)
	};
}
const hasZero = ({ id }, measured) => measured.some(({ base, head }) => [...base, ...head].some((stats) => metricValue(id, stats) === 0));
/**
* Number of batches that Benchgate timed. A value that a benchmark or a tool reports may be based on any
* number of samples.
*/
const samplesOf = (side) => side.reduce((sum, stats) => sum + (timingOf(stats)?.samples ?? 0), 0);
/** False where a side was timed too few times for a metric that is taken from those times. */
function hasSamples(metric, side) {
	if (!isSuiteMetric(metric.id) || !side.some(timingOf)) return true;
	return samplesOf(side) >= MIN_SAMPLES$1;
}
/** The blocks of a metric for the sequential test, in log costs; none while a side holds too few samples. */
function testableBlocks(metric, measured) {
	return SIDES.every((side) => hasSamples(metric, sideOf(measured, side))) ? costBlocks(metric, measured) : [];
}
/**
* Why a comparison has no number. A head that is far too slow to be timed as often as base must not escape
* its budget that way.
*/
function whyInsufficient(metric, measured, timeUp) {
	const because = (finding, onHeadAlone) => ({
		findings: [finding],
		severity: onHeadAlone ? "fail" : "warn"
	});
	if (measured.length === 0) return because(unmeasured(timeUp), false);
	const processes = {
		base: sideOf(measured, "base"),
		head: sideOf(measured, "head")
	};
	if (![...processes.base, ...processes.head].some(timingOf) || !isSuiteMetric(metric.id)) {
		const sides = SIDES.filter((side) => processes[side].some((stats) => !isUsable(metric, stats)));
		return because({
			code: "metric-not-reported",
			sides,
			metric: metric.id
		}, String(sides) === "head");
	}
	const needed = callsNeeded(metric.id);
	const calls = bySide((side) => processes[side].map((stats) => timingOf(stats)?.tail?.calls ?? 0));
	const [base, head] = [Math.min(...calls.base), Math.min(...calls.head)];
	if (Math.min(base, head) < needed) return because({
		code: "too-few-calls",
		metric: metric.id,
		needed,
		base,
		head
	}, base >= needed && isFarBehind(calls));
	const samples = bySide((side) => processes[side].map((stats) => timingOf(stats)?.samples ?? 0));
	return because({
		code: "too-few-samples",
		needed: MIN_SAMPLES$1
	}, samplesOf(processes.base) >= MIN_SAMPLES$1 && isFarBehind(samples));
}
const bySide = (count) => ({
	base: count("base"),
	head: count("head")
});
/** How many times as often the slowest process of base must have got, for head alone to be too slow. */
const FAR$1 = 1.5;
/**
* Whether every process of head was timed far less often than every one of base. Near a limit of time it is
* chance which processes reach a number: on a busy machine unchanged code must not fail by it.
*/
const isFarBehind = ({ base, head }) => FAR$1 * Math.max(...head) <= Math.min(...base);
/** What a reader should know about times that may not measure what they seem to. */
function doubtsOf(metric, measured, headValue) {
	if (!isSuiteMetric(metric.id)) return [];
	const timings = measured.flatMap((block) => [...block.base, ...block.head]).flatMap((stats) => timingOf(stats) ?? []);
	if (timings.length === 0) return [];
	const isTooShort = unitKind(metric.unit) === "time" && headValue !== null && headValue < ONE_CYCLE_NS;
	const shares = timings.map(({ cpuShare }) => cpuShare).sort((a, b) => a - b);
	const share = shares[shares.length >> 1];
	return [...isTooShort ? [{ code: "optimised-away" }] : [], ...share < BUSY_SHARE ? [{
		code: "contention",
		share
	}] : []];
}

// src/gate/looks.ts
/**
* Takes one look at all hypotheses together, over the blocks of the rounds before it. `final` decides what is
* still undecided.
*/
function takeLook({ gated, looks }, facts, progress, { lookIndex, final }) {
	const hypotheses = gated.flatMap(({ hypothesis }) => hypothesis ?? []);
	if (hypotheses.length === 0) return progress;
	const rounds = looks[lookIndex].blocks;
	const blocks = new Map(gated.map((one) => {
		const seen = measuredOf(facts, one).first.filter(({ round }) => round < rounds);
		return [one.key, testableBlocks(one.metric, seen)];
	}));
	return decideLook({
		looks,
		lookIndex,
		final,
		q: Q,
		hypotheses,
		blocks,
		progress
	});
}
/**
* Takes every look again, at the same blocks and in the same order. Under the budgets used while measuring,
* this makes the decisions that were made then.
*/
function takeAllLooks(plan, facts) {
	const { looks } = plan;
	const rounds = [...facts.first.values()].reduce((most, blocks) => Math.max(most, (blocks.at(-1)?.round ?? -1) + 1), 0);
	const last = looks.findIndex(({ blocks }) => blocks >= rounds);
	const taken = rounds === 0 ? 0 : last === -1 ? looks.length : last + 1;
	let progress = /* @__PURE__ */ new Map();
	for (let lookIndex = 0; lookIndex < taken; lookIndex++) progress = takeLook(plan, facts, progress, {
		lookIndex,
		final: lookIndex === taken - 1
	});
	return progress;
}
/** What the blocks of one benchmark and metric show so far. */
function pairedComparison(plan, facts, gated, { progress, timeUp }) {
	return comparePaired(gated, measuredOf(facts, gated), {
		plan,
		progress: progress.get(gated.key) ?? null,
		hasNeighbours: hasNeighbours(facts, gated),
		timeUp
	});
}
/**
* Whether the first blocks of a benchmark hold other benchmarks of its suite, which confirming blocks do not.
*/
const hasNeighbours = ({ survey }, { suite }) => !survey.indivisible.includes(suite) && (timedIn(survey.benchmarks).get(suite) ?? 0) > 1;
/** How many benchmarks of each suite share processes. Counted once: every comparison asks. */
function timedIn(benchmarks) {
	const known = counted.get(benchmarks);
	if (known !== void 0) return known;
	const counts = /* @__PURE__ */ new Map();
	for (const { suite, source } of benchmarks) if (source === "suite") nextOccurrence(counts, suite);
	counted.set(benchmarks, counts);
	return counts;
}
const counted = /* @__PURE__ */ new WeakMap();

// src/gate/plan.ts
/**
* What is judged and at which looks: the same for everyone who has the evidence. The longest comparison has
* `maxPairs` pairs.
*/
const planOf = (gated, maxPairs) => ({
	gated,
	tested: gated.filter(({ hypothesis }) => hypothesis !== null).length,
	looks: planLooks(maxPairs)
});

// src/model/finding.ts
/** A finding that holds a sentence of another stage. */
const worded = (text) => ({
	code: "worded",
	text
});

// src/gate/warnings.ts
/** What a reader has to know besides the rows. */
function warningsOf$1(judged) {
	const { evidence, facts, request } = judged;
	const { failures, lateErrors, warnings } = facts.survey;
	return [
		...[...evidence.warnings, ...warnings].map((text) => ({
			code: "reported",
			text
		})),
		...notCompared(judged),
		...oncePerSuite(failures).map((failure) => ({
			code: "suite-failure",
			...failure
		})),
		...oncePerSuite(lateErrors).map((failure) => ({
			code: "late-error",
			...failure
		})),
		...request.command === "check" ? budgetWarnings(judged) : [],
		...request.command === "record" ? lostBenchmarks(judged) : []
	];
}
/** What suites and commands left running. */
const leftRunning = (counts) => [...counts.leftRunning.values()].map((one) => sentenceOf$1({
	code: "left-running",
	...one
}));
/** What is wrong with suites, with both sides in one where they agree. */
function oncePerSuite(failures) {
	return [...Map.groupBy(failures, ({ suite, message }) => JSON.stringify([suite, message])).values()].map((some) => {
		const { suite, message } = some[0];
		return {
			suite,
			sides: SIDES.filter((side) => some.some((one) => one.side === side)),
			message
		};
	});
}
/** What a reader of results has to know first: green may mean that there was nothing to compare with. */
function notCompared({ facts, evidence, stored, request }) {
	if (facts.origin.kind !== "files" || request.command !== "check") return [];
	const obstacle = whyNotStored(stored, evidence.environment);
	if (obstacle === null) return [];
	return [{
		code: stored?.nearest ? "only-exact-compared" : "results-compared-with-nothing",
		obstacle
	}];
}
/** A recorded commit is on its branch already, so that nothing else would notice what it lost. */
function lostBenchmarks({ facts, plan, stored }) {
	const nearest = stored?.nearest?.run.run;
	if (nearest === void 0) return [];
	const valued = new Set(plan.gated.flatMap((one) => valuesOn(facts, one, "head").length > 0 ? [findStored(nearest, one)] : []));
	const lost = nearest.benchmarks.filter((one) => one.metrics.some(({ values }) => values.length > 0) && !valued.has(one)).map(({ id }) => id);
	return lost.length === 0 ? [] : [{
		code: "benchmarks-lost",
		sha: nearest.commit.sha,
		benchmarks: lost
	}];
}
function budgetWarnings({ request, facts, plan, today }) {
	const { config, filter } = request;
	const { benchmarks } = facts.survey;
	const gated = new Set(plan.gated.map(({ benchmark }) => benchmark));
	const others = benchmarks.filter(({ id }) => !gated.has(id)).length;
	const reporting = benchmarks.map((benchmark) => ({
		...benchmark,
		metrics: availableOf(benchmark).map(({ metric }) => metric.id),
		primary: primaryOf(benchmark)
	}));
	const known = benchmarks.flatMap((one) => one.onBase === null ? [one] : [one, one.onBase]);
	const missed = facts.origin.kind === "files" ? "judged" : "measured";
	return [
		...[...unmatchedRules(config, known), ...unreportedRules(config, reporting)].map(({ message }) => worded(message)),
		...config.accepted.flatMap(({ line, match, until }) => until !== null && today > until ? [{
			code: "waiver-past",
			place: `${config.file}:${line}`,
			match,
			until
		}] : []),
		...others > 0 && filter === null ? [{
			code: "without-budget",
			count: others,
			of: benchmarks.length,
			missed
		}] : []
	];
}

// src/gate/judge.ts
const CORRECT_BASE = "Correct base.setup, or name another base in base.ref.";
/**
* Judges what was measured, here or in another job. The result depends on the evidence, budgets, stored runs
* and the date only. Throws a UserError where base is missing and nothing replaces it, and where head has not
* a single number.
*/
function judgeEvidence(evidence, { config }, { clock, stored: given, proposed, stated = null }) {
	const stored = nearTo(given, evidence.environment);
	const { facts, omitted } = completed(factsOf(evidence), {
		stored,
		config,
		stated
	});
	refuseUnlisted(facts, config);
	refuseWithoutBase(facts, evidence, stored);
	const { command, filter } = evidence;
	const request = {
		command,
		filter,
		config
	};
	const plan = planOf(chooseGated(request, facts.survey), evidence.maxPairs);
	const judging = {
		request,
		evidence,
		facts,
		plan,
		progress: takeAllLooks(plan, facts),
		stored,
		proposed: proposed ?? null,
		today: clock().toISOString().slice(0, 10),
		stated,
		omitted,
		...lookUps(facts, evidence, config)
	};
	const rows = [...plan.gated.map((gated) => judgedRow(judging, gated)), ...silentSuites(judging)].filter(({ id, verdict, severity }) => verdict !== "removed" || severity !== "pass" || !judging.movedAway.has(id));
	if (command !== "record") {
		const onHead = plan.gated.filter(({ presence }) => presence !== "base");
		refuseNothingMeasured(rows, onHead.map((gated) => ({
			benchmark: gated.benchmark,
			values: valuesOn(facts, gated, "head")
		})));
	}
	return assemble(rows, {
		command,
		...stated !== null && { statedBy: "pull-request" },
		seed: evidence.seed,
		base: evidence.base,
		head: evidence.head,
		environment: evidence.environment,
		effort: {
			processes: evidence.processes,
			seconds: evidence.elapsedMs / 1e3,
			secondsInBenchmarks: evidence.msInBenchmarks / 1e3,
			stoppedBy: evidence.stoppedBy
		},
		warnings: warningsOf$1(judging),
		benchmarks: new Set(plan.gated.map(({ benchmark }) => benchmark)).size,
		budgetChanges: proposed === void 0 ? [] : budgetChanges(config, proposed, limitedBenchmarks(facts.survey, config)),
		history: stored && {
			branch: stored.branch,
			runs: stored.runs.length,
			nearest: nearestOf(stored)
		},
		measuredBy: measuredBy(facts.origin),
		baseline: comparedWith$1(judging)
	});
}
/** The facts together with what only the stored run has, where nothing else can show that it is missing. */
function completed(facts, { stored, config, stated }) {
	if (stated === null || facts.origin.kind === "files") return {
		facts: withStored(facts, stored),
		omitted: NOTHING_OMITTED
	};
	return withOmitted(facts, stored, config);
}
/** Throws a UserError where evidence compares benchmarks of two names and the config does not say so. */
function refuseUnlisted({ survey }, { renamed, file }) {
	for (const one of survey.benchmarks) {
		const { onBase } = one;
		if (onBase === null || onBase.suite === one.suite && onBase.name === one.name) continue;
		if (isRenamed(renamed, onBase, one)) continue;
		throw new UserError("results", `the evidence compares ${JSON.stringify(one.name)} with ${JSON.stringify(onBase.name)} of base, which no entry of \`renamed:\` in ${file ?? "the config file"} says`, "Measure again with the config file of the commit.");
	}
}
/** Throws a UserError for a check whose base could not be prepared, unless a stored run replaces it. */
function refuseWithoutBase({ origin }, evidence, stored) {
	if (origin.kind !== "head-alone" || evidence.command !== "check") return;
	const obstacle = whyNotStored(stored, evidence.environment);
	if (obstacle === null) return;
	throw new UserError("setup", `${origin.why}\nNothing can stand in for it: ${obstacle}.`, CORRECT_BASE, { topic: "no-base" });
}
function lookUps({ survey, origin }, { command }, config) {
	const { benchmarks } = survey;
	const moved = origin.kind === "paired" && command === "check" ? movedBenchmarks(benchmarks, config.renamed) : /* @__PURE__ */ new Map();
	const known = new Map(benchmarks.map((one) => [one.id, one]));
	const movedAway = new Map([...moved].map(([id, { from }]) => [from.id, known.get(id)]));
	const isOn = (side) => benchmarks.some((one) => one[side] !== null);
	return {
		benchmarks: known,
		onHead: benchmarks.filter(({ head }) => head !== null),
		moved,
		movedAway,
		isNothingShared: command === "check" && origin.kind === "paired" && isOn("base") && isOn("head") && benchmarks.every(({ base, head }) => base === null || head === null) && benchmarks.some(({ id, base }) => base !== null && !movedAway.has(id))
	};
}
function limitedBenchmarks({ benchmarks }, { renamed }) {
	const budgetKey = budgetKeys(benchmarks, renamed);
	return benchmarks.map((benchmark) => ({
		...benchmark,
		metrics: availableOf(benchmark).map(({ metric }) => metric),
		primary: primaryOf(benchmark),
		before: budgetKey(benchmark)
	}));
}
function judgedRow(judging, gated) {
	const { request, facts, stored, stated, evidence, today } = judging;
	const absence = absenceOf(judging, gated);
	const given = baselineOf(facts, gated, judging.benchmarks.get(gated.benchmark), {
		command: request.command,
		stored,
		environment: evidence.environment,
		moved: judging.moved,
		claims: stated && {
			doubtOf: stated.doubtOf,
			metrics: request.config.metrics
		}
	});
	const missing = absence === null && gated.presence === "both" && facts.origin.kind === "paired" ? missingNumber(judging, gated, "base") : null;
	const baseline = missing !== null && given.kind === "paired" ? {
		kind: "none",
		why: missing
	} : given;
	const comparison = absence === null ? compared(judging, gated, baseline) : nothingCompared(gated.metric);
	const ofFiles = facts.origin.kind === "files";
	const judgement = judge({
		gated,
		baseline,
		comparison,
		absence,
		ofFiles,
		partial: baseline.kind === "paired" || ofFiles ? partialFailures(facts, gated) : {
			base: null,
			head: null
		},
		today
	});
	const row = rowOf(gated, comparison, judgement, request.config.file);
	const unedited = row.edited ? stated?.editDoubtOf(judging.benchmarks.get(gated.benchmark)) ?? null : null;
	return {
		...row,
		edited: row.edited && unedited === null,
		notes: [
			...row.notes,
			...[given.kind === "paired" ? null : missing, absence === null ? unedited : null].filter((note) => note !== null),
			...renameOf(judging, gated)
		],
		history: stored === null || gated.edited ? [] : earlierValues(stored, gated)
	};
}
/** What a row says of the name that its benchmark had, where its comparison does not say it. */
function renameOf({ benchmarks, moved, request }, { benchmark: id }) {
	const benchmark = benchmarks.get(id);
	const { onBase } = benchmark;
	if (onBase !== null && (onBase.name !== benchmark.name || onBase.suite !== benchmark.suite)) return [{
		code: "renamed",
		from: shownBeside(onBase, benchmark)
	}];
	const found = moved.get(id);
	if (found === void 0 || found.isSure && benchmark.base === null) return [];
	return isRenamed(request.config.renamed, found.from, benchmark) ? [{
		code: "renamed",
		from: shownBeside(found.from, benchmark)
	}] : [looksRenamed(found.from, benchmark)];
}
function compared({ plan, facts, progress, evidence }, gated, baseline) {
	const timeUp = evidence.stoppedBy === "time-limit";
	const head = {
		ofFiles: facts.origin.kind === "files",
		timeUp
	};
	switch (baseline.kind) {
		case "paired": return pairedComparison(plan, facts, gated, {
			progress,
			timeUp
		});
		case "none": return describeAlone(gated.metric, measuredOf(facts, gated), head, baseline.why);
		case "files": throw new Error("bug in benchgate: evidence holds files of one side");
		default: return compareStored(gated, baseline, measuredOf(facts, gated), head);
	}
}
/** In how many processes or files of each side a benchmark failed, while others have a value of it. */
function partialFailures({ failures, origin }, { benchmark }) {
	const of = (side) => {
		const failure = failures[side].get(benchmark);
		return failure === void 0 ? null : failureOf(failure, side, origin);
	};
	return {
		base: of("base"),
		head: of("head")
	};
}
function absenceOf(judging, gated) {
	const { facts, stated } = judging;
	const refuted = stated?.refutationOf(judging.benchmarks.get(gated.benchmark)) ?? null;
	if (refuted !== null) return failedOnHead(refuted, null);
	const failure = failureOn(facts, gated, "head") ?? failedEverywhere(facts, gated);
	if (failure !== null) return failedOnHead(failure, isBrokenOnBaseToo(judging, gated) ? alikeOnBase(judging, gated) : null);
	if (gated.presence !== "base") {
		const missing = missingNumber(judging, gated, "head");
		return missing === null ? null : failedOnHead(missing, null);
	}
	const late = facts.survey.lateErrors.find(({ suite, side }) => suite === gated.suite && side === "head");
	if (late !== void 0) {
		const { suite, message } = late;
		return {
			kind: "failed",
			findings: [{
				code: "failed-before-registered",
				suite,
				message
			}],
			onBaseToo: false
		};
	}
	const benchmark = judging.benchmarks.get(gated.benchmark);
	return benchmark.head === null ? goneBenchmark(judging, gated) : goneMetric(judging, gated, benchmark);
}
const failedOnHead = (failure, onBase) => ({
	kind: "failed",
	findings: onBase === null ? [failure] : [failure, onBase],
	onBaseToo: onBase !== null && onBase.code !== "fails-on-base-denied"
});
/** The text where base fails like head. A statement that it does is not believed against a stored value. */
function alikeOnBase({ stated, stored }, gated) {
	if (stated === null) return { code: "fails-on-base-too" };
	const sha = gated === null ? null : storedCommit(stored, gated);
	return sha === null ? { code: "fails-on-base-claimed" } : {
		code: "fails-on-base-denied",
		sha
	};
}
/**
* That a statement leaves out a number which the nearest stored run has; null: it does not. Calls that are
* timed one by one may find no time.
*/
function missingNumber({ stated, stored, facts }, gated, side) {
	if (stated === null || facts.origin.kind === "files" || callsNeeded(gated.metric.id) > 0) return null;
	if (valuesOn(facts, gated, side).length > 0) return null;
	const sha = storedCommit(stored, gated);
	return sha === null ? null : {
		code: "number-missing",
		side,
		sha
	};
}
/**
* Whether base fails like head, so that the change did not break the benchmark. A benchmark that a rule names
* must run nevertheless: absence is not a pass.
*/
function isBrokenOnBaseToo({ facts, request, onHead }, gated) {
	return gated.presence !== "head" && failureOn(facts, gated, "base") !== null && (request.command !== "check" || namingRule(request.config, gated, onHead) === null);
}
/** A benchmark that base does not have is not tried again, so one that failed in every process has failed. */
function failedEverywhere({ failures, first, origin }, { benchmark, presence }) {
	const own = failures.head.get(benchmark);
	if (own === void 0 || presence !== "head" || first.has(benchmark) || own.processes < own.of) return null;
	return failureOf(own, "head", origin);
}
/** A benchmark that is gone from head is an ordinary edit, unless a budget names it: absence is no pass. */
function goneBenchmark({ request, proposed, onHead, movedAway, isNothingShared, stated, omitted, benchmarks }, gated) {
	const { config, command } = request;
	const rule = command === "compare" ? null : namingRule(config, gated, onHead);
	const successor = movedAway.get(gated.benchmark);
	const isKnown = successor !== void 0 && isRenamed(config.renamed, gated, successor);
	if (rule !== null && successor !== void 0 && (isKnown || concernedBy(rule)(successor))) return {
		kind: "gone",
		findings: [],
		named: false,
		dropped: false,
		suspicions: []
	};
	const dropped = rule !== null && proposed !== null && namingRule(proposed, gated, onHead) === null;
	const isMissing = rule !== null && !dropped;
	const doubt = omitted.get(gated.benchmark) ?? stated?.doubtOf(benchmarks.get(gated.benchmark)) ?? null;
	return {
		kind: "gone",
		findings: isMissing ? [{
			code: "budget-names-it",
			place: `${config.file}:${rule.line}`
		}] : [],
		named: rule !== null,
		dropped,
		suspicions: [...doubt === null ? [] : [doubt], ...isNothingShared && !isMissing ? [{ code: "nothing-shared" }] : []]
	};
}
/**
* Head still has the benchmark but no longer reports this metric. A budget on a metric that is gone must not
* pass, because nothing could break it any more.
*/
function goneMetric({ request, proposed, omitted }, gated, benchmark) {
	const { metric, budget } = gated;
	const doubt = omitted.get(gated.key);
	const named = request.command === "check" && budget !== null;
	const isLimitedBy = (config) => budgetedMetrics(config, benchmark, [metric.id], primaryOf(benchmark)).includes(metric.id);
	return {
		kind: "gone",
		findings: named ? [{
			code: "metric-dropped",
			metric: metric.id
		}] : [],
		named,
		dropped: named && proposed !== null && !isLimitedBy(proposed),
		suspicions: doubt === void 0 ? [] : [doubt]
	};
}
/**
* A row for each suite of head that fails before it names a benchmark, and of which base has none either.
* Otherwise it would vanish from the report. One that fails on base too is no fault of the change, and one
* whose benchmarks are all switched off is not asked for.
*/
function silentSuites(judging) {
	const { facts, request, today } = judging;
	const { survey } = facts;
	const named = new Set(survey.benchmarks.map(({ suite }) => suite));
	const onBase = new Set(survey.failures.flatMap(({ suite, side }) => side === "base" ? [suite] : []));
	return survey.failures.filter(({ suite, side }) => side === "head" && !named.has(suite) && !isSwitchedOff(request, suite)).map(({ suite, message }) => {
		const gated = gatedMetric({
			suite,
			name: suite,
			occurrence: 1
		}, {
			metric: suiteMetric("time"),
			presence: "head",
			limits: NO_LIMITS,
			limited: false
		});
		const comparison = nothingCompared(gated.metric);
		const judgement = judge({
			gated,
			baseline: {
				kind: "none",
				why: null
			},
			comparison,
			absence: failedOnHead({
				code: "suite-failed",
				side: "head",
				suite,
				message
			}, onBase.has(suite) ? alikeOnBase(judging, null) : null),
			ofFiles: false,
			partial: {
				base: null,
				head: null
			},
			today
		});
		return rowOf(gated, comparison, judgement, request.config.file);
	});
}
/** Whether a rule for all benchmarks of a suite switches them off, and no later one switches any on. */
function isSwitchedOff({ command, config }, suite) {
	const rule = config.budgets.findLast(({ match, occurrence, severity, metric, ...rule }) => severity !== void 0 && metric === null && match === "**" && occurrence === void 0 && concernedBy({
		...rule,
		match
	})({
		suite,
		name: "",
		occurrence: 1
	}));
	return command === "check" && rule?.severity === "off";
}
function nearestOf({ nearest }) {
	return nearest && {
		...descriptionOf(nearest.run),
		commitsBefore: nearest.commitsBefore
	};
}
function comparedWith$1({ facts, request: { command }, stored }) {
	const { origin } = facts;
	if (origin.kind === "paired") return { kind: "paired" };
	const run = storedBase(facts, {
		command,
		stored
	});
	return run === null ? { kind: "none" } : {
		kind: runKindOf(stored),
		...descriptionOf(run),
		reason: origin.why.split("\n")[0]
	};
}
const descriptionOf = ({ run }) => ({
	sha: run.commit.sha,
	recordedAt: run.run.recordedAt,
	cpu: run.environment.cpu
});

// src/files/owner.ts
/** The socket by which a directory's owner shows that it lives. */
const SOCKET = "owner";
/** The shortest bound of a socket's path among the systems, less its end and a `~`. */
const MAX_PATH_BYTES$1 = 102;
function readBootId() {
	try {
		return readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
	} catch {
		return null;
	}
}
/**
* Names the kernel that this process runs on, the same in all of its containers until it is started again.
* Only its processes can be reached through a socket in a directory that several machines may share. On Linux
* without `/proc` nothing names it, and every process is taken to be alone.
*/
const KERNEL = hash("sha256", readBootId() ?? (platform() === "linux" ? randomUUID() : hostname())).slice(0, 8);
const socketIn = (directory) => {
	const path = join(directory, SOCKET);
	return Buffer.byteLength(path) <= MAX_PATH_BYTES$1 ? path : null;
};
/**
* Shows that this process owns a directory for as long as it lives, to processes that share neither its PIDs
* nor its network. Null where a socket is not to be had, which the directory is no worse for.
*/
async function showOwner(directory) {
	const path = socketIn(directory);
	if (path === null) return null;
	const server = createServer((connection) => connection.destroy());
	try {
		const unready = `${path}~`;
		await new Promise((resolve, reject) => server.once("error", reject).listen(unready, resolve));
		server.unref().on("error", () => {});
		await rename(unready, path);
		return server;
	} catch {
		server.close();
		return null;
	}
}
/** Whether the process that made a directory, on this kernel, still runs; null where nothing shows it. */
async function hasOwner(directory) {
	const path = socketIn(directory);
	if (path === null || !(await lstat(path).catch(() => null))?.isSocket()) return null;
	return await new Promise((resolve) => {
		const connection = connect(path, () => {
			connection.destroy();
			resolve(true);
		});
		connection.on("error", ({ code }) => resolve(code === "ECONNREFUSED" ? false : null));
	});
}

// src/files/remove-tree.ts
const REMOVE = {
	recursive: true,
	force: true,
	maxRetries: 5,
	retryDelay: 20
};
/** Removes a directory with all that it holds; throws what keeps it. Does nothing when it is gone. */
async function removeTree(directory) {
	try {
		await rm(directory, REMOVE);
	} catch (error) {
		if (!isFlattened(error)) throw error;
		for (const _ of flattening(directory)) await setImmediate();
	}
}
/** A synchronous removeTree(), for a signal handler, which cannot wait. */
function removeTreeSync(directory) {
	try {
		rmSync(directory, REMOVE);
	} catch (error) {
		if (!isFlattened(error)) throw error;
		for (const _ of flattening(directory));
	}
}
/** What keeps a plain removal from a tree that is this user's own. */
const isFlattened = (error) => /^(?:ENAMETOOLONG|EACCES)$/.test(error.code ?? "");
/**
* Removes what a plain removal could not: trees deeper than a path may be long, and folders without
* permissions. Each folder is moved directly below `directory` before it is emptied, so that no path is ever
* longer than two names below it. No link is followed, and the mode of no file is changed: it may be a hard
* link to a file of the user's.
*/
function* flattening(directory) {
	const unused = randomBytes(8).toString("hex");
	let moved = 0;
	let failure = null;
	const attempt = (step) => {
		try {
			step();
		} catch (error) {
			if (error.code !== "ENOENT") failure ??= error;
		}
	};
	const waiting = [directory];
	for (let folder = waiting.pop(); folder !== void 0; folder = waiting.pop()) {
		const { files, folders } = contentOf(folder, attempt);
		for (const file of files) attempt(() => unlinkSync(file));
		for (const inner of folders) if (folder === directory) waiting.push(inner);
		else attempt(() => {
			const place = join(directory, `${unused}-${moved++}`);
			chmodSync(inner, 448);
			renameSync(inner, place);
			waiting.push(place);
		});
		if (folder !== directory) attempt(() => rmdirSync(folder));
		yield;
	}
	attempt(() => rmdirSync(directory));
	if (failure !== null) throw failure;
}
/** What lies in a folder, which is made readable and writable for it; nothing where it is none. */
function contentOf(folder, attempt) {
	const files = [];
	const folders = [];
	attempt(() => {
		if (!lstatSync(folder).isDirectory()) return;
		chmodSync(folder, 448);
		for (const entry of readdirSync(folder, { withFileTypes: true })) (entry.isDirectory() ? folders : files).push(join(folder, entry.name));
	});
	return {
		files,
		folders
	};
}

// src/files/own-directory.ts
/** Age from which on a directory whose owner cannot be asked is stale; a gate takes hours at most. */
const STALE_MS = 864e5;
/** Directories that one clean-up looks at. */
const MAX_LOOKED_AT = 1e3;
const NAME = /^benchgate-([0-9a-f]{8})-[A-Za-z0-9]{6}$/;
/** Those that earlier versions made, in whose names a host and a process, or nothing, stand for the owner. */
const EARLIER_NAME = /^benchgate-(?:[0-9a-f]{8}-\d+|run|branch)-[A-Za-z0-9]{6}$/;
/** Whether a name is one that such directories have. */
const isOwnName = (name) => NAME.test(name) || EARLIER_NAME.test(name);
const owned = /* @__PURE__ */ new Map();
/** A new directory of this process, which others leave alone as long as it runs. */
async function makeOwnDirectory(parent) {
	const directory = await mkdtemp(join(parent, `benchgate-${KERNEL}-`));
	const server = await showOwner(directory);
	if (server !== null) owned.set(directory, server);
	return directory;
}
/** Removes an own directory; throws what keeps it. Does nothing when it is gone. */
async function removeOwnDirectory(directory) {
	try {
		await removeTree(directory);
	} finally {
		disown(directory);
	}
}
/** A synchronous removeOwnDirectory(), for a signal handler, which cannot wait. */
function removeOwnDirectorySync(directory) {
	try {
		removeTreeSync(directory);
	} finally {
		disown(directory);
	}
}
function disown(directory) {
	owned.get(directory)?.close();
	owned.delete(directory);
}
/** Removes the directories that killed processes have left in one. */
async function removeOrphans(parent, now = Date.now()) {
	const names = (await readdir(parent).catch(() => [])).filter(isOwnName);
	for (const name of names.slice(0, MAX_LOOKED_AT)) {
		const directory = join(parent, name);
		if (await isOrphan(directory, name, now)) await removeTree(directory).catch(() => {});
	}
}
/** Whether the process that made a directory was killed. */
async function isOrphan(directory, name, now) {
	const entry = await lstat(directory).catch(() => null);
	if (entry === null || !entry.isDirectory() || entry.uid !== process.getuid?.()) return false;
	const has = NAME.exec(name)?.[1] === KERNEL ? await hasOwner(directory) : null;
	return has === null ? now - entry.ctimeMs > STALE_MS : !has;
}

// src/checkout/child-environment.ts
/** What `npm run` and `npx` say about the package that started Benchgate, which is neither side. */
const NPM_CALLER = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspaces?|include_workspace_root)$|npm_command$|INIT_CWD$)/i;
const REGISTRY_SECRETS = /^(NODE_AUTH_TOKEN|NPM_TOKEN|YARN_NPM_AUTH_(TOKEN|IDENT)|YARN_NPM_REGISTRY_AUTH|npm_config_.*(_auth|_?authtoken|_password|username|otp|_certfile|_keyfile))$/i;
/** Nobody commits in a checkout that is measured, so it needs no hooks; and nobody is there to be asked. */
const OF_SETUP = {
	CI: "1",
	HUSKY: "0",
	LEFTHOOK: "0"
};
/**
* The environments for code of the project. `isOwnVariable` matches variables that belong to the job alone.
*
* This keeps secrets from leaking by accident, into a log or a snapshot. It is no security boundary: a
* process may read its parent's environment from /proc. Only a job without the token protects the token.
*/
function childEnvironments(env, isOwnVariable) {
	const own = without$1(env, (name) => isOwnVariable(name) || name.startsWith("BENCHGATE_") || pointsGitElsewhere(name) || NPM_CALLER.test(name));
	return {
		setup: {
			...OF_SETUP,
			...own
		},
		measured: without$1(own, (name) => REGISTRY_SECRETS.test(name))
	};
}
function without$1(env, unwanted) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted(name)));
}

// src/git/remedies.ts
const quoted$2 = (path) => `'${path.replaceAll("'", String.raw`'\''`)}'`;
const user = () => String(process.getuid?.() ?? "this user");
const beforehand = (host) => `fetch what is needed beforehand${host === void 0 ? "" : ` (${host.wholeHistory.aside})`}`;
/** The directory in which git was refused something: the one of the named file, else the repository's. */
function refusing({ directory, found: [file, folder] }) {
	if (file !== void 0) return dirname(resolve(directory, file));
	return folder === void 0 ? join(directory, ".git") : resolve(directory, folder);
}
const REASONS = [
	{
		pattern: /detected dubious ownership in repository at '(.+)'/,
		remedy: ({ directory, found: [path = directory] }) => `Make user ${user()} the owner of ${path}, or tell git that you trust it: git config --global --add safe.directory ${quoted$2(resolve(directory, path))}`
	},
	{
		pattern: /Unable to create '(.+\.lock)': File exists/,
		remedy: ({ directory, found: [file = ""] }) => `Wait until no git works there. Where none does, one that was killed has left the file: rm ${quoted$2(resolve(directory, file))}`
	},
	{
		pattern: /(?:'([^'\n]+)')?: Read-only file system$/,
		remedy: (place) => `Mount ${refusing(place)} writable, since git keeps there what it fetches, or ${beforehand(place.host)}.`
	},
	{
		pattern: /unable to access '(.+)': Permission denied$/,
		remedy: ({ found: [file] }) => `Let user ${user()} read ${file}, or point HOME to a directory of this user: git takes its settings from there.`
	},
	{
		pattern: /(?:["']([^"'\n]+)["']\)?: Permission denied|repository database (.+)|: Permission denied)$/,
		remedy: (place) => `Let user ${user()} read and write there (chown -R ${user()} ${quoted$2(refusing(place))}), or ${beforehand(place.host)}.`
	}
];
/** What git said without what the remote did, which may be another machine. */
const saidHere = (said) => said.split("\n").filter((line) => !line.startsWith("remote: ")).join("\n");
/** Why git failed on this machine, in a line of its own words; null where it says nothing that is known. */
function explainFailure(said, directory, host) {
	const lines = saidHere(said).split("\n");
	for (const { pattern, remedy } of REASONS) for (const line of lines) {
		const [whole, ...found] = pattern.exec(line.trimEnd()) ?? [];
		if (whole !== void 0) return {
			line,
			remedy: remedy({
				directory,
				host,
				found
			})
		};
	}
	return null;
}
const WANTS_TO_KNOW_WHO_ASKS = /could not read (?:Username|Password)|Authentication failed|Permission denied|terminal prompts disabled/;
/** What to do about any other failure. */
function remedyFor(complaint, directory, host) {
	if (!WANTS_TO_KNOW_WHO_ASKS.test(complaint)) return `Run the command in ${directory} to see more.`;
	return `Fetch what is needed beforehand${host === void 0 ? "" : ` (${host.wholeHistory.aside})`}; Benchgate asks for no password.`;
}

// src/git/git.ts
/** Names of files are all that is read in bulk: 64 MiB hold a million of them. */
const OUTPUT_LIMIT_BYTES = 67108864;
const SETTINGS$2 = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false",
	"fetch.writeCommitGraph=false",
	"submodule.recurse=false",
	"fetch.recurseSubmodules=false",
	"advice.graftFileDeprecated=false"
];
/** The environment for git: it must ask nobody, translate nothing, take no lock that it can do without. */
function gitEnvironment(env) {
	return {
		...Object.fromEntries(Object.entries(env).filter(([name]) => !pointsGitElsewhere(name))),
		LC_ALL: "C",
		LANGUAGE: "C",
		GIT_TERMINAL_PROMPT: "0",
		GCM_INTERACTIVE: "never",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_PAGER: "cat"
	};
}
/** git, run in one directory with the user's configuration but without hooks, prompts and a shell. */
var Git = class Git {
	directory;
	#env;
	#limits;
	constructor(directory, env, limits) {
		this.directory = directory;
		this.#env = gitEnvironment(env);
		this.#limits = limits;
	}
	/** This git in another directory, with more variables where wanted. */
	in(directory, more = {}) {
		return new Git(directory, {
			...this.#env,
			...more
		}, this.#limits);
	}
	/** What git answers, whatever its exit code; a UserError when it does not start or does not end. */
	ask(...args) {
		return this.run(args);
	}
	/** ask() for a command that reads standard input, or whose output has a bound of its own. */
	async run(args, o = {}) {
		const settings = SETTINGS$2.flatMap((setting) => ["-c", setting]);
		const result = await runProcess([
			"git",
			...settings,
			...args
		], {
			cwd: this.directory,
			env: this.#env,
			signal: this.#limits.signal,
			timeLimitMs: Math.max(1, this.#limits.remainingMs()),
			stdout: o.outputLimitBytes ?? OUTPUT_LIMIT_BYTES,
			input: o.input
		}).catch((error) => {
			if (error.code !== "ENOENT") throw error;
			throw new UserError("git", `git could not be started in ${this.directory}`, "Install git 2.31 or newer, make sure that it is on PATH and that the directory exists.", { cause: error });
		});
		if (result.stopped === "time-limit") throw new UserError("git", `git ${args[0]} did not end within the time limit`, this.#limits.timeRemedy ?? "Raise measure.time-limit.");
		if (result.stopped === "output-limit") throw new UserError("git", `git ${args[0]} named more files than Benchgate reads (64 MiB of names)`, "Ignore generated files in .gitignore.");
		if (!result.isWhole) throw new UserError("git", `git ${args[0]} ended, and its output did not: another program holds it open`, "Look for what git starts and leaves running, such as a credential helper, and let it close its standard output.");
		const said = stripVTControlCharacters(result.tail).trim();
		const lines = said.split("\n");
		const telling = lines.findLast((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
		return {
			ok: result.exitCode === 0,
			stdout: result.stdout,
			complaint: forMessage(telling, 500),
			said
		};
	}
	/** The UserError for an answer that is no answer. */
	failure(command, answer) {
		const { directory } = this;
		const what = `git ${command} failed in ${directory}`;
		const known = this.explain(answer);
		const line = known === null ? answer.complaint : forMessage(known.line, 500);
		const otherwise = pointElsewhere(this.#limits.host?.temporaryVariables ?? "TMPDIR");
		return explainFull(saidHere(answer.said), {
			what,
			directory,
			otherwise
		}) ?? new UserError("git", `${what}: ${line || "it did not say why"}`, known?.remedy ?? remedyFor(answer.complaint, directory, this.#limits.host));
	}
	/** Why git failed on this machine and what to do, where it says anything that is known. */
	explain({ said }) {
		return explainFailure(said, this.directory, this.#limits.host);
	}
	/** Standard output of a command that has to succeed, as it came. */
	async bytes(...args) {
		const answer = await this.ask(...args);
		if (answer.ok) return answer.stdout;
		throw this.failure(args[0], answer);
	}
	/** Standard output of a command that has to succeed, without its last line end. */
	async text(...args) {
		return withoutLineEnd(await this.bytes(...args));
	}
	/** Standard output of a command that may say no, without its last line end; null when it does. */
	async maybe(...args) {
		const answer = await this.ask(...args);
		return answer.ok ? withoutLineEnd(answer.stdout) : null;
	}
};
function withoutLineEnd(output) {
	return output.toString().replace(/\n$/, "");
}
/** The parts of a NUL-separated list. */
function splitNul(output) {
	return output.toString().split("\0").filter((part) => part !== "");
}

// src/checkout/scratch.ts
/** True when `path` is `directory` or below it. Both are absolute and real. */
function isWithin(directory, path) {
	const way = relative(directory, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`);
}
/**
* Directories that may hold scratch directories, in order of preference; never the user's checkout. The last
* is Benchgate's own directory in the user's cache, which is created only when it is needed.
*/
async function places({ root, host }, env, makeOwn) {
	const own = join(env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"), "benchgate");
	const found = [];
	for (const wanted of [
		host.temporary,
		env["TMPDIR"] || tmpdir(),
		own
	]) {
		if (!wanted) continue;
		try {
			if (makeOwn && wanted === own) await mkdir(own, {
				recursive: true,
				mode: 448
			});
			const directory = await realpath(wanted);
			await access(directory, constants.W_OK | constants.X_OK);
			if (!isWithin(root, directory)) found.push({
				directory,
				device: (await stat(directory)).dev
			});
		} catch {}
	}
	return found;
}
/** A new directory for both checkouts, if possible where files of the project can be hard-linked. */
async function createScratch(repository, env) {
	const { root, host } = repository;
	const device = (await stat(root)).dev;
	const near = (place) => place.device === device;
	let possible = await places(repository, env, false);
	if (!possible.some(near)) possible = await places(repository, env, true);
	const place = possible.find(near) ?? possible[0];
	if (place === void 0) throw new UserError("git", `There is no place for the checkouts outside of ${root}`, "Point TMPDIR to a directory that can be written to and is not part of the checkout.");
	return await makeOwnDirectory(place.directory).catch((error) => {
		throw explainDisk(error, {
			what: "The checkouts could not be made",
			directory: place.directory,
			otherwise: pointElsewhere(host.temporaryVariables)
		});
	});
}
/** Removes what killed runs have left in all of these places. */
async function removeStaleScratches(repository, env) {
	for (const { directory } of await places(repository, env, false)) await removeOrphans(directory);
}

// src/checkout/copy-modules.ts
/**
* Caches of tools, which are filled again when needed. Many hold absolute paths, and are written to in place.
*/
const CACHES = /* @__PURE__ */ new Set([
	".cache",
	".vite",
	".vite-temp",
	".vitest"
]);
const MAX_FILES$4 = 1e6;
/** The cheapest method that works. `link` is allowed only where no code will write into the files. */
function cheapestMethod(fromFile, toDirectory, mayLink) {
	const probe = join(toDirectory, ".probe");
	const works = (attempt) => {
		try {
			attempt();
			return true;
		} catch {
			return false;
		} finally {
			rmSync(probe, { force: true });
		}
	};
	if (works(() => copyFileSync(fromFile, probe, constants$2.COPYFILE_FICLONE_FORCE))) return "clone";
	return mayLink && works(() => linkSync(fromFile, probe)) ? "link" : "copy";
}
/** The place in the new checkout for a place in the user's; null for one outside the copied directories. */
function counterpart(target, copies) {
	const copy = copies.find(({ from }) => isWithin(from, target));
	return copy === void 0 ? null : join(copy.to, relative(copy.from, target));
}
/** Where a path ends when all links are followed; the path itself when it leads nowhere. */
function endOf(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
/**
* Copies directories of installed modules. Links inside are kept as links. One into the user's checkout
* becomes a relative link to the same place in the new one, which still works after the checkout is renamed,
* so that the two sides never load one file through a link to a workspace. Returns the links that lead out of
* the checkout, which both sides share.
*/
async function copyModules(o) {
	const outside = [];
	let files = 0;
	for (const modules of o.directories) {
		const from = realpathSync(join(o.fromRoot, modules));
		const to = join(o.toRoot, modules);
		const copies = [{
			from,
			to
		}, {
			from: o.fromRoot,
			to: o.toRoot
		}];
		const open = [{
			from,
			to,
			isModules: basename(modules) === "node_modules"
		}];
		for (let directory = open.pop(); directory !== void 0; directory = open.pop()) {
			mkdirSync(directory.to, { recursive: true });
			for (const entry of readdirSync(directory.from, { withFileTypes: true })) {
				if (directory.isModules && CACHES.has(entry.name)) continue;
				const source = join(directory.from, entry.name);
				const target = join(directory.to, entry.name);
				if (++files > MAX_FILES$4) throw new UserError("dependencies", `${modules || "a checkout"} holds more than ${MAX_FILES$4.toLocaleString("en")} files, too many to copy for each side`, "Set base.setup to the line that installs the dependencies, and remove node_modules before the run.");
				if (entry.isDirectory()) open.push({
					from: source,
					to: target,
					isModules: entry.name === "node_modules"
				});
				else if (entry.isSymbolicLink()) {
					const link = readlinkSync(source);
					const leadsTo = resolve(directory.from, link);
					const mapped = counterpart(leadsTo, copies) ?? counterpart(endOf(leadsTo), copies);
					if (mapped === null) outside.push(join(modules, relative(from, source)));
					symlinkSync(mapped === null ? leadsTo : relative(directory.to, mapped) || ".", target);
				} else if (entry.isFile()) place(source, target, o.method);
			}
			await setImmediate();
			o.signal.throwIfAborted();
		}
	}
	return outside;
}
function place(source, target, method) {
	if (method === "link" || method === "as-before" && statSync(source).nlink > 1) try {
		linkSync(source, target);
		return;
	} catch {}
	copyFileSync(source, target, method === "copy" ? 0 : constants$2.COPYFILE_FICLONE);
}
/** A regular file below a directory, with which a method can be tried; null when none is near. */
function anyFileIn(directory) {
	const open = [realpathSync(directory)];
	for (let looked = 0; looked < 100; looked++) {
		const next = open.shift();
		if (next === void 0) return null;
		for (const entry of readdirSync(next, { withFileTypes: true })) {
			if (entry.isFile()) return join(next, entry.name);
			if (entry.isDirectory()) open.push(join(next, entry.name));
		}
	}
	return null;
}
/** True when there is a directory, or a link to one, at this path. */
function isDirectory$1(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// src/checkout/uncommitted.ts
/**
* With more files than this the user forgot to ignore something, and copying them would take longer than
* measuring.
*/
const MAX_CHANGED_FILES = 5e4;
/** One entry of `git status --porcelain=v2 -z`; null for a header. */
function pathOf(entry) {
	if (entry.startsWith("? ")) return {
		path: entry.slice(2),
		submodule: false,
		untracked: true
	};
	const fields = entry.startsWith("1 ") ? 8 : entry.startsWith("u ") ? 10 : 0;
	if (fields === 0) return null;
	const parts = entry.split(" ");
	return {
		path: parts.slice(fields).join(" "),
		submodule: parts[2].startsWith("S"),
		untracked: false
	};
}
/** What differs from HEAD in the user's checkout. The user's index is not touched. */
async function readUncommitted(repository) {
	const status = await repository.git.bytes("status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all");
	const changes = {
		paths: [],
		nested: []
	};
	for (const entry of splitNul(status)) {
		const found = pathOf(entry);
		if (found === null || found.submodule) continue;
		if (found.untracked && found.path.split("/").includes("node_modules")) continue;
		if (found.path.endsWith("/")) changes.nested.push(found.path);
		else changes.paths.push(found.path);
	}
	if (changes.paths.length > MAX_CHANGED_FILES) throw new UserError("git", `${changes.paths.length.toLocaleString("en")} files are changed or new; Benchgate takes up to ${MAX_CHANGED_FILES.toLocaleString("en")} into the measured checkout`, "Ignore generated files in .gitignore, or commit your work and measure the commit.");
	changes.paths.sort();
	return changes;
}
/**
* The target of a link for the new checkout: an absolute path into the user's checkout becomes the same place
* in the new one; any other target stays as it is.
*/
function linkInside(target, path, from, to) {
	if (!isAbsolute(target) || !isWithin(from, target)) return target;
	return relative(dirname(join(to, path)), join(to, relative(from, target))) || ".";
}
/** Whether a directory, or its nearest existing parent, is inside a checkout when all links are followed. */
async function staysWithin(checkout, directory) {
	for (let path = directory;; path = dirname(path)) {
		const real = await realpath(path).catch(() => null);
		if (real !== null) return isWithin(checkout, real);
	}
}
/** git keeps no empty directories: a directory that held nothing but deleted files is removed too. */
async function removeEmptyParents(path, checkout) {
	for (let parent = dirname(path); parent !== checkout; parent = dirname(parent)) try {
		await rmdir(parent);
	} catch (error) {
		if (error.code !== "ENOENT") return;
	}
}
/** Brings a checkout of HEAD into the state of the user's working tree. Returns warnings for people. */
async function applyUncommitted(root, checkout, changes) {
	const warnings = changes.nested.map((path) => `${path} is a repository of its own and is not part of the measured checkout`);
	for (const path of changes.paths) await rm(join(checkout, path), {
		recursive: true,
		force: true
	});
	const safeParents = /* @__PURE__ */ new Set();
	for (const path of changes.paths) {
		if (path.includes("�")) {
			warnings.push(`${path}: its name is not UTF-8, and it is left out`);
			continue;
		}
		const source = join(root, path);
		const target = join(checkout, path);
		const entry = await lstat(source).catch(() => null);
		if (entry === null) await removeEmptyParents(target, checkout);
		if (entry === null || entry.isDirectory()) continue;
		const parent = dirname(target);
		if (!safeParents.has(parent)) {
			if (!await staysWithin(checkout, parent)) {
				warnings.push(`${path} lies behind a symbolic link that leaves the repository, and is left out`);
				continue;
			}
			await mkdir(parent, { recursive: true });
			safeParents.add(parent);
		}
		if (entry.isSymbolicLink()) {
			const link = linkInside(await readlink(source), path, root, checkout);
			if (!isWithin(checkout, resolve(parent, link))) warnings.push(`${path} is a symbolic link that leaves the repository: it is kept as it is`);
			await symlink(link, target);
		} else if (entry.isFile()) await copyFile(source, target, constants$2.COPYFILE_FICLONE);
	}
	return warnings;
}

// src/checkout/copy-checkout.ts
/**
* Copies a prepared checkout with everything that set-up wrote into it, and puts files of another checkout in
* the place of its own. Files are real ones on both sides: the caller leaves links out.
*/
async function copyCheckout(o) {
	await copyModules({
		fromRoot: o.from,
		toRoot: o.to,
		directories: [""],
		method: "as-before",
		signal: o.signal
	});
	for (const path of o.files) {
		const target = join(o.to, path);
		invariant(await staysWithin(o.to, dirname(target)), "a file of head is written outside of its checkout");
		await mkdir(dirname(target), { recursive: true });
		await rm(target, { force: true });
		await copyFile(join(o.filesFrom, path), target, constants$2.COPYFILE_FICLONE);
	}
}
/** The files of a commit below the project, relative to it. */
async function filesOfCommit({ git, prefix }, sha) {
	const below = prefix === "" ? "" : `${prefix}/`;
	const listed = await git.bytes("ls-tree", "-r", "-z", "--name-only", "--full-tree", sha, "--", below || ".");
	return new Set(splitNul(listed).map((path) => path.slice(below.length)));
}

// src/model/json-depth.ts
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [
	34,
	92,
	91,
	93,
	123,
	125
];
/**
* Whether JSON nests deeper than so many levels, by its brackets outside of strings: cheaper than parsing,
* and what walks the value afterwards cannot run out of stack.
*/
function nestsDeeper(json, limit) {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < json.length; i++) {
		const code = json.charCodeAt(i);
		if (inString) {
			if (code === BACKSLASH) i++;
			else if (code === QUOTE) inString = false;
		} else if (code === QUOTE) inString = true;
		else if (code === OPEN || code === OPEN_LIST) {
			if (++depth > limit) return true;
		} else if (code === CLOSE || code === CLOSE_LIST) depth--;
	}
	return false;
}

// src/checkout/json-object.ts
/** No manifest and no lockfile nests as deep; what walks them may recurse. */
const MAX_DEPTH$3 = 200;
/** The object in a package.json or lockfile, which anyone may have written; null where it holds none. */
function jsonObject(text) {
	if (nestsDeeper(text, MAX_DEPTH$3)) return null;
	try {
		const value = JSON.parse(text.replace(/^\u{feff}/u, ""));
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

// src/checkout/lock-contents.ts
var import_dist = require_dist();
/**
* Whether the packages that one version of a file leads to are all among those that another version of it
* leads to. A change that adds a dependency can then be compared on one installation: base does not load
* what it has in addition. Read are package.json and the lockfiles of npm (from version 2), pnpm, Bun and
* Yarn (from version 2); that of Yarn 1 does not say which packages are peers.
*/
/** Larger lockfiles take seconds to parse. */
const MAX_CHARACTERS = 4194304;
/** The fields of a package.json that name what is installed. */
const DEPENDENCIES = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies"
];
/** The other fields of it that decide what is installed. */
const SETTINGS$1 = [
	"peerDependenciesMeta",
	"bundleDependencies",
	"bundledDependencies",
	"overrides",
	"resolutions",
	"workspaces",
	"pnpm",
	"packageManager"
];
/** What npm and pnpm write of the way to a package, not of the package. */
const WAYS = [
	"dev",
	"optional",
	"devOptional",
	"peer"
];
/** True when all that `own` leads to is also installed from `installed`, and nothing that changes it. */
function installsAll(name, installed, own) {
	if (installed.length > MAX_CHARACTERS || own.length > MAX_CHARACTERS) return false;
	try {
		const [all, some] = [contentsOf(name, installed), contentsOf(name, own)];
		return all !== null && some !== null && holds$1(all, some);
	} catch {
		return false;
	}
}
/** A package that is added must not be news to what was there: a peer of it, or installed below it. */
function holds$1(all, some) {
	if (all.settings !== some.settings) return false;
	if (![...some.wanted.keys()].every((key) => all.wanted.has(key))) return false;
	if (![...some.packages].every(([key, { content }]) => all.packages.get(key)?.content === content)) return false;
	const isNews = ({ name, within }) => some.peers.has(name) || some.packages.has(within) || within !== "" && some.workspaces.has(within);
	return ![...[...all.wanted].filter(([key]) => !some.wanted.has(key)).map(([, name]) => ({
		name,
		within: ""
	})), ...[...all.packages].filter(([key]) => !some.packages.has(key)).map(([, one]) => one)].some(isNews);
}
function contentsOf(name, text) {
	if (name === "package.json") return ofManifest(JSON.parse(text));
	if (name === "package-lock.json" || name === "npm-shrinkwrap.json") return ofNpm(JSON.parse(text));
	if (name === "bun.lock") return ofBun(JSON.parse(text.replaceAll(/,(?=\s*[}\]])/g, "")));
	if (name === "pnpm-lock.yaml") return ofPnpm(yamlOf(text));
	return name === "yarn.lock" ? ofYarn(yamlOf(text)) : null;
}
/** What no package manager writes and the parser takes minutes for: anchors, aliases, tags, long lines. */
const UNUSUAL_YAML = /(?:^|[\s,[{])[&*!][\w!]|^.{5000}/m;
const MAX_DEPTH$2 = 100;
function yamlOf(text) {
	if (UNUSUAL_YAML.test(text) || nestsDeeper(text, MAX_DEPTH$2)) throw new RangeError("no lockfile");
	return (0, import_dist.parse)(text, { uniqueKeys: false });
}
const emptyContents = (settings) => ({
	settings: JSON.stringify(settings),
	workspaces: /* @__PURE__ */ new Set(),
	wanted: /* @__PURE__ */ new Map(),
	packages: /* @__PURE__ */ new Map(),
	peers: /* @__PURE__ */ new Set()
});
/** Packages of types hold no code that runs. */
const isOfTypes = (name) => name.startsWith("@types/");
function addWorkspace(contents, path, manifest, fields = DEPENDENCIES) {
	contents.workspaces.add(path);
	addPeers(contents, manifest);
	for (const field of fields) for (const [name, range] of Object.entries(manifest[field] ?? {})) if (!isOfTypes(name)) contents.wanted.set(JSON.stringify([
		path,
		field,
		name,
		range
	]), name);
}
function addPackage(contents, key, place, value) {
	if (isOfTypes(place.name)) return;
	contents.packages.set(key, {
		...place,
		content: JSON.stringify(without(value, ...WAYS))
	});
	addPeers(contents, value);
}
function addPeers({ peers }, manifest) {
	for (const name of Object.keys(manifest["peerDependencies"] ?? {})) peers.add(name);
}
const without = (value, ...fields) => Object.entries(value).filter(([field]) => !fields.includes(field));
function ofManifest(manifest) {
	const contents = emptyContents(SETTINGS$1.map((field) => manifest[field] ?? null));
	addWorkspace(contents, "", manifest);
	return contents;
}
function ofNpm(lock) {
	if (lock["packages"] === void 0) return null;
	const contents = emptyContents(without(lock, "name", "version", "packages", "dependencies"));
	for (const [path, value] of Object.entries(lock["packages"])) {
		const cut = path.lastIndexOf("node_modules/");
		if (cut === -1) addWorkspace(contents, path, value);
		else addPackage(contents, path, {
			name: path.slice(cut + 13),
			within: path.slice(0, Math.max(0, cut - 1))
		}, value);
	}
	return contents;
}
function ofBun(lock) {
	const contents = emptyContents(without(lock, "workspaces", "packages"));
	for (const [path, value] of Object.entries(lock["workspaces"])) addWorkspace(contents, path, value);
	for (const [path, value] of Object.entries(lock["packages"])) {
		const name = /(?:@[^/]+\/)?[^/]+$/.exec(path)[0];
		const parts = value;
		addPackage(contents, path, {
			name,
			within: path.slice(0, -name.length - 1)
		}, { parts });
		for (const part of parts) if (typeof part === "object" && part !== null) addPeers(contents, part);
	}
	return contents;
}
function ofPnpm(lock) {
	const fields = [...DEPENDENCIES, "specifiers"];
	const contents = emptyContents(without(lock, "importers", "packages", "snapshots", ...fields));
	addWorkspace(contents, "", lock, fields);
	for (const [path, value] of Object.entries(lock["importers"] ?? {})) addWorkspace(contents, path, value, fields);
	for (const section of ["packages", "snapshots"]) for (const [key, value] of Object.entries(lock[section] ?? {})) {
		const name = /^\/?((?:@[^/]+\/)?[^/@]+)/.exec(key)[1];
		addPackage(contents, `${section} ${key}`, {
			name,
			within: ""
		}, value ?? {});
	}
	return contents;
}
function ofYarn(lock) {
	if (lock["__metadata"] === void 0) return null;
	const contents = emptyContents(lock["__metadata"]);
	for (const [keys, value] of Object.entries(lock)) {
		if (keys === "__metadata") continue;
		if (value["linkType"] === "soft") addWorkspace(contents, String(value["resolution"]), value);
		else for (const key of keys.split(", ")) addPackage(contents, key, {
			name: /^(?:@[^/]+\/)?[^@]+/.exec(key)[0],
			within: ""
		}, value);
	}
	return contents;
}

// src/checkout/manifests.ts
const LOCKFILES = /* @__PURE__ */ new Set([
	"package-lock.json",
	"npm-shrinkwrap.json",
	"yarn.lock",
	"pnpm-lock.yaml",
	"bun.lock",
	"bun.lockb"
]);
const WORKSPACE_FILE = "pnpm-workspace.yaml";
/** Scripts of a project or workspace that its package manager runs while installing. */
const INSTALL_SCRIPTS = [
	"preinstall",
	"install",
	"postinstall",
	"preprepare",
	"prepare",
	"postprepare",
	"prepublish",
	"dependencies"
];
const MAX_MANIFESTS = 5e3;
const MAX_MANIFEST_BYTES = 67108864;
/**
* Removes the project's own version, which npm's lockfile holds too: it changes with each release without
* changing what is installed.
*/
function withoutOwnVersions(text) {
	const lock = jsonObject(text);
	if (lock === null) return text;
	delete lock["version"];
	for (const [path, entry] of Object.entries(lock["packages"] ?? {})) if (!path.split("/").includes("node_modules") && entry !== null) delete entry["version"];
	return JSON.stringify(lock);
}
function decidingPart(name, text) {
	if (name === "package-lock.json" || name === "npm-shrinkwrap.json") return withoutOwnVersions(text);
	if (name !== "package.json") return text;
	const manifest = jsonObject(text);
	return manifest === null ? text : JSON.stringify([...DEPENDENCIES, ...SETTINGS$1].map((field) => manifest[field] ?? null));
}
function isNotEmpty(value) {
	return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
/** The directories from the repository's root down to `prefix`: '', 'packages', 'packages/a'. */
function directoriesDownTo(prefix) {
	const parts = prefix.split("/").filter((part) => part !== "");
	return ["", ...parts.map((_, i) => parts.slice(0, i + 1).join("/"))];
}
function directoryOf(path) {
	const directory = posix.dirname(path);
	return directory === "." ? "" : directory;
}
/** True when `path` is `directory` or below it. Both are relative to the repository's root. */
function isBelow(directory, path) {
	return directory === "" || path === directory || path.startsWith(`${directory}/`);
}
/** Reads the manifests on disk in one checkout: tracked files, and new files that are not ignored. */
async function readManifests(git, root, prefix) {
	const files = await readFiles(root, await manifestPaths(git));
	const above = new Set(directoriesDownTo(prefix));
	const deciding = files.filter(({ directory }) => above.has(directory));
	const isWorkspace = ({ name, manifest }) => name === WORKSPACE_FILE || isNotEmpty(manifest?.["workspaces"]);
	const installRoot = deciding.filter((file) => LOCKFILES.has(file.name) || isWorkspace(file)).map(({ directory }) => directory).sort((a, b) => a.length - b.length)[0] ?? prefix;
	return {
		digests: new Map(files.map(({ path, digest }) => [path, digest])),
		packages: files.filter(({ name }) => name === "package.json").map(({ directory }) => directory),
		installRoot,
		needsInstall: deciding.some((file) => isWorkspace(file) || DEPENDENCIES.some((field) => isNotEmpty(file.manifest?.[field]))),
		hasInstallScripts: files.some(({ manifest, directory }) => INSTALL_SCRIPTS.some((script) => Object.hasOwn(manifest?.["scripts"] ?? {}, script)) && matters({ installRoot }, directory))
	};
}
async function manifestPaths(git) {
	const names = [
		"package.json",
		WORKSPACE_FILE,
		...LOCKFILES
	];
	const listed = await git.bytes("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...names.map((name) => `:(top,glob)**/${name}`), ":(top,glob)**/patches/**/*.patch");
	const paths = [...new Set(splitNul(listed))].filter((path) => !path.split("/").includes("node_modules"));
	if (paths.length <= MAX_MANIFESTS) return paths.sort();
	throw new UserError("dependencies", `The repository has ${paths.length.toLocaleString("en")} package.json and lock files; Benchgate compares up to ${MAX_MANIFESTS.toLocaleString("en")}`, "Ignore generated ones in .gitignore.");
}
async function readFiles(root, paths) {
	const files = [];
	for (const path of paths) {
		const file = join(root, path);
		const entry = await lstat(file).catch(() => null);
		if (entry === null || !entry.isFile() || entry.size > MAX_MANIFEST_BYTES) continue;
		const text = await readFile(file, "utf8");
		const name = posix.basename(path);
		files.push({
			path,
			directory: directoryOf(path),
			name,
			digest: hash("sha256", decidingPart(name, text)),
			manifest: name === "package.json" ? jsonObject(text) : null
		});
	}
	return files;
}
/** True when the files in a directory can change what is installed for the project. */
function matters({ installRoot }, directory) {
	return isBelow(installRoot, directory) || isBelow(directory, installRoot);
}
/** The files that decide what is installed for the project, each with a digest of what decides. */
function decidingDigests(manifests) {
	return [...manifests.digests].filter(([path]) => matters(manifests, directoryOf(path)));
}
/** Files of `own` that lead to dependencies which are not installed from those of `installed`. */
async function differingManifests(installed, own) {
	const [a, b] = [installed.manifests, own.manifests];
	const differing = [.../* @__PURE__ */ new Set([...a.digests.keys(), ...b.digests.keys()])].filter((path) => matters(a, directoryOf(path)) || matters(b, directoryOf(path))).filter((path) => a.digests.get(path) !== b.digests.get(path)).sort();
	const files = [];
	for (const path of differing) {
		const isOnBoth = a.digests.has(path) && b.digests.has(path);
		const read = ({ root }) => readFile(join(root, path), "utf8");
		const texts = isOnBoth ? [await read(installed), await read(own)] : null;
		if (texts === null || !installsAll(posix.basename(path), ...texts)) files.push(path);
	}
	return files;
}

// src/checkout/dependency-cache.ts
/** Beyond these, packing takes longer than installing, and fills a fifth of a repository's cache. */
const MAX_FILES$3 = 3e5;
const MAX_BYTES$1 = 2147483648;
const MAX_STATUS_ENTRIES = 1e4;
const MAX_MARKER_BYTES = 1048576;
const MAX_SETTINGS_BYTES = 1048576;
const NODE_TIME_LIMIT_MS = 1e4;
const SHOWN_PATHS = 3;
/** Files beside a manifest that change what an install line does. */
const SETTINGS = [
	".npmrc",
	".yarnrc",
	".yarnrc.yml",
	".pnpmfile.cjs",
	"bunfig.toml"
];
/** What an archive holds. It is written last, when everything else is in place. */
const markerSchema = strictObject({
	schema: literal(1),
	key: string(),
	trees: array(strictObject({
		path: string(),
		digest: string()
	})).max(1e3)
});
const MARKER = "complete.json";
const treeIn = (directory, index) => join(directory, String(index));
/**
* Puts a side's node_modules in place from the cache, or lets the line install them and saves the result
* before any measured code can touch it. A problem with the cache costs time only, and is returned as a
* warning. Throws what `install` throws, or the signal's reason.
*
* The next run skips the installation, so it must have made nothing but node_modules: one that writes
* anything else into the checkout (a `prepare` script that builds) is not cached.
*/
async function installWithCache(o) {
	const warnings = [];
	const attempt = async (what, work) => {
		try {
			return await work();
		} catch (error) {
			o.signal.throwIfAborted();
			const why = error instanceof Error ? error.message : String(error);
			warnings.push(`The cached dependencies of ${o.side.name} could not be ${what}: ${why}`);
			return null;
		}
	};
	const target = await attempt("looked up", () => targetOf(o));
	if (target === null) {
		await o.install();
		return warnings;
	}
	const { key, before } = target;
	try {
		const restored = await attempt("restored", () => restore(o, key));
		o.signal.throwIfAborted();
		if (restored === true) return warnings;
		await removePlaces(o);
		await o.install();
		const made = installedPlaces(o);
		await attempt("saved", () => save(o, key, before, made));
		o.signal.throwIfAborted();
		if (installedPlaces(o).length < made.length) {
			await removePlaces(o);
			await o.install();
		}
	} finally {
		await rm(o.cache.directory, {
			recursive: true,
			force: true
		});
	}
	return warnings;
}
function installedPlaces(o) {
	return o.places.filter((place) => existsSync(join(o.side.root, place)));
}
async function removePlaces(o) {
	for (const place of o.places) await rm(join(o.side.root, place), {
		recursive: true,
		force: true
	});
}
/**
* The key of the result and the state of the checkout before it; null where the result must not be cached.
*/
async function targetOf(o) {
	if (installedPlaces(o).length > 0) return null;
	const before = await checkoutState(o);
	const key = before === null ? null : await keyOf(o, before);
	return before === null || key === null ? null : {
		key,
		before
	};
}
async function restore(o, key) {
	const { directory } = o.cache;
	await rm(directory, {
		recursive: true,
		force: true
	});
	await mkdir(dirname(directory), { recursive: true });
	if (!await o.cache.restore(key, directory)) return false;
	const trees = await readMarker(join(directory, MARKER), key);
	for (const [index, { path, digest }] of trees.entries()) {
		if (!o.places.includes(path)) throw new Error(`${path} is no place for them`);
		if (await describeTree(treeIn(directory, index), join(o.side.root, path), o) !== digest) throw new Error(`${path} is incomplete`);
	}
	o.onProgress(`${o.side.name}: ${trees.length === 1 ? trees[0].path : `${trees.length} node_modules directories`} from the cache`);
	for (const [index, { path }] of trees.entries()) {
		const to = join(o.side.root, path);
		if (!await staysWithin(o.side.root, to)) throw new Error(`${path} is behind a link`);
		await move(treeIn(directory, index), to);
	}
	return true;
}
async function readMarker(file, key) {
	const entry = await lstat(file).catch(() => null);
	if (entry === null || !entry.isFile() || entry.size > MAX_MARKER_BYTES) throw new Error("they are incomplete");
	const marker = markerSchema.parse(JSON.parse(await readFile(file, "utf8")));
	if (marker.key !== key) throw new Error("they are those of another installation");
	return marker.trees;
}
/** Saves what the line installed, if it did nothing else. */
async function save(o, key, before, made) {
	const after = await checkoutState(o);
	const others = after === null ? ["too much"] : changedPaths(before, after).filter((path) => !made.includes(path));
	if (made.length === 0 || others.length > 0) {
		const what = made.length === 0 ? "no node_modules" : `also ${others.slice(0, SHOWN_PATHS).join(", ")}`;
		o.onProgress(`${o.side.name}: not cached, since \`${o.line}\` wrote ${what}`);
		return;
	}
	const { directory } = o.cache;
	await rm(directory, {
		recursive: true,
		force: true
	});
	await mkdir(directory, { recursive: true });
	const trees = [];
	for (const path of made) {
		const place = join(o.side.root, path);
		trees.push({
			path,
			digest: await describeTree(place, place, o)
		});
	}
	const moved = [];
	try {
		for (const [index, path] of made.entries()) {
			const from = join(o.side.root, path);
			const to = treeIn(directory, index);
			if (await renamed(from, to)) moved.push({
				from,
				to
			});
			else await copy(from, to);
		}
		await writeFile(join(directory, MARKER), JSON.stringify({
			schema: 1,
			key,
			trees
		}));
		await o.cache.save(key, directory);
	} finally {
		for (const { from, to } of moved) await rename(to, from);
	}
}
/** Moves a directory by renaming it. False where the two places are on different file systems. */
async function renamed(from, to) {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (error.code === "EXDEV") return false;
		throw error;
	}
}
async function copy(from, to) {
	await cp(from, to, {
		recursive: true,
		verbatimSymlinks: true,
		mode: constants$2.COPYFILE_FICLONE
	});
}
async function move(from, to) {
	if (!await renamed(from, to)) await copy(from, to);
}
/**
* Digest of every path below a directory with its kind and size, as it would be at `place`. Throws where
* another checkout could not use it: for a link to an absolute path or out of the checkout, or for more than
* can be packed in reasonable time.
*/
async function describeTree(directory, place, o) {
	const described = createHash("sha256");
	let files = 0;
	let bytes = 0;
	const open = [""];
	for (let path = open.pop(); path !== void 0; path = open.pop()) {
		const entries = readdirSync(join(directory, path), { withFileTypes: true });
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			const below = join(path, entry.name);
			let what;
			if (entry.isDirectory()) {
				open.push(below);
				what = "directory";
			} else if (entry.isSymbolicLink()) {
				const target = readlinkSync(join(directory, below));
				const leadsTo = resolve(join(place, path), target);
				if (isAbsolute(target) || !isWithin(o.side.root, leadsTo)) throw new Error(`${below} leads out of the checkout`);
				what = `link ${target}`;
			} else if (entry.isFile()) {
				const { size } = lstatSync(join(directory, below));
				bytes += size;
				what = `file ${size}`;
			} else throw new Error(`${below} is neither file nor directory`);
			described.update(`${JSON.stringify(below)} ${what}\n`);
			if (++files > MAX_FILES$3 || bytes > MAX_BYTES$1) throw new Error(`they are more than ${MAX_FILES$3.toLocaleString("en")} files or 2 GiB`);
		}
		await setImmediate();
		o.signal.throwIfAborted();
	}
	return described.digest("hex");
}
/** Null when there are too many paths to compare. */
async function checkoutState(o) {
	const { git, root } = o.side;
	const listed = await git.bytes("status", "--porcelain", "-z", "--untracked-files=normal", "--ignored=traditional", "--no-renames", "--ignore-submodules=all");
	const entries = splitNul(listed);
	if (entries.length > MAX_STATUS_ENTRIES) return null;
	const state = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const path = entry.slice(3).replace(/\/$/, "");
		const stats = await lstat(join(root, path)).catch(() => null);
		state.set(path, `${entry.slice(0, 2)} ${stats?.mtimeMs} ${stats?.size}`);
	}
	return state;
}
function changedPaths(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}
/**
* The cache key of what the line would install; null where the result depends on more than a key can hold.
*/
async function keyOf(o, before) {
	const { manifests, side } = o;
	const isCommitted = [...before.values()].every((state) => state.startsWith("!!"));
	if (manifests.hasInstallScripts && !isCommitted) return null;
	const node = await nodeThatInstalls(o);
	const settings = await settingsOf(o);
	if (node === null || settings === null) return null;
	const variables = Object.entries(o.environments.measured).filter(([name]) => /^(npm_config_|pnpm_config_|yarn_|bun_|node_env$)/i.test(name)).sort(([a], [b]) => a < b ? -1 : 1);
	const parts = [
		node.runtime,
		o.line,
		o.prefix,
		manifests.installRoot,
		decidingDigests(manifests),
		manifests.hasInstallScripts ? side.sha : null,
		settings,
		variables
	];
	const digest = hash("sha256", JSON.stringify(parts)).slice(0, 32);
	return `benchgate-modules-v1-${node.platform}-${node.arch}-node${node.major}-${digest}`;
}
const nodeSchema = strictObject({
	platform: string().regex(/^\w+$/),
	arch: string().regex(/^\w+$/),
	major: string().regex(/^\d+$/),
	/** The C library, to which compiled packages are bound. */
	runtime: string().nullable()
});
const ABOUT_NODE = `process.report.excludeNetwork = true
JSON.stringify({
  platform: process.platform,
  arch: process.arch,
  major: process.versions.node.split('.')[0],
  runtime: process.report.getReport().header.glibcVersionRuntime ?? null,
})`;
/** The Node that the set-up line uses, which is not the one that runs the action. */
async function nodeThatInstalls(o) {
	const result = await runProcess([
		"node",
		"-p",
		ABOUT_NODE
	], {
		cwd: o.side.directory,
		env: o.environments.setup,
		signal: o.signal,
		timeLimitMs: NODE_TIME_LIMIT_MS,
		stdout: MAX_SETTINGS_BYTES
	});
	const line = result.stdout.toString().trim().split("\n").at(-1) ?? "";
	return result.isWhole && line.startsWith("{") ? nodeSchema.parse(JSON.parse(line)) : null;
}
/** Digests of the package managers' settings; null when one is no regular file of a reasonable size. */
async function settingsOf(o) {
	const digests = [];
	for (const directory of /* @__PURE__ */ new Set([o.manifests.installRoot, o.prefix])) for (const name of SETTINGS) {
		const file = join(o.side.root, directory, name);
		const entry = await lstat(file).catch(() => null);
		if (entry !== null && (!entry.isFile() || entry.size > MAX_SETTINGS_BYTES)) return null;
		digests.push(entry && hash("sha256", await readFile(file)));
	}
	return digests;
}

// src/checkout/submodules.ts
/** With more of them, one line that checks all of them out is easier to read. */
const MAX_NAMED$1 = 3;
/** The places of the submodules of a checkout, relative to its root. */
async function submodulePaths(git, root) {
	const file = join(root, ".gitmodules");
	if (!existsSync(file)) return [];
	const listed = await git.ask("config", "-z", "--file", file, "--get-regexp", String.raw`^submodule\..*\.path$`);
	return splitNul(listed.stdout).map((entry) => entry.slice(entry.indexOf("\n") + 1));
}
/** A path as a shell reads it. */
const shellWord = (path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
/** The line that checks submodules out, given by their paths from where it runs. */
const submoduleLine = (paths) => ["git submodule update --init", ...paths.length > MAX_NAMED$1 ? [] : paths.map(shellWord)].join(" ");
/**
* Warns of submodules that the user's checkout has and a measured one lacks, so that a benchmark may need
* them.
*/
async function warningsOfSubmodules({ git, root, prefix }, checkouts, setup) {
	const isFilled = (directory) => existsSync(directory) && readdirSync(directory).length > 0;
	const absent = (await submodulePaths(git, root)).filter((path) => isFilled(join(root, path)) && checkouts.some((checkout) => existsSync(join(checkout, path)) && !isFilled(join(checkout, path))));
	if (absent.length === 0) return [];
	const which = absent.length === 1 ? "The submodule" : "The submodules";
	const more = absent.length > MAX_NAMED$1 ? ` and ${absent.length - MAX_NAMED$1} more` : "";
	const init = submoduleLine(absent.map((path) => relative(prefix, path)));
	const line = setup === null ? init : `${init} && ${setup}`;
	return [`${which} ${absent.slice(0, MAX_NAMED$1).join(", ")}${more} ${absent.length === 1 ? "is" : "are"} not checked out for measuring. Where benchmarks need ${absent.length === 1 ? "it" : "them"}, set \`base: { setup: ${line} }\``];
}

// src/checkout/package-managers.ts
/** The lockfiles that each package manager installs from, and the line that does. */
const MANAGERS = [
	{
		name: "npm",
		locks: ["package-lock.json", "npm-shrinkwrap.json"],
		line: "npm ci"
	},
	{
		name: "pnpm",
		locks: ["pnpm-lock.yaml"],
		line: "pnpm install --frozen-lockfile"
	},
	{
		name: "yarn",
		locks: ["yarn.lock"],
		line: "yarn install --immutable"
	},
	{
		name: "bun",
		locks: ["bun.lock", "bun.lockb"],
		line: "bun install --frozen-lockfile"
	}
];
/** What a project's own build is called in package.json, in the order of preference. */
const BUILD_SCRIPTS = [
	"build",
	"compile",
	"prepare"
];
/** The fields of package.json that name what a package is loaded from. */
const ENTRIES = [
	"main",
	"module",
	"types",
	"exports",
	"bin"
];
/** Tells lockfiles that a checkout has from none: libraries often have git ignore what npm leaves there. */
async function committedLocks(directories, ignores) {
	const locks = MANAGERS.flatMap((one) => one.locks.flatMap((lock) => directories.map((to) => join(to, lock))));
	const kept = /* @__PURE__ */ new Set();
	for (const lock of locks) if (existsSync(lock) && !await ignores(lock)) kept.add(lock);
	return (path) => kept.has(path);
}
const holds = (directories, names, isThere = existsSync) => names.some((name) => directories.some((directory) => isThere(join(directory, name))));
/** The package manager whose lockfile lies in a project or above it; null: none does. */
const managerByLockfile = (directories, isThere = existsSync) => MANAGERS.find(({ locks }) => holds(directories, locks, isThere)) ?? null;
/** The package manager of a project: by its lockfile, else by the field `packageManager`, else npm. */
function managerOf(directories, isThere = existsSync) {
	const stated = directories.flatMap((directory) => {
		const manifest = packageIn(directory);
		const { packageManager } = manifest?.["devEngines"] ?? {};
		return [String(manifest?.["packageManager"]).split("@")[0], packageManager?.name];
	});
	const known = MANAGERS.find(({ name }) => stated.includes(name));
	return managerByLockfile(directories, isThere) ?? known ?? MANAGERS[0];
}
/** Yarn 1 takes the option of its successors for none, and changes the lockfile. */
function isYarnClassic(directories, isThere) {
	const lock = directories.map((directory) => join(directory, "yarn.lock")).find(isThere);
	if (lock === void 0 || managerByLockfile(directories, isThere)?.name !== "yarn") return false;
	try {
		return readFileSync(lock, "utf8").includes("# yarn lockfile v1");
	} catch {
		return false;
	}
}
/** The line that installs a project's dependencies; null where it has none. */
function installLine(directories, isThere = existsSync) {
	const needsInstall = directories.some((directory) => {
		const manifest = packageIn(directory);
		return [
			"dependencies",
			"devDependencies",
			"workspaces"
		].some((field) => Object.keys(manifest?.[field] ?? {}).length > 0);
	});
	if (isYarnClassic(directories, isThere)) return "yarn install --frozen-lockfile";
	const { line } = managerByLockfile(directories, isThere) ?? { line: null };
	return line ?? (needsInstall ? `${managerOf(directories, isThere).name} install` : null);
}
/**
* The line that builds the package that a file belongs to, by the script of its package.json; null where none
* looks like one. The first of `directories` is the project, the second the repository's root.
*/
function buildLine(path, directories, isThere = existsSync) {
	const [project] = directories;
	const owner = ownerOf(path, directories);
	const scripts = packageIn(owner)?.["scripts"] ?? {};
	const script = BUILD_SCRIPTS.find((name) => Object.hasOwn(scripts, name));
	if (script === void 0) return null;
	const line = `${managerOf(directories, isThere).name} run ${script}`;
	return owner === project ? line : `(cd ${shellWord(relative(project, owner))} && ${line})`;
}
/** True when a file lies in a directory from which its package is loaded, such as `dist`. */
function isBesideEntry(path, directories) {
	const [project] = directories;
	const owner = ownerOf(path, directories);
	const manifest = packageIn(owner);
	const entries = JSON.stringify(ENTRIES.map((field) => manifest?.[field] ?? null));
	const [directory, ...rest] = relative(owner, join(project, path)).split("/");
	return rest.length > 0 && ["", "./"].some((lead) => entries.includes(`"${lead}${directory}/`));
}
/** The directory of the package that a file belongs to; a package.json with a `type` alone makes none. */
function ownerOf(path, directories) {
	const [project, root] = directories;
	const isPackage = (directory) => {
		const manifest = packageIn(directory);
		return manifest !== null && ("name" in manifest || "scripts" in manifest);
	};
	let owner = dirname(join(project, path));
	while (!isPackage(owner) && owner !== root && isWithin(root, owner)) owner = dirname(owner);
	return owner;
}
function packageIn(directory) {
	try {
		return jsonObject(readFileSync(join(directory, "package.json"), "utf8"));
	} catch {
		return null;
	}
}

// src/process/last-words.ts
/** `    at load (a.js:1:2)` */
const FRAME = /^\s+at .*[:\d)]$/;
const LAST_LINES = 5;
/** The end of what a program printed, to follow a sentence about how it ended; '' for nothing. */
const lastWords = (printed) => shown$3(linesOf(printed));
/**
* lastWords() of what may hold results, without everything in it that is JSON: a result may hold what its
* writer keeps secret, such as what a load test logged in with. `isCut`: the text begins in the middle of a
* line.
*/
function lastWordsOfResults(printed, isCut) {
	const lines = linesOf(printed);
	return shown$3(outsideJson(isCut ? lines.slice(1) : lines, isCut));
}
const linesOf = (printed) => stripVTControlCharacters(printed).split(/\r?\n|\r/);
function shown$3(lines) {
	const said = lines.filter((line) => line.trim() !== "" && !FRAME.test(line));
	const error = said.slice(0, -5).find((line) => ERROR_LINE.test(line));
	const last = indented(error === void 0 ? said : [error, ...said.slice(-4)], {
		count: LAST_LINES,
		length: 300,
		indent: 4
	});
	return last === "" ? "" : `; its last words:\n${last}`;
}
/** How tools begin the line that says what is wrong. */
const ERROR_LINE = /^\W*(npm (error|ERR!)|error\b|fatal\b|failed\b|failure\b|ERR_|E[A-Z]+:|\w*(Error|Exception):|Traceback|panic|\* What went wrong)|\b(fatal )?error( [A-Z]+\d+|\[\w+\])?:|: \*\*\* |: (command )?not found$|Cannot find |No such file|undefined: /i;
/** What tools print after the reason, whatever it is: where to read more, and how to run them again. */
const AFTERWORD = new RegExp([
	String.raw`^npm (error|ERR!)( A complete log of this run| +/\S*_logs/|$)`,
	"^info Visit https://yarnpkg\\.com/",
	String.raw`^\[ERROR\] *($|To see the full stack trace|Re-run Maven|For more information about|\[Help \d+\] http|After correcting the problems)`,
	String.raw`^(\* Try:|> Run with --|> Get more help at|> Get more help with)`,
	String.raw`^\[notice\] `,
	"^(For more information about this error, try|Some errors have detailed explanations)"
].join("|"));
/** The help that npm prints after a mistake in its arguments or files. */
const HELP_START = /^npm (error|ERR!) Usage:/;
const HELP_END = /^npm (error|ERR!) Run "npm help/;
/**
* What follows a sentence that a program failed: the lines of its output that say why, without what would
* move a cursor. Of a long output these are the lines from the first error on, and the last ones.
*/
function reasonAfter(printed, count = 20) {
	const reason = indented(shortened(withoutAfterwords(linesOf(printed).map((line) => line.replace(/(?!\t)\p{Cc}/gu, ""))), count), {
		count,
		length: 500,
		indent: 2
	});
	return reason === "" ? " and printed nothing" : `:\n${reason}`;
}
function withoutAfterwords(lines) {
	let isHelp = false;
	return lines.filter((line) => {
		isHelp ||= HELP_START.test(line);
		const isKept = !isHelp && line.trim() !== "" && !AFTERWORD.test(line);
		if (HELP_END.test(line)) isHelp = false;
		return isKept;
	});
}
function shortened(lines, count) {
	const error = lines.findIndex((line) => ERROR_LINE.test(line));
	const rest = lines.length <= count ? lines : lines.slice(Math.max(error, 0));
	if (rest.length <= count) return rest;
	const first = Math.floor(count * (error === -1 ? 1 / 4 : 2 / 3));
	const last = count - 1 - first;
	return [
		...rest.slice(0, first),
		`… ${rest.length - first - last} lines …`,
		...rest.slice(-last)
	];
}
function indented(lines, o) {
	return lines.filter((line) => line.trim() !== "").slice(-o.count).map((line) => " ".repeat(o.indent) + line.slice(0, o.length)).join("\n");
}
/**
* Files as they are called in the project, where a text names them in a checkout. `root` is that of the
* checkout, `directory` the project's in it.
*/
function inProject(text, directory, root = directory) {
	const escaped = (place) => place.replaceAll(/[^\w/]/g, (sign) => `\\${sign}`);
	const named = (place, name) => (rest) => rest.replaceAll(`${pathToFileURL(place).href}/`, name).replaceAll(`${place}/`, name).replaceAll(new RegExp(String.raw`${escaped(place)}(?![\w.-])`, "g"), name.slice(0, -1) || ".");
	return (root === directory ? (rest) => rest : named(root, `${relative(directory, root)}/`))(named(directory, "")(text));
}
/** A member, also of JSON inside a string; or a line that is a value: a text, a number, a word. */
const MEMBER_OR_VALUE = /"[^"]*"\s*:|^\s*("(\\.|[^"\\])*"|-?\d[\d.eE+-]*|true|false|null),?\s*$/;
/** Lines that are no part of a JSON value or of an object as Node prints it, which may never end. */
function outsideJson(lines, isCut) {
	const kept = [];
	let depth = 0;
	for (const line of lines) if (depth > 0) depth = Math.max(0, depth + rise(line));
	else if (/^\s*[[{]/.test(line)) {
		depth = Math.max(0, rise(line));
		if (depth === 0 && /^\s*\[.*[^\]},\s]\s*$/.test(line) && !MEMBER_OR_VALUE.test(line)) kept.push(line);
	} else if (isCut && /^\s*[}\]]/.test(line)) kept.length = 0;
	else if (!MEMBER_OR_VALUE.test(line)) kept.push(line);
	return kept;
}
/** By how much a line opens more brackets than it closes, outside of texts. */
function rise(line) {
	const brackets = line.replace(/"(\\.|[^"\\])*("|$)/g, "");
	return brackets.replace(/[^[{]/g, "").length - brackets.replace(/[^\]}]/g, "").length;
}

// src/checkout/setup.ts
const INSTALL_COMMAND = String.raw`(npm (ci|clean-install|install|i)|pnpm (install|i)|yarn( install)?|bun (install|i))`;
const INSTALL_ONLY = new RegExp(String.raw`^\s*${INSTALL_COMMAND}( +--?[\w@=.,:/-]+)*\s*$`);
/** True for a line that does nothing but install what the lockfile says. */
function isInstallOnly(line) {
	return INSTALL_ONLY.test(line);
}
/** True for a line that begins by deleting node_modules. */
function startsAfresh(line) {
	return /^\s*npm (ci|clean-install)\b/.test(line);
}
/** Installations that fail without a lockfile. */
const NEEDS_LOCKFILE = /\b(npm (?:ci|clean-install)|(?:pnpm|yarn|bun) (?:install|i)\b[^&|;]*--(?:frozen-lockfile|immutable))\b/;
/** That a side has the lockfile of another package manager than the line needs, and what to do. */
function lockfileMismatch(line, side, user) {
	const name = NEEDS_LOCKFILE.exec(line)?.[1].split(" ")[0];
	const needed = MANAGERS.find((manager) => manager.name === name);
	const directories = [side.directory, side.root];
	if (needed === void 0 || holds(directories, needed.locks)) return null;
	const other = managerByLockfile(directories);
	const [missing] = needed.locks;
	if (other === null) {
		const either = `if test -f ${missing}; then ${needed.line}; else ${name} install; fi`;
		return {
			reason: `has no ${missing}`,
			remedy: `Commit the lockfile, or let base.setup install without one, for example \`base: { setup: ${holds(user, needed.locks) ? either : `${name} install`} }\`.`
		};
	}
	const found = other.locks.find((lock) => holds(directories, [lock]));
	const either = `if test -f ${found}; then ${other.line}; else ${needed.line}; fi`;
	return {
		reason: `has ${found}, and no ${missing}`,
		remedy: `Set base.setup to a line that installs ${holds(user, needed.locks) ? "both sides" : "from it"}, for example \`base: { setup: ${holds(user, needed.locks) ? either : other.line} }\`.`
	};
}
/** The script of a package that a package manager ran and that failed, as the end of a sentence. */
function failedScript(printed) {
	const bun = /^error: (?:(\S+) script from|script) "([^"]+)" exited/m.exec(printed);
	if (bun !== null) return ` in the script \`${bun[1] ?? bun[2]}\``;
	const failure = /^(npm (?:error|ERR!) (?:code \d|Lifecycle script)|\s?ELIFECYCLE)/m.exec(printed);
	if (failure === null) return "";
	const dependency = /^npm (?:error|ERR!) path .*\/node_modules\/((?:@[^/]+\/)?[^/\s]+)$/m.exec(printed);
	if (dependency !== null) return ` in an install script of ${dependency[1]}`;
	const script = [...printed.slice(0, failure.index).matchAll(/^> (?:\S+@\S* )?([\w:.-]+)(?: \/.*)?\n> /gm)].at(-1);
	return script === void 0 ? "" : ` in the script \`${script[1]}\``;
}
/**
* Runs the user's set-up line in one side, through the shell, and ends every process that it started. Throws
* a UserError with the reason when it fails or does not end in time. `user` are the
* directories of the user's project and repository.
*/
async function runSetup(o) {
	const { line, side } = o;
	const result = await runProcess(line, {
		cwd: side.directory,
		env: o.env,
		signal: o.signal,
		timeLimitMs: Math.max(1, o.timeLimitMs),
		stdout: "tail"
	});
	if (result.stopped === null && result.exitCode === 0) return;
	const who = `${side.name} (${side.sha.slice(0, 7)})`;
	const tail = stripVTControlCharacters(result.tail);
	const output = reasonAfter(inProject(tail, side.directory, side.root));
	if (result.stopped === "time-limit") {
		const limit = `${(o.timeLimitMs / 1e3).toFixed(1)} s`;
		throw new UserError("setup", `${who} does not build: \`${line}\` did not end within ${limit}${output}`, "Raise measure.time-limit, or make base.setup wait for nothing.", { topic: "setup" });
	}
	const how = howItEnded(result);
	const mismatch = lockfileMismatch(line, side, o.user);
	if (mismatch !== null) throw new UserError("setup", `${who} ${mismatch.reason}: \`${line}\` ${how}${output}`, mismatch.remedy);
	if (saysFull(tail)) throw new UserError("disk", `${who} does not build, because a disk is full: \`${line}\` ${how}${output}`, `See with \`df -h\` and \`df -i\` which one it is, and free some space there. The checkouts lie in ${dirname(side.root)}, where TMPDIR points.`);
	const another = side.name === "base" ? ", or name another base in base.ref" : "";
	throw new UserError("setup", `${who} does not build: \`${line}\` ${how}${failedScript(tail)}${output}`, `Run base.setup in a checkout of ${side.sha.slice(0, 7)} to see all of it, and correct the line in the configuration${another}.`, { topic: "setup" });
}

// src/checkout/dependencies.ts
/** node_modules directories that are copied into one side. A monorepo has at most one for each workspace. */
const MAX_MODULES_DIRECTORIES = 500;
const SHOWN_NAMES = 3;
/** Places of node_modules of the project and its workspaces, relative to the repository's root. */
function modulesPlaces(manifests, prefix) {
	return [...new Set([...manifests.packages, prefix].filter((directory) => matters(manifests, directory)))].map((owner) => join(owner, "node_modules")).sort();
}
/** Finds what the user has installed for the project. */
async function findInstalled(repository) {
	const manifests = await readManifests(repository.git, repository.root, repository.prefix);
	const directories = modulesPlaces(manifests, repository.prefix).filter((directory) => isDirectory$1(join(repository.root, directory)));
	if (directories.length > MAX_MODULES_DIRECTORIES) throw new UserError("dependencies", `${directories.length} packages below ${repository.root} have a node_modules directory; Benchgate copies up to ${MAX_MODULES_DIRECTORIES}`, "Run Benchgate in the directory of the package that has the benchmarks.");
	return {
		manifests,
		directories
	};
}
/** Why a side cannot use the user's installed dependencies; null when it can. */
async function whyNotShared(root, installed, own) {
	if (installed.directories.length === 0) return "nothing is installed in your checkout (no node_modules)";
	const files = await differingManifests({
		root,
		manifests: installed.manifests
	}, own);
	if (files.length === 0) return null;
	return files.length === 1 ? `its ${files[0]} differs from the one in your checkout` : `its ${shown$2(files)} differ from those in your checkout`;
}
/** The first few names of a list, and how many more there are. */
function shown$2(names) {
	const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : "";
	return names.slice(0, SHOWN_NAMES).join(", ") + more;
}
async function share(repository, installed, side, o, mayLink) {
	const wanted = [];
	for (const directory of installed.directories) {
		const target = join(side.root, directory);
		if (existsSync(target) || !isDirectory$1(join(target, ".."))) continue;
		if (await staysWithin(side.root, target)) wanted.push(directory);
	}
	const sample = wanted.map((directory) => anyFileIn(join(repository.root, directory))).find((file) => file !== null);
	if (wanted.length === 0) return [];
	const method = sample === void 0 ? "copy" : cheapestMethod(sample, dirname(side.root), mayLink);
	const verb = {
		clone: "cloning",
		link: "linking",
		copy: "copying"
	}[method];
	o.onProgress(`${side.name}: ${verb} ${wanted.length === 1 ? wanted[0] : `${wanted.length} node_modules directories`}`);
	const outside = await copyModules({
		fromRoot: repository.root,
		toRoot: side.root,
		directories: wanted,
		method,
		signal: o.signal
	});
	if (outside.length === 0) return [];
	const lead = outside.length === 1 ? "leads" : "lead";
	return [`${shown$2(outside)} ${lead} out of the repository: base and head load the same files there`];
}
/**
* Gives a side its dependencies: the user's installed ones where lockfiles and manifests are the same,
* otherwise what the set-up line installs. A line that does more than install runs in either case. Returns
* warnings. Throws a UserError when the line fails, or when there is neither a line nor installed
* dependencies and the project needs some.
*
* Hard-linked files are the user's own files: code that writes into one in place (rather than replacing it,
* as package managers do) writes into the user's node_modules. Therefore a side in which a set-up line runs
* gets clones or real copies, and caches of tools are left out.
*/
async function prepareDependencies(repository, installed, side, o) {
	const own = await readManifests(side.git, side.root, repository.prefix);
	const obstacle = await whyNotShared(repository.root, installed, {
		root: side.root,
		manifests: own
	});
	const warnings = [];
	const runsAnyway = o.setup !== null && !isInstallOnly(o.setup);
	if (obstacle === null && !(runsAnyway && startsAfresh(o.setup ?? ""))) warnings.push(...await share(repository, installed, side, o, !runsAnyway));
	if (o.setup !== null && (runsAnyway || obstacle !== null && own.needsInstall)) {
		const line = o.setup;
		const install = async () => {
			o.onProgress(`${side.name}: ${line}`);
			await runSetup({
				line,
				side,
				user: [join(repository.root, repository.prefix), repository.root],
				env: o.environments.setup,
				signal: o.signal,
				timeLimitMs: o.remainingMs()
			});
		};
		const { dependencyCache: cache } = o;
		if (!runsAnyway && cache !== null) {
			const { prefix } = repository;
			const places = modulesPlaces(own, prefix);
			return await installWithCache({
				...o,
				cache,
				side,
				manifests: own,
				prefix,
				places,
				line,
				install
			});
		}
		await install();
		return warnings;
	}
	const complete = [".pnp.cjs", "node_modules"].some((name) => existsSync(join(side.root, own.installRoot, name)));
	if (obstacle !== null && own.needsInstall && !complete) throw new UserError("dependencies", `${side.name} (${side.sha.slice(0, 7)}) cannot use the installed dependencies: ${obstacle}`, remedyOf$1(installed, side), { topic: "dependencies" });
	return warnings;
}
/** The line that the project's own package manager needs, with its build where it has one. */
function remedyOf$1(installed, side) {
	const places = [side.directory, side.root];
	const install = installLine(places) ?? "npm install";
	const build = buildLine("package.json", places);
	const set = `et \`base: { setup: ${install} }\``;
	const first = installed.directories.length === 0 ? `Run \`${install}\` in your checkout, or s${set}` : `S${set}`;
	return build === null ? `${first}.` : `${first}; where the suites load built files, \`base: { setup: ${install} && ${build} }\`.`;
}

// src/git/commit-info.ts
const MAX_SUBJECT = 200;
const TIME_LIMIT_MS$3 = 6e4;
async function readCommit(git, sha) {
	const text = await git.text("cat-file", "-p", sha);
	const end = text.indexOf("\n\n");
	const header = text.slice(0, end + 1);
	return {
		parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]),
		seconds: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0),
		subject: text.slice(end + 2).split("\n")[0]
	};
}
/** What the commit of a project's checkout says of itself. Throws a UserError outside of a repository. */
async function commitInfo(o) {
	const git = new Git(o.project, o.env, {
		signal: o.signal,
		remainingMs: () => TIME_LIMIT_MS$3
	});
	const { parents, seconds, subject } = await readCommit(git, "HEAD");
	return {
		sha: await git.text("rev-parse", "HEAD"),
		parent: parents[0] ?? null,
		time: (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString(),
		subject: subject.replace(/\p{Cc}/gu, " ").trim().slice(0, MAX_SUBJECT)
	};
}

// src/git/ancestry.ts
const FETCH$1 = [
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-recurse-submodules",
	"--refmap="
];
/** Commits by which a shallow history is deepened, one step after the other: 2,720 in all. */
const DEEPEN_STEPS = [
	32,
	128,
	512,
	2048
];
/** Ends of a shallow history that are followed; a clone of depth 1 has one or two. */
const MAX_BOUNDARY = 200;
const NOT_FOUND = {
	sha: null,
	failure: null
};
/** The remote answered, and does not have it. */
const ANSWERED_NO = /not our ref|unadvertised object|find remote ref/;
/** What git says after every failure. */
const NO_REASON = /^$|^Please make sure you have the correct access|^and the repository exists/;
/** What came of a request that failed. */
async function failed(repository, answer) {
	const { git, remote, host, commonDirectory: directory } = repository;
	const { said } = answer;
	if (ANSWERED_NO.test(said)) return NOT_FOUND;
	const known = git.explain(answer);
	const words = (known?.line ?? said).split("\n").map((line) => line.replace(/^(fatal|error): /, "").trim()).filter((line) => !NO_REASON.test(line)).slice(0, 3);
	const address = await git.maybe("remote", "get-url", remote) ?? remote;
	const why = forMessage(words.join("; "), 400) || "it did not say why";
	const what = withoutCredentials(`git fetch of ${forMessage(address)} failed`);
	const full = explainFull(saidHere(said), {
		what,
		directory,
		otherwise: beforehand(host)
	});
	if (full !== null) return {
		sha: null,
		failure: full.message,
		remedy: full.remedy
	};
	return {
		sha: null,
		failure: `${what}: ${withoutCredentials(why)}`,
		remedy: known?.remedy
	};
}
/** The error for a commit whose remote could not be asked, which comes before what follows; null: it was. */
function unreached({ host }, { failure, remedy }, code, consequence) {
	if (failure === null) return null;
	return new UserError(code, `${failure}\n${consequence}`, remedy ?? `Make the remote reachable from here (network, proxy, credentials), fetch the history beforehand (${host.wholeHistory.aside}), or name another base in base.ref.`);
}
/** Fetches a commit if it is not there; no ref and no FETCH_HEAD changes. */
async function obtain(repository, sha) {
	const { git, remote } = repository;
	if ((await git.ask("cat-file", "-e", `${sha}^{commit}`)).ok) return {
		sha,
		failure: null
	};
	if (remote === null) return NOT_FOUND;
	const depth = repository.shallow ? ["--depth=1"] : [];
	const fetched = await git.ask(...FETCH$1, ...depth, remote, sha);
	return fetched.ok ? {
		sha,
		failure: null
	} : await failed(repository, fetched);
}
/** Fetches the commit of the first of these full ref names (`HEAD`, `refs/heads/x`) that the remote has. */
async function obtainRef(repository, refs) {
	const { git, remote } = repository;
	if (remote === null) return NOT_FOUND;
	const listed = await git.ask("ls-remote", remote, ...refs.flatMap((ref) => [ref, `${ref}^{}`]));
	if (!listed.ok) return await failed(repository, listed);
	const lines = listed.stdout.toString().split("\n");
	const shas = new Map(lines.map((line) => line.split("	").reverse()));
	for (const ref of refs) {
		const sha = shas.get(`${ref}^{}`) ?? shas.get(ref);
		if (sha !== void 0) return await obtain(repository, sha);
	}
	return NOT_FOUND;
}
async function shallowBoundary(repository) {
	const file = join(repository.commonDirectory, "shallow");
	return (await readFile(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "").slice(0, MAX_BOUNDARY);
}
/**
* The best common ancestor of two commits. There is none when they have none, or when a shallow clone's
* remote does not give it within 2,720 commits.
*/
async function mergeBaseOf(repository, target, head) {
	const { git, remote } = repository;
	const known = await git.maybe("merge-base", target, head);
	if (known !== null) return await obtain(repository, known);
	if (!repository.shallow) return NOT_FOUND;
	if ((await readCommit(git, head)).parents.includes(target)) return await obtain(repository, target);
	if (remote === null) return NOT_FOUND;
	for (const step of DEEPEN_STEPS) {
		const wanted = [.../* @__PURE__ */ new Set([target, ...await shallowBoundary(repository)])];
		const fetched = await git.ask(...FETCH$1, `--deepen=${step}`, remote, ...wanted);
		if (!fetched.ok) return await failed(repository, fetched);
		const found = await git.maybe("merge-base", target, head);
		if (found !== null) return await obtain(repository, found);
		if ((await shallowBoundary(repository)).length === 0) return NOT_FOUND;
	}
	return NOT_FOUND;
}

// src/git/refs.ts
/** Names that are searched for what the user may have meant. */
const MAX_SUGGESTED_FROM = 5e3;
/** The commit that an expression names; null where it names none. */
async function commitOf$1(repository, expression) {
	const answer = await repository.git.maybe("rev-parse", "--verify", "--quiet", `${expression}^{commit}`);
	return answer !== null && /^[0-9a-f]{40,64}$/.test(answer) ? answer : null;
}
async function unknownRef(repository, ref) {
	const names = (await repository.git.text("for-each-ref", `--count=${MAX_SUGGESTED_FROM}`, "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")).split("\n").flatMap((name) => {
		const short = name.replace(/^refs\/(heads|tags|remotes)\//, "");
		return name.startsWith("refs/remotes/") ? [short, short.slice(short.indexOf("/") + 1)] : [short];
	});
	const near = nearestNames(ref, [...new Set(names)], 3);
	const meant = near.length > 0 ? `Did you mean ${near.join(", ")}?` : "List what there is: git branch -a; git tag.";
	const shallow = repository.shallow ? ` This clone is shallow: ${repository.host.wholeHistory.clause}.` : "";
	return new UserError("ref", `${ref} is no branch, tag or commit of this repository`, meant + shallow, { topic: "unknown-ref" });
}
/** The commit of a name that the user wrote: local names first, then those of the remote. */
async function resolveRef(repository, ref, what) {
	checkRevision(ref, what);
	const { remote } = repository;
	const local = await commitOf$1(repository, ref) ?? (remote === null ? null : await commitOf$1(repository, `refs/remotes/${remote}/${ref}`));
	if (local !== null) return local;
	const sought = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref) ? await obtain(repository, ref) : repository.shallow && /^[\w./-]+$/.test(ref) ? await obtainRef(repository, [`refs/heads/${ref}`, `refs/tags/${ref}`]) : NOT_FOUND;
	if (sought.sha !== null) return sought.sha;
	throw unreached(repository, sought, "ref", `${ref} is not in this clone.`) ?? await unknownRef(repository, ref);
}

// src/git/base.ts
/** Default branches where nothing says which one is. */
const USUAL_NAMES = ["main", "master"];
const wholeHistory = ({ host }) => `Fetch the history (${host.wholeHistory.aside}), or name another base in base.ref.`;
/** People read it between parentheses. */
const BELOW_CHANGES = ", below the uncommitted changes";
/** Before uncommitted changes lies the commit that they stand on; before a commit, its first parent. */
async function before(repository, head, because) {
	if (head.dirty) return {
		label: `HEAD${because}`,
		sha: head.sha,
		dirty: false
	};
	const parent = (await readCommit(repository.git, head.sha)).parents[0];
	if (parent === void 0) throw new UserError("first-commit", `${head.sha.slice(0, 7)} is the first commit of the repository: nothing lies before it to compare with`, "Change a file, or commit again: then this commit is the base. Or name another base in base.ref.", { topic: "first-commit" });
	const sought = await obtain(repository, parent);
	if (sought.sha !== null) return {
		label: `parent${because}`,
		sha: parent,
		dirty: false
	};
	const reason = `The parent ${parent.slice(0, 7)} of ${head.sha.slice(0, 7)} is not in this shallow clone`;
	throw unreached(repository, sought, "no-merge-base", `${reason}.`) ?? new UserError("no-merge-base", `${reason} and could not be fetched`, wholeHistory(repository), { topic: "no-parent" });
}
/**
* The target branch's commit in the merge that a service makes of a change, or null when `sha` is no such
* merge. It is the exact base of that merge, whatever the branch is called and whatever else was fetched.
*/
async function previewedBase(repository, sha) {
	const { parents, subject } = await readCommit(repository.git, sha);
	return parents.length > 1 && repository.host.isPreview({
		sha,
		parents,
		subject
	}) ? parents[0] : null;
}
/** The branch that head will be merged into: what the job's service names, else the default branch. */
async function targetBranch(repository) {
	const { git, host, remote } = repository;
	if (host.target !== null) checkRevision(host.target.branch, host.target.namedBy);
	const known = async (name, ref) => {
		const sha = await commitOf$1(repository, ref);
		return sha === null ? null : {
			name,
			sha
		};
	};
	const tracked = (branch) => known(`${remote}/${branch}`, `refs/remotes/${remote}/${branch}`);
	let unanswered = NOT_FOUND;
	const asked = async (ref, branch) => {
		const sought = await obtainRef(repository, [ref]);
		if (sought.failure !== null) unanswered = sought;
		return sought.sha === null ? null : {
			name: `${remote}/${branch}`,
			sha: sought.sha
		};
	};
	/** In the order of preference, each asked for only where those before it are not there. */
	async function* places() {
		if (remote !== null) {
			if (host.target !== null) {
				yield await tracked(host.target.branch);
				yield await asked(`refs/heads/${host.target.branch}`, host.target.branch);
			}
			const pointer = await git.maybe("symbolic-ref", "--quiet", `refs/remotes/${remote}/HEAD`);
			if (pointer !== null) yield await tracked(pointer.slice(`refs/remotes/${remote}/`.length));
			for (const name of USUAL_NAMES) yield await tracked(name);
			if (repository.shallow) yield await asked("HEAD", "HEAD");
		}
		for (const name of USUAL_NAMES) yield await known(name, `refs/heads/${name}`);
	}
	for await (const branch of places()) if (branch !== null) return branch;
	const sought = host.target === null ? "its default branch" : `the target branch ${host.target.branch}`;
	throw unreached(repository, unanswered, "no-merge-base", `This clone does not hold ${sought}, which is the base.`) ?? new UserError("no-merge-base", "No default branch was found to take the merge base with (origin/HEAD, origin/main, origin/master, main, master)", "Name the base in base.ref, or tell git the default branch: git remote set-head origin --auto.", { topic: "no-default-branch" });
}
async function mergeBase(repository, head) {
	const previewed = await previewedBase(repository, head.sha);
	if (previewed !== null && (await obtain(repository, previewed)).sha !== null) return {
		label: "merge-base",
		sha: previewed,
		dirty: false
	};
	const target = await targetBranch(repository);
	const sought = await mergeBaseOf(repository, target.sha, head.sha);
	if (sought.sha === null) {
		const apart = `${head.label} (${head.sha.slice(0, 7)}) and ${target.name} (${target.sha.slice(0, 7)}) have no common ancestor`;
		const shallow = repository.shallow ? " This clone is shallow, and deepening it did not reach one." : "";
		throw unreached(repository, sought, "no-merge-base", `${apart} in this shallow clone.`) ?? new UserError("no-merge-base", `${apart}.${shallow}`, wholeHistory(repository), { topic: "no-common-ancestor" });
	}
	const found = sought.sha;
	if (found !== head.sha) return {
		label: "merge-base",
		sha: found,
		dirty: false
	};
	return await before(repository, head, head.dirty ? BELOW_CHANGES : `, since head is on ${target.name}`);
}
async function newestTag(repository, pattern, head) {
	checkRevision(pattern, "tag pattern");
	const listed = await repository.git.text("for-each-ref", `--merged=${head.sha}`, "--sort=-version:refname", "--sort=-creatordate", "--count=2000", "--format=%(refname:strip=2)", `refs/tags/${pattern}`);
	let own = null;
	for (const tag of listed.split("\n").filter((name) => name !== "")) {
		const sha = await commitOf$1(repository, `refs/tags/${tag}`);
		if (sha !== null && (head.dirty || sha !== head.sha)) return {
			label: tag,
			sha,
			dirty: false
		};
		if (sha !== null) own ??= tag;
	}
	const besides = own === null ? "" : `, other than its own ${own},`;
	throw new UserError("ref", `No tag that matches ${pattern}${besides} can be reached from ${head.label} (${head.sha.slice(0, 7)})`, repository.shallow ? wholeHistory(repository) : "List the tags that can be: git tag --merged HEAD. Or name another base in base.ref.");
}
/**
* The commit of the base side.
*
* - `merge-base`: where head left the branch that it will be merged into; when all that is committed is on
*   that branch
*   already, the commit before: HEAD below uncommitted changes, else the parent.
* - `parent`: the first parent of head; HEAD itself when uncommitted changes stand on it.
* - `ref`: the commit of that name.
* - `tag`: the newest tag of that pattern that head can reach, other than one on a clean head itself.
*/
async function resolveBase(repository, base, head) {
	switch (base.kind) {
		case "merge-base": return await mergeBase(repository, head);
		case "parent": return await before(repository, head, head.dirty ? BELOW_CHANGES : "");
		case "ref": return {
			label: base.ref,
			sha: await resolveRef(repository, base.ref, "base ref"),
			dirty: false
		};
		case "tag": return await newestTag(repository, base.pattern, head);
	}
}

// src/git/repository.ts
/** Finds the repository of `project`, or throws a UserError that says why there is none to compare. */
async function openRepository(project, env, host, limits) {
	const here = new Git(project, env, {
		...limits,
		host
	});
	if ((await here.ask("rev-parse")).complaint.includes("not a git repository")) {
		const seen = await nearestGit(project);
		if (seen !== null) throw new UserError("git", `git finds no repository in ${seen}, which is damaged or may not be read`, `Let user ${process.getuid?.()} read it (ls -la ${seen}), or clone the repository anew.`);
		throw new UserError("git", `${project} is not in a git repository`, "Run Benchgate in a checkout of your repository; base and head are taken from its history.", { topic: "no-repository" });
	}
	const root = await realpath(await here.text("rev-parse", "--show-toplevel"));
	const git = here.in(root);
	const headSha = await git.maybe("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	if (headSha === null) throw new UserError("git", `${root} has no commit yet`, "Commit the state to compare with first.");
	const about = await git.text("rev-parse", "--is-shallow-repository", "--path-format=absolute", "--git-common-dir");
	const lineEnd = about.indexOf("\n");
	const remotes = (await git.text("remote")).split("\n").filter((name) => /^[^-]/.test(name));
	return {
		git,
		root,
		prefix: relative(root, await realpath(project)),
		commonDirectory: await realpath(about.slice(lineEnd + 1)),
		headSha,
		remote: remotes.includes("origin") ? "origin" : remotes.length === 1 ? remotes[0] : null,
		shallow: about.slice(0, lineEnd) === "true",
		host
	};
}
/** A `.git` in a directory or above it, whatever it holds; null where there is none. */
async function nearestGit(directory) {
	for (let at = directory;; at = dirname(at)) {
		const place = join(at, ".git");
		if (await lstat(place).catch(() => null) !== null) return place;
		if (at === dirname(at)) return null;
	}
}

// src/checkout/open-revisions.ts
/** Resolves which two versions of a project are meant. */
async function openRevisions(o) {
	const deadline = performance.now() + o.timeLimitMs;
	const remainingMs = () => deadline - performance.now();
	const env = withGitSettings(o.env, o.gitSettings);
	const repository = await openRepository(o.project, env, o.host, {
		signal: o.signal,
		remainingMs
	});
	const changes = o.head.kind === "working-tree" ? await readUncommitted(repository) : null;
	const head = o.head.kind === "ref" ? {
		label: o.head.ref,
		sha: await resolveRef(repository, o.head.ref, "head ref"),
		dirty: false
	} : {
		label: "working tree",
		sha: repository.headSha,
		dirty: (changes?.paths.length ?? 0) > 0
	};
	return {
		repository,
		changes,
		head,
		base: () => resolveBase(repository, o.base, head),
		remainingMs
	};
}

// src/process/temporary.ts
/** An environment with another directory for temporary files; null: with the one that it has. */
const withTemporary = (env, directory) => directory === null ? env : {
	...env,
	TMPDIR: directory
};

// src/checkout/code-files.ts
/** Extensions of what Node, loaders and bundlers load, in no order. */
const EXTENSIONS = [
	"js",
	"mjs",
	"cjs",
	"ts",
	"mts",
	"cts",
	"jsx",
	"tsx",
	"node",
	"wasm"
];
const CODE = new RegExp(String.raw`\.(${EXTENSIONS.join("|")})$`, "i");
/** Files whose content decides which code is loaded, or how. */
const DECIDING = /^(package\.json|[jt]sconfig[^/]*\.json|\.pnp(\.loader)?\.[cm]js)$/;
const OTHER_SOURCE = /\.(py|pyx|rb|php|pl|lua|go|rs|c|cc|cpp|cxx|h|hh|hpp|s|java|kt|kts|scala|groovy|cs|fs|vb|swift|m|mm|zig|jl|r|ex|exs|erl|hs|ml|nim|d|dart|sh)$/i;
const nameOf$1 = (path) => path.slice(path.lastIndexOf("/") + 1);
/** Whether a file of this name may be loaded as code, or a directory hold some. */
function mayBeCode(path) {
	const name = nameOf$1(path);
	return CODE.test(name) || DECIDING.test(name) || OTHER_SOURCE.test(name) || !name.includes(".");
}

// src/checkout/seal.ts
/** Entries of one checkout that are noted; the project's own come first. */
const MAX_ENTRIES = 25e4;
/** Entries of one checkout, of code and of data, that are looked at after each process: 2 ms a thousand. */
const MAX_NEAR = 2e4;
/** Content of a gate's checkouts that is noted; beyond it a file is known by its size and times. */
const MAX_HASHED_BYTES = 4 * 2 ** 30;
/** Entries between two moments in which an abort is noticed. */
const ENTRIES_AT_ONCE = 5e3;
const PART_BYTES$1 = 2 ** 20;
/** Reads files, those that are hard-linked into several checkouts once. */
var Hashes = class {
	#known = /* @__PURE__ */ new Map();
	#buffer = Buffer.allocUnsafeSlow(PART_BYTES$1);
	#leftBytes = MAX_HASHED_BYTES;
	get isUsedUp() {
		return this.#leftBytes <= 0;
	}
	/** The hash of a file that is to be noted; null where it cannot be read, or too much was noted before. */
	toNote(file, stat) {
		return this.isUsedUp || (this.#leftBytes -= stat.size) <= 0 ? null : this.of(file, stat);
	}
	/** The hash of a file; null where it cannot be read. */
	of(file, stat) {
		const known = this.#known.get(stat.inode);
		if (known !== void 0 && isSame(known.stat, stat)) return known.hash;
		const hash = this.#read(file, stat.size);
		if (hash !== null && stat.links > 1) this.#known.set(stat.inode, {
			stat,
			hash
		});
		return hash;
	}
	#read(file, size) {
		let descriptor = null;
		try {
			descriptor = openSync(file, constants$2.O_RDONLY | constants$2.O_NOFOLLOW | constants$2.O_NONBLOCK);
			const first = readSync(descriptor, this.#buffer, 0, PART_BYTES$1, 0);
			if (size <= PART_BYTES$1) return hash("sha256", this.#buffer.subarray(0, first));
			const whole = createHash("sha256").update(this.#buffer.subarray(0, first));
			for (let at = first; at < size;) {
				const more = readSync(descriptor, this.#buffer, 0, PART_BYTES$1, at);
				if (more === 0) break;
				whole.update(this.#buffer.subarray(0, more));
				at += more;
			}
			return whole.digest("hex");
		} catch {
			return null;
		} finally {
			if (descriptor !== null) closeSync(descriptor);
		}
	}
};
/** What lies in one checkout, so that it can be said later what has changed in it. */
var Seal = class Seal {
	#entries = /* @__PURE__ */ new Map();
	/** The entries outside of packages, nearest to the root first. */
	#near = [];
	#nearLeft = {
		code: MAX_NEAR,
		data: MAX_NEAR
	};
	#hashes;
	#signal;
	#bornAt;
	#root;
	/** Whether there was more than could be noted. */
	isPartial = false;
	constructor(root, hashes, signal) {
		this.#root = root;
		this.#bornAt = bornAt(root);
		this.#hashes = hashes;
		this.#signal = signal;
	}
	/** Notes everything below `root`. */
	static async of(root, hashes, signal) {
		const seal = new Seal(root, hashes, signal);
		await seal.renew();
		return seal;
	}
	/** Whether the checkout itself is still the directory that it was. */
	get isThere() {
		const now = statOf$1(this.#root);
		const laid = this.#entries.get("")?.laid;
		return now !== null && typeOf(now) === constants$2.S_IFDIR && now.inode === laid?.inode && bornAt(this.#root) === this.#bornAt;
	}
	/** Takes note that the checkout was renamed, which changes nothing in it. */
	movedTo(root) {
		this.#root = root;
		const entry = this.#entries.get("");
		entry.laid = entry.seen = statOf$1(root);
	}
	/** Notes everything as it is now. Only what has changed is read again. */
	async renew() {
		this.isPartial = false;
		const gone = [...this.#entries.values()].filter(({ path }) => statOf$1(this.#place(path)) === null);
		this.#forget(new Set(gone));
		await this.#walk((path, stat) => this.#lay(path, stat));
	}
	#lay(path, stat) {
		const entry = this.#entries.get(path) ?? this.#add(path);
		if (entry.laid === null || !isSame(entry.laid, stat)) entry.content = this.#contentOf(path, stat, "toNote");
		entry.laid = entry.seen = stat;
	}
	/** Takes entries as they are after a process of this checkout's own side. */
	refresh(which) {
		const gone = /* @__PURE__ */ new Set();
		for (const entry of this.#chosen(which)) {
			const now = statOf$1(this.#place(entry.path));
			const isChanged = now !== null && isDirectory(now) && (entry.seen === null || !isSame(entry.seen, now));
			entry.seen = now;
			if (isChanged) this.#addNew(entry.path);
			if (now === null && entry.laid === null) gone.add(entry);
		}
		this.#forget(gone);
	}
	#chosen(which) {
		return which === "near" ? [...this.#near] : [...this.#entries.values()];
	}
	/** Adds what is new in a directory, and below. */
	#addNew(directory) {
		const open = [directory];
		for (let next = open.pop(); next !== void 0; next = open.pop()) for (const { name } of entriesIn(this.#place(next))) {
			const path = below$1(next, name);
			if (this.#nearLeft.code <= 0 || this.#entries.has(path)) continue;
			const entry = this.#add(path);
			entry.seen = statOf$1(this.#place(path));
			if (entry.seen !== null && isDirectory(entry.seen) && isNear(path)) open.push(path);
		}
	}
	/**
	* What was done to entries since refresh(), by whomever: anything that was written to counts, even where
	* its content is what it was.
	*/
	glance(which) {
		const changes = [];
		const touched = [];
		for (const entry of this.#chosen(which)) {
			const { path, seen } = entry;
			const now = statOf$1(this.#place(path));
			if (now === seen || now !== null && seen !== null && isSame(now, seen)) continue;
			if (seen !== null && now !== null && isDirectory(seen) && isDirectory(now)) {
				changes.push(...this.#newIn(path, (known) => known.seen !== null));
				touched.push(path);
				continue;
			}
			const what = this.#whatChanged(entry, now);
			if (what === null && seen !== null && seen.links > 1) entry.seen = now;
			else changes.push(changeOf$1(path, what ?? "written to", now));
		}
		const parents = new Set(changes.map(({ path }) => parentOf(path)));
		const others = touched.filter((path) => !parents.has(path));
		return [...changes, ...others.map((path) => ({
			path,
			what: "written to",
			isDirectory: true
		}))];
	}
	/** What differs from what was noted, wherever it lies. A new directory is one change, whatever is in it. */
	async compare() {
		const changes = [];
		let looked = 0;
		for (const entry of this.#entries.values()) {
			if (++looked % ENTRIES_AT_ONCE === 0) await this.#pause();
			const { path, laid } = entry;
			if (laid === null) continue;
			const now = statOf$1(this.#place(path));
			if (now !== null && isSame(now, laid)) continue;
			const what = this.#whatChanged(entry, now) ?? (isRewritten(path, laid, now) ? "written to" : null);
			if (what !== null) changes.push(changeOf$1(path, what, now));
			if (now !== null && isDirectory(now)) changes.push(...this.#newIn(path, (known) => known.laid !== null));
			else if (what === null) entry.laid = now;
		}
		return changes;
	}
	/** How an entry differs from what was noted; null: its content is what it was. */
	#whatChanged({ path, laid, content }, now) {
		if (now === null) return "removed";
		if (laid === null) return "content";
		if (typeOf(now) !== typeOf(laid)) return "type";
		if (!isDirectory(now)) {
			if (isFile$1(now) && now.size !== laid.size) return "content";
			if (content === null) return isWritten(laid, now) ? "content" : null;
			if (this.#contentOf(path, now, "of") !== content) return typeOf(now) === constants$2.S_IFLNK ? "target" : "content";
		}
		return now.mode === laid.mode ? null : "permissions";
	}
	#newIn(directory, isKnown) {
		return entriesIn(this.#place(directory)).flatMap((found) => {
			const path = below$1(directory, found.name);
			const known = this.#entries.get(path);
			if (known !== void 0 && isKnown(known)) return [];
			return [{
				path,
				what: "new",
				isDirectory: found.isDirectory()
			}];
		});
	}
	/** Whether something was noted at a path. */
	isLaid(path) {
		return (this.#entries.get(path)?.laid ?? null) !== null;
	}
	/** The names in a directory, as they are now. */
	namesIn(directory) {
		return namesIn(this.#place(directory));
	}
	#contentOf(path, stat, read) {
		const place = this.#place(path);
		if (isFile$1(stat)) return this.#hashes[read](place, stat);
		try {
			return typeOf(stat) === constants$2.S_IFLNK ? readlinkSync(place) : null;
		} catch {
			return null;
		}
	}
	/** Visits every entry: the project's own entries first, nearest to the root first. */
	async #walk(visit) {
		let count = 0;
		const modules = [];
		for (let open = [""]; open.length > 0; open = modules.splice(0)) for (let at = 0; at < open.length; at++) {
			const path = open[at];
			const stat = statOf$1(this.#place(path));
			if (stat === null) continue;
			if (++count > MAX_ENTRIES) {
				this.isPartial = true;
				return;
			}
			visit(path, stat);
			if (count % ENTRIES_AT_ONCE === 0) await this.#pause();
			if (!isDirectory(stat) || NOT_ENTERED.test(path)) continue;
			for (const { name } of entriesIn(this.#place(path))) (isModules(path) ? modules : open).push(below$1(path, name));
		}
	}
	#add(path) {
		const entry = {
			path,
			laid: null,
			seen: null,
			content: null
		};
		this.#entries.set(path, entry);
		if (!isNear(path)) return entry;
		const kind = kindOf$1(path);
		if (this.#nearLeft[kind]-- > 0) this.#near.push(entry);
		else if (kind === "code") this.isPartial = true;
		return entry;
	}
	#forget(gone) {
		if (gone.size === 0) return;
		for (const { path } of gone) this.#entries.delete(path);
		this.#near = this.#near.filter((entry) => !gone.has(entry));
		this.#nearLeft = {
			code: MAX_NEAR,
			data: MAX_NEAR
		};
		for (const { path } of this.#near) this.#nearLeft[kindOf$1(path)]--;
	}
	#place(path) {
		return path === "" ? this.#root : `${this.#root}/${path}`;
	}
	async #pause() {
		await setImmediate();
		this.#signal.throwIfAborted();
	}
};
const kindOf$1 = (path) => mayBeCode(path) ? "code" : "data";
const below$1 = (directory, name) => directory === "" ? name : `${directory}/${name}`;
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const isModules = (path) => /(^|\/)node_modules$/.test(path);
/** What git names by a hash of its content, and what submodules bring of their own. */
const NOT_ENTERED = /^\.git\/(objects|modules)$/;
const changeOf$1 = (path, what, now) => ({
	path,
	what,
	isDirectory: now !== null && isDirectory(now)
});
/** Whether a path is below a node_modules directory; that directory itself belongs to the project. */
const isInModules = (path) => /(^|\/)node_modules\//.test(path);
/** Whether a path belongs to the caches of tools in node_modules. */
function isCache(path) {
	const parts = path.split("/");
	return parts.some((part, i) => part === "node_modules" && CACHES.has(parts[i + 1] ?? ""));
}
/**
* Whether a file of a package was written to and has its content again. Nothing that is measured has a reason
* to. Hard links of other checkouts, which come and go, change neither the inode nor the time of writing.
*/
function isRewritten(path, laid, now) {
	if (now === null || isDirectory(now) || !isInModules(path) || isCache(path)) return false;
	const isLinked = laid.links > 1 || now.links > 1;
	return now.inode !== laid.inode || now.modifiedAt !== laid.modifiedAt || !isLinked && now.changedAt !== laid.changedAt;
}
/** What is looked at after each process: all but packages. Caches hold code as loaders have compiled it. */
const isNear = (path) => !isInModules(path) || isCache(path);
function statOf$1(path) {
	try {
		const stat = lstatSync(path, { throwIfNoEntry: false });
		if (stat === void 0) return null;
		const { ino: inode, size, mode, nlink: links, mtimeMs: modifiedAt, ctimeMs: changedAt } = stat;
		return {
			inode,
			size,
			mode,
			links,
			modifiedAt,
			changedAt
		};
	} catch {
		return null;
	}
}
/** When a directory was made, in ms since 1970; 0 where the file system does not note that. */
function bornAt(directory) {
	return lstatSync(directory, { throwIfNoEntry: false })?.birthtimeMs ?? null;
}
/** Whether nothing was done to an entry in between. */
function isSame(a, b) {
	return a.changedAt === b.changedAt && a.modifiedAt === b.modifiedAt && a.inode === b.inode && a.size === b.size && a.mode === b.mode && a.links === b.links;
}
/** Whether a file of unknown content was written to, as far as its times say it. */
const isWritten = (a, b) => a.inode !== b.inode || a.modifiedAt !== b.modifiedAt;
const typeOf = ({ mode }) => mode & constants$2.S_IFMT;
const isDirectory = (stat) => typeOf(stat) === constants$2.S_IFDIR;
const isFile$1 = (stat) => typeOf(stat) === constants$2.S_IFREG;
function entriesIn(directory) {
	try {
		return readdirSync(directory, { withFileTypes: true });
	} catch {
		return [];
	}
}
/** The names in a directory; none where it cannot be read. */
const namesIn = (directory) => entriesIn(directory).map(({ name }) => name);

// src/checkout/change-rules.ts
const PACKAGE = /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/;
/** What package managers note of their own work. */
const MODULES_STATE = /(^|\/)node_modules\/\.[^/]+$/;
/** What tools keep there, in directories of their own that hold no packages. */
const STATE_IN_MODULES = /(^|\/)node_modules\/\.(?!pnpm\/|store\/)[^/]+\//;
/** Directories in which servers of build tools go on writing when the command that started them has ended. */
const TOOL_STATE = /(^|\/)(\.gradle|\.nx|\.turbo|\.DS_Store)(\/|$)/;
/** Whether an entry of this name, in a directory above a file, decides what that file loads. */
const isDeciding = (name) => name === "node_modules" || DECIDING.test(name);
/** Whether a change has a meaning where a process of another checkout made it. */
const countsForOthers = (runsSuites) => ({ path }) => runsSuites || !TOOL_STATE.test(path);
/** Where loaders keep the code that they compiled, among temporary files; each process finds it there. */
const LOADER_CACHE = /^(tsx|jiti|node-jiti|node-compile-cache|v8-compile-cache|ts-node|swc|swc-node|esbuild|esbuild-register|sucrase|babel|vite-node)\b/;
const isLoaderCache = ({ path }) => LOADER_CACHE.test(path);
function weigh(change, o) {
	const { path, what } = change;
	if (/(^|\/)\.git(\/|$)/.test(path) || isCache(path) || TOOL_STATE.test(path)) return "nothing";
	if (what === "new") return takesThePlace(change, o) ? "failure" : "note";
	if (isInModules(path)) return MODULES_STATE.test(path) ? "note" : "failure";
	const name = nameOf$1(path);
	const isJavaScript = CODE.test(name) || DECIDING.test(name);
	if (!o.runsSuites) return (isJavaScript || OTHER_SOURCE.test(name) || what === "target") && o.isSource(path) ? "failure" : "note";
	return isJavaScript || what === "target" || what === "type" ? "failure" : "note";
}
/** Whether a new entry can be loaded where something else was before. */
function takesThePlace({ path, isDirectory }, { runsSuites, isLaid, namesIn }) {
	const name = nameOf$1(path);
	if (!runsSuites && (!isInModules(path) || PACKAGE.test(path))) return false;
	if (name === "node_modules") return namesIn(path).some(isPackage);
	if (PACKAGE.test(path)) return isPackage(name);
	if (DECIDING.test(name)) return true;
	const isCode = (file) => CODE.test(file);
	if (runsSuites && isInModules(path) && !STATE_IN_MODULES.test(path)) return isDirectory || isCode(name) || /^[^.]+(\.json)?$/.test(name);
	if (isDirectory) return namesIn(path).some((inside) => inside.startsWith("index.") && isCode(inside)) && EXTENSIONS.some((extension) => isLaid(`${path}.${extension}`));
	if (!isCode(name) && name.includes(".")) return false;
	const stem = path.replace(CODE, "");
	return EXTENSIONS.some((extension) => isLaid(`${stem}.${extension}`) || isLaid(`${stem}/index.${extension}`));
}
/** Package managers and tools keep state of their own beside the packages, under names with a dot. */
const isPackage = (name) => !name.startsWith(".");

// src/checkout/watch.ts
/** The checkouts of a gate: `overlay` is base with files of head. */
const PLACES = [
	"base",
	"head",
	"overlay"
];
const CALLED = {
	base: "base's checkout",
	head: "head's checkout",
	overlay: "base's checkout with head's suites"
};
const SHOWN_FILES = 3;
const SIDE_OF = {
	base: "base",
	head: "head",
	overlay: "base"
};
/** Of so many processes one is followed by a look at everything, packages included. */
const PROCESSES_A_WHOLE_LOOK = 8;
/** Knows what was laid into the checkouts, and throws where something else would be measured. */
var Watch = class {
	#o;
	#seals = /* @__PURE__ */ new Map();
	#hashes = new Hashes();
	/** What lies where the programs of a checkout keep temporary files. */
	#temporaries = /* @__PURE__ */ new Map();
	/** The checkout of which everything is known as it was when the last process had ended. */
	#known = null;
	/** The code that measures, which nothing may write to. */
	#ownCode = null;
	/** The Node that runs suites: how it was. */
	#program = null;
	/** Where Node looks for packages and settings outside of the checkouts, and nothing was. */
	#absent = [];
	/** The sides on which suites run; on the others there are only commands. */
	runsSuites = {
		base: true,
		head: true
	};
	constructor(o) {
		this.#o = o;
	}
	/**
	* Notes what lies in a checkout that is prepared now, and among its temporary files where it has its own.
	* One that was noted before stays as it was noted.
	*/
	async add(name, root, temporary) {
		if (this.#seals.has(name)) return;
		if (this.#seals.size === 0) this.#absent = placesAbove(this.#o.scratch).filter((path) => !existsSync(path));
		const note = (directory) => Seal.of(directory, this.#hashes, this.#o.signal);
		this.#seals.set(name, {
			root,
			seal: await note(root)
		});
		if (temporary !== null) this.#temporaries.set(name, await note(temporary));
	}
	/** Notes what lies in the directory of the code that measures. */
	async addOwnCode(directory) {
		this.#ownCode = await Seal.of(directory, this.#hashes, this.#o.signal);
		invariant(this.#ownCode.isThere, `${directory} is not where the worker lies`);
	}
	/** Notes how the program that runs suites is now. */
	addProgram(path) {
		this.#program = {
			path,
			was: identityOf(path)
		};
	}
	/** Takes note that checkouts were renamed. */
	moved(places) {
		for (const [name, place] of this.#seals) {
			if (place.root === places[name]) continue;
			place.root = places[name];
			place.seal.movedTo(place.root);
		}
	}
	/**
	* Throws a UserError where a process that ran in `directory` changed another checkout, or removed one.
	* `what` is what ran, such as `a.bench.ts ran on head`. Packages are looked at after some processes only,
	* of which those that are measured cannot know.
	*/
	async afterProcess(directory, what) {
		this.#refuseElsewhere(what);
		const whole = this.#known;
		this.#known = null;
		for (const [name, { root, seal }] of this.#seals) if (isWithin(root, directory)) {
			if (this.#o.random() * PROCESSES_A_WHOLE_LOOK < 1) {
				this.#known = name;
				refuse(calledOf([name]), (await this.#weighed(name)).failure ?? [], what, "by-itself");
			}
			seal.refresh(name === this.#known ? "all" : "near");
			this.#temporaries.get(name)?.refresh("near");
		} else {
			const looked = seal.glance(name === whole ? "all" : "near");
			refuse(calledOf([name]), looked.filter(this.#counts(name)), what, "by-others");
			this.#refuseTemporary(name, what);
		}
	}
	#counts(name) {
		return countsForOthers(name === "overlay" || this.runsSuites[SIDE_OF[name]]);
	}
	#refuseTemporary(name, what) {
		const changes = this.#temporaries.get(name)?.glance("near").filter(isLoaderCache) ?? [];
		refuse(`${SIDE_OF[name]}'s temporary directory was`, changes, what, "by-others");
	}
	/**
	* The same of a set-up line, which may write what it likes into its own checkout: what is there when it has
	* ended is what is measured.
	*/
	async aroundSetUp(directory, what, work) {
		for (const [name, { root, seal }] of this.#seals) if (isWithin(root, directory)) refuse(calledOf([name]), (await this.#weighed(name)).failure ?? [], "it was measured", "by-itself");
		else {
			refuse(calledOf([name]), seal.glance("near").filter(this.#counts(name)), what, "by-others");
			seal.refresh("all");
		}
		const result = await work();
		this.#refuseElsewhere(what);
		for (const [name, { root, seal }] of this.#seals) if (isWithin(root, directory)) {
			await seal.renew();
			this.#temporaries.get(name)?.refresh("near");
		} else refuse(calledOf([name]), seal.glance("all").filter(this.#counts(name)), what, "by-others");
		return result;
	}
	/**
	* Holds every checkout against what was noted. Throws a UserError where code of one was changed; returns
	* what else there is to say.
	*/
	async hold() {
		this.#refuseElsewhere(null);
		const failed = /* @__PURE__ */ new Map();
		const noted = [];
		for (const name of this.#seals.keys()) {
			const { failure = [], note = [] } = await this.#weighed(name);
			if (failure.length > 0) failed.set(name, failure);
			noted.push(...note.map(({ path }) => ({
				side: SIDE_OF[name],
				path
			})));
		}
		const [first] = failed.values();
		if (first !== void 0) refuse(calledOf([...failed.keys()]), first, failed.size === 1 ? "it was measured" : "they were measured", "by-itself");
		return [...this.#partial(), ...await this.#written(noted)];
	}
	async #weighed(name) {
		const { seal } = this.#seals.get(name);
		const side = SIDE_OF[name];
		const changes = await seal.compare();
		const runsSuites = name === "overlay" || this.runsSuites[side];
		const sources = runsSuites || changes.length === 0 ? /* @__PURE__ */ new Set() : await this.#o.sources(side);
		const surroundings = {
			runsSuites,
			isSource: (path) => sources.has(path),
			isLaid: (path) => seal.isLaid(path),
			namesIn: (path) => seal.namesIn(path)
		};
		return Object.groupBy(changes, (change) => weigh(change, surroundings));
	}
	#partial() {
		if ([...this.#seals].flatMap(([name, { seal }]) => seal.isPartial ? [SIDE_OF[name]] : []).length === 0 && !this.#hashes.isUsedUp) return [];
		return [{ code: "checkout-too-large" }];
	}
	/** What measuring left behind and git does not ignore. */
	async #written(noted) {
		const paths = [...new Set(noted.map(({ path }) => path))];
		if (paths.length === 0) return [];
		const ignored = await this.#o.ignored(paths).catch(() => {
			this.#o.signal.throwIfAborted();
			return /* @__PURE__ */ new Set();
		});
		const left = noted.filter(({ path }) => !ignored.has(path));
		if (left.length === 0) return [];
		return [{
			code: "checkout-written",
			sides: [...new Set(left.map(({ side }) => side))],
			files: paths.filter((path) => !ignored.has(path))
		}];
	}
	/** Throws a UserError for what was done around the checkouts and not in them. */
	#refuseElsewhere(during) {
		const error = this.whyVanished(during);
		if (error !== null) throw error;
		const changes = this.#ownCode?.glance("near") ?? [];
		if (changes.length > 0) throw new UserError("checkouts", `benchgate's own files were changed while ${during ?? "it measured"}: ${listed(changes)}`, "Look for what writes into the directory that Benchgate is installed in, and install it again.");
		if (this.#program !== null && identityOf(this.#program.path) !== this.#program.was) throw new UserError("checkouts", `${this.#program.path} was replaced while ${during ?? "it measured"}`, "Look for what installs or links Node while benchmarks run.");
		const beside = namesIn(this.#o.scratch).find(isDeciding);
		const above = this.#absent.find((path) => existsSync(path));
		const found = beside === void 0 ? above && `${above} was made` : `${beside} was put beside the checkouts`;
		if (found !== void 0) throw new UserError("checkouts", `${found} while ${during ?? "they were measured"}`, "A suite finds packages and settings in the directories above it too. Look for paths that lead out of the project.");
	}
	/**
	* The error where a checkout is not there any more; null where all are. `done` is what was done with them,
	* where it is not known what ran.
	*/
	whyVanished(during, done = "measured") {
		const gone = [...this.#seals].filter(([, { seal }]) => !seal.isThere);
		const [first] = gone;
		const isScratchThere = existsSync(this.#o.scratch);
		if (first === void 0 && isScratchThere) return null;
		const how = isScratchThere && existsSync(first[1].root) ? "replaced" : "removed";
		const message = !isScratchThere || gone.length > 1 && gone.length === this.#seals.size ? `the checkouts were ${how} while ${during ?? `they were ${done}`}` : `${CALLED[first[0]]} was ${how} while ${during ?? `it was ${done}`}`;
		return new UserError("checkouts", message, "Look for what removes or renames files outside of its own project while benchmarks run, and for what clears the temporary directory.");
	}
};
/** Where Node finds packages, and how files without a package of their own are read, from any checkout. */
function placesAbove(scratch) {
	const above = [];
	for (let directory = dirname(scratch);; directory = dirname(directory)) {
		above.push(join(directory, "node_modules"), join(directory, "package.json"));
		if (directory === dirname(directory)) break;
	}
	return [
		...above,
		join(homedir(), ".node_modules"),
		join(homedir(), ".node_libraries")
	];
}
/** What changes when a file is written or replaced; '' where there is none. */
function identityOf(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat === void 0 ? "" : `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
}
function calledOf(names) {
	if (names.length === 1) return `${CALLED[names[0]]} was`;
	return `the checkouts of ${[...new Set(names.map((name) => SIDE_OF[name]))].join(" and ")} were`;
}
/** A path as it is, or quoted where it could be mistaken for something else. */
const shownPath = (path) => /^[\w@.+~/-]+$/.test(path) ? path : JSON.stringify(path || ".");
function listed(changes) {
	const shown = changes.slice(0, SHOWN_FILES).map(({ path, what }) => `${shownPath(path)} (${what})`);
	const more = changes.length - shown.length;
	return [...shown, ...more > 0 ? [`and ${more} more`] : []].join(", ");
}
/** Throws a UserError that names what was changed in checkouts; does nothing where that is nothing. */
function refuse(subject, changes, during, who) {
	if (changes.length === 0) return;
	throw new UserError("checkouts", `${subject} changed while ${during}: ${listed(changes)}`, who === "by-others" ? "What runs on one side must not write into the checkout of the other. Look for paths that lead out of the suite's own project, and for absolute ones." : "What is measured has to stay what was checked out. Let base.setup write these files, or write them to a temporary directory.", { topic: "checkout-changed" });
}

// src/checkout/temporaries.ts
/** Programs make sockets there, whose paths have at most 104 bytes and end like `/tsx-1000/1234567.pipe`. */
const MAX_PATH_BYTES = 80;
/** `own` is what is to be removed besides the directory of the checkouts; null: nothing. */
async function makeTemporaries(scratch, env) {
	const none = {
		temporaries: null,
		own: null
	};
	const usual = await realpath(env["TMPDIR"] || tmpdir()).catch(() => null);
	if (usual === null) return none;
	const own = isWithin(usual, scratch) ? null : await makeOwnDirectory(usual).catch(() => null);
	const parent = isWithin(usual, scratch) ? scratch : own;
	if (parent === null || Buffer.byteLength(parent) > MAX_PATH_BYTES) return {
		...none,
		own
	};
	const temporaries = {
		base: join(parent, "ta"),
		head: join(parent, "tb"),
		overlay: join(parent, "tc")
	};
	for (const name of PLACES) await mkdir(temporaries[name]);
	return {
		temporaries,
		own
	};
}

// src/checkout/own-repository.ts
/** What belongs to the user's working tree alone, or would let a checkout share it again. */
const FOREIGN_SETTING = /^(core\.(bare|worktree|hookspath|fsmonitor)|include\.|includeif\.|extensions\.(?!objectformat$|partialclone$)|gc\.auto$|maintenance\.auto$)/;
const OWN_SETTINGS = [
	["core.bare", "false"],
	["gc.auto", "0"],
	["maintenance.auto", "false"]
];
const FOREIGN_REF = /^refs\/(stash$|bisect\/|worktree\/|rewritten\/)/;
const RELATIVE_ADDRESS = /^(remote|submodule)\..*\.(push)?url$/;
async function readContent(repository) {
	const { git, commonDirectory } = repository;
	const inCommon = (place) => [place, join(commonDirectory, place)];
	const sparse = "info/sparse-checkout";
	return {
		config: configText([...await readSettings(repository), ...OWN_SETTINGS]),
		...await readRefs(repository),
		alternates: `${quoted$1(join(commonDirectory, "objects"))}\n`,
		files: [...[
			"shallow",
			"info/exclude",
			"info/attributes"
		].map(inCommon), [sparse, await git.text("rev-parse", "--path-format=absolute", "--git-path", sparse)]]
	};
}
/** The settings of the user's repository and working tree, those of included files among them. */
async function readSettings({ git, root }) {
	const listed = splitNul(await git.bytes("config", "--list", "--show-scope", "-z"));
	const settings = [];
	for (let i = 0; i + 1 < listed.length; i += 2) {
		const [scope, entry] = [listed[i], listed[i + 1]];
		const end = entry.indexOf("\n");
		const key = end === -1 ? entry : entry.slice(0, end);
		if (scope !== "local" && scope !== "worktree" || FOREIGN_SETTING.test(key)) continue;
		const value = end === -1 ? null : entry.slice(end + 1);
		const isRelative = value !== null && /^\.\.?\//.test(value) && RELATIVE_ADDRESS.test(key);
		settings.push([key, isRelative ? resolve(root, value) : value]);
	}
	return settings;
}
async function readRefs({ git }) {
	const listed = await git.text("for-each-ref", "--format=%(objectname) %(refname) %(symref)");
	const packed = [];
	const symbolicRefs = [];
	for (const line of listed.split("\n")) {
		const [sha, ref, target] = line.split(" ");
		if (!ref || FOREIGN_REF.test(ref)) continue;
		if (target) symbolicRefs.push([ref, target]);
		else packed.push(`${sha} ${ref}\n`);
	}
	return {
		packedRefs: packed.join(""),
		symbolicRefs
	};
}
/** A text as git reads it in double quotes, in its configuration and in lists of paths. */
const quoted$1 = (text) => `"${text.replace(/["\\]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`)}"`;
function configText(settings) {
	return settings.map(([key, value]) => {
		const [first, last] = [key.indexOf("."), key.lastIndexOf(".")];
		const subsection = first === last ? "" : ` ${quoted$1(key.slice(first + 1, last))}`;
		const assigned = value === null ? "" : ` = ${quoted$1(value)}`;
		return `[${key.slice(0, first)}${subsection}]\n\t${key.slice(last + 1)}${assigned}\n`;
	}).join("");
}
/**
* Makes `directory` the working tree of a new repository whose HEAD is a commit of the user's, without
* checking anything out. It has the user's settings, branches and tags as copies and reads the user's
* objects, so that nothing that is written in it reaches the user's repository. It holds no path of itself,
* so that the directory can be renamed. (`git clone --shared` does none of this for a shallow repository.)
*/
async function createOwnRepository(content, directory, sha) {
	const place = (...parts) => join(directory, ".git", ...parts);
	for (const folder of [
		"objects/info",
		"refs/heads",
		"info"
	]) await mkdir(place(folder), { recursive: true });
	await writeFile(place("config"), content.config, { mode: 384 });
	await writeFile(place("packed-refs"), content.packedRefs);
	for (const [ref, target] of content.symbolicRefs) {
		await mkdir(dirname(place(ref)), { recursive: true });
		await writeFile(place(ref), `ref: ${target}\n`);
	}
	await writeFile(place("objects/info/alternates"), content.alternates);
	for (const [name, file] of content.files) await copyFile(file, place(name)).catch((error) => {
		if (error.code !== "ENOENT") throw error;
	});
	await writeFile(place("HEAD"), `${sha}\n`);
}

// src/checkout/worktree.ts
/** Files of Git LFS that are examined to see whether the user's checkout holds their content. */
const MAX_LFS_LOOKED_AT = 50;
const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/");
async function isLfsPointer(file) {
	const entry = await lstat(file).catch(() => null);
	if (entry === null || !entry.isFile()) return false;
	const handle = await open(file);
	try {
		const { buffer } = await handle.read(Buffer.alloc(LFS_POINTER.length), 0, LFS_POINTER.length, 0);
		return buffer.equals(LFS_POINTER);
	} finally {
		await handle.close();
	}
}
/**
* Environment variables that make a checkout treat large files as the user's checkout does. Where that holds
* pointers, both sides get pointers and nothing is downloaded; where it holds the content, both sides get it
* too, since a benchmark may read it.
*/
async function largeFileSettings(repository) {
	const { git, root } = repository;
	if (await git.maybe("config", "--get", "filter.lfs.smudge") === null) return {};
	const listed = await git.ask("ls-files", "-z", "--", ":(attr:filter=lfs)");
	const files = splitNul(listed.stdout).slice(0, MAX_LFS_LOOKED_AT);
	for (const file of files) if (await isLfsPointer(join(root, file))) return { GIT_LFS_SKIP_SMUDGE: "1" };
	return {};
}
/**
* Checks commits out, each into a repository of its own, so that code of the project can write neither to the
* user's repository nor to that of the other side.
*/
async function addWorktrees(repository, wanted) {
	const settings = await largeFileSettings(repository);
	const content = await readContent(repository);
	for (const { directory, sha, onStart } of wanted) {
		onStart();
		await createOwnRepository(content, directory, sha);
		const git = repository.git.in(directory, settings);
		const answer = await git.ask("reset", "--hard", "--quiet", "--no-recurse-submodules");
		if (!answer.ok) throw git.failure(`checkout of ${sha.slice(0, 7)}`, answer);
	}
}
/**
* Exchanges two working trees, with their repositories. Absolute paths that a set-up line wrote into files of
* one then lead into the other.
*/
async function exchangeWorktrees(a, b) {
	const aside = `${a}~`;
	await rename(a, aside);
	try {
		await rename(b, a);
	} catch (error) {
		await rename(aside, a);
		throw error;
	}
	await rename(aside, b);
}

// src/checkout/checkout.ts
const NO_BASE = /* @__PURE__ */ new Set(["no-merge-base", "first-commit"]);
const FAILED_PREPARATION = /* @__PURE__ */ new Set(["setup", "dependencies"]);
/** The result of a promise, or the UserError that it rejects with if that has one of these codes. */
async function orError(work, codes) {
	try {
		return await work;
	} catch (error) {
		if (error instanceof UserError && codes.has(error.code)) return error;
		throw error;
	}
}
/**
* Checks base and head out beside each other, with their dependencies, ready to be measured. The user's own
* checkout is only read: head's checkout gets a copy of uncommitted changes. Cleans up when it throws.
*
* Throws a UserError (git, ref, no-merge-base, dependencies, setup) or the signal's reason.
*/
async function openCheckouts(o) {
	const revisions = await openRevisions(o);
	const { repository, head } = revisions;
	await removeStaleScratches(repository, o.env);
	const found = await orError(revisions.base(), o.baseMayFail ? NO_BASE : /* @__PURE__ */ new Set());
	const noBase = found instanceof UserError ? found : null;
	const base = found instanceof UserError ? {
		...head,
		dirty: false
	} : found;
	const scratch = await createScratch(repository, o.env);
	const watch = watchOf(revisions, o, {
		base: base.sha,
		head: head.sha
	}, scratch);
	const { temporaries, own } = await makeTemporaries(scratch, o.env);
	const directories = own === null ? [scratch] : [scratch, own];
	try {
		const sides = {
			base: bareSide(repository, {
				name: "base",
				root: join(scratch, "a"),
				sha: base.sha
			}),
			head: bareSide(repository, {
				name: "head",
				root: join(scratch, "b"),
				sha: head.sha
			})
		};
		await addWorktrees(repository, [sides.base, sides.head].map(({ name, root, sha }) => ({
			directory: root,
			sha,
			onStart: () => o.onProgress(`${name}: checking out ${sha.slice(0, 7)}`)
		})));
		const warnings = await fillHead(revisions, sides, noBase === null);
		const failure = await prepare$1(revisions, await placeProjects(repository, sides, o.head, warnings) && noBase === null ? [sides.base, sides.head] : [sides.head], {
			...o,
			watch,
			temporaries
		}, warnings);
		const places = noBase === null ? [sides.base.root, sides.head.root] : [sides.head.root];
		warnings.push(...await warningsOfSubmodules(repository, places, o.setup.head));
		o.signal.throwIfAborted();
		return opened(revisions, scratch, {
			sides,
			temporaries,
			directories,
			watch,
			signal: o.signal,
			base: noBase === null ? base : {
				label: "none",
				sha: null,
				dirty: false
			},
			head,
			warnings: [...new Set(warnings)],
			baseFailure: failure ?? noBase
		});
	} catch (error) {
		const reason = whyNotOpened(error, o, {
			watch,
			scratch
		});
		await removeAll(directories).catch(() => {});
		throw reason;
	}
}
async function removeAll(directories) {
	for (const directory of directories) await removeOwnDirectory(directory);
}
/** An error while checkouts are made, as what the user can look at. */
function whyNotOpened(error, { signal, host }, { watch, scratch }) {
	return (signal.aborted || error instanceof UserError && error.code === "checkouts" ? null : watch.whyVanished(null, "prepared")) ?? explainDisk(error, {
		what: "The checkouts could not be made",
		directory: scratch,
		otherwise: pointElsewhere(host.temporaryVariables)
	});
}
const bareSide = ({ git, prefix }, side) => ({
	...side,
	git: git.in(side.root),
	directory: join(side.root, prefix)
});
/** Copies uncommitted changes into head's checkout. Returns warnings about what the checkouts lack. */
async function fillHead({ repository, changes, head }, sides, hasBase) {
	const warnings = changes === null ? [] : await applyUncommitted(repository.root, sides.head.root, changes);
	if (hasBase && sides.base.sha === head.sha && !head.dirty) warnings.push(`base and head are the same commit, ${head.sha.slice(0, 7)}: only noise is measured`);
	return warnings;
}
/** Makes sure that both checkouts have the project. False: base had none and got an empty directory. */
async function placeProjects({ prefix }, sides, head, warnings) {
	if (!await holdsProject(sides.head, prefix)) {
		const why = head.kind === "ref" ? `it does not exist at ${head.ref}` : "git ignores it";
		throw new UserError("git", `${prefix} is not part of head: ${why}`, "Run Benchgate in a directory that is committed, or at least not ignored.");
	}
	if (await holdsProject(sides.base, prefix)) return true;
	warnings.push(`base has no directory ${prefix}: all of its benchmarks are new`);
	await mkdir(sides.base.directory, { recursive: true });
	return false;
}
/** Whether a side's checkout has the project. Throws where it is behind a link out of the checkout. */
async function holdsProject({ name, root, directory }, prefix) {
	if (!existsSync(directory)) return false;
	if (isWithin(root, await realpath(directory))) return true;
	throw new UserError("git", `${prefix} of ${name} is behind a symbolic link that leaves the repository`, "Run Benchgate in a directory that is part of the repository on both sides.");
}
/** Gives the sides their dependencies. Returns why base has none, where that is no reason to stop. */
async function prepare$1({ repository, remainingMs }, sides, o, warnings) {
	const installed = await findInstalled(repository);
	let failure = null;
	for (const side of sides) {
		const env = withTemporary(o.env, o.temporaries?.[side.name] ?? null);
		const environments = childEnvironments(env, o.host.isOwnVariable);
		const preparation = {
			...o,
			environments,
			setup: o.setup[side.name],
			remainingMs
		};
		const mayFail = side.name === "base" && o.baseMayFail;
		const work = () => orError(prepareDependencies(repository, installed, side, preparation), mayFail ? FAILED_PREPARATION : /* @__PURE__ */ new Set());
		const done = side.name === "head" && o.setup.head !== null ? await o.watch.aroundSetUp(side.directory, "base.setup ran on head", work) : await work();
		if (done instanceof UserError) failure = done;
		else warnings.push(...done);
		if (side.name === "base" && failure === null && o.setup.head !== null) await o.watch.add("base", side.root, o.temporaries?.base ?? null);
	}
	return failure;
}
function watchOf({ repository, changes }, o, commits, scratch) {
	return new Watch({
		scratch,
		signal: o.signal,
		random: Math.random,
		sources: async (side) => {
			const files = await filesOfCommit({
				...repository,
				prefix: ""
			}, commits[side]);
			if (side === "head") for (const path of changes?.paths ?? []) files.add(path);
			return files;
		},
		ignored: async (paths) => {
			const limits = {
				signal: o.signal,
				remainingMs: () => IGNORED_LIMIT_MS
			};
			const answer = await new Git(repository.root, o.env, limits).run([
				"check-ignore",
				"-z",
				"--stdin"
			], { input: paths.join("\0") });
			return new Set(splitNul(answer.stdout));
		}
	});
}
/** Measuring may have used up the time limit when git is asked which files it ignores. */
const IGNORED_LIMIT_MS = 1e4;
/** Where the checkouts are, and that they change places. `overlay` is base with some files of head. */
function exchangeable(o, scratch, prefix) {
	const home = {
		base: o.sides.base.root,
		head: o.sides.head.root,
		overlay: join(scratch, "c")
	};
	const places = { ...home };
	const temporary = (name) => o.temporaries?.[name] ?? null;
	const base = {
		directory: o.sides.base.directory,
		temporary: temporary("base"),
		revision: o.base
	};
	const head = {
		directory: o.sides.head.directory,
		temporary: temporary("head"),
		revision: o.head
	};
	const overlay = {
		directory: join(home.overlay, prefix),
		temporary: temporary("overlay")
	};
	const exchange = async (other) => {
		await exchangeWorktrees(places[other], places.head);
		[places[other], places.head] = [places.head, places[other]];
		o.watch.moved(places);
		base.directory = join(places.base, prefix);
		head.directory = join(places.head, prefix);
		overlay.directory = join(places.overlay, prefix);
	};
	const swap = async (other) => {
		const before = ["base", "overlay"].find((name) => places[name] === home.head);
		if (before === other) return;
		if (before !== void 0) await exchange(before);
		await exchange(other);
	};
	return {
		base,
		head,
		overlay,
		places,
		swap
	};
}
const hasBase = ({ base, baseFailure }) => base.sha !== null && baseFailure === null;
async function sourcesOf({ repository, changes }, { name, sha }) {
	const { prefix } = repository;
	const files = await filesOfCommit(repository, sha);
	if (name === "head") {
		for (const path of changes?.paths ?? []) if (isWithin(prefix, path)) files.add(relative(prefix, path));
	}
	return files;
}
/** Two checkouts that are ready to be measured. */
function opened(revisions, scratch, o) {
	const { prefix } = revisions.repository;
	const { watch } = o;
	const { base, head, overlay, places, swap } = exchangeable(o, scratch, prefix);
	let removed = false;
	let isLaidOver = false;
	return {
		base,
		head,
		/** Base's checkout with files of head, once `layOver` has made it. */
		overlay,
		/** The directory that holds all checkouts. */
		scratch,
		/** Sentences for people: what differs from the user's checkout. */
		warnings: o.warnings,
		/** Why base cannot be measured; null: it can. */
		baseFailure: o.baseFailure,
		/** The files of a side's project that no set-up line wrote, relative to it. */
		sources: (side) => sourcesOf(revisions, o.sides[side]),
		/** Makes `overlay`: a copy of base's prepared checkout with these files of head's project. */
		async layOver(files) {
			const inRoot = files.map((path) => join(prefix, path));
			const { base: from, overlay: to, head: filesFrom } = places;
			await copyCheckout({
				from,
				to,
				filesFrom,
				files: inRoot,
				signal: o.signal
			});
			isLaidOver = true;
		},
		/**
		* Notes what lies in the checkouts and in the directory `ownCode` of the code that measures, and the
		* program `node`. From then on they are watched. `runsSuites` says of each side whether it runs suites.
		*/
		async seal(runsSuites, node, ownCode) {
			watch.runsSuites = runsSuites;
			watch.addProgram(node);
			if (ownCode !== null) await watch.addOwnCode(ownCode);
			const measured = PLACES.filter((name) => ({
				base: hasBase(o),
				head: true,
				overlay: isLaidOver
			})[name]);
			for (const name of measured) await watch.add(name, places[name], o.temporaries?.[name] ?? null);
		},
		/** Is asked about each process that ran in a checkout. */
		watch,
		/**
		* Exchanges head's directory with that of the checkout that it is compared with, and with it everything
		* that depends on the path. Another exchange is undone first. No process may be running.
		*/
		async swap(other) {
			invariant(!removed, "the checkouts were removed before they were to change places");
			await watch.hold();
			await swap(other);
		},
		/** Removes all checkouts. A second call does nothing. */
		async remove() {
			removed = true;
			await removeAll(o.directories);
		},
		/** A synchronous remove(), for signal handlers and `exit`, which cannot wait. */
		removeSync() {
			removed = true;
			for (const directory of o.directories) removeOwnDirectorySync(directory);
		}
	};
}

// src/measure/commands.ts
const SHOWN_LENGTH$2 = 100;
/**
* How two commands may be recognised as the same, the surest way first: a command whose line was edited is
* still the same command.
*/
const LIKENESSES = [
	(a, b) => a.run === b.run && isInOnePlace(a, b),
	(a, b) => a.run === b.run && a.workingDirectory === b.workingDirectory,
	(a, b) => a.run === b.run,
	(a, b) => a.format === b.format && isInOnePlace(a, b),
	isInOnePlace,
	() => true
];
function isInOnePlace(a, b) {
	return a.workingDirectory === b.workingDirectory && a.namePrefix === b.namePrefix;
}
/** Pairs the commands of both sides, the most alike first. A command that only one side has remains alone. */
function pairCommands(base, head, suites = []) {
	const left = [...base];
	const pairs = head.map((own) => ({
		base: null,
		head: own
	}));
	for (const isLike of LIKENESSES) {
		const candidates = pairs.filter((pair) => pair.base === null).flatMap((pair) => left.filter((other) => isLike(other, pair.head)).map((other) => ({
			pair,
			other
		}))).map((one) => ({
			...one,
			distance: editDistance(one.other.run, one.pair.head.run)
		})).sort((a, b) => a.distance - b.distance);
		for (const { pair, other } of candidates) {
			if (pair.base !== null || !left.includes(other)) continue;
			pair.base = left.splice(left.indexOf(other), 1)[0];
		}
	}
	return named$1([...pairs, ...left.map((own) => ({
		base: own,
		head: null
	}))], suites);
}
/**
* Gives each pair a name of its own, which no suite has either: its prefix, or its line without one, with a
* number where two are alike. A prefix is a name that its author gave, and survives an edit of the line.
*/
function named$1(pairs, suites) {
	const taken = new Set(suites);
	return pairs.map((pair) => {
		const line = nameOf(pair.head ?? pair.base);
		let suite = line;
		for (let count = 2; taken.has(suite); count++) suite = `${line} (${count})`;
		taken.add(suite);
		return {
			...pair,
			suite
		};
	});
}
const nameOf = (command) => command.namePrefix.replace(/[/:.\s_-]+$/, "") || shownCommand(command);
const shownCommand = ({ run, workingDirectory }) => workingDirectory === null ? shownLine(run) : `${workingDirectory}: ${shownLine(run)}`;
/** One or more command lines as a single line that is short enough to read. */
function shownLine(line) {
	const characters = [...line.trim().replace(/\s+/g, " ")];
	if (characters.length <= SHOWN_LENGTH$2) return characters.join("");
	return `${characters.slice(0, 99).join("")}…`;
}

// src/measure/suites.ts
const MAX_SUITES = 2e3;
/**
* The suite files of one checkout that match the globs: relative paths with forward slashes, sorted. What is
* no file of the project is refused, or left out.
*/
async function findSuites(directory, patterns, { key = "suites", foreign = "refuse" } = {}) {
	const found = /* @__PURE__ */ new Set();
	const files = glob([...patterns], {
		cwd: directory,
		exclude: (path) => /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(path)
	});
	for await (const file of files) {
		found.add(file.split(sep).join("/"));
		if (found.size > MAX_SUITES) throw new UserError("usage", `more than ${MAX_SUITES} files match ${key}: ${patterns.join(", ")}`, `Narrow the globs under \`${key}:\` to the files that hold benchmarks.`);
	}
	const suites = [];
	for (const file of [...found].sort()) {
		const problem = await problemOfFile(directory, join(directory, file));
		if (problem === null) suites.push(file);
		else if (foreign === "refuse") throw new UserError("config", `${JSON.stringify(file)}, which \`${key}\` matches, ${problem}`, `Put the file itself there, or narrow the globs under \`${key}:\`.`);
	}
	return suites;
}
async function problemOfFile(directory, path) {
	const status = await stat(path).catch(() => null);
	const isReadable = status === null || status.isFile() || status.isDirectory();
	return await problemInProject(directory, path) ?? (isReadable ? null : "is neither a file nor a folder");
}

// src/measure/suite-edits.ts
const PART_BYTES = 1048576;
const MAX_SCRIPT_BYTES = 8 * PART_BYTES;
const SCRIPT = /\.[cm]?[jt]sx?$/i;
/** They decide what code is loaded, or are not the project's. */
const NEVER = /^(package(-lock)?\.json|npm-shrinkwrap\.json|[tj]sconfig.*\.json|node_modules|\.git.*)$/i;
/** Signs of an export, in CommonJS too. `export {}` only makes a file a module. */
const EXPORTS = new RegExp(String.raw`\bexport\s*([*@=]|\{(?!\s*\})|/[*/])|\bexport\s+(${"default|const|let|var|function|class|async|abstract|enum|type|interface|namespace|declare|import"})\b|\bexports\s*[.,[=)]`);
const SPECIFIER = /\b(?:from|import|require)[\s(]*(['"`])([^'"`]*)\1/g;
const COMPUTED = /\b(?:import|require)\s*\(\s*[^'"`\s)]/;
const WITHOUT_CODE = /^(node:.*|(mitata|benchgate)(\/.*)?)$/;
/**
* Why head's version of a file may not take the place of base's, as the end of a sentence; null: it may. What
* is measured has to stay base's, whatever the change writes into its own config: a file counts as a suite
* where base's config says so, or where base has no such file, and only if no other code can use it. A suite
* that loads nothing of the project holds what it measures, and would be compared with itself.
*/
function whyNotFromHead({ path, matched, head, base }) {
	if (path.split("/").some((name) => NEVER.test(name))) return "a file of its name decides what is loaded";
	const versions = base === null ? [head] : [head, base];
	if (!versions.every(({ isPlain }) => isPlain)) return "it is behind a link or in a submodule";
	if (!versions.every(({ isSource }) => isSource)) return "the set-up line writes it";
	if (matched.suiteFiles) return null;
	if (!SCRIPT.test(path)) return "it is no JavaScript or TypeScript";
	if (!matched.head || !matched.base && base !== null) return "suites of base’s config do not match it";
	if (versions.some(({ text }) => EXPORTS.test(text))) return "it exports something that other code may use";
	return loadsCode(head.text) ? null : "it holds the code that it measures";
}
/** Whether a module names anything that it loads, besides modules of Node and of benchmarks. */
function loadsCode(text) {
	const specifiers = [...text.matchAll(SPECIFIER)].map(([, , specifier]) => specifier);
	const isCode = (name) => !WITHOUT_CODE.test(name) && !builtinModules.includes(name);
	return COMPUTED.test(text) || specifiers.some(isCode);
}
/**
* Finds the suites that differ between the sides. `sources` lists the files of a side that no set-up line
* wrote; it is asked only where something differs.
*/
async function findSuiteEdits(sides, globs, sources) {
	const onHead = (patterns, key = "suites") => patterns.length === 0 ? [] : findSuites(sides.head.directory, patterns, { key });
	const suites = new Set(await onHead(globs.head));
	const ofBase = new Set(await onHead(globs.base));
	const helpers = new Set(await onHead(globs.suiteFiles, "measure.suite-files"));
	const edits = {
		files: [],
		suites: /* @__PURE__ */ new Map()
	};
	const differing = [];
	for (const path of /* @__PURE__ */ new Set([...suites, ...helpers])) if (await differs(sides, path)) differing.push(path);
	if (differing.length === 0) return edits;
	const written = {
		base: await sources("base"),
		head: await sources("head")
	};
	const fileOn = async (side, path) => ({
		text: await textOf(sides[side].directory, path),
		isPlain: await isPlain(sides[side].directory, path),
		isSource: written[side].has(path)
	});
	for (const path of differing) {
		const matched = {
			head: suites.has(path),
			base: ofBase.has(path),
			suiteFiles: helpers.has(path)
		};
		const isNew = await isFree(sides.base.directory, path);
		const [head, base] = [await fileOn("head", path), isNew ? null : await fileOn("base", path)];
		const why = whyNotFromHead({
			path,
			matched,
			head,
			base
		});
		if (why === null) edits.files.push(path);
		if (matched.head) edits.suites.set(path, why);
	}
	if (edits.files.some((path) => helpers.has(path))) {
		for (const path of suites) if (!edits.suites.has(path)) edits.suites.set(path, null);
	}
	return edits;
}
/** Whether head's file at a path is not the one that base has there. */
async function differs({ base, head }, path) {
	const [old, now] = [join(base.directory, path), join(head.directory, path)];
	const [before, after] = [old, now].map((file) => statSync(file, { throwIfNoEntry: false }));
	if (after?.isFile() !== true) return false;
	if (before?.isFile() !== true || before.size !== after.size) return true;
	return await hasOtherBytes(old, now);
}
/** Whether two files of one size differ; read in parts, since a fixture may have any size. */
async function hasOtherBytes(...paths) {
	const files = await Promise.all(paths.map((path) => open(path)));
	try {
		for (let at = 0;; at += PART_BYTES) {
			const [old, now] = await Promise.all(files.map(async (file) => {
				const { buffer, bytesRead } = await file.read(Buffer.alloc(PART_BYTES), 0, PART_BYTES, at);
				return buffer.subarray(0, bytesRead);
			}));
			if (!old.equals(now)) return true;
			if (old.length === 0) return false;
		}
	} finally {
		await Promise.all(files.map((file) => file.close()));
	}
}
/** The text of a script; empty where there is none, or one that is too large to be written by hand. */
async function textOf(directory, path) {
	const file = join(directory, path);
	const size = SCRIPT.test(path) ? statSync(file, { throwIfNoEntry: false })?.size : void 0;
	return size === void 0 || size > MAX_SCRIPT_BYTES ? "" : await readFile(file, "utf8").catch(() => "");
}
/** Whether a path is a regular file that no link and no repository inside the checkout leads to. */
async function isPlain(directory, path) {
	const file = join(directory, path);
	return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true && await isReached(directory, dirname(path));
}
/** Whether nothing is at a path, and a file could be put there without following a link. */
async function isFree(directory, path) {
	if (lstatSync(join(directory, path), { throwIfNoEntry: false }) !== void 0) return false;
	return await isReached(directory, dirname(path));
}
/** Whether a directory, as far as it exists, is reached without links and outside other repositories. */
async function isReached(directory, path) {
	if (path === ".") return true;
	const here = join(directory, path);
	const real = await realpath(here).catch(() => null);
	return (real === null ? lstatSync(here, { throwIfNoEntry: false }) === void 0 : real === here) && !existsSync(join(here, ".git")) && await isReached(directory, dirname(path));
}

// src/stats/random.ts
/** FNV-1a over UTF-16 code units, with a final mix so that close seeds start far apart. */
function hash$1(text, salt) {
	let h = 2166136261 ^ salt;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return (h ^ h >>> 16) >>> 0;
}
/**
* A generator that gives the same stream for the same seed on every machine: never for secrets.
*
* Source: C. Doty-Humphrey, "PractRand" (sfc32: three words of chaotic state and a counter, period at least
* 2^32); shuffle: R. Durstenfeld, "Algorithm 235", CACM 7 (1964).
*/
function createRandom(seed) {
	const text = String(seed);
	let a = hash$1(text, 0);
	let b = hash$1(text, 2654435769);
	let c = hash$1(text, 2135587861);
	let counter = 1;
	function word() {
		const out = a + b + counter | 0;
		counter = counter + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + out;
		return out >>> 0;
	}
	for (let i = 0; i < 12; i++) word();
	const uniform = () => ((word() >>> 5) * 67108864 + (word() >>> 6) + .5) / 9007199254740992;
	const integer = (limit) => Math.floor(uniform() * limit);
	return {
		uniform,
		integer,
		normal: () => normalQuantile(uniform()),
		shuffle(items) {
			const out = [...items];
			for (let i = out.length - 1; i > 0; i--) {
				const j = integer(i + 1);
				const kept = out[i];
				out[i] = out[j];
				out[j] = kept;
			}
			return out;
		}
	};
}

// src/compare/outlook.ts
/**
* How likely each remaining look is to decide a hypothesis, given its blocks so far: the estimate after N
* pairs is normal around the estimate after n, with the variance that N - n pairs add. Deciding means ruling
* out the fail level or proving a slowdown of at least the floor; once the fail level is ruled out, it means
* proving an improvement.
*
* Source: predictive power, D. J. Spiegelhalter, L. S. Freedman and P. R. Blackburn, "Monitoring Clinical
* Trials: Conditional or Predictive Power?", Controlled Clinical Trials 7 (1986), 8-17.
*/
function outlook(input) {
	const { blocks, hypothesis, failRuledOut, looks, lookIndex, q, hypotheses } = input;
	const estimate = shiftEstimate(blocks);
	const sigma = processSigma(blocks, estimate);
	const standardError = (count) => sigma * Math.sqrt(2 / (RANK_EFFICIENCY * 4 * count));
	const now = standardError(blocks.length);
	const weights = spendableWeights(looks, q, hypotheses);
	return looks.flatMap((look, i) => {
		if (i <= lookIndex || look.blocks <= blocks.length) return [];
		const then = standardError(look.blocks);
		const spread = Math.sqrt(now ** 2 - then ** 2);
		const below = (limit) => spread === 0 ? Number(estimate < limit) : normalCdf((limit - estimate) / spread);
		const passes = below(hypothesis.failLog - normalQuantile(1 - look.beta) * then);
		const level = q * weights[i] / hypotheses;
		const proof = level === 0 ? Infinity : Math.max(normalQuantile(1 - level) * then, hypothesis.warnLog);
		const probability = failRuledOut ? below(-proof) : Math.min(1, passes + 1 - below(proof));
		return [{
			blocks: look.blocks,
			probability
		}];
	});
}
/** A comparison with a lower probability of ever being decided is not worth its time. */
const HOPELESS = .1;
/**
* Blocks, at most `atMost`, by which a hypothesis is more likely decided than not, or else those of its most
* promising look; null where no look is likely to decide it.
*/
function blocksToDecide(input, atMost) {
	const prospects = outlook(input).filter(({ blocks }) => blocks <= atMost);
	const likely = prospects.find(({ probability }) => probability >= .5);
	if (likely !== void 0) return likely.blocks;
	const best = prospects.reduce((most, one) => most === null || one.probability > most.probability ? one : most, null);
	return best !== null && best.probability >= HOPELESS ? best.blocks : null;
}

// src/process/mark.ts
const VARIABLE = "BENCHGATE_GATE";
/** Processes that start others faster than they are ended are given up on until the next time. */
const MAX_ROUNDS = 20;
const SHOWN_LENGTH$1 = 80;
/**
* A mark on processes by which what they leave running is found, wherever it went: a variable of their
* environment, which their children inherit. It is looked up in `/proc`, so that where there is none, or that
* of other processes, nothing is found. A process that was given another environment is not found either:
* from then on nothing says whose it is, and a guess would end other people's processes.
*/
var Mark = class {
	/** As long for every process, because they must not differ in it. */
	variables;
	#token = randomBytes(16).toString("hex");
	/** Nothing that bears the mark is older than this process. Null: there is no `/proc` to look into. */
	#since = ownStart();
	/** `env` is that of this process, which may bear the mark of another one that has to find all of this. */
	constructor(env) {
		this.variables = { [VARIABLE]: `${env[VARIABLE] ?? ""}${this.#token}` };
	}
	/**
	* Ends all that bear the mark. Returns what was not in this group, which has been ended before, each as its
	* program and first argument.
	*/
	endLeftRunning(group) {
		const ended = /* @__PURE__ */ new Map();
		for (let round = 0; round < MAX_ROUNDS; round++) {
			const found = this.#find().filter((one) => !ended.has(`${one.pid} ${one.startedAt}`));
			if (found.length === 0) break;
			for (const one of found) {
				ended.set(`${one.pid} ${one.startedAt}`, one);
				end(one.pid);
			}
		}
		return [...ended.values()].filter((one) => one.group !== group).map(({ program }) => program);
	}
	#find() {
		const since = this.#since;
		if (since === null) return [];
		return readdirSync("/proc").flatMap((name) => {
			const stat = /^\d+$/.test(name) ? statOf(name) : null;
			if (stat === null || stat.startedAt < since) return [];
			if (!read(name, "environ").includes(this.#token)) return [];
			return [{
				pid: Number(name),
				...stat,
				program: programOf(name)
			}];
		});
	}
};
function end(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
/** A program and what it runs, such as `node server.js`; further arguments may hold secrets. */
function programOf(pid) {
	const [program = "", first = "-"] = read(pid, "cmdline").toString().split("\0");
	const argument = first.startsWith("-") ? "" : ` ${first}`;
	return `${basename(program)}${argument}`.trim().slice(0, SHOWN_LENGTH$1);
}
/** A file of a process, empty where it has ended or is another user's. */
function read(pid, name) {
	try {
		return readFileSync(`/proc/${pid}/${name}`);
	} catch {
		return Buffer.alloc(0);
	}
}
/** See proc_pid_stat(5). The second field, a name in parentheses, may hold anything. */
function statOf(pid) {
	const text = beginningOf(`/proc/${pid}/stat`);
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	const [group, startedAt] = [Number(fields[2]), Number(fields[19])];
	return fields.length < 20 ? null : {
		group,
		startedAt
	};
}
/** Longer than any `stat`: a name has 15 bytes, and 50 numbers follow it. */
const buffer = Buffer.alloc(4096);
/** The first bytes of a file; empty where there is none. In half the time of readFileSync(). */
function beginningOf(path) {
	let file = null;
	try {
		file = openSync(path, "r");
		return buffer.toString("latin1", 0, readSync(file, buffer));
	} catch {
		return "";
	} finally {
		if (file !== null) closeSync(file);
	}
}
function ownStart() {
	try {
		return readlinkSync("/proc/self") === String(process.pid) ? statOf("self").startedAt : null;
	} catch {
		return null;
	}
}

// src/measure/session.ts
/**
* Throws a UserError when time is up, naming what took it and `where` it ended, such as `a.bench.ts on head
* was next`. Processes of a block are exempt.
*/
function refuseLate({ deadline, counts }, where) {
	if (performance.now() <= deadline) return;
	throw new UserError("time-limit", `the time limit was used up before anything was measured: ${[...mostTime(counts), where].join(", and ")}`, "Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.", { topic: "no-time" });
}
/** What took most of the time, as the end of a sentence; nothing where no process was started. */
function mostTime(counts) {
	const slowest = counts.slowest();
	if (slowest === null) return [];
	const { what, elapsedMs } = slowest;
	return [`${what} took ${(elapsedMs / 1e3).toFixed(elapsedMs < 1e4 ? 1 : 0)} s of it`];
}
/** A mark for all measuring processes of a gate, whose own environment is `env`. */
const createMark = (env) => new Mark(env);
/** Joins several sessions into one. Each measures its own suites. */
function joinSessions(sessions) {
	const bySuite = new Map(sessions.flatMap(({ suites, session }) => suites.map((suite) => [suite, session])));
	const of = (suite) => bySuite.get(suite);
	return {
		async discover() {
			const found = {
				failures: [],
				lateErrors: [],
				warnings: []
			};
			for (const { session } of sessions) {
				const { failures, lateErrors, warnings, ungated } = await session.discover();
				found.failures.push(...failures);
				found.lateErrors.push(...lateErrors);
				found.warnings.push(...warnings);
				if (ungated !== void 0) (found.ungated ??= []).push(...ungated);
			}
			return found;
		},
		calibrate: (suite, wanted, all) => of(suite).calibrate(suite, wanted, all),
		parts: (suite, ids, all) => of(suite).parts(suite, ids, all),
		measureBlock: (suite, wanted, all, o) => of(suite).measureBlock(suite, wanted, all, o),
		estimateBlockMs: (suite, ids) => of(suite).estimateBlockMs(suite, ids),
		indivisible: () => sessions.flatMap(({ session }) => session.indivisible()),
		dropped: () => sessions.flatMap(({ session }) => session.dropped())
	};
}

// src/gate/blocks.ts
/** Two blocks are eight processes: enough for a median with its spread. */
const BLOCKS_ALONE = 2;
/**
* Planning assumes that all benchmarks of suites are measured in this many blocks, and this share of them in
* the blocks after that.
*/
const BLOCKS_OF_ALL = 2;
const OPEN_SHARE = .25;
/**
* Calibrates every suite: one process a side, of which only batch sizes and warm-up times are kept. What
* turns out to have another name in every process is no benchmark from then on.
*/
async function calibrate(stage, gated) {
	const { facts, runtime, session } = stage;
	const suites = Map.groupBy(gated.filter((one) => measurableOn(facts, one) !== "nowhere"), bySuite);
	let done = 0;
	for (const [suite, some] of suites) {
		const fraction = done++ / suites.size;
		runtime.onProgress({
			kind: "measuring",
			stage: "warm-up",
			undecided: 0,
			fraction,
			leftMs: 0
		});
		const failures = await session.calibrate(suite, idsOf(facts, some), everythingIn(facts, suite));
		facts.survey.failures.push(...failures);
	}
	const dropped = new Set(session.dropped());
	facts.survey.benchmarks = facts.survey.benchmarks.filter(({ id }) => !dropped.has(id));
}
/** Measures block after block until everything is decided, the last look is taken or time is up. */
async function measurePlan(state) {
	const { plan, facts } = state;
	const givenUp = /* @__PURE__ */ new Set();
	let progress = /* @__PURE__ */ new Map();
	let blocksDone = 0;
	for (const [lookIndex, look] of plan.looks.entries()) {
		let timeUp = false;
		for (; blocksDone < look.blocks && !timeUp; blocksDone++) timeUp = !await measureRound(state, undecided(state, progress, givenUp), facts.first, {
			stage: `block ${blocksDone + 1}`,
			round: blocksDone,
			deadline: state.deadline,
			portion: bySuite
		});
		const isLast = timeUp || lookIndex === plan.looks.length - 1;
		progress = takeLook(plan, facts, progress, {
			lookIndex,
			final: isLast
		});
		if (!isLast) giveUp(state, progress, givenUp, lookIndex);
		const open = undecided(state, progress, givenUp);
		if (!isLast && open.length > 0) continue;
		if (!isLast && givenUp.size > 0) progress = takeLook(plan, facts, progress, {
			lookIndex,
			final: true
		});
		const isOpen = hasInconclusive(progress);
		const stoppedBy = timeUp ? "time-limit" : isLast ? open.length > 0 || isOpen ? "max-pairs" : "decided" : isOpen && givenUp.size > 0 ? "out-of-reach" : "decided";
		if (timeUp) refuseNoBlock(state);
		return {
			progress,
			stoppedBy,
			givenUp
		};
	}
	throw new Error("bug in benchgate: a plan without a look");
}
/**
* Gives up what is not worth more time: comparisons that no planned look is likely to decide and, where time
* does not suffice for all, those that would take the most of it. A comparison that was given up is never
* resumed, because the remaining tests rely on that.
*/
function giveUp(state, progress, givenUp, lookIndex) {
	const { session, facts, plan } = state;
	const done = plan.looks[lookIndex].blocks;
	let leftMs = state.deadline - performance.now();
	const costs = /* @__PURE__ */ new Map();
	for (const [suite, gated] of Map.groupBy(undecided(state, progress, givenUp), bySuite)) {
		const ids = idsOf(facts, gated);
		const blockMs = session.estimateBlockMs(suite, ids) / ids.head.length;
		for (const one of gated) {
			const blocks = blocksNeeded(state, one, progress, {
				lookIndex,
				atMost: done + leftMs / blockMs
			});
			const known = costs.get(one.benchmark) ?? 0;
			if (blocks === null) givenUp.add(one.key);
			else costs.set(one.benchmark, Math.max(known, (blocks - done) * blockMs));
		}
	}
	const cheapestFirst = [...costs].sort(([, a], [, b]) => a - b);
	const tooDear = new Set(cheapestFirst.filter(([, ms]) => (leftMs -= ms) < 0).map(([benchmark]) => benchmark));
	for (const { key, benchmark } of plan.gated) if (tooDear.has(benchmark)) givenUp.add(key);
}
/** Blocks, at most `atMost`, by which a comparison is expected to be decided; null: by none. */
function blocksNeeded({ facts, plan }, gated, decided, { lookIndex, atMost }) {
	const { looks, tested } = plan;
	const { hypothesis } = gated;
	const blocks = testableBlocks(gated.metric, measuredOf(facts, gated).first);
	const progress = decided.get(gated.key);
	if (hypothesis === null || progress === void 0 || blocks.length === 0 || progress.decision !== null) {
		const next = looks[lookIndex + 1].blocks;
		return next <= 8 ? next : null;
	}
	const { failRuledOut } = progress;
	return blocksToDecide({
		blocks,
		hypothesis,
		failRuledOut,
		looks,
		lookIndex,
		q: Q,
		hypotheses: tested
	}, atMost);
}
const hasInconclusive = (progress) => [...progress.values()].some(({ decision }) => decision === "inconclusive");
/**
* Throws a UserError where the time limit left no room for a single block. There is nothing to report then,
* which must not look like a pass.
*/
function refuseNoBlock({ facts, request, counts }) {
	if (facts.first.size > 0) return;
	const used = `the time limit of ${Math.round(request.config.measure.timeLimitMs / 1e3)} s was used up before one block was complete`;
	throw new UserError("time-limit", `${used}${mostTime(counts).map((where) => `: ${where}`).join("")}`, "Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.", { topic: "no-block" });
}
/** The gated metrics that another block could still decide. */
function undecided(state, progress, givenUp) {
	const { facts, plan } = state;
	return plan.gated.filter((gated) => {
		if (givenUp.has(gated.key)) return false;
		const where = measurableOn(facts, gated);
		if (where === "nowhere") return false;
		const { first } = measuredOf(facts, gated);
		const isLimitOpen = () => absoluteState(gated.limits, headInterval(facts, gated)) === "undecided";
		if (gated.metric.exact && where === "both" && first.length === 0) return true;
		if (where === "head") return isLimitOpen() || first.length < blocksAlone(state);
		if (first.length >= BLOCKS_IN_VAIN$1 && costBlocks(gated.metric, first).length === 0) return false;
		if (gated.hypothesis && (progress.get(gated.key)?.decision ?? null) === null) return true;
		return isLimitOpen() || isPromiseOpen(gated, comparisonSoFar(state, gated, progress));
	});
}
const BLOCKS_IN_VAIN$1 = 2;
/**
* Blocks that a benchmark without a base gets: enough for a stored value, or for a comparison with one; else
* one, so that the report shows what it takes.
*/
const blocksAlone = ({ request, facts }) => request.command === "record" || facts.origin.kind === "head-alone" ? BLOCKS_ALONE : 1;
const headInterval = (facts, gated) => ownInterval(gated.metric, sideOf(measuredOf(facts, gated).first, "head"));
const comparisonSoFar = ({ plan, facts }, gated, progress) => pairedComparison(plan, facts, gated, {
	progress,
	timeUp: false
});
const isPromiseOpen = ({ limits, metric }, comparison) => limits.minImprovement !== null && promiseState(limits, metric, comparison) === "undecided";
/**
* Measures one block of every suite that has something to measure, in random order. Returns false when the
* deadline prevented one of them.
*/
async function measureRound(stage, open, into, o) {
	const { facts, session, random, runtime } = stage;
	const parts = random.shuffle(partsOf(stage, open, o.portion)).map((part) => ({
		...part,
		estimateMs: session.estimateBlockMs(part.suite, part.ids)
	}));
	const totalMs = parts.reduce((sum, { estimateMs }) => sum + estimateMs, 0);
	const undecided = o.isDecided ? 0 : new Set(open.map(({ benchmark }) => benchmark)).size;
	let doneMs = 0;
	let inTime = true;
	for (const { suite, ids, all, estimateMs } of parts) {
		const report = (ms) => {
			const fraction = totalMs === 0 ? 0 : (doneMs + ms) / totalMs;
			const leftMs = totalMs - doneMs - ms;
			runtime.onProgress({
				kind: "measuring",
				stage: o.stage,
				undecided,
				fraction,
				leftMs
			});
		};
		report(0);
		if (performance.now() + estimateMs > o.deadline) {
			inTime = false;
			continue;
		}
		const outcome = await session.measureBlock(suite, ids, all, {
			onFraction: (fraction) => report(fraction * estimateMs),
			deadline: o.deadline
		});
		if (outcome.failure) noteFailure(facts, outcome.failure, o.isDecided === true || into === facts.fresh);
		for (const [id, block] of outcome.blocks) into.set(id, [...into.get(id) ?? [], {
			round: o.round,
			...block
		}]);
		doneMs += estimateMs;
	}
	return inTime;
}
/**
* Records that a suite can no longer be measured. A failure after the decision says nothing about the change:
* what was detected stays unconfirmed, and an interval as wide as it is.
*/
function noteFailure({ survey }, failure, isDecided) {
	if (isDecided) survey.warnings.push(sentenceOf$1({
		code: "suite-failure-again",
		...failure
	}));
	else survey.failures.push(failure);
}
const bySuite = ({ suite }) => suite;
/** The parts that a round has to run, each with its suite. */
function partsOf({ facts, session }, open, portion) {
	return [...Map.groupBy(open, portion).values()].flatMap((gated) => {
		const { suite } = gated[0];
		const ids = idsOf(facts, gated);
		return session.parts(suite, ids, everythingIn(facts, suite)).map((part) => ({
			suite,
			...part
		}));
	});
}
/**
* Blocks of the longest comparison. They depend on the remaining time only, because the measured numbers must
* not choose how they are tested. In suites most metrics are decided after a block or two, so the usual
* number is planned even where not all of them could be measured that long. Executions of commands are long,
* and decided ones are repeated along with undecided ones, so the plan holds no block that there is no time
* for: it would keep a part of the error rate.
*/
function blocksToPlan(stage, gated) {
	const roundMs = partsOf(stage, gated.filter((one) => measurableOn(stage.facts, one) !== "nowhere"), bySuite).reduce((sum, { suite, ids }) => sum + stage.session.estimateBlockMs(suite, ids), 0);
	const rounds = roundMs === 0 ? 8 : Math.floor((stage.deadline - performance.now()) / roundMs);
	if (stage.commands.size > 0) return Math.min(24, Math.max(1, rounds));
	const blocks = BLOCKS_OF_ALL + Math.floor((rounds - BLOCKS_OF_ALL) / OPEN_SHARE);
	return Math.min(24, Math.max(8, blocks));
}
/** The benchmarks to run on each side. */
function idsOf(facts, gated) {
	const on = (sides) => [...new Set(gated.filter((one) => sides.includes(measurableOn(facts, one))).map(({ benchmark }) => benchmark))];
	return {
		base: on(["both"]),
		head: on(["both", "head"])
	};
}
/**
* Every benchmark of a suite that both sides have, gated or not, since one benchmark may depend on another.
* Of a suite that base does not have, every benchmark.
*/
function everythingIn({ survey }, suite) {
	const own = survey.benchmarks.filter((one) => one.suite === suite && one.head !== null);
	const shared = own.filter(({ base }) => base !== null).map(({ id }) => id);
	return {
		base: shared,
		head: shared.length > 0 ? shared : own.map(({ id }) => id)
	};
}

// src/gate/confirm-changes.ts
/**
* Measures every detected change again in fresh blocks. The checkouts are swapped, so that the directory
* cannot be the cause, and each benchmark of a suite gets processes of its own, so that no neighbour can be.
* A command that was built for its directory is measured there: a build may write the path of its checkout
* into files, which after a swap would start the other side.
*/
async function confirmChanges(state, confirming) {
	const { worse = [], better = [] } = Object.groupBy(state.plan.gated.filter((gated) => measurableOn(state.facts, gated) !== "nowhere"), (gated) => directionOf(state, gated, confirming.progress) ?? "none");
	const changes = [...worse, ...better];
	if (changes.length === 0) return;
	const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2;
	const isFixed = ({ suite }) => confirming.builtInPlace.has(suite);
	const rounds = (gated) => confirmRounds(state, gated, confirming.progress, deadline);
	await rounds(changes.filter(isFixed));
	for (const some of [worse, better]) for (const other of ["base", "overlay"]) {
		const movable = some.filter((gated) => !isFixed(gated) && comparedWith(gated) === other);
		if (movable.length === 0) continue;
		await confirming.swap(other);
		await rounds(movable);
	}
}
/** The checkout in which a benchmark's base runs. */
const comparedWith = ({ edit }) => edit?.own === null ? "overlay" : "base";
/** The direction in which the first blocks show a change that chance does not explain; null: none. */
function directionOf(state, gated, progress) {
	if (gated.metric.exact && comparisonSoFar(state, gated, progress).decision === "regression") return "worse";
	const decision = progress.get(gated.key)?.decision;
	if (decision === "regression") return "worse";
	if (absoluteState(gated.limits, headInterval(state.facts, gated)).startsWith("beyond")) return "worse";
	return decision === "improvement" ? "better" : null;
}
async function confirmRounds(state, changes, progress, deadline) {
	const alone = ({ suite, benchmark }) => state.commands.has(suite) ? suite : `${suite}\n${benchmark}`;
	for (let round = 0; round < 8; round++) {
		const open = changes.filter((gated) => round < blocksToConfirm(state, gated, progress));
		if (open.length === 0) return;
		const stage = `confirming, block ${round + 1}`;
		await measureRound(state, open, state.facts.fresh, {
			stage,
			round,
			deadline,
			portion: alone
		});
	}
}
/**
* Blocks in which a detected change is measured again. A deterministic metric needs no test, and one block to
* make sure. A promised improvement is compared with its limit in these blocks alone, which therefore go on
* while that is undecided.
*/
function blocksToConfirm(state, gated, progress) {
	if (gated.metric.exact) return 1;
	return isPromiseOpen(gated, comparisonSoFar(state, gated, progress)) ? 8 : 3;
}

// src/gate/measure-until.ts
/** Blocks after which a metric without a single comparable value gets no further one. */
const BLOCKS_IN_VAIN = 2;
/** Measures block after block until nothing needs another one, or time is up. */
async function measureUntil(state, rule) {
	const { plan, facts, deadline } = state;
	for (let round = 0;; round++) {
		const open = rule(plan.gated.flatMap((gated) => {
			if (measurableOn(facts, gated) !== "both") return [];
			const { first } = measuredOf(facts, gated);
			const blocks = costBlocks(gated.metric, first);
			return first.length >= BLOCKS_IN_VAIN && blocks.length === 0 ? [] : [{
				gated,
				blocks
			}];
		}));
		if (open.length === 0) return "decided";
		if (round === 24) return "max-pairs";
		if (await measureRound(state, open, facts.first, {
			stage: `block ${round + 1}`,
			round,
			deadline,
			portion: ({ suite }) => suite
		})) continue;
		refuseNoBlock(state);
		return "time-limit";
	}
}

// src/gate/narrow-changes.ts
/** Half the width, in log cost, at which an interval is narrow enough to show steps of 2 % in a history. */
const NARROW = .008;
/** If even all blocks would leave an interval that many times as wide, they are not worth their time. */
const FAR = 2;
/** After so many blocks it can be predicted how wide an interval will become. */
const TELLING_BLOCKS = 2;
/** Whether further blocks make a recorded change worth more. Chosen by simulation: `history/README.md`. */
function needsNarrowing({ low, high }, blocks) {
	const half = (high - low) / 2;
	if (half <= NARROW || blocks >= 4) return false;
	return blocks < TELLING_BLOCKS || half * Math.sqrt(blocks / 4) <= FAR * NARROW;
}
/**
* Measures further blocks of recorded changes, decided or not, until their intervals are narrow, or cannot
* become so: no later run measures a change from the parent again, and often a single block decides it. This
* takes the time that the looks left.
*
* The rounds are numbered after those of the last planned look, so that no look ever sees these blocks:
* whoever takes the looks again decides as if they were not there.
*/
async function narrowChanges(state, progress) {
	const { plan, facts } = state;
	const firstRound = plan.looks.at(-1).blocks;
	const blocksOf = (gated) => measuredOf(facts, gated).first.length;
	let wide = plan.gated.filter((gated) => isTooWide(state, gated, progress));
	for (let i = 0; i < 4 && wide.length > 0; i++) {
		const before = wide.map(blocksOf);
		await measureRound(state, wide, facts.first, {
			stage: `narrowing intervals, block ${i + 1}`,
			round: firstRound + i,
			deadline: state.deadline,
			portion: ({ suite }) => suite,
			isDecided: true
		});
		wide = wide.filter((gated, k) => blocksOf(gated) > before[k] && isTooWide(state, gated, progress));
	}
}
function isTooWide(state, gated, progress) {
	const { metric } = gated;
	if (metric.exact || !isTimed(metric.unit) || measurableOn(state.facts, gated) !== "both") return false;
	const decision = progress.get(gated.key)?.decision;
	if (decision === "regression" || decision === "improvement") return false;
	const blocks = measuredOf(state.facts, gated).first.length;
	if (blocks >= 4) return false;
	const { low, high } = comparisonSoFar(state, gated, progress);
	return low !== null && high !== null && needsNarrowing({
		low,
		high
	}, blocks);
}

// src/checkout/missing-file.ts
const TIME_LIMIT_MS$2 = 1e4;
/** What Node completes in a path that is required. */
const COMPLETIONS = [
	"",
	".js",
	".cjs",
	".mjs",
	".json",
	".node",
	"/index.js",
	"/index.cjs",
	"/package.json"
];
/** The file that a message of Node says is missing, relative to the project; null: it says something else. */
function missingPath(message) {
	const imported = /Cannot find module '([^']+)' imported from /.exec(message)?.[1];
	if (imported !== void 0) return {
		path: imported,
		isModule: true
	};
	const [, required, by] = /Cannot find module '(\.[^']*)'[\s\S]*?Require stack:\s*- ([^\n]+)/.exec(message) ?? [];
	if (required !== void 0) return {
		path: join(dirname(by), required),
		isModule: true
	};
	const opened = /ENOENT: no such file or directory, \w+ '([^']+)'/.exec(message)?.[1];
	return opened === void 0 ? null : {
		path: normalize(opened),
		isModule: false
	};
}
/**
* Explains a file that a suite did not find: it belongs to a submodule, git ignores it because it is built or
* generated, or Git LFS left a pointer in its place. Null for anything else. `message` calls files as they
* are called in the project.
*/
async function explainMissing(message, o) {
	if (/Unexpected token 'v', "version ht/.test(message)) return {
		reason: "reads a file of Git LFS of which only the pointer is checked out",
		remedy: "Get the content of the files before the run: git lfs pull, or `lfs: true` of actions/checkout."
	};
	const missing = missingPath(message);
	if (missing === null || missing.path.startsWith("/") || /(^|\/)node_modules\//.test(missing.path)) return null;
	const git = new Git(o.project, o.env, {
		signal: o.signal,
		remainingMs: () => TIME_LIMIT_MS$2
	});
	const wanted = relative(o.project, join(o.project, missing.path));
	const completed = COMPLETIONS.map((more) => wanted + more).find((path) => isFile(join(o.project, path)));
	const path = completed ?? wanted;
	const up = await git.maybe("rev-parse", "--show-cdup");
	if (up === null) return null;
	const root = resolve(o.project, up);
	const directories = [o.project, root];
	const ignores = async (one) => (await git.ask("check-ignore", "--quiet", "--", one)).ok;
	const submodule = await submoduleOf(git, root, path);
	if (submodule !== null) {
		const init = submoduleLine([submodule]);
		const isThere = await committedLocks(directories, ignores);
		return {
			reason: `needs ${path} of the submodule ${submodule}, which is not checked out`,
			remedy: remedyOf(o, init, [init, o.setup ?? installLine(directories, isThere)])
		};
	}
	if (!await ignores(path)) return null;
	const isThere = await committedLocks(directories, ignores);
	const yours = o.isCheckout ? ": your checkout has it, and the measured one does not" : "";
	const reason = `needs ${path}, which git ignores${completed === void 0 ? " and nothing has written" : yours}`;
	const build = missing.isModule || isBesideEntry(path, directories) ? buildLine(path, directories, isThere) : null;
	if (build === null || (o.setup?.includes(build) ?? false)) return {
		reason,
		remedy: `Let base.setup write ${path}, or commit it.`
	};
	return {
		reason,
		remedy: remedyOf(o, build, [o.setup ?? installLine(directories, isThere), build])
	};
}
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const remedyOf = ({ isCheckout }, alone, line) => isCheckout ? `Set \`base: { setup: ${line.filter((part) => part !== null).join(" && ")} }\`.` : `Run \`${alone}\` first.`;
/** The submodule, by its path from the project, that a path lies in; null: it lies in none. */
async function submoduleOf(git, root, path) {
	return (await submodulePaths(git, root)).map((place) => relative(git.directory, join(root, place))).find((place) => path.startsWith(`${place}/`)) ?? null;
}

// src/measure/block.ts
/**
* A uniformly random arrangement of four base and four head processes. The exactness of the test depends on
* this draw alone. `random` gives uniform numbers in [0, 1).
*/
function drawBlock(random) {
	const order = [];
	let base = 4;
	let head = 4;
	while (base + head > 0) if (random() * (base + head) < base) {
		order.push("base");
		base--;
	} else {
		order.push("head");
		head--;
	}
	return order;
}
/**
* Runs a block in random order, on the sides that have something to run. Ends with the first process that
* fails, for which `start` resolves to a message.
*/
async function runBlock(o, start) {
	const ran = [];
	const order = drawBlock(o.random);
	for (const [i, side] of order.entries()) {
		if (o.ids[side].length > 0) {
			const process = await start(side);
			if (typeof process === "string") return {
				ran: null,
				failure: {
					suite: o.suite,
					side,
					message: process
				}
			};
			ran.push({
				side,
				process
			});
		}
		o.onFraction((i + 1) / order.length);
	}
	return {
		ran,
		failure: null
	};
}
/**
* Keeps what was wanted of one block's processes. A benchmark that any of them lacks is left out, because the
* test needs every process of a block.
*/
function collectBlocks(ran, wanted, statsOf) {
	const blocks = /* @__PURE__ */ new Map();
	for (const { side, process } of ran) for (const id of wanted[side]) {
		const stats = statsOf(process, side, id);
		if (stats === null) continue;
		const block = blocks.get(id) ?? {
			base: [],
			head: []
		};
		block[side].push(stats);
		blocks.set(id, block);
	}
	for (const [id, block] of blocks) if (!SIDES.every((side) => !wanted[side].includes(id) || block[side].length === 4)) blocks.delete(id);
	return blocks;
}
const noBlocks = (failure) => ({
	blocks: /* @__PURE__ */ new Map(),
	failure
});

// src/measure/command-files.ts
/** Files of an output whose times are read. */
const MAX_FILES$2 = 2e4;
/**
* Why a command cannot run in a folder; null: it can. A link that leaves the project would lead both sides to
* the same folder.
*/
async function problemOfFolder(project, path, shown) {
	try {
		const problem = await problemInProject(project, path);
		if (problem !== null) return `has a working-directory, ${shown}, that ${problem}`;
		return (await stat(path)).isDirectory() ? null : `has a working-directory, ${shown}, that is no folder`;
	} catch {
		return `has no folder ${shown}, its working-directory`;
	}
}
/**
* Removes what an earlier execution left, so that it is not read again. Returns why it could not, or must
* not, be removed.
*/
async function removeOutput(project, path, shown) {
	const folder = await realpath(dirname(path)).catch(() => null);
	if (folder === null) return null;
	const problem = await problemInProject(project, folder);
	if (problem !== null) return `has an output, ${shown}, in a folder that ${problem}`;
	try {
		await rm(join(folder, basename(path)), {
			recursive: true,
			force: true
		});
		return null;
	} catch (error) {
		return `has an output, ${shown}, of an earlier run that cannot be removed (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`;
	}
}
/** Why a command's output must not be read, or removed; null: it may, or there is none. */
async function problemOfOutput(project, path, shown) {
	const problem = await problemInProject(project, path);
	return problem === null ? null : `has an output, ${shown}, that ${problem}`;
}
/**
* The time at which a file, or anything in a folder, was last written, in ms since 1970; null where nothing
* exists.
*/
async function lastWritten(path) {
	const inside = await readdir(path, { recursive: true }).catch(() => []);
	const known = (await Promise.all([".", ...inside.slice(0, MAX_FILES$2)].map((name) => lstat(join(path, name)).then(({ mtimeMs }) => mtimeMs, () => null)))).filter((time) => time !== null);
	return known.length === 0 ? null : Math.max(...known);
}

// src/measure/command-execution.ts
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;
/** File times may have a resolution of this many ms. */
const CLOCK_STEP_MS = 10;
/** Lines of the output of a set-up line that failed: reports show them in one. */
const BUILD_LINES = 8;
/** Runs a command's set-up line in its folder. Returns why it failed; null: it succeeded. */
async function buildSide(command, line, project, { environments, signal, timeLimitMs }) {
	const result = await inShell(line, project, command, {
		env: environments.setup,
		signal,
		timeLimitMs,
		stdout: "tail"
	});
	if (typeof result === "string") return result;
	const how = result.stopped === "time-limit" ? "did not end within measure.time-limit" : badEnd(result, timeLimitMs);
	if (how === null) return null;
	const why = reasonAfter(inProject(result.tail, project), BUILD_LINES);
	return `does not build: \`${shownLine(line)}\` ${how}${why}`;
}
/** Executes a command once in a project. Returns its results, or why there are none. */
async function executeCommand(command, project, o) {
	const { output } = command;
	const path = output === null ? null : resolve(join(project, command.workingDirectory ?? "."), output);
	if (path !== null && o.mayRemove) {
		const problem = await removeOutput(project, path, output);
		if (problem !== null) return problem;
	}
	const before = path === null || o.mayRemove ? null : await lastWritten(path);
	const startedAt = performance.now();
	const startedOn = Date.now();
	const limitMs = o.executionLimitMs;
	const result = await inShell(command.run, project, command, {
		env: o.environments.measured,
		mark: o.mark,
		signal: o.signal,
		timeLimitMs: limitMs,
		stdout: output === null ? MAX_OUTPUT_BYTES : "tail"
	});
	if (typeof result === "string") return result;
	const words = () => inProject(wordsOf(result), project);
	const leftRunning = result.leftRunning.map((line) => inProject(line, project));
	o.onEnded(performance.now() - startedAt, leftRunning);
	const how = badEnd(result, limitMs);
	if (how !== null) return `${how}${words()}`;
	if (before !== null && before < startedOn - CLOCK_STEP_MS && await lastWritten(path) === before) return `wrote nothing to ${output}: what is there is of an earlier run${words()}`;
	const problem = path === null ? null : await problemOfOutput(project, path, output);
	if (problem !== null) return problem;
	try {
		const from = path === null ? { text: result.stdout } : {
			path,
			shown: output,
			project
		};
		const { benchmarks, warnings, conditions } = await o.readResults(from, command.format);
		const named = benchmarks.map((one) => ({
			...one,
			name: normalName(`${command.namePrefix}${one.name}`)
		}));
		return {
			benchmarks: new Map(named.map((one) => [nameText(one.name, one.occurrence), one])),
			warnings,
			conditions
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return `left no results: ${error.message}; ${error.remedy}${words()}`;
	}
}
async function inShell(line, project, { workingDirectory: folder }, options) {
	const cwd = join(project, folder ?? ".");
	const problem = await problemOfFolder(project, cwd, folder ?? ".");
	if (problem !== null) return problem;
	try {
		return await runProcess(line, {
			cwd,
			...options
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		return `could not be started: ${error instanceof Error ? error.message : String(error)}`;
	}
}
/** How a program failed, as the end of a sentence; null: it did not. */
function badEnd(result, limitMs) {
	switch (result.stopped) {
		case "time-limit": return `did not end within ${(limitMs / 1e3).toFixed(limitMs < 1e4 ? 1 : 0)} s: raise measure.time-limit, of which an execution may take an eighteenth: a verdict needs two to warm up and two blocks of eight`;
		case "output-limit": return `printed more than ${MAX_OUTPUT_BYTES / 2 ** 20} MiB: let it write a summary, or a file that \`output\` names`;
		default:
			if (result.exitCode !== 0) return howItEnded(result);
			return result.isWhole ? null : "ended, and its output did not: something that it left running holds it open. Let it end what it starts, or write a file that `output` names";
	}
}
/**
* The last output of a program, errors first, without what looks like results: tools write results to
* standard error too, and some print a results file as well.
*/
function wordsOf({ stdout, tail }) {
	const isCut = Buffer.byteLength(tail) >= TAIL_BYTES;
	return lastWordsOfResults(tail, isCut) || lastWordsOfResults(stdout.subarray(-16384).toString(), stdout.length > 16384);
}

// src/measure/retry-policy.ts
const DEATHS_UNTIL_EXCLUDED = 2;
/**
* Repeats an attempt as long as another may do better: `attempts` times at most, plus once for every attempt
* that led to an exclusion. Each attempt gets the last outcome.
*/
async function untilGood(attempts, counts, attempt) {
	let last = null;
	for (let left = attempts;;) {
		const { excluded } = counts;
		const { outcome, again } = await attempt(last);
		if (counts.excluded === excluded) left--;
		if (!again || left === 0) return outcome;
		last = outcome;
	}
}
/**
* Records what failed in a process that should have run these benchmarks. A benchmark that ends its process
* twice is excluded.
*/
function noteOutcome(counts, side, outcome, ids) {
	for (const [id, message] of failuresIn(outcome, ids)) counts.noteFailure(side, id, message);
	const culprit = outcome.death?.running ?? null;
	if (culprit === null) return;
	if (counts.noteDeath(side, culprit) >= DEATHS_UNTIL_EXCLUDED) counts.exclude(side, culprit);
}
/**
* Messages by benchmark. When the process ended early, nothing is known of the benchmarks that had not run
* yet.
*/
function failuresIn({ death, errors, results }, ids) {
	const found = /* @__PURE__ */ new Map();
	for (const id of ids) if (errors.has(id)) found.set(id, errors.get(id));
	else if (death === null && !results.has(id)) found.set(id, "it was listed and then not registered");
	if (death?.running != null) found.set(death.running, errors.get(death.running) ?? death.message);
	return found;
}
/**
* The benchmarks that may still be started. One that both sides have and one side excludes is left out of the
* other side too.
*/
function withoutExcluded(counts, { base, head }) {
	const isAlive = (id) => !counts.isExcluded("head", id) && !(base.includes(id) && counts.isExcluded("base", id));
	return {
		base: base.filter(isAlive),
		head: head.filter(isAlive)
	};
}
/**
* What follows for benchmarks that threw, after a second chance beside their whole suite. Those that threw
* again are excluded. Those that did not had lacked a neighbour that they depend on, if any was absent, and
* then their suite must not be split.
*/
function afterSecondChance(threw, results, lackedNeighbours) {
	const excluded = threw.filter((id) => results?.has(id) !== true);
	return {
		excluded,
		indivisible: lackedNeighbours && excluded.length < threw.length
	};
}
/**
* True when a benchmark that ran before fails in every process of a block that lacks some of its neighbours:
* it depends on one of them.
*/
function isBrokenBySplitting(processes, ids, everything, hasRun) {
	if (SIDES.every((side) => ids[side].length >= everything[side].length)) return false;
	return ids.head.some((id) => hasRun(id) && processes.every(({ errors }) => errors.has(id)));
}

// src/measure/command-session.ts
/** Warnings of an adapter that are reported. */
const MAX_WARNINGS$1 = 10;
/** Measures commands: each execution is one process of a block and measures all benchmarks of its tool. */
var CommandSession = class {
	#o;
	#bySuite;
	#elapsedMs = /* @__PURE__ */ new Map();
	#conditions = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	/** The result of each set-up, by side, folder and line: why it failed, or null. */
	#built = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#o = options;
		this.#bySuite = new Map(options.commands.map((command) => [command.suite, command]));
	}
	/** Builds each side once and executes each command once, which warms up and shows its benchmarks. */
	async discover() {
		const { catalog, commands, onProgress } = this.#o;
		const found = {
			failures: [],
			lateErrors: [],
			warnings: []
		};
		for (const command of commands) {
			const { suite } = command;
			for (const side of SIDES) {
				const own = command[side];
				if (own === null) continue;
				onProgress(`${side}: ${suite}`);
				const message = await this.#setUp(suite, own, side) ?? await this.#warmUp(suite, own, side, found.warnings);
				if (message !== null) found.failures.push({
					suite,
					side,
					message
				});
			}
			const difference = differenceOf(this.#conditions.base.get(suite), this.#conditions.head.get(suite));
			if (difference !== null) found.warnings.push(`${suite}: base was measured on ${difference.base}, head on ${difference.head}`);
			catalog.assumeSame(suite);
		}
		return found;
	}
	/**
	* Why the side's build failed; null: it succeeded, or there is nothing to build. Commands with the same
	* line and folder share one build.
	*/
	async #setUp(suite, command, side) {
		const { counts, deadline, sides, watch } = this.#o;
		if (command.setup === null) return null;
		const key = JSON.stringify([
			side,
			command.workingDirectory,
			command.setup
		]);
		let failure = this.#built.get(key);
		if (failure === void 0) {
			const what = `the set-up of ${suite}`;
			refuseLate(this.#o, `${what} on ${side} was next`);
			const startedAt = performance.now();
			const timeLimitMs = Math.max(1, deadline - startedAt);
			const { directory } = sides[side];
			const line = command.setup;
			const build = () => buildSide(command, line, directory, {
				...this.#optionsOn(side),
				timeLimitMs
			});
			failure = await watch.aroundSetUp(directory, `${what} ran on ${side}`, build);
			counts.noteTime(what, performance.now() - startedAt);
			this.#built.set(key, failure);
		}
		return failure;
	}
	/** The first execution, whose values are discarded. Returns why it failed; null: it succeeded. */
	async #warmUp(suite, command, side, warnings) {
		const { catalog } = this.#o;
		refuseLate(this.#o, `${suite} on ${side} was next`);
		const execution = await this.#execute(suite, command, side);
		if (typeof execution === "string") return execution;
		this.#conditions[side].set(suite, execution.conditions ?? {});
		if (side === "head") warnings.push(...passedOn(suite, execution.warnings));
		const ids = [];
		for (const { name, occurrence, metrics, measures, version = "" } of execution.benchmarks.values()) {
			const place = {
				file: null,
				line: null,
				hash: version
			};
			const id = catalog.register({
				suite,
				name,
				occurrence,
				source: "command",
				side
			}, place);
			catalog.values(id, side, metrics);
			catalog.foresee(id, measures);
			ids.push(id);
		}
		this.#noteFailures(side, execution, ids);
		return null;
	}
	#optionsOn(side) {
		const { environments, sides } = this.#o;
		const own = (env) => withTemporary(env, sides[side].temporary ?? null);
		const { setup, measured } = environments;
		return {
			...this.#o,
			environments: {
				setup: own(setup),
				measured: own(measured)
			}
		};
	}
	/** Executes a command once. Returns its results, or why there are none. */
	async #execute(suite, command, side) {
		const { directory } = this.#o.sides[side];
		try {
			return await executeCommand(command, directory, {
				...this.#optionsOn(side),
				onEnded: (took, leftRunning) => {
					this.#elapsedMs.set(`${side} ${suite}`, took);
					this.#o.counts.noteLeftRunning(suite, side, leftRunning);
					this.#o.counts.noteProcess(suite, took, took);
				}
			});
		} finally {
			this.#o.signal.throwIfAborted();
			await this.#o.watch.afterProcess(directory, `${suite} ran on ${side}`);
		}
	}
	async calibrate() {
		return [];
	}
	/** An execution measures all benchmarks of its tool; none can be left out. */
	parts(_suite, ids, all) {
		return ids.base.length + ids.head.length === 0 ? [] : [{
			ids,
			all
		}];
	}
	measureBlock(suite, wanted, _all, { onFraction, deadline }) {
		const { catalog, counts, random } = this.#o;
		const command = this.#bySuite.get(suite);
		const statsOf = ({ benchmarks }, side, id) => {
			const benchmark = benchmarks.get(catalog.placeOn(side, id).local);
			if (benchmark === void 0 || benchmark.failure !== null) return null;
			return { values: catalog.values(id, side, benchmark.metrics) };
		};
		return untilGood(2, counts, async () => {
			const { ran, failure } = await runBlock({
				suite,
				ids: wanted,
				random,
				onFraction
			}, async (side) => {
				const execution = await this.#execute(suite, command[side], side);
				if (typeof execution !== "string") this.#noteFailures(side, execution, wanted[side]);
				return execution;
			});
			return ran === null ? {
				outcome: noBlocks(failure),
				again: performance.now() <= deadline
			} : {
				outcome: {
					blocks: collectBlocks(ran, wanted, statsOf),
					failure: null
				},
				again: false
			};
		});
	}
	/** Counts which of the wanted benchmarks failed, or were not reported at all. */
	#noteFailures(side, { benchmarks }, ids) {
		const { catalog, counts } = this.#o;
		counts.noteStarts(side, ids);
		for (const id of ids) {
			const benchmark = benchmarks.get(catalog.placeOn(side, id).local);
			const failure = benchmark === void 0 ? "it was not in the results, though it was before" : benchmark.failure;
			if (failure !== null) counts.noteFailure(side, id, failure);
		}
	}
	estimateBlockMs(suite, ids) {
		return SIDES.filter((side) => ids[side].length > 0).reduce((sum, side) => sum + 4 * (this.#elapsedMs.get(`${side} ${suite}`) ?? 0), 0);
	}
	indivisible() {
		return [];
	}
	dropped() {
		return [];
	}
};
/** The warnings of an adapter, limited in number and length so that a report can hold them. */
function passedOn(suite, warnings) {
	const shown = warnings.slice(0, MAX_WARNINGS$1).map((warning) => `${suite}: ${warning}`.slice(0, MAX_MESSAGE));
	const more = warnings.length - shown.length;
	return more === 0 ? shown : [...shown, `${suite}: and ${more} more warnings`];
}

// src/measure/failure-counts.ts
/**
* Counts what failed in the processes of one gate, by side and benchmark, and how many processes there were,
* and notes what they left running.
* All sessions share one.
*/
var FailureCounts = class {
	failures = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	/** By suite, what the first process that left something running left, which was ended. */
	leftRunning = /* @__PURE__ */ new Map();
	processes = 0;
	msInBenchmarks = 0;
	#elapsedMs = /* @__PURE__ */ new Map();
	#started = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	#deaths = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	noteProcess(suite, elapsedMs, msInBenchmarks) {
		this.processes++;
		this.msInBenchmarks += msInBenchmarks;
		this.noteTime(suite, elapsedMs);
	}
	/** Records on what time was spent: a suite, or the set-up of one. */
	noteTime(what, elapsedMs) {
		this.#elapsedMs.set(what, (this.#elapsedMs.get(what) ?? 0) + elapsedMs);
	}
	/** On what most time was spent; null: on nothing yet. */
	slowest() {
		const [slowest] = [...this.#elapsedMs].sort(([, a], [, b]) => b - a);
		return slowest === void 0 ? null : {
			what: slowest[0],
			elapsedMs: slowest[1]
		};
	}
	noteLeftRunning(suite, side, programs) {
		if (programs.length > 0 && !this.leftRunning.has(suite)) this.leftRunning.set(suite, {
			suite,
			side,
			programs
		});
	}
	/** Counts a process that should run these benchmarks. */
	noteStarts(side, ids) {
		for (const id of ids) {
			const of = increment(this.#started[side], id);
			const known = this.failures[side].get(id);
			if (known !== void 0) known.of = of;
		}
	}
	noteFailure(side, id, message) {
		const known = this.failures[side].get(id);
		this.failures[side].set(id, {
			message: known?.message ?? message,
			processes: (known?.processes ?? 0) + 1,
			of: this.#started[side].get(id) ?? 1,
			excluded: known?.excluded ?? false
		});
	}
	/** Counts a process that a benchmark ended. Returns how many there have been. */
	noteDeath(side, id) {
		return increment(this.#deaths[side], id);
	}
	/** Marks a benchmark that has failed as one that is not started again. */
	exclude(side, id) {
		this.failures[side].get(id).excluded = true;
	}
	isExcluded(side, id) {
		return this.failures[side].get(id)?.excluded === true;
	}
	/** Forgets what is known of benchmarks that another suite holds from now on. */
	forget(side, ids) {
		for (const id of ids) for (const counts of [
			this.failures,
			this.#started,
			this.#deaths
		]) counts[side].delete(id);
	}
	get excluded() {
		return SIDES.flatMap((side) => [...this.failures[side].values()]).filter((one) => one.excluded).length;
	}
};
function increment(counts, id) {
	const count = (counts.get(id) ?? 0) + 1;
	counts.set(id, count);
	return count;
}

// src/measure/loaders.ts
const LOADS_MODULE = /^(--import|--require|-r|--loader|--experimental-loader)(?:=(.*))?$/s;
const TIME_LIMIT_MS$1 = 1e4;
const MAX_ANSWER_BYTES = 65536;
/**
* The arguments of Node in which a loader that only the user's checkout has is named by its path there: base
* may be older than the loader, and a file that git ignores is in no checkout.
*/
async function withLoaders(args, search) {
	const found = [];
	for (let i = 0; i < args.length; i++) {
		const [, flag, joined] = LOADS_MODULE.exec(args[i]) ?? [];
		const name = joined ?? (flag === void 0 ? void 0 : args[++i]);
		if (flag === void 0 || name === void 0) found.push(args[i] ?? flag);
		else found.push(flag, await located(flag, name, search));
	}
	return found;
}
async function located(flag, name, search) {
	const { directory, project } = search;
	if (isThere(name, directory) || !isThere(name, project)) return name;
	const isRequired = flag === "--require" || flag === "-r";
	if (isRelative(name)) {
		const path = resolve(project, name);
		return isRequired ? path : pathToFileURL(path).href;
	}
	const question = isRequired ? ["-p", `require.resolve(${JSON.stringify(name)})`] : [
		"--input-type=module",
		"-e",
		`console.log(import.meta.resolve(${JSON.stringify(name)}))`
	];
	const { stdout, exitCode, isWhole } = await runProcess([search.nodePath, ...question], {
		cwd: project,
		env: search.env,
		timeLimitMs: TIME_LIMIT_MS$1,
		stdout: MAX_ANSWER_BYTES
	});
	return exitCode === 0 && isWhole ? stdout.toString().trim() : name;
}
const isRelative = (name) => /^\.{1,2}[\\/]/.test(name);
/** Whether a relative file or a package is below a directory or, for a package, beside or above it. */
function isThere(name, directory) {
	if (isRelative(name)) return existsSync(resolve(directory, name));
	const packageName = /^(@[^/]+\/)?[^/:]+(?=\/|$)/.exec(name)?.[0];
	if (packageName === void 0) return true;
	for (let folder = directory;; folder = dirname(folder)) {
		if (existsSync(join(folder, "node_modules", packageName))) return true;
		if (folder === dirname(folder)) return false;
	}
}

// src/measure/node-flags.ts
/**
* With these Node 22.18 to 25 transform what cannot be removed from TypeScript: enums, namespaces, parameter
* properties. The second flag silences the warning that the first is an experiment.
*/
const TRANSFORM_TYPES = ["--experimental-transform-types", "--disable-warning=ExperimentalWarning"];
const TIME_LIMIT_MS = 1e4;
/** Whether this Node knows all of the flags. */
async function startsWith(nodePath, flags, env) {
	const options = {
		cwd: process.cwd(),
		env,
		timeLimitMs: TIME_LIMIT_MS,
		stdout: "none"
	};
	return (await runProcess([
		nodePath,
		...flags,
		"-e",
		""
	], options).catch(() => null))?.exitCode === 0;
}
/**
* The flags that this Node knows, with a warning about each other flag. Flags are tried one by one only when
* Node refuses them together. A Node that cannot start refuses all of them; the measuring processes then
* report why.
*/
async function knownFlags(node, flags, env) {
	const starts = (some) => startsWith(node.path, some, env);
	if (await starts(flags)) return {
		flags: [...flags],
		warnings: []
	};
	const known = [];
	for (const flag of flags) if (await starts([...known, flag])) known.push(flag);
	return {
		flags: known,
		warnings: flags.filter((flag) => !known.includes(flag)).map((flag) => `Node ${node.version} does not know ${flag}: measured without it, with more noise`)
	};
}

// src/measure/changing-names.ts
/** Characters of a name in the sentence. */
const SHOWN$1 = 60;
/**
* Of the benchmarks that one process of a suite listed, those that a later one lacks although the same
* bench() call registered a name there that is not among the `known` ones: one with a date, an address or a
* random id in it. Each with a sentence that says so, the same for all of one call. All ids are those within
* the suite.
*/
function changingNames(listed, known, registered) {
	const added = /* @__PURE__ */ new Map();
	for (const [id, { name, place }] of registered) {
		const call = callOf(place);
		if (call !== null && !known.has(id) && !added.has(call)) added.set(call, name);
	}
	const sentences = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	for (const [id, { name, place }] of listed) {
		const call = callOf(place);
		if (call === null || registered.has(id) || !added.has(call)) continue;
		if (!sentences.has(call)) sentences.set(call, sentenceOf(call, name, added.get(call)));
		found.set(id, sentences.get(call));
	}
	return found;
}
const callOf = ({ file, line }) => file === null || line === null ? null : `${file}:${line}`;
const sentenceOf = (call, before, after) => `${call}: the name of this benchmark changes from process to process (${shown$1(before)}, ${shown$1(after)}): give it a fixed name`;
const shown$1 = (name) => JSON.stringify(name.length > SHOWN$1 ? `${name.slice(0, SHOWN$1)}…` : name);

// src/measure/suite-pace.ts
const MIN_SAMPLES = 40;
/** Allowance for processes that settle a little later than the one that was watched. */
const SETTLED_MARGIN_MS = 20;
/**
* A benchmark that takes longer to settle is measured without settling: a longer warm-up would cost more than
* its window.
*/
const MAX_WARMUP_MS = 150;
/**
* How long calibration watches a benchmark at most, in ms and as a multiple of the window: a user who sets a
* short window wants a short run.
*/
const TRACE_MS = 160;
const TRACE_WINDOWS = 6;
const BENCHMARK_LIMIT_MS = 2e3;
/** Enough for a thousand calls of 8 ms, timed one by one. */
const TAIL_LIMIT_MS = 8e3;
/** Of tail metrics that nobody asked for; a process measures for about as long. */
const UNASKED_TAIL_LIMIT_MS = 1e3;
/** Time inside benchmarks that a process should have: in ms, and as a multiple of its start-up time. */
const PORTION_MS = 1200;
const WORK_PER_START = 4;
/** Start-up time that is assumed until one was measured. */
const USUAL_START_MS = 100;
/** How to measure each benchmark and how long that takes, learned from the processes that ran it. */
var SuitePace = class {
	#o;
	#traceMs;
	#batches = /* @__PURE__ */ new Map();
	#warmups = /* @__PURE__ */ new Map();
	#elapsedMs = /* @__PURE__ */ new Map();
	#startUpMs = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#o = options;
		this.#traceMs = Math.min(TRACE_MS, TRACE_WINDOWS * options.windowMs);
	}
	plan(mode, only) {
		const { warmupMs, windowMs, individualCalls, tailIsOptional = false } = this.#o;
		const ids = only ?? [];
		const known = (values) => Object.fromEntries(ids.flatMap((id) => values.has(id) ? [[id, values.get(id)]] : []));
		const calls = ids.map((id) => [id, individualCalls(id)]).filter(([, wanted]) => wanted > 0);
		return {
			mode,
			only,
			warmups: known(this.#warmups),
			warmupMs,
			traceMs: this.#traceMs,
			windowMs,
			minSamples: MIN_SAMPLES,
			benchmarkLimitMs: Math.max(tailIsOptional ? 3e3 : calls.length > 0 ? TAIL_LIMIT_MS : BENCHMARK_LIMIT_MS, 4 * (MAX_WARMUP_MS + windowMs)),
			batches: known(this.#batches),
			individualCalls: Object.fromEntries(calls),
			...tailIsOptional && { tailLimitMs: UNASKED_TAIL_LIMIT_MS }
		};
	}
	/** Records how long the benchmarks of a process took. Returns the sum in ms. */
	noteOutcome(suite, { death, elapsedMs, results }) {
		let inside = 0;
		for (const [id, result] of results) {
			inside += result.elapsedMs;
			this.#elapsedMs.set(id, result.elapsedMs);
		}
		if (death === null) this.#startUpMs.set(suite, elapsedMs - inside);
		return inside;
	}
	/**
	* Keeps the first batch size of each benchmark, and lengthens the warm-up of both sides for benchmarks that
	* settle late.
	*/
	noteCalibration({ results }) {
		const { warmupMs: usualMs, windowMs } = this.#o;
		for (const [id, { batch, settledMs, elapsedMs }] of results) {
			if (!this.#batches.has(id)) this.#batches.set(id, batch);
			if (settledMs === null) continue;
			const warmupMs = settledMs <= usualMs ? usualMs : Math.min(settledMs + SETTLED_MARGIN_MS, MAX_WARMUP_MS);
			this.#warmups.set(id, warmupMs);
			this.#elapsedMs.set(id, elapsedMs - this.#traceMs + warmupMs + windowMs);
		}
	}
	hasRun(id) {
		return this.#elapsedMs.has(id);
	}
	/**
	* Splits the benchmarks of a suite into portions of about a second, one a process. A machine drifts, so
	* that the chance difference between two processes grows with the time between them, and a block should be
	* short; but start-up should not be a large part of it.
	*/
	portions(suite, ids) {
		const usualMs = this.#o.warmupMs + this.#o.windowMs;
		const meanMs = this.#inside(ids, usualMs) / ids.length;
		const portionMs = Math.max(PORTION_MS, WORK_PER_START * (this.#startUpMs.get(suite) ?? 0));
		return inPortions(ids, Math.max(1, Math.ceil(portionMs / meanMs)));
	}
	/** Expected wall time of one block, in ms, from what its parts took so far. */
	estimateBlockMs(suite, ids) {
		const startMs = this.#startUpMs.get(suite) ?? USUAL_START_MS;
		return SIDES.filter((side) => ids[side].length > 0).reduce((sum, side) => sum + 4 * (this.#inside(ids[side], 0) + startMs), 0);
	}
	#inside(ids, otherwiseMs) {
		return ids.reduce((sum, id) => sum + (this.#elapsedMs.get(id) ?? otherwiseMs), 0);
	}
};
/** Splits a list into portions of at most `size`, as equal as possible. */
function inPortions(ids, size) {
	const count = Math.ceil(ids.length / size);
	return Array.from({ length: count }, (_, i) => ids.slice(Math.floor(i * ids.length / count), Math.floor((i + 1) * ids.length / count)));
}

// src/measure/protocol.ts
const text = string().max(2e4);
const reportedMetric = object({
	id: metricIdSchema,
	/** In `unit` as the suite wrote it, which may be a word that Benchgate does not know. */
	value: number().nonnegative(),
	unit: unitSchema,
	/** Null where the suite leaves the direction to the config file. */
	better: betterSchema.nullable()
});
/**
* Problems with the metrics that a suite reports, each a sentence that names the metric. They affect nothing
* else.
*/
const metricProblems = array(string().max(1e3)).max(64 + 2).default([]);
/** The events of a measuring process, one JSON object a line on file descriptor 3. */
const processEvent = discriminatedUnion("type", [
	object({
		type: literal("hello"),
		userMitata: text.nullable()
	}),
	object({
		type: literal("registered"),
		id: text,
		name: text,
		occurrence: int().positive(),
		file: text.nullable(),
		line: int().positive().nullable(),
		hash: text
	}),
	object({
		type: literal("ungated"),
		call: text,
		/** Its path from the checkout, and its line. */
		place: text.nullable()
	}),
	object({
		type: literal("start"),
		id: text
	}),
	object({
		type: literal("result"),
		id: text,
		batch: int().positive(),
		elapsedMs: number().nonnegative(),
		/** From calibration with a given batch: after how long the benchmark had reached its final speed. */
		settledMs: number().nonnegative().nullable().default(null),
		stats: timingStats,
		/** The metrics that the benchmark itself reported, in the order of their first values; each id once. */
		metrics: array(reportedMetric).max(64).default([]),
		metricProblems
	}),
	object({
		type: literal("error"),
		id: text.nullable(),
		message: text,
		/** Of an error outside any benchmark: file and line in the project, where they are known. */
		place: text.nullable().default(null),
		/** The code by which Node names the error, if it is one of Node's. */
		code: text.nullable().default(null)
	}),
	object({ type: literal("done") }),
	object({
		type: literal("end"),
		running: text.nullable(),
		pending: int().nonnegative(),
		metricProblems
	})
]);

// src/measure/suite-process.ts
const MAX_EVENTS = 1e5;
const MAX_EVENT_BYTES = 67108864;
/** The events of a process so far. */
var Transcript = class {
	outcome = {
		userMitata: null,
		registered: /* @__PURE__ */ new Map(),
		results: /* @__PURE__ */ new Map(),
		errors: /* @__PURE__ */ new Map(),
		metricProblems: [],
		ungated: null,
		needsTransform: false,
		death: null,
		lateError: null,
		leftRunning: [],
		elapsedMs: 0
	};
	running = null;
	end = null;
	/** The first error outside any benchmark. */
	suiteError = null;
	#isPlanDone = false;
	/** Why the channel is unusable, where it is. */
	broken = "more than 64 MiB";
	#events = 0;
	/** Whether everything that was wanted has arrived, so that no later failure takes anything away. */
	get isDone() {
		return (this.#isPlanDone || this.end?.pending === 0) && this.running === null && this.outcome.registered.size > 0;
	}
	/** False for a line that is no event, or one event too many. */
	onLine(line) {
		const event = ++this.#events > MAX_EVENTS ? null : parseEvent(line);
		if (event === null) this.broken = line.slice(0, 200);
		else this.#take(event);
		return event !== null;
	}
	#take(event) {
		const { outcome } = this;
		switch (event.type) {
			case "hello":
				outcome.userMitata = event.userMitata;
				return;
			case "registered": {
				const { id, name, occurrence, file, line, hash } = event;
				outcome.registered.set(id, {
					name,
					occurrence,
					place: {
						file,
						line,
						hash
					}
				});
				return;
			}
			case "ungated": {
				const { call, place } = event;
				outcome.ungated ??= {
					call,
					place
				};
				return;
			}
			case "start":
				this.running = event.id;
				return;
			case "result": {
				const { id, batch, elapsedMs, settledMs, stats } = event;
				this.running = null;
				outcome.metricProblems.push(...event.metricProblems.map((problem) => `${id}: ${problem}`));
				const metrics = event.metrics.map((metric) => ({
					...metric,
					exact: false
				}));
				outcome.results.set(id, {
					batch,
					elapsedMs,
					settledMs,
					stats,
					metrics
				});
				return;
			}
			case "error":
				if (event.id === null) {
					this.suiteError ??= event;
					outcome.needsTransform ||= event.code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX";
					return;
				}
				this.running = null;
				if (!outcome.errors.has(event.id)) outcome.errors.set(event.id, event.message);
				return;
			case "done":
				this.#isPlanDone = true;
				return;
			case "end":
				this.end = event;
				this.running = event.running ?? this.running;
				outcome.metricProblems.push(...event.metricProblems);
				return;
		}
	}
};
function parseEvent(line) {
	try {
		return processEvent.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}
/**
* Runs one suite in one fresh process and collects its events from file descriptor 3. Rejects only on abort,
* with the signal's reason, whatever the process does.
*/
async function runSuite(request) {
	const { nodePath, nodeArgs, workerFile, suite, directory, env, stallMs, timeLimitMs, signal } = request;
	const startedAt = performance.now();
	const transcript = new Transcript();
	const result = await runProcess([
		nodePath,
		"--expose-gc",
		...nodeArgs,
		"--import",
		workerFile,
		suite
	], {
		cwd: directory,
		env: {
			...env,
			BENCHGATE_PLAN: "3"
		},
		stdout: "none",
		channel: {
			task: JSON.stringify(request.plan),
			onLine: (line) => transcript.onLine(line),
			isOver: () => transcript.end !== null,
			stallMs,
			limitBytes: MAX_EVENT_BYTES
		},
		mark: request.mark,
		...timeLimitMs !== void 0 && { timeLimitMs },
		signal
	}).catch((error) => {
		signal.throwIfAborted();
		return error;
	});
	const { outcome, running, isDone } = transcript;
	outcome.elapsedMs = performance.now() - startedAt;
	const message = result instanceof Error ? `could not be started: ${result.message}` : explainEnd(result, transcript, Math.round(stallMs / 1e3));
	if (!(result instanceof Error)) outcome.leftRunning = result.leftRunning;
	if (isDone) outcome.lateError = message;
	else if (message !== null) outcome.death = {
		running,
		message
	};
	return outcome;
}
/** What was wrong with the end of a process, the surest sign first; null: it ended well. */
function explainEnd(result, transcript, stallSeconds) {
	const { stopped, tail, isWhole, exitCode, exitSignal } = result;
	const { end, running, broken, suiteError, isDone } = transcript;
	const where = isDone ? "after run()" : placeOf$1(running);
	if (stopped === "stall") return isDone ? `did not end after run(): nothing for ${stallSeconds} s, so its process was killed` : `hung ${where}: nothing for ${stallSeconds} s, so its process was killed`;
	if (stopped === "time-limit") return `was killed ${where}, because the time limit was used up`;
	if (stopped !== null) return `wrote something else on file descriptor 3 than measurements: ${JSON.stringify(broken)}`;
	if (end === null && /heap out of memory|Allocation failed/i.test(tail)) return `ran out of memory ${where} (raise it with measure.node-args: ["--max-old-space-size=…"])`;
	if (exitSignal !== null) return `was killed by ${exitSignal} ${where}${exitSignal === "SIGKILL" ? ", perhaps by the system for lack of memory" : ""}${lastWords(tail)}`;
	if (suiteError !== null) {
		const { message, place } = suiteError;
		return `failed ${where}${place === null ? "" : `, at ${place}`}: ${message}`;
	}
	if (end === null && exitCode === 0 && !isWhole) return isDone ? null : `left something running that holds file descriptor 3 open, so that measurements may be missing`;
	if (end === null) return `ended with exit code ${exitCode} ${where}${lastWords(tail)}`;
	return isDone ? null : explainPending(transcript, end, exitCode);
}
/** Why a process ended in order before everything had run; null: nothing was left. */
function explainPending({ outcome, running }, end, exitCode) {
	const where = placeOf$1(running);
	const uncaught = end.running === null ? void 0 : outcome.errors.get(end.running);
	if (uncaught !== void 0) return `ended its process ${where}: ${uncaught}`;
	if (running === null && end.pending === 0) return null;
	return exitCode === 13 ? `never settled ${where}: a promise was awaited that nothing resolves` : `called process.exit(${exitCode}) ${where}, before its benchmarks had run`;
}
const placeOf$1 = (running) => running === null ? "outside any benchmark" : `in benchmark ${JSON.stringify(running)}`;

// src/measure/suite-session.ts
/** Time for a process besides its longest benchmark: to start, to load its suite, and for one long call. */
const START_MS = 5e3;
const NOT_ALL = "there it does not register all that it registers on head";
/** Measures mitata suites, each in fresh processes of node. */
var SuiteSession = class {
	#o;
	#pace;
	#indivisible = /* @__PURE__ */ new Set();
	/** Suites that both sides have from head. */
	#fromHead = /* @__PURE__ */ new Set();
	/** Suites whose late errors have been reported, since they recur in every process. */
	#late = /* @__PURE__ */ new Set();
	/** Suites that Node runs with `TRANSFORM_TYPES`, on both sides. */
	#transformed = /* @__PURE__ */ new Set();
	constructor(options) {
		this.#o = options;
		this.#pace = new SuitePace(options);
	}
	/** Registers the benchmarks of every suite on both sides and runs none. */
	async discover() {
		const { suites, edits } = this.#o;
		const found = {
			failures: [],
			lateErrors: [],
			warnings: []
		};
		for (const suite of /* @__PURE__ */ new Set([...suites.head, ...suites.base])) {
			const sides = SIDES.filter((side) => suites[side].includes(suite));
			for (const [side, outcome] of await this.#listSides(suite, sides)) this.#noteListed(suite, side, outcome, found);
			if (edits.has(suite)) await this.#listFromHead(suite, edits.get(suite));
		}
		return found;
	}
	#noteListed(suite, side, outcome, found) {
		const { death, lateError, registered } = outcome;
		if (death !== null) found.failures.push({
			suite,
			side,
			message: death.message
		});
		if (lateError !== null) {
			this.#late.add(suite);
			found.lateErrors.push({
				suite,
				side,
				message: lateError
			});
		}
		if (side === "head") {
			found.warnings.push(...warningsOf(suite, outcome));
			if (registered.size === 0 && outcome.ungated !== null) (found.ungated ??= []).push(ungatedCall(suite, outcome.ungated));
		}
		for (const { place, ...key } of registered.values()) this.#o.catalog.register({
			suite,
			...key,
			source: "suite",
			side
		}, place);
	}
	/** Registers what head's suite registers over base's code, unless `why` says that it must not run there. */
	async #listFromHead(suite, why) {
		const { catalog } = this.#o;
		if (why !== null) {
			catalog.runOwn(suite, why);
			return;
		}
		this.#fromHead.add(suite);
		const { death, registered } = await this.#startAlone(suite, "base", "list", null);
		const known = [...catalog.benchmarks.values()].filter((one) => one.suite === suite && one.head !== null);
		const places = [...registered.values()].map(({ place, ...key }) => [keyText({
			suite,
			...key
		}), place]);
		catalog.runHeads(suite, new Map(places));
		const lost = known.filter(({ base }) => base === null);
		if (death !== null) this.#runOwn(suite, death.message);
		else if (lost.some(({ edit }) => edit?.onBase)) this.#runOwn(suite, NOT_ALL);
		else if (lost.length > 0) catalog.runOwn(suite, NOT_ALL, (id) => lost.some((one) => one.id === id));
	}
	/** Gives up running head's suite on base: what is known of its benchmarks there counts no more. */
	#runOwn(suite, why) {
		const { catalog, counts } = this.#o;
		this.#fromHead.delete(suite);
		counts.forget("base", catalog.runOwn(suite, why));
	}
	/**
	* Starts a suite once a side. One that fails over TypeScript that Node can only transform is started again
	* with the flags for it, on both sides, because the code that runs is another one then.
	*/
	async #listSides(suite, sides) {
		const outcomes = /* @__PURE__ */ new Map();
		for (const side of sides) outcomes.set(side, await this.#startAlone(suite, side, "list", null));
		const { nodePath, env } = this.#o;
		if (!(!this.#transformed.has(suite) && [...outcomes.values()].some(({ needsTransform }) => needsTransform) && await startsWith(nodePath, TRANSFORM_TYPES, env))) return outcomes;
		this.#transformed.add(suite);
		return this.#listSides(suite, sides);
	}
	/**
	* Chooses batch sizes on base, then measures on head how long each benchmark takes to settle, with one
	* process each, whose values are discarded. A benchmark that only head has gets its batch size there and
	* keeps the usual warm-up. One that throws gets a second chance beside its whole suite.
	*/
	async calibrate(suite, wanted, all) {
		const { catalog } = this.#o;
		const failed = [];
		for (const side of SIDES) for (const [file, ids] of this.#bySuiteOn(side, wanted[side])) {
			const everything = this.#bySuiteOn(side, all[side]).get(file) ?? [];
			const at = {
				file,
				side
			};
			let death = await this.#calibrateSuite(suite, at, ids, everything);
			if (side === "base" && this.#fromHead.has(file) && this.#isRefused(file, death, ids)) {
				const own = (some) => some.filter((id) => (catalog.benchmarks.get(id)?.base ?? null) !== null);
				death = await this.#calibrateSuite(suite, at, own(ids), own(everything));
			}
			if (death !== null) failed.push({
				suite,
				side,
				message: death.message
			});
		}
		await this.#dropOnBase(suite);
		return failed;
	}
	/**
	* Whether head's suite turned out not to run over base's code, so that each side has to run its own. A
	* benchmark that fails there and that base does not have is new, with that reason.
	*/
	#isRefused(suite, death, ids) {
		const { catalog, counts } = this.#o;
		const failed = ids.filter((id) => counts.isExcluded("base", id));
		const why = (id) => counts.failures.base.get(id).message;
		const edited = failed.find((id) => catalog.benchmarks.get(id)?.edit?.onBase);
		if (death === null && edited === void 0) {
			for (const id of failed) catalog.runOwn(suite, why(id), (one) => one === id);
			counts.forget("base", failed);
			return false;
		}
		this.#runOwn(suite, death?.message ?? why(edited));
		return true;
	}
	/** Calibrates what one file holds. Returns how its process ended where that was not well. */
	async #calibrateSuite(suite, at, wanted, all) {
		const { counts } = this.#o;
		const outcome = await this.#calibrateSide(at, wanted);
		if (!outcome || outcome.death) return outcome?.death ?? null;
		const threw = this.#known(wanted).filter((id) => !counts.isExcluded(at.side, id) && !outcome.results.has(id));
		if (threw.length === 0) return null;
		const second = await this.#calibrateSide(at, [.../* @__PURE__ */ new Set([...all, ...wanted])]);
		const lackedNeighbours = all.length > wanted.length;
		const { excluded, indivisible } = afterSecondChance(threw, second?.results, lackedNeighbours);
		for (const id of this.#known(excluded)) counts.exclude(at.side, id);
		if (indivisible) this.#indivisible.add(suite);
		return null;
	}
	/** Benchmarks by the file that holds them on a side, which is another than head's for those that moved. */
	#bySuiteOn(side, ids) {
		return Map.groupBy(this.#known(ids), (id) => this.#o.catalog.placeOn(side, id).suite);
	}
	#known(ids) {
		return ids.filter((id) => this.#o.catalog.benchmarks.has(id));
	}
	/** The benchmarks of a file that a later process calls by another name: what is said of each, by id. */
	#changing({ file, side }, registered, isListed) {
		const { catalog } = this.#o;
		const placed = [...catalog.benchmarks.values()].map((one) => ({
			one,
			...catalog.placeOn(side, one.id)
		})).filter(({ suite }) => suite === file);
		const listed = placed.flatMap(({ one, local }) => {
			const place = isListed(one) ? one[side] : null;
			return place === null ? [] : [[local, {
				name: one.name,
				place
			}]];
		});
		const known = new Set(placed.map(({ local }) => local));
		const found = changingNames(new Map(listed), known, registered);
		const named = (why) => this.#named(why, this.#placeOf(file, side).directory);
		return new Map([...found].map(([local, why]) => [catalog.idOf(side, file, local), named(why)]));
	}
	/** Those of head, which base may have too. */
	#changingOfHead(at, { registered }) {
		return this.#changing(at, registered, ({ head }) => head !== null);
	}
	/** Takes benchmarks out on both sides, with all that is known of them. */
	#drop(ids, whyOf) {
		const { catalog, counts } = this.#o;
		for (const id of ids) {
			catalog.drop(id, whyOf(id));
			for (const side of SIDES) counts.forget(side, [id]);
		}
	}
	/**
	* Where names of head change, those that only base has may be the same benchmarks. Base's own suite shows
	* it when it is listed again.
	*/
	async #dropOnBase(suite) {
		const { catalog } = this.#o;
		const isOfBase = (one) => one.suite === suite && one.head === null;
		if (![...catalog.dropped.keys()].some((id) => id.startsWith(suitePrefix(suite))) || ![...catalog.benchmarks.values()].some(isOfBase)) return;
		const { death, registered } = await this.#startAlone(suite, "base", "list", null, true);
		if (death !== null) return;
		this.#drop(this.#changing({
			file: suite,
			side: "base"
		}, registered, isOfBase).keys(), () => null);
	}
	/** The outcome of the last process; null when there is nothing left to calibrate. */
	#calibrateSide({ file, side }, ids) {
		const { catalog, counts } = this.#o;
		return untilGood(4, counts, async () => {
			const only = this.#known(ids).filter((id) => !counts.isExcluded(side, id));
			if (only.length === 0) return {
				outcome: null,
				again: false
			};
			const outcome = await this.#startAlone(file, side, "calibrate", only);
			if (outcome.death === null) {
				const changing = this.#changingOfHead({
					file,
					side
				}, outcome);
				this.#drop(changing.keys(), (id) => changing.get(id));
			}
			this.#pace.noteCalibration(outcome);
			for (const [id, { metrics }] of outcome.results) catalog.values(id, side, metrics);
			for (const problem of outcome.metricProblems) catalog.warnOnce(problem, `${file}: ${problem}`);
			noteOutcome(counts, side, outcome, this.#known(only));
			return {
				outcome,
				again: outcome.death !== null
			};
		});
	}
	measureBlock(suite, wanted, all, o) {
		const { counts } = this.#o;
		return untilGood(4, counts, async (last) => {
			const ids = withoutExcluded(counts, this.#indivisible.has(suite) ? all : wanted);
			return ids.base.length + ids.head.length === 0 ? {
				outcome: last ?? noBlocks(null),
				again: false
			} : await this.#draw(suite, {
				ids,
				wanted,
				all
			}, o);
		});
	}
	async #draw(suite, { ids, wanted, all }, { onFraction, deadline }) {
		const { catalog, counts, random } = this.#o;
		const tasks = {
			base: this.#task("measure", "base", ids.base),
			head: this.#task("measure", "head", ids.head)
		};
		const fileOn = (side) => {
			const [first] = ids[side];
			return first === void 0 ? suite : catalog.placeOn(side, first).suite;
		};
		const { ran, failure } = await runBlock({
			suite,
			ids,
			random,
			onFraction
		}, async (side) => {
			const outcome = await this.#start(fileOn(side), side, tasks[side]);
			if (outcome.death === null) return outcome;
			noteOutcome(counts, side, outcome, ids[side]);
			return outcome.death.message;
		});
		if (ran === null) return {
			outcome: noBlocks(failure),
			again: performance.now() <= deadline
		};
		const outcomes = ran.map(({ process }) => process);
		const everything = withoutExcluded(counts, all);
		if (isBrokenBySplitting(outcomes, ids, everything, (id) => this.#pace.hasRun(id))) {
			this.#indivisible.add(suite);
			return {
				outcome: noBlocks(null),
				again: true
			};
		}
		for (const { side, process } of ran) {
			const changing = this.#changingOfHead({
				file: fileOn(side),
				side
			}, process);
			for (const [id, why] of changing) process.errors.set(id, why);
			noteOutcome(counts, side, process, ids[side]);
		}
		const stats = (outcome, side, id) => this.#statsOf(outcome, side, id);
		return {
			outcome: {
				blocks: collectBlocks(ran, wanted, stats),
				failure: null
			},
			again: false
		};
	}
	#statsOf({ results }, side, id) {
		const result = results.get(id);
		if (result === void 0) return null;
		const values = this.#o.catalog.values(id, side, result.metrics);
		return Object.keys(values).length === 0 ? result.stats : {
			...result.stats,
			values
		};
	}
	/** Starts one process outside any block, if there is time, and ends it when the time is up. */
	async #startAlone(suite, side, mode, only, isOwn = false) {
		refuseLate(this.#o, `${suite} on ${side} was next`);
		const task = {
			...this.#task(mode, side, only),
			isOwn
		};
		const timeLimitMs = Math.max(1, this.#o.deadline - performance.now());
		const outcome = await this.#start(suite, side, task, timeLimitMs);
		if (outcome.death !== null) refuseLate(this.#o, `${suite} on ${side} was under way`);
		return outcome;
	}
	#task(mode, side, only) {
		const plan = this.#pace.plan(mode, only);
		return {
			plan: inSuite(plan, (id) => this.#o.catalog.placeOn(side, id).local),
			isOwn: false,
			ids: only ?? [],
			stallMs: Math.max(this.#o.stallMs, plan.benchmarkLimitMs + START_MS)
		};
	}
	async #start(suite, side, { plan, isOwn, ids, stallMs }, timeLimitMs) {
		const { catalog, counts, sides, nodeArgs, signal, watch } = this.#o;
		const { directory, temporary = null } = isOwn ? sides[side] : this.#placeOf(suite, side);
		const ran = await runSuite({
			...this.#o,
			env: withTemporary(this.#o.env, temporary),
			suite,
			directory,
			plan,
			nodeArgs: this.#transformed.has(suite) ? [...TRANSFORM_TYPES, ...nodeArgs[side]] : nodeArgs[side],
			stallMs,
			timeLimitMs
		});
		signal.throwIfAborted();
		await watch.afterProcess(directory, `${suite} ran on ${side}`);
		const outcome = withIds(ran, (local) => catalog.idOf(side, suite, local));
		this.#nameFiles(outcome, directory);
		counts.noteProcess(suite, outcome.elapsedMs, this.#pace.noteOutcome(suite, outcome));
		counts.noteStarts(side, ids);
		counts.noteLeftRunning(suite, side, outcome.leftRunning);
		const { lateError } = outcome;
		if (plan.mode !== "list" && lateError !== null && !this.#late.has(suite)) {
			this.#late.add(suite);
			catalog.warnOnce(`late\n${suite}`, `${suite} on ${side} ${lateError}`);
		}
		return outcome;
	}
	/** The checkout in which a side runs a suite. */
	#placeOf(suite, side) {
		const { sides } = this.#o;
		return side === "base" && this.#fromHead.has(suite) ? sides.overlay : sides[side];
	}
	/** A text with files as they are called in the project, and not in its scratch checkout. */
	#named(text, directory) {
		const { scratch } = this.#o;
		if (scratch === null) return inProject(text, directory);
		const [checkout = ""] = relative(scratch, directory).split(sep);
		return inProject(text, directory, join(scratch, checkout));
	}
	#nameFiles(outcome, directory) {
		const named = (text) => this.#named(text, directory);
		if (outcome.death !== null) outcome.death.message = named(outcome.death.message);
		if (outcome.lateError !== null) outcome.lateError = named(outcome.lateError);
		outcome.leftRunning = outcome.leftRunning.map(named);
		for (const [id, message] of outcome.errors) outcome.errors.set(id, named(message));
	}
	/**
	* Blocks of both sides, and separate blocks of head alone for benchmarks that base does not have. In one
	* process, such a benchmark would give the others a neighbour on head that they lack on base. What base has
	* in another file is measured apart for the same reason.
	*/
	parts(suite, { base, head }, all) {
		const alone = head.filter((id) => !base.includes(id));
		const together = this.#bySuiteOn("base", base);
		const everything = this.#bySuiteOn("base", all.base);
		return [...[...together].flatMap(([file, ids]) => {
			const shared = everything.get(file) ?? [];
			return this.#portions(suite, ids).map((portion) => ({
				ids: {
					base: portion,
					head: portion
				},
				all: {
					base: shared,
					head: shared
				}
			}));
		}), ...this.#portions(suite, alone).map((portion) => ({
			ids: {
				base: [],
				head: portion
			},
			all: {
				base: [],
				head: all.base.length > 0 ? alone : all.head
			}
		}))];
	}
	#portions(suite, ids) {
		if (ids.length === 0) return [];
		return this.#indivisible.has(suite) ? [[...ids]] : this.#pace.portions(suite, ids);
	}
	estimateBlockMs(suite, ids) {
		return this.#pace.estimateBlockMs(suite, ids);
	}
	indivisible() {
		return [...this.#indivisible];
	}
	dropped() {
		return [...this.#o.catalog.dropped.keys()];
	}
};
/** A plan as a process reads it, which knows only what its suite calls the benchmarks. */
function inSuite(plan, local) {
	const renamed = (values) => Object.fromEntries(Object.entries(values).map(([id, value]) => [local(id), value]));
	return {
		...plan,
		only: plan.only?.map(local) ?? null,
		warmups: renamed(plan.warmups),
		batches: renamed(plan.batches),
		individualCalls: renamed(plan.individualCalls)
	};
}
/** What a process reported, by the ids of the whole gate. */
function withIds(outcome, idOf) {
	const renamed = (values) => new Map([...values].map(([local, value]) => [idOf(local), value]));
	const { death } = outcome;
	return {
		...outcome,
		results: renamed(outcome.results),
		errors: renamed(outcome.errors),
		death: death && {
			...death,
			running: death.running === null ? null : idOf(death.running)
		}
	};
}
/** Repeated names that one warning lists. */
const MAX_REPEATED = 5;
function repeatedNames(suite, registered) {
	const counts = /* @__PURE__ */ new Map();
	for (const { name } of registered.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
	const repeated = [...counts].filter(([, count]) => count > 1);
	if (repeated.length === 0) return [];
	const listed = repeated.slice(0, MAX_REPEATED).map(([name, count]) => `${JSON.stringify(name)} (${count})`);
	const more = repeated.length - listed.length;
	return [`${suite} uses a name for several benchmarks, which are told apart by their order: ${listed.join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}
/** Warnings about head's suite, which can be measured all the same. */
function warningsOf(suite, { death, registered, ungated, userMitata }) {
	const warnings = [];
	if ((userMitata?.split(".")[0] ?? "1") !== "1") warnings.push(`${suite} was written for mitata ${userMitata}; Benchgate measures with its own mitata 1`);
	if (ungated !== null) warnings.push(ungatedCall(suite, ungated));
	else if (death === null && registered.size === 0) warnings.push(`${suite} registers no benchmark`);
	warnings.push(...repeatedNames(suite, registered));
	return warnings;
}
function ungatedCall(suite, { call, place }) {
	return `${place ?? suite} calls ${call}, which is not gated: register it with bench(name, f)`;
}

// src/gate/sessions.ts
/** A process without output for this long counts as hung; less where the time limit is short. */
const STALL_MS = 3e4;
/**
* Executions of a command that a verdict needs: one a side to warm up, and two blocks, since a single block
* proves nothing when there are several tests.
*/
const EXECUTIONS_NEEDED = 18;
/** How many different failures of benchmarks are examined on each side. */
const MAX_EXPLAINED = 20;
/**
* The adapters of thirty tools are loaded when the first output has to be read, because most steps need none.
*/
const readResults = async (from, format) => (await import("./action-read-results.js")).readResults(from, format);
/** Checkouts without a build take about this long; shorter steps are not what used up a time limit. */
const SHORT_PREPARATION_MS = 5e3;
/**
* Opens the session that measures suites and commands, and lists their benchmarks. Throws a UserError where
* head has none.
*/
async function discover(config, runtime, parts) {
	const catalog = new Catalog(config.metrics);
	const counts = new FailureCounts();
	const preparedMs = config.measure.timeLimitMs - (parts.deadline - performance.now());
	if (preparedMs > SHORT_PREPARATION_MS) counts.noteTime("preparing base and head", preparedMs);
	const session = openSession(config, runtime, {
		...parts,
		catalog,
		counts
	});
	const { ungated = [], ...found } = await session.discover();
	catalog.pair(pairBenchmarks([...catalog.benchmarks.values()], config.renamed));
	const explained = await explainFailures(found.failures, runtime, parts);
	const failures = explained.map(({ failure }) => failure);
	const survey = {
		...found,
		failures,
		benchmarks: [...catalog.benchmarks.values()],
		indivisible: []
	};
	refuseEmpty(survey, config, {
		ungated,
		remedy: explained.find((one) => one.remedy !== null)?.remedy ?? null
	});
	survey.failures = explained.map(({ failure, remedy }) => remedy === null ? failure : {
		...failure,
		message: `${failure.message}. ${remedy}`
	});
	return {
		session,
		catalog,
		counts,
		survey
	};
}
/** Failures of suites, each with what to do about it where it lacks a file of the project. */
async function explainFailures(failures, { env, signal }, { sides, project, setup }) {
	const explained = [];
	for (const failure of failures) {
		const isCheckout = sides[failure.side].directory !== project;
		const context = {
			project,
			setup: setup[failure.side],
			isCheckout,
			env,
			signal
		};
		const missing = await explainMissing(failure.message, context);
		const message = missing?.reason ?? failure.message;
		explained.push({
			failure: {
				...failure,
				message
			},
			remedy: missing?.remedy ?? null
		});
	}
	return explained;
}
/**
* Says of benchmarks that lacked a file of the project while they ran what to do about it: suites that lack
* one when they are loaded were explained when they were listed.
*/
async function explainFailed({ failures }, { env, signal }, { sides, project, setup }) {
	for (const side of SIDES) {
		const context = {
			project,
			setup: setup[side],
			isCheckout: sides[side].directory !== project,
			env,
			signal
		};
		const byMessage = Map.groupBy(failures[side].values(), ({ message }) => message);
		for (const [message, same] of [...byMessage].slice(0, MAX_EXPLAINED)) {
			const missing = await explainMissing(message, context);
			if (missing === null) continue;
			for (const failure of same) failure.message = `${missing.reason}. ${missing.remedy}`;
		}
	}
}
function openSession({ measure }, runtime, parts) {
	const { timePerBenchmarkMs: windowMs, timeLimitMs } = measure;
	const { commands, suites } = parts;
	const { signal, workerFile } = runtime;
	const environments = environmentsOf(runtime);
	const mark = createMark(runtime.env);
	const ofSuites = new SuiteSession({
		...parts,
		workerFile,
		nodePath: (runtime.node ?? ownNode).path,
		env: environments.measured,
		mark,
		windowMs,
		stallMs: Math.min(STALL_MS, timeLimitMs / 8),
		signal
	});
	const ofCommands = new CommandSession({
		...parts,
		readResults,
		environments,
		mark,
		executionLimitMs: timeLimitMs / EXECUTIONS_NEEDED,
		onProgress: (text) => runtime.onProgress({
			kind: "preparing",
			text
		}),
		signal
	});
	return joinSessions([{
		suites: [...suites.head, ...suites.base],
		session: ofSuites
	}, {
		suites: commands.map(({ suite }) => suite),
		session: ofCommands
	}]);
}
/** The suite files of both sides. Throws a UserError where head has none and no command is measured. */
async function findSuitesOf(sides, patterns) {
	const [base, head] = await Promise.all([patterns.base.length === 0 ? [] : findSuites(sides.base.directory, patterns.base, { foreign: "leave-out" }), patterns.head.length === 0 ? [] : findSuites(sides.head.directory, patterns.head)]);
	return {
		base,
		head
	};
}
function refuseNoSuites(found, patterns) {
	if (found.length > 0) return;
	throw new UserError("no-suites", `no file of head matches suites: ${patterns.join(", ")}`, `${patterns.includes("**/*.bench.{ts,mts,cts,js,mjs,cjs}") ? "Run `npx benchgate init`, which finds the benchmarks of a project. By hand: set" : "Set"} \`suites:\` in the config file to the files that call bench(), or \`command:\` to what starts your own tool. Files that git ignores are not measured.`, { topic: "no-suites" });
}
/**
* Flags under which Node measures suites: those that keep V8 from adding noise of its own, if this Node knows
* them.
*/
async function flagsOfNode({ measure }, runtime) {
	if (measure.nodeThreads) return {
		flags: [],
		warnings: []
	};
	return await knownFlags(runtime.node ?? ownNode, QUIET_FLAGS, environmentsOf(runtime).measured);
}
/** The user's arguments of Node for suites that run in `directory`. */
function loadersFor(runtime, nodeArgs, places) {
	const nodePath = (runtime.node ?? ownNode).path;
	return withLoaders(nodeArgs, {
		...places,
		nodePath,
		env: environmentsOf(runtime).measured
	});
}
const environmentsOf = ({ env, host }) => childEnvironments(env, host.isOwnVariable);
/** Throws a UserError where head has no benchmark: a gate that measures nothing must not be green. */
function refuseEmpty(survey, { suites, commands }, { ungated, remedy }) {
	if (survey.benchmarks.some(({ head }) => head !== null)) return;
	const failures = survey.failures.filter(({ side }) => side === "head");
	if (failures.length > 0) {
		if (survey.benchmarks.length > 0) return;
		throw new UserError("suite", failures.map(({ suite, message }) => `${suite} on head ${message}`).join("\n"), remedy ?? (commands.length > 0 ? "Run the command by itself in a fresh checkout, and fix what it says." : "Run the suite by itself with node, and fix what it says. A loader, such as tsx, goes into measure.node-args: [\"--import\", \"tsx\"]."));
	}
	if (ungated.length > 0) throw new UserError("no-benchmarks", `the suites of head hold no benchmark:\n${ungated.join("\n")}`, "Benchgate measures what a suite registers with bench() from mitata.", { topic: "no-bench-calls" });
	const isOfCommands = commands.length > 0 || suites.length === 0;
	throw new UserError("no-benchmarks", isOfCommands ? "the commands of head reported no benchmark" : `the suites of head hold no benchmark: ${suites.join(", ")} matched files, but none calls bench()`, isOfCommands ? "Check what the commands print: `benchgate ingest` shows what is understood of it." : "Register benchmarks with bench() from mitata, or set `suites:` to the files that do.", { topic: commands.length > 0 ? "no-command-results" : "no-bench-calls" });
}
/** Throws a UserError where calibration took out all benchmarks of head that were to be measured. */
function refuseAllDropped(wanted, { benchmarks }, { whyDropped }) {
	const ids = new Set(wanted.map(({ benchmark }) => benchmark));
	if (whyDropped.length === 0 || benchmarks.some(({ id, head }) => head !== null && ids.has(id))) return;
	throw new UserError("no-benchmarks", `the suites of head hold no benchmark with a fixed name:\n${whyDropped.join("\n")}`, "A benchmark is compared with the one of the same name: leave dates, random ids and addresses out of it.", { topic: "changing-names" });
}

// src/gate/measure.ts
/**
* Measures two versions of a project: checkouts, discovery, calibration, the plan, its blocks, and the blocks
* that confirm. Throws a UserError where nothing can be measured. Leaves no process and no directory behind.
*/
async function measure$1(request, runtime, storedFor) {
	const { config } = request;
	const start = {
		request,
		runtime,
		startedAt: performance.now(),
		environment: readEnvironment(runtime.env, runtime.host, (runtime.node ?? ownNode).version),
		onBase: request.onBase ?? {
			suites: config.suites,
			suitesToReplace: config.suites,
			commands: config.commands,
			setup: config.base.setup,
			nodeArgs: config.measure.nodeArgs
		},
		warnings: []
	};
	const checkouts = await prepare(start);
	let measured;
	try {
		measured = await measureCheckouts(start, checkouts, storedFor);
	} catch (error) {
		const vanished = runtime.signal.aborted || error instanceof UserError && error.code === "checkouts" ? null : checkouts.watch.whyVanished(null);
		await checkouts.remove().catch(() => {});
		throw vanished ?? error;
	}
	return {
		...measured,
		evidence: await removing(checkouts.remove, measured.evidence)
	};
}
async function prepare({ request, runtime, onBase, warnings }) {
	const { config, project, base, head } = request;
	const checkouts = await openCheckouts({
		project,
		base,
		head,
		setup: {
			base: onBase.setup,
			head: config.base.setup
		},
		baseMayFail: request.baseMayFail === true,
		dependencyCache: runtime.dependencyCache ?? null,
		onProgress: (text) => runtime.onProgress({
			kind: "preparing",
			text
		}),
		signal: runtime.signal,
		env: runtime.env,
		host: runtime.host,
		gitSettings: runtime.gitSettings ?? [],
		timeLimitMs: config.measure.timeLimitMs
	});
	runtime.onCheckouts?.(checkouts.removeSync);
	warnings.push(...checkouts.warnings);
	return checkouts;
}
async function measureCheckouts(start, checkouts, storedFor) {
	const { request, runtime, environment, onBase, warnings } = start;
	const { config } = request;
	const { sha } = checkouts.base.revision;
	const askedAt = performance.now();
	const stored = storedFor === void 0 || sha === null ? null : nearTo(await storedFor(sha), environment);
	const askedMs = performance.now() - askedAt;
	const { baseFailure } = checkouts;
	if (baseFailure !== null) warnings.push(...withoutBase(request, stored, environment, baseFailure));
	const bases = baseFailure === null ? onBase : {
		suites: [],
		commands: []
	};
	const suites = await findSuitesOf(checkouts, {
		base: bases.suites,
		head: config.suites
	});
	const files = [...suites.head, ...suites.base];
	const edits = baseFailure === null ? await bringSuites(start, checkouts) : /* @__PURE__ */ new Map();
	const commands = pairCommands(bases.commands, config.commands, files);
	if (commands.length === 0) refuseNoSuites(suites.head, config.suites);
	const { flags, warnings: ofNode } = files.length === 0 ? {
		flags: [],
		warnings: []
	} : await flagsOfNode(config, runtime);
	warnings.push(...ofNode);
	const runsSuites = {
		base: suites.base.length > 0,
		head: suites.head.length > 0
	};
	await checkouts.seal(runsSuites, (runtime.node ?? ownNode).path, bundles(runtime.workerFile));
	return {
		evidence: await measureParts(start, {
			checkouts,
			stored,
			commands,
			suites,
			edits,
			nodeFlags: flags,
			deadline: start.startedAt + config.measure.timeLimitMs + askedMs
		}),
		stored
	};
}
/** Puts head's suites over a copy of base, where they differ and base's config wants that. */
async function bringSuites({ request, runtime, onBase }, checkouts) {
	const { suites, measure } = request.config;
	if (measure.suitesFrom === "own" || suites.length === 0) return /* @__PURE__ */ new Map();
	const globs = {
		head: suites,
		base: onBase.suitesToReplace,
		suiteFiles: measure.suiteFiles
	};
	const edits = await findSuiteEdits(checkouts, globs, checkouts.sources);
	if (edits.files.length > 0) {
		runtime.onProgress({
			kind: "preparing",
			text: "base: copying it for the suites of head"
		});
		const problem = await checkouts.layOver(edits.files).then(() => null, messageOf$1);
		runtime.signal.throwIfAborted();
		if (problem !== null) for (const [suite, why] of edits.suites) edits.suites.set(suite, why ?? `base could not be copied: ${problem}`);
	}
	return edits.suites;
}
/** The directory of the bundles; null where the program runs from source, which may be edited meanwhile. */
function bundles(workerFile) {
	if (workerFile.endsWith(".ts")) return null;
	return dirname(workerFile.startsWith("file:") ? fileURLToPath(workerFile) : workerFile);
}
const messageOf$1 = (error) => error instanceof Error ? error.message : String(error);
async function measureParts(start, parts) {
	const { request, runtime, warnings } = start;
	const { checkouts } = parts;
	const { base, head } = checkouts;
	const callsWanted = /* @__PURE__ */ new Map();
	const { stage, catalog, counts } = await openStage(start, parts, callsWanted);
	const { facts, session } = stage;
	const foreseen = foreseeGated(request, facts.survey);
	for (const { benchmark, metric } of foreseen) callsWanted.set(benchmark, Math.max(callsWanted.get(benchmark) ?? 0, callsNeeded(metric.id)));
	runtime.onProgress({
		kind: "start",
		base: base.revision.label,
		head: head.revision.label,
		benchmarks: callsWanted.size
	});
	await calibrate(stage, foreseen);
	refuseAllDropped(foreseen, facts.survey, catalog);
	catalog.close();
	const gated = chooseGated(request, facts.survey);
	const maxPairs = 4 * blocksToPlan(stage, gated);
	const plan = planOf(gated, maxPairs);
	warnings.push(...tooFewBlocks(plan));
	const stoppedBy = request.until === void 0 ? await measureAndConfirm({
		...stage,
		plan
	}, parts) : await measureUntil({
		...stage,
		plan
	}, request.until);
	await explainFailed(counts, runtime, {
		sides: checkouts,
		project: request.project,
		setup: setupsOf(start)
	});
	facts.survey.warnings.push(...catalog.warnings, ...leftRunning(counts));
	warnings.push(...(await checkouts.watch.hold()).map(sentenceOf$1));
	facts.survey.indivisible = session.indivisible();
	return evidenceOf(facts, {
		command: request.command,
		seed: request.seed,
		filter: request.filter,
		base: base.revision,
		head: head.revision,
		environment: {
			...start.environment,
			nodeFlags: parts.nodeFlags
		},
		maxPairs,
		stoppedBy,
		processes: counts.processes,
		elapsedMs: performance.now() - start.startedAt,
		msInBenchmarks: counts.msInBenchmarks,
		warnings
	});
}
async function measureAndConfirm(state, { checkouts, commands }) {
	const { progress, stoppedBy } = await measurePlan(state);
	if (state.request.command === "record") await narrowChanges(state, progress);
	const builtInPlace = new Set(commands.filter(isBuilt).map(({ suite }) => suite));
	await confirmChanges(state, {
		progress,
		swap: checkouts.swap,
		builtInPlace
	});
	return stoppedBy;
}
/** Lists the benchmarks. From then on processes can be started. */
async function openStage({ request, runtime, onBase }, { checkouts, stored, commands, suites, edits, nodeFlags, deadline }, callsWanted) {
	const { config, project, seed } = request;
	const random = createRandom(seed);
	runtime.onProgress({
		kind: "preparing",
		text: "listing benchmarks"
	});
	const argsOn = (side, { nodeArgs }) => loadersFor(runtime, nodeArgs, {
		directory: checkouts[side].directory,
		project
	});
	const { session, catalog, counts, survey } = await discover(config, runtime, {
		sides: checkouts,
		suites,
		edits,
		commands,
		mayRemove: true,
		scratch: checkouts.scratch,
		watch: checkouts.watch,
		project: request.project,
		setup: setupsOf({
			request,
			onBase
		}),
		nodeArgs: {
			base: [...nodeFlags, ...await argsOn("base", onBase)],
			head: [...nodeFlags, ...await argsOn("head", config.measure)]
		},
		warmupMs: request.warmupMs ?? 40,
		deadline,
		individualCalls: (id) => callsWanted.get(id) ?? 0,
		random: random.uniform
	});
	const failure = checkouts.baseFailure;
	if (failure !== null && stored !== null) survey.benchmarks = withStoredBenchmarks(survey.benchmarks, stored, "suite");
	return {
		stage: {
			request,
			runtime,
			session,
			counts,
			random,
			facts: {
				origin: failure === null ? { kind: "paired" } : {
					kind: "head-alone",
					why: failure.message
				},
				survey,
				failures: counts.failures,
				first: /* @__PURE__ */ new Map(),
				fresh: /* @__PURE__ */ new Map()
			},
			commands: new Set(commands.map(({ suite }) => suite)),
			deadline
		},
		catalog,
		counts
	};
}
/** What prepares each side. */
const setupsOf = ({ request, onBase }) => ({
	base: onBase.setup,
	head: request.config.base.setup
});
/** Warns where not even a single regression could be detected: green would mean nothing. */
function tooFewBlocks({ tested, looks }) {
	const { blocks, weight } = looks.at(-1);
	if (tested === 0 || blocks >= blocksToReject(.05 * weight / tested)) return [];
	return [sentenceOf$1({
		code: "too-few-blocks",
		blocks,
		comparisons: tested
	})];
}
/**
* Warnings about a base that could not be prepared. Throws the failure, unless a stored run replaces base, or
* head is recorded all the same.
*/
function withoutBase({ command }, stored, environment, failure) {
	if (command === "record") {
		const remedy = failure.remedy.replace(", or name another base in base.ref", "");
		return failure.code === "first-commit" ? [] : [sentenceOf$1({
			code: "parent-not-measured",
			reason: failure.message,
			remedy
		})];
	}
	const obstacle = whyNotStored(stored, environment);
	if (obstacle === null) return [sentenceOf$1({
		code: "base-not-measured",
		reason: failure.message
	})];
	const message = `${failure.message}\nNothing can stand in for it: ${obstacle}.`;
	throw new UserError(failure.code, message, failure.remedy, {
		cause: failure,
		topic: "no-base"
	});
}
/** Measurements are not lost because a directory could not be removed: the next run removes it. */
async function removing(remove, evidence) {
	try {
		await remove();
		return evidence;
	} catch (error) {
		const reason = messageOf$1(error);
		const warning = sentenceOf$1({
			code: "checkouts-remain",
			reason
		});
		return {
			...evidence,
			warnings: [...evidence.warnings, warning]
		};
	}
}
const isBuilt = ({ base, head }) => [base, head].some((side) => side !== null && side.setup !== null);

// src/gate/gate.ts
/**
* Measures two versions of a project and judges what changed. `proposed` is head's own config, where the
* request's is base's: it shows what the change does to the budgets. Throws a UserError where there is
* nothing at all to report; every other problem is in the assessment.
*/
async function gate(request, runtime, { storedFor, proposed } = {}) {
	const { evidence, stored } = await measure$1(request, runtime, storedFor);
	return {
		evidence,
		stored,
		assessment: judgeEvidence(evidence, request, {
			clock: runtime.clock,
			stored,
			proposed
		})
	};
}

// src/checkout/files-at-base.ts
/**
* The commit that a gate would use as base, and the text of some of the project's files there, by the path
* that was asked for; an error where something is there that is no file. Throws what resolving base throws.
*/
async function filesAtBase(o, paths) {
	const { repository, base } = await openRevisions(o);
	const { sha } = await base();
	const files = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const found = await fileAt(repository, sha, path);
		if (found !== null) files.set(path, found);
	}
	return {
		sha,
		files
	};
}
/** How git answers where a path of a commit leads to no file, and what that means. */
const NO_FILE = {
	symlink: "is a link that leaves the repository",
	dangling: "is a link to nothing",
	loop: "is a link in a circle"
};
/** A file's text at a commit, through links within the repository; null: nothing is there. */
async function fileAt({ git, prefix }, sha, path) {
	const input = `${sha}:${posix.join(prefix, path)}\n`;
	const { ok, stdout, complaint } = await git.run([
		"cat-file",
		"--batch",
		"--follow-symlinks"
	], { input });
	if (!ok) throw new UserError("git", `git cannot read ${path} at ${sha.slice(0, 7)}: ${complaint}`, "Try `git fsck`.");
	const end = stdout.indexOf("\n");
	const answer = stdout.subarray(0, end).toString();
	const [, type, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(answer) ?? [];
	if (type === "blob") return stdout.subarray(end + 1, end + 1 + Number(size)).toString();
	const why = type === void 0 ? NO_FILE[answer.split(" ")[0]] : "is not a file";
	if (why === void 0) return null;
	return new UserError("config", `${path} at ${sha.slice(0, 7)} ${why}.`, "Put the file itself there.");
}

// src/config/effective-config.ts
/**
* Which config holds for a change whose own config is `proposed`: that of base, or the defaults where base
* has no file or one that cannot be read as a config. `files` are those that base has at the usual places or
* at `explicit`, by path. Every way to a verdict asks here, so that a pull request from a fork hears the same
* as one from the repository.
*/
function effectiveConfig(proposed, files, explicit) {
	const warnings = [];
	let base = null;
	try {
		base = configAmong(files, explicit);
		if (base === null && proposed.file !== null) warnings.push({ code: "base-config-missing" });
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const [problem = ""] = error.message.split("\n");
		warnings.push({
			code: "base-config-invalid",
			problem
		});
	}
	const before = base ?? withoutFile(proposed);
	const settings = editedSettings(proposed, base ?? DEFAULT_CONFIG);
	if (settings.length > 0) warnings.push({
		code: "settings-edited",
		settings
	});
	return {
		config: judgedByBase(proposed, before),
		proposed,
		base,
		onBase: {
			suites: before.suites,
			suitesToReplace: (base ?? DEFAULT_CONFIG).suites,
			commands: before.commands,
			setup: before.base.setup,
			nodeArgs: before.measure.nodeArgs
		},
		warnings
	};
}
/**
* The config that a pull request is judged by. Budgets, the window of measuring and the choice of base are
* those of base, so that a change cannot loosen what it is held against; what says how to run head's own code
* is head's, its commands too. Suites are those of both: one that head's file forgets is measured as long as
* it is there. Of the directions of metrics base's hold, and head's new ones are marked: they fill a gap, so
* that a change cannot turn round what a tool says. Waivers are head's, since accepting is done in the change
* itself, where it is reviewed; those that base does not have are marked. So are renames, for the same
* reason. A `min-improvement` is a promise of the change that writes it: head's new ones count, base's were
* kept already.
*/
function judgedByBase(head, base) {
	const known = new Set(base.accepted.map(waiverKey));
	const renamed = new Set(base.renamed.map(renameKey));
	const promised = new Set(base.budgets.filter(promises).map(promiseKey));
	return {
		...base,
		file: base.file ?? head.file,
		suites: [.../* @__PURE__ */ new Set([...head.suites, ...base.suites])],
		commands: head.commands,
		metrics: {
			...added(head.metrics),
			...base.metrics
		},
		base: {
			ref: base.base.ref,
			setup: head.base.setup
		},
		measure: {
			timePerBenchmarkMs: base.measure.timePerBenchmarkMs,
			timeLimitMs: Math.max(base.measure.timeLimitMs, head.measure.timeLimitMs),
			nodeArgs: head.measure.nodeArgs,
			nodeThreads: base.measure.nodeThreads,
			suitesFrom: base.measure.suitesFrom,
			suiteFiles: base.measure.suiteFiles
		},
		budgets: [...withDefaultBudget(base.budgets.map(withoutPromise)), ...head.budgets.filter((rule) => promises(rule) && !promised.has(promiseKey(rule))).map(promiseAlone)],
		accepted: head.accepted.map((waiver) => known.has(waiverKey(waiver)) ? waiver : {
			...waiver,
			added: true
		}),
		renamed: head.renamed.map((rename) => renamed.has(renameKey(rename)) ? rename : {
			...rename,
			added: true
		})
	};
}
const added = (metrics) => Object.fromEntries(Object.entries(metrics).map(([id, direction]) => [id, {
	...direction,
	added: true
}]));
/**
* Base's config where it has no file: the defaults, which it was held to so far. What says how to run code is
* the change's, and its suites come on top, so that those that base has already are compared.
*/
const withoutFile = ({ suites, commands, base, measure }) => ({
	...DEFAULT_CONFIG,
	suites: [.../* @__PURE__ */ new Set([...DEFAULT_CONFIG.suites, ...suites])],
	commands,
	base: {
		...DEFAULT_CONFIG.base,
		setup: base.setup
	},
	measure: {
		...DEFAULT_CONFIG.measure,
		nodeArgs: measure.nodeArgs
	}
});
/** Which settings beside the budgets and `forks` a change edits, as the file calls them. */
function editedSettings(head, base) {
	return [
		["suites", ({ suites }) => suites],
		["command", ({ commands }) => commands],
		["metrics", ({ metrics }) => Object.entries(metrics).sort(([a], [b]) => a < b ? -1 : 1)],
		["base.ref", (config) => config.base.ref],
		["base.setup", (config) => config.base.setup],
		["measure.time-per-benchmark", ({ measure }) => measure.timePerBenchmarkMs],
		["measure.time-limit", ({ measure }) => measure.timeLimitMs],
		["measure.node-args", ({ measure }) => measure.nodeArgs],
		["measure.node-threads", ({ measure }) => measure.nodeThreads],
		["measure.suites-from", ({ measure }) => measure.suitesFrom],
		["measure.suite-files", ({ measure }) => measure.suiteFiles],
		["report.comment", ({ report }) => report.comment],
		["report.dashboard-url", ({ report }) => report.dashboardUrl],
		["report.issue", ({ report }) => report.issue]
	].filter(([, of]) => JSON.stringify(of(head)) !== JSON.stringify(of(base))).map(([name]) => name);
}
const promises = (rule) => rule.minImprovement !== void 0;
const promiseKey = ({ match, suite, occurrence, metric, minImprovement }) => JSON.stringify([
	match,
	suite,
	occurrence,
	metric,
	minImprovement
]);
function withoutPromise(rule) {
	const { minImprovement: _, ...rest } = rule;
	return rest;
}
function promiseAlone(rule) {
	const { maxRegression: _, max: _max, min: _min, severity: _severity, ...promise } = rule;
	return promise;
}
const waiverKey = ({ match, suite, occurrence, metric, upTo, reason, until }) => JSON.stringify([
	match,
	suite,
	occurrence,
	metric,
	upTo,
	reason,
	until
]);
const renameKey = ({ from, to, fromSuite, toSuite }) => JSON.stringify([
	from,
	to,
	fromSuite,
	toSuite
]);

// src/gate/held-to-base.ts
/**
* The request under the rules that a pull request is held to: base's config file, or the defaults. `proposed`
* is head's own config. Throws what resolving base throws.
*/
async function heldToBase(request, explicit, { env, host, signal, gitSettings = [] }) {
	const { project, head, config: own } = request;
	const { timeLimitMs } = own.measure;
	const options = {
		project,
		base: request.base,
		head,
		env,
		host,
		signal,
		gitSettings,
		timeLimitMs
	};
	const { files, sha: baseSha } = await filesAtBase(options, placesOfConfig(explicit));
	const { config, proposed, onBase, warnings } = effectiveConfig(own, files, explicit);
	const base = request.base.kind === "merge-base" ? config.base.ref : request.base;
	return {
		request: {
			...request,
			base,
			config,
			onBase
		},
		baseSha,
		proposed,
		warnings
	};
}

// src/gate/failures-as-warnings.ts
/** The result as `forks: warn` lets a pull request from a fork end: what fails warns. */
function failuresAsWarnings(a) {
	if (a.outcome !== "fail") return a;
	const rows = a.rows.map((row) => row.severity === "fail" ? {
		...row,
		severity: "warn"
	} : row);
	const { failed, warned } = a.summary;
	return {
		...a,
		outcome: outcomeOf$1(rows),
		forks: "warn",
		summary: {
			...a.summary,
			failed: 0,
			warned: failed + warned
		},
		rows
	};
}

// src/model/stored-run.ts
const RUN_SCHEMA = 1;
/** Processes a side of one run: 32 pairs, three blocks of confirming, and some to spare. */
const MAX_VALUES = 256;
/**
* The most that one run can hold: benchmarks, metrics of one benchmark, characters of names and of units, and
* tools of an imported run.
*/
const RUN_LIMITS = {
	benchmarks: 2e4,
	metrics: 64,
	name: 1e4,
	metricName: 100,
	unit: 40,
	sources: 100
};
/** Characters of a tag; git's own limit is that of file names. */
const MAX_TAG = 1e3;
/** Written for a processor that is not known. */
const UNKNOWN$1 = "unknown";
const sha = string().regex(/^[0-9a-f]{40,64}$/);
const finite = number();
const change = object({
	effect: finite.describe("commit / parent - 1"),
	log: finite.describe("The same as a natural logarithm, ln(commit / parent)"),
	low: finite.describe("95 % interval of log"),
	high: finite,
	pairs: int().positive()
}).describe("Measured interleaved with the parent, in the same job");
const anchorChange = change.omit({ effect: true }).describe("Measured interleaved with the run's anchor, in the same job");
/** Whether a value cannot be stored, because no time and no rate is negative. */
const isBelowZero = (unit, value) => value < 0 && (unitKind(unit) === "time" || unitKind(unit) === "rate");
const storedMetric = object({
	metric: string().max(RUN_LIMITS.metricName),
	unit: string().max(RUN_LIMITS.unit),
	better: _enum(["lower", "higher"]),
	values: array(finite).max(MAX_VALUES).describe("One a process, in the unit; whole numbers in full, others with 5 significant digits"),
	change: change.nullable(),
	anchor: anchorChange.optional(),
	verdict: _enum(VERDICTS).nullable().catch(null).describe("Against the parent; null where it was not measured")
}).refine(({ unit, values }) => !values.some((value) => isBelowZero(unit, value)), {
	path: ["values"],
	message: "a time or a rate is below zero"
});
const storedBenchmark = object({
	id: string().max(RUN_LIMITS.name).describe("Groups and name joined by `/`"),
	suite: string().max(RUN_LIMITS.name),
	occurrence: int().min(1).max(RUN_LIMITS.benchmarks).exactOptional().describe("Its number among the benchmarks of that id in that suite; left out for the first"),
	edited: boolean().optional().describe("True where it or its suite is another one than that of the parent: values before are not comparable"),
	version: string().max(200).optional().describe("What its tool writes of the benchmark's own code, such as a hash; two are not compared"),
	metrics: array(storedMetric).max(RUN_LIMITS.metrics)
});
const unknown = "null: not known, of an imported run";
const runSchema = object({
	schema: literal(1),
	commit: object({
		sha,
		parent: sha.nullable(),
		time: datetime().describe("Of the commit, UTC; of an imported run the time of recording where nobody says"),
		subject: string().max(200)
	}),
	anchor: object({
		sha,
		name: string().max(MAX_TAG)
	}).optional().describe("The release that the commit was measured against as well, by its tag; absent: none"),
	ref: string().max(300).describe("The full ref that was pushed, such as refs/heads/main"),
	run: object({
		id: string().regex(/^[0-9A-Za-z]{1,32}$/).describe("The workflow run's id"),
		attempt: int().positive(),
		recordedAt: datetime(),
		key: string().regex(/^[A-Za-z0-9._-]{1,50}$/).default("default").describe("Of several gates of one repository; their runs are not compared"),
		leg: string().regex(/^[\w.-]{1,80}$/).optional().describe("The job of the workflow and its part of the matrix; absent: not known")
	}),
	imported: object({
		from: string().max(RUN_LIMITS.name).describe("Whose history it was part of"),
		by: array(string().max(RUN_LIMITS.name)).max(RUN_LIMITS.sources).describe("What measured, as that history says: tools such as cargo, or the name of a testbed")
	}).optional().describe("Present in a run that another tool recorded: one number a metric, measured nobody knows how"),
	environment: environmentSchema.omit({ loadAverage: true }).extend({
		cpu: string().describe(`${UNKNOWN$1} of an imported run`),
		cores: int().nullable().describe(unknown),
		os: string().nullable().describe(unknown),
		node: string().nullable().describe(unknown),
		mitata: string().nullable().describe(unknown),
		ci: boolean().nullable().describe(unknown)
	}).strip(),
	config: string().regex(/^[0-9a-f]{16}$/).describe("Digest of how it was measured; runs of two digests are not compared"),
	seed: string().max(200),
	benchmarks: array(storedBenchmark).max(RUN_LIMITS.benchmarks)
});

// src/store/paths.ts
/** The file at the root that says how the rest is to be read. */
const FORMAT_FILE = {
	name: "benchgate.json",
	text: "{\"schema\": 1}\n",
	schema: 1
};
const RUNS_FOLDER = "runs";
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const RUN_NAME = /^\d{2}T\d{6}Z-[0-9a-f]{12}-[0-9A-Za-z]{1,32}-\d{1,9}(?:-([A-Za-z0-9._-]{1,50}))?\.json$/;
/**
* Path of a run on the branch: its month, then when it was recorded (UTC), its commit, the attempt of the
* job, and the key where a repository has several gates: their jobs may record one commit in one second.
*/
function runPath({ commit, run }) {
	const [date = "", time = ""] = new Date(run.recordedAt).toISOString().split(/[T.]/);
	const key = run.key === "default" ? "" : `-${run.key}`;
	const name = `${date.slice(8)}T${time.replaceAll(":", "")}Z-${commit.sha.slice(0, 12)}-${run.id}-${run.attempt}${key}.json`;
	return `${RUNS_FOLDER}/${date.slice(0, 7)}/${name}`;
}
const isMonth = (name) => MONTH.test(name);
const isRunName = (name) => RUN_NAME.test(name);
/** True for a path that `runPath` could have made. */
function isRunPath(path) {
	const parts = path.split("/");
	return parts.length === 3 && parts[0] === "runs" && isMonth(parts[1]) && isRunName(parts[2]);
}
/** The month and the name in the path of a run, in the characters of a tree (bytes as latin1). */
function placeOf(path) {
	const [, month = "", name = ""] = Buffer.from(path).toString("latin1").split("/");
	return {
		month,
		name
	};
}
/** The key of the gate that recorded the run in a file of this name. */
const keyOfName = (name) => RUN_NAME.exec(name)?.[1] ?? "default";

// src/store/run-file.ts
/** Bytes of one file that are read. */
const MAX_RUN_BYTES = 33554432;
/** The format itself nests seven deep. */
const MAX_DEPTH$1 = 32;
/**
* A run as the text of its file: one line a metric, so that a person can compare two of them, whole numbers
* in full, others with five significant digits, which is more than any noise leaves. At most 1.5 kB a
* benchmark of three metrics and 32 processes.
*/
function renderRun(run) {
	const { benchmarks, ...about } = run;
	const head = Object.entries(about).map(([key, value]) => `  ${quoted(key)}: ${inOneLine(value, quoted)},`);
	const listed = benchmarks.map(({ metrics, ...key }) => {
		const lines = metrics.map((metric) => `      ${metricLine(metric)}`);
		const opening = `    ${inOneLine(key, shortest).slice(0, -1)}, "metrics": [`;
		return lines.length === 0 ? `${opening}]}` : `${opening}\n${lines.join(",\n")}\n    ]}`;
	});
	return `{\n${head.join("\n")}\n  "benchmarks": [${listed.length === 0 ? "" : `\n${listed.join(",\n")}\n  `}]\n}\n`;
}
function metricLine({ values, ...rest }) {
	return `${inOneLine(rest, shortest).slice(0, -1)}, "values": [${values.map(shortest).join(",")}]}`;
}
function inOneLine(value, number) {
	if (typeof value === "number") return number(value);
	if (typeof value !== "object" || value === null) return quoted(value);
	if (Array.isArray(value)) return `[${value.map((member) => inOneLine(member, number)).join(", ")}]`;
	return `{${Object.entries(value).map(([key, member]) => `${quoted(key)}: ${inOneLine(member, number)}`).join(", ")}}`;
}
const quoted = (value) => visibleJson(JSON.stringify(value));
function shortest(value) {
	if (!Number.isFinite(value)) return "null";
	const rounded = Number.isSafeInteger(value) ? value : Number(value.toPrecision(5));
	const plain = JSON.stringify(rounded);
	const exponential = rounded.toExponential().replace("+", "");
	return exponential.length + 2 < plain.length ? exponential : plain;
}
/** The run in a file's bytes, wherever it lies. Never throws. */
function runIn(bytes) {
	const none = (why, isNewer = false) => ({
		why,
		isNewer
	});
	if (bytes.length > 33554432) return none(tooLarge(bytes.length));
	let content;
	try {
		const text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
		if (nestsDeeper(text, MAX_DEPTH$1)) return none(`it nests deeper than ${MAX_DEPTH$1} levels`);
		content = JSON.parse(text);
	} catch {
		return none("it is not JSON");
	}
	const schema = schemaIn(content);
	if (schema !== null && schema > 1) return none(`it was written by a newer Benchgate (schema ${schema}; this one reads ${1})`, true);
	const parsed = runSchema.safeParse(content);
	if (parsed.success) return { run: parsed.data };
	const { path: place, message } = parsed.error.issues[0];
	return none(`it is no run (${place.length === 0 ? "at its top" : place.join(".")}: ${message})`);
}
const tooLarge = (size) => `it has ${size} bytes, more than ${MAX_RUN_BYTES}`;
/** The run in a file of the branch, or a sentence that names it and says why there is none. Never throws. */
function parseRun(bytes, path) {
	const found = runIn(bytes);
	if ("run" in found && runPath(found.run) === path) return found;
	const none = "run" in found ? {
		why: "what is in it belongs to another path",
		isNewer: false
	} : found;
	return {
		problem: `${path} was left out: ${none.why}`,
		...none
	};
}
const versioned = object({ schema: number() });
/** The version of its format that a JSON value names; null where it names none. */
const schemaIn = (content) => versioned.safeParse(content).data?.schema ?? null;

// src/action/evidence-file.ts
/**
* Removes a file of that name before anything is measured: one that the checkout brings along must not be
* uploaded as ours.
*/
async function clearEvidence(workspace, { file }) {
	await rm(join(workspace, file), {
		recursive: true,
		force: true
	});
}
/** Writes the evidence for upload, at the root of the workspace. */
async function writeEvidence(workspace, { file }, evidence) {
	await writeOwnFile(join(workspace, file), `${visibleJson(JSON.stringify(evidence))}\n`, "check the repository out on another disk");
}
/** Characters of a message of the schema. */
const SHOWN = 200;
/** The format itself nests nine deep. */
const MAX_DEPTH = 32;
/** The evidence in a text from outside. Throws a UserError for any other text. */
function parseEvidence(text, { file }) {
	const remedy = "Upload the file as benchgate wrote it, with the same version of benchgate in both workflows.";
	const refuse = (what, cause) => {
		throw new UserError("usage", `${file} of the measuring job ${what}`, remedy, { cause });
	};
	if (nestsDeeper(text, MAX_DEPTH)) return refuse(`nests deeper than ${MAX_DEPTH} levels`, null);
	let value;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		return refuse("is not JSON; it may have been cut off", cause);
	}
	const schema = schemaIn(value);
	if (schema !== null && schema !== 3) return refuse(`was written by ${schema > 3 ? "a newer" : "an older"} Benchgate (schema ${schema}; this one reads ${3})`, null);
	const result = evidenceSchema.safeParse(value);
	if (result.data?.command === "record") return refuse("is of a recorded commit, and none hands one over", null);
	if (result.success) return result.data;
	const issue = innermost(result.error.issues[0]);
	const what = issue.code === "unrecognized_keys" ? "there is an unknown key" : issue.message;
	return refuse(`does not have the right form at ${placeIn(issue.path)}: ${what.slice(0, SHOWN)}`, result.error);
}
/** What is wrong with the alternative that was meant: the one that is wrong at the deepest place. */
function innermost(issue) {
	if (issue.code !== "invalid_union") return issue;
	const [deepest] = issue.errors.flatMap(([first]) => first ?? []).map(innermost).toSorted((a, b) => b.path.length - a.path.length);
	return deepest === void 0 ? issue : {
		...deepest,
		path: [...issue.path, ...deepest.path]
	};
}
/** A path up to the first key that no field has: whoever wrote the file chose it, and it is not repeated. */
function placeIn(path) {
	const known = fieldNames();
	const end = path.findIndex((part) => typeof part !== "number" && !known.has(String(part)));
	const place = (end === -1 ? path : path.slice(0, end)).map(String).join(".") || "its top";
	return end === -1 ? place : `${place}, below an unknown key`;
}
/** What the format calls its fields, wherever they are. */
function fieldNames() {
	const names = /* @__PURE__ */ new Set();
	const schema = toJSONSchema(evidenceSchema, { io: "input" });
	JSON.stringify(schema, (key, value) => {
		if (key === "properties") for (const name of Object.keys(value)) names.add(name);
		return value;
	});
	return names;
}

// src/config/digest.ts
/**
* What a stored number of a suite means: another way to warm up or another statistic needs another number.
*/
const STATISTICS = 2;
/** Of results that the workflow measured itself: what they mean is nothing that a setting could change. */
const resultsDigest = () => digest({
	statistics: 1,
	results: true
});
const digest = (meaning) => createHash("sha256").update(JSON.stringify(meaning)).digest("hex").slice(0, 16);
/**
* Digest of all settings that change what a stored number means, 16 hexadecimal digits: runs of two digests
* are not compared.
*/
function configDigest({ measure, commands }) {
	const { timePerBenchmarkMs, nodeArgs, nodeThreads } = measure;
	const tools = commands.map((tool) => [
		tool.run,
		tool.format,
		tool.output,
		tool.workingDirectory
	]);
	return digest({
		statistics: STATISTICS,
		warmupMs: 40,
		timePerBenchmarkMs,
		nodeArgs,
		nodeFlags: nodeThreads ? [] : QUIET_FLAGS,
		...tools.length > 0 && { tools }
	});
}

// src/github/cache-keys.ts
/** The place of one branch of one remote. The URL holds no token. */
function mirrorPlace(remoteUrl, branch) {
	const digest = hash("sha256", JSON.stringify([remoteUrl, branch])).slice(0, 16);
	return {
		name: `store-${digest}`,
		prefix: `benchgate-store-v1-${digest}-`
	};
}
/** The key of a mirror whose tip is this commit. A restore that found it leaves nothing to save. */
function mirrorKey(place, tip) {
	return `${place.prefix}${tip}`;
}

// src/github/commit-api.ts
const committedSchema = object({ createCommitOnBranch: object({ commit: object({ oid: string() }) }) });
const historySchema = object({ repository: object({ ref: object({ target: object({ history: object({ nodes: array(object({ oid: string() })) }) }) }).nullable() }).nullable() });
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const LAST_CHANGE = `query ($owner: String!, $repo: String!, $branch: String!, $path: String!) {
  repository(owner: $owner, name: $repo) {
    ref(qualifiedName: $branch) {
      target { ... on Commit { history(first: 1, path: $path) { nodes { oid } } } }
    }
  }
}`;
/**
* Adds a file to a branch through GitHub, which signs the commit: for repositories that take no unsigned
* ones. Throws an ApiError when GitHub refuses.
*/
function commitByApi(client) {
	return async (change) => {
		const { owner, repo } = client.repository;
		const [headline = "", ...body] = change.message.split("\n");
		const input = {
			branch: {
				repositoryNameWithOwner: `${owner}/${repo}`,
				branchName: change.branch
			},
			expectedHeadOid: change.expectedHeadSha,
			message: {
				headline,
				body: body.join("\n").trim()
			},
			fileChanges: { additions: [{
				path: change.path,
				contents: Buffer.from(change.content).toString("base64")
			}] }
		};
		try {
			const data = await client.graphql(COMMIT, { input }, { repeatable: true });
			return parsedAnswer(committedSchema, data, "createCommitOnBranch").createCommitOnBranch.commit.oid;
		} catch (error) {
			if (!(error instanceof ApiError && (error.kind === "conflict" || error.mayHaveHappened))) throw error;
			return await outcomeOf(client, change, error);
		}
	};
}
/** What became of an addition whose answer was lost or that came too late: its commit, or null. */
async function outcomeOf(client, { branch, path }, failure) {
	const data = await client.graphql(LAST_CHANGE, {
		...client.repository,
		branch: `refs/heads/${branch}`,
		path
	});
	const { repository } = parsedAnswer(historySchema, data, "the history of a file");
	const commit = repository?.ref?.target.history.nodes[0];
	if (commit !== void 0) return commit.oid;
	if (failure.kind === "conflict") return null;
	throw failure;
}

// src/store/tree.ts
const FOLDER = "40000";
const FILE = "100644";
/** The entries of a raw tree object (gitformat-tree): `<mode> <name>\0<20 bytes of id>` each. */
function parseTree(raw) {
	const entries = [];
	let at = 0;
	while (at < raw.length) {
		const space = raw.indexOf(32, at);
		const end = raw.indexOf(0, space);
		if (space < 0 || end < 0 || end + 21 > raw.length) throw new RangeError("a tree breaks off");
		entries.push({
			mode: raw.toString("latin1", at, space),
			name: raw.toString("latin1", space + 1, end),
			sha: raw.toString("hex", end + 1, end + 21)
		});
		at = end + 21;
	}
	return entries;
}
/** The entries as `git mktree -z` reads them, which puts them in git's order. */
function treeLines(entries) {
	const type = (mode) => mode === "40000" ? "tree" : mode === "160000" ? "commit" : "blob";
	const lines = entries.map(({ mode, name, sha }) => `${mode} ${type(mode)} ${sha}\t${name}\0`);
	return Buffer.from(lines.join(""), "latin1");
}
/** The entries with more of them, or with others in the place of those of the same names. */
function withEntries(entries, added) {
	const replaced = new Set(added.map(({ name }) => name));
	return [...entries.filter(({ name }) => !replaced.has(name)), ...added];
}

// src/store/edit-runs.ts
/**
* The entries of a root folder with those of some months edited: `edit` is given what a month holds and the
* places in it, and returns what it is to hold. A folder that holds nothing goes too. The very same entries
* where nothing was edited. Throws a UserError.
*/
async function editMonths({ mirror, branch, root }, places, edit) {
	const before = await folder(mirror, root, RUNS_FOLDER, branch);
	const byMonth = Map.groupBy(places, ({ month }) => month);
	if (byMonth.size > 1) await mirror.ensure(before.filter(({ name, mode }) => byMonth.has(name) && mode === "40000").map(({ sha }) => sha));
	let runs = before;
	for (const [month, some] of byMonth) {
		const present = await folder(mirror, runs, month, branch);
		const wanted = await edit(present, some);
		if (wanted !== present) runs = await withFolder(mirror, runs, month, wanted);
	}
	return runs === before ? root : await withFolder(mirror, root, RUNS_FOLDER, runs);
}
/** The entries with a folder of that name that holds just this; without it where it holds nothing. */
async function withFolder(mirror, entries, name, content) {
	if (content.length === 0) return entries.filter((entry) => entry.name !== name);
	return withEntries(entries, [{
		mode: FOLDER,
		name,
		sha: await mirror.writeTree(content)
	}]);
}
/** The entries of a folder in a folder; none when it is not there yet. */
async function folder(mirror, entries, name, branch) {
	const found = entries.find((entry) => entry.name === name);
	if (found === void 0) return [];
	if (found.mode === "40000") return await mirror.tree(found.sha);
	throw new UserError("store", `On the branch ${branch}, ${name} is not a folder`, "That branch is not one of Benchgate: name another one (input baseline-branch), or move what is there.");
}

// src/store/mirror-files.ts
/** Names whose mirror it is, so that one of another remote is not taken for it. */
const IDENTITY_FILE = "benchgate-mirror";
/** git needs no more to see a bare repository; without a template there are no hooks. */
const FIXED_FILES = {
	HEAD: "ref: refs/heads/none\n",
	config: "[core]\n	repositoryformatversion = 0\n	bare = true\n	logAllRefUpdates = false\n"
};
const REFS = {
	tip: "refs/benchgate/tip",
	known: "refs/benchgate/known"
};
const PACK = /^pack-[0-9a-f]{40,64}\.(?:pack|idx|promisor|rev)$/;
const LOOSE_FOLDER = /^[0-9a-f]{2}$/;
const LOOSE = /^[0-9a-f]{38,62}$/;
const SHA_LINE = /^[0-9a-f]{40,64}\n$/;
/** Each fetch leaves a pack and each run some objects: beyond this a mirror is slower than a new one. */
const MAX_FILES$1 = 2e3;
const MAX_BYTES = 536870912;
const MAX_SHALLOW_BYTES = 1048576;
/**
* Makes the directory a bare repository without settings, hooks and remotes, with the objects that it held
* when it was the mirror of the same remote and branch and `anew` is not asked for. Throws a UserError when
* it cannot be made.
*/
async function prepareMirror({ directory, host }, identity, wanted) {
	try {
		const kept = wanted.anew ? null : await keepObjects(directory, identity).catch(() => null);
		if (kept === null) await newMirror(directory);
		const whole = kept === null ? wanted.whole : kept === "whole";
		await writeFixedFiles(directory, identityText(identity, whole ? "whole" : "partial"));
		return {
			reused: kept !== null,
			whole
		};
	} catch (cause) {
		const what = `The mirror of the baseline branch could not be made in ${directory}`;
		const variables = host.temporaryVariables;
		const explained = explainDisk(cause, {
			what,
			directory,
			otherwise: pointElsewhere(variables)
		});
		if (explained instanceof UserError) throw explained;
		throw new UserError("store", `${what}: ${cause.message}`, `Remove it, or point ${variables} to another directory.`, { cause });
	}
}
const identityText = (identity, kind) => `${identity} ${kind}\n`;
/** Makes the directory one that holds nothing. */
async function newMirror(directory) {
	await rm(directory, {
		recursive: true,
		force: true,
		maxRetries: 3
	});
	await mkdir(join(directory, "objects", "pack"), { recursive: true });
	await mkdir(join(directory, "refs", "benchgate"), { recursive: true });
}
async function writeFixedFiles(directory, identity) {
	for (const [name, text] of Object.entries({
		...FIXED_FILES,
		[IDENTITY_FILE]: identity
	})) await writeFile(join(directory, name), text);
}
/** Removes all but objects, ids and the identity. Throws where something is not what it should be. */
async function keepObjects(directory, identity) {
	await expectFolder(directory);
	const found = await readSmall(join(directory, IDENTITY_FILE), 1e3);
	const kind = ["whole", "partial"].find((kind) => found === identityText(identity, kind));
	if (kind === void 0) throw new Error("another mirror");
	const shallow = await readSmall(join(directory, "shallow"), MAX_SHALLOW_BYTES);
	if (shallow !== null && !/^(?:[0-9a-f]{40,64}\n)*$/.test(shallow)) throw new Error("shallow");
	const ids = /* @__PURE__ */ new Map();
	for (const ref of Object.values(REFS)) {
		const id = await readSmall(join(directory, ref), 100);
		if (id === null) continue;
		if (!SHA_LINE.test(id)) throw new Error(ref);
		ids.set(ref, id);
	}
	for (const name of await readdir(directory)) {
		if (name === "objects" || name === "shallow" || name === IDENTITY_FILE) continue;
		await rm(join(directory, name), {
			recursive: true,
			force: true
		});
	}
	await checkObjects(join(directory, "objects"));
	await mkdir(join(directory, "refs", "benchgate"), { recursive: true });
	for (const [ref, id] of ids) await writeFile(join(directory, ref), id);
	return kind;
}
async function checkObjects(objects) {
	const total = {
		files: 0,
		bytes: 0
	};
	await expectFolder(objects);
	for (const name of await readdir(objects)) {
		const folder = join(objects, name);
		const wanted = name === "pack" ? PACK : LOOSE_FOLDER.test(name) ? LOOSE : null;
		if (wanted === null) {
			await rm(folder, {
				recursive: true,
				force: true
			});
			continue;
		}
		await expectFolder(folder);
		for (const file of await readdir(folder)) {
			const path = join(folder, file);
			if (!wanted.test(file)) {
				await rm(path, {
					recursive: true,
					force: true
				});
				continue;
			}
			const { size } = await expectFile(path);
			total.files++;
			total.bytes += size;
			if (total.files > MAX_FILES$1 || total.bytes > MAX_BYTES) throw new Error("grown too large");
		}
	}
}
async function expectFolder(path) {
	if (!(await lstat(path)).isDirectory()) throw new Error(path);
}
async function expectFile(path) {
	const found = await lstat(path);
	if (!found.isFile()) throw new Error(path);
	return found;
}
/** A file's text, null when there is none. */
async function readSmall(path, limitBytes) {
	const found = await lstat(path).catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (found === null) return null;
	if (!found.isFile() || found.size > limitBytes) throw new Error(path);
	return await readFile(path, "latin1");
}

// src/store/portions.ts
/** The items in their order, as many together as have `limit` in all; one that is larger comes by itself. */
function* portions(items, sizeOf, limit) {
	let portion = [];
	let total = 0;
	for (const item of items) {
		const size = sizeOf(item);
		if (portion.length > 0 && total + size > limit) {
			yield portion;
			portion = [];
			total = 0;
		}
		portion.push(item);
		total += size;
	}
	if (portion.length > 0) yield portion;
}

// src/store/refused.ts
const REFUSALS = [
	{
		kind: "no-branch",
		pattern: /couldn't find remote ref/i,
		what: "it is not there",
		remedy: "The first recorded push to the default branch creates it."
	},
	{
		kind: "signature",
		pattern: /must have (?:verified|valid) signatures/i,
		what: "a rule of the repository wants signed commits",
		remedy: (_, branch) => `Exempt the branch ${branch} from "Require signed commits" (Settings, Rules), or create the branch once by hand: GitHub signs what is added to it through its API.`
	},
	{
		kind: "archived",
		pattern: /archived so it is read-only|repository (?:is|was|has been) archived/i,
		what: "the repository is archived",
		remedy: "Unarchive it in its settings, or stop recording."
	},
	{
		kind: "rule",
		pattern: /\bGH0(?:06|13)\b|protected branch|rule violations|hook declined/i,
		what: "a rule of the repository forbids the push",
		remedy: (_, branch) => `Exempt the branch ${branch} in the branch protection or ruleset, or let the pushing app bypass it (Settings, Rules).`
	},
	{
		kind: "remote-disk",
		pattern: /^remote: .*(?:no space left on device|dis[ck] quota exceeded)/im,
		what: "the remote has no space left",
		remedy: "Free some space on the remote."
	},
	{
		kind: "disk",
		pattern: /no space left on device|dis[ck] quota exceeded/i,
		what: "there is no space left for its mirror",
		remedy: "Free some space, or point RUNNER_TEMP or TMPDIR to another disk."
	},
	{
		kind: "remote-unwritable",
		pattern: /unable to create temporary object directory|^remote: .*(?:insufficient permission|read-only file system|: permission denied)/im,
		what: "nothing can be written to the repository of the remote",
		remedy: "Let the account that receives the push write there, on a disk that is neither full nor read-only."
	},
	{
		kind: "unwritable",
		pattern: /insufficient permission for adding an object|: (?:permission denied|read-only file system)$/im,
		what: "its mirror cannot be written here",
		remedy: "Point RUNNER_TEMP or TMPDIR to a directory that belongs to this user."
	},
	{
		kind: "distrusted",
		pattern: /detected dubious ownership in repository/,
		what: "git does not trust a repository of another user",
		remedy: (_doing, _branch, said) => explainFailure(said, process.cwd())?.remedy ?? "Look at what git says."
	},
	{
		kind: "moved",
		pattern: /fetch first|non-fast-forward|stale info|cannot lock ref|unable to lock|incorrect old value|failed to update ref|reference already exists/i,
		what: "other writers were faster each time",
		remedy: "Run the job again when fewer jobs write."
	},
	{
		kind: "unauthenticated",
		pattern: /error: 401|could not read (?:username|password)|authentication failed|terminal prompts disabled|permission denied \(publickey|bad credentials|invalid username or/i,
		what: "the remote wants to know who asks",
		remedy: "Set github-token, or store credentials for the remote in git."
	},
	{
		kind: "denied",
		pattern: /error: 403|write access to repository not granted|permission to \S+ denied|deploy key|not allowed to push/i,
		what: (doing) => `the token may not ${doing === "read" ? "read the repository" : "write"}`,
		remedy: (doing) => {
			const right = doing === "read" ? "read" : "write";
			return `Give the job \`permissions: contents: ${right}\`, or a token that may ${right}.`;
		}
	},
	{
		kind: "missing",
		pattern: /repository .*not found|does not appear to be a git repository|error: 404/i,
		what: "there is no such repository, or the token may not see it",
		remedy: "Check the address of the remote and the rights of the token."
	},
	{
		kind: "no-objects",
		pattern: /unadvertised object|not our ref|remote error: upload-pack/i,
		what: "the remote gives no objects by their id",
		remedy: "Set uploadpack.allowAnySHA1InWant on the remote, or git protocol version 2."
	},
	{
		kind: "unreachable",
		pattern: /could not resolve|couldn't resolve|failed to connect|couldn't connect|connection (?:refused|reset|timed out)|timed out|error: (?:5\d\d|429)|HTTP (?:5\d\d|429)|early EOF|hung up|RPC failed|unexpected disconnect|\b(?:SSL|TLS|gnutls)\b/i,
		what: "the remote did not answer as it should",
		remedy: "Look at the network and at the status of the host, and run the job again."
	}
];
const UNKNOWN = {
	kind: "unknown",
	what: "git failed",
	remedy: "Look at what git says; if it is no fault of the remote, please report it."
};
const refusalIn = (said) => REFUSALS.find(({ pattern }) => pattern.test(said)) ?? UNKNOWN;
/** What git's output says about a fetch or a push that did not succeed. */
const kindOf = (said) => refusalIn(said).kind;
/** A fetch or push that the remote, or the way to it, did not let happen. */
var Refused = class extends Error {
	name = "Refused";
	kind;
	said;
	constructor(said) {
		super("the remote refused");
		this.kind = kindOf(said);
		this.said = said;
	}
};
/** The refusal as something that a person can act on. */
function refusalError(refused, { branch, doing, attempts = 1 }) {
	const { what, remedy } = refusalIn(refused.said);
	const times = attempts === 1 ? "" : ` in ${attempts} attempts`;
	const why = typeof what === "string" ? what : what(doing);
	return new UserError("store", `The baseline branch ${branch} could not be ${doing}${times}: ${why} (${tellingLines(refused.said)})`, typeof remedy === "string" ? remedy : remedy(doing, branch, refused.said), {
		cause: refused,
		topic: "store-refused"
	});
}
const MAX_LINES = 4;
const MAX_TEXT = 500;
/** The lines in which the remote, else git, says what is wrong, without what nobody needs. */
function tellingLines(said) {
	const lines = withoutCredentials(said).split("\n").map((line) => line.trim());
	const remote = lines.flatMap((line) => /^remote: (?:error: |fatal: |- )?(.*\S)/.exec(line)?.[1] ?? []);
	const own = lines.flatMap((line) => /^(?:fatal|error): (.*)/.exec(line)?.[1] ?? []);
	const chosen = [...remote, ...own].slice(0, MAX_LINES);
	return (chosen.length === 0 ? lines.at(-1) ?? "" : chosen.join("; ")).slice(0, MAX_TEXT) || "it did not say why";
}

// src/store/mirror.ts
/** One command; a slow remote sends the newest 200 runs of a large project within this. */
const COMMAND_LIMIT_MS = 6e5;
/** Bytes that git hands over in one go. */
const READ_AT_ONCE_BYTES = 8388608;
const REMOTE = "benchgate-store";
const FETCH = [
	"fetch",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-progress",
	"--no-prune",
	"--no-auto-gc"
];
/** Commits of a machine; the address cannot belong to anyone. */
const IDENTITY = {
	GIT_AUTHOR_NAME: "Benchgate",
	GIT_AUTHOR_EMAIL: "benchgate@noreply.invalid",
	GIT_COMMITTER_NAME: "Benchgate",
	GIT_COMMITTER_EMAIL: "benchgate@noreply.invalid"
};
/** The mirror is of no use: it is damaged, or the remote has to be mirrored in another way. */
var StartAnew = class extends Error {
	/** Without filters: this remote does not hand out single objects. */
	whole;
	constructor(message, { whole }) {
		super(message);
		this.whole = whole;
	}
};
/**
* A bare repository that holds what was needed of one branch: the newest commit, its folders, some files.
* What it lacks is asked for by name, all in one request; nothing is fetched behind its back. Credentials are
* in the environment of git, nowhere else.
*/
var Mirror = class Mirror {
	#o;
	#local;
	#whole;
	/** False for one that was just made: whatever is wrong with that, another would have too. */
	#reused;
	/** Whether the remote leaves out what it is asked to leave out; null: it was not asked yet. */
	#filters = null;
	constructor(o, { reused, whole }) {
		this.#o = o;
		this.#reused = reused;
		this.#whole = whole;
		this.#local = this.#git([["safe.bareRepository", "all"]]);
	}
	/** Opens or makes the directory's mirror: `anew` takes over nothing, `whole` asks for no parts. */
	static async open(o, { anew = false, whole = false } = {}) {
		const identity = hash("sha256", JSON.stringify([withoutCredentials(o.remote), o.branch]));
		return new Mirror(o, await prepareMirror(o, identity, {
			anew,
			whole
		}));
	}
	#git(settings) {
		return new Git(this.#o.directory, withGitSettings(this.#o.env, settings), {
			signal: this.#o.signal,
			remainingMs: () => COMMAND_LIMIT_MS,
			host: this.#o.host,
			timeRemedy: "Look at the network and at the remote, and run the job again."
		});
	}
	#remote(more = []) {
		return this.#git([
			["safe.bareRepository", "all"],
			["protocol.version", "2"],
			["pack.useSparse", "true"],
			["push.followTags", "false"],
			["push.gpgSign", "false"],
			["push.recurseSubmodules", "no"],
			...this.#o.settings,
			[`remote.${REMOTE}.url`, this.#o.remote],
			...this.#whole ? [] : [[`remote.${REMOTE}.promisor`, "true"], [`remote.${REMOTE}.partialclonefilter`, "blob:none"]],
			...more
		]);
	}
	#filter(filter) {
		return this.#whole ? [] : [`--filter=${filter}`];
	}
	/** The commit that an own ref names, null when it does not exist. */
	async ref(name) {
		return await this.#local.maybe("rev-parse", "--verify", "--quiet", REFS[name]);
	}
	async setRef(name, commit) {
		await this.#must([
			"update-ref",
			REFS[name],
			commit
		]);
	}
	/** Fetches the newest commit without its history; null when there is no branch. Throws Refused. */
	async fetchTip(filter) {
		return await this.#fetchBranch("--depth=1", ...this.#filter(filter));
	}
	/** The branch that the remote's HEAD names; null where it names none, or one without commits. */
	async defaultBranch() {
		const answer = await this.#remote().ask("ls-remote", "--symref", REMOTE, "HEAD");
		if (!answer.ok) throw this.#failure(answer.said);
		return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout.toString())?.[1] ?? null;
	}
	/**
	* The remote's tags with a number and a dot in their names, as `git ls-remote` lists them. Throws Refused.
	*/
	async releaseTags() {
		const answer = await this.#remote().ask("ls-remote", "--tags", REMOTE, "refs/tags/*[0-9].[0-9]*");
		if (!answer.ok) throw this.#failure(answer.said);
		return answer.stdout.toString();
	}
	/** Fetches all commits with all their folders; null when there is no branch. Throws Refused. */
	async fetchHistory() {
		return await this.#fetchBranch("--depth=2147483647", ...this.#filter("blob:none"));
	}
	async #fetchBranch(...options) {
		const refspec = `+refs/heads/${this.#o.branch}:${REFS.tip}`;
		const answer = await this.#remote().ask(...FETCH, ...options, REMOTE, refspec);
		if (!answer.ok && kindOf(answer.said) === "no-branch") return null;
		if (!answer.ok) throw this.#failure(answer.said);
		this.#filters = !this.#whole && !answer.said.includes("filtering not recognized");
		return await this.ref("tip");
	}
	/**
	* Fetches a commit and `depth` generations of its history, nothing but commits; false where the remote
	* leaves nothing out and would send all their files too. Throws Refused.
	*/
	async fetchCommits(sha, depth) {
		if (this.#filters === null) await this.fetchTip("tree:0");
		if (this.#filters !== true) return false;
		const answer = await this.#remote().ask(...FETCH, `--depth=${depth}`, ...this.#filter("tree:0"), REMOTE, sha);
		if (!answer.ok) throw this.#failure(answer.said);
		return true;
	}
	#anew(why) {
		return new StartAnew(why, { whole: this.#whole });
	}
	/** A sound mirror has no failures that nobody knows; one from elsewhere may be the reason itself. */
	#failure(said) {
		const refused = new Refused(said);
		return this.#reused && refused.kind === "unknown" ? this.#anew(said) : refused;
	}
	/** Type and size of those objects that are here, in the order they were asked for. */
	async #present(shas) {
		if (shas.length === 0) return [];
		const input = `${shas.join("\n")}\n`;
		return (await this.#must(["cat-file", "--batch-check"], input)).toString().trimEnd().split("\n").flatMap((line) => {
			const [sha = "", type = "", size = ""] = line.split(" ");
			return type === "missing" || size === "" ? [] : [{
				sha,
				type,
				size: Number(size)
			}];
		});
	}
	/** Fetches those of the objects that are not here, in one request, and tells about all. Throws Refused. */
	async ensure(shas) {
		const wanted = [...new Set(shas)];
		const present = await this.#present(wanted);
		const known = new Set(present.map(({ sha }) => sha));
		const missing = wanted.filter((sha) => !known.has(sha));
		if (missing.length === 0) return present;
		if (this.#whole) throw new StartAnew("objects are missing", { whole: true });
		const answer = await this.#remote([["fetch.negotiationAlgorithm", "noop"]]).run([
			...FETCH,
			...this.#filter("tree:0"),
			"--stdin",
			REMOTE
		], { input: `${missing.join("\n")}\n` });
		if (!answer.ok) {
			if (kindOf(answer.said) === "no-objects") throw new StartAnew(answer.said, { whole: true });
			throw this.#failure(answer.said);
		}
		const complete = await this.#present(wanted);
		if (complete.length < wanted.length) throw this.#anew("objects are missing after they came");
		return complete;
	}
	/** The contents of objects that are here, each checked against its id, a few at a time. */
	async *contents(objects) {
		for (const portion of portions(objects, ({ size }) => size, READ_AT_ONCE_BYTES)) {
			const input = `${portion.map(({ sha }) => sha).join("\n")}\n`;
			const room = portion.reduce((sum, { size }) => sum + size + 200, 0);
			const output = await this.#must(["cat-file", "--batch"], input, room);
			let at = 0;
			for (const { sha, type, size } of portion) {
				const header = `${sha} ${type} ${size}\n`;
				const start = at + header.length;
				const bytes = output.subarray(start, start + size);
				if (!(output.toString("latin1", at, start) === header && bytes.length === size) || idOf(type, bytes, sha.length) !== sha) throw this.#anew(`${sha} is damaged`);
				yield {
					sha,
					type,
					bytes
				};
				at = start + size + 1;
			}
		}
	}
	/** An object that has to be of this type, fetched where it is not here. */
	async #read(sha, wanted) {
		for await (const { type, bytes } of this.contents(await this.ensure([sha]))) if (type === wanted) return bytes;
		throw this.#anew(`${sha} is no ${wanted}`);
	}
	/** The entries of a folder by its id. */
	async tree(sha) {
		return parseTree(await this.#read(sha, "tree"));
	}
	/** The entries of a commit's root folder. */
	async root(commit) {
		const sha = /^tree ([0-9a-f]{40,64})\n/.exec((await this.#read(commit, "commit")).toString("latin1"))?.[1];
		if (sha === void 0) throw this.#anew(`${commit} has no folder`);
		return await this.tree(sha);
	}
	/** Stores files; resolves with their ids, in the order of the texts. */
	async writeFiles(texts) {
		const parts = texts.flatMap((text, i) => {
			const bytes = Buffer.from(text);
			const mark = `:${i + 1}`;
			return [
				Buffer.from(`blob\nmark ${mark}\ndata ${bytes.length}\n`),
				bytes,
				Buffer.from(`\nget-mark ${mark}\n`)
			];
		});
		const said = await this.#must([
			"fast-import",
			"--quiet",
			"--done"
		], Buffer.concat([...parts, Buffer.from("done\n")]));
		return line(said).split("\n");
	}
	/** A folder of entries that need not be here. */
	async writeTree(entries) {
		return line(await this.#must([
			"mktree",
			"-z",
			"--missing"
		], treeLines(entries)));
	}
	/** A commit of a root folder with these entries. */
	async commit(c) {
		const root = await this.writeTree(c.root);
		const date = `@${Math.floor(c.at.getTime() / 1e3)} +0000`;
		const git = this.#local.in(this.#o.directory, {
			...IDENTITY,
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_DATE: date
		});
		const args = [
			"commit-tree",
			root,
			...c.parent === null ? [] : ["-p", c.parent],
			"-F",
			"-"
		];
		return {
			sha: line(await this.#must(args, c.message, void 0, git)),
			message: c.message
		};
	}
	/** Moves the branch to a commit, never by force. Throws Refused. */
	async push(commit) {
		const answer = await this.#remote().ask("push", "--no-progress", REMOTE, `${commit}:refs/heads/${this.#o.branch}`);
		if (!answer.ok) throw new Refused(answer.said);
	}
	/** A commit and its ancestors that are here, at most `limit`, in git's order, each checked by its id. */
	async commits(sha, limit) {
		const listed = (await this.#must([
			"rev-list",
			`--max-count=${limit}`,
			sha
		])).toString().trim().split("\n");
		for await (const _ of this.contents(await this.#present(listed)));
		return listed;
	}
	/** The messages of a commit and its ancestors that are here, newest first, at most `limit`. */
	async *messages(sha, limit) {
		const listed = await this.commits(sha, limit);
		for await (const { bytes } of this.contents(await this.#present(listed))) {
			const text = bytes.toString();
			yield text.slice(text.indexOf("\n\n") + 2);
		}
	}
	/** Commits whose parents were left out. */
	async boundaries() {
		const text = await readFile(join(this.#o.directory, "shallow"), "latin1").catch(() => "");
		return new Set(text.split("\n"));
	}
	/** What each commit of a list changes, as `git diff-tree --stdin --raw -z` puts it. */
	async changes(commits) {
		return await this.#must([
			"diff-tree",
			"--stdin",
			"-r",
			"-m",
			"--root",
			"--no-renames",
			"--raw",
			"-z",
			"--no-abbrev",
			"--always"
		], `${commits.join("\n")}\n`);
	}
	/** Output of a command that works on what is here. */
	async #must(args, input, outputLimitBytes, git = this.#local) {
		const answer = await git.run(args, {
			input,
			outputLimitBytes
		});
		if (answer.ok) return answer.stdout;
		if (kindOf(answer.said) !== "disk" && this.#reused) throw this.#anew(answer.said);
		throw kindOf(answer.said) === "disk" ? new Refused(answer.said) : git.failure(args[0], answer);
	}
};
/** The id by which git knows an object; `digits` is the length of ids in that repository. */
function idOf(type, bytes, digits) {
	return createHash(digits === 64 ? "sha256" : "sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
const line = (output) => output.toString().trim();

// src/store/format.ts
/** Why a branch with this root is not one that this version may read or write; null when it is. */
async function foreignFormat(mirror, root) {
	const file = root.find(({ name }) => name === FORMAT_FILE.name);
	if (file === void 0) return null;
	const problem = `its ${FORMAT_FILE.name} is not one of Benchgate's`;
	if (file.mode !== "100644") return problem;
	if (file.sha === idOf("blob", Buffer.from(FORMAT_FILE.text), file.sha.length)) return null;
	const [info] = await mirror.ensure([file.sha]);
	if (info?.type !== "blob" || info.size > 1e5) return problem;
	for await (const { bytes } of mirror.contents([info])) {
		const schema = schemaOf(bytes.toString());
		if (schema === null) return problem;
		if (schema > FORMAT_FILE.schema) return `it was written by a newer Benchgate (format ${schema}; this one knows ${FORMAT_FILE.schema})`;
	}
	return null;
}
function schemaOf(text) {
	try {
		return schemaIn(JSON.parse(text));
	} catch {
		return null;
	}
}

// src/store/on-top.ts
/** It goes on until both are reached: twenty writers need a dozen attempts, a slow remote needs time. */
const MIN_ATTEMPTS = 20;
const MIN_MS = 12e4;
/** Attempts in a row that may fail for reasons that are not other writers. */
const MAX_FAILURES = 5;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 4e3;
/**
* Makes a draft and pushes it, again and again as long as others are faster. Throws Refused, a UserError, or
* the signal's reason.
*/
async function putOnTop(mirror, seenTips, makeDraft, o) {
	const startedAt = o.clock().getTime();
	const elapsedMs = () => o.clock().getTime() - startedAt;
	let via = "push";
	let failures = 0;
	let failedAt;
	for (let attempt = 1;; attempt++) {
		let draft = null;
		try {
			draft = await makeDraft();
			const commit = await publish(mirror, draft, via, o);
			const warnings = await seenTips.afterAppend(mirror, commit, draft.tip, via);
			return {
				draft,
				commit,
				attempts: attempt,
				seconds: elapsedMs() / 1e3,
				via,
				warnings
			};
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			switch (error.kind) {
				case "moved":
					failures = 0;
					break;
				case "signature":
					if (o.commitByApi === null || !draft?.file || draft.tip === null || via === "api") throw error;
					via = "api";
					continue;
				case "unreachable":
				case "unknown":
					failures = draft !== null && draft.tip !== failedAt ? 1 : failures + 1;
					failedAt = draft?.tip;
					if (failures >= MAX_FAILURES) throw error;
					break;
				default: throw error;
			}
			if (attempt >= MIN_ATTEMPTS && elapsedMs() >= MIN_MS) throw refusalError(error, {
				branch: o.branch,
				doing: "written",
				attempts: attempt
			});
			if (attempt % 5 === 0) o.onProgress(`the baseline branch: attempt ${attempt + 1}`);
			await wait(o.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), o.signal);
		}
	}
}
/** The branch as it is now, of a format that this version may write. Throws Refused, a UserError. */
async function fetchTop(mirror, seenTips, branch) {
	const tip = await mirror.fetchTip(await mirror.ref("tip") === null ? "tree:0" : "blob:none");
	await seenTips.see(mirror, tip);
	if (tip === null) return {
		tip,
		root: []
	};
	const root = await mirror.root(tip);
	const foreign = await foreignFormat(mirror, root);
	if (foreign === null) return {
		tip,
		root
	};
	throw new UserError("store", `Nothing can be written to the branch ${branch}: ${foreign}`, "Use that version of Benchgate, or another branch (input baseline-branch).");
}
/** Makes the draft the newest commit of the branch; returns that commit. Throws Refused. */
async function publish(mirror, { tip, commit, file }, via, o) {
	if (commit === null) return tip;
	if (via === "push") {
		await mirror.push(commit.sha);
		return commit.sha;
	}
	const made = await o.commitByApi({
		branch: o.branch,
		expectedHeadSha: tip,
		message: commit.message.trimEnd(),
		path: file.path,
		content: file.text
	});
	if (made === null) throw new Refused("stale info");
	return made;
}
async function wait(ms, signal) {
	await setTimeout$1(ms, void 0, { signal }).catch(() => {});
	signal.throwIfAborted();
}

// src/store/append-run.ts
/**
* Adds the files as one commit on top of the branch. Throws Refused, a UserError, or the signal's reason.
*/
async function appendRuns(mirror, seenTips, files, o) {
	const wanted = await newFiles(mirror, files);
	const { draft, ...written } = await putOnTop(mirror, seenTips, async () => {
		const { tip, root } = await fetchTop(mirror, seenTips, o.branch);
		const { root: after, added } = await withRuns(mirror, {
			root,
			branch: o.branch
		}, wanted);
		const commit = added.length === 0 ? null : await commitOf(mirror, {
			after,
			tip,
			added,
			at: o.clock()
		});
		const [file = null, ...others] = added;
		return {
			tip,
			commit,
			added,
			file: others.length > 0 ? null : file
		};
	}, o);
	return {
		...written,
		added: draft.added.length
	};
}
/** The run's file, once it is certain that it can be read back. Throws a UserError. */
function runFile(run) {
	const path = runPath(run);
	const text = renderRun(run);
	const parsed = parseRun(Buffer.from(text), path);
	if ("run" in parsed) return {
		path,
		text,
		run
	};
	throw new UserError("store", `This run cannot be stored: ${parsed.problem}`, "Shorten what is too long; if nothing is, please report this with the file of the run.");
}
async function newFiles(mirror, files) {
	const ids = await mirror.writeFiles(files.map(({ text }) => text));
	return files.map((file, i) => ({
		...placeOf(file.path),
		file,
		sha: ids[i]
	}));
}
/** The entries of a root folder with the runs that it does not hold yet, and these. Throws a UserError. */
async function withRuns(mirror, { root, branch }, wanted) {
	const added = [];
	return {
		root: await editMonths({
			mirror,
			branch,
			root
		}, wanted, (present, some) => {
			const missing = missingIn(present, some, branch);
			if (missing.length === 0) return present;
			added.push(...missing.map(({ file }) => file));
			return withEntries(present, missing.map(({ name, sha }) => ({
				mode: FILE,
				name,
				sha
			})));
		}),
		added
	};
}
/** Those that a folder does not hold yet. Throws a UserError where it holds other content of that name. */
function missingIn(present, wanted, branch) {
	const known = new Map(present.map((entry) => [entry.name, entry]));
	return wanted.filter(({ file, name, sha }) => {
		const there = known.get(name);
		known.set(name, {
			mode: FILE,
			name,
			sha
		});
		if (there === void 0) return true;
		if (there.sha === sha && there.mode === "100644") return false;
		throw new UserError("store", `${file.path} is on the branch ${branch} already, with another content`, "Nothing was overwritten. Two jobs of one workflow run recorded the same commit in the same second: give each its own key (input key).");
	});
}
async function commitOf(mirror, o) {
	let root = o.after;
	if (o.tip === null) {
		const [sha] = await mirror.writeFiles([FORMAT_FILE.text]);
		root = withEntries(root, [{
			mode: FILE,
			name: FORMAT_FILE.name,
			sha
		}]);
	}
	const message = messageOf(o.added.map(({ run }) => run));
	return await mirror.commit({
		root,
		parent: o.tip,
		message,
		at: o.at
	});
}
function messageOf(runs) {
	const { commit, run, imported } = runs[0];
	const count = runs.length === 1 ? "1 run" : `${runs.length} runs`;
	if (imported !== void 0) return `Import ${count} from ${imported.from}\n`;
	if (runs.length > 1) return `Record ${count}\n`;
	return `Record ${commit.sha.slice(0, 12)} (run ${run.id}, attempt ${run.attempt})\n`;
}

// src/store/address.ts
/** Of a name that is refused, so much is shown. */
const SHOWN_LENGTH = 200;
const MAX_REMOTE = 2e3;
/** Refuses a name that is none for a branch. Throws a UserError. */
function checkBranch(branch) {
	const problem = problemOfBranch(branch);
	if (problem === null) return;
	throw new UserError("store", `The baseline branch ${JSON.stringify(branch.slice(0, SHOWN_LENGTH))} ${problem}`, "Name it with letters, digits and hyphens, such as benchgate.");
}
/** Refuses a remote that git would take for an option or hand to another program. Throws a UserError. */
function checkRemote(remote) {
	const problem = remote === "" ? "is empty" : remote.length > MAX_REMOTE ? `has more than ${MAX_REMOTE} characters` : remote.startsWith("-") ? "begins with a hyphen" : /\p{Cc}/u.test(remote) ? "holds a control character" : /^[\w+.-]*::/.test(remote) ? "asks for a transport program" : null;
	if (problem === null) return;
	throw new UserError("store", `The remote ${JSON.stringify(withoutCredentials(remote).slice(0, SHOWN_LENGTH))} ${problem}`, "Give a URL, such as https://github.com/owner/name.git, or the path of a repository.");
}
/**
* An address with a user name and password in it, as one without and the setting that shows them: git would
* hand the address to the program that speaks HTTP as an argument, which every user of the machine can read.
* Others are left as they are.
*/
function credentialsApart(remote) {
	if (!/^https?:\/\/[^/]*@/i.test(remote) || !URL.canParse(remote)) return {
		remote,
		settings: []
	};
	const url = new URL(remote);
	const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
	url.username = "";
	url.password = "";
	const header = `AUTHORIZATION: basic ${Buffer.from(credentials).toString("base64")}`;
	return {
		remote: url.href,
		settings: [[`http.${url.origin}/.extraheader`, header]]
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/store/read-runs.ts
/** Files that are fetched in one request, so that each stays within the time of one command. */
const FILES_AT_ONCE = 500;
/** Files of one reading, whatever its limit is. */
const MAX_FILES = 2e5;
/** A branch of ten years has 120. */
const MONTHS_AT_ONCE = 24;
/** Beyond this, warnings only say how many there are. */
const MAX_WARNINGS = 20;
/** Visits the newest runs below a commit, newest first; what cannot be read becomes a warning. */
async function visitRuns(mirror, tip, reading) {
	const root = await mirror.root(tip);
	const foreign = await foreignFormat(mirror, root);
	if (foreign !== null) {
		reading.warnings.add(`The stored runs were left out: ${foreign}`);
		return;
	}
	const { reached } = reading;
	const files = (await newestFiles(mirror, root, reading)).filter(({ path }) => reached === null || path < reached);
	for (const some of portions(files, () => 1, FILES_AT_ONCE)) if (!await visitFiles(mirror, some, reading)) return;
}
async function newestFiles(mirror, root, { key, warnings, ...reading }) {
	const limit = Math.min(reading.limit, MAX_FILES);
	const folder = root.find(({ name }) => name === RUNS_FOLDER);
	if (folder === void 0 || limit === 0) return [];
	const newestFirst = (await folderAt(mirror, folder, RUNS_FOLDER, warnings)).filter(({ name }) => isMonth(name)).sort(byNameDescending);
	const files = [];
	for (let i = 0; i < newestFirst.length && files.length < limit; i += MONTHS_AT_ONCE) {
		const some = newestFirst.slice(i, i + MONTHS_AT_ONCE);
		await mirror.ensure(some.filter(({ mode }) => mode === FOLDER).map(({ sha }) => sha));
		for (const month of some) {
			if (files.length >= limit) break;
			const path = `${RUNS_FOLDER}/${month.name}`;
			const entries = await folderAt(mirror, month, path, warnings);
			for (const file of runFiles(path, entries, {
				limit: limit - files.length,
				key
			}, warnings)) files.push(file);
		}
	}
	return files;
}
function runFiles(folder, entries, { limit, key }, warnings) {
	const runs = entries.filter(({ name, mode }) => isRunName(name) && mode === "100644");
	const odd = entries.length - runs.length;
	if (odd > 0) {
		const { name } = entries.find(({ name, mode }) => !isRunName(name) || mode !== "100644");
		const others = odd === 1 ? "" : ` and ${odd - 1} more there`;
		warnings.add(`${JSON.stringify(`${folder}/${name}`)}${others} left out: not a run's file`);
	}
	return runs.filter(({ name }) => key === void 0 || keyOfName(name) === key).sort(byNameDescending).slice(0, limit).map(({ name, sha }) => ({
		path: `${folder}/${name}`,
		sha
	}));
}
async function folderAt(mirror, { mode, sha }, path, warnings) {
	if (mode === "40000") return await mirror.tree(sha);
	warnings.add(`${path} was left out: it is not a folder`);
	return [];
}
/** Fetches and visits files in their order; false: the rest is left out, because they are too large. */
async function visitFiles(mirror, files, reading) {
	const infos = new Map((await mirror.ensure(files.map(({ sha }) => sha))).map((info) => [info.sha, info]));
	const wanted = [];
	let { bytesLeft } = reading;
	let isAll = true;
	for (const file of files) {
		const { size } = infos.get(file.sha);
		if (size > 33554432) reading.warnings.add(`${file.path} was left out: ${tooLarge(size)}`);
		else if (size > bytesLeft) {
			reading.warnings.add(`${file.path} and older ones were left out: all together are too large`);
			isAll = false;
			break;
		} else {
			bytesLeft -= size;
			wanted.push(file);
		}
	}
	let index = 0;
	for await (const { bytes } of mirror.contents(wanted.map(({ sha }) => infos.get(sha)))) {
		const { path } = wanted[index++];
		const parsed = parseRun(bytes, path);
		reading.reached = path;
		reading.bytesLeft -= bytes.length;
		if ("run" in parsed) await reading.visit({
			path,
			run: parsed.run
		});
		else reading.warnings.add(parsed.problem);
	}
	return isAll;
}
const byNameDescending = (a, b) => a.name < b.name ? 1 : -1;
/** The warnings of a reading; of very many only their number. */
function atMost(all) {
	const warnings = [...all];
	if (warnings.length <= MAX_WARNINGS) return warnings;
	return [...warnings.slice(0, MAX_WARNINGS), `${warnings.length - MAX_WARNINGS} more like these`];
}

// src/store/releases.ts
/**
* What names a release: a version of two to four numbers, behind the name of a package or a `v` where there
* is one (`v1.2.3`, `2026.11`, `@scope/name@1.0.0`). Not `1.0.0-rc.1`, which comes before one, and not `v1`,
* which moves from release to release. Nothing else that a ref may hold gets through.
*/
const RELEASE = /^(?:[\w.@/-]{0,100}[@/-])?v?\d{1,9}(?:\.\d{1,9}){1,3}(?:\+[\w.-]{1,50})?$/;
/** `<id>\trefs/tags/<name>`; with `^{}` the commit behind a tag that is an object of its own. */
const LINE = /^([0-9a-f]{40,64})\trefs\/tags\/([^^]+)(\^\{\})?$/;
/** A repository of many packages tags a commit for each of them. */
const MAX_NAMES = 20;
/** Release tags by commit, from the lines of `git ls-remote --tags`; at most 20 of one commit. */
function releasesIn(listed) {
	const commits = /* @__PURE__ */ new Map();
	for (const line of listed.split("\n")) {
		const [, id, name] = LINE.exec(line) ?? [];
		if (name !== void 0 && RELEASE.test(name)) commits.set(name, id);
	}
	const releases = /* @__PURE__ */ new Map();
	for (const [name, commit] of commits) {
		const names = releases.get(commit) ?? [];
		if (names.length < MAX_NAMES) names.push(name);
		releases.set(commit, names);
	}
	return releases;
}

// src/store/seen-tips.ts
/** Generations of the branch in which a tip is looked for: first few, then all that one may ask for. */
const DEPTHS = [64, 1024];
/** Ids that a warning names. */
const MAX_NAMED = 10;
/**
* Remembers which commits the branch has been seen at, in this job and (through the mirror) in earlier ones,
* in order to say so when a commit is no longer part of the branch: somebody deleted or rewrote it, and
* earlier runs went with it.
*/
var SeenTips = class {
	/** Oldest first; those of which is not known yet whether the branch still holds them. */
	#tips = [];
	#deletedAt = [];
	#branch;
	constructor(branch) {
		this.#branch = branch;
	}
	/** Takes over what the mirror knows. */
	async recall(mirror) {
		for (const name of ["known", "tip"]) this.#add(await mirror.ref(name));
	}
	#add(tip) {
		if (tip !== null && !this.#tips.includes(tip)) this.#tips.push(tip);
	}
	/** The branch is at this commit now; null: it does not exist. */
	async see(mirror, tip) {
		if (tip === null) {
			this.#deletedAt.push(...this.#tips);
			this.#tips = [];
			return;
		}
		this.#add(tip);
		if (await mirror.ref("known") === null) await mirror.setRef("known", tip);
	}
	/** What to say of a branch that is not there and once was; null when it was never seen. */
	deletion() {
		const lost = this.#deletedAt.toReversed();
		if (lost.length === 0) return null;
		return `The baseline branch ${this.#branch} was deleted: the runs that it held are gone unless it is restored. It was last seen at ${named(lost)}.`;
	}
	/**
	* After runs were added on top of `parent`: warnings about tips that the branch no longer holds. Later ones
	* are compared with this state. What cannot be found out is not a warning.
	*/
	async afterAppend(mirror, commit, parent, via) {
		const warnings = [];
		const deletion = this.deletion();
		if (deletion !== null) warnings.push(parent === null ? `${deletion} It was created again with what was added now and nothing else.` : deletion);
		const others = this.#tips.filter((tip) => tip !== parent && tip !== commit);
		const lost = parent === null ? others : await this.#notBelow(mirror, parent, others);
		if (lost.length > 0) warnings.push(`The baseline branch ${this.#branch} was rewritten: it no longer holds ${named(lost.toReversed())}, where it was before. What was added now stands on what it holds now; runs that only the old commits hold are gone unless they are restored.`);
		this.#deletedAt = [];
		this.#tips = [commit];
		const newest = via === "push" ? commit : parent;
		if (newest !== null) {
			await mirror.setRef("tip", newest);
			await mirror.setRef("known", newest);
		}
		return warnings;
	}
	/** Those of the commits that are certainly no ancestors of another. */
	async #notBelow(mirror, commit, candidates) {
		let open = [...candidates];
		for (const depth of DEPTHS) {
			if (open.length === 0) return [];
			try {
				if (!await mirror.fetchCommits(commit, depth)) return [];
			} catch (error) {
				if (error instanceof Refused) return [];
				throw error;
			}
			const below = await mirror.commits(commit, depth);
			const known = new Set(below);
			open = open.filter((tip) => !known.has(tip));
			const boundaries = await mirror.boundaries();
			if (below.length < depth && !below.some((sha) => boundaries.has(sha))) return open;
		}
		return [];
	}
};
const named = (commits) => {
	const rest = commits.length - MAX_NAMED;
	return `${commits.slice(0, MAX_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};

// src/store/prune-message.ts
const KEPT = /^Keeps (?<kept>[0-9a-f]{12}(?: [0-9a-f]{12})*)$/gm;
/** Of ids of 12 characters: no line is longer than 110. */
const IDS_A_LINE = 8;
const MAX_KEPT = 2e4;
/** The message of a commit that deletes runs. */
function pruneMessage(count, kept) {
	const ids = [...new Set(kept.map((sha) => sha.slice(0, 12)))].slice(0, MAX_KEPT);
	const about = Array.from({ length: Math.ceil(ids.length / IDS_A_LINE) }, (_, i) => ids.slice(i * IDS_A_LINE, (i + 1) * IDS_A_LINE)).map((some) => `Keeps ${some.join(" ")}\n`);
	return `Prune ${count} ${count === 1 ? "run" : "runs"}\n${about.length === 0 ? "" : "\nAround change points:\n"}${about.join("")}`;
}
/** The beginnings of ids that messages of prunes name. */
async function keptIn(messages) {
	const kept = /* @__PURE__ */ new Set();
	for await (const message of messages) {
		if (!message.startsWith("Prune ")) continue;
		for (const { groups } of message.matchAll(KEPT)) for (const id of groups["kept"].split(" ")) if (kept.size < MAX_KEPT) kept.add(id);
	}
	return kept;
}

// src/store/remove-runs.ts
/**
* Removes files in one commit on top of the branch; whatever else came meanwhile stays. Throws Refused, a
* UserError, or the signal's reason.
*/
async function removeRuns(mirror, seenTips, { paths, message }, o) {
	const unwanted = paths.map((path) => ({
		path,
		...placeOf(path)
	}));
	const { draft, ...written } = await putOnTop(mirror, seenTips, async () => {
		const { tip, root } = await fetchTop(mirror, seenTips, o.branch);
		const removed = [];
		const commit = {
			root: await editMonths({
				mirror,
				branch: o.branch,
				root
			}, unwanted, (present, some) => {
				const there = new Set(present.map(({ name }) => name));
				const found = some.filter(({ name }) => there.has(name));
				if (found.length === 0) return present;
				for (const { path } of found) removed.push(path);
				const names = new Set(found.map(({ name }) => name));
				return present.filter(({ name }) => !names.has(name));
			}),
			parent: tip,
			message: message(removed.length),
			at: o.clock()
		};
		return {
			tip,
			removed,
			file: null,
			commit: removed.length === 0 ? null : await mirror.commit(commit)
		};
	}, o);
	return {
		...written,
		removed: draft.removed
	};
}

// src/store/repair-run.ts
/**
* Adds a run to the branch, after removing what cannot be read at its path and at `broken`: two commits, so
* that none changes a file. Throws Refused, a UserError, or the signal's reason.
*/
async function repairRun(mirror, seenTips, wanted, o) {
	const { file } = wanted;
	const { draft, ...written } = await putOnTop(mirror, seenTips, async () => {
		const { tip, without, removed, after, added } = await changesOf(mirror, seenTips, wanted, o.branch);
		const at = o.clock();
		const first = removed.length === 0 ? null : await mirror.commit({
			root: without,
			parent: tip,
			message: `Remove ${removed.length === 1 ? "1 file" : "2 files"} that cannot be read\n`,
			at
		});
		return {
			tip,
			removed,
			added,
			commit: (added.length === 0 ? null : await commitOf(mirror, {
				after,
				tip: first?.sha ?? tip,
				added,
				at
			})) ?? first,
			file: first === null ? file : null
		};
	}, o);
	return {
		...written,
		removed: draft.removed,
		added: draft.added[0]?.path ?? null
	};
}
/** What `repairRun` would do to the branch as it is now. Writes nothing there. Throws as `repairRun` does. */
async function planRepair(mirror, seenTips, wanted, branch) {
	const { removed, added } = await changesOf(mirror, seenTips, wanted, branch);
	return {
		removed,
		added: added[0]?.path ?? null
	};
}
/** The root folder of the branch without the broken files, and after the run was added. */
async function changesOf(mirror, seenTips, { file, broken }, branch) {
	checkBroken(broken, file);
	const { tip, root } = await fetchTop(mirror, seenTips, branch);
	const { root: without, removed } = await withoutBroken(mirror, {
		root,
		branch,
		file,
		broken
	});
	const runs = await newFiles(mirror, [file]);
	const { root: after, added } = await withRuns(mirror, {
		root: without,
		branch
	}, runs);
	return {
		tip,
		without,
		removed,
		after,
		added
	};
}
/** Refuses a path at which no run lies, or another one. Throws a UserError. */
function checkBroken(broken, { path }) {
	if (broken === null) return;
	const [folder, month = "", name = "", ...more] = broken.split("/");
	if (folder !== "runs" || !isMonth(month) || name === "" || more.length > 0) throw new UserError("usage", `${JSON.stringify(broken.slice(0, 200))} is no path of a run`, "Name the file as warnings and `benchgate baseline verify` do: runs/<month>/<file>.");
	if (!isRunPath(broken) || broken === path) return;
	throw new UserError("usage", `The run that was given belongs at ${path}, and not at ${broken}`, "Give the file of the run that is broken, or leave the path out to add this one.");
}
/** The root folder without what cannot be read at the path of the run and at `broken`. Throws a UserError. */
async function withoutBroken(mirror, { root, branch, file, broken }) {
	const removed = [];
	const places = [.../* @__PURE__ */ new Set([file.path, broken ?? file.path])].map((path) => ({
		path,
		...placeOf(path)
	}));
	let isThere = false;
	const without = await editMonths({
		mirror,
		branch,
		root
	}, places, async (present, some) => {
		const gone = /* @__PURE__ */ new Set();
		for (const { path, name } of some) {
			const entry = present.find((one) => one.name === name);
			if (entry === void 0) continue;
			isThere ||= path === broken;
			const why = await whyUnread(mirror, entry, path);
			if (why === null) continue;
			removed.push({
				path,
				why
			});
			gone.add(entry);
		}
		return gone.size === 0 ? present : present.filter((entry) => !gone.has(entry));
	});
	if (broken === null || removed.some(({ path }) => path === broken)) return {
		root: without,
		removed
	};
	throw isThere ? new UserError("store", `${broken} is sound: there is nothing to repair`, "Name a file that `benchgate baseline verify` lists.") : new UserError("store", `There is no ${broken} on the branch ${branch}`, "Leave the path out to add the run.");
}
/** Why an entry is left out when the branch is read; null: it is a run. Throws for a newer one. */
async function whyUnread(mirror, { mode, sha }, path) {
	if (mode !== "100644") return "it is not a plain file";
	const [info] = await mirror.ensure([sha]);
	if (info.size > 33554432) return tooLarge(info.size);
	for await (const { bytes } of mirror.contents([info])) {
		const found = parseRun(bytes, path);
		if ("run" in found) return null;
		if (!found.isNewer) return found.why;
		throw new UserError("store", `${path} is not broken: ${found.why}`, "Use that version of Benchgate.");
	}
	return null;
}

// src/store/verify.ts
/** Of the history of a branch. */
const MAX_COMMITS = 1e5;
/** Commits that git is asked about in one go. */
const AT_ONCE = 1e3;
const MAX_FAULTS = 100;
/** Commits that are listed because they delete. */
const MAX_DELETIONS = 100;
/** Looks at the history up to `tip`. */
async function verifyHistory(mirror, tip) {
	const commits = await mirror.commits(tip, MAX_COMMITS);
	const faults = [];
	const deletions = /* @__PURE__ */ new Map();
	/** The newest addition of each path. */
	const additions = /* @__PURE__ */ new Map();
	if (commits.length === 1e5) faults.push(`Only the newest ${MAX_COMMITS} commits were looked at`);
	const root = commits.at(-1);
	for (let i = 0; i < commits.length && faults.length <= MAX_FAULTS; i += AT_ONCE) for (const change of parseChanges(await mirror.changes(commits.slice(i, i + AT_ONCE)))) {
		const { commit, status, path, sha } = change;
		const fault = faultOf(change, commit === root);
		if (fault !== null) faults.push(`${short(commit)} ${fault}`);
		else if (status === "D") deletions.set(commit, (deletions.get(commit) ?? 0) + 1);
		else {
			const later = additions.get(path);
			if (later !== void 0 && later.sha !== sha && await isRun(mirror, sha, path)) faults.push(`${short(later.commit)} adds ${JSON.stringify(path)} again, with another content`);
			additions.set(path, change);
		}
	}
	const more = faults.length - MAX_FAULTS;
	return {
		commits: commits.length,
		faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `${more} or more like these`] : faults,
		deletions: [...deletions].slice(0, MAX_DELETIONS).map(([commit, files]) => ({
			commit,
			files
		})),
		deleted: [...deletions.values()].reduce((sum, files) => sum + files, 0)
	};
}
const short = (sha) => sha.slice(0, 12);
/** Whether a file, as it once was, is a run that can be read. */
async function isRun(mirror, sha, path) {
	const [info] = await mirror.ensure([sha]);
	if (info.type !== "blob" || info.size > 33554432) return false;
	for await (const { bytes } of mirror.contents([info])) return "run" in parseRun(bytes, path);
	return false;
}
function faultOf({ status, mode, path }, isRoot) {
	const name = JSON.stringify(path);
	if (status === "D") return path === FORMAT_FILE.name ? `deletes ${name}` : null;
	if (status !== "A") return `changes ${name}`;
	if (path === FORMAT_FILE.name && isRoot && mode === "100644") return null;
	if (!isRunPath(path)) return `adds ${name}, which is no run`;
	return mode === "100644" ? null : `adds ${name}, which is not a plain file`;
}
/**
* `<commit>\0` and then for each of its changes `:<mode> <mode> <id> <id> <status>\0<path>\0` (git-diff-tree,
* raw format, -z).
*/
function* parseChanges(output) {
	const parts = output.toString("latin1").split("\0");
	let commit = "";
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i].trimStart();
		if (!part.startsWith(":")) {
			if (part !== "") commit = part.slice(0, 64).split(/\s/)[0];
			continue;
		}
		const [, mode = "", , sha = "", status = ""] = part.split(" ");
		const path = Buffer.from(parts[++i] ?? "", "latin1").toString();
		yield {
			commit,
			status: status[0] ?? "",
			mode,
			path,
			sha
		};
	}
}

// src/store/store.ts
/** Characters of the files of one commit. */
const MAX_AT_ONCE = 33554432;
/** Bytes of the files of one reading: that keeps the runs, and that keeps one at a time. */
const MAX_KEPT_BYTES = 268435456;
const MAX_SCANNED_BYTES = 8589934592;
/** A damaged mirror, then a remote that hands out no parts. */
const MAX_MIRRORS = 3;
/** Opens the branch and asks nothing of the remote. Throws a UserError for a name that is unsafe. */
async function openStore(given) {
	checkBranch(given.branch);
	checkRemote(given.remote);
	const { remote, settings } = credentialsApart(given.remote);
	const options = {
		...given,
		remote,
		settings: [...given.settings, ...settings]
	};
	const mirror = await Mirror.open(options);
	const seenTips = new SeenTips(given.branch);
	await seenTips.recall(mirror).catch(() => {});
	return new Store(options, mirror, seenTips);
}
/**
* The baseline branch of one remote. Each method throws a UserError ('store', 'git') or the signal's reason;
* calls wait for each other.
*/
var Store = class Store {
	#o;
	#mirror;
	#seenTips;
	#last = Promise.resolve();
	constructor(o, mirror, seenTips) {
		this.#o = o;
		this.#mirror = mirror;
		this.#seenTips = seenTips;
	}
	/**
	* The newest `limit` runs of one key, or of all, newest first. `tip` is null when the branch does not
	* exist; what cannot be used is a warning.
	*/
	async read(limit, key) {
		const runs = [];
		const visit = (stored) => void runs.push(stored);
		return {
			...await this.#visit({
				limit,
				key
			}, MAX_KEPT_BYTES, visit),
			runs
		};
	}
	/**
	* The same runs as `read`, each handed over and then forgotten, for histories that do not fit into memory:
	* of 8 GiB of files at most. A visitor that returns a promise is waited for.
	*/
	scan(selection, visit) {
		return this.#visit(selection, MAX_SCANNED_BYTES, visit);
	}
	#visit(selection, bytesLeft, visit) {
		const reading = {
			...selection,
			bytesLeft,
			visit,
			reached: null,
			warnings: /* @__PURE__ */ new Set()
		};
		return this.#onMirror("read", async (mirror) => {
			this.#o.onProgress("reading the baseline branch");
			const tip = await mirror.fetchTip("blob:none");
			await this.#seenTips.see(mirror, tip);
			const deletion = this.#seenTips.deletion();
			if (tip !== null) await visitRuns(mirror, tip, reading);
			else if (deletion !== null) reading.warnings.add(deletion);
			return {
				tip,
				warnings: atMost(reading.warnings)
			};
		});
	}
	/** Adds one run. Nothing that is on the branch is ever replaced; the same run twice is there once. */
	append(run) {
		return this.#inTurn(async () => {
			const file = runFile(run);
			return {
				path: file.path,
				...await this.#add([file])
			};
		});
	}
	/**
	* Adds many, oldest first, in as few commits as bounded ones can be; those that are there stay as they are.
	* What fails later leaves the earlier ones.
	*/
	appendAll(runs) {
		return this.#inTurn(async () => {
			const all = {
				added: 0,
				commit: null,
				warnings: []
			};
			for (const files of portions(runs.values().map(runFile), ({ text }) => text.length, MAX_AT_ONCE)) {
				const { added, commit, warnings } = await this.#add(files);
				all.added += added;
				all.commit = commit;
				all.warnings.push(...warnings);
			}
			return all;
		});
	}
	/** The commit and its ancestors in git's order, at most `limit`; empty when the remote does not tell. */
	ancestors(sha, limit) {
		return this.#onMirror("read", async (mirror) => {
			invariant(/^[0-9a-f]{40,64}$/.test(sha), "a commit is asked for by its full id");
			try {
				return await mirror.fetchCommits(sha, limit) ? await mirror.commits(sha, limit) : [];
			} catch (error) {
				if (error instanceof Refused && /^(?:no-objects|unknown)$/.test(error.kind)) return [];
				throw error;
			}
		});
	}
	/** The branch that the remote's HEAD names; null where it names none, or one without commits. */
	defaultBranch() {
		return this.#onMirror("read", (mirror) => mirror.defaultBranch());
	}
	/** The release tags of the remote by the commit that each names in the end. */
	releases() {
		return this.#onMirror("read", async (mirror) => releasesIn(await mirror.releaseTags()));
	}
	/**
	* Removes files of runs, in one commit on top of the branch. Of `kept`, commits that are to stay, prunes to
	* come will know.
	*/
	remove(paths, kept) {
		return this.#onMirror("written", (mirror) => {
			this.#o.onProgress(`removing ${paths.length} runs from the baseline branch`);
			const message = (count) => pruneMessage(count, kept);
			return removeRuns(mirror, this.#seenTips, {
				paths,
				message
			}, this.#o);
		});
	}
	/** Beginnings of the ids of commits that earlier prunes were to keep; none where there is no branch. */
	keptByPrunes() {
		return this.#onMirror("read", async (mirror) => {
			this.#o.onProgress("reading the history of the baseline branch");
			let tip = await mirror.fetchTip("tree:0");
			if (tip !== null && !await mirror.fetchCommits(tip, 1e5)) tip = await mirror.fetchHistory();
			return tip === null ? /* @__PURE__ */ new Set() : await keptIn(mirror.messages(tip, MAX_COMMITS));
		});
	}
	/**
	* Adds a run that could not be pushed, or whose file was damaged; what cannot be read at its path, or at
	* `broken`, is removed.
	*/
	repair(run, broken) {
		return this.#onMirror("written", (mirror) => repairRun(mirror, this.#seenTips, {
			file: runFile(run),
			broken
		}, this.#o));
	}
	/** What `repair` would do now; nothing is written to the branch. */
	planRepair(run, broken) {
		return this.#onMirror("read", (mirror) => planRepair(mirror, this.#seenTips, {
			file: runFile(run),
			broken
		}, this.#o.branch));
	}
	/** What the commits of the branch do; null where there is no branch. */
	verify() {
		return this.#inTurn(async () => {
			const o = {
				...this.#o,
				directory: `${this.#o.directory}-verify`
			};
			try {
				return await new Store(o, await Mirror.open(o, { anew: true }), this.#seenTips).#tryMirrors("read", async (mirror) => {
					o.onProgress("reading the history of the baseline branch");
					const tip = await mirror.fetchHistory();
					return tip === null ? null : await verifyHistory(mirror, tip);
				});
			} finally {
				await rm(o.directory, {
					recursive: true,
					force: true
				});
			}
		});
	}
	/** One at a time: git's files of one repository take no two writers. */
	#inTurn(work) {
		const result = this.#last.then(work);
		this.#last = result.catch(() => {});
		return result;
	}
	#onMirror(doing, work) {
		return this.#inTurn(() => this.#tryMirrors(doing, work));
	}
	/** Works on the mirror, and again on a new one when that is what is wrong. */
	async #tryMirrors(doing, work) {
		const { branch, signal, onProgress } = this.#o;
		for (let i = 1;; i++) try {
			return await work(this.#mirror);
		} catch (error) {
			signal.throwIfAborted();
			if (error instanceof Refused) throw refusalError(error, {
				branch,
				doing
			});
			if (!(error instanceof StartAnew)) throw error;
			if (i === MAX_MIRRORS) throw new UserError("store", `The baseline branch ${branch} could not be read: ${error.message.slice(0, 500)}`, "Look at the remote with `git fsck`; if it is sound, please report this.", {
				cause: error,
				topic: "store-refused"
			});
			onProgress(`the baseline branch is mirrored anew: ${error.message}`);
			this.#mirror = await Mirror.open(this.#o, {
				anew: true,
				whole: error.whole
			});
		}
	}
	#add(files) {
		return this.#tryMirrors("written", (mirror) => {
			const what = files.length === 1 ? "the run" : `${files.length} runs`;
			this.#o.onProgress(`adding ${what} to the baseline branch`);
			return appendRuns(mirror, this.#seenTips, files, this.#o);
		});
	}
};

// src/action/job-store.ts
function withStore(job, access) {
	let opened;
	return {
		...job,
		store: () => opened ??= open$1(job, access)
	};
}
/**
* GitHub ends a step that is cancelled or times out with SIGINT to this process, SIGTERM 7.5 s later, and
* kills it after 2.5 s more. A run takes a second or two to store.
*/
const GRACE_MS = 6e3;
/** A signal that gives what was measured the time to be stored, after the job's own. */
function withGrace(signal) {
	const late = new AbortController();
	const start = () => void setTimeout(() => late.abort(signal.reason), GRACE_MS).unref();
	if (signal.aborted) start();
	else signal.addEventListener("abort", start, { once: true });
	return late.signal;
}
async function open$1(job, { mayCache, signal }) {
	const { context, inputs, temporary, env, runtime } = job;
	const { githubToken: token, baselineBranch: branch } = inputs;
	const remote = `${context.serverUrl}/${context.repository.fullName}.git`;
	const place = mirrorPlace(remote, branch);
	const directory = join(temporary, place.name);
	const cache = mayCache ? job.cache() : null;
	const restored = await cache?.restore(directory, {
		key: place.prefix,
		prefixes: [place.prefix]
	});
	return {
		store: await openStore({
			remote,
			branch,
			directory,
			settings: token === null ? [] : tokenSettings(context.serverUrl, token),
			env,
			host: runtime.host,
			signal,
			clock: runtime.clock,
			random: Math.random,
			commitByApi: token === null ? null : async (change) => await commitByApi(job.client())(change),
			onProgress: (text) => runtime.onProgress({
				kind: "preparing",
				text
			})
		}),
		keep: async (tip) => {
			if (tip === null || cache === null) return;
			const key = mirrorKey(place, tip);
			if (restored?.key !== key) await cache.save(directory, key);
		}
	};
}
/**
* The ref whose series is shown beside a change: the branch that it goes to, or the default branch while that
* one has no runs.
*/
function seriesFor({ pull, mergeGroup, branch, repository }) {
	return [pull === null ? mergeGroup?.baseRef ?? headRef(branch) : headRef(pull.baseRef), headRef(repository.defaultBranch)].filter((ref) => ref !== null);
}
const headRef = (branch) => branch === null ? null : `refs/heads/${branch}`;
/**
* The stored runs that a gate may compare with; null, with the reason added to `warnings`, where they cannot
* be read.
*/
async function readStored(job, config, baseSha, warnings, digest = configDigest(config)) {
	const { context, inputs, runtime } = job;
	try {
		const { store } = await job.store();
		const found = await lookUpStored(store, {
			branch: inputs.baselineBranch,
			sha: baseSha,
			key: inputs.key,
			configDigest: digest,
			refs: baselineRefs(config, context.repository.defaultBranch),
			series: seriesFor(context),
			now: runtime.clock()
		});
		warnings.push(...found.warnings.map(worded));
		return found.stored;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { message: reason, remedy } = error;
		warnings.push({
			code: "stored-runs-unreadable",
			reason,
			remedy
		});
		return null;
	}
}
/** The stored runs that results may be held against: those that were handed over in the same way. */
const storedResults = (job, config, baseSha, warnings) => readStored(job, config, baseSha, warnings, resultsDigest());

// src/action/put-back.ts
const MAX_CELLS = 200;
/** Puts the runner's files back as they have to be, and says in the log what was changed in them. */
async function putBackRunnerFiles({ runnerFiles }) {
	const findings = (await runnerFiles.putBack()).map((change) => ({
		code: "runner-file-changed",
		...change
	}));
	for (const finding of findings) {
		const { variable, lines, failure } = finding;
		const sentence = forAnnotation(outside("sentence", sentenceOf$1(finding)));
		if (failure === null) warning(sentence, { title: "Benchgate" });
		else setFailed(sentence);
		if (lines.length === 0) continue;
		info(`${variable} held:`);
		printOutside(info, lines.map((line) => outsideText(line, MAX_CELLS)).join("\n"));
	}
	return findings;
}

// src/action/gate-mode.ts
/** Measures a change against its base, judges it by base's budgets, and publishes what was found. */
async function gateJob(job) {
	const { context, inputs, workspace } = job;
	const subject = {
		pull: context.pull?.number ?? null,
		headSha: context.pull?.headSha ?? context.sha
	};
	const names = evidenceNames(inputs.key);
	let config = DEFAULT_CONFIG;
	try {
		await clearEvidence(workspace, names);
		config = await loadConfig(job.project, job.configPath);
		const { request, baseSha, proposed, warnings } = await requestOf(job, config);
		config = request.config;
		const { assessment, evidence, stored } = inputs.results.length > 0 ? await judgedResults(job, request, {
			baseSha,
			proposed,
			warnings
		}) : await gate(request, await measuringRuntime(job), {
			storedFor: (sha) => readStored(job, request.config, sha, warnings),
			proposed
		});
		warnings.push(...await putBackRunnerFiles(job));
		const known = await knownHistory(stored, assessment, {
			config,
			clock: job.runtime.clock
		});
		const head = shown(assessment.head, subject.headSha);
		if (context.event === "pull_request") await writeEvidence(workspace, names, {
			...evidence,
			head
		});
		const whole = {
			...withStanding(assessment, known),
			head,
			warnings: [...assessment.warnings, ...warnings]
		};
		const isSpared = context.pull?.isFork === true && config.forks === "warn";
		await publish$1(job, isSpared ? failuresAsWarnings(whole) : whole, {
			...subject,
			config
		});
	} catch (error) {
		if (!job.signal.aborted) await publishFailure(job, error, {
			...subject,
			config
		});
		throw error;
	}
}
/** What the workflow measured of head, held against the stored run nearest to base. */
async function judgedResults(job, request, { baseSha, proposed, warnings }) {
	const { command, config } = request;
	const { evidenceOfResults } = await import("./action-results.js");
	const evidence = await evidenceOfResults(job, {
		command,
		config,
		base: {
			label: "merge-base",
			sha: baseSha,
			dirty: false
		},
		head: {
			label: "head",
			sha: job.context.sha,
			dirty: false
		}
	});
	const stored = await storedResults(job, config, baseSha, warnings);
	return {
		evidence,
		stored,
		assessment: judgeEvidence(evidence, request, {
			clock: job.runtime.clock,
			stored,
			proposed
		})
	};
}
/** People know the commit that was pushed; what was measured may be GitHub's merge of it with base. */
const shown = (head, sha) => ({
	...head,
	sha,
	label: head.dirty ? head.label : "head"
});
async function requestOf(job, own) {
	const { mergeGroup, pull } = job.context;
	const request = {
		command: "check",
		project: job.project,
		config: own,
		base: mergeGroup === null ? { kind: "merge-base" } : {
			kind: "ref",
			ref: mergeGroup.baseSha
		},
		baseMayFail: true,
		head: { kind: "working-tree" },
		filter: null,
		seed: randomBytes(4).toString("hex")
	};
	try {
		return await heldToBase(request, job.configPath, job.runtime);
	} catch (error) {
		if (!(error instanceof UserError) || error.code !== "no-merge-base" || pull === null) throw error;
		const sha = await mergeBase$1(job.client(), pull.baseSha, pull.headSha);
		if (sha === null) throw error;
		return await heldToBase({
			...request,
			base: {
				kind: "ref",
				ref: sha
			}
		}, job.configPath, job.runtime);
	}
}

// src/gate/record.ts
/**
* A recorded commit in the form in which it is stored: each process's value, and the change from its parent.
*/
function runOf(evidence, assessment, identity) {
	const processes = new Map(evidence.measured.map(({ benchmark, blocks }) => [benchmark, blocks.flatMap(({ head }) => head)]));
	const stored = (row) => ({
		metric: row.metric,
		unit: row.unit,
		better: row.better,
		values: valuesIn(row.metric, processes.get(row.id) ?? []).map((value) => row.exact ? value : rounded$1(value)),
		change: changeOf(row),
		verdict: row.pairs === 0 && row.verdict !== "failed" ? null : row.verdict
	});
	const bySubject = Map.groupBy(assessment.rows.filter(({ verdict }) => verdict !== "removed" && verdict !== "missing"), ({ id }) => id);
	const versions = new Map(evidence.survey.benchmarks.flatMap(({ id, source, head }) => source === "command" && head !== null && head.hash !== "" ? [[id, head.hash]] : []));
	const { loadAverage: _, ...environment } = evidence.environment;
	return {
		schema: 1,
		...identity,
		environment,
		seed: evidence.seed,
		benchmarks: [...bySubject.values()].map((rows) => {
			const { id, benchmark, suite, occurrence } = rows[0];
			return {
				id: benchmark,
				suite,
				...occurrence > 1 && { occurrence },
				...rows.some(({ edited }) => edited) && { edited: true },
				...versions.has(id) && { version: versions.get(id) },
				metrics: rows.map(stored)
			};
		})
	};
}
/**
* A run, with the changes of its commit since a release added. The release is noted even if no benchmark
* could be compared, because otherwise each following push would spend the time to try again.
*/
function withAnchor(run, { base, rows }) {
	if (base.sha === null) return run;
	const keyOf = (...key) => JSON.stringify(key);
	const changes = new Map(rows.map((row) => [keyOf(row.suite, row.benchmark, row.occurrence, row.metric), changeOf(row)]));
	const anchored = (metric, change) => {
		if (change === null || change === void 0) return metric;
		const { effect: _, ...anchor } = change;
		return {
			...metric,
			anchor
		};
	};
	return {
		...run,
		anchor: {
			sha: base.sha,
			name: base.label
		},
		benchmarks: run.benchmarks.map((benchmark) => {
			const { suite, id, occurrence = 1, metrics } = benchmark;
			const changed = (one) => anchored(one, changes.get(keyOf(suite, id, occurrence, one.metric)));
			return {
				...benchmark,
				metrics: metrics.map(changed)
			};
		})
	};
}
function changeOf({ effect, interval, pairs }) {
	if (effect === null || interval === null || pairs === 0) return null;
	const [low, high] = [Math.log1p(interval.low), Math.log1p(interval.high)];
	return {
		effect: rounded$1(effect),
		log: rounded$1(Math.log1p(effect)),
		low: rounded$1(low),
		high: rounded$1(high),
		pairs
	};
}
/**
* Rounds to five significant digits, since noise changes the fifth digit at the latest. Deterministic values
* have no noise and keep all digits.
*/
const rounded$1 = (value) => Number(value.toPrecision(5));

// src/history/anchor-due.ts
const anchorFacts = ({ ref, commit, anchor, imported }) => ({
	ref,
	sha: commit.sha,
	isAnchored: anchor !== void 0,
	isImported: imported !== void 0
});
/**
* Whether a commit is due to be measured against a release: no commit of its branch was yet, or this is the
* `every`-th recorded one since the last that was. `runs` are those of one key, newest first.
*/
function isAnchorDue(runs, { ref, sha, every }) {
	const since = /* @__PURE__ */ new Set([sha]);
	for (const run of runs) {
		if (run.ref !== ref || run.isImported) continue;
		if (run.isAnchored) return run.sha !== sha && since.size >= every;
		since.add(run.sha);
	}
	return true;
}

// src/action/anchor.ts
/** Runs that are read for each recorded commit: it may be recorded twice, or other branches between. */
const RUNS_A_COMMIT = 2;
/**
* What a recorded commit is like beside the newest release, where its turn has come; null: it has not. Never
* rejects: what fails is a warning, since the commit itself is measured already. A job that is cancelled has
* a few seconds to store that, so this answers at once; checkouts are removed meanwhile, and the process does
* not end before.
*/
async function measuredAnchor(job, anchor, o) {
	const { signal } = job;
	const cancelled = Promise.withResolvers();
	const onAbort = () => cancelled.reject(signal.reason);
	signal.addEventListener("abort", onAbort, { once: true });
	try {
		signal.throwIfAborted();
		return await Promise.race([measure(job, anchor, o), cancelled.promise]);
	} catch (error) {
		const { message, remedy } = signal.aborted ? CANCELLED$1 : describeError(error);
		o.warnings.push({
			code: "anchor-not-measured",
			reason: message.replace(/\.$/, ""),
			remedy: remedy.replace("another base in base.ref", "another tag in baseline.anchor")
		});
		return null;
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
const CANCELLED$1 = {
	message: "the job was cancelled, or timed out, before that was done",
	remedy: "The next recorded push tries again. If it timed out, raise timeout-minutes of the job."
};
async function measure(job, { tag, every }, { sha, request, runtime }) {
	const { store } = await job.store();
	const runs = [];
	await store.scan({
		limit: RUNS_A_COMMIT * every,
		key: job.inputs.key
	}, ({ run }) => {
		runs.push(anchorFacts(run));
	});
	if (!isAnchorDue(runs, {
		ref: job.context.ref,
		sha,
		every
	})) return null;
	runtime.onProgress({
		kind: "note",
		text: `measuring against the newest tag of ${tag} as well, as baseline.anchor asks for`
	});
	const { assessment } = await gate({
		...request,
		base: {
			kind: "tag",
			pattern: tag
		},
		baseMayFail: false,
		seed: randomBytes(4).toString("hex")
	}, runtime);
	return assessment;
}

// src/model/trend.ts
/**
* The points that can be compared with the newest one, of one trend; with the newest measured one, where
* other tools recorded later commits.
*/
function comparablePoints({ commits }, points) {
	const isMeasured = ({ at }) => commits[at].importedFrom === null;
	const measured = points.findLastIndex(isMeasured);
	const newest = measured === -1 ? points.length - 1 : measured;
	const start = points.findLastIndex((point, index) => index <= newest && point.break !== null);
	const next = points.findIndex((point, index) => index > newest && point.break !== null);
	return points.slice(Math.max(0, start), next === -1 ? points.length : next);
}
/**
* Points that can be compared as numbers on one scale, oldest first; the last is where the trend stands now,
* wherever that is shown. Levels, since one run is noise and processors differ; values as measured where the
* newest level is not known, or where no machine moves them.
*/
function courseOf({ unit }, points) {
	const areLevels = isTimed(unit) && points.at(-1)?.level != null;
	return {
		values: points.flatMap(({ level, value }) => areLevels ? level?.value ?? [] : value),
		areLevels
	};
}

// src/dashboard/rounded.ts
/**
* A number with the five significant digits that noise leaves of it; whole ones in full, since a count is
* exact.
*/
function rounded(value) {
	if (Number.isInteger(value)) return value;
	const exponent = 4 - Math.floor(Math.log10(Math.abs(value)));
	const power = POWERS[exponent];
	return power === void 0 ? Number(value.toPrecision(5)) : Math.round(value * power) / power;
}
const roundedOrNull = (value) => value == null ? null : rounded(value);
/** Powers of ten that are exact as doubles. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

// src/dashboard/columns.ts
/** The points of one trend as the page reads them. */
function columnsOf(trend, points) {
	const verdicts = [];
	const breaks = [];
	for (const [i, point] of points.entries()) {
		if (point.verdict !== null && point.verdict !== "unchanged") verdicts.push([i, point.verdict]);
		if (point.break !== null) breaks.push([i, point.break]);
		else if (point.otherEnvironment) breaks.push([i, "environment"]);
	}
	return {
		trend,
		at: points.map(({ at }) => at),
		value: points.map(({ value }) => rounded(value)),
		low: points.map(({ low }) => rounded(low)),
		high: points.map(({ high }) => rounded(high)),
		level: points.map(({ level }) => roundedOrNull(level?.value)),
		levelLow: points.map(({ level }) => roundedOrNull(level?.low)),
		levelHigh: points.map(({ level }) => roundedOrNull(level?.high)),
		change: points.map(({ change }) => roundedOrNull(change?.log)),
		changeLow: points.map(({ change }) => roundedOrNull(change?.low)),
		changeHigh: points.map(({ change }) => roundedOrNull(change?.high)),
		verdicts,
		breaks
	};
}

// src/dashboard/packed.ts
const packColumns = (columns) => ({
	trend: columns.trend,
	...packChanges(columns),
	below: both(columns.value, columns.low, below),
	above: both(columns.value, columns.high, above),
	level: columns.level,
	levelBelow: both(columns.level, columns.levelLow, below),
	levelAbove: both(columns.level, columns.levelHigh, above),
	breaks: columns.breaks
});
/** `at`: what the columns are of, the commits of a trend or the trends of a commit. */
function packChanges({ at, value, change, changeLow, changeHigh, verdicts }) {
	const [middle, low, high] = [
		change,
		changeLow,
		changeHigh
	].map((logs) => logs.map(millionths));
	return {
		gaps: at.map((index, i) => index - (at[i - 1] ?? 0)),
		value,
		change: middle,
		changeBelow: both(middle, low, (log, end) => log - end),
		changeAbove: both(middle, high, (log, end) => end - log),
		verdicts
	};
}
function both(a, b, of) {
	return a.map((one, i) => one === null || b[i] == null ? null : of(one, b[i]));
}
const MILLION = 1e6;
const millionths = (log) => log && Math.round(log * MILLION);
const below = (middle, low) => inDigits(middle, middle - low);
const above = (middle, high) => inDigits(middle, high - middle);
/** A distance from a number in the last of its five digits. Zero has none. */
const inDigits = (middle, distance) => middle === 0 ? rounded(distance) : Math.round(distance * digitsOf(middle));
/** How many of the last of five digits make one; one at most, because whole numbers are in full. */
const digitsOf = (middle) => middle === 0 ? 1 : 10 ** Math.max(0, Math.min(300, 4 - Math.floor(Math.log10(Math.abs(middle)))));

// src/dashboard/commit-rows.ts
/** About how many rows a file of commits should have. The rows of one commit are never split over files. */
const ROWS_A_FILE = 5e3;
const FIRST_ROOM = 4096;
/**
* What each commit changed, collected trend by trend. Columns of numbers, because two thousand commits of two
* thousand benchmarks are four million rows.
*/
var CommitRows = class {
	#count = 0;
	#at = new Uint32Array(FIRST_ROOM);
	#trend = new Uint32Array(FIRST_ROOM);
	#value = new Float64Array(FIRST_ROOM);
	/** Logarithms: a change, its low and its high; NaN where none was measured. */
	#change = new Float64Array(3 * FIRST_ROOM);
	/** One more than the index of a verdict; 0: none. */
	#verdict = new Uint8Array(FIRST_ROOM);
	add({ trend, at, value, change, changeLow, changeHigh, verdicts }) {
		this.#makeRoom(this.#count + at.length);
		const first = this.#count;
		for (const [i, commit] of at.entries()) {
			const row = first + i;
			this.#at[row] = commit;
			this.#trend[row] = trend;
			this.#value[row] = value[i];
			this.#change.set([
				change[i] ?? NaN,
				changeLow[i] ?? NaN,
				changeHigh[i] ?? NaN
			], 3 * row);
		}
		for (const [i, verdict] of verdicts) this.#verdict[first + i] = 1 + VERDICTS.indexOf(verdict);
		this.#count += at.length;
	}
	/** How many commits a file should hold of so many. */
	commitsPerFile(commits) {
		return Math.max(1, Math.floor(ROWS_A_FILE * commits / Math.max(1, this.#count)));
	}
	/** The files of so many commits, by commit and then by trend. */
	*files(commits) {
		const each = this.commitsPerFile(commits);
		const { order, ends } = this.#byCommit(commits);
		for (let from = 0; from < commits; from += each) {
			const length = Math.min(each, commits - from);
			const rowsOf = (commit) => order.subarray(ends[commit - 1] ?? 0, ends[commit]);
			yield {
				schema: 1,
				from,
				commits: Array.from({ length }, (_, i) => this.#changes(rowsOf(from + i)))
			};
		}
	}
	/** The rows in the order of their commits, and where those of each commit end. */
	#byCommit(commits) {
		const at = this.#at.subarray(0, this.#count);
		const ends = new Uint32Array(commits);
		for (const commit of at) ends[commit]++;
		for (let i = 1; i < commits; i++) ends[i] += ends[i - 1];
		const next = new Uint32Array(commits);
		next.set(ends.subarray(0, Math.max(0, commits - 1)), commits > 0 ? 1 : 0);
		const order = new Uint32Array(this.#count);
		for (const [row, commit] of at.entries()) order[next[commit]++] = row;
		return {
			order,
			ends
		};
	}
	/** What one commit changed, of its rows. */
	#changes(rows) {
		const logs = (of) => Array.from(rows, (row) => this.#change[3 * row + of]).map((log) => Number.isNaN(log) ? null : log);
		return packChanges({
			at: Array.from(rows, (row) => this.#trend[row]),
			value: Array.from(rows, (row) => this.#value[row]),
			change: logs(0),
			changeLow: logs(1),
			changeHigh: logs(2),
			verdicts: Array.from(rows, (row) => VERDICTS[this.#verdict[row] - 1]).flatMap((verdict, i) => verdict === void 0 ? [] : [[i, verdict]])
		});
	}
	#makeRoom(needed) {
		let room = this.#at.length;
		if (needed <= room) return;
		while (room < needed) room *= 2;
		const grown = (to, from) => {
			to.set(from);
			return to;
		};
		this.#at = grown(new Uint32Array(room), this.#at);
		this.#trend = grown(new Uint32Array(room), this.#trend);
		this.#value = grown(new Float64Array(room), this.#value);
		this.#change = grown(new Float64Array(3 * room), this.#change);
		this.#verdict = grown(new Uint8Array(room), this.#verdict);
	}
};

// src/dashboard/sparkline.ts
const MOST = 60;
/**
* A trend in a few values, oldest first. Each is the median of equally many neighbours, so that an old step
* shows and a single odd run does not.
*/
function sparklineOf(values) {
	const size = Math.max(1, Math.ceil(values.length / MOST));
	return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => rounded(middle(values.slice(i * size, (i + 1) * size))));
}
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

// src/dashboard/status.ts
/** The status of a trend: the worst of those that apply. */
function statusOf({ steps, creep }, points, budget) {
	if (isOver(points.at(-1), budget)) return "over-budget";
	if (steps.some(({ standing }) => standing === "standing")) return "slower";
	if (creep !== null) return creep.worse ? "creeping" : "faster";
	const [newest, since] = [steps.at(-1), points.at(-50) ?? points[0]];
	return newest?.worse === false && newest.at >= since.at ? "faster" : "steady";
}
/** Whether the whole interval of the newest level (or without one, of the value) is beyond a limit. */
function isOver({ level, low, high }, budget) {
	const interval = level ?? {
		low,
		high
	};
	const [max, min] = [budget?.max?.fail ?? null, budget?.min?.fail ?? null];
	return max !== null && interval.low > max || min !== null && interval.high < min;
}

// src/dashboard/dashboard.ts
/** How many of the newest commits a dashboard shows by default. */
const USUAL_COMMITS = 1e3;
/**
* The files of the benchmarks and of the commits, and then the index, which names the `folder` of the others.
* The points of each trend are computed once, and not kept.
*/
function* dashboardParts(history, facts, folder) {
	const summaries = [];
	const rows = new CommitRows();
	for (const [number, members] of byBenchmark(history.trends).entries()) {
		const metrics = [];
		for (const i of members) {
			const { columns, summary } = trendParts(history, i, number, facts);
			metrics.push(packColumns(columns));
			summaries[i] = summary;
			rows.add(columns);
		}
		yield {
			path: `benchmarks/${number}.json`,
			content: {
				schema: 1,
				metrics
			}
		};
	}
	const { ref, key, commits, events, precision } = history;
	let file = 0;
	for (const content of rows.files(commits.length)) yield {
		path: `commits/${file++}.json`,
		content
	};
	yield {
		path: "index.json",
		content: {
			schema: 1,
			folder,
			by: facts.by,
			writtenAt: facts.writtenAt,
			repository: facts.repository,
			url: facts.url,
			branch: ref.replace(/^refs\/heads\//, ""),
			key,
			commits,
			trends: summaries,
			events,
			precision,
			commitsPerFile: rows.commitsPerFile(commits.length)
		}
	};
}
/** Indexes of the trends of each benchmark. */
function byBenchmark(trends) {
	const found = /* @__PURE__ */ new Map();
	for (const [i, trend] of trends.entries()) {
		const key = keyText(trend);
		const members = found.get(key);
		if (members === void 0) found.set(key, [i]);
		else members.push(i);
	}
	return [...found.values()];
}
function trendParts(history, number, file, { limitsOf }) {
	const trend = history.trends[number];
	const { suite, name, occurrence, metric, unit, better, points, steps, creep, forecast, burn, milestones } = trend;
	const comparable = comparablePoints(history, points);
	const { values, areLevels } = courseOf(trend, comparable);
	const budget = limitsOf({
		suite,
		name,
		occurrence
	}, metric, unit);
	const summary = {
		suite,
		name,
		occurrence,
		metric,
		unit,
		better,
		file,
		points: points.length,
		newest: points.at(-1).at,
		now: rounded(values.at(-1)),
		isLevel: areLevels,
		change: roundedOrNull(points.findLast(({ change }) => change !== null)?.change?.log),
		sparkline: sparklineOf(values),
		budget,
		status: statusOf({
			steps,
			creep
		}, comparable, budget),
		steps,
		creep,
		forecast,
		burn,
		milestones
	};
	return {
		columns: columnsOf(number, points),
		summary
	};
}

// src/dashboard/embed.ts
/**
* Keys of numbers that are not rounded: sizes of steps and factors, of which a page has few. If they were
* rounded twice, 6.25 % could be 6.3 % here and 6.2 % in the terminal.
*/
const IN_FULL = /* @__PURE__ */ new Set([
	"log",
	"low",
	"high",
	"factor"
]);
/** JSON whose numbers have five significant digits, but for sizes of steps and factors. */
const roundedJson = (value) => JSON.stringify(value, (key, one) => typeof one === "number" && !IN_FULL.has(key) ? rounded(one) : one);

// src/dashboard/write-dashboard.ts
/** The line of the page in whose place the data stand where the dashboard is one file. */
const DATA = "<!-- benchgate: data -->";
const PAGE = "index.html";
const INDEX = "index.json";
/** The page alone is far smaller. */
const MAX_PAGE_BYTES = 4194304;
/** The parts of the page before and after the data. */
async function pageAround(page) {
	const [before, after, more] = (await readFile(page, "utf8")).split(`${DATA}\n`);
	if (after === void 0 || more !== void 0) throw new Error(`${page} holds no place for the data`);
	return [before, after];
}
/** The folder with the data of one dashboard, beside the page and the index. */
const DATA_FOLDER = /^data-[0-9a-f]{12}$/;
/**
* Writes the dashboard as a folder for a web server: all of it, or nothing. The data get a new folder, and
* the index, which names that folder, is replaced last. So a reader, or another writer at the same time,
* never sees files of two dashboards together. The folder must be missing, empty or an earlier dashboard,
* whose data are removed; other files stay.
*/
async function writeSite(directory, writing) {
	const { otherwise } = writing;
	try {
		const isNew = await checkSite(directory);
		await mkdir(directory, { recursive: true });
		await removeOrphans(directory);
		const unfinished = await makeOwnDirectory(directory);
		const folder = `data-${randomBytes(6).toString("hex")}`;
		let isInPlace = false;
		try {
			const written = await writeFiles(unfinished, folder, writing);
			for (const name of [
				folder,
				PAGE,
				INDEX
			]) await rename(join(unfinished, name), join(directory, name));
			isInPlace = true;
			return written;
		} finally {
			if (!isInPlace) await removeTree(join(directory, folder));
			await removeOwnDirectory(unfinished);
			if (isInPlace) await removeEarlier(directory);
			else if (isNew) await rmdir(directory).catch(() => {});
		}
	} catch (error) {
		throw explainPlace(error, {
			what: `${directory} could not be written`,
			directory,
			otherwise
		});
	}
}
/** Refuses a folder that holds something else; returns whether nothing is there. */
async function checkSite(directory) {
	const refuse = (why) => new UserError("usage", `${directory} cannot be written: ${why}`, "Name another directory.");
	const names = await readdir(directory).catch((error) => {
		if (error.code === "ENOENT") return null;
		if (error.code === "ENOTDIR") throw refuse("it is there and is not a directory");
		throw explainPlace(error, {
			what: `${directory} cannot be written`,
			directory,
			otherwise: "name another directory"
		});
	});
	if (names === null || names.every((name) => isOwnName(name) || DATA_FOLDER.test(name))) return names === null;
	const page = join(directory, PAGE);
	const entry = await lstat(page).catch(() => null);
	if (!(entry?.isFile() === true && entry.size <= MAX_PAGE_BYTES) || !(await readFile(page, "utf8")).includes(`${DATA}\n`)) throw refuse("it is not empty, and holds no dashboard");
	if ((await lstat(join(directory, INDEX)).catch(() => null))?.isDirectory() === true) throw refuse(`${INDEX} in it is a directory`);
	return false;
}
async function writeFiles(directory, folder, writing) {
	const { history, facts, page, otherwise, signal } = writing;
	const written = {
		files: 0,
		bytes: 0
	};
	const write = async (name, text) => {
		signal.throwIfAborted();
		await writeText(join(directory, name), text, { otherwise });
		written.files++;
		written.bytes += Buffer.byteLength(text);
	};
	for (const name of ["benchmarks", "commits"]) await mkdir(join(directory, folder, name), { recursive: true });
	for (const { path, content } of dashboardParts(history, facts, folder)) await write(path === INDEX ? path : `${folder}/${path}`, roundedJson(content));
	await write(PAGE, (await pageAround(page)).join(`${DATA}\n`));
	return written;
}
/**
* Removes the data that the index does not name. They may be those of somebody who has not replaced the index
* yet, whose unfinished directory is there as long: that one will remove what is left.
*/
async function removeEarlier(directory) {
	const folders = (await readdir(directory)).filter((name) => DATA_FOLDER.test(name));
	await removeOrphans(directory);
	if ((await readdir(directory)).some(isOwnName)) return;
	const { folder } = JSON.parse(await readFile(join(directory, INDEX), "utf8"));
	for (const name of folders) if (name !== folder) await removeTree(join(directory, name)).catch(() => {});
}

// src/gate/history-of-branch.ts
/** The history of one recorded ref, with the budgets of a config. No run is kept in memory. */
async function historyOfBranch(source, question, shared = room()) {
	const { key, config, now } = question;
	const recorders = /* @__PURE__ */ new Map();
	const primaries = /* @__PURE__ */ new Map();
	const { tip, warnings } = await source.scan({
		limit: 2 * question.last,
		key
	}, (stored) => {
		const { ref, benchmarks } = stored.run;
		const recorder = recorders.get(ref) ?? new RefRecorder(question.last, shared);
		recorders.set(ref, recorder);
		recorder.add(stored);
		for (const one of benchmarks) {
			const text = keyText(keyOfStored(one));
			const first = one.metrics[0]?.metric;
			if (first === void 0 || primaries.has(text) || primaries.size === 5e4) continue;
			primaries.set(text, first);
		}
	});
	const mostFirst = [...recorders].sort(([, a], [, b]) => b.runs - a.runs);
	const [ref, recorder] = mostFirst.find(([name]) => name === (question.ref ?? name)) ?? [];
	const recorded = (recorder ?? new RefRecorder(0, shared)).finish();
	const primaryOf = (key) => primaries.get(keyText(key)) ?? null;
	const today = now.toISOString().slice(0, 10);
	const limitsOf = (key, metric, unit) => plainLimits(config, key, {
		metric,
		unit,
		primary: primaryOf(key)
	});
	return {
		tip,
		limitsOf,
		history: historyOf(recorded, {
			limitsOf,
			acceptedBy: (key, metric) => {
				const waiver = waiverFor(config, key, metric, primaryOf(key));
				return waiver === null || hasEnded(waiver, today) ? null : waiver.reason;
			},
			releases: recorder === void 0 ? /* @__PURE__ */ new Map() : await source.releases(),
			now
		}),
		otherRefs: mostFirst.map(([name]) => name).filter((name) => name !== ref),
		warnings: shared.isFull ? [...warnings, TOO_MANY] : warnings
	};
}
const TOO_MANY = `More than ${MAX_SERIES} benchmarks and metrics are recorded; those that only older runs have are left out.`;
/** Adds the runs of the newest commits of one ref to its history, and counts those of all refs. */
var RefRecorder = class {
	runs = 0;
	#recorder;
	#commits = /* @__PURE__ */ new Set();
	#most;
	constructor(most, within) {
		this.#most = most;
		this.#recorder = recordHistory(within);
	}
	add(stored) {
		this.runs++;
		const { sha } = stored.run.commit;
		if (!this.#commits.has(sha) && this.#commits.size === this.#most) return;
		this.#commits.add(sha);
		this.#recorder.add(stored);
	}
	finish() {
		return this.#recorder.finish();
	}
};

// src/action/dashboard.ts
/**
* Writes the dashboard where the step asks for one, and returns its path; null: none was written. What goes
* wrong is a warning, because the run is stored by now. A job that is cancelled has no time for it.
*/
async function writeDashboard(job, config, store) {
	const { inputs, workspace, signal } = job;
	if (inputs.dashboard === null || signal.aborted) return null;
	try {
		const directory = resolve(workspace, inputs.dashboard);
		await refuseOutside(workspace, directory, inputs.dashboard);
		await write(directory, job, config, store);
		return directory;
	} catch (error) {
		if (signal.aborted) return null;
		const { message, remedy } = describeError(error);
		warning(linesForTerminal(`The dashboard was not written. ${message}. ${remedy}`));
		return null;
	}
}
async function write(directory, job, config, store) {
	const { context, inputs, runtime, signal } = job;
	const { fullName } = context.repository;
	const url = `${context.serverUrl}/${fullName}`;
	const { history, limitsOf, warnings } = await historyOfBranch(store, {
		key: inputs.key,
		ref: context.ref,
		last: USUAL_COMMITS,
		config,
		now: runtime.clock()
	});
	for (const warning of warnings) info(forLog(warning));
	const { files } = await writeSite(directory, {
		history,
		facts: {
			by: version,
			writtenAt: runtime.clock().toISOString(),
			repository: fullName,
			url: url.startsWith("https://") ? url : null,
			limitsOf
		},
		page: job.dashboardPage,
		otherwise: "name another folder with `dashboard`",
		signal
	});
	info(forLog(`dashboard: ${plural(history.commits.length, "commit")}, ${plural(files, "file")} in ${inputs.dashboard}`));
}
/** A folder that is not there yet lies where the nearest one above it does. */
async function refuseOutside(workspace, directory, given) {
	for (let at = directory; at !== workspace; at = dirname(at)) {
		const problem = await problemInProject(workspace, at, "the workspace");
		if (problem !== null) throw new UserError("usage", `${JSON.stringify(given)} ${problem}`, "Name a folder of the workspace.");
	}
}

// src/action/record-mode.ts
/** Measures a commit of the default branch against its parent and stores what it is like. */
async function recordJob(job) {
	const { context, project, env, signal } = job;
	const warnings = [];
	let isStored = false;
	let subject = {
		pull: null,
		headSha: context.sha,
		config: DEFAULT_CONFIG,
		recorded: true
	};
	try {
		const config = await loadConfig(project, job.configPath);
		const commit = await commitInfo({
			project,
			env,
			signal
		});
		subject = {
			...subject,
			headSha: commit.sha,
			config
		};
		const { assessment, evidence, anchored } = job.inputs.results.length > 0 ? await recordedResults(job, config, commit, warnings) : await measured(job, config, commit, warnings);
		warnings.push(...await putBackRunnerFiles(job));
		const digest = originOf(evidence).kind === "files" ? resultsDigest() : configDigest(config);
		const recorded = runOf(evidence, assessment, {
			commit,
			ref: context.ref,
			run: {
				id: String(context.runId),
				attempt: context.runAttempt,
				recordedAt: job.runtime.clock().toISOString(),
				key: job.inputs.key,
				leg: legOf({
					...context,
					matrix: job.inputs.matrix
				})
			},
			config: digest
		});
		const { runFile, said, sharing, dashboard } = await store(job, config, anchored === null ? recorded : withAnchor(recorded, anchored));
		isStored = runFile === null;
		const stored = signal.aborted && runFile !== null ? null : await readStored(job, config, commit.sha, [], digest);
		const known = await knownHistory(stored, assessment, {
			config,
			clock: job.runtime.clock
		});
		const complete = {
			...withStanding(assessment, known),
			warnings: [
				...assessment.warnings,
				...warnings,
				...said
			]
		};
		await publish$1(job, complete, {
			...subject,
			runFile,
			sharing,
			dashboard
		});
		const isIssue = config.report.issue && runFile === null && job.inputs.githubToken !== null && context.branch === context.repository.defaultBranch && !signal.aborted;
		if (known !== null && isIssue) {
			const { reportRegressions } = await import("./action-regression-issues.js");
			await reportRegressions(job, known, config);
		}
	} catch (error) {
		if (!signal.aborted) await publishFailure(job, error, subject);
		if (!signal.aborted || !isStored) throw error;
		setFailed("Cancelled: the run was stored, and not reported");
	}
}
async function measured(job, config, { sha }, warnings) {
	const request = {
		command: "record",
		project: job.project,
		config,
		base: { kind: "parent" },
		baseMayFail: true,
		head: {
			kind: "ref",
			ref: sha
		},
		filter: null,
		seed: randomBytes(4).toString("hex")
	};
	const runtime = await measuringRuntime(job);
	const storedFor = (base) => readStored(job, config, base, warnings);
	const { assessment, evidence } = await gate(request, runtime, { storedFor });
	const { anchor } = config.baseline;
	return {
		assessment,
		evidence,
		anchored: anchor === null ? null : await measuredAnchor(job, anchor, {
			sha,
			request,
			runtime,
			warnings
		})
	};
}
/** What the workflow measured of the commit: there is no parent beside it, only what earlier runs stored. */
async function recordedResults(job, config, commit, warnings) {
	const { evidenceOfResults } = await import("./action-results.js");
	const evidence = await evidenceOfResults(job, {
		command: "record",
		config,
		base: {
			label: "parent",
			sha: null,
			dirty: false
		},
		head: {
			label: commit.sha,
			sha: commit.sha,
			dirty: false
		}
	});
	const stored = commit.parent === null ? null : await storedResults(job, config, commit.parent, warnings);
	return {
		evidence,
		assessment: judgeEvidence(evidence, { config }, {
			clock: job.runtime.clock,
			stored
		}),
		anchored: null
	};
}
const CANCELLED = new UserError("store", "The job was cancelled, or timed out, and its last seconds were too few", "If it timed out, raise timeout-minutes of the job.");
/** Appends a run to the branch. Where that fails the run lies in a file, so that nothing measured is lost. */
async function store(job, config, run) {
	const file = join(job.temporary, `run-${run.commit.sha.slice(0, 12)}-${run.run.id}-${run.run.attempt}.json`);
	await writeOwnFile(file, renderRun(run), pointElsewhere(job.runtime.host.temporaryVariables));
	try {
		const { store, keep } = await job.store();
		const done = await store.append(run);
		const times = done.attempts === 1 ? "" : ` at attempt ${done.attempts}`;
		info(`stored ${done.path} on ${job.inputs.baselineBranch} as ${done.commit.slice(0, 7)}${times}, ${done.seconds.toFixed(1)} s`);
		const dashboard = await writeDashboard(job, config, store);
		await keep(done.commit);
		const sharing = await legsBeside(run, store, job.signal);
		return {
			runFile: null,
			said: done.warnings.map(worded),
			sharing,
			dashboard
		};
	} catch (error) {
		const known = error instanceof UserError || !job.signal.aborted ? error : CANCELLED;
		if (!(known instanceof UserError)) throw known;
		warning(linesForTerminal(`The run was not stored. ${known.message}. ${known.remedy}`));
		const { message: reason, remedy } = known;
		return {
			runFile: file,
			said: [{
				code: "run-not-stored",
				reason,
				remedy,
				file
			}],
			sharing: [],
			dashboard: null
		};
	}
}
/** Runs in which other legs are looked for: those of one workflow run lie close together. */
const RUNS_BESIDE = 50;
/** The other legs that stored the commit in the same workflow run; none where that cannot be read. */
async function legsBeside({ commit, run: own }, store, signal) {
	try {
		const { runs } = await store.read(RUNS_BESIDE, own.key);
		return runs.flatMap(({ run: { commit: of, run } }) => of.sha === commit.sha && run.id === own.id && run.leg !== void 0 && run.leg !== own.leg ? [run.leg] : []);
	} catch (error) {
		if (!(error instanceof UserError) && !signal.aborted) throw error;
		return [];
	}
}

// src/github/zip.ts
const END_OF_DIRECTORY = 101010256;
const DIRECTORY_ENTRY = 33639248;
const FILE_HEADER = 67324752;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEADER_BYTES = 30;
const COMMENT_LIMIT_BYTES = 65535;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/**
* One file out of a ZIP archive that anyone may have made. Nothing that the archive says about sizes is
* believed: unpacking stops at the limit, whatever the headers promise, and what came out must have the
* announced length and checksum. An archive with a path that could lead out of a folder is refused as a
* whole. Format: APPNOTE.TXT of PKWARE, without ZIP64.
*/
function readZipFile(archive, name, limits) {
	const entries = listEntries(archive, limits.entries);
	if (typeof entries === "string") return {
		ok: false,
		reason: entries
	};
	if (entries.some((entry) => leavesFolder(entry.name))) return {
		ok: false,
		reason: "names a path that leads out of a folder"
	};
	const found = entries.filter((entry) => entry.name === name);
	if (found.length !== 1) return {
		ok: false,
		reason: `holds ${found.length} files of the name ${name}, not one`
	};
	return unpack(archive, found[0], limits.fileBytes);
}
/** The central directory; a text says what is wrong with it. */
function listEntries(archive, limit) {
	const end = findEnd(archive);
	if (end === null) return "is no ZIP archive, or breaks off";
	const count = archive.readUInt16LE(end + 10);
	let at = archive.readUInt32LE(end + 16);
	if (count > limit) return `holds ${count} files; ${limit} is the most that Benchgate looks at`;
	const entries = [];
	for (let index = 0; index < count; index += 1) {
		if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) return "has a damaged table of contents";
		const nameEnd = at + ENTRY_BYTES + archive.readUInt16LE(at + 28);
		if (nameEnd > archive.length) return "has a damaged table of contents";
		entries.push({
			flags: archive.readUInt16LE(at + 8),
			method: archive.readUInt16LE(at + 10),
			crc: archive.readUInt32LE(at + 16),
			packedBytes: archive.readUInt32LE(at + 20),
			bytes: archive.readUInt32LE(at + 24),
			offset: archive.readUInt32LE(at + 42),
			name: archive.toString("utf8", at + ENTRY_BYTES, nameEnd)
		});
		at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return entries;
}
/** Where the end record starts: it is the last thing in the file, but for a comment of up to 64 KiB. */
function findEnd(archive) {
	const last = archive.length - END_BYTES;
	for (let at = last; at >= Math.max(0, last - COMMENT_LIMIT_BYTES); at -= 1) if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
	return null;
}
function unpack(archive, entry, limitBytes) {
	const tooLarge = `holds a ${entry.name} of more than ${limitBytes} bytes`;
	if ((entry.flags & ENCRYPTED) !== 0) return {
		ok: false,
		reason: "is encrypted"
	};
	if (entry.bytes > limitBytes) return {
		ok: false,
		reason: tooLarge
	};
	const { offset } = entry;
	if (offset + HEADER_BYTES > archive.length || archive.readUInt32LE(offset) !== FILE_HEADER) return {
		ok: false,
		reason: "is damaged"
	};
	const start = offset + HEADER_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
	const packed = archive.subarray(start, start + entry.packedBytes);
	if (packed.length < entry.packedBytes) return {
		ok: false,
		reason: "breaks off"
	};
	if (entry.method !== STORED && entry.method !== DEFLATED) return {
		ok: false,
		reason: "is packed in a way that Benchgate does not know"
	};
	let bytes;
	try {
		bytes = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: limitBytes });
	} catch (error) {
		const { code } = error;
		return {
			ok: false,
			reason: code === "ERR_BUFFER_TOO_LARGE" ? tooLarge : "is damaged"
		};
	}
	if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) return {
		ok: false,
		reason: "is damaged"
	};
	return {
		ok: true,
		bytes
	};
}
const leavesFolder = (name) => name.includes("\0") || /^(?:[\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes("..");

// src/github/artifact.ts
const LIMITS = {
	/** Bytes of the archive as it is downloaded. */
	archiveBytes: 33554432,
	/** Bytes of the file in it. */
	fileBytes: 33554432,
	/** Files in the archive. */
	entries: 100
};
const artifactSchema = object({
	id: number(),
	name: string(),
	size_in_bytes: number(),
	expired: boolean()
});
const listSchema = object({ artifacts: array(artifactSchema) });
/**
* The text of one file in an artifact of a workflow run; of several artifacts of that name (one an attempt)
* the newest. The artifact is taken for hostile: it may come from a fork. Failures of GitHub are thrown as
* ApiError.
*/
async function readArtifactFile(client, request) {
	const limits = {
		...LIMITS,
		...request.limits
	};
	const artifact = await newestArtifact(client, request);
	if (artifact === void 0) return {
		status: "missing",
		reason: `the workflow run ${request.runId} left no artifact ${request.name}`
	};
	const unfit = (reason) => ({
		status: "unfit",
		reason: `the artifact ${request.name} of run ${request.runId} ${reason}`
	});
	if (artifact.expired) return unfit("is expired");
	if (artifact.size_in_bytes > limits.archiveBytes) return unfit(`has ${artifact.size_in_bytes} bytes, more than ${limits.archiveBytes}`);
	let archive;
	try {
		archive = await client.get(await addressOf(client, artifact.id), {
			as: "nobody",
			limitBytes: limits.archiveBytes
		});
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		if (error.kind === "gone") return unfit("is expired");
		if (error.kind === "too-large") return unfit(`has more than ${limits.archiveBytes} bytes`);
		throw error;
	}
	const file = readZipFile(archive, request.file, limits);
	if (!file.ok) return unfit(`cannot be read: its archive ${file.reason}`);
	try {
		return {
			status: "found",
			text: new TextDecoder("utf-8", { fatal: true }).decode(file.bytes)
		};
	} catch {
		return unfit(`cannot be read: ${request.file} is not UTF-8`);
	}
}
async function newestArtifact(client, { runId, name }) {
	const { rest } = await client.octokit();
	const { data } = await rest.actions.listWorkflowRunArtifacts({
		...client.repository,
		run_id: runId,
		name,
		per_page: 100
	});
	return parsedAnswer(listSchema, data, "the list of artifacts").artifacts.filter((artifact) => artifact.name === name).sort((a, b) => b.id - a.id)[0];
}
/** Where the archive lies: an address that is good for a minute and must not be shown the token. */
async function addressOf(client, artifactId) {
	const { rest } = await client.octokit();
	const { headers } = await rest.actions.downloadArtifact({
		...client.repository,
		artifact_id: artifactId,
		archive_format: "zip",
		request: { redirect: "manual" }
	});
	return parsedAnswer(object({ location: url() }), headers, "the download of an artifact").location;
}

// src/github/file.ts
/** The contents API sends files up to this size along; a config file has at most as much. */
const LIMIT_BYTES = 1048576;
const fileSchema = object({
	type: literal("file"),
	size: number(),
	encoding: literal("base64"),
	content: string()
});
/**
* The text of a file at a commit, read without a checkout; null when the commit has none there. `path` is
* relative to the repository's root. UserError when it is no file of at most 1 MiB in UTF-8, ApiError when
* GitHub fails.
*/
async function readFileAt(client, sha, path) {
	const unfit = (why) => new UserError("config", `${path} at ${sha.slice(0, 12)} ${why}.`, "Put a text file of at most 1 MiB there.");
	if (path === "" || path.startsWith("/") || /[\0\\]/.test(path) || path.split("/").includes("..")) throw unfit("is no path inside a repository");
	const { rest } = await client.octokit();
	const found = await nullIfMissing(rest.repos.getContent({
		...client.repository,
		path,
		ref: sha
	}));
	if (found === null) return null;
	const { data } = found;
	const entry = object({
		type: string(),
		size: number()
	}).safeParse(data);
	if (entry.data?.type !== "file") throw unfit("is not a file");
	if (entry.data.size > LIMIT_BYTES) throw unfit(`has ${entry.data.size} bytes`);
	const { content } = parsedAnswer(fileSchema, data, `the content of ${path}`);
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(Buffer.from(content, "base64"));
	} catch {
		throw unfit("is not UTF-8");
	}
}

// src/action/edit-claims.ts
/** Suites whose evidence says that both sides ran head's version of them. */
const suitesFromHead = ({ survey }) => new Set(survey.benchmarks.filter(({ edit }) => edit?.own === null).map(({ suite }) => suite));
/**
* What the files that a pull request touches say of the claims in its evidence. A suite that it leaves alone,
* and all files of the suites too, is the same on both sides: it cannot come from head, and no benchmark of
* it is new, removed or edited.
*/
function statementOn(evidence, touched, { suiteFiles }) {
	if ([...touched.keys()].some(matcherOf(suiteFiles))) return NOTHING_KNOWN;
	const { benchmarks } = evidence.survey;
	const fromHead = suitesFromHead(evidence);
	const onBase = new Set(benchmarks.flatMap(({ suite, base }) => base === null ? [] : [suite]));
	return {
		refutationOf: ({ suite }) => fromHead.has(suite) && !touched.has(suite) ? { code: "from-head-untouched" } : null,
		editDoubtOf: ({ suite, source }) => source === "suite" && !touched.has(suite) ? { code: "edited-in-untouched-suite" } : null,
		doubtOf: ({ suite, source, base, head }) => {
			if (source !== "suite" || base !== null && head !== null) return null;
			const change = touched.get(suite);
			if (change === void 0) return { code: head === null ? "gone-from-untouched-suite" : "new-in-untouched-suite" };
			return base === null && change === "edited" && !onBase.has(suite) ? { code: "new-in-suite-of-base" } : null;
		}
	};
}
/**
* Throws a UserError for evidence that calls a benchmark one of a command where no config file has a command,
* or where its suite is a file: of commands nobody can say what is new and what is gone.
*/
function refuseClaimedCommands(evidence, { config, onBase }) {
	if (originOf(evidence).kind === "files") return;
	const commands = [config.commands, onBase.commands].flatMap((own) => pairCommands([], own));
	const known = new Set(commands.map(({ suite }) => suite));
	const isSuite = matcherOf([...config.suites, ...onBase.suites]);
	const isFalse = ({ source, suite }) => source === "command" && (known.size === 0 || isSuite(suite) && !known.has(suite));
	if (!evidence.survey.benchmarks.some(isFalse)) return;
	throw new UserError("usage", `The evidence holds benchmarks of a command, and ${known.size === 0 ? "neither config file has one" : "they are in a file that is a suite"}`, "Measure again with the config file of the commit.");
}
/** Where nothing but the stored runs is known. */
const NOTHING_KNOWN = {
	doubtOf: () => null,
	editDoubtOf: () => null,
	refutationOf: () => null
};
/** Whether some evidence calls a benchmark of a suite new, removed or edited. */
const hasClaims = ({ survey: { benchmarks } }) => benchmarks.some((one) => one.source === "suite" && (one.base === null || one.head === null || isEdited(one)));
/** Whether a path in the project matches one of several globs. */
function matcherOf(patterns) {
	const matchers = patterns.map((pattern) => compileGlob(pattern.replace(/^(\.\/)+/, "")));
	return (path) => matchers.some((matches) => matches(path));
}

// src/action/report-mode.ts
/**
* Publishes what another workflow measured without any right to write. Nothing in the artifact is believed
* but numbers and names: the pull request, the commits and the budgets come from GitHub, and the verdict is
* made here. No code of the project runs, nothing is checked out, no cache is restored, no baseline is
* written. Whatever fails here is published on the pull request too, so that no earlier verdict stays in its
* place.
*/
async function reportJob(job) {
	const { sourceRun } = job.context;
	invariant(sourceRun !== null, "report mode was chosen for an event without a workflow run");
	const search = await findPull(job.client(), sourceRun);
	if (search.status === "none") {
		notice(`Nothing was published: ${search.reason}`);
		await setNothing(job.runnerFiles);
		return;
	}
	const failures = [];
	const published = [];
	for (const pull of search.pulls) {
		const to = {
			pull: pull.number,
			headSha: sourceRun.headSha,
			config: DEFAULT_CONFIG,
			neverFails: true
		};
		try {
			const own = await reportOn(job, pull, sourceRun, { others: search.pulls.length - 1 });
			if (own !== null) published.push(own);
		} catch (error) {
			failures.push(error);
			published.push(await publishFailureSurfaces(job, error, to));
		}
	}
	const worst = published.toSorted((a, b) => GRAVITY.indexOf(a.outcome) - GRAVITY.indexOf(b.outcome))[0];
	await (worst === void 0 ? setNothing(job.runnerFiles) : worst.conclude());
	if (failures.length > 0) throw failures[0];
}
const GRAVITY = [
	"fail",
	"warn",
	"pass"
];
/** Judges and publishes for one pull request; null where this run measured for another one. */
async function reportOn(job, pull, run, { others }) {
	const client = job.client();
	const names = evidenceNames(job.inputs.key);
	const to = {
		pull: pull.number,
		headSha: run.headSha,
		config: DEFAULT_CONFIG,
		neverFails: true
	};
	const file = await readArtifactFile(client, {
		runId: run.id,
		name: names.artifact,
		file: names.file
	});
	if (file.status !== "found") return await publishMissing(job, file, run, to);
	const evidence = parseEvidence(file.text, names);
	if (!await isOfBase(job, pull, evidence)) {
		if (others > 0) {
			notice(`#${pull.number}: this run measured against another base`);
			return null;
		}
		throw new UserError("usage", `The base that was measured (${evidence.base.sha?.slice(0, 7) ?? "none"}) is no commit of ${pull.baseRef}`, "Run the measuring job again, on the event pull_request and without another base in base.ref.");
	}
	const merged = await configFilesAt(job, `refs/pull/${pull.number}/merge`);
	const own = configAmong(merged.size > 0 ? merged : await configFilesAt(job, run.headSha), job.configPath);
	const files = await configFilesAt(job, pull.baseRef);
	const held = effectiveConfig(own ?? DEFAULT_CONFIG, files, job.configPath);
	if (originOf(evidence).kind === "files") await refuseUnexpectedResults(job, evidence, held.base);
	refuseClaimedCommands(evidence, held);
	await refuseOlderBase(job, {
		pull,
		headSha: run.headSha,
		sha: evidence.base.sha
	}, held.config);
	const named = {
		...evidence,
		base: {
			label: "base",
			sha: evidence.base.sha,
			dirty: false
		},
		head: {
			label: "head",
			sha: run.headSha,
			dirty: false
		}
	};
	const assessment = await judged(job, named, held, await statementOf(job, pull, named, held.config));
	return await publishSurfaces(job, ending(job, run, assessment, held), {
		...to,
		config: held.config
	});
}
/**
* Throws a UserError for a base that is older than where the pull request begins: against it, what others
* made faster meanwhile would hide what the pull request makes slower.
*/
async function refuseOlderBase(job, { pull, headSha, sha }, { base: { ref } }) {
	if (ref.kind !== "merge-base" || sha === null || sha === pull.baseSha) return;
	const start = await mergeBase$1(job.client(), pull.baseRef, headSha);
	if (start === sha || start !== null && await mergeBase$1(job.client(), start, sha) === start) return;
	throw new UserError("usage", `The base that was measured (${sha.slice(0, 7)}) is older than the commit that the pull request starts from (${start?.slice(0, 7) ?? "unknown"})`, "Run the measuring job again, on the event pull_request and without another base in base.ref.");
}
/** What is published: with places only in suites of base, and as base's config lets a fork end. */
function ending({ context }, { headRepository }, assessment, { config, base }) {
	const isSuite = matcherOf((base ?? DEFAULT_CONFIG).suites);
	const placed = {
		...assessment,
		rows: assessment.rows.map((row) => isSuite(row.suite) ? row : {
			...row,
			location: null
		})
	};
	return headRepository?.toLowerCase() !== context.repository.fullName.toLowerCase() && config.forks === "warn" ? failuresAsWarnings(placed) : placed;
}
/**
* What the evidence is held against beside the stored runs: the files that the pull request touches show
* which suites it may have brought to base, and which benchmarks can be new or removed.
*/
async function statementOf(job, pull, evidence, { base, measure }) {
	const isOfPull = originOf(evidence).kind === "paired" && base.ref.kind === "merge-base";
	if (suitesFromHead(evidence).size === 0 && !(isOfPull && hasClaims(evidence))) return NOTHING_KNOWN;
	const { workingDirectory } = job.inputs;
	const below = workingDirectory === "." ? "" : `${workingDirectory}/`;
	const files = await filesOfPull(job.client(), pull.number);
	const touched = new Map([...files].flatMap(([path, change]) => path.startsWith(below) ? [[path.slice(below.length), change]] : []));
	const statement = statementOn(evidence, touched, measure);
	return isOfPull && files.size < 3e3 ? statement : {
		...NOTHING_KNOWN,
		refutationOf: statement.refutationOf
	};
}
/**
* Whether a gate measures or judges result files is for this repository to say. Its measuring job takes an
* input `results` for that, which nobody sees here: the input of this step stands for it, and else what the
* config file measures and what is stored.
*/
async function refuseUnexpectedResults(job, { base }, config) {
	if (job.inputs.results.length > 0) return;
	const { commands, suites, file } = config ?? DEFAULT_CONFIG;
	const measures = commands.length > 0 || String(suites) !== String(DEFAULT_CONFIG.suites);
	const nearest = async (lookUp) => (await lookUp(job, config ?? DEFAULT_CONFIG, base.sha, []))?.nearest ?? null;
	const why = measures ? `${file ?? "the config file"} of base names what to measure` : await nearest(readStored) !== null && await nearest(storedResults) === null ? "the stored runs were measured" : null;
	if (why === null) return;
	throw new UserError("usage", `The measuring job handed over result files in place of measurements, and ${why}`, "Where this gate is meant to judge result files, give the input `results` to the step that publishes, too.");
}
/**
* Whether the commit that was measured against is one of the branch that the pull request is to be merged
* into.
*/
async function isOfBase(job, pull, { base }) {
	if (base.sha === null) return false;
	return base.sha === pull.baseSha || await mergeBase$1(job.client(), pull.baseRef, base.sha) === base.sha;
}
/** The verdict on what was measured, under the config that this repository holds the pull request to. */
async function judged(job, evidence, { config, proposed, warnings: ofConfig }, stated) {
	const warnings = [...ofConfig];
	const stored = await (originOf(evidence).kind === "files" ? storedResults : readStored)(job, config, evidence.base.sha, warnings);
	const whole = {
		...evidence,
		command: "check",
		filter: null
	};
	try {
		const background = {
			clock: job.runtime.clock,
			stored,
			proposed,
			stated
		};
		const assessment = judgeEvidence(whole, { config }, background);
		const known = await knownHistory(stored, assessment, {
			config,
			clock: job.runtime.clock
		});
		return {
			...withStanding(assessment, known),
			warnings: [...assessment.warnings, ...warnings]
		};
	} catch (error) {
		throw error instanceof UserError ? new StatedError(error) : error;
	}
}
/**
* Publishes that the measuring job left nothing to judge. For one that was cancelled no comment is created,
* but one that is there is replaced.
*/
async function publishMissing(job, file, run, to) {
	const { serverUrl, repository } = job.context;
	const log = `${serverUrl}/${repository.fullName}/actions/runs/${run.id}`;
	const stopped = file.status === "missing" && (run.conclusion === "cancelled" || run.conclusion === "skipped");
	const why = stopped ? `The measuring job was ${run.conclusion}` : `Nothing to judge: ${file.reason}`;
	const error = new UserError("github", `${why}.`, `The log of the job that measured says more: ${log}`);
	if (file.status === "unfit") throw error;
	return await publishFailureSurfaces(job, error, {
		...to,
		mayCreate: !stopped
	});
}
/**
* What a revision holds at the places of the config file.
*/
async function configFilesAt(job, revision) {
	const { workingDirectory } = job.inputs;
	const files = /* @__PURE__ */ new Map();
	for (const place of placesOfConfig(job.configPath)) {
		const path = workingDirectory === "." ? place : `${workingDirectory}/${place}`;
		const text = await readFileAt(job.client(), revision, path).catch((error) => {
			if (error instanceof ApiError || !(error instanceof UserError)) throw error;
			return error;
		});
		if (text !== null) files.set(place, text);
	}
	return files;
}

// src/action/modes.ts
const RESULTS_NOT_READ = "No file of the input results is read here: a report judges what the measuring job handed over, and the input allows results.";
/** Does what was decided on. Throws a UserError, after it was published where somebody waits for a result. */
async function runMode(mode, opened) {
	const signal = mode === "record" ? withGrace(opened.signal) : opened.signal;
	const job = withStore(opened, {
		mayCache: mode !== "report",
		signal
	});
	try {
		switch (mode) {
			case "gate": return await gateJob(job);
			case "record": return await recordJob(job);
			case "report":
				if (job.inputs.results.length > 0) notice(RESULTS_NOT_READ);
				return await reportJob(job);
		}
	} finally {
		await putBackRunnerFiles(job);
	}
}

export { runMode };