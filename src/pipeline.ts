import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarise, type Summary } from './compare/compare.ts'
import { planLooks } from './compare/sequential.ts'
import { compileGlob } from './config/glob.ts'
import { UserError } from './errors.ts'
import { assess } from './gate/assess.ts'
import { confirmFindings, takeLooks, warmUp } from './gate/sampling.ts'
import type { Gate, GateRequest, Target, World } from './gate/state.ts'
import { chooseTargets, refuseFilter } from './gate/targets.ts'
import { openCheckouts } from './measure/checkout/checkout.ts'
import { childEnvironment } from './measure/child-environment.ts'
import { readEnvironment } from './measure/environment.ts'
import { createSession, type MeasuredSides, type Session, type Survey } from './measure/session.ts'
import { findSuites } from './measure/suites.ts'
import type { Assessment } from './model/assessment.ts'
import type { Config } from './model/config.ts'
import { METRICS } from './model/metric.ts'
import { createRandom } from './stats/random.ts'

const MAX_PAIRS = 32
const WARMUP_MS = 40
/** Longest silence of one process before it counts as hung; less where the time limit is short. */
const STALL_MS = 30_000

/**
 * Measures two versions of a project against each other and judges what it finds. Throws a UserError where nothing can
 * be said at all; everything else is in the assessment. Leaves no process and no directory behind.
 */
export async function gate(request: GateRequest, world: World): Promise<Assessment> {
  const startedAt = performance.now()
  const environment = readEnvironment(world.env)
  const { config, project, base, head } = request
  const deadline = startedAt + config.measure.timeLimitMs
  const checkouts = await openCheckouts({
    project,
    base,
    head,
    setup: config.base.setup,
    onProgress: (text) => world.onProgress({ kind: 'preparing', text }),
    signal: world.signal,
    env: world.env,
    timeLimitMs: config.measure.timeLimitMs,
  })
  world.onCheckouts?.(checkouts.removeSync)
  let assessment: Assessment
  try {
    const suites = await suitesOfBothSides(checkouts, config.suites)
    const random = createRandom(request.seed)
    const callsWanted = new Map<string, number>()
    const session = openSession(config, world, {
      sides: checkouts,
      scratch: checkouts.scratch,
      suites: suites.all,
      warmupMs: request.warmupMs ?? WARMUP_MS,
      deadline,
      individualCalls: (id) => callsWanted.get(id) ?? 0,
      random: random.uniform,
    })
    world.onProgress({ kind: 'preparing', text: 'listing benchmarks' })
    const survey = await session.survey(suites)
    refuseEmpty(survey, config.suites)
    const targets = chooseTargets(request, survey)
    for (const target of targets) callsWanted.set(target.benchmark, wantedCalls(targets, target.benchmark))
    const state: Gate = {
      request,
      world,
      session,
      random,
      survey,
      targets,
      looks: planLooks(MAX_PAIRS),
      measured: new Map(),
      confirmed: new Map(),
      progress: new Map(),
      deadline,
      stoppedBy: 'decided',
    }
    world.onProgress({
      kind: 'start',
      base: checkouts.base.revision.label,
      head: checkouts.head.revision.label,
      benchmarks: callsWanted.size,
    })
    await warmUp(state)
    await takeLooks(state)
    await confirmFindings(state, checkouts.swap)
    assessment = assess(state, {
      base: checkouts.base.revision,
      head: checkouts.head.revision,
      environment,
      warnings: checkouts.warnings,
      elapsedMs: performance.now() - startedAt,
    })
  } catch (error) {
    // What went wrong is what the user has to hear, not that a directory resists.
    await checkouts.remove().catch(() => {})
    throw error
  }
  return removing(checkouts.remove, assessment)
}

/** A finished assessment is not lost over a directory that resists: the next run removes it. */
async function removing(remove: () => Promise<void>, assessment: Assessment): Promise<Assessment> {
  try {
    await remove()
    return assessment
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ...assessment, warnings: [...assessment.warnings, `the checkouts could not be removed: ${reason}`] }
  }
}

const wantedCalls = (targets: readonly Target[], id: string) =>
  Math.max(...targets.filter(({ benchmark }) => benchmark === id).map(({ metric }) => METRICS[metric].individualCalls))

async function suitesOfBothSides(sides: MeasuredSides, patterns: readonly string[]) {
  const [base, head] = await Promise.all([
    findSuites(sides.base.directory, patterns),
    findSuites(sides.head.directory, patterns),
  ])
  if (head.length === 0) {
    throw new UserError(
      'no-suites',
      `no file of head matches suites: ${patterns.join(', ')}`,
      'Set `suites:` in .github/benchgate.yml to the files that call bench(). Files that git ignores are not measured.',
    )
  }
  return { base, head, all: [...new Set([...head, ...base])] }
}

