const LONGEST_COMPARED = 100

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours (Damerau
 * 1964). A `*` in `pattern` stands for any text at no cost, so that a glob can be compared with the names it
 * may have meant.
 */
export function editDistance(pattern: string, word: string): number {
  const a = pattern.slice(0, LONGEST_COMPARED)
  const b = word.slice(0, LONGEST_COMPARED)
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const free = a[i - 1] === '*'
    const row = [last[0]! + (free ? 0 : 1)]
    for (let j = 1; j <= b.length; j++) {
      if (free) {
        row.push(Math.min(last[j]!, row[j - 1]!))
        continue
      }
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}

/** The candidate with the least distance, the first of several; null where all are infinitely far. */
export function nearest<T>(candidates: Iterable<T>, distanceTo: (candidate: T) => number): T | null {
  let found: T | null = null
  let least = Infinity
  for (const candidate of candidates) {
    const distance = distanceTo(candidate)
    if (distance < least) [found, least] = [candidate, distance]
  }
  return found
}

/** The distance of two words where it is at most `most`, otherwise Infinity. */
export function distanceWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  const distance = editDistance(a, b)
  return distance <= most ? distance : Infinity
}
