import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { parseReport, renderJson } from '../../src/report/json.ts'
import { assessment, row } from './sample.ts'

const a = assessment([row(), row({ benchmark: 'other', notes: ['##[add-mask]x'] })])

const problem = (text: string): string => {
  try {
    parseReport(text)
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.remedy}`
    throw error
  }
  return 'no problem'
}

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

  test('holds no command for a CI runner', () => {
    expect(renderJson(a)).not.toContain('##[')
  })
})

describe('parseReport', () => {
  test('reads what was written, with or without a byte order mark', () => {
    expect(parseReport(renderJson(a))).toEqual(a)
    expect(parseReport(`\ufeff${renderJson(a)}`)).toEqual(a)
  })

  test('says what is wrong', () => {
    const json = renderJson(a)
    expect(problem('')).toContain('is empty')
    expect(problem(json.slice(0, 500))).toContain('may have been cut off')
    expect(problem('[]')).toContain('not a report of benchgate')
    expect(problem(json.replace('"schema": 1', '"schema": 2'))).toContain(
      'has schema 2; this benchgate reads 1',
    )
    expect(problem(json.replace('"pairs": 8', '"pairs": "8"'))).toMatch(/rows\[0\]\.pairs: /)
    expect(problem(json.replace('"effect": 0.002', '"effect": 1e999'))).toMatch(/rows\[0\]\.effect: /)
    expect(problem(json.replace('"seed":', '"extra": 1, "seed":'))).toContain('extra')
  })

  test('survives depth, and bounds what it says and reads', () => {
    expect(problem('['.repeat(100_000) + ']'.repeat(100_000))).toContain('not a report')
    const broken = JSON.stringify({ ...a, rows: Array.from({ length: 1_000 }, () => ({})) })
    expect(problem(broken).length).toBeLessThan(1_200)
    expect(problem(' '.repeat(64 * 1024 * 1024 + 1))).toContain('longer than')
  })
})
