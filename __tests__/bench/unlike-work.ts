/**
 * Thirty benchmarks of unlike kinds, each the same small piece of work done `n` times, so that a commit can do exactly so much
 * more of one of them. Number crunching, text, collections, garbage, large heaps, classes, closures, exceptions and awaiting.
 */
const UNLIKE_KINDS = {
  integers: 2000,
  floats: 1000,
  sieve: 200,
  matrix: 60,
  typed: 2000,
  bigint: 200,
  strings: 200,
  concat: 400,
  split: 60,
  regexp: 200,
  replace: 80,
  levenshtein: 40,
  json: 40,
  stringify: 40,
  base64: 40,
  sort: 40,
  'sort-objects': 20,
  map: 400,
  lookup: 400,
  set: 100,
  objects: 400,
  spread: 200,
  retained: 200,
  'linked-list': 200,
  classes: 400,
  closures: 200,
  generator: 200,
  exceptions: 40,
  promises: 60,
  'promise-all': 40,
} as const
export type UnlikeKind = keyof typeof UNLIKE_KINDS
export const UNLIKE_NAMES = Object.keys(UNLIKE_KINDS) as UnlikeKind[]

/** How often each piece of work is done, as small integers: a fraction among them would change how the engine keeps all of them. */
export function countsFile(factors: Partial<Record<UnlikeKind, number>>): string {
  const counts = UNLIKE_NAMES.map((kind) => [kind, Math.round(UNLIKE_KINDS[kind] * (factors[kind] ?? 1))])
  return `export const counts = ${JSON.stringify(Object.fromEntries(counts))}\n`
}

