import { type Assessment, type Row, runIn } from '../../model/assessment.ts'
import type { RunKind } from '../../model/baseline.ts'
import { PAIRS_PER_BLOCK } from '../../model/comparison.ts'
import { USUAL_BLOCKS } from '../../model/plan.ts'
import { isTimed } from '../../model/unit.ts'
import { directionOfAll } from './change.ts'
import { formatSeconds, grouped, percentDigits, plural } from '../quantity.ts'
import { listed, outside, type OutsideKind, type Words, words } from '../text/outside.ts'
import { historyWords } from './baseline-description.ts'
import { benchmarksIn } from './sections.ts'
import { isAlone, RUN_WORDS } from './revisions.ts'

/** Pairs of the longest comparison where time allows. */
const USUAL_PAIRS = PAIRS_PER_BLOCK * USUAL_BLOCKS

const STOPPED: Record<Assessment['summary']['stoppedBy'], string> = {
  decided: 'Stopped when every comparison was decided',
  'max-pairs': 'Stopped at the largest number of pairs',
  'out-of-reach': 'Stopped when nothing that was open was likely to be decided in the time left',
  'time-limit': 'Stopped by the time limit',
}

/**
 * What is known of how the numbers came about: what the job that measured says, what is known besides, and
 * what of both is said in short.
 */
export function howMeasured(a: Assessment) {
  const seed = words`seed ${outside('ref', a.seed)}`
  const results = resultsWords(a)
  const cost = costWords(a)
  const history = historyWords(a)
  const hasHistory = a.rows.some(({ verdict, history }) => verdict !== 'new' && history.length > 0)
  const ofTheJob =
    results === null
      ? [
          words`${orderWords(a)} (${seed}).`,
          `${effortWords(a)}.`,
          `Cost: ${cost}.`,
          words`${machineWords(a)}.`,
        ]
      : [words`${results}.`]
  const known = [
    history && words`${history}.`,
    hasHistory
      ? 'What is shown of earlier runs was measured by other jobs, possibly on other machines.'
      : null,
    testWords(a),
  ].filter((sentence) => sentence !== null)
  return { ofTheJob, known, short: [results ?? words`${cost}, ${seed}`, history] }
}

/** Why measuring ended, and how much was measured of each comparison at most. */
export function effortWords(a: Assessment): string {
  const { pairs, stoppedBy } = a.summary
  if (pairs === 0) return STOPPED[stoppedBy]
  const blocks = plural(Math.ceil(pairs / PAIRS_PER_BLOCK), 'block')
  // The largest number of pairs and the time limit end this too.
  const goesOn = stoppedBy === 'decided' || stoppedBy === 'out-of-reach'
  const narrow = goesOn && recordsIntervals(a) ? NARROW : ''
  return `${STOPPED[stoppedBy]}${narrow}, after up to ${plural(pairs, 'pair')} of base and head in ${blocks}`
}

const NARROW = ' and the recorded intervals were narrow, or could not be made so'

/** Whether blocks were to be measured for the intervals alone, as `gate/narrow-changes.ts` does. */
const recordsIntervals = (a: Assessment): boolean =>
  a.command === 'record' &&
  runIn(a.baseline) === null &&
  a.rows.some(({ pairs, exact, unit }) => pairs > 0 && !exact && isTimed(unit))

/**
 * What it cost: wall time and the part of it inside benchmarks, processes, and on a runner its minutes.
 * GitHub bills whole minutes of each job; what the job does besides is not known here.
 */
export function costWords({ summary, environment }: Assessment): string {
  const { processes, secondsInBenchmarks } = summary
  const seconds = summary.seconds < 10 ? summary.seconds : Math.round(summary.seconds)
  const share = seconds > 0 ? Math.min(100, Math.round((100 * secondsInBenchmarks) / seconds)) : null
  return [
    `${formatSeconds(seconds)} of wall time${share === null ? '' : ` (${share} % in benchmarks)`}`,
    plural(processes, 'process', 'processes'),
    ...(environment.ci ? [plural(Math.ceil(seconds / 60), 'runner minute')] : []),
  ].join(', ')
}

/**
 * What a measurement that was cut short could have seen: a finding that is not there says nothing about
 * smaller changes. Null where nothing was cut short or nothing was tested.
 */
