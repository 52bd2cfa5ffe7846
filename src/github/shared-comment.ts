import { BY_GRAVITY, type Conclusion } from './check-verdicts.ts'
import { legName } from './legs.ts'

// Legs of a matrix that share a key share a comment. Its last lines, which people do not see where it has one
// leg, hold what each leg concluded of the commit, so that the one that ends last hides no worse one.

/** What one leg concluded of one commit. */
interface Entry {
  leg: string
  conclusion: Conclusion
  runId: number
  runAttempt: number
}

/** What a job has to say of a commit. */
export interface Part extends Entry {
  commit: string
  /** Markdown, with the marker of its key or without. */
  body: string
}

export interface SharedComment {
  text: string
  /** Legs of the same workflow run, beside the own one, that the comment is of. */
  sharing: string[]
}

interface Found {
  commit: string
  /** The leg whose body is shown. */
  shown: string
  body: string
  entries: Entry[]
}

/** Entries that are kept, the worst ones, and those that are listed: a comment has 65,536 characters. */
const MAX_ENTRIES = 20
const MAX_LISTED = 10
const BODY = '\n<!-- benchgate:body -->\n'
const JOBS = '\n<!-- benchgate:jobs v1 '
const ENTRY = /^([\w.-]{1,80})\/(success|neutral|failure)\/([1-9]\d{0,14})\/([1-9]\d{0,5})$/

const gravity = ({ conclusion }: Entry): number => BY_GRAVITY.indexOf(conclusion)
const worstFirst = (a: Entry, b: Entry): number => gravity(b) - gravity(a) || (a.leg < b.leg ? -1 : 1)
const isNewer = (a: Entry, b: Entry): boolean => (a.runId - b.runId || a.runAttempt - b.runAttempt) > 0

/**
 * The comment of a key, from what this job has to say and what its comments say now. Of the legs that judged
 * the same commit the worst is shown; a leg replaces only its own earlier attempts. Whoever composes it from
 * the same parts gets the same text, so that jobs that write at once agree.
 */
export function sharedComment(
  own: Part,
  existing: readonly string[],
  { marker, key, line, runs }: { marker: string; key: string; line: string; runs: string },
): SharedComment {
  const found = existing
    .flatMap((text) => foundIn(text, marker))
    .filter(({ commit }) => commit === own.commit)
  const entries = new Map<string, Entry>()
  for (const entry of [...found.flatMap((one) => one.entries), own]) {
    const known = entries.get(entry.leg)
    if (known === undefined || !isNewer(known, entry)) entries.set(entry.leg, entry)
  }
  const isOwn = entries.get(own.leg) === own
  const bodies = [
    ...(isOwn ? [{ leg: own.leg, body: withoutMarker(own.body, marker) }] : []),
    ...found
      .filter(({ shown }) => !isOwn || shown !== own.leg)
      .map(({ shown: leg, body }) => ({ leg, body })),
  ]
  const all = [...entries.values()].sort(worstFirst).slice(0, MAX_ENTRIES)
  const [worst] = all as [Entry, ...Entry[]]
  const shown = bodies.toSorted((a, b) => worstFirst(entries.get(a.leg)!, entries.get(b.leg)!))[0]!
  const isWorse = gravity(worst) > gravity(entries.get(shown.leg)!)
  const listed = all.slice(0, MAX_LISTED).map((one) => lineOf(one, runs))
  if (all.length > MAX_LISTED) listed.push(`- and ${all.length - MAX_LISTED} more`)
  const banner =
    all.length === 1
      ? ''
      : `\n**${all.length} jobs judged this commit under the key \`${key}\`, and the worst verdict stands:**\n\n${listed.join('\n')}\n\nGive each its own comment, check run and stored runs, in its step's \`with:\`: \`${line}\`\n`
  const heading = isWorse ? `### ❌ Another job found more:\n\n${lineOf(worst, runs)}\n${BODY}` : ''
  const state = all.map((one) => [one.leg, one.conclusion, one.runId, one.runAttempt].join('/')).join(' ')
  return {
    text: `${marker}\n${heading}${shown.body.trimEnd()}\n${JOBS}${own.commit} ${shown.leg} ${state} -->${banner}`,
    sharing: all.flatMap(({ leg, runId }) => (leg !== own.leg && runId === own.runId ? [leg] : [])),
  }
}

const withoutMarker = (text: string, marker: string): string =>
  text.startsWith(`${marker}\n`) ? text.slice(marker.length + 1) : text

const lineOf = ({ leg, conclusion, runId }: Entry, runs: string): string =>
  `- \`${legName(leg)}\`: ${conclusion} ([run](${runs}/${runId}))`

/** What a comment says of its legs; nothing where it was written by an older version. */
function foundIn(text: string, marker: string): Found[] {
  const whole = text.replaceAll('\r\n', '\n')
  const at = whole.lastIndexOf(JOBS)
  const end = whole.indexOf(' -->', at)
  if (at === -1 || end === -1) return []
  const [commit = '', shown = '', ...written] = whole.slice(at + JOBS.length, end).split(' ')
  const entries = written.slice(0, MAX_ENTRIES).flatMap((one): Entry[] => {
    const [, leg, conclusion, runId, runAttempt] = ENTRY.exec(one) ?? []
    if (leg === undefined) return []
    return [
      { leg, conclusion: conclusion as Conclusion, runId: Number(runId), runAttempt: Number(runAttempt) },
    ]
  })
  const body = withoutMarker(whole.slice(0, at), marker)
  const from = body.indexOf(BODY)
  return entries.some(({ leg }) => leg === shown)
    ? [{ commit, shown, entries, body: from === -1 ? body : body.slice(from + BODY.length) }]
    : []
}
