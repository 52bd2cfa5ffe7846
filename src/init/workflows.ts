import { stringify } from 'yaml'
import { ACTIONS, type ActionName } from './actions.ts'

/** Which workflows are written: what they may do, and for whose pull requests. */
export const WORKFLOW_KINDS = ['read-only', 'branches', 'forks'] as const
export type WorkflowKind = (typeof WORKFLOW_KINDS)[number]

type Value = string | number | boolean
/** What stands below `with:`, by name; an array is a value and the comment behind it. */
export type Entries = Readonly<Record<string, Value | readonly [value: Value, comment: string]>>

/** A step that a job needs before Benchgate. */
export type Step =
  | { run: string; comment?: string; workingDirectory?: string }
  | {
      uses: ActionName
      with?: Entries
      /** For jobs that can write nothing: what they restore from a cache reaches nobody. */
      readOnly?: Entries
      /** For jobs that can write: no cache, since every job of the branch can put something into it. */
      canWrite?: Entries
    }

/** In place of a cache, in jobs that can write. */
export const NO_CACHE = [false, 'no cache in a job that can write'] as const

/** What the workflows say of the project. */
export interface WorkflowFacts {
  defaultBranch: string
  /** The project's path below the root of its repository, with `/`; '' is the root. */
  directory: string
  /** `measure.time-limit` of its config. */
  timeLimitMin: number
  steps: readonly Step[]
}

/** Benchgate as a step names it, and the release that this is; null: none is known. */
export interface ActionReference {
  uses: string
  version: string | null
}

/** A file to write; the path is relative to the root of the repository. */
export interface NewFile {
  path: string
  text: string
}

export const WORKFLOW_PATHS = {
  gate: '.github/workflows/benchgate.yml',
  report: '.github/workflows/benchgate-report.yml',
} as const

/** The workflows of one kind for a project. */
export function workflows(facts: WorkflowFacts, kind: WorkflowKind, action: ActionReference): NewFile[] {
  const write = (path: string, lines: readonly string[]): NewFile => ({ path, text: `${lines.join('\n')}\n` })
  const gate = write(WORKFLOW_PATHS.gate, { 'read-only': readOnly, branches, forks }[kind](facts, action))
  return kind === 'forks' ? [gate, write(WORKFLOW_PATHS.report, report(facts, action))] : [gate]
}

function readOnly(facts: WorkflowFacts, action: ActionReference): string[] {
  const permissions = ['contents: read # read-only, so it works for forks too']
  return [
    ...head(facts, { records: false }),
    'jobs:',
    ...job('benchgate', facts, {
      permissions,
      steps: [
        ...setUp(facts, { canWrite: false }),
        ...benchgate(facts, action, { comment: ['never', 'the job and its summary show the verdict'] }),
      ],
    }),
  ]
}

const branchPermissions = ({ defaultBranch }: WorkflowFacts): string[] => [
  `contents: write # pushes to ${defaultBranch} store a run on the branch \`benchgate\``,
  'pull-requests: write # the comment',
  'checks: write # the check run; optional',
]

function branches(facts: WorkflowFacts, action: ActionReference): string[] {
  const permissions = branchPermissions(facts)
  const steps = [...setUp(facts, { canWrite: true }), ...benchgate(facts, action)]
  return [...head(facts, { records: true }), 'jobs:', ...job('gate', facts, { permissions, steps })]
}

/** Where the job that records writes the dashboard, in the workspace. */
const SITE = 'benchgate-dashboard'

/**
 * The workflow for branches, which publishes the dashboard on GitHub Pages after each push: a job that runs
 * no code of the project and holds nothing else has the rights for it.
 */
export function pagesWorkflow(facts: WorkflowFacts, action: ActionReference): NewFile {
  const output = 'steps.benchgate.outputs.dashboard'
  const steps = [
    ...setUp(facts, { canWrite: true }),
    ...benchgate(facts, action, { dashboard: [SITE, 'written by pushes alone'] }, 'benchgate'),
    `- if: ${output} != ''`,
    `  ${uses('actions/upload-pages-artifact')}`,
    ...given({ path: SITE }),
  ]
  const gate = job('gate', facts, {
    permissions: branchPermissions(facts),
    outputs: [`dashboard: \${{ ${output} }}`],
    steps,
  })
  return {
    path: WORKFLOW_PATHS.gate,
    text: `${[...head(facts, { records: true }), 'jobs:', ...gate, '', ...DEPLOY].join('\n')}\n`,
  }
}

