import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarise, type Summary } from './compare/compare.ts'
import { blocksToReject, planLooks } from './compare/sequential.ts'
import { budgetChanges } from './config/budget-changes.ts'
import { QUIET_FLAGS, WARMUP_MS } from './config/defaults.ts'
import { effectiveConfig } from './config/effective-config.ts'
import { compileGlob } from './config/glob.ts'
import { placesOfConfig } from './config/load.ts'
import { UserError } from './errors.ts'
import { assess } from './gate/assess.ts'
import { evidenceOf, findingsOf } from './gate/evidence.ts'
import { blocksToPlan, confirmFindings, takeLooks, warmUp } from './gate/sampling.ts'
import { type Gate, type GateRequest, Q, type World } from './gate/state.ts'
import { type Stored, valuesIn, whyNoStandIn } from './gate/stored.ts'
import { availableOf, chooseTargets, foreseeTargets, primaryOf, refuseFilter } from './gate/targets.ts'
import { openCheckouts } from './measure/checkout/checkout.ts'
import { filesAtBase } from './measure/checkout/files-at-base.ts'
import { childEnvironment } from './measure/child-environment.ts'
import { readEnvironment } from './measure/environment.ts'
import { ownNode } from './measure/node-on-path.ts'
import { knownFlags } from './measure/node-flags.ts'
import type { SideName } from './measure/schedule.ts'
import {
  type CommandSessionOptions,
  createCommandSession,
  type MeasuredCommand,
  type ReadResults,
} from './measure/command-session.ts'
import { pairCommands } from './measure/commands.ts'
import { createLedger, type Ledger } from './measure/ledger.ts'
import { createRoster, type Roster } from './measure/roster.ts'
import { joinSessions, type MeasuredSides, type Session } from './measure/session.ts'
import { createSuiteSession, type SuiteSessionOptions } from './measure/suite-session.ts'
import { findSuites } from './measure/suites.ts'
import type { Assessment, Environment } from './model/assessment.ts'
import { PAIRS_PER_BLOCK } from './model/comparison.ts'
import type { Config } from './model/config.ts'
import type { Benchmark, Evidence, ReportedMetric, Survey } from './model/evidence.ts'
import { individualCallsFor, isSuiteMetric, MAX_METRICS, metricSchema } from './model/metric.ts'
import type { StoredMetric } from './model/run.ts'
import { type MeasuredBlock, timingOf } from './model/sample.ts'
import { quantile } from './stats/quantile.ts'
import { createRandom } from './stats/random.ts'

const MEND_BASE = 'Correct base.setup, or name another base in base.ref.'

/** Longest silence of one process before it counts as hung; less where the time limit is short. */
const STALL_MS = 30_000

/** Adapters of thirty tools, loaded when the first output is there to be read: most steps need none. */
const readResults: ReadResults = async (from, format) =>
  (await import('./gate/read-results.ts')).readResults(from, format)

/** Executions of a command that a verdict needs: one a side to warm up, and two blocks, since one proves nothing among several tests. */
const EXECUTIONS_NEEDED = 18

/** What the caller knows beside the two versions: stored runs, and the budgets that the change proposes. */
export interface Background {
  /** Looks up stored runs, once base's commit is known; absent: none are asked for. */
  storedFor?: (baseSha: string) => Promise<Stored | null>
  /** The config of head, where the request's is base's: for what the change does to the budgets. */
  proposed?: Config
}

/**
 * Measures two versions of a project against each other and judges what it finds. Throws a UserError where nothing can
 * be said at all; everything else is in the assessment. Leaves no process and no directory behind.
 */
export async function gate(
  request: GateRequest,
  world: World,
  background: Background = {},
): Promise<{ assessment: Assessment; evidence: Evidence }> {
  const { evidence, stored } = await measure(request, world, background)
  const { proposed } = background
  return { evidence, assessment: judgeEvidence(evidence, request, { clock: world.clock, stored, proposed }) }
}

