import { registered } from './benchmark-registry.ts'
import { send, sendThrown } from './channel.ts'
import { watchMainModule } from './main-module.ts'
import { LATE_MS, patienceMs, waitedMs } from './patience.ts'
import { plan } from './read-plan.ts'
import { strayProblems } from './reported-metrics.ts'
import { pendingCount, progress, run } from './run-suite.ts'

/** Node's own exit code for a top-level await that can never settle. */
const NEVER_SETTLED = 13
/** How often an idle process is looked at. While benchmarks run no timer of ours disturbs them. */
const STEP_MS = 20

// Suites may replace these, for example with fake timers.
const { setTimeout } = globalThis
const exit = process.exit.bind(process)
const now = performance.now.bind(performance)

/**
 * Tells the parent process how this process ends, runs a suite that never calls run(), and ends a process
 * that has nothing more to measure. Otherwise it changes nothing about the end.
 */
export function watchTheEnd(): void {
  /** Whether nothing more can come: the event loop ran dry, or the process is ended from here. */
  let isOver = false

  // Node would open its debugger for code of the other side, which may send this signal.
  process.on('SIGUSR1', () => {})

  process.on('beforeExit', () => {
    if (progress.runs > 0 || registered().registrations.length === 0) isOver = true
    else void run()
  })

  process.on('uncaughtExceptionMonitor', (error) => {
    const isHandled = process.listenerCount('uncaughtException') > 0
    if (!isHandled) ifHeard(() => sendThrown(progress.running, error))
  })

  process.on('exit', (code) => {
    const { running } = progress
    if (isOver && running !== null && code === 0) process.exitCode = NEVER_SETTLED
    // mitata does not run what a suite registers after its last run() either.
    const isComplete = isOver && running === null
    const pending = isComplete ? 0 : pendingCount()
    ifHeard(() => send({ type: 'end', running, pending, metricProblems: strayProblems() }))
  })

  endWhenQuiet(() => {
    isOver = true
    exit()
  })
}

/** Calls `end` once the suite has been idle for as long as it is waited for. */
function endWhenQuiet(end: () => void): void {
  const isMainOver = watchMainModule()
  let wasMainOver = false
  let isDone = false
  let lookedMs = now()
  /** Waited since anything changed. */
  let idleMs = 0
  /** Waited since the plan was done. */
  let lateMs = 0
  let last = ''
  let timer: NodeJS.Timeout | null = null
  const lookLater = () => (timer ??= setTimeout(look, STEP_MS).unref())

  function look(): void {
    timer = null
    // It looks again when they have returned.
    if (progress.runs > progress.returned) return
    const hasRun = progress.runs > 0
    const waiting = registered().registrations.length
    // Until then the main module may not have been loaded.
    const hasBegun = hasRun || waiting > 0
    const mainEnded =
      !hasBegun || !isMainOver() ? 'not-yet' : wasMainOver ? 'before-run-returned' : 'after-run-returned'
    const current = `${progress.runs} ${waiting} ${mainEnded}`
    const patience = patienceMs({ isPlanDone: isDone, hasRun, isWaiting: waiting > 0, mainEnded })
    const betweenMs = now() - lookedMs
    lookedMs += betweenMs
    idleMs = current === last ? idleMs + waitedMs(betweenMs, patience) : 0
    last = current
    // What runs after the plan is done, such as benchmarks that are not wanted, wins no time.
    if (isDone) lateMs += waitedMs(betweenMs, LATE_MS)
    if (idleMs < patience && lateMs < LATE_MS) lookLater()
    else if (hasRun) end()
    else void run()
  }

  progress.onCall = () => void isMainOver()
  progress.onReturn = () => {
    wasMainOver = isMainOver()
    if (!isDone && isPlanDone()) {
      isDone = true
      lookedMs = now()
    }
    // The next lines of the suite may never come to an end.
    if (isDone || plan?.mode === 'list') ifHeard(() => send({ type: 'done' }))
    lookLater()
  }
  lookLater()
}

/** Whether every benchmark of the plan has run. */
function isPlanDone(): boolean {
  const wanted = plan?.only ?? null
  return wanted !== null && wanted.every((id) => progress.started.has(id)) && pendingCount() === 0
}

/** Ignores that the parent process is gone: this process is ending anyway. */
function ifHeard(write: () => void): void {
  try {
    write()
  } catch {}
}
