import type { Row } from '../../model/assessment.ts'
import type { Target } from '../../model/config.ts'
import { rankOf, worse, worsening } from './change.ts'

// What the config file takes, from which a line that works must not stray.
const MAX_PATTERN = 512
const MAX_STARS = 16
const MAX_PERCENT = 999

/** How far above what was measured a ceiling lies: a quarter of it, and two points at least. */
const ROOM = 1.25
const LEAST_ROOM = 0.02
/** Percent from which on a ceiling is a whole number. */
const WHOLE_FROM = 10
/** What some version of YAML reads as something else than text. */
const YAML_WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/**
 * The entry of `accepted:` that lets a regression pass; null where nothing can be accepted. `narrowing` tells
 * the benchmark from others of its name.
 */
export function acceptEntry(row: Row, narrowing: Omit<Target, 'match'>): string | null {
  if (row.verdict !== 'regression') return null
  const match = literalGlob(row.benchmark)
  const ceiling = ceilingOf(row)
  const suite = narrowing.suite === undefined ? undefined : literalGlob(narrowing.suite)
  if (match === null || ceiling === null || suite === null) return null
  const target = [
    `match: ${quoted(match)}`,
    ...(suite === undefined ? [] : [`suite: ${quoted(suite)}`]),
    ...(narrowing.occurrence === undefined ? [] : [`occurrence: ${narrowing.occurrence}`]),
  ].join(', ')
  return `- { ${target}, metric: ${plainOrQuoted(row.metric)}, up-to: ${ceiling}%, reason: "why it is worth it" }`
}

/**
 * The ceiling in percent: what was measured and a quarter of it, at most the end of its interval, but two
 * points more in any case; rounded up to half a percent, from 10 % on to a whole one. It has to let the same
 * change pass when another machine measures it again, which moves an estimate by a point or two however
 * narrow its interval is, and to stop what comes on top: the end of a wide interval (164 % for an estimate of
 * 50 %) would let much more pass.
 */
function ceilingOf(row: Row): number | null {
  // Above zero there is no ratio, and any ceiling accepts it: the lowest does not outlast this change.
  if (rankOf(row) === Infinity) return 1
  const estimate = worsening(row)
  if (estimate === null || estimate <= 0 || estimate * 100 >= MAX_PERCENT) return null
  const { low, high } = row.interval ?? { low: 0, high: 0 }
  const end = Math.max(worse(row, low), worse(row, high))
  const near = Math.min(ROOM * estimate, end > estimate ? end : Infinity)
  const percent = 100 * Math.max(near, estimate + LEAST_ROOM)
  const step = percent < WHOLE_FROM ? 0.5 : 1
  // No more can be lost than all of it, where higher is better.
  const most = row.better === 'higher' && estimate <= 1 ? 100 : MAX_PERCENT
  // Decimal fractions are not exact in binary: 22.000000000000004 is 22.
  return Math.min(most, Math.ceil(percent / step - 1e-9) * step)
}

/** A metric's name as YAML reads it back, without quotes where it is a word like `time.p99` or `B/op`. */
const plainOrQuoted = (metric: string): string =>
  /^[a-z](?:[\w./-]*\w)?$/i.test(metric) && !YAML_WORDS.has(metric.toLowerCase()) ? metric : quoted(metric)

/** `match` is a glob: a pattern in the name must mean itself. Null for a name that no glob can say. */
function literalGlob(name: string): string | null {
  const pattern = name
    .replace(/[\\*?[\]{}]|^!/g, String.raw`\$&`)
    // Control characters are refused in the file, and any one character may be there instead.
    .replace(/\p{Cc}/gu, '?')
  const stars = pattern.split('*').length - 1
  return pattern.trim() === '' || pattern.length > MAX_PATTERN || stars > MAX_STARS ? null : pattern
}

/**
 * A YAML string in double quotes. Besides what YAML needs, everything is escaped that could end a fenced
 * block, start a comment or tag in Markdown, that a CI runner obeys (`##[`), or that shows something else
 * than what is copied.
 */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[`<>@\u007f-\uffff]|(?<=#)#(?=\[)/g, (c) =>
    SEEN.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Letters and digits that a screen shows. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u
