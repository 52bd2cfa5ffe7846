import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Registered } from '../model/evidence.ts'
import type { ForkStats } from '../model/sample.ts'
import { lastWords } from '../process/last-words.ts'
import { type ForkEvent, forkEvent } from './protocol.ts'
import type { RawMetric } from './roster.ts'

/** How a process ended that did not end well, in a sentence that names what a person can look at. */
interface Death {
  kind: 'hang' | 'crash' | 'exit' | 'out-of-memory' | 'suite-error' | 'aborted'
  /** The benchmark that was running, where one was. */
  running: string | null
  message: string
}

interface ForkResult {
  batch: number
  elapsedMs: number
  settledMs: number | null
  stats: ForkStats
  /** What the benchmark reported of itself. */
  metrics: RawMetric[]
}

/** All that one process told about itself. */
export interface ForkOutcome {
  userMitata: string | null
  registered: Map<string, Registered[]>
  results: Map<string, ForkResult>
  /** First error of each benchmark that threw. */
  errors: Map<string, string>
  /** What is wrong with what benchmarks report of themselves, in sentences. */
  metricProblems: string[]
  death: Death | null
  /** An error outside any benchmark that spoiled none: after the last one, or while only listing. */
  lateError: string | null
  elapsedMs: number
}

export interface ForkRequest {
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

const MAX_OUTPUT_TAIL = 4_000
const MAX_EVENTS = 100_000
const MAX_EVENT_BYTES = 64 * 1024 * 1024
/** After a process ended, how long what it left in the pipe may take to arrive (a daemon can hold the pipe open). */
const DRAIN_MS = 1_000

/** Runs one suite in one fresh process and collects what it says on file descriptor 3. Never rejects for what the process does. */
export async function runFork(request: ForkRequest): Promise<ForkOutcome> {
  const startedAt = performance.now()
  const outcome: ForkOutcome = {
    userMitata: null,
    registered: new Map(),
    results: new Map(),
    errors: new Map(),
    metricProblems: [],
    death: null,
    lateError: null,
    elapsedMs: 0,
  }
  const child = spawn(
    request.nodePath,
    ['--expose-gc', ...request.nodeArgs, '--import', request.workerFile, request.suite],
    {
      cwd: request.directory,
      env: { ...request.env, BENCHGATE_PLAN: request.planFile },
      // stdout may carry workflow commands of untrusted code: captured, never inherited.
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    },
  )
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // The group is gone already.
    }
  }

  let running: string | null = null
  let end: Extract<ForkEvent, { type: 'end' }> | null = null
  let suiteError: string | null = null
  let broken: string | null = null
  let events = 0
  let killedBy: 'hang' | 'aborted' | null = null

  let stall: NodeJS.Timeout
  const onStall = () => {
    killedBy = 'hang'
    killGroup()
  }
  stall = setTimeout(onStall, request.stallMs)
  const onAbort = () => {
    killedBy = 'aborted'
    killGroup()
  }
  if (request.signal.aborted) onAbort()
  request.signal.addEventListener('abort', onAbort, { once: true })

  const take = (event: ForkEvent) => {
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
        running = event.id
        return
      case 'result':
        running = null
        outcome.metricProblems.push(...event.metricProblems.map((problem) => `${event.id}: ${problem}`))
        outcome.results.set(event.id, {
          batch: event.batch,
          elapsedMs: event.elapsedMs,
          settledMs: event.settledMs,
          stats: event.stats,
          metrics: event.metrics.map((metric) => ({ ...metric, exact: false })),
        })
        return
      case 'error':
        if (event.id === null) suiteError ??= event.message
        else {
          running = null
          if (!outcome.errors.has(event.id)) outcome.errors.set(event.id, event.message)
        }
        return
      case 'end':
        end = event
        outcome.metricProblems.push(...event.metricProblems)
        return
    }
  }

  const lines = createInterface({ input: child.stdio[3] as Readable, crlfDelay: Infinity })
  const giveUp = (on: string) => {
    broken ??= on.slice(0, 200)
    killGroup()
  }
  lines.on('line', (line) => {
    if (broken !== null) return
    events++
    const parsed = events > MAX_EVENTS ? null : parseEvent(line)
    if (parsed === null) return giveUp(line)
    stall.refresh()
    take(parsed)
  })
  let bytes = 0
  child.stdio[3]!.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_EVENT_BYTES) giveUp('more than 64 MiB')
  })
  const drained = new Promise<void>((resolve) => lines.once('close', resolve))
  const stderr = keepTail(child.stderr!)
  keepTail(child.stdout!)

  const { code, signal, failure } = await new Promise<{
    code: number | null
    signal: NodeJS.Signals | null
    failure: Error | null
  }>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, failure: error }))
    child.once('exit', (code, signal) => resolve({ code, signal, failure: null }))
  })
  clearTimeout(stall)
  request.signal.removeEventListener('abort', onAbort)
  // Whatever the suite left behind in its group goes with it; then the pipes close by themselves.
  killGroup()
  await Promise.race([drained, after(DRAIN_MS)])
  for (const pipe of child.stdio) pipe?.destroy()

  outcome.elapsedMs = performance.now() - startedAt
  const goodbye = end as Extract<ForkEvent, { type: 'end' }> | null
  const spoilsNothing = goodbye?.pending === 0 && outcome.registered.size > 0
  if (spoilsNothing) outcome.lateError = suiteError
  outcome.death = explainDeath({
    code,
    signal,
    failure,
    killedBy,
    running: goodbye?.running ?? running,
    pending: goodbye?.pending ?? null,
    suiteError: spoilsNothing ? null : suiteError,
    uncaught: goodbye?.running == null ? null : (outcome.errors.get(goodbye.running) ?? null),
    broken,
    stderr: stderr(),
    stallMs: request.stallMs,
  })
  return outcome
}

