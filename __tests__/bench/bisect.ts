import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createRandom } from '../../src/stats/random.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { printTable, range, sizeFrom } from './run-gate.ts'

const COMMITS = 30
const CLI = join(import.meta.dirname, '../../dist/cli.js')
const LIMIT_MS = 60 * 60_000

const CONFIG = `version: 1
suites: ["*.bench.mjs"]
measure: { time-limit: 10 min }
`
const SUITE = `import { bench, run } from 'mitata'
import { work } from './work.mjs'

bench('work', () => work())

await run()
`
/** A loop of so many turns; each turn needs the one before. */
const workOf = (turns: number, version: number) => `// Version ${version}
export function work() {
  let x = 1
  for (let i = 0; i < ${turns}; i++) x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + i
  return x
}
`

interface Searched {
  history: string
  planted: string
  found: string
  /** Change of the named commit, as printed. */
  change: string
  right: boolean
  measured: number
  seconds: number
}

/**
 * `bisect` on scratch histories of 30 commits: HISTORIES (20) with one planted step of +10 %, and a quarter as
 * many without one. Every third commit changes prose alone.
 */
export function bisect(): void {
  const histories = sizeFrom('HISTORIES', 20)
  const random = createRandom('bisect')
  const results: Searched[] = []
  for (let i = 0; i < histories; i++)
    results.push(searchHistory(`step ${i + 1}`, 1 + random.integer(COMMITS)))
  for (let i = 0; i < Math.ceil(histories / 4); i++) results.push(searchHistory(`no step ${i + 1}`, null))
  printTable(
    ['history', 'planted in', 'found', 'change', 'right', 'measured', 'seconds'],
    results.map(({ right, seconds, ...one }) => [
      one.history,
      one.planted,
      one.found,
      one.change,
      right ? 'yes' : '**no**',
      one.measured,
      seconds.toFixed(1),
    ]),
  )
  const share = (some: readonly Searched[]) =>
    `${some.filter(({ right }) => right).length} of ${some.length} right; ${range(
      some.map(({ seconds }) => seconds),
      (value) => value.toFixed(0),
    )} s; ${range(
      some.map(({ measured }) => measured),
      (value) => String(value),
    )} commits measured between the ends\n`
  process.stdout.write(`with a step: ${share(results.slice(0, histories))}`)
  process.stdout.write(`without one: ${share(results.slice(histories))}`)
}

function searchHistory(history: string, step: number | null): Searched {
  const repository = new ScratchRepository()
  try {
    repository.write({ 'benchgate.yml': CONFIG, 'work.bench.mjs': SUITE, 'work.mjs': workOf(2000, 0) })
    const shas = [repository.commit('Begin')]
    for (let at = 1; at <= COMMITS; at++) {
      if (at % 3 === 0 && at !== step) repository.write({ 'README.md': `Version ${at}\n` })
      else repository.write({ 'work.mjs': workOf(step !== null && at >= step ? 2200 : 2000, at) })
      shas.push(repository.commit(`Change ${at}`))
    }
    const startedAt = performance.now()
    const result = spawnSync(
      process.execPath,
      [CLI, 'bisect', shas[0]!, 'HEAD', '--json', '-', '--quiet', '--seed', history],
      { cwd: repository.directory, encoding: 'utf8', timeout: LIMIT_MS },
    )
    if (!result.stdout.startsWith('{')) throw new Error(`no answer for ${history}:\n${result.stderr}`)
    const answer = JSON.parse(result.stdout) as {
      outcome: string
      commit?: { sha: string; effect: number } | null
      measured?: unknown[]
    }
    const found = answer.commit == null ? -1 : shas.indexOf(answer.commit.sha)
    process.stderr.write(`${history}: ${answer.outcome}, ${found} of ${step}\n`)
    return {
      history,
      planted: step === null ? 'none' : String(step),
      found: found === -1 ? answer.outcome : `${found} (${answer.outcome})`,
      change: answer.commit == null ? '' : `${(100 * answer.commit.effect).toFixed(1)} %`,
      right: step === null ? answer.outcome === 'same' : answer.outcome === 'named' && found === step,
      measured: answer.measured?.length ?? 0,
      seconds: (performance.now() - startedAt) / 1000,
    }
  } finally {
    repository.remove()
  }
}
