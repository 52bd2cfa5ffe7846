/** A unit in normal form: a value in the old unit times `factor` is one in `unit`. */
export interface NormalUnit {
  unit: string
  factor: number
  /** What the unit alone says of the direction; null: nothing. */
  better: 'lower' | 'higher' | null
}

const NANOSECONDS = new Map<string, number>([
  ['ps', 1e-3],
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['min', 60e9],
  ['h', 3600e9],
  ...spelled(['psec', 'picosecond', 'picoseconds'], 1e-3),
  ...spelled(['nsec', 'nanosecond', 'nanoseconds', 'nanos'], 1),
  ...spelled(['usec', 'microsecond', 'microseconds', 'micros'], 1e3),
  ...spelled(['msec', 'millisecond', 'milliseconds', 'millis'], 1e6),
  ...spelled(['sec', 'secs', 'second', 'seconds'], 1e9),
  ...spelled(['mins', 'minute', 'minutes'], 60e9),
  ...spelled(['hr', 'hour', 'hours'], 3600e9),
  ...spelled(['day', 'days'], 86_400e9),
])

const BYTES = new Map<string, number>([
  ...spelled(['B', 'byte', 'bytes'], 1),
  // Lower case throughout is what people write by hand; `Mb` is left alone because it is as often megabits.
  ...spelled(['kB', 'KB', 'kb'], 1e3),
  ...spelled(['MB', 'mb'], 1e6),
  ...spelled(['GB', 'gb'], 1e9),
  ...spelled(['TB', 'tb'], 1e12),
  ...spelled(['kib', 'kibibyte', 'kibibytes'], 1024),
  ...spelled(['mib', 'mebibyte', 'mebibytes'], 1024 ** 2),
  ...spelled(['gib', 'gibibyte', 'gibibytes'], 1024 ** 3),
  ...spelled(['tib', 'tebibyte', 'tebibytes'], 1024 ** 4),
  ...spelled(['kilobyte', 'kilobytes'], 1e3),
  ...spelled(['megabyte', 'megabytes'], 1e6),
  ...spelled(['gigabyte', 'gigabytes'], 1e9),
])

/** What is done more often in a second by faster code; `errors` or `faults` a second would say nothing. */
const WORK = new Set(
  'op ops operation operations iter iters iteration iterations req reqs request requests call calls run runs item items elem elems element elements msg msgs message messages event events query queries row rows record records tx txn transaction transactions'.split(
    ' ',
  ),
)

const SCALES = new Map([
  ['', 1],
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
])

/** Of these, fewer is less work. */
const COSTS = new Map([
  ['alloc', 'count'],
  ['allocs', 'count'],
  ['allocations', 'count'],
  ['cycles', 'cycles'],
  ['instructions', 'instructions'],
])

/** One unit of work, as in `ns/iter`; dividing by it is what every benchmark does. */
const PER_WORK = new Set(['op', 'ops', 'operation', 'iter', 'iteration', 'call', 'run', 'request', 'req'])

/** Longer than any unit that is known here. */
const MAX_LENGTH = 40

/** The normal form of a unit word, `us`, `ops/ms`, `KiB`, `%`; null when the word is not known. Both code points of the micro sign are. */
export function normalUnit(unit: string): NormalUnit | null {
  if (unit.length > MAX_LENGTH) return null
  const word = unit.trim().replace(/[\u{b5}\u{3bc}]/gu, 'u')
  return plain(word) ?? quotient(word)
}

/** A duration in ns; null when the unit is not one of time, or the value is negative or not finite. */
export function toNanoseconds(value: number, unit: string): number | null {
  const normal = normalUnit(unit)
  if (normal?.unit !== 'ns') return null
  const time = value * normal.factor
  return Number.isFinite(time) && time >= 0 ? time : null
}

function plain(word: string): NormalUnit | null {
  const time = look(NANOSECONDS, word)
  if (time !== undefined) return { unit: 'ns', factor: time, better: 'lower' }
  const bytes = look(BYTES, word)
  if (bytes !== undefined) return { unit: 'B', factor: bytes, better: 'lower' }
  const cost = COSTS.get(word.toLowerCase())
  if (cost !== undefined) return { unit: cost, factor: 1, better: 'lower' }
  switch (word.toLowerCase()) {
    case '%':
    case 'percent':
      return { unit: 'fraction', factor: 0.01, better: null }
    case 'fraction':
    case 'ratio':
      return { unit: 'fraction', factor: 1, better: null }
    case 'count':
    case 'counts':
      return { unit: 'count', factor: 1, better: null }
    case 'hz':
      return { unit: 'ops/s', factor: 1, better: 'higher' }
    case 'rps':
      return { unit: 'ops/s', factor: 1, better: 'higher' }
    default:
      return null
  }
}

function quotient(word: string): NormalUnit | null {
  const slash = word.lastIndexOf('/')
  if (slash === -1) return null
  const above = word.slice(0, slash)
  const below = word.slice(slash + 1)
  if (PER_WORK.has(below.toLowerCase())) return above.includes('/') ? null : costOf(above)
  const second = look(NANOSECONDS, below)
  if (second === undefined) return null
  const perSecond = 1e9 / second
  const bytes = look(BYTES, above)
  if (bytes !== undefined) return { unit: 'B/s', factor: bytes * perSecond, better: 'higher' }
  const work = above === '' || above === '1' ? 1 : workOf(above)
  return work === null ? null : { unit: 'ops/s', factor: work * perSecond, better: 'higher' }
}

/** `ns/op` is a time; `items/op` is a word of its own. */
function costOf(above: string): NormalUnit | null {
  const normal = plain(above)
  return normal?.better === 'lower' ? normal : null
}

/** 1 for `ops`, 1e6 for `Melem`. */
function workOf(word: string): number | null {
  if (WORK.has(word.toLowerCase())) return 1
  const scale = SCALES.get(word.slice(0, 1))
  return scale !== undefined && WORK.has(word.slice(1).toLowerCase()) ? scale : null
}

/** As written, else in lower case where case cannot carry meaning: `MS` is no millisecond and `Mb` no megabyte. */
function look(words: ReadonlyMap<string, number>, word: string): number | undefined {
  return words.get(word) ?? (word.length > 2 ? words.get(word.toLowerCase()) : undefined)
}

function spelled(words: readonly string[], factor: number): [string, number][] {
  return words.map((word) => [word, factor])
}
