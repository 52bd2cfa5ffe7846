import * as core from '@actions/core'
import { isBeyondWarning, type KnownHistory } from '../gate/standing.ts'
import { renderIssue } from '../report/markdown/issue.ts'
import { forLog } from '../report/text/for-log.ts'
import type { EventState } from '../github/issue-body.ts'
import { type EventReport, publishIssues } from '../github/issues.ts'
import type { Config } from '../model/config.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { History, TrendEvent } from '../model/trend.ts'
import type { Job } from './job.ts'
import { linksOf } from './publish.ts'

/**
 * Recorded commits after which no issue is opened for an event: turning issues on must not open one for each
 * regression of the past.
 */
const OPENED_WITHIN = 20
/** Only the newest events are reported. */
const MAX_EVENTS = 50
/** The clocks of runners and of GitHub differ by less. */
const TOLERANCE_MS = 24 * 60 * 60 * 1000

/**
 * Reports each regression that the recorded runs confirm in an issue of its own. What GitHub refuses is a
 * warning: the run is stored all the same.
 */
export async function reportRegressions(
  job: Job,
  known: Pick<KnownHistory, 'history' | 'runs'>,
  config: Config,
): Promise<void> {
  const { history, runs } = known
  const events = history.events.filter(({ worse }) => worse).slice(-MAX_EVENTS)
  if (events.length === 0) return
  const { inputs } = job
  const result = await publishIssues(job.client(), {
    key: inputs.key,
    events: events.map((event) => reportOf(job, known, event, config)),
    since: firstRecorded(history, events, runs),
    onNotice: (notice) => core.info(forLog(notice)),
  })
  if (result.status === 'written') {
    for (const { what, url } of result.done) core.info(forLog(`${what} the issue ${url}`))
    return
  }
  core.warning(
    forLog(
      `The issue of a regression was not written. ${result.reason}. ${result.remedy} The run is stored.`,
    ),
    { title: 'No issue' },
  )
}

function reportOf(
  job: Job,
  known: Pick<KnownHistory, 'history' | 'runs'>,
  event: TrendEvent,
  config: Config,
): EventReport {
  const { history } = known
  const { commits, trends } = history
  const { serverUrl, repository } = job.context
  const { baselineBranch: branch } = job.inputs
  const page = `${serverUrl}/${repository.fullName}`
  const { title, text } = renderIssue(history, event, {
    configFile: config.file,
    links: linksOf(job, config),
    stored: { branch, defaultBranch: repository.defaultBranch },
    compare: (from, to) => `${page}/compare/${from}...${to}`,
  })
  const confirmedAt = Math.min(
    ...event.members.map(({ trend, step }) => trends[trend]!.steps[step]!.confirmedAt),
  )
  return {
    event: event.id,
    isOf: sameEvent(history, event),
    state: stateOf(event),
    mayOpen:
      (event.creptTo ?? confirmedAt) >= commits.length - OPENED_WITHIN &&
      isBeyondWarning(known, event, config),
    title,
    text,
  }
}

const stateOf = ({ standing, accepted }: TrendEvent): EventState =>
  standing === 'standing' ? 'standing' : standing === null && accepted !== null ? 'accepted' : 'fixed'

/** An event is found again at any commit of its range, where an earlier run may have estimated it. */
function sameEvent({ commits, events }: History, { id, from, to }: TrendEvent): (id: string) => boolean {
  const [, direction] = id.split('-')
  const range = commits.slice(from + 1, to + 1)
  const ids = new Set(events.map((event) => event.id))
  return (known) => {
    const [sha = '', knownDirection] = known.split('-')
    // What another event is called now is of that one, even where two commits begin alike.
    if (ids.has(known)) return known === id
    return sha !== '' && knownDirection === direction && range.some((commit) => commit.sha.startsWith(sha))
  }
}

/** When the first of the events was first recorded. The times of commits are whatever their authors say. */
function firstRecorded(
  { commits }: History,
  events: readonly TrendEvent[],
  runs: readonly StoredRun[],
): string {
  const first = new Set(commits.slice(Math.min(...events.map(({ from }) => from))).map(({ sha }) => sha))
  const times = runs.flatMap(({ run }) => (first.has(run.commit.sha) ? [Date.parse(run.run.recordedAt)] : []))
  return new Date(Math.min(...times) - TOLERANCE_MS).toISOString().replace(/\.\d+Z$/, 'Z')
}
