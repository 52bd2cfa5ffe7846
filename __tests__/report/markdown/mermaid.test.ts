import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartOf } from '../../../src/report/markdown/mermaid.ts'
import { anyAssessment } from '../arbitrary.ts'
import { assessment, row } from '../sample.ts'

const chart = (...rows: ReturnType<typeof row>[]) => chartOf(assessment(rows))

/** The numbers of the lines of a chart, by their names. */
function linesOf(text: string | null): Record<string, number[]> {
  const lines = [...(text ?? '').matchAll(/^ {2}line "([^"]+)" \[([^\]]+)\]$/gm)]
  return Object.fromEntries(lines.map(([, name, values]) => [name, (values ?? '').split(', ').map(Number)]))
}

const DECIMAL = String.raw`\d+(?:\.\d+)?`
const TEXT = '[^"\\n%`<>&;#{}\\\\$@|]+'
// What Mermaid's lexer takes: quoted texts without quotes, and decimal numbers without exponents.
const FENCE = new RegExp(
  [
    '^```mermaid\n---\n[^`]+\n---',
    'xychart-beta',
    `  title "${TEXT}"`,
    '  x-axis "[^"\\n]+" \\["[\\w]+"(?:, "[\\w]+")*\\]',
    `  y-axis "${TEXT}" ${DECIMAL} --> ${DECIMAL}`,
    `  line "measured" \\[${DECIMAL}(?:, ${DECIMAL})*\\]`,
    `(?:  line "fail level" \\[${DECIMAL}(?:, ${DECIMAL})*\\]\n)?\`\`\`$`,
  ].join('\n'),
  'mu',
)

describe('the chart', () => {
  test('is of the worst row that earlier runs know', () => {
    const rows = [
      row({ benchmark: 'unchanged', history: [1] }),
      row({ benchmark: 'mild', verdict: 'regression', severity: 'warn', effect: 0.04, history: [1] }),
      row({ benchmark: 'worse', verdict: 'regression', severity: 'fail', effect: 0.1, history: [1] }),
      row({ benchmark: 'worst', verdict: 'regression', severity: 'fail', effect: 0.2 }),
    ]
    expect(chart(...rows)).toContain('title "worse"')
    expect(
      chart(row({ benchmark: 'a', history: [1] }), row({ benchmark: 'b', effect: 0.01, history: [1] })),
    ).toContain('title "b"')
    expect(chart(row())).toBeNull()
  })

  test('draws what was stored, then base, then head, in the unit of the largest', () => {
    const text = chart(row({ history: [800_000, 810_000] }))
    expect(text).toContain('["1", "2", "base", "PR"]')
    expect(text).toContain('y-axis "time in µs"')
    expect(linesOf(text)).toEqual({
      measured: [800, 810, 812, 813.6],
      'fail level': [852.6, 852.6, 852.6, 852.6],
    })
  })

  test.each([
    ['check', 'it fails'],
    ['record', 'a pull request would fail'],
  ] as const)('of %s says where %s', (command, fails) => {
    const text = chartOf(assessment([row({ history: [800_000] })], { command }))
    expect(text!.split('\n')[0]).toContain(` The level line is where ${fails}, 853 µs. `)
  })

  test('of the last twenty runs', () => {
    expect(
      linesOf(chart(row({ history: Array.from({ length: 50 }, (_, i) => 1_000 + i) })))['measured'],
    ).toHaveLength(22)
  })

  test('has a level where throughput fails below base', () => {
    const budget = {
      maxRegression: { warn: 0.05, fail: 0.1 },
      max: null,
      min: null,
      minImprovement: null,
      where: null,
    }
    const rate = { metric: 'throughput', unit: 'ops/s', better: 'higher', budget } as const
    const side = { value: 100, p50: null }
    expect(linesOf(chart(row({ ...rate, base: side, head: side, history: [100] })))['fail level']).toEqual([
      90, 90, 90,
    ])
    const limited = { ...budget, min: { warn: null, fail: 120 } }
    const broken = { ...rate, budget: limited, base: side, head: side, verdict: 'over-budget' } as const
    expect(linesOf(chart(row({ ...broken, history: [100] })))['fail level']).toEqual([120, 120, 120])
  })

  test('has none without a fail level', () => {
    expect(linesOf(chart(row({ budget: null, history: [1] })))['fail level']).toBeUndefined()
  })

  test.each([
    ['bytes', 'B', 51_200, 'bytes in kB'],
    ['allocs', 'count', 12, 'allocs'],
    ['error-rate', 'fraction', 0.01, 'error-rate in percent'],
    ['hit-rate', '%', 93.2, 'hit-rate in percent'],
    ['a"b', 'c%%d', 5, 'a_b in c__d'],
  ])('of %s in %s', (metric, unit, value, title) => {
    const side = { value, p50: null }
    expect(chart(row({ metric, unit, base: side, head: side, history: [value] }))).toContain(
      `y-axis "${title}" `,
    )
  })

  test('is not drawn of what is below zero', () => {
    expect(chart(row({ history: [-1] }))).toBeNull()
  })

  test('shows noise as noise: the axis spans at least a tenth of the value', () => {
    const [, low, high] =
      /y-axis "[^"]+" (\S+) --> (\S+)/.exec(chart(row({ budget: null, history: [812_000] })) ?? '') ?? []
    expect(Number(high) - Number(low)).toBeGreaterThan(81)
  })

  test('is something that Mermaid reads, whatever the names and numbers are', () => {
    let drawn = 0
    fc.assert(
      fc.property(anyAssessment, (a) => {
        const text = chartOf(a)
        if (text === null) return
        drawn += 1
        expect(text).toMatch(FENCE)
        const [, low, high] = /y-axis "[^"]+" (\S+) --> (\S+)/.exec(text) ?? []
        expect(Number(low)).toBeLessThan(Number(high))
      }),
      { numRuns: 300 },
    )
    expect(drawn).toBeGreaterThan(30)
  })
})
