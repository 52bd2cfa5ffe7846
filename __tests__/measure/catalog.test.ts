import { describe, expect, test } from 'vitest'
import { idOf, keyOf } from '../keys.ts'
import { Catalog } from '../../src/measure/catalog.ts'
import type { MeasuredValue } from '../../src/model/metric.ts'
import { MAX_METRICS } from '../../src/model/metric.ts'
import type { SideName } from '../../src/model/side.ts'

const metric = (id: string, value: number, more: Partial<MeasuredValue> = {}): MeasuredValue => ({
  id,
  value,
  unit: '',
  better: 'lower',
  exact: false,
  ...more,
})
const nowhere = { file: null, line: null, hash: '' }
const at = (side: SideName, suite = 's', occurrence = 1) => ({
  ...keyOf('a', suite, occurrence),
  source: 'command' as const,
  side,
})
const A = idOf('a', 's')

/** A catalog with benchmark `a` on both sides. */
function catalogOf(directions: ConstructorParameters<typeof Catalog>[0] = {}) {
  const catalog = new Catalog(directions)
  for (const side of ['base', 'head'] as const) catalog.register(at(side), nowhere)
  return { catalog, metrics: () => catalog.benchmarks.get(A)!.metrics }
}

describe('values', () => {
  test('are in normal units', () => {
    const { catalog, metrics } = catalogOf()
    const given = [
      metric('time', 2, { unit: 'ms' }),
      metric('bytes', 3, { unit: 'KiB' }),
      metric('widgets', 4, { unit: 'w' }),
    ]
    expect(catalog.values(A, 'base', given)).toEqual({ time: 2e6, bytes: 3072, widgets: 4 })
    expect(metrics().map(({ id, unit }) => [id, unit])).toEqual([
      ['time', 'ns'],
      ['bytes', 'B'],
      ['widgets', 'w'],
    ])
    expect(metrics().every(({ base, head }) => base && !head)).toBe(true)
  })

  test('of a benchmark that nobody registered are none', () => {
    expect(catalogOf().catalog.values('b', 'base', [metric('time', 1)])).toEqual({})
  })

  test.each([
    ['not finite', metric('x', Number.NaN), 'a: x is not finite'],
    ['infinite', metric('x', 1e300, { unit: 'h' }), 'a: x is not finite'],
    ['below zero', metric('x', -1), 'a: x is below zero, where no ratio means anything'],
    ['of a name that objects keep', metric('__proto__', 1), 'a: __proto__ is no name for a metric'],
    ['without a name', metric('', 1), 'is no name for a metric'],
    ['of a name of several lines', metric('x\u2028y', 1), 'is no name for a metric'],
    [
      'of a unit without end',
      metric('x', 1, { unit: 'u'.repeat(41) }),
      'a: x has a unit that cannot be printed',
    ],
    [
      'of a known name in a unit of another kind',
      metric('size', 1, { unit: '%' }),
      'a: size is in fraction, and what has this name is measured in B: give it a name of its own',
    ],
    [
      'without a direction',
      metric('x', 1, { better: null }),
      'add `metrics: { "x": { better: lower } }`, or higher',
    ],
  ])('%s are left out with a warning', (_, given, warning) => {
    const { catalog, metrics } = catalogOf()
    expect(catalog.values(A, 'base', [given, metric('y', 2)])).toEqual({ y: 2 })
    expect(catalog.values(A, 'head', [given])).toEqual({})
    expect(metrics()).toHaveLength(1)
    expect(catalog.warnings).toHaveLength(1)
    expect(catalog.warnings[0]).toMatch(warning)
  })

  test('may be called as objects call their own things', () => {
    const { catalog, metrics } = catalogOf()
    const found = catalog.values(A, 'base', [
      metric('constructor', 1),
      metric('toString', 2),
      metric('valueOf', 0),
    ])
    expect(Object.entries(found)).toEqual([
      ['constructor', 1],
      ['toString', 2],
      ['valueOf', 0],
    ])
    expect(metrics().map(({ better }) => better)).toEqual(['lower', 'lower', 'lower'])
  })

  test('beyond 64 metrics are left out with one warning', () => {
    const { catalog, metrics } = catalogOf()
    const many = Array.from({ length: MAX_METRICS + 3 }, (_, i) => metric(`m${i}`, i))
    expect(Object.keys(catalog.values(A, 'base', many))).toHaveLength(MAX_METRICS)
    catalog.values(A, 'head', many)
    expect(metrics()).toHaveLength(MAX_METRICS)
    expect(catalog.warnings).toEqual(['a reports 67 metrics: 3 of them are left out'])
  })

  test('of both sides together are no more than 64 either', () => {
    const { catalog, metrics } = catalogOf()
    const forty = (name: string) => Array.from({ length: 40 }, (_, i) => metric(`${name}${i}`, i))
    catalog.values(A, 'base', forty('old'))
    expect(Object.keys(catalog.values(A, 'head', forty('new')))).toHaveLength(MAX_METRICS - 40)
    expect(metrics()).toHaveLength(MAX_METRICS)
    expect(catalog.warnings[0]).toBe('a: new24 is left out: it has 64 metrics without it')
  })

  test('warnings end somewhere', () => {
    const { catalog } = catalogOf()
    for (let i = 0; i < 50; i++) catalog.values(A, 'base', [metric(`x${i}`, -1)])
    expect(catalog.warnings).toHaveLength(20)
  })
})

