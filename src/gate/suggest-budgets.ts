import { Q } from '../compare/sequential.ts'
import { movementsOf } from '../history/movements.ts'
import type { Assessment } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { costToWorsening } from '../model/cost.ts'
import { PRIMARY } from '../model/metric.ts'
import { USUAL_BLOCKS } from '../model/plan.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { SuggestedLevel, Suggestion } from '../model/suggestion.ts'
import { RANK_EFFICIENCY } from '../stats/hodges-lehmann.ts'
import { normalQuantile } from '../stats/normal.ts'
import { minimumDetectableEffect } from '../stats/power.ts'
import { quantile } from '../stats/quantile.ts'
import { studentQuantile } from '../stats/student.ts'
import { unflaggedLevels } from '../stats/unflagged-level.ts'
import { levelToWrite, rulesFor } from './suggest-rules.ts'

// What a budget should allow so that unchanged code is seldom flagged. A gate fails a change only where it is
// proven and its estimate reaches the level, so that the share of estimates above the level bounds the share
// of failures from above.

interface Question {
  /** The share of unchanged pull requests that may have a flagged benchmark. */
  atMost: number
  /** Null: the time of each benchmark, or else the metric that it reports first. */
  metric: string | null
}

/** From the stored runs of one branch (newest first). */
export function suggestFromRuns(
  runs: readonly StoredRun[],
  { atMost, metric, matches }: Question & { matches: (key: BenchmarkKey) => boolean },
): Suggestion {
  const movements = movementsOf(runs, { matches, metric })
  const found = unflaggedLevels(
    movements.map(({ changes }) => changes),
    atMost,
  )
  const benchmarks = movements.map((one, b): SuggestedLevel => {
    const { suite, name, occurrence, better, against, changes, halfWidths } = one
    const worsening = (log: number | null) => log && costToWorsening(better, log)
    const detectable = detectableFrom(halfWidths, movements.length)
    const level = worsening(found.levels[b]!)
    return {
      suite,
      name,
      occurrence,
      metric: one.metric,
      detectable,
      evidence: { kind: against, count: changes.filter((change) => change !== null).length },
      noise: worsening(found.spreads[b]!),
      level: level && levelToWrite(Math.max(level, detectable ?? 0)),
    }
  })
  return suggestion(benchmarks, { atMost, metric, method: found.method, runs: found.runs })
}

/**
 * From one comparison of a commit with itself: what moves between commits or machines is not in it. The
 * estimate of a row has the standard deviation sigma sqrt(2 / (3/pi n)) with n pairs, and Student's bound
 * for it is shared by all rows as in `unflaggedLevels`.
 */
export function suggestFromRerun({ rows }: Assessment, { atMost, metric }: Question): Suggestion {
  const first = new Map<string, Assessment['rows'][number]>()
  for (const row of rows)
    if (!row.exact && (metric === null || row.metric === metric) && !first.has(row.id)) first.set(row.id, row)
  const shown = [...first.values()]
  const benchmarks = shown.map((row): SuggestedLevel => {
    const { benchmark: name, suite, occurrence, sigma, pairs, better } = row
    const known = sigma !== null && sigma > 0 && pairs > 1
    const spread = known ? sigma * Math.sqrt(2 / (RANK_EFFICIENCY * pairs)) : null
    const bound = studentQuantile(1 - atMost / shown.length, Math.max(1, 2 * pairs - 2))
    const detectable = known
      ? minimumDetectableEffect(sigma, USUAL_BLOCKS * PAIRS_PER_BLOCK, Q / shown.length)
      : null
    return {
      suite,
      name,
      occurrence,
      metric: row.metric,
      detectable,
      evidence: { kind: 'again', count: pairs },
      noise: spread && costToWorsening(better, spread),
      level: spread && levelToWrite(Math.max(costToWorsening(better, bound * spread), detectable ?? 0)),
    }
  })
  return suggestion(benchmarks, { atMost, metric, method: 'again', runs: 0 })
}

/**
 * The smallest slowdown (a fraction) that a run detects with 90 % power where its 95 % intervals are that
 * wide (half of each, in log): the normal approximation of `minimumDetectableEffect`, from the standard
 * error.
 */
function detectableFrom(halfWidths: readonly number[], hypotheses: number): number | null {
  if (halfWidths.length === 0) return null
  const error = quantile(halfWidths, 0.5) / normalQuantile(0.975)
  return Math.expm1((normalQuantile(1 - Q / hypotheses) + normalQuantile(0.9)) * error)
}

function suggestion(
  benchmarks: SuggestedLevel[],
  { metric, ...o }: Pick<Suggestion, 'atMost' | 'method' | 'runs'> & { metric: string | null },
): Suggestion {
  const levels = new Map<string, number>()
  for (const { name, level } of benchmarks)
    if (level !== null) levels.set(name, Math.max(level, levels.get(name) ?? 0))
  return { ...o, metric: metric ?? PRIMARY, benchmarks, rules: rulesFor(levels) }
}
