import { medianInPlace } from './noise.ts'

/** Fewer values of a group say too little of where it lies. */
const LEAST = 3
/** Values of the main group that one of another group is held against: those nearest to it. */
const NEAREST = 5
/**
 * Values of a group that count: this many of those nearest to the main group, and all as near as this. Others
 * may lie beyond a change of the level.
 */
const COUNTED = 10
const NEAR = 5

/**
 * Values of several groups (machines, whose speeds differ) on the scale of one: of each other group the
 * median difference to the 5 nearest values of the main one is taken off. NaN where a group has fewer than 3.
 * `main` null: the largest group.
 */
export function centred(values: Float64Array, groups: Int32Array, main: number | null = null): Float64Array {
  const places = new Map<number, number[]>()
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue
    const known = places.get(groups[i]!)
    if (known === undefined) places.set(groups[i]!, [i])
    else known.push(i)
  }
  if (places.size <= 1) return values
  const wanted = main === null ? undefined : places.get(main)
  const chosen = wanted !== undefined && wanted.length >= LEAST ? wanted : largest([...places.values()])
  const out = new Float64Array(values.length).fill(NaN)
  for (const own of places.values()) {
    if (own.length < LEAST) continue
    const offset = own === chosen ? 0 : offsetOf(values, own, chosen)
    for (const i of own) out[i] = values[i]! - offset
  }
  return out
}

/** Of equals the one that appeared last. */
const largest = (groups: readonly number[][]): number[] =>
  groups.reduce((a, b) => (b.length >= a.length ? b : a))

function offsetOf(values: Float64Array, own: readonly number[], main: readonly number[]): number {
  const differences: { distance: number; difference: number }[] = []
  let next = 0
  for (const i of own) {
    while (next < main.length && main[next]! < i) next++
    let [low, high] = [next - 1, next]
    const near = new Float64Array(Math.min(NEAREST, main.length))
    let distance = Infinity
    for (let k = 0; k < near.length; k++) {
      const isLow = high >= main.length || (low >= 0 && i - main[low]! <= main[high]! - i)
      const j = isLow ? main[low--]! : main[high++]!
      distance = Math.min(distance, Math.abs(i - j))
      near[k] = values[j]!
    }
    differences.push({ distance, difference: values[i]! - medianInPlace(near) })
  }
  const distances = differences.map(({ distance }) => distance).sort((a, b) => a - b)
  const reach = Math.max(NEAR, distances[Math.min(COUNTED, distances.length) - 1]!)
  return medianInPlace(
    Float64Array.from(
      differences.filter(({ distance }) => distance <= reach),
      ({ difference }) => difference,
    ),
  )
}
