import type { IngestedMetric } from '../../model/result-file.ts'
import { isCounted, normalUnit } from '../../model/unit.ts'
import { adapter } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { hasJsonLine, jsonLinesOf, linesOf } from '../forms/lines.ts'
import { counted, inUnit, samples, unlessNamed } from '../forms/metrics.ts'
import { decimal, isDigits } from '../forms/numbers.ts'
import { failureFor, type Reason } from '../forms/unread.ts'
import { keyOf } from '../forms/names.ts'
import type { Found as Benchmark, ResultsBuilder } from '../results-builder.ts'

const RESULT_LINE = /^Benchmark\S*[ \t]+\d[\de+]*[ \t]+[\d.+NI]/m
/** Name of what stands for all of a package that failed. */
const WHOLE_PACKAGE = '(package)'
const MAX_MESSAGE = 500

const IDS = new Map([
  ['ns/op', 'time'],
  ['B/op', 'bytes'],
  ['allocs/op', 'allocs'],
  ['MB/s', 'throughput'],
])

/** All lines of one name in one package. */
interface Found {
  suite: string | null
  /** With `-8` behind it where the tool wrote that. */
  written: string
  /** By unit as written, the values of each process in one group. */
  values: Map<string, Map<number, number[]>>
  failure: string | null
  /** Why a line of it was left out. */
  unread: string | null
  isSkipped: boolean
}

interface Reading {
  results: ResultsBuilder
  found: Map<string, Found>
  better: Map<string, 'lower' | 'higher'>
  /** Counts the processes: `go test` starts one for each package, and a file can hold several runs. */
  process: number
  /** The benchmark into whose line something was printed, and whose numbers may stand further down. */
  open: Pick<Found, 'suite' | 'written'> | null
}

/** Reads what `go test -bench` prints; a name that comes back within one package adds a value. */
export const go = adapter({
  name: 'go',
  title: 'Go: `go test -bench .`, as text or with `-json`',
  tool: 'Go',
  empty: "no benchmark of Go is in it; give what `go test -run '^$' -bench .` prints",
  twins: 'give each benchmark of a package a name of its own',
  recognises: ({ text }) => isTest2Json(text) || RESULT_LINE.test(text),

  read({ text }, results) {
    const reading: Reading = { results, found: new Map(), better: new Map(), process: 0, open: null }
    for (const part of isTest2Json(text) ? outputs(text, results) : [text]) readText(part, reading)
    const found = leaves([...reading.found.values()])
    const procs = suffixMeaning(found.map(({ written }) => written).filter((name) => name !== WHOLE_PACKAGE))
    if (procs.kind === 'fixed') results.describe({ GOMAXPROCS: procs.value })
    if (procs.kind === 'unclear') {
      results.warnings.push(
        'only some names end in a number, so that it cannot be told from GOMAXPROCS; all names are kept as they are written',
      )
    }
    for (const one of found) results.add(benchmarkOf(one, procs, reading.better))
  },
})

const isTest2Json = (text: string): boolean =>
  text.includes('"Action"') &&
  hasJsonLine(
    text,
    (line) =>
      typeof line['Action'] === 'string' && ('Package' in line || 'ImportPath' in line || 'Output' in line),
  )

/** What each package printed: packages run side by side, and one line may come in several events. */
function outputs(text: string, results: ResultsBuilder): string[] {
  const parts = new Map<string, string[]>()
  for (const event of jsonLinesOf(text, results)) {
    const { Action: action, Package: name, Output: output } = event
    if (action !== 'output' || typeof output !== 'string') continue
    entryOf(parts, typeof name === 'string' ? name : '', (): string[] => []).push(output)
  }
  return [...parts].map(([name, output]) => (name === '' ? '' : `pkg: ${name}\n`) + output.join(''))
}

