import {
  type Alias,
  type Document,
  type Pair,
  type YAMLError,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml'
import { type Complaint, type Problem, type Source, type Span, quoted } from './config-error.ts'

/** Where a value stands in the text, and where the values inside it stand. */
export interface Place {
  value: Span
  /** The key that leads to this value; null for the root and for items of a list. */
  key: Span | null
  children: Map<string | number, Place>
}

export interface YamlTree {
  /** Plain data: maps are objects without a prototype, so that no key can reach one. */
  data: unknown
  place: Place
  /** Duplicate keys, bad aliases and the like: the rest of the data is worth reading all the same. */
  problems: Problem[]
}

const MAX_DEPTH = 32
const MAX_NODES = 50_000
// Far more open brackets than any config has; the YAML parser recurses on each.
const MAX_OPEN_BRACKETS = 500

/** Reads one YAML document; text that cannot be read as one gives problems only. */
export function readYaml(source: Source): YamlTree | { problems: Problem[] } {
  const hopeless = conflictMarkers(source) ?? openBrackets(source)
  if (hopeless !== null) return { problems: hopeless }

  // Keys are checked for uniqueness by the walk below, which can name both places and does not take quadratic time.
  const document = parseDocument(source.text, {
    version: '1.2',
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const troubles = [...document.errors, ...document.warnings]
  if (troubles.length > 0) return { problems: syntaxProblems(source, troubles) }
  return new Walk(source, document).tree()
}

function conflictMarkers(source: Source): Problem[] | null {
  const found = [...source.text.matchAll(/^<{7} .*$/gm)]
  if (found.length === 0) return null
  return found.map((marker) =>
    source.problem(
      { start: marker.index, end: marker.index + marker[0].length },
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
  remedy: `Benchgate reads ${MAX_DEPTH} levels; no setting needs more than 5.`,
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

function explainSyntax({ code, message }: YAMLError): Complaint {
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        message: 'a tab indents this line',
        remedy: 'YAML wants spaces: put two in the place of each tab.',
      }
    case 'MULTIPLE_DOCS':
      return {
        message: 'a second YAML document starts here',
        remedy: 'Keep one, and remove the `---` between them.',
      }
    case 'BAD_SCALAR_START':
      return { message: 'a text cannot start with this character', remedy: 'Put the text in quotes.' }
    case 'BAD_ALIAS':
      return { message: '`*` starts a YAML alias, not a pattern', remedy: 'Put the pattern in quotes: "*".' }
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'YAML does not know this escape',
        remedy: "Write the text in single quotes, '...', where a backslash is only a backslash.",
      }
    case 'RESOURCE_EXHAUSTION':
      return TOO_DEEP
    case 'TAG_RESOLVE_FAILED':
      return {
        message: 'a YAML tag stands before this value',
        remedy: 'Remove the word that begins with `!`.',
      }
    case 'BAD_DIRECTIVE':
      return { message: 'Benchgate knows no YAML directive', remedy: 'Remove the line that begins with `%`.' }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.startsWith('Nested mappings')) {
        return { message: 'an unquoted text holds a colon and a space', remedy: 'Put the text in quotes.' }
      }
      break
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) {
        const quote = message.includes('"') ? 'double' : 'single'
        return {
          message: `a ${quote} quote is opened and never closed`,
          remedy: 'Close it at the end of its text.',
        }
      }
      if (message.includes('map keys need')) {
        return {
          message: 'a key without a value',
          remedy: 'Write `key: value`, with a space after the colon.',
        }
      }
      break
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) {
        const [, bracket] = /([\]}])$/.exec(message) ?? []
        const what = bracket === '}' ? 'a brace `{`' : 'a bracket `[`'
        return {
          message: `${what} above is not closed before this place`,
          remedy: `Close it with \`${bracket}\`.`,
        }
      }
      return {
        message: 'this line is indented like none of its neighbours',
        remedy: 'Give all keys of one block the same number of leading spaces.',
      }
    default:
  }
  return {
    message: `this is not valid YAML: ${message.charAt(0).toLowerCase()}${visibleLine(message)}`,
    remedy: 'Look at the quotes, brackets and leading spaces around this place.',
  }
}

