import { expect, test } from 'vitest'
import { isPartOfLine, isStepLike } from '../../src/stats/line-or-step.ts'
import { createRandom } from '../../src/stats/random.ts'
import { theilSen } from '../../src/stats/theil-sen.ts'

const x = Array.from({ length: 60 }, (_, i) => i)
const random = createRandom('line or step')
const isStep = (shape: (i: number) => number, noise: number) => {
  const y = x.map((i) => shape(i) + noise * random.normal())
  return isStepLike(x, y, theilSen(x, y)!)
}
const line = (i: number) => i / 59
const stepAt = (place: number) => (i: number) => Number(i >= place)

test.each([3, 20, 30, 57])('a step at %i is a step, and a line none', (place) => {
  expect(isStep(stepAt(place), 0.05)).toBe(true)
  expect(isStep(line, 0.05)).toBe(false)
})

test('wild values decide nothing', () => {
  const wild = (shape: (i: number) => number) => (i: number) => (i % 7 === 2 ? 50 : shape(i))
  expect(isStep(wild(stepAt(30)), 0.05)).toBe(true)
  expect(isStep(wild(line), 0.05)).toBe(false)
})

test('without any noise', () => {
  expect(isStep(stepAt(30), 0)).toBe(true)
  expect(isStep(line, 0)).toBe(false)
  expect(isStep((i) => Math.floor(i / 6), 0)).toBe(false)
  expect(isStep(() => 5, 0)).toBe(false)
})

test('two steps up are more of a line than of one step', () => {
  expect(isStep((i) => Math.floor(i / 20), 0.3)).toBe(false)
})

const isPart = (shape: (i: number) => number, steps: number[], noise: number) => {
  const sigma = noise || 0.1
  return isPartOfLine(
    x,
    x.map((i) => shape(i) + noise * random.normal()),
    steps,
    sigma,
  )
}
const stairs = (i: number) => stepAt(20)(i) + stepAt(40)(i)

test.each([0, 0.05, 0.1])(
  'steps of a line are parts of it, those of a staircase are not: noise %d',
  (noise) => {
    expect(isPart((i) => 2 * line(i), [20, 40], noise)).toBe(true)
    expect(isPart(stairs, [20, 40], noise)).toBe(false)
    // A step on top of the line.
    expect(isPart((i) => 2 * line(i) + stepAt(50)(i), [20, 50], noise)).toBe(false)
  },
)
