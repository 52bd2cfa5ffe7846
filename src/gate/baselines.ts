import { type Difference, differenceOf, editOf, stateProcessor } from '../model/conditions.ts'
import { ERROR_RATE } from '../compare/error-rise.ts'
import { findStored, seriesOf, type Sought } from '../history/series.ts'
import { nearestThat, systemOf } from '../history/stored-runs.ts'
import type { Environment } from '../model/assessment.ts'
import type { AncestorRun, Baseline, RunKind, StoredRuns } from '../model/baseline.ts'
import { keyText } from '../model/benchmark.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { type Metric, usualMetric } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { Run, StoredMetric, StoredRun } from '../model/stored-run.ts'
import { type Facts, failureOn, type Origin } from './facts.ts'
import { looksRenamed, type Moved } from './pairing.ts'
import { hasValues } from './stored-benchmarks.ts'

/** How many earlier values a report shows. */
const SHOWN = 20

/** A benchmark's values in the last runs, oldest first, in the metric's unit. */
export const earlierValues = ({ runs }: Pick<StoredRuns, 'runs'>, gated: GatedMetric): number[] =>
  seriesOf(runs, gated, gated.metric.id, { limit: SHOWN })

/** Why no stored run can replace a base that could not be measured; null: the nearest one can. */
export function whyNotStored(stored: StoredRuns | null, environment: Environment): string | null {
  const nearest = stored?.nearest?.run.run
  if (!nearest) return 'no stored run of base or of one of its ancestors is there to compare with'
  const elsewhere = otherMachine(nearest, environment)
  return elsewhere && `the stored run nearest to base was ${elsewhere}`
}

/** How a stored run was measured differently, as far as its tools and those of head say it. */
const differenceFrom = (run: Run, { measuredOn }: Environment): Difference | null =>
  differenceOf(run.environment.measuredOn, measuredOn)

/** Why the times of a run cannot be compared with those measured here; null: they can. */
function otherMachine(run: Run, here: Environment): string | null {
  const difference = differenceFrom(run, here)
  if (difference !== null) return `measured on ${difference.base}, and head on ${difference.head}`
  const system = otherSystem(run, here)
  if (system !== null) return system
  // Where both files name their processor, that of the job that reads them says nothing.
  return run.environment.cpu === here.cpu || stateProcessor(run.environment.measuredOn, here.measuredOn)
    ? null
    : `measured on another processor (${run.environment.cpu}; here: ${here.cpu})`
}

function otherSystem({ environment }: Run, here: Environment): string | null {
  const [there, system] = [systemOf(environment), systemOf(here)]
  return there === null || system === null || there === system
    ? null
    : `measured on another system (${there}; here: ${system})`
}

/** What the choice of a baseline depends on besides the facts. */
export interface BaselineChoice {
  command: 'check' | 'compare' | 'record'
  stored: StoredRuns | null
  environment: Environment
  /** New benchmarks that a removed one most likely became, by id. */
  moved: ReadonlyMap<string, Moved>
  /** Where the evidence is the pull request's own statement: what its claims are held against. */
  claims?: Claims | null
}

interface Claims {
  /** Why a benchmark cannot be on one side only; null: it can. */
  doubtOf: (benchmark: Benchmark) => Finding | null
  /** The directions that the config files declare. */
  metrics: Config['metrics']
}

/** What the run in the place of base is to its readers. */
export const runKindOf = (_stored: StoredRuns | null): RunKind => 'stored'

/**
 * The nearest stored run, where it replaces base. A check needs a base; a commit can be recorded without one.
 */
export const storedBase = (
  { origin }: Facts,
  { command, stored }: Pick<BaselineChoice, 'command' | 'stored'>,
): StoredRun | null =>
  origin.kind !== 'paired' && command === 'check' ? (stored?.nearest?.run ?? null) : null

/** What head's values of one benchmark and metric are compared with. */
export function baselineOf(
  facts: Facts,
  gated: GatedMetric,
  benchmark: Benchmark,
  choice: BaselineChoice,
): Baseline {
  if (storedBase(facts, choice) !== null) return storedBaseline(facts.origin, gated, benchmark, choice)
  if (facts.origin.kind === 'files') return { kind: 'none', why: null }
  const failure = failureOn(facts, gated, 'base')
  if (gated.presence === 'both' && failure === null) {
    const turned = turnedDirection(gated, choice)
    return turned === null ? { kind: 'paired' } : { kind: 'none', why: turned }
  }
  return {
    kind: 'none',
    why:
      failure ??
      differingNumber(facts, gated) ??
      surelyRenamed(gated, choice) ??
      knownToHistory(facts, gated, choice) ??
      (benchmark.base === null ? (choice.claims?.doubtOf(benchmark) ?? null) : null),
  }
}

/**
 * Evidence that is somebody's own statement does not say which direction is better either, where the
 * config file of base, the nearest stored run or the name of the metric do.
 */
function turnedDirection(gated: GatedMetric, { claims, stored }: BaselineChoice): Finding | null {
  if (claims == null) return null
  const { id, better: claimed } = gated.metric
  const run = nearestThat(stored, (one) => storedMetric(one, gated, id) !== null)?.run.run
  const declared = Object.hasOwn(claims.metrics, id) ? claims.metrics[id]! : null
  const known =
    (declared !== null && declared.added !== true ? declared.better : null) ??
    (run === undefined ? null : storedMetric(run, gated, id)!.better) ??
    usualMetric(id)?.better ??
    claimed
  return known === claimed ? null : { code: 'direction-claimed', known, claimed }
}

