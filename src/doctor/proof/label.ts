import type { Row } from '../../model/assessment.ts'

/** A row as sentences call it: the metric only where it is not the usual one. */
export const labelOf = ({ benchmark, metric }: Pick<Row, 'benchmark' | 'metric'>): string =>
  metric === 'time' ? benchmark : `${benchmark} · ${metric}`
