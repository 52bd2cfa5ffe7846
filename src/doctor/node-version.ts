/** The oldest Node that suites can run on. */
const NEEDED = [22, 18] as const

/** Names of long-term releases that are older. */
const OLD_NAMES = ['argon', 'boron', 'carbon', 'dubnium', 'erbium', 'fermium', 'gallium', 'hydrogen', 'iron']

/**
 * Whether `node-version` of actions/setup-node can only be a Node that is too old: `20`, `v18.x`, `22.10`,
 * `lts/iron`. Of a range the newest counts, and what is not understood is left alone.
 */
export function isTooOld(version: string): boolean {
  const text = version.trim().toLowerCase()
  const name = /^lts\/([a-z]+)$/.exec(text)?.[1]
  if (name !== undefined) return OLD_NAMES.includes(name)
  const [, sign = '', major = '', minor = ''] =
    /^([~^=]?)\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.[\w.*-]+)?$/.exec(text) ?? []
  if (major === '') return false
  if (Number(major) !== NEEDED[0]) return Number(major) < NEEDED[0]
  return sign !== '^' && /^\d+$/.test(minor) && Number(minor) < NEEDED[1]
}
