import { type Assessment, type Row, runIn } from '../../model/assessment.ts'
import { formatLimit, plural, scaleOf } from '../quantity.ts'
import { outside, type Words, words } from '../text/outside.ts'
import { rankOf } from './change.ts'
import { keyOfRow, labelsOf } from './labels.ts'
import { metricText } from './row-view.ts'
import { SECTIONS, sectionsOf } from './sections.ts'

/** Earlier runs that a chart draws; with base and head their labels still stand side by side. */
const DRAWN = 20
/**
 * Part of the largest value that the vertical axis spans at least: what is less is noise, and must not look
 * like a cliff.
 */
const MIN_SPAN = 0.1
/** Room above and below, as a part of what the values span. */
const MARGIN = 0.15
/** Above it a number is written with an exponent, which Mermaid does not read. */
const MAX_NUMBER = 1e15

const LABELS: Record<
  Assessment['command'],
  Record<'base' | 'head' | 'words' | 'alone' | 'failing', string>
> = {
  check: { base: 'base', head: 'PR', words: 'then base and PR', alone: 'then PR', failing: 'it fails' },
  compare: {
    base: 'base',
    head: 'head',
    words: 'then base and head',
    alone: 'then head',
    failing: 'it fails',
  },
  record: {
    base: 'old',
    head: 'new',
    words: 'then the parent (old) and this commit (new)',
    alone: 'then this commit (new)',
    // A push never does.
    failing: 'a pull request would fail',
  },
}

/**
 * What is drawn of the worst row that earlier runs know, oldest first: a line of values, and a level line
 * where there is a fail level. Numbers are decimal, in the unit of the axis. Null where no row has a history
 * that can be drawn.
 */
export function chartFor(a: Assessment) {
  const row = worstWithHistory(a)
  if (row === null) return null
  const { base, head, ...labels } = LABELS[a.command]
  // A run that stands in for base is one of the earlier ones.
  const baseValue = runIn(a.baseline) !== null ? null : row.base.value
  const earlier = row.history.slice(-DRAWN)
  const points = [
    ...earlier.map((value, i) => ({ label: `${i + 1}`, value })),
    { label: base, value: baseValue },
    { label: head, value: row.head.value },
  ].filter((point): point is { label: string; value: number } => point.value !== null)
  const level = failLevel(row, a)
  const axis = axisOf([...points.map(({ value }) => value), ...(level === null ? [] : [level])], row.unit)
  if (axis === null) return null
  const { number, low, high, symbol } = axis
  return {
    name: outside('name', labelsOf(a.rows.map(keyOfRow))(keyOfRow(row))),
    metric: metricText(row.metric, a),
    runs: plural(earlier.length, 'earlier run'),
    words: baseValue === null ? labels.alone : labels.words,
    labels: points.map(({ label }) => label),
    values: points.map(({ value }) => number(value)),
    level:
      level === null
        ? null
        : {
            number: number(level),
            where: labels.failing,
            quantity: outside('quantity', formatLimit(Number(level.toPrecision(3)), row.unit)),
          },
    axis: { low: number(low), high: number(high), unit: unitWords(symbol) },
  }
}

/**
 * The first by the order in which a report tells of them; among those that are listed by name, the one that
 * got worse the most.
 */
function worstWithHistory(a: Assessment): Row | null {
  const sections = sectionsOf(a)
  for (const section of SECTIONS) {
    const known = sections[section].filter(({ history, head }) => history.length > 0 && head.value !== null)
    const gravest = [...known].sort((one, other) => rankOf(other) - rankOf(one) || 0)
    const worst = section === 'unchanged' ? gravest[0] : known[0]
    if (worst !== undefined) return worst
  }
  return null
}

/** The value at which head fails: the limit that it broke, else the relative one, else an absolute one. */
function failLevel({ budget, base, better, verdict }: Row, { baseline }: Assessment): number | null {
  const absolute = budget?.max?.fail ?? budget?.min?.fail ?? null
  const change = budget?.maxRegression?.fail ?? null
  const relative =
    // No change against a run of another job fails.
    change === null || base.value === null || runIn(baseline) !== null
      ? null
      : base.value * (better === 'lower' ? 1 + change : 1 - change)
  return verdict === 'over-budget' ? (absolute ?? relative) : (relative ?? absolute)
}

/**
 * Writes values as decimal numbers of one unit, with four digits of the largest; null where that cannot be
 * done.
 */
function axisOf(values: readonly number[], unit: string) {
  const greatest = Math.max(...values)
  const least = Math.min(...values)
  const { factor, symbol } = scaleOf(greatest, unit)
  if (!(greatest > 0) || least < 0 || greatest / factor >= MAX_NUMBER) return null
  const span = Math.max(greatest - least, MIN_SPAN * greatest)
  const middle = (greatest + least) / 2
  const reach = span * (0.5 + MARGIN)
  const decimals = Math.min(9, Math.max(0, 3 - Math.floor(Math.log10(greatest / factor))))
  const number = (value: number) => (value / factor).toFixed(decimals)
  const low = Math.max(0, middle - reach)
  const high = middle + reach
  return number(low) === number(high) ? null : { symbol, low, high, number }
}

function unitWords(symbol: string): Words {
  if (symbol === '') return []
  return words` in ${symbol === '%' ? 'percent' : outside('quantity', symbol)}`
}
