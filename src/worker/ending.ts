import { send, sendThrown } from './channel.ts'
import { registered } from './benchmark-registry.ts'
import { strayProblems } from './reported-metrics.ts'
import { pendingCount, progress, run } from './run-suite.ts'

/** Node's own exit code for a top-level await that can never settle. */
const NEVER_SETTLED = 13

/**
 * Tells the parent process how this process ends, without changing that, and runs a suite that never calls
 * run().
 */
export function watchTheEnd(): void {
  /** Whether the event loop ran dry: a promise that is still pending will never settle. */
  let isDry = false

  process.on('beforeExit', () => {
    if (progress.hasRun || registered().registrations.length === 0) isDry = true
    else void run()
  })

  process.on('uncaughtExceptionMonitor', (error) => {
    const isHandled = process.listenerCount('uncaughtException') > 0
    if (!isHandled) ifHeard(() => sendThrown(progress.running, error))
  })

  process.on('exit', (code) => {
    const { running } = progress
    if (isDry && running !== null && code === 0) process.exitCode = NEVER_SETTLED
    // mitata does not run what a suite registers after its last run() either.
    const isComplete = isDry && running === null
    const pending = isComplete ? 0 : pendingCount()
    ifHeard(() => send({ type: 'end', running, pending, metricProblems: strayProblems() }))
  })
}

/** Ignores that the parent process is gone: this process is ending anyway. */
function ifHeard(write: () => void): void {
  try {
    write()
  } catch {}
}
