import { openCheckouts } from '../checkout/checkout.ts'
import { WARMUP_MS } from '../config/defaults.ts'
import { UserError } from '../errors.ts'
import type { Runtime } from '../gate/request.ts'
import { discover, findSuitesOf, flagsOfNode, loadersFor, refuseNoSuites } from '../gate/sessions.ts'
import { pairCommands } from '../measure/commands.ts'
import { UNWATCHED } from '../measure/session.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark } from '../model/evidence.ts'
import { suiteIn } from './proof/label.ts'

/** What a gate would begin with. */
export interface Rehearsal {
  /** Why base cannot be prepared; null: it can, or there is none. */
  baseFailure: UserError | null
  /** The benchmarks of head, or why they cannot be listed. */
  benchmarks: readonly Benchmark[] | UserError
  /** What is wrong with single suites. */
  failures: readonly string[]
}

interface RehearsalRequest {
  project: string
  config: Config
  /** False: head alone is prepared. */
  hasBase: boolean
}

/**
 * Checks base and head out, prepares both as a gate does, and lists the benchmarks of head. Nothing is
 * measured. Throws a UserError where head cannot be prepared. Leaves no process and no directory behind.
 */
export async function rehearse(request: RehearsalRequest, runtime: Runtime): Promise<Rehearsal> {
  const { project, config, hasBase } = request
  const deadline = performance.now() + config.measure.timeLimitMs
  const { setup } = config.base
  const checkouts = await openCheckouts({
    project,
    base: hasBase ? config.base.ref : { kind: 'ref', ref: 'HEAD' },
    head: { kind: 'working-tree' },
    setup: { base: hasBase ? setup : null, head: setup },
    baseMayFail: true,
    dependencyCache: runtime.dependencyCache ?? null,
    onProgress: (text) => runtime.onProgress({ kind: 'preparing', text }),
    signal: runtime.signal,
    env: runtime.env,
    host: runtime.host,
    gitSettings: runtime.gitSettings ?? [],
    timeLimitMs: config.measure.timeLimitMs,
  })
  runtime.onCheckouts?.(checkouts.removeSync)
  try {
    const { scratch } = checkouts
    const listed = await list({ sides: checkouts, scratch, deadline }, request, runtime)
    return { baseFailure: hasBase ? checkouts.baseFailure : null, ...listed }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { baseFailure: hasBase ? checkouts.baseFailure : null, benchmarks: error, failures: [] }
  } finally {
    await checkouts.remove()
  }
}

async function list(
  o: { sides: Parameters<typeof findSuitesOf>[0]; scratch: string; deadline: number },
  { project, config }: RehearsalRequest,
  runtime: Runtime,
): Promise<Omit<Rehearsal, 'baseFailure'>> {
  runtime.onProgress({ kind: 'preparing', text: 'listing benchmarks' })
  const { sides } = o
  const suites = await findSuitesOf(sides, { base: [], head: config.suites })
  if (config.commands.length === 0) refuseNoSuites(suites.head, config.suites)
  const { flags } = suites.head.length === 0 ? { flags: [] } : await flagsOfNode(config, runtime)
  const places = { directory: sides.head.directory, project }
  const { survey } = await discover(config, runtime, {
    ...o,
    suites,
    edits: new Map(),
    commands: pairCommands([], config.commands),
    mayRemove: true,
    watch: UNWATCHED,
    project,
    setup: { base: null, head: config.base.setup },
    nodeArgs: {
      base: [],
      head: [...flags, ...(await loadersFor(runtime, config.measure.nodeArgs, places))],
    },
    warmupMs: WARMUP_MS,
    individualCalls: () => 0,
    random: Math.random,
  })
  return {
    benchmarks: survey.benchmarks.filter(({ head }) => head !== null),
    failures: survey.failures.map(({ suite, message }) => `${suiteIn(suite)} ${message}`),
  }
}
