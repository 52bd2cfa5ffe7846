import { describe, expect, it } from 'vitest'
import {
  budgetedMetrics,
  explainBudget,
  resolveBudget,
  unmatchedRules,
  waiverFor,
} from '../../src/config/budgets.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { renderProblems } from '../../src/config/problem.ts'
import type { Config } from '../../src/model/config.ts'

function configOf(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(renderProblems(result.problems))
  return result.config
}

const config = configOf(`budgets:
  - { match: "**", metric: time, max-regression: 5% }
  - { match: "parser/*", metric: time, max: 10 ms }
  - { match: "parser/*", metric: time.p99, max: { warn: 8 ms } }
  - { match: "parser/large", metric: time, max-regression: { fail: 20% }, severity: warn }
  - { match: "parser/large", severity: fail }
  - { match: "experimental/**", severity: off }
accepted:
  - { match: "parser/*", metric: time, up-to: 10%, reason: first }
  - { match: "parser/large", metric: time, up-to: 30%, reason: second, until: 2027-02-01 }
`)

const NO_LINES = { maxRegression: null, max: null, min: null, minImprovement: null }
const NONE = { ...NO_LINES, severity: 'fail', lines: NO_LINES }

describe('resolveBudget', () => {
  it('takes each field from the last rule that sets it', () => {
    expect(resolveBudget(config, 'parser/large', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: null, fail: 0.2 },
      max: { warn: null, fail: 10e6 },
      lines: { ...NO_LINES, maxRegression: 6, max: 4 },
    })
    expect(resolveBudget(config, 'parser/small', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: 0.025, fail: 0.05 },
      max: { warn: null, fail: 10e6 },
      lines: { ...NO_LINES, maxRegression: 3, max: 4 },
    })
  })

  it('applies a severity without a metric to all of them', () => {
    expect(resolveBudget(config, 'experimental/a', 'time').severity).toBe('off')
    expect(resolveBudget(config, 'experimental/a', 'time.p99')).toEqual({ ...NONE, severity: 'off' })
  })

  it('names no line for the default budget', () => {
    expect(resolveBudget(DEFAULT_CONFIG, 'any', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: 0.025, fail: 0.05 },
    })
    expect(resolveBudget(DEFAULT_CONFIG, 'any', 'throughput')).toEqual(NONE)
  })

  it('treats names that objects have like any other', () => {
    for (const id of ['__proto__', 'constructor', ''])
      expect(resolveBudget(config, id, 'time').lines.maxRegression).toBe(3)
  })
})

describe('budgetedMetrics', () => {
  it('are those with a limit that is not switched off', () => {
    expect(budgetedMetrics(config, 'parser/small')).toEqual(['time', 'time.p99'])
    expect(budgetedMetrics(config, 'lexer/small')).toEqual(['time'])
    expect(budgetedMetrics(config, 'experimental/a')).toEqual([])
  })
})

describe('explainBudget', () => {
  it('says which rule decided what', () => {
    const [time, p99] = explainBudget(config, 'parser/large')
    expect(time?.budget).toEqual(resolveBudget(config, 'parser/large', 'time'))
    expect(time?.rules.map(({ rule, decides, overridden }) => [rule.line, decides, overridden])).toEqual([
      [3, [], ['maxRegression']],
      [4, ['max'], []],
      [6, ['maxRegression'], ['severity']],
      [7, ['severity'], []],
    ])
    expect(p99?.rules.map(({ rule }) => rule.line)).toEqual([5, 7])
  })

  it('speaks of metrics that are switched off too', () => {
    expect(explainBudget(config, 'experimental/a')).toMatchObject([
      { metric: 'time', budget: { severity: 'off' } },
    ])
  })
})

describe('waiverFor', () => {
  it('finds the last one that matches', () => {
    expect(waiverFor(config, 'parser/large', 'time')?.reason).toBe('second')
    expect(waiverFor(config, 'parser/small', 'time')?.reason).toBe('first')
    expect(waiverFor(config, 'parser/small', 'time.p99')).toBeNull()
    expect(waiverFor(config, 'lexer/small', 'time')).toBeNull()
  })
})

describe('unmatchedRules', () => {
  it('names the nearest id', () => {
    const ids = ['lexer/small', 'parser/large', 'praser/x', 'exp/a']
    expect(unmatchedRules(config, ids)).toEqual([
      {
        list: 'budgets',
        line: 8,
        match: 'experimental/**',
        nearest: expect.any(String),
        message: expect.stringMatching(
          /^benchgate\.yml:8: `experimental\/\*\*` matches no benchmark; the nearest is /,
        ),
      },
    ])
    const misspelt = configOf('budgets: [{ match: "praser/*", metric: time, max: 5 ms }]')
    expect(unmatchedRules(misspelt, ['lexer/small', 'parser/large', 'print/all'])[0]?.nearest).toBe(
      'parser/large',
    )
  })

  it('is silent without benchmarks, and about the default budget', () => {
    expect(unmatchedRules(config, [])).toEqual([])
    expect(unmatchedRules(DEFAULT_CONFIG, ['a'])).toEqual([])
  })

  it('is quick with many rules and names', () => {
    const many = configOf(
      `budgets:\n${Array.from({ length: 500 }, (_, i) => `  - { match: "none${i}/*", metric: time, max: 5 ms }`).join('\n')}`,
    )
    const ids = Array.from({ length: 5000 }, (_, i) => `group/benchmark number ${i}`)
    const start = performance.now()
    expect(unmatchedRules(many, ids)).toHaveLength(500)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
