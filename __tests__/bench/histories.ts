import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { creepOf, type Dated } from '../../src/history/creep.ts'
import { historyOf } from '../../src/history/history.ts'
import { recordHistory } from '../../src/history/recorded.ts'
import type { Better } from '../../src/model/metric.ts'
import { RUN_SCHEMA, UNKNOWN_ENVIRONMENT } from '../../src/model/stored-run.ts'
import type { Trend } from '../../src/model/trend.ts'
import { median, percent, printTable } from './run-gate.ts'

/** As the folder holds them: the histories of github-action-benchmark, one file a project. */
interface HistoryFile {
  suites: Record<
    string,
    {
      tool: string
      /** Seconds of each commit, oldest first. */
      dates: number[]
      series: Record<string, { unit: string; points: [commit: number, value: number][] }>
    }
  >
}

/** The values of one benchmark, oldest first, as logarithms; more is worse. */
interface Series {
  history: string
  /** Indexes into the commits of its suite. */
  commits: number[]
  costs: number[]
  changePoints: Alert[]
  times: Dated[]
}

/** What a rule says of a series. Places are indexes into the series. */
interface Alert {
  /** The first value that it calls worse. */
  at: number
  /** The newest value that it had seen when it said so. */
  said: number
  /** The level before, and by how much it is worse since. */
  before: number
  size: number
}

interface Rule {
  name: string
  alertsOf: (series: Series) => Alert[]
}

const ratioRule = (percentage: number): Rule => ({
  name: `${percentage} % rule`,
  alertsOf: ({ costs }) =>
    costs.flatMap((cost, at) => {
      const before = costs[at - 1] ?? cost
      const size = cost - before
      return size > Math.log(percentage / 100) ? [{ at, said: at, before, size }] : []
    }),
})

const RULES: readonly Rule[] = [
  ratioRule(200),
  ratioRule(110),
  { name: 'change points', alertsOf: ({ changePoints }) => changePoints },
]

const DEFINITIONS = `Definitions. A value is one result of one benchmark on one commit; logarithms are signed so that more is worse.
- Comparison: two neighbouring values of one benchmark.
- Flag: a value that a rule calls worse. A ratio rule compares it with the value before: worse by more than 100 or 10 %. A change point flags
  its first commit, once. Alerts are the commits with a flag in any benchmark of their suite.
- Vanished: the median of the three values after the alert has taken back half of the rise or more. (A change point alerts when
  it is confirmed, and the three values come after that.)
- Lasting regression: medians of the ten values before and the ten from it on differ by 10 to 50 % for the worse, and of the hundred pairs at
  least 97 are worse (AUC >= .97). Of places less than ten values apart the one with the largest AUC counts.
- Found: a flag at most three values from it.
- False alarm: a flag where the medians of the ten values before and the ten from it on (five of each at least) differ by less than half of
  what the rule says.
- Creep: looked for in 60 values, at every 30th value of a benchmark from the 60th on. It went on where the median of the next 20 values is at
  least half as far from the end of the line as the pace says; it went back where that median lies on the other side of the
  window's median.
`

/** Change points beside the ratio rules of github-action-benchmark, on histories that real projects recorded. */
export function histories(folder: string | undefined): void {
  if (folder === undefined) throw new Error('usage: npm run bench -- histories <folder of *.json.gz>')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json.gz'))
  const read = files
    .toSorted()
    .map((name) => ({ name: name.slice(0, -'.json.gz'.length), series: seriesIn(join(folder, name)) }))
  const scores = read.map(({ name, series }) => scoreOf(name, series))
  process.stdout.write(`${DEFINITIONS}\n`)
  const all = total(scores)
  printTable(
    [
      'history',
      'benchmarks',
      'comparisons',
      'lasting',
      ...RULES.map(({ name }) => `${name}: flags, vanished, found, false`),
    ],
    [...scores, all].map(({ name, series, comparisons, lasting, rules }) => [
      name,
      series,
      comparisons,
      lasting,
      ...rules.map((of) =>
        [of.flags, share(of.vanished, of.followed), `${of.found}/${lasting}`, of.falseAlarms].join('; '),
      ),
    ]),
  )
  printTable(
    [
      'all histories',
      'flags',
      'alerts',
      'vanished',
      'lasting regressions found',
      'false alarms',
      'of flags that can be judged',
    ],
    RULES.map(({ name }, i) => {
      const of = all.rules[i]!
      return [
        name,
        of.flags,
        of.alerts,
        share(of.vanished, of.followed),
        share(of.found, all.lasting),
        of.falseAlarms,
        of.judged === 0 ? '' : percent(of.falseAlarms / of.judged),
      ]
    }),
  )
  printCreep(read.flatMap(({ series }) => series.flatMap(creepsIn)))
}

