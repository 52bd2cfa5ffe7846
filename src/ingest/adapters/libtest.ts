import { usualMetricIn } from '../../model/metric.ts'
import { isTimed } from '../../model/unit.ts'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { hasJsonLine, jsonLinesOf, linesOf } from '../forms/lines.ts'
import { bounds, inUnit, numeric, summary } from '../forms/metrics.ts'
import { grouped } from '../forms/numbers.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

/**
 * Reads the lines `test NAME ... bench:` of `cargo bench`, which Criterion.rs also writes when asked to, and
 * the JSON lines of `--format json`. What is ignored is left out: `cargo bench` lists every unit test as
 * ignored.
 */
export const libtest = adapter({
  name: 'libtest',
  title: 'Rust: `cargo bench` of libtest as text or JSON, Criterion.rs with `--output-format bencher`',
  empty: 'no line `test NAME ... bench:` is in it; give what `cargo bench` prints',
  twins: 'write the output of each crate into a file of its own',

  recognises: ({ text }) =>
    /^(?:test [^\r\n]{1,2000} \.\.\. bench:|bench: [^\r\n]{1,200}\(\+\/-)/m.test(text) || isJson(text),

  read(input, results) {
    if (isJson(input.text)) addEvents(input.text, results)
    else for (const found of foundIn(input.text, results)) results.add(found)
  },
})

const isJson = (text: string): boolean =>
  /"type":\s?"bench"/.test(text) && hasJsonLine(text, ({ type }) => typeof type === 'string')

/** What is between a name and the outcome. */
const OUTCOME = ' ... '
const BENCH = `${OUTCOME}bench:`
/** At the end of a line, behind whatever a benchmark printed itself. */
const LATE_BENCH = /\bbench: +(\S+ \S+ \(\+\/- .*)$/
/** Lines that a name can have. */
const MAX_NAME_LINES = 10

function foundIn(text: string, results: ResultsBuilder): Found[] {
  const found: Found[] = []
  const failed = new Map<string, Found>()
  let suite: string | null = null
  let failing: Found | null = null
  /** What stands behind `test ` of one whose outcome has not come yet. */
  let open: string[] = []
  for (const line of linesOf(text)) {
    results.checkCount(found.length)
    const isTest = line.startsWith('test ')
    if (isTest) open = []
    if (isTest || (open.length > 0 && open.length < MAX_NAME_LINES))
      open.push(isTest ? line.slice('test '.length) : line)
    const started = open.join('\n')
    const result = resultIn(line, started)
    if (result !== null) {
      if (result.name === '') results.unread.add('nameless', line)
      else found.push(foundOf(suite, result, results))
      open = []
    } else if (
      (isTest && line.endsWith(`${OUTCOME}FAILED`)) ||
      (line === 'FAILED' && started.includes(OUTCOME))
    ) {
      const name = started.slice(0, started.lastIndexOf(OUTCOME)).trim()
      const one: Found = { suite, name, status: 'failed' }
      failed.set(name, one)
      found.push(one)
      open = []
    } else if (isTest && (line.startsWith('test result: ') || / \.\.\. (?:ok$|ignored)/.test(line))) open = []
    if (isTest) continue
    // Cargo says so on stderr, which may be in the file or not.
    if (line.trimStart().startsWith('Running ')) suite = crateOf(line) ?? suite
    const report = /^---- (.+) stdout ----$/.exec(line)
    if (report !== null) failing = failed.get(report[1]!) ?? null
    else if (failing !== null && line.trim() !== '') {
      failing.message ??= line
      failing = null
    }
  }
  return found
}

/**
 * The result that a line ends with. A name can have several lines, and a benchmark can print something
 * between its name and its result.
 */
function resultIn(line: string, started: string): { name: string; written: string } | null {
  const at = line.lastIndexOf(BENCH)
  if (at !== -1)
    return {
      name: started.slice(0, Math.max(0, started.lastIndexOf(BENCH))).trim(),
      written: line.slice(at + BENCH.length),
    }
  const written = LATE_BENCH.exec(line)?.[1]
  if (written === undefined) return null
  return { name: started.slice(0, Math.max(0, started.indexOf(OUTCOME))).trim(), written }
}

/** `Running benches/a.rs (target/release/deps/a-f36c88332bd25d23)` */
function crateOf(line: string): string | null {
  const file = line
    .slice(line.lastIndexOf('(') + 1)
    .split(/[\\/]/)
    .at(-1)!
  return /^([^()]+)-[0-9a-f]{16}(?:\.exe)?\)$/.exec(file)?.[1] ?? null
}

/** `44,345.52 ns/iter (+/- 30,216.39) = 81715 MB/s` */
function foundOf(
  suite: string | null,
  { name, written }: { name: string; written: string },
  results: ResultsBuilder,
): Found {
  const [centre = '', unit = '', sign, width = '', equals, rate = '', rateUnit] = written.trim().split(/\s+/)
  const value = grouped(centre)
  const spread = sign === '(+/-' ? grouped(width.replace(/\)$/, '')) : undefined
  const throughput = equals === '=' ? grouped(rate) : undefined
  if (value === null || unit === '') return results.unreadable({ suite, name }, centre)
  if (spread === null) return results.unreadable({ suite, name }, width.replace(/\)$/, ''))
  if (throughput === null) return results.unreadable({ suite, name }, rate)
  const metrics = [
    metric(value, spread ?? null, unit),
    throughput === undefined || rateUnit === undefined ? null : metric(throughput, null, rateUnit),
  ]
  return { suite, name, metrics }
}

/** The unit is mostly `ns/iter`; harnesses of one's own write `cycles/iter` or a rate into the same form. */
function metric(value: number, width: number | null, written: string): IngestedMetric | null {
  const { unit, factor, better } = inUnit(written)
  // The number behind +/- is the distance from the smallest to the largest value.
  const half = width === null || width < 0 ? null : width / 2
  return summary(
    {
      id: (isTimed(unit) ? usualMetricIn(unit) : null) ?? unit,
      unit,
      factor,
      better: better ?? (written.endsWith('/iter') ? 'lower' : null),
    },
    'median',
    value,
    { spread: half === null ? null : bounds(Math.max(0, value - half), value + half) },
  )
}

function addEvents(text: string, results: ResultsBuilder): void {
  for (const event of jsonLinesOf(text, results)) {
    const { type, event: kind, name, median, deviation, mib_per_second: rate, stdout } = event
    if (type === 'test' && kind === 'failed' && typeof name === 'string') {
      results.add({ name, status: 'failed', message: typeof stdout === 'string' ? stdout : null })
    } else if (type === 'bench') {
      if (typeof name !== 'string') {
        results.unread.add('nameless', JSON.stringify(event))
        continue
      }
      const width = deviation == null ? null : numeric(deviation)
      // In spite of its name it counts 1,000,000 bytes: it is bytes times 1000 through ns.
      const throughput = rate == null ? null : metric(numeric(rate), null, 'MB/s')
      results.add({ name, metrics: [metric(numeric(median), width, 'ns/iter'), throughput] })
    }
  }
}
