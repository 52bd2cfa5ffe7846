import type { Better } from './metric.ts'

// Everything that is known about units. To add one, add a row to UNITS. Nothing outside this file compares a
// unit's name.

type UnitKind = 'time' | 'rate' | 'size' | 'rate-of-size' | 'count' | 'ratio' | 'other'

/** One `symbol` is `factor` of the unit. The symbol '' is not printed. */
export interface Scale {
  symbol: string
  factor: number
}

interface Unit {
  /** The unit in normal form, in which values are kept. */
  id: string
  kind: UnitKind
  /**
   * What a quantity in this unit is called in a sentence; null: there is no better word than the unit itself.
   */
  called: string | null
  /** Which direction is better, where the unit alone says so. */
  better: Better | null
  /** The scales that values are printed in, largest first. */
  scales: readonly Scale[]
  /** Scales in steps of 1024, largest first, where people write limits in them too. */
  binary: readonly Scale[]
  /**
   * Whether a whole value may be a number of things and is then printed in full: 3 allocations are 3, but 3
   * ns are 3.00 ns.
   */
  isCountable: boolean
  /** Whether zero can be measured. Whatever ran took some time and had some rate. */
  canBeZero: boolean
  /** A value that is as good as zero. */
  small: number
  /** Whether a negative value can only be the fault of a clock or of a file. */
  neverNegative: boolean
  /** Spellings that are offered to people, smallest first. More are understood. */
  offered: readonly string[]
  /** A limit in this unit, as people write one. */
  example: string
  /** Words for the unit and its multiples, separated by spaces, by how many of the unit one of them is. */
  words: Readonly<Record<number, string>>
  /**
   * Where the same code gives the same number each time: in every word for which less is better, in those of
   * one call (`B/op`), or nowhere.
   */
  counts: 'always' | 'per-call' | 'never'
  /** Words for which less is better, although the unit itself has no direction. */
  costs: string
  /**
   * For units that count something per second: how many of the unit one such thing per second is; null for a
   * thing that the unit does not count.
   */
  perSecond: ((things: string) => number | null) | null
}

/** A unit in normal form. A value in the old unit times `factor` is a value in `unit`. */
interface NormalUnit {
  unit: string
  factor: number
  /** The better direction, where the unit alone says so; otherwise null. */
  better: Better | null
}

/** Steps of a thousand, largest first. Bytes are decimal too, as in transfer rates: 1 kB is 1,000 B. */
const steps = (symbol: string, prefixes: readonly string[], step = 1000): readonly Scale[] =>
  prefixes.map((prefix, i) => ({ symbol: `${prefix}${symbol}`, factor: step ** (prefixes.length - 1 - i) }))

const BINARY_PREFIXES = ['Gi', 'Mi', 'Ki', '']

const other = (id: string): Unit => ({
  id,
  kind: 'other',
  called: null,
  better: null,
  scales: [{ symbol: id, factor: 1 }],
  binary: [],
  isCountable: true,
  canBeZero: true,
  small: 1,
  neverNegative: false,
  offered: [],
  example: '1200',
  words: {},
  counts: 'never',
  costs: '',
  perSecond: null,
})

