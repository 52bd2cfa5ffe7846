import { valuesIn } from '../compare/extract.ts'
import { summarise, type Summary } from '../compare/summary.ts'
import { WARMUP_MS } from '../config/defaults.ts'
import { UserError } from '../errors.ts'
import { pairCommands } from '../measure/commands.ts'
import { mostTime, UNWATCHED } from '../measure/session.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Benchmark } from '../model/evidence.ts'
import { callsNeeded } from '../model/metric.ts'
import type { GatedMetric } from '../model/plan.ts'
import { type MeasuredBlock, timingOf } from '../model/sample.ts'
import { quantile } from '../stats/quantile.ts'
import { createRandom } from '../stats/random.ts'
import { calibrate, measureRound, refuseNoBlock, type Stage } from './blocks.ts'
import type { Facts } from './facts.ts'
import { chooseGated } from './gated-metrics.ts'
import type { GateRequest, Runtime } from './request.ts'
import {
  type Discovery,
  discover,
  explainFailed,
  findSuitesOf,
  flagsOfNode,
  refuseAllDropped,
  refuseNoSuites,
} from './sessions.ts'
import { leftRunning } from './warnings.ts'

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

const NO_SETUP = { base: null, head: null }

/**
 * Measures the project in its own directory, without a base, by the plans and stop rules of a gate: one block
 * of four processes a suite or command, and medians over them.
 */
export async function measureOne(request: RunRequest, runtime: Runtime): Promise<RunResult> {
  const { stage, discovery, warnings } = await list(request, runtime)
  const late = await measureSuites(stage, gatedOf(stage, request), discovery)
  return conclude(stage, request, runtime, { discovery, late, warnings })
}

/** What a first look at a project shows: that its benchmarks run here. */
export interface FirstLook extends RunResult {
  /** The benchmarks that were found. */
  found: readonly BenchmarkKey[]
}

/** Measures the first benchmark. Commands have shown that they work once their benchmarks are listed. */
export async function measureFirst(request: RunRequest, runtime: Runtime): Promise<FirstLook> {
  const { stage, discovery, warnings } = await list(request, runtime)
  const { survey } = discovery
  const found = survey.benchmarks
  const id = gatedOf(stage, request)[0]!.benchmark
  survey.benchmarks = found.filter((one) => one.id === id)
  if (survey.benchmarks[0]!.source === 'command') return { rows: [], warnings: [], failed: false, found }
  const late = await measureSuites(stage, gatedOf(stage, request), discovery)
  return { ...(await conclude(stage, request, runtime, { discovery, late, warnings })), found }
}

/** What is there to be measured, and the session that does. */
async function list(
  request: RunRequest,
  runtime: Runtime,
): Promise<{ stage: Stage; discovery: Discovery; warnings: string[] }> {
  const { project, config } = request
  const deadline = performance.now() + config.measure.timeLimitMs
  const sides = sidesOf(request)
  const commands = pairCommands([], config.commands)
  const suites = await findSuitesOf(sides, { base: [], head: config.suites })
  if (commands.length === 0) refuseNoSuites(suites.head, config.suites)
  const ofNode = suites.head.length === 0 ? { flags: [], warnings: [] } : await flagsOfNode(config, runtime)
  const random = createRandom(request.seed)
  const discovery = await discover(config, runtime, {
    sides,
    suites,
    edits: new Map(),
    commands,
    mayRemove: false,
    scratch: null,
    watch: UNWATCHED,
    project,
    setup: NO_SETUP,
    nodeArgs: { base: [], head: [...ofNode.flags, ...config.measure.nodeArgs] },
    warmupMs: WARMUP_MS,
    deadline,
    individualCalls: () => callsNeeded('time.p99'),
    tailIsOptional: true,
    random: random.uniform,
  })
  const stage = stageOf(request, runtime, discovery, { random, deadline })
  return { stage, discovery, warnings: ofNode.warnings }
}

const sidesOf = ({ project }: RunRequest) => ({ base: { directory: project }, head: { directory: project } })

interface Measured {
  discovery: Discovery
  /** True: time was up before everything was measured. */
  late: boolean
  warnings: readonly string[]
}

