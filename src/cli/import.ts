import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { Argument, InvalidArgumentError } from 'commander'
import { UserError } from '../errors.ts'
import { branchName, problemOfBranch } from '../git/ref-name.ts'
import { bencherRuns } from '../ingest/histories/bencher.ts'
import { gabRuns } from '../ingest/histories/gab.ts'
import {
  IMPORTABLE,
  type ImportedRuns,
  type ImportTarget,
  type Source,
} from '../ingest/histories/imported-runs.ts'
import { decode } from '../ingest/raw-input.ts'
import { readInput } from '../ingest/read-input.ts'
import { plural } from '../report/quantity.ts'
import { outsideText } from '../report/text/for-terminal.ts'
import { keyOfStored } from '../history/series.ts'
import type { Store } from '../store/store.ts'
import { type BranchFlags, onBranch, printWarnings } from './branch.ts'
import { jsonText } from '../report/json.ts'
import {
  dryRunOption,
  jsonOption,
  recordedRefOption,
  type SpeechFlags,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from './outputs.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { type KnownBenchmarks, knownBenchmarks } from './known-benchmarks.ts'
import { withRuntime } from './measuring.ts'

interface ImportFlags extends BranchFlags, OutputFlags, SpeechFlags {
  ref: string
  key: string
  dryRun?: boolean
}

const READERS: Record<Source, (text: string, path: string, target: ImportTarget) => ImportedRuns> = {
  'github-action-benchmark': gabRuns,
  bencher: bencherRuns,
}

/** What each tool calls the file. */
const FILES: Record<Source, string> = {
  'github-action-benchmark':
    'its data.js (in dev/bench on the branch gh-pages, unless it was configured otherwise)',
  bencher: 'what `bencher perf` printed',
}

const MAX_REASONS = 20
const MAX_CELLS = 500

const OPTIONS = [dryRunOption()]
const REF = recordedRefOption().argParser(parseRef).default('refs/heads/main', 'main')

/**
 * Adds `import`: another tool's history as run files on the baseline branch. The file is read as data;
 * nothing in it is run.
 */
export const importHistory: AddCommand = (program, { installation }) => {
  const command = program
    .command('import')
    .description("put another tool's history on the baseline branch")
    .addArgument(new Argument('<tool>', 'the tool that wrote it').choices(IMPORTABLE))
    .argument('<file>', 'data.js of github-action-benchmark, or what `bencher perf` printed')
    .action(async (tool: Source, path: string, flags: ImportFlags) => {
      await prepareOutputs(flags)
      const target: ImportTarget = {
        ref: flags.ref,
        key: flags.key,
        now: new Date(),
        digest: (text) => createHash('sha256').update(text).digest('hex'),
      }
      const imported = READERS[tool](await textOf(tool, path), path, target)
      if (imported.runs.length === 0) throw nothingIn(path, tool, imported)
      const written =
        flags.dryRun === true
          ? null
          : await withRuntime(flags, installation, (world) =>
              onBranch(flags, world, (store) => store.appendAll(imported.runs)),
            )
      const now = await knownBenchmarks(process.cwd(), flags, installation)
      printWarnings(written?.warnings ?? [])
      const { runs, benchmarks, leftOut, notes } = imported
      await writeOutputs(flags, {
        text:
          understood(imported, tool, path, flags) +
          continuedText(imported, now) +
          writtenText(written, runs.length, flags),
        json: () =>
          jsonText({
            schema: 1,
            tool,
            branch: flags.branch,
            runs: runs.map(({ commit, run }) => ({ commit: commit.sha, recordedAt: run.recordedAt })),
            benchmarks,
            leftOut,
            notes,
            written: written && { runs: written.added, commit: written.commit },
          }),
      })
    })
  withOptions(command, OPTIONS, storedOptions(), REF, jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate import github-action-benchmark data.js --dry-run', does: 'what would be written' },
  ])
}

/** Whether the series go on in those of what the project measures now; '' where nobody knows what it does. */
function continuedText({ runs }: ImportedRuns, { benchmarks }: KnownBenchmarks): string {
  if (benchmarks.length === 0) return ''
  const measured = new Set(benchmarks.map(({ name }) => name))
  const names = new Set(runs.flatMap((run) => run.benchmarks.map((one) => keyOfStored(one).name)))
  const others = [...names].filter((name) => !measured.has(name))
  const [first] = others
  if (first === undefined) return '  all have names that this project measures now: their series go on\n'
  const example = outsideText(JSON.stringify(first), MAX_CELLS)
  return `  names that this project measures now: ${names.size - others.length} of ${names.size}; these series go on, the others end here (such as ${example})\n`
}

type Written = Awaited<ReturnType<Store['appendAll']>>

function writtenText(written: Written | null, of: number, { branch, remote }: ImportFlags): string {
  if (written === null) return 'nothing was written (--dry-run)\n'
  const { added, commit } = written
  const place = `${branch} of ${outsideText(remote, MAX_CELLS)}`
  if (added === 0) return `nothing was written: ${place} holds all of them\n`
  const before = added === of ? '' : `; ${of - added} were there before`
  return `${plural(added, 'run')} written to ${place}, now at ${commit!.slice(0, 7)}${before}\n`
}

async function textOf(tool: Source, path: string): Promise<string> {
  // Before all of it is read.
  const isDirectory = (await stat(path).catch(() => null))?.isDirectory() === true
  const text = isDirectory ? null : decode((await readInput(path)).bytes)
  if (text !== null) return text
  throw new UserError(
    'results',
    `cannot read a history in ${path}: it is ${isDirectory ? 'a directory' : 'no text'}`,
    `Name ${FILES[tool]}.`,
  )
}

function nothingIn(path: string, tool: Source, { leftOut }: ImportedRuns): UserError {
  const why = leftOut.length === 0 ? 'it records nothing' : `left out are ${reasons(leftOut).join('; ')}`
  return new UserError(
    'results',
    `there is nothing to import in ${path}: ${why}`,
    `Look whether it is ${FILES[tool]}.`,
  )
}

const reasons = (leftOut: readonly string[]): string[] => [
  ...leftOut.slice(0, MAX_REASONS).map((reason) => outsideText(reason, MAX_CELLS)),
  ...(leftOut.length > MAX_REASONS ? [`${leftOut.length - MAX_REASONS} more reasons`] : []),
]

function understood(
  { runs, benchmarks, leftOut, notes }: ImportedRuns,
  tool: Source,
  path: string,
  { ref, key }: ImportFlags,
): string {
  const [first, last] = [runs[0]!, runs.at(-1)!].map(({ run }) => run.recordedAt.slice(0, 10))
  const where = `branch ${outsideText(branchName(ref), MAX_CELLS)}${key === 'default' ? '' : `, key ${key}`}`
  return [
    `${outsideText(path, MAX_CELLS)}, a history of ${tool}`,
    `  ${plural(runs.length, 'run')} of ${plural(benchmarks, 'benchmark')}, ${first === last ? first : `${first} to ${last}`}, of the ${where}`,
    ...notes.map((note) => `  ${outsideText(note, MAX_CELLS)}`),
    ...reasons(leftOut).map((reason) => `  left out: ${reason}`),
    '',
  ].join('\n')
}

function parseRef(text: string): string {
  const branch = branchName(text)
  if (problemOfBranch(branch) === null) return `refs/heads/${branch}`
  throw new InvalidArgumentError('Give the name of a branch, such as main.')
}
