import { nestsDeeper } from '../model/json-depth.ts'

export type Json = Record<string, unknown>

/** No manifest and no lockfile nests as deep; what walks them may recurse. */
const MAX_DEPTH = 200

/** The object in a package.json or lockfile, which anyone may have written; null where it holds none. */
export function jsonObject(text: string): Json | null {
  if (nestsDeeper(text, MAX_DEPTH)) return null
  try {
    // Package managers read past a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\u{feff}/u, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}
