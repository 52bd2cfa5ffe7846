import { linesOf } from './lines.ts'

/** What iai and gungraun print of one benchmark. */
export interface CountBlock {
  /** The line above the counts. */
  title: string
  /** The value behind each label as text, `1734|1650 (+5.09%)`, in the order of the file. */
  counts: Map<string, string>
}

/** Longest line that can be a title or a count. */
const MAX_LINE = 10_000
const ESCAPE = '\u001b'

/** The blocks of a text: a line at the margin, and indented lines `Label:   1234…` below it. Colours are taken off. At most `maxBlocks`. */
export function countBlocks(text: string, maxBlocks: number): CountBlock[] {
  const blocks: CountBlock[] = []
  let title: string | null = null
  let counts: Map<string, string> | null = null
  for (const raw of linesOf(text)) {
    if (raw.length > MAX_LINE) continue
    const line = withoutColours(raw).trimEnd()
    if (line === '') continue
    if (!line.startsWith(' ')) {
      title = line
      counts = null
      continue
    }
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).trimStart()
    // `N/A|1650`: the benchmark is gone. Rules (`==== DHAT ====`) and sentences are not counts.
    if (colon === -1 || title === null || !/^(\d|N\/A\|)/.test(value)) continue
    if (counts === null) {
      if (blocks.length >= maxBlocks) break
      counts = new Map()
      blocks.push({ title, counts })
    }
    const label = line.slice(0, colon).trim()
    if (!counts.has(label)) counts.set(label, value)
  }
  return blocks
}

/** The number that a value starts with; null for `N/A`. */
export function countOf(value: string): number | null {
  const digits = /^\d{1,20}(\.\d{1,20})?/.exec(value)?.[0]
  return digits === undefined ? null : Number(digits)
}

/** Without ANSI escape sequences: `ESC [`, parameters, one final character. */
function withoutColours(line: string): string {
  if (!line.includes(ESCAPE)) return line
  const [start = '', ...rest] = line.split(ESCAPE)
  return start + rest.map((part) => part.replace(/^\[[0-?]*[ -/]*[@-~]/, '')).join('')
}