const DEPLOY = [
  '  # Runs nothing but the deployment, and alone may publish.',
  '  deploy:',
  '    needs: gate',
  "    if: needs.gate.outputs.dashboard != ''",
  '    concurrency: # one at a time, and none is cut off midway',
  '      group: pages',
  '      cancel-in-progress: false',
  '    runs-on: ubuntu-24.04',
  '    timeout-minutes: 15',
  '    permissions:',
  '      pages: write',
  '      id-token: write # shows Pages which workflow deploys',
  '    environment:',
  '      name: github-pages',
  '      url: ${{ steps.deployment.outputs.page_url }}',
  '    steps:',
  '      - id: deployment',
  `        ${uses('actions/deploy-pages')}`,
]

function forks(facts: WorkflowFacts, action: ActionReference): string[] {
  const gate = [
    ...setUp(facts, { canWrite: false }),
    ...benchgate(facts, action, { comment: ['never', 'the second workflow comments'] }),
    '- if: always()',
    `  ${uses('actions/upload-artifact')}`,
    ...given({
      name: 'benchgate-report',
      path: 'benchgate-report.json',
      'if-no-files-found': 'ignore',
      'retention-days': 7,
    }),
  ]
  const record = [...setUp(facts, { canWrite: true }), ...benchgate(facts, action)]
  return [
    ...head(facts, { records: true }),
    'jobs:',
    '  # Runs code of the pull request, so its token is read-only.',
    ...job('gate', facts, {
      if: "github.event_name != 'push'",
      permissions: ['contents: read'],
      steps: gate,
    }),
    '',
    `  # Runs code of ${facts.defaultBranch}, and stores what it measures.`,
    ...job('record', facts, {
      if: "github.event_name == 'push'",
      permissions: ['contents: write'],
      steps: record,
    }),
  ]
}

/** Runs no code of the project, checks nothing out, and restores no cache. */
function report(facts: WorkflowFacts, action: ActionReference): string[] {
  const run = 'github.event.workflow_run'
  return [
    'name: Benchgate report',
    'on:',
    '  workflow_run:',
    '    workflows: [Benchgate]',
    '    types: [completed]',
    'permissions: {}',
    'jobs:',
    '  report:',
    `    if: ${run}.event == 'pull_request'`,
    '    concurrency: # one at a time for each branch, so that the latest has the last word',
    `      group: benchgate-report-\${{ ${run}.head_repository.full_name }}-\${{ ${run}.head_branch }}`,
    '      cancel-in-progress: false # a late run for an older commit must not cancel a newer one',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 10',
    '    permissions:',
    '      actions: read # the artifact',
    '      checks: write',
    '      contents: read',
    '      pull-requests: write',
    '    steps:',
    ...indented(6, benchgate(facts, action)),
  ]
}

/** A workflow that keeps the dashboard as an artifact of one file, with the program of one version. */
export function artifactWorkflow(version: string): NewFile {
  const file = 'benchgate-dashboard.html'
  const lines = [
    'name: Benchgate dashboard',
    'on:',
    '  workflow_dispatch:',
    '  schedule:',
    "    - cron: '17 6 * * 1'",
    'permissions: {}',
    'jobs:',
    '  dashboard:',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 15',
    '    permissions:',
    '      contents: read # of the branch `benchgate` too',
    '    steps:',
    `      - ${uses('actions/checkout')}`,
    ...indented(
      6,
      given({ 'persist-credentials': [false, 'true in a private repository, to read the branch'] }),
    ),
    `      - run: npx --yes benchgate@${version} dashboard --single ${file}`,
    `      - ${uses('actions/upload-artifact')}`,
    ...indented(6, given({ name: 'benchgate-dashboard', path: file, 'if-no-files-found': 'error' })),
  ]
  return { path: '.github/workflows/benchgate-dashboard.yml', text: `${lines.join('\n')}\n` }
}

