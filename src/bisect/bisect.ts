import { describeTarget, filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import type { StopRule } from '../gate/measure-until.ts'
import type { ProgressReport, Runtime } from '../gate/request.ts'
import { openRepository } from '../git/repository.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Block } from '../model/comparison.ts'
import type { Evidence } from '../model/evidence.ts'
import { type GatedMetric, MOST_BLOCKS } from '../model/plan.ts'
import { formatSeconds, plural } from '../report/quantity.ts'
import { shortSha } from '../report/text/outside.ts'
import { changeOf, type CostChange, decideEnds, type EndsDecision } from './decide.ts'
import {
  blocksOf,
  measureCommit,
  measureEnds,
  NOT_VERIFIED,
  type Setting,
  type Subject,
  verify,
  whyEmpty,
  whyNotMeasured,
} from './measure-pair.ts'
import { type Range, readRange } from './range.ts'
import {
  type Bracket,
  type Candidate,
  ERROR_RATE,
  type Judged,
  type Known,
  type Next,
  nextStep,
  type Verified,
} from './search.ts'
import { openState, type Question, type State } from './state.ts'
import { changeText, levelText } from './words.ts'

export interface BisectRequest extends Omit<Setting, 'runtime'>, Pick<Question, 'filter' | 'least'> {
  /** Refs. */
  good: string
  bad: string
  /** True: nothing that was measured before is used. */
  restart: boolean
}

/** What the two ends show of one benchmark. */
export interface EndsOf {
  subject: BenchmarkKey & Pick<Subject, 'metric'>
  change: CostChange
  decision: EndsDecision
}

interface Measured {
  range: Range
  /** Seconds of all runs of this search. */
  seconds: number
  /** Measured commits that were kept from an earlier run. */
  reused: number
}

/** No benchmark differs between the ends, as far as is known. */
interface Same {
  kind: 'same'
  ends: readonly EndsOf[]
  least: number
}

interface Ended {
  kind: 'searched'
  subject: Subject
  /** From the good end to the bad one. */
  total: CostChange
  end: Extract<Next, { kind: 'end' }>['end']
  bracket: Bracket
  /** In the order in which they were measured. */
  judged: readonly Judged[]
  verified: Verified | null
  skipped: readonly { at: number; reason: string }[]
}

type Found = Same | Ended

export type Searched = Measured & Ended

/** What a search found. */
export type Answer = Measured & Found

/** git is asked for a list of commits. */
const GIT_LIMIT_MS = 10 * 60_000
const MAX_REASON = 300

/** What the steps of one search share. `state` is all that changes. */
interface Search {
  request: BisectRequest
  runtime: Runtime
  range: Range
  state: State
  save: () => Promise<void>
}

/**
 * Finds the commit of a range that changed a benchmark. What is measured is kept, also when it is
 * interrupted. Throws a UserError where an end of the range cannot be measured.
 */
export async function bisect(request: BisectRequest, runtime: Runtime): Promise<Answer> {
  const { project, config, filter, metric, least, restart } = request
  const repository = await openRepository(project, runtime.env, runtime.host, {
    signal: runtime.signal,
    remainingMs: () => GIT_LIMIT_MS,
    timeRemedy: 'Try again.',
  })
  const range = await readRange(repository, request)
  const question = { good: range.good, bad: range.bad, filter, metric, least, config }
  const { state, unused, save } = await openState(repository, question, runtime, { restart })
  if (unused !== null) note(runtime, `measuring everything again: ${unused}`)
  const startedAt = performance.now()
  const before = state.seconds
  const countTime = () => {
    state.seconds = before + (performance.now() - startedAt) / 1000
  }
  const reused = state.commits.length
  if (reused > 0) note(runtime, `continuing: ${plural(reused, 'commit')} measured earlier`)
  const search: Search = {
    request,
    runtime,
    range,
    state,
    save: () => {
      countTime()
      return save()
    },
  }
  try {
    const found = await answerOf(search)
    countTime()
    return { ...found, range, reused, seconds: state.seconds }
  } finally {
    await search.save()
  }
}

async function answerOf(search: Search): Promise<Found> {
  const { request, range, state } = search
  if (state.subject === null) {
    const ends = await compareEnds(search)
    const [largest] = ends
      .filter(({ decision }) => decision === 'differ')
      .sort((a, b) => Math.abs(b.change.log) - Math.abs(a.change.log))
    if (largest === undefined) return { kind: 'same', ends, least: request.least }
    state.subject = largest.subject
    state.ends = copied(largest.blocks)
    await search.save()
  }
  const { subject } = state
  const total = changeOf(state.ends)
  reopen(search, { subject, total })
  const { next, verified } = await searchRange(search, { subject, total })
  return {
    kind: 'searched',
    subject,
    total,
    end: next.end,
    bracket: next.bracket,
    judged: next.judged,
    verified,
    skipped: state.skipped
      .map(({ sha, reason }) => ({ at: indexOf(range, sha), reason }))
      .filter(({ at }) => at >= 0),
  }
}

const indexOf = ({ commits }: Range, sha: string): number => commits.findIndex((commit) => commit.sha === sha)

const note = ({ onProgress }: Pick<Runtime, 'onProgress'>, text: string): void =>
  onProgress({ kind: 'note', text })

/** Measures both ends until it is clear which benchmarks differ, and by how much. */
async function compareEnds(search: Search): Promise<(EndsOf & { subject: Subject; blocks: Block[] })[]> {
  const { request, range, runtime } = search
  const decide = (gated: GatedMetric, blocks: readonly Block[], comparisons: number) =>
    decideEnds(blocks, {
      exact: gated.metric.exact,
      least: Math.log1p(request.least),
      level: ERROR_RATE / comparisons,
    })
  let compared: readonly GatedMetric[] = []
  const until: StopRule = (comparisons) => {
    compared = comparisons.map(({ gated }) => gated)
    return comparisons.flatMap(({ gated, blocks }) =>
      decide(gated, blocks, compared.length).isEnough ? [] : [gated],
    )
  }
  const titled = withTitle(runtime, `${shortSha(range.good)} and ${shortSha(range.bad)}, the two ends`)
  const pair = { base: range.good, head: range.bad }
  const setting = { ...request, runtime: titled }
  const evidence = await measureEnds(setting, pair, { filter: request.filter, until }).catch(
    (error: unknown) => {
      throw inOwnWords(error, request)
    },
  )
  const ends = compared.flatMap((gated) => {
    const { suite, name, occurrence, metric } = gated
    const blocks = blocksOf(evidence, gated)
    if (blocks.length === 0) return []
    const { source } = evidence.survey.benchmarks.find(({ id }) => id === gated.benchmark)!
    const subject = { suite, name, occurrence, metric, source }
    const { decision } = decide(gated, blocks, compared.length)
    return [{ subject, blocks, change: changeOf(blocks), decision }]
  })
  if (ends.length === 0) throw nothingAtGood(search, evidence)
  return ends
}

/** Rewords errors about a filter or a budget, because this command has neither. */
function inOwnWords(error: unknown, { filter, metric }: BisectRequest): unknown {
  const topic = error instanceof UserError ? error.topic : null
  if (topic === 'no-match')
    return new UserError(
      'usage',
      `no benchmark of the bad end matches --benchmark ${describeTarget(filter!)}`,
      'Give a glob over groups and name, such as "parser/**".',
    )
  if (topic !== 'nothing-gated') return error
  return new UserError(
    'usage',
    `no benchmark reports the metric ${JSON.stringify(metric)}`,
    'Leave --metric out for the usual one of the benchmark, or name one that `benchgate run` shows.',
  )
}

function nothingAtGood({ range }: Search, evidence: Evidence): UserError {
  const { filter, survey } = evidence
  const chosen = survey.benchmarks.find(filterOf(filter))
  const { labels, good } = range
  const why = chosen === undefined ? '' : `: ${whyEmpty(evidence, chosen).replace(/^it /, `${labels.good} `)}`
  return new UserError(
    'no-benchmarks',
    `nothing could be compared between ${labels.good} (${shortSha(good)}) and ${labels.bad}${why}`,
    'Name a good commit at which the benchmark runs with the suite of the bad one.',
  )
}

/** Measures commit after commit until the search has its answer. */
async function searchRange(
  search: Search,
  { subject, total }: { subject: Subject; total: CostChange },
): Promise<{ next: Extract<Next, { kind: 'end' }>; verified: Verified | null }> {
  const { range } = search
  let noted = 0
  const most = range.commits.length * (MOST_BLOCKS + 2)
  for (let steps = 0; steps < most; steps++) {
    const known = knownOf(search, { subject, total })
    const next = nextStep(candidatesOf(search), known)
    for (const one of next.judged.slice(noted))
      note(
        search.runtime,
        `${shortSha(range.commits[one.at]!.sha)}  ${changeText(subject.metric, one.change)}: ${levelText(one.level, range)}`,
      )
    noted = next.judged.length
    if (next.kind === 'end') {
      const at = next.end.kind === 'range' ? null : next.end.at
      return { next, verified: (at === null ? null : known.verified.get(at)?.at(-1)) ?? null }
    }
    if (next.kind === 'measure') await measureAt(search, next, subject)
    else await verifyAt(search, next, subject)
    await search.save()
  }
  throw new Error('bug in benchgate: a search without an end')
}

/** Running a finished, unconfirmed search again measures its commit against the parent once more. */
function reopen(search: Search, question: { subject: Subject; total: CostChange }): void {
  const { range, state } = search
  const next = nextStep(candidatesOf(search), knownOf(search, question))
  if (next.kind !== 'end' || next.end.kind !== 'unconfirmed') return
  const { sha } = range.commits[next.end.at]!
  state.verified = state.verified.filter((one) => one.sha !== sha)
}

const copied = (blocks: readonly Block[]): State['ends'] =>
  blocks.map(({ base, head }) => ({ base: [...base], head: [...head] }))

/** The content of the state, with commits by their number in the range. */
function knownOf(
  { range, state }: Search,
  { subject, total }: { subject: Subject; total: CostChange },
): Known {
  const numbers = new Map(range.commits.map(({ sha }, at) => [sha, at]))
  const at = <T extends { sha: string }>(entries: readonly T[]) =>
    entries.flatMap((entry) => {
      const number = numbers.get(entry.sha)
      return number === undefined ? [] : [{ ...entry, number }]
    })
  return {
    total,
    exact: subject.metric.exact,
    blocks: new Map(at(state.commits).map(({ number, blocks }) => [number, blocks])),
    verified: Map.groupBy(at(state.verified), ({ number }) => number),
    skipped: new Set(at(state.skipped).map(({ number }) => number)),
  }
}

/** Commits with the cost of measuring each, estimated from those measured so far. */
function candidatesOf({ range, state, request }: Search): Candidate[] {
  const seconds = { same: [] as number[], other: [] as number[] }
  for (const { sha, seconds: taken } of state.commits) {
    const commit = range.commits[indexOf(range, sha)]
    if (commit !== undefined) seconds[commit.sameDependencies ? 'same' : 'other'].push(taken)
  }
  const installs = request.config.base.setup === null ? 1 : USUAL_INSTALL
  const same = meanOf(seconds.same) ?? (meanOf(seconds.other) ?? 1) / installs
  const other = meanOf(seconds.other) ?? same * installs
  return range.commits.map(({ likely, sameDependencies }) => ({
    likely,
    cost: Math.max(Number.MIN_VALUE, sameDependencies ? same : other),
  }))
}

/** How many times as long a commit with other dependencies is assumed to take, until one was measured. */
const USUAL_INSTALL = 2

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

async function measureAt(
  search: Search,
  next: Extract<Next, { kind: 'measure' }>,
  subject: Subject,
): Promise<void> {
  const { range, state, runtime, request } = search
  const { sha } = range.commits[next.at]!
  const startedAt = performance.now()
  const entry = state.commits.find((one) => one.sha === sha) ?? { sha, blocks: [], seconds: 0 }
  if (!state.commits.includes(entry)) state.commits.push(entry)
  const { blocks: before, seconds } = entry
  const onBlocks = (blocks: readonly Block[]) => {
    entry.blocks = [...before, ...copied(blocks)]
    entry.seconds = seconds + (performance.now() - startedAt) / 1000
  }
  try {
    const why = await measureCommit(
      { ...request, runtime: withTitle(runtime, titleOf(search, next, sha)) },
      { base: sha, head: range.bad },
      { subject, onBlocks, isEnough: (blocks) => next.isEnough([...before, ...blocks]) },
    )
    if (why !== null) skip(search, sha, why)
  } catch (error) {
    skip(search, sha, whyNotMeasured(error, runtime))
  } finally {
    // A commit without a block says nothing, also where it was interrupted.
    state.commits = state.commits.filter(({ blocks }) => blocks.length > 0)
  }
}

function skip({ state, runtime }: Search, sha: string, why: string): void {
  // The commit is base of that gate.
  const reason = why.replace(/^base \([0-9a-f]+\) /, 'it ').slice(0, MAX_REASON)
  state.skipped.push({ sha, reason })
  note(runtime, `${shortSha(sha)}  skipped: ${reason}`)
}

async function verifyAt(
  search: Search,
  next: Extract<Next, { kind: 'verify' }>,
  subject: Subject,
): Promise<void> {
  const { range, state, runtime, request } = search
  const { sha } = range.commits[next.at]!
  const base = range.commits[next.at - 1]!.sha
  const { old, fresh } = next.bracket.ahead
  const titled = withTitle(runtime, `${shortSha(sha)} against its parent`)
  const pair = { base, head: sha }
  const seed = `${request.seed} ${state.verified.length}`
  const setting = { ...request, seed, runtime: titled }
  const verified = await verify(setting, pair, { subject, step: old - fresh }).catch((error: unknown) => {
    note(runtime, `${shortSha(sha)}  not measured against its parent: ${whyNotMeasured(error, runtime)}`)
    return NOT_VERIFIED
  })
  state.verified.push({ sha, ...verified })
}

/** What is shown while a commit is measured: how many there are still to be, and how long that may take. */
function titleOf({ state }: Search, { stepsLeft }: Pick<Next, 'stepsLeft'>, sha: string): string {
  const each = meanOf(state.commits.map(({ seconds }) => seconds))
  const more = Math.max(0, stepsLeft - 1)
  const time = each === null || more === 0 ? '' : `, ${formatSeconds(Math.round(each * (more + 1)))}`
  return `${shortSha(sha)}, then ${more === 0 ? 'its parent' : `about ${more} more${time}`}`
}

/** The runtime with a title before what is shown. */
function withTitle(runtime: Runtime, title: string): Runtime {
  const titled = (report: ProgressReport): ProgressReport => {
    if (report.kind === 'preparing') return { ...report, text: `${title}: ${report.text}` }
    return report.kind === 'measuring' ? { ...report, stage: `${title}: ${report.stage}` } : report
  }
  return {
    ...runtime,
    onProgress: (report) => {
      // Base and head are commits whose part in the search it does not say.
      if (report.kind !== 'start') runtime.onProgress(titled(report))
    },
  }
}
