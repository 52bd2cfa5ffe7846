import { costBlocks } from '../compare/extract.ts'
import { gate } from '../gate/gate.ts'
import type { StopRule } from '../gate/measure-until.ts'
import { measure } from '../gate/measure.ts'
import { filterFor, onlyOf } from '../gate/one-benchmark.ts'
import type { GateRequest, Runtime } from '../gate/request.ts'
import { UserError } from '../errors.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import { type BudgetRule, type Config, EVERY_NAME, type Target } from '../model/config.ts'
import type { Block } from '../model/comparison.ts'
import { costToWorsening } from '../model/cost.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import { type Metric, PRIMARY } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import { keyOfRow } from '../report/view/labels.ts'
import type { Verified } from './search.ts'

/** What every gate of a search has in common. */
export interface Setting {
  project: string
  config: Config
  /** The metric that is meant; null: the usual one of each benchmark. */
  metric: string | null
  seed: string
  runtime: Runtime
}

/** Two commits: base is the older one. */
export interface Pair {
  base: string
  head: string
}

/** The benchmark and metric of a search. */
export interface Subject extends BenchmarkKey, Pick<Benchmark, 'source'> {
  metric: Metric
}

/** Errors that are a commit's own: another one may be measured all the same. */
const OF_A_COMMIT: ReadonlySet<string> = new Set([
  'setup',
  'dependencies',
  'suite',
  'no-suites',
  'no-benchmarks',
  'time-limit',
  'checkouts',
])

const NO_SUCH_BENCHMARK = 'it has no such benchmark'

/** Why a commit cannot be measured, where that is what an error says; throws any other error. */
export function whyNotMeasured(error: unknown, { signal }: Runtime): string {
  signal.throwIfAborted()
  if (!(error instanceof UserError)) throw error
  // The filter is ours: at the bad end it matches the benchmark, which may be younger than the commit.
  if (error.topic === 'no-match') return NO_SUCH_BENCHMARK
  if (OF_A_COMMIT.has(error.code)) return error.message.split('\n')[0]!
  throw error
}

/** Measures everything that a filter matches at both ends of a range, with the bad end's suites. */
export async function measureEnds(
  setting: Setting,
  pair: Pair,
  o: { filter: Target | null; until: StopRule },
): Promise<Evidence> {
  const request = requestOf(setting, pair, { ...o, levels: USUAL_LEVELS })
  return (await measure({ ...request, until: o.until }, setting.runtime)).evidence
}

/**
 * Measures a commit against the bad end, with the suite of the bad end, until `isEnough`. Returns why it has
 * no numbers, or null.
 */
export async function measureCommit(
  setting: Setting,
  pair: Pair,
  o: {
    subject: Subject
    isEnough: (blocks: readonly Block[]) => boolean
    onBlocks: (blocks: readonly Block[]) => void
  },
): Promise<string | null> {
  const { subject } = o
  const until: StopRule = (comparisons) => {
    const one = comparisons.find(({ gated }) => isOf(gated, subject))
    if (one === undefined) return []
    o.onBlocks(one.blocks)
    return o.isEnough(one.blocks) ? [] : [one.gated]
  }
  const request = requestOf(setting, pair, { subject, levels: USUAL_LEVELS })
  const { evidence } = await measure({ ...request, until }, setting.runtime)
  const blocks = blocksOf(evidence, subject)
  o.onBlocks(blocks)
  return blocks.length > 0 ? null : whyEmpty(evidence, subject)
}

/** What is known of two commits that cannot be measured against each other. */
export const NOT_VERIFIED: Verified = { change: null, detected: false, stands: false }

/**
 * Measures a commit against its parent by the whole gate, which confirms a change in fresh blocks with the
 * directories swapped. `step` is the log cost that is expected.
 */
export async function verify(
  setting: Setting,
  pair: Pair,
  { subject, step }: { subject: Subject; step: number },
): Promise<Verified> {
  const { better } = subject.metric
  const level = (part: number) => costToWorsening(better, part * Math.abs(step))
  const request = requestOf(setting, pair, { subject, levels: { warn: level(0.25), fail: level(0.5) } })
  const { assessment } = await gate(request, setting.runtime)
  const row = assessment.rows.find(
    (one) => keyText(keyOfRow(one)) === keyText(subject) && one.metric === subject.metric.id,
  )
  if (row === undefined || row.effect === null) return NOT_VERIFIED
  const cost = (effect: number): number => (better === 'lower' ? 1 : -1) * Math.log1p(effect)
  const { low, high } = row.interval ?? { low: row.effect, high: row.effect }
  const [a, b] = [cost(low), cost(high)]
  const stands = (row.verdict === 'regression' || row.verdict === 'improvement') && row.confirmed !== false
  return {
    change: { log: cost(row.effect), low: Math.min(a, b), high: Math.max(a, b) },
    detected: stands || row.confirmed === false,
    stands,
  }
}

const isOf = (gated: GatedMetric, subject: Subject): boolean =>
  gated.benchmark === keyText(subject) && gated.metric.id === subject.metric.id

/** Only what is decided before the first block depends on them: no verdict is made. */
const USUAL_LEVELS = { warn: 0.025, fail: 0.05 }

function requestOf(
  { project, config, metric, seed }: Setting,
  { base, head }: Pair,
  o: { levels: { warn: number; fail: number } } & ({ subject: Subject } | { filter: Target | null }),
): GateRequest {
  const subject = 'subject' in o ? o.subject : null
  const only = subject === null ? null : onlyOf(config, subject)
  const rule: BudgetRule = {
    match: EVERY_NAME,
    metric: subject?.metric.id ?? metric ?? PRIMARY,
    maxRegression: o.levels,
    severity: 'fail',
    line: 1,
  }
  return {
    command: 'check',
    project,
    config: {
      ...config,
      budgets: [rule],
      accepted: [],
      ...(only !== null && {
        suites: only.suites,
        commands: config.commands.filter((_, at) => only.commands.includes(at)),
      }),
    },
    base: { kind: 'ref', ref: base },
    head: { kind: 'ref', ref: head },
    filter: 'subject' in o ? filterFor(o.subject) : o.filter,
    seed: `${seed} ${base} ${head}`,
  }
}

/** All comparable blocks of one benchmark and metric, in log costs. */
export const blocksOf = ({ measured }: Evidence, target: BenchmarkKey & Pick<Subject, 'metric'>): Block[] => {
  const entry = measured.find(({ benchmark }) => benchmark === keyText(target))
  return entry === undefined ? [] : costBlocks(target.metric, entry.blocks)
}

/** Why a benchmark has no numbers at the older commit. */
export function whyEmpty({ survey, failures }: Evidence, target: BenchmarkKey): string {
  const id = keyText(target)
  const own = failures.find(({ side, benchmark }) => side === 'base' && benchmark === id)
  const ofSuite = survey.failures.find(({ side, suite }) => side === 'base' && suite === target.suite)
  const said = own?.message ?? (ofSuite && `${ofSuite.suite} ${ofSuite.message}`)
  if (said !== undefined) return said.split('\n')[0]!
  const benchmark = survey.benchmarks.find((one) => one.id === id)
  if (benchmark?.base !== null) return 'no number of the metric could be compared'
  const there = benchmark.edit?.own?.split('\n')[0]
  if (there === undefined) return NO_SUCH_BENCHMARK
  return `${NO_SUCH_BENCHMARK}, and the suite of the bad end does not run there: ${there}`
}
