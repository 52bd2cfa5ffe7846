import { createHash } from 'node:crypto'
import { type DashboardFacts, dashboardParts } from '../../src/dashboard/dashboard.ts'
import type { BenchmarkFile, CommitsFile, DashboardIndex } from '../../src/dashboard/format.ts'
import { unpackColumns, unpackRows } from '../../src/dashboard/packed.ts'
import type { Writing } from '../../src/dashboard/write-dashboard.ts'
import { milestonesOf } from '../../src/history/milestones.ts'
import type { Verdict } from '../../src/model/assessment.ts'
import { type BenchmarkKey, keyText } from '../../src/model/benchmark.ts'
import type {
  Break,
  History,
  LogChange,
  RecordedCommit,
  Step,
  Trend,
  TrendEvent,
  TrendPoint,
} from '../../src/model/trend.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'

// A recorded history as a project has one, made of nothing: as large as asked for, the same for the same
// seed, with everything that a page may have to show. Trends are made one at a time, since 2,000 of 2,000
// points do not fit into memory as objects.

export interface Asked {
  benchmarks: number
  commits: number
  /** Whether names, subjects and units come from somebody who means harm. */
  hostile?: boolean
  seed?: string
}

export interface Generated {
  commits: readonly RecordedCommit[]
  benchmarks: number
  /** The metrics of one benchmark; the same at each call. */
  trends: (benchmark: number) => Trend[]
  /** Of all trends, in the order of the benchmarks. */
  events: (trends: readonly { steps: readonly Step[] }[]) => TrendEvent[]
}

const AREAS: Record<string, readonly string[]> = {
  parser: [
    'large file',
    'small file',
    'unicode identifiers',
    'deep nesting',
    'template literals',
    'comments',
  ],
  lexer: ['ascii', 'unicode', 'numbers', 'regular expressions', 'whitespace'],
  'json/stringify': ['flat object', 'nested object', 'long strings', 'dates'],
  'json/parse': ['flat object', 'nested object', 'numbers', '1 MB array'],
  'http/router': ['static route', 'with parameters', 'wildcard', 'not found'],
  'http/body': ['json 1 kB', 'json 100 kB', 'multipart', 'gzip'],
  render: ['table of 1,000 rows', 'list with keys', 'text only', 'hydrate'],
  'cache/lru': ['get hit', 'get miss', 'set', 'evict'],
  'sort/records': ['n=100', 'n=10,000', 'already sorted', 'reversed'],
  'diff/lines': ['equal', 'one line moved', 'all different'],
  crypto: ['sha256 1 kB', 'hmac', 'random id'],
  glob: ['literal', 'two stars', 'braces'],
}
const NAMES = Object.entries(AREAS).flatMap(([area, names]) => names.map((name) => `${area}/${name}`))
const SUBJECTS = [
  'Update dependencies',
  'Fix the position of errors in template literals',
  'Keep routes in a radix tree',
  'Add an option for trailing commas',
  'Docs: how to extend the lexer',
  'Types of visitors',
  'Release notes',
  'Run the tests of the standard too',
  'Reuse buffers between requests',
  'Refactor the printer',
  'Compare keys before values',
  'Tests for nested arrays',
  'Do not copy headers twice',
  'Allow comments between decorators',
  'Measure the hot path on its own',
]
const CPUS = ['AMD EPYC 7763 64-Core Processor', 'AMD EPYC 9V74 80-Core Processor', 'Intel(R) Xeon(R) 8370C']

/** What somebody could call a benchmark, a suite, a metric or a commit. */
export const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '</script><script>window.hacked = 2</script>',
  '<img src=x onerror="window.hacked = 3">',
  `"'\`><svg onload=window.hacked=4>`,
  '\u202egpj.exe\u202c and \u2066hidden\u2069',
  '<!-- benchgate: data --><!--<script>',
  'javascript:window.hacked=5',
  'line one\nline two\tand a tab \u0000',
  ']]>&lt;b&gt;&amp;',
  'lone \ud800 surrogate',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} famille \u00e9\u0301',
  `${'very-long-name/'.repeat(40)}end`,
  '../../etc/passwd?q=1#/c/aaaa&m=%00%2f%zz',
  '__proto__',
  ' ',
]

