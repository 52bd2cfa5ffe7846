import { z } from 'zod'
import type { Adapter } from '../adapter.ts'
import { Collected } from '../collect.ts'
import { isRecord, quantity, shaped } from '../forms/json-shape.ts'
import { keyOf } from '../forms/key.ts'

const NS_PER_S = 1e9

const file = z.array(
  z.object({
    name: z.string(),
    passed: z.boolean().nullish(),
    size: quantity,
    running: quantity,
    loading: quantity,
  }),
)

/** Reads `size-limit --json`. Its unit is not in the file: sizes are bytes, times seconds. */
export const sizeLimit: Adapter = {
  name: 'size-limit',
  title: 'size-limit --json',

  recognises: ({ json }) => Array.isArray(json) && json.length > 0 && json.every(isCheck),

  read(input) {
    const warnings: string[] = []
    const benchmarks = shaped(file, input, 'size-limit --json').map(
      ({ name, passed, size, running, loading }) => {
        const key = keyOf([name], {})
        const collected = new Collected(key, warnings)
        collected.exact({ id: 'size', unit: 'B', better: 'lower' }, size)
        const time = { unit: 'ns', better: 'lower', factor: NS_PER_S } as const
        collected.summary({ id: 'running-time', ...time }, 'other', running)
        collected.summary({ id: 'loading-time', ...time }, 'other', loading)
        if (passed === false) warnings.push(`${key}: size-limit itself says that it is over its limit`)
        return { key, suite: null, path: [], name, params: {}, ...collected.outcome() }
      },
    )
    return { tool: 'size-limit', version: null, environment: {}, benchmarks, warnings }
  },
}

function isCheck(entry: unknown): boolean {
  return (
    isRecord(entry) &&
    typeof entry.name === 'string' &&
    entry.value === undefined &&
    (typeof entry.size === 'number' ||
      (typeof entry.passed === 'boolean' && typeof entry.running === 'number'))
  )
}
