import type { Config } from '../model/config.ts'
import { UserError } from '../errors.ts'
import { type Check, failure, type Found, ok, warning } from './check.ts'
import { type Context, orOk, withWorkflows } from './context.ts'
import {
  actionOf,
  type Job,
  mayDo,
  runsOn,
  type Step,
  stepsOf,
  type Use,
  usesOf,
  type Workflows,
} from './workflow.ts'

/** A right that a job lacks, and what it is for. */
interface Missing {
  job: Job
  right: string
  purpose: string
  /** What else can be done; '' for nothing. */
  otherwise?: string
}

const lacks = ({ job, right, purpose, otherwise = '' }: Missing): [string, string, string] => [
  `the job \`${job.id}\` lacks the permission \`${right}\`, ${purpose}`,
  `Add \`${right}\` to the \`permissions:\` of the job.${otherwise === '' ? '' : ` ${otherwise}`}`,
  placeOfRights(job),
]

/** Where the rights of a job are written, or would be. */
function placeOfRights({ workflow, path, data }: Job): string {
  if (data['permissions'] !== undefined) return workflow.place([...path, 'permissions'], 'key')
  return workflow.data['permissions'] === undefined
    ? workflow.place(path, 'key')
    : workflow.place(['permissions'], 'key')
}

const checksOut = ({ steps }: Job): boolean => steps.some((step) => actionOf(step) === 'actions/checkout')

/** What is said once of a job, whatever the number of its steps and events. */
const oncePerJob = (missing: readonly Missing[]): Missing[] => [
  ...new Map(missing.map((one) => [`${one.job.workflow.path} ${one.job.id} ${one.right}`, one])).values(),
]

function lookAtContents(workflows: Workflows): readonly Found[] {
  const writing = usesOf(workflows).filter(({ mode }) => mode === 'record')
  const stores = new Set(writing.map(({ step }) => step.job))
  const reading = [...new Set(stepsOf(workflows, 'any').map(({ job }) => job))].filter(
    (job) => !stores.has(job),
  )
  const found: Missing[] = [
    ...writing
      .filter(({ step }) => mayDo(step.job, 'contents', 'write') === 'no')
      .map(({ step, event }) => ({
        job: step.job,
        right: 'contents: write',
        purpose: `without which no run is stored on ${event}`,
        otherwise: `If you do not want to store runs, remove \`${event}\` from the events of the workflow.`,
      })),
    ...reading
      .filter((job) => mayDo(job, 'contents', 'read') === 'no')
      .map((job) => ({
        job,
        right: 'contents: read',
        purpose: checksOut(job)
          ? 'without which a private repository cannot be checked out'
          : "without which base's config file cannot be read",
      })),
  ]
  return orOk(
    oncePerJob(found).map((one) => failure(...lacks(one))),
    ok(stores.size > 0 ? 'runs can be stored' : 'the repository can be read'),
  )
}

/** What `report.comment` says where a step does not. */
const commentOf = ({ inputs }: Step, config: Config | UserError): string =>
  inputs['comment'] || (config instanceof UserError ? 'on-change' : config.report.comment)

const publishes = ({ event, mode, step }: Use, config: Config | UserError): boolean =>
  (event === 'pull_request' || mode === 'report') && commentOf(step, config) !== 'never'

function lookAtPullRequests(workflows: Workflows, { config }: Context): readonly Found[] {
  const commenting = usesOf(workflows).filter((use) => publishes(use, config))
  const found = commenting
    .map(({ step }) => step.job)
    .filter((job) => mayDo(job, 'pull-requests', 'write') === 'no' && mayDo(job, 'issues', 'write') === 'no')
    .map((job) => ({
      job,
      right: 'pull-requests: write',
      purpose: 'without which there is no comment',
      otherwise: 'Or set `comment: never` in the step: the job and its summary then show the verdict.',
    }))
  return orOk(
    oncePerJob(found).map((one) => failure(...lacks(one))),
    ok(commenting.length > 0 ? 'the comment can be written' : 'no comment is requested'),
  )
}

