import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { creepOf, type Dated, WEEK_MS } from '../../src/history/creep.ts'
import { forecastOf } from '../../src/history/forecast.ts'
import { stepsOf } from '../../src/history/steps.ts'
import { isStepLike } from '../../src/stats/line-or-step.ts'
import { mannKendall } from '../../src/stats/mann-kendall.ts'
import { quantile } from '../../src/stats/quantile.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import { theilSen } from '../../src/stats/theil-sen.ts'
import { plainTrack } from './history.ts'
import type { Share } from './measures.ts'

const N = 60
const PLACES = Array.from({ length: N }, (_, i) => i)

const step = (by: number, from: number) => (i: number) => (i >= from ? Math.log1p(by) : 0)
const line = (by: number) => (i: number) => (Math.log1p(by) * i) / (N - 1)

/** What 60 values do, as a logarithm. */
const SHAPES: readonly [name: string, shape: (i: number) => number][] = [
  ['nothing', () => 0],
  ['a step of 3 % in the middle', step(0.03, 30)],
  ['a step of 5 % in the middle', step(0.05, 30)],
  ['a step of 10 % in the middle', step(0.1, 30)],
  ['a step of 20 % in the middle', step(0.2, 30)],
  ['a step of 10 % at 15', step(0.1, 15)],
  ['a step of 10 % at 50', step(0.1, 50)],
  ['10 % up at 20, and down at 40', (i) => step(0.1, 20)(i) - step(0.1, 40)(i)],
  ['two steps of 5 %', (i) => step(0.05, 20)(i) + step(0.05, 40)(i)],
  ['creep of 5 %', line(0.05)],
  ['creep of 10 %', line(0.1)],
  ['creep of 20 %', line(0.2)],
]

const NOISES: readonly [name: string, noise: (random: Random) => number][] = [
  ['3 %', (random) => 0.03 * random.normal()],
  ['3 %, 5 % of values 1.2 to 3 times', (random) => 0.03 * random.normal() + spike(random)],
  ['1 %', (random) => 0.01 * random.normal()],
]

const spike = (random: Random): number =>
  random.uniform() < 0.05 ? Math.log(1.2 + 1.8 * random.uniform()) : 0

interface CreepScore {
  shape: string
  /** Per kind of noise: creep, a trend by Mann-Kendall alone, creep if a step had to be 4 ln n better. */
  noises: { creep: Share; trend: Share; lenient: Share }[]
}

export const NOISE_NAMES = NOISES.map(([name]) => name)

/** How often series of 60 values are called creep. */
export function scoreCreep(runs: number): CreepScore[] {
  return SHAPES.map(([shape, at]) => ({
    shape,
    noises: NOISES.map(([name, noise]) => {
      const random = createRandom(`creep ${shape} ${name}`)
      const hits = { creep: 0, trend: 0, lenient: 0 }
      for (let run = 0; run < runs; run++) {
        const logs = PLACES.map((i) => at(i) + noise(random))
        if (
          creepOf(
            logs.map((log, i) => ({ at: i, log })),
            regular(N),
            'lower',
          ) !== null
        )
          hits.creep++
        if (mannKendall(logs).p >= 0.001) continue
        hits.trend++
        if (!isStepLike(PLACES, logs, theilSen(PLACES, logs)!, 4 * Math.log(N))) hits.lenient++
      }
      const share = (of: number): Share => ({ hits: of, of: runs })
      return { creep: share(hits.creep), trend: share(hits.trend), lenient: share(hits.lenient) }
    }),
  }))
}

const rising = (by: number, from: number, over: number) => (i: number) =>
  Math.log1p(by) * Math.min(1, Math.max(0, (i - from) / over))
const plus =
  (...shapes: ((i: number) => number)[]) =>
  (i: number): number =>
    shapes.reduce((sum, shape) => sum + shape(i), 0)

/** Histories in which steps follow each other, with the place of the one that is a step in truth. */
const FOLDED: readonly { name: string; commits: number; shape: (i: number) => number; real?: number }[] = [
  ...[0.05, 0.1, 0.2].map((by) => ({
    name: `60 steady, creep of ${100 * by} % over 60, 30 steady`,
    commits: 150,
    shape: rising(by, 60, 60),
  })),
  ...[0.05, 0.1, 0.2].map((by) => ({
    name: `creep of ${100 * by} % over 60 from the first`,
    commits: 60,
    shape: rising(by, 0, 60),
  })),
  { name: '30 steady, creep of 40 % over 120', commits: 150, shape: rising(0.4, 30, 120) },
  ...[0.1, 0.05].flatMap((size) =>
    [0.1, 0.2].map((by) => ({
      name: `creep of ${100 * by} % from the 60th, a step of ${100 * size} % at the 100th`,
      commits: 150,
      shape: plus(rising(by, 60, 60), step(size, 100)),
      real: 100,
    })),
  ),
  ...[0.1, 0.05].flatMap((size) =>
    [10, 20, 30].map((apart) => ({
      name: `two steps of ${100 * size} %, ${apart} apart (the second)`,
      commits: 120,
      shape: plus(step(size, 60), step(size, 60 + apart)),
      real: 60 + apart,
    })),
  ),
]

const LEAST = Math.log(1.02)

interface FoldingScore {
  history: string
  /** Per noise of 1 and 3 %. Steps of 2 % and events a history, and how often the real step is one. */
  noises: { steps: number; events: number; real: { step: Share; event: Share } | null }[]
}