function storedBaseline(
  { kind }: Origin,
  gated: GatedMetric,
  { head }: Benchmark,
  choice: BaselineChoice,
): Baseline {
  const { metric, limits } = gated
  const { stored, environment } = choice
  const ofFiles = kind === 'files'
  const found = nearestWith(stored, gated)
  // The change adds the benchmark or the metric; it is not that it could not be compared.
  if (ofFiles && found === null) return { kind: 'none', why: null }
  const nearest = stored!.nearest!.run.run
  const { run } = found?.run ?? { run: nearest }
  const known = storedMetric(run, gated, metric.id)
  const sameCpu = stored!.runs.filter((one) => one.run.environment.cpu === run.environment.cpu)
  const place = run === nearest ? 'nearest to base' : 'that has it'
  // Deterministic values are the same on every machine.
  const isFree = metric.exact && differenceFrom(run, environment)?.ofCounts !== true
  const elsewhere = isFree ? null : otherMachine(run, environment)
  const edit = ofFiles ? editOf(findStored(run, gated)?.version, head?.hash) : null
  const why: Finding | null =
    edit ??
    (elsewhere !== null
      ? { code: 'not-compared', obstacle: `the stored run ${place} was ${elsewhere}` }
      : ofFiles
        ? whyNotFiles(metric, known)
        : whyNotMeasured(metric, known))
  // That the nearest run is of another machine is said once for all; any other budget without a base warns.
  const isSaid = elsewhere !== null && run === nearest
  const isOpen = !ofFiles || edit !== null || (!isSaid && limits.maxRegression !== null)
  return {
    kind: runKindOf(stored),
    metric: known,
    errorRates: storedMetric(run, gated, ERROR_RATE)?.values ?? [],
    earlier: earlierValues({ runs: sameCpu }, gated),
    obstacle: why === null ? null : { findings: [why], severity: isOpen ? 'warn' : 'pass' },
    basis:
      run === nearest
        ? []
        : [
            {
              code: 'older-stored-run',
              sha: run.commit.sha,
              nearest: nearest.commit.sha,
              elsewhere: otherSystem(run, environment),
            },
          ],
  }
}

/**
 * The nearest run that has a value of a metric. If none has: a run that names the metric, or the benchmark if
 * that never had a value of any metric. Null: it is new.
 */
function nearestWith(stored: StoredRuns | null, gated: GatedMetric): AncestorRun | null {
  const runWith = (fits: (run: Run) => boolean) => nearestThat(stored, fits)
  const known =
    runWith((run) => hasValue(run, gated, gated.metric.id)) ??
    runWith((run) => storedMetric(run, gated, gated.metric.id) !== null)
  if (known !== null || runWith((run) => hasValues(run, gated)) !== null) return known
  return runWith((run) => findStored(run, gated) !== null)
}

const whyNotMeasured = ({ unit }: Metric, known: StoredMetric | null): Finding | null =>
  known !== null && known.values.length > 0 && known.unit === unit ? null : { code: 'not-in-stored-run' }

function whyNotFiles({ unit }: Metric, known: StoredMetric | null): Finding | null {
  if (known === null || known.values.length === 0) return { code: 'no-stored-value' }
  return known.unit === unit ? null : { code: 'stored-unit-differs' }
}

/** Base has benchmarks of this name in the suite too, and which of them this one is cannot be told. */
function differingNumber({ survey }: Facts, { suite, name, presence }: GatedMetric): Finding | null {
  if (presence !== 'head') return null
  return goneNames(survey.benchmarks).has(nameIn(suite, name)) ? { code: 'occurrences-differ' } : null
}

const nameIn = (suite: string, name: string): string => keyText({ suite, name, occurrence: 1 })

/** The names in suites that only base has, of some number. Listed once: every new benchmark asks. */
function goneNames(benchmarks: readonly Benchmark[]): ReadonlySet<string> {
  const known = listed.get(benchmarks)
  if (known !== undefined) return known
  const gone = benchmarks.filter(({ base, head }) => head === null && base !== null)
  const names = new Set(gone.map(({ suite, name }) => nameIn(suite, name)))
  listed.set(benchmarks, names)
  return names
}
const listed = new WeakMap<readonly Benchmark[], ReadonlySet<string>>()

function surelyRenamed(gated: GatedMetric, { moved }: BaselineChoice): Finding | null {
  const found = moved.get(gated.benchmark)
  return found?.isSure === true ? looksRenamed(found.from, gated) : null
}

/**
 * Why a benchmark or metric that base was measured without is not new, because a stored run of base or of an
 * ancestor has it; null: it may be new.
 */
function knownToHistory({ origin }: Facts, gated: GatedMetric, { stored }: BaselineChoice): Finding | null {
  if (origin.kind !== 'paired') return null
  const run = nearestThat(stored, (one) => hasValue(one, gated, gated.metric.id))?.run.run
  return run === undefined ? null : { code: 'stored-run-has-it', sha: run.commit.sha }
}

/** The commit of the nearest stored run, where that has a value of a metric; null: it has none. */
export function storedCommit(stored: StoredRuns | null, gated: GatedMetric): string | null {
  const run = stored?.nearest?.run.run
  return run !== undefined && hasValue(run, gated, gated.metric.id) ? run.commit.sha : null
}

/** A metric of one benchmark in a stored run; null when the run does not have it. */
const storedMetric = (run: Run, benchmark: Sought, metric: string): StoredMetric | null =>
  findStored(run, benchmark)?.metrics.find((one) => one.metric === metric) ?? null

const hasValue = (run: Run, benchmark: Sought, metric: string): boolean =>
  (storedMetric(run, benchmark, metric)?.values.length ?? 0) > 0