/** Judges what was measured, here or in another job: only budgets, stored runs and the date decide beside it. */
export function judgeEvidence(
  evidence: Evidence,
  { config }: Pick<GateRequest, 'config'>,
  { clock, stored, proposed }: { clock: () => Date; stored: Stored | null; proposed?: Config | undefined },
): Assessment {
  const { baseFailure, command, environment, filter, seed } = evidence
  if (baseFailure !== null && command === 'check') {
    const obstacle = whyNoStandIn(stored, environment)
    if (obstacle !== null && evidence.results === null) {
      throw new UserError('setup', `${baseFailure}\nNothing can stand in for it: ${obstacle}.`, MEND_BASE)
    }
  }
  const survey =
    evidence.results === null || stored === null
      ? evidence.survey
      : {
          ...evidence.survey,
          benchmarks: withStoredBenchmarks(
            withStoredMetrics(evidence.survey.benchmarks, stored),
            stored,
            'command',
          ),
        }
  const findings = findingsOf({ ...evidence, survey }, { command, filter, seed, config })
  const benchmarks = survey.benchmarks.map((benchmark) => ({
    id: benchmark.id,
    metrics: availableOf(benchmark).map(({ metric }) => metric),
    primary: primaryOf(benchmark),
  }))
  return assess(findings, evidence, {
    today: clock().toISOString().slice(0, 10),
    stored,
    budgetChanges: proposed === undefined ? [] : budgetChanges(config, proposed, benchmarks),
    proposed: proposed ?? null,
  })
}

/**
 * The same request as a pull request is held to it: by the config file that base has, or by the defaults. `proposed` is head's own
 * config. Throws what resolving base throws.
 */
export async function heldToBase(
  request: GateRequest,
  explicit: string | undefined,
  { env, signal, gitSettings = [] }: Pick<World, 'env' | 'signal' | 'gitSettings'>,
): Promise<{ request: GateRequest; baseSha: string; proposed: Config; warnings: string[] }> {
  const { project, head, config: own } = request
  const timeLimitMs = own.measure.timeLimitMs
  const options = { project, base: request.base, head, env, signal, gitSettings, timeLimitMs }
  const { files, sha: baseSha } = await filesAtBase(options, placesOfConfig(explicit))
  const { config, proposed, onBase, warnings } = effectiveConfig(own, files, explicit)
  // What a config names as base stands over the merge base, which is where that config was found.
  const base = request.base.kind === 'merge-base' ? config.base.ref : request.base
  return { request: { ...request, base, config, onBase }, baseSha, proposed, warnings }
}

