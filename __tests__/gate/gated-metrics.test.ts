import type { Target } from '../../src/model/config.ts'
import { describe, expect, test } from 'vitest'
import { keyed } from '../keys.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { UserError } from '../../src/errors.ts'
import type { JudgeRequest } from '../../src/gate/request.ts'
import { availableOf, chooseGated, foreseeGated, primaryOf } from '../../src/gate/gated-metrics.ts'
import type { Benchmark, ReportedMetric } from '../../src/model/evidence.ts'
import { SUITE_METRIC_IDS } from '../../src/model/metric.ts'

const place = { file: 'a.bench.ts', line: 3, hash: 'x' }
const nowhere = { file: null, line: null, hash: '' }

const reported = (id: string, change: Partial<ReportedMetric> = {}): ReportedMetric => ({
  id,
  unit: 'ns',
  better: 'lower',
  exact: false,
  base: true,
  head: true,
  ...change,
})
const ofTool = (id: string, metrics: ReportedMetric[], change: Partial<Benchmark> = {}): Benchmark => ({
  ...keyed(id, 'go test'),
  source: 'command',
  metrics,
  base: nowhere,
  head: nowhere,
  onBase: null,
  ...change,
})
const ofSuite = (id: string, metrics: ReportedMetric[] = [], change: Partial<Benchmark> = {}): Benchmark => ({
  ...ofTool(id, metrics),
  ...keyed(id),
  source: 'suite',
  base: place,
  head: place,
  ...change,
})

function request(
  text: string,
  command: JudgeRequest['command'] = 'check',
  filter: Target | null = null,
): JudgeRequest {
  const result = parseConfig(
    `version: 1\nsuites: [a.bench.ts]\ncommand: { run: go test }\n${text}`,
    'benchgate.yml',
  )
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return { command, config: result.config, filter }
}

const survey = (benchmarks: Benchmark[]) => ({
  benchmarks,
  failures: [],
  lateErrors: [],
  warnings: [],
  indivisible: [],
})
const choose = (from: JudgeRequest, ...benchmarks: Benchmark[]) => chooseGated(from, survey(benchmarks))
const keys = (targets: ReturnType<typeof choose>) => targets.map(({ name, metric }) => `${name} ${metric.id}`)

