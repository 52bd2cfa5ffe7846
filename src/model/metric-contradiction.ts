import { type Metric, usualMetric } from './metric.ts'
import { isTimed, unitKind, unitOf } from './unit.ts'

/**
 * What is wrong with the unit of a metric that is known by its name, as the end of a sentence; null: nothing.
 * A unit of which nothing is known may mean the same in other words, and so may a bare count.
 */
export function foreignUnit({ id, unit }: Pick<Metric, 'id' | 'unit'>): string | null {
  const known = usualMetric(id)
  const kind = unitKind(unit)
  if (known === null || kind === 'other' || kind === 'count' || known.units.includes(unit)) return null
  return `is in ${unit}, and what has this name is measured in ${known.units.join(' or ')}: give it a name of its own`
}

/** What a metric says of itself that cannot be; null: nothing. */
export const contradictionIn = (metric: Omit<Metric, 'better'>): string | null =>
  metric.exact && isTimed(metric.unit)
    ? `is called exact, and ${unitOf(metric.unit).called ?? metric.unit} is not`
    : foreignUnit(metric)
