import type { FoundConfig } from '../config/load.ts'
import type { Config } from '../model/config.ts'
import { configFile } from './config-file.ts'
import { fromRoot } from './found.ts'
import { PLAIN_NODE } from './node-project.ts'
import type { Project } from './project.ts'
import { sampleSuite } from './sample-suite.ts'
import { mitataIn } from './script-tools.ts'
import type { FoundTool } from './tools.ts'
import { type ActionReference, type NewFile, type Step, type WorkflowKind, workflows } from './workflows.ts'

const DEFAULT_TIME_LIMIT_MIN = 15

/** What `init` goes by. */
export interface InitRequest {
  project: Project
  /** The tools that were found; the first one counts. */
  tools: readonly FoundTool[]
  /** The config file that the project has, and what it says. */
  existing: { found: FoundConfig; config: Config } | null
  kind: WorkflowKind
  /** Null: no workflow is written, since nobody knows what it would run. */
  action: ActionReference | null
}

export interface InitPlan {
  /** What measures the project; of a project without benchmarks, the sample. */
  tool: FoundTool
  sample: NewFile | null
  /** Paths from the root of the repository. */
  files: { suite: NewFile | null; config: NewFile; workflows: NewFile[] }
}

/** The files that a project is to get, whatever is there of them already. */
export async function planInit({ project, tools, existing, kind, action }: InitRequest): Promise<InitPlan> {
  const sample = tools.length === 0 && existing === null ? sampleSuite(project) : null
  const tool = tools[0] ?? (await sampleTool(project, sample))
  const place = project.prefix === '' ? '.github/benchgate.yml' : 'benchgate.yml'
  const timeLimitMin =
    existing === null
      ? (tool.timeLimitMin ?? DEFAULT_TIME_LIMIT_MIN)
      : existing.config.measure.timeLimitMs / 60_000
  const facts = {
    defaultBranch: project.defaultBranch,
    directory: project.prefix,
    timeLimitMin,
    steps: existing === null ? tool.steps : stepsFor(project, existing.config, tools),
  }
  return {
    tool,
    sample,
    files: {
      suite: sample === null ? null : { path: fromRoot(project, sample.path), text: sample.text },
      config: { path: fromRoot(project, existing?.found.path ?? place), text: configFile(tool) },
      workflows: action === null ? [] : workflows(facts, kind, action),
    },
  }
}

const sampleTool = async (project: Project, sample: NewFile | null): Promise<FoundTool> => ({
  name: 'mitata',
  title: 'mitata',
  ...(await mitataIn(project, sample === null ? [] : [sample.path])),
})

/** The steps for what a config file names, each once. */
function stepsFor({ node }: Project, { suites, commands }: Config, tools: readonly FoundTool[]): Step[] {
  const formats = new Set(commands.map(({ format }) => format))
  const named = tools.filter(({ measures }) =>
    'suites' in measures ? suites.length > 0 : measures.commands.some(({ format }) => formats.has(format)),
  )
  const steps = [
    ...(suites.length > 0 ? (node?.steps ?? PLAIN_NODE) : []),
    ...named.flatMap(({ steps }) => steps),
  ]
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()]
}
