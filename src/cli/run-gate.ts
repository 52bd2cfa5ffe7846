import { randomBytes } from 'node:crypto'
import { loadConfig } from '../config/load.ts'
import type { GateRequest } from '../gate/request.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import { gate } from '../gate/gate.ts'
import { heldToBase } from '../gate/held-to-base.ts'
import { filterFrom, type GateFlags, type MeasureFlags } from './flags.ts'
import type { Installation } from './add-command.ts'
import { withRuntime } from './measuring.ts'
import { prepareOutputs, writeReport } from './outputs.ts'

export const seedOf = (flags: Pick<MeasureFlags, 'seed'>): string =>
  flags.seed ?? randomBytes(4).toString('hex')

/** The config of the project that the command was started in, with what flags say in its place. */
export async function readConfig(flags: MeasureFlags): Promise<Config> {
  return withTimeLimit(await loadConfig(process.cwd(), flags.config), flags)
}

export function withTimeLimit(config: Config, { timeLimit }: MeasureFlags): Config {
  return timeLimit === undefined
    ? config
    : { ...config, measure: { ...config.measure, timeLimitMs: timeLimit } }
}

/** Measures two versions of a project, and writes the report where the flags want it. */
export async function runGate(
  flags: GateFlags,
  installation: Installation,
  config: Config,
  asked: Pick<GateRequest, 'command' | 'base' | 'head'>,
  project = process.cwd(),
): Promise<Assessment> {
  await prepareOutputs(flags)
  const request = { ...asked, project, config, filter: filterFrom(flags), seed: seedOf(flags) }
  const assessment = await withRuntime(flags, installation, async (runtime) => {
    if (flags.budgets !== 'base') return (await gate(request, runtime)).assessment
    const held = await heldToBase(request, flags.config, runtime)
    const limited = { ...held.request, config: withTimeLimit(held.request.config, flags) }
    const { assessment } = await gate(limited, runtime, held.proposed ? { proposed: held.proposed } : {})
    return { ...assessment, warnings: [...assessment.warnings, ...held.warnings] }
  })
  await writeReport(assessment, flags, config.file)
  return assessment
}
