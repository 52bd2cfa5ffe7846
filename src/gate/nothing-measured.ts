import { UserError } from '../errors.ts'
import { outcomeOf } from '../judge/outcome.ts'
import type { Row } from '../model/assessment.ts'
import { sentenceOf } from '../report/view/wording.ts'

/** Benchmarks whose reasons the error gives, and characters of a name and of a reason. */
const REASONS = 10
const SHOWN = 300

/**
 * Throws a UserError where head was to be measured and has not a single number. Severities that only warn
 * would otherwise let it pass. Where a row fails already, no error is needed, since the rows say more.
 * `onHead` are head's benchmarks and metrics, each with its values; when it is empty there was nothing to
 * measure, such as after removing everything that has a budget.
 */
export function refuseNothingMeasured(
  rows: readonly Row[],
  onHead: readonly { benchmark: string; values: readonly number[] }[],
): void {
  if (onHead.length === 0 || onHead.some(({ values }) => values.length > 0)) return
  if (outcomeOf(rows) === 'fail') return
  const count = new Set(onHead.map(({ benchmark }) => benchmark)).size
  const who =
    count === 1
      ? 'the only benchmark of head has no value'
      : `none of ${count} benchmarks of head has a value`
  const reasons = new Map(
    rows
      .filter(({ notes }) => notes.length > 0)
      .map(({ id, benchmark, notes }) => [id, { benchmark, note: notes.at(-1)! }]),
  )
  throw new UserError(
    'no-benchmarks',
    [
      `nothing was measured: ${who}`,
      ...[...reasons.values()]
        .slice(0, REASONS)
        .map(({ benchmark, note }) => `${benchmark.slice(0, SHOWN)}: ${sentenceOf(note).slice(0, SHOWN)}`),
    ].join('\n'),
    'Run the benchmarks by themselves, and look at the log of the job that measured.',
    { topic: 'nothing-measured' },
  )
}
