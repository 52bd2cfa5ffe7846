import type { IngestedBenchmark, ResultFile, Spread } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, type MetricDraft, soundMetrics, summary } from '../benchmark.ts'
import { refusal } from '../forms/json-shape.ts'
import { decimal } from '../forms/lines.ts'
import { MAX_BENCHMARKS } from '../twins.ts'

/** Reads `-r xml`; the JSON and JUnit reporters drop benchmarks, and the console cuts their names. */
export const catch2: Adapter = {
  name: 'catch2',
  title: 'Catch2: `-r xml`',
  recognises: ({ text, files }) =>
    files === null && text.includes('<BenchmarkResults') && /<Catch(?:2TestRun)?[\s>]/.test(text),
  read,
}

const MAX_DEPTH = 1000
const MAX_TAG = 100_000

interface Tag {
  name: string
  /** All between the name and the end, as written. */
  attributes: string
  kind: 'open' | 'close' | 'empty'
}

interface Benchmark {
  suite: string | null
  path: string[]
  name: string
  samples: number | null
  mean: Map<string, string> | null
  deviation: Map<string, string> | null
  failure: string | null
}

function read(input: Input): ResultFile {
  const warnings: string[] = []
  const found = new Map<string, IngestedBenchmark>()
  let version: string | null = null
  /** Names of test case and sections around the place; null for every other element. */
  const around: { tag: string; name: string | null }[] = []
  let current: Benchmark | null = null
  let isFailed = false
  let repeated = 0
  for (const tag of tagsOf(input)) {
    if (tag.kind !== 'close') {
      const attributes = () => attributesOf(tag.attributes)
      if (tag.name === 'Catch2TestRun') version = attributes().get('catch2-version') ?? null
      else if (tag.name === 'BenchmarkResults') current = start(attributes(), around)
      else if (tag.name === 'mean' && current !== null) current.mean = attributes()
      else if (tag.name === 'standardDeviation' && current !== null) current.deviation = attributes()
      else if (tag.name === 'failed' && current !== null) current.failure = attributes().get('message') ?? ''
      else if (tag.name === 'OverallResult') isFailed = attributes().get('success') === 'false'
      if (tag.kind === 'open') {
        if (around.length === MAX_DEPTH) throw refusal(input, `its elements are more than ${MAX_DEPTH} deep`)
        const isNamed = tag.name === 'TestCase' || tag.name === 'Section'
        around.push({ tag: tag.name, name: isNamed ? (attributes().get('name') ?? '').trim() : null })
        continue
      }
    } else {
      const last = around.pop()
      if (last?.tag !== tag.name)
        throw refusal(input, `an element ${tag.name.slice(0, 100)} ends that did not begin`)
      if (tag.name === 'TestCase' && isFailed) {
        warnings.push(`test case ${last.name ?? ''} failed; its benchmarks were measured all the same`)
        isFailed = false
      }
    }
    if (tag.name === 'BenchmarkResults' && current !== null) {
      const benchmark = toBenchmark(current, warnings)
      current = null
      // Catch2 enters a test case once for each of its sections, and measures what stands outside of them again each time.
      if (found.has(benchmark.key)) repeated++
      else if (found.size === MAX_BENCHMARKS)
        throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
      else found.set(benchmark.key, benchmark)
    }
  }
  if (found.size === 0)
    throw refusal(input, 'no benchmark is in it; give what `-r xml` prints, without `--skip-benchmarks`')
  if (repeated > 0) {
    warnings.push(
      `${repeated} results are left out, because their benchmark was measured before; give a section's benchmarks other names`,
    )
  }
  if (around.length > 0) warnings.push('the file was cut off; benchmarks at its end may be missing')
  return { tool: 'Catch2', version, environment: {}, benchmarks: [...found.values()], warnings }
}

function start(attributes: Map<string, string>, around: readonly { name: string | null }[]): Benchmark {
  const [suite = null, ...path] = around.flatMap(({ name }) => (name === null ? [] : [name]))
  return {
    suite,
    path,
    name: attributes.get('name') ?? '',
    samples: decimal(attributes.get('samples') ?? ''),
    mean: null,
    deviation: null,
    failure: null,
  }
}

function toBenchmark(
  { suite, path, name, samples: count, mean, deviation, failure }: Benchmark,
  warnings: string[],
): IngestedBenchmark {
  const value = (from: Map<string, string> | null, key: string) => decimal(from?.get(key) ?? '')
  const centre = value(mean, 'value')
  const data =
    failure === null
      ? summary('mean', centre, { spread: spreadOf(mean, value(deviation, 'value')), count })
      : null
  const time: MetricDraft = { id: 'time', unit: 'ns', better: 'lower', data }
  return benchmarkOf({
    suite,
    path,
    name,
    metrics: soundMetrics(name, [time], warnings),
    failure: failure === '' ? null : failure,
  })
}

/** The interval of the mean; without analysis Catch2 writes intervals of level 0 and a deviation of 0, which say nothing. */
function spreadOf(mean: Map<string, string> | null, sd: number | null): Spread | null {
  const [level, low, high] = ['ci', 'lowerBound', 'upperBound'].map((key) => decimal(mean?.get(key) ?? ''))
  if (level != null && level > 0 && level < 1 && low != null && high != null)
    return { kind: 'ci', low, high, level }
  return sd !== null && sd > 0 ? { kind: 'sd', value: sd } : null
}

/** The tags of the format that Catch2 writes: no entities of its own, no DTD. One pass, each character read once. */
function* tagsOf(input: Input): Generator<Tag> {
  const { text } = input
  let from = text.indexOf('<')
  for (; from !== -1; from = text.indexOf('<', from)) {
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, from))
    if (skipped !== undefined) {
      const end = text.indexOf(skipped[1], from + skipped[0].length)
      if (end === -1) return
      from = end + skipped[1].length
      continue
    }
    const end = tagEnd(text, from + 1)
    if (end === -1) {
      if (text.length - from > MAX_TAG) throw refusal(input, 'a tag of it does not end')
      return
    }
    yield tagOf(text.slice(from + 1, end))
    from = end + 1
  }
}

const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/** Where the tag ends, `>` in quotes not counted; -1 when it does not within the bound. */
function tagEnd(text: string, from: number): number {
  let quote = ''
  const last = Math.min(text.length, from + MAX_TAG)
  for (let at = from; at < last; at++) {
    const char = text[at]!
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at
  }
  return -1
}

function tagOf(text: string): Tag {
  const isClose = text.startsWith('/')
  const isEmpty = text.endsWith('/')
  const body = text.slice(isClose ? 1 : 0, isEmpty ? -1 : undefined)
  const [name] = /^[^\s]*/.exec(body)!
  return { name, attributes: body.slice(name.length), kind: isClose ? 'close' : isEmpty ? 'empty' : 'open' }
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  const start = /\s*([^\s=]+)=(["'])/y
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const end = text.indexOf(found[2]!, start.lastIndex)
    if (end === -1) break
    attributes.set(found[1]!, decoded(text.slice(start.lastIndex, end)))
    start.lastIndex = end + 1
  }
  return attributes
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g,
    (written, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? written
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    },
  )