function refusal(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const PRIMARY = 'budgets: [{ match: "**", metric: primary, max-regression: 5% }]'

describe('the primary metric', () => {
  test('is what a tool reports first, and the time of a suite', () => {
    const sized = ofTool('b', [reported('size', { unit: 'B' }), reported('time')])
    const suite = ofSuite('s', [reported('bytes', { unit: 'B' })])
    expect([sized, suite, ofTool('n', [])].map(primaryOf)).toEqual(['size', 'time', 'time'])
    expect(keys(choose(request(PRIMARY), sized, suite))).toEqual(['b size', 's time'])
  })

  test('is gated without a config file, for suites and tools alike', () => {
    const targets = choose(
      request(''),
      ofTool('b', [reported('throughput', { unit: 'ops/s', better: 'higher' })]),
      ofSuite('s'),
    )
    expect(keys(targets)).toEqual(['b throughput', 's time'])
    for (const { limits, hypothesis } of targets) {
      expect(limits.maxRegression).not.toBeNull()
      expect(hypothesis!.warnLog).toBeGreaterThan(0)
      expect(hypothesis!.failLog).toBeGreaterThan(hypothesis!.warnLog)
    }
  })
})

describe('a budget for one metric', () => {
  const bytes = 'budgets: [{ match: "**", metric: bytes, max-regression: 2% }]'

  test('gates it wherever it is reported', () => {
    const targets = choose(
      request(bytes),
      ofTool('a', [reported('time'), reported('bytes', { unit: 'B', exact: true })]),
      ofTool('b', [reported('time')]),
      ofSuite('s', [reported('bytes', { unit: 'B' })]),
    )
    expect(keys(targets)).toEqual(['a bytes', 's bytes'])
  })

  test('of a deterministic one needs no test', () => {
    const [exact, noisy] = choose(
      request(bytes),
      ofTool('a', [reported('bytes', { unit: 'B', exact: true })]),
      ofTool('b', [reported('bytes', { unit: 'B' })]),
    )
    expect(exact!.hypothesis).toBeNull()
    expect(exact!.metric).toEqual({ id: 'bytes', unit: 'B', better: 'lower', exact: true })
    expect(noisy!.hypothesis).toMatchObject({ key: 'go test › b\nbytes' })
  })

  test('that no benchmark reports leaves nothing to check', () => {
    const error = refusal(() => choose(request(bytes), ofTool('b', [reported('time')])))
    expect(error.code).toBe('no-benchmarks')
    expect(error.remedy).toMatch('metric: primary')
  })
})

describe('a metric that one side alone reports', () => {
  const limits =
    'budgets: [{ match: "**", metric: primary, max-regression: 5% }, { match: "**", metric: bytes, max: 1 kB }]'
  const bytes = (change: Partial<ReportedMetric>) => [
    reported('time'),
    reported('bytes', { unit: 'B', ...change }),
  ]
  const presence = (benchmark: Benchmark) =>
    choose(request(limits), benchmark).map((target) => [
      target.metric.id,
      target.presence,
      target.hypothesis !== null,
    ])

  test('is judged there, and untested', () => {
    expect(presence(ofTool('a', bytes({ base: false })))).toEqual([
      ['time', 'both', true],
      ['bytes', 'head', false],
    ])
    expect(presence(ofTool('a', bytes({ head: false })))).toEqual([
      ['time', 'both', true],
      ['bytes', 'base', false],
    ])
  })

  test('goes with its benchmark', () => {
    expect(presence(ofTool('a', bytes({}), { base: null }))).toEqual([
      ['time', 'head', false],
      ['bytes', 'head', false],
    ])
    // What base alone reported of a benchmark that is not there is nothing.
    expect(presence(ofTool('a', bytes({ head: false }), { base: null }))).toEqual([['time', 'head', false]])
  })

  test('of a suite stands beside what Benchgate times', () => {
    const available = availableOf(ofSuite('s', bytes({ base: false }).slice(1)))
    expect(available.map(({ metric }) => metric.id)).toEqual([...SUITE_METRIC_IDS, 'bytes'])
    expect(available.at(-1)!.presence).toBe('head')
    expect(available[0]!.presence).toBe('both')
  })

  test('a benchmark of which no value is known is asked for its time, so that it is not lost', () => {
    expect(keys(choose(request(PRIMARY), ofTool('failed', [])))).toEqual(['failed time'])
  })
})

describe('absolute limits', () => {
  const limited = (limit: string, metric = 'size') =>
    request(`budgets:\n  - { match: "**", metric: ${metric}, ${limit} }`)
  const bundle = ofTool('bundle', [reported('size', { unit: 'B', exact: true })])

  test('are in the normal unit of their metric', () => {
    const [target] = choose(limited('max: { warn: 10 kB, fail: 1 MiB }'), bundle)
    expect(target!.limits.max).toEqual({ warn: 10_000, fail: 2 ** 20 })
    expect(target!.limits.min).toBeNull()
    expect(target!.hypothesis).toBeNull()
  })

  test('as bare numbers are in whatever unit there is', () => {
    const widgets = ofTool('w', [reported('size', { unit: 'widgets' })])
    const own = request(
      'metrics: { fps: { better: higher } }\nbudgets: [{ match: "**", metric: fps, min: 300 }]',
    )
    expect(choose(own, ofTool('w', [reported('fps', { unit: 'frames/s' })]))[0]!.limits.min?.fail).toBe(300)
    expect(refusal(() => choose(limited('max: 3 kB'), widgets)).message).toMatch(
      'written in B, and "w" reports it in widgets',
    )
  })

  test('in another unit than the metric has are an error with the line of the rule', () => {
    const error = refusal(() =>
      choose(limited('max: 5 ms', 'value'), ofTool('b', [reported('value', { unit: 'B' })])),
    )
    expect(error.code).toBe('config')
    expect(error.message).toBe('benchgate.yml:5: `max` of `value` is written in ns, and "b" reports it in B')
    expect(error.remedy).toMatch('Write the limit in B')
    const plain = refusal(() =>
      choose(limited('max: 5 ms', 'value'), ofTool('b', [reported('value', { unit: '' })])),
    )
    expect(plain.message).toMatch('reports it in no unit')
    expect(plain.remedy).toMatch('a plain number')
  })

  test('of a rule for others are no error', () => {
    const from = request(
      'budgets: [{ match: a, metric: value, max: 5 ms }, { match: b, metric: value, max: 9 B }]',
    )
    const targets = choose(
      from,
      ofTool('a', [reported('value')]),
      ofTool('b', [reported('value', { unit: 'B' })]),
    )
    expect(targets.map(({ limits }) => limits.max?.fail)).toEqual([5e6, 9])
  })
})

describe('commands', () => {
  const go = ofTool('b', [
    reported('time'),
    reported('bytes', { unit: 'B' }),
    reported('allocs', { unit: 'count', exact: true }),
  ])
  const suite = ofSuite('s', [reported('hits', { unit: 'count' })])

  test('compare asks for no budget and fails nothing: primary, deterministic, and what a suite reports', () => {
    const targets = choose(
      request('budgets: [{ match: "**", metric: bytes, max: 1 B }]', 'compare'),
      go,
      suite,
    )
    expect(keys(targets)).toEqual(['b time', 'b allocs', 's time', 's hits'])
    expect(targets.every(({ limits, budget }) => limits.max === null && budget === null)).toBe(true)
    expect(targets.map(({ hypothesis }) => hypothesis !== null)).toEqual([true, false, true, true])
  })

  test('record keeps all that is reported, and at most warns', () => {
    const targets = choose(
      request('budgets: [{ match: "**", metric: bytes, max: 1 B }]', 'record'),
      go,
      suite,
    )
    expect(keys(targets)).toEqual(['b time', 'b bytes', 'b allocs', 's time', 's hits'])
    expect(targets.every(({ limits }) => limits.cap === 'warn')).toBe(true)
    expect(targets.find(({ metric }) => metric.id === 'bytes')!.limits.max).toEqual({ warn: null, fail: 1 })
  })

  test('check leaves out what is switched off', () => {
    const off = '{ match: b, metric: primary, severity: off }'
    const from = request(`budgets: [{ match: "**", metric: primary, max-regression: 5% }, ${off}]`)
    expect(keys(choose(from, go, suite))).toEqual(['s time'])
  })

  test('a filter leaves what it matches, and must match something', () => {
    expect(keys(choose(request(PRIMARY, 'check', { match: 's' }), go, suite))).toEqual(['s time'])
    expect(refusal(() => choose(request(PRIMARY, 'check', { match: 'nothing' }), go, suite)).message).toMatch(
      'no benchmark matches --filter `nothing`',
    )
  })
})

describe('before suites have run', () => {
  const budgets = request(
    'metrics: { hits: { better: higher } }\nbudgets:\n  - { match: "**", metric: hits, min: 10 kB }\n  - { match: "**", metric: primary, max-regression: 5% }',
  )

  test('what they may report is measured too, in a unit that is not known yet', () => {
    const foreseen = foreseeGated(budgets, survey([ofSuite('s')]))
    expect(keys(foreseen)).toEqual(['s time', 's hits'])
    expect(foreseen[1]!.limits.min).toEqual({ warn: null, fail: 10_000 })
    // Judged is what was reported: this was not.
    expect(keys(choose(budgets, ofSuite('s')))).toEqual(['s time'])
  })

  test('a tool has said what it reports', () => {
    expect(keys(foreseeGated(budgets, survey([ofTool('b', [reported('time')])])))).toEqual(['b time'])
  })

  test('a metric that is known by then is taken as it is', () => {
    const hits = reported('hits', { unit: 'B', better: 'higher', exact: true })
    const [, target] = foreseeGated(budgets, survey([ofSuite('s', [hits])]))
    expect(target!.metric).toEqual({ id: 'hits', unit: 'B', better: 'higher', exact: true })
  })
})

test('names that objects keep are names', () => {
  const names = ['constructor', 'toString', '__proto__']
  const targets = choose(request(PRIMARY), ...names.map((id) => ofTool(id, [reported('valueOf')])))
  expect(keys(targets)).toEqual(names.map((id) => `${id} valueOf`))
})

test('where a benchmark stands is told of suites alone', () => {
  const targets = choose(request(PRIMARY), ofTool('b', [reported('time')]), ofSuite('s'))
  expect(targets.map(({ location }) => location)).toEqual([null, 'a.bench.ts:3'])
  const edited = choose(request(PRIMARY), ofSuite('s', [], { head: { ...place, hash: 'y' } }))
  expect(edited[0]!.edited).toBe(true)
})

test('more than all of what is the better the more there is cannot be lost, and is a limit that nothing reaches', () => {
  const rate = ofTool('b', [reported('throughput', { unit: 'ops/s', better: 'higher' })])
  const costs = ['60%', '100%', '150%', '900%'].map((limit) => {
    const budgets = `budgets: [{ match: "**", metric: primary, max-regression: ${limit} }]`
    return choose(request(budgets), rate)[0]!.hypothesis!
  })
  for (const { warnLog, failLog } of costs) {
    expect(Number.isFinite(failLog)).toBe(true)
    expect(warnLog).toBeGreaterThan(0)
    expect(warnLog).toBeLessThanOrEqual(failLog)
  }
  expect(costs[0]!.failLog).toBeCloseTo(-Math.log(0.4), 12)
  expect(costs[2]!.failLog).toBeGreaterThan(6)
})
