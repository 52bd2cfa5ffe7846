import { isRecord } from './json-shape.ts'

/** What a JSON value holds at a path of keys; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}
