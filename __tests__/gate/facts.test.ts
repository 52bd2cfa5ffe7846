import { idOf, keyOf } from '../keys.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evidenceOf,
  type Facts,
  factsOf,
  failureOf,
  failureOn,
  valuesOn,
  measurableOn,
  originOf,
} from '../../src/gate/facts.ts'
import { gatedMetric } from '../../src/gate/gated-metrics.ts'
import { NO_LIMITS } from '../../src/model/comparison.ts'
import {
  type BenchmarkFailure,
  type Evidence,
  evidenceSchema,
  MAX_MESSAGE,
} from '../../src/model/evidence.ts'
import { suiteMetric } from '../../src/model/metric.ts'
import type { GatedMetric } from '../../src/model/plan.ts'
import { evidence } from './evidence-sample.ts'

const SUITE = 'a.bench.ts'
const subject = (presence: GatedMetric['presence'] = 'both') => ({
  benchmark: idOf('a'),
  suite: SUITE,
  presence,
})

interface Stage {
  measured?: boolean
  /** Sides on which the whole suite fails. */
  broken?: ('base' | 'head')[]
  /** How `a` itself failed on a side. */
  failed?: { side: 'base' | 'head' } & Partial<BenchmarkFailure>
  /** Which sides the measured blocks have. */
  sides?: 'both' | 'head'
}

function factsWith({ measured = true, broken = [], failed, sides = 'both' }: Stage): Facts {
  const from = evidence({ a: { sides } })
  from.survey.failures = broken.map((side) => ({ suite: SUITE, side, message: `${side} is broken` }))
  if (!measured) from.measured = []
  if (failed !== undefined)
    from.failures = [
      { benchmark: idOf('a'), message: 'boom', processes: 1, of: 8, excluded: false, ...failed },
    ]
  return factsOf(from)
}

describe('why no further process can say anything', () => {
  const codeOn = (side: 'base' | 'head', stage: Stage) =>
    failureOn(factsWith(stage), subject(), side)?.code ?? null

  test('nothing does while all is well', () => {
    expect(codeOn('head', {})).toBeNull()
    expect(codeOn('base', { measured: false })).toBeNull()
  })

  test('a suite that fails takes head with it, and of base nothing back', () => {
    expect(failureOn(factsWith({ broken: ['head'] }), subject(), 'head')).toEqual({
      code: 'suite-failed',
      side: 'head',
      suite: SUITE,
      message: 'head is broken',
    })
    expect(codeOn('base', { broken: ['head'] })).toBeNull()
    expect(codeOn('base', { broken: ['base'] })).toBeNull()
    expect(codeOn('base', { broken: ['base'], measured: false })).toBe('suite-failed')
    // Blocks of head alone have compared nothing.
    expect(codeOn('base', { broken: ['base'], sides: 'head' })).toBe('suite-failed')
  })

  test('of another suite is not its own', () => {
    const elsewhere = { ...subject(), suite: 'b.bench.ts' }
    expect(failureOn(factsWith({ broken: ['head'] }), elsewhere, 'head')).toBeNull()
  })

  test.each<[string, Partial<BenchmarkFailure>, boolean, string | null]>([
    ['once, after blocks', {}, true, null],
    ['once, before any block', {}, false, null],
    ['in every process so far', { processes: 4 }, false, 'failed'],
    ['in as many, after blocks', { processes: 4 }, true, null],
    ['so that it is started no more', { excluded: true }, true, 'failed'],
  ])('it failed %s', (_, failure, measured, code) => {
    for (const side of ['base', 'head'] as const) {
      expect(codeOn(side, { measured, failed: { side, ...failure } })).toBe(code)
      expect(codeOn(side === 'base' ? 'head' : 'base', { measured, failed: { side, ...failure } })).toBeNull()
    }
  })
})

test('a failure is told in what there was to fail', () => {
  const failure = { message: 'boom', processes: 1, of: 2, excluded: false }
  const told = (results: Evidence['results']) =>
    failureOf(failure, 'head', originOf({ results, baseFailure: null }))
  expect(told(null)).toEqual({
    code: 'failed',
    side: 'head',
    processes: 1,
    of: 2,
    in: 'processes',
    message: 'boom',
  })
  expect(told({ tools: ['t'], files: ['f', 'g'] })).toMatchObject({ in: 'result files' })
})

