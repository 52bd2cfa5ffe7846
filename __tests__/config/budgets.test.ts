import { describe, expect, it } from 'vitest'
import { keyOf } from '../keys.ts'
import {
  absoluteLimits,
  budgetedMetrics,
  explainBudget,
  resolveBudget,
  unmatchedRules,
  unreportedRules,
  waiverFor,
} from '../../src/config/budgets.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { renderProblems } from '../../src/config/config-error.ts'
import type { Config } from '../../src/model/config.ts'
import { SUITE_METRIC_IDS } from '../../src/model/metric.ts'

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
    expect(resolveBudget(config, keyOf('parser/large'), 'time', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: null, fail: 0.2 },
      max: { warn: null, fail: 10e6, unit: 'ns' },
      lines: { ...NO_LINES, maxRegression: 6, max: 4 },
    })
    expect(resolveBudget(config, keyOf('parser/small'), 'time', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: 0.025, fail: 0.05 },
      max: { warn: null, fail: 10e6, unit: 'ns' },
      lines: { ...NO_LINES, maxRegression: 3, max: 4 },
    })
  })

  it('applies a severity without a metric to all of them', () => {
    expect(resolveBudget(config, keyOf('experimental/a'), 'time', 'time').severity).toBe('off')
    expect(resolveBudget(config, keyOf('experimental/a'), 'time.p99', 'time')).toEqual({
      ...NONE,
      severity: 'off',
    })
  })

  it('names no line for the default budget', () => {
    expect(resolveBudget(DEFAULT_CONFIG, keyOf('any'), 'time', 'time')).toEqual({
      ...NONE,
      maxRegression: { warn: 0.025, fail: 0.05 },
    })
    expect(resolveBudget(DEFAULT_CONFIG, keyOf('any'), 'throughput', 'time')).toEqual(NONE)
  })

  it('treats names that objects have like any other', () => {
    for (const id of ['__proto__', 'constructor', ''])
      expect(resolveBudget(config, keyOf(id), 'time', 'time').lines.maxRegression).toBe(3)
  })
})

const tools = configOf(`command: { run: ./bench }
budgets:
  - { match: "**", metric: primary, max-regression: 5% }
  - { match: "**", metric: bytes, max: 64 KiB }
  - { match: "cache/*", metric: hit-rate, min: 90% }
  - { match: "cache/*", metric: throughput, max-regression: 20% }
  - { match: "cache/old", metric: bytes, severity: off }
accepted:
  - { match: "cache/*", metric: primary, up-to: 30%, reason: first }
`)

describe('primary', () => {
  it('is the first metric of a benchmark, whichever that is', () => {
    const failAt = (metric: string, primary: string | null) =>
      resolveBudget(tools, keyOf('sort'), metric, primary).maxRegression?.fail ?? null
    expect(failAt('time', 'time')).toBe(0.05)
    expect(failAt('fps', 'fps')).toBe(0.05)
    expect(failAt('time', 'throughput')).toBeNull()
    expect(failAt('time', null)).toBeNull()
  })

  it('and its name are overridden by the later of the two', () => {
    expect(resolveBudget(tools, keyOf('cache/a'), 'throughput', 'throughput')).toMatchObject({
      maxRegression: { fail: 0.2 },
      lines: { maxRegression: 7 },
    })
    const other = configOf(
      'budgets: [{ match: a, metric: time, max-regression: 9% }, { match: a, metric: primary, max-regression: 3% }]',
    )
    expect(resolveBudget(other, keyOf('a'), 'time', 'time').maxRegression?.fail).toBe(0.03)
    expect(resolveBudget(other, keyOf('a'), 'time', 'bytes').maxRegression?.fail).toBe(0.09)
  })

  it('may be waived', () => {
    expect(waiverFor(tools, keyOf('cache/a'), 'throughput', 'throughput')?.upTo).toBe(0.3)
    expect(waiverFor(tools, keyOf('cache/a'), 'time', 'throughput')).toBeNull()
    expect(waiverFor(tools, keyOf('cache/a'), 'time', null)).toBeNull()
  })
})

