import { REGRESSION } from '../config/written-quantity.ts'
import type { SuggestedRule } from '../model/suggestion.ts'
import { literalTarget } from '../report/view/accept.ts'

/** Percentages that people write in budgets. Steps between them would be finer than the noise. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100]
/** The most rules, besides the one for all, that a person still reads. */
const MAX_EXCEPTIONS = 5

/** The next level (a fraction) that people write, above one hundred percent in whole hundreds. */
export function writtenLevel(level: number): number {
  const percent = level * 100
  // A level that was rounded up already stays.
  const step = STEPS.find((step) => step >= percent * (1 - 1e-9))
  return step === undefined ? Math.ceil(percent / 100) : step / 100
}

/** The same; null if the config file does not accept a level that high. */
export function levelToWrite(level: number): number | null {
  const written = writtenLevel(level)
  return written < REGRESSION.high ? written : null
}

/**
 * Few rules that give each benchmark at least its level: one for all, then groups and benchmarks that need
 * more. The first takes the level that half of them need, or the next one that leaves few exceptions.
 * `levels` are fractions by name.
 */
export function rulesFor(levels: ReadonlyMap<string, number>): SuggestedRule[] {
  const written = [...levels].map(([name, level]) => ({ name, level: writtenLevel(level) }))
  const ascending = [...new Set(written.map(({ level }) => level))].sort((a, b) => a - b)
  const middle = written.map(({ level }) => level).sort((a, b) => a - b)[Math.floor((written.length - 1) / 2)]
  // What no pattern can name is under the rule for all.
  const unnamed = Math.max(
    0,
    ...written.filter(({ name }) => patternFor(name) === null).map(({ level }) => level),
  )
  for (const general of ascending) {
    if (general < Math.max(middle!, unnamed)) continue
    const exceptions = exceptionsTo(general, written)
    if (exceptions.length <= MAX_EXCEPTIONS) return [{ match: '**', level: general }, ...exceptions]
  }
  return []
}

/** A group whose benchmarks mostly need more gets one rule. */
function exceptionsTo(general: number, written: readonly { name: string; level: number }[]): SuggestedRule[] {
  const exceptions: SuggestedRule[] = []
  for (const [group, members] of Map.groupBy(written, ({ name }) => groupOf(name))) {
    const above = members.filter(({ level }) => level > general)
    const highest = Math.max(...above.map(({ level }) => level))
    if (group !== null && above.length > 1 && 2 * above.length > members.length)
      exceptions.push({ match: `${group}/**`, level: highest })
    else exceptions.push(...above.map(({ name, level }) => ({ match: patternFor(name)!, level })))
  }
  // A pattern may match others too: the rule that counts, the last, then allows more.
  return exceptions.sort((a, b) => a.level - b.level)
}

/** The pattern that a name is matched by; null: none. */
const patternFor = (name: string): string | null => literalTarget({ match: name })?.match ?? null

/** The outermost group; null for a benchmark without one, and where its name would be read as a pattern. */
function groupOf(name: string): string | null {
  const end = name.indexOf('/')
  const group = name.slice(0, Math.max(0, end))
  return group === '' || /[*?[\]{}\\!]/.test(group) ? null : group
}
