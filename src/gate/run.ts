import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { valuesIn } from '../compare/extract.ts'
import { summarise, type Summary } from '../compare/summary.ts'
import { WARMUP_MS } from '../config/defaults.ts'
import { filterOf } from '../config/target.ts'
import { pairCommands } from '../measure/commands.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Benchmark } from '../model/evidence.ts'
import { callsNeeded } from '../model/metric.ts'
import { type MeasuredBlock, timingOf } from '../model/sample.ts'
import { quantile } from '../stats/quantile.ts'
import { createRandom } from '../stats/random.ts'
import { refuseFilter } from './gated-metrics.ts'
import type { GateRequest, Runtime } from './request.ts'
import { type Discovery, discover, findSuitesOf, flagsOfNode, refuseNoSuites } from './sessions.ts'

/** What a command reported of one benchmark: medians over its executions. */
interface Reported {
  values: { id: string; unit: string; value: number }[]
}

type OneSided = BenchmarkKey & (Summary | Reported)

/** What one version of a project measures. */
interface RunResult {
  rows: OneSided[]
  warnings: string[]
  /** True when a benchmark or a suite could not be measured. */
  failed: boolean
}

type RunRequest = Pick<GateRequest, 'project' | 'config' | 'filter' | 'seed'>

/**
 * Measures the project in its own directory, without a base: four processes a suite or command, and medians
 * over them.
 */
export async function measureOne(request: RunRequest, runtime: Runtime): Promise<RunResult> {
  const { project, config } = request
  const sides = { base: { directory: project }, head: { directory: project } }
  const commands = pairCommands([], config.commands)
  const suites = await findSuitesOf(sides, { base: [], head: config.suites })
  if (commands.length === 0) refuseNoSuites(suites.head, config.suites)
  const scratch = await mkdtemp(join(tmpdir(), 'benchgate-run-'))
  runtime.onCheckouts?.(() => rmSync(scratch, { recursive: true, force: true }))
  try {
    const ofNode = suites.head.length === 0 ? { flags: [], warnings: [] } : await flagsOfNode(config, runtime)
    const discovery = await discover(config, runtime, {
      sides,
      suites,
      edits: new Map(),
      commands,
      mayRemove: false,
      scratch,
      nodeArgs: { base: [], head: [...ofNode.flags, ...config.measure.nodeArgs] },
      warmupMs: WARMUP_MS,
      deadline: performance.now() + config.measure.timeLimitMs,
      individualCalls: () => callsNeeded('time.p99'),
      random: createRandom(request.seed).uniform,
    })
    return await measureAll(request, runtime, discovery, ofNode.warnings)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function measureAll(
  { filter }: RunRequest,
  runtime: Runtime,
  { session, survey, catalog, counts }: Discovery,
  ofNode: readonly string[],
): Promise<RunResult> {
  const chosen = survey.benchmarks.filter(filterOf(filter))
  if (chosen.length === 0) refuseFilter(filter)
  const rows: OneSided[] = []
  const failures = [...survey.failures]
  for (const [suite, benchmarks] of Map.groupBy(chosen, (benchmark) => benchmark.suite)) {
    const everything = survey.benchmarks.filter((benchmark) => benchmark.suite === suite).map(({ id }) => id)
    const ids = { base: [], head: benchmarks.map(({ id }) => id) }
    const all = { base: [], head: everything }
    const report = (fraction: number) =>
      runtime.onProgress({ kind: 'measuring', stage: suite, undecided: 0, fraction, leftMs: 0 })
    report(0)
    failures.push(...(await session.calibrate(suite, ids, all)))
    const { blocks, failure } = await session.measureBlock(suite, ids, all, report)
    if (failure) failures.push(failure)
    for (const benchmark of benchmarks) {
      const block = blocks.get(benchmark.id)
      if (block)
        rows.push({
          suite,
          name: benchmark.name,
          occurrence: benchmark.occurrence,
          ...summaryOf(benchmark, block),
        })
    }
  }
  const threw = [...counts.failures.head].map(([id, failure]) => `${id}: ${failure.message}`)
  const warnings = [
    ...ofNode,
    ...survey.warnings,
    ...catalog.warnings,
    ...[...failures, ...survey.lateErrors].map(({ suite, message }) => `${suite}: ${message}`),
    ...threw,
  ]
  const isEmpty = rows.every((row) => 'values' in row && row.values.length === 0)
  return { rows, warnings, failed: failures.length > 0 || threw.length > 0 || isEmpty }
}

function summaryOf({ metrics }: Benchmark, { head }: MeasuredBlock): Summary | Reported {
  const timings = head.flatMap((stats) => timingOf(stats) ?? [])
  if (timings.length > 0) return summarise(timings)
  return {
    values: metrics.flatMap(({ id, unit }) => {
      const values = valuesIn(id, head)
      return values.length === 0 ? [] : [{ id, unit, value: quantile(values, 0.5) }]
    }),
  }
}
