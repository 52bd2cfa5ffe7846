import type { Runtime } from '../gate/request.ts'
import { readHost } from '../github/runner-host.ts'
import type { Installation } from './add-command.ts'
import { onInterrupt } from './interrupt.ts'
import { createProgressLine } from './progress.ts'

export class Interrupted extends Error {
  readonly exitCode: number
  constructor(exitCode: number) {
    super('interrupted')
    this.exitCode = exitCode
  }
}

/** Runs something that measures or asks a remote: with progress, and with Ctrl-C turned into an exit code. */
export async function withRuntime<T>(
  flags: { quiet?: boolean },
  { workerFile }: Installation,
  work: (runtime: Runtime) => Promise<T>,
): Promise<T> {
  const interrupt = onInterrupt()
  const line = createProgressLine(process.stderr, flags.quiet === true)
  try {
    return await work({
      workerFile,
      env: process.env,
      host: readHost(process.env),
      clock: () => new Date(),
      signal: interrupt.signal,
      onProgress: line.show,
      onCheckouts: interrupt.atOnce,
    })
  } catch (error) {
    throw interrupt.signal.aborted ? new Interrupted(interrupt.signal.reason as number) : error
  } finally {
    line.clear()
    interrupt.release()
  }
}
