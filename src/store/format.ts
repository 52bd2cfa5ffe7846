import { FILE, type TreeEntry } from './tree.ts'
import { FORMAT_FILE } from './paths.ts'
import { idOf, type Mirror } from './mirror.ts'
import { schemaIn } from './run-file.ts'

/** Why a branch with this root is not one that this version may read or write; null when it is. */
export async function foreignFormat(mirror: Mirror, root: readonly TreeEntry[]): Promise<string | null> {
  const file = root.find(({ name }) => name === FORMAT_FILE.name)
  // A branch may have been created by hand, for a rule's sake.
  if (file === undefined) return null
  const problem = `its ${FORMAT_FILE.name} is not one of Benchgate's`
  if (file.mode !== FILE) return problem
  // What this version writes is known without asking for it.
  if (file.sha === idOf('blob', Buffer.from(FORMAT_FILE.text), file.sha.length)) return null
  const [info] = await mirror.ensure([file.sha])
  if (info?.type !== 'blob' || info.size > 100_000) return problem
  for await (const { bytes } of mirror.contents([info])) {
    const schema = schemaOf(bytes.toString())
    if (schema === null) return problem
    if (schema > FORMAT_FILE.schema) {
      return `it was written by a newer Benchgate (format ${schema}; this one knows ${FORMAT_FILE.schema})`
    }
  }
  return null
}

function schemaOf(text: string): number | null {
  try {
    return schemaIn(JSON.parse(text))
  } catch {
    return null
  }
}