const UNITS: readonly Unit[] = [
  {
    ...other('ns'),
    kind: 'time',
    called: 'a time',
    better: 'lower',
    scales: [
      { symbol: 's', factor: 1e9 },
      { symbol: 'ms', factor: 1e6 },
      { symbol: '\u00b5s', factor: 1e3 },
      { symbol: 'ns', factor: 1 },
    ],
    isCountable: false,
    canBeZero: false,
    neverNegative: true,
    offered: ['ns', 'us', '\u00b5s', 'ms', 's', 'min', 'h'],
    example: '10 ms',
    words: {
      [1e-3]: 'ps psec picosecond picoseconds',
      1: 'ns nsec nanosecond nanoseconds nanos',
      1e3: 'us usec microsecond microseconds micros',
      1e6: 'ms msec millisecond milliseconds millis',
      1e9: 's sec secs second seconds',
      60e9: 'min mins minute minutes',
      3600e9: 'h hr hour hours',
      86_400e9: 'day days',
    },
  },
  {
    ...other('ops/s'),
    kind: 'rate',
    called: 'a rate',
    better: 'higher',
    scales: steps('ops/s', ['G', 'M', 'k', '']),
    isCountable: false,
    canBeZero: false,
    neverNegative: true,
    offered: ['ops/s', 'kops/s', 'Mops/s', 'Gops/s'],
    example: '50 kops/s',
    words: { 1: 'hz Hz HZ rps' },
    perSecond: (things) => (things === '' || things === '1' ? 1 : workOf(things)),
  },
  {
    ...other('B'),
    kind: 'size',
    called: 'an amount of memory',
    better: 'lower',
    scales: steps('B', ['T', 'G', 'M', 'k', '']),
    binary: steps('B', BINARY_PREFIXES, 1024),
    small: 16,
    neverNegative: true,
    counts: 'per-call',
    offered: ['B', 'kB', 'MB', 'GB', 'KiB', 'MiB', 'GiB'],
    example: '64 KiB',
    words: {
      1: 'B byte bytes',
      // Lower case throughout is what people write by hand; `Mb` is left alone because it is as often
      // megabits.
      1e3: 'kB KB kb kilobyte kilobytes',
      1e6: 'MB mb megabyte megabytes',
      1e9: 'GB gb gigabyte gigabytes',
      1e12: 'TB tb',
      1024: 'kib kibibyte kibibytes',
      [1024 ** 2]: 'mib mebibyte mebibytes',
      [1024 ** 3]: 'gib gibibyte gibibytes',
      [1024 ** 4]: 'tib tebibyte tebibytes',
    },
  },
  {
    ...other('B/s'),
    kind: 'rate-of-size',
    called: 'a rate of data',
    better: 'higher',
    scales: steps('B/s', ['T', 'G', 'M', 'k', '']),
    binary: steps('B/s', BINARY_PREFIXES, 1024),
    canBeZero: false,
    neverNegative: true,
    offered: ['B/s', 'kB/s', 'MB/s', 'GB/s', 'KiB/s', 'MiB/s', 'GiB/s'],
    example: '50 MB/s',
    perSecond: (things) => factorIn('B', things),
  },
  {
    ...other('fraction'),
    kind: 'ratio',
    called: 'a percentage',
    scales: [{ symbol: '%', factor: 0.01 }],
    small: 0.01,
    neverNegative: true,
    offered: ['%'],
    example: '1%',
    words: { 0.01: '% percent', 1: 'fraction ratio' },
  },
  {
    ...other('count'),
    kind: 'count',
    called: 'a count',
    scales: [{ symbol: '', factor: 1 }],
    neverNegative: true,
    words: { 1: 'count counts' },
    counts: 'always',
    costs: 'alloc allocs allocations',
  },
  { ...other('instructions'), better: 'lower', counts: 'always', words: { 1: 'instructions' } },
  { ...other('cycles'), better: 'lower', words: { 1: 'cycles' } },
]

/** Limits as people write them, one of each kind. */
export const LIMIT_EXAMPLES = [...new Set(UNITS.map(({ example }) => example))]

/** What faster code does more often per second. More `errors` or `faults` per second would not be better. */
const WORK = new Set(
  'op ops operation operations iter iters iteration iterations req reqs request requests call calls run runs item items elem elems element elements msg msgs message messages event events query queries row rows record records tx txn transaction transactions'.split(
    ' ',
  ),
)

const WORK_PREFIXES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
])

/**
 * One unit of work, as in `ns/iter`. Every benchmark's time is per unit of work, so dividing by it changes
 * nothing.
 */
const PER_WORK = new Set(['op', 'ops', 'operation', 'iter', 'iteration', 'call', 'run', 'request', 'req'])

/** Longer than any known unit. */
const MAX_LENGTH = 40

const BY_ID: ReadonlyMap<string, Unit> = new Map(UNITS.map((unit) => [unit.id, unit]))

const BY_WORD: ReadonlyMap<string, NormalUnit> = new Map(
  UNITS.flatMap(({ id: unit, better, words, costs }) => [
    ...Object.entries({ ...words }).flatMap(([factor, spelled]) =>
      spelled.split(' ').map((word) => [word, { unit, factor: Number(factor), better }] as const),
    ),
    ...costs.split(' ').map((word) => [word, { unit, factor: 1, better: 'lower' }] as const),
  ]).filter(([word]) => word !== ''),
)

