import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseEvidence } from '../../src/action/evidence-file.ts'
import { evidenceNames } from '../../src/github/evidence-names.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { judgeFiles } from '../../src/gate/compare-files.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { checkOutput } from '../../src/report/checks/check-output.ts'
import { annotationsOf } from '../../src/report/checks/row-annotations.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderSummary } from '../../src/report/markdown/markdown.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { runPath } from '../../src/store/paths.ts'
import { parseRun, renderRun } from '../../src/store/run-file.ts'
import { closeMetrics, metric, openMetrics, takeMetrics } from '../../src/worker/reported-metrics.ts'
import { ENVIRONMENT, evidence } from '../gate/evidence-sample.ts'
import { alone, benchmark, configOf, exact, file, samples } from '../gate/result-files.ts'
import { sampleRun } from '../store/sample-run.ts'

/** What a file may hold in the place of a number, and which number it is; null: none that can be compared. */
const WRITTEN: [text: string, value: number | null][] = [
  ['NaN', null],
  ['Infinity', null],
  ['-Infinity', null],
  ['1e309', null],
  ['-1e309', null],
  ['-5', null],
  ['"twelve"', null],
  ['null', null],
  ['true', null],
  ['[]', null],
  ['{}', null],
  ['0', 0],
  ['-0', 0],
  ['1e-400', 0],
  ['"12"', 12],
  ['5e-324', 5e-324],
  ['1e15', 1e15],
]

describe('in a result file', () => {
  /** A benchmark of a tool with one number, or with that number and 7, the factor to ns, and its name. */
  const TOOLS: Record<string, { write: (number: string) => string; beside: number | null; factor: number }> =
    {
      custom: {
        write: (number) =>
          `[{ "name": "a", "unit": "ns", "value": ${number} }, { "name": "b", "unit": "ns", "value": 7 }]`,
        beside: null,
        factor: 1,
      },
      bmf: {
        write: (number) =>
          `{ "a": { "latency": { "value": ${number} } }, "b": { "latency": { "value": 7 } } }`,
        beside: null,
        factor: 1,
      },
      hyperfine: {
        write: (number) => `{ "results": [{ "command": "a", "times": [${number}, 7] }] }`,
        beside: 7e9,
        factor: 1e9,
      },
      jmh: {
        write: (number) =>
          `[{ "benchmark": "a", "mode": "avgt", "primaryMetric": { "score": 7, "scoreUnit": "ns/op", "rawData": [[${number}, 7]] } }]`,
        beside: 7,
        factor: 1,
      },
      go: {
        write: (number) => `BenchmarkX 10 ${number.replaceAll('"', '')} ns/op\nBenchmarkY 10 7 ns/op\n`,
        beside: null,
        factor: 1,
      },
    }

  describe.each(Object.entries(TOOLS))('of %s', (format, { write, beside, factor }) => {
    test.each(WRITTEN)('%s', (text, value) => {
      const { benchmarks, warnings } = ingest({ path: 'r.json', bytes: write(text), files: null }, format)
      const [first, other] = benchmarks
      const data = first!.metrics[0]?.data
      const found =
        data?.kind === 'samples' ? data.groups.flat() : data?.kind === 'summary' ? [data.centre] : []
      const usable = value === null ? [] : [value * factor]
      expect(found.map((one) => one + 0)).toEqual([...usable, ...(beside === null ? [] : [beside])])
      expect(first!.status).toBe(found.length > 0 ? 'ok' : 'failed')
      // It is said, unless the tool says itself that it has none.
      if (value === null && !(format === 'custom' && text === 'null')) expect(warnings).toHaveLength(1)
      // And what stands beside it counts.
      if (beside === null) expect(other!.status).toBe('ok')
    })
  })
})

