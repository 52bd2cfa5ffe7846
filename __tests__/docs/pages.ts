import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, type Token, type Tokens } from 'marked'
import { anchorOf } from '../../src/cli/read-more.ts'

export const ROOT = join(import.meta.dirname, '../..')

export interface Page {
  /** Relative to the root, with `/`. */
  file: string
  text: string
  /** Every token, those inside others too, in the order of the text. */
  tokens: readonly Token[]
}

function pageOf(file: string): Page {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const tokens: Token[] = []
  marked.walkTokens(marked.lexer(text), (token) => {
    tokens.push(token)
  })
  return { file, text, tokens }
}

/** README and docs: what people read who use Benchgate. */
export const DOCS: readonly Page[] = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT }).sort()].map(
  pageOf,
)

/** And what those read who change it. */
export const ALL_PAGES: readonly Page[] = [
  ...DOCS,
  ...globSync('{src,__tests__,.github}/**/*.md', {
    cwd: ROOT,
    exclude: ['**/golden*/**', '**/fixtures/**'],
  })
    .sort()
    .map(pageOf),
]

const ofType = <T extends Token>({ tokens }: Page, type: string): T[] =>
  tokens.filter((token): token is T => token.type === type)

export const headingsOf = (page: Page): Tokens.Heading[] => ofType(page, 'heading')

/** What `#…` may name in a page: GitHub numbers those that come again, and takes `id` and `name` of HTML. */
export function anchorsIn(page: Page): Set<string> {
  const anchors = new Set<string>()
  for (const heading of headingsOf(page)) {
    const anchor = anchorOf(plainText(heading.tokens))
    let number = 0
    while (anchors.has(number === 0 ? anchor : `${anchor}-${number}`)) number++
    anchors.add(number === 0 ? anchor : `${anchor}-${number}`)
  }
  for (const { raw } of ofType<Tokens.HTML>(page, 'html'))
    for (const [, , id] of raw.matchAll(/\s(id|name)="([^"]+)"/g)) anchors.add(id!)
  return anchors
}

/** A heading as it reads: without marks of code and emphasis. */
export const plainText = (tokens: readonly Token[] = []): string =>
  tokens
    .map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : unescaped(token)))
    .join('')

const unescaped = (token: Token): string => ('text' in token ? String(token.text) : token.raw)

/** Where the links and pictures of a page lead. */
export const linksOf = (page: Page): string[] => [
  ...ofType<Tokens.Link>(page, 'link').map(({ href }) => href),
  ...ofType<Tokens.Image>(page, 'image').map(({ href }) => href),
  ...ofType<Tokens.HTML>(page, 'html').flatMap(({ raw }) =>
    [...raw.matchAll(/\s(?:href|src|srcset)="([^"]+)"/g)].map(([, href]) => href!),
  ),
]

/** Fenced blocks of some languages. */
export const blocksOf = (page: Page, ...languages: readonly string[]): string[] =>
  ofType<Tokens.Code>(page, 'code')
    .filter(({ lang = '' }) => languages.includes(lang))
    .map(({ text }) => text)

/** `benchgate …` in running text. */
export const codeSpansOf = (page: Page): string[] =>
  ofType<Tokens.Codespan>(page, 'codespan').map(({ text }) => text)

/** All that people read of a page and that is neither code nor a table's line of dashes. */
export const proseOf = (page: Page): string =>
  page.tokens
    .filter(({ type }) => type === 'text' || type === 'escape')
    .map((token) => ('tokens' in token && token.tokens ? '' : unescaped(token)))
    .join('\n')
