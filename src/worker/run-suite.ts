import { type Case, casesOf } from './cases.ts'
import { send, sendThrown } from './channel.ts'
import { measureCase } from './measure-case.ts'
import { isWanted, plan } from './read-plan.ts'
import { clearRegistry, type Registration, registered } from './benchmark-registry.ts'
import { closeMetrics, openMetrics } from './reported-metrics.ts'
import { sourceHash } from './source-hash.ts'
import { type RunResult, runContext, runResult, trialResult } from './trial-result.ts'

type TrialResult = ReturnType<typeof trialResult>

/** Options of mitata's run() that have a meaning when nothing is printed. */
interface RunOptions {
  filter?: RegExp
  throw?: boolean
  observe?: (trial: TrialResult) => TrialResult
}

/** State that tells, when the process ends, how it ended. */
export const progress = {
  /** The benchmark that is being measured. */
  running: null as string | null,
  /** Benchmarks that have started. */
  started: new Set<string>(),
  /** How many calls of run() there have been, and how many of them have returned. */
  runs: 0,
  returned: 0,
  onCall: () => {},
  /** Called when all of them have returned. */
  onReturn: () => {},
}

let lastRun: Promise<unknown> = Promise.resolve()
const taken = new WeakSet<Registration>()
let leftOfCall = 0
/** How often each full name has occurred. */
const counts = new Map<string, number>()

/** Wanted benchmarks that are registered and have not started. */
export function pendingCount(): number {
  const waiting = registered().registrations.filter((registration) => !taken.has(registration))
  const ahead = new Map(counts)
  return leftOfCall + waiting.flatMap((one) => casesOf(one, ahead)).filter(({ id }) => isWanted(id)).length
}

/**
 * mitata's run(): measures or lists the registered benchmarks, and resolves to what mitata's run() resolves
 * to, as far as it was measured. With `throw`, the first error is thrown after the others have been measured.
 */
export function run(options: RunOptions = {}) {
  progress.runs++
  progress.onCall()
  // Code that does not await run() has then ended before it returns.
  const result = lastRun.then(turnOfTheEventLoop).then(() => runRegistered(options))
  lastRun = result.then(noteReturn, noteReturn)
  return result
}

function noteReturn(): void {
  if (++progress.returned === progress.runs) progress.onReturn()
}

async function runRegistered(options: RunOptions) {
  const { registrations, collections } = registered()
  const context = runContext()
  const benchmarks: TrialResult[] = []
  // As in mitata, benchmarks registered meanwhile are measured too.
  for (const registration of registrations) {
    taken.add(registration)
    const { trial } = registration
    if (options.filter && !options.filter.test(trial._name)) continue
    const cases = casesOf(registration, counts)
    for (const one of cases) sayRegistered(one, registration)
    if (plan?.mode === 'list') continue
    const runs = await runCases(registration, cases)
    if (runs.length === 0) continue
    const result = trialResult(trial, runs)
    benchmarks.push(options.observe?.(result) ?? result)
  }
  const layout = collections.map(({ name, types }) => ({ name, types }))
  clearRegistry()
  if (options.throw) {
    const failed = benchmarks.flatMap(({ runs }) => runs).find(({ stats }) => stats === undefined)
    if (failed) throw failed.error
  }
  return { layout, context, benchmarks }
}

function sayRegistered({ id, fullName, occurrence }: Case, { trial, site }: Registration): void {
  send({
    type: 'registered',
    id,
    name: fullName,
    occurrence,
    file: site?.file ?? null,
    line: site?.line ?? null,
    hash: sourceHash(String(trial.f)),
  })
}

async function runCases(registration: Registration, cases: readonly Case[]): Promise<RunResult[]> {
  const wanted = cases.filter(({ id }) => isWanted(id))
  const runs: RunResult[] = []
  for (const [i, one] of wanted.entries()) {
    leftOfCall = wanted.length - i - 1
    runs.push(await runCase(registration, one))
  }
  return runs
}

async function runCase({ trial }: Registration, one: Case): Promise<RunResult> {
  const { id, name, args } = one
  send({ type: 'start', id })
  progress.running = id
  progress.started.add(id)
  openMetrics()
  const startedMs = performance.now()
  try {
    const { batch, stats, samples, settledMs, reported } = await measureCase(trial, one, plan!)
    const elapsedMs = performance.now() - startedMs
    await turnOfTheEventLoop()
    send({ type: 'result', id, batch, elapsedMs, settledMs, stats, ...reported })
    return runResult(one, samples, batch)
  } catch (error) {
    sendThrown(id, error)
    return { name, args, stats: undefined, error }
  } finally {
    closeMetrics()
    progress.running = null
  }
}

/**
 * Lets the event loop turn, so that what a benchmark left behind, such as a timer or an unhandled rejection,
 * happens before the next one starts.
 */
function turnOfTheEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
