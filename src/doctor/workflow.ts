import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Source } from '../config/config-error.ts'
import { type YamlData, readYaml } from '../config/yaml-document.ts'
import { type Known, mayRun } from './condition.ts'

const FOLDER = '.github/workflows'
const MAX_WORKFLOWS = 200
/** GitHub runs no larger one. */
const MAX_BYTES = 512 * 1024

type Data = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

/** What `permissions:` says: of every right, of some, or nothing. */
type Permissions = 'read-all' | 'write-all' | 'unstated' | Data

/** A workflow that uses Benchgate. */
interface Workflow {
  /** Relative to the root of the repository. */
  path: string
  /** What `workflow_run` of another workflow calls it. */
  name: string
  data: Data
  /** Names of the events that start it. */
  events: readonly string[]
  jobs: readonly Job[]
  /** `file:line:column` of what a path of keys leads to; `key`: of the last key itself. */
  place: (path: Path, about?: 'key') => string
}

export interface Job {
  workflow: Workflow
  id: string
  path: Path
  data: Data
  /** Its own `permissions:`, else those of the workflow. */
  permissions: Permissions
  steps: readonly Step[]
}

export interface Step {
  job: Job
  path: Path
  data: Data
  /** `uses:`, '' where it runs a line. */
  uses: string
  /** What stands below `with:`, as text. */
  inputs: Readonly<Record<string, string>>
  /** Whether it is Benchgate: the action, or a line with `benchgate check`. */
  kind: 'action' | 'command' | 'other'
}

/** What a step of the action does in one event. */
export interface Use {
  step: Step
  event: string
  mode: 'gate' | 'record' | 'report'
}

/** A workflow that cannot be read, with the first reason. */
interface Unreadable {
  place: string
  message: string
  remedy: string
}

export interface Workflows {
  /** Those that use Benchgate. */
  used: readonly Workflow[]
  unreadable: readonly Unreadable[]
}

/** Reads the workflows below `root` that use Benchgate. */
export async function readWorkflows(root: string): Promise<Workflows> {
  const used: Workflow[] = []
  const unreadable: Unreadable[] = []
  const names = await readdir(join(root, FOLDER)).catch(() => [])
  for (const name of names
    .filter((one) => /\.ya?ml$/.test(one))
    .sort()
    .slice(0, MAX_WORKFLOWS)) {
    const path = `${FOLDER}/${name}`
    const text = await readBounded(join(root, path))
    const local = await localBenchgates(root, text ?? '')
    // Others may be as wrong as they like.
    if (text === null || (local.size === 0 && !/benchgate/i.test(text))) continue
    const document = readYaml(new Source(path, text))
    const [problem] = document.problems
    if (problem !== undefined || !('data' in document)) {
      const { line, column, message, remedy } = problem!
      unreadable.push({ place: `${path}:${line}:${column}`, message, remedy })
      continue
    }
    const workflow = workflowOf(path, document, local)
    if (workflow.jobs.some(({ steps }) => steps.some(({ kind }) => kind !== 'other'))) used.push(workflow)
  }
  return { used, unreadable }
}

async function readBounded(file: string): Promise<string | null> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return null
  try {
    const status = await handle.stat()
    return status.isFile() && status.size <= MAX_BYTES ? await handle.readFile('utf8') : null
  } finally {
    await handle.close()
  }
}

const MAX_LOCAL = 20

