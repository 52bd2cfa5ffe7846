import { markerOf } from '../../../src/report/text/marker.ts'

const withoutLinks = (markdown: string) =>
  markdown.replace(/\[([^[\]]*)\]\(https:\/\/github\.example\/[\w/]*\)/g, '$1')

const FENCED = /^```(?:sh|yaml|mermaid)\n[^]*?\n```$/gm

/** Cells of a line as GitHub counts them: a backslash takes the next character with it. */
const cells = (line: string) => line.replace(/\\./g, '').split('|').length

/** Lines of each table, fenced blocks aside. */
export function tables(markdown: string): string[][] {
  const blocks = markdown.replace(FENCED, '').split('\n\n')
  return blocks.map((block) => block.split('\n').filter((l) => l.startsWith('|'))).filter((t) => t.length > 0)
}

const outsideCode = (markdown: string) =>
  markdown
    .replace(FENCED, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/<code>.*?<\/code>/g, '')

/** What a reader sees outside code, which is where GitHub looks for mentions, references and addresses. */
const visible = (markdown: string) =>
  outsideCode(markdown).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

const OURS = /^<(?:br|\/?sub|\/?code|\/?details|\/?summary)>/

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Everything about a report that a name must not be able to cause. */
export function flaws(markdown: string, marker: string | null = markerOf('default')): string[] {
  const body = withoutLinks(markdown.slice(marker?.length ?? 0))
  const seen = visible(body)
  const open = (tag: string) => body.split(`<${tag}>`).length !== body.split(`</${tag}>`).length
  const found: Record<string, boolean> = {
    'no headline at its start': !markdown.startsWith(marker === null ? '### ' : `${marker}\n### `),
    'a marker inside': body.includes('<!--'),
    'a fence left open': outsideCode(body).includes('```') || body.split(/^```/m).length % 2 === 0,
    'a tag that is not ours': [...body.matchAll(/</g)].some(({ index }) => !OURS.test(body.slice(index))),
    'a tag left open': ['sub', 'code', 'details', 'summary'].some(open),
    'a mention or address': body.includes('@') || /&#64;(?!\u2060)/.test(body),
    'Markdown outside code': /[`[\]~]/.test(outsideCode(body)),
    'a link or reference': /:\/\/|www\.|(?<!^#*)#\d|GH-\d/m.test(seen),
    'a command for a CI runner': /##\[|^\s*::/m.test(body),
    'a line that makes a heading of another': /^- *$/m.test(body),
    'a control character': CONTROL.test(body),
    'half a character': !body.isWellFormed(),
    'a row with more or fewer cells': tables(body).some((lines) => new Set(lines.map(cells)).size > 1),
  }
  return Object.keys(found).filter((flaw) => found[flaw])
}
