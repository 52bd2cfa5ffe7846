import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { CommandConfig } from '../model/config.ts'
import { MAX_MESSAGE, type SuiteFailure } from '../model/evidence.ts'
import type { ExecutionStats, MeasuredBlock } from '../model/sample.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { buildSide, executeCommand, type Execution, type ExecutionOptions } from './command-execution.ts'
import type { FailureCounts } from './failure-counts.ts'
import type { Catalog } from './catalog.ts'
import { drawBlock } from './schedule.ts'
import {
  collectBlocks,
  type Ids,
  type MeasuredSides,
  refuseLate,
  type Session,
  type Discovered,
} from './session.ts'

/** One command as each side runs it; null where a side does not have it. */
export interface MeasuredCommand {
  /** What its benchmarks are listed under. */
  suite: string
  base: CommandConfig | null
  head: CommandConfig | null
}

export interface CommandSessionOptions extends ExecutionOptions {
  commands: readonly MeasuredCommand[]
  sides: MeasuredSides
  catalog: Catalog
  counts: FailureCounts
  random: () => number
  /** On the clock of performance.now(): nothing outside a block starts after it. */
  deadline: number
  onProgress: (text: string) => void
}

/** A block in which an execution fails is drawn again so many times: executions are long, and what fails twice is broken. */
const MAX_DRAWS = 2
/** Warnings of an adapter that are passed on. */
const MAX_WARNINGS = 10

/** Measures commands: each execution is one process of a block, and says something of all benchmarks of its tool. */
export function createCommandSession(options: CommandSessionOptions): Session {
  const { commands, counts, catalog, sides } = options
  const elapsedMs = new Map<string, number>()
  const bySuite = new Map(commands.map((command) => [command.suite, command]))
  /** What became of each set-up, by side, folder and line: why it failed, or null. */
  const built = new Map<string, string | null>()

  /** Builds each side once and executes each command once, which warms up and shows what there is to be measured. */
  async function discover(): Promise<Discovered> {
    const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
    for (const command of commands) {
      for (const side of SIDES) {
        const own = command[side]
        if (own === null) continue
        options.onProgress(`${side}: ${command.suite}`)
        const failure =
          (await setUp(command.suite, own, side)) ?? (await warmUp(command.suite, own, side, found.warnings))
        if (failure !== null) found.failures.push({ suite: command.suite, side, message: failure })
      }
      catalog.assumeSame(command.suite)
    }
    return found
  }

  /** Why the side does not build; null: it does, or there is nothing to build. Commands of one line and folder share one build. */
  async function setUp(suite: string, command: CommandConfig, side: SideName): Promise<string | null> {
    if (command.setup === null) return null
    const key = JSON.stringify([side, command.workingDirectory, command.setup])
    let failure = built.get(key)
    if (failure === undefined) {
      refuseLate(options.deadline, `the set-up of ${suite} on ${side}`)
      const timeLimitMs = Math.max(1, options.deadline - performance.now())
      failure = await buildSide(command, command.setup, sides[side].directory, { ...options, timeLimitMs })
      built.set(key, failure)
    }
    return failure
  }

  /** The first execution, whose numbers are forgotten; null when it went well. */
  async function warmUp(
    suite: string,
    command: CommandConfig,
    side: SideName,
    warnings: string[],
  ): Promise<string | null> {
    refuseLate(options.deadline, `${suite} on ${side}`)
    const execution = await execute(suite, command, side)
    if (typeof execution === 'string') return execution
    if (side === 'head') warnings.push(...passedOn(suite, execution.warnings))
    counts.noteStarts(side, execution.benchmarks.keys())
    const nowhere = { file: null, line: null, hash: '' }
    for (const [id, { failure, metrics }] of execution.benchmarks) {
      catalog.register({ suite, source: 'command', side }, id, [nowhere])
      catalog.values(id, side, metrics)
      if (failure !== null) counts.noteFailure(side, id, failure)
    }
    return null
  }

  /** One execution: what it said, or why it said nothing. */
  const execute = (suite: string, command: CommandConfig, side: SideName): Promise<Execution | string> =>
    executeCommand(command, sides[side].directory, {
      ...options,
      onEnded: (took) => {
        elapsedMs.set(`${side} ${suite}`, took)
        counts.noteProcess(took)
      },
    })

  async function measureBlock(
    suite: string,
    wanted: Ids,
    _all: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ blocks: Map<string, MeasuredBlock>; failure: SuiteFailure | null }> {
    let failure: SuiteFailure | null = null
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const drawn = await drawOnce(suite, wanted, onFraction)
      if ('blocks' in drawn) return { ...drawn, failure: null }
      failure = drawn.failure
    }
    return { blocks: new Map(), failure }
  }

  async function drawOnce(
    suite: string,
    wanted: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ blocks: Map<string, MeasuredBlock> } | { failure: SuiteFailure }> {
    const command = bySuite.get(suite)!
    const processes: { side: SideName; stats: (id: string) => ExecutionStats | null }[] = []
    const order = drawBlock(options.random)
    for (const [i, side] of order.entries()) {
      const own = command[side]
      if (own !== null && wanted[side].length > 0) {
        const execution = await execute(suite, own, side)
        if (typeof execution === 'string') return { failure: { suite, side, message: execution } }
        processes.push({ side, stats: (id) => statsOf(execution, side, id) })
        account(side, execution, wanted[side])
      }
      onFraction((i + 1) / order.length)
    }
    return { blocks: collectBlocks(processes, wanted, PAIRS_PER_BLOCK) }
  }

  function statsOf({ benchmarks }: Execution, side: SideName, id: string): ExecutionStats | null {
    const benchmark = benchmarks.get(id)
    if (benchmark === undefined || benchmark.failure !== null) return null
    return { values: catalog.values(id, side, benchmark.metrics) }
  }

  /** Notes which of the wanted benchmarks failed, or were not even named. */
  function account(side: SideName, { benchmarks }: Execution, ids: readonly string[]): void {
    counts.noteStarts(side, ids)
    for (const id of ids) {
      const benchmark = benchmarks.get(id)
      const failure =
        benchmark === undefined ? 'it was not in the results, though it was before' : benchmark.failure
      if (failure !== null) counts.noteFailure(side, id, failure)
    }
  }

  function estimateBlockMs(suite: string, ids: Ids): number {
    return SIDES.filter((side) => ids[side].length > 0).reduce(
      (sum, side) => sum + PAIRS_PER_BLOCK * (elapsedMs.get(`${side} ${suite}`) ?? 0),
      0,
    )
  }

  return {
    discover,
    // The survey was its warm-up already.
    calibrate: async () => [],
    // An execution measures whatever its tool measures: there is nothing to be left out.
    parts: (_suite, ids, all) => (ids.base.length + ids.head.length === 0 ? [] : [{ ids, all }]),
    measureBlock,
    estimateBlockMs,
    indivisible: () => [],
  }
}

/** The warnings of an adapter, as many and as much of them as a report bears. */
function passedOn(suite: string, warnings: readonly string[]): string[] {
  const shown = warnings.slice(0, MAX_WARNINGS).map((warning) => `${suite}: ${warning}`.slice(0, MAX_MESSAGE))
  const more = warnings.length - shown.length
  return more === 0 ? shown : [...shown, `${suite}: and ${more} more warnings`]
}
