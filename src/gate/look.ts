import { testableBlocks } from '../compare/compare.ts'
import { decideLook } from '../compare/sequential.ts'
import { firstBlocks, type Findings, Q } from './state.ts'

/** Takes one look at all targets together, over the blocks of the rounds before it. `final` decides what is still open. */
export function takeLook(state: Findings, lookIndex: number, final: boolean): void {
  const hypotheses = state.targets.flatMap(({ hypothesis }) => hypothesis ?? [])
  if (hypotheses.length === 0) return
  const { looks, progress } = state
  const rounds = looks[lookIndex]!.blocks
  const blocks = new Map(
    state.targets.map((target) => {
      const seen = firstBlocks(state, target).filter(({ round }) => round < rounds)
      return [target.key, testableBlocks(target.metric, seen)]
    }),
  )
  state.progress = decideLook({ looks, lookIndex, final, q: Q, hypotheses, blocks, progress })
}
