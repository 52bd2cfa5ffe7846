import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { readResultFiles, readResults } from '../../src/gate/read-results.ts'
import { fixture } from '../ingest/adapter-checks.ts'

const read = (content: unknown, format: string | null = null) =>
  readResults({ text: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) }, format)

/** The values of the only benchmark, by metric. */
async function valuesOf(content: unknown, format: string | null = null) {
  const { benchmarks } = await read(content, format)
  expect(benchmarks).toHaveLength(1)
  return Object.fromEntries(benchmarks[0]!.metrics.map(({ id, value }) => [id, value]))
}

async function refusal(running: Promise<unknown>): Promise<UserError> {
  const error: unknown = await running.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

/** What JMH writes of one benchmark: a list of values a fork. */
const jmh = (mode: string, scoreUnit: string, rawData: number[][]) => [
  { jmhVersion: '1.37', benchmark: 'a.B.c', mode, primaryMetric: { score: 1, scoreUnit, rawData } },
]
const upTo = (n: number, factor = 1) => Array.from({ length: n + 1 }, (_, i) => i * factor)

describe('the number of one execution', () => {
  test('of times is the 10th percentile of each group, and the median of the groups', async () => {
    const groups = [upTo(10), upTo(10, 10), upTo(10, 100)]
    expect(await valuesOf(jmh('avgt', 'ns/op', groups))).toEqual({ time: 10, 'time.p50': 50 })
  })

  test('of rates is the 90th, where other work does not reach either', async () => {
    expect(await valuesOf(jmh('thrpt', 'ops/s', [upTo(10), upTo(10, 10), upTo(10, 100)]))).toEqual({
      throughput: 90,
    })
  })

  test('of few times is no median beside it', async () => {
    expect(await valuesOf(jmh('avgt', 'ns/op', [[5, 6], [7]]))).toEqual({ time: expect.closeTo(6.05, 9) })
    expect(await valuesOf(jmh('avgt', 'ns/op', [[5, 6, 7]]))).toEqual({
      time: expect.closeTo(5.2, 9),
      'time.p50': 6,
    })
  })

  test('of what is no time is the median', async () => {
    const [benchmark] = jmh('avgt', 'ns/op', [[1]])
    const secondaryMetrics = {
      'gc.alloc.rate.norm': {
        score: 1,
        scoreUnit: 'B/op',
        rawData: [
          [10, 20, 90],
          [10, 30, 90],
          [10, 40, 90],
        ],
      },
    }
    expect(await valuesOf([{ ...benchmark, secondaryMetrics }])).toMatchObject({ time: 1, bytes: 30 })
  })

  test('of a summary is its centre, of a size the size, with what is known of each', async () => {
    const { benchmarks } = await read([
      { name: 'a', value: 3, unit: 'ms' },
      { name: 'b', value: 4, unit: 'widgets' },
    ])
    expect(benchmarks).toEqual([
      {
        name: 'a',
        occurrence: 1,
        failure: null,
        metrics: [{ id: 'time', value: 3e6, unit: 'ns', better: 'lower', exact: false }],
      },
      {
        name: 'b',
        occurrence: 1,
        failure: null,
        metrics: [{ id: 'value', value: 4, unit: 'widgets', better: null, exact: false }],
      },
    ])
    const sizes = await read([{ name: 'bundle', passed: true, size: 1234 }])
    expect(sizes.benchmarks[0]!.metrics).toEqual([
      { id: 'size', value: 1234, unit: 'B', better: 'lower', exact: true },
    ])
  })
})

test('exact is what an adapter found to be the same each time, whatever the metric is called', async () => {
  const exactOf = async (tool: string, name: string, id: string) => {
    const { benchmarks } = await read(fixture(tool, name))
    return new Set(
      benchmarks.flatMap(({ metrics }) => metrics.filter((m) => m.id === id).map((m) => m.exact)),
    )
  }
  expect(await exactOf('go', 'a.txt', 'allocs')).toEqual(new Set([true]))
  expect(await exactOf('size-limit', 'a.json', 'size')).toEqual(new Set([true]))
  // Growth of the heap, in which the collector and everything else of the process take part.
  expect(await exactOf('mitata', 'a.json', 'bytes')).toEqual(new Set([false]))
  expect(await exactOf('jmh', 'a.json', 'bytes')).toEqual(new Set([false]))
})

test('the metric that a tool puts first stays the first', async () => {
  const { benchmarks } = await read(fixture('go', 'a.txt'))
  for (const { metrics } of benchmarks) expect(metrics[0]!.id).toBe('time')
  expect(benchmarks.some(({ metrics }) => metrics.some(({ id }) => id === 'allocs'))).toBe(true)
})

test('a benchmark that failed says why, and one that was skipped is none', async () => {
  const { benchmarks } = await read(fixture('hyperfine', 'failing.json'))
  const failed = benchmarks.filter(({ failure }) => failure !== null)
  expect(failed).not.toEqual([])
  for (const { failure, metrics } of failed) {
    expect(failure).not.toBe('')
    expect(metrics).toEqual([])
  }
})

test('what was left out is said', async () => {
  const { warnings } = await read([
    { name: 'a', value: -3, unit: 'ms' },
    { name: 'b', value: 3, unit: 'ms' },
  ])
  expect(warnings).toEqual(['a: time: left out, because its value is not finite or below zero'])
})

describe('a file of a checkout', () => {
  function folder(files: Record<string, string>) {
    const root = mkdtempSync(join(tmpdir(), 'benchgate read-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    mkdirSync(join(root, 'out'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    return root
  }

  test('is read, and its format found', async () => {
    const root = folder({ 'out/a.json': fixture('hyperfine', 'a.json') })
    const { benchmarks } = await readResults(
      { path: join(root, 'out/a.json'), shown: 'out/a.json', project: root },
      null,
    )
    expect(benchmarks.map(({ name }) => name)).toContain('spin')
  })

  test.each([
    ['out/missing.json', 'results', 'cannot read the results in out/missing.json: there is no such file'],
    ['out/empty.json', 'no-results', 'cannot read the results in out/empty.json: it is empty'],
    ['out/cut.json', 'results', 'cannot read the results in out/cut.json: it begins like JSON, but'],
    ['out', 'results', 'cannot read the results in out'],
  ])('is called by the name that people know: %s', async (shown, code, message) => {
    const root = folder({ 'out/empty.json': '', 'out/cut.json': '{"a": {"b": "secret' })
    const error = await refusal(readResults({ path: join(root, shown), shown, project: root }, null))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(`${error.message} ${error.remedy}`).not.toMatch(root)
    expect(`${error.message} ${error.remedy}`).not.toMatch('secret')
  })
})

test('a result file that is hours older than the newest of its side is named', async () => {
  const root = mkdtempSync(join(tmpdir(), 'benchgate read-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const now = Date.now() / 1000
  for (const [name, hours] of [
    ['new.json', 0],
    ['same-run.json', 1],
    ['left.json', 72],
  ] as const) {
    writeFileSync(join(root, name), JSON.stringify([{ name: 'a', unit: 'ns', value: 1 }]))
    utimesSync(join(root, name), now - hours * 3600, now - hours * 3600)
  }
  const files = await readResultFiles(['*.json'], null, root)
  expect(files.map(({ name, file }) => [name, file.warnings])).toEqual([
    [
      'left.json',
      [
        'it is hours older than the newest of these files. Left over from another run? Remove it before the run.',
      ],
    ],
    ['new.json', []],
    ['same-run.json', []],
  ])
})

test('standard output that is none, or another format than was said', async () => {
  expect((await refusal(read(''))).message).toBe('cannot read the results in standard output: it is empty')
  expect((await refusal(read('hello'))).message).toMatch('standard output: no format was recognised')
  expect((await refusal(read('{}', 'jmh'))).message).toMatch('standard output')
})
