import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { linesOf } from '../forms/lines.ts'
import { inUnit, type Metric, numberIn, summary } from '../forms/metrics.ts'
import { keyOf } from '../forms/names.ts'
import { unitKind } from '../../model/unit.ts'

const MAX_LINE = 100_000
const DISTRIBUTIONS: ReadonlySet<string> = new Set(['histogram', 'summary', 'gaugehistogram'])
/** Types whose samples are texts in the form of numbers. */
const WITHOUT_VALUES: ReadonlySet<string> = new Set(['info', 'stateset'])

interface Family {
  type: string | null
  unit: string | null
}

/** One line of numbers. */
interface Sample {
  name: string
  labels: Map<string, string>
  written: string
}

/** The samples of one family with the same labels but `le` and `quantile`. */
interface Series {
  family: string
  labels: Map<string, string>
  value: number | null
  sum: number | null
  count: number | null
  quantiles: Map<string, number>
  /** The first that stands for a number and is none. */
  unreadable: string | null
  /** More than one number for the same thing. */
  repeats: number
}

/**
 * Reads the text formats of OpenMetrics and Prometheus: a benchmark is a family with its labels. Histograms
 * and summaries give their mean (sum by count). Of all but durations nothing in the file says whether more is
 * better: a config has to.
 */
export const openmetrics = adapter({
  name: 'openmetrics',
  title: 'OpenMetrics or Prometheus text, as /metrics serves it',
  empty: 'it holds no sample of OpenMetrics or Prometheus',

  recognises: ({ text }) => /^\s*# (HELP|TYPE|UNIT) [^\s{}"]+/.test(text.slice(0, 2000)),

  read(input, results) {
    const families = new Map<string, Family>()
    const series = new Map<string, Series>()
    for (const line of linesOf(input.text, Infinity)) {
      if (line.startsWith('#')) readComment(line, families)
      else if (line.trim() !== '') {
        const sample = line.length > MAX_LINE ? null : parseSample(line)
        if (sample === null) results.unread.add('form', line)
        else addSample(sample, families, series)
        results.checkCount(series.size)
      }
    }
    for (const one of series.values()) {
      const family = families.get(one.family) ?? { type: null, unit: null }
      const name = family.type === 'counter' ? one.family.replace(/_total$/, '') : one.family
      const place = { name, params: Object.fromEntries(one.labels) }
      if (one.repeats > 0) {
        const key = keyOf([name], place.params)
        results.warnings.push(`${key}: ${one.repeats} numbers stand twice; the last one counts`)
      }
      if (one.unreadable !== null) results.add(results.unreadable(place, one.unreadable))
      else if (DISTRIBUTIONS.has(family.type ?? '') && one.count === 0)
        results.add({ ...place, status: 'skipped', message: 'nothing was observed' })
      else results.add({ ...place, metrics: metricsOf(one, name, family) })
    }
  },
})

function readComment(line: string, families: Map<string, Family>): void {
  const match = /^# (TYPE|UNIT) (\S+) (\S+)\s*$/.exec(line.slice(0, MAX_LINE))
  if (match === null) return
  const [, what, name, word] = match
  const family = entryOf(families, name!.replace(/^"|"$/g, ''), (): Family => ({ type: null, unit: null }))
  if (what === 'TYPE') family.type = word!
  else family.unit = word!
}

function addSample(sample: Sample, families: ReadonlyMap<string, Family>, series: Map<string, Series>): void {
  const { family, part } = partOf(sample.name, families)
  if (part === 'skip' || WITHOUT_VALUES.has(families.get(family)?.type ?? '')) return
  const isDistribution = DISTRIBUTIONS.has(families.get(family)?.type ?? '')
  const labels = new Map(sample.labels)
  const quantile = isDistribution ? labels.get('quantile') : undefined
  if (isDistribution) for (const own of ['quantile', 'le']) labels.delete(own)
  const id = JSON.stringify([family, ...labels])
  const none = { value: null, sum: null, count: null, unreadable: null, repeats: 0 }
  const one = entryOf(series, id, () => ({ family, labels, ...none, quantiles: new Map<string, number>() }))
  const value = numberOf(sample.written)
  if (value === null) one.unreadable ??= sample.written
  else if (quantile !== undefined) {
    if (one.quantiles.has(quantile)) one.repeats++
    one.quantiles.set(quantile, value)
  } else {
    if (one[part] !== null) one.repeats++
    one[part] = value
  }
}

