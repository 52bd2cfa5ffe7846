import { statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { shownLine } from '../../measure/commands.ts'
import { findSuites } from '../../measure/suites.ts'
import { PAIRS_PER_BLOCK } from '../../model/comparison.ts'
import type { Config } from '../../model/config.ts'
import { MOST_BLOCKS, USUAL_BLOCKS } from '../../model/plan.ts'
import type { Runtime } from '../../gate/request.ts'
import { formatSeconds, plural } from '../../report/quantity.ts'
import { sentenceOf } from '../../report/view/wording.ts'
import { type CheckResult, type Found, failure, ok, skipped, warning } from '../check.ts'
import { chooseDeletion, proveDeletion } from './deletion.ts'
import { labelOf } from './label.ts'
import { noiseOf } from './noise.ts'
import { type Rehearsed, rehearse, type Stage } from './rehearsal.ts'
import { MORE_TIME, openScratch } from './scratch.ts'
import { proveFailure, proveSlowdown, reachOf } from './slowdown.ts'
import { candidatesOf, chooseTarget } from './target.ts'

export interface ProofRequest {
  /** The user's project. */
  project: string
  config: Config
  seed: string
  timeLimitMs: number
}

const TITLES = {
  noise: 'How small a change can be seen here',
  'proof-unchanged': 'An unchanged copy passes',
  'proof-slowdown': 'A slower benchmark fails',
  'proof-deletion': 'A deleted benchmark fails',
  'proof-failure': 'A failing benchmark fails',
  'proof-reach': 'Every benchmark can fail',
} as const
type Id = keyof typeof TITLES

const named = (id: Id, found: Found): CheckResult => ({ id, title: TITLES[id], ...found })

/**
 * Proves on the user's own suites and config that the gate fails where it has to, and only there: in a copy
 * of the repository, which is removed in the end. Rejects with the signal's reason, or for a bug.
 */
export async function prove(request: ProofRequest, runtime: Runtime): Promise<CheckResult[]> {
  const { project, config, seed, timeLimitMs } = request
  const deadline = performance.now() + timeLimitMs
  try {
    const scratch = await openScratch(project, runtime, () => deadline - performance.now())
    runtime.onCheckouts?.(scratch.removeSync)
    try {
      return await proveAll({ config, seed, scratch, runtime, deadline })
    } finally {
      await scratch.remove()
    }
  } catch (error) {
    runtime.signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    return [named('proof-unchanged', failure(error.message, error.remedy))]
  }
}

async function proveAll(stage: Stage): Promise<CheckResult[]> {
  const unchanged = await orFound(stage, () => measureUnchanged(stage))
  if ('status' in unchanged)
    return [
      named('proof-unchanged', withSwitchedOff(unchanged, stage.config)),
      ...(['noise', 'proof-slowdown', 'proof-deletion', 'proof-failure'] as const).map((id) =>
        named(id, skipped('the unchanged copy could not be measured')),
      ),
    ]
  const { assessment, evidence, config, part } = unchanged
  const candidates = candidatesOf(unchanged, runtimeDay(stage))
  const target = chooseTarget(candidates)
  const deletion = chooseDeletion(config, evidence.survey.benchmarks, part === null)
  const slowdown = await orFound(stage, () => proveSlowdown(stage, target))
  const deleted = await orFound(stage, () => proveDeletion(stage, deletion))
  const failing = await orFound(stage, () => proveFailure(stage, target))
  const withoutBudget = assessment.warnings.find((one) => one.code === 'without-budget') ?? null
  const reach = reachOf(candidates, withoutBudget)
  return [
    ...noiseOf(assessment.rows, pairsOf(stage, unchanged)).map((one) => named('noise', one)),
    named('proof-unchanged', unchangedIs(unchanged)),
    named('proof-slowdown', slowdown),
    named('proof-deletion', deleted),
    named('proof-failure', failing),
    ...(reach === null ? [] : [named('proof-reach', reach)]),
  ]
}

/** Base and head are one commit: all of it, or a part where there is no time for all. */
interface Unchanged extends Rehearsed {
  /** The suite or command that was measured alone; null: everything was. */
  part: string | null
}

/** Confirming may take half of it in addition. */
const SHARE_OF_ALL = 0.4
const SHARE_OF_PART = 0.5

async function measureUnchanged(stage: Stage): Promise<Unchanged> {
  const whole = { title: 'an unchanged copy', plant: null, filter: null }
  try {
    return { ...(await rehearse(stage, { ...whole, share: SHARE_OF_ALL })), part: null }
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'time-limit')) throw error
    const { config, scratch } = stage
    const suites = await findSuites(scratch.project, config.suites)
    if (suites.length + config.commands.length < 2) throw error
    const part = smallestOf(scratch.project, suites)
    const only = part === undefined ? { suites: [], commands: [0] } : { suites: [part], commands: [] }
    const measured = await rehearse(stage, { ...whole, only, share: SHARE_OF_PART })
    return { ...measured, part: part ?? shownLine(config.commands[0]!.run) }
  }
}

