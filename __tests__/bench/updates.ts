import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/model/assessment.ts'
import type { ScratchRepository } from '../scratch-repository.ts'
import {
  chosen,
  effectOf,
  isUndecided,
  median,
  percent,
  printTable,
  quartiles,
  runGate,
  sizeFrom,
} from './run-gate.ts'
import { PLAIN_LOOP, timeInTurns } from './plain-loop.ts'
import { CASES_SUITE, configFile, withTwoCommits } from './two-commits.ts'

const PROCESSES = sizeFrom('PROCESSES', 20)
const TIME_LIMIT = '10 min'
const INSTALL_LIMIT_MS = 5 * 60_000
/** A change of which the gate must see the direction. */
const SURE = 0.05

interface Update {
  name: string
  /** Ranges of versions; of each the highest that is published. */
  from: string
  to: string
}
const UPDATES: Update[] = [
  { name: 'semver', from: '7.3.8', to: '7.x' },
  { name: 'marked', from: '4.3.0', to: '18.2.x' },
  { name: 'acorn', from: '8.0.5', to: '8.x' },
  { name: 'immer', from: '9.0.x', to: '10.1.x' },
  { name: 'qs', from: '6.5.x', to: '6.x' },
]

/** Two published versions of a library as two commits: the gate's verdicts beside alternating processes of a plain loop. */
export function updates(): void {
  const overview = chosen(UPDATES).map(studyOf)
  process.stdout.write('## All updates\n\n')
  printTable(
    [
      'update',
      'benchmarks',
      `harness beyond ${percent(SURE, 0)}`,
      'signs wrong',
      'harness inside our interval',
      'decided',
      's',
    ],
    overview,
  )
}

function studyOf({ name, from, to }: Update): (string | number)[] {
  let row: (string | number)[] = []
  const versions: string[] = []
  const install = (repository: ScratchRepository, range: string) => {
    const manifest = { name: 'an-update', version: '1.0.0', type: 'module', dependencies: { [name]: range } }
    // What is locked would stay, where it is within the range.
    rmSync(join(repository.directory, 'package-lock.json'), { force: true })
    rmSync(join(repository.directory, 'node_modules'), { recursive: true, force: true })
    repository.write({ 'package.json': `${JSON.stringify(manifest, null, 2)}\n` })
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: repository.directory,
      stdio: 'ignore',
      timeout: INSTALL_LIMIT_MS,
    })
    const installed = join(repository.directory, 'node_modules', name, 'package.json')
    versions.push((JSON.parse(readFileSync(installed, 'utf8')) as { version: string }).version)
  }
  withTwoCommits(
    (repository) => {
      repository.write({
        'cases.mjs': readFileSync(join(import.meta.dirname, 'updates', `${name}.mjs`), 'utf8'),
        'suite.bench.mjs': CASES_SUITE,
        'plain-loop.mjs': PLAIN_LOOP,
        '.gitignore': 'node_modules\n',
        'benchgate.yml': configFile({ 'time-limit': TIME_LIMIT }, 'npm ci'),
      })
      install(repository, from)
    },
    (repository) => install(repository, to),
    ({ repository, copies }) => {
      const { rows, summary } = runGate(repository.directory, ['compare', 'main', 'change', '--seed', name])
      process.stderr.write(`${name}: ${summary.seconds.toFixed(0)} s ${JSON.stringify(summary.verdicts)}\n`)
      const truth = timeInTurns(
        copies,
        rows.map(({ benchmark }) => benchmark),
        PROCESSES,
      )
      const judged = rows.map((row) => ({ row, ...heldAgainst(row, truth.get(row.benchmark)!) }))
      const title = `${name} ${versions.join(' → ')}`
      process.stdout.write(`## ${title}\n\n`)
      printTable(
        [
          'benchmark',
          `plain loop, ${PROCESSES} processes a side (quartiles)`,
          'verdict',
          'effect (95 %)',
          'pairs',
          'sign agrees',
          'harness inside our interval',
          'decided',
        ],
        judged.map(({ row, harness, sign, isCovered }) => [
          row.benchmark,
          harness,
          row.verdict,
          effectOf(row),
          row.pairs,
          sign,
          isCovered ? 'yes' : 'no',
          isUndecided(row) ? 'no' : 'yes',
        ]),
      )
      const wrong = judged.filter(({ sign }) => sign === 'NO').length
      const covered = judged.filter(({ isCovered }) => isCovered).length
      const decided = rows.filter((row) => !isUndecided(row)).length
      process.stdout.write(
        `${title}: ${wrong} signs wrong, ${covered} of ${rows.length} covered, ${decided} decided, ${summary.seconds.toFixed(0)} s\n\n`,
      )
      const sure = judged.filter(({ sign }) => sign !== BELOW).length
      row = [title, rows.length, sure, wrong, covered, decided, summary.seconds.toFixed(0)]
    },
  )
  return row
}

const BELOW = `below ${percent(SURE, 0)}`

/** One row of the gate beside the log ratios that the harness found. */
function heldAgainst(row: Report['rows'][number], ratios: readonly number[]) {
  const effect = Math.expm1(median(ratios))
  const sign =
    row.verdict === 'improvement'
      ? -1
      : row.verdict === 'regression' || row.verdict === 'slower-small'
        ? 1
        : 0
  return {
    harness: quartiles(ratios.map(Math.expm1), percent),
    sign:
      Math.abs(effect) <= SURE
        ? BELOW
        : isUndecided(row)
          ? 'undecided'
          : sign === Math.sign(effect)
            ? 'yes'
            : 'NO',
    isCovered: row.interval !== null && row.interval.low <= effect && effect <= row.interval.high,
  }
}
