import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Blocks, fenced } from './blocks.ts'

// What the program printed, for the docs: the golden files that the tests of the reports hold it to.

const GOLDEN = join(import.meta.dirname, '../__tests__/golden')

/** A part of a text, from the line that begins with one until before the line that begins with the other. */
interface Part {
  from?: string
  to?: string
}

interface Sample extends Part {
  file: string
  language: 'text' | 'markdown' | 'json'
}

const SAMPLES = {
  check: { file: 'one-failed-one-faster/terminal.txt', language: 'text' },
  accepted: { file: 'accepted-only/terminal.txt', language: 'text' },
  'too noisy': { file: 'too-noisy/terminal.txt', language: 'text' },
  comment: { file: 'one-failed-one-faster/report.md', language: 'markdown', from: '### ', to: '<details>' },
} as const satisfies Record<string, Sample>

/** `sample <name>` for each of them. */
export const sampleBlocks = (): Blocks =>
  Object.fromEntries(
    Object.entries(SAMPLES).map(([name, sample]) => [`sample ${name}`, () => textOf(sample)]),
  )

function textOf({ file, language, from, to }: Sample): string {
  const lines = readFileSync(join(GOLDEN, file), 'utf8').split('\n')
  const start = from === undefined ? 0 : lines.findIndex((line) => line.startsWith(from))
  const end = to === undefined ? lines.length : lines.findIndex((line) => line.startsWith(to))
  return fenced(language, lines.slice(start, end).join('\n'))
}
