import { ERROR_RATE } from '../compare/error-rise.ts'
import { findStored, seriesOf, type Sought } from '../history/series.ts'
import type { Environment } from '../model/assessment.ts'
import type { Baseline, RunKind, StoredRuns } from '../model/baseline.ts'
import type { Finding } from '../model/finding.ts'
import type { Metric } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import type { StoredMetric, StoredRun } from '../model/stored-run.ts'
import { type Facts, failureOn, type Origin } from './facts.ts'
import { looksRenamed, type Moved } from './pairing.ts'

/** Earlier values that a report shows. */
const SHOWN = 20

/** A benchmark's values in the last runs, oldest first, in the metric's unit. */
export const earlierValues = ({ runs }: Pick<StoredRuns, 'runs'>, gated: GatedMetric): number[] =>
  seriesOf(runs, gated, gated.metric.id, { limit: SHOWN })

/** Why no stored run can replace a base that could not be measured; null: the nearest one can. */
export function whyNotStored(stored: StoredRuns | null, environment: Environment): string | null {
  const nearest = stored?.nearest?.run.run
  if (!nearest) return 'no stored run of base or of one of its ancestors is there to compare with'
  if (nearest.environment.cpu === environment.cpu) return null
  return `the stored run nearest to base was measured on another processor (${nearest.environment.cpu}; here: ${environment.cpu})`
}

/** What the choice of a baseline depends on besides the facts. */
export interface BaselineChoice {
  command: 'check' | 'compare' | 'record'
  stored: StoredRuns | null
  environment: Environment
  /** New benchmarks that a removed one most likely became, by id. */
  moved: ReadonlyMap<string, Moved>
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
export function baselineOf(facts: Facts, gated: GatedMetric, choice: BaselineChoice): Baseline {
  const run = storedBase(facts, choice)
  if (run !== null) return storedBaseline(facts.origin, gated, run, choice)
  if (facts.origin.kind === 'files') return { kind: 'none', why: null }
  const failure = failureOn(facts, gated, 'base')
  if (gated.presence === 'both' && failure === null) return { kind: 'paired' }
  return {
    kind: 'none',
    why:
      failure ??
      differingNumber(facts, gated) ??
      surelyRenamed(gated, choice) ??
      knownToHistory(facts, gated, choice),
  }
}

function storedBaseline(
  { kind }: Origin,
  gated: GatedMetric,
  run: StoredRun,
  choice: BaselineChoice,
): Baseline {
  const { metric } = gated
  const known = storedMetric(run, gated, metric.id)
  // The change adds the metric; it is not that it could not be compared.
  if (kind === 'files' && known === null) return { kind: 'none', why: null }
  const { cpu } = run.run.environment
  const sameCpu = choice.stored!.runs.filter((one) => one.run.environment.cpu === cpu)
  const why = kind === 'files' ? whyNotFiles(metric, known!, choice) : whyNotMeasured(metric, known)
  return {
    kind: runKindOf(choice.stored),
    metric: known,
    errorRates: storedMetric(run, gated, ERROR_RATE)?.values ?? [],
    earlier: earlierValues({ runs: sameCpu }, gated),
    obstacle: why === null ? null : { findings: [why], severity: kind === 'files' ? 'pass' : 'warn' },
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
  const otherMachine = exact ? null : whyNotStored(stored, environment)
  if (otherMachine !== null) return { code: 'not-compared', obstacle: otherMachine }
  if (known.values.length === 0) return { code: 'no-stored-value' }
  return known.unit === unit ? null : { code: 'stored-unit-differs' }
}

/** Base has benchmarks of this name in the suite too, and which of them this one is cannot be told. */
function differingNumber({ survey }: Facts, { suite, name, presence }: GatedMetric): Finding | null {
  if (presence !== 'head') return null
  const isAlike = survey.benchmarks.some(
    (one) => one.suite === suite && one.name === name && one.head === null && one.base !== null,
  )
  return isAlike ? { code: 'occurrences-differ' } : null
}

function surelyRenamed(gated: GatedMetric, { moved }: BaselineChoice): Finding | null {
  const found = moved.get(gated.benchmark)
  return found?.isSure === true ? looksRenamed(found.from, gated) : null
}

/**
 * Why a benchmark or metric that base was measured without is not new, because the nearest stored run has it;
 * null: it may be new.
 */
function knownToHistory({ origin }: Facts, gated: GatedMetric, { stored }: BaselineChoice): Finding | null {
  const run = stored?.nearest?.run
  if (run === undefined || origin.kind !== 'paired') return null
  if (!storedMetric(run, gated, gated.metric.id)?.values.length) return null
  return { code: 'stored-run-has-it', sha: run.run.commit.sha }
}

/** A metric of one benchmark in a stored run; null when the run does not have it. */
const storedMetric = ({ run }: StoredRun, benchmark: Sought, metric: string): StoredMetric | null =>
  findStored(run, benchmark)?.metrics.find((one) => one.metric === metric) ?? null
