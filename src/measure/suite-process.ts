import type { Registered } from '../model/evidence.ts'
import type { MeasuredValue } from '../model/metric.ts'
import type { TimingStats } from '../model/sample.ts'
import { lastWords } from '../process/last-words.ts'
import { type ProcessResult, runProcess } from '../process/run-process.ts'
import type { Mark } from '../process/mark.ts'
import { type ProcessEvent, processEvent, type ProcessPlan } from './protocol.ts'

/** How a process ended that failed. */
interface Death {
  /** The benchmark that was running, where one was. */
  running: string | null
  /** A sentence that names what the user can look at. */
  message: string
}

type UngatedCall = Omit<Extract<ProcessEvent, { type: 'ungated' }>, 'type'>

interface BenchmarkResult {
  batch: number
  elapsedMs: number
  settledMs: number | null
  stats: TimingStats
  /** The metrics that the benchmark itself reported. */
  metrics: MeasuredValue[]
}

/** A benchmark as one process registered it. */
interface RegisteredBenchmark {
  name: string
  occurrence: number
  place: Registered
}

/** Everything that one process reported, by the ids that tell the benchmarks of a suite apart. */
export interface SuiteOutcome {
  userMitata: string | null
  registered: Map<string, RegisteredBenchmark>
  results: Map<string, BenchmarkResult>
  /** The first error of each benchmark that threw. */
  errors: Map<string, string>
  /** Problems with the metrics that benchmarks report themselves, in sentences. */
  metricProblems: string[]
  /** The first call of a measuring loop of mitata by the suite itself. */
  ungated: UngatedCall | null
  /** Whether the suite failed over TypeScript that Node runs only with `TRANSFORM_TYPES`. */
  needsTransform: boolean
  death: Death | null
  /**
   * What went wrong after run() had returned, in words that follow the suite's name: everything that the plan
   * wanted is there all the same.
   */
  lateError: string | null
  /** What the process left running, which was ended: the program of each and its first argument. */
  leftRunning: string[]
  elapsedMs: number
}

interface SuiteRequest {
  /** The file that node runs, relative to `directory`. */
  suite: string
  directory: string
  /** What the process is to do, from which it learns that it measures. */
  plan: ProcessPlan
  workerFile: string
  /** The Node that runs it. */
  nodePath: string
  /** In this order, so that the user's own arguments come last and take precedence. */
  nodeArgs: readonly string[]
  env: NodeJS.ProcessEnv
  mark: Mark
  /** A process that sends nothing for this long is killed. */
  stallMs: number
  /** A process that runs longer is killed. Absent: it may run as long as it says something. */
  timeLimitMs?: number | undefined
  signal: AbortSignal
}

const MAX_EVENTS = 100_000
const MAX_EVENT_BYTES = 64 * 1024 * 1024

/** The events of a process so far. */
class Transcript {
  readonly outcome: SuiteOutcome = {
    userMitata: null,
    registered: new Map(),
    results: new Map(),
    errors: new Map(),
    metricProblems: [],
    ungated: null,
    needsTransform: false,
    death: null,
    lateError: null,
    leftRunning: [],
    elapsedMs: 0,
  }
  running: string | null = null
  end: Extract<ProcessEvent, { type: 'end' }> | null = null
  /** The first error outside any benchmark. */
  suiteError: { message: string; place: string | null } | null = null
  #isPlanDone = false
  /** Why the channel is unusable, where it is. */
  broken = 'more than 64 MiB'
  #events = 0

  /** Whether everything that was wanted has arrived, so that no later failure takes anything away. */
  get isDone(): boolean {
    const hasNothingLeft = this.#isPlanDone || this.end?.pending === 0
    return hasNothingLeft && this.running === null && this.outcome.registered.size > 0
  }

  /** False for a line that is no event, or one event too many. */
  onLine(line: string): boolean {
    const event = ++this.#events > MAX_EVENTS ? null : parseEvent(line)
    if (event === null) this.broken = line.slice(0, 200)
    else this.#take(event)
    return event !== null
  }

  #take(event: ProcessEvent): void {
    const { outcome } = this
    switch (event.type) {
      case 'hello':
        outcome.userMitata = event.userMitata
        return
      case 'registered': {
        const { id, name, occurrence, file, line, hash } = event
        outcome.registered.set(id, { name, occurrence, place: { file, line, hash } })
        return
      }
      case 'ungated': {
        const { call, place } = event
        outcome.ungated ??= { call, place }
        return
      }
      case 'start':
        this.running = event.id
        return
      case 'result': {
        const { id, batch, elapsedMs, settledMs, stats } = event
        this.running = null
        outcome.metricProblems.push(...event.metricProblems.map((problem) => `${id}: ${problem}`))
        const metrics = event.metrics.map((metric) => ({ ...metric, exact: false }))
        outcome.results.set(id, { batch, elapsedMs, settledMs, stats, metrics })
        return
      }
      case 'error':
        if (event.id === null) {
          this.suiteError ??= event
          outcome.needsTransform ||= event.code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
          return
        }
        this.running = null
        if (!outcome.errors.has(event.id)) outcome.errors.set(event.id, event.message)
        return
      case 'done':
        this.#isPlanDone = true
        return
      case 'end':
        this.end = event
        this.running = event.running ?? this.running
        outcome.metricProblems.push(...event.metricProblems)
        return
    }
  }
}

