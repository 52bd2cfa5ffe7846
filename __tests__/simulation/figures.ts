import { readFileSync } from 'node:fs'
import { CONFIRM_BLOCKS } from '../../src/compare/confirm.ts'
import type { Block } from '../../src/model/comparison.ts'
import { alignedRankTest } from '../../src/stats/aligned-rank.ts'
import { shiftEstimate, shiftInterval } from '../../src/stats/hodges-lehmann.ts'
import { rateLimits } from './binomial.ts'
import { MAX_PAIRS } from './gate.ts'
import { type HistoryScenario, imageChanges, QUIET, scoreHistories } from './history.ts'
import { type Pushes, simulatedLinks } from './links.ts'
import { fiveOfFifty, flaggedUnchanged, nullCalibration, oneOfFifty, replay, type Share } from './measures.ts'
import { readRecording } from './recordings.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'

/** One line of the table of acceptance figures; `ok` is null when the figure could not be taken here. */
export interface Figure {
  row: string
  figure: string
  required: string
  reached: string
  ok: boolean | null
}

/** How much to simulate. */
export interface Sizes {
  pullRequests: number
  calibrationTests: number
  runs: number
  intervals: number
  histories: number
  /** Recorded pushes that histories draw from. */
  pushes: number
  /**
   * Null: a figure falls short when the share itself does. Otherwise only when the true rate does with this one-sided
   * confidence, which is all that small sizes can say.
   */
  confidence: number | null
}
export const FULL: Sizes = {
  pullRequests: 4000,
  calibrationTests: 40_000,
  runs: 10_000,
  intervals: 10_000,
  histories: 200,
  pushes: 3000,
  confidence: null,
}
export const QUICK: Sizes = {
  pullRequests: 300,
  calibrationTests: 5000,
  runs: 1000,
  intervals: 500,
  histories: 60,
  pushes: 300,
  confidence: 0.9995,
}

const atMost = (share: Share, limit: number, { confidence }: Sizes): boolean =>
  (confidence === null ? rate(share) : rateLimits(share, confidence).low) <= limit

const atLeast = (share: Share, limit: number, { confidence }: Sizes): boolean =>
  (confidence === null ? rate(share) : rateLimits(share, confidence).high) >= limit

const GOLDEN = new URL('../fixtures/stats/aligned-rank.json', import.meta.url)

interface GoldenVector {
  delta: number
  blocks: Block[]
  upper: number
  lower: number
  est: number
  low: number
  high: number
}

/** Vectors of the exact test that an independent implementation gave. */
export const readGolden = (): GoldenVector[] => JSON.parse(readFileSync(GOLDEN, 'utf8')) as GoldenVector[]

const percent = (rate: number, digits = 1): string => `${(100 * rate).toFixed(digits)} %`
const rate = ({ hits, of }: Share): number => hits / of
const list = (values: readonly string[]): string => values.join(' / ')
const SCENARIO_LIST = list(SCENARIOS)

function golden(): Figure {
  let p = 0
  let interval = 0
  for (const vector of readGolden()) {
    const test = alignedRankTest(vector.blocks)
    const tails = test.tails(test.ranks(vector.delta))
    p = Math.max(p, Math.abs(tails.upper - vector.upper), Math.abs(tails.lower - vector.lower))
    const { low, high } = shiftInterval(vector.blocks, 0.025)
    const estimate = Math.abs(shiftEstimate(vector.blocks) - vector.est)
    interval = Math.max(interval, estimate, Math.abs(low - vector.low), Math.abs(high - vector.high))
  }
  return {
    row: '1',
    figure: 'golden vectors: largest difference of p; of estimate and interval',
    required: '1e-12; 1e-6',
    reached: `${p.toExponential(1)}; ${interval.toExponential(1)}`,
    ok: p <= 1e-12 && interval <= 1e-6,
  }
}

function unchangedFlagged(sizes: Sizes, scenario: Scenario): Figure {
  const flagged = flaggedUnchanged(scenario, sizes.pullRequests, 'unchanged')
  const { high } = rateLimits(flagged)
  return {
    row: '2',
    figure: `unchanged pull requests flagged, 50 benchmarks, ${scenario} (${flagged.of} pull requests)`,
    required: '<= 5 %, upper 97.5 % limit <= 6 %',
    reached: `${percent(rate(flagged))}, limit ${percent(high)}`,
    ok: atMost(flagged, 0.05, sizes) && (sizes.confidence !== null || high <= 0.06),
  }
}

