import { QUIET_FLAGS } from '../config/defaults.ts'
import { DEFAULT_SUITES } from '../config/schema.ts'
import { UserError } from '../errors.ts'
import { childEnvironments } from '../checkout/child-environment.ts'
import { explainMissing } from '../checkout/missing-file.ts'
import type { ReadResults } from '../measure/command-execution.ts'
import { CommandSession, type MeasuredCommand } from '../measure/command-session.ts'
import { FailureCounts } from '../measure/failure-counts.ts'
import { type LoaderSearch, withLoaders } from '../measure/loaders.ts'
import { knownFlags } from '../measure/node-flags.ts'
import { ownNode } from '../measure/node-on-path.ts'
import { Catalog } from '../measure/catalog.ts'
import {
  createMark,
  joinSessions,
  type MeasuredSides,
  type Session,
  type Watcher,
} from '../measure/session.ts'
import { SuiteSession } from '../measure/suite-session.ts'
import { findSuites } from '../measure/suites.ts'
import type { Config } from '../model/config.ts'
import type { SuiteFailure, Survey } from '../model/evidence.ts'
import { type SideName, SIDES } from '../model/side.ts'
import { pairBenchmarks } from './pairing.ts'
import type { Runtime } from './request.ts'

/** A process without output for this long counts as hung; less where the time limit is short. */
const STALL_MS = 30_000
/**
 * Executions of a command that a verdict needs: one a side to warm up, and two blocks, since a single block
 * proves nothing when there are several tests.
 */
const EXECUTIONS_NEEDED = 18

/** How many different failures of benchmarks are examined on each side. */
const MAX_EXPLAINED = 20

/**
 * The adapters of thirty tools are loaded when the first output has to be read, because most steps need none.
 */
const readResults: ReadResults = async (from, format) =>
  (await import('./read-results.ts')).readResults(from, format)

/** What is to be measured: two checkouts, or one. */
export interface SessionParts {
  sides: MeasuredSides
  suites: Record<SideName, readonly string[]>
  /** Suites that differ between the sides, and why each side runs its own; null: both run head's. */
  edits: ReadonlyMap<string, string | null>
  commands: readonly MeasuredCommand[]
  nodeArgs: Record<SideName, readonly string[]>
  /** The directory of all checkouts; null where the project itself is measured. */
  scratch: string | null
  watch: Watcher
  /** The project in the user's checkout, and what prepares each side of it. */
  project: string
  setup: Record<SideName, string | null>
  /** False where the directories are the user's own: the results of an execution are left in them. */
  mayRemove: boolean
  warmupMs: number
  deadline: number
  individualCalls: (id: string) => number
  /** True: nobody asked for tail metrics, which are given up where their calls take long. */
  tailIsOptional?: boolean
  random: () => number
}

/** Checkouts without a build take about this long; shorter steps are not what used up a time limit. */
const SHORT_PREPARATION_MS = 5_000

/** The discovered benchmarks, and the session that starts their processes from then on. */
export interface Discovery {
  session: Session
  catalog: Catalog
  counts: FailureCounts
  survey: Survey
}

/**
 * Opens the session that measures suites and commands, and lists their benchmarks. Throws a UserError where
 * head has none.
 */
export async function discover(config: Config, runtime: Runtime, parts: SessionParts): Promise<Discovery> {
  const catalog = new Catalog(config.metrics)
  const counts = new FailureCounts()
  const preparedMs = config.measure.timeLimitMs - (parts.deadline - performance.now())
  if (preparedMs > SHORT_PREPARATION_MS) counts.noteTime('preparing base and head', preparedMs)
  const session = openSession(config, runtime, { ...parts, catalog, counts })
  const { ungated = [], ...found } = await session.discover()
  catalog.pair(pairBenchmarks([...catalog.benchmarks.values()], config.renamed))
  const explained = await explainFailures(found.failures, runtime, parts)
  const failures = explained.map(({ failure }) => failure)
  const survey: Survey = { ...found, failures, benchmarks: [...catalog.benchmarks.values()], indivisible: [] }
  const remedy = explained.find((one) => one.remedy !== null)?.remedy ?? null
  refuseEmpty(survey, config, { ungated, remedy })
  survey.failures = explained.map(({ failure, remedy }) =>
    remedy === null ? failure : { ...failure, message: `${failure.message}. ${remedy}` },
  )
  return { session, catalog, counts, survey }
}

