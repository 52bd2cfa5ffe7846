import { lstat, readdir, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import { howItEnded, type ProcessResult, runProcess, TAIL_BYTES } from '../process/run-process.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { CommandConfig } from '../model/config.ts'
import { MAX_MESSAGE, type SuiteFailure } from '../model/evidence.ts'
import type { ExecutionStats, MeasuredBlock } from '../model/sample.ts'
import { shownLine } from './commands.ts'
import { lastWords, lastWordsOfResults } from '../process/last-words.ts'
import type { Ledger } from './ledger.ts'
import type { RawMetric, Roster } from './roster.ts'
import { drawBlock, type SideName } from './schedule.ts'
import { collectBlocks, type Ids, type MeasuredSides, type Session, type Surveyed } from './session.ts'

/** One command as each side runs it; null where a side does not have it. */
export interface MeasuredCommand {
  /** What its benchmarks are listed under. */
  suite: string
  base: CommandConfig | null
  head: CommandConfig | null
}

/** What a tool said of one benchmark in one execution. */
export interface ToolBenchmark {
  id: string
  /** Why there are no values; null: there are. */
  failure: string | null
  /** One value a metric, the one to decide on first. */
  metrics: RawMetric[]
}

/** Makes sense of a tool's output: of `text`, or of the file or folder at `path`, which people know as `shown`. Throws a UserError when it cannot. */
export type ReadResults = (
  from: { text: Buffer } | { path: string; shown: string },
  format: string | null,
) => Promise<{ benchmarks: ToolBenchmark[]; warnings: string[] }>

export interface CommandSessionOptions {
  commands: readonly MeasuredCommand[]
  sides: MeasuredSides
  roster: Roster
  ledger: Ledger
  readResults: ReadResults
  /** What a set-up line is started with, and what a command is. */
  environments: { setup: NodeJS.ProcessEnv; measured: NodeJS.ProcessEnv }
  random: () => number
  /** On the clock of performance.now(): nothing outside a block starts after it. */
  deadline: number
  /** Longest that one execution may take, in ms. */
  executionLimitMs: number
  /** False where the project itself is measured, not a checkout of it: nothing of it is removed. */
  mayRemove: boolean
  onProgress: (text: string) => void
  signal: AbortSignal
}

/** A block in which an execution fails is drawn again so many times: executions are long, and what fails twice is broken. */
const MAX_DRAWS = 2
const MAX_OUTPUT_BYTES = 64 * 2 ** 20
/** Warnings of an adapter that are passed on. */
const MAX_WARNINGS = 10
/** Files of an output that are asked when they were written. */
const MAX_FILES = 20_000
/** A file system's clock may go in steps of so many ms. */
const CLOCK_STEP_MS = 10

interface Execution {
  /** By the benchmark's id, the prefix of its command included. */
  benchmarks: Map<string, ToolBenchmark>
  warnings: string[]
}

/** Measures commands: each execution is one process of a block, and says something of all benchmarks of its tool. */
export function createCommandSession(options: CommandSessionOptions): Session {
  const { commands, ledger, roster, sides } = options
  const elapsedMs = new Map<string, number>()
  const bySuite = new Map(commands.map((command) => [command.suite, command]))
  /** What became of each set-up, by side, folder and line: why it failed, or null. */
  const built = new Map<string, string | null>()

  /** Builds each side once and executes each command once, which warms up, and tells what there is to be measured. */
  async function survey(): Promise<Surveyed> {
    const found: Surveyed = { failures: [], lateErrors: [], warnings: [] }
    for (const command of commands) {
      for (const side of ['base', 'head'] as const) {
        const own = command[side]
        if (own === null) continue
        options.onProgress(`${side}: ${command.suite}`)
        const failure =
          (await setUp(command.suite, own, side)) ?? (await warmUp(command.suite, own, side, found.warnings))
        if (failure !== null) found.failures.push({ suite: command.suite, side, message: failure })
      }
      roster.assumeSame(command.suite)
    }
    return found
  }

  /** Outside a block, nothing starts once the time is over. */
  function refuseLate(next: string): void {
    if (performance.now() <= options.deadline) return
    throw new UserError(
      'time-limit',
      `the time limit was used up before anything was measured: ${next} was next`,
      'Raise measure.time-limit (or --time-limit), or give the set-up less to do.',
    )
  }

  /** Why the side does not build; null: it does, or there is nothing to build. Commands of one line and folder share one build. */
  async function setUp(suite: string, command: CommandConfig, side: SideName): Promise<string | null> {
    if (command.setup === null) return null
    const key = JSON.stringify([side, command.workingDirectory, command.setup])
    let failure = built.get(key)
    if (failure === undefined) {
      refuseLate(`the set-up of ${suite} on ${side}`)
      failure = await build(command.setup, command, side)
      built.set(key, failure)
    }
    return failure
  }

  async function build(line: string, command: CommandConfig, side: SideName): Promise<string | null> {
    const timeLimitMs = Math.max(1, options.deadline - performance.now())
    const result = await inShell(line, side, command, options.environments.setup, timeLimitMs, 'tail')
    if (typeof result === 'string') return result
    const how =
      result.stopped === 'time-limit' ? 'did not end within measure.time-limit' : badEnd(result, timeLimitMs)
    return how === null ? null : `does not build: \`${shownLine(line)}\` ${how}${lastWords(result.tail)}`
  }

  /** The first execution, whose numbers are forgotten; null when it went well. */
  async function warmUp(
    suite: string,
    command: CommandConfig,
    side: SideName,
    warnings: string[],
  ): Promise<string | null> {
    refuseLate(`${suite} on ${side}`)
    const execution = await execute(suite, command, side)
    if (typeof execution === 'string') return execution
    if (side === 'head') warnings.push(...passedOn(suite, execution.warnings))
    ledger.noteStarts(side, execution.benchmarks.keys())
    const nowhere = { file: null, line: null, hash: '' }
    for (const [id, { failure, metrics }] of execution.benchmarks) {
      roster.register({ suite, source: 'command', side }, id, [nowhere])
      roster.values(id, side, metrics)
      if (failure !== null) ledger.noteFailure(side, id, failure)
    }
    return null
  }

  /** One execution: what it said, or why it said nothing. */
  async function execute(suite: string, command: CommandConfig, side: SideName): Promise<Execution | string> {
    const { output } = command
    const path = output === null ? null : resolve(workingDirectory(command, side), output)
    if (path !== null && options.mayRemove) {
      const problem = await removeOutput(sides[side].directory, path, output!)
      if (problem !== null) return problem
    }
    const before = path === null || options.mayRemove ? null : await lastWritten(path)
    const startedAt = performance.now()
    const startedOn = Date.now()
    const limitMs = options.executionLimitMs
    const keep = output === null ? MAX_OUTPUT_BYTES : 'tail'
    const result = await inShell(command.run, side, command, options.environments.measured, limitMs, keep)
    if (typeof result === 'string') return result
    const took = performance.now() - startedAt
    elapsedMs.set(`${side} ${suite}`, took)
    ledger.noteProcess(took)
    const how = badEnd(result, limitMs)
    if (how !== null) return `${how}${wordsOf(result)}`
    if (before !== null && before < startedOn - CLOCK_STEP_MS && (await lastWritten(path!)) === before) {
      return `wrote nothing to ${output}: what is there is of an earlier run${wordsOf(result)}`
    }
    try {
      const from = path === null ? { text: result.stdout } : { path, shown: output! }
      const { benchmarks, warnings } = await options.readResults(from, command.format)
      return {
        benchmarks: new Map(
          benchmarks.map((benchmark) => [`${command.namePrefix}${benchmark.id}`, benchmark]),
        ),
        warnings,
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return `left no results: ${error.message}; ${error.remedy}${wordsOf(result)}`
    }
  }

  async function inShell(
    line: string,
    side: SideName,
    command: CommandConfig,
    env: NodeJS.ProcessEnv,
    timeLimitMs: number,
    stdout: number | 'tail',
  ): Promise<ProcessResult | string> {
    const cwd = workingDirectory(command, side)
    const problem = await problemOfFolder(sides[side].directory, cwd, command.workingDirectory ?? '.')
    if (problem !== null) return problem
    try {
      return await runProcess(line, { cwd, env, signal: options.signal, timeLimitMs, stdout })
    } catch (error) {
      options.signal.throwIfAborted()
      return `could not be started: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  const workingDirectory = ({ workingDirectory: folder }: CommandConfig, side: SideName): string =>
    join(sides[side].directory, folder ?? '.')

  async function measureBlock(
    suite: string,
    wanted: Ids,
    _all: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ blocks: Map<string, MeasuredBlock>; failure: SuiteFailure | null }> {
    let failure: SuiteFailure | null = null
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const drawn = await drawOnce(suite, wanted, onFraction)
      if ('blocks' in drawn) return { ...drawn, failure: null }
      failure = drawn.failure
    }
    return { blocks: new Map(), failure }
  }

  async function drawOnce(
    suite: string,
    wanted: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ blocks: Map<string, MeasuredBlock> } | { failure: SuiteFailure }> {
    const command = bySuite.get(suite)!
    const processes: { side: SideName; stats: (id: string) => ExecutionStats | null }[] = []
    const order = drawBlock(options.random)
    for (const [i, side] of order.entries()) {
      const own = command[side]
      if (own !== null && wanted[side].length > 0) {
        const execution = await execute(suite, own, side)
        if (typeof execution === 'string') return { failure: { suite, side, message: execution } }
        processes.push({ side, stats: (id) => statsOf(execution, side, id) })
        account(side, execution, wanted[side])
      }
      onFraction((i + 1) / order.length)
    }
    return { blocks: collectBlocks(processes, wanted, PAIRS_PER_BLOCK) }
  }

  function statsOf({ benchmarks }: Execution, side: SideName, id: string): ExecutionStats | null {
    const benchmark = benchmarks.get(id)
    if (benchmark === undefined || benchmark.failure !== null) return null
    return { values: roster.values(id, side, benchmark.metrics) }
  }

  /** Notes which of the wanted benchmarks failed, or were not even named. */
  function account(side: SideName, { benchmarks }: Execution, ids: readonly string[]): void {
    ledger.noteStarts(side, ids)
    for (const id of ids) {
      const benchmark = benchmarks.get(id)
      const failure =
        benchmark === undefined ? 'it was not in the results, though it was before' : benchmark.failure
      if (failure !== null) ledger.noteFailure(side, id, failure)
    }
  }

  function estimateBlockMs(suite: string, ids: Ids): number {
    return (['base', 'head'] as const)
      .filter((side) => ids[side].length > 0)
      .reduce((sum, side) => sum + PAIRS_PER_BLOCK * (elapsedMs.get(`${side} ${suite}`) ?? 0), 0)
  }

  return {
    survey,
    // The survey was its warm-up already.
    pilot: async () => [],
    // An execution measures whatever its tool measures: there is nothing to be left out.
    parts: (_suite, ids, all) => (ids.base.length + ids.head.length === 0 ? [] : [{ ids, all }]),
    measureBlock,
    estimateBlockMs,
    indivisible: () => [],
  }
}

/** How a program ended that did not end well, as the end of a sentence; null: it did. */
function badEnd(result: ProcessResult, limitMs: number): string | null {
  switch (result.stopped) {
    case 'time-limit':
      return `did not end within ${(limitMs / 1000).toFixed(limitMs < 10_000 ? 1 : 0)} s: raise measure.time-limit, of which an execution may take an eighteenth: a verdict needs two to warm up and two blocks of eight`
    case 'output-limit':
      return `printed more than ${MAX_OUTPUT_BYTES / 2 ** 20} MiB: let it write a summary, or a file that \`output\` names`
    default:
      return result.exitCode === 0 ? null : howItEnded(result)
  }
}

/**
 * What it printed last, errors first. Results may be among all of it: tools write them to standard error too, and a file of results
 * is sometimes printed as well.
 */
function wordsOf({ stdout, tail }: ProcessResult): string {
  const isCut = Buffer.byteLength(tail) >= TAIL_BYTES
  return (
    lastWordsOfResults(tail, isCut) ||
    lastWordsOfResults(stdout.subarray(-TAIL_BYTES).toString(), stdout.length > TAIL_BYTES)
  )
}

/** The warnings of an adapter, as many and as much of them as a report bears. */
function passedOn(suite: string, warnings: readonly string[]): string[] {
  const shown = warnings.slice(0, MAX_WARNINGS).map((warning) => `${suite}: ${warning}`.slice(0, MAX_MESSAGE))
  const more = warnings.length - shown.length
  return more === 0 ? shown : [...shown, `${suite}: and ${more} more warnings`]
}

const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(root + sep)

/** Why nothing can be run in a folder; null: it can. Behind a link that leaves the project both sides would be one. */
async function problemOfFolder(project: string, path: string, shown: string): Promise<string | null> {
  try {
    const real = await realpath(path)
    if (!isWithin(real, await realpath(project))) {
      return `has a working-directory, ${shown}, behind a link that leaves the project`
    }
    return (await stat(real)).isDirectory() ? null : `has a working-directory, ${shown}, that is no folder`
  } catch {
    return `has no folder ${shown}, its working-directory`
  }
}

/** Removes what an earlier execution left, so that nobody reads it again; says why it could not, or must not. */
async function removeOutput(project: string, path: string, shown: string): Promise<string | null> {
  const parent = await realpath(dirname(path)).catch(() => null)
  // Without a folder around it there is nothing to remove.
  if (parent === null) return null
  if (!isWithin(parent, await realpath(project)))
    return `has an output, ${shown}, behind a link that leaves the project`
  try {
    await rm(path, { recursive: true, force: true })
    return null
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `has an output, ${shown}, of an earlier run that cannot be removed (${reason})`
  }
}

/** When a file, or anything in a folder, was written last, in ms since 1970; null where there is nothing. */
async function lastWritten(path: string): Promise<number | null> {
  const inside = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all(
    ['.', ...inside.slice(0, MAX_FILES)].map((name) =>
      lstat(join(path, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    ),
  )
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : known.reduce((a, b) => Math.max(a, b))
}
