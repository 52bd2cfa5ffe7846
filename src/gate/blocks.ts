import { costBlocks } from '../compare/extract.ts'
import { blocksToDecide } from '../compare/outlook.ts'
import { ownInterval, sideOf } from '../compare/own-value.ts'
import { testableBlocks } from '../compare/paired.ts'
import { Q } from '../compare/sequential.ts'
import { UserError } from '../errors.ts'
import { absoluteState, promiseState } from '../judge/limits.ts'
import type { FailureCounts } from '../measure/failure-counts.ts'
import { type Ids, mostTime, type Session } from '../measure/session.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Comparison } from '../model/comparison.ts'
import type { RoundBlock, SuiteFailure } from '../model/evidence.ts'
import { type GatedMetric, MOST_BLOCKS, type Plan, USUAL_BLOCKS } from '../model/plan.ts'
import { sentenceOf } from '../report/view/wording.ts'
import type { Random } from '../stats/random.ts'
import { type Facts, measurableOn, measuredOf } from './facts.ts'
import { type Decided, pairedComparison, takeLook } from './looks.ts'
import type { GateRequest, Runtime } from './request.ts'

/** Two blocks are eight processes: enough for a median with its spread. */
const BLOCKS_ALONE = 2
/**
 * Planning assumes that all benchmarks of suites are measured in this many blocks, and this share of them in
 * the blocks after that.
 */
const BLOCKS_OF_ALL = 2
const OPEN_SHARE = 0.25

/** What starting processes depends on, before and after there is a plan. */
export interface Stage {
  request: Pick<GateRequest, 'command' | 'config'>
  counts: Pick<FailureCounts, 'slowest'>
  runtime: Pick<Runtime, 'onProgress'>
  session: Session
  random: Random
  /** Everything measured so far, which is the only state. */
  facts: Facts
  /** Suites that are commands. */
  commands: ReadonlySet<string>
  /** The time, on performance.now(), after which no further block starts. */
  deadline: number
}

/** A plan that is being measured. */
export interface Measuring extends Stage {
  plan: Plan
}

/** How the measuring of a plan ended. */
export interface MeasuredPlan {
  progress: Decided
  stoppedBy: Assessment['summary']['stoppedBy']
  /** Keys of the gated metrics that were undecided and not worth more time. */
  givenUp: ReadonlySet<string>
}

/**
 * Calibrates every suite: one process a side, of which only batch sizes and warm-up times are kept. What
 * turns out to have another name in every process is no benchmark from then on.
 */
export async function calibrate(stage: Stage, gated: readonly GatedMetric[]): Promise<void> {
  const { facts, runtime, session } = stage
  const suites = Map.groupBy(
    gated.filter((one) => measurableOn(facts, one) !== 'nowhere'),
    bySuite,
  )
  let done = 0
  for (const [suite, some] of suites) {
    const fraction = done++ / suites.size
    runtime.onProgress({ kind: 'measuring', stage: 'warm-up', undecided: 0, fraction, leftMs: 0 })
    const failures = await session.calibrate(suite, idsOf(facts, some), everythingIn(facts, suite))
    facts.survey.failures.push(...failures)
  }
  const dropped = new Set(session.dropped())
  facts.survey.benchmarks = facts.survey.benchmarks.filter(({ id }) => !dropped.has(id))
}

/** Measures block after block until everything is decided, the last look is taken or time is up. */
export async function measurePlan(state: Measuring): Promise<MeasuredPlan> {
  const { plan, facts } = state
  const givenUp = new Set<string>()
  let progress: Decided = new Map()
  let blocksDone = 0
  for (const [lookIndex, look] of plan.looks.entries()) {
    let timeUp = false
    for (; blocksDone < look.blocks && !timeUp; blocksDone++) {
      timeUp = !(await measureRound(state, undecided(state, progress, givenUp), facts.first, {
        stage: `block ${blocksDone + 1}`,
        round: blocksDone,
        deadline: state.deadline,
        portion: bySuite,
      }))
    }
    const isLast = timeUp || lookIndex === plan.looks.length - 1
    progress = takeLook(plan, facts, progress, { lookIndex, final: isLast })
    if (!isLast) giveUp(state, progress, givenUp, lookIndex)
    const open = undecided(state, progress, givenUp)
    if (!isLast && open.length > 0) continue
    // A comparison that was given up is decided by the blocks that it has.
    if (!isLast && givenUp.size > 0) progress = takeLook(plan, facts, progress, { lookIndex, final: true })
    const isOpen = hasInconclusive(progress)
    const stoppedBy = timeUp
      ? 'time-limit'
      : isLast
        ? open.length > 0 || isOpen
          ? 'max-pairs'
          : 'decided'
        : isOpen && givenUp.size > 0
          ? 'out-of-reach'
          : 'decided'
    if (timeUp) refuseNoBlock(state)
    return { progress, stoppedBy, givenUp }
  }
  throw new Error('bug in benchgate: a plan without a look')
}

