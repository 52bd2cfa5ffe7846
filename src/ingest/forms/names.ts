import { isRecord } from './json.ts'

/**
 * Names one benchmark of a file: the parts that are there, then `name=value` for each parameter in the order
 * of the file, joined by `/`.
 */
export function keyOf(parts: readonly (string | null)[], params: Record<string, string> = {}): string {
  const named = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  return [...parts.filter((part) => part !== null && part !== ''), ...named].join('/')
}

/**
 * A name as it is the same in every process and on every machine: in Unicode's composed form (NFC), and
 * without the addresses that Python prints of what has no other text (`<function f at 0x7f12…>`).
 */
export const stableName = (written: string): string =>
  written.normalize('NFC').replace(/ at 0x[0-9A-Fa-f]{4,16}(?=>)/g, '')

/** Parameters as texts, what is none as JSON; empty for what is no object. */
export function paramsOf(written: unknown): Record<string, string> {
  const entries = Object.entries(isRecord(written) ? written : {})
  return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]))
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')

/** Folders that tell two files of one name apart; more are not looked at. */
const MAX_STEPS = 20

/**
 * A short name for each absolute path or file URL: its file name, with as many folders as tell it from the
 * others. Base and head lie in different folders and must give the same names.
 */
export function suiteNames(paths: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  let open = [...new Set(paths)].map((path) => ({ path, steps: stepsOf(path) }))
  for (let length = 1; length <= MAX_STEPS && open.length > 0; length++) {
    const bySuffix = Map.groupBy(open, ({ steps }) => steps.slice(-length).join('/'))
    open = []
    for (const [suffix, entries] of bySuffix) {
      if (entries.length === 1) names.set(entries[0]!.path, suffix)
      else open.push(...entries)
    }
  }
  for (const { path } of open) names.set(path, path)
  return names
}

function stepsOf(path: string): string[] {
  return path
    .replace(/^file:\/\//, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '')
}
