import type { IngestedMetric } from '../../model/result-file.ts'
import { normalUnit } from '../../model/units.ts'

/** What a number amounts to of which a file says nothing but its unit, in whatever spelling. */
export function valueMetric(
  unit: string,
): Pick<IngestedMetric, 'id' | 'unit' | 'better'> & { factor?: number } {
  const normal = normalUnit(unit)
  if (normal === null) return { id: 'value', unit, better: null }
  if (normal.unit === 'ns') return { id: 'time', ...normal }
  if (normal.unit === 'ops/s') return { id: 'throughput', ...normal }
  // Bytes can be memory that is used or memory that is free; bytes a call are used.
  const isOpen = normal.unit === 'B' && !unit.includes('/')
  return { id: 'value', ...normal, better: isOpen ? null : normal.better }
}