describe('absoluteLimits', () => {
  const limited = configOf(`budgets:
  - { match: "**", metric: time, max-regression: 5% }
  - { match: "parser/*", metric: primary, max: { warn: 8 ms, fail: 10 ms } }
  - { match: "off/*", metric: size, max: 10 kB, severity: off }
`)
  const of = (name: string, metric: string, unit: string, primary = 'time') =>
    absoluteLimits(limited, keyOf(name), { metric, unit, primary })

  it('gives plain numbers in the unit of the metric', () => {
    expect(of('parser/large', 'time', 'ns')).toEqual({ max: { warn: 8e6, fail: 1e7 }, min: null })
    expect(of('parser/large', 'ops', 'ns', 'ops')).toEqual({ max: { warn: 8e6, fail: 1e7 }, min: null })
  })
  it('takes a failure that only warns for a warning', () => {
    const of = (name: string, fail: string) =>
      absoluteLimits(
        configOf(`budgets: [{ match: a, metric: size, ${fail}, severity: warn }]`),
        keyOf(name),
        {
          metric: 'size',
          unit: 'B',
          primary: null,
        },
      )
    expect(of('a', 'max: 10 kB')).toEqual({ max: { warn: 1e4, fail: null }, min: null })
    expect(of('a', 'max: { warn: 9 kB, fail: 10 kB }')).toEqual({ max: { warn: 9e3, fail: null }, min: null })
  })
  it.each([
    ['no limit', 'other', 'time', 'ns'],
    ['another unit', 'parser/a', 'time', 'B'],
    ['switched off', 'off/a', 'size', 'B'],
  ])('is nothing: %s', (_, name, metric, unit) => {
    expect(of(name, metric, unit)).toBeNull()
  })
})

describe('budgetedMetrics', () => {
  it('are among those that a benchmark has, in its order', () => {
    const of = (id: string, ...available: string[]) =>
      budgetedMetrics(tools, keyOf(id), available, available[0] ?? null)
    expect(of('cache/a', 'throughput', 'hit-rate', 'time', 'bytes')).toEqual([
      'throughput',
      'hit-rate',
      'bytes',
    ])
    expect(of('cache/old', 'hit-rate', 'bytes')).toEqual(['hit-rate'])
    expect(of('sort', 'bytes', 'time')).toEqual(['bytes'])
    expect(of('sort')).toEqual([])
    expect(of('sort', 'fps', 'hit-rate')).toEqual(['fps'])
  })

  it('are those with a limit that is not switched off', () => {
    expect(budgetedMetrics(config, keyOf('parser/small'), SUITE_METRIC_IDS, 'time')).toEqual([
      'time',
      'time.p99',
    ])
    expect(budgetedMetrics(config, keyOf('lexer/small'), SUITE_METRIC_IDS, 'time')).toEqual(['time'])
    expect(budgetedMetrics(config, keyOf('experimental/a'), SUITE_METRIC_IDS, 'time')).toEqual([])
  })
})

describe('explainBudget', () => {
  it('says which rule decided what', () => {
    const [time, p99] = explainBudget(config, keyOf('parser/large'))
    expect(time?.budget).toEqual(resolveBudget(config, keyOf('parser/large'), 'time', 'time'))
    expect(time?.rules.map(({ rule, decides, overridden }) => [rule.line, decides, overridden])).toEqual([
      [3, [], ['maxRegression']],
      [4, ['max'], []],
      [6, ['maxRegression'], ['severity']],
      [7, ['severity'], []],
    ])
    expect(p99?.rules.map(({ rule }) => rule.line)).toEqual([5, 7])
  })

  it('tells what concerns the first metric under time, and every metric that is named', () => {
    const told = explainBudget(tools, keyOf('cache/a')).map(({ metric, isPrimary, rules, waivers }) => [
      metric,
      isPrimary,
      rules.map(({ rule }) => rule.line),
      waivers.at(-1)?.reason,
    ])
    expect(told).toEqual([
      ['time', true, [4], 'first'],
      ['throughput', false, [7], undefined],
      ['bytes', false, [5], undefined],
      ['hit-rate', false, [6], undefined],
    ])
  })

  it('tells of a waiver without a limit', () => {
    const waived = configOf('accepted: [{ match: a, metric: bytes, up-to: 5%, reason: why }]')
    expect(explainBudget(waived, keyOf('a')).at(-1)).toMatchObject({
      metric: 'bytes',
      rules: [],
      budget: NONE,
      waivers: [{ reason: 'why' }],
    })
  })

  it('speaks of metrics that are switched off too', () => {
    expect(explainBudget(config, keyOf('experimental/a'))).toMatchObject([
      { metric: 'time', budget: { severity: 'off' } },
    ])
  })
})