const WINDOW = 60
const NEXT = 20

interface FollowedCreep {
  worse: boolean
  /** Null: too few values after it. */
  next: 'on' | 'back' | 'neither' | null
}

function printCreep(windows: readonly (FollowedCreep | null)[]): void {
  const creeps = windows.filter((creep) => creep !== null)
  const followed = (as: FollowedCreep['next']): number => creeps.filter(({ next }) => next === as).length
  printTable(
    ['windows of 60 values', 'called creep', 'for the worse', 'with 20 values after', 'went on', 'went back'],
    [
      [
        windows.length,
        creeps.length,
        creeps.filter(({ worse }) => worse).length,
        creeps.length - followed(null),
        followed('on'),
        followed('back'),
      ],
    ],
  )
}

/** Whether each window creeps; null: it does not. */
function creepsIn({ costs, times }: Series): (FollowedCreep | null)[] {
  const ends = Array.from({ length: Math.floor(costs.length / 30) - 1 }, (_, i) => WINDOW + 30 * i)
  return ends.map((end) => {
    const start = end - WINDOW
    const values = costs.slice(start, end).map((log, i) => ({ at: start + i, log }))
    const creep = creepOf(values, times, 'lower')
    const after = costs.slice(end, end + NEXT)
    if (creep === null) return null
    if (after.length < NEXT) return { worse: creep.worse, next: null }
    const pace = creep.perCommit.log
    const newest = median(values.map(({ at, log }) => log + pace * (end - 1 - at)))
    // The middle of the next values is half of them ahead.
    const isOn = (median(after) - newest) / (pace * (NEXT + 1)) >= 1 / 4
    const isBack = (median(after) - median(values.map(({ log }) => log))) / pace < 0
    return { worse: creep.worse, next: isOn ? 'on' : isBack ? 'back' : 'neither' }
  })
}

const share = (hits: number, of: number): string => (of === 0 ? '0' : `${percent(hits / of)} of ${of}`)

function seriesIn(path: string): Series[] {
  const { suites } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as HistoryFile
  return Object.entries(suites).flatMap(([history, suite]) => {
    const all = Object.entries(suite.series).map(([name, { unit, points }]) => {
      const better: Better = /(ops|iter)\/s/u.test(unit) ? 'higher' : 'lower'
      return { name, better, points: points.filter(([, value]) => value > 0) }
    })
    const trends = new Map(trendsOf(suite.dates, all).map((trend) => [trend.name, trend]))
    return all.map(({ name, better, points }) => {
      const sign = better === 'higher' ? -1 : 1
      const commits = points.map(([commit]) => commit)
      const steps = trends.get(name)?.steps ?? []
      return {
        history,
        commits,
        costs: points.map(([, value]) => sign * Math.log(value)),
        times: points.map(([commit]) => ({ time: timeOf(suite.dates[commit]!) })),
        changePoints: steps.flatMap(({ worse, at, confirmedAt, before, change }): Alert[] =>
          worse
            ? [
                {
                  at: commits.indexOf(at),
                  said: commits.indexOf(confirmedAt),
                  before: sign * Math.log(before),
                  size: sign * change.log,
                },
              ]
            : [],
        ),
      }
    })
  })
}

interface Imported {
  name: string
  better: Better
  points: [commit: number, value: number][]
}

/** A suite as if its runs had been imported. */
function trendsOf(dates: readonly number[], series: readonly Imported[]): readonly Trend[] {
  const values = series.map(({ points }) => new Map(points))
  const recorder = recordHistory()
  for (let commit = dates.length - 1; commit >= 0; commit--) {
    const time = timeOf(dates[commit]!)
    recorder.add({
      path: `${commit}`,
      run: {
        schema: RUN_SCHEMA,
        commit: { sha: shaOf(commit), parent: commit === 0 ? null : shaOf(commit - 1), time, subject: '' },
        ref: 'refs/heads/main',
        run: { id: '1', attempt: 1, recordedAt: time, key: 'default' },
        imported: { from: 'github-action-benchmark', by: [] },
        environment: UNKNOWN_ENVIRONMENT,
        config: '0'.repeat(16),
        seed: '',
        benchmarks: series.flatMap(({ name, better }, i) => {
          const value = values[i]!.get(commit)
          const unit = better === 'lower' ? 'ns' : 'ops/s'
          const metric = { metric: 'value', unit, better, values: [value!], change: null, verdict: null }
          return value === undefined ? [] : [{ id: name, suite: '', metrics: [metric] }]
        }),
      },
    })
  }
  const nothing = { limitsOf: () => null, acceptedBy: () => null, releases: new Map(), now: new Date() }
  return historyOf(recorder.finish(), nothing).trends
}

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString()
const shaOf = (commit: number): string => commit.toString(16).padStart(40, '0')

