import { statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { shownLine } from '../../measure/commands.ts'
import { findSuites } from '../../measure/suites.ts'
import { PAIRS_PER_BLOCK } from '../../model/comparison.ts'
import type { Verdict } from '../../model/assessment.ts'
import type { Config } from '../../model/config.ts'
import { MOST_BLOCKS, USUAL_BLOCKS } from '../../model/plan.ts'
import { formatSeconds, plural } from '../../report/quantity.ts'
import { sentenceOf } from '../../report/view/wording.ts'
import { type Found, failure, ok } from '../check.ts'
import { labelOf } from './label.ts'
import { type TrialResult, runTrial, type Stage } from './trial.ts'

/** Base and head are one commit: all of it, or a part where there is no time for all. */
export interface Unchanged extends TrialResult {
  /** The suite or command that was measured alone; null: everything was. */
  part: string | null
}

/** Confirming may take half of it in addition. */
const SHARE_OF_ALL = 0.4
const SHARE_OF_PART = 0.5

export async function measureUnchanged(stage: Stage): Promise<Unchanged> {
  const whole = { title: 'an unchanged copy', plant: null, filter: null }
  try {
    return { ...(await runTrial(stage, { ...whole, share: SHARE_OF_ALL })), part: null }
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'time-limit')) throw error
    const { config, scratch } = stage
    const suites = await findSuites(scratch.project, config.suites)
    if (suites.length + config.commands.length < 2) throw error
    const part = smallestOf(scratch.project, suites)
    const only = part === undefined ? { suites: [], commands: [0] } : { suites: [part], commands: [] }
    const measured = await runTrial(stage, { ...whole, only, share: SHARE_OF_PART })
    return { ...measured, part: part ?? shownLine(config.commands[0]!.run) }
  }
}

/** How long a suite takes is not known before it ran; a short file rarely holds many benchmarks. */
function smallestOf(project: string, suites: readonly string[]): string | undefined {
  const sized = suites.map((suite) => ({ suite, size: statSync(join(project, suite)).size }))
  return sized.sort((a, b) => a.size - b.size)[0]?.suite
}

/** Where nothing is checked, the line that switches it off. */
export function withSwitchedOff(found: Found, { file, budgets }: Config): Found {
  const off = budgets.findLast(({ severity }) => severity === 'off')
  if (found.status !== 'failure' || off === undefined || !found.detail.startsWith('none of the '))
    return found
  const place = `${file}:${off.line}`
  return failure(
    `${found.detail}: ${place} has \`severity: off\``,
    'Add a rule after it that turns on what you want checked.',
    place,
  )
}

/** What can be done about verdicts that need no change to be wrong. */
const REMEDIES: Partial<Record<Verdict, string>> = {
  regression: 'Run the doctor again. If it recurs, the machine is too noisy for this budget.',
  insufficient:
    'Let it do less in one call, raise `measure.time-per-benchmark`, or measure on a machine that is less busy.',
}

export function unchangedIs({ assessment, part }: Pick<Unchanged, 'assessment' | 'part'>): Found {
  const { outcome, rows, summary } = assessment
  const which = part === null ? '' : ` of ${part} alone, because there was no time for everything`
  const measured = `${plural(summary.benchmarks, 'benchmark')} in ${formatSeconds(summary.seconds)}${which}`
  if (outcome !== 'fail') return ok(`base and head were the same commit, and the gate passed (${measured})`)
  const failing = rows.filter(({ severity }) => severity === 'fail')
  const { verdict, notes, budget } = failing[0]!
  const why = notes[0] === undefined ? '' : `: ${sentenceOf(notes[0]).replace(/\.$/, '')}`
  return failure(
    `base and head were the same commit, and the gate failed at ${labelOf(failing[0]!)} (${verdict}${why})`,
    REMEDIES[verdict] ?? 'Fix this first: it fails without any change, so every pull request would fail.',
    budget?.where ?? null,
  )
}

/** The pairs that a gate with the user's own time limit plans at least. */
export function pairsOf({ config }: Stage, { evidence, config: judged }: TrialResult): number {
  if (config.commands.length === 0) return PAIRS_PER_BLOCK * USUAL_BLOCKS
  const blocks =
    (evidence.maxPairs / PAIRS_PER_BLOCK) * (config.measure.timeLimitMs / judged.measure.timeLimitMs)
  return PAIRS_PER_BLOCK * Math.max(1, Math.min(MOST_BLOCKS, Math.floor(blocks)))
}
