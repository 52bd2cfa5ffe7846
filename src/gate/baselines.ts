import { type Difference, differenceOf, editOf, stateProcessor } from '../model/conditions.ts'
import { ERROR_RATE } from '../compare/error-rise.ts'
import { benchmarksOf, seriesOf } from '../history/series.ts'
import type { Environment } from '../model/assessment.ts'
import type { Baseline, RunKind, StoredRuns } from '../model/baseline.ts'
import type { Benchmark } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Metric } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { StoredMetric, StoredRun } from '../model/stored-run.ts'
import { type Facts, failureOn, type Origin } from './facts.ts'

/** Earlier values that a report shows. */
const SHOWN = 20

/** A benchmark's values in the last runs, oldest first, in the metric's unit. */
export const earlierValues = (
  { runs }: Pick<StoredRuns, 'runs'>,
  { benchmark, metric }: GatedMetric,
): number[] => seriesOf(runs, benchmark, metric.id, { limit: SHOWN })

/** Why no stored run can replace a base that could not be measured; null: the nearest one can. */
export function whyNotStored(stored: StoredRuns | null, environment: Environment): string | null {
  const nearest = stored?.nearest?.run.run
  if (!nearest) return 'no stored run of base or of one of its ancestors is there to compare with'
  const difference = storedDifference(stored, environment)
  if (difference !== null)
    return `the stored run nearest to base was measured on ${difference.base}, and head on ${difference.head}`
  if (nearest.environment.cpu === environment.cpu || isElsewhere(nearest.environment, environment))
    return null
  return `the stored run nearest to base was measured on another processor (${nearest.environment.cpu}; here: ${environment.cpu})`
}

/** How the nearest stored run was measured differently, as far as its tools and those of head say it. */
const storedDifference = (stored: StoredRuns | null, { measuredOn }: Environment): Difference | null =>
  differenceOf(stored?.nearest?.run.run.environment.measuredOn, measuredOn)

/** Whether both files of results name their processor, which need not be that of the job that reads them. */
const isElsewhere = (one: { measuredOn?: Environment['measuredOn'] }, other: Environment): boolean =>
  stateProcessor(one.measuredOn, other.measuredOn)

/** What the choice of a baseline depends on besides the facts. */
export interface BaselineChoice {
  command: 'check' | 'compare' | 'record'
  stored: StoredRuns | null
  environment: Environment
}

/** What the run in the place of base is to its readers. */
export const runKindOf = (_stored: StoredRuns | null): RunKind => 'stored'

/**
 * The nearest stored run, where it replaces base. A check needs a base; a commit can be recorded without one.
 */
export const storedBase = ({ origin }: Facts, { command, stored }: BaselineChoice): StoredRun | null =>
  origin.kind !== 'paired' && command === 'check' ? (stored?.nearest?.run ?? null) : null

/** What head's values of one benchmark and metric are compared with. */
export function baselineOf(
  facts: Facts,
  gated: GatedMetric,
  benchmark: Benchmark,
  choice: BaselineChoice,
): Baseline {
  const run = storedBase(facts, choice)
  if (run !== null) return storedBaseline(facts.origin, gated, benchmark, { run, choice })
  if (facts.origin.kind === 'files') return { kind: 'none', why: null }
  const failure = failureOn(facts, gated, 'base')
  if (gated.presence === 'both' && failure === null) return { kind: 'paired' }
  return {
    kind: 'none',
    why: failure ?? knownToHistory(facts, gated, benchmark, choice) ?? movedFrom(benchmark),
  }
}

function storedBaseline(
  { kind }: Origin,
  gated: GatedMetric,
  { head: onHead }: Benchmark,
  { run, choice }: { run: StoredRun; choice: BaselineChoice },
): Baseline {
  const { benchmark, metric } = gated
  const known = storedMetric(run, benchmark, metric.id)
  // The change adds the metric; it is not that it could not be compared.
  if (kind === 'files' && known === null) return { kind: 'none', why: null }
  const { cpu } = run.run.environment
  const sameCpu = choice.stored!.runs.filter((one) => one.run.environment.cpu === cpu)
  const edit = editOf(benchmarksOf(run.run).get(benchmark)?.version, onHead?.hash)
  const why = kind === 'files' ? (edit ?? whyNotFiles(metric, known!, choice)) : whyNotMeasured(metric, known)
  return {
    kind: runKindOf(choice.stored),
    metric: known,
    errorRates: storedMetric(run, benchmark, ERROR_RATE)?.values ?? [],
    earlier: earlierValues({ runs: sameCpu }, gated),
    obstacle:
      why === null
        ? null
        : { findings: [why], severity: kind === 'files' && edit === null ? 'pass' : 'warn' },
  }
}

const whyNotMeasured = ({ unit }: Metric, known: StoredMetric | null): Finding | null =>
  known !== null && known.values.length > 0 && known.unit === unit ? null : { code: 'not-in-stored-run' }

function whyNotFiles(
  { exact, unit }: Metric,
  known: StoredMetric,
  { stored, environment }: BaselineChoice,
): Finding | null {
  // Deterministic values are the same on every machine.
  const isFree = exact && storedDifference(stored, environment)?.ofCounts !== true
  const otherMachine = isFree ? null : whyNotStored(stored, environment)
  if (otherMachine !== null) return { code: 'not-compared', obstacle: otherMachine }
  if (known.values.length === 0) return { code: 'no-stored-value' }
  return known.unit === unit ? null : { code: 'stored-unit-differs' }
}

/**
 * Why a benchmark or metric that base was measured without is not new, because the nearest stored run has it;
 * null: it may be new. A benchmark that moved is known to have been on base.
 */
function knownToHistory(
  { origin }: Facts,
  { benchmark, metric }: GatedMetric,
  { movedFrom }: Benchmark,
  { stored }: BaselineChoice,
): Finding | null {
  const run = stored?.nearest?.run
  if (run === undefined || origin.kind !== 'paired' || movedFrom !== null) return null
  if (!storedMetric(run, benchmark, metric.id)?.values.length) return null
  return { code: 'stored-run-has-it', sha: run.run.commit.sha }
}

function movedFrom({ movedFrom: from, source }: Benchmark): Finding | null {
  if (from === null) return null
  return source === 'command' ? { code: 'moved-command' } : { code: 'moved-suite', from }
}

/** A metric of one benchmark in a stored run; null when the run does not have it. */
const storedMetric = ({ run }: StoredRun, benchmark: string, metric: string): StoredMetric | null =>
  benchmarksOf(run)
    .get(benchmark)
    ?.metrics.find((one) => one.metric === metric) ?? null
