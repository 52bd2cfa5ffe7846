import type { Assessment, Row } from '../../model/assessment.ts'
import { formatLimit, plural, scaleOf } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { forMermaid } from '../text/for-mermaid.ts'
import { outside, words } from '../text/outside.ts'
import { rankOf } from '../view/change.ts'
import { SECTIONS, sectionsOf } from '../view/sections.ts'

/** Earlier runs that a chart draws; with base and head their labels still stand side by side. */
const DRAWN = 20
/** Part of the largest value that the vertical axis spans at least: less is noise, and no cliff. */
const MIN_SPAN = 0.1
/** Room above and below, as a part of what the values span. */
const MARGIN = 0.15
/** Above it a number is written with an exponent, which Mermaid does not read. */
const MAX_NUMBER = 1e15

const LABELS: Record<Assessment['command'], Record<'base' | 'head' | 'both' | 'alone', string>> = {
  check: { base: 'base', head: 'PR', both: 'then base and PR', alone: 'then PR' },
  compare: { base: 'base', head: 'head', both: 'then base and head', alone: 'then head' },
  record: {
    base: 'old',
    head: 'new',
    both: 'then the parent (old) and this commit (new)',
    alone: 'then this commit (new)',
  },
}

/** Mermaid's own first colour is next to white. These are seen on white and on black. */
const COLOURS = [
  '---',
  'config:',
  '  themeVariables:',
  '    xyChart:',
  '      plotColorPalette: "#0969da, #cf222e"',
  '---',
]

/**
 * A Mermaid chart of the worst row that earlier runs know, oldest first: a line of values, and a level line
 * where there is a fail level. Null where no row has a history that can be drawn.
 */
export function chartOf(a: Assessment): string | null {
  const row = worstWithHistory(a)
  if (row === null) return null
  const labels = LABELS[a.command]
  // A stored baseline is one of the earlier runs.
  const base = a.baseline.kind === 'stored' ? null : row.base.value
  const earlier = row.history.slice(-DRAWN)
  const points = [
    ...earlier.map((value, i) => ({ label: `${i + 1}`, value })),
    ...(base === null ? [] : [{ label: labels.base, value: base }]),
    ...(row.head.value === null ? [] : [{ label: labels.head, value: row.head.value }]),
  ]
  const level = failLevel(row, a)
  const axis = axisOf([...points.map(({ value }) => value), ...(level === null ? [] : [level])], row.unit)
  if (axis === null) return null
  const { number, low, high, symbol } = axis
  const [name, metric] = [outside('name', row.benchmark), outside('metric', row.metric)]
  const runs = plural(earlier.length, 'earlier run')
  const then = base === null ? labels.alone : labels.both
  const unit = symbol === '%' ? 'percent' : outside('quantity', symbol)
  const limit =
    level !== null && forMarkdown(outside('quantity', formatLimit(Number(level.toPrecision(3)), row.unit)))
  return [
    `**History of ${forMarkdown(name)}** (${forMarkdown(metric)}): ${runs} of the default branch, ${then}.` +
      `${level === null ? '' : ` The level line is where it fails, ${limit}.`} ` +
      'Earlier runs were other jobs, on whatever machines they had.',
    '',
    '```mermaid',
    ...COLOURS,
    'xychart-beta',
    `  title "${forMermaid(name)}"`,
    `  x-axis "${runs}, ${then}" [${points.map(({ label }) => `"${label}"`).join(', ')}]`,
    `  y-axis "${forMermaid(symbol === '' ? metric : words`${metric} in ${unit}`)}" ${number(low)} --> ${number(high)}`,
    `  line "measured" [${points.map(({ value }) => number(value)).join(', ')}]`,
    ...(level === null ? [] : [`  line "fail level" [${points.map(() => number(level)).join(', ')}]`]),
    '```',
  ].join('\n')
}

/** The first in the order of a report; among those listed by name, the one that got worse the most. */
function worstWithHistory(a: Assessment): Row | null {
  const sections = sectionsOf(a)
  for (const section of SECTIONS) {
    const known = sections[section].filter(({ history, head }) => history.length > 0 && head.value !== null)
    if (section === 'unchanged') known.sort((one, other) => rankOf(other) - rankOf(one) || 0)
    if (known[0] !== undefined) return known[0]
  }
  return null
}

/** The value at which head fails: the limit that it broke, else the relative one, else an absolute one. */
function failLevel({ budget, base, better, verdict }: Row, { baseline }: Assessment): number | null {
  const absolute = budget?.max?.fail ?? budget?.min?.fail ?? null
  const change = budget?.maxRegression?.fail ?? null
  const relative =
    // No change against a run of another job fails.
    change === null || base.value === null || baseline.kind === 'stored'
      ? null
      : base.value * (better === 'lower' ? 1 + change : 1 - change)
  return verdict === 'over-budget' ? (absolute ?? relative) : (relative ?? absolute)
}

/** Decimal numbers of one unit, with four digits of the largest; null where that cannot be done. */
function axisOf(values: readonly number[], unit: string) {
  const greatest = Math.max(...values)
  const least = Math.min(...values)
  const { factor, symbol } = scaleOf(greatest, unit)
  if (!(greatest > 0) || least < 0 || greatest / factor >= MAX_NUMBER) return null
  const middle = (greatest + least) / 2
  const reach = Math.max(greatest - least, MIN_SPAN * greatest) * (0.5 + MARGIN)
  const decimals = Math.min(9, Math.max(0, 3 - Math.floor(Math.log10(greatest / factor))))
  const number = (value: number) => (value / factor).toFixed(decimals)
  const low = Math.max(0, middle - reach)
  const high = middle + reach
  return number(low) === number(high) ? null : { symbol, low, high, number }
}
