import { z } from 'zod'
import { adapter } from '../adapter.ts'
import { isRecord, numbers, shaped } from '../forms/json.ts'
import { exact, summary, time } from '../forms/metrics.ts'

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

  recognises: ({ json }) => Array.isArray(json) && json.length > 0 && json.every(isCheck),

  read(input, results) {
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
    (typeof entry.size === 'number' ||
      (typeof entry.passed === 'boolean' && typeof entry.running === 'number'))
  )
}
