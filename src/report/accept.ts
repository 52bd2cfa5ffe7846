import type { Row } from '../model/assessment.ts'
import { rankOf, worse, worsening } from './change.ts'

// What the config file takes, from which a line that works must not stray.
const MAX_PATTERN = 512
const MAX_STARS = 16
const MAX_PERCENT = 999
/** What some version of YAML reads as something else than text. */
const YAML_WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/**
 * The entry of `accepted:` that lets a regression pass, ready to copy. Its ceiling is the next whole percent above the
 * measured interval, so that the same change measured again stays below it. Null where nothing can be accepted.
 */
export function acceptEntry(row: Row): string | null {
  if (row.verdict !== 'regression') return null
  const match = literalGlob(row.benchmark)
  const ceiling = ceilingOf(row)
  if (match === null || ceiling === null) return null
  return `- { match: ${quoted(match)}, metric: ${plainOrQuoted(row.metric)}, up-to: ${ceiling}%, reason: "why it is worth it" }`
}

function ceilingOf(row: Row): number | null {
  // Above zero there is no ratio, and any ceiling accepts it: the lowest does not outlast this change.
  if (rankOf(row) === Infinity) return 1
  const estimate = worsening(row)
  if (estimate === null || estimate <= 0 || estimate * 100 >= MAX_PERCENT) return null
  const ends = row.interval === null ? [] : [worse(row, row.interval.low), worse(row, row.interval.high)]
  return Math.min(MAX_PERCENT, Math.floor(Math.max(estimate, ...ends) * 100) + 1)
}

/** A metric's name as YAML reads it back, without quotes where it is a word like `time.p99`, `hit-rate` or `B/op`. */
const plainOrQuoted = (metric: string): string =>
  /^[a-z](?:[\w./-]*\w)?$/i.test(metric) && !YAML_WORDS.has(metric.toLowerCase()) ? metric : quoted(metric)

/** `match` is a glob: what would be a pattern in the name must stand for itself. Null for a name that no glob can say. */
function literalGlob(name: string): string | null {
  const pattern = name
    .replace(/[\\*?[\]{}]|^!/g, String.raw`\$&`)
    // Control characters are refused in the file, and any one character may stand in for them.
    .replace(/\p{Cc}/gu, '?')
  const stars = pattern.split('*').length - 1
  return pattern.trim() === '' || pattern.length > MAX_PATTERN || stars > MAX_STARS ? null : pattern
}

/**
 * A YAML string in double quotes. Besides what YAML needs, everything is escaped that could end a fenced block, start a
 * comment or tag in Markdown, that a CI runner obeys (`##[`), or that shows something else than what is copied.
 */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[`<>@\u007f-\uffff]|(?<=#)#(?=\[)/g, (c) =>
    SEEN.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Letters and digits that a screen shows. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u
