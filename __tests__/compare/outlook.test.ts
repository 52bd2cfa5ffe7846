import { expect, test } from 'vitest'
import { blocksToDecide, outlook } from '../../src/compare/outlook.ts'
import { planLooks } from '../../src/compare/sequential.ts'
import type { Block } from '../../src/model/comparison.ts'

const looks = planLooks(96)
const hypothesis = { key: 'a', warnLog: Math.log1p(0.025), failLog: Math.log1p(0.05) }

/** Blocks whose values lie `sigma` apart in the middle, head moved by `effect`. */
function blocks(count: number, effect: number, sigma: number): Block[] {
  const spread = [-1.2, -0.4, 0.4, 1.2].map((place) => place * sigma)
  return Array.from({ length: count }, () => ({ base: spread, head: spread.map((value) => value + effect) }))
}
const about = (effect: number, sigma: number, more: { failRuledOut?: boolean; count?: number } = {}) => {
  const { failRuledOut = false, count = 2 } = more
  return {
    blocks: blocks(count, effect, sigma),
    hypothesis,
    failRuledOut,
    looks,
    lookIndex: count - 1,
    q: 0.05,
    hypotheses: 50,
  }
}

test('only looks that are left are asked, and what is nearly certain comes out so', () => {
  const prospects = outlook(about(0, 0.01))
  expect(prospects.map((one) => one.blocks)).toEqual(looks.slice(2).map((look) => look.blocks))
  for (const { probability } of prospects) {
    expect(probability).toBeGreaterThan(0.9)
    expect(probability).toBeLessThanOrEqual(1)
  }
})

test('more noise takes more blocks, and at some point all of them are too few', () => {
  const needs = [0.01, 0.04, 0.08].map((sigma) => blocksToDecide(about(0, sigma), Infinity)!)
  expect(needs).toEqual([...needs].sort((a, b) => a - b))
  expect(needs[0]).toBe(3)
  expect(blocksToDecide(about(0, 0.6, { count: 8 }), Infinity)).toBeNull()
})

test('a change between nothing and the fail level takes the most', () => {
  const need = (effect: number) => blocksToDecide(about(effect, 0.04, { count: 4 }), Infinity) ?? Infinity
  expect(need(0)).toBeLessThan(need(0.035))
  expect(need(0.1)).toBeLessThan(need(0.035))
})

test('no more blocks are foreseen than there is time for', () => {
  const need = blocksToDecide(about(0, 0.12), Infinity)!
  expect(need).toBeGreaterThan(4)
  expect(blocksToDecide(about(0, 0.12), need)).toBe(need)
  const fewer = blocksToDecide(about(0, 0.12), need - 1)
  expect(fewer === null || fewer < need).toBe(true)
  expect(blocksToDecide(about(0, 0.01), 2)).toBeNull()
})

test('where the fail level is ruled out, only an improvement is left to be proven', () => {
  const proven = outlook(about(-0.05, 0.02, { failRuledOut: true }))
  expect(proven.at(-1)!.probability).toBeGreaterThan(0.9)
  const none = outlook(about(0, 0.02, { failRuledOut: true }))
  expect(none.at(-1)!.probability).toBeLessThan(0.1)
})

test('values without any spread are decided at the next look', () => {
  expect(blocksToDecide(about(0, 0), Infinity)).toBe(3)
  expect(blocksToDecide(about(0.2, 0), Infinity)).toBe(3)
})
