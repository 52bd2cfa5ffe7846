import { EVERY_NAME } from '../model/config.ts'
import type { Better } from '../model/metric.ts'
import { isSpeed } from '../model/unit.ts'
import { type Complaint, type Finding, quoted } from './config-error.ts'
import { checkUnit, readLimit } from './limit.ts'
import {
  checkDirection,
  checkMetricName,
  checkMetricText,
  meaningOf,
  type Vocabulary,
} from './metric-names.ts'
import { type Quantity, calledIn } from './written-quantity.ts'

type Fields = Partial<Record<string, unknown>>

const LIMITS = ['max-regression', 'max', 'min', 'min-improvement'] as const
type Limit = (typeof LIMITS)[number]
const RULE_KEYS: readonly string[] = ['match', 'suite', 'occurrence', 'metric', ...LIMITS, 'severity']

/** A level as written; `path` is empty for a single value. */
interface WrittenLevel {
  path: ('warn' | 'fail')[]
  written: string | number
  quantity: Quantity
}

/**
 * What the fields of a whole file must be to one another: the limits of a rule, and the names, units and
 * directions of metrics. The file is as the user wrote it, so that all of its problems are reported at once.
 * A field that is wrong by itself has been reported already and is passed over.
 */
export function checkAcrossFields(config: Fields): Finding[] {
  const { metrics } = config
  const declared = new Map(entriesOf(metrics).flatMap(([name, entry]) => declaration(name, entry)))
  const vocabulary: Vocabulary = { declared, hasCommands: config['command'] !== undefined }
  const inList = (list: 'budgets' | 'accepted' | 'renamed', check: (rule: Fields) => Finding[]): Finding[] =>
    (Array.isArray(config[list]) ? config[list] : []).flatMap((rule: unknown, index) =>
      isMap(rule) ? below([list, index], check(rule)) : [],
    )
  return [
    ...inList('budgets', checkRule),
    ...entriesOf(metrics).flatMap(([name]) => about(['metrics', name], checkMetricText(name), 'key')),
    ...[...declared].flatMap(([name, better]) =>
      about(['metrics', name], checkDirection(name, better), 'key'),
    ),
    ...inList('budgets', (rule) => checkNamed(rule, vocabulary)),
    ...inList('accepted', (waiver) => checkNamed(waiver, vocabulary)),
    ...inList('renamed', checkRename),
  ]
}

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: unknown): [string, unknown][] => (isMap(value) ? Object.entries(value) : [])

const below = (path: Finding['path'], findings: Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }))

const about = (path: Finding['path'], complaint: Complaint | null, place?: 'key'): Finding[] =>
  complaint === null ? [] : [{ path, complaint: { ...complaint, ...(place && { about: place }) } }]

function checkRule(rule: Fields): Finding[] {
  const limits = LIMITS.filter((limit) => rule[limit] !== undefined)
  // With unknown keys in a rule, nothing in it is called empty.
  const isMisspelt = Object.keys(rule).some((key) => !RULE_KEYS.includes(key))
  const isEmpty = limits.length === 0 && rule['severity'] === undefined
  return [
    ...(isEmpty && !isMisspelt ? about([], NO_LIMIT) : []),
    ...limits.slice(0, rule['metric'] === undefined ? 1 : 0).flatMap(needsMetric),
    ...limits.flatMap((limit) => [
      ...(isMisspelt ? [] : checkNotEmpty(limit, rule[limit])),
      ...checkOrder(limit, writtenLevels(limit, rule[limit])),
    ]),
  ]
}

/** An entry for every name says nothing of one name, and one that renames nothing is a mistake. */
function checkRename({ from, to, ...suites }: Fields): Finding[] {
  if ((from === EVERY_NAME) !== (to === EVERY_NAME)) return about([], EVERY_NAME_ON_BOTH)
  const isSame = from === to && suites['from-suite'] === suites['to-suite']
  return from !== undefined && isSame ? about([], RENAMES_NOTHING) : []
}

const EVERY_NAME_ON_BOTH: Complaint = {
  message: '`**` stands for every name under itself, and one side alone has it',
  remedy: 'Write `**` on both sides, with `from-suite` and `to-suite`, or a name on both.',
}
const RENAMES_NOTHING: Complaint = {
  message: '`from` and `to` are the same',
  remedy: 'Say where it moved with `from-suite` and `to-suite`, or remove the entry.',
}

