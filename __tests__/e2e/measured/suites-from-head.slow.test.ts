import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../../src/model/assessment.ts'
import { HURRY } from '../../hurry.ts'
import { Stage } from '../command.ts'
import { BASE, checkedOn, CONFIG, half, PARSE, SLOWER, suite, work } from './stated-times.ts'

let stage: Stage

beforeEach(() => {
  stage = new Stage(HURRY)
})
afterEach(() => stage.remove())

const checked = (base: Record<string, string>, head: Record<string, string>) => checkedOn(stage, base, head)

/** Its notes, without what depends on how busy the machine is. */
const said = ({ notes }: Report['rows'][number]) => notes.filter((note) => !note.startsWith('Contention'))

test.each<[string, Record<string, string>, Record<string, string>]>([
  [
    'an edited benchmark',
    {},
    { 'bench/work.bench.mjs': suite(PARSE.replace('parse(SIZE)', 'parse(SIZE / 2)')) },
  ],
  ['another input outside of the benchmark', {}, { 'bench/work.bench.mjs': half(suite(PARSE)) }],
  [
    'a suite beside its sources',
    {
      'benchgate.yml': CONFIG.replace('bench/*', 'src/*'),
      'src/parse.bench.mjs': suite(PARSE, { from: './work.mjs' }),
    },
    { 'src/parse.bench.mjs': half(suite(PARSE, { from: './work.mjs' })) },
  ],
  [
    'suites that match the sources too',
    {
      'benchgate.yml': CONFIG.replace('bench/*.bench', 'src/*'),
      'src/parse.bench.mjs': suite(PARSE, { from: './work.mjs' }),
    },
    { 'src/parse.bench.mjs': half(suite(PARSE, { from: './work.mjs' })) },
  ],
  [
    'suites that the change lets match the sources',
    {},
    {
      'benchgate.yml': CONFIG.replace('suites: [', 'suites: ["src/*.mjs", '),
      'bench/work.bench.mjs': half(suite(PARSE)),
    },
  ],
  [
    'a fixture that base lists',
    {
      'benchgate.yml': CONFIG.replace('measure: {', 'measure: { suite-files: ["bench/size.mjs"],'),
      'bench/size.mjs': 'export const SIZE = 1000\n',
      'bench/work.bench.mjs': suite(
        "import { SIZE } from './size.mjs'\nbench('parse', says(() => parse(SIZE)))",
      ),
    },
    { 'bench/size.mjs': 'export const SIZE = 500\n' },
  ],
  [
    'a benchmark that base does not have',
    { 'bench/work.bench.mjs': suite("bench('other', says(() => 100))") },
    { 'bench/work.bench.mjs': suite(`bench('other', says(() => 100))\n${PARSE}`) },
  ],
  [
    'a suite that base does not have',
    { 'bench/work.bench.mjs': suite("bench('other', says(() => 100))") },
    { 'bench/parse.bench.mjs': suite(PARSE) },
  ],
])('20 % are found behind %s', async (_, base, head) => {
  const { code, row } = await checked(base, { ...SLOWER, ...head })
  expect(code).toBe(1)
  expect(row('parse')).toMatchObject({
    verdict: 'regression',
    severity: 'fail',
    suiteFrom: 'head',
    confirmed: true,
  })
  expect(row('parse').effect).toBeCloseTo(0.2, 2)
})

test('20 % are found behind a renamed suite, and an entry of `renamed:` keeps its budget and history', async () => {
  const RULE = CONFIG.replace('  - {', '  - { match: parse, metric: time, max-regression: 10% }\n  - {')
  const head = { ...SLOWER, 'bench/parser.bench.mjs': suite(PARSE.replace("'parse'", "'parser'")) }
  stage.repository.write({ ...BASE, 'benchgate.yml': RULE })
  stage.repository.commit('base')
  stage.repository.git('rm', '-q', 'bench/work.bench.mjs')
  const entry =
    'renamed: [{ from: parse, to: parser, from-suite: bench/work.bench.mjs, to-suite: bench/parser.bench.mjs }]\n'
  stage.repository.git('switch', '-q', '-c', 'head')
  stage.repository.write({ ...head, 'benchgate.yml': `${RULE}${entry}` })
  stage.repository.commit('head')
  const ended = await stage.run('check', '--json', '-', '--budgets', 'base')
  const { rows } = JSON.parse(ended.stdout) as Report
  expect(rows.map(({ benchmark, verdict }) => [benchmark, verdict])).toEqual([['parser', 'regression']])
  expect(said(rows[0]!)).toEqual(['Compared with parse of bench/work.bench.mjs of base, as `renamed:` says.'])
  expect(ended.code).toBe(1)
})