describe('compared, from files', () => {
  const side = (label: string) => ({ label, sha: null, dirty: false })
  const about = {
    config: configOf('version: 1\n'),
    filter: null,
    environment: ENVIRONMENT,
    base: side('base'),
    head: side('head'),
  }
  const assessed = (base: ReturnType<typeof file>, head: ReturnType<typeof file>) =>
    judgeFiles({ base: [base], head: [head] }, about)
  const KINDS = { alone, exact, 'one sample': (value: number) => samples(value) }

  // Zero is no time and no rate that a clock could have measured; of a size or a share it is a value. From
  // zero on there is no ratio, so that only what is exact can be worse.
  const ZERO: [base: number, head: number, metric: string, verdicts: Record<keyof typeof KINDS, string>][] = [
    ...['time', 'throughput'].flatMap((metric): typeof ZERO =>
      [
        [0, 0],
        [0, 5],
        [5, 0],
        [-0, 0],
      ].map(([base, head]) => [
        base!,
        head!,
        metric,
        { alone: 'insufficient', exact: 'insufficient', 'one sample': 'insufficient' },
      ]),
    ),
    ...['size', 'error-rate'].flatMap((metric): typeof ZERO => [
      [0, 0, metric, { alone: 'unchanged', exact: 'unchanged', 'one sample': 'unchanged' }],
      [-0, 0, metric, { alone: 'unchanged', exact: 'unchanged', 'one sample': 'unchanged' }],
      [0, 5, metric, { alone: 'insufficient', exact: 'regression', 'one sample': 'insufficient' }],
      [5, 0, metric, { alone: 'insufficient', exact: 'improvement', 'one sample': 'insufficient' }],
    ]),
    // The ends of what a number can be: a change that is no number is none, and one is never a failure.
    ...['time', 'size'].flatMap((metric): typeof ZERO =>
      [
        [5e-324, 1e300],
        [1, 1e308],
        [1e300, Number.MAX_VALUE],
      ].map(([base, head]) => [
        base!,
        head!,
        metric,
        { alone: 'inconclusive', exact: 'regression', 'one sample': 'inconclusive' },
      ]),
    ),
  ]

  test.each(ZERO)('from %d to %d of %s', (base, head, metric, verdicts) => {
    for (const [kind, make] of Object.entries(KINDS)) {
      const a = assessed(
        file(benchmark('a', { [metric]: make(base) })),
        file(benchmark('a', { [metric]: make(head) })),
      )
      expect([kind, a.rows[0]!.verdict]).toEqual([kind, verdicts[kind as keyof typeof KINDS]])
      expect(a.outcome).not.toBe('fail')
      const pages = [
        renderTerminal(a, { color: false, width: 120, verbose: true, configFile: null }),
        renderSummary(a),
        checkOutput(a).summary,
        renderJson(a),
        ...annotationsOf(a, { prefix: '' }).map(({ title, message }) => `${title}\n${message}`),
      ]
      for (const page of pages) expect(page).not.toMatch(/NaN|Infinity|undefined|[^\d.e]-0(?![\d.])/)
    }
  })

  test.each<[string, string, string, string]>([
    ['a time and a memory', 'ns', 'MB', 'failed'],
    ['a time and a rate', 'ns', 'ops/s', 'removed'],
  ])('%s of one name are never held against one another', (_, base, head, verdict) => {
    const read = (unit: string) => ({
      name: 'r.json',
      file: ingest(
        { path: 'r.json', bytes: JSON.stringify([{ name: 'a', unit, value: 5 }]), files: null },
        'custom',
      ),
    })
    const { rows } = assessed(read(base), read(head))
    expect(rows[0]).toMatchObject({ verdict, effect: null })
  })

  test('one metric in two units is compared in none', () => {
    const of = (unit: string) =>
      file(benchmark('a', { hits: { unit, better: 'lower', data: exact(5) }, size: exact(1) }))
    const { rows, warnings } = assessed(of('%'), of('count'))
    expect(rows.filter(({ metric }) => metric === 'hits').every(({ effect }) => effect === null)).toBe(true)
    expect(warnings).not.toEqual([])
  })
})

describe('in evidence', () => {
  const sent = evidence({ a: {} })
  const put = (path: 'p10' | 'samples' | 'values', text: string) => {
    const changed = structuredClone(sent)
    const stats = changed.measured[0]!.blocks[0]!.head[0]! as unknown as Record<string, unknown>
    stats[path] = path === 'values' ? { hits: '@@' } : '@@'
    return JSON.stringify(changed).replace('"@@"', text)
  }
  const names = evidenceNames('default')

  test.each(WRITTEN.filter(([, value]) => value === null))('%s', (text) => {
    const isJson = !/NaN|Infinity/.test(text)
    for (const field of ['p10', 'samples', 'values'] as const) {
      expect(() => parseEvidence(put(field, text), names)).toThrow(
        isJson
          ? /^benchgate-report\.json of the measuring job does not have the right form at measured\.0\.blocks\.0\.head\.0/
          : /^benchgate-report\.json of the measuring job is not JSON; it may have been cut off$/,
      )
    }
  })

  test.each(['0', '-0', '5e-324', '"12"', '1e16', '1e300'])('%s is no time', (text) => {
    expect(() => parseEvidence(put('p10', text), names)).toThrow(/does not have the right form at measured/)
  })

  test('more processes, blocks or values than a gate measures', () => {
    const many = structuredClone(sent)
    const [block] = many.measured[0]!.blocks
    block!.head = Array.from({ length: 1_000 }, () => block!.head[0]!)
    expect(() => parseEvidence(JSON.stringify(many), names)).toThrow(
      /right form at measured\.0\.blocks\.0\.head: Too big: expected array to have <=4 items$/,
    )
  })
})

