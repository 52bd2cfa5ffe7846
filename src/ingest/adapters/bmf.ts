import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { isRecord } from '../forms/json.ts'
import { isCounted } from '../../model/unit.ts'
import { bounds, exact, inUnit, type Metric, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { refusal } from '../refusal.ts'

type Measure = Metric & { isExact?: boolean }

/** Measures that Bencher defines, by slug; the file names no units. */
const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['latency', time()],
  ['throughput', THROUGHPUT],
  ['build-time', { id: 'build-time', unit: 'ns', better: 'lower', factor: 1e9 }],
  ['file-size', { id: 'size', unit: 'B', better: 'lower', isExact: true }],
  ['instructions', { id: 'instructions', unit: 'instructions', better: 'lower', isExact: true }],
  ['estimated-cycles', { id: 'estimated-cycles', unit: 'cycles', better: 'lower', isExact: true }],
])

/** What DHAT counts, in its own spelling or as a slug. */
const DHAT =
  /^(?:(?:Total|Max|Final) (?:Bytes|Blocks)|(?:total|at-t-gmax|at-t-end|reads|writes)-(?:bytes|blocks))$/

/**
 * Reads the Bencher Metric Format: benchmark, measure, `{ value, lower_value?, upper_value? }`. Its signature
 * is weak, so it is tried last.
 */
export const bmf = adapter({
  name: 'bmf',
  title: 'Bencher Metric Format: { benchmark: { measure: { value } } }',

  recognises({ json }) {
    if (!isRecord(json)) return false
    const measures = Object.values(json).flatMap((benchmark) =>
      isRecord(benchmark) ? Object.values(benchmark) : [null],
    )
    return measures.length > 0 && measures.every(isMeasure)
  },

  read(input, results) {
    for (const [name, measures] of entriesOf(input, input.json, 'the file')) {
      const metrics = entriesOf(input, measures, JSON.stringify(name.slice(0, 100))).map(
        ([slug, measure]) => {
          if (!isMeasure(measure))
            throw refusal(input, `measure ${JSON.stringify(slug.slice(0, 100))} has no numeric value`)
          return metricOf(slug, measure, () =>
            results.warnings.push(`${name}: ${slug}: its bounds do not hold its value and were left out`),
          )
        },
      )
      results.add({ name, metrics })
    }
  },
})

function metricOf(
  slug: string,
  { value, lower_value: low, upper_value: high }: Value,
  warn: () => void,
): IngestedMetric | null {
  const { isExact = false, ...metric } = measureOf(slug)
  // Bounds are there because it varied.
  if (isExact && low == null && high == null) return exact(metric, value)
  if (low == null || high == null) return summary(metric, 'other', value)
  // Neither an interval nor the extremes by definition; real files have bounds beside the value.
  const holds = low <= value && value <= high
  if (!holds) warn()
  return summary(metric, 'other', value, { spread: holds ? bounds(low, high) : null })
}

/** What is known of a measure: Bencher's own by their slug, DHAT's (`Total Bytes`) by their last word. */
export function measureOf(name: string): Measure {
  const slug = name.slice(0, 200).toLowerCase().replaceAll(/[ _]/g, '-')
  const known = MEASURES.get(slug)
  if (known !== undefined) return known
  if (DHAT.test(name))
    return {
      id: name,
      unit: slug.endsWith('bytes') ? 'B' : 'count',
      better: 'lower',
      isExact: true,
    }
  const counted = inUnit(name)
  if (isCounted(name)) return { id: name, ...counted, isExact: true }
  if (slug.endsWith('-bytes')) return { id: name, unit: 'B', better: 'lower' }
  if (slug.endsWith('-blocks')) return { id: name, unit: 'count', better: 'lower' }
  return { id: name, unit: '', better: null }
}

interface Value {
  value: number
  lower_value?: number | null
  upper_value?: number | null
}

function isMeasure(measure: unknown): measure is Value {
  return (
    isRecord(measure) &&
    typeof measure.value === 'number' &&
    [measure.lower_value, measure.upper_value].every((bound) => bound == null || typeof bound === 'number')
  )
}

function entriesOf(input: Input, value: unknown, what: string): [string, unknown][] {
  if (!isRecord(value)) throw refusal(input, `${what} is no object of the Bencher Metric Format`)
  return Object.entries(value)
}
