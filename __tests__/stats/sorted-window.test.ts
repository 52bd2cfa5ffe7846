import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianInPlace } from '../../src/stats/noise.ts'
import { SortedWindow } from '../../src/stats/sorted-window.ts'

test('however it moves, median and deviation are those of the numbers in it', () => {
  const number = fc.oneof(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), fc.integer({ min: 0, max: 3 }))
  const list = fc.array(number, { minLength: 1, maxLength: 60 }).map((some) => Float64Array.from(some))
  const moves = fc.array(fc.tuple(fc.boolean(), fc.nat(3), fc.nat(5), fc.nat()), { maxLength: 30 })
  fc.assert(
    fc.property(list, list, moves, (one, other, steps) => {
      const window = new SortedWindow(60)
      let [from, to] = [0, 0]
      for (const [isOther, less, more, jump] of steps) {
        const values = isOther ? other : one
        // Mostly on, now and then anywhere.
        from = jump % 7 === 0 ? jump % values.length : Math.min(from + less, values.length)
        to = Math.min(Math.max(from, to + more), values.length)
        window.moveTo(values, from, to)
        const inside = values.slice(from, to)
        const median = medianInPlace(inside)
        expect(window.size).toBe(to - from)
        expect(window.median() + 0).toBe(median + 0)
        expect(window.deviation()).toBe(medianInPlace(inside.map((value) => Math.abs(value - median))))
      }
    }),
    { numRuns: 200, seed: 13 },
  )
})
