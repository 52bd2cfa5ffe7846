/** Major and minor version of the oldest Node whose module hooks the worker can use. */
export const OLDEST_NODE = [22, 18] as const

/** Names of long-term releases that are older. */
const OLD_NAMES = ['argon', 'boron', 'carbon', 'dubnium', 'erbium', 'fermium', 'gallium', 'hydrogen', 'iron']

/**
 * Whether a version, as `.nvmrc` or actions/setup-node name it, can only be a Node that is too old: `20`,
 * `v18.x`, `22.10`, `lts/iron`. Of a range the newest counts, and what is not understood is left alone.
 */
export function isTooOld(version: string): boolean {
  const text = version.trim().toLowerCase()
  const name = /^lts\/([a-z]+)$/.exec(text)?.[1]
  if (name !== undefined) return OLD_NAMES.includes(name)
  const [, sign = '', major = '', minor = ''] =
    /^([~^=]?)\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.[\w.*-]+)?$/.exec(text) ?? []
  if (major === '') return false
  if (Number(major) !== OLDEST_NODE[0]) return Number(major) < OLDEST_NODE[0]
  return sign !== '^' && /^\d+$/.test(minor) && Number(minor) < OLDEST_NODE[1]
}
