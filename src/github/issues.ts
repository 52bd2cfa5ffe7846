import { z } from 'zod'
import { ApiError, type Unpublished, unpublished } from './api-error.ts'
import { authorsOf, onlyOurs } from './authorship.ts'
import type { Client } from './client.ts'
import { eventIn, type EventState, isOver, newBody, stateIn, withPart } from './issue-body.ts'
import { parsedAnswer } from './request-failure.ts'
import { sameText } from './same-text.ts'

/** 10,000 issues and pull requests, counted from `since`. */
const PAGE_LIMIT = 100
/** Issues that one push opens. The next pushes open the rest. */
const MAX_OPENED = 3

/** What one gate has to say of one event of the history. */
export interface EventReport {
  /** Its id, such as `4f1c2aa-slower`. */
  event: string
  /** Whether an issue of that id is of this event: its place may have been estimated otherwise before. */
  isOf: (event: string) => boolean
  state: EventState
  /** False: an issue that is there is brought up to date, but none is opened. */
  mayOpen: boolean
  title: string
  /** Markdown. */
  text: string
}

export interface IssuesRequest {
  key: string
  events: readonly EventReport[]
  /** No issue of these events can be older: ISO 8601. */
  since: string
  /** Receives what should stand in the log. */
  onNotice: (text: string) => void
}

export type IssuesResult = { status: 'written'; done: Done[] } | Unpublished

/** What became of an issue. */
interface Done {
  what: 'opened' | 'updated' | 'closed'
  url: string
}

const issueSchema = z.object({
  id: z.number(),
  node_id: z.string(),
  number: z.number(),
  html_url: z.string(),
  state: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  pull_request: z.unknown().optional(),
})
type Issue = z.infer<typeof issueSchema>

/**
 * Opens one issue for each event, or brings the one that is there up to date. It is ours when its text starts
 * with a marker and the token's own identity wrote it. One that is closed is left alone, whoever closed it:
 * an event gets one issue, once.
 *
 * Of several of one event the oldest is kept, because every job that looks picks the same one without talking
 * to the others.
 */
export async function publishIssues(client: Client, request: IssuesRequest): Promise<IssuesResult> {
  try {
    const page = new Page(client, request)
    return (await page.publish()) ?? TOO_MANY
  } catch (error) {
    const problem = unpublished(error)
    const isGone = error instanceof ApiError && error.kind === 'gone'
    const remedy = isGone ? SWITCHED_OFF : problem.status === 'forbidden' ? NO_RIGHT : problem.remedy
    return { ...problem, remedy }
  }
}

const NO_RIGHT =
  'Give the job that records the permission `issues: write`, or set `report.issue` to false in the config file.'
const SWITCHED_OFF =
  'Switch issues on in the settings of the repository, or set `report.issue` to false in the config file.'
const TOO_MANY: Unpublished = {
  status: 'failed',
  reason: `More than ${PAGE_LIMIT * 100} issues and pull requests were touched since the regression was recorded, and among them its issue may be`,
  remedy: 'Set `report.issue` to false, and read the dashboard or `benchgate history` instead.',
}

class Page {
  readonly #client: Client
  readonly #o: IssuesRequest
  readonly #ours = new Map<number, Issue>()
  readonly #authors
  readonly #done: Done[] = []

  constructor(client: Client, request: IssuesRequest) {
    this.#client = client
    this.#o = request
    this.#authors = authorsOf('issues', request.onNotice)
  }

