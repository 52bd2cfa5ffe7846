import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runFork } from '../../src/measure/fork.ts'
import { childEnvironment } from '../../src/measure/child-environment.ts'
import type { ForkPlan } from '../../src/measure/protocol.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { median, percent, printTable } from './run-gate.ts'
import { countsFile, UNLIKE_NAMES, UNLIKE_WORK, unlikeSuite } from './unlike-work.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 20)
/** Benchmarks a process, as a gate splits a suite: about a second. */
const PORTION = 10
const workerFile = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js')).href

const QUIET = ['--single-threaded-gc', '--no-concurrent-recompilation']
interface Way {
  name: string
  flags: readonly string[]
  warmupMs: number
  windowMs: number
}
const way = (name: string, flags: readonly string[], warmupMs = 40, windowMs = 60): Way => ({
  name,
  flags,
  warmupMs,
  windowMs,
})
const WAYS: Way[] = [
  way('none, 40 + 60', []),
  way('none, 40 + 30', [], 40, 30),
  way('stgc, 40 + 60', ['--single-threaded-gc']),
  way('quiet, 40 + 60', QUIET),
  way('quiet, 40 + 30', QUIET, 40, 30),
  way('quiet, 20 + 30', QUIET, 20, 30),
  way('quiet, 40 + 20', QUIET, 40, 20),
  way('quiet, 100 + 60', QUIET, 100, 60),
  way('single-threaded, 40 + 60', ['--single-threaded']),
  way('predictable, 40 + 60', ['--predictable']),
  way('quiet + always-sparkplug', [...QUIET, '--always-sparkplug']),
  way('quiet + no-maglev', [...QUIET, '--no-maglev']),
  way('quiet + semi-space 16', [...QUIET, '--min-semi-space-size=16']),
  way('quiet + no-lazy-feedback', [...QUIET, '--no-lazy-feedback-allocation']),
  way('quiet + no wasm tiers', [...QUIET, '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']),
  way('quiet + seeds', [...QUIET, '--hash-seed=1', '--random-seed=1']),
]

/**
 * Sigma, value and cost of unlike functions in the real worker under flags of V8 and windows. Fresh processes; in every round each
 * way has its turn, in random order.
 */
export async function quiet(): Promise<void> {
  const chosen = process.env['WAYS']
    ? WAYS.filter(({ name }) => new RegExp(process.env['WAYS']!).test(name))
    : WAYS
  const repository = new ScratchRepository()
  try {
    repository.write({
      'work.mjs': UNLIKE_WORK,
      'counts.mjs': countsFile({}),
      'suite.bench.mjs': unlikeSuite(UNLIKE_NAMES),
    })
    const portions = Array.from({ length: UNLIKE_NAMES.length / PORTION }, (_, i) =>
      UNLIKE_NAMES.slice(i * PORTION, (i + 1) * PORTION),
    )
    const once = async (
      { flags, warmupMs, windowMs }: Way,
      only: readonly string[],
      batches: Record<string, number>,
    ) => {
      const plan: ForkPlan = {
        mode: 'measure',
        warmups: {},
        traceMs: 160,
        only: [...only],
        warmupMs,
        windowMs,
        minSamples: 40,
        benchmarkLimitMs: 2000,
        batches,
        individualCalls: {},
      }
      const planFile = join(repository.directory, 'plan.json')
      writeFileSync(planFile, JSON.stringify(plan))
      const outcome = await runFork({
        suite: 'suite.bench.mjs',
        directory: repository.directory,
        planFile,
        workerFile,
        nodePath: process.execPath,
        nodeArgs: flags,
        env: childEnvironment(process.env),
        stallMs: 30_000,
        signal: new AbortController().signal,
      })
      if (outcome.death) throw new Error(outcome.death.message)
      return outcome
    }
    const batches: Record<string, number> = {}
    for (const portion of portions) {
      const pilot = await once(way('pilot', QUIET), portion, {})
      for (const [id, { batch }] of pilot.results) batches[id] = batch
    }
    const logs = new Map(
      chosen.map(({ name }) => [name, new Map(UNLIKE_NAMES.map((kind) => [kind as string, [] as number[]]))]),
    )
    const seconds = new Map(chosen.map(({ name }) => [name, [] as number[]]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of chosen
        .map((w) => [Math.random(), w] as const)
        .sort(([a], [b]) => a - b)
        .map(([, w]) => w)) {
        let elapsedMs = 0
        for (const portion of portions) {
          const outcome = await once(one, portion, batches)
          elapsedMs += outcome.elapsedMs
          for (const [id, { stats }] of outcome.results)
            logs.get(one.name)!.get(id)!.push(Math.log(stats.p10))
        }
        seconds.get(one.name)!.push(elapsedMs / 1000)
      }
      process.stderr.write(`quiet ${round + 1}/${ROUNDS}\n`)
    }
    writeFileSync(
      process.env['RAW'] ?? '/dev/null',
      JSON.stringify({
        batches,
        logs: Object.fromEntries([...logs].map(([k, v]) => [k, Object.fromEntries(v)])),
      }),
    )
    const first = logs.get(chosen[0]!.name)!
    printTable(
      ['way', 's a set', 'sigma: median', 'quartiles', 'worst', 'value / first: median', 'least', 'most'],
      chosen.map(({ name }) => {
        const own = logs.get(name)!
        const sigmas = [...own.values()].map(processSigma).sort((a, b) => a - b)
        const ratios = [...own]
          .map(([kind, values]) => Math.exp(median(values) - median(first.get(kind)!)))
          .sort((a, b) => a - b)
        return [
          name,
          median(seconds.get(name)!).toFixed(2),
          percent(median(sigmas), 2),
          `${percent(sigmas[7]!, 2)} ${percent(sigmas[22]!, 2)}`,
          percent(sigmas.at(-1)!),
          median(ratios).toFixed(3),
          ratios[0]!.toFixed(3),
          ratios.at(-1)!.toFixed(3),
        ]
      }),
    )
    printTable(
      ['function', ...chosen.map(({ name }) => name)],
      UNLIKE_NAMES.map((kind) => [
        kind,
        ...chosen.map(({ name }) => (100 * processSigma(logs.get(name)!.get(kind)!)).toFixed(1)),
      ]),
    )
    printTable(
      ['value, ns', ...chosen.map(({ name }) => name)],
      UNLIKE_NAMES.map((kind) => [
        kind,
        ...chosen.map(({ name }) => Math.exp(median(logs.get(name)!.get(kind)!)).toFixed(0)),
      ]),
    )
  } finally {
    repository.remove()
  }
}

/** Standard deviation of one process, from the median distance of two: spikes and other modes count as what they are, rare or not. */
function processSigma(values: readonly number[]): number {
  const distances = values.flatMap((a, i) => values.slice(i + 1).map((b) => Math.abs(a - b)))
  return median(distances) / 0.954
}
