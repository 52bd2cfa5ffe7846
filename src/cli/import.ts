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
import { linesForTerminal, outsideText } from '../report/text/for-terminal.ts'
import { type BranchFlags, onBranch } from './branch.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'

interface ImportFlags extends BranchFlags {
  ref: string
  key: string
  dryRun?: boolean
  quiet?: boolean
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

/**
 * Adds `import`: another tool's history as run files on the baseline branch. The file is read as data;
 * nothing in it is run.
 */
export const importHistory: AddCommand = (program, { installation }) => {
  withExamples(program.command('import'), [
    { line: 'benchgate import github-action-benchmark data.js --dry-run', does: 'what would be written' },
  ])
    .description("put another tool's history on the baseline branch")
    .addArgument(new Argument('<tool>', 'whose history it is').choices(IMPORTABLE))
    .argument('<file>', 'data.js of github-action-benchmark, or what `bencher perf` printed')
    .option('--remote <name>', 'a remote of this checkout, a URL or a path', 'origin')
    .option('--branch <name>', 'the branch that keeps the runs', 'benchgate')
    .option('--ref <branch>', 'the branch whose commits were recorded', parseRef, 'refs/heads/main')
    .option('--key <key>', 'of several gates of one repository, the one with this key', parseKey, 'default')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('-q, --quiet', 'no progress')
    .action(async (tool: Source, path: string, flags: ImportFlags) => {
      const target: ImportTarget = {
        ref: flags.ref,
        key: flags.key,
        now: new Date(),
        digest: (text) => createHash('sha256').update(text).digest('hex'),
      }
      const imported = READERS[tool](await textOf(tool, path), path, target)
      if (imported.runs.length === 0) throw nothingIn(path, tool, imported)
      process.stdout.write(understood(imported, tool, path, flags))
      if (flags.dryRun === true) {
        process.stdout.write('nothing was written: --dry-run\n')
        return
      }
      const done = await withRuntime(flags, installation, (world) =>
        onBranch(flags, world, (store) => store.appendAll(imported.runs)),
      )
      for (const warning of done.warnings) process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
      const there = imported.runs.length - done.added
      const place = `${flags.branch} of ${outsideText(flags.remote, MAX_CELLS)}`
      process.stdout.write(
        done.added === 0
          ? `nothing was written: ${place} holds all of them\n`
          : `${plural(done.added, 'run')} written to ${place}, now at ${done.commit!.slice(0, 7)}${there === 0 ? '' : `; ${there} were there before`}\n`,
      )
    })
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

function parseKey(text: string): string {
  if (/^[A-Za-z0-9._-]{1,50}$/.test(text)) return text
  throw new InvalidArgumentError('Give letters, digits, points, hyphens and underscores, 50 at most.')
}
