import { expect, test } from 'vitest'
import { type DashboardFacts, dashboardParts } from '../../src/dashboard/dashboard.ts'
import type { BenchmarkFile, CommitsFile, DashboardIndex, TrendSummary } from '../../src/dashboard/format.ts'
import { unpackColumns, unpackRows } from '../../src/dashboard/packed.ts'
import type { History, Step, Trend, TrendPoint } from '../../src/model/trend.ts'
import { formatQuantity } from '../../src/report/quantity.ts'
import { renderHistory } from '../../src/report/terminal/history-table.ts'
import { generate, historyOf } from './generate.ts'

const FACTS: DashboardFacts = {
  by: '0.1.0',
  writtenAt: '2026-11-29T10:00:00.000Z',
  repository: 'octo/project',
  url: 'https://github.com/octo/project',
  limitsOf: () => null,
}

function written(history: History, facts: Partial<DashboardFacts> = {}) {
  const parts = [...dashboardParts(history, { ...FACTS, ...facts }, 'data-0123456789ab')]
  const inFolder = (folder: string) =>
    parts.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ content }) => content)
  expect(parts.at(-1)!.path).toBe('index.json')
  return {
    files: (inFolder('benchmarks') as BenchmarkFile[]).map(({ metrics }) => metrics.map(unpackColumns)),
    index: parts.at(-1)!.content as DashboardIndex,
    commits: inFolder('commits') as CommitsFile[],
  }
}

const point = (at: number, more: Partial<TrendPoint> = {}): TrendPoint => ({
  at,
  value: 100 + at / 3,
  low: 99,
  high: 102,
  change: null,
  verdict: null,
  break: null,
  otherEnvironment: false,
  level: { value: 100, low: 99.5, high: 100.5 },
  ...more,
})

const step = (at: number, more: Partial<Step> = {}): Step => ({
  at,
  from: at - 1,
  to: at,
  change: { log: 0.1, low: 0.09, high: 0.11 },
  worse: true,
  before: 100,
  after: 110,
  confirmedAt: at + 1,
  standing: null,
  accepted: null,
  ...more,
})

const trend = (more: Partial<Trend> = {}): Trend => ({
  suite: 'bench/a.bench.ts',
  name: 'parse',
  occurrence: 1,
  metric: 'time',
  unit: 'ns',
  better: 'lower',
  points: [point(0), point(1), point(2)],
  steps: [],
  creep: null,
  forecast: null,
  burn: null,
  milestones: { first: null, best: null, release: null },
  ...more,
})

const BASE = historyOf(generate({ benchmarks: 1, commits: 200 }))
const summaryOf = (more: Partial<Trend>, budget: TrendSummary['budget'] = null): TrendSummary =>
  written({ ...BASE, trends: [trend(more)], events: [] }, { limitsOf: () => budget }).index.trends[0]!
const statusOf = (...of: Parameters<typeof summaryOf>) => summaryOf(...of).status

test('all metrics of a benchmark are in one file, whatever stands between them in the history', () => {
  const trends = [
    trend(),
    trend({ name: 'print' }),
    trend({ metric: 'heap', unit: 'B' }),
    trend({ occurrence: 2 }),
    trend({ suite: 'bench/b.bench.ts' }),
  ]
  const { files, index } = written({ ...BASE, trends, events: [] })
  expect(files.map((metrics) => metrics.map((one) => one.trend))).toEqual([[0, 2], [1], [3], [4]])
  expect(index.trends.map(({ file }) => file)).toEqual([0, 1, 0, 2, 3])
  expect(index).toMatchObject({
    schema: 1,
    folder: 'data-0123456789ab',
    by: '0.1.0',
    branch: 'main',
    key: 'default',
    repository: 'octo/project',
  })
})

test('what commits changed is the same by commit as by benchmark', () => {
  const history = historyOf(generate({ benchmarks: 30, commits: 200 }))
  const { files, index, commits } = written(history)
  const byBenchmark = files.flat().flatMap(({ trend: number, at, value, verdicts, ...columns }) => {
    const verdictAt = new Map(verdicts)
    return at.map((commit, i) => {
      const [log, low, high] = [columns.change[i]!, columns.changeLow[i]!, columns.changeHigh[i]!]
      const change = log === null ? null : { log, low, high }
      return { commit, row: { trend: number, value: value[i], change, verdict: verdictAt.get(i) ?? null } }
    })
  })
  for (const commit of history.commits.keys()) {
    const file = commits[Math.floor(commit / index.commitsPerFile)]!
    const rows = byBenchmark.filter((one) => one.commit === commit).map(({ row }) => row)
    expect(unpackRows(file.commits[commit - file.from]!)).toEqual(rows)
  }
  expect(commits.reduce((sum, file) => sum + file.commits.length, 0)).toBe(200)
})

test('a history without trends or commits is a dashboard too', () => {
  const { files, index, commits } = written({ ...BASE, commits: [], trends: [], events: [] })
  expect([files, index.trends, commits]).toEqual([[], [], []])
})

test('one commit with more rows than a file should hold is not divided', () => {
  const trends = Array.from({ length: 6_000 }, (_, i) =>
    trend({ name: `${i}`, points: [point(0), point(1)] }),
  )
  const { commits } = written({ ...BASE, commits: BASE.commits.slice(0, 2), trends, events: [] })
  expect(commits.map((file) => [file.from, file.commits.map(({ value }) => value.length)])).toEqual([
    [0, [6_000]],
    [1, [6_000]],
  ])
})

