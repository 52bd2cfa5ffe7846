import type { Assessment, Row } from '../../model/assessment.ts'
import { outside } from '../text/outside.ts'
import { keyOfRow } from '../view/labels.ts'
import { changes, family, labelsOfBenchmark, openMetricsText, quantities } from './families.ts'

const OUTCOMES = ['pass', 'warn', 'fail'] as const

/** The assessment as OpenMetrics text, with head's values. */
export function renderOpenMetrics(a: Assessment): string {
  const { base, head, rows, outcome, summary } = a
  const known = rows.map((row) => ({ ...row, labels: labelsOfBenchmark(keyOfRow(row), row.metric) }))
  return openMetricsText([
    family('report_info', 'What was compared.', [
      {
        labels: {
          command: a.command,
          base: outside('ref', base.sha ?? ''),
          head: outside('ref', head.sha ?? ''),
          cpu: outside('label', a.environment.cpu),
        },
        value: 1,
      },
    ]),
    family(
      'outcome',
      '1 for the outcome that the report has.',
      OUTCOMES.map((one) => ({ labels: { outcome: one }, value: Number(one === outcome) })),
    ),
    family(
      'comparisons',
      'Benchmarks and metrics by what their budget makes of them.',
      OUTCOMES.map((severity) => ({
        labels: { severity },
        value: rows.filter((row) => row.severity === severity).length,
      })),
    ),
    family(
      'run_duration_seconds',
      'Wall time that measuring took.',
      [{ labels: {}, value: summary.seconds }],
      'seconds',
    ),
    ...quantities(
      known.flatMap(({ labels, unit, head: { value } }) => (value === null ? [] : [{ labels, unit, value }])),
    ),
    ...changes(
      known.flatMap(({ labels, effect, interval }) =>
        effect === null ? [] : [{ labels, effect, interval }],
      ),
    ),
    family(
      'benchmark_verdict_info',
      'What was found, and what its budget makes of it.',
      known.map(verdictOf),
    ),
  ])
}

const verdictOf = ({
  labels,
  verdict,
  severity,
}: Pick<Row, 'verdict' | 'severity'> & { labels: object }) => ({
  labels: { ...labels, verdict, severity },
  value: 1,
})
