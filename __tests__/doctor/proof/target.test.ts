import { expect, test } from 'vitest'
import { parseConfig } from '../../../src/config/parse.ts'
import { chooseDeletion } from '../../../src/doctor/proof/deletion.ts'
import { type Candidate, chooseTarget } from '../../../src/doctor/proof/target.ts'
import { onlyOf } from '../../../src/gate/one-benchmark.ts'
import type { Benchmark } from '../../../src/model/evidence.ts'
import { idOf } from '../../keys.ts'
import { row, type RowChange } from '../../report/sample.ts'

function configOf(lines: string) {
  const parsed = parseConfig(`version: 1\n${lines}`, 'b.yml')
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message)
  return parsed.config
}

function benchmark(name: string, suite: string, source: Benchmark['source'] = 'suite'): Benchmark {
  const side = { file: suite, line: 1, hash: '0' }
  const id = idOf(name, suite)
  return { id, suite, name, occurrence: 1, source, metrics: [], base: side, head: side, onBase: null }
}

function candidate(name: string, change: RowChange = {}, more: Partial<Candidate> = {}): Candidate {
  const of = row({ benchmark: name, ...change })
  return { row: of, benchmark: benchmark(name, of.suite), times: 3, weakness: null, ...more }
}

const WEAK = { because: 'it is weak', isMeant: true, place: null }

test.each<[string, Candidate[]]>([
  ['what can fail', [candidate('quick', {}, { weakness: WEAK }), candidate('chosen', { sigma: 0.5 })]],
  [
    'a suite’s',
    [
      candidate('quick', {}, { benchmark: benchmark('quick', 'go test', 'command') }),
      candidate('chosen', { sigma: 0.5 }),
    ],
  ],
  ['the usual metric', [candidate('quick', { metric: 'time.p99' }), candidate('chosen', { sigma: 0.5 })]],
  [
    'a short one',
    [candidate('steady', { base: { value: 5e6, p50: null } }), candidate('chosen', { sigma: 0.5 })],
  ],
  [
    'a steady one, whatever less than a millisecond it takes',
    [candidate('quick', { base: { value: 1, p50: null } }), candidate('chosen', { sigma: 0.001 })],
  ],
])('is slowed down: %s', (_, candidates) => {
  expect(chooseTarget(candidates)?.row.benchmark).toBe('chosen')
  expect(chooseTarget(candidates.toReversed())?.row.benchmark).toBe('chosen')
})

test('nothing is slowed down where nothing was timed', () => {
  expect(chooseTarget([])).toBeNull()
})

test('only its suite is measured, unless its path would be read as a pattern', () => {
  const config = configOf('suites: ["**/*.mjs"]')
  expect(onlyOf(config, benchmark('a', 'x/a.mjs'))).toEqual({ suites: ['x/a.mjs'], commands: [] })
  expect(onlyOf(config, benchmark('a', 'x/[a].mjs'))).toEqual({ suites: ['**/*.mjs'], commands: [] })
})

test('only its command is measured', () => {
  const config = configOf(
    'command:\n  - { run: go test, format: go }\n  - { run: cargo bench, name-prefix: rust/ }',
  )
  expect(onlyOf(config, benchmark('rust/a', 'rust', 'command'))).toEqual({ suites: [], commands: [1] })
  expect(onlyOf(config, benchmark('a', 'go test', 'command'))).toEqual({ suites: [], commands: [0] })
})

const BY_NAME = '\n  - { match: parse, metric: time, max-regression: 5% }'
const ALL = 'budgets:\n  - { match: "**", metric: time, max-regression: 5% }'
const [parse, read, write] = [
  benchmark('parse', 'a.mjs'),
  benchmark('read', 'a.mjs'),
  benchmark('write', 'b.mjs'),
]

test.each<[string, string, Benchmark[], object]>([
  [
    'one that a rule names',
    ALL + BY_NAME,
    [write, read, parse],
    { benchmark: parse, rule: { line: 4 }, isLast: false },
  ],
  [
    'none that a rule names only to warn',
    `${ALL}${BY_NAME}\n  - { match: "**", severity: warn }`,
    [parse, read, write],
    { benchmark: write, rule: null, isLast: false },
  ],
  [
    'one of the smallest suite, where no rule names any',
    ALL,
    [parse, read, write],
    { benchmark: write, rule: null, isLast: false },
  ],
  ['the only suite', ALL + BY_NAME, [parse, read], { benchmark: parse, rule: null, isLast: true }],
])('is deleted: %s', (_, lines, benchmarks, expected) => {
  expect(chooseDeletion(configOf(lines), benchmarks, true)).toMatchObject(expected)
})

test('what a rule names is not known where only a part was listed', () => {
  expect(chooseDeletion(configOf(ALL + BY_NAME), [parse, read], false)).toMatchObject({
    benchmark: parse,
    rule: null,
    isLast: false,
  })
  expect(chooseDeletion(configOf(ALL), [], true)).toBeNull()
})