/** The measuring half of a gate. */
async function measure(
  request: GateRequest,
  world: World,
  { storedFor }: Background,
): Promise<{ evidence: Evidence; stored: Stored | null }> {
  const startedAt = performance.now()
  const environment = readEnvironment(world.env, (world.node ?? ownNode).version)
  const { config, project, base, head } = request
  let deadline = startedAt + config.measure.timeLimitMs
  const { nodeArgs } = config.measure
  const onBase = request.onBase ?? {
    suites: config.suites,
    commands: config.commands,
    setup: config.base.setup,
    nodeArgs,
  }
  const checkouts = await openCheckouts({
    project,
    base,
    head,
    setup: { base: onBase.setup, head: config.base.setup },
    baseMayFail: request.baseMayFail === true,
    dependencyCache: world.dependencyCache ?? null,
    onProgress: (text) => world.onProgress({ kind: 'preparing', text }),
    signal: world.signal,
    env: world.env,
    gitSettings: world.gitSettings ?? [],
    timeLimitMs: config.measure.timeLimitMs,
  })
  world.onCheckouts?.(checkouts.removeSync)
  const warnings = [...checkouts.warnings]
  let evidence: Evidence
  let stored: Stored | null
  try {
    const baseSha = checkouts.base.revision.sha
    const askedAt = performance.now()
    stored = storedFor === undefined || baseSha === null ? null : await storedFor(baseSha)
    // A cache or a remote that is slow to answer takes nothing from measuring.
    deadline += performance.now() - askedAt
    const { baseFailure } = checkouts
    if (baseFailure !== null) refuseWithoutStandIn(request, stored, environment, baseFailure, warnings)
    const suites = await suitesOfBothSides(checkouts, {
      base: baseFailure === null ? onBase.suites : [],
      head: config.suites,
    })
    const taken = [...suites.head, ...suites.base]
    const commands = pairCommands(baseFailure === null ? onBase.commands : [], config.commands, taken)
    if (commands.length === 0) refuseNoSuites(suites.head, config.suites)
    const nodeFlags = taken.length === 0 ? [] : await flagsOfNode(config, world, warnings)
    const random = createRandom(request.seed)
    const callsWanted = new Map<string, number>()
    const roster = createRoster(config.metrics)
    const ledger = createLedger()
    const session = openSession(config, world, {
      sides: checkouts,
      roster,
      ledger,
      commands,
      mayRemove: true,
      scratch: checkouts.scratch,
      // What the user asks for comes last, and counts.
      nodeArgs: { base: [...nodeFlags, ...onBase.nodeArgs], head: [...nodeFlags, ...nodeArgs] },
      suites,
      warmupMs: request.warmupMs ?? WARMUP_MS,
      deadline,
      individualCalls: (id) => callsWanted.get(id) ?? 0,
      random: random.uniform,
    })
    world.onProgress({ kind: 'preparing', text: 'listing benchmarks' })
    const survey: Survey = {
      ...(await session.survey()),
      benchmarks: [...roster.benchmarks.values()],
      indivisible: [],
    }
    refuseEmpty(survey, config)
    if (baseFailure !== null && stored !== null)
      survey.benchmarks = withStoredBenchmarks(survey.benchmarks, stored, 'suite')
    const targets = foreseeTargets(request, survey)
    for (const { benchmark, metric } of targets) {
      callsWanted.set(benchmark, Math.max(callsWanted.get(benchmark) ?? 0, individualCallsFor(metric.id)))
    }
    const state: Gate = {
      request,
      world,
      session,
      ledger,
      random,
      survey,
      targets,
      // Planned once it is known how long a block takes.
      looks: [],
      maxPairs: 0,
      givenUp: new Set(),
      commands: new Set(commands.map(({ suite }) => suite)),
      builtInPlace: new Set(commands.filter(isBuilt).map(({ suite }) => suite)),
      results: null,
      baseFailure: baseFailure?.message ?? null,
      failures: ledger.failures,
      measured: new Map(),
      confirmed: new Map(),
      progress: new Map(),
      deadline,
      stoppedBy: 'decided',
    }
    world.onProgress({
      kind: 'start',
      base: checkouts.base.revision.label,
      head: checkouts.head.revision.label,
      benchmarks: callsWanted.size,
    })
    await warmUp(state)
    roster.close()
    state.targets = chooseTargets(request, survey)
    state.maxPairs = PAIRS_PER_BLOCK * blocksToPlan(state)
    state.looks = planLooks(state.maxPairs)
    warnings.push(...tooFewBlocks(state))
    await takeLooks(state)
    await confirmFindings(state, checkouts.swap)
    survey.warnings.push(...roster.warnings)
    survey.indivisible = session.indivisible()
    evidence = evidenceOf(state, {
      base: checkouts.base.revision,
      head: checkouts.head.revision,
      environment: { ...environment, nodeFlags },
      warnings,
      elapsedMs: performance.now() - startedAt,
    })
  } catch (error) {
    // What went wrong is what the user has to hear, not that a directory resists.
    await checkouts.remove().catch(() => {})
    throw error
  }
  return { evidence: await removing(checkouts.remove, evidence), stored }
}

/** Flags under which Node measures suites: those that keep V8 from adding noise of its own, as far as this Node knows them. */
async function flagsOfNode({ measure }: Config, world: World, warnings: string[]): Promise<string[]> {
  if (measure.nodeThreads) return []
  const known = await knownFlags(world.node ?? ownNode, QUIET_FLAGS, childEnvironment(world.env))
  warnings.push(...known.warnings)
  return known.flags
}

