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
  if (reports.length === 0) return [ok('one workflow measures and publishes')]
  const names = [...new Set(gatesOf(workflows).map(({ job }) => job.workflow.name))]
  const found = [...new Set(reports.map(({ job }) => job))]
    .filter((job) => !startersOf(job).some((name) => names.includes(name)))
    .map((job) =>
      failure(
        `${job.workflow.path} waits for ${listed(startersOf(job)) || 'no workflow'}, and no workflow of that name measures pull requests`,
        names.length === 0
          ? 'Add a workflow on `pull_request` that measures.'
          : `Write the \`name:\` of the one that does: \`workflows: [${names.join(', ')}]\``,
        job.workflow.place(['on', 'workflow_run', 'workflows']),
      ),
    )
  return orOk(found, ok(`it waits for ${listed(names)}`))
}

function lookAtArtifact(workflows: Workflows): readonly Found[] {
  const reports = reportsOf(workflows)
  if (reports.length === 0) return [ok('nothing is handed over')]
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
          `${report.job.workflow.path} publishes the key ${quoted(key)}, under which nothing is measured`,
          'Give both steps the same `key:` below `with:`, or none.',
          placeOfInput(report, 'key'),
        ),
      )
    found.push(...same.flatMap((gate) => uploadProblem(gate, key)))
  }
  return orOk(found, ok('what is measured is handed over'))
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
        `Add a step behind Benchgate: \`if: always()\`, actions/upload-artifact, with \`name: ${artifact}\` and \`path: ${file}\`.`,
        uploads[0] === undefined ? gate.place(['uses'], 'key') : uploads[0].place(['with'], 'key'),
      ),
    ]
  if (/\b(?:always|failure)\s*\(|!\s*cancelled\s*\(/.test(textIn(upload.data['if']))) return []
  return [
    failure(
      'the upload is skipped when the gate fails, so that a failure is never published',
      'Give the step `if: always()`.',
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
          `two runs of the job \`${id}\` may publish at once, and the older may have the last word`,
          'Give the job a `concurrency:` group of its pull request, with `cancel-in-progress: false` (docs/forks.md).',
          workflow.place(path, 'key'),
        ),
      ]
    if (dataIn(written)['cancel-in-progress'] !== true) return []
    return [
      warning(
        `a run of the job \`${id}\` for an older commit may cancel that for a newer one`,
        'Set `cancel-in-progress: false` there.',
        workflow.place([...where, 'concurrency', 'cancel-in-progress'], 'key'),
      ),
    ]
  })
  return orOk(
    found,
    ok(jobs.length > 0 ? 'runs publish one after the other' : 'no job publishes for another'),
  )
}

/** What a pull request from a fork gets, which is no mistake either way. */
function lookAtForks(workflows: Workflows, { config }: Context): Found {
  const gates = gatesOf(workflows).filter((step) => runsOn(step, 'pull_request', { fromFork: true }))
  if (gates.length === 0) return ok('pull requests from forks are not measured')
  if (reportsOf(workflows).length > 0)
    return ok('a second workflow publishes what a pull request from a fork measured')
  const comment = config instanceof UserError ? 'on-change' : config.report.comment
  return ok(
    gates.every(({ inputs }) => (inputs['comment'] || comment) === 'never')
      ? 'nothing is written, so that pull requests from forks work as well'
      : 'a pull request from a fork is measured and gets no comment: its token can only read (docs/forks.md)',
  )
}

export const HANDOVER_CHECKS: readonly Check<Context>[] = [
  { id: 'forks', title: 'forks', look: withWorkflows(lookAtForks) },
  { id: 'report-workflow', title: 'report workflow', look: withWorkflows(lookAtReport) },
  { id: 'artifact', title: 'artifact', look: withWorkflows(lookAtArtifact) },
  { id: 'report-concurrency', title: 'concurrency', look: withWorkflows(lookAtConcurrency) },
]
