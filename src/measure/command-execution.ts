import { join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { nameText, normalName } from '../model/benchmark.ts'
import type { Conditions } from '../model/conditions.ts'
import type { CommandConfig } from '../model/config.ts'
import { inProject, lastWordsOfResults, reasonAfter } from '../process/last-words.ts'
import type { Mark } from '../process/mark.ts'
import {
  howItEnded,
  type ProcessOptions,
  type ProcessResult,
  runProcess,
  TAIL_BYTES,
} from '../process/run-process.ts'
import { lastWritten, problemOfFolder, problemOfOutput, removeOutput } from './command-files.ts'
import { shownLine } from './commands.ts'
import type { MeasuredMetric, MeasuredValue } from '../model/metric.ts'

const MAX_OUTPUT_BYTES = 64 * 2 ** 20
/** File times may have a resolution of this many ms. */
const CLOCK_STEP_MS = 10

/** What a tool reported of one benchmark in one execution. */
export interface ToolBenchmark {
  name: string
  /** Its number among the benchmarks of that name in the output, counted from 1. */
  occurrence: number
  /** What tells two forms of its own code apart, where the tool states it, else empty. */
  version?: string
  /** Why there are no values; null where there are. */
  failure: string | null
  /** One value a metric, the primary metric first. */
  metrics: MeasuredValue[]
  /** What the first metric would have been, where the tool says it of a benchmark that failed. */
  measures?: MeasuredMetric
}

/**
 * Reads a tool's output: `text`, or the file or folder at `path` in the project, which people know as
 * `shown`. Throws a UserError when it cannot be read.
 */
export type ReadResults = (
  from: { text: Buffer } | { path: string; shown: string; project: string },
  format: string | null,
) => Promise<{ benchmarks: ToolBenchmark[]; warnings: string[]; conditions?: Conditions }>

export interface Execution {
  /** By name and number, with the prefix of the command. */
  benchmarks: Map<string, ToolBenchmark>
  warnings: string[]
  /** What the tool says of its machine, build and programs. */
  conditions?: Conditions | undefined
}

export interface ExecutionOptions {
  readResults: ReadResults
  /** The environments of a set-up line and of a measured command. */
  environments: { setup: NodeJS.ProcessEnv; measured: NodeJS.ProcessEnv }
  /** For measured commands alone: what a set-up line starts may be there to stay. */
  mark: Mark
  /** Longest that one execution may take, in ms. */
  executionLimitMs: number
  /** False where the project itself is measured and not a checkout of it: then nothing is removed from it. */
  mayRemove: boolean
  signal: AbortSignal
}

/** Lines of the output of a set-up line that failed: reports show them in one. */
const BUILD_LINES = 8

/** Runs a command's set-up line in its folder. Returns why it failed; null: it succeeded. */
export async function buildSide(
  command: CommandConfig,
  line: string,
  project: string,
  {
    environments,
    signal,
    timeLimitMs,
  }: Pick<ExecutionOptions, 'environments' | 'signal'> & { timeLimitMs: number },
): Promise<string | null> {
  const options = { env: environments.setup, signal, timeLimitMs, stdout: 'tail' } as const
  const result = await inShell(line, project, command, options)
  if (typeof result === 'string') return result
  const how =
    result.stopped === 'time-limit' ? 'did not end within measure.time-limit' : badEnd(result, timeLimitMs)
  if (how === null) return null
  const why = reasonAfter(inProject(result.tail, project), BUILD_LINES)
  return `does not build: \`${shownLine(line)}\` ${how}${why}`
}

/** Executes a command once in a project. Returns its results, or why there are none. */
export async function executeCommand(
  command: CommandConfig,
  project: string,
  o: ExecutionOptions & { onEnded: (tookMs: number, leftRunning: readonly string[]) => void },
): Promise<Execution | string> {
  const { output } = command
  const path = output === null ? null : resolve(join(project, command.workingDirectory ?? '.'), output)
  if (path !== null && o.mayRemove) {
    const problem = await removeOutput(project, path, output!)
    if (problem !== null) return problem
  }
  const before = path === null || o.mayRemove ? null : await lastWritten(path)
  const startedAt = performance.now()
  const startedOn = Date.now()
  const limitMs = o.executionLimitMs
  const result = await inShell(command.run, project, command, {
    env: o.environments.measured,
    mark: o.mark,
    signal: o.signal,
    timeLimitMs: limitMs,
    stdout: output === null ? MAX_OUTPUT_BYTES : 'tail',
  })
  if (typeof result === 'string') return result
  const words = () => inProject(wordsOf(result), project)
  const leftRunning = result.leftRunning.map((line) => inProject(line, project))
  o.onEnded(performance.now() - startedAt, leftRunning)
  const how = badEnd(result, limitMs)
  if (how !== null) return `${how}${words()}`
  if (before !== null && before < startedOn - CLOCK_STEP_MS && (await lastWritten(path!)) === before) {
    return `wrote nothing to ${output}: what is there is of an earlier run${words()}`
  }
  const problem = path === null ? null : await problemOfOutput(project, path, output!)
  if (problem !== null) return problem
  try {
    const from = path === null ? { text: result.stdout } : { path, shown: output!, project }
    const { benchmarks, warnings, conditions } = await o.readResults(from, command.format)
    const named = benchmarks.map((one) => ({ ...one, name: normalName(`${command.namePrefix}${one.name}`) }))
    const byName = new Map(named.map((one) => [nameText(one.name, one.occurrence), one]))
    return { benchmarks: byName, warnings, conditions }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return `left no results: ${error.message}; ${error.remedy}${words()}`
  }
}

async function inShell(
  line: string,
  project: string,
  { workingDirectory: folder }: CommandConfig,
  options: Omit<ProcessOptions, 'cwd'>,
): Promise<ProcessResult | string> {
  const cwd = join(project, folder ?? '.')
  const problem = await problemOfFolder(project, cwd, folder ?? '.')
  if (problem !== null) return problem
  try {
    return await runProcess(line, { cwd, ...options })
  } catch (error) {
    options.signal?.throwIfAborted()
    return `could not be started: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** How a program failed, as the end of a sentence; null: it did not. */
function badEnd(result: ProcessResult, limitMs: number): string | null {
  switch (result.stopped) {
    case 'time-limit':
      return `did not end within ${(limitMs / 1000).toFixed(limitMs < 10_000 ? 1 : 0)} s: raise measure.time-limit, of which an execution may take an eighteenth: a verdict needs two to warm up and two blocks of eight`
    case 'output-limit':
      return `printed more than ${MAX_OUTPUT_BYTES / 2 ** 20} MiB: let it write a summary, or a file that \`output\` names`
    default:
      if (result.exitCode !== 0) return howItEnded(result)
      return result.isWhole
        ? null
        : 'ended, and its output did not: something that it left running holds it open. Let it end what it starts, or write a file that `output` names'
  }
}

/**
 * The last output of a program, errors first, without what looks like results: tools write results to
 * standard error too, and some print a results file as well.
 */
function wordsOf({ stdout, tail }: ProcessResult): string {
  const isCut = Buffer.byteLength(tail) >= TAIL_BYTES
  return (
    lastWordsOfResults(tail, isCut) ||
    lastWordsOfResults(stdout.subarray(-TAIL_BYTES).toString(), stdout.length > TAIL_BYTES)
  )
}