/** That no single regression can be shown is to be known: green would mean nothing. */
function tooFewBlocks({ targets, maxPairs, looks }: Gate): string[] {
  const tests = targets.filter(({ hypothesis }) => hypothesis !== null).length
  const blocks = maxPairs / PAIRS_PER_BLOCK
  if (tests === 0 || blocks >= blocksToReject((Q * looks.at(-1)!.weight) / tests)) return []
  return [
    `There was time for ${blocks} block of executions, which among ${tests} comparisons can show no regression: raise measure.time-limit, or let an execution take less time`,
  ]
}

/** A base that does not build is an error, unless a stored run can stand in for it, or head is to be recorded anyway. */
function refuseWithoutStandIn(
  { command }: GateRequest,
  stored: Stored | null,
  environment: Environment,
  failure: UserError,
  warnings: string[],
): void {
  if (command === 'record') {
    // A first commit has none, which is nothing to warn of.
    if (failure.code !== 'first-commit') warnings.push(`The parent was not measured: ${failure.message}`)
    return
  }
  const obstacle = whyNoStandIn(stored, environment)
  if (obstacle === null) {
    warnings.push(`Base was not measured: ${failure.message}`)
    return
  }
  throw new UserError(
    failure.code,
    `${failure.message}\nNothing can stand in for it: ${obstacle}.`,
    failure.remedy,
    {
      cause: failure,
    },
  )
}

/**
 * What base held is known from the stored run alone: a benchmark that is gone from head must not go unnoticed. `source` is for those
 * whose suite is gone, too.
 */
function withStoredBenchmarks(
  known: readonly Benchmark[],
  { nearest }: Stored,
  source: Benchmark['source'],
): Benchmark[] {
  const onHead = new Set(known.map(({ id }) => id))
  const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]))
  const gone = (nearest?.run.run.benchmarks ?? []).filter(({ id }) => !onHead.has(id))
  const base = { file: null, line: null, hash: '' }
  return [
    ...known,
    ...gone.map(({ id, suite, metrics }): Benchmark => {
      const own = sources.get(suite) ?? source
      const reported = metrics
        .filter(({ metric }) => own === 'command' || !isSuiteMetric(metric))
        .flatMap(goneMetric)
      return { id, suite, source: own, metrics: reported, base, head: null, movedFrom: null }
    }),
  ]
}

/**
 * The same of what a benchmark reported: a metric that is gone is one that no budget could see any more, and which comes first, the
 * one that `primary` means, is not for a change to choose.
 */
function withStoredMetrics(known: readonly Benchmark[], { nearest }: Stored): Benchmark[] {
  const stored = new Map(nearest?.run.run.benchmarks.map(({ id, metrics }) => [id, metrics]))
  return known.map((benchmark) => {
    const own = stored.get(benchmark.id)
    if (own === undefined) return benchmark
    const places = new Map(own.map(({ metric }, i) => [metric, i]))
    const placeOf = ({ id }: ReportedMetric) => places.get(id) ?? own.length
    const inOrder = benchmark.metrics.toSorted((a, b) => placeOf(a) - placeOf(b))
    const gone = own.filter(
      ({ metric, values }) => values.length > 0 && benchmark.metrics.every(({ id }) => id !== metric),
    )
    if (gone.length === 0) return { ...benchmark, metrics: inOrder }
    const metrics = [...inOrder, ...gone.flatMap(goneMetric)].slice(0, MAX_METRICS)
    return { ...benchmark, metrics, base: benchmark.head }
  })
}

/** A metric that only the stored run has; none where its name or unit is one that no benchmark could report. */
function goneMetric({ metric: id, unit, better }: StoredMetric): ReportedMetric[] {
  const { data } = metricSchema.safeParse({ id, unit, better, exact: false })
  return data === undefined ? [] : [{ ...data, base: true, head: false }]
}