/** How many steps a creep is, and how many of them are events. */
export function scoreFolding(runs: number): FoldingScore[] {
  return FOLDED.map(({ name, commits, shape, real }) => ({
    history: name,
    noises: [0.01, 0.03].map((sigma) => {
      const random = createRandom(`folding ${name} ${sigma}`)
      const count = { steps: 0, events: 0, step: 0, event: 0 }
      for (let run = 0; run < runs; run++) {
        const values = Float64Array.from({ length: commits }, (_, i) =>
          Math.exp(shape(i) + sigma * random.normal()),
        )
        const steps = stepsOf(plainTrack(values), 1)
        const events = steps.filter(({ isFolded }) => !isFolded)
        const isReal = ({ at }: { at: number }) => Math.abs(at - (real ?? NaN)) <= 3
        // Parts of a creep may be smaller than what is reported otherwise.
        count.steps += steps.filter(({ isFolded, change }) => !isFolded || Math.abs(change) >= LEAST).length
        count.events += events.length
        count.step += Number(steps.some(isReal))
        count.event += Number(events.some(isReal))
      }
      const share = (hits: number): Share => ({ hits, of: runs })
      return {
        steps: count.steps / runs,
        events: count.events / runs,
        real: real === undefined ? null : { step: share(count.step), event: share(count.event) },
      }
    }),
  }))
}

const commitAt = (time: number): Dated => ({ time: new Date(time).toISOString() })

const HALF_DAY = WEEK_MS / 14
const regular = (n: number): Dated[] => Array.from({ length: n }, (_, i) => commitAt(i * HALF_DAY))

/** Bursts and gaps: log-normal times between commits, half a day in the median and 3.7 days in the mean. */
function bursts(n: number, random: Random): Dated[] {
  let time = 0
  return Array.from({ length: n }, () => commitAt((time += HALF_DAY * Math.exp(2 * random.normal()))))
}

interface ForecastScore {
  commits: string
  creeps: 'by commit' | 'by time'
  sigma: number
  /** Of series that creep to a limit: those that get a forecast. */
  shown: Share
  /** Of forecasts: those whose interval has the moment at which the limit was reached; none beyond the known commits. */
  covered: Share
  sooner: number
  later: number
  /** Median of (high - low) / the true weeks. */
  width: number
}

/** Commits after the window, among which the limit is reached. */
const FUTURE = 120
const PAST = 240

/** Whether forecasts come true, for 10 and 20 % of creep in 60 commits and limits a quarter to five quarters of it away. */
export function scoreForecasts(runs: number, folder: string | undefined): ForecastScore[] {
  const clocks: [name: string, draw: (random: Random) => Dated[]][] = [
    ['two a day', () => regular(PAST + FUTURE)],
    ['bursts', (random) => bursts(PAST + FUTURE, random)],
  ]
  if (folder !== undefined) {
    const real = realClocks(folder)
    clocks.push([`of ${real.length} real histories`, (random) => real[random.integer(real.length)]!])
  }
  return clocks.flatMap(([name, draw]) =>
    (['by commit', 'by time'] as const).flatMap((creeps) =>
      [0.01, 0.03].map((sigma) => {
        const random = createRandom(`forecast ${name} ${creeps} ${sigma}`)
        return { commits: name, creeps, sigma, ...coverage(runs, creeps, sigma, { random, draw }) }
      }),
    ),
  )
}

/** Times of commits of suites with 120 or more. */
function realClocks(folder: string): Dated[][] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json.gz'))
  return files.toSorted().flatMap((name) => {
    const { suites } = JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as {
      suites: Record<string, { dates: number[] }>
    }
    const long = Object.values(suites).filter(({ dates }) => dates.length >= 2 * N)
    return long.map(({ dates }) => dates.map((seconds) => commitAt(seconds * 1000)))
  })
}

function coverage(
  runs: number,
  creeps: ForecastScore['creeps'],
  sigma: number,
  { random, draw }: { random: Random; draw: (random: Random) => Dated[] },
): Omit<ForecastScore, 'commits' | 'creeps' | 'sigma'> {
  const count = { series: 0, shown: 0, known: 0, sooner: 0, later: 0 }
  const widths: number[] = []
  for (let run = 0; run < runs; run++) {
    const all = draw(random)
    const last = N - 1 + random.integer(Math.min(all.length - N, PAST - N + 1))
    const times = all.map(({ time }) => Date.parse(time) / WEEK_MS)
    const first = last - N + 1
    const span = times[last]! - times[first]!
    if (span < 1) continue
    count.series++
    const rise = random.uniform() < 0.5 ? Math.log(1.1) : Math.log(1.2)
    const level = (at: number): number =>
      rise * (creeps === 'by commit' ? (at - first) / (N - 1) : (times[at]! - times[first]!) / span)
    const values = PLACES.map((i) => ({ at: first + i, log: level(first + i) + sigma * random.normal() }))
    const limit = rise * (1.25 + random.uniform())
    const past = all.slice(0, last + 1)
    const max = { warn: null, fail: Math.exp(limit) }
    const forecast = forecastOf(values, creepOf(values, past, 'lower'), past, { max, min: null })
    if (forecast === null) continue
    count.shown++
    const reached =
      creeps === 'by time'
        ? (limit / rise - 1) * span
        : (times[Math.ceil(first + (limit / rise) * (N - 1))] ?? NaN) - times[last]!
    if (!Number.isFinite(reached)) continue
    count.known++
    const { low, high } = forecast.weeks
    if (reached < low) count.sooner++
    else if (reached > (high ?? Infinity)) count.later++
    widths.push(((high ?? Infinity) - low) / reached)
  }
  return {
    shown: { hits: count.shown, of: count.series },
    covered: { hits: count.known - count.sooner - count.later, of: count.known },
    sooner: count.sooner,
    later: count.later,
    width: quantile(widths, 0.5),
  }
}
