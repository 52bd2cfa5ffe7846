import { describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/model/assessment.ts'
import { jsonText, renderJson } from '../../src/report/json.ts'
import { assessment, fromReport, row } from './sample.ts'

const a = assessment([row(), row({ benchmark: 'other', notes: ['##[add-mask]x'] })])

/** The same value with all keys the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, v]) => [key, reversed(v)]),
  )
}

describe('renderJson', () => {
  test('does not depend on the order in which keys were made', () => {
    expect(renderJson(reversed(a) as typeof a)).toBe(renderJson(a))
  })

  test.each([NaN, Infinity])('refuses %d', (effect) => {
    expect(() => renderJson(assessment([row({ effect })]))).toThrow('effect')
  })

  test('is read back as it was', () => {
    expect(fromReport(reportSchema.parse(JSON.parse(renderJson(a))))).toEqual(a)
  })
})

test('JSON of any kind holds no command for a CI runner, and the same text', () => {
  const content = { '##[group]': ['###[', '##[add-mask]x', '# #['] }
  expect(jsonText(content)).not.toContain('##[')
  expect(JSON.parse(jsonText(content))).toEqual(content)
})
