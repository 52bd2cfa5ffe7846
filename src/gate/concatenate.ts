import { UserError } from '../errors.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import { SIDES } from '../model/side.ts'

/**
 * Joins the evidence of several jobs, which measured different benchmarks of one plan, as if one job had
 * measured them all. Every job discovered all benchmarks, and the error rates hold over them. Throws a
 * UserError where the parts are not of one plan, or two of them measured the same benchmark.
 */
export function concatenate(parts: readonly [Evidence, ...Evidence[]]): Evidence {
  const [first, ...others] = parts
  for (const other of others) refuseUnlike(first, other)
  const measured = parts.flatMap((part) => part.measured)
  const twice = firstRepeated(measured.map(({ benchmark }) => benchmark))
  if (twice !== null) refuse(`two parts measured ${JSON.stringify(twice)}`)
  const sum = (of: (part: Evidence) => number): number => parts.reduce((total, part) => total + of(part), 0)
  const all = <Value>(of: (part: Evidence) => readonly Value[]): Value[] => distinct(parts.flatMap(of))
  return {
    ...first,
    survey: {
      benchmarks: first.survey.benchmarks,
      failures: all(({ survey }) => survey.failures),
      lateErrors: all(({ survey }) => survey.lateErrors),
      warnings: all(({ survey }) => survey.warnings),
      indivisible: all(({ survey }) => survey.indivisible),
    },
    failures: all(({ failures }) => failures),
    measured,
    stoppedBy: STOPS.find((stop) => parts.some(({ stoppedBy }) => stoppedBy === stop))!,
    processes: sum(({ processes }) => processes),
    // The jobs ran at the same time.
    elapsedMs: Math.max(...parts.map(({ elapsedMs }) => elapsedMs)),
    msInBenchmarks: sum(({ msInBenchmarks }) => msInBenchmarks),
    warnings: all(({ warnings }) => warnings),
  }
}

/** How measuring can end, the most important to know first. */
const STOPS = [
  'time-limit',
  'out-of-reach',
  'max-pairs',
  'decided',
] as const satisfies Evidence['stoppedBy'][]

/**
 * Throws a UserError where parts differ in what all parts of one plan share. Machines and seeds may differ.
 */
function refuseUnlike(first: Evidence, other: Evidence): void {
  for (const field of ['schema', 'command', 'filter', 'maxPairs', 'results', 'baseFailure'] as const)
    if (!isSame(first[field], other[field])) refuse(`they differ in ${field}`)
  for (const side of SIDES) if (first[side].sha !== other[side].sha) refuse(`${side} is another commit`)
  if (!isSame(listed(first), listed(other))) refuse('they list other benchmarks')
}

/** The benchmarks in the order of their names, without what a job learned about them by measuring. */
const listed = ({ survey }: Evidence): unknown[] =>
  survey.benchmarks
    .map(({ id, source, metrics, base, head, onBase }: Benchmark) => [
      id,
      source,
      metrics,
      base,
      head,
      onBase,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const distinct = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

function firstRepeated(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}

function refuse(why: string): never {
  throw new UserError(
    'usage',
    `The parts are not evidence of one plan: ${why}`,
    'Give the evidence of all jobs of one workflow run, each once.',
  )
}
