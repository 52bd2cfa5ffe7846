import type { Registered } from '../model/evidence.ts'

/** A benchmark as one process calls it, within its suite. */
interface Named {
  name: string
  place: Registered
}

/** Characters of a name in the sentence. */
const SHOWN = 60

/**
 * Of the benchmarks that one process of a suite listed, those that a later one lacks although the same
 * bench() call registered a name there that is not among the `known` ones: one with a date, an address or a
 * random id in it. Each with a sentence that says so, the same for all of one call. All ids are those within
 * the suite.
 */
export function changingNames(
  listed: ReadonlyMap<string, Named>,
  known: ReadonlySet<string>,
  registered: ReadonlyMap<string, Named>,
): Map<string, string> {
  const added = new Map<string, string>()
  for (const [id, { name, place }] of registered) {
    const call = callOf(place)
    if (call !== null && !known.has(id) && !added.has(call)) added.set(call, name)
  }
  const sentences = new Map<string, string>()
  const found = new Map<string, string>()
  for (const [id, { name, place }] of listed) {
    const call = callOf(place)
    if (call === null || registered.has(id) || !added.has(call)) continue
    if (!sentences.has(call)) sentences.set(call, sentenceOf(call, name, added.get(call)!))
    found.set(id, sentences.get(call)!)
  }
  return found
}

const callOf = ({ file, line }: Registered): string | null =>
  file === null || line === null ? null : `${file}:${line}`

const sentenceOf = (call: string, before: string, after: string): string =>
  `${call}: the name of this benchmark changes from process to process (${shown(before)}, ${shown(after)}): give it a fixed name`

const shown = (name: string): string =>
  JSON.stringify(name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name)
