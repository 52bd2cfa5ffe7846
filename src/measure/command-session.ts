import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { CommandConfig } from '../model/config.ts'
import { type Conditions, differenceOf } from '../model/conditions.ts'
import { MAX_MESSAGE } from '../model/evidence.ts'
import type { ExecutionStats } from '../model/sample.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { withTemporary } from '../process/temporary.ts'
import { collectBlocks, noBlocks, runBlock } from './block.ts'
import type { Catalog } from './catalog.ts'
import { buildSide, executeCommand, type Execution, type ExecutionOptions } from './command-execution.ts'
import type { FailureCounts } from './failure-counts.ts'
import { COMMAND_ATTEMPTS, untilGood } from './retry-policy.ts'
import {
  type BlockOptions,
  type BlockOutcome,
  type Discovered,
  type Ids,
  type MeasuredSides,
  refuseLate,
  type Session,
  type Watcher,
} from './session.ts'

/** One command as each side has it; null for a side without it. */
export interface MeasuredCommand {
  /** The name under which its benchmarks are listed. */
  suite: string
  base: CommandConfig | null
  head: CommandConfig | null
}

export interface CommandSessionOptions extends ExecutionOptions {
  commands: readonly MeasuredCommand[]
  sides: MeasuredSides
  catalog: Catalog
  counts: FailureCounts
  watch: Watcher
  random: () => number
  /** On the clock of performance.now(): no process outside a block starts after it. */
  deadline: number
  onProgress: (text: string) => void
}

/** Warnings of an adapter that are reported. */
const MAX_WARNINGS = 10

/** Measures commands: each execution is one process of a block and measures all benchmarks of its tool. */
export class CommandSession implements Session {
  readonly #o: CommandSessionOptions
  readonly #bySuite: ReadonlyMap<string, MeasuredCommand>
  readonly #elapsedMs = new Map<string, number>()
  readonly #conditions = { base: new Map<string, Conditions>(), head: new Map<string, Conditions>() }
  /** The result of each set-up, by side, folder and line: why it failed, or null. */
  readonly #built = new Map<string, string | null>()

  constructor(options: CommandSessionOptions) {
    this.#o = options
    this.#bySuite = new Map(options.commands.map((command) => [command.suite, command]))
  }

