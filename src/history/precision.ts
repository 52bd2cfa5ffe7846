import type { AlertPrecision, RecordedCommit, Trend, TrendPoint } from '../model/trend.ts'

type Outcome = Exclude<keyof AlertPrecision, 'flagged'>

/** How often regressions that were flagged when their commit was recorded turned out to be real. */
export function precisionOf(trends: readonly Trend[], commits: readonly RecordedCommit[]): AlertPrecision {
  const precision: AlertPrecision = { flagged: 0, recurred: 0, accepted: 0, vanished: 0, open: 0 }
  for (const trend of trends) {
    for (const [i, { verdict, change }] of trend.points.entries()) {
      // An accepted regression was flagged, too.
      if (change === null || (verdict !== 'regression' && verdict !== 'accepted')) continue
      precision.flagged++
      precision[outcomeOf(trend, i, change.log, commits)]++
    }
  }
  return precision
}

function outcomeOf(trend: Trend, i: number, log: number, commits: readonly RecordedCommit[]): Outcome {
  const flagged = trend.points[i]!
  const next = nextOnItsProcessor(trend.points, i, commits)
  if (next === null) return 'open'
  // The parent was measured in the same job, on the same machine.
  const before = Math.log(flagged.value) - log
  const since = laterValueOf(flagged, next, commits) - before
  // In the direction of the change, which is that of the worse.
  if (since / log >= 0.5) return 'recurred'
  const isAccepted =
    flagged.verdict === 'accepted' ||
    trend.steps.some(
      ({ worse, accepted, from, to }) => worse && accepted !== null && from < flagged.at && flagged.at <= to,
    )
  return isAccepted ? 'accepted' : 'vanished'
}

/** Null also where a break comes first, after which values are of something else. */
function nextOnItsProcessor(
  points: readonly TrendPoint[],
  i: number,
  commits: readonly RecordedCommit[],
): TrendPoint | null {
  const { cpu } = commits[points[i]!.at]!
  for (const point of points.slice(i + 1)) {
    if (point.break !== null) return null
    if (commits[point.at]!.cpu === cpu) return point
  }
  return null
}

/**
 * The logarithm of the value that the next run has for the flagged code. If that run measured the flagged
 * commit as its parent, it is the parent's value: a regression that the very next commit fixes did not
 * vanish.
 */
function laterValueOf(flagged: TrendPoint, next: TrendPoint, commits: readonly RecordedCommit[]): number {
  const isParent = commits[next.at]!.parent === commits[flagged.at]!.sha
  return Math.log(next.value) - (isParent && next.change !== null ? next.change.log : 0)
}
