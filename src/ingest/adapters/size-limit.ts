import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { isRecord, numbers, shaped } from '../forms/json.ts'
import { exact, numeric, summary, time } from '../forms/metrics.ts'
import { nothingMeasured } from '../refusal.ts'

const MAX_ERROR = 500

const file = z.array(
  z.object({
    name: z.string(),
    passed: z.boolean().nullish(),
    ...numbers('size', 'running', 'loading'),
  }),
)

/** Reads `size-limit --json`. Its unit is not in the file: sizes are bytes, times seconds. */
export const sizeLimit = adapter({
  name: 'size-limit',
  title: 'size-limit --json',

  recognises: ({ json }) => (Array.isArray(json) && json.some(isCheck)) || errorIn(json) !== null,

  read(input, results) {
    const error = errorIn(input.json)
    if (error !== null)
      throw nothingMeasured(input, `size-limit itself failed: ${error}`, 'run size-limit without --json')
    for (const { name, passed, size, running, loading } of shaped(file, input, 'size-limit --json')) {
      if (passed === false) results.warnings.push(`${name}: size-limit itself says that it is over its limit`)
      results.add({
        name,
        metrics: [
          exact({ id: 'size', unit: 'B', better: 'lower' }, size),
          summary({ ...time(1e9), id: 'running-time' }, 'other', running),
          summary({ ...time(1e9), id: 'loading-time' }, 'other', loading),
        ],
      })
    }
  },
})

function isCheck(entry: unknown): boolean {
  return (
    isRecord(entry) &&
    typeof entry.name === 'string' &&
    entry.value === undefined &&
    entry.unit === undefined &&
    (isSize(entry.size) || (typeof entry.passed === 'boolean' && isSize(entry.running)))
  )
}

const isSize = (value: unknown): boolean => !Number.isNaN(numeric(value))

/** The first line of what size-limit writes when it fails; nobody knows what the rest holds. */
function errorIn(json: unknown): string | null {
  if (!isRecord(json) || Object.keys(json).length > 1 || typeof json.error !== 'string') return null
  return json.error.trim().split('\n', 1)[0]!.slice(0, MAX_ERROR)
}
