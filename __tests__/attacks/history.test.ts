import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkSite } from '../../src/dashboard/write-dashboard.ts'
import { KERNEL } from '../../src/files/owner.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { knownHistory } from '../../src/gate/standing.ts'
import { eventsOf } from '../../src/history/events.ts'
import { systemOf } from '../../src/history/stored-runs.ts'
import type { StoredMetric } from '../../src/model/stored-run.ts'
import { renderCsv } from '../../src/report/exports/csv.ts'
import { renderHistoryOpenMetrics } from '../../src/report/exports/history-openmetrics.ts'
import { renderIssue } from '../../src/report/markdown/issue.ts'
import { forCsv } from '../../src/report/text/for-csv.ts'
import { outside } from '../../src/report/text/outside.ts'
import { createRandom } from '../../src/stats/random.ts'
import { historyFrom } from '../history/sample-history.ts'
import { history, step, trend } from '../history/sample-trends.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

// Who may push can write any file on the baseline branch, and look for commits with the ids that they want.

test('commits whose ids begin alike are events of their own', () => {
  const commits = Array.from({ length: 30 }, (_, i) => ({
    sha: (i === 5 || i === 20 ? 'abcdef1' : '0000000') + String(i).padStart(33, '0'),
  }))
  const steps = [step(5, 10, { confirmedAt: 8 }), step(20, 10, { confirmedAt: 23 })]
  const events = eventsOf([{ steps }, { steps: steps.slice(1) }], commits)
  expect(events.map(({ id, at, members }) => [id, at, members.length])).toEqual([
    ['abcdef1-slower', 5, 1],
    ['abcdef10-slower', 20, 2],
  ])
})

test('numbers that nothing measures leave none that is no number', () => {
  const extreme = [0, -0, 5e-324, 1e-300, 1, 1e6, 1e300, 1.79e308, -1, -1e300, -1.79e308]
  const random = createRandom('extreme').uniform
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const metric = (): Partial<StoredMetric> => ({
    metric: pick(['time', '__proto__']),
    unit: pick(['B', 'constructor']),
    values: [pick(extreme), pick(extreme)],
    change: { effect: 1, log: pick(extreme), low: pick(extreme), high: pick(extreme), pairs: 1 },
    verdict: 'regression',
  })
  const levels = () => ({ warn: pick(extreme), fail: pick(extreme) })
  for (let round = 0; round < 10; round++) {
    const runs = Array.from({ length: 24 }, (_, i) =>
      sampleRun(i, {
        benchmarks: ['__proto__', 'constructor'].map((id) => ({
          id,
          suite: id,
          metrics: [sampleMetric(metric())],
        })),
      }),
    )
    const found = historyFrom(runs, { limitsOf: () => ({ max: levels(), min: levels() }) })
    const written = [
      renderCsv(found, { last: 100 }),
      renderHistoryOpenMetrics(found),
      ...found.trends.map(({ steps, creep, forecast, burn, milestones, points }) =>
        JSON.stringify({ steps, creep, forecast, burn, milestones, points }, (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
        ),
      ),
    ]
    for (const text of written) expect(text).not.toMatch(/NaN|Infinity/)
  }
})

test.each([
  { log: 1e308, low: 1e308, high: 1e308 },
  { log: 50, low: 60, high: -60 },
  { log: 500, low: 499, high: 501 },
])('a change against a release that nothing measures, %j, says nothing', (change) => {
  const history = (isStated: boolean) =>
    historyFrom(
      Array.from({ length: 24 }, (_, i) => {
        const anchor = isStated && i > 5 ? { anchor: { effect: 1, pairs: 3, ...change } } : {}
        return sampleRun(i, {
          anchor: { sha: sampleRun(2).commit.sha, name: 'v1' },
          benchmarks: [
            { id: 'a', suite: 's', metrics: [sampleMetric({ values: [100 + (i % 3)], ...anchor })] },
          ],
        })
      }),
    )
  expect(history(true)).toEqual(history(false))
})

test('twenty thousand names that each run has anew do not fill the memory of a gate', async () => {
  const steady = { id: 'steady', suite: 's', metrics: [sampleMetric()] }
  const runs = Array.from({ length: 10 }, (_, i) => ({
    path: `${i}`,
    run: sampleRun(9 - i, {
      benchmarks: [steady, ...Array.from({ length: 2_000 }, (_, k) => ({ ...steady, id: `${i} ${k}` }))],
    }),
  }))
  const environment = { ...runs[0]!.run.environment, loadAverage: null } as never
  const stored = { runs, nearest: null, older: [], warnings: [] }
  const known = await knownHistory(
    stored as never,
    { environment, rows: [] },
    {
      config: DEFAULT_CONFIG,
      clock: () => new Date('2026-11-29T00:00:00Z'),
    },
  )
  expect(known!.history.trends.map(({ name }) => name)).toEqual(['steady'])
})

test('a title is cut between characters', () => {
  for (const before of ['', 'a', 'ab']) {
    const known = history([trend(before + '👨‍👩‍👧‍👦'.repeat(40), [step(15, 12)])])
    const { title } = renderIssue(known, known.events[0]!, {
      configFile: null,
      links: { summary: null, commit: null, compare: null, dashboard: null },
      stored: { branch: 'benchgate', defaultBranch: 'main' },
      compare: () => 'https://github.com/a/b',
    })
    expect(title.isWellFormed()).toBe(true)
  }
})

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a; -1', "a;' -1"],
  ['=1', "'=1"],
  ['"=1', `"'""=1"`],
  ['a; b-c', 'a; b-c'],
])('%s is no formula, wherever cells end', (text, cell) => {
  expect(forCsv(outside('line', text))).toBe(cell)
})

test('a system has the name that a run states', () => {
  expect(systemOf({ os: 'constructor 1 x64' })).toBe('constructor x64')
})

test('a folder in which a writer was killed can be written again, and no other one', async () => {
  const site = mkdtempSync(join(tmpdir(), 'benchgate-test-site-'))
  onTestFinished(() => rmSync(site, { recursive: true }))
  mkdirSync(join(site, `benchgate-${KERNEL}-abcdef`))
  await expect(checkSite(site)).resolves.toBe(false)
  writeFileSync(join(site, 'mine'), '')
  await expect(checkSite(site)).rejects.toThrow(
    `${site} cannot be written: it is not empty, and holds no dashboard`,
  )
  expect(readdirSync(site)).toHaveLength(2)
})
