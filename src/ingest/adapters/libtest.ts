import type { IngestedBenchmark, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { refusal } from '../forms/json-shape.ts'
import { decimal, firstJsonLine, jsonLinesOf, linesOf, numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { normalUnit } from '../../model/units.ts'

/**
 * Reads the lines `test NAME ... bench:` of `cargo bench`, which Criterion.rs also writes when asked to, and the JSON lines of
 * `--format json`. What is ignored is left out: `cargo bench` lists every unit test as ignored.
 */
export const libtest: Adapter = {
  name: 'libtest',
  title: 'Rust: `cargo bench` of libtest as text or JSON, Criterion.rs with `--output-format bencher`',
  recognises: ({ text, files }) =>
    files === null &&
    (/^test [^\r\n]{1,2000} \.\.\. bench:/m.test(text) || (isJson(text) && /"type":\s?"bench"/.test(text))),
  read,
}

const MAX_LINE = 10_000
const MAX_MESSAGE = 500

interface Found {
  suite: string | null
  name: string
  metrics: MetricDraft[]
  failure: string | null
}

function read(input: Input): ResultFile {
  const warnings: string[] = []
  const found = isJson(input.text) ? fromJson(input, warnings) : fromText(input, warnings)
  if (found.length === 0) {
    throw refusal(input, 'no line `test NAME ... bench:` is in it; give what `cargo bench` prints')
  }
  const benchmarks = found.map(({ suite, name, metrics, failure }): IngestedBenchmark => {
    return benchmarkOf({ suite, name, metrics: soundMetrics(name, metrics, warnings), failure })
  })
  return {
    tool: 'libtest',
    version: null,
    environment: {},
    benchmarks: withoutTwins(input, benchmarks, 'write the output of each crate into a file of its own'),
    warnings,
  }
}

const isJson = (text: string): boolean => typeof firstJsonLine(text)?.['type'] === 'string'

function fromText(input: Input, warnings: string[]): Found[] {
  const found: Found[] = []
  const failed = new Map<string, Found>()
  let suite: string | null = null
  let failing: Found | null = null
  const add = (one: Omit<Found, 'suite'>): Found => {
    if (found.length === MAX_BENCHMARKS)
      throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
    found.push({ suite, ...one })
    return found.at(-1)!
  }
  let broken = 0
  for (const line of linesOf(input.text)) {
    if (line.length > MAX_LINE) continue
    if (line.startsWith('test ')) {
      const bench = line.lastIndexOf(' ... bench:')
      if (bench !== -1) {
        const name = line.slice('test '.length, bench).trim()
        const metrics = resultOf(line.slice(bench + ' ... bench:'.length))
        if (metrics === null || name === '') broken++
        else add({ name, metrics, failure: null })
      } else if (line.endsWith(' ... FAILED')) {
        const name = line.slice('test '.length, -' ... FAILED'.length).trim()
        failed.set(name, add({ name, metrics: [], failure: null }))
      }
      continue
    }
    // Cargo says so on stderr, which may be in the file or not.
    if (line.trimStart().startsWith('Running ')) suite = crateOf(line) ?? suite
    const report = /^---- (.+) stdout ----$/.exec(line)
    if (report !== null) failing = failed.get(report[1]!) ?? null
    else if (failing !== null && line.trim() !== '') {
      failing.failure ??= line.trim().slice(0, MAX_MESSAGE)
      failing = null
    }
  }
  if (broken > 0)
    warnings.push(
      `${broken} lines \`test NAME ... bench:\` are left out, because they have another form than expected`,
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
function resultOf(text: string): MetricDraft[] | null {
  const [centre, unit, sign, width, equals, rate, rateUnit] = text.trim().split(/\s+/)
  const value = decimal(centre ?? '')
  if (value === null || unit === undefined) return null
  const spread = sign === '(+/-' ? decimal((width ?? '').replace(/\)$/, '')) : null
  const drafts = [metric(value, spread, unit)]
  const throughput = equals === '=' ? decimal(rate ?? '') : null
  if (throughput !== null && rateUnit !== undefined) drafts.push(metric(throughput, null, rateUnit))
  return drafts
}

/** The unit is mostly `ns/iter`; harnesses of one's own write `cycles/iter` or a rate into the same form. */
function metric(value: number, width: number | null, written: string): MetricDraft {
  const known = normalUnit(written)
  const factor = known?.factor ?? 1
  const ids: Record<string, string> = { ns: 'time', 'B/s': 'throughput', 'ops/s': 'throughput' }
  // The number behind +/- is the distance from the smallest to the largest value.
  const spread = width === null || width < 0 ? null : half(value * factor, (width * factor) / 2)
  return {
    id: ids[known?.unit ?? ''] ?? known?.unit ?? written,
    unit: known?.unit ?? written,
    better: known?.better ?? (written.endsWith('/iter') ? 'lower' : null),
    data: summary('median', value * factor, { spread }),
  }
}

const half = (centre: number, width: number) =>
  ({ kind: 'unknown', low: Math.max(0, centre - width), high: centre + width }) as const

function fromJson(input: Input, warnings: string[]): Found[] {
  const found: Found[] = []
  let others = 0
  for (const event of jsonLinesOf(input.text, () => others++)) {
    const { type, event: kind, name, median, deviation, mib_per_second: rate } = event
    if (typeof name !== 'string') continue
    const isFailure = type === 'test' && kind === 'failed'
    if (type !== 'bench' && !isFailure) continue
    if (found.length === MAX_BENCHMARKS)
      throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
    const { stdout } = event
    const failure =
      isFailure && typeof stdout === 'string' ? stdout.trim().split('\n', 1)[0]!.slice(0, MAX_MESSAGE) : null
    const metrics = isFailure
      ? []
      : [metric(numeric(median), typeof deviation === 'number' ? deviation : null, 'ns/iter')]
    // In spite of its name it counts 1,000,000 bytes: it is bytes times 1000 through ns.
    if (!isFailure && typeof rate === 'number') metrics.push(metric(rate, null, 'MB/s'))
    found.push({ suite: null, name, metrics, failure })
  }
  if (others > 0) warnings.push(`${others} lines are left out, because they are not JSON`)
  return found
}
