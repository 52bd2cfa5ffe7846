import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { UserError } from '../errors.ts'
import { type Config, type Waiver, waiverFields, type WrittenWaiver } from '../model/config.ts'
import { forYaml, type YamlStyle } from '../report/text/for-yaml.ts'
import { ConfigError, type Problem } from './config-error.ts'
import type { FoundConfig } from './load.ts'
import { parseConfig } from './parse.ts'
import { parseQuantity } from './written-quantity.ts'
import { parseYaml } from './yaml-document.ts'

// Entries of `accepted:` are spliced into the text, so that all else keeps its bytes: comments, quotes, line
// ends. Whatever is spliced, the result is read again and compared before anybody gets it.

/** The file that holds nothing but a waiver. */
const EMPTY = 'version: 1\n'
const LIST = 'accepted'

export interface Edited {
  text: string
  config: Config
  /** The entry in the new file; its line is where it stands. */
  waiver: Waiver
  change: 'added' | 'updated'
  /** The last day of the entry that was there, which has passed and was taken out. */
  ended: string | null
}

/**
 * A config file with a waiver: the one of the same benchmark and metric in its place, else a new one at the
 * end of the list, where no earlier one overrides it. Without a last day one that is still to come is kept.
 * Throws a UserError where the file, or what would become of it, does not load.
 */
export function withAccepted(file: FoundConfig, written: WrittenWaiver, today: string): Edited {
  const before = configOf(file.text === '' ? { ...file, text: EMPTY } : file)
  const at = before.accepted.findLastIndex((one) => targetOf(one) === targetOf(written))
  const old = before.accepted[at]
  const ended = written.until === undefined && old?.until != null && old.until < today ? old.until : null
  const until = written.until ?? (ended === null ? old?.until : null) ?? undefined
  const entry = until === undefined ? written : { ...written, until }
  const sheet = new Sheet(file.text === '' ? EMPTY : file.text)
  const drafts = old === undefined ? additions(sheet, entry) : [update(sheet, at, entry)]
  const wanted = before.accepted.map(contentOf)
  const place = old === undefined ? wanted.length : at
  wanted[place] = contentOf(waiverOf(entry))
  const { text, config } = firstThatHolds(file, drafts, before, wanted)
  const waiver = config.accepted[place]!
  return { text, config, waiver, change: old === undefined ? 'added' : 'updated', ended }
}

/** A config file without some waivers, and without an empty list. Throws as `withAccepted` does. */
export function withoutAccepted(
  file: FoundConfig,
  isUnwanted: (waiver: Waiver) => boolean,
): { text: string; removed: Waiver[]; kept: Waiver[] } {
  const before = configOf(file)
  const unwanted = before.accepted.map(isUnwanted)
  const removed = before.accepted.filter((_, index) => unwanted[index])
  const kept = before.accepted.filter((_, index) => !unwanted[index])
  if (removed.length === 0) return { text: file.text, removed, kept }
  const indices = [...unwanted.keys()].filter((index) => unwanted[index])
  const some = () => removal(file.text, indices)
  // Below a text in lines, a comment of the list that stays behind would become a line of that text.
  const all = [true, false].map((keepComments) => () => emptied(file.text, keepComments))
  const drafts = kept.length === 0 ? all : [some]
  const { text } = firstThatHolds(file, drafts, before, kept.map(contentOf))
  return { text, removed, kept }
}

type Draft = () => string

/** The first text that loads to the config before with just these waivers. */
function firstThatHolds(file: FoundConfig, drafts: readonly Draft[], before: Config, wanted: string[]) {
  let problem: Problem | undefined
  for (const draft of drafts) {
    let text: string
    try {
      text = draft()
    } catch (error) {
      if (error instanceof NotThisWay) continue
      throw error
    }
    const result = parseConfig(text, file.path)
    if ('problems' in result) problem ??= result.problems[0]
    else if (
      restOf(result.config) === restOf(before) &&
      result.config.accepted.map(contentOf).join('\n') === wanted.join('\n')
    )
      return { text, config: result.config }
  }
  throw new UserError(
    'config',
    problem === undefined
      ? `${file.path} cannot be edited without a change to something else in it; nothing was written`
      : `With this entry ${file.path} would not load: ${problem.message}; nothing was written`,
    problem?.remedy ?? `Edit the list \`${LIST}:\` by hand.`,
  )
}

