import { open } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { INPUTS, problemOfInput } from '../github/inputs.ts'
import { keyLine } from '../github/legs.ts'
import { listed, quoted } from '../config/config-error.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { isTooOld } from '../model/oldest-node.ts'
import { UserError } from '../errors.ts'
import { formatSeconds } from '../report/quantity.ts'
import { type Check, failure, type Found, ok, skipped, warning } from './check.ts'
import { type Context, orOk, withWorkflows } from './context.ts'
import { inLeg, legsOfStep, scalarsOf } from './matrix.ts'
import {
  actionOf,
  dataIn,
  isExpression,
  type Job,
  type Step,
  stepsOf,
  textIn,
  usesOf,
  type Workflows,
} from './workflow.ts'

/** Confirming may take half of the time limit more; narrowing intervals takes what is left of the limit. */
const WITH_CONFIRMING = 1.5
const MAX_FILE_BYTES = 64 * 1024

function lookAtWorkflows({ workflows: { used, unreadable }, repository }: Context): readonly Found[] {
  const found = unreadable.map(({ place, message, remedy }) => failure(message, remedy, place))
  if (found.length > 0) return found
  if (used.length === 0)
    return [
      warning(
        repository instanceof UserError
          ? 'no workflow uses Benchgate'
          : 'no file in .github/workflows uses Benchgate, so no pull request is measured',
        'Run `benchgate init`, which writes one for this project.',
      ),
    ]
  return [ok(used.map(({ path }) => path).join(', '))]
}

/** Whether a job is started by another workflow, and measures nothing. */
export const isReport = ({ workflow }: Job): boolean =>
  workflow.events.every((event) => event === 'workflow_run')

/** Where an input stands, or the step. */
export const placeOfInput = ({ place, data }: Step, name: string): string =>
  name in dataIn(data['with'])
    ? place(['with', name], 'key')
    : place(['uses' in data ? 'uses' : 'run'], 'key')

/** The folder that a step measures. */
function directoryOf({ kind, inputs, data, job }: Step): string {
  const usual = (of: unknown) => textIn(dataIn(dataIn(of)['run'])['working-directory'])
  const given =
    kind === 'action'
      ? inputs['working-directory']
      : textIn(data['working-directory']) ||
        usual(job.data['defaults']) ||
        usual(job.workflow.data['defaults'])
  return posix.join(given || '.', '.')
}

/** Whether what the workflows measure is what is looked at here. */
function lookAtProject(workflows: Workflows, { repository, configFlag = '' }: Context): Found {
  const here = (repository instanceof UserError ? '' : repository.prefix.replaceAll('\\', '/')) || '.'
  const steps = stepsOf(workflows, 'any').filter(
    (step) =>
      !isReport(step.job) &&
      ![...Object.values(step.inputs), directoryOf(step)].some(isExpression) &&
      // A script may go elsewhere, and name another file.
      !/\bcd\s|\s--config\b/.test(textIn(step.data['run'])),
  )
  const same = steps.filter((step) => directoryOf(step) === here)
  const [first] = same.length > 0 ? same : steps
  if (first === undefined) return ok('nothing says what is measured')
  if (same.length === 0)
    return warning(
      `the workflows measure \`${directoryOf(first)}\`, and this directory is \`${here}\``,
      `Run \`benchgate doctor\` in \`${directoryOf(first)}\`. To measure this directory too, add a step with ${here === '.' ? '' : `\`working-directory: ${here}\` and `}a \`key\` of its own (docs/forks.md#several-gates).`,
      placeOfInput(first, 'working-directory'),
    )
  const config = (step: Step) => posix.normalize(step.inputs['config'] || '.')
  if (same.some((step) => config(step) === posix.normalize(configFlag || '.')))
    return ok(here === '.' ? 'the root of the repository is measured' : `\`${here}\` is measured`)
  return warning(
    `the workflows read ${first.inputs['config'] ? `the config file \`${first.inputs['config']}\`` : 'the default config file'}, and this command reads ${configFlag ? `\`${configFlag}\`` : 'the default one'}`,
    first.inputs['config'] ? `Add \`--config ${config(first)}\`.` : 'Leave out `--config`.',
    placeOfInput(first, 'config'),
  )
}