interface RuleScore {
  flags: number
  alerts: number
  vanished: number
  /** Flags with three values after their alert. */
  followed: number
  found: number
  falseAlarms: number
  judged: number
}
interface Score {
  name: string
  series: number
  comparisons: number
  lasting: number
  rules: RuleScore[]
}

const NEAR = 3
const FOLLOWED = 3
const SIDE = 10
const LEAST_SIDE = 5
const LEAST_AUC = 0.97

function scoreOf(name: string, series: readonly Series[]): Score {
  const lasting = series.map(({ costs }) => lastingIn(costs))
  return {
    name,
    series: series.length,
    comparisons: sum(series.map(({ costs }) => Math.max(0, costs.length - 1))),
    lasting: sum(lasting.map(({ length }) => length)),
    rules: RULES.map(({ alertsOf }) => {
      const alerts = series.map(alertsOf)
      const followed = alerts.flatMap((some, i) =>
        some
          .filter(({ said }) => said + FOLLOWED < series[i]!.costs.length)
          .map((alert) => hasVanished(series[i]!.costs, alert)),
      )
      const judged = alerts.flatMap((some, i) =>
        some.flatMap((alert) => isFalse(series[i]!.costs, alert) ?? []),
      )
      return {
        flags: sum(alerts.map(({ length }) => length)),
        alerts: new Set(
          alerts.flatMap((some, i) =>
            some.map(({ at }) => `${series[i]!.commits[at]} ${series[i]!.history}`),
          ),
        ).size,
        vanished: count(followed),
        followed: followed.length,
        found: sum(
          lasting.map(
            (places, i) =>
              places.filter((place) => alerts[i]!.some(({ at }) => Math.abs(at - place) <= NEAR)).length,
          ),
        ),
        falseAlarms: count(judged),
        judged: judged.length,
      }
    }),
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const count = (values: readonly boolean[]): number => values.filter(Boolean).length

const total = (scores: readonly Score[]): Score => ({
  name: 'all',
  series: sum(scores.map(({ series }) => series)),
  comparisons: sum(scores.map(({ comparisons }) => comparisons)),
  lasting: sum(scores.map(({ lasting }) => lasting)),
  rules: RULES.map((_, i) => {
    const of = (key: keyof RuleScore): number => sum(scores.map(({ rules }) => rules[i]![key]))
    return {
      flags: of('flags'),
      alerts: of('alerts'),
      vanished: of('vanished'),
      followed: of('followed'),
      found: of('found'),
      falseAlarms: of('falseAlarms'),
      judged: of('judged'),
    }
  }),
})

function hasVanished(costs: readonly number[], { said, before, size }: Alert): boolean {
  return median(costs.slice(said + 1, said + 1 + FOLLOWED)) - before < size / 2
}

/** Null: too few values around it. */
function isFalse(costs: readonly number[], { at, size }: Alert): boolean | null {
  const [early, late] = [costs.slice(Math.max(0, at - SIDE), at), costs.slice(at, at + SIDE)]
  if (early.length < LEAST_SIDE || late.length < LEAST_SIDE) return null
  return median(late) - median(early) < size / 2
}

/** Places where a lasting regression of 10 to 50 % begins. */
function lastingIn(costs: readonly number[]): number[] {
  const candidates: { at: number; auc: number; shift: number }[] = []
  for (let at = SIDE; at + SIDE <= costs.length; at++) {
    const [early, late] = [costs.slice(at - SIDE, at), costs.slice(at, at + SIDE)]
    const shift = median(late) - median(early)
    if (shift < Math.log(1.1) || shift > Math.log(1.5)) continue
    const auc = sum(early.flatMap((a) => late.map((b) => (Math.sign(b - a) + 1) / 2))) / SIDE ** 2
    if (auc >= LEAST_AUC) candidates.push({ at, auc, shift })
  }
  const places: number[] = []
  for (const { at } of candidates.toSorted((a, b) => b.auc - a.auc || b.shift - a.shift)) {
    if (places.every((place) => Math.abs(place - at) >= SIDE)) places.push(at)
  }
  return places
}
