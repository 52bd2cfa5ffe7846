import { expect, test } from 'vitest'
import type { Forecast } from '../../../src/model/trend.ts'
import { forTerminal } from '../../../src/report/text/for-terminal.ts'
import {
  breakWords,
  burnWords,
  creepWords,
  environmentWords,
  eventView,
  forecastWords,
  logChangeWords,
  milestoneWords,
  outlookWords,
  precisionWords,
  rangeWords,
  standingWords,
  stepState,
} from '../../../src/report/view/history-words.ts'
import { commit, eventful, percent, step, trend } from '../sample-history.ts'

const TIME = { unit: 'ns', better: 'lower' } as const
const RATE = { unit: 'ops/s', better: 'higher' } as const
const SIZE = { unit: 'B', better: 'lower' } as const
const { commits } = eventful

test('a change: in the words of its metric, with its interval', () => {
  const slower = percent(12.3, 10.1, 14.6)
  expect(logChangeWords(TIME, slower)).toBe('12.3 % slower (10.1 to 14.6)')
  expect(logChangeWords(TIME, slower, ' … ')).toBe('12.3 % slower (10.1 … 14.6)')
  expect(logChangeWords(RATE, slower)).toBe('12.3 % faster (10.1 to 14.6)')
  expect(logChangeWords(SIZE, slower)).toBe('12.3 % more (10.1 to 14.6)')
  expect(logChangeWords(TIME, percent(-8, -9.5, -6.4))).toBe('8.0 % faster (6.4 to 9.5)')
})

test.each([
  [{ at: 4, from: 3, to: 4 }, 'at 04f1c2a (#412)'],
  [{ at: 2, from: 1, to: 2 }, 'at 02f1c2a'],
  [{ at: 2, from: 1, to: 2, creptTo: 6 }, 'at 02f1c2a, creeping on to 06f1c2a'],
  [{ at: 4, from: 2, to: 6 }, 'after 02f1c2a and up to 06f1c2a, most likely at 04f1c2a (#412)'],
])('where a change point lies', (range, said) => {
  expect(forTerminal(rangeWords(commits, range))).toBe(said)
})

test('what became of a change point', () => {
  const slower = step(4, percent(12, 10, 14))
  const said = (more: object) => {
    const words = standingWords({ ...slower, ...more })
    return words && forTerminal(words)
  }
  expect(said({})).toBe('not fixed')
  expect(said({ standing: 'fixed' })).toBe('fixed since')
  expect(said({ standing: null, accepted: 'Surrogate pairs (#412)' })).toBe(
    'accepted: Surrogate pairs (#412)',
  )
  expect(said({ worse: false, standing: null })).toBeNull()
})

test('the same in a word or two', () => {
  const slower = step(4, percent(12, 10, 14))
  const states = [
    {},
    { standing: 'fixed' },
    { standing: null, accepted: 'why' },
    { standing: null },
    { worse: false, standing: null },
  ] as const
  expect(states.map((more) => stepState({ ...slower, ...more }))).toEqual([
    'not fixed',
    'fixed since',
    'accepted',
    'new level',
    'improvement',
  ])
})

test('what is to be expected of a trend, a line each', () => {
  const burn = { limit: 200e6, kind: 'max', runs: { beyond: 2, of: 50 }, days: { beyond: 0, of: 0 } } as const
  const said = (more: object) =>
    outlookWords(commits, { ...eventful.trends[2]!, ...more }).map((line) => forTerminal(line))
  expect(said({ forecast: null, burn })).toEqual([
    'Creeping: 3.3 % slower a week (2.8 to 3.8), over 8 commits since 00f1c2a',
    'Limit: beyond its 200 ms budget in 2 of the last 50 runs',
  ])
  expect(said({ creep: null, forecast: null, burn: null })).toEqual([])
})

test('an event: what moved together, and what moved the most', () => {
  const { summary, range, benchmarks, commits: within } = eventView(eventful, eventful.events[0]!)
  expect(forTerminal(summary)).toBe(
    '2 benchmarks slower, parser/large the most: 12.3 % slower (10.1 to 14.6)',
  )
  expect([benchmarks, forTerminal(range)]).toEqual(['2 benchmarks', 'at 04f1c2a (#412)'])
  expect(within.map(({ subject }) => subject)).toEqual(['Parse surrogate pairs (#412)'])
  const faster = eventView(eventful, eventful.events[1]!)
  expect(forTerminal(faster.summary)).toBe('bundle: 8.0 % less (6.4 to 9.5)')
  expect(faster.commits.map(({ subject }) => subject)).toEqual(['Change 5', 'Change 6'])
})

