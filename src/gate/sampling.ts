import { headInterval, testableBlocks } from '../compare/compare.ts'
import { CONFIRM_BLOCKS } from '../compare/confirm.ts'
import { costBlocks } from '../compare/extract.ts'
import { blocksToDecide } from '../compare/outlook.ts'
import { UserError } from '../errors.ts'
import { absoluteState, promiseState } from '../judge/limits.ts'
import type { Ids } from '../measure/session.ts'
import type { RoundBlock, SuiteFailure } from '../model/evidence.ts'
import { comparisonOf } from './comparison.ts'
import { takeLook } from './look.ts'
import { firstBlocks, type Gate, measurableOn, Q, type Target } from './state.ts'

/** Eight processes: a median with its spread. */
const BLOCKS_ALONE = 2
/** Blocks of the longest comparison that is planned in any case. */
const USUAL_BLOCKS = 8
/** The most that is planned where the time has room for it: beyond that, a change that is open is too small to matter here. */
const MOST_BLOCKS = 24
/** Planning takes it that all benchmarks of suites are measured in so many blocks, and this share of them in those that follow. */
const BLOCKS_OF_ALL = 2
const OPEN_SHARE = 0.25

/** Calibrates every suite: one process a side, of which only batch sizes and warm-ups are kept. */
export async function warmUp(state: Gate): Promise<void> {
  const suites = Map.groupBy(
    state.targets.filter((target) => measurableOn(state, target) !== 'nowhere'),
    bySuite,
  )
  let done = 0
  for (const [suite, targets] of suites) {
    const fraction = done++ / suites.size
    state.world.onProgress({ kind: 'measuring', stage: 'warm-up', undecided: 0, fraction, leftMs: 0 })
    const failures = await state.session.pilot(suite, idsOf(state, targets), everythingIn(state, suite))
    state.survey.failures.push(...failures)
  }
}

/** Measures block after block until everything is decided or the last look or the time limit has come. */
export async function takeLooks(state: Gate): Promise<void> {
  let blocksDone = 0
  for (const [lookIndex, look] of state.looks.entries()) {
    let timeUp = false
    for (; blocksDone < look.blocks && !timeUp; blocksDone++) {
      const stage = `block ${blocksDone + 1}`
      timeUp = !(await measureRound(state, undecided(state), state.measured, {
        stage,
        round: blocksDone,
        deadline: state.deadline,
        portion: bySuite,
      }))
    }
    const final = timeUp || lookIndex === state.looks.length - 1
    takeLook(state, lookIndex, final)
    if (!final) giveUp(state, lookIndex)
    const open = undecided(state)
    if (timeUp) state.stoppedBy = 'time-limit'
    else if (final && (open.length > 0 || hasInconclusive(state))) state.stoppedBy = 'max-pairs'
    else if (open.length === 0 && state.givenUp.size > 0) {
      takeLook(state, lookIndex, true)
      if (hasInconclusive(state)) state.stoppedBy = 'out-of-reach'
    }
    if (final || open.length === 0) break
  }
  refuseEmptyHanded(state)
}

/**
 * Gives up what is not worth more time: comparisons that no planned look is likely to decide, and, where the time does not
 * suffice for all, those that would take the most of it. What is given up once stays so: the tests that are left count on it.
 */
function giveUp(state: Gate, lookIndex: number): void {
  const { session, looks, givenUp } = state
  const done = looks[lookIndex]!.blocks
  let leftMs = state.deadline - performance.now()
  const costs = new Map<string, number>()
  for (const [suite, targets] of Map.groupBy(undecided(state), bySuite)) {
    const ids = idsOf(state, targets)
    // Starting a process is shared by the benchmarks in it.
    const blockMs = session.estimateBlockMs(suite, ids) / ids.head.length
    for (const target of targets) {
      const { key, benchmark } = target
      const blocks = blocksNeeded(state, target, lookIndex, done + leftMs / blockMs)
      if (blocks === null) givenUp.add(key)
      else costs.set(benchmark, Math.max(costs.get(benchmark) ?? 0, (blocks - done) * blockMs))
    }
  }
  const cheapestFirst = [...costs].sort(([, a], [, b]) => a - b)
  const tooDear = new Set(
    cheapestFirst.filter(([, ms]) => (leftMs -= ms) < 0).map(([benchmark]) => benchmark),
  )
  for (const { key, benchmark } of state.targets) if (tooDear.has(benchmark)) givenUp.add(key)
}

/** Blocks, at most `atMost`, at which a target is to be expected to be decided; null: at none. */
function blocksNeeded(state: Gate, target: Target, lookIndex: number, atMost: number): number | null {
  const { looks } = state
  const { hypothesis } = target
  const blocks = testableBlocks(target.metric, firstBlocks(state, target))
  const progress = state.progress.get(target.key)
  if (hypothesis === null || progress === undefined || blocks.length === 0 || progress.decision !== null) {
    // What depends on its own value alone has no forecast: it gets as many blocks as a comparison usually takes.
    const next = looks[lookIndex + 1]!.blocks
    return next <= USUAL_BLOCKS ? next : null
  }
  const { failRuledOut } = progress
  const hypotheses = state.targets.filter((one) => one.hypothesis !== null).length
  return blocksToDecide({ blocks, hypothesis, failRuledOut, looks, lookIndex, q: Q, hypotheses }, atMost)
}

