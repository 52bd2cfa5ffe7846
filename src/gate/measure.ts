import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearTo } from '../history/stored-runs.ts'
import { blocksToReject, Q } from '../compare/sequential.ts'
import { WARMUP_MS } from '../config/defaults.ts'
import { UserError } from '../errors.ts'
import { type Checkouts, openCheckouts } from '../checkout/checkout.ts'
import { pairCommands } from '../measure/commands.ts'
import type { MeasuredCommand } from '../measure/command-session.ts'
import type { Catalog } from '../measure/catalog.ts'
import type { FailureCounts } from '../measure/failure-counts.ts'
import { findSuiteEdits } from '../measure/suite-edits.ts'
import { readEnvironment } from '../measure/environment.ts'
import { ownNode } from '../measure/node-on-path.ts'
import type { Environment } from '../model/assessment.ts'
import type { StoredRuns } from '../model/baseline.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { Evidence } from '../model/evidence.ts'
import { callsNeeded } from '../model/metric.ts'
import type { Plan } from '../model/plan.ts'
import { sentenceOf } from '../report/view/wording.ts'
import { createRandom } from '../stats/random.ts'
import { whyNotStored } from './baselines.ts'
import { blocksToPlan, calibrate, measurePlan, type Measuring, type Stage } from './blocks.ts'
import { confirmChanges } from './confirm-changes.ts'
import { evidenceOf, type Facts } from './facts.ts'
import { chooseGated, foreseeGated } from './gated-metrics.ts'
import { measureUntil } from './measure-until.ts'
import { narrowChanges } from './narrow-changes.ts'
import { planOf } from './plan.ts'
import type { GateRequest, Runtime } from './request.ts'
import {
  discover,
  explainFailed,
  findSuitesOf,
  flagsOfNode,
  loadersFor,
  refuseAllDropped,
  refuseNoSuites,
  type SessionParts,
} from './sessions.ts'
import { leftRunning } from './warnings.ts'
import { withStoredBenchmarks } from './stored-benchmarks.ts'

/** Looks up stored runs once base's commit is known. */
export type StoredFor = (baseSha: string) => Promise<StoredRuns | null>

/** What a gate has from its start on. */
interface Start {
  request: GateRequest
  runtime: Runtime
  startedAt: number
  environment: Environment
  onBase: NonNullable<GateRequest['onBase']>
  warnings: string[]
}

/**
 * Measures two versions of a project: checkouts, discovery, calibration, the plan, its blocks, and the blocks
 * that confirm. Throws a UserError where nothing can be measured. Leaves no process and no directory behind.
 */
export async function measure(
  request: GateRequest,
  runtime: Runtime,
  storedFor?: StoredFor,
): Promise<{ evidence: Evidence; stored: StoredRuns | null }> {
  const { config } = request
  const start: Start = {
    request,
    runtime,
    startedAt: performance.now(),
    environment: readEnvironment(runtime.env, runtime.host, (runtime.node ?? ownNode).version),
    onBase: request.onBase ?? {
      suites: config.suites,
      suitesToReplace: config.suites,
      commands: config.commands,
      setup: config.base.setup,
      nodeArgs: config.measure.nodeArgs,
    },
    warnings: [],
  }
  const checkouts = await prepare(start)
  let measured: { evidence: Evidence; stored: StoredRuns | null }
  try {
    measured = await measureCheckouts(start, checkouts, storedFor)
  } catch (error) {
    const isKnown = runtime.signal.aborted || (error instanceof UserError && error.code === 'checkouts')
    const vanished = isKnown ? null : checkouts.watch.whyVanished(null)
    // The user has to see the first error, not that a directory could not be removed.
    await checkouts.remove().catch(() => {})
    throw vanished ?? error
  }
  return { ...measured, evidence: await removing(checkouts.remove, measured.evidence) }
}

async function prepare({ request, runtime, onBase, warnings }: Start): Promise<Checkouts> {
  const { config, project, base, head } = request
  const checkouts = await openCheckouts({
    project,
    base,
    head,
    setup: { base: onBase.setup, head: config.base.setup },
    baseMayFail: request.baseMayFail === true,
    dependencyCache: runtime.dependencyCache ?? null,
    onProgress: (text) => runtime.onProgress({ kind: 'preparing', text }),
    signal: runtime.signal,
    env: runtime.env,
    host: runtime.host,
    gitSettings: runtime.gitSettings ?? [],
    timeLimitMs: config.measure.timeLimitMs,
  })
  runtime.onCheckouts?.(checkouts.removeSync)
  warnings.push(...checkouts.warnings)
  return checkouts
}