test('creep', () => {
  expect(forTerminal(creepWords(commits, TIME, eventful.trends[2]!.creep!))).toBe(
    '3.3 % slower a week (2.8 to 3.8), over 8 commits since 00f1c2a',
  )
})

test.each<[Forecast['weeks'], string]>([
  [{ low: 6.4, high: 10.8 }, '6 to 11 weeks'],
  [{ low: 6.4, high: null }, '6 weeks or later'],
  [{ low: 6.4, high: 4000 }, '6 weeks or later'],
  [{ low: 0.4, high: null }, 'a few days or later'],
  [{ low: 0.4, high: 1.2 }, '2 to 9 days'],
  [{ low: 0.4, high: 5 }, 'at most 5 weeks'],
  [{ low: 0, high: 0 }, 'at most 1 day'],
  [{ low: 6, high: 6 }, 'about 6 weeks'],
])('a forecast of %j weeks', (weeks, span) => {
  const forecast = { limit: 200e6, kind: 'max', severity: 'fail', weeks } as const
  expect(forTerminal(forecastWords(TIME, forecast))).toBe(`reaches its 200 ms budget in ${span} at this pace`)
})

test('a forecast to a level that warns', () => {
  const forecast = { limit: 50e3, kind: 'min', severity: 'warn', weeks: { low: 1, high: 3 } } as const
  expect(forTerminal(forecastWords(RATE, forecast))).toBe(
    'reaches its 50 kops/s warning level in 1 to 3 weeks at this pace',
  )
})

test('burn', () => {
  const burn = { limit: 200e6, kind: 'max', runs: { beyond: 12, of: 50 } } as const
  const said = (days: { beyond: number; of: number }) => forTerminal(burnWords(TIME, { ...burn, days })!)
  expect(said({ beyond: 3, of: 20 })).toBe(
    'beyond its 200 ms budget in 12 of the last 50 runs (3 of 20 in the last 30 days)',
  )
  expect(said({ beyond: 0, of: 0 })).toBe('beyond its 200 ms budget in 12 of the last 50 runs')
  expect(burnWords(TIME, { ...burn, runs: { beyond: 0, of: 50 }, days: { beyond: 0, of: 20 } })).toBeNull()
})

test('milestones', () => {
  const said = (of: Parameters<typeof milestoneWords>[1], first: number, release: number) =>
    forTerminal(
      milestoneWords(commits, of, {
        first: { at: 0, factor: first },
        best: null,
        release: { at: 3, name: 'v1.2.0', factor: release },
      })!,
    )
  expect(said(TIME, 1.123, 0.4)).toBe(
    '12.3 % slower than the first, 00f1c2a; 2.50 times as fast as release v1.2.0',
  )
  expect(said(RATE, 0.4, 1)).toBe('2.50 times as slow as the first, 00f1c2a; the same as release v1.2.0')
  expect(said(SIZE, 3, 0.25)).toBe('200 % more than the first, 00f1c2a; 75.0 % less than release v1.2.0')
  expect(milestoneWords(commits, TIME, trend([]).milestones)).toBeNull()
  const best = (at: number) => ({ first: { at: 0, factor: 1.1 }, best: { at, factor: 1.1 }, release: null })
  expect([0, 1].map((at) => forTerminal(milestoneWords(commits, TIME, best(at))!))).toEqual([
    '10.0 % slower than the first and best, 00f1c2a',
    '10.0 % slower than the first, 00f1c2a; 10.0 % slower than the best, 01f1c2a',
  ])
})

test('alert precision', () => {
  expect(precisionWords(eventful.precision)).toBe(
    '12 regressions flagged by recorded runs: 9 recurred, 1 accepted, 2 vanished',
  )
  expect(precisionWords({ flagged: 1, recurred: 0, accepted: 0, vanished: 0, open: 1 })).toBe(
    '1 regression flagged by recorded runs: 0 recurred, 0 vanished, 1 not measured again yet',
  )
  expect(precisionWords({ flagged: 0, recurred: 0, accepted: 0, vanished: 0, open: 0 })).toBeNull()
})

test('breaks and environments', () => {
  expect(breakWords('edited')).toBe('the benchmark was edited')
  const said = (...pair: Parameters<typeof environmentWords>) => {
    const words = environmentWords(...pair)
    return words && forTerminal(words)
  }
  expect(said(commit(0), null)).toBe('AMD EPYC 7763, Node 24.21.0, ubuntu24 20261102.1')
  expect(said(commit(1), commit(0))).toBeNull()
  expect(said(commit(1, { node: '26.0.0' }), commit(0))).toBe('Node 26.0.0')
  expect(said(commit(1, { node: null, image: null }), commit(0))).toBeNull()
})
