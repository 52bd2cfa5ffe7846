import { z } from 'zod'
import type { IngestedBenchmark } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { Collected, unmeasured } from '../collect.ts'
import { keyOf } from '../forms/key.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { addFlat, addTask, flatStatistics, taskStatistics } from '../forms/tinybench-statistics.ts'

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

const REMEDY =
  'write JSON.stringify({ tasks: bench.tasks.map(({ name }) => ({ name })), results: bench.results })'

interface Task {
  name: string
  result: unknown
  /** What `bench.table()` says of an error; the error itself becomes {} in JSON. */
  error: unknown
}

/**
 * Reads what scripts write of tinybench's results: `{ tasks, results }`, or a list of results each with its name.
 * Version 6 keeps its fields private, so that tasks alone become `{}`.
 */
export const tinybench: Adapter = {
  name: 'tinybench',
  title: 'tinybench: JSON of { tasks, results }, or a list of { name, result }',

  recognises({ json }) {
    const results = isRecord(json) ? json.results : json
    return (
      Array.isArray(results) &&
      results.some((entry) => isResult(isRecord(entry) ? (entry.result ?? entry) : null))
    )
  },

  read(input) {
    const { group, tasks } = tasksOf(input)
    const warnings: string[] = []
    const environment: Record<string, string> = {}
    const benchmarks = tasks.map(({ name, result, error }) => {
      const key = keyOf([group, name], {})
      return {
        key,
        suite: null,
        path: group === null ? [] : [group],
        name,
        params: {},
        ...measured({ ...input, json: result }, error, key, warnings, environment),
      } satisfies IngestedBenchmark
    })
    return { tool: 'tinybench', version: null, environment, benchmarks, warnings }
  },
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

function measured(
  input: Input,
  shownError: unknown,
  key: string,
  warnings: string[],
  environment: Record<string, string>,
) {
  const { state, error, runtime, runtimeVersion } = shaped(result, input, 'tinybench')
  if (runtime != null) environment.runtime = [runtime, runtimeVersion ?? ''].join(' ').trim()
  if (state === 'errored' || error != null) {
    const message = isRecord(error) ? (error.message ?? shownError) : error
    return unmeasured('failed', typeof message === 'string' ? message : null)
  }
  if (state === 'not-started' || state === 'started') return unmeasured('skipped', `its state is ${state}`)
  if (state === 'aborted') return unmeasured('failed', 'it was aborted')
  if (state === 'aborted-with-statistics')
    warnings.push(`${key}: it was aborted; what it measured until then counts`)
  const collected = new Collected(key, warnings)
  if (isRecord(input.json) && isRecord(input.json.latency))
    addTask(collected, shaped(taskStatistics, input, 'tinybench'))
  else addFlat(collected, shaped(flatStatistics, input, 'tinybench'))
  return collected.outcome()
}
