import { listed, quoted } from '../config/config-error.ts'
import { UserError } from '../errors.ts'
import { evidenceNames } from '../github/evidence-names.ts'
import { INPUTS } from '../github/inputs.ts'
import { type Check, failure, type Found, ok, warning } from './check.ts'
import { type Context, orOk, withWorkflows } from './context.ts'
import { placeOfInput } from './wiring-checks.ts'
import {
  actionOf,
  dataIn,
  isExpression,
  type Job,
  listIn,
  runsOn,
  type Step,
  textIn,
  usesOf,
  type Workflows,
} from './workflow.ts'

/** Steps that measure pull requests with the action. */
const gatesOf = (workflows: Workflows): Step[] =>
  usesOf(workflows).flatMap(({ event, mode, step }) =>
    event === 'pull_request' && mode === 'gate' ? [step] : [],
  )

const reportsOf = (workflows: Workflows): Step[] =>
  usesOf(workflows).flatMap(({ mode, step }) => (mode === 'report' ? [step] : []))

/** Names of the workflows after which a workflow is started. */
const startersOf = ({ workflow }: Job): string[] =>
  listIn(dataIn(dataIn(workflow.data['on'])['workflow_run'])['workflows']).map(textIn)

function lookAtReport(workflows: Workflows): readonly Found[] {
  const reports = reportsOf(workflows)
  if (reports.length === 0) return [ok('not needed: no second workflow publishes')]
  const names = [...new Set(gatesOf(workflows).map(({ job }) => job.workflow.name))]
  const found = [...new Set(reports.map(({ job }) => job))]
    .filter((job) => !startersOf(job).some((name) => names.includes(name)))
    .map((job) =>
      failure(
        `${job.workflow.path} runs after ${listed(startersOf(job)) || 'no workflow'}, and no workflow of that name measures pull requests`,
        names.length === 0
          ? 'Add a workflow on `pull_request` that measures.'
          : `Use the \`name:\` of the one that does: \`workflows: [${names.join(', ')}]\``,
        job.workflow.place(['on', 'workflow_run', 'workflows']),
      ),
    )
  return orOk(found, ok(`it runs after ${listed(names)}`))
}

function lookAtArtifact(workflows: Workflows): readonly Found[] {
  const reports = reportsOf(workflows)
  if (reports.length === 0) return [ok('not needed: no second workflow publishes')]
  const found: Found[] = []
  for (const report of reports) {
    const gates = gatesOf(workflows).filter(({ job }) => startersOf(report.job).includes(job.workflow.name))
    const key = report.inputs['key'] || INPUTS.key.default
    const same = gates.filter(({ inputs }) => (inputs['key'] || INPUTS.key.default) === key)
    if (
      same.length === 0 &&
      gates.length > 0 &&
      ![key, ...gates.map(({ inputs }) => inputs['key'] ?? '')].some(isExpression)
    )
      found.push(
        failure(
          `${report.job.workflow.path} publishes the key ${quoted(key)}, and no job measures under that key`,
          'Set the same `key:` under `with:` in both steps, or leave it out of both.',
          placeOfInput(report, 'key'),
        ),
      )
    found.push(...same.flatMap((gate) => uploadProblem(gate, key)))
  }
  return orOk(found, ok('measurements are uploaded for the second workflow'))
}

/** What is wrong with how a measuring step's evidence is uploaded. */
function uploadProblem(gate: Step, key: string): Found[] {
  const { artifact, file } = evidenceNames(key)
  const uploads = gate.job.steps.filter((step) => actionOf(step) === 'actions/upload-artifact')
  const upload = uploads.find(
    ({ inputs }) => inputs['name'] === artifact && (inputs['path'] ?? '').includes(file),
  )
  if (upload === undefined)
    return [
      failure(
        `the job \`${gate.job.id}\` does not upload \`${file}\` as the artifact \`${artifact}\`, which the other workflow reads`,
        `Add a step after Benchgate: actions/upload-artifact, with \`if: always()\`, \`name: ${artifact}\` and \`path: ${file}\`.`,
        uploads[0] === undefined ? gate.place(['uses'], 'key') : uploads[0].place(['with'], 'key'),
      ),
    ]
  if (/\b(?:always|failure)\s*\(|!\s*cancelled\s*\(/.test(textIn(upload.data['if']))) return []
  return [
    failure(
      'the upload is skipped when the gate fails, so a failure is never published',
      'Add `if: always()` to the step.',
      upload.place(['if'], upload.data['if'] === undefined ? 'key' : undefined),
    ),
  ]
}

function lookAtConcurrency(workflows: Workflows): readonly Found[] {
  const jobs = [...new Set(reportsOf(workflows).map(({ job }) => job))]
  const found = jobs.flatMap(({ id, data, workflow, path }): Found[] => {
    const written = data['concurrency'] ?? workflow.data['concurrency']
    const where = data['concurrency'] === undefined ? [] : path
    if (written === undefined)
      return [
        warning(
          `two runs of the job \`${id}\` can publish at the same time, and the older one may overwrite the newer one`,
          'Add a `concurrency:` group for each pull request to the job, with `cancel-in-progress: false` (docs/forks.md).',
          workflow.place(path, 'key'),
        ),
      ]
    if (dataIn(written)['cancel-in-progress'] !== true) return []
    return [
      warning(
        `a run of the job \`${id}\` for an older commit can cancel the run for a newer one`,
        'Set `cancel-in-progress: false`.',
        workflow.place([...where, 'concurrency', 'cancel-in-progress'], 'key'),
      ),
    ]
  })
  return orOk(
    found,
    ok(jobs.length > 0 ? 'runs publish one at a time' : 'not needed: no second workflow publishes'),
  )
}

/** What a pull request from a fork gets, which is no mistake either way. */
function lookAtForks(workflows: Workflows, { config }: Context): Found {
  const gates = gatesOf(workflows).filter((step) => runsOn(step, 'pull_request', { fromFork: true }))
  if (gates.length === 0) return ok('pull requests from forks are not measured')
  if (reportsOf(workflows).length > 0)
    return ok('a second workflow publishes the results of pull requests from forks')
  const comment = config instanceof UserError ? 'on-change' : config.report.comment
  return ok(
    gates.every(({ inputs }) => (inputs['comment'] || comment) === 'never')
      ? 'no comment is requested, so pull requests from forks work like all others'
      : 'pull requests from forks are measured, but get no comment: their token is read-only (docs/forks.md)',
  )
}

export const HANDOVER_CHECKS: readonly Check<Context>[] = [
  { id: 'forks', title: 'forks', look: withWorkflows(lookAtForks) },
  { id: 'report-workflow', title: 'report workflow', look: withWorkflows(lookAtReport) },
  { id: 'artifact', title: 'artifact', look: withWorkflows(lookAtArtifact) },
  { id: 'report-concurrency', title: 'concurrency', look: withWorkflows(lookAtConcurrency) },
]