const NO_LIMIT: Complaint = {
  message: 'this rule sets neither a limit nor a severity',
  remedy: 'Add for example `max-regression: 5%`, or remove the rule.',
}

const needsMetric = (limit: Limit): Finding[] =>
  about([limit], { message: `\`${limit}\` needs a metric`, remedy: 'Add for example `metric: time`.' }, 'key')

function writtenLevels(limit: Limit, value: unknown): WrittenLevel[] {
  const levels = isMap(value)
    ? (['warn', 'fail'] as const).map((level) => ({ path: [level], written: value[level] }))
    : [{ path: [], written: value }]
  // A bare number is a limit of something that is counted; a percentage it is not.
  const isAbsolute = limit === 'max' || limit === 'min'
  return levels.flatMap(({ path, written }) => {
    if (typeof written !== 'string' && (typeof written !== 'number' || !isAbsolute)) return []
    const quantity = readLimit(written)
    return quantity === null ? [] : [{ path, written, quantity }]
  })
}

const checkNotEmpty = (limit: Limit, value: unknown): Finding[] =>
  isMap(value) && Object.keys(value).length === 0
    ? about([limit], { message: `\`${limit}\` has no level`, remedy: 'Write `warn`, `fail` or both.' })
    : []

function checkOrder(limit: Limit, [warn, fail]: readonly WrittenLevel[]): Finding[] {
  if (warn === undefined || fail === undefined || warn.quantity.unit !== fail.quantity.unit) return []
  const bigIsLenient = limit === 'max-regression' || limit === 'max'
  const beyond = warn.quantity.value - fail.quantity.value
  if (bigIsLenient ? beyond <= 0 : beyond >= 0) return []
  const [first, last] = [warn, fail].map(({ written }) => quoted(String(written)))
  return about([limit, 'warn'], {
    message: `the warning at ${first} would come after the failure at ${last}`,
    remedy: `Warn ${bigIsLenient ? 'below' : 'above'} ${fail.written}, or swap the two.`,
  })
}

/** Levels of one limit that could not be compared with one another. */
function checkSameUnit(limit: Limit, [warn, fail]: readonly WrittenLevel[]): Finding[] {
  if (warn === undefined || fail === undefined || warn.quantity.unit === fail.quantity.unit) return []
  const kind = ({ written, quantity }: WrittenLevel) =>
    `${quoted(String(written))} is ${calledIn(quantity.unit)}`
  return about([limit, 'fail'], {
    message: `the warning at ${kind(warn)}, and the failure at ${kind(fail)}`,
    remedy: 'Write both in units of one kind.',
  })
}

function declaration(name: string, entry: unknown): [string, Better][] {
  const better = isMap(entry) ? entry['better'] : undefined
  return better === 'lower' || better === 'higher' ? [[name, better]] : []
}

/** What does not fit the metric that a rule or waiver names. */
function checkNamed(rule: Fields, vocabulary: Vocabulary): Finding[] {
  const name = rule['metric']
  if (typeof name !== 'string' || checkMetricText(name) !== null) return []
  const wrongName = about(['metric'], checkMetricName(name, vocabulary))
  if (wrongName.length > 0) return wrongName
  const { units, better } = meaningOf(name, vocabulary)
  return (['max', 'min'] as const).flatMap((limit) => {
    const levels = writtenLevels(limit, rule[limit])
    const wrongUnits = levels.flatMap(({ path, written, quantity }) =>
      about([limit, ...path], units && checkUnit(String(written), quantity, name, units)),
    )
    if (wrongUnits.length > 0) return wrongUnits
    const wrongSide = rule[limit] === undefined ? null : checkSide(limit, name, better, units)
    return [...checkSameUnit(limit, levels), ...about([limit], wrongSide, 'key')]
  })
}

function checkSide(
  limit: 'max' | 'min',
  name: string,
  better: Better | null,
  units: readonly string[] | null,
): Complaint | null {
  const sensible = better === 'lower' ? 'max' : 'min'
  if (better === null || limit === sensible) return null
  const good = units?.every((unit) => isSpeed({ unit, better })) ? 'fast' : 'good'
  return {
    message: `\`${limit}\` of ${quoted(name)} would fail benchmarks for being ${good}`,
    remedy: `${better === 'lower' ? 'Lower' : 'Higher'} is better here: the limit is called \`${sensible}\`.`,
  }
}
