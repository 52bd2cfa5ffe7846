import {
  type ParsedNode,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isMap,
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
  const document = parseYaml(source.text)
  const troubles = [...document.errors, ...document.warnings]
  if (troubles.length > 0) return { problems: syntaxProblems(source, troubles) }
  return new YamlData(source, document.contents)
}

/** A text as the library reads it, on demand with the tokens that its parts were made of. */
export const parseYaml = (text: string, keepSourceTokens = false) =>
  parseDocument(text, {
    version: '1.2',
    stringKeys: true,
    // The library compares each key with each other one, which takes seconds for a file full of keys; the
    // reader below does not.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
    keepSourceTokens,
  })

const CONFLICT: Complaint = {
  message: 'a merge conflict starts here',
  remedy: 'Resolve it: keep one side, and remove the <<<<<<<, ======= and >>>>>>> lines.',
}

function conflictMarkers(source: Source): Problem[] | null {
  const found = [...source.text.matchAll(/^<{7} .*$/gm)]
  const problems = found.map(({ index, 0: marker }) =>
    source.problem({ start: index, end: index + marker.length }, CONFLICT),
  )
  return problems.length === 0 ? null : problems
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

/** By the library's code and message: what to say in their place. */
const SYNTAX: readonly (readonly [error: RegExp, message: string, remedy: string])[] = [
  [/^TAB_AS_INDENT/, 'a tab indents this line', 'YAML wants spaces: put two in the place of each tab.'],
  [/^MULTIPLE_DOCS/, 'a second YAML document starts here', 'Keep one, and remove the `---` between them.'],
  [/^BAD_SCALAR_START/, 'a text cannot start with this character', 'Put the text in quotes.'],
  [/^BAD_ALIAS/, '`*` starts a YAML alias, not a pattern', 'Put the pattern in quotes: "*".'],
  [
    /^BAD_DQ_ESCAPE/,
    'YAML does not know this escape',
    "Write the text in single quotes, '...', where a backslash is only a backslash.",
  ],
  [/^RESOURCE_EXHAUSTION/, TOO_DEEP.message, TOO_DEEP.remedy],
  [/^NON_STRING_KEY/, 'a key must be a plain word', 'Write `key: value`.'],
  [/^TAG_RESOLVE_FAILED/, 'a YAML tag stands before this value', 'Remove the word that begins with `!`.'],
  [/^BAD_DIRECTIVE/, 'Benchgate knows no YAML directive', 'Remove the line that begins with `%`.'],
  [
    /^BLOCK_AS_IMPLICIT_KEY.*Nested mappings/,
    'an unquoted text holds a colon and a space',
    'Put the text in quotes.',
  ],
  [
    /^MISSING_CHAR.*Missing closing "/,
    'a double quote is opened and never closed',
    'Close it at the end of its text.',
  ],
  [
    /^MISSING_CHAR.*Missing closing/,
    'a single quote is opened and never closed',
    'Close it at the end of its text.',
  ],
  [
    /^MISSING_CHAR.*map keys need/,
    'a key without a value',
    'Write `key: value`, with a space after the colon.',
  ],
  [/^BAD_INDENT.*}/, 'a brace `{` above is not closed before this place', 'Close it with `}`.'],
  [/^BAD_INDENT.*]/, 'a bracket `[` above is not closed before this place', 'Close it with `]`.'],
  [
    /^BAD_INDENT/,
    'this line is indented like none of its neighbours',
    'Give all keys of one block the same number of leading spaces.',
  ],
]