export function generate({ benchmarks, commits: count, hostile = false, seed = 'sample' }: Asked): Generated {
  const planted = plantedSteps(count, createRandom(`${seed} steps`))
  const commits = commitsOf(count, hostile, planted, createRandom(`${seed} commits`))
  return {
    commits,
    benchmarks,
    trends: (benchmark) => trendsOf(benchmark, { commits, planted, hostile, seed }),
    events: (trends) => eventsOf(trends, commits),
  }
}

/** Some levels lie beyond their limit. */
function budgetOf({ points, steps, forecast, better }: Trend): ReturnType<DashboardFacts['limitsOf']> {
  const last = steps.at(-1)
  const isOver = last?.standing === 'standing' && last.change.log > 0.2 && better === 'lower'
  const kind = better === 'lower' ? 'max' : 'min'
  const fail = isOver ? Number((0.9 * points.at(-1)!.level!.value).toPrecision(2)) : forecast?.limit
  return {
    maxRegression: { warn: 0.025, fail: 0.05 },
    max: null,
    min: null,
    ...(fail !== undefined && { [kind]: { warn: null, fail } }),
  }
}

/** All of it at once, as history/ works it out. For sizes that fit into memory. */
export function historyOf(generated: Generated): History {
  const trends = Array.from({ length: generated.benchmarks }, (_, i) => generated.trends(i)).flat()
  return {
    ref: 'refs/heads/main',
    key: 'default',
    commits: generated.commits,
    trends,
    events: generated.events(trends),
    precision: PRECISION,
  }
}

const PRECISION = { flagged: 31, recurred: 24, accepted: 4, vanished: 2, open: 1 }

/** What the writer of a dashboard is given, of any size: as in history/, points are made for whoever asks. */
export function writingOf(generated: Generated, page: string): Writing {
  const budgets = new Map<string, ReturnType<DashboardFacts['limitsOf']>>()
  const idOf = (key: BenchmarkKey, metric: string) => JSON.stringify([keyText(key), metric])
  const trends = Array.from({ length: generated.benchmarks }, (_, benchmark) =>
    generated.trends(benchmark).map((whole, i): Trend => {
      budgets.set(idOf(whole, whole.metric), budgetOf(whole))
      const { points: _points, ...trend } = whole
      return {
        ...trend,
        get points() {
          return generated.trends(benchmark)[i]!.points
        },
      }
    }),
  ).flat()
  return {
    history: { ...historyOf({ ...generated, benchmarks: 0 }), trends, events: generated.events(trends) },
    facts: {
      by: '0.1.0',
      writtenAt: '2026-11-28T09:30:00Z',
      repository: 'example/fastparse',
      url: 'https://github.com/example/fastparse',
      limitsOf: (key, metric) => budgets.get(idOf(key, metric)) ?? null,
    },
    page,
    otherwise: 'name another place',
    signal: new AbortController().signal,
  }
}

/** What the page reads of it, for sizes that fit into memory. */
export function dashboardOf(generated: Generated) {
  const { history, facts } = writingOf(generated, '')
  const files = new Map([...dashboardParts(history, facts, null)].map(({ path, content }) => [path, content]))
  const index = files.get('index.json') as DashboardIndex
  return {
    index,
    benchmark: (file: number) =>
      (files.get(`benchmarks/${file}.json`) as BenchmarkFile).metrics.map(unpackColumns),
    changes: (commit: number) => {
      const file = files.get(`commits/${Math.floor(commit / index.commitsPerFile)}.json`) as CommitsFile
      return unpackRows(file.commits[commit - file.from]!)
    },
  }
}

