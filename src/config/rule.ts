import { METRICS, METRIC_IDS, type MetricId } from '../model/metric.ts'
import { type Complaint, quoted } from './problem.ts'
import { DIMENSION_WORDS, type Quantity, parseQuantity } from './quantity.ts'

const LIMITS = ['max-regression', 'max', 'min', 'min-improvement'] as const
type Limit = (typeof LIMITS)[number]
type Level = 'warn' | 'fail'

interface Finding {
  /** Below the rule: a key, and a level inside it. */
  path: string[]
  complaint: Complaint
}

/** A level as written; `path` is empty for a single value. */
interface WrittenLevel {
  path: Level[]
  text: string
  quantity: Quantity
}

/**
 * What the fields of one budget rule must be to one another. The fields are as the user wrote them: one that is wrong by
 * itself has been reported already and is passed over. A `misspelt` rule has unknown keys, so nothing in it is called empty.
 */
export function checkRule(rule: object, misspelt: boolean): Finding[] {
  const fields = new Map<string, unknown>(Object.entries(rule))
  const limits = LIMITS.filter((limit) => fields.get(limit) !== undefined)
  const metric = fields.get('metric')
  const findings: Finding[] = []

  if (limits.length === 0 && fields.get('severity') === undefined && !misspelt) {
    findings.push({
      path: [],
      complaint: {
        message: 'this rule sets neither a limit nor a severity',
        remedy: 'Add for example `max-regression: 5%`, or remove the rule.',
      },
    })
  }
  if (limits[0] !== undefined && metric === undefined) {
    const complaint = {
      message: `\`${limits[0]}\` needs a metric`,
      remedy: 'Add for example `metric: time`.',
      about: 'key' as const,
    }
    findings.push({ path: [limits[0]], complaint })
  }
  for (const limit of limits) {
    const value = fields.get(limit)
    if (!misspelt) findings.push(...checkNotEmpty(limit, value))
    const levels = writtenLevels(value)
    findings.push(...checkOrder(limit, levels))
    if (isMetric(metric) && (limit === 'max' || limit === 'min'))
      findings.push(...checkAbsolute(limit, levels, metric))
  }
  return findings
}

const isMetric = (value: unknown): value is MetricId => METRIC_IDS.includes(value as MetricId)

const isMap = (value: unknown): value is Partial<Record<Level, unknown>> =>
  typeof value === 'object' && value !== null

function writtenLevels(value: unknown): WrittenLevel[] {
  const written: [Level[], unknown][] = isMap(value)
    ? [
        [['warn'], value.warn],
        [['fail'], value.fail],
      ]
    : [[[], value]]
  return written.flatMap(([path, text]) => {
    const quantity = typeof text === 'string' ? parseQuantity(text) : null
    return typeof text === 'string' && quantity !== null ? [{ path, text, quantity }] : []
  })
}

function checkNotEmpty(limit: Limit, value: unknown): Finding[] {
  if (!isMap(value) || Array.isArray(value) || Object.keys(value).length > 0) return []
  return [
    {
      path: [limit],
      complaint: { message: `\`${limit}\` has no level`, remedy: 'Write `warn`, `fail` or both.' },
    },
  ]
}

/** Whether the bigger value of such a limit is the more lenient one. */
const bigIsLenient = (limit: Limit): boolean => limit === 'max-regression' || limit === 'max'

function checkOrder(limit: Limit, levels: readonly WrittenLevel[]): Finding[] {
  const [warn, fail] = levels
  if (warn === undefined || fail === undefined || warn.quantity.dimension !== fail.quantity.dimension)
    return []
  const late = bigIsLenient(limit)
    ? warn.quantity.value > fail.quantity.value
    : warn.quantity.value < fail.quantity.value
  if (!late) return []
  const complaint = {
    message: `the warning at ${quoted(warn.text)} would come after the failure at ${quoted(fail.text)}`,
    remedy: `Warn ${bigIsLenient(limit) ? 'below' : 'above'} ${fail.text}, or swap the two.`,
  }
  return [{ path: [limit, 'warn'], complaint }]
}

function checkAbsolute(limit: 'max' | 'min', levels: readonly WrittenLevel[], metric: MetricId): Finding[] {
  const { better, unit } = METRICS[metric]
  const dimension = unit === 'ns' ? 'time' : 'rate'
  const wrong = levels.filter(
    ({ quantity }) => quantity.dimension !== dimension && quantity.dimension !== 'percentage',
  )
  if (wrong.length > 0) {
    return wrong.map(({ path, text, quantity }) => ({
      path: [limit, ...path],
      complaint: {
        message: `${quoted(text)} is ${DIMENSION_WORDS[quantity.dimension]}, and \`${metric}\` is measured in ${unit}`,
        remedy:
          dimension === 'time'
            ? 'Write for example 10 ms, or limit `throughput`.'
            : 'Write for example 50 kops/s, or limit `time`.',
      },
    }))
  }
  const sensible = better === 'lower' ? 'max' : 'min'
  if (limit === sensible) return []
  const complaint = {
    message: `\`${limit}\` of \`${metric}\` would fail benchmarks for being fast`,
    remedy: `${better === 'lower' ? 'Lower' : 'Higher'} is better here: the limit is called \`${sensible}\`.`,
    about: 'key' as const,
  }
  return [{ path: [limit], complaint }]
}
