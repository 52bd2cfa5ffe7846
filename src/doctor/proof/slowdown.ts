import { ownNode } from '../../measure/node-on-path.ts'
import type { Row } from '../../model/assessment.ts'
import type { Config } from '../../model/config.ts'
import { formatLevel, plural } from '../../report/quantity.ts'
import { effectWords, worsening } from '../../report/view/change.ts'
import { type Found, failure, ok, skipped, warning } from '../check.ts'
import { labelOf } from './label.ts'
import { type Plant, failingCommand, slowCommand, slowSuites, throwingSuites } from './planted.ts'
import { endedWith, type TrialResult, runTrial, type Stage } from './trial.ts'
import { MORE_TIME } from './scratch.ts'
import { commandOf, filterFor, onlyOf } from '../../gate/one-benchmark.ts'
import type { Candidate } from './target.ts'

/** A slowdown of which a smaller share is measured was not planted well, and says nothing of the gate. */
const SEEN_SHARE = 0.5

/** Makes one benchmark slower in the copy: the gate must fail for it. */
export async function proveSlowdown(stage: Stage, target: Candidate | null): Promise<Found> {
  if (target === null) return skipped('no budget limits a time or rate that was measured')
  const { config, runtime } = stage
  const { benchmark, times } = target
  const command = config.commands[commandOf(config, benchmark.suite)]
  const node = (runtime.node ?? ownNode).path
  const plant =
    benchmark.source === 'suite' || command === undefined
      ? slowSuites(config, runtime.workerFile, times)
      : slowCommand(config, command, { times, node })
  const { assessment, config: judged } = await tryOne(stage, target, plant, 'a slower benchmark')
  const row = assessment.rows.find(
    ({ benchmark: name, metric }) => name === target.row.benchmark && metric === target.row.metric,
  )
  return row === undefined
    ? warning(`${labelOf(target.row)} was not measured`, MORE_TIME)
    : verdictOn(row, target, judged)
}

/** Lets one benchmark fail in the copy: the gate must fail for it. */
export async function proveFailure(stage: Stage, target: Candidate | null): Promise<Found> {
  if (target === null) return skipped('no benchmark was measured')
  const { config, runtime } = stage
  const { benchmark } = target
  const command = config.commands[commandOf(config, benchmark.suite)]
  const plant =
    benchmark.source === 'suite' || command === undefined
      ? throwingSuites(config, runtime.workerFile)
      : failingCommand(config, command)
  const verb = benchmark.source === 'suite' ? 'throw' : 'fail'
  const planted = `${target.row.benchmark} was made to ${verb} in a scratch copy`
  try {
    const { assessment } = await tryOne(stage, target, plant, 'a failing benchmark')
    if (assessment.outcome === 'fail') return ok(`${planted}, and the gate failed`)
  } catch (error) {
    return endedWith(error, planted)
  }
  return failure(`${planted}, and the gate did not fail`, removeCause(target), target.weakness?.place ?? null)
}

const tryOne = (stage: Stage, { benchmark }: Candidate, plant: Plant, title: string): Promise<TrialResult> =>
  runTrial(stage, {
    title,
    plant,
    filter: filterFor(benchmark),
    only: onlyOf(stage.config, benchmark),
    share: 0.5,
  })

/** What the gate made of a planted slowdown. */
function verdictOn(row: Row, { row: before, times, weakness, benchmark }: Candidate, config: Config): Found {
  const name = labelOf(before)
  // On a busy machine a stopped command makes up for some of its time.
  const how =
    benchmark.source === 'suite'
      ? `was made ${Math.round(times * 10) / 10} times as slow`
      : `was measured by a command that was stopped for ${Math.round(100 * (1 - 1 / times))} % of its time`
  const planted = `${name} ${how} in a scratch copy`
  if (row.severity === 'fail') return ok(`${planted}, and the gate failed (${said(row)})`)
  if (weakness !== null)
    return failure(
      `${planted}, and the gate did not fail: ${weakness.because}`,
      removeCause({ weakness }),
      weakness.place,
    )
  const share = (worsening(row) ?? 0) / (row.better === 'lower' ? times - 1 : 1 - 1 / times)
  if (benchmark.source === 'command' && share < SEEN_SHARE)
    return skipped(
      `stopping the command again and again did not change what it reports of ${name} (${said(row)})`,
    )
  if (row.verdict === 'inconclusive' || row.verdict === 'insufficient')
    return warning(`${planted}, which could not be decided here (${said(row)})`, MORE_TIME)
  return failure(
    `${planted}, and the gate did not fail (${said(row)})`,
    `Check what ${config.file ?? 'the default budget'} says about it: \`benchgate budgets explain\`.`,
    row.budget?.where ?? null,
  )
}

const said = (row: Row): string => {
  const limit = row.budget?.maxRegression?.fail
  const effect = row.effect === null ? 'no change was measured' : effectWords(row)
  return limit == null ? effect : `${effect}, budget ${formatLevel(limit)}`
}

const removeCause = ({ weakness }: Pick<Candidate, 'weakness'>): string =>
  weakness === null
    ? 'Give a rule of `budgets:` that matches it a level that fails.'
    : `${weakness.place === null ? 'Give' : 'Change this line, or give'} the benchmarks that matter a rule that can fail, such as { match: "**", metric: primary, max-regression: 5% }.`

/** Names of benchmarks in a sentence. */
const NAMED = 3

/** Which benchmarks can fail at all. Null where none can, which the slowdown shows. */
export function reachOf(
  candidates: readonly Candidate[],
  withoutBudget: { count: number; of: number } | null,
): Found | null {
  const weak = candidates.filter(({ weakness }) => weakness !== null)
  if (weak.length === candidates.length) return null
  const slips = weak.filter(({ weakness }) => !weakness!.isMeant)
  if (withoutBudget !== null)
    return warning(
      `${withoutBudget.count} of ${plural(withoutBudget.of, 'benchmark')} have no budget, so they cannot fail`,
      'Add a rule that matches them, such as { match: "**", metric: primary, max-regression: 5% }.',
    )
  if (slips.length > 0) {
    const { row, weakness } = slips[0]!
    return warning(
      `${namesOf(slips)} cannot fail: for ${labelOf(row)}, ${weakness!.because}`,
      removeCause(slips[0]!),
      weakness!.place,
    )
  }
  return ok(
    weak.length === 0
      ? 'all that were measured can'
      : `${namesOf(weak)} cannot fail, because the config file says so; the others can`,
  )
}

function namesOf(some: readonly Candidate[]): string {
  const names = some.slice(0, NAMED).map(({ row }) => labelOf(row))
  return [...names, ...(some.length > NAMED ? [`${some.length - NAMED} more`] : [])].join(', ')
}