async function measureCheckouts(
  start: Start,
  checkouts: Checkouts,
  storedFor: StoredFor | undefined,
): Promise<{ evidence: Evidence; stored: StoredRuns | null }> {
  const { request, runtime, environment, onBase, warnings } = start
  const { config } = request
  const { sha } = checkouts.base.revision
  const askedAt = performance.now()
  const stored = storedFor === undefined || sha === null ? null : nearTo(await storedFor(sha), environment)
  // A slow cache or remote takes no time from measuring.
  const askedMs = performance.now() - askedAt
  const { baseFailure } = checkouts
  if (baseFailure !== null) warnings.push(...withoutBase(request, stored, environment, baseFailure))
  const bases = baseFailure === null ? onBase : { suites: [], commands: [] }
  const suites = await findSuitesOf(checkouts, { base: bases.suites, head: config.suites })
  const files = [...suites.head, ...suites.base]
  const edits = baseFailure === null ? await bringSuites(start, checkouts) : new Map<string, string | null>()
  const commands = pairCommands(bases.commands, config.commands, files)
  if (commands.length === 0) refuseNoSuites(suites.head, config.suites)
  const { flags, warnings: ofNode } =
    files.length === 0 ? { flags: [], warnings: [] } : await flagsOfNode(config, runtime)
  warnings.push(...ofNode)
  const runsSuites = { base: suites.base.length > 0, head: suites.head.length > 0 }
  await checkouts.seal(runsSuites, (runtime.node ?? ownNode).path, bundles(runtime.workerFile))
  const evidence = await measureParts(start, {
    checkouts,
    stored,
    commands,
    suites,
    edits,
    nodeFlags: flags,
    deadline: start.startedAt + config.measure.timeLimitMs + askedMs,
  })
  return { evidence, stored }
}

/** Puts head's suites over a copy of base, where they differ and base's config wants that. */
async function bringSuites(
  { request, runtime, onBase }: Start,
  checkouts: Checkouts,
): Promise<SessionParts['edits']> {
  const { suites, measure } = request.config
  if (measure.suitesFrom === 'own' || suites.length === 0) return new Map()
  const globs = { head: suites, base: onBase.suitesToReplace, suiteFiles: measure.suiteFiles }
  const edits = await findSuiteEdits(checkouts, globs, checkouts.sources)
  if (edits.files.length > 0) {
    runtime.onProgress({ kind: 'preparing', text: 'base: copying it for the suites of head' })
    const problem = await checkouts.layOver(edits.files).then(() => null, messageOf)
    runtime.signal.throwIfAborted()
    // Each side can still run its own suites.
    if (problem !== null)
      for (const [suite, why] of edits.suites)
        edits.suites.set(suite, why ?? `base could not be copied: ${problem}`)
  }
  return edits.suites
}

