import {
  type ParsedNode,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml'
import { type Complaint, type Finding, type Problem, type Source, type Span, quoted } from './config-error.ts'

// Far more open brackets than any config has; the YAML parser recurses on each.
const MAX_OPEN_BRACKETS = 500

/** Reads one YAML document; text that cannot be read as one gives problems only. */
export function readYaml(source: Source): YamlData | { problems: Problem[] } {
  const hopeless = conflictMarkers(source) ?? openBrackets(source)
  if (hopeless !== null) return { problems: hopeless }
  const document = parseDocument(source.text, {
    version: '1.2',
    stringKeys: true,
    // The library compares each key with each other one, which takes seconds for a file full of keys; the reader below does not.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const troubles = [...document.errors, ...document.warnings]
  if (troubles.length > 0) return { problems: syntaxProblems(source, troubles) }
  return new YamlData(source, document.contents)
}

function conflictMarkers(source: Source): Problem[] | null {
  const found = [...source.text.matchAll(/^<{7} .*$/gm)]
  if (found.length === 0) return null
  return found.map(({ index, 0: marker }) =>
    source.problem(
      { start: index, end: index + marker.length },
      {
        message: 'a merge conflict starts here',
        remedy: 'Resolve it: keep one side, and remove the <<<<<<<, ======= and >>>>>>> lines.',
      },
    ),
  )
}

function openBrackets(source: Source): Problem[] | null {
  let open = 0
  for (const { 0: bracket, index } of source.text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1
    if (open > MAX_OPEN_BRACKETS) return [source.problem({ start: index, end: index + 1 }, TOO_DEEP)]
  }
  return null
}

const TOO_DEEP: Complaint = {
  message: 'values are nested too deeply',
  remedy: 'No setting needs more than 5 levels.',
}

/** One mistake makes the parser stumble several times; the first stumble on each line is the one to show. */
function syntaxProblems(source: Source, errors: readonly YAMLError[]): Problem[] {
  const byLine = new Map<number, Problem>()
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    const problem = source.problem({ start: error.pos[0], end: error.pos[1] }, explainSyntax(error))
    if (!byLine.has(problem.line)) byLine.set(problem.line, problem)
  }
  return [...byLine.values()]
}

/** By the library's code and what its message must hold: what to say in its place. */
const SYNTAX: [code: YAMLError['code'], holds: string, message: string, remedy: string][] = [
  ['TAB_AS_INDENT', '', 'a tab indents this line', 'YAML wants spaces: put two in the place of each tab.'],
  ['MULTIPLE_DOCS', '', 'a second YAML document starts here', 'Keep one, and remove the `---` between them.'],
  ['BAD_SCALAR_START', '', 'a text cannot start with this character', 'Put the text in quotes.'],
  ['BAD_ALIAS', '', '`*` starts a YAML alias, not a pattern', 'Put the pattern in quotes: "*".'],
  [
    'BAD_DQ_ESCAPE',
    '',
    'YAML does not know this escape',
    "Write the text in single quotes, '...', where a backslash is only a backslash.",
  ],
  ['RESOURCE_EXHAUSTION', '', TOO_DEEP.message, TOO_DEEP.remedy],
  ['NON_STRING_KEY', '', 'a key must be a plain word', 'Write `key: value`.'],
  ['TAG_RESOLVE_FAILED', '', 'a YAML tag stands before this value', 'Remove the word that begins with `!`.'],
  ['BAD_DIRECTIVE', '', 'Benchgate knows no YAML directive', 'Remove the line that begins with `%`.'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'Nested mappings',
    'an unquoted text holds a colon and a space',
    'Put the text in quotes.',
  ],
  [
    'MISSING_CHAR',
    'Missing closing "',
    'a double quote is opened and never closed',
    'Close it at the end of its text.',
  ],
  [
    'MISSING_CHAR',
    'Missing closing',
    'a single quote is opened and never closed',
    'Close it at the end of its text.',
  ],
  [
    'MISSING_CHAR',
    'map keys need',
    'a key without a value',
    'Write `key: value`, with a space after the colon.',
  ],
  ['BAD_INDENT', '}', 'a brace `{` above is not closed before this place', 'Close it with `}`.'],
  ['BAD_INDENT', ']', 'a bracket `[` above is not closed before this place', 'Close it with `]`.'],
  [
    'BAD_INDENT',
    '',
    'this line is indented like none of its neighbours',
    'Give all keys of one block the same number of leading spaces.',
  ],
]

function explainSyntax(error: YAMLError): Complaint {
  const known = SYNTAX.find(([code, holds]) => code === error.code && error.message.includes(holds))
  if (known !== undefined) return { message: known[2], remedy: known[3] }
  const message = error.message.replaceAll(/\p{C}+/gu, ' ')
  return {
    message: `this is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    remedy: 'Look at the quotes, brackets and leading spaces around this place.',
  }
}

/**
 * The plain data of a document, and where each value stands. An alias gives the very object that its anchor gave, which takes
 * no more room and time however many aliases stand for one another: `toJS` of the library looks for each anchor in the whole document.
 */
export class YamlData {
  /** Maps are objects without a prototype, so that no key can reach one; an alias of nothing is undefined. */
  readonly data: unknown
  /** Duplicate keys and aliases of nothing: the rest of the data is worth reading all the same. */
  readonly problems: Problem[] = []
  readonly #source: Source
  readonly #root: ParsedNode | null
  readonly #anchors = new Map<string, ParsedNode>()
  readonly #targets = new Map<ParsedNode, ParsedNode>()
  readonly #collections = new Map<ParsedNode, unknown>()
  readonly #pairs = new Map<ParsedNode, Map<string, { key: ParsedNode; value: ParsedNode | null }>>()

  constructor(source: Source, root: ParsedNode | null) {
    this.#source = source
    this.#root = root
    this.data = this.#read(root)
  }

  /** A finding at the place of the value that its path leads to, or of the last one on the way that exists. */
  problem({ path, complaint }: Finding): Problem {
    const { key, value } = this.#placeOf(path)
    return this.#source.problem((complaint.about === 'key' && key) || value, complaint)
  }

  /** 1-based. */
  lineOf(path: Finding['path']): number {
    return this.#source.lines.linePos(this.#placeOf(path).value.start).line
  }

  #placeOf(path: Finding['path']): { key: Span | null; value: Span } {
    let node = this.#root
    let key: Span | null = null
    let value = spanOf(node) ?? { start: 0, end: this.#source.text.length }
    for (const step of path) {
      const next = this.#inside((node && this.#targets.get(node)) ?? node, step)
      if (next === undefined) break
      node = next.value
      key = spanOf(next.key)
      value = spanOf(node) ?? key ?? value
    }
    return { key, value }
  }

  #inside(holder: ParsedNode | null, step: PropertyKey) {
    if (!isSeq(holder)) return holder === null ? undefined : this.#pairs.get(holder)?.get(String(step))
    const value = (holder as YAMLSeq<ParsedNode>).items[Number(step)]
    return value && { key: null, value }
  }

  #complain(node: ParsedNode, complaint: Complaint): undefined {
    this.problems.push(this.#source.problem(spanOf(node)!, complaint))
  }

  #read(node: ParsedNode | null): unknown {
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source)
      if (target === undefined) return this.#complain(node, unknownAlias(node.source))
      this.#targets.set(node, target)
      return isScalar(target) ? target.value : this.#collections.get(target)
    }
    if (node?.anchor !== undefined) this.#anchors.set(node.anchor, node)
    if (isMap(node)) return this.#readMap(node)
    if (!isSeq(node)) return node?.value ?? null
    const list: unknown[] = []
    this.#collections.set(node, list)
    for (const item of (node as YAMLSeq<ParsedNode>).items) list.push(this.#read(item))
    return list
  }

  #readMap(node: YAMLMap.Parsed): unknown {
    const map: Record<string, unknown> = Object.create(null)
    const pairs = new Map<string, { key: ParsedNode; value: ParsedNode | null }>()
    this.#collections.set(node, map)
    this.#pairs.set(node, pairs)
    for (const { key, value } of node.items) {
      const name = String((key as Scalar.Parsed).value)
      const first = pairs.get(name)
      if (first !== undefined) {
        const { line } = this.#source.lines.linePos(spanOf(first.key)!.start)
        this.#complain(key, {
          message: `${quoted(name)} is written twice`,
          remedy: `Keep one of the two; the first is on line ${line}.`,
        })
      } else if (name === '__proto__') {
        // Objects cannot hold it, and what reads them would drop it without a word.
        const remedy = 'Remove it, or give it another name.'
        this.#complain(key, { message: 'unknown key `__proto__`', remedy })
      } else {
        pairs.set(name, { key, value })
        map[name] = this.#read(value)
      }
    }
    return map
  }
}

function unknownAlias(name: string): Complaint {
  const written = quoted(`*${name}`)
  return {
    message: `${written} is a YAML alias, and nothing has that name`,
    remedy: `If it is a pattern, put it in quotes: "${written.slice(1, -1)}".`,
  }
}

const spanOf = (node: ParsedNode | null): Span | null =>
  node === null ? null : { start: node.range[0], end: node.range[1] }
