import { expect, test } from 'vitest'
import { levelsOf } from '../../src/history/level.ts'
import type { Track } from '../../src/history/track.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { createRandom } from '../../src/stats/random.ts'
import { sampleMetric, sampleRun, shaOf } from '../store/sample-run.ts'
import { changeOf, historyFrom, runWith } from './sample-history.ts'

const COMMITS = 200
const EVERY = 20
/** The point of the release, which the runs before it do not know. */
const RELEASE = 5
const LINK = 0.005

/** Commits that change nothing, on runners that differ by 10 %, each beside its parent. */
function unchanged(seed: string): Track {
  const random = createRandom(seed)
  const measured = () => LINK * random.normal()
  const track: Track = {
    value: Float64Array.from({ length: COMMITS }, () => 100 * Math.exp(0.1 * random.normal())),
    lastWithoutLog: new Int32Array(COMMITS).fill(-1),
    parents: Int32Array.from({ length: COMMITS }, (_, i) => i - 1),
    links: Float64Array.from({ length: COMMITS }, measured),
    linkErrors: new Float64Array(COMMITS).fill(LINK),
    anchors: [],
    machine: new Int32Array(COMMITS),
    software: new Int32Array(COMMITS),
    epoch: new Int32Array(COMMITS),
    breaks: Array.from({ length: COMMITS }, () => null),
    series: new Int32Array(COMMITS).fill(1),
  }
  const anchors = []
  for (let to = RELEASE + EVERY - 1; to < COMMITS; to += EVERY) {
    anchors.push({ from: RELEASE, to, difference: measured(), error: LINK })
  }
  return { ...track, anchors }
}

test('links to parents drift; with a release measured every 20 commits the level holds, as its interval says', () => {
  const HISTORIES = 20
  /** How far the newest level is from that of the release, and from the truth. */
  const errorsOf = (name: string, change: (track: Track) => Track) => {
    let [drift, error, stated, covered] = [0, 0, 0, 0]
    for (let seed = 0; seed < HISTORIES; seed++) {
      const levels = levelsOf(change(unchanged(`${seed}`)), null)
      const [off, deviation] = [levels.level[COMMITS - 1]! - Math.log(100), levels.error[COMMITS - 1]!]
      drift += (levels.level[COMMITS - 1]! - levels.level[RELEASE]!) ** 2 / HISTORIES
      error += off ** 2 / HISTORIES
      stated += deviation / HISTORIES
      covered += Number(Math.abs(off) <= 1.96 * deviation) / HISTORIES
    }
    return { name, drift: Math.sqrt(drift), error: Math.sqrt(error), stated, covered }
  }
  const alone = errorsOf('parents alone', (track) => ({ ...track, anchors: [] }))
  const anchored = errorsOf('with anchors', (track) => track)
  expect(anchored.drift).toBeLessThan(0.75 * alone.drift)
  expect(anchored.error).toBeLessThan(0.75 * alone.error)
  expect(anchored.stated).toBeLessThan(0.9 * alone.stated)
  expect(anchored.covered).toBeGreaterThan(0.85)
})

const RUNS = 40

/** Stored runs of which no link says that anything changed, and whose newest has a change from a release. */
function anchoredRuns(anchor: number, more: { editedAt?: number; from?: string } = {}): Run[] {
  const random = createRandom('values')
  return Array.from({ length: RUNS }, (_, i) => {
    const value = 100 * Math.exp(0.1 * random.normal())
    const metric = { values: [value], change: changeOf(0) }
    if (i < RUNS - 1) {
      const metrics = [sampleMetric(metric)]
      const edited = i === more.editedAt
      return sampleRun(i, { benchmarks: [{ id: 'a', suite: 'a.bench.ts', edited, metrics }] })
    }
    const { log, low, high, pairs } = changeOf(anchor)!
    const sha = more.from ?? shaOf('commit 3')
    return runWith(i, { ...metric, anchor: { log, low, high, pairs } }, { anchor: { sha, name: 'v1.0.0' } })
  })
}

/** The same as if nothing had been measured against a release. */
const withoutAnchor = (runs: readonly Run[]): Run[] =>
  runs.map((run) => {
    const copy = { ...run }
    delete copy.anchor
    return copy
  })

const spanOf = (runs: readonly Run[]): number => {
  const { points } = historyFrom(runs).trends[0]!
  return Math.log(points[RUNS - 1]!.level!.value / points[3]!.level!.value)
}

test('a stored change from a release moves the level, and makes no change point', () => {
  const runs = anchoredRuns(0.1)
  expect(Math.abs(spanOf(withoutAnchor(runs)))).toBeLessThan(0.03)
  expect(spanOf(runs)).toBeGreaterThan(0.05)
  expect(historyFrom(runs).events).toEqual([])
})

test('a release that is not recorded, or has another benchmark, says nothing', () => {
  const unknown = anchoredRuns(0.1, { from: 'f'.repeat(40) })
  expect(spanOf(unknown)).toBe(spanOf(withoutAnchor(unknown)))
  const edited = anchoredRuns(0.1, { editedAt: 10 })
  expect(spanOf(edited)).toBe(spanOf(withoutAnchor(edited)))
})
