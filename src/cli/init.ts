import { fileURLToPath } from 'node:url'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Option } from 'commander'
import { findConfig, loadConfig } from '../config/load.ts'
import { EXIT, UserError } from '../errors.ts'
import { type FirstLook, measureFirst } from '../gate/run.ts'
import type { Runtime } from '../gate/request.ts'
import { givenAction, ownAction } from '../init/action-reference.ts'
import { asGlob } from '../init/suite-globs.ts'
import { isInstalled } from '../init/installed.ts'
import { planInit } from '../init/plan.ts'
import { lookAtProject, type Project } from '../init/project.ts'
import { benchmarkJsScripts, unknownScripts } from '../init/script-tools.ts'
import { type FoundTool, findTools } from '../init/tools.ts'
import { type ActionReference, WORKFLOW_KINDS, WORKFLOW_PATHS, type WorkflowKind } from '../init/workflows.ts'
import { type PlannedFile, planFiles, writeFiles } from '../init/write-files.ts'
import { findSuites } from '../measure/suites.ts'
import type { Config } from '../model/config.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import type { AddCommand, Installation } from './add-command.ts'
import { canAsk, choose } from './ask.ts'
import { describeError } from './describe-error.ts'
import { docsOfPackage } from './docs-of-package.ts'
import { withExamples } from './examples.ts'
import { dryRunOption, type SpeechFlags, speechOptions, withOptions } from './flags.ts'
import {
  fileTexts,
  foundText,
  measuredText,
  namesProject,
  nextText,
  NO_ACTION,
  type Outcome,
  type Prepared,
  WORKFLOW_TEXTS,
} from './init-texts.ts'
import { withRuntime } from './measuring.ts'

interface InitFlags extends SpeechFlags {
  workflow?: WorkflowKind
  action?: ActionReference
  yes?: boolean
  dryRun?: boolean
}

/** The time for measuring one benchmark of a suite. */
const FIRST_LIMIT_MS = 60_000

/** Adds `init`: looks at the project, writes what it takes to gate it, and measures one benchmark. */
export const init: AddCommand = (program, { installation, finish }) => {
  const command = withExamples(program.command('init'), [
    { line: 'benchgate init --dry-run', does: 'shows the files that it would write' },
    { line: 'benchgate init --yes', does: 'writes them, and measures one benchmark' },
    { line: 'benchgate init --workflow forks --dry-run', does: 'the set-up with comments and history' },
  ])
    .description('write a config file and a workflow for this project, and measure one benchmark')
    .addOption(
      new Option(
        '--workflow <kind>',
        `read-only: ${WORKFLOW_TEXTS['read-only']}. branches: ${WORKFLOW_TEXTS.branches}. forks: ${WORKFLOW_TEXTS.forks}. Default: read-only`,
      ).choices(WORKFLOW_KINDS),
    )
    .option(
      '--action <owner/repository@commit>',
      'the action that the workflow runs (default: the release that you are running)',
      givenAction,
    )
    .option('-y, --yes', 'ask no questions')
    .addOption(dryRunOption())
    .action(async (flags: InitFlags) => {
      const ready = await withRuntime(flags, installation, (runtime) => prepare(flags, installation, runtime))
      if (flags.dryRun === true) return
      // Its progress is gone from the screen before its result stands there.
      const outcome = await withRuntime(flags, installation, (runtime) => prove(ready, runtime))
      say(measuredText(outcome))
      say(nextText(ready, { hasFailed: outcome.kind === 'failed' }))
      finish(outcome.kind === 'failed' ? EXIT.measurement : EXIT.pass)
    })
  withOptions(command, speechOptions())
}

const say = (text: string) => void process.stdout.write(linesForTerminal(text))

