import { open, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { jsonObject } from '../checkout/json-object.ts'
import { Source } from '../config/config-error.ts'
import { type YamlData, readYaml } from '../config/yaml-document.ts'
import { type Known, mayRun } from './condition.ts'
import { startsOf } from './shell-script.ts'

const FOLDER = '.github/workflows'
const MAX_WORKFLOWS = 200
/** GitHub runs no larger one. */
const MAX_BYTES = 512 * 1024

type Data = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

/** What `permissions:` says: of every right, of some, or nothing. */
type Permissions = 'read-all' | 'write-all' | 'unstated' | Data

/** `file:line:column` of what a path of keys leads to; `key`: of the last key itself. */
type Place = (path: Path, about?: 'key') => string

/** A workflow that uses Benchgate. */
export interface Workflow {
  /** Relative to the root of the repository. */
  path: string
  /** What `workflow_run` of another workflow calls it. */
  name: string
  data: Data
  /** Names of the events that start it. */
  events: readonly string[]
  jobs: readonly Job[]
  /** Jobs of other workflows of the repository that call it. */
  callers: readonly Job[]
  place: Place
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
  data: Data
  /** `file:line:column` of what a path of keys in it leads to. */
  place: Place
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
  const readable: Workflow[] = []
  const unreadable: Unreadable[] = []
  const scripts = await scriptsIn(root)
  const names = await readdir(join(root, FOLDER)).catch(() => [])
  for (const name of names
    .filter((one) => /\.ya?ml$/.test(one))
    .sort()
    .slice(0, MAX_WORKFLOWS)) {
    const path = `${FOLDER}/${name}`
    const text = await readBounded(join(root, path))
    const local = await localActions(root, text ?? '')
    // Others may be as wrong as they like.
    const mayUse =
      local.size > 0 ||
      /benchgate/i.test(text ?? '') ||
      scripts.some(({ call }) => (text ?? '').search(call) >= 0)
    if (text === null || (!mayUse && !text.includes(`./${FOLDER}/`))) continue
    const document = readYaml(new Source(path, text))
    const [problem] = document.problems
    if (problem !== undefined || !('data' in document)) {
      if (!mayUse) continue
      const { line, column, message, remedy } = problem!
      unreadable.push({ place: `${path}:${line}:${column}`, message, remedy })
      continue
    }
    readable.push(workflowOf(path, document, { local, scripts }))
  }
  const used = readable.filter(({ jobs }) =>
    jobs.some(({ steps }) => steps.some(({ kind }) => kind !== 'other')),
  )
  return { used: used.map((workflow) => called(workflow, readable)), unreadable }
}

/** A workflow with those that call it, whose rights its jobs have where they state none. */
function called(workflow: Workflow, all: readonly Workflow[]): Workflow {
  if (!workflow.events.includes('workflow_call')) return workflow
  const callers = all.flatMap(({ jobs }) => jobs.filter(({ data }) => data['uses'] === `./${workflow.path}`))
  const [first] = callers
  const copy: { -readonly [K in keyof Workflow]: Workflow[K] } = { ...workflow, callers }
  copy.jobs = workflow.jobs.map((job) => {
    const permissions =
      job.permissions === 'unstated' && first !== undefined ? first.permissions : job.permissions
    const ofCopy: { -readonly [K in keyof Job]: Job[K] } = { ...job, workflow: copy, permissions }
    ofCopy.steps = job.steps.map((step) => ({ ...step, job: ofCopy }))
    return ofCopy
  })
  return copy
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

/** Actions of the repository itself by what follows `uses:`: Benchgate, and those with steps that use it. */
type LocalActions = ReadonlyMap<string, 'benchgate' | Composite>

interface Composite {
  steps: readonly unknown[]
  place: Place
}

async function localActions(root: string, text: string): Promise<LocalActions> {
  const given = [...text.matchAll(/\buses:\s*['"]?(\.\/[\w./-]*)/g)].map(([, uses]) => uses!)
  const found = new Map<string, 'benchgate' | Composite>()
  for (const uses of [...new Set(given)].slice(0, MAX_LOCAL)) {
    for (const name of ['action.yml', 'action.yaml']) {
      const action = await readBounded(join(root, uses, name))
      if (action === null) continue
      const isBenchgate = /^name: ['"]?Benchgate['"]?\s*$/m.test(action)
      const made = isBenchgate ? 'benchgate' : compositeOf(posix.join(uses, name), action)
      if (made !== null) found.set(uses, made)
      break
    }
  }
  return found
}

/** An action that is made of steps which may use Benchgate; null: another one. */
function compositeOf(path: string, text: string): Composite | null {
  if (!/benchgate/i.test(text)) return null
  const document = readYaml(new Source(path, text))
  if (!('data' in document)) return null
  const steps = listIn(dataIn(dataIn(document.data)['runs'])['steps'])
  return { steps, place: placeIn(path, document) }
}

function placeIn(path: string, document: YamlData): Place {
  return (keys, about) => {
    const complaint = { message: '', remedy: '', ...(about !== undefined && { about }) }
    const { line, column } = document.problem({ path: keys, complaint })
    return `${path}:${line}:${column}`
  }
}

/** What workflows may use that lies in the repository. */
interface Own {
  local: LocalActions
  scripts: readonly Script[]
}

/** A script of package.json that starts `benchgate check`, and how a step calls it. */
interface Script {
  call: RegExp
  line: string
}

async function scriptsIn(root: string): Promise<Script[]> {
  const manifest = jsonObject((await readBounded(join(root, 'package.json'))) ?? '')
  return Object.entries(dataIn(manifest?.['scripts'])).flatMap(([name, line]) => {
    if (typeof line !== 'string' || startsOf(line).length === 0) return []
    const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
    return [
      {
        call: new RegExp(
          String.raw`\b(?:(?:npm|pnpm|bun)\s+run|pnpm|yarn(?:\s+run)?)\s+${escaped}(?![\w:.-])`,
          'g',
        ),
        line,
      },
    ]
  })
}

/** A step whose script stands in the place of the line that calls it. */
function withScripts(data: Data, scripts: readonly Script[]): Data {
  const { run } = data
  if (typeof run !== 'string') return data
  return { ...data, run: scripts.reduce((text, { call, line }) => text.replaceAll(call, () => line), run) }
}

const below =
  (place: Place, start: Path): Place =>
  (path, about) =>
    place([...start, ...path], about)

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

function workflowOf(path: string, document: YamlData, own: Own): Workflow {
  const data = dataIn(document.data)
  const on = data['on']
  const place = placeIn(path, document)
  const jobs: Job[] = []
  const workflow: Workflow = {
    path,
    name: typeof data['name'] === 'string' ? data['name'] : path,
    data,
    events: isData(on) ? Object.keys(on) : listIn(on).map(textIn),
    jobs,
    callers: [],
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
    for (const [index, step] of listIn(ofJob['steps']).entries()) {
      const outer = stepOf(job, dataIn(step), below(place, ['jobs', id, 'steps', index]), own)
      steps.push(outer, ...stepsWithin(outer, own))
    }
    jobs.push(job)
  }
  return workflow
}

/** The steps of an action of the repository, as if they stood in the place of the one that uses it. */
function stepsWithin(outer: Step, own: Own): Step[] {
  const action = own.local.get(outer.uses)
  if (action === undefined || action === 'benchgate') return []
  return action.steps.map((step, index) => {
    const within = below(action.place, ['runs', 'steps', index])
    const inner = dataIn(step)
    const both = [outer.data['if'], inner['if']].filter((one) => one !== undefined)
    const ignored = outer.data['continue-on-error'] ?? inner['continue-on-error']
    const data = {
      ...inner,
      ...(both.length > 0 && { if: both.length === 1 ? both[0] : both.map(inBrackets).join(' && ') }),
      ...(ignored !== undefined && { 'continue-on-error': ignored }),
    }
    const place: Place = (path, about) =>
      String(path[0]) in outer.data && /^(?:if|continue-on-error)$/.test(String(path[0]))
        ? outer.place(path, about)
        : within(path, about)
    return stepOf(outer.job, data, place, own)
  })
}

const inBrackets = (condition: unknown): string =>
  `(${textIn(condition).replace(/^\s*\$\{\{([^]*)\}\}\s*$/, '$1')})`

function stepOf(job: Job, written: Data, place: Place, { local, scripts }: Own): Step {
  const data = withScripts(written, scripts)
  const uses = typeof data['uses'] === 'string' ? data['uses'] : ''
  const run = typeof data['run'] === 'string' ? data['run'] : ''
  const inputs = Object.entries(dataIn(data['with'])).map(([name, value]) => [name, textIn(value)])
  const isAction = local.get(uses) === 'benchgate' || /(?:^|\/)benchgate(?:\/[^@]*)?@/i.test(uses)
  const kind = isAction ? 'action' : startsOf(run).length > 0 ? 'command' : 'other'
  return { job, data, place, uses, inputs: Object.fromEntries(inputs), kind }
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
function known(event: string, { fromFork = false, isHealthy = false }: Circumstances): Known {
  const repository = 'the repository'
  return {
    'github.event_name': event,
    ...(event === 'merge_group' && { 'github.ref': 'refs/heads/gh-readonly-queue/1' }),
    ...(event === 'pull_request' && { 'github.ref': 'refs/pull/1/merge', 'github.ref_name': '1/merge' }),
    ...(isHealthy && { 'success()': true, 'failure()': false, 'cancelled()': false }),
    ...(fromFork && {
      'github.repository': repository,
      'github.event.pull_request.head.repo.full_name': 'a fork',
      'github.event.pull_request.base.repo.full_name': repository,
      'github.event.pull_request.head.repo.fork': 'true',
    }),
  }
}

interface Circumstances {
  fromFork?: boolean
  /** Nothing before it failed or was cancelled. */
  isHealthy?: boolean
}

/** Whether the `if:` of a step or of a job lets it run in an event. */
export const letsRun = ({ data }: Step | Job, event: string, how: Circumstances = {}): boolean =>
  mayRun(data['if'], known(event, how))

/** GitHub follows no longer chain of workflows. */
const MAX_CALLS = 10

/** The workflows that an event starts and that lead to this one: itself, or those that call it. */
export function startedBy(workflow: Workflow, event: string, how: Circumstances = {}, calls = 0): Workflow[] {
  const own = workflow.events.includes(event) ? [workflow] : []
  if (calls === MAX_CALLS) return own
  const callers = workflow.callers.filter((job) => letsRun(job, event, how))
  return [...own, ...callers.flatMap((job) => startedBy(job.workflow, event, how, calls + 1))]
}

/** Whether a step may run in an event, by its `if:` and that of its job. */
export const runsOn = (step: Step, event: string, how: Circumstances = {}): boolean =>
  startedBy(step.job.workflow, event, how).length > 0 &&
  letsRun(step.job, event, how) &&
  letsRun(step, event, how)

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
    Object.entries(MODES).flatMap(([event, usual]): Use[] => {
      if (!runsOn(step, event)) return []
      const asked = step.inputs['mode']
      return [{ step, event, mode: usual === 'record' && asked === 'gate' ? 'gate' : usual }]
    }),
  )
}

/** Whether a text holds an expression, whose value is known only when it runs. */
export const isExpression = (text: string): boolean => text.includes('${{')

/** `name` of an action without its version: `actions/checkout`. */
export const actionOf = ({ uses }: Step): string => uses.split('@')[0]!.toLowerCase()
