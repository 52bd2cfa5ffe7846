import { parse } from 'yaml'
import { blocksOf, DOCS } from './pages.ts'

export interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

export interface Workflow {
  permissions?: unknown
  jobs: Record<
    string,
    { needs?: string; permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }
  >
}

interface Block {
  /** For people: the page, and which of its blocks. */
  name: string
  file: string
  text: string
  value: unknown
}

/** Who publishes Benchgate is not known in this repository. */
const filled = (text: string): string =>
  text.replaceAll('<owner>', 'owner').replaceAll('<commit>', '0'.repeat(40))

const BLOCKS: readonly Block[] = DOCS.flatMap((page) =>
  blocksOf(page, 'yaml', 'yml').map((written, at) => {
    const text = filled(written)
    return { name: `${page.file}, block ${at + 1}`, file: page.file, text, value: parse(text) as unknown }
  }),
)

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isSteps = (value: unknown): value is Step[] =>
  Array.isArray(value) && value.every((one) => isMap(one) && ('uses' in one || 'run' in one))

/** Whole workflows. */
export const WORKFLOWS_IN_DOCS = BLOCKS.filter(
  (block): block is Block & { value: Workflow } => isMap(block.value) && 'jobs' in block.value,
)

/** Steps to be put into a workflow. */
export const STEPS_IN_DOCS = BLOCKS.filter((block): block is Block & { value: Step[] } =>
  isSteps(block.value),
)

/** Everything else is a config file or a part of one: so a word that is misspelt in one is found. */
export const CONFIGS_IN_DOCS = BLOCKS.filter(
  (block): block is Block & { value: Record<string, unknown> } =>
    !isSteps(block.value) && !(isMap(block.value) && ('jobs' in block.value || 'permissions' in block.value)),
)
