import { createRandom } from '../../src/stats/random.ts'
import { type Outcome, type Simulated, simulateSearch, withStep } from './bisect.ts'
import type { Scenario } from './scenarios.ts'

const COMMITS = 30

interface Kind {
  name: string
  make: (step: number) => Pick<Simulated, 'levels' | 'likely' | 'broken'>
}

const step = (size: number) => Math.log1p(size)

/** Histories of 30 commits: how they differ from one planted step. */
const KINDS: readonly Kind[] = [
  { name: '+10 %', make: (at) => ({ levels: withStep(COMMITS, at, step(0.1)) }) },
  { name: '-10 %', make: (at) => ({ levels: withStep(COMMITS, at, step(-0.1)) }) },
  { name: '+5 %', make: (at) => ({ levels: withStep(COMMITS, at, step(0.05)) }) },
  {
    name: '+10 %, 2 of 3 commits prose',
    make: (at) => ({
      levels: withStep(COMMITS, at, step(0.1)),
      likely: Array.from({ length: COMMITS + 1 }, (_, i) => i === at || i % 3 === 0),
    }),
  },
  {
    name: '+10 %, every 4th commit broken',
    make: (at) => ({
      levels: withStep(COMMITS, at, step(0.1)),
      broken: new Set(Array.from({ length: COMMITS - 1 }, (_, i) => i + 1).filter((i) => i % 4 === 2)),
    }),
  },
]

const NOTHING: Kind = { name: 'no change', make: () => ({ levels: withStep(COMMITS, 0, 0) }) }
/** Modes of a process that are 8 % apart hide a step of 5 % from any test of this length. */
const NOISES: readonly { scenario: Scenario; sigma: number }[] = [
  { scenario: 'clean', sigma: 0.01 },
  { scenario: 'clean', sigma: 0.03 },
  { scenario: 'spike', sigma: 0.02 },
  { scenario: 'drift', sigma: 0.02 },
  { scenario: 'mixed', sigma: 0.02 },
]

/** How searches end, as rows of a table: `histories` of each kind and each noise. */
export function bisectRows(histories: number, onProgress: (what: string) => void): string[][] {
  return NOISES.flatMap((noise) =>
    [...KINDS, NOTHING].map((kind) => {
      const sigma = `${100 * noise.sigma} %`
      onProgress(`${kind.name}, ${noise.scenario}, sigma ${sigma}`)
      return [kind.name, noise.scenario, sigma, ...endsOf(kind, noise, histories)]
    }),
  )
}

export const BISECT_HEADER = [
  '30 commits',
  'noise',
  'sigma',
  'right',
  'range with it',
  'no change said',
  'not confirmed',
  'range without it',
  'wrong commit',
  'second gate (then right)',
  'commits measured',
  'blocks',
]

function endsOf(kind: Kind, noise: Pick<Simulated, 'scenario' | 'sigma'>, histories: number): string[] {
  const counts = { right: 0, range: 0, same: 0, unconfirmed: 0, missed: 0, wrong: 0 }
  const again = { all: 0, right: 0 }
  const sums = { probes: 0, blocks: 0 }
  for (let i = 0; i < histories; i++) {
    const random = createRandom(`${kind.name} ${noise.scenario} ${noise.sigma} ${i}`)
    const at = 1 + random.integer(COMMITS)
    const outcome = simulateSearch({ random, ...noise, ...kind.make(at) })
    const result = resultOf(outcome, at, kind)
    counts[result] += 1
    if (outcome.furtherGates > 0) {
      again.all += 1
      if (result === 'right') again.right += 1
    }
    sums.probes += outcome.probes
    sums.blocks += outcome.blocks
  }
  const share = (count: number) => `${((100 * count) / histories).toFixed(1)} %`
  const mean = (sum: number) => (sum / histories).toFixed(1)
  return [
    ...[counts.right, counts.range, counts.same, counts.unconfirmed, counts.missed, counts.wrong].map(share),
    `${share(again.all)} (${again.right} of ${again.all})`,
    mean(sums.probes),
    mean(sums.blocks),
  ]
}

function resultOf({ end }: Outcome, at: number, { name }: Kind) {
  if (end === null) return 'same'
  if (end.kind === 'unconfirmed') return 'unconfirmed'
  if (end.kind === 'range') return end.old < at && at <= end.fresh ? 'range' : 'missed'
  return name !== 'no change' && end.at === at ? 'right' : 'wrong'
}