function configOf(file: FoundConfig): Config {
  const result = parseConfig(file.text, file.path)
  if ('problems' in result) throw new ConfigError(file.path, result.problems)
  return result.config
}

const targetOf = ({ match, suite, occurrence, metric }: Waiver | WrittenWaiver): string =>
  JSON.stringify([match.normalize('NFC'), suite, occurrence, metric])

/** What a waiver says, wherever it stands. */
const contentOf = ({ match, suite, occurrence, metric, upTo, reason, until }: Omit<Waiver, 'line'>): string =>
  JSON.stringify([match, suite, occurrence, metric, upTo, reason, until])

const waiverOf = ({ upTo, until, ...waiver }: WrittenWaiver): Omit<Waiver, 'line'> => ({
  ...waiver,
  upTo: parseQuantity(upTo)?.value ?? Infinity,
  until: until ?? null,
})

/** All but the waivers, and the lines where the rest stands. */
const restOf = (config: Config): string =>
  JSON.stringify({ ...config, accepted: [] }, (key, value: unknown) =>
    key === 'line' && typeof value === 'number' ? undefined : value,
  )

/** An edit that this text does not allow. */
class NotThisWay extends Error {}

function must<T>(value: T | null | undefined | false): T {
  if (value === null || value === undefined || value === false) throw new NotThisWay()
  return value
}

/** What replaces the text from `start` to `end`. */
interface Splice {
  start: number
  end: number
  text: string
}

type Map = YAMLMap.Parsed
type Fields = Pair<ParsedNode, ParsedNode | null>

/** A config file as a text with places. */
class Sheet {
  readonly text: string
  readonly eol: string
  readonly root: Map
  readonly #mark: string

  constructor(whole: string) {
    this.#mark = whole.startsWith('\u{feff}') ? '\u{feff}' : ''
    this.text = whole.slice(this.#mark.length)
    this.eol = /\r?\n/.exec(this.text)?.[0] ?? '\n'
    const { contents } = parseYaml(this.text, true)
    this.root = must(isMap(contents) && (contents as Map))
  }

  pair(name: string): Fields | undefined {
    return fieldOf(this.root, name)
  }

  list(name: string): YAMLSeq.Parsed | null {
    const value = this.pair(name)?.value
    return isSeq(value) ? (value as YAMLSeq.Parsed) : null
  }

  lineStart = (at: number): number => this.text.lastIndexOf('\n', at - 1) + 1

  column = (at: number): number => at - this.lineStart(at)

  /** Whether nothing stands before a place on its line. */
  begins = (at: number): boolean => this.text.slice(this.lineStart(at), at).trim() === ''

  /** The start of the line below a place, or the end of the text. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at)
    return end < 0 ? this.text.length : end + 1
  }

  /** The start of the line below a node, with the comment behind it. */
  below(node: ParsedNode): number {
    const end = endOf(node)
    return this.text[end - 1] === '\n' ? end : this.nextLine(end)
  }

  /** Whole lines that begin at a place between two lines. */
  lines(at: number, lines: readonly string[]): Splice {
    const isOpen = at > 0 && this.text[at - 1] !== '\n'
    const text = lines.join(this.eol)
    return { start: at, end: at, text: isOpen ? this.eol + text : text + this.eol }
  }

  spliced(splices: readonly Splice[]): string {
    let text = this.text
    for (const { start, end, text: by } of splices.toSorted((a, b) => b.start - a.start || b.end - a.end))
      text = text.slice(0, start) + by + text.slice(end)
    // What is taken out at the end leaves as much of an end as there was.
    const isOpen = !this.text.endsWith('\n') && text.endsWith('\n')
    return this.#mark + (isOpen ? text.replace(/\r?\n$/, '') : text)
  }
}

const startOf = (node: ParsedNode): number => node.range[0]

/** Where the text of a node ends; blocks count what follows them as theirs. */
function endOf(node: ParsedNode): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items.at(-1)
    if (last === undefined) return node.range[1]
    if (isSeq(node)) return endOf(last as ParsedNode)
    const { key, value } = last as Fields
    return endOf(value ?? key)
  }
  return node.range[1]
}

const fieldOf = (map: Map, name: string): Fields | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.value === name)