test('where a trend stands, and its newest change, each where it is', () => {
  const change = { log: 0.0123456789, low: -0.001, high: 0.03 }
  const points = [point(3), point(4, { change }), point(7)]
  expect(summaryOf({ points })).toMatchObject({
    points: 3,
    newest: 7,
    now: 100,
    isLevel: true,
    change: 0.012346,
  })
  const measured = { now: 102.33, isLevel: false }
  expect(summaryOf({ points: [...points.slice(0, 2), point(7, { level: null })] })).toMatchObject(measured)
  // No machine moves bytes, and a count is exact.
  expect(summaryOf({ points, unit: 'B' })).toMatchObject(measured)
  expect(summaryOf({ points: [point(0)] }).change).toBeNull()
})

test('the terminal shows the same number', () => {
  const history = historyOf(generate({ benchmarks: 20, commits: 60 }))
  const { index } = written(history)
  const times = index.trends.flatMap(({ metric }, i) => (metric === 'time' ? [i] : []))
  const text = renderHistory(history, { trends: times, last: 60 }, { color: false, width: 200 })
  for (const i of times) {
    const { name, now, unit } = index.trends[i]!
    const line = text.split('\n').find((one) => one.includes(name))
    expect(line).toContain(` ${formatQuantity(now, unit)} `)
  }
})

test('columns have what most commits lack apart: verdicts that are news, and where the line breaks', () => {
  const points = [
    point(0, { verdict: 'unchanged' }),
    point(1, { verdict: 'regression', otherEnvironment: true }),
    point(2, { break: 'edited', otherEnvironment: true, level: null }),
  ]
  const [file] = written({ ...BASE, trends: [trend({ points })], events: [] }).files
  expect(file![0]).toMatchObject({
    at: [0, 1, 2],
    value: [100, 100.33, 100.67],
    level: [100, 100, null],
    levelHigh: [100.5, 100.5, null],
    change: [null, null, null],
    verdicts: [[1, 'regression']],
    breaks: [
      [1, 'environment'],
      [2, 'edited'],
    ],
  })
})

test('of what can be said of a trend its status is the worst', () => {
  const standing = step(1, { standing: 'standing' })
  const creep = { ...CREEP, worse: true }
  const max = { maxRegression: null, max: { warn: 90, fail: 99 }, min: null }
  expect(statusOf({ steps: [standing], creep }, max)).toBe('over-budget')
  expect(statusOf({ steps: [standing, step(2, { worse: false })], creep })).toBe('slower')
  expect(statusOf({ steps: [step(1, { standing: 'fixed' })], creep })).toBe('creeping')
  expect(statusOf({ steps: [step(1), step(2, { worse: false })] })).toBe('faster')
  expect(statusOf({ creep: { ...creep, worse: false } })).toBe('faster')
  expect(statusOf({ steps: [step(1, { worse: false }), step(2, { accepted: 'yes' })] })).toBe('steady')
  expect(statusOf({})).toBe('steady')
  // An improvement is news for some commits only.
  const points = Array.from({ length: 100 }, (_, i) => point(i))
  const improved = (at: number) => statusOf({ points, steps: [step(at, { worse: false })] })
  expect([improved(49), improved(50)]).toEqual(['steady', 'faster'])
})

const CREEP = {
  from: 0,
  to: 2,
  perWeek: { log: 0.01, low: 0.005, high: 0.02 },
  perCommit: { log: 0.001, low: 0.0005, high: 0.002 },
  worse: true,
  p: 1e-5,
}

test.each([
  ['a level above a max', { max: { warn: null, fail: 99 } }, {}, true],
  ['a level whose interval reaches the max', { max: { warn: null, fail: 99.5 } }, {}, false],
  ['a level above what only warns', { max: { warn: 10, fail: null } }, {}, false],
  ['a level below a min', { min: { warn: null, fail: 101 } }, {}, true],
  ['a level whose interval reaches the min', { min: { warn: null, fail: 100.5 } }, {}, false],
  ['values above a max where no level is known', { max: { warn: null, fail: 98 } }, { level: null }, true],
  ['values around a max where no level is known', { max: { warn: null, fail: 99 } }, { level: null }, false],
])('over budget is %s', (_, limits, newest, isOver) => {
  const points = [point(0, { level: { value: 1e6, low: 1e6, high: 1e6 } }), point(1, newest)]
  const budget = { maxRegression: null, max: null, min: null, ...limits }
  expect(statusOf({ points }, budget) === 'over-budget').toBe(isOver)
})

test('a sparkline draws what can be compared with the newest, in 60 values', () => {
  const points = Array.from({ length: 130 }, (_, i) =>
    point(i, {
      break: i === 9 ? 'edited' : null,
      level: { value: i < 9 ? 1 : i < 70 ? 100 : i === 90 ? 1e6 : 200, low: 0, high: 0 },
    }),
  )
  const { sparkline } = summaryOf({ points })
  expect(sparkline).toHaveLength(41)
  // The edited benchmark is another one, a step stays visible, and one odd run is none.
  expect(new Set(sparkline)).toEqual(new Set([100, 200]))
  const ofValues = summaryOf({ points: [point(0), point(1, { value: 7 }), point(2, { level: null })] })
  expect(ofValues.sparkline).toEqual([100, 7, 100.67])
  for (const length of [1, 59, 60, 61, 120, 121, 2_000]) {
    const drawn = summaryOf({ points: Array.from({ length }, (_, i) => point(i % 200)) }).sparkline
    expect(drawn.length).toBeLessThanOrEqual(60)
    expect(drawn.length).toBeGreaterThanOrEqual(Math.min(length, 30))
  }
})
