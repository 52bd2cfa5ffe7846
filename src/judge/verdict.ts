import { invariant } from '../errors.ts'
import type { Severity, Verdict } from '../model/assessment.ts'
import type { Baseline } from '../model/baseline.ts'
import type { Comparison, Decision, Limits } from '../model/comparison.ts'
import type { Waiver } from '../model/config.ts'
import { costToEffect, costToWorsening, worseningCost } from '../model/cost.ts'
import type { Finding } from '../model/finding.ts'
import type { Metric } from '../model/metric.ts'
import type { GatedMetric, LimitName } from '../model/plan.ts'
import { absoluteState, type LimitState, promiseState } from './limits.ts'

export interface Judgement {
  verdict: Verdict
  severity: Severity
  findings: readonly Finding[]
  /** The waiver that was applied or that fell short; null when none was needed. */
  waiver: Waiver | null
  /** The limit that led to the verdict; null where none did. */
  limit: LimitName | null
}

/** Why head has no value that could be compared. */
export type Absence =
  | { kind: 'failed'; findings: readonly Finding[]; onBaseToo: boolean }
  /**
   * Head no longer has it. `named`: a budget asks for it. `dropped`: the change removes that budget too.
   * `suspicions`: why its absence is no ordinary edit.
   */
  | {
      kind: 'gone'
      findings: readonly Finding[]
      named: boolean
      dropped: boolean
      suspicions: readonly Finding[]
    }

/** All that the verdict on one benchmark and metric depends on. */
export interface Case {
  gated: Pick<GatedMetric, 'metric' | 'limits' | 'waiver'>
  baseline: Baseline
  comparison: Comparison
  absence: Absence | null
  /** Whether head's values come from result files, to which no values can be added. */
  ofFiles: boolean
  /** Set where some processes or files of a side failed while others have a value; null: none failed. */
  partial: { base: Finding | null; head: Finding | null }
  /** ISO date, compared with a waiver's last day. */
  today: string
}

/**
 * The verdict on one benchmark and metric, from its comparison and its budget: the only place where a verdict
 * is made. Where several limits hold for one row, the gravest judgement becomes the row's.
 */
export function judge(input: Case): Judgement {
  const { absence, baseline, comparison, gated } = input
  if (absence !== null) return withDoubts(input, judgeAbsence(absence, gated.limits))
  // Head did other work than base in the same block, so no limit of head's own value holds either.
  if (comparison.voidBy !== null && baseline.kind === 'paired')
    return ruling(gated.limits, 'failed', 'fail', [comparison.voidBy])
  const gravest = [judgeChange(input), judgeOwnValue(input), judgePromise(input)]
    .filter((one) => one !== null)
    .reduce((most, one) => (gravity(one) > gravity(most) ? one : most))
  return withDoubts(input, gravest)
}

const SEVERITIES: Severity[] = ['pass', 'warn', 'fail']
/** Of judgements with one severity, the one with the largest weight prevails: it matters most to a reader. */
const WEIGHTS: Record<Verdict, number> = {
  failed: 0,
  missing: 0,
  removed: 0,
  new: 0,
  insufficient: 0,
  unchanged: 1,
  improvement: 2,
  inconclusive: 3,
  'slower-small': 4,
  accepted: 5,
  regression: 6,
  'over-budget': 7,
}

const gravity = (j: Judgement) => SEVERITIES.indexOf(j.severity) * 100 + WEIGHTS[j.verdict]

/** The severity, limited by what the budget's `severity` allows. */
function atMost({ cap }: Limits, severity: Severity): Severity {
  if (cap === 'off') return 'pass'
  return cap === 'warn' && severity === 'fail' ? 'warn' : severity
}

const ruling = (
  limits: Limits,
  verdict: Verdict,
  severity: Severity,
  findings: readonly Finding[] = [],
  limit: LimitName | null = null,
): Judgement => ({ verdict, severity: atMost(limits, severity), findings, waiver: null, limit })

/**
 * Log costs (positive) of the warn and fail levels of a relative budget. A missing warn level is half of the
 * fail level, a missing fail level twice the warn level.
 */