/** How the entries of a file are written. */
interface Style {
  isFlow: boolean
  /** What stands inside of braces. */
  pad: string
  /** Columns from the dash of an entry to its first key. */
  gap: number
  key: (name: string) => string
  value: (field: { key: string; value: string | number; isWord: boolean }) => string
}

/** The style of an entry that is there, or the usual one. */
function styleOf(sheet: Sheet, sample: Map | null): Style {
  const [first] = sample?.items ?? []
  const rootKey = sheet.root.items[0]?.key
  const isQuoted = isScalar(rootKey) && rootKey.type === 'QUOTE_DOUBLE'
  const inBraces = sample?.flow === true ? sheet.text.slice(startOf(sample) + 1).match(/^ */)![0] : ' '
  const dash = sample === null ? 0 : sheet.text.lastIndexOf('-', startOf(sample) - 1)
  const isBeside =
    sample !== null && sample.flow !== true && sheet.lineStart(dash) === sheet.lineStart(startOf(sample))
  const keyStyle = styleOfScalar(first?.key) ?? (isQuoted ? 'double' : 'plain')
  return {
    isFlow: sample?.flow !== false && (sample === null || sample.flow === true),
    pad: inBraces === '' ? '' : ' ',
    gap: isBeside ? Math.max(2, startOf(sample) - dash) : 2,
    key: (name) => forYaml(name, keyStyle),
    value: ({ key, value, isWord }) => {
      if (typeof value === 'number') return String(value)
      const usual = isWord && !isQuoted ? 'plain' : 'double'
      return forYaml(value, styleOfScalar(sample === null ? null : fieldOf(sample, key)?.value) ?? usual)
    },
  }
}

function styleOfScalar(node: unknown): YamlStyle | null {
  if (!isScalar(node)) return null
  return node.type === 'PLAIN' ? 'plain' : node.type === 'QUOTE_SINGLE' ? 'single' : 'double'
}

/** The last entry of a list that is a map. */
function sampleIn(list: YAMLSeq.Parsed | null): Map | null {
  const last = (list?.items ?? []).findLast((item) => isMap(item))
  return last === undefined ? null : (last as Map)
}

const fieldTexts = (style: Style, entry: WrittenWaiver): string[] =>
  waiverFields(entry).map((field) => `${style.key(field.key)}: ${style.value(field)}`)

const inBraces = (style: Style, entry: WrittenWaiver): string =>
  `{${style.pad}${fieldTexts(style, entry).join(', ')}${style.pad}}`

/** The lines of an entry of a block list whose dash stands in a column. */
function entryLines(style: Style, entry: WrittenWaiver, column: number): string[] {
  const indent = ' '.repeat(column)
  if (style.isFlow) return [`${indent}- ${inBraces(style, entry)}`]
  return fieldTexts(style, entry).map(
    (field, i) => `${indent}${(i === 0 ? '-' : '').padEnd(style.gap)}${field}`,
  )
}

/** The ways to add an entry, the best one first. */
function additions(sheet: Sheet, entry: WrittenWaiver): Draft[] {
  const list = sheet.list(LIST)
  const inFlow = () => sheet.spliced(addedInBrackets(sheet, must(list), entry))
  if (list !== null && list.items.length > 0)
    return [list.flow === true ? inFlow : () => sheet.spliced([addedBelow(sheet, list, entry)])]
  if (list !== null) return [() => sheet.spliced(openedList(sheet, list, entry)), inFlow]
  if (sheet.pair(LIST) !== undefined) return []
  if (sheet.root.flow === true) return [() => sheet.spliced([newKeyInBraces(sheet, entry)])]
  return [sheet.text.length, must(sheet.root.items[0]).key].map(
    (at) => () =>
      sheet.spliced([newKey(sheet, typeof at === 'number' ? at : sheet.lineStart(startOf(at)), entry)]),
  )
}

/** Where the dash of the first entry of a block list stands. */
function dashOf(list: YAMLSeq.Parsed, index: number): number {
  const dashes = (list.srcToken?.type === 'block-seq' ? list.srcToken.items : []).flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind'),
  )
  return must(dashes[index]).offset
}

function addedBelow(sheet: Sheet, list: YAMLSeq.Parsed, entry: WrittenWaiver): Splice {
  const dash = dashOf(list, list.items.length - 1)
  must(sheet.begins(dash))
  const style = styleOf(sheet, sampleIn(list))
  return sheet.lines(sheet.below(list.items.at(-1)!), entryLines(style, entry, sheet.column(dash)))
}