describe('which way is better', () => {
  test('says the config file, then the tool, then the name', () => {
    const { catalog, metrics } = catalogOf({ throughput: { better: 'lower' }, fps: { better: 'higher' } })
    catalog.values(A, 'base', [
      metric('throughput', 1, { better: 'higher' }),
      metric('fps', 1, { better: null }),
      metric('size', 1, { better: null, unit: 'B' }),
      metric('memory', 1, { better: 'higher', unit: 'B' }),
    ])
    expect(metrics().map(({ id, better }) => [id, better])).toEqual([
      ['throughput', 'lower'],
      ['fps', 'higher'],
      ['size', 'lower'],
      ['memory', 'higher'],
    ])
  })
})

describe('two sides', () => {
  test('share a metric of one unit and direction, in whatever spelling', () => {
    const { catalog, metrics } = catalogOf()
    catalog.values(A, 'base', [metric('time', 1, { unit: 's' })])
    expect(catalog.values(A, 'head', [metric('time', 1, { unit: 'us' })])).toEqual({ time: 1000 })
    expect(metrics()).toEqual([
      { id: 'time', unit: 'ns', better: 'lower', exact: false, base: true, head: true },
    ])
  })

  test.each([
    [
      'unit',
      { unit: 'B' },
      'a: time is reported in two ways (ns, lower is better; B, lower is better), and only the first is used',
    ],
    [
      'direction',
      { unit: 'ns', better: 'higher' as const },
      'a: time is reported in two ways (ns, lower is better; ns, higher is better), and only the first is used',
    ],
  ])('do not share one of another %s', (_, change, warning) => {
    const { catalog, metrics } = catalogOf()
    catalog.values(A, 'base', [metric('time', 1, { unit: 'ns' }), metric('size', 1)])
    expect(catalog.values(A, 'head', [metric('time', 1, change), metric('size', 1)])).toEqual({ size: 1 })
    expect(metrics()[0]).toMatchObject({ id: 'time', unit: 'ns', better: 'lower', base: true, head: false })
    expect(catalog.warnings).toEqual([warning])
  })

  test('call a metric deterministic only together', () => {
    const { catalog, metrics } = catalogOf()
    catalog.values(A, 'base', [metric('x', 1, { exact: true }), metric('y', 1, { exact: true })])
    catalog.values(A, 'head', [metric('x', 1, { exact: true }), metric('y', 1)])
    expect(metrics().map(({ exact }) => exact)).toEqual([true, false])
  })

  test('have the same metrics where one of them failed', () => {
    const { catalog, metrics } = catalogOf()
    catalog.values(A, 'base', [metric('x', 1), metric('y', 1)])
    catalog.assumeSame('another')
    expect(metrics().some(({ head }) => head)).toBe(false)
    catalog.assumeSame('s')
    expect(metrics().every(({ base, head }) => base && head)).toBe(true)
  })

  test('differ where both said something', () => {
    const { catalog, metrics } = catalogOf()
    catalog.values(A, 'base', [metric('x', 1)])
    catalog.values(A, 'head', [metric('y', 1)])
    catalog.assumeSame('s')
    expect(metrics().map(({ id, base, head }) => [id, base, head])).toEqual([
      ['x', true, false],
      ['y', false, true],
    ])
  })
})

