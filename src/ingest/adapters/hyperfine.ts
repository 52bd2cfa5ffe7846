import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { at, numbers, shaped, values } from '../forms/json.ts'
import { MEMORY, samples, spreadOf, summary, time } from '../forms/metrics.ts'
import { paramsOf } from '../forms/names.ts'

const fileSchema = z.object({
  results: z.array(
    z.object({
      command: z.string().max(100_000),
      ...numbers('mean', 'stddev', 'user', 'system'),
      times: values,
      memory_usage_byte: values,
      exit_codes: values,
      parameters: z.unknown().optional(),
    }),
  ),
})
type Result = z.output<typeof fileSchema>['results'][number]

/** Reads `--export-json`: each value is the time of one process. */
export const hyperfine = adapter({
  name: 'hyperfine',
  title: 'hyperfine: `--export-json FILE`',
  empty: 'it holds no results',
  twins: 'give each command a name of its own with `-n`',

  recognises({ json }) {
    const results = at(json, 'results')
    return Array.isArray(results) && typeof at(results[0], 'command') === 'string'
  },

  read(input, results) {
    for (const result of shaped(fileSchema, input, 'hyperfine').results) {
      const { command, times } = result
      const place = { name: command, params: paramsOf(result.parameters) }
      const failure = failureOf(result.exit_codes ?? [])
      if (failure !== null) {
        results.add({ ...place, status: 'failed', message: failure })
        continue
      }
      results.add({ ...place, metrics: metricsOf(result) })
      if (times?.includes(0)) {
        const shown = command.length > 100 ? `${command.slice(0, 100)}…` : command
        results.warnings.push(
          `${shown}: some times are 0, because hyperfine subtracts what starting the shell takes; use \`-N\`, or measure a longer command`,
        )
      }
    }
  },
})

/** With `-i` hyperfine goes on after a failure; a command that fails is mostly faster, and says nothing. */
function failureOf(codes: readonly unknown[]): string | null {
  const bad = codes.filter((code) => code !== 0)
  if (bad.length === 0) return null
  const kinds = bad.map((code) => (typeof code === 'number' ? `exit code ${code}` : 'ended by a signal'))
  return `${bad.length} of ${codes.length} runs failed: ${[...new Set(kinds)].slice(0, 5).join(', ')}`
}

function metricsOf({ times, mean, stddev, user, system, memory_usage_byte: memory }: Result) {
  const count = times?.length ?? null
  return [
    times?.length
      ? samples(time(1e9), 'process', [times])
      : summary(time(1e9), 'mean', mean, { spread: spreadOf('sd', stddev) }),
    // Less than a tick of the system's clock is no value.
    summary({ ...time(1e9), id: 'user-time' }, 'mean', user || null, { count }),
    summary({ ...time(1e9), id: 'system-time' }, 'mean', system || null, { count }),
    memory == null ? null : samples(MEMORY, 'process', [memory]),
  ]
}