describe('in a stored run', () => {
  const run = sampleRun(1)
  const put = (text: string) => parseRun(Buffer.from(renderRun(run).replace('4210000', text)), runPath(run))

  test.each(WRITTEN)('%s', (text, value) => {
    const read = put(text)
    const leftOut = `${runPath(run)} was left out: `
    if (/NaN|Infinity/.test(text)) expect(read).toMatchObject({ problem: `${leftOut}it is not JSON` })
    else if (value === null || text === '"12"')
      expect(read).toMatchObject({
        problem: expect.stringMatching(/ was left out: it is no run \(benchmarks\.0\.metrics\.0\.values/),
      })
    else {
      const [metric] = 'run' in read ? read.run.benchmarks[0]!.metrics : []
      expect(metric!.values.map((one) => one + 0)).toEqual([value, 4_250_000])
    }
  })
})

describe('reported by a suite', () => {
  beforeEach(openMetrics)
  afterEach(closeMetrics)
  const call = metric as (...args: unknown[]) => void

  test.each([
    [Number.NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [Number('1e309'), 'Infinity'],
    [-5, '-5'],
    ['12', '"12"'],
    [12n, 'the bigint 12'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [[], 'an array'],
    [{}, 'an object'],
  ])('%s', (value, shown) => {
    call('a', value)
    expect(takeMetrics()).toEqual({
      metrics: [],
      metricProblems: [`metric "a": ${shown} was reported; a value is a finite number, 0 or above`],
    })
  })

  test.each([0, -0, 5e-324, Number.MAX_VALUE])('%d is a value', (value) => {
    call('a', value)
    expect(takeMetrics()).toEqual({
      metrics: [{ id: 'a', value: value + 0, unit: '', better: null }],
      metricProblems: [],
    })
  })

  test('ten million values are one mean, and the memory of one', () => {
    for (let i = 0; i < 10_000_000; i++) metric('a', 3)
    expect(takeMetrics().metrics).toMatchObject([{ id: 'a', value: 3 }])
  })
})

describe('in a config', () => {
  test.each([
    ['.nan', 'NaN', 'is not a number with a unit'],
    ['.inf', 'Infinity', 'is not a number with a unit'],
    ['-.inf', '-Infinity', 'is negative'],
    ['1e309', 'Infinity', 'is not a number with a unit'],
    ['"1e309 ms"', '1e309 ms', 'is not a number with a unit'],
    ['"NaN ms"', 'NaN ms', 'is not a number with a unit'],
    ['-5 ms', '-5 ms', 'is negative'],
    ['-0', '0', 'has no unit'],
    ['0 ms', '0 ms', 'is out of range'],
    ['9999999 h', '9999999 h', 'is out of range'],
    ['twelve', 'twelve', 'is not a number with a unit'],
    ['1,5 ms', '1,5 ms', 'has a comma in its number'],
    ['1_000', '1_000', 'is not a number with a unit'],
    ['12', '12', 'has no unit'],
    ['5 MB', '5 MB', 'is an amount of memory'],
    ['5%', '5%', 'is a percentage'],
  ])('%s', (written, shown, problem) => {
    for (const around of [
      `budgets: [{ match: a, metric: time, max: '?' }]`,
      `measure: { time-limit: '?' }`,
    ]) {
      // Flow mappings end at a comma.
      const text = /,/.test(written) ? JSON.stringify(written) : written
      const result = parseConfig(`version: 1\n${around.replace("'?'", text)}\n`, 'benchgate.yml')
      const [first] = 'problems' in result ? result.problems : []
      expect(first?.message.startsWith(`\`${shown}\` ${problem}`)).toBe(true)
      expect(first?.line).toBe(2)
    }
  })
})