/** Looks at the project, asks what is open, and writes the files. */
async function prepare(flags: InitFlags, installation: Installation, runtime: Runtime): Promise<Prepared> {
  const project = await lookAtProject(process.cwd(), runtime)
  const found = await findConfig(project.directory)
  const existing = found === null ? null : { found, config: await loadConfig(project.directory) }
  const action = flags.action ?? (await ownAction(fileURLToPath(installation.package), runtime))
  const isAsking = flags.yes !== true && flags.dryRun !== true && canAsk()
  const known = await findTools(project)
  const pages = `${(await docsOfPackage(installation.package)) ?? ''}docs/tools/`
  const byHand = { files: await benchmarkJsScripts(project), unknown: await unknownScripts(project), pages }
  say(foundText(project, known, byHand))
  const tools = isAsking && existing === null ? await chooseTool(known) : known
  const kind = flags.workflow ?? (isAsking && action !== null ? await chooseWorkflow() : 'read-only')
  const plan = await planInit({ project, tools, existing, kind, action })
  const { suite, config, workflows } = plan.files
  const files = [
    ...(await planFiles(project.root, [...(suite === null ? [] : [suite]), config, ...workflows])),
    ...(action === null ? await keptWorkflow(project.root) : []),
  ]
  if (flags.dryRun !== true) await writeFiles(project.root, files)
  say(fileTexts(files, { kind, dryRun: flags.dryRun === true }))
  if (!files.some(({ path }) => path === WORKFLOW_PATHS.gate)) say(NO_ACTION)
  const written = files.filter(({ there }) => there === 'nothing').map(({ path }) => path)
  const givenAction = flags.action?.uses ?? null
  return { project, plan, written, kind, givenAction, isUnmeasured: await isUnmeasured(project, files) }
}

/** The workflow that is there already, where none can be written. */
async function keptWorkflow(root: string): Promise<PlannedFile[]> {
  const planned = await planFiles(root, [{ path: WORKFLOW_PATHS.gate, text: '' }])
  return planned.flatMap((file) => (file.there === 'nothing' ? [] : [{ ...file, there: 'same' as const }]))
}

/** Whether a workflow was there already that does not name this project. */
async function isUnmeasured(project: Project, files: readonly PlannedFile[]): Promise<boolean> {
  const isKept = files.some(({ path, there }) => path === WORKFLOW_PATHS.gate && there !== 'nothing')
  if (!isKept) return false
  const text = await readFile(join(project.root, WORKFLOW_PATHS.gate), 'utf8').catch(() => null)
  return text !== null && !namesProject(text, project)
}

async function chooseTool(tools: readonly FoundTool[]): Promise<readonly FoundTool[]> {
  if (tools.length < 2) return tools
  const options = tools.map((tool) => ({ label: `${tool.title} (${tool.files[0]})`, value: tool }))
  return [await choose('Which benchmarks should be measured?', options)]
}

const chooseWorkflow = () =>
  choose(
    'Which workflow?',
    WORKFLOW_KINDS.map((value) => ({ label: `${value}: ${WORKFLOW_TEXTS[value]}`, value })),
  )

/** Measures one benchmark, to show that the project can be measured. */
async function prove({ project, plan: { tool } }: Prepared, runtime: Runtime): Promise<Outcome> {
  const { directory: cwd } = project
  const startedAt = performance.now()
  try {
    if (
      tool.probe !== null &&
      !(await isInstalled(tool.probe, { cwd, env: runtime.env, signal: runtime.signal }))
    )
      return { kind: 'not-installed', tool: tool.title, probe: tool.probe }
    const config = await onlyFirst(await loadConfig(cwd), cwd)
    const request = { project: cwd, config, filter: null, seed: randomBytes(4).toString('hex') }
    const look = await measureFirst(request, runtime)
    const seconds = (performance.now() - startedAt) / 1000
    return look.failed ? failed(look) : { kind: 'measured', look, seconds }
  } catch (error) {
    if (runtime.signal.aborted || !(error instanceof UserError)) throw error
    const { message, remedy } = describeError(error)
    const { node } = project
    const isBare = node?.install != null && !node.isInstalled
    const install = `Run \`${tool.setup ?? node?.install}\` first.`
    return { kind: 'failed', reason: message, remedy: isBare ? install : remedy }
  }
}

const failed = ({ warnings }: FirstLook): Outcome => ({
  kind: 'failed',
  reason: warnings.join('\n'),
  remedy: '`npx benchgate run` measures all of them.',
})

/** A config that names one suite or command: others need not even be listed. */
async function onlyFirst(config: Config, directory: string): Promise<Config> {
  const { suites, commands, measure } = config
  if (suites.length === 0) return { ...config, commands: commands.slice(0, 1) }
  const [first] = await findSuites(directory, suites)
  return {
    ...config,
    suites: first === undefined ? suites : [asGlob(first)],
    commands: [],
    measure: { ...measure, timeLimitMs: Math.min(measure.timeLimitMs, FIRST_LIMIT_MS) },
  }
}
