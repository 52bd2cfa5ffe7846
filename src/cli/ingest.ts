import type { Command } from 'commander'
import { readInput } from '../ingest/read-input.ts'
import { understand } from '../ingest/ingest.ts'
import { renderTable } from '../ingest/table.ts'
import { outsideText } from '../report/text/for-terminal.ts'

const MAX_CELLS = 500

interface IngestFlags {
  format?: string
  json?: boolean
}

/** Adds `ingest`: what Benchgate understands of another tool's output, measured by whoever measured it. */
export function withIngestCommand(program: Command): void {
  program
    .command('ingest')
    .description("print what is understood of another tool's result file")
    .argument('<file>', 'a result file, or the directory that criterion or asv wrote')
    .option('--format <name>', 'what wrote it; without it the content decides')
    .option('--json', 'the same as JSON')
    .action(async (path: string, flags: IngestFlags) => {
      const { adapter, file } = understand(await readInput(path), flags.format ?? null)
      process.stdout.write(
        flags.json === true
          ? `${JSON.stringify({ schema: 1, adapter, ...file }, null, 2)}\n`
          : renderTable(file, { adapter, printable: (text) => outsideText(text, MAX_CELLS) }),
      )
    })
}
