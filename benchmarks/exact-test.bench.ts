import { bench, do_not_optimize, group, run } from 'mitata'
import { decideLook, planLooks, type Progress } from '../src/compare/sequential.ts'
import type { Hypothesis } from '../src/model/plan.ts'
import { alignedRankTest } from '../src/stats/aligned-rank.ts'
import { shiftInterval } from '../src/stats/hodges-lehmann.ts'
import { createRandom } from '../src/stats/random.ts'

const random = createRandom('exact-test')
const side = (effect: number): number[] => Array.from({ length: 4 }, () => effect + 0.03 * random.normal())
const drawBlocks = (count: number) =>
  Array.from({ length: count }, () => ({ base: side(0), head: side(0.02) }))

group('exact test', () => {
  for (const count of [1, 2, 8]) {
    const blocks = drawBlocks(count)
    bench(`p-values, ${count} ${count === 1 ? 'block' : 'blocks'}`, () => {
      const test = alignedRankTest(blocks)
      do_not_optimize(test.tails(test.ranks(0)))
    })
  }
  const blocks = drawBlocks(8)
  bench('interval, 8 blocks', () => do_not_optimize(shiftInterval(blocks, 0.025)))
})

group('one look', () => {
  const looks = planLooks(32)
  const lookIndex = 3
  for (const count of [50, 1000]) {
    const hypotheses = Array.from({ length: count }, (_, i): Hypothesis => ({
      key: `${i}`,
      warnLog: Math.log1p(0.025),
      failLog: Math.log1p(0.05),
    }))
    const blocks = new Map(hypotheses.map(({ key }) => [key, drawBlocks(looks[lookIndex]!.blocks)]))
    const progress = new Map<string, Progress>()
    bench(`decideLook, ${count} hypotheses at 4 blocks`, () =>
      do_not_optimize(decideLook({ looks, lookIndex, final: false, q: 0.05, hypotheses, blocks, progress })))
  }
})

await run()
