/** One line of a git tree. Names are bytes: each is kept as the character of the same number (latin1). */
export interface TreeEntry {
  /** Octal, as in the object: 40000 is a folder, 100644 a file, 120000 a symbolic link. */
  mode: string
  name: string
  sha: string
}

export const FOLDER = '40000'
export const FILE = '100644'

/** The entries of a raw tree object (gitformat-tree): `<mode> <name>\0<20 bytes of id>` each. */
export function parseTree(raw: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < raw.length) {
    const space = raw.indexOf(0x20, at)
    const end = raw.indexOf(0, space)
    if (space < 0 || end < 0 || end + 21 > raw.length) throw new RangeError('a tree breaks off')
    entries.push({
      mode: raw.toString('latin1', at, space),
      name: raw.toString('latin1', space + 1, end),
      sha: raw.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

/** The entries as `git mktree -z` reads them, which puts them in git's order. */
export function treeLines(entries: readonly TreeEntry[]): Buffer {
  const type = (mode: string) => (mode === FOLDER ? 'tree' : mode === '160000' ? 'commit' : 'blob')
  const lines = entries.map(({ mode, name, sha }) => `${mode} ${type(mode)} ${sha}\t${name}\0`)
  return Buffer.from(lines.join(''), 'latin1')
}

/** The entries with more of them, or with others in the place of those of the same names. */
export function withEntries(entries: readonly TreeEntry[], added: readonly TreeEntry[]): TreeEntry[] {
  const replaced = new Set(added.map(({ name }) => name))
  return [...entries.filter(({ name }) => !replaced.has(name)), ...added]
}
