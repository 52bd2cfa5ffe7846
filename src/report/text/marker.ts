import { invariant } from '../../errors.ts'

/** A key that can stand in a marker. */
export const KEY = /^[A-Za-z0-9._-]{1,50}$/

/**
 * The first line of a comment, by which it is found again; each gate that comments on a pull request has its
 * `key`. Throws where the caller let a key through that could end the marker early.
 */
export function markerOf(key: string): string {
  invariant(KEY.test(key), 'a comment key that was not validated')
  return `<!-- benchgate:v1 key=${key} -->`
}