function lookAtChecks(workflows: Workflows, { config }: Context): readonly Found[] {
  const publishing = usesOf(workflows).filter((use) => publishes(use, config) || use.mode === 'report')
  const found = publishing
    .map(({ step }) => step.job)
    .filter((job) => mayDo(job, 'checks', 'write') === 'no')
    .map((job) => ({
      job,
      right: 'checks: write',
      purpose: 'without which there is no check run `benchgate` to require in a ruleset',
    }))
  return orOk(
    oncePerJob(found).map((one) => warning(...lacks(one))),
    ok(publishing.length > 0 ? 'the check run can be written' : 'no check run is requested'),
  )
}

function lookAtIssues(workflows: Workflows, { config }: Context): readonly Found[] {
  const isRequested = !(config instanceof UserError) && config.report.issue
  const recording = isRequested ? usesOf(workflows).filter(({ mode }) => mode === 'record') : []
  const found = recording
    .map(({ step }) => step.job)
    .filter((job) => mayDo(job, 'issues', 'write') === 'no')
    .map((job) => ({
      job,
      right: 'issues: write',
      purpose: 'without which `report.issue: true` opens no issue for a regression',
      otherwise: 'Or remove `report.issue` from the config file.',
    }))
  return orOk(
    oncePerJob(found).map((one) => failure(...lacks(one))),
    ok(recording.length > 0 ? 'issues can be written' : 'no issues are requested'),
  )
}

function lookAtActions(workflows: Workflows): readonly Found[] {
  const reporting = usesOf(workflows).filter(({ mode }) => mode === 'report')
  const found = reporting
    .map(({ step }) => step.job)
    .filter((job) => mayDo(job, 'actions', 'read') === 'no')
    .map((job) => ({
      job,
      right: 'actions: read',
      purpose: 'without which it cannot read what the other workflow measured',
    }))
  return orOk(
    oncePerJob(found).map((one) => failure(...lacks(one))),
    ok(reporting.length > 0 ? 'the artifact can be read' : 'not needed: no artifact is read'),
  )
}

function lookAtStated(workflows: Workflows): readonly Found[] {
  const jobs = [...new Set(stepsOf(workflows, 'any').map(({ job }) => job))]
  const found = jobs
    .filter(({ permissions }) => permissions === 'unstated' || permissions === 'write-all')
    .map((job) =>
      warning(
        job.permissions === 'write-all'
          ? `the job \`${job.id}\` has permission to write everything, and so has the code that it measures`
          : `the job \`${job.id}\` has no \`permissions:\`, so that a setting of the repository decides what its token may do`,
        'Add `permissions:` with what the job needs and nothing else: `contents: read` to measure; `pull-requests: write` and `checks: write` to publish; `contents: write` to store runs.',
        placeOfRights(job),
      ),
    )
  return orOk(found, ok('each job states its permissions'))
}

function lookAtTarget(workflows: Workflows): readonly Found[] {
  const found = workflows.used
    .filter(({ events }) => events.includes('pull_request_target'))
    .map(({ place, data }) =>
      failure(
        '`pull_request_target` runs with a token that can write and with the secrets of the repository, so Benchgate refuses to measure there',
        'Measure on `pull_request`, and publish from a second workflow on `workflow_run` (docs/forks.md).',
        typeof data['on'] === 'object' && !Array.isArray(data['on'])
          ? place(['on', 'pull_request_target'], 'key')
          : place(['on'], 'key'),
      ),
    )
  return orOk(found, ok('no workflow uses it'))
}

/** Whether the code of pull requests from forks runs in a step's job. */
const measuresForks = (step: Step): boolean => runsOn(step, 'pull_request', { fromFork: true })

function lookAtCredentials(workflows: Workflows): readonly Found[] {
  const jobs = new Set(
    stepsOf(workflows, 'any')
      .filter(measuresForks)
      .map(({ job }) => job),
  )
  const leaving = [...jobs]
    .flatMap(({ steps }) => steps)
    .filter((step) => actionOf(step) === 'actions/checkout' && step.inputs['persist-credentials'] !== 'false')
  const found = leaving.map(({ job, place, data }) =>
    failure(
      `actions/checkout leaves its token on disk in the job \`${job.id}\`, where the code of a pull request can read it`,
      'Set `persist-credentials: false` under `with:` of that step. Benchgate gets its token another way.',
      place(data['with'] === undefined ? ['uses'] : ['with'], 'key'),
    ),
  )
  return orOk(
    found,
    ok(jobs.size > 0 ? 'no token is left on disk for measured code' : 'no code from forks is measured'),
  )
}

