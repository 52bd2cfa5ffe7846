import type { Registered } from '../model/evidence.ts'
import type { TimingStats } from '../model/sample.ts'
import { lastWords } from '../process/last-words.ts'
import { type ProcessResult, runProcess } from '../process/run-process.ts'
import { type ProcessEvent, processEvent } from './protocol.ts'
import type { MeasuredValue } from '../model/metric.ts'

/** How a process ended that did not end well, in a sentence that names what a person can look at. */
interface Death {
  /** The benchmark that was running, where one was. */
  running: string | null
  message: string
}

interface BenchmarkResult {
  batch: number
  elapsedMs: number
  settledMs: number | null
  stats: TimingStats
  /** What the benchmark reported of itself. */
  metrics: MeasuredValue[]
}

/** All that one process said of itself. */
export interface SuiteOutcome {
  userMitata: string | null
  registered: Map<string, Registered[]>
  results: Map<string, BenchmarkResult>
  /** First error of each benchmark that threw. */
  errors: Map<string, string>
  /** What is wrong with what benchmarks report of themselves, in sentences. */
  metricProblems: string[]
  death: Death | null
  /** An error outside any benchmark that spoiled none: after the last one, or while only listing. */
  lateError: string | null
  elapsedMs: number
}

interface SuiteRequest {
  /** File that node runs, relative to `directory`. */
  suite: string
  directory: string
  planFile: string
  workerFile: string
  /** The Node that runs it. */
  nodePath: string
  /** In this order, so that what the user asks for counts last. */
  nodeArgs: readonly string[]
  env: NodeJS.ProcessEnv
  /** A process that says nothing for this long is killed. */
  stallMs: number
  signal: AbortSignal
}

const MAX_EVENTS = 100_000
const MAX_EVENT_BYTES = 64 * 1024 * 1024

/** What a process said while it ran, beside its outcome. */
interface Said {
  running: string | null
  end: Extract<ProcessEvent, { type: 'end' }> | null
  suiteError: string | null
}

/**
 * Runs one suite in one fresh process and collects what it says on file descriptor 3. Rejects with the signal's reason on abort,
 * and never for what the process does.
 */
export async function runSuite(request: SuiteRequest): Promise<SuiteOutcome> {
  const startedAt = performance.now()
  const outcome: SuiteOutcome = {
    userMitata: null,
    registered: new Map(),
    results: new Map(),
    errors: new Map(),
    metricProblems: [],
    death: null,
    lateError: null,
    elapsedMs: 0,
  }
  const said: Said = { running: null, end: null, suiteError: null }
  let broken = 'more than 64 MiB'
  let events = 0
  const onLine = (line: string): boolean => {
    const event = ++events > MAX_EVENTS ? null : parseEvent(line)
    if (event === null) broken = line.slice(0, 200)
    else take(event, outcome, said)
    return event !== null
  }
  const { nodePath, nodeArgs, workerFile, suite, directory, env, planFile, stallMs, signal } = request
  const result = await runProcess([nodePath, '--expose-gc', ...nodeArgs, '--import', workerFile, suite], {
    cwd: directory,
    env: { ...env, BENCHGATE_PLAN: planFile },
    stdout: 'none',
    channel: { onLine, stallMs, limitBytes: MAX_EVENT_BYTES },
    signal,
  }).catch((error: Error) => {
    signal.throwIfAborted()
    return error
  })
  outcome.elapsedMs = performance.now() - startedAt
  const { end, suiteError } = said
  const spoilsNothing = end?.pending === 0 && outcome.registered.size > 0
  if (spoilsNothing) outcome.lateError = suiteError
  const running = end?.running ?? said.running
  const message =
    result instanceof Error
      ? `could not be started: ${result.message}`
      : explainDeath({
          ...result,
          where: running === null ? 'outside any benchmark' : `in benchmark ${JSON.stringify(running)}`,
          isRunning: running !== null,
          pending: end?.pending ?? null,
          suiteError: spoilsNothing ? null : suiteError,
          uncaught: end?.running == null ? null : (outcome.errors.get(end.running) ?? null),
          broken,
          stallMs,
        })
  if (message !== null) outcome.death = { running, message }
  return outcome
}

function parseEvent(line: string): ProcessEvent | null {
  try {
    return processEvent.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function take(event: ProcessEvent, outcome: SuiteOutcome, said: Said): void {
  switch (event.type) {
    case 'hello':
      outcome.userMitata = event.userMitata
      return
    case 'registered': {
      const { file, line, hash } = event
      const places = outcome.registered.get(event.id) ?? []
      outcome.registered.set(event.id, [...places, { file, line, hash }])
      return
    }
    case 'start':
      said.running = event.id
      return
    case 'result': {
      const { id, batch, elapsedMs, settledMs, stats } = event
      said.running = null
      outcome.metricProblems.push(...event.metricProblems.map((problem) => `${id}: ${problem}`))
      const metrics = event.metrics.map((metric) => ({ ...metric, exact: false }))
      outcome.results.set(id, { batch, elapsedMs, settledMs, stats, metrics })
      return
    }
    case 'error':
      if (event.id === null) {
        said.suiteError ??= event.message
        return
      }
      said.running = null
      if (!outcome.errors.has(event.id)) outcome.errors.set(event.id, event.message)
      return
    case 'end':
      said.end = event
      outcome.metricProblems.push(...event.metricProblems)
      return
  }
}

interface Ending extends ProcessResult {
  /** Where the process was when it ended, as part of a sentence. */
  where: string
  isRunning: boolean
  /** Planned benchmarks that had not run when the process said goodbye; null when it did not. */
  pending: number | null
  suiteError: string | null
  /** What the running benchmark threw where nothing could catch it: in a callback, or as a rejection. */
  uncaught: string | null
  /** What on the channel was no measurement, where something was. */
  broken: string
  stallMs: number
}

/** Why a process counts as dead, the surest sign first; null: it ended well. */
function explainDeath(e: Ending): string | null {
  const { where, exitCode, exitSignal, pending } = e
  if (e.stopped === 'stall') {
    return `hung ${where}: nothing for ${Math.round(e.stallMs / 1000)} s, so its process was killed`
  }
  if (e.stopped !== null) {
    return `wrote something else on file descriptor 3 than measurements: ${JSON.stringify(e.broken)}`
  }
  if (pending === null && /heap out of memory|Allocation failed/i.test(e.tail)) {
    return `ran out of memory ${where} (raise it with measure.node-args: ["--max-old-space-size=…"])`
  }
  if (exitSignal !== null) {
    const hint = exitSignal === 'SIGKILL' ? ', perhaps by the system for lack of memory' : ''
    return `was killed by ${exitSignal} ${where}${hint}${lastWords(e.tail)}`
  }
  if (e.suiteError !== null) return `failed ${where}: ${e.suiteError}`
  if (pending === null) return `ended with exit code ${exitCode} ${where}${lastWords(e.tail)}`
  if (e.uncaught !== null) return `ended its process ${where}: ${e.uncaught}`
  if (e.isRunning || pending > 0) {
    // Node ends a process whose top-level await can never settle with code 13.
    return exitCode === 13
      ? `never settled ${where}: a promise was awaited that nothing resolves`
      : `called process.exit(${exitCode}) ${where}, before its benchmarks had run`
  }
  // After its last benchmark a suite may end as it likes: all that it had to say has been said.
  return null
}