function readText(text: string, reading: Reading): void {
  let suite: string | null = null
  let failing: Found | null = null
  reading.process++
  for (const line of linesOf(text)) {
    if (failing !== null && line.startsWith('    ') && !line.trimStart().startsWith('---')) {
      failing.failure ??= line.trim()
      continue
    }
    failing = null
    if (NAME.test(line)) readResult(line, suite, reading)
    else if (NAMELESS.test(line)) readNameless(line, reading)
    else if (line.startsWith('pkg: ')) {
      suite = line.slice('pkg: '.length).trim()
      reading.process++
    } else if (/^(?:PASS|FAIL|ok)(?:\s|$)/.test(line)) {
      const failed = /^FAIL\s+(?!exit status)(\S+)(.*)$/.exec(line)
      // It ended before all of its benchmarks had run, and nobody knows which are missing: the package itself
      // has failed.
      if (failed !== null && !hasFailure(failed[1]!, reading)) {
        entry(failed[1]!.slice(0, MAX_MESSAGE), WHOLE_PACKAGE, reading).failure ??=
          `the package failed ${/\[.*\]/.exec(failed[2]!.slice(0, MAX_MESSAGE))?.[0] ?? 'before its end'}`
      }
      if (line !== 'PASS' && line !== 'FAIL') suite = null
      reading.open = null
      reading.process++
    } else if (line.startsWith('Unit ')) readUnit(line, reading.better)
    else if (/^(?:goos|goarch|cpu): /.test(line)) {
      const colon = line.indexOf(':')
      reading.results.describe({ [line.slice(0, colon)]: line.slice(colon + 1).trim() })
    } else {
      const outcome = /^ *--- (FAIL|SKIP): (Benchmark\S*)/.exec(line)
      if (outcome === null) continue
      const one = entry(suite, outcome[2]!, reading)
      if (outcome[1] === 'SKIP') one.isSkipped = true
      else failing = one
    }
  }
}

const hasFailure = (suite: string, { found }: Reading): boolean =>
  [...found.values()].some((one) => one.suite === suite && one.failure !== null)

/** As Go itself tells a benchmark's name from other words. */
const NAME = /^Benchmark(?!\p{Ll})/u
/** Iterations, a number and a unit. */
const NAMELESS = /^\s*\d\S*\s+[+-]?[\d.]\S*\s+\S+\/op(?:\s|$)/
/** The same at the end of a line. */
const ENDS_LIKE_RESULT = /\s\d\S*\s+[+-]?[\d.]\S*\s+\S+\/op(?:\s|$)/

function readResult(line: string, suite: string | null, reading: Reading): void {
  const [name, iterations, ...rest] = line.trim().split(/\s+/)
  // With -v the name alone is printed first.
  reading.open = { suite, written: name! }
  if (iterations === undefined) return
  const values: [unit: string, value: number][] = []
  for (let at = 0; at < rest.length; at += 2) {
    const value = numberOf(rest[at]!)
    const unit = rest[at + 1]
    if (value !== null && unit !== undefined) values.push([unit, value])
  }
  // Some harnesses write 1e+06 iterations.
  const hasIterations = /^\d/.test(iterations) && decimal(iterations) !== null
  if (hasIterations && values.length > 0 && values.length * 2 >= rest.length) {
    const found = entry(suite, name!, reading)
    for (const [unit, value] of values) {
      const groups = entryOf(found.values, unit, () => new Map<number, number[]>())
      entryOf(groups, reading.process, (): number[] => []).push(value)
    }
    reading.open = null
    return
  }
  const odd = rest.find((word, at) => at % 2 === 0 && isDigits(word) && decimal(word) === null)
  if (hasIterations && odd !== undefined)
    leaveOut(entry(suite, name!, reading), 'notation', failureFor(odd), reading)
  else if (hasIterations || ENDS_LIKE_RESULT.test(line))
    leaveOut(entry(suite, name!, reading), 'interrupted', INTERRUPTED, reading)
  // Or the benchmark printed it, and its numbers follow; or the name is only a word of a sentence.
}

/** Numbers below the line of a name, into which the benchmark printed something. */
function readNameless(line: string, reading: Reading): void {
  const { open } = reading
  reading.open = null
  if (open === null) reading.results.unread.add('nameless', line)
  else leaveOut(entry(open.suite, open.written, reading), 'interrupted', INTERRUPTED, reading)
}

const INTERRUPTED = 'something else was printed into its line'

/** Where another line of it is read, only this one is missing; else it has failed to report. */
function leaveOut(found: Found, reason: Reason, why: string, { results }: Reading): void {
  results.unread.add(reason, keyOf([found.suite, found.written]))
  found.unread ??= why
}

/** NaN for what the tool writes where there is no number, null for what is not its writing. */
const numberOf = (word: string): number | null =>
  decimal(word) ?? (/^[+-]?(?:NaN|Inf)$/.test(word) ? Number.NaN : null)

function entry(suite: string | null, written: string, { found, results }: Reading): Found {
  return entryOf(found, placeOf(suite, written), () => {
    results.checkCount(found.size + 1)
    return { suite, written, values: new Map(), failure: null, unread: null, isSkipped: false }
  })
}

