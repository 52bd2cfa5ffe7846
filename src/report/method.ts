import type { Assessment } from '../model/assessment.ts'
import { formatSeconds, plural } from './quantity.ts'

const PAIRS_PER_BLOCK = 4

const STOPPED: Record<Assessment['summary']['stoppedBy'], string> = {
  decided: 'stopped when every comparison was decided',
  'max-pairs': 'stopped at the largest number of pairs',
  'time-limit': 'stopped by the time limit',
}

/** How much was measured: processes, pairs, blocks, wall time and why it ended. */
export function effortWords({ summary }: Assessment): string {
  const { processes, pairs, seconds, secondsInBenchmarks, stoppedBy } = summary
  const blocks = plural(Math.ceil(pairs / PAIRS_PER_BLOCK), 'block')
  const most = pairs === 0 ? '' : `, up to ${plural(pairs, 'pair')} of base and head in ${blocks}`
  return (
    `${plural(processes, 'process', 'processes')}${most}; ` +
    `${formatSeconds(seconds)}, of which ${formatSeconds(secondsInBenchmarks)} in benchmarks; ${STOPPED[stoppedBy]}`
  )
}

/** The same for a terminal's line. */
export const shortEffortWords = ({ summary }: Assessment): string =>
  [
    plural(summary.processes, 'process', 'processes'),
    ...(summary.pairs === 0 ? [] : [`up to ${plural(summary.pairs, 'pair')}`]),
    formatSeconds(summary.seconds),
  ].join(', ')

/** The test in one sentence, for people who want to know what "slower" claims. */
export const TEST_WORDS =
  'A change is claimed when an exact permutation test on ranks within blocks rejects "no change" for the whole suite ' +
  'at once (Benjamini-Hochberg, 5 %) and the estimate reaches the warning level; a regression is then measured again ' +
  'with the checkouts swapped.'
