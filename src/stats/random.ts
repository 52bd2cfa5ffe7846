import { normalQuantile } from './normal.ts'

/** A stream of pseudo-random numbers; each call moves the stream on. */
export interface Random {
  /** Uniform within the open interval (0, 1), in steps of 2^-53. */
  uniform(): number
  /** Uniform integer within [0, limit). */
  integer(limit: number): number
  /** Standard normal. */
  normal(): number
  /** A new array with the same items in uniformly random order. */
  shuffle<T>(items: readonly T[]): T[]
}

/** FNV-1a over UTF-16 code units, with a final mix so that close seeds start far apart. */
function hash(text: string, salt: number): number {
  let h = 0x811c9dc5 ^ salt
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * A generator that gives the same stream for the same seed on every machine: never for secrets.
 *
 * Source: C. Doty-Humphrey, "PractRand" (sfc32: three words of chaotic state and a counter, period at least
 * 2^32); shuffle: R. Durstenfeld, "Algorithm 235", CACM 7 (1964).
 */
export function createRandom(seed: string | number): Random {
  const text = String(seed)
  let a = hash(text, 0)
  let b = hash(text, 0x9e3779b9)
  let c = hash(text, 0x7f4a7c15)
  let counter = 1

  function word(): number {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out
    return out >>> 0
  }
  // The first words still show the seed.
  for (let i = 0; i < 12; i++) word()

  // 53 bits, moved up by half a step so that 0, whose normal quantile is infinite, never comes out.
  const uniform = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6) + 0.5) / 9007199254740992
  const integer = (limit: number): number => Math.floor(uniform() * limit)
  return {
    uniform,
    integer,
    normal: () => normalQuantile(uniform()),
    shuffle(items) {
      const out = [...items]
      for (let i = out.length - 1; i > 0; i--) {
        const j = integer(i + 1)
        const kept = out[i]!
        out[i] = out[j]!
        out[j] = kept
      }
      return out
    },
  }
}
