import { expect, test } from 'vitest'
import { centredByAll } from '../../src/stats/centring.ts'

const centred = (values: number[], ...groups: number[][]) => [
  ...centredByAll(
    Float64Array.from(values),
    groups.map((one) => Int32Array.from(one)),
  ),
]

test('values of one group stay as they are, even two of them', () => {
  expect(centred([1, 2], [7, 7])).toEqual([1, 2])
})

test('another group is put on the scale of the larger one, by its nearest values', () => {
  expect(centred([1, 1, 11, 1, 11, 2, 2, 12, 2, 2], [0, 0, 1, 0, 1, 0, 0, 1, 0, 0])).toEqual([
    1, 1, 1, 1, 1, 2, 2, 2, 2, 2,
  ])
})

test('fewer than three values of a group are held back', () => {
  expect(centred([1, 1, 1, 9, 1, 9], [0, 0, 0, 1, 0, 1])).toEqual([1, 1, 1, NaN, 1, NaN])
})

test('two ways in which values differ are taken off together', () => {
  const machine = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
  const image = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]
  const values = machine.map((one, i) => 10 * one + 3 * image[i]!)
  const found = centred(values, machine, image)
  expect(Math.max(...found) - Math.min(...found)).toBeCloseTo(0, 12)
})