test('a closed catalog takes values of what it knows, and says what it does not take', () => {
  const { catalog, metrics } = catalogOf()
  catalog.values(A, 'base', [metric('x', 1), metric('y', 1)])
  catalog.values(A, 'head', [metric('x', 1)])
  catalog.close()
  const before = structuredClone(metrics())
  expect(catalog.values(A, 'base', [metric('x', 2), metric('y', 3), metric('z', 4)])).toEqual({
    x: 2,
    y: 3,
  })
  expect(catalog.values(A, 'head', [metric('x', 5, { exact: true }), metric('y', 6)])).toEqual({ x: 5 })
  expect(metrics()).toEqual(before)
  expect(catalog.warnings).toEqual([
    'a: z was not reported by base at first, and is left out',
    'a: y was not reported by head at first, and is left out',
  ])
})

describe('one name', () => {
  test('in two suites, and twice in one, is several benchmarks', () => {
    const catalog = new Catalog({})
    const ids = [at('head', 'one'), at('head', 'two'), at('head', 'two', 2)].map((key) =>
      catalog.register(key, nowhere),
    )
    expect(ids).toEqual(['one › a', 'two › a', 'two › a #2'])
    expect([...catalog.benchmarks.keys()]).toEqual(ids)
  })

  test('of which base has another one, is measured there under the name that base has', () => {
    const catalog = new Catalog({})
    const id = catalog.register(at('head', 'new', 2), nowhere)
    catalog.pair([{ ...catalog.benchmarks.get(id)!, base: nowhere, onBase: keyOf('b', 'old') }])
    expect(catalog.placeOn('head', id)).toEqual({ suite: 'new', local: 'a #2' })
    expect(catalog.placeOn('base', id)).toEqual({ suite: 'old', local: 'b' })
    expect(catalog.idOf('base', 'old', 'b')).toBe(id)
    expect(catalog.idOf('head', 'new', 'a #2')).toBe(id)
  })
})

test('a direction that the change brings fills a gap, and turns nothing round', () => {
  const added = { better: 'lower', added: true } as const
  const { catalog } = catalogOf({ fps: added, lag: added, throughput: added })
  const raw = { value: 1, unit: '', exact: false }
  catalog.values(A, 'head', [
    { ...raw, id: 'fps', better: 'higher' },
    { ...raw, id: 'lag', better: null },
    { ...raw, id: 'throughput', better: null },
  ])
  const directions = catalog.benchmarks.get(A)!.metrics.map(({ id, better }) => [id, better])
  expect(directions).toEqual([
    ['fps', 'higher'],
    ['lag', 'lower'],
    ['throughput', 'higher'],
  ])
})

test('what was taken out is said once for each reason, and of many reasons the number', () => {
  const { catalog } = catalogOf()
  catalog.drop(A, 'one')
  catalog.drop('b', 'one')
  catalog.drop('c', null)
  expect([...catalog.benchmarks.keys()]).toEqual([])
  expect(catalog.warnings).toEqual(['one'])
  for (let i = 1; i < 25; i++) catalog.drop(`d${i}`, `reason ${i}`)
  expect(catalog.warnings).toHaveLength(21)
  expect(catalog.warnings.at(-1)).toBe('and 5 more like these')
})
