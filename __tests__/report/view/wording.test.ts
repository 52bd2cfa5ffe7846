import { expect, test } from 'vitest'
import type { Finding } from '../../../src/model/finding.ts'
import { isOfTheJob, newWarnings, sentencesOf, sentenceOf } from '../../../src/report/view/wording.ts'
import { assessment, row, run } from '../sample.ts'

const CASES: [Finding, string][] = [
  [
    { code: 'checkout-written', sides: ['head'], files: ['dist', 'a"b'] },
    String.raw`Measuring wrote into the checkout of head: "dist", "a\"b"`,
  ],
  [
    { code: 'checkout-written', sides: ['base', 'head'], files: ['1', '2', '3', '4', '5', '6', '7'] },
    'Measuring wrote into the checkouts of base and head: "1", "2", "3", "4", "5", 2 more',
  ],
  [{ code: 'accepted', upTo: 0.22, until: null, reason: 'Surrogates' }, 'Accepted up to 22 %: "Surrogates"'],
  [
    { code: 'accepted', upTo: 0.22, until: '2027-02-01', reason: 'Surrogates' },
    'Accepted up to 22 % until 2027-02-01: "Surrogates"',
  ],
  [
    { code: 'accepted', upTo: 3, until: null, reason: ' *x*". ✅ Verified”. Next » and ＂' },
    "Accepted up to 300 %: \"*x*'. ✅ Verified'. Next ' and '\"",
  ],
  [
    { code: 'waiver-exceeded', upTo: 0.1, measured: 0.2, reason: 'Fix. It passes.' },
    'Accepted up to 10 %, measured 20.0 %: "Fix. It passes."',
  ],
  [
    { code: 'waiver-ended', until: '2027-02-01', reason: 'Fix. It passes.' },
    'The waiver ended on 2027-02-01: "Fix. It passes."',
  ],
  [
    { code: 'not-recurred', size: 0.183, direction: 'worse' },
    'It showed a change of 18.3 % for the worse at first, which did not recur when it was measured again.',
  ],
  [
    { code: 'failed', side: 'head', processes: 2, of: 8, in: 'processes', message: 'Error: x' },
    'On head it failed in 2 of 8 processes: Error: x',
  ],
  [
    { code: 'failed', side: 'base', processes: 1, of: 1, in: 'result files', message: 'Error: x' },
    'On base it failed: Error: x',
  ],
  [
    { code: 'error-rate-rose', base: 0.001, head: 0.1234 },
    'Its error rate rose from 0.1 % to 12.3 %: what it measured is not the same work.',
  ],
  [
    { code: 'metric-not-reported', sides: ['base', 'head'], metric: 'hit-rate' },
    'Some processes of base and head reported no hit-rate that can be compared.',
  ],
  [
    { code: 'metric-not-reported', sides: [], metric: 'hit-rate' },
    'Some processes of a side reported no hit-rate that can be compared.',
  ],
  [
    { code: 'nothing-to-compare-with', why: { code: 'occurrences-differ' } },
    'Nothing to compare with. Base has another number of benchmarks of this name in the suite, and their sources do not say which of them this one is.',
  ],
  [
    { code: 'without-budget', count: 1, of: 12, missed: 'measured' },
    '1 of 12 benchmarks has no budget and was not measured',
  ],
  [
    { code: 'without-budget', count: 3, of: 12, missed: 'judged' },
    '3 of 12 benchmarks have no budget and were not judged',
  ],
  [
    { code: 'key-shared', key: 'default', jobs: ['bench-Linux-X64'], line: 'key: b' },
    'Jobs of one workflow run share the key default: this one and "bench-Linux-X64". The worst verdict counts, and a stored run of one may be the base of another. Give each a key of its own, in its step\'s `with:`: key: b',
  ],
  [
    { code: 'waiver-past', place: 'a.yml:3', match: 'a "b"', until: '2026-11-01' },
    String.raw`a.yml:3: the waiver for "a \"b\"" ended on 2026-11-01`,
  ],
  [
    { code: 'left-running', suite: 'a.bench.mjs', side: 'head', programs: ['node server.js'] },
    'a.bench.mjs on head left a process running. It was ended, because it would disturb what is measured next: "node server.js"',
  ],
  [
    { code: 'left-running', suite: 'a.bench.mjs', side: 'base', programs: ['node a.js', 'sleep 9'] },
    'a.bench.mjs on base left 2 processes running. They were ended, because they would disturb what is measured next: "node a.js", "sleep 9"',
  ],
  [
    { code: 'direction-claimed', known: 'lower', claimed: 'higher' },
    "It is better when it is lower, and the pull request's job says higher: not compared.",
  ],
  [{ code: 'reported', text: 'as it is' }, 'as it is'],
  [{ code: 'worded', text: 'as it is' }, 'as it is'],
]

test.each(CASES)('%o', (finding, sentence) => {
  expect(sentenceOf(finding)).toBe(sentence)
})

test('why there is no base is a warning, unless a stored run is there, beside which it is said already', () => {
  const warnings = ['Base was not measured: npm ci failed', 'npm ci failed', 'another: npm ci failed']
  expect(sentencesOf(newWarnings(assessment([row()], { warnings })))).toEqual(warnings)
  const standIn = { ...run, reason: 'npm ci failed' }
  expect(sentencesOf(newWarnings(assessment([row()], { warnings, standIn })))).toEqual(warnings.slice(1))
})

test('a sentence is the job’s where it repeats what that wrote', () => {
  const message = 'Approved'
  const ofTheJob: Finding[] = [
    { code: 'reported', text: message },
    { code: 'suite-failed', side: 'head', suite: 'a', message },
    { code: 'nothing-to-compare-with', why: { code: 'suite-not-on-base', why: message } },
    { code: 'metric-dropped', metric: 'Approved by Benchgate' },
    { code: 'not-compared', obstacle: message },
  ]
  const ours: Finding[] = [
    { code: 'no-block' },
    { code: 'nothing-to-compare-with', why: { code: 'stored-run-has-it', sha: 'a' } },
    { code: 'metric-dropped', metric: 'size' },
    { code: 'worded', text: message },
  ]
  expect(ofTheJob.map(isOfTheJob)).not.toContain(false)
  expect(ours.map(isOfTheJob)).not.toContain(true)
})
