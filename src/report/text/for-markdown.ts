import { commitLink, type Links } from './link.ts'
import { shorten, shortName } from './one-line.ts'
import { outside, type Outside, type OutsideKind, shortSha, type Words, written } from './outside.ts'

// What people wrote, made harmless for GitHub's Markdown. Two defences, because GitHub works in two passes:
// characters that Markdown would read become character references, and mentions, issue references and
// addresses, which GitHub looks for in the finished page, are put into code (where it does not look) or
// broken by a joiner.

const PLAIN_CODE =
  /^[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-](?:[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#% -]*[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-])?$/u
const reference = (c: string): string => `&#${c.codePointAt(0)};`

// A CI runner obeys it anywhere in a line, should somebody print the text there.
const RUNNER_COMMAND = '##['

/** Widest name in cells of a screen; table rows stay readable and 50 of them stay within a comment. */
const MAX_NAME_CELLS = 100
/** A metric's name, or base and head with a unit each. */
const MAX_PHRASE_CELLS = 80
/** A sentence that somebody wrote, or an error's message with what to do about it. */
const MAX_PROSE_CELLS = 600

const WRITERS: Record<OutsideKind, (text: string, links: Links | null) => string> = {
  name: (text) => code(text, MAX_NAME_CELLS),
  ref: (text) => code(text, MAX_NAME_CELLS),
  place: (text) => code(text, MAX_NAME_CELLS),
  commit: (text, links) => commitLink(code(shortSha(text), MAX_NAME_CELLS), text, links),
  line: (text) => code(text.trimEnd(), MAX_PROSE_CELLS),
  metric: (text) => harmless(text, MAX_PHRASE_CELLS),
  quantity: (text) => harmless(text, MAX_PHRASE_CELLS),
  label: prose,
  sentence: prose,
}

/** Words as Markdown on one line: ours are Markdown already, and a commit leads to its page in `links`. */
export const forMarkdown = (text: string | Outside | Words, links: Links | null = null): string =>
  written(text, (one: Outside) => WRITERS[one.kind](one.text, links))

/**
 * Lines of another program's output, each in code, indented as they are among themselves: a mark may stand
 * below a place.
 */
export function linesForMarkdown(lines: readonly string[]): string[] {
  const spaced = lines.map((line) =>
    line.replace(/^\s+/, (indent) => indent.replaceAll('\t', '    ').replace(/\s/g, ' ')),
  )
  const common = Math.min(...spaced.map((line) => line.search(/\S|$/)))
  return spaced.map((line) => forMarkdown(outside('line', line.slice(common))))
}

function code(word: string, maxCells: number): string {
  const text = shortName(word, maxCells)
  if (PLAIN_CODE.test(text) && !text.includes(RUNNER_COMMAND)) return `\`${text}\``
  // <code>, because a code span takes no references, and no other escape works for both a backtick and a
  // pipe.
  const escaped = text.replace(/[^\p{L}\p{N}\p{M}/, -]/gu, (c) => (c.charCodeAt(0) < 128 ? reference(c) : c))
  // GitHub finds e-mail addresses after it has resolved references, in code of this kind too.
  return `<code>${escaped.replaceAll('&#64;', '&#64;\u2060')}</code>`
}

function prose(text: string): string {
  // Nothing at all would let the line above it read as a heading.
  if (text.trim() === '') return '…'
  return harmless(text, MAX_PROSE_CELLS)
    .replace(/^\d+(?=[.)])/, '$&\u2060')
    .replace(/^[-+]/, reference)
}

const harmless = (text: string, maxCells: number): string =>
  shorten(text.trim(), maxCells)
    .replace(/[@#$]|:(?=\/)|www(?=\.)|GH(?=-)/gi, '$&\u2060')
    .replace(/[^\p{L}\p{N}\p{M}\s.,;:()%'’"/!?+=…-]/gu, (c) => (c.charCodeAt(0) < 128 ? reference(c) : c))
