import type { Severity, Verdict } from '../model/assessment.ts'
import type { Comparison, Decision, Limits } from '../model/comparison.ts'
import type { Waiver } from '../model/config.ts'
import { costToEffect, costToWorsening, worseningCost } from '../model/cost.ts'
import type { Metric } from '../model/metric.ts'
import { absoluteState, type LimitState, promiseState } from './limits.ts'

export interface Judgement {
  verdict: Verdict
  severity: Severity
  notes: string[]
  /** The waiver that was applied or that fell short; null when none was needed. */
  waiver: Waiver | null
  /** The limit that led to the verdict; null where none did. */
  limit: LimitName | null
}

export type LimitName = Exclude<keyof Limits, 'cap'>

export interface Case {
  metric: Metric
  limits: Limits
  comparison: Comparison
  waiver: Waiver | null
  /** ISO date, compared with a waiver's last day. */
  today: string
}

const percent = (fraction: number) => `${(100 * fraction).toFixed(1)} %`

/** What a comparison and its budget amount to. Several limits can hold for one row: the gravest finding is the row's. */
export function judge(input: Case): Judgement {
  const { comparison, limits } = input
  if (comparison.pairs === 0) {
    // Too little for a comparison can be enough to break a limit of head's own.
    const broken = judgeLimit(input)
    if (broken?.verdict === 'over-budget') return broken
    return { verdict: 'insufficient', severity: atMost(limits, 'warn'), notes: [], waiver: null, limit: null }
  }
  const { decision } = comparison
  const change = decision === null ? describeChange(comparison) : judgeChange(input, decision)
  return [change, judgeLimit(input), judgePromise(input)]
    .filter((finding) => finding !== null)
    .reduce((gravest, finding) => (gravity(finding) > gravity(gravest) ? finding : gravest))
}

const SEVERITIES: Severity[] = ['pass', 'warn', 'fail']
/** Among findings of one severity, what a reader must know comes first. */
const BY_WEIGHT: Verdict[] = [
  'unchanged',
  'improvement',
  'inconclusive',
  'slower-small',
  'accepted',
  'regression',
  'over-budget',
]

const gravity = (j: Judgement) => SEVERITIES.indexOf(j.severity) * 100 + BY_WEIGHT.indexOf(j.verdict)

/** A severity within what the budget's `severity` allows. */
export function atMost(limits: Pick<Limits, 'cap'>, severity: Severity): Severity {
  if (limits.cap === 'off') return 'pass'
  return limits.cap === 'warn' && severity === 'fail' ? 'warn' : severity
}

/** The log costs of the two levels of a relative budget; a missing one is taken as half or double of the other. */
export function relativeLevels(
  { better }: Metric,
  limits: Limits,
  fallback: number,
): { warn: number; fail: number } {
  const fail =
    limits.maxRegression?.fail ?? (limits.maxRegression?.warn ? 2 * limits.maxRegression.warn : fallback)
  const warn = limits.maxRegression?.warn ?? fail / 2
  return { warn: worseningCost(better, warn), fail: worseningCost(better, fail) }
}

/** Logs of equal ratios differ in the last digits: exactly at the limit is the limit. */
const ROUNDING = 1e-9

/** Fail level of a comparison that no budget names. */
export const DEFAULT_MAX_REGRESSION = 0.05

/** A change that no budget limits, and that was therefore not tested: only what its interval shows. */
function describeChange({ low, high }: Comparison): Judgement {
  const verdict = (low ?? 0) > 0 ? 'slower-small' : (high ?? 0) < 0 ? 'improvement' : 'unchanged'
  return {
    verdict,
    severity: 'pass',
    notes: ['Its relative change has no budget and was not tested.'],
    waiver: null,
    limit: null,
  }
}

