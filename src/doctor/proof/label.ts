import type { Row } from '../../model/assessment.ts'
import { forTerminal } from '../../report/text/for-terminal.ts'
import { outside } from '../../report/text/outside.ts'

/** The name of a benchmark in a sentence: on one line, and not too long for it. */
export const nameIn = (name: string): string => forTerminal(outside('name', name))

/** A suite in a sentence. */
export const suiteIn = (suite: string): string => forTerminal(outside('place', suite))

/** A row as sentences call it: the metric only where it is not the usual one. */
export const labelOf = ({ benchmark, metric }: Pick<Row, 'benchmark' | 'metric'>): string =>
  metric === 'time' ? nameIn(benchmark) : `${nameIn(benchmark)} · ${forTerminal(outside('metric', metric))}`