/**
 * Gives up what is not worth more time: comparisons that no planned look is likely to decide and, where time
 * does not suffice for all, those that would take the most of it. A comparison that was given up is never
 * resumed, because the remaining tests rely on that.
 */
function giveUp(state: Measuring, progress: Decided, givenUp: Set<string>, lookIndex: number): void {
  const { session, facts, plan } = state
  const done = plan.looks[lookIndex]!.blocks
  let leftMs = state.deadline - performance.now()
  const costs = new Map<string, number>()
  for (const [suite, gated] of Map.groupBy(undecided(state, progress, givenUp), bySuite)) {
    const ids = idsOf(facts, gated)
    // The benchmarks in a process share the cost of starting it.
    const blockMs = session.estimateBlockMs(suite, ids) / ids.head.length
    for (const one of gated) {
      const blocks = blocksNeeded(state, one, progress, { lookIndex, atMost: done + leftMs / blockMs })
      const known = costs.get(one.benchmark) ?? 0
      if (blocks === null) givenUp.add(one.key)
      else costs.set(one.benchmark, Math.max(known, (blocks - done) * blockMs))
    }
  }
  const cheapestFirst = [...costs].sort(([, a], [, b]) => a - b)
  const tooDear = new Set(
    cheapestFirst.filter(([, ms]) => (leftMs -= ms) < 0).map(([benchmark]) => benchmark),
  )
  for (const { key, benchmark } of plan.gated) if (tooDear.has(benchmark)) givenUp.add(key)
}

/** Blocks, at most `atMost`, by which a comparison is expected to be decided; null: by none. */
function blocksNeeded(
  { facts, plan }: Measuring,
  gated: GatedMetric,
  decided: Decided,
  { lookIndex, atMost }: { lookIndex: number; atMost: number },
): number | null {
  const { looks, tested } = plan
  const { hypothesis } = gated
  const blocks = testableBlocks(gated.metric, measuredOf(facts, gated).first)
  const progress = decided.get(gated.key)
  if (hypothesis === null || progress === undefined || blocks.length === 0 || progress.decision !== null) {
    // A metric that is judged by its own value alone has no forecast. It gets as many blocks as a comparison
    // usually takes.
    const next = looks[lookIndex + 1]!.blocks
    return next <= USUAL_BLOCKS ? next : null
  }
  const { failRuledOut } = progress
  return blocksToDecide(
    { blocks, hypothesis, failRuledOut, looks, lookIndex, q: Q, hypotheses: tested },
    atMost,
  )
}

const hasInconclusive = (progress: Decided): boolean =>
  [...progress.values()].some(({ decision }) => decision === 'inconclusive')

/**
 * Throws a UserError where the time limit left no room for a single block. There is nothing to report then,
 * which must not look like a pass.
 */
export function refuseNoBlock({ facts, request, counts }: Stage): void {
  if (facts.first.size > 0) return
  const seconds = Math.round(request.config.measure.timeLimitMs / 1000)
  const used = `the time limit of ${seconds} s was used up before one block was complete`
  throw new UserError(
    'time-limit',
    `${used}${mostTime(counts)
      .map((where) => `: ${where}`)
      .join('')}`,
    'Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.',
    { topic: 'no-block' },
  )
}

/** The gated metrics that another block could still decide. */
function undecided(state: Measuring, progress: Decided, givenUp: ReadonlySet<string>): GatedMetric[] {
  const { facts, plan } = state
  return plan.gated.filter((gated) => {
    if (givenUp.has(gated.key)) return false
    const where = measurableOn(facts, gated)
    if (where === 'nowhere') return false
    const { first } = measuredOf(facts, gated)
    const isLimitOpen = () => absoluteState(gated.limits, headInterval(facts, gated)) === 'undecided'
    if (gated.metric.exact && where === 'both' && first.length === 0) return true
    if (where === 'head') return isLimitOpen() || first.length < blocksAlone(state)
    // A metric without a single comparable value gets no further block.
    if (first.length >= BLOCKS_IN_VAIN && costBlocks(gated.metric, first).length === 0) return false
    if (gated.hypothesis && (progress.get(gated.key)?.decision ?? null) === null) return true
    return isLimitOpen() || isPromiseOpen(gated, comparisonSoFar(state, gated, progress))
  })
}

const BLOCKS_IN_VAIN = 2

/**
 * Blocks that a benchmark without a base gets: enough for a stored value, or for a comparison with one; else
 * one, so that the report shows what it takes.
 */
const blocksAlone = ({ request, facts }: Stage): number =>
  request.command === 'record' || facts.origin.kind === 'head-alone' ? BLOCKS_ALONE : 1

export const headInterval = (facts: Facts, gated: GatedMetric): Comparison['headInterval'] =>
  ownInterval(gated.metric, sideOf(measuredOf(facts, gated).first, 'head'))

export const comparisonSoFar = (
  { plan, facts }: Measuring,
  gated: GatedMetric,
  progress: Decided,
): Comparison => pairedComparison(plan, facts, gated, { progress, timeUp: false })

export const isPromiseOpen = ({ limits, metric }: GatedMetric, comparison: Comparison): boolean =>
  limits.minImprovement !== null && promiseState(limits, metric, comparison) === 'undecided'

