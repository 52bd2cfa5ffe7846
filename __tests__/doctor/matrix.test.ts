import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inLeg, legsOf } from '../../src/doctor/matrix.ts'

const legs = (matrix: string) => {
  const found = legsOf({ data: { strategy: { matrix: parse(matrix) } } })
  return Array.isArray(found) ? found.map((leg) => Object.values(leg).join(' ')) : found
}

test.each([
  ['{ os: [linux, mac], node: [22, 24] }', ['linux 22', 'linux 24', 'mac 22', 'mac 24']],
  [
    '{ os: [linux, mac], node: [22, 24], exclude: [{ os: mac, node: 22 }] }',
    ['linux 22', 'linux 24', 'mac 24'],
  ],
  ['{ os: [linux, mac], exclude: [{ os: mac }] }', ['linux']],
  // GitHub's own example of include.
  [
    '{ fruit: [apple, pear], animal: [cat, dog], include: [{ color: green }, { color: pink, animal: cat }, { fruit: apple, shape: circle }, { fruit: banana }, { fruit: banana, animal: cat }] }',
    [
      'apple cat pink circle',
      'apple dog green circle',
      'pear cat pink',
      'pear dog green',
      'banana',
      'banana cat',
    ],
  ],
  ['{ include: [{ os: linux }, { os: mac }] }', ['linux', 'mac']],
  ['{ os: linux }', 'unknown'],
  ['${{ fromJSON(needs.plan.outputs.matrix) }}', 'unknown'],
  ['{ os: "${{ fromJSON(x) }}" }', 'unknown'],
])('the legs of %s', (matrix, expected) => {
  expect(legs(matrix)).toEqual(expected)
})

test('a job without a matrix has no legs', () => {
  expect(legsOf({ data: {} })).toBeNull()
  expect(legsOf({ data: { strategy: { 'fail-fast': false } } })).toBeNull()
})

test('there are no more legs than GitHub starts', () => {
  const many = `[${Array.from({ length: 300 }, (_, i) => i).join(', ')}]`
  expect(legs(`{ a: ${many}, b: ${many}, c: ${many} }`)).toHaveLength(256)
})

test('a text in a leg', () => {
  expect(inLeg('${{ matrix.os }}-${{matrix.node}}-${{ matrix.other }}', { os: 'linux', node: 24 })).toBe(
    'linux-24-${{ matrix.other }}',
  )
})
