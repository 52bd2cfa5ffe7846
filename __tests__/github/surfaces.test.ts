import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Annotation } from '../../src/model/annotation.ts'
import type { Outputs } from '../../src/github/action-outputs.ts'
import { RunnerFiles } from '../../src/github/runner-files.ts'
import { appendSummary } from '../../src/github/step-summary.ts'
import { runStep } from '../e2e/doubles/runner.ts'
import { HOSTILE_NAMES } from './sandbox.ts'

const workspace = mkdtempSync(join(tmpdir(), 'benchgate-surfaces-'))
afterAll(() => rmSync(workspace, { recursive: true }))

interface Scenario {
  annotations?: Annotation[]
  outputs?: Outputs
  printed?: string
  summaries?: string[]
  failure?: string
}

/** What the runner makes of what a step says through our functions and the real @actions/core. */
function say(scenario: Scenario) {
  writeFileSync(join(workspace, 'scenario.json'), JSON.stringify(scenario))
  return runStep({
    action: join(import.meta.dirname, '..', 'fixtures', 'action'),
    workspace,
    inputs: { scenario: 'scenario.json' },
    token: 'job-token',
    eventName: 'push',
    event: {},
  })
}

const annotation = (name: string, level: Annotation['level'] = 'error'): Annotation => ({
  level,
  title: name,
  message: name,
  file: name,
  line: 3,
})

test('hostile names in annotations stay text: one annotation each, and nothing else obeyed', async () => {
  for (let start = 0; start < HOSTILE_NAMES.length; start += 9) {
    const names = HOSTILE_NAMES.slice(start, start + 9)
    const result = await say({ annotations: names.map((name) => annotation(name)) })
    expect(result.outcome).toBe('success')
    expect(result.masks).toEqual(['job-token'])
    expect(result.outputs).toEqual({})
    expect(result.annotations).toHaveLength(names.length)
    for (const [index, name] of names.entries()) {
      const { message, title = '', file = '' } = result.annotations[index]!
      expect(message.length).toBeLessThanOrEqual(4096)
      expect(title.length).toBeLessThanOrEqual(255)
      expect(file.length).toBeLessThanOrEqual(1024)
      const isWhole = name.isWellFormed() && name.length <= 255
      if (isWhole) expect([message, title, file]).toEqual([name, name, name])
      expect(message.isWellFormed()).toBe(true)
    }
  }
})

test('what the runner would not show is counted, and the last word of a failing step is shown', async () => {
  const annotations = [
    ...Array.from({ length: 30 }, (_, index) => annotation(`e${index}`)),
    ...Array.from({ length: 11 }, (_, index) => annotation(`w${index}`, 'warning')),
  ]
  const result = await say({ annotations, failure: '30 benchmarks over budget' })
  expect(result.code).toBe(1)
  const shown = (level: string) =>
    result.shownAnnotations.filter((shown) => shown.level === level).map(({ message }) => message)
  expect(shown('error')).toEqual([
    ...Array.from({ length: 8 }, (_, index) => `e${index}`),
    '22 more are listed in the summary of this job.',
    '30 benchmarks over budget',
  ])
  expect(shown('warning')).toEqual([
    ...Array.from({ length: 9 }, (_, index) => `w${index}`),
    '2 more are listed in the summary of this job.',
  ])
  expect(result.annotations).toHaveLength(result.shownAnnotations.length)
  const full = await say({ annotations: annotations.slice(0, 9) })
  expect(full.shownAnnotations.map(({ message }) => message)).toEqual(
    annotations.slice(0, 9).map(({ message }) => message),
  )
})

test('an annotation without a file is about the run', async () => {
  const { annotations } = await say({ annotations: [{ ...annotation('x'), file: null }] })
  expect(annotations).toEqual([{ level: 'error', message: 'x', title: 'x' }])
})

