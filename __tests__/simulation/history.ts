import { stepsOf } from '../../src/history/steps.ts'
import type { Track } from '../../src/history/track.ts'
import { RANK_EFFICIENCY } from '../../src/stats/hodges-lehmann.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import type { Links } from './links.ts'
import type { Share } from './measures.ts'

/** How the commits of a history are measured. */
export interface HistoryScenario {
  /** Standard deviation of one process, and of the speed of the runner from job to job. */
  process: number
  runner: number
  /** Share of commits whose value is an outlier: 1.2 to 3 times itself. */
  outliers: number
  /** Log speeds of processor models with their shares; without `known` nobody says which one it was. */
  models: readonly { speed: number; share: number }[]
  known: boolean
  /** Pairs of processes against the parent; 0: none. */
  pairs: number
  /** What pushes record of their changes, in place of as many pairs each. */
  links: Links | null
  /** What a new image adds to all values at the commit at which it comes. */
  image: number
  /** Benchmarks that are watched together. */
  series: number
}

export const QUIET: HistoryScenario = {
  process: 0.03,
  runner: 0,
  outliers: 0,
  models: [{ speed: 0, share: 1 }],
  known: true,
  pairs: 0,
  links: null,
  image: 0,
  series: 1,
}

/** Processes of a commit: those of two blocks. */
const PROCESSES = 8

/** The commit at which levels and images change. */
const AT = 60
/** Commits with a change, and commits without one. */
const CHANGED = 100
const UNCHANGED = 200

const median = (values: number[]): number => {
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

function modelOf(random: Random, models: HistoryScenario['models']): number {
  let left = random.uniform()
  return Math.max(
    0,
    models.findIndex(({ share }) => (left -= share) < 0),
  )
}

/** A history whose level changes by a factor at one commit. */
function historyOf(o: HistoryScenario, random: Random, commits: number, factor: number): Track {
  const step = Math.log(factor)
  const machine = Int32Array.from({ length: commits }, () => modelOf(random, o.models))
  const value = Float64Array.from(machine, (model, i) => {
    const processes = Array.from({ length: PROCESSES }, () => o.process * random.normal())
    const level = (i >= AT ? step + o.image : 0) + o.models[model]!.speed + o.runner * random.normal()
    const outlier = random.uniform() < o.outliers ? 1.2 + 1.8 * random.uniform() : 1
    return Math.exp(level + median(processes)) * outlier
  })
  const changes = Array.from(value, (_, i) =>
    i === 0 || (o.pairs === 0 && o.links === null) ? null : changeOf(o, random, i === AT ? step : 0),
  )
  return {
    value,
    lastWithoutLog: new Int32Array(commits).fill(-1),
    parents: Int32Array.from(changes, (change, i) => (change === null ? -1 : i - 1)),
    links: Float64Array.from(changes, (change) => change?.log ?? NaN),
    linkErrors: Float64Array.from(changes, (change) => change?.error ?? NaN),
    anchors: [],
    machine: o.known ? machine : new Int32Array(commits),
    software: Int32Array.from(value, (_, i) => Number(o.image !== 0 && i >= AT)),
    epoch: new Int32Array(commits),
    breaks: Array.from(value, () => null),
    series: new Int32Array(commits).fill(o.series),
  }
}

/** A history of values alone, on one machine. */
export const plainTrack = (value: Float64Array): Track => ({
  value,
  lastWithoutLog: new Int32Array(value.length).fill(-1),
  parents: new Int32Array(value.length).fill(-1),
  links: new Float64Array(value.length).fill(NaN),
  linkErrors: new Float64Array(value.length).fill(NaN),
  anchors: [],
  machine: new Int32Array(value.length),
  software: new Int32Array(value.length),
  epoch: new Int32Array(value.length),
  breaks: Array.from(value, () => null),
  series: new Int32Array(value.length).fill(1),
})

/**
 * A commit beside its parent: the estimate of as many pairs, and the error that its interval states, which is
 * itself an estimate. The exact interval would take milliseconds a commit.
 */
function changeOf(o: HistoryScenario, random: Random, step: number): { log: number; error: number } {
  if (o.links !== null) {
    const links = step === 0 ? o.links.unchanged : o.links.changed
    return links[random.integer(links.length)]!
  }
  const deviation = o.process * Math.sqrt(2 / (RANK_EFFICIENCY * o.pairs))
  const error = deviation * Math.exp(random.normal() / Math.sqrt(4 * o.pairs))
  return { log: step + deviation * random.normal(), error }
}

export interface HistoryScore {
  /** Steps that are reported where nothing changes, a hundred commits. */
  falseAlarms: number
  /** Changes that are found within the commits that come after them; within 3 commits. */
  found: Share
  within3: Share
  /** Commits from the change to its confirmation, on average of those found. */
  delay: number
  /** Found changes whose range holds the commit. */
  inRange: Share
}

export function scoreHistories(
  o: HistoryScenario,
  { histories, factor, seed }: { histories: number; factor: number; seed: string },
): HistoryScore {
  const score: HistoryScore = {
    falseAlarms: 0,
    found: { hits: 0, of: histories },
    within3: { hits: 0, of: histories },
    delay: 0,
    inRange: { hits: 0, of: 0 },
  }
  for (let k = 0; k < histories; k++) {
    const unchanged = historyOf(o, createRandom(`${seed} unchanged ${k}`), UNCHANGED, 1)
    score.falseAlarms += (100 * stepsOf(unchanged, 1).length) / (histories * UNCHANGED)
    const changed = historyOf(o, createRandom(`${seed} changed ${k}`), CHANGED, factor)
    const step = stepsOf(changed, 1).find(
      ({ at, change }) => change > 0 === factor > 1 && Math.abs(at - AT) <= 3,
    )
    if (step === undefined) continue
    score.found.hits++
    // The commit itself is the first on the new level: seen after three commits, it is confirmed at the third.
    if (step.confirmedAt - AT < 3) score.within3.hits++
    score.delay += step.confirmedAt - AT + 1
    score.inRange.of++
    if (Math.abs(step.at - AT) <= (step.isLinked ? 0 : 1)) score.inRange.hits++
  }
  score.delay /= score.found.hits
  return score
}

/** Histories in which only the image changes, and how many of them report a step within 5 commits of it. */
export function imageChanges(o: HistoryScenario, histories: number, seed: string): Share {
  let hits = 0
  for (let k = 0; k < histories; k++) {
    const steps = stepsOf(historyOf(o, createRandom(`${seed} ${k}`), CHANGED, 1), 1)
    if (steps.some(({ at }) => Math.abs(at - AT) <= 5)) hits++
  }
  return { hits, of: histories }
}
