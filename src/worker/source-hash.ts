/**
 * A hash of a function's source text that tells whether a benchmark was edited: 53 bits, in hexadecimal. Not
 * node:crypto, which costs every measuring process more start-up than all benchmarks' hashes.
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
