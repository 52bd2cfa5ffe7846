import type { Environment } from './assessment.ts'
import type { Finding } from './finding.ts'
import type { ResultFile } from './result-file.ts'

// What result files say of the machine, the build and the programs that measured: times compare only where
// both sides say the same. What a tool does not say is not known, and stands in nobody's way.

export type Conditions = NonNullable<Environment['measuredOn']>

/** What a tool's own word for a condition means; a word that is not here says nothing about times. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...['cpu', 'ProcessorName', 'cpu_model_name'].map((word) => [word, 'processor'] as const),
  ...['arch', 'goarch', 'Architecture', 'machine'].map((word) => [word, 'architecture'] as const),
  ...['os', 'goos', 'OsVersion', 'system', 'platform'].map((word) => [word, 'system'] as const),
  ...['library_build_type', 'Configuration'].map((word) => [word, 'build'] as const),
  ...['python', 'python_version'].map((word) => [word, 'Python'] as const),
  ['jdk', 'JDK'],
  ['julia', 'Julia'],
  ...['vm', 'runtime', 'RuntimeVersion', 'implementation', 'python_implementation', 'browser'].map(
    (word) => [word, 'runtime'] as const,
  ),
])
/** asv calls the host a machine, which in CI has another name in each job. */
const isHost = (tool: string, word: string): boolean => tool === 'asv' && word === 'machine'
/** Under which the version of the tool itself is kept. */
const VERSION = 'version'
/** Conditions that are the same only where every letter is. */
const WHOLE: ReadonlySet<string> = new Set(['processor', 'architecture', 'build'])
/** Conditions in which the same code allocates, executes and occupies another number. */
const OF_COUNTS: ReadonlySet<string> = new Set(['architecture', 'build'])
/** Of all tools of a side, and of a text. */
const MAX_TOOLS = 20
const MAX_TEXT = 200

/** What the files of one side say, by tool and condition; several texts of one condition are joined. */
export function conditionsOf(files: readonly ResultFile[]): Conditions {
  const tools = [...Map.groupBy(files, ({ tool }) => tool.slice(0, MAX_TEXT))].slice(0, MAX_TOOLS)
  return Object.fromEntries(tools.map(([tool, ofTool]) => [tool, conditionsOfTool(tool, ofTool)]))
}

function conditionsOfTool(tool: string, files: readonly ResultFile[]): Conditions[string] {
  const said = files.flatMap(({ environment, version }) => [
    ...Object.entries(environment).flatMap(([word, value]) => {
      const condition = isHost(tool, word) ? undefined : MEANINGS.get(word)
      return condition === undefined ? [] : [{ condition, value }]
    }),
    ...(version === null ? [] : [{ condition: VERSION, value: version }]),
  ])
  const grouped = [...Map.groupBy(said, ({ condition }) => condition)]
  return Object.fromEntries(
    grouped.map(([condition, values]) => {
      const distinct = [...new Set(values.map(({ value }) => value.trim()))].sort()
      return [condition, distinct.join(' or ').slice(0, MAX_TEXT)]
    }),
  )
}

/** What both sides say and say differently. */
export interface Difference {
  base: string
  head: string
  /** Whether counts cannot be compared either. */
  ofCounts: boolean
}

/** How the conditions of two sides differ; null: in nothing that both state. */
export function differenceOf(base: Conditions = {}, head: Conditions = {}): Difference | null {
  const differing = Object.entries(head).flatMap(([tool, conditions]) =>
    Object.entries(conditions).flatMap(([condition, onHead]) => {
      const ofTool = Object.hasOwn(base, tool) ? base[tool]! : {}
      const onBase = Object.hasOwn(ofTool, condition) ? ofTool[condition] : undefined
      if (onBase === undefined || isAlike(condition, onBase, onHead)) return []
      return [{ tool, condition, onBase, onHead }]
    }),
  )
  if (differing.length === 0) return null
  const listed = (side: 'onBase' | 'onHead') =>
    [...new Set(differing.map((one) => phrase(one.tool, one.condition, one[side])))].join(' and ')
  return {
    base: listed('onBase'),
    head: listed('onHead'),
    ofCounts: differing.some(({ condition }) => OF_COUNTS.has(condition)),
  }
}

/** Whether both state a processor, so that the one of the machine that read the files does not matter. */
export const stateProcessor = (base: Conditions = {}, head: Conditions = {}): boolean =>
  Object.entries(head).some(
    ([tool, { processor }]) => processor !== undefined && base[tool]?.['processor'] !== undefined,
  )

const isAlike = (condition: string, one: string, other: string): boolean =>
  one === other || (!WHOLE.has(condition) && releaseIn(one) === releaseIn(other))

/** `Python 3.13` of `Python 3.13.1 (main)`: corrections of a release make no other program. */
const releaseIn = (text: string): string => /^\D*\d+(?:\.\d+)?/.exec(text)?.[0] ?? text

function phrase(tool: string, condition: string, value: string): string {
  if (condition === 'build') return `a ${value} build`
  if (condition === VERSION) return `${tool} ${value}`
  return condition === 'Python' || condition === 'JDK' || condition === 'Julia'
    ? `${condition} ${value}`
    : value
}

/** That a tool states two versions of a benchmark's own code; null: it states one, or not two. */
export const editOf = (base: string | undefined, head: string | undefined): Finding | null =>
  !base || !head || base === head ? null : { code: 'benchmark-edited', base, head }
