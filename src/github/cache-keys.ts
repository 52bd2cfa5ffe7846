import { hash } from 'node:crypto'

/** Where a branch's mirror lies in the cache: its directory's name, and what all keys start with. */
export interface MirrorPlace {
  name: string
  prefix: string
}

/** The place of one branch of one remote. The URL holds no token. */
export function mirrorPlace(remoteUrl: string, branch: string): MirrorPlace {
  const digest = hash('sha256', JSON.stringify([remoteUrl, branch])).slice(0, 16)
  return { name: `store-${digest}`, prefix: `benchgate-store-v1-${digest}-` }
}

/** The key of a mirror whose tip is this commit. A restore that found it leaves nothing to save. */
export function mirrorKey(place: MirrorPlace, tip: string): string {
  return `${place.prefix}${tip}`
}
