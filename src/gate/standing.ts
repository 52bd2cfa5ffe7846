import { waiverFor } from '../config/budgets.ts'
import { findStored } from '../history/series.ts'
import { type StandingRegression, standingIn } from '../history/standing.ts'
import { nearTo, systemOf } from '../history/stored-runs.ts'
import type { Assessment, Row, Standing } from '../model/assessment.ts'
import type { StoredRuns } from '../model/baseline.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Config } from '../model/config.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { History } from '../model/trend.ts'

/** Fewer runs hold no change point: three commits on each level. */
const FEWEST_RUNS = 6

/** What is recorded of the branch that head goes to, or is on. */
export interface KnownHistory {
  history: History
  /** The runs that it is made of, newest first. */
  runs: readonly StoredRun[]
  /** Index of the nearest commit to base among its commits; -1: it has none. */
  base: number
}

/**
 * The history that stored runs of one branch and of this system hold; null where they are too few to show
 * anything.
 */
export async function knownHistory(
  given: StoredRuns | null,
  { environment }: Pick<Assessment, 'environment'>,
  { config, clock }: { config: Config; clock: () => Date },
): Promise<KnownHistory | null> {
  const stored = nearTo(given, environment)
  const here = systemOf(environment)
  const runs = stored?.runs.filter(({ run }) => (systemOf(run.environment) ?? here) === here) ?? []
  if (runs.length < FEWEST_RUNS) return null
  // Most gates of a young repository need none of it.
  const [{ recordHistory }, { historyOf }] = await Promise.all([
    import('../history/recorded.ts'),
    import('../history/history.ts'),
  ])
  const recorded = recordHistory()
  for (const run of runs) recorded.add(run)
  const now = clock()
  const history = historyOf(recorded.finish(), {
    limitsOf: () => null,
    acceptedBy: acceptedBy(config, runs, now),
    releases: new Map(),
    now,
  })
  const nearest = stored?.nearest?.run.run.commit.sha
  return { history, runs, base: history.commits.findIndex(({ sha }) => sha === nearest) }
}

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
      const found = isKnownToBranch(row) ? find(keyOf(row), row.metric) : null
      return found === null ? row : { ...row, standing: standingOfRow(row, found, known.base >= found.to) }
    }),
  }
}

/**
 * Why an entry of the config file lets a benchmark be slower; null: none does. What the change under
 * judgement adds counts once it is merged.
 */
function acceptedBy(
  config: Config,
  runs: readonly StoredRun[],
  now: Date,
): (key: BenchmarkKey, metric: string) => string | null {
  const today = now.toISOString().slice(0, 10)
  const accepted = config.accepted.filter(
    ({ added, until }) => added !== true && (until === null || until >= today),
  )
  if (accepted.length === 0) return () => null
  const primaryOf = (key: BenchmarkKey) => {
    for (const { run } of runs) {
      const found = findStored(run, { ...key, sole: false, formerly: null })
      if (found !== null) return found.metrics[0]?.metric ?? null
    }
    return null
  }
  return (key, metric) => waiverFor({ ...config, accepted }, key, metric, primaryOf(key))?.reason ?? null
}

const keyOf = ({ suite, benchmark, occurrence }: Row): BenchmarkKey => ({
  suite,
  name: benchmark,
  occurrence,
})

/** Whether the branch has a row's benchmark under this name. */
const isKnownToBranch = ({ verdict, notes }: Row): boolean =>
  verdict !== 'new' && !notes.some(({ code }) => code === 'renamed' || code === 'looks-renamed')

function standingOfRow(row: Row, { to: _, ...found }: StandingRegression, isInBase: boolean): Standing {
  const { effect, verdict, edited, better } = row
  const isProven = verdict === 'improvement' && effect !== null && !edited && isInBase
  const sign = better === 'lower' ? 1 : -1
  const whole = sign * found.effect
  const left = sign * ((1 + found.effect) * (1 + (effect ?? 0)) - 1)
  return { ...found, takenBack: isProven ? whole - Math.max(0, left) : null }
}