function lookAtInputs(workflows: Workflows, { repository }: Context): readonly Found[] {
  const workspace = repository instanceof UserError ? process.cwd() : repository.root
  const known = Object.keys(INPUTS)
  const found = stepsOf(workflows, 'action').flatMap((step) =>
    Object.entries(step.inputs).flatMap(([name, value]): Found[] => {
      const problem = isExpression(value)
        ? null
        : problemOfInput(name, value, { workspace, defaultBranch: null })
      if (problem !== null)
        return [failure(problem, 'Correct the step, under `with:`.', placeOfInput(step, name))]
      if (known.includes(name)) return []
      const meant = didYouMean(name, known)
      return [
        failure(
          `there is no input ${quoted(name)}, so it has no effect`,
          meant === null ? `The inputs are ${listed(known)}.` : `Did you mean \`${meant}\`?`,
          placeOfInput(step, name),
        ),
      ]
    }),
  )
  return orOk(found, ok('every input is known'))
}

/** The first key that two legs of a step share, or a key that no leg tells apart; null: each has its own. */
function sharedKey(step: Step): { key: string; line: string } | null {
  const legs = legsOfStep(step)
  const key = step.inputs['key'] || INPUTS.key.default
  if (legs === null) return null
  if (legs === 'unknown')
    return /\b(?:matrix|strategy)\./.test(key) ? null : { key, line: keyLine({ matrix: null }) }
  const keys = legs.map((leg) => inLeg(key, leg))
  const shared = keys.find((one, i) => !isExpression(one) && keys.indexOf(one) !== i)
  return shared === undefined
    ? null
    : { key: shared, line: keyLine({ matrix: JSON.stringify(scalarsOf(legs[0]!)) }) }
}

function lookAtKeys(workflows: Workflows): readonly Found[] {
  const ofLegs = stepsOf(workflows, 'action').flatMap((step): Found[] => {
    const shared = sharedKey(step)
    if (shared === null) return []
    return [
      failure(
        `matrix legs of the job \`${step.job.id}\` share the key ${quoted(shared.key)}: one comment, one check run and one history for all of them`,
        `Give each leg its own key, under \`with:\`: \`${shared.line}\``,
        placeOfInput(step, 'key'),
      ),
    ]
  })
  return orOk([...ofLegs, ...keysOfTwo(workflows)], ok('each gate has a key of its own'))
}

/** Steps that do the same in the same event under one key. */
function keysOfTwo(workflows: Workflows): Found[] {
  const firsts = new Map<string, Step>()
  const later = new Map<Step, Step>()
  for (const { step, event, mode } of usesOf(workflows)) {
    const key = step.inputs['key'] || INPUTS.key.default
    const what = `${event} ${mode} ${key}`
    const first = firsts.get(what) ?? step
    firsts.set(what, first)
    if (first !== step && !isExpression(key)) later.set(step, first)
  }
  return [...later].map(([step, first]) =>
    warning(
      `the jobs \`${first.job.id}\` (${first.job.workflow.path}) and \`${step.job.id}\` share the key ${quoted(step.inputs['key'] || INPUTS.key.default)}: one comment, one check run and one history for both`,
      'Give one of them another `key:` under `with:`.',
      placeOfInput(step, 'key'),
    ),
  )
}

async function lookAtNodeVersion(workflows: Workflows, { repository }: Context): Promise<readonly Found[]> {
  const jobs = new Set(
    stepsOf(workflows, 'any')
      .filter(({ job }) => !isReport(job))
      .map(({ job }) => job),
  )
  const found: Found[] = []
  const versions = new Set<string>()
  for (const step of [...jobs].flatMap(({ steps }) => steps)) {
    if (actionOf(step) !== 'actions/setup-node') continue
    const root = repository instanceof UserError ? null : repository.root
    const given = await versionsOf(step, root)
    for (const version of given) versions.add(version)
    const old = given.filter(isTooOld)
    if (old.length === 0) continue
    const input = step.inputs['node-version'] ? 'node-version' : 'node-version-file'
    found.push(
      failure(
        `the job \`${step.job.id}\` sets up Node ${old.join(', ')}, which is too old to run suites`,
        'Set `node-version: 24`, or another version from 22.18 on.',
        step.place(['with', input]),
      ),
    )
  }
  const named =
    versions.size === 0 ? "none is set up, so suites run on the runner's own" : [...versions].join(', ')
  return orOk(found, ok(named))
}

