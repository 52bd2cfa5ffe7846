import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { at, isRecord } from '../forms/json.ts'
import { isCounted } from '../../model/unit.ts'
import { bounds, exact, inUnit, type Metric, numeric, summary, THROUGHPUT, time } from '../forms/metrics.ts'
import { failureFor, reasonFor } from '../forms/unread.ts'
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
    // One odd measure does not make it another file; a single one that is right says little.
    const right = measures.filter((measure) => measureIn(measure) !== null).length
    return right > 0 && right * 2 >= measures.length
  },

  read(input, results) {
    for (const [name, measures] of entriesOf(input, input.json, 'the file')) {
      const metrics: (IngestedMetric | null)[] = []
      let message: string | null = null
      for (const [slug, written] of entriesOf(input, measures, JSON.stringify(name.slice(0, 100)))) {
        const measure = measureIn(written)
        if (measure === null) {
          results.unread.add(reasonFor(at(written, 'value')), `${name}: ${slug}`)
          message ??= failureFor(at(written, 'value') ?? null)
        } else
          metrics.push(
            metricOf(slug, measure, () =>
              results.warnings.push(`${name}: ${slug}: its bounds do not hold its value and were left out`),
            ),
          )
      }
      results.add({ name, metrics, message })
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
  lower_value: number | null
  upper_value: number | null
}

/** A measure with a number; null for anything else. */
function measureIn(written: unknown): Value | null {
  const value = numeric(at(written, 'value'))
  const [lower_value = null, upper_value = null] = ['lower_value', 'upper_value'].map((name) => {
    const bound = at(written, name)
    return bound == null ? null : numeric(bound)
  })
  return [value, lower_value, upper_value].some(Number.isNaN) ? null : { value, lower_value, upper_value }
}

function entriesOf(input: Input, value: unknown, what: string): [string, unknown][] {
  if (!isRecord(value)) throw refusal(input, `${what} is no object of the Bencher Metric Format`)
  return Object.entries(value)
}
