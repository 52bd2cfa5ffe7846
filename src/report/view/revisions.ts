import { type Assessment, type Revision, runIn } from '../../model/assessment.ts'
import type { RunKind } from '../../model/baseline.ts'
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

const OTHER_JOBS =
  'The interval of a change is as wide as jobs differ from one another: taken from successive stored runs on ' +
  'the same CPU, and wide where there are few of them.'

/** What a run in the place of base is called, above its column and in a sentence, and what it claims. */
export const RUN_WORDS: Record<RunKind, { column: string; run: string; claim: string }> = {
  stored: { column: 'Stored', run: 'stored run', claim: OTHER_JOBS },
}

/** What the two columns of values are called. */
export function sideNames({ command, baseline }: Assessment): { base: string; head: string } {
  const run = runIn(baseline)
  const base = run !== null ? RUN_WORDS[run.kind].column : command === 'record' ? 'Parent' : 'Base'
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