function commitsOf(
  count: number,
  hostile: boolean,
  planted: readonly Planted[],
  random: Random,
): RecordedCommit[] {
  let time = Date.parse('2026-11-27T16:00:00Z') - count * 6.5 * 3600e3
  let parent: string | null = null
  return Array.from({ length: count }, (_, i) => {
    const sha = createHash('sha1').update(`${i} ${random.uniform()}`).digest('hex')
    time += Math.round(-Math.log(random.uniform()) * 6.5 * 3600) * 1000
    const pull = random.uniform() < 0.8 ? 120 + i * 3 : null
    const cause = planted.find((step) => step.at === i)?.subject ?? SUBJECTS[random.integer(SUBJECTS.length)]
    const subject = `${cause}${pull === null ? '' : ` (#${pull})`}`
    const releases = i % 60 === 40 ? [`v1.${Math.floor(i / 60)}.0`] : []
    const commit: RecordedCommit = {
      sha,
      parent,
      time: new Date(time).toISOString(),
      subject: hostile && i % 3 === 0 ? HOSTILE[(i / 3) % HOSTILE.length]! : subject,
      pull,
      cpu: CPUS[i > count * (random.uniform() < 0.9 ? 0.72 : 0.97) ? 1 : 0]!,
      node: `v24.${Math.floor(i / 150)}.0`,
      image: `ubuntu24/20260${1 + Math.floor((i * 8) / count)}01`,
      releases: hostile && releases.length > 0 ? [HOSTILE[i % HOSTILE.length]!] : releases,
      importedFrom: i < count * 0.1 && hostile ? 'github-action-benchmark' : null,
    }
    parent = sha
    return commit
  })
}

interface Planted {
  at: number
  /** Share of the benchmarks that move, and how far. */
  share: number
  log: number
  accepted: string | null
  /** Where it was taken back. */
  until: number | null
  subject: string
}

function plantedSteps(count: number, random: Random): Planted[] {
  const place = (share: number) =>
    Math.max(1, Math.min(count - 2, Math.round((share + 0.01 * (random.uniform() - 0.5)) * count)))
  return [
    {
      at: 0.22,
      share: 0.08,
      log: Math.log(1.14),
      accepted: null,
      until: 0.31,
      subject: 'Report every error of a file, not the first',
    },
    {
      at: 0.41,
      share: 0.3,
      log: Math.log(0.86),
      accepted: null,
      until: null,
      subject: 'Keep the scope chain in a flat array',
    },
    {
      at: 0.55,
      share: 0.04,
      log: Math.log(1.31),
      accepted: 'Surrogate pairs are read correctly (#412)',
      until: null,
      subject: 'Handle surrogate pairs in identifiers',
    },
    {
      at: 0.68,
      share: 0.06,
      log: Math.log(1.09),
      accepted: null,
      until: 0.76,
      subject: 'Keep comments in the syntax tree',
    },
    {
      at: 0.83,
      share: 0.05,
      log: Math.log(0.74),
      accepted: null,
      until: null,
      subject: 'Read identifiers without a regular expression',
    },
    {
      at: 0.93,
      share: 0.07,
      log: Math.log(1.123),
      accepted: null,
      until: null,
      subject: 'Check depth before each nested value',
    },
    {
      at: 0.965,
      share: 0.012,
      log: Math.log(1.48),
      accepted: null,
      until: null,
      subject: 'Escape lone surrogates in long strings',
    },
  ].map((step) => ({ ...step, at: place(step.at), until: step.until === null ? null : place(step.until) }))
}

interface Given {
  commits: readonly RecordedCommit[]
  planted: readonly Planted[]
  hostile: boolean
  seed: string
}

const UNITS = {
  time: { metric: 'time', unit: 'ns', better: 'lower' },
  memory: { metric: 'heap', unit: 'B', better: 'lower' },
  rate: { metric: 'throughput', unit: 'ops/s', better: 'higher' },
} as const

function trendsOf(benchmark: number, given: Given): Trend[] {
  const isHostile = given.hostile && benchmark < HOSTILE.length
  const turn = Math.floor(benchmark / NAMES.length)
  const name = isHostile
    ? HOSTILE[benchmark]!
    : `${NAMES[benchmark % NAMES.length]!}${turn === 0 ? '' : `, case ${turn + 1}`}`
  const area = name.split('/')[0]!
  const suite = isHostile ? `bench/${HOSTILE[(benchmark + 3) % HOSTILE.length]}` : `bench/${area}.bench.ts`
  const kinds = [area === 'http' ? UNITS.rate : UNITS.time, ...(benchmark % 5 === 0 ? [UNITS.memory] : [])]
  return kinds.map((kind) => {
    const { log, fraction } = kind === UNITS.memory ? { log: 10, fraction: 0.2 } : { log: 11, fraction: 1 }
    const key = { suite, name, occurrence: 1 }
    const named = isHostile ? { ...kind, metric: `${kind.metric} ${HOSTILE[benchmark]!.slice(0, 40)}` } : kind
    return trendOf({ ...key, ...named }, { ...given, benchmark, log, fraction })
  })
}

const five = (value: number): number => Number(value.toPrecision(5))

function trendOf(
  named: Pick<Trend, 'suite' | 'name' | 'occurrence' | 'metric' | 'unit' | 'better'>,
  {
    commits,
    planted,
    seed,
    benchmark,
    log,
    fraction,
  }: Given & { benchmark: number; log: number; fraction: number },
): Trend {
  const random = createRandom(`${seed} ${benchmark} ${named.metric}`)
  const base = log + 3 * random.normal()
  const noise = fraction * (0.004 + 0.02 * random.uniform() ** 2)
  const sign = named.better === 'lower' ? 1 : -1
  const mine = planted
    .filter(({ share }) => random.uniform() < share * (fraction < 1 ? 0.2 : 1))
    .flatMap((step) => (step.until === null ? [step] : [step, { ...step, at: step.until, log: -step.log }]))
    .sort((a, b) => a.at - b.at)
  const editedAt = random.uniform() < 0.15 ? Math.round((0.1 + 0.5 * random.uniform()) * commits.length) : -1
  const firstAt = random.uniform() < 0.2 ? Math.round(0.4 * random.uniform() * commits.length) : 0
  const creeping = random.uniform() < 0.05 && fraction === 1 ? 0.12 / commits.length : 0
  const cpuShift = [0, -0.09 + 0.03 * random.normal(), 0.05]
  const points: TrendPoint[] = []
  const levelAt = (i: number) =>
    sign * (mine.reduce((sum, step) => sum + (i >= step.at ? step.log : 0), 0) + creeping * i) +
    (i >= editedAt && editedAt >= 0 ? 0.4 : 0)
  for (let i = firstAt; i < commits.length; i += 1) {
    const [commit, before] = [commits[i]!, points.length > 0 ? commits[i - 1]! : null]
    const outlier = random.uniform() < 0.01 ? 6 : 1
    const center = base + levelAt(i) + cpuShift[CPUS.indexOf(commit.cpu)]! + outlier * noise * random.normal()
    const spread = noise * (0.5 + random.uniform())
    const level = base + levelAt(i) + cpuShift[1]! + 0.3 * noise * random.normal()
    const moved = before === null || i === editedAt ? null : levelAt(i) - levelAt(i - 1)
    const measured = moved === null ? null : changeOf(moved + 0.5 * noise * random.normal(), noise)
    points.push({
      at: i,
      value: five(Math.exp(center)),
      low: five(Math.exp(center - spread)),
      high: five(Math.exp(center + spread)),
      change: measured,
      verdict: verdictOf(measured, sign, random),
      break: i === editedAt && points.length > 0 ? ('edited' satisfies Break) : null,
      otherEnvironment: before !== null && (commit.cpu !== before.cpu || commit.node !== before.node),
      level: {
        value: five(Math.exp(level)),
        low: five(Math.exp(level - 0.8 * noise)),
        high: five(Math.exp(level + 0.8 * noise)),
      },
    })
  }
  const steps = mine
    .filter(({ at }) => at > firstAt + 2)
    .map((step) => stepOf(step, { sign, noise, level: base + levelAt(step.at - 1), commits }))
  const newest = points.at(-1)!
  const pace = changeOf(sign * creeping * 26, creeping * 6)
  const forecast: Trend['forecast'] =
    creeping === 0
      ? null
      : {
          limit: Number((newest.value * Math.exp(sign * 0.15)).toPrecision(2)),
          kind: named.better === 'lower' ? 'max' : 'min',
          severity: 'fail',
          weeks: { low: 6, high: benchmark % 2 === 0 ? 11 : null },
        }
  return {
    ...named,
    points,
    steps,
    creep:
      creeping === 0
        ? null
        : {
            from: commits.length - 60,
            to: commits.length - 1,
            perWeek: pace,
            perCommit: changeOf(sign * creeping, creeping / 5),
            worse: true,
            p: 1e-5,
          },
    forecast,
    burn:
      forecast === null
        ? null
        : {
            limit: forecast.limit,
            kind: forecast.kind,
            runs: { beyond: 2, of: 50 },
            days: { beyond: 1, of: 21 },
          },
    milestones: milestonesOf(points, steps, commits, named.better),
  }
}

const changeOf = (log: number, noise: number): LogChange => ({
  log: five(log),
  low: five(log - 0.9 * noise),
  high: five(log + 0.9 * noise),
})

function verdictOf(change: LogChange | null, sign: number, random: Random): Verdict | null {
  if (change === null) return null
  const worse = sign * change.log
  const certain = change.low * change.high > 0
  if (certain && worse > 0.05) return 'regression'
  if (certain && worse < -0.05) return 'improvement'
  return random.uniform() < 0.02 ? 'inconclusive' : 'unchanged'
}

function stepOf(
  { at, log, accepted, until }: Planted,
  o: { sign: number; noise: number; level: number; commits: readonly RecordedCommit[] },
): Step {
  const change = changeOf(o.sign * log, o.noise)
  return {
    at,
    from: at - 1,
    to: Math.min(at + 1, o.commits.length - 1),
    change,
    worse: log > 0,
    before: five(Math.exp(o.level)),
    after: five(Math.exp(o.level + o.sign * log)),
    confirmedAt: Math.min(at + 2, o.commits.length - 1),
    standing: log < 0 || accepted !== null ? null : until === null ? 'standing' : 'fixed',
    accepted,
  }
}

function eventsOf(
  trends: readonly { steps: readonly Step[] }[],
  commits: readonly RecordedCommit[],
): TrendEvent[] {
  const members = trends.flatMap(({ steps }, trend) => steps.map((s, step) => ({ trend, step, s })))
  const byCause = Map.groupBy(members, ({ s }) => `${String(s.at).padStart(6, '0')} ${s.worse}`)
  return [...byCause]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const sorted = group.sort((a, b) => Math.abs(b.s.change.log) - Math.abs(a.s.change.log))
      const { at, from, to, worse, accepted } = sorted[0]!.s
      const standings = sorted.map(({ s }) => s.standing)
      return {
        id: `${commits[at]!.sha.slice(0, 7)}-${worse ? 'slower' : 'faster'}`,
        worse,
        at,
        from,
        to,
        members: sorted.map(({ trend, step }) => ({ trend, step })),
        standing: standings.includes('standing') ? 'standing' : standings.includes('fixed') ? 'fixed' : null,
        accepted,
      }
    })
}