/** Refs by which a job with rights would get the code of whoever proposes a change. */
const FOREIGN_REF = /\b(?:pull_request\.head|workflow_run\.head_(?:sha|branch|commit|repository)|head_ref)\b/

function lookAtForeignCode(workflows: Workflows): readonly Found[] {
  const jobs = new Set(usesOf(workflows).flatMap(({ mode, step }) => (mode === 'report' ? [step.job] : [])))
  const found = [...jobs]
    .flatMap(({ steps }) => steps)
    .filter((step) => FOREIGN_REF.test(`${step.inputs['ref'] ?? ''} ${step.inputs['repository'] ?? ''}`))
    .map(({ job, place }) =>
      failure(
        `the job \`${job.id}\` has a token that can write and checks out the code of a pull request`,
        'Remove the step: Benchgate needs no checkout to publish.',
        place(['with', 'ref'], 'key'),
      ),
    )
  return orOk(
    found,
    ok(
      jobs.size > 0
        ? 'the job that publishes runs no code of a pull request'
        : 'not needed: no second workflow publishes',
    ),
  )
}

function lookAtPins(workflows: Workflows): readonly Found[] {
  const jobs = new Set(stepsOf(workflows, 'any').map(({ job }) => job))
  const found = [...jobs].flatMap(({ steps }) =>
    steps.flatMap(({ uses, place: placeOf }): Found[] => {
      const place = placeOf(['uses'])
      if (uses === '' || uses.startsWith('./')) return []
      if (/[<>]/.test(uses))
        return [
          failure(
            `\`${uses}\` is a placeholder from the documentation`,
            'Replace it with the repository of the action and the full commit id of a release.',
            place,
          ),
        ]
      if (/@(?:[0-9a-f]{40}|[0-9a-f]{64})$|@sha256:[0-9a-f]{64}$/.test(uses)) return []
      return [
        warning(`\`${uses}\` is a tag or branch, which can be moved to other code`, pinning(uses), place),
      ]
    }),
  )
  return orOk(found, ok('every action is pinned to a commit'))
}

/** How to name what a tag or branch names today. */
function pinning(uses: string): string {
  if (uses.startsWith('docker://')) return 'Pin the image to its digest: `@sha256:…` instead of the tag.'
  // Somebody will paste it.
  const [, repository, ref] = /^([\w.-]+\/[\w.-]+)(?:\/[^@]*)?@(\w[\w./-]*)$/.exec(uses) ?? []
  const line = `: \`git ls-remote https://github.com/${repository} ${ref}\` prints it`
  return `Pin it to a full commit id, with the tag in a comment${repository === undefined ? '' : line}.`
}

export const RIGHTS_CHECKS: readonly Check<Context>[] = [
  { id: 'pull-request-target', title: 'pull_request_target', look: withWorkflows(lookAtTarget) },
  { id: 'persisted-credentials', title: 'persist-credentials', look: withWorkflows(lookAtCredentials) },
  { id: 'foreign-code', title: 'code from forks', look: withWorkflows(lookAtForeignCode) },
  { id: 'right-contents', title: 'contents permission', look: withWorkflows(lookAtContents) },
  { id: 'right-pull-requests', title: 'pull-requests permission', look: withWorkflows(lookAtPullRequests) },
  { id: 'right-checks', title: 'checks permission', look: withWorkflows(lookAtChecks) },
  { id: 'right-issues', title: 'issues permission', look: withWorkflows(lookAtIssues) },
  { id: 'right-actions', title: 'actions permission', look: withWorkflows(lookAtActions) },
  { id: 'stated-rights', title: 'permissions', look: withWorkflows(lookAtStated) },
  { id: 'pinned-actions', title: 'pinned actions', look: withWorkflows(lookAtPins) },
]