/** The key and its list, as budgets are written. */
function newKey(sheet: Sheet, at: number, entry: WrittenWaiver): Splice {
  const pattern = ['budgets', 'renamed']
    .map((name) => sheet.list(name))
    .find((list) => sampleIn(list) !== null)
  const style = styleOf(sheet, sampleIn(pattern ?? null))
  const first = startOf(must(sheet.root.items[0]).key)
  must(sheet.begins(first))
  const column = sheet.column(first)
  const isBlock = pattern != null && pattern.flow !== true
  const dash = isBlock ? sheet.column(dashOf(pattern, 0)) : column + 2
  const isSplit = isBlock || style.isFlow
  return sheet.lines(at, [
    `${' '.repeat(column)}${style.key(LIST) === LIST ? LIST : forYaml(LIST)}:`,
    ...entryLines(isSplit ? style : { ...style, isFlow: true }, entry, dash),
  ])
}

/** `accepted: []` becomes a list of lines. */
function openedList(sheet: Sheet, list: YAMLSeq.Parsed, entry: WrittenWaiver): Splice[] {
  const { key } = must(sheet.pair(LIST))
  const end = list.range[1]
  const between = sheet.text.slice(key.range[1], end)
  must(sheet.root.flow !== true && /^[ \t]*:[ \t]*\[\s*\]$/.test(between))
  const { start, text } = newKey(sheet, sheet.nextLine(end), entry)
  const lines = text.split(sheet.eol).filter((line) => line !== '')
  return [
    { start: key.range[1] + between.indexOf(':') + 1, end, text: '' },
    sheet.lines(start, lines.slice(1)),
  ]
}

/** Behind the last key of `{ version: 1 }`. */
function newKeyInBraces(sheet: Sheet, entry: WrittenWaiver): Splice {
  const last = must(sheet.root.items.at(-1))
  const at = endOf(must(last.value))
  const style = styleOf(sheet, sampleIn(sheet.list('budgets')))
  return {
    start: at,
    end: at,
    text: `, ${style.key(LIST)}: [${inBraces({ ...style, isFlow: true }, entry)}]`,
  }
}

function addedInBrackets(sheet: Sheet, list: YAMLSeq.Parsed, entry: WrittenWaiver): Splice[] {
  const text = inBraces(styleOf(sheet, sampleIn(list)), entry)
  const last = list.items.at(-1)
  if (last === undefined) {
    const at = startOf(list) + 1
    return [{ start: at, end: at, text }]
  }
  const end = endOf(last)
  if (!sheet.begins(startOf(last))) return [{ start: end, end, text: `, ${text}` }]
  // Each on a line of its own, with or without a comma behind the last.
  const comma = commaBehind(sheet.text, end)
  const indent = ' '.repeat(sheet.column(startOf(last)))
  return [
    ...(comma === null ? [{ start: end, end, text: ',' }] : []),
    sheet.lines(sheet.nextLine(Math.max(end, comma ?? 0)), [`${indent}${text}${comma === null ? '' : ','}`]),
  ]
}

/** The comma behind an item of a flow list, past blanks and comments; null where there is none. */
function commaBehind(text: string, end: number): number | null {
  const [blank] = /^(?:\s|#[^\n]*(?=\n))*/.exec(text.slice(end))!
  return text[end + blank.length] === ',' ? end + blank.length : null
}

/** Writes ceiling, reason and last day of the entry at an index anew. */
function update(sheet: Sheet, index: number, entry: WrittenWaiver): Draft {
  return () => {
    const item = must(sheet.list(LIST)).items[index]
    const map = must(isMap(item) && (item as Map))
    const style = styleOf(sheet, map)
    const splices = waiverFields(entry).flatMap((field): Splice[] => {
      if (field.key !== 'up-to' && field.key !== 'reason' && field.key !== 'until') return []
      const pair = fieldOf(map, field.key)
      if (pair === undefined)
        return [besideCeiling(sheet, map, `${style.key(field.key)}: ${style.value(field)}`)]
      return replaced(sheet, must(pair.value), field.value, style.value(field))
    })
    const until = entry.until === undefined ? fieldOf(map, 'until') : undefined
    return sheet.spliced(until === undefined ? splices : [...splices, withoutField(sheet, map, until)])
  }
}

function replaced(sheet: Sheet, node: ParsedNode, value: string | number, text: string): Splice[] {
  if (isScalar(node) && (node as Scalar).value === value) return []
  const [start, end] = node.range
  const old = sheet.text.slice(start, end)
  // A text in lines of its own may have a comment in its first line, and ends with its last one.
  const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)?/.exec(old)?.[1] ?? ''
  return [{ start, end, text: `${text}${comment}${/\r?\n$/.exec(old)?.[0] ?? ''}` }]
}