function parseEvent(line: string): ForkEvent | null {
  try {
    const parsed = forkEvent.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Reads a stream to its end and remembers its last characters. */
function keepTail(stream: Readable): () => string {
  let tail = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    tail = (tail + chunk).slice(-MAX_OUTPUT_TAIL)
  })
  return () => tail
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  failure: Error | null
  killedBy: 'hang' | 'aborted' | null
  running: string | null
  /** Planned benchmarks that had not run when the process said goodbye; null when it did not. */
  pending: number | null
  suiteError: string | null
  /** What the running benchmark threw where nothing could catch it: in a callback, or as a rejection. */
  uncaught: string | null
  broken: string | null
  stderr: string
  stallMs: number
}

function explainDeath(e: Ending): Death | null {
  const where = e.running === null ? 'outside any benchmark' : `in benchmark ${JSON.stringify(e.running)}`
  const death = (kind: Death['kind'], message: string): Death => ({ kind, running: e.running, message })

  if (e.killedBy === 'aborted') return death('aborted', 'interrupted')
  if (e.killedBy === 'hang') {
    return death(
      'hang',
      `hung ${where}: nothing for ${Math.round(e.stallMs / 1000)} s, so its process was killed`,
    )
  }
  if (e.failure) return death('crash', `could not be started: ${e.failure.message}`)
  if (e.broken !== null) {
    return death(
      'crash',
      `wrote something else on file descriptor 3 than measurements: ${JSON.stringify(e.broken)}`,
    )
  }
  if (e.pending === null && /heap out of memory|Allocation failed/i.test(e.stderr)) {
    return death(
      'out-of-memory',
      `ran out of memory ${where} (raise it with measure.node-args: ["--max-old-space-size=…"])`,
    )
  }
  if (e.signal !== null) {
    const hint = e.signal === 'SIGKILL' ? ', perhaps by the system for lack of memory' : ''
    return death('crash', `was killed by ${e.signal} ${where}${hint}${lastWords(e.stderr)}`)
  }
  if (e.suiteError !== null) return death('suite-error', `failed ${where}: ${e.suiteError}`)
  if (e.pending === null)
    return death('crash', `ended with exit code ${e.code} ${where}${lastWords(e.stderr)}`)
  if (e.uncaught !== null) return death('crash', `ended its process ${where}: ${e.uncaught}`)
  if (e.running !== null || e.pending > 0) {
    // Node ends a process whose top-level await can never settle with code 13.
    return e.code === 13
      ? death('exit', `never settled ${where}: a promise was awaited that nothing resolves`)
      : death('exit', `called process.exit(${e.code}) ${where}, before its benchmarks had run`)
  }
  // After its last benchmark a suite may end as it likes: all that it had to say has been said.
  return null
}