test('a suite that base cannot run: each side its own, and what base lacks is new, with the reason', async () => {
  const fast = work(1, 'export const fast = parse\n')
  const both = `${half(PARSE)}\nbench('fast', says(() => fast(9)))`
  const { code, row } = await checked(
    {},
    { 'src/work.mjs': fast, 'bench/work.bench.mjs': suite(both, { names: 'parse, fast' }) },
  )
  expect(code).toBe(0)
  const why =
    "failed outside any benchmark, at bench/work.bench.mjs:2: The requested module '../src/work.mjs' does not provide an export named 'fast'"
  expect(row('parse')).toMatchObject({ verdict: 'improvement', edited: true })
  expect(row('parse').suiteFrom).toBeUndefined()
  expect(said(row('parse'))).toEqual([`Its suite was edited, and each side ran its own: ${why}.`])
  expect(row('fast')).toMatchObject({ verdict: 'new', severity: 'pass', edited: false })
  expect(said(row('fast'))).toEqual([`Its suite was not measured on base: ${why}.`])
})

test('a benchmark that fails over the code of base is new where base lacks it, and else leads to own suites', async () => {
  const fast = work(1.2, 'export const api = { fast: parse }\n')
  const old = work(1, 'export const api = {}\n')
  const both = `${half(PARSE)}\nbench('fast', says(() => api.fast(9)))`
  const base = { 'src/work.mjs': old }
  const head = { 'src/work.mjs': fast, 'bench/work.bench.mjs': suite(both, { names: 'parse, api' }) }
  const { code, row } = await checked(base, head)
  expect(code).toBe(1)
  expect(row('parse')).toMatchObject({ verdict: 'regression', suiteFrom: 'head', edited: true })
  expect(row('fast')).toMatchObject({ verdict: 'new', severity: 'pass' })
  expect(said(row('fast'))).toEqual(['Its suite was not measured on base: api.fast is not a function.'])
})

test('a benchmark of base that head’s suite breaks there is measured by each side’s own suite', async () => {
  const head = {
    'src/work.mjs': work(1.2, 'export const api = { parse }\n'),
    'bench/work.bench.mjs': suite("bench('parse', says(() => api.parse(500)))", { names: 'api' }),
  }
  const { code, row } = await checked({ 'src/work.mjs': work(1, 'export const api = {}\n') }, head)
  expect(code).toBe(0)
  expect(row('parse')).toMatchObject({ verdict: 'improvement', edited: true })
  expect(said(row('parse'))).toEqual([
    'Its suite was edited, and each side ran its own: api.parse is not a function.',
  ])
})

test('what only base’s suite still registers is gone, and a failure on head is one', async () => {
  const twice = `${PARSE}\nbench('gone', says(() => 5))\nbench('broken', says(() => 5))`
  const head = suite(`${half(PARSE)}\nbench('broken', () => { throw new Error('no') })`)
  const { code, row } = await checked(
    { 'bench/work.bench.mjs': suite(twice) },
    { 'bench/work.bench.mjs': head },
  )
  expect(code).toBe(3)
  expect(row('gone').verdict).toBe('removed')
  expect(row('broken')).toMatchObject({ verdict: 'failed', severity: 'fail' })
})

test('base may ask for own suites, the change may not', async () => {
  const own = CONFIG.replace('measure: {', 'measure: { suites-from: own,')
  const edited = { ...SLOWER, 'bench/work.bench.mjs': half(suite(PARSE)) }
  const asked = await checked({ 'benchgate.yml': own }, edited)
  expect([asked.code, asked.row('parse').verdict]).toEqual([0, 'improvement'])
  stage.remove()
  stage = new Stage(HURRY)
  const proposed = await checked({}, { ...edited, 'benchgate.yml': own })
  expect([proposed.code, proposed.row('parse').verdict]).toEqual([1, 'regression'])
  expect(proposed.warnings).toContain('This change also edits measure.suites-from in the config file')
})