export function detectableWords(a: Assessment): string | null {
  const { stoppedBy, pairs } = a.summary
  const cutShort = stoppedBy === 'time-limit' || (stoppedBy === 'max-pairs' && pairs < USUAL_PAIRS)
  const tested = a.rows.filter((row) => row.pairs > 0 && row.p !== null && !row.exact)
  const sizes = tested
    .flatMap(({ mde }) => (mde === null || mde === 0 ? [] : [mde]))
    .sort((one, other) => one - other)
  if (!cutShort || runIn(a.baseline) !== null || sizes.length === 0) return null
  const scope =
    stoppedBy === 'time-limit'
      ? 'Within the time limit'
      : `With the ${plural(pairs, 'pair')} that there was time for`
  const all = sizes.at(-1)!
  const half = sizes[Math.ceil(sizes.length / 2) - 1]!
  const noun = directionOfAll(tested).worse === 'slower' ? 'a slowdown' : 'a change for the worse'
  return `${scope} ${noun} of ${percentDigits(all)} % or more would have been seen${reach(tested, half, all)}.`
}

/** In how many of the rows: each of them, and what half of them could do, where that is less. */
function reach(rows: readonly Row[], half: number, all: number): string {
  if (rows.length === 1) return ' (90 % power)'
  const noun = benchmarksIn(rows) === rows.length ? 'benchmark' : 'comparison'
  const less = percentDigits(half) === percentDigits(all) ? '' : `, ${percentDigits(half)} % in half of them`
  return ` in every ${noun} (90 % power)${less}`
}

/** The machine and the programs that measured, with the flags of V8 that Benchgate gave to Node. */
function machineWords({ environment: e }: Assessment): Words {
  const node = e.nodeFlags.length === 0 ? `Node ${e.node}` : `Node ${e.node} with ${e.nodeFlags.join(' ')}`
  const parts = [e.cpu, plural(e.cores, 'core'), e.os, e.image, node, `mitata ${e.mitata}`]
  const shown = parts.filter((part) => part !== null).map((part) => outside('label', part))
  return words`${listed(shown, ' · ')} · load ${e.loadAverage.toFixed(1)} at the start`
}

/** What ran beside what, without the seed. */
function orderWords(a: Assessment): string {
  const head = a.command === 'record' ? 'The commit' : 'Head'
  if (runIn(a.baseline) !== null || isAlone(a)) return `${head} alone ran, in fresh processes`
  const sides = a.command === 'record' ? 'The parent and the commit' : 'Base and head'
  return `${sides} ran in fresh processes on one machine, interleaved in random order`
}

/** Files and tools that a report names. */
const MAX_SOURCES = 5

/** Where results come from that Benchgate did not measure; null where it measured itself. */
export function resultsWords({ measuredBy, baseline }: Assessment): Words | null {
  if (measuredBy.kind === 'benchgate') return null
  const { tools, files } = measuredBy
  const sides = Object.entries({ base: baseline.kind === 'files' ? baseline.files : [], head: files })
    .filter(([, of]) => of.length > 0)
    .map(([side, of]) => words`${side} from ${someOf(of, 'place')}`)
  const by =
    tools.length === 0
      ? 'Read from result files'
      : words`Measured by ${someOf(tools, 'label')} and read from result files`
  return sides.length === 0 ? words`${by}` : words`${by}: ${listed(sides, '; ')}`
}

const someOf = (texts: readonly string[], kind: OutsideKind): Words =>
  listed([
    ...texts.slice(0, MAX_SOURCES).map((text) => outside(kind, text)),
    ...(texts.length > MAX_SOURCES ? [`${grouped(texts.length - MAX_SOURCES)} more`] : []),
  ])

/** The test in one sentence, for people who ask what "slower" claims; null where nothing was compared. */
export function testWords(a: Assessment): string | null {
  if (isAlone(a)) return null
  const exact = a.rows.filter((row) => row.exact).length
  return [
    ...(exact > 0 && exact === a.rows.length ? [] : [claimOf(a)]),
    ...(exact > 0 ? ['Values marked exact are the same each time, and were compared without a test.'] : []),
  ].join(' ')
}

const RANKS =
  'A change is reported when an exact permutation test on ranks within blocks rejects "no change" for the whole ' +
  'suite at once (Benjamini-Hochberg, 5 %) and the estimate reaches the warning level; it is then measured again, ' +
  'and that decides.'

const claimOf = ({ baseline }: Assessment): string =>
  'cpu' in baseline ? RUN_WORDS[baseline.kind].claim : CLAIMS[baseline.kind]

const CLAIMS: Record<Exclude<Assessment['baseline']['kind'], RunKind>, string> = {
  paired: RANKS,
  none: RANKS,
  files:
    'A change is reported when its whole 95 % interval (Welch, on logarithms) lies beyond the warning level and it ' +
    'withstands Benjamini-Hochberg (5 %) over all comparisons; in which order the files were measured is not known, ' +
    'and on which machines only where they say so: a change therefore only warns.',
}
