import { constants } from 'node:os'

/**
 * Turns the first Ctrl-C (or SIGTERM) into an abort, whose reason is the exit code, so that processes and
 * directories are removed in order; a second one does what `atOnce` was given last and ends the program.
 */
export function onInterrupt(): {
  signal: AbortSignal
  atOnce: (cleanUp: () => void) => void
  release: () => void
} {
  const controller = new AbortController()
  let cleanUp = () => {}
  const onSignal = (name: NodeJS.Signals) => {
    const exitCode = 128 + constants.signals[name]
    if (controller.signal.aborted) {
      cleanUp()
      process.exit(exitCode)
    }
    process.stderr.write('\nstopping: ending the processes and removing the checkouts\n')
    controller.abort(exitCode)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, onSignal)
  return {
    signal: controller.signal,
    atOnce: (what) => {
      cleanUp = what
    },
    release: () => {
      for (const name of signals) process.off(name, onSignal)
    },
  }
}