function calibration(sizes: Sizes): Figure {
  const levels = [0.001, 0.01]
  const shares = SCENARIOS.map((scenario) =>
    nullCalibration(scenario, sizes.calibrationTests, 8, levels, 'calibration'),
  )
  const at = (k: number): number[] => shares.map((share) => rate(share[k]!))
  return {
    row: '3',
    figure: `P(p <= .001); P(p <= .01) on unchanged code, 8 blocks, ${SCENARIO_LIST} (${sizes.calibrationTests} tests each)`,
    required: '<= .0014; <= .0115',
    reached: [0, 1].map((k) => list(at(k).map((value) => value.toFixed(4).slice(1)))).join('; '),
    ok: shares.every(([rare, small]) => atMost(rare!, 0.0014, sizes) && atMost(small!, 0.0115, sizes)),
  }
}

/** Rows 4, 6, 8 and 14 look at the same pull requests: +5 % on one of fifty benchmarks. */
function fivePercent(sizes: Sizes): Figure[] {
  const found = SCENARIOS.map((scenario) => ({
    scenario,
    ...oneOfFifty({
      scenario,
      effect: 0.05,
      runs: sizes.runs,
      seed: 'five percent',
      confirmBlocks: CONFIRM_BLOCKS,
    }),
  }))
  const clean = found[0]!
  const least: Partial<Record<Scenario, number>> = { spike: 0.86, drift: 0.9, mixed: 0.75, jit: 0.38 }
  const hard = found.filter(({ scenario }) => scenario in least)
  return [
    {
      row: '4',
      figure: `+5 % clean detected within ${MAX_PAIRS} pairs; mean pairs (${sizes.runs} pull requests)`,
      required: '>= 95 %; <= 17.5',
      reached: `${percent(rate(clean.detected))}; ${clean.meanPairs.toFixed(1)}`,
      ok: atLeast(clean.detected, 0.95, sizes) && clean.meanPairs <= 17.5,
    },
    {
      row: '6',
      figure: `+5 % detected, ${list(hard.map(({ scenario }) => scenario))}`,
      required: `>= ${list(hard.map(({ scenario }) => `${100 * least[scenario]!}`))} %`,
      reached: list(hard.map(({ detected }) => percent(rate(detected)))),
      ok: hard.every(({ scenario, detected }) => atLeast(detected, least[scenario]!, sizes)),
    },
    {
      row: '8',
      figure: `wrongly unchanged at +5 %, ${SCENARIO_LIST}`,
      required: '<= 5 %',
      reached: list(found.map(({ passed }) => percent(rate(passed)))),
      ok: found.every(({ passed }) => atMost(passed, 0.05, sizes)),
    },
    {
      row: '14',
      figure: `+5 % detected and confirmed on ${CONFIRM_BLOCKS} fresh blocks: clean (others, not required: ${list(SCENARIOS.slice(1))})`,
      required: '>= 90 %',
      reached: `${percent(rate(clean.confirmed))} (${list(found.slice(1).map(({ confirmed }) => percent(rate(confirmed))))})`,
      ok: atLeast(clean.confirmed, 0.9, sizes),
    },
  ]
}

function tenPercent(sizes: Sizes): Figure {
  const shares = SCENARIOS.map(
    (scenario) => oneOfFifty({ scenario, effect: 0.1, runs: sizes.runs, seed: 'ten percent' }).detected,
  )
  return {
    row: '5',
    figure: `+10 % detected, ${SCENARIO_LIST}`,
    required: '>= 99 %',
    reached: list(shares.map((share) => percent(rate(share)))),
    ok: shares.every((share) => atLeast(share, 0.99, sizes)),
  }
}

function unchangedPairs(sizes: Sizes): Figure {
  const [quiet, noisy] = [0.01, 0.03].map(
    (sigma) =>
      oneOfFifty({ scenario: 'clean', effect: 0, sigma, runs: sizes.runs, seed: 'unchanged' }).meanPairs,
  ) as [number, number]
  return {
    row: '7',
    figure: 'mean pairs of unchanged benchmarks, sigma 1 %; 3 %',
    required: '<= 4.2; <= 9.0',
    reached: `${quiet.toFixed(2)}; ${noisy.toFixed(2)}`,
    ok: quiet <= 4.2 && noisy <= 9,
  }
}

function falseDiscoveries(sizes: Sizes): Figure[] {
  return [0.1, 0.05].map((effect) => {
    const { fdr, power } = fiveOfFifty(effect, Math.ceil(sizes.pullRequests / 4), 'five of fifty')
    const required = effect === 0.1
    return {
      row: '9',
      figure: `5 of 50 clean benchmarks ${percent(effect, 0)} slower: false discovery rate; power`,
      required: required ? '<= 5 %; >= 98 %' : '<= 5 %; (not required)',
      reached: `${percent(fdr)}; ${percent(rate(power))}`,
      ok: fdr <= 0.05 && (!required || atLeast(power, 0.98, sizes)),
    }
  })
}

