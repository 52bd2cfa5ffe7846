import type { Block } from '../model/comparison.ts'
import { changeOf, type CostChange, decideLevel, type Level } from './decide.ts'

// A binary search through noise, from what was measured so far to what to measure next. Commits are numbered:
// 0 is the good end, the last one the bad end. Each is measured against the bad end, so that the numbers of
// a commit are the change that comes after it. Decisions depend only on the arguments.

/** What the search knows of a commit before it is measured. */
export interface Candidate {
  /** False if it is unlikely to be the cause, because it only changes prose, tests or workflows. */
  likely: boolean
  /** Of measuring it, in any unit. */
  cost: number
}

/** What one gate says of a commit and its parent. */
export interface Verified {
  /** Null: the two could not be measured against each other. */
  change: CostChange | null
  /** Whether a change was detected, and whether it recurred in fresh blocks. */
  detected: boolean
  stands: boolean
}

/** What was measured, by the number of the commit, in the order in which it was. */
export interface Known {
  /** Of the whole range: from the good end to the bad one. */
  total: CostChange
  /** Deterministic values: one block tells all. */
  exact: boolean
  blocks: ReadonlyMap<number, readonly Block[]>
  /** One or more gates of each commit. */
  verified: ReadonlyMap<number, readonly Verified[]>
  /** Commits that cannot be measured. */
  skipped: ReadonlySet<number>
}

/** A measured commit and what it showed. */
export interface Judged {
  at: number
  /** From it to the bad end. */
  change: CostChange
  level: Level
  pairs: number
}

/** The step lies after commit `old`, and in `fresh` or a commit before it. */
export interface Bracket {
  old: number
  fresh: number
  /** The changes that are still ahead of them. */
  ahead: { old: number; fresh: number }
}

export type Next = { bracket: Bracket; judged: readonly Judged[]; stepsLeft: number } & (
  | { kind: 'measure'; at: number; isEnough: (blocks: readonly Block[]) => boolean }
  | { kind: 'verify'; at: number }
  | { kind: 'end'; end: End }
)

/**
 * `named`: this commit. `range`: any in the bracket, since those inside cannot be measured. `unconfirmed`:
 * the commit that was found does not differ from its parent.
 */
export type End =
  | { kind: 'named'; at: number }
  | { kind: 'range'; old: number; fresh: number }
  | { kind: 'unconfirmed'; at: number }

/** The probability that at least one decision of a search puts a commit on the wrong side. */
export const ERROR_RATE = 0.05

/** After so many commits that could not be measured, no others are tried. */
const MAX_SKIPPED = 30

/** The weight of a commit that only changes prose or tests, where that of another commit is 1. */
const UNLIKELY = 0.02

/** A commit whose own step is at least this part of the change in the bracket is the answer. */
const MOST_OF_IT = 0.5

/**
 * Gates between a commit and its parent, where the first one detects a change and does not confirm it: fresh
 * blocks miss some 4 % of real ones (`compare/confirm.ts`).
 */
const MAX_ATTEMPTS = 2

/** What to measure next in a range of `candidates.length - 1` commits. */
export function nextStep(candidates: readonly Candidate[], known: Known): Next {
  const last = candidates.length - 1
  let bracket: Bracket = { old: 0, fresh: last, ahead: { old: known.total.log, fresh: 0 } }
  const judged: Judged[] = []
  const next = () => ({ bracket, judged, stepsLeft: stepsLeft(candidates, known, bracket) })
  // What was measured before comes first: it costs nothing.
  for (const [at, blocks] of known.blocks) {
    if (!isInside(bracket, at) || known.skipped.has(at)) continue
    const question = questionOf(bracket, known, levelOf(judged.length, last))
    const level = decideLevel(blocks, question)
    if (level === null) return { ...next(), ...measuring(at, question) }
    const change = changeOf(blocks)
    const pairs = blocks.reduce((sum, { head }) => sum + head.length, 0)
    const before = bracket
    bracket = narrowed(before, at, { change, level })
    judged.push({ at, change, level: hasMoved(before, bracket) ? 'between' : level, pairs })
  }
  const suspect = soleSuspect(candidates, known, bracket)
  if (suspect !== null) {
    const attempts = known.verified.get(suspect)
    if (attempts === undefined || isWorthAnother(attempts)) return { ...next(), kind: 'verify', at: suspect }
    if (isTheStep(attempts.at(-1)!, bracket))
      return { ...next(), kind: 'end', end: { kind: 'named', at: suspect } }
  }
  const at = choose(candidates, known, bracket)
  if (at !== null)
    return { ...next(), ...measuring(at, questionOf(bracket, known, levelOf(judged.length, last))) }
  return { ...next(), kind: 'end', end: endOf(bracket, known) }
}

const measuring = (at: number, question: Parameters<typeof decideLevel>[1]) => ({
  kind: 'measure' as const,
  at,
  isEnough: (blocks: readonly Block[]) => decideLevel(blocks, question) !== null,
})

const isInside = ({ old, fresh }: Bracket, at: number): boolean => at > old && at < fresh

const questionOf = ({ ahead }: Bracket, { exact }: Known, level: number) => ({
  near: ahead.old,
  far: ahead.fresh,
  exact,
  level,
})