type Part = 'value' | 'sum' | 'count' | 'skip'

/**
 * Which family a sample belongs to, as what; a suffix counts only behind the name of a family of its type.
 */
function partOf(name: string, families: ReadonlyMap<string, Family>): { family: string; part: Part } {
  const under = name.lastIndexOf('_')
  const [stem, suffix] = [name.slice(0, under), name.slice(under + 1)]
  const stemType = families.get(stem)?.type ?? ''
  if (DISTRIBUTIONS.has(stemType)) {
    if (suffix === 'sum' || suffix === 'gsum') return { family: stem, part: 'sum' }
    if (suffix === 'count' || suffix === 'gcount') return { family: stem, part: 'count' }
    if (suffix === 'bucket') return { family: stem, part: 'skip' }
  }
  if (suffix === 'created' && stemType !== '') return { family: stem, part: 'skip' }
  if (suffix === 'info' && stemType === 'info') return { family: stem, part: 'skip' }
  // OpenMetrics calls a counter's family x and its sample x_total, Prometheus both x_total.
  if (suffix === 'total' && stemType === 'counter') return { family: stem, part: 'value' }
  return { family: name, part: 'value' }
}

function metricsOf(series: Series, name: string, family: Family): (IngestedMetric | null)[] {
  const word = family.unit ?? name.slice(name.lastIndexOf('_') + 1)
  // A short word (`s`, `min`, `h`) at the end of a name is hardly a unit: base units are written out. A word
  // that is no unit says nothing.
  const { unit, factor } = inUnit(word.length > 4 ? word : '', '')
  // What is observed in seconds are durations.
  const isDistribution = DISTRIBUTIONS.has(family.type ?? '')
  const isTime = isDistribution && unitKind(unit) === 'time'
  const id = isTime ? 'time' : 'value'
  const metric: Metric = { id, unit, factor, better: isTime ? 'lower' : null }
  const { sum, count, quantiles, value } = series
  return [
    isDistribution && sum !== null && count !== null ? summary(metric, 'mean', sum / count, { count }) : null,
    ...[...quantiles].map(([quantile, value]) => {
      const percent = Number((Number(quantile) * 100).toPrecision(10))
      return summary({ ...metric, id: `${id}.p${percent}` }, percent === 50 ? 'median' : 'other', value)
    }),
    numberIn(word, metric, value),
  ]
}

const TEXT = String.raw`"([^"\\]*(?:\\[^][^"\\]*)*)"`
/** In the braces: a label with its text, or a text alone, which is the name. */
const LABEL = new RegExp(String.raw`[ ,]*(?:${TEXT}|([^\s"=,{}]+))(?: *= *${TEXT})?`, 'y')

/**
 * `name{label="text",…} number [timestamp] [# exemplar]`, also with the name as a text in the braces; null:
 * it is none.
 */
function parseSample(line: string): Sample | null {
  const start = /^\s*([^\s{}"=,]*) *(\{)?/.exec(line)!
  let end = start[0].length
  let name = start[1]!
  const labels = new Map<string, string>()
  if (start[2] !== undefined) {
    LABEL.lastIndex = end
    for (let found = LABEL.exec(line); found !== null; found = LABEL.exec(line)) {
      end = LABEL.lastIndex
      const [, quoted, bare, text] = found
      const label = bare ?? unescaped(quoted!)
      if (text === undefined && quoted !== undefined) name = label
      else if (text === undefined || label === '') return null
      else labels.set(label, unescaped(text))
    }
    const close = /^[ ,]*\}/.exec(line.slice(end))
    if (close === null) return null
    end += close[0].length
  }
  const written = /^\s*(\S+)(?:\s+[+-]?[\d.]+(?:e[+-]?\d+)?)?\s*(?:#.*)?$/i.exec(line.slice(end))?.[1]
  return name === '' || written === undefined ? null : { name, labels, written }
}

const unescaped = (text: string): string =>
  text.replace(/\\([^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

function numberOf(word: string): number | null {
  if (/^[+-]?inf(inity)?$/i.test(word)) return word.startsWith('-') ? -Infinity : Infinity
  if (/^nan$/i.test(word)) return Number.NaN
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : null
}
