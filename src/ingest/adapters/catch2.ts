import type { Spread } from '../../model/result-file.ts'
import { adapter, type Input } from '../adapter.ts'
import { interval, spreadOf, summary, time } from '../forms/metrics.ts'
import { decimal } from '../forms/numbers.ts'
import { refusal } from '../refusal.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

/** Reads `-r xml`; the JSON and JUnit reporters drop benchmarks, and the console cuts their names. */
export const catch2 = adapter({
  name: 'catch2',
  title: 'Catch2: `-r xml`',
  tool: 'Catch2',
  empty: 'no benchmark is in it; give what `-r xml` prints, without `--skip-benchmarks`',
  recognises: ({ text }) => text.includes('<BenchmarkResults') && /<Catch(?:2TestRun)?[\s>]/.test(text),
  read,
})

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
  count: number | null
  mean: Map<string, string> | null
  deviation: Map<string, string> | null
  failure: string | null
}

function read(input: Input, results: ResultsBuilder): void {
  /** Names of test case and sections around the place; null for every other element. */
  const around: { tag: string; name: string | null }[] = []
  let current: Benchmark | null = null
  let isFailed = false
  for (const tag of tagsOf(input)) {
    if (tag.kind !== 'close') {
      const attributes = () => attributesOf(tag.attributes)
      if (tag.name === 'Catch2TestRun') results.version = attributes().get('catch2-version') ?? null
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
        results.warnings.push(
          `test case ${last.name ?? ''} failed; its benchmarks were measured all the same`,
        )
        isFailed = false
      }
    }
    if (tag.name === 'BenchmarkResults' && current !== null) {
      const benchmark = results.benchmark(foundOf(current, results))
      current = null
      // Catch2 enters a test case once for each of its sections, and measures what stands outside of them
      // again each time.
      if (results.find(benchmark.key) === undefined) results.put(benchmark)
      else results.unread.add('again', benchmark.key)
    }
  }
  if (around.length > 0) results.warnings.push('the file was cut off; benchmarks at its end may be missing')
}

function start(attributes: Map<string, string>, around: readonly { name: string | null }[]): Benchmark {
  const [suite = null, ...path] = around.flatMap(({ name }) => (name === null ? [] : [name]))
  const count = decimal(attributes.get('samples'))
  return {
    suite,
    path,
    name: attributes.get('name') ?? '',
    count,
    mean: null,
    deviation: null,
    failure: null,
  }
}

function foundOf(benchmark: Benchmark, results: ResultsBuilder): Found {
  const { suite, path, name, count, mean, deviation, failure } = benchmark
  if (failure !== null) return { suite, path, name, status: 'failed', message: failure }
  const numbers = ['value', ...BOUNDS].map((key) => mean?.get(key)).concat(deviation?.get('value'))
  const odd = numbers.find((written) => written !== undefined && decimal(written) === null)
  if (odd !== undefined) return results.unreadable({ suite, path, name }, odd)
  const spread = meanSpread(mean, decimal(deviation?.get('value')))
  const centre = decimal(mean?.get('value'))
  return { suite, path, name, metrics: [summary(time(), 'mean', centre, { spread, count })] }
}

const BOUNDS = ['ci', 'lowerBound', 'upperBound']

/**
 * The interval of the mean; without analysis Catch2 writes intervals of level 0 and a deviation of 0, which
 * say nothing.
 */
function meanSpread(mean: Map<string, string> | null, sd: number | null): Spread | null {
  const [level, low, high] = BOUNDS.map((key) => decimal(mean?.get(key)))
  const ci = level != null && level > 0 && level < 1 ? interval(low, high, level) : null
  return ci ?? (sd !== null && sd > 0 ? spreadOf('sd', sd) : null)
}

/** The tags that Catch2 writes: no entities of its own, no DTD. One pass, each character read once. */
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
    const [tag, body] = TAG.exec(text.slice(from, from + MAX_TAG)) ?? []
    if (tag === undefined) {
      if (text.length - from > MAX_TAG) throw refusal(input, 'a tag of it does not end')
      return
    }
    yield tagOf(body!)
    from += tag.length
  }
}

/** All up to `>`, which does not count in quotes. */
const TAG = /^<([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/
const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

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

const NAMED = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }))

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g,
    (written, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? written
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    },
  )
