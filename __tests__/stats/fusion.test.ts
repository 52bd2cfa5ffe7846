import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuse, type Link } from '../../src/stats/fusion.ts'

/** The same by Gauss-Jordan elimination of the whole normal equations: levels and the inverse's diagonal. */
function dense(values: number[], errors: number[], links: readonly Link[]) {
  const n = values.length
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: 2 * n + 1 }, (_, j) => Number(j === n + 1 + i)),
  )
  for (let i = 0; i < n; i++) {
    if (!Number.isNaN(values[i]!)) {
      rows[i]![i]! += errors[i]! ** -2
      rows[i]![n]! += values[i]! * errors[i]! ** -2
    }
  }
  for (const { from, to, difference, error } of links) {
    const weight = error ** -2
    rows[to]![to]! += weight
    rows[from]![from]! += weight
    rows[to]![from]! -= weight
    rows[from]![to]! -= weight
    rows[to]![n]! += weight * difference
    rows[from]![n]! -= weight * difference
  }
  for (let k = 0; k < n; k++) {
    const pivot = rows[k]![k]!
    rows[k] = rows[k]!.map((one) => one / pivot)
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![k]!
      if (i !== k) rows[i] = rows[i]!.map((one, j) => one - factor * rows[k]![j]!)
    }
  }
  return { levels: rows.map((row) => row[n]!), errors: rows.map((row, i) => Math.sqrt(row[n + 1 + i]!)) }
}

test('levels and errors are those of the whole normal equations, for any links', () => {
  const link = fc.record({
    from: fc.nat(),
    to: fc.nat(),
    difference: fc.double({ min: -1, max: 1, noNaN: true }),
    error: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  const point = fc.record({
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    error: fc.double({ min: 0.01, max: 1, noNaN: true }),
    isKnown: fc.boolean(),
  })
  const series = fc.tuple(fc.array(point, { minLength: 1, maxLength: 8 }), fc.array(link, { maxLength: 12 }))
  fc.assert(
    fc.property(series, ([points, written]) => {
      const n = points.length
      const links = written.flatMap(({ from, to, ...link }) =>
        to % n > 0 ? [{ ...link, to: to % n, from: from % (to % n) }] : [],
      )
      // Something is known of each point that links lead from.
      const values = points.map(({ value, isKnown }, i) =>
        isKnown || !links.some(({ to }) => to === i) ? value : NaN,
      )
      const errors = points.map(({ error }) => error)
      const expected = dense(values, errors, links)
      const found = fuse({ values: Float64Array.from(values), errors: Float64Array.from(errors), links })
      for (let i = 0; i < n; i++) {
        expect(found.levels[i]).toBeCloseTo(expected.levels[i]!, 7)
        expect(found.errors[i]).toBeCloseTo(expected.errors[i]!, 7)
      }
    }),
    { numRuns: 100, seed: 13 },
  )
})

test('the interval grows with the distance from what is known, and nothing is known of points apart', () => {
  const { levels, errors } = fuse({
    values: Float64Array.of(1, NaN, NaN, NaN, NaN),
    errors: Float64Array.of(0.03, 1, 1, 1, 1),
    links: [
      { from: 0, to: 1, difference: 0.5, error: 0.04 },
      { from: 1, to: 2, difference: 0.25, error: 0.12 },
      { from: 3, to: 4, difference: 0.25, error: 0.12 },
    ],
  })
  expect([...levels]).toEqual([1, expect.closeTo(1.5, 12), expect.closeTo(1.75, 12), NaN, NaN])
  expect([...errors]).toEqual([
    expect.closeTo(0.03, 12),
    expect.closeTo(0.05, 12),
    expect.closeTo(0.13, 12),
    Infinity,
    Infinity,
  ])
})
