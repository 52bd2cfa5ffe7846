import type { Row } from '../../model/assessment.ts'
import { CONFIG_PLACES, type Target, waiverFields, type WrittenWaiver } from '../../model/config.ts'
import { flagForShell, forShell } from '../text/for-shell.ts'
import { forYaml } from '../text/for-yaml.ts'
import { rankOf, worse, worsening } from './change.ts'

// What the config file takes, from which a line that works must not stray.
const MAX_PATTERN = 512
const MAX_STARS = 16
const MAX_PERCENT = 999

/** How far above what was measured a ceiling lies: a quarter of it, and two points at least. */
const ROOM = 1.25
const LEAST_ROOM = 0.02
/** Percent from which on a ceiling is a whole number. */
const WHOLE_FROM = 10
/** What stands in a line for the reason, which a person has to write. */
export const REASON_TO_WRITE = '…'

/** What a person can do to let a regression pass. */
export interface Acceptance {
  /** The entry of `accepted:`. */
  entry: string
  /** The line that writes it; null where no shell takes the names in it. */
  line: (where: AcceptWhere) => string | null
}

/** Where a line is to be run. */
interface AcceptWhere {
  configFile: string | null
  /** Whether the report is at hand, which holds the ceiling. */
  hasReport: boolean
}

/**
 * How a regression is accepted; null where nothing can be accepted. `narrowing` tells the benchmark from
 * others of its name.
 */
export const acceptanceOf = (row: Row, narrowing: Omit<Target, 'match'>): Acceptance | null =>
  row.verdict === 'regression' ? acceptanceOfChange(row, narrowing) : null

/** What of a row or of a change point says what there is to accept. */
type AcceptableChange = Pick<
  Row,
  'benchmark' | 'metric' | 'better' | 'unit' | 'effect' | 'interval' | 'base' | 'head'
>

/** The same of a change for the worse that is no row of a report. */
export function acceptanceOfChange(
  row: AcceptableChange,
  narrowing: Omit<Target, 'match'>,
): Acceptance | null {
  const upTo = ceilingOf(row)
  const target = literalTarget({ ...narrowing, match: row.benchmark })
  if (upTo === null || target === null) return null
  const waiver: WrittenWaiver = { ...target, metric: row.metric, upTo, reason: 'why it is worth it' }
  const fields = waiverFields(waiver).map(
    ({ key, value, isWord }) =>
      `${key}: ${typeof value === 'number' ? value : forYaml(value, isWord ? 'plain' : 'double')}`,
  )
  return {
    entry: `- { ${fields.join(', ')} }`,
    line: ({ configFile, hasReport }) => {
      const flags = { metric: row.metric, ...narrowing, ...(!hasReport && { upTo }) }
      return acceptLine(row.benchmark, flags, configFile)
    },
  }
}

/** What the ceiling of a waiver is made of. */
type Accepted = Pick<Row, 'better' | 'unit' | 'effect' | 'interval' | 'base' | 'head'>

/** The globs that mean one name, and one suite, alone; null where no glob can say it. */
export function literalTarget({ match, suite, ...more }: Target): Target | null {
  const name = literalGlob(match)
  const inSuite = suite === undefined ? undefined : literalGlob(suite)
  if (name === null || inSuite === null) return null
  return { match: name, ...(inSuite !== undefined && { suite: inSuite }), ...more }
}

/** The line that accepts all that can be accepted in the report of the last check. */
export const acceptAllLine = (configFile: string | null): string | null => acceptLine(null, {}, configFile)

/** The line for one benchmark; null for all. */
function acceptLine(
  benchmark: string | null,
  { metric, suite, occurrence, upTo }: Omit<Target, 'match'> & { metric?: string; upTo?: string },
  configFile: string | null,
): string | null {
  const isUsual = configFile === null || CONFIG_PLACES.some((place) => place === configFile)
  const flags: [string, string | undefined][] = [
    ['metric', metric === DEFAULT_METRIC ? undefined : metric],
    ['suite', suite],
    ['occurrence', occurrence?.toString()],
    ['up-to', upTo],
    ['config', isUsual ? undefined : configFile],
  ]
  const name = benchmark === null ? '--all' : forShell(benchmark)
  const written = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flagForShell(flag, value)]))
  if (name === null || written.includes(null)) return null
  const rest = [...written, `--reason "${REASON_TO_WRITE}"`].join(' ')
  // Behind `--` nothing is a flag.
  const isFlag = benchmark?.startsWith('-') === true
  return `npx benchgate accept ${isFlag ? `${rest} -- ${name}` : `${name} ${rest}`}`
}

/** The metric of `benchgate accept` where neither a flag nor a report names one. */
export const DEFAULT_METRIC = 'time'

/**
 * The ceiling: what was measured and a quarter of it, at most the end of its interval, but two
 * points more in any case; rounded up to half a percent, from 10 % on to a whole one. It has to let the same
 * change pass when another machine measures it again, which moves an estimate by a point or two however
 * narrow its interval is, and to stop what comes on top: the end of a wide interval (164 % for an estimate of
 * 50 %) would let much more pass.
 */
export function ceilingOf(row: Accepted): string | null {
  // Above zero there is no ratio, and any ceiling accepts it: the lowest does not outlast this change.
  if (rankOf(row) === Infinity) return '1%'
  const estimate = worsening(row)
  if (estimate === null || estimate <= 0 || estimate * 100 >= MAX_PERCENT) return null
  const { low, high } = row.interval ?? { low: 0, high: 0 }
  const end = Math.max(worse(row, low), worse(row, high))
  const near = Math.min(ROOM * estimate, end > estimate ? end : Infinity)
  const percent = 100 * Math.max(near, estimate + LEAST_ROOM)
  const step = percent < WHOLE_FROM ? 0.5 : 1
  // No more can be lost than all of it, where higher is better.
  const most = row.better === 'higher' && estimate <= 1 ? 100 : MAX_PERCENT
  // Decimal fractions are not exact in binary: 22.000000000000004 is 22.
  return `${Math.min(most, Math.ceil(percent / step - 1e-9) * step)}%`
}

/** `match` is a glob: a pattern in the name must mean itself. Null for a name that no glob can say. */
function literalGlob(name: string): string | null {
  const pattern = name
    .replace(/[\\*?[\]{}]|^!/g, String.raw`\$&`)
    // Control characters are refused in the file, and any one character may be there instead.
    .replace(/\p{Cc}/gu, '?')
  const stars = pattern.split('*').length - 1
  return pattern.trim() === '' || pattern.length > MAX_PATTERN || stars > MAX_STARS ? null : pattern
}
