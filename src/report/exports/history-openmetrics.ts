import type { History, Trend } from '../../model/trend.ts'
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

/** What is known of the newest recorded commit as OpenMetrics text: of what it measured, and how that stands. */
export function renderHistoryOpenMetrics({ ref, key, commits, trends, events, precision }: History): string {
  const newest = commits.length - 1
  const { sha, time } = commits[newest]!
  const gate: Labels = {
    branch: outside('ref', ref.replace(/^refs\/heads\//, '')),
    // Files of several gates lie beside one another.
    ...keyLabel(key),
  }
  const current = trends
    .map((trend, index) => ({
      trend,
      index,
      point: trend.points.at(-1)!,
      labels: { ...labelsOfBenchmark(trend, trend.metric), ...keyLabel(key) },
    }))
    // What the newest commit did not measure is no value of it.
    .filter(({ point }) => point.at === newest)
  const standing = events.filter((event) => event.standing === 'standing')
  return openMetricsText([
    family('history_info', 'The newest recorded commit.', [
      { labels: { ...gate, commit: outside('ref', sha) }, value: 1 },
    ]),
    family(
      'commit_timestamp_seconds',
      'When the newest recorded commit was made.',
      [{ labels: gate, value: Date.parse(time) / 1000 }],
      'seconds',
    ),
    ...quantities(
      current.map(({ labels, trend, point }) => ({ labels, unit: trend.unit, value: point.value })),
    ),
    ...changes(
      current.flatMap(({ labels, point: { change } }) =>
        change === null
          ? []
          : [
              {
                labels,
                effect: Math.expm1(change.log),
                interval: { low: Math.expm1(change.low), high: Math.expm1(change.high) },
              },
            ],
      ),
    ),
    family(
      'benchmark_standing_regression_ratio',
      'Size of a regression that is not fixed: new / old - 1 of the levels around it.',
      standing.flatMap(({ id, members }) =>
        current.flatMap(({ labels, trend, index }) =>
          members
            .filter((member) => member.trend === index)
            .map(({ step }) => ({
              labels: { ...labels, event: outside('ref', id) },
              value: Math.expm1(trend.steps[step]!.change.log),
            })),
        ),
      ),
      'ratio',
    ),
    ...(current.length === 0 ? [] : outlook(current)),
    family(
      'recorded_regressions',
      'Regressions that recorded runs flagged, by how they turned out.',
      (['recurred', 'accepted', 'vanished', 'open'] as const).map((fate) => ({
        labels: { ...gate, fate },
        value: precision[fate],
      })),
    ),
  ])
}

const keyLabel = (key: string): Labels => (key === 'default' ? {} : { key })

/** How the trends stand beside the absolute limits of their budgets. */
function outlook(current: readonly { labels: Labels; trend: Trend }[]): Family[] {
  const of = (samples: (trend: Trend) => Sample[]): Sample[] =>
    current.flatMap(({ labels, trend }) =>
      samples(trend).map((sample) => ({ labels: { ...labels, ...sample.labels }, value: sample.value })),
    )
  return [
    family(
      'benchmark_limit_reached_seconds',
      'Time until a limit of the budget is reached at the present pace, at the earliest.',
      of(({ forecast }) =>
        forecast === null
          ? []
          : [{ labels: { severity: forecast.severity }, value: forecast.weeks.low * WEEK_SECONDS }],
      ),
      'seconds',
    ),
    family(
      'benchmark_over_limit_ratio',
      'Share of recorded runs that lie beyond a limit which fails.',
      of(({ burn }) => {
        if (burn === null) return []
        const windows = [
          { window: '50_runs', ...burn.runs },
          { window: '30_days', ...burn.days },
        ]
        return windows
          .filter(({ of: all }) => all > 0)
          .map(({ window, beyond, of: all }) => ({ labels: { window }, value: beyond / all }))
      }),
      'ratio',
    ),
  ]
}