const hasInconclusive = ({ progress }: Gate) =>
  [...progress.values()].some(({ decision }) => decision === 'inconclusive')

/** A time limit that left no room for a single block leaves nothing to report, and that must not look like a pass. */
function refuseEmptyHanded(state: Gate): void {
  if (state.stoppedBy !== 'time-limit' || state.measured.size > 0) return
  const seconds = Math.round(state.request.config.measure.timeLimitMs / 1000)
  throw new UserError(
    'time-limit',
    `the time limit of ${seconds} s was used up before one block was complete`,
    'Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.',
  )
}

/** Targets that another block could still settle. */
function undecided(state: Gate): Target[] {
  return state.targets.filter((target) => {
    if (state.givenUp.has(target.key)) return false
    const where = measurableOn(state, target)
    if (where === 'nowhere') return false
    const undecidedLimit = () => absoluteState(target.limits, ownInterval(state, target)) === 'undecided'
    if (target.metric.exact && where === 'both' && firstBlocks(state, target).length === 0) return true
    if (where === 'head') return undecidedLimit() || firstBlocks(state, target).length < blocksAlone(state)
    if (neverUsable(state, target)) return false
    if (target.hypothesis && (state.progress.get(target.key)?.decision ?? null) === null) return true
    return undecidedLimit() || isPromiseOpen(state, target)
  })
}

/** Blocks without a single value that can be compared, after which no further one is waited for. */
const BLOCKS_IN_VAIN = 2

function neverUsable(state: Gate, target: Target): boolean {
  const blocks = firstBlocks(state, target)
  return blocks.length >= BLOCKS_IN_VAIN && costBlocks(target.metric, blocks).length === 0
}

/** Blocks that a benchmark without a base is worth: enough to be a stored value, or to be held against one. */
const blocksAlone = ({ request, baseFailure }: Gate) =>
  request.command === 'record' || baseFailure !== null ? BLOCKS_ALONE : 0

const ownInterval = (state: Gate, target: Target) =>
  headInterval(
    target.metric,
    firstBlocks(state, target).flatMap((block) => block.head),
  )

/**
 * Measures every finding again in fresh blocks, with the checkouts swapped, so that a directory cannot be what differs, and each
 * benchmark of a suite in processes of its own, so that a neighbour cannot. A command that was built for its directory is
 * measured where it is: what a build wrote into a checkout may name its path, and would then start the other side.
 */
export async function confirmFindings(state: Gate, swap: () => Promise<void>): Promise<void> {
  const { worse, better } = Object.groupBy(
    state.targets.filter((target) => measurableOn(state, target) !== 'nowhere'),
    (target) => findingOn(state, target) ?? 'none',
  )
  const findings = [...(worse ?? []), ...(better ?? [])]
  if (findings.length === 0) return
  // Findings that nobody confirmed would have cost their time for nothing: half of the limit comes on top for them.
  const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2
  const isFixed = ({ suite }: Target): boolean => state.builtInPlace.has(suite)
  await confirmRounds(state, findings.filter(isFixed), deadline)
  if (!findings.every(isFixed)) await swap()
  // What may fail the gate comes first, should there not be time for all.
  for (const some of [worse ?? [], better ?? []]) {
    await confirmRounds(
      state,
      some.filter((target) => !isFixed(target)),
      deadline,
    )
  }
}

/** Which way a target's first blocks have it changed beyond what chance explains; null: no way. */
function findingOn(state: Gate, target: Target): 'worse' | 'better' | null {
  // Four values a side agree by chance now and then, where what is called deterministic varies after all.
  if (target.metric.exact && comparisonOf(state, target).decision === 'regression') return 'worse'
  const decision = state.progress.get(target.key)?.decision
  if (decision === 'regression') return 'worse'
  if (absoluteState(target.limits, ownInterval(state, target)).startsWith('beyond')) return 'worse'
  return decision === 'improvement' ? 'better' : null
}

async function confirmRounds(state: Gate, findings: readonly Target[], deadline: number): Promise<void> {
  for (let block = 0; block < USUAL_BLOCKS; block++) {
    const open = findings.filter((target) => block < confirmBlocks(state, target))
    if (open.length === 0) return
    const stage = `confirming, block ${block + 1}`
    await measureRound(state, open, state.confirmed, { stage, round: block, deadline, portion: alone })
  }
}

/**
 * Blocks that a finding is measured again in. What every process said alike needs one to be a fact, and no test. A promised
 * improvement is held against its limit by these blocks alone: they go on while that is open.
 */
function confirmBlocks(state: Gate, target: Target): number {
  if (target.metric.exact) return 1
  return isPromiseOpen(state, target) ? USUAL_BLOCKS : CONFIRM_BLOCKS
}

