import { UserError } from '../errors.ts'
import { splitNul } from '../git/git.ts'
import { type Check, type Found, ok, skipped, warning } from './check.ts'
import { mayRun } from './condition.ts'
import { type Context, orOk, withWorkflows } from './context.ts'
import { isLetThrough, matchesSome } from './filter-pattern.ts'
import { knownInLeg, legsOf, legsOfStep } from './matrix.ts'
import { hidingIn } from './shell-script.ts'
import { isReport, placeOfInput } from './wiring-checks.ts'
import {
  dataIn,
  isExpression,
  type Job,
  letsRun,
  listIn,
  startedBy,
  type Step,
  stepsOf,
  textIn,
  type Workflow,
  type Workflows,
} from './workflow.ts'

/** Events whose changes are not on the default branch yet. */
const BEFORE_MERGING = ['pull_request', 'pull_request_target', 'merge_group']
const ANY_EVENT = [...BEFORE_MERGING, 'push', 'schedule', 'workflow_dispatch']
const MAX_FILES = 50_000

/** Why something does not run, and where that is written. */
interface Obstacle {
  why: string
  place: string
}

const written = (condition: unknown): string => `\`if: ${textIn(condition)}\``

/** What keeps a step from running in an event that starts its workflow; null: nothing that is certain. */
function obstacleOf({ job, ...step }: Step, event: string): Obstacle | null {
  const { workflow } = job
  const how = { isHealthy: true }
  if (!letsRun(job, event, how))
    return {
      why: `${written(job.data['if'])} keeps the job \`${job.id}\` from running`,
      place: job.workflow.place([...job.path, 'if'], 'key'),
    }
  if (!letsRun({ job, ...step }, event, how))
    return {
      why: `${written(step.data['if'])} keeps the step from running`,
      place: step.place(['if'], 'key'),
    }
  const needed = neededBy(job).find((other) => !letsRun(other, event, how))
  if (needed !== undefined)
    return {
      why: `the job \`${job.id}\` needs \`${needed.id}\`, which ${written(needed.data['if'])} keeps from running`,
      place: workflow.place([...job.path, 'needs'], 'key'),
    }
  const legs = legsOfStep({ job, ...step })
  if (legs !== null && legs.length === 0)
    return {
      why: `no leg of the matrix of the job \`${job.id}\` is left for it`,
      place: workflow.place([...job.path, 'strategy', 'matrix'], 'key'),
    }
  return null
}