function head({ defaultBranch }: WorkflowFacts, { records }: { records: boolean }): string[] {
  return [
    'name: Benchgate',
    'on:',
    '  pull_request:',
    '  merge_group:',
    ...(records ? ['  push:', `    branches: [${branchPattern(defaultBranch)}]`] : []),
    'permissions: {}',
    'concurrency:',
    '  group: benchgate-${{ github.event.pull_request.number || github.run_id }}',
    '  cancel-in-progress: true',
  ]
}

interface Job {
  if?: string
  permissions: readonly string[]
  outputs?: readonly string[]
  steps: readonly string[]
}

/** Minutes beside measuring, confirming included, which may take half of the time limit more. */
const AROUND_MIN = 15

function job(name: string, { timeLimitMin }: WorkflowFacts, o: Job): string[] {
  return [
    `  ${name}:`,
    ...(o.if === undefined ? [] : [`    if: ${o.if}`]),
    '    runs-on: ubuntu-24.04',
    `    timeout-minutes: ${Math.ceil(2 * timeLimitMin) + AROUND_MIN}`,
    '    permissions:',
    ...indented(6, o.permissions),
    ...(o.outputs === undefined ? [] : ['    outputs:', ...indented(6, o.outputs)]),
    '    steps:',
    ...indented(6, o.steps),
  ]
}

function setUp({ steps }: WorkflowFacts, { canWrite }: { canWrite: boolean }): string[] {
  const checkout: Step = { uses: 'actions/checkout', with: { 'persist-credentials': false } }
  return [checkout, ...steps].flatMap((step) => {
    if ('run' in step) return runStep(step)
    const entries = { ...step.with, ...(canWrite ? step.canWrite : step.readOnly) }
    return [`- ${uses(step.uses)}`, ...given(entries)]
  })
}

function runStep({ run, comment, workingDirectory }: Extract<Step, { run: string }>): string[] {
  return [
    `- run: ${scalar(run)}${comment === undefined ? '' : ` # ${comment}`}`,
    ...(workingDirectory ? [`  working-directory: ${scalar(workingDirectory)}`] : []),
  ]
}

function benchgate(
  { directory }: WorkflowFacts,
  action: ActionReference,
  entries: Entries = {},
  id: string | null = null,
): string[] {
  const line = `uses: ${action.uses}${action.version === null ? '' : ` # ${action.version}`}`
  return [
    ...(id === null ? [`- ${line}`] : [`- id: ${id}`, `  ${line}`]),
    ...given({ ...(directory !== '' && { 'working-directory': directory }), ...entries }),
  ]
}

function uses(name: ActionName): string {
  const { commit, version } = ACTIONS[name]
  return `uses: ${name}@${commit} # ${version}`
}

function given(entries: Entries): string[] {
  const lines = Object.entries(entries).map(([name, entry]) => {
    const [value, comment] = typeof entry === 'object' ? entry : [entry]
    return `    ${name}: ${scalar(value)}${comment === undefined ? '' : ` # ${comment}`}`
  })
  return lines.length === 0 ? [] : ['  with:', ...lines]
}

/** A value on one line. GitHub would compute what looks like an expression. */
function scalar(value: Value): string {
  if (typeof value !== 'string') return String(value)
  const text = value.replaceAll('${{', "${{ '${{' }}")
  return text.includes('\n')
    ? JSON.stringify(text)
    : stringify(text, { lineWidth: 0, singleQuote: true, blockQuote: false }).trimEnd()
}

/** GitHub reads names of branches as patterns. In a list between brackets commas and braces are YAML's. */
const branchPattern = (name: string): string => {
  const pattern = name.replaceAll(/[*?+[\]!\\]/g, String.raw`\$&`)
  return /^[\w./-]+$/.test(pattern) ? scalar(pattern) : `'${pattern.replaceAll("'", "''")}'`
}

const indented = (by: number, lines: readonly string[]): string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`)

/** What an npm project of one package gets: the workflows that the docs show. */
export const NPM_FACTS: WorkflowFacts = {
  defaultBranch: 'main',
  directory: '',
  timeLimitMin: 15,
  steps: [
    {
      uses: 'actions/setup-node',
      with: { 'node-version': 24 },
      readOnly: { cache: 'npm' },
      canWrite: { 'package-manager-cache': NO_CACHE },
    },
    { run: 'npm ci' },
  ],
}
