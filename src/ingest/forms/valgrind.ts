import type { Found, ResultsBuilder } from '../results-builder.ts'
import { linesOf, withoutColours } from './lines.ts'
import { exact, type Metric } from './metrics.ts'
import { decimal } from './numbers.ts'

const count = (id: string, better: Metric['better'], unit = 'count'): Metric => ({ id, unit, better })
const percent = (id: string, better: Metric['better']): Metric => ({
  id,
  unit: 'fraction',
  better,
  factor: 0.01,
})
const bytes = (id: string): Metric => ({ id, unit: 'B', better: 'lower' })

/**
 * What Valgrind's tools count, by the event names of gungraun's JSON, and what is printed for it, by iai too,
 * whose accesses of a cache are gungraun's hits. A hit has no direction of its own: fewer in the first level
 * is better when fewer were needed, and worse when they became misses.
 */
const COUNTS: readonly (readonly [event: string, metric: Metric, ...labels: string[]])[] = [
  ['Ir', count('instructions', 'lower', 'instructions'), 'Instructions'],
  ['EstimatedCycles', count('estimated-cycles', 'lower', 'cycles'), 'Estimated Cycles'],
  ['L1hits', count('l1-hits', null), 'L1 Hits', 'L1 Accesses'],
  ['LLhits', count('ll-hits', null), 'L2 Hits', 'L2 Accesses', 'LL Hits'],
  ['RamHits', count('ram-hits', 'lower'), 'RAM Hits', 'RAM Accesses'],
  ['TotalRW', count('reads-and-writes', 'lower'), 'Total read+write'],
  ['Dr', count('data-reads', 'lower')],
  ['Dw', count('data-writes', 'lower')],
  ['I1mr', count('i1-read-misses', 'lower')],
  ['D1mr', count('d1-read-misses', 'lower')],
  ['D1mw', count('d1-write-misses', 'lower')],
  ['ILmr', count('ll-instruction-read-misses', 'lower')],
  ['DLmr', count('ll-data-read-misses', 'lower')],
  ['DLmw', count('ll-data-write-misses', 'lower')],
  ['I1MissRate', percent('i1-miss-rate', 'lower')],
  ['D1MissRate', percent('d1-miss-rate', 'lower')],
  ['LLiMissRate', percent('ll-instruction-miss-rate', 'lower')],
  ['LLdMissRate', percent('ll-data-miss-rate', 'lower')],
  ['LLMissRate', percent('ll-miss-rate', 'lower')],
  ['L1HitRate', percent('l1-hit-rate', 'higher')],
  ['LLHitRate', percent('ll-hit-rate', null)],
  ['RamHitRate', percent('ram-hit-rate', 'lower')],
  ['Bc', count('conditional-branches', 'lower')],
  ['Bcm', count('conditional-branch-misses', 'lower')],
  ['Bi', count('indirect-branches', 'lower')],
  ['Bim', count('indirect-branch-misses', 'lower')],
  ['Ge', count('bus-events', 'lower')],
  ['SysCount', count('system-calls', 'lower')],
  ['TotalBytes', bytes('bytes'), 'Total bytes'],
  ['TotalBlocks', count('allocs', 'lower'), 'Total blocks'],
  ['AtTGmaxBytes', bytes('memory'), 'At t-gmax bytes'],
  ['AtTGmaxBlocks', count('memory-blocks', 'lower'), 'At t-gmax blocks'],
  ['AtTEndBytes', bytes('memory-at-end'), 'At t-end bytes'],
  ['AtTEndBlocks', count('memory-blocks-at-end', 'lower'), 'At t-end blocks'],
  ['ReadsBytes', bytes('bytes-read'), 'Reads bytes'],
  ['WritesBytes', bytes('bytes-written'), 'Writes bytes'],
]

const EVENTS: ReadonlyMap<string, Metric> = new Map(COUNTS.map(([event, metric]) => [event, metric]))
const LABELS: ReadonlyMap<string, string> = new Map(
  COUNTS.flatMap(([event, , ...labels]) => labels.map((label) => [label, event])),
)

/**
 * Time spent in the kernel, in the only two counts that two runs do not share; their unit is not in the file.
 */
const NOT_DETERMINISTIC: ReadonlySet<string> = new Set(['SysTime', 'SysCpuTime'])

/** What a count measures, by its event name or its printed label; null for times among the counts. */
export function valgrindCount(name: string): Metric | null {
  const event = LABELS.get(name) ?? name
  if (NOT_DETERMINISTIC.has(event)) return null
  return EVENTS.get(event) ?? count(event.toLowerCase().replaceAll(' ', '-'), null)
}

/** What iai and gungraun print of one benchmark. */
export interface CountBlock {
  /** The line above the counts. */
  title: string
  /** The value behind each label as text, `1734|1650 (+5.09%)`, in the order of the file. */
  counts: Map<string, string>
}

/** The blocks of a text: a line at the margin, and indented lines `Label:   1234…` below it. */
export function* countBlocks(text: string): Generator<CountBlock> {
  let block: CountBlock | null = null
  for (const raw of linesOf(text)) {
    const line = withoutColours(raw).trimEnd()
    if (line === '') continue
    if (!line.startsWith(' ')) {
      if (block !== null && block.counts.size > 0) yield block
      block = { title: line, counts: new Map() }
      continue
    }
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).trimStart()
    const label = line.slice(0, colon).trim()
    // `N/A|1650`: the benchmark is gone. Rules (`==== DHAT ====`) and sentences are not counts.
    const isCount = LABELS.has(label) || /^\d/.test(value) || /^\S+\|\S/.test(value)
    if (colon === -1 || block === null || !isCount) continue
    if (!block.counts.has(label)) block.counts.set(label, value)
  }
  if (block !== null && block.counts.size > 0) yield block
}

/** A block as a benchmark, which has failed where one of its counts cannot be read. */
export function benchmarkOf(
  place: Pick<Found, 'suite' | 'path' | 'name'>,
  { counts }: CountBlock,
  results: ResultsBuilder,
): Found {
  const written = [...counts].map(([label, value]) => ({ label, word: /^[^|\s(]*/.exec(value)![0] }))
  const odd = written.find(({ word }) => word !== GONE && decimal(word) === null)
  if (odd !== undefined) return results.unreadable(place, odd.word)
  const metrics = written.map(({ label, word }) => {
    const metric = valgrindCount(label)
    return metric === null ? null : exact(metric, decimal(word))
  })
  return { ...place, metrics, message: 'only the old run has it' }
}

/** What stands for a count of which there is only the old one. */
const GONE = 'N/A'
