import type { Project } from './project.ts'
import type { Step } from './workflows.ts'

/** `command:` of a config file, by its own keys. */
interface CommandEntry {
  'working-directory'?: string
  setup?: string
  run: string
  format: string
  output?: string
}

/** What a tool measures in a project, and what it takes to measure it. */
export interface Found {
  /** The files that show it, relative to the project. */
  files: readonly string[]
  measures: { suites: readonly string[] } | { commands: readonly CommandEntry[] }
  /** What prepares a checkout; null: nothing. */
  setup: string | null
  /** Of the workflow. */
  steps: readonly Step[]
  /** Rules below `budgets:`, in YAML. */
  budgets: readonly string[]
  /** A line for the shell that fails where the tool is not installed; null: nothing need be. */
  probe: string | null
  /** `measure.time-limit`, where the usual one is short. */
  timeLimitMin?: number
  /** What is left to a person. */
  notes: readonly string[]
}

/** One row of the table of tools. */
export interface Tool {
  name: string
  /** For people. */
  title: string
  find: (project: Project) => Promise<Found | null>
}

export const TIME_RULE = "{ match: '**', metric: time, max-regression: 5% } # 5 % slower fails, 2.5 % warns"

const MAX_READ = 500

/** Folders of what belongs to no version of a project: inputs of its tests, and projects of their own. */
const APART = /(^|\/)(__fixtures__|fixtures?|testdata|examples?|demos?)\//

/** The files of a kind whose text matches, with their texts. */
export async function filesWith(
  project: Project,
  kind: RegExp,
  content: RegExp,
): Promise<{ file: string; text: string }[]> {
  const found: { file: string; text: string }[] = []
  for (const file of project.files
    .filter((path) => kind.test(path) && !APART.test(path))
    .slice(0, MAX_READ)) {
    const text = await project.text(file)
    if (content.test(text)) found.push({ file, text })
  }
  return found
}

/** A path of the project as a workflow names it, from the root of the repository. */
export const fromRoot = ({ prefix }: Project, path: string): string =>
  prefix === '' ? path : `${prefix}/${path}`

/** The first of some files that the project has. */
export const firstFile = ({ files }: Project, ...names: string[]): string | null =>
  names.find((name) => files.includes(name)) ?? null

/** A step that runs a line in the project's folder. */
export const runIn = ({ prefix }: Project, run: string): Step => ({
  run,
  ...(prefix !== '' && { workingDirectory: prefix }),
})

/** The folder of a file; '' is the project's. */
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

/** A word as a shell takes it. */
export const word = (text: string): string =>
  /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
