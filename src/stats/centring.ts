import { medianInPlace } from './noise.ts'

/** The fewest values of a group from which its level can be told. */
const LEAST = 3
/** A value of another group is compared with so many of the nearest values of the main group. */
const NEAREST = 5
/**
 * So many values of a group count, those nearest to the main group, and all that are within this distance.
 * Values further away may be beyond a change of the level.
 */
const COUNTED = 10
const NEAR = 5

/**
 * Values of several groups (machines, whose speeds differ) on the scale of one: of each other group the
 * median difference to the 5 nearest values of the main one is taken off. NaN where a group has fewer than 3.
 * `main` null: the largest group.
 */
function centred(values: Float64Array, groups: Int32Array, main: number | null = null): Float64Array {
  if (isOne(groups)) return values
  const { names, places } = placesOf(values, groups)
  if (places.length <= 1) return values
  const wanted = main === null ? undefined : places[names.indexOf(main)]
  const chosen = wanted !== undefined && wanted.length >= LEAST ? wanted : largest(places)
  const out = new Float64Array(values.length).fill(NaN)
  for (const own of places) {
    if (own.length < LEAST) continue
    const offset = own === chosen ? 0 : offsetOf(values, own, chosen)
    for (let k = 0; k < own.length; k++) out[own[k]!] = values[own[k]!]! - offset
  }
  return out
}

/** The places of the values of each group, in the order in which groups appear. Valid until the next call. */
function placesOf(values: Float64Array, groups: Int32Array): { names: number[]; places: Int32Array[] } {
  const n = values.length
  const { numberOf, order } = roomFor(n)
  const names: number[] = []
  const counts: number[] = []
  const numbers = new Map<number, number>()
  let [name, number] = [NaN, -1]
  for (let i = 0; i < n; i++) {
    numberOf[i] = -1
    if (Number.isNaN(values[i]!)) continue
    if (groups[i] !== name) {
      name = groups[i]!
      number = numbers.get(name) ?? names.length
      if (number === names.length) {
        numbers.set(name, number)
        names.push(name)
        counts.push(0)
      }
    }
    numberOf[i] = number
    counts[number]!++
  }
  const places: Int32Array[] = []
  let start = 0
  for (let k = 0; k < counts.length; k++) {
    places.push(order.subarray(start, start + counts[k]!))
    start += counts[k]!
    // From here on where its next place comes.
    counts[k] = start - counts[k]!
  }
  for (let i = 0; i < n; i++) if (numberOf[i]! >= 0) order[counts[numberOf[i]!]!++] = i
  return { names, places }
}

/** Arrays that are reused: a window is centred at each commit, and allocating them takes time. */
let room = makeRoom(0)

function makeRoom(n: number) {
  return {
    numberOf: new Int32Array(n),
    order: new Int32Array(n),
    following: new Int32Array(n),
    distances: new Int32Array(n),
    differences: new Float64Array(n),
  }
}

function roomFor(n: number): typeof room {
  if (room.order.length < n) room = makeRoom(n)
  return room
}

function isOne(groups: Int32Array): boolean {
  for (let i = 1; i < groups.length; i++) if (groups[i] !== groups[0]) return false
  return true
}

/** Of equals the one that appeared last. */
const largest = (groups: readonly Int32Array[]): Int32Array =>
  groups.reduce((a, b) => (b.length >= a.length ? b : a))

function offsetOf(values: Float64Array, own: Int32Array, main: Int32Array): number {
  const near = new Float64Array(Math.min(NEAREST, main.length))
  const { following, distances, differences } = room
  findNearest(main, own)
  const reach = reachOf(distances.subarray(0, own.length))
  let count = 0
  for (let k = 0; k < own.length; k++) {
    if (distances[k]! > reach) continue
    const i = own[k]!
    let high = following[k]!
    let low = high - 1
    for (let found = 0; found < near.length; found++) {
      const isLow = high >= main.length || (low >= 0 && i - main[low]! <= main[high]! - i)
      near[found] = values[isLow ? main[low--]! : main[high++]!]!
    }
    differences[count++] = values[i]! - medianInPlace(near)
  }
  return medianInPlace(differences.subarray(0, count))
}

/** For each place of a group, which of the main ones is the first after it, and how far the nearest is. */
function findNearest(main: Int32Array, own: Int32Array): void {
  const { following, distances } = room
  let next = 0
  for (let k = 0; k < own.length; k++) {
    const i = own[k]!
    while (next < main.length && main[next]! < i) next++
    following[k] = next
    const after = next < main.length ? main[next]! - i : FAR
    const before = next > 0 ? i - main[next - 1]! : FAR
    distances[k] = Math.min(before, after)
  }
}
const FAR = 2 ** 30

/** The distance up to which the values of a group count. */
function reachOf(distances: Int32Array): number {
  const wanted = Math.min(COUNTED, distances.length)
  let near = 0
  for (let k = 0; k < distances.length; k++) if (distances[k]! <= NEAR) near++
  return near >= wanted ? NEAR : distances.toSorted()[wanted - 1]!
}

/**
 * Values centred for each of several attributes in which they differ (processor, Node, image). If there is
 * more than one, each is centred a second time after the others, since the first pass still contained the
 * differences of the later ones.
 */
export function centredByAll(
  values: Float64Array,
  groupings: readonly Int32Array[],
  mainOf: (groups: Int32Array) => number | null = () => null,
): Float64Array {
  const differing = groupings.filter((groups) => !isOne(groups))
  const rounds = differing.length > 1 ? [...differing, ...differing] : differing
  return rounds.reduce((sofar, groups) => centred(sofar, groups, mainOf(groups)), values)
}
