import { UserError } from '../errors.ts'
import type { Config } from '../model/config.ts'
import { type Check, type CheckResult, examine, skipped } from './check.ts'
import { CONFIG_CHECKS } from './config-checks.ts'
import { type Context, type ContextOptions, openContext } from './context.ts'
import { EFFECT_CHECKS } from './effect-checks.ts'
import { GITHUB_CHECKS } from './github-checks.ts'
import { HANDOVER_CHECKS } from './handover-checks.ts'
import { MACHINE_CHECKS } from './machine-checks.ts'
import { BUILD_CHECK, REPOSITORY_CHECKS } from './repository-checks.ts'
import { outcomeOf, PROOF, type Section } from './section.ts'
import { RIGHTS_CHECKS } from './rights-checks.ts'
import { WIRING_CHECKS, WORKFLOW_CHECK } from './wiring-checks.ts'

/** What has to be right before anything can be proved. */
const PROJECT = 'Project'

/** In the order in which they are looked at, quick ones and those that others build on first. */
const SECTIONS: readonly { title: string; checks: readonly Check<Context>[] }[] = [
  { title: 'Machine', checks: MACHINE_CHECKS },
  { title: 'Repository', checks: REPOSITORY_CHECKS },
  {
    title: 'Workflows',
    checks: [WORKFLOW_CHECK, ...EFFECT_CHECKS, ...RIGHTS_CHECKS, ...WIRING_CHECKS, ...HANDOVER_CHECKS],
  },
  { title: 'GitHub', checks: GITHUB_CHECKS },
  { title: PROJECT, checks: [...CONFIG_CHECKS, BUILD_CHECK] },
]

/** What is proved by measuring, where the config is right. */
export type Prove = (config: Config) => Promise<CheckResult[]>

/**
 * Looks at everything that a gate of this project needs, and proves what it does where it can run at all.
 * Rejects only for a bug, and where it is stopped.
 */
export const examineProject = async (o: ContextOptions, prove: Prove | null): Promise<Section[]> =>
  await examineContext(await openContext(o), prove)

/** The same of a context that is there already. */
export async function examineContext(context: Context, prove: Prove | null): Promise<Section[]> {
  const sections: Section[] = []
  for (const { title, checks } of SECTIONS) sections.push({ title, results: await examine(context, checks) })
  if (prove === null) return sections
  return [...sections, { title: PROOF, results: await proved(context, sections, prove) }]
}

async function proved(
  { config }: Context,
  sections: readonly Section[],
  prove: Prove,
): Promise<readonly CheckResult[]> {
  const project = sections.find(({ title }) => title === PROJECT)!
  if (!(config instanceof UserError) && outcomeOf(project.results) !== 'fail') return await prove(config)
  return [{ id: 'proof', title: 'proof', ...skipped('fix the problems of the project first') }]
}
