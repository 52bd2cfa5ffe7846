// A prune deletes the runs that show where a change point was, all but those around it. So the message of its
// commit names the commits that stay, and later prunes read it.

const KEPT = /^Keeps (?<kept>[0-9a-f]{12}(?: [0-9a-f]{12})*)$/gm
/** Of ids of 12 characters: no line is longer than 110. */
const IDS_A_LINE = 8
const MAX_KEPT = 20_000

/** The message of a commit that deletes runs. */
export function pruneMessage(count: number, kept: readonly string[]): string {
  const ids = [...new Set(kept.map((sha) => sha.slice(0, 12)))].slice(0, MAX_KEPT)
  const lines = Array.from({ length: Math.ceil(ids.length / IDS_A_LINE) }, (_, i) =>
    ids.slice(i * IDS_A_LINE, (i + 1) * IDS_A_LINE),
  )
  const about = lines.map((some) => `Keeps ${some.join(' ')}\n`)
  return `Prune ${count} ${count === 1 ? 'run' : 'runs'}\n${about.length === 0 ? '' : '\nAround change points:\n'}${about.join('')}`
}

/** The beginnings of ids that messages of prunes name. */
export async function keptIn(messages: AsyncIterable<string>): Promise<Set<string>> {
  const kept = new Set<string>()
  for await (const message of messages) {
    if (!message.startsWith('Prune ')) continue
    for (const { groups } of message.matchAll(KEPT)) {
      for (const id of groups!['kept']!.split(' ')) if (kept.size < MAX_KEPT) kept.add(id)
    }
  }
  return kept
}