/**
 * The error rate of one decision: equal shares of nine tenths for as many as a search takes, and what is left
 * for those beyond.
 */
function levelOf(decision: number, commits: number): number {
  const usual = Math.ceil(Math.log2(Math.max(2, commits))) + 1
  return decision < usual ? (0.9 * ERROR_RATE) / usual : 0.1 * ERROR_RATE * 0.5 ** (decision - usual + 1)
}

/** The part of a bracket in which the step lies, or the larger of two steps. */
function narrowed(
  { old, fresh, ahead }: Bracket,
  at: number,
  { change, level }: Pick<Judged, 'change' | 'level'>,
): Bracket {
  const { log } = change
  const isOld =
    level === 'near' || (level !== 'far' && Math.abs(ahead.old - log) < Math.abs(log - ahead.fresh))
  const before = isOld ? ahead.old : ahead.fresh
  // A commit that certainly differs from the end that it is more like moves the level of that end, but only
  // inwards: outwards, the difference is noise, or a step that was taken back.
  const [least, most] = [Math.min(ahead.old, ahead.fresh), Math.max(ahead.old, ahead.fresh)]
  const isSame = level === 'unclear' || (change.low <= before && before <= change.high)
  const now = level === 'between' || !isSame ? Math.max(least, Math.min(most, log)) : before
  return isOld
    ? { old: at, fresh, ahead: { ...ahead, old: now } }
    : { old, fresh: at, ahead: { ...ahead, fresh: now } }
}

/** An end that moves by less than this part of the step is still on its level. */
const LEAST_MOVE = 0.1

const hasMoved = ({ ahead: before }: Bracket, { ahead: now }: Bracket): boolean =>
  Math.abs(before.old - now.old) + Math.abs(before.fresh - now.fresh) >
  LEAST_MOVE * Math.abs(before.old - before.fresh)

/**
 * The only commit, or the only likely one, that can be the cause; null also where it cannot be measured
 * against its parent.
 */
function soleSuspect(candidates: readonly Candidate[], known: Known, { old, fresh }: Bracket): number | null {
  if (fresh - old === 1) return fresh
  let only: number | null = null
  for (let at = old + 1; at <= fresh; at++) {
    if (!candidates[at]!.likely) continue
    if (only !== null) return null
    only = at
  }
  return only === null || known.skipped.has(only) || known.skipped.has(only - 1) ? null : only
}

function isTheStep({ change, stands }: Verified, { ahead }: Bracket): boolean {
  const step = ahead.old - ahead.fresh
  return change !== null && stands && change.log / step >= MOST_OF_IT
}

const isWorthAnother = (attempts: readonly Verified[]): boolean =>
  attempts.length < MAX_ATTEMPTS && attempts.every(({ detected, stands }) => detected && !stands)

/**
 * The commit whose measurement is expected to give the most information for its cost: one bit in the middle
 * of the suspicion, and less further away from it. A commit next to one that could not be measured probably
 * cannot be measured either, and counts less.
 *
 * Source: greedy choice by entropy over cost, as in decision trees: J. R. Quinlan, "Induction of Decision
 * Trees", Machine Learning 1 (1986), 81-106; M. Nunez, Machine Learning 6 (1991), 231-250, for costs.
 */
function choose(candidates: readonly Candidate[], known: Known, { old, fresh }: Bracket): number | null {
  const { skipped } = known
  if (skipped.size >= MAX_SKIPPED) return null
  const weights = suspicion(candidates, known, { old, fresh })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let best: { at: number; worth: number } | null = null
  let before = 0
  for (let at = old + 1; at < fresh; at++) {
    before += weights[at - old - 1]!
    if (skipped.has(at)) continue
    const near = Math.min(...[...skipped].map((other) => Math.abs(other - at)))
    const measurable = 1 - 0.5 ** near
    const worth = (measurable * entropy(before / total)) / candidates[at]!.cost
    if (best === null || worth > best.worth) best = { at, worth }
  }
  return best?.at ?? null
}

/** How likely each commit of a bracket is the cause, as weights. */
function suspicion(
  candidates: readonly Candidate[],
  { verified }: Known,
  { old, fresh }: Pick<Bracket, 'old' | 'fresh'>,
): number[] {
  return candidates
    .slice(old + 1, fresh + 1)
    .map(({ likely }, i) => (likely && verified.get(old + 1 + i)?.at(-1)!.change == null ? 1 : UNLIKELY))
}

const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p))

/** Commits that will still have to be measured, if all can be. */
function stepsLeft(candidates: readonly Candidate[], known: Known, bracket: Bracket): number {
  const weights = suspicion(candidates, known, bracket)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return Math.ceil(weights.reduce((sum, weight) => sum - (weight / total) * Math.log2(weight / total), 0))
}

/** The end of a search that has nothing left to measure. */
function endOf({ old, fresh, ahead }: Bracket, { verified }: Known): End {
  if (fresh - old > 1) return { kind: 'range', old, fresh }
  const { change, stands } = verified.get(fresh)!.at(-1)!
  // What cannot be measured directly was measured against the bad end.
  if (change === null) return { kind: 'named', at: fresh }
  const isSameWay = change.log * (ahead.old - ahead.fresh) > 0
  return stands && isSameWay ? { kind: 'named', at: fresh } : { kind: 'unconfirmed', at: fresh }
}