/** The work itself, the same in every commit: \`work[kind]\` does it \`counts[kind]\` times. */
export const UNLIKE_WORK = `import { counts } from './counts.mjs'

const words = Array.from({ length: 4096 }, (_, i) => 'word' + ((i * 7919) % 4099))
const numbers = Float64Array.from({ length: 40000 }, (_, i) => ((i * 7919) % 40009) / 40009)
const bytes = new Uint8Array(4096)
const text = words.slice(0, 64).join(',')
const dictionary = Object.fromEntries(words.map((w, i) => [w, i]))
const index = new Map(words.map((w, i) => [w, i]))
const people = Array.from({ length: 64 }, (_, i) => ({ name: words[(i * 37) & 4095], age: (i * 13) % 90 }))
const kept = []

class Shape { constructor(w, h) { this.w = w; this.h = h } area() { return this.w * this.h } }
class Square extends Shape { constructor(w) { super(w, w) } area() { return this.w * this.w } }
class Round extends Shape { area() { return 3 * this.w * this.h } }
const shapes = Array.from({ length: 48 }, (_, i) => (i % 3 === 0 ? new Shape(i, 2) : i % 3 === 1 ? new Square(i) : new Round(i, i)))

export const work = {
  integers(n = counts.integers) {
    let h = 2166136261
    for (let i = 0; i < n; i++) h = Math.imul(h ^ (i & 255), 16777619)
    return h
  },
  floats(n = counts.floats) {
    let x = 0.5
    for (let i = 0; i < n; i++) x = Math.sqrt(x * x + numbers[i])
    return x
  },
  sieve(n = counts.sieve) {
    let count = 0
    for (let r = 0; r < n; r++) {
      bytes.fill(0, 0, 256)
      for (let i = 2; i < 256; i++) {
        if (bytes[i]) continue
        count++
        for (let j = i * i; j < 256; j += i) bytes[j] = 1
      }
    }
    return count
  },
  matrix(n = counts.matrix) {
    let s = 0
    for (let r = 0; r < n; r++)
      for (let i = 0; i < 8; i++)
        for (let j = 0; j < 8; j++) {
          let x = 0
          for (let k = 0; k < 8; k++) x += numbers[i * 8 + k] * numbers[k * 8 + j + r]
          s += x
        }
    return s
  },
  typed(n = counts.typed) {
    let s = 0
    for (let i = 0; i < n; i++) s += numbers[i] > 0.5 ? numbers[n - i] : -numbers[i]
    return s
  },
  bigint(n = counts.bigint) {
    let x = 1n
    for (let i = 0; i < n; i++) x = (x * 6364136223846793005n + 1442695040888963407n) % 18446744073709551616n
    return x
  },
  strings(n = counts.strings) {
    let s = 0
    for (let i = 0; i < n; i++) s += (words[i] + ',' + words[i + 1]).indexOf('9')
    return s
  },
  concat(n = counts.concat) {
    let s = ''
    for (let i = 0; i < n; i++) s += words[i & 63]
    return s.charCodeAt(s.length >> 1)
  },
  split(n = counts.split) {
    let s = 0
    for (let i = 0; i < n; i++) s += text.slice(i).split(',').length
    return s
  },
  regexp(n = counts.regexp) {
    let s = 0
    for (let i = 0; i < n; i++) s += /(\\d)(\\d+)$/.exec(words[i])?.index ?? 0
    return s
  },
  replace(n = counts.replace) {
    let s = 0
    for (let i = 0; i < n; i++) s += words[i].replace(/[or]/g, '-').length
    return s
  },
  levenshtein(n = counts.levenshtein) {
    let s = 0
    for (let r = 0; r < n; r++) {
      const a = words[r], b = words[r + 9]
      let row = Array.from({ length: b.length + 1 }, (_, i) => i)
      for (let i = 1; i <= a.length; i++) {
        const next = [i]
        for (let j = 1; j <= b.length; j++)
          next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
        row = next
      }
      s += row[b.length]
    }
    return s
  },
  json(n = counts.json) {
    let s = 0
    for (let i = 0; i < n; i++) s += JSON.parse('{"a":[1,2,' + i + '],"b":"' + words[i] + '"}').a[2]
    return s
  },
  stringify(n = counts.stringify) {
    let s = 0
    for (let i = 0; i < n; i++) s += JSON.stringify({ a: [1, 2, i], b: words[i], c: people[i & 63] }).length
    return s
  },
  base64(n = counts.base64) {
    let s = 0
    for (let i = 0; i < n; i++) s += Buffer.from(Buffer.from(words[i] + text).toString('base64'), 'base64').length
    return s
  },
  sort(n = counts.sort) {
    let s = 0
    for (let i = 0; i < n; i++) s += [...numbers.subarray(i * 16, i * 16 + 16)].sort((a, b) => a - b)[8]
    return s
  },
  'sort-objects'(n = counts['sort-objects']) {
    let s = 0
    for (let i = 0; i < n; i++) s += people.toSorted((a, b) => a.age - b.age || (a.name < b.name ? -1 : 1))[8].age
    return s
  },
  map(n = counts.map) {
    const m = new Map()
    let s = 0
    for (let i = 0; i < n; i++) {
      m.set(words[i & 127], i)
      s += m.get(words[i & 63]) ?? 0
    }
    return s
  },
  lookup(n = counts.lookup) {
    let s = 0
    for (let i = 0; i < n; i++) s += dictionary[words[(i * 31) & 4095]] + index.get(words[(i * 17) & 4095])
    return s
  },
  set(n = counts.set) {
    let s = 0
    for (let i = 0; i < n; i++) s += new Set(words.slice(i, i + 8)).size
    return s
  },
  objects(n = counts.objects) {
    let s = 0
    for (let i = 0; i < n; i++) {
      const o = { a: i, b: words[i], c: [i, i + 1] }
      s += o.c[1] + o.b.length
    }
    return s
  },
  spread(n = counts.spread) {
    let s = 0
    for (let i = 0; i < n; i++) {
      const o = { ...people[i & 63], id: i }
      const [a, ...rest] = [o.age, i, i + 1]
      s += a + rest.length + o.id
    }
    return s
  },
  retained(n = counts.retained) {
    for (let i = 0; i < n; i++) kept[(kept.length < 200000 ? kept.length : (i * 7919) % 200000)] = { i, next: [i] }
    return kept.length
  },
  'linked-list'(n = counts['linked-list']) {
    let head = null
    for (let i = 0; i < n; i++) head = { value: i, next: head }
    let s = 0
    for (let node = head; node !== null; node = node.next) s += node.value
    return s
  },
  classes(n = counts.classes) {
    let s = 0
    for (let i = 0; i < n; i++) s += shapes[i % 48].area()
    return s
  },
  closures(n = counts.closures) {
    return words.slice(0, n).map((w) => w.length).filter((l) => l > 6).reduce((a, b) => a + b, 0)
  },
  generator(n = counts.generator) {
    function* walk() { for (let i = 0; i < n; i++) yield i }
    let s = 0
    for (const i of walk()) s += i
    return s
  },
  exceptions(n = counts.exceptions) {
    let s = 0
    for (let i = 0; i < n; i++) {
      try {
        if (i % 2 === 0) throw new RangeError(words[i])
      } catch (error) {
        s += error.message.length
      }
    }
    return s
  },
  async promises(n = counts.promises) {
    let s = 0
    for (let i = 0; i < n; i++) s += await i
    return s
  },
  async 'promise-all'(n = counts['promise-all']) {
    const all = await Promise.all(Array.from({ length: n }, async (_, i) => i))
    return all.length
  },
}
`

/** A suite of some of them, in this order. A function of its own for each: benchmarks that share one share its inlining decisions too. */
export const unlikeSuite = (kinds: readonly UnlikeKind[]): string => `import { bench, run } from 'mitata'
import { work } from './work.mjs'

for (const kind of ${JSON.stringify(kinds)}) {
  const once = work[kind]
  if (kind.startsWith('promise')) bench(kind, async () => await once())
  else bench(kind, () => once())
}

await run()
`
