import { resolveBudget, waiverFor } from '../config/budgets.ts'
import { findStored } from '../history/series.ts'
import type { HistoryContext } from '../history/history.ts'
import { type StandingRegression, standingIn } from '../history/standing.ts'
import { nearTo, systemOf } from '../history/stored-runs.ts'
import { relativeLevels } from '../judge/verdict.ts'
import type { Assessment, Row, Standing } from '../model/assessment.ts'
import type { StoredRuns } from '../model/baseline.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import type { Config } from '../model/config.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { History, TrendEvent } from '../model/trend.ts'

/** The fewest runs with a change point: three commits on each level. */
const FEWEST_RUNS = 6
/** How many values a gate searches at most: 500 series of 200 commits take up to a second. */
const MAX_VALUES = 100_000

/** The history of the branch that head will be merged into, or is on. */
export interface KnownHistory {
  history: History
  /** The runs that it is made of, newest first. */
  runs: readonly StoredRun[]
  /** Index of the nearest commit to base among its commits; -1: it has none. */
  base: number
}

/**
 * The history of the stored runs of one branch and of this system; null if they are too few to show anything.
 * If there are very many series, those without a row in the assessment may be left out.
 */
export async function knownHistory(
  given: StoredRuns | null,
  { environment, rows }: Pick<Assessment, 'environment' | 'rows'>,
  { config, clock }: { config: Config; clock: () => Date },
): Promise<KnownHistory | null> {
  const stored = nearTo(given, environment)
  const here = systemOf(environment)
  const runs = stored?.runs.filter(({ run }) => (systemOf(run.environment) ?? here) === here) ?? []
  if (runs.length < FEWEST_RUNS) return null
  const ofRows = new Set(rows.map((row) => placeOf(keyOf(row), row.metric)))
  const now = clock()
  // Most gates of a young repository need none of it.
  const { historyOfRuns } = await import('../history/of-runs.ts')
  const history = historyOfRuns(
    runs,
    { limitsOf: () => null, acceptedBy: acceptedBy(config, runs, now), releases: new Map(), now },
    {
      limit: MAX_VALUES,
      names: new Set(rows.map(({ benchmark }) => benchmark)),
      wanted: (series) => ofRows.has(placeOf(series, series.metric)),
    },
  )
  const nearest = stored?.nearest?.run.run.commit.sha
  return { history, runs, base: history.commits.findIndex(({ sha }) => sha === nearest) }
}

const placeOf = (key: BenchmarkKey, metric: string): string => `${metric}\n${keyText(key)}`

/**
 * The assessment, with what the branch has lost of each benchmark and not got back. It is a remark: no
 * verdict depends on it.
 */
export function withStanding(assessment: Assessment, known: KnownHistory | null): Assessment {
  if (known === null) return assessment
  const find = standingIn(known.history)
  return {
    ...assessment,
    rows: assessment.rows.map((row) => {
      const found = isKnownToBranch(row, assessment) ? find(keyOf(row), row.metric) : null
      // What a job says of its metric may be another thing than the branch knows by that name.
      if (found === null || found.unit !== row.unit || found.better !== row.better) return row
      return { ...row, standing: standingOfRow(row, found, known.base >= found.to) }
    }),
  }
}

/** Logarithms of equal ratios differ in their last digits. */
const ROUNDING = 1e-9

/**
 * Why an entry of the config file lets a benchmark be so much worse; null: none does. What the change under
 * judgement adds counts once it is merged.
 */
function acceptedBy(config: Config, runs: readonly StoredRun[], now: Date): HistoryContext['acceptedBy'] {
  const today = now.toISOString().slice(0, 10)
  const accepted = config.accepted.filter(
    ({ added, until }) => added !== true && (until === null || until >= today),
  )
  if (accepted.length === 0) return () => null
  const primaryOf = primaryIn(runs)
  return (key, metric, { log }) => {
    const waiver = waiverFor({ ...config, accepted }, key, metric, primaryOf(key))
    return waiver !== null && Math.abs(Math.expm1(log)) <= waiver.upTo + ROUNDING ? waiver.reason : null
  }
}

/** The metric that comes first in the newest run with a benchmark; null: no run has it. */
function primaryIn(runs: readonly StoredRun[]): (key: BenchmarkKey) => string | null {
  return (key) => {
    for (const { run } of runs) {
      const found = findStored(run, { ...key, sole: false, formerly: null })
      if (found !== null) return found.metrics[0]?.metric ?? null
    }
    return null
  }
}

/**
 * Whether one of an event's changes is as large as its budget warns of. Histories show changes of 1 %, more
 * than anybody asked to be told of.
 */
export function isBeyondWarning(
  { history: { trends }, runs }: Pick<KnownHistory, 'history' | 'runs'>,
  { members }: TrendEvent,
  config: Config,
): boolean {
  const primaryOf = primaryIn(runs)
  return members.some((member) => {
    const trend = trends[member.trend]!
    const budget = resolveBudget(config, trend, trend.metric, primaryOf(trend))
    const { log } = trend.steps[member.step]!.change
    return budget.severity !== 'off' && Math.abs(log) >= relativeLevels(trend, budget).warn - ROUNDING
  })
}

const keyOf = ({ suite, benchmark, occurrence }: Row): BenchmarkKey => ({
  suite,
  name: benchmark,
  occurrence,
})

/** Whether the branch has a row's benchmark under this name: what a change adds is another one. */
const isKnownToBranch = ({ verdict, notes }: Row, { command }: Assessment): boolean =>
  (verdict !== 'new' || command === 'record') &&
  !notes.some(({ code }) => code === 'renamed' || code === 'looks-renamed')

function standingOfRow(row: Row, found: StandingRegression, isInBase: boolean): Standing {
  const { effect, verdict, edited, better } = row
  const { to: _to, unit: _unit, better: _better, ...standing } = found
  const isProven = verdict === 'improvement' && effect !== null && !edited && isInBase
  const sign = better === 'lower' ? 1 : -1
  const whole = sign * found.effect
  const left = sign * ((1 + found.effect) * (1 + (effect ?? 0)) - 1)
  return { ...standing, takenBack: isProven ? whole - Math.max(0, left) : null }
}
