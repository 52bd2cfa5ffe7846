import type { FirstLook } from '../gate/run.ts'
import type { InitPlan } from '../init/plan.ts'
import type { Project } from '../init/project.ts'
import { addMitata } from '../init/sample-suite.ts'
import { word } from '../init/found.ts'
import type { FoundTool } from '../init/tools.ts'
import { WORKFLOW_PATHS, type WorkflowKind } from '../init/workflows.ts'
import type { PlannedFile } from '../init/write-files.ts'
import { formatQuantity } from '../report/quantity.ts'

/** What each kind of workflow does, for people. */
export const WORKFLOW_TEXTS: Readonly<Record<WorkflowKind, string>> = {
  'read-only': 'all pull requests, including forks; no comments, no history',
  branches: 'comments and history; for pull requests from branches of this repository',
  forks: 'comments and history, including forks; a second workflow publishes',
}

/** How the proof that a project can be measured ended. */
export type Outcome =
  | { kind: 'measured'; look: FirstLook; seconds: number }
  | { kind: 'not-installed'; tool: string; probe: string }
  | { kind: 'failed'; reason: string; remedy: string }

const LABEL_WIDTH = 10
const NAMED = 3

/** Lines beside a label, which stands before the first. */
const labelled = (label: string, lines: readonly string[]): string =>
  lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}\n`).join('')

export function foundText(
  project: Project,
  tools: readonly FoundTool[],
  byHand: { files: readonly string[]; unknown: readonly string[]; pages: string },
): string {
  const { node, defaultBranch, isRepository, prefix } = project
  const about = [
    ...(prefix === '' ? [] : [`the project in ${prefix}`]),
    ...(node?.described ?? []),
    isRepository ? `default branch ${defaultBranch}` : 'no git repository yet',
  ].join(', ')
  const [first, ...others] = tools.map(({ title, files }) => `${title}: ${someOf(files)}`)
  const also = others.map((text) => `also ${text} (not in the config file: start with one tool)`)
  const none =
    byHand.files.length + byHand.unknown.length === 0 ? 'no benchmarks' : 'no benchmarks that init can set up'
  const benchmarkJs =
    byHand.files.length === 0
      ? []
      : [`Benchmark.js: ${someOf(byHand.files)} (to be set up by hand: ${byHand.pages}benchmarkjs.md)`]
  const unknown =
    first !== undefined || byHand.unknown.length === 0
      ? []
      : [
          `${someOf(byHand.unknown)}: no tool that init knows (its numbers can be read: ${byHand.pages}custom.md)`,
        ]
  return labelled('Found', [about, first ?? none, ...also, ...benchmarkJs, ...unknown])
}

function someOf(files: readonly string[]): string {
  const more = files.length - NAMED
  return [...files.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

/** What becomes of each file; of a dry run the whole texts. */
export function fileTexts(
  files: readonly PlannedFile[],
  { kind, dryRun }: { kind: WorkflowKind; dryRun: boolean },
): string {
  const width = Math.max(...files.map(({ path }) => path.length)) + 2
  const line = ({ path, there }: PlannedFile) => {
    const what = there === 'nothing' ? about(path, kind) : KEPT[there]
    return `${path.padEnd(width)}${what}`
  }
  const isNew = ({ there }: PlannedFile) => there === 'nothing'
  const texts = dryRun ? files.filter(({ there }) => there !== 'same').map(wholeText) : []
  return [
    labelled(dryRun ? 'Writes' : 'Wrote', files.filter(isNew).map(line)),
    labelled('Kept', files.filter((file) => !isNew(file)).map(line)),
    ...texts,
  ].join('')
}

const KEPT = {
  same: 'unchanged',
  other: 'unchanged; --dry-run shows what a new one would contain',
} as const

const wholeText = ({ path, text, there }: PlannedFile): string =>
  `\n--- ${path}${there === 'other' ? ' (not written: the file exists)' : ''}\n${text}`

function about(path: string, kind: WorkflowKind): string {
  if (path === WORKFLOW_PATHS.gate) return `${kind}: ${WORKFLOW_TEXTS[kind]}`
  if (path === WORKFLOW_PATHS.report) return 'publishes the results; runs no code of the project'
  if (/benchgate\.ya?ml$/.test(path)) return 'what is measured, and the budgets: 5 % slower fails'
  return 'a sample suite: replace its contents with calls to your own code'
}

export function measuredText(outcome: Outcome): string {
  if (outcome.kind === 'not-installed') {
    const { tool, probe } = outcome
    const why = `${tool} is not installed here (\`${probe}\` fails); the workflow sets it up`
    return labelled('Measured', [`nothing, because ${why}`])
  }
  if (outcome.kind === 'failed')
    return `\nNot measured: ${outcome.reason}\n\n${outcome.remedy} The files were written; \`npx benchgate run\` tries again.\n`
  const { look, seconds } = outcome
  const [row] = look.rows
  const time = row !== undefined && 'p10' in row ? `: ${formatQuantity(row.p10, 'ns')}` : ''
  const { name, suite } = row ?? look.found[0]!
  const which = look.found.length === 1 ? 'the only benchmark' : `one of ${look.found.length} benchmarks`
  return labelled('Measured', [
    `${name} (${suite})${time}`,
    `${which} of this ${time === '' ? 'command' : 'suite'}, in ${seconds.toFixed(1)} s: measuring works here`,
    ...(time === '' && seconds > LONG_EXECUTION_S ? [SHORTEN] : []),
  ])
}

