import * as mitata from 'mitata'
import { afterEach, expect, test } from 'vitest'
import { casesOf } from '../../src/worker/cases.ts'
import * as ours from '../../src/worker/mitata-api.ts'
import { clearRegistry, registered } from '../../src/worker/benchmark-registry.ts'

afterEach(clearRegistry)

const idsOf = () =>
  registered()
    .registrations.flatMap((one) => casesOf(one, new Map()))
    .map(({ id }) => id)
const noop = () => {}

test('every name of mitata is there', () => {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(mitata).sort())
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
  ours.bench('sort', noop).args('n', [10, 20])
  ours.bench('sort $n', noop).args({ n: [10, 20], order: ['up', 'down'] })
  ours.bench('positional', noop).args([1, 'two', [3]])
  ours.bench('objects', noop).args('of', [new Map(), new Set()])
  ours.bench('$of objects', noop).args('of', [{ a: 1 }, { a: 2 }])
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
    '[object Object] objects [of={"a":1}]',
    '[object Object] objects [of={"a":2}]',
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

test('what mitata refuses is refused', () => {
  expect(() => ours.bench('no function', undefined as never)).toThrow(
    'expected iterator, generator or one-shot function',
  )
  expect(() => ours.bench('a', noop).gc('often' as never)).toThrow('invalid gc type')
  expect(() => ours.bench('a', noop).args(1 as never, 2 as never)).toThrow('invalid arguments')
})
