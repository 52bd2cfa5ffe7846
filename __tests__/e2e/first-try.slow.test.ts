import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/model/assessment.ts'
import { Stage } from './command.ts'
import { firstTries } from './first-try-repositories.ts'

/** Where tsx and jiti keep what they compiled. */
const CACHES = /^(tsx-\d+|jiti)$/

let stage: Stage

beforeEach(() => {
  stage = new Stage()
})
afterEach(() => stage.remove())

const unchanging = (text: string) => text.replaceAll(/(?<=run of )[\w:.-]+/g, '…')

test.each(firstTries)('$name', async ({ files, prepare, expected, warnings = [], ...one }) => {
  const { repository } = stage
  repository.write(files)
  prepare?.(repository)
  repository.commit('base')
  repository.write({ 'README.md': 'Words that no benchmark reads\n' })
  repository.commit('head')
  const { code, stdout, stderr } = await stage.run(
    'check',
    '--base',
    'HEAD~1',
    '--json',
    '-',
    '--time-limit',
    '30 min',
  )
  expect(stage.leftovers().filter((name) => !CACHES.test(name))).toEqual([])
  if (typeof expected === 'string') {
    const lines = unchanging(stderr.slice(stderr.indexOf('error: '))).split('\n')
    expect(lines.slice(0, expected.split('\n').length).join('\n')).toBe(expected)
    expect([code, stdout]).toEqual([one.code ?? 3, ''])
    return
  }
  expect(stdout, stderr).toMatch(/^\{/)
  const report = JSON.parse(stdout) as Report
  expect(report.rows.map(({ id }) => id).toSorted()).toEqual(expected)
  // The times are stated, and the same: a machine can only be too slow to measure them often enough.
  for (const { verdict } of report.rows)
    expect(['unchanged', 'inconclusive', 'slower-small', 'improvement']).toContain(verdict)
  expect(report.warnings.map(unchanging)).toEqual(warnings)
  expect(code).toBe(0)
})
