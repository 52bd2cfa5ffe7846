import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { sampleRun } from '../store/sample-run.ts'
import { changeOf, historyFrom, runWith } from './sample-history.ts'

/** Values of as many commits, 1 % of noise, on a level that changes. */
function noisy(count: number, levelAt: (index: number) => number, { seed = 'values', noise = 0.01 } = {}) {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, i) => levelAt(i) * Math.exp(noise * random.normal()))
}

test('a lasting step is a change point, with its size, its range and its event', () => {
  const values = noisy(60, (i) => (i < 40 ? 100 : 110))
  const history = historyFrom(values.map((value, i) => runWith(i, { values: [value] })))
  const [trend] = history.trends
  expect(trend!.steps).toHaveLength(1)
  const [step] = trend!.steps
  expect(step).toMatchObject({ at: 40, from: 38, to: 41, worse: true, standing: 'standing', accepted: null })
  expect(step!.confirmedAt).toBeLessThanOrEqual(45)
  expect(step!.change.low).toBeLessThan(Math.log(1.1))
  expect(step!.change.high).toBeGreaterThan(Math.log(1.1))
  expect(history.events).toEqual([
    {
      id: `${history.commits[40]!.sha.slice(0, 7)}-slower`,
      worse: true,
      at: 40,
      from: 38,
      to: 41,
      members: [{ trend: 0, step: 0 }],
      standing: 'standing',
      accepted: null,
    },
  ])
})

test('two values that nothing confirms are no step either', () => {
  const values = noisy(30, (i) => (i === 20 || i === 21 ? 150 : 100), { noise: 0.005 })
  for (let count = 21; count <= 30; count++) {
    const runs = values.slice(0, count).map((value, i) => runWith(i, { values: [value] }))
    expect(historyFrom(runs).events).toEqual([])
  }
})

test('of 20 histories with one value that nothing confirms none has an event', () => {
  for (let seed = 0; seed < 20; seed++) {
    const values = noisy(45, (i) => (i === 20 + seed ? 150 : 100), { seed: `spike ${seed}`, noise: 0.005 })
    expect(historyFrom(values.map((value, i) => runWith(i, { values: [value] }))).events).toEqual([])
    if (seed >= 5) continue
    const links = values.map((_, i) => changeOf(i === 20 + seed ? 0.3 : i === 21 + seed ? -0.3 : 0))
    const linked = historyFrom(values.map((value, i) => runWith(i, { values: [value], change: links[i]! })))
    expect(linked.events).toEqual([])
  }
})

test('a change that was measured against the parent is a step at that very commit', () => {
  const values = noisy(30, (i) => (i < 20 ? 100 : 103), { noise: 0.1 })
  const random = createRandom('links')
  const history = historyFrom(
    values.map((value, i) =>
      runWith(i, { values: [value], change: changeOf((i === 20 ? 0.03 : 0) + 0.005 * random.normal()) }),
    ),
  )
  expect(history.trends[0]!.steps).toMatchObject([{ at: 20, from: 19, to: 20, confirmedAt: 22, worse: true }])
  const { level } = history.trends[0]!.points[29]!
  expect(level!.high / level!.low).toBeLessThan(1.2)
})

const environment = (more: object) => ({ environment: { ...sampleRun(0).environment, ...more } })

test.each([{ node: 'v26.0.0' }, { image: 'ubuntu26 1' }, { cpu: 'another' }])(
  'where the environment changes no step is reported, and it is shown: %j',
  (other) => {
    const values = noisy(60, (i) => (i < 30 ? 100 : 115))
    const [trend] = historyFrom(
      values.map((value, i) => runWith(i, { values: [value] }, i < 30 ? {} : environment(other))),
    ).trends
    expect(trend!.steps).toEqual([])
    expect(trend!.points.flatMap(({ otherEnvironment }, i) => (otherEnvironment ? [i] : []))).toEqual([30])
  },
)

