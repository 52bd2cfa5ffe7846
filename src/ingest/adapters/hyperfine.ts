import { z } from 'zod'
import type { IngestedBenchmark, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { at } from '../forms/at.ts'
import { benchmarkOf, type MetricDraft, samples, soundMetrics, summary } from '../benchmark.ts'
import { isRecord, refusal, shaped } from '../forms/json-shape.ts'
import { numeric } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'

/** Reads `--export-json`: each value is the time of one process. */
export const hyperfine: Adapter = {
  name: 'hyperfine',
  title: 'hyperfine: `--export-json FILE`',
  recognises: ({ json }) => {
    const results = at(json, 'results')
    return Array.isArray(results) && typeof at(results[0], 'command') === 'string'
  },
  read,
}

const number = z.number().nullish()

const fileSchema = z.object({
  results: z
    .array(
      z.object({
        command: z.string().max(100_000),
        mean: number,
        stddev: number,
        user: number,
        system: number,
        times: z.array(z.unknown()).nullish(),
        memory_usage_byte: z.array(z.unknown()).nullish(),
        exit_codes: z.array(z.unknown()).nullish(),
        parameters: z.unknown().optional(),
      }),
    )
    .max(MAX_BENCHMARKS),
})
type Result = z.output<typeof fileSchema>['results'][number]

function read(input: Input): ResultFile {
  const { results } = shaped(fileSchema, input, 'hyperfine')
  if (results.length === 0) throw refusal(input, 'it holds no results')
  const warnings: string[] = []
  const benchmarks = results.map((result) => toBenchmark(result, warnings))
  return {
    tool: 'hyperfine',
    version: null,
    environment: {},
    benchmarks: withoutTwins(input, benchmarks, 'give each command a name of its own with `-n`'),
    warnings,
  }
}

function toBenchmark(result: Result, warnings: string[]): IngestedBenchmark {
  const params: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(isRecord(result.parameters) ? result.parameters : {})) {
    params[name] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  const failure = failureOf(result.exit_codes ?? [])
  const metrics = failure === null ? soundMetrics(shown(result.command), metricsOf(result), warnings) : []
  if (metrics[0]?.data.kind === 'samples' && metrics[0].data.groups[0]!.includes(0)) {
    warnings.push(
      `${shown(result.command)}: some times are 0, because hyperfine subtracts what starting the shell takes; use \`-N\`, or measure a longer command`,
    )
  }
  return benchmarkOf({ name: result.command, params, metrics, failure })
}

/** With `-i` hyperfine goes on after a failure; a command that fails is mostly faster, and says nothing. */
function failureOf(codes: readonly unknown[]): string | null {
  const bad = codes.filter((code) => code !== 0)
  if (bad.length === 0) return null
  const kinds = [
    ...new Set(bad.map((code) => (typeof code === 'number' ? `exit code ${code}` : 'ended by a signal'))),
  ]
  return `${bad.length} of ${codes.length} runs failed: ${kinds.slice(0, 5).join(', ')}`
}

function metricsOf({ times, mean, stddev, user, system, memory_usage_byte: memory }: Result): MetricDraft[] {
  const count = times?.length ?? null
  const seconds = (value: number | null | undefined) => (value == null ? null : value * 1e9)
  const sd = seconds(stddev)
  const spread = sd === null ? null : ({ kind: 'sd', value: sd } as const)
  const time =
    count === null || count === 0
      ? summary('mean', seconds(mean), { spread })
      : samples('process', [times!.map((time) => numeric(time) * 1e9)])
  return [
    { id: 'time', unit: 'ns', better: 'lower', data: time },
    { id: 'user-time', unit: 'ns', better: 'lower', data: summary('mean', seconds(user), { count }) },
    { id: 'system-time', unit: 'ns', better: 'lower', data: summary('mean', seconds(system), { count }) },
    {
      id: 'memory',
      unit: 'B',
      better: 'lower',
      data: memory == null ? null : samples('process', [memory.map(numeric)]),
    },
  ]
}

const shown = (command: string): string => (command.length > 100 ? `${command.slice(0, 100)}…` : command)