describe('waiverFor', () => {
  it('finds the last one that matches', () => {
    expect(waiverFor(config, keyOf('parser/large'), 'time', 'time')?.reason).toBe('second')
    expect(waiverFor(config, keyOf('parser/small'), 'time', 'time')?.reason).toBe('first')
    expect(waiverFor(config, keyOf('parser/small'), 'time.p99', 'time')).toBeNull()
    expect(waiverFor(config, keyOf('lexer/small'), 'time', 'time')).toBeNull()
  })
})

describe('unmatchedRules', () => {
  it('names the nearest id', () => {
    const ids = ['lexer/small', 'parser/large', 'praser/x', 'exp/a']
    expect(
      unmatchedRules(
        config,
        ids.map((name) => keyOf(name)),
      ),
    ).toEqual([
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
    expect(
      unmatchedRules(
        misspelt,
        ['lexer/small', 'parser/large', 'print/all'].map((name) => keyOf(name)),
      )[0]?.nearest,
    ).toBe('parser/large')
  })

  it('is silent without benchmarks, and about the default budget', () => {
    expect(unmatchedRules(config, [])).toEqual([])
    expect(unmatchedRules(DEFAULT_CONFIG, [keyOf('a')])).toEqual([])
  })
})

describe('unreportedRules', () => {
  const benchmark = (name: string, ...metrics: string[]) => ({
    ...keyOf(name),
    metrics,
    primary: metrics[0] ?? null,
  })

  it('are those that match benchmarks of which none has the metric', () => {
    const benchmarks = [
      benchmark('sort', 'time', 'hit-rate'),
      benchmark('cache/a', 'throughput', 'hitrate', 'time'),
      benchmark('cache/old', 'throughput'),
    ]
    expect(unreportedRules(tools, benchmarks)).toEqual([
      {
        line: 5,
        metric: 'bytes',
        nearest: null,
        message: 'benchgate.yml:5: the rule limits `bytes`, which no benchmark that it matches reports',
      },
      {
        line: 6,
        metric: 'hit-rate',
        nearest: 'hitrate',
        message:
          'benchgate.yml:6: the rule limits `hit-rate`, which no benchmark that it matches reports; the nearest that is reported is `hitrate`',
      },
      {
        line: 8,
        metric: 'bytes',
        nearest: null,
        message:
          'benchgate.yml:8: the rule sets the severity of `bytes`, which no benchmark that it matches reports',
      },
    ])
  })

  it('name the suite metric that a short name may have meant', () => {
    const short = configOf('budgets: [{ match: "**", metric: p99, max: 5 ms }]')
    expect(unreportedRules(short, [benchmark('a', ...SUITE_METRIC_IDS)])[0]?.nearest).toBe('time.p99')
  })

  it('are none of what matches nothing, names nothing, or is the default', () => {
    expect(unreportedRules(tools, [])).toEqual([])
    expect(
      unreportedRules(tools, [benchmark('cache/a', 'throughput', 'hit-rate', 'bytes')]).map(
        ({ line }) => line,
      ),
    ).toEqual([])
    expect(unreportedRules(DEFAULT_CONFIG, [benchmark('a')])).toEqual([])
    expect(
      unreportedRules(configOf('budgets: [{ match: a, severity: off }]'), [benchmark('a', 'x')]),
    ).toEqual([])
  })

  it('hold for the first metric where no benchmark has any', () => {
    expect(unreportedRules(tools, [benchmark('sort')]).map(({ metric }) => metric)).toEqual([
      'primary',
      'bytes',
    ])
  })
})
