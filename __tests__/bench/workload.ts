/**
 * Twelve benchmarks of unlike kinds whose work is set by one factor each, so that a head commit can do exactly so much
 * more of it: loops over `Math.round(size * factor)` items of the same work.
 */
export const KINDS = [
  'integers',
  'floats',
  'strings',
  'objects',
  'map',
  'sort',
  'json',
  'regexp',
  'typed',
  'bigint',
  'closures',
  'promises',
] as const
export type Kind = (typeof KINDS)[number]

/** Those that studies of slowdowns slow. */
export const SLOWED: readonly Kind[] = ['integers', 'strings', 'map', 'sort', 'json', 'bigint']

export type Factors = Partial<Record<Kind, number>>

export const slowerFactors = (factor: number): Factors =>
  Object.fromEntries(SLOWED.map((kind) => [kind, factor]))

/**
 * The file that a commit differs in: per mille, as small integers. A fraction beside them would change how the engine keeps
 * all of them, and with it the machine code of work that was not to change.
 */
export function factorsFile(factors: Factors): string {
  return `export const factors = ${JSON.stringify(Object.fromEntries(KINDS.map((kind) => [kind, Math.round(1000 * (factors[kind] ?? 1))])))}\n`
}

/** The work itself, the same in every commit: \`work[kind]\` does it once. */
export const WORK_FILE = `import { factors } from './factors.mjs'

const items = (kind, size) => Math.trunc((size * factors[kind]) / 1000)
const words = Array.from({ length: 4000 }, (_, i) => 'word' + ((i * 7919) % 4001))
const numbers = Float64Array.from({ length: 40000 }, (_, i) => ((i * 7919) % 40009) / 40009)

export const work = {
  integers(n = items('integers', 2000)) {
    let h = 2166136261
    for (let i = 0; i < n; i++) h = Math.imul(h ^ (i & 255), 16777619)
    return h
  },
  floats(n = items('floats', 1000)) {
    let x = 0.5
    for (let i = 0; i < n; i++) x = Math.sqrt(x * x + numbers[i])
    return x
  },
  strings(n = items('strings', 200)) {
    let s = 0
    for (let i = 0; i < n; i++) s += (words[i] + ',' + words[i + 1]).indexOf('9')
    return s
  },
  objects(n = items('objects', 400)) {
    let s = 0
    for (let i = 0; i < n; i++) {
      const o = { a: i, b: words[i], c: [i, i + 1] }
      s += o.c[1] + o.b.length
    }
    return s
  },
  map(n = items('map', 400)) {
    const m = new Map()
    let s = 0
    for (let i = 0; i < n; i++) {
      m.set(words[i & 127], i)
      s += m.get(words[i & 63]) ?? 0
    }
    return s
  },
  sort(n = items('sort', 40)) {
    let s = 0
    for (let i = 0; i < n; i++) s += [...numbers.subarray(i * 16, i * 16 + 16)].sort((a, b) => a - b)[8]
    return s
  },
  json(n = items('json', 40)) {
    let s = 0
    for (let i = 0; i < n; i++) s += JSON.parse('{"a":[1,2,' + i + '],"b":"' + words[i] + '"}').a[2]
    return s
  },
  regexp(n = items('regexp', 200)) {
    let s = 0
    for (let i = 0; i < n; i++) s += /(\\d)(\\d+)$/.exec(words[i])?.index ?? 0
    return s
  },
  typed(n = items('typed', 2000)) {
    let s = 0
    for (let i = 0; i < n; i++) s += numbers[i] > 0.5 ? numbers[n - i] : -numbers[i]
    return s
  },
  bigint(n = items('bigint', 200)) {
    let x = 1n
    for (let i = 0; i < n; i++) x = (x * 6364136223846793005n + 1442695040888963407n) % 18446744073709551616n
    return x
  },
  closures(n = items('closures', 200)) {
    return words.slice(0, n).map((w) => w.length).filter((l) => l > 6).reduce((a, b) => a + b, 0)
  },
  async promises(n = items('promises', 60)) {
    let s = 0
    for (let i = 0; i < n; i++) s += await i
    return s
  },
}
`

export const SUITE_FILE = `import { bench, run } from 'mitata'
import { work } from './work.mjs'

for (const [kind, once] of Object.entries(work)) {
  // A function of its own for each: benchmarks that share one share its inlining decisions too.
  if (kind === 'promises') bench(kind, async () => await once())
  else bench(kind, () => once())
}

await run()
`

export const CONFIG_FILE = `version: 1
suites: ["suite.bench.mjs"]
base: { ref: main }
measure: { time-limit: 60 s }
`