/** What a command may take, its set-up included, before a check of it becomes a matter of minutes. */
const LONG_EXECUTION_S = 6
const SHORTEN = 'a check executes the command 18 times or more: let its tool measure for a second or two'

/** What is there once the files are written. */
export interface Prepared {
  project: Project
  plan: InitPlan
  /** From the root of the repository. */
  written: readonly string[]
  kind: WorkflowKind
  /** What `--action` said. */
  givenAction: string | null
  /** Whether the workflow that was there already is about other projects of the repository alone. */
  isUnmeasured: boolean
}

/** What is left to a person: lines for a shell, then sentences; what makes measuring work is before both. */
export function nextText(prepared: Prepared, { hasFailed }: { hasFailed: boolean }): string {
  const { project, plan, written } = prepared
  const { isRepository, hasCommit, prefix, defaultBranch, node } = project
  const up = prefix === '' ? '' : '../'.repeat(prefix.split('/').length)
  const lines: [line: string, does: string][] = []
  const what = hasCommit ? written.map(word).join(' ') : '.'
  const commit = `git add ${what} && git commit -m "Add Benchgate"`
  // Paths are those from the root.
  const within = up === '' || !hasCommit ? commit : `(cd ${up} && ${commit})`
  const ignoring =
    node === null || project.files.includes('.gitignore') ? '' : 'echo node_modules > .gitignore && '
  if (written.length > 0 || !hasCommit)
    lines.push([isRepository ? within : `${ignoring}git init -b ${defaultBranch} && ${commit}`, ''])
  lines.push(['npx benchgate check', `after a change: your working tree against ${defaultBranch}`])
  const add = plan.sample === null ? null : addMitata(project)
  if (add !== null) lines.push([add, 'for your editor; Benchgate brings its own'])
  const width = Math.max(...lines.map(([line, does]) => (does === '' ? 0 : line.length)))
  const shown = lines.map(([line, does]) => (does === '' ? line : `${line.padEnd(width)}  # ${does}`))
  const paragraphs = (notes: readonly string[]) => notes.map((note) => `\n${note}\n`).join('')
  const ofTool = paragraphs(plan.notes.map(sentence))
  const ofWorkflow = paragraphs(workflowNotes(prepared, up))
  const commands = shown.map((line) => `  ${line}\n`).join('')
  return hasFailed
    ? `${ofTool}\nNext, once it measures\n${commands}${ofWorkflow}`
    : `\nNext\n${commands}${ofTool}${ofWorkflow}`
}

const sentence = (note: string): string => `${note[0]!.toUpperCase()}${note.slice(1)}.`

/** In place of a workflow, where nobody knows what it would run. */
export const NO_ACTION = labelled('Missing', [
  `${WORKFLOW_PATHS.gate}: this Benchgate does not know its own repository on GitHub.`,
  'Give the repository and a commit: npx benchgate init --action owner/repository@commit',
])

/** Whether a workflow names this project, by its text: what an expression stands for is not known. */
export function namesProject(workflow: string, { prefix }: Project): boolean {
  if (prefix === '') return true
  const named = Array.from(workflow.matchAll(/\bworking-directory:(?<folder>[^\n]*)/g), ({ groups }) => {
    const { folder = '' } = groups!
    return folder
      .replace(/\s#.*/, '')
      .replaceAll(/['"\s]/g, '')
      .replaceAll(/^\.\/|\/$/g, '')
  })
  return named.some((folder) => folder === prefix || folder.includes('${{'))
}

function workflowNotes(
  { project, written, kind, givenAction, isUnmeasured }: Prepared,
  up: string,
): string[] {
  const { prefix, defaultBranch } = project
  const { gate } = WORKFLOW_PATHS
  if (isUnmeasured)
    return [
      `${gate} does not measure ${prefix} yet.\nAdd a step to it, with \`working-directory: ${prefix}\` and a \`key\` of its own.`,
    ]
  // Of a workflow that was there, nobody knows what else is in it.
  if (!written.includes(gate)) return []
  const action = givenAction === null ? '' : ` --action ${givenAction}`
  return {
    'read-only': [
      `For comments on pull requests, and history:\n  rm ${up}${gate} && npx benchgate init --workflow forks${action}`,
    ],
    branches: [],
    forks: [`Comments begin with the first pull request after this is merged into ${defaultBranch}.`],
  }[kind]
}