/** The directory of the bundles; null where the program runs from source, which may be edited meanwhile. */
function bundles(workerFile: string): string | null {
  if (workerFile.endsWith('.ts')) return null
  return dirname(workerFile.startsWith('file:') ? fileURLToPath(workerFile) : workerFile)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

interface Parts {
  checkouts: Checkouts
  stored: StoredRuns | null
  commands: readonly MeasuredCommand[]
  suites: SessionParts['suites']
  edits: SessionParts['edits']
  nodeFlags: string[]
  deadline: number
}

async function measureParts(start: Start, parts: Parts): Promise<Evidence> {
  const { request, runtime, warnings } = start
  const { checkouts } = parts
  const { base, head } = checkouts
  const callsWanted = new Map<string, number>()
  const { stage, catalog, counts } = await openStage(start, parts, callsWanted)
  const { facts, session } = stage
  const foreseen = foreseeGated(request, facts.survey)
  for (const { benchmark, metric } of foreseen)
    callsWanted.set(benchmark, Math.max(callsWanted.get(benchmark) ?? 0, callsNeeded(metric.id)))
  runtime.onProgress({
    kind: 'start',
    base: base.revision.label,
    head: head.revision.label,
    benchmarks: callsWanted.size,
  })
  await calibrate(stage, foreseen)
  refuseAllDropped(foreseen, facts.survey, catalog)
  catalog.close()
  const gated = chooseGated(request, facts.survey)
  const maxPairs = PAIRS_PER_BLOCK * blocksToPlan(stage, gated)
  const plan = planOf(gated, maxPairs)
  warnings.push(...tooFewBlocks(plan))
  const stoppedBy =
    request.until === undefined
      ? await measureAndConfirm({ ...stage, plan }, parts)
      : await measureUntil({ ...stage, plan }, request.until)
  await explainFailed(counts, runtime, {
    sides: checkouts,
    project: request.project,
    setup: setupsOf(start),
  })
  facts.survey.warnings.push(...catalog.warnings, ...leftRunning(counts))
  warnings.push(...(await checkouts.watch.hold()).map(sentenceOf))
  facts.survey.indivisible = session.indivisible()
  return evidenceOf(facts, {
    command: request.command,
    seed: request.seed,
    filter: request.filter,
    base: base.revision,
    head: head.revision,
    environment: { ...start.environment, nodeFlags: parts.nodeFlags },
    maxPairs,
    stoppedBy,
    processes: counts.processes,
    elapsedMs: performance.now() - start.startedAt,
    msInBenchmarks: counts.msInBenchmarks,
    warnings,
  })
}

async function measureAndConfirm(
  state: Measuring,
  { checkouts, commands }: Parts,
): Promise<Evidence['stoppedBy']> {
  const { progress, stoppedBy } = await measurePlan(state)
  if (state.request.command === 'record') await narrowChanges(state, progress)
  const builtInPlace = new Set(commands.filter(isBuilt).map(({ suite }) => suite))
  await confirmChanges(state, { progress, swap: checkouts.swap, builtInPlace })
  return stoppedBy
}

/** Lists the benchmarks. From then on processes can be started. */
async function openStage(
  { request, runtime, onBase }: Start,
  { checkouts, stored, commands, suites, edits, nodeFlags, deadline }: Parts,
  callsWanted: ReadonlyMap<string, number>,
): Promise<{ stage: Stage; catalog: Catalog; counts: FailureCounts }> {
  const { config, project, seed } = request
  const random = createRandom(seed)
  runtime.onProgress({ kind: 'preparing', text: 'listing benchmarks' })
  const argsOn = (side: 'base' | 'head', { nodeArgs }: { nodeArgs: readonly string[] }) =>
    loadersFor(runtime, nodeArgs, { directory: checkouts[side].directory, project })
  const { session, catalog, counts, survey } = await discover(config, runtime, {
    sides: checkouts,
    suites,
    edits,
    commands,
    mayRemove: true,
    scratch: checkouts.scratch,
    watch: checkouts.watch,
    project: request.project,
    setup: setupsOf({ request, onBase }),
    // The user's own flags come last, so that they take precedence.
    nodeArgs: {
      base: [...nodeFlags, ...(await argsOn('base', onBase))],
      head: [...nodeFlags, ...(await argsOn('head', config.measure))],
    },
    warmupMs: request.warmupMs ?? WARMUP_MS,
    deadline,
    individualCalls: (id) => callsWanted.get(id) ?? 0,
    random: random.uniform,
  })
  const failure = checkouts.baseFailure
  if (failure !== null && stored !== null)
    survey.benchmarks = withStoredBenchmarks(survey.benchmarks, stored, 'suite')
  const facts: Facts = {
    origin: failure === null ? { kind: 'paired' } : { kind: 'head-alone', why: failure.message },
    survey,
    failures: counts.failures,
    first: new Map(),
    fresh: new Map(),
  }
  const ofCommands = new Set(commands.map(({ suite }) => suite))
  const stage = { request, runtime, session, counts, random, facts, commands: ofCommands, deadline }
  return { stage, catalog, counts }
}

/** What prepares each side. */
const setupsOf = ({ request, onBase }: Pick<Start, 'request' | 'onBase'>): SessionParts['setup'] => ({
  base: onBase.setup,
  head: request.config.base.setup,
})

/** Warns where not even a single regression could be detected: green would mean nothing. */
function tooFewBlocks({ tested, looks }: Plan): string[] {
  const { blocks, weight } = looks.at(-1)!
  if (tested === 0 || blocks >= blocksToReject((Q * weight) / tested)) return []
  return [sentenceOf({ code: 'too-few-blocks', blocks, comparisons: tested })]
}

/**
 * Warnings about a base that could not be prepared. Throws the failure, unless a stored run replaces base, or
 * head is recorded all the same.
 */
function withoutBase(
  { command }: GateRequest,
  stored: StoredRuns | null,
  environment: Environment,
  failure: UserError,
): string[] {
  // A first commit has no parent, which is no reason to warn.
  if (command === 'record') {
    // What is recorded is compared with its parent, whatever the config names.
    const remedy = failure.remedy.replace(', or name another base in base.ref', '')
    return failure.code === 'first-commit'
      ? []
      : [sentenceOf({ code: 'parent-not-measured', reason: failure.message, remedy })]
  }
  const obstacle = whyNotStored(stored, environment)
  if (obstacle === null) return [sentenceOf({ code: 'base-not-measured', reason: failure.message })]
  const message = `${failure.message}\nNothing can stand in for it: ${obstacle}.`
  throw new UserError(failure.code, message, failure.remedy, { cause: failure, topic: 'no-base' })
}

/** Measurements are not lost because a directory could not be removed: the next run removes it. */
async function removing(remove: () => Promise<void>, evidence: Evidence): Promise<Evidence> {
  try {
    await remove()
    return evidence
  } catch (error) {
    const reason = messageOf(error)
    const warning = sentenceOf({ code: 'checkouts-remain', reason })
    return { ...evidence, warnings: [...evidence.warnings, warning] }
  }
}

const isBuilt = ({ base, head }: MeasuredCommand): boolean =>
  [base, head].some((side) => side !== null && side.setup !== null)