/** What is known of a unit in normal form. Any other text is a unit too, of which nothing is known. */
export const unitOf = (id: string): Unit => BY_ID.get(id) ?? other(id)

export const unitKind = (id: string): UnitKind => unitOf(id).kind

const TIMED: ReadonlySet<UnitKind> = new Set(['time', 'rate', 'rate-of-size'])

/** Whether a quantity in this unit is the time that something takes, or how much of it is done in a time. */
export const isTimed = (id: string): boolean => TIMED.has(unitKind(id))

/** Whether a value is what a clock leaves that is too coarse: a missing value, unlike other zeros. */
export const isTimedZero = (unit: string, value: number | null): boolean =>
  value === 0 && !unitOf(unit).canBeZero

/** Whether better means faster. Of an uptime in ns more is better, but it is not a speed. */
export const isSpeed = ({ unit, better }: { unit: string; better: Better }): boolean =>
  isTimed(unit) && unitOf(unit).better === better

/** The largest scale in which a value is at least `least`, otherwise the smallest scale. */
export const scaleFor = (value: number, scales: readonly Scale[], least = 1): Scale =>
  scales.find(({ factor }) => Math.abs(value) >= factor * least) ?? scales.at(-1)!

/**
 * The normal form of a unit word such as `us`, `ops/ms`, `KiB` or `%`; null when the word is unknown. Both
 * code points of the micro sign are known.
 */
export function normalUnit(unit: string): NormalUnit | null {
  if (unit.length > MAX_LENGTH) return null
  const word = unit.trim().replace(/[\u{b5}\u{3bc}]/gu, 'u')
  return plain(word) ?? quotient(word)
}

/**
 * Whether a unit of this spelling counts what the same code does the same number of times: allocations, bytes
 * of one call, instructions.
 */
export function isCounted(written: string): boolean {
  const word = written.trim()
  const slash = word.lastIndexOf('/')
  const isPerCall = slash !== -1 && PER_WORK.has(word.slice(slash + 1).toLowerCase())
  const normal = word.length > MAX_LENGTH ? null : plain(isPerCall ? word.slice(0, slash) : word)
  if (normal?.better !== 'lower') return false
  const { counts } = unitOf(normal.unit)
  return counts === 'always' || (counts === 'per-call' && isPerCall)
}

/** A duration in ns; null when the unit is not one of time, or the value is negative or not finite. */
export function toNanoseconds(value: number, unit: string): number | null {
  const normal = normalUnit(unit)
  if (normal === null || unitKind(normal.unit) !== 'time') return null
  const time = value * normal.factor
  return Number.isFinite(time) && time >= 0 ? time : null
}

/**
 * Looks a word up as written, then in lower case where case has no meaning: `MS` is no millisecond and `Mb`
 * no megabyte.
 */
function plain(word: string): NormalUnit | null {
  return BY_WORD.get(word) ?? (word.length > 2 ? BY_WORD.get(word.toLowerCase()) : undefined) ?? null
}

/** How many of the unit `id` one `word` is; null where it is not a word for it. */
function factorIn(id: string, word: string): number | null {
  const normal = plain(word)
  return normal?.unit === id ? normal.factor : null
}

function quotient(word: string): NormalUnit | null {
  const slash = word.lastIndexOf('/')
  if (slash === -1) return null
  const above = word.slice(0, slash)
  const below = word.slice(slash + 1)
  if (PER_WORK.has(below.toLowerCase())) return costOf(above)
  const time = factorIn('ns', below)
  if (time === null) return null
  for (const { id: unit, better, perSecond } of UNITS) {
    const factor = perSecond?.(above) ?? null
    if (factor !== null) return { unit, factor: factor * (1e9 / time), better }
  }
  return null
}

/** `ns/op` is a time, but `items/op` is a unit of its own. */
function costOf(above: string): NormalUnit | null {
  const normal = plain(above)
  return normal?.better === 'lower' ? normal : null
}

/** The number of operations in a word: 1 for `ops`, 1e6 for `Melem`. */
function workOf(word: string): number | null {
  if (WORK.has(word.toLowerCase())) return 1
  const scale = WORK_PREFIXES.get(word.slice(0, 1))
  return scale !== undefined && WORK.has(word.slice(1).toLowerCase()) ? scale : null
}
