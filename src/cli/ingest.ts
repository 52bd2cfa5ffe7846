import { readInput } from '../ingest/read-input.ts'
import { understand } from '../ingest/ingest.ts'
import { jsonText } from '../report/json.ts'
import { renderTable } from '../report/terminal/results-table.ts'
import { outsideText } from '../report/text/for-terminal.ts'
import { formatOption, jsonOption, speechOptions, withOptions } from './flags.ts'
import { rawMetrics } from '../gate/read-results.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from './outputs.ts'

const MAX_CELLS = 500

interface IngestFlags extends OutputFlags {
  format?: string
}

/** Adds `ingest`: what Benchgate understands of another tool's output, measured by whoever measured it. */
export const ingest: AddCommand = (program) => {
  const command = program
    .command('ingest')
    .description("print what Benchgate reads from another tool's result file")
    .argument('<file>', 'a result file, or the directory that criterion or asv wrote')
    .action(async (path: string, flags: IngestFlags) => {
      await prepareOutputs(flags)
      const { adapter, file: read } = understand(await readInput(path), flags.format ?? null)
      const file = { ...read, warnings: [...read.warnings, ...withoutRatio(read)] }
      await writeOutputs(flags, {
        text: renderTable(file, { adapter, printable: (text) => outsideText(text, MAX_CELLS) }),
        json: () => jsonText({ schema: 1, adapter, ...file }),
      })
    })
  withOptions(command, formatOption(), jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate ingest results.json', does: 'what Benchgate reads from a result file' },
  ])
}

/** Values that no comparison takes, which `compare` would say as well. */
const withoutRatio = ({ benchmarks }: ResultFile): string[] =>
  benchmarks.flatMap(({ key, metrics }) =>
    metrics
      .filter((metric) => rawMetrics(metric).some(({ value }) => value < 0))
      .map(({ id }) => `${key}: ${id} is below zero, where no ratio means anything`),
  )