type SessionParts = Omit<Parameters<typeof createSession>[0], 'workerFile' | 'nodeArgs' | 'env' | 'windowMs' | 'stallMs' | 'signal'>

function openSession({ measure }: Config, world: World, parts: SessionParts): Session {
  const { timePerBenchmarkMs: windowMs, timeLimitMs, nodeArgs } = measure
  return createSession({
    ...parts,
    workerFile: world.workerFile,
    nodeArgs,
    env: childEnvironment(world.env),
    windowMs,
    stallMs: Math.min(STALL_MS, timeLimitMs / 8),
    signal: world.signal,
  })
}

/** Zero benchmarks is an error: a gate that measures nothing must not be green. */
function refuseEmpty(survey: Survey, patterns: readonly string[]): void {
  if (survey.benchmarks.some(({ head }) => head !== null)) return
  const failures = survey.failures.filter(({ side }) => side === 'head')
  if (failures.length > 0) {
    // With base's benchmarks known, each of them becomes a row that says so.
    if (survey.benchmarks.length > 0) return
    throw new UserError(
      'suite',
      failures.map(({ suite, message }) => `${suite} on head ${message}`).join('\n'),
      'Run the suite by itself with node, and mend what it says. A loader, such as tsx for enums, goes into measure.node-args: ["--import", "tsx"].',
    )
  }
  throw new UserError(
    'no-benchmarks',
    `the suites of head hold no benchmark: ${patterns.join(', ')} matched files, but none calls bench()`,
    'Register benchmarks with bench() from mitata, or set `suites:` to the files that do.',
  )
}

type OneSided = { benchmark: string; suite: string } & Summary

/** What one version of a project measures, for `run`. */
interface RunResult {
  rows: OneSided[]
  warnings: string[]
  /** True when a benchmark or a suite could not be measured. */
  failed: boolean
}

/** Measures the project where it lies, against nothing: four processes a suite, medians over them. */
export async function measureOne(
  request: Pick<GateRequest, 'project' | 'config' | 'filter' | 'seed'>,
  world: World,
): Promise<RunResult> {
  const { project, config, filter } = request
  const sides = { base: { directory: project }, head: { directory: project } }
  const { head: suites } = await suitesOfBothSides(sides, config.suites)
  const scratch = await mkdtemp(join(tmpdir(), 'benchgate-run-'))
  world.onCheckouts?.(() => rmSync(scratch, { recursive: true, force: true }))
  try {
    const session = openSession(config, world, {
      sides,
      scratch,
      suites,
      warmupMs: WARMUP_MS,
      deadline: performance.now() + config.measure.timeLimitMs,
      individualCalls: () => METRICS['time.p99'].individualCalls,
      random: createRandom(request.seed).uniform,
    })
    const survey = await session.survey({ base: [], head: suites })
    refuseEmpty(survey, config.suites)
    const matches = filter === null ? () => true : compileGlob(filter)
    const chosen = survey.benchmarks.filter(({ id }) => matches(id))
    if (chosen.length === 0) refuseFilter(filter)
    const rows: OneSided[] = []
    const failures = [...survey.failures]
    for (const [suite, benchmarks] of Map.groupBy(chosen, (benchmark) => benchmark.suite)) {
      const everything = survey.benchmarks.filter((benchmark) => benchmark.suite === suite).map(({ id }) => id)
      const ids = { base: [], head: benchmarks.map(({ id }) => id) }
      const all = { base: [], head: everything }
      const tell = (fraction: number) =>
        world.onProgress({ kind: 'measuring', stage: suite, undecided: 0, fraction, leftMs: 0 })
      tell(0)
      failures.push(...(await session.pilot(suite, ids, all)))
      const { blocks, failure } = await session.measureBlock(suite, ids, all, tell)
      if (failure) failures.push(failure)
      for (const [id, block] of blocks) rows.push({ benchmark: id, suite, ...summarise(block.head) })
    }
    const threw = [...session.failures.head].map(([id, failure]) => `${id}: ${failure.message}`)
    const warnings = [
      ...survey.warnings,
      ...[...failures, ...survey.lateErrors].map(({ suite, message }) => `${suite}: ${message}`),
      ...threw,
    ]
    return { rows, warnings, failed: failures.length > 0 || threw.length > 0 }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
