import { expect, test } from 'vitest'
import { unchangedIs } from '../../../src/doctor/proof/unchanged.ts'
import { assessment, row, type RowChange } from '../../report/sample.ts'

const found = (change: RowChange, part: string | null = null) => {
  const rows = [row(), row({ benchmark: 'parser/large', ...change })]
  const outcome = change.severity ?? 'pass'
  return unchangedIs({ assessment: { ...assessment(rows), outcome }, part })
}

test('green and yellow are a pass, with what it took', () => {
  const passed = { status: 'ok', remedy: null, place: null }
  const detail = 'base and head were the same commit, and the gate passed'
  expect(found({})).toMatchObject({ ...passed, detail: expect.stringMatching(detail) as string })
  expect(found({ severity: 'warn' })).toMatchObject(passed)
  expect(found({}, 'a.bench.mjs').detail).toMatch(
    / of a\.bench\.mjs alone, because there was no time for everything\)$/,
  )
})

test('red is a failure: by chance, or for what fails in every pull request', () => {
  const where = { place: '.github/benchgate.yml:8', status: 'failure' }
  expect(found({ verdict: 'regression', severity: 'fail' })).toEqual({
    ...where,
    detail: 'base and head were the same commit, and the gate failed at parser/large (regression)',
    remedy: 'Run the doctor again. If it recurs, the machine is too noisy for this budget.',
  })
  expect(found({ verdict: 'over-budget', severity: 'fail', notes: ['It is too slow.'] })).toEqual({
    ...where,
    detail:
      'base and head were the same commit, and the gate failed at parser/large (over-budget: It is too slow)',
    remedy: 'Fix this first: it fails without any change, so every pull request would fail.',
  })
  expect(found({ verdict: 'insufficient', severity: 'fail' }).remedy).toBe(
    'Let it do less in one call, raise `measure.time-per-benchmark`, or measure on a machine that is less busy.',
  )
})
