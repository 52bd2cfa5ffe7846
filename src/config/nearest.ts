import { distanceWithin, nearest } from '../model/edit-distance.ts'

const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_.-]/g, '')

/** The candidate that was probably meant by a mistyped word; null when none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | null {
  const wanted = plain(word)
  if (wanted === '') return null
  const close = nearest(candidates, (candidate) => {
    const name = plain(candidate)
    return distanceWithin(wanted, name, Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3)))
  })
  if (close !== null || wanted.length < 3) return close
  const related = (candidate: string) => {
    const name = plain(candidate)
    return name.includes(wanted) || (name.length > 3 && wanted.includes(name))
  }
  return candidates.find(related) ?? null
}
