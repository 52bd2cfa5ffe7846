import { stat } from 'node:fs/promises'
import { InvalidArgumentError, Option } from 'commander'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import { USUAL_COMMITS } from '../dashboard/dashboard.ts'
import {
  checkSite,
  type Written,
  writeSingle,
  writeSite,
  type Writing,
} from '../dashboard/write-dashboard.ts'
import { UserError } from '../errors.ts'
import { repositoryOnGithub } from '../git/github-address.ts'
import { branchName } from '../git/ref-name.ts'
import type { Runtime } from '../gate/request.ts'
import { keyText } from '../model/benchmark.ts'
import type { History } from '../model/trend.ts'
import { formatQuantity, grouped, plural } from '../report/quantity.ts'
import { problemOfPageUrl } from '../report/text/link.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { findRemote } from '../store/remote.ts'
import type { AddCommand, Installation } from './add-command.ts'
import { withExamples } from './examples.ts'
import {
  configOption,
  recordedRefOption,
  type SpeechFlags,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import { withRuntime } from './measuring.ts'
import { readHistory } from './read-history.ts'
import { lastOption, noRunFound, nothingRecorded, type RunFlags } from './read-runs.ts'

interface DashboardFlags extends RunFlags, SpeechFlags {
  config?: string
  single?: string
  out?: string
  repository?: string
  url?: string
}

const MAX_COMMITS = 10_000

const OPTIONS = [
  new Option('--single <file>', 'write one HTML file, which a browser opens from the disk'),
  new Option('--out <folder>', 'write a folder for a web server, such as GitHub Pages'),
  lastOption(USUAL_COMMITS, { most: MAX_COMMITS }),
  new Option('--repository <name>', 'what the page is called (default: name of the remote)').argParser(
    parseName,
  ),
  new Option(
    '--url <url>',
    'where the repository is on the web, for links to commits (default: of the remote on github.com)',
  ).argParser(parseUrl),
]

/** Adds `dashboard`: the stored runs as a web page of charts. */
export const dashboard: AddCommand = (program, { installation }) => {
  const command = program
    .command('dashboard')
    .description('write a web page with charts of the stored runs')
    .action(async (flags: DashboardFlags) => {
      await checkPlaces(flags)
      const lines = await withRuntime(flags, installation, (runtime) => write(flags, installation, runtime))
      process.stdout.write(linesForTerminal(`${lines.join('\n')}\n`))
    })
  withOptions(command, OPTIONS, configOption(), storedOptions(), recordedRefOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate dashboard --single report.html', does: 'one file, to open or to attach' },
    { line: 'benchgate dashboard --out site --last 500', does: 'a folder, to publish' },
  ])
}

/** Refuses what cannot be written before a branch is read for it. */
async function checkPlaces({ single, out }: DashboardFlags): Promise<void> {
  if ([single, out].includes('') || (single ?? out) === undefined) {
    throw new UserError(
      'usage',
      'Nothing says where the dashboard is to be written',
      'Name a file with --single report.html, or a folder with --out site.',
    )
  }
  if (out !== undefined) await checkSite(out)
  const known = single === undefined ? null : await stat(single).catch(() => null)
  if (known === null || known.isFile()) return
  throw new UserError(
    'usage',
    `${single} cannot be written: it is there and is not a file`,
    'Name another file.',
  )
}

async function write(flags: DashboardFlags, installation: Installation, runtime: Runtime): Promise<string[]> {
  const { tip, history, limitsOf } = await readHistory(flags, runtime)
  if (tip === null) throw nothingRecorded(flags)
  if (history.trends.length === 0) throw noRunFound(flags)
  runtime.onProgress({ kind: 'preparing', text: 'writing the dashboard' })
  const writing: Writing = {
    history,
    facts: {
      by: manifest.version,
      writtenAt: runtime.clock().toISOString(),
      ...(await repositoryOf(flags, runtime)),
      limitsOf,
    },
    page: fileURLToPath(new URL('dist/dashboard.html', installation.package)),
    otherwise: 'name another place',
    signal: runtime.signal,
  }
  const { single, out } = flags
  const lines: string[] = []
  if (single !== undefined) {
    const written = await writeSingle(single, writing)
    lines.push(`${single}: ${wordsOf(history, written)}`, '  open it in a browser')
  }
  if (out !== undefined) {
    const written = await writeSite(out, writing)
    lines.push(
      `${out}: ${wordsOf(history, written)}`,
      '  publish it on a web server: from the disk a browser loads no data',
    )
  }
  return lines
}

function wordsOf({ trends, commits, ref }: History, { files, bytes }: Written): string {
  const benchmarks = new Set(trends.map(keyText)).size
  const size = `${formatQuantity(bytes, 'B')}${files === 1 ? '' : ` in ${grouped(files)} files`}`
  return `${plural(benchmarks, 'benchmark')} on ${plural(commits.length, 'commit')} of ${branchName(ref)}, ${size}`
}

/** What the page is called, and where its links lead: as flags say, else by a remote on GitHub. */
async function repositoryOf(
  { remote, repository, url }: DashboardFlags,
  { env, signal }: Runtime,
): Promise<{ repository: string | null; url: string | null }> {
  const found = await findRemote({ project: process.cwd(), remote, env, signal })
  const name = repositoryOnGithub(found.url)
  return {
    repository: repository ?? name ?? lastOfAddress(found.url),
    url: url ?? (name && `https://github.com/${name}`),
  }
}

/** What a remote elsewhere is called: the last part of its address, which holds no password. */
const lastOfAddress = (address: string): string | null =>
  /([\w.-]{1,100}?)(?:\.git)?\/*$/.exec(address)?.[1] ?? null

/** `--repository`: a text on one line. */
function parseName(text: string): string {
  if (/^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u.test(text)) return text
  throw new InvalidArgumentError('Give a name on one line, 200 characters at most.')
}

/** `--url`, without a slash at the end. */
function parseUrl(text: string): string {
  const problem = problemOfPageUrl(text)
  if (problem === null) return text.replace(/\/+$/, '')
  throw new InvalidArgumentError(`It ${problem}. Give for example https://github.com/owner/name.`)
}