const isPromiseOpen = (state: Gate, target: Target): boolean =>
  target.limits.minImprovement !== null &&
  promiseState(target.limits, target.metric, comparisonOf(state, target)) === 'undecided'

/** One block of every suite that has something to measure, in random order. False when the deadline forbade one of them. */
async function measureRound(
  state: Gate,
  open: readonly Target[],
  into: Map<string, RoundBlock[]>,
  { stage, round, deadline, portion }: { stage: string; round: number; deadline: number; portion: Portion },
): Promise<boolean> {
  const { session, random, world } = state
  const parts = random.shuffle(partsOf(state, open, portion)).map((part) => ({
    ...part,
    estimateMs: session.estimateBlockMs(part.suite, part.ids),
  }))
  const totalMs = parts.reduce((sum, { estimateMs }) => sum + estimateMs, 0)
  const benchmarks = new Set(open.map((target) => target.benchmark)).size
  let doneMs = 0
  let inTime = true
  for (const { suite, ids, all, estimateMs } of parts) {
    const tell = (ms: number) =>
      world.onProgress({
        kind: 'measuring',
        stage,
        undecided: benchmarks,
        fraction: totalMs === 0 ? 0 : (doneMs + ms) / totalMs,
        leftMs: totalMs - doneMs - ms,
      })
    tell(0)
    if (performance.now() + estimateMs > deadline) {
      inTime = false
      continue
    }
    const outcome = await session.measureBlock(suite, ids, all, (fraction) => tell(fraction * estimateMs))
    if (outcome.failure) noteFailure(state, outcome.failure, into)
    for (const [id, block] of outcome.blocks) into.set(id, [...(into.get(id) ?? []), { round, ...block }])
    doneMs += estimateMs
  }
  return inTime
}

/** A suite that cannot be measured any more. While confirming, that is no news of the change: what was found stays unconfirmed. */
function noteFailure(
  { survey, confirmed }: Gate,
  failure: SuiteFailure,
  into: Map<string, RoundBlock[]>,
): void {
  if (into !== confirmed) survey.failures.push(failure)
  else
    survey.warnings.push(
      `${failure.suite} on ${failure.side}, when it was measured again: ${failure.message}`,
    )
}

/** Names what is measured together: targets of one name may share processes. */
type Portion = (target: Target, state: Gate) => string

const bySuite = ({ suite }: Target): string => suite
/** An execution of a command measures all that it has, however little of it is asked for. */
const alone: Portion = ({ suite, benchmark }, { commands }) =>
  commands.has(suite) ? suite : `${suite}\n${benchmark}`

/** What a round has to run, each part with the suite that it is of. */
function partsOf(
  state: Gate,
  open: readonly Target[],
  portion: Portion,
): { suite: string; ids: Ids; all: Ids }[] {
  return [...Map.groupBy(open, (target) => portion(target, state)).values()].flatMap((targets) => {
    const { suite } = targets[0]!
    const ids = idsOf(state, targets)
    return state.session.parts(suite, ids, everythingIn(state, suite)).map((part) => ({ suite, ...part }))
  })
}

/**
 * Blocks of the longest comparison, from the time that is left and nothing else: what the numbers say must not choose how they are
 * tested. Of suites most is decided after a block or two, and the usual number is planned even where not all could take it.
 * Executions of commands are long, and decided ones are repeated beside undecided ones: what there is no time for must not keep
 * a part of the error rate.
 */
export function blocksToPlan(state: Gate): number {
  const targets = state.targets.filter((target) => measurableOn(state, target) !== 'nowhere')
  const roundMs = partsOf(state, targets, bySuite).reduce(
    (sum, { suite, ids }) => sum + state.session.estimateBlockMs(suite, ids),
    0,
  )
  const rounds = roundMs === 0 ? USUAL_BLOCKS : Math.floor((state.deadline - performance.now()) / roundMs)
  if (state.commands.size > 0) return Math.min(MOST_BLOCKS, Math.max(1, rounds))
  const blocks = BLOCKS_OF_ALL + Math.floor((rounds - BLOCKS_OF_ALL) / OPEN_SHARE)
  return Math.min(MOST_BLOCKS, Math.max(USUAL_BLOCKS, blocks))
}

/** Benchmarks to run on each side. */
function idsOf(state: Gate, targets: readonly Target[]): Ids {
  const on = (sides: string[]) => [
    ...new Set(
      targets
        .filter((target) => sides.includes(measurableOn(state, target)))
        .map(({ benchmark }) => benchmark),
    ),
  ]
  return { base: on(['both']), head: on(['both', 'head']) }
}

/** Every benchmark of a suite that both sides have, gated or not: what one may depend on. */
function everythingIn({ survey }: Gate, suite: string): Ids {
  const shared = survey.benchmarks
    .filter(({ suite: own, base, head }) => own === suite && base && head)
    .map(({ id }) => id)
  return { base: shared, head: shared }
}
