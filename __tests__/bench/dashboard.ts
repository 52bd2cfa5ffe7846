import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run } from '../../src/model/stored-run.ts'
import { HostedRepository } from '../e2e/doubles/git-server.ts'
import { cpuSecondsOf, largestBelow, peakOf } from './process-memory.ts'
import { chosen, printTable } from './run-gate.ts'
import { fill, runAt } from './store-branch.ts'

const CLI = join(import.meta.dirname, '../../dist/cli.js')

interface Shape {
  name: string
  benchmarks: number
  commits: number
  /** Of each benchmark, and processes of each of them. */
  metrics: number
  values: number
}

const SHAPES: Shape[] = [
  { name: '200 x 1,000', benchmarks: 200, commits: 1_000, metrics: 2, values: 32 },
  { name: '2,000 x 2,000', benchmarks: 2_000, commits: 2_000, metrics: 1, values: 8 },
]
const FORMS = ['--single', '--out'] as const

/** A tenth of the benchmarks is slower by 10 % from the middle on. */
function runOf(index: number, { benchmarks, commits, metrics, values }: Shape): Run {
  const run = runAt(index, benchmarks)
  const isLater = index >= commits / 2
  return {
    ...run,
    benchmarks: run.benchmarks.map((benchmark, i) => ({
      ...benchmark,
      metrics: benchmark.metrics.slice(0, metrics).map((metric) => ({
        ...metric,
        values: metric.values.slice(0, values).map((value) => value * (isLater && i % 10 === 0 ? 1.1 : 1)),
      })),
    })),
  }
}

/** Seconds, memory and sizes of `benchgate dashboard` on branches of real run files; ONLY chooses shapes. */
export async function dashboard(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'benchgate-bench-dashboard-'))
  const rows: (string | number)[][] = []
  try {
    for (const shape of chosen(SHAPES)) {
      const repository = new HostedRepository(root, `o/${shape.benchmarks}.git`)
      process.stderr.write(`dashboard: a branch of ${shape.name}\n`)
      await fill(repository, shape.commits, (index) => runOf(index, shape))
      const stored = sizeOf(repository.directory)
      for (const form of FORMS)
        rows.push([shape.name, megabytes(stored), form, ...(await write(repository, form, shape))])
      rmSync(repository.directory, { recursive: true })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  process.stdout.write('## Writing the dashboard from a branch on the same disk\n\n')
  printTable(
    [
      'benchmarks x commits',
      'branch, MB',
      'form',
      's',
      'node, CPU s',
      'node, MiB',
      'git, MiB',
      'files',
      'MB',
      'index.json, MB',
    ],
    rows,
  )
  writeGenerated()
}

const CLIENT = join(import.meta.dirname, 'dashboard-client.ts')

/** The writing alone, of histories that are made of nothing: what making them takes is in the seconds. */
function writeGenerated(): void {
  const rows = chosen(SHAPES).flatMap(({ name, benchmarks, commits }) =>
    FORMS.map((form) => {
      const output = execFileSync(process.execPath, [CLIENT, JSON.stringify({ benchmarks, commits, form })])
      const { files, bytes, cpuSeconds, peakMib } = JSON.parse(output.toString()) as Record<string, number>
      return [name, form, cpuSeconds!.toFixed(1), peakMib!.toFixed(0), files!, megabytes(bytes!)]
    }),
  )
  process.stdout.write('\n## Writing it from a history in memory\n\n')
  printTable(['benchmarks x commits', 'form', 'node, CPU s', 'node, MiB', 'files', 'MB'], rows)
}

async function write(repository: HostedRepository, form: string, shape: Shape): Promise<(string | number)[]> {
  const place = join(repository.directory, form === '--out' ? 'site' : 'report.html')
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    [
      CLI,
      'dashboard',
      form,
      place,
      '--remote',
      repository.directory,
      '--last',
      String(shape.commits),
      '--quiet',
    ],
    { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let [node, git, cpu] = [0, 0, 0]
  const watch = setInterval(() => {
    node = Math.max(node, peakOf(child.pid!))
    git = Math.max(git, largestBelow(child.pid!))
    cpu = Math.max(cpu, cpuSecondsOf(child.pid!))
  }, 20)
  const [code] = (await once(child, 'close')) as [number]
  clearInterval(watch)
  if (code !== 0) throw new Error(`benchgate dashboard ended with ${code}`)
  const seconds = (performance.now() - startedAt) / 1000
  const isFolder = form === '--out'
  const files = isFolder ? readdirSync(place, { recursive: true }).length - 2 : 1
  const index = isFolder ? megabytes(statSync(join(place, 'index.json')).size) : ''
  const size = megabytes(sizeOf(place))
  rmSync(place, { recursive: true })
  return [seconds.toFixed(1), cpu.toFixed(1), node.toFixed(0), git.toFixed(0), files, size, index]
}

function sizeOf(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