/** A field more, behind the ceiling. */
function besideCeiling(sheet: Sheet, map: Map, text: string): Splice {
  const { key, value } = must(fieldOf(map, 'up-to'))
  const at = endOf(must(value))
  if (map.flow === true) return { start: at, end: at, text: `, ${text}` }
  return sheet.lines(sheet.nextLine(at), [`${' '.repeat(sheet.column(startOf(key)))}${text}`])
}

function withoutField(sheet: Sheet, map: Map, pair: Fields): Splice {
  const at = map.items.indexOf(pair as never)
  const [before, after] = [map.items[at - 1], map.items[at + 1]]
  if (before === undefined) return { start: startOf(pair.key), end: startOf(must(after).key), text: '' }
  const value = must(pair.value)
  if (map.flow === true) return { start: endOf(must(before.value)), end: endOf(value), text: '' }
  return { start: sheet.lineStart(startOf(pair.key)), end: sheet.below(value), text: '' }
}

/** The text without entries; comments in lines of their own stay. */
function removal(text: string, indices: readonly number[]): string {
  const sheet = new Sheet(text)
  const list = must(sheet.list(LIST))
  if (list.flow !== true) return sheet.spliced(indices.map((index) => itemLines(sheet, list, index)))
  // One at a time: each has to do with the comma of the one before.
  return indices.toReversed().reduce((current, index) => {
    const next = new Sheet(current)
    return next.spliced(withoutItem(next, must(next.list(LIST)), index))
  }, text)
}

/** The text without the list, with or without the comments in it that have lines of their own. */
function emptied(text: string, keepComments: boolean): string {
  const sheet = new Sheet(text)
  const pair = must(sheet.pair(LIST))
  const list = must(sheet.list(LIST))
  if (list.flow === true || !keepComments) return sheet.spliced(withoutPair(sheet, pair))
  const lines = [...list.items.keys()].map((index) => itemLines(sheet, list, index))
  return sheet.spliced([keyLine(sheet, pair), ...lines])
}

function itemLines(sheet: Sheet, list: YAMLSeq.Parsed, index: number): Splice {
  const dash = dashOf(list, index)
  must(sheet.begins(dash))
  return { start: sheet.lineStart(dash), end: sheet.below(list.items[index]!), text: '' }
}

function keyLine(sheet: Sheet, { key }: Fields): Splice {
  must(sheet.begins(startOf(key)))
  return { start: sheet.lineStart(startOf(key)), end: sheet.nextLine(key.range[1]), text: '' }
}

function withoutPair(sheet: Sheet, pair: Fields): Splice[] {
  const value = must(pair.value)
  if (sheet.root.flow === true) return [withoutField(sheet, sheet.root, pair)]
  must(sheet.begins(startOf(pair.key)))
  return [{ start: sheet.lineStart(startOf(pair.key)), end: sheet.below(value), text: '' }]
}

function withoutItem(sheet: Sheet, { items }: YAMLSeq.Parsed, index: number): Splice[] {
  const item = items[index]!
  const [before, after] = [items[index - 1], items[index + 1]]
  const [start, end] = [startOf(item), endOf(item)]
  const line = sheet.text.slice(end, sheet.nextLine(end))
  const ownLine = { start: sheet.lineStart(start), end: sheet.nextLine(end), text: '' }
  const isAlone = sheet.begins(start) && /^[ \t]*,?[ \t]*(?:#.*)?\r?\n$/.test(line)
  if (after !== undefined) return [isAlone ? ownLine : { start, end: startOf(after), text: '' }]
  const last = must(before)
  if (!isAlone) return [{ start: endOf(last), end, text: '' }]
  const comma = commaBehind(sheet.text, endOf(last))
  const isLoose = commaBehind(sheet.text, end) !== null
  return isLoose || comma === null ? [ownLine] : [{ start: comma, end: comma + 1, text: '' }, ownLine]
}