function judgeChange({ metric, limits, comparison, waiver, today }: Case, decision: Decision): Judgement {
  const levels = relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION)
  const estimate = comparison.estimate ?? 0
  const plain = (verdict: Verdict, severity: Severity, notes: string[] = []): Judgement => ({
    verdict,
    severity: atMost(limits, severity),
    notes,
    waiver: null,
    limit: 'maxRegression',
  })
  switch (decision) {
    case 'regression':
      break
    case 'unchanged':
    case 'slower-small':
    case 'improvement':
      return plain(decision, 'pass')
    case 'inconclusive': {
      const notes = comparison.confirmed === false ? [unconfirmed(comparison, metric)] : []
      return plain(
        'inconclusive',
        // Values of a deterministic metric that overlap are not even a suspicion.
        estimate >= levels.fail && comparison.confirmed !== false && !metric.exact ? 'warn' : 'pass',
        notes,
      )
    }
  }
  // Without a fail level nothing fails: a budget with a warn level alone, or `compare`, which asks for no budget.
  const canFail = limits.maxRegression?.fail != null
  const found = plain('regression', canFail && estimate >= levels.fail - ROUNDING ? 'fail' : 'warn')
  if (!waiver) return found
  const worsening = costToWorsening(metric.better, estimate)
  if (waiver.until !== null && today > waiver.until) {
    return { ...found, waiver, notes: [`The waiver ended on ${waiver.until}: ${waiver.reason}`] }
  }
  // Above a base of zero there is no ratio to hold against the ceiling: what was accepted is that it is no longer zero.
  if (worsening > waiver.upTo + ROUNDING && comparison.base.value !== 0) {
    return {
      ...found,
      waiver,
      notes: [`Accepted up to ${percent(waiver.upTo)}, measured ${percent(worsening)}: ${waiver.reason}`],
    }
  }
  const until = waiver.until === null ? '' : ` until ${waiver.until}`
  return {
    verdict: 'accepted',
    severity: 'pass',
    waiver,
    limit: 'maxRegression',
    notes: [`Accepted up to ${percent(waiver.upTo)}${until}: ${waiver.reason}`],
  }
}

/** Why a finding did not last. One that is not even possible alone came from what shared the process with the benchmark. */
function unconfirmed({ first, low, high }: Comparison, { better }: Metric): string {
  const estimate = first?.estimate ?? 0
  const size = percent(Math.abs(costToEffect(better, estimate)))
  const change = `a change of ${size} for the ${estimate > 0 ? 'worse' : 'better'}`
  const isRuledOut = estimate < (low ?? -Infinity) || estimate > (high ?? Infinity)
  return first?.hadNeighbours && isRuledOut
    ? `It depends on its neighbours: beside the other benchmarks of its process it showed ${change}, and not when it ran alone.`
    : `It showed ${change} at first, which did not recur when it was measured again.`
}

/** `max` and `min`, which need no base; null while they hold. */
export function judgeLimit({ limits, comparison }: Pick<Case, 'limits' | 'comparison'>): Judgement | null {
  for (const limit of ['max', 'min'] as const) {
    if (limits[limit] === null) continue
    const alone = { ...limits, max: null, min: null, [limit]: limits[limit] }
    const finding = fromState(absoluteState(alone, comparison.headInterval), limits, {
      limit,
      beyond: 'The limit lies outside the whole interval of the head’s own value.',
      undecided: 'The interval of the head’s own value straddles its limit.',
    })
    if (finding) return finding
  }
  return null
}

function judgePromise({ metric, limits, comparison }: Case): Judgement | null {
  if (!limits.minImprovement) return null
  const limit = 'minImprovement'
  const needed = percent(limits.minImprovement.fail ?? limits.minImprovement.warn ?? 0)
  const state = promiseState(limits, metric, comparison)
  if (state === 'within') return { verdict: 'improvement', severity: 'pass', notes: [], waiver: null, limit }
  return fromState(state, limits, {
    limit,
    beyond: `An improvement of ${needed} is required here, and was not reached.`,
    undecided: `Whether the required improvement of ${needed} was reached could not be shown.`,
  })
}

function fromState(
  state: LimitState,
  limits: Limits,
  texts: { limit: LimitName; beyond: string; undecided: string },
): Judgement | null {
  const { limit } = texts
  switch (state) {
    case 'within':
      return null
    case 'undecided': {
      const severity = atMost(limits, 'warn')
      return { verdict: 'inconclusive', severity, notes: [texts.undecided], waiver: null, limit }
    }
    case 'beyond-warn':
    case 'beyond-fail': {
      const severity = atMost(limits, state === 'beyond-fail' ? 'fail' : 'warn')
      return { verdict: 'over-budget', severity, notes: [texts.beyond], waiver: null, limit }
    }
  }
}
