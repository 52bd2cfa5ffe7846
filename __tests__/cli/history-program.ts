import { Command } from 'commander'
import { withHistoryCommand } from '../../src/cli/history.ts'
import { readHost } from '../../src/github/host.ts'
import { explainFailure } from '../../src/cli/failure.ts'

// `history` without the rest of the command line, as a process of its own.

const program = new Command('benchgate')
withHistoryCommand(program, {
  inWorld: (_, work) =>
    work({
      workerFile: '',
      env: process.env,
      host: readHost(process.env),
      clock: () => new Date(),
      signal: new AbortController().signal,
      onProgress: () => {},
    }),
  useColor: () => false,
  width: () => 120,
})
try {
  await program.parseAsync(process.argv.slice(2), { from: 'user' })
} catch (error) {
  const { text, exitCode } = explainFailure(error)
  process.stderr.write(text)
  process.exitCode = exitCode
}
