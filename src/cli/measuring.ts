import { UserError } from '../errors.ts'
import type { Runtime } from '../gate/request.ts'
import { RunnerFiles } from '../github/runner-files.ts'
import { readHost } from '../github/runner-host.ts'
import { outsideText } from '../report/text/for-terminal.ts'
import { sentenceOf } from '../report/view/wording.ts'
import type { Installation } from './add-command.ts'
import { onInterrupt } from './interrupt.ts'
import { createProgressLine } from './progress.ts'

const MAX_CELLS = 500

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
  const runnerFiles = await RunnerFiles.note(process.env)
  const line = createProgressLine(process.stderr, { quiet: flags.quiet === true })
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
    await putBack(runnerFiles)
    interrupt.release()
  }
}

/** In a step of a workflow, measured code reaches the files of the runner as it does in the action. */
async function putBack(runnerFiles: RunnerFiles): Promise<void> {
  for (const change of await runnerFiles.putBack()) {
    const sentence = outsideText(sentenceOf({ code: 'runner-file-changed', ...change }), MAX_CELLS)
    if (change.failure !== null) throw new UserError('github', sentence, 'Run nothing after it in this job.')
    process.stderr.write(`warning: ${sentence}\n`)
  }
}
