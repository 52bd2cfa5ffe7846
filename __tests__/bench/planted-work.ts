/** Ten pieces of work of unlike kind and, for each, the lines that a commit changes to make it slower. */
export const PLANTED_CASES = `const words = Array.from({ length: 1024 }, (_, i) => 'some-longer-word-' + ((i * 7919) % 1031))
const people = Array.from({ length: 256 }, (_, i) => ({ name: words[(i * 37) & 1023], age: (i * 13) % 29, tags: [i, i + 1] }))
const mix = (x) => {
  for (let i = 0; i < 16; i++) x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d)
  return x
}
const point = (i) => ({ x: i, y: i + 1, z: i + 2 })
const area = (p) => p.x * p.y + p.z
const points = Array.from({ length: 32 }, (_, i) => point(i))
const index = new Map(words.slice(0, 16).map((word, i) => [word, i]))
const values = Float64Array.from({ length: 4096 }, (_, i) => ((i * 7919) % 4099) / 4099)
const twice = [(f, x) => f(f(x)), (f, x) => f(f(x) + 1), (f, x) => f(f(x) ^ 3)]
const add = (x) => (x + 7) | 0
const ring = []
let last

export const cases = {
  garbage() {
    let s = 0
    for (let i = 0; i < 400; i++) {
      const word = words[i]
      s = (s + mix(i)) | 0
    }
    return s
  },
  async awaits() {
    let s = 0
    for (let i = 0; i < 60; i++) {
      s += await i
    }
    return s
  },
  shapes() {
    let s = 0
    for (let i = 0; i < 256; i++) {
      s = (s + mix(i)) | 0
      if (i % 8 === 0) s = (s + area(points[i >> 3])) | 0
    }
    return s
  },
  retained() {
    for (let i = 0; i < 200; i++) {
      last = { name: words[i], at: [i, mix(i)] }
    }
    return last.at[1]
  },
  lookup() {
    let s = 0
    for (let i = 0; i < 400; i++) {
      s = (s + mix(i)) | 0
    }
    for (let i = 0; i < 24; i++) s = (s + index.get(words[i & 15])) | 0
    return s
  },
  typed() {
    let s = 0
    for (let i = 0; i < 4096; i++) s += values[i] > 0.5 ? values[4095 - i] : -values[i]
    for (let i = 0; i < 400; i++) s += mix(i)
    return s
  },
  closures() {
    let s = 0
    for (let i = 0; i < 300; i++) {
      s = (twice[i % 3](add, s) + mix(mix(mix(i)))) | 0
    }
    return s
  },
  regexp() {
    let s = 0
    for (let i = 0; i < 200; i++) s = (s + mix(mix(mix(i))) + /^[a-z-]+(\\d+)$/.exec(words[i])[1].length) | 0
    return s
  },
  sort() {
    return people.toSorted((a, b) => a.age - b.age)[8].age
  },
  json() {
    let s = 0
    for (let i = 0; i < 40; i++) {
      const person = people[i]
      s += JSON.stringify({ person, at: i, of: words.slice(i, i + 8) }).length
    }
    return s
  },
}
`

export interface Plant {
  benchmark: string
  what: string
  /** What stands once in the cases, and what the head has there. */
  from: string
  to: string
}

export const PLANTS: Plant[] = [
  {
    benchmark: 'garbage',
    what: 'an object and an array more for every eighth word',
    from: `const word = words[i]
      s = (s + mix(i)) | 0`,
    to: `const word = words[i]
      if (i % 8 === 0) last = { word, at: [i, s] }
      s = (s + mix(i)) | 0`,
  },
  {
    benchmark: 'awaits',
    what: 'one await in five more',
    from: 's += await i\n',
    to: `s += await i
      if (i % 5 === 0) await null
`,
  },
  {
    benchmark: 'shapes',
    what: 'objects of one shape become objects of six',
    from: 'const point = (i) => ({ x: i, y: i + 1, z: i + 2 })',
    to: `const point = (i) => {
  const [x, y, z] = [i, i + 1, i + 2]
  return [{ x, y, z }, { y, x, z }, { z, x, y }, { x, z, y }, { y, z, x }, { z, y, x }][i % 6]
}`,
  },
  {
    benchmark: 'retained',
    what: 'objects stay alive, up to 200,000 of them',
    from: `last = { name: words[i], at: [i, mix(i)] }`,
    to: `last = { name: words[i], at: [i, mix(i)] }
      if (i % 8 === 0) ring[ring.length < 200000 ? ring.length : (i * 7919) % 200000] = last`,
  },
  {
    benchmark: 'lookup',
    what: 'a Map becomes a list that is searched',
    from: 'const index = new Map(words.slice(0, 16).map((word, i) => [word, i]))',
    to: `const entries = words.slice(0, 16).map((word, i) => [word, i])
const index = { get: (word) => entries.find(([key]) => key === word)[1] }`,
  },
  {
    benchmark: 'typed',
    what: 'a Float64Array becomes a plain array with a hole',
    from: 'const values = Float64Array.from({ length: 4096 }, (_, i) => ((i * 7919) % 4099) / 4099)',
    to: `const values = Array.from({ length: 4096 }, (_, i) => ((i * 7919) % 4099) / 4099)
values.length = 4097`,
  },
  {
    benchmark: 'closures',
    what: 'a closure for each call',
    from: 'twice[i % 3](add, s)',
    to: 'twice[i % 3]((x) => (x + i) | 0, s)',
  },
  {
    benchmark: 'regexp',
    what: 'an expression that goes back',
    from: String.raw`/^[a-z-]+(\d+)$/`,
    to: String.raw`/^[\w-]+\b(\d+)$/`,
  },
  {
    benchmark: 'sort',
    what: 'ties are broken by name',
    from: '(a, b) => a.age - b.age)',
    to: '(a, b) => a.age - b.age || (a.name < b.name ? -1 : 1))',
  },
  {
    benchmark: 'json',
    what: 'one object in eight is copied by JSON',
    from: 'const person = people[i]\n',
    to: 'const person = i % 8 === 0 ? JSON.parse(JSON.stringify(people[i])) : people[i]\n',
  },
]

/** The cases with everything planted. Throws when a plant has no place or several. */
export const slowerCases = (): string =>
  PLANTS.reduce((cases, { benchmark, from, to }) => {
    const parts = cases.split(from)
    if (parts.length !== 2) throw new Error(`${benchmark} has ${parts.length - 1} places to be planted in`)
    return parts.join(to)
  }, PLANTED_CASES)