function parseEvent(line: string): ProcessEvent | null {
  try {
    return processEvent.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/**
 * Runs one suite in one fresh process and collects its events from file descriptor 3. Rejects only on abort,
 * with the signal's reason, whatever the process does.
 */
export async function runSuite(request: SuiteRequest): Promise<SuiteOutcome> {
  const { nodePath, nodeArgs, workerFile, suite, directory, env, stallMs, timeLimitMs, signal } = request
  const startedAt = performance.now()
  const transcript = new Transcript()
  const result = await runProcess([nodePath, '--expose-gc', ...nodeArgs, '--import', workerFile, suite], {
    cwd: directory,
    env: { ...env, BENCHGATE_PLAN: '3' },
    stdout: 'none',
    channel: {
      task: JSON.stringify(request.plan),
      onLine: (line) => transcript.onLine(line),
      isOver: () => transcript.end !== null,
      stallMs,
      limitBytes: MAX_EVENT_BYTES,
    },
    mark: request.mark,
    ...(timeLimitMs !== undefined && { timeLimitMs }),
    signal,
  }).catch((error: Error) => {
    signal.throwIfAborted()
    return error
  })
  const { outcome, running, isDone } = transcript
  outcome.elapsedMs = performance.now() - startedAt
  const message =
    result instanceof Error
      ? `could not be started: ${result.message}`
      : explainEnd(result, transcript, Math.round(stallMs / 1000))
  if (!(result instanceof Error)) outcome.leftRunning = result.leftRunning
  if (isDone) outcome.lateError = message
  else if (message !== null) outcome.death = { running, message }
  return outcome
}

/** What was wrong with the end of a process, the surest sign first; null: it ended well. */
function explainEnd(result: ProcessResult, transcript: Transcript, stallSeconds: number): string | null {
  const { stopped, tail, isWhole, exitCode, exitSignal } = result
  const { end, running, broken, suiteError, isDone } = transcript
  const where = isDone ? 'after run()' : placeOf(running)
  if (stopped === 'stall') {
    return isDone
      ? `did not end after run(): nothing for ${stallSeconds} s, so its process was killed`
      : `hung ${where}: nothing for ${stallSeconds} s, so its process was killed`
  }
  if (stopped === 'time-limit') return `was killed ${where}, because the time limit was used up`
  if (stopped !== null) {
    return `wrote something else on file descriptor 3 than measurements: ${JSON.stringify(broken)}`
  }
  if (end === null && /heap out of memory|Allocation failed/i.test(tail)) {
    return `ran out of memory ${where} (raise it with measure.node-args: ["--max-old-space-size=…"])`
  }
  if (exitSignal !== null) {
    const hint = exitSignal === 'SIGKILL' ? ', perhaps by the system for lack of memory' : ''
    return `was killed by ${exitSignal} ${where}${hint}${lastWords(tail)}`
  }
  if (suiteError !== null) {
    const { message, place } = suiteError
    return `failed ${where}${place === null ? '' : `, at ${place}`}: ${message}`
  }
  if (end === null && exitCode === 0 && !isWhole) {
    return isDone
      ? null
      : `left something running that holds file descriptor 3 open, so that measurements may be missing`
  }
  if (end === null) return `ended with exit code ${exitCode} ${where}${lastWords(tail)}`
  // After its last benchmark a suite may end in any way: all of its measurements have arrived.
  return isDone ? null : explainPending(transcript, end, exitCode)
}

/** Why a process ended in order before everything had run; null: nothing was left. */
function explainPending(
  { outcome, running }: Transcript,
  end: NonNullable<Transcript['end']>,
  exitCode: number | null,
): string | null {
  const where = placeOf(running)
  // The benchmark threw where nothing could catch it: in a callback, or as a rejection.
  const uncaught = end.running === null ? undefined : outcome.errors.get(end.running)
  if (uncaught !== undefined) return `ended its process ${where}: ${uncaught}`
  if (running === null && end.pending === 0) return null
  // Node ends a process whose top-level await can never settle with code 13.
  return exitCode === 13
    ? `never settled ${where}: a promise was awaited that nothing resolves`
    : `called process.exit(${exitCode}) ${where}, before its benchmarks had run`
}

const placeOf = (running: string | null): string =>
  running === null ? 'outside any benchmark' : `in benchmark ${JSON.stringify(running)}`
