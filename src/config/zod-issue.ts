import type { z } from 'zod'
import { type Complaint, type Finding, listed, quoted } from './config-error.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { CONFIG_VERSION, configJsonSchema, type SchemaNode } from './schema.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Keys that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_KEYS: ReadonlySet<string> = new Set(
  'slo complexity shards profile history anchor quarantine dashboard retention'.split(' '),
)

/** What zod found, in words. A check of a field has put its own into the issue's parameters. */
export function findingsOf(issue: Issue, data: unknown, above: Path = []): Finding[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'custom') return [{ path, complaint: issue.params as Complaint }]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], complaint: unknownKey(key, path) }))
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors)
    if (branch !== null) return branch.flatMap((inner) => findingsOf(inner, data, path))
  }
  const holder = valueAt(data, path.slice(0, -1))
  const value = valueAt(data, path)
  if (value !== undefined) return [{ path, complaint: wrongValue(issue, path, value) }]
  // An alias of nothing leaves nothing to read, and has been reported.
  const isThere = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, path.at(-1)!)
  return isThere ? [] : [{ path, complaint: missingKey(path) }]
}

/** Of a union's branches the one whose type was right, so that the mistake lies inside it. */
function meantBranch(branches: readonly Issue[][]): Issue[] | null {
  const inside = branches.filter((issues) => !issues.some(isWrongType))
  return inside.length === 1 ? inside[0]! : null
}

const isWrongType = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' || (issue.code === 'invalid_union' && meantBranch(issue.errors) === null))

function unknownKey(key: string, path: Path): Complaint {
  const about = 'key'
  if (LATER_KEYS.has(key)) {
    const remedy = 'Remove it; a later Benchgate will know it.'
    return { message: `${quoted(key)} is not supported yet`, remedy, about }
  }
  if (key === '<<')
    return { message: 'merge keys (`<<`) are not supported', remedy: 'Write the fields out.', about }
  const known = [...keysOf(schemaAt(path)).keys()]
  const meant = didYouMean(key, known)
  const where = path.length === 0 ? '' : ` in ${placeName(path)}`
  const remedy = meant === null ? `The keys here are ${listed(known)}.` : `Did you mean \`${meant}\`?`
  return { message: `unknown key ${quoted(key)}${where}`, remedy, about }
}

/** `budgets` for the rules inside it: a list's items go by the list's name. */
const placeName = (path: Path): string =>
  quoted(String(path.findLast((step) => typeof step === 'string') ?? ''))

const isItem = (path: Path): boolean => typeof path.at(-1) === 'number'

const itemName = (path: Path): string => `${isItem(path) ? 'an item of ' : ''}${placeName(path)}`

function missingKey(path: Path): Complaint {
  const message = `\`${String(path.at(-1))}\` is missing`
  return path.length === 1 && path[0] === 'version'
    ? { message, remedy: `Write \`version: ${CONFIG_VERSION}\` on the first line.` }
    : { message, remedy: `Add it: ${example(path)}.` }
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
  const name = itemName(path)
  if (path.length === 1 && path[0] === 'version') return wrongVersion(value)
  if (path.length === 1 && path[0] === 'command' && typeof value === 'string') return COMMAND_AS_TEXT
  if (value === null) {
    const remedy = `Write ${example(path)}, or remove the ${isItem(path) ? 'item' : 'key'}.`
    return { message: `${name} has no value`, remedy, about: 'key' }
  }
  switch (issue.code) {
    case 'invalid_value': {
      if (typeof value !== 'string') break
      const known = issue.values.map(String)
      const meant = didYouMean(value, known)
      const remedy = meant === null ? `It must be one of ${listed(known)}.` : `Did you mean \`${meant}\`?`
      return { message: `${name} cannot be ${quoted(value)}`, remedy }
    }
    case 'invalid_type':
      return {
        message: `${name} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}, and this is ${kindOf(value)}`,
        remedy: typeRemedy(issue.expected, path, value),
      }
    case 'too_big': {
      if (issue.origin !== 'array') return outside(name, `at most ${issue.maximum}`, path)
      const remedy = GLOBS.has(path.at(-1)) ? 'Cover more with one glob.' : `Write at most ${issue.maximum}.`
      return { message: `${name} has more than ${issue.maximum} items`, remedy }
    }
    case 'too_small':
      if (issue.origin !== 'array') return outside(name, `at least ${issue.minimum}`, path)
      return { message: `${name} is an empty list`, remedy: `Write ${example(path)}, or remove the key.` }
    default:
  }
  return { message: `${name} cannot be ${kindOf(value)}`, remedy: `Write ${example(path)}.` }
}

const outside = (name: string, bound: string, path: readonly PropertyKey[]): Complaint => ({
  message: `${name} must be ${bound}`,
  remedy: `Write ${example(path)}.`,
})

const COMMAND_AS_TEXT: Complaint = {
  message: '`command` must be a map of keys, and this is a text',
  remedy: 'Put the command line under `run`: `command: { run: "…" }`.',
}

function typeRemedy(expected: string, path: Path, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}".`
  if (expected === 'array' && typeof value === 'string') {
    const items = value.trim().split(/\s+/)
    return `Put it in brackets: [${items.map((item) => `"${quoted(item).slice(1, -1)}"`).join(', ')}].`
  }
  return `Write ${example(path)}.`
}

const wrongVersion = (value: unknown): Complaint => ({
  message: `${typeof value === 'string' ? quoted(`"${value}"`) : kindOf(value)} is not a version of this format`,
  remedy: `Write \`version: ${CONFIG_VERSION}\`, a number without quotes.`,
})

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map of keys'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'number' ? `the number ${value}` : `\`${String(value)}\``
}

let published: SchemaNode | undefined

/** What the published schema says about a place; undefined for places that it does not know. */
function schemaAt(path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = (published ??= configJsonSchema())
  for (const step of path) {
    const { anyOf = [], additionalProperties: entry }: SchemaNode = node
    if (typeof step === 'number') node = [node, ...anyOf].find(({ items }) => items)?.items
    else node = keysOf(node).get(String(step)) ?? (typeof entry === 'object' ? entry : undefined)
    if (node === undefined) break
  }
  return node
}

/** The keys that a place may hold; of a union, those of its map. */
function keysOf(node: SchemaNode | undefined): Map<string, SchemaNode> {
  const map = node?.properties === undefined ? node?.anyOf?.find(({ properties }) => properties) : node
  return new Map(Object.entries(map?.properties ?? {}))
}

/** `for example key: value`, from the schema's own examples. */
function example(path: Path): string {
  const key = path.at(-1)
  return `for example ${quoted(`${typeof key === 'string' ? `${key}: ` : ''}${inYaml(exampleAt(path))}`)}`
}

/** An item's example is the first item of its list's. */
function exampleAt(path: Path): unknown {
  const own = schemaAt(path)?.examples?.[0]
  if (own !== undefined || path.length === 0) return own
  const list = isItem(path) ? exampleAt(path.slice(0, -1)) : undefined
  return Array.isArray(list) ? list[0] : 'text'
}

function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${inYaml(inner)}`)
    return `{ ${pairs.join(', ')} }`
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