  /** Builds each side once and executes each command once, which warms up and shows its benchmarks. */
  async discover(): Promise<Discovered> {
    const { catalog, commands, onProgress } = this.#o
    const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
    for (const command of commands) {
      const { suite } = command
      for (const side of SIDES) {
        const own = command[side]
        if (own === null) continue
        onProgress(`${side}: ${suite}`)
        const message =
          (await this.#setUp(suite, own, side)) ?? (await this.#warmUp(suite, own, side, found.warnings))
        if (message !== null) found.failures.push({ suite, side, message })
      }
      const difference = differenceOf(this.#conditions.base.get(suite), this.#conditions.head.get(suite))
      if (difference !== null)
        found.warnings.push(`${suite}: base was measured on ${difference.base}, head on ${difference.head}`)
      catalog.assumeSame(suite)
    }
    return found
  }

  /**
   * Why the side's build failed; null: it succeeded, or there is nothing to build. Commands with the same
   * line and folder share one build.
   */
  async #setUp(suite: string, command: CommandConfig, side: SideName): Promise<string | null> {
    const { counts, deadline, sides, watch } = this.#o
    if (command.setup === null) return null
    const key = JSON.stringify([side, command.workingDirectory, command.setup])
    let failure = this.#built.get(key)
    if (failure === undefined) {
      const what = `the set-up of ${suite}`
      refuseLate(this.#o, `${what} on ${side} was next`)
      const startedAt = performance.now()
      const timeLimitMs = Math.max(1, deadline - startedAt)
      const { directory } = sides[side]
      const line = command.setup
      const build = () => buildSide(command, line, directory, { ...this.#optionsOn(side), timeLimitMs })
      failure = await watch.aroundSetUp(directory, `${what} ran on ${side}`, build)
      counts.noteTime(what, performance.now() - startedAt)
      this.#built.set(key, failure)
    }
    return failure
  }

  /** The first execution, whose values are discarded. Returns why it failed; null: it succeeded. */
  async #warmUp(
    suite: string,
    command: CommandConfig,
    side: SideName,
    warnings: string[],
  ): Promise<string | null> {
    const { catalog } = this.#o
    refuseLate(this.#o, `${suite} on ${side} was next`)
    const execution = await this.#execute(suite, command, side)
    if (typeof execution === 'string') return execution
    this.#conditions[side].set(suite, execution.conditions ?? {})
    if (side === 'head') warnings.push(...passedOn(suite, execution.warnings))
    const ids: string[] = []
    for (const { name, occurrence, metrics, measures, version = '' } of execution.benchmarks.values()) {
      const place = { file: null, line: null, hash: version }
      const id = catalog.register({ suite, name, occurrence, source: 'command', side }, place)
      catalog.values(id, side, metrics)
      catalog.foresee(id, measures)
      ids.push(id)
    }
    this.#noteFailures(side, execution, ids)
    return null
  }

  #optionsOn(side: SideName): CommandSessionOptions {
    const { environments, sides } = this.#o
    const own = (env: NodeJS.ProcessEnv) => withTemporary(env, sides[side].temporary ?? null)
    const { setup, measured } = environments
    return { ...this.#o, environments: { setup: own(setup), measured: own(measured) } }
  }

  /** Executes a command once. Returns its results, or why there are none. */
  async #execute(suite: string, command: CommandConfig, side: SideName): Promise<Execution | string> {
    const { directory } = this.#o.sides[side]
    try {
      return await executeCommand(command, directory, {
        ...this.#optionsOn(side),
        onEnded: (took, leftRunning) => {
          this.#elapsedMs.set(`${side} ${suite}`, took)
          this.#o.counts.noteLeftRunning(suite, side, leftRunning)
          this.#o.counts.noteProcess(suite, took, took)
        },
      })
    } finally {
      // Where the directory was removed, nothing else that went wrong matters.
      this.#o.signal.throwIfAborted()
      await this.#o.watch.afterProcess(directory, `${suite} ran on ${side}`)
    }
  }

  // Discovery was the warm-up.
  async calibrate(): Promise<[]> {
    return []
  }

  /** An execution measures all benchmarks of its tool; none can be left out. */
  parts(_suite: string, ids: Ids, all: Ids): { ids: Ids; all: Ids }[] {
    return ids.base.length + ids.head.length === 0 ? [] : [{ ids, all }]
  }

  measureBlock(
    suite: string,
    wanted: Ids,
    _all: Ids,
    { onFraction, deadline }: BlockOptions,
  ): Promise<BlockOutcome> {
    const { catalog, counts, random } = this.#o
    const command = this.#bySuite.get(suite)!
    const statsOf = ({ benchmarks }: Execution, side: SideName, id: string): ExecutionStats | null => {
      const benchmark = benchmarks.get(catalog.placeOn(side, id).local)
      if (benchmark === undefined || benchmark.failure !== null) return null
      return { values: catalog.values(id, side, benchmark.metrics) }
    }
    return untilGood<BlockOutcome>(COMMAND_ATTEMPTS, counts, async () => {
      const { ran, failure } = await runBlock({ suite, ids: wanted, random, onFraction }, async (side) => {
        const execution = await this.#execute(suite, command[side]!, side)
        if (typeof execution !== 'string') this.#noteFailures(side, execution, wanted[side])
        return execution
      })
      return ran === null
        ? { outcome: noBlocks(failure), again: performance.now() <= deadline }
        : { outcome: { blocks: collectBlocks(ran, wanted, statsOf), failure: null }, again: false }
    })
  }

  /** Counts which of the wanted benchmarks failed, or were not reported at all. */
  #noteFailures(side: SideName, { benchmarks }: Execution, ids: readonly string[]): void {
    const { catalog, counts } = this.#o
    counts.noteStarts(side, ids)
    for (const id of ids) {
      const benchmark = benchmarks.get(catalog.placeOn(side, id).local)
      const failure =
        benchmark === undefined ? 'it was not in the results, though it was before' : benchmark.failure
      if (failure !== null) counts.noteFailure(side, id, failure)
    }
  }

  estimateBlockMs(suite: string, ids: Ids): number {
    return SIDES.filter((side) => ids[side].length > 0).reduce(
      (sum, side) => sum + PAIRS_PER_BLOCK * (this.#elapsedMs.get(`${side} ${suite}`) ?? 0),
      0,
    )
  }

  indivisible(): [] {
    return []
  }

  dropped(): [] {
    return []
  }
}

/** The warnings of an adapter, limited in number and length so that a report can hold them. */
function passedOn(suite: string, warnings: readonly string[]): string[] {
  const shown = warnings.slice(0, MAX_WARNINGS).map((warning) => `${suite}: ${warning}`.slice(0, MAX_MESSAGE))
  const more = warnings.length - shown.length
  return more === 0 ? shown : [...shown, `${suite}: and ${more} more warnings`]
}