/** Failures of suites, each with what to do about it where it lacks a file of the project. */
async function explainFailures(
  failures: readonly SuiteFailure[],
  { env, signal }: Runtime,
  { sides, project, setup }: SessionParts,
): Promise<{ failure: SuiteFailure; remedy: string | null }[]> {
  const explained: { failure: SuiteFailure; remedy: string | null }[] = []
  for (const failure of failures) {
    const isCheckout = sides[failure.side].directory !== project
    const context = { project, setup: setup[failure.side], isCheckout, env, signal }
    const missing = await explainMissing(failure.message, context)
    const message = missing?.reason ?? failure.message
    explained.push({ failure: { ...failure, message }, remedy: missing?.remedy ?? null })
  }
  return explained
}

/**
 * Says of benchmarks that lacked a file of the project while they ran what to do about it: suites that lack
 * one when they are loaded were explained when they were listed.
 */
export async function explainFailed(
  { failures }: FailureCounts,
  { env, signal }: Runtime,
  { sides, project, setup }: Pick<SessionParts, 'sides' | 'project' | 'setup'>,
): Promise<void> {
  for (const side of SIDES) {
    const context = {
      project,
      setup: setup[side],
      isCheckout: sides[side].directory !== project,
      env,
      signal,
    }
    const byMessage = Map.groupBy(failures[side].values(), ({ message }) => message)
    for (const [message, same] of [...byMessage].slice(0, MAX_EXPLAINED)) {
      const missing = await explainMissing(message, context)
      if (missing === null) continue
      for (const failure of same) failure.message = `${missing.reason}. ${missing.remedy}`
    }
  }
}

function openSession(
  { measure }: Config,
  runtime: Runtime,
  parts: SessionParts & { catalog: Catalog; counts: FailureCounts },
): Session {
  const { timePerBenchmarkMs: windowMs, timeLimitMs } = measure
  const { commands, suites } = parts
  const { signal, workerFile } = runtime
  const environments = environmentsOf(runtime)
  const mark = createMark(runtime.env)
  const ofSuites = new SuiteSession({
    ...parts,
    workerFile,
    nodePath: (runtime.node ?? ownNode).path,
    env: environments.measured,
    mark,
    windowMs,
    stallMs: Math.min(STALL_MS, timeLimitMs / 8),
    signal,
  })
  const ofCommands = new CommandSession({
    ...parts,
    readResults,
    environments,
    mark,
    executionLimitMs: timeLimitMs / EXECUTIONS_NEEDED,
    onProgress: (text) => runtime.onProgress({ kind: 'preparing', text }),
    signal,
  })
  return joinSessions([
    { suites: [...suites.head, ...suites.base], session: ofSuites },
    { suites: commands.map(({ suite }) => suite), session: ofCommands },
  ])
}

/** The suite files of both sides. Throws a UserError where head has none and no command is measured. */
export async function findSuitesOf(
  sides: MeasuredSides,
  patterns: Record<SideName, readonly string[]>,
): Promise<Record<SideName, string[]>> {
  const [base, head] = await Promise.all([
    // Base cannot be corrected any more; what it does not measure is new on head.
    patterns.base.length === 0
      ? []
      : findSuites(sides.base.directory, patterns.base, { foreign: 'leave-out' }),
    patterns.head.length === 0 ? [] : findSuites(sides.head.directory, patterns.head),
  ])
  return { base, head }
}

