import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HURRY } from '../hurry.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { sampleMetric, sampleRun, shaOf } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'
import { COMPILED, type Ended, PROGRAM } from './program.ts'

/** Times that a suite states itself, in ns: verdicts are about numbers that nobody measured. */
const SUITE = `import { bench, run } from 'mitata'
const says = (ns) => function* () { yield { manual: () => ns * (1 + 0.002 * Math.random()) } }
bench('parser/large', says(4e6))
bench('parser/small', says(1e5))
bench('lexer/ascii', says(2e5))
await run()
`
const CONFIG = `version: 1
suites: ['benchmarks/*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 5% }
  - { match: 'parser/*', metric: time, max-regression: 10% }
`

const results = (times: Record<string, number>): string =>
  JSON.stringify(Object.entries(times).map(([name, value]) => ({ name, value, unit: 'ns' })))
const GAB = {
  lastUpdate: 1,
  entries: {
    Rust: [
      {
        commit: { id: 'c'.repeat(40), message: 'Begin', timestamp: '2026-01-01T00:00:00Z' },
        date: Date.UTC(2026, 0, 1),
        tool: 'cargo',
        benches: [{ name: 'parse', value: 1000, unit: 'ns/iter', range: '± 3' }],
      },
    ],
  },
}

/**
 * What examples may name: files of the project, by path. A new example that names another file gets it here.
 */
const FILES: Record<string, string> = {
  '.gitignore': 'node_modules\n',
  '.github/benchgate.yml': CONFIG,
  'package.json': '{ "name": "acme", "private": true, "type": "module" }\n',
  'benchmarks/parser.bench.mjs': SUITE,
  'a.json': results({ 'parser/large': 4e6, 'parser/small': 1e5 }),
  'b.json': results({ 'parser/large': 4.01e6, 'parser/small': 1e5 }),
  'results.json': results({ 'parser/large': 4e6 }),
  'run.json': renderRun(sampleRun('whose push failed')),
  'data.js': `window.BENCHMARK_DATA = ${JSON.stringify(GAB)}`,
}

const mitata = join(import.meta.dirname, '../../node_modules/mitata')

/**
 * A project as the examples of `--help` take it for granted: with the benchmarks that they name, two commits
 * on main, a change on a branch, a remote, and runs on its baseline branch.
 */
export class ExamplesStage {
  readonly #store: StoreStage
  readonly #project: ScratchRepository
  #count = 0

  private constructor(store: StoreStage, project: ScratchRepository) {
    this.#store = store
    this.#project = project
  }

  static async open(): Promise<ExamplesStage> {
    const store = await StoreStage.open()
    const project = new ScratchRepository()
    project.write(FILES)
    mkdirSync(join(project.directory, 'node_modules'))
    symlinkSync(mitata, join(project.directory, 'node_modules/mitata'))
    const shas = ['Begin', 'Go on'].map((message) => project.commit(message))
    project.git('tag', 'v1.2.0', shas[0]!)
    project.git('remote', 'add', 'origin', store.repository.directory)
    project.git('push', '-q', 'origin', 'main')
    const older = Array.from({ length: 8 }, (_, index) => `earlier ${index}`).map(shaOf)
    store.storeByHand(...[...older, ...shas].map(runOf))
    project.git('switch', '-q', '-c', 'change')
    project.write({ 'readme.txt': 'a change\n' })
    project.commit('Change')
    // In the order of the shells' own files.
    mkdirSync(join(store.directory, '.config/fish/completions'), { recursive: true })
    const bin = join(store.directory, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'benchgate'), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`)
    chmodSync(join(bin, 'benchgate'), 0o755)
    return new ExamplesStage(store, project)
  }

  /** Runs lines in a copy of the project of their own, as a user types them. */
  async run(...lines: readonly string[]): Promise<Ended> {
    const directory = join(this.#store.directory, `project-${this.#count++}`)
    cpSync(this.#project.directory, directory, { recursive: true, verbatimSymlinks: true })
    const { PATH, ...env } = this.#store.environment()
    const child = spawn('bash', ['-ec', lines.join('\n')], {
      cwd: directory,
      env: {
        ...env,
        ...HURRY,
        PATH: `${join(this.#store.directory, 'bin')}:${PATH}`,
        NO_COLOR: '1',
        NODE_COMPILE_CACHE: COMPILED,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    rmSync(directory, { recursive: true, force: true })
    return { code, ...output }
  }

  async close(): Promise<void> {
    this.#project.remove()
    await this.#store.close()
  }
}

const runOf = (sha: string, index: number) => {
  const log = 0.001 * (index % 2 === 0 ? index : -index)
  const change = { effect: Math.expm1(log), log, low: log - 0.01, high: log + 0.01, pairs: 32 }
  const run = sampleRun(index, {
    benchmarks: ['parser/large', 'parser/small'].map((id) => ({
      id,
      suite: 'benchmarks/parser.bench.mjs',
      metrics: [sampleMetric({ change, verdict: 'unchanged' })],
    })),
  })
  return { ...run, commit: { ...run.commit, sha } }
}
