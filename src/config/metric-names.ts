import { distanceWithin, nearest } from '../model/edit-distance.ts'
import {
  type Better,
  MAX_METRIC_ID,
  PRIMARY,
  SUITE_METRIC_IDS,
  USUAL_METRIC_IDS,
  usualMetric,
} from '../model/metric.ts'
import { metricIdSchema } from '../model/metric-schema.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { type Complaint, listed, quoted } from './config-error.ts'

// Names of metrics are open, since every tool has its own. What is refused is what is certainly a slip.

const KNOWN_IDS: readonly string[] = [...USUAL_METRIC_IDS, PRIMARY]

/** The percentiles of a time that tools report: `time.p90`, `time.p99.9`. */
const PERCENTILE = /^time\.p(1|2\.5|5|10|20|25|30|40|50|60|66|70|75|80|90|95|97\.5|98|99(\.9{1,4})?|100)$/

/** Metrics that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_METRICS: ReadonlySet<string> = new Set(['heap', 'leak', 'gc', 'gc.count', 'gc.pause', 'cpu'])

/** In shorter words two letters make another word: `item` is no misspelt `time`. */
const LONG_WORD = 6

/** What a file says that bears on the meaning of metrics. */
export interface Vocabulary {
  /** From `metrics:`. */
  declared: ReadonlyMap<string, Better>
  /** True when tools are run: what they report is open. */
  hasCommands: boolean
}

/** What the name of any metric must be like; null when it is fit. */
export function checkMetricText(name: string): Complaint | null {
  const remedy = 'Write the name that the tool reports, for example `time`.'
  if (name.trim() === '') return { message: 'the name of the metric is empty', remedy }
  if (name.length > MAX_METRIC_ID)
    return { message: `the name of the metric is longer than ${MAX_METRIC_ID} characters`, remedy }
  return metricIdSchema.safeParse(name).success
    ? null
    : { message: `${quoted(name)} cannot be the name of a metric`, remedy }
}

/** Whether a name is almost certainly not what was meant; null when it may be any tool's own. */
export function checkMetricName(name: string, { declared, hasCommands }: Vocabulary): Complaint | null {
  if (KNOWN_IDS.includes(name) || declared.has(name)) return null
  const own = "If it is a tool's own name, declare it under `metrics:`."
  if (LATER_METRICS.has(name)) {
    const remedy = `The metrics of suites are ${listed(SUITE_METRIC_IDS)}. ${own}`
    return { message: `the metric ${quoted(name)} is not supported yet`, remedy }
  }
  if (name.startsWith('time.')) {
    if (hasCommands && PERCENTILE.test(name)) return null
    return unknown(name, didYouMean(name, SUITE_METRIC_IDS), hasCommands ? own : null)
  }
  const meant = misspelt(name)
  return meant === null ? null : unknown(name, meant, own)
}

function unknown(name: string, meant: string | null, own: string | null): Complaint {
  const remedy =
    meant === null ? `Of a time there are ${listed(SUITE_METRIC_IDS)}.` : `Did you mean \`${meant}\`?`
  return { message: `unknown metric ${quoted(name)}`, remedy: own === null ? remedy : `${remedy} ${own}` }
}

/** The known name that is one slip away, or two where it is long. */
function misspelt(name: string): string | null {
  const word = name.toLowerCase()
  return nearest(KNOWN_IDS, (known) =>
    distanceWithin(known, word, Math.min(word.length, known.length) >= LONG_WORD ? 2 : 1),
  )
}

/** A direction under `metrics:` that Benchgate knows to be otherwise. */
export function checkDirection(name: string, better: Better): Complaint | null {
  if (name === PRIMARY) {
    const message = `\`${PRIMARY}\` stands for the first metric of a benchmark, whichever that is`
    return { message, remedy: 'Name the metric itself.' }
  }
  const known = meaningOf(name, { declared: new Map(), hasCommands: true })
  if (known.better === null || known.better === better) return null
  const message = `\`${name}\` is better when it is ${known.better}, whatever tool reports it`
  return { message, remedy: 'Remove the entry.' }
}

/** What is known of a metric before anything is measured: null is not known. */
export function meaningOf(
  name: string,
  { declared, hasCommands }: Vocabulary,
): { units: readonly string[] | null; better: Better | null } {
  // The first metric of a suite's benchmark is its time; of a tool's it may be any.
  const isTime = PERCENTILE.test(name) || (name === PRIMARY && !hasCommands)
  return usualMetric(isTime ? 'time' : name) ?? { units: null, better: declared.get(name) ?? null }
}