export function relativeLevels(
  { better }: Pick<Metric, 'better'>,
  limits: Pick<Limits, 'maxRegression'>,
): { warn: number; fail: number } {
  const { warn: warnAt, fail: failAt } = limits.maxRegression ?? { warn: null, fail: null }
  const fail = failAt ?? (warnAt ? 2 * warnAt : DEFAULT_MAX_REGRESSION)
  return { warn: worseningCost(better, warnAt ?? fail / 2), fail: worseningCost(better, fail) }
}

/**
 * Tolerance for log costs of equal ratios, which differ in their last digits: a value exactly at the
 * limit has reached it.
 */
const ROUNDING = 1e-9

/** Fail level of a comparison without a budget, a fraction. */
const DEFAULT_MAX_REGRESSION = 0.05

function judgeAbsence(absence: Absence, limits: Limits): Judgement {
  // The change did not break what already failed on base.
  if (absence.kind === 'failed')
    return ruling(limits, 'failed', absence.onBaseToo ? 'warn' : 'fail', absence.findings)
  const { named, dropped, suspicions } = absence
  if (named && !dropped) return ruling(limits, 'missing', 'fail', [...absence.findings, ...suspicions])
  const findings = [...absence.findings, ...(named ? [{ code: 'removed-with-budget' } as const] : [])]
  const severity = named || suspicions.length > 0 ? 'warn' : 'pass'
  return ruling(limits, 'removed', severity, [...findings, ...suspicions])
}

function judgeChange({ gated, baseline, comparison, today }: Case): Judgement {
  const { limits, metric, waiver } = gated
  const { decision, obstacle, voidBy } = comparison
  if (voidBy !== null) return ruling(limits, 'failed', 'warn', [voidBy])
  if (obstacle !== null) return ruling(limits, 'insufficient', obstacle.severity, obstacle.findings)
  switch (baseline.kind) {
    case 'none':
      return ruling(limits, 'new', 'pass')
    case 'paired':
      return decision === null
        ? describeChange(comparison, limits)
        : judgePaired({ limits, metric, comparison, waiver, today }, decision)
    default:
      invariant(decision !== null, 'what was compared with another job is undecided')
      // What another job measured is not controlled: it can warn, and never fails.
      return ruling(limits, decision, decision === 'regression' ? 'warn' : 'pass')
  }
}

/**
 * A change that no budget limits was not tested. Its verdict says only what its interval (log costs) shows.
 */
function describeChange({ low, high }: Comparison, limits: Limits): Judgement {
  const verdict = (low ?? 0) > 0 ? 'slower-small' : (high ?? 0) < 0 ? 'improvement' : 'unchanged'
  return ruling(limits, verdict, 'pass', [{ code: 'change-without-budget' }])
}

interface PairedCase {
  limits: Limits
  metric: Metric
  comparison: Comparison
  waiver: Waiver | null
  today: string
}

function judgePaired(
  { metric, limits, comparison, waiver, today }: PairedCase,
  decision: Decision,
): Judgement {
  const levels = relativeLevels(metric, limits)
  const estimate = comparison.estimate ?? 0
  const plain = (verdict: Verdict, severity: Severity, findings: Finding[] = []) =>
    ruling(limits, verdict, severity, findings, 'maxRegression')
  if (decision === 'inconclusive') {
    const isRefuted = comparison.confirmed === false
    // Overlapping values of a deterministic metric do not even raise a suspicion.
    const mayBeWorse = estimate >= levels.fail && !isRefuted && !metric.exact
    return plain(decision, mayBeWorse ? 'warn' : 'pass', isRefuted ? [unconfirmed(comparison, metric)] : [])
  }
  if (decision !== 'regression') return plain(decision, 'pass')
  // Nothing fails without a fail level: with a budget that has a warn level alone, or under `compare`, which
  // applies no budget.
  const canFail = limits.maxRegression?.fail != null
  const found = plain('regression', canFail && estimate >= levels.fail - ROUNDING ? 'fail' : 'warn')
  if (!waiver) return found
  const { reason, until, upTo } = waiver
  if (until !== null && today > until)
    return { ...found, waiver, findings: [{ code: 'waiver-ended', until, reason }] }
  const worsening = costToWorsening(metric.better, estimate)
  // Against a base of zero there is no ratio to compare with the ceiling. The waiver then accepts any value
  // above zero.
  if (worsening > upTo + ROUNDING && comparison.base.value !== 0)
    return { ...found, waiver, findings: [{ code: 'waiver-exceeded', upTo, measured: worsening, reason }] }
  return { ...plain('accepted', 'pass', [{ code: 'accepted', upTo, until, reason }]), waiver }
}