const visibleLine = (message: string): string => message.slice(1).replaceAll(/\p{C}+/gu, ' ')

/** A walk over the document that bounds what aliases can grow it to, and remembers where each value stood. */
class Walk {
  readonly #source: Source
  readonly #document: Document.Parsed
  readonly #problems: Problem[] = []
  readonly #anchors = new Map<string, unknown>()
  #nodes = 0

  constructor(source: Source, document: Document.Parsed) {
    this.#source = source
    this.#document = document
  }

  tree(): YamlTree {
    const whole = { start: 0, end: this.#source.text.length }
    const place = this.#place(this.#document.contents, whole, null)
    const data = this.#read(this.#document.contents, place, 0)
    return { data, place, problems: this.#problems }
  }

  #place(node: unknown, around: Span, key: Span | null): Place {
    return { value: spanOf(node) ?? around, key, children: new Map() }
  }

  #complain(span: Span, complaint: Complaint): undefined {
    this.#problems.push(this.#source.problem(span, complaint))
  }

  #read(node: unknown, place: Place, depth: number): unknown {
    // One complaint about size is enough: afterwards nothing more is read.
    if (this.#nodes > MAX_NODES) return undefined
    if (++this.#nodes > MAX_NODES) {
      return this.#complain(place.value, {
        message: `the file stands for more than ${MAX_NODES} values`,
        remedy: 'Repeat less with `*` aliases, and cover more benchmarks with one glob.',
      })
    }
    if (depth > MAX_DEPTH) return this.#complain(place.value, TOO_DEEP)
    if (isAlias(node)) return this.#readAlias(node, place, depth)
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      this.#anchors.set(node.anchor, node)
    if (isMap(node)) return this.#readMap(node.items, place, depth)
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const inner = this.#place(item, place.value, null)
        place.children.set(index, inner)
        return this.#read(item, inner, depth + 1)
      })
    }
    return isScalar(node) ? node.value : null
  }

  #readAlias(alias: Alias, place: Place, depth: number): unknown {
    // The library's own search goes through the whole document for each alias.
    const target = this.#anchors.get(alias.source)
    if (target !== undefined) return this.#read(target, place, depth + 1)
    const written = `*${alias.source}`
    return this.#complain(place.value, {
      message: `${quoted(written)} is a YAML alias, and nothing has that name`,
      remedy: `If it is a pattern, put it in quotes: "${quoted(written).slice(1, -1)}".`,
    })
  }

  #readMap(pairs: readonly Pair[], place: Place, depth: number): unknown {
    const map: Record<string, unknown> = Object.create(null)
    for (const { key, value } of pairs) {
      const keySpan = spanOf(key) ?? place.value
      const name = isScalar(key) ? key.value : undefined
      if (typeof name !== 'string') {
        this.#complain(keySpan, { message: 'a key must be a plain word', remedy: 'Write `key: value`.' })
        continue
      }
      const first = place.children.get(name)
      if (first !== undefined) {
        const line = this.#source.lineOf((first.key ?? first.value).start)
        this.#complain(keySpan, {
          message: `${quoted(name)} is written twice`,
          remedy: `Keep one of the two; the first is on line ${line}.`,
        })
        continue
      }
      // Objects cannot hold it, and what reads them would drop it without a word.
      if (name === '__proto__') {
        this.#complain(keySpan, {
          message: 'unknown key `__proto__`',
          remedy: 'Remove it, or give it another name.',
        })
        continue
      }
      const inner = this.#place(value, keySpan, keySpan)
      place.children.set(name, inner)
      map[name] = this.#read(value, inner, depth + 1)
    }
    return map
  }
}

function spanOf(node: unknown): Span | null {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null
  return range ? { start: range[0], end: range[1] } : null
}
