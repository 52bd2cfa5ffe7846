import { headInterval } from '../compare/compare.ts'
import { CONFIRM_BLOCKS } from '../compare/confirm.ts'
import { costBlocks } from '../compare/extract.ts'
import { UserError } from '../errors.ts'
import { absoluteState, promiseState } from '../judge/limits.ts'
import type { Ids } from '../measure/session.ts'
import type { RoundBlock, SuiteFailure } from '../model/evidence.ts'
import { comparisonOf } from './comparison.ts'
import { takeLook } from './look.ts'
import { firstBlocks, type Gate, measurableOn, type Target } from './state.ts'

/** Eight processes: a median with its spread. */
const BLOCKS_ALONE = 2

/** One discarded process a side and suite; the one on base chooses the batch sizes for all that follow. */
export async function warmUp(state: Gate): Promise<void> {
  const bySuite = Map.groupBy(
    state.targets.filter((target) => measurableOn(state, target) !== 'nowhere'),
    (target) => target.suite,
  )
  let done = 0
  for (const [suite, targets] of bySuite) {
    const fraction = done++ / bySuite.size
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
      }))
    }
    const final = timeUp || lookIndex === state.looks.length - 1
    takeLook(state, lookIndex, final)
    const open = undecided(state)
    if (timeUp) state.stoppedBy = 'time-limit'
    else if (final && (open.length > 0 || hasInconclusive(state))) state.stoppedBy = 'max-pairs'
    if (final || open.length === 0) break
  }
  refuseEmptyHanded(state)
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
    const where = measurableOn(state, target)
    if (where === 'nowhere') return false
    const undecidedLimit = () => absoluteState(target.limits, ownInterval(state, target)) === 'undecided'
    if (target.metric.exact && where === 'both' && firstBlocks(state, target).length === 0) return true
    if (where === 'head') return undecidedLimit() || firstBlocks(state, target).length < blocksAlone(state)
    if (neverUsable(state, target)) return false
    if (target.hypothesis && (state.progress.get(target.key)?.decision ?? null) === null) return true
    return (
      undecidedLimit() ||
      promiseState(target.limits, target.metric, comparisonOf(state, target)) === 'undecided'
    )
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
 * Measures every finding again in fresh blocks, with the checkouts swapped, so that a directory cannot be what differs. A command
 * that was built for its directory is measured where it is: what a build wrote into a checkout may name its path, and would
 * then start the other side.
 */
export async function confirmFindings(state: Gate, swap: () => Promise<void>): Promise<void> {
  const findings = state.targets.filter((target) => {
    if (measurableOn(state, target) === 'nowhere') return false
    // Four values a side agree by chance now and then, where what is called deterministic varies after all.
    if (target.metric.exact && comparisonOf(state, target).decision === 'regression') return true
    if (state.progress.get(target.key)?.decision === 'regression') return true
    return absoluteState(target.limits, ownInterval(state, target)).startsWith('beyond')
  })
  if (findings.length === 0) return
  // Findings that nobody confirmed would have cost their time for nothing: half of the limit comes on top for them.
  const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2
  const fixed = findings.filter(({ suite }) => state.builtInPlace.has(suite))
  const movable = findings.filter(({ suite }) => !state.builtInPlace.has(suite))
  await confirmRounds(state, fixed, deadline)
  if (movable.length > 0) await swap()
  await confirmRounds(state, movable, deadline)
}

async function confirmRounds(state: Gate, findings: readonly Target[], deadline: number): Promise<void> {
  for (let block = 0; block < CONFIRM_BLOCKS && findings.length > 0; block++) {
    const stage = `confirming, block ${block + 1} of ${CONFIRM_BLOCKS}`
    // What every process said alike needs one fresh block to be a fact, and no test.
    const open = block === 0 ? findings : findings.filter(({ metric }) => !metric.exact)
    if (open.length > 0) await measureRound(state, open, state.confirmed, { stage, round: block, deadline })
  }
}

/** One block of every suite that has something to measure, in random order. False when the deadline forbade one of them. */
async function measureRound(
  state: Gate,
  open: readonly Target[],
  into: Map<string, RoundBlock[]>,
  { stage, round, deadline }: { stage: string; round: number; deadline: number },
): Promise<boolean> {
  const { session, random, world } = state
  const parts = random.shuffle(partsOf(state, open)).map((part) => ({
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

/** What a round has to run, each part with the suite that it is of. */
function partsOf(state: Gate, open: readonly Target[]): { suite: string; ids: Ids; all: Ids }[] {
  return [...Map.groupBy(open, (target) => target.suite)].flatMap(([suite, targets]) =>
    state.session
      .parts(suite, idsOf(state, targets), everythingIn(state, suite))
      .map((part) => ({ suite, ...part })),
  )
}

/** Blocks that the time until the deadline has room for, were nothing decided on the way. */
export function blocksInTime(state: Gate, atMost: number): number {
  const roundMs = partsOf(
    state,
    state.targets.filter((target) => measurableOn(state, target) !== 'nowhere'),
  ).reduce((sum, { suite, ids }) => sum + state.session.estimateBlockMs(suite, ids), 0)
  if (roundMs === 0) return atMost
  return Math.min(atMost, Math.max(1, Math.floor((state.deadline - performance.now()) / roundMs)))
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
