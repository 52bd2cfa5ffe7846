import type { Assessment } from '../../model/assessment.ts'
import type { BudgetRule, CommandConfig, Config, Target } from '../../model/config.ts'
import type { Evidence } from '../../model/evidence.ts'
import { UserError } from '../../errors.ts'
import { gate } from '../../gate/gate.ts'
import { heldToBase } from '../../gate/held-to-base.ts'
import type { ProgressReport, Runtime } from '../../gate/request.ts'
import { type Found, ok } from '../check.ts'
import type { Plant } from './planted.ts'
import { MORE_TIME, type Scratch } from './scratch.ts'

/** What all gates of a proof have in common. */
export interface Stage {
  config: Config
  seed: string
  scratch: Scratch
  runtime: Runtime
  /** On performance.now(). */
  deadline: number
}

/** One gate in the scratch copy. */
export interface Trial {
  /** What is shown while it goes on. */
  title: string
  /** Null: head is base. */
  plant: Plant | null
  filter: Target | null
  /** What is measured, where that is less than everything: suites, and places among the commands. */
  only?: { suites: string[]; commands: readonly number[] }
  /** A rule that the config of both sides has beside its own. */
  rule?: BudgetRule
  /** Share of the time that is left, as the gate's time limit. */
  share: number
}

export interface TrialResult {
  assessment: Assessment
  evidence: Evidence
  /** What it was judged by. */
  config: Config
}

const LEAST_MS = 2_000

/**
 * Runs the gate on a change, as it would run on a pull request: budgets come from the config file in the
 * commit of base, and what starts head's code from head. Throws what the gate throws.
 */
export async function runTrial(stage: Stage, o: Trial): Promise<TrialResult> {
  const { config, scratch, seed, deadline } = stage
  const runtime = withTitle(stage, o.title)
  const { filter, plant } = o
  const timeLimitMs = Math.min(config.measure.timeLimitMs, o.share * (deadline - performance.now()))
  if (timeLimitMs < LEAST_MS) throw new UserError('time-limit', 'there was no time left for it', MORE_TIME)
  const head = plant === null ? scratch.sha : await scratch.commit(plant.files)
  const { nodeArgs, commands } = plant ?? { nodeArgs: config.measure.nodeArgs, commands: config.commands }
  const own = { ...config, commands, measure: { ...config.measure, nodeArgs } }
  const held = await heldToBase(
    {
      command: 'check',
      project: scratch.project,
      config: own,
      base: { kind: 'ref', ref: scratch.sha },
      head: { kind: 'ref', ref: head },
      filter,
      seed: `${seed} ${o.title}`,
    },
    config.file ?? undefined,
    runtime,
  )
  const { request, proposed } = held
  const { only, rule } = o
  const withRule = (rules: readonly BudgetRule[]) => [...rules, ...(rule === undefined ? [] : [rule])]
  const some = (all: readonly CommandConfig[]) => all.filter((_, at) => only?.commands.includes(at) ?? true)
  const judged: Config = {
    ...request.config,
    suites: only?.suites ?? request.config.suites,
    commands: some(request.config.commands),
    budgets: withRule(request.config.budgets),
    measure: { ...request.config.measure, timeLimitMs },
  }
  const onBase = {
    ...request.onBase!,
    suites: only?.suites ?? request.onBase!.suites,
    commands: some(config.commands),
    // Without a config file base is run as head says, and head says what was planted.
    nodeArgs: config.measure.nodeArgs,
  }
  const measured = await gate({ ...request, config: judged, onBase }, runtime, {
    proposed: { ...proposed, budgets: withRule(proposed.budgets) },
  })
  return { ...measured, config: judged }
}

/** The runtime with the title before what is shown, and with the copy among what is removed at once. */
function withTitle({ runtime, scratch }: Stage, title: string): Runtime {
  const titled = (report: ProgressReport): ProgressReport => {
    if (report.kind === 'preparing') return { ...report, text: `${title}: ${report.text}` }
    return report.kind === 'measuring' ? { ...report, stage: `${title}: ${report.stage}` } : report
  }
  return {
    ...runtime,
    onProgress: (report) => {
      // The labels of its commits say nothing.
      if (report.kind !== 'start') runtime.onProgress(titled(report))
    },
    onCheckouts: (remove) =>
      runtime.onCheckouts?.(() => {
        remove()
        scratch.removeSync()
      }),
  }
}

/** Errors by which a gate says that there is nothing to measure: no pass either. */
const NOTHING_LEFT: ReadonlySet<string> = new Set(['no-suites', 'no-benchmarks', 'suite'])

/** What is said of a gate that ended with such an error; throws any other. */
export function endedWith(error: unknown, planted: string): Found {
  if (!(error instanceof UserError && NOTHING_LEFT.has(error.code))) throw error
  return ok(`${planted}, and the gate ended with an error: ${error.message.split('\n')[0]}`)
}