/** What was measured is not lost over a directory that resists: the next run removes it. */
async function removing(remove: () => Promise<void>, evidence: Evidence): Promise<Evidence> {
  try {
    await remove()
    return evidence
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...evidence, warnings: [...evidence.warnings, `the checkouts could not be removed: ${reason}`] }
  }
}

async function suitesOfBothSides(sides: MeasuredSides, patterns: Record<SideName, readonly string[]>) {
  const [base, head] = await Promise.all([
    patterns.base.length === 0 ? [] : findSuites(sides.base.directory, patterns.base),
    patterns.head.length === 0 ? [] : findSuites(sides.head.directory, patterns.head),
  ])
  return { base, head }
}

function refuseNoSuites(found: readonly string[], patterns: readonly string[]): void {
  if (found.length > 0) return
  throw new UserError(
    'no-suites',
    `no file of head matches suites: ${patterns.join(', ')}`,
    'Set `suites:` in .github/benchgate.yml to the files that call bench(), or `command:` to what starts your own tool. Files that git ignores are not measured.',
  )
}

const isBuilt = ({ base, head }: MeasuredCommand): boolean =>
  [base, head].some((side) => side !== null && side.setup !== null)

interface SessionParts
  extends
    Omit<SuiteSessionOptions, 'workerFile' | 'nodePath' | 'env' | 'windowMs' | 'stallMs' | 'signal'>,
    Pick<CommandSessionOptions, 'commands' | 'mayRemove'> {
  roster: Roster
  ledger: Ledger
}

function openSession({ measure }: Config, world: World, parts: SessionParts): Session {
  const { timePerBenchmarkMs: windowMs, timeLimitMs } = measure
  const { commands, suites, sides, roster, ledger, deadline, random, mayRemove } = parts
  const env = childEnvironment(world.env)
  const { signal } = world
  const ofSuites = createSuiteSession({
    ...parts,
    workerFile: world.workerFile,
    nodePath: (world.node ?? ownNode).path,
    env,
    windowMs,
    stallMs: Math.min(STALL_MS, timeLimitMs / 8),
    signal,
  })
  const ofCommands = createCommandSession({
    commands,
    sides,
    roster,
    ledger,
    readResults,
    mayRemove,
    env: world.env,
    random,
    deadline,
    executionLimitMs: timeLimitMs / EXECUTIONS_NEEDED,
    onProgress: (text) => world.onProgress({ kind: 'preparing', text }),
    signal,
  })
  return joinSessions([
    { suites: [...suites.head, ...suites.base], session: ofSuites },
    { suites: commands.map(({ suite }) => suite), session: ofCommands },
  ])
}

/** Zero benchmarks is an error: a gate that measures nothing must not be green. */
function refuseEmpty(survey: Survey, { suites, commands }: Config): void {
  if (survey.benchmarks.some(({ head }) => head !== null)) return
  const failures = survey.failures.filter(({ side }) => side === 'head')
  if (failures.length > 0) {
    // With base's benchmarks known, each of them becomes a row that says so.
    if (survey.benchmarks.length > 0) return
    throw new UserError(
      'suite',
      failures.map(({ suite, message }) => `${suite} on head ${message}`).join('\n'),
      commands.length > 0
        ? 'Run the command by itself in a fresh checkout, and mend what it says.'
        : 'Run the suite by itself with node, and mend what it says. A loader, such as tsx for enums, goes into measure.node-args: ["--import", "tsx"].',
    )
  }
  throw new UserError(
    'no-benchmarks',
    commands.length > 0
      ? 'the commands of head reported no benchmark'
      : `the suites of head hold no benchmark: ${suites.join(', ')} matched files, but none calls bench()`,
    commands.length > 0
      ? 'Check what the commands print: `benchgate ingest` shows what is understood of it.'
      : 'Register benchmarks with bench() from mitata, or set `suites:` to the files that do.',
  )
}

/** What a command reported of one benchmark: medians over its executions. */
interface Reported {
  values: { id: string; unit: string; value: number }[]
}

