import { type Known, mayRun } from './condition.ts'
import { dataIn, type Job, listIn, type Step, textIn } from './workflow.ts'

/** One leg of a matrix: what `matrix.…` is in it. */
export type Leg = Readonly<Record<string, unknown>>

const isScalar = (value: unknown): boolean =>
  value !== null && value !== undefined && typeof value !== 'object'

/** More than GitHub starts of one job. */
const MAX_LEGS = 256

/** The legs of a job's matrix; null where it has none, `unknown` where an expression makes it. */
export function legsOf({ data }: Pick<Job, 'data'>): Leg[] | 'unknown' | null {
  const matrix = dataIn(data['strategy'])['matrix']
  if (matrix === undefined) return null
  const given = dataIn(matrix)
  const { include, exclude, ...dimensions } = given
  if (typeof matrix === 'string' || Object.values(given).some((values) => typeof values === 'string'))
    return 'unknown'
  let legs: Leg[] = Object.keys(dimensions).length === 0 ? [] : [{}]
  for (const [name, values] of Object.entries(dimensions))
    legs = legs
      .flatMap((leg) => listIn(values).map((value) => ({ ...leg, [name]: value })))
      .slice(0, MAX_LEGS)
  const excluded = listIn(exclude).map(dataIn)
  legs = legs.filter((leg) => !excluded.some((one) => agrees(leg, one, Object.keys(one))))
  return included(legs, listIn(include).map(dataIn), Object.keys(dimensions)).slice(0, MAX_LEGS)
}

/** As GitHub does it: an entry joins the legs whose own values it leaves as they are, or is one itself. */
function included(legs: readonly Leg[], entries: readonly Leg[], dimensions: readonly string[]): Leg[] {
  const all = [...legs]
  for (const entry of entries.slice(0, MAX_LEGS)) {
    const shared = dimensions.filter((name) => name in entry)
    const joined = legs.flatMap((leg, i) => (agrees(leg, entry, shared) ? [i] : []))
    for (const i of joined) all[i] = { ...all[i], ...entry }
    if (joined.length === 0) all.push(entry)
  }
  return all
}

const agrees = (leg: Leg, other: Leg, names: readonly string[]): boolean =>
  names.every(
    (name) => leg[name] === other[name] || (isScalar(leg[name]) && textIn(leg[name]) === textIn(other[name])),
  )

/** The values of a leg that a text can hold. */
export const scalarsOf = (leg: Leg): Record<string, string> =>
  Object.fromEntries(
    Object.entries(leg).flatMap(([name, value]) => (isScalar(value) ? [[name, textIn(value)]] : [])),
  )

/** What expressions know in one of the legs of a matrix: what only others have is empty in it. */
export function knownInLeg(leg: Leg, all: readonly Leg[]): Known {
  const names = all.flatMap((one) => Object.keys(one))
  const valueOf = (name: string) => (typeof leg[name] === 'boolean' ? leg[name] : textIn(leg[name]))
  return Object.fromEntries(
    names.flatMap((name) =>
      isScalar(leg[name]) || !(name in leg) ? [[`matrix.${name.toLowerCase()}`, valueOf(name)]] : [],
    ),
  )
}

/** The legs in which a step may run; null where its job has no matrix. */
export function legsOfStep({ job, data }: Step): Leg[] | 'unknown' | null {
  const legs = legsOf(job)
  if (legs === null || legs === 'unknown') return legs
  return legs.filter((leg) => mayRun(data['if'], knownInLeg(leg, legs)))
}

/** A text with the values of a leg in the place of `${{ matrix.… }}`. */
export const inLeg = (text: string, leg: Leg): string =>
  text.replaceAll(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (whole, name: string) =>
    isScalar(leg[name]) ? textIn(leg[name]) : whole,
  )
