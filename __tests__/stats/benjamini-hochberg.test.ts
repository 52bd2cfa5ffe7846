import { expect, test } from 'vitest'
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts'

test('the example of the 1995 paper: four of fifteen', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  expect(benjaminiHochberg(p, 0.05).filter(Boolean)).toHaveLength(4)
})

test('a large rank carries smaller ones that miss their own threshold', () => {
  expect(benjaminiHochberg([0.04, 0.9, 0.03, 0.045], 0.06)).toEqual([true, false, true, true])
})

test('order is kept, ties go together, the threshold itself rejects', () => {
  expect(benjaminiHochberg([0.5, 0.25, 0.25], 0.375)).toEqual([false, true, true])
  expect(benjaminiHochberg([0.05], 0.05)).toEqual([true])
  expect(benjaminiHochberg([1, 0.06], 0.1)).toEqual([false, false])
  expect(benjaminiHochberg([], 0.05)).toEqual([])
})