function coverage(sizes: Sizes): Figure[] {
  return [0, 0.05, 0.1, -0.05].map((effect) => {
    const shares = SCENARIOS.map(
      (scenario) =>
        oneOfFifty({ scenario, effect, runs: sizes.intervals, seed: 'coverage', intervals: true }).covered,
    )
    return {
      row: '10',
      figure: `coverage of the published 95 % interval, effect ${percent(effect, 0)}, ${SCENARIO_LIST}`,
      required: '>= 93.5 %',
      reached: list(shares.map((share) => percent(rate(share)))),
      ok: shares.every((share) => atLeast(share, 0.935, sizes)),
    }
  })
}

function replays(sizes: Sizes): Figure[] {
  return (['p10', 'p50', 'avg'] as const).map((metric) => {
    const judged = metric === 'p10'
    const figure = `replay of recorded processes, ${metric}: unchanged flagged; +5 % detected; its mean pairs`
    const required = judged ? '<= 5 %; >= 90 %; <= 12' : '(not required)'
    const recording = readRecording(metric)
    if (!recording)
      return { row: '11', figure, required, reached: 'skipped: no ../shared/data/recordings', ok: null }
    const { flagged, detected, meanPairs } = replay(recording, 0.05, sizes.pullRequests, `replay ${metric}`)
    return {
      row: '11',
      figure,
      required,
      reached: `${percent(rate(flagged))}; ${percent(rate(detected))}; ${meanPairs.toFixed(1)}`,
      ok: !judged || (atMost(flagged, 0.05, sizes) && atLeast(detected, 0.9, sizes) && meanPairs <= 12),
    }
  })
}

/** Three processor models, as a pool of hosted runners has them. */
const MODELS = [
  { speed: 0, share: 0.5 },
  { speed: Math.log(1.15), share: 0.3 },
  { speed: Math.log(0.88), share: 0.2 },
]
/** Runners whose speed varies by 10 % between runs, and processes that vary by 1 % within one. */
const UNLIKE = { process: 0.01, runner: 0.1 }

interface HistoryFigure {
  row: string
  name: string
  scenario: Partial<HistoryScenario>
  factor: number
  /** Null: beside the others, nothing is required. */
  required: { text: string; least: number; within3: boolean; delay: number } | null
}

const CHANGE_POINTS = { text: '<= 1; >= 85 %; <= 6', least: 0.85, within3: false, delay: 6 }
const FUSED = { text: '<= 1; >= 90 % within 3', least: 0.9, within3: true, delay: Infinity }

const HISTORY_FIGURES: readonly HistoryFigure[] = [
  { row: '12', name: 'clean', scenario: {}, factor: 1.05, required: CHANGE_POINTS },
  { row: '12', name: '5 % outliers', scenario: { outliers: 0.05 }, factor: 1.05, required: CHANGE_POINTS },
  ...[0.02, 0.03].flatMap((runner) =>
    [0, 0.05].map((outliers): HistoryFigure => ({
      row: '12',
      name: `values of commits vary by ${100 * runner} %, ${100 * outliers} % outliers`,
      scenario: { process: 0, runner, outliers },
      factor: 1.05,
      required: null,
    })),
  ),
  { row: '13', name: 'three models', scenario: { models: MODELS }, factor: 1.05, required: CHANGE_POINTS },
  {
    row: '13',
    name: 'three models, not centred',
    scenario: { models: MODELS, known: false },
    factor: 1.05,
    required: null,
  },
  ...[32, 16, 8, 4].map((pairs): HistoryFigure => ({
    row: '15',
    name: `runners unlike by 10 %, ${pairs} pairs against the parent`,
    scenario: { ...UNLIKE, pairs },
    factor: 1.02,
    required: pairs >= 16 ? FUSED : null,
  })),
  { row: '15', name: 'the same, values alone', scenario: UNLIKE, factor: 1.02, required: null },
  {
    row: '16',
    name: 'one of 100 benchmarks, clean',
    scenario: { series: 100 },
    factor: 1.05,
    required: null,
  },
  {
    row: '16',
    name: 'one of 100 benchmarks, unlike runners, 32 pairs',
    scenario: { ...UNLIKE, pairs: 32, series: 100 },
    factor: 1.02,
    required: null,
  },
]

function historyFigure({ row, name, scenario, factor, required }: HistoryFigure, sizes: Sizes): Figure {
  const { histories } = sizes
  const score = scoreHistories({ ...QUIET, ...scenario }, { histories, factor, seed: name })
  const { falseAlarms, found, within3, delay, inRange } = score
  return {
    row,
    figure: `history, ${name}: false alarms a hundred commits; +${percent(factor - 1, 0)} found (within 3 commits); mean delay in commits; its range holds the commit`,
    required: required?.text ?? '(not required)',
    reached: `${falseAlarms.toFixed(2)}; ${percent(rate(found))} (${percent(rate(within3))}); ${delay.toFixed(1)}; ${percent(rate(inRange))}`,
    ok:
      required === null ||
      (falseAlarms <= 1 &&
        atLeast(required.within3 ? within3 : found, required.least, sizes) &&
        delay <= required.delay),
  }
}

