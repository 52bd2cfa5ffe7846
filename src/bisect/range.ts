import { UserError } from '../errors.ts'
import { nameOf } from '../checkout/code-files.ts'
import { MANAGERS } from '../checkout/package-managers.ts'
import { readCommit } from '../git/commit-info.ts'
import { splitNul } from '../git/git.ts'
import { resolveRef } from '../git/refs.ts'
import type { Repository } from '../git/repository.ts'

/** A commit of a range. */
export interface RangeCommit {
  sha: string
  subject: string
  /** Number of the pull request that the subject names; null: none. */
  pull: number | null
  isMerge: boolean
  /** False if it only changes prose, tests and workflows, which rarely make code slower. */
  likely: boolean
  /** Whether it declares the same dependencies as the last commit. */
  sameDependencies: boolean
}

/** The commits that are searched: the good end first, then each on the way to the bad end, which is last. */
export interface Range {
  good: string
  bad: string
  /** As they were asked for. */
  labels: { good: string; bad: string }
  commits: readonly RangeCommit[]
  /** Commits that change no file, which cannot be the cause, and stand for the one before them. */
  empty: number
}

const MAX_COMMITS = 10_000
/** In longer ranges, the files that each commit changes are not read. */
const MAX_COMMITS_WITH_FILES = 2_000
const MAX_SUBJECT = 200

/** Reads the first-parent history between two refs: a merge is one commit. */
export async function readRange(
  repository: Repository,
  labels: { good: string; bad: string },
): Promise<Range> {
  const good = await resolveRef(repository, labels.good, 'good ref')
  const bad = await resolveRef(repository, labels.bad, 'bad ref')
  await refuseUnrelated(repository, { good, bad }, labels)
  const { git } = repository
  const listed = await git.text(
    'log',
    '-z',
    '--first-parent',
    '--reverse',
    `--max-count=${MAX_COMMITS + 1}`,
    '--format=%H%x1f%P%x1f%T%x1f%s',
    `${good}..${bad}`,
    '--',
  )
  const all = listed.split('\0').filter((record) => record !== '')
  if (all.length > MAX_COMMITS)
    throw new UserError(
      'usage',
      `there are more than ${MAX_COMMITS} commits between ${labels.good} and ${labels.bad}`,
      'Name a good commit that is nearer, such as a release tag.',
    )
  const records = all.map(recordOf)
  const firstParent = records[0]!.parents[0]
  if (firstParent !== good) throw notOnTheLine(labels, firstParent)
  const changed = await changedFiles(repository, good, bad, records)
  const { tree } = recordOf(await git.text('log', '-1', '--format=%H%x1f%P%x1f%T%x1f%s', good, '--'))
  const differing = records.filter((record, i) => record.tree !== (records[i - 1]?.tree ?? tree))
  if (differing.length === 0)
    throw new UserError(
      'usage',
      `no commit between ${labels.good} and ${labels.bad} changes a file`,
      'Name a good commit from before the change.',
    )
  const { subject } = await readCommit(git, good)
  const lastDependencies = differing.findLastIndex(({ sha }) => (changed.get(sha) ?? []).some(isManifest))
  return {
    good,
    bad,
    labels,
    empty: records.length - differing.length,
    commits: [
      {
        ...described({ sha: good, parents: [], subject }),
        likely: true,
        sameDependencies: lastDependencies < 0,
      },
      ...differing.map((record, i) => ({
        ...described(record),
        likely: !(changed.get(record.sha) ?? ['']).every((path) => path !== '' && isUnlikely(path)),
        sameDependencies: i >= lastDependencies,
      })),
    ],
  }
}

interface Entry {
  sha: string
  parents: string[]
  tree: string
  subject: string
}

function recordOf(record: string): Entry {
  const [sha = '', parents = '', tree = '', ...subject] = record.split('\x1f')
  return {
    sha,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    tree,
    subject: subject.join(' '),
  }
}

function described({ sha, parents, subject }: Omit<Entry, 'tree'>) {
  const line = subject
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_SUBJECT)
  return { sha, subject: line, pull: pullOf(line), isMerge: parents.length > 1 }
}