/** A package has no spaces in it, and neither has a name. */
const placeOf = (suite: string | null, written: string): string => `${suite ?? ''} ${written}`

/** `Unit req/s better=higher` is how a suite says what its own units mean. */
function readUnit(line: string, better: Reading['better']): void {
  const [, unit, ...settings] = line.split(/\s+/)
  for (const setting of settings) {
    if (setting === 'better=higher') better.set(unit!, 'higher')
    if (setting === 'better=lower') better.set(unit!, 'lower')
  }
}

/** Without those that only report that one below them failed or was skipped. */
function leaves(found: readonly Found[]): Found[] {
  const parents = new Set<string>()
  for (const { suite, written } of found) {
    for (let slash = written.indexOf('/'); slash !== -1; slash = written.indexOf('/', slash + 1)) {
      parents.add(placeOf(suite, written.slice(0, slash)))
    }
  }
  return found.filter(
    ({ suite, written, values, unread }) =>
      values.size > 0 || unread !== null || !parents.has(placeOf(suite, written)),
  )
}

type Suffix = { kind: 'fixed'; value: string } | { kind: 'varies' } | { kind: 'none' } | { kind: 'unclear' }

/**
 * What `-8` behind names means. The tool writes GOMAXPROCS there unless it is 1, so that a machine with more
 * cores would rename every benchmark; a name can also end like that by itself. All of one number: GOMAXPROCS.
 * Each name with each of several numbers: a list of `-cpu`. Anything else cannot be told, and names stay as
 * they are.
 */
function suffixMeaning(names: readonly string[]): Suffix {
  const byName = new Map<string, Set<string>>()
  const all = new Set<string>()
  for (const written of names) {
    const { name, procs } = split(written)
    entryOf(byName, name, () => new Set<string>()).add(procs)
    all.add(procs)
  }
  if (all.size === 1) {
    const [value] = all
    return value === NO_SUFFIX ? { kind: 'none' } : { kind: 'fixed', value: value! }
  }
  const isComplete = [...byName.values()].every((seen) => seen.size === all.size)
  return { kind: isComplete ? 'varies' : 'unclear' }
}

/** What the tool leaves out stands for one. */
const NO_SUFFIX = '1'

function split(written: string): { name: string; procs: string } {
  const dash = written.lastIndexOf('-')
  const procs = written.slice(dash + 1)
  const isSuffix = dash > 0 && /^[1-9]\d{0,5}$/.test(procs) && procs !== NO_SUFFIX
  return isSuffix ? { name: written.slice(0, dash), procs } : { name: written, procs: NO_SUFFIX }
}

function benchmarkOf(found: Found, suffix: Suffix, better: Reading['better']): Benchmark {
  const { suite, written, failure, unread, isSkipped } = found
  const { name: stripped, procs } = split(written)
  const full = suffix.kind === 'fixed' || suffix.kind === 'varies' ? stripped : written
  const params: Record<string, string> = Object.create(null)
  const path: string[] = []
  for (const part of full.split('/')) {
    const equals = part.indexOf('=')
    const param = part.slice(0, Math.max(equals, 0))
    if (path.length > 0 && equals > 0 && !Object.hasOwn(params, param)) params[param] = part.slice(equals + 1)
    else path.push(part)
  }
  if (suffix.kind === 'varies') params['procs'] = procs
  const place = { suite, name: path.pop()!, path, params }
  if (isSkipped) return { ...place, status: 'skipped' }
  if (failure !== null) return { ...place, status: 'failed', message: failure }
  return { ...place, metrics: metricsOf(found, better), message: unread }
}

function metricsOf({ values }: Found, better: Reading['better']): IngestedMetric[] {
  const metrics = [...values].map(([written, groups]) => {
    // `p99-ns/op` is a time that the suite has named.
    const dash = written.lastIndexOf('-')
    const known = normalUnit(written)
    const unit = known ?? unlessNamed(written.slice(0, dash), inUnit(written.slice(dash + 1), written))
    const of = isCounted(known === null ? written.slice(dash + 1) : written) ? counted : samples
    const id = IDS.get(written) ?? written
    const metric = { ...unit, id, better: better.get(written) ?? unit.better }
    return of(metric, 'repetition', [...groups.values()])
  })
  // Some call b.ReportMetric before the time is known; the time decides whenever it is there.
  return metrics.sort((a, b) => Number(b.id === 'time') - Number(a.id === 'time'))
}