/**
 * Measures one block of every suite that has something to measure, in random order. Returns false when the
 * deadline prevented one of them.
 */
export async function measureRound(
  stage: Stage,
  open: readonly GatedMetric[],
  into: Map<string, RoundBlock[]>,
  o: { stage: string; round: number; deadline: number; portion: Portion; isDecided?: boolean },
): Promise<boolean> {
  const { facts, session, random, runtime } = stage
  const parts = random.shuffle(partsOf(stage, open, o.portion)).map((part) => ({
    ...part,
    estimateMs: session.estimateBlockMs(part.suite, part.ids),
  }))
  const totalMs = parts.reduce((sum, { estimateMs }) => sum + estimateMs, 0)
  const undecided = o.isDecided ? 0 : new Set(open.map(({ benchmark }) => benchmark)).size
  let doneMs = 0
  let inTime = true
  for (const { suite, ids, all, estimateMs } of parts) {
    const report = (ms: number) => {
      const fraction = totalMs === 0 ? 0 : (doneMs + ms) / totalMs
      const leftMs = totalMs - doneMs - ms
      runtime.onProgress({ kind: 'measuring', stage: o.stage, undecided, fraction, leftMs })
    }
    report(0)
    if (performance.now() + estimateMs > o.deadline) {
      inTime = false
      continue
    }
    const outcome = await session.measureBlock(suite, ids, all, {
      onFraction: (fraction) => report(fraction * estimateMs),
      deadline: o.deadline,
    })
    if (outcome.failure) noteFailure(facts, outcome.failure, o.isDecided === true || into === facts.fresh)
    for (const [id, block] of outcome.blocks)
      into.set(id, [...(into.get(id) ?? []), { round: o.round, ...block }])
    doneMs += estimateMs
  }
  return inTime
}

/**
 * Records that a suite can no longer be measured. A failure after the decision says nothing about the change:
 * what was detected stays unconfirmed, and an interval as wide as it is.
 */
function noteFailure({ survey }: Facts, failure: SuiteFailure, isDecided: boolean): void {
  if (isDecided) survey.warnings.push(sentenceOf({ code: 'suite-failure-again', ...failure }))
  else survey.failures.push(failure)
}

/** Names what is measured together: metrics with the same name may share processes. */
type Portion = (gated: GatedMetric) => string

const bySuite = ({ suite }: GatedMetric): string => suite

/** The parts that a round has to run, each with its suite. */
function partsOf(
  { facts, session }: Stage,
  open: readonly GatedMetric[],
  portion: Portion,
): { suite: string; ids: Ids; all: Ids }[] {
  return [...Map.groupBy(open, portion).values()].flatMap((gated) => {
    const { suite } = gated[0]!
    const ids = idsOf(facts, gated)
    return session.parts(suite, ids, everythingIn(facts, suite)).map((part) => ({ suite, ...part }))
  })
}

/**
 * Blocks of the longest comparison. They depend on the remaining time only, because the measured numbers must
 * not choose how they are tested. In suites most metrics are decided after a block or two, so the usual
 * number is planned even where not all of them could be measured that long. Executions of commands are long,
 * and decided ones are repeated along with undecided ones, so the plan holds no block that there is no time
 * for: it would keep a part of the error rate.
 */
export function blocksToPlan(stage: Stage, gated: readonly GatedMetric[]): number {
  const measurable = gated.filter((one) => measurableOn(stage.facts, one) !== 'nowhere')
  const roundMs = partsOf(stage, measurable, bySuite).reduce(
    (sum, { suite, ids }) => sum + stage.session.estimateBlockMs(suite, ids),
    0,
  )
  const rounds = roundMs === 0 ? USUAL_BLOCKS : Math.floor((stage.deadline - performance.now()) / roundMs)
  if (stage.commands.size > 0) return Math.min(MOST_BLOCKS, Math.max(1, rounds))
  const blocks = BLOCKS_OF_ALL + Math.floor((rounds - BLOCKS_OF_ALL) / OPEN_SHARE)
  return Math.min(MOST_BLOCKS, Math.max(USUAL_BLOCKS, blocks))
}

/** The benchmarks to run on each side. */
function idsOf(facts: Facts, gated: readonly GatedMetric[]): Ids {
  const on = (sides: readonly string[]) => [
    ...new Set(
      gated.filter((one) => sides.includes(measurableOn(facts, one))).map(({ benchmark }) => benchmark),
    ),
  ]
  return { base: on(['both']), head: on(['both', 'head']) }
}

/**
 * Every benchmark of a suite that both sides have, gated or not, since one benchmark may depend on another.
 * Of a suite that base does not have, every benchmark.
 */
function everythingIn({ survey }: Facts, suite: string): Ids {
  const own = survey.benchmarks.filter((one) => one.suite === suite && one.head !== null)
  const shared = own.filter(({ base }) => base !== null).map(({ id }) => id)
  return { base: shared, head: shared.length > 0 ? shared : own.map(({ id }) => id) }
}