test('across another environment and an edit the level goes on with the changes from parents', () => {
  const values = noisy(60, (i) => (i < 30 ? 100 : 300))
  const edited = (i: number) => ({
    benchmarks: [
      { ...runWith(i, { values: [values[i]!], change: changeOf(i === 45 ? 0.1 : 0) }).benchmarks[0]! },
    ],
  })
  const runs = values.map((_, i) => runWith(i, {}, edited(i)))
  for (const [i, run] of runs.entries())
    if (i >= 45) run.benchmarks[0]!.metrics[0]!.values[0]! *= Math.exp(0.1)
  runs[30]!.benchmarks[0]!.edited = true
  const [trend] = historyFrom(runs).trends
  expect(trend!.points[30]).toMatchObject({ break: 'edited', otherEnvironment: false })
  expect(trend!.steps).toMatchObject([{ at: 45, from: 44, to: 45 }])
  // On the scale of the newest values, which are those of the edited benchmark.
  expect(trend!.points[0]!.level!.value).toBeGreaterThan(285)
  expect(trend!.points[0]!.level!.value).toBeLessThan(315)
})

test('an edit without a change from the parent begins a new level and is no step', () => {
  const values = noisy(60, (i) => (i < 30 ? 100 : 300))
  const runs = values.map((value, i) => runWith(i, { values: [value] }))
  runs[30]!.benchmarks[0]!.edited = true
  const [trend] = historyFrom(runs).trends
  expect(trend!.steps).toEqual([])
  expect(trend!.points[0]!.level!.value).toBeLessThan(110)
  expect(trend!.points[59]!.level!.value).toBeGreaterThan(270)
})

test('a series that may be zero or below has steps too, and one without noise', () => {
  const random = createRandom('leak')
  const leak = Array.from({ length: 40 }, (_, i) => (i < 20 ? 0 : 200) + random.normal())
  const ofLeak = historyFrom(
    leak.map((value, i) => runWith(i, { metric: 'heap', unit: 'B', values: [value] })),
  ).trends[0]!
  expect(ofLeak.steps).toMatchObject([{ at: 20, worse: true, confirmedAt: 24 }])
  expect(ofLeak.points[0]!.level!.low).toBeLessThan(0)
  const sizes = Array.from({ length: 20 }, (_, i) => (i < 10 ? 1000 : 1030))
  const ofSize = historyFrom(
    sizes.map((value, i) => runWith(i, { metric: 'size', unit: 'B', values: [value] })),
  ).trends[0]!
  expect(ofSize.steps).toMatchObject([{ at: 10, worse: true, confirmedAt: 14 }])
  expect(ofSize.steps[0]!.change.log).toBeCloseTo(Math.log(1.03), 9)
  expect(ofSize.steps[0]!.before).toBeCloseTo(1000, 6)
})

test('a step is fixed when half of it is taken back, and accepted by a verdict or by the config file', () => {
  const values = noisy(60, (i) => (i < 20 ? 100 : i < 40 ? 120 : 105))
  const runs = () => values.map((value, i) => runWith(i, { values: [value] }))
  const standings = (history: ReturnType<typeof historyFrom>) =>
    history.trends[0]!.steps.map(({ standing, accepted }) => [standing, accepted])
  expect(standings(historyFrom(runs()))).toEqual([
    ['fixed', null],
    [null, null],
  ])
  expect(historyFrom(runs()).events.map(({ standing }) => standing)).toEqual(['fixed', null])
  expect(standings(historyFrom(runs().slice(0, 40)))).toEqual([['standing', null]])
  expect(standings(historyFrom(runs(), { acceptedBy: () => 'new parser' }))[0]).toEqual([null, 'new parser'])
  const accepting = runs()
  accepting[20]!.benchmarks[0]!.metrics[0]!.verdict = 'accepted'
  accepting[20]!.commit.subject = 'Parse more (#412)'
  const sha = accepting[20]!.commit.sha.slice(0, 7)
  expect(standings(historyFrom(accepting))[0]).toEqual([null, `accepted in ${sha} (#412)`])
})

