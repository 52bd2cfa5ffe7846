import { valuesIn } from '../compare/extract.ts'
import { type Measured, sideOf } from '../compare/own-value.ts'
import type { MeasuredBy, Revision } from '../model/assessment.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import {
  type BenchmarkFailure,
  type Evidence,
  EVIDENCE_SCHEMA,
  MAX_MESSAGE,
  type RoundBlock,
  type Survey,
} from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { GatedMetric } from '../model/plan.ts'
import { type SideName, SIDES } from '../model/side.ts'

/**
 * Where the numbers come from. `paired`: base and head were measured here. `head-alone`: base could not be
 * prepared. `files`: the workflow took the measurements itself and passed result files of head, or of both.
 */
export type Origin =
  | { kind: 'paired' }
  | { kind: 'head-alone'; why: string }
  | { kind: 'files'; why: string; tools: string[]; base: string[]; head: string[] }

/** What was measured, by benchmark. Measuring only appends to it, and judging reads it. */
export interface Facts {
  origin: Origin
  survey: Survey
  failures: Record<SideName, ReadonlyMap<string, BenchmarkFailure>>
  /** Completed blocks of the looks. */
  first: Map<string, RoundBlock[]>
  /** Completed blocks of the confirm stage. */
  fresh: Map<string, RoundBlock[]>
}

export const measuredOf = ({ first, fresh }: Facts, { benchmark }: { benchmark: string }): Measured => ({
  first: first.get(benchmark) ?? [],
  fresh: fresh.get(benchmark) ?? [],
})

/**
 * Every value of a side, one a process or result file, in the metric's unit, those of the confirm stage
 * included.
 */
export function valuesOn(facts: Facts, gated: GatedMetric, side: SideName): number[] {
  const { first, fresh } = measuredOf(facts, gated)
  return valuesIn(gated.metric.id, sideOf([...first, ...fresh], side))
}

/** What evidence holds besides the facts. */
export interface Circumstances extends Pick<
  Evidence,
  | 'command'
  | 'seed'
  | 'filter'
  | 'environment'
  | 'maxPairs'
  | 'stoppedBy'
  | 'processes'
  | 'elapsedMs'
  | 'msInBenchmarks'
> {
  base: Revision
  head: Revision
  warnings: readonly string[]
}

/**
 * The facts as evidence that can be written to a file: what was measured, without what was concluded from it.
 */
export function evidenceOf({ origin, survey, failures, first, fresh }: Facts, o: Circumstances): Evidence {
  return {
    schema: EVIDENCE_SCHEMA,
    ...o,
    survey: {
      ...survey,
      failures: survey.failures.map(shortened),
      lateErrors: survey.lateErrors.map(shortened),
    },
    results: origin.kind === 'files' ? { tools: origin.tools, files: origin.head } : null,
    baseFailure: origin.kind === 'paired' ? null : origin.why.slice(0, MAX_MESSAGE),
    failures: SIDES.flatMap((side) =>
      [...failures[side]].map(([benchmark, failure]) => ({ side, benchmark, ...shortened(failure) })),
    ),
    measured: [...new Set([...first.keys(), ...fresh.keys()])].map((benchmark) => ({
      benchmark,
      blocks: first.get(benchmark) ?? [],
      confirming: fresh.get(benchmark) ?? [],
    })),
    warnings: o.warnings.map((warning) => warning.slice(0, MAX_MESSAGE)),
  }
}

const shortened = <T extends { message: string }>(failure: T): T => ({
  ...failure,
  message: failure.message.slice(0, MAX_MESSAGE),
})

export function factsOf(evidence: Evidence): Facts {
  const failures = { base: new Map<string, BenchmarkFailure>(), head: new Map<string, BenchmarkFailure>() }
  for (const { side, benchmark, ...failure } of evidence.failures) failures[side].set(benchmark, failure)
  const blocksOf = (stage: 'blocks' | 'confirming') =>
    new Map<string, RoundBlock[]>(
      evidence.measured
        .filter((entry) => entry[stage].length > 0)
        .map((entry) => [entry.benchmark, entry[stage]]),
    )
  return {
    origin: originOf(evidence),
    survey: evidence.survey,
    failures,
    first: blocksOf('blocks'),
    fresh: blocksOf('confirming'),
  }
}

/** Where the numbers of evidence come from. All other code asks this and not the fields of the file. */
export function originOf({ results, baseFailure }: Pick<Evidence, 'results' | 'baseFailure'>): Origin {
  if (results !== null)
    return { kind: 'files', why: baseFailure ?? '', tools: results.tools, base: [], head: results.files }
  return baseFailure === null ? { kind: 'paired' } : { kind: 'head-alone', why: baseFailure }
}

type Subject = Pick<GatedMetric, 'benchmark' | 'suite' | 'presence'>

/**
 * Why no further process can measure a benchmark on a side: its suite fails, or it threw or ended its process
 * too often. Null while it can be measured.
 */
export function failureOn(facts: Facts, { benchmark, suite }: Subject, side: SideName): Finding | null {
  const whole = suiteFailure(facts, suite, side)
  // A base that fails later does not invalidate what both sides have shown.
  if (whole && !(side === 'base' && wasCompared(facts, benchmark)))
    return { code: 'suite-failed', side, suite, message: whole.message }
  const own = facts.failures[side].get(benchmark)
  if (!own) return null
  const everyTime = own.processes >= PAIRS_PER_BLOCK && !facts.first.has(benchmark)
  return own.excluded || everyTime ? failureOf(own, side, facts.origin) : null
}

const suiteFailure = ({ survey }: Facts, suite: string, side: SideName) =>
  survey.failures.find((failure) => failure.suite === suite && failure.side === side)

const wasCompared = ({ first }: Facts, benchmark: string): boolean =>
  first.get(benchmark)?.some(({ base, head }) => base.length > 0 && head.length > 0) === true

/** How often a benchmark failed on a side, and why. */
export const failureOf = (
  { processes, of, message }: BenchmarkFailure,
  side: SideName,
  { kind }: Origin,
): Finding => ({
  code: 'failed',
  side,
  processes,
  of,
  in: kind === 'files' ? 'result files' : 'processes',
  message,
})

/**
 * Where a benchmark can still be measured: on head alone when it fails on base, nowhere when it fails on
 * head.
 */
export function measurableOn(facts: Facts, subject: Subject): 'both' | 'head' | 'nowhere' {
  if (subject.presence === 'base' || failureOn(facts, subject, 'head') !== null) return 'nowhere'
  // Measuring head alone would add nothing to a comparison that base cannot continue.
  if (suiteFailure(facts, subject.suite, 'base') && wasCompared(facts, subject.benchmark)) return 'nowhere'
  if (subject.presence === 'head' || failureOn(facts, subject, 'base') !== null) return 'head'
  return 'both'
}

export const measuredBy = (origin: Origin): MeasuredBy =>
  origin.kind === 'files' ? { kind: 'tools', tools: origin.tools, files: origin.head } : { kind: 'benchgate' }
