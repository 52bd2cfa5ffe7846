import { type Metric, usualMetric } from './metric.ts'
import { isTimed, unitKind, unitOf } from './unit.ts'

/**
 * What a metric says of itself that cannot be, as the end of a sentence about it; null: nothing. What is
 * known by its name is measured in the units that are known of it; a unit of which nothing is known may mean
 * the same in other words, and so may a bare count.
 */
export function contradictionIn({ id, unit, exact }: Omit<Metric, 'better'>): string | null {
  if (exact && isTimed(unit)) return `is called exact, and ${unitOf(unit).called ?? unit} is not`
  const known = usualMetric(id)
  const kind = unitKind(unit)
  if (known === null || kind === 'other' || kind === 'count' || known.units.includes(unit)) return null
  return `is in ${unit}, and what has this name is measured in ${known.units.join(' or ')}: give it a name of its own`
}