/** Jobs without which a job is skipped. */
function neededBy({ data, workflow }: Job): Job[] {
  if (/\b(?:always|failure|cancelled)\s*\(/.test(textIn(data['if']))) return []
  const names = listIn(data['needs']).map(textIn)
  return workflow.jobs.filter(({ id }) => names.includes(id))
}

/** What a change can be, as far as filters of events ask. */
interface Changes {
  /** Null: not known. */
  branch: string | null
  files: readonly string[]
}

/** What in `on: pull_request:` keeps every pull request out. */
function filterOf({ data, place }: Workflow, { branch, files }: Changes): Obstacle | null {
  const given = dataIn(dataIn(data['on'])['pull_request'])
  const patterns = (name: string): string[] | null =>
    given[name] === undefined ? null : listIn(given[name]).map(textIn)
  const at = (name: string) => place(['on', 'pull_request', name], 'key')
  const [branches, notBranches] = [patterns('branches'), patterns('branches-ignore')]
  const into = `pull requests into \`${branch}\``
  if (branch !== null && branches !== null && !isLetThrough(branches, branch))
    return { why: `\`branches\` leaves out ${into}`, place: at('branches') }
  if (branch !== null && notBranches !== null && matchesSome(notBranches, branch))
    return { why: `\`branches-ignore\` leaves out ${into}`, place: at('branches-ignore') }
  const [paths, notPaths] = [patterns('paths'), patterns('paths-ignore')]
  if (files.length > 0 && paths !== null && !files.some((file) => isLetThrough(paths, file)))
    return { why: 'no file of the repository matches `paths`', place: at('paths') }
  if (files.length > 0 && notPaths !== null && files.every((file) => matchesSome(notPaths, file)))
    return { why: '`paths-ignore` matches every file of the repository', place: at('paths-ignore') }
  const types = patterns('types')
  if (types !== null && !types.includes('synchronize'))
    return {
      why: '`types` lacks `synchronize`, so that a push to a pull request starts nothing',
      place: at('types'),
    }
  return null
}

async function changesIn({ repository }: Context, workflows: readonly Workflow[]): Promise<Changes> {
  const isFiltered = workflows.some(({ data }) =>
    Object.keys(dataIn(dataIn(data['on'])['pull_request'])).some((name) => /^(?:paths|branches)/.test(name)),
  )
  if (repository instanceof UserError || !isFiltered) return { branch: null, files: [] }
  const git = repository.git.in(repository.root)
  const ofRemote = await git.maybe('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  const branch = repository.host.target?.branch ?? ofRemote?.replace(/^origin\//, '') ?? null
  return { branch, files: splitNul(await git.bytes('ls-files', '-z')).slice(0, MAX_FILES) }
}

async function lookAtMeasured(workflows: Workflows, context: Context): Promise<readonly Found[]> {
  const steps = stepsOf(workflows, 'any').filter(({ job }) => !isReport(job))
  const starting = steps.flatMap(({ job }) => startedBy(job.workflow, 'pull_request', { isHealthy: true }))
  const changes = await changesIn(context, starting)
  const never: Obstacle[] = []
  const notBefore: Obstacle[] = []
  let measuring = 0
  for (const step of steps) {
    const { workflow } = step.job
    const events = ANY_EVENT.filter((event) => startedBy(workflow, event, { isHealthy: true }).length > 0)
    const running = events.filter((event) => obstacleOf(step, event) === null)
    const before = running.filter((event) => BEFORE_MERGING.includes(event))
    const filters = startedBy(workflow, 'pull_request', { isHealthy: true }).map((one) =>
      filterOf(one, changes),
    )
    const filter = before.length > 0 && filters.every((one) => one !== null) ? filters[0] : undefined
    if (filter != null) notBefore.push(filter)
    else if (before.length > 0) measuring++
    else if (events.length > 0 && running.length === 0) never.push(obstacleOf(step, events[0]!)!)
    else notBefore.push(notStarted(step, events))
  }
  const isNone = measuring === 0
  const obstacles = [...never, ...(isNone ? notBefore : [])]
  const all = [...new Map(obstacles.map((one) => [`${one.why} ${one.place}`, one])).values()]
  const found = all.map(({ why, place }) =>
    warning(
      `${isNone ? 'not every pull request is measured' : 'a gate never runs'}: ${why}`,
      isNone
        ? 'Have a job with Benchgate start on `pull_request`, for every change.'
        : 'Remove what keeps it from running, or remove the step.',
      place,
    ),
  )
  const conditions = [...new Set(steps.flatMap(({ job, data }) => [job.data['if'], data['if']]))].filter(
    (one) => one !== undefined,
  )
  const where = conditions.length === 0 ? '' : `, where ${conditions.map(written).join(' and ')} lets them be`
  return orOk(found, ok(`pull requests are measured${where}`))
}

/** Why an event that comes before merging starts nothing. */
function notStarted(step: Step, events: readonly string[]): Obstacle {
  const { workflow } = step.job
  const before = events.find((event) => BEFORE_MERGING.includes(event))
  if (before !== undefined) return obstacleOf(step, before)!
  const isCalled = workflow.events.includes('workflow_call') && events.length === 0
  const why = isCalled
    ? `${workflow.path} is for other workflows to call (\`workflow_call\`), and none of this repository does on a pull request`
    : `${workflow.path} starts on ${workflow.events.map((event) => `\`${event}\``).join(', ')} alone`
  return { why, place: workflow.place(['on'], 'key') }
}

const IGNORED = '`continue-on-error` lets the job pass whatever the verdict is'
const REMOVE = 'Remove it. `fail-on: never` reports everything, and still fails if nothing could be measured.'

function lookAtFailing(workflows: Workflows): readonly Found[] {
  const found = stepsOf(workflows, 'any').flatMap((step): Found[] => [
    ...lookAtErrors(step.job, step.data, step.place),
    ...lookAtErrors(step.job, step.job.data, (path, about) =>
      step.job.workflow.place([...step.job.path, ...path], about),
    ),
    ...lookAtScript(step),
    ...lookAtFailOn(step),
  ])
  const each = [...new Map(found.map((one) => [`${one.detail} ${one.place}`, one])).values()]
  return orOk(each, ok('a regression fails the step'))
}

/** `continue-on-error` of a step or of its job, where no leg of the matrix is without it. */
function lookAtErrors(job: Job, data: Step['data'], place: Step['place']): Found[] {
  const given = data['continue-on-error']
  if (given === undefined) return []
  const legs = legsOf(job)
  const all = Array.isArray(legs) && legs.length > 0 ? legs : [{}]
  if (all.some((leg) => !mayRun(given, knownInLeg(leg, all)))) return []
  return [warning(IGNORED, REMOVE, place(['continue-on-error'], 'key'))]
}

function lookAtScript({ kind, job, place, data }: Step): Found[] {
  if (kind !== 'command') return []
  const shellIn = (of: unknown) => textIn(dataIn(dataIn(of)['run'])['shell'])
  const shell =
    textIn(data['shell']) || shellIn(job.data['defaults']) || shellIn(job.workflow.data['defaults'])
  const isWindows = /windows/i.test(JSON.stringify(job.data['runs-on'] ?? ''))
  const hiding = hidingIn(textIn(data['run']), shell || (isWindows ? 'pwsh' : ''))
  if (hiding === null) return []
  return [
    warning(
      `${hiding} lets the step pass whatever \`benchgate check\` says`,
      'Write `benchgate check` as a command of its own, in the last line of a step.',
      place(['run'], 'key'),
    ),
  ]
}

function lookAtFailOn(step: Step): Found[] {
  const given = step.inputs['fail-on'] ?? ''
  if (given === 'never')
    return [
      warning(
        'no finding fails the step: `fail-on: never`',
        'Remove it once the numbers are trusted.',
        placeOfInput(step, 'fail-on'),
      ),
    ]
  return isExpression(given)
    ? [skipped(`whether a regression fails the step depends on \`fail-on: ${given}\``)]
    : []
}

/** Whether a gate has an effect: it runs before a change is merged, and the job fails with it. */
export const EFFECT_CHECKS: readonly Check<Context>[] = [
  { id: 'measured', title: 'pull requests', look: withWorkflows(lookAtMeasured) },
  { id: 'failing', title: 'can fail', look: withWorkflows(lookAtFailing) },
]
