import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { QUIET_FLAGS } from '../../src/config/defaults.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { type SuiteOutcome, runSuite } from '../../src/measure/suite-process.ts'
import { Mark } from '../../src/process/mark.ts'
import type { ProcessPlan } from '../../src/measure/protocol.ts'
import { createRandom } from '../../src/stats/random.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { chosen, fixed, median, percent2, printTable, quartiles, range, sizeFrom } from './run-gate.ts'
import { countsFile, UNLIKE_NAMES, UNLIKE_WORK, type UnlikeKind, unlikeSuite } from './unlike-work.ts'

const ROUNDS = sizeFrom('ROUNDS', 20)
/** Benchmarks a process, as a gate splits a suite: about a second. */
const PORTION = 10
const TRACE_MS = 160
const LONGEST_WARMUP_MS = 150
const workerFile = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js')).href

interface Way {
  name: string
  flags: readonly string[]
  /** Null: as long as each function takes to settle, at least 40 ms. */
  warmupMs: number | null
  windowMs: number
}
const way = (name: string, flags: readonly string[], warmupMs: number | null = 40, windowMs = 60): Way => ({
  name: `${name}, ${warmupMs ?? 'settled'} + ${windowMs}`,
  flags,
  warmupMs,
  windowMs,
})
const NO_MAGLEV = [...QUIET_FLAGS, '--no-maglev']
const WAYS: Way[] = [
  // What is left when everything has settled: the value to compare with.
  way('none', [], 600, 60),
  way('none', []),
  way('none', [], 40, 30),
  way('quiet', QUIET_FLAGS),
  way('quiet', QUIET_FLAGS, 40, 30),
  way('quiet', QUIET_FLAGS, 20, 30),
  way('quiet', QUIET_FLAGS, 100, 60),
  way('quiet', QUIET_FLAGS, null, 30),
  way('quiet', QUIET_FLAGS, null, 60),
  way('no-maglev', NO_MAGLEV, 40, 30),
  way('no-maglev', NO_MAGLEV, null, 30),
  way('no-maglev', NO_MAGLEV, null, 60),
  way('single-threaded-gc alone', ['--single-threaded-gc']),
  way('single-threaded', ['--single-threaded']),
  way('predictable', ['--predictable']),
  way('quiet, always-sparkplug', [...QUIET_FLAGS, '--always-sparkplug']),
  way('quiet, semi-space of 16 MB', [...QUIET_FLAGS, '--min-semi-space-size=16']),
  way('quiet, no lazy feedback', [...QUIET_FLAGS, '--no-lazy-feedback-allocation']),
  way('quiet, no wasm tiers', [...QUIET_FLAGS, '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']),
  way('quiet, fixed seeds', [...QUIET_FLAGS, '--hash-seed=1', '--random-seed=1']),
]

/**
 * Sigma, value and cost of unlike functions in the real worker, by flags of V8, warm-up and window: fresh processes, and in every
 * round each way has its turn, in random order.
 */
export async function quiet(): Promise<void> {
  const ways = chosen(WAYS)
  const random = createRandom('quiet')
  const repository = new ScratchRepository()
  try {
    repository.write({
      'work.mjs': UNLIKE_WORK,
      'counts.mjs': countsFile({}),
      'suite.bench.mjs': unlikeSuite(UNLIKE_NAMES),
    })
    const { directory } = repository
    const batches = new Map<string, number>()
    for (const { results } of await allOf(directory, QUIET_FLAGS, {})) {
      for (const [id, { batch }] of results) batches.set(id, batch)
    }
    const given = { batches: Object.fromEntries(batches) }
    const warmups = new Map<Way, Record<string, number>>()
    for (const one of ways) {
      if (one.warmupMs !== null) continue
      const traced = await allOf(directory, one.flags, { ...given, mode: 'calibrate' })
      const settled = traced.flatMap(({ results }) =>
        [...results].map(([id, { settledMs }]) => [id, settledMs] as const),
      )
      const own = settled.map(([id, ms]) => [
        id,
        ms === null || ms <= 40 ? 40 : Math.min(ms + 20, LONGEST_WARMUP_MS),
      ])
      warmups.set(one, Object.fromEntries(own) as Record<string, number>)
      process.stderr.write(`${one.name}: ${own.filter(([, ms]) => ms !== 40).join(' ')}\n`)
    }
    const seconds = new Map(ways.map((one) => [one, [] as number[]]))
    const logs = new Map(
      ways.map((one) => [one, new Map(UNLIKE_NAMES.map((kind) => [kind as string, [] as number[]]))]),
    )
    for (let round = 1; round <= ROUNDS; round++) {
      for (const one of random.shuffle(ways)) {
        const { warmupMs, windowMs } = one
        const plan = { ...given, warmups: warmups.get(one) ?? {}, warmupMs: warmupMs ?? 40, windowMs }
        const outcomes = await allOf(directory, one.flags, plan)
        seconds.get(one)!.push(outcomes.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000)
        for (const { results } of outcomes) {
          for (const [id, { stats }] of results) logs.get(one)!.get(id)!.push(Math.log(stats.p10))
        }
      }
      process.stderr.write(`quiet ${round}/${ROUNDS}\n`)
    }
    print(ways, seconds, logs)
  } finally {
    repository.remove()
  }
}

