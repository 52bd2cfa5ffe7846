import { shorten, shortName } from './one-line.ts'

// What people wrote, made harmless for GitHub's Markdown. Two defences, because GitHub works in two passes: characters
// that Markdown would read become character references, and mentions, issue references and addresses, which GitHub
// looks for in the finished page, are put into code (where it does not look) or broken by a word joiner.

const PLAIN_CODE =
  /^[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-](?:[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#% -]*[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-])?$/u
const reference = (c: string): string => `&#${c.codePointAt(0)};`

// A CI runner obeys it anywhere in a line, should somebody print the text there.
const RUNNER_COMMAND = '##['

/** Widest name in cells of a screen; table rows stay readable and 50 of them stay within a comment. */
const MAX_NAME_CELLS = 100
/** A metric's name, or base and head with a unit each. */
const MAX_PHRASE_CELLS = 80
/** A sentence that somebody wrote, or an error's message. */
const MAX_PROSE_CELLS = 300

/** A benchmark's name as code. */
export const nameCode = (name: string): string => code(shortName(name, MAX_NAME_CELLS))

/** Any other word from outside (a path, a ref, a commit) as code. */
export const wordCode = (word: string): string => code(shortName(word, MAX_NAME_CELLS))

/** A line of another program's output as code. */
export const lineCode = (line: string): string => code(shortName(line.trim(), MAX_PROSE_CELLS))

function code(text: string): string {
  if (PLAIN_CODE.test(text) && !text.includes(RUNNER_COMMAND)) return `\`${text}\``
  // <code>, because a code span takes no references, and no other escape works for both a backtick and a pipe.
  const harmless = text.replace(/[^\p{L}\p{N}\p{M}/, -]/gu, (c) => (c.charCodeAt(0) < 128 ? reference(c) : c))
  // GitHub finds e-mail addresses after it has resolved references, in code of this kind too.
  return `<code>${harmless.replaceAll('&#64;', '&#64;\u2060')}</code>`
}

/** A sentence from outside, as text on one line. */
export function prose(text: string): string {
  // Nothing at all would let the line above it read as a heading.
  if (text.trim() === '') return '…'
  return harmless(shorten(text.trim(), MAX_PROSE_CELLS))
    .replace(/^\d+(?=[.)])/, '$&\u2060')
    .replace(/^[-+]/, reference)
}

/** A metric's name or a quantity with its unit, somewhere within a line of ours. */
export const phrase = (text: string): string => harmless(shorten(text.trim(), MAX_PHRASE_CELLS))

const harmless = (text: string): string =>
  text
    .replace(/[@#$]|:(?=\/)|www(?=\.)|GH(?=-)/gi, '$&\u2060')
    .replace(/[^\p{L}\p{N}\p{M}\s.,;:()%'’"/!?+=…-]/gu, (c) => (c.charCodeAt(0) < 128 ? reference(c) : c))

/** Ends what is Markdown already with a full stop. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** A part that opens on demand; both texts are Markdown. */
export const foldedText = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
