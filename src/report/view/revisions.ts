import type { Assessment, Revision } from '../../model/assessment.ts'
import { outside } from '../text/outside.ts'

/** Labels that say no more than the side does. */
const EMPTY = new Set(['', 'HEAD', 'head', 'base'])
const GENERATED = new Set(['merge-base', 'parent', 'working tree'])

/** A revision as its commit and, where that is not the same, what the user called it. */
export function revisionView({ label, sha, dirty }: Revision) {
  // Words of ours need no quoting.
  const isGenerated = GENERATED.has(label)
  return {
    commit: sha ? outside('commit', sha) : null,
    label:
      EMPTY.has(label.trim()) || sha?.startsWith(label)
        ? null
        : outside(isGenerated ? 'label' : 'ref', label),
    isGenerated,
    dirty,
  }
}

export type RevisionView = ReturnType<typeof revisionView>

/** What the two columns of values are called. */
export function sideNames({ command, baseline }: Assessment): { base: string; head: string } {
  const base = baseline.kind === 'stored' ? 'Stored' : command === 'record' ? 'Parent' : 'Base'
  return { base, head: { check: 'PR', compare: 'head', record: 'commit' }[command] }
}

/** True where head was measured alone and there was nothing to compare it with. */
export const isAlone = ({ base, baseline, measuredBy }: Assessment): boolean =>
  baseline.kind === 'none' && (measuredBy.kind === 'tools' || base.sha === null)

/** An ISO date as people read it, to the day or to the minute; null for anything else. */
export function formatDate(iso: string, precision: 'day' | 'minute'): string | null {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 0 || at.getUTCFullYear() > 9999) return null
  const [day = '', time = ''] = at.toISOString().split('T')
  return precision === 'day' ? day : `${day} ${time.slice(0, 5)} UTC`
}
