import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter } from '../adapter.ts'
import { Collected, unmeasured } from '../collect.ts'
import { keyOf } from '../forms/key.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { suiteNames } from '../forms/suite-names.ts'
import { addFlat, addTask, flatStatistics, taskStatistics } from '../forms/tinybench-statistics.ts'

// Version 5: the jest-like report, in which a test carries its benchmarks. It is also the report of ordinary tests.
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

// Version 3 and before: --outputJson.
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

/** Reads `vitest bench`: version 5's JSON reporter, and `--outputJson` of version 3. */
export const vitest: Adapter = {
  name: 'vitest',
  title: 'vitest bench: --reporter=json (version 5) or --outputJson (version 3)',

  recognises: ({ json }) => isRecord(json) && (isReport(json) || isOutput(json) || isStoredResult(json)),

  read(input) {
    const { json } = input
    if (isRecord(json) && isStoredResult(json))
      throw refusal(
        input,
        'it is one result that vitest stored (writeResult), without the name of its benchmark; use --reporter=json --outputFile.json=FILE',
      )
    const warnings: string[] = []
    const benchmarks =
      isRecord(json) && Array.isArray(json.files)
        ? outputBenchmarks(shaped(output, input, 'vitest bench --outputJson'), warnings)
        : reportBenchmarks(shaped(report, input, 'vitest bench --reporter=json'), warnings)
    return { tool: 'vitest', version: null, environment: {}, benchmarks, warnings }
  },
}

function isReport(json: Record<string, unknown>): boolean {
  const { testResults } = json
  return (
    Array.isArray(testResults) && testResults.some((file) => some(file, 'assertionResults', 'benchmarks'))
  )
}

function isOutput(json: Record<string, unknown>): boolean {
  const { files } = json
  return Array.isArray(files) && files.some((file) => some(file, 'groups', 'benchmarks'))
}

function isStoredResult(json: Record<string, unknown>): boolean {
  return (
    isRecord(json.latency) &&
    isRecord(json.throughput) &&
    json.period !== undefined &&
    json.name === undefined
  )
}

/** True when the list `name` of a value has an entry with the list `inner`. */
function some(value: unknown, name: string, inner: string): boolean {
  const list = isRecord(value) ? value[name] : null
  return Array.isArray(list) && list.some((entry) => isRecord(entry) && Array.isArray(entry[inner]))
}

function reportBenchmarks({ testResults }: z.infer<typeof report>, warnings: string[]): IngestedBenchmark[] {
  const suites = suiteNames(testResults.map(({ name }) => name))
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const suite = suites.get(name) ?? name
    if (assertionResults.length === 0 && status === 'failed')
      return [{ key: suite, suite, path: [], name: suite, params: {}, ...unmeasured('failed', message) }]
    return assertionResults.flatMap((test) => testBenchmarks(test, suite, warnings))
  })
}

function testBenchmarks(
  { ancestorTitles, title, status, failureMessages, benchmarks }: z.infer<typeof assertion>,
  suite: string,
  warnings: string[],
): IngestedBenchmark[] {
  const tasks = benchmarks?.flatMap(({ tasks }) => tasks) ?? []
  const path = [...ancestorTitles, title]
  const testKey = keyOf([suite, ...path], {})
  const message = failureMessages?.[0]
  if (tasks.length === 0) {
    const ended = ENDED.get(status)
    return ended === undefined
      ? []
      : [
          {
            key: testKey,
            suite,
            path: ancestorTitles,
            name: title,
            params: {},
            ...unmeasured(ended, message),
          },
        ]
  }
  // An expectation may have failed after the measuring: the numbers stand, and Benchgate judges them itself.
  if (status === 'failed')
    warnings.push(`${testKey}: the test failed${message ? `: ${firstLine(message)}` : ''}`)
  const fresh = tasks.filter(({ fromStore }) => fromStore !== true)
  if (fresh.length < tasks.length)
    warnings.push(
      `${testKey}: ${tasks.length - fresh.length} results of an earlier run (bench.from) were left out`,
    )
  return fresh.map((task) => {
    const key = keyOf([suite, ...path, task.name], {})
    const collected = new Collected(key, warnings)
    addTask(collected, task)
    return { key, suite, path, name: task.name, params: {}, ...collected.outcome() }
  })
}

const ENDED: ReadonlyMap<string, 'failed' | 'skipped'> = new Map([
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  ['todo', 'skipped'],
  ['disabled', 'skipped'],
])

const firstLine = (text: string): string => text.split('\n', 1)[0]!.slice(0, 500)

function outputBenchmarks({ files }: z.infer<typeof output>, warnings: string[]): IngestedBenchmark[] {
  return files.flatMap(({ groups }) =>
    groups.flatMap(({ fullName, benchmarks }) => {
      // The path of the file relative to the root, then the titles. Titles may hold the separator too.
      const [suite = '', ...path] = fullName.split(BETWEEN_TITLES)
      return benchmarks.map((benchmark) => {
        const { name } = benchmark
        const key = keyOf([suite, ...path, name], {})
        const collected = new Collected(key, warnings)
        addFlat(collected, benchmark)
        return { key, suite, path, name, params: {}, ...collected.outcome() }
      })
    }),
  )
}