  /** Null where there are more issues than are read. */
  async publish(): Promise<IssuesResult | null> {
    if (!(await this.#look())) return null
    const opened: EventReport[] = []
    for (const report of this.#o.events) {
      const [kept] = this.#issuesOf(report)
      if (kept !== undefined) await this.#update(kept, report)
      else if (report.mayOpen && report.state === 'standing' && opened.length < MAX_OPENED) {
        await this.#open(report)
        opened.push(report)
      }
    }
    if (opened.length === 0) return { status: 'written', done: this.#done }
    // Another job may have opened one at the same time, or ours may be there although the answer was lost.
    if (!(await this.#look())) return null
    for (const report of opened) await this.#settle(report)
    return { status: 'written', done: this.#done }
  }

  /** Issues of an event, the oldest first. */
  #issuesOf({ isOf }: EventReport): Issue[] {
    return [...this.#ours.values()]
      .filter(({ body }) => isOf(eventIn(body ?? '') ?? ''))
      .sort((a, b) => a.number - b.number)
  }

  /** Reads all issues; false where there are too many. */
  async #look(): Promise<boolean> {
    const octokit = await this.#client.octokit()
    const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
      ...this.#client.repository,
      state: 'all',
      since: this.#o.since,
      // What is opened meanwhile comes last, and moves nothing from one page to another.
      sort: 'created',
      direction: 'asc',
      per_page: 100,
    })
    const marked: Issue[] = []
    let pageCount = 0
    for await (const { data } of pages) {
      if (++pageCount > PAGE_LIMIT) return false
      const issues = parsedAnswer(z.array(issueSchema), data, 'the list of issues')
      marked.push(
        ...issues.filter(({ body, pull_request: pull }) => pull == null && eventIn(body ?? '') !== null),
      )
    }
    for (const issue of await onlyOurs(this.#client, marked, this.#ours, this.#authors))
      this.#ours.set(issue.id, issue)
    return true
  }

  async #open({ event, state, title, text }: EventReport): Promise<void> {
    const { rest } = await this.#client.octokit()
    const body = newBody(event, { key: this.#o.key, state, text })
    try {
      const { data } = await rest.issues.create({ ...this.#client.repository, title, body })
      const issue = parsedAnswer(issueSchema, data, 'a new issue')
      this.#ours.set(issue.id, issue)
      if (issue.user) this.#authors.own = [issue.user.login]
      this.#done.push({ what: 'opened', url: issue.html_url })
    } catch (error) {
      // It may be there all the same, which the next look will show.
      if (!(error instanceof ApiError && error.mayHaveHappened)) throw error
      this.#o.onNotice(error.message)
    }
  }

  async #update(issue: Issue, { state, text }: EventReport): Promise<void> {
    const { key } = this.#o
    if (issue.state !== 'open') return
    const known = issue.body ?? ''
    const before = stateIn(known, key)
    // What was over before it had an issue needs none.
    if (before === null && state !== 'standing') return
    const body = withPart(known, { key, state, text })
    if (sameText(body, known)) return
    // Who opens it again wants it open: it is closed when the event ends, and not later.
    const ends = before === 'standing' && state !== 'standing' && isOver(body)
    await this.#write(issue, {
      body,
      ...(ends && { state: 'closed', state_reason: state === 'fixed' ? 'completed' : 'not_planned' }),
    })
    this.#done.push({ what: ends ? 'closed' : 'updated', url: issue.html_url })
  }

  /** Of several issues of one event only the oldest stays open. */
  async #settle(report: EventReport): Promise<void> {
    const [kept, ...others] = this.#issuesOf(report)
    if (kept === undefined) return
    await this.#update(kept, report)
    for (const { id, number, state } of others) {
      if (state !== 'open') continue
      const body = `Duplicate of #${kept.number}, which another job opened at the same time.`
      await this.#write({ id, number }, { body, state: 'closed', state_reason: 'not_planned' })
    }
  }

  async #write(
    { id, number }: Pick<Issue, 'id' | 'number'>,
    change: { body: string; state?: 'closed'; state_reason?: 'completed' | 'not_planned' },
  ): Promise<void> {
    const { rest } = await this.#client.octokit()
    const { data } = await rest.issues.update({
      ...this.#client.repository,
      issue_number: number,
      ...change,
    })
    this.#ours.set(id, parsedAnswer(issueSchema, data, 'an issue'))
  }
}
