import type { Assessment } from '../model/assessment.ts'
import { formatSeconds, plural } from './quantity.ts'
import { isAlone } from './subject.ts'

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

/** What ran beside what, without the seed. */
export function orderWords(a: Assessment): string {
  const head = a.command === 'record' ? 'The commit' : 'Head'
  if (a.standIn !== null || isAlone(a)) return `${head} alone ran, in fresh processes`
  const sides = a.command === 'record' ? 'The parent and the commit' : 'Base and head'
  return `${sides} ran in fresh processes on one machine, interleaved in random order`
}

/** The test in one sentence, for people who want to know what "slower" claims; null where nothing was compared. */
export function testWords(a: Assessment): string | null {
  if (a.standIn !== null) return STAND_IN_WORDS
  return isAlone(a) ? null : TEST_WORDS
}

const TEST_WORDS =
  'A change is claimed when an exact permutation test on ranks within blocks rejects "no change" for the whole suite ' +
  'at once (Benjamini-Hochberg, 5 %) and the estimate reaches the warning level; a regression is then measured again ' +
  'with the checkouts swapped.'

const STAND_IN_WORDS =
  'The interval of a change is as wide as jobs differ from one another: taken from successive stored runs on the ' +
  'same CPU, and wide where there are few of them.'
