import type { History, Step, Trend } from '../../src/model/trend.ts'
import { shaOf } from '../store/sample-run.ts'

/** A step of `percent` between two commits; the error of its logarithm is a tenth of it. */
export function step(at: number, percent: number, more: Partial<Step> = {}): Step {
  const log = Math.log1p(percent / 100)
  const error = Math.abs(log) / 10
  const worse = more.worse ?? percent > 0
  return {
    at,
    from: at - 1,
    to: at,
    change: { log, low: log - error, high: log + error },
    worse,
    before: 1_000_000,
    after: 1_000_000 * (1 + percent / 100),
    confirmedAt: at + 2,
    standing: worse ? 'standing' : null,
    accepted: null,
    ...more,
  }
}

export function trend(name: string, steps: readonly Step[], more: Partial<Trend> = {}): Trend {
  return {
    suite: 'benchmarks/parser.bench.ts',
    name,
    occurrence: 1,
    metric: 'time',
    unit: 'ns',
    better: 'lower',
    points: Array.from({ length: COMMITS }, (_, at) => point(at)),
    steps,
    creep: null,
    forecast: null,
    burn: null,
    milestones: { first: null, best: null, release: null },
    ...more,
  }
}

export const COMMITS = 30

const point = (at: number): Trend['points'][number] => ({
  at,
  value: 1_000_000,
  low: 990_000,
  high: 1_010_000,
  change: null,
  verdict: null,
  break: null,
  otherEnvironment: false,
  level: null,
})

export const commitOf = (at: number): string => shaOf(`commit ${at}`)

/** A history of these trends; steps at one commit in one direction are one event. */
export function history(trends: readonly Trend[], more: Partial<History> = {}): History {
  const all = trends.flatMap(({ steps }, t) =>
    steps.map((one, s) => ({ one, member: { trend: t, step: s } })),
  )
  const events = [...Map.groupBy(all, ({ one }) => `${one.at} ${one.worse}`).values()].map((of) => {
    const { at, from, to, worse } = of[0]!.one
    const standings = of.map(({ one }) => one.standing)
    return {
      id: `${commitOf(at).slice(0, 7)}-${worse ? 'slower' : 'faster'}`,
      worse,
      at,
      from,
      to,
      members: of
        .toSorted((a, b) => Math.abs(b.one.change.log) - Math.abs(a.one.change.log))
        .map(({ member }) => member),
      standing: standings.includes('standing') ? ('standing' as const) : standings[0]!,
      accepted: of.find(({ one }) => one.accepted !== null)?.one.accepted ?? null,
    }
  })
  return {
    ref: 'refs/heads/main',
    key: 'default',
    commits: Array.from({ length: COMMITS }, (_, at) => ({
      sha: commitOf(at),
      parent: at === 0 ? null : commitOf(at - 1),
      time: new Date(Date.UTC(2026, 10, 1, at)).toISOString(),
      subject: `Change ${at} (#${400 + at})`,
      pull: 400 + at,
      cpu: 'AMD EPYC 7763 64-Core Processor',
      node: 'v24.21.0',
      image: 'ubuntu24 20261101.1.0',
      releases: [],
      importedFrom: null,
    })),
    trends,
    events: events.toSorted((a, b) => a.at - b.at),
    precision: { flagged: 0, recurred: 0, accepted: 0, vanished: 0, open: 0 },
    ...more,
  }
}