/** The number that a squashed or merged pull request leaves in the subject. */
function pullOf(subject: string): number | null {
  const found = /^Merge pull request #(\d{1,9}) /.exec(subject) ?? /\(#(\d{1,9})\)\s*$/.exec(subject)
  return found === null ? null : Number(found[1])
}

async function refuseUnrelated(
  { git, shallow, host }: Repository,
  { good, bad }: { good: string; bad: string },
  labels: Range['labels'],
): Promise<void> {
  const names = `${labels.good} (${good.slice(0, 7)}) and ${labels.bad} (${bad.slice(0, 7)})`
  if (good === bad)
    throw new UserError(
      'usage',
      `${names} are the same commit: there is nothing between them`,
      'Name a commit from before the change, and one from after it.',
    )
  if ((await git.ask('merge-base', '--is-ancestor', good, bad)).ok) return
  if ((await git.ask('merge-base', '--is-ancestor', bad, good)).ok)
    throw new UserError(
      'usage',
      `${labels.bad} (${bad.slice(0, 7)}) lies before ${labels.good} (${good.slice(0, 7)})`,
      `Name the older one first: benchgate bisect ${labels.bad} ${labels.good}.`,
    )
  const base = await git.maybe('merge-base', good, bad)
  const nearest = base === null ? '' : ` The last commit that both have is ${base.slice(0, 7)}.`
  throw new UserError(
    'usage',
    `${labels.good} (${good.slice(0, 7)}) is no ancestor of ${labels.bad} (${bad.slice(0, 7)})`,
    shallow
      ? `This clone is shallow: ${host.wholeHistory.clause}.`
      : `Name a good commit from the history of ${labels.bad}.${nearest}`,
  )
}

const notOnTheLine = ({ good, bad }: Range['labels'], nearest: string | undefined): UserError =>
  new UserError(
    'usage',
    `${good} came into ${bad} by a merge, and bisect follows first parents, where a merge is one commit`,
    nearest === undefined
      ? `Name a commit from the first-parent history of ${bad}: git log --first-parent ${bad}`
      : `Name the last commit of that line that it builds on: benchgate bisect ${nearest.slice(0, 7)} ${bad}`,
  )

/** The files that each commit changes against its first parent; for long ranges of none. */
async function changedFiles(
  { git }: Repository,
  good: string,
  bad: string,
  records: readonly Entry[],
): Promise<Map<string, string[]>> {
  const changed = new Map<string, string[]>()
  if (records.length > MAX_COMMITS_WITH_FILES) return changed
  const args = ['-z', '--first-parent', '-m', '--reverse', '--no-renames', '--name-only', '--format=%H']
  // The files only decide which commits are measured first, so a range that changes too many goes without.
  const answer = await git.ask('log', ...args, `${good}..${bad}`, '--').catch(() => null)
  if (!answer?.ok) return changed
  let at = -1
  for (const token of splitNul(answer.stdout)) {
    // A path cannot be the id of a later commit, which depends on it.
    if (token === records[at + 1]?.sha) {
      at += 1
      changed.set(token, [])
    } else if (at >= 0) changed.get(records[at]!.sha)!.push(token.replace(/^\n/, ''))
  }
  return changed
}

const PROSE = /\.(md|mdx|markdown|txt|rst|adoc|png|jpe?g|gif|svg|webp)$/i
const PROSE_NAME = /^(LICEN[CS]E|NOTICE|AUTHORS|CHANGELOG|CODEOWNERS)\b/i
const ASIDE = /(^|\/)(\.github|\.vscode|__tests__|tests?|docs?)\//i
const TEST = /\.(test|spec)\.[cm]?[jt]sx?$/i

function isUnlikely(path: string): boolean {
  if (isManifest(path)) return false
  const name = nameOf(path)
  const isProse = PROSE.test(name) || PROSE_NAME.test(name)
  return isProse || TEST.test(name) || (ASIDE.test(path) && !/\bbench/i.test(path))
}

const MANIFESTS: ReadonlySet<string> = new Set(['package.json', ...MANAGERS.flatMap(({ locks }) => locks)])
const isManifest = (path: string): boolean => MANIFESTS.has(nameOf(path))
