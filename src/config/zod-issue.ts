import type { z } from 'zod'
import { unpack } from './complaint.ts'
import { configJsonSchema } from './json-schema.ts'
import { didYouMean } from './nearest.ts'
import { type Complaint, type Problem, type Source, type Span, quoted } from './config-error.ts'
import { CONFIG_VERSION } from './schema.ts'
import { LATER_KEYS } from './unsupported.ts'
import type { Place } from './yaml-document.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Puts what zod found into words, at the places where the values stand. */
export function problemsOf(issues: readonly Issue[], data: unknown, place: Place, source: Source): Problem[] {
  return issues
    .flatMap((issue) => explain(issue, [], data, place))
    .map(({ span, complaint }) => source.problem(span, complaint))
}

interface Explained {
  span: Span
  complaint: Complaint
}

function explain(issue: Issue, above: Path, data: unknown, root: Place): Explained[] {
  const path = [...above, ...issue.path]
  const value = valueAt(data, path)
  const told = unpack(issue.message)

  if (issue.code === 'invalid_union' && told === null) {
    const branch = meantBranch(issue.errors)
    if (branch !== null) return branch.flatMap((inner) => explain(inner, path, data, root))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      span: keySpan(root, [...path, key]),
      complaint: unknownKey(key, path),
    }))
  }
  const here = placeAt(root, path)
  const missing = told === null && value === undefined
  // An alias or a depth that could not be followed left nothing to read, and has been reported.
  if (missing && here !== placeAt(root, path.slice(0, -1))) return []
  // What is missing has no place of its own: `here` is then what should hold it.
  const complaint = told ?? (missing ? missingKey(path) : wrongValue(issue, path, value))
  const span = complaint.about === 'key' || value === null ? (here.key ?? here.value) : here.value
  return [{ span, complaint }]
}

/** Of a union's branches the one whose type was right, so that the mistake lies inside it. */
function meantBranch(branches: readonly Issue[][]): Issue[] | null {
  const inside = branches.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  return inside.length === 1 ? inside[0]! : null
}

function unknownKey(key: string, path: Path): Complaint {
  if (LATER_KEYS.has(key)) {
    return {
      message: `${quoted(key)} is not supported yet`,
      remedy: 'Remove it; a later Benchgate will know it.',
    }
  }
  if (key === '<<') {
    return { message: 'merge keys (`<<`) are not supported', remedy: 'Write the fields out.' }
  }
  const node = schemaAt(path)
  const known = node === null ? [] : [...keysOf(node).keys()]
  const meant = didYouMean(key, known)
  const where = path.length === 0 ? '' : ` in ${placeName(path)}`
  return {
    message: `unknown key ${quoted(key)}${where}`,
    remedy: meant === null ? `The keys here are ${listed(known)}.` : `Did you mean \`${meant}\`?`,
  }
}

/** `budgets` for the rules inside it: a list's items go by the list's name. */
const placeName = (path: Path): string =>
  quoted(String(path.findLast((step) => typeof step === 'string') ?? ''))

function missingKey(path: Path): Complaint {
  const key = String(path.at(-1))
  if (path.length === 1 && key === 'version') {
    return {
      message: '`version` is missing',
      remedy: `Write \`version: ${CONFIG_VERSION}\` on the first line.`,
    }
  }
  return { message: `\`${key}\` is missing`, remedy: `Add it: ${example(path)}.` }
}

/** Lists whose items match several things at once. */
const GLOBS: ReadonlySet<PropertyKey | undefined> = new Set(['suites', 'budgets', 'accepted', 'branches'])

const TYPE_WORDS: Record<string, string> = {
  string: 'a text',
  object: 'a map of keys',
  record: 'a map of keys',
  array: 'a list',
  boolean: '`true` or `false`',
}

function wrongValue(issue: Issue, path: Path, value: unknown): Complaint {
  const name = placeName(path)
  if (path.length === 1 && path[0] === 'version') return wrongVersion(value)
  if (path.length > 0 && value === null) {
    const holder = typeof path.at(-1) === 'number' ? 'item' : 'key'
    return {
      message: `${itemName(path)} has no value`,
      remedy: `Write ${example(path)}, or remove the ${holder}.`,
    }
  }
  switch (issue.code) {
    case 'invalid_value': {
      if (typeof value !== 'string') break
      return unknownWord(value, issue.values.map(String), path)
    }
    case 'invalid_type':
      return {
        message: `${path.length === 0 ? 'the file' : itemName(path)} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}, and this is ${kindOf(value)}`,
        remedy: typeRemedy(issue.expected, path, value),
      }
    case 'too_big':
      return {
        message: `${name} has more than ${issue.maximum} items`,
        remedy: GLOBS.has(path.at(-1)) ? 'Cover more with one glob.' : `Write at most ${issue.maximum}.`,
      }
    case 'too_small':
      return { message: `${name} is an empty list`, remedy: `Write ${example(path)}, or remove the key.` }
    default:
  }
  return { message: `${itemName(path)} cannot be ${kindOf(value)}`, remedy: `Write ${example(path)}.` }
}

