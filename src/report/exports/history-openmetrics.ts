import { effectOfLog, type History, type Trend, type TrendPoint } from '../../model/trend.ts'
import { outside } from '../text/outside.ts'
import {
  changes,
  type Family,
  family,
  type Labels,
  labelsOfBenchmark,
  openMetricsText,
  quantities,
  type Sample,
} from './families.ts'

const WEEK_SECONDS = 7 * 86_400

/** A trend that the newest commit has a point of. */
interface Current {
  trend: Trend
  /** Of the trend in the history. */
  index: number
  point: TrendPoint
  labels: Labels
}

/** The newest recorded commit as OpenMetrics text: what it measured, and how that stands. */
export function renderHistoryOpenMetrics(history: History): string {
  const { ref, key, commits, trends, precision } = history
  const newest = commits.length - 1
  const { sha, time } = commits[newest]!
  // Files of several gates lie beside one another.
  const ofKey: Labels = key === 'default' ? {} : { key }
  const ofGate: Labels = { branch: outside('ref', ref.replace(/^refs\/heads\//, '')), ...ofKey }
  const current = trends
    .map((trend, index): Current => {
      const labels = { ...labelsOfBenchmark(trend, trend.metric), ...ofKey }
      return { trend, index, point: trend.points.at(-1)!, labels }
    })
    // What the newest commit did not measure is no value of it.
    .filter(({ point }) => point.at === newest)
  return openMetricsText([
    family('history_info', 'The newest recorded commit.', [
      { labels: { ...ofGate, commit: outside('ref', sha) }, value: 1 },
    ]),
    family(
      'commit_timestamp_seconds',
      'When the newest recorded commit was made.',
      [{ labels: ofGate, value: Date.parse(time) / 1000 }],
      'seconds',
    ),
    ...measured(current),
    ...outlook(current, history),
    family(
      'recorded_regressions',
      'Regressions that recorded runs flagged, by how they turned out.',
      (['recurred', 'accepted', 'vanished', 'open'] as const).map((fate) => ({
        labels: { ...ofGate, fate },
        value: precision[fate],
      })),
    ),
  ])
}

const measured = (current: readonly Current[]): Family[] => [
  ...quantities(
    current.map(({ labels, trend, point }) => ({
      labels,
      unit: point.unit ?? trend.unit,
      value: point.value,
    })),
  ),
  ...changes(
    current.flatMap(({ labels, point: { change } }) => {
      if (change === null) return []
      const interval = { low: effectOfLog(change.low), high: effectOfLog(change.high) }
      return [{ labels, effect: effectOfLog(change.log), interval }]
    }),
  ),
]

/** How the trends stand: beside what they were, and beside the absolute limits of their budgets. */
function outlook(current: readonly Current[], { events }: History): Family[] {
  const of = (samples: (one: Current) => Sample[]): Sample[] =>
    current.flatMap((one) =>
      samples(one).map(({ labels, value }) => ({ labels: { ...one.labels, ...labels }, value })),
    )
  return [
    family(
      'benchmark_standing_regression_ratio',
      'Size of a regression that is not fixed: new / old - 1 of the levels around it.',
      of(({ trend, index }) =>
        events.flatMap(({ id, members }) =>
          members
            .filter((one) => one.trend === index && trend.steps[one.step]!.standing === 'standing')
            .map(({ step }) => ({
              labels: { event: outside('ref', id) },
              value: effectOfLog(trend.steps[step]!.change.log),
            })),
        ),
      ),
      'ratio',
    ),
    family(
      'benchmark_limit_reached_seconds',
      'Time until a limit of the budget is reached at the present pace, at the earliest.',
      of(({ trend: { forecast } }) => {
        if (forecast === null) return []
        const { severity, weeks } = forecast
        return [{ labels: { severity }, value: weeks.low * WEEK_SECONDS }]
      }),
      'seconds',
    ),
    family(
      'benchmark_over_limit_ratio',
      'Share of recorded runs that lie beyond a limit which fails.',
      of(({ trend: { burn } }) =>
        Object.entries(burn === null ? {} : { '50_runs': burn.runs, '30_days': burn.days })
          .filter(([, { of: all }]) => all > 0)
          .map(([window, { beyond, of: all }]) => ({ labels: { window }, value: beyond / all })),
      ),
      'ratio',
    ),
  ]
}
