import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'rolldown/utils'
import { ROOT } from './pages.ts'

// What the program may say, from its sources: texts with `…` where something is put in.

interface Node {
  type: string
  [key: string]: unknown
}

export interface Site {
  /** `src/git/base.ts`. */
  file: string
  topics: readonly string[]
  /** The texts among its arguments, each branch of a condition by itself. */
  messages: readonly string[]
}

interface Source {
  file: string
  nodes: readonly Node[]
  /** The values that a file gives to each name, wherever it does. */
  values: ReadonlyMap<string, readonly Node[]>
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesIn(child)
  }
}

function sourceOf(file: string): Source {
  const { program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'))
  const nodes = [...nodesIn(program)]
  const declared = nodes.filter(({ type }) => type === 'VariableDeclarator')
  const named = Map.groupBy(declared, ({ id }) => String((id as Node)['name']))
  const values = [...named].map(([name, all]) => [name, all.map(({ init }) => init).filter(isNode)] as const)
  return { file, nodes, values: new Map(values) }
}

const MAX_DEPTH = 10
/** Of one text: each condition in it doubles them. */
const MAX_FORMS = 64

/** The texts that an expression may be, or none where it is no text. */
function textsOf(node: Node, source: Source, depth = 0): string[] {
  if (depth > MAX_DEPTH) return []
  const inner = (child: unknown) => textsOf(child as Node, source, depth + 1)
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : []
    case 'TemplateLiteral': {
      const quasis = node['quasis'] as { value: { cooked: string } }[]
      const holes = node['expressions'] as Node[]
      return quasis.slice(1).reduce<string[]>(
        (texts, { value }, at) => {
          const put = insertsOf(holes[at]!, source, depth)
          const known = texts.length * put.length > MAX_FORMS ? ['…'] : put
          return texts.flatMap((text) => known.map((one) => text + one + value.cooked))
        },
        [quasis[0]!.value.cooked],
      )
    }
    case 'ConditionalExpression':
      return [...inner(node['consequent']), ...inner(node['alternate'])]
    case 'Identifier': {
      const values = source.values.get(String(node['name'])) ?? []
      return values.flatMap(inner)
    }
    // Lines of which the first says what happened.
    case 'CallExpression': {
      const { object, property } = node['callee'] as { object?: Node; property?: Node }
      if (object?.type !== 'ArrayExpression' || property?.['name'] !== 'join') return []
      return inner((object['elements'] as Node[])[0]).map((text) => `${text}…`)
    }
    default:
      return []
  }
}

/** What may be put into a text: texts that are known, or anything. */
function insertsOf(node: Node, source: Source, depth: number): string[] {
  if (depth > MAX_DEPTH) return ['…']
  const inner = (child: unknown) => insertsOf(child as Node, source, depth + 1)
  if (node.type === 'ConditionalExpression')
    return [...inner(node['consequent']), ...inner(node['alternate'])]
  const values = node.type === 'Identifier' ? source.values.get(String(node['name'])) : undefined
  if (values !== undefined && values.length > 0) return values.flatMap(inner)
  const texts = textsOf(node, source, depth)
  return texts.length === 0 ? ['…'] : texts
}

const SOURCES = globSync('src/**/*.ts', { cwd: ROOT, exclude: ['src/demo/**'] })
  .sort()
  .map(sourceOf)

/** Every place that gives a topic. */
export const SITES: readonly Site[] = SOURCES.flatMap((source) =>
  source.nodes
    .filter(({ type }) => type === 'NewExpression' || type === 'CallExpression')
    .flatMap((node) => {
      const args = node['arguments'] as Node[]
      const options = args.at(-1)
      const properties = options?.type === 'ObjectExpression' ? (options['properties'] as Node[]) : []
      const topic = properties.find(({ key }) => (key as Node | undefined)?.['name'] === 'topic')
      if (topic === undefined) return []
      const topics = textsOf(topic['value'] as Node, source)
      const messages = args.slice(0, -1).flatMap((arg) => textsOf(arg, source))
      return topics.length === 0 ? [] : [{ file: source.file, topics, messages }]
    }),
)

/** Everything that stands in quotes anywhere. */
export const TEXTS: readonly string[] = SOURCES.flatMap((source) =>
  source.nodes
    .filter(({ type }) => type === 'Literal' || type === 'TemplateLiteral')
    .flatMap((node) => textsOf(node, source)),
)

/** Whether a text is what a heading says, whose `…` stands for anything. */
export function fits(heading: string, text: string): boolean {
  const parts = heading
    .split('…')
    .map((part) => part.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`))
  return new RegExp(`^${parts.join('[^]*')}$`).test(text.trim())
}
