import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../src/config/load.ts'
import { gate } from '../../src/gate/gate.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { printTable, sizeFrom } from './run-gate.ts'

const GATES = sizeFrom('ROUNDS', 500)
/** Modules and caches are loaded in the first gates. */
const SETTLED = 10
const WORKER = join(import.meta.dirname, '../../dist/worker.js')

/** It says itself what it takes, so that every gate ends after its first block. */
const SUITE = `import { bench, run } from 'mitata'
bench('stated', function* () { yield { manual: () => 1000 * (1 + 0.01 * Math.random()) } })
await run()
`
const CONFIG = `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms }
budgets:
  - { match: '**', metric: time, max-regression: 50% }
`

/** What many gates in one process leave behind: processes, descriptors, directories, worktrees, listeners, memory. */
export async function soak(): Promise<void> {
  const repository = new ScratchRepository()
  const temporary = mkdtempSync(join(tmpdir(), 'benchgate-soak-'))
  const project = repository.directory
  try {
    repository.write({ 'a.bench.mjs': SUITE, 'benchgate.yml': CONFIG, 'notes.md': 'one' })
    repository.commit('base')
    repository.git('switch', '-q', '-c', 'change')
    repository.write({ 'notes.md': 'two' })
    repository.commit('head')
    const env = { ...process.env, TMPDIR: temporary }
    const { signal } = new AbortController()
    const config = await loadConfig(project, undefined)
    const outcomes = new Map<string, number>()
    const rows: (string | number)[][] = []
    for (let count = 1; count <= GATES; count++) {
      const { assessment } = await gate(
        {
          command: 'check',
          project,
          config,
          base: { kind: 'ref', ref: 'main' },
          head: { kind: 'working-tree' },
          filter: null,
          seed: String(count),
        },
        {
          workerFile: WORKER,
          env,
          host: readHost({}),
          clock: () => new Date(),
          signal,
          onProgress: () => {},
        },
      )
      outcomes.set(assessment.outcome, (outcomes.get(assessment.outcome) ?? 0) + 1)
      if (count === SETTLED || count === GATES) rows.push([count, ...left(repository, temporary)])
    }
    process.stdout.write(`## ${GATES} gates of one benchmark in one process: ${[...outcomes].join('; ')}\n\n`)
    printTable(
      ['after gates', 'processes', 'descriptors', 'directories', 'worktrees', 'files in .git', 'heap, MiB'],
      rows,
    )
  } finally {
    repository.remove()
    rmSync(temporary, { recursive: true, force: true })
  }
}

function left(repository: ScratchRepository, temporary: string): (string | number)[] {
  globalThis.gc?.()
  // The process that lists them is one of them, each time.
  const processes = execFileSync('ps', ['-e', '-o', 'ppid='], { encoding: 'utf8' }).trim().split('\n')
  const worktrees = repository.git('worktree', 'list').split('\n')
  return [
    processes.filter((parent) => Number(parent) === process.pid).length,
    readdirSync('/proc/self/fd').length,
    readdirSync(temporary).length,
    worktrees.length,
    readdirSync(join(repository.directory, '.git'), { recursive: true }).length,
    (process.memoryUsage().heapUsed / 1024 / 1024).toFixed(1),
  ]
}
