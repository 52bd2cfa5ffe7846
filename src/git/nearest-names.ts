import { editDistance } from '../model/edit-distance.ts'

/** Up to three of `names` that somebody who wrote `name` may have meant, nearest first. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const allowed = Math.max(2, Math.floor(name.length / 3))
  return names
    .filter((other) => Math.abs(other.length - name.length) <= allowed)
    .map((other) => ({ other, distance: editDistance(name, other) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ other }) => other)
}
