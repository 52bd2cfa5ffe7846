import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { renderHistoryOpenMetrics } from '../../../src/report/exports/history-openmetrics.ts'
import { renderJunit } from '../../../src/report/exports/junit.ts'
import { renderOpenMetrics } from '../../../src/report/exports/openmetrics.ts'
import { anyRow } from '../arbitrary.ts'
import { assessment } from '../sample.ts'
import { eventful } from '../sample-history.ts'

// What other programs read is given to those programs: xmllint (Debian's libxml2-utils) with the schema that
// Jenkins validates by, and promtool (Debian's prometheus) with the parsers of both text formats.

const ROOT = join(import.meta.dirname, '../..')
const CASES = ['did-not-run', 'hostile-names', 'metrics-of-tools', 'one-failed-one-faster']

const directory = mkdtempSync(join(tmpdir(), 'benchgate-exports-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function ended(program: string, args: readonly string[], input = '') {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: directory,
    input,
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}${error?.message ?? ''}` }
}
const without = (program: string, flag: string) => ended(program, [flag]).status !== 0

const golden = (file: string) => CASES.map((name) => readFileSync(join(ROOT, 'golden', name, file), 'utf8'))
const rows = fc
  .sample(anyRow, { seed: 13, numRuns: 300 })
  .map((row, index) => ({ ...row, suite: `${index}` }))

test.skipIf(without('xmllint', '--version'))('JUnit XML is valid by the schema that Jenkins has', () => {
  for (const xml of [...golden('report.xml'), renderJunit(assessment(rows)), renderJunit(assessment([]))]) {
    const { status, said } = ended(
      'xmllint',
      ['--noout', '--schema', join(ROOT, 'fixtures/junit.xsd'), '-'],
      xml,
    )
    expect([status, said]).toEqual([0, '- validates\n'])
  }
})

test.skipIf(without('xmllint', '--version'))('the schema refuses what Jenkins does', () => {
  const xml = renderJunit(assessment(rows.slice(0, 1)))
  const wrong = [
    xml.replace(' tests="1"', '').replace(' tests="1"', ''),
    xml.replace('<testcase', '<testcase status="x"'),
    xml.replaceAll('testcase', 'case'),
    xml.replace('</testsuites>', ''),
  ]
  for (const one of wrong)
    expect(
      ended('xmllint', ['--noout', '--schema', join(ROOT, 'fixtures/junit.xsd'), '-'], one).status,
    ).not.toBe(0)
})

const texts = () => [
  ...golden('report.prom'),
  renderOpenMetrics(assessment(rows)),
  renderOpenMetrics(assessment([])),
  renderHistoryOpenMetrics(eventful),
]

test.skipIf(without('promtool', '--version'))(
  'promtool reads and likes the text, as node_exporter does',
  () => {
    for (const text of texts())
      expect(ended('promtool', ['check', 'metrics'], text)).toEqual({ status: 0, said: '' })
  },
)

test.skipIf(without('promtool', '--version'))('as OpenMetrics too, where each sample is a series', () => {
  for (const text of texts()) {
    // Samples that become blocks of a database have to have a time.
    writeFileSync(join(directory, 'a.om'), text.replace(/^(?!#)(.+)$/gm, '$1 1764370000'))
    const { status, said } = ended('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', 'a.om', 'out'])
    expect([status, said.split('\n')[0]]).toEqual([0, expect.stringContaining('NUM SAMPLES')])
    const samples = text.split('\n').filter((line) => /^[^#]/.test(line)).length
    const [, , , , ofSamples, , ofSeries] = said.split('\n')[1]!.trim().split(/\s+/)
    expect([ofSamples, ofSeries]).toEqual([`${samples}`, `${samples}`])
  }
})
