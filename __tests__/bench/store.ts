import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/store.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { tokenSettings } from '../../src/git/variables.ts'
import { type GitServer, HostedRepository, startGitServer } from '../e2e/doubles/git-server.ts'
import { largestBelow } from './process-memory.ts'
import { median, printTable } from './run-gate.ts'
import { BENCHMARKS, fill, runAt } from './store-branch.ts'

const SIZES = [100, 1_000, 10_000] as const
const ROUNDS = 5
const READ = 100
const SCANNED = 1_000
const KEPT = 1_000
const WRITERS = 20
const TOKEN = 'bench-token'

type Work = 'read' | 'append' | 'scan' | 'prune'
/** By the name of the job, then by the size of the branch. */
type Measured = Map<string, Map<number, Cost[]>>
interface Cost {
  seconds: number
  bytes: number
  requests: number
  nodeMib: number
  gitMib: number
}

/**
 * What a job pays for the baseline branch as it gets older: reading the newest 100 runs and adding one, without a mirror and with
 * that of the job before, over HTTP on loopback; then all of a history, run by run; then 20 writers at once on the branch of 1,000 runs.
 */
export async function store(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'benchgate-bench-store-'))
  const server = await startGitServer({ root, tokens: { [TOKEN]: 'write' } })
  try {
    for (const size of SIZES) {
      process.stderr.write(`store: a branch of ${size} runs\n`)
      await fill(new HostedRepository(root, `o/runs-${size}.git`), size)
    }
    const measured: Measured = new Map()
    // In turn, so that whatever else the machine does meets all of them.
    for (let round = 0; round < ROUNDS; round++) {
      for (const size of SIZES) await measureJobs(server, root, { size, round, measured })
    }
    printCosts(measured)
    await wholeHistories(server, root)
    await writers(server, root)
  } finally {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
}

async function measureJobs(
  server: GitServer,
  root: string,
  { size, round, measured }: { size: number; round: number; measured: Measured },
): Promise<void> {
  const place = (name: string) => join(root, `${name}-${size}`)
  const take = async (name: string, work: Work, directory: string, index: number, expected: number) => {
    const from = server.exchanges.length
    const { count, ...cost } = await inChild(server, size, { work, directory, index })
    if (count !== expected) throw new Error(`${name}: ${count} in place of ${expected}`)
    const exchanges = server.exchanges.slice(from)
    const bytes = exchanges.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0)
    const bySize = measured.get(name) ?? new Map<number, Cost[]>()
    bySize.set(size, [...(bySize.get(size) ?? []), { ...cost, bytes, requests: exchanges.length }])
    measured.set(name, bySize)
    process.stderr.write(`store: ${size} ${name} ${cost.seconds.toFixed(2)} s\n`)
  }
  const next = size + 2 * round
  // The mirror of a job that read the branch before the run that comes now.
  await take('read, no mirror', 'read', place('warm'), 0, READ)
  await take('append, no mirror', 'append', place('cold'), next, 1)
  await take('read, one run later', 'read', place('warm'), 0, READ)
  await take('append after reading', 'append', place('warm'), next + 1, 1)
  for (const name of ['cold', 'warm']) rmSync(place(name), { recursive: true })
}

