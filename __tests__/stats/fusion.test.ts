import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuse } from '../../src/stats/fusion.ts'

/** The same by Gauss-Jordan elimination of the whole normal equations: levels and the inverse's diagonal. */
function dense(values: number[], errors: number[], parents: number[], links: number[], linkErrors: number[]) {
  const n = values.length
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: 2 * n + 1 }, (_, j) => Number(j === n + 1 + i)),
  )
  for (let i = 0; i < n; i++) {
    if (!Number.isNaN(values[i]!)) {
      rows[i]![i]! += errors[i]! ** -2
      rows[i]![n]! += values[i]! * errors[i]! ** -2
    }
    const p = parents[i]!
    if (p < 0) continue
    const weight = linkErrors[i]! ** -2
    rows[i]![i]! += weight
    rows[p]![p]! += weight
    rows[i]![p]! -= weight
    rows[p]![i]! -= weight
    rows[i]![n]! += weight * links[i]!
    rows[p]![n]! -= weight * links[i]!
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

test('levels and errors are those of the whole normal equations, for any parents', () => {
  const point = fc.record({
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    error: fc.double({ min: 0.01, max: 1, noNaN: true }),
    isKnown: fc.boolean(),
    parent: fc.nat(),
    isLinked: fc.boolean(),
    link: fc.double({ min: -1, max: 1, noNaN: true }),
    linkError: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 8 }), (points) => {
      const parents = points.map(({ parent, isLinked }, i) => (isLinked && i > 0 ? parent % i : -1))
      // Each tree is known somewhere: its root.
      const values = points.map(({ value, isKnown }, i) => (isKnown || parents[i]! < 0 ? value : NaN))
      const rest = [
        points.map(({ error }) => error),
        parents,
        points.map(({ link }) => link),
        points.map(({ linkError }) => linkError),
      ] as const
      const expected = dense(values, ...rest)
      const found = fuse({
        values: Float64Array.from(values),
        errors: Float64Array.from(rest[0]),
        parents: Int32Array.from(parents),
        links: Float64Array.from(rest[2]),
        linkErrors: Float64Array.from(rest[3]),
      })
      for (let i = 0; i < values.length; i++) {
        expect(found.levels[i]).toBeCloseTo(expected.levels[i]!, 7)
        expect(found.errors[i]).toBeCloseTo(expected.errors[i]!, 7)
      }
    }),
    { numRuns: 100, seed: 13 },
  )
})

test('the interval grows with the distance from what is known, and nothing is known of a point alone', () => {
  const { levels, errors } = fuse({
    values: Float64Array.of(1, NaN, NaN, NaN),
    errors: Float64Array.of(0.03, 1, 1, 1),
    parents: Int32Array.of(-1, 0, 1, -1),
    links: Float64Array.of(NaN, 0.5, 0.25, NaN),
    linkErrors: Float64Array.of(NaN, 0.04, 0.12, NaN),
  })
  expect([...levels]).toEqual([1, expect.closeTo(1.5, 12), expect.closeTo(1.75, 12), NaN])
  expect([...errors]).toEqual([0.03, expect.closeTo(0.05, 12), expect.closeTo(0.13, 12), Infinity])
})