describe('where a benchmark can still be measured', () => {
  test.each<[Stage, GatedMetric['presence'], string]>([
    [{}, 'both', 'both'],
    [{}, 'head', 'head'],
    [{}, 'base', 'nowhere'],
    [{ broken: ['head'] }, 'both', 'nowhere'],
    [{ failed: { side: 'head', excluded: true } }, 'both', 'nowhere'],
    [{ failed: { side: 'base', excluded: true } }, 'both', 'head'],
    [{ failed: { side: 'base', excluded: false } }, 'both', 'both'],
    [{ broken: ['base'], measured: false }, 'both', 'head'],
    // Head alone would add nothing to what was compared.
    [{ broken: ['base'] }, 'both', 'nowhere'],
  ])('%j, on %s: %s', (stage, presence, where) => {
    expect(measurableOn(factsWith(stage), subject(presence))).toBe(where)
  })
})

test('head’s values are those of every block, the confirm stage included', () => {
  const from = evidence({ a: { slower: 0.2 } })
  const gated = (id: string) =>
    gatedMetric(keyOf(id, SUITE), {
      metric: suiteMetric('time'),
      presence: 'both',
      limits: NO_LIMITS,
      limited: true,
    })
  expect(valuesOn(factsOf(from), gated('a'), 'head')).toHaveLength(4 * (4 + 3))
  expect(valuesOn(factsOf(from), gated('b'), 'head')).toEqual([])
})

describe('facts go into evidence and come out again', () => {
  const {
    schema: _,
    survey: __,
    results: ___,
    baseFailure: ____,
    failures: _____,
    measured: ______,
    ...about
  } = evidence({})

  const failure = fc.record({
    message: fc.string({ maxLength: 40 }),
    processes: fc.nat(8),
    of: fc.nat(8),
    excluded: fc.boolean(),
  })
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', '__proto__', 'constructor', 'c/d #2'), {
    minLength: 1,
  })
  const some = fc.record({
    ids,
    slower: fc.constantFrom(0, 0.2),
    unseen: fc.boolean(),
    origin: fc.constantFrom<'paired' | 'head-alone' | 'files'>('paired', 'head-alone', 'files'),
    base: fc.dictionary(fc.constantFrom('a', 'b'), failure),
    head: fc.dictionary(fc.constantFrom('a', 'b'), failure),
  })

  function drawn({
    ids: all,
    slower,
    unseen,
    origin,
    base,
    head,
  }: typeof some extends fc.Arbitrary<infer T> ? T : never): Facts {
    const sides = origin === 'paired' ? 'both' : 'head'
    const facts = factsOf(evidence(Object.fromEntries(all.map((id) => [id, { slower, sides }] as const))))
    const why = 'base does not build'
    const files = { kind: 'files', why, tools: ['t'], base: [], head: Array(20).fill('f') } as const
    // Result files are never measured again.
    if (origin === 'files') facts.fresh.clear()
    if (unseen) facts.first.delete(all[0]!)
    return {
      ...facts,
      origin: { paired: { kind: 'paired' }, 'head-alone': { kind: 'head-alone', why }, files }[
        origin
      ] as Facts['origin'],
      failures: { base: new Map(Object.entries(base)), head: new Map(Object.entries(head)) },
    }
  }

  test('unchanged, and through a file as well', () => {
    fc.assert(
      fc.property(some, (one) => {
        const facts = drawn(one)
        const written = evidenceOf(facts, about)
        expect(factsOf(written)).toEqual(facts)
        const read = evidenceSchema.parse(JSON.parse(JSON.stringify(written)))
        expect(factsOf(read)).toEqual(facts)
        expect(evidenceOf(factsOf(written), about)).toEqual(written)
      }),
    )
  })

  test('but for messages without end', () => {
    const message = 'x'.repeat(MAX_MESSAGE + 1)
    const facts = factsWith({ failed: { side: 'head', message } })
    facts.survey.failures.push({ suite: SUITE, side: 'base', message })
    facts.survey.lateErrors.push({ suite: SUITE, side: 'base', message })
    facts.origin = { kind: 'head-alone', why: message }
    const { failures, survey, baseFailure, warnings } = evidenceOf(facts, { ...about, warnings: [message] })
    const texts = [failures[0], survey.failures[0], survey.lateErrors[0]].map((one) => one!.message)
    expect([...texts, baseFailure, ...warnings].map((text) => text!.length)).toEqual(
      Array(5).fill(MAX_MESSAGE),
    )
  })
})

test('what stands behind the numbers is asked in one place', () => {
  const results = { tools: ['t'], files: ['f.json'] }
  expect(originOf({ results: null, baseFailure: null })).toEqual({ kind: 'paired' })
  expect(originOf({ results: null, baseFailure: 'x' })).toEqual({ kind: 'head-alone', why: 'x' })
  expect(originOf({ results, baseFailure: 'x' })).toEqual({
    kind: 'files',
    why: 'x',
    tools: ['t'],
    base: [],
    head: ['f.json'],
  })
})
