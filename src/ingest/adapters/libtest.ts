import { usualMetricIn } from '../../model/metric.ts'
import { isTimed } from '../../model/unit.ts'
import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { decimal, firstJsonLine, jsonLinesOf, linesOf } from '../forms/lines.ts'
import { bounds, inUnit, numeric, summary } from '../forms/metrics.ts'
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
    /^test [^\r\n]{1,2000} \.\.\. bench:/m.test(text) || (isJson(text) && /"type":\s?"bench"/.test(text)),

  read(input, results) {
    if (isJson(input.text)) addEvents(input.text, results)
    else for (const found of foundIn(input.text, results)) results.add(found)
  },
})

const isJson = (text: string): boolean => typeof firstJsonLine(text)?.['type'] === 'string'

function foundIn(text: string, results: ResultsBuilder): Found[] {
  const found: Found[] = []
  const failed = new Map<string, Found>()
  let suite: string | null = null
  let failing: Found | null = null
  let broken = 0
  for (const line of linesOf(text)) {
    results.checkCount(found.length)
    if (line.startsWith('test ')) {
      const bench = line.lastIndexOf(' ... bench:')
      if (bench !== -1) {
        const name = line.slice('test '.length, bench).trim()
        const metrics = resultOf(line.slice(bench + ' ... bench:'.length))
        if (metrics === null || name === '') broken++
        else found.push({ suite, name, metrics })
      } else if (line.endsWith(' ... FAILED')) {
        const name = line.slice('test '.length, -' ... FAILED'.length).trim()
        const one: Found = { suite, name, status: 'failed' }
        failed.set(name, one)
        found.push(one)
      }
      continue
    }
    // Cargo says so on stderr, which may be in the file or not.
    if (line.trimStart().startsWith('Running ')) suite = crateOf(line) ?? suite
    const report = /^---- (.+) stdout ----$/.exec(line)
    if (report !== null) failing = failed.get(report[1]!) ?? null
    else if (failing !== null && line.trim() !== '') {
      failing.message ??= line
      failing = null
    }
  }
  results.warnCount(
    broken,
    'lines `test NAME ... bench:` are left out, because they have another form than expected',
  )
  return found
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
function resultOf(text: string): (IngestedMetric | null)[] | null {
  const [centre, unit, sign, width, equals, rate, rateUnit] = text.trim().split(/\s+/)
  const value = decimal(centre)
  if (value === null || unit === undefined) return null
  const spread = sign === '(+/-' ? decimal(width?.replace(/\)$/, '')) : null
  const throughput = equals === '=' ? decimal(rate) : null
  return [
    metric(value, spread, unit),
    throughput === null || rateUnit === undefined ? null : metric(throughput, null, rateUnit),
  ]
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
    if (typeof name !== 'string') continue
    if (type === 'test' && kind === 'failed') {
      results.add({ name, status: 'failed', message: typeof stdout === 'string' ? stdout : null })
    } else if (type === 'bench') {
      const width = typeof deviation === 'number' ? deviation : null
      // In spite of its name it counts 1,000,000 bytes: it is bytes times 1000 through ns.
      const throughput = typeof rate === 'number' ? metric(rate, null, 'MB/s') : null
      results.add({ name, metrics: [metric(numeric(median), width, 'ns/iter'), throughput] })
    }
  }
}
