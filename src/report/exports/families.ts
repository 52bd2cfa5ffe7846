import { type BenchmarkKey, nameText } from '../../model/benchmark.ts'
import { unitOf } from '../../model/unit.ts'
import { plainNumber } from '../quantity.ts'
import { forOpenMetrics } from '../text/for-openmetrics.ts'
import { outside, type Outside } from '../text/outside.ts'

// One text for OpenMetrics and for the older format of Prometheus, which node_exporter reads from files: for
// it `# UNIT` and `# EOF` are comments. It knows no type `info`, and refuses a file with a timestamp, so all
// is a gauge, and nothing has a time. HELP depends on the name alone, since node_exporter refuses two texts
// for one metric.

/** Labels by name; a text of ours is one of few words. Empty ones are left out, which means the same. */
export type Labels = Readonly<Record<string, string | Outside>>

export interface Sample {
  labels: Labels
  value: number
}

/** All samples of one name. */
export interface Family {
  name: string
  help: string
  /** The end of the name, where that is a unit. */
  unit: string | null
  samples: readonly Sample[]
}

export const family = (
  name: string,
  help: string,
  samples: readonly Sample[],
  unit: string | null = null,
): Family => ({ name: `benchgate_${name}`, help, unit, samples })

/** The text of some families. Of one without a sample nothing is written, nor a value that is no number. */
export const openMetricsText = (families: readonly Family[]): string =>
  [
    ...families
      .map((one) => ({ ...one, samples: one.samples.filter(({ value }) => Number.isFinite(value)) }))
      .filter(({ samples }) => samples.length > 0)
      .flatMap(linesOf),
    '# EOF',
    '',
  ].join('\n')

const linesOf = ({ name, help, unit, samples }: Family): string[] => [
  `# TYPE ${name} gauge`,
  ...(unit === null ? [] : [`# UNIT ${name} ${unit}`]),
  `# HELP ${name} ${help}`,
  ...samples.map(({ labels, value }) => `${name}${labelsText(labels)} ${plainNumber(value)}`),
]

function labelsText(labels: Labels): string {
  const texts = Object.entries(labels).map(([name, value]) => {
    const of = typeof value === 'string' ? outside('label', value) : value
    return of.text === '' ? null : `${name}=${forOpenMetrics(of)}`
  })
  const written = texts.filter((text) => text !== null)
  return written.length === 0 ? '' : `{${written.join(',')}}`
}

/** The labels of one metric of a benchmark. */
export const labelsOfBenchmark = ({ suite, name, occurrence }: BenchmarkKey, metric: string): Labels => ({
  suite: outside('place', suite),
  benchmark: outside('name', nameText(name, occurrence)),
  metric: outside('metric', metric),
})

/** A value of one metric, in its unit. */
export interface Quantity extends Sample {
  unit: string
}

/**
 * Values in base units, a family for each of these. What has no base unit, such as a count or a unit of a
 * tool's own, is one family more, with the unit as a label.
 */
export function quantities(values: readonly Quantity[]): Family[] {
  const byName = Map.groupBy(values, ({ unit }) => unitOf(unit).base?.called ?? null)
  return [...byName].map(([called, alike]) => {
    const base = unitOf(alike[0]!.unit).base
    const samples = alike.map(({ labels, unit, value }) =>
      base === null
        ? { labels: { ...labels, unit: outside('quantity', unit) }, value }
        : { labels, value: value / base.factor },
    )
    return called === null || base === null
      ? family('benchmark_value', 'Measured value of a metric, in the unit of its label.', samples)
      : family(
          `benchmark_${called}`,
          `Measured value of a metric, in ${base.unit.replaceAll('_', ' ')}.`,
          samples,
          base.unit,
        )
  })
}

/** A relative change of one metric, with its interval. */
export interface Change {
  labels: Labels
  effect: number
  interval: { low: number; high: number } | null
}

/** Changes as three families: new / old - 1, and the ends of their intervals. */
export function changes(all: readonly Change[]): Family[] {
  const ends = all.flatMap(({ labels, interval }) => (interval === null ? [] : [{ labels, ...interval }]))
  return [
    family(
      'benchmark_change_ratio',
      'Change against the base or parent commit: new / old - 1.',
      all.map(({ labels, effect: value }) => ({ labels, value })),
      'ratio',
    ),
    family(
      'benchmark_change_lower_ratio',
      'Lower end of the interval of the change.',
      ends.map(({ labels, low: value }) => ({ labels, value })),
      'ratio',
    ),
    family(
      'benchmark_change_upper_ratio',
      'Upper end of the interval of the change.',
      ends.map(({ labels, high: value }) => ({ labels, value })),
      'ratio',
    ),
  ]
}
