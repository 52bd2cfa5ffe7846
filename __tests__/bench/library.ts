import { execFileSync, spawnSync } from 'node:child_process'
import { median, percent, printTable, runGate } from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const OLD = '7.3.8'
const PROCESSES = 20

const CASES = `import semver from 'semver'

const versions = Array.from({ length: 200 }, (_, i) => (i % 7) + '.' + (i % 13) + '.' + i + (i % 3 ? '' : '-beta.' + i))
const ranges = ['^1.2.3', '>=1.2.7 <1.3.0', '~2.3 || 4.x', '1.2.3 - 2.3.4', '*', '<=3.0.0-beta.2']
let turn = 0
const next = (list) => list[turn++ % list.length]

export const cases = {
  parse: () => semver.parse(next(versions)),
  valid: () => semver.valid(next(versions)),
  compare: () => semver.compare(next(versions), next(versions)),
  sort: () => semver.sort(versions.slice(0, 50)),
  'satisfies caret': () => semver.satisfies(next(versions), '^1.2.3'),
  'satisfies mixed': () => semver.satisfies(next(versions), next(ranges)),
  'new Range': () => new semver.Range(next(ranges), { loose: turn % 2 === 0 }),
  'max satisfying': () => semver.maxSatisfying(versions, '^3.1.0'),
  inc: () => semver.inc(next(versions), 'minor'),
  coerce: () => semver.coerce('v' + next(versions) + ' final'),
}
`

const SUITE = `import { bench, run } from 'mitata'
import { cases } from './cases.mjs'
for (const [name, once] of Object.entries(cases)) bench(name, once)
await run()
`

/** The independent harness: tinybench with its own timing, one process a version; prints ns a call by case. */
const HARNESS = `import { Bench } from 'tinybench'
import { cases } from './cases.mjs'
const bench = new Bench({ time: 250, warmupTime: 100 })
for (const [name, once] of Object.entries(cases)) bench.add(name, once)
await bench.run()
console.log(JSON.stringify(Object.fromEntries(bench.tasks.map((t) => [t.name, t.result.latency.p50 * 1e6]))))
`

/** Two published versions of semver as two commits: the gate's verdicts beside 20 alternating tinybench processes a side. */
export async function library(): Promise<void> {
  const newest = execFileSync('npm', ['view', 'semver@7', 'version', '--json'], { encoding: 'utf8' })
  const versions = JSON.parse(newest.slice(newest.search(/["[]/))) as string | string[]
  const NEW = [versions].flat().at(-1)!
  const repository = new ScratchRepository()
  const manifest = (version: string) =>
    JSON.stringify(
      {
        name: 'two-semvers',
        version: '1.0.0',
        type: 'module',
        dependencies: { semver: version, tinybench: '6.2.3' },
      },
      null,
      2,
    )
  const install = (version: string) => {
    repository.write({ 'package.json': manifest(version) })
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], {
      cwd: repository.directory,
      stdio: 'ignore',
    })
  }
  try {
    repository.write({
      'cases.mjs': CASES,
      'suite.bench.mjs': SUITE,
      'harness.mjs': HARNESS,
      '.gitignore': 'node_modules\n',
      'benchgate.yml':
        'version: 1\nsuites: ["suite.bench.mjs"]\nbase: { ref: main, setup: npm ci }\nmeasure: { time-limit: 10 min }\n',
    })
    install(OLD)
    repository.commit(`semver ${OLD}`)
    repository.git('switch', '-q', '-c', 'newer')
    install(NEW)
    repository.commit(`semver ${NEW}`)

    const report = runGate(repository.directory, ['compare', 'main', 'newer', '--seed', 'semver'])
    const ratios = alternate(repository, OLD, NEW, install)
    let disagreements = 0
    const rows = report.rows.map((row) => {
      const own = ratios.get(row.benchmark)!
      const effect = Math.expm1(median(own))
      const sure = Math.abs(effect) > 0.05
      const sign =
        row.verdict === 'regression' || row.verdict === 'slower-small'
          ? 1
          : row.verdict === 'improvement'
            ? -1
            : 0
      const agrees = !sure || sign === Math.sign(effect)
      if (!agrees) disagreements++
      const quartiles = [...own].sort((a, b) => a - b)
      return [
        row.benchmark,
        `${percent(effect)} (${percent(Math.expm1(quartiles[5]!))} to ${percent(Math.expm1(quartiles[14]!))})`,
        row.verdict,
        row.effect === null
          ? ''
          : `${percent(row.effect)} (${percent(row.interval!.low)} to ${percent(row.interval!.high)})`,
        row.pairs,
        sure ? (agrees ? 'yes' : 'NO') : 'below 5 %',
      ]
    })
    process.stdout.write(
      `## semver ${OLD} → ${NEW}: ${report.summary.seconds.toFixed(0)} s, ${disagreements} disagreements\n\n`,
    )
    printTable(
      [
        'benchmark',
        `tinybench, ${PROCESSES} processes a side (quartiles)`,
        'verdict',
        'effect (95 %)',
        'pairs',
        'same sign',
      ],
      rows,
    )
  } finally {
    repository.remove()
  }
}

function alternate(
  repository: ScratchRepository,
  oldVersion: string,
  newVersion: string,
  install: (version: string) => void,
): Map<string, number[]> {
  const copies: ScratchRepository[] = []
  const places = new Map<string, string>()
  for (const version of [oldVersion, newVersion]) {
    // A copy of its own for each version, with a path of the same length.
    const copy = new ScratchRepository()
    copies.push(copy)
    install(version)
    copy.copy(repository.directory)
    places.set(version, copy.directory)
  }
  const ratios = new Map<string, number[]>()
  for (let i = 0; i < PROCESSES; i++) {
    const order = i % 2 === 0 ? [oldVersion, newVersion] : [newVersion, oldVersion]
    const times = new Map<string, Record<string, number>>()
    for (const version of order) {
      const { stdout, stderr } = spawnSync(process.execPath, ['harness.mjs'], {
        cwd: places.get(version),
        encoding: 'utf8',
      })
      if (!stdout.startsWith('{')) throw new Error(stderr)
      times.set(version, JSON.parse(stdout) as Record<string, number>)
    }
    for (const [name, time] of Object.entries(times.get(newVersion)!)) {
      const ratio = Math.log(time / times.get(oldVersion)![name]!)
      ratios.set(name, [...(ratios.get(name) ?? []), ratio])
    }
    process.stderr.write(`tinybench ${i + 1}/${PROCESSES}\n`)
  }
  for (const copy of copies) copy.remove()
  return ratios
}
