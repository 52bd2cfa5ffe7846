import type { Better } from '../model/metric.ts'
import { checkUnit, readLimit } from './limit.ts'
import { checkDirection, checkMetricName, checkMetricText, meaningOf, type Vocabulary } from './metrics.ts'
import { type Complaint, quoted } from './config-error.ts'
import { type Quantity, kindOf } from './quantity.ts'

const LIMITS = ['max-regression', 'max', 'min', 'min-improvement'] as const
type Limit = (typeof LIMITS)[number]
type AbsoluteLimit = 'max' | 'min'
type Level = 'warn' | 'fail'

interface Finding {
  /** Below what was checked: keys, places in lists, a level. */
  path: (string | number)[]
  complaint: Complaint
}

/** A level as written; `path` is empty for a single value. */
interface WrittenLevel {
  path: Level[]
  written: string | number
  quantity: Quantity
}

/**
 * What the fields of one budget rule must be to one another. The fields are as the user wrote them: one that is wrong by
 * itself has been reported already and is passed over. A `misspelt` rule has unknown keys, so nothing in it is called empty.
 */
export function checkRule(rule: object, misspelt: boolean): Finding[] {
  const fields = new Map<string, unknown>(Object.entries(rule))
  const limits = LIMITS.filter((limit) => fields.get(limit) !== undefined)
  const metric = fields.get('metric')
  const findings: Finding[] = []

  if (limits.length === 0 && fields.get('severity') === undefined && !misspelt) {
    findings.push({
      path: [],
      complaint: {
        message: 'this rule sets neither a limit nor a severity',
        remedy: 'Add for example `max-regression: 5%`, or remove the rule.',
      },
    })
  }
  if (limits[0] !== undefined && metric === undefined) {
    const complaint = {
      message: `\`${limits[0]}\` needs a metric`,
      remedy: 'Add for example `metric: time`.',
      about: 'key' as const,
    }
    findings.push({ path: [limits[0]], complaint })
  }
  for (const limit of limits) {
    const value = fields.get(limit)
    if (!misspelt) findings.push(...checkNotEmpty(limit, value))
    findings.push(...checkOrder(limit, writtenLevels(limit, value)))
  }
  return findings
}

const isMap = (value: unknown): value is Partial<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function writtenLevels(limit: Limit, value: unknown): WrittenLevel[] {
  const written: [Level[], unknown][] = isMap(value)
    ? [
        [['warn'], value['warn']],
        [['fail'], value['fail']],
      ]
    : [[[], value]]
  return written.flatMap(([path, written]) => {
    const isText = typeof written === 'string'
    // A bare number is a limit of something that is counted; a percentage it is not.
    if (!isText && (typeof written !== 'number' || !isAbsolute(limit))) return []
    const quantity = readLimit(written)
    return quantity === null ? [] : [{ path, written, quantity }]
  })
}

const isAbsolute = (limit: Limit): limit is AbsoluteLimit => limit === 'max' || limit === 'min'

function checkNotEmpty(limit: Limit, value: unknown): Finding[] {
  if (!isMap(value) || Object.keys(value).length > 0) return []
  return [
    {
      path: [limit],
      complaint: { message: `\`${limit}\` has no level`, remedy: 'Write `warn`, `fail` or both.' },
    },
  ]
}

/** Whether the bigger value of such a limit is the more lenient one. */
const bigIsLenient = (limit: Limit): boolean => limit === 'max-regression' || limit === 'max'

function checkOrder(limit: Limit, levels: readonly WrittenLevel[]): Finding[] {
  const [warn, fail] = levels
  if (warn === undefined || fail === undefined || warn.quantity.unit !== fail.quantity.unit) return []
  const isLate = bigIsLenient(limit)
    ? warn.quantity.value > fail.quantity.value
    : warn.quantity.value < fail.quantity.value
  if (!isLate) return []
  const complaint = {
    message: `the warning at ${quoted(String(warn.written))} would come after the failure at ${quoted(String(fail.written))}`,
    remedy: `Warn ${bigIsLenient(limit) ? 'below' : 'above'} ${fail.written}, or swap the two.`,
  }
  return [{ path: [limit, 'warn'], complaint }]
}