function explainSyntax({ code, message: written }: YAMLError): Complaint {
  const words = written.replaceAll(/\p{C}+/gu, ' ')
  const [, message, remedy] = SYNTAX.find(([error]) => error.test(`${code} ${words}`)) ?? [
    null,
    `this is not valid YAML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    'Look at the quotes, brackets and leading spaces around this place.',
  ]
  return { message, remedy }
}

/** Where the key and the value of a pair stand; what is in a list has no key. */
interface Place {
  key: Span | null
  value: Span
}

/**
 * The plain data of a document, and where each value stands. An alias gives the very object that its anchor
 * gave, which takes no more room and time however many aliases stand for one another: `toJS` of the library
 * looks for each anchor in the whole document.
 */
export class YamlData {
  /** Maps are objects without a prototype, so that no key can reach one; an alias of nothing is undefined. */
  readonly data: unknown
  /** Duplicate keys and aliases of nothing: the rest of the data is worth reading all the same. */
  readonly problems: Problem[] = []
  readonly #source: Source
  readonly #whole: Span
  readonly #anchors = new Map<string, unknown>()
  /** Of each map and list, by key or index. */
  readonly #places = new Map<unknown, Map<string, Place>>()

  constructor(source: Source, root: ParsedNode | null) {
    this.#source = source
    this.#whole = spanOf(root) ?? { start: 0, end: source.text.length }
    this.data = this.#read(root)
  }

  /**
   * A finding at the place of the value that its path leads to, or of the last one on the way that exists.
   */
  problem({ path, complaint }: Finding): Problem {
    const { key, value } = this.#placeOf(path)
    return this.#source.problem((complaint.about === 'key' && key) || value, complaint)
  }

  /** 1-based. */
  lineOf(path: Finding['path']): number {
    return this.#source.lines.linePos(this.#placeOf(path).value.start).line
  }

  #placeOf(path: Finding['path']): Place {
    let place: Place = { key: null, value: this.#whole }
    let holder = this.data
    for (const step of path) {
      const next = this.#places.get(holder)?.get(String(step))
      if (next === undefined) break
      place = next
      holder = (holder as Record<PropertyKey, unknown>)[step]
    }
    return place
  }

  #complain(node: ParsedNode, message: string, remedy: string): void {
    this.problems.push(this.#source.problem(spanOf(node)!, { message, remedy }))
  }

  #read(node: ParsedNode | null): unknown {
    if (isAlias(node)) {
      const written = quoted(`*${node.source}`)
      const remedy = `If it is a pattern, put it in quotes: "${written.slice(1, -1)}".`
      if (!this.#anchors.has(node.source))
        this.#complain(node, `${written} is a YAML alias, and nothing has that name`, remedy)
      return this.#anchors.get(node.source)
    }
    const data: unknown = isMap(node) ? Object.create(null) : isSeq(node) ? [] : (node?.value ?? null)
    if (node?.anchor !== undefined) this.#anchors.set(node.anchor, data)
    const places = new Map<string, Place>()
    if (typeof data === 'object' && data !== null) this.#places.set(data, places)
    if (isMap(node)) this.#readPairs(node, data as Record<string, unknown>, places)
    if (isSeq(node)) {
      for (const [index, item] of (node as YAMLSeq<ParsedNode>).items.entries()) {
        places.set(String(index), { key: null, value: spanOf(item)! })
        ;(data as unknown[]).push(this.#read(item))
      }
    }
    return data
  }

  #readPairs(node: YAMLMap.Parsed, map: Record<string, unknown>, places: Map<string, Place>): void {
    for (const { key, value } of node.items) {
      const name = String((key as Scalar.Parsed).value)
      const first = places.get(name)?.key
      if (first != null) {
        const { line } = this.#source.lines.linePos(first.start)
        const remedy = `Keep one of the two; the first is on line ${line}.`
        this.#complain(key, `${quoted(name)} is written twice`, remedy)
      } else if (name === '__proto__') {
        // Objects cannot hold it, and what reads them would drop it without a word.
        this.#complain(key, 'unknown key `__proto__`', 'Remove it, or give it another name.')
      } else {
        const span = spanOf(key)!
        places.set(name, { key: span, value: spanOf(value) ?? span })
        map[name] = this.#read(value)
      }
    }
  }
}

const spanOf = (node: ParsedNode | null): Span | null =>
  node === null ? null : { start: node.range[0], end: node.range[1] }
