import { z } from 'zod'
import { adapter, type Input } from '../adapter.ts'
import { type ConsoleTable, consoleTables } from '../forms/console-table.ts'
import { at, isRecord, shaped } from '../forms/json.ts'
import { keyOf } from '../forms/names.ts'
import {
  flatMetrics,
  flatStatistics,
  oddNumber,
  shownMetrics,
  taskMetrics,
  taskStatistics,
} from '../forms/tinybench-statistics.ts'
import { refusal } from '../refusal.ts'
import type { Found, ResultsBuilder } from '../results-builder.ts'

const result = z.object({
  state: z.string().nullish(),
  error: z.unknown().optional(),
  runtime: z.string().nullish(),
  runtimeVersion: z.string().nullish(),
})

const dump = z.object({
  name: z.string().nullish(),
  tasks: z.array(z.unknown()).nullish(),
  results: z.array(z.unknown()),
  table: z.array(z.unknown()).nullish(),
})

/** The column of `bench.table()` that names a task, since version 2. */
const NAME = /^Task [Nn]ame$/
/** How long what stands above a table took, which differs from run to run. */
const TIME_IN_TITLE = /\d\s*(?:[nuµm]?s|sec|min)\b/

const REMEDY =
  'print console.table(bench.table()), or write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })'

interface Task {
  name: string
  result: unknown
  /** What `bench.table()` says of an error; the error itself becomes {} in JSON. */
  error: unknown
}

/**
 * Reads what scripts write of tinybench's results: the tables of `console.table(bench.table())`, JSON of
 * `{ tasks, results }`, or a list of results each with its name. Version 6 keeps its fields private, so that
 * tasks alone become `{}`.
 */
export const tinybench = adapter({
  name: 'tinybench',
  title: 'tinybench: console.table(bench.table()), JSON of { tasks, results }, or a list of { name, result }',

  recognises({ json, text }) {
    if (json === undefined) return /│\s*Task [Nn]ame\s*│/.test(text)
    const results = isRecord(json) ? json.results : json
    return (
      Array.isArray(results) &&
      results.some((entry) => isResult(isRecord(entry) ? (entry.result ?? entry) : null))
    )
  },

  read(input, results) {
    if (input.json === undefined) {
      const tables = [...consoleTables(input.text, NAME)]
      if (tables.length === 0) throw refusal(input, 'it holds neither a table of tinybench nor JSON', REMEDY)
      return addTables(tables, results)
    }
    const { group, tasks } = tasksOf(input)
    for (const { name, result, error } of tasks) {
      const path = group === null ? [] : [group]
      if (at(result, 'state') === 'aborted-with-statistics') {
        const key = keyOf([...path, name])
        results.warnings.push(`${key}: it was aborted; what it measured until then counts`)
      }
      results.add({ path, name, ...measured(input, result, error, results) })
    }
  },
})

/** Tables of tasks with one name each are told apart by what is printed above them, such as `bench.name`. */
function addTables(tables: readonly ConsoleTable[], results: ResultsBuilder): void {
  const titles = new Set(tables.map(({ title }) => title))
  const names = tables.map(({ columns, rows }) => {
    const at = columns.findIndex((column) => NAME.test(column))
    return rows.map((row) => row[at]!)
  })
  const hasTwins = new Set(names.flat()).size < names.flat().length
  const isTitled =
    titles.size === tables.length && ![...titles].some((one) => one === '' || TIME_IN_TITLE.test(one))
  if (tables.some(({ isWhole }) => !isWhole))
    results.warnings.push('a table was cut off; benchmarks at its end may be missing')
  for (const [i, { title, columns, rows, broken }] of tables.entries()) {
    for (const line of broken) results.unread.add('form', line)
    const path = hasTwins && isTitled ? [title] : []
    for (const [j, row] of rows.entries()) {
      const place = { path, name: names[i]![j]! }
      const cell = (wanted: RegExp) => row[columns.findIndex((column) => wanted.test(column))] ?? ''
      const error = cell(/^Error$/)
      const metrics = shownMetrics(cell)
      const odd = oddNumber(cell)
      if (odd !== null) results.add(results.unreadable(place, odd))
      else if (metrics.length > 0) results.add({ ...place, metrics })
      else results.add({ ...place, status: 'failed', message: error === '' ? cell(/^Remarks$/) : error })
    }
  }
}

function isResult(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (typeof value.state === 'string') return isRecord(value.latency) || value.state === 'errored'
  // Before version 6 there was no state.
  return (
    (isRecord(value.latency) && isRecord(value.throughput)) ||
    (typeof value.hz === 'number' && Array.isArray(value.samples) && typeof value.rme === 'number')
  )
}

function tasksOf(input: Input): { group: string | null; tasks: Task[] } {
  const { json } = input
  if (Array.isArray(json)) return { group: null, tasks: named(input, json, [], []) }
  const { name, tasks, results, table } = shaped(dump, input, 'tinybench')
  return { group: name ?? null, tasks: named(input, results, tasks ?? [], table ?? []) }
}

function named(
  input: Input,
  results: readonly unknown[],
  tasks: readonly unknown[],
  table: readonly unknown[],
): Task[] {
  return results.map((entry, index) => {
    const shown = isRecord(table[index]) ? table[index] : {}
    const name = [entry, tasks[index], shown['Task name']]
      .map((holder) => (isRecord(holder) ? holder.name : holder))
      .find((name) => typeof name === 'string')
    if (typeof name !== 'string')
      throw refusal(
        input,
        `result ${index + 1} of tinybench has no name, which tinybench keeps apart from it; ${REMEDY}`,
      )
    return {
      name,
      result: isRecord(entry) && isRecord(entry.result) ? entry.result : entry,
      error: shown.Error,
    }
  })
}

/** How a task ended, given what tinybench says of it. */
function measured(
  input: Input,
  json: unknown,
  shownError: unknown,
  results: ResultsBuilder,
): Pick<Found, 'status' | 'message' | 'metrics'> {
  const { state, error, runtime, runtimeVersion } = shaped(result, input, 'tinybench', json)
  if (runtime != null) results.describe({ runtime: [runtime, runtimeVersion ?? ''].join(' ').trim() })
  if (state === 'errored' || error != null) {
    const message = isRecord(error) ? (error.message ?? shownError) : error
    return { status: 'failed', message: typeof message === 'string' ? message : null }
  }
  if (state === 'not-started' || state === 'started')
    return { status: 'skipped', message: `its state is ${state}` }
  if (state === 'aborted') return { status: 'failed', message: 'it was aborted' }
  const metrics =
    isRecord(json) && isRecord(json.latency)
      ? taskMetrics(shaped(taskStatistics, input, 'tinybench', json))
      : flatMetrics(shaped(flatStatistics, input, 'tinybench', json))
  return { metrics }
}