/** Levels of one limit that could not be compared with one another. */
function checkSameUnit(limit: AbsoluteLimit, levels: readonly WrittenLevel[]): Finding[] {
  const [warn, fail] = levels
  if (warn === undefined || fail === undefined || warn.quantity.unit === fail.quantity.unit) return []
  const told = ({ written, quantity }: WrittenLevel) =>
    `${quoted(String(written))} is ${kindOf(quantity.unit)}`
  const complaint = {
    message: `the warning at ${told(warn)}, and the failure at ${told(fail)}`,
    remedy: 'Write both in units of one kind.',
  }
  return [{ path: [limit, 'fail'], complaint }]
}

/**
 * What a whole file says of metrics: names that nothing has, units and directions that do not fit. The file is as the user wrote
 * it, like the rules above.
 */
export function checkMetrics(config: object): Finding[] {
  const fields = new Map<string, unknown>(Object.entries(config))
  const metrics = fields.get('metrics')
  const directions = new Map(isMap(metrics) ? Object.entries(metrics) : []).entries()
  const declared = new Map([...directions].flatMap(([name, entry]) => declaration(name, entry)))
  const vocabulary: Vocabulary = { declared, hasCommands: fields.get('command') !== undefined }
  const named = (list: 'budgets' | 'accepted') =>
    namesIn(fields.get(list)).flatMap(([index, rule, name]) =>
      checkNamed(rule, name, vocabulary).map(({ path, complaint }) => ({
        path: [list, index, ...path],
        complaint,
      })),
    )
  return [...checkDeclared(metrics, declared), ...named('budgets'), ...named('accepted')]
}

function declaration(name: string, entry: unknown): [string, Better][] {
  const better = isMap(entry) ? entry['better'] : undefined
  return better === 'lower' || better === 'higher' ? [[name, better]] : []
}

function checkDeclared(metrics: unknown, declared: Vocabulary['declared']): Finding[] {
  const names = isMap(metrics) ? Object.keys(metrics) : []
  const misnamed = names.flatMap((name): Finding[] => {
    const complaint = checkMetricText(name)
    return complaint === null ? [] : [{ path: ['metrics', name], complaint: { ...complaint, about: 'key' } }]
  })
  const contrary = [...declared].flatMap(([name, better]): Finding[] => {
    const complaint = checkDirection(name, better)
    return complaint === null ? [] : [{ path: ['metrics', name], complaint: { ...complaint, about: 'key' } }]
  })
  return [...misnamed, ...contrary]
}

/** The entries of a list that name a metric which may be looked at. */
function namesIn(list: unknown): [index: number, rule: Map<string, unknown>, name: string][] {
  if (!Array.isArray(list)) return []
  return list.flatMap((rule: unknown, index): [number, Map<string, unknown>, string][] => {
    const name = isMap(rule) ? rule['metric'] : undefined
    if (!isMap(rule) || typeof name !== 'string' || checkMetricText(name) !== null) return []
    return [[index, new Map(Object.entries(rule)), name]]
  })
}

function checkNamed(rule: ReadonlyMap<string, unknown>, name: string, vocabulary: Vocabulary): Finding[] {
  const wrongName = checkMetricName(name, vocabulary)
  if (wrongName !== null) return [{ path: ['metric'], complaint: wrongName }]
  const { units, better } = meaningOf(name, vocabulary)
  return (['max', 'min'] as const).flatMap((limit) => {
    const levels = writtenLevels(limit, rule.get(limit))
    const wrongUnits = levels.flatMap(({ path, written }) => {
      const complaint = units === null ? null : checkUnit(written, name, units)
      return complaint === null ? [] : [{ path: [limit, ...path], complaint }]
    })
    if (wrongUnits.length > 0) return wrongUnits
    const wrongSide =
      rule.get(limit) === undefined || better === null ? null : checkSide(limit, name, better, units)
    return [
      ...checkSameUnit(limit, levels),
      ...(wrongSide === null ? [] : [{ path: [limit], complaint: wrongSide }]),
    ]
  })
}

const SPEEDS: readonly string[] = ['ns', 'ops/s', 'B/s']

function checkSide(
  limit: 'max' | 'min',
  name: string,
  better: Better,
  units: readonly string[] | null,
): Complaint | null {
  const sensible = better === 'lower' ? 'max' : 'min'
  if (limit === sensible) return null
  const good = units?.every((unit) => SPEEDS.includes(unit)) ? 'fast' : 'good'
  return {
    message: `\`${limit}\` of ${quoted(name)} would fail benchmarks for being ${good}`,
    remedy: `${better === 'lower' ? 'Lower' : 'Higher'} is better here: the limit is called \`${sensible}\`.`,
    about: 'key',
  }
}
