import { entryOf } from './entry.ts'
import { isDigits } from './numbers.ts'

/** Names that a warning shows of each reason. */
const MAX_SHOWN = 5
const MAX_NAME = 100
const MAX_WORD = 40

/** Why results are left out, and what to do about it. */
const REASONS = {
  notation: ['a number is not written like 1234.5', '; run the tool with LC_ALL=C'],
  value: ['a value is no number', ''],
  interrupted: ['something else was printed into the line', ''],
  nameless: ['no name belongs to the numbers', ''],
  form: ['the line has another form than expected', ''],
  again: ['the benchmark was measured before', '; give the benchmarks of a section other names'],
} as const

export type Reason = keyof typeof REASONS

/** What holds numbers and is not read, counted by reason, the first of each by name. */
export class Unread {
  readonly #counts = new Map<Reason, { count: number; shown: string[] }>()

  add(reason: Reason, name: string): void {
    const one = entryOf(this.#counts, reason, () => ({ count: 0, shown: [] }))
    one.count++
    if (one.shown.length < MAX_SHOWN) one.shown.push(JSON.stringify(name.trim().slice(0, MAX_NAME)))
  }

  /** A sentence for each reason. */
  warnings(): string[] {
    return [...this.#counts].map(([reason, { count, shown }]) => {
      const [why, remedy] = REASONS[reason]
      const more = count > shown.length ? ` and ${count - shown.length} more` : ''
      const what = count === 1 ? '1 result is' : `${count} results are`
      return `${what} left out, because ${why}: ${shown.join(', ')}${more}${remedy}`
    })
  }
}

/** Why what stands for a number was not read. */
export const reasonFor = (written: unknown): Reason =>
  typeof written === 'string' && isDigits(written.trim()) ? 'notation' : 'value'

/** The same of one benchmark. */
export function failureFor(written: unknown): string {
  const shown = (JSON.stringify(written) ?? 'nothing').slice(0, MAX_WORD)
  return reasonFor(written) === 'notation'
    ? `${shown} is not written like 1234.5${REASONS.notation[1]}`
    : `${shown} is no number`
}