/**
 * Why a detected change was not confirmed. Where the fresh interval excludes the first estimate, the change
 * came from the benchmarks that shared the process.
 */
function unconfirmed({ first, low, high }: Comparison, { better }: Metric): Finding {
  const estimate = first?.estimate ?? 0
  const isRuledOut = estimate < (low ?? -Infinity) || estimate > (high ?? Infinity)
  return {
    code: first?.hadNeighbours && isRuledOut ? 'depends-on-neighbours' : 'not-recurred',
    size: Math.abs(costToEffect(better, estimate)),
    direction: estimate > 0 ? 'worse' : 'better',
  }
}

/**
 * The limits `max` and `min`, which need no base; null while they hold. Where nothing was compared, a broken
 * limit counts but an undecided one does not: there may be too few processes to decide. Result files are the
 * exception, because no value can be added to them.
 */
function judgeOwnValue({ gated: { limits }, baseline, comparison, ofFiles }: Case): Judgement | null {
  const { headInterval, head, obstacle } = comparison
  const mayBeOpen = ofFiles ? head.value !== null : baseline.kind === 'paired' && obstacle === null
  for (const limit of ['max', 'min'] as const) {
    if (limits[limit] === null) continue
    const state = absoluteState({ ...limits, max: null, min: null, [limit]: limits[limit] }, headInterval)
    const found = fromState(state, limits, limit, {
      beyond: { code: ofFiles ? 'limit-broken-in-files' : 'limit-broken' },
      undecided: { code: 'limit-undecided' },
    })
    if (found !== null && (found.verdict === 'over-budget' || mayBeOpen)) return found
  }
  return null
}

function judgePromise({ gated: { metric, limits }, baseline, comparison }: Case): Judgement | null {
  if (!limits.minImprovement || baseline.kind !== 'paired' || comparison.obstacle !== null) return null
  const needed = limits.minImprovement.fail ?? limits.minImprovement.warn ?? 0
  const state = promiseState(limits, metric, comparison)
  if (state === 'within') return ruling(limits, 'improvement', 'pass', [], 'minImprovement')
  return fromState(state, limits, 'minImprovement', {
    beyond: { code: 'promise-broken', needed },
    undecided: { code: 'promise-undecided', needed },
  })
}

function fromState(
  state: LimitState,
  limits: Limits,
  limit: LimitName,
  findings: { beyond: Finding; undecided: Finding },
): Judgement | null {
  if (state === 'within') return null
  if (state === 'undecided') return ruling(limits, 'inconclusive', 'warn', [findings.undecided], limit)
  return ruling(limits, 'over-budget', state === 'beyond-fail' ? 'fail' : 'warn', [findings.beyond], limit)
}

/**
 * Adds to a judgement whatever else a reader should know. A benchmark that failed in some processes of head
 * alone has not passed.
 */
function withDoubts(
  { gated, comparison, partial: { base, head } }: Case,
  { verdict, severity, findings, ...judgement }: Judgement,
): Judgement {
  const { basis, confirmed, decision, doubts, pairs } = comparison
  const isFinding = verdict === 'regression' || decision === 'improvement'
  const isOpen = isFinding && confirmed === null && pairs > 0 && !gated.metric.exact
  const partial = verdict === 'failed' ? [] : [head, base].filter((one) => one !== null)
  const isWorse = partial.length > 0 && base === null && severity === 'pass'
  return {
    ...judgement,
    verdict,
    severity: isWorse ? atMost(gated.limits, 'warn') : severity,
    findings: [
      ...findings,
      ...basis,
      ...(isOpen ? [{ code: 'not-confirmed' } as const] : []),
      ...partial,
      ...doubts,
    ],
  }
}