async function conclude(
  stage: Stage,
  request: RunRequest,
  runtime: Runtime,
  o: Measured,
): Promise<RunResult> {
  const { project } = request
  await explainFailed(o.discovery.counts, runtime, { sides: sidesOf(request), project, setup: NO_SETUP })
  return resultOf(stage, request, o)
}

function stageOf(
  { config }: RunRequest,
  runtime: Runtime,
  { session, survey, counts }: Discovery,
  o: Pick<Stage, 'random' | 'deadline'>,
): Stage {
  const facts: Facts = {
    origin: { kind: 'head-alone', why: '' },
    survey,
    failures: counts.failures,
    first: new Map(),
    fresh: new Map(),
  }
  const commands = new Set(
    survey.benchmarks.filter(({ source }) => source === 'command').map(({ suite }) => suite),
  )
  return { request: { command: 'compare', config }, runtime, session, counts, facts, commands, ...o }
}

const gatedOf = ({ facts: { survey } }: Stage, { config, filter }: RunRequest): GatedMetric[] =>
  chooseGated({ command: 'compare', config, filter }, survey)

/**
 * Measures suite after suite, so that there is something to show when time is up. Returns whether it was up
 * too early.
 */
async function measureSuites(
  stage: Stage,
  wanted: readonly GatedMetric[],
  { survey, catalog }: Discovery,
): Promise<boolean> {
  let isLate = false
  for (const [suite, gated] of Map.groupBy(wanted, ({ suite }) => suite)) {
    try {
      await calibrate(stage, gated)
    } catch (error) {
      if (!(error instanceof UserError && error.code === 'time-limit')) throw error
      isLate = true
      continue
    }
    const o = { stage: suite, round: 0, deadline: stage.deadline, portion: () => suite }
    const left = gated.filter(({ benchmark }) => survey.benchmarks.some(({ id }) => id === benchmark))
    isLate = !(await measureRound(stage, left, stage.facts.first, o)) || isLate
  }
  if (isLate) refuseNoBlock(stage)
  refuseAllDropped(wanted, survey, catalog)
  return isLate
}

/** What was measured, and what was not. */
function resultOf(stage: Stage, request: RunRequest, o: Measured): RunResult {
  const { facts } = stage
  const { survey } = facts
  const chosen = new Set(gatedOf(stage, request).map(({ benchmark }) => benchmark))
  const benchmarks = survey.benchmarks.filter(({ id }) => chosen.has(id))
  const rows = benchmarks.flatMap((benchmark): OneSided[] => {
    const block = facts.first.get(benchmark.id)?.[0]
    const { suite, name, occurrence } = benchmark
    return block === undefined ? [] : [{ suite, name, occurrence, ...summaryOf(benchmark, block) }]
  })
  const missing = benchmarks.filter(({ id }) => !facts.first.has(id) && !facts.failures.head.has(id))
  const threw = [...facts.failures.head].map(([id, failure]) => `${id}: ${failure.message}`)
  const warnings = [
    ...(o.late ? [timeUp(stage, missing, benchmarks.length)] : []),
    ...o.warnings,
    ...survey.warnings,
    ...o.discovery.catalog.warnings,
    ...leftRunning(o.discovery.counts),
    ...survey.failures.map(({ suite, message }) => `${suite}: ${message}`),
    ...survey.lateErrors.map(({ suite, message }) => `${suite} ${message}`),
    ...threw,
  ]
  const isEmpty = rows.every((row) => 'values' in row && row.values.length === 0)
  const failed = o.late || survey.failures.length > 0 || threw.length > 0 || isEmpty
  return { rows, warnings, failed }
}

/** Names of benchmarks in the warning that time was up. */
const NAMED = 10

function timeUp({ request, counts }: Stage, missing: readonly Benchmark[], of: number): string {
  const names = missing.slice(0, NAMED).map(({ name }) => JSON.stringify(name))
  if (missing.length > NAMED) names.push(`${missing.length - NAMED} more`)
  const seconds = Math.round(request.config.measure.timeLimitMs / 1000)
  const were = missing.length === 1 ? 'was' : 'were'
  const what = `${missing.length} of ${of} benchmarks ${were} not measured (${names.join(', ')})`
  return [`the time limit of ${seconds} s was used up: ${what}`, ...mostTime(counts)].join('; ')
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