/** How long a suite takes is not known before it ran; a short file rarely holds many benchmarks. */
function smallestOf(project: string, suites: readonly string[]): string | undefined {
  const sized = suites.map((suite) => ({ suite, size: statSync(join(project, suite)).size }))
  return sized.sort((a, b) => a.size - b.size)[0]?.suite
}

const runtimeDay = ({ runtime }: Stage): string => runtime.clock().toISOString().slice(0, 10)

/** What a part of the proof gives, or that it could not be carried out. */
async function orFound<T>({ runtime }: Stage, work: () => Promise<T>): Promise<T | Found> {
  try {
    return await work()
  } catch (error) {
    runtime.signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    return error.code === 'time-limit'
      ? warning(error.message, MORE_TIME)
      : failure(error.message, error.remedy)
  }
}

/** Where nothing is checked, the line that switches it off. */
function withSwitchedOff(found: Found, { file, budgets }: Config): Found {
  const off = budgets.findLast(({ severity }) => severity === 'off')
  if (found.status !== 'failure' || off === undefined || !found.detail.startsWith('none of the '))
    return found
  const place = `${file}:${off.line}`
  return failure(
    `${found.detail}: ${place} has \`severity: off\``,
    'Let a rule after it switch on what is to be checked.',
    place,
  )
}

function unchangedIs({ assessment, part }: Unchanged): Found {
  const { outcome, rows, summary } = assessment
  const which = part === null ? '' : ` of ${part} alone, since there was no time for everything`
  const measured = `${plural(summary.benchmarks, 'benchmark')} in ${formatSeconds(summary.seconds)}${which}`
  if (outcome !== 'fail') return ok(`base and head were the same commit, and the gate passed (${measured})`)
  const failing = rows.filter(({ severity }) => severity === 'fail')
  const { verdict, notes, budget } = failing[0]!
  const why = notes[0] === undefined ? '' : `: ${sentenceOf(notes[0]).replace(/\.$/, '')}`
  return failure(
    `base and head were the same commit, and the gate failed: ${labelOf(failing[0]!)} is ${verdict}${why}`,
    verdict === 'regression'
      ? 'Run the doctor again. Where it recurs, the machine is too noisy for this budget.'
      : 'Fix what fails without any change first: every pull request would fail.',
    budget?.where ?? null,
  )
}

/** The pairs that a gate with the user's own time limit plans at least. */
function pairsOf({ config }: Stage, { evidence, config: judged }: Rehearsed): number {
  if (config.commands.length === 0) return PAIRS_PER_BLOCK * USUAL_BLOCKS
  const blocks =
    (evidence.maxPairs / PAIRS_PER_BLOCK) * (config.measure.timeLimitMs / judged.measure.timeLimitMs)
  return PAIRS_PER_BLOCK * Math.max(1, Math.min(MOST_BLOCKS, Math.floor(blocks)))
}
