import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Run } from '../../src/model/stored-run.ts'
import { FORMAT_FILE, runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import type { HostedRepository } from '../e2e/doubles/git-server.ts'
import { largeRun } from '../store/sample-run.ts'

/** In every run. */
export const BENCHMARKS = 200
const RUNS_A_MONTH = 100

/** Run number `index` of a branch to which `RUNS_A_MONTH` are added each month. */
export function runAt(index: number, benchmarks = BENCHMARKS): Run {
  const run = largeRun(index, benchmarks)
  // The newest month of every branch is half full.
  const place = index + RUNS_A_MONTH / 2
  const month = Math.floor(place / RUNS_A_MONTH)
  const recordedAt = new Date(Date.UTC(2018, month, 1) + (place % RUNS_A_MONTH) * 3600_000).toISOString()
  return { ...run, run: { ...run.run, recordedAt } }
}

/** Makes the branch with so many runs, past the store: pushing 10,000 of them one by one would take an hour. */
export async function fill(
  repository: HostedRepository,
  size: number,
  runOf: (index: number) => Run = runAt,
): Promise<void> {
  const importer = spawn('git', ['fast-import', '--quiet', '--depth=0'], {
    cwd: repository.directory,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const closed = once(importer, 'close')
  const file = (path: string, text: string) =>
    `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
  for (let i = 0; i < size; i++) {
    const run = runOf(i)
    const head = `commit refs/heads/benchgate\ncommitter Benchgate <b@example.invalid> ${1_500_000_000 + i} +0000\ndata 3\nrun\n`
    const format = i === 0 ? file(FORMAT_FILE.name, FORMAT_FILE.text) : ''
    if (!importer.stdin.write(`${head}${format}${file(runPath(run), renderRun(run))}\n`))
      await once(importer.stdin, 'drain')
  }
  importer.stdin.end()
  const [code] = (await closed) as [number]
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}
