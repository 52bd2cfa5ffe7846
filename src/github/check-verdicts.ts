import type { CheckRun } from './check-run.ts'
import type { Client } from './client.ts'
import { legName } from './legs.ts'

// A check run is known to branch protection by its commit and name, and the latest one counts. A commit can
// be judged more than once: it is proposed to two branches, or two jobs measure it. So each check run carries
// what its own job concluded, and says the worst of what all of them concluded last.

/** What a verdict is about. `branch`: a commit against the merge base; `record`: one that is stored. */
export type Subject = `pull-${number}` | 'merge-group' | 'branch' | 'record'

export type Conclusion = 'success' | 'neutral' | 'failure'

/** What one job concluded of one subject. */
export interface Verdict {
  key: string
  /** What was judged: a check run stands on a commit, which may be judged for several. */
  subject: Subject
  /** Which of the jobs that judge the same (see `legOf`). */
  leg: string
  conclusion: Conclusion
  /** Unique to this attempt of this run, so that the check run is found again when an answer is lost. */
  runId: number
  runAttempt: number
}

/** A verdict, and the words of its check run for it; null: that one spoke of another, worse verdict. */
export type Spoken = Verdict & { title: string | null }

/** What a check run says as a whole. */
export interface Standing {
  conclusion: Conclusion
  title: string
  /** Markdown. */
  summary: string
}

/** Lines of a list that nobody reads to its end. */
const SHOWN = 20
export const BY_GRAVITY: readonly Conclusion[] = ['success', 'neutral', 'failure']
const gravity = ({ conclusion }: Verdict): number => BY_GRAVITY.indexOf(conclusion)

/** `v2/key/subject/leg/conclusion/run/attempt`, about 150 characters at most. */
export const externalIdOf = ({ key, subject, leg, conclusion, runId, runAttempt }: Verdict): string =>
  ['v2', key, subject, leg, conclusion, runId, runAttempt].join('/')

const EXTERNAL_ID =
  /^v2\/(?<key>[\w.-]{1,50})\/(?<subject>pull-[1-9]\d{0,14}|merge-group|branch|record)\/(?<leg>[\w.-]{1,80})\/(?<conclusion>success|neutral|failure)\/(?<runId>[1-9]\d{0,14})\/(?<runAttempt>[1-9]\d{0,5})$/

/**
 * The verdict in an external id; null for any other text, that of older versions (`key/run/attempt`, of no
 * subject) among them.
 */
export function verdictIn(externalId: string | null): Verdict | null {
  const { groups } = EXTERNAL_ID.exec(externalId ?? '') ?? {}
  if (groups === undefined) return null
  return {
    key: groups['key']!,
    subject: groups['subject'] as Subject,
    leg: groups['leg']!,
    conclusion: groups['conclusion'] as Conclusion,
    runId: Number(groups['runId']),
    runAttempt: Number(groups['runAttempt']),
  }
}

/** What others than `own` concluded last under the same key: of each subject and job the newest check run. */
export function otherVerdicts(own: Verdict, runs: readonly Omit<CheckRun, 'html_url' | 'app'>[]): Spoken[] {
  const newest = new Map<string, Spoken>()
  for (const { external_id, conclusion, output } of runs.toSorted((a, b) => a.id - b.id)) {
    const verdict = verdictIn(external_id)
    if (verdict === null || verdict.key !== own.key) continue
    if (verdict.subject === own.subject && verdict.leg === own.leg) continue
    const isItsOwn = conclusion === verdict.conclusion
    const title = isItsOwn && output.title ? withoutSubject(output.title, verdict.subject) : null
    newest.set(`${verdict.subject}/${verdict.leg}`, { ...verdict, title })
  }
  return [...newest.values()]
}

/**
 * The worst of a verdict and the others, which says whose it is and lists them all. Without others it is the
 * verdict alone.
 */
export function standing(
  own: Verdict & { title: string; summary: string },
  others: readonly Spoken[],
  { repository, serverUrl }: Pick<Client, 'repository' | 'serverUrl'>,
): Standing {
  const { conclusion, title, summary } = own
  if (others.length === 0) return { conclusion, title, summary }
  // Of equals its own comes first: it is the one that the rest of the summary is about.
  const all: Spoken[] = [own, ...others].sort((a, b) => gravity(b) - gravity(a))
  const [worst] = all as [Spoken, ...Spoken[]]
  const address = `${serverUrl}/${repository.owner}/${repository.repo}`
  const severalJobs = new Set(all.map(({ leg }) => leg)).size > 1
  const lines = all.slice(0, SHOWN).map((verdict) => {
    const { subject, leg, runId } = verdict
    const number = /^pull-(\d+)$/.exec(subject)?.[1]
    const what = number === undefined ? nameOf(subject) : `[#${number}](${address}/pull/${number})`
    const job = severalJobs ? `, job \`${legName(leg)}\`` : ''
    const where = verdict === own ? 'below' : `[run](${address}/actions/runs/${runId})`
    return `- ${what}${job}: ${verdict.conclusion} (${where})`
  })
  if (all.length > SHOWN) lines.push(`- and ${all.length - SHOWN} more`)
  return {
    conclusion: worst.conclusion,
    title: `${nameOf(worst.subject)}: ${worst.title ?? worst.conclusion}`,
    summary: [
      'This commit was judged more than once, and the worst verdict stands:',
      lines.join('\n'),
      'A verdict is replaced when its job runs again. A new commit has none yet.',
      summary,
    ].join('\n\n'),
  }
}

const NAMES = { 'merge-group': 'Merge group', branch: 'Branch', record: 'Recorded commit' }

const nameOf = (subject: Subject): string =>
  subject in NAMES ? NAMES[subject as keyof typeof NAMES] : `#${subject.slice('pull-'.length)}`

function withoutSubject(title: string, subject: Subject): string {
  const prefix = `${nameOf(subject)}: `
  return title.startsWith(prefix) ? title.slice(prefix.length) : title
}