export function refuseNoSuites(found: readonly string[], patterns: readonly string[]): void {
  if (found.length > 0) return
  throw new UserError(
    'no-suites',
    `no file of head matches suites: ${patterns.join(', ')}`,
    `${patterns.includes(DEFAULT_SUITES) ? 'Run `npx benchgate init`, which finds the benchmarks of a project. By hand: set' : 'Set'} \`suites:\` in the config file to the files that call bench(), or \`command:\` to what starts your own tool. Files that git ignores are not measured.`,
    { topic: 'no-suites' },
  )
}

/**
 * Flags under which Node measures suites: those that keep V8 from adding noise of its own, if this Node knows
 * them.
 */
export async function flagsOfNode(
  { measure }: Config,
  runtime: Runtime,
): Promise<{ flags: string[]; warnings: string[] }> {
  if (measure.nodeThreads) return { flags: [], warnings: [] }
  return await knownFlags(runtime.node ?? ownNode, QUIET_FLAGS, environmentsOf(runtime).measured)
}

/** The user's arguments of Node for suites that run in `directory`. */
export function loadersFor(
  runtime: Runtime,
  nodeArgs: readonly string[],
  places: Pick<LoaderSearch, 'directory' | 'project'>,
): Promise<string[]> {
  const nodePath = (runtime.node ?? ownNode).path
  return withLoaders(nodeArgs, { ...places, nodePath, env: environmentsOf(runtime).measured })
}

const environmentsOf = ({ env, host }: Runtime) => childEnvironments(env, host.isOwnVariable)

/** Throws a UserError where head has no benchmark: a gate that measures nothing must not be green. */
function refuseEmpty(
  survey: Survey,
  { suites, commands }: Config,
  { ungated, remedy }: { ungated: readonly string[]; remedy: string | null },
): void {
  if (survey.benchmarks.some(({ head }) => head !== null)) return
  const failures = survey.failures.filter(({ side }) => side === 'head')
  if (failures.length > 0) {
    // Each benchmark of base becomes a row that says so.
    if (survey.benchmarks.length > 0) return
    throw new UserError(
      'suite',
      failures.map(({ suite, message }) => `${suite} on head ${message}`).join('\n'),
      remedy ??
        (commands.length > 0
          ? 'Run the command by itself in a fresh checkout, and fix what it says.'
          : 'Run the suite by itself with node, and fix what it says. A loader, such as tsx, goes into measure.node-args: ["--import", "tsx"].'),
    )
  }
  if (ungated.length > 0) {
    throw new UserError(
      'no-benchmarks',
      `the suites of head hold no benchmark:\n${ungated.join('\n')}`,
      'Benchgate measures what a suite registers with bench() from mitata.',
      { topic: 'no-bench-calls' },
    )
  }
  // A change may delete the last command.
  const isOfCommands = commands.length > 0 || suites.length === 0
  throw new UserError(
    'no-benchmarks',
    isOfCommands
      ? 'the commands of head reported no benchmark'
      : `the suites of head hold no benchmark: ${suites.join(', ')} matched files, but none calls bench()`,
    isOfCommands
      ? 'Check what the commands print: `benchgate ingest` shows what is understood of it.'
      : 'Register benchmarks with bench() from mitata, or set `suites:` to the files that do.',
    { topic: commands.length > 0 ? 'no-command-results' : 'no-bench-calls' },
  )
}

/** Throws a UserError where calibration took out all benchmarks of head that were to be measured. */
export function refuseAllDropped(
  wanted: readonly { benchmark: string }[],
  { benchmarks }: Survey,
  { whyDropped }: Catalog,
): void {
  const ids = new Set(wanted.map(({ benchmark }) => benchmark))
  if (whyDropped.length === 0 || benchmarks.some(({ id, head }) => head !== null && ids.has(id))) return
  throw new UserError(
    'no-benchmarks',
    `the suites of head hold no benchmark with a fixed name:\n${whyDropped.join('\n')}`,
    'A benchmark is compared with the one of the same name: leave dates, random ids and addresses out of it.',
    { topic: 'changing-names' },
  )
}