const outputs: Outputs = {
  outcome: 'fail',
  regressions: HOSTILE_NAMES.map((benchmark) => ({ benchmark })),
  improvements: [],
  summary: 'line\r\nEOF\nx<<y\nregressions=[]',
  'report-json': '/tmp/benchgate-report.json',
  'report-markdown': null,
  'run-file': null,
  'comment-url': 'https://github.com/octo/project/pull/7#issuecomment-1',
  'base-sha': 'b'.repeat(40),
}

test('outputs arrive as they were set, whatever is in them', async () => {
  const result = await say({ outputs })
  expect(result.outcome).toBe('success')
  expect(Object.keys(result.outputs).sort()).toEqual([
    'base-sha',
    'comment-url',
    'dashboard',
    'improvements',
    'outcome',
    'regressions',
    'report-json',
    'report-junit',
    'report-markdown',
    'report-openmetrics',
    'run-file',
    'summary',
  ])
  expect(result.outputs).toMatchObject({
    outcome: 'fail',
    improvements: '[]',
    summary: outputs.summary,
    'report-markdown': '',
  })
  expect(JSON.parse(result.outputs['regressions']!)).toEqual(JSON.parse(JSON.stringify(outputs.regressions)))
})

test('5,000 regressions with names of 10,000 characters are cut to whole entries', async () => {
  const regressions = Array.from({ length: 5000 }, (_, index) => ({ index, benchmark: 'ü'.repeat(10_000) }))
  const text = (await say({ outputs: { ...outputs, regressions } })).outputs['regressions']!
  expect(Buffer.byteLength(text)).toBeLessThan(310 * 1024)
  expect(JSON.parse(text)).toEqual(regressions.slice(0, JSON.parse(text).length))
  expect(JSON.parse(text).length).toBeGreaterThan(10)
})

test('captured text is printed and not obeyed, at the start of a line and inside one', async () => {
  const printed = [
    'before',
    '::error::forged',
    '  ::add-mask::a',
    '::stop-commands::mine',
    '::mine::',
    '::set-output name=outcome::pass',
    'in the middle ##[error]forged ##[add-mask]e',
    '##[stop-commands]x',
    ...HOSTILE_NAMES,
  ].join('\n')
  const result = await say({
    printed,
    annotations: [annotation('real')],
  })
  expect(result.annotations).toEqual([
    { level: 'error', message: 'real', title: 'real', file: 'real', line: '3' },
  ])
  expect(result.masks).toEqual(['job-token'])
  expect(result.outputs).toEqual({})
  expect(result.log).toContain('::error::forged')
  expect(result.log).toContain('in the middle ##[error]forged')
  // Commands are obeyed again afterwards.
  const after = await say({ printed: 'unended', failure: 'the last word' })
  expect(after.shownAnnotations).toMatchObject([{ message: 'the last word' }])
})

test('the summary grows while it fits; what would spoil it is left out', async () => {
  const result = await say({ summaries: ['# one', '# two \ud800', 'x'.repeat(1024 * 1024), '# three'] })
  expect(result.summary).toBe('# one\n\n# two \ufffd\n\n# three\n')
  expect(result.log).toMatch(/written\nwritten\nfull\nwritten/)
  for (const env of [{}, { GITHUB_STEP_SUMMARY: '' }])
    expect(await appendSummary(await RunnerFiles.note(env), 'x')).toBe('no-summary')
  const exact = await say({ summaries: ['x'.repeat(1024 * 1024 - 1)] })
  expect(exact.summary).toHaveLength(1024 * 1024)
  expect(exact.annotations).toEqual([])
})

test('a step sees the environment of a job and nothing of ours', async () => {
  process.env['BENCHGATE_TEST_LEAK'] = 'x'
  const { log } = await say({})
  delete process.env['BENCHGATE_TEST_LEAK']
  expect(log).toContain('INPUT_GITHUB-TOKEN')
  expect(log).toContain('GITHUB_STEP_SUMMARY')
  expect(log).not.toContain('BENCHGATE_TEST_LEAK')
  expect(log).not.toContain('VITEST')
})
