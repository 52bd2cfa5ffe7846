import { editDistance } from './edit-distance.ts'

const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_.-]/g, '')

/** Up to `most` candidates that a mistyped word probably means, nearest first. */
export function nearestNames(word: string, candidates: readonly string[], most: number): string[] {
  const wanted = plain(word)
  if (wanted === '') return []
  const named = candidates.map((candidate) => ({ candidate, name: plain(candidate) }))
  const near = named
    .map((one) => ({ ...one, distance: editDistance(wanted, one.name) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.min(wanted.length, name.length) / 3))
    .sort((a, b) => a.distance - b.distance)
  const related = ({ name }: { name: string }) =>
    name.includes(wanted) || (name.length > 3 && wanted.includes(name))
  const meant = near.length > 0 || wanted.length < 3 ? near : named.filter(related)
  return meant.slice(0, most).map(({ candidate }) => candidate)
}

/** The candidate that a mistyped word probably means; null when none is near. */
export const didYouMean = (word: string, candidates: readonly string[]): string | null =>
  nearestNames(word, candidates, 1)[0] ?? null
