import { say, sayThrown } from './channel.ts'
import { registered } from './benchmark-registry.ts'
import { strayProblems } from './reported-metrics.ts'
import { pendingCount, progress, run } from './run-suite.ts'

/** Node's own exit code for a promise that nothing is left to settle. */
const NEVER_SETTLED = 13

/**
 * Says to the parent process how this one ends, without changing that, and runs a suite that never calls
 * run().
 */
export function watchTheEnd(): void {
  /** The event loop ran dry: what has not settled by now never will. */
  let isDry = false

  process.on('beforeExit', () => {
    if (progress.hasRun || registered().registrations.length === 0) isDry = true
    else void run()
  })

  process.on('uncaughtExceptionMonitor', (error) => {
    const isHandled = process.listenerCount('uncaughtException') > 0
    if (!isHandled) ifHeard(() => sayThrown(progress.running, error))
  })

  process.on('exit', (code) => {
    const { running } = progress
    if (isDry && running !== null && code === 0) process.exitCode = NEVER_SETTLED
    // What a suite registers after its last run() is not run by mitata either.
    const isComplete = isDry && running === null
    const pending = isComplete ? 0 : pendingCount()
    ifHeard(() => say({ type: 'end', running, pending, metricProblems: strayProblems() }))
  })
}

/** Without a parent process to listen there is nothing to add: this one is ending as it is. */
function ifHeard(write: () => void): void {
  try {
    write()
  } catch {
    // Left to the ending that is under way.
  }
}
