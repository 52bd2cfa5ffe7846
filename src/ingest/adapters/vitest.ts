import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { at, isRecord, shaped } from '../forms/json.ts'
import { keyOf, suiteNames } from '../forms/names.ts'
import { flatMetrics, flatStatistics, taskMetrics, taskStatistics } from '../forms/tinybench-statistics.ts'
import { refusal } from '../refusal.ts'
import type { ResultsBuilder } from '../results-builder.ts'

// Version 5: the jest-like report, in which a test carries its benchmarks. It is also the report of ordinary
// tests.
const task = taskStatistics.extend({ name: z.string(), fromStore: z.boolean().nullish() })
const assertion = z.object({
  ancestorTitles: z.array(z.string()),
  title: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()).nullish(),
  benchmarks: z.array(z.object({ tasks: z.array(task) })).nullish(),
})
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string().nullish(),
      message: z.string().nullish(),
      assertionResults: z.array(assertion),
    }),
  ),
})

// Version 4 and before: --outputJson.
const output = z.object({
  files: z.array(
    z.object({
      filepath: z.string(),
      groups: z.array(
        z.object({
          fullName: z.string(),
          benchmarks: z.array(flatStatistics.extend({ name: z.string() })),
        }),
      ),
    }),
  ),
})

const BETWEEN_TITLES = ' > '

export const vitest = adapter({
  name: 'vitest',
  title: 'vitest bench: --reporter=json (version 5) or --outputJson (versions 2 to 4)',

  recognises: ({ json }) => hasReport(json) || hasOutput(json) || isStoredResult(json),

  read(input, results) {
    const { json } = input
    if (isStoredResult(json))
      throw refusal(
        input,
        'it is one result that vitest stored (writeResult), without the name of its benchmark; use --reporter=json --outputFile.json=FILE',
      )
    if (Array.isArray(at(json, 'files')))
      addOutput(results, shaped(output, input, 'vitest bench --outputJson'))
    else addReport(results, shaped(report, input, 'vitest bench --reporter=json'))
  },
})

const hasReport = (json: unknown): boolean => hasBenchmarks(at(json, 'testResults'), 'assertionResults')
const hasOutput = (json: unknown): boolean => hasBenchmarks(at(json, 'files'), 'groups')

const isStoredResult = (json: unknown): boolean =>
  isRecord(at(json, 'latency')) &&
  isRecord(at(json, 'throughput')) &&
  at(json, 'period') !== undefined &&
  at(json, 'name') === undefined

/** Whether one of the files has an entry with a list of benchmarks in its list `name`. */
const hasBenchmarks = (files: unknown, name: string): boolean =>
  listOf(files).some((file) => listOf(at(file, name)).some((entry) => Array.isArray(at(entry, 'benchmarks'))))

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function addReport(results: ResultsBuilder, { testResults }: z.infer<typeof report>): void {
  const suites = suiteNames(testResults.map(({ name }) => name))
  for (const { name, status, message, assertionResults } of testResults) {
    const suite = suites.get(name) ?? name
    if (assertionResults.length === 0 && status === 'failed')
      results.add({ key: suite, suite, name: suite, status, message })
    for (const test of assertionResults) addTest(results, test, suite)
  }
}

function addTest(
  results: ResultsBuilder,
  { ancestorTitles, title, status, failureMessages, benchmarks }: z.infer<typeof assertion>,
  suite: string,
): void {
  const tasks = benchmarks?.flatMap(({ tasks }) => tasks) ?? []
  const message = failureMessages?.[0]
  if (tasks.length === 0) {
    const ended = ENDED.get(status)
    if (ended !== undefined) results.add({ suite, path: ancestorTitles, name: title, status: ended, message })
    return
  }
  const path = [...ancestorTitles, title]
  const warn = (what: string) => results.warnings.push(`${keyOf([suite, ...path])}: ${what}`)
  // An expectation may have failed after the measuring: the numbers stand, and Benchgate judges them itself.
  if (status === 'failed') warn(`the test failed${message ? `: ${firstLine(message)}` : ''}`)
  const fresh = tasks.filter(({ fromStore }) => fromStore !== true)
  if (fresh.length < tasks.length)
    warn(`${tasks.length - fresh.length} results of an earlier run (bench.from) were left out`)
  for (const task of fresh) results.add({ suite, path, name: task.name, metrics: taskMetrics(task) })
}

const ENDED: ReadonlyMap<string, 'failed' | 'skipped'> = new Map([
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  ['todo', 'skipped'],
  ['disabled', 'skipped'],
])

const firstLine = (text: string): string => text.split('\n', 1)[0]!.slice(0, 500)

function addOutput(results: ResultsBuilder, { files }: z.infer<typeof output>): void {
  for (const { fullName, benchmarks } of files.flatMap(({ groups }) => groups)) {
    // The path of the file relative to the root, then the titles. Titles may hold the separator too.
    const [suite = '', ...path] = fullName.split(BETWEEN_TITLES)
    for (const benchmark of benchmarks)
      results.add({ suite, path, name: benchmark.name, metrics: flatMetrics(benchmark) })
  }
}