/** The versions that a step with actions/setup-node may set up. */
async function versionsOf(step: Step, root: string | null): Promise<string[]> {
  const { 'node-version': version = '', 'node-version-file': file = '' } = step.inputs
  const legs = legsOfStep(step)
  const given = Array.isArray(legs) ? [...new Set(legs.map((leg) => inLeg(version, leg)))] : [version]
  if (version !== '') return given.filter((one) => !isExpression(one))
  if (file === '' || isExpression(file) || root === null) return []
  const text = await textOf(join(root, file))
  if (!file.endsWith('.json')) return [text.trim()].filter((one) => one !== '' && !one.includes('\n'))
  const manifest = dataIn(parsed(text))
  const wanted = dataIn(manifest['volta'])['node'] ?? dataIn(manifest['engines'])['node']
  return typeof wanted === 'string' ? [wanted] : []
}

async function textOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => null)
  if (handle === null) return ''
  try {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(MAX_FILE_BYTES), position: 0 })
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    // A folder.
    return ''
  } finally {
    await handle.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function lookAtTimeout(workflows: Workflows, { config }: Context): readonly Found[] {
  if (config instanceof UserError) return [skipped('the config file cannot be read')]
  const { measure, baseline } = config
  const onceMin = (measure.timeLimitMs * WITH_CONFIRMING) / 60_000
  const recording = new Set(usesOf(workflows).flatMap(({ step, mode }) => (mode === 'record' ? [step] : [])))
  const measuring = stepsOf(workflows, 'any').filter(
    ({ job, inputs }) => !isReport(job) && !inputs['results'],
  )
  const neededMin = (steps: readonly Step[]): number =>
    baseline.anchor !== null && steps.some((step) => recording.has(step)) ? 2 * onceMin : onceMin
  const found = [...Map.groupBy(measuring, ({ job }) => job)].flatMap(
    ([{ id, data, workflow, path }, steps]): Found[] => {
      const minutes = data['timeout-minutes']
      const needed = neededMin(steps)
      if (typeof minutes !== 'number' || minutes > needed) return []
      const what =
        needed > onceMin
          ? 'half of it again to confirm findings, and all of that once more against a release (baseline.anchor)'
          : 'and half of it again to confirm findings'
      return [
        warning(
          `the job \`${id}\` times out after ${minutes} min, and measuring may take ${formatSeconds(60 * needed)}: measure.time-limit, ${what}`,
          'Raise `timeout-minutes`, or lower measure.time-limit. A job that times out reports nothing.',
          workflow.place([...path, 'timeout-minutes'], 'key'),
        ),
      ]
    },
  )
  return orOk(found, ok(`leaves room for ${formatSeconds(60 * neededMin(measuring))} of measuring`))
}

/** A release is found by its tag, and a checkout of its own accord has none. */
function lookAtTags(workflows: Workflows, { config }: Context): readonly Found[] {
  const isAnchored = !(config instanceof UserError) && config.baseline.anchor !== null
  const measuring = isAnchored
    ? usesOf(workflows).filter(({ mode, step }) => mode === 'record' && !step.inputs['results'])
    : []
  const jobs = new Set(measuring.map(({ step }) => step.job))
  const found = [...jobs]
    // A line may fetch what the checkout lacks.
    .filter(({ steps }) => !steps.some(({ data }) => /\bgit\b.*\bfetch\b/.test(textIn(data['run']))))
    .flatMap(({ steps }) => steps)
    .filter((step) => actionOf(step) === 'actions/checkout' && step.inputs['repository'] === undefined)
    .filter(({ inputs: { 'fetch-depth': depth = '1' } }) => depth !== '0' && !isExpression(depth))
    .map(({ job, place, data }) =>
      warning(
        `actions/checkout fetches no tags in the job \`${job.id}\`, so no push is measured against a release, as baseline.anchor asks for`,
        'Set `fetch-depth: 0` under `with:` of that step. Or remove baseline.anchor from the config file.',
        place(data['with'] === undefined ? ['uses'] : ['with'], 'key'),
      ),
    )
  return orOk(found, ok(jobs.size > 0 ? 'a release can be found by its tag' : 'no release is measured'))
}

export const WORKFLOW_CHECK: Check<Context> = { id: 'workflows', title: 'workflows', look: lookAtWorkflows }

export const WIRING_CHECKS: readonly Check<Context>[] = [
  { id: 'project', title: 'project', look: withWorkflows(lookAtProject) },
  { id: 'inputs', title: 'inputs', look: withWorkflows(lookAtInputs) },
  { id: 'keys', title: 'keys', look: withWorkflows(lookAtKeys) },
  { id: 'workflow-node', title: 'Node in CI', look: withWorkflows(lookAtNodeVersion) },
  { id: 'tags', title: 'release tags', look: withWorkflows(lookAtTags) },
  { id: 'timeout', title: 'timeout-minutes', look: withWorkflows(lookAtTimeout) },
]
