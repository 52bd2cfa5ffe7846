import * as mitata from 'mitata'
import * as lib from 'mitata/src/lib.mjs'
import { afterEach, expect, test } from 'vitest'
import { casesOf } from '../../src/worker/cases.ts'
import * as ours from '../../src/worker/mitata-api.ts'
import { mitataLib } from '../../src/worker/mitata-lib.ts'
import { clearRegistry, endOfRegistration, registered } from '../../src/worker/benchmark-registry.ts'

afterEach(clearRegistry)

const idsOf = () =>
  registered()
    .registrations.flatMap((one) => casesOf(one, new Map()))
    .map(({ fullName }) => fullName)
const noop = () => {}

test('every name of mitata is there, and what only 0.1 has', () => {
  expect(Object.keys(ours).sort()).toEqual([...Object.keys(mitata), 'baseline'].sort())
  expect(Object.keys(mitataLib).sort()).toEqual(Object.keys(lib).sort())
})

test('the forms of mitata 0.1 are read', () => {
  ours.group({ name: 'clone', summary: false }, () => {
    ours.baseline('spread', noop)
    ours.bench(function named() {})
  })
  ours.group({ summary: false }, () => void ours.baseline(noop))
  expect(idsOf()).toEqual(['clone/spread', 'clone/named', 'noop'])
  expect(registered().registrations.map(({ trial }) => trial.flags & ours.flags.baseline)).toEqual([2, 0, 2])
})

test('a name that is no text is refused', () => {
  const refusal = (call: () => unknown): string => {
    try {
      call()
    } catch (error) {
      return (error as Error).message
    }
    return 'nothing was thrown'
  }
  expect(refusal(() => ours.bench({} as never, noop))).toBe(
    `the name that bench() gets is no string but an object`,
  )
  expect(refusal(() => ours.baseline(new Map() as never, noop))).toBe(
    `the name that baseline() gets is no string but an object (Map)`,
  )
  expect(refusal(() => ours.group({ title: 'a' } as never, noop))).toBe(
    `the name that group() gets is no string but an object`,
  )
  expect(refusal(() => ours.bench('a', noop).name([] as never))).toBe(
    `the name that name() gets is no string but an object (Array)`,
  )
  ours.bench(5 as never, noop)
  ours.group(7 as never, () => void ours.bench(Symbol('s') as never, noop))
  expect(idsOf()).toEqual(['a', '5', '7/Symbol(s)'])
})

test('arguments go with the name that tells them', () => {
  ours
    .bench('$a and $b', noop)
    .args({ a: [1, 2, 3], b: ['x', 'y'] })
    .dense_range('c', 1, 2)
    .args('c', null as never)
  const cases = casesOf(registered().registrations[0]!, new Map())
  expect(cases).toHaveLength(6)
  for (const { name, args } of cases) expect(name).toBe(`${args['a']} and ${args['b']}`)
  expect(cases.slice(0, 2).map(({ name }) => name)).toEqual(['1 and x', '2 and x'])
})

test('arguments that a name does not tell follow it, where cases would be called the same', () => {
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  ours.bench('sort', noop).args('n', [10, 20])
  ours.bench('sort $n', noop).args({ n: [10, 20], order: ['up', 'down'] })
  ours.bench('positional', noop).args([1, 'two', [3]])
  ours.bench('objects', noop).args('of', [new Map(), new Set()])
  ours.bench('$of objects', noop).args('of', [{ a: 1 }, { a: 2 }])
  ours.bench('function by $f', noop).args('f', [function one() {}, function two() {}])
  ours.bench('anonymous by $f', noop).args(
    'f',
    [() => 1, () => 2].map((f) => Object.defineProperty(f, 'name', {})),
  )
  ours.bench('circular', noop).args('of', [circular, 1n])
  ours.bench('$text stays', noop).args('text', ['$&'])
  ours.bench('one value', noop).args('n', [10])
  expect(idsOf()).toEqual([
    'sort [n=10]',
    'sort [n=20]',
    'sort 10 [order=up]',
    'sort 20 [order=up]',
    'sort 10 [order=down]',
    'sort 20 [order=down]',
    'positional [x=1]',
    'positional [x=two]',
    'positional [x=[3]]',
    'objects [of=#1]',
    'objects [of=#2]',
    '{"a":1} objects',
    '{"a":2} objects',
    'function by one',
    'function by two',
    'anonymous by #1',
    'anonymous by #2',
    'circular [of=#1]',
    'circular [of=#2]',
    '$& stays',
    'one value',
  ])
})

test('groups nest, plots and nameless groups have no part in ids', async () => {
  ours.group('a', () => {
    ours.summary(() => {
      ours.group(() => {
        ours.group('b', () => void ours.bench('1', noop))
        ours.bench('2', noop)
      })
    })
  })
  await ours.group('c', async () => {
    await Promise.resolve()
    ours.bench('3', noop)
  })
  ours.bench('4', noop)
  expect(idsOf()).toEqual(['a/b/1', 'a/2', 'c/3', '4'])
})

test('a benchmark belongs to the group whose callback called bench(), whichever others are open', async () => {
  const gate = Promise.withResolvers<void>()
  const slow = ours.group('slow', async () => {
    await ours.group('inner', async () => {
      await gate.promise
      ours.bench('1', noop)
    })
    queueMicrotask(() => void ours.bench('2', noop))
  })
  ours.group('plain', () => void ours.bench('3', noop))
  ours.bench('4', noop)
  gate.resolve()
  await slow
  expect(idsOf()).toEqual(['plain/3', '4', 'slow/inner/1', 'slow/2'])
})

test('what groups register that nobody awaits is there at the end of registration', async () => {
  void ours.group('slow', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    ours.bench('1', noop)
  })
  const inside = ours.group('around', async () => {
    ours.bench('2', noop)
    // A suite may call run() in a group, which must not wait for itself.
    await endOfRegistration()
  })
  await inside
  expect(idsOf()).toEqual(['around/2', 'slow/1'])
})

test('what mitata refuses is refused', () => {
  expect(() => ours.bench('no function', undefined as never)).toThrow(
    'expected iterator, generator or one-shot function',
  )
  expect(() => ours.bench('a', noop).gc('often' as never)).toThrow('invalid gc type')
  expect(() => ours.bench('a', noop).args(1 as never, 2 as never)).toThrow('invalid arguments')
})
