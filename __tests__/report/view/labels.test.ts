import { expect, test } from 'vitest'
import { labelsOf, namesOf } from '../../../src/report/view/labels.ts'
import { keyOf } from '../../keys.ts'

const labels = (...keys: ReturnType<typeof keyOf>[]) => keys.map(labelsOf(keys))

test('a name that nothing else has stands alone', () => {
  expect(labels(keyOf('parse/small'), keyOf('parse/large'))).toEqual(['parse/small', 'parse/large'])
})

test('one that several suites have is followed by the shortest end of the path that tells them apart', () => {
  expect(
    labels(
      keyOf('noop', 'packages/core/parse-headers.bench.ts'),
      keyOf('noop', 'packages/node/parse-headers.bench.ts'),
      keyOf('noop', 'packages/core/other.bench.ts'),
      keyOf('other', 'packages/core/other.bench.ts'),
    ),
  ).toEqual(['noop · core/parse-headers', 'noop · node/parse-headers', 'noop · other', 'other'])
})

test('the whole path where its end is that of another, and the ending where only that differs', () => {
  expect(labels(keyOf('a', 'x.ts'), keyOf('a', 'lib/x.ts'))).toEqual(['a · x', 'a · lib/x'])
  expect(labels(keyOf('a', 'x.bench.ts'), keyOf('a', 'x.bench.mjs'))).toEqual([
    'a · x.bench.ts',
    'a · x.bench.mjs',
  ])
})

test('the second of one suite has its number behind it', () => {
  expect(labels(keyOf('noop', 's', 1), keyOf('noop', 's', 2))).toEqual(['noop', 'noop #2'])
  expect(labels(keyOf('noop', 's', 2), keyOf('noop', 't', 1))).toEqual(['noop · s #2', 'noop · t'])
})

test('a command is called by its line', () => {
  expect(labels(keyOf('a', 'go test ./x'), keyOf('a', 'go test ./y'))).toEqual([
    'a · go test ./x',
    'a · go test ./y',
  ])
})

test('a rule is narrowed by what tells its benchmark from others of the name', () => {
  const keys = [keyOf('noop', 's'), keyOf('noop', 't', 1), keyOf('noop', 't', 2), keyOf('x', 't')]
  expect(keys.map(namesOf(keys).narrowing)).toEqual([
    { suite: 's' },
    { suite: 't', occurrence: 1 },
    { suite: 't', occurrence: 2 },
    {},
  ])
})

// Comparing each with each would take minutes.
test('of 20,000 suites that have one name', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => keyOf('noop', `packages/${i}/test/parse.bench.ts`))
  expect(labelsOf(keys)(keys.at(-1)!)).toBe('noop · 19999/test/parse')
})