function typeRemedy(expected: string, path: Path, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}".`
  if (expected === 'array' && typeof value === 'string') {
    const items = value
      .trim()
      .split(/\s+/)
      .map((item) => `"${quoted(item).slice(1, -1)}"`)
    return `Put it in brackets: [${items.join(', ')}].`
  }
  return `Write ${example(path)}.`
}

const itemName = (path: Path): string =>
  typeof path.at(-1) === 'number' ? `an item of ${placeName(path)}` : placeName(path)

function wrongVersion(value: unknown): Complaint {
  return {
    message: `${typeof value === 'string' ? quoted(`"${value}"`) : kindOf(value)} is not a version of this format`,
    remedy: `Write \`version: ${CONFIG_VERSION}\`, a number without quotes.`,
  }
}

function unknownWord(word: string, known: readonly string[], path: Path): Complaint {
  const meant = didYouMean(word, known)
  return {
    message: `\`${String(path.at(-1))}\` cannot be ${quoted(word)}`,
    remedy: meant === null ? `It must be one of ${listed(known)}.` : `Did you mean \`${meant}\`?`,
  }
}

const listed = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ')

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return 'a text'
    case 'object':
      return 'a map of keys'
    case 'number':
      return `the number ${value}`
    default:
      return `\`${String(value)}\``
  }
}

interface SchemaNode {
  properties?: Record<string, SchemaNode>
  /** Of a map whose keys are open: what stands under each. */
  additionalProperties?: SchemaNode | boolean
  items?: SchemaNode
  anyOf?: SchemaNode[]
  examples?: unknown[]
}

let published: SchemaNode | undefined

/** What the published schema says about a place; null for places that it does not know. */
function schemaAt(path: Path): SchemaNode | null {
  let node: SchemaNode | undefined = (published ??= configJsonSchema())
  for (const step of path) {
    node = typeof step === 'number' ? itemOf(node) : (keysOf(node).get(String(step)) ?? entryOf(node))
    if (node === undefined) return null
  }
  return node
}

const itemOf = ({ items, anyOf }: SchemaNode): SchemaNode | undefined =>
  items ?? anyOf?.find((branch) => branch.items !== undefined)?.items

const entryOf = ({ additionalProperties }: SchemaNode): SchemaNode | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined

/** The keys that a place may hold; of a union, those of its map. */
const keysOf = (node: SchemaNode): Map<string, SchemaNode> =>
  new Map(
    Object.entries(
      node.properties ?? node.anyOf?.find(({ properties }) => properties !== undefined)?.properties ?? {},
    ),
  )

/** `for example key: value`, from the schema's own examples. */
function example(path: Path): string {
  const key = path.at(-1)
  const value = inYaml(exampleAt(path))
  return `for example ${quoted(`${typeof key === 'string' ? `${key}: ` : ''}${value}`)}`
}

/** An item's example is the first item of its list's. */
function exampleAt(path: Path): unknown {
  const own = schemaAt(path)?.examples?.[0]
  if (own !== undefined || path.length === 0) return own
  const list = typeof path.at(-1) === 'number' ? exampleAt(path.slice(0, -1)) : undefined
  return Array.isArray(list) ? list[0] : 'text'
}

function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${inYaml(inner)}`)
      .join(', ')} }`
  }
  return typeof value === 'string' && !/^\w[\w %.-]*$/.test(value) ? JSON.stringify(value) : String(value)
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

/** The place at the end of a path, or the last one on the way that exists. */
function placeAt(root: Place, path: Path): Place {
  let place = root
  for (const step of path) {
    const inner = place.children.get(typeof step === 'symbol' ? '' : step)
    if (inner === undefined) break
    place = inner
  }
  return place
}

function keySpan(root: Place, path: Path): Span {
  const place = placeAt(root, path)
  return place.key ?? place.value
}