test('steps of several benchmarks at one place are one event, those elsewhere or the other way another', () => {
  const levels: Record<string, (i: number) => number> = {
    a: (i) => (i < 20 ? 100 : 110),
    b: (i) => (i < 20 ? 100 : 130),
    c: (i) => (i < 20 ? 100 : 80),
    d: (i) => (i < 30 ? 100 : 120),
  }
  const values = Object.entries(levels).map(([id, level]) => ({ id, values: noisy(45, level, { seed: id }) }))
  const { events, trends } = historyFrom(
    Array.from({ length: 45 }, (_, i) =>
      sampleRun(i, {
        benchmarks: values.map(({ id, values }) => ({
          ...runWith(i, { values: [values[i]!] }).benchmarks[0]!,
          id,
        })),
      }),
    ),
  )
  const names = events.map(({ members }) => members.map(({ trend }) => trends[trend]!.name).join())
  expect(names.toSorted()).toEqual(['b,a', 'c', 'd'])
})

test('what is confirmed stays when runs are added, and when the oldest are no longer read', () => {
  const kinds = fc.record({
    seed: fc.integer(),
    first: fc.integer({ min: 12, max: 60 }),
    gap: fc.integer({ min: 5, max: 40 }),
    size: fc.constantFrom(-0.3, -0.05, 0.05, 0.1, 0.3),
    links: fc.boolean(),
    cut: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(kinds, ({ seed, first, gap, size, links, cut }) => {
      const level = (i: number) => (i < first ? 0 : i < first + gap ? size : 0.6 * size)
      const random = createRandom(seed)
      const runs = noisy(160, (i) => 100 * Math.exp(level(i)), { seed: `${seed}`, noise: 0.02 }).map(
        (value, i) =>
          runWith(i, {
            values: [value],
            change: links ? changeOf(level(i) - level(i - 1) + 0.005 * random.normal()) : null,
          }),
      )
      const stepsIn = (from: number, to: number) =>
        historyFrom(runs.slice(from, to)).trends[0]!.steps.map(({ at, confirmedAt, worse }) => ({
          at: at + from,
          confirmedAt: confirmedAt + from,
          worse,
        }))
      const all = stepsIn(0, 160)
      expect(stepsIn(0, 160 - cut)).toEqual(all.filter(({ confirmedAt }) => confirmedAt < 160 - cut))
      const later = stepsIn(cut, 160)
      // Of the first hundred runs that are read, older ones might have said more.
      const settled = ({ at }: { at: number }) => at >= cut + 100
      expect(later.filter(settled)).toEqual(all.filter(settled))
    }),
    { numRuns: 3, seed: 13 },
  )
})

test('a creep is one event with the whole change, and a step in it is another', () => {
  const creep = (i: number) => 100 * Math.exp(0.25 * Math.min(1, Math.max(0, (i - 20) / 70)))
  const values = noisy(100, creep, { noise: 0.005 })
  const runs = () => values.map((value, i) => runWith(i, { values: [value] }))
  const { events, trends, commits } = historyFrom(runs())
  expect(events).toHaveLength(1)
  const [step, ...others] = trends[0]!.steps
  expect(others).toEqual([])
  expect(step!.at).toBeLessThan(40)
  expect(step!.creptTo).toBeGreaterThan(80)
  expect(events[0]).toMatchObject({ at: step!.at, to: step!.to, creptTo: step!.creptTo })
  expect(step!.change.log).toBeGreaterThan(0.2)
  expect(step!.after / step!.before).toBeCloseTo(Math.exp(step!.change.log), 9)
  // What is a part of it is not taken out of it.
  expect(trends[0]!.creep!.perCommit.log).toBeGreaterThan(0.8 * (0.25 / 70))

  // Whoever accepted where it began did not accept what came after.
  const accepting = runs()
  accepting[step!.at]!.benchmarks[0]!.metrics[0]!.verdict = 'accepted'
  const steps = historyFrom(accepting).trends[0]!.steps
  expect(steps.map(({ standing }) => standing)).toEqual([null, 'standing'])
  expect(steps[0]!.accepted).toBe(`accepted in ${commits[step!.at]!.sha.slice(0, 7)}`)

  const broken = noisy(100, (i) => creep(i) * (i < 60 ? 1 : 1.1), { noise: 0.005 })
  const found = historyFrom(broken.map((value, i) => runWith(i, { values: [value] }))).trends[0]!.steps
  expect(found.find(({ at }) => at === 60)!.change.log).toBeGreaterThan(Math.log(1.09))
})
