import { expect, test } from 'vitest'
import {
  breakText,
  budgetWords,
  changeWords,
  headline,
  intervalOf,
  isCertain,
  sideOf,
  sinceOf,
  statusWords,
  subjectOf,
  verdictWords,
  webAddress,
} from '../../../src/dashboard/page/words.ts'

const time = { unit: 'ns', better: 'lower' } as const
const rate = { unit: 'ops/s', better: 'higher' } as const
const bytes = { unit: 'B', better: 'lower' } as const
const log = (percent: number) => Math.log1p(percent / 100)
const change = (percent: number, low: number, high: number) => ({
  log: log(percent),
  low: log(low),
  high: log(high),
})

test('changes are said as in the report, by the direction of the metric', () => {
  expect(changeWords(time, log(12.3))).toBe('12.3 % slower')
  expect(changeWords(rate, log(12.3))).toBe('12.3 % faster')
  expect(changeWords(bytes, log(-12.3))).toBe('12.3 % less')
  expect(changeWords(time, null)).toBe('—')
  expect(intervalOf(time, change(12.3, 11, 13.5))).toBe('11.0 to 13.5')
  expect([sideOf(time, log(1)), sideOf(rate, log(1)), sideOf(time, 0), sideOf(time, null)]).toEqual([
    1, -1, 0, 0,
  ])
})

test('what may be chance is not marked', () => {
  expect(isCertain(change(12, 11, 13))).toBe(true)
  expect(isCertain(change(12, -1, 25))).toBe(false)
  expect(isCertain(log(1.9))).toBe(false)
  expect(isCertain(log(-2.1))).toBe(true)
  expect(isCertain(null)).toBe(false)
})

test.each([
  [[], 'No benchmark was recorded yet'],
  [['over-budget', 'slower', 'steady'], '1 benchmark over budget'],
  [['slower', 'slower', 'faster'], '2 benchmarks slower than before'],
  [['creeping', 'steady'], '1 benchmark creeping'],
  [['steady', 'faster', 'steady'], 'All 3 benchmarks hold their level'],
  [['steady'], 'The benchmark holds its level'],
] as const)('headline of %j', (statuses, said) => {
  expect(headline(statuses.map((status, file) => ({ ...time, status, file })))).toBe(said)
})

test('a benchmark whose metrics are both over budget counts once; mixed units are not all slower', () => {
  const over = { status: 'over-budget', file: 0 } as const
  expect(
    headline([
      { ...time, ...over },
      { ...bytes, ...over },
    ]),
  ).toBe('1 benchmark over budget')
  const slower = [
    { ...time, status: 'slower', file: 0 } as const,
    { ...bytes, status: 'slower', file: 1 } as const,
  ]
  expect(headline(slower)).toBe('2 benchmarks worse than before')
  expect(slower.map(statusWords)).toEqual(['slower', 'more'])
  expect(statusWords({ ...rate, status: 'over-budget' })).toBe('over budget')
})

test('breaks, verdicts, budgets, milestones', () => {
  expect(breakText('settings')).toBe('Measured with other settings from here on')
  expect(breakText('environment')).toBe('Another machine or Node')
  expect([
    verdictWords(null),
    verdictWords('unchanged'),
    verdictWords('missing'),
    verdictWords('regression'),
  ]).toEqual([null, null, 'did not run', 'regression'])
  const budget = { maxRegression: { warn: 0.025, fail: 0.05 }, max: { warn: 8e6, fail: 10e6 }, min: null }
  expect(budgetWords({ unit: 'ns', budget })).toBe(
    'max 10 ms · max (warn) 8 ms · regression 5 % · warning 2.5 %',
  )
  expect(budgetWords({ unit: 'ns', budget: null })).toBe(null)
  const milestones = { first: { at: 0, factor: 2 }, best: null, release: { at: 1, name: 'v1', factor: 0 } }
  expect([
    sinceOf({ milestones }, 'first'),
    sinceOf({ milestones }, 'best'),
    sinceOf({ milestones }, 'release'),
  ]).toEqual([Math.log(2), null, null])
})

test('the number of a pull request stands once', () => {
  expect(subjectOf({ subject: 'Fix it (#412)', pull: 412 })).toBe('Fix it')
  expect(subjectOf({ subject: 'Fix it (#41)', pull: 412 })).toBe('Fix it (#41)')
  expect(subjectOf({ subject: 'Fix it (#412)', pull: null })).toBe('Fix it (#412)')
})

const SHA = '4f1c2aa4f1c2aa4f1c2aa4f1c2aa4f1c2aa4f1c2'
test.each([
  ['https://github.com/o/r', `https://github.com/o/r/commit/${SHA}`],
  ['https://git.example.com:8443/o/r.x', `https://git.example.com:8443/o/r.x/commit/${SHA}`],
  ['http://github.com/o/r', null],
  ['javascript:alert(1)//https://github.com/o/r', null],
  ['https://github.com/o/r" onclick="x', null],
  ['https://user@github.com/o/r', null],
  ['https://github.com/o/r?x=', null],
  [null, null],
])('addresses on the web of %s', (url, address) => {
  expect(webAddress({ url }, { commit: SHA })).toBe(address)
  expect(webAddress({ url }, { pull: 4 }) === null).toBe(address === null)
})

test('an address is made of ids alone', () => {
  const url = 'https://github.com/o/r'
  expect(webAddress({ url }, { commit: 'main' })).toBe(null)
  expect(webAddress({ url }, { commit: '../../x' })).toBe(null)
  expect(webAddress({ url }, { pull: Number.NaN })).toBe(null)
  expect(webAddress({ url }, { compare: [SHA, 'abcdef0'] })).toBe(`${url}/compare/${SHA}...abcdef0`)
})
