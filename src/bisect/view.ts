import type { Metric } from '../model/metric.ts'
import type { Answer, EndsOf, Searched } from './bisect.ts'
import type { CostChange } from './decide.ts'
import type { RangeCommit } from './range.ts'
import { differenceOf } from './words.ts'

// What an answer says beside what was measured, for both of its forms.

/** A part of the range that changed the benchmark too. */
export interface OtherChange {
  /** Measured commits: the change lies after the first and not after the second. */
  from: RangeCommit
  to: RangeCommit
  change: CostChange
}

/** A change that is less than this part of the whole is not mentioned. */
const LEAST_PART = 0.15

/**
 * Changes before and after the commit that was found, as far as the intervals show them: then the step is
 * spread over several commits, or there are others in the range.
 */
export function otherChanges(answer: Searched): OtherChange[] {
  const { range, total, bracket, judged, subject } = answer
  const { commits } = range
  const changeAt = (at: number) => judged.find((one) => one.at === at)?.change
  const [old, fresh] = [changeAt(bracket.old), changeAt(bracket.fresh)]
  const parts = [
    ...(old === undefined ? [] : [{ from: 0, to: bracket.old, change: differenceOf(total, old) }]),
    ...(fresh === undefined ? [] : [{ from: bracket.fresh, to: commits.length - 1, change: fresh }]),
  ]
  return parts
    .filter(({ change }) => isShown(change, total, subject.metric))
    .map(({ from, to, change }) => ({ from: commits[from]!, to: commits[to]!, change }))
}

function isShown({ log, low, high }: CostChange, total: CostChange, { exact }: Metric): boolean {
  return (exact ? log !== 0 : low > 0 || high < 0) && Math.abs(log) >= LEAST_PART * Math.abs(total.log)
}

/** Commits of which any may be the one, where it is not known which. */
export const suspects = ({ range, bracket }: Searched): RangeCommit[] =>
  range.commits.slice(bracket.old + 1, bracket.fresh + 1)

/**
 * The change that the named commit made: measured against its parent, or where that was not possible, against
 * the bad end like the one before it.
 */
export function ownChange(answer: Searched): { change: CostChange; isDirect: boolean } {
  const { verified, judged, bracket, total } = answer
  if (verified?.change != null) return { change: verified.change, isDirect: true }
  const changeAt = (at: number) => judged.find((one) => one.at === at)?.change
  const old = changeAt(bracket.old) ?? total
  const fresh = changeAt(bracket.fresh) ?? { log: 0, low: 0, high: 0 }
  return { change: differenceOf(old, fresh), isDirect: false }
}

/** `same`: a change of `least` or more is ruled out for each benchmark. `undecided`: it is not for one. */
export const outcomeOfEnds = (ends: readonly EndsOf[]): 'same' | 'undecided' =>
  ends.every(({ decision }) => decision === 'same') ? 'same' : 'undecided'

/** Whether the answer is one commit. */
export const isNamed = (answer: Answer): boolean => answer.kind === 'searched' && answer.end.kind === 'named'