/** Row 15 with the links that pushes record; `narrow` as they are measured, else as a gate would. */
function pushFigure({ process, narrow }: Pushes, sizes: Sizes): Figure {
  const factor = 1.02
  const links = simulatedLinks({ process, narrow }, { count: sizes.pushes, factor })
  const all = [...links.unchanged, ...links.changed]
  const covered = { hits: all.filter((link) => link.covered).length, of: all.length }
  const blocks = links.unchanged.reduce((sum, link) => sum + link.blocks, 0) / links.unchanged.length
  const until = narrow ? 'until intervals are narrow' : 'until it is decided'
  const figure = historyFigure(
    {
      row: '15',
      name: `runners unlike by 10 %, processes by ${percent(process)}, pushes measured ${until}`,
      scenario: { runner: 0.1, process, links },
      factor,
      required: narrow && process <= 0.01 ? FUSED : null,
    },
    // Near to what is required, where a few hundred histories would leave it to chance.
    { ...sizes, histories: 5 * sizes.histories },
  )
  return {
    ...figure,
    figure: `${figure.figure}; blocks a push; coverage of its 95 % intervals`,
    reached: `${figure.reached}; ${blocks.toFixed(2)}; ${percent(rate(covered))}`,
  }
}

const PUSHES: readonly Pushes[] = [0.003, 0.01, 0.03].flatMap((process) =>
  [false, true].map((narrow) => ({ process, narrow })),
)

function environmentChanges(sizes: Sizes): Figure {
  const shares = [0.1, -0.1, 0.03].flatMap((image) =>
    [0, 32].map((pairs) =>
      imageChanges({ ...QUIET, image, pairs, process: 0.01 }, sizes.histories, `image ${image}`),
    ),
  )
  return {
    row: '17',
    figure:
      'history, a new image makes all 10 % slower, 10 % faster, 3 % slower, each without and with 32 pairs: histories with a step there',
    required: '<= 5 %',
    reached: list(shares.map((share) => percent(rate(share)))),
    ok: shares.every((share) => atMost(share, 0.05, sizes)),
  }
}

/** What is simulated at once, and the rows of the table that it gives. */
type Take = [rows: readonly number[], what: string, take: () => Figure | Figure[]]

const historySteps = (sizes: Sizes): Take[] => [
  ...HISTORY_FIGURES.map((one): Take => [
    [Number(one.row)],
    `history, ${one.name}`,
    () => historyFigure(one, sizes),
  ]),
  ...PUSHES.map((one): Take => [
    [15],
    `history, pushes at ${percent(one.process)}${one.narrow ? ', narrowed' : ''}`,
    () => pushFigure(one, sizes),
  ]),
  [[17], 'history, environment', () => environmentChanges(sizes)],
]

const gateSteps = (sizes: Sizes): Take[] => [
  [[1], 'golden vectors', golden],
  ...SCENARIOS.map((scenario): Take => [
    [2],
    `unchanged suites, ${scenario}`,
    () => unchangedFlagged(sizes, scenario),
  ]),
  [[3], 'null calibration', () => calibration(sizes)],
  [[4, 6, 8, 14], '+5 %', () => fivePercent(sizes)],
  [[5], '+10 %', () => tenPercent(sizes)],
  [[7], 'unchanged benchmarks', () => unchangedPairs(sizes)],
  [[9], 'five of fifty', () => falseDiscoveries(sizes)],
  [[10], 'interval coverage', () => coverage(sizes)],
  [[11], 'replay', () => replays(sizes)],
]

/** Rows of the history alone. */
export const HISTORY_ROWS = [12, 13, 15, 16, 17]

/**
 * Takes the acceptance figures one after the other, in the order of the table: those of the rows, and what is
 * simulated with them; null: all. `onStep` hears what comes next, and what was reached.
 */
export function takeFigures(
  sizes: Sizes,
  rows: readonly number[] | null,
  onStep: (what: string) => void,
): Figure[] {
  const steps = [...gateSteps(sizes), ...historySteps(sizes)].filter(
    ([own]) => rows === null || own.some((row) => rows.includes(row)),
  )
  if (steps.length === 0) throw new Error(`no row of the table is ${rows?.join(', ')}`)
  const figures = steps.flatMap(([, what, take]) => {
    onStep(what)
    const taken = [take()].flat()
    // So that a run that is ended early has not been in vain.
    for (const { row, reached } of taken) onStep(`  row ${row}: ${reached}`)
    return taken
  })
  return figures.sort((a, b) => Number(a.row) - Number(b.row))
}
