/**
 * A hash of a function's source text, by which an edited benchmark is recognised: 53 bits, in hexadecimal.
 * Loading node:crypto would take every measuring process longer than hashing all benchmarks.
 *
 * Source: cyrb53 by bryc, public domain
 * (https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js).
 */
export function sourceHash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0')
}
