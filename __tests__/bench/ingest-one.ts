import { UserError } from '../../src/errors.ts'
import { understand } from '../../src/ingest/ingest.ts'
import { readInput } from '../../src/ingest/read-input.ts'

// One file as `ingest-large.ts` has it read, in a process of its own: what came of it, and what that took.

const startedAt = performance.now()
let answer: string
try {
  answer = String(understand(await readInput(process.argv[2]!), null).file.benchmarks.length)
} catch (error) {
  if (!(error instanceof UserError)) throw error
  answer = error.message
}
process.stdout.write(
  JSON.stringify({
    answer,
    seconds: (performance.now() - startedAt) / 1000,
    peakMib: process.resourceUsage().maxRSS / 1024,
  }),
)
