import { createHash } from 'node:crypto'

/** Where the mirror of a stored branch lies in the cache: the name of its directory, and what all of its keys start with. */
export interface MirrorPlace {
  name: string
  prefix: string
}

/** The place of one branch of one remote. A token in the remote's URL is another one in every job and makes no difference. */
export function mirrorPlace(remoteUrl: string, branch: string): MirrorPlace {
  const hash = createHash('sha256')
    .update(JSON.stringify([withoutCredentials(remoteUrl), branch]))
    .digest('hex')
    .slice(0, 16)
  return { name: `store-${hash}`, prefix: `benchgate-store-v1-${hash}-` }
}

/** The key of a mirror whose tip is this commit. A restore that found it leaves nothing to save. */
export function mirrorKey(place: MirrorPlace, tip: string): string {
  return `${place.prefix}${tip}`
}

function withoutCredentials(remoteUrl: string): string {
  return remoteUrl.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1')
}