/** The actions of the repository itself in a workflow's text (`./`) that are Benchgate. */
async function localBenchgates(root: string, text: string): Promise<ReadonlySet<string>> {
  const given = [...text.matchAll(/\buses:\s*['"]?(\.\/[\w./-]*)/g)].map(([, uses]) => uses!)
  const found = new Set<string>()
  for (const uses of [...new Set(given)].slice(0, MAX_LOCAL)) {
    const action = await readBounded(join(root, uses, 'action.yml'))
    if (action !== null && /^name: ['"]?Benchgate['"]?\s*$/m.test(action)) found.add(uses)
  }
  return found
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A map of a workflow; anything else is an empty one. */
export const dataIn = (value: unknown): Data => (isData(value) ? value : {})

/** A list of a workflow, or the single value in its place. */
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** A scalar of a workflow as text; '' for anything else. */
export const textIn = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : ''

function workflowOf(path: string, document: YamlData, local: ReadonlySet<string>): Workflow {
  const data = dataIn(document.data)
  const on = data['on']
  const place: Workflow['place'] = (keys, about) => {
    const complaint = { message: '', remedy: '', ...(about !== undefined && { about }) }
    const { line, column } = document.problem({ path: keys, complaint })
    return `${path}:${line}:${column}`
  }
  const jobs: Job[] = []
  const workflow: Workflow = {
    path,
    name: typeof data['name'] === 'string' ? data['name'] : path,
    data,
    events: isData(on) ? Object.keys(on) : listIn(on).map(textIn),
    jobs,
    place,
  }
  for (const [id, written] of Object.entries(dataIn(data['jobs']))) {
    const ofJob = dataIn(written)
    const steps: Step[] = []
    const job: Job = {
      workflow,
      id,
      path: ['jobs', id],
      data: ofJob,
      permissions: permissionsIn(ofJob['permissions'] ?? data['permissions']),
      steps,
    }
    for (const [index, step] of listIn(ofJob['steps']).entries())
      steps.push(stepOf(job, ['jobs', id, 'steps', index], dataIn(step), local))
    jobs.push(job)
  }
  return workflow
}

function stepOf(job: Job, path: Path, data: Data, local: ReadonlySet<string>): Step {
  const uses = typeof data['uses'] === 'string' ? data['uses'] : ''
  const run = typeof data['run'] === 'string' ? data['run'] : ''
  const inputs = Object.entries(dataIn(data['with'])).map(([name, value]) => [name, textIn(value)])
  const isAction = local.has(uses) || /(?:^|\/)benchgate(?:\/[^@]*)?@/i.test(uses)
  const kind = isAction ? 'action' : /\bbenchgate(?:@\S+)?\s+check\b/.test(run) ? 'command' : 'other'
  return { job, path, data, uses, inputs: Object.fromEntries(inputs), kind }
}

function permissionsIn(written: unknown): Permissions {
  if (written === 'read-all' || written === 'write-all') return written
  return isData(written) ? written : written === undefined ? 'unstated' : {}
}

/** Whether a job has a right; `unknown` where the settings of the repository decide. */
export function mayDo(
  { permissions }: Job,
  right: string,
  level: 'read' | 'write',
): 'yes' | 'no' | 'unknown' {
  if (permissions === 'unstated') return 'unknown'
  const has = typeof permissions === 'string' ? permissions.replace('-all', '') : permissions[right]
  return has === 'write' || has === level ? 'yes' : 'no'
}

/** What an expression knows when a step runs for an event of the repository, or of a fork of it. */
function known(event: string, fromFork: boolean): Known {
  const repository = 'the repository'
  return {
    'github.event_name': event,
    ...(fromFork && {
      'github.repository': repository,
      'github.event.pull_request.head.repo.full_name': 'a fork',
      'github.event.pull_request.base.repo.full_name': repository,
      'github.event.pull_request.head.repo.fork': 'true',
    }),
  }
}

/** Whether a step may run in an event, by its `if:` and that of its job. */
export function runsOn({ job, data }: Step, event: string, { fromFork = false } = {}): boolean {
  const facts = known(event, fromFork)
  return job.workflow.events.includes(event) && mayRun(job.data['if'], facts) && mayRun(data['if'], facts)
}

/** Events in which `mode: auto` does something, and what. */
const MODES: Readonly<Record<string, Use['mode']>> = {
  pull_request: 'gate',
  merge_group: 'gate',
  push: 'record',
  schedule: 'record',
  workflow_dispatch: 'gate',
  workflow_run: 'report',
}

export const stepsOf = ({ used }: Workflows, kind: 'action' | 'command' | 'any'): Step[] =>
  used
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps))
    .filter((step) => (kind === 'any' ? step.kind !== 'other' : step.kind === kind))

/** What the steps of the action do, event by event. */
export function usesOf(workflows: Workflows): Use[] {
  return stepsOf(workflows, 'action').flatMap((step) =>
    step.job.workflow.events.flatMap((event): Use[] => {
      const usual = MODES[event]
      if (usual === undefined || !runsOn(step, event)) return []
      const asked = step.inputs['mode']
      return [{ step, event, mode: usual === 'record' && asked === 'gate' ? 'gate' : usual }]
    }),
  )
}

/** Whether a text holds an expression, whose value is known only when it runs. */
export const isExpression = (text: string): boolean => text.includes('${{')

/** `name` of an action without its version: `actions/checkout`. */
export const actionOf = ({ uses }: Step): string => uses.split('@')[0]!.toLowerCase()
