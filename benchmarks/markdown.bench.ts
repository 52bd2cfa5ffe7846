import { bench, group, run } from 'mitata'
import { type Assessment, type Row, VERDICTS } from '../src/model/assessment.ts'
import { renderMarkdown } from '../src/report/markdown/markdown.ts'
import { renderTerminal } from '../src/report/terminal/terminal.ts'

/** Mostly unchanged, as runs are; every tenth row is something to say. */
function verdictOf(i: number): Pick<Row, 'verdict' | 'severity' | 'effect' | 'interval'> {
  const interval = { low: 0.151, high: 0.217, level: 0.95 }
  if (i % 40 === 0) return { verdict: 'regression', severity: 'fail', effect: 0.183, interval }
  if (i % 20 === 0) return { verdict: 'inconclusive', severity: 'pass', effect: 0.02, interval }
  if (i % 10 === 0) return { verdict: 'improvement', severity: 'pass', effect: -0.212, interval: null }
  return {
    verdict: 'unchanged',
    severity: 'pass',
    effect: 0.002,
    interval: { low: -0.004, high: 0.008, level: 0.95 },
  }
}

function assessmentOf(count: number): Assessment {
  const rows = Array.from({ length: count }, (_, i): Row => ({
    benchmark: i % 7 === 0 ? `parser/case ${i} | \`quoted\` 解析` : `parser/case ${i}`,
    id: `${i}`,
    suite: 'benchmarks/parser.bench.ts',
    occurrence: 1,
    metric: 'time',
    unit: 'ns',
    better: 'lower',
    exact: false,
    ...verdictOf(i),
    p: 0.4,
    pairs: 16,
    sigma: 0.021,
    grade: 'C',
    mde: 0.034,
    pairsNeeded: null,
    base: { value: 4_210_000 + i, p50: 4_300_000 },
    head: { value: 4_980_000 + i, p50: 5_110_000 },
    budget: null,
    confirmed: null,
    edited: false,
    location: `benchmarks/parser.bench.ts:${i}`,
    notes: [],
    waiver: null,
    history: [],
  }))
  const revision = { label: 'merge-base', sha: '91be03d2c1f04a7788d0c5b1f2e3a4d5c6b7a890', dirty: false }
  const counts = Object.fromEntries(VERDICTS.map((v) => [v, rows.filter((row) => row.verdict === v).length]))
  return {
    schema: 1,
    outcome: 'fail',
    command: 'check',
    seed: 'fixed',
    base: revision,
    head: revision,
    environment: {
      cpu: 'a CPU',
      cores: 4,
      os: 'an OS',
      image: null,
      node: '24.0.0',
      nodeFlags: [],
      mitata: '1.0.0',
      loadAverage: 0,
      ci: true,
    },
    summary: {
      benchmarks: count,
      verdicts: counts as Assessment['summary']['verdicts'],
      failed: counts['regression'] ?? 0,
      warned: 0,
      processes: 64,
      pairs: 32,
      seconds: 300,
      secondsInBenchmarks: 240,
      stoppedBy: 'decided',
    },
    rows,
    warnings: [],
    budgetChanges: [],
    history: null,
    measuredBy: { kind: 'benchgate' },
    baseline: { kind: 'paired' },
  }
}

const terminal = { color: true, width: 120, verbose: true, configFile: null }

group('report', () => {
  bench('markdown of $rows rows', function* (state: { get(name: string): number }) {
    const assessment = assessmentOf(state.get('rows'))
    yield () => renderMarkdown(assessment)
  }).args('rows', [50, 1_000, 5_000])

  bench('terminal of 1000 rows', function* () {
    const assessment = assessmentOf(1_000)
    yield () => renderTerminal(assessment, terminal)
  })
})

await run()
