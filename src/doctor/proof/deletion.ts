import { resolveBudget } from '../../config/budgets.ts'
import { DEFAULT_BUDGET } from '../../config/defaults.ts'
import { namingRule } from '../../config/naming.ts'
import { primaryOf } from '../../gate/gated-metrics.ts'
import type { BudgetRule, Config } from '../../model/config.ts'
import type { Benchmark } from '../../model/evidence.ts'
import { type Found, failure, ok, skipped } from '../check.ts'
import { nameIn, suiteIn } from './label.ts'
import { type Plant, withoutCommand, withoutSuite } from './planted.ts'
import { endedWith, runTrial, type Stage } from './trial.ts'
import { commandOf, filterFor } from '../../gate/one-benchmark.ts'

/** Which benchmark is deleted with its suite or command, and what has to notice. */
export interface Deletion {
  benchmark: Benchmark
  /** The user's own rule that names it; null: there is none. */
  rule: BudgetRule | null
  /** Nothing is left to measure, so that the gate has to end with an error. */
  isLast: boolean
}

/**
 * A deletion that a rule of the user's notices, where there is one. `isAll`: no suite has more than these
 * benchmarks, so that what a rule names is known.
 */
export function chooseDeletion(
  config: Config,
  benchmarks: readonly Benchmark[],
  isAll: boolean,
): Deletion | null {
  const bySuite = [...Map.groupBy(benchmarks, ({ suite }) => suite).values()]
  if (!isAll)
    return benchmarks[0] === undefined ? null : { benchmark: benchmarks[0], rule: null, isLast: false }
  for (const gone of bySuite) {
    const left = benchmarks.filter(({ suite }) => suite !== gone[0]!.suite)
    for (const benchmark of gone) {
      const rule = namingRule(config, benchmark, left)
      const primary = primaryOf(benchmark)
      if (rule === null || left.length === 0) continue
      if (resolveBudget(config, benchmark, primary, primary).severity === 'fail')
        return { benchmark, rule, isLast: false }
    }
  }
  const smallest = bySuite.sort((a, b) => a.length - b.length)[0]
  return smallest === undefined ? null : { benchmark: smallest[0]!, rule: null, isLast: bySuite.length === 1 }
}

/** Deletes a benchmark in the copy: the gate must fail, or end with an error where nothing is left. */
export async function proveDeletion(stage: Stage, deletion: Deletion | null): Promise<Found> {
  if (deletion === null) return skipped('no benchmark was listed')
  const { benchmark, rule, isLast } = deletion
  const { name, suite, occurrence } = benchmark
  const file = stage.config.file
  const added: BudgetRule = { ...DEFAULT_BUDGET, match: name, occurrence, severity: 'fail', line: Infinity }
  const what = `${nameIn(name)} was deleted with its ${benchmark.source === 'suite' ? `suite ${suiteIn(suite)}` : 'command'} in a scratch copy`
  const plant = plantOf(stage.config, benchmark)
  try {
    const { assessment } = await runTrial(stage, {
      title: 'a deleted benchmark',
      plant,
      filter: isLast ? null : filterFor(benchmark),
      ...(rule === null && !isLast && { rule: added }),
      share: 0.5,
    })
    if (assessment.outcome === 'fail')
      return ok(
        rule !== null
          ? `${what}, and the gate failed, since ${file}:${rule.line} names it`
          : isLast
            ? `${what}, and the gate failed`
            : `${what}, and the gate failed once a rule named it; no rule of yours does, so that the deletion of a single benchmark is listed and passes`,
      )
  } catch (error) {
    if (!isLast) throw error
    return endedWith(error, what)
  }
  return failure(
    `${what}, and the gate did not fail`,
    'Give the benchmarks that must stay a rule of their own in `budgets:`, and `severity: fail`.',
    rule === null || file === null ? null : `${file}:${rule.line}`,
  )
}

function plantOf(config: Config, { suite, source }: Benchmark): Plant {
  return source === 'suite' ? withoutSuite(config, suite) : withoutCommand(config, commandOf(config, suite))
}