type OneSided = { benchmark: string; suite: string } & (Summary | Reported)

/** What one version of a project measures, for `run`. */
interface RunResult {
  rows: OneSided[]
  warnings: string[]
  /** True when a benchmark or a suite could not be measured. */
  failed: boolean
}

/** Measures the project where it lies, against nothing: four processes a suite or command, medians over them. */
export async function measureOne(
  request: Pick<GateRequest, 'project' | 'config' | 'filter' | 'seed'>,
  world: World,
): Promise<RunResult> {
  const { project, config, filter } = request
  const sides = { base: { directory: project }, head: { directory: project } }
  const commands = pairCommands([], config.commands)
  const suites = await suitesOfBothSides(sides, { base: [], head: config.suites })
  if (commands.length === 0) refuseNoSuites(suites.head, config.suites)
  const scratch = await mkdtemp(join(tmpdir(), 'benchgate-run-'))
  world.onCheckouts?.(() => rmSync(scratch, { recursive: true, force: true }))
  try {
    const roster = createRoster(config.metrics)
    const ledger = createLedger()
    const flagWarnings: string[] = []
    const nodeFlags = suites.head.length === 0 ? [] : await flagsOfNode(config, world, flagWarnings)
    const session = openSession(config, world, {
      sides,
      roster,
      ledger,
      commands,
      mayRemove: false,
      scratch,
      nodeArgs: { base: [], head: [...nodeFlags, ...config.measure.nodeArgs] },
      suites,
      warmupMs: WARMUP_MS,
      deadline: performance.now() + config.measure.timeLimitMs,
      individualCalls: () => individualCallsFor('time.p99'),
      random: createRandom(request.seed).uniform,
    })
    const survey: Survey = {
      ...(await session.survey()),
      benchmarks: [...roster.benchmarks.values()],
      indivisible: [],
    }
    refuseEmpty(survey, config)
    const matches = filter === null ? () => true : compileGlob(filter)
    const chosen = survey.benchmarks.filter(({ id }) => matches(id))
    if (chosen.length === 0) refuseFilter(filter)
    const rows: OneSided[] = []
    const failures = [...survey.failures]
    for (const [suite, benchmarks] of Map.groupBy(chosen, (benchmark) => benchmark.suite)) {
      const everything = survey.benchmarks
        .filter((benchmark) => benchmark.suite === suite)
        .map(({ id }) => id)
      const ids = { base: [], head: benchmarks.map(({ id }) => id) }
      const all = { base: [], head: everything }
      const tell = (fraction: number) =>
        world.onProgress({ kind: 'measuring', stage: suite, undecided: 0, fraction, leftMs: 0 })
      tell(0)
      failures.push(...(await session.pilot(suite, ids, all)))
      const { blocks, failure } = await session.measureBlock(suite, ids, all, tell)
      if (failure) failures.push(failure)
      for (const benchmark of benchmarks) {
        const block = blocks.get(benchmark.id)
        if (block) rows.push({ benchmark: benchmark.id, suite, ...summaryOf(benchmark, block) })
      }
    }
    const threw = [...ledger.failures.head].map(([id, failure]) => `${id}: ${failure.message}`)
    const warnings = [
      ...flagWarnings,
      ...survey.warnings,
      ...roster.warnings,
      ...[...failures, ...survey.lateErrors].map(({ suite, message }) => `${suite}: ${message}`),
      ...threw,
    ]
    const isEmpty = rows.every((row) => 'values' in row && row.values.length === 0)
    return { rows, warnings, failed: failures.length > 0 || threw.length > 0 || isEmpty }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

function summaryOf({ metrics }: Benchmark, { head }: MeasuredBlock): Summary | Reported {
  const timings = head.flatMap((stats) => timingOf(stats) ?? [])
  if (timings.length > 0) return summarise(timings)
  return {
    values: metrics.flatMap(({ id, unit }) => {
      const values = valuesIn(id, head)
      return values.length === 0 ? [] : [{ id, unit, value: quantile(values, 0.5) }]
    }),
  }
}
