import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Blocks, fenced } from './blocks.ts'

// What the program printed, for the docs: golden files that tests of the reports hold it to, and what the
// demo printed once, to which `demo.timed.test.ts` holds it.

const TESTS = join(import.meta.dirname, '../__tests__')

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
  check: { file: 'fixtures/samples/check.txt', language: 'text' },
  accepted: { file: 'golden/accepted-only/terminal.txt', language: 'text' },
  'too noisy': { file: 'golden/too-noisy/terminal.txt', language: 'text' },
  comment: {
    file: 'golden/one-failed-one-faster/report.md',
    language: 'markdown',
    from: '### ',
    to: '<details>',
  },
} as const satisfies Record<string, Sample>

/** `sample <name>` for each of them. */
export const sampleBlocks = (): Blocks =>
  Object.fromEntries(
    Object.entries(SAMPLES).map(([name, sample]) => [`sample ${name}`, () => textOf(sample)]),
  )

function textOf({ file, language, from, to }: Sample): string {
  const lines = readFileSync(join(TESTS, file), 'utf8').split('\n')
  const start = from === undefined ? 0 : lines.findIndex((line) => line.startsWith(from))
  const end = to === undefined ? lines.length : lines.findIndex((line) => line.startsWith(to))
  return fenced(language, lines.slice(start, end).join('\n'))
}
