import * as fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { renderJunit } from '../../../src/report/exports/junit.ts'
import { spelledOut } from '../../../src/report/text/one-line.ts'
import { anyRow, hostileText } from '../arbitrary.ts'
import { accepted, assessment, failing, fresh, noisy, row, type RowChange, warning } from '../sample.ts'

interface Case {
  classname: string
  name: string
  [result: string]: unknown
}
interface Suite {
  tests: string
  failures: string
  errors: string
  skipped: string
  testcase: Case[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
})
const read = (xml: string) =>
  parser.parse(xml) as { testsuites: Omit<Suite, 'testcase'> & { testsuite: Suite[] } }
const only = (change: RowChange): Case =>
  read(renderJunit(assessment([row(change)]))).testsuites.testsuite[0]!.testcase[0]!

test('what fails is a failure, or an error where it did not run', () => {
  expect(only({ verdict: 'regression', severity: 'fail', effect: 0.2 })).toMatchObject({
    failure: { type: 'regression', message: '20.0 % slower' },
  })
  expect(only({ verdict: 'missing', severity: 'fail' })).toMatchObject({
    error: { type: 'missing', message: 'did not run' },
  })
})

test.each<[RowChange, string]>([
  [{ verdict: 'inconclusive' }, 'time undecided'],
  [{ verdict: 'insufficient' }, 'time has too little data'],
  [{ verdict: 'new' }, 'new'],
  [{ verdict: 'removed' }, 'removed'],
  [{ verdict: 'missing', severity: 'warn' }, 'did not run'],
])('what was not judged is skipped: %j', (change, message) => {
  expect(only(change)).toMatchObject({ skipped: { type: change.verdict, message } })
})

test('what only warns has passed, and says so', () => {
  const found = only({ verdict: 'regression', severity: 'warn', effect: 0.04 })
  expect(found).not.toHaveProperty('skipped')
  expect(found).not.toHaveProperty('failure')
  expect(found['system-out']).toMatch(/^Only warns: 4\.0 % slower\n/)
})

test('what fails or warns says where the benchmark is, which viewers would not know otherwise', () => {
  const at = '\nThe benchmark is at benchmarks/parser.bench.ts:12.'
  const failed = only({ verdict: 'regression', severity: 'fail', effect: 0.2 })['failure'] as object
  expect((failed as Record<string, string>)['#text']).toContain(at)
  expect(only({ verdict: 'regression', severity: 'warn', effect: 0.04 })['system-out']).toContain(at)
  expect(only({})['system-out']).not.toContain(at)
  expect(renderJunit(assessment([failing], { statedBy: 'pull-request' }))).not.toContain(at)
})

test('counts are those of the cases, suite by suite', () => {
  const rows = [failing, warning, noisy, fresh, accepted(true), row({ suite: 'other.bench.ts' })]
  const { testsuite, ...whole } = read(renderJunit(assessment(rows))).testsuites
  expect(whole).toMatchObject({ tests: '6', failures: '1', errors: '0' })
  expect(testsuite.map(({ tests, failures, skipped }) => [tests, failures, skipped])).toEqual([
    ['5', '1', '2'],
    ['1', '0', '0'],
  ])
})

test('benchmarks of one name stay apart', () => {
  const rows = [row(), row({ occurrence: 2 }), row({ metric: 'time.p99' })]
  const [suite] = read(renderJunit(assessment(rows))).testsuites.testsuite
  expect(suite!.testcase.map(({ name }) => name)).toEqual([
    'parser/small · time',
    'parser/small #2 · time',
    'parser/small · time.p99',
  ])
})

test('numbers of a pull request’s own job are called that', () => {
  const xml = renderJunit(assessment([failing], { statedBy: 'pull-request' }))
  expect(xml).toContain('<property name="statement" value="These numbers come from the pull request&apos;s')
})

test('any name is read back, with whatever XML cannot hold spelled out', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (benchmark, suite) => {
      const found = only({ benchmark, suite, metric: 'time' })
      expect(found.classname).toBe(spelledOut(suite))
      expect(found.name.startsWith(spelledOut(benchmark))).toBe(true)
      expect(found.name.endsWith(' · time')).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('no text ends its element or steers whoever prints the file', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), (rows) => {
      const xml = renderJunit(assessment(rows))
      expect(xml).not.toMatch(
        /##\[|^\s*::|(?!\n|\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/mu,
      )
      const cases = read(xml).testsuites.testsuite.flatMap(({ testcase }) => testcase)
      expect(cases.length).toBe(rows.length)
    }),
    { numRuns: 30 },
  )
})
