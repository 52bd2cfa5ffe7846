import {
  type Build,
  buildsToCompare,
  chosen,
  effectOf,
  isUndecided,
  percent,
  printTable,
  quartiles,
  runGate,
  sizeFrom,
} from './run-gate.ts'
import { PLAIN_LOOP, timeInTurns } from './plain-loop.ts'
import { PLANTED_CASES, PLANTS, slowerCases } from './planted-work.ts'
import { CASES_SUITE, configFile, withTwoCommits } from './two-commits.ts'

const PROCESSES = sizeFrom('PROCESSES', 10)
const TIME_LIMIT = '5 min'

interface Way {
  name: string
  build: Build
  measure: Record<string, string | boolean>
}

/** The old build has no choice of threads; this one is asked with V8's helper threads, the old default, and without. */
const waysOf = (build: Build): Way[] => {
  const way = { name: `${build.name} build`, build, measure: { 'time-limit': TIME_LIMIT } }
  return build.name === 'old'
    ? [way]
    : [{ ...way, name: `${way.name}, node-threads`, measure: { ...way.measure, 'node-threads': true } }, way]
}

/** Ten planted regressions of unlike kind: what each way of measuring says of them, beside a plain loop. */
export function planted(): void {
  withTwoCommits(
    (repository) =>
      repository.write({
        'cases.mjs': PLANTED_CASES,
        'suite.bench.mjs': CASES_SUITE,
        'plain-loop.mjs': PLAIN_LOOP,
      }),
    (repository) => repository.write({ 'cases.mjs': slowerCases() }),
    ({ repository, copies }) => {
      const truth = timeInTurns(
        copies,
        PLANTS.map(({ benchmark }) => benchmark),
        PROCESSES,
      )
      const answers = chosen(buildsToCompare().flatMap(waysOf)).map(({ name, build, measure }) => {
        repository.write({ 'benchgate.yml': configFile(measure) })
        const report = runGate(
          repository.directory,
          ['compare', 'main', 'change', '--seed', 'planted'],
          build,
        )
        process.stderr.write(`planted, ${name}: ${JSON.stringify(report.summary.verdicts)}\n`)
        return { name, report }
      })
      process.stdout.write(`## ${PLANTS.length} planted regressions\n\n`)
      printTable(
        [
          'benchmark',
          'planted',
          `plain loop, ${PROCESSES} processes a side (quartiles)`,
          ...answers.map(({ name }) => `${name}: verdict, effect (95 %), pairs`),
        ],
        PLANTS.map(({ benchmark, what }) => [
          benchmark,
          what,
          quartiles(truth.get(benchmark)!.map(Math.expm1), percent),
          ...answers.map(({ report }) => {
            const row = report.rows.find((row) => row.benchmark === benchmark)
            return row === undefined ? 'missing' : `${row.verdict}, ${effectOf(row)}, ${row.pairs}`
          }),
        ]),
      )
      printTable(
        ['way', 'found', 'undecided', 'processes', 's'],
        answers.map(({ name, report: { rows, summary } }) => [
          name,
          `${rows.filter(({ verdict }) => verdict === 'regression').length}/${PLANTS.length}`,
          rows.filter(isUndecided).length,
          summary.processes,
          summary.seconds.toFixed(0),
        ]),
      )
    },
  )
}
