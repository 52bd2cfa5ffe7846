import type { Report } from '../../src/model/assessment.ts'
import { createRandom } from '../../src/stats/random.ts'
import {
  type Build,
  buildsToCompare,
  chosen,
  fixed,
  isFlagged,
  isUndecided,
  percent2,
  printTable,
  quartiles,
  range,
  runGate,
  sigmasOf,
  sizeFrom,
} from './run-gate.ts'
import { configFile, withTwoCommits } from './two-commits.ts'
import { countsFile, UNLIKE_NAMES, UNLIKE_WORK, type UnlikeKind, unlikeSuite } from './unlike-work.ts'

const ROUNDS = sizeFrom('ROUNDS', 2)
const TIME_LIMIT = '5 min'
const WINDOWS = ['60 ms', '30 ms']
const LEVEL = 1.05
/** Numbers, garbage, text and awaiting. */
const SLOWED: UnlikeKind[] = ['integers', 'objects', 'json', 'promises']
const LEFT_OUT: UnlikeKind[] = ['floats', 'concat', 'replace', 'stringify', 'spread', 'promise-all']
const KINDS = UNLIKE_NAMES.filter((kind) => !LEFT_OUT.includes(kind))

interface Way {
  name: string
  /** What it is compared with. */
  reference: string
  build: Build
  measure: Record<string, string | boolean>
}

/** Every build with every window; this one also with the helper threads of V8. */
const waysOf = (build: Build): Way[] =>
  WINDOWS.flatMap((window) => {
    const measure = { 'time-limit': TIME_LIMIT, 'time-per-benchmark': window }
    const way = { name: `${build.name}, ${window}`, reference: `old, ${window}`, build, measure }
    const threads = {
      ...way,
      name: `${way.name}, node-threads`,
      measure: { ...measure, 'node-threads': true },
    }
    return build.name === 'new' ? [way, threads] : [way]
  })

/** Gates of 24 unlike benchmarks, four with 5 % more work: old and new build, by window, taking turns in random order. */
export function builds(): void {
  const slower = countsFile(Object.fromEntries(SLOWED.map((kind) => [kind, LEVEL])))
  withTwoCommits(
    (repository) =>
      repository.write({
        'work.mjs': UNLIKE_WORK,
        'suite.bench.mjs': unlikeSuite(KINDS),
        'counts.mjs': countsFile({}),
      }),
    (repository) => repository.write({ 'counts.mjs': slower }),
    ({ repository }) => {
      const ways = chosen(buildsToCompare().flatMap(waysOf))
      const random = createRandom('builds')
      const reports = new Map(ways.map(({ name }) => [name, [] as Report[]]))
      for (let round = 1; round <= ROUNDS; round++) {
        for (const { name, build, measure } of random.shuffle(ways)) {
          repository.write({ 'benchgate.yml': configFile(measure) })
          const report = runGate(
            repository.directory,
            ['compare', 'main', 'change', '--seed', `builds-${round}`],
            build,
          )
          reports.get(name)!.push(report)
          const { seconds, verdicts } = report.summary
          process.stderr.write(
            `builds ${round}/${ROUNDS} ${name}: ${seconds.toFixed(0)} s ${JSON.stringify(verdicts)}\n`,
          )
        }
      }
      process.stdout.write(
        `## ${KINDS.length} benchmarks, ${SLOWED.length} with 5 % more work: ${ROUNDS} rounds; figures of single rounds stand in their order\n\n`,
      )
      printTable(
        [
          'build, window',
          's',
          'sigma: median (quartiles)',
          `found of ${SLOWED.length}`,
          'undecided',
          `wrongly flagged of ${KINDS.length - SLOWED.length}`,
          'not confirmed',
          'processes',
          's, by the old build (range)',
        ],
        ways.map(({ name, reference }) => {
          const own = reports.get(name)!
          const each = (figure: (report: Report) => number) => own.map(figure).join(', ')
          const isSlowed = (benchmark: string) => SLOWED.includes(benchmark as UnlikeKind)
          const references = reports.get(reference)
          return [
            name,
            range(
              own.map(({ summary }) => summary.seconds),
              fixed(0),
            ),
            quartiles(sigmasOf(own.flatMap(({ rows }) => rows)), percent2),
            each(
              ({ rows }) =>
                rows.filter((row) => isSlowed(row.benchmark) && row.verdict === 'regression').length,
            ),
            each(({ rows }) => rows.filter(isUndecided).length),
            each(({ rows }) => rows.filter((row) => !isSlowed(row.benchmark) && isFlagged(row)).length),
            each(({ rows }) => rows.filter(({ confirmed }) => confirmed === false).length),
            each(({ summary }) => summary.processes),
            references === undefined
              ? ''
              : range(
                  own.map(({ summary }, round) => summary.seconds / references[round]!.summary.seconds),
                  fixed(2),
                ),
          ]
        }),
      )
    },
  )
}