async function inChild(
  server: GitServer,
  size: number,
  job: { work: Work; directory: string; index: number; limit?: number },
): Promise<{ count: number; seconds: number; nodeMib: number; gitMib: number }> {
  const remote = `${server.url}/o/runs-${size}.git`
  const order = { remote, server: server.url, limit: READ, ...job }
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'store-client.ts'), JSON.stringify(order)],
    {
      env: { PATH: process.env['PATH'], HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1', BENCH_TOKEN: TOKEN },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  let gitMib = 0
  const watch = setInterval(() => (gitMib = Math.max(gitMib, largestBelow(child.pid!))), 5)
  await once(child, 'close')
  clearInterval(watch)
  const { peakMib, ...rest } = JSON.parse(output) as { count: number; seconds: number; peakMib: number }
  return { ...rest, nodeMib: peakMib, gitMib }
}

/** What reads every run: a scan of some, and a prune of the largest branch, which comes last because it changes it. */
async function wholeHistories(server: GitServer, root: string): Promise<void> {
  const largest = SIZES.at(-1)!
  const rows: (string | number)[][] = []
  for (const [name, size, work, limit] of [
    ['scan, a tenth', SCANNED, 'scan', SCANNED / 10],
    ['scan', SCANNED, 'scan', SCANNED],
    [`prune to ${KEPT}`, largest, 'prune', KEPT],
  ] as const) {
    const directory = join(root, `whole-${rows.length}`)
    const from = server.exchanges.length
    const { count, seconds, nodeMib, gitMib } = await inChild(server, size, {
      work,
      directory,
      index: 0,
      limit,
    })
    const bytes = server.exchanges
      .slice(from)
      .reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0)
    rmSync(directory, { recursive: true })
    rows.push([
      name,
      size,
      count,
      seconds.toFixed(1),
      (bytes / 1e6).toFixed(1),
      nodeMib.toFixed(0),
      gitMib.toFixed(0),
    ])
  }
  process.stdout.write('\n## Whole histories, one run in memory at a time\n\n')
  printTable(['job', 'stored runs', 'visited or deleted', 's', 'MB', 'node, MiB', 'git, MiB'], rows)
}

function printCosts(measured: Measured): void {
  process.stdout.write(
    `## The baseline branch as it grows: ${BENCHMARKS} benchmarks a run, the newest ${READ} runs read, medians of ${ROUNDS}\n\n`,
  )
  const rows = [...measured].flatMap(([name, bySize]) =>
    [...bySize].map(([size, costs]) => {
      const of = (key: keyof Cost, list = costs) => median(list.map((cost) => cost[key]))
      const ratio = (key: keyof Cost) => (of(key) / of(key, bySize.get(SIZES[0])!)).toFixed(2)
      return [
        name,
        size,
        of('seconds').toFixed(2),
        ratio('seconds'),
        (of('bytes') / 1000).toFixed(1),
        ratio('bytes'),
        of('requests'),
        of('nodeMib').toFixed(0),
        of('gitMib').toFixed(0),
        ratio('nodeMib'),
      ]
    }),
  )
  printTable(
    ['job', 'stored runs', 's', 'of 100', 'kB', 'of 100', 'requests', 'node, MiB', 'git, MiB', 'of 100'],
    rows,
  )
}

async function writers(server: GitServer, root: string): Promise<void> {
  const size = 1_000
  const all = Array.from({ length: WRITERS }, (_, i) => i)
  const repository = new HostedRepository(root, `o/writers.git`)
  await fill(repository, size)
  const stores = await Promise.all(
    all.map((i) =>
      openStore({
        remote: `${server.url}/o/writers.git`,
        branch: 'benchgate',
        directory: join(root, `writer-${i}`),
        settings: tokenSettings(server.url, TOKEN),
        env: { PATH: process.env['PATH'], HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1' },
        signal: new AbortController().signal,
        clock: () => new Date(),
        host: readHost({}),
        random: Math.random,
        commitByApi: null,
        onProgress: () => {},
      }),
    ),
  )
  const startedAt = performance.now()
  const done = await Promise.all(stores.map((store, i) => store.append(runAt(size + i))))
  const seconds = (performance.now() - startedAt) / 1000
  const stored = repository.files('benchgate').filter((path) => path.startsWith('runs/')).length - size
  const attempts = done.map((one) => one.attempts)
  process.stdout.write(`\n## ${WRITERS} writers at once on one branch of ${size} runs\n\n`)
  printTable(
    ['files', 'lost', 'attempts, median', 'attempts, most', 'slowest writer, s', 'all, s', 'warnings'],
    [
      [
        stored,
        WRITERS - stored,
        median(attempts),
        Math.max(...attempts),
        Math.max(...done.map((one) => one.seconds)).toFixed(1),
        seconds.toFixed(1),
        done.flatMap(({ warnings }) => warnings).length,
      ],
    ],
  )
}
