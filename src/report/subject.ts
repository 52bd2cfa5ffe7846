import type { Revision } from '../model/assessment.ts'

/** Labels that say no more than the side does. */
const EMPTY = new Set(['', 'HEAD', 'head', 'base'])
const GENERATED = new Set(['merge-base', 'parent', 'working tree'])

/** A revision as its short commit and, where that is not the same, what the user called it. */
export function revisionParts({ label, sha, dirty }: Revision): {
  sha: string | null
  label: string | null
  dirty: boolean
} {
  const short = sha ? sha.slice(0, 7) : null
  return { sha: short, label: EMPTY.has(label.trim()) || sha?.startsWith(label) ? null : label, dirty }
}

/** True for words of ours, which need no quoting. */
export const isGenerated = (label: string): boolean => GENERATED.has(label)