/** All functions, once each, in processes of ten. */
async function allOf(
  directory: string,
  flags: readonly string[],
  more: Partial<ProcessPlan>,
): Promise<SuiteOutcome[]> {
  const outcomes: SuiteOutcome[] = []
  for (let start = 0; start < UNLIKE_NAMES.length; start += PORTION) {
    outcomes.push(await once(directory, flags, { ...more, only: UNLIKE_NAMES.slice(start, start + PORTION) }))
  }
  return outcomes
}

async function once(
  directory: string,
  flags: readonly string[],
  more: Partial<ProcessPlan>,
): Promise<SuiteOutcome> {
  const plan: ProcessPlan = {
    mode: 'measure',
    only: null,
    warmups: {},
    warmupMs: 40,
    traceMs: TRACE_MS,
    windowMs: 60,
    minSamples: 40,
    benchmarkLimitMs: 2_000,
    batches: {},
    individualCalls: {},
    ...more,
  }
  const outcome = await runSuite({
    suite: 'suite.bench.mjs',
    directory,
    plan,
    workerFile,
    nodePath: process.execPath,
    nodeArgs: flags,
    env: childEnvironments(process.env, readHost(process.env).isOwnVariable).measured,
    mark: new Mark(process.env),
    stallMs: 30_000,
    signal: new AbortController().signal,
  })
  if (outcome.death) throw new Error(outcome.death.message)
  return outcome
}

type Logs = ReadonlyMap<Way, ReadonlyMap<string, readonly number[]>>

function print(ways: readonly Way[], seconds: ReadonlyMap<Way, readonly number[]>, logs: Logs): void {
  const sigmaOf = (one: Way, kind: UnlikeKind) => processSigma(logs.get(one)!.get(kind)!)
  const valueOf = (one: Way, kind: UnlikeKind) => Math.exp(median(logs.get(one)!.get(kind)!))
  const sigmas = (one: Way) => UNLIKE_NAMES.map((kind) => sigmaOf(one, kind))
  const ratios = (one: Way) => UNLIKE_NAMES.map((kind) => valueOf(one, kind) / valueOf(ways[0]!, kind))
  printTable(
    ['flags, warm-up + window', 's', 'sigma (quartiles)', 'worst', `value / ${ways[0]!.name} (range)`],
    ways.map((one) => [
      one.name,
      fixed(2)(median(seconds.get(one)!)),
      quartiles(sigmas(one), percent2),
      percent2(Math.max(...sigmas(one))),
      range(ratios(one), fixed(3)),
    ]),
  )
  const names = ways.map(({ name }) => name)
  printTable(
    ['sigma, %', ...names],
    UNLIKE_NAMES.map((kind) => [kind, ...ways.map((one) => fixed(1)(100 * sigmaOf(one, kind)))]),
  )
  printTable(
    ['value, ns', ...names],
    UNLIKE_NAMES.map((kind) => [kind, ...ways.map((one) => fixed(0)(valueOf(one, kind)))]),
  )
}

/** Standard deviation of one process's log value, from the median distance of two: a mode of its own counts as what it is, if not rare. */
function processSigma(values: readonly number[]): number {
  const distances = values.flatMap((a, i) => values.slice(i + 1).map((b) => Math.abs(a - b)))
  return median(distances) / 0.954
}
